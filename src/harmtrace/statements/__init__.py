"""Published casualty statements -> fields with the words that state them."""

from harmtrace.statements.reading import RULES_VERSION, read, reason

__all__ = ["RULES_VERSION", "read", "reason"]
