"""The relation that the shared passages of two texts show."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from harmtrace.copies.letters import Hashes, Indices
from harmtrace.copies.order import Card, Order, by_credit, by_date, by_kind, credits, decide
from harmtrace.copies.passages import Run, Runs, align, kept_between, sorted_runs
from harmtrace.copies.postings import key
from harmtrace.copies.speech import Range, attributed, quoted, unpunctuated
from harmtrace.copies.versions import by_words
from harmtrace.copies.words import GRAM, Words
from harmtrace.records.text import Passage, Relation, RelationKind

# Shares are of the words that count: no seams, no menus, no bylines.
COPY = 0.5
"""Share of a text found in another from which it is a copy of it."""

COPY_WORDS = 10
"""Words of prose in common below which shares mean nothing: the rest of such texts is stock."""

WHOLE = 0.75
"""Share of a shorter text found in a longer one from which it is an excerpt."""

EXCERPT_SIZE = 0.75
"""Length of an excerpt against its source, at most."""

SAME_OUTLET = 0.25
"""Share of a text found in another of the same outlet from which it is a version of it."""

SAME_PAGE = 0.1
"""The same where address or title is the same."""

STORY = 0.2
"""Share of each of two texts of unknown outlets that have opening and sentences in common: one
story. Twice as much of one of them will do, for a later version may be far longer."""

FEWEST_WORDS = 8
"""Words in common below which two texts say too little to be called copies."""

STATEMENT_WORDS = 8
"""Words of the shortest quotation that shows a shared statement."""

REPORTED_WORDS = 12
"""The same without quotation marks, beside a word like "statement": police prose has its formulas."""

QUOTED_PART = 0.5
"""Part of a quotation that another text must share where it stands there without quotation marks: the statement itself
gives all of it, while a few words of it in a row ("an air strike hit a former college in") are anybody's."""

LONG_RUN = 16
"""Words of a single run that no two people write alike by chance."""

_BY_ID = "by id alone, for want of other signs"
_OPENING = 90
_STORY_RUNS = 3
_STORY_WORDS = 40


# Without slots, so that what few comparisons need is made once, when it is asked for.
@dataclass(frozen=True, kw_only=True)
class Text:
    """A text made ready for comparing.

    Attributes:
        runs: its runs of words, sorted.
        counted, in_quotes: for each place between words, how many words before it are prose (no
            seam, menu, byline, stock phrase), how many stand inside quotation marks.
    """

    card: Card
    text: str
    words: Words
    runs: Runs
    counted: Indices
    in_quotes: Indices

    @property
    def size(self) -> int:
        """Return the number of words that count."""
        return int(self.counted[-1])

    @cached_property
    def attributed(self) -> Indices:
        """Return how many words before each place are quoted, or stand in a sentence that gives a statement's words."""
        return _summed(_inside(self.words, attributed(self.text)) | (np.diff(self.in_quotes) > 0))

    @cached_property
    def lowered(self) -> str:
        """Return the text in lower case."""
        return self.text.lower()


def prepare(card: Card, text: str, words: Words, stock: Hashes) -> Text:
    """Return a text with its words marked as prose and quotation; ``stock`` runs are no prose."""
    runs = sorted_runs(words)
    real = (words.ends > words.starts) & ~_stocked(len(words), runs, stock)
    return Text(
        card=card,
        text=text,
        words=words,
        runs=runs,
        counted=_summed(real & ~_inside(words, unpunctuated(text))),
        in_quotes=_summed(_inside(words, quoted(text))),
    )


def _stocked(count: int, runs: Runs, stock: Hashes) -> NDArray[np.bool_]:
    """Return for each word whether it lies in a run that unrelated texts have in common."""
    marked = np.zeros(count, dtype=bool)
    if len(stock):
        keys = key(runs.values)
        known = stock[np.minimum(np.searchsorted(stock, keys), len(stock) - 1)] == keys
        if known.any():
            at = known[runs.which].nonzero()[0]
            for shift in range(GRAM):
                marked[at + shift] = True
    return marked


def _summed(marks: NDArray[np.bool_]) -> Indices:
    """Return how many marks are set before each place, the end included."""
    before = np.zeros(len(marks) + 1, dtype=np.int64)
    np.cumsum(marks, out=before[1:])
    return before


def _inside(words: Words, ranges: tuple[Range, ...]) -> NDArray[np.bool_]:
    """Return for each word whether it lies in one of the ranges, which are in order and apart."""
    if not ranges:
        return np.zeros(len(words), dtype=bool)
    starts = np.array([s for s, _ in ranges])
    ends = np.array([e for _, e in ranges])
    place = np.searchsorted(starts, words.starts, side="right") - 1
    return (place >= 0) & (words.starts < ends[np.maximum(place, 0)])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Measure:
    """What two aligned texts share.

    Attributes:
        runs: the passages that hold prose.
        speech: for each, whether it is somebody's quoted words.
        shared: words of prose that are in both.
        share_a, share_b: the part of each text's prose that is in the other.
        own_words: unquoted shared words; ``longest`` the longest run of them; ``long_runs`` those of 8 and more.
        statement: the most quoted words in one run.
        rewritten: stretches between passages where both texts go on in other words.
        opening: they share unquoted words near the start of both.
    """

    runs: tuple[Run, ...]
    speech: tuple[bool, ...]
    shared: int
    share_a: float
    share_b: float
    own_words: int
    longest: int
    long_runs: int
    statement: int
    rewritten: int
    opening: bool


def measure(a: Text, b: Text) -> _Measure:
    """Return what the aligned passages of two texts amount to."""
    runs = align(a.runs, b.runs)
    in_a, in_b, length = np.array(runs, dtype=np.int64).reshape(-1, 3).T
    count_a = a.counted[in_a + length] - a.counted[in_a]
    count_b = b.counted[in_b + length] - b.counted[in_b]
    # Quoted in one only: then the other may be the statement itself.
    said = np.maximum(
        a.in_quotes[in_a + length] - a.in_quotes[in_a],
        b.in_quotes[in_b + length] - b.in_quotes[in_b],
    )
    count = np.minimum(count_a, count_b)
    # What many quote is no menu; and who took much prose together with stock phrases took it.
    prose = (count * 2 >= length) | (count >= LONG_RUN) | (said * 10 >= length * 6)
    runs = tuple(r for r, good in zip(runs, prose.tolist(), strict=True) if good)
    in_a, in_b, length, said = in_a[prose], in_b[prose], length[prose], said[prose]
    between = kept_between(a.words, b.words, runs)
    share_a = min(1.0, (int(count_a[prose].sum()) + between) / max(a.size, 1))
    share_b = min(1.0, (int(count_b[prose].sum()) + between) / max(b.size, 1))
    if max(share_a, share_b) < COPY and bool(((length >= REPORTED_WORDS) & (said < length)).any()):
        given_a = a.attributed[in_a + length] - a.attributed[in_a]
        given_b = b.attributed[in_b + length] - b.attributed[in_b]
        # Partly quoted in one text: then the other may be the statement itself.
        partly = said >= STATEMENT_WORDS
        given = np.where(partly, np.maximum(given_a, given_b), np.minimum(given_a, given_b))
        said = np.where((given * 10 >= length * 9) & (length >= REPORTED_WORDS), length, said)
    # A run may begin in a quotation and end outside: each part counts as what it is.
    speech, own = said * 10 >= length * 6, length - said
    opens = (length >= STATEMENT_WORDS) & ~speech & (in_a < _OPENING) & (in_b < _OPENING)
    told = [run for run, spoken in zip(runs, speech.tolist(), strict=True) if spoken]
    stated = (n for n, run in zip(said[speech].tolist(), told, strict=True) if _is_statement(a, b, run))
    return _Measure(
        runs=runs,
        speech=tuple(speech.tolist()),
        shared=min(int(count_a[prose].sum()), int(count_b[prose].sum())),
        share_a=share_a,
        share_b=share_b,
        own_words=int(own.sum()),
        longest=int(own.max(initial=0)),
        long_runs=int((own >= STATEMENT_WORDS).sum()),
        statement=max(stated, default=0),
        rewritten=_rewritten(runs),
        opening=bool(opens.any()),
    )


def _is_statement(a: Text, b: Text, run: Run) -> bool:
    """Tell whether shared quoted words are a statement: quoted in both texts, much of the quotation, or many."""
    if run.length >= LONG_RUN:
        return True
    in_a, in_b = _quotation(a, run.a, run.length), _quotation(b, run.b, run.length)
    whole = max(in_a, in_b)
    return min(in_a, in_b) > 0 or not whole or run.length >= QUOTED_PART * whole


def _quotation(text: Text, start: int, length: int) -> int:
    """Return the words of the quotation that most of a run stands in, 0 where it is not quoted."""
    before = text.in_quotes
    if (before[start + length] - before[start]) * 10 < length * 6:
        return 0
    inside = np.diff(before) > 0
    first = last = start + int(np.flatnonzero(inside[start : start + length])[0])
    while first and inside[first - 1]:
        first -= 1
    while last + 1 < len(inside) and inside[last + 1]:
        last += 1
    return last + 1 - first


def _rewritten(runs: tuple[Run, ...]) -> int:
    """Return how many gaps between neighbouring runs hold other words in both texts."""
    gaps = 0
    for one, two in pairwise(runs):
        in_a, in_b = two.a - one.a - one.length, two.b - one.b - one.length
        gaps += in_a > 0 and in_b > 0
    return gaps


def relate(a: Text, b: Text) -> Relation | None:
    """Return how two texts of different words are related, or None where they are not.

    The result does not depend on which of them is named first.
    """
    if b.card.id < a.card.id:
        a, b = b, a
    found = measure(a, b)
    if sum(r.length for r in found.runs) < FEWEST_WORDS:
        return None
    kind, why = _kind(a, b, found)
    if kind is None:
        return None
    order = _order(a, b, found, kind)
    second_is_later = order.points < 0
    lesser, other = (b, a) if second_is_later else (a, b)
    runs = [
        (Run(r.b, r.a, r.length) if second_is_later else r, q) for r, q in zip(found.runs, found.speech, strict=True)
    ]
    # An idiom beside the quotation is no evidence of a shared statement.
    shown = sorted((r, q) for r, q in runs if q or kind is not RelationKind.SAME_STATEMENT)
    passages = _passages(lesser, other, shown)
    if kind in {RelationKind.COPY_OF, RelationKind.EXCERPT_OF}:
        kind = _taken(lesser, other, found.share_b if second_is_later else found.share_a)
    told = bool(order.why) and not (order.inferred and kind is RelationKind.SAME_STATEMENT)
    if told:
        why += f"; {lesser.card.id} is {'inferred to be later or lesser' if order.inferred else 'later'}: {order.why}"
    by_id = told and order.by_id
    return Relation(a=lesser.card.id, b=other.card.id, kind=kind, passages=passages, why=why, by_id_alone=by_id)


def _kind(a: Text, b: Text, found: _Measure) -> tuple[RelationKind | None, str]:
    """Return the relation, leaving open which text is the lesser, and why."""
    if a.size == b.size and min(found.share_a, found.share_b) > 0.9 and _same_words(a) == _same_words(b):
        return RelationKind.IDENTICAL, "the same words throughout"
    most, least = max(found.share_a, found.share_b), min(found.share_a, found.share_b)
    if found.shared < COPY_WORDS:
        most = least = 0.0
    shares = f"{found.share_a:.0%} of {a.card.id} and {found.share_b:.0%} of {b.card.id} are shared"
    if _speech_only(found):
        if found.statement < STATEMENT_WORDS:
            return None, ""
        return RelationKind.SAME_STATEMENT, f"they share quoted words only, {found.statement} in a row"
    same_outlet = a.card.source != "" and a.card.source == b.card.source
    apart = a.card.source != "" and b.card.source != "" and not same_outlet
    same_page = not apart and (_same(a.card.address, b.card.address) or _same(a.card.title, b.card.title))
    if same_page and most >= SAME_PAGE:
        return RelationKind.REVISION_OF, f"same address or title; {shares}"
    if same_outlet:
        return (RelationKind.REVISION_OF, f"same outlet; {shares}") if most >= SAME_OUTLET else (None, "")
    if most >= COPY:
        if not apart and least >= COPY / 2 and found.rewritten >= _STORY_RUNS:
            return RelationKind.REVISION_OF, f"one text, reworded in {found.rewritten} places; {shares}"
        return RelationKind.COPY_OF, shares
    if not apart and (least >= STORY or most >= STORY * 2) and _one_story(found):
        return RelationKind.REVISION_OF, f"same opening, {found.long_runs} unquoted passages, both reworded; {shares}"
    if found.longest >= LONG_RUN or (found.long_runs >= 2 and found.own_words >= LONG_RUN * 3 // 2):
        return RelationKind.DERIVED_FROM, f"{found.own_words} unquoted words are shared, {found.longest} in a row"
    if found.statement >= STATEMENT_WORDS:
        return RelationKind.SAME_STATEMENT, f"they share {found.statement} quoted words in a row, little else"
    return None, ""


def _same_words(text: Text) -> bytes:
    """Return the words of a text without its seams, hashed."""
    return text.words.hashes[text.words.ends > text.words.starts].tobytes()


def _speech_only(found: _Measure) -> bool:
    """Return whether all shared passages are quoted, but for an idiom beside them.

    One of the texts may be the statement itself; where both consist of it, one is a copy.
    """
    speech = found.longest < STATEMENT_WORDS and found.own_words < LONG_RUN
    return speech and (min(found.share_a, found.share_b) < COPY or found.shared < COPY_WORDS)


def _one_story(found: _Measure) -> bool:
    """Return whether two texts open alike and share sentences that nobody is quoted with."""
    return found.opening and found.long_runs >= _STORY_RUNS and found.own_words >= _STORY_WORDS


def _same(one: str, two: str) -> bool:
    return one != "" and one == two


def _taken(lesser: Text, other: Text, share: float) -> RelationKind:
    """Return whether a text that took from another is an excerpt, a copy, or a longer text of its own."""
    if share >= WHOLE and lesser.size < other.size * EXCERPT_SIZE:
        return RelationKind.EXCERPT_OF
    return RelationKind.COPY_OF if share >= COPY else RelationKind.DERIVED_FROM


def _order(a: Text, b: Text, found: _Measure, kind: RelationKind) -> Order:
    """Return which of the two is later or lesser: above 0 the first."""
    dated = Order(points=by_date(a.card, b.card), why="by date of publication", inferred=False)
    if kind is RelationKind.REVISION_OF:
        return dated if dated.points else decide((_inner(a, b, found), _by_size(b, a)))
    credit = Order(
        points=by_credit(a.card, a.lowered, b.card, b.lowered), why="it names the other's outlet", inferred=False
    )
    agency = Order(points=by_kind(a.card, b.card), why="the other is an agency", inferred=True)
    # A wire story that another outlet prints under a later correction stays the wire's.
    named = (credit, dated) if credits(a.lowered, b.card) != credits(b.lowered, a.card) else (dated, credit)
    return decide((*named, agency, _by_size(a, b)))


def _by_size(a: Text, b: Text) -> Order:
    """Return the shorter text as the lesser one, and by id where they are of one length."""
    if len(a.words) != len(b.words):
        return Order(
            points=1 if len(a.words) < len(b.words) else -1,
            why="by length alone, for want of other signs",
            inferred=True,
        )
    return Order(points=1 if a.card.id > b.card.id else -1, why=_BY_ID, inferred=True, by_id=True)


def _inner(a: Text, b: Text, found: _Measure) -> Order:
    """Return which version is later, from the words that only one of them has."""
    in_a = np.ones(len(a.words), dtype=bool)
    in_b = np.ones(len(b.words), dtype=bool)
    for run in found.runs:
        in_a[run.a : run.a + run.length] = False
        in_b[run.b : run.b + run.length] = False
    return by_words(_own(a, in_a), _own(b, in_b), len(a.text), len(b.text))


def _own(text: Text, mine: NDArray[np.bool_]) -> str:
    """Return the characters from each of the marked words to the next word, joined."""
    nexts = np.append(text.words.starts[1:], len(text.text))
    return "".join(text.text[s:e] for s, e in zip(text.words.starts[mine].tolist(), nexts[mine].tolist(), strict=True))


def _passages(a: Text, b: Text, runs: Sequence[tuple[Run, bool]]) -> tuple[Passage, ...]:
    """Return runs, and whether each is quoted, as characters of both texts."""
    first_a, first_b, length = np.array([r for r, _ in runs], dtype=np.int64).reshape(-1, 3).T
    last_a, last_b = first_a + length - 1, first_b + length - 1
    places = zip(
        a.words.starts[first_a].tolist(),
        a.words.ends[last_a].tolist(),
        b.words.starts[first_b].tolist(),
        b.words.ends[last_b].tolist(),
        strict=True,
    )
    return tuple(
        Passage(a_start=a_start, a_end=a_end, b_start=b_start, b_end=b_end, quoted=said)
        for (a_start, a_end, b_start, b_end), (_, said) in zip(places, runs, strict=True)
    )
