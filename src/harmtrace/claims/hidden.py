"""Soft hyphens: a text is read without them, and what was read is put back on the text as it stands."""

from bisect import bisect_left, bisect_right
from dataclasses import replace

from harmtrace.records.claim import Casualty, Claim, Reading
from harmtrace.records.text import Document

#: Marks where a word may be broken; it is part of no word, number or name.
SOFT_HYPHEN = "\u00ad"


def without(document: Document) -> Document:
    """Return a document without its soft hyphens, its zones moved with the words."""
    at = _places(document.text)
    zones = tuple(replace(z, start=_clean(at, z.start), end=_clean(at, z.end)) for z in document.zones)
    kept = tuple(z for z in zones if z.start < z.end)
    return replace(document, text=document.text.replace(SOFT_HYPHEN, ""), zones=kept)


def restored(reading: Reading, document: Document) -> Reading:
    """Return a reading of ``without(document)`` with every offset counted in the document itself.

    A quote is the document's own words, soft hyphens and all; names of speakers and places stay without them.
    """
    text, at = document.text, _places(document.text)

    def span(start: int, end: int) -> tuple[int, int]:
        return _written(at, start), _written(at, end - 1) + 1

    def claim(one: Claim) -> Claim:
        start, end = span(one.start, one.end)
        moved = replace(one, start=start, end=end, quote=text[start:end])
        if isinstance(moved, Casualty) and moved.number_start < moved.number_end:
            first, last = span(moved.number_start, moved.number_end)
            moved = replace(moved, number_start=first, number_end=last)
        return moved

    aside = [(one, *span(one.start, one.end)) for one in reading.set_aside]
    accounts = [(one, *span(one.quote_start, one.quote_end)) for one in reading.accounts]
    issues = [
        one if one.start is None or one.end is None else replace(one, start=_written(at, one.start), end=_written(at, one.end))
        for one in reading.issues
    ]
    return replace(
        reading,
        claims=tuple(claim(one) for one in reading.claims),
        set_aside=tuple(replace(one, start=a, end=b, quote=text[a:b]) for one, a, b in aside),
        accounts=tuple(replace(one, quote_start=a, quote_end=b) for one, a, b in accounts),
        issues=tuple(issues),
    )


def _places(text: str) -> list[int]:
    """Return where each soft hyphen stands, counted in the text without those before it."""
    return [at - k for k, at in enumerate(at for at, letter in enumerate(text) if letter == SOFT_HYPHEN)]


def _clean(places: list[int], at: int) -> int:
    """Return where a position of the written text stands without its soft hyphens."""
    return at - bisect_left(range(len(places)), at, key=lambda k: places[k] + k)


def _written(places: list[int], at: int) -> int:
    """Return where a position of the clean text stands as written."""
    return at + bisect_right(places, at)
