"""Positions and blame read by frames: who, what was done, and how it is said."""

import pytest

from tests.reading import flat, read_text

_BEFORE = "Shells killed nine people in Oria on 3 May 2019. "


def stated(text: str) -> list[str]:
    """Return the positions and the parties blamed in a text."""
    rows = [flat(claim) for claim in read_text(_BEFORE + text, published="2019-05-04", source="Test Wire").claims]
    return [
        str(row["position"]) if row["kind"] == "position" else f"blames {row['blamed'] or row['cause']}"
        for row in rows
        if row["kind"] in ("position", "blame")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army said that none of its columns had been in the valley.", "responsibility_denied"),
        ('The rebel commander said his fighters had "never set foot" in the town.', "responsibility_denied"),
        ('The army called the report "pure invention".', "responsibility_denied"),
        ("The general staff said on Friday that its gunners had been nowhere near.", "responsibility_denied"),
        ("A navy spokesman dismissed the fishermen's accusations.", "responsibility_denied"),
        ("The army said that the shells were not ours.", "responsibility_denied"),
        ("The air force said that it owned the mistake.", "responsibility_accepted"),
        ("The coalition apologised for the strike on the mill.", "responsibility_accepted"),
        ("The rebel front said that its men had planted the device.", "responsibility_accepted"),
        ("The complaint that the villagers lodged was well founded, the army said.", "credible"),
        ("The army said it had found nothing to support the allegation.", "non_credible"),
        ("The army said it had received no reports of civilian harm.", "not_aware"),
        ("A board of inquiry was convened by the air force on Friday.", "investigation_opened"),
        ("The prosecutor said that he had opened a preliminary inquiry.", "investigation_opened"),
        ("The mission said it was looking into the conduct of its patrol.", "under_review"),
        ("The army conceded: we did strike a house in that street.", "strike_acknowledged"),
    ],
)
def test_a_position_is_read_in_whichever_frame_it_stands(text: str, expected: str) -> None:
    assert expected in stated(text)


@pytest.mark.parametrize(
    "text",
    [
        "The army has yet to comment.",
        "Villagers called for a board of inquiry.",
        "The army did not answer our calls.",
        "It didn't take long for the smoke to clear.",
        "A student was studying accounting at the college.",
        "That figure is one nobody here has been able to check.",
        "The clinic apologised for the long queue.",
        "The mayor owned the mill.",
    ],
)
def test_no_position_is_read_where_none_is_taken(text: str) -> None:
    assert stated(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A herders' union insists that the army opened fire on the crowd.", "blames army"),
        ("A grocer swore that it was volunteers from the next valley.", "blames volunteers from the next valley"),
        ('The ministry attributed the attack to "the separatist militia".', "blames separatist militia"),
        ("The mayor blamed a gunboat of the river fleet for it.", "blames gunboat of the river fleet"),
        ("An adviser said the mill had been hit by a falling interceptor.", "blames a falling interceptor"),
        ("The navy said a drifting mine had sunk the boat.", "blames a drifting mine had sunk the boat"),
        ("Elders say the blast was the work of the border guards.", "blames border guards"),
        ("The elders hold the local police responsible.", "blames local police"),
        ("The mayor pointed the finger at the rebels.", "blames rebels"),
    ],
)
def test_a_party_or_a_cause_is_blamed_in_whichever_frame_it_stands(text: str, expected: str) -> None:
    assert expected in stated(text)


@pytest.mark.parametrize(
    "text",
    [
        "It was the worst attack on the town since the spring.",
        "He did not say who did it.",
        "The army knew of no mill hit by our guns.",
        "Nobody knows who was behind it.",
        "The union said the crowd went home at noon.",
    ],
)
def test_nobody_is_blamed_where_no_party_is_named(text: str) -> None:
    assert not [one for one in stated(text) if one.startswith("blames")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The air force acknowledged that one of its bombs had gone astray.", "responsibility_accepted"),
        ("The army insisted that no shells had been fired from its positions.", "responsibility_denied"),
        ("The coalition assessed that civilians were likely killed.", "credible"),
        ("The ministry said a committee had been formed to investigate the deaths.", "investigation_opened"),
        ("The navy confirmed it had sunk a boat.", "strike_acknowledged"),
        ("Elders blamed the attack on bandits.", "blames bandits"),
        ("Witnesses recognised the attackers as members of the presidential guard.", "blames presidential guard"),
    ],
)
def test_more_frames_are_read(text: str, expected: str) -> None:
    assert expected in stated(text)


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("Some 300 families have no way out of the valley.", 300),
        ("Forty patients were asleep in the ward.", 40),
        ("An estimated 12,000 people live within range of the guns.", 12_000),
        ("Some 600 families are camping around the barracks.", 600),
        ("Some 600 sheep are camping around the barracks.", None),
        ("Some 600 people live in the valley, by the last census.", None),
    ],
)
def test_people_at_risk_are_counted(text: str, low: int | None) -> None:
    rows = [flat(claim) for claim in read_text(_BEFORE + text, published="2019-05-04", source="Test Wire").claims]
    assert [row["low"] for row in rows if row["kind"] == "exposure"] == ([] if low is None else [low])
