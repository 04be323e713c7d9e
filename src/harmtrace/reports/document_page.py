"""A document's page: its whole text with every claim's words marked, and what each claim says.

Built by joining strings, not by a template: a case may have 100,000 of these.
"""

import re
from collections.abc import Sequence

from harmtrace.records.claim import Claim, Reading
from harmtrace.records.text import Document, Passage, Relation
from harmtrace.reports import frame, links, phrase
from harmtrace.reports.book import Book
from harmtrace.reports.marks import Note, marked_text
from harmtrace.reports.rows import says
from harmtrace.reports.svg import prose_html, safe, safe_words

_MOST_PASSAGES = 5


_ARABIC = re.compile("[\u0620-\u064a]")


def _script(text: str) -> str | None:
    """Return ``ar`` for a text mostly in Arabic letters, so that it is set in their type; None for any other."""
    if _ARABIC.search(text) is None:
        return None
    return "ar" if len(_ARABIC.findall(text)) * 2 > sum(map(str.isalpha, text)) else None


def notes_of(claims: Sequence[Claim]) -> list[Note]:
    """Return a document's claims as its page marks them, numbered in their order."""
    found = []
    for number, claim in enumerate(claims, start=1):
        sign, words = says(claim)
        found.append(Note(claim.start, claim.end, links.anchor(claim.id), number, words, sign))
    return found


def document_page(book: Book, document: Document, reading: Reading, notes: Sequence[Note]) -> str:
    """Return the page of one document; ``notes`` are those of its claims."""
    text = marked_text(document.text, notes=notes, zones=document.zones, aside=reading.set_aside)
    title = document.title if document.title is not None else document.id
    tag = document.language or _script(document.text)
    language = f' lang="{safe(tag)}"' if tag is not None else ""
    parts = [
        frame.opening(book.case, title=title, kind="Document"),
        f'<h1 dir="auto">{safe(title)}</h1>',
        _facts(document, reading),
        _claims(book, reading.claims, notes),
        '<section aria-labelledby="text"><h2 id="text">The words</h2>',
        '<p class="hint">Marked: the words of a claim; the number leads to the table above. '
        "Grey: not body text. Dotted: numbers set aside, the reason in the list below.</p>",
        f'<div class="text" dir="auto"{language}>{text}</div></section>',
        _set_aside(reading),
        _relations(book, document),
        "</main></body></html>\n",
    ]
    return "\n".join(part for part in parts if part)


def _facts(document: Document, reading: Reading) -> str:
    published = "not known"
    if document.published is not None:
        why = f' <span class="why">({safe(document.published_why)})</span>' if document.published_why else ""
        published = safe(phrase.day(document.published)) + why
    reference = "not known" if reading.reference is None else phrase.day(reading.reference)
    rows = [
        ("Document", f"<bdi>{safe(document.id)}</bdi>"),
        (
            "Publisher",
            "not known"
            if document.source is None
            else f"<bdi>{safe(document.source)}</bdi>"
            + ("" if document.source_kind is None else f" ({document.source_kind.value.replace('_', ' ')})"),
        ),
        ("Published", published),
        ("Relative dates read from", f'{safe(reference)} <span class="why">({safe(reading.reference_why)})</span>'),
        ("Language", "not known" if document.language is None else safe(document.language)),
        ("Address", "not known" if document.url is None else f'<bdi class="code">{safe(document.url)}</bdi>'),
        ("Captured", "" if document.captured is None else safe(document.captured)),
        ("Original file, SHA-256", f'<bdi class="code">{safe(document.sha256)}</bdi>'),
    ]
    return (
        '<dl class="facts">'
        + "".join(f"<div><dt>{name}</dt><dd>{value}</dd></div>" for name, value in rows if value)
        + "</dl>"
    )


def _claims(book: Book, claims: Sequence[Claim], notes: Sequence[Note]) -> str:
    if not claims:
        return ""
    rows = "".join([_claim(book, claim, note) for claim, note in zip(claims, notes, strict=True)])
    return f"{_CLAIMS}{rows}</tbody></table></div></section>"


_CLAIMS = (
    '<section aria-labelledby="claims"><h2 id="claims">What it claims</h2>'
    '<div class="wide" role="region" aria-labelledby="claims" tabindex="0"><table class="stack" role="table">'
    '<thead role="rowgroup"><tr role="row">'
    + "".join(
        f'<th role="columnheader" scope="col">{name}</th>'
        for name in ("No.", "What", "Who says", "When, where", "Shown in")
    )
    + '</tr></thead><tbody role="rowgroup">'
)


def _claim(book: Book, claim: Claim, note: Note) -> str:
    code = book.incident_of.get(claim.id)
    if code is not None:
        shown = f'<a href="{book.incident_href(code, "../", to=note.anchor)}">{safe(code)}</a>'
    else:
        shown = prose_html(book.fate_of.get(claim.id, "no incident"))
    who = f"<bdi>{safe(claim.speaker)}</bdi>" if claim.speaker is not None else "the publisher itself"
    if claim.via is not None:
        who += f" through <bdi>{safe(claim.via)}</bdi>"
    when = "time not known" if claim.when is None else safe(phrase.day(claim.when))
    where = "" if claim.where is None else f", <bdi>{safe(claim.where)}</bdi>"
    return (
        f'<tr role="row" id="row-{note.anchor}"><th role="rowheader" scope="row" data-label="No.">{note.number}</th>'
        f'<td role="cell" data-label="What"><a href="#{note.anchor}">{prose_html(note.says)}</a></td>'
        f'<td role="cell" data-label="Who says">{who}</td>'
        f'<td role="cell" data-label="When, where">{when}{where}</td>'
        f'<td role="cell" data-label="Shown in">{shown}</td></tr>'
    )


def _set_aside(reading: Reading) -> str:
    if not reading.set_aside:
        return ""
    items = "".join(
        f"<li><q><bdi>{safe(number.quote)}</bdi></q>: {prose_html(number.reason)}</li>" for number in reading.set_aside
    )
    return (
        '<section aria-labelledby="aside"><h2 id="aside">Numbers that claim no harm</h2>'
        f"<details><summary>{len(reading.set_aside)} set aside, each with its reason</summary>"
        f'<ul class="plain">{items}</ul></details></section>'
    )


def _relations(book: Book, document: Document) -> str:
    relations = book.relations_of.get(document.id, ())
    if not relations:
        return ""
    items = "".join(_relation(book, document, relation) for relation in relations)
    return (
        '<section aria-labelledby="relations"><h2 id="relations">Relations to other documents</h2>'
        f'<ul class="plain">{items}</ul></section>'
    )


def _relation(book: Book, document: Document, relation: Relation) -> str:
    mine = relation.a == document.id
    a, b = _named(book, relation.a, linked=not mine), _named(book, relation.b, linked=mine)
    passages = "".join(
        f"<li>{_passage(document, passage, mine=mine)}</li>" for passage in relation.passages[:_MOST_PASSAGES]
    )
    more = len(relation.passages) - _MOST_PASSAGES
    tail = f"<li>and {more} more</li>" if more > 0 else ""
    shared = (
        f"<details><summary>{len(relation.passages)} shared {'passage' if len(relation.passages) == 1 else 'passages'}"
        f"</summary><ul>{passages}{tail}</ul></details>"
        if passages
        else ""
    )
    sentence = f"{a} {phrase.relation(relation.kind)} {b}"
    return f'<li>{phrase.capital(sentence)}. <span class="why">{prose_html(relation.why)}</span>{shared}</li>'


def _named(book: Book, document: str, *, linked: bool) -> str:
    if not linked:
        return "this document"
    href = book.document_href(document, "../")
    name = f"<bdi>{safe(document)}</bdi>"
    return f'<a href="{href}">{name}</a>' if href else name


def _passage(document: Document, passage: Passage, *, mine: bool) -> str:
    start, end = (passage.a_start, passage.a_end) if mine else (passage.b_start, passage.b_end)
    words = document.text[start:end]
    shown = words if len(words) <= 400 else words[:400] + " …"
    kind = ", a quotation" if passage.quoted else ""
    return f'<q dir="auto">{safe_words(shown)}</q> <span class="why">characters {start} to {end}{kind}</span>'
