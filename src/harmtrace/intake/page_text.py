"""The article of a parsed page as lines: what is menu, banner, list of links or comment is left out.

The parser mends the markup and writes it out again in one canonical form. That form is cut into tags here,
once, and everything that is asked of an element (how long its paragraphs are, whether it holds a headline)
is a difference of two running sums: a page costs a few passes over its tags, however it is nested.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from resiliparse.parse.html import HTMLTree

from harmtrace.records.text import ZoneKind


def _set_of(names: str) -> frozenset[str]:
    return frozenset(names.split())


# Dropped before the body is written out: what none of it can be the article.
_DROPPED = (
    "script, style, noscript, template, nav, footer, aside, button, select, option, input, textarea, label, iframe, "
    "svg, object, embed, audio, video, canvas, dialog, menu, link, meta, noembed, noframes, xmp, plaintext"
)
# Readers' comments by the names that most pages give them; dropped too, where no headline stands in them.
_TOLD = "#comments, .comments, .commentlist"
_VOID = _set_of("area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr")
_BLOCKS = _set_of(
    "p div section article main header h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre figure figcaption table "
    "tbody thead tfoot tr caption address center hr details summary body fieldset form"
)
# Struck out by the author: no longer what the page says.
_STRUCK = _set_of("del s strike")
# A raised number is a footnote's mark or a power, and never a digit of the number before it.
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
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
# The parser writes attributes as ` name="value"` with quotes in values escaped; names hold no space of HTML (a
# vertical tab is none) and no `>`. It ends every tag; not to insist on it keeps the pattern's
# time in proportion to the text.
_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(/?)([a-zA-Z][^ \t\n\f\r/>]*)((?: [^ \t\n\f\r>][^ \t\n\f\r=>]*(?:=\"[^\"]*\")?)*)>?",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r" (class|id|role|style|aria-hidden|hidden|itemprop)=\"([^\"]*)\"")
_SPACE = re.compile(r"[ \t\r\n\f\v]{2,}|[\t\r\n\f\v]")  # what one blank is put for; a single one may stay
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


class _Marks:
    """What the attributes of an element say of it, whatever its name."""

    __slots__ = ("about", "article", "comments", "junk", "names", "root")

    def __init__(self, attributes: str) -> None:
        self.about = about = dict(_ATTRIBUTE.findall(attributes))
        self.names = names = f"{about.get('class', '')} {about.get('id', '')}".strip()
        self.comments = bool(names) and _COMMENTS.search(names) is not None
        self.article = about.get("itemprop") == "articleBody"
        self.root = (
            self.article
            or about.get("role") in ("main", "article")
            or about.get("id") in _ROOT_IDS
            or ("class" in about and not _ROOT_CLASSES.isdisjoint(about["class"].split()))
        )
        self.junk: bool | None = None  # asked of few elements, so found when asked

    def unwanted(self) -> bool:
        """Tell whether they name a menu, a banner, comments and the like, or hide the element."""
        if self.junk is None:
            self.junk = (
                _hidden(self.about)
                or self.about.get("role") in _ROLES
                or (bool(self.names) and _JUNK.search(self.names) is not None)
            )
        return self.junk


_PLAIN = _Marks("")
_ATTRIBUTES_LIMIT = 400
# The pages of one publisher say the same thousands of times.
_kept = lru_cache(maxsize=4096)(_Marks)


def _marks(attributes: str) -> _Marks:
    return _kept(attributes) if len(attributes) <= _ATTRIBUTES_LIMIT else _Marks(attributes)


class _Element:
    """An element of the page: where it opens and ends among the tags, and what had been summed up there."""

    __slots__ = ("at", "ends", "marks", "name", "parent", "starts", "until")

    def __init__(self, at: int, name: str, marks: _Marks, parent: "_Element | None") -> None:
        self.at = at
        self.name = name
        self.marks = marks
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


class Article:
    """A page cut into tags and pieces of text, and where its article stands."""

    def __init__(self, tree: HTMLTree) -> None:
        body = tree.body
        if body is not None:
            for element in body.query_selector_all(_DROPPED).values():
                element.decompose()
            for element in body.query_selector_all(_TOLD).values():
                if element.query_selector("h1") is None:
                    element.decompose()
        parts: list[str] = [] if body is None else _TAG.split(body.html)
        # Of each tag: what marks it as an end, its name (None: a comment), its attributes, and the text behind it.
        self._closes, self._names, self._attributes, self._after = (parts[start::4] for start in range(1, 5))
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
        return _SPACE.sub(" ", _plain("".join(self._after[heading.at : heading.until]))).strip() or None

    # ---- one pass over the tags

    def _cut(self) -> _Element | None:
        """Find where each element ends and what it holds; return the body. Long, since it runs for every tag."""
        opened = self._opened
        stack: list[_Element] = []
        body: _Element | None = None
        paragraphs = links = comments = 0  # how many are open
        text = any_text = own_text = linked = many_links = headlines = articles = 0
        known: dict[str, _Marks] = {"": _PLAIN}
        tags = zip(self._closes, self._names, self._attributes, self._after, strict=True)
        for at, (closes, name, attributes, after) in enumerate(tags):
            if name is None or name in _VOID:
                pass
            elif not closes:
                marks = known.get(attributes)
                if marks is None:
                    marks = known[attributes] = _marks(attributes)
                opened[at] = element = _Element(at, name, marks, stack[-1] if stack else None)
                stack.append(element)
                if marks.about or name in _ASKED:
                    element.starts = (text, any_text, own_text, linked, many_links, headlines, articles)
                    body = body or element
                    comments += marks.comments
                    if name == "h1":
                        self._headings.append(element)
                        headlines += 1
                    article = name in ("article", "main")
                    articles += article or marks.article
                    if article or marks.root:
                        self._roots.append(element)
                if name == "p":
                    paragraphs += 1
                elif name == "a":
                    links += 1
                    many_links += 1
            elif stack:
                element = stack.pop()
                element.until = at
                if element.marks.about or name in _ASKED:
                    element.ends = (text, any_text, own_text, linked, many_links, headlines, articles)
                    comments -= element.marks.comments
                if name == "p":
                    paragraphs -= 1
                elif name == "a":
                    links -= 1
            if after and (size := len(after.strip())):
                text += size
                if paragraphs:
                    any_text += size
                    if not comments:
                        own_text += size
                if links:
                    linked += size
        for element in stack:
            element.until = len(self._names)
            element.ends = (text, any_text, own_text, linked, many_links, headlines, articles)
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
        after, names, closes = self._after, self._names, self._closes
        pieces: list[str] = [after[root.at]]
        state: list[tuple[ZoneKind | None, bool]] = [(None, False)]
        kind, heading = state[0]
        at, until = root.at + 1, root.until
        while at < until:
            name = names[at]
            if name is None:
                pass
            elif closes[at]:
                if name in _BLOCKS:
                    yield from flushed(pieces, kind, heading=heading)
                    pieces.clear()
                    if len(state) > 1:
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
                if name in _STRUCK or self._unwanted(element, root):
                    at = element.until
                elif name == "sup" and (raised := "".join(after[at : element.until]).strip()).isdecimal():
                    pieces.append(raised.translate(_RAISED))
                    at = element.until
                elif name == "pre":
                    yield from flushed(pieces, kind, heading=heading)
                    pieces.clear()
                    yield from flushed(["".join(after[at : element.until]).replace("\n", _BREAK)], kind)
                    at = element.until
                elif name in _BLOCKS:
                    yield from flushed(pieces, kind, heading=heading)
                    pieces.clear()
                    kind, heading = kind or _kind(element), heading or name in _HEADINGS
                    state.append((kind, heading))
            if text := after[at]:
                pieces.append(text)
            at += 1
        yield from flushed(pieces, kind, heading=heading)

    def _unwanted(self, element: _Element, root: _Element) -> bool:
        """Tell whether an element is a menu, banner, list of links, comment section or hidden."""
        if element.marks.about and element.marks.unwanted():
            return not _holds_article(element, root)
        if element.name == "form":
            return not _holds_article(element, root)
        return element.name in ("ul", "ol") and _links_only(element)


def flushed(pieces: list[str], kind: ZoneKind | None, *, heading: bool = False) -> Iterator[Block]:
    """Yield the lines of some pieces of text: spaces run together, empty ones left out."""
    if not pieces:
        return
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


def _in_comments(element: _Element) -> bool:
    """Tell whether one of the nearest elements around is a comment section without a headline."""
    at: _Element | None = element
    for _ in range(4):
        if at is None or at.name == "body":
            return False
        if at.name != "h1" and at.marks.comments and not at.sum(_HEADLINES):
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
    if element.marks.comments:
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
    names = element.marks.names
    if not names or element.name in _NOT_KIND:
        return None
    if _CAPTION.search(names):
        return ZoneKind.CAPTION
    return ZoneKind.BYLINE if element.sum(_TEXT) <= _BYLINE_LIMIT and _BYLINE.search(names) else None
