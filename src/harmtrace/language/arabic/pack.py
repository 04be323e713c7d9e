"""The Arabic pack: its tag, its grammar, and the letters it is written in."""

import re
from typing import Final

from harmtrace.language.arabic.grammar import Arabic
from harmtrace.language.packs import Language

PACK: Final = Language(
    "ar", Arabic(), re.compile("[\u0620-\u064a\u0671-\u06d3\u06fa-\u06ff\ufb50-\ufdfb\ufe70-\ufefc]"), 1
)
