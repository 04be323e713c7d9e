"""The brief of an incident in Arabic: the chief sentences, made from the same records, with the same citations."""

from collections.abc import Callable, Iterable
from typing import Final

from harmtrace.records.claim import Casualty, Claim, ClaimId, Modality, Outcome, Position, Step
from harmtrace.records.incident import Bounds, BriefSentence, Grouped, PositionStatus, Tally, TallyLine

_MOST: Final = 6
_MONTHS: Final = (
    *("كانون الثاني/يناير", "شباط/فبراير", "آذار/مارس", "نيسان/أبريل", "أيار/مايو", "حزيران/يونيو"),
    *("تموز/يوليو", "آب/أغسطس", "أيلول/سبتمبر", "تشرين الأول/أكتوبر", "تشرين الثاني/نوفمبر", "كانون الأول/ديسمبر"),
)
_STATUS: Final[dict[PositionStatus, str]] = {
    PositionStatus.NOT_YET_ASSESSED: "لم يقيّم البلاغ بعد",
    PositionStatus.OPEN_INCIDENT: "ما زالت المسألة مفتوحة لديه",
    PositionStatus.CREDIBLE_SUBSTANTIATED: "أقرّ بأن البلاغ ذو مصداقية",
    PositionStatus.NON_CREDIBLE_UNSUBSTANTIATED: "عدّ البلاغ غير ذي مصداقية، وليس ذلك إثباتاً أن أحداً لم يتضرر",
    PositionStatus.DUPLICATE: "عدّه تكراراً لبلاغ آخر",
}
_GROUPS: Final = (
    ("القتلى", (Outcome.KILLED, Outcome.BODIES_RECOVERED)),
    ("الجرحى", (Outcome.INJURED,)),
    ("المفقودون", (Outcome.MISSING,)),
)

ClaimOf = Callable[[ClaimId], Claim]


def brief_arabic(
    grouped: Grouped, tally: Tally, *, claim_of: ClaimOf, publisher_of: Callable[[str], str]
) -> tuple[BriefSentence, ...]:
    """Return when and where it was, who counts how many, the range, who is blamed and what bodies say, in Arabic.

    Shorter than the English brief: what changed over time and what was doubted stand in that one. Names stay as
    they are written, or in the gazetteer's form; every number stands in a claim cited or in the range.
    """
    sentences = [
        _time(grouped, claim_of),
        _place(grouped),
        *(line for word, outcomes in _GROUPS if (line := _figures(tally, word, outcomes, claim_of, publisher_of))),
        *_range(tally, claim_of),
        *_blamed(tally, claim_of, publisher_of),
        *_positions(tally),
    ]
    return tuple(one for one in sentences if one.claims)


def _sentence(text: str, claims: Iterable[ClaimId]) -> BriefSentence:
    return BriefSentence(sentence=text, claims=tuple(dict.fromkeys(claims)))


def day_arabic(edtf: str) -> str:
    """Return a date in Arabic words, months by both their names.

    >>> day_arabic("2017-07-11")
    '11 تموز/يوليو 2017'
    """
    if "/" in edtf:
        start, _, end = edtf.partition("/")
        return f"بين {day_arabic(start)} و{day_arabic(end)}" if start and end and ".." not in edtf else edtf
    year, month, day = [*edtf.split("-"), "XX", "XX"][:3]
    named = [] if year.startswith("X") else [year]
    if month.isdigit() and 1 <= int(month) <= 12:
        named.insert(0, _MONTHS[int(month) - 1])
        if day.isdigit():
            named.insert(0, str(int(day)))
    return " ".join(named) or "غير معروف"


def _time(grouped: Grouped, claim_of: ClaimOf) -> BriefSentence:
    if grouped.when is None:
        return _sentence("لا يذكر أي مستند متى وقع الضرر.", grouped.claims)
    same = [
        claim
        for claim in grouped.claims
        if claim_of(claim).when == grouped.when and not isinstance(claim_of(claim), Position)
    ]
    return _sentence(f"تاريخ الضرر: {day_arabic(grouped.when)}.", same or grouped.claims)


def _place(grouped: Grouped) -> BriefSentence:
    if not grouped.hypotheses:
        return _sentence("لا يُعرف مكان يمكن إظهاره على خريطة.", grouped.claims)
    first, *others = grouped.hypotheses[:_MOST]
    text = f"المكان: {first.place.name}"
    if others:
        text += "؛ وذُكر أيضاً: " + "، ".join(other.place.name for other in others)
    return _sentence(f"{text}.", [claim for one in (first, *others) for claim in one.claims])


def _figures(
    tally: Tally,
    word: str,
    outcomes: tuple[Outcome, ...],
    claim_of: ClaimOf,
    publisher_of: Callable[[str], str],
) -> BriefSentence | None:
    told: dict[str, list[str]] = {}
    cited: list[ClaimId] = []
    for line in tally.lines:
        claim = claim_of(line.claim)
        figure = _bounds(line.low, line.high)
        part = isinstance(claim, Casualty) and claim.step is Step.PART
        if not line.current or line.outcome not in outcomes or figure is None or part:
            continue
        names = told.setdefault(figure, [])
        name = _who(claim, line, publisher_of)
        if name not in names:
            names.append(name)
        cited.append(line.claim)
    if not told:
        return None
    parts = [f"{figure} ({'، '.join(names[:_MOST])})" for figure, names in list(told.items())[:_MOST]]
    return _sentence(f"{word}: {'؛ '.join(parts)}.", cited)


def _who(claim: Claim, line: TallyLine, publisher_of: Callable[[str], str]) -> str:
    if claim.speaker is not None:
        return claim.speaker
    told = publisher_of(claim.document) or line.voice
    return f"ادعاء يذكره {told}" if isinstance(claim, Casualty) and claim.modality is Modality.ALLEGED else told


def _bounds(low: int | None, high: int | None) -> str | None:
    """Return bounds in Arabic words, None where there are none.

    >>> _bounds(83, None), _bounds(83, 137)
    ('83 على الأقل', 'من 83 إلى 137')
    """
    if low is not None and low == high:
        return "لا أحد" if low == 0 else f"{low:,}"
    if low is not None and high is not None:
        return f"من {low:,} إلى {high:,}"
    if low is not None:
        return f"{low:,} على الأقل"
    return None if high is None else f"حتى {high:,}"


def _range(tally: Tally, claim_of: ClaimOf) -> list[BriefSentence]:
    rule = next((found for found in tally.ranges if found.rule == "airwars_range"), None)
    out: list[BriefSentence] = []
    bounded: tuple[tuple[str, Bounds | None], ...] = (
        () if rule is None else (("القتلى", rule.killed), ("الجرحى", rule.injured))
    )
    for word, bounds in bounded:
        figure = None if bounds is None else _bounds(bounds.low, bounds.high)
        if rule is not None and figure is not None:
            hurt = word == "الجرحى"
            cited = [one for one in rule.claims if (_outcome(claim_of(one)) is Outcome.INJURED) == hurt]
            out.append(_sentence(f"وفق القاعدة {rule.rule}، {word}: {figure}.", cited))
    return out


def _outcome(claim: Claim) -> Outcome | None:
    return claim.outcome if isinstance(claim, Casualty) else None


def _blamed(tally: Tally, claim_of: ClaimOf, publisher_of: Callable[[str], str]) -> list[BriefSentence]:
    out = []
    for party in tally.blamed[:_MOST]:
        names = list(
            dict.fromkeys(claim_of(one).speaker or publisher_of(claim_of(one).document) for one in party.claims)
        )
        verb = "يُنسب الضرر إلى" if party.stance == "alleges" else "يُنفى أن يكون الفاعل"
        out.append(_sentence(f"{verb} {party.party} ({'، '.join(names[:_MOST])}).", party.claims))
    return out


def _positions(tally: Tally) -> list[BriefSentence]:
    latest = {position.body: position for position in tally.positions}
    return [
        _sentence(
            f"موقف {one.body}{'' if one.on is None else ' في ' + day_arabic(one.on)}: {_STATUS[one.status]}.",
            one.claims,
        )
        for one in latest.values()
    ]
