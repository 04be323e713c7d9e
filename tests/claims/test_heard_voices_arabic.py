"""Who vouches for an Arabic count, found among all who could; texts of our own."""

import pytest

from harmtrace.claims import asking, vouching
from harmtrace.language.arabic.grammar import Arabic
from harmtrace.records.claim import Casualty
from tests.reading import read_text


def _counts(text: str) -> list[Casualty]:
    return [c for c in read_text(text, published="2021-06-09").claims if isinstance(c, Casualty)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وتحصي حكومة الولاية 98 قتيلاً مدنياً جراء القصف.", "حكومة الولاية"),
        ("المركز الصحي يبلّغ عن إحدى عشرة جثة.", "المركز الصحي"),
        ("وأحصى مستشفى الساحل، الذي توقف قسمان فيه عن العمل قبل أسبوعين، خمسة وأربعين مصاباً.", "مستشفى الساحل"),
        ("شبكة «عين الوادي» أوردت حصيلة مختلفة هي 9 قتلى.", "شبكة «عين الوادي»"),
    ],
)
def test_who_counts_is_found_where_no_frame_of_speech_names_them(text: str, speaker: str) -> None:
    (found,) = _counts(text)
    assert found.speaker == speaker
    assert vouching.RULE in found.rules


def test_two_names_are_one_speakers_with_and_without_their_articles() -> None:
    assert asking.same("المركز الصحي", "مركز صحي")
    assert not asking.same("المركز الصحي", "قيادة الفرقة")


def test_every_language_that_is_weighed_is_asked_by_the_same_rows() -> None:
    assert set(vouching.TABLES) == {"english", "arabic"}
    for table in vouching.TABLES.values():
        assert {"here: before", "outlet: one speaks here", "meant: 1 back", "quotation: inside"} <= set(table.weights)


def test_a_verb_alone_means_who_spoke_before() -> None:
    found = _counts("الجيش قال من جهته إن قواته تقدمت شرق البلدة. وأعلن لاحقاً مقتل رقيب متأثراً بجروح.")
    assert [c.speaker for c in found] == ["الجيش"]


@pytest.mark.parametrize(
    "text", ["قُتل معلمان في بلدة الأرلة.", "وثّقنا بالاسم 16 قتيلاً في البلدة.", "أنباء عن مقتل ثلاثة في البلدة."]
)
def test_the_outlet_vouches_where_nobody_else_tells(text: str) -> None:
    (found,) = _counts(text)
    assert found.speaker is None


@pytest.mark.parametrize(
    ("text", "name", "signs"),
    [
        ("قالت وزارة الصحة إن خمسة قتلوا", "وزارة الصحة", {"BODY", "SAY _", "_ that", "spoke", "she"}),
        ("والأهالي ينفون ذلك", "الأهالي", {"PEOPLE", "_ DENY", "many"}),
        ("المختار، نادر عويد، أكد ذلك", "نادر عويد", {"NAME", "apposed before", "_ SAY"}),
        ("بحسب مصدر طبي في المشفى", "مصدر طبي في المشفى", {"PERSON", "according to _", "spoke"}),
        ("ما نشرته صفحات محلية عن قتلى", "صفحات محلية", {"MEDIA", "what PUBLISH _"}),
        ("وتابعت أن عشرة جرحوا", "وتابعت", {"SHE", "spoke"}),
        ("وثقنا مقتل عشرة", "وثقنا", {"WE"}),
    ],
)
def test_what_stands_round_one_who_may_vouch_is_told_by_class(text: str, name: str, signs: set[str]) -> None:
    found = next(each for each in Arabic().vouchers(text, 0, len(text)) if each.name == name)
    assert signs <= found.signs


@pytest.mark.parametrize("text", ["تنويه واعتذار", "قُتل تسعة من السكان", "سعر ربطة الخبز 500 ليرة"])
def test_nobody_is_found_where_nobody_could_vouch(text: str) -> None:
    assert not any("spoke" in each.signs for each in Arabic().vouchers(text, 0, len(text)))
