"""Ages between commas, days of telling, and people told of by their trade: invented texts, read whole."""

import pytest

from tests.reading import flat, read_text

AGES = (
    ("Two sisters, 8 and 11, were killed in Ostrel.", [2]),
    ("A pensioner and her grandson, 8, were killed in Ostrel.", [1, 1]),
    ("A boy, 4, and his sister died in Ostrel.", [1, 1]),
    ("Three brothers, 4, 7 and 12, died in Ostrel.", [3]),
    ("A porter and a girl, 12, have died in Ostrel.", [1, 1]),
    ("A girl, 12, a boy, 8, and a woman were killed in Ostrel.", [1, 1, 1]),
    ("Two women, 3 children and 5 men were killed in Ostrel.", [2, 5, 3]),
)


@pytest.mark.parametrize(("text", "counts"), AGES, ids=[text[:30] for text, _ in AGES])
def test_ages_between_commas_are_no_dead(text: str, counts: list[int]) -> None:
    found = [str(flat(c)["low"]) for c in read_text(text, published="2021-05-12").claims]
    assert sorted(found) == sorted(str(count) for count in counts)


@pytest.mark.parametrize(
    "victim",
    ["night watchman", "water carrier", "lawyer", "postmaster", "seamstress", "doorman", "librarian", "weaver"],
)
def test_one_told_of_by_a_trade_is_one(victim: str) -> None:
    (claim,) = [flat(c) for c in read_text(f"Sniper fire killed a {victim} in Ostrel.", published="2021-05-12").claims]
    assert (claim["low"], claim["who"]) == (1, "civilian")


@pytest.mark.parametrize("mishap", ["was killed", "was wounded"])
def test_one_owned_by_what_was_hit_is_one(mishap: str) -> None:
    text = f"A bus was hit in Ostrel on 3 May 2021 and its driver {mishap}."
    assert [flat(c)["low"] for c in read_text(text, published="2021-05-12").claims] == [1]


def test_so_many_days_after_the_blast_is_counted_back_from_the_day_of_saying() -> None:
    text = "The toll of the bombing in Ostrel has risen to 141, the director said on Tuesday, six days after the blast."
    assert [flat(c)["when"] for c in read_text(text, published="2021-05-12").claims] == ["2021-05-05"]


def test_by_a_day_is_when_they_were_counted() -> None:
    text = "A bridge in Ostrel was hit by a rocket on 3 May 2021. By Sunday night 57 people had died, a hospital said."
    assert [flat(c)["when"] for c in read_text(text, published="2021-05-10").claims] == ["2021-05-03"]


def test_the_dead_of_a_day_put_at_a_number_are_counted() -> None:
    text = "Reports put the dead in Wednesday's barrage on Ostrel at 70."
    assert [(flat(c)["low"], flat(c)["where"]) for c in read_text(text, published="2021-05-07").claims] == [
        (70, "Ostrel")
    ]


def test_rows_under_a_heading_with_its_time_are_totals_of_their_places() -> None:
    text = (
        "Civilian harm verified by our observers, Kessary, 1–7 May 2021\nOstrel: 9 civilians killed\n"
        "Halvin: 4 civilians killed\nAll four dead in Halvin were at a tram stop that was shelled on 4 May."
    )
    found = [flat(c) for c in read_text(text, published="2021-05-09").claims]
    assert [(c["low"], c["scope"], c["where"], c["when"]) for c in found] == [
        (9, "period", "Ostrel", "2021-05-01/2021-05-07"),
        (4, "period", "Halvin", "2021-05-01/2021-05-07"),
        (4, "event", "Halvin", "2021-05-04"),
    ]


def test_entries_name_their_day_and_place_before_a_colon() -> None:
    text = (
        "Incidents of note\n(a) 9 January, Ostrel: a shell came down, killing two boys.\n"
        "(b) 21 February, Brae Velm: sniper fire killed a water carrier."
    )
    found = [flat(c) for c in read_text(text, published="2021-05-09").claims]
    assert [(c["low"], c["where"], c["when"]) for c in found] == [
        (2, "Ostrel", "2021-01-09"),
        (1, "Brae Velm", "2021-02-21"),
    ]


def test_the_day_of_a_statement_is_not_the_day_of_the_event() -> None:
    text = (
        "STATEMENT ON OSTREL, 5 May 2021\nI set out here what we know about the market strike of 22 April.\n"
        "A bomb hit the market. We have the names of 29 people killed."
    )
    assert {flat(c)["when"] for c in read_text(text, published="2021-05-05").claims} == {"2021-04-22"}


def test_who_is_named_last_covers_all_that_stands_before() -> None:
    text = (
        "The driver and five passengers were shot dead near Ostrel; nine passengers who jumped from the windows were "
        "hurt, according to the coach company Aster Lines."
    )
    found = [flat(c) for c in read_text(text, published="2021-05-05").claims]
    assert [(c["low"], c["speaker"]) for c in found] == [
        (1, "the coach company Aster Lines"),
        (5, "the coach company Aster Lines"),
        (9, "the coach company Aster Lines"),
    ]


def test_he_is_who_spoke_in_the_sentence_before() -> None:
    text = (
        "Gunmen killed 11 farmers in Ostrel on 3 May 2021, two officials said.\n\n"
        '"They came for the maize," said the mayor, Una Fell. Six men have been missing since, she said.'
    )
    found = [flat(c) for c in read_text(text, published="2021-05-05").claims]
    assert (found[-1]["outcome"], found[-1]["speaker"]) in (("missing", "Una Fell"), ("missing", "the mayor"))
