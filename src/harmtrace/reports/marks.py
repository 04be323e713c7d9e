"""A document's text with its claims' words marked, its zones greyed and its numbers set aside shown."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from harmtrace.records.claim import SetAside
from harmtrace.records.text import Zone, ZoneKind
from harmtrace.reports.svg import isolated, safe


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One claim's words in the text: where they stand, its anchor, its number and what it says."""

    start: int
    end: int
    anchor: str
    number: int
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """The sentence around a claim: the words before, the words themselves, the words after."""

    before: str
    words: str
    after: str


_ENDS = ".!?؟…\n"
_STOP = re.compile(r"\n|[.!?؟…](?=\s)")
_REACH = 280


def excerpt(text: str, start: int, end: int) -> Excerpt:
    """Return the words with the rest of their sentence, at most 280 characters on either side.

    >>> excerpt("Rain fell. A roof came down. Five died.", 11, 12)
    Excerpt(before='', words='A', after=' roof came down.')
    """
    low, high = max(0, start - _REACH), min(len(text), end + _REACH)
    first, last = low, high
    for stop in _STOP.finditer(text, low, min(start + 1, len(text))):
        if low < stop.end() <= start and _breaks(text, stop.end()):
            first = stop.end()
    for stop in _STOP.finditer(text, max(end - 1, 0), min(high + 1, len(text))):
        if start < stop.end() <= high and stop.end() >= end and _breaks(text, stop.end()):
            last = stop.end()
            break
    before, after = text[first:start].lstrip(), text[end:last].rstrip()
    return Excerpt(
        before=("… " if first > 0 and not _breaks(text, first) else "") + before,
        words=text[start:end],
        after=after + (" …" if last < len(text) and not _breaks(text, last) else ""),
    )


_SHORT = re.compile(r"(?:\b[A-Za-z]|\b(?:Gen|Lt|Col|Maj|Capt|Sgt|Brig|Dr|Mr|Mrs|Ms|St|No))\.\Z")


def _breaks(text: str, at: int) -> bool:
    """Tell whether a sentence ends right before ``at`` (for showing, not for reading)."""
    if text[at - 1] == "\n":
        return True
    if text[at - 1] not in _ENDS or at >= len(text) or not text[at].isspace():
        return False
    if text[at + 1 : at + 2].islower():
        return False
    return text[at - 1] != "." or _SHORT.search(text, max(0, at - 6), at) is None


def marked_text(text: str, *, notes: Sequence[Note], zones: Sequence[Zone], aside: Sequence[SetAside]) -> str:
    """Return the whole text as HTML: every character stands once, in order, escaped.

    A claim's anchor is on its first marked stretch; its number follows its last.
    """
    edges = {0, len(text)}
    shown = [zone for zone in zones if zone.kind is not ZoneKind.BODY]
    spans = [(span.start, span.end) for span in notes]
    spans += [(span.start, span.end) for span in aside]
    spans += [(span.start, span.end) for span in shown]
    for ends in spans:
        edges.update(min(end, len(text)) for end in ends)
    cuts = sorted(edges)
    openings = {zone.start: _zone_opening(zone) for zone in shown if zone.start < min(zone.end, len(text))}
    closings = {min(zone.end, len(text)) for zone in shown if zone.start < min(zone.end, len(text))}
    starting, covering = _by_cut(cuts, notes)
    ending: dict[int, list[Note]] = {}
    for note in notes:
        ending.setdefault(min(note.end, len(text)), []).append(note)
    reasons = _reasons(cuts, aside)
    parts: list[str] = []
    for start, end in pairwise(cuts):
        if start in openings:
            parts.append(openings[start])
        parts.append(_stretch(text[start:end], starting.get(start, ()), covering.get(start, ()), reasons.get(start)))
        parts += [f'<a class="ref" href="#row-{note.anchor}">{note.number}</a>' for note in ending.get(end, ())]
        if end in closings:
            parts.append("</span>")
    return "".join(parts)


def _zone_opening(zone: Zone) -> str:
    return f'<span class="zone {zone.kind.value}" data-zone="{zone.kind.value}" title="{isolated(zone.why)}">'


def _by_cut(cuts: Sequence[int], notes: Sequence[Note]) -> tuple[dict[int, list[Note]], dict[int, list[Note]]]:
    starting: dict[int, list[Note]] = {}
    covering: dict[int, list[Note]] = {}
    place = {cut: order for order, cut in enumerate(cuts)}
    for note in notes:
        starting.setdefault(note.start, []).append(note)
        for cut in cuts[place.get(note.start, len(cuts)) :]:
            if cut >= note.end:
                break
            covering.setdefault(cut, []).append(note)
    return starting, covering


def _reasons(cuts: Sequence[int], aside: Sequence[SetAside]) -> dict[int, str]:
    reasons: dict[int, str] = {}
    place = {cut: order for order, cut in enumerate(cuts)}
    for number in aside:
        for cut in cuts[place.get(number.start, len(cuts)) :]:
            if cut >= number.end:
                break
            reasons.setdefault(cut, number.reason)
    return reasons


def _stretch(words: str, starting: Sequence[Note], covering: Sequence[Note], reason: str | None) -> str:
    shown = safe(words)
    if reason is not None:
        shown = f'<span class="aside" title="set aside: {isolated(reason)}">{shown}</span>'
    if covering:
        says = "; ".join(note.says for note in covering)
        shown = f'<mark title="{isolated(says)}">{shown}</mark>'
    for note in reversed(starting):
        shown = f'<span class="c" id="{note.anchor}">{shown}</span>'
    return shown
