"""Whether a day of an Arabic sentence is that of the harm, or the day on which it was said, found or counted."""

from collections.abc import Sequence
from typing import Final

from harmtrace.language.arabic.harms.records import Harm
from harmtrace.language.arabic.harms.wounds import OF
from harmtrace.language.arabic.tokens import DATE, Tokens
from harmtrace.language.dates import DateKind, DateMention
from harmtrace.language.grammar import SpeechMention
from harmtrace.records.claim import Outcome


def mask(t: Tokens, dates: Sequence[DateMention]) -> None:
    """Mark the tokens that dates cover."""
    if not dates:
        return
    starts = t.letters.starts
    for mention in dates:
        if mention.kind in (DateKind.VAGUE, DateKind.RATE):
            continue
        for k in range(t.at(mention.start), t.size):
            first = starts[t.starts[k]]
            if first >= mention.end:
                break
            at = starts[t.starts[k] + t.cuts[k]]
            if mention.start <= at < mention.end or first <= mention.start < mention.end > at:
                t.kinds[k] = DATE


_SAID_NOUNS: Final = frozenset("بيان تصريح ايجاز موتمر تقرير نشره منشور مقابله عدد بياننا بيانها بيانه ايجازه حديث احصاي احصا".split())


def split_dates(
    t: Tokens, dates: Sequence[DateMention], spoken: list[SpeechMention], harmed: list[Harm]
) -> tuple[tuple[DateMention, ...], tuple[DateMention, ...]]:
    """Sort date mentions into those of the harm and those of the saying, finding or counting."""
    fresh: list[DateMention] = []
    said: list[DateMention] = []
    for mention in dates:
        if mention.kind is DateKind.RATE:
            continue
        (said if _is_said(t, mention, spoken, harmed) else fresh).append(mention)
    return tuple(fresh), tuple(said)


#: "recorded on the 21st of the month the finding of": the day of what is recorded.
_DAYS_RECORDED: Final = frozenset(("day-month-year", "day-month", "day of that month", "day of the month"))
_BURIALS: Final = frozenset("شيع شيعت شيعوا يشيع تشيع تشييع ودع ودعت دفن دفنت دفنوا ووري مراسم جنازه".split())
_CALMS: Final = frozenset("هدات هدا توقفت توقف انتهت انتهي انحسرت خفتت خفت".split())
_RETURNS: Final = frozenset("عاد عادت ساد يسود".split())
_CALM: Final = frozenset("حياه هدو امن حركه".split())
#: Characters that a comma takes between who speaks and the day on which it was said.
_PAUSE: Final = 2


def _is_said(t: Tokens, mention: DateMention, spoken: list[SpeechMention], harmed: list[Harm]) -> bool:
    if mention.kind not in (DateKind.POINT, DateKind.RELATIVE):
        return False
    k = _token_at(t, mention.start)
    last = k
    while last < t.size and t.kinds[last] == DATE:
        last += 1
    before = [t.stems[j] for j in range(max(0, k - 4), k)]
    if not _BURIALS.isdisjoint(t.stems[max(0, k - 6) : k]) and DATE in t.kinds[last:] and not any(h.counted.start <= k for h in harmed):
        return True  # "the town buried today four teachers who died"
    for s in spoken:
        if s.verb_end <= mention.start <= s.scope_start + _PAUSE and not s.trailing:
            return not (s.record and mention.rule in _DAYS_RECORDED)
        if s.trailing and s.verb <= mention.start and mention.start <= s.name_end + 12:
            return True
    if not _SAID_NOUNS.isdisjoint(before) and not before[-1].startswith(_STRIKES) and before[-1] not in _DEAD:
        return True  # "in a post of Sunday", but not "in a post that Sunday's raid killed nine", "the number of Sunday's dead": "raid", "dead" stand right before
    if not OF.isdisjoint(t.stems[last:]) and DATE in t.kinds[last + next(j for j, stem in enumerate(t.stems[last:]) if stem in OF) :]:
        return True  # "died today of the wounds of Sunday's raid"
    one, other = t.stem(k - 2), t.stem(k - 1)
    if one in _CALMS or other in _CALMS or (one in _RETURNS and other in _CALM) or (other in _RETURNS and t.stem(k) in _CALM):
        return True  # "the fighting died down on Sunday morning": not the day of the fighting
    if before[-1:] == ["حتي"] or (before[-2:-1] == ["حتي"]):
        return True
    return any(h.outcome is Outcome.BODIES_RECOVERED and h.start <= k < h.end + _FOUND_THEN and _plain(t, h.end, k) for h in harmed) or t.stem(k - 1) in ("الصادر", "المنشور", "صادر")


#: Words behind bodies that were found within which a day is that of the finding: "three bodies from the cellar yesterday evening".
_FOUND_THEN: Final = 4


def _plain(t: Tokens, start: int, k: int) -> bool:
    """Tell whether nothing but plain words stand between bodies that were found and a day."""
    return all(t.kinds[j] in ("x", "p", " ", "") or t.kinds[j].isalpha() for j in range(start, k)) and not any(t.stems[j].startswith(_STRIKES) for j in range(start, k))


_DEAD: Final = frozenset("قتلي قتيل شهدا شهيد ضحايا ضحيه جرحي جريح مصابين مصابون مصابي مصاب اصابات وفيات متوفين ضحاياه شهداينا شهدايه قتلاه قتلاهم مفقودين مفقودي".split())
_STRIKES: Final = ("قصف", "غار", "استهد", "ضرب", "هجوم", "انفجار", "انهار", "دمر")


def _token_at(t: Tokens, place: int) -> int:
    return min(t.at(place), t.size - 1)
