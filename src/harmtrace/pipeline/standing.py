"""Claims as they stand: the machine's with people's decisions laid over, the machine's own kept beside."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from harmtrace.incidents import decided
from harmtrace.records.claim import Account, Casualty, Claim, ClaimId, Reading, Scope
from harmtrace.records.judgement import Decision, Judgement, rejected
from harmtrace.records.measure import Place

# What a person may set that says where or when the event was.
_MOVING = frozenset(("when", "where"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One claim as it stands.

    Attributes:
        machine: as the rules read it; never altered.
        now: with the values that people set; the same where they set none.
        judgements: every decision on it, in order.
        rejected: the latest decision leaves it out.
    """

    machine: Claim
    now: Claim
    judgements: tuple[Judgement, ...]
    rejected: bool


class Overlay:
    """People's decisions on claims, ready to be laid over readings.

    ``lookup`` tells which places a name may mean.
    """

    def __init__(
        self, judgements: Iterable[Judgement], *, lookup: Callable[[str], tuple[Place, ...]] = lambda _: ()
    ) -> None:
        self._lookup = lookup
        self._of: dict[str, list[Judgement]] = {}
        for one in judgements:
            if one.decision in (Decision.ACCEPT, Decision.REJECT, Decision.SET):
                self._of.setdefault(one.subject, []).append(one)

    def claims(self, claims: Sequence[Claim]) -> tuple[Claim, ...]:
        """Return claims with the values that people set."""
        ours = [one for claim in claims for one in self._of.get(claim.id, ())]
        return tuple(map(self._placed, decided(claims, ours)[0])) if ours else tuple(claims)

    def reading(self, reading: Reading) -> Reading:
        """Return what a document says with the values that people set.

        A claim whose time or place a person set stands on an account of its own from
        then on: the correction speaks of that claim alone.
        """
        if not any(claim.id in self._of for claim in reading.claims):
            return reading
        claims, accounts = [], list(reading.accounts)
        for claim in self.claims(reading.claims):
            if self._set(claim) & _MOVING and not (isinstance(claim, Casualty) and claim.scope is Scope.PERIOD):
                accounts.append(self._account(claim, accounts))
                claim = replace(claim, event=accounts[-1].event)
            claims.append(claim)
        return replace(reading, claims=tuple(claims), accounts=tuple(accounts))

    def standing(self, claim: Claim) -> Standing:
        """Return how one claim stands."""
        ours = tuple(self._of.get(claim.id, ()))
        return Standing(
            machine=claim, now=self.claims([claim])[0], judgements=ours, rejected=claim.id in rejected(ours)
        )

    def _set(self, claim: Claim) -> set[str]:
        return {field for one in self._of.get(claim.id, ()) for field, _ in one.values}

    def _placed(self, claim: Claim) -> Claim:
        if claim.where is None or "where" not in self._set(claim):
            return claim
        return replace(claim, places=self._lookup(claim.where))

    def _account(self, claim: Claim, accounts: Sequence[Account]) -> Account:
        """Return an account for a claim that a person moved; what they did not set is as it was."""
        event = 1 + max((one.event for one in accounts), default=-1)
        old = next((one for one in accounts if one.event == claim.event), None)
        own = replace(Account.of(claim, event), when=claim.when)
        if old is None:
            return own
        if "when" not in self._set(claim):
            own = replace(own, when=old.when, when_why=old.when_why)
        if "where" not in self._set(claim):
            own = replace(own, places=old.places, place_names=old.place_names)
        return replace(own, targets=old.targets, causes=old.causes, parties=old.parties)


def claim_in(reading: Reading, id: ClaimId) -> Claim | None:
    """Return a claim of a reading by its id, None where it holds no such claim."""
    return next((one for one in reading.claims if one.id == id), None)
