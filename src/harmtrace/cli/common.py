"""What every command shares: arguments and options, ways of printing, what an exit code means."""

import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from harmtrace.errors import EvidenceError, HarmtraceError
from harmtrace.intake.folders import CASE_FOLDER
from harmtrace.pipeline.progress import Progress, quiet
from harmtrace.records.entry import Issue
from harmtrace.reports import shapes

FINDING = 1
USAGE = 2

# Issues named on the terminal one by one; the rest are counted (all stand in the report).
_NAMED = 20

case_argument = click.argument("case", metavar="DIR", type=click.Path(path_type=Path))
paths_argument = click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
json_option = click.option("--json", "as_json", is_flag=True, help="One JSON object on standard output.")
by_option = click.option("--by", required=True, metavar="NAME", help="Who decides.")
why_option = click.option("--why", required=True, metavar="TEXT", help="The reason, kept with the decision.")
config_option = click.option(
    "--config", type=click.Path(path_type=Path), help="Settings file in place of DIR/harmtrace.toml."
)
engine_option = click.option(
    "--engine",
    "engines",
    metavar="LIST",
    help="Engines that propose claims, in place of the settings': rules, or rules with llm, spacy, gliner.",
)
gazetteer_option = click.option(
    "--gazetteer",
    multiple=True,
    metavar="CSV",
    type=click.Path(path_type=Path),
    help="Places to know besides GeoNames.",
)


class Refused(click.ClickException):
    """The command cannot be carried out as given."""

    exit_code = USAGE


class Broken(click.ClickException):
    """Stored evidence is not what was taken in."""

    exit_code = FINDING


class Commands(click.Group):
    """Commands whose errors end in a sentence, not in a traceback."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except EvidenceError as error:
            raise Broken(visible(str(error))) from error
        except HarmtraceError as error:
            raise Refused(visible(str(error))) from error
        except BrokenPipeError:
            raise  # the reader has seen enough; click ends quietly
        except OSError as error:
            _let_go_of_output()
            place = error.filename if error.filename is not None else "output"
            raise Refused(f"{place}: expected to read or write it, found: {error.strerror or error}") from error


def _let_go_of_output() -> None:
    """Send what cannot be written to standard output nowhere, so that it is not tried once more at the end."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def json_object(shape: shapes.Json) -> str:
    """Return a shape as one indented JSON object."""
    return json.dumps(shape, ensure_ascii=False, indent=1, allow_nan=False)


def json_line(shape: shapes.Json) -> str:
    """Return a shape as JSON on one line."""
    return json.dumps(shape, ensure_ascii=False, allow_nan=False)


def plain(value: object) -> shapes.Json:
    """Return a value as JSON can hold it: tuples as lists, what JSON does not know as words."""
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    return value if value is None or isinstance(value, str | int) else str(value)


def toml(value: object) -> str:
    """Return a setting's value as TOML writes it; unset ones as ``""``."""
    return json.dumps(plain(value) if value is not None else "", ensure_ascii=False)


@contextmanager
def progress_shown() -> Iterator[Progress]:
    """Give what shows progress on a terminal, and nothing where there is none."""
    if not sys.stderr.isatty():
        yield quiet
        return
    longest = 0

    def show(stage: str, done: int) -> None:
        nonlocal longest
        line = f"{stage} {done:,}" if done else stage
        longest = max(longest, len(line))
        click.echo(f"\r{line:<{longest}}", err=True, nl=False)

    try:
        yield show
    finally:
        if longest:
            click.echo("\r" + " " * longest + "\r", err=True, nl=False)


def show(lines: Iterable[str]) -> None:
    """Print lines on standard output, with control characters made visible."""
    for line in lines:
        click.echo(visible(line))


def say(line: str) -> None:
    """Print a line on standard error, with control characters made visible."""
    click.echo(visible(line), err=True)


# Documents and their ids are anyone's; a terminal would obey what they hold.
_CONTROLS = {code: f"\\x{code:02x}" for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) != "\t"}
_CONTROLS[ord("\n")] = "\\n"
# Bidi embeddings, overrides and isolates turn numbers and endings of names round: named, as on the report's pages.
_CONTROLS |= {code: f"[U+{code:04X}]" for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}


def visible(line: str) -> str:
    r"""Return a line with control characters (but tabs) and bidi overrides as escapes, so that it stays one line.

    >>> visible("a\x1b[2J\nb"), visible("clip\u202e4pm.ts")
    ('a\\x1b[2J\\nb', 'clip[U+202E]4pm.ts')
    """
    return line.translate(_CONTROLS)


def say_issues(issues: Sequence[Issue]) -> None:
    """Name the first issues and count the rest."""
    for one in issues[:_NAMED]:
        say(f"{one.code}: {one.message}")
    if issues:
        kinds: dict[str, int] = {}
        for one in issues:
            kinds[one.code] = kinds.get(one.code, 0) + 1
        say(f"issues: {len(issues)} (" + ", ".join(f"{code} {many}" for code, many in sorted(kinds.items())) + ")")


def say_opened(kind: str | None) -> None:
    """Say how the process was confined that opened files; nothing where none was needed."""
    if kind is not None:
        say(f"files were opened in {kind}")


_NO_FAULT = (CASE_FOLDER, "recording-known")


def faulty(issues: Sequence[Issue]) -> bool:
    """Return whether files were odd; a case among them is passed over, and a second name of known bytes is none."""
    return any(one.code not in _NO_FAULT for one in issues)


def finish(*, finding: bool) -> None:
    """End with exit code 1 where there was a finding."""
    if finding:
        sys.exit(FINDING)
