"""Allegations as pages of the report: an overview with its pictures, a page a month, a page an allegation."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from harmtrace.records.assessment import Act, Assessment, Receipt, Rfi, State
from harmtrace.records.month import CLOSINGS, Freezing, Month
from harmtrace.reports import assessment_chart, links, phrase
from harmtrace.reports.assessment_tables import Checklists, conceded, says, words
from harmtrace.reports.book import ReportCase
from harmtrace.reports.frame import closing, opening
from harmtrace.reports.month_page import Ways, month_parts
from harmtrace.reports.struck_map import Marked, struck_map
from harmtrace.reports.svg import number_html, prose_html, safe

Pages = Iterator[tuple[str, str]]
FILE = "assessments.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Handled:
    """What bodies did with the allegations of a case.

    Attributes:
        known: every allegation.
        months: every month of every body from its first act to its last, with its freezing where it is frozen.
        checklists: what is to be gone through at each stage.
    """

    known: Sequence[Assessment] = ()
    months: Sequence[tuple[Month, Freezing | None]] = ()
    checklists: Checklists

    @property
    def on(self) -> date:
        """Return the day of the latest act."""
        return max(act.on for one in self.known for act in one.acts)


def assessment_pages(
    case: ReportCase, handled: Handled, *, codes: frozenset[str], heads: Callable[[str], str], spots: Sequence[Marked]
) -> Pages:
    """Yield every page on allegations; the overview alone where there is none.

    Args:
        case: for title and footer.
        handled: allegations and months.
        codes: of incidents that have a page.
        heads: gives the link from the report's folder to a document's page, empty where it has none.
        spots: every incident with a point, and whether a strike fits it.
    """
    links_of = _Links(codes, heads)
    known = frozenset(one.id for one in handled.known)
    ways = Ways(
        incident=links_of.incident,
        allegation=lambda id: f"../allegation/{id}.html" if id in known else "",
        document=links_of.document,
    )
    yield FILE, _overview(case, handled, spots, links_of)
    for month, frozen in handled.months:
        title = f"{month.body}, {phrase.day(month.month)}"
        main = "".join(month_parts(month, frozen=frozen, ways=ways))
        yield f"month/{month_name(month)}", opening(case, title=title, kind=_trail("a month")) + main + closing(case)
    for one in handled.known:
        title = f"Allegation {one.id}, {one.body}"
        main = "".join(_allegation(one, handled.checklists, links_of))
        yield (
            f"allegation/{one.id}.html",
            opening(case, title=title, kind=_trail("an allegation")) + main + closing(case),
        )


def _trail(kind: str) -> str:
    return f'<a href="../{FILE}">allegations</a> <span aria-hidden="true">›</span> {kind}'


def month_name(month: Month) -> str:
    """Return the file name of a month's page."""
    return links.document_name(f"{month.month} {month.body}")


class _Links:
    """Where incidents, documents and allegations lie, from a page in a folder of the report."""

    def __init__(self, codes: frozenset[str], heads: Callable[[str], str]) -> None:
        self._codes, self._heads = codes, heads

    def incident(self, code: str, root: str = "../") -> str:
        return f"{root}incident/{links.incident_name(code)}" if code in self._codes else ""

    def document(self, id: str) -> str:
        found = self._heads(id)
        return f"../{found}" if found else ""

    def evidence(self, id: str) -> str:
        href = self.incident(id) or self.document(id)
        if id.startswith(("https://", "http://")):
            href = id
        code = f'<span class="code">{safe(id)}</span>'
        return f'<a href="{safe(href)}">{code}</a>' if href else code


# The overview.


def _overview(case: ReportCase, handled: Handled, spots: Sequence[Marked], where: _Links) -> str:
    page = opening(case, title=f"Allegations, {case.title}", kind="allegations", root="")
    page += "<h1>Allegations and assessments</h1>\n"
    if not handled.known:
        return f"{page}<p>No allegation has been recorded in this case.</p>{_map(spots)}{closing(case)}"
    page += (
        '<p class="lead">How bodies handled the reports that reached them, as recorded. A closing is what a body '
        "decided, not what happened; “non-credible” means that it found too little at that time, never that "
        "nobody was harmed.</p>\n"
    )
    bodies = list(dict.fromkeys(one.body for one in handled.known))
    for place, body in enumerate(bodies):
        known = [one for one in handled.known if one.body == body]
        months = [pair for pair in handled.months if pair[0].body == body]
        page += "".join(_body(body, known, months, on=handled.on, place=place))
    return page + _map(spots) + "".join(_list(handled, where)) + closing(case)


def _body(
    body: str, known: Sequence[Assessment], months: Sequence[tuple[Month, Freezing | None]], *, on: date, place: int
) -> Iterator[str]:
    name = f"body-{place}"
    yield f'<section aria-labelledby="{name}"><h2 id="{name}">{prose_html(body)}</h2>\n<ul class="counts">'
    still = sum(1 for one in known if not one.state.closed)
    counts = (
        (len(known), "allegations"),
        (still, "open"),
        (_many(known, State.CLOSED_CREDIBLE), "credible"),
        (_many(known, State.CLOSED_NON_CREDIBLE), "non-credible"),
        (sum(1 for one in known if one.dissents), "with a dissent"),
        (
            sum(1 for one in known for rfi in one.rfis if rfi.answer is None),
            "requests for information without an answer",
        ),
    )
    yield "".join(f"<li>{number_html(f'{many:,}')} <span>{what}</span></li>" for many, what in counts)
    yield "</ul>\n"
    yield _series(name, months)
    yield '<div class="charts">\n'
    pictures = (
        ("Days from receipt to closing", assessment_chart.closing_times(known, name=f"times-{place}")),
        ("Found credible, by channel", assessment_chart.credible_by_channel(known, name=f"channels-{place}")),
        ("Closings, by reason", assessment_chart.closings_by_reason(known, name=f"reasons-{place}")),
        (
            f"Open, by age on {phrase.day(on.isoformat())}",
            assessment_chart.open_by_age(known, on=on, name=f"ages-{place}"),
        ),
    )
    for number, (title, picture) in enumerate(pictures):
        if picture:
            head = f"{name}-picture-{number}"
            yield (
                f'<figure><figcaption id="{head}">{title}</figcaption><div class="wide" role="region" '
                f'aria-labelledby="{head}" tabindex="0">{picture}</div></figure>\n'
            )
    yield "</div></section>\n"


def _many(known: Sequence[Assessment], state: State) -> int:
    return sum(1 for one in known if one.state is state)


_HEADS = (
    "Month", "Carried over", "New", "Reopened", "Non-credible", "Credible", "Duplicate", "Out of scope", "Amended",
    "Open", "Conceded killed", "",
)  # fmt: skip


def _series(name: str, months: Sequence[tuple[Month, Freezing | None]]) -> str:
    heads = "".join(f'<th role="columnheader" scope="col"{_right(head)}>{head}</th>' for head in _HEADS)
    rows = "".join(_series_row(month, frozen) for month, frozen in months)
    return (
        f'<div class="wide" role="region" aria-labelledby="{name}" tabindex="0"><table role="table">'
        "<caption>Open at the end = carried over + new + reopened − closed. Each month leads to its lines.</caption>"
        f'<thead role="rowgroup"><tr role="row">{heads}</tr></thead>\n'
        f'<tbody role="rowgroup">{rows}</tbody></table></div>\n'
    )


def _right(head: str) -> str:
    return "" if head in ("Month", "") else ' class="right"'


def _series_row(month: Month, frozen: Freezing | None) -> str:
    numbers = (month.carried, month.new, month.reopened, *(month.count(kind) for kind in CLOSINGS), month.amended)
    cells = [f"{one:,}" if one else "–" for one in numbers]
    cells.append(f'<span class="figure">{month.open:,}</span>')
    killed = month.killed
    cells.append("–" if killed is None else phrase.short(killed.low, killed.high))
    body = "".join(
        f'<td role="cell" class="right n" data-label="{head}">{cell}</td>'
        for head, cell in zip(_HEADS[1:-1], cells, strict=True)
    )
    state = "" if frozen is None else '<span class="tag">frozen</span>'
    return (
        f'<tr role="row"><th role="rowheader" scope="row" data-label="Month"><a href="month/{month_name(month)}">'
        f'{phrase.day(month.month)}</a></th>{body}<td role="cell">{state}</td></tr>\n'
    )


def _map(spots: Sequence[Marked]) -> str:
    if not (drawing := struck_map(spots, name="struck")):
        return ""
    matched = sum(1 for one in spots if one.matched)
    return (
        '<section aria-labelledby="where"><h2 id="where">Incidents and logged strikes</h2>\n<p class="hint">'
        f"{matched:,} of {len(spots):,} incidents with a place have a logged strike that may be theirs (a full dot); "
        "for the others (a ring) none fits, or no log was taken in. A match is a suggestion.</p>\n"
        f'<figure><div class="wide" role="region" aria-labelledby="where" tabindex="0">{drawing}</div></figure>'
        "</section>\n"
    )


def _list(handled: Handled, where: _Links) -> Iterator[str]:
    yield '<section aria-labelledby="every"><h2 id="every">Every allegation</h2>\n'
    yield '<div class="wide" role="region" aria-labelledby="every" tabindex="0"><table class="stack" role="table">'
    heads = ("Allegation", "Body", "Received", "About", "State", "Reason or numbers", "Incident", "Checked")
    yield '<thead role="rowgroup"><tr role="row">'
    yield "".join(f'<th role="columnheader" scope="col">{head}</th>' for head in heads)
    yield '</tr></thead><tbody role="rowgroup">\n'
    for one in handled.known:
        done, due = _progress(one, handled.checklists)
        cells = (
            prose_html(one.body),
            f'{phrase.day(one.received.isoformat())}<span class="why">{words(one.channel)}</span>',
            _about(one),
            f'{words(one.state)}<span class="why">since {phrase.day(one.since.isoformat())}</span>{_flags(one)}',
            _result(one) or "–",
            _incident(one, where, root="") or "–",
            f"{done} of {due}",
        )
        number = f'<span class="why">no. {safe(one.number)}</span>' if one.number else ""
        yield (
            '<tr role="row"><th role="rowheader" scope="row" data-label="Allegation">'
            f'<a class="code" href="allegation/{one.id}.html">{one.id}</a>{number}</th>'
        )
        yield "".join(
            f'<td role="cell" data-label="{head}">{cell}</td>' for head, cell in zip(heads[1:], cells, strict=True)
        )
        yield "</tr>\n"
    yield "</tbody></table></div></section>\n"


def _progress(one: Assessment, lists: Checklists) -> tuple[int, int]:
    due = [item for stage in one.stages for item in lists.get(stage, {})]
    return sum(1 for item in due if item in one.checks), len(due)


def _about(one: Assessment) -> str:
    when = f'<span class="why">{safe(phrase.day(one.when))}</span>' if one.when else ""
    return (prose_html(one.where) if one.where else "–") + when


def _flags(one: Assessment) -> str:
    flags = []
    if one.dissents:
        flags.append("dissent")
    if any(rfi.answer is None for rfi in one.rfis):
        flags.append("request open")
    if State.REOPENED in one.stages:
        flags.append("was reopened")
    return "".join(f' <span class="tag">{flag}</span>' for flag in flags)


def _result(one: Assessment) -> str:
    said = [f'<span class="code">{one.reason}</span>' if one.reason else "", conceded(one.killed, one.injured)]
    if one.stated:
        said.append(f"<q>{prose_html(one.stated)}</q>")
    return " ".join(part for part in said if part)


def _incident(one: Assessment, where: _Links, *, root: str) -> str:
    if one.incident is None:
        return ""
    code = f'<span class="code">{safe(one.incident)}</span>'
    href = where.incident(one.incident, root)
    return f'<a href="{safe(href)}">{code}</a>' if href else code


# One allegation.


def _allegation(one: Assessment, lists: Checklists, where: _Links) -> Iterator[str]:
    yield f'<p class="kicker">{prose_html(one.body)}</p><h1>Allegation {one.id}</h1>\n'
    yield '<div class="card"><dl class="facts">'
    facts = (
        ("State", f"{words(one.state)} since {phrase.day(one.since.isoformat())}"),
        ("Outcome", _result(one)),
        ("Standard of proof", words(one.standard) if one.standard else ""),
        ("Received", f"{phrase.day(one.received.isoformat())}, {words(one.channel)}"),
        ("The body's number", safe(one.number or "")),
        ("About", _about(one) if one.where or one.when else ""),
        ("Incident", _incident(one, where, root="../")),
        ("Evidence", "; ".join(where.evidence(id) for id in one.evidence)),
    )
    yield "".join(f"<div><dt>{what}</dt><dd>{text}</dd></div>" for what, text in facts if text)
    yield "</dl></div>\n"
    yield '<section aria-labelledby="acts"><h2 id="acts">What was done</h2><div class="wide"><table class="stack">'
    yield "<thead><tr><th>Day</th><th>What</th><th>Why</th><th>By</th><th>Evidence</th></tr></thead><tbody>\n"
    yield from (_act(act, where) for act in one.acts)
    yield "</tbody></table></div></section>\n"
    if one.rfis:
        yield '<section aria-labelledby="rfis"><h2 id="rfis">Requests for information</h2><div class="wide">'
        yield '<table class="stack"><thead><tr><th>Asked</th><th>Of</th><th>Question</th><th>Answer</th>'
        yield "<th>Used</th></tr></thead><tbody>\n"
        yield from (_rfi(rfi, one) for rfi in one.rfis)
        yield "</tbody></table></div></section>\n"
    yield from _checklists(one, lists, where)


def _act(act: Act, where: _Links) -> str:
    second: object = getattr(act, "second", None)
    signed = prose_html(act.by) + (f" and {prose_html(second)}" if isinstance(second, str) else "")
    document = (act.document,) if isinstance(act, Receipt) and act.document else ()
    evidence = "; ".join(where.evidence(id) for id in (*document, *act.evidence)) or "–"
    cells = (
        ("Day", phrase.day(act.on.isoformat())),
        ("What", f'{prose_html(says(act))}<span class="why">act {act.id}</span>'),
        ("Why", prose_html(act.why)),
        ("By", signed),
        ("Evidence", evidence),
    )
    return "<tr>" + "".join(f'<td data-label="{name}">{text}</td>' for name, text in cells) + "</tr>\n"


def _rfi(rfi: Rfi, one: Assessment) -> str:
    closed = one.closing
    late = closed is not None and rfi.answered_on is not None and rfi.answered_on > closed.on
    answered = "" if rfi.answered_on is None else phrase.day(rfi.answered_on.isoformat())
    answer = "no answer" if rfi.answer is None else f'{prose_html(rfi.answer)}<span class="why">{answered}</span>'
    used: Mapping[bool | None, str] = {None: "not settled", True: "yes", False: "no"}
    cells = (
        ("Asked", phrase.day(rfi.asked_on.isoformat())),
        ("Of", prose_html(rfi.asked_of)),
        ("Question", prose_html(rfi.question)),
        ("Answer", answer + (' <span class="tag">after the closing</span>' if late else "")),
        ("Used", used[rfi.used]),
    )
    return "<tr>" + "".join(f'<td data-label="{name}">{text}</td>' for name, text in cells) + "</tr>\n"


def _checklists(one: Assessment, lists: Checklists, where: _Links) -> Iterator[str]:
    yield '<section aria-labelledby="checks"><h2 id="checks">Checklists</h2>\n'
    yield '<p class="hint">An item left open forbids nothing; it shows what a decision did not look at.</p>'
    yield '<div class="wide"><table class="stack"><thead><tr><th>Stage</th><th>What</th><th>Done</th><th>By</th>'
    yield "<th>Evidence</th></tr></thead><tbody>\n"
    for stage in one.stages:
        for item, question in lists.get(stage, {}).items():
            check = one.checks.get(item)
            done = '<span class="tag old">open</span>' if check is None else words(check.checked)
            by = "–" if check is None else f"{prose_html(check.by)}, {phrase.day(check.on.isoformat())}"
            evidence = "" if check is None else "; ".join(where.evidence(id) for id in check.evidence)
            cells = (
                ("Stage", words(stage)),
                ("What", question),
                ("Done", done),
                ("By", by),
                ("Evidence", evidence or "–"),
            )
            yield "<tr>" + "".join(f'<td data-label="{name}">{text}</td>' for name, text in cells) + "</tr>\n"
    yield "</tbody></table></div></section>\n"
