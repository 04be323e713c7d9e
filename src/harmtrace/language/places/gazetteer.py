"""Gazetteer: names of places to places, best first, with the rest of the document in mind."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, Protocol

import ahocorasick

from harmtrace.language.english import places as english
from harmtrace.language.places import arabic
from harmtrace.language.places.countries import country_name, country_place, demonym
from harmtrace.language.places.folding import fold, fold_all, keys_of, plain, skeleton
from harmtrace.language.places.ground import distance_m, within
from harmtrace.language.places.phrases import Phrase, PhraseKind, derive, read
from harmtrace.language.places.provinces import PROVINCE_NAMES, province
from harmtrace.language.places.spellings import automaton_of, occurrences
from harmtrace.records.measure import Place, Tier

_NEAR_M: Final = 100_000
_MEANS_NOTHING: Final = frozenset({"USA", "GBR", "FRA"})  # named for their forces more than for their ground
_HINTS: Final = automaton_of([*english.DEMONYMS, *PROVINCE_NAMES])
_STRIP: Final = frozenset({"strip", "قطاع"})
_OLD_CITY: Final = frozenset({*fold_all(sorted(english.OLD_CITY)), *arabic.OLD_CITY})


@dataclass(frozen=True, slots=True, kw_only=True)
class GazetteerRow:
    """One place with every name it goes by.

    Attributes:
        names: as written, the canonical one included.
        population: inhabitants, None where unknown.
    """

    place: Place
    names: tuple[str, ...]
    population: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """A name of a known place in a text.

    Attributes:
        start, end: the words as written, without an Arabic proclitic.
        name: the name as the gazetteer spells it, which ``Gazetteer.lookup`` knows.
        tier: how fine the word before the name says that it is ("the village of"), None where none does.
        weak: nothing but its position says that it is a place: it counts only where the gazetteer knows it.
        told: it tells where a speaker is, not where the event was.
        wide: the word beside the name says that it is more than the place that bears it ("Orla province", "Orla road").
    """

    start: int
    end: int
    name: str
    tier: Tier | None = None
    weak: bool = False
    told: bool = False
    wide: bool = False


class Atlas(Protocol):
    """A big list behind the user's rows, read when it is first asked."""

    def named(self, key: str, countries: frozenset[str]) -> tuple[GazetteerRow, ...]:
        """Return the rows with a name of that folding key, biggest first.

        ``countries`` (alpha-3) are those that the document speaks of: there, small places are listed too.
        """

    def scattered(self, key: str) -> tuple[GazetteerRow, ...]:
        """Return the rows of that key for small places anywhere, for a document that speaks of no country."""


class NoAtlas:
    """Is the atlas that knows nothing."""

    def named(self, key: str, countries: frozenset[str]) -> tuple[GazetteerRow, ...]:
        """Return nothing."""
        return ()

    def scattered(self, key: str) -> tuple[GazetteerRow, ...]:
        """Return nothing."""
        return ()


@dataclass(frozen=True, kw_only=True)
class Gazetteer:
    """What is known of places: the user's rows, countries, and a big list behind them.

    Asking changes nothing that can be seen: answers are remembered, never different.
    """

    rows: tuple[GazetteerRow, ...]
    atlas: Atlas = field(default_factory=NoAtlas)
    _answers: dict[tuple[str, tuple[Place, ...], int], tuple[Place, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @classmethod
    def of(cls, rows: Iterable[GazetteerRow], *, atlas: Atlas | None = None) -> "Gazetteer":
        """Return a gazetteer of the user's rows, in the order of their files, over an atlas."""
        return cls(rows=tuple(rows), atlas=NoAtlas() if atlas is None else atlas)

    def lookup(self, name: str, *, near: Sequence[Place] = (), limit: int = 5) -> tuple[Place, ...]:
        """Return the places that a name may mean, best first; empty where none is known.

        ``near`` are other places of the same document, surest first: they decide between places of one name,
        say whose "Old City" is meant, and in which countries to look for small places.

        >>> [place.country for place in Gazetteer.of([]).lookup("Iraq and Syria")]
        ['IRQ', 'SYR']
        """
        question = (name, tuple(near), limit)
        found = self._answers.get(question)
        if found is None:
            if len(self._answers) > 200_000:
                self._answers.clear()
            found = self._answers[question] = self._look(_clean(name), question[1])[:limit]
        return found

    def find(self, text: str, start: int, end: int) -> tuple[PlaceMention, ...]:
        """Return where the user's names and countries stand in ``text[start:end]``, in order.

        Whole words, the longest name first, none overlapping; Latin names as capitalised in the rows or in
        capitals, Arabic names also after a proclitic, which stays outside the mention.
        """
        return tuple(
            PlaceMention(start=a, end=b, name=name) for a, b, name in occurrences(self._words, text, start, end)
        )

    def context(self, text: str, start: int, end: int) -> tuple[Place, ...]:
        """Return the countries, provinces and places of the user's that ``text[start:end]`` speaks of.

        The most often named first; demonyms count for their country. Made to be passed on as ``near``.

        >>> text = "Ituri officials said Congolese soldiers fled."
        >>> [place.name for place in Gazetteer.of([]).context(text, 0, len(text))]
        ['Ituri', 'Democratic Republic of the Congo']
        """
        found = [self.lookup(mention.name)[:1] for mention in self.find(text, start, end)]
        found += [(place,) for _, _, name in occurrences(_HINTS, text, start, end) if (place := hint(name)) is not None]
        counted = Counter(place for places in found for place in places)
        return tuple(place for place, _ in counted.most_common())

    def within(self, inner: Place, outer: Place) -> bool:
        """Tell whether one place lies in another, coarser one."""
        return within(inner, outer)

    @cached_property
    def _words(self) -> "ahocorasick.Automaton":
        names = [name for row in self.rows for name in row.names]
        names += [name for name in english.COUNTRY_NAMES if name not in english.ABBREVIATIONS]
        return automaton_of(dict.fromkeys([*names, *arabic.COUNTRY_NAMES]))

    @cached_property
    def _by_key(self) -> dict[str, tuple[GazetteerRow, ...]]:
        return _index((key, row) for row in self.rows for key in keys_of(row.names))

    @cached_property
    def _by_skeleton(self) -> dict[str, tuple[GazetteerRow, ...]]:
        keys = ((skeleton(key), row) for row in self.rows for key in set(fold_all(row.names)) if key.isascii())
        return _index((bones, row) for bones, row in set(keys) if len(bones) > 2)

    @cached_property
    def _by_admin(self) -> dict[str, Place]:
        divisions: dict[str, Place] = {}
        for row in self.rows:
            if row.place.admin1 is not None:
                divisions.setdefault(fold(row.place.admin1), _division(row.place.admin1, row.place))
        return divisions

    def _look(self, name: str, near: tuple[Place, ...]) -> tuple[Place, ...]:
        if not name or name.casefold() in english.NEVER_PLACES:
            return ()
        key = fold(name)
        if key in _OLD_CITY:
            return self._old_city(name, near)
        if key in _STRIP and "PSE" in _countries(near):
            return self._look("Gaza Strip", near)
        return (
            self._known(name, near)
            or self._phrase(name, near)
            or self._loose(name, near)
            or self._scattered(name, near)
            or self._with_a_site(name, near)
        )

    def _with_a_site(self, name: str, near: tuple[Place, ...]) -> tuple[Place, ...]:
        """Return the place that a site is named after in Arabic ("the market of Ostrel"): the user's own, or one near."""
        site, _, base = name.partition(" ")
        if not base or fold(site) not in arabic.SITE_NOUNS:
            return ()
        own = tuple(row.place for row in self._by_key.get(fold(base), ()))
        return own or tuple(place for place in self._known(base, near) if near and _nearness(place, near) > 0)

    def _old_city(self, name: str, near: tuple[Place, ...]) -> tuple[Place, ...]:
        """Return the oldest part of the city that the document speaks of, the user's own row first."""
        cities = _cities(near)
        keys = dict.fromkeys([fold(name), *sorted(_OLD_CITY), *(fold(f"Old City of {city.name}") for city in cities)])
        rows = dict.fromkeys(row.place for key in keys for row in self._by_key.get(key, ()))
        fitting = [place for place in rows if not near or any(_fits(place, other) for other in cities or near)]
        if fitting or not cities:
            return tuple(fitting)
        whole = self._known(cities[0].within[-1], near) if cities[0].within else ()
        found = derive(Phrase(kind=PhraseKind.OLD), name, (*_cities(whole), cities[0])[0])
        return () if found is None else (found,)

    def _scattered(self, name: str, near: tuple[Place, ...]) -> tuple[Place, ...]:
        """Return small places of that name anywhere, where the document gives no country to look in."""
        if _countries(near) - _MEANS_NOTHING:
            return ()
        return tuple(_distinct(row.place for row in self.atlas.scattered(fold(name)) if _believable(row, name, near)))

    def _known(self, name: str, near: tuple[Place, ...]) -> tuple[Place, ...]:
        """Return the places that go by exactly this name."""
        key = fold(name)
        if not key:
            return ()
        country = country_place(name)
        rows = self._by_key.get(key, ())
        if country is not None and country.tier is Tier.COUNTRY:
            return (*(row.place for row in rows if row.place.tier is Tier.COUNTRY), country)[:1]
        about = _countries(near) | {row.place.country for row in self.rows[:1] if row.place.country}
        candidates = [(row, True) for row in rows]
        if not any(not near or _nearness(row.place, near) for row in rows):
            listed = self.atlas.named(key, frozenset(about))
            candidates += [(row, False) for row in listed if _believable(row, name, near)]
        candidates.sort(key=lambda one: _weight(one[0], name, near, own=one[1]))
        found = [row.place for row, _ in candidates]
        if country is not None:
            found.insert(0, country)
        elif not rows:
            found = self._with_divisions(key, near, found)
        return tuple(dict.fromkeys(_distinct(found)))

    def _with_divisions(self, key: str, near: tuple[Place, ...], found: list[Place]) -> list[Place]:
        """Return the places, or before them a first-level division of that name in a country of its own.

        A town hides the province named after it: the bare name means the town.
        """
        division = self._by_admin.get(key) or province(key, _countries(near))
        if division is None:
            return found
        return found if any(place.country == division.country for place in found) else [division, *found]

    def _phrase(self, name: str, near: tuple[Place, ...]) -> tuple[Place, ...]:
        """Return what a phrase around a known name means: a part, a side, an offset, a division."""
        for phrase in read(name):
            found = self._reading(phrase, name, near)
            if found:
                return tuple(dict.fromkeys(found))
        return ()

    def _reading(self, phrase: Phrase, name: str, near: tuple[Place, ...]) -> tuple[Place, ...]:
        if phrase.kind is PhraseKind.LIST:
            parts = [self._look(part, near) for part in phrase.parts]
            return tuple(part[0] for part in parts) if all(parts) else ()
        if phrase.kind is PhraseKind.NESTED:
            return self._nested(phrase, near)
        if phrase.kind is PhraseKind.DIVISION:
            return self._division(phrase.base, name, near)
        if phrase.kind is PhraseKind.NEW:
            return self._new(phrase.base, name, near)
        if phrase.kind is PhraseKind.PLAIN:
            return self._look(phrase.base, near)
        bases = self._look(phrase.base, near)
        if phrase.kind is PhraseKind.OLD and bases:
            return self._old_city("Old City", bases[:1])
        alike = (base for base in bases if base.country == bases[0].country or base.tier is bases[0].tier)
        found = (derive(phrase, name, base) for base in alike)
        return tuple(place for place in found if place is not None)

    def _nested(self, phrase: Phrase, near: tuple[Place, ...]) -> tuple[Place, ...]:
        """Return the inner place of "Zanjili, Mosul": known and near, or known only to lie there."""
        outer = self._look(phrase.base, near)
        if not outer:
            return ()
        inner = self._look(phrase.parts[0], (outer[0], *near))
        fitting = tuple(place for place in inner if _fits(place, outer[0]))
        if inner or outer[0].tier is None:
            return fitting
        tier = Tier.NEIGHBOURHOOD if outer[0].tier.rank <= Tier.CITY.rank else None
        return (
            Place(
                name=phrase.parts[0],
                tier=tier,
                country=outer[0].country,
                admin1=outer[0].admin1,
                within=(outer[0].name, *outer[0].within),
                gazetteer="text",
            ),
        )

    def _division(self, base: str, name: str, near: tuple[Place, ...]) -> tuple[Place, ...]:
        """Return a province by its own name, or by that of the town it is named after."""
        key = fold(base)
        division = self._by_admin.get(key) or province(key, _countries(near))
        if division is not None:
            return (division,)
        towns = self._known(base, near)
        if not towns or towns[0].tier is Tier.COUNTRY:
            return towns
        if towns[0].tier is Tier.PROVINCE:
            return towns[:1]
        return (_division(base, towns[0], name),)

    def _new(self, base: str, name: str, near: tuple[Place, ...]) -> tuple[Place, ...]:
        """Return the quarter that a city's name and "New" make ("Mosul al-Jadida", "New Mosul").

        Lists have it under one spelling of the city's name: each of them is tried.
        """
        city = self._known(base, near)
        if not city or city[0].tier is None or city[0].tier.rank > Tier.CITY.rank:
            return ()
        for other in self._names_of(base, city[0]):
            for key in (f"{fold(other)} jadida", f"{fold(other)} جديده"):
                rows = (*self._by_key.get(key, ()), *self.atlas.named(key, frozenset({city[0].country or ""})))
                listed = [row.place for row in rows if _fits(row.place, city[0])]
                if listed:
                    return tuple(listed)
        return tuple(filter(None, [derive(Phrase(kind=PhraseKind.NEW, base=base), name, city[0])]))

    def _names_of(self, name: str, place: Place) -> tuple[str, ...]:
        rows = (*self._by_key.get(fold(name), ()), *self.atlas.named(fold(name), frozenset({place.country or ""})))
        return next((row.names for row in rows if row.place == place), (name,))

    def _loose(self, name: str, near: tuple[Place, ...]) -> tuple[Place, ...]:
        """Return the user's one place with the same consonants, where vowels are spelt at will."""
        bones = skeleton(fold(name))
        rows = self._by_skeleton.get(bones, ()) if len(bones) > 2 else ()
        fitting = [row.place for row in rows if _same_start(name, row)]
        return tuple(fitting) if len(fitting) == 1 else ()


def hint(name: str) -> Place | None:
    """Return the country of a demonym, or the province of that name; None for any other word."""
    code = demonym(name)
    return province(fold(name), frozenset()) if code is None else country_place(country_name(code))


def _index(pairs: Iterable[tuple[str, GazetteerRow]]) -> dict[str, tuple[GazetteerRow, ...]]:
    index: dict[str, list[GazetteerRow]] = {}
    for key, row in pairs:
        index.setdefault(key, []).append(row)
    return {key: tuple(rows) for key, rows in index.items()}


_ARABIC = re.compile("[\u0620-\u064a]")
_POSSESSIVE = re.compile(r"['’]s?$")
_STREET = re.compile(r"(?<=\w )St\.?$")


def _clean(name: str) -> str:
    words = " ".join(name.replace("_", " ").replace("#", " ").split()).strip(' ,.;:!?"“”«»()،؛')
    return (
        _STREET.sub("Street", _POSSESSIVE.sub("", words)).removeprefix("the ").removeprefix("The ").removeprefix("THE ")
    )


def _countries(near: Sequence[Place]) -> set[str]:
    return {place.country for place in near if place.country is not None}


def _cities(near: Sequence[Place]) -> tuple[Place, ...]:
    """Return the towns and cities among the places near, whole ones before their parts."""
    towns = [place for place in near if place.tier in (Tier.TOWN, Tier.CITY)]
    return tuple(sorted(towns, key=lambda place: bool(place.within)))


def _believable(row: GazetteerRow, name: str, near: Sequence[Place]) -> bool:
    """Tell whether a listed place may be meant, by how its name is spelt.

    In a country that the document does not speak of, only by its main name, not by one of its many others
    ("Mambasa" for Mombasa), in Arabic letters only where it has no other name in them; with no country to go by, by any
    of its names as spelt there; a city then in any spelling.
    """
    if _nearness(row.place, near) > 0:
        return True
    if not name.isascii():
        return not _countries(near) - _MEANS_NOTHING or row.place.tier is Tier.CITY or not _other_arabic(row, name)
    if not near and row.place.tier is Tier.CITY:
        return True
    spelt = plain(name)
    known = any(spelt == plain(other) for other in row.names)
    return known and (not near or fold(name) == fold(row.place.name))


def _other_arabic(row: GazetteerRow, name: str) -> bool:
    """Tell whether a name in Arabic letters is one of several that a listed place has in them: an old or a colonial one."""
    key = fold(name)
    return any(_ARABIC.match(other) is not None and fold(other) != key for other in row.names)


def _weight(row: GazetteerRow, name: str, near: Sequence[Place], *, own: bool) -> tuple[int, bool, bool, int, int]:
    """Return the key that sorts candidates of one name, best first."""
    spelt = plain(name)
    exact = any(spelt == plain(other) for other in row.names)
    canonical = name.casefold() == row.place.name.casefold()
    people = row.population or 0
    return (-_nearness(row.place, near), not own, not exact, -people, not canonical)


def _nearness(place: Place, near: Sequence[Place]) -> int:
    """Return 2 for a place near another of the document, 1 for one in the same country, else 0."""
    telling = [other for other in near if other.country not in _MEANS_NOTHING] or near
    best = 0
    for other in telling:
        apart = distance_m(place, other)
        if apart is not None and apart <= _NEAR_M:
            return 2
        if place.country is not None and place.country == other.country:
            best = 1
    return best


def _fits(inner: Place, outer: Place) -> bool:
    """Tell whether a place may lie in another: not in another country, not far beyond its rim."""
    if inner.country and outer.country and inner.country != outer.country:
        return False
    apart = distance_m(inner, outer)
    return apart is None or outer.radius_m is None or apart <= 2 * outer.radius_m + 5_000


def _distinct(places: Iterable[Place]) -> list[Place]:
    """Return the places without those that are a second row for the same ground."""
    kept: list[Place] = []
    for place in places:
        if not any(_same_ground(place, other) for other in kept):
            kept.append(place)
    return kept


def _same_ground(a: Place, b: Place) -> bool:
    apart = distance_m(a, b)
    return apart is not None and apart < 5_000 and (a.tier is b.tier or a.gazetteer != b.gazetteer)


def _division(base: str, town: Place, name: str | None = None) -> Place:
    return Place(
        name=base if name is None else name,
        tier=Tier.PROVINCE,
        country=town.country,
        admin1=base,
        gazetteer=town.gazetteer,
    )


def _same_start(name: str, row: GazetteerRow) -> bool:
    initial = fold(name)[:1]
    return any(fold(other)[:1] == initial for other in row.names)
