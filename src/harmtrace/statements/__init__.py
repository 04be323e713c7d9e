"""Published casualty statements -> fields with the words that state them."""

from harmtrace.statements.reading import RULES_VERSION, read

__all__ = ["RULES_VERSION", "read"]
