"""Line-level cleaning: marks what on a flattened page is menu, caption, title or comment.

Nothing is deleted. Each line is judged by itself first (stop-lines, counters, players,
menus, picture credits, icon names run together), then by its neighbours (repeated lines,
lists under "Most read", reader comments, the headline). What stays unmarked is body.
"""

import re

from harmtrace.language.zone_lines import DATE, DIGIT, HARM, JUNK_KINDS, STOPS, alone
from harmtrace.language.zone_tables import COMMENT_HEADS
from harmtrace.records.text import Zone, ZoneKind

_BODY_CHARS = 60
_LONG = 220
_ADDED = 40
_NEAR = 20_000
_HEADS_TRIED = 20


class _Line:
    """One line with its place in the text and what it was found to be."""

    __slots__ = ("kind", "opens", "start", "text", "why")

    def __init__(self, start: int, text: str) -> None:
        self.start = start
        self.text = text
        self.kind: ZoneKind | None = None
        self.why = ""
        self.opens = False

    def mark(self, kind: ZoneKind, why: str) -> None:
        self.kind = kind
        self.why = why

    @property
    def prose(self) -> bool:
        """Tell whether it reads as running text."""
        return self.kind is None and len(self.text) >= _BODY_CHARS and self.text[-1] in STOPS


def mark(text: str, *, language: str | None = None, title: str | None = None) -> tuple[Zone, ...]:
    r"""Return the stretches of a text that are no body, in order, not overlapping.

    ``language`` is a hint only: the stop-lines of every language known are looked up.
    ``title`` is the headline where it is known; a line that equals it is the title.

    >>> for zone in mark("Share · Tweet · Print\nShells hit a school\nFour people died on Monday when shells hit a "
    ...                  "school, the mayor said."):
    ...     print(zone.start, zone.end, zone.kind.value)
    0 21 menu
    22 41 title
    """
    flat = text if "\r" not in text and "\u2028" not in text else text.replace("\r", "\n").replace("\u2028", "\n")
    lines = _split(flat)
    for line in lines:
        if line.kind is not None:
            continue
        if len(line.text) > _LONG and line.text[-1] == "." and line.text[0] != "(":
            continue
        found = alone(line.text)
        if found is not None:
            line.kind, line.why, line.opens = found
    if len(lines) > 1 or title is not None:
        _mark_repeats(lines, flat)
        _mark_comments(lines)
        _mark_replies(lines)
        _mark_lists(lines)
        _mark_head(lines, title)
        _mark_between(lines)
    return tuple(
        Zone(start=line.start, end=line.start + len(line.text), kind=line.kind, why=line.why)
        for line in lines
        if line.kind is not None
    )


_ICON_RUN = re.compile(r"(?:icon [a-z][a-z -]{0,30}?){8,}(?:icon)?[a-z -]*")


_REACTIONS = ("All reactions:", "كل التفاعلات:")
_GLUED = re.compile("|".join(map(re.escape, _REACTIONS)))


def _split(flat: str) -> list[_Line]:
    lines: list[_Line] = []
    at = 0
    # Few texts hold either: asked of the whole text once, not of each line.
    icons, reactions = "icon " in flat, any(words in flat for words in _REACTIONS)
    for raw in flat.split("\n"):
        stripped = raw.strip()
        if stripped:
            start = at + (0 if raw[0] == stripped[0] else len(raw) - len(raw.lstrip()))
            if icons and "icon " in stripped:
                lines.extend(_cut(start, stripped))
            elif reactions and (glued := _GLUED.search(stripped)) is not None and glued.start() > 20:
                lines.append(_Line(start, stripped[: glued.start()].rstrip()))
                lines.append(_Line(start + glued.start(), stripped[glued.start() :]))
                lines[-1].mark(ZoneKind.COMMENT, "reactions and comments glued to a post")
            else:
                lines.append(_Line(start, stripped))
        at += len(raw) + 1
    return lines


def _cut(start: int, line: str) -> list[_Line]:
    """Cut a run of icon names off the paragraph that it is glued to."""
    if (run := _ICON_RUN.search(line)) is None:
        return [_Line(start, line)]
    pieces = []
    for first, last in ((0, run.start()), (run.start(), run.end()), (run.end(), len(line))):
        piece = line[first:last].strip()
        if piece:
            pieces.append(_Line(start + line.index(piece, first), piece))
    return pieces


# ---- lines beside each other


def _mark_repeats(lines: list[_Line], flat: str) -> None:
    seen: dict[str, int] = {}
    last = ""
    for index, line in enumerate(lines):
        words = line.text
        size = len(words)
        if size >= 15 and (line.kind is None or line.kind is ZoneKind.CAPTION):
            before = seen.setdefault(words, index)
            if before != index and (before == index - 1 or size >= _BODY_CHARS):
                line.mark(ZoneKind.REPEAT, "the same line stands above")
            elif size >= 40 and last[:40] == words[:40] and _nearly(last, words):
                line.mark(ZoneKind.REPEAT, "nearly the same line stands above")
            elif 40 <= size <= 140 and index and line.kind is None and _elsewhere(line, flat):
                line.mark(ZoneKind.REPEAT, "the same words stand in another line")
        last = words


def _nearly(a: str, b: str) -> bool:
    return (
        abs(len(a) - len(b)) < 0.15 * len(b) and a[-15:] == b[-15:] and re.findall(r"\d+", a) == re.findall(r"\d+", b)
    )


def _elsewhere(line: _Line, flat: str) -> bool:
    """Tell whether the line's words stand near by as well, whole ("2 dead" is not in "12 dead").

    Where they stand below as a line of their own, that line is the repeat and this one is kept: one of them must be.
    """
    words = line.text
    end = line.start + len(words)
    if _whole(flat, flat.find(words, max(0, line.start - _NEAR), end - 1), len(words)):
        return True
    below = flat.find(words, end, end + _NEAR)
    return _whole(flat, below, len(words)) and not _line_of_its_own(flat, below, below + len(words))


def _line_of_its_own(flat: str, start: int, end: int) -> bool:
    """Tell whether nothing but blanks stands beside a stretch in its line."""
    first, last = flat.rfind("\n", 0, start) + 1, flat.find("\n", end)
    return not flat[first:start].strip() and not flat[end : last if last >= 0 else len(flat)].strip()


def _whole(flat: str, start: int, size: int) -> bool:
    if start < 0:
        return False
    before = flat[start - 1] if start else " "
    after = flat[start + size] if start + size < len(flat) else " "
    return not (before.isalnum() or before in ".,٫٬" or after.isalnum())


_COMMENT_HEAD = re.compile(
    rf"(?:\d[\d,.]{{0,20}}\s{{1,20}})?(?:{'|'.join(re.escape(head) for head in sorted(COMMENT_HEADS, key=len, reverse=True))})"
    r"(?:\s{0,20}[:(\[]?\s{0,20}\d[\d,.]{0,20}\s{0,20}[)\]]?)?\W*",
    re.IGNORECASE,
)
_COMMENT_HINT = re.compile(r"omment|repl|respon|iscussion|onversation|تعليق|الردود|صلة|relevant", re.IGNORECASE)
_COMMENT = re.compile(
    r".{1,40}?(?:\d{1,20}\s{0,20}(?:m|min|minute|hr|h|hour|day|week|month|year)s?\s{1,20}ago|\bsays:|\bwrote:|\bsaid:$"
    r"|[,·\-|]\s{0,20}(?:at\s{1,20})?\d{1,2}[:.]\d\d(?:\s{0,20}[ap]\.?m\.?)?\b)",
    re.IGNORECASE,
)


def _mark_comments(lines: list[_Line]) -> None:
    total = tried = 0
    for index, line in enumerate(lines):
        if (
            total
            and tried < _HEADS_TRIED
            and len(line.text) <= 60
            and _COMMENT_HINT.search(line.text)
            and _COMMENT_HEAD.fullmatch(line.text.replace("’", "'"))
        ):
            tried += 1
            if not _opens_comments(lines, index, total):
                continue
            line.mark(ZoneKind.BOILERPLATE, "heads the readers' comments")
            for later in lines[index + 1 :]:
                if later.kind is None or later.kind is ZoneKind.REPEAT:
                    later.mark(ZoneKind.COMMENT, "below the head of the readers' comments")
            return
        if line.prose:
            total += len(line.text)


#: The buttons below a post, folded to lower case; two of them near each other end it.
_BUTTONS = frozenset(
    (
        *("like", "comment", "share", "reply", "retweet", "all reactions", "most relevant"),
        *("أعجبني", "تعليق", "مشاركة", "رد", "كل التفاعلات", "الأكثر صلة", "إعادة تغريد"),
    )
)

_BUTTON_LIMIT = 40  # with what stands beside its words


def _mark_replies(lines: list[_Line]) -> None:
    """Mark what stands below the buttons of a post as comments: short lines alone, and no article."""
    pressed: list[int] = []
    for index, line in enumerate(lines):
        if len(line.text) <= _BUTTON_LIMIT and line.text.strip(" :·").lower() in _BUTTONS:
            pressed.append(index)
            if len(pressed) > 1 and index - pressed[-2] <= 2:
                break
    else:
        return
    above, below = lines[: pressed[-2]], lines[pressed[-1] + 1 :]
    if not any(line.kind is None and len(line.text) >= 20 for line in above) or any(line.prose for line in below):
        return
    for line in below:
        if line.kind is None:
            line.mark(ZoneKind.COMMENT, "below the buttons of a post")


def _opens_comments(lines: list[_Line], index: int, above: int) -> bool:
    """Tell whether comments or the page's end follow, and not the article itself."""
    rest = lines[index + 1 :]
    if "reader" in lines[index].text.lower() or any(_COMMENT.match(line.text) for line in rest[:3]):
        return True
    return sum(len(line.text) for line in rest if line.prose) <= above


def _mark_lists(lines: list[_Line]) -> None:
    head: _Line | None = None
    for line in lines:
        if line.kind is not None:
            head = line if line.opens else head
            continue
        if head is None:
            continue
        if len(line.text) <= 140 and line.text[-1] not in '.؟”"':
            line.mark(ZoneKind.BOILERPLATE, f"listed under {head.text[:40]!r}")
        else:
            head = None


_COUNTED = re.compile(r"shares?|comments?|likes?|views?|reactions?|votes?|retweets?", re.IGNORECASE)


def _mark_between(lines: list[_Line]) -> None:
    """Mark teasers: short lines without figures that have only junk around them."""
    for index in range(1, len(lines) - 1):
        line = lines[index]
        if line.kind is None and line.text.isdigit() and _COUNTED.fullmatch(lines[index - 1].text):
            line.mark(ZoneKind.BOILERPLATE, "counter")
        elif (
            line.kind is None
            and len(line.text) <= 100
            and line.text[-1] not in '."”'
            and lines[index - 1].kind in JUNK_KINDS
            and lines[index + 1].kind in JUNK_KINDS
            and not DIGIT.search(line.text)
        ):
            line.mark(ZoneKind.BOILERPLATE, "between lines that are no text")
    _mark_tail(lines)


def _mark_tail(lines: list[_Line]) -> None:
    below = len(lines)
    while below and (lines[below - 1].kind is not None or lines[below - 1].text[-1] not in STOPS):
        below -= 1
    if not below or not any(line.kind in JUNK_KINDS or line.kind is ZoneKind.BYLINE for line in lines[below:]):
        return
    last = max(index for index, line in enumerate(lines) if line.kind is not None)
    for line in lines[below:last]:
        if line.kind is None and len(line.text) <= 100 and line.text[-1] != "." and not DIGIT.search(line.text):
            line.mark(ZoneKind.BOILERPLATE, "below the text, above the page's foot")


# ---- the head of the page

_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d(?:\s{0,20}[ap]\.?m\.?)?|\d{1,20}\s{0,20}min\w*", re.IGNORECASE)
_AGENCIES = frozenset(("Reuters", "Xinhua", "Bloomberg", "Anadolu"))
_STAMP_WORD = re.compile(
    r"last|modified|updated|published|posted|issued|on|at|first|gmt|utc|[ap]m|[ecmp][sd]t|(?:mon|tue|wed|thu|fri|sat|sun)\w*",
    re.IGNORECASE,
)
_ENUMERATED = re.compile(r"[\d٠-٩]{1,3}\s?[.)/\-]|[\d٠-٩]{1,2}[:.][\d٠-٩]{2}\b|[#*•▪\-–—]")
_SPEAKER = re.compile(r"[A-Z][A-Z .'’-]{0,60}: ")
_WORD = re.compile(r"[^\W\d_]{2,}")
_SMALL_WORDS = frozenset(
    (
        *("and", "in", "of", "for", "the", "at", "from", "de", "del", "van", "von", "bin", "al", "with"),
        *("agencies", "staff", "correspondent", "reporter", "editor", "writer"),
    )
)


def _mark_head(lines: list[_Line], title: str | None) -> None:
    """Find the headline, and the by-line and date lines around it."""
    chosen = None if title is None else _as_given(lines, title.strip())
    body = next((i for i, line in enumerate(lines) if line.kind is None and _ends_head(line.text)), len(lines))
    if body == len(lines) or not any(line.prose for line in lines[body:]):
        if chosen is not None:
            chosen.mark(ZoneKind.TITLE, "given")
        return
    head = [line for line in lines[:body] if line.kind is None]
    if sum(_SPEAKER.match(line.text) is not None for line in lines[: body + 3]) > 1:
        return
    for line in head:
        if line is not chosen and _date_line(line.text):
            line.mark(ZoneKind.BYLINE, "date line")
    head = [line for line in head if line.kind is None]
    if chosen is None and 0 < len(head) <= 8:
        chosen = _headline(head)
    if chosen is None:
        return
    chosen.mark(ZoneKind.TITLE, "given" if title is not None else "first headline above the text")
    for line in head:
        if line.start < chosen.start:
            _mark_above(line)
    for line in lines[lines.index(chosen) + 1 : body]:
        if line.kind is None and _name_line(line.text):
            line.mark(ZoneKind.BYLINE, "names below the headline")
        elif line.kind is None:
            break


def _as_given(lines: list[_Line], title: str) -> _Line | None:
    """Return the first line that is the title given, or opens with it and adds little."""
    fits = (line for line in lines if line.text.startswith(title) and len(line.text) <= len(title) + _ADDED)
    return next(fits, None) if title else None


def _ends_head(text: str) -> bool:
    return len(text) > 200 or text[-1] in '.…。"”»' or (len(text) > 120 and text[-1] in STOPS)


def _headline(head: list[_Line]) -> _Line | None:
    fit = [line for line in head if _may_head(line.text)]
    full = [line for line in fit if len(_WORD.findall(line.text)) >= 4 or HARM.search(line.text)]
    mixed = [line for line in full if not line.text.isupper()]
    return next(iter(mixed or full or [line for line in fit if " " in line.text]), None)


def _may_head(text: str) -> bool:
    return text[-1] not in ":,;" and not text[0].islower() and not _ENUMERATED.match(text)


def _mark_above(line: _Line) -> None:
    if line.text.isupper() and line.text.count(" ") >= 2:
        line.mark(ZoneKind.BYLINE, "letterhead")
    elif line.text.count(" ") <= 3 and not HARM.search(line.text):
        line.mark(ZoneKind.MENU, "short line above the headline")


def _date_line(text: str) -> bool:
    """Tell whether a line gives a day and little else ("Northern Desk, Beirut, 15 July 2017")."""
    if len(text) > 100 or (found := DATE.search(text)) is None or text[found.end() : found.end() + 1] == ":":
        return False
    rest = _CLOCK.sub(" ", DATE.sub(" ", text))
    words = [word for word in re.findall(r"[^\W_]+", rest) if not _STAMP_WORD.fullmatch(word)]
    return len(words) <= 5 and not any(word.isdigit() for word in words) and not HARM.search(rest)


def _name_line(text: str) -> bool:
    words = text.replace(",", " ").replace("/", " ").split()
    least = 1 if text.isupper() or text in _AGENCIES else 2
    if not least <= len(words) <= 8 or len(text) > 60 or text[-1] in STOPS or DIGIT.search(text) or HARM.search(text):
        return False
    if text.isascii() or any(char.islower() for char in text):
        return all(word[:1].isupper() or word in _SMALL_WORDS or word[:3] in ("al-", "el-") for word in words)
    return len(words) <= 3
