"""What a recomputation changed, code by code, for a person to read."""

from collections.abc import Iterable

from harmtrace.records.incident import Incident
from harmtrace.reports import tables
from harmtrace.store.rows import Code


def changes(
    before: Iterable[Incident], after: Iterable[Incident], *, codes: Iterable[Code], rule: str
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
            lines.append(f"{code}: new, {_facts(new[code], rule)}")
        else:
            lines.extend(f"{code}: {line}" for line in _differences(old[code], new[code], rule))
    return tuple(lines)


def _differences(old: Incident, new: Incident, rule: str) -> list[str]:
    found = []
    for name, was, now in (
        ("when", old.grouped.when, new.grouped.when),
        ("origins", old.tally.origins, new.tally.origins),
        ("grade suggested", old.tally.grade_suggested, new.tally.grade_suggested),
        ("documents", ", ".join(old.grouped.documents), ", ".join(new.grouped.documents)),
    ):
        if was != now:
            found.append(f"{name} {was or 'unknown'} → {now or 'unknown'}")
    for name in ("killed", "injured"):
        was, now = _shown(old, rule, name), _shown(new, rule, name)
        if was != now:
            found.append(f"{name} {was} → {now} ({rule})")
    if not found and set(old.grouped.claims) != set(new.grouped.claims):
        found.append(f"claims {len(old.grouped.claims)} → {len(new.grouped.claims)}")
    return found


def _facts(one: Incident, rule: str) -> str:
    return f"{one.grouped.when or 'time unknown'}, killed {_shown(one, rule, 'killed')}"


def _shown(one: Incident, rule: str, name: str) -> str:
    found = next((held for held in one.tally.ranges if held.rule == rule), None)
    if found is None:
        return "–"
    return tables.bounds(tables.killed(found) if name == "killed" else tables.injured(found))
