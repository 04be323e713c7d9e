"""Texts that share words which few others have."""

import pytest

from harmtrace.copies import Index
from harmtrace.copies import alike as stage
from harmtrace.copies.alike import _bare
from harmtrace.records.text import Likeness
from tests.copies.test_relations import document

_OTHERS = ("The council met on roads.", "Rain is expected on the coast until Friday.", "Prices of bread rose.")


def alike(*texts: str) -> tuple[Likeness, ...]:
    index = Index()
    for number, text in enumerate(texts):
        index.add(document(f"d{number}", text))
    return index.alike()


def test_texts_with_a_rare_name_in_common_are_alike() -> None:
    found = alike("A raid on Brae Velm last night.", *_OTHERS, "Pray for Brae Velm and its people.")
    best = max(found, key=lambda one: one.cosine)
    assert (best.a, best.b, best.rarest, best.of) == ("d0", "d4", 2, 5)


def test_a_word_that_half_of_the_texts_have_is_not_rare() -> None:
    assert alike("the roads", "the rain", "the bread", "the water", "a mill") == ()


def test_particles_and_hashtags_do_not_hide_a_name() -> None:
    found = alike("قصف على #تل_المرج مساء", "اجتماع المجلس البلدي", "أسعار الخبز ترتفع", "الأهالي بتل المرج ينزحون")
    assert ("d0", "d3") in {(one.a, one.b) for one in found}


def test_the_order_of_texts_does_not_matter() -> None:
    texts = ["A raid on Brae Velm last night.", *_OTHERS, "Pray for Brae Velm and its people."]
    one, two = Index(), Index()
    for number, text in enumerate(texts):
        one.add(document(f"d{number}", text))
    for number, text in reversed(list(enumerate(texts))):
        two.add(document(f"d{number}", text))
    assert one.alike() == two.alike()


def test_it_does_not_matter_how_many_postings_are_looked_at_together(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = (
        "A raid on Brae Velm last night.",
        *_OTHERS,
        "Pray for Brae Velm.",
        "Brae Velm, again: bread, roads, rain.",
    )
    whole = alike(*texts)
    assert len(whole) > 1
    for part in (1, 2, 7):
        monkeypatch.setattr(stage, "_PART", part)
        assert alike(*texts) == whole


def test_texts_without_a_word_are_alike_in_nothing() -> None:
    assert alike("...", "!?", "—") == ()


def test_two_texts_alone_are_alike_in_nothing() -> None:
    assert alike("A raid on Brae Velm.", "Brae Velm was hit.") == ()


def test_a_word_that_dots_and_blanks_hide_from_a_filter_is_the_word() -> None:
    assert _bare("قصـ.ـف مدفعـ. ـي وقــ ــوات") == _bare("قصف مدفعي وقوات")


def test_a_word_that_texts_introduce_as_a_place_is_told_apart_from_other_rare_words() -> None:
    found = alike("Shells fell on the village of Velmara.", *_OTHERS, "Mourning in Velmara today.")
    best = next(one for one in found if (one.a, one.b) == ("d0", "d4"))
    assert (best.place, best.words) == (2, 0)


def test_a_name_of_a_place_in_two_scripts_is_one() -> None:
    found = alike("Shells fell on the village of Kalmaran.", *_OTHERS, "قصف على بلدة كلمران")
    assert [one.place for one in found if (one.a, one.b) == ("d0", "d4")] == [2]
