"""Telemetry: no bytes whatever raise, nothing is lost, and reading together is reading one by one."""

import os

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from harmtrace.footage.packets import KEY, LOST, find
from harmtrace.footage.telemetry import Telemetry, read
from tests.footage.packets import fields
from tools.misb import Value, mutated, packet

_MUTATIONS = int(os.environ.get("HARMTRACE_PACKETS", "3000"))
_WHOLE = [packet(fields(n, t94=bytes(34), t136=18 - (1 << 3), t137=-5)) for n in range(4)]
_ODD = [packet(fields(n, t22=bytes(4), t200=b"?", t74=b"\x01\x02\x00\x05")) for n in range(4)]


def _same(one: Telemetry, other: Telemetry) -> None:
    assert one.diagnostics == other.diagnostics
    assert one.sums.tolist() == other.sums.tolist()
    assert set(one.columns) == set(other.columns)
    for tag, column in one.columns.items():
        assert np.array_equal(column, other.columns[tag], equal_nan=True), tag
    for tag, span in one.spans.items():
        assert np.array_equal(span, other.spans[tag]), tag


@given(st.binary(max_size=400))
def test_any_bytes_are_read_without_an_exception(data: bytes) -> None:
    telemetry = read(data)
    telemetry.track()
    assert telemetry.security is not None


@given(st.lists(st.tuples(st.integers(2, 142), st.binary(max_size=9)), max_size=12), st.integers(1, 20))
@settings(max_examples=200)
def test_packets_together_are_read_as_packets_alone(items: list[tuple[int, bytes]], count: int) -> None:
    said: dict[int, Value] = dict(items)
    parts = [packet({2: n, **said, 65: 13}) for n in range(count)]
    together = read(b"".join(parts))
    for row, part in enumerate(parts):
        alone = read(part)
        assert {one.kind for one in alone.diagnostics} == {one.kind for one in together.diagnostics}
        for tag, column in alone.columns.items():
            assert np.array_equal(column[:1], together.columns[tag][row : row + 1], equal_nan=True)
        for tag in alone.spans:
            assert alone.raw(tag)[0] == together.raw(tag)[row]


def test_changed_packets_are_read_or_counted_and_never_raise() -> None:
    parts = mutated(_WHOLE + _ODD, _MUTATIONS)
    whole = read(b"".join(parts))
    whole.track()
    counted = {one.kind for one in whole.diagnostics}
    assert {"checksum_wrong", "checksum_missing", "truncated", "unknown_tag", "repeated_tag", "wrong_length"} <= counted
    assert {"item_cut", "resynchronised", "key_cut"} <= counted
    assert len(whole) == whole.data.count(KEY[LOST:]), "a packet was lost"
    for part in parts:
        _accounted(part, read(part))


def _accounted(part: bytes, telemetry: Telemetry) -> None:
    """Hold that every byte lies in a packet or in a stretch that was told, and every wrong sum is counted."""
    counted = {one.kind: one.count for one in telemetry.diagnostics}
    packets = find(part)
    within = int((packets.end - packets.start).sum())
    if within < len(part):
        headers = 5 * (len(packets) + 1)  # headers of access units are no fault, and five bytes each
        assert "resynchronised" in counted or "other_set" in counted or len(part) - within <= headers
    short = packets.short.sum()
    assert int((telemetry.sums == 1).sum()) - short <= counted.get("checksum_wrong", 0)
    assert int(packets.cut.sum()) == counted.get("key_cut", 0)


@given(st.integers(0, 1 << 30), st.integers(2, 40))
@settings(max_examples=40)
def test_the_order_of_reading_is_of_no_consequence(seed: int, count: int) -> None:
    parts = mutated(_WHOLE + _ODD, count, seed=seed)
    _same(read(b"".join(parts)), read(b"".join(parts)))
