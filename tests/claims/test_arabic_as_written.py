"""Arabic as posts and news pages write it: names in marks, speakers set apart, tolls held against others; invented texts."""
# ruff: noqa: E501 - tables read better on long lines

import pytest

from tests.fields import Fields
from tests.reading import flat, read_text

Expected = dict[str, object]
DAY = "2021-06-09"  # a Wednesday

PLACES: tuple[tuple[str, str, str | None], ...] = (
    ("a village in marks", "قتل ستة رعاة في غارة على قرية «تل الصنوبر» شرق دلبون.", "تل الصنوبر"),
    ("a town in curly marks", "أوقع القصف على بلدة “الزيرة” ستة قتلى.", "الزيرة"),
    ("a camp with its noun", "أصيب ستة نازحين بقذيفة في مخيم \"الوردة\".", "مخيم \"الوردة\""),
    ("several in one pair of marks", "قتل ستة عمال بقصف طال قرى «الزيرة، ومرسوم، وتل الصنوبر».", "الزيرة"),
    ("a quarter in marks", "قتل ستة عمال برصاص قناص في حي \"السنابل\".", "حي \"السنابل\""),
    ("a paper in marks is no place", "قال ناشط في «صوت السنابل» إن ستة قتلوا في غارة على دلبون.", "دلبون"),
    ("two words, the first glued", "ستة قتلى في قصف على حافلة بتل الصنوبر.", "تل الصنوبر"),
    ("another first word, glued", "قتل ستة عمال بدير الحصى مساء أمس.", "دير الحصى"),
    ("a hashtag of a town", "ستة شهداء في غارة على مدينة #دلبون.", "دلبون"),
    ("photographs are no town", "#صور لآثار الغارة التي قتلت ستة عمال في دلبون.", "دلبون"),
    ("amid destruction", "ضربت غارتان بلدة الزيرة، وراح ضحيتهما ستة عمال وسط دمار واسع.", "الزيرة"),
    ("an item with its district in brackets", "غارات الأربعاء:\n- عين السدرة (قضاء مرسوم): ستة قتلى.\n- برج الحصى (قضاء دلبون): قتيلان.", "عين السدرة"),
    ("our news is no place", "ورد في نشرتنا عن غارة على بلدة الزيرة أن القتلى ستة.", "الزيرة"),
    ("the weekly market is no name", "قصف على سوق الصنوبر\nقال الأهالي إن عدد قتلى القصف الذي طال السوق الأسبوعي بلغ ستة.", "سوق الصنوبر"),
    ("the market of a family", "غارة قتلت ستة عمال في سوق آل نصير في دلبون.", "سوق آل نصير"),
    ("a field with a name of its own", "قتل ستة رعاة بانفجار لغم قرب حقل الزاهر.", "حقل الزاهر"),
)  # fmt: skip

SPEAKERS: tuple[tuple[str, str, str | None], ...] = (
    ("who speaks ends before the verb", "وقال شهود اقتحمت دورية حي الورد وقتل ستة.", "شهود"),
    ("before 'no'", "وأكدت إدارة المشفى عدم وصول أي قتلى.", "إدارة المشفى"),
    ("parted from the verb by a comma", "مرصد السنابل، أوضح أن ستة قتلوا في غارة على دلبون.", "مرصد السنابل"),
    ("a toll that somebody gave out", "ستة قتلى، حصيلة أعلنتها لجنة الإغاثة، لقصف على دلبون.", "لجنة الإغاثة"),
    ("in a toll that somebody gave out", "وفي أرقام نشرها مرصد السنابل قتل ستة في غارة على دلبون.", "مرصد السنابل"),
    ("media by the side they are of", "سمع مراسلنا الانفجار، إلا أن وسائل إعلام المعارضة قالت إن ستة قتلوا.", "وسائل إعلام المعارضة"),
    ("a body in marks and brackets", "ونشر \"مرصد السنابل\" (شبكة تطوعية) بياناً أكد فيه مقتل ستة في دلبون.", "مرصد السنابل"),
    ("nobody considers the road", "قتل ستة في قصف على طريق يعتبر أكثر الطرق ازدحاماً في دلبون.", None),
    ("photographs say nothing", "قتل ستة في دلبون وفق صور ومقاطع متداولة.", None),
    ("set into the clause between dashes", "وأدى القصف -وفق مرصد السنابل- إلى مقتل ستة في دلبون.", "مرصد السنابل"),
    ("we wrote, quoting somebody, that", "ذكرنا في خبر سابق نقلاً عن ضابط في الإطفاء أن ستة قتلوا، والصحيح أن أحداً لم يقتل.", "ضابط في الإطفاء"),
    ("who accuses stands before", "وكانت رابطة محلية قد اتهمت التحالف بقتل ستة في دلبون.", "رابطة محلية"),
    ("they speak of", "عمال الإغاثة يتحدثون عن ستة قتلى في دلبون.", "عمال الإغاثة"),
    ("over a list", "حصيلة غارة دلبون كما أعلنتها وزارة الصحة:\n- القتلى: 6\n- الجرحى: 15", "وزارة الصحة"),
    ("over other items", "وثق مرصد السنابل هذا الأسبوع على النحو الآتي:\n• دلبون: 6 قتلى.\n• مرسوم: 4 قتلى.", "مرصد السنابل"),
    ("a testimony", "شهادة أم نزار (60 عاماً)، خبازة من دلبون:\nكنا في الفرن لما نزلت القذيفة. ماتوا منا ستة.", "أم نزار"),
    ("lines of a dialogue", "سؤال: كم عددهم؟\nالدكتورة هيام القاسم: وصل إلى مشفانا ستة قتلى.\nسؤال: ومتى؟\nالدكتورة هيام القاسم: فجراً.", "الدكتورة هيام القاسم"),
    ("while they were is no contrast", "قتل ستة رعاة أمس، بينما كانوا يجمعون الحطب، وفق ما أفاد مختار الزيرة لمراسل الإذاعة.", "مختار الزيرة"),
    ("we spoke with somebody who said", "تواصلنا مع أبو نزار، وهو تاجر نجا من القصف، فقال: مات ستة.", "أبو نزار"),
    ("denies the truth of reports", "نفت وزارة الدفاع صحة التقارير التي تحدثت عن سقوط ستة قتلى في دلبون.", "وزارة الدفاع"),
    ("in a post", "قتل ستة في دلبون، بحسب ما أعلنت الرابطة في تغريدة.", "الرابطة"),
    ("this is what he confirmed", "ستة قتلى في دلبون، هذا ما أكده رئيس البلدية.", "رئيس البلدية"),
)  # fmt: skip

COUNTS: tuple[tuple[str, str, tuple[Expected, ...]], ...] = (
    ("what led to victims denies none", "قصفت المدفعية مدجنة في دلبون ما تسبب بوقوع ضحايا. وغالباً ما تخلف الغارات قتلى.", ()),
    ("a child, its age, what befell it", "وقالت الفرق إن طفلاً يبلغ من العمر عشر سنوات أصيب بشظية في دلبون.", ({"low": 1, "outcome": "injured"},)),
    ("a boy with his age in brackets", "وقالت الفرق إن الطفل سامر (9 سنوات) توفي في دلبون.", ({"low": 1, "outcome": "killed"},)),
    ("two with a verb of two", "وقالت الفرق إن معلماً وزوجته قضيا تحت الأنقاض في دلبون.", ({"low": 1, "outcome": "killed"}, {"low": 1, "outcome": "killed"})),
    ("no further injuries", "أصيب راعٍ في قصف على دلبون، ولم تسجل أي إصابات أخرى.", ({"low": 1, "outcome": "injured"},)),
    ("an area is not killed", "طالب الأهالي بتحييد مناطق المخيمات عن القصف.", ()),
    ("a verse", "كل نفس ذائقة الموت وكل حي إلى فناء. رحم الله شهداء القصف.", ()),
    ("the number of dead and wounded", "ارتفع العدد الإجمالي للقتلى والجرحى في دلبون إلى 75.", ({"low": 75, "outcome": "killed_or_injured"},)),
    ("a number that is that of the wounded", "الصحيح أن ستة هو عدد الجرحى في غارة دلبون.", ({"low": 6, "outcome": "injured"},)),
    ("held against an earlier figure", "ارتفع عدد القتلى إلى 21، بينهم أربع نساء، مقارنة بـ17 في حصيلة سابقة.", ({"low": 21, "outcome": "killed"}, {"low": 17, "outcome": "killed"})),
    ("against yesterday's", "بلغ عدد الجرحى في دلبون 40 مقابل 28 أمس.", ({"low": 40, "outcome": "injured"}, {"low": 28, "outcome": "injured"})),
    ("volunteers of the civil defence", "وثق مرصد السنابل مقتل 60 شخصاً، بينهم 12 امرأة، بالإضافة إلى مسعفين في صفوف الدفاع المدني.", ({"low": 60},)),
    ("mourned by name, and how they died below", "بقلوب مؤمنة ننعى:\n- الصيدلي نزار الحمدان\n- الممرضة هيام القاسم\nارتقوا بقذيفة سقطت على حي الورد أمس.",
     ({"low": 1, "outcome": "killed", "where": "حي الورد", "when": "2021-06-08"}, {"low": 1, "outcome": "killed"})),
    ("mourned, and nobody says how they died", "بقلوب مؤمنة ننعى:\n- الصيدلي نزار الحمدان\n- الممرضة هيام القاسم\nالعزاء في منزل العائلة.", ()),
    ("the toll rose to two", "ارتفاع الحصيلة إلى شهيدين بعد وفاة أحد الجريحين.", ({"low": 2, "outcome": "killed"}, {"low": 1, "outcome": "killed"})),
    ("they are two men and two women", "أدى القصف لمقتل أربعة مدنيين من أسرة واحدة، هم رجلان وامرأتان.", ({"low": 4, "who": "civilian"}, {"low": 2}, {"low": 2})),
    ("spoken Arabic", "نزلت القذيفة على بيتنا. زوجتي توفت بوقتها وولدي اتصاب برجله.", ({"low": 1, "outcome": "killed"}, {"low": 1, "outcome": "injured"})),
    ("all but two", "ضربت غارة بيتاً في دلبون. نجا اثنان من تسعة كانوا فيه وقضى الباقون.", ({"low": 7, "outcome": "killed"},)),
    ("saved, and a number of houses", "نجا خمسة عمال من الموت في قصف على 12 منزلاً.", ()),
    ("wounded who departed this life", "استقبل المشفى 31 مصاباً، وثلاثة من المصابين فارقوا الحياة لاحقاً.", ({"low": 31, "outcome": "injured"}, {"low": 3, "outcome": "killed"})),
    ("sheer invention", "الحديث عن مقتل 17 مدنياً محض افتراء.", ({"low": 17, "modality": "denied"},)),
)  # fmt: skip

DAYS: tuple[tuple[str, str, str, str], ...] = (
    ("minutes ago", "أغار الطيران قبل دقائق على منزل في دلبون، والحصيلة ستة قتلى.", "event", DAY),
    ("since minutes", "ستة قتلى في غارة على دلبون قبل عشر دقائق.", "event", DAY),
    ("a war of years in a further clause", "قصفت القوات أمس سوقاً في دلبون، ما أدى لمقتل ستة، ويأتي هذا القصف في ظل حرب مستمرة منذ سبعة أعوام.", "event", "2021-06-08"),
    ("a total since the year began", "قتل ستون مدنياً في دلبون، وجرح تسعون، منذ بداية العام.", "period", "2021-01-01/2021-06-09"),
    ("since a day of the week", "استقبل المشفى 51 جريحاً منذ الأحد الماضي.", "period", "2021-06-06/2021-06-09"),
    ("a month of two words, the last of its name", "وثق المرصد مقتل 60 مدنياً خلال كانون الثاني الماضي.", "period", "2021-01"),
    ("a month before the raid", "في الثالث من أيار، أي قبل شهر من المجزرة، قتلت غارة ستة في دلبون.", "event", "2021-05-03"),
)  # fmt: skip


def _casualties(text: str) -> list[Fields]:
    claims = [flat(claim) for claim in read_text(text, published=DAY, language="ar").claims]
    return [claim for claim in claims if claim["kind"] == "casualty"]


@pytest.mark.parametrize(("name", "text", "where"), PLACES)
def test_a_place_is_read_as_it_is_written(name: str, text: str, where: str | None) -> None:
    assert _casualties(text)[0]["where"] == where, name


@pytest.mark.parametrize(("name", "text", "speaker"), SPEAKERS)
def test_a_speaker_is_the_body_and_no_words_beside_it(name: str, text: str, speaker: str | None) -> None:
    assert {claim["speaker"] for claim in _casualties(text)} <= {speaker}, name


@pytest.mark.parametrize(("name", "text", "expected"), COUNTS)
def test_a_count_is_what_its_sentence_says(name: str, text: str, expected: tuple[Expected, ...]) -> None:
    claims = _casualties(text)
    assert len(claims) == len(expected), (name, [claim["quote"] for claim in claims])
    for claim, fields in zip(claims, expected, strict=True):
        assert {key: claim[key] for key in fields} == fields, name


@pytest.mark.parametrize(("name", "text", "scope", "when"), DAYS)
def test_a_time_belongs_to_the_clause_that_it_stands_in(name: str, text: str, scope: str, when: str) -> None:
    assert {(claim["scope"], claim["when"]) for claim in _casualties(text)} == {(scope, when)}, name


STANCES: tuple[tuple[str, str, str, str], ...] = (
    ("an implied subject holds somebody responsible", "قتل ستة في دلبون. ويدين المجلس القصف ويحمّل القوات المتمركزة في التلة المسؤولية الكاملة.", "blame", "القوات المتمركزة في التلة"),
    ("a party that no list knows", "قتل ستة في دلبون. وحمّلت لجان الأحياء فصيل الوادي المسؤولية عن القصف.", "blame", "فصيل الوادي"),
    ("an arm with its nation", "قتل ستة في دلبون. وحملت الشبكة سلاح الجو التركي مسؤولية القصف.", "blame", "سلاح الجو التركي"),
    ("where the shelling came from", "قتل ستة في دلبون. وقال الأهالي إن القصف من المدفعية التركية.", "blame", "المدفعية التركية"),
    ("a denial with its statement between", "قتل ستة في دلبون. ونفى التحالف في بيان له استهداف السجن.", "position", "responsibility_denied"),
    ("an allegation that lacks credibility", "راجع التحالف البلاغ عن مقتل ستة في دلبون، وخلص إلى أن الادعاء يفتقر إلى المصداقية.", "position", "non_credible"),
)  # fmt: skip


@pytest.mark.parametrize(("name", "text", "kind", "expected"), STANCES)
def test_a_stance_is_read_whatever_stands_between_its_words(name: str, text: str, kind: str, expected: str) -> None:
    claims = [flat(claim) for claim in read_text(text, published=DAY, language="ar").claims]
    found = [claim["blamed"] if kind == "blame" else claim["position"] for claim in claims if claim["kind"] == kind]
    assert found == [expected], name
