"""What a disk may hold after a loss of power: the recorded file operations of commands, cut off after each.

They run under ``strace``, so that SQLite's operations are seen like Python's. They are applied to a model of a
disk that promises no more than POSIX: the bytes of a file are safe after its fsync (or a sync of the file system), the
names in a folder after the folder's. Everything else may be there, in part, out of order, or not at all.
"""

import random
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

STRACE: Final = shutil.which("strace")
_CALLS: Final = (
    "open,openat,creat,write,pwrite64,writev,pwritev,pwritev2,fsync,fdatasync,sync,syncfs,ftruncate,truncate,rename,"
    "renameat,renameat2,unlink,unlinkat,rmdir,mkdir,mkdirat,link,linkat,symlink,symlinkat,lseek,fallocate,sendfile,"
    "copy_file_range,splice,io_uring_setup"
)
_LINE: Final = re.compile(r"(\d+) +(\w+)\((.*)\) += (-?\d+)(?:<([^>]*)>)?[^=]*", re.DOTALL)
_PART: Final = re.compile(r"(\d+) +(.*) <unfinished \.\.\.>")
_REST: Final = re.compile(r"(\d+) +<\.\.\. \w+ resumed>(.*)")
_WORD: Final = re.compile(r'"((?:\\x[0-9a-f]{2})*)"|(-?\w+)<((?:\\x[0-9a-f]{2})*)>|([^,\s"][^,"]*)')
Op = tuple[str, tuple[object, ...]]


def works() -> bool:
    """Tell whether programs may be traced here."""
    return STRACE is not None and subprocess.run([*tracing(Path("/dev/null")), "true"], check=False).returncode == 0


def tracing(log: Path) -> list[str]:
    """Return the words that run a program, and write what it does to files to a log.

    The kernel picks the calls (``--seccomp-bpf``): a program stops at no other, which makes it several times as fast.
    """
    return [
        *(str(STRACE), "--seccomp-bpf", "-f", "-y", "-xx", "-s", "100000000", "-e", f"trace={_CALLS}", "-o", str(log))
    ]


def by_command(log: Path, out: Path) -> list[list[Op]]:
    """Return the operations of each command in a log; each begins when it opens the file that takes what it prints."""
    found: list[list[Op]] = []
    for op in _operations(log):
        if op[0] == "openat" and op[1][-1] == str(out):
            found.append([])
        if found:
            found[-1].append(op)
    return found


def _operations(log: Path) -> Iterator[Op]:
    begun: dict[str, str] = {}
    with log.open(encoding="latin-1") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if (part := _PART.fullmatch(line)) is not None:
                begun[part[1]] = part[2]
                continue
            if (rest := _REST.fullmatch(line)) is not None:
                line = f"{rest[1]} {begun.pop(rest[1])}{rest[2]}"
            found = _LINE.fullmatch(line.replace(">(deleted)", ">"))
            if found is not None and int(found[4]) >= 0:
                opened = "" if found[5] is None else _text(found[5])
                yield found[2], (*_words(found[3]), int(found[4]), opened)


def _words(written: str) -> Iterator[object]:
    for found in _WORD.finditer(written):
        if found[1] is not None:
            yield bytes.fromhex(found[1].replace("\\x", ""))
        elif found[2] is not None:
            yield (found[2], _text(found[3]))
        else:
            yield found[4]


def _text(escaped: str) -> str:
    return bytes.fromhex(escaped.replace("\\x", "")).decode("utf-8", "surrogateescape")


@dataclass(eq=False)
class File:
    """A file: its bytes as a program reads them, as the disk is sure to hold them, and what was done since."""

    now: bytearray = field(default_factory=bytearray)
    safe: bytes = b""
    since: list[tuple[int, bytes | None]] = field(default_factory=list)

    def write(self, at: int, body: bytes) -> None:
        """Write bytes at a place."""
        _put(self.now, at, body)
        self.since.append((at, body))

    def resize(self, size: int) -> None:
        """Cut the file, or lengthen it with zeros."""
        _resize(self.now, size)
        self.since.append((size, None))

    def settle(self) -> None:
        """Make sure of all that was written."""
        self.safe = bytes(self.now)
        self.since.clear()

    def left(self, chance: random.Random | None) -> bytes:
        """Return what may be left: what is safe, and of the rest a part that ``chance`` draws (None: nothing)."""
        if chance is None or not self.since:
            return self.safe
        found = bytearray(self.safe)
        in_order = chance.random() < 0.5
        many = chance.randint(0, len(self.since))
        for number, (at, body) in enumerate(self.since):
            if (number >= many) if in_order else (chance.random() < 0.5):
                continue
            if body is None:
                _resize(found, at)
            else:
                torn = chance.random() < 0.2
                _put(found, at, body[: chance.randint(0, len(body))] if torn else body)
        return bytes(found)


@dataclass(eq=False)
class Folder:
    """A folder: its names as a program sees them, and as the disk is sure to hold them."""

    now: dict[str, "File | Folder"] = field(default_factory=dict)
    safe: dict[str, "File | Folder"] = field(default_factory=dict)


class Disk:
    """A folder of a disk, and what is done below it."""

    def __init__(self, root: Path) -> None:
        self._root = str(root)
        self.top = Folder()
        self._at: dict[tuple[str, str], int] = {}

    def do(self, op: Op) -> bool:
        """Apply one operation; tell whether it touched the folder.

        Raises:
            AssertionError: it is one that the model does not know.
        """
        name, given = op
        if name == "sync":
            self._settle_all(self.top)
            return True
        action: Callable[..., bool] | None = getattr(self, f"_on_{name}", None)
        if action is None:
            assert not any(self._mine(one) for one in given), f"{name} is not in the model"
            return False
        return action(*given)

    def take(self) -> None:
        """Take what lies there for what the disk is sure to hold."""
        self._take(self.top, Path(self._root))
        self._settle_all(self.top)

    def _take(self, folder: Folder, place: Path) -> None:
        for path in place.iterdir():
            if path.is_dir():
                folder.now[path.name] = inner = Folder()
                self._take(inner, path)
            else:
                folder.now[path.name] = File(now=bytearray(path.read_bytes()))

    # ---- what is left

    def left(self, *, names: str, chance: random.Random | None) -> dict[str, bytes | None]:
        """Return what a loss of power may leave now: the bytes of each path, None for a folder.

        ``names`` is ``safe`` (of the names in folders none but those made sure of) or ``now`` (all); ``chance``
        draws what of the bytes not made sure of is there, None for none of them.
        """
        return dict(self._left(self.top, "", names, chance))

    def _left(
        self, folder: Folder, at: str, names: str, chance: random.Random | None
    ) -> Iterator[tuple[str, bytes | None]]:
        held = folder.safe if names == "safe" else folder.now
        for name, one in held.items():
            if isinstance(one, Folder):
                yield at + name, None
                yield from self._left(one, f"{at}{name}/", names, chance)
            elif not name.endswith("-shm"):  # lies in memory; SQLite makes it anew after a loss of power
                yield at + name, one.left(chance)

    # ---- operations

    def _mine(self, given: object) -> bool:
        path = given[1] if isinstance(given, tuple) else given.decode() if isinstance(given, bytes) else ""
        return str(path).startswith((f"{self._root}/", self._root))

    def _found(self, path: str) -> "tuple[Folder, str] | None":
        """Return the folder that a path lies in and its name there; None for a path elsewhere."""
        if not path.startswith(f"{self._root}/"):
            return None
        *way, name = path[len(self._root) + 1 :].rstrip("/").split("/")
        folder = self.top
        for part in way:
            inner = folder.now.get(part)
            if not isinstance(inner, Folder):
                return None
            folder = inner
        return folder, name

    def _one(self, given: object) -> "File | Folder | None":
        assert isinstance(given, tuple)
        path = str(given[1])
        if path == self._root:
            return self.top
        found = self._found(path)
        return None if found is None else found[0].now.get(found[1])

    def _file(self, given: object) -> File | None:
        one = self._one(given)
        return one if isinstance(one, File) else None

    def _on_open(self, path: bytes, flags: str, *rest: object) -> bool:
        return self._on_openat(("", ""), path, flags, *rest)

    def _on_openat(self, base: object, path: bytes, flags: str, *rest: object) -> bool:
        number, opened = rest[-2:]
        found = self._found(str(opened))
        if found is None:
            return False
        folder, name = found
        one = folder.now.get(name)
        if one is None:
            assert "O_CREAT" in flags, f"{opened} was not seen being made"
            one = folder.now[name] = File()
        elif "O_TRUNC" in flags and isinstance(one, File):
            one.resize(0)
        end = len(one.now) if "O_APPEND" in flags and isinstance(one, File) else 0
        self._at[str(number), str(opened)] = end
        return True

    def _on_write(self, to: object, body: bytes, _size: str, done: int, _opened: str) -> bool:
        file = self._file(to)
        if file is None:
            return False
        assert isinstance(to, tuple)
        at = self._at.get(to, 0)
        file.write(at, body[:done])
        self._at[to] = at + done
        return True

    def _on_pwrite64(self, to: object, body: bytes, _size: str, at: str, done: int, _opened: str) -> bool:
        file = self._file(to)
        if file is not None:
            file.write(int(at), body[:done])
        return file is not None

    def _on_lseek(self, to: object, *rest: object) -> bool:
        assert isinstance(to, tuple)
        self._at[to] = int(str(rest[-2]))
        return False

    def _on_ftruncate(self, to: object, size: str, *_: object) -> bool:
        file = self._file(to)
        if file is not None:
            file.resize(int(size))
        return file is not None

    def _on_fallocate(self, to: object, mode: str, at: str, size: str, *_: object) -> bool:
        file = self._file(to)
        if file is not None and mode == "0" and int(at) + int(size) > len(file.now):
            file.resize(int(at) + int(size))
        return file is not None

    def _copied(self, source: tuple[str, str], to: tuple[str, str], done: int) -> bool:
        file = self._file(to)
        if file is None:
            return False
        start = self._at.get(source, 0)
        from_file = self._file(source)
        body = bytes(from_file.now) if from_file is not None else Path(source[1]).read_bytes()
        at = self._at.get(to, 0)
        file.write(at, body[start : start + done])
        self._at[to], self._at[source] = at + done, start + done
        return True

    def _on_sendfile(self, to: tuple[str, str], source: tuple[str, str], *rest: object) -> bool:
        done = int(str(rest[-2]))
        if rest[0] != "NULL":  # "[0] => [17]": where it begins to read
            self._at[source] = int(str(rest[0]).strip("[]").split("]")[0])
        return self._copied(source, to, done)

    def _on_copy_file_range(self, source: tuple[str, str], _a: str, to: tuple[str, str], *rest: object) -> bool:
        return self._copied(source, to, int(str(rest[-2])))

    def _on_fsync(self, to: object, *_: object) -> bool:
        one = self._one(to)
        if isinstance(one, File):
            one.settle()
        elif isinstance(one, Folder):
            one.safe = dict(one.now)
        return one is not None

    _on_fdatasync = _on_fsync

    def _on_syncfs(self, *_: object) -> bool:
        self._settle_all(self.top)
        return True

    def _settle_all(self, folder: Folder) -> None:
        folder.safe = dict(folder.now)
        for one in folder.now.values():
            if isinstance(one, Folder):
                self._settle_all(one)
            else:
                one.settle()

    def _on_rename(self, old: bytes, new: bytes, *_: object) -> bool:
        source, target = self._found(old.decode()), self._found(new.decode())
        if source is None or target is None:
            return False
        target[0].now[target[1]] = source[0].now.pop(source[1])
        return True

    def _on_renameat2(self, _a: object, old: bytes, _b: object, new: bytes, *_: object) -> bool:
        return self._on_rename(old, new)

    _on_renameat = _on_renameat2

    def _on_link(self, old: bytes, new: bytes, *_: object) -> bool:
        source, target = self._found(old.decode()), self._found(new.decode())
        if source is None or target is None:
            return False
        target[0].now[target[1]] = source[0].now[source[1]]
        return True

    def _on_linkat(self, _a: object, old: bytes, _b: object, new: bytes, *_: object) -> bool:
        return self._on_link(old, new)

    def _on_unlink(self, path: bytes, *_: object) -> bool:
        found = self._found(path.decode())
        return found is not None and found[0].now.pop(found[1], None) is not None

    def _on_unlinkat(self, base: tuple[str, str], path: bytes, *_: object) -> bool:
        whole = path if path.startswith(b"/") else f"{base[1]}/{path.decode()}".encode()
        return self._on_unlink(whole)

    _on_rmdir = _on_unlink

    def _on_mkdir(self, path: bytes, *_: object) -> bool:
        found = self._found(path.decode())
        if found is None:
            return False
        found[0].now[found[1]] = Folder()
        return True

    def _on_mkdirat(self, base: tuple[str, str], path: bytes, *_: object) -> bool:
        return self._on_mkdir(path if path.startswith(b"/") else f"{base[1]}/{path.decode()}".encode())


def _put(held: bytearray, at: int, body: bytes) -> None:
    if at > len(held):
        held.extend(bytes(at - len(held)))
    held[at : at + len(body)] = body


def _resize(held: bytearray, size: int) -> None:
    if size < len(held):
        del held[size:]
    else:
        held.extend(bytes(size - len(held)))
