"""English positions and blame: what words state."""

import pytest

from harmtrace.language.english.stances import blames, positions


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("The coalition said it was looking into the reports.", ["under_review"]),
        ("It was aware of the allegations.", ["under_review"]),
        ("The army has opened an inquiry into the raid.", ["investigation_opened"]),
        ("A formal assessment has been opened.", ["assessment_opened"]),
        ("That account was assessed to be credible.", ["credible"]),
        ("The allegation was found to be not credible.", ["non_credible"]),
        ("The army denied shelling the market.", ["responsibility_denied"]),
        ("We did not fly there, the air force said.", ["responsibility_denied"]),
        ("The coalition had no information on any strike near the ford.", ["not_aware"]),
        ("The military confirmed that it had bombed a depot.", ["strike_acknowledged"]),
        ("We take full responsibility for those deaths.", ["responsibility_accepted"]),
        ("An investigation should show whether the reports are credible.", []),
        ("The market opened at nine.", []),
    ],
)
def test_words_state_a_position(text: str, stated: list[str]) -> None:
    assert [p.stated.value for p in positions(text, 0, len(text))] == stated


@pytest.mark.parametrize(
    ("text", "blamed"),
    [
        ("Neighbours blamed the U.S.-led coalition for the deaths.", ["U.S.-led coalition"]),
        ("The Front accused the army of shelling the market.", ["army"]),
        ("They hold the Kessary Front responsible.", ["Kessary Front"]),
        ("The mayor said the army had fired the shells.", ["army"]),
        ("He said the mines were left by the militia.", ["militia"]),
        ("The league attributes it to the Kessary Front, a rebel group.", ["Kessary Front"]),
        ("He put the fire down to a gas bottle.", [None]),
        ("The coach blamed the weather.", []),
    ],
)
def test_words_blame_a_party(text: str, blamed: list[str | None]) -> None:
    assert [b.blamed for b in blames(text, 0, len(text))] == blamed
