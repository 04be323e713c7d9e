"""Turns of phrase that texts written without the grammar in view showed to be misread; the texts here are others."""

import pytest

from tests.fields import Fields
from tests.reading import flat, read_text

Expected = dict[str, object]

ENGLISH: tuple[tuple[str, str, tuple[Expected, ...]], ...] = (
    ("a voice named between commas", "State radio, citing the health ministry, said nine villagers had died in Ostrel.",
     ({"low": 9, "speaker": "the health ministry", "via": "State radio"},)),
    ("finders before the one who tells", "Divers recovered 14 bodies from the river, the harbour office said.",
     ({"low": 14, "speaker": "the harbour office"},)),
    ("the night of a death from wounds is not the day of the event",
     "The toll from Monday's raid on Ostrel has risen to 21 after two people died of their wounds overnight.",
     ({"low": 21, "when": "2021-05-03"}, {"low": 2, "when": "2021-05-03"})),
    ("before they could be reached is no condition", "Six people died before they could be carried out of the cellar.",
     ({"low": 6, "modality": "asserted"},)),
    ("said by name behind a figure between commas",
     "The number of people killed rose to 22 on Saturday, up from 17, said Una Fell, head of the coast guard.",
     ({"low": 22, "speaker": "Una Fell"}, {"low": 17, "speaker": "Una Fell"})),
    ("they remain under the rubble", "Four people remain under the rubble in Ostrel.",
     ({"low": 4, "outcome": "missing"},)),
    ("the day of a list stands in its heading", "Register of 2 May 2021, kept at the gate\nKilled: 3\nWounded: 17",
     ({"low": 3, "when": "2021-05-02"}, {"low": 17, "when": "2021-05-02"})),
)  # fmt: skip

ARABIC: tuple[tuple[str, str, tuple[Expected, ...]], ...] = (
    ("a voice that another carries", "وقالت الإذاعة الرسمية نقلاً عن وزارة الصحة إن تسعة قرويين قتلوا في دلبون.",
     ({"low": 9, "speaker": "وزارة الصحة", "via": "الإذاعة الرسمية"},)),
    ("had announced earlier", "وكانت مديرية الصحة قد أعلنت في وقت سابق مقتل 21 شخصاً.",
     ({"low": 21, "speaker": "مديرية الصحة"},)),
    ("a spokesman with his office", "أصيب تسعة أشخاص، حسبما أفاد المتحدث باسم البلدية.",
     ({"low": 9, "speaker": "المتحدث باسم البلدية"},)),
    ("two civilians, spelt as many", "مقتل مدنيين اثنين في دلبون", ({"low": 2, "high": 2, "who": "civilian"},)),
    ("some of the hurt died", "وصلنا أربعون جريحاً، وتوفي ستة منهم.",
     ({"low": 40, "outcome": "injured"}, {"low": 6, "outcome": "killed"})),
    ("the death of wounded people", "ارتفعت الحصيلة إلى 21 قتيلاً بعد وفاة أربعة جرحى.",
     ({"low": 21, "outcome": "killed"}, {"low": 4, "outcome": "killed"})),
    ("in hospital", "وفاة 12 شخصاً وأكثر من 40 في المستشفى",
     ({"low": 12, "outcome": "killed"}, {"low": 41, "outcome": "injured"})),
    ("a range over two months", "مقتل 23 مدنياً في غارات على دلبون بين 28 أيلول و3 تشرين الأول 2021.",
     ({"low": 23, "scope": "period", "when": "2021-09-28/2021-10-03"},)),
    ("a leg is no place", "إصابة طفل في ساقه على جسر دلبون", ({"low": 1, "where": "جسر دلبون"},)),
    ("a night is no place", "في ليلة 29 آذار 2021 قتل ثلاثة أشخاص في دلبون.", ({"low": 3, "where": "دلبون"},)),
    ("a fire brigade before a colon", "فوج الإطفاء: انتشال 19 جثة من المبنى", ({"low": 19, "speaker": "فوج الإطفاء"},)),
    ("a hashtag alone says where", "الحصيلة حتى الآن 27 شهيداً #دلبون", ({"low": 27, "where": "دلبون"},)),
    ("the day of a bulletin stands in its heading", "الموجز اليومي، 2 أيار 2021\n- قصف على بلدة دلبون: مقتل طفلين",
     ({"low": 2, "when": "2021-05-02"},)),
)  # fmt: skip


def held(text: str, language: str, expected: tuple[Expected, ...]) -> None:
    claims: list[Fields] = [flat(one) for one in read_text(text, published="2021-05-04", language=language).claims]
    found = [one for one in claims if one["kind"] == "casualty"]
    assert [{name: one.get(name) for name in want} for one, want in zip(found, expected, strict=True)] == list(expected)


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in ENGLISH], ids=[row[0] for row in ENGLISH])
def test_a_turn_of_phrase_in_english_is_read(text: str, expected: tuple[Expected, ...]) -> None:
    held(text, "en", expected)


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in ARABIC], ids=[row[0] for row in ARABIC])
def test_a_turn_of_phrase_in_arabic_is_read(text: str, expected: tuple[Expected, ...]) -> None:
    held(text, "ar", expected)
