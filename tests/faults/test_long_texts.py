"""A text of many counts and many places is read in a time that grows with its length."""

import time

import pytest

from harmtrace.claims import focus
from tests.reading import read_text

_SIZES = (8_000, 16_000, 32_000)  # characters
_RATIO = 2.5
#: Language and a sentence or two that are told again and again: in one paragraph, in one each, with many places.
_TOLD = (
    ("en", "Twelve soldiers were killed in Homs. Two others died. "),
    (
        "en",
        "Nine were killed in Homs and four in Aleppo, the mayor said on 3 May, while three others died near Raqqa. ",
    ),
    ("en", "Nine people were killed in Homs.\nTwo others were wounded in Aleppo.\n\n"),
    ("ar", "قتل 12 جنديا في حمص. وقتل اثنان آخران في حلب، وأصيب تسعة في الرقة يوم 3 أيار بحسب المرصد. "),
)


def _seconds(language: str, text: str) -> float:
    began = time.process_time()
    read_text(text, published="2021-05-04", language=language)
    return time.process_time() - began


def _grows(language: str, words: str, times: int) -> bool:
    small, middle, large = (
        min(_seconds(language, words * (size // len(words))) for _ in range(times)) for size in _SIZES
    )
    return middle > _RATIO * small and large > _RATIO * middle


@pytest.mark.parametrize(("language", "words"), _TOLD)
def test_the_time_for_a_text_of_many_counts_grows_with_its_length(language: str, words: str) -> None:
    # Suspected of one reading, told of the best of three: what a busy machine adds now and then is no growth.
    assert not (_grows(language, words, 1) and _grows(language, words, 3))


def test_a_count_is_weighed_against_no_more_names_than_stand_near_it_and_open_the_text() -> None:
    among = list(range(1_000))

    assert focus.near_to(among, 500, start=lambda at: at) == [
        *range(focus.FIRST),
        *range(500 - focus.NEAREST, 500 + focus.NEAREST),
    ]
    assert focus.near_to(among, 0, start=lambda at: at) == list(range(focus.NEAREST))
    assert focus.near_to(among, 40, start=lambda at: at) == list(range(40 + focus.NEAREST))
    assert focus.near_to(among[:100], 999, start=lambda at: at) == among[:100]
