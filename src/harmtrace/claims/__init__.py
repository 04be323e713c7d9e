"""Document -> claims: casualties, attribution, positions, blame; one account an event."""

from harmtrace.claims.attempt import NOT_READ, attempt
from harmtrace.claims.differing import differences
from harmtrace.claims.grounding import VERSION as GROUNDER_VERSION
from harmtrace.claims.grounding import ground
from harmtrace.claims.reader import RULES_VERSION, read

__all__ = ["GROUNDER_VERSION", "NOT_READ", "RULES_VERSION", "attempt", "differences", "ground", "read"]
