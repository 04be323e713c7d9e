"""Writes docs/commands.md, docs/modules.md and the tree in README.md from the code; ``--check`` only compares."""

import ast
import inspect
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from harmtrace.cli import main as command_line
from tests.claims import phenomena_english as english
from tests.fields import Field, Fields

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "harmtrace"
TREE_START = "<!-- tree: written by `make docs` -->"
TREE_END = "<!-- /tree -->"
MADE = "<!-- Written by `make docs` from the code; do not edit. -->\n\n"


def pages() -> dict[Path, str]:
    """Return path -> text of everything that is generated."""
    readme = ROOT / "README.md"
    before, _, rest = readme.read_text(encoding="utf-8").partition(TREE_START)
    _, _, after = rest.partition(TREE_END)
    tree = "\n".join(_tree(PACKAGE, depth=0))
    return {
        ROOT / "docs" / "commands.md": MADE + "# Commands\n\n" + "\n".join(_commands(command_line)),
        ROOT / "docs" / "modules.md": MADE + "# Modules\n\n```\n" + "\n".join(_tree(PACKAGE, depth=9)) + "\n```\n",
        ROOT / "docs" / "phenomena.md": MADE + "\n".join(_phenomena()),
        readme: f"{before}{TREE_START}\n```\n{tree}\n```\n{TREE_END}{after}",
    }


def _commands(group: click.Group) -> Iterator[str]:
    yield "Results go to stdout, everything else to stderr. Exit 0: done; 1: done, with a finding; 2: wrong usage.\n"
    yield from _listed(group, "")


def _listed(group: click.Group, above: str) -> Iterator[str]:
    """Yield the commands of a group, those of a group among them below it."""
    context = click.Context(group, info_name="harmtrace")
    for name in sorted(group.list_commands(context)):
        command = group.get_command(context, name)
        if command is None or command.hidden:
            continue
        inner = click.Context(command, info_name=f"harmtrace {above}{name}", parent=None)
        usage = " ".join(command.collect_usage_pieces(inner))
        yield f"## {above}{name}\n\n    harmtrace {above}{name} {usage}\n\n{_paragraphs(command.help)}\n"
        options = [
            record
            for option in command.get_params(inner)
            if isinstance(option, click.Option)
            and "--help" not in option.opts
            and (record := option.get_help_record(inner))
        ]
        if options:
            yield "| option | meaning |\n| --- | --- |"
            yield "\n".join(f"| `{_cell(flag)}` | {_cell(text)} |" for flag, text in options) + "\n"
        if isinstance(command, click.Group):
            yield from _listed(command, f"{above}{name} ")


def _phenomena() -> Iterator[str]:
    yield "# Phenomena\n\nTurns of phrase that a reader of casualty reports must understand, with examples of our own."
    yield "The tests in `tests/claims/` read every one; only the fields that an example is about are listed.\n"
    yield "| row | words | what must be found |\n| --- | --- | --- |"
    for row in english.ROWS:
        found = "; ".join(_fields(fields) for fields in row.expected) or "no casualty claim"
        yield f"| {row.id.removeprefix('row-')} | {_cell(row.text)} | {_cell(found)} |"


def _fields(fields: Fields) -> str:
    kind = fields.get("outcome") or fields.get("position") or fields["kind"]
    named = {
        name: value for name, value in fields.items() if name not in ("kind", "outcome", "position", "low", "high")
    }
    bounds = f" {_bound(fields['low'])} to {_bound(fields['high'])}" if "low" in fields and "high" in fields else ""
    more = ", ".join(f"{name} {_bound(value)}" for name, value in named.items())
    return f"{str(kind).replace('_', ' ')}{bounds}{', ' + more if more else ''}"


def _bound(value: Field) -> str:
    return "–" if value is None else "yes" if value is True else "no" if value is False else str(value)


def _paragraphs(text: str | None) -> str:
    return inspect.cleandoc(text or "").replace("\b\n", "")


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|").replace("``", "`")


def _tree(folder: Path, *, depth: int, indent: int = 0) -> Iterator[str]:
    pad = "  " * indent
    yield f"{pad}{folder.name + '/':<{26 - len(pad)}} {_first_line(folder / '__init__.py')}".rstrip()
    entries = sorted(folder.iterdir(), key=lambda entry: (entry.is_dir(), entry.name))
    for entry in entries:
        if entry.suffix == ".py" and entry.name != "__init__.py":
            yield f"{pad}  {entry.name:<{24 - len(pad)}} {_first_line(entry)}".rstrip()
        elif (entry / "__init__.py").exists():
            if indent < depth:
                yield from _tree(entry, depth=depth, indent=indent + 1)
            else:
                yield f"{pad}  {entry.name + '/':<{24 - len(pad)}} {_first_line(entry / '__init__.py')}".rstrip()


def _first_line(module: Path) -> str:
    text = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) if module.exists() else None
    return text.splitlines()[0] if text else ""


def main() -> int:
    """Write what is out of date, or with ``--check`` name it and return 1."""
    old = [path for path, text in pages().items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    if "--check" in sys.argv[1:]:
        for path in old:
            print(f"{path.relative_to(ROOT)} is out of date: run `make docs`")
        return 1 if old else 0
    for path in old:
        path.write_text(pages()[path], encoding="utf-8")
        print(f"wrote {path.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
