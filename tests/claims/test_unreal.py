"""Harm that nobody alleges is set aside with its reason, and real harm beside it is not."""

import pytest

from harmtrace.language.unreal import Unreal
from harmtrace.records.claim import Casualty
from tests.reading import read_text


def _read(text: str) -> tuple[list[int | None], set[str]]:
    language = "ar" if any("\u0620" <= letter <= "\u064a" for letter in text) else "en"
    reading = read_text(text, published="2021-05-04", language=language)
    counts = [c.count.low for c in reading.claims if isinstance(c, Casualty)]
    return counts, {one.reason for one in reading.set_aside}


@pytest.mark.parametrize(
    "text",
    [
        "In her new novel, a raid on a village kills twelve people.",
        "The play ends with three soldiers dead on the stage.",
        "In the second chapter, two brothers are shot dead at a ford.",
        "The game lets players kill hundreds of civilians; in one mission 40 hostages die.",
        "A short story by Irsa Dolm about a drone strike that killed nine people won the prize.",
        "Irsa Dolm's new novel is set in the hills. Forty villagers die before the soldiers leave.",
        "The fictional attack killed 30 people.",
        "في روايتها الجديدة تقتل غارة اثني عشر شخصاً في قرية.",
        "تحكي الرواية عن غارة قتلت 12 شخصاً.",
        "تنتهي المسرحية بمقتل ثلاثة جنود على الخشبة.",
        "في الحلقة الأولى من المسلسل تقتل قنبلة ستة أشخاص في عرس.",
    ],
)
def test_harm_in_a_plot_is_set_aside(text: str) -> None:
    counts, reasons = _read(text)
    assert counts == []
    assert Unreal.FICTION.value in reasons


@pytest.mark.parametrize(
    "text",
    [
        "In the exercise, 40 notional casualties were treated.",
        "The exercise simulated an attack on a market that killed 40 people.",
        "In an exercise in Ostrel on Tuesday, medics treated 40 notional casualties.",
        "In the war game, a missile strike killed 2,000 civilians in the capital.",
        'During the drill, 12 people were "killed" and 30 "wounded" on the quay.',
        "Under the scenario, a bomb kills 25 passengers.",
        "During the drill, volunteers played the wounded; rescuers carried out 40 casualties.",
        "حاكت المناورة هجوماً على سوق قتل فيه 40 شخصاً.",
        "في التمرين سقط 12 «قتيلاً».",
    ],
)
def test_harm_that_an_exercise_plays_is_set_aside(text: str) -> None:
    counts, reasons = _read(text)
    assert counts == []
    assert Unreal.EXERCISE.value in reasons


@pytest.mark.parametrize(
    "text",
    [
        "Halvin lost three players to injury before the final.",
        "Three players were injured in the match against Tarrin.",
        "The side lost five men to suspensions.",
        "أصيب ثلاثة لاعبين في المباراة أمام الاتحاد.",
    ],
)
def test_the_losses_of_a_team_are_set_aside(text: str) -> None:
    counts, reasons = _read(text)
    assert counts == []
    assert Unreal.SPORT.value in reasons


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("A film maker was killed with three others in a strike on Ostrel.", [1, 3]),
        ("An actor who starred in the film was killed with two others in a strike on Ostrel.", [1, 2]),
        ("Irsa Dolm was working on a novel. She was killed with two others when a shell hit her house.", [2]),
        ("The documentary film shows the raid that killed 12 people in Ostrel.", [12]),
        ("The play was interrupted when a rocket hit the theatre, killing 12 people.", [12]),
        ("In the latest episode of violence, six people were killed.", [6]),
        ("In the second chapter of the report, 14 deaths are listed.", [14]),
        ("The drill ground was hit, four killed.", [4]),
        ("A shell went astray during the exercise, killing four shepherds.", [4]),
        ("The war game assumed 2,000 dead. On 3 May 2021 a strike on Ostrel killed 4 people.", [4]),
        ("Four men faced mock executions and two were shot dead.", [2]),
        ("The match was interrupted by a strike that killed four players.", [4]),
        ("Twelve fans were injured in a stampede at the match.", [12]),
        ("The artillery unit lost five men on the ridge.", [5]),
        ("قُتل مخرج سينمائي وثلاثة آخرون في غارة على أوسترل.", [1, 3]),
        ("قتل أربعة أشخاص عندما سقطت قذيفة على السينما أثناء عرض الفيلم.", [4]),
        ("بحسب الرواية الرسمية قتل 12 شخصاً.", [12]),
        ("توقفت المباراة بعد غارة قتلت أربعة لاعبين.", [4]),
        ("قتل جنديان خلال تدريب عسكري.", [2]),
    ],
)
def test_real_harm_near_plots_drills_and_games_is_counted(text: str, counts: list[int]) -> None:
    assert _read(text)[0] == counts


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("The shell killed 40 head of cattle.", []),
        ("قتلت غارة 40 رأساً من الغنم.", []),
        ("قتلت غارة 12 بقرة و3 رعاة.", [3]),
        ("أصيبت خمسة أحصنة.", []),
    ],
)
def test_animals_are_no_casualties(text: str, counts: list[int]) -> None:
    assert _read(text)[0] == counts


def test_sicknesses_and_disasters_count_as_the_vocabulary_says() -> None:
    assert _read("Cholera has killed 31 people in the camp since May.")[0] == [31]
    assert _read("An earthquake killed 2,000 people in the valley.")[0] == [2000]


def test_the_people_of_a_plot_speak_in_no_other_sentence() -> None:
    text = (
        "In her new novel, a raid kills 40 people. The heroine loses two brothers in the first chapter.\n\n"
        "Dolm's cousin was killed in the strike on Ostrel on 3 May, she told the Post."
    )
    (claim,) = read_text(text, published="2021-05-04", source="The Valley Post").claims
    assert claim.speaker is None
