"""Pieces of Arabic words: which texts they open, and which only look as if they could say something."""

from unittest.mock import patch

import pytest

from harmtrace.language.arabic import pieces
from harmtrace.language.arabic.letters import letters
from harmtrace.language.arabic.tokens import Memo
from harmtrace.language.grammar import EVENT, HARM


@pytest.mark.parametrize(
    "text",
    [
        "باع البقّال مئتي كيس من الدقيق.",
        "أقدم مكتبة في البلدة تقدّم معلومات وخدمات للقرّاء.",
        "تستغرق الرحلة ساعتين، ويتوفر الشاي في استراحة الطريق.",
        "احتفلت المدرسة بتوقيع اتفاق التبادل مع جامعة البصرة.",
        "يصبح الحي مزدحما في محادثات الصيف، كما يقول الصغار.",
        "زار شارديم وظاركام دكان هانزال قرب نامصير الجديدة.",
    ],
)
def test_words_that_hold_a_piece_of_a_word_of_harm_open_no_text(text: str) -> None:
    assert pieces.triggers(letters(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "ينتشل جثتين من المبنى",
        "لفظ البحر غريقا",
        "العثور على رجل",
        "اختفى شابان",
        "يرتقي أربعة",
        "تحت الردم",
        "بين الركام",
        "ومصيرهم مجهول",
        "أُردي قتيلا",
        "«أردي شاب»",
        "عاجل|مصير خمسة صيادين مجهول",
        "عاجل..مصير خمسة صيادين مجهول",
        "عاجل/ومصيرهم مجهول",
        "شاردا:مصير خمسة صيادين مجهول",
        "بقي سبعة أشخاص تحت“ركام”المدرسة",
    ],
)
def test_every_form_of_a_word_of_harm_opens_its_text(text: str) -> None:
    assert any(meant & HARM for _, meant in pieces.triggers(letters(text)))


@pytest.mark.parametrize(
    ("text", "bit"),
    [
        ("مات ثلاثة رجال", HARM),
        ("وماتوا في الطريق", HARM),
        ("فقدوا أثرها", HARM),
        ("لا أحد يعرف مصيرهم تحت الردم", HARM),
        ("ضربات على القرية", EVENT),
        ("هجماته على القرية", EVENT),
        ("حادثة أخرى", EVENT),
    ],
)
def test_the_words_themselves_open_it(text: str, bit: int) -> None:
    assert any(meant & bit for _, meant in pieces.triggers(letters(text)))


def test_what_stands_between_two_blanks_is_asked_for_its_meaning_once() -> None:
    asked: list[str] = []

    def meaning(chunk: str) -> int:
        asked.append(chunk)
        return ~(HARM | EVENT)

    with patch.object(pieces, "MEANING", Memo(meaning)):
        assert not pieces.opens("متقدم|" * 50 + " مات")
    assert asked == ["متقدم|" * 50, "مات"]
