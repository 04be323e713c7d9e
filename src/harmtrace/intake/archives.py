"""ZIP and gzip files: what lies in them is read as if it lay in a folder, never written out."""

import gzip
import zipfile
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import IO

from harmtrace.intake.folders import given_by, passed_over
from harmtrace.intake.kinds import GZIP, MEDIA, TEXT, media_of
from harmtrace.intake.packing import (
    DAMAGE,
    LockedError,
    PackError,
    ProportionError,
    counted,
    plain_name,
    unpacked,
    wrong_name,
)
from harmtrace.intake.parts import DEEPEST, Part, Read
from harmtrace.intake.tables import TABLE, Table, read_table

Open = Callable[[bytes, str, Part], Read]


def read_zip(file: IO[bytes], part: Part, *, open_one: Open) -> Read:
    """Yield the documents of the entries of a ZIP, in the order of their names.

    ``open_one`` reads the bytes of one entry, given its media type.
    """
    try:
        pack = zipfile.ZipFile(file)
    except DAMAGE as error:
        yield part.issue("damaged", "a ZIP", f"{error or type(error).__name__}")
        return
    with pack:
        entries = pack.infolist()
        part.budget.entries -= len(entries)
        if part.budget.entries < 0:
            yield part.issue("archive-limit", "fewer entries", f"{len(entries):,} here")
            return
        good: dict[str, zipfile.ZipInfo] = {}
        for info in entries:
            wrong = wrong_name(info.filename, info.external_attr >> 16) or _doubled(info.filename, good)
            if wrong is not None:
                yield part.issue("archive-path", "a plain path below the archive", wrong, at=repr(info.filename[:120]))
            elif not info.is_dir():
                good[plain_name(info.filename)] = info
        yield from _entries(pack, good, part, open_one)


def _doubled(name: str, good: Mapping[str, zipfile.ZipInfo]) -> str | None:
    return "a name that an earlier entry has" if plain_name(name) in good else None


def _entries(pack: zipfile.ZipFile, good: Mapping[str, zipfile.ZipInfo], part: Part, open_one: Open) -> Read:
    tables: list[tuple[str, Table]] = []
    for name in sorted((one for one in good if PurePosixPath(one).name == TABLE), key=lambda one: -one.count("/")):
        try:
            table = read_table(unpacked(pack, good[name], part), f"{part.name}/{name}")
        except (PackError, *DAMAGE) as error:
            yield part.issue("damaged", "a table", str(error), at=name)
            continue
        yield from table.issues
        tables.append((name[: -len(TABLE)], table))
    unread: Counter[str] = Counter()
    for name in sorted(good):
        inner = PurePosixPath(name)
        beside = _Beside(good, str(inner.parent))
        if any(passed_over(one, beside) for one in inner.parts):
            continue
        media = media_of(name)
        if media is None:
            unread[inner.suffix.lower() or "no ending"] += 1
            continue
        given = given_by(name, [one for one in tables if name.startswith(one[0])])
        yield from _entry(pack, good[name], part.inner(name, given), media, open_one)
    if unread:
        listed = ", ".join(f"{many} × {ending}" for ending, many in unread.most_common(8))
        yield part.issue("unknown-format", f"entries of {' '.join(MEDIA)}", listed, done="these are not taken")


class _Beside:
    """The names in one folder of an archive, asked one by one."""

    def __init__(self, good: Mapping[str, zipfile.ZipInfo], folder: str) -> None:
        self._good, self._folder = good, "" if folder == "." else folder + "/"

    def __contains__(self, name: object) -> bool:
        return f"{self._folder}{name}" in self._good


def _entry(pack: zipfile.ZipFile, info: zipfile.ZipInfo, inner: Part, media: str, open_one: Open) -> Read:
    if inner.depth > DEEPEST:
        yield inner.issue("archive-limit", f"archives nested {DEEPEST} deep", "more")
        return
    try:
        data = unpacked(pack, info, inner)
    except LockedError as error:
        yield inner.issue("encrypted", "an entry that opens without a password", str(error))
        return
    except ProportionError as error:
        yield inner.issue("archive-limit", "an entry that unfolds in proportion", str(error))
        return
    except DAMAGE as error:
        yield inner.issue("damaged", "an entry that unpacks", str(error)[:120] or type(error).__name__)
        return
    if not data:
        yield inner.issue("empty", "text", "0 bytes")
        return
    yield from open_one(data, media, inner)


def read_gzip(file: IO[bytes], part: Part, *, size: int, open_one: Open) -> Read:
    """Yield the documents of one gzipped file, which keeps the name of the whole."""
    name = part.name.lower().removesuffix(".gz")
    media = media_of(name)
    if media in (None, GZIP):
        yield part.issue("unknown-format", f"a gzipped file of {' '.join(MEDIA)}", PurePosixPath(name).suffix or "none")
        return
    if part.depth >= DEEPEST:
        yield part.issue("archive-limit", f"archives nested {DEEPEST} deep", "more")
        return
    try:
        with gzip.GzipFile(fileobj=file) as pack:
            data = counted(pack, size, part, limit=4 * part.file_bytes)
    except ProportionError as error:
        yield part.issue("archive-limit", "a file that unfolds in proportion", str(error))
        return
    except DAMAGE as error:
        yield part.issue("damaged", "a gzipped file", str(error)[:120] or type(error).__name__)
        return
    yield from open_one(data, media or TEXT, replace(part, depth=part.depth + 1))
