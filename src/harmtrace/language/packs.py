"""What a language brings to be read, and the packs that are there: every sub-package with a module ``pack``."""

import re
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules
from typing import NamedTuple

from harmtrace.language.grammar import Grammar


class Language(NamedTuple):
    """A language that can be read.

    Attributes:
        tag: BCP 47.
        letter: one letter of its script; a sentence is read in the language that most of its letters are of.
        rank: which comes first where letters say nothing.
        asked: read only where the settings name it, because its letters are those of other languages too.
    """

    tag: str
    grammar: Grammar
    letter: re.Pattern[str]
    rank: int
    asked: bool = False


def installed() -> tuple[Language, ...]:
    """Return every language whose package lies here, in order of rank: adding one needs no line elsewhere."""
    import harmtrace.language as here

    names = [f"{here.__name__}.{one.name}.pack" for one in iter_modules(here.__path__) if one.ispkg]
    found = [import_module(name).PACK for name in names if find_spec(name) is not None]
    return tuple(sorted(found, key=lambda language: language.rank))
