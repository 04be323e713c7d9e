"""Incident, Tally, Range: one alleged event, its claims, its numbers over time."""

import re
from dataclasses import dataclass
from enum import StrEnum

from harmtrace.errors import CountError
from harmtrace.records.claim import ClaimId, Outcome, Stated
from harmtrace.records.measure import Place
from harmtrace.records.reason import Reason
from harmtrace.records.score import Feature as Feature  # named apart for the records below this one
from harmtrace.records.strike import DismissalCheck, Match


class Grade(StrEnum):
    """The recorder's credibility grade of an incident (VOCABULARY, Grade)."""

    CONFIRMED = "Confirmed"
    FAIR = "Fair"
    WEAK = "Weak"
    CONTESTED = "Contested"
    DISCOUNTED = "Discounted"


class PositionStatus(StrEnum):
    """A belligerent's position in the five words that tables use."""

    NOT_YET_ASSESSED = "not_yet_assessed"
    OPEN_INCIDENT = "open_incident"
    CREDIBLE_SUBSTANTIATED = "credible_substantiated"
    NON_CREDIBLE_UNSUBSTANTIATED = "non_credible_unsubstantiated"
    DUPLICATE = "duplicate"


class StrikeStatus(StrEnum):
    """What is known of the strike behind an incident (VOCABULARY, Strike status)."""

    DECLARED = "Declared strike"
    LIKELY = "Likely strike"
    CONTESTED = "Contested strike"
    SINGLE_SOURCE = "Single source claim"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """A printed range: both ends, or None where nobody gave one."""

    low: int | None
    high: int | None

    @classmethod
    def of(cls, text: str) -> "Bounds":
        """Return the range that a person writes: ``5``, ``5-7``, ``5-`` (at least), ``-7`` (up to).

        Raises:
            CountError: the text is none of these, or its ends cross.

        >>> Bounds.of("5-7"), Bounds.of("5-")
        (Bounds(low=5, high=7), Bounds(low=5, high=None))
        """
        match = _BOUNDS.fullmatch(text.strip())
        if match is None or match[1] is match[3] is None:
            raise CountError(f"{text!r}: expected a number or LOW-HIGH, such as 5, 5-7, 5- or -7")
        low, dash, high = match.groups()
        least = None if low is None else int(low)
        most = least if dash is None else None if high is None else int(high)
        if least is not None and most is not None and least > most:
            raise CountError(f"{text!r}: the low end {least} lies above the high end {most}")
        return cls(low=least, high=most)


_BOUNDS = re.compile(r"(\d{1,9})?(?:\s{0,20}([-–])\s{0,20}(\d{1,9})?)?", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hypothesis:
    """One reading of where an incident happened, with the claims that name it."""

    place: Place
    claims: tuple[ClaimId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """Why two accounts were, or were not, put into one incident.

    Attributes:
        a, b: (document, event) of each account.
        score: sum of the features' weights, log-odds.
        verdict: ``same``, ``different`` (a cannot-link or a person's decision), or ``below`` the threshold.
    """

    a: tuple[str, int]
    b: tuple[str, int]
    score: float
    features: tuple[Feature, ...]
    verdict: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouped:
    """One incident as grouping leaves it: which accounts and claims belong together, before any tally.

    Attributes:
        when: EDTF, None where no document gives a time.
        when_why: which documents give the day, which the year.
        accounts: (document, event) pairs, sorted.
        claims: ids in order of document and position.
        inferred: for claims whose time was filled from another document: (claim id, EDTF, why).
        pairings: the explained scores that hold it together.
        told: those of ``documents`` that tell of it and make no claim: they are no source and set nothing.
    """

    when: str | None
    when_why: str
    hypotheses: tuple[Hypothesis, ...]
    documents: tuple[str, ...]
    accounts: tuple[tuple[str, int], ...]
    claims: tuple[ClaimId, ...]
    inferred: tuple[tuple[ClaimId, str, str], ...]
    pairings: tuple[Pairing, ...]
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Uncounted:
    """An event that several documents tell of and that none of them counts: no incident, has no code and no number.

    Attributes:
        when: EDTF of the most precise time that they give, None where they give none.
        places: the names of places that most of them give, as written, first the one of most documents.
        documents: two or more, sorted.
        why: what draws each to another: the strongest line of the score of its best pairing.
    """

    when: str | None
    places: tuple[str, ...]
    documents: tuple[str, ...]
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One independent voice (origin): who, in which documents, with which claims, and by which rule it counts."""

    name: str
    documents: tuple[str, ...]
    claims: tuple[ClaimId, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BlamedParty:
    """A party that claims blame (``alleges``) or clear (``denies``), in canonical form and as written."""

    party: str
    written: tuple[str, ...]
    stance: str
    claims: tuple[ClaimId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyPosition:
    """What a belligerent said of the incident on a day.

    Attributes:
        claims: the claims that carry it; none where a person recorded it or a statement says it.
        reason: why it closed the report, None where its words fit no code.
        killed, injured: what it concedes, None where it says nothing.
        earlier: for a duplicate, the incident that the earlier report is about; None where not known.
        basis: ``claims``, ``recorded``, ``statement``, ``assessment``; ``reference`` says which: the number of the
            record, the document, the allegation.
        by: who recorded it, None where nobody did.
    """

    body: str
    status: PositionStatus
    stated: Stated | None
    on: str | None
    claims: tuple[ClaimId, ...]
    reason: Reason | None = None
    killed: Bounds | None = None
    injured: Bounds | None = None
    earlier: str | None = None
    basis: str = "claims"
    reference: str | None = None
    by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyLine:
    """One number of the incident over time.

    Attributes:
        said: EDTF day on which it was said (published), None where unknown.
        voice: name of the voice it belongs to.
        superseded_by: id of the claim that replaced it, None while current.
        why: what makes it current, superseded or left out.
    """

    claim: ClaimId
    said: str | None
    voice: str
    outcome: Outcome
    low: int | None
    high: int | None
    current: bool
    superseded_by: ClaimId | None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A claim that did not count under a rule, or is in no incident, and why."""

    claim: ClaimId
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupBest:
    """A group of the dead under ``ged_best``."""

    best: int | None
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialFigure:
    """The latest figure of one official body."""

    body: str
    said: str | None
    killed: Bounds | None
    injured: Bounds | None
    claim: ClaimId


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """What a named, versioned rule gives, with the claims that set it.

    Attributes:
        rule: ``airwars_range``, ``acled_min``, ``ged_best``, ``latest_official``.
        groups: only under ``ged_best``: civilian, side_a, side_b, unknown.
        bodies: only under ``latest_official``.
    """

    rule: str
    version: str
    killed: Bounds | None = None
    injured: Bounds | None = None
    best: int | None = None
    low: int | None = None
    high: int | None = None
    groups: tuple[tuple[str, GroupBest], ...] = ()
    bodies: tuple[OfficialFigure, ...] = ()
    claims: tuple[ClaimId, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AtRisk:
    """People at risk where the incident happened, not harmed."""

    claim: ClaimId
    low: int | None
    high: int | None
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefSentence:
    """One plain sentence with the claims that it rests on; never without one."""

    sentence: str
    claims: tuple[ClaimId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """An incident's numbers over time, the ranges named rules give, and who speaks.

    Attributes:
        sources: how many publishers' texts hold its claims.
        grade_suggested: a suggestion; a person signs the grade.
        strike_status: a suggestion too, with its reason.
    """

    lines: tuple[TallyLine, ...]
    ranges: tuple[Range, ...]
    voices: tuple[Voice, ...]
    sources: int
    blamed: tuple[BlamedParty, ...]
    positions: tuple[BodyPosition, ...]
    at_risk: tuple[AtRisk, ...]
    grade_suggested: Grade | None
    grade_why: str
    strike_status: StrikeStatus | None = None
    strike_why: str = ""

    @property
    def origins(self) -> int:
        """Return how many independent voices there are."""
        return len(self.voices)


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One alleged event of civilian harm, with a permanent public code.

    Attributes:
        matches: logged strikes that may be it, best first; none where none fits.
        set_aside: matches that a person decided against.
        checks: the dismissals of it, each held against the logs and the claims.
    """

    code: str
    grouped: Grouped
    tally: Tally
    brief: tuple[BriefSentence, ...]
    grade: Grade | None = None
    matches: tuple[Match, ...] = ()
    set_aside: tuple[Match, ...] = ()
    checks: tuple[DismissalCheck, ...] = ()
