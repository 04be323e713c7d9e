"""Document -> claims: casualties, attribution, positions, blame; one account an event."""

from harmtrace.claims.reader import RULES_VERSION, read

__all__ = ["RULES_VERSION", "read"]
