"""The measures on real data, on invented rows: what is asked, and how an answer is marked."""

import gzip
import json
from pathlib import Path

import pytest

from benchmarks.real import __main__ as real
from benchmarks.real import sets
from harmtrace.language.places import Gazetteer
from tests.reading import gazetteer


@pytest.fixture
def places() -> Gazetteer:
    return gazetteer()


def write(path: Path, *rows: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress("".join(json.dumps(row) + "\n" for row in rows).encode()))


def test_lines_that_broke_at_inline_marks_are_joined_and_paragraphs_stay() -> None:
    assert sets.joined("At least two,\nAmra Vell\n, and her son died.\nThe army denied it.") == (
        "At least two, Amra Vell, and her son died.\nThe army denied it."
    )


def test_a_text_is_of_the_same_half_whenever_it_is_asked() -> None:
    names = [f"incident-{number}" for number in range(200)]
    halves = [real.open_half(name) for name in names]
    assert halves == [real.open_half(name) for name in names]
    assert 70 < sum(halves) < 130


def test_documents_all_apart_are_precise_and_find_nothing() -> None:
    together, apart = {"x": frozenset("1"), "y": frozenset("1")}, {"x": frozenset("1"), "y": frozenset("2")}
    assert (sets.b_cubed(apart, together), sets.b_cubed(together, apart)) == (1.0, 0.5)
    assert sets.b_cubed(together, together) == 1.0


def test_a_narrative_is_marked_by_range_and_maximum(tmp_path: Path, places: Gazetteer) -> None:
    text = "At least two civilians were killed in Ostrel on 3 May 2021. Residents said that five people were killed."
    row = {"file": "a", "assessment": text, "civilians_reported_killed": "2 – 5"}
    write(tmp_path / "airwars_gaza" / "incidents.jsonl.gz", row, row | {"civilians_reported_killed": "Unknown"})
    (marked,) = sets.gaza(tmp_path, places)
    assert marked.right == {"range": True, "maximum": True, "minimum": True}


def test_a_narrative_is_taken_in_as_a_monitor_s_that_has_weighed_what_it_carries(
    tmp_path: Path, places: Gazetteer
) -> None:
    text = (
        "At least six civilians were killed in Ostrel on 3 May 2021. The Gazette reported that four people were killed."
    )
    row = {"file": "a", "assessment": text, "civilians_reported_killed": "6"}
    write(tmp_path / "airwars_gaza" / "incidents.jsonl.gz", row)
    (marked,) = sets.gaza(tmp_path, places)
    assert marked.right["range"]


def test_a_summary_is_marked_by_all_the_dead_fighters_among_them(tmp_path: Path, places: Gazetteer) -> None:
    row = {"_id": "s1", "date": "2021-05-03", "deaths_min": "3", "deaths_max": "6"}
    write(
        tmp_path / "bij_drone" / "strikes.jsonl.gz",
        row | {"bij_summary_short": "3-6 alleged militants killed in strike on car in Ostrel."},
    )
    (marked,) = sets.drone(tmp_path, places)
    assert marked.right["range"]
    assert real.told([marked]) == 1


def test_news_that_tells_of_nobody_hurt_still_has_its_day(tmp_path: Path, places: Gazetteer) -> None:
    folder = tmp_path / "gunviolence_articles"
    folder.mkdir()
    text = "Police found a stolen gun in a car on Vell Street on Monday evening, a spokesman said."
    gold = {"n_killed": 0, "n_injured": 0, "shooting_date": "2021-05-03"}
    for name, rows in (("X_val", [{"text": text, "publish_date": "2021-05-04"}]), ("y_val", [gold])):
        (folder / f"{name}.json.gz").write_bytes(gzip.compress(json.dumps(rows).encode()))
    (marked,) = sets.shootings(tmp_path, places)
    assert marked.right == {"killed": True, "injured": True, "date of the incident": False, "date": True}


def test_posts_filed_under_many_incidents_take_no_part(tmp_path: Path, places: Gazetteer) -> None:
    row = {"source_id": "p1", "text": "Two people were killed in Ostrel on 3 May 2021.", "lang": "en", "publisher": "X"}
    many = {"source_id": "p3", "incident_ids": ["1", "2", "3", "4"]}
    rows = [row | {"incident_ids": ["1"]}, row | {"source_id": "p2", "incident_ids": ["1"]}, row | many]
    write(tmp_path / "airwars_syria" / "source_texts.jsonl.gz", *rows)
    figures = real.grouping(tmp_path, places)
    assert figures == {"precision": 1.0, "recall": 1.0, "f1": 1.0}


def test_a_set_that_is_not_there_is_said_to_be_missing(
    tmp_path: Path, places: Gazetteer, capsys: pytest.CaptureFixture[str]
) -> None:
    assert real.measure(tmp_path, places) == {}
    assert capsys.readouterr().out.count("not there, not measured") == 4
