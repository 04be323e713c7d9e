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

_TOKEN = re.compile(
    r"[^\W\d_]{2,}"
    r"|\d{4}[-/]\d\d[-/]\d\d(?![\d-])"
    r"|\d{1,2}(?P<sep>[/.])\d{1,2}(?P=sep)\d{4}(?!\d)"
    r"|\d{1,6}(?:st|nd|rd|th)\b"
    r"|\d+(?:[.,:]\d+)*s?"
    r"|(?:[A-Za-z]\.){2,}"
    r"|\n|[^\s\d]"
)
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


class _Letters(dict[str, str]):
    """The letter of every word; of one that no list holds, by its shape."""

    def __missing__(self, word: str) -> str:
        return _shape(word)[0] if word[0].isdigit() else LETTER["x"]


_LETTERS_OF: Final = _Letters((word, entry[0]) for word, entry in _LEXICON.items())
_NUM: Final[tuple[str, Value]] = (LETTER["num"], None)
_CLOCK = re.compile(r"([01]?\d|2[0-4])[:.]([0-5]\d)")
_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")

_WORD = re.compile(r"\w+")
#: Characters read before the first and after the last word that could be part of a date.
_BEFORE, _AFTER = 40, 28
_GATE: Final = frozenset(
    spelling for part in english.TRIGGERS for word in english.WORDS[part] for spelling in _spellings(word)
) | frozenset(
    {
        *(spelling for word in english.TRIGGER_TIMES for spelling in _spellings(word)),
        *(str(year) for year in range(1900, 2100)),
        *(f"{number}{suffix}" for number in range(1, 32) for suffix in ("st", "nd", "rd", "th")),
    }
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a passage: where they stand in the text, and the letter of each."""

    text: str
    matches: list[re.Match[str]]
    letters: str

    def start(self, index: int) -> int:
        """Return where a word starts in the text."""
        return self.matches[index].start()

    def end(self, index: int) -> int:
        """Return where a word ends in the text."""
        return self.matches[index].end()

    def value(self, index: int) -> Value:
        """Return what a word is worth to its part of the grammar."""
        word = self.matches[index][0]
        entry = _LEXICON.get(word)
        if entry is not None:
            return entry[1]
        return _shape(word)[1] if word[0].isdigit() else None

    def word(self, index: int) -> str:
        """Return the word at an index, the empty text outside the passage."""
        return self.matches[index][0] if 0 <= index < len(self.matches) else ""

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


def window(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the part of a passage that may hold dates, None where no word of it could be one."""
    hits = _GATE.intersection(_WORD.findall(text, start, end))
    if not hits:
        return None
    first, last = end, start
    for word in hits:
        first = min(first, text.find(word, start, end))
        last = max(last, text.rfind(word, start, end) + len(word))
    if first - start > _BEFORE:
        start = text.rfind(" ", start, first - _BEFORE) + 1 or start
    if end - last > _AFTER:
        space = text.find(" ", last + _AFTER, end)
        end = end if space < 0 else space
    return start, end


def tokens(text: str, start: int, end: int) -> Tokens:
    """Return the words of a passage with the part of the grammar that each may play."""
    matches = list(_TOKEN.finditer(text, start, end))
    return Tokens(text, matches, "".join([_LETTERS_OF[match[0]] for match in matches]))


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
