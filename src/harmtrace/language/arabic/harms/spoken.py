"""What spoken Arabic says of the dead without a word of death, and when it means that: "he is gone"."""

from typing import Final

from harmtrace.language.arabic import pieces
from harmtrace.language.arabic.tokens import Tokens
from harmtrace.language.grammar import EVENT

#: Folded characters before a word within which a strike was told of.
_TOLD_WITHIN: Final = 300
_TO: Final = frozenset("الي علي ع عند لعند نحو صوب باتجاه في وراء معنا".split())
_GOALS: Final = ("عال", "لل", "عند", "لعند", "ليجيب", "لتجيب", "يجيب", "تجيب", "يشتري", "تشتري", "يشوف", "تشوف", "يزور", "تزور")


def goes_somewhere(t: Tokens, k: int) -> bool:
    """Tell whether the words behind say where somebody went, or what for: then nobody died."""
    for j in range(k, min(t.size, k + 3)):
        if t.kinds[j] in (".", ",", '"'):
            return False
        if t.stems[j] in _TO or t.raw[j].startswith(_GOALS) or t.prepositions[j] == "ل":
            return True
    return False


def struck_before(t: Tokens, i: int) -> bool:
    """Tell whether a strike is told of in the sentence or shortly before it."""
    at = t.starts[i]
    return bool(pieces.held(t.letters, max(0, at - _TOLD_WITHIN), t.ends[-1]) & EVENT)
