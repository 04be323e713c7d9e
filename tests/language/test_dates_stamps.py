"""The day that a platform stamped on a post."""

import pytest

from harmtrace.language.dates import reference, stamped, worded

STAMPS = (
    ("Three hurt at the mill. 9:49 AM · Aug 19, 2022·Web App12 Likes", "2022-08-19"),
    ("Harbour VoiceNovember 30, 2024 · Shared with PublicThree hurt at the mill.", "2024-11-30"),
    ("Harbour Voice\nNovember 30, 2024 at 7:05 PM · Public\nThree hurt.", "2024-11-30"),
    ("صوت الميناء\n30 نوفمبر 2024 · تمت المشاركة مع العامة\nإصابة ثلاثة", "2024-11-30"),
    ("صوت الميناء٣٠ نوفمبر ٢٠٢٤ · تمت المشاركة مع العامة", "2024-11-30"),
    ("إصابة ثلاثة 9:49 ص · 19 أغسطس 2022", "2022-08-19"),
    ("Harbour VoiceMarch 1 · Shared with Public", "XXXX-03-01"),
    ("Harbour · Mills · Old Town · May 4, 2022 was the day of the raid.", None),
    ("Aug 39, 2022 · Public", None),
    ("·" * 500, None),
)


@pytest.mark.parametrize(("text", "day"), STAMPS)
def test_a_stamp_gives_the_day_of_the_post(text: str, day: str | None) -> None:
    assert stamped(text) == day


def test_a_post_is_read_from_the_day_of_its_stamp() -> None:
    found = reference("Halvin NowMay 9, 2021 · Shared with PublicShells fell today.", published=None, on=None)
    assert (found.day, found.why) == ("2021-05-09", "post stamp")


def test_an_earlier_stamp_stands_before_the_day_that_was_given_and_says_so() -> None:
    text = "Halvin NowMay 9, 2021 · Shared with PublicShells fell today."
    found = reference(text, published="2023-05-09", on=None)
    assert (found.day, found.why) == ("2021-05-09", "post stamp; published is given as 2023-05-09")
    assert reference(text, published="2021-05-01", on=None).day == "2021-05-01"


def test_a_day_in_words_with_its_year_is_a_day() -> None:
    assert [worded(one) for one in ("8 يونيو 2025", "May 9, 2021", "9 May 2021", "9 May", "in May 2021")] == [
        "2025-06-08", "2021-05-09", "2021-05-09", None, None,
    ]  # fmt: skip
