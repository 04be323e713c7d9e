"""Permanent codes: which code each group of claims keeps, which is new, which redirects."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from harmtrace.records.incident import Grouped
from harmtrace.store.rows import Code

_DAY = re.compile(r"(\d{4}|XXXX)(?:-(\d\d|XX))?(?:-(\d\d|XX))?")


def assign(groups: Sequence[Grouped], old: Iterable[Code]) -> tuple[tuple[str, ...], tuple[Code, ...]]:
    """Return the code of each group, in order, and where every code stands now.

    A group keeps the code whose claims are most like its own; what is left over gets a
    new one. A code whose claims went to a group of another code redirects there; one
    whose claims make no incident any more stays known, stands for nothing, and is never
    given to another event.
    """
    held = {one.code: one for one in old}
    chosen = _keep(groups, held)
    numbers: Counter[str] = Counter()
    for code in held:
        stem, _, number = code.rpartition("-")
        numbers[stem] = max(numbers[stem], int(number))
    for place, group in enumerate(groups):
        if place not in chosen:
            stem = f"{country(group)}-{date_part(group.when)}"
            numbers[stem] += 1
            chosen[place] = f"{stem}-{numbers[stem]:03d}"
    return tuple(chosen[place] for place in range(len(groups))), _standing(groups, chosen, held)


def _keep(groups: Sequence[Grouped], held: dict[str, Code]) -> dict[int, str]:
    """Return the code that groups keep, by the group's place: best likeness first, each code once."""
    groups_of: dict[str, list[int]] = {}
    for place, group in enumerate(groups):
        for claim in group.claims:
            groups_of.setdefault(claim, []).append(place)
    offers = []
    for code in held.values():
        shared = Counter(place for claim in code.claims for place in groups_of.get(claim, ()))
        for place, both in shared.items():
            either = len(code.claims) + len(groups[place].claims) - both
            offers.append((-both / either, code.code, place))
    chosen: dict[int, str] = {}
    taken: set[str] = set()
    for _, code_, place in sorted(offers):
        if code_ not in taken and place not in chosen:
            chosen[place] = code_
            taken.add(code_)
    return chosen


def _standing(groups: Sequence[Grouped], chosen: dict[int, str], held: dict[str, Code]) -> tuple[Code, ...]:
    now = {code: Code(code=code, claims=groups[place].claims, now=code) for place, code in chosen.items()}
    code_of = {claim: chosen[place] for place, group in enumerate(groups) for claim in group.claims}
    for code, before in held.items():
        if code not in now:
            went = Counter(code_of[claim] for claim in before.claims if claim in code_of)
            # The claims that it last held stay with it, so that a later parting gives them their code back.
            now[code] = replace(before, now=min(went, key=lambda one: (-went[one], one)) if went else None)
    return tuple(now[code] for code in sorted(now))


def country(group: Grouped) -> str:
    """Return the country of the likeliest place that has one, ``XXX`` where none has."""
    known = (one.place.country for one in group.hypotheses if one.place.country is not None)
    return next(known, "XXX")


def date_part(when: str | None) -> str:
    """Return a date as codes write it: ``XXXX`` and ``00`` for what is not known.

    Of an interval, what both ends share.

    >>> date_part("2017-03-17"), date_part("2017-03"), date_part("XXXX-03-17"), date_part(None)
    ('20170317', '20170300', 'XXXX0317', 'XXXX0000')
    >>> date_part("2017-03-16/2017-03-17"), date_part("2016-12-31/2017-01-02"), date_part("2017-03-17/..")
    ('20170300', 'XXXX0000', 'XXXX0000')
    """
    if when is None:
        return "XXXX0000"
    ends = [_parts(end) for end in when.split("/")]
    shared = []
    for several in zip(*ends, strict=True):
        if len(set(several)) > 1:
            break
        shared.append(several[0])
    return "".join((*shared, *("XXXX", "00", "00")[len(shared) :]))


def _parts(day: str) -> tuple[str, str, str]:
    match = _DAY.match(day)
    if match is None:
        return "XXXX", "00", "00"
    year, month, monthday = match.groups(default="00")
    return year, month.replace("XX", "00"), monthday.replace("XX", "00")
