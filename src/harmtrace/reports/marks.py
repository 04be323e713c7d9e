"""A document's text with its claims' words marked, its zones greyed and its numbers set aside shown."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from harmtrace.records.claim import SetAside
from harmtrace.records.text import Zone, ZoneKind
from harmtrace.reports.svg import isolated, safe_words


class Note(NamedTuple):
    """One claim's words in the text: where they stand, its anchor, its number, and what it says, also as a sign."""

    start: int
    end: int
    anchor: str
    number: int
    says: str
    sign: str = ""


class Excerpt(NamedTuple):
    """The sentence around a claim: the words before, the words themselves, the words after."""

    before: str
    words: str
    after: str


_STOP = re.compile(r"\n|[.!?؟…](?=\s)")
_SHORT = re.compile(r"(?:\b[A-Za-z]|\b(?:Gen|Lt|Col|Maj|Capt|Sgt|Brig|Dr|Mr|Mrs|Ms|St|No))\.\Z")
_REACH = 280


class Sentences:
    """A text with the places where its sentences break (for showing, not for reading), found once for all excerpts."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._breaks = [stop.end() for stop in _STOP.finditer(text) if _breaks(text, stop.end())]

    def excerpt(self, start: int, end: int) -> Excerpt:
        """Return the words with the rest of their sentence, at most 280 characters on either side."""
        text, breaks = self._text, self._breaks
        low, high = max(0, start - _REACH), min(len(text), end + _REACH)
        place = bisect_right(breaks, start)
        if place and breaks[place - 1] >= low:
            first, cut = breaks[place - 1], False
        else:
            first, cut = low, low > 0
        place = bisect_left(breaks, max(end, start + 1), place)
        if place < len(breaks) and breaks[place] <= high:
            last, goes_on = breaks[place], False
        else:
            last, goes_on = high, high < len(text)
        before, after = text[first:start].lstrip(), text[end:last].rstrip()
        return Excerpt(("… " if cut else "") + before, text[start:end], after + (" …" if goes_on else ""))


def excerpt(text: str, start: int, end: int) -> Excerpt:
    """Return the words of a text with the rest of their sentence, at most 280 characters on either side.

    >>> excerpt("Rain fell. A roof came down. Five died.", 11, 12)
    Excerpt(before='', words='A', after=' roof came down.')
    """
    return Sentences(text).excerpt(start, end)


def _breaks(text: str, at: int) -> bool:
    """Tell whether a sentence ends right before ``at``, where a stop and white space meet."""
    if text[at - 1] == "\n":
        return True
    if text[at + 1 : at + 2].islower():
        return False
    return text[at - 1] != "." or _SHORT.search(text, max(0, at - 6), at) is None


def marked_text(text: str, *, notes: Sequence[Note], zones: Sequence[Zone], aside: Sequence[SetAside]) -> str:
    """Return the whole text as HTML: every character stands once, in order, escaped.

    A claim's anchor is on its first marked stretch; its number follows its last.
    """
    size = len(text)
    shown = [zone for zone in zones if zone.kind is not ZoneKind.BODY]
    edges = {0, size}
    for spans in (notes, aside, shown):
        for span in spans:
            edges.add(span.start)
            edges.add(span.end)
    edges = {cut for cut in edges if cut <= size}
    cuts = sorted(edges)
    place = {cut: order for order, cut in enumerate(cuts)}
    openings = {zone.start: _zone_opening(zone) for zone in shown if zone.start < min(zone.end, size)}
    closings = {min(zone.end, size) for zone in shown if zone.start < min(zone.end, size)}
    starting: dict[int, list[Note]] = {}
    covering: dict[int, list[Note]] = {}
    ending: dict[int, list[Note]] = {}
    for note in notes:
        starting.setdefault(note.start, []).append(note)
        ending.setdefault(note.end if note.end < size else size, []).append(note)
        for cut in _within(cuts, place, note.start, note.end):
            covering.setdefault(cut, []).append(note)
    reasons: dict[int, str] = {}
    for number in aside:
        for cut in _within(cuts, place, number.start, number.end):
            reasons.setdefault(cut, number.reason)
    parts: list[str] = []
    for start, end in pairwise(cuts):
        if start in openings:
            parts.append(openings[start])
        words = safe_words(text[start:end])
        if start in covering or start in reasons:
            words = _stretch(words, starting.get(start, ()), covering.get(start, ()), reasons.get(start))
        parts.append(words)
        if end in ending:
            parts += [f'<a class="ref" href="#row-{note.anchor}">{note.number}</a>' for note in ending[end]]
        if end in closings:
            parts.append("</span>")
    return "".join(parts)


def _within(cuts: Sequence[int], place: Mapping[int, int], start: int, end: int) -> Iterator[int]:
    """Yield the cuts from ``start`` to before ``end``."""
    for order in range(place.get(start, len(cuts)), len(cuts)):
        if cuts[order] >= end:
            return
        yield cuts[order]


def _zone_opening(zone: Zone) -> str:
    return f'<span class="zone {zone.kind.value}" data-zone="{zone.kind.value}" title="{isolated(zone.why)}">'


def _stretch(shown: str, starting: Sequence[Note], covering: Sequence[Note], reason: str | None) -> str:
    if reason is not None:
        shown = f'<span class="aside" title="set aside: {isolated(reason)}">{shown}</span>'
    if covering:
        says = "; ".join(note.says for note in covering)
        shown = f'<mark title="{isolated(says)}">{shown}</mark>'
    for note in reversed(starting):
        shown = f'<span class="c" id="{note.anchor}">{shown}</span>'
    return shown
