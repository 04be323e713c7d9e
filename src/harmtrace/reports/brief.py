"""The brief of an incident: plain sentences made from its records, each with its citations."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from harmtrace.records.claim import (
    Blame,
    Casualty,
    Claim,
    ClaimId,
    Exposure,
    Modality,
    Outcome,
    Stated,
    Step,
    Unit,
    Who,
)
from harmtrace.records.incident import (
    BlamedParty,
    BodyPosition,
    Bounds,
    BriefSentence,
    Grouped,
    Range,
    Tally,
    TallyLine,
)
from harmtrace.records.measure import Place
from harmtrace.reports import phrase

_MOST_FIGURES = 6
_KILLED = (Outcome.KILLED, Outcome.BODIES_RECOVERED)
_BESIDE = (Outcome.KILLED_OR_INJURED, Outcome.KILLED_OR_MISSING, Outcome.MISSING)

ClaimOf = Callable[[ClaimId], Claim]


@dataclass(frozen=True, slots=True)
class _Case:
    grouped: Grouped
    tally: Tally
    claim_of: ClaimOf
    publisher_of: Callable[[str], str]

    def claims(self) -> tuple[Claim, ...]:
        return tuple(self.claim_of(claim) for claim in self.grouped.claims)

    def who(self, claim: Claim) -> str:
        name = _inside(claim.speaker) if claim.speaker is not None else self.publisher_of(claim.document)
        if claim.speaker is None and isinstance(claim, Casualty) and claim.modality is Modality.ALLEGED:
            name = f"an allegation told by {name}"
        return name if claim.via is None else f"{name} (through {claim.via})"

    def voices_of(self, claims: Iterable[ClaimId]) -> int:
        asked = set(claims)
        return sum(1 for voice in self.tally.voices if not asked.isdisjoint(voice.claims))


def brief(
    grouped: Grouped,
    tally: Tally,
    *,
    claim_of: ClaimOf,
    publisher_of: Callable[[str], str] = "document {}".format,
) -> tuple[BriefSentence, ...]:
    """Return what is agreed, disputed, changed and unknown about an incident, and who was at risk there.

    Every sentence rests on at least one claim, and every number in digits stands in one of its claims,
    in its dates or in a range; voices are counted in words.

    Args:
        grouped: the incident as grouping left it.
        tally: its numbers over time, its ranges, its voices.
        claim_of: gives a claim by its id.
        publisher_of: gives the name of a document's publisher, for what the outlet itself vouches for.
    """
    case = _Case(grouped, tally, claim_of, publisher_of)
    sentences = [
        *_time(case),
        *_place(case),
        *_figures(case, _KILLED, "killed"),
        *_figures(case, (Outcome.INJURED,), "injured"),
        *_beside(case),
        *_changes(case),
        *_responsibility(case),
        *_positions(case),
        *_doubts(case),
        *_at_risk(case),
    ]
    return tuple(sentence for sentence in sentences if sentence.claims)


_COMMON = frozenset(
    "a an the one two three four five several some many most local nearly other residents witnesses eyewitnesses "
    "survivors relatives neighbours neighbors officials doctors medics rescuers activists villagers".split()
)


def _inside(speaker: str) -> str:
    """Return a speaker as the text names it, as it stands inside a sentence.

    >>> _inside("A nurse"), _inside("Reuters")
    ('a nurse', 'Reuters')
    """
    first, space, rest = speaker.partition(" ")
    return first.lower() + space + rest if first.lower() in _COMMON else speaker


def _unique(names: Iterable[str]) -> list[str]:
    """Return names once each, "Red Crescent" and "the Red Crescent" being one; a voice heard itself needs none."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(name.casefold().removeprefix("the "), name)
    return [
        name for key, name in found.items() if key.partition(" (through ")[0] not in found or " (through " not in key
    ]


def _sentence(text: str, claims: Iterable[ClaimId]) -> BriefSentence:
    return BriefSentence(sentence=phrase.capital(text), claims=tuple(dict.fromkeys(claims)))


def _voices(number: int) -> str:
    return "one voice" if number == 1 else f"{phrase.in_words(number)} voices"


def _time(case: _Case) -> list[BriefSentence]:
    grouped = case.grouped
    if grouped.when is None:
        return [_sentence("No document says when it happened.", grouped.claims)]
    event = [claim for claim in case.claims() if isinstance(claim, (Casualty, Blame))]
    same = [claim.id for claim in event if claim.when == grouped.when]
    filled = [claim for claim, _, _ in grouped.inferred]
    cited = same or filled or grouped.claims
    text = f"The harm is dated {phrase.day(grouped.when)}"
    voices = case.voices_of(same)
    if voices > 0 and case.tally.origins > 1:
        text += f"; {_of_all(voices, case.tally.origins)} {'gives' if voices == 1 else 'give'} that date in full"
    sentences = [_sentence(text + ".", cited)]
    rest = [claim for claim in filled if claim not in same]
    if rest:
        sentences.append(_sentence("Where a text leaves out part of the date, it was filled in from the others.", rest))
    if "XX" in grouped.when or len(grouped.when) < 10:
        sentences.append(_sentence(f"What is not known is {_unknown_part(grouped.when)}.", cited))
    return sentences


def _unknown_part(when: str) -> str:
    if when.startswith("XXXX"):
        return "the year"
    return "the day" if len(when) >= 7 else "the month and the day"


def _of_all(some: int, every: int) -> str:
    if some == every:
        return "both voices" if every == 2 else f"all {phrase.in_words(every)} voices"
    return f"{phrase.in_words(some)} of {phrase.in_words(every)} voices"


def _place(case: _Case) -> list[BriefSentence]:
    every = case.grouped.hypotheses
    if not every:
        return [_sentence("No place is known that a map could show.", case.grouped.claims)]
    # A town that holds another reading's quarter does not compete with it: the quarter's words name it.
    names = {name for hypothesis in every for name in hypothesis.place.within}
    rivals = [hypothesis for hypothesis in every if hypothesis.place.name not in names] or list(every)
    first, others = rivals[0], rivals[1:_MOST_FIGURES]
    if not others:
        return [_sentence(f"It is placed in {_place_words(first.place)}.", first.claims)]
    named = phrase.listed([_place_words(hypothesis.place) for hypothesis in others])
    verb, readings = ("is", "both readings") if len(others) == 1 else ("are", "all readings")
    text = f"It is placed in {_place_words(first.place)}; {named} {verb} also named, and {readings} are kept."
    return [_sentence(text, [claim for hypothesis in (first, *others) for claim in hypothesis.claims])]


def _place_words(place: Place) -> str:
    return f"{place.name} ({place.within[0]})" if place.within else place.name


def _figures(case: _Case, outcomes: tuple[Outcome, ...], word: str) -> list[BriefSentence]:
    lines = [line for line in case.tally.lines if line.current and line.outcome in outcomes and _has_figure(case, line)]
    lines = [line for line in lines if not _is_part(case.claim_of(line.claim))]
    if not lines:
        return []
    figures: dict[str, list[TallyLine]] = {}
    for line in sorted(lines, key=lambda line: (_is_vague(case, line), _size(line))):
        figures.setdefault(_figure(case, line), []).append(line)
    if len(figures) == 1:
        figure, same = next(iter(figures.items()))
        return [_sentence(_agreed(case, same, figure, word), [line.claim for line in lines])]
    shown = list(figures.items())[:_MOST_FIGURES]
    parts = [f"{figure}, according to {_speakers(case, group)}" for figure, group in shown]
    more = len(figures) - len(shown)
    tail = (
        f"; {phrase.in_words(more)} more {'figures stand' if more > 1 else 'figure stands'} below" if more > 0 else ""
    )
    text = f"Figures for the {word} differ: {'; '.join(parts)}{tail}."
    return [_sentence(text, [line.claim for _, group in shown for line in group]), *_range(case, word)]


def _is_part(claim: Claim) -> bool:
    return isinstance(claim, Casualty) and claim.step is Step.PART


def _has_figure(case: _Case, line: TallyLine) -> bool:
    claim = case.claim_of(line.claim)
    return (
        line.low is not None or line.high is not None or (isinstance(claim, Casualty) and claim.count.vague is not None)
    )


def _size(line: TallyLine) -> tuple[int, int, str]:
    low = line.low if line.low is not None else line.high
    return low or 0, line.high or 0, line.claim


def _is_vague(case: _Case, line: TallyLine) -> bool:
    claim = case.claim_of(line.claim)
    return isinstance(claim, Casualty) and claim.count.vague is not None


def _figure(case: _Case, line: TallyLine) -> str:
    """Return a line's figure: the claim's own words for a number where the line keeps its bounds."""
    claim = case.claim_of(line.claim)
    bodies = " bodies recovered" if line.outcome is Outcome.BODIES_RECOVERED else ""
    if not isinstance(claim, Casualty) or (claim.count.low, claim.count.high) != (line.low, line.high):
        return phrase.bounds(line.low, line.high) + bodies
    if claim.count.vague is not None:
        return phrase.count(claim.count) + (bodies and " as bodies recovered")
    if claim.count.high == 0:
        return phrase.people(claim, "no")
    if bodies or (claim.who is Who.UNSPECIFIED and claim.unit is Unit.PEOPLE):
        return phrase.count(claim.count) + bodies
    return phrase.people(claim, phrase.count(claim.count))


def _speakers(case: _Case, lines: Sequence[TallyLine]) -> str:
    names = _unique(case.who(case.claim_of(line.claim)) for line in lines)
    return _some(names)


def _agreed(case: _Case, lines: Sequence[TallyLine], figure: str, word: str) -> str:
    voices = len({line.voice for line in lines})
    if figure.startswith("no "):
        return f"According to {_speakers(case, lines)}, {figure} were {word}; no other figure is current."
    if voices == 1:
        return f"The only current figure for the {word} is {figure}, from {_speakers(case, lines)}."
    return f"{_voices(voices)} give the same figure for the {word}: {figure} ({_speakers(case, lines)})."


def _range(case: _Case, word: str) -> list[BriefSentence]:
    rule = next((found for found in case.tally.ranges if found.rule == "airwars_range"), None)
    bounds = None if rule is None else (rule.killed if word == "killed" else rule.injured)
    if rule is None or bounds is None or (bounds.low is None and bounds.high is None):
        return []
    text = f"By the rule {rule.rule}, the figures for the {word} {_run(bounds)}."
    return [_sentence(text, _setting(case, rule, word))]


def _run(bounds: Bounds) -> str:
    if bounds.low is not None and bounds.high is not None and bounds.low != bounds.high:
        return f"run from {bounds.low:,} to {bounds.high:,}"
    return f"come to {phrase.bounds(bounds.low, bounds.high)}"


def _setting(case: _Case, rule: Range, word: str) -> list[ClaimId]:
    injured = [claim for claim in rule.claims if _is_injured(case.claim_of(claim))]
    return injured if word == "injured" else [claim for claim in rule.claims if claim not in injured]


def _is_injured(claim: Claim) -> bool:
    return isinstance(claim, Casualty) and claim.outcome is Outcome.INJURED


def _beside(case: _Case) -> list[BriefSentence]:
    parts: dict[str, ClaimId] = {}
    for line in case.tally.lines:
        if line.current and line.outcome in _BESIDE and _has_figure(case, line):
            parts.setdefault(f"{_figure(case, line)} {phrase.outcome(line.outcome)}", line.claim)
    if not parts:
        return []
    shown = list(parts.items())[:_MOST_FIGURES]
    return [
        _sentence(f"Said beside these figures: {phrase.listed([text for text, _ in shown])}.", [c for _, c in shown])
    ]


def _changes(case: _Case) -> list[BriefSentence]:
    replaced = {line.superseded_by for line in case.tally.lines if line.superseded_by is not None}
    sentences = []
    for last in case.tally.lines:
        if last.superseded_by is not None or last.claim not in replaced:
            continue
        chain = _chain(last, case.tally.lines)
        steps = list(dict.fromkeys(phrase.bounds(line.low, line.high) for line in chain))
        if len(steps) < 2 or steps[-1] != phrase.bounds(last.low, last.high):
            continue
        what = "bodies recovered" if last.outcome is Outcome.BODIES_RECOVERED else f"the {phrase.outcome(last.outcome)}"
        path = f"first {', then '.join(steps[:-1])}, last {steps[-1]}"
        text = f"A count of {what} changed: {path} ({_speakers(case, [last])}); only the last counts."
        sentences.append(_sentence(text, [line.claim for line in chain]))
    return sentences


def _chain(last: TallyLine, lines: Sequence[TallyLine]) -> list[TallyLine]:
    """Return every line that leads up to the last one, oldest figure first, each once."""
    found = [last]
    for line in found:
        found += [older for older in lines if older.superseded_by == line.claim and older not in found]
    return [*sorted(found[1:], key=lambda line: (line.said or "", *_size(line))), last]


def _some(names: list[str]) -> str:
    """Return up to three names, the rest counted in words."""
    return phrase.listed(names if len(names) <= 3 else [*names[:3], f"{phrase.in_words(len(names) - 3)} more"])


def _responsibility(case: _Case) -> list[BriefSentence]:
    alleged = [party for party in case.tally.blamed if party.stance == "alleges"][:_MOST_FIGURES]
    denied = [party for party in case.tally.blamed if party.stance != "alleges"][:_MOST_FIGURES]
    sentences = []
    if len({party.party for party in alleged}) > 1:
        parts = [f"{_the(party.party)} is blamed by {_blaming(case, party)}" for party in alleged]
        cited = [claim for party in alleged for claim in party.claims]
        sentences.append(_sentence(f"Responsibility or cause is disputed: {'; '.join(parts)}.", cited))
    elif alleged:
        only = alleged[0]
        text = f"{_the(only.party)} is blamed by {_blaming(case, only)}; these documents blame no other party."
        sentences.append(_sentence(text, only.claims))
    sentences += [_sentence(_denial(case, party), party.claims) for party in denied]
    return sentences


def _denial(case: _Case, party: BlamedParty) -> str:
    names = _some(_names(case, party))
    denied = party.stance.removeprefix("denies").strip()
    return f"A denial by {names} concerns {_the(party.party)}{f': {denied}' if denied else ''}."


def _names(case: _Case, party: BlamedParty) -> list[str]:
    return _unique(case.who(case.claim_of(claim)) for claim in party.claims)


def _blaming(case: _Case, party: BlamedParty) -> str:
    names = _names(case, party)
    causes = dict.fromkeys(
        claim.cause
        for claim in map(case.claim_of, party.claims)
        if isinstance(claim, Blame) and claim.cause is not None
    )
    cause = next((cause for cause in causes if cause.casefold() != party.party.casefold()), None)
    listed = _some(names)
    return listed if cause is None else f"{listed} ({cause})"


_COLLECTIVE = re.compile(
    r"(?:coalition|alliance|army|forces?|brigades?|command|ministry|government|militia|military|navy|"
    r"police|administration|council|authorities|movement|regime|group)\Z",
    re.IGNORECASE,
)


def _the(name: str) -> str:
    """Return a party's name as it stands in a sentence.

    >>> _the("Northern Alliance"), _the("Russia"), _the("a car bomb")
    ('the Northern Alliance', 'Russia', 'a car bomb')
    """
    bare = name.split(" ", 1)[0].casefold() not in ("the", "a", "an", "islamic")
    return f"the {name}" if bare and _COLLECTIVE.search(name) is not None else name


def _positions(case: _Case) -> list[BriefSentence]:
    latest = {position.body: position for position in case.tally.positions}
    return [_sentence(_position(position), position.claims) for position in latest.values()]


def _position(position: BodyPosition) -> str:
    on = "" if position.on is None else f"{phrase.day_clause(position.on)} "
    if position.stated is None:
        return f"{on}the position of {_the(position.body)} was: {phrase.status(position.status)}."
    text = f"{on}{_the(position.body)} {phrase.stated(position.stated)}"
    if position.stated is Stated.NON_CREDIBLE:
        text += "; that is not a finding that nobody was harmed"
    return text + "."


def _doubts(case: _Case) -> list[BriefSentence]:
    numbers = [claim for claim in case.claims() if isinstance(claim, Casualty)]
    unsure = [claim.id for claim in numbers if claim.modality is Modality.UNCONFIRMED]
    denied = [claim for claim in numbers if claim.modality is Modality.DENIED]
    sentences = []
    for claim in [one for one in denied if one.count.low]:
        told = next((one for one in numbers if _corrects(one, claim)), None)
        if told is not None:
            denied.remove(claim)
            what = f"from {phrase.count(claim.count)} to {phrase.count(told.count)}"
            text = f"{case.who(claim)} corrected a figure for the {phrase.outcome(claim.outcome)} {what}."
            sentences.append(_sentence(text, [claim.id, told.id]))
    if unsure:
        noun = "figure was" if len(unsure) == 1 else "figures were"
        sentences.append(_sentence(f"{phrase.in_words(len(unsure))} {noun} given as unconfirmed.", unsure))
    if denied:
        names = _some(_unique(case.who(claim) for claim in denied))
        sentences.append(
            _sentence(f"{names} rejected a number or the harm itself, or took it back.", [claim.id for claim in denied])
        )
    return sentences


def _corrects(new: Casualty, old: Casualty) -> bool:
    """Tell whether a count is what its speaker gives, in the same text, for one taken back there."""
    same = new.document == old.document and new.speaker == old.speaker and new.outcome is old.outcome
    return (
        same
        and new.start > old.start
        and new.modality is Modality.ASSERTED
        and new.step is not Step.PART
        and bool(new.count.low)
    )


def _at_risk(case: _Case) -> list[BriefSentence]:
    told: dict[str, list[ClaimId]] = {}
    for risk in case.tally.at_risk:
        claim = case.claim_of(risk.claim)
        figure = phrase.count(claim.count) if isinstance(claim, Exposure) else phrase.bounds(risk.low, risk.high)
        what = risk.what.strip()
        text = f"At risk there, not harmed, according to {case.who(claim)}: {figure}{f' ({what})' if what else ''}."
        told.setdefault(text, []).append(risk.claim)
    return [_sentence(text, claims) for text, claims in told.items()]
