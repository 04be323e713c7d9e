"""Whence fire came, where the wounded lie, who is named at the end of a headline, and numbers that count nobody; texts of our own."""

import pytest

from harmtrace.records.claim import Casualty, Step
from tests.reading import read_text

_SHELL = "A shell fell on a yard in Ostrel on Monday, killing four potters. "


def _counts(text: str, language: str = "en") -> list[Casualty]:
    return [
        claim
        for claim in read_text(text, published="2021-06-09", language=language).claims
        if isinstance(claim, Casualty)
    ]


def _said(text: str, language: str = "en") -> list[tuple[str, int | None, str | None]]:
    return [(claim.outcome.value, claim.count.low, claim.where) for claim in _counts(text, language)]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("A mortar round fired from a farm east of Tollen landed in Ostrel on Monday, killing four potters.", "Ostrel"),
        ("Rockets that came from Tollen killed four potters in Ostrel on Monday.", "Ostrel"),
        ("On Monday four potters were killed in Ostrel by shells launched from positions near Tollen.", "Ostrel"),
        ("Four potters who had come from Tollen were killed at the market in Ostrel on Monday.", "Ostrel"),
        ("Troops took fire from Tollen and shelled it on Monday, killing four potters.", "Tollen"),
        ("Fifteen wounded were lying in Tollen's main square after the blast on Monday. Four people died.", "Tollen"),
        ("A family came from Tollen. Its house there was shelled on Monday and four people were killed.", "Tollen"),
    ],
)
def test_fire_falls_where_it_is_said_to_fall_and_not_whence_it_came(text: str, where: str) -> None:
    assert {claim.where for claim in _counts(text)} == {where}


@pytest.mark.parametrize(
    "behind",
    [
        "Five others lie wounded in Tollen.",
        "Five people were wounded and were driven to the provincial capital, Tollen.",
        "Five others were hurt and taken to a clinic in Tollen.",
        "Five more died before the lorry reached a clinic in Tollen.",
    ],
)
def test_where_the_wounded_lie_is_not_where_they_were_harmed(behind: str) -> None:
    assert {where for _, _, where in _said(_SHELL + behind)} == {"Ostrel"}


def test_a_place_where_people_were_harmed_behind_is_their_own() -> None:
    assert _said(_SHELL + "Five others were wounded in Tollen.")[-1] == ("injured", 5, "Tollen")


@pytest.mark.parametrize(
    "text",
    [
        "أطلقت الميليشيا عصر أمس قذيفة هاون عيار 120 من مزرعة شرق قرية أم نخلة فسقطت في حي السدرة، ما أدى إلى مقتل 12 مدنياً.",
        "قُتل 12 مدنياً في حي السدرة بصواريخ أطلقتها القوات من مواقعها في قرية أم نخلة.",
        "ارتفع عدد القتلى في حي السدرة إلى 12 قتيلاً، وتم تحويل الجرحى لمستشفى أم نخلة.",
        "قُصف حي السدرة أمس. وبعد مراجعة سجلات مستشفى أم نخلة بلغ عدد القتلى 12 قتيلاً.",
    ],
)
def test_arabic_fire_and_hospitals_are_not_where_the_dead_fell(text: str) -> None:
    assert {where for outcome, _, where in _said(text, "ar") if outcome == "killed"} == {"حي السدرة"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("FLASH - Guard post opens fire on bus in Ostrel, at least two killed: passenger", "passenger"),
        ("Shells hit Ostrel kitchen, at least 13 dead: volunteers, medics", "volunteers, medics"),
        ("Two men came through it. Their accounts agree: 12 people died and six were wounded.", None),
        ("Red Crescent on the mill fire: seven bodies", "Red Crescent"),
        ("A resident of the Ostrel quarter on the phone: at least three dead", "A resident of the Ostrel quarter"),
        ("A first report on Monday spoke of two dead.", None),
        (
            "The ministry of health in Ostrel, which is run by the rebels, counted 21 dead that day.",
            "The ministry of health in Ostrel",
        ),
    ],
)
def test_who_speaks_is_one_and_no_half_sentence(text: str, speaker: str | None) -> None:
    assert {claim.speaker for claim in _counts(text)} == {speaker}


def test_who_raised_a_count_gave_the_next_one_too() -> None:
    text = (
        "The bomb struck Ostrel on Monday. The Meridian agency has put the dead at 19. The ministry of health in Ostrel, which is run by the rebels, counted 21 that day; on Saturday it raised its "
        "count to 22, because a boy of twelve had died of his wounds in Tollen, and gave the number of injured as 32."
    )
    counted = {claim.count.low: claim.speaker for claim in _counts(text) if claim.count.low != 1}
    assert counted == {19: "The Meridian agency", **dict.fromkeys((21, 22, 32), "The ministry of health in Ostrel")}


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        (_SHELL + "Five others were hurt. For the society: the secretary, membership no. 0117", "en", [4, 5]),
        (_SHELL + "Every one of the dead was a potter.", "en", [4]),
        (
            'The army said that it had "bombed a rocket team, killing all 11 fighters present", and a spokesman would say no more.',
            "en",
            [11],
        ),
        (_SHELL + "He said that 20 people had been taken away hurt.", "en", [4, 20]),
        ("A lorry was hit near Ostrel. All sixteen men on board were fighters and were killed.", "en", [16]),
        (
            "بعد مطابقة كشوفات الدفن مع الأسر اتضح أن ثلاثة أسماء انكتبت مرتين. العدد الصحيح للشهداء 21 شهيداً.",
            "ar",
            [21],
        ),
        ("قُصف حي السدرة. أحصى متطوعو الغرفة 18 قتيلاً و30 جريحاً.", "ar", [18, 30]),
    ],
)
def test_only_what_counts_people_is_a_count(text: str, language: str, found: list[int]) -> None:
    assert [low for _, low, _ in _said(text, language)] == found


def test_a_man_said_to_be_a_fighter_and_killed_is_one() -> None:
    (one,) = _counts("A lorry was hit near Ostrel. All sixteen men on board were fighters and were killed.")
    assert one.who.value == "combatant"


def test_those_told_one_by_one_behind_a_colon_are_parts_though_the_hurt_stand_between() -> None:
    text = "Eight people of one household in Ostrel were killed on Monday and four were hurt, a neighbour says: a grandmother, two of her sons, their wives and three children were carried out dead."
    dead = [claim for claim in _counts(text) if claim.outcome.value == "killed"]
    assert [claim.step for claim in dead] == [Step.TOTAL, *[Step.PART] * (len(dead) - 1)]
    assert len(dead) > 2


def test_a_place_that_a_body_is_called_after_is_not_where_it_was() -> None:
    assert _said(
        "Sunday, Ostrel. Eight (the Courier) or nine (Tollen resistance committee) killed in a house in Ostrel. Four to six wounded."
    )[-1] == ("injured", 4, "Ostrel")


def test_one_who_died_for_a_count_to_grow_is_in_it() -> None:
    text = _SHELL + "On Friday the council raised its count to 22, because a boy of twelve had died of his wounds."
    assert [claim.step for claim in _counts(text)][-1] is Step.PART
    text = _SHELL + "On Friday the council raised its alarm, because a boy of twelve had died of his wounds."
    assert [claim.step for claim in _counts(text)][-1] is not Step.PART


def test_a_headline_that_shortens_a_place_is_of_the_event_of_the_body_with_its_count() -> None:
    text = "Four potters shot dead at Ostrel checkpoint\n\nFour potters were killed and three wounded at the Ostrel Bridge checkpoint on Monday, a driver said."
    found = _counts(text)
    assert len({claim.event for claim in found}) == 1


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وكان مدير مكتب الصحة قد صرّح يوم الواقعة: «بلغ عدد القتلى اثني عشر مدنياً».", "مدير مكتب الصحة"),
        ("لم نجد من يؤكد كلامه أو ينفيه: قُتل أربعة صيادين.", None),
    ],
)
def test_an_arabic_speaker_is_no_day_and_nobody_s_words(text: str, speaker: str | None) -> None:
    assert {claim.speaker for claim in _counts(text, "ar")} == {speaker}


def test_fighters_killed_near_a_town_by_which_the_text_said_where_it_was_are_of_the_same_raid() -> None:
    text = (
        "A raid near Raqqa leaves two stories\n\nA bomb fell on a camp outside Mansoura, west of Raqqa, on Saturday. Eight beekeepers were killed, the owner of the field said.\n\n"
        'The coalition announced that it had "destroyed a rocket team in the vicinity of Raqqa, killing all 11 fighters present".'
    )
    assert len({claim.event for claim in _counts(text)}) == 1


def test_more_that_make_up_a_total_told_before_with_an_early_count_are_in_it() -> None:
    text = _SHELL + "A first report spoke of two dead; the driver says that two more died on the floor of the bus."
    assert [claim.step for claim in _counts(text)][-1] is Step.PART
    text = _SHELL + "A first report spoke of three dead; the driver says that two more died on the floor of the bus."
    assert [claim.step for claim in _counts(text)][-1] is Step.INCREMENT
