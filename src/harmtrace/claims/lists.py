"""A total and the list behind its colon: where the list holds more than the total, it is said."""

import re
from typing import Final

from harmtrace.language.grammar import SentenceMentions
from harmtrace.records.claim import Step
from harmtrace.records.entry import Issue

#: Right behind a count, a colon and what it counts.
_COLON: Final = re.compile(r"[^.;:\n]{0,60}:\s")
_NAME: Final = r"[A-ZÀ-Þ][\w’'-]{1,20}+(?: (?:al-|el-|bin |ibn |abu )?[A-ZÀ-Þ][\w’'-]{1,20}+){1,3}"
_NAMES: Final = re.compile(rf"({_NAME}(?:, {_NAME}){{1,40}},? and {_NAME})\s?(?:\.|$)")


def longer_than_told(text: str, m: SentenceMentions, document: str) -> list[Issue]:
    """Return an issue for each total of a sentence behind whose colon more people are listed than it counts."""
    out: list[Issue] = []
    for harm in m.harms:
        most = harm.count.high
        if most is None or harm.count.low != most or harm.step is Step.PART or (colon := _COLON.match(text, harm.end, m.end)) is None:
            continue
        listed = sum(number.people or 0 for number in m.numbers if number.start >= colon.end())
        named = _NAMES.match(text, colon.end(), m.end)
        names = named[1].count(",") + 1 + (not re.search(", and ", named[1])) if named is not None else 0
        if max(listed, names) > most:
            found = f"a total of {most} is followed by a list of {max(listed, names)}: the total stands"
            out.append(Issue(code="parts-exceed-total", message=found, document=document, start=harm.start, end=harm.end))
    return out
