"""Canonical JSON: the values of RFC 8785 and its appendices."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmtrace.errors import LedgerError
from harmtrace.ledger.canonical import canonical, flat, parsed


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0.0, b"0"),
        (-0.0, b"0"),
        (5e-324, b"5e-324"),
        (-5e-324, b"-5e-324"),
        (1.7976931348623157e308, b"1.7976931348623157e+308"),
        (9007199254740992.0, b"9007199254740992"),
        (295147905179352830000.0, b"295147905179352830000"),
        (9.999999999999997e22, b"9.999999999999997e+22"),
        (1e23, b"1e+23"),
        (1.0000000000000001e23, b"1.0000000000000001e+23"),
        (999999999999999700000.0, b"999999999999999700000"),
        (9.999999999999997e-7, b"9.999999999999997e-7"),
        (0.000001, b"0.000001"),
        (333333333.3333332, b"333333333.3333332"),
        (-0.0000033333333333333333, b"-0.0000033333333333333333"),
        (1424953923781206.2, b"1424953923781206.2"),
        (4.5, b"4.5"),
        (2e-3, b"0.002"),
        (1e-27, b"1e-27"),
        (33, b"33"),
        ('\u20ac$\u000f\nA\'B"\\\\"/', '"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"'.encode()),
        ([None, True, False], b"[null,true,false]"),
        ({"b": [], "a": {}}, b'{"a":{},"b":[]}'),
    ],
)
def test_a_value_has_one_form(value: object, written: bytes) -> None:
    assert canonical(value) == written


def test_names_are_in_the_order_of_their_utf_16_units() -> None:
    names = ["\u20ac", "\r", "\ufb33", "1", "\U0001f600", "\u0080", "\u00f6"]
    ordered = list(parsed(canonical(dict.fromkeys(names, 0))))  # type: ignore[call-overload]
    assert ordered == ["\r", "1", "\u0080", "\u00f6", "\u20ac", "\U0001f600", "\ufb33"]


@pytest.mark.parametrize(
    "value", [float("nan"), float("inf"), 2**53 + 1, 10**400, "\ud800", {1: 2}, {"\u00e9": 1, 2: 3}, b"x", {"a": b"x"}]
)
def test_what_json_cannot_hold_exactly_is_refused(value: object) -> None:
    with pytest.raises(LedgerError):
        canonical(value)


@pytest.mark.parametrize(
    "body", [b'{"a": 1}', b'{"b":1,"a":2}', b"1.0", b'"\\u0041"', b"", b"[1", b"\xff", b'{"a":1,"a":1}']
)
def test_another_form_of_the_same_value_is_refused(body: bytes) -> None:
    with pytest.raises(LedgerError):
        parsed(body)


@given(
    st.dictionaries(
        st.text("abcdefgh_", min_size=1, max_size=4),
        st.none()
        | st.integers(-(2**53) + 1, 2**53 - 1)
        | st.text(st.characters(exclude_categories=["Cs"]))
        | st.floats(allow_nan=False, allow_infinity=False),
        max_size=6,
    )
)
def test_a_row_is_written_as_the_object_of_what_it_holds(row: dict[str, object]) -> None:
    held = {name: value for name, value in row.items() if value is not None}
    assert flat(list(row))(list(row.values())) == canonical(held)


def test_bytes_of_a_row_are_written_as_hex() -> None:
    assert flat(["b", "a"])([b"\x00\xff", 1]) == canonical({"a": 1, "b": "00ff"})
