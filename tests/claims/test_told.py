"""What a text tells of an event of which it makes no claim."""

import pytest

from harmtrace.records.claim import Casualty
from tests.reading import read_text


def accounts(text: str) -> list[tuple[str | None, tuple[str, ...], frozenset[str]]]:
    found = read_text(text, published=None)
    assert found.claims == ()
    return [(one.when, one.place_names, one.causes) for one in found.accounts]


def test_a_strike_without_a_number_is_told_with_its_place() -> None:
    assert accounts("Warplanes carried out an airstrike on the village of Brae Velm on 4 May 2021.") == [
        ("2021-05-04", ("Brae Velm",), frozenset({"airstrike"}))
    ]


def test_shelling_in_arabic_is_told_with_its_hashtag() -> None:
    (one,) = accounts("#عاجل\nقصف مدفعي يستهدف بلدة #دلبون الآن")
    assert one[1] == ("دلبون",)


def test_a_text_without_any_event_tells_nothing() -> None:
    assert accounts("The council of Brae Velm met on 4 May 2021 and spoke of roads.") == []


def test_a_day_of_the_week_is_kept_where_no_day_is_known() -> None:
    found = read_text("Warplanes bombed the village of Brae Velm on Tuesday morning.", published=None)
    assert [(one.when, one.weekday) for one in found.accounts] == [(None, 1)]


def test_a_day_of_the_week_far_from_an_event_is_not_its_own() -> None:
    apart = "The council met about the roads of the valley and the price of bread. " * 12
    found = read_text(
        f"Four people were killed in shelling of Brae Velm.\n{apart}\nIt meets again on Tuesday.", published=None
    )
    assert [one.weekday for one in found.accounts] == [None]


def test_an_arrest_in_arabic_is_told_of_with_its_place() -> None:
    (one,) = accounts("اعتقلت قوة محلية شابا من بلدة #دلبون")
    assert one[1] == ("دلبون",)


def test_words_that_dots_hide_from_a_filter_are_read() -> None:
    found = read_text("استشـ.ـهاد 3 مدنيين بقصـ. ـف على بلدة دلبون", published=None)
    assert [claim.quote for claim in found.claims] == ["استشـ.ـهاد 3 مدنيين"]


def test_a_blow_told_elsewhere_without_a_count_is_what_the_counts_behind_it_speak_of() -> None:
    text = (
        "THE WEEK IN HALVIN\n\n"
        "1. The denial. On Monday a jet bombed the trade school in Marl Bay and 17 people were killed.\n\n"
        "2. The pump. Hardly anyone noticed. At about seven in the evening a drone bombed the only pump in Quillby, "
        "a hamlet on the hill. Two drivers who had waited there spoke to us by telephone. "
        "The drivers said that six people were killed.\n"
    )
    claims = [c for c in read_text(text, published="2019-10-20").claims if isinstance(c, Casualty)]
    assert [(c.count.low, c.where, c.event) for c in claims] == [(17, "Marl Bay", 0), (6, "Quillby", 1)]


def test_a_sentence_that_says_only_when_it_was_dates_what_follows() -> None:
    text = "It was the first week of May 2019, she told us. A shell fell on a kitchen in Marl Bay and killed two men."
    claims = [c for c in read_text(text, published=None).claims if isinstance(c, Casualty)]
    assert [(c.count.low, c.when) for c in claims] == [(2, "2019-05")]


@pytest.mark.parametrize(
    "telling", ["the Centre makes public what", "our office publishes what", "the panel presented what"]
)
def test_the_day_on_which_findings_are_made_public_is_no_day_of_harm(telling: str) -> None:
    found = f"Today {telling} it found about the raid on the mill in the night of 14 May 2019."
    text = f"MARL BAY, 30 May 2019\n\n{found}\n\nNineteen people died."
    claims = [c for c in read_text(text, published=None).claims if isinstance(c, Casualty)]
    assert [(c.count.low, c.when) for c in claims] == [(19, "2019-05-14")]


@pytest.mark.parametrize("head", ["HG-18: Petrol station, Quillby", "School, Quillby"])
def test_what_was_struck_at_the_head_of_an_entry_is_no_place(head: str) -> None:
    text = f"The month in Halvin\n\n{head}, 18 October 2019\nFive civilians were killed.\n"
    claims = [c for c in read_text(text, published=None).claims if isinstance(c, Casualty)]
    assert [(c.count.low, c.where, c.when) for c in claims] == [(5, "Quillby", "2019-10-18")]
