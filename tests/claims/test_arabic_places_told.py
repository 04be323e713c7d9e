"""Where an Arabic count was, the day over it, and what bodies answer, told otherwise: invented texts."""

import pytest

from tests.fields import Fields
from tests.reading import flat, read_text

PLACES = (
    ("a label, and a village in it",
     "السهول | قتلت امرأة بانفجار لغم في قرية بريفيل عصر أمس الخميس.", "بريفيل"),
    ("a quarter whose name begins like a preposition",
     "سقطت قذائف على حي باب توما في دمشق. قتل ثلاثة أشخاص.", "حي باب توما"),
    ("a province and its district", "١- محافظة السهول / دلبون: انفجار لغم بسيارة – القتلى: 3", "دلبون"),
    ("the seat of who speaks",
     "قصفت الطائرات بلدة دلبون أمس. وفي القاهرة، قالت وزارة الخارجية إن ستة قتلوا.", "دلبون"),
    ("what a place underwent", "وكانت صرمان شهدت في سبتمبر اشتباكاً خلّف قتيلين.", "صرمان"),
    ("a name of two words that nobody knows",
     "جُرح عامل بقذيفة هاون في ناحل برين، وفق القناة 12.", "ناحل برين"),
    ("whose people bury their dead",
     "شيع أهالي كفرنوران أربعة معلمين استشهدوا بقذيفة طالت الحافلة.", "كفرنوران"),
    ("as for a place, in it", "أما الهلالية، التي يحاصرها المسلحون، فقد قتل فيها ستة أشخاص.", "الهلالية"),
    ("a school called after a tree", "قصف دلبون أمس. استشهاد ١٢ شخصاً في مدرسة الزيتون.", "مدرسة الزيتون"),
    ("an entrance of a town", "غارة على حافلة في شمال دلبون. قتل سائقان عند مدخل صرمان.", "مدخل صرمان"),
    ("an anchorage", "تغطية متواصلة لقصف مرسى النواعير اليوم\nقتل صيادان وجرح خمسة.", "مرسى النواعير"),
    ("no name: a checkpoint", "قتل مسلحون ثلاثة جنود عند حاجز تفتيش في بهرام.", "بهرام"),
    ("no name: a deserted school", "أصيب طفلان بانفجار لغم داخل مدرسة مهجورة في وادي السنديان.", "وادي السنديان"),
    ("a market in a town", "نقلت قناة أن قصفاً طال صرمان فجراً. قتل تسعة في غارة على سوق بصرمان.", "صرمان"),
    ("a raid called after a village", "أصيب راع في دلبون.\n4 شهداء في غارة نخيلة.\nالجرحى في نخيلة ستة.", "نخيلة"),
    ("a name that begins like a comparison", "عند وادي كشا أوقفنا مسلحون وقتلوا رجلين.", "وادي كشا"),
    ("no name: what the wounds are like", "قصفت طائرة مخيم السنديان. وأصيب بائع وُصفت جراحه بالحرجة.", "مخيم السنديان"),
    ("a numbered quarter", "سقطت دانة على الحارة 15 فقتلت امرأة.", "الحارة 15"),
    ("a bakery that was hit", "سقط صاروخ على فرن السعادة فقتل ثلاثة عمال.", "فرن السعادة"),
    ("behind the title of a text", "تحديث ثان – صرمان\nقتل سبعة أشخاص وجرح عشرون.", "صرمان"),
    ("a village called after an adjective", "قتل ثلاثة في جديدة، وجرح أربعة.", "جديدة"),
    ("a village called after it, of two words", "جرح 4 في جديدة عرطوز.", "جديدة عرطوز"),
    ("a village called after papers", "قتل 9 أشخاص في قرية كشوف.", "كشوف"),
    ("a town called after sugar", "قتل 9 أشخاص في بلدة سكر.", "سكر"),
    ("no name: a new village", "قصفت طائرة مخيم السنديان. وانتقل الأهالي إلى قرية جديدة. وقتل تسعة.", "مخيم السنديان"),
    ("a hotel in a city", "قتل 12 شخصا في غارة على فندق بصنعاء. وصنعاء مدينة كبيرة.", "صنعاء"),
    ("a bakery in a city", "قتل تسعة أشخاص في غارة على مخبز بصعدة فجرا.", "صعدة"),
    ("a quarter with its inhabitants", "قتل 12 شخصا في حي 5 آلاف نسمة في دمشق.", "دمشق"),
    ("the land of those who announce", "سقطت قذائف على حي الصناع.\nوأعلنت حكومة شمال دلبون مقتل معلمة.", "حي الصناع"),
)  # fmt: skip
WHO = (
    ("the girl is missing", "قصف المنزل في دلبون ولا تزال الطفلة مفقودة.", "civilian"),
    ("from our ranks", "هاجم العدو مواقعنا وارتقى من صفوفنا شهيد واحد.", "combatant"),
    ("cost the army", "وقالت الحركة إن كمائنها كبّدت قوات الجيش ثلاثين قتيلاً.", "combatant"),
    ("those killed of the civilians", "وتقدّر البعثة من قُتلوا من المدنيين في السهول بـ211.", "civilian"),
)  # fmt: skip
STANCES = (
    ("denied that",
     "قتل ستة في دلبون. وأنكرت السفارة في مذكرتها المؤرخة 20 شباط أن تكون مدفعية بلادها قد رمت.",
     "responsibility_denied"),
    ("denied it", "قتل ستة في دلبون بقصف، ونفى الحزب ذلك جملة وتفصيلاً.", "responsibility_denied"),
    ("denied to have word of it",
     "قصفت دلبون. ونفى متحدث باسم التحالف أن تكون لديه معلومات عن سقوط مدنيين.", "not_aware"),
    ("a committee",
     "قتل ستة في دلبون. وقال قائد العمليات إن لجنة تحقيق شكلت في الحادث.", "investigation_opened"),
)  # fmt: skip
BLAMES = (
    ("accused in marks", "قتل ستة في دلبون. الناجون اتهموا جميعاً «الجنجويد» وقوات الدعم السريع."),
    ("accused of standing behind it",
     "قتل ستة في دلبون. واتهم شيوخ العشائر فصيلاً مسلحاً بالوقوف وراء المجزرة."),
    ("fired from", "قتل ستة في دلبون. وقالت اللجنة إن الرمي جاء من قاعدة تركية على الجبل."),
    ("who is responsible", "قتل ستة في دلبون. وقالت الحكومة إن بريفيل هي المسؤولة."),
)  # fmt: skip


def _claims(text: str, kind: str = "casualty") -> list[Fields]:
    found = read_text(text, published="2023-10-27", language="ar").claims
    return [f for f in map(flat, found) if f["kind"] == kind]


@pytest.mark.parametrize(("text", "where"), [row[1:] for row in PLACES], ids=[row[0] for row in PLACES])
def test_where_it_was(text: str, where: str) -> None:
    assert _claims(text)[-1]["where"] == where


@pytest.mark.parametrize(("text", "who"), [row[1:] for row in WHO], ids=[row[0] for row in WHO])
def test_who_they_were(text: str, who: str) -> None:
    assert _claims(text)[-1]["who"] == who


@pytest.mark.parametrize(("text", "position"), [row[1:] for row in STANCES], ids=[row[0] for row in STANCES])
def test_what_a_body_answers(text: str, position: str) -> None:
    assert [claim["position"] for claim in _claims(text, "position")] == [position]


@pytest.mark.parametrize("text", [row[1] for row in BLAMES], ids=[row[0] for row in BLAMES])
def test_who_is_blamed(text: str) -> None:
    assert len(_claims(text, "blame")) == 1


def test_a_line_that_is_a_day_dates_what_stands_below_it() -> None:
    found = _claims(
        "حصاد الأسبوع\n\nالأحد 22 تشرين الأول\nألقى الطيران برميلين على دلبون، فقتلت سيدة.\n\n"
        "الثلاثاء 24 تشرين الأول\nسقطت قذائف على بلدة بريفيل. تحدثت الوكالة عن ثلاثة قتلى.\n\n"
        "ثم قصفت المدفعية حي المرفأ: وثقنا 16 قتيلاً."
    )
    assert [claim["when"] for claim in found] == ["2023-10-22", "2023-10-24", "2023-10-24"]


def test_a_sum_between_two_years_is_of_a_time() -> None:
    (claim,) = _claims("وأحصت الحكومة 98 قتيلاً جراء القصف الحدودي بين عامي 2015 و2021.")
    assert (claim["scope"], claim["when"]) == ("period", "2015/2021")
