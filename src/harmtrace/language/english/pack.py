"""The English pack: its tag, its grammar, and the letters it is written in."""

import re
from typing import Final

from harmtrace.language.english.grammar import English
from harmtrace.language.packs import Language

PACK: Final = Language("en", English(), re.compile("[A-Za-z\u00c0-\u024f]"), 0)
