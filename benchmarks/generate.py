"""Generates invented wire-like documents, English or Arabic: seeded, so that every run reads the same texts.

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
#: The files of phrases, by BCP 47 tag.
FILES = {"en": "phrases.toml", "ar": "phrases_ar.toml"}


class Phrases:
    """The phrases of one language."""

    def __init__(self, language: str) -> None:
        """Read them from the file beside this one."""
        table = tomllib.loads((Path(__file__).parent / FILES[language]).read_text(encoding="utf-8"))
        self.dateline: str = table.pop("dateline")
        self.toll: str = table.pop("toll")
        self.lists: dict[str, list[str]] = table

    def __getitem__(self, name: str) -> list[str]:
        """Return the phrases of one kind."""
        return self.lists[name]


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


def towns(seed: int, count: int = 800, *, language: str = "en") -> tuple[Town, ...]:
    """Return invented towns with distinct names."""
    rng, phrases = random.Random(seed), Phrases(language)
    found: dict[str, Town] = {}
    while len(found) < count:
        name = _name(rng, phrases)
        latitude, longitude = round(-35 + rng.random() * 15, 4), round(-115 + rng.random() * 20, 4)
        found[name] = Town(name=name, latitude=latitude, longitude=longitude)
    return tuple(found.values())


def documents(seed: int, count: int, *, language: str = "en") -> Iterator[dict[str, str]]:
    """Yield documents in the shape of ``documents.jsonl``, about 3,600 characters each."""
    rng, phrases = random.Random(seed), Phrases(language)
    places = towns(seed, language=language)
    made = 0
    while made < count:
        event = _event(rng, phrases, places)
        first = _article(rng, phrases, event)
        tellings = [
            first,
            _revised(rng, phrases, event, first),
            _copied(rng, phrases, first),
            _article(rng, phrases, event),
        ]
        for kind in range(min(rng.choice((1, 2, 3, 4)), count - made)):
            published = event.day + timedelta(days=1 + kind)
            yield {
                "id": f"g{made:07d}",
                "text": tellings[kind],
                "language": language,
                "published": published.isoformat(),
                "source": phrases["outlets"][(made + kind) % len(phrases["outlets"])],
            }
            made += 1


def irrelevant(seed: int, count: int, *, language: str = "en") -> Iterator[str]:
    """Yield texts of the same size that claim nothing."""
    rng, phrases = random.Random(seed), Phrases(language)
    for _ in range(count):
        lines: list[str] = []
        while sum(map(len, lines)) < SIZE:
            lines.append(_filler(rng, phrases))
        yield " ".join(lines)[:SIZE]


def write_case(folder: Path, seed: int, count: int) -> Path:
    """Write ``documents.jsonl`` into a folder of its own and a gazetteer beside it; return the gazetteer's path."""
    (folder / "documents").mkdir(parents=True)
    with (folder / "documents" / "documents.jsonl").open("w", encoding="utf-8") as out:
        for document in documents(seed, count):
            out.write(json.dumps(document, ensure_ascii=False) + "\n")
    return write_gazetteer(folder, seed)


def write_gazetteer(folder: Path, seed: int, *, language: str = "en") -> Path:
    """Write the invented towns as a gazetteer; return its path."""
    gazetteer = folder / "gazetteer.csv"
    with gazetteer.open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(("name", "latitude", "longitude", "tier"))
        rows.writerows((town.name, town.latitude, town.longitude, "town") for town in towns(seed, language=language))
    return gazetteer


def _event(rng: random.Random, phrases: Phrases, places: tuple[Town, ...]) -> Event:
    return Event(
        town=rng.choice(places),
        day=date(2019, 1, 1) + timedelta(days=rng.randrange(1_090)),
        what=rng.choice(phrases["what"]),
        cause=rng.choice(phrases["cause"]),
        killed=rng.randint(1, 60),
        injured=rng.randint(1, 120),
    )


def _article(rng: random.Random, phrases: Phrases, event: Event) -> str:
    claims = _claims(rng, phrases, event)
    sentences = [claims[0]]
    rest = claims[1:]
    while sum(map(len, sentences)) + len(sentences) + sum(map(len, rest)) < SIZE:
        sentences.append(_filler(rng, phrases))
    for claim in rest:
        sentences.insert(rng.randrange(1, len(sentences) + 1), claim)
    return phrases.dateline.format(town=event.town.name.upper()) + "\n\n".join(
        " ".join(sentences[i : i + 4]) for i in range(0, len(sentences), 4)
    )


def _claims(rng: random.Random, phrases: Phrases, event: Event) -> list[str]:
    dead = event.killed
    speakers = rng.sample(phrases["speakers"], 8)
    party, other = rng.sample(phrases["parties"], 2)
    words = {f"s{place}": speaker for place, speaker in enumerate(speakers)}
    words |= {"cause": event.cause, "what": event.what, "town": event.town.name, "party": party, "other": other}
    day = f"{event.day.day} {phrases['months'][event.day.month - 1]} {event.day.year}"
    words |= {"day": day, "missing": rng.choice(phrases["missing"])}
    numbers = {"dead": dead, "hurt": event.injured, "injured": event.injured + 10, "most": dead + 20}
    numbers |= {"more": dead + rng.randint(1, 9), "bodies": max(1, dead - rng.randint(0, 5))}
    numbers |= {"few": rng.randint(2, 9), "total": rng.randint(2, 9), "risk": rng.randint(2, 90)}
    return [_capital(sentence.format(**words, **numbers)) for sentence in phrases["claims"]]


def _revised(rng: random.Random, phrases: Phrases, event: Event, first: str) -> str:
    newer = first.replace(phrases.toll.format(dead=event.killed), phrases.toll.format(dead=event.killed + 4))
    paragraphs = newer.split("\n\n")
    paragraphs[-1] = " ".join(_filler(rng, phrases) for _ in range(4))
    return "\n\n".join(paragraphs)


def _copied(rng: random.Random, phrases: Phrases, first: str) -> str:
    paragraphs = first.split("\n\n")
    return "\n\n".join([*paragraphs[: rng.randint(4, len(paragraphs))], _filler(rng, phrases)])


def _filler(rng: random.Random, phrases: Phrases) -> str:
    return _quote(rng, phrases) if rng.random() < 0.15 else _deeds(rng, phrases)


def _quote(rng: random.Random, phrases: Phrases) -> str:
    words = {"name": f"{_name(rng, phrases)} {_name(rng, phrases)}"}
    words |= {"second": _name(rng, phrases), "town": _name(rng, phrases)}
    numbers = {"age": rng.randint(19, 83), "minute": rng.randint(10, 59), "day": rng.randint(2, 27)}
    trade, few = rng.choice(phrases["trades"]), rng.randint(2, 11)
    return rng.choice(phrases["quotes"]).format(**words, **numbers, trade=trade, few=few)


def _deeds(rng: random.Random, phrases: Phrases) -> str:
    first, second = rng.sample(phrases["adverbials"], 2)
    subject, tail = rng.choice(phrases["subjects"]), rng.choice(phrases["tails"])
    opening = f"{subject} {_deed(rng, phrases)} {first}"
    if rng.random() < 0.5:
        return f"{opening}{tail}."
    return f"{opening} {phrases['and'][0]}{_deed(rng, phrases)} {second}{tail}."


def _deed(rng: random.Random, phrases: Phrases) -> str:
    return f"{rng.choice(phrases['verbs'])} {rng.choice(phrases['objects'])}"


def _name(rng: random.Random, phrases: Phrases) -> str:
    parts = (phrases["onsets"], phrases["vowels"], phrases["codas"])
    return "".join(rng.choice(part) for _ in range(rng.choice((2, 2, 3))) for part in parts).capitalize()


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
