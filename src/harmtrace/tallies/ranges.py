"""Current figures -> ranges by named, versioned rules (VOCABULARY, Named range rules)."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from harmtrace.language.parties import fold
from harmtrace.records.claim import DEAD, Casualty, ClaimId, Outcome, Position, Unit, VoiceKind, Who
from harmtrace.records.incident import Bounds, GroupBest, LeftOut, OfficialFigure, Range
from harmtrace.records.text import SourceKind
from harmtrace.tallies.figures import Book, Figure
from harmtrace.tallies.states import State
from harmtrace.tallies.voices import Voices

VERSIONS: Mapping[str, str] = {"airwars_range": "3", "acled_min": "4", "ged_best": "3", "latest_official": "2"}

_EITHER = (Outcome.KILLED_OR_MISSING, Outcome.KILLED_OR_INJURED)
_ACLED_WORDS = {"tens": 10, "dozens": 12, "dozen": 12, "hundreds": 100, "several": 3}
_STATE_FORCES = frozenset(("soldier", "soldiers", "troops", "policeman", "policemen", "officers", "servicemen"))


def literal(claim: Casualty) -> int | None:
    """Return the lower bound of a vague word by its literal plural (dozens 24)."""
    return claim.count.low


def acled(claim: Casualty) -> int | None:
    """Return what ACLED's coding table gives for a vague word (dozens 12), else the literal plural."""
    for word in fold(claim.count.vague or "").split():
        if word in _ACLED_WORDS:
            return _ACLED_WORDS[word]
    return claim.count.low


def vague_table(name: str) -> Callable[[Casualty], int | None]:
    """Return the table of vague words of a name: ``literal`` or ``acled``."""
    return acled if name == "acled" else literal


class Ranges:
    """Applies the named rules to one incident's book of claims."""

    def __init__(self, book: Book, voices: Voices, *, table: str, positions: Iterable[Position] = ()) -> None:
        """Take the claims with their states; ``table`` names the table of vague words.

        Who states a position is a belligerent, or speaks for one.
        """
        self._belligerents = {(p.document, fold(p.speaker)) for p in positions if p.speaker is not None}
        self._book = book
        self._voices = voices
        self._table = vague_table(table)
        self._table_name = table
        self._figures = book.figures(self._table)
        self._by_outcomes: dict[tuple[Outcome, ...], Sequence[Figure]] = {}

    @property
    def numbers(self) -> bool:
        """Tell whether some claim has a number of the killed, so that vague words do not count."""
        return any(not f.vague for f in self._counting(DEAD))

    def all(self) -> tuple[Range, ...]:
        """Return every rule's range."""
        return (self.airwars(), self.acled_min(), self.ged_best(), self.latest_official())

    def airwars(self) -> Range:
        """Return the smallest low end and the largest high end over current claims of civilians and unnamed status."""
        killed, set_by, notes = self._span(DEAD)
        low_by = self._all_fighters()
        if low_by is not None:
            killed = Bounds(low=0, high=killed.high if killed is not None else None)
            set_by = _merged(self._high_setters(killed.high, DEAD), low_by.claims)
            notes.append("a belligerent says that all the dead were fighters, so the low end is 0")
        injured, hurt_by, more = self._span((Outcome.INJURED,))
        return Range(
            rule="airwars_range",
            version=VERSIONS["airwars_range"],
            killed=killed,
            injured=injured,
            claims=_merged(set_by, hurt_by),
            left_out=self._left_out(),
            notes=(*notes, *more),
        )

    def _counting(self, outcomes: tuple[Outcome, ...]) -> Sequence[Figure]:
        """Return the figures that may set a range: numbers, or vague words where there is no number."""
        held = self._by_outcomes.get(outcomes)
        if held is None:
            every = [
                f for f in self._figures
                if f.outcome in outcomes and f.who is not Who.COMBATANT and f.value is not None and f.high != 0
            ]  # fmt: skip
            held = self._by_outcomes[outcomes] = [f for f in every if not f.vague] or every
        return held

    def _span(self, outcomes: tuple[Outcome, ...]) -> tuple[Bounds | None, tuple[ClaimId, ...], list[str]]:
        figures = self._counting(outcomes)
        notes = [f.derived for f in figures if f.derived]
        if figures and all(f.vague for f in figures):
            notes.append(f"only vague words; lower bounds by the {self._table_name} table")
        lows = [f.low for f in figures if f.low is not None]
        highs = [f.high for f in figures if f.high is not None]
        if Outcome.KILLED in outcomes and not any(not f.vague for f in figures):
            either = self._either()
            highs += [f.value for f in either if f.value is not None]
            figures = [*figures, *either]
            if either:
                notes.append(
                    "no claim counts the killed alone: the high end counts killed or missing, or killed or injured"
                )
        if not lows and not highs:
            return None, (), notes
        low, high = min(lows, default=None), max(highs, default=None)
        setting = [
            f for f in figures if (f.low is not None and f.low == low) or (high is not None and _high(f) == high)
        ]
        return Bounds(low=low, high=high), _merged(*(f.claims for f in setting)), notes

    def _either(self) -> list[Figure]:
        return [
            f for f in self._figures
            if f.outcome in _EITHER and f.who is not Who.COMBATANT and not f.vague and f.value
        ]  # fmt: skip

    def _high_setters(self, high: int | None, outcomes: tuple[Outcome, ...]) -> tuple[ClaimId, ...]:
        return _merged(*(f.claims for f in self._counting(outcomes) if high is not None and f.high == high))

    def _all_fighters(self) -> Figure | None:
        """Return the figure by which a belligerent says that all the dead were fighters, None where none does."""
        others = [f for f in self._counting(DEAD) if f.value is not None]
        smallest = min((f.value for f in others if f.value is not None), default=None)
        if smallest is None:
            return None
        for figure in self._figures:
            if figure.outcome not in DEAD or figure.who is not Who.COMBATANT or not figure.value:
                continue
            state = self._book.state(figure.claims[0])
            if not self._belligerent(state, figure):
                continue
            if any(self._same_mouth(o, state) for o in others):
                continue
            if figure.value >= smallest or self._says_none(figure.voice):
                return figure
        return None

    def _belligerent(self, state: State, figure: Figure) -> bool:
        speaker = state.claim.speaker
        speaks = speaker is not None and (state.claim.document, fold(speaker)) in self._belligerents
        return (
            speaks
            or self._own_release(state)
            or state.claim.voice is VoiceKind.MILITARY
            or figure.voice.startswith("party:")
        )

    def _same_mouth(self, other: Figure, state: State) -> bool:
        """Tell whether the one who counts fighters counts civilians, or people of unnamed status, as well."""
        theirs = [self._book.state(claim) for claim in other.claims]
        if self._own_release(state) and any(s.claim.document == state.claim.document for s in theirs):
            return True
        return any(s.voice == state.voice and s.claim.speaker == state.claim.speaker for s in theirs)

    def _own_release(self, state: State) -> bool:
        """Tell whether an army says it in a text of its own, in nobody else's name."""
        claim = state.claim
        return claim.speaker is None and self._book.voices.published_by(claim.document, SourceKind.OFFICIAL_MILITARY)

    def _says_none(self, voice: str) -> bool:
        return any(s.voice == voice and s.claim.count.high == 0 and s.claim.outcome in (*DEAD, *_EITHER)
                   for s in self._book.states)  # fmt: skip

    def acled_min(self) -> Range:
        """Return the lowest current figure of all dead of any status, as [n, n]."""
        figures = self._all_dead()
        numbers = [f for f in figures if not f.vague] or figures
        values = {f.value for f in numbers if f.value is not None}
        notes = [f.derived for f in numbers if f.derived]
        if not values:
            return Range(rule="acled_min", version=VERSIONS["acled_min"], notes=tuple(notes))
        lowest = min(values)
        if len(values) > 1:
            notes.append(f"figures of the dead from {lowest} to {max(values)}")
        return Range(
            rule="acled_min",
            version=VERSIONS["acled_min"],
            killed=Bounds(low=lowest, high=lowest),
            claims=_merged(*(f.claims for f in numbers if f.value == lowest)),
            notes=tuple(notes),
        )

    def _all_dead(self) -> list[Figure]:
        """Return each figure of the dead, civilians and fighters of one speaker in one text added up."""
        table = self._book.figures(acled, armed=True)
        dead = [f for f in table if f.outcome in DEAD and f.value]
        apart: dict[tuple[str, str], list[Figure]] = defaultdict(list)
        for figure in dead:
            apart[(figure.voice, self._book.state(figure.claims[0]).claim.document)].append(figure)
        found: list[Figure] = []
        for figures in apart.values():
            fighters = [f for f in figures if f.who is Who.COMBATANT and not f.vague]
            civilians = [f for f in figures if f.who is Who.CIVILIAN and not f.vague]
            if len(fighters) == 1 and civilians and all(f.who is not Who.UNSPECIFIED for f in figures):
                found += [_both(f, fighters[0]) for f in civilians]
            else:
                found += [f for f in figures if not self._part_of_total(f)]
        return found

    def _part_of_total(self, figure: Figure) -> bool:
        return any(self._book.state(claim).claim.part_of is not None for claim in figure.claims[:1])

    def ged_best(self) -> Range:
        """Return the figure of most origins, the lower on a tie, by group; with the lowest and highest."""
        figures = [f for f in self._counting(DEAD) if f.value is not None]
        fighters = [
            f for f in self._figures
            if f.outcome in DEAD and f.who is Who.COMBATANT and f.value and not f.vague
        ]  # fmt: skip
        notes = []
        rival = self._all_fighters()
        if rival is not None:
            fighters = []
            notes.append("a belligerent says that the same dead were fighters; they are not counted twice")
        best, setters = _most(figures)
        if best is None and not fighters:
            return self._nobody()
        low = min((f.value for f in figures if f.value is not None), default=None)
        high = max((_high(f) for f in figures), default=None)
        civilian = any(f.who is Who.CIVILIAN for f in setters)
        main = GroupBest(best=best, low=0 if rival is not None else low, high=high)
        none = GroupBest(best=None, low=None, high=None)
        side_a, side_b = (self._side(fighters, state) for state in (True, False))
        groups = {"civilian": main if civilian else none, "side_a": side_a, "side_b": side_b,
                  "unknown": none if civilian or best is None else main}  # fmt: skip
        return Range(
            rule="ged_best",
            version=VERSIONS["ged_best"],
            best=_total(g.best for g in groups.values()),
            low=_total(g.low for g in groups.values()),
            high=_total(g.high for g in groups.values()),
            groups=tuple(groups.items()),
            claims=_merged(*(f.claims for f in [*setters, *fighters])),
            notes=tuple(notes),
        )

    def _nobody(self) -> Range:
        """Return 0 where every current claim says that nobody was killed, of whatever status, else no figure."""
        said = [f for f in self._figures if f.outcome in (*DEAD, Outcome.KILLED_OR_INJURED) and f.value is not None]
        if not said or any(f.high != 0 or f.who is not Who.UNSPECIFIED for f in said):
            return Range(rule="ged_best", version=VERSIONS["ged_best"])
        return Range(
            rule="ged_best", version=VERSIONS["ged_best"], best=0, low=0, high=0,
            claims=_merged(*(f.claims for f in said)), notes=("nobody was killed, by every claim",),
        )  # fmt: skip

    def _side(self, fighters: Sequence[Figure], state_forces: bool) -> GroupBest:
        mine = [f for f in fighters if self._of_state(f) is state_forces]
        best, _ = _most(mine)
        values = [f.value for f in mine if f.value is not None]
        return GroupBest(best=best, low=min(values, default=None), high=max(map(_high, mine), default=None))

    def _of_state(self, figure: Figure) -> bool:
        words = set(fold(self._book.state(figure.claims[0]).claim.quote).split())
        return bool(words & _STATE_FORCES)

    def latest_official(self) -> Range:
        """Return the latest figure of each official body; a running count gives its latest step."""
        latest: dict[str, dict[str, State]] = defaultdict(dict)
        for state in self._book.states:
            body = self._voices.official(state.claim)
            kind = _outcome_kind(state.claim)
            if body is None or kind is None or state.out or state.claim.unit is Unit.FAMILIES:
                continue
            now = self._book.state(state.superseded_by) if state.superseded_by is not None else state
            if now.out or (now.claim.count.low is None and now.claim.count.high is None):
                continue
            body = self._voices.official(now.claim) or body
            held = latest[body].get(kind)
            if held is None or self._newer(now, held):
                latest[body][kind] = now
        bodies = tuple(self._official(body, latest[body]) for body in sorted(latest))
        return Range(
            rule="latest_official",
            version=VERSIONS["latest_official"],
            bodies=bodies,
            claims=_merged(*((s.claim.id,) for kinds in latest.values() for s in kinds.values())),
        )

    def _newer(self, a: State, b: State) -> bool:
        if self._voices.later(a.version, b.version):
            return True
        if self._voices.later(b.version, a.version) or a is b:
            return False
        return (a.claim.count.vague is None, _value(a.claim), a.claim.id) > (
            b.claim.count.vague is None,
            _value(b.claim),
            b.claim.id,
        )

    def _official(self, body: str, kinds: Mapping[str, State]) -> OfficialFigure:
        killed, injured = kinds.get("killed"), kinds.get("injured")
        main = killed if killed is not None else injured
        if main is None:
            raise RuntimeError("an official body without a figure")
        head = self._voices.heads.get(main.version)
        return OfficialFigure(
            body=body,
            said=head.published if head is not None else None,
            killed=_bounds(killed),
            injured=_bounds(injured),
            claim=main.claim.id,
        )

    def _left_out(self) -> tuple[LeftOut, ...]:
        counting = {f.claims[0] for f in [*self._counting(DEAD), *self._counting((Outcome.INJURED,))]}
        counting |= {c for f in [*self._counting(DEAD), *self._counting((Outcome.INJURED,))] for c in f.claims}
        found = []
        for state in self._book.states:
            if state.claim.id not in counting:
                found.append(LeftOut(claim=state.claim.id, why=why_left_out(state, numbers=self.numbers)))
        return tuple(found)


def why_left_out(state: State, *, numbers: bool) -> str:
    """Return why a claim does not count under ``airwars_range``; ``numbers``: some claim counts the killed."""
    claim = state.claim
    if state.out:
        return state.out
    if state.ended:
        after = f" ({state.superseded_by})" if state.superseded_by is not None else ""
        return f"superseded: {state.ended}{after}"
    if claim.unit is Unit.FAMILIES:
        return "counts families; shown beside, never multiplied"
    if claim.who is Who.COMBATANT:
        return "counts combatants"
    if claim.outcome is Outcome.MISSING:
        return "counts the missing; added to nothing"
    if claim.count.high == 0:
        return "a rival claim that nobody was harmed"
    if claim.outcome in _EITHER:
        return "counts killed and others together; shown beside" if numbers else "gives the high end only"
    if claim.count.vague is not None:
        return f"a vague word ({claim.count.vague}), and other claims have numbers"
    return "gives no number"


def _outcome_kind(claim: Casualty) -> str | None:
    if claim.outcome in DEAD:
        return "killed"
    return "injured" if claim.outcome is Outcome.INJURED else None


def _value(claim: Casualty) -> int:
    return claim.count.low if claim.count.low is not None else claim.count.high or 0


def _bounds(state: State | None) -> Bounds | None:
    return None if state is None else Bounds(low=state.claim.count.low, high=state.claim.count.high)


def _both(civilians: Figure, fighters: Figure) -> Figure:
    total = (civilians.value or 0) + (fighters.value or 0)
    return Figure(
        voice=civilians.voice, outcome=civilians.outcome, who=Who.UNSPECIFIED, low=total, high=total, vague=False,
        claims=(*civilians.claims, *fighters.claims),
        derived=f"{civilians.value} civilians + {fighters.value} fighters = {total}",
    )  # fmt: skip


def _high(figure: Figure) -> int:
    return figure.high if figure.high is not None else figure.low or 0


def _most(figures: Sequence[Figure]) -> tuple[int | None, list[Figure]]:
    voices: Counter[int] = Counter()
    for value, _ in {(f.value, f.voice) for f in figures if f.value is not None}:
        if value is not None:
            voices[value] += 1
    if not voices:
        return None, []
    best = min(voices, key=lambda value: (-voices[value], value))
    return best, [f for f in figures if f.value == best]


def _total(values: Iterable[int | None]) -> int | None:
    numbers = [value for value in values if value is not None]
    return sum(numbers) if numbers else None


def _merged(*groups: Sequence[ClaimId]) -> tuple[ClaimId, ...]:
    return tuple(dict.fromkeys(claim for group in groups for claim in group))
