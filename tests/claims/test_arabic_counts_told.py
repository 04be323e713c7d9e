"""Arabic counts told without their noun, voices set before their verb, and days told by another: invented texts."""

import pytest

from tests.fields import Fields
from tests.reading import flat, read_text

Expected = dict[str, object]

CASES: tuple[tuple[str, str, tuple[Expected, ...]], ...] = (
    ("the number goes on with the dead",
     "قتل ستة أشخاص في قصف دلبون. ثم ارتفع العدد إلى تسعة.",
     ({"low": 6}, {"low": 9, "outcome": "killed"})),
    ("the number became",
     "انتشل المسعفون ست جثث في دلبون. وعند الظهر صار العدد أحد عشر.",
     ({"low": 6}, {"low": 11, "outcome": "bodies_recovered"})),
    ("of so many, in place of so many",
     "أدى القصف إلى مقتل تسعة أشخاص بدلاً من ستة.",
     ({"low": 9}, {"low": 6, "outcome": "killed"})),
    ("the right figure",
     "خلّف قصف دلبون تسعة قتلى، والصواب سبعة.",
     ({"low": 9}, {"low": 7, "outcome": "killed"})),
    ("the number of those who were killed",
     "بلغ عدد المدنيين الذين قتلوا في السهول منذ 1 يوليو ثمانية وعشرين.",
     ({"low": 28, "outcome": "killed", "who": "civilian", "scope": "period"},)),
    ("exceeds, across its subject",
     "ويزيد عدد من سقطوا في السهول منذ الأحد على 90 شهيداً.",
     ({"low": 91, "high": None},)),
    ("the dead of a place are",
     "وقال العمدة إن شهداء المطعم ثلاثة وعشرون.",
     ({"low": 23, "outcome": "killed"},)),
    ("the wounded there are",
     "قصفت المدرسة في دلبون، والمصابون هناك ثلاثة.",
     ({"low": 3, "outcome": "injured"},)),
    ("left one dead",
     "شهدت دلبون اشتباكاً خلّف قتيلاً وأربعة مصابين.",
     ({"low": 1, "outcome": "killed"}, {"low": 4, "outcome": "injured"})),
    ("labels with people behind them",
     "دلبون، لغم – القتلى: طفلان، الجرحى: لا يوجد",
     ({"low": 2, "outcome": "killed", "who": "civilian"}, {"low": 0, "high": 0, "outcome": "injured"})),
    ("looked for",
     "بعد قصف المصنع تبحث فرق الإنقاذ عن سبعة عمال آخرين.",
     ({"low": 7, "outcome": "missing", "who": "civilian"},)),
    ("suspects are not missing", "قتل ستة في الهجوم، وتبحث الشرطة عن ثلاثة مشتبه بهم.", ({"low": 6},)),
    ("whose fate nobody knows",
     "خرج عشرون من أهل دلبون ولا يعرف أحد مصيرهم.",
     ({"low": 20, "outcome": "missing"},)),
    ("an apposition, still under the rubble",
     "قصفوا الحارة، وعيلة السلمي، خمس أنفس، لساتهن تحت الردم.",
     ({"low": 5, "outcome": "missing"},)),
    ("nobody, far behind its verb",
     "لم يسفر استهداف البرج في دلبون، بعد إخلائه بساعة، عن أي إصابات.",
     ({"low": 0, "high": 0, "outcome": "injured"},)),
    ("not one civilian came to harm",
     "وقالت القيادة إنه لم يُصب مدني واحد بأذى في الغارة.",
     ({"low": 0, "high": 0, "outcome": "killed_or_injured"},)),
    ("spoken numbers",
     "وصلنا للمشفى بعد القصف خمستعش جريح وزوز قتلى.",
     ({"low": 15, "outcome": "injured"}, {"low": 2, "outcome": "killed"})),
    ("more than, by another verb",
     "أصيب في القصف ما يربو على مئة.",
     ({"low": 101, "high": None, "outcome": "injured"},)),
    ("an age, and a channel's number",
     "بترت القذيفة ساق شاب في العشرين، بحسب القناة 12.",
     ({"low": 1, "outcome": "injured"},)),
    ("words for death",
     "وقال برهان إن ستة جرحى فاضت أرواحهم، وإن السوق قُصفت.",
     ({"low": 6, "outcome": "killed"},)),
    ("another clause ends the parts",
     "قتل 40 شخصاً بينهم 9 أطفال، فيما تحدثت الوزارة عن 52 شهيداً.",
     ({"low": 40, "children": "9-9"}, {"low": 52, "outcome": "killed"})),
    ("fighters in marks",
     "قالت القوات إنها قتلت أربعين «إرهابياً» في السهول.",
     ({"low": 40, "who": "combatant"},)),
    ("his workers", "قصف المعمل في دلبون فقضى 36 من عماله.", ({"low": 36, "who": "civilian"},)),
    ("as for a body, it",
     "قتل ستة في دلبون. أما وزارة الصحة فتقدّر عدد القتلى بتسعة.",
     ({"low": 6}, {"low": 9, "speaker": "وزارة الصحة"})),
    ("as for its director, X, he had told",
     "أما مدير المستشفى، برهان السلمي، فكان قد أبلغ الوكالة أن ستة قتلوا.",
     ({"low": 6, "speaker": "برهان السلمي"},)),
    ("a statement from a body",
     "صدر عن مديرية الصحة بيان محدّث أعلن مقتل ستة أشخاص.",
     ({"low": 6, "speaker": "مديرية الصحة"},)),
    ("a service in a title",
     "وقال الناطق باسم جهاز الإسعاف برهان السلمي إن ستة قتلوا.",
     ({"low": 6, "speaker": "الناطق باسم جهاز الإسعاف برهان السلمي"},)),
    ("a source in marks",
     "وبحسب «أطباء بلا جبال»، استقبلت المستشفيات 90 جريحاً.",
     ({"low": 90, "speaker": "«أطباء بلا جبال»"},)),
    ("a source inside a toll",
     "وبلغت حصيلة القصف، بحسب الإسعاف، ستة قتلى.",
     ({"low": 6, "speaker": "الإسعاف"},)),
    ("he told me",
     "الدكتور برهان بالمشفى قلّي إنو وصلهن سبع شهدا.",
     ({"low": 7, "speaker": "الدكتور برهان بالمشفى"},)),
)  # fmt: skip
DAYS = (
    ("the eve of the funeral",
     "شيع أهالي دلبون ظهر اليوم أربعة معلمين استشهدوا عشية التشييع بقذيفة.",
     "2018-09-26", "2018-09-25"),
    ("so long before the raid",
     "في 10 أكتوبر 2024 قصفت الطائرات فرناً في دلبون فقتلت ستة. وقبل أسبوعين من الغارة قتلت قذيفة راعياً في بريفيل.",
     "2024-10-12", "2024-09-26"),
    ("a month of the same year",
     "انفجرت سيارة في دلبون في 19/10/2016. وقُتل سائق أجرة في شباط من العام نفسه.",
     None, "2016-02"),
    ("yesterday, with its preposition", "وبالأمس استشهد عامل في قصف دلبون.", "2017-06-09", "2017-06-08"),
    ("since something on a day",
     "منذ تصاعد القتال في 26 مارس سجلت المشافي مقتل 513 شخصاً.",
     "2015-09-01", "2015-03-26/2015-09-01"),
    ("the toll of the last day",
     "وبلغت حصيلة الساعات الأربع والعشرين الماضية 49 شهيداً.",
     "2016-11-19", "2016-11-18/2016-11-19"),
)  # fmt: skip


def _claims(text: str, published: str | None = None) -> list[Fields]:
    found = read_text(text, published=published, language="ar").claims
    return [f for f in map(flat, found) if f["kind"] == "casualty"]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_what_is_counted_and_by_whom(text: str, expected: tuple[Expected, ...]) -> None:
    found = _claims(text)
    told = [{name: claim.get(name) for name in one} for claim, one in zip(found, expected, strict=True)]
    assert told == list(expected)


@pytest.mark.parametrize(("text", "published", "when"), [row[1:] for row in DAYS], ids=[row[0] for row in DAYS])
def test_days_told_by_another(text: str, published: str | None, when: str) -> None:
    assert _claims(text, published)[-1]["when"] == when
