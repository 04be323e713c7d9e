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


@pytest.mark.parametrize(("text", "published", "expected"), rows.COUNT)
def test_a_count_is_of_whom_and_what_the_words_say(
    text: str, published: str | None, expected: tuple[tuple[str, tuple[object, ...]], ...]
) -> None:
    claims = _claims(text, published)
    for words, fields in expected:
        found = _counted(claims, words)
        names = ("outcome", "who", "low", "high", "scope", "modality")[: len(fields)]
        assert tuple(found[name] for name in names) == fields


@pytest.mark.parametrize(("text", "published", "expected"), rows.NONE)
def test_nobody_is_counted_who_came_to_no_harm(text: str, published: str | None, expected: object) -> None:
    assert [claim["quote"] for claim in _claims(text, published) if claim["kind"] == "casualty"] == []


@pytest.mark.parametrize(("text", "published", "expected"), rows.SCOPE)
def test_a_total_over_many_events_is_of_a_period(
    text: str, published: str | None, expected: tuple[tuple[str, object], ...]
) -> None:
    claims = _claims(text, published)
    for words, scope in expected:
        assert _counted(claims, words)["scope"] == scope


@pytest.mark.parametrize(("text", "published", "expected"), rows.POSITION)
def test_a_body_states_its_position(
    text: str, published: str | None, expected: tuple[tuple[str, tuple[str, str]], ...]
) -> None:
    claims = [claim for claim in _claims(text, published) if claim["kind"] == "position"]
    for words, (position, speaker) in expected:
        found = [claim for claim in claims if words in str(claim["quote"])]
        assert [claim["position"] for claim in found] == [position]
        assert _same(found[0]["speaker"], speaker)


@pytest.mark.parametrize(("text", "published", "expected"), rows.BLAME)
def test_blame_is_laid_on_a_party_by_a_speaker(
    text: str, published: str | None, expected: tuple[tuple[str, tuple[str, str | None]], ...]
) -> None:
    claims = [claim for claim in _claims(text, published) if claim["kind"] == "blame"]
    for words, (blamed, speaker) in expected:
        found = [claim for claim in claims if words in str(claim["quote"])]
        assert [claim["blamed"] for claim in found] == [blamed]
        assert _same(found[0]["speaker"], speaker)
