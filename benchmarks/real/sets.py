"""The real sets, each with what the product is asked of it and how an answer is marked."""

import gzip
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.real.stages import Outcome, document, outcome
from harmtrace.intake.given import day_of
from harmtrace.language.dates import DateKind, DateMention, reference
from harmtrace.language.english.grammar import English
from harmtrace.language.grammar import Before
from harmtrace.language.places import Gazetteer
from harmtrace.records.incident import Bounds
from harmtrace.records.text import Document, SourceKind

#: A text filed under more incidents than this is a round-up.
ROUND_UP = 3

#: Who publishes the narratives of incidents: they are a monitor's assessments, and are taken in as such.
MONITOR = "Airwars"

GRAMMAR = English()

#: How long before a text's own day what it tells as news may lie, in days.
NEWS = 31

Ends = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """One text of a set: what was wanted, what came out, and what of it was right."""

    id: str
    text: str
    wanted: Mapping[str, object]
    found: Mapping[str, object]
    right: Mapping[str, bool]
    outcome: Outcome


def gaza(folder: Path, gazetteer: Gazetteer) -> Iterator[Marked]:
    """Yield incident narratives: is the published range of civilians killed found, or its upper end?

    The set breaks a narrative at each name that the page sets in bold; such lines are joined again.
    Only incidents with a published number take part. Of a page its narrative and its publisher are used: nothing else.
    """
    for row in _rows(folder / "airwars_gaza" / "incidents.jsonl.gz"):
        wanted = _ends(row["civilians_reported_killed"])
        if wanted is None:
            continue
        text = joined(_text(row, "assessment"))
        made = document(_text(row, "file"), text, language="en", source=MONITOR, kind=SourceKind.MONITOR)
        done = outcome(made, gazetteer)
        found = _bounds(done, "airwars_range", injured=False)
        marks = {"range": found == wanted, "maximum": found[1] == wanted[1], "minimum": found[0] == wanted[0]}
        hurt = _ends(row.get("civilians_reported_injured") or "")
        if hurt is not None:
            marks["injured range"] = _bounds(done, "airwars_range", injured=True) == hurt
        yield Marked(
            id=_text(row, "file"),
            text=text,
            wanted={"killed": wanted, "injured": hurt},
            found=_shown(done),
            right=marks,
            outcome=done,
        )


def drone(folder: Path, gazetteer: Gazetteer) -> Iterator[Marked]:
    """Yield one-sentence summaries of strikes: is the range of all people killed found?"""
    for row in _rows(folder / "bij_drone" / "strikes.jsonl.gz"):
        low, high, text = _text(row, "deaths_min"), _text(row, "deaths_max"), _text(row, "bij_summary_short")
        if not (low.isdigit() and high.isdigit() and text.strip()):
            continue
        wanted = (int(low), int(high))
        name = _text(row, "_id")
        done = outcome(document(name, text, language="en", published=_text(row, "date")[:10]), gazetteer)
        found = _everyone(done)
        marks = {"range": found == wanted, "maximum": found[1] == wanted[1], "minimum": found[0] == wanted[0]}
        yield Marked(
            id=name,
            text=text,
            wanted={"killed": wanted},
            found=_shown(done) | {"all": found},
            right=marks,
            outcome=done,
        )


def shootings(folder: Path, gazetteer: Gazetteer, *, part: str = "val") -> Iterator[Marked]:
    """Yield news of shootings: are the killed, the injured and the day right? None found counts as 0.

    Two texts in three tell of nobody hurt, so that the product makes no incident of them. There ``date`` is
    the first day that its date grammar finds in the text; ``date of the incident`` is the incident's alone.
    """
    place = folder / "gunviolence_articles"
    texts = json.loads(gzip.decompress((place / f"X_{part}.json.gz").read_bytes()))
    wanted = json.loads(gzip.decompress((place / f"y_{part}.json.gz").read_bytes()))
    for number, (one, gold) in enumerate(zip(texts, wanted, strict=True)):
        if not one["text"].strip():
            continue
        made = document(f"{part}-{number}", one["text"], language="en", published=one["publish_date"] or None)
        done = outcome(made, gazetteer)
        killed = _everyone(done)[1] or 0
        injured = _bounds(done, "airwars_range", injured=True)[1] or 0
        day = done.leading.when if done.leading is not None else None
        told = day if day is not None and len(day) == len("2021-05-03") else first_day(made) or day
        marks = {
            "killed": killed == gold["n_killed"],
            "injured": injured == gold["n_injured"],
            "date of the incident": day == gold["shooting_date"],
            "date": told == gold["shooting_date"],
        }
        found = _shown(done) | {"killed": killed, "injured": injured, "date": told}
        yield Marked(id=made.id, text=made.text, wanted=gold, found=found, right=marks, outcome=done)


def first_day(one: Document) -> str | None:
    """Return the first day that a text tells of, as the product's grammar reads it; not its own day of publication.

    A day on which somebody spoke, was arrested or stood in court is taken only where the text tells of no other of the
    month before it.
    """
    ref = reference(one.text, published=one.published, on=None)
    first = None
    for start, end in GRAMMAR.sentences(one.text, 0, len(one.text)):
        mentions = GRAMMAR.dates(one.text, start, end, ref)
        days = [mention for mention in mentions if _is_day(mention)]
        first = first or (days[0].edtf if days else None)
        read = GRAMMAR.read(one.text, start, end, dates=mentions, known=(), before=Before()) if days else None
        fresh = [m.edtf for m in read.fresh_dates if _is_day(m) and not _stamp(one, m)] if read is not None else []
        found = next((day for day in fresh if day is not None and _is_news(day, ref.day)), None)
        if found is not None:
            return found
    return first


def _stamp(one: Document, mention: DateMention) -> bool:
    """Tell whether a day is the text's own, stamped on it in figures: "03/24/2018"."""
    return mention.edtf == one.published and one.text[mention.start : mention.end].strip("0123456789/.-") == ""


def _is_news(day: str, told: str | None) -> bool:
    """Tell whether a day is one that news of a day may tell of: not ahead of it, nor more than a month before."""
    if told is None or len(told) != len(day):
        return True
    return 0 <= (date.fromisoformat(told) - date.fromisoformat(day)).days <= NEWS


def _is_day(mention: DateMention) -> bool:
    return mention.kind in (DateKind.POINT, DateKind.RELATIVE) and mention.edtf is not None and len(mention.edtf) == 10


def _everyone(done: Outcome) -> Ends:
    """Return the range of all the dead, fighters among them: ``ged_best`` is the rule that counts these."""
    range = done.range("ged_best")
    return (None, None) if range is None else (range.low, range.high)


def _bounds(done: Outcome, rule: str, *, injured: bool) -> Ends:
    range = done.range(rule)
    bounds: Bounds | None = None if range is None else range.injured if injured else range.killed
    return (None, None) if bounds is None else (bounds.low, bounds.high)


def _shown(done: Outcome) -> dict[str, object]:
    return {
        "killed": _bounds(done, "airwars_range", injured=False),
        "injured": _bounds(done, "airwars_range", injured=True),
        "incidents": len(done.incidents),
    }


def joined(text: str) -> str:
    """Return a text whose lines broke at inline marks of a page as the page showed it.

    >>> joined("At least two,\\nAmra Vell\\n, and her son died.\\nThe army denied it.")
    'At least two, Amra Vell, and her son died.\\nThe army denied it.'
    """
    text = re.sub(r"\s*\n\s*(?=[,.;:)’”'])", "", text)
    text = re.sub(r"[ \t]*\n\s*(?=[(a-z])", " ", text)
    return re.sub(r"(?<![.!?:”\"\n])[ \t]*\n+[ \t]*", " ", text)


def _ends(text: object) -> Ends | None:
    """Return the ends of a published range, None where it names no number."""
    numbers = [int(number.replace(",", "")) for number in re.findall(r"[\d,]*\d", str(text))]
    if not numbers or len(numbers) > 2:
        return None
    return numbers[0], numbers[-1]


def _rows(path: Path) -> Iterator[dict[str, object]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _text(row: Mapping[str, object], name: str) -> str:
    value = row.get(name)
    return value if isinstance(value, str) else ""


def posts(folder: Path) -> tuple[list[Document], dict[str, frozenset[str]]]:
    """Return Syrian source texts and the incidents that an editor filed each under; round-ups take no part.

    Of each text its words, its publisher and, for the few that have it, its day are used: nothing else.
    """
    documents, filed = [], {}
    for row in _rows(folder / "airwars_syria" / "source_texts.jsonl.gz"):
        incidents = row["incident_ids"]
        if not isinstance(incidents, list) or not 0 < len(incidents) <= ROUND_UP:
            continue
        name = _text(row, "source_id")
        language = "en" if _text(row, "lang") == "en" else "ar"
        day = _text(row, "published")
        made = document(
            name, _text(row, "text"), language=language, published=day_of(day) or day_of(day.partition(" ")[0]),
            source=_text(row, "publisher") or None,
        )  # fmt: skip
        documents.append(made)
        filed[made.id] = frozenset(map(str, incidents))
    return documents, filed


def b_cubed(a: Mapping[str, frozenset[str]], b: Mapping[str, frozenset[str]]) -> float:
    """Return the mean over items of the mean over companions in ``a`` of the share of shared labels that ``b`` has too.

    The multiplicity version (Amigó and others, 2009): with one label each it is the plain B-cubed precision of ``a``.

    >>> together, apart = {"x": frozenset("1"), "y": frozenset("1")}, {"x": frozenset("1"), "y": frozenset("2")}
    >>> b_cubed(together, apart), b_cubed(apart, together)
    (0.5, 1.0)
    """
    members: dict[str, set[str]] = {}
    for item, labels in a.items():
        for label in labels:
            members.setdefault(label, set()).add(item)
    total = 0.0
    for item, labels in a.items():
        near = set[str]().union(*(members[label] for label in labels))
        others = near - {item}
        shares = [min(len(labels & a[one]), len(b[item] & b[one])) / len(labels & a[one]) for one in others]
        total += (1 + sum(shares)) / (1 + len(others))
    return total / len(a)
