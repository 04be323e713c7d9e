"""Where engines read the same words unlike, or one of them alone reads a claim: kept and shown, settled by people."""

from collections.abc import Sequence

from harmtrace.claims.grounding import overlap
from harmtrace.records.claim import Casualty, Reading
from harmtrace.records.proposal import Apart, Difference, Proposed

RULES = "rules"


def differences(reading: Reading, proposed: Sequence[Proposed]) -> tuple[Difference, ...]:
    """Return every difference between the engines that read one document, the rules among them, in order of place.

    Each pair of engines is compared; a claim that an engine reads alone is one difference, naming those that do not.
    """
    sides: dict[str, list[Casualty]] = {
        RULES: [one for one in reading.claims if isinstance(one, Casualty) and one.engine == RULES]
    }
    for each in proposed:
        sides.setdefault(each.engine, []).extend(one.claim for one in each.suggestions)
    if len(sides) < 2:
        return ()
    found: list[Difference] = []
    names = list(sides)
    for place, name in enumerate(names):
        for claim in sides[name]:
            met = {other: [one for one in sides[other] if overlap(one, claim)] for other in names if other != name}
            for other in names[place + 1 :]:
                found += _apart(claim, name, met[other], other)
            if not any(met.values()):
                found.append(_difference(claim, name, Apart.ALONE, ", ".join(met)))
    return tuple(sorted(found, key=lambda one: (one.start, one.end, one.apart, one.engine, one.claim)))


def _apart(claim: Casualty, name: str, others: Sequence[Casualty], other: str) -> list[Difference]:
    """Return in what a claim differs from the one of another engine that is nearest to it."""
    if not others:
        return []
    best = min(others, key=lambda one: len(_unlike(claim, one)))
    return [_difference(claim, name, apart, other, best) for apart in _unlike(claim, best)]


def _unlike(a: Casualty, b: Casualty) -> list[Apart]:
    found = []
    if (a.count.low, a.count.high) != (b.count.low, b.count.high):
        found.append(Apart.NUMBER)
    if a.outcome is not b.outcome:
        found.append(Apart.OUTCOME)
    if a.modality is not b.modality:
        found.append(Apart.MODALITY)
    return found


def _difference(claim: Casualty, name: str, apart: Apart, other: str, against: Casualty | None = None) -> Difference:
    return Difference(
        document=claim.document, start=claim.start, end=claim.end, quote=claim.quote, apart=apart, engine=name, claim=claim.id,
        says=_says(claim, apart), other=other, other_claim=None if against is None else against.id,
        other_says="" if against is None else _says(against, apart),
    )  # fmt: skip


def _says(claim: Casualty, apart: Apart) -> str:
    low, high = ("…" if end is None else str(end) for end in (claim.count.low, claim.count.high))
    number = low if low == high else f"{low} to {high}"
    match apart:
        case Apart.NUMBER:
            return number
        case Apart.OUTCOME:
            return claim.outcome.value
        case Apart.MODALITY:
            return claim.modality.value
        case Apart.ALONE:
            return f"{claim.outcome.value} {number}"
