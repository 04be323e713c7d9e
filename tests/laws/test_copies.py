"""Laws of copies: order does not matter, passages hold equal words, families part the texts."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from harmtrace.copies import find
from harmtrace.copies.words import fold, found
from harmtrace.records.text import Document, Sha256

_WORDS = ["reed", "Barge", "mud", "gun", "«قال»", "lamp.", "oar,", "“salt", "tide”", "7", "bodies", "eel", "net", "the"]
_SENTENCES = st.lists(
    st.lists(st.sampled_from(_WORDS), min_size=4, max_size=14).map(" ".join), min_size=3, max_size=6, unique=True
)


@st.composite
def collections(draw: st.DrawFn) -> list[Document]:
    """Return documents that are put together from one stock of sentences."""
    stock = draw(_SENTENCES)
    texts = draw(st.lists(st.lists(st.sampled_from(stock), max_size=8), min_size=1, max_size=7))
    days = st.sampled_from([None, "2031-01", "2031-01-02", "2031-01-03"])
    outlets = st.sampled_from([None, "Tern Wire", "Selle Post"])
    return [
        Document(
            id=f"d{n}",
            text=draw(st.sampled_from([". ", "\n", ".\n\n"])).join(text),
            sha256=Sha256(""),
            published=draw(days),
            source=draw(outlets),
        )
        for n, text in enumerate(texts)
    ]


@settings(max_examples=60, deadline=None)
@given(collections(), st.randoms(use_true_random=False))
def test_the_result_does_not_depend_on_the_order_of_the_documents(documents: list[Document], chance: Random) -> None:
    turned = chance.sample(documents, k=len(documents))
    assert find(documents) == find(turned) == find(documents[::-1])


@settings(max_examples=60, deadline=None)
@given(collections())
def test_a_passage_holds_the_same_words_in_both_texts(documents: list[Document]) -> None:
    texts = {d.id: d.text for d in documents}
    for relation in find(documents)[0]:
        assert relation.passages
        for p in relation.passages:
            in_a = [fold(w) for w in found(texts[relation.a][p.a_start : p.a_end])]
            in_b = [fold(w) for w in found(texts[relation.b][p.b_start : p.b_end])]
            assert in_a == in_b
            assert len(in_a) >= 5


@settings(max_examples=60, deadline=None)
@given(collections())
def test_families_part_the_texts(documents: list[Document]) -> None:
    relations, families, _ = find(documents)
    members = [m for f in families for m in f.members]
    assert len(members) == len(set(members))
    assert all(len(f.members) >= 2 and f.first in f.members for f in families)
    assert set(members) <= {m for r in relations for m in (r.a, r.b)}


@settings(max_examples=60, deadline=None)
@given(collections())
def test_a_pair_of_texts_has_one_relation_at_most(documents: list[Document]) -> None:
    pairs = [frozenset((r.a, r.b)) for r in find(documents)[0]]
    assert len(pairs) == len(set(pairs))
    assert all(len(p) == 2 for p in pairs)
