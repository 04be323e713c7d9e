"""Section of an incident's page on recordings: coverage, what to look at first, suggestions, reviews, pictures."""

from base64 import b64encode
from collections.abc import Sequence

from harmtrace.records.claim import Blame, ClaimId
from harmtrace.records.footage import Review
from harmtrace.records.incident import Incident
from harmtrace.records.looking import Footage, Picture, Queued, Reviewed, held_back, marking
from harmtrace.reports.coverage_bars import bars
from harmtrace.reports.footage_words import basis, moment, names, observations
from harmtrace.reports.rows import Claims
from harmtrace.reports.svg import number_html, prose_html, safe


def footage_section(incident: Incident, footage: Footage | None, claims: Claims) -> str:
    """Return the section; empty where the case has no recording, or the incident no time and place to hold against."""
    if footage is None:
        return ""
    parts = [
        '<section aria-labelledby="footage">\n<h2 id="footage">What recordings could see</h2>',
        _NO_ABSENCE,
        bars(footage.coverage, names(footage.feeds)),
        _queue(footage),
        _suggested(footage, rivals(incident, claims), claims),
        _reviews(footage),
        _pictures(footage),
        "</section>",
    ]
    return "\n".join(part for part in parts if part)


_NO_ABSENCE = (
    '<p class="hint">A stretch without footage says nothing of what happened in it. '
    "Times are those of each recording's own clock, with one standard deviation.</p>"
)


def rivals(incident: Incident, claims: Claims) -> tuple[ClaimId, ...]:
    """Return every claim of who or what did the harm: what is seen bears on all of them, and decides between none."""
    told = (claim for party in incident.tally.blamed for claim in party.claims)
    return tuple(dict.fromkeys((*told, *(one.id for one in claims.claims if isinstance(one, Blame)))))


def _queue(footage: Footage) -> str:
    if not footage.queue:
        return "<p>No recording in the case could see the place in that time.</p>"
    rows = "".join(_queued(footage, at, one) for at, one in enumerate(footage.queue, 1))
    return (
        "<h3>Windows, in the order to be looked at</h3>\n"
        '<div class="wide" role="region" aria-label="Windows in the order to be looked at" tabindex="0"><table>'
        '<thead><tr><th scope="col">No.</th><th scope="col">Recording</th><th scope="col">From</th>'
        '<th scope="col">To</th><th scope="col">Clock</th><th scope="col">Score</th></tr></thead>\n'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _queued(footage: Footage, at: int, one: Queued) -> str:
    window = one.window
    feed = footage.feeds[window.feed]
    terms = "".join(f"<li>{safe(term.name)} {term.adds:+.2f}: {prose_html(term.found)}</li>" for term in one.terms)
    return (
        f'<tr><td>{at}</td><td><bdi>{safe(feed.name)}</bdi><span class="why">{safe(feed.id)}; {safe(marking(feed))}'
        f"</span></td><td>{_when(footage, one, window.media_start)}</td>"
        f"<td>{_when(footage, one, window.media_end)}</td><td>{safe(basis(feed.clock))}</td>"
        f"<td><details><summary>{number_html(f'{one.score:.2f}')}</summary>"
        f'<ul class="plain">{terms}</ul></details></td></tr>\n'
    )


def _when(footage: Footage, one: Queued, media_s: float) -> str:
    return number_html(moment(footage.feeds[one.window.feed].clock, media_s))


def _suggested(footage: Footage, rival: Sequence[ClaimId], claims: Claims) -> str:
    found = observations(footage)
    if not found:
        return ""
    items = [
        f"<li>{number_html(moment(one.feed.clock, one.media_s))}, <bdi>{safe(one.feed.name)}</bdi>: "
        f"{prose_html(one.words)}"
        f"{'' if one.score is None else f' <span class=why>{one.score:.1f} standard deviations</span>'}</li>\n"
        for one in found
    ]
    cited = claims.cited(rival)
    beside = (
        f"<p>It stands beside every claim of who or what did the harm, and decides between none: {cited}</p>"
        if cited
        else "<p>No claim here says who or what did the harm.</p>"
    )
    return f"<h3>Suggested by a scan</h3>\n{_SUGGESTIONS}\n{listed(items)}\n{beside}"


def listed(items: Sequence[str]) -> str:
    """Return a list of which the first twenty are seen at once; the others are a click away, and none is left out."""
    first, more = (f'<ul class="plain">{"".join(part)}</ul>' for part in (items[:_AT_ONCE], items[_AT_ONCE:]))
    if len(items) <= _AT_ONCE:
        return first
    return f"{first}\n<details><summary>{len(items) - _AT_ONCE:,} more</summary>{more}</details>"


_AT_ONCE = 20
_SUGGESTIONS = (
    '<p class="hint">Moments for people to look at, found by a machine; never a finding, and never a cause. '
    "Two impacts, fuel, stored ammunition and a dazzled sensor look alike.</p>"
)


def _reviews(footage: Footage) -> str:
    if not footage.reviews:
        return ""
    items = "".join(_reviewed(footage, one) for one in footage.reviews)
    return f'<h3>What people saw</h3>\n<ul class="plain">{items}</ul>'


def _reviewed(footage: Footage, one: Reviewed) -> str:
    state = {None: "nobody was second", True: "the second agrees", False: "they disagree; both stand"}[one.agrees]
    seconds = "".join(f"<br>{_said(each)}" for each in one.seconds)
    feed = footage.feeds.get(one.first.feed)
    name = one.first.feed if feed is None else feed.name
    at = f"{one.first.media_from:.1f}–{one.first.media_to:.1f} s"
    when = "" if feed is None else f" ({moment(feed.clock, one.first.media_from)})"
    return (
        f"<li><bdi>{safe(name)}</bdi>, {number_html(at + when)}: {_said(one.first)}{seconds}"
        f'<span class="why">{state}</span></li>\n'
    )


def _said(one: Review) -> str:
    return (
        f"<strong>{safe(one.label.value)}</strong>, <bdi>{safe(one.reviewer)}</bdi>, {safe(one.on)} "
        f"({safe(one.id)}): {prose_html(one.text)}"
    )


def _pictures(footage: Footage) -> str:
    if not footage.pictures:
        return ""
    shown = "".join(picture(footage, one) for one in footage.pictures)
    return (
        "<details><summary>Contact sheet, blurred</summary>\n"
        '<p class="hint">Grey, small, and blurred in the file itself. <code>harmtrace footage sheet --clear</code> '
        "writes the clear one for those who may see it.</p>\n"
        f'<div class="sheet">{shown}</div></details>'
    )


def picture(footage: Footage, one: Picture, *, clear: bool = False) -> str:
    """Return a key frame as a figure with its time, basis and marking; blurred unless it is said to be clear."""
    feed = footage.feeds[one.feed]
    at = moment(feed.clock, one.media_s)
    data = b64encode(one.jpeg).decode()
    kind = "key frame" if clear else "blurred key frame"
    held = held_back(feed)
    mark = "" if held is None else f"<br>{safe(held)}"
    return (
        f'<figure><img alt="{kind} of {safe(feed.name)}, {safe(at)}" src="data:image/jpeg;base64,{data}">'
        f"<figcaption><bdi>{safe(feed.name)}</bdi>, {number_html(f'{one.media_s:.1f} s')}<br>{number_html(at)}"
        f"<br>{safe(basis(feed.clock))}{mark}</figcaption></figure>\n"
    )
