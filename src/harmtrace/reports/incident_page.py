"""An incident's page: brief, head facts, claims, ranges, chart, map, why it holds together.

Built by joining strings, not by a template: a case may have 100,000 of these. Texts pass ``safe``,
``prose_html`` or ``isolated``, which escape them; all else is markup already.
"""

from collections.abc import Iterable, Sequence

from harmtrace.records.claim import ClaimId
from harmtrace.records.incident import BlamedParty, BodyPosition, Bounds, Hypothesis, Incident, Pairing, Range
from harmtrace.reports import frame, phrase
from harmtrace.reports.book import Book
from harmtrace.reports.brief_arabic import brief_arabic
from harmtrace.reports.drawings import Near, charts, place_map
from harmtrace.reports.footage_section import footage_section
from harmtrace.reports.overview import airwars, sign
from harmtrace.reports.rows import Claims, claims_of
from harmtrace.reports.struck_page import matches_section, sides_section
from harmtrace.reports.svg import number_html, prose_html, safe

_MOST_PAIRINGS = 40
_MOST_DOCUMENTS = 12


def incident_page(book: Book, incident: Incident, near: Near) -> str:
    """Return the page of one incident."""
    claims = claims_of(book, incident)
    grouped, tally = incident.grouped, incident.tally
    where = grouped.hypotheses[0].place.name if grouped.hypotheses else "place not known"
    when = "time not known" if grouped.when is None else phrase.day(grouped.when)
    parts = [
        frame.opening(book.case, title=f"{incident.code}: {where}, {when}", kind="Incident"),
        f'<p class="kicker"><span class="code">{safe(incident.code)}</span> · alleged, as published</p>',
        f"<h1><bdi>{safe(where)}</bdi>, {safe(when)}</h1>",
        f'<div class="opening">{_brief(incident, claims)}{_head_facts(book, incident, when)}</div>',
        _brief_in_arabic(book, incident, claims),
        charts(book, incident, claims),
        _casualties(claims),
        _ranges(tally.ranges, claims),
        sides_section(incident),
        _positions(incident, claims),
        _blamed(incident, claims),
        _at_risk(incident, claims),
        matches_section(incident),
        footage_section(incident, book.case.footage_of(incident.code), claims),
        _voices(book, incident, claims),
        _places(incident, claims, near),
        _pairings(book, grouped.pairings),
        _judgements(book, incident.code),
        frame.closing(book.case),
    ]
    return "\n".join(part for part in parts if part)


def _section(name: str, heading: str, *parts: str) -> str:
    inner = "\n".join(part for part in parts if part)
    return f'<section aria-labelledby="{name}">\n<h2 id="{name}">{heading}</h2>\n{inner}\n</section>'


def _list(items: Iterable[str]) -> str:
    return f'<ul class="plain">{"".join(items)}</ul>'


def _document(book: Book, document: str) -> str:
    href = book.document_href(document, "../")
    name = f"<bdi>{safe(document)}</bdi>"
    return f'<a href="{href}">{name}</a>' if href else name


def _evidence(rows: Sequence[str], label: str, *, state: bool) -> str:
    columns = _COLUMNS if state else _COLUMNS[:-1]
    heads = "".join(f'<th role="columnheader" scope="col">{name}</th>' for name in columns)
    return (
        f'<div class="wide" role="region" aria-label="{label}" tabindex="0">\n'
        f'<table class="stack evidence{"" if state else " stateless"}" role="table">'
        f'<thead role="rowgroup"><tr role="row">{heads}</tr></thead>\n'
        f'<tbody role="rowgroup">\n{"".join(rows)}</tbody></table></div>'
    )


_COLUMNS = ("No.", "Who says", "What", "The words", "Document", "State")


def _brief(incident: Incident, claims: Claims) -> str:
    if not incident.brief:
        said = "<p>No sentence can be made from the records.</p>"
    else:
        items = (
            f"<li>{prose_html(line.sentence)} {claims.cited(line.claims, spoken=True)}</li>\n"
            for line in incident.brief
        )
        said = f'<ul class="sentences">\n{"".join(items)}</ul>'
    return f'<section class="brief" aria-labelledby="brief">\n<h2 id="brief">In brief</h2>\n{said}\n</section>\n'


def _brief_in_arabic(book: Book, incident: Incident, claims: Claims) -> str:
    """Return the brief in Arabic, closed until it is asked for, and set from right to left."""
    known = {claim.id: claim for claim in claims.claims}
    if not set(incident.grouped.claims) <= known.keys():
        return ""
    said = brief_arabic(
        incident.grouped,
        incident.tally,
        claim_of=known.__getitem__,
        publisher_of=lambda document: book.head(document).source or document,
    )
    items = "".join(f"<li>{prose_html(line.sentence)} {claims.cited(line.claims, spoken=True)}</li>\n" for line in said)
    return (
        '<details class="brief" lang="ar" dir="rtl"><summary>بإيجاز</summary>\n'
        f'<ul class="sentences">\n{items}</ul></details>\n'
    )


def _head_facts(book: Book, incident: Incident, when: str) -> str:
    grouped, tally, rule = incident.grouped, incident.tally, airwars(incident)
    places = " or ".join(f'<a href="#places"><bdi>{safe(one.place.name)}</bdi></a>' for one in grouped.hypotheses)
    origins = (
        f'<a href="#voices">{number_html(f"{tally.origins:,}")}</a> / {number_html(f"{tally.sources:,}")}'
        '<span class="why">independent voices / publishers</span>'
    )
    named = ", ".join(_document(book, document) for document in grouped.documents[:_MOST_DOCUMENTS])
    more = len(grouped.documents) - _MOST_DOCUMENTS
    told = len(grouped.told)
    silent = f'<span class="why">{told:,} of them tell of it without a number</span>' if told else ""
    rows = (
        ("Rule", "none" if rule is None else f"<code>{safe(f'{rule.rule} {rule.version}')}</code>"),
        ("When", safe(when) + _why(grouped.when_why)),
        ("Where", places or "not known"),
        ("Origins / sources", origins),
        ("Grade", _grade(incident)),
        ("Strike", _strike(incident)),
        ("Documents", named + (f" and {more} more" if more > 0 else "") + silent),
    )
    return (
        '<aside class="head" aria-label="Head facts">\n<dl>\n'
        + _big("Killed", None if rule is None else rule.killed)
        + _big("Injured", None if rule is None else rule.injured)
        + "".join(f"<div><dt>{name}</dt><dd>{value}</dd></div>\n" for name, value in rows)
        + "</dl>\n</aside>"
    )


def _big(name: str, bounds: Bounds | None) -> str:
    shown = sign(bounds)
    value = f'<a href="#ranges">{number_html(shown)}</a>' if shown else '<span class="why">no number</span>'
    return f'<div class="big"><dt>{name}</dt><dd>{value}</dd></div>\n'


def _why(text: str) -> str:
    return f'<span class="why">{prose_html(text)}</span>' if text else ""


def _grade(incident: Incident) -> str:
    signed = "none signed"
    if incident.grade is not None:
        signed = f'<strong>{incident.grade.value}</strong> <span class="tag">signed</span>'
    suggested = incident.tally.grade_suggested
    if suggested is None:
        return f"{signed}\n{_why(incident.tally.grade_why)}"
    return (
        f'{signed}\n<span class="why"><em>{suggested.value}</em> <span class="tag suggest">suggested</span> '
        f"{prose_html(incident.tally.grade_why)}</span>"
    )


def _strike(incident: Incident) -> str:
    status = incident.tally.strike_status
    if status is None:
        return _why(incident.tally.strike_why) or "not known"
    return f'<em>{status.value}</em> <span class="tag suggest">suggested</span>{_why(incident.tally.strike_why)}'


def _casualties(claims: Claims) -> str:
    rows = claims.rows["casualty"]
    shown = "<p>No claim gives a number of people harmed.</p>"
    if rows:
        shown = _evidence(rows, "Claims of killed, injured and missing", state=True)
    return _section("claims", "Claims side by side", shown)


def _ranges(ranges: Sequence[Range], claims: Claims) -> str:
    shown = "<p>No rule gave a figure.</p>"
    if ranges:
        shown = f'<div class="rules">\n{"".join(_range(rule, claims) for rule in ranges)}</div>'
    hint = '<p class="hint">Before review: every grounded claim takes part unless a person rejected it.</p>'
    return _section("ranges", "Ranges, by named rules", hint, shown)


def _range(rule: Range, claims: Claims) -> str:
    parts = [f'<article>\n<h3><code>{safe(rule.rule)}</code> <span class="why">{safe(rule.version)}</span></h3>\n']
    figures = _figures(rule)
    if figures:
        rows = "".join(
            f"<div><dt><bdi>{safe(name)}</bdi></dt><dd>{number_html(value)}</dd></div>" for name, value in figures
        )
        setting = claims.cited((*rule.claims, *(body.claim for body in rule.bodies)))
        parts.append(f"<dl>{rows}</dl>\n<p>Set by {setting}</p>\n")
    else:
        parts.append("<p>No figure.</p>\n")
    parts += [f'<p class="why">{prose_html(note)}</p>' for note in rule.notes]
    if rule.left_out:
        whys: dict[str, list[ClaimId]] = {}
        for out in rule.left_out:
            whys.setdefault(out.why, []).append(out.claim)
        items = (f"<li>{claims.cited(left)} {prose_html(claims.named(why))}</li>" for why, left in whys.items())
        parts.append(
            f"<details><summary>{len(rule.left_out)} left out, with the reason</summary>\n{_list(items)}</details>\n"
        )
    parts.append("</article>\n")
    return "".join(parts)


def _figures(rule: Range) -> list[tuple[str, str]]:
    """Return what a rule gives as (name, figure)."""
    figures = [
        (name, _bounds(found))
        for name, found in (("killed", rule.killed), ("injured", rule.injured))
        if found is not None
    ]
    figures += [
        (name, f"{number:,}")
        for name, number in (("best", rule.best), ("low", rule.low), ("high", rule.high))
        if number is not None
    ]
    for name, group in rule.groups:
        numbers = ", ".join(
            f"{word} {number:,}"
            for word, number in (("best", group.best), ("low", group.low), ("high", group.high))
            if number is not None
        )
        if numbers:
            figures.append((name.replace("_", " "), numbers))
    for body in rule.bodies:
        said = "day not known" if body.said is None else phrase.day(body.said)
        parts = [
            f"{word} {_bounds(found)}"
            for word, found in (("killed", body.killed), ("injured", body.injured))
            if found is not None
        ]
        figures.append((body.body, f"{', '.join(parts) or 'no number'} ({said})"))
    return figures


def _bounds(found: Bounds) -> str:
    return phrase.short(found.low, found.high)


def _positions(incident: Incident, claims: Claims) -> str:
    if not incident.tally.positions:
        shown = ["<p>None known.</p>"]
    else:
        items = []
        for position in incident.tally.positions:
            on = "day not known" if position.on is None else phrase.day(position.on)
            said = f" {phrase.stated(position.stated)}" if position.stated is not None else ""
            aside = _position_aside(position)
            items.append(
                f"<li>{prose_html(f'{on}: {position.body}{said}')} "
                f'<span class="tag">{safe(phrase.status(position.status, position.stated))}</span> '
                f"{claims.cited(position.claims)}{_why(aside)}</li>\n"
            )
        shown = [_NOT_NO_HARM, f'<ol class="history">\n{"".join(items)}</ol>']
    rows = claims.rows["position"]
    stated = _evidence(rows, "What the bodies said", state=False) if rows else ""
    return _section("positions", "Positions of responsible bodies", *shown, stated)


def _position_aside(position: BodyPosition) -> str:
    """Return what stands with a position beside its status: reason, conceded numbers, where it comes from."""
    conceded = [
        f"concedes {name} {_bounds(found)}"
        for name, found in (("killed", position.killed), ("injured", position.injured))
        if found is not None
    ]
    origin = "" if position.basis == "claims" else f"{position.basis} {position.reference or ''}".strip()
    recorder = "" if position.by is None else f"by {position.by}"
    parts = ["" if position.reason is None else position.reason.value, *conceded, f"{origin} {recorder}".strip()]
    return "; ".join(part for part in parts if part)


_NOT_NO_HARM = (
    '<p class="hint">“Non-credible” means that a body found too little at that time. '
    "It does not say that nobody was harmed.</p>"
)


def _blamed(incident: Incident, claims: Claims) -> str:
    shown = "<p>Nobody is blamed in these documents.</p>"
    if incident.tally.blamed:
        shown = _list(_party(party, claims) for party in incident.tally.blamed)
    rows = claims.rows["blame"]
    evidence = _evidence(rows, "Claims of blame", state=False) if rows else ""
    return _section("blame", "Who and what is blamed", shown, evidence)


def _party(party: BlamedParty, claims: Claims) -> str:
    aside = f"{party.stance}; as written: {'; '.join(party.written)}"
    return f"<li><strong><bdi>{safe(party.party)}</bdi></strong> {_why(aside)} {claims.cited(party.claims)}</li>\n"


def _at_risk(incident: Incident, claims: Claims) -> str:
    rows = claims.rows["exposure"]
    if not incident.tally.at_risk and not rows:
        return ""
    items = (
        f"<li>{prose_html(f'{phrase.bounds(risk.low, risk.high)}: {risk.what}')} {claims.cited((risk.claim,))}</li>"
        for risk in incident.tally.at_risk
    )
    evidence = _evidence(rows, "Claims of people at risk", state=False) if rows else ""
    return _section("risk", "People at risk there, not harmed", _list(items), evidence)


def _voices(book: Book, incident: Incident, claims: Claims) -> str:
    items = (
        f"<li><strong><bdi>{safe(voice.name)}</bdi></strong>, in "
        f"{', '.join(_document(book, document) for document in voice.documents)} "
        f"{claims.cited(voice.claims)}{_why(claims.named(voice.why))}</li>\n"
        for voice in incident.tally.voices
    )
    return _section("voices", "Voices that count", _ONE_VOICE, _list(items))


_ONE_VOICE = (
    '<p class="hint">Copies and versions of one text are one voice; '
    "what a text only carries belongs to the voice that said it.</p>"
)


def _places(incident: Incident, claims: Claims, near: Near) -> str:
    drawing = place_map(incident, near)
    figure = ""
    if drawing:
        figure = (
            '<figure><div class="wide" role="region" aria-labelledby="places" tabindex="0">'
            f"{drawing}</div>\n<figcaption>Circles show how far each place may reach; squares are other incidents "
            "near by, diamonds logged strikes that may be this one. "
            "Degrees are WGS 84; the drawing is equirectangular.</figcaption></figure>"
        )
    shown = "<p>No place is known.</p>"
    if incident.grouped.hypotheses:
        shown = _list(_place(hypothesis, claims) for hypothesis in incident.grouped.hypotheses)
    return _section("places", "Where it may have happened", figure, shown)


def _place(hypothesis: Hypothesis, claims: Claims) -> str:
    place = hypothesis.place
    facts = (
        f"in {', '.join(place.within)}" if place.within else "",
        "" if place.tier is None else f"precision: {place.tier.value.replace('_', ' ')}",
        "" if place.latitude is None or place.longitude is None else f"{place.latitude:.4f}, {place.longitude:.4f}",
        "" if place.radius_m is None else f"within {place.radius_m:,} m",
        f"gazetteer: {place.gazetteer}",
    )
    aside = " · ".join(fact for fact in facts if fact)
    return f"<li><strong><bdi>{safe(place.name)}</bdi></strong> {_why(aside)} {claims.cited(hypothesis.claims)}</li>\n"


def _pairings(book: Book, pairings: Sequence[Pairing]) -> str:
    if not pairings:
        return ""
    more = len(pairings) - _MOST_PAIRINGS
    return _section(
        "together",
        "Why these accounts stand together",
        '<p class="hint">Each line adds to or takes from a score of log-odds; above zero speaks for one event.</p>',
        *(_pairing(book, pairing) for pairing in pairings[:_MOST_PAIRINGS]),
        f"<p>And {number_html(f'{more:,}')} more pairs of accounts.</p>" if more > 0 else "",
    )


def _pairing(book: Book, pairing: Pairing) -> str:
    a, b = (f"{document}, account {event + 1}" for document, event in (pairing.a, pairing.b))
    rows = "".join(
        f'<tr><th scope="row">{safe(feature.name)}</th><td>{prose_html(feature.finding)}</td>'
        f'<td class="right">{number_html(f"{feature.weight:+.2f}")}</td></tr>'
        for feature in pairing.features
    )
    return (
        f"<details><summary><bdi>{safe(a)}</bdi> and <bdi>{safe(b)}</bdi>: {safe(pairing.verdict)}, "
        f"{number_html(f'{pairing.score:+.2f}')}</summary>\n"
        f"<p>{_account(book, pairing.a)} · {_account(book, pairing.b)}</p>\n"
        '<table><thead><tr><th scope="col">Compared</th><th scope="col">Found</th><th scope="col">Weight</th></tr>'
        f"</thead>\n<tbody>{rows}</tbody></table>\n</details>"
    )


def _account(book: Book, account: tuple[str, int]) -> str:
    href = book.document_href(account[0], "../")
    name = f"<bdi>{safe(f'{account[0]}, account {account[1] + 1}')}</bdi>"
    return f'<a href="{href}">{name}</a>' if href else name


def _judgements(book: Book, code: str) -> str:
    judgements = book.judgements_on.get(code, ())
    if not judgements:
        return ""
    items = []
    for one in judgements:
        pair = "" if one.other is None else f" ({safe(one.subject)}, {safe(one.other)})"
        items.append(
            f"<li>{safe(one.at[:10])}, <bdi>{safe(one.by)}</bdi>: {one.decision.value}{pair}. "
            f"{prose_html(one.why)}</li>"
        )
    return _section("judgements", "Decisions of people", _list(items))
