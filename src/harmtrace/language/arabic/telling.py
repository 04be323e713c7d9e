"""Whether an Arabic word with a piece of a word of harm or war in it is one: "knowledge" holds "died" and tells of nobody.

Pieces of three letters stand in many ordinary words. The rules read whole words; so a word that they do not know, or
know as something else, opens no sentence and no text.
"""

from collections.abc import Iterator
from typing import Final

from harmtrace.language.arabic.harms.words import (
    BODIES,
    FATES,
    GOVERNS,
    LIVES,
    MET_DEATH,
    MISSING,
    MOURNS,
    RUBBLE,
    THEIR_LIVES,
)
from harmtrace.language.arabic.tokens import TOKEN, Memo, info
from harmtrace.language.arabic.words import EVENT as WAR
from harmtrace.language.arabic.words import PARTY, PERSON, STATE, THING, TOLL
from harmtrace.language.grammar import EVENT, HARM

_BOTH: Final = HARM | EVENT
_STEMS: Final = BODIES | FATES | LIVES | MET_DEATH | MISSING | MOURNS | RUBBLE | THEIR_LIVES | frozenset("اذي مكروه باذي بمكروه يصب تصب".split())
#: "its", "his", "our" behind a noun that the lexicon has without them.
_SUFFIXES: Final = ("ه", "ها", "هم", "نا", "هما")


def _meaning(chunk: str) -> int:
    """Return the bits that stay of those that pieces between two blanks have: harm and war only where a word tells of it."""
    told = ~_BOTH
    for kind, stem in _words(chunk):
        if kind in GOVERNS or kind in (STATE, TOLL) or stem in _STEMS:
            told |= HARM
        elif kind in (WAR, PARTY):
            told |= _BOTH
        elif kind in (PERSON, THING):
            told |= EVENT
    return told


def _words(chunk: str) -> Iterator[tuple[str, str]]:
    """Yield kind and stem of each word, and of each without what is joined to its end."""
    for match in TOKEN.finditer(chunk):
        kind, stem, *_ = info(match[0])
        yield kind, stem
        for suffix in _SUFFIXES:
            if kind == "x" and len(stem) > len(suffix) + 1 and stem.endswith(suffix):
                yield info(stem.removesuffix(suffix))[:2]


#: By what stands between two blanks of a folded text.
MEANING: Final = Memo(_meaning)
