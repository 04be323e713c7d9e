"""Records -> lines of text for a terminal: incidents, copies, claims."""

from collections.abc import Iterable, Sequence

from harmtrace.records.claim import Blame, Casualty, Claim, Exposure, Position, Reading
from harmtrace.records.incident import Bounds
from harmtrace.records.measure import Count
from harmtrace.records.proposal import Apart, Difference, Proposed
from harmtrace.records.statement import Statement
from harmtrace.records.text import Family, Relation
from harmtrace.reports.summary import Summary

_HEAD = ("code", "when", "where", "killed", "injured", "origins", "grade suggested")
_PLACE = 32


def incidents(every: Sequence[Summary], *, rule: str) -> tuple[str, ...]:
    """Return the table of incidents; ``rule`` names the range shown."""
    if not every:
        return ("no incidents",)
    return (*_table([_HEAD, *map(_row, every)]), f"{len(every)} incidents; ranges by {rule}")


def _row(one: Summary) -> tuple[str, ...]:
    grade = one.grade if one.grade is not None else one.grade_suggested
    return (
        one.code,
        one.when or "unknown",
        "unknown" if one.where is None else _short(one.where),
        bounds(one.killed),
        bounds(one.injured),
        str(one.origins),
        "–" if grade is None else str(grade),
    )


def _short(name: str) -> str:
    return name if len(name) <= _PLACE else name[: _PLACE - 1] + "…"


def _table(rows: Sequence[tuple[str, ...]]) -> list[str]:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]


def bounds(one: Bounds | Count | None) -> str:
    """Return a range as tables show it; an open end is a word, never a number.

    >>> bounds(Bounds(low=83, high=137)), bounds(Bounds(low=None, high=9)), bounds(Bounds(low=4, high=None))
    ('83–137', 'up to 9', 'at least 4')
    >>> bounds(Bounds(low=0, high=0)), bounds(None)
    ('0', '–')
    """
    if one is None or (one.low is None and one.high is None):
        return "–"
    if one.low is None:
        return f"up to {one.high}"
    if one.high is None:
        return f"at least {one.low}"
    return str(one.low) if one.low == one.high else f"{one.low}–{one.high}"


def copies(relations: Iterable[Relation], families: Iterable[Family]) -> tuple[str, ...]:
    """Return a line for each relation and each family."""
    lines = [
        f"{one.a}  {one.kind.replace('_', ' ')}  {one.b}  ({_passages(len(one.passages))}; {one.why})"
        for one in relations
    ]
    lines += [f"family of {one.first}: {', '.join(one.members)}" for one in families]
    return tuple(lines) or ("no text of this case shares a passage with another",)


def _passages(many: int) -> str:
    return "1 passage" if many == 1 else f"{many} passages"


def reading(one: Reading, *, everything: bool = False) -> tuple[str, ...]:
    """Return what a document says, a line a claim; ``everything`` adds the numbers set aside."""
    lines = [one.document, *(f"  {said(claim)}" for claim in one.claims)]
    if everything:
        lines += [f"  set aside: {_flat(number.quote)}: {number.reason}" for number in one.set_aside]
    return tuple(lines)


def proposed(one: Proposed, *, everything: bool = False) -> tuple[str, ...]:
    """Return what another engine suggests, a line each; ``everything`` adds what was refused."""
    lines = [
        f"  {one.engine} suggests: {said(each.claim)}" + (f" (as {each.agrees})" if each.agrees is not None else "")
        for each in one.suggestions
    ]
    if one.failed:
        lines.append(f"  {one.engine} gave no answer: {one.failed}")
    if everything:
        lines += [f"  {one.engine} refused: {_flat(each.quote)}: {each.message}" for each in one.refusals]
    return tuple(lines)


def difference(one: Difference) -> str:
    """Return a difference between engines in one line."""
    if one.apart is Apart.ALONE:
        return f"  {one.engine} alone: {one.says}: {_flat(one.quote)}"
    return f"  {one.apart}: {one.engine} {one.says}, {one.other} {one.other_says}: {_flat(one.quote)}"


def said(one: Claim) -> str:
    """Return a claim in one line: id, what it says, who says so, when and where, its words."""
    parts = [one.id, _what(one), one.speaker or "the outlet itself"]
    if one.via is not None:
        parts.append(f"through {one.via}")
    parts += [one.when or "time unknown", one.where or "place unknown"]
    return " · ".join(parts) + f": “{_flat(one.quote)}”"


def _what(one: Claim) -> str:
    match one:
        case Casualty():
            words = f"{one.outcome.replace('_', ' ')} {bounds(one.count)} {one.who}"
            return words if one.modality == "asserted" else f"{words} ({one.modality})"
        case Position():
            return f"position {one.position.replace('_', ' ')}"
        case Blame():
            return f"{one.stance} {one.blamed or one.cause or 'unknown'}"
        case Exposure():
            return f"at risk {bounds(one.count)} {one.what}"
        case _:
            raise TypeError(f"{type(one).__name__} is no kind of claim")


def _flat(words: str) -> str:
    return " ".join(words.split())


def statement(one: Statement, at: int = 0) -> tuple[str, ...]:
    """Return the lines of a published statement; what it does not state is left out."""
    fields = [
        ("date", one.date),
        ("place", ", ".join(filter(None, (one.place, one.country))) or None),
        ("channel", " ".join(filter(None, (one.channel, one.channel_name))) or None),
        ("verdict", one.verdict),
        ("reason", one.reason),
        ("killed", None if one.killed is None else bounds(one.killed)),
        ("injured", None if one.injured is None else bounds(one.injured)),
        ("marks", " ".join(filter(None, (one.report_number, one.code, one.mgrs))) or None),
    ]
    stated = [f"  {name}: {value}" for name, value in fields if value is not None]
    return (one.document if at == 0 else f"{one.document}#{at + 1}", *(stated or ["  nothing stated"]))
