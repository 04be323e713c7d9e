"""Arabic counts: a number with its bounds and the noun it counts, duals and bare singulars included."""

from itertools import compress
from typing import Final

from harmtrace.language.arabic.counts.bounds import BEFORE, MIN, NUMERALS, bound_after, bound_before, bounded
from harmtrace.language.arabic.counts.heads import AGE, find_noun, settle_service
from harmtrace.language.arabic.counts.numerals import number_range, vague_number, value_at
from harmtrace.language.arabic.counts.records import Counted
from harmtrace.language.arabic.counts.unnumbered import named, unnumbered
from harmtrace.language.arabic.numbers import NUMBER_WORDS
from harmtrace.language.arabic.tokens import DATE, Memo, Tokens, info
from harmtrace.language.arabic.words import DEATH, FAMILY, INJURY, NUMBER, OTHER, PERSON, STATE, TOLL, VAGUE


def counted(t: Tokens) -> dict[int, Counted]:
    """Return the counts of a sentence by their first token."""
    out: dict[int, Counted] = {}
    after = 0
    for i in compress(range(t.size), map(_COUNTS.__getitem__, t.raw)):
        kind = t.kinds[i]
        if i < after or kind == DATE:
            continue
        found = _numbered(t, i) if kind in NUMERALS or t.stems[i] in _LEADS else None
        if found is None and kind in _HARMED:
            found = named(t, i)
        if found is None and kind in _BARE:
            found = unnumbered(t, i)
        if found is not None:
            settle_service(t, found)
            out[found.start] = found
            after = found.end
    return out


_HARMED: Final = frozenset((DEATH, INJURY, STATE))
_BARE: Final = frozenset((PERSON, STATE, FAMILY, NUMBER, OTHER))
#: What may stand before a number and belongs to it.
_LEADS: Final = frozenset((*BEFORE, "بين", "ما", "عدد", "عددا", "+"))
_COUNTABLE: Final = frozenset((NUMBER, VAGUE, DEATH, INJURY, STATE, PERSON, FAMILY, OTHER))


def _counts(form: str) -> bool:
    """Tell whether a count may begin at a form, by the form alone."""
    kind, stem, *_ = info(form)
    return kind in _COUNTABLE or stem in _LEADS


_COUNTS: Final = Memo(_counts)


def _numbered(t: Tokens, i: int) -> Counted | None:
    """Return the count that a number, or what bounds one, begins at a token."""
    bound, at = bound_before(t, i)
    if bound is None and t.kinds[i] not in NUMERALS and t.stems[i] not in {"بين", "ما", "عدد", "عددا", "+"}:
        return None
    if t.kind(at) == "+" and t.kind(at + 1) == NUMBER:
        bound, at = MIN, at + 1
    value = value_at(t, at)
    if t.stem(at) in ("عشر", "عشره") and not t.conjunctions[at] and t.definite[at - 1] and t.stem(at - 1) in _TEENTH:
        return None  # "on the eleventh"
    found = number_range(t, at, value) or vague_number(t, at) or (None if value is None else (value.value, value.value, None, value.end))
    if found is None:
        return None
    low, high, vague, end = found
    if t.kind(end) == "(" and value is not None and (again := value_at(t, end + 1)) is not None and again.value == low == high and t.kind(again.end) == ")":
        end = again.end + 1  # "12 (twelve)": one number
    if vague is None and at > 0 and ((t.stem(at - 1) in AGE and not (t.stem(at - 1) in ("يبلغ", "تبلغ") and TOLL in t.kinds[max(0, at - 5) : at])) or t.stem(at - 1) in {"رقم", "تحديث", "عام", "سنه"}) and not (t.stem(at - 1) in ("عام", "سنه") and t.definite[at - 1] and t.kind(end) in (PERSON, STATE) and not t.definite[end]):
        return Counted(i, end, at, end, low, high, "X")
    if t.kind(end) == "%" or (t.stem(end) in ("ميه", "بالميه") and t.prepositions[end] == "ب") or (t.stem(end) == "في" and t.stem(end + 1) == "ميه"):
        return Counted(i, end + (2 if t.stem(end) == "في" else 1), at, end, low, high, "X")
    if vague is None and value is not None and at > 0 and not t.definite[at] and t.definite[at - 1] and t.stem(at)[:1].isdigit() and t.stem(at - 1) in _NUMBERED_THINGS and not (end < t.size and t.kind(end) in (PERSON, STATE) and not t.definite[end]):
        return Counted(i, end, at, end, low, high, "X")  # "Channel 12", "the 35th brigade"
    if vague is None and t.definite[at] and t.stem(at - 1) == "في" and NUMBER_WORDS.get(t.stem(at), (0, ""))[1] == "ten" and end == at + 1 and t.kind(at - 2) in (PERSON, "x") and t.kind(end) not in (PERSON, STATE):
        return Counted(i, end, at, end, low, high, "X")  # "a youth in his twenties"
    if end == at + 1 and t.stem(at) in ("واحد", "واحده") and (t.stem(at - 1) in _AT_ONCE or _one_thing(t, at - 1)):
        return Counted(i, end, at, end, low, high, "X")  # "at one stroke", "from one grave"
    approx = False
    odd = False
    after = bound_after(t, end)
    number_end = end
    if after is not None:
        kind, end = after
        bound = bound or kind
        odd = kind == "odd"
    if vague is None and bound is not None:
        low, high, approx = bounded(bound, low, high)
    c = Counted(i, end, at, number_end, low, high, "v", vague=vague, approx=approx or odd)
    find_noun(t, c, end)
    if c.kind in "vu" and (_foreign(t, at - 1) or _foreign(t, end) or (t.stem(at).isdigit() and 1900 <= (low or 0) <= 2100 and c.kind == "v" and low == high)):
        c.kind = "X"  # a clock, a day or a counter of the page; a year
    if after is None and c.end > end:
        later = bound_after(t, c.end)
        if later is not None and vague is None and bound is None:
            c.low, c.high, c.approx = bounded(later[0], low, high)
            c.end = later[1]
    return c


_TEENTH: Final = frozenset("حادي حاديه ثاني ثانيه ثالث ثالثه رابع رابعه خامس خامسه سادس سادسه سابع سابعه ثامن ثامنه تاسع تاسعه".split())


def _one_thing(t: Tokens, i: int) -> bool:
    """Tell an unknown noun that "one" behind it says more of: "a single pit"."""
    return t.kind(i) == "x" and not t.definite[i] and t.kind(i - 1) == "p" and t.stem(i)[:1].isalpha() and not t.conjunctions[i + 1]


#: What a bare number behind it is the name of.
_NUMBERED_THINGS: Final = frozenset("قناه ماده بند فقره فصل فرقه لوا كتيبه سريه غرفه قرار صفحه طابق طريق خط رقم فوج باب جزء حلقه دوره".split())
_AT_ONCE: Final = frozenset("دفعه مره ليله لحظه ضربه يد حين ان جمله وقت".split())


def _foreign(t: Tokens, i: int) -> bool:
    """Tell a word in Latin letters: what stands beside it counts no people."""
    stem = t.stem(i)
    return stem.isascii() and stem.isalpha()
