"""How far a stage is: told to whoever asked, never printed here."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

# Told the stage in words and how many are done; the command line shows it on a terminal.
Progress = Callable[[str, int], None]

_EVERY = 200


def quiet(stage: str, done: int) -> None:
    """Tell nobody."""


def counted(items: Iterable[T], stage: str, progress: Progress) -> Iterator[T]:
    """Yield the items, telling now and then how many have passed."""
    for done, item in enumerate(items):
        if done % _EVERY == 0:
            progress(stage, done)
        yield item
