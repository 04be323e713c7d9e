"""Which place and day a count has: homes, letterheads, labels of lists, headings without a day. Invented texts."""

import pytest

from tests.fields import Fields
from tests.reading import flat, read_text


def claims(text: str, published: str, language: str = "en") -> list[Fields]:
    return [flat(claim) for claim in read_text(text, published=published, language=language).claims]


@pytest.mark.parametrize(
    "said",
    [
        "A single household, that of a baker from Dravik, buried five of its members.",
        "A trader from Halvin lost three sons.",
        "Two girls from Marl Bay were among the dead.",
    ],
)
def test_where_somebody_is_from_is_no_place_of_another_event(said: str) -> None:
    found = claims(f"A jet bombed the market of Ostrel on 3 May 2030, killing 38 people. {said}", "2030-05-12")
    assert {claim["where"] for claim in found} == {"Ostrel"}
    assert len(found) == 2


def test_the_town_of_a_letterhead_gives_way_to_the_place_that_the_letter_tells_of() -> None:
    text = (
        "KESSARY POLICE COMMAND\nPublic Relations Department, Halvin\n17 May 2030\n\n"
        "A story has it that the motor park at Ostrel was bombed from the air.\n\n"
        "On Tuesday 14 May a device went off at the motor park. Fifteen civilians lost their lives."
    )
    assert [claim["where"] for claim in claims(text, "2030-05-17")] == ["Ostrel"]


def test_an_item_of_a_list_has_the_day_of_its_label() -> None:
    text = (
        "Marl Radio | Wed 8 May 2030\n\nWhat we know tonight:\n\n"
        "* Ostrel (army shells, Thursday 2 May): burials are over. 26 people killed.\n"
        "* Halvin (drone, Monday): one of the five injured died last night in Sorrel Point. "
        "That brings the dead there to 4.\n"
        "* Dravik (rocket, Sunday): two more of the wounded died yesterday.\n"
    )
    found = [(claim["low"], claim["where"], claim["when"]) for claim in claims(text, "2030-05-08")]
    assert found == [
        (26, "Ostrel", "2030-05-02"),
        (1, "Halvin", "2030-05-06"),
        (4, "Halvin", "2030-05-06"),
        (2, "Dravik", "2030-05-05"),
    ]


@pytest.mark.parametrize("heading", ["May, day unknown: Dravik", "Undated: Dravik", "No day given: Dravik"])
def test_a_heading_without_a_day_opens_an_event_like_those_before_it(heading: str) -> None:
    text = (
        "Harm in May 2030\n\n2 May: Ostrel\n\nNine people were killed when shells fell on the village.\n\n"
        f"{heading}\n\nOne evening in May, she could not say which, a herder, his two wives and their four children "
        "were killed at their camp, the herder's sister told us. All seven were civilians."
    )
    found = claims(text, "2030-06-04")
    assert (found[0]["where"], found[0]["when"]) == ("Ostrel", "2030-05-02")
    assert {(c["where"], c["when"], c["scope"]) for c in found[1:]} == {("Dravik", "2030-05", "event")}
    assert found[-1]["low"] == 7


@pytest.mark.parametrize(
    "when", ["One night in June", "On some afternoon last month, nobody knows which,", "On a cold evening in June"]
)
def test_one_evening_of_a_month_is_one_event(when: str) -> None:
    text = f"{when} three women were killed in a field near Ostrel, villagers said."
    (found,) = claims(text, "2030-07-04")
    assert (found["scope"], found["when"]) == ("event", "2030-06")


@pytest.mark.parametrize(
    "blows",
    ["the two raids on the market of Ostrel", "both strikes on the school in Ostrel", "a double attack on a mill"],
)
def test_two_blows_on_one_thing_in_a_day_are_one_event(blows: str) -> None:
    text = f"The mayor announces that nineteen citizens were killed in {blows} on Wednesday 8 May 2030 at Ostrel."
    assert [(c["low"], c["scope"], c["when"]) for c in claims(text, "2030-05-09")] == [(19, "event", "2030-05-08")]


def test_blows_on_a_city_are_several_events() -> None:
    text = "Nineteen citizens were killed in the two raids on the city on Wednesday 8 May 2030."
    assert [c["scope"] for c in claims(text, "2030-05-09")] == ["period"]


def test_there_is_no_evidence_is_the_word_of_the_body_that_publishes_it() -> None:
    text = (
        "On 4 May 2030 our aircraft struck armed men at the market of Ostrel and killed 14 terrorists. "
        "There is no evidence that civilians were harmed."
    )
    assert "There is" not in {c["speaker"] for c in claims(text, "2030-05-06")}


def test_a_month_without_one_evening_is_a_period() -> None:
    (found,) = claims("In June 40 people were killed in Ostrel, the Network said.", "2030-08-04")
    assert found["scope"] == "period"


@pytest.mark.parametrize(
    "put_out",
    ["في بيان صدر أمس الجمعة في حلب", "في تصريح صادر من حلب", "خلال مؤتمر صحفي في حلب", "في تقرير نشرته في حلب"],
)
def test_the_town_of_a_statement_is_not_that_of_the_harm(put_out: str) -> None:
    text = f"أعلنت الشبكة، {put_out}، أنها تحققت من أسماء 38 مدنياً قُتلوا في القصف على إدلب يوم الثلاثاء 7 مايو."
    (found,) = claims(text, "2030-05-12", "ar")
    assert (found["low"], found["where"], found["when"]) == (38, "إدلب", "2030-05-07")


def test_a_post_that_takes_its_count_back_keeps_the_day_of_the_raid_and_the_new_count_its_place() -> None:
    text = (
        "عدسة الميناء | الثلاثاء 14 مايو 2030\n\nتصويب\n"
        "قلنا في منشور سابق إن غارة الأربعاء 8 مايو على إدلب قتلت 13 مدنياً. "
        "والعدد الصحيح هو 9 قتلى، أما الأربعة الباقون فهم جرحى ويُعالجون في حلب."
    )
    found = [c for c in claims(text, "2030-05-14", "ar") if c["outcome"] == "killed"]
    assert [(c["low"], c["modality"], c["where"], c["when"]) for c in found] == [
        (13, "denied", "إدلب", "2030-05-08"),
        (9, "asserted", "إدلب", "2030-05-08"),
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A jet bombed a bus in Thursday Market on Monday, killing six people, police said.", "en"),
        ("قصفت طائرة يوم الإثنين حافلة في بلدة سوق الخميس فقتلت ستة أشخاص.", "ar"),
    ],
)
def test_a_town_named_after_a_day_gives_no_day(text: str, language: str) -> None:
    found = claims(text, "2030-05-15", language)  # a Wednesday
    assert [claim["when"] for claim in found] == ["2030-05-13"]
