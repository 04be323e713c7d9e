"""The end of a statement's line: the body's number, the monitor's code, the grid reference."""

import re

from harmtrace.statements.words import Found, spaced

_GRID = r"\d{1,2}\s?[C-HJ-NP-X]\s?[A-HJ-NP-Z]{2}\s?(?:\d{1,5}\s\d{1,5}|\d{2,10})"
_MGRS = spaced(rf"(?<![A-Za-z0-9])(?:MGRS:?\s*)?(?P<grid>{_GRID})(?![A-Za-z0-9])")
_CODE = spaced(
    r"(?<![\w/])(?P<number>\d{1,5})\s*/\s*(?P<code>[A-Z]{2,5}\d{2,6}[A-Za-z]?)(?![A-Za-z0-9])"
)
_BARE_CODE = spaced(r"(?:^|[.)”\"]\s+)(?P<code>(?:CS|CI|RS|CL|CY)\d{2,5}[a-z]?)(?=\s*(?:/|\d{1,2}[C-X]|No\s+MGRS|[.”\"]*\s*$))")
_NUMBER = spaced(r"(?:[.)”\"]|reports?|strike|action)\s+(?P<number>\d{1,5})(?=\s*(?:/\s*)?(?:\d{1,2}\s?[C-HJ-NP-X]\s?[A-HJ-NP-Z]{2}\s?\d|No\s+MGRS))")


def tail(text: str, start: int, end: int) -> dict[str, Found]:
    """Return the report number, the code and the grid reference that stand at the end of a line.

    >>> line = "No harm was found. 3071/CI1234 38SLF 12345 67890"
    >>> {name: found.value for name, found in tail(line, 0, len(line)).items()}
    {'report_number': '3071', 'code': 'CI1234', 'mgrs': '38SLF1234567890'}
    """
    found: dict[str, Found] = {}
    pair = _last(_CODE, text, start, end)
    if pair is not None:
        found["report_number"] = _part(pair, "number")
        found["code"] = _part(pair, "code")
    else:
        for name, pattern in (("number", _NUMBER), ("code", _BARE_CODE)):
            one = _last(pattern, text, start, end)
            if one is not None:
                found["report_number" if name == "number" else name] = _part(one, name)
    grid = _last(_MGRS, text, start, end)
    if grid is not None:
        words = _part(grid, "grid")
        found["mgrs"] = Found(value=re.sub(r"\s", "", words.value), start=words.start, end=words.end)
    return found


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    return next(iter(list(pattern.finditer(text, start, end))[-1:]), None)


def _part(match: re.Match[str], name: str) -> Found:
    return Found(value=match[name], start=match.start(name), end=match.end(name))
