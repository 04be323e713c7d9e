"""What was found in an Arabic sentence, as the mentions that the reader links: counts of harm, rates, other numbers."""

import re
from typing import Final

from harmtrace.language.arabic import pieces
from harmtrace.language.arabic.counts.records import Counted
from harmtrace.language.arabic.harms.records import Harm
from harmtrace.language.arabic.parties import party_blamed
from harmtrace.language.arabic.scopes import Round, scope_of
from harmtrace.language.arabic.tokens import Tokens
from harmtrace.language.dates import DateMention
from harmtrace.language.grammar import HarmMention, NumberMention
from harmtrace.records.claim import Group, Who
from harmtrace.records.measure import Count


def without_rates(t: Tokens, counts: dict[int, Counted], found: list[Harm], rates: list[DateMention]) -> tuple[list[Harm], list[NumberMention]]:
    """Return the counts without that which is nearest to each "a day", "a month": it is a rate; and what is left out."""
    kept, out = list(found), []
    for rate in rates:
        k = t.at(rate.start)
        nearest = min(counts, key=lambda at: abs(at - k), default=-1)
        for harm in kept:
            if harm.counted.start == nearest:
                start, end = t.span(harm.counted.start, harm.counted.end, core=True)
                out.append(NumberMention(start=start, end=end, reason="a rate, not a count"))
        kept = [harm for harm in kept if harm.counted.start != nearest]
    return kept, out


def _inherited(found: list[Harm]) -> list[Who]:
    """Return who each count speaks of: "others" takes it from the count before."""
    out: list[Who] = []
    last: Who | None = None
    for harm in found:
        who = harm.who
        if harm.counted.more and who is Who.UNSPECIFIED and last is not None:
            who = last
        out.append(who)
        last = who
    return out


def harm_mentions(t: Tokens, found: list[Harm], dates: tuple[DateMention, ...], line: str, parties: list[tuple[int, int]], held: int) -> tuple[HarmMention, ...]:
    """Return the counts of harm of a sentence as mentions."""
    periodic = bool(held & pieces.PERIODIC) and _PERIODIC.search(line) is not None
    around = Round(dates, line, parties, not _EVENTFUL.isdisjoint(t.stems), periodic)
    return tuple([_harm(t, harm, who, around) for harm, who in zip(found, _inherited(found), strict=True)])


def _harm(t: Tokens, harm: Harm, who: Who, around: Round) -> HarmMention:
    c = harm.counted
    start, end = t.span(harm.start, harm.end, core=True)
    number_start, number_end = t.span(c.number, c.number_end, core=True)
    scope, window = scope_of(t, harm, around)
    return HarmMention(
        start=start,
        end=end,
        number_start=number_start,
        number_end=number_end,
        at=t.span(c.number, c.number + 1, core=True)[0],
        count=Count(low=c.low, high=c.high, vague=c.vague, approx=c.approx),
        outcome=harm.outcome,
        who=who,
        unit=harm.unit,
        groups=tuple(Group(name=name, low=low, high=high) for name, (low, high) in harm.groups.items()),
        step=harm.step,
        rule=f"arabic/{harm.rule}",
        more=c.more,
        unsure=harm.unsure,
        denied=harm.denied,
        civilian_noun=c.who is Who.CIVILIAN,
        scope=scope,
        window=window,
        blamed=party_blamed(t, harm, around.parties),
    )


_PERIODIC: Final = re.compile(r"تقرير\w{0,20} (?:ال)?(?:شهري|سنوي|اسبوعي)|حصيله (?:ال)?(?:شهريه|سنويه|اسبوعيه|تراكميه)|تحت التعذيب|في عموم |(?:منذ بدايه|منذ بد|منذ مطلع|خلال شهر|خلال الشهر|خلال العام|خلال الاسبوع)|منذ انطلاق|منذ اندلاع")
_EVENTFUL: Final = frozenset("غاره هجوم قصف انفجار تفجير ضربه استهداف غارات كمين صاروخ قذيفه لغم عبوه رصاص برصاص مجزره حادث قناص".split())


def number_mentions(t: Tokens, counts: dict[int, Counted], taken: set[int]) -> list[NumberMention]:
    """Return the counts that are no harm, with the reason."""
    out: list[NumberMention] = []
    for at, c in counts.items():
        if at in taken or c.single:
            continue
        start, end = t.span(c.start, c.end, core=True)
        head = t.stems[c.head] if c.head >= 0 else ""
        reason = f"counts {head}" if c.kind == "X" and head else "no word of harm is tied to it"
        out.append(NumberMention(start=start, end=end, reason=reason))
    return out
