"""How each casualty claim of an incident stands, and what two of them are to each other."""

from dataclasses import dataclass, field

from harmtrace.records.claim import Casualty, ClaimId, Modality, Outcome, Step, Unit, Who


@dataclass(slots=True)
class State:
    """How one claim stands: takes part and current, or why not."""

    claim: Casualty
    voice: str
    version: str
    out: str = ""
    superseded_by: ClaimId | None = None
    ended: str = ""
    notes: list[str] = field(default_factory=list)

    @property
    def current(self) -> bool:
        """Tell whether nothing ended it and it takes part."""
        return not self.out and not self.ended


def ends(claim: Casualty) -> tuple[int | None, int | None]:
    """Return the low and the high end that a claim gives."""
    return claim.count.low, claim.count.high


def top(claim: Casualty) -> int:
    """Return the largest number that a claim gives, 0 where it gives none."""
    low, high = ends(claim)
    return high if high is not None else low if low is not None else 0


def alike(a: State, b: State) -> bool:
    """Tell whether two claims count the same outcome, both fighters or neither, both families or neither."""
    x, y = a.claim, b.claim
    if x.outcome is not y.outcome:
        return False
    same_status = (x.who is Who.COMBATANT) == (y.who is Who.COMBATANT)
    return same_status and (x.unit is Unit.FAMILIES) == (y.unit is Unit.FAMILIES)


def more_than_bodies(new: State, old: State) -> bool:
    """Tell whether a voice that counted bodies now counts the dead, and not fewer: its later figure for the same."""
    if (old.claim.outcome, new.claim.outcome) != (Outcome.BODIES_RECOVERED, Outcome.KILLED):
        return False
    return new.claim.who is not Who.COMBATANT and top(new.claim) >= top(old.claim)


def stands_alone(state: State) -> bool:
    """Tell whether a claim gives a whole number of its own, and stands by it."""
    return state.claim.step in (Step.TOTAL, Step.RUNNING) and state.claim.modality is not Modality.DENIED


def elsewhere(a: Casualty, b: Casualty) -> bool:
    """Tell whether two counts of bodies name two different fine places, so that they are two sites."""
    fine = [tuple(p for p in c.places if p.tier is not None and p.tier.rank <= 6) for c in (a, b)]
    if not fine[0] or not fine[1]:
        return False
    return not {p.name for p in fine[0]} & {p.name for p in fine[1]}


_ONE = frozenset(("one", "1", "single", "only", "lone", "واحد", "واحدة", "١", "۱"))


def singled_out(claim: Casualty) -> bool:
    """Tell whether the words tell of one victim without counting: a name, a noun, a relation."""
    words = (
        claim.quote[max(claim.number_start - claim.start, 0) : max(claim.number_end - claim.start, 0)].lower().split()
    )
    return bool(words) and _ONE.isdisjoint(words) and not any(char.isdigit() for char in words[0])
