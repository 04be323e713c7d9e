"""Reviews -> WebVTT, CSV, GeoJSON, W3C Web Annotations; what holds pictures back is said in each."""

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from io import StringIO

from harmtrace.records.footage import Feed, Review
from harmtrace.records.looking import Reviewed, marking
from harmtrace.reports.month_tables import cell
from harmtrace.reports.shapes import Json, Shape

COLUMNS = (
    *("review", "second_of", "agrees", "feed", "file", "sha256", "marking"),
    *("from_s", "to_s", "pts_from", "pts_to", "frame_from", "frame_to", "utc_from", "sigma_s", "clock"),
    *("latitude", "longitude", "label", "reviewer", "text", "on", "incident"),
)
_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_FILLED = ("state", "created")


def reviews(found: Sequence[Reviewed], feeds: Mapping[str, Feed]) -> Shape:
    """Return the object of ``footage reviews --json``: first reviews, each with the second ones and what differs."""
    return {
        "reviews": [
            {
                **review(one.first, feeds),
                "agrees": one.agrees,
                "seconds": [review(second, feeds) for second in one.seconds],
            }
            for one in found
        ]
    }


def review(one: Review, feeds: Mapping[str, Feed]) -> dict[str, Json]:
    """Return one review as a flat object; its names are the columns of the CSV."""
    feed = feeds.get(one.feed)
    values: tuple[Json, ...] = (
        *(one.id, one.second, one.agrees, one.feed, None if feed is None else feed.name, one.sha256),
        None if feed is None else marking(feed),
        *(one.media_from, one.media_to, one.pts_from, one.pts_to, one.frame_from, one.frame_to),
        *(None if one.at is None else one.at.isoformat(), None if one.sigma_s is None else round(one.sigma_s, 6)),
        None if feed is None else feed.clock.basis.value,
        *(one.latitude, one.longitude, one.label.value, one.reviewer, one.text, one.on, one.incident),
    )
    return dict(zip(COLUMNS, values, strict=True))


def lines(found: Sequence[Reviewed], feeds: Mapping[str, Feed]) -> Iterator[str]:
    """Yield reviews for a terminal, second ones below the first, with whether they agree."""
    states = {None: "nobody was second", True: "the second agrees", False: "they disagree; both stand"}
    for one in found:
        first, feed = one.first, feeds.get(one.first.feed)
        name = "" if feed is None else f" ({feed.name})"
        yield f"{first.feed}{name}  {first.media_from:g}–{first.media_to:g} s  {states[one.agrees]}"
        for each in (first, *one.seconds):
            yield f"  {each.id}  {each.label.value}, {each.reviewer}, {each.on}: {each.text}"
    if not found:
        yield "no reviews"


def as_csv(found: Sequence[Reviewed], feeds: Mapping[str, Feed]) -> str:
    """Return reviews as CSV (RFC 4180), one line each; no cell is a formula to a spreadsheet."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for one in _every(found):
        writer.writerow(cell(value) if isinstance(value, str) else value for value in review(one, feeds).values())
    return out.getvalue()


def as_vtt(found: Sequence[Reviewed], feeds: Mapping[str, Feed]) -> str:
    """Return reviews as WebVTT: a cue each, in order of feed and time; a note names the file that cues belong to.

    A file of cues belongs to one recording; where there are several, each is told by its note.
    """
    parts = ["WEBVTT"]
    last = None
    for one in sorted(_every(found), key=lambda each: (each.feed, each.media_from, each.id)):
        if one.feed != last:
            feed = feeds.get(one.feed)
            name = "" if feed is None else f" {_cue(feed.name)}, {_cue(marking(feed))}"
            parts.append(f"NOTE {one.feed}{name}, SHA-256 {one.sha256}")
            last = one.feed
        # A cue must end after it starts.
        end = max(one.media_to, one.media_from + 0.001)
        at = "" if one.at is None else f" [{one.at.isoformat()} ± {one.sigma_s or 0:.3g} s]"
        beside = "" if one.second is None else f" (second to {one.second})"
        words = f"<v {_cue(one.reviewer)}>{one.label.value}{beside}: {_cue(one.text)}{at}"
        parts.append(f"{one.id}\n{_clock(one.media_from)} --> {_clock(end)}\n{words}")
    return "\n\n".join(parts) + "\n"


def _clock(seconds: float) -> str:
    """Return a time as WebVTT writes it.

    >>> _clock(3_661.0625)
    '01:01:01.062'
    """
    whole = round(seconds * 1_000)
    return f"{whole // 3_600_000:02d}:{whole // 60_000 % 60:02d}:{whole // 1_000 % 60:02d}.{whole % 1_000:03d}"


def _cue(text: str) -> str:
    """Return text that a cue may hold: one line, no arrow, no markup."""
    flat = " ".join(text.split())
    return flat.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def as_geojson(found: Sequence[Reviewed], feeds: Mapping[str, Feed]) -> str:
    """Return reviews as GeoJSON (RFC 7946): a feature each, its point where one was given, else without a place."""
    features: list[Json] = []
    for one in _every(found):
        place: Json = None
        if one.latitude is not None and one.longitude is not None:
            place = {"type": "Point", "coordinates": [one.longitude, one.latitude]}
        features.append({"type": "Feature", "id": one.id, "geometry": place, "properties": review(one, feeds)})
    return _text({"type": "FeatureCollection", "features": features})


def as_annotations(found: Sequence[Reviewed], feeds: Mapping[str, Feed]) -> str:
    """Return reviews as a page of W3C Web Annotations, each on a stretch of its file (media fragment ``#t=``).

    The file is named by its hash (``urn:sha256:``, not registered): where it lies is the case's matter. The page's own
    name follows from what is in it.
    """
    items: list[Json] = [_annotation(one, feeds) for one in _every(found)]
    digest = sha256(_text(items).encode("utf-8", "replace")).hexdigest()
    page = {"@context": _CONTEXT, "id": f"urn:harmtrace:reviews:{digest[:12]}", "type": "AnnotationPage"}
    return _text({**page, "items": items})


def _annotation(one: Review, feeds: Mapping[str, Feed]) -> Json:
    feed = feeds.get(one.feed)
    bodies: list[Json] = [
        {"type": "TextualBody", "purpose": "classifying", "value": one.label.value, "language": "en"},
        {"type": "TextualBody", "purpose": "describing", "value": one.text},
    ]
    selector: dict[str, Json] = {
        "type": "FragmentSelector",
        "conformsTo": "http://www.w3.org/TR/media-frags/",
        "value": f"t={one.media_from:g},{one.media_to:g}",
    }
    return {
        "id": f"urn:harmtrace:{one.sha256[:12]}:{one.id}",
        "type": "Annotation",
        "motivation": "classifying",
        "created": None if one.made_at is None else _z(one.made_at),
        "creator": {"type": "Person", "name": one.reviewer},
        "body": bodies,
        "target": {
            "type": "SpecificResource",
            "source": f"urn:sha256:{one.sha256}",
            "selector": selector,
            "state": None if one.at is None else {"type": "TimeState", "sourceDate": _z(one.at.isoformat())},
        },
        "harmtrace": {**review(one, feeds), "marking": None if feed is None else marking(feed)},
    }


def _z(at: str) -> str:
    """Return a UTC time with its zone as the Web Annotation Data Model asks for it (3.3.1, 4.3.1)."""
    return at.replace("+00:00", "Z")


def _every(found: Sequence[Reviewed]) -> list[Review]:
    return [each for one in found for each in (one.first, *one.seconds)]


def _text(shape: Json) -> str:
    return json.dumps(_without_none(shape), ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _without_none(shape: Json) -> Json:
    """Return an object without the members that a Web Annotation may not have empty; GeoJSON's geometry stays."""
    if isinstance(shape, dict):
        return {name: _without_none(one) for name, one in shape.items() if one is not None or name not in _FILLED}
    return [_without_none(one) for one in shape] if isinstance(shape, list) else shape
