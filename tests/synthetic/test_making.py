from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from harmtrace.footage import telemetry
from tools.synthetic_footage import making, truth
from tools.synthetic_footage.scripts import draw

av = pytest.importorskip("av")


def test_the_feeds_of_the_demonstration_say_where_they_looked_and_show_what_their_truth_says(tmp_path: Path) -> None:
    start = datetime(2021, 5, 11, 16, 27, tzinfo=UTC)
    first, second, third = making.demo(tmp_path, latitude=-22.4187, longitude=-104.6496, start=start)
    assert sum(path.stat().st_size for path in (first, second, third)) < 2_000_000
    told = truth.read(first.with_suffix(".json"))
    _, later = told["events"]
    assert later["after_s"] == pytest.approx(1.7)
    assert later["moved_m"] == pytest.approx(12.0, abs=0.2)
    assert truth.read(second.with_suffix(".json"))["events"] == []
    with av.open(str(first)) as container:
        packets = [packet for packet in container.demux(container.streams.data[0]) if packet.size]
    read = telemetry.read(b"".join(bytes(packet) for packet in packets))
    track = telemetry.track(read)
    assert len(track) == 70
    assert track.stated_s[0] == start.timestamp()
    assert track.centre_latitude[0] == pytest.approx(-22.4187, abs=1e-4)
    assert track.centre_longitude[0] == pytest.approx(-104.6496, abs=1e-4)
    assert not read.diagnostics


def test_a_lost_group_of_pictures_is_named_in_the_truth(tmp_path: Path) -> None:
    path = making.clip(tmp_path, replace(draw(1, seconds=6.0), dropped=(2.5,), gop=30))
    ((low, high),) = truth.read(path.with_suffix(".json"))["lost"]
    assert 0 < low < high < 6.1
