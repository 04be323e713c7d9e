"""The article of a parsed page as lines: what is menu, banner, list of links or comment is left out.

The parser mends the markup and writes it out again in one canonical form. That form is cut into tags here,
once, and everything that is asked of an element (how long its paragraphs are, whether it holds a headline)
is a difference of two running sums: a page costs a few passes over its tags, however it is nested.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from resiliparse.parse.html import HTMLTree

from harmtrace.records.text import ZoneKind


def _set_of(names: str) -> frozenset[str]:
    return frozenset(names.split())


# Dropped before the page is written out: what none of it can be the article.
_DROPPED = (
    "script, style, noscript, template, nav, footer, aside, button, select, option, input, textarea, label, iframe, "
    "svg, object, embed, audio, video, canvas, dialog, menu, head, link, meta, noembed, noframes, xmp, plaintext"
)
# Readers' comments by the names that most pages give them; dropped too, where no headline stands in them.
_TOLD = "#comments, .comments, .commentlist"
_VOID = _set_of("area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr")
_BLOCKS = _set_of(
    "p div section article main header h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre figure figcaption table "
    "tbody thead tfoot tr caption address center hr details summary body fieldset form"
)
_HEADINGS = _set_of("h2 h3 h4 h5 h6")
_NOT_KIND = _set_of("article main section body")
_ROLES = _set_of("navigation dialog alertdialog banner contentinfo complementary search menu menubar")
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
_ROOT_CLASSES = _set_of("article-body article-content entry-content post-content post-body story-body")
_ROOT_IDS = _set_of("content main")
# The parser writes attributes as ` name="value"` with quotes in values escaped; names hold no space, `>` or `/`.
_TAG = re.compile(r"<!--.*?(?:-->|\Z)|<(/?)([a-zA-Z][^\s/>]*)((?:\s[^\s>][^\s=>]*(?:=\"[^\"]*\")?)*)\s*>", re.DOTALL)
_ATTRIBUTE = re.compile(r"\s(class|id|role|style|aria-hidden|hidden|itemprop)=\"([^\"]*)\"")
_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_BYLINE_LIMIT = 200
_SHORT = 200
_BREAK = "\0"  # a parsed page holds no NUL


@dataclass(slots=True)
class Block:
    """One line of a page, and what the markup says it is."""

    text: str
    kind: ZoneKind | None
    why: str
    heading: bool = False


class _Element:
    """An element of the page: where it opens and ends among the pieces, and what had been summed up there."""

    __slots__ = ("about", "ends", "name", "names", "parent", "starts", "until")

    def __init__(self, name: str, about: dict[str, str], parent: "_Element | None") -> None:
        self.name = name
        self.about = about
        self.names = f"{about.get('class', '')} {about.get('id', '')}".strip() if about else ""
        self.parent = parent
        self.starts = self.ends = _ZERO
        self.until = 0

    def sum(self, what: int) -> int:
        """Return how much of something the element holds."""
        return self.ends[what] - self.starts[what]


# What is summed: characters, those in paragraphs (of any part; of no comment), those of links, links, headlines,
# parts marked as the article. Only elements that something may be asked of keep the sums.
_TEXT, _ANY, _PARAGRAPHS, _LINKED, _LINKS, _HEADLINES, _ARTICLES = range(7)
_ZERO = (0,) * 7
_ASKED = _set_of("body ul ol form article main h1")
_NOTHING: dict[str, str] = {}


class Article:
    """A page cut into tags and pieces of text, and where its article stands."""

    def __init__(self, tree: HTMLTree) -> None:
        document, body = tree.document, tree.body
        if document is not None:
            for element in document.query_selector_all(_DROPPED).values():
                element.decompose()
            for element in document.query_selector_all(_TOLD).values():
                if element.query_selector("h1") is None:
                    element.decompose()
        self._parts: list[str] = [] if body is None else _TAG.split(body.html)
        self._opened: dict[int, _Element] = {}
        self._headings: list[_Element] = []
        self._roots: list[_Element] = []
        self._body = self._cut()

    def blocks(self) -> list[Block]:
        """Return the lines of the article, headline included where it stands on the page."""
        if self._body is None:
            return []
        root = self._root(self._body)
        blocks = list(self._lines(root))
        if root is not self._body and sum(len(block.text) for block in blocks) < _SHORT:
            wider = list(self._lines(self._body))
            if sum(len(one.text) for one in wider) > 2 * sum(len(one.text) for one in blocks):
                return wider
        return blocks

    def headline(self) -> str | None:
        """Return the words of the page's main heading; None where it has none, or several."""
        heading = self._main_heading()
        if heading is None:
            return None
        at = next(at for at, one in self._opened.items() if one is heading)
        return _SPACE.sub(" ", _plain("".join(self._parts[at + 3 : heading.until : 4]))).strip() or None

    # ---- one pass over the tags

    def _cut(self) -> _Element | None:
        """Find where each element ends and what it holds; return the body.

        Longer than most functions, and one loop over local names: it runs for every tag of every page.
        """
        parts, opened = self._parts, self._opened
        stack: list[_Element] = []
        body: _Element | None = None
        paragraphs = links = comments = 0  # how many are open
        text = any_text = own_text = linked = many_links = headlines = articles = 0
        known: dict[str, dict[str, str]] = {"": _NOTHING}
        for at in range(1, len(parts), 4):
            name = parts[at + 1]
            if name is None or name in _VOID:
                pass
            elif not parts[at]:
                attributes = parts[at + 2]
                about = known.get(attributes)
                if about is None:
                    about = known[attributes] = dict(_ATTRIBUTE.findall(attributes))
                opened[at] = element = _Element(name, about, stack[-1] if stack else None)
                stack.append(element)
                if about or name in _ASKED:
                    element.starts = (text, any_text, own_text, linked, many_links, headlines, articles)
                    body = body or element
                    comments += _is_comments(element)
                    if name == "h1":
                        self._headings.append(element)
                        headlines += 1
                    articles += name in ("article", "main") or about.get("itemprop") == "articleBody"
                    if _is_root(element):
                        self._roots.append(element)
                if name == "p":
                    paragraphs += 1
                elif name == "a":
                    links += 1
                    many_links += 1
            elif stack:
                element = stack.pop()
                element.until = at
                if element.about or name in _ASKED:
                    element.ends = (text, any_text, own_text, linked, many_links, headlines, articles)
                    comments -= _is_comments(element)
                paragraphs -= name == "p"
                links -= name == "a"
            if size := len(parts[at + 3].strip()):
                text += size
                if paragraphs:
                    any_text += size
                    if not comments:
                        own_text += size
                if links:
                    linked += size
        return body

    # ---- where the article stands

    def _root(self, body: _Element) -> _Element:
        """Return the smallest part of the page that holds the headline and most of the paragraphs."""
        best, most = body, 0
        for element in self._roots:
            if element.sum(_PARAGRAPHS) > 1.1 * most and not _in_comments(element):
                best, most = element, element.sum(_PARAGRAPHS)
        if most == 0 or most < 0.4 * body.sum(_PARAGRAPHS):
            return body
        heading = self._main_heading()
        while heading is not None and not _within(heading, best):
            if best.parent is None:
                break
            best = best.parent
        return best

    def _main_heading(self) -> _Element | None:
        found = [heading for heading in self._headings if not _in_comments(heading)]
        if len(found) == 1:
            return found[0]
        return next((one for one in found if _inside(one, ("article", "main"))), None)

    # ---- from tags to lines

    def _lines(self, root: _Element) -> Iterator[Block]:
        """Yield the lines below an element in order, with what the markup says they are."""
        parts = self._parts
        at = next(at for at, one in self._opened.items() if one is root)
        pieces: list[str] = [parts[at + 3]]
        state: list[tuple[ZoneKind | None, bool]] = [(None, False)]
        kind, heading = state[0]
        at += 4
        while at < root.until:
            name = parts[at + 1]
            if name is None:
                pass
            elif parts[at]:
                if name in _BLOCKS:
                    yield from flushed(pieces, kind, heading=heading)
                    pieces.clear()
                    state.pop()
                    kind, heading = state[-1]
                elif name in ("td", "th"):
                    pieces.append("; ")
            elif name == "br":
                pieces.append(_BREAK)
            elif name == "hr":
                yield from flushed(pieces, kind, heading=heading)
                pieces.clear()
            elif name not in _VOID:
                element = self._opened[at]
                if self._unwanted(element, root):
                    at = element.until
                    pieces.append(parts[at + 3])
                    at += 4
                    continue
                if name == "pre":
                    yield from flushed(pieces, kind, heading=heading)
                    pieces.clear()
                    yield from flushed(["".join(parts[at + 3 : element.until : 4]).replace("\n", _BREAK)], kind)
                    at = element.until
                    pieces.append(parts[at + 3])
                    at += 4
                    continue
                if name in _BLOCKS:
                    yield from flushed(pieces, kind, heading=heading)
                    pieces.clear()
                    kind, heading = kind or _kind(element), heading or name in _HEADINGS
                    state.append((kind, heading))
            if text := parts[at + 3]:
                pieces.append(text)
            at += 4
        yield from flushed(pieces, kind, heading=heading)

    def _unwanted(self, element: _Element, root: _Element) -> bool:
        """Tell whether an element is a menu, banner, list of links, comment section or hidden."""
        about = element.about
        if about:
            junk = (
                _hidden(about)
                or about.get("role") in _ROLES
                or (bool(element.names) and _JUNK.search(element.names) is not None)
            )
            if junk:
                return not _holds_article(element, root)
        if element.name == "form":
            return not _holds_article(element, root)
        return element.name in ("ul", "ol") and _links_only(element)


def flushed(pieces: list[str], kind: ZoneKind | None, *, heading: bool = False) -> Iterator[Block]:
    """Yield the lines of some pieces of text: spaces run together, empty ones left out."""
    for line in _plain("".join(pieces)).split(_BREAK):
        text = _SPACE.sub(" ", line).strip(" ;\xa0\u200b")
        if text:
            known = None if kind is ZoneKind.BYLINE and len(text) > _BYLINE_LIMIT else kind
            yield Block(text, known, "" if known is None else f"marked up as {known.value}", heading)


def _plain(text: str) -> str:
    """Return text as the parser wrote it, with its four escapes undone."""
    if "&" not in text:
        return text
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&nbsp;", "\xa0").replace("&amp;", "&")


def _is_comments(element: _Element) -> bool:
    return bool(element.names) and _COMMENTS.search(element.names) is not None


def _is_root(element: _Element) -> bool:
    about = element.about
    return (
        element.name in ("article", "main")
        or about.get("role") in ("main", "article")
        or about.get("itemprop") == "articleBody"
        or about.get("id") in _ROOT_IDS
        or ("class" in about and not _ROOT_CLASSES.isdisjoint(about["class"].split()))
    )


def _in_comments(element: _Element) -> bool:
    """Tell whether one of the nearest elements around is a comment section without a headline."""
    at: _Element | None = element
    for _ in range(4):
        if at is None or at.name == "body":
            return False
        if at.name != "h1" and _is_comments(at) and not at.sum(_HEADLINES):
            return True
        at = at.parent
    return False


def _within(element: _Element, outer: _Element) -> bool:
    at: _Element | None = element
    while at is not None and at is not outer:
        at = at.parent
    return at is not None


def _inside(element: _Element, names: tuple[str, ...]) -> bool:
    at: _Element | None = element
    while at is not None and at.name not in names:
        at = at.parent
    return at is not None


def _hidden(about: dict[str, str]) -> bool:
    return (
        "hidden" in about
        or about.get("aria-hidden") == "true"
        or "display:none" in about.get("style", "").replace(" ", "").lower()
    )


def _holds_article(element: _Element, root: _Element) -> bool:
    if element.sum(_HEADLINES):
        return True
    if _is_comments(element):
        return False
    if element.sum(_ARTICLES):
        return True
    inside = element.sum(_ANY)
    return inside > _SHORT and inside > 0.6 * root.sum(_PARAGRAPHS)


def _links_only(element: _Element) -> bool:
    """Tell whether a list is nothing but links (a menu, or items to read next)."""
    return element.sum(_LINKS) >= 2 and element.sum(_LINKED) > 0.85 * element.sum(_TEXT)


def _kind(element: _Element) -> ZoneKind | None:
    if element.name == "h1":
        return ZoneKind.TITLE
    if element.name in ("figcaption", "caption"):
        return ZoneKind.CAPTION
    names = element.names
    if not names or element.name in _NOT_KIND:
        return None
    if _CAPTION.search(names):
        return ZoneKind.CAPTION
    return ZoneKind.BYLINE if element.sum(_TEXT) <= _BYLINE_LIMIT and _BYLINE.search(names) else None
