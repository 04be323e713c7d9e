"""Which day is that of the blow: not the day of the saying, of a later death, of a long war; texts of our own."""
# ruff: noqa: E501 - tables read better on long lines

import pytest

from harmtrace.language.arabic.pack import PACK as ARABIC_PACK
from harmtrace.language.dates import Reference
from harmtrace.language.english.pack import PACK as ENGLISH_PACK
from tests.claims.phenomena_english import Row, injured, killed, row
from tests.claims.test_who_where import _answers
from tests.reading import flat, read_text

TELLINGS = (
    row("told an outlet", "The death toll from shelling of a soup line in Ostrel has risen to 20, up from the 13 given a day earlier, "
        "medics told Tollen Wire on Tuesday.\n\nIt was shortly after noon on Monday when the rounds came down on the square.",
        killed(20, 20, when="2021-06-07"), killed(13, 13, when="2021-06-07")),
    row("told a paper by telephone", "Rockets hit Ostrel on Sunday. Nine people were killed, the mayor told this newspaper by telephone on Tuesday.",
        killed(9, 9, when="2021-06-06")),
    row("the day of those killed", "The correct number of those killed on Friday in Ostrel is 14, not 17 as we wrote.",
        killed(14, 14, when="2021-06-04"), killed(17, 17, when="2021-06-04")),
    row("the dead of a day", "Correction\n\nThe correct number of Friday's dead in Ostrel is 14.", killed(14, 14, when="2021-06-04")),
    row("a toll of another day", "The number of dead on Tuesday rose to 14 after the shelling of Ostrel on Sunday.", killed(14, 14, when="2021-06-06")),
)  # fmt: skip

LATER = (
    row("a later death", "Shells hit Ostrel on Friday. Six people were killed, the last of them died in hospital on Monday, and two were wounded.",
        killed(6, 6, when="2021-06-04"), injured(2, 2, when="2021-06-04")),
    row("a burial", "Shells hit Ostrel on Friday, killing six people. They were buried in the square on Sunday, and two wounded were carried there.",
        killed(6, 6, when="2021-06-04"), injured(2, 2, when="2021-06-04")),
    row("half a day", "A bomb fell on Tollen on Sunday. On Saturday, half a day earlier, shells killed nine people in Ostrel.", killed(9, 9, when="2021-06-05")),
    row("half a day is no rate", "The shelling of Ostrel on Sunday lasted half a day and killed nine people.", killed(9, 9, when="2021-06-06")),
    row("after midnight", "A shell hit Ostrel shortly after midnight on Saturday night, killing nine people.", killed(9, 9, when="2021-06-06")),
    row("an offensive", "Nine people died in Ostrel when shells fell on the mill, neighbours said.\n\nThe army opened an offensive on the coast on May 13.",
        killed(9, 9, when=None), published=None),
    row("a blow told behind", "Nine people died in Ostrel when shells fell on the mill, neighbours said.\n\nThe shells fell on May 13.",
        killed(9, 9, when="XXXX-05-13"), published=None),
    row("clashes elsewhere", "Six people were killed in Ostrel on Friday.\n\nClashes broke out in Tollen on Sunday. Four people were killed.",
        killed(6, 6, when="2021-06-04"), killed(4, 4, when="2021-06-06")),
    row("a statement on a raid", "Six people were killed in Ostrel on Friday. The council issued a statement on Sunday's raid that killed four in Tollen.",
        killed(6, 6, when="2021-06-04"), killed(4, 4, when="2021-06-06")),
    row("figures after a raid", "Six people were killed in Ostrel on Friday. The council released new figures on Sunday after four people died in a raid in Tollen.",
        killed(6, 6, when="2021-06-04"), killed(4, 4, when="2021-06-06")),
    row("buried alive", "Six people were killed in Ostrel on Friday. Four men were buried alive on Sunday.",
        killed(6, 6, when="2021-06-04"), killed(4, 4, when="2021-06-06")),
    row("a death of its own", "Six people were killed in Ostrel on Friday. Four women died in hospital on Sunday after drinking bad water.",
        killed(6, 6, when="2021-06-04"), killed(4, 4, when="2021-06-06")),
)  # fmt: skip


@pytest.mark.parametrize("case", [*TELLINGS, *LATER], ids=lambda case: case.id)
def test_a_count_has_the_day_of_its_blow(case: Row) -> None:
    casualties = [
        f for f in map(flat, read_text(case.text, published=case.published).claims) if f["kind"] == "casualty"
    ]
    for want in case.expected:
        assert any(_answers(fields, want) for fields in casualties), (want, casualties)


ARABIC = [
    (
        "تنويه\n\nبعد مطابقة كشوف المشفيين فإن العدد الصحيح للشهداء يوم الجمعة الماضي في أورلا هو أربعة عشر شهيداً.",
        "2018-09-10",
        {"14": "2018-09-07"},
    ),
    (
        "هيسا، الخميس 16 أغسطس\n\nزرنا القرية بعد أيام. قُتل في الغارة ستة ركّاب، توفي آخرهم في المستشفى في 20 أغسطس متأثراً بجراحه، وبقي جريحان.",
        "2018-10-06",
        {"6": "2018-08-16", "2": "2018-08-16"},
    ),
    (
        "سقطت قذائف على هيسا يوم الخميس وقتلت ستة أشخاص. ودفن القتلى يوم الجمعة في البلدة فيما بقي 3 جرحى في المشفى.",
        "2018-08-20",
        {"6": "2018-08-16", "3": "2018-08-16"},
    ),
    (
        "بعد منتصف ليل السبت، وبالتحديد عند الساعة 12:40 من صباح اليوم الأحد، سقط برميل على منزل في أورلا. قُتل 9 أشخاص.",
        "2023-10-08",
        {"9": "2023-10-08"},
    ),
    (
        "قُتل تسعة أشخاص في هيسا حين سقطت قذائف على المطحنة، بحسب الأهالي.\n\nواندلعت الحرب في المحافظة في 13 يونيو.",
        None,
        {"9": None},
    ),
    (
        "قُتل ستة أشخاص في هيسا يوم الجمعة.\n\nوبينما شيع الأهالي القتلى يوم الأحد قتل قناص أربعة مشيعين.",
        "2018-08-20",
        {"6": "2018-08-17", "4": "2018-08-19"},
    ),
    (
        "قُتل ستة أشخاص في هيسا يوم الجمعة. نشرت الوزارة يوم الاثنين حصيلة تضم تسعة قتلى سقطوا يوم الأحد في أورلا.",
        "2018-08-20",
        {"6": "2018-08-17", "9": "2018-08-19"},
    ),
    (
        "قُتل تسعة أشخاص في هيسا حين سقطت قذائف على المطحنة، بحسب الأهالي.\n\nوسقطت القذائف في 13 يونيو.",
        None,
        {"9": "XXXX-06-13"},
    ),
    (
        "أخبار الساحل\n\nقُتل 17 مواطناً عصر اليوم الجمعة في أورلا.\n\nنُشر في 12/09/2018 الساعة 10:15 – قرأه 1,873 زائراً",
        None,
        {"17": "2018-09-07"},
    ),
]


@pytest.mark.parametrize(("text", "published", "days"), ARABIC)
def test_an_arabic_count_has_the_day_of_its_blow(text: str, published: str | None, days: dict[str, str | None]) -> None:
    told = [flat(claim) for claim in read_text(text, published=published, language="ar").claims]
    assert {str(one["low"]): one["when"] for one in told} == days


SATURDAY_NIGHT = [
    ("after midnight on Saturday night", "2023-10-08"),
    ("half past midnight on Saturday night", "2023-10-08"),
    ("at 12:40 a.m. on Saturday night", "2023-10-08"),
    ("after midnight on Saturday", "2023-10-07"),
    ("shortly before midnight on Saturday night", "2023-10-07"),
    ("at 9 pm on Saturday night", "2023-10-07"),
    ("after midnight last night", "2023-10-10"),
    ("at 11 pm last night", "2023-10-09"),
    ("on Saturday night, that is at 0:40 on Sunday,", "2023-10-08"),
    ("half a day earlier", None),
    ("half a year ago", "2023-04"),
    ("بعد منتصف ليل السبت", "2023-10-08"),
    ("قبيل منتصف ليل السبت", "2023-10-07"),
    ("بعد منتصف ليلة السبت", "2023-10-07"),
    ("بعد منتصف ليلة السبت، وتحديداً عند الثانية من فجر الأحد", "2023-10-08"),
    ("بعد منتصف ليل السبت - الأحد", "2023-10-08"),
    ("ليل السبت - الأحد", "2023-10-07/2023-10-08"),
    ("بعد منتصف الليلة الماضية", "2023-10-10"),
    ("اليوم الجمعة", "2023-10-06"),
    ("اليوم الثلاثاء", "2023-10-10"),
]


@pytest.mark.parametrize(("text", "day"), SATURDAY_NIGHT)
def test_a_night_is_of_the_day_that_it_ends_in_once_midnight_is_past(text: str, day: str | None) -> None:
    grammar = (ARABIC_PACK if text > "\u0600" else ENGLISH_PACK).grammar
    first, *_ = grammar.dates(text, 0, len(text), Reference(day="2023-10-10", why="published"))
    assert first.edtf == day


HEADS = [
    ("تاريخ النشر: الأربعاء 12 سبتمبر 2018", "2018-09-12"),
    ("آخر تحديث: 12 سبتمبر 2018 - 10:15", "2018-09-12"),
    ("تم النشر بتاريخ 2018-09-12", "2018-09-12"),
    ("نُشر في 12/09/2018 الساعة 10:15 – رقم الخبر 40661", "2018-09-12"),
    ("نُشر في 12/09/2018 تقرير عن القصف", None),
]


@pytest.mark.parametrize(("line", "day"), HEADS)
def test_a_site_says_when_it_put_a_text_out(line: str, day: str | None) -> None:
    text = (
        f"صدى السهل\n\nأخبار\n\nقُتل سبعة أشخاص في أورلا وأصيب آخرون بجروح، بحسب الأهالي الذين تحدثوا إلينا.\n\n{line}"
    )
    assert read_text(text, published=None, language="ar").reference == day
