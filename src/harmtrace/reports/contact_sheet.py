"""A contact sheet: key frames of the windows that cover an incident, on one static page of its own."""

from collections.abc import Sequence

from harmtrace.records.looking import Footage, held_back, marking
from harmtrace.reports.footage_section import picture
from harmtrace.reports.footage_words import asked, basis, moment
from harmtrace.reports.frame import POLICY
from harmtrace.reports.sheet import style
from harmtrace.reports.svg import number_html, prose_html, safe


def contact_sheet(code: str, footage: Footage, *, clear: bool, left_out: Sequence[str] = ()) -> str:
    """Return the page; its pictures are blurred in the file itself unless ``clear``.

    ``left_out`` names the recordings whose marking keeps their pictures back.
    """
    state = "clear" if clear else "blurred"
    windows = "".join(_window(footage, at) for at in range(len(footage.queue)))
    pictures = "".join(picture(footage, one, clear=clear) for one in footage.pictures)
    held = "".join(
        f"<li><bdi>{safe(footage.feeds[id].name)}</bdi>: {safe(held_back(footage.feeds[id]) or '')}</li>"
        for id in left_out
    )
    kept = f'<p>Pictures kept back by their marking:</p><ul class="plain">{held}</ul>' if held else ""
    shown = f'<div class="sheet">{pictures}</div>' if pictures else "<p>No picture of these windows is kept.</p>"
    policy = POLICY.replace("style-src 'self' file:", "style-src 'unsafe-inline'")
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="referrer" content="no-referrer"><link rel="icon" href="data:,">'
        f"<title>{safe(code)}: contact sheet, {state}</title>\n<style>{style()}</style></head>\n"
        f'<body><main id="main">\n<h1>{safe(code)}: contact sheet, {state}</h1>\n'
        f'<p class="hint">{_HINTS[clear]}</p>\n<p class="why">Asked: {prose_html(asked(footage.coverage))}.</p>\n'
        f"<h2>Windows</h2>\n<ol>{windows}</ol>\n{kept}\n<h2>Key frames</h2>\n{shown}\n"
        "</main></body></html>\n"
    )


_HINTS = {
    False: "Key frames of the recordings that could see the place in that time. Grey, small, and blurred in the file "
    "itself: nothing of the clear picture is in this page. A stretch without footage says nothing of what happened.",
    True: "Clear key frames, asked for by name: it may show people who are hurt or dead, or who can be known. Hand it "
    "on to nobody who need not see it. A stretch without footage says nothing of what happened.",
}


def _window(footage: Footage, at: int) -> str:
    one = footage.queue[at]
    feed = footage.feeds[one.window.feed]
    start, end = (moment(feed.clock, media_s) for media_s in (one.window.media_start, one.window.media_end))
    pixel = one.window.metres_per_pixel
    detail = "" if pixel is None else f", {pixel:.2g} m a pixel"
    method = f"{one.window.method.value}{detail}, ± {one.window.error_m:.0f} m"
    return (
        f"<li><bdi>{safe(feed.name)}</bdi>, {number_html(start)} to {number_html(end)} "
        f'<span class="why">{safe(feed.id)}; clock: {safe(basis(feed.clock))}; footprint: {safe(method)}; '
        f"{safe(marking(feed))}</span></li>\n"
    )
