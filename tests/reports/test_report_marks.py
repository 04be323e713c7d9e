import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from harmtrace.records.claim import SetAside
from harmtrace.records.text import Zone, ZoneKind
from harmtrace.reports.marks import Note, excerpt, marked_text
from tests.reports.page_checks import Page

TEXT = "Menu | More\nThree died, and <two> of them were children. Rain fell."


def note(start: int, end: int, number: int = 1) -> Note:
    return Note(start=start, end=end, anchor=f"c-{number}", number=number, says="killed: 3")


def words(source: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", re.sub(r'<a class="ref"[^>]*>\d+</a>', "", source)))


_SPAN = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 30)).map(
    lambda pair: (pair[0], min(pair[0] + pair[1], len(TEXT)))
)


@given(st.lists(_SPAN, max_size=6), st.lists(_SPAN, max_size=3), st.booleans())
def test_every_character_stands_once_whatever_overlaps(
    claims: list[tuple[int, int]], aside: list[tuple[int, int]], zoned: bool
) -> None:
    notes = [note(start, end, number) for number, (start, end) in enumerate(claims, start=1)]
    numbers = [
        SetAside(document="d", start=start, end=end, quote=TEXT[start:end], reason="a year") for start, end in aside
    ]
    zones = [Zone(start=0, end=11, kind=ZoneKind.MENU, why="links")] if zoned else []
    source = marked_text(TEXT, notes=notes, zones=zones, aside=numbers)
    page = Page(source)
    assert words(source) == TEXT
    assert page.faults == []
    assert sorted(page.ids) == sorted(one.anchor for one in notes)
    assert len(page.links) == len(notes)


def test_the_anchor_stands_on_the_marked_words() -> None:
    source = marked_text(TEXT, notes=[note(12, 22)], zones=[], aside=[])
    assert '<span class="c" id="c-1"><mark title="killed: 3">Three died</mark></span>' in source


def test_a_number_set_aside_shows_its_reason() -> None:
    aside = SetAside(document="d", start=0, end=4, quote="Menu", reason='no "harm"')
    assert 'title="set aside: no &quot;harm&quot;"' in marked_text(TEXT, notes=[], zones=[], aside=[aside])


def test_an_excerpt_is_the_sentence_around_the_words() -> None:
    found = excerpt(TEXT, 12, 22)
    assert (found.before, found.words, found.after) == ("", "Three died", ", and <two> of them were children.")


def test_a_very_long_sentence_is_cut_and_says_so() -> None:
    found = excerpt("a " * 1000 + "Three died" + " b" * 1000, 2000, 2010)
    assert found.words == "Three died"
    assert found.before.startswith("… ")
    assert found.after.endswith(" …")
    assert len(found.before) < 300
