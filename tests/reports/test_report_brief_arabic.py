"""The brief in Arabic says nothing that no claim says, and stands from right to left."""

import re

import pytest

from harmtrace.reports.brief_arabic import brief_arabic, day_arabic
from tests.reports.report_case import CLAIMS, incidents, publisher


def test_no_sentence_stands_without_a_claim() -> None:
    for incident in incidents():
        said = brief_arabic(incident.grouped, incident.tally, claim_of=CLAIMS.__getitem__, publisher_of=publisher)
        assert said
        assert all(one.claims and set(one.claims) <= CLAIMS.keys() for one in said)


def test_every_sentence_is_arabic_and_names_the_range() -> None:
    incident = incidents()[0]
    said = brief_arabic(incident.grouped, incident.tally, claim_of=CLAIMS.__getitem__, publisher_of=publisher)
    assert all(re.search("[\u0621-\u064a]", one.sentence) for one in said)
    assert any("airwars_range" in one.sentence for one in said)


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2017-07-11", "11 تموز/يوليو 2017"),
        ("2017-07", "تموز/يوليو 2017"),
        ("XXXX-03-17", "17 آذار/مارس"),
        ("2017", "2017"),
        ("2017-07-11/2017-07-12", "بين 11 تموز/يوليو 2017 و12 تموز/يوليو 2017"),
    ],
)
def test_a_day_bears_both_names_of_its_month(edtf: str, words: str) -> None:
    assert day_arabic(edtf) == words
