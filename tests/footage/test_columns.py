"""Columns of numbers, packed and read back."""

import numpy as np
import pytest

from harmtrace.errors import FootageError
from harmtrace.footage.columns import Array, pack, unpack


def test_columns_come_back_as_they_went_in_without_a_copy() -> None:
    given: dict[str, Array] = {
        "a": np.arange(7, dtype=np.int32),
        "b": np.ones((3, 4, 2)),
        "c": np.zeros(0, dtype=np.uint8),
    }
    body = b"".join(pack(given, "what they are"))
    found, note = unpack(body)
    assert note == "what they are"
    assert list(found) == ["a", "b", "c"]
    assert all((found[name] == given[name]).all() and found[name].dtype == given[name].dtype for name in given)
    assert not found["a"].flags.writeable
    assert not found["b"].flags.owndata


@pytest.mark.parametrize("cut", [0, 4, 12, 100, 250])
def test_bytes_that_end_early_are_refused(cut: int) -> None:
    body = b"".join(pack({"a": np.arange(40)}))
    with pytest.raises(FootageError):
        unpack(body[:cut])


def test_other_kinds_of_columns_are_refused() -> None:
    body = b"".join(pack({"a": np.arange(4)})).replace(b"<i8", b"|O8")
    with pytest.raises(FootageError):
        unpack(body)
