"""Whom a count is of where its own noun does not say, by what stands round it and before it; texts of our own."""

import pytest

from harmtrace.claims.whom import RULE
from harmtrace.records.claim import Casualty
from tests.reading import read_text


def counts(text: str) -> list[Casualty]:
    """Return the counts of a text, in order."""
    return [claim for claim in read_text(text, published="2021-06-09").claims if isinstance(claim, Casualty)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        # what is said of all of them
        ("A raid on Orvel left seven dead, all of them rebels, the army said.", "combatant"),
        ("The colonel admits five deaths, 'insurgents, every one'.", "combatant"),
        ("The clinic took in eight wounded, none older than twelve.", "civilian"),
        # a family
        ("A shell on Orvel killed 14 members of two families.", "civilian"),
        ("Six people died in Orvel, all of one household.", "civilian"),
        # the noun of a figure, a noun of two words
        ("He gave the number of herders killed in Orvel as 12.", "civilian"),
        ("He gave the number of raiders killed in Orvel as 12.", "combatant"),
        ("A mine killed three ranch hands near Orvel.", "civilian"),
        ("Police shot dead four cartel members in Orvel.", "combatant"),
        # a side's own
        ("The rebels said two of their own died in Orvel.", "combatant"),
        ("The army gave its own losses in Orvel as 31 killed.", "combatant"),
        ("The brigade said four of its men were wounded in Orvel.", "combatant"),
    ],
)
def test_the_words_round_a_count_say_whom_it_counts(text: str, who: str) -> None:
    assert [claim.who for claim in counts(text)] == [who]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Three shepherds were killed in Orvel. A further nine were wounded.", ["civilian", "civilian"]),
        ("Three soldiers were killed in Orvel. Another was wounded.", ["combatant", "combatant"]),
        (
            "Three soldiers and a teacher were killed in Orvel; 20 others were hurt.",
            ["combatant", "civilian", "unspecified"],
        ),
        ("A bomber killed himself and 19 others in Orvel.", ["combatant", "unspecified"]),
        ("Three shepherds were killed in Orvel. More than twenty were wounded.", ["civilian", "unspecified"]),
        ("Two women were shot in Orvel. One has since died.", ["civilian", "civilian"]),
        ("The guard was twenty militiamen. Seven of these died in Orvel.", ["combatant"]),
        (
            "The hospital of Orvel admitted 26 wounded, among them five girls. Two of them have died.",
            ["unspecified", "unspecified"],
        ),
        ("Nine people were killed in Orvel. Four of them were soldiers.", ["unspecified", "combatant"]),
    ],
)
def test_a_count_points_back_to_those_told_of_before(text: str, who: list[str]) -> None:
    assert [claim.who for claim in counts(text)] == who


def test_a_claim_so_given_to_others_carries_the_rule() -> None:
    (claim,) = counts("The colonel admits five deaths, 'insurgents, every one'.")
    assert RULE in claim.rules
    (claim,) = counts("A shell killed three teachers in Orvel.")
    assert RULE not in claim.rules


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("انفجر لغم بأطفال كانوا يلعبون في أورفيل، فقتل اثنين منهم.", ["civilian"]),
        ("المهاجمون أربعة، وقد قُتل اثنان منهم في أورفيل.", ["combatant"]),
        ("أوقعت الغارة على أورفيل ستة قتلى وسبعة جرحى، كلهم مدنيون.", ["civilian", "civilian"]),
    ],
)
def test_an_arabic_count_is_of_those_it_points_back_to(text: str, who: list[str]) -> None:
    assert [claim.who for claim in counts(text)] == who


@pytest.mark.parametrize(
    "text",
    [
        # said of all of them, but not what they are
        "قتل 17 شخصا في أورفيل، كلهم قتلهم الجنود.",
        "قتل 17 شخصا في أورفيل، جميعهم برصاص مسلحين.",
        "قتل 17 شخصا في أورفيل، جميعهم أعدمهم مسلحون.",
        "قتل 17 شخصا في أورفيل، جميعهم سقطوا أمام مقاتلين.",
        # those named last did it, or others are named beside them
        "قصف المتمردون حفل زفاف في أورفيل. قتل 14 منهم.",
        "شاهد الأطفال الجنود يمرون في أورفيل. قتل اثنان منهم.",
        "Rebels shelled a wedding in Orvel on Monday. All died; 14 of them were buried at dawn.",
        "Soldiers fired at a crowd in Orvel on Monday. Nine of them died.",
        "Police clashed with fighters as families fled Orvel. Six of them were killed.",
        "The children of Orvel watched soldiers pass. Two of them were killed.",
        "Refugees were held by rebels in Orvel. Three of them were killed.",
        # a side that is not the owner
        "Rebels raided the school of Orvel on Monday and killed 12 of its boys.",
        "The army bombed the town of Orvel; its dead: 40.",
        "Orvel was shelled by the army on Monday. The city's dead: 40.",
        "After the militia left, the village of Orvel counted its casualties: 12 dead.",
        "Army shells hit the bakery of Orvel; it lost 4 killed.",
        # a body that does not fight
        "The trading company lost 4 killed in Orvel.",
        "The women's group said two of its members were killed in Orvel.",
        # the noun of a figure in another clause, or beside another noun
        "The number of soldiers wounded rose as 12 people were killed in Orvel.",
        "The toll of rebels killed in Orvel, as well as farmers, was 19.",
    ],
)
def test_who_did_it_is_not_taken_for_who_was_hurt(text: str) -> None:
    assert "combatant" not in [claim.who for claim in counts(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Twelve soldiers were killed in Orvel. Two others died in hospital: a nurse and a baker.",
        "Twelve soldiers were killed in Orvel. Three more died in the bombing of a school.",
        "Twelve soldiers were killed in Orvel. Shells then killed another nine in a maternity ward.",
        "Twelve soldiers were killed in Orvel. A further 3 were killed in a market.",
        "Twelve soldiers were killed in Orvel. Seven others were injured, many of them shoppers.",
        "Twelve soldiers were killed in Orvel. Seven others were injured.",
        "Twelve soldiers were killed as a bomb hit the market of Orvel. Four others were killed.",
    ],
)
def test_others_are_fighters_only_where_nothing_tells_otherwise(text: str) -> None:
    assert [claim.who for claim in counts(text)][:2] == ["combatant", "unspecified"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Four soldiers were captured in Orvel. Two of them were later killed.", ["combatant"]),
        ("Government troops were in Orvel. They report two of their own killed by booby traps.", ["combatant"]),
        ("Military headquarters gives its own dead in Orvel as 26.", ["combatant"]),
        ("The toll of soldiers killed in Orvel stood at 19.", ["combatant"]),
        (
            "A bus burned. Later a militia volunteer was killed and another wounded in Orvel.",
            ["combatant", "combatant"],
        ),
        ("The strike in Orvel killed a rebel commander and four of his guards.", ["combatant", "combatant"]),
        ("Nine soldiers were killed in Orvel. A further four were killed on the road.", ["combatant", "combatant"]),
        ("قتل 17 شخصا في أورفيل، جميعهم مسلحون.", ["combatant"]),
        ("قتل 17 شخصا في أورفيل، جميعهم من المدنيين.", ["civilian"]),
    ],
)
def test_fighters_are_still_told_where_the_words_are_plain(text: str, who: list[str]) -> None:
    assert [claim.who for claim in counts(text)] == who
