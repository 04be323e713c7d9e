"""Every language phenomenon of casualty reports that English has is read as it is meant."""

import pytest

from tests.claims.phenomena_english import ROWS, SOMEBODY, Row
from tests.fields import Field, Fields, same_words
from tests.reading import flat, read_text


@pytest.mark.parametrize("case", ROWS, ids=lambda case: case.id)
def test_the_phenomenon_is_read_as_it_is_meant(case: Row) -> None:
    found = [flat(claim) for claim in read_text(case.text, published=case.published).claims]
    casualties = [fields for fields in found if fields["kind"] == "casualty"]
    if case.never_asserted:
        assert all(fields["modality"] != "asserted" for fields in casualties)
        return
    wanted = sorted(case.expected, key=lambda fields: fields["kind"] != "casualty")
    unused = list(found)
    for want in wanted:
        answer = next((fields for fields in unused if _answers(fields, want)), None)
        assert answer is not None, f"missing {want}; found {found}"
        unused.remove(answer)
    extra = [fields for fields in unused if fields["kind"] == "casualty"]
    assert not extra, f"invented {extra}"


def _answers(found: Fields, want: Fields) -> bool:
    return all(_field_answers(name, found.get(name), value) for name, value in want.items())


def _field_answers(name: str, found: Field, want: Field) -> bool:
    if want == SOMEBODY:
        return found is not None
    if name in ("speaker", "via", "where", "blamed", "cause"):
        return same_words(_text(found), _text(want))
    return found == want


def _text(value: Field) -> str | None:
    return None if value is None else str(value)


def test_every_row_that_english_has_is_tested() -> None:
    arabic_only = {3, 111, 112, 113, 114}
    assert {int(case.id[4:7]) for case in ROWS} == set(range(1, 121)) - arabic_only
