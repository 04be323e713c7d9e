"""Words of time and the dates they name, read from Saturday 25 March 2017 unless a row says otherwise."""

import pytest

from harmtrace.language.dates import Anchor, DateKind, DateMention, Reference, find, shift

SATURDAY = Reference(day="2017-03-25", why="published")
MONDAY = Reference(day="2021-11-08", why="published")
NEW_YEAR = Reference(day="2020-01-02", why="published")
NOWHERE = Reference(day=None, why="no date found")
MARCH = Reference(day=None, why="no date found", month=3)
YEARLESS = Reference(day="XXXX-10-21", why="dateline", month=10)
YEARLESS_TUESDAY = Reference(day="XXXX-07-22", why="dateline", month=7, weekday=1)

P, S, W, N, G, R, V, E = (
    DateKind.POINT,
    DateKind.SPAN,
    DateKind.WINDOW,
    DateKind.SINCE,
    DateKind.RANGE,
    DateKind.RELATIVE,
    DateKind.VAGUE,
    DateKind.RATE,
)


def read(text: str, reference: Reference = SATURDAY) -> tuple[DateMention, ...]:
    return find(text, 0, len(text), reference)


#: Words, and the mentions they hold: kind and EDTF.
DAYS: list[tuple[str, list[tuple[DateKind, str | None]]]] = [
    ("The mill burned on 3 March.", [(P, "2017-03-03")]),
    ("The mill burned on March 3.", [(P, "2017-03-03")]),
    ("the March 3 fire", [(P, "2017-03-03")]),
    ("March 3rd, at noon", [(P, "2017-03-03")]),
    ("the 3rd of March", [(P, "2017-03-03")]),
    ("the third of March", [(P, "2017-03-03")]),
    ("on 3rd March 2016", [(P, "2016-03-03")]),
    ("Sunday, March 5", [(P, "2017-03-05")]),
    ("Sunday 5 March 2017", [(P, "2017-03-05")]),
    ("Sunday the 5th of March", [(P, "2017-03-05")]),
    ("Dec. 9, 2016, near the dam", [(P, "2016-12-09")]),
    ("9 Dec 2016", [(P, "2016-12-09")]),
    ("JANUARY 30, 2017", [(P, "2017-01-30")]),
    ("2016-12-09", [(P, "2016-12-09")]),
    ("2016/12/09", [(P, "2016-12-09")]),
    ("13/02/2017", [(P, "2017-02-13")]),
    ("02/13/2017", [(P, "2017-02-13")]),
    ("04/02/2017", [(P, None)]),
    ("04.04.2017", [(P, "2017-04-04")]),
    ("the shelling of 30 December", [(P, "2016-12-30")]),
    ("the shelling of 26 March", [(P, "2017-03-26")]),
    ("the shelling of 27 March", [(P, "2016-03-27")]),
    ("the collapse of 29 February 2016", [(P, "2016-02-29")]),
    ("On March 3, 2000 people fled the camp.", [(P, "2017-03-03")]),
    ("The strike on 3 March 2018 killed nine.", [(P, "2018-03-03")]),
    ("The strike on March 3, 2018 killed nine.", [(P, "2018-03-03")]),
    ("On 3 March 2018 civilians fled the camp.", [(P, "2018-03-03")]),
    ("A raid in March 2018 killed nine.", [(S, "2018-03")]),
    ("On March 3 and 19 people since then", [(P, "2017-03-03")]),
    ("On the night of March 3 and 19 people died since", [(P, "2017-03-03")]),
    ("the March 3 and 9 raids", [(P, "2017-03-03")]),
    ("on the 22nd", [(P, "2017-03-22")]),
    ("at dawn on the 28th, a shell", [(P, "2017-02-28")]),
    ("on the 9th of last month", [(P, "2017-02-09")]),
    ("today", [(P, "2017-03-25")]),
    ("Two died yesterday evening.", [(P, "2017-03-24")]),
    ("the day before yesterday", [(P, "2017-03-23")]),
    ("tonight", [(P, "2017-03-25")]),
    ("this morning", [(P, "2017-03-25")]),
    ("last night", [(P, "2017-03-24")]),
    ("nine days ago", [(P, "2017-03-16")]),
    ("some 11 days ago", [(P, "2017-03-14")]),
    ("on 12 March last year", [(P, "2016-03-12")]),
    ("on 12 July of last year", [(P, "2016-07-12")]),
    ("on January 12 this year", [(P, "2017-01-12")]),
    ("In May 12 people died.", [(S, "2016-05")]),
    ("the night before last", [(P, "2017-03-23")]),
    ("in the early hours of 3 March", [(P, "2017-03-03")]),
    ("at 21:10 local time on 3 March", [(P, "2017-03-03")]),
    ("in the small hours of Friday", [(P, "2017-03-24")]),
    ("two hours ago", [(P, "2017-03-25")]),
]
WEEKDAYS: list[tuple[str, list[tuple[DateKind, str | None]]]] = [
    ("Two men died on Saturday.", [(P, "2017-03-25")]),
    ("on Sunday", [(P, "2017-03-19")]),
    ("Friday's ambush", [(P, "2017-03-24")]),
    ("friday", [(P, "2017-03-24")]),
    ("Thursday night", [(P, "2017-03-23")]),
    ("last Wednesday", [(P, "2017-03-22")]),
    ("last Saturday", [(P, "2017-03-18")]),
    ("on Monday of last week", [(P, "2017-03-13")]),
    ("last week on Tuesday", [(P, "2017-03-14")]),
    ("Tuesday last week", [(P, "2017-03-14")]),
    ("on Monday this week", [(P, "2017-03-20")]),
    ("next Tuesday", [(P, "2017-03-28")]),
    ("The school will reopen on Monday.", [(P, "2017-03-27")]),
    ("Talks resume on Friday", [(P, "2017-03-31")]),
    ("It will investigate the strike on Monday.", [(P, "2017-03-20")]),
    ("The vigil on Sunday begins at the mosque.", [(P, "2017-03-26")]),
    ("the following Monday", [(R, None)]),
    ("the previous Friday", [(R, None)]),
    ("on Tue, after noon prayers", [(P, "2017-03-21")]),
    ("Fri 24 Mar", [(P, "2017-03-24")]),
    ("It was a Friday.", [(P, None)]),
    ("in a Friday raid", [(P, "2017-03-24")]),
    ("shells hit the Monday market", []),
    ("the film Bloody Sunday", []),
    ("on Fridays", []),
    ("they sat in the sun", []),
    ("the Sun reported", []),
    ("Mon frère", []),
]
SPANS: list[tuple[str, list[tuple[DateKind, str | None]]]] = [
    ("in January", [(S, "2017-01")]),
    ("in March", [(S, "2017-03")]),
    ("in April", [(S, "2016-04")]),
    ("in May a raid", [(S, "2016-05")]),
    ("last March", [(S, "2016-03")]),
    ("by August 2015", [(S, "2015-08")]),
    ("Review, November 2015", [(S, "2015-11")]),
    ("in late February", [(S, "2017-02")]),
    ("in mid-December", [(S, "2016-12")]),
    ("at the end of January", [(S, "2017-01")]),
    ("early 2015", [(S, "2015")]),
    ("mid-2013", [(S, "2013")]),
    ("in 2011", [(S, "2011")]),
    ("throughout 2011", [(S, "2011")]),
    ("the 2012 truce", [(S, "2012")]),
    ("elders recall 1988, when gas fell", [(S, "1988")]),
    ("in the whole of 2014", [(S, "2014")]),
    ("the January offensive", [(S, "2017-01")]),
    ("February's figure", [(S, "2017-02")]),
    ("last week", [(S, "2017-03-13/2017-03-19")]),
    ("late last month", [(S, "2017-02")]),
    ("last year", [(S, "2016")]),
    ("last weekend", [(S, "2017-03-18/2017-03-19")]),
    ("this weekend", [(S, "2017-03-25/2017-03-26")]),
    ("next month", [(S, "2017-04")]),
    ("two weeks ago", [(S, "2017-03-08/2017-03-14")]),
    ("four months ago", [(S, "2016-11")]),
    ("three years ago", [(S, "2014")]),
    ("in the first half of the year", [(S, "2017-01/2017-06")]),
    ("in the second quarter of 2016", [(S, "2016-04/2016-06")]),
    ("in the first three months of 2016", [(S, "2016-01/2016-03")]),
    ("in the summer of 2014", [(S, "2014")]),
    ("overnight", [(S, "2017-03-24/2017-03-25")]),
    ("overnight Thursday into Friday", [(S, "2017-03-23/2017-03-24")]),
    ("overnight into Friday", [(S, "2017-03-23/2017-03-24")]),
    ("Thursday night into Friday morning", [(S, "2017-03-23/2017-03-24")]),
    ("in the night of 4/5 March", [(S, "2017-03-04/2017-03-05")]),
    ("in the night of 4 to 5 March", [(S, "2017-03-04/2017-03-05")]),
    ("in the night from Tuesday to Wednesday", [(S, "2017-03-21/2017-03-22")]),
    ("in the night of 31 December to 1 January 2017", [(S, "2016-12-31/2017-01-01")]),
    ("in January and February", [(G, "2017-01/2017-02")]),
    ("in the night to Friday", [(S, "2017-03-23/2017-03-24")]),
    ("from Monday 13 to Sunday 19 March", [(G, "2017-03-13/2017-03-19")]),
    ("from 3 to 9 March", [(G, "2017-03-03/2017-03-09")]),
    ("March 3-9", [(G, "2017-03-03/2017-03-09")]),
    ("3–9 March 2016", [(G, "2016-03-03/2016-03-09")]),
    ("between 3 and 9 March", [(G, "2017-03-03/2017-03-09")]),
    ("between March 3 and 9", [(G, "2017-03-03/2017-03-09")]),
    ("on 8 and 9 March", [(G, "2017-03-08/2017-03-09")]),
    ("between 28 February and 4 March", [(G, "2017-02-28/2017-03-04")]),
    ("from 28 December to 4 January", [(G, "2016-12-28/2017-01-04")]),
    ("from 28 December to 4 January 2017", [(G, "2016-12-28/2017-01-04")]),
    ("from May 2014 to June 2016", [(G, "2014-05/2016-06")]),
    ("between November and February", [(G, "2016-11/2017-02")]),
    ("November-February", [(G, "2016-11/2017-02")]),
    ("between 2003 and last year", [(G, "2003/2016")]),
    ("2003-2011", [(G, "2003/2011")]),
    ("from Monday to Thursday", [(G, "2017-03-20/2017-03-23")]),
    ("on Thursday and Friday", [(G, "2017-03-23/2017-03-24")]),
    ("on Monday and Friday", [(P, "2017-03-20"), (P, "2017-03-24")]),
    ("in the night of March 4-5 killed", [(S, "2017-03-04/2017-03-05")]),
    ("between Friday night and Saturday morning", [(G, "2017-03-24/2017-03-25")]),
    ("from mid-February until 9 March", [(G, "2017-02/2017-03-09")]),
    ("from 9 February to March", [(G, "2017-02-09/2017-03")]),
    ("in the week ending 12 March", [(S, "2017-03-06/2017-03-12")]),
    ("the week of March 6", [(S, "2017-03-06/2017-03-12")]),
    ("in July last year", [(S, "2016-07")]),
    ("in January of this year", [(S, "2017-01")]),
    ("over the weekend", [(S, "2017-03-25/2017-03-26")]),
    ("on the weekend of 11-12 March", [(G, "2017-03-11/2017-03-12")]),
    ("in the last days of January", [(S, "2017-01")]),
    ("until 20 March", [(G, "../2017-03-20")]),
    ("open until 2 April", [(G, "../2017-04-02")]),
]
PERIODS: list[tuple[str, list[tuple[DateKind, str | None]]]] = [
    ("since 9 January", [(N, "2017-01-09/2017-03-25")]),
    ("since late February", [(N, "2017-02/2017-03")]),
    ("since the coup of 9 January", [(N, "2017-01-09/2017-03-25")]),
    ("since the start of the battle in early February", [(N, "2017-02/2017-03")]),
    ("since November 2015", [(N, "2015-11/2017-03")]),
    ("since 2012", [(N, "2012/2017")]),
    ("since last year", [(N, "2016/2017")]),
    ("since Tuesday", [(N, "2017-03-21/2017-03-25")]),
    ("since the start of the month", [(N, "2017-03-01/2017-03-25")]),
    ("since the start of the year", [(N, "2017-01/2017-03")]),
    ("since the war began four months ago", [(N, "2016-11/2017-03")]),
    ("since the truce ended nine days ago", [(N, "2017-03-16/2017-03-25")]),
    ("since the coup last February", [(N, "2017-02/2017-03")]),
    ("since fighting erupted on January 15", [(N, "2017-01-15/2017-03-25")]),
    ("since last Tuesday", [(N, "2017-03-21/2017-03-25")]),
    ("since last week", [(N, "2017-03-13/2017-03-25")]),
    ("since dawn", [(N, "2017-03-25")]),
    ("since March", [(N, "2017-03")]),
    ("since the 2003 invasion", [(N, "2003/2017")]),
    ("the worst attack since a 2013 bombing killed 30", [(S, "2013")]),
    ("the deadliest since January, when six died", [(S, "2017-01")]),
    ("held since 2014. Envoys met on Friday", [(N, "2014/2017"), (P, "2017-03-24")]),
    ("in the past 24 hours", [(W, "2017-03-24/2017-03-25")]),
    ("in the last 48 hours", [(W, "2017-03-23/2017-03-25")]),
    ("over the past week", [(W, "2017-03-18/2017-03-25")]),
    ("in the last two weeks", [(W, "2017-03-11/2017-03-25")]),
    ("the past three months", [(W, "2016-12-25/2017-03-25")]),
    ("this past month", [(W, "2017-02-25/2017-03-25")]),
    ("in the space of eight days", [(W, "2017-03-17/2017-03-25")]),
    ("this week", [(W, "2017-03-20/2017-03-25")]),
    ("this month", [(W, "2017-03")]),
    ("so far this year", [(W, "2017")]),
    ("in four months", [(W, None)]),
    ("the fuel will last 30 hours", []),
    ("in the past week of fighting", [(W, "2017-03-18/2017-03-25")]),
    ("in the past days", [(V, None)]),
    ("in recent weeks", [(V, None)]),
    ("recently", [(V, None)]),
    ("a few days ago", [(V, None)]),
    ("years ago", [(V, None)]),
    ("last winter", [(V, None)]),
    ("on the second day of Ramadan", [(V, None)]),
    ("on the eve of the feast", [(V, None)]),
    ("every day", [(E, None)]),
    ("six children a day", [(E, None)]),
    ("four deaths per week", [(E, None)]),
]
RELATIVES: list[tuple[str, list[tuple[DateKind, str | None]]]] = [
    ("two days earlier", [(R, None)]),
    ("on Friday, after a raid two days earlier", [(P, "2017-03-24"), (R, "2017-03-22")]),
    ("Officials on Thursday denied the raid a day before.", [(P, "2017-03-23"), (R, "2017-03-22")]),
    ("Our note of 9 March on the previous day's raid", [(P, "2017-03-09"), (R, "2017-03-08")]),
    ("Graves dug a day earlier in the town, 9 March 2017.", [(R, "2017-03-08"), (P, "2017-03-09")]),
    ("the next morning", [(R, None)]),
    ("He died on 2 March and she the same day.", [(P, "2017-03-02"), (R, "2017-03-02")]),
    ("The day before. On Friday", [(R, None), (P, "2017-03-24")]),
    ("a week after giving birth", [(R, None)]),
    ("later in the day", [(R, None)]),
    ("earlier in the week", [(R, None)]),
    ("the week before", [(R, None)]),
    ("the same month", [(R, None)]),
]
NOTHING: tuple[str, ...] = (
    "it may have been",
    "they march at noon",
    "a second strike",
    "Theresa May spoke",
    "entered its eighth month",
    "137 people and 2017 others",
    "0:01:54",
    "the 9th Division",
    "the 3rd, 4th and 9th brigades",
    "on the 4th floor",
    "a 500-pound bomb",
    "1,000 were hurt",
    "ran 12.5 kilometres",
    "the colonel's march on the capital",
    "",
)


@pytest.mark.parametrize(("text", "expected"), [*DAYS, *WEEKDAYS, *SPANS, *PERIODS, *RELATIVES])
def test_words_of_time_name_these_dates(text: str, expected: list[tuple[DateKind, str | None]]) -> None:
    assert [(mention.kind, mention.edtf) for mention in read(text)] == expected


@pytest.mark.parametrize("text", NOTHING)
def test_words_that_only_look_like_dates_are_none(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "reference", "edtf"),
    [
        ("on 17 April", NOWHERE, "XXXX-04-17"),
        ("in April", NOWHERE, "XXXX-04"),
        ("on 12 March last year", NOWHERE, "XXXX-03-12"),
        ("on Saturday", NOWHERE, None),
        ("last week", NOWHERE, None),
        ("this year", NOWHERE, None),
        ("this month", NOWHERE, None),
        ("in the past week", NOWHERE, None),
        ("overnight", NOWHERE, None),
        ("since 6 June", NOWHERE, "XXXX-06-06/.."),
        ("since 2014", NOWHERE, "2014/.."),
        ("from 3 to 9 April", NOWHERE, "XXXX-04-03/XXXX-04-09"),
        ("29 February", NOWHERE, "XXXX-02-29"),
        ("this month", MARCH, "XXXX-03"),
        ("last month", MARCH, "XXXX-02"),
        ("since early February", MARCH, "XXXX-02/XXXX-03"),
        ("on the 22nd", MARCH, "XXXX-03-22"),
        ("since 27 September", YEARLESS, "XXXX-09-27/XXXX-10-21"),
        ("yesterday", YEARLESS, "XXXX-10-20"),
        ("on Monday", YEARLESS, None),
        ("this year", YEARLESS, None),
        ("in the night of 18 to 19 October", YEARLESS, "XXXX-10-18/XXXX-10-19"),
        ("on Monday", YEARLESS_TUESDAY, "XXXX-07-21"),
        ("last week", YEARLESS_TUESDAY, "XXXX-07-14/XXXX-07-20"),
        ("on Monday", MONDAY, "2021-11-08"),
        ("this week", MONDAY, None),
        ("last weekend", MONDAY, "2021-11-06/2021-11-07"),
        ("in November", MONDAY, "2021-11"),
        ("in December", NEW_YEAR, "2019-12"),
        ("on the 30th", NEW_YEAR, "2019-12-30"),
        ("on 30 December", NEW_YEAR, "2019-12-30"),
        ("on Monday", NEW_YEAR, "2019-12-30"),
        ("last month", NEW_YEAR, "2019-12"),
    ],
)
def test_what_the_reference_does_not_say_is_not_invented(text: str, reference: Reference, edtf: str | None) -> None:
    assert [mention.edtf for mention in read(text, reference)] == [edtf]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("around 9:40 in the evening of 11 March", "21:40"),
        ("at 1.30 a.m. on 11 March", "01:30"),
        ("about 6 p.m. on Friday", "18:00"),
        ("at 12:15 am on Friday", "00:15"),
        ("at 9.32 on Friday morning", "09:32"),
        ("on Friday at 14:05", "14:05"),
        ("late on Friday", "night"),
        ("early Friday", "morning"),
        ("before dawn on Friday", "dawn"),
        ("Friday afternoon", "afternoon"),
        ("on 11 March, late in the evening,", "evening"),
        ("the afternoon of 11 March", "afternoon"),
        ("overnight", "overnight"),
        ("tonight", "night"),
        ("on Friday", None),
    ],
)
def test_the_time_of_day_is_kept_beside_the_day(text: str, time: str | None) -> None:
    assert [mention.time_of_day for mention in read(text)] == [time]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("two days earlier", -2),
        ("a day later", 1),
        ("the day before", -1),
        ("the day after the strike", 1),
        ("three weeks later", 21),
        ("two hours later", 0),
        ("the previous night", -1),
        ("the following morning", 1),
        ("later that evening", 0),
        ("a month earlier", None),
        ("two days before the vote", None),
    ],
)
def test_a_relative_mention_says_how_far_it_lies_from_the_event(text: str, days: int | None) -> None:
    assert [(mention.kind, mention.shift_days) for mention in read(text)] == [(R, days)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They died on Saturday night in the town.", "Saturday night"),
        ("killed 12 since the coup of 9 January, it said", "since the coup of 9 January"),
        ("It was hit in the past 24 hours.", "past 24 hours"),
        ("in Harran, 9 March 2017. (Photo)", "9 March 2017"),
    ],
)
def test_a_mention_covers_its_words_and_no_more(text: str, words: str) -> None:
    assert [text[mention.start : mention.end] for mention in read(text)] == [words]


def test_offsets_are_of_the_whole_text() -> None:
    text = "On Monday nothing happened. On Friday two died."
    (mention,) = find(text, 28, len(text), SATURDAY)
    assert text[mention.start : mention.end] == "Friday"


def test_a_qualifier_stays_in_the_name_of_the_rule() -> None:
    assert read("in late February")[0].rule == "month:late"


def test_a_day_that_could_be_a_month_says_that_it_is_ambiguous() -> None:
    (mention,) = read("04/02/2017")
    assert (mention.edtf, mention.rule, mention.anchor) == (None, "day:ambiguous", Anchor.NONE)


def test_a_comparison_with_the_past_is_marked() -> None:
    assert read("the worst toll since 2013")[0].rule == "since-year:compared"


@pytest.mark.parametrize(
    ("edtf", "days", "expected"),
    [
        ("2017-03-17", -2, "2017-03-15"),
        ("2017-03-17", 0, "2017-03-17"),
        ("2016-12-31/2017-01-01", 1, "2017-01-01/2017-01-02"),
        ("2017-01-09/..", 1, "2017-01-10/.."),
        ("XXXX-12-31", 1, "XXXX-01-01"),
        ("XXXX-02-28", 1, None),
        ("2017-03", 1, None),
        ("2017", -1, None),
        ("9999-12-31", 1, None),
    ],
)
def test_a_day_moves_and_a_month_does_not(edtf: str, days: int, expected: str | None) -> None:
    assert shift(edtf, days) == expected


@pytest.mark.parametrize("text", ["Saturdayé", "éSaturday", "in Mayı", "overnight٣"])
def test_a_word_ends_where_its_letters_end_in_any_script(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize("text", ["The mill’s roof — all of it — fell on Monday.", "Élan, on Monday", "on Monday…"])
def test_marks_and_letters_outside_ascii_leave_the_day_beside_them(text: str) -> None:
    assert [(text[found.start : found.end], found.edtf) for found in read(text)] == [("Monday", "2017-03-20")]
