"""Recordings before people: what to look at next, contact sheets, exports of reviews."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from sqlalchemy import Connection

from harmtrace.errors import UsageError
from harmtrace.pipeline import pictures
from harmtrace.pipeline.reviewing import reviews
from harmtrace.pipeline.watching import MOST_WINDOWS, Watching, chosen, looked, picture_of, watching
from harmtrace.records.entry import Act, Draft, Json
from harmtrace.records.looking import Footage, Picture, held_back
from harmtrace.reports import review_exports
from harmtrace.reports.contact_sheet import contact_sheet
from harmtrace.store import Case, entries, footage, open_case, rows

FORMATS: Mapping[str, Callable[..., str]] = {
    "vtt": review_exports.as_vtt,
    "csv": review_exports.as_csv,
    "geojson": review_exports.as_geojson,
    "annotations": review_exports.as_annotations,
}


def queue(root: Path, code: str | None = None) -> dict[str, Footage]:
    """Return what the recordings have to do with each incident, or with one, by its code.

    Raises:
        UsageError: no such incident, or one whose time and place cannot be held against recordings.
    """
    case = open_case(root)
    with case.reading() as connection:
        found = every(case, connection)
        if code is None:
            return found
        return {_now(connection, root, code): _one(connection, root, code, found)}


def every(case: Case, connection: Connection) -> dict[str, Footage]:
    """Return what the recordings have to do with each incident, by its code.

    Raises:
        UsageError: the case has no recording.
    """
    watch = watching(case, connection, code_of=lambda code: rows.current_code(connection, code))
    if watch is None:
        raise UsageError(f"{case.root}: no recording in this case; `harmtrace footage add` takes them in")
    return _looked(case, connection, watch)


def _looked(case: Case, connection: Connection, watch: Watching) -> dict[str, Footage]:
    found = dict[str, Footage]()
    for incident in rows.incidents(connection):
        if (one := looked(case, connection, watch, incident)) is not None:
            found[incident.code] = one
    return found


def _now(connection: Connection, root: Path, code: str) -> str:
    now = rows.current_code(connection, code)
    if now is None:
        raise UsageError(f"{root}: no incident {code!r} in this case; `harmtrace incidents` lists them")
    return now


def _one(connection: Connection, root: Path, code: str, found: Mapping[str, Footage]) -> Footage:
    one = found.get(_now(connection, root, code))
    if one is None:
        raise UsageError(f"{code}: its time or place is not known closely enough to be held against recordings")
    return one


def sheet(root: Path, code: str, out: Path, *, clear: bool = False, marked: bool = False, by: str | None = None) -> int:
    """Write the contact sheet of an incident to a new file and return how many pictures it has.

    Blurred unless ``clear``; recordings whose marking holds them back are left out unless ``marked``.

    Raises:
        UsageError: something is at that path, or the incident cannot be held against recordings.
    """
    _free(out)
    case = open_case(root)
    with case.alone():
        with case.reading() as connection:
            one = _one(connection, root, code, every(case, connection))
            now = _now(connection, root, code)
        pictures.keep(case, [queued.window for queued in one.queue], one.feeds)
        with case.reading() as connection:
            one = _one(connection, root, code, every(case, connection))
            shown = _clear(case, connection, one) if clear else one.pictures
        used = {queued.window.feed for queued in one.queue}
        left = [] if marked else sorted(id for id in used if held_back(one.feeds[id]) is not None)
        kept = replace(one, pictures=tuple(picture for picture in shown if picture.feed not in left))
        page = contact_sheet(now, kept, clear=clear, left_out=left).encode("utf-8", "replace")
        _written(out, page)
        _handed_out(case, "contact sheet", page, by=by, says={"code": now, "clear": clear})
    return len(kept.pictures)


def _clear(case: Case, connection: Connection, one: Footage) -> tuple[Picture, ...]:
    found = []
    for queued in one.queue[:MOST_WINDOWS]:
        kept = footage.derived(connection, footage.KEYFRAME, queued.window.feed)
        found += [picture_of(each, case.vault.get(each.sha256)) for each in chosen(kept, queued.window)]
    return tuple(found)


def export(root: Path, form: str, out: Path, *, by: str | None = None) -> int:
    """Write the reviews of a case to a new file (vtt, csv, geojson, annotations) and return how many they are.

    Raises:
        UsageError: something is at that path.
    """
    _free(out)
    found, feeds = reviews(root)
    body = FORMATS[form](found, feeds).encode("utf-8", "replace")
    case = open_case(root)
    with case.alone():
        _written(out, body)
        _handed_out(case, "reviews", body, by=by, says={"form": form})
    return sum(1 + len(one.seconds) for one in found)


def _free(out: Path) -> None:
    """Refuse a path where something is, also a link that leads nowhere."""
    if out.exists() or out.is_symlink():
        raise UsageError(f"{out}: expected a path where nothing is yet, found something")


def _written(out: Path, body: bytes) -> None:
    """Write a new file; never through a link, never over what came to be there in the meantime."""
    try:
        with out.open("xb") as file:
            file.write(body)
    except OSError as error:
        _free(out)
        raise UsageError(f"{out}: expected a path that can be written, found: {error.strerror}") from error


def _handed_out(case: Case, kind: str, body: bytes, *, by: str | None, says: dict[str, Json]) -> None:
    said: dict[str, Json] = {**says, "sha256": sha256(body).hexdigest()}
    draft = Draft(act=Act.EXPORT, kind=kind, says=said, private={"by": entries.actor(by)})
    with case.writing() as connection:
        entries.append(connection, [draft])
