"""The place in focus: which of the names of a text a count speaks of, weighed by one table."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from harmtrace.claims.drafts import Sentence
from harmtrace.claims.focus_weights import MARGIN, ODDS, WEIGHTS
from harmtrace.language.grammar import EVENT, HARM, NameMention
from harmtrace.language.places import Gazetteer
from harmtrace.records.measure import Place, Tier
from harmtrace.records.text import ZoneKind

#: The name of the rule that a claim placed by the table carries.
RULE = "place-in-focus/1"
_LEAST, _LEAST_UNKNOWN = -1.0, 0.0  # odds that a name must have where it stands best; one that no gazetteer knows
_NEAR, _FAR = 40, 120  # characters between a count and a place in its sentence
_BULLET = 10  # characters of a bullet or "Place: " before a label
_LABEL = re.compile(r" ?[:(]|,[^\n:]{0,40}:")
_SHORT = 60  # characters of a heading
_MOST_BETWEEN = 3


@dataclass(slots=True, kw_only=True)
class Candidate:
    """A name that may be where a count was.

    Attributes:
        index, paragraph: of its sentence and its paragraph.
        own, own_score: what it says of itself wherever the count stands: rows of the table, and their sum.
    """

    mention: NameMention
    index: int
    paragraph: int
    places: tuple[Place, ...]
    kind: str
    label: bool
    heading: bool
    own: list[str]
    own_score: float = 0.0


@dataclass(slots=True, kw_only=True)
class Count:
    """A count that is looked for: where it stands and what was taken for its place so far."""

    start: int
    end: int
    period: bool
    where: str | None


#: Signs of a name that weigh for or against the place of harm, beyond those for a place at all.
ROLES = frozenset(
    (
        "in _", "at _", "near _", "on _", "of _", "from _", "to _", "between _", "outside _", "around _", "PERSON _", "CAP _", "# _", "edge _", "AND _", "by _", "for _", "SAY _", "FINE _", "WIDE _", "PEOPLE _", "ART _",
        "_ SAY", "_ BODY", "_ SITE", "_ FINE", "_ WIDE", "_ DEED", "_ BE", "_ .", "_ ,", "_ CAP", "_'s BODY", "_'s oth", "_'s DEED", "_'s SITE", "_'s PEOPLE", "_ DAY", "_ lexk", "_ lexd", "_ , CAP", "_ , NUM",
        "SAY in _", "PERSON in _", "PERSON of _", "BODY in _", "BODY of _", "PEOPLE from _", "lexp from _", "WENT to _", "SITE of _", "DEED of _", "DEED on _", "DEED in _", "FINE of _", "BE in _", "BE at _", "edge in _", ", in _", "oth of _",
        "cared for", "a body", "top",
    )
)  # fmt: skip
_PERSON_SIGNS = frozenset(("_ SAY", "PERSON _", "SAY _"))


def candidates(text: str, sentences: Sequence[Sentence], gazetteer: Gazetteer, near: tuple[Place, ...]) -> list[Candidate]:
    """Return the names of a text that may be places, in order."""
    named = [(mention, sentence) for sentence in sentences for mention in sentence.grammar.names(text, sentence.start, sentence.end, top=sentence.index < 2)]
    most: dict[str, float] = {}
    people: set[str] = set()
    for mention, _ in named:
        most[mention.name] = max(most.get(mention.name, mention.odds), mention.odds)
        if not _PERSON_SIGNS.isdisjoint(mention.signs):
            people.add(mention.name)
    out: list[Candidate] = []
    for mention, sentence in named:
        if most[mention.name] >= _LEAST:
            places = gazetteer.lookup(mention.name, near=near)
            if places or most[mention.name] >= _LEAST_UNKNOWN:
                out.append(_candidate(text, mention, sentence, places))
    _relate(text, out, people)
    return out


def _candidate(text: str, mention: NameMention, sentence: Sentence, places: tuple[Place, ...]) -> Candidate:
    """Return a name with what it says of itself."""
    tier = places[0].tier if places else None
    rank = tier.rank if tier is not None else 0
    own = sorted(mention.signs & ROLES)
    if sentence.zone is ZoneKind.TITLE:
        own.append("title")
    if sentence.bits & HARM:
        own.append("told with harm")
    elif sentence.bits & EVENT:
        own.append("told with a blow")
    return Candidate(
        mention=mention, index=sentence.index, paragraph=sentence.paragraph, places=places, own=own,
        kind="country" if rank >= Tier.COUNTRY.rank else "region" if rank >= Tier.SUBDISTRICT.rank else "known" if places else "unknown",
        label=mention.start - sentence.start < _BULLET and _LABEL.match(text, mention.end) is not None,
        heading=sentence.end - sentence.start < _SHORT and text[sentence.end - 1] not in ".!?",
    )  # fmt: skip


def _relate(text: str, out: list[Candidate], people: set[str]) -> None:
    """Note what the names of a text say of one another, and sum what each says of itself."""
    counted = Counter(each.mention.name for each in out)
    first = next((each.mention.name for each in out if each.mention.odds > 0), None)
    for at, each in enumerate(out):
        name = each.mention.name
        if counted[name] > 1:
            each.own.append("named again")
        if counted[name] > 2:
            each.own.append("named often")
        if name in people:
            each.own.append("a person elsewhere")
        if name == first:
            each.own.append("the first place")
        for other, row in ((out[at + 1] if at + 1 < len(out) else None, "before a wider one"), (out[at - 1] if at else None, "behind a finer one")):
            if other is not None and other.mention.odds > 0:
                a, b = sorted((each.mention, other.mention), key=lambda m: m.start)
                if text[a.end : b.start] == ", ":
                    each.own.append(row)
        each.own_score = ODDS * max(min(each.mention.odds, 4.0), -4.0) + sum([WEIGHTS.get(row, 0.0) for row in each.own])


def bearing(text: str, count: Count, sentence: Sentence, each: Candidate, among: Sequence[Candidate]) -> list[str]:
    """Return how a name stands to a count: rows of the table."""
    gap = each.index - sentence.index
    at, end = each.mention.start, each.mention.end
    beside = each.paragraph == sentence.paragraph
    out: list[str] = []
    if gap == 0:
        before = at < count.start
        if text.find(";", min(at, count.start), max(end, count.end)) != -1:
            out.append("same sentence, another clause before" if before else "same sentence, another clause behind")
        else:
            out.append("within the count" if count.start <= at < count.end else "same clause, before" if before else "same clause, behind")
        space = count.start - end if before else at - count.end
        if space < _NEAR:
            out.append("close")
        elif space > _FAR:
            out.append("far")
    elif gap == -1:
        out.append("sentence before" if beside else "sentence before, another paragraph")
    elif gap < 0:
        out.append("earlier in the paragraph" if beside else "paragraph before" if each.paragraph == sentence.paragraph - 1 else "long before")
    elif gap == 1:
        out.append("sentence behind" if beside else "sentence behind, another paragraph")
    else:
        out.append("later in the paragraph" if beside else "long after")
    if each.label:
        out.append("its label" if beside else "another's label")
    if each.heading and each.paragraph == sentence.paragraph - 1:
        out.append("its heading")
    if at < count.start:
        name = each.mention.name
        between = sum([1 for other in among if other.mention.odds > 0 and end <= other.mention.start < count.start and other.mention.name != name])
        out.append(f"{min(between, _MOST_BETWEEN)} named since")
    if count.period:
        out.append(f"of a time: {each.kind}")
        out.append("of a time: same sentence" if gap == 0 else "of a time: elsewhere")
    else:
        out.append(each.kind)
    if count.where is None:
        out.append("none was taken")
    else:
        out.append("was taken" if same_place(each.mention.name, count.where) else "another was taken")
    return out


def nowhere(text: str, count: Count, sentence: Sentence, among: Sequence[Candidate]) -> list[str]:
    """Return what speaks for a count being nowhere: rows of the table."""
    out = ["nowhere", "nowhere: of a time" if count.period else "nowhere: of an event"]
    beside = any(each.paragraph == sentence.paragraph and each.mention.odds > 0 for each in among)
    out.append("nowhere: a place beside" if beside else "nowhere: no place beside")
    if count.where is None:
        out.append("nowhere: none was taken")
    return out


_SMALL = frozenset("the a an of in and al el city area".split())


def same_place(a: str, b: str) -> bool:
    """Tell whether two names are one place's: the same words, or one holds the other's."""
    one, two = (set(name.casefold().replace("-", " ").split()) - _SMALL for name in (a, b))
    return bool(one and two) and (one <= two or two <= one)


def sentence_of(sentences: Sequence[Sentence], at: int) -> Sentence:
    """Return the sentence of a position: the last that begins at or before it."""
    return sentences[max(bisect_right(sentences, at, key=lambda each: each.start) - 1, 0)]


def best(text: str, count: Count, sentence: Sentence, among: Sequence[Candidate]) -> Candidate | None:
    """Return the name that outweighs what was taken for the place of a count, None where that stands."""
    kept = sum([WEIGHTS.get(row, 0.0) for row in (nowhere(text, count, sentence, among) if count.where is None else ["only taken"])])
    found: Candidate | None = None
    most = kept
    for each in among:
        score = each.own_score + sum([WEIGHTS.get(row, 0.0) for row in bearing(text, count, sentence, each, among)])
        if count.where is not None and same_place(each.mention.name, count.where):
            kept = max(kept, score)
        elif score > most or found is None:
            found, most = each, score
    return found if found is not None and most > kept + MARGIN else None
