"""What a recomputation changed, code by code, for a person to read."""

from collections.abc import Iterable

from harmtrace.reports import tables
from harmtrace.reports.summary import Summary
from harmtrace.store.rows import Code


def changes(
    before: Iterable[Summary], after: Iterable[Summary], *, codes: Iterable[Code], rule: str
) -> tuple[str, ...]:
    """Return a line for each thing that differs between two states of a case, by code.

    ``rule`` names the range that is shown before and after.
    """
    old = {one.code: one for one in before}
    new = {one.code: one for one in after}
    standing = {one.code: one.now for one in codes}
    lines = []
    for code in sorted(old.keys() | new.keys()):
        if code not in new:
            now = standing.get(code)
            lines.append(f"{code}: no incident any more" if now is None else f"{code}: merged into {now}")
        elif code not in old:
            lines.append(f"{code}: new, {_facts(new[code])}")
        else:
            lines.extend(f"{code}: {line}" for line in _differences(old[code], new[code], rule))
    return tuple(lines)


def _differences(old: Summary, new: Summary, rule: str) -> list[str]:
    found = []
    for name, was, now in (
        ("when", old.when, new.when),
        ("origins", old.origins, new.origins),
        ("grade suggested", old.grade_suggested, new.grade_suggested),
        ("documents", ", ".join(old.documents), ", ".join(new.documents)),
    ):
        if was != now:
            found.append(f"{name} {was or 'unknown'} → {now or 'unknown'}")
    for name, before, after in (("killed", old.killed, new.killed), ("injured", old.injured, new.injured)):
        if before != after:
            found.append(f"{name} {tables.bounds(before)} → {tables.bounds(after)} ({rule})")
    if not found and set(old.claims) != set(new.claims):
        found.append(f"claims {len(old.claims)} → {len(new.claims)}")
    return found


def _facts(one: Summary) -> str:
    return f"{one.when or 'time unknown'}, killed {tables.bounds(one.killed)}"
