"""The bars of footage round an incident's time: one a feed, gaps with their reason, and when no feed saw the place."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from harmtrace.records.footage import Coverage, Gap, Method, Why, Window
from harmtrace.reports.svg import drawing, isolated, label, line, number_html, prose_html, rect, safe

_LEFT, _WIDTH, _ROW, _BAR, _TOP = 190.0, 1_000.0, 24.0, 12.0, 26.0
_MOST_BARS = 40
_MOST_ROWS = 200
_MOST_STRETCHES = 12
_LONGEST_NAME = 24
_STEPS_S = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200, 86_400)
_MOST_TICKS = 9
_CLOSER = 5  # A closer look is drawn where it is this many times closer.
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

METHODS = {
    Method.CORNERS: "corners of the frame, as stated",
    Method.OFFSET_CORNERS: "corners of the frame, as offsets",
    Method.ANGLES: "angles of platform and sensor",
    Method.CENTRE_WIDTH: "centre and width of the frame",
    Method.POSITION: "position of the camera alone",
    Method.NONE: "nothing",
}
"""What a footprint rests on, in words."""
_LEGEND = (
    "Dark: the frame showed the place, by the feed’s own clock; lighter: {sigmas} standard deviations that this clock "
    "may be off on either side. A thin line: the feed looked elsewhere; dots: its telemetry is missing; dashes: its "
    "clock is not known, so it may have seen the place at any time. Where there is nothing, there is no recording."
)
_KIND = {Why.ELSEWHERE: "elsewhere", Why.NO_METADATA: "blind", Why.NO_FILE: "", Why.NO_CLOCK: "undated"}


class _Lane(NamedTuple):
    """One feed's row."""

    feed: str
    windows: tuple[Window, ...]
    gaps: tuple[Gap, ...]


def bars(coverage: Coverage, names: Mapping[str, str], *, name: str = "footage") -> str:
    """Return the drawing, what it says in words, and its tables, as markup that works without script.

    ``names`` gives the file name of a feed by its id; ``name`` is unique within the page.
    """
    lanes = _lanes(coverage)
    told = [one for one in lanes if one.windows or any(gap.why is not Why.NO_FILE for gap in one.gaps)]
    parts = [
        f'<p class="hint">{prose_html(_asked(coverage))} {_LEGEND.format(sigmas=f"{coverage.sigmas:g}")}</p>',
        f"<p>{prose_html(_unseen(coverage))}</p>",
    ]
    if told:
        heading = f"Which feeds could see the place, {_moment(coverage.start)} to {_moment(coverage.end)} UTC"
        scale = _Scale.of(coverage)
        drawn = _drawing(coverage, told[:_MOST_BARS], names, scale, heading, name)
        parts.append(_figure(drawn, "Footage", _left_out(len(lanes), len(told))))
        near = scale.near(told[:_MOST_BARS], coverage.sigmas)
        if near is not None:
            larger = f"The same, larger: {_moment(near.first)} to {_moment(near.last, after=near.first)} UTC"
            drawn = _drawing(coverage, told[:_MOST_BARS], names, near, larger, f"{name}-near")
            parts.append(_figure(drawn, "Footage, larger", larger))
    parts += [_windows(coverage.windows, names), _gaps(coverage, names)]
    return "\n".join(part for part in parts if part)


def _lanes(coverage: Coverage) -> list[_Lane]:
    """Return a row for each feed: those that saw the place first, by when; those of unknown clock last."""
    windows: dict[str, list[Window]] = {}
    gaps: dict[str, list[Gap]] = {}
    for window in coverage.windows:
        windows.setdefault(window.feed, []).append(window)
    for gap in coverage.gaps:
        gaps.setdefault(gap.feed, []).append(gap)
    found = [
        _Lane(feed, tuple(windows.get(feed, ())), tuple(gaps.get(feed, ())))
        for feed in dict.fromkeys((*windows, *gaps))
    ]
    latest = coverage.end + timedelta(days=1)
    return sorted(
        found,
        key=lambda one: (
            not one.windows,
            any(gap.why is Why.NO_CLOCK for gap in one.gaps),
            one.windows[0].start if one.windows else latest,
            one.feed,
        ),
    )


def _asked(coverage: Coverage) -> str:
    return (
        f"{coverage.radius_m:,.0f} m round {coverage.latitude:.5f}, {coverage.longitude:.5f}, "
        f"from {_moment(coverage.start)} to {_moment(coverage.end)} UTC."
    )


def _unseen(coverage: Coverage) -> str:
    """Return in words when no feed could see the place; never that nothing happened then."""
    undated = len({gap.feed for gap in coverage.gaps if gap.why is Why.NO_CLOCK})
    may = f" {undated} feed{'' if undated == 1 else 's'} of unknown clock may have seen it." if undated else ""
    if not coverage.no_feed:
        return f"With the errors of the clocks, some feed may have seen the place at every moment asked for.{may}"
    named = "; ".join(
        f"{_moment(first)} to {_moment(last, after=first)}" for first, last in coverage.no_feed[:_MOST_STRETCHES]
    )
    rest = len(coverage.no_feed) - _MOST_STRETCHES
    more = f"; and {rest} more stretches" if rest > 0 else ""
    none = f"No feed of known clock could see the place (UTC): {named}{more}."
    return f"{none} That no footage shows a time is no sign that nothing happened in it.{may}"


def _left_out(many: int, told: int) -> str:
    without, undrawn = many - told, max(0, told - _MOST_BARS)
    parts = [
        f"{undrawn} more feeds are not drawn; the tables name them." if undrawn else "",
        f"{without} feed{' has' if without == 1 else 's have'} no recording of this time." if without else "",
    ]
    return " ".join(part for part in parts if part)


def _figure(drawn: str, title: str, caption: str) -> str:
    return (
        f'<figure><div class="wide" role="region" aria-label="{title}" tabindex="0">{drawn}</div>'
        f"<figcaption>{caption}</figcaption></figure>"
    )


def _drawing(
    coverage: Coverage, lanes: Sequence[_Lane], names: Mapping[str, str], scale: "_Scale", heading: str, name: str
) -> str:
    height = _TOP + _ROW * (len(lanes) + bool(coverage.no_feed)) + 26
    bottom = height - 22
    hatch = (
        f'<defs><pattern id="{name}-hatch" width="6" height="6" patternUnits="userSpaceOnUse">'
        '<path d="M0 6 L6 0" class="stripe"></path></pattern></defs>'
    )
    parts = [hatch]
    for at, says in scale.ticks():
        parts.append(line(scale.x(at), _TOP - 8, scale.x(at), bottom, "grid"))
        parts.append(label(says, scale.x(at), bottom + 16, kind="tick", anchor="middle"))
    for edge in (coverage.start, coverage.end):
        if scale.first <= edge <= scale.last:
            parts.append(line(scale.x(edge), _TOP - 14, scale.x(edge), bottom, "asked"))
    parts.append(label(f"{scale.first:%Y-%m-%d}, UTC", _LEFT - 12, bottom + 16, kind="tick", anchor="end"))
    for place, lane in enumerate(lanes):
        parts += _lane(lane, names.get(lane.feed, lane.feed), scale, _TOP + _ROW * place, coverage.sigmas)
    if coverage.no_feed:
        y = _TOP + _ROW * len(lanes)
        parts.append(label("no feed", _LEFT - 12, y + _BAR - 1, kind="row", anchor="end"))
        for first, last in (span for span in coverage.no_feed if scale.holds(*span)):
            parts.append(
                _titled(scale.bar(first, last, y, "unseen", fill=f"{name}-hatch"), f"no feed: {_span(first, last)}")
            )
    return str(drawing(_WIDTH, height, parts, title=heading, name=name))


class _Scale(NamedTuple):
    """Moments as places on the drawing: what was asked for, with some room on both sides for wide windows."""

    first: datetime
    last: datetime

    @classmethod
    def of(cls, coverage: Coverage) -> "_Scale":
        whole = max(coverage.end - coverage.start, timedelta(seconds=2))
        widest = max((one.sigma_s * coverage.sigmas for one in coverage.windows), default=0.0)
        room = min(max(timedelta(seconds=2 * widest), whole * 0.02), whole * 0.25)
        return cls(coverage.start - room, max(coverage.end, coverage.start + whole) + room)

    def near(self, lanes: Sequence[_Lane], sigmas: float) -> "_Scale | None":
        """Return a closer look at when feeds recorded anything, None where that is not much shorter."""
        slack = [(one, timedelta(seconds=sigmas * one.sigma_s)) for lane in lanes for one in lane.windows]
        edges = [edge for one, wide in slack for edge in (one.start - wide, one.end + wide)]
        for gap in (gap for lane in lanes for gap in lane.gaps if gap.why in (Why.ELSEWHERE, Why.NO_METADATA)):
            edges += [edge for edge in (gap.start, gap.end) if edge is not None]
        if not edges:
            return None
        room = max((max(edges) - min(edges)) * 0.04, timedelta(seconds=1))
        first, last = max(self.first, min(edges) - room), min(self.last, max(edges) + room)
        return _Scale(first, last) if first < last and (last - first) * _CLOSER < self.last - self.first else None

    def holds(self, first: datetime, last: datetime) -> bool:
        """Tell whether any of a stretch is on the drawing."""
        return first <= self.last and last >= self.first

    def x(self, at: datetime) -> float:
        share = (min(max(at, self.first), self.last) - self.first) / (self.last - self.first)
        return _LEFT + share * (_WIDTH - _LEFT - 14)

    def bar(self, first: datetime, last: datetime, y: float, kind: str, *, fill: str = "") -> str:
        left, right = self.x(first), self.x(last)
        more = f' fill="url(#{fill})"' if fill else ""
        return rect(left, y, max(right - left, 1.5), _BAR, kind, more)

    def ticks(self) -> list[tuple[datetime, str]]:
        span_s = (self.last - self.first).total_seconds()
        step = next((one for one in _STEPS_S if span_s / one <= _MOST_TICKS), None)
        if step is None:
            step = 86_400 * max(1, round(span_s / 86_400 / _MOST_TICKS + 0.5))
        shape = "%H:%M:%S" if step < 60 else "%H:%M" if step < 86_400 else "%d %b"
        at = -(-int((self.first - _EPOCH).total_seconds()) // step) * step
        found = []
        while (moment := _EPOCH + timedelta(seconds=at)) <= self.last:
            found.append((moment, moment.strftime(shape)))
            at += step
        return found


def _lane(lane: _Lane, name: str, scale: _Scale, y: float, sigmas: float) -> list[str]:
    short = name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"
    parts = [_titled(label(short, _LEFT - 12, y + _BAR - 1, kind="row", anchor="end"), f"{name} ({lane.feed})")]
    middle = y + _BAR / 2
    for gap in lane.gaps:
        if not _KIND[gap.why]:
            continue
        first, last = gap.start or scale.first, gap.end or scale.last
        if not scale.holds(first, last):
            continue
        drawn = line(scale.x(first), middle, scale.x(last), middle, _KIND[gap.why])
        parts.append(_titled(drawn, gap.why.value if gap.start is None else f"{gap.why.value}: {_span(first, last)}"))
    for one in lane.windows:
        wide = timedelta(seconds=sigmas * one.sigma_s)
        if wide and scale.holds(one.start - wide, one.end + wide):
            parts.append(scale.bar(one.start - wide, one.end + wide, y, "maybe"))
    for one in (one for one in lane.windows if scale.holds(one.start, one.end)):
        kind = "near" if one.method is Method.POSITION else "seen"
        parts.append(_titled(scale.bar(one.start, one.end, y, kind), f"{_span(one.start, one.end)}, {_clock(one)}"))
    return parts


def _titled(drawn: str, says: str) -> str:
    return f"<g><title>{isolated(says)}</title>{drawn}</g>"


def _windows(windows: Sequence[Window], names: Mapping[str, str]) -> str:
    if not windows:
        return "<p>No feed of known clock is known to show the place in this time.</p>"
    heads = (
        "Feed",
        "From (UTC)",
        "To (UTC)",
        "Clock",
        "Footprint",
        "Ground a pixel",
        "Of the place",
        "Error",
        "Ground",
    )
    rows = (
        (
            _named(one.feed, names),
            number_html(_moment(one.start)),
            number_html(_moment(one.end)),
            safe(_clock(one)),
            safe(METHODS[one.method] + (", cut by the horizon" if one.clipped else "")),
            "not known" if one.metres_per_pixel is None else number_html(f"{one.metres_per_pixel:.2f} m"),
            number_html(f"{100 * one.share:.0f} %"),
            number_html(f"{one.error_m:,.0f} m"),
            safe("not needed" if one.ground_m is None else f"{one.ground_m:,.0f} m, {one.ground_from.value}"),
        )
        for one in windows[:_MOST_ROWS]
    )
    return _table("When a feed could see the place", heads, rows, len(windows))


def _gaps(coverage: Coverage, names: Mapping[str, str]) -> str:
    """Return the table of gaps; feeds that hold no recording of the time at all are counted, not listed."""
    inside = {gap.feed for gap in coverage.gaps if gap.why is not Why.NO_FILE} | {one.feed for one in coverage.windows}
    listed = [gap for gap in coverage.gaps if gap.feed in inside]
    if not listed:
        return ""
    rows = (
        (
            _named(gap.feed, names),
            "not known" if gap.start is None else number_html(_moment(gap.start)),
            "not known" if gap.end is None else number_html(_moment(gap.end)),
            safe(gap.why.value),
        )
        for gap in listed[:_MOST_ROWS]
    )
    table = _table("When it could not, and why", ("Feed", "From (UTC)", "To (UTC)", "Why"), rows, len(listed))
    return f"<details><summary>{len(listed)} gaps, each with its reason</summary>\n{table}</details>"


def _table(caption: str, heads: Sequence[str], rows: Iterable[tuple[str, ...]], many: int) -> str:
    body = "".join(
        f'<tr><th scope="row">{row[0]}</th>{"".join(f"<td>{cell}</td>" for cell in row[1:])}</tr>\n' for row in rows
    )
    more = f'<p class="why">{many - _MOST_ROWS:,} more are not listed here.</p>' if many > _MOST_ROWS else ""
    shown = "".join(f'<th scope="col">{head}</th>' for head in heads)
    return (
        f'<div class="wide" role="region" aria-label="{caption}" tabindex="0"><table><caption>{caption}</caption>'
        f"<thead><tr>{shown}</tr></thead>\n<tbody>{body}</tbody></table></div>{more}"
    )


def _named(feed: str, names: Mapping[str, str]) -> str:
    return f'<bdi>{safe(names.get(feed, feed))}</bdi><span class="why code">{safe(feed)}</span>'


def _clock(one: Window) -> str:
    return f"{one.basis.value.replace('_', ' ')}, ± {one.sigma_s:g} s"


def _span(first: datetime, last: datetime) -> str:
    return f"{_moment(first)} to {_moment(last, after=first)} UTC"


def _moment(at: datetime, *, after: datetime | None = None) -> str:
    """Return a moment to the second; without its day where that is the same as that of the one before."""
    clock = at.strftime("%H:%M:%S") + (f".{at.microsecond // 100_000}" if at.microsecond >= 100_000 else "")
    return clock if after is not None and after.date() == at.date() else f"{at:%Y-%m-%d} {clock}"
