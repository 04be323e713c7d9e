"""Laws of the ledger: any edit is found, every proof holds and no other one does."""

from collections.abc import Sequence
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harmtrace.errors import LedgerError
from harmtrace.ledger import Growing, Kept, Proofs, follow, leaf
from harmtrace.ledger.canonical import canonical, parsed
from harmtrace.ledger.holding import Holding
from harmtrace.ledger.tree import consistent, included
from harmtrace.records.entry import Act, Draft, Head, Rows

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=8,
)


@given(values)
def test_canonical_json_reads_back_to_the_same_form(value: object) -> None:
    assert canonical(parsed(canonical(value))) == canonical(value)


def _root(leaves: Sequence[bytes]) -> bytes:
    """Return the root as RFC 6962, section 2.1, defines it."""
    if not leaves:
        return sha256(b"").digest()
    if len(leaves) == 1:
        return sha256(b"\0" + leaves[0]).digest()
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return sha256(b"\1" + _root(leaves[:split]) + _root(leaves[split:])).digest()


@given(st.lists(st.binary(max_size=3), max_size=40))
def test_the_growing_root_is_that_of_the_definition(bodies: list[bytes]) -> None:
    leaves = [leaf(body) for body in bodies]
    assert Growing(leaves).root == _root(bodies)
    assert Proofs(leaves).root() == _root(bodies)


@pytest.mark.parametrize("size", [*range(1, 34), 64, 100])
def test_every_entry_can_be_proved_and_no_other_in_its_place(size: int) -> None:
    leaves = [leaf(bytes([number])) for number in range(size)]
    proofs = Proofs(leaves)
    for index in range(size):
        path = proofs.inclusion(index, size)
        assert included(leaves[index], index, size, path) == proofs.root()
        for other in {0, size // 2, size - 1} - {index}:
            assert included(leaves[other], index, size, path) != proofs.root()
            assert included(leaves[index], other, size, path) != proofs.root()
        assert included(leaves[index], index, size, [*path, leaves[0]]) is None
        assert not path or included(leaves[index], index, size, path[:-1]) is None


@pytest.mark.parametrize("new", [*range(1, 34), 64, 100])
def test_every_later_state_can_be_proved_to_begin_with_the_earlier(new: int) -> None:
    proofs = Proofs([leaf(bytes([number])) for number in range(new)])
    for old in range(1, new + 1):
        path = proofs.consistency(old, new)
        was, now = proofs.root(old), proofs.root(new)
        assert consistent(old, was, new, now, path)
        assert not consistent(old, leaf(b"?"), new, now, path)
        assert not consistent(old, was, new, leaf(b"?"), path)
        assert not consistent(old, was, new, now, [*path, was])
        assert old in (1, new) or not consistent(old - 1, was, new, now, path)


keys = st.integers(0, 2**53 - 1) | words
drafts = st.builds(
    Draft,
    act=st.sampled_from(Act),
    kind=words,
    says=st.dictionaries(words, values, max_size=2),
    private=st.dictionaries(words.filter(lambda word: word != "rows"), values, max_size=2),
    rows=st.lists(st.builds(Rows, table=words, first=keys, last=keys, root=words), max_size=2).map(tuple),
)


def _ledger(several: list[Draft]) -> list[Kept]:
    salts = iter(range(10**6))
    return list(
        follow(
            Head(),
            several,
            at="2030-01-01T00:00:00Z",
            clock="none",
            random=lambda many: next(salts).to_bytes(many, "big"),
        )
    )


def _held(several: Sequence[Kept], *, head: Head | None = None) -> Holding:
    holding = Holding()
    for kept in several:
        holding.add(kept.body, hashed=kept.hash, openings=kept.openings)
    holding.finish(holding.head if head is None else head)
    return holding


def _head(several: Sequence[Kept]) -> Head:
    return Head(n=len(several), hash=several[-1].hash.hex()) if several else Head()


@given(st.lists(drafts, max_size=5))
def test_a_ledger_that_nobody_touched_is_found_in_order(several: list[Draft]) -> None:
    made = _ledger(several)
    assert _held(made, head=_head(made)).head.n == len(several)
    for kept in made:
        assert canonical(parsed(kept.body)) == kept.body
        assert canonical(parsed(kept.openings)) == kept.openings


@settings(max_examples=150)
@given(st.lists(drafts, min_size=1, max_size=5), st.data())
def test_any_byte_turned_is_found(several: list[Draft], data: st.DataObject) -> None:
    made = _ledger(several)
    at = data.draw(st.integers(0, len(made) - 1))
    kept, part = made[at], data.draw(st.sampled_from(["body", "hash", "openings"]))
    whole = getattr(kept, part)
    place, bit = data.draw(st.integers(0, len(whole) - 1)), 1 << data.draw(st.integers(0, 7))
    turned = whole[:place] + bytes([whole[place] ^ bit]) + whole[place + 1 :]
    parts = {"n": kept.n, "body": kept.body, "hash": kept.hash, "openings": kept.openings, part: turned}
    made[at] = Kept(**parts)
    with pytest.raises(LedgerError, match=rf"entry ({at + 1}|{at + 2})\b"):
        _held(made, head=_head(_ledger(several)))


@given(st.lists(drafts, min_size=2, max_size=6), st.data())
def test_entries_removed_added_or_in_another_order_are_found(several: list[Draft], data: st.DataObject) -> None:
    made = _ledger(several)
    head, at = _head(made), data.draw(st.integers(0, len(made) - 1))
    other = (at + 1) % len(made)
    swapped = list(made)
    swapped[at], swapped[other] = swapped[other], swapped[at]
    for edited in (made[:at] + made[at + 1 :], made[:at], [*made[: at + 1], made[at], *made[at + 1 :]], swapped):
        with pytest.raises(LedgerError):
            _held(edited, head=head)
