"""Generates invented wire-like documents for measuring: seeded, so that every run reads the same texts.

Events are spread over invented towns and three years; each is told by one to four documents (a wire story, its
revision, a copy in another paper, a paper's own story). Filler sentences are drawn from some tens of millions of
combinations, so that texts share long passages only where one is a copy of the other.
"""

import csv
import json
import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

SIZE = 3_600
_PHRASES: dict[str, list[str]] = tomllib.loads((Path(__file__).parent / "phrases.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """An invented town in open ocean."""

    name: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What the documents about one event agree on."""

    town: Town
    day: date
    what: str
    cause: str
    killed: int
    injured: int


def towns(seed: int, count: int = 800) -> tuple[Town, ...]:
    """Return invented towns with distinct names."""
    rng = random.Random(seed)
    found: dict[str, Town] = {}
    while len(found) < count:
        name = _name(rng)
        latitude, longitude = round(-35 + rng.random() * 15, 4), round(-115 + rng.random() * 20, 4)
        found[name] = Town(name=name, latitude=latitude, longitude=longitude)
    return tuple(found.values())


def documents(seed: int, count: int) -> Iterator[dict[str, str]]:
    """Yield documents in the shape of ``documents.jsonl``, about 3.6 kB each."""
    rng = random.Random(seed)
    places = towns(seed)
    made = 0
    while made < count:
        event = _event(rng, places)
        first = _article(rng, event)
        tellings = [first, _revised(rng, event, first), _copied(rng, first), _article(rng, event)]
        for kind in range(min(rng.choice((1, 2, 3, 4)), count - made)):
            published = event.day + timedelta(days=1 + kind)
            yield {
                "id": f"g{made:07d}",
                "text": tellings[kind],
                "language": "en",
                "published": published.isoformat(),
                "source": _PHRASES["outlets"][(made + kind) % len(_PHRASES["outlets"])],
            }
            made += 1


def irrelevant(seed: int, count: int) -> Iterator[str]:
    """Yield texts of the same size that claim nothing."""
    rng = random.Random(seed)
    for _ in range(count):
        lines: list[str] = []
        while sum(map(len, lines)) < SIZE:
            lines.append(_filler(rng))
        yield " ".join(lines)[:SIZE]


def write_case(folder: Path, seed: int, count: int) -> Path:
    """Write ``documents.jsonl`` into a folder of its own and a gazetteer beside it; return the gazetteer's path."""
    (folder / "documents").mkdir(parents=True)
    with (folder / "documents" / "documents.jsonl").open("w", encoding="utf-8") as out:
        for document in documents(seed, count):
            out.write(json.dumps(document, ensure_ascii=False) + "\n")
    return write_gazetteer(folder, seed)


def write_gazetteer(folder: Path, seed: int) -> Path:
    """Write the invented towns as a gazetteer; return its path."""
    gazetteer = folder / "gazetteer.csv"
    with gazetteer.open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(("name", "latitude", "longitude", "tier"))
        rows.writerows((town.name, town.latitude, town.longitude, "town") for town in towns(seed))
    return gazetteer


def _event(rng: random.Random, places: tuple[Town, ...]) -> Event:
    return Event(
        town=rng.choice(places),
        day=date(2019, 1, 1) + timedelta(days=rng.randrange(1_090)),
        what=rng.choice(_PHRASES["what"]),
        cause=rng.choice(_PHRASES["cause"]),
        killed=rng.randint(1, 60),
        injured=rng.randint(1, 120),
    )


def _article(rng: random.Random, event: Event) -> str:
    claims = _claims(rng, event)
    sentences = [claims[0]]
    rest = claims[1:]
    while sum(map(len, sentences)) + len(sentences) + sum(map(len, rest)) < SIZE:
        sentences.append(_filler(rng))
    for claim in rest:
        sentences.insert(rng.randrange(1, len(sentences) + 1), claim)
    dateline = f"{event.town.name.upper()} (Meridian Wire) - "
    return dateline + "\n\n".join(" ".join(sentences[i : i + 4]) for i in range(0, len(sentences), 4))


def _claims(rng: random.Random, event: Event) -> list[str]:
    dead = event.killed
    speakers = rng.sample(_PHRASES["speakers"], 8)
    party, other = rng.sample(_PHRASES["parties"], 2)
    words = {f"s{place}": speaker for place, speaker in enumerate(speakers)}
    words |= {"cause": event.cause, "what": event.what, "town": event.town.name, "party": party, "other": other}
    words |= {"day": f"{event.day.day} {event.day:%B %Y}", "missing": rng.choice(("Six", "Four", "Eleven", "Nine"))}
    numbers = {"dead": dead, "hurt": event.injured, "injured": event.injured + 10, "most": dead + 20}
    numbers |= {"more": dead + rng.randint(1, 9), "bodies": max(1, dead - rng.randint(0, 5))}
    numbers |= {"few": rng.randint(2, 9), "total": rng.randint(2, 9), "risk": rng.randint(2, 90)}
    return [_capital(sentence.format(**words, **numbers)) for sentence in _PHRASES["claims"]]


def _revised(rng: random.Random, event: Event, first: str) -> str:
    newer = first.replace(f"at least {event.killed} people", f"at least {event.killed + 4} people")
    paragraphs = newer.split("\n\n")
    paragraphs[-1] = " ".join(_filler(rng) for _ in range(4))
    return "\n\n".join(paragraphs)


def _copied(rng: random.Random, first: str) -> str:
    paragraphs = first.split("\n\n")
    return "\n\n".join([*paragraphs[: rng.randint(4, len(paragraphs))], _filler(rng)])


def _filler(rng: random.Random) -> str:
    return _quote(rng) if rng.random() < 0.15 else _deeds(rng)


def _quote(rng: random.Random) -> str:
    words = {"name": f"{_name(rng)} {_name(rng)}", "second": _name(rng), "town": _name(rng)}
    numbers = {"age": rng.randint(19, 83), "minute": rng.randint(10, 59), "day": rng.randint(2, 27)}
    trade, few = rng.choice(_PHRASES["trades"]), rng.randint(2, 11)
    return rng.choice(_PHRASES["quotes"]).format(**words, **numbers, trade=trade, few=few)


def _deeds(rng: random.Random) -> str:
    first, second = rng.sample(_PHRASES["adverbials"], 2)
    subject, tail = rng.choice(_PHRASES["subjects"]), rng.choice(_PHRASES["tails"])
    opening = f"{subject} {_deed(rng)} {first}"
    return f"{opening}{tail}." if rng.random() < 0.5 else f"{opening} and {_deed(rng)} {second}{tail}."


def _deed(rng: random.Random) -> str:
    return f"{rng.choice(_PHRASES['verbs'])} {rng.choice(_PHRASES['objects'])}"


def _name(rng: random.Random) -> str:
    parts = (_PHRASES["onsets"], _PHRASES["vowels"], _PHRASES["codas"])
    return "".join(rng.choice(part) for _ in range(rng.choice((2, 2, 3))) for part in parts).capitalize()


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
