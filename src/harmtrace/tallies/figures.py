"""Which claims take part, which are current, what superseded the others; and the figures that current claims give."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from harmtrace.records.claim import DEAD, Casualty, ClaimId, Modality, Outcome, Scope, Step, Unit, Who, one_kind
from harmtrace.records.judgement import Judgement, rejected
from harmtrace.tallies.states import State, alike, elsewhere, ends, more_than_bodies, singled_out, stands_alone, top
from harmtrace.tallies.voices import Voices
from harmtrace.tallies.weighing import weigh

_CLOSE = 25
_ALONE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What one current claim, or several that add up, gives to a range.

    Attributes:
        low, high: the ends by the table of VOCABULARY; None where it gives none.
        vague: a vague word stands for the number, so it counts only where no claim has one.
        derived: how it was worked out, empty where a claim states it.
    """

    voice: str
    outcome: Outcome
    who: Who
    low: int | None
    high: int | None
    vague: bool
    claims: tuple[ClaimId, ...]
    derived: str = ""

    @property
    def value(self) -> int | None:
        """Return the one number that stands for it: the low end, else the high end."""
        return self.low if self.low is not None else self.high


class Book:
    """The casualty claims of one incident, each with its state; built once, then read."""

    def __init__(self, claims: Sequence[Casualty], voices: Voices, *, judgements: Iterable[Judgement] = ()) -> None:
        """Take the incident's casualty claims, their voices, and what people decided."""
        self.voices = voices
        by_voice: dict[str, list[Casualty]] = defaultdict(list)
        for claim in claims:
            by_voice[voices.key(claim)].append(claim)
        self.states = [
            State(claim=c, voice=voices.key(c), version=voices.version(c, by_voice[voices.key(c)])) for c in claims
        ]
        self._by_id = {state.claim.id: state for state in self.states}
        self._in_document: dict[str, list[State]] = defaultdict(list)
        self._in_voice: dict[str, list[State]] = defaultdict(list)
        for state in self.states:
            self._in_document[state.claim.document].append(state)
            self._in_voice[state.voice].append(state)
        refused = rejected(judgements)
        for state in self.states:
            state.out = _left_out(state.claim, refused)
        self._mark_summed_up()
        self._mark_parts()
        self.sums = self._lists()
        self._mark_individuals()
        self._supersede()
        weigh(self._in_document.values(), voices, self._sizes())
        self._follow()
        self.apart: set[ClaimId] = set()
        self.added = self._increments()

    def state(self, claim: ClaimId) -> State:
        """Return the state of a claim."""
        return self._by_id[claim]

    def _mark_summed_up(self) -> None:
        """Leave out what a text gives for several named sources together, where one of them has its own figure."""
        for state in self.states:
            several = () if state.out else self.voices.several(state.claim)
            theirs = [other for key in several for other in self._in_voice[key]]
            if any(not other.out and one_kind(other.claim, state.claim) for other in theirs):
                state.out = "sums up several sources, whose own figures are here"

    def _mark_parts(self) -> None:
        for state in self.states:
            whole = state.claim.part_of
            if state.out or whole is None or whole not in self._by_id:
                continue
            holder = self._by_id[whole].claim
            if holder.unit is not Unit.FAMILIES:
                state.out = f"part of {whole}"
        for state in self.states:
            if not state.out and state.claim.step is Step.PART and self._has_total(state):
                state.out = "part of a larger count of the same text"

    def _has_total(self, part: State) -> bool:
        return any(
            not s.out
            and s.claim.step in (Step.TOTAL, Step.RUNNING)
            and one_kind(s.claim, part.claim)
            and top(s.claim) >= top(part.claim)
            for s in self._in_document[part.claim.document]
            if s is not part
        )

    def _lists(self) -> dict[ClaimId, tuple[State, ...]]:
        """Return lists of victims that no total sums up, by their first claim; they count only together."""
        found: dict[ClaimId, tuple[State, ...]] = {}
        run: list[State] = []
        ordered = sorted(self.states, key=lambda s: (s.claim.document, s.claim.start, s.claim.end, s.claim.id))
        for state in [*ordered, None]:
            if state is not None and not _listable(state):
                continue
            if state is not None and run and _continues(run[-1], state):
                run.append(state)
                continue
            if len(run) > 1:
                self._close(run, found)
            run = [state] if state is not None and _exact(state.claim) else []
        return found

    def _close(self, run: list[State], found: dict[ClaimId, tuple[State, ...]]) -> None:
        total = sum(s.claim.count.low or 0 for s in run)
        first = run[0].claim
        wholes = [
            s for s in self._in_document[first.document]
            if s not in run and not s.out and one_kind(s.claim, first) and top(s.claim) >= total
            and (s.claim.who is Who.UNSPECIFIED or (s.claim.who is Who.COMBATANT) == (first.who is Who.COMBATANT))
        ]  # fmt: skip
        if wholes:
            for state in run:
                state.out = f"part of {wholes[0].claim.id}"
            return
        numbers = [s.claim.count.low for s in run]
        if len(set(numbers)) < len(numbers) and max(n or 0 for n in numbers) >= 5:
            return
        found[first.id] = tuple(run)
        for state in run:
            state.notes.append(f"adds up with {len(run) - 1} more of the same list")

    def _mark_individuals(self) -> None:
        """Take victims told of in a text that counts at least three times as many as among those.

        Of another speaker than the one who counts (or the outlet) only a single victim is taken so. A victim
        whom no number word counts ("his wife was killed") is among those of any larger count of the same event.
        """
        listed = {s.claim.id for run in self.sums.values() for s in run}
        for state in self.states:
            count = state.claim.count
            if state.out or count.vague is not None or count.low is None:
                continue
            if state.claim.step is not Step.TOTAL or count.low == 0:
                continue
            if count.low != count.high and not _of_some(state.claim):
                continue  # "at least five" of no sort in particular is nobody's part
            size = top(state.claim)
            if state.claim.id in listed:
                size = sum(s.claim.count.low or 0 for s in self._run_of(state.claim.id))
            whole = self._counted_within(state, size)
            if whole is not None:
                state.out = f"among those whom {whole} counts in the same text"
            elif size == 1 and singled_out(state.claim) and (whole := self._counted_elsewhere(state)) is not None:
                state.out = f"one victim told of, where {whole} counts all"
        for first in [f for f, run in self.sums.items() if any(s.out for s in run)]:
            del self.sums[first]

    def _sizes(self) -> dict[ClaimId, int]:
        """Return for each claim of a list what the list adds up to."""
        sizes = [(run, sum(s.claim.count.low or 0 for s in run)) for run in self.sums.values()]
        return {state.claim.id: size for run, size in sizes for state in run}

    def _run_of(self, claim: ClaimId) -> tuple[State, ...]:
        return next(run for run in self.sums.values() if any(s.claim.id == claim for s in run))

    def _counted_within(self, part: State, size: int) -> ClaimId | None:
        for other in self._in_document[part.claim.document]:
            if other is part or other.out:
                continue
            if not one_kind(other.claim, part.claim) or other.claim.count.vague is not None:
                continue
            if (other.claim.who is Who.COMBATANT) != (part.claim.who is Who.COMBATANT):
                continue
            if size == 1 and singled_out(part.claim) and other.claim.event == part.claim.event and top(other.claim) > 1:
                return other.claim.id
            if (
                other.claim.event == part.claim.event
                and top(other.claim) > size
                and _of_some(part.claim)
                and not _of_some(other.claim)
            ):
                return other.claim.id
            if (
                part.claim.count.low != part.claim.count.high
                or other.voice != part.voice
                or top(other.claim) < _ALONE * size
            ):
                continue
            if part.claim.speaker in (None, other.claim.speaker) or size == 1:
                return other.claim.id
        return None

    def _counted_elsewhere(self, part: State) -> ClaimId | None:
        """Return the largest count of another text, where it is three and more and this text counts nobody else.

        A text that tells of one victim alone ("a teacher was killed") does not say that nobody else was.
        """
        if any(
            s is not part and one_kind(s.claim, part.claim) and not s.out
            for s in self._in_document[part.claim.document]
        ):
            return None
        wholes = [
            s for s in self.states
            if not s.out and s.claim.document != part.claim.document and one_kind(s.claim, part.claim)
            and s.claim.modality is not Modality.DENIED and s.claim.count.vague is None
            and s.claim.who is not Who.COMBATANT and (s.claim.count.low or 0) >= _ALONE
        ]  # fmt: skip
        return max(wholes, key=lambda s: (top(s.claim), s.claim.id)).claim.id if wholes else None

    def _supersede(self) -> None:
        taking = [s for s in self.states if not s.out]
        for state in taking:
            if state.claim.step is Step.REPLACED:
                self._replaced(state)
        self._withdrawn()
        for state in taking:
            if not state.ended:
                self._by_same_voice(state)
        runs = [
            s for s in taking
            if not s.ended and (s.claim.step is Step.RUNNING or s.claim.outcome is Outcome.BODIES_RECOVERED)
        ]  # fmt: skip
        for state in taking:
            if not state.ended and state.claim.count.vague is None:
                self._by_running(state, runs)

    def _replaced(self, old: State) -> None:
        old.ended = "named in its text as an earlier figure"
        newest = None
        for near in (self._in_voice[old.voice], self._in_document[old.claim.document]):
            news = [s for s in near if not s.out and s.claim.step is not Step.REPLACED and alike(s, old)]
            newest = newest if newest is not None else self._newest(news)
        old.superseded_by = newest.claim.id if newest is not None else None

    def _withdrawn(self) -> None:
        for denied in self.states:
            if denied.claim.modality is not Modality.DENIED or not denied.claim.count.low:
                continue
            for state in self._in_voice[denied.voice]:
                if state.out or state.ended or not alike(state, denied):
                    continue
                if ends(state.claim) == ends(denied.claim) and not self.voices.later(state.version, denied.version):
                    state.ended, state.superseded_by = "withdrawn by the same voice", denied.claim.id

    def _by_same_voice(self, old: State) -> None:
        news = [
            s for s in self._in_voice[old.voice]
            if s is not old and not s.out and s.version != old.version and stands_alone(s)
            and (alike(s, old) or more_than_bodies(s, old))
            and self.voices.later(s.version, old.version)
            and (s.claim.count.vague is None or old.claim.count.vague is not None)
        ]  # fmt: skip
        newest = self._newest(news)
        if newest is not None:
            old.ended, old.superseded_by = "the same voice gives a later figure", newest.claim.id

    def _by_running(self, old: State, runs: Sequence[State]) -> None:
        news = [s for s in runs if s is not old and not s.ended and self._runs_on(old, s)]
        newest = max(news, key=lambda s: (top(s.claim), s.claim.id), default=None)
        if newest is not None:
            old.ended, old.superseded_by = "an earlier step of one running count", newest.claim.id

    def _runs_on(self, old: State, new: State) -> bool:
        if not alike(new, old) or not stands_alone(new) or not stands_alone(old) or new.claim.count.vague is not None:
            return False
        if top(new.claim) <= top(old.claim) or self.voices.later(old.version, new.version):
            return False
        if old.claim.outcome is Outcome.BODIES_RECOVERED:
            return not elsewhere(old.claim, new.claim)
        if new.claim.step is not Step.RUNNING:
            return False
        official = self.voices.official(old.claim) is not None and self.voices.official(new.claim) is not None
        return official or (old.voice == new.voice and old.claim.step is Step.RUNNING)

    def _newest(self, states: Sequence[State]) -> State | None:
        if len(states) < 2:
            return states[0] if states else None
        best: State | None = None
        for state in sorted(states, key=lambda s: (-top(s.claim), s.claim.headline, s.claim.id)):
            if best is None or self.voices.later(state.version, best.version):
                best = state
        return best

    def _follow(self) -> None:
        """Let a superseded claim name the figure that holds now, at the end of the chain."""
        for state in self.states:
            seen = {state.claim.id}
            while (
                state.superseded_by is not None
                and (after := self._by_id[state.superseded_by].superseded_by) is not None
            ):
                if after in seen:
                    break
                seen.add(after)
                state.superseded_by = after

    def _increments(self) -> dict[ClaimId, tuple[State, ...]]:
        """Return for base claims the increments that add to them; an increment without a base adds to nothing."""
        added: dict[ClaimId, list[State]] = defaultdict(list)
        for state in self.states:
            vague = state.claim.count.vague is not None
            if not state.current or state.claim.step is not Step.INCREMENT or state.claim.count.low is None or vague:
                continue
            bases = [
                s for s in self._in_voice[state.voice]
                if s.current and stands_alone(s) and alike(s, state)
                and s.claim.count.low is not None and s.claim.count.vague is None
                and not self.voices.later(s.version, state.version)
                and (s.claim.document != state.claim.document or s.claim.start < state.claim.start)
            ]  # fmt: skip
            base = self._newest(bases)
            if self._beside_the_dead(state):
                self.apart.add(state.claim.id)
            elif base is None:
                state.out = "adds to a figure that this voice does not give here"
            else:
                added[base.claim.id].append(state)
                state.notes.append(f"adds to {base.claim.id}")
        return {base: tuple(states) for base, states in added.items()}

    def _beside_the_dead(self, state: State) -> bool:
        """Tell whether "more" sets the hurt apart from the dead: nine were killed, twelve more hurt."""
        claim = state.claim
        before = [s.claim for s in self._in_document[claim.document] if s.claim.start < claim.start and not s.out]
        return (
            claim.outcome is Outcome.INJURED
            and any(c.event == claim.event and c.outcome in DEAD for c in before)
            and all(c.outcome is not Outcome.INJURED for c in before)
        )

    def figures(self, vague: Callable[[Casualty], int | None], *, armed: bool = False) -> tuple[Figure, ...]:
        """Return what the current claims give, lists and increments added up and flagged.

        ``armed``: leave the armed, whom a speaker sets apart, in the count of people of unnamed status.
        """
        listed = {s.claim.id for run in self.sums.values() for s in run}
        found = []
        for state in self.states:
            if not state.current or state.claim.unit is Unit.FAMILIES:
                continue
            if state.claim.step is Step.INCREMENT and state.claim.id not in self.apart:
                continue
            if state.claim.id in self.sums:
                found.append(_sum_of([s for s in self.sums[state.claim.id] if s.current]))
            elif state.claim.id not in listed:
                found.append(self._figure(state, vague, armed=armed))
        for first, run in self.sums.items():
            if not self._by_id[first].current and (rest := [s for s in run if s.current]):
                found.append(_sum_of(rest))
        return tuple(found)

    def _figure(self, state: State, vague: Callable[[Casualty], int | None], *, armed: bool) -> Figure:
        claim = state.claim
        low, high = ends(claim) if claim.count.vague is None else (vague(claim), None)
        if claim.count.vague is None and low is not None and high is None:
            high = low
        ids: tuple[ClaimId, ...] = (claim.id,)
        derived = ""
        more = self.added.get(claim.id, ())
        if more and low is not None:
            extra = sum(s.claim.count.low or 0 for s in more)
            derived = f"{low} + {extra} more = {low + extra}"
            low, high = low + extra, (high + extra if high is not None else None)
            ids = (claim.id, *(s.claim.id for s in more))
        apart = None if armed else self._armed_within(state)
        if apart is not None and low is not None and high is not None:
            number = apart.claim.count.low or 0
            derived = f"{low} less {number} armed = {low - number}"
            low, high = max(0, low - number), max(0, high - number)
            ids = (*ids, apart.claim.id)
        return Figure(
            voice=state.voice, outcome=claim.outcome, who=claim.who, low=low, high=high,
            vague=claim.count.vague is not None, claims=ids, derived=derived,
        )  # fmt: skip

    def _armed_within(self, whole: State) -> State | None:
        """Return the part of a count of people of unnamed status that its speaker names as armed."""
        if whole.claim.who is not Who.UNSPECIFIED:
            return None
        for state in self._in_document[whole.claim.document]:
            claim = state.claim
            if claim.who is Who.COMBATANT and claim.part_of == whole.claim.id and claim.count.low is not None:
                return state
        return None


def _sum_of(run: Sequence[State]) -> Figure:
    total = sum(s.claim.count.low or 0 for s in run)
    most = sum(s.claim.count.high or s.claim.count.low or 0 for s in run)
    (who,) = {s.claim.who for s in run} if len({s.claim.who for s in run}) == 1 else {Who.UNSPECIFIED}
    how = " + ".join(str(s.claim.count.low) for s in run) + f" = {total}, a list without a total"
    return Figure(
        voice=run[0].voice, outcome=run[0].claim.outcome, who=who, low=total, high=most, vague=False,
        claims=tuple(s.claim.id for s in run), derived=how if len(run) > 1 else "",
    )  # fmt: skip


def _left_out(claim: Casualty, refused: Mapping[ClaimId, Judgement]) -> str:
    if claim.id in refused:
        return f"rejected by {refused[claim.id].by}"
    if claim.scope is Scope.PERIOD:
        return "a total over a time or an area"
    if claim.modality is Modality.DENIED:
        return "the speaker denies it"
    if claim.modality is Modality.CONDITIONAL:
        return "said only under a condition"
    return ""


def _listable(state: State) -> bool:
    claim = state.claim
    counted = (
        claim.count.vague is None and claim.count.low and (_exact(claim) or _OTHERS.search(claim.quote) is not None)
    )
    return bool(
        not state.out and counted
        and claim.unit is Unit.PEOPLE and claim.step in (Step.TOTAL, Step.PART) and not claim.headline
    )  # fmt: skip


def _exact(claim: Casualty) -> bool:
    return claim.count.low is not None and claim.count.low == claim.count.high


#: "A commander and at least four others": those beside whom a list has named.
_OTHERS = re.compile(r"\bothers?\b|آخر(?:ين|ون|ان)")


def _continues(before: State, after: State) -> bool:
    a, b = before.claim, after.claim
    return (
        a.document == b.document and before.voice == after.voice and a.speaker == b.speaker
        and a.outcome is b.outcome and a.event == b.event and b.start - a.end <= _CLOSE
        and (a.who is Who.COMBATANT) == (b.who is Who.COMBATANT)
    )  # fmt: skip


_SOME = re.compile(
    r"\b(?:children|women|girls|boys|kids|babies|infants|toddlers|teenagers|minors|sons|daughters|brothers|sisters"
    r"|siblings|parents|grandchildren|cousins|aunts|uncles|relatives|nephews|nieces|wives|men|females?|males?"
    r"|journalists|paramedics|medics|doctors|nurses|teachers|students|pupils|employees|workers)\b"
    r"|\bmembers of (?:the|a|one|his|her|their|my|our|this|that)\b|\bfamily members\b"
    r"|\b(?:his|her|their|my|our) (?:\w+ ){0,2}(?:family|families)\b"
    r"|أطفال|طفلين|طفلان|نساء|سيدات|امرأتين|فتيات|أشقاء|أبناء",
    re.IGNORECASE,
)


def _of_some(claim: Casualty) -> bool:
    """Tell whether a number counts a sort of people (children, women, somebody's kin) and so not all of the dead.

    Words that only break a larger number down ("nine people, including three children") do not make it so.
    """
    words = claim.quote[max(claim.number_end - claim.start, 0) :]
    head = re.split(r",|\(|\bincluding\b|\bamong\b|\bmost\b|بينهم|بينهن", words, maxsplit=1)[0]
    return _SOME.search(head) is not None
