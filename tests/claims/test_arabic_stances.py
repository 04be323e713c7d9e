"""Positions, blame and people at risk in ordinary Arabic wordings: invented texts."""

import pytest

from tests.reading import flat, read_text

#: What the words are, the text, and the positions that it states.
POSITIONS = (
    ("claims set aside for want of evidence", "وقال المتحدث باسم الجيش إن سبعة بلاغات رُفضت لنقص الأدلة.",
     ["non_credible"]),
    ("a claim borne out", "وأعلنت قيادة القوات أن ثلاثة بلاغات منها تبينت صحتها.", ["credible"]),
    ("nothing was told", "وأجاب ناطق باسم الجيش بأن القيادة «لم يصلها أي بلاغ» عن سقوط مدنيين في دلبون.",
     ["not_aware"]),
    ("not informed", "وقالت قيادة القوات إنها غير مطلعة على الحادثة في دلبون.", ["not_aware"]),
    ("a case handed to investigators", "وقالت وزارة الدفاع إن الملف أحيل إلى النيابة العسكرية للتحقيق.",
     ["investigation_opened"]),
    ("a committee is formed", "وأعلنت الحكومة أنها شكلت لجنة مستقلة للتحقيق في قصف السوق.", ["investigation_opened"]),
    ("it checks a film", "وقال ناطق باسم الجيش إن القيادة تدقق في مقطع الفيديو.", ["under_review"]),
    ("we fired no shell", "وردت قيادة القوات بأنها لم تقصف أي موقع مدني في دلبون.", ["responsibility_denied"]),
    ("the story is made up", "وقالت قيادة الجيش إن الرواية ملفقة بالكامل.", ["responsibility_denied"]),
    ("it rejects the accusations", "ورفض متحدث باسم الجيش هذه الاتهامات.", ["responsibility_denied"]),
    ("it will look", "وقال الجيش إنه سيفحص ما ورد عن سقوط مدنيين.", ["under_review"]),
    ("it received no report", "وقال المتحدث باسم التحالف إنه لم يتلق أي بلاغ عن ضحايا.", ["not_aware"]),
    ("the news called false", "ووصف الناطق باسم الجيش الخبر بأنه كاذب.", ["responsibility_denied"]),
    ("an error owned", "واعتذرت قيادة الجيش عن قصف القافلة.", ["responsibility_accepted"]),
)  # fmt: skip
NO_POSITIONS = (
    ("the outlet could not check", "ولم تتمكن الوكالة من التحقق من التقارير."),
    ("a witness saw no shell", "وقال شاهد إنه لم يسمع شيئاً قبل سقوط القذيفة."),
    ("aid did not come", "ولم تصل أي قافلة مساعدات إلى المدينة منذ شهر."),
)
BLAMES = (
    ("foreign aircraft", "وحمّلت حكومة درون طيراناً أجنبياً داعماً للشمال مسؤولية الضربة.", "طيراناً أجنبياً داعماً للشمال"),
    ("whose helicopters", "وتقول أم سالم إن مروحيات الجيش هي التي ألقت البراميل.", "مروحيات الجيش"),
    ("the artillery of the state", "والمعارضة تحمّل المدفعية الحكومية الوزر.", "المدفعية الحكومية"),
    ("blame laid on", "وألقى سكان دلبون باللوم على قوات التحالف.", "التحالف"),
    ("fingers pointed at", "ووجه ناشطون أصابع الاتهام إلى كتيبة الرعد.", "كتيبة الرعد"),
    ("a strike laid at one's door", "ونسب مرصد السهول القصف إلى طيران النظام.", "طيران النظام"),
    ("it is they who began", "وقال المجلس إن كتيبة الرعد هي التي بدأت إطلاق القذائف.", "كتيبة الرعد"),
    ("the jets were of a nation", "وتقول سلمى: «الطائرات كانت روسية».", "روسية"),
    ("behind the strike", "وقال المجلس إن قوات التحالف تقف وراء القصف.", "التحالف"),
)
EXPOSED = (
    ("human shields", "ويقول السلمي إن أكثر من ثلاثة آلاف مدني يستخدمون دروعاً بشرية في البلدة.", 3001),
    ("in the line of fire", "وقال المجلس إن 40 ألفاً يعيشون في مرمى النيران.", 40000),
    ("under siege", "ولا يزال نحو 900 مدني تحت الحصار في دلبون.", 900),
)


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in POSITIONS], ids=[row[0] for row in POSITIONS])
def test_what_a_body_says_of_an_allegation_is_read(text: str, expected: list[str]) -> None:
    found = [claim for claim in _read(text) if claim["kind"] == "position"]
    assert [claim["position"] for claim in found] == expected


@pytest.mark.parametrize("text", [row[1] for row in NO_POSITIONS], ids=[row[0] for row in NO_POSITIONS])
def test_words_that_only_sound_like_a_position_state_none(text: str) -> None:
    assert not [claim for claim in _read(text) if claim["kind"] == "position"]


@pytest.mark.parametrize(("text", "blamed"), [row[1:] for row in BLAMES], ids=[row[0] for row in BLAMES])
def test_who_did_it_is_read_from_ordinary_words_of_blame(text: str, blamed: str) -> None:
    (claim,) = [claim for claim in _read(text) if claim["kind"] == "blame"]
    assert blamed in str(claim["blamed"])


@pytest.mark.parametrize(("text", "low"), [row[1:] for row in EXPOSED], ids=[row[0] for row in EXPOSED])
def test_people_at_risk_are_read_from_ordinary_words_of_risk(text: str, low: int) -> None:
    (claim,) = _read(text)
    assert (claim["kind"], claim["low"]) == ("exposure", low)


def _read(text: str) -> list[dict[str, object]]:
    return [dict(flat(claim)) for claim in read_text(text, published="2024-05-10", language="ar").claims]
