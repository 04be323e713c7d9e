"""Names of organisations in two scripts: which are one."""

import pytest

from harmtrace.language.organisations import one_name


@pytest.mark.parametrize(
    ("latin", "written"),
    [
        ("Tarra Centre for Human Rights", "مركز طرة لحقوق الإنسان"),
        ("Nabd al-Madina", "نبض المدينة"),
        ("Karwan Media Office", "مكتب كروان الإعلامي"),
        ("Sadal News Agency", "وكالة سدل للأنباء"),
        ("River Valley Rights Association", "جمعية وادي النهر لحقوق الإنسان"),  # "human" goes without saying in English
        ("Morning Post", "بريد الصباح"),
        ("Madina Coast Students Union", "اتحاد طلاب ساحل المدينة"),  # one word translated, one as it sounds
    ],
)
def test_one_body_in_two_scripts_is_known(latin: str, written: str) -> None:
    assert one_name(latin, written)
    assert one_name(written, latin)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tarra Centre for Human Rights", "مركز سدل لحقوق الإنسان"),
        ("Tarra Network", "مركز طرة"),
        ("Tarra Centre", "Tarra Centre"),
        ("the hospital", "المستشفى"),
        ("North Centre", "مركز الجنوب"),
        ("Media Office", "المكتب"),
    ],
)
def test_bodies_that_share_a_kind_or_a_town_alone_are_two(one: str, other: str) -> None:
    assert not one_name(one, other)
