"""Which strikes fit an incident, and with which reasons. All is invented."""

from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from harmtrace.records.measure import Place, Tier
from harmtrace.records.strike import Match, Strike
from harmtrace.strikes import Asked, Log, matches

ZONE = ZoneInfo("Asia/Baghdad")
PLACE = Place(name="Halfa", latitude=36.2, longitude=43.0, radius_m=1_000, tier=Tier.NEIGHBOURHOOD)
ASKED = Asked(first=date(2031, 7, 11), last=date(2031, 7, 11), place=PLACE, zone=ZONE)
STRIKE = Strike(
    id="S1",
    log="log.csv",
    row=2,
    belligerent="US-led coalition",
    start=datetime(2031, 7, 11, 18, 37, tzinfo=UTC),
    end=datetime(2031, 7, 11, 18, 43, tzinfo=UTC),
    clock="stated",
    latitude=36.202,
    longitude=43.001,
    radius_m=100,
    weapon="guided bomb",
)


def found(*strikes: Strike, asked: Asked = ASKED) -> tuple[Match, ...]:
    log = Log(strikes, zone="Asia/Baghdad")
    return matches(asked, log.candidates([asked]).get(0, ()))


def test_a_strike_on_the_day_and_near_by_fits_with_its_reasons() -> None:
    (match,) = found(STRIKE)
    assert (match.strike.id, match.hours, match.reach_m) == ("S1", 0.0, 1_100)
    assert match.metres == pytest.approx(240, abs=10)
    assert [part.name for part in match.features] == ["day", "metres", "precision"]
    assert match.score == pytest.approx(sum(part.weight for part in match.features), abs=0.01)


def test_the_local_day_counts_not_that_of_utc() -> None:
    late = replace(STRIKE, start=datetime(2031, 7, 11, 21, 30, tzinfo=UTC), end=None)
    asked = replace(ASKED, first=date(2031, 7, 12), last=date(2031, 7, 12))
    assert found(late, asked=asked)[0].hours == 0
    assert found(late)[0].hours == pytest.approx(0.5)


@pytest.mark.parametrize(
    "strike",
    [
        replace(STRIKE, latitude=36.5),
        replace(STRIKE, start=datetime(2031, 7, 14, 18, 37, tzinfo=UTC), end=None),
        replace(STRIKE, start=None, end=None),
    ],
    ids=["far", "days later", "no time"],
)
def test_none_fits_is_an_answer(strike: Strike) -> None:
    assert found(strike) == ()


@pytest.mark.parametrize(
    "asked",
    [
        replace(ASKED, first=None, last=None),
        replace(ASKED, first=date(2031, 7, 1), last=date(2031, 7, 31)),
        replace(ASKED, place=None),
        replace(ASKED, place=replace(PLACE, radius_m=None, tier=Tier.PROVINCE)),
    ],
    ids=["no day", "a month", "no place", "a province"],
)
def test_an_incident_without_a_day_or_a_place_is_matched_to_nothing(asked: Asked) -> None:
    assert found(STRIKE, asked=asked) == ()


def test_the_party_that_is_blamed_comes_before_another() -> None:
    other = replace(STRIKE, id="S2", belligerent="Russia", latitude=36.2005)
    asked = replace(ASKED, blamed=("US-led coalition",))
    assert [match.strike.id for match in found(other, STRIKE, asked=asked)] == ["S1", "S2"]


def test_the_reported_hour_comes_before_another_hour_of_the_day() -> None:
    noon = replace(STRIKE, id="S2", start=datetime(2031, 7, 11, 9, 0, tzinfo=UTC), end=None, latitude=36.2005)
    asked = replace(ASKED, spells=((21.0, 22.0),))
    assert [match.strike.id for match in found(noon, STRIKE, asked=asked)] == ["S1", "S2"]


def test_a_weapon_that_does_not_fit_the_reported_cause_speaks_against() -> None:
    asked = replace(ASKED, causes=("shelling hit the house",))
    (match,) = found(STRIKE, asked=asked)
    assert {part.name: part.weight for part in match.features}["weapon"] < 0


def test_a_log_that_gives_days_alone_is_matched_by_days() -> None:
    (match,) = found(replace(STRIKE, start=None, end=None, clock="none", days="2031-07-10/2031-07-11"))
    assert match.hours == 0
    assert "2 days" in match.features[0].finding


def test_a_strike_without_a_point_is_listed_low_and_says_so() -> None:
    lost = replace(STRIKE, id="S2", latitude=None, longitude=None, located="none", words="One strike was carried out.")
    first, second = found(lost, STRIKE)
    assert (first.strike.id, second.strike.id, second.metres) == ("S1", "S2", None)
    assert "the log names no place" in [part.finding for part in second.features]


def test_words_that_name_the_district_speak_for_a_strike_without_a_point() -> None:
    asked = replace(ASKED, place=replace(PLACE, within=("Dorra",), admin1="Marsil"))
    here = replace(STRIKE, latitude=None, longitude=None, located="none", words="Strikes in Dorra, Ostrel and Tamar.")
    there = replace(here, id="S2", words="Strikes in Ostrel and Tamar.")
    assert [match.strike.id for match in found(there, here, asked=asked)] == ["S1", "S2"]


def test_a_release_says_near_of_what_is_far_and_a_table_does_not() -> None:
    row = replace(STRIKE, latitude=36.5, radius_m=8_000, located="gazetteer", start=None, end=None, days="2031-07-11")
    assert found(row) == ()
    (match,) = found(replace(row, words="Near Ostrel, one strike destroyed a bridge."))
    assert match.metres == pytest.approx(33_000, abs=1_000)


def test_a_log_that_names_other_days_is_no_match_by_a_few_hours() -> None:
    other = replace(STRIKE, start=None, end=None, clock="none", days="2031-07-12")
    days = {part.name: part.weight for match in found(other) for part in match.features}
    assert days["day"] == -1.2


def test_days_without_a_year_are_held_against_the_years_that_are_asked_for() -> None:
    (match,) = found(replace(STRIKE, start=None, end=None, clock="none", days="XXXX-07-11"))
    assert {part.name: part.weight for part in match.features}["year"] < 0


def test_a_report_that_there_was_none_is_shown_and_counts_less() -> None:
    (match,) = found(replace(STRIKE, count=0))
    assert match.score < found(STRIKE)[0].score
