"""Laws of the grounder: what is accepted stands in the text, with its own number; all else is refused."""

from hypothesis import given
from hypothesis import strategies as st

from harmtrace.claims import ground
from harmtrace.language.places import Gazetteer
from harmtrace.records.claim import Reading
from harmtrace.records.proposal import Proposal, Proposed
from harmtrace.records.text import Document, Sha256
from tests.reading import gazetteer

PLACES: Gazetteer = gazetteer()
NOTHING = Reading(
    document="a", claims=(), accounts=(), set_aside=(), issues=(), reference=None, reference_why=""
)  # fmt: skip


def grounded(text: str, *proposals: Proposal) -> Proposed:
    one = Document(id="a", text=text, sha256=Sha256("0"))
    return ground(one, proposals, engine="llm", version="1", reading=NOTHING, gazetteer=PLACES)


@given(st.integers(1, 20_000), st.integers(1, 20_000))
def test_a_number_is_accepted_where_the_words_say_it_and_nowhere_else(said: int, proposed: int) -> None:
    text = f"Residents of Ostrel said that {said} people were killed."
    one = Proposal(quote=f"{said} people were killed", outcome="killed", low=proposed, high=proposed)
    assert bool(grounded(text, one).suggestions) == (said == proposed)


@given(st.integers(0, 21), st.text(min_size=1, max_size=3))
def test_a_quote_with_anything_put_in_is_refused_unless_it_is_unseen(at: int, extra: str) -> None:
    text = "Residents of Ostrel said that 137 people were killed."
    quote = "137 people were killed"
    changed = quote[:at] + extra + quote[at:]
    for one in grounded(text, Proposal(quote=changed, outcome="killed", low=137, high=137)).suggestions:
        assert text[one.claim.start : one.claim.end] == one.claim.quote == quote
        assert not any(char.isalnum() for char in extra)


@given(st.text(max_size=60), st.text(max_size=20), st.integers(-5, 10**12), st.integers(-5, 10**12))
def test_no_text_and_no_proposal_break_it_and_nothing_is_lost(text: str, quote: str, low: int, high: int) -> None:
    some = [
        Proposal(quote=quote, outcome="killed", low=low, high=high),
        Proposal(quote=text[:20], outcome="killed", low=None, high=None, speaker=quote, where=quote),
    ]
    found = grounded(text, *some)
    assert len(found.suggestions) + len(found.refusals) == len(some)
    for one in found.suggestions:
        assert text[one.claim.start : one.claim.end] == one.claim.quote
        assert one.claim.start <= one.claim.number_end
