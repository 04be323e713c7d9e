"""RSS and Atom feeds: each entry is a document, with the words that the feed itself carries."""

from collections.abc import Iterator
from dataclasses import replace
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from resiliparse.parse.html import HTMLTree

from harmtrace.intake import xmls
from harmtrace.intake.given import day_of
from harmtrace.intake.kinds import XML
from harmtrace.intake.page_text import Article
from harmtrace.intake.parts import Part, Read, Said, document, made_by

_ATOM = "{http://www.w3.org/2005/Atom}"
_RSS1 = "{http://purl.org/rss/1.0/}"
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_DUBLIN = "{http://purl.org/dc/elements/1.1/}"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def read(data: bytes, part: Part) -> Read:
    """Yield a document for each entry of a feed; its id is the entry's own where that is one of the whole world."""
    try:
        root = xmls.parse(data)
    except xmls.XmlError as error:
        yield part.issue("damaged", "a feed in XML", str(error))
        return
    made = made_by("harmtrace", "title and fullest text of each entry")
    if root.tag in (f"{_ATOM}feed", f"{_ATOM}entry"):
        entries = [root] if root.tag == f"{_ATOM}entry" else root.findall(f"{_ATOM}entry")
        source, language = xmls.words(root.find(f"{_ATOM}title")), root.get(_LANGUAGE)
        found = [_atom(entry) for entry in entries]
    elif root.tag in ("rss", f"{_RDF}RDF"):
        space = "" if root.tag == "rss" else _RSS1
        channel = root.find(f"{space}channel")
        source = None if channel is None else xmls.words(channel.find(f"{space}title"))
        language = None if channel is None else xmls.words(channel.find("language"))
        found = [_rss(entry, space) for entry in root.iter(f"{space}item")]
    else:
        tag = root.tag.rpartition("}")[2][:40]
        yield part.issue("unknown-format", "an RSS or Atom feed", f"XML of another kind, <{tag}>")
        return
    part.budget.entries -= len(found)
    if part.budget.entries < 0:
        yield part.issue("archive-limit", "fewer entries", f"{len(found):,}")
        return
    if not found:
        yield part.issue("empty", "entries", "a feed without any")
    for number, (key, text, said) in enumerate(found, start=1):
        if not text.strip():
            yield part.issue("feed-entry", "an entry with words", "one without", at=f"entry {number}")
            continue
        name = key if key is not None and urlsplit(key).scheme in _WORLDWIDE else f"{part.name}/{key or number}"
        whole = replace(said, source=source, language=said.language or language, derived=made)
        yield document(replace(part, name=name), text, media=XML, said=whole)


_WORLDWIDE = frozenset(("http", "https", "urn", "tag"))


def _atom(entry: Element) -> tuple[str | None, str, Said]:
    links = entry.findall(f"{_ATOM}link")
    page = next((link for link in links if link.get("rel", "alternate") == "alternate"), None)
    author = entry.find(f"{_ATOM}author")
    title = _plain(entry.find(f"{_ATOM}title"))
    body = _fullest(entry, (f"{_ATOM}content", f"{_ATOM}summary"))
    published, found = _first_day(entry, (f"{_ATOM}published", f"{_ATOM}issued"))
    said = Said(
        published=published,
        found=found,
        url=None if page is None else page.get("href"),
        title=title,
        author=None if author is None else xmls.words(author.find(f"{_ATOM}name")),
        language=entry.get(_LANGUAGE),
    )
    return xmls.words(entry.find(f"{_ATOM}id")), _text(title, body), said


def _rss(entry: Element, space: str) -> tuple[str | None, str, Said]:
    title = _plain(entry.find(f"{space}title"))
    link = xmls.words(entry.find(f"{space}link")) or entry.get(f"{_RDF}about")
    body = _fullest(entry, (_CONTENT, f"{space}description"))
    published, found = _first_day(entry, ("pubDate", f"{_DUBLIN}date"))
    author = xmls.words(entry.find(f"{_DUBLIN}creator")) or xmls.words(entry.find("author"))
    said = Said(published=published, found=found, url=link, title=title, author=author)
    return xmls.words(entry.find("guid")) or link, _text(title, body), said


def _first_day(entry: Element, names: tuple[str, ...]) -> tuple[str | None, str]:
    for name in names:
        words = xmls.words(entry.find(name))
        day = None if words is None else day_of(words) or _mail_day(words)
        if day is not None:
            return day, f"feed {name.rpartition('}')[2]}"
    return None, ""


def _mail_day(words: str) -> str | None:
    try:
        return parsedate_to_datetime(words).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _fullest(entry: Element, names: tuple[str, ...]) -> str:
    """Return the longest of the texts that an entry carries, markup taken out."""
    return max((_lines(element) for name in names for element in entry.findall(name)), key=len, default="")


def _lines(element: Element) -> str:
    markup = "".join(_markup(element))
    if "<" not in markup and "&" not in markup:
        return "\n\n".join(line.strip() for line in markup.splitlines() if line.strip())
    blocks = Article(HTMLTree.parse(f"<body><div>{markup}</div></body>")).blocks()
    return "\n\n".join(block.text for block in blocks)


def _markup(element: Element) -> Iterator[str]:
    """Yield an element's text; elements inside (XHTML) are paragraphs of it."""
    yield element.text or ""
    for child in element:
        yield f"<p>{' '.join(''.join(child.itertext()).split()).replace('&', '&amp;').replace('<', '&lt;')}</p>"
        yield child.tail or ""


def _plain(element: Element | None) -> str | None:
    return None if element is None else " ".join(_lines(element).split()) or None


def _text(title: str | None, body: str) -> str:
    if title is None or body.startswith(title):
        return body
    return f"{title}\n\n{body}" if body else title
