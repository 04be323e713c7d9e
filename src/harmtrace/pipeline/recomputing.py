"""Results made again from the originals, and compared with what the case holds."""

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

import harmtrace
from harmtrace import intake, settings
from harmtrace.errors import LedgerError, UsageError
from harmtrace.intake import recordings
from harmtrace.intake.sandbox import Sandbox
from harmtrace.pipeline.claiming import read_anew
from harmtrace.pipeline.progress import Progress, counted
from harmtrace.pipeline.running import RULES, derive_again
from harmtrace.records.text import Sha256
from harmtrace.settings import Settings
from harmtrace.store import Case, backups, footage, open_case, redacting, rows
from harmtrace.store.case import DATABASE

# Results whose keys only number them in the order of their making.
_NUMBERED = ("relations", "leftovers")
_TABLES = ("readings", "claims", "relations", "families", "incidents", "incident_claims", "leftovers", "codes")


def recompute(case: Case, *, progress: Progress) -> tuple[str, ...]:
    """Read every original and compute every result once more, beside the case; return what could not be compared.

    Raises:
        UsageError: the last run went by other rules or settings than this version has.
        LedgerError: names the first document or table of results that comes out otherwise.
    """
    with case.reading() as connection:
        last = next((one for one in reversed(rows.runs(connection)) if one.command in ("run", "judge")), None)
    if last is None or last.finished is None:
        return ("no run to recompute",)
    held = settings.read(case.root)
    if last.rules != RULES or last.settings != held.hash:
        raise UsageError(f"run {last.id} went by other rules or settings than hold now: run the case again to compare")
    notices = (*_texts(case, progress), *_recordings(case, held, progress))
    with tempfile.TemporaryDirectory(prefix="harmtrace-") as name:
        copy = Path(name) / "case"
        copy.mkdir()
        backups.copy_database(case, copy / DATABASE)
        again = replace(open_case(copy), vault=case.vault)
        with again.writing() as connection:
            wanted = {table: _rows(connection, table) for table in _TABLES}
            for table in ("claims", "readings", "relations", "families", "incident_claims", "incidents", "leftovers"):
                connection.exec_driver_sql(f'DELETE FROM "{table}"')
        read_anew(again, held, progress=progress)
        derive_again(again, held, progress=progress)
        with again.reading() as connection:
            for table in _TABLES:
                if _rows(connection, table) != wanted[table]:
                    raise LedgerError(f"{table}: the results come out otherwise when they are computed again")
        again.engine.dispose()
    return notices


def _recordings(case: Case, held: Settings, progress: Progress) -> Iterator[str]:
    """Compare the telemetry that is kept of every recording with what is read in its original now."""
    with case.reading() as connection:
        feeds = footage.feeds(connection)
        tracks = {one.feed: one for one in footage.derived(connection, footage.TRACK)}
    zone = None if held.timezone is None else ZoneInfo(held.timezone)
    with Sandbox() as sandbox:
        for feed in counted(iter(feeds), "reading recordings again", progress):
            kept = tracks.get(feed.id)
            if kept is None:
                continue
            if kept.version != harmtrace.__version__:
                yield f"recording {feed.id}: its telemetry was read by version {kept.version}: not compared"
                continue
            found = recordings.probe(case.vault.path(feed.sha256), sandbox=sandbox, name=feed.name, zone=zone).track
            if found is None or footage.object_of(footage.track_bytes(found))[0] != kept.sha256:
                raise LedgerError(f"recording {feed.id}: its telemetry reads otherwise now than when it was taken in")


def _rows(connection: Connection, table: str) -> list[tuple[object, ...]]:
    found = connection.exec_driver_sql(f'SELECT * FROM "{table}"')
    names = list(found.keys())
    skip = names.index("seq") if table in _NUMBERED else len(names)
    return sorted((tuple(row[:skip]) + tuple(row[skip + 1 :]) for row in found), key=repr)


def _texts(case: Case, progress: Progress) -> Iterator[str]:
    """Compare the text of every document with what intake reads in its original now."""
    with case.reading() as connection:
        names = {digest: name for digest, _, name in rows.originals(connection)}
        waiting: dict[Sha256, list[tuple[str, str]]] = {}
        erased = redacting.erased_documents(connection)
        for document in rows.documents(connection):
            if document.id in erased and document.sha256 in names:
                continue  # its original stays for others
            waiting.setdefault(document.sha256, []).append((document.id, document.text))
    with tempfile.TemporaryDirectory(prefix="harmtrace-") as folder, Sandbox() as sandbox:
        for digest, documents in counted(iter(sorted(waiting.items())), "reading originals again", progress):
            if digest not in names:
                yield from (f"{id}: its original was redacted" for id, _ in documents)
                continue
            path = Path(folder) / Path(names[digest]).name
            path.write_bytes(case.vault.get(digest))
            read = {one.document.text for one in intake.read([path], sandbox=sandbox) if isinstance(one, intake.Taken)}
            path.unlink()
            for id, text in documents:
                if not read:
                    yield f"{id}: this version reads no text in its original ({names[digest]})"
                elif text not in read:
                    raise LedgerError(f"document {id}: its original reads otherwise now than when it was taken in")
