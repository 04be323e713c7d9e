"""Names that one text leaves in doubt -> the places that they mean in the case as a whole."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, Self

from harmtrace.records.claim import Account, Reading
from harmtrace.records.measure import Place, Tier

_LEAST = 12
"""Fewer documents that name a place finer than a country say nothing of where a case is."""

_HOME = 0.2
_STRANGE = 0.03
"""Share of those documents that makes a country one of the case's, and below which it is a stranger to it."""


class Lookup(Protocol):
    """Looks a name up in the gazetteer of a case, best first, by other places that it is spoken of with."""

    def __call__(self, name: str, *, near: Sequence[Place] = ()) -> tuple[Place, ...]:
        """Return the places that a name may mean."""


@dataclass(frozen=True, slots=True)
class Settling:
    """The countries that a case is about, and those of which next to none of its documents name a place."""

    countries: tuple[Place, ...]
    seen: Mapping[str, float]
    lookup: Lookup

    @classmethod
    def of(cls, readings: Iterable[Reading], lookup: Lookup | None) -> Self | None:
        """Return where a case is, by the places finer than a country that its documents name; None for a small case.

        "One sense per discourse" (Gale, Church, Yarowsky 1992), taken for a case: its documents speak of few countries.
        """
        documents: dict[str, set[str]] = defaultdict(set)
        for reading in readings if lookup is not None else ():
            for account in reading.accounts:
                for place in account.places:
                    if place.country is not None and place.tier is not Tier.COUNTRY:
                        documents[place.country].add(reading.document)
        located = len(set[str]().union(*documents.values()))
        seen = {country: len(having) / located for country, having in documents.items()}
        codes = sorted(country for country, share in seen.items() if share >= _HOME)
        if located < _LEAST or not codes or lookup is None:
            return None
        return cls(tuple(Place(name=code, tier=Tier.COUNTRY, country=code) for code in codes), seen, lookup)

    def settled(self, accounts: Sequence[Account]) -> tuple[tuple[Account, ...], frozenset[str]]:
        """Return the accounts of one document with names in doubt read where the case is, and countries to doubt.

        A name is in doubt where it was located in a country that is not the case's, and of which the document gives no
        second sign. A country is to be doubted where such a name means nothing in the case's countries, and next to no
        document of the case names a place of it: it is no ground to set the account apart.
        """
        at = {place.country for place in self.countries}
        signs = Counter(place.country for place in {place for one in accounts for place in one.places})
        doubtful = {one for one, count in signs.items() if one is not None and one not in at and count == 1}
        if not doubtful:
            return tuple(accounts), frozenset()
        out = [replace(one, places=self._read(one.places, doubtful)) for one in accounts]
        left = {place.country for one in out for place in one.places if place.tier is not Tier.COUNTRY}
        return tuple(out), frozenset(one for one in doubtful & left if self.seen.get(one, 0.0) < _STRANGE)

    def _read(self, places: tuple[Place, ...], doubtful: set[str]) -> tuple[Place, ...]:
        found: dict[Place, None] = {}
        for place in places:
            if place.country in doubtful and place.tier is not Tier.COUNTRY:
                place = self._here(place.name) or place
            found[place] = None
        return tuple(found)

    def _here(self, name: str) -> Place | None:
        """Return what a name means in the case's countries, named as written; None where they have no such place."""
        at = {place.country for place in self.countries}
        for place in self.lookup(name, near=self.countries):
            if place.country in at and place.tier is not Tier.COUNTRY:
                return replace(place, name=name) if place.gazetteer == "geonames" else place
        return None
