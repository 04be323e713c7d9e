"""Who says it, where and when it was, and whom it counts, in Arabic turns of phrase: invented texts."""

import pytest

from tests.fields import Fields
from tests.reading import flat, read_text

Expected = dict[str, object]

SPEAKERS: tuple[tuple[str, str, tuple[Expected, ...]], ...] = (
    ("a name and who he is between commas", "قال برهان السلمي، رئيس بلدية دلبون، إن ستة أشخاص قتلوا.",
     ({"low": 6, "speaker": "برهان السلمي"},)),
    ("who he is, then his name between commas", "وقال مدير المشفى، نجيب العاني، إن ستة أشخاص قتلوا.",
     ({"low": 6, "speaker": "نجيب العاني"},)),
    ("a name and where he says it between commas",
     "وقالت المتحدثة باسم المجلس هالة ناصر، في تصريح لقناة الساحل، إن ستة أشخاص قتلوا.",
     ({"low": 6, "speaker": "المتحدثة باسم المجلس هالة ناصر"},)),
    ("a father's name", "وقال شاهد يدعى أبو علي: «رأيت خمس جثث في الشارع».", ({"low": 5, "speaker": "أبو علي"},)),
    ("as he said, behind", "قتل ستة أشخاص في دلبون، كما أعلن الدفاع المدني.",
     ({"low": 6, "speaker": "الدفاع المدني"},)),
    ("on what he said, behind", "قتل ستة أشخاص في دلبون، على ما أفاد به مدير الإسعاف.",
     ({"low": 6, "speaker": "مدير الإسعاف"},)),
    ("according to what it mentioned", "قتل ستة أشخاص في دلبون، وفق ما ذكرته شبكة الفنار.",
     ({"low": 6, "speaker": "شبكة الفنار"},)),
    ("according to what one carried from another", "قتل ستة أشخاص، بحسب ما نقلته إذاعة الساحل عن مصدر طبي.",
     ({"low": 6, "speaker": "مصدر طبي", "via": "إذاعة الساحل"},)),
    ("a toll of somebody's", "قتل ستة أشخاص حسب حصيلة جديدة لمرصد السهول.", ({"low": 6, "speaker": "مرصد السهول"},)),
    ("a statement issued by", "قتل ستة أشخاص وفق بيان صادر عن مديرية الصحة.",
     ({"low": 6, "speaker": "مديرية الصحة"},)),
    ("a body with a name in quotation marks", "قالت منظمة «أيدٍ مفتوحة» إن ستة أشخاص قتلوا.",
     ({"low": 6, "speaker": "منظمة «أيدٍ مفتوحة»"},)),
    ("ascribed to another", "ونسبت صحيفة «الضحى» إلى مسعف قوله إن ست جثث انتشلت.",
     ({"low": 6, "speaker": "مسعف", "via": "صحيفة «الضحى»"},)),
    ("what stands in the statement", "أصدر الجيش بياناً. وجاء في البيان أن ستة مدنيين قتلوا.",
     ({"low": 6, "speaker": "البيان"},)),
    ("who lowers the toll", "خفضت وزارة الصحة حصيلة القتلى إلى 27.", ({"low": 27, "speaker": "وزارة الصحة"},)),
    ("who fears", "ويخشى الأهالي مقتل عشرات آخرين.", ({"low": 20, "speaker": "الأهالي", "modality": "unconfirmed"},)),
    ("nobody is named who fears", "ويخشى مقتل عشرات آخرين.", ({"low": 20, "speaker": None},)),
    ("he added in an interview", "قال طبيب المشفى إن ستة قتلوا. وأضاف في مقابلة مع تلفزيون «الضحى» أن تسعة جرحوا.",
     ({"low": 6, "speaker": "طبيب المشفى"}, {"low": 9, "speaker": "طبيب المشفى"})),
    ("had announced, with a long name", "وكان نائب رئيس مجلس محافظة السهول نور العاني قد قال إن 13 جثة انتشلت.",
     ({"low": 13, "speaker": "نائب رئيس مجلس محافظة السهول نور العاني"},)),
    ("had announced in a first toll", "وكانت مديرية الصحة قد أعلنت في حصيلة أولية مقتل 14 شخصاً.",
     ({"low": 14, "speaker": "مديرية الصحة"},)),
    ("two bodies before their verb", "والدفاع المدني يقول إن أربعة قتلوا.",
     ({"low": 4, "speaker": "الدفاع المدني"},)),
    ("reports are not the words of him who answers them", "أقر التحالف بشن الغارة بعد تقارير عن مقتل 30 مدنياً.",
     ({"low": 30, "speaker": None},)),
    ("a town that saw an attack says nothing", "شهدت المدينة غارة قتل فيها ستة أشخاص.",
     ({"low": 6, "speaker": None},)),
    ("a body whose whole name stands in quotation marks", "ووثقت «شبكة الفنار» مقتل 50 مدنياً.",
     ({"low": 50, "speaker": "شبكة الفنار"},)),
    ("a source, to an agency, that", "وقال مصدر خاص، لمرج برس، إن ستة أشخاص قتلوا.",
     ({"low": 6, "speaker": "مصدر خاص"},)),
    ("announced of", "أعلن الدفاع المدني عن مقتل 13 شخصاً.", ({"low": 13, "speaker": "الدفاع المدني"},)),
    ("a day between commas", "أعلنت وزارة الصحة، مساء الاثنين، أن ستة أشخاص قتلوا.",
     ({"low": 6, "speaker": "وزارة الصحة"},)),
    ("a spokesman, and a day between commas", "وقال الناطق باسم المجلس، الاثنين، إن ستة قتلوا.",
     ({"low": 6, "speaker": "الناطق باسم المجلس"},)),
    ("one of the residents, by name, to an agency",
     "وقال أحد سكان الحي، أبو سليم، لوكالة المرج: «قتل ثلاثة من أبناء أخي».",
     ({"low": 3, "speaker": "أبو سليم", "via": "وكالة المرج"},)),
    ("a centre for recording", "كشف تقرير لمركز توثيق الأذى أن ستة أشخاص قتلوا.",
     ({"low": 6, "speaker": "مركز توثيق الأذى"},)),
    ("a body that is called a record", "وقالت منظمة رصد الساحل إن ستة أشخاص قتلوا.",
     ({"low": 6, "speaker": "منظمة رصد الساحل"},)),
    ("as for a union, it counted", "أما نقابة أطباء السهول فأحصت 97 قتيلاً.",
     ({"low": 97, "speaker": "نقابة أطباء السهول"},)),
    ("had spoken of", "وكان مسؤولون في القطاع قد تحدثوا أمس عن مقتل 82 شخصاً.",
     ({"low": 82, "speaker": "مسؤولون في القطاع"},)),
    ("an accusation within a denial",
     "نفى الناطق باسم الجيش سالم العاني قصف الحي، متهماً مسلحين بإطلاق الصواريخ التي أودت بحياة أربع نساء.",
     ({"low": 4, "speaker": "الناطق باسم الجيش سالم العاني", "modality": "asserted"},)),
)  # fmt: skip

PLACES: tuple[tuple[str, str, tuple[Expected, ...]], ...] = (
    ("a cellar is no place", "قتل ستة أشخاص في سرداب واحد ببلدة قرماش.", ({"low": 6, "where": "قرماش"},)),
    ("an interview is no place", "وقالت المحافظ في مقابلة إن ستة قتلوا في قرماش.", ({"low": 6, "where": "قرماش"},)),
    ("their report is no place", "وثقت الشبكة في تقريرها مقتل ستة أشخاص في قرماش.", ({"low": 6, "where": "قرماش"},)),
    ("a town near its countryside", "قصف مدينة دلبون بريف السهول الشرقي: مقتل ستة أشخاص",
     ({"low": 6, "where": "دلبون"},)),
    ("a market with a name, in a town", "قتل ستة أشخاص في قصف على سوق قورو بمدينة دلبون.",
     ({"low": 6, "where": "سوق قورو"},)),
    ("a school of somebody's has no name", "قتل ستة أشخاص في قصف مدرسة تابعة للمجلس في قرماش.",
     ({"low": 6, "where": "قرماش"},)),
    ("what a raid hit", "قتل ستة أشخاص في الغارات التي طالت دلبون.", ({"low": 6, "where": "دلبون"},)),
    ("a quarter known by an adjective", "سقطت قذيفة على الحي الصفوي بدلبون وقتلت ستة أشخاص.",
     ({"low": 6, "where": "الحي الصفوي"},)),
    ("near a name with the article", "قتل ستة جنود في اشتباك قرب العظيرة.", ({"low": 6, "where": "العظيرة"},)),
    ("who leads is no place", "قتل ستة أشخاص في غارة للتحالف بقيادة الولايات المتحدة على قرماش.",
     ({"low": 6, "where": "قرماش"},)),
    ("a speaker's house is not where it was",
     "قصفت طائرات سوق قرماش وقتلت اثنين. وقال مدير مشفى السنابل إن ستة آخرين قتلوا.",
     ({"low": 2, "where": "سوق قرماش"}, {"low": 6, "where": "سوق قرماش"})),
    ("a village whose name has three words", "مقتل طفل بغارة على قرية جفت حج حمود في ريف السهول.",
     ({"low": 1, "where": "جفت حج حمود"},)),
    ("a farm for raising hens", "إصابة طفلة بغارة على مزرعة لتربية الدواجن في قرية قرماش.",
     ({"low": 1, "where": "قرماش"},)),
    ("quarters of a town", "إصابة طفلة بقصف استهدف أحياء مدينة دلبون.", ({"low": 1, "where": "دلبون"},)),
    ("a town behind on, where nothing else is named", "كان الليل قاسياً على حمورة: تسع ضحايا بينهم رضيعة.",
     ({"low": 9, "where": "حمورة"},)),
)  # fmt: skip

TIMES: tuple[tuple[str, str, tuple[Expected, ...]], ...] = (
    ("a market named after a day", "يوم السبت 4 مايو قصفت طائرة حافلة في سوق الأحد، ما أدى إلى مقتل ستة مدنيين.",
     ({"low": 6, "when": "2021-05-04"},)),
    ("the market, and on which day", "قتل ستة أشخاص بقصف السوق الأحد.", ({"low": 6, "when": "2021-05-02"},)),
    ("the past night", "قتل ستة أشخاص الليلة الفائتة.", ({"low": 6, "when": "2021-05-03"},)),
    ("yesterday, as people say it", "قتل ستة أشخاص امبارح.", ({"low": 6, "when": "2021-05-03"},)),
    ("a night before a dash is no dateline", "ليل الأحد – الاثنين كان الأقسى: ستة قتلى في دلبون.",
     ({"low": 6, "when": "2021-05-02/2021-05-03"},)),
    ("the first day of a feast", "في أول أيام عيد الفطر الماضي قتل ستة أشخاص.", ({"low": 6, "when": "2020-05-24"},)),
    ("the last three days", "قتل تسعة أشخاص خلال الأيام الثلاثة الأخيرة.",
     ({"low": 9, "when": "2021-05-02/2021-05-04", "scope": "period"},)),
    ("the day of that month", "أحصينا 40 قتيلاً في آذار 2021. وكان أشدها في السابع عشر منه حين قُتلت أم في دلبون.",
     ({"low": 40, "when": "2021-03"}, {"low": 1, "when": "2021-03-17"})),
    ("the day of a list by hashtags", "ملخص اليوم، الثلاثاء 4 أيار 2021\n#دلبون: مقتل رجل بقصف.\n#قرماش: ستة قتلى.",
     ({"low": 1, "when": "2021-05-04"}, {"low": 6, "when": "2021-05-04"})),
    ("a rate beside a count", "قتل القصف 61 مدنياً في دلبون الأحد، بمعدل ثلاثة أطفال يومياً.",
     ({"low": 61, "when": "2021-05-02"},)),
    ("the day of a series", "شهدت المحافظة يوم الأحد سلسلة هجمات متفرقة. ففي بلدة قرماش قتل جنديان بعبوة. "
     "وفي بلدة بريفيل قتل ستة عمال.", ({"low": 2, "when": "2021-05-02"}, {"low": 6, "when": "2021-05-02"})),
    ("the first half of the year", "وثقت الشبكة مقتل 501 مدني خلال النصف الأول من العام 2020.",
     ({"low": 501, "when": "2020-01/2020-06", "scope": "period"},)),
    ("last week alone", "الأسبوع الماضي وحده قتل القصف 61 مدنياً.", ({"low": 61, "scope": "period"},)),
)  # fmt: skip

COUNTS: tuple[tuple[str, str, tuple[Expected, ...]], ...] = (
    ("a breakdown in brackets", "قتل سبعة مدنيين (خمسة أطفال وامرأتان) في دلبون.",
     ({"low": 7, "children": "5-5", "women": "2-2"},)),
    ("among the dead, said apart", "وأشار المدير إلى أن بين القتلى تسعة مدنيين.", ({"low": 9, "who": "civilian"},)),
    ("dead of the civilians", "أحصينا تسعين قتيلاً من المدنيين في دلبون.", ({"low": 90, "who": "civilian"},)),
    ("hurt soldiers", "خسائرنا: جنديان قتيلان وثلاثة جنود جرحى.",
     ({"low": 2, "outcome": "killed"}, {"low": 3, "outcome": "injured"})),
    ("one of the wounded is a pupil", "أصيب ستة، وأوضح أن أحد الجرحى تلميذ.",
     ({"low": 6}, {"low": 1, "who": "civilian"})),
    ("has lost of its sons", "فقدت قرية دلبون خلال الشهر الماضي تسعة من أبنائها.",
     ({"low": 9, "outcome": "killed"},)),
    ("cost them their lives", "كلف القصف 33 شخصاً حياتهم.", ({"low": 33, "outcome": "killed"},)),
    ("took their souls", "انتزعت الغارة أرواح 12 مدنياً.", ({"low": 12, "outcome": "killed"},)),
    ("not found yet", "لم يُعثر بعد على أربعة من الركاب.", ({"low": 4, "outcome": "missing"},)),
    ("not brought out yet", "إن أربعة أشخاص لم يُخرجوا من تحت الركام.", ({"low": 4, "outcome": "missing"},)),
    ("under the rubble by another word", "مقتل اثنين، ولا يزال 30 شخصاً تحت الردم.",
     ({"low": 2}, {"low": 30, "outcome": "missing"})),
    ("brings the dead to thirty", "الحادثة ترفع قتلى الألغام في المديرية إلى ثلاثين منذ مطلع العام.",
     ({"low": 30, "scope": "period"},)),
    ("two that lost their ending", "لقي سائقا شاحنة مصرعهما في دلبون.", ({"low": 2, "high": 2},)),
    ("bodies of so many women", "عثر الأهالي على جثث أربع نساء.", ({"low": 4, "outcome": "bodies_recovered"},)),
    ("members of a family", "مقتل تسعة أشخاص من عائلة واحدة.", ({"low": 9, "who": "civilian"},)),
    ("took with it", "غارة أودت بأحد عشر عاملاً.", ({"low": 11, "outcome": "killed"},)),
    ("and they are", "مقتل 13 شخصاً وهم ثلاثة رجال وستة أطفال وأربع نساء.",
     ({"low": 13, "children": "6-6", "women": "4-4"},)),
    ("a word broken up by dots", "إصـ.ـابة 4 مدنيين.", ({"low": 4, "outcome": "injured"},)),
    ("one of two youths", "إصابة أحد الشابين بجروح.", ({"low": 1, "high": 1},)),
    ("the regime is nobody killed", "وقتل النظام السوري من أصل الحصيلة 62 مدنياً.", ({"low": 62},)),
    ("who died of wounds is not hurt anew", "توفيت امرأة متأثرة بجراحها التي أصيبت بها إثر قصف لقوات النظام وروسيا.",
     ({"low": 1, "outcome": "killed"},)),
    ("mourned", "نحتسب الشهيد سامر العاني الذي ارتقى في القصف.", ({"low": 1, "outcome": "killed"},)),
    ("its driver", "انفجرت عبوة بحافلة فقتلت سائقها.", ({"low": 1, "who": "civilian"},)),
    ("lost of my family", "قالت أم سليم: «فقدت ستة من عائلتي».", ({"low": 6, "outcome": "killed"},)),
    ("as well as seven", "مقتل طفلين وإصابة والدتهما، إضافة إلى سبعة من المارة.",
     ({"low": 2}, {"low": 1, "outcome": "injured"}, {"low": 7, "outcome": "injured"})),
    ("a large number", "ارتقاء 3 شهداء وعدد كبير من الجرحى.",
     ({"low": 3}, {"low": None, "vague": "many", "outcome": "injured"})),
    ("drivers of somebody's", "أصيب اثنان من سائقي الحافلات.", ({"low": 2, "who": "civilian"},)),
)  # fmt: skip

ROWS = [*SPEAKERS, *PLACES, *TIMES, *COUNTS]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_a_turn_of_phrase_is_linked(text: str, expected: tuple[Expected, ...]) -> None:
    claims: list[Fields] = [flat(one) for one in read_text(text, published="2021-05-04", language="ar").claims]
    found = [one for one in claims if one["kind"] == "casualty"]
    assert [{name: one.get(name) for name in want} for one, want in zip(found, expected, strict=True)] == list(expected)


def test_the_agency_that_publishes_is_no_speaker() -> None:
    text = "قتل 90 شخصاً في دلبون، وفق حصيلة أعدتها الوكالة."
    own = read_text(text, published="2021-05-04", source="وكالة المرج", language="ar")
    other = read_text(text, published="2021-05-04", source="صحيفة الضحى", language="ar")
    assert [one.speaker for one in (*own.claims, *other.claims)] == [None, "الوكالة"]


def test_a_name_of_two_lands_is_that_of_the_land_its_text_speaks_of() -> None:
    text = "قصف على مدينة أريحا: مقتل رجل. وفي إدلب وسراقب وكفرنبل أصيب ستة أشخاص."
    places = [one.places[0] for one in read_text(text, published=None, language="ar").claims if one.places]
    assert {place.country for place in places} == {"SYR"}


def test_a_briefing_of_one_morning_gives_its_day_to_each_of_its_places() -> None:
    text = (
        "إيجاز رقم 12\nنفّذ سلاح الجو فجر اليوم ثلاث طلعات فوق محيط قاعدة التلة.\n"
        "وقضت الضربات على 14 من المرتزقة.\nوفي محور السدرة ارتقى مقاتل وجُرح آخران."
    )
    found = read_text(text, published="2031-05-06", language="ar").claims
    assert {claim.when for claim in found} == {"2031-05-06"}


def test_the_day_on_which_bodies_were_brought_out_is_no_day_of_the_raid() -> None:
    text = "قُصف منزل في خليج مارل يوم 14 مايو 2019. وجرى انتشال ثلاث جثث من القبو مساء 15 مايو 2019."
    assert {claim.when for claim in read_text(text, published="2019-05-16", language="ar").claims} == {"2019-05-14"}


def test_where_people_were_coming_from_is_no_place_of_harm() -> None:
    text = "أغارت طائرة على سيارة قرب مدينة كلمار فقتلت أربعة عمال كانوا عائدين من جهة كويلبي وجرحت اثنين."
    assert {claim.where for claim in read_text(text, published=None, language="ar").claims} == {"كلمار"}
