"""Laws of reading: whatever the text, a claim is exactly its words, ids differ, and reading twice gives the same."""
# ruff: noqa: E501 - tables read better on long lines

from hypothesis import given, settings
from hypothesis import strategies as st

from harmtrace.claims import read
from harmtrace.language.english.grammar import English
from harmtrace.language.grammar import Before
from harmtrace.language.places import Gazetteer
from harmtrace.language.zones import mark
from harmtrace.records.claim import Casualty
from harmtrace.records.text import Document, Sha256

GAZETTEER = Gazetteer.of([])
FRAGMENTS = st.sampled_from(
    [
        "Residents said ", "at least 40 people ", "were killed ", "killed ", "137 civilians", " and wounded ", "two children", ", including ", "a strike ", "on 17 March ", "in Ostrel", ". ", "\n",
        "“We buried 27 people,” ", "said Ali. ", "The toll rose to ", "31 from 24", "no one ", "not one civilian ", "dozens ", "between 8 and 11 ", "15-20 ", "bodies ", "of them ", "the army denied ", "reports ", "that ", "; ",
        "(61)", ", 71, ", "Lena Brask", " was among the dead", "In a separate attack ", "since January ", "Killed: 7 ", "aged 4, 7 and 12 ", "half a million ", "none ", "“", "\"", "’s ", "1,240 ", "£5 ", "14:32 ", "of ", "survived ",
        "his wife ", "more ", "a ", "the ", "@", "…", "é", "٣", "\u202e", "\x00", "million", "dead", "coalition ", "blamed ", "an inquiry was opened ", "trapped ",
    ]
)  # fmt: skip


def _document(text: str) -> Document:
    return Document(id="d", text=text, sha256=Sha256("0"), published="2021-06-09", zones=mark(text))


@settings(max_examples=400, deadline=None)
@given(st.lists(FRAGMENTS, min_size=1, max_size=40).map("".join))
def test_a_claim_is_exactly_its_words(text: str) -> None:
    reading = read(_document(text), gazetteer=GAZETTEER)
    for claim in reading.claims:
        assert 0 <= claim.start < claim.end <= len(text)
        assert claim.quote == text[claim.start : claim.end]
        if isinstance(claim, Casualty):
            assert claim.start <= claim.number_start < claim.number_end <= claim.end
    for number in reading.set_aside:
        assert number.quote == text[number.start : number.end]
    assert len({claim.id for claim in reading.claims}) == len(reading.claims)


@settings(max_examples=100, deadline=None)
@given(st.lists(FRAGMENTS, min_size=1, max_size=30).map("".join))
def test_reading_twice_gives_the_same(text: str) -> None:
    assert read(_document(text), gazetteer=GAZETTEER) == read(_document(text), gazetteer=GAZETTEER)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_no_text_breaks_the_grammar(text: str) -> None:
    read(_document(text), gazetteer=GAZETTEER)
    if text.strip():
        English().read(text, 0, len(text), dates=(), known=(), before=Before(bodies=True, deaths=True))


@settings(max_examples=100, deadline=None)
@given(st.lists(FRAGMENTS, min_size=1, max_size=30).map("".join))
def test_events_of_claims_are_accounts(text: str) -> None:
    reading = read(_document(text), gazetteer=GAZETTEER)
    events = {account.event for account in reading.accounts}
    assert events == set(range(len(reading.accounts)))
    assert {claim.event for claim in reading.claims if claim.event is not None} <= events
