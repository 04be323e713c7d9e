"""Who or what did it, in Arabic words apart from any count: invented texts."""

import pytest

from tests.reading import flat, read_text

_TOLD = "قُتل خمسة مدنيين في قصف دلبون. "

#: What the words are, what follows the count, who is blamed.
BLAMED = (
    ("a group of no name", "وتتهم العائلة مجموعة تابعة لأمن الشمال.", "مجموعة تابعة لأمن الشمال"),
    ("somebody held to account", "والنائب مزاحم درون حمّل القيادة مسؤولية ما جرى.", "القيادة"),
    ("held by a body of many words", "وحمّلت لجنة خبراء تابعة للمجلس مجموعة فارون مسؤولية زرع الألغام.", "مجموعة فارون"),
    ("on whose shoulders it lies", "وقال المجلس إن المسؤولية تقع على عاتق الحكومة.", "الحكومة"),
    ("it was they", "وتقول أم سالم إن طائرة حربية شمالية هي التي ألقت القنبلتين.", "طائرة حربية شمالية"),
    ("it bears their marks", "ورأى المجلس أن الهجوم يحمل بصمات تنظيم الغسق.", "تنظيم الغسق"),
    ("who else has such a bomb", "وعُثر على شظايا قنبلة لا يملكها سوى سلاح الشمال.", "سلاح الشمال"),
    ("the culprit, in a line", "المجرم: طيران الشمال.", "طيران الشمال"),
    ("whose they were", "وذكر ناجون أن المسلحين كانوا ينتمون إلى تنظيم الغسق.", "تنظيم الغسق"),
    ("a witness saw the gun", "وقال ناجون إن دبابة استهدفت الورشة.", "دبابة"),
    ("a witness saw the soldiers", "وقالت سلمى إن جنوداً أطلقوا النار على البيت.", "جنوداً"),
    ("it was a jet of theirs", "ويقول الأهالي إنها طائرة روسية.", "روسية"),
    ("they are known", "وقال الحارس: «هؤلاء جنود الحكومة، نعرف سياراتهم».", "جنود الحكومة"),
    ("the jets are theirs", "وقال الحارس: «الطيران طيران الشمال، لا يحلّق غيره هنا».", "طيران الشمال"),
    ("the other side fired it", "وقال قائد اللواء إن مسلحي الغسق أطلقوا الصواريخ من المدرسة.", "مسلحي الغسق"),
)
NOT_BLAMED = (
    ("the army tells of its strike", "وقال متحدث باسم الجيش إن الطائرات قصفت مواقع العدو."),
    ("accused of another matter", "واتهم المجلس الحكومة بالتقصير في إيصال الخبز."),
    ("a load carried", "وحمّل الأهالي حقائبهم وغادروا."),
    ("a question", "ويسأل الأهالي: من هو المسؤول عن القصف؟"),
    ("nobody knows", "ولم تُعرف الجهة التي قصفت السوق."),
    ("nobody is accused", "ولم يتهم المجلس أي جهة."),
    ("what a doctor found", "وقال الطبيب إن الوفاة ناجمة عن نزف حاد."),
    ("soldiers who did no harm", "وقال مدير المدرسة إن القوات فتحت معبراً للمدنيين."),
    ("nobody is known for it", "الفاعل: مجهول."),
    ("who is to heal", "وتقع مسؤولية علاج الجرحى على عاتق البلدية."),
    ("where the ambulances came from", "وقال الحارس: «سيارات الإسعاف وصلت من جهة الجيش»."),
    ("our own men", "وقال الحارس: «هؤلاء جنود بلدنا»."),
)


@pytest.mark.parametrize(("text", "blamed"), [row[1:] for row in BLAMED], ids=[row[0] for row in BLAMED])
def test_who_did_it_is_read_apart_from_the_count(text: str, blamed: str) -> None:
    (found,) = _blames(_TOLD + text)
    assert blamed in str(found["blamed"])


@pytest.mark.parametrize("text", [row[1] for row in NOT_BLAMED], ids=[row[0] for row in NOT_BLAMED])
def test_words_like_blame_are_none(text: str) -> None:
    assert _blames(_TOLD + text) == []


def test_what_a_shot_did_is_told_with_it() -> None:
    assert _blames("أفاد مصدر في الشرطة بأن إرهابيين أطلقوا قذيفة على دلبون، ما أدى إلى مقتل طفلين.") == []


def test_a_body_that_bears_the_responsibility_blames_nobody() -> None:
    text = _TOLD + "وقال المتحدث العسكري إن الجيش يتحمل المسؤولية عن القصف."
    claims = _claims(text)
    assert [claim["kind"] for claim in claims] == ["casualty", "position"]


def _blames(text: str) -> list[dict[str, object]]:
    return [claim for claim in _claims(text) if claim["kind"] == "blame"]


def _claims(text: str) -> list[dict[str, object]]:
    return [dict(flat(claim)) for claim in read_text(text, published="2024-05-10", language="ar").claims]
