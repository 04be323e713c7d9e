"""Document, zone, span, family: who published what, the exact words, their copies."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NewType

from harmtrace.errors import SpanError

Sha256 = NewType("Sha256", str)


class SourceKind(StrEnum):
    """What kind of publisher a source is."""

    NEWS = "news"
    AGENCY = "agency"
    OFFICIAL_MILITARY = "official_military"
    OFFICIAL_GOVERNMENT = "official_government"
    MONITOR = "monitor"
    NGO = "ngo"
    HEALTH = "health"
    LOCAL = "local"
    SOCIAL = "social"
    WITNESS = "witness"
    OTHER = "other"


class ZoneKind(StrEnum):
    """What a stretch of a page is, where it is not plain body text."""

    BODY = "body"
    TITLE = "title"
    CAPTION = "caption"
    BYLINE = "byline"
    MENU = "menu"
    BOILERPLATE = "boilerplate"
    COMMENT = "comment"
    REPEAT = "repeat"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A range of characters in one document.

    Attributes:
        document: the document's id within its case.
        start: first character, counted from 0 in Unicode code points.
        end: one past the last character, so ``end - start`` is the length.

    Raises:
        SpanError: the range is empty or runs backwards.
    """

    document: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise SpanError(f"{self.document}: characters {self.start} to {self.end} are no range")


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """A stretch of a document's text marked as title, caption, menu and the like.

    Nothing is deleted: the words stay, and readers skip or weigh them by kind.
    """

    start: int
    end: int
    kind: ZoneKind
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DateCandidate:
    """A day of publication that a document offers, and where it was found.

    Attributes:
        day: EDTF, as precise as it was stated (``2017-07-12``, ``2017-07``).
        found: ``given``, ``meta article:published_time``, ``json-ld datePublished``,
            ``time element``, ``byline``, ``dateline`` and the like.
    """

    day: str
    found: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """What made a document's text out of an original that is no plain text.

    Attributes:
        tool: the name of the program or library; ``version``: its version, as it states it.
        parameters: what it was told, in one line; empty where nothing.
    """

    tool: str
    version: str
    parameters: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One published text (or post, statement, page) that we read.

    Attributes:
        id: path below the folder given, or the record's ``id``.
        text: the characters that all offsets count.
        sha256: hash of the original file's bytes (of the JSONL line's file for records).
        media: media type of the original, or of the part of it that holds the text.
        language: BCP 47, None where not given and not detected.
        published: EDTF day of publication, None where unknown. Never guessed.
        published_why: where ``published`` was found; empty where unknown.
        dates: every candidate for the day of publication, best first.
        zones: marked stretches, in order, not overlapping; what is unmarked is body.
        author: who wrote it, as it says; several names are joined by commas.
        derived: what made ``text`` of the original; None where the text stands in it as it is.
    """

    id: str
    text: str
    sha256: Sha256
    media: str = "text/plain"
    language: str | None = None
    published: str | None = None
    published_why: str = ""
    dates: tuple[DateCandidate, ...] = ()
    source: str | None = None
    source_kind: SourceKind | None = None
    url: str | None = None
    title: str | None = None
    captured: str | None = None
    zones: tuple[Zone, ...] = ()
    author: str | None = None
    derived: Derivation | None = None


class RelationKind(StrEnum):
    """How one text stands to another."""

    IDENTICAL = "identical"
    REVISION_OF = "revision_of"
    COPY_OF = "copy_of"
    EXCERPT_OF = "excerpt_of"
    SAME_STATEMENT = "same_statement"
    DERIVED_FROM = "derived_from"


#: Relations that make two texts one voice; a shared statement or a borrowed sentence does not.
BINDING: Final = frozenset(
    (RelationKind.IDENTICAL, RelationKind.REVISION_OF, RelationKind.COPY_OF, RelationKind.EXCERPT_OF)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """The same words in two documents: ``[start, end)`` in each."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    quoted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """What shared passages show about two documents; ``a`` is the later or the lesser text.

    ``revision_of``: ``a`` is a later version of ``b``. ``copy_of``, ``excerpt_of``: ``a`` took from ``b``.

    Attributes:
        by_id_alone: nothing but the spelling of the ids made ``a`` the later: no figure may rest on that.
    """

    a: str
    b: str
    kind: RelationKind
    passages: tuple[Passage, ...]
    why: str
    by_id_alone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """Two documents that share words which few others of the collection have; ``a`` is the smaller id.

    Attributes:
        words: how many such words; ``rarest``: in how many texts the rarest of them stands, ``of`` how many.
        cosine: 0 to 1, how much of the weight of their words the shared ones carry.
        place: in how many texts the rarest shared word stands that texts introduce as a place; 0 where none is shared.
    """

    a: str
    b: str
    words: int
    rarest: int
    of: int
    cosine: float
    place: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Documents that are copies, revisions or excerpts of one text: one voice.

    Attributes:
        first: id of the earliest known member.
        members: ids, ``first`` included, sorted.
    """

    first: str
    members: tuple[str, ...]
