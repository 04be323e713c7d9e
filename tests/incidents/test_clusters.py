"""Groups judged by the better part of their pairs."""

from harmtrace.incidents.clusters import Clusters
from harmtrace.incidents.solving import _third_sides


def merged(many: int, scores: dict[tuple[int, int], float]) -> list[list[int]]:
    made = Clusters([[n] for n in range(many)], scores, crowded=frozenset())
    return made.merge(lambda a, b: False)


def test_a_post_that_fits_part_of_a_group_well_joins_it() -> None:
    scores = {(0, 1): 5.0, (0, 2): 5.0, (1, 2): 5.0, (0, 3): 3.0, (1, 3): 2.0, (2, 3): -1.5}
    assert merged(4, scores) == [[0, 1, 2, 3]]


def test_one_good_pair_of_many_is_not_enough() -> None:
    scores = {(a, b): 5.0 for a in range(5) for b in range(a + 1, 5)} | {(0, 5): 1.0}
    assert merged(6, scores) == [[0, 1, 2, 3, 4], [5]]


def test_what_is_forbidden_stays_apart_whatever_joins_later() -> None:
    scores = {(0, 1): 9.0, (1, 2): 4.0, (0, 2): 4.0}
    made = Clusters([[0], [1], [2]], scores, crowded=frozenset())
    assert made.merge(lambda a, b: {a, b} == {1, 2}) == [[0, 1], [2]]


def test_two_accounts_that_a_third_draws_are_compared_too() -> None:
    assert _third_sides({(0, 1): 2.0, (1, 2): 1.0, (2, 3): -1.0}, 4) == {(0, 2)}
