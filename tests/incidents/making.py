"""Short ways to make invented claims, accounts and readings."""

from collections.abc import Iterable, Sequence

from harmtrace.records.claim import (
    Account,
    Blame,
    Casualty,
    Claim,
    ClaimId,
    Exposure,
    Modality,
    Outcome,
    Position,
    Reading,
    Scope,
    Stated,
    Step,
    Unit,
    VoiceKind,
    Who,
)
from harmtrace.records.head import DocumentHead
from harmtrace.records.incident import Grouped
from harmtrace.records.judgement import Decision, Judgement
from harmtrace.records.measure import Count, Place, Tier
from harmtrace.records.text import Family, Passage, Relation, RelationKind, SourceKind

HARBOUR = Place(
    name="Old Harbour", latitude=12.01, longitude=45.02, radius_m=1_000, tier=Tier.NEIGHBOURHOOD, country="YEM",
    within=("Saltport",),
)  # fmt: skip
MILLS = Place(
    name="Mill Quarter", latitude=12.04, longitude=45.03, radius_m=1_000, tier=Tier.NEIGHBOURHOOD, country="YEM",
    within=("Saltport",),
)  # fmt: skip
CITY = Place(name="Saltport", latitude=12.02, longitude=45.02, radius_m=8_000, tier=Tier.CITY, country="YEM")
FAR_CITY = Place(name="Drywell", latitude=14.5, longitude=46.8, radius_m=8_000, tier=Tier.CITY, country="YEM")
DISTRICT = Place(
    name="Reed District", latitude=12.3, longitude=45.3, radius_m=25_000, tier=Tier.DISTRICT, country="YEM"
)


def casualty(
    document: str,
    start: int,
    low: int | None,
    high: int | None,
    *,
    event: int | None = 0,
    outcome: Outcome = Outcome.KILLED,
    who: Who = Who.UNSPECIFIED,
    vague: str | None = None,
    approx: bool = False,
    unit: Unit = Unit.PEOPLE,
    speaker: str | None = None,
    via: str | None = None,
    voice: VoiceKind | None = None,
    step: Step = Step.TOTAL,
    modality: Modality = Modality.ASSERTED,
    scope: Scope = Scope.EVENT,
    part_of: str | None = None,
    blamed: str | None = None,
    headline: bool = False,
    when: str | None = None,
    where: str | None = None,
    length: int = 30,
) -> Casualty:
    """Return an invented casualty claim; its id names document and start."""
    if voice is None:
        voice = VoiceKind.OUTLET if speaker is None else VoiceKind.PEOPLE
    return Casualty(
        id=ClaimId(f"{document}:{start}"),
        document=document,
        start=start,
        end=start + length,
        quote="an invented sentence",
        speaker=speaker,
        via=via,
        voice=voice,
        event=event,
        when=when,
        where=where,
        outcome=outcome,
        who=who,
        count=Count(low=low, high=high, vague=vague, approx=approx),
        unit=unit,
        scope=scope,
        modality=modality,
        step=step,
        part_of=ClaimId(part_of) if part_of is not None else None,
        blamed=blamed,
        headline=headline,
        number_start=start,
        number_end=start + 2,
    )


def position(
    document: str, start: int, stated: Stated, *, body: str | None, on: str | None = None, event: int | None = 0
) -> Position:
    """Return an invented position."""
    return Position(
        id=ClaimId(f"{document}:{start}"), document=document, start=start, end=start + 30, quote="invented words",
        speaker=body, voice=VoiceKind.MILITARY, when=on, event=event, position=stated, body=body,
    )  # fmt: skip


def blame(
    document: str,
    start: int,
    blamed: str | None,
    *,
    speaker: str | None,
    cause: str | None = None,
    stance: str = "alleges",
    voice: VoiceKind = VoiceKind.PEOPLE,
    event: int | None = 0,
) -> Blame:
    """Return invented words on blame."""
    return Blame(
        id=ClaimId(f"{document}:{start}"), document=document, start=start, end=start + 30, quote="invented words",
        speaker=speaker, voice=voice, event=event, blamed=blamed, cause=cause, stance=stance,
    )  # fmt: skip


def exposure(document: str, start: int, low: int, *, where: str | None) -> Exposure:
    """Return an invented claim of people at risk."""
    return Exposure(
        id=ClaimId(f"{document}:{start}"), document=document, start=start, end=start + 30, quote="invented words",
        where=where, count=Count(low=low, high=low), what="people trapped",
    )  # fmt: skip


def account(
    document: str,
    event: int = 0,
    *,
    when: str | None = None,
    places: Sequence[Place] = (),
    names: Sequence[str] = (),
    targets: Iterable[str] = (),
    causes: Iterable[str] = (),
    parties: Iterable[str] = (),
    separate: bool = False,
    background: bool = False,
) -> Account:
    """Return an invented account."""
    return Account(
        document=document, event=event, when=when, when_why="", places=tuple(places),
        place_names=tuple(names) or tuple(place.name for place in places), targets=frozenset(targets),
        causes=frozenset(causes), parties=frozenset(parties), separate=separate, background=background,
        quote_start=0, quote_end=1,
    )  # fmt: skip


def reading(document: str, accounts: Sequence[Account], claims: Sequence[Claim]) -> Reading:
    """Return an invented reading of one document."""
    return Reading(
        document=document, claims=tuple(claims), accounts=tuple(accounts), set_aside=(), issues=(), reference=None,
        reference_why="",
    )  # fmt: skip


def one(document: str, low: int, when: str | None, places: Sequence[Place], *, speaker: str = "residents") -> Reading:
    """Return a reading with one account of an air strike and one claim on it."""
    told = account(document, when=when, places=places, causes=("airstrike",))
    return reading(document, [told], [casualty(document, 10, low, low, speaker=speaker)])


def heads(*ids: str) -> list[DocumentHead]:
    """Return heads of which only the id is known."""
    return [DocumentHead(id=name) for name in ids]


def head(name: str, published: str | None, source: str | None, kind: SourceKind | None = None) -> DocumentHead:
    """Return a head."""
    return DocumentHead(id=name, published=published, source=source, source_kind=kind)


def judged(
    number: int, decision: Decision, subject: str, other: str | None = None, *, values: Sequence[tuple[str, str]] = ()
) -> Judgement:
    """Return an invented person's judgement."""
    return Judgement(
        id=number, decision=decision, subject=subject, other=other, values=tuple(values), by="a reviewer",
        why="read both", at="2030-01-01T00:00:00Z",
    )  # fmt: skip


def copy(a: str, b: str, kind: RelationKind = RelationKind.COPY_OF, *, quoted: bool = False) -> Relation:
    """Return a relation whose passage covers the first 500 characters of both."""
    passage = Passage(a_start=0, a_end=500, b_start=0, b_end=500, quoted=quoted)
    return Relation(a=a, b=b, kind=kind, passages=(passage,), why="")


def family(first: str, *others: str) -> Family:
    """Return a family."""
    return Family(first=first, members=tuple(sorted((first, *others))))


def grouped(claims: Sequence[Claim]) -> Grouped:
    """Return an incident that holds the claims."""
    return Grouped(
        when="2030-05-04", when_why="", hypotheses=(), documents=tuple(sorted({c.document for c in claims})),
        accounts=(), claims=tuple(c.id for c in claims), inferred=(), pairings=(),
    )  # fmt: skip
