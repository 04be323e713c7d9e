"""Which languages are read, and which grammar reads which sentence: by the letters it is written in."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from harmtrace.language.grammar import Grammar
from harmtrace.language.packs import Language, installed
from harmtrace.language.signs import Signs
from harmtrace.language.western import western

#: Every language there is a package for (packs.py).
ALL: Final = installed()
TAGS: Final = tuple(language.tag for language in ALL)
DEFAULT: Final = tuple(language.tag for language in ALL if not language.asked)
#: Marks where a word may be broken; it is part of no word, number or name.
SOFT_HYPHEN: Final = "\u00ad"
#: Joiners and marks of direction, as members of a class of characters.
UNSEEN: Final = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069"
_SIGNS: Final = Signs((*(language.letter for language in ALL), re.compile(f"[{SOFT_HYPHEN}{UNSEEN}]")))


class Reader(NamedTuple):
    """The languages that one text is read in, the one with most letters first.

    Attributes:
        sole: the text has letters of no other language that could be read.
    """

    languages: tuple[Language, ...]
    sole: bool = False

    @property
    def main(self) -> Grammar | None:
        """Return the grammar of most of the text, None where no language of the settings is in it."""
        return self.languages[0].grammar if self.languages else None

    def triggers(self, text: str) -> list[tuple[int, int]]:
        """Return the triggers of every language in the text, in order."""
        if len(self.languages) == 1:
            return self.languages[0].grammar.triggers(text)
        return sorted(trigger for language in self.languages for trigger in language.grammar.triggers(text))

    def of(self, text: str, start: int, end: int) -> Grammar | None:
        """Return the grammar that reads ``text[start:end]``, None where it is in no language that is read.

        A sentence without a letter is read as the text is.
        """
        if self.sole:
            return self.languages[0].grammar
        best, most, strange = None, 0, 0
        for language in ALL:
            share = len(language.letter.findall(text, start, end))
            if language in self.languages:
                if share > most:
                    best, most = language.grammar, share
            else:
                strange = max(strange, share)
        if strange > most:
            return None
        return best or self.main


def reader(text: str, *, tags: Sequence[str] = DEFAULT, language: str | None = None) -> Reader:
    """Return how a text is read: in those of the languages ``tags`` that it is written in.

    ``language`` is the tag that is given for the document: it decides between languages of one script.

    >>> reader("قُتل ثلاثة", tags=("en", "ar")).languages[0].tag
    'ar'
    >>> reader("قُتل ثلاثة", tags=("en",)).main is None
    True
    """
    known = _known(tuple(tags))
    if text.isascii():
        return Reader(tuple(one for one in known if one.tag == "en"), sole="en" in tags)
    if western(text) is None:
        held = _signs(text)
        written = [one for place, one in enumerate(ALL) if held >> place & 1]
    else:
        written = [one for one in ALL if one.tag == "en" and one.letter.search(text) is not None]
    present = [one for one in known if one in written]
    if len(present) > 1:
        shares = {one.tag: len(one.letter.findall(text)) for one in present}
        present.sort(key=lambda one: (-shares[one.tag], one.tag != language))
    return Reader(tuple(present), sole=len(written) == len(present) == 1)


def unseen(text: str) -> bool:
    """Tell whether a text holds marks that nobody sees, which may stand inside its words."""
    plain = western(text)
    return SOFT_HYPHEN in plain if plain is not None else bool(_signs(text) >> len(ALL))


@lru_cache(maxsize=2)
def _signs(text: str) -> int:
    """Return a bit for each language of which a text holds a letter, and one behind them for unseen marks."""
    return _SIGNS.of(text)


@lru_cache(maxsize=16)
def _known(tags: tuple[str, ...]) -> tuple[Language, ...]:
    return tuple(one for tag in tags for one in ALL if one.tag == tag)
