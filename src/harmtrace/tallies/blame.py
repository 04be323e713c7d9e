"""Who is blamed, by which voices; what belligerents say; and the grade that this suggests."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from harmtrace.language.parties import canonical, fold, group, party, settle
from harmtrace.records.claim import Blame, Casualty, Claim, ClaimId, Modality, Position, Stated
from harmtrace.records.incident import BlamedParty, BodyPosition, Grade, PositionStatus, StrikeStatus
from harmtrace.tallies.voices import Voices

STATUS: Mapping[Stated, PositionStatus] = {
    Stated.NOT_AWARE: PositionStatus.NOT_YET_ASSESSED,
    Stated.UNDER_REVIEW: PositionStatus.OPEN_INCIDENT,
    Stated.ASSESSMENT_OPENED: PositionStatus.OPEN_INCIDENT,
    Stated.INVESTIGATION_OPENED: PositionStatus.OPEN_INCIDENT,
    Stated.STRIKE_ACKNOWLEDGED: PositionStatus.OPEN_INCIDENT,
    Stated.CREDIBLE: PositionStatus.CREDIBLE_SUBSTANTIATED,
    Stated.RESPONSIBILITY_ACCEPTED: PositionStatus.CREDIBLE_SUBSTANTIATED,
    Stated.NON_CREDIBLE: PositionStatus.NON_CREDIBLE_UNSUBSTANTIATED,
    Stated.RESPONSIBILITY_DENIED: PositionStatus.NON_CREDIBLE_UNSUBSTANTIATED,
}
"""VOCABULARY, Position: the word that claims carry -> the status that tables use."""

_STEPS = (
    *(Stated.NOT_AWARE, Stated.RESPONSIBILITY_DENIED, Stated.STRIKE_ACKNOWLEDGED, Stated.UNDER_REVIEW),
    *(Stated.ASSESSMENT_OPENED, Stated.INVESTIGATION_OPENED),
    *(Stated.NON_CREDIBLE, Stated.CREDIBLE, Stated.RESPONSIBILITY_ACCEPTED),
)
"""How an allegation is handled, first step to last: what a body says on one day is taken in this order."""

_NOBODY = frozenset(
    ("by", "both", "for", "the", "it", "them", "others", "each", "other", "unknown", "unidentified", "on")
)
_OWN_DENIAL = frozenset(("responsibility", "involvement", "blame", "responsible", "involved", "role"))
_STRIKE_WORDS_TEXT = (
    "airstrike airstrikes strike strikes raid raids bombing bombardment shelling shelled shell shells missile missiles "
    "rocket rockets drone drones bombed warplane warplanes aircraft artillery air "
    "غارة غارات قصف القصف طيران الطيران صاروخ"
)
_STRIKE_WORDS = frozenset(_STRIKE_WORDS_TEXT.split())


def blamed_parties(claims: Sequence[Claim], refused: frozenset[ClaimId]) -> tuple[BlamedParty, ...]:
    """Return the parties that claims blame or clear, in canonical form, those of most claims first."""
    named = _named(claims)
    found: dict[tuple[str, str], tuple[dict[str, None], dict[ClaimId, None]]] = defaultdict(lambda: ({}, {}))
    for claim in claims:
        if claim.id in refused:
            continue
        written, stance = _blame(claim)
        if written is not None and not set(fold(written).split()) <= _NOBODY:
            words, ids = found[(settle(written, named), stance)]
            words[written] = None
            ids[claim.id] = None
    parties = [
        BlamedParty(party=name, written=tuple(words), stance=stance, claims=tuple(ids))
        for (name, stance), (words, ids) in found.items()
    ]
    return tuple(sorted(parties, key=lambda p: (-len(p.claims), p.party, p.stance)))


def _named(claims: Iterable[Claim]) -> frozenset[str]:
    """Return every name by which the claims call a speaker or a party."""
    names: set[str | None] = set()
    for claim in claims:
        names.add(claim.speaker)
        match claim:
            case Casualty() | Blame():
                names.add(claim.blamed)
            case Position() if claim.speaker is None:
                names.add(claim.body)
            case _:
                pass
    return frozenset(name for name in names if name is not None)


def _blame(claim: Claim) -> tuple[str | None, str]:
    if isinstance(claim, Casualty):
        return claim.blamed, "denies" if claim.modality is Modality.DENIED else "alleges"
    if not isinstance(claim, Blame) or claim.blamed is None:
        return None, "alleges"
    return claim.blamed, "denies" if _clears(claim, claim.blamed) else "alleges"


def _clears(claim: Blame, blamed: str) -> bool:
    """Tell whether a denial clears the party itself; a denied cause ("denies airstrike") leaves the blame standing."""
    stance = fold(claim.stance)
    if not stance.startswith("denies"):
        return False
    denied = stance.removeprefix("denies").strip()
    words = set(denied.split())
    if not denied or words & _OWN_DENIAL:
        return True
    if canonical(denied) == canonical(blamed):
        return True
    return claim.speaker is not None and party(claim.speaker) is not None and party(claim.speaker) == party(blamed)


def positions(
    claims: Sequence[Claim], published: Mapping[str, str | None], refused: frozenset[ClaimId]
) -> tuple[BodyPosition, ...]:
    """Return what each body said on each day, in order of the day, unknown days first."""
    named = _named(claims)
    first: dict[tuple[str, Stated, str], str] = {}
    said: list[tuple[tuple[str, Stated, str], str | None, ClaimId]] = []
    for claim in claims:
        if isinstance(claim, Position) and claim.id not in refused:
            said_by = claim.speaker if claim.speaker is not None else claim.body
            written = (
                said_by if claim.body is None or said_by is None or canonical(said_by) == claim.body else claim.body
            )
            body = settle(written, named) if written is not None else "unnamed body"
            words, on = (body, claim.position, fold(claim.quote)), claim.when or published.get(claim.document)
            said.append((words, on, claim.id))
            if on is not None:
                first[words] = min(on, first.get(words, on))
    found: dict[tuple[str, Stated, str | None], list[ClaimId]] = defaultdict(list)
    for words, on, id in said:  # the same words again, in a copy or days later, were said when they were first told
        found[(words[0], words[1], first[words] if on is not None else None)].append(id)
    every = [
        BodyPosition(body=body, status=STATUS[stated], stated=stated, on=on, claims=tuple(ids))
        for (body, stated, on), ids in found.items()
    ]
    return in_time(every)


def in_time(every: Iterable[BodyPosition]) -> tuple[BodyPosition, ...]:
    """Return positions in order of the day on which they were said, unknown days first: a body's last is its latest.

    On one day those that claims carry come first, by the steps of handling: who said to have known of nothing and to
    have opened an assessment has opened it. What an assessment did that day stays in the order of its own steps.
    """
    return tuple(sorted(every, key=_said))


def _said(one: BodyPosition) -> tuple[str, str, bool, int, str]:
    carried = one.basis == "claims"
    step = _STEPS.index(one.stated) if carried and one.stated is not None else 0
    return one.on or "", one.body, not carried, step, one.reference or ""


def grade(
    *,
    origins: int,
    blame: Sequence[BlamedParty],
    stands: Sequence[BodyPosition],
    claims: Sequence[Claim],
    voices: Voices,
    strike: str | None,
) -> tuple[Grade | None, str]:
    """Return the grade that the table of VOCABULARY suggests, with the reason; never Discounted."""
    accepted = [p for p in stands if p.status is PositionStatus.CREDIBLE_SUBSTANTIATED]
    if accepted:
        return Grade.CONFIRMED, f"{accepted[0].body} has accepted the harm"
    rivals = _rival_parties(blame, claims, voices)
    if rivals is not None:
        return Grade.CONTESTED, f"independent voices blame different parties: {rivals[0]} and {rivals[1]}"
    if origins >= 2:
        near = strike or _declared(stands) or _likely(blame, claims)
        if near is not None:
            return Grade.FAIR, f"{origins} independent voices; {near}"
        return None, f"{origins} independent voices, but no belligerent's action near by is known or likely"
    if origins == 1:
        return Grade.WEAK, "one independent voice"
    return None, "no independent voice vouches for harm"


def strike_status(
    *,
    origins: int,
    blame: Sequence[BlamedParty],
    stands: Sequence[BodyPosition],
    claims: Sequence[Claim],
    voices: Voices,
    strike: str | None,
) -> tuple[StrikeStatus | None, str]:
    """Return what is known of the strike behind an incident, with the reason; None where no strike is told of."""
    rivals = _rival_parties(blame, claims, voices)
    if rivals is not None:
        return StrikeStatus.CONTESTED, f"{rivals[0]} and {rivals[1]} are both blamed"
    accepted = [p for p in stands if p.status is PositionStatus.CREDIBLE_SUBSTANTIATED]
    if accepted:
        return StrikeStatus.DECLARED, f"{accepted[0].body} has accepted the harm"
    declared = _declared(stands) or strike
    if declared is not None:
        return StrikeStatus.DECLARED, declared
    told = _likely(blame, claims)
    if told is None:
        return None, "nobody tells of a strike"
    if origins >= 2:
        return StrikeStatus.LIKELY, f"{told}; {origins} independent voices"
    return StrikeStatus.SINGLE_SOURCE, f"{told}; {origins} independent voice{'s' if origins != 1 else ''}"


def _rival_parties(blame: Sequence[BlamedParty], claims: Sequence[Claim], voices: Voices) -> tuple[str, str] | None:
    by_id = {claim.id: claim for claim in claims}
    speaking: dict[str, set[str]] = defaultdict(set)
    names: dict[str, str] = {}
    for one in blame:
        if one.stance == "alleges":
            side = group(one.party)
            names.setdefault(side, one.party)
            speaking[side] |= {voices.key(by_id[claim]) for claim in one.claims}
    for a, b in combinations(sorted(speaking), 2):
        if len(speaking[a] | speaking[b]) > 1:
            return names[a], names[b]
    return None


def _declared(stands: Sequence[BodyPosition]) -> str | None:
    for position in stands:
        if position.stated is Stated.STRIKE_ACKNOWLEDGED:
            return f"{position.body} acknowledges a strike"
    return None


def _likely(blame: Sequence[BlamedParty], claims: Iterable[Claim]) -> str | None:
    for one in blame:
        if one.stance == "alleges":
            return f"{one.party} is blamed"
    for claim in claims:
        words = set(fold(claim.quote).split())
        if isinstance(claim, Blame) and claim.cause is not None:
            words |= set(fold(claim.cause).split())
        if isinstance(claim, Casualty | Blame) and words & _STRIKE_WORDS:
            return "a strike is reported"
    return None
