"""Saved web pages: main text, headline, who wrote it, and every day of publication that the page offers."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from resiliparse.parse.html import ElementNode, HTMLTree

from harmtrace.intake.page_dates import candidates, marked_up
from harmtrace.intake.page_text import Article, Block, blanked, flushed
from harmtrace.language.zones import mark
from harmtrace.records.text import DateCandidate, Zone, ZoneKind

_ABOUT = 'meta, link[rel], base[href], script[type="application/ld+json"], time, [itemprop=datePublished]'
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_BY = re.compile(r"(?:by|من|بقلم|كتب)[:\s]+", re.IGNORECASE)
_NAME_LIMIT = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What one saved page says: the text that is read, and what it says about itself."""

    text: str
    title: str | None
    zones: tuple[Zone, ...]
    dates: tuple[DateCandidate, ...]
    language: str | None
    source: str | None
    url: str | None
    author: str | None = None


def read_page(markup: str, *, url: str | None = None) -> Page:
    """Return the main text of a page, headline first, one paragraph a line with a blank line between.

    Menus, banners, related items, readers' comments and footers are left out (the
    original keeps them); what still looks like none of the text is marked as a zone.
    ``url`` is the address where it is known from elsewhere.
    """
    tree = HTMLTree.parse(markup)
    about = _About(tree)
    address = url or about.address()
    article = Article(tree)  # from here on the tree is without its scripts, menus and footers
    blocks = article.blocks()
    headline = article.headline() or about.headline()
    title = next((block.text for block in blocks if block.kind is ZoneKind.TITLE), None)
    if title is None and headline is not None:
        blocks = [block for block in blocks if block.text != headline]
        blocks.insert(0, Block(headline, ZoneKind.TITLE, "title of the page"))
    if sum(len(block.text) for block in blocks[1:]) == 0 and isinstance(body := about.linked.get("articleBody"), str):
        blocks = [Block(headline, ZoneKind.TITLE, "title of the page")] if headline else []
        blocks.extend(flushed([body.replace("\n", "\0")], None))
    text, zones = _laid_out(blocks, title or headline)
    bylines = [block.text for block in blocks if block.kind is ZoneKind.BYLINE]
    return Page(
        text=text,
        title=title or headline,
        zones=zones,
        dates=candidates(about.tags, about.linked, address, about.dates, bylines),
        language=about.language,
        source=about.source(),
        url=address,
        author=about.author(),
    )


def _laid_out(blocks: list[Block], title: str | None) -> tuple[str, tuple[Zone, ...]]:
    """Join the blocks with blank lines; zones known from the markup come before those read from lines."""
    text = "\n\n".join(block.text for block in blocks)
    zones: list[Zone] = []
    headings: list[tuple[int, int]] = []
    at = 0
    for block in blocks:
        if block.kind is not None:
            zones.append(Zone(start=at, end=at + len(block.text), kind=block.kind, why=block.why))
        elif block.heading:
            headings.append((at, at + len(block.text)))
        at += len(block.text) + 2
    taken = headings + [(zone.start, zone.end) for zone in zones]
    for zone in mark(text, title=title):
        if zone.kind is not ZoneKind.TITLE and all(zone.end <= start or zone.start >= end for start, end in taken):
            zones.append(zone)
    return text, tuple(sorted(zones, key=lambda zone: zone.start))


class _About:
    """What a page says about itself beside its text; read before the tree is cut down to the article."""

    def __init__(self, tree: HTMLTree) -> None:
        document = tree.document
        found: dict[str, list[ElementNode]] = {}
        # One walk for all: what is asked of a page costs more than what is answered.
        for element in () if document is None else document.query_selector_all(_ABOUT).values():
            found.setdefault(element.local_name or "", []).append(element)
        self.tags: dict[str, str] = {}
        for tag in found.get("meta", ()):
            name = tag.getattr("property") or tag.getattr("name") or tag.getattr("itemprop")
            content = tag.getattr("content")
            if name and content:
                self.tags.setdefault(name.strip().lower(), content)
        self.linked = _linked_data(found.get("script", ()))
        every = (element for some in found.values() for element in some)
        dated = [element for element in every if element.getattr("itemprop") == "datePublished"]
        self.dates = list(marked_up(dated, found.get("time", ())))
        root = None if document is None else document.document_element
        value = None if root is None else root.getattr("lang") or root.getattr("xml:lang")
        match = None if value is None else _LANGUAGE.fullmatch(value.strip())
        self.language = None if match is None else match.group().replace("_", "-")
        self._title = _words(tree.title)
        self._links = [(link.getattr("rel") or "", link.getattr("href") or "") for link in found.get("link", ())]
        self._base = next((one.getattr("href") for one in found.get("base", ())), None)

    def headline(self) -> str | None:
        """Return the headline as the metadata give it."""
        named = self._tag("og:title", "twitter:title") or _words(self.linked.get("headline"))
        if named is not None:
            return named
        return None if self._title is None else without_site(self._title)

    def source(self) -> str | None:
        """Return who publishes the page."""
        publisher = self.linked.get("publisher")
        named = _words(publisher.get("name")) if isinstance(publisher, dict) else None
        return self._tag("og:site_name") or named or self._tag("application-name", "dc.publisher", "citation_publisher")

    def author(self) -> str | None:
        """Return who wrote the page, several joined by commas; addresses of profiles are no names."""
        names = (
            list(_names(self.linked.get("author")))
            or [
                value
                for name in (
                    "author",
                    "article:author",
                    "dc.creator",
                    "dcterms.creator",
                    "parsely-author",
                    "sailthru.author",
                )
                if (value := self._tag(name)) is not None
            ][:1]
        )
        plain = [_BY.sub("", name, count=1) if _BY.match(name) else name for name in names]
        good = [name for name in plain if name and "://" not in name and len(name) <= _NAME_LIMIT]
        return ", ".join(dict.fromkeys(good)) or None

    def address(self) -> str | None:
        """Return the page's canonical address, made absolute where the page says against what."""
        canonical = next((href for rel, href in self._links if "canonical" in rel.lower().split()), "")
        found = _absolute(canonical, self._base) or _absolute(self.tags.get("og:url"), None)
        linked = self.linked.get("mainEntityOfPage")
        named = linked.get("@id") if isinstance(linked, dict) else linked
        return found or _absolute(self.linked.get("url"), None) or _absolute(named, None)

    def _tag(self, *names: str) -> str | None:
        return next((words for name in names if (words := _words(self.tags.get(name))) is not None), None)


def without_site(title: str) -> str:
    """Return a page's title without the name of the site behind a dash or bar.

    >>> without_site("Shells hit a school | Valley Post")
    'Shells hit a school'
    """
    for at in range(len(title) - 1, max(0, len(title) - 64), -1):
        if title[at] in "|–—·»-" and title[at - 1].isspace() and title[at + 1 : at + 2].isspace():
            site = title[at + 1 :].strip()
            return title[:at].rstrip() if 3 <= len(site) <= 61 and title[:at].strip() else title
    return title


def _absolute(value: object, base: str | None) -> str | None:
    if not isinstance(value, str) or not (value := value.strip()) or len(value) > 4_000:
        return None
    try:
        whole = urljoin(base, value) if base else value
        parts = urlsplit(whole)
    except ValueError:
        return None
    return whole if parts.scheme in ("http", "https") and parts.netloc else None


def _names(value: object) -> Iterator[str]:
    for one in value if isinstance(value, list) else [value]:
        name = one.get("name") if isinstance(one, dict) else one
        if (words := _words(name)) is not None:
            yield words


def _words(value: object) -> str | None:
    if not isinstance(value, str):
        return None
    return blanked(value).strip() or None


def _linked_data(scripts: Iterable[ElementNode]) -> dict[str, object]:
    """Return the JSON-LD object that describes the article, empty where there is none."""
    best: dict[str, object] = {}
    for script in scripts:
        try:
            value: object = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for item in _objects(value, 0):
            if ("datePublished" in item or "headline" in item) and len(item) > len(best):
                best = item
    return best


def _objects(value: object, depth: int) -> Iterator[dict[str, object]]:
    if depth > 4:
        return
    if isinstance(value, list):
        for item in value:
            yield from _objects(item, depth + 1)
    elif isinstance(value, dict):
        yield {key: item for key, item in value.items() if isinstance(key, str)}
        for key in ("@graph", "mainEntity", "itemListElement"):
            if key in value:
                yield from _objects(value[key], depth + 1)
