"""Seals: what is signed, what is anchored, and what a later seal gives away."""

import shutil
import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from harmtrace.cli import main
from harmtrace.ledger import ots
from harmtrace.store import open_case, seals
from tests.store import tsa

PASSPHRASE = {"HARMTRACE_PASSPHRASE": "four invented quiet words"}
TEXT = (
    "Ostrel, 4 May 2031. A shell hit the ferry office in Ostrel on 3 May 2031 and killed nine people, residents said.\n"
)


def _call(*words: object, env: dict[str, str] | None = None) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words], env=PASSPHRASE if env is None else env)


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """Return a case with one document."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TEXT)
    return _made(tmp_path / "case", tmp_path / "in")


def _made(case: Path, documents: Path) -> Path:
    assert _call("init", case, env={}).exit_code == 0
    assert _call("add", case, documents).exit_code == 0
    return case


def _sealed(case: Path, *words: object) -> Path:
    result = _call("seal", case, *words)
    assert result.exit_code == 0, result.output
    path = case.parent / f"{len(list(case.parent.glob('*.seal')))}.seal"
    path.write_text(result.stdout)
    return path


def test_a_sealed_case_stands_up_to_its_seals(case: Path) -> None:
    first, second = _sealed(case), _sealed(case)
    result = _call("verify", case, "--seal", first, "--seal", second)
    assert result.exit_code == 0, result.output
    assert result.stdout.count("key ") == 4
    assert first.read_text().startswith("harmtrace seal 1\ncase ")


def test_a_seal_that_was_printed_and_typed_again_is_taken(case: Path) -> None:
    path = _sealed(case)
    path.write_text("\n\n".join(f"   {line}  " for line in path.read_text().splitlines()))
    assert _call("verify", case, "--seal", path).exit_code == 0


def test_a_case_put_back_to_an_older_state_does_not_stand_up_to_a_later_seal(case: Path) -> None:
    _sealed(case)
    shutil.copytree(case, case.parent / "older")
    (case.parent / "in" / "b.txt").write_text(TEXT.replace("Ostrel", "Quill"))
    assert _call("add", case, case.parent / "in").exit_code == 0
    later = _sealed(case)
    assert _call("verify", case.parent / "older").exit_code == 0
    result = _call("verify", case.parent / "older", "--seal", later)
    assert result.exit_code == 1
    assert "this is an older state of the case" in result.stderr


def test_a_case_made_anew_does_not_stand_up_to_a_seal(case: Path) -> None:
    path = _sealed(case)
    result = _call("verify", _made(case.parent / "anew", case.parent / "in"), "--seal", path)
    assert result.exit_code == 1
    assert "the seal is of another case" in result.stderr


@pytest.mark.parametrize("line", range(8))
def test_a_seal_with_any_line_changed_is_refused(case: Path, line: int) -> None:
    path = _sealed(case)
    lines = path.read_text().splitlines()
    lines[line] = lines[line][:-1] + ("1" if lines[line][-1] != "1" else "2")
    path.write_text("\n".join(lines))
    assert _call("verify", case, "--seal", path).exit_code == 1


def test_a_seal_taken_out_of_the_case_is_missed(case: Path) -> None:
    _sealed(case)
    with closing(sqlite3.connect(case / "case.sqlite")) as raw, raw:
        raw.execute("DROP TRIGGER seals_no_delete")
        raw.execute("DELETE FROM seals")
    result = _call("verify", case)
    assert (result.exit_code, "seals, row 1: is gone" in result.stderr) == (1, True)


def test_a_wrong_passphrase_seals_nothing(case: Path) -> None:
    _sealed(case)
    result = _call("seal", case, env={"HARMTRACE_PASSPHRASE": "other"})
    assert (result.exit_code, "passphrase is another" in result.stderr) == (2, True)
    result = _call("seal", case, env={"HARMTRACE_PASSPHRASE": ""})
    assert result.exit_code == 2


def test_the_key_is_kept_encrypted_and_to_its_owner(case: Path) -> None:
    _sealed(case)
    key = case / "seal.key"
    assert key.stat().st_mode & 0o077 == 0
    assert "ENCRYPTED PRIVATE KEY" in key.read_text()


def test_a_new_case_gets_its_key_where_there_is_a_passphrase(tmp_path: Path) -> None:
    result = _call("init", tmp_path / "case")
    assert (result.exit_code, (tmp_path / "case" / "seal.key").exists()) == (0, True)
    before = (tmp_path / "case" / "seal.key").read_bytes()
    assert _call("init", tmp_path / "case").exit_code == 0
    assert (tmp_path / "case" / "seal.key").read_bytes() == before
    assert _call("init", tmp_path / "other", "--key", tmp_path / "elsewhere.key").exit_code == 0
    assert (tmp_path / "elsewhere.key").exists()
    result = _call("init", tmp_path / "third", env={})
    assert (result.exit_code, "no key was made" in result.stderr) == (0, True)


def test_an_empty_ledger_is_not_sealed(tmp_path: Path) -> None:
    assert _call("init", tmp_path / "case").exit_code == 0
    result = _call("seal", tmp_path / "case")
    assert (result.exit_code, "nothing to seal" in result.stderr) == (2, True)


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed")
def test_a_time_stamp_is_kept_and_checked_without_a_network(case: Path) -> None:
    pytest.importorskip("rfc3161_client")
    roots = tsa.make_authority(case.parent / "tsa")
    with tsa.served(lambda query: tsa.stamp(case.parent / "tsa", query)) as address:
        _sealed(case, "--tsa", address)
    unchecked = _call("verify", case)
    assert unchecked.exit_code == 0, unchecked.output
    assert "whose signature it is was not checked" in unchecked.stdout
    assert "signed by an authority that was given" in _call("verify", case, "--tsa-root", roots).stdout
    other = tsa.make_authority(case.parent / "other")
    result = _call("verify", case, "--tsa-root", other)
    assert (result.exit_code, "not signed by an authority" in result.stderr) == (1, True)


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed")
def test_a_time_stamp_of_another_text_is_refused(case: Path) -> None:
    pytest.importorskip("rfc3161_client")
    tsa.make_authority(case.parent / "tsa")
    stored: list[bytes] = []

    def always_the_first(query: bytes) -> bytes:
        stored.append(tsa.stamp(case.parent / "tsa", query))
        return stored[0]

    with tsa.served(always_the_first) as address:
        _sealed(case, "--tsa", address)
        result = _call("seal", case, "--tsa", address)
    assert (result.exit_code, "the time stamp is on another text" in result.stderr) == (1, True)


def test_an_authority_that_does_not_answer_leaves_the_seal_standing(case: Path) -> None:
    pytest.importorskip("rfc3161_client")
    with tsa.served(lambda _: b"no") as address:
        result = _call("seal", case, "--tsa", address)
    assert result.exit_code == 1
    assert result.stdout.startswith("harmtrace seal 1")
    assert _call("verify", case).exit_code == 0
    assert _call("seal", case, "--ots", "ftp://x").exit_code == 1


def test_a_calendar_is_told_no_more_than_a_salted_hash_and_its_promise_is_kept(case: Path) -> None:
    asked: list[bytes] = []
    promise = b"\x00" + bytes.fromhex("83dfe30d2ef90c8e") + b"\x0d\x0chttp://a.tst"

    def answer(body: bytes) -> bytes:
        asked.append(body)
        return b"\xf1\x02ab\x08" + promise

    with tsa.served(answer) as address:
        path = _sealed(case, "--ots", address)
    assert asked[0] != sha256(path.read_bytes()).digest()
    result = _call("verify", case)
    assert result.exit_code == 0, result.output
    assert "calendar http://a.tst: promised only" in result.stdout
    with open_case(case).reading() as connection:
        (anchor,) = seals.anchors(connection, 1)
    (found,) = ots.attested(anchor.body, sha256(path.read_bytes()).digest())
    assert found.digest == sha256(b"ab" + asked[0]).digest()
