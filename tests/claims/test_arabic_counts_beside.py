"""Arabic counts told by ordinals, behind "is the number of", far behind their verb, or of nobody: invented texts."""

import pytest

from harmtrace.records.claim import Casualty
from tests.reading import read_text

COUNTS = (
    ("a dual with its vowels", "أدت الضربة إلى مقتل مدنيَّين وإصابة ثالث.", [("killed", 2), ("injured", 1)]),
    ("hurt a third", "انفجر لغم فقتل راعياً وأصاب ثالثاً.", [("killed", 1), ("injured", 1)]),
    ("spoken", "راحت فيها 5 نسوان واتجرحوا حوالي 13 شخص.", [("killed", 5), ("injured", 13)]),
    ("their last breath", "ولفظ ثلاثة من الجرحى أنفاسهم في المشفى.", [("killed", 3)]),
    ("departed this life", "فارق ثلاثة من المصابين الحياة.", [("killed", 3)]),
    ("no year", "بلغ عدد القتلى في السهول منذ مطلع العام 73 فلسطينياً.", [("killed", 73)]),
    ("whose number", "وبذلك يرتفع إلى 18 عدد المسعفين الذين قُتلوا.", [("killed", 18)]),
    ("first the number", "291 عدد المدنيين الذين قتلوا.", [("killed", 291)]),
    ("have become", "المصابون صاروا سبعة.", [("injured", 7)]),
    ("they are", "أما الجرحى فهم 46.", [("injured", 46)]),
    ("denied of any", "نفى التحالف إصابة أي مدني في الغارة.", [("injured", 0)]),
    ("lives far behind", "وأودت غارة في الحادي عشر من الشهر نفسه بحياة خمسة أطفال.", [("killed", 5)]),
    ("the seventh this month", "توفي جدي. وهو سابع مريض يقضي هذا الشهر.", [("killed", 1), ("killed", 7)]),
    ("from seven to ten", "حصيلة غير نهائية: من 7 إلى 10 قتلى.", [("killed", 7)]),
    ("a displaced family", "استشهدت أسرة نازحة من خمسة أفراد.", [("killed", 5)]),
    ("seven and twenty", "رأينا سبعاً وعشرين جثة على الضفة.", [("bodies_recovered", 27)]),
    ("taken away wounded", "قتل ستة، وأوضحت أن 24 آخرين نُقلوا جرحى.", [("killed", 6), ("injured", 24)]),
    ("whose missile", "قضت أسرة من ستة أفراد بصاروخ حوثي.", [("killed", 6)]),
    ("lost an arm", "فقدت المرأة ذراعها اليسرى في القصف.", [("injured", 1)]),
    ("trades", "قُتل فني تخدير وتوفيت نادلة وماتت جارتنا.", [("killed", 1), ("killed", 1), ("killed", 1)]),
)


@pytest.mark.parametrize(("text", "told"), [row[1:] for row in COUNTS], ids=[row[0] for row in COUNTS])
def test_a_count_is_read_as_it_is_told(text: str, told: list[tuple[str, int]]) -> None:
    found = read_text(text, published="2024-06-01", language="ar").claims
    assert [(c.outcome.value, c.count.low) for c in found if isinstance(c, Casualty)] == told


def test_nobody_is_counted_where_a_house_or_wits_were_lost() -> None:
    for text in ("فقدت المرأة منزلها في القصف.", "فقدت المرأة وعيها."):
        found = read_text(text, published="2024-06-01", language="ar").claims
        assert not any(isinstance(c, Casualty) for c in found)
