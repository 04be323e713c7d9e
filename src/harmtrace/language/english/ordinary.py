"""Which words are ordinary English, so that one with a capital because it opens a line or a title is no name.

The list beside it (`ordinary_words.txt`, 27,600 base words) holds what is written small in Webster's Second International
Dictionary (1934, public domain) and common by the frequency list of symspellpy 6.10 (MIT; counts of Google Books, words of
SCOWL), less what the dictionary writes large too ("turkey", "chad") and the names of towns and countries but for the
commonest words. `tools/ordinary_words.py` makes it again.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

_ENDINGS: Final = (("ies", "y"), ("ied", "y"), ("es", ""), ("es", "e"), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"))
_SHORTEST: Final = 3


@lru_cache(maxsize=1 << 14)
def ordinary(word: str) -> bool:
    """Tell whether a word is one of the language's common words, whatever its case and ending.

    >>> [ordinary(word) for word in ("Rescuers", "NARRATIVE", "Mosul", "Turkey")]
    [True, True, False, False]
    """
    low = word.lower()
    return low in _words() or any(base in _words() for base in bases(low))


def bases(low: str) -> Iterator[str]:
    """Yield what a word in small letters may be an inflection of.

    >>> list(bases("stopped"))
    ['stopp', 'stop', 'stoppe']
    """
    for ending, put in _ENDINGS:
        if not low.endswith(ending) or len(low) - len(ending) < _SHORTEST:
            continue
        base = low[: -len(ending)] + put
        yield base
        if not put and ending in ("ed", "ing") and base[-1] == base[-2] and len(base) > _SHORTEST:
            yield base[:-1]


@cache
def _words() -> frozenset[str]:
    return frozenset(files(__package__).joinpath("ordinary_words.txt").read_text(encoding="utf-8").split())
