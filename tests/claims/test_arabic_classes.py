"""Places, days, speakers, scopes, counts and stances in Arabic, each as a class of causes: invented texts in tables."""

import pytest

from tests.claims import arabic_classes as rows
from tests.fields import Fields
from tests.reading import flat, read_text


def _claims(text: str, published: str | None) -> list[Fields]:
    return [flat(claim) for claim in read_text(text, published=published, language="ar").claims]


def _counted(claims: list[Fields], words: str) -> Fields:
    found = [claim for claim in claims if claim["kind"] == "casualty" and words in str(claim["quote"])]
    assert found, f"no count of {words!r} in {[claim['quote'] for claim in claims]}"
    return found[0]


def _same(found: object, expected: object) -> bool:
    """Tell whether a name holds the words that are expected; a longer one says the same."""
    if expected is None or found is None:
        return found is expected
    return str(expected).replace("#", "") in str(found)


@pytest.mark.parametrize(("text", "published", "expected"), rows.WHERE)
def test_a_count_has_the_narrowest_place_named_for_the_harm(
    text: str, published: str | None, expected: tuple[tuple[str, object], ...]
) -> None:
    claims = _claims(text, published)
    for words, where in expected:
        assert _same(_counted(claims, words)["where"], where), (_counted(claims, words)["where"], where)


@pytest.mark.parametrize(("text", "published", "expected"), rows.WHEN)
def test_a_count_has_the_day_of_its_event(
    text: str, published: str | None, expected: tuple[tuple[str, object], ...]
) -> None:
    claims = _claims(text, published)
    for words, when in expected:
        assert _counted(claims, words)["when"] == when


@pytest.mark.parametrize(("text", "published", "expected"), rows.SPEAKER)
def test_a_count_has_the_speaker_who_vouches_for_it(
    text: str, published: str | None, expected: tuple[tuple[str, object], ...]
) -> None:
    claims = _claims(text, published)
    for words, speaker in expected:
        assert _same(_counted(claims, words)["speaker"], speaker), (_counted(claims, words)["speaker"], speaker)
