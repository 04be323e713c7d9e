"""Packets of invented flights, for tests: what a producer would write, and what a bad one does."""

from tools.misb import Value, packet

START_US = 1_489_738_320_000_000
SECURITY = bytes.fromhex("010101") + b"\x03\x04//ZZ" + b"\x05\x04TEST" + bytes.fromhex("1602000a")


def fields(step: int = 0, **more: Value) -> dict[int, Value]:
    """Return the items of one packet of an invented flight, ``step`` thirtieths of a second after its start.

    More items are named ``t22=...``.
    """
    flown = step * 1e-5
    said: dict[int, Value] = {
        2: START_US + step * 33_333,
        3: "TEST FLIGHT",
        5: 90.0,
        6: 1.5,
        7: -2.25,
        10: "INVENTED",
        13: 12.5 + flown,
        14: -30.25,
        15: 3000.0,
        16: 2.0,
        17: 1.5,
        18: 45.0,
        19: -60.0,
        20: 0.0,
        21: 3400.0,
        22: 118.0,
        23: 12.51 + flown,
        24: -30.24,
        25: 55.0,
        26: 0.001,
        27: -0.001,
        28: 0.001,
        29: 0.001,
        30: -0.001,
        31: 0.001,
        32: -0.001,
        33: -0.001,
        48: SECURITY,
        65: 13,
    }
    said |= {int(name[1:]): value for name, value in more.items()}
    return said


def flight(count: int) -> bytes:
    """Return the packets of an invented flight, one after the other."""
    return b"".join(packet(fields(step)) for step in range(count))
