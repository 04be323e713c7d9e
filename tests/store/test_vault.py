"""The vault keeps originals and notices any change."""

import errno
import stat
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from harmtrace.errors import VaultError
from harmtrace.records.text import Sha256
from harmtrace.store import Vault
from harmtrace.store.copying import PIECE


def _named(*bodies: bytes) -> dict[Sha256, bytes]:
    return {Sha256(sha256(body).hexdigest()): body for body in bodies}


def test_what_is_put_in_comes_out_the_same(tmp_path: Path) -> None:
    vault = Vault(tmp_path / "vault")
    several = _named(*(f"text {n}".encode() for n in range(50)), b"")
    vault.put(several)
    assert {digest: vault.get(digest) for digest in several} == several


def test_an_original_lies_under_its_hash_and_cannot_be_written(tmp_path: Path) -> None:
    vault = Vault(tmp_path)
    (digest,) = several = _named(b"the words")
    vault.put(several)
    path = tmp_path / digest[:2] / digest[2:]
    assert path.read_bytes() == b"the words"
    assert stat.S_IMODE(path.stat().st_mode) == 0o444


def test_an_original_put_twice_is_written_once(tmp_path: Path) -> None:
    vault = Vault(tmp_path)
    (digest,) = several = _named(b"the words")
    vault.put(several)
    before = vault.path(digest).stat().st_ino
    vault.put(several)
    assert vault.path(digest).stat().st_ino == before


def test_an_altered_original_is_refused(tmp_path: Path) -> None:
    vault = Vault(tmp_path)
    (digest,) = several = _named(b"60 bodies")
    vault.put(several)
    vault.path(digest).chmod(0o644)
    vault.path(digest).write_bytes(b"16 bodies")
    with pytest.raises(VaultError, match="has SHA-256"):
        vault.get(digest)


def test_a_missing_original_is_named(tmp_path: Path) -> None:
    with pytest.raises(VaultError, match="found nothing"):
        Vault(tmp_path).get(Sha256("ab" * 32))


def test_bytes_under_a_foreign_hash_are_refused(tmp_path: Path) -> None:
    with pytest.raises(VaultError, match="another hash"):
        Vault(tmp_path).put({Sha256("ab" * 32): b"x"})


def test_a_file_that_a_killed_process_left_half_written_is_made_whole(tmp_path: Path) -> None:
    vault = Vault(tmp_path)
    (digest,) = several = _named(b"the words")
    vault.path(digest).parent.mkdir()
    vault.path(digest).write_bytes(b"the w")
    (tmp_path / "tmp").mkdir()
    (tmp_path / "tmp" / "left").write_bytes(b"x")
    vault.tidy()
    vault.put(several)
    assert vault.get(digest) == b"the words"
    assert list((tmp_path / "tmp").iterdir()) == []


@pytest.mark.parametrize("size", [0, 1, 4_095, 4_096, 4_097, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE + 4_097, 5 * PIECE])
def test_a_file_of_any_size_is_taken_in_whole(tmp_path: Path, size: int) -> None:
    vault, source = Vault(tmp_path / "vault"), tmp_path / "source"
    body = bytes(number * 31 % 251 for number in range(1_000)) * (size // 1_000 + 1)
    source.write_bytes(body[:size])
    (digest,) = _named(body[:size])
    vault.put_file(digest, source)
    assert vault.get(digest) == body[:size]
    assert stat.S_IMODE(vault.path(digest).stat().st_mode) == 0o444


def test_a_file_that_changed_since_it_was_hashed_is_refused(tmp_path: Path) -> None:
    vault, source = Vault(tmp_path / "vault"), tmp_path / "source"
    source.write_bytes(b"other words")
    with pytest.raises(VaultError, match="has SHA-256"):
        vault.put_file(Sha256("ab" * 32), source)
    assert list(vault.files()) == []


_SHORT = """
import os, resource, sys
from pathlib import Path
from harmtrace.store.copying import PIECE, write_all
from harmtrace.store.vault import Vault, file_hash
resource.setrlimit(resource.RLIMIT_FSIZE, (PIECE + 5_000, PIECE + 5_000))
source, vault = Path(sys.argv[1]), Vault(Path(sys.argv[2]))
for work in (
    lambda: vault.put_file(file_hash(source), source),
    lambda: write_all(os.open(sys.argv[2] + ".alone", os.O_WRONLY | os.O_CREAT), source.read_bytes()),
):
    try:
        work()
    except OSError as error:
        print(error.errno)
"""


def test_a_file_that_the_system_writes_in_part_only_is_an_error_not_a_shorter_original(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.write_bytes(b"words " * (PIECE // 6 + 1_500))
    command = [sys.executable, "-c", _SHORT, str(source), str(tmp_path / "vault")]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert said.split() == [str(errno.EFBIG)] * 2
    assert list(Vault(tmp_path / "vault").files()) == []
