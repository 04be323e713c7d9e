"""A process killed at any moment of any command loses nothing that was acknowledged and leaves nothing torn."""

import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from harmtrace import pipeline
from harmtrace.store import open_case, rows, seals
from tests.faults.forking import Forker, forked
from tests.faults.soak import times

KILLS = times(1_000, 100)
COMMANDS = ("add", "run", "judge", "seal", "bundle", "backup", "migrate")
TEXT = (
    "Wire {number}, 4 May 2031\n\nOn {day} May 2031 a shell hit house {number} in Ostrel and killed {killed} people, "
    "residents said.\n"
)


@pytest.fixture(scope="module")
def forker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Forker]:
    """Return a process that runs commands."""
    with forked(tmp_path_factory.mktemp("out") / "out") as found:
        yield found


@dataclass
class Case:
    """A case under attack, and what it acknowledged."""

    root: Path
    documents: set[str] = field(default_factory=set)
    judgements: int = 0
    seals: list[str] = field(default_factory=list)
    made: int = 0

    def new_documents(self, many: int) -> Path:
        """Return a folder with documents that the case does not have."""
        folder = self.root.parent / f"in{self.made}"
        folder.mkdir()
        for number in range(self.made, self.made + many):
            text = TEXT.format(number=number, day=1 + number % 30, killed=2 + number % 9)
            (folder / f"{number:05}.txt").write_text(text)
        self.made += many
        return folder


def _claims(case: Case) -> list[str]:
    with open_case(case.root).reading() as connection:
        return [str(one.id) for reading in rows.readings(connection) for one in reading.claims]


def _command(case: Case, name: str, number: int) -> tuple[object, ...]:
    out = case.root.parent / f"out{number}"
    match name:
        case "add":
            return ("add", case.root, case.new_documents(3))
        case "run":
            gazetteer = case.root.parent / "places.csv"
            return ("run", case.new_documents(2), "--case", case.root, "--gazetteer", gazetteer)
        case "judge":
            a, b, *_ = _claims(case)
            return ("judge", case.root, a, b, "--different", "--by", "R. Vale", "--why", "two places")
        case "seal":
            return ("seal", case.root)
        case "bundle":
            return ("bundle", case.root, _code(case), out)
        case "backup":
            return ("backup", case.root, out)
    raise AssertionError(name)


def _code(case: Case) -> str:
    with open_case(case.root).reading() as connection:
        return next(rows.incidents(connection)).code


def _acknowledge(case: Case, name: str, words: tuple[object, ...], printed: str, number: int) -> None:
    """Remember what a command that came to its end promised."""
    if name == "add":
        case.documents |= {path.name for path in Path(str(words[2])).iterdir()}
    elif name == "run":
        case.documents |= {path.name for path in Path(str(words[1])).iterdir()}
    elif name == "judge":
        case.judgements += 1
    elif name == "seal":
        case.seals.append(printed)


def _check(case: Case, number: int) -> None:
    """Hold the case to all that it acknowledged, and to its ledger."""
    lines = [case.root.parent / f"{place}.seal" for place in range(len(case.seals))]
    for path, text in zip(lines, case.seals, strict=True):
        path.write_text(text)
    pipeline.verify(case.root, seals=lines[-2:])
    opened = open_case(case.root)
    with opened.reading() as connection:
        assert case.documents <= {one.id for one in rows.heads(connection)}
        assert len(rows.judgements(connection)) >= case.judgements
        assert len(list(seals.every(connection))) >= len(case.seals)
    opened.engine.dispose()
    out = case.root.parent / f"out{number}"
    if (out / "bagit.txt").exists():
        pipeline.checked(out)
    elif (out / "case.sqlite").exists():
        assert (out / "backup-sha256.txt").exists()
    shutil.rmtree(out, ignore_errors=True)


def _fresh(root: Path, forker: Forker) -> Case:
    root.mkdir()
    case = Case(root=root / "case")
    (root / "places.csv").write_text("name,latitude,longitude,tier\nOstrel,-31.5,-110.2,town\n")
    words = ("run", case.new_documents(4), "--case", case.root, "--gazetteer", root / "places.csv")
    assert forker.run(*words)[1] == 0
    _acknowledge(case, "run", words, "", 0)
    _, status, _, printed = forker.run("seal", case.root)
    assert status == 0
    case.seals.append(printed)
    return case


def test_a_kill_at_any_moment_of_any_command_loses_nothing(forker: Forker, tmp_path: Path) -> None:
    chance = random.Random("kill")
    usual = dict.fromkeys(COMMANDS, 0.4)
    hit = dict.fromkeys(COMMANDS, 0)
    tried = dict.fromkeys(COMMANDS, 0)
    case = _fresh(tmp_path / "0", forker)
    old = old_case(tmp_path / "first", 2_000)
    for number in range(1, KILLS + 1):
        name = COMMANDS[number % len(COMMANDS)]
        if number % 60 == 0:
            shutil.rmtree(case.root.parent)
            case = _fresh(tmp_path / str(number), forker)
        tried[name] += 1
        after = usual[name] * chance.uniform(0.02, 1.05)
        if name == "migrate":
            hit[name] += _migrated(forker, old, tmp_path / "old", after, usual)
            continue
        # What a kill left is completed first where the command needs results.
        if name in ("judge", "bundle"):
            assert forker.run("run", case.root.parent / "in0", "--case", case.root)[1] == 0
        words = _command(case, name, number)
        killed, status, seconds, printed = forker.run(*words, after=after)
        hit[name] += killed
        if not killed:
            assert status == 0, printed
            usual[name] = max(0.05, min(2 * usual[name], seconds))
            _acknowledge(case, name, words, printed, number)
        else:
            usual[name] = min(5.0, usual[name] * 1.03)
        _check(case, number)
    print(f"{KILLS} times, {sum(hit.values())} killed at work: {hit} of {tried}; nothing lost or torn")  # noqa: T201
    assert sum(hit.values()) >= KILLS // 3


def old_case(made: Path, documents: int) -> Path:
    """Make a case of the first schema in a folder."""
    from tests.store.test_migrations import upgrade

    made.mkdir()
    upgrade(made / "case.sqlite", "0001")
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(made / "case.sqlite")) as raw, raw:
        raw.execute(f"INSERT INTO originals VALUES ('{'ab' * 32}', 5, 'a.txt', 1)")
        about = '{"id":"","text":"","sha256":""}'
        for seq in range(1, documents + 1):
            values = (seq, f"d{seq}", "ab" * 32, b"\0", "Words.", about, 1)
            raw.execute("INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?)", values)
    return made


def _migrated(forker: Forker, old: Path, root: Path, after: float, usual: dict[str, float]) -> bool:
    """Kill a migration; return whether it was at work. The case opens after, with all that it held."""
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(old, root)
    killed, status, seconds, printed = forker.run("incidents", root, after=after)
    if not killed:
        assert status == 0, printed
        usual["migrate"] = max(0.05, seconds)
    opened = open_case(root)
    with opened.reading() as connection:
        assert rows.count_documents(connection) == 2_000
        many = connection.exec_driver_sql("SELECT count(*) FROM entries").scalar()
    opened.engine.dispose()
    assert many == 2_002
    return killed
