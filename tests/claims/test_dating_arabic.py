"""Which time of an Arabic text dates a count, weighed by the table of ``dating``; texts of our own."""

from harmtrace.claims.dating import RULE
from harmtrace.records.claim import Casualty
from tests.reading import read_text


def _counts(text: str) -> list[Casualty]:
    return [c for c in read_text(text, published="2021-06-09", language="ar").claims if isinstance(c, Casualty)]


def test_a_month_recalled_dates_what_is_told_behind_it() -> None:
    found = _counts(
        "يرقّع حسّان عجلته أمام المعمل، ويتذكر ما جرى في بلدة الرمان ذات مساء من أيلول 2017. "
        "«كنا في الداخل حين رمت الطائرة. مات ستة ممن كانوا معي».\n"
        "ويقول جاره إن أربع جثث لم يعرفها أحد."
    )
    assert [each.when for each in found] == ["2017-09", "2017-09"]
    assert RULE in found[0].rules


def test_a_day_beside_its_count_stays() -> None:
    (found,) = _counts("قُتل عاملان في بلدة الرمان يوم الاثنين بقذيفة. وتحدث رئيس البلدية يوم الثلاثاء.")
    assert found.when == "2021-06-07"
    assert RULE not in found.rules


def test_a_total_since_a_day_keeps_the_end_that_was_taken() -> None:
    *_, found = _counts(
        "الحصيلة اليومية – الاثنين 7 حزيران 2021\nريف حلب الجنوبي:\n"
        "- الزربة: غارتان من الطيران الحربي أسفرتا عن استشهاد 4 مدنيين، وإصابة 9.\n"
        "- العيس: استشهاد رجل مسن وإصابة حفيده.\n"
        "وبذلك يرتفع عدد من قُتلوا في ريف حلب منذ بداية الشهر إلى خمسين مدنياً."
    )
    assert found.when == "2021-06-01/2021-06-07"
