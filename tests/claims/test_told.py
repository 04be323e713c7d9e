"""What a text tells of an event of which it makes no claim."""

from tests.reading import read_text


def accounts(text: str) -> list[tuple[str | None, tuple[str, ...], frozenset[str]]]:
    found = read_text(text, published=None)
    assert found.claims == ()
    return [(one.when, one.place_names, one.causes) for one in found.accounts]


def test_a_strike_without_a_number_is_told_with_its_place() -> None:
    assert accounts("Warplanes carried out an airstrike on the village of Brae Velm on 4 May 2021.") == [
        ("2021-05-04", ("Brae Velm",), frozenset({"airstrike"}))
    ]


def test_shelling_in_arabic_is_told_with_its_hashtag() -> None:
    (one,) = accounts("#عاجل\nقصف مدفعي يستهدف بلدة #دلبون الآن")
    assert one[1] == ("#دلبون",)


def test_a_text_without_any_event_tells_nothing() -> None:
    assert accounts("The council of Brae Velm met on 4 May 2021 and spoke of roads.") == []
