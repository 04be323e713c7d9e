"""A text's own first count of the event against smaller figures in the same text."""

from harmtrace.records.claim import Outcome, Step, Unit
from harmtrace.records.text import SourceKind
from tests.incidents.making import casualty, head
from tests.tallies.test_tally import killed, tally_of, why_out

MONITOR = head("a", None, "the Saltport Monitor", SourceKind.MONITOR)
PAPER = head("a", None, "the Saltport Gazette", SourceKind.NEWS)


def test_a_smaller_number_of_the_text_s_own_words_is_a_part_of_its_first() -> None:
    result = tally_of(casualty("a", 10, 12, None), casualty("a", 90, 8, 8))
    assert killed(result) == (12, 12)
    assert why_out(result, "a:90").startswith("part of a:10")


def test_a_larger_number_of_the_text_s_own_words_stands_beside_its_first() -> None:
    assert killed(tally_of(casualty("a", 10, 4, 4), casualty("a", 90, 9, 9))) == (4, 9)


def test_a_list_is_held_against_the_first_number_by_what_it_adds_up_to() -> None:
    listed = (casualty("a", 100, 3, 3, length=10), casualty("a", 112, 2, 2, length=10))
    assert killed(tally_of(casualty("a", 10, 4, 4), *listed)) == (4, 5)
    assert killed(tally_of(*listed, casualty("a", 300, 2, 2))) == (5, 5)


def test_more_dead_of_the_same_text_add_to_its_first_number_and_are_no_part() -> None:
    assert killed(tally_of(casualty("a", 10, 12, 12), casualty("a", 90, 3, 3, step=Step.INCREMENT))) == (15, 15)


def test_a_monitor_has_weighed_the_smaller_figures_that_it_carries() -> None:
    own, early = casualty("a", 10, 16, None), casualty("a", 90, 7, 7, speaker="the Wire")
    result = tally_of(own, early, casualty("a", 150, 18, 18, speaker="a clinic"), documents=[MONITOR])
    assert killed(result) == (16, 18)
    assert why_out(result, "a:90") == "superseded: weighed by the monitor whose text carries it (a:10)"


def test_bodies_that_a_monitor_carries_from_others_do_not_lower_its_count() -> None:
    bodies = casualty("a", 90, 9, 9, speaker="rescuers", outcome=Outcome.BODIES_RECOVERED, unit=Unit.BODIES)
    assert killed(tally_of(casualty("a", 10, 16, 16), bodies, documents=[MONITOR])) == (16, 16)
    assert killed(tally_of(casualty("a", 10, 16, 16), bodies, documents=[PAPER])) == (9, 16)


def test_a_newspaper_weighs_nobody_s_figure() -> None:
    own, early = casualty("a", 10, 16, None), casualty("a", 90, 7, 7, speaker="the Wire")
    assert killed(tally_of(own, early, documents=[PAPER])) == (7, 16)


def test_what_a_source_says_in_a_text_of_its_own_stands_beside_the_monitor_s_count() -> None:
    own, early = casualty("a", 10, 16, None), casualty("b", 10, 7, 7)
    assert killed(tally_of(own, early, documents=[MONITOR, head("b", None, "the Wire", SourceKind.AGENCY)])) == (7, 16)


def test_one_child_told_of_first_is_not_how_many_there_were() -> None:
    child = casualty("a", 10, 1, 1)  # "an invented sentence": no number word
    assert killed(tally_of(child, casualty("a", 90, 6, 6), casualty("a", 150, 4, 4))) == (6, 6)
