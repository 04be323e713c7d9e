"""Codes stay: by the claims that they hold, through merges, partings and better dates."""

from harmtrace.pipeline.codes import assign
from harmtrace.records.claim import ClaimId
from harmtrace.records.incident import Grouped
from harmtrace.store.rows import Code


def _group(claims: str, when: str | None = "2031-05-04") -> Grouped:
    return Grouped(
        when=when,
        when_why="",
        hypotheses=(),
        documents=("a",),
        accounts=(("a", ord(claims[0])),),
        claims=tuple(map(ClaimId, claims)),
        inferred=(),
        pairings=(),
    )


def _now(codes: tuple[Code, ...]) -> dict[str, str | None]:
    return {one.code: one.now for one in codes}


ONE, TWO, THREE = "XXX-20310504-001", "XXX-20310504-002", "XXX-20310504-003"


def test_new_incidents_of_one_day_are_numbered_in_their_order() -> None:
    assert assign([_group("ab"), _group("cd")], ())[0] == (ONE, TWO)


def test_a_code_stays_when_the_date_becomes_better_known() -> None:
    _, codes = assign([_group("ab", "2031-05")], ())
    assert assign([_group("abc", "2031-05-04")], codes)[0] == ("XXX-20310500-001",)


def test_a_merge_redirects_and_a_parting_gives_the_codes_back() -> None:
    _, codes = assign([_group("abc"), _group("de")], ())
    given, codes = assign([_group("abcde")], codes)
    assert given == (ONE,)
    assert _now(codes) == {ONE: ONE, TWO: ONE}
    given, codes = assign([_group("abc"), _group("de")], codes)
    assert given == (ONE, TWO)
    assert _now(codes) == {ONE: ONE, TWO: TWO}


def test_a_split_leaves_the_code_with_the_greater_part() -> None:
    _, codes = assign([_group("abcde")], ())
    assert assign([_group("ab"), _group("cde")], codes)[0] == (TWO, ONE)


def test_a_code_that_stands_for_nothing_is_never_given_to_another_event() -> None:
    _, codes = assign([_group("ab"), _group("cd")], ())
    _, codes = assign([_group("ab")], codes)
    assert _now(codes) == {ONE: ONE, TWO: None}
    given, codes = assign([_group("ab"), _group("xy")], codes)
    assert given == (ONE, THREE)
    assert _now(codes)[TWO] is None
