"""Patterns that are compiled when they are first asked, not when their module is loaded."""

import re
from typing import Any, cast

_ASKED = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split", "groupindex", "groups")


class Late:
    """A pattern that is not compiled yet; asked for anything but its words, it is, and then answers as fast as any."""

    __slots__ = ("__weakref__", "flags", "pattern", *_ASKED)

    def __init__(self, pattern: str, flags: int) -> None:
        """Take the words of a pattern and its flags."""
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        """Return what a compiled pattern has under a name; called only while it has not been compiled."""
        if name not in _ASKED:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self.flags)
        for asked in _ASKED:
            setattr(self, asked, getattr(compiled, asked))
        return getattr(compiled, name)


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    r"""Return a pattern that is compiled when it is first used; a fault in it shows only then (tests compile them all).

    >>> late(r"\bown\b").search("my own") is not None
    True
    """
    return cast("re.Pattern[str]", Late(pattern, flags))
