import re

import pytest

from harmtrace.reports.pages import style


def colours(scheme: str) -> dict[str, str]:
    """Return the named colours of a scheme as the style sheet sets them."""
    blocks = re.findall(r":root \{([^}]*)\}", style())
    block = blocks[{"light": 0, "dark": 1, "print": 2}[scheme]]
    found = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6})", block))
    return {
        name: value if len(value) == 7 else "#" + "".join(2 * digit for digit in value[1:])
        for name, value in found.items()
    }


def luminance(colour: str) -> float:
    """Return relative luminance (WCAG 2.2)."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


_WORDS = [
    ("ink", "paper"),
    ("ink", "card"),
    ("soft", "paper"),
    ("soft", "card"),
    ("link", "paper"),
    ("link", "card"),
    ("mark-ink", "mark"),
    ("accent", "paper"),
    ("hint", "hint-bg"),
    ("ink", "hint-bg"),
    ("soft", "hint-bg"),
    ("link", "hint-bg"),
    ("old", "paper"),
]


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
@pytest.mark.parametrize(("words", "ground"), _WORDS)
def test_words_stand_out_from_their_ground(scheme: str, words: str, ground: str) -> None:
    found = colours(scheme)
    assert contrast(found[words], found[ground]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
def test_drawn_signs_stand_out_from_the_paper(scheme: str) -> None:
    found = colours(scheme)
    assert contrast(found["accent"], found["paper"]) >= 3
    assert contrast(found["strong"], found["paper"]) >= 3


def test_the_style_sheet_fetches_nothing() -> None:
    assert "url(" not in style()
    assert "@import" not in style()
    assert "@font-face" not in style()


def test_the_page_mirrors_for_right_to_left_readers() -> None:
    sides = re.findall(r"(?:margin|padding|border)-(?:left|right|top|bottom)|text-align: (?:left|right)", style())
    assert sides == []
