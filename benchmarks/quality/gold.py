"""Gold sets: a folder a set with ``claims.jsonl`` and its texts; or the project's own gate corpus."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.real.stages import document
from harmtrace.records.text import Document
from tests import corpus
from tests.fields import Fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One text with the claims that a careful reader finds."""

    document: Document
    language: str
    claims: tuple[Fields, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldSet:
    """A set of texts under a name."""

    name: str
    texts: tuple[Text, ...]


def sets(folder: Path) -> Iterator[GoldSet]:
    """Yield the sets below a folder: those with claims and texts.

    The texts stand in ``documents.jsonl`` beside the claims, or as files in ``../documents/NAME`` beside the folder.
    """
    for place in sorted(folder.iterdir()):
        claims = place / "claims.jsonl"
        if not claims.is_file():
            continue
        texts = _texts(place, folder.parent / "documents" / place.name)
        gold: dict[str, list[Fields]] = {}
        for claim in _lines(claims):
            gold.setdefault(str(claim["document"]), []).append(_plain(claim))
        yield GoldSet(
            name=place.name,
            texts=tuple(
                Text(document=made, language=language, claims=tuple(gold.get(name, ())))
                for name, made, language in texts
            ),
        )


def own() -> GoldSet:
    """Return the corpus of the project's own gate."""
    return GoldSet(
        name="own corpus",
        texts=tuple(
            Text(
                document=document(one.id, one.text, language=language, published=one.published, source=one.source),
                language=language,
                claims=one.claims,
            )
            for language in corpus.TEXTS
            for one in corpus.load(language)
        ),
    )


def _texts(place: Path, beside: Path) -> Iterator[tuple[str, Document, str]]:
    listed = place / "documents.jsonl"
    if listed.is_file():
        for row in _lines(listed):
            language = str(row.get("language") or "en")
            published, source = row.get("published"), row.get("source")
            made = document(
                str(row["id"]), str(row["text"]), language=language,
                published=None if published is None else str(published), source=None if source is None else str(source),
            )  # fmt: skip
            yield str(row["id"]), made, language
        return
    for file in sorted(beside.glob("*.txt")) if beside.is_dir() else ():
        yield file.name, document(file.name, file.read_text(encoding="utf-8"), language="en"), "en"


def _lines(path: Path) -> Iterator[dict[str, object]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def _plain(claim: dict[str, object]) -> Fields:
    """Return the fields of a gold claim that hold one value each."""
    return {name: value for name, value in claim.items() if value is None or isinstance(value, str | int | bool)}
