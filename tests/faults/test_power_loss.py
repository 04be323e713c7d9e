"""A loss of power at any moment of any command loses nothing that was acknowledged, and leaves a case that opens.

The commands' file operations are recorded (SQLite's too) and cut off after each; what a disk may then hold is written
out, opened and verified. Without ``strace``, or where nothing may be traced, skipped by name.
"""

import json
import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

import pytest

from harmtrace import pipeline
from harmtrace.errors import UsageError
from harmtrace.pipeline import keeping
from harmtrace.store import open_case, rows, seals
from tests.faults.forking import forked
from tests.faults.powercut import Disk, Op, by_command, tracing, works
from tests.faults.soak import FULL
from tests.faults.test_kill_everywhere import old_case

pytestmark = pytest.mark.skipif(not works(), reason="strace is not installed, or may not trace here")
TEXT = (
    "Wire {n}, 4 May 2031\n\nOn {d} May 2031 a shell hit house {n} in Ostrel and killed {k} people, residents said.\n"
)
COMMANDS = ("run", "add", "seal", "run", "judge", "bundle", "redact", "backup")
STATES = 200 if FULL else 3
"""States looked at for each command, beside those at its end."""
OLD = 60
"""Documents of the case of the first schema."""
ERASED = "0-0.txt", b"On 1 May 2031 a shell hit house 0 in"
"""The document that is erased, and words that stand in no other."""
Look = Callable[[Path, str], None]


@dataclass
class Acknowledged:
    """What commands promised up to now; what they have begun to take back is promised no more."""

    documents: set[str] = field(default_factory=set)
    seals: list[str] = field(default_factory=list)
    judgements: int = 0
    report: bool = False
    bundle: bool = False
    erasing: bool = False
    erased: dict[str, str] = field(default_factory=dict)
    """Ids of documents that are gone for good, with the names of their originals in the vault."""


@dataclass(frozen=True)
class Done:
    """A command that came to its end: its words, and what it printed."""

    name: str
    words: list[str]
    printed: str


def _commands(base: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield commands, and make what each takes in; the last opens a case of the first schema."""
    case = str(base / "disk" / "cases" / "case")
    why = ["--by", "R. Vale", "--why", "two places"]
    for number, name in enumerate(COMMANDS):
        folder = base / f"in{number}"
        folder.mkdir()
        for n in range(33 if number == 1 else 2):
            (folder / f"{number}-{n}.txt").write_text(TEXT.format(n=100 * number + n, d=1 + n % 28, k=2 + n % 9))
        if number == 1:
            records = [json.dumps({"id": f"r{n}", "text": TEXT.format(n=n, d=3, k=4)}) for n in range(3)]
            (folder / "records.jsonl").write_text("\n".join(records))  # goes into the vault as a file, not from memory
        match name:
            case "run":
                yield name, ["run", str(folder), "--case", case]
            case "add":
                yield name, ["add", case, str(folder)]
            case "seal":
                yield name, ["seal", case]
            case "judge":
                a, b, *_ = _names(base)[0]
                yield name, ["judge", case, a, b, "--different", *why]
            case "bundle":
                yield name, ["bundle", case, _names(base)[1], str(base / "disk" / "bundle")]
            case "redact":
                yield name, ["redact", case, ERASED[0], *why]
            case "backup":
                yield name, ["backup", case, str(base / "disk" / "backup")]
    yield "migrate", ["incidents", str(base / "old")]


def _names(base: Path) -> tuple[list[str], str]:
    """Return the ids of the case's claims and the code of an incident, read in a copy: nothing else may touch it."""
    shutil.copytree(base / "disk" / "cases" / "case", base / "copy")
    case = open_case(base / "copy")
    with case.reading() as connection:
        claims = [str(one.id) for reading in rows.readings(connection) for one in reading.claims]
        code = next(iter(rows.incidents(connection))).code
    case.engine.dispose()
    shutil.rmtree(base / "copy")
    return claims, code


def _recorded(base: Path) -> list[tuple[Done, list[Op]]]:
    """Carry the commands out under one trace; return each with what it did to files."""
    done: list[Done] = []
    with forked(base / "out", through=tracing(base / "log")) as forker:
        for name, words in _commands(base):
            _, status, _, printed = forker.run(*words)
            assert status == 0, printed
            done.append(Done(name, words, printed))
    return list(zip(done, by_command(base / "log", base / "out"), strict=True))


def _look(left: Path, state: str, kept: Acknowledged) -> None:
    """Hold one state to what was acknowledged."""
    root = left / "cases" / "case"
    try:
        case = open_case(root)
    except UsageError:
        assert not kept.documents, f"{state}: the case is gone"
        return
    with case.alone(), case.reading() as connection:
        held = {one.id for one in rows.heads(connection)}
        assert kept.documents <= held, f"{state}: documents are gone"
        assert not kept.erased.keys() & held, f"{state}: an erased document is back"
        assert len(list(seals.every(connection))) >= len(kept.seals), f"{state}: a seal is gone"
        assert len(rows.judgements(connection)) >= kept.judgements, f"{state}: a judgement is gone"
    case.engine.dispose()
    for name in kept.erased.values():
        assert not list(root.glob(f"vault/**/{name}")), f"{state}: an erased original is back"
    if kept.erasing and ERASED[0] not in held:  # opening the case has finished what was begun, but for the report
        for path in root.rglob("*"):
            told = path.is_dir() or (not kept.erased and path.relative_to(root).parts[0].startswith("report"))
            assert told or ERASED[1] not in path.read_bytes(), f"{state}: {path.name} holds erased words"
    if kept.documents:
        found = []
        for place, text in enumerate(kept.seals):
            found.append(left / f"{place}.seal")
            found[-1].write_text(text)
        pipeline.verify(root, seals=found)
    if kept.report:
        report = root / "report"
        if not report.exists():  # between two renames, the earlier one lies beside
            (report,) = root.glob("report.old-*")
        assert (report / "index.html").read_text().endswith("</html>\n"), f"{state}: the report is gone"
        for page in report.rglob("*.html"):
            assert page.read_bytes().endswith(b"</html>\n"), f"{state}: {page.name} is cut short"
    if kept.bundle or (left / "bundle").is_dir():
        pipeline.checked(left / "bundle")
    if (left / "backup").is_dir():
        keeping.restore(left / "backup", left / "again")


def _look_at_old(left: Path, state: str) -> None:
    """Hold one state of the case of the first schema to all that it held before it was migrated."""
    case = open_case(left)
    with case.reading() as connection:
        assert rows.count_documents(connection) == OLD, f"{state}: documents are gone"
        many = connection.exec_driver_sql("SELECT count(*) FROM entries").scalar()
    case.engine.dispose()
    assert many == OLD + 2, f"{state}: {many} entries"


class Looker:
    """Writes out what a loss of power may leave and looks at it; at what was looked at before, not again."""

    def __init__(self, disk: Disk, base: Path, look: Look) -> None:
        self._disk, self._base, self._look = disk, base, look
        self._seen: set[bytes] = set()

    def promised(self) -> None:
        """Look at everything anew: something was acknowledged that was not before."""
        self._seen.clear()

    def states(self, at: str, *, seed: int) -> None:
        """Look at four states that a loss of power now may leave."""
        self.look(f"{at}-nothing", chance=None, names="safe")
        self.look(f"{at}-names", chance=None, names="now")
        self.look(f"{at}-some", chance=random.Random(seed), names="now")
        self.look(f"{at}-few", chance=random.Random(seed + 1), names="safe")

    def look(self, state: str, *, chance: random.Random | None, names: str) -> None:
        """Look at one state."""
        held = self._disk.left(names=names, chance=chance)
        print_of = sha256(repr(sorted((path, body and sha256(body).digest()) for path, body in held.items())).encode())
        if print_of.digest() in self._seen:
            return
        self._seen.add(print_of.digest())
        left = self._base / f"left-{state}"
        left.mkdir()
        for path, body in held.items():
            if body is None:
                (left / path).mkdir()
            else:
                (left / path).write_bytes(body)
        self._look(left, state)
        shutil.rmtree(left)

    def replay(self, ops: list[Op], name: str) -> None:
        """Apply a command's operations; look before some of those that make sure of something, and at the end."""
        firm = [
            at
            for at, (call, _) in enumerate(ops)
            if call in ("fsync", "fdatasync", "sync", "syncfs", "rename", "unlink")
        ]
        chosen = set(random.Random(name).sample(firm, min(len(firm), STATES)))
        for at, op in enumerate(ops):
            if at in chosen:
                self.states(f"{name}{at}", seed=at)
            self._disk.do(op)


def _promise(kept: Acknowledged, done: Done) -> None:
    """Keep what a command that came to its end promised."""
    match done.name:
        case "run" | "add":
            folder = Path(done.words[2 if done.name == "add" else 1])
            kept.documents |= {path.name for path in folder.glob("*.txt")}
            kept.report = kept.report or done.name == "run"
        case "seal":
            kept.seals.append(done.printed)
        case "judge":
            kept.judgements += 1
        case "bundle":
            kept.bundle = True
        case "redact":
            kept.erased[ERASED[0]] = sha256(TEXT.format(n=0, d=1, k=2).encode()).hexdigest()


def test_what_was_acknowledged_is_there_after_a_loss_of_power(tmp_path: Path) -> None:
    base = tmp_path.resolve()
    (base / "disk").mkdir()
    old_case(base / "old", OLD)
    disk, old, kept = Disk(base / "disk"), Disk(base / "old"), Acknowledged()
    old.take()
    looker = Looker(disk, base, lambda left, state: _look(left, state, kept))
    for number, (done, ops) in enumerate(_recorded(base)):
        if done.name == "migrate":
            looker = Looker(old, base, _look_at_old)
        elif done.name == "redact":
            kept.documents.remove(ERASED[0])
            kept.erasing = True
        looker.replay(ops, f"{number}{done.name}")
        _promise(kept, done)
        looker.promised()
        looker.states(f"{number}{done.name}-end", seed=number)
    kept.documents.add("never-there.txt")
    with pytest.raises(AssertionError, match="gone"):  # the look sees what is missing
        Looker(disk, base, lambda left, state: _look(left, state, kept)).look("none", chance=None, names="safe")
