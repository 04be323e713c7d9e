"""PDF files: the text layer of each page, its lines joined into paragraphs."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from harmtrace.intake.given import day_of
from harmtrace.intake.kinds import PDF
from harmtrace.intake.parts import Part, Read, Said, document, made_by
from harmtrace.records.text import DateCandidate, Zone, ZoneKind

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_PAGES = 5_000
_CHARACTERS = 20_000_000
_DATE = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)")
_ENDS = ".!?:;”\"'’)؟۔"
_HYPHENS = "\ufffe\x02\u00ad"
_FULL = 0.75
_EDGE = 2
_PASSWORD = 4  # FPDF_ERR_PASSWORD


def read(data: bytes, part: Part) -> Read:
    """Yield the document of a PDF, or what is wrong with it; a page without text is named."""
    # Imported here, as below: it takes a tenth of a second, and most files are no PDF.
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        pdf = PdfDocument(data)
    except PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD:
            yield part.issue("encrypted", "a file that opens without a password", "one that asks for one")
        else:
            yield part.issue("damaged", "a PDF", f"one that PDFium cannot open ({str(error)[:80]})")
        return
    try:
        count = len(pdf)
        if count > _PAGES:
            yield part.issue("archive-limit", f"at most {_PAGES:,} pages", f"{count:,}")
            return
        pages, broken = _pages(pdf, count)
        about = pdf.get_metadata_dict(skip_empty=True)
    except PdfiumError as error:
        yield part.issue("damaged", "a PDF", f"one that PDFium cannot read ({str(error)[:80]})")
        return
    finally:
        pdf.close()
    for number in broken:
        yield part.issue("damaged", "a page that can be read", "one that PDFium cannot", at=f"page {number}")
    without = [number for number, page in enumerate(pages, start=1) if not page and number not in broken]
    if without:
        numbers = ", ".join(map(str, without[:10])) + (" …" if len(without) > 10 else "")
        found = f"none on {len(without)} of {count} (page {numbers})"
        yield part.issue("no-text-layer", "text on every page", found, done="pictures of text are not read")
    if any(pages):
        text, zones = _laid_out(pages)
        said = Said(
            title=_words(about.get("Title")),
            author=_words(about.get("Author")),
            dates=_dates(about),
            zones=zones,
            derived=made_by("pypdfium2", "text of each page in the order of the file, lines joined into paragraphs"),
        )
        yield document(part, text, media=PDF, said=said)


def _pages(pdf: "PdfDocument", count: int) -> tuple[list[list[str]], list[int]]:
    """Return the lines of each page, and the numbers of the pages that cannot be read."""
    from pypdfium2 import PdfiumError

    pages: list[list[str]] = []
    broken: list[int] = []
    left = _CHARACTERS
    for number in range(count):
        lines: list[str] = []
        try:
            page = pdf[number]
            text = page.get_textpage()
            if left > 0:
                body = text.get_text_range(count=min(left, text.count_chars()) if text.count_chars() > left else -1)
                left -= len(body)
                lines = [line for raw in body.replace("\r", "\n").split("\n") if (line := _clean(raw))]
            text.close()
            page.close()
        except PdfiumError:
            broken.append(number + 1)
        pages.append(lines)
    return pages, broken


def _clean(line: str) -> str:
    return " ".join(line.replace("\0", "").split())


def _laid_out(pages: Sequence[Sequence[str]]) -> tuple[str, tuple[Zone, ...]]:
    """Return the paragraphs of all pages with blank lines between; lines at the edge that pages share are zones."""
    shared = _shared(pages)
    pieces: list[str] = []
    zones: list[Zone] = []
    at = 0
    for page in pages:
        edge = {*range(_EDGE), *range(len(page) - _EDGE, len(page))}
        body: list[str] = []
        rest: list[tuple[bool, str]] = []
        for number, line in enumerate(page):
            if number in edge and (_pattern(line) in shared or _is_number(line)):
                rest.extend((False, one) for one in joined(body))
                body = []
                rest.append((True, line))
            else:
                body.append(line)
        rest.extend((False, one) for one in joined(body))
        for marked, piece in rest:
            if marked:
                zones.append(
                    Zone(start=at, end=at + len(piece), kind=ZoneKind.BOILERPLATE, why="head or foot of a page")
                )
            pieces.append(piece)
            at += len(piece) + 2
    return "\n\n".join(pieces), tuple(zones)


def joined(lines: Sequence[str]) -> list[str]:
    """Return the paragraphs that lines of a printed page make.

    A line as wide as the page's lines are goes on in the next one; a shorter one ends its paragraph.
    A hyphen that the file marks as one of the line's end is taken out.

    >>> joined(["Four people were killed on", "Monday in Qarya, the mayor", "said.", "Nine were hurt."])
    ['Four people were killed on Monday in Qarya, the mayor said.', 'Nine were hurt.']
    """
    if not lines:
        return []
    widths = sorted(map(len, lines))
    full = _FULL * widths[int(0.8 * (len(widths) - 1))]
    paragraphs = [lines[0]]
    for before, line in pairwise(lines):
        ended = len(before) < full and (before[-1] in _ENDS or not line[0].islower())
        if ended:
            paragraphs.append(line)
        elif paragraphs[-1][-1] in _HYPHENS:
            paragraphs[-1] = paragraphs[-1][:-1] + line
        else:
            paragraphs[-1] += ("" if paragraphs[-1][-1] == "-" and line[0].islower() else " ") + line
    return [paragraph.translate(_NO_HYPHENS) for paragraph in paragraphs]


_NO_HYPHENS = dict.fromkeys(map(ord, _HYPHENS))


def _shared(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """Return the patterns of lines that stand at the edge of most of three pages or more."""
    if len(pages) < 3:
        return frozenset()
    counts = Counter(
        pattern for page in pages for pattern in {_pattern(line) for line in (*page[:_EDGE], *page[-_EDGE:])}
    )
    return frozenset(pattern for pattern, times in counts.items() if times > len(pages) / 2)


def _pattern(line: str) -> str:
    return re.sub(r"\d+", "#", line)


def _is_number(line: str) -> bool:
    """Tell whether a line is a page's number ("3", "- 3 -", "Page 3 of 12")."""
    return (
        len(line) <= 20 and re.fullmatch(r"\W*(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*", line, re.I) is not None
    )


def _dates(about: dict[str, str]) -> tuple[DateCandidate, ...]:
    """Return the days on which the file was made and changed; neither is a day of publication."""
    found = []
    for key in ("CreationDate", "ModDate"):
        match = _DATE.match(about.get(key, ""))
        day = None if match is None else day_of(f"{match[1]}-{match[2]}-{match[3]}")
        if day is not None:
            found.append(DateCandidate(day=day, found=f"file: pdf {key}"))
    return tuple(found)


def _words(value: str | None) -> str | None:
    return " ".join((value or "").replace("\0", "").split()) or None
