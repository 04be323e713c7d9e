"""The day that a text is read from."""

import pytest

from harmtrace.language.dates import find, reference
from tests.reading import read_text

LONG = "Women wait beside the ruins of a bakery that was hit in the first days of the siege, in Harran, Syria"


def days(text: str) -> list[str | None]:
    return [mention.edtf for mention in find(text, 0, len(text), reference(text, published=None, on=None))]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("HARRAN, Syria, May 4 (Orbit) - A mortar round", "XXXX-05-04"),
        ("HARRAN, May 4, 2018 (Orbit) - A mortar round", "2018-05-04"),
        ("Harran, 4 May 2018\n\nThe office has counted", "2018-05-04"),
        ("Siege diary\nHarran Post, Amman, 4 May 2018\n\nTwo men", "2018-05-04"),
        ("PRESS RELEASE\nNo. 20180504-02\nMay 4, 2018\n\nOur forces", "2018-05-04"),
        ("Note to editors - 4 May 2018\n\nSome pages", "2018-05-04"),
        ("Bakery hit\n4 May 2018 — updated 18:20 — 2 min read\nTwo men", "2018-05-04"),
        ("POST | WORLD | Posted 4 May 2018, 09:14 GMT\nTwo men", "2018-05-04"),
        ("Published: 2018-05-04\nTwo men", "2018-05-04"),
        ("LIVE — Friday 4 May\n10:01 Shells", "XXXX-05-04"),
        ("4 May · Reading time 3'\nTwo men", "XXXX-05-04"),
        ("What we know so far (Friday 4 May)\n10:01 Shells", "XXXX-05-04"),
        ("Statement, Harran, 4 May: Since dawn", "XXXX-05-04"),
        ("Daily note, 4 May. As of today", "XXXX-05-04"),
        (f"{LONG}, May 4, 2018.\nTwo men died.", "2018-05-04"),
        (f"{LONG}, May 4, 2018.\n{LONG}, May 6, 2018. (Photo 2 of 9)\n", "2018-05-06"),
        ("Two men died.\n\nLast updated: 4 May 2018", "2018-05-04"),
        ("Two men died.\n\nOnline since 4 May 2018, 20:40 GMT+1 · Reading time 2 min\n\nOne was hurt.", "2018-05-04"),
        ("Two men died.\n\nThis story was updated on 4 May 2018 at 9:00", "2018-05-04"),
        ("Two men died, as was published by the town on 4 May 2018.", None),
        ("HARRAN - On May 4, our forces", None),
        ("Two men died on 4 May 2018 in Harran.", None),
        ("In a raid near Harran, on 4 May, two men died.", None),
        (f"FILE - {LONG}, May 4, 2014.\nTwo men died.", None),
        ("Reporting period 1-15 May 2018. Two men", None),
        ("Two men died.", None),
        ("", None),
    ],
)
def test_a_text_gives_its_own_day_only_where_it_says_when_it_was_written(text: str, day: str | None) -> None:
    assert reference(text, published=None, on=None).day == day


def test_the_day_of_publication_wins_and_a_dateline_that_differs_is_noted() -> None:
    found = reference("HARRAN, Syria, May 4 (Orbit) - A mortar", published="2018-05-07", on=None)
    assert (found.day, found.dateline, found.why) == (
        "2018-05-07",
        "2018-05-04",
        "published; the dateline says 2018-05-04",
    )


def test_a_moment_of_publication_gives_its_day() -> None:
    assert reference("Two men", published="2018-05-07T10:00:00Z", on=None).day == "2018-05-07"


def test_a_month_of_publication_gives_the_year_but_no_day() -> None:
    found = reference("Two men died on 4 May and on Friday.", published="2018-05", on=None)
    assert (found.day, found.year) == (None, 2018)


@pytest.mark.parametrize("published", ["", "soon", "2018-13-40", "2018-02-30"])
def test_an_unreadable_publication_date_is_as_none(published: str) -> None:
    assert reference("Two men died.", published=published, on=None).day is None


def test_the_day_given_is_used_only_without_a_day_in_the_text() -> None:
    assert reference("Two men died.", published=None, on="2018-05-09").day == "2018-05-09"
    assert reference("Harran, 4 May 2018\nTwo men", published=None, on="2018-05-09").day == "2018-05-04"


def test_a_dateline_without_a_year_takes_it_from_a_full_date_or_the_day_given() -> None:
    text = "HARRAN, Syria, May 4 (Orbit) - A mortar"
    assert reference(text, published=None, on="2018-05-09").day == "2018-05-04"
    assert reference(f"{text} after the raid of 2 May 2018.", published=None, on=None).day == "2018-05-04"


def test_the_weekday_beside_a_yearless_dateline_is_known() -> None:
    assert reference("LIVE — Friday 4 May\n10:01 Shells", published=None, on=None).weekday == 4


def test_a_full_date_in_the_body_gives_the_year_of_bare_days() -> None:
    assert days("A shell fell on 4 May 2018. Another fell on 9 May.") == ["2018-05-04", "2018-05-09"]


def test_a_year_is_not_stretched_over_the_turn_of_the_year() -> None:
    assert days("A shell fell on 4 January 2018. Another fell on 9 December.") == ["2018-01-04", "XXXX-12-09"]


def test_full_dates_that_disagree_give_no_year() -> None:
    assert days("Raids on 4 May 2012, 9 May 2018. Another on 11 May.")[-1] == "XXXX-05-11"


@pytest.mark.parametrize(
    "text",
    [
        "Held since 2014. A shell fell on 9 May.",
        "In 2014 the town fell. A shell fell on 9 May.",
        "The group, founded on 4 May 2004, spoke. A shell fell on 9 May.",
        "Besieged since 4 May 2014. A shell fell on 9 May.",
    ],
)
def test_a_year_of_the_past_is_not_the_year_of_a_bare_day(text: str) -> None:
    assert days(text)[-1] == "XXXX-05-09"


def test_the_month_of_the_days_named_is_this_month() -> None:
    assert days("A shell fell on 9 May. Sixty have died this month.") == ["XXXX-05-09", "XXXX-05"]


def test_days_of_several_months_leave_this_month_unknown() -> None:
    assert days("Shells fell on 9 May and on 2 June. Sixty have died this month.")[-1] is None


def test_a_month_near_the_top_gives_the_year() -> None:
    assert days("Harran in review, May 2018\nA shell fell on 9 May.")[-1] == "2018-05-09"


@pytest.mark.parametrize(
    ("text", "language"),
    [("A strike last year killed four people.", "en"), ("قتلت غارة العام الماضي أربعة أشخاص.", "ar")],
)
def test_there_is_no_year_before_the_first(text: str, language: str) -> None:
    (claim,) = read_text(text, published="0001-01-01", language=language).claims
    assert claim.when is None
