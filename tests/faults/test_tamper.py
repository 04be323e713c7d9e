"""Tampering at every entry of a case and every file of a bundle is found; the untouched one is never blamed."""

import gc
import json
import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner

from harmtrace import pipeline
from harmtrace.cli import main
from harmtrace.errors import EvidenceError
from tests.faults.soak import times

ENTRIES = 1_000
FLIPS = times(10_000, 400)
STEP = 1 if times(1, 0) else 40
ENV = {"HARMTRACE_PASSPHRASE": "four invented quiet words"}
TEXT = "On {day} May 2031 a shell hit house {number} in Ostrel and killed {killed} people, residents said.\n"


def _call(*words: object) -> str:
    result = CliRunner().invoke(main, [str(word) for word in words], env=ENV)
    assert result.exit_code == 0, result.output
    return result.stdout


def _records(path: Path, many: int) -> None:
    with path.open("w") as file:
        for number in range(many):
            text = TEXT.format(day=1 + number % 30, number=number, killed=2 + number % 9)
            file.write(json.dumps({"id": f"d{number}", "text": text, "published": "2031-06-01"}) + "\n")


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a case of 1,000 entries, sealed half way and at the end."""
    root = tmp_path_factory.mktemp("large")
    case = root / "case"
    _call("init", case)
    _records(root / "a.jsonl", ENTRIES // 2)
    _call("add", case, root / "a.jsonl")
    _call("seal", case)
    _records(root / "b.jsonl", ENTRIES - 8)
    _call("add", case, root / "b.jsonl")
    _call("seal", case)
    gc.collect()  # no connection may outlive the state that it was opened on
    # Everything in one file, so that a copy of it is a copy of the state.
    with closing(sqlite3.connect(case / "case.sqlite")) as raw:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        assert raw.execute("SELECT count(*) FROM entries").fetchone()[0] == ENTRIES
    return case


@contextmanager
def _restored(case: Path) -> Iterator[Path]:
    """Give the database to be tampered with, and put it back."""
    database = case / "case.sqlite"
    before = database.read_bytes()
    try:
        yield database
    finally:
        for name in ("case.sqlite-wal", "case.sqlite-shm"):
            (case / name).unlink(missing_ok=True)
        database.write_bytes(before)


def _tampered(database: Path, *statements: tuple[str, tuple[object, ...]]) -> None:
    with closing(sqlite3.connect(database)) as raw, raw:
        for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            raw.execute(f"DROP TRIGGER {name}")
        for statement, values in statements:
            raw.execute(statement, values)


def _found(case: Path) -> bool:
    try:
        pipeline.verify(case)
    except EvidenceError:
        return True
    return False


Statements = list[tuple[str, tuple[object, ...]]]


def _change(n: int) -> Statements:
    changed = "replace(replace(CAST(body AS TEXT), '\"act\":\"collect\"', '\"act\":\"correct\"'), 'system', 'sistem')"
    return [(f"UPDATE entries SET body = CAST({changed} AS BLOB) WHERE n = ?", (n,))]


def _delete(n: int) -> Statements:
    return [("DELETE FROM entries WHERE n = ?", (n,)), ("DELETE FROM openings WHERE entry = ?", (n,))]


def _delete_and_close_the_gap(n: int) -> Statements:
    return [
        *_delete(n),
        ("UPDATE entries SET n = -n + 1 WHERE n > ?", (n,)),
        ("UPDATE entries SET n = -n WHERE n < 0", ()),
        ("UPDATE openings SET entry = -entry + 1 WHERE entry > ?", (n,)),
        ("UPDATE openings SET entry = -entry WHERE entry < 0", ()),
        ("UPDATE ledger_head SET n = n - 1", ()),
    ]


def _insert(n: int) -> Statements:
    return [
        ("UPDATE entries SET n = -n - 1 WHERE n >= ?", (n,)),
        ("UPDATE entries SET n = -n WHERE n < 0", ()),
        ("UPDATE openings SET entry = -entry - 1 WHERE entry >= ?", (n,)),
        ("UPDATE openings SET entry = -entry WHERE entry < 0", ()),
        ("INSERT INTO entries SELECT ?, body, hash FROM entries WHERE n = ?", (n, n + 1)),
        ("INSERT INTO openings SELECT ?, body FROM openings WHERE entry = ?", (n, n + 1)),
        ("UPDATE ledger_head SET n = n + 1", ()),
    ]


def _swap(n: int) -> Statements:
    other = n + 1 if n < ENTRIES else n - 1
    done: Statements = []
    for table, key in (("entries", "n"), ("openings", "entry")):
        for to, of in ((-1, n), (n, other), (other, -1)):
            done.append((f"UPDATE {table} SET {key} = ? WHERE {key} = ?", (to, of)))
    return done


def _truncate(n: int) -> Statements:
    return [("DELETE FROM entries WHERE n >= ?", (n,)), ("DELETE FROM openings WHERE entry >= ?", (n,))]


def _truncate_and_mend_the_head(n: int) -> Statements:
    mended = "UPDATE ledger_head SET n = ?, hash = coalesce((SELECT hash FROM entries WHERE n = ?), zeroblob(32))"
    return [*_truncate(n), (mended, (n - 1, n - 1))]


KINDS: list[Callable[[int], Statements]] = [
    _change,
    _delete,
    _delete_and_close_the_gap,
    _insert,
    _swap,
    _truncate,
    _truncate_and_mend_the_head,
]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__.strip("_"))
def test_tampering_at_every_entry_is_found(large: Path, kind: Callable[[int], Statements]) -> None:
    places = sorted({*range(1, ENTRIES + 1, STEP), 2, ENTRIES - 1, ENTRIES})
    missed = []
    for n in places:
        with _restored(large) as database:
            _tampered(database, *kind(n))
            if not _found(large):
                missed.append(n)
    assert missed == []
    assert not _found(large)
    print(f"{kind.__name__.strip('_')}: {len(places)} places, all found")  # noqa: T201


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a case of one incident that was run and sealed, and its bundle, as folder and as ZIP."""
    root = tmp_path_factory.mktemp("small")
    (root / "in").mkdir()
    for number in range(3):
        text = TEXT.format(day=3, number=7, killed=4 + number)
        (root / "in" / f"{number}.txt").write_text(f"Wire {number}, 4 May 2031\n\n{text}")
    (root / "places.csv").write_text("name,latitude,longitude,tier\nOstrel,-31.5,-110.2,town\n")
    _call("run", root / "in", "--case", root / "case", "--gazetteer", root / "places.csv")
    _call("seal", root / "case")
    code = json.loads(_call("incidents", root / "case", "--json"))["incidents"][0]["code"]
    for out in ("folder", "file.zip"):
        _call("bundle", root / "case", code, root / out)
    gc.collect()
    return root


def _bundle_found(path: Path) -> bool:
    try:
        pipeline.checked(path)
    except EvidenceError:
        return True
    return False


def _files(root: Path) -> list[Path]:
    return sorted(path for path in root.rglob("*") if path.is_file())


@pytest.mark.parametrize("kind", ["change", "delete", "insert", "swap", "truncate", "rename"])
def test_tampering_at_every_file_of_a_bundle_is_found(small: Path, tmp_path: Path, kind: str) -> None:
    names = [path.relative_to(small / "folder") for path in _files(small / "folder")]
    for number, name in enumerate(names):
        bundle = Path(shutil.copytree(small / "folder", tmp_path / f"{kind}{number}"))
        path, other = bundle / name, bundle / names[number - 1]
        body = path.read_bytes()
        match kind:
            case "change":
                path.write_bytes(body[:-1] + bytes([body[-1] ^ 1]))
            case "delete":
                path.unlink()
            case "insert":
                path.with_name(f"{path.name}.more").write_bytes(body)
            case "swap":
                path.write_bytes(other.read_bytes())
                other.write_bytes(body)
            case "truncate":
                path.write_bytes(body[: len(body) // 2])
            case _:
                path.rename(path.with_name(f"{path.name}x"))
        # Two files of the same bytes may change places: nothing is altered by that.
        same = kind == "swap" and path.read_bytes() == body
        assert _bundle_found(bundle) is not same, name
        shutil.rmtree(bundle)
    assert not _bundle_found(small / "folder")
    print(f"{kind}: {len(names)} files, all found")  # noqa: T201


def _flipped(path: Path, chance: random.Random) -> tuple[bytes, int]:
    body = path.read_bytes()
    place, bit = chance.randrange(len(body)), 1 << chance.randrange(8)
    path.chmod(0o644)
    with path.open("r+b") as file:
        file.seek(place)
        file.write(bytes([body[place] ^ bit]))
    return body, place


def _weighted(paths: list[Path], chance: random.Random) -> Path:
    return chance.choices(paths, [path.stat().st_size for path in paths])[0]


@pytest.mark.parametrize("what", ["folder", "file.zip"])
def test_random_bits_turned_in_a_bundle_are_found(small: Path, tmp_path: Path, what: str) -> None:
    chance = random.Random(f"bundle {what}")
    target = tmp_path / what
    shutil.copytree(small / what, target) if what == "folder" else shutil.copyfile(small / what, target)
    paths = _files(target) if target.is_dir() else [target]
    missed = []
    for _ in range(FLIPS // 4):
        path = _weighted(paths, chance)
        body, place = _flipped(path, chance)
        if not _bundle_found(target):
            missed.append((path.name, place))
        path.write_bytes(body)
    assert missed == []
    assert not _bundle_found(target)
    print(f"{what}: {FLIPS // 4} bits turned, all found")  # noqa: T201


def test_random_bits_turned_in_originals_are_found(small: Path) -> None:
    chance = random.Random("originals")
    paths = _files(small / "case" / "vault")
    missed = []
    for _ in range(FLIPS // 4):
        path = _weighted(paths, chance)
        body, place = _flipped(path, chance)
        if not _found(small / "case"):
            missed.append((path.name, place))
        path.write_bytes(body)
        path.chmod(0o444)
    assert missed == []
    assert not _found(small / "case")
    print(f"originals: {FLIPS // 4} bits turned, all found")  # noqa: T201


def test_random_bits_turned_in_entries_openings_and_rows_are_found(small: Path) -> None:
    chance = random.Random("rows")
    case = small / "case"
    places = (
        ("entries", "body"),
        ("entries", "hash"),
        ("openings", "body"),
        ("ledger_head", "hash"),
        ("documents", "text"),
        ("documents", "about"),
        ("originals", "name"),
        ("seals", "text"),
        ("incidents", "body"),
        ("readings", "claims"),
    )
    missed = []
    with closing(sqlite3.connect(case / "case.sqlite")) as raw:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with _restored(case) as database:
        _tampered(database)
        for _ in range(FLIPS // 4):
            table, column = chance.choice(places)
            with closing(sqlite3.connect(database, isolation_level=None)) as raw:
                many = raw.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
                some = f"SELECT rowid, {column} FROM {table} LIMIT 1 OFFSET {chance.randrange(many)}"
                row = raw.execute(some).fetchone()
                whole = row[1] if isinstance(row[1], bytes) else row[1].encode()
                place = chance.randrange(len(whole))
                turned = whole[:place] + bytes([whole[place] ^ (1 << chance.randrange(8))]) + whole[place + 1 :]
                kind = "BLOB" if isinstance(row[1], bytes) else "TEXT"
                raw.execute(f"UPDATE {table} SET {column} = CAST(? AS {kind}) WHERE rowid = ?", (turned, row[0]))
                if not _found(case):
                    missed.append((table, column, place))
                raw.execute(f"UPDATE {table} SET {column} = CAST(? AS {kind}) WHERE rowid = ?", (whole, row[0]))
    assert missed == []
    assert not _found(case)
    print(f"entries, openings, rows: {FLIPS // 4} bits turned, all found")  # noqa: T201


def test_a_bit_turned_anywhere_in_the_database_is_found_or_without_effect(small: Path, tmp_path: Path) -> None:
    chance = random.Random("database")
    whole = _told(small / "case")
    found = 0
    many = times(1_000, 60)
    for number in range(many):
        case = tmp_path / str(number)
        shutil.copytree(small / "case", case, ignore=shutil.ignore_patterns("report", "*-shm"))
        with closing(sqlite3.connect(case / "case.sqlite")) as raw:
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        _flipped(case / "case.sqlite", chance)
        try:
            pipeline.verify(case)
        except EvidenceError:
            found += 1
        else:
            assert _told(case) == whole
        shutil.rmtree(case)
    print(f"database file: {found} of {many} bits found, the others without effect")  # noqa: T201


def _told(case: Path) -> str:
    return _call("incidents", case, "--json") + "".join(_call("text", case, f"{number}.txt") for number in range(3))


def test_every_older_state_is_given_away_by_every_later_seal(tmp_path: Path) -> None:
    case, states = tmp_path / "case", times(20, 5)
    _call("init", case)
    for number in range(states):
        (tmp_path / f"{number}.txt").write_text(TEXT.format(day=3, number=number, killed=4))
        _call("add", case, tmp_path / f"{number}.txt")
        (tmp_path / f"{number}.seal").write_text(_call("seal", case))
        shutil.copytree(case, tmp_path / f"state{number}")
    for older in range(states):
        for seal in range(states):
            path = tmp_path / f"{seal}.seal"
            if seal <= older:
                pipeline.verify(tmp_path / f"state{older}", seals=[path])
                continue
            with pytest.raises(EvidenceError, match="this is an older state of the case"):
                pipeline.verify(tmp_path / f"state{older}", seals=[path])
    print(f"rollback: {states * (states - 1) // 2} pairs of state and later seal, all found")  # noqa: T201
