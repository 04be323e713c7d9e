"""English attribution: who says what."""
# ruff: noqa: E501 - tables read better on long lines

import pytest

from harmtrace.language.english.chunks import chunk
from harmtrace.language.english.speech.reading import speeches
from harmtrace.language.english.speech.voices import voice
from harmtrace.language.tokens import tokenise


def _names(text: str) -> list[str]:
    tokens = tokenise(text, 0, len(text))
    found = speeches(tokens, chunk(tokens, {}))
    return [text[tokens.starts[s.np_start] : tokens.ends[s.np_end - 1]] for s in found if s.np_end > s.np_start]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Residents said 137 people died.", ["Residents"]),
        ("Forty people died, according to a surgeon.", ["a surgeon"]),
        ("Forty people died, the town's mayor said.", ["the town's mayor"]),
        ('"We buried 27 people," said Lena Brask.', ["Lena Brask"]),
        ("Elders who carried the dead to the gate said 12 were farmers.", ["Elders who carried the dead to the gate"]),
        ("Its spokesman, Nadir Osh, told reporters that nine died.", ["Nadir Osh"]),
        (
            "Forty bodies were found, the Meridian reported, citing the civil defence chief.",
            ["the Meridian", "the civil defence chief"],
        ),
        ("The Harbour Committee put the toll at 44 dead.", ["The Harbour Committee"]),
        ("Regional governor: 27 dead.", ["Regional governor"]),
        ("The health office's figure is 15.", ["The health office's"]),
        ("Cholera claimed 28 lives in May.", []),
        ("The reports of deaths came late.", []),
    ],
)
def test_the_speaker_is_found(text: str, names: list[str]) -> None:
    assert _names(text) == names


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("residents", "people"), ("the health ministry", "health"), ("the civil defence", "civil_defence"), ("the Harbour Observatory", "monitor"),
        ("the army", "military"), ("the interior ministry", "government"), ("state television", "media"), ("unconfirmed reports", "hearsay"), ("a doctor", "people"),
    ],
)  # fmt: skip
def test_a_name_tells_what_sort_of_voice_it_is(name: str, kind: str) -> None:
    assert voice(name).value == kind
