"""The Ukrainian pack: its tag, its grammar, and the letters it is written in."""

import re
from typing import Final

from harmtrace.language.packs import Language
from harmtrace.language.ukrainian.grammar import Ukrainian

PACK: Final = Language("uk", Ukrainian(), re.compile("[\u0400-\u052f]"), 2, asked=True)
