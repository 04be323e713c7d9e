"""The article of a parsed page as lines: what is menu, banner, list of links or comment is left out.

The parser mends the markup and writes it out again in one canonical form. That form is cut into tags here,
once, and everything that is asked of an element (how long its paragraphs are, whether it holds a headline)
is a difference of two running sums: a page costs a few passes over its tags, however it is nested.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from resiliparse.parse.html import HTMLTree

from harmtrace.records.text import ZoneKind


def _set_of(names: str) -> frozenset[str]:
    return frozenset(names.split())


# Dropped before the body is written out: what none of it can be the article. Name by name, which is faster than by a
# selector; first what holds much of the rest.
_DROPPED = (
    "nav footer aside dialog menu svg select script style noscript template button option input textarea label iframe "
    "object embed audio video canvas link meta noembed noframes xmp plaintext"
).split()
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
# Elements that something may be asked of, whatever their attributes say.
_ASKED = _set_of("body ul ol form article main h1")
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
    r"|<(/?[a-zA-Z][^ \t\n\f\r/>]*(?: [^ \t\n\f\r>][^ \t\n\f\r=>]*(?:=\"[^\"]*\")?)*)>?",
    re.DOTALL,
)
# What a tag without `<` or `>` in its attributes is between its brackets: most pages hold no other, and are cut there.
_WRITTEN = re.compile(r"/?[a-zA-Z][^ \t\n\f\r/<>\"]*(?: [^ \t\n\f\r<>\"][^ \t\n\f\r=<>\"]*=\"[^\"<>]*\")*")
_ATTRIBUTE = re.compile(r" (class|id|role|style|aria-hidden|hidden|itemprop)=\"([^\"]*)\"")
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
_COMMENT = "!----"


class _Tag:
    """What stands between the brackets of a tag: whether it ends an element, its name, what its attributes say."""

    __slots__ = ("article", "asked", "closes", "empty", "marks", "name", "whole")

    def __init__(self, written: str) -> None:
        self.closes = written.startswith("/")
        self.name = name = written[self.closes :].partition(" ")[0]
        attributes = written[self.closes + len(name) :]
        comment = written.startswith("!--") and written.endswith("--") and len(written) >= len(_COMMENT)
        self.marks = marks = _Marks(attributes) if attributes and not comment else _PLAIN
        self.empty = comment or name in _VOID  # nothing stands in it
        self.article = name in ("article", "main")
        self.asked = bool(marks.about) or name in _ASKED
        self.whole = comment or _WRITTEN.fullmatch(written) is not None


# The pages of one publisher say the same thousands of times.
_kept = lru_cache(maxsize=4096)(_Tag)


class _Tags(dict[str, _Tag]):
    """The tags of one page, by what stands between their brackets."""

    def __missing__(self, written: str) -> _Tag:
        short = len(written) <= _ATTRIBUTES_LIMIT and not written.startswith("!")
        tag = self[written] = _kept(written) if short else _Tag(written)
        return tag


def _tags(html: str) -> tuple[Sequence[_Tag], Sequence[str]]:
    """Return the tags of a page as the parser wrote it, and behind each the text that follows it."""
    known = _Tags()
    pieces = [piece.partition(">") for piece in html.split("<")[1:]]
    if pieces:
        inner, ends, after = zip(*pieces, strict=True)
        tags = [known[written] for written in inner]
        if "" not in ends and all(tag.whole for tag in known.values()):
            return tags, after
    parts = _TAG.split(html)
    return [known[_COMMENT if written is None else written] for written in parts[1::2]], parts[2::2]


class _Element:
    """An element of the page: where it opens and ends among the tags, and what had been summed up there."""

    __slots__ = ("at", "ends", "parent", "starts", "tag", "until")

    def __init__(self, at: int, tag: _Tag, parent: "_Element | None") -> None:
        self.at = at
        self.tag = tag
        self.parent = parent
        self.starts = self.ends = _ZERO
        self.until = 0

    @property
    def name(self) -> str:
        """Return its name."""
        return self.tag.name

    @property
    def marks(self) -> _Marks:
        """Return what its attributes say."""
        return self.tag.marks

    def sum(self, what: int) -> int:
        """Return how much of something the element holds."""
        return self.ends[what] - self.starts[what]


# What is summed: characters, those in paragraphs (of any part; of no comment), those of links, links, headlines,
# parts marked as the article. Only elements that something may be asked of keep the sums.
_TEXT, _ANY, _PARAGRAPHS, _LINKED, _LINKS, _HEADLINES, _ARTICLES = range(7)
_ZERO = (0,) * 7


class Article:
    """A page cut into tags and pieces of text, and where its article stands."""

    def __init__(self, tree: HTMLTree) -> None:
        body = tree.body
        if body is not None:
            for name in _DROPPED:
                for element in body.get_elements_by_tag_name(name).values():
                    element.decompose()
            for element in body.query_selector_all(_TOLD).values():
                if element.query_selector("h1") is None:
                    element.decompose()
        self._tags, self._after = _tags("" if body is None else body.html)
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
        return blanked(_plain("".join(self._after[heading.at : heading.until]))).strip() or None

    # ---- one pass over the tags

    def _cut(self) -> _Element | None:
        """Find where each element ends and what it holds; return the body. Long, since it runs for every tag."""
        opened = self._opened
        stack: list[_Element] = []
        body: _Element | None = None
        paragraphs = links = comments = 0  # how many are open
        text = any_text = own_text = linked = many_links = headlines = articles = 0
        for at, (tag, after) in enumerate(zip(self._tags, self._after, strict=True)):
            if tag.closes:
                if stack:
                    element = stack.pop()
                    element.until = at
                    if element.tag.asked:
                        element.ends = (text, any_text, own_text, linked, many_links, headlines, articles)
                        comments -= element.tag.marks.comments
                    if tag.name == "p":
                        paragraphs -= 1
                    elif tag.name == "a":
                        links -= 1
            elif not tag.empty:
                name = tag.name
                opened[at] = element = _Element(at, tag, stack[-1] if stack else None)
                stack.append(element)
                if tag.asked:
                    element.starts = (text, any_text, own_text, linked, many_links, headlines, articles)
                    body = body or element
                    comments += tag.marks.comments
                    if name == "h1":
                        self._headings.append(element)
                        headlines += 1
                    articles += tag.article or tag.marks.article
                    if tag.article or tag.marks.root:
                        self._roots.append(element)
                if name == "p":
                    paragraphs += 1
                elif name == "a":
                    links += 1
                    many_links += 1
            if after and (size := len(after.strip())):
                text += size
                if paragraphs:
                    any_text += size
                    if not comments:
                        own_text += size
                if links:
                    linked += size
        for element in stack:
            element.until = len(self._tags)
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
        after, tags = self._after, self._tags
        pieces: list[str] = [after[root.at]]
        state: list[tuple[ZoneKind | None, bool]] = [(None, False)]
        kind, heading = state[0]
        at, until = root.at + 1, root.until
        while at < until:
            tag = tags[at]
            name = tag.name
            if tag.closes:
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
            elif not tag.empty:
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
        text = blanked(line).strip(" ;\xa0\u200b")
        if text:
            known = None if kind is ZoneKind.BYLINE and len(text) > _BYLINE_LIMIT else kind
            yield Block(text, known, "" if known is None else f"marked up as {known.value}", heading)


def blanked(text: str) -> str:
    r"""Return text with one blank for each run of blanks and line ends; other spaces stay.

    >>> blanked("two \t\r\n people\xa0 died")
    'two people\xa0 died'
    """
    for blank in "\n\t\r\f\v":
        if blank in text:
            text = text.replace(blank, " ")
    while "  " in text:
        text = text.replace("  ", " ")
    return text


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
