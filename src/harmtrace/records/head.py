"""DocumentHead: what grouping and tallies need of a document, without its text."""

from dataclasses import dataclass

from harmtrace.records.text import Document, SourceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentHead:
    """A document without its text, light enough to hold for every document of a case.

    Attributes:
        published: EDTF day of publication, None where unknown.
        source: who publishes it, None where unknown.
    """

    id: str
    published: str | None = None
    source: str | None = None
    source_kind: SourceKind | None = None
    title: str | None = None
    language: str | None = None

    @classmethod
    def of(cls, document: Document) -> "DocumentHead":
        """Return the head of a document.

        >>> from harmtrace.records.text import Sha256
        >>> DocumentHead.of(Document(id="a.txt", text="Three people died.", sha256=Sha256("0"))).id
        'a.txt'
        """
        return cls(
            id=document.id,
            published=document.published,
            source=document.source,
            source_kind=document.source_kind,
            title=document.title,
            language=document.language,
        )
