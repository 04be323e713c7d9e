"""What surrounds a post, in Arabic and English, is marked and makes no claims."""

from harmtrace.language.zones import mark
from harmtrace.records.claim import Casualty
from harmtrace.records.text import ZoneKind
from tests.reading import read_text

ARABIC_POST = """استشهاد 3 مدنيين بقصف على دلبون اليوم
كل التفاعلات:
25 تعليقاً
17 مشاركة
أعجبني
تعليق
مشاركة
سامر الحمد
الله يرحمهم يقال 60 شهيد
رد
اقرأ أيضاً
مقتل 12 شخصا في سافور
"""
ENGLISH_POST = """Three people killed in shelling of Tarrin today
All reactions:
12 comments
Like
Comment
Share
Sami Vell
they say 60 dead
Reply
"""
ARTICLE = """مقتل 9 مدنيين في غارة على قرماش

قالت مصادر محلية إن غارة جوية استهدفت سوق البلدة صباح الأحد وأدت إلى مقتل تسعة مدنيين بينهم طفلان.
اقرأ أيضاً: مقتل 40 شخصاً في سافور
شارك
تعليقات القراء
أبو حسن: يقولون 60 شهيداً
"""


def _counts(text: str) -> list[int | None]:
    claims = read_text(text, published="2021-05-04", language="ar").claims
    return [claim.count.low for claim in claims if isinstance(claim, Casualty)]


def test_below_the_buttons_of_an_arabic_post_stand_comments() -> None:
    zones = {ARABIC_POST[zone.start : zone.end]: zone.kind for zone in mark(ARABIC_POST)}
    assert zones["الله يرحمهم يقال 60 شهيد"] is ZoneKind.COMMENT
    assert _counts(ARABIC_POST) == [3]


def test_below_the_buttons_of_an_english_post_stand_comments() -> None:
    assert _counts(ENGLISH_POST) == [3]


def test_read_also_and_readers_comments_of_an_arabic_page_make_no_claims() -> None:
    assert _counts(ARTICLE) == [9, 9]


def test_a_share_bar_above_an_article_ends_nothing() -> None:
    text = (
        "A raid on Tarrin was reported today\nLike\nShare\nNine people were killed in the raid on the town's market, "
        "the mayor said on Monday evening.\n"
    )
    assert _counts(text) == [9]


def test_counters_in_arabic_digits_are_no_counts_of_people() -> None:
    assert _counts("١٣٧ مشاركة\n٢٥ تعليقاً\nقتل أربعة أشخاص في دلبون.") == [4]


def test_of_a_post_that_a_page_shows_twice_one_is_read() -> None:
    post = "#نوران\nاستشهاد 3 مدنيين بقصف مدفعي على بلدة نوران صباح اليوم\nاللهم سلم"
    shown = f"{post}\n\n{post}\n#تنسيقية_نوران"
    repeats = [zone for zone in mark(shown) if zone.kind is ZoneKind.REPEAT]
    assert [zone.start > len(post) for zone in repeats] == [True]
    assert [
        claim.count.low
        for claim in read_text(shown, published=None, language="ar").claims
        if isinstance(claim, Casualty)
    ] == [3]
