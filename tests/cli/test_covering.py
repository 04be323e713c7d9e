"""The command footage coverage, on a small case of invented recordings."""

import json
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner

from harmtrace.cli.common import Commands
from harmtrace.cli.covering import coverage
from harmtrace.footage.track import Track
from harmtrace.pipeline.covering import FILE, ground
from harmtrace.records.footage import Feed
from harmtrace.records.text import Sha256
from harmtrace.store import Case, create_case, footage, open_case, rows
from harmtrace.store.rows import Run, RunId
from tests.footage.looking import after, feed, square, track

group = Commands("footage", commands=[coverage])


def keep(case: Case, fed: list[tuple[Feed, Track | None]]) -> None:
    run = Run(id=RunId(0), command="footage add", inputs=(), rules=(), settings="s", started="2031-06-01T00:00:00Z")
    with case.writing() as connection:
        number = rows.begin_run(connection, run)
        for one, seen in fed:
            rows.keep_originals(connection, number, [(one.sha256, 1, one.name)])
            footage.keep_feed(connection, number, one)
            if seen is None:
                continue
            digest, body = footage.object_of(footage.track_bytes(seen))
            case.vault.put({digest: body})
            made = footage.Derived(id=0, feed=one.id, kind=footage.TRACK, sha256=digest, tool="klv", version="1")
            footage.keep_derived(connection, [made])
        rows.finish_run(connection, number, finished="2031-06-01T00:00:09Z", counts={}, result="")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    case = create_case(tmp_path / "case")
    seen = track(60, corners=square(10.0, 20.0))
    seen.corners[30:] = square(10.1, 20.0)
    keep(case, [(named("aa"), seen), (named("bb", unknown=True), None)])
    return tmp_path / "case"


def named(name: str, *, unknown: bool = False) -> Feed:
    made = feed(name, start=None) if unknown else feed(name)
    return replace(made, sha256=Sha256(sha256(name.encode()).hexdigest()))


def ask(root: Path, *more: str, at: str = "10,20", to: str = "2031-05-03T14:01:30+02:00") -> tuple[int, str, str]:
    words = ["coverage", str(root), "--at", at, "--radius", "50", "--from", "2031-05-03T12:00:00Z", "--to", to, *more]
    result = CliRunner().invoke(group, words)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stdout, result.stderr


def test_json_names_windows_gaps_and_stretches_without_a_feed_as_the_contract_has_them(root: Path) -> None:
    code, out, _ = ask(root, "--json")
    found = json.loads(out)
    assert code == 0
    (window,) = found["windows"]
    assert {key: window[key] for key in ("feed", "start", "end", "sigma_s", "basis", "method")} == {
        "feed": "aa", "start": "2031-05-03T12:00:00Z", "end": "2031-05-03T12:00:30Z", "sigma_s": 0.0, "basis": "gps",
        "method": "corners",
    }  # fmt: skip
    assert window["metres_per_pixel"] == pytest.approx(0.36, abs=0.01)
    assert found["gaps"] == [
        {"feed": "aa", "start": "2031-05-03T12:00:30Z", "end": "2031-05-03T12:01:00Z", "why": "looked elsewhere"},
        {
            "feed": "aa",
            "start": "2031-05-03T12:01:00Z",
            "end": "2031-05-03T12:01:30Z",
            "why": "file missing or withheld",
        },
        {"feed": "bb", "start": None, "end": None, "why": "clock unknown"},
    ]
    assert found["no_feed"] == [{"start": "2031-05-03T12:00:30Z", "end": "2031-05-03T12:01:30Z"}]


def test_people_read_the_same_with_how_clocks_were_doubted(root: Path) -> None:
    code, out, _ = ask(root)
    assert code == 0
    assert "widened by 2 standard deviations" in out
    assert "could see it: 1 feed\n" in out
    assert "looked elsewhere" in out
    assert "no sign that nothing happened" in out


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"at": "10;20"}, "--at: expected LAT,LON"),
        ({"at": "91,20"}, "--at: expected LAT,LON"),
        ({"to": "2031-05-03T12:00:30"}, "--to: expected a time with its zone"),
        ({"to": "2031-05-03T11:00:00Z"}, "--to: expected a time at or after --from"),
        ({"to": "soon"}, "--to: expected a time with its zone"),
        ({"to": "0001-01-01T00:00:00+14:00"}, "--to: expected a year from 1900 to 2200, found 1"),
        ({"to": "9999-12-31T23:59:59-12:00"}, "--to: expected a year from 1900 to 2200, found 9999"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_what_was_expected(root: Path, more: dict[str, str], says: str) -> None:
    code, out, err = ask(root, **more)
    assert (code, out) == (2, "")
    assert says in err


@pytest.mark.parametrize(("option", "most"), [("--sigmas", "100"), ("--radius", "1000000 metres")])
def test_a_number_that_is_none_is_refused_by_its_own_name(root: Path, option: str, most: str) -> None:
    code, _, err = ask(root, option, "nan")
    assert code == 2
    assert f"{option}: expected a number from 0 to {most}, found nan" in err


def test_a_case_without_recordings_says_so_and_leaves_the_whole_time_without_a_feed(tmp_path: Path) -> None:
    create_case(tmp_path / "empty")
    code, out, err = ask(tmp_path / "empty", "--json")
    assert code == 0
    assert "no recording in this case" in err
    assert json.loads(out)["no_feed"] == [{"start": "2031-05-03T12:00:00Z", "end": "2031-05-03T12:01:30Z"}]


def test_footprints_of_a_large_case_are_kept_in_a_file_that_a_torn_one_does_not_spoil(root: Path) -> None:
    case = open_case(root)
    question = {"latitude": 10.0, "longitude": 20.0, "radius_m": 50.0, "start": after(0), "end": after(60)}
    made = ground(case, packets=0)
    body = (root / FILE).read_bytes()
    again = ground(case, packets=0)
    assert again.coverage(**question) == made.coverage(**question)  # type: ignore[arg-type]
    (root / FILE).write_bytes(body[:200])
    third = ground(case, packets=0)
    assert third.coverage(**question) == made.coverage(**question)  # type: ignore[arg-type]
    assert (root / FILE).read_bytes() == body
