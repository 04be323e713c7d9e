"""What one would otherwise use: a plain regular expression, dateparser for days, quantulum3 for numbers.

Each reads the texts in its own way and is asked only what it can answer.
"""

import re
from collections.abc import Iterator
from datetime import datetime

from harmtrace.records.text import Document
from tests.fields import Fields

_WORDS = "one two three four five six seven eight nine ten eleven twelve".split()
_VALUE = rf"\d[\d,]*|{'|'.join(_WORDS)}"
_ENGLISH = re.compile(
    rf"\b(?P<n>{_VALUE})\b(?:\s+[\w'’-]+){{0,4}}?\s+(?P<harm>killed|dead|died|deaths|injured|wounded|hurt|missing)\b"
    r"|\b(?P<harm2>killed|killing|injured|injuring|wounded|wounding)"
    rf"\s+(?:[\w'’-]+\s+){{0,3}}?(?P<n2>{_VALUE})\b",
    re.IGNORECASE,
)
_ARABIC = re.compile(
    r"(?P<n>[\d٠-٩]+)(?:\s+\S+){0,2}?\s+(?P<harm>قتيل\S*|قتلى|شهيد\S*|شهداء|جريح\S*|جرحى|مصاب\S*)"
    r"|(?P<harm2>مقتل|استشهاد|إصابة|جرح|قتل)\s+(?:\S+\s+){0,2}?(?P<n2>[\d٠-٩]+)"
)
_INJURED = re.compile(r"injur|wound|hurt|جر|صاب", re.IGNORECASE)
_CIVILIAN = re.compile(r"civilian|child|women|woman|مدني|طفل|أطفال|نساء", re.IGNORECASE)


def regex(document: Document) -> Iterator[Fields]:
    """Yield what a regular expression of ten lines finds: a number near a word of harm."""
    for pattern in (_ENGLISH, _ARABIC):
        for match in pattern.finditer(document.text):
            number = (match["n"] or match["n2"]).replace(",", "").lower()
            value = _WORDS.index(number) + 1 if number in _WORDS else int(number)
            harm = match["harm"] or match["harm2"]
            outcome = "missing" if harm == "missing" else "injured" if _INJURED.search(harm) else "killed"
            yield {
                "kind": "casualty",
                "start": match.start(),
                "end": match.end(),
                "quote": match[0],
                "outcome": outcome,
                "low": value,
                "high": value,
                "who": "civilian" if _CIVILIAN.search(match[0]) else "unspecified",
                "scope": "event",
                "modality": "asserted",
                "speaker": None,
                "where": None,
                "when": document.published,
            }


Days = list[tuple[int, str]]


def days(document: Document, language: str) -> Days:
    """Return the days that dateparser finds, each with where it stands; read from the day of publication."""
    from dateparser.search import search_dates

    settings: dict[str, object] = {"PREFER_DATES_FROM": "past"}
    if document.published is not None and len(document.published) == 10:
        settings["RELATIVE_BASE"] = datetime.fromisoformat(document.published)
    found, at = [], 0
    for words, day in search_dates(document.text, languages=[language[:2]], settings=settings) or ():
        place = document.text.find(words, at)
        if place != -1:
            at = place
            found.append((place, day.date().isoformat()))
    return found


def day_near(found: Days, start: int, end: int) -> str | None:
    """Return the day nearest to some words, the one before on a tie; None where there is none."""
    return min(found, key=lambda one: (max(start - one[0], one[0] - end, 0), one[0] > start), default=(0, None))[1]


def values(words: str) -> set[int]:
    """Return the whole numbers that quantulum3 finds in some words."""
    from quantulum3 import parser

    found = set()
    for quantity in parser.parse(words):
        if quantity.value is not None and float(quantity.value).is_integer():
            found.add(int(quantity.value))
    return found
