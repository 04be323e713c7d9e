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
        ("Greater Tell Sadal Doctors' Committee", "لجنة أطباء تل سدل الكبرى"),
        ("the Tellsadal Doctors’ Committee", "لجنة أطباء تل سدل"),  # a town that one script writes as two words
        ("Karwan resistance committee", "لجنة مقاومة كروان – مربع 17"),  # its part is not its name
        ("Sadal Station Emergency Room", "غرفة طوارئ محطة سدل (الفرع الأول)"),
        ("the health ministry", "وزارة الصحة العامة"),
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
        ("Karwan resistance committee", "لجنة مقاومة سدل – كروان"),
        ("Ministry of Defence", "وزارة الصحة العامة"),
        ("Karwan Volunteers", "مسعفو كروان"),
    ],
)
def test_bodies_that_share_a_kind_or_a_town_alone_are_two(one: str, other: str) -> None:
    assert not one_name(one, other)
