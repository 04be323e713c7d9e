"""Figures -> tables of ``docs/quality.md`` and the picture beside it."""

import re
from collections.abc import Sequence
from html import escape

from benchmarks.quality.measuring import FIELDS, Found, Row

_KINDS = ("casualty", "position", "blame", "exposure")
_HEAD = ("set", "language", "reader", "gold", "precision", "recall", "f1", "whole_f1", "linked_f1")


def tables(found: Found) -> str:
    """Return the figures as Markdown."""
    lines = ["Casualty claims:", "", *_table(_HEAD, [_detection(row) for row in found.rows])]
    lines += ["", "Share right of each field, over the casualty claims that the reader answers:", ""]
    lines += _table(("set", "language", "reader", *FIELDS), [_fields(row) for row in found.rows])
    ours = [row for row in found.rows if row.reader != "plain regex"]
    others = [_kinds(row) for row in ours if any(f"{kind}_f1" in row.figures for kind in _KINDS[1:])]
    if others:
        lines += ["", "Other kinds, F1:", ""]
        lines += _table(("set", "language", "reader", *_KINDS[1:]), others)
    lines += ["", "One question, asked of every gold casualty claim that has an answer:", ""]
    lines += _table(
        ("set", "language", "question", "reader", "right", "share"),
        [
            (
                one.set,
                one.language,
                one.question,
                one.reader,
                f"{one.right} of {one.asked}",
                _share(one.right, one.asked),
            )
            for one in found.singles
        ],
    )
    return "\n".join(lines) + "\n"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    return [f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *rows)]


def _detection(row: Row) -> tuple[str, ...]:
    names = ("casualty_precision", "casualty_recall", "casualty_f1", "whole_f1", "linked_f1")
    return (row.set, row.language, row.reader, str(row.gold), *(f"{row.figures.get(name, 0.0):.3f}" for name in names))


def _fields(row: Row) -> tuple[str, ...]:
    return (row.set, row.language, row.reader, *(_share(*row.fields[name]) for name in FIELDS))


def _kinds(row: Row) -> tuple[str, ...]:
    named = (f"{row.figures[f'{kind}_f1']:.3f}" if f"{kind}_f1" in row.figures else "–" for kind in _KINDS[1:])
    return (row.set, row.language, row.reader, *named)


def _share(right: int, all_: int) -> str:
    return f"{right / all_:.3f}" if all_ else "–"


def between(page: str, name: str, body: str) -> str:
    """Return a page with what stands between its marks of a name replaced.

    >>> between("a\\n<!-- own -->\\nold\\n<!-- /own -->\\nb", "own", "new\\n")
    'a\\n<!-- own -->\\n\\nnew\\n\\n<!-- /own -->\\nb'
    """
    pattern = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
    if pattern.search(page) is None:
        raise ValueError(f"expected the marks <!-- {name} --> and <!-- /{name} --> in the page, found none")
    return pattern.sub(lambda marks: f"{marks[1]}\n{body}\n{marks[2]}", page)


_BARS = (("casualty_f1", "F1", "#1f5a7a"), ("whole_f1", "whole", "#5b93ad"), ("linked_f1", "linked", "#a9c8d6"))
_WIDE, _LEFT, _BAR, _GAP = 760, 210, 12, 14


def picture(found: Found) -> str:
    """Return a chart of F1, whole F1 and linked F1 for every row, as SVG."""
    parts, y = [], 46
    for row in found.rows:
        label = f"{row.set}, {row.language}: {row.reader}"
        parts.append(f'<text x="{_LEFT - 8}" y="{y + 2 * _BAR}" text-anchor="end">{escape(label)}</text>')
        for name, _, colour in _BARS:
            value = row.figures.get(name, 0.0)
            wide = value * (_WIDE - _LEFT - 60)
            parts.append(f'<rect x="{_LEFT}" y="{y}" width="{wide:.1f}" height="{_BAR - 2}" fill="{colour}"/>')
            parts.append(f'<text x="{_LEFT + wide + 4:.1f}" y="{y + _BAR - 3}" class="n">{value:.2f}</text>')
            y += _BAR
        y += _GAP
    key = "".join(
        f'<rect x="{_LEFT + 110 * k}" y="14" width="10" height="10" fill="{colour}"/>'
        f'<text x="{_LEFT + 16 + 110 * k}" y="23">{words}</text>'
        for k, (_, words, colour) in enumerate(_BARS)
    )
    style = "text{font:12px sans-serif;fill:#222}.n{font-size:10px;fill:#555}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDE} {y}" role="img" '
        f'aria-label="F1, whole F1 and linked F1 of casualty claims by set and reader"><style>{style}</style>'
        f'<rect width="{_WIDE}" height="{y}" fill="#fff"/>{key}{"".join(parts)}</svg>\n'
    )
