"""Word files (DOCX): the paragraphs of the text and of its footnotes, as they stand after changes."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from xml.etree.ElementTree import Element

from harmtrace.intake import xmls
from harmtrace.intake.given import day_of
from harmtrace.intake.kinds import DOCX
from harmtrace.intake.packing import DAMAGE, PackError, unpacked
from harmtrace.intake.parts import Part, Read, Said, document, made_by
from harmtrace.records.text import DateCandidate

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_CORE = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_DUBLIN = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_BODY = "word/document.xml"
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_ABOUT = "docProps/core.xml"


def read(data: bytes, part: Part) -> Read:
    """Yield the document of a DOCX, or what is wrong with it."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        yield part.issue("encrypted", "a DOCX", "an old Word file, or one that asks for a password")
        return
    try:
        with zipfile.ZipFile(BytesIO(data)) as pack:
            names = set(pack.namelist())
            if _BODY not in names:
                yield part.issue("damaged", f"a DOCX with {_BODY}", "a ZIP without it")
                return
            roots = {
                name: xmls.parse(unpacked(pack, pack.getinfo(name), part))
                for name in (_BODY, *_NOTES, _ABOUT)
                if name in names
            }
    except (PackError, xmls.XmlError) as error:
        yield part.issue("damaged", "a DOCX", str(error))
        return
    except DAMAGE as error:
        yield part.issue("damaged", "a DOCX", str(error)[:120] or type(error).__name__)
        return
    lines = list(_lines(roots[_BODY]))
    for name in _NOTES:
        if name in roots:
            lines.extend(_lines(roots[name]))
    text = "\n\n".join(lines)
    if not text.strip():
        yield part.issue("empty", "text", "none to read")
        return
    about = roots.get(_ABOUT)
    said = Said(
        title=_property(about, _DUBLIN + "title"),
        author=_property(about, _DUBLIN + "creator"),
        language=_property(about, _DUBLIN + "language"),
        dates=tuple(_dates(about)),
        derived=made_by("harmtrace", "paragraphs of the body, then notes; deleted words left out"),
    )
    yield document(part, text, media=DOCX, said=said)


def _lines(root: Element) -> Iterator[str]:
    """Yield the paragraphs that hold words; the cells of a table's row are one line."""
    for space in (_WORD, _STRICT):
        body = root.find(f"{space}body")
        yield from _inside(root if body is None else body, space)


def _inside(element: Element, space: str) -> Iterator[str]:
    """Yield lines below an element, which nests no deeper than the parser lets it."""
    for child in element:
        if child.tag == f"{space}p":
            for line in _words(child, space).split("\n"):
                if line := " ".join(line.split()):
                    yield line
        elif child.tag == f"{space}tr":
            cells = [" ".join(_inside(cell, space)) for cell in child.iter(f"{space}tc")]
            if line := "; ".join(cell for cell in cells if cell):
                yield line
        elif child.tag != f"{space}del":
            yield from _inside(child, space)


def _words(paragraph: Element, space: str) -> str:
    pieces: list[str] = []
    for one in paragraph.iter():
        if one.tag == f"{space}t":
            pieces.append(one.text or "")
        elif one.tag == f"{space}tab":
            pieces.append(" ")
        elif one.tag in (f"{space}br", f"{space}cr"):
            pieces.append("\n")
        elif one.tag == f"{space}noBreakHyphen":
            pieces.append("-")
    return "".join(pieces)


def _property(about: Element | None, name: str) -> str | None:
    return None if about is None else xmls.words(about.find(name))


def _dates(about: Element | None) -> Iterator[DateCandidate]:
    """Yield the days on which the file was made and changed; neither is a day of publication."""
    for name in ("created", "modified"):
        day = day_of(_property(about, _TERMS + name) or "")
        if day is not None:
            yield DateCandidate(day=day, found=f"file: docx {name}")
