"""Words of time as one letter each, so that the grammar is a pattern over short strings."""

import re
from dataclasses import dataclass
from typing import Final

from harmtrace.language.english import dates as english

Value = int | str | None

#: Parts that are no words: numbers by shape, marks, line breaks, and all other words.
_SHAPES: Final = (
    *("day", "nth", "year", "iso", "slash", "clock", "num", "comma", "dot", "dash", "colon", "mark", "quote", "open"),
    *("close", "break", "x"),
)
_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïð"
#: Part of the grammar -> the letter that stands for it.
LETTER: Final[dict[str, str]] = dict(zip((*english.WORDS, *_SHAPES), _LETTERS, strict=False))


def _token(letter: str) -> re.Pattern[str]:
    """Return the pattern of one word, number or mark; the commonest first."""
    return re.compile(
        rf"(?=[^ ])(?:{letter}{{2,}}"
        r"|[!-/:-@\[-`{-~\n]|[A-Za-z](?!\.)"
        r"|\d{4}[-/]\d\d[-/]\d\d(?![\d-])"
        r"|\d{1,2}/\d{1,2}/\d{4}(?!\d)|\d{1,2}\.\d{1,2}\.\d{4}(?!\d)"
        r"|\d{1,6}(?:st|nd|rd|th)\b"
        r"|\d+(?:[.,:]\d+)*s?"
        r"|(?:[A-Za-z]\.){2,}"
        r"|[^\s\d])"
    )


_TOKEN: Final = _token(r"[^\W\d_]")
#: The same for text in ASCII alone, where it need not ask what is a letter.
_ASCII_TOKEN: Final = _token("[A-Za-z]")
_MARKS: Final = {
    ",": "comma",
    ".": "dot",
    "-": "dash",
    "–": "dash",
    "—": "dash",
    "‑": "dash",
    "/": "dash",
    ":": "colon",
    ";": "mark",
    "!": "mark",
    "?": "mark",
    "'": "quote",
    "’": "quote",
    "(": "open",
    "[": "open",
    ")": "close",
    "]": "close",
    "\n": "break",
}


def _spellings(word: str) -> tuple[str, ...]:
    if word in english.CAPITAL_ONLY:
        return (word.title(), word.upper())
    return (word, word.title(), word.upper())


def _lexicon() -> dict[str, tuple[str, Value]]:
    entries: dict[str, tuple[str, Value]] = {mark: (LETTER[part], None) for mark, part in _MARKS.items()}
    for part, words in english.WORDS.items():
        for word, value in words.items():
            for spelling in _spellings(word):
                entries.setdefault(spelling, (LETTER[part], value))
    for word in ("MON", "SUN", "SAT", "WED", "DEC", "MAR", "JAN"):
        entries[word] = (LETTER["x"], None)
    for number in range(1, 32):
        entries[str(number)] = (LETTER["day"], number)
        entries[f"0{number}"[-2:]] = (LETTER["day"], number)
        for suffix in ("st", "nd", "rd", "th"):
            entries[f"{number}{suffix}"] = (LETTER["nth"], number)
    for year in range(1900, 2100):
        entries[str(year)] = (LETTER["year"], year)
    return entries


_LEXICON: Final = _lexicon()


_LETTER_OF: Final = {word: entry[0] for word, entry in _LEXICON.items()}.get
_X: Final = LETTER["x"]
_NUM: Final[tuple[str, Value]] = (LETTER["num"], None)
_CLOCK = re.compile(r"([01]?\d|2[0-4])[:.]([0-5]\d)")
_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")

_WORD = re.compile(r"\w+")
#: Bytes that may stand in a word as they are, all others as a space.
_SPACED: Final = bytes(byte if (chr(byte).isalnum() and byte < 128) or byte == ord("_") else 32 for byte in range(256))
#: Characters read before the first and after the last word that could be part of a date.
_BEFORE, _AFTER = 40, 28
_GATE: Final = frozenset(
    spelling.encode() for part in english.TRIGGERS for word in english.WORDS[part] for spelling in _spellings(word)
) | frozenset(
    {
        *(spelling.encode() for word in english.TRIGGER_TIMES for spelling in _spellings(word)),
        *(str(year).encode() for year in range(1900, 2100)),
        *(f"{number}{suffix}".encode() for number in range(1, 32) for suffix in ("st", "nd", "rd", "th")),
    }
)
#: Words that may put a day ahead, and those that may make "since" a comparison.
AHEAD_WORDS: Final = frozenset(word.encode() for word in english.AHEAD_WORDS)
SUPERLATIVES: Final = frozenset(
    spelling.encode() for word in english.SUPERLATIVES for spelling in (word, word.title(), word.upper())
)
_CUES: Final = AHEAD_WORDS | SUPERLATIVES


@dataclass(slots=True, eq=False)
class Tokens:
    """The words of a passage: the letter of each, and where they stand in the text (found when asked for).

    Once parts are taken, only the parts say where words stand: the whole goes on from the last part's start.
    """

    text: str
    words: list[str]
    letters: str
    _place: int
    _next: int = 0

    def part(self, first: int, last: int) -> "Tokens":
        """Return some of the words; parts are taken in the order of the text."""
        find, place = self.text.find, self._place
        for word in self.words[self._next : first]:
            place = find(word, place) + len(word)
        if first > self._next:
            self._place, self._next = place, first
        return Tokens(self.text, self.words[first:last], self.letters[first:last], self._place)

    def start(self, index: int) -> int:
        """Return where a word starts in the text."""
        find, place = self.text.find, self._place
        for word in self.words[:index]:
            place = find(word, place) + len(word)
        return find(self.words[index], place)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return where some words start and end in the text."""
        find, words = self.text.find, self.words
        start = end = self.start(first)
        for word in words[first:last]:
            end = find(word, end) + len(word)
        return start, end

    def end(self, index: int) -> int:
        """Return where a word ends in the text."""
        return self.start(index) + len(self.words[index])

    def value(self, index: int) -> Value:
        """Return what a word is worth to its part of the grammar."""
        word = self.words[index]
        entry = _LEXICON.get(word)
        if entry is not None:
            return entry[1]
        return _shape(word)[1] if word[0].isdigit() else None

    def word(self, index: int) -> str:
        """Return the word at an index, the empty text outside the passage."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def letter(self, index: int) -> str:
        """Return the letter at an index, the empty text outside the passage."""
        return self.letters[index] if 0 <= index < len(self.letters) else ""

    def find(self, part: str, start: int, end: int) -> int | None:
        """Return the index of the first word of a part within a range, else None."""
        index = self.letters.find(LETTER[part], start, end)
        return None if index < 0 else index

    def number(self, part: str, start: int, end: int) -> int | None:
        """Return the number that the first word of a part is worth, else None."""
        index = self.letters.find(LETTER[part], start, end)
        value = self.value(index) if index >= 0 else None
        return value if isinstance(value, int) else None


def window(text: str, start: int, end: int) -> tuple[int, int, frozenset[bytes]] | None:
    """Return the part of a passage that may hold dates, None where no word of it could be one.

    The third is the words of the whole passage that bear on a date further on. Words are told apart as bytes, the
    quickest way through the many passages without a date; letters outside ASCII would part words there, so such a
    passage is asked again.
    """
    piece = text[start:end]
    raw = piece.encode("ascii", "replace")
    words = raw.translate(_SPACED).split()
    hits = _GATE.intersection(words)
    if hits and not piece.isascii():
        hits = hits.intersection([word.encode() for word in _WORD.findall(text, start, end)])
    if not hits:
        return None
    first, last = end, start
    for word in hits:
        first = min(first, start + raw.find(word))
        last = max(last, start + raw.rfind(word) + len(word))
    if first - start > _BEFORE:
        start = text.rfind(" ", start, first - _BEFORE) + 1 or start
    if end - last > _AFTER:
        space = text.find(" ", last + _AFTER, end)
        end = end if space < 0 else space
    return start, end, _CUES.intersection(words)


def tokens(text: str, start: int, end: int) -> Tokens:
    """Return the words of a passage with the part of the grammar that each may play."""
    pattern = _ASCII_TOKEN if text[start:end].isascii() else _TOKEN
    words = pattern.findall(text, start, end)
    letters = [_LETTER_OF(word) or (_shape(word)[0] if word[0].isdigit() else _X) for word in words]
    return Tokens(text, words, "".join(letters), start)


def _shape(word: str) -> tuple[str, Value]:
    if len(word) == 10 and word[4] in "-/" and word[7] in "-/":
        return LETTER["iso"], word.replace("/", "-")
    if _SLASHED.fullmatch(word):
        return LETTER["slash"], word
    if (clock := _CLOCK.fullmatch(word)) is not None:
        return LETTER["clock"], f"{int(clock[1]):02d}:{clock[2]}"
    return _NUM


def slashed(word: str) -> tuple[int, int, int] | None:
    """Return year, month and day of ``13/02/2017``, None where day and month could change places.

    >>> slashed("13/02/2017"), slashed("11/02/2017"), slashed("11.11.2017")
    ((2017, 2, 13), None, (2017, 11, 11))
    """
    match = _SLASHED.fullmatch(word)
    if match is None:
        return None
    first, second, year = int(match[1]), int(match[2]), int(match[3])
    if first == second:
        return year, second, first
    if first > 12:
        return year, second, first
    if second > 12:
        return year, first, second
    return None
