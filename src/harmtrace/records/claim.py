"""Claim and its kinds: casualty, position, blame, exposure; accounts of events."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType, Self

from harmtrace.records.entry import Issue
from harmtrace.records.measure import Count, Place
from harmtrace.records.text import ZoneKind

ClaimId = NewType("ClaimId", str)


class Outcome(StrEnum):
    """What happened to the people counted."""

    KILLED = "killed"
    INJURED = "injured"
    KILLED_OR_INJURED = "killed_or_injured"
    MISSING = "missing"
    BODIES_RECOVERED = "bodies_recovered"
    KILLED_OR_MISSING = "killed_or_missing"


class Who(StrEnum):
    """What the words say the people counted were."""

    CIVILIAN = "civilian"
    COMBATANT = "combatant"
    UNSPECIFIED = "unspecified"


class Unit(StrEnum):
    """What is counted."""

    PEOPLE = "people"
    FAMILIES = "families"
    BODIES = "bodies"


class Scope(StrEnum):
    """Whether a number speaks of one event or of a time or an area with many."""

    EVENT = "event"
    PERIOD = "period"


class Modality(StrEnum):
    """How firmly the speaker vouches for a number."""

    ASSERTED = "asserted"
    ALLEGED = "alleged"
    UNCONFIRMED = "unconfirmed"
    DENIED = "denied"
    CONDITIONAL = "conditional"


class Stated(StrEnum):
    """What a responsible body says of an allegation, in the finer word that claims carry."""

    NOT_AWARE = "not_aware"
    UNDER_REVIEW = "under_review"
    ASSESSMENT_OPENED = "assessment_opened"
    INVESTIGATION_OPENED = "investigation_opened"
    STRIKE_ACKNOWLEDGED = "strike_acknowledged"
    CREDIBLE = "credible"
    NON_CREDIBLE = "non_credible"
    RESPONSIBILITY_DENIED = "responsibility_denied"
    RESPONSIBILITY_ACCEPTED = "responsibility_accepted"


class VoiceKind(StrEnum):
    """What sort of voice vouches for a claim (VOCABULARY, Origins).

    ``outlet``: the document's publisher itself, no other voice named.
    ``people``: residents, witnesses, named or unnamed persons, an official or medic speaking to the outlet.
    ``health``, ``civil_defence``, ``monitor``, ``government``, ``military``: an organisation's own statement or count.
    ``media``: another outlet or agency. ``hearsay``: "reports", "rumours", nobody named.
    """

    OUTLET = "outlet"
    PEOPLE = "people"
    HEALTH = "health"
    CIVIL_DEFENCE = "civil_defence"
    MONITOR = "monitor"
    GOVERNMENT = "government"
    MILITARY = "military"
    MEDIA = "media"
    HEARSAY = "hearsay"


class Step(StrEnum):
    """How a number stands to the other numbers of its voice.

    ``total``: a figure of its own. ``running``: a step of a running count ("rose to 83", bodies so far).
    ``replaced``: the old number, named as old ("from 61", "an earlier toll of 18").
    ``increment``: added to what came before ("six more"). ``part``: a part of another claim's count.
    """

    TOTAL = "total"
    RUNNING = "running"
    REPLACED = "replaced"
    INCREMENT = "increment"
    PART = "part"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A breakdown that a claim itself gives: children, women, men, with bounds (None: named, not numbered)."""

    name: str
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One statement by one speaker, tied to the words that make it.

    Attributes:
        id: follows from document, words, kind and number alone.
        start, end: the words, in code points of the document's text; ``quote`` is exactly these.
        speaker: who vouches for it, innermost voice, as the text names it; None for the outlet itself.
        via: who carried that voice to the outlet; None where nobody.
        voice: what sort of voice the speaker is.
        when: EDTF; for casualty and blame the time of the harm, for a position the day it was said.
        when_why: how ``when`` was found ("in the sentence", "dateline", "earlier in the text", ...).
        where: the narrowest place named, as written; None where none is.
        places: what ``where`` may mean, best first; empty where no gazetteer knows it.
        event: ordinal of the account (one document's account of one event) that it belongs to;
            None where it speaks of no one event.
        zone: the part of the page it stands in.
        rules: names of the rules that fired, with versions.
    """

    id: ClaimId
    document: str
    start: int
    end: int
    quote: str
    speaker: str | None = None
    via: str | None = None
    voice: VoiceKind = VoiceKind.OUTLET
    when: str | None = None
    when_why: str = ""
    where: str | None = None
    places: tuple[Place, ...] = ()
    event: int | None = None
    zone: ZoneKind = ZoneKind.BODY
    engine: str = "rules"
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Casualty(Claim):
    """How many came to harm.

    Attributes:
        number_start, number_end: the words of the number itself (may equal a singular noun, "a child").
        part_of: id of the claim whose count this one is a part of, where it is one.
        blamed: who the claim says did it, as written.
        headline: True for a claim made in the title, repeated in the body.
    """

    outcome: Outcome
    who: Who
    count: Count
    unit: Unit = Unit.PEOPLE
    groups: tuple[Group, ...] = ()
    scope: Scope = Scope.EVENT
    modality: Modality = Modality.ASSERTED
    step: Step = Step.TOTAL
    part_of: ClaimId | None = None
    blamed: str | None = None
    headline: bool = False
    number_start: int = 0
    number_end: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Position(Claim):
    """What a responsible body says of an allegation; ``when`` is the day it was said.

    Attributes:
        body: the belligerent in canonical form ("US-led coalition"), None where unclear.
    """

    position: Stated
    body: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Blame(Claim):
    """Who or what caused the harm, or did not.

    Attributes:
        blamed: the party, as written; None where only a cause is named.
        cause: free words ("car bomb", "airstrike").
        stance: ``alleges``, or ``denies`` followed by what is denied.
    """

    blamed: str | None
    cause: str | None
    stance: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Exposure(Claim):
    """People at risk, not harmed (trapped, besieged, living there)."""

    count: Count
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """A number that makes no claim, with the reason it was set aside."""

    document: str
    start: int
    end: int
    quote: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One document's account of one event: what its claims on that event share.

    Attributes:
        event: ordinal within the document, from 0; the claims with that ``event`` belong to it.
        when: EDTF of the event as this document gives it, None where it gives none.
        when_why: where that stands in the document.
        places: hypotheses for where it happened, narrowest first.
        place_names: the names as written, same order of first mention.
        targets: what was hit, in canonical words (``house``, ``mosque``, ``market``).
        causes: canonical words for the means (``airstrike``, ``shelling``, ``car bomb``).
        parties: canonical names of the parties blamed or striking.
        separate: True where the text says that it is another event ("in a separate attack").
        background: True where it is named only for comparison.
        quote_start, quote_end: the first words that speak of it.
        weekday: day of the week that the document names for it (Monday 0), None where it names none.
    """

    document: str
    event: int
    when: str | None
    when_why: str
    places: tuple[Place, ...]
    place_names: tuple[str, ...]
    targets: frozenset[str]
    causes: frozenset[str]
    parties: frozenset[str]
    separate: bool
    background: bool
    quote_start: int
    quote_end: int
    weekday: int | None = None

    @classmethod
    def of(cls, claim: "Claim", event: int) -> Self:
        """Return the account that one claim alone gives; a position is dated by its saying, not by its event."""
        return cls(
            document=claim.document,
            event=event,
            when=None if isinstance(claim, Position) else claim.when,
            when_why=claim.when_why,
            places=claim.places,
            place_names=() if claim.where is None else (claim.where,),
            targets=frozenset(),
            causes=frozenset(),
            parties=frozenset(),
            separate=False,
            background=False,
            quote_start=claim.start,
            quote_end=claim.end,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one document says: its claims, its accounts of events, and the numbers that are no claims.

    Attributes:
        claims: in order of ``start``, then ``end``, then kind.
        reference: EDTF of the reference day that relative dates were read from, None where none is known.
        reference_why: ``given``, ``published``, ``dateline``, ``year elsewhere in the text`` and the like.
    """

    document: str
    claims: tuple[Claim, ...]
    accounts: tuple[Account, ...]
    set_aside: tuple[SetAside, ...]
    issues: tuple[Issue, ...]
    reference: str | None
    reference_why: str


DEAD = (Outcome.KILLED, Outcome.BODIES_RECOVERED)
"""Outcomes that count the dead: people killed, and bodies that were found."""


def one_kind(a: Casualty, b: Casualty) -> bool:
    """Tell whether two claims count the same: the dead and bodies are one kind."""
    return a.outcome is b.outcome or (a.outcome in DEAD and b.outcome in DEAD)
