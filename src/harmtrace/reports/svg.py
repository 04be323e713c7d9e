"""Small pieces of SVG and HTML: elements, escaped text, visible control characters."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from html import escape

from markupsafe import Markup

_SHOWN = {code: chr(0x2400 + code) for code in range(32) if chr(code) not in "\t\n\r"}
_SHOWN[0x7F] = "\u2421"
# Bidi embeddings, overrides and isolates can turn a number round: shown by name instead of obeyed.
_SHOWN |= {code: f"[U+{code:04X}]" for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}
_SHOWN |= dict.fromkeys((*range(0x80, 0xA0), 0xFFFE, 0xFFFF), "\ufffd")


def plain(text: str) -> str:
    r"""Return the text with control characters and bidi overrides made visible.

    >>> plain("a\x00b \u202e137")
    'a␀b [U+202E]137'
    """
    # What is printable is none of these, nor half a surrogate pair; lines end in a character that is not.
    if text.isprintable() or ("\n" in text and text.replace("\n", "").isprintable()):
        return text
    return text.translate(_SHOWN).encode("utf-8", "replace").decode("utf-8")


# Names, days and reasons stand on many pages: what was escaped once is kept at hand.
@lru_cache(maxsize=32_768)
def safe(text: str) -> str:
    """Return the text made visible by ``plain`` and escaped for HTML and attributes."""
    return escape(plain(text), quote=True)


def safe_words(text: str) -> str:
    """Return what ``safe`` returns, of words that are not met again, so that nothing is kept."""
    return escape(plain(text), quote=True)


_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_RTL_RUN = re.compile(f"[{_RTL}]+(?:[^\\w<>&;]{{1,3}}[{_RTL}]+)*")


@lru_cache(maxsize=16_384)
def isolated(text: str) -> str:
    r"""Return escaped text for drawings and attributes, right-to-left runs kept from turning numbers round.

    >>> isolated("\u0646\u0648\u0631 137").encode("unicode_escape").decode()
    '\\u2068\\u0646\\u0648\\u0631\\u2069 137'
    """
    shown = safe(text)
    return shown if shown.isascii() else _RTL_RUN.sub("\u2068\\g<0>\u2069", shown)


@lru_cache(maxsize=16_384)
def prose_html(text: str) -> str:
    """Return an English sentence as HTML, each right-to-left run in it isolated."""
    shown = safe(text)
    return shown if shown.isascii() else _RTL_RUN.sub(r"<bdi>\g<0></bdi>", shown)


@lru_cache(maxsize=8_192)
def number_html(text: str) -> str:
    """Return a number or range that no neighbouring right-to-left word can turn round."""
    return f'<bdi dir="ltr" class="n">{safe(text)}</bdi>'


def element(name: str, content: str = "", **attributes: str | float | int) -> str:
    """Return one element; attribute values are escaped, ``content`` is markup already.

    A trailing underscore is dropped from attribute names and inner ones become hyphens; floats
    are written with one decimal, so that the same drawing has the same bytes everywhere.
    """
    parts = [name]
    for key, value in attributes.items():
        if isinstance(value, str):
            text = safe(value)
        else:
            text = f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)
        parts.append(f'{_attribute(key)}="{text}"')
    opening = " ".join(parts)
    return f"<{opening}>{content}</{name}>"


@cache
def _attribute(key: str) -> str:
    return _ATTRIBUTE.get(key) or key.rstrip("_").replace("_", "-")


_ATTRIBUTE = {
    "view_box": "viewBox",
    "ref_x": "refX",
    "ref_y": "refY",
    "marker_units": "markerUnits",
    "marker_width": "markerWidth",
    "marker_height": "markerHeight",
    "pattern_units": "patternUnits",
}


@lru_cache(maxsize=8_192)
def number(value: float) -> str:
    """Return a coordinate with one decimal, none where it is zero.

    >>> number(4.04), number(288.0), number(7)
    ('4', '288', '7')
    """
    return f"{value:.1f}".removesuffix(".0")


def label(text: str, x: float, y: float, *, kind: str, anchor: str = "") -> str:
    """Return a text element whose words are escaped."""
    placed = f' text-anchor="{anchor}"' if anchor else ""
    return f'<text x="{number(x)}" y="{number(y)}" class="{kind}"{placed}>{isolated(text)}</text>'


def line(x1: float, y1: float, x2: float, y2: float, kind: str, more: str = "") -> str:
    """Return a line; ``more`` is further attributes as markup."""
    ends = f'x1="{number(x1)}" x2="{number(x2)}" y1="{number(y1)}" y2="{number(y2)}"'
    return f'<line {ends} class="{kind}"{more}></line>'


def rect(x: float, y: float, width: float, height: float, kind: str, more: str = "") -> str:
    """Return a rectangle; ``more`` is further attributes as markup."""
    size = f'x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}"'
    return f'<rect {size} class="{kind}"{more}></rect>'


def circle(x: float, y: float, radius: float, kind: str) -> str:
    """Return a circle."""
    return f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}" class="{kind}"></circle>'


def arrowhead(id: str, kind: str) -> str:
    """Return the marker that ends a line in an arrow, for a drawing's definitions."""
    return element(
        "marker",
        element("path", d="M0 0 L8 4 L0 8 z", class_=f"head {kind}"),
        id=id,
        view_box="0 0 8 8",
        ref_x=7,
        ref_y=4,
        marker_width=8,
        marker_height=8,
        marker_units="userSpaceOnUse",
        orient="auto",
    )


def drawing(width: float, height: float, parts: Iterable[str], *, title: str, name: str) -> Markup:
    """Return a whole drawing with its title as accessible name; ``name`` makes its ids unique."""
    return Markup(  # every part was escaped by element, label or safe
        f'<svg viewBox="0 0 {width:g} {height:g}" width="{width:g}" height="{height:g}" role="group" '
        f'aria-labelledby="{name}-title" class="drawing {name}"><title id="{name}-title">{isolated(title)}</title>'
        f"{''.join(parts)}</svg>"
    )
