"""Words that bound an Arabic number, before it or behind it: "at least", "more than", "about"."""

from typing import Final

from harmtrace.language.arabic.tokens import Tokens
from harmtrace.language.arabic.words import NUMBER, VAGUE

MIN, MORE, MAX, LESS, ABOUT, NEARLY = "min", "more", "max", "less", "about", "nearly"
BEFORE: Final[dict[str, tuple[tuple[tuple[str, ...], str], ...]]] = {}


def _bounds() -> None:
    table: dict[str, str] = {
        MIN: "لم يقل عن|لم تقل عن|لا يقلون عن|ما لا يقل عن|ما لا تقل عن|لا يقل عن|لا تقل عن|علي الاقل|علي اقل تقدير|ما لايقل عن|لايقل عن|ما لا يقل|لا يقل عددهم عن|لا يقلون عن|ليس اقل من|لا اقل من|ما لا يقلون عن|ع القليله|علي القليله|عالقليله",
        MORE: "اكثر من|ازيد من|ما يزيد عن|ما يزيد علي|يزيد عن|يزيد علي|تزيد عن|تزيد علي|ما يفوق|يفوق|تفوق|ما يتجاوز|يتجاوز|تتجاوز|تجاوز|تجاوزت|تخطي|تخطت|فوق|اكتر من|مازيد عن|يربو علي|يربو عن|ما يربو علي|ما يربو عن|تربو علي|يزيدون علي|يزيدون عن|زاد علي|زاد عن|زادوا علي|زادوا عن|تزيد علي|ما ينيف علي|ينيف علي|ما ينوف علي|يفوقون|يتجاوزون|تجاوزوا",
        MAX: "ما يصل الي|حتي|لا يتجاوز|لا يزيد عن|لا يزيد علي|لا يتعدي|ما لا يزيد عن|لا تتجاوز|لم يتجاوز|لم تتجاوز|لم يتعد|لم تتعد|لم يتعدوا|لم يتعدي|لم يتجاوزوا|لم يزد عن|لم يزد علي|لم يزيدوا عن|لا تتعدي|لا يتعدون|لا تزيد عن|لا تزيد علي|لم تزد عن|لم تزد علي",
        LESS: "اقل من|دون",
        ABOUT: "نحو|حوالي|زها|حدود|في حدود|ما قدره|ما يعادل|تقريبا|شي|يجي",
        NEARLY: "قرابه|ما يقارب|يقارب|ما يقرب من|يقرب من|يناهز|ما يناهز|تقارب|يقاربون|يناهزون|تناهز|قارب|قاربت|قاربوا|ناهز|ناهزت|ناهزوا",
    }
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for bound, phrases in table.items():
        for phrase in phrases.split("|"):
            parts = tuple(phrase.split())
            found.setdefault(parts[0], []).append((parts, bound))
    for first, options in found.items():
        BEFORE[first] = tuple(sorted(options, key=lambda one: -len(one[0])))


_bounds()
_AFTER: Final = (
    (("علي", "الاقل"), MIN), (("عالاقل",), MIN), (("ع", "الاقل"), MIN), (("علي", "اقل", "تقدير"), MIN), (("كحد", "ادني"), MIN), (("بحد", "ادني"), MIN), (("حد", "ادني"), MIN), (("فاكثر",), MIN), (("او", "اكثر"), MIN), (("او", "يزيد"), MIN), (("يزيد",), MIN), (("+",), MIN),
    (("كحد", "اقصي"), MAX), (("علي", "الاكثر"), MAX), (("تقريبا",), ABOUT), (("علي", "التقريب"), ABOUT), (("نيف",), "odd"),
)  # fmt: skip
_AFTER_FIRST: Final = frozenset(parts[0] for parts, _ in _AFTER)
NUMERALS: Final = frozenset((NUMBER, VAGUE))


def bounded(bound: str, low: int | None, high: int | None) -> tuple[int | None, int | None, bool]:
    """Return the bounds and whether they are rough."""
    if bound == MIN:
        return low, None, False
    if bound == MORE:
        return (None if low is None else low + 1), None, False
    if bound == MAX:
        return None, high, False
    if bound == LESS:
        return None, (None if high is None else max(0, high - 1)), False
    if bound == "odd":
        return low, None, True
    if bound == NEARLY:
        return None, high, True
    return low, high, True


def bound_before(t: Tokens, i: int) -> tuple[str | None, int]:
    """Return the bound that words from a token on set on the number behind them, and where that stands."""
    stems = t.stems
    for parts, bound in BEFORE.get(stems[i], ()):
        end = i + len(parts)
        if (stems[i:end] == parts or t.raw[i:end] == parts) and (t.kind(end) in NUMERALS or t.stem(end) == "+"):
            return bound, end
    return None, i


def bound_after(t: Tokens, i: int) -> tuple[str, int] | None:
    """Return the bound that stands behind a number, and the token after it; None where none does."""
    if i >= t.size or (t.stems[i] not in _AFTER_FIRST and t.raw[i] not in _AFTER_FIRST):
        return None
    for parts, bound in _AFTER:
        if all(t.stem(i + k) == part or _whole(t, i + k) == part for k, part in enumerate(parts)):
            return bound, i + len(parts)
    return None


def _whole(t: Tokens, i: int) -> str:
    return t.raw[i] if 0 <= i < t.size else ""
