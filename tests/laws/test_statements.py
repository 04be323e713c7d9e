"""Laws of reading statements: whatever the text, nothing breaks and every field has words in it."""

from hypothesis import given
from hypothesis import strategies as st

from harmtrace import statements

WORDS = st.sampled_from(
    (
        "March 4, 2031 near Dorra Syria via Airwars report . , : ; “ ” no strikes were conducted on that day it was "
        "assessed that three civilians killed and one injured insufficient evidence 4102/CS210 37SDA112233 duplicate "
        "16 Oct 31"
    ).split()
)


@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=40).map(" ".join)))
def test_every_field_that_is_stated_has_words_in_the_text(text: str) -> None:
    for one in statements.read(text, "any"):
        assert 0 <= one.start <= one.end <= len(text)
        for name, start, end in one.spans:
            assert getattr(one, name) is not None
            assert 0 <= start < end <= len(text)
            assert text[start:end] == text[start:end].strip()
