"""Arabic texts in the frame of their page, and the ways in which they tell of harm, of a place, of a speaker: invented texts."""
# ruff: noqa: E501 - tables read better on long lines

import pytest

from tests.fields import Fields
from tests.reading import flat, read_text

Expected = dict[str, object]

PAGES: tuple[tuple[str, str, tuple[Expected, ...]], ...] = (
    ("a monthly report", "نشرت بعثة الوفاق تقريرها الشهري عن ضحايا المدنيين لشهر آذار/مارس 2021.\nووثّق التقرير 40 ضحية بين المدنيين في دلبون: 15 قتيلاً و25 جريحاً.\nوقُتل رجلان في مرسوم بطلقات طائشة.",
     ({"low": 40, "speaker": "بعثة الوفاق", "when": "2021-03", "scope": "period", "who": "civilian", "outcome": "killed_or_injured"},
      {"low": 15, "who": "civilian", "scope": "period"}, {"low": 25, "who": "civilian", "scope": "period"},
      {"low": 2, "where": "مرسوم", "scope": "event", "when": "2021-03", "speaker": "بعثة الوفاق"})),
    ("documented in a report", "وثّق مركز السنابل في تقرير أصدره أمس مقتل 30 مدنياً في دلبون خلال آذار/مارس 2021.\nكما قُتل متطوعان في قرية الزيرة يوم 19 من الشهر ذاته.",
     ({"low": 30, "speaker": "مركز السنابل"}, {"low": 2, "speaker": "مركز السنابل", "where": "الزيرة"})),
    ("a live page of a camp", "اشتباكات مخيم النخلات لحظة بلحظة\n🔻 10:20 إصابة شخصين برصاص القنص في حي الورد.\n🔻 11:05 مقتل عنصر من الحراسة.\n🔻 12:40 ارتفاع عدد القتلى إلى 4.",
     ({"low": 2, "where": "حي الورد"}, {"low": 1, "where": "مخيم النخلات"}, {"low": 4, "where": "مخيم النخلات"})),
    ("a live page of a city", "اشتباكات #دلبون لحظة بلحظة\n16:20 | إطلاق نار كثيف في حي الورد.\n17:05 | قتيل من الحراسة.\n18:40 | 5 قتلى في المشفى.",
     ({"low": 1, "where": "حي الورد"}, {"low": 5, "where": "حي الورد"})),
    ("items with a mark of another kind", "تحديث 18:00\nدلبون ▪️ 4 شهداء\nمرسوم ▪️ 11 شهيداً\nعزان → لا إصابات", ({"low": 4, "where": "دلبون"}, {"low": 11, "where": "مرسوم"}, {"low": 0, "where": "عزان"})),
    ("an item names a village too", "▪ دلبون: استشهاد راعٍ بانفجار لغم في قرية الزيرة.\n▪ مرسوم: جُرحت امرأتان برصاص قناص.", ({"where": "الزيرة"}, {"where": "مرسوم"})),
    ("all attacks of a day", "قُتل ستة في غارة على دلبون الخميس.\nوأُعلن مقتل ثلاثة في هجوم آخر في اليوم نفسه على مرسوم.\nورصد المرصد أحد عشر قتيلاً في هجمات الخميس.",
     ({"where": "دلبون"}, {"where": "مرسوم"}, {"low": 11, "scope": "period", "speaker": "المرصد"})),
)  # fmt: skip

WHERES: tuple[tuple[str, str, str | None], ...] = (
    ("the dead of a market", "أوقع الانفجار في سوق قصبان سبعة قتلى.", "سوق قصبان"),
    ("a market, then its verb", "الانفجار في سوق قصبان أوقع 31 قتيلاً.", "سوق قصبان"),
    ("a length of so much", "عثرت القوات على نفق طوله 900 متر. قُتل جندي في دلبون.", "دلبون"),
    ("an unknown name with the article", "قُتل رجلان بطلقات طائشة في الجرهمية أثناء اشتباكات.", "الجرهمية"),
    ("an exchange of fire is no place", "قُتل ستة في تبادل للنيران في حي الورد.", "حي الورد"),
    ("a hut of straw is no place", "قُتل ستة في عشة من القش على أطراف دلبون.", "أطراف دلبون"),
    ("where they were treated", "استقبل مشفى الأمل في مرسوم 13 جريحاً قدموا من بلدة دلبون بعد قصفها.", "دلبون"),
    ("taken to a hospital elsewhere", "قُتل ستة بقصف على بلدة دلبون ونُقل 9 جرحى إلى مشفى الأمل في مرسوم.", "دلبون"),
    ("a raid on a hospital", "قُتل ستة في غارة على مشفى الأمل في مرسوم.", "مرسوم"),
    ("a land behind a town", "أصابت الغارة مدينة دلبون وسط اليمن. وقُتل 44 نزيلاً.", "دلبون"),
    ("the middle of a city says where the district lies", "قُتل 21 شخصاً في انفجار في منطقة الورد وسط دلبون.", "الورد"),
    ("a quarter named for a month", "يوم دام في حي مايو: 18 شهيداً.", "حي مايو"),
    ("a quarter of the square", "مقتل ستة بسقوط قذائف على حي الميدان.", "حي الميدان"),
    ("another clause's place", "يوم دام في حي الورد: 18 شهيداً، وهناك أسر تحت الأنقاض في شارع الهوى.", "حي الورد"),
    ("brought to a compound", "وصول 7 شهداء إلى مجمع الأمل جراء قصف شقة في حي الورد.", "حي الورد"),
    ("in the quarter, before a colon", "غارتان على حي الورد وثالثة على النزهة.\nفي النزهة: أربعة شهداء.", "النزهة"),
    ("the massacre of a hill", "ارتفع إلى 12 عدد شهداء مجزرة تل النوارس.", "تل النوارس"),
    ("the other raid opens with its place", "قُتل ستة في غارة على قرية الزيرة. وفي بلدة دلبون استهدفت غارة أخرى فرناً فقضى خباز.", "دلبون"),
)  # fmt: skip

SPEAKERS: tuple[tuple[str, str, str | None], ...] = (
    ("on its part", "من جانبها أقرت القيادة العامة بقصف المعمل، زاعمةً مقتل 15 مسلحاً.", "القيادة العامة"),
    ("on his part, pointing out", "وأكد المتحدث باسم الفوج القصف، مشيراً إلى مقتل 15 مسلحاً.", "المتحدث باسم الفوج"),
    ("our teams", "أحصت فرقنا حتى اللحظة 57 قتيلاً.", None),
    ("our researchers", "ووثّق باحثونا مقتل 57 شخصاً.", None),
    ("he recalls", "ويتذكر جارها الممرض عدنان السيد أن النقطة استقبلت أكثر من تسعين مصاباً.", "جارها الممرض عدنان السيد"),
    ("she relates", "وتستعيد المعلمة هدى النمر كيف قُتل ستة من جيرانها: «قُتل ستة أمامي».", "المعلمة هدى النمر"),
    ("according to, between commas", "والصحيح، وفق مكتب الصحة، 13 قتيلاً.", "مكتب الصحة"),
    ("eleven is no name", "ورصد المرصد السوري أحد عشر قتيلاً.", "المرصد السوري"),
    ("she tells our reporter", "أم جابر تروي لمراسلتنا: «مات ولداي في القصف».", "أم جابر"),
    ("a doctor by one letter", "أكد مدير المشفى د. صادق الحمادي وصول جثث أربعة أطفال.", "صادق الحمادي"),
    ("he told us", "والصواب، كما أكد لنا مدير الإسعاف، أن خمسة مسعفين استشهدوا.", "مدير الإسعاف"),
    ("whom an agency quoted", "وتحدث الصليب الأحمر عن انتشال 31 جثة، على ما نقلت عنه وكالة الضحى.", "الصليب الأحمر"),
    ("who thinks it likely", "ورجّح أحد الحراس وجود نحو عشرين شخصاً تحت الأنقاض.", "أحد الحراس"),
    ("an allegation of", "وهي ادعاء منظمة حقوقية مقتل 11 مدنياً بغارة.", "منظمة حقوقية"),
    ("a testimony", "شهادة أبو أشرف، 52 عاماً: كنت أصلي حين سقط الصاروخ. قُتل اثنان من أبنائي.", "أبو أشرف"),
    ("who mourns", "نعت بلدية دلبون شهيدين من متطوعي الإسعاف سقطا في القصف.", "بلدية دلبون"),
    ("as for a neighbour, he says", "أما جارها الحاج كامل فيروي أن تسعة أشخاص فارقوا الحياة.", "جارها الحاج كامل"),
    ("a name first", "سلمى الحداد تقول إن ستة قُتلوا.", "سلمى الحداد"),
)  # fmt: skip

HARM: tuple[tuple[str, tuple[tuple[str, int | None, int | None, str], ...]], ...] = (
    ("تمكنت القوة من القضاء على 16 تكفيرياً.", (("killed", 16, 16, "combatant"),)),
    ("أعلن الجيش أنه «حيّد 26 إرهابياً».", (("killed", 26, 26, "combatant"),)),
    ("ارتفع إلى 12 عدد شهداء الغارة.", (("killed", 12, 12, "unspecified"),)),
    ("وفاة طفلة متأثرة بجراحها، ليرتفع عدد شهدائها إلى ثلاثة.", (("killed", 1, 1, "civilian"), ("killed", 3, 3, "unspecified"))),
    ("ارتفع عدد القتلى إلى 5 بعد وفاة جريحين.", (("killed", 5, 5, "unspecified"), ("killed", 2, 2, "unspecified"))),
    ("فارق ثلاثة جرحى الحياة في المشفى.", (("killed", 3, 3, "unspecified"),)),
    ("لفظ الجريح أنفاسه الأخيرة فجراً.", (("killed", 1, 1, "unspecified"),)),
    ("انتُشلت 23 جثة، تعود ثمانٍ منها لأطفال.", (("bodies_recovered", 23, 23, "unspecified"), ("bodies_recovered", 8, 8, "civilian"))),
    ("ولا يزال مصير 11 ممرضة مجهولاً.", (("missing", 11, 11, "civilian"),)),
    ("وانقطع الاتصال بأربعة مسعفين منذ الغارة.", (("missing", 4, 4, "civilian"),)),
    ("خرج ثلاثة شبان للصيد ولم يعودوا منذ القصف.", (("missing", 3, 3, "unspecified"),)),
    ("أخي خرج ليجلب الخبز ولم يعد حتى اليوم.", (("missing", 1, 1, "unspecified"),)),
    ("قال الناجي إن زوجته وطفليه قُتلوا.", (("killed", 1, 1, "civilian"), ("killed", 2, 2, "civilian"))),
    ("قضى صاحب المنزل وطفلاه وأصيبت زوجته.", (("killed", 1, 1, "unspecified"), ("killed", 2, 2, "civilian"), ("injured", 1, 1, "civilian"))),
    ("مات ولداي وحماتي في القصف.", (("killed", 2, 2, "unspecified"), ("killed", 1, 1, "civilian"))),
    ("أما ابنتها رهف، ذات التسعة أعوام، فبُترت ساقها.", (("injured", 1, 1, "civilian"),)),
    ("احترق سبعة عمال داخل الشاحنة بعد قصفها.", (("killed", 7, 7, "civilian"),)),
    ("لقي مدنيان حتفهما وتعرّض ستة آخرون لجروح.", (("killed", 2, 2, "civilian"), ("injured", 6, 6, "civilian"))),
    ("تعرض ثلاثة عمال لإصابات بليغة بعد القصف.", (("injured", 3, 3, "civilian"),)),
    ("أصيب ثلاثة من العمال بالقصف ونُقلوا إلى دلبون حيث توفي أحدهم.", (("injured", 3, 3, "civilian"), ("killed", 1, 1, "civilian"))),
    ("روى كاهن للوكالة أن جنوداً أعدموا ثمانية شبان.", (("killed", 8, 8, "unspecified"),)),
    ("تقول هدى إنها فقدت أيضاً شقيقها في القصف.", (("killed", 1, 1, "unspecified"),)),
    ("جُرحت زوجتي في القصف.", (("injured", 1, 1, "civilian"),)),
    ("سقط 6 قتلى من الأهالي في القصف.", (("killed", 6, 6, "civilian"),)),
    ("كبّدتهم قواتنا خمسة عشر قتيلاً.", (("killed", 15, 15, "combatant"),)),
    ("أزهقت القذيفة روح طفل كان يلعب.", (("killed", 1, 1, "civilian"),)),
    ("ارتقى من أبطالنا شهيد واحد.", (("killed", 1, 1, "combatant"),)),
    ("استشهاد مسعفَين أثناء توجههما إلى مكان الغارة.", (("killed", 2, 2, "civilian"),)),
    ("قالت الوزارة إن 10 أشخاص لقوا مصرعهم وإن 22 آخرين أصيبوا.", (("killed", 10, 10, "unspecified"), ("injured", 22, 22, "unspecified"))),
    ("عشرات القتلى والجرحى في صفوف المليشيا.", (("killed_or_injured", 20, None, "combatant"),)),
    ("وتجاوزت حصيلة القتلى في دلبون 2400 في القصف.", (("killed", 2401, None, "unspecified"),)),
    ("قتيلان في القصف، والجرحى بالعشرات.", (("killed", 2, 2, "unspecified"), ("injured", 20, None, "unspecified"))),
    ("قتيلان في القصف، والجرحى تجاوزوا العشرين.", (("killed", 2, 2, "unspecified"), ("injured", 21, None, "unspecified"))),
)  # fmt: skip


def _counts(text: str) -> list[Fields]:
    claims: list[Fields] = [flat(one) for one in read_text(text, published="2021-05-04", language="ar").claims]
    return [one for one in claims if one["kind"] == "casualty"]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in PAGES], ids=[row[0] for row in PAGES])
def test_a_page_is_read_in_its_frame(text: str, expected: tuple[Expected, ...]) -> None:
    assert [{name: one.get(name) for name in want} for one, want in zip(_counts(text), expected, strict=True)] == list(
        expected
    )


@pytest.mark.parametrize(("text", "place"), [row[1:] for row in WHERES], ids=[row[0] for row in WHERES])
def test_harm_is_where_its_words_place_it(text: str, place: str | None) -> None:
    assert _counts(text)[-1]["where"] == place


@pytest.mark.parametrize(("text", "speaker"), [row[1:] for row in SPEAKERS], ids=[row[0] for row in SPEAKERS])
def test_who_vouches_is_found(text: str, speaker: str | None) -> None:
    found = _counts(text)[-1]["speaker"]
    assert found == speaker or (speaker is not None and found is not None and str(found).endswith(speaker))


@pytest.mark.parametrize(("text", "expected"), HARM, ids=[text[:40] for text, _ in HARM])
def test_a_way_of_telling_harm_is_counted(
    text: str, expected: tuple[tuple[str, int | None, int | None, str], ...]
) -> None:
    assert [(one["outcome"], one["low"], one["high"], one["who"]) for one in _counts(text)] == list(expected)


def test_each_person_of_a_list_under_a_head_that_mourns_is_a_claim() -> None:
    text = "ننعى إليكم شهداء القصف على سوق دلبون 💔\n- سالم العبيد\n- الطفلة نور وليد (٧ سنوات)\n- امرأة نازحة من مرسوم\nوالعزاء غداً."
    assert [(one["outcome"], one["low"], one["who"]) for one in _counts(text)] == [
        ("killed", 1, "unspecified"),
        ("killed", 1, "civilian"),
        ("killed", 1, "civilian"),
    ]


def test_a_list_of_a_counted_number_adds_nobody() -> None:
    text = "أسماء الشهداء الثلاثة في قصف دلبون:\n- سالم العبيد\n- نور وليد\n- هدى النمر"
    assert [one["low"] for one in _counts(text)] == [3]


def test_a_list_of_no_victims_is_none() -> None:
    assert _counts("أسماء المتبرعين لأهالي شهداء القصف:\n- سالم العبيد\n- نور وليد") == []


def test_where_somebody_tells_it_is_not_where_it_happened() -> None:
    text = "في بيت على أطراف مرسوم، تحكي حليمة عن صباح لا يفارقها.\n«دخلوا علينا أم جرادة بعد الفجر»، تقول. «قتلوا زوجي في القصف»."
    found = _counts(text)[0]
    assert (found["where"], found["speaker"]) == ("أم جرادة", "حليمة")


def test_the_province_of_the_head_is_what_in_the_province_means() -> None:
    text = "رصد يوم الخميس 11 شباط 2021 – محافظة الكواكب\n▪ دلبون: استشهاد راعٍ بلغم.\n▪ مرسوم: جُرحت امرأتان.\n▪ عزان: لا إصابات.\nوبهذا ترتفع الحصيلة في المحافظة منذ مطلع العام إلى تسعة عشر قتيلاً."
    assert _counts(text)[-1]["where"] == "الكواكب"


def test_a_bomb_dropped_by_mistake_is_no_denied_count() -> None:
    assert _counts("أقرّ المتحدث بأن طائرة قصفت بالخطأ منزلاً، ما أدى إلى مقتل امرأة.")[0]["modality"] == "asserted"


def test_a_news_agency_in_the_sentence_is_no_rumour() -> None:
    assert _counts("نقلت وكالة الأنباء الشرقية عن متحدث قوله إن 10 أشخاص قُتلوا.")[0]["modality"] == "asserted"
