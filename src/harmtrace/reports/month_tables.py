"""A month as lines for a terminal and as CSV."""

import csv
import io
from collections.abc import Iterator

from harmtrace.records.incident import Bounds
from harmtrace.records.month import CLOSINGS, Cumulative, Freezing, Line, LineKind, Month
from harmtrace.reports import phrase
from harmtrace.reports.assessment_tables import conceded, words

_TITLES = {
    LineKind.CARRIED: "Carried over",
    LineKind.NEW: "New",
    LineKind.REOPENED: "Reopened",
    LineKind.NON_CREDIBLE: "Closed as non-credible",
    LineKind.CREDIBLE: "Closed as credible",
    LineKind.DUPLICATE: "Closed as duplicate",
    LineKind.OUT_OF_SCOPE: "Closed as out of scope",
    LineKind.AMENDED: "Amended",
    LineKind.OPEN: "Open at the end",
}


def title(kind: LineKind) -> str:
    """Return what a kind of line is called."""
    return _TITLES[kind]


def total(one: Month, kind: LineKind) -> int:
    """Return the number of a kind of line, those known as a number only with it."""
    return one.count(kind) + (one.unlisted if kind in (LineKind.CARRIED, LineKind.OPEN) else 0)


def balance(one: Month) -> str:
    """Return the sum that holds a month together."""
    return (
        f"{one.carried} carried over + {one.new} new + {one.reopened} reopened − {one.closed} closed = {one.open} open"
    )


def cumulative(one: Cumulative) -> Iterator[tuple[str, str]]:
    """Yield each cumulative line as (what, figure); what nobody recorded is left out."""
    if one.strikes is not None:
        yield "Strikes", f"{one.strikes:,}"
    if one.engagements is not None:
        yield "Engagements", f"{one.engagements:,}"
    yield "Reports received", f"{one.reports:,}"
    yield "Credible reports", f"{one.credible:,}"
    shares = (
        ("Credible reports in all reports", one.credible_of_reports),
        ("Reports for each engagement", one.reports_share),
        ("Credible reports for each engagement", one.credible_share),
    )
    for what, share in shares:
        if share is not None:
            yield what, f"{100 * share:.2f} %"
    yield "Conceded killed", phrase.short(one.killed.low, one.killed.high)
    yield "Conceded injured", phrase.short(one.injured.low, one.injured.high)


def lines(one: Month, *, frozen: Freezing | None) -> Iterator[str]:
    """Yield a month for a terminal."""
    yield f"{one.body}, {phrase.day(one.month)}"
    yield balance(one)
    if one.opening is not None:
        yield f"opening balance {one.opening.number}: {one.opening.source}"
    if one.unlisted:
        yield f"of those carried over, {one.unlisted} are known as a number only"
    for kind in LineKind:
        if many := total(one, kind):
            yield f"{title(kind)}: {many}"
            yield from (f"  {_says(line)}" for line in one.lines if line.line is kind)
    yield "Cumulative: " + "; ".join(f"{what} {figure}" for what, figure in cumulative(one.cumulative))
    yield "not frozen" if frozen is None else f"frozen by {frozen.by} at {frozen.at}: SHA-256 {frozen.sha256}"


def _says(line: Line) -> str:
    parts = [
        line.allegation,
        line.on.isoformat(),
        line.number and f"no. {line.number}",
        line.where,
        line.when,
        line.incident,
        words(line.state) if line.line in (LineKind.OPEN, LineKind.CARRIED) else None,
        line.reason or line.stated,
        conceded(line.killed, line.injured),
        line.what,
    ]
    return "  ".join(part for part in parts if part)


_COLUMNS = (
    "month", "body", "row", "line", "count", "allegation", "number", "on", "channel", "when", "where", "incident",
    "state", "reason", "stated", "killed_low", "killed_high", "injured_low", "injured_high", "evidence", "what",
    "by", "second", "act",
)  # fmt: skip


def to_csv(one: Month, *, frozen: Freezing | None) -> str:
    """Return a month as CSV: first a row for each total, then a row for each line.

    UTF-8, comma, lines ended by CR LF (RFC 4180). A cell that a spreadsheet would take for a formula has an
    apostrophe before it. The same month gives the same bytes.
    """
    out = io.StringIO()
    writer = csv.DictWriter(out, _COLUMNS, restval="")
    writer.writeheader()
    base = {"month": one.month, "body": cell(one.body)}
    for name, number in _totals(one):
        writer.writerow({**base, "row": "total", "line": name, "count": number})
    for name, bounds in (("killed", one.killed), ("injured", one.injured)):
        writer.writerow({**base, "row": "total", "line": name, **_bounds(name, bounds)})
    if frozen is not None:
        writer.writerow({**base, "row": "frozen", "what": frozen.sha256, "by": cell(frozen.by), "on": frozen.at})
    for line in one.lines:
        writer.writerow({**base, **_row(line)})
    return out.getvalue()


def _totals(one: Month) -> Iterator[tuple[str, int | str]]:
    yield "carried", one.carried
    yield "unlisted", one.unlisted
    yield "new", one.new
    yield "reopened", one.reopened
    yield from ((kind.value, one.count(kind)) for kind in CLOSINGS)
    yield "amended", one.amended
    yield "open", one.open
    total = one.cumulative
    for name, number in (("strikes", total.strikes), ("engagements", total.engagements)):
        if number is not None:
            yield f"cumulative_{name}", number
    yield "cumulative_reports", total.reports
    yield "cumulative_credible", total.credible
    yield "cumulative_killed", phrase.short(total.killed.low, total.killed.high)
    yield "cumulative_injured", phrase.short(total.injured.low, total.injured.high)


def _row(line: Line) -> dict[str, object]:
    texts = {
        "allegation": line.allegation,
        "number": line.number,
        "channel": line.channel,
        "when": line.when,
        "where": line.where,
        "incident": line.incident,
        "state": line.state,
        "reason": line.reason,
        "stated": line.stated,
        "evidence": "; ".join(line.evidence),
        "what": line.what,
        "by": line.by,
        "second": line.second,
    }
    return {
        "row": "line",
        "line": line.line.value,
        "count": 1,
        "on": line.on.isoformat(),
        "act": "" if line.act is None else line.act,
        **{name: cell(text or "") for name, text in texts.items()},
        **_bounds("killed", line.killed),
        **_bounds("injured", line.injured),
    }


def _bounds(name: str, one: Bounds | None) -> dict[str, object]:
    if one is None:
        return {}
    ends = ((f"{name}_low", one.low), (f"{name}_high", one.high))
    return {end: "" if value is None else value for end, value in ends}


def cell(text: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
