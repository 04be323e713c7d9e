"""The words of a name that tell it from others, by which two names are held against one another."""

import re
from functools import lru_cache

_WORD = re.compile(r"\w+")
_SMALL = frozenset("the a an of in and al el city area".split())


@lru_cache(maxsize=4_096)
def telling(name: str) -> frozenset[str]:
    """Return the words of a name that tell, case-folded.

    >>> sorted(telling("The Old City of Halvin"))
    ['halvin', 'old']
    """
    return frozenset(_WORD.findall(name.casefold())) - _SMALL
