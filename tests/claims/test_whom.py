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
