"""The reading copy of a bundle: one page without scripts or outside links, for people who only want to read."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from harmtrace.records.claim import Casualty, Claim, ClaimId
from harmtrace.records.incident import Incident
from harmtrace.records.text import Document
from harmtrace.reports import phrase, shapes
from harmtrace.reports.svg import element, prose_html, safe

_STYLE = (
    "body{font:16px/1.5 serif;max-width:46rem;margin:2rem auto;padding:0 1rem}"
    "table{border-collapse:collapse;width:100%}"
    "td,th{border:1px solid #999;padding:.2rem .4rem;text-align:left;vertical-align:top}pre{white-space:pre-wrap;"
    "font:inherit;border-left:3px solid #999;padding-left:1rem}mark{background:#ffe08a}code{overflow-wrap:anywhere}"
)
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def reading_copy(incident: Incident, *, claims: Sequence[Claim], documents: Sequence[Document], made: str) -> str:
    """Return the page of an incident with its claims and the whole texts that they stand in; ``made`` says when."""
    places = {one.id: number for number, one in enumerate(documents, 1)}
    numbers = {one.id: number for number, one in enumerate(claims, 1)}
    parts = [
        f"<h1>{safe(incident.code)}</h1>",
        f"<p>{safe(made)}. All figures are alleged, as published.</p>",
        *(_sentence(said.sentence, said.claims, numbers) for said in incident.brief),
        "<h2>Ranges</h2>",
        _ranges(incident),
        "<h2>Claims</h2>",
        _table(claims, places),
        *(_document(one, number, claims, numbers) for number, one in enumerate(documents, 1)),
    ]
    body = "\n".join(parts)
    head = (
        f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        f"<title>{safe(incident.code)}</title><style>{_STYLE}</style>"
    )
    return f'<!DOCTYPE html>\n<html lang="en"><head>{head}</head>\n<body>\n{body}\n</body></html>\n'


def _sentence(text: str, cited: Sequence[ClaimId], numbers: Mapping[ClaimId, int]) -> str:
    cites = ", ".join(f'<a href="#c{numbers[one]}">{numbers[one]}</a>' for one in cited if one in numbers)
    return f"<p>{prose_html(text)}{f' [{cites}]' if cites else ''}</p>"


def _ranges(incident: Incident) -> str:
    lines = []
    for rule in incident.tally.ranges:
        shown = shapes.range_(rule)
        figures = ", ".join(
            f"{name} {value}" for name in ("killed", "injured", "best", "low", "high") if (value := shown.get(name))
        )
        lines.append(element("li", f"{safe(rule.rule)} {safe(rule.version)}: {safe(figures or 'no figure')}"))
    return element("ul", "".join(lines))


def _table(claims: Sequence[Claim], places: Mapping[str, int]) -> str:
    rows = []
    for number, claim in enumerate(claims, 1):
        figure = phrase.count(claim.count) if isinstance(claim, Casualty) else shapes.kind(claim)
        cells = (figure, claim.speaker or "unknown", claim.when or "unknown", claim.quote)
        place = f'<a href="#d{places[claim.document]}">{safe(claim.document)}</a>, {claim.start}–{claim.end}'
        shown = "".join(element("td", safe(cell)) for cell in cells)
        rows.append(f'<tr id="c{number}"><td>{number}</td>{shown}<td>{place}</td></tr>')
    head = "".join(element("th", word) for word in ("", "says", "speaker", "when", "words", "document, characters"))
    return f"<table><tr>{head}</tr>{''.join(rows)}</table>"


def _document(document: Document, number: int, claims: Sequence[Claim], numbers: Mapping[ClaimId, int]) -> str:
    mine = [one for one in claims if one.document == document.id]
    cuts = sorted({0, len(document.text), *(cut for one in mine for cut in (one.start, one.end))})
    pieces = []
    for start, end in pairwise(cuts):
        said = [one for one in mine if one.start <= start and end <= one.end]
        words = safe(document.text[start:end])
        title = ", ".join(f"claim {numbers[one.id]}" for one in said)
        pieces.append(f'<mark title="{title}">{words}</mark>' if said else words)
    facts = [("source", document.source), ("published", document.published), ("address", document.url)]
    known = "; ".join(f"{name}: {safe(value)}" for name, value in facts if value is not None)
    return (
        f'<h2 id="d{number}">{safe(document.id)}</h2><p>{known or "source and day unknown"}; original SHA-256 '
        f"<code>{document.sha256}</code></p><pre>{''.join(pieces)}</pre>"
    )
