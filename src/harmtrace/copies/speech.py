"""Which characters of a text are somebody's quoted or attributed words, and which are no prose."""

import re
from bisect import bisect_right

Range = tuple[int, int]

_PAIRS = {"“": "”", "«": "»", "„": "“”", "‹": "›"}
_CLOSERS = frozenset("”»›")
_MARKS = re.compile('["“”«»„‹›＂]')
_ANY_MARK = re.compile('["“”«»„‹›＂‘]')
_SINGLE = re.compile(r"(?<!\w)‘(?=\w)([^‘\n]{12,}?)’(?!\w)")
# Of a run of stops the first two alone are tried as its start, so that a long run costs no more than its length.
_SENTENCE_END = re.compile(r"(?<![\s.][A-Za-z])(?<![.!?؟۔。]{2})[.!?؟۔。]++[\"”»’)\]]*+(?=\s)|\n")
_STATEMENT = re.compile(
    r"\b(?:statements?|press releases?|releases?|communiqu[eé]s?|spokes(?:man|woman|person|people)|tweeted|press desk"
    r"|read the|prepared remarks)\b|بيان|المتحدث|الناطق|تصريح|صرّ?ح",
    re.IGNORECASE,
)
_PROSE = re.compile(r"[.!?؟۔。,،;؛:\"”»“«]")
_SHORT_LINE = 4


def quoted(text: str) -> tuple[Range, ...]:
    """Return the ranges inside quotation marks, in order.

    A mark that opens and does not close in its paragraph runs to the paragraph's end if the next
    paragraph opens with one (a quotation in several paragraphs) or if it opened the paragraph. One
    that closes and was never opened reaches back to the paragraph's start.

    >>> t = 'He said “we struck fighters” there.'
    >>> [t[s:e] for s, e in quoted(t)]
    ['we struck fighters']
    """
    ranges: list[Range] = []
    if _ANY_MARK.search(text) is None:
        return ()
    at = 0
    paragraphs = text.split("\n")
    for number, paragraph in enumerate(paragraphs):
        if _MARKS.search(paragraph) is None:
            at += len(paragraph) + 1
            continue
        following = next((p for p in paragraphs[number + 1 : number + 3] if p.strip()), "")
        goes_on = following.lstrip()[:1] in {'"', "“", "«"}
        ranges.extend((at + s, at + e) for s, e in _in_paragraph(paragraph, goes_on=goes_on))
        at += len(paragraph) + 1
    if "‘" in text:
        ranges.extend((m.start(1), m.end(1)) for m in _SINGLE.finditer(text))
    return _merged(ranges)


def _in_paragraph(paragraph: str, *, goes_on: bool) -> list[Range]:
    """Return the quoted ranges of one paragraph."""
    ranges: list[Range] = []
    opened: tuple[int, str] | None = None
    for match in _MARKS.finditer(paragraph):
        mark, place = match.group(), match.start()
        if opened is not None and (mark in opened[1]):
            ranges.append((opened[0], place))
            opened = None
        elif opened is None and mark in _CLOSERS:
            if not ranges:
                ranges.append((0, place))
        elif opened is None:
            opened = (match.end(), _PAIRS.get(mark, mark + "”"))
    if opened is not None and (goes_on or not paragraph[: opened[0] - 1].strip()):
        ranges.append((opened[0], len(paragraph)))
    return [(s, e) for s, e in ranges if e > s]


def attributed(text: str) -> tuple[Range, ...]:
    """Return the sentences that give the words of a statement, release or spokesperson."""
    cues = [m.start() for m in _STATEMENT.finditer(text)]
    if not cues:
        return ()
    ranges = sentences(text)
    ends = [e for _, e in ranges]
    return tuple(ranges[n] for n in sorted({bisect_right(ends, cue) for cue in cues}))


def sentences(text: str) -> tuple[Range, ...]:
    """Return rough sentences: enough to say which words stand beside which verb."""
    ranges, at = [], 0
    for match in _SENTENCE_END.finditer(text):
        if match.end() > at:
            ranges.append((at, match.end()))
        at = match.end()
    if at < len(text):
        ranges.append((at, len(text)))
    return tuple(ranges)


def unpunctuated(text: str) -> tuple[Range, ...]:
    """Return lines without any punctuation, of a text that has punctuated ones.

    Menus, bylines, tags and headings: that two pages share them says nothing about their text.
    A post written without any punctuation is prose all the same.
    """
    plain, at, prose = [], 0, 0
    for line in text.split("\n"):
        if _PROSE.search(line) and len(line.split(None, _SHORT_LINE)) > _SHORT_LINE:
            prose += 1
        elif line.strip():
            plain.append((at, at + len(line)))
        at += len(line) + 1
    return tuple(plain) if prose else ()


def _merged(ranges: list[Range]) -> tuple[Range, ...]:
    """Return ranges in order, those that touch made one."""
    merged: list[Range] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
