"""Country names and demonyms to ISO 3166-1 alpha-3, and countries as places."""

from functools import lru_cache
from typing import Final

from harmtrace.language.english import places as english
from harmtrace.language.places import arabic
from harmtrace.language.places.folding import fold
from harmtrace.records.measure import Place, Tier

# Middle and reach of the two territories that share one code, rounded to a tenth of a degree.
_TERRITORY_GROUND: Final[dict[str, tuple[str, float, float, int]]] = {
    "gaza": ("Gaza Strip", 31.4, 34.4, 25_000),
    "gaza strip": ("Gaza Strip", 31.4, 34.4, 25_000),
    "قطاع غزه": ("Gaza Strip", 31.4, 34.4, 25_000),
    "west bank": ("West Bank", 32.0, 35.3, 65_000),
    "ضفه غربيه": ("West Bank", 32.0, 35.3, 65_000),
}
_BY_KEY: Final[dict[str, str]] = {
    **{fold(name): code for name, code in english.COUNTRY_NAMES.items() if name not in english.ABBREVIATIONS},
    **{fold(name): code for name, code in arabic.COUNTRY_NAMES.items()},
}
_DEMONYMS: Final[dict[str, str]] = {name.casefold(): code for name, code in english.DEMONYMS.items()}
_NAME_OF: Final[dict[str, str]] = {code: name for name, code in reversed(english.COUNTRY_NAMES.items())}


@lru_cache(maxsize=8_192)
def country_code(name: str) -> str | None:
    """Return the ISO 3166-1 alpha-3 code of a country's name, None for any other word.

    Common short forms count, abbreviations only in capitals; demonyms ("Iraqi") do not.

    >>> country_code("the West Bank"), country_code("US"), country_code("us")
    ('PSE', 'USA', None)
    """
    plain = name.strip()
    if plain in english.ABBREVIATIONS:
        return english.COUNTRY_NAMES[plain]
    return _BY_KEY.get(fold(plain.removeprefix("the ").removeprefix("The ")))


def demonym(adjective: str) -> str | None:
    """Return the code of the country whose people or things the word names, None for others.

    >>> demonym("Iraqi"), demonym("Yemenis")
    ('IRQ', 'YEM')
    """
    word = adjective.strip().casefold()
    return _DEMONYMS.get(word) or _DEMONYMS.get(word.removesuffix("s"))


def country_name(code: str) -> str:
    """Return the English short name of a country code; the code itself where unknown.

    >>> country_name("SYR")
    'Syria'
    """
    return _NAME_OF.get(code, code)


def known_code(code: str) -> bool:
    """Tell whether a word is the alpha-3 code of a country of the table.

    >>> known_code("IRQ"), known_code("ZZZ")
    (True, False)
    """
    return code in _NAME_OF


def country_place(name: str) -> Place | None:
    """Return the country, or the territory with a code of its own, that a name stands for.

    A country has no point and no radius: only its outline would do.
    """
    code = country_code(name)
    if code is None:
        return None
    key = fold(name.strip().removeprefix("the ").removeprefix("The ").removeprefix("occupied "))
    if key in _TERRITORY_KEYS:
        return _territory(_TERRITORY_KEYS[key], code)
    return Place(name=country_name(code), tier=Tier.COUNTRY, country=code, gazetteer="countries")


_TERRITORY_KEYS: Final[dict[str, str]] = {fold(name): name for name in (*english.TERRITORIES, *_TERRITORY_GROUND)}


def _territory(name: str, code: str) -> Place:
    ground = _TERRITORY_GROUND.get(name)
    within = (country_name(code),)
    if ground is None:
        return Place(name=name.title(), tier=Tier.PROVINCE, country=code, within=within, gazetteer="countries")
    label, latitude, longitude, radius_m = ground
    return Place(
        name=label,
        latitude=latitude,
        longitude=longitude,
        radius_m=radius_m,
        tier=Tier.PROVINCE,
        country=code,
        admin1=label,
        within=within,
        gazetteer="countries",
    )
