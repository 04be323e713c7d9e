import math

import numpy as np
import pytest
from stanag4609 import FieldDecodingMode
from stanag4609.st0601 import FIELD_DEFINITIONS, SpecialValue, UASLocalSet, decode_uas_local_set

from harmtrace.footage.items import ITEMS, Form
from harmtrace.footage.packets import KEY
from harmtrace.footage.telemetry import Blocks, Telemetry, joined, read
from tests.footage.packets import SECURITY, START_US, fields, flight
from tools.misb import Value, length, packet


def kinds(telemetry: Telemetry) -> dict[str, int]:
    """Return how often each class of malformed bytes was counted."""
    found: dict[str, int] = {}
    for one in telemetry.diagnostics:
        found[one.kind] = found.get(one.kind, 0) + one.count
    return found


def decoded(data: bytes) -> UASLocalSet:
    """Return what stanag4609, which others wrote, reads in one packet."""
    return decode_uas_local_set(data, field_decoding=FieldDecodingMode.PRESERVE)


def test_values_are_those_that_were_written() -> None:
    telemetry = read(flight(20))
    assert len(telemetry) == 20
    assert telemetry.diagnostics == ()
    assert telemetry.column(2).tolist() == [START_US + n * 33_333 for n in range(20)]
    assert np.allclose(telemetry.column(13), 12.5 + np.arange(20) * 1e-5, atol=5e-8)
    assert telemetry.words(3) == ["TEST FLIGHT"] * 20
    assert telemetry.raw(48) == [SECURITY] * 20
    assert telemetry.security == (
        ("classification", "UNCLASSIFIED"),
        ("classifying country", "//ZZ"),
        ("caveats", "TEST"),
        ("version of ST 0102", "10"),
    )


def test_every_number_is_the_one_that_stanag4609_reads() -> None:
    rng = np.random.default_rng(7)
    for _ in range(40):
        said: dict[int, Value] = {2: START_US}
        for tag, item in ITEMS.items():
            if item.numeric and tag not in (1, 2, 65, 72, 131):
                size = item.size or int(rng.integers(1, 4))
                said[tag] = rng.bytes(size)
        data = packet({**said, 65: 13})
        theirs, ours = decoded(data), read(data)
        refused = {issue.tag for issue in theirs.issues}
        for one in theirs.fields:
            tag = one.definition.tag
            if tag in refused or tag in (1, 2) or not ITEMS[tag].numeric:
                continue
            value = ours.column(tag)[0]
            if isinstance(one.value, SpecialValue):
                assert math.isnan(value), tag
            elif ITEMS[tag].form is Form.MAPPED:
                assert value == pytest.approx(float(one.value), rel=1e-12), tag
            else:
                assert value == float(one.value), tag


def test_every_item_of_the_standard_is_known_by_its_size() -> None:
    for tag, theirs in FIELD_DEFINITIONS.items():
        ours = ITEMS[tag]
        if ours.numeric:
            assert ours.size == theirs.length, tag


def test_packets_read_one_by_one_give_what_packets_read_together_give() -> None:
    parts = [packet(fields(n)) for n in range(60)]
    together, apart = read(b"".join(parts)), [read(part) for part in parts]
    for tag in together.columns:
        assert [one.column(tag)[0] for one in apart] == together.column(tag).tolist()


def test_layouts_may_change_in_the_middle_of_a_stream() -> None:
    parts = [packet(fields(n, **({"t22": 50.0} if n % 3 else {"t75": 3100.0, "t3": "B" * (n % 5)}))) for n in range(90)]
    telemetry = read(b"".join(parts))
    assert telemetry.diagnostics == ()
    assert int((~np.isnan(telemetry.column(75))).sum()) == 30
    assert telemetry.words(3)[3] == "BBB"


def test_out_of_range_is_no_number() -> None:
    telemetry = read(packet(fields(t6=None, t13=None, t26=None)))
    assert [math.isnan(telemetry.column(tag)[0]) for tag in (6, 13, 26)] == [True, True, True]
    assert telemetry.diagnostics == ()


@pytest.mark.parametrize(
    ("sum_", "kind", "code"),
    [("wrong", "checksum_wrong", 1), ("payload", "checksum_payload_only", 2), ("missing", "checksum_missing", 3)],
)
@pytest.mark.parametrize("count", [1, 30])
def test_a_checksum_that_is_not_right_is_reported_and_the_packet_read(
    sum_: str, kind: str, code: int, count: int
) -> None:
    telemetry = read(b"".join(packet(fields(n), sum_=sum_) for n in range(count)))  # type: ignore[arg-type]
    assert kinds(telemetry) == {kind: count}
    assert telemetry.sums.tolist() == [code] * count
    assert telemetry.column(5)[0] == pytest.approx(90, abs=0.01)


@pytest.mark.parametrize("count", [1, 30])
def test_two_bytes_written_in_four_are_read_and_counted(count: int) -> None:
    telemetry = read(b"".join(packet(fields(n, t22=bytes.fromhex("000001C9"))) for n in range(count)))
    assert kinds(telemetry) == {"wrong_length": count}
    assert telemetry.diagnostics[0].detail == "tag 22"
    assert telemetry.column(22)[0] == pytest.approx(69.7337, abs=1e-3)


@pytest.mark.parametrize("value", [bytes.fromhex("00FF01C9"), b"\x01", bytes(9)])
def test_a_length_that_nobody_can_read_safely_gives_no_number(value: bytes) -> None:
    telemetry = read(packet(fields(t22=value)))
    assert kinds(telemetry) == {"wrong_length": 1}
    assert math.isnan(telemetry.column(22)[0])


def test_unknown_and_repeated_tags_are_counted_with_their_places() -> None:
    data = packet({2: START_US, 65: 13, 200: b"xx", 5: 10.0})[:-4]
    again = packet({2: START_US, 200: b"xx"}, sum_="missing")
    twice = packet({2: START_US, 65: 13}, sum_="missing")
    body = twice[17:] + twice[17:]
    telemetry = read(again + KEY + bytes((len(body),)) + body)
    found = {(one.kind, one.detail): one for one in telemetry.diagnostics}
    assert found["unknown_tag", "tag 200"].offsets == (27,)
    assert found["repeated_tag", "tag 2"].count == 1
    assert read(data).diagnostics[0].kind == "truncated"


def test_a_packet_that_is_cut_off_gives_what_is_left_of_it() -> None:
    whole = packet(fields())
    for size in range(len(KEY), len(whole)):
        telemetry = read(whole[:size] + packet(fields(1)))
        assert len(telemetry) == 2
        assert "truncated" in kinds(telemetry) or "length_unreadable" in kinds(telemetry)
        assert telemetry.column(2)[1] == START_US + 33_333


def test_a_packet_of_endless_items_is_read_in_part() -> None:
    body = bytes.fromhex("0502") + b"ab" + b"\x05\x00" * 5000
    telemetry = read(KEY + length(len(body)) + body)
    found = {one.kind: one.count for one in telemetry.diagnostics}
    assert found == {"too_many_items": 1, "repeated_tag": 999, "checksum_missing": 1}


def test_bytes_between_packets_are_named() -> None:
    one = packet(fields())
    telemetry = read(b"rubbish" + one + b"\0" * 9 + one)
    assert kinds(telemetry) == {"resynchronised": 2}
    assert telemetry.diagnostics[0].offsets == (0, 7 + len(one))


def test_other_sets_are_named_by_their_key() -> None:
    other = bytes.fromhex("060E2B34020B01010E01030306000000") + b"\x03abc"
    telemetry = read(packet(fields()) + other)
    assert [(one.kind, one.detail) for one in telemetry.diagnostics] == [("other_set", other[:16].hex())]


def test_a_header_of_an_access_unit_is_no_fault() -> None:
    one = packet(fields())
    header = bytes((0, 7, 0xDF)) + len(one).to_bytes(2, "big")
    assert read(header + one + header + one).diagnostics == ()


def test_a_key_without_its_first_five_bytes_is_found_and_its_checksum_holds() -> None:
    telemetry = read(b"".join(packet(fields(n))[5:] for n in range(12)))
    assert kinds(telemetry) == {"key_cut": 12}
    assert set(telemetry.sums.tolist()) == {0}


def test_packets_without_time_stamps_are_counted_and_placed_among_the_pictures() -> None:
    one, two = packet(fields()), packet(fields(30))
    blocks = Blocks(start=np.array([0, len(one)]), media_s=np.array([np.nan, 1.0]), arrived_s=np.array([0.5, 1.0]))
    telemetry = read(one + two, blocks=blocks)
    assert kinds(telemetry) == {"missing_pts": 1}
    assert telemetry.track().media_s.tolist() == [0.5, 1.0]


def test_a_bare_stream_is_placed_by_the_times_that_it_states() -> None:
    telemetry = read(flight(31))
    assert telemetry.track().media_s[[0, 30]].tolist() == pytest.approx([0, 0.99999])


def test_a_second_stream_fills_what_the_first_does_not_say() -> None:
    one = read(b"".join(packet({2: START_US + n, 13: 5.0, 65: 13}) for n in range(5)))
    two = read(b"".join(packet({2: START_US + n, 82: 6.0 + n, 65: 13}) for n in range(4)))
    both = joined([one, two])
    assert both is not None
    assert kinds(both) == {"several_streams": 1}
    assert both.column(82)[:4].tolist() == pytest.approx([6, 7, 8, 9])
    assert both.others == ()


def test_streams_of_other_times_stay_apart() -> None:
    one = read(b"".join(packet({2: START_US + n, 13: 5.0, 65: 13}) for n in range(5)))
    two = read(packet({2: 5, 82: 6.0, 65: 13}))
    both = joined([two, one])
    assert both is not None
    assert [len(other) for other in both.others] == [1]


def test_what_follows_targets_is_never_decoded() -> None:
    telemetry = read(packet(fields(t74=b"\x01\x02\x03", t43=b"\x05", t44=b"\x06")))
    assert telemetry.raw(74) == [b"\x01\x02\x03"]
    assert not {43, 44, 74} & set(telemetry.columns)


def test_the_track_prefers_the_finer_item() -> None:
    track = read(packet(fields(t90=12.5, t82=1.0, t83=2.0))).track()
    assert track.pitch[0] == pytest.approx(12.5)
    assert track.corners[0, 0].tolist() == pytest.approx([1, 2])
    assert track.offset_corners[0, 2].tolist() == pytest.approx([12.509, -30.239], abs=1e-5)
    assert len(read(b"").track()) == 0
