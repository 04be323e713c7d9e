"""Strings that make a regular expression work hardest: its own pieces, repeated, then a letter that fits nowhere."""

import importlib
import pkgutil
import re
import time
from collections.abc import Callable, Iterable, Iterator
from re import _constants as kinds  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import harmtrace
from harmtrace.language.late import Late

_SIZES = (500, 1_000, 2_000)
# Below this (seconds of processor time for the longest) no growth can hurt, and none can be measured.
_HARMLESS = 0.005
_RATIO = 2.5
_SAMPLES = "a1 -.,'\"/A\n\t؀م٣_:;()&#%–"
_DEEP = 6
_MOST = 40


def patterns() -> dict[str, re.Pattern[str]]:
    """Return every compiled pattern (of text) that modules of the package hold, by the place where it stands."""
    found: dict[str, re.Pattern[Any]] = {}
    known: set[int] = set()
    for module in pkgutil.walk_packages(harmtrace.__path__, "harmtrace."):
        if ".migrations" in module.name:
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            if not name.startswith("__"):
                _collect(value, f"{module.name}.{name}", found, known, 0)
    return {place: pattern for place, pattern in found.items() if isinstance(pattern.pattern, str)}


def _collect(value: object, place: str, found: dict[str, re.Pattern[Any]], known: set[int], depth: int) -> None:
    if isinstance(value, Late):
        value = re.compile(value.pattern, value.flags)
    if isinstance(value, re.Pattern):
        if value not in found.values():
            found[place] = value
        return
    if depth > _DEEP or id(value) in known or isinstance(value, str | bytes | int | float | None):
        return
    known.add(id(value))
    for name, part in _parts(value):
        _collect(part, f"{place}[{name}]", found, known, depth + 1)


def _parts(value: object) -> Iterable[tuple[object, object]]:
    if isinstance(value, dict):
        return list(value.items())
    if isinstance(value, list | tuple | set | frozenset):
        return enumerate(value)
    if type(value).__module__.startswith("harmtrace"):
        slots = [name for kind in type(value).__mro__ for name in getattr(kind, "__slots__", ())]
        return [(name, getattr(value, name, None)) for name in (*slots, *getattr(value, "__dict__", {}))]
    if isinstance(value, type) and value.__module__.startswith("harmtrace"):
        return [(name, part) for name, part in vars(value).items() if not name.startswith("__")]
    closure = getattr(value, "__closure__", None)
    if closure:
        return [(number, cell.cell_contents) for number, cell in enumerate(closure) if _filled(cell)]
    return ()


def _filled(cell: Any) -> bool:
    try:
        cell.cell_contents  # noqa: B018 - asked for its absence
    except ValueError:
        return False
    return True


def attacks(pattern: re.Pattern[str], size: int) -> Iterator[str]:
    """Yield strings of about ``size`` letters: before each repetition what leads to it, then it again and again."""
    tree = parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    seeds: dict[tuple[str, str], None] = {}
    for before, body in _repeats(tree, "", pattern.flags):
        for word in dict.fromkeys((body, *body[:1], body + " ")):
            if word:
                seeds.setdefault(("", word))
                seeds.setdefault((before, word))
    for letter in " a1.,-":
        seeds.setdefault(("", letter))
    for before, word in list(seeds)[:_MOST]:
        whole = before + word * max(1, (size - len(before)) // len(word))
        yield whole + "\x00"
        if len(before) < 200:
            yield (before + word) * max(1, size // (len(before) + len(word))) + "\x00"


def _repeats(tree: Any, before: str, flags: int) -> Iterator[tuple[str, str]]:
    """Yield (a text that leads to it, a text it takes once) for each repetition of ten or more."""
    for kind, argument in tree:
        if kind in (kinds.MAX_REPEAT, kinds.MIN_REPEAT, kinds.POSSESSIVE_REPEAT):
            _, most, body = argument
            if most is kinds.MAXREPEAT or most >= 10:
                yield before, _sample(body, flags)
                yield before, _sample(body, flags, last=True)
            yield from _repeats(body, before, flags)
        elif kind is kinds.SUBPATTERN:
            yield from _repeats(argument[-1], before, flags)
        elif kind is kinds.ATOMIC_GROUP:
            yield from _repeats(argument, before, flags)
        elif kind is kinds.BRANCH:
            for branch in argument[1]:
                yield from _repeats(branch, before, flags)
        elif kind in (kinds.ASSERT, kinds.ASSERT_NOT):
            yield from _repeats(argument[1], before, flags)
        before += _sample([(kind, argument)], flags)


def _sample(tree: Any, flags: int, *, last: bool = False) -> str:
    """Return a text that a part of a pattern takes; of branches the first, or the last."""
    pieces = []
    for kind, argument in tree:
        if kind is kinds.LITERAL:
            pieces.append(chr(argument))
        elif kind is kinds.NOT_LITERAL:
            pieces.append("b" if argument == ord("a") else "a")
        elif kind is kinds.ANY:
            pieces.append("a")
        elif kind is kinds.IN:
            pieces.append(_one_of(argument, flags))
        elif kind in (kinds.MAX_REPEAT, kinds.MIN_REPEAT, kinds.POSSESSIVE_REPEAT):
            least, most, body = argument
            pieces.append(_sample(body, flags, last=last) * max(least, 1 if most else 0))
        elif kind is kinds.SUBPATTERN:
            pieces.append(_sample(argument[-1], flags, last=last))
        elif kind is kinds.ATOMIC_GROUP:
            pieces.append(_sample(argument, flags, last=last))
        elif kind is kinds.BRANCH:
            pieces.append(_sample(argument[1][-1 if last else 0], flags, last=last))
    return "".join(pieces)


def _one_of(members: Any, flags: int) -> str:
    """Return a letter of a class: asked of the class itself, letter by letter."""
    one = parser.SubPattern(parser.State(), [(kinds.IN, members)])
    try:
        compiled = re._compiler.compile(one, flags & (re.I | re.S | re.A))  # type: ignore[attr-defined]
    except (re.error, ValueError, AttributeError, TypeError):
        compiled = None
    for kind, argument in members:
        if kind is kinds.LITERAL:
            return chr(argument)
        if kind is kinds.RANGE:
            return chr(argument[0])
    if compiled is not None:
        for letter in _SAMPLES:
            if compiled.fullmatch(letter):
                return letter
    return "a"


def slow_on(pattern: re.Pattern[str], try_it: Callable[[str], object]) -> list[str]:
    """Return what a pattern is slow on: seconds for a quarter, a half and all of a text; nothing where it is linear."""
    found: list[str] = []
    for text in attacks(pattern, _SIZES[-1]):
        if _seconds(try_it, text) < _HARMLESS:
            continue
        halves = (text[: len(text) // 4] + text[-1], text[: len(text) // 2] + text[-1], text)
        # Suspected of the best of two, told of the best of seven: what a busy machine adds now and then is no growth.
        if _grows(try_it, halves, 2) and (times := _grows(try_it, halves, 7)):
            found.append(", ".join(f"{one:.4f}" for one in times) + f" s on {text[:30]!r} …")
            break
    return found


def _grows(try_it: Callable[[str], object], texts: tuple[str, str, str], times: int) -> tuple[float, ...]:
    """Return the least seconds for three texts, each twice the last; nothing where they keep pace with the length."""
    small, middle, large = (min(_seconds(try_it, one) for _ in range(times)) for one in texts)
    return (small, middle, large) if large >= _HARMLESS and middle > _RATIO * small and large > _RATIO * middle else ()


def _seconds(try_it: Callable[[str], object], text: str) -> float:
    began = time.process_time()
    try_it(text)
    return time.process_time() - began


def main() -> None:
    """Print every pattern of the package that takes more than its share of time, exempted or not."""
    for place, pattern in patterns().items():
        for try_it in (pattern.search, pattern.match):
            for found in slow_on(pattern, try_it):
                print(place, found, flush=True)


if __name__ == "__main__":
    main()
