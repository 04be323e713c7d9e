"""Names of places in an Arabic sentence as they are written: between quotation marks, or glued to "in"."""

from typing import Final

from harmtrace.language.arabic.nouns import ORDINARY
from harmtrace.language.arabic.placenames import WORDLIKE
from harmtrace.language.arabic.placewords import NOT_NAMES, STARTERS
from harmtrace.language.arabic.tokens import Tokens

_LONGEST: Final = 4  # words of a name
_NAMED: Final = frozenset(("x", "P", "X", "p", "S", "n", "E", "V"))


def quoted(t: Tokens, i: int) -> tuple[int, int, int] | None:
    """Return the first token of a name whose quotation mark opens at a token, the one behind it, and the one behind its mark.

    Of several in one pair of marks ("«Tell X, Y and Z»") the first; None where what stands there is no name.
    """
    if t.kind(i) != '"':
        return None
    k = i + 1
    while k < t.size and k - i <= _LONGEST and t.kinds[k] in _NAMED and WORDLIKE[t.raw[k]] and t.raw[k] not in NOT_NAMES:
        k += 1
    if k == i + 1 or t.kind(k) not in ('"', ","):
        return None
    if t.kinds[k] == "," and '"' not in t.kinds[k : k + 4 * _LONGEST]:
        return None
    return i + 1, k, k + (t.kinds[k] == '"')


#: What opens names of places, and hardly anything else.
_ONLY_PLACES: Final = frozenset("دير تل تله كفر معره خربه".split())
_OF_PERSONS: Final = frozenset("ابن بنت عبد دار سيف صلاح ولد شيخ".split())


def glued(t: Tokens, i: int) -> tuple[int, bool] | None:
    """Return where a name of two words ends whose first is glued to "in" («بدير الزور»), and whether it is a doubtful one."""
    raw = t.raw[i]
    if raw[0] != "ب" or t.conjunctions[i] or t.definite[i] or raw[1:] not in STARTERS or raw[1:] in _OF_PERSONS:
        return None
    k = i + 1
    if t.kind(k) not in _NAMED or t.kinds[k] == "p" or t.conjunctions[k] or t.prepositions[k] or not WORDLIKE[t.raw[k]] or t.stems[k] in ORDINARY:
        return None
    return k + 1, raw[1:] not in _ONLY_PLACES
