"""XML from strangers to elements: no entities of its own, nothing fetched, bounded in depth and number."""

from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers.expat import ExpatError, ParserCreate

from harmtrace.errors import InputError

_DEEPEST = 200
_ELEMENTS = 2_000_000
_BLOCK = 1 << 16


class XmlError(InputError):
    """Says why an XML text is not read."""


class _Builder:
    """Builds elements from the parser's events, and refuses what no document needs."""

    def __init__(self) -> None:
        self.tree = TreeBuilder()
        self._depth = 0
        self._count = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._count += 1
        if self._depth > _DEEPEST:
            raise XmlError(f"elements nested more than {_DEEPEST} deep")
        if self._count > _ELEMENTS:
            raise XmlError(f"more than {_ELEMENTS:,} elements")
        self.tree.start(_named(name), {_named(key): value for key, value in attributes.items()})

    def end(self, name: str) -> None:
        self._depth -= 1
        self.tree.end(_named(name))

    def entity(self, name: str, *_: object) -> None:
        raise XmlError(f"an entity {name[:40]!r} of its own")


def _named(name: str) -> str:
    return "{" + name if "}" in name else name


def parse(data: bytes) -> Element:
    """Return the root of an XML text, names as ``{namespace}name``.

    Raises:
        XmlError: it is no well-formed XML, declares entities, or is out of all proportion.

    >>> parse(b"<a><b>1</b></a>")[0].text
    '1'
    >>> parse(b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>')
    Traceback (most recent call last):
    ...
    harmtrace.intake.xmls.XmlError: an entity 'x' of its own
    """
    builder = _Builder()
    parser = ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.tree.data
    parser.EntityDeclHandler = builder.entity
    parser.UnparsedEntityDeclHandler = builder.entity
    parser.ExternalEntityRefHandler = lambda *_: 1  # an entity of the DTD outside: left out, never fetched
    parser.SetParamEntityParsing(0)
    try:
        for at in range(0, len(data), _BLOCK):
            parser.Parse(data[at : at + _BLOCK], False)
        parser.Parse(b"", True)
        root: Element = builder.tree.close()
    except (ExpatError, ValueError, LookupError, AssertionError) as error:
        raise XmlError(str(error) or "no XML") from error
    return root


def words(element: Element | None) -> str | None:
    """Return all text of an element, spaces run together; None where there is none."""
    if element is None:
        return None
    return " ".join("".join(element.itertext()).split()) or None
