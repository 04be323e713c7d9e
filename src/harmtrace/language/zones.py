"""Line-level cleaning: marks what on a flattened page is menu, caption, title or comment.

Nothing is deleted. Each line is judged by itself first (stop-lines, counters, players,
menus, picture credits, icon names run together), then by its neighbours (repeated lines,
lists under "Most read", reader comments, the headline). What stays unmarked is body.
"""

import re
from collections import Counter

from harmtrace.language.zone_tables import ARABIC, COMMENT_HEADS, ENGLISH, START_LIMIT, Row
from harmtrace.records.text import Zone, ZoneKind

_BODY_CHARS = 60
_LONG = 220
_ADDED = 40
_STOPS = frozenset('.!?…؟。"”»’)')
_EDGE = " \t:,.;!?()[]<>*-–—|·•»«\"'“”"
_SOURCE_LIMIT = 90

_MARKED = tuple[ZoneKind, str]
_JUNK_KINDS = frozenset((ZoneKind.BOILERPLATE, ZoneKind.MENU))


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
        return self.kind is None and len(self.text) >= _BODY_CHARS and self.text[-1] in _STOPS


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
        if len(line.text) > _LONG and line.text[-1] == "." and line.text[0] != "(":
            continue
        found = _alone(line.text)
        if found is not None:
            line.kind, line.why, line.opens = found
    if len(lines) > 1 or title is not None:
        _mark_repeats(lines, flat)
        _mark_comments(lines)
        _mark_lists(lines)
        _mark_head(lines, title)
        _mark_between(lines)
    return tuple(
        Zone(start=line.start, end=line.start + len(line.text), kind=line.kind, why=line.why)
        for line in lines
        if line.kind is not None
    )


_ICON_RUN = re.compile(r"(?:icon [a-z][a-z -]{0,30}?){8,}(?:icon)?[a-z -]*")


def _split(flat: str) -> list[_Line]:
    lines: list[_Line] = []
    at = 0
    for raw in flat.split("\n"):
        stripped = raw.strip()
        if stripped:
            start = at + (0 if raw[0] == stripped[0] else len(raw) - len(raw.lstrip()))
            if "icon " in stripped:
                lines.extend(_cut(start, stripped))
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


# ---- one line by itself


def _by_first_word(rows: tuple[Row, ...]) -> dict[str, tuple[Row, ...]]:
    table: dict[str, list[Row]] = {}
    for row in rows:
        word = row[0].split(None, 1)[0].strip(_EDGE) or row[0]
        table.setdefault(word, []).append(row)
    return {word: tuple(sorted(found, key=lambda row: -len(row[0]))) for word, found in table.items()}


_TABLE = _by_first_word(ENGLISH + ARABIC)
_LEADS = re.compile(r"\s*:|\s+[—–-]\s")
_AFTER_LINE = re.compile(r"[\s:.…!>»›\-–—]*(?:[(\[]?\s*[\d.,]+\s*[kKmM]?\s*[)\]]?)?[\s:.…!>»›\-–—\])]*")
_COUNTER_NOUN = (
    r"shares?|comments?|likes?|views?|retweets?|replies|reactions?|votes?|followers?|photos?|plays?|reads?|votes?|"
    r"إعجاب|تعليق(?:ات)?|مشاركة|مشاركات|مشاهدة|مشاهدات"
)
_NUMBER = r"\d[\d.,]*\s?(?:[kKmM]|ألف)?"
_COUNTER = re.compile(
    rf"(?:{_NUMBER}\s*(?:{_COUNTER_NOUN})|(?:{_COUNTER_NOUN})\s*[:(]?\s*{_NUMBER}\)?"
    r"|\d+[\s-]*min(?:ute)?s?(?:\s+to)?\s+(?:read|listen|watch)|reading time:?\s*\d+\s*\S*"
    r"|(?:page|slide|part)?\s*\d+\s*(?:/|of)\s*\d+)\W*",
    re.IGNORECASE,
)
_PLAYER_STARTS = frozenset("0123456789▶►⏵")
_PLAYER = re.compile(
    r"(?:[▶►⏵]\s*)?(?:listen|watch|play|video|audio)?[\d:\s/.\-|–]*\d:\d\d[\d:\s/.\-|–]*(?:listen\b.*|watch\b.*)?",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:https?://|www\.)\S+)(?:[\s,;|]+\S+@\S+)*", re.IGNORECASE)
_PAYWALL = re.compile(
    r"(?:you(?:['’]ve| have| are)\b.{0,30}|(?:.{0,30}\s)?\d+ (?:of \d+ )?(?:more )?free )"
    r"\b(?:articles?|stor(?:y|ies))\b.{0,30}",
    re.IGNORECASE,
)
_STAMPED = re.compile(
    r"(?:last\s)?(?:updated|published|posted)\b.{0,50}?(?:\bago|\d{1,2}[:.]\d\d|\b(?:19|20)\d\d).{0,25}", re.IGNORECASE
)
_TEASER = re.compile(r".*\((?:[A-Z][\w’']* )?(?:EXCLUSIVE|VIDEO|VIDEOS|PHOTOS|GALLERY|PODCAST|WATCH|LISTEN)\)")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?"
_DAY_END = re.compile(
    rf",\s(?:on\s)?(?:\w+day,\s)?(?:{_MONTH}\s\d{{1,2}},?\s\d{{4}}|\d{{1,2}}\s{_MONTH},?\s\d{{4}})\.?\Z", re.IGNORECASE
)
_AGENCY = r"(?:reuters|ap|ap photo|afp|epa|getty(?:\simages)?|anadolu|xinhua)"
_CREDIT_END = re.compile(
    rf"(?:[(\[](?:file\s)?(?:photo|picture|image|courtesy|credit|{_AGENCY})\b[^)\]]*[)\]]"
    rf"|[(\[][^)\]]*[/|,]\s?{_AGENCY}\s?[)\]])\.?\Z",
    re.IGNORECASE,
)
_AGENCY_END = re.compile(rf"(?:\b{_AGENCY}\s?/\s?[\w .\-/]{{2,40}}|[/|]\s?{_AGENCY})\.?\Z", re.IGNORECASE)
_NAMED_END = re.compile(r"(?:©|photo:|photo by|image:|credit:)\s?[\w .,\-/’']{2,60}\Z", re.IGNORECASE)
_CAPTION_WORDS = 8
_SEPARATOR = re.compile(r"\s*\|\s*|\s+[·•›»⋅∙>]\s+|\s*·\s*")


def _alone(line: str) -> tuple[ZoneKind, str, bool] | None:
    """Return what a line is by itself: kind, reason, whether a list of links follows it."""
    if len(line) <= 400:
        first = line.split(None, 1)[0]
        rows = _TABLE.get(first) or _TABLE.get(first.lower().strip(_EDGE).replace("’", "'"))
        found = _by_table(line, rows) if rows else None
        if found is not None:
            return found
        plain = _by_shape(line)
        if plain is not None:
            return plain[0], plain[1], False
    if line[-1] not in _STOPS and len(line) > 60 and _soup(line):
        return ZoneKind.BOILERPLATE, "one word over and over", False
    return None


def _by_table(line: str, rows: tuple[Row, ...]) -> tuple[ZoneKind, str, bool] | None:
    low = line.lower().replace("’", "'").lstrip("[<*• ")
    if len(low) > START_LIMIT and not low.lstrip("(").startswith(("reporting by", "additional reporting")):
        return None
    for phrase, how, kind in rows:
        if not low.startswith(phrase):
            continue
        rest = low[len(phrase) :]
        if rest and phrase[-1].isalnum() and rest[0].isalnum():
            continue
        if how == "start":
            fits = kind is not ZoneKind.BYLINE or len(line) <= 160 or rest != ""
        elif how == "colon":
            fits = _LEADS.match(rest) is not None and (kind is not ZoneKind.BYLINE or len(line) <= _SOURCE_LIMIT)
        elif how == "line":
            fits = _AFTER_LINE.fullmatch(rest) is not None
        else:
            loose = " " in phrase and line[-1] not in _STOPS
            fits = loose or _LEADS.match(rest) is not None or _AFTER_LINE.fullmatch(rest) is not None
        if fits:
            return kind, f"stop-line {phrase!r}", how == "open" and rest.strip(_EDGE) == ""
    return None


def _by_shape(line: str) -> _MARKED | None:
    if ("|" in line or "·" in line or "•" in line or "›" in line or "»" in line) and (
        found := _separated(line)
    ) is not None:
        return found
    if len(line) <= 90:
        if line[0] in _PLAYER_STARTS and _PLAYER.fullmatch(line):
            return ZoneKind.BOILERPLATE, "player times"
        if not line[0].isalnum() and (wordless := _wordless(line)) is not None:
            return wordless
        if len(line) <= 40 and _COUNTER.fullmatch(line):
            return ZoneKind.BOILERPLATE, "counter"
        if ("@" in line or "/" in line or line[:4] == "www.") and _ADDRESS.fullmatch(line):
            return ZoneKind.BOILERPLATE, "address only"
        if (line[:3].lower() == "you" or " free " in line.lower()) and _PAYWALL.fullmatch(line):
            return ZoneKind.BOILERPLATE, "paywall"
        if line[:2].lower() in ("up", "pu", "po", "la") and line[-1] != "." and _STAMPED.fullmatch(line):
            return ZoneKind.BYLINE, "time of publication"
        if line[:3] in ("By ", "BY ", "by ") and line[-1] != "." and _BY.match(line):
            return ZoneKind.BYLINE, "by-line"
    if line[-1] == ")" and len(line) <= 140 and _TEASER.fullmatch(line):
        return ZoneKind.BOILERPLATE, "teaser of another item"
    if _caption(line):
        return ZoneKind.CAPTION, "ends as a picture's caption does"
    return None


def _wordless(line: str) -> _MARKED | None:
    """Judge a line without a letter: ornaments, or counters beside signs; bare figures stay."""
    if any(char.isalpha() for char in line):
        return None
    if not any(char.isdigit() for char in line):
        return ZoneKind.BOILERPLATE, "no words"
    return (ZoneKind.BOILERPLATE, "counters beside signs") if any(char > "\u2190" for char in line) else None


def _caption(line: str) -> bool:
    """Tell whether one line ends in a place and day, or in a credit, as captions do."""
    if line.count(" ") < _CAPTION_WORDS:
        return False
    last = line[-2] if line[-1] == "." else line[-1]
    size = len(line)
    if last.isdigit():
        return _DAY_END.search(line, size - 45 if size > 45 else 0) is not None
    if last in ")]":
        opens = max(line.rfind(bracket, max(0, size - 80)) for bracket in "([")
        return opens >= 0 and _CREDIT_END.match(line, opens) is not None
    if line.find("/", size - 45 if size > 45 else 0) >= 0:
        return _AGENCY_END.search(line, size - 60 if size > 60 else 0) is not None
    tail = line[-70:]
    return ("©" in tail or "hoto" in tail or "redit" in tail or "mage:" in tail) and _NAMED_END.search(tail) is not None


_BY = re.compile(r"(?i:by)\s+(?:our\b|the\b|staff\b|[^\W\d_a-z])")
_HARM = re.compile(
    r"kill|dead|died|dies|death|injur|wound|hurt|bod(?:y|ies)|casualt|victim|toll\b|missing|"
    r"قتل|قتيل|شهيد|شهداء|استشه|جرح|جريح|إصاب|أصيب|مصاب|ضحايا|ضحية",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")


def _separated(line: str) -> _MARKED | None:
    """Judge a line of short items between bars or dots."""
    parts = [part for part in _SEPARATOR.split(line.strip("|·•›» ")) if part]
    if len(parts) < 2:
        return None
    if all(_COUNTER.fullmatch(part) for part in parts):
        return ZoneKind.BOILERPLATE, "counters"
    if parts[0][:3].lower() == "by " and _BY.match(parts[0]):
        return ZoneKind.BYLINE, "by-line"
    harm = _HARM.search(line) is not None and _DIGIT.search(line) is not None
    if not harm and any(_by_phrase(part) for part in parts):
        return ZoneKind.MENU, "stop-words between bars or dots"
    if harm:
        return None
    counted = len(parts) <= 4 and any(_COUNTER.fullmatch(part) for part in parts)
    if counted or any(_DATE.search(part) for part in parts):
        return (ZoneKind.BYLINE, "date line") if len(line) <= 160 else None
    most = max(part.count(" ") for part in parts) + 1
    limit = 3 if len(parts) == 2 else 8
    if most <= limit and line[-1] not in ".?!" and not (len(parts) == 2 and _DIGIT.search(line)):
        return ZoneKind.MENU, "short items between bars or dots"
    return None


def _by_phrase(part: str) -> bool:
    rows = _TABLE.get(part.split(None, 1)[0].lower().strip(_EDGE))
    return rows is not None and (found := _by_table(part, rows)) is not None and found[0] in _JUNK_KINDS


def _soup(line: str) -> bool:
    words = line.split()
    if len(words) < 12:
        return False
    often = {word for word, _ in Counter(words).most_common(3)} | {words[0]}
    return any(len(word) >= 3 and line.count(word) >= max(5, 0.4 * len(words)) for word in often)


# ---- lines beside each other


def _mark_repeats(lines: list[_Line], flat: str) -> None:
    seen: dict[str, int] = {}
    last = ""
    for index, line in enumerate(lines):
        words = line.text
        size = len(words)
        if size >= 15 and (line.kind is None or line.kind is ZoneKind.CAPTION):
            before = seen.setdefault(words, index)
            if before != index and (before == index - 1 or size >= 40):
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
    end = line.start + len(line.text)
    return flat.find(line.text, 0, end) < line.start or flat.find(line.text, end) >= 0


_COMMENT_HEAD = re.compile(
    rf"(?:\d[\d,.]*\s+)?(?:{'|'.join(re.escape(head) for head in sorted(COMMENT_HEADS, key=len, reverse=True))})"
    r"(?:\s*[:(\[]?\s*\d[\d,.]*\s*[)\]]?)?\W*",
    re.IGNORECASE,
)
_COMMENT_HINT = re.compile(r"omment|repl|respon|iscussion|onversation|تعليق", re.IGNORECASE)
_COMMENT = re.compile(
    r".{1,40}?(?:\d+\s*(?:m|min|minute|hr|h|hour|day|week|month|year)s?\s+ago|\bsays:|\bwrote:|\bsaid:$"
    r"|[,·\-|]\s*(?:at\s+)?\d{1,2}[:.]\d\d(?:\s*[ap]\.?m\.?)?\b)",
    re.IGNORECASE,
)


def _mark_comments(lines: list[_Line]) -> None:
    total = 0
    for index, line in enumerate(lines):
        if (
            total
            and len(line.text) <= 60
            and _COMMENT_HINT.search(line.text)
            and _COMMENT_HEAD.fullmatch(line.text.replace("’", "'"))
            and _opens_comments(lines, index, total)
        ):
            line.mark(ZoneKind.BOILERPLATE, "heads the readers' comments")
            for later in lines[index + 1 :]:
                if later.kind is None or later.kind is ZoneKind.REPEAT:
                    later.mark(ZoneKind.COMMENT, "below the head of the readers' comments")
            return
        if line.prose:
            total += len(line.text)


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


def _mark_between(lines: list[_Line]) -> None:
    """Mark teasers: short lines without figures that have only junk around them."""
    for index in range(1, len(lines) - 1):
        line = lines[index]
        if (
            line.kind is None
            and len(line.text) <= 100
            and line.text[-1] not in '."”'
            and lines[index - 1].kind in _JUNK_KINDS
            and lines[index + 1].kind in _JUNK_KINDS
            and not _DIGIT.search(line.text)
        ):
            line.mark(ZoneKind.BOILERPLATE, "between lines that are no text")
    _mark_tail(lines)


def _mark_tail(lines: list[_Line]) -> None:
    below = len(lines)
    while below and not lines[below - 1].prose:
        below -= 1
    if not below or not any(line.kind in _JUNK_KINDS or line.kind is ZoneKind.BYLINE for line in lines[below:]):
        return
    last = max(index for index, line in enumerate(lines) if line.kind is not None)
    for line in lines[below:last]:
        if line.kind is None and len(line.text) <= 100 and line.text[-1] != "." and not _DIGIT.search(line.text):
            line.mark(ZoneKind.BOILERPLATE, "below the text, above the page's foot")


# ---- the head of the page

_DATE = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?:,?\s+\d{{4}})?\b|\b{_MONTH}\s+\d{{1,2}}(?:,?\s+\d{{4}})?\b"
    r"|\b(?:19|20)\d\d-\d\d-\d\d\b|\b\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d\b"
    r"|\b\d{1,2}\s+[^\W\d_a-zA-Z]+(?:/[^\W\d_a-zA-Z]+)?\s+(?:19|20)\d\d\b"
)
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d(?:\s*[ap]\.?m\.?)?|\d+\s*min\w*", re.IGNORECASE)
_ENUMERATED = re.compile(r"[\d٠-٩]{1,3}\s?[.)/\-]|[\d٠-٩]{1,2}[:.][\d٠-٩]{2}\b|[#*•▪\-–—]|[A-Z][A-Z .'’-]+: ")
_SMALL_WORDS = frozenset(
    ("and", "in", "of", "for", "the", "at", "from", "de", "del", "van", "von", "bin", "al", "with")
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
        if line is chosen:
            continue
        if line.start < chosen.start:
            _mark_above(line)
        elif _name_line(line.text):
            line.mark(ZoneKind.BYLINE, "names between headline and text")


def _as_given(lines: list[_Line], title: str) -> _Line | None:
    """Return the first line that is the title given, or opens with it and adds little."""
    fits = (line for line in lines if line.text.startswith(title) and len(line.text) <= len(title) + _ADDED)
    return next(fits, None) if title else None


def _ends_head(text: str) -> bool:
    return len(text) > 200 or text[-1] in '.…。"”»' or (len(text) > 120 and text[-1] in _STOPS)


def _headline(head: list[_Line]) -> _Line | None:
    fit = [line for line in head if _may_head(line.text)]
    full = [line for line in fit if line.text.count(" ") >= 3]
    mixed = [line for line in full if not line.text.isupper()]
    return next(iter(mixed or full or [line for line in fit if " " in line.text]), None)


def _may_head(text: str) -> bool:
    return text[-1] not in ":,;" and not text[0].islower() and not _ENUMERATED.match(text)


def _mark_above(line: _Line) -> None:
    if line.text.isupper() and line.text.count(" ") >= 2:
        line.mark(ZoneKind.BYLINE, "letterhead")
    elif line.text.count(" ") <= 3 and not _HARM.search(line.text):
        line.mark(ZoneKind.MENU, "short line above the headline")


def _date_line(text: str) -> bool:
    """Tell whether a line gives a day and little else ("Northern Desk, Beirut, 15 July 2017")."""
    if len(text) > 100 or (found := _DATE.search(text)) is None or text[found.end() : found.end() + 1] == ":":
        return False
    rest = _CLOCK.sub(" ", text[: found.start()] + " " + text[found.end() :])
    words = re.findall(r"[^\W_]+", rest)
    return len(words) <= 6 and not any(word.isdigit() for word in words) and not _HARM.search(rest)


def _name_line(text: str) -> bool:
    words = text.replace(",", " ").replace("/", " ").split()
    if not 1 <= len(words) <= 8 or len(text) > 60 or text[-1] in _STOPS or _DIGIT.search(text) or _HARM.search(text):
        return False
    if text.isascii() or any(char.islower() for char in text):
        return all(word[:1].isupper() or word in _SMALL_WORDS or word[:3] in ("al-", "el-") for word in words)
    return len(words) <= 3
