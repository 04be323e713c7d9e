"""Saved web pages: main text, headline, and every day of publication that the page offers."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from resiliparse.parse.html import TEXT, ElementNode, HTMLTree, Node

from harmtrace.intake.page_dates import candidates
from harmtrace.language.zones import mark
from harmtrace.records.text import DateCandidate, Zone, ZoneKind


def _set_of(names: str) -> frozenset[str]:
    return frozenset(names.split())


_SKIPPED = _set_of(
    "script style noscript template nav footer aside form button select option input textarea label iframe svg "
    "object embed audio video canvas dialog menu head link meta"
)
_BLOCKS = _set_of(
    "p div section article main header h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre figure figcaption table "
    "tbody thead tfoot tr caption address center hr details summary body fieldset"
)
_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
_SKIPPED_ROLES = frozenset(
    ("navigation", "dialog", "alertdialog", "banner", "contentinfo", "complementary", "search", "menu", "menubar")
)
_JUNK = re.compile(
    r"(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|cookies?|consent|gdpr|cc-window|comments?|commentlist|disqus|replies"
    r"|related|most-?(?:read|popular|viewed|shared)|popular|trending|recommend(?:ed|ations?)?|read-?(?:more|next|also)"
    r"|more-?(?:on|from|stories|news)|also-?like|share(?:bar|daddy)?|sharing|social|newsletter|subscribe|subscription"
    r"|promo(?:tion)?|advert(?:isement)?s?|ads?|adslot|banner-ad|sponsor(?:ed)?|breadcrumbs?|sidebar|widget|pagination"
    r"|pager|tags?|tag-list|taglist|topics|skip(?:-?link)?|sr-only|screen-reader(?:-text)?|visually-hidden|popup|modal"
    r"|overlay|paywall|toolbar|outbrain|taboola|ticker|masthead|site-?header|site-?footer|footer|print-only|player"
    r"|login|signup|search-?form|teasers?|carousel)(?:$|[\s_-])",
    re.IGNORECASE,
)
_COMMENTS = re.compile(r"(?:^|[\s_-])(?:comments?|commentlist|disqus|replies|respond)(?:$|[\s_-])", re.IGNORECASE)
_BYLINE = re.compile(
    r"(?:^|[\s_-])(?:by-?line|authors?|date(?:line|time|stamp)?|published|pub-?date|time-?stamp|post-?meta|entry-?meta"
    r"|article-?meta|credits?|posted-?on|updated)(?:$|[\s_-])",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"(?:^|[\s_-])(?:caption|wp-caption-text|image-?caption|photo-?caption)(?:$|[\s_-])", re.IGNORECASE
)
_ROOTS = (
    "article, main, [role=main], [role=article], [itemprop=articleBody], .article-body, .article-content, "
    ".entry-content, .post-content, .post-body, .story-body, #content, #main"
)
_LINKED = 'script[type="application/ld+json"]'
_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_SITE_CUT = re.compile(r"\s+[|–—\-·»]\s+[^|–—·»]{2,60}$")
_BYLINE_LIMIT = 200
_DEEPEST = 100
_BREAK = "\0"  # a parsed page holds no NUL


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


@dataclass(slots=True)
class _Block:
    text: str
    kind: ZoneKind | None
    why: str
    heading: bool = False


def read_page(markup: str, *, url: str | None = None) -> Page:
    """Return the main text of a page, headline first, one paragraph a line with a blank line between.

    Menus, banners, related items, readers' comments and footers are left out (the
    original keeps them); what still looks like none of the text is marked as a zone.
    ``url`` is the address where it is known from elsewhere.
    """
    tree = HTMLTree.parse(markup)
    linked = _linked_data(tree)
    address = url or _address(tree)
    body = tree.body
    root = None if body is None else _root(tree, body)
    blocks = [] if root is None else list(_blocks(root, root, None))
    if sum(len(block.text) for block in blocks) < 200 and body is not None:
        wider = list(_blocks(body, body, None))
        blocks = wider if sum(map(_size, wider)) > 2 * sum(map(_size, blocks)) else blocks
    headline = _headline(tree, linked)
    title = next((block.text for block in blocks if block.kind is ZoneKind.TITLE), None)
    if title is None and headline is not None:
        blocks = [block for block in blocks if block.text != headline]
        blocks.insert(0, _Block(headline, ZoneKind.TITLE, "title of the page"))
    text, zones = _laid_out(blocks, title or headline)
    if sum(map(_size, blocks[1:])) == 0 and isinstance(article := linked.get("articleBody"), str):
        blocks = [_Block(headline, ZoneKind.TITLE, "title of the page")] if headline else []
        blocks.extend(_flushed([article.replace("\n", _BREAK)], None))
        text, zones = _laid_out(blocks, headline)
    return Page(
        text=text,
        title=title or headline,
        zones=zones,
        dates=candidates(tree, linked, address, [b.text for b in blocks if b.kind is ZoneKind.BYLINE]),
        language=_language(tree),
        source=_source(tree, linked),
        url=address,
    )


def _size(block: _Block) -> int:
    return len(block.text)


def _laid_out(blocks: list[_Block], title: str | None) -> tuple[str, tuple[Zone, ...]]:
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


# ---- where the article stands


def _root(tree: HTMLTree, body: ElementNode) -> ElementNode:
    """Return the smallest part of the page that holds the headline and most of the paragraphs."""
    document = tree.document
    best: ElementNode | None = None
    most = 0
    for element in () if document is None else document.query_selector_all(_ROOTS).values():
        if _in_junk(element):
            continue
        size = _paragraphs(element)
        if size > 1.1 * most:
            best, most = element, size
    if best is None or most < 0.4 * _paragraphs(body):
        return body
    heading = _main_heading(tree)
    while heading is not None and not _within(heading, best):
        parent = best.parent_element
        if parent is None or best.local_name == "body":
            break
        best = parent
    return best


def _within(element: ElementNode, outer: ElementNode) -> bool:
    at: ElementNode | None = element
    while at is not None and at != outer:
        at = at.parent_element
    return at is not None


def _main_heading(tree: HTMLTree) -> ElementNode | None:
    document = tree.document
    if document is None:
        return None
    found = [heading for heading in document.query_selector_all("h1").values() if not _in_junk(heading)]
    return found[0] if len(found) == 1 else next((h for h in found if h.closest("article, main")), None)


def _paragraphs(element: ElementNode) -> int:
    return sum(
        len(p.text or "") for p in element.get_elements_by_tag_name("p").values() if not _in_junk(p, upto=element)
    )


def _in_junk(element: ElementNode, *, upto: ElementNode | None = None) -> bool:
    at: ElementNode | None = element
    for _ in range(4):
        if at is None or at == upto or at.local_name in ("body", "html"):
            return False
        if at.local_name in ("nav", "aside", "footer"):
            return True
        if _COMMENTS.search(_names(at)) and at.query_selector("h1") is None:
            return True
        at = at.parent_element
    return False


def _names(element: ElementNode) -> str:
    return f"{element.class_name or ''} {element.id or ''}".strip()


# ---- from elements to lines


def _blocks(node: Node, root: ElementNode, kind: ZoneKind | None, depth: int = 0) -> Iterator[_Block]:
    """Yield the lines of an element's text in order, with what the markup says they are."""
    if depth > _DEEPEST:
        yield from _flushed([node.text or ""], kind)
        return
    pieces: list[str] = []
    for child in node.child_nodes.values():
        if child.node_type == TEXT:
            pieces.append(child.node_value or "")
        elif isinstance(child, ElementNode):
            name = child.local_name or ""
            if name == "br":
                pieces.append(_BREAK)
            elif name in _SKIPPED or _unwanted(child, name, root):
                continue
            elif name in ("td", "th") and not _holds_blocks(child):
                pieces.append(_inline(child) + "; ")
            elif name == "pre":
                yield from _flushed(pieces, kind)
                pieces.clear()
                yield from _flushed([(child.text or "").replace("\n", _BREAK)], kind)
            elif name in _BLOCKS or _holds_blocks(child):
                yield from _flushed(pieces, kind)
                pieces.clear()
                inner = _blocks(child, root, kind or _kind(child, name), depth + 1)
                yield from (_as_heading(block) for block in inner) if name in _HEADINGS else inner
            else:
                pieces.append(_inline(child))
    yield from _flushed(pieces, kind)


def _as_heading(block: _Block) -> _Block:
    return _Block(block.text, block.kind, block.why, heading=True)


def _flushed(pieces: list[str], kind: ZoneKind | None) -> Iterator[_Block]:
    for line in "".join(pieces).split(_BREAK):
        text = _SPACE.sub(" ", line).strip(" ;\xa0\u200b")
        if text:
            known = None if kind is ZoneKind.BYLINE and len(text) > _BYLINE_LIMIT else kind
            yield _Block(text, known, "" if known is None else f"marked up as {known.value}")


def _inline(element: ElementNode, depth: int = 0) -> str:
    """Return the text of an element within a line, less what is not shown."""
    if depth > _DEEPEST or element.first_element_child is None:
        return element.text or ""
    pieces = []
    for child in element.child_nodes.values():
        if child.node_type == TEXT:
            pieces.append(child.node_value or "")
        elif isinstance(child, ElementNode):
            name = child.local_name or ""
            if name == "br":
                pieces.append(" ")
            elif name not in _SKIPPED and not _hidden(child):
                pieces.append(_inline(child, depth + 1))
    return "".join(pieces)


def _holds_blocks(element: ElementNode) -> bool:
    return (
        element.first_element_child is not None
        and element.query_selector("p, div, h1, h2, h3, ul, table, br") is not None
    )


def _hidden(element: ElementNode) -> bool:
    return (
        element.hasattr("hidden")
        or element.getattr("aria-hidden") == "true"
        or "display:none" in (element.getattr("style") or "").replace(" ", "")
    )


def _unwanted(element: ElementNode, name: str, root: ElementNode) -> bool:
    """Tell whether an element is a menu, banner, list of links, comment section or hidden."""
    if not element.attribute_names:
        return name in ("ul", "ol") and _links_only(element)
    if _hidden(element) or element.getattr("role") in _SKIPPED_ROLES:
        return not _holds_article(element, root)
    names = _names(element)
    if names and _JUNK.search(names):
        return not _holds_article(element, root)
    return name in ("ul", "ol") and _links_only(element)


def _holds_article(element: ElementNode, root: ElementNode) -> bool:
    if element.query_selector("h1") is not None:
        return True
    if _COMMENTS.search(_names(element)):
        return False
    if element.query_selector("article, main, [itemprop=articleBody]") is not None:
        return True
    inside = sum(len(p.text or "") for p in element.get_elements_by_tag_name("p").values())
    return inside > 200 and inside > 0.6 * _paragraphs(root)


def _links_only(element: ElementNode) -> bool:
    """Tell whether a list is nothing but links (a menu, or items to read next)."""
    links = element.get_elements_by_tag_name("a").values()
    if len(links) < 2:
        return False
    return sum(len(link.text or "") for link in links) > 0.85 * len(_SPACE.sub(" ", element.text or "").strip())


def _kind(element: ElementNode, name: str) -> ZoneKind | None:
    if name == "h1":
        return ZoneKind.TITLE
    if name in ("figcaption", "caption"):
        return ZoneKind.CAPTION
    names = _names(element)
    if not names or name in ("article", "main", "section", "body"):
        return None
    if _CAPTION.search(names):
        return ZoneKind.CAPTION
    return ZoneKind.BYLINE if _BYLINE.search(names) and len(element.text or "") <= _BYLINE_LIMIT else None


# ---- what the page says about itself


def meta(tree: HTMLTree, name: str) -> str | None:
    """Return the content of the first meta tag of a name or property; None where none has any."""
    document = tree.document
    if document is None:
        return None
    for attribute in ("property", "name", "itemprop"):
        found = document.query_selector(f'meta[{attribute}="{name}"]')
        if found is not None and (content := _words(found.getattr("content"))) is not None:
            return content
    return None


def _words(value: object) -> str | None:
    if not isinstance(value, str):
        return None
    return _SPACE.sub(" ", value).strip() or None


def _headline(tree: HTMLTree, linked: dict[str, object]) -> str | None:
    heading = _main_heading(tree)
    if heading is not None and (words := _words(heading.text)) is not None:
        return words
    named = meta(tree, "og:title") or _words(linked.get("headline"))
    if named is not None:
        return named
    title = _words(tree.title)
    return None if title is None else _SITE_CUT.sub("", title)


def _language(tree: HTMLTree) -> str | None:
    document = tree.document
    root = None if document is None else document.document_element
    value = None if root is None else root.getattr("lang") or root.getattr("xml:lang")
    match = None if value is None else re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*", value.strip())
    return None if match is None else match.group().replace("_", "-")


def _source(tree: HTMLTree, linked: dict[str, object]) -> str | None:
    publisher = linked.get("publisher")
    named = _words(publisher.get("name")) if isinstance(publisher, dict) else None
    return meta(tree, "og:site_name") or named


def _address(tree: HTMLTree) -> str | None:
    document = tree.document
    link = None if document is None else document.query_selector('link[rel="canonical"]')
    value = (None if link is None else link.getattr("href")) or meta(tree, "og:url")
    return value if value is not None and urlsplit(value).scheme in ("http", "https") else None


def _linked_data(tree: HTMLTree) -> dict[str, object]:
    """Return the JSON-LD object that describes the article, empty where there is none."""
    document = tree.document
    best: dict[str, object] = {}
    for script in () if document is None else document.query_selector_all(_LINKED).values():
        try:
            value: object = json.loads(script.text or "")
        except ValueError:
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
