"""The head of a text -> the week that it says it reports on, by which its days of the week are read."""

import re
from dataclasses import replace
from datetime import date

from harmtrace.language.dates import DateKind, Reference
from harmtrace.language.grammar import Grammar

_INTERVAL = 21  # characters of an interval of days
_SHORTEST, _LONGEST = 4, 8  # days from the first to the last of a week
_AFTER = 8  # days after which a week is put out at most
_HEAD = re.compile(r"\s{0,20}[^\n]{1,200}(?:\n[^\n]{1,120})?")


def week_reported(text: str, grammar: Grammar, ref: Reference) -> Reference:
    """Return the day that a text is read from, with the last of the days that its head says it reports on: "The week to 9 May"."""
    head = _HEAD.match(text)
    if head is None or ref.on is None or grammar.cues.report_week.search(text, 0, head.end()) is None:
        return ref
    for named in grammar.dates(text, 0, head.end(), ref):
        if named.edtf is None or named.kind not in (DateKind.RANGE, DateKind.SPAN) or len(named.edtf) != _INTERVAL or "X" in named.edtf:
            continue
        first, last = (date.fromisoformat(end) for end in named.edtf.split("/"))
        if _SHORTEST <= (last - first).days <= _LONGEST and 0 <= (ref.on - last).days <= _AFTER:
            return replace(ref, until=last)
    return ref
