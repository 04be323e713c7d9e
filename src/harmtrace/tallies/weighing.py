"""What a text that counts in its own words does to smaller figures in it: its parts, and what a monitor has weighed."""

from collections.abc import Iterable, Mapping, Sequence

from harmtrace.records.claim import DEAD, ClaimId, Outcome, Step, VoiceKind, Who
from harmtrace.records.text import SourceKind
from harmtrace.tallies.states import State, alike, ends, singled_out, stands_alone
from harmtrace.tallies.voices import Voices


def weigh(texts: Iterable[Sequence[State]], voices: Voices, sums: Mapping[ClaimId, int]) -> None:
    """Mark, text by text, the figures that its publisher's own first count of the event outweighs.

    A publisher gives one number in one text: a smaller one that it states in its own words too is a part. A monitor's
    page is an assessment: it has seen the figures that it carries from others, and publishes no minimum below its own
    count, so that a smaller one of theirs does not lower it (ADR 26). What such a source says in its own text stands.
    ``sums`` gives for each claim of a list what the list adds up to: a list counts as one.
    """
    for states in texts:
        for outcomes in (DEAD, (Outcome.INJURED,)):
            main = _own_count(states, outcomes)
            if main is not None:
                _outweigh(main, states, voices, sums)


def _own_count(states: Sequence[State], outcomes: tuple[Outcome, ...]) -> State | None:
    """Return the first count of people that a text states in its own words, None where it states none."""
    own = [s for s in states if s.current and s.claim.outcome in outcomes and _own(s) and _counts(s)]
    return min(own, key=lambda s: (s.claim.start, s.claim.id), default=None)


def _outweigh(main: State, states: Sequence[State], voices: Voices, sums: Mapping[ClaimId, int]) -> None:
    size = sums.get(main.claim.id, main.claim.count.low or 0)
    monitor = voices.published_by(main.claim.document, SourceKind.MONITOR)
    for state in states:
        if (
            state is main
            or not state.current
            or state.claim.event != main.claim.event
            or not _smaller(state, size, sums)
        ):
            continue
        same = alike(state, main) or (monitor and _bodies(state, main))
        if same and _own(state):
            state.out = f"part of {main.claim.id}, which the same text counts in its own words"
        elif same and monitor:
            state.ended, state.superseded_by = "weighed by the monitor whose text carries it", main.claim.id


def _own(state: State) -> bool:
    claim = state.claim
    return claim.speaker is None and claim.via is None and claim.voice is VoiceKind.OUTLET


def _smaller(state: State, size: int, sums: Mapping[ClaimId, int]) -> bool:
    if state.claim.count.vague is not None or state.claim.step is Step.INCREMENT:
        return False
    low, high = ends(state.claim)
    if state.claim.id in sums:
        low = high = sums[state.claim.id]
    least = low if low is not None else high or 0
    return 0 < least < size and (high if high is not None else least) <= size


def _counts(state: State) -> bool:
    """Tell whether a claim counts people who may be all of the harmed: no fighters, not one whom no number counts."""
    claim = state.claim
    if not claim.count.low or claim.count.vague is not None or (claim.count.low == 1 and singled_out(claim)):
        return False
    return stands_alone(state) and claim.who is not Who.COMBATANT and not claim.headline


def _bodies(state: State, main: State) -> bool:
    return state.claim.outcome is Outcome.BODIES_RECOVERED and main.claim.outcome is Outcome.KILLED
