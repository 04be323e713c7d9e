"""Phrases around a place name: parts, sides, offsets, divisions; and the places they mean."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from harmtrace.language.english import places as english
from harmtrace.language.late import late
from harmtrace.language.places import arabic
from harmtrace.language.places.folding import fold
from harmtrace.language.places.ground import bearing, beside, offset, offsets, shifted
from harmtrace.records.measure import Place, Tier


class PhraseKind(StrEnum):
    """What the words around a name make of it."""

    PLAIN = "plain"
    PART = "part"
    OLD = "old"
    NEW = "new"
    RIM = "rim"
    BESIDE = "beside"
    OFFSET = "offset"
    DISTRICT = "district"
    DIVISION = "division"
    NESTED = "nested"
    LIST = "list"


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """One reading of a phrase.

    Attributes:
        base: the name inside; empty where the phrase needs a city from elsewhere in the document.
        direction: direction words, None where the phrase has none.
        km: the distance of an offset.
        parts: the names of a list; the inner place of a nested one, whose outer is ``base``.
    """

    kind: PhraseKind
    base: str = ""
    direction: str | None = None
    km: float = 0.0
    parts: tuple[str, ...] = ()


def _any(words: Iterable[str]) -> str:
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"


_WAY = r"(?:(?:north|south)[ -]?(?:east|west)(?:ern)?|(?:north|south|east|west)(?:ern(?:most)?)?)"
_GENERIC = _any(english.SETTLEMENT_NOUNS | english.NEIGHBOURHOOD_NOUNS - {"district"})
_OF = r"(?:\s{1,20}of\s{1,20}(?:the\s{1,20}(?:city|town|village|province|governorate)\s{1,20}of\s{1,20}|the\s{1,20})?)"

Reader = Callable[[re.Match[str]], Phrase]
_RULES: Final[tuple[tuple[re.Pattern[str], Reader], ...]] = tuple(
    (late(pattern, re.IGNORECASE), reader)
    for pattern, reader in (
        (
            r"(?P<outer>.{1,120}?)['’]s?\s{1,20}(?P<inner>\S.*)",
            lambda m: Phrase(kind=PhraseKind.NESTED, base=m["outer"], parts=(m["inner"],)),
        ),
        (
            r"(?P<inner>[^,،]{1,120}?)\s{0,20}[,،]\s{0,20}(?:in\s{1,20})?(?P<outer>.+)",
            lambda m: Phrase(kind=PhraseKind.NESTED, base=m["outer"], parts=(m["inner"],)),
        ),
        (
            rf"(?P<way>{_WAY}|{_any(english.CENTRE)})\s{{1,20}}{_any(english.PART_NOUNS)}{_OF}(?P<base>.+)",
            lambda m: Phrase(kind=PhraseKind.PART, base=m["base"], direction=m["way"]),
        ),
        (
            rf"(?:{_WAY}\s{{1,20}})?{_any(english.OUTSKIRTS | english.COUNTRYSIDE)}(?:{_OF}|\s{{1,20}})(?P<base>.+)",
            lambda m: Phrase(kind=PhraseKind.RIM, base=m["base"]),
        ),
        (
            rf"(?P<base>.{{0,119}}?\S)\s{{1,20}}{_any(english.OUTSKIRTS | english.COUNTRYSIDE)}",
            lambda m: Phrase(kind=PhraseKind.RIM, base=m["base"]),
        ),
        (
            rf"{_any(english.OLD_CITY)}(?:(?:{_OF}|\s{{1,20}}in\s{{1,20}})(?P<base>.+))?",
            lambda m: Phrase(kind=PhraseKind.OLD, base=m["base"] or ""),
        ),
        (
            rf"(?P<base>.{{0,119}}?\S)\s{{1,20}}{_any(english.OLD_CITY)}",
            lambda m: Phrase(kind=PhraseKind.OLD, base=m["base"]),
        ),
        (r"old\s{1,20}(?P<base>.+)", lambda m: Phrase(kind=PhraseKind.OLD, base=m["base"])),
        (
            rf"(?:just\s{{1,20}})?(?:to\s{{1,20}}the\s{{1,20}})?(?P<way>{_WAY})\s{{1,20}}of\s{{1,20}}(?P<base>.+)",
            lambda m: Phrase(kind=PhraseKind.BESIDE, base=m["base"], direction=m["way"]),
        ),
        (
            r"(?:near|around|outside|off|close to)\s{1,20}(?P<base>.+)",
            lambda m: Phrase(kind=PhraseKind.PLAIN, base=m["base"]),
        ),
        (rf"{_any(english.PART_NOUNS)}{_OF}(?P<base>.+)", lambda m: Phrase(kind=PhraseKind.PLAIN, base=m["base"])),
        (
            rf"{_WAY}(?:,\s{{0,20}}{_WAY}){{0,8}}\s{{1,20}}and\s{{1,20}}{_WAY}\s{{1,20}}(?P<base>.+)",
            lambda m: Phrase(kind=PhraseKind.PLAIN, base=m["base"]),
        ),
        (
            rf"(?P<way>{_WAY}|{_any(english.CENTRE)})\s{{1,20}}(?P<base>.+)",
            lambda m: Phrase(kind=PhraseKind.PART, base=m["base"], direction=m["way"]),
        ),
        (
            rf"(?P<base>.{{0,119}}?\S)\s{{1,20}}{_any(english.PROVINCE_NOUNS)}",
            lambda m: Phrase(kind=PhraseKind.DIVISION, base=m["base"]),
        ),
        (
            rf"{_any(english.PROVINCE_NOUNS)}\s{{1,20}}of\s{{1,20}}(?P<base>.+)",
            lambda m: Phrase(kind=PhraseKind.DIVISION, base=m["base"]),
        ),
        (
            rf"(?P<inner>.{{0,119}}?\S\s{{1,20}}{_any(english.NEIGHBOURHOOD_NOUNS | english.SETTLEMENT_NOUNS)})"
            r"\s{1,20}(?:of|in)\s{1,20}(?P<outer>.+)",
            lambda m: Phrase(kind=PhraseKind.NESTED, base=m["outer"], parts=(m["inner"],)),
        ),
        (
            rf"(?P<base>.{{0,119}}?\S)\s{{1,20}}{_any(english.DISTRICT_NOUNS)}",
            lambda m: Phrase(kind=PhraseKind.DISTRICT, base=m["base"]),
        ),
        (
            rf"{_any(english.DISTRICT_NOUNS)}\s{{1,20}}of\s{{1,20}}(?P<base>.+)",
            lambda m: Phrase(kind=PhraseKind.DISTRICT, base=m["base"]),
        ),
        (
            rf"(?:refugee\s{{1,20}})?{_GENERIC}\s{{1,20}}of\s{{1,20}}(?P<base>.+)",
            lambda m: Phrase(kind=PhraseKind.PLAIN, base=m["base"]),
        ),
        (
            rf"(?P<base>.{{0,119}}?\S)\s{{1,20}}(?:refugee\s{{1,20}})?{_GENERIC}",
            lambda m: Phrase(kind=PhraseKind.PLAIN, base=m["base"]),
        ),
        (
            r"(?P<base>.{0,119}?\S)[\s-]{1,20}(?:al|el)[\s-]?(?:jadid|jadeed|jdeid|jedid|judaid)\w{0,3}",
            lambda m: Phrase(kind=PhraseKind.NEW, base=m["base"]),
        ),
        (r"new\s{1,20}(?P<base>.+)", lambda m: Phrase(kind=PhraseKind.NEW, base=m["base"])),
        (
            r"(?P<inner>\S.{0,120}?)\s{1,20}(?:in|في)\s{1,20}(?P<outer>.+)",
            lambda m: Phrase(kind=PhraseKind.NESTED, base=m["outer"], parts=(m["inner"],)),
        ),
    )
)
_LIST = late(
    r"\s{0,20}[,،/]\s{0,20}(?:and\s{1,20}|و)?|\s{1,20}and\s{1,20}|\s{1,20}&\s{1,20}|\s{1,20}[-–—]\s{1,20}|\s{1,20}و(?=\S)"
)


def read(name: str) -> Iterator[Phrase]:
    """Yield the readings of a phrase, likeliest first; a bare name has none."""
    for found in offsets(name, 0, len(name)):
        if found.start <= len("approximately "):
            yield Phrase(kind=PhraseKind.OFFSET, base=name[found.end :], direction=found.direction, km=found.km)
    if name.isascii() or not _is_arabic(name):
        for pattern, reader in _RULES:
            match = pattern.fullmatch(name)
            if match is not None:
                yield reader(match)
    else:
        yield from _read_arabic(name)
    parts = tuple(part.strip() for part in _LIST.split(name))
    if len(parts) > 1 and all(parts):
        yield Phrase(kind=PhraseKind.LIST, parts=parts)


def _is_arabic(name: str) -> bool:
    return any("\u0600" <= letter <= "\u06ff" for letter in name)


_IN = late(r"\s{1,20}في\s{1,20}|\s{0,20}،\s{0,20}|\s{1,20}(?=(?:ب|ل)ال)|\s{1,20}من\s{1,20}")


def _read_arabic(name: str) -> Iterator[Phrase]:
    words = name.split()
    keys = [fold(word) for word in words]
    yield from _arabic_old(name, words, keys)
    rest = " ".join(words[1:])
    way = arabic.DIRECTIONS.get(" ".join(keys[:2])) if len(words) > 2 else None
    if way is not None:
        yield Phrase(kind=_side(keys[1]), base=" ".join(words[2:]), direction=" ".join(words[:2]))
    if rest and keys[0] in arabic.DIRECTIONS:
        yield Phrase(kind=_side(keys[0]), base=rest, direction=words[0])
    if rest:
        yield from _arabic_kind(keys[0], rest)
    if len(words) > 1 and keys[-1] in arabic.DIRECTIONS:
        yield Phrase(kind=PhraseKind.PART, base=" ".join(words[:-1]), direction=words[-1])
    for at in range(1, len(words) - 1):
        if keys[at] in arabic.DIRECTIONS:
            yield Phrase(kind=PhraseKind.NESTED, base=" ".join(words[at:]), parts=(" ".join(words[:at]),))
    for match in _IN.finditer(name):
        outer = name[match.end() :]
        if outer[:3] in ("بال", "لال"):
            outer = outer[1:]
        yield Phrase(kind=PhraseKind.NESTED, base=outer, parts=(name[: match.start()],))


def _arabic_old(name: str, words: list[str], keys: list[str]) -> Iterator[Phrase]:
    if fold(name) in {fold(old) for old in arabic.OLD_CITY} or " ".join(keys) in arabic.OLD_CITY:
        yield Phrase(kind=PhraseKind.OLD)
        return
    if len(words) > 1 and keys[-1] in ("قديمه", "قديم") and keys[0] not in ("مدينه", "بلده", "احياء"):
        yield Phrase(kind=PhraseKind.OLD, base=" ".join(words[:-1]))
    if len(words) > 1 and keys[-1] in ("جديده", "جديد"):
        yield Phrase(kind=PhraseKind.NEW, base=" ".join(words[:-1]))
    if len(words) > 2 and " ".join(keys[:2]) in arabic.OLD_CITY:
        base = " ".join(words[2:]).removeprefix("في ").removeprefix("من ")
        yield Phrase(kind=PhraseKind.OLD, base=base.removeprefix("ب") if base.startswith("بال") else base)


def _arabic_kind(kind: str, rest: str) -> Iterator[Phrase]:
    if kind in arabic.PROVINCE_NOUNS:
        yield Phrase(kind=PhraseKind.DIVISION, base=rest)
    elif kind in arabic.DISTRICT_NOUNS:
        yield Phrase(kind=PhraseKind.DISTRICT, base=rest)
    elif kind in arabic.NEIGHBOURHOOD_NOUNS | arabic.SETTLEMENT_NOUNS:
        yield Phrase(kind=PhraseKind.PLAIN, base=rest)
    elif kind in arabic.CENTRE:
        yield Phrase(kind=PhraseKind.PART, base=rest, direction="central")
    elif kind in arabic.OUTSKIRTS | arabic.COUNTRYSIDE:
        last = fold(rest.split()[-1])
        base = " ".join(rest.split()[:-1]) if last in arabic.DIRECTIONS and " " in rest else rest
        yield Phrase(kind=PhraseKind.RIM, base=base)


def _side(key: str) -> PhraseKind:
    """Return what a direction before a name means: the adjective a part, the noun the side of it."""
    return PhraseKind.PART if key.endswith(("ي", "ه")) else PhraseKind.BESIDE


def derive(phrase: Phrase, name: str, base: Place) -> Place | None:
    """Return the place that a phrase makes of a known one, None where it makes none."""
    match phrase.kind:
        case PhraseKind.PART:
            return _part(name, base, phrase.direction or "")
        case PhraseKind.OLD:
            return _old(base)
        case PhraseKind.NEW:
            return replace(base, name=name, tier=Tier.NEIGHBOURHOOD, within=(base.name, *base.within))
        case PhraseKind.RIM:
            return _rim(name, base)
        case PhraseKind.BESIDE:
            degrees = bearing(phrase.direction or "")
            return None if degrees is None else beside(base, degrees)
        case PhraseKind.OFFSET:
            return offset(base, phrase.km, phrase.direction or "")
        case PhraseKind.DISTRICT:
            return _widened(name, base)
        case _:
            return base


def _coarse(place: Place) -> bool:
    return place.tier in (Tier.COUNTRY, Tier.PROVINCE) or place.radius_m is None


def _part(name: str, base: Place, direction: str) -> Place:
    """Return one side or the middle of a place: 0.6 of its reach, moved half of it to that side.

    So the part holds its half and a narrow strip beyond the middle: a list's point is seldom the very middle.
    """
    inside = (base.name, *base.within)
    if _coarse(base):
        tier = Tier.PROVINCE if base.tier is Tier.COUNTRY else base.tier
        return replace(base, name=name, latitude=None, longitude=None, radius_m=None, tier=tier, within=inside)
    reach = base.radius_m or 0
    degrees = bearing(direction)
    point = (base.latitude, base.longitude) if degrees is None else shifted(base, 0.5 * reach, degrees)
    if point is None:
        return replace(base, name=name, within=inside)
    share = 0.5 if degrees is None else 0.6
    return replace(base, name=name, latitude=point[0], longitude=point[1], radius_m=round(share * reach), within=inside)


def _old(base: Place) -> Place | None:
    if base.tier not in (Tier.CITY, Tier.TOWN):
        return None
    city = base.within[-1] if base.within else base.name
    return replace(
        base,
        name=f"Old City ({city})",
        radius_m=max(1_000, (base.radius_m or 0) // 4),
        tier=Tier.NEIGHBOURHOOD,
        within=(base.name, *base.within),
    )


def _rim(name: str, base: Place) -> Place:
    if _coarse(base):
        return replace(base, name=name, within=(base.name, *base.within))
    if base.tier is not None and base.tier.rank <= Tier.VILLAGE.rank:  # the rim of a village is about as wide as a town
        return replace(base, name=name, radius_m=max(2 * (base.radius_m or 0), 3_000), tier=Tier.TOWN, within=())
    radius_m = max(2 * (base.radius_m or 0), 5_000)
    return replace(base, name=name, radius_m=radius_m, tier=Tier.SUBDISTRICT, within=())


def _widened(name: str, base: Place) -> Place:
    """Return the district named after a town; a quarter called district stays what it is."""
    if base.tier not in (Tier.TOWN, Tier.CITY):
        return base
    return replace(base, name=name, radius_m=Tier.DISTRICT.radius_m, tier=Tier.DISTRICT, within=())
