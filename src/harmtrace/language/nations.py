"""Arabic adjectives of nations -> country codes, and an armed force of a nation by its two words."""

import re
from functools import lru_cache
from typing import Final

from harmtrace.language.english import places as english
from harmtrace.language.places import arabic
from harmtrace.language.places.folding import fold

#: Adjectives that are not their country's name with an ending.
_OWN: Final = {
    "افغاني": "AFG", "سعودي": "SAU", "اماراتي": "ARE", "بريطاني": "GBR", "فرنسي": "FRA", "امريكي": "USA", "اميركي": "USA",
    "هولندي": "NLD", "قطري": "QAT", "كوري": "KOR", "اريتري": "ERI", "مصري": "EGY", "سويدي": "SWE",
}  # fmt: skip
#: Names whose adjective means something else in most texts.
_OTHER_SENSE: Final = frozenset("مالي هندي نيجري كوبي تشيلي ماني".split())
_ARTICLE: Final = re.compile(r"^(?:و?ال|لل)(?=\w{3})")
_LEAST: Final = 4  # letters of an adjective
#: Words for an armed force, the article and ta marbuta folded away | what English calls it.
_FORCES: Final = {
    "جيش": "army", "قوات مسلحه": "armed forces", "قوات": "forces", "سلاح جو": "air force", "قوات جويه": "air force",
    "طيران": "air force", "طيران حربي": "air force", "طايرات": "aircraft", "مقاتلات": "aircraft",
    "بحريه": "navy", "مدفعيه": "artillery", "حكومه": "government",
}  # fmt: skip


@lru_cache(maxsize=1)
def _adjectives() -> dict[str, str]:
    found = dict(_OWN)
    for name, code in arabic.COUNTRY_NAMES.items():
        word = fold(name)
        if " " in word:
            continue
        stem = word[:-2] if word.endswith("يا") else word[:-1] if word.endswith(("ه", "ا", "ي")) else word
        if len(stem) + 1 >= _LEAST:
            found.setdefault(stem + "ي", code)
    return {word: code for word, code in found.items() if word not in _OTHER_SENSE}


def _bare(word: str) -> str:
    """Return a word folded, its article gone first: folded as one, "the Libyan" would lose a letter of its own."""
    return fold(_ARTICLE.sub("", word))


@lru_cache(maxsize=4_096)
def nation(adjective: str) -> str | None:
    """Return the code of the country whose things an Arabic adjective names, None for any other word.

    >>> nation("النيجيري"), nation("الكينية"), nation("الصحفي")
    ('NGA', 'KEN', None)
    """
    word = _bare(adjective)
    found = _adjectives()
    return found.get(word) or found.get(word.removesuffix("ه"))


@lru_cache(maxsize=1)
def _demonyms() -> dict[str, str]:
    found: dict[str, str] = {}
    for name, code in english.DEMONYMS.items():
        if code not in found or len(name) < len(found[code]):
            found[code] = name
    return found


@lru_cache(maxsize=4_096)
def force(written: str) -> str | None:
    """Return what English calls the armed force of a nation that Arabic names, None for any other name.

    >>> force("سلاح الجو الكيني"), force("القوات المسلحة الليبية"), force("قوات النظام")
    ('Kenyan air force', 'Libyan armed forces', None)
    """
    words = [_bare(word) for word in written.split()]
    for size in (2, 1):
        for at in range(len(words) - size):
            kind = _FORCES.get(" ".join(words[at : at + size]))
            code = nation(words[at + size]) if kind is not None else None
            if code is not None and code in _demonyms():
                return f"{_demonyms()[code]} {kind}"
    return None
