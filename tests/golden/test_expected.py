"""The bundled case gives what a careful reader finds in it (``examples/halvin/expected.md``, written beforehand)."""

import json
from typing import TypeAlias

import pytest

from tests.golden.build import results

Json: TypeAlias = dict[str, "str | int | float | bool | list[Json] | Json | None"]

STRIKE = {
    "01-meridian-strike.txt",
    "02-meridian-strike-update.txt",
    "03-southern-star-copy.txt",
    "04-courier-tannery-gate.html",
    "06-lantern-statement.txt",
    "08-ministry-statement.txt",
    "hospital-list-0512",
    "post-halvin-now",
}
INCIDENTS = [
    ("2021-05-11", "Tannery Gate", [11, 61], "Contested", STRIKE),
    ("2021-05-12", "Saltmarket", [6, 6], None, {"09-courier-saltmarket.txt", "hospital-list-0512"}),
    ("2021-05-18", "Ostrel", [15, 15], "Contested", {"10-ostrel-market-observer.html", "11-meridian-ostrel.txt"}),
    ("2021-04-22", "Brae Velm", [9, 9], None, {"12-brae-velm-note.txt", "13-lantern-april.txt"}),
    ("2021-04-30", "Sorrel Point", [0, 4], None, {"13-lantern-april.txt", "14-army-sorrel-point.txt"}),
]


@pytest.fixture(scope="module")
def answer() -> Json:
    found: Json = json.loads(results()["incidents.json"])
    return found


@pytest.mark.parametrize(
    ("when", "where", "killed", "grade", "documents"), INCIDENTS, ids=[row[1] for row in INCIDENTS]
)
def test_an_incident_is_found_whole(
    answer: Json, when: str, where: str, killed: list[int], grade: str | None, documents: set[str]
) -> None:
    here = [one for one in _incidents(answer) if one["when"] == when and where in json.dumps(one["where"])]
    assert len(here) == 1
    assert documents <= set(_texts(here[0]["documents"]))
    ranges = here[0]["ranges"]
    assert isinstance(ranges, dict)
    rule = ranges["airwars_range"]
    assert isinstance(rule, dict)
    assert json.dumps(rule["killed"]) == json.dumps(killed)
    assert grade in (None, here[0]["grade_suggested"])


def test_the_totals_of_april_and_march_are_in_no_incident(answer: Json) -> None:
    periods = answer["periods"]
    assert isinstance(periods, list)
    assert {212, 340, 96} <= {period["low"] for period in periods}


def test_no_position_in_the_case_accepts_the_harm(answer: Json) -> None:
    for one in _incidents(answer):
        positions = one["positions"]
        assert isinstance(positions, list)
        assert all(position["status"] != "credible_substantiated" for position in positions)


def test_the_paper_that_printed_the_old_number_late_took_it_from_the_first_story() -> None:
    copies = json.loads(results()["copies.json"])
    pairs = {(relation["a"], relation["b"]): relation["relation"] for relation in copies["relations"]}
    assert pairs["03-southern-star-copy.txt", "01-meridian-strike.txt"] in ("copy_of", "excerpt_of")
    assert pairs["02-meridian-strike-update.txt", "01-meridian-strike.txt"] == "revision_of"
    statement = {"06-lantern-statement.txt", "04-courier-tannery-gate.html"}
    assert "same_statement" in {kind for pair, kind in pairs.items() if set(pair) == statement}
    family = next(one for one in copies["families"] if one["first"] == "01-meridian-strike.txt")
    assert {"02-meridian-strike-update.txt", "03-southern-star-copy.txt", "05-radio-bulletin.txt"} <= set(
        family["members"]
    )


def _incidents(answer: Json) -> list[Json]:
    found = answer["incidents"]
    assert isinstance(found, list)
    return found


def _texts(values: object) -> list[str]:
    assert isinstance(values, list)
    return [str(value) for value in values]
