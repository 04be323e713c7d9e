"""The place in focus: which of the names of a text a count speaks of, or none, weighed by one table."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from dataclasses import field as dataclass_field
from itertools import pairwise
from typing import Final, TypeVar

from harmtrace.claims import focus_weights, focus_weights_arabic
from harmtrace.claims.alike import telling
from harmtrace.claims.drafts import Sentence
from harmtrace.claims.events import rank_of
from harmtrace.language.grammar import DAY, EVENT, HARM, ONLY_KNOWN, Cues, Grammar, NameMention
from harmtrace.language.places import Gazetteer
from harmtrace.language.weighing import Table, apart, weighed
from harmtrace.records.measure import Place, Tier
from harmtrace.records.text import Zone, ZoneKind

#: The name of the rule that a claim placed by the table carries.
RULE = "place-in-focus/2"
#: Grammar -> its table. The names of a language without one are not weighed.
TABLES: Final = {"english": Table(focus_weights.WEIGHTS, focus_weights.MARGIN), "arabic": Table(focus_weights_arabic.WEIGHTS, focus_weights_arabic.MARGIN, moves=False)}
_LEAST = -3.5  # odds under which a name is none of a place wherever it stands
_NEAR, _FAR = 40, 120  # characters between a count and a place in its sentence
_BULLET = 10  # characters of a bullet or "Place: " before a label
_LABEL = re.compile(r" ?[:(]|[ \w]{0,20}[:.](?=\s)|[,،][^\n:]{0,40}:")
_HEADING, _SHORT_HEADING = 80, 30  # characters of a line that is a heading, and of one that may end in a stop
_MOST_BETWEEN = 3
#: Of a text with very many names a count is weighed against so many that it opens with, and so many on either side.
FIRST, NEAREST = 24, 48
_BEHIND = 9.0  # what a place loses that is named behind a "there"
_TAKEN_ODDS = 2.5  # of a place that is no name: another reading took it for one
_OPENING = 60  # characters of a sentence in which it says that it tells of something else
_BEFORE, _BODY_BEFORE = 40, 35  # characters before a name in which a word is said of it
_PLAIN = re.compile(r"(?<![\w-])[a-z][a-z'-]+")
_PERSON_SIGNS = frozenset(("_ SAY", "PERSON _", "SAY _"))
_OF_MOST = "the place of most"
_ODDS = (-2.0, -1.0, 0.0, 1.0, 2.0, 3.0)
#: The rows of the odds that a name is a place's at all, from low to high.
ODDS_ROWS = tuple(f"odds {step}" for step in ("under -2", "under -1", "under 0", "under 1", "under 2", "under 3", "over 3"))
#: What a name says of itself that weighs otherwise for a count of another sentence, and where it is what was taken.
_TELLS_MORE = frozenset(
    (
        "told with harm", "told with a blow", "opens its paragraph", "a blow before it", "a blow behind it", "harm before it", "harm behind it", "the finest there", "as fine as others there", "a finer one there",
        "before a wider one", "behind a finer one", "top", "title", "byline", "named again", "named often", "the first place", "a body before it", "a speaker", "a person elsewhere", "cared for", "in lower case elsewhere", *ODDS_ROWS,
    )
)  # fmt: skip

_Name = TypeVar("_Name")


@dataclass(slots=True, kw_only=True)
class Candidate:
    """A name that may be where a count was.

    Attributes:
        index, paragraph: of its sentence and its paragraph.
        likely: it is rather a place's than not, by the words beside it.
        heading, of_day: its line is a heading; one that opens with it and gives a day ("Marl Bay, Velm, 3 June.").
        own, own_score: what it says of itself wherever the count stands: rows of the table, and their sum.
        apart, apart_score: the same for a count of another sentence.
        taken, taken_score: the same where it is what was taken for the place of the count.
    """

    mention: NameMention
    index: int
    paragraph: int
    places: tuple[Place, ...]
    kind: str
    likely: bool
    label: bool
    heading: bool
    of_day: bool
    own: list[str]
    own_score: float = 0.0
    apart: list[str] = dataclass_field(default_factory=list)
    apart_score: float = 0.0
    taken: list[str] = dataclass_field(default_factory=list)
    taken_score: float = 0.0


@dataclass(slots=True, kw_only=True)
class Count:
    """A count that is looked for: where it stands and what was taken for its place so far.

    Attributes:
        known: the names of the places of its event, case-folded.
        headed: what was taken stands in a heading over it, or at the head of a line.
    """

    start: int
    end: int
    period: bool
    where: str | None
    known: frozenset[str] = frozenset()
    headed: str = ""


@dataclass(slots=True, kw_only=True)
class Field:
    """The names of a text and where they stand.

    Attributes:
        table: that of the language that the text is read in.
    """

    text: str
    sentences: list[Sentence]
    among: list[Candidate]
    turns: list[int]  # sentences that turn to something else
    headings: list[int]  # sentences that are headings with a name
    likely: list[int]  # where the likely names begin
    by_name: dict[str, list[int]]  # the same by name
    within: set[tuple[str, str]]  # names of which one is told to be in the other: "the Orla quarter of Halvin"
    table: Table
    points: list[bool]  # whether a sentence points to a place told before: "there"


@dataclass(slots=True, kw_only=True)
class Choice:
    """What the table finds: what was taken stays, or the count was at a name, or nowhere."""

    stays: bool
    name: Candidate | None


_STAYS = Choice(stays=True, name=None)
_NOWHERE = Choice(stays=False, name=None)


def stretches(text: str, sentences: Sequence[Sentence], zones: Sequence[Zone], grammar: Grammar) -> list[Sentence]:
    """Return the sentences with the lines of place and day that are none of the body, every line a paragraph of its own."""
    out = list(sentences)
    for zone in zones:
        if zone.kind is ZoneKind.BYLINE and not any(s.start <= zone.start < s.end for s in sentences):
            out.append(Sentence(-1, zone.start, zone.end, zone.kind, -1, True, 0, grammar))
    out.sort(key=lambda each: each.start)
    paragraph, last = -1, -1
    for k, each in enumerate(out):
        if each.start == 0 or last == -1 or text.find("\n", last, each.start) != -1:
            paragraph += 1
        last = each.start
        out[k] = replace(each, paragraph=paragraph)
    return out


def field(text: str, sentences: list[Sentence], gazetteer: Gazetteer, near: tuple[Place, ...], speakers: frozenset[str] = frozenset(), tellers: frozenset[str] = frozenset(), *, table: Table, told: Sequence[str] = ()) -> Field:
    """Return the names of a text that may be places, in order, with what each says of itself."""
    named = [(mention, at, each) for at, each in enumerate(sentences) for mention in each.grammar.names(text, each.start, each.end, top=at < 2, gazetteer=gazetteer)]
    most: dict[str, float] = {}
    people: set[str] = set()
    for mention, _, _ in named:
        most[mention.name] = max(most.get(mention.name, mention.odds), mention.odds)
        if mention.odds < 0 and "opens with a title" in mention.signs:
            most[mention.name] = _LEAST - 1.0  # "Sister Agathe"
        if not _PERSON_SIGNS.isdisjoint(mention.signs):
            people.add(mention.name)
    people_harmed = {mention.name for mention, _, each in named if _is_victim(text, mention, each)}
    looked_up = {name: gazetteer.lookup(name, near=near) for name, odds in most.items() if odds >= _LEAST and name not in tellers and name not in people_harmed}
    among = [_candidate(text, mention, at, each, looked_up[mention.name]) for mention, at, each in named if mention.name in looked_up and (looked_up[mention.name] or ONLY_KNOWN not in mention.signs)]
    if among:
        _relate(text, among, [each.grammar.cues for each in sentences], people, speakers, table.weights, told)
    likely = [each for each in among if each.likely]
    by_name: dict[str, list[int]] = {}
    for each in likely:
        by_name.setdefault(each.mention.name, []).append(each.mention.start)
    return Field(
        table=table, text=text, sentences=sentences, among=among, turns=[at for at, s in enumerate(sentences) if s.grammar.cues.aside.search(text, s.start, min(s.start + _OPENING, s.end)) is not None] if among else [],
        headings=sorted({each.index for each in among if each.heading}), likely=[each.mention.start for each in likely], by_name=by_name,
        within={(a.mention.name, b.mention.name) for a, b in pairwise(among) if sentences[a.index].grammar.cues.within_place.fullmatch(text, a.mention.end, b.mention.start) is not None},
        points=[each.grammar.cues.there.search(text, each.start, each.end) is not None or each.grammar.cues.the_place.search(text, each.start, each.end) is not None for each in sentences] if among else [],
    )  # fmt: skip


def _is_victim(text: str, mention: NameMention, sentence: Sentence) -> bool:
    """Tell a person who was harmed from a place by the words right beside a name: "A B, 41, was killed", "the death of A B"; not "a man from A was killed"."""
    cues, first = sentence.grammar.cues, max(sentence.start, mention.start - _BEFORE)
    if cues.victim_next.search(text, first, mention.start) is not None:
        return not text.startswith(":", mention.end)  # "The death of Aleppo: 30 killed there"
    return cues.of_victim.match(text, mention.end) is not None and (mention.start == sentence.start or cues.subject_next.search(text, first, mention.start) is not None)


def _candidate(text: str, mention: NameMention, index: int, sentence: Sentence, places: tuple[Place, ...]) -> Candidate:
    """Return a name with what it says of itself."""
    tier = places[0].tier if places else None
    if tier is None:
        tier = mention.tier
    rank = tier.rank if tier is not None else 0
    own = [sign for sign in mention.signs if " _ " not in sign]
    own.append(ODDS_ROWS[bisect_right(_ODDS, mention.odds)])
    if sentence.zone is ZoneKind.TITLE:
        own.append("title")
    elif sentence.zone is ZoneKind.BYLINE:
        own.append("byline")
    if sentence.bits & HARM:
        own.append("told with harm")
    elif sentence.bits & EVENT:
        own.append("told with a blow")
    opens = sentence.first_of_paragraph and mention.start - sentence.start < _BULLET
    if opens:
        own.append("opens its paragraph")
    size = sentence.end - sentence.start
    ends_line = text[sentence.end : sentence.end + 1] in ("", "\n")
    of_day = bool(sentence.bits & DAY) and ends_line and mention.start - sentence.start < _BULLET and text.startswith((",", "،"), mention.end) and text.rfind("\n", 0, sentence.start) >= sentence.start - _SHORT_HEADING
    return Candidate(
        mention=mention, index=index, paragraph=sentence.paragraph, places=places, own=own, likely=mention.odds > 0,
        kind="country" if rank >= Tier.COUNTRY.rank else "region" if rank >= Tier.SUBDISTRICT.rank else "known" if places else "unknown",
        label=opens and _LABEL.match(text, mention.end) is not None,
        heading=(opens and sentence.grammar.cues.place_field.match(text, sentence.start) is not None)
        or (ends_line and size < _HEADING and ((sentence.first_of_paragraph and (size < _SHORT_HEADING or text[sentence.end - 1] not in ".!?؟")) or of_day)),
        of_day=of_day,
    )  # fmt: skip


def _relate(text: str, out: list[Candidate], cues: Sequence[Cues], people: set[str], speakers: frozenset[str], weights: Mapping[str, float], told: Sequence[str]) -> None:
    """Note what the names of a text and the words beside say of one another, and sum what each says of itself."""
    counted = Counter(each.mention.name for each in out)
    first = next((each.mention.name for each in out if each.likely), None)
    plain = set(_PLAIN.findall(text))
    most = Counter(told).most_common(1)[0][0] if told else None
    taken = {name: _taken_elsewhere(name, most, told) for name in counted} if most is not None and _OF_MOST in weights else {}
    ranks: dict[int, list[tuple[float, int]]] = {}
    for each in out:
        if each.likely or each.places:
            ranks.setdefault(each.index, []).append((rank_of(each.places), each.mention.start))
    for at, each in enumerate(out):
        name, own, (a, b) = each.mention.name, each.own, (each.mention.start, each.mention.end)
        if counted[name] > 1:
            own.append("named again")
        if counted[name] > 2:
            own.append("named often")
        if name.casefold() in plain:
            own.append("in lower case elsewhere")
        if name in people:
            own.append("a person elsewhere")
        if name in speakers:
            own.append("a speaker")
        if (row := taken.get(name)) is not None:
            own.append(row)
        if name == first:
            own.append("the first place")
        line = text.rfind("\n", 0, a) + 1
        beside = cues[each.index]
        if beside.body_before.search(text, max(line, a - _BODY_BEFORE), a) is not None:
            own.append("a body before it")
        for row, words in (("a blow", beside.blow), ("harm", beside.hurt)):
            if words.search(text, max(line, a - _BEFORE), a) is not None:
                own.append(f"{row} before it")
            elif words.search(text, b, b + _BEFORE) is not None:
                own.append(f"{row} behind it")
        others = [rank for rank, start in ranks.get(each.index, ()) if start != a]
        if others:
            mine, least = rank_of(each.places), min(others)
            own.append("the finest there" if mine < least else "as fine as others there" if mine == least else "a finer one there")
        for other, row in ((out[at + 1] if at + 1 < len(out) else None, "before a wider one"), (out[at - 1] if at else None, "behind a finer one")):
            if other is not None and other.likely:
                one, two = sorted((each.mention, other.mention), key=lambda m: m.start)
                if text[one.end : two.start] in (", ", "، "):
                    own.append(row)
        each.apart = [f"{row}, elsewhere" for row in own if row in _TELLS_MORE]
        each.taken = [f"was taken, {row}" for row in own if row in _TELLS_MORE]
        each.own_score, each.apart_score, each.taken_score = weighed(own, weights), weighed(each.apart, weights), weighed(each.taken, weights)


def _taken_elsewhere(name: str, most: str, told: Sequence[str]) -> str | None:
    """Return the row of a name that was taken for the place of most counts, or of some."""
    return _OF_MOST if same_place(name, most) else "the place of others" if any(same_place(name, each) for each in told) else None


def bearing(of: Field, count: Count, here: int, each: Candidate) -> list[str]:
    """Return how a name stands to a count in the sentence ``here``: rows of the table."""
    sentence = of.sentences[here]
    gap = each.index - here
    at, end, name = each.mention.start, each.mention.end, each.mention.name
    beside = each.paragraph == sentence.paragraph
    out: list[str] = []
    told = since = ""
    before = at < count.start
    if gap == 0:
        if of.text.find(";", min(at, count.start), max(end, count.end)) != -1:
            out.append("same sentence, another clause before" if before else "same sentence, another clause behind")
        else:
            out.append("within the count" if count.start <= at < count.end else "same clause, before" if before else "same clause, behind")
        space = count.start - end if before else at - count.end
        if space < _NEAR:
            out.append("close")
        elif space > _FAR:
            out.append("far")
        if each.likely and bisect_left(of.likely, sentence.end) - bisect_left(of.likely, sentence.start) == 1:
            out.append("alone in the sentence")
    else:
        told = apart(gap, each.paragraph - sentence.paragraph)
        out.append(told)
    if gap != 0 and bisect_left(of.likely, sentence.start) == bisect_left(of.likely, sentence.end):
        out.append("sentence without a place, one before" if gap == -1 else "sentence without a place")
    if before and gap and of.points[here]:
        out.append("there" if gap < -1 else "there, one before")
    if each.label:
        out.append("its label" if beside else "another's label")
    if each.heading:
        near = bisect_left(of.headings, here)
        out.append("its heading" if near and of.headings[near - 1] == each.index else "another's heading")
    if before:
        between = bisect_left(of.likely, count.start) - bisect_left(of.likely, end)
        if between and (same := of.by_name.get(name)) is not None:
            between -= bisect_left(same, count.start) - bisect_left(same, end)
        since = f"{min(between, _MOST_BETWEEN)} named since"
        out.append(since)
        if gap:
            out.append(f"{told}, {since}")
        turn = bisect_right(of.turns, each.index)
        if turn < len(of.turns) and of.turns[turn] <= here:
            out.append("turned to another since")
    if count.period:
        out.append(f"of a time: {each.kind}")
        out.append("of a time: same sentence" if gap == 0 else "of a time: elsewhere")
    else:
        out.append(each.kind)
        if gap:
            out.append(f"{each.kind}, elsewhere")
    if count.where is None:
        out.append("none was taken")
    elif same_place(name, count.where):
        out.append("was taken")
        if since:
            out.append(f"was taken, {since}")
        if not count.period:
            out.append(f"was taken, {each.kind}")
        far = "same" if gap == 0 else "before" if gap == -1 and beside else "beside" if beside else "far before" if gap < 0 else "after"
        out.append(f"was taken, {far} of a time" if count.period else f"was taken, {far}")
        if count.headed:
            out.append(count.headed)
    else:
        out.append("another was taken")
    if count.known:
        out.append("of its event" if name.casefold() in count.known else "not of its event")
    return out


def rows(of: Field, count: Count, here: int, each: Candidate) -> list[str]:
    """Return all that speaks for and against a name being where a count in the sentence ``here`` was: rows of the table."""
    out = each.own + bearing(of, count, here, each)
    if each.index != here:
        out += each.apart
    if count.where is not None and same_place(each.mention.name, count.where):
        out += each.taken
    return out


def unnamed(of: Field, count: Count, here: int) -> list[str]:
    """Return what speaks for what was taken for the place of a count, whatever the words beside its name: rows of the table."""
    name = count.where or ""
    at = of.text.rfind(name, 0, count.end)
    if at == -1:
        at = of.text.find(name)
    index = sentence_at(of.sentences, at)
    mention = NameMention(start=at, end=at + len(name), name=name, odds=_TAKEN_ODDS, signs=frozenset())
    each = Candidate(mention=mention, index=index, paragraph=of.sentences[index].paragraph, places=(), kind="known", likely=True, label=False, heading=False, of_day=False, own=[])
    return ["taken only", ODDS_ROWS[bisect_right(_ODDS, _TAKEN_ODDS)], *bearing(of, count, here, each)]


def nowhere(of: Field, count: Count, here: int) -> list[str]:
    """Return what speaks for a count being nowhere: rows of the table."""
    sentence = of.sentences[here]
    beside = any(each.likely and each.paragraph == sentence.paragraph for each in of.among)
    same = bisect_left(of.likely, sentence.start) < bisect_left(of.likely, sentence.end)
    out = [
        "nowhere", "nowhere: of a time" if count.period else "nowhere: of an event", "nowhere: a place beside" if beside else "nowhere: no place beside",
        "nowhere: a place in the sentence" if same else "nowhere: no place in the sentence",
    ]  # fmt: skip
    if here in of.turns:
        out.append("nowhere: turned to another")
    if count.where is None:
        out.append("nowhere: none was taken of a time" if count.period else "nowhere: none was taken of an event")
    return out


def same_place(a: str, b: str) -> bool:
    """Tell whether two names are one place's: the same words, or one holds the other's."""
    if a == b:
        return True
    one, two = telling(a), telling(b)
    return bool(one and two) and (one <= two or two <= one)


def sentence_at(sentences: Sequence[Sentence], at: int) -> int:
    """Return the number of the sentence of a position: of the last that begins at or before it."""
    return max(bisect_right(sentences, at, key=lambda each: each.start) - 1, 0)


def near_to(among: Sequence[_Name], at: int, *, start: Callable[[_Name], int]) -> Sequence[_Name]:
    """Return the names that a count at a position is weighed against: those the text opens with and the nearest on either side; of most texts all."""
    if len(among) <= FIRST + 2 * NEAREST:
        return among
    here = bisect_left(among, at, key=start)
    first = max(here - NEAREST, 0)
    return [*among[: min(FIRST, first)], *among[first : here + NEAREST]]


def _starts(each: Candidate) -> int:
    return each.mention.start


def best(of: Field, count: Count) -> Choice:
    """Return where a count was by the table; what was taken for its place stays unless something outweighs it."""
    here = sentence_at(of.sentences, count.start)
    above = bisect_left(of.headings, here)
    near = of.headings[above - 1] if above else -1
    kept: float | None = None
    found: Candidate | None = None
    most = 0.0
    back = of.sentences[here].grammar.cues.there.match(of.text, count.end) is not None  # "nine killed there": named before
    among = near_to(of.among, count.start, start=_starts)
    names = {each.mention.name for each in among if count.where is not None and same_place(each.mention.name, count.where)}
    for each in among:
        if back and each.mention.start > count.end:
            break
        score = each.own_score + weighed(bearing(of, count, here, each), of.table.weights)
        if each.index != here:
            score += each.apart_score
        if count.where is not None and same_place(each.mention.name, count.where):
            score += each.taken_score
            asked = each.index == here - 1 and of.text.startswith("?", of.sentences[each.index].end - 1)
            if asked or (each.heading and each.index == near and (count.headed or each.of_day)):
                return _STAYS  # what stands under a heading is where the heading says, and an answer where its question asks
            kept = score if kept is None else max(kept, score)
            continue
        if not count.period and any((each.mention.name, name) in of.within for name in names):
            score += of.table.margin  # what is told to be in it is narrower, and the narrowest is asked for
        if (found is None or score > most) and (count.period or all((name, each.mention.name) not in of.within for name in names)):
            found, most = each, score
    none = weighed(nowhere(of, count, here), of.table.weights)
    if count.where is None:
        kept = none
    else:
        only = weighed(unnamed(of, count, here), of.table.weights)
        if back and of.text.find(count.where) > count.end:
            only -= _BEHIND
        kept = only if kept is None else max(kept, only)
    if found is not None and most > kept + of.table.margin and most >= none:
        return Choice(stays=False, name=found)
    away = count.where is not None and count.period and none > kept + of.table.margin and not of.points[here]  # an event was somewhere
    return _NOWHERE if away else _STAYS
