"""Text that shows something else than it holds: reordered numbers, letters of another script, presentation forms."""

import re
from dataclasses import dataclass
from typing import Final

#: Right-to-left override, and what ends it.
_OVERRIDDEN: Final = re.compile("\u202e([^\u202c\u202e\n]*)")
_NUMBER: Final = re.compile(r"\d[\d.,٫٬]*\d")
_FORMS: Final = re.compile("[\ufb50-\ufdfb\ufe70-\ufefc]+")
_LATIN: Final = "A-Za-z\u00c0-\u024f"
_ARABIC: Final = "\u0620-\u064a\u0671-\u06d3"
_CYRILLIC: Final = "\u0400-\u04ff"
_GREEK: Final = "\u0370-\u03ff"
#: A word of two scripts; single letters of maths and units stay out by asking for two letters of one of them.
_MIXED: Final = re.compile(
    rf"[{_LATIN}][{_CYRILLIC}{_GREEK}]|[{_CYRILLIC}{_GREEK}][{_LATIN}]|[{_LATIN}][{_ARABIC}]{{2}}|[{_ARABIC}]{{2}}[{_LATIN}]"
)
#: Without one of these no word mixes scripts with Latin, and none is a presentation form; most pages hold none.
_OTHER: Final = re.compile(rf"[{_CYRILLIC}{_GREEK}{_ARABIC}\ufb50-\ufdfb\ufe70-\ufefc]")
#: The bytes that begin a character of the ranges above, or a digit of another script; 0xe2 begins quotes and dashes.
_ABOVE: Final = bytes((*range(0xCD, 0xE2), *range(0xE3, 0x100)))
#: Digits as 0, letters that pass for digits as O, those bytes as 0xff.
_ALIKE: Final = bytes.maketrans(b"123456789olI|" + _ABOVE, b"0" * 9 + b"O" * 4 + b"\xff" * len(_ABOVE))
#: Letters that stand for digits inside a number: "1O7", "l37".
_FALSE_DIGIT: Final = re.compile(r"(?<![\w.-])(?:\d+[OolI|]+\d[\dOolI|]*|[OolI|]\d{2,})(?![\w-])")
#: What every such number holds; looked for first, among bytes (``0O``, ``O00``) or at the speed of digits.
_LETTER_BY_DIGIT: Final = re.compile(r"\d(?:[OolI|]|(?<=[OolI|].)\d)")


@dataclass(frozen=True, slots=True)
class Spoof:
    """One stretch that may deceive the eye: its issue code, where it stands, what was found, how often."""

    code: str
    start: int
    end: int
    found: str
    times: int


def spoofs(text: str) -> list[Spoof]:
    r"""Return what a reader's eye would take for something else, one of each kind, the first place of it.

    >>> spoofs("killed \u202e137\u202c people")[0].found
    'the number 137 under a right-to-left override, which shows it as 731'
    """
    out: list[Spoof] = []
    if "\u202e" in text:
        numbers = [
            (override.start(1) + number.start(), number[0])
            for override in _OVERRIDDEN.finditer(text)
            for number in _NUMBER.finditer(override[1])
        ]
        if numbers:
            at, digits = numbers[0]
            found = f"the number {digits} under a right-to-left override, which shows it as {digits[::-1]}"
            out.append(Spoof("reordered-number", at, at + len(digits), found, len(numbers)))
    alike = text.encode("utf-8", "surrogatepass").translate(_ALIKE)
    others = b"\xff" in alike
    near = b"0O" in alike or b"O00" in alike or (others and _LETTER_BY_DIGIT.search(text) is not None)
    if near and (false := _first(_FALSE_DIGIT, text)) is not None:
        words = text[false[0] : false[1]]
        out.append(Spoof("false-digit", false[0], false[1], f"a letter among digits ({words})", false[2]))
    if not others or _OTHER.search(text) is None:
        return out
    if (mixed := _first(_MIXED, text)) is not None:
        out.append(Spoof("mixed-script", mixed[0], mixed[1], "letters of two scripts in one word", mixed[2]))
    if (forms := _first(_FORMS, text)) is not None:
        out.append(Spoof("presentation-forms", forms[0], forms[1], "Arabic presentation forms", forms[2]))
    return out


def _first(pattern: re.Pattern[str], text: str) -> tuple[int, int, int] | None:
    if pattern.search(text) is None:
        return None
    found = list(pattern.finditer(text))
    return (found[0].start(), found[0].end(), len(found)) if found else None
