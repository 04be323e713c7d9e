"""Edge: a mapping that waits on disk, for what is made in one order and used in another."""

import json
import tempfile
from collections import OrderedDict
from collections.abc import Iterator, Mapping, MutableMapping
from types import TracebackType
from typing import Generic, TypeVar

K = TypeVar("K", bound=str)

# Up to so many bytes it stays in memory; so many values just used are kept at hand.
_IN_MEMORY = 32_000_000
_AT_HAND = 64


class Spool(MutableMapping[str, Mapping[K, str]], Generic[K]):
    """Texts by a name and a key, in a file without a name that the operating system drops with the process."""

    def __init__(self) -> None:
        self._file = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - closed by __exit__
        self._places: dict[str, tuple[int, int]] = {}
        self._end = 0
        self._at_hand: OrderedDict[str, Mapping[K, str]] = OrderedDict()

    def __enter__(self) -> "Spool[K]":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def __setitem__(self, name: str, texts: Mapping[K, str]) -> None:
        body = json.dumps(texts).encode("ascii")
        self._file.seek(self._end)
        self._file.write(body)
        self._places[name] = (self._end, len(body))
        self._end += len(body)
        self._at_hand.pop(name, None)

    def __getitem__(self, name: str) -> Mapping[K, str]:
        if name in self._at_hand:
            self._at_hand.move_to_end(name)
            return self._at_hand[name]
        start, length = self._places[name]
        self._file.seek(start)
        found: Mapping[K, str] = json.loads(self._file.read(length))
        self._at_hand[name] = found
        if len(self._at_hand) > _AT_HAND:
            self._at_hand.popitem(last=False)
        return found

    def __delitem__(self, name: str) -> None:
        del self._places[name]
        self._at_hand.pop(name, None)

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)
