"""The gate's corpus: invented texts with the claims a careful reader finds (``tests/gate/texts*.txt``)."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.fields import Field, Fields

TEXTS = {"en": Path(__file__).parent / "gate" / "texts.txt", "ar": Path(__file__).parent / "gate" / "texts_ar.txt"}
_OUTCOMES = ("killed", "injured", "killed_or_injured", "missing", "bodies_recovered", "killed_or_missing")
_DEFAULTS: Fields = {
    "who": "unspecified",
    "unit": "people",
    "scope": "event",
    "modality": "asserted",
    "headline": False,
    "via": None,
    "when": None,
    "where": None,
    "blamed": None,
    "vague": None,
}
_COUNT = re.compile(r"(~?)(\d+|\*)(?:-(\d+|\*))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One invented document and its gold claims, offsets in code points of ``text``."""

    id: str
    kind: str
    published: str
    source: str
    text: str
    claims: tuple[Fields, ...]


def fingerprint(language: str) -> str:
    """Return the SHA-256 of a language's corpus file, line ends normalised."""
    return hashlib.sha256(TEXTS[language].read_text(encoding="utf-8").encode()).hexdigest()


def load(language: str) -> tuple[Text, ...]:
    """Return the corpus of a language in its file's order."""
    return tuple(_blocks(TEXTS[language].read_text(encoding="utf-8")))


def _blocks(whole: str) -> Iterator[Text]:
    for block in re.split(r"(?m)^@ ", whole)[1:]:
        head, _, rest = block.partition("\n")
        name, kind, published, source = head.split(" ", 3)
        lines = rest.splitlines()
        text = "\n".join(line for line in lines if not line.startswith("> ")).strip()
        gold = tuple(_claim(name, text, line[2:]) for line in lines if line.startswith("> "))
        yield Text(id=name, kind=kind, published=published, source=source, text=text, claims=gold)


def _claim(name: str, text: str, line: str) -> Fields:
    quote, what, *more = (part.strip() for part in line.split(" ; "))
    given: dict[str, str] = {}
    for part in more:
        key, _, value = part.partition("=")
        given[key] = value
    start = text.find(quote, text.find(given.pop("after", "")))
    if start < 0:
        raise ValueError(f"{name}: no such words: {quote!r}")
    fields: Fields = {"document": name, "start": start, "end": start + len(quote), "quote": quote, "speaker": None}
    fields.update(_kind(what))
    fields.update({key: _value(key, value) for key, value in given.items()})
    return fields


def _kind(what: str) -> Fields:
    word, _, value = what.partition(" ")
    if word in _OUTCOMES:
        return _DEFAULTS | {"kind": "casualty", "outcome": word} | _count(value)
    if word == "exposure":
        return {"kind": "exposure"} | _count(value)
    return {"kind": word, {"position": "position", "blame": "stance"}[word]: value}


def _count(text: str) -> Fields:
    match = _COUNT.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is no count")
    about, low, high = match.groups()
    return {"low": _bound(low), "high": _bound(low if high is None else high), "approx": about == "~"}


def _bound(text: str) -> int | None:
    return None if text == "*" else int(text)


def _value(key: str, value: str) -> Field:
    if key in ("children", "women", "men"):
        return f"{value}-{value}"
    return True if value == "true" else value
