"""Who vouches for a count: the tables of the languages in which that is weighed."""

from typing import Final

from harmtrace.claims.asking import Asking
from harmtrace.claims.vouching_arabic import Arabic
from harmtrace.claims.vouching_english import English

#: The name of the rule that a claim carries whose speaker the table found.
RULE = "voice-in-charge/1"
#: Grammar -> how a count in it is asked. Who vouches in a language without one is not weighed.
TABLES: Final[dict[str, type[Asking]]] = {"english": English, "arabic": Arabic}
