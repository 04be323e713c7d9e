"""Small pieces of SVG and HTML: elements, escaped text, visible control characters."""

from collections.abc import Iterable
from html import escape

from markupsafe import Markup

_SHOWN = {code: chr(0x2400 + code) for code in range(32) if chr(code) not in "\t\n\r"}
_SHOWN[0x7F] = "\u2421"
# Bidi embeddings, overrides and isolates can turn a number round: shown by name instead of obeyed.
_SHOWN |= {code: f"[U+{code:04X}]" for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}
_SHOWN |= dict.fromkeys((*range(0x80, 0xA0), 0xFFFE, 0xFFFF), "\ufffd")
_MAYBE = frozenset(map(chr, _SHOWN))


def plain(text: str) -> str:
    """Return the text with control characters and bidi overrides made visible.

    >>> plain("a\\x00b \\u202e137")
    'a␀b [U+202E]137'
    """
    if text.isascii() and text.isprintable():
        return text
    shown = text.translate(_SHOWN) if not _MAYBE.isdisjoint(text) else text
    return shown.encode("utf-8", "replace").decode("utf-8")


def safe(text: str) -> str:
    """Return the text made visible by ``plain`` and escaped for HTML and attributes."""
    return escape(plain(text), quote=True)


def element(name: str, content: str = "", **attributes: str | float | int) -> str:
    """Return one element; attribute values are escaped, ``content`` is markup already.

    A trailing underscore is dropped from attribute names and inner ones become hyphens; floats
    are written with one decimal, so that the same drawing has the same bytes everywhere.
    """
    parts = [name]
    for key, value in attributes.items():
        text = f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)
        parts.append(f'{_ATTRIBUTE.get(key) or key.rstrip("_").replace("_", "-")}="{safe(text)}"')
    opening = " ".join(parts)
    return f"<{opening}>{content}</{name}>"


_ATTRIBUTE = {"view_box": "viewBox", "ref_x": "refX", "ref_y": "refY", "marker_units": "markerUnits",
              "marker_width": "markerWidth", "marker_height": "markerHeight",
              "pattern_units": "patternUnits"}  # fmt: skip


def label(text: str, x: float, y: float, **attributes: str | float | int) -> str:
    """Return a text element whose words are escaped."""
    return element("text", safe(text), x=x, y=y, **attributes)


def drawing(width: float, height: float, parts: Iterable[str], *, title: str, name: str) -> Markup:
    """Return a whole drawing with its title as accessible name; ``name`` makes its ids unique."""
    head = element("title", safe(title), id=f"{name}-title")
    return Markup(  # every part was escaped by element, label or safe
        element("svg", head + "".join(parts), view_box=f"0 0 {width:g} {height:g}", width=f"{width:g}",
                height=f"{height:g}", role="group", aria_labelledby=f"{name}-title", class_=f"drawing {name}")
    )  # fmt: skip
