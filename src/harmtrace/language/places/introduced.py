"""Words that a text introduces as a place ("the town of X", "بلدة X", "#X"), whether or not a gazetteer knows them."""

import re
from typing import Final

# Nouns of settlements in Arabic, singular, dual and plural, with the particles that are written before them.
_ARABIC: Final = re.compile(
    r"(?<!\w)[وفبل]?(?:ال|ل)?(?:مدين(?:[ةه]|تي|تا)|مدن|بلد(?:[ةه]|تي|تا|ات)|قري(?:[ةه]|تي|تا)|قرى|ناحي[ةه]|مخيم|ضاحي[ةه]|"
    r"منطق[ةه]|حي|محيط|[أا]طراف|مزارع)\s[\"'«“#]{0,2}(\w{2,20})(?:[\s_](\w{3,20}))?"
)
_HASHTAG: Final = re.compile(r"#([ء-ي]{3,20})(?:_([ء-ي]{3,20}))?")
_NOUN: Final = re.compile(r"\b(?:villages?|towns?|cit(?:y|ies)|districts?|neighbou?rhoods?|camps?|areas?)\b")
_NAME: Final = re.compile(r"[A-Z][\w'’]{2,20}(?:-[\w'’]{2,20})?")
_BEFORE: Final = 48


def introduced(text: str) -> list[str]:
    """Return the words that stand where a text introduces a place by its kind, or as a hashtag; in order, repeated.

    A list of words for counting, never for deciding: what else follows such a noun ("the town hall") is among them.

    >>> introduced("Shells fell on the village of Kafr Tavan and Sel Marran camp."), introduced("قصف بلدة تل مران")
    (['Kafr', 'Tavan', 'Sel', 'Marran'], ['تل', 'مران'])
    """
    found: list[str] = []
    if not text.isascii():
        for pattern in (_ARABIC, _HASHTAG):
            found += [word for match in pattern.finditer(text) for word in match.groups() if word]
    for match in _NOUN.finditer(text):
        after = text[match.end() : match.end() + _BEFORE].split()
        named = (
            after[1:3] if after[:1] == ["of"] else text[max(0, match.start() - _BEFORE) : match.start()].split()[-2:]
        )
        found += [name[0] for word in named if (name := _NAME.match(word)) is not None]
    return found
