"""What a reader is told of the bytes before it, and what it may use up."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.metadata import version

from harmtrace.intake.given import NOTHING, Given
from harmtrace.language.zones import mark
from harmtrace.records.entry import Issue
from harmtrace.records.text import DateCandidate, Derivation, Document, Sha256, Zone, ZoneKind

FILE_BYTES = 50_000_000
UNPACKED_BYTES = 2_000_000_000
ENTRIES = 10_000
DEEPEST = 3
# A part this small may be packed as tightly as it likes; above it, this many times its packed size is too much.
FREE_BYTES = 10_000_000
RATIO = 200

Read = Iterator[Document | Issue]


_NONE = Sha256("")


@dataclass(slots=True, kw_only=True)
class Budget:
    """What one file of the user may still come to when it is unpacked, however deeply it is nested."""

    bytes: int = UNPACKED_BYTES
    entries: int = ENTRIES


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One file, or one part of an archive, on the way to documents.

    Attributes:
        name: its path below the folder given, ``archive.zip/inner/name.html`` inside an archive.
        where: how messages name it.
        original: the hash of the file of the user that it lies in.
        given: what was given about it beside its content.
        depth: in how many archives it lies.
    """

    name: str
    where: str
    original: Sha256 = _NONE
    given: Given = NOTHING
    depth: int = 0
    file_bytes: int = FILE_BYTES
    budget: Budget = field(default_factory=Budget)

    def inner(self, name: str, given: Given | None = None) -> "Part":
        """Return a part of this one."""
        whole = f"{self.name}/{name}"
        where = f"{self.where}/{name}"
        return replace(self, name=whole, where=where, depth=self.depth + 1, given=given or self.given)

    def issue(self, code: str, expected: str, found: str, *, at: str = "", done: str = "not taken") -> Issue:
        """Return what is wrong with this part, or with the place ``at`` in it, and what was done about it."""
        place = f"{self.where}: {at}" if at else self.where
        return Issue(code=code, message=f"{place}: expected {expected}, found {found}; {done}", document=self.name)


@cache
def made_by(tool: str, parameters: str = "") -> Derivation:
    """Return which library made a text, in the version that is installed here."""
    return Derivation(tool=tool, version=version(tool), parameters=parameters)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a part says about itself.

    Attributes:
        published: EDTF day; ``found``: where it stands.
        dates: further days, with where each stands.
        derived: what made the text of it; None where the text stands in it as it is.
    """

    published: str | None = None
    found: str = ""
    dates: tuple[DateCandidate, ...] = ()
    language: str | None = None
    source: str | None = None
    url: str | None = None
    title: str | None = None
    captured: str | None = None
    author: str | None = None
    zones: tuple[Zone, ...] = ()
    derived: Derivation | None = None


def document(part: Part, text: str, *, media: str, said: Said) -> Document:
    """Return the document of one part's text; what was given with it goes before what it says itself."""
    given = part.given
    language, title = given.language or said.language, given.title or said.title
    zones = mark(text, language=language, title=title)
    published, found = (said.published, said.found) if given.published is None else (given.published, "given")
    dates = () if published is None else (DateCandidate(day=published, found=found),)
    return Document(
        id=part.name,
        text=text,
        sha256=part.original,
        media=media,
        language=language,
        published=published,
        published_why="" if published is None else found,
        dates=tuple(dict.fromkeys((*dates, *said.dates))),
        source=given.source or said.source,
        source_kind=given.source_kind,
        url=given.url or said.url,
        title=title or next((text[zone.start : zone.end] for zone in zones if zone.kind is ZoneKind.TITLE), None),
        captured=given.captured or said.captured,
        zones=_beside(zones, said.zones),
        author=said.author,
        derived=said.derived,
    )


def _beside(zones: tuple[Zone, ...], extra: tuple[Zone, ...]) -> tuple[Zone, ...]:
    """Return the extra zones, and those of the others that overlap none of them, in order."""
    if not extra:
        return zones
    apart = [zone for zone in zones if all(zone.end <= one.start or zone.start >= one.end for one in extra)]
    return tuple(sorted((*extra, *apart), key=lambda zone: zone.start))
