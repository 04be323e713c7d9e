"""What holds for every text: mentions lie where they say, in order, and name dates that exist."""

import time
from datetime import date, timedelta

import edtf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmtrace.language.dates import DateKind, Reference, find, reference, shift
from harmtrace.language.dates.grammar import BEFORE, BY_LETTER, EACH, STARTERS, fitting, reach
from harmtrace.language.dates.tokens import LETTER
from harmtrace.language.english import dates as english
from harmtrace.records.measure import Period

_VOCABULARY = [
    *(word for words in english.WORDS.values() for word in words),
    *("March", "May", "Sat", "Sunday", "Feb.", "1", "3", "17", "31", "17th", "2017", "1999", "9:40", "2016-12-09"),
    *("13/02/2017", "-", "–", ",", ".", "\n", "'s", "(", ")", ":", "people", "U.S.", "٣", "مارس", "24", "100000000"),
]
texts = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(_VOCABULARY), max_size=14).map(" ".join))
references = st.one_of(
    st.just(Reference(day=None, why="none")),
    st.integers(1, 12).map(lambda month: Reference(day=None, why="none", month=month)),
    st.dates().map(lambda day: Reference(day=day.isoformat(), why="published")),
    st.tuples(st.dates(), st.one_of(st.none(), st.integers(0, 6))).map(
        lambda pair: Reference(
            day=f"XXXX{pair[0].isoformat()[4:]}", why="dateline", month=pair[0].month, weekday=pair[1]
        )
    ),
)


@given(texts, references, st.integers(0, 20), st.integers(0, 20))
def test_mentions_lie_within_the_passage_in_order_and_name_dates_that_exist(
    text: str, known: Reference, cut: int, rest: int
) -> None:
    start, end = min(cut, len(text)), max(len(text) - rest, min(cut, len(text)))
    last = start
    for mention in find(text, start, end, known):
        assert last <= mention.start < mention.end <= end
        last = mention.end
        if mention.edtf is not None:
            Period.of(mention.edtf)
            edtf.parse_edtf(mention.edtf)
        if mention.kind in (DateKind.VAGUE, DateKind.RATE):
            assert mention.edtf is None


@given(texts, st.one_of(st.none(), st.text(max_size=12), st.dates().map(date.isoformat)))
def test_every_text_has_a_reference_and_it_reads_the_text(text: str, published: str | None) -> None:
    found = reference(text, published=published, on=None)
    if found.day is not None:
        Period.of(found.day)
    for mention in find(text, 0, len(text), found):
        assert mention.edtf is None or Period.of(mention.edtf)


@given(texts)
def test_without_a_reference_no_year_is_known_that_the_text_does_not_hold(text: str) -> None:
    for mention in find(text, 0, len(text), Reference(day=None, why="none")):
        years = {part[:4] for part in (mention.edtf or "").split("/") if part[:1].isdigit()}
        near = {str(int(year) + step) for year in years for step in (-1, 0, 1)}
        assert not years or any(year in text for year in near)


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.integers(-400, 400))
def test_a_day_moved_there_and_back_is_the_same_day(day: date, days: int) -> None:
    moved = shift(day.isoformat(), days)
    assert moved is not None
    assert shift(moved, -days) == day.isoformat()


@given(st.dates(), st.integers(-60, 60))
def test_a_day_without_year_moves_back_or_not_at_all(day: date, days: int) -> None:
    yearless = f"XXXX{day.isoformat()[4:]}"
    moved = shift(yearless, days)
    assert moved is None or shift(moved, -days) == yearless


@given(st.dates(date(1900, 1, 8), date(2099, 12, 24)), st.sampled_from(english.WEEKDAYS))
def test_a_weekday_lies_in_the_week_that_ends_on_the_reference_day(day: date, name: str) -> None:
    (mention,) = find(f"on {name.title()}", 0, 30, Reference(day=day.isoformat(), why="published"))
    assert mention.edtf is not None
    found = date.fromisoformat(mention.edtf)
    assert found.weekday() == english.WEEKDAYS.index(name)
    assert timedelta(0) <= day - found < timedelta(7)


@given(st.dates(date(1900, 1, 1), date(2099, 12, 24)), st.dates())
def test_a_bare_day_lies_in_the_year_that_ends_after_the_reference_day(day: date, named: date) -> None:
    text = f"on {named.day} {english.MONTHS[named.month - 1].title()}"
    (mention,) = find(text, 0, len(text), Reference(day=day.isoformat(), why="published"))
    assert mention.edtf is not None
    if not mention.edtf.startswith("X"):
        assert -1 <= (day - date.fromisoformat(mention.edtf)).days <= 366


@given(st.text(alphabet=list(LETTER.values()), max_size=12), st.sampled_from(sorted(EACH)))
def test_a_rule_starts_only_with_its_starters(letters: str, name: str) -> None:
    if EACH[name].match(letters) is not None:
        assert letters[0] in {LETTER[part] for part in STARTERS[name]}


@given(st.lists(st.sampled_from([*LETTER.values(), *[LETTER["x"]] * 20]), min_size=1, max_size=30).map("".join))
def test_a_rule_needs_no_letters_beyond_its_reach(letters: str) -> None:
    for start, letter in enumerate(letters):
        whole = BY_LETTER[letter].match(letters, start) if letter in BY_LETTER else None
        first = max(0, start - BEFORE)
        part = fitting(letters[first : reach(letters, start)], start - first)
        assert (part is None) == (whole is None)
        if part is not None and whole is not None:
            assert (part.lastgroup, part.end() + first) == (whole.lastgroup, whole.end())
            assert whole.end() + 2 < reach(letters, start) or len(letters) <= reach(letters, start)


@pytest.mark.parametrize("name", sorted(STARTERS))
def test_every_starter_is_a_part_of_the_grammar(name: str) -> None:
    assert set(LETTER) >= STARTERS[name]


_ADVERSE = (
    *("since the ", "17 ", "the the ", "in the night of ", "March 17-", "late ", "last ", "a day ", "2017 ", "in a x "),
    *("on Friday and ", "\n", ", May 4, 2018.", "in the last ", "9 p.m. ", "1/", "from the "),
)


@pytest.mark.parametrize("unit", _ADVERSE)
def test_time_grows_with_the_length_of_the_text(unit: str) -> None:
    """A passage eight times as long takes no more than about thirty times as long, where a square takes 64."""
    known = Reference(day="2017-03-25", why="published")

    def seconds(repeat: int) -> float:
        text = unit * repeat
        best = float("inf")
        for _ in range(5):
            begun = time.process_time()
            find(text, 0, len(text), known)
            reference(text, published=None, on=None)
            best = min(best, time.process_time() - begun)
        return best

    seconds(10)
    assert seconds(4_000) < 32 * seconds(500) + 0.02
