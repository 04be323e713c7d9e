"""Names of belligerents: which names of one party meet, and which stay apart."""

import pytest

from harmtrace.language.parties import canonical, settle


@pytest.mark.parametrize(
    ("written", "named", "party"),
    [
        ("the Air Force", ["the Kenyan Air Force", "residents"], "Kenyan Air Force"),
        ("the navy", ["the Zambian Navy"], "Zambian Navy"),
        ("the Air Force", ["the Highland army"], "Highland army"),  # another arm of the one nation named
        ("سلاح الجو", ["the Kenyan Air Force"], "Kenyan Air Force"),
        ("القوات الجوية", ["القوات الجوية الكينية"], "Kenyan air force"),
        ("التحالف", ["the Saudi-led coalition"], "Saudi-led coalition"),
        ("التحالف", ["التحالف العربي"], "Saudi-led coalition"),
        ("التحالف", ["residents"], "US-led coalition"),
        ("الجيش", ["the Sudanese army", "the RSF"], "Sudanese army"),
    ],
)
def test_a_bare_arm_is_the_one_party_that_the_others_name(written: str, named: list[str], party: str) -> None:
    assert settle(written, named) == party


def test_a_bare_arm_stays_itself_where_two_nations_are_named() -> None:
    assert settle("the Air Force", ["the Kenyan Air Force", "the Zambian Air Force"]) == "Air Force"


def test_an_armed_force_named_in_arabic_has_its_english_name() -> None:
    assert canonical("الجيش التشادي") == canonical("the Chadian army") == "Chadian army"
    assert canonical("سلاح الجو النيجيري") == canonical("the Nigerian Air Force")
