from pathlib import Path

import pytest

from tools.synthetic_footage import transport
from tools.synthetic_footage.encoding import Unit, units
from tools.synthetic_footage.rendering import Renderer
from tools.synthetic_footage.scripts import draw

av = pytest.importorskip("av")


@pytest.mark.parametrize("stream_type", [transport.PRIVATE, transport.METADATA])
def test_a_transport_stream_gives_back_every_picture_and_every_packet_of_telemetry(
    tmp_path: Path, stream_type: int
) -> None:
    script = draw(2, seconds=2.0)
    pictures = units(script, Renderer(script).frames())
    told = [Unit(i * 9000, i * 9000, bytes([i]) * (100 + 37 * i), True) for i in range(20)]
    path = tmp_path / "a.ts"
    transport.write(path, pictures, told, stream_type=stream_type)
    assert path.stat().st_size % 188 == 0
    with av.open(str(path)) as container:
        assert [stream.type for stream in container.streams] == ["video", "data"]
        data = [packet for packet in container.demux(container.streams[1]) if packet.size]
    assert [bytes(packet) for packet in data] == [one.data for one in told]
    assert [packet.pts - data[0].pts for packet in data] == [one.pts for one in told]
    with av.open(str(path)) as container:
        assert len(list(container.decode(video=0))) == len(script.times)


def test_telemetry_may_come_without_time_stamps(tmp_path: Path) -> None:
    script = draw(2, seconds=1.0)
    path = tmp_path / "a.ts"
    told = [Unit(0, 0, b"x" * 50, True)]
    transport.write(path, units(script, Renderer(script).frames()), told, stamped=False)
    with av.open(str(path)) as container:
        packets = [packet for packet in container.demux(container.streams[1]) if packet.size]
    assert [bytes(packet) for packet in packets] == [b"x" * 50]
    assert packets[0].pts is None
