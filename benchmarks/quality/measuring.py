"""Gold sets x readers -> figures: detection, whole and linked claims, and each field by itself; by language."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from benchmarks.quality import plain
from benchmarks.quality.gold import GoldSet, Text
from harmtrace import claims
from harmtrace.language.places import Gazetteer
from harmtrace.pipeline.suggesting import asked
from harmtrace.proposers import Proposer
from harmtrace.records.claim import Reading
from tests.fields import Fields
from tests.reading import flat
from tests.scoring import FIELDS, answers, figures, shares

KINDS = ("casualty", "position", "blame", "exposure")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What one reader comes to on one set in one language.

    Attributes:
        figures: precision, recall and F1 by kind; ``whole_f1``, ``linked_f1``.
        fields: (right, of how many) for each field of the casualty claims answered.
    """

    set: str
    language: str
    reader: str
    gold: int
    figures: Mapping[str, float]
    fields: Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Single:
    """What a reader comes to that answers one question alone, beside the rules on the same claims."""

    set: str
    language: str
    question: str
    reader: str
    right: int
    asked: int


@dataclass(slots=True)
class Found:
    """All that was measured."""

    rows: list[Row] = field(default_factory=list)
    singles: list[Single] = field(default_factory=list)


def measure(sets: Iterable[GoldSet], gazetteer: Gazetteer, engines: Sequence[Proposer], *, peers: bool) -> Found:
    """Return what the rules, each engine and the baselines come to; ``peers``: the libraries are installed here."""
    found = Found()
    for one in sets:
        for language in sorted({text.language for text in one.texts}):
            texts = [text for text in one.texts if text.language == language]
            _language(found, one.name, language, texts, gazetteer, engines, peers=peers)
    return found


def _language(
    found: Found, name: str, language: str, texts: Sequence[Text], gazetteer: Gazetteer, engines: Sequence[Proposer],
    *, peers: bool,
) -> None:  # fmt: skip
    readings = [claims.read(text.document, gazetteer=gazetteer) for text in texts]
    by_rules = [[flat(claim) for claim in reading.claims] for reading in readings]
    found.rows.append(_row(name, language, "rules", texts, by_rules))
    for engine in engines:
        said = [_suggested(engine, text, reading, gazetteer) for text, reading in zip(texts, readings, strict=True)]
        found.rows.append(_row(name, language, engine.name, texts, said))
    found.rows.append(_row(name, language, "plain regex", texts, [list(plain.regex(one.document)) for one in texts]))
    found.singles += _days(name, language, texts, by_rules, peers=peers)
    found.singles += _numbers(name, language, texts, by_rules, peers=peers)


def _suggested(engine: Proposer, text: Text, reading: Reading, gazetteer: Gazetteer) -> list[Fields]:
    return [flat(one.claim) for one in asked(engine, text.document, reading, gazetteer).suggestions]


def _row(name: str, language: str, reader: str, texts: Sequence[Text], found: Sequence[Sequence[Fields]]) -> Row:
    measured: dict[str, float] = {}
    pairs: list[tuple[Fields, Fields]] = []
    for kind in KINDS:
        parts = [answers(_of(mine, kind), _of(text.claims, kind)) for text, mine in zip(texts, found, strict=True)]
        if any(part.pairs or part.missed for part in parts):
            measured |= figures(kind, parts)
        if kind == "casualty":
            pairs = [pair for part in parts for pair in part.pairs]
    gold = sum(len(_of(text.claims, "casualty")) for text in texts)
    return Row(set=name, language=language, reader=reader, gold=gold, figures=measured, fields=shares(pairs))


def _of(claims: Iterable[Fields], kind: str) -> list[Fields]:
    return [claim for claim in claims if claim["kind"] == kind]


def _answered(text: Text, mine: Sequence[Fields]) -> dict[int, Fields]:
    """Return what the rules answer to each gold casualty claim, by the claim's identity."""
    pairs = answers(_of(mine, "casualty"), _of(text.claims, "casualty")).pairs
    return {id(gold): found for found, gold in pairs}


def _single(name: str, language: str, question: str, marks: Mapping[str, Sequence[bool]]) -> list[Single]:
    return [
        Single(set=name, language=language, question=question, reader=reader, right=sum(right), asked=len(right))
        for reader, right in marks.items()
        if right
    ]


def _days(
    name: str, language: str, texts: Sequence[Text], by_rules: Sequence[Sequence[Fields]], *, peers: bool
) -> list[Single]:
    """Compare days: of all gold casualty claims with a known time, how many get it."""
    marks: dict[str, list[bool]] = {"rules": [], "dateparser": []}
    for text, mine in zip(texts, by_rules, strict=True):
        dated = [claim for claim in _of(text.claims, "casualty") if claim.get("when") is not None]
        ours = _answered(text, mine)
        days = plain.days(text.document, language) if peers and dated else []
        for claim in dated:
            marks["rules"].append(id(claim) in ours and ours[id(claim)].get("when") == claim["when"])
            if peers:
                near = plain.day_near(days, _place(claim, "start"), _place(claim, "end"))
                marks["dateparser"].append(near == claim["when"])
    return _single(name, language, "time of the harm", marks)


def _numbers(
    name: str, language: str, texts: Sequence[Text], by_rules: Sequence[Sequence[Fields]], *, peers: bool
) -> list[Single]:
    """Compare numbers: of all gold casualty claims with a number, how many get one of its ends from the same words."""
    marks: dict[str, list[bool]] = {"rules": [], "quantulum3": []}
    for text, mine in zip(texts, by_rules, strict=True):
        ours = _answered(text, mine)
        for claim in _of(text.claims, "casualty"):
            ends = {end for end in (claim["low"], claim["high"]) if isinstance(end, int)}
            if not ends:
                continue
            found = ours.get(id(claim))
            marks["rules"].append(found is not None and bool(ends & {found["low"], found["high"]}))
            if peers:
                marks["quantulum3"].append(bool(ends & plain.values(str(claim["quote"]))))
    return _single(name, language, "the number in the claim's words", marks)


def _place(claim: Fields, name: str) -> int:
    value = claim[name]
    if not isinstance(value, int):
        raise TypeError(f"{name} is no offset: {value!r}")
    return value


__all__ = ["FIELDS", "KINDS", "Found", "Row", "Single", "measure"]
