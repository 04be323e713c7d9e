"""A month as a page: the balance, each line with its allegation, incident, reason and evidence, cumulative lines."""

import hashlib
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from harmtrace.records.month import Freezing, Line, LineKind, Month
from harmtrace.reports import month_tables, phrase
from harmtrace.reports.assessment_tables import conceded, words
from harmtrace.reports.month_chart import month_chart
from harmtrace.reports.sheet import style
from harmtrace.reports.svg import number_html, prose_html, safe

Href = Callable[[str], str]

_HINTS = {
    LineKind.CREDIBLE: "The body decided that harm by it was more likely than not, or by the standard that it names.",
    LineKind.NON_CREDIBLE: "The body found too little at that time. This is never a finding that nobody was harmed.",
    LineKind.AMENDED: "Corrections of what earlier lines said. They move no balance.",
}
_LISTED = (
    LineKind.CREDIBLE,
    LineKind.NON_CREDIBLE,
    LineKind.DUPLICATE,
    LineKind.OUT_OF_SCOPE,
    LineKind.REOPENED,
    LineKind.AMENDED,
    LineKind.NEW,
    LineKind.OPEN,
)


def _nowhere(_: str) -> str:
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """Where the pages of incidents, allegations and documents lie, by their id; empty where there is none."""

    incident: Href = _nowhere
    allegation: Href = _nowhere
    document: Href = _nowhere


ALONE = Ways()


def month_page(one: Month, *, frozen: Freezing | None) -> str:
    """Return a month as one HTML file that needs no other; the same month gives the same bytes."""
    sheet = style()
    title = f"{one.body}, {phrase.day(one.month)}"
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{safe(_policy(sheet))}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark">'
        f"<title>{safe(title)}</title><style>{sheet}</style></head>\n"
        f'<body><main id="main">{"".join(month_parts(one, frozen=frozen, ways=ALONE))}</main>\n'
        f"<footer><p>{_FOOTER}</p></footer></body></html>\n"
    )


_FOOTER = (
    "Lines as the body's handling was recorded, made by harmtrace. A closing is what the body decided, not what "
    "happened; every line names the allegation, and what it rests on."
)


@cache
def _policy(sheet: str) -> str:
    digest = b64encode(hashlib.sha256(sheet.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def month_parts(one: Month, *, frozen: Freezing | None, ways: Ways) -> Iterator[str]:
    """Yield the main part of a month's page."""
    yield f'<p class="kicker">{safe(one.body)}</p>\n<h1>Allegations of civilian harm, {phrase.day(one.month)}</h1>\n'
    yield _status(one, frozen)
    yield '<section aria-labelledby="balance"><h2 id="balance">The month</h2>\n'
    yield f'<p class="balance">{_balance(one)}</p>\n<figure>{month_chart(one)}</figure>\n'
    yield _opening(one)
    yield "</section>\n"
    yield from _closings(one)
    for kind in _LISTED:
        yield from _section(one, kind, ways)
    yield from _cumulative(one)


def _status(one: Month, frozen: Freezing | None) -> str:
    if frozen is None:
        return '<p class="lead">A draft: the month is not frozen and may still change.</p>\n'
    return (
        f'<p class="lead">Frozen by {safe(frozen.by)} on {phrase.day(frozen.at[:10])}. '
        f'What was learnt later is an amendment in a later month.</p>\n<p class="hint">SHA-256 of the month '
        f'<span class="code">{safe(frozen.sha256)}</span></p>\n'
    )


def _balance(one: Month) -> str:
    parts = [(one.carried, "carried over"), (one.new, "new"), (one.reopened, "reopened"), (one.closed, "closed")]
    signs = ("", "+ ", "+ ", "− ")
    said = [
        f"<span>{sign}<b>{number_html(f'{many:,}')}</b> {what}</span>"
        for sign, (many, what) in zip(signs, parts, strict=True)
    ]
    return " ".join([*said, f"<span>= <b>{number_html(f'{one.open:,}')}</b> open</span>"])


def _opening(one: Month) -> str:
    said = []
    if one.opening is not None:
        said.append(f"Opening balance {one.opening.number:,}: {prose_html(one.opening.source)}.")
        if one.left is not None and one.left != one.opening.number:
            said.append(f"By its own lines the month before left {one.left:,}: the body began a new count.")
    if one.unlisted:
        said.append(f"Of those carried over, {one.unlisted:,} are known as a number only and stay open here.")
    return f'<p class="hint">{" ".join(said)}</p>\n' if said else ""


def _closings(one: Month) -> Iterator[str]:
    """Yield why allegations were closed, and by which channel those had come."""
    reasons: dict[str, int] = {}
    for line in one.lines:
        if line.line is LineKind.NON_CREDIBLE:
            reason = "" if line.reason is None else line.reason.value
            reasons[reason] = reasons.get(reason, 0) + 1
    channels: dict[str, list[int]] = {}
    kinds = (LineKind.NEW, LineKind.CREDIBLE, LineKind.NON_CREDIBLE)
    for line in one.lines:
        if line.line in kinds and line.channel is not None:
            channels.setdefault(line.channel.value, [0, 0, 0])[kinds.index(line.line)] += 1
    if not reasons and not channels:
        return
    yield '<section class="pair" aria-label="Reasons and channels">\n'
    if reasons:
        rows = [(_code(name) if name else "none of the codes", str(many)) for name, many in _most(reasons)]
        yield _table("Reasons of the non-credible closings", ("Reason", "Closed"), rows)
    if channels:
        many_rows = [(safe(words(name)), *map(str, many)) for name, many in sorted(channels.items())]
        yield _table("By channel", ("Channel", "New", "Credible", "Non-credible"), many_rows)
    yield "</section>\n"


def _code(text: str) -> str:
    return f'<span class="code">{safe(text)}</span>'


def _most(counts: dict[str, int]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def _table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a small table of counts; its first column is words as markup."""
    first, *others = heads
    head = f'<th scope="col">{first}</th>' + "".join(f'<th scope="col" class="right">{one}</th>' for one in others)
    body = "".join(
        f'<tr><th scope="row">{row[0]}</th>' + "".join(f'<td class="right n">{cell}</td>' for cell in row[1:]) + "</tr>"
        for row in rows
    )
    return f"<table><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>\n"


def _section(one: Month, kind: LineKind, ways: Ways) -> Iterator[str]:
    found = [line for line in one.lines if line.line is kind]
    many = month_tables.total(one, kind)
    if not many:
        return
    name, title = f"lines-{kind.value}", month_tables.title(kind)
    yield f'<section aria-labelledby="{name}"><h2 id="{name}">{title}: {number_html(f"{many:,}")}</h2>\n'
    if kind in _HINTS:
        yield f'<p class="hint">{_HINTS[kind]}</p>\n'
    if len(found) < many:
        yield f'<p class="hint">{many - len(found):,} of them are known as a number only.</p>\n'
    if found:
        yield f'<div class="wide" role="region" aria-labelledby="{name}" tabindex="0">\n'
        yield '<table class="stack lines" role="table"><thead role="rowgroup"><tr role="row">'
        heads = ("Allegation", "Day", "About", "Channel", _last(kind), "Evidence", "Signed")
        yield "".join(f'<th role="columnheader" scope="col">{head}</th>' for head in heads)
        yield '</tr></thead><tbody role="rowgroup">\n'
        yield from (_row(line, ways) for line in found)
        yield "</tbody></table></div>\n"
    yield "</section>\n"


def _last(kind: LineKind) -> str:
    if kind in (LineKind.NON_CREDIBLE, LineKind.DUPLICATE, LineKind.OUT_OF_SCOPE):
        return "Reason"
    if kind is LineKind.CREDIBLE:
        return "Conceded"
    return {LineKind.REOPENED: "New information", LineKind.AMENDED: "Corrected"}.get(kind, "How far")


def _row(line: Line, ways: Ways) -> str:
    cells = (
        ("Day", phrase.day(line.on.isoformat())),
        ("About", _about(line, ways)),
        ("Channel", "–" if line.channel is None else words(line.channel)),
        (_last(line.line), _said(line)),
        ("Evidence", "; ".join(_evidence(id, ways) for id in line.evidence) or "–"),
        ("Signed", _signed(line)),
    )
    number = f'<span class="why">no. {safe(line.number)}</span>' if line.number else ""
    head = (
        '<th role="rowheader" scope="row" data-label="Allegation">'
        f"{_linked(line.allegation, ways.allegation(line.allegation))}{number}</th>"
    )
    return (
        f'<tr role="row">{head}'
        + "".join(f'<td role="cell" data-label="{name}">{cell}</td>' for name, cell in cells)
        + "</tr>\n"
    )


def _about(line: Line, ways: Ways) -> str:
    parts = [prose_html(line.where)] if line.where else []
    if line.when:
        parts.append(f'<span class="why">{safe(phrase.day(line.when))}</span>')
    if line.incident:
        parts.append(_linked(line.incident, ways.incident(line.incident)))
    return " ".join(parts) or "–"


def _said(line: Line) -> str:
    if line.line in (LineKind.NEW, LineKind.OPEN, LineKind.CARRIED):
        return words(line.state)
    if line.line is LineKind.CREDIBLE:
        return conceded(line.killed, line.injured)
    code = "" if line.reason is None else _code(line.reason)
    stated = "" if line.stated is None else f"<q>{prose_html(line.stated)}</q>"
    return " ".join(part for part in (code, stated, prose_html(line.what)) if part) or "–"


def _evidence(id: str, ways: Ways) -> str:
    outside = id if id.startswith(("https://", "http://")) else ""
    return _linked(id, outside or ways.document(id) or ways.incident(id))


def _linked(text: str, href: str) -> str:
    return f'<a href="{safe(href)}">{_code(text)}</a>' if href else _code(text)


def _signed(line: Line) -> str:
    return " and ".join(prose_html(name) for name in (line.by, line.second) if name) or "–"


def _cumulative(one: Month) -> Iterator[str]:
    total = one.cumulative
    since = (
        "Since the first allegation recorded."
        if total.before is None
        else f"Published figures stand for what came before {phrase.day(total.before)}."
    )
    sources = f" Sources: {prose_html('; '.join(total.sources))}." if total.sources else ""
    yield '<section aria-labelledby="cumulative"><h2 id="cumulative">To the end of the month</h2>\n'
    yield f'<p class="hint">{since}{sources}</p>\n<dl class="facts">'
    for what, figure in month_tables.cumulative(total):
        yield f'<div><dt>{what}</dt><dd class="n">{safe(figure)}</dd></div>'
    yield "</dl></section>\n"
