"""Reviews as WebVTT, CSV, GeoJSON and Web Annotations: each is read back by a reader of its own."""

import csv
import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from io import StringIO

from harmtrace.records.footage import Basis, Clock, Feed, Label, Review
from harmtrace.records.looking import Reviewed
from harmtrace.records.text import Sha256
from harmtrace.reports.review_exports import COLUMNS, as_annotations, as_csv, as_geojson, as_vtt, reviews

DIGEST = Sha256("ab" * 32)
FEED = Feed(
    id="fababababab",
    sha256=DIGEST,
    name="=cmd|east --> one.ts",
    kind="video",
    duration_s=60.0,
    frames=1800,
    width=640,
    height=480,
    rate=30.0,
    codec="h264",
    clock=Clock(basis=Basis.GPS, start=datetime(2031, 5, 4, 18, 0, tzinfo=UTC), sigma_s=0.5),
    security=(("classification", "UNCLASSIFIED"),),
)
FIRST = Review(
    id="r1",
    feed=FEED.id,
    sha256=DIGEST,
    pts_from=360_000,
    pts_to=810_000,
    media_from=4.0,
    media_to=9.0,
    frame_from=120,
    frame_to=270,
    label=Label.COLLAPSE,
    reviewer="Maren Rowe",
    text="=1+1 <b>The roof</b> --> comes\n\ndown & stays.",
    on="2031-06-01",
    at=datetime(2031, 5, 4, 18, 0, 4, tzinfo=UTC),
    sigma_s=0.5,
    latitude=-31.5,
    longitude=-110.2,
    incident="XXX-20310504-001",
    made_at="2031-06-01T09:30:00Z",
)
SECOND = replace(
    FIRST,
    id="r2",
    second="r1",
    agrees=False,
    reviewer="Adi Sel",
    label=Label.CANNOT_TELL,
    latitude=None,
    media_to=4.0,
    made_at=None,
)
FOUND = (Reviewed(first=FIRST, seconds=(SECOND,)),)
FEEDS = {FEED.id: FEED}


def test_the_vtt_has_a_cue_a_review_that_a_player_can_read() -> None:
    head, *blocks = as_vtt(FOUND, FEEDS).rstrip("\n").split("\n\n")
    assert head == "WEBVTT"
    cues = [block.split("\n") for block in blocks if not block.startswith("NOTE")]
    assert [lines[0] for lines in cues] == ["r1", "r2"] or [lines[0] for lines in cues] == ["r2", "r1"]
    for lines in cues:
        assert len(lines) == 3
        timing = re.fullmatch(r"(\d\d):(\d\d):(\d\d\.\d{3}) --> (\d\d):(\d\d):(\d\d\.\d{3})", lines[1])
        assert timing is not None
        begin, end = (int(timing[at]) * 3600 + int(timing[at + 1]) * 60 + float(timing[at + 2]) for at in (1, 4))
        assert 4.0 == begin < end
        assert "-->" not in lines[2]
        assert "<b>" not in lines[2]
    (note,) = [block for block in blocks if block.startswith("NOTE")]
    assert "-->" not in note
    assert DIGEST in note


def test_errors_are_given_without_the_digits_that_reckoning_leaves() -> None:
    one = Reviewed(first=replace(FIRST, sigma_s=29.000000000689656), seconds=())
    (row,) = csv.DictReader(StringIO(as_csv([one], FEEDS)))
    assert row["sigma_s"] == "29.0"


def test_the_csv_is_read_back_and_no_cell_is_a_formula() -> None:
    rows = list(csv.DictReader(StringIO(as_csv(FOUND, FEEDS), newline="")))
    assert tuple(rows[0]) == COLUMNS
    assert rows[0]["text"] == "'" + FIRST.text
    assert rows[0]["file"] == "'" + FEED.name
    assert (rows[0]["latitude"], rows[0]["pts_from"], rows[1]["second_of"]) == ("-31.5", "360000", "r1")
    assert rows[1]["agrees"] == "False"


def test_the_geojson_has_longitude_first_and_a_feature_without_a_point_has_none() -> None:
    found = json.loads(as_geojson(FOUND, FEEDS))
    assert found["type"] == "FeatureCollection"
    assert found["features"][0]["geometry"] == {"type": "Point", "coordinates": [-110.2, -31.5]}
    assert found["features"][1]["geometry"] is None
    assert found["features"][0]["properties"]["label"] == "collapse"


def test_an_annotation_names_the_file_by_its_hash_and_the_stretch_by_a_media_fragment() -> None:
    found = json.loads(as_annotations(FOUND, FEEDS))
    assert found["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert found["type"] == "AnnotationPage"
    one = found["items"][0]
    assert one["type"] == "Annotation"
    assert one["target"]["source"] == f"urn:sha256:{DIGEST}"
    assert one["target"]["selector"]["value"] == "t=4,9"
    assert one["target"]["state"] == {"type": "TimeState", "sourceDate": "2031-05-04T18:00:04Z"}
    assert one["created"] == "2031-06-01T09:30:00Z"
    assert "created" not in found["items"][1]
    assert found["id"].startswith("urn:harmtrace:reviews:")
    assert json.loads(as_annotations(FOUND[:0], FEEDS))["id"] != found["id"]
    assert [body["value"] for body in one["body"]] == ["collapse", FIRST.text]
    assert (
        "state" not in json.loads(as_annotations((Reviewed(first=replace(FIRST, at=None)),), {}))["items"][0]["target"]
    )


def test_the_json_keeps_both_labels_and_that_they_differ() -> None:
    (one,) = json.loads(json.dumps(reviews(FOUND, FEEDS)))["reviews"]
    assert (one["label"], one["agrees"], one["seconds"][0]["label"]) == ("collapse", False, "cannot tell")
    assert one["marking"] == "classification: UNCLASSIFIED"
