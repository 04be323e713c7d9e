"""What one line of a flattened page is by itself: stop-line, counter, menu, credit, caption."""

import re
from collections import Counter

from harmtrace.language.late import late
from harmtrace.language.zone_tables import ARABIC, ENGLISH, START_LIMIT, Row
from harmtrace.records.text import ZoneKind

STOPS = frozenset('.!?…؟。"”»’)')
JUNK_KINDS = frozenset((ZoneKind.BOILERPLATE, ZoneKind.MENU))

_EDGE = " \t:,.;!?()[]<>*-–—|·•»«\"'“”"
_SOURCE_LIMIT = 90
_SOUP_LIMIT = 20_000
_MARKED = tuple[ZoneKind, str]


def _by_first_word(rows: tuple[Row, ...]) -> dict[str, tuple[Row, ...]]:
    table: dict[str, list[Row]] = {}
    for row in rows:
        word = row[0].split(None, 1)[0].strip(_EDGE) or row[0]
        table.setdefault(word, []).append(row)
    return {word: tuple(sorted(found, key=lambda row: -len(row[0]))) for word, found in table.items()}


_TABLE = _by_first_word(ENGLISH + ARABIC)
_LEADS = late(r"\s{0,20}:|\s{1,20}[—–-]\s")
_AFTER_LINE = late(r"[\s:.…!>»›\-–—]*(?:[(\[]?\s*[\d.,]+\s*[kKmM]?\s*[)\]]?)?[\s:.…!>»›\-–—\])]*")
_COUNTER_NOUN = (
    r"shares?|comments?|likes?|views?|retweets?|replies|reactions?|votes?|followers?|watching|readers|subscribers|photos?|plays?|reads?|votes?|"
    r"(?:من )?(?:ال)?(?:إعجابات|إعجابا|إعجاباً|إعجاب|تعليقات|تعليقا|تعليقاً|تعليق|مشاركات|مشاركة|مشاهدات|مشاهدة|تفاعلات|تفاعلا|تفاعلاً|تفاعل|زيارات|زيارة|قراءات|قراءة|ردود|ردا|رداً|إعادة تغريد)"
)
_NUMBER = r"\d[\d.,]{0,20}\s?(?:[kKmM]|ألف)?"
_COUNTER = late(
    rf"(?:{_NUMBER}\s{{0,20}}(?:{_COUNTER_NOUN})|(?:{_COUNTER_NOUN})\s{{0,20}}[:(]?\s{{0,20}}{_NUMBER}\)?"
    r"|\d{1,20}[\s-]{0,20}min(?:ute)?s?(?:\s{1,20}to)?\s{1,20}(?:read|listen|watch)|reading time:?\s{0,20}\d{1,20}\s{0,20}\S{0,20}"
    r"|(?:show|load|view|see) \d{1,20} more.{0,40}|(?:page|slide|part)?\s{0,20}\d{1,20}\s{0,20}(?:/|of)\s{0,20}\d{1,20})\W*",
    re.IGNORECASE,
)
_BUTTONS = late(r"(?:\[[^\]\d]{1,25}\]\s*){2,}")
_PLAYER_STARTS = frozenset("0123456789▶►⏵")
_PLAYER = late(
    r"(?:[▶►⏵]\s{0,20})?(?:listen|watch|play|video|audio)?[\d:\s/.\-|–]{0,60}\d:\d\d[\d:\s/.\-|–]{0,60}(?:listen\b.{0,60}|watch\b.{0,60})?",
    re.IGNORECASE,
)
_ADDRESS = late(
    r"(?:[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+|(?:https?://|www\.)\S+)(?:[\s,;|]{1,20}\S{1,64}@\S+)*", re.IGNORECASE
)
_PAYWALL = late(
    r"(?:you(?:['’]ve| have| are)\b.{0,30}|(?:.{0,30}\s)?\d{1,20} (?:of \d{1,20} )?(?:more )?free )"
    r"\b(?:articles?|stor(?:y|ies))\b.{0,30}",
    re.IGNORECASE,
)
_STAMPED = late(
    r"(?:last\s)?(?:updated|published|posted)\b.{0,50}?(?:\bago|\d{1,2}[:.]\d\d|\b(?:19|20)\d\d).{0,25}", re.IGNORECASE
)
_TEASER = late(r".{0,140}\((?:[A-Z][\w’']{0,40} )?(?:EXCLUSIVE|VIDEO|VIDEOS|PHOTOS|GALLERY|PODCAST|WATCH|LISTEN)\)")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?"
_DAY_END = late(
    rf",\s(?:on\s)?(?:\w+day,\s)?(?:{_MONTH}\s\d{{1,2}},?\s\d{{4}}|\d{{1,2}}\s{_MONTH},?\s\d{{4}})\.?\Z", re.IGNORECASE
)
_AGENCY = r"(?:reuters|ap|ap photo|afp|epa|getty(?:\simages)?|anadolu|xinhua)"
_CREDIT_END = late(
    rf"(?:[(\[](?:file\s)?(?:photo|picture|image|courtesy|credit|{_AGENCY})\b[^)\]]*[)\]]"
    rf"|[(\[][^)\]]*[/|,]\s?{_AGENCY}\s?[)\]])\.?\Z",
    re.IGNORECASE,
)
_AGENCY_END = late(rf"(?:\b{_AGENCY}\s?/\s?[\w .\-/]{{2,40}}|[/|]\s?{_AGENCY})\.?\Z", re.IGNORECASE)
_NAMED_END = late(r"(?:©|photo:|photo by|image:|credit:)\s?[\w .,\-/’']{2,60}\Z", re.IGNORECASE)
DATE = late(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?:,?\s+\d{{4}})?\b|\b{_MONTH}\s+\d{{1,2}}(?:,?\s+\d{{4}})?\b"
    r"|\b(?:19|20)\d\d-\d\d-\d\d\b|\b\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d\b"
    r"|\b\d{1,2}\s+[^\W\d_a-zA-Z]+(?:/[^\W\d_a-zA-Z]+)?\s+(?:19|20)\d\d\b"
)
_CAPTION_WORDS = 8
_SEPARATOR = late(r"\s{0,20}\|\s{0,20}|\s{1,20}[·•›»⋅∙>]\s{1,20}|\s{0,20}·\s{0,20}")


def alone(line: str) -> tuple[ZoneKind, str, bool] | None:
    """Return what a line is by itself: kind, reason, whether a list of links follows it."""
    if len(line) <= 400:
        line = line.lstrip("> »→▶►") or line
        first = line.split(None, 1)[0]
        rows = _TABLE.get(first) or _TABLE.get(first.lower().strip(_EDGE).replace("’", "'"))
        found = _by_table(line, rows) if rows else None
        if found is not None:
            return found
        plain = _by_shape(line)
        if plain is not None:
            return plain[0], plain[1], False
    if line[-1] not in STOPS and len(line) > 60 and _soup(line):
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
            loose = " " in phrase and line[-1] not in STOPS
            fits = loose or _LEADS.match(rest) is not None or _AFTER_LINE.fullmatch(rest) is not None
        if fits:
            return kind, f"stop-line {phrase!r}", how == "open" and rest.strip(_EDGE) == ""
    return None


def _by_shape(line: str) -> _MARKED | None:
    if ("|" in line or "·" in line or "•" in line or "›" in line or "»" in line or " > " in line) and (
        found := _separated(line)
    ) is not None:
        return found
    if len(line) <= 90:
        if line[0] in _PLAYER_STARTS and _PLAYER.fullmatch(line):
            return ZoneKind.BOILERPLATE, "player times"
        if not line[0].isalnum() and (wordless := _wordless(line)) is not None:
            return wordless
        if line[0] == "[" and _BUTTONS.fullmatch(line):
            return ZoneKind.MENU, "buttons in brackets"
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


_BY = late(r"(?i:by)\s+(?:our\b|the\b|staff\b|[^\W\d_a-z])")
HARM = late(
    r"kill|dead|died|dies|death|injur|wound|hurt|bod(?:y|ies)|casualt|victim|toll\b|missing|"
    r"قتل|قتيل|شهيد|شهداء|استشه|جرح|جريح|إصاب|أصيب|مصاب|ضحايا|ضحية",
    re.IGNORECASE,
)
DIGIT = late(r"\d")


def _separated(line: str) -> _MARKED | None:
    """Judge a line of short items between bars or dots."""
    parts = [part for part in _SEPARATOR.split(line.strip("|·•›» ")) if part]
    if len(parts) < 2:
        return None
    if all(_COUNTER.fullmatch(part) for part in parts):
        return ZoneKind.BOILERPLATE, "counters"
    if parts[0][:3].lower() == "by " and _BY.match(parts[0]):
        return ZoneKind.BYLINE, "by-line"
    harm = HARM.search(line) is not None and DIGIT.search(line) is not None
    if not harm and any(_by_phrase(part) for part in parts):
        return ZoneKind.MENU, "stop-words between bars or dots"
    if harm:
        return None
    counted = len(parts) <= 4 and any(_COUNTER.fullmatch(part) for part in parts)
    if counted or any(DATE.search(part) for part in parts):
        return (ZoneKind.BYLINE, "date line") if len(line) <= 160 else None
    most = max(part.count(" ") for part in parts) + 1
    limit = 3 if len(parts) == 2 else 8
    if most <= limit and line[-1] not in ".?!" and not (len(parts) == 2 and DIGIT.search(line)):
        return ZoneKind.MENU, "short items between bars or dots"
    return None


def _by_phrase(part: str) -> bool:
    rows = _TABLE.get(part.split(None, 1)[0].lower().strip(_EDGE))
    return rows is not None and (found := _by_table(part, rows)) is not None and found[0] in JUNK_KINDS


def _soup(line: str) -> bool:
    line = line[:_SOUP_LIMIT]
    words = line.split()
    if len(words) < 12:
        return False
    often = {word for word, _ in Counter(words).most_common(3)} | {words[0]}
    return any(len(word) >= 3 and line.count(word) >= max(5, 0.4 * len(words)) for word in often)
