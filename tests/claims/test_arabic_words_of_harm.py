"""Words of harm, tolls, people and places in Arabic, as any news text may put them: invented texts."""

import pytest

from tests.fields import Fields
from tests.reading import flat, read_text

Expected = dict[str, object]

HARMS: tuple[tuple[str, str, tuple[Expected, ...]], ...] = (
    ("a limb cut off", "قتلت قذيفة طفلاً في دلبون وبترت قدم شقيقته.",
     ({"low": 1, "outcome": "killed"}, {"low": 1, "outcome": "injured", "who": "civilian"})),
    ("an eye lost", "في دلبون أمس، قال سالم: «زوجتي فقدت عينها».", ({"low": 1, "outcome": "injured"},)),
    ("a bullet hit one", "رصاصة أصابت مزارعاً في دلبون.", ({"low": 1, "outcome": "injured", "who": "civilian"},)),
    ("the wounded have passed", "قصف السوق في دلبون: 6 شهداء، وفاقت الإصابات الـ40.",
     ({"low": 6}, {"low": 41, "high": None, "outcome": "injured"})),
    ("a nought behind a label", "دلبون، قصف السوق – القتلى: صفر، الجرحى: 5",
     ({"low": 0, "high": 0, "outcome": "killed"}, {"low": 5, "outcome": "injured"})),
    ("the dead of a kind have reached", "وقالت الوزارة إن قتلى المدنيين بغارات التحالف في السهول بلغوا 85.",
     ({"low": 85, "outcome": "killed", "who": "civilian"},)),
    ("the dead may reach", "وقال السلمي إن عدد الموتى قد يبلغ تسعين.", ({"low": 90, "modality": "conditional"},)),
    ("the deceased, then their number", "دلبون بعد القصف: المتوفون ثلاثة عشر عاملاً.",
     ({"low": 13, "outcome": "killed", "who": "civilian"},)),
    ("they departed this life", "ويروي سالم أن ستة أشخاص فارقوا الحياة قبل وصول الإسعاف.",
     ({"low": 6, "outcome": "killed"},)),
    ("fell victim, once", "وقال جيران إن الناطور راح ضحية القصف في دلبون.", ({"low": 1, "outcome": "killed"},)),
    ("neutralised, as they call it", "قالت الوزارة إنها «حيدت» 19 إرهابياً في السهول.",
     ({"low": 19, "outcome": "killed", "who": "combatant"},)),
    ("at one stroke", "قتل التنظيم دفعة واحدة أكثر من ثلاثين موظفاً في دلبون.", ({"low": 31, "outcome": "killed"},)),
    ("none of the people was hurt", "ولم يُصب أي من الأهالي.",
     ({"low": 0, "outcome": "injured", "who": "civilian"},)),
    ("mourned by name", "ننعى إليكم الصحفي نادر الخطي والطبيب سامر الكعب.",
     ({"low": 1, "outcome": "killed"}, {"low": 1, "outcome": "killed"})),
    ("wiped out of the register", "مسحت من السجل المدني 12 أسرة في دلبون.",
     ({"low": 12, "outcome": "killed", "unit": "families"},)),
    ("taken, and another hurt", "وذكر سكان أن حريقاً أودى برضيع، وأن جدته أصيبت بحروق.",
     ({"low": 1, "outcome": "killed"}, {"low": 1, "outcome": "injured"})),
    ("men of a civil service", "قتل ثلاثة من رجال الإسعاف في دلبون.", ({"low": 3, "who": "civilian"},)),
    ("one of the workers", "دلبون: جريح واحد من عمال المزارع بقصف مدفعي.", ({"low": 1, "who": "civilian"},)),
)  # fmt: skip
FIELDS: tuple[tuple[str, str, Expected], ...] = (
    ("two days and their name", "دارت معارك في دلبون يومي الثلاثاء والأربعاء. وسقط 12 قتيلاً.",
     {"when": "2024-05-07/2024-05-08"}),
    ("nobody could check, before", "يتداول أهال خبراً لم يتسنَّ لنا التثبت منه عن مقتل أربعة صيادين في دلبون.",
     {"modality": "unconfirmed"}),
    ("hard to check, behind", "وتحدث منشور عن أربعين قتيلاً في سجن دلبون، ويصعب التأكد من ذلك.",
     {"modality": "unconfirmed"}),
    ("an error in print", "تنويه: ما نشرناه عن 22 مصاباً في دلبون خطأ في الطباعة.", {"modality": "denied"}),
    ("a clause of hearsay behind", "قصف في دلبون: ستة قتلى، ويُزعم أن القائد نجا.", {"modality": "asserted"}),
    ("he counted himself", "وقال شاهد عيان إنه أحصى بنفسه ثمانية عشر قتيلاً.", {"speaker": "شاهد عيان"}),
)  # fmt: skip
PLACES = (
    ("province and district before a colon", "- السهول – دلبون: مقتل ستة أشخاص بقصف مدفعي.", "دلبون"),
    ("a hashtag of two words", "غارة على مصيف في #وادي_دلبون أمس: 9 شهداء.", "وادي_دلبون"),
    ("shells that hit a town", "سقط ثلاثة شهداء بقذائف أصابت سلقين فجر أمس.", "سلقين"),
    ("limbs are no place", "قصف في دلبون أمس. أصيب ستة أشخاص معظمهم في الأطراف السفلى.", "دلبون"),
    ("nor are our people", "قصف في دلبون أمس. واستشهد اثنان من أبطالنا.", "دلبون"),
)


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in HARMS], ids=[row[0] for row in HARMS])
def test_ordinary_words_of_harm_are_counted(text: str, expected: tuple[Expected, ...]) -> None:
    found = [claim for claim in _read(text) if claim["kind"] == "casualty"]
    assert [{name: claim[name] for name in want} for claim, want in zip(found, expected, strict=True)] == list(expected)


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in FIELDS], ids=[row[0] for row in FIELDS])
def test_day_doubt_and_speaker_are_read(text: str, expected: Expected) -> None:
    (claim,) = _read(text)
    assert {name: claim[name] for name in expected} == expected


@pytest.mark.parametrize(("text", "where"), [row[1:] for row in PLACES], ids=[row[0] for row in PLACES])
def test_the_narrowest_place_is_named(text: str, where: str) -> None:
    assert {claim["where"] for claim in _read(text)} == {where}


def _read(text: str) -> list[Fields]:
    claims = read_text(text, published="2024-05-10", language="ar").claims
    return sorted((flat(claim) for claim in claims), key=lambda fields: int(str(fields["start"])))
