"""What an account brings to the question whether two accounts speak of one event."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from harmtrace.incidents.times import Extent, extent
from harmtrace.language.bones import bones
from harmtrace.language.parties import canonical, fold, group
from harmtrace.language.places import arabic, country_code
from harmtrace.language.places import fold as place_key
from harmtrace.language.places.provinces import bears_name
from harmtrace.records.claim import Account, Casualty, Claim, ClaimId, Modality, Outcome, Scope, Unit, Who
from harmtrace.records.measure import Place, Tier

Key = tuple[str, int]

_DIRECTION_WORDS = (
    "north south east west northern southern eastern western central centre center city town of the in outskirts "
    "countryside area district province governorate region near greater northeast northwest southeast southwest "
    "northeastern northwestern southeastern southwestern"
)
_DIRECTIONS = frozenset(
    (*_DIRECTION_WORDS.split(), *(fold(word) for word in (*arabic.DIRECTIONS, *arabic.CENTRE, *arabic.OUTSKIRTS)))
) | {
    "".join((start, fold(word), end))
    for word in ("شمال", "جنوب", "شرق", "غرب", *arabic.COUNTRYSIDE, *arabic.DISTRICT_NOUNS, *arabic.PROVINCE_NOUNS)
    for start in ("", "ال")
    for end in ("", "ي", "يه", "ية")
}
_DEAD = (Outcome.KILLED, Outcome.BODIES_RECOVERED, Outcome.KILLED_OR_MISSING, Outcome.KILLED_OR_INJURED)


@dataclass(frozen=True, slots=True)
class Spot:
    """One located hypothesis of an account, ready for arithmetic.

    ``wide_m`` is how far it reaches if the province of its name is meant; ``radius_m`` where none bears its name.
    """

    latitude: float
    longitude: float
    radius_m: float
    rank: int
    country: str | None
    name: str
    wide_m: float = 0.0


@dataclass(slots=True, eq=False)
class Signal:
    """One account with everything that scoring compares, computed once.

    Attributes:
        founds: it holds a casualty claim that alleges harm, so it may found an incident.
        spots: located hypotheses, finest first.
        names: folded names that no gazetteer located and that are more than a direction.
        figures: numbers of dead, and of bodies, that its claims name.
        family: id of the first of the document's family, or the document itself.
        posted: day of its document, as given or as the document shows it; never the day of the event itself.
        alone: its document holds no other account.
        bones: consonants of ``names``, by which spellings in two scripts meet.
        weekday: day of the week (Monday 0) that the document names for it, or that its day is.
        lent: whence its time, or its year, where not from its document; ``copied``: from a text with the same words.
        source: who publishes its document.
        clashes: the day of the week that its document names is not that of its day, so the day may be another event's.
    """

    key: Key
    account: Account
    claims: tuple[Claim, ...]
    when: Extent | None
    spots: tuple[Spot, ...]
    countries: frozenset[str]
    names: frozenset[str]
    place_words: frozenset[str]
    targets: frozenset[str]
    causes: frozenset[str]
    parties: frozenset[str]
    figures: frozenset[int]
    hurt: frozenset[int]
    founds: bool
    family: str
    edtf: str | None
    lent: str = field(default="")
    copied: bool = False
    posted: int | None = None
    alone: bool = True
    bones: frozenset[str] = frozenset()
    weekday: int | None = None
    source: str | None = None
    clashes: bool = False

    def spans(self) -> tuple[tuple[int, int], ...]:
        """Return the words of its claims, or else the first that speak of it, in order; not kept, for few ask."""
        own = sorted((claim.start, claim.end) for claim in self.claims)
        return tuple(own) or ((self.account.quote_start, self.account.quote_end),)


def pair(a: Signal, b: Signal) -> tuple[Key, Key]:
    """Return the keys of two accounts, the smaller first."""
    return (a.key, b.key) if a.key < b.key else (b.key, a.key)


def alleges_harm(claim: Claim, rejected: frozenset[ClaimId]) -> bool:
    """Tell whether a claim says that civilians, or people of unnamed status, came to harm in one event."""
    if not isinstance(claim, Casualty) or claim.id in rejected or claim.scope is not Scope.EVENT:
        return False
    if claim.modality is Modality.CONDITIONAL or claim.who is Who.COMBATANT:
        return False
    return claim.count.high is None or claim.count.high > 0


def signal(
    account: Account,
    claims: Sequence[Claim],
    *,
    family: str,
    rejected: frozenset[ClaimId] = frozenset(),
    when: str | None = None,
    lent: str = "",
    posted: str | None = None,
    alone: bool = True,
    doubted: frozenset[str] = frozenset(),
    source: str | None = None,
) -> Signal:
    """Return what an account and its claims bring to scoring; ``when`` overrides the account's own time.

    Places in ``doubted`` countries locate nothing here.
    """
    edtf = when if when is not None else account.when
    sure = tuple(p for p in account.places if p.country not in doubted) if doubted else account.places
    located, spots, countries = _located(sure)
    parties = _one(frozenset(group(canonical(p)) for p in account.parties))
    alleging = [c for c in claims if isinstance(c, Casualty) and c.scope is Scope.EVENT and c.id not in rejected]
    names = frozenset(_name_key(name) for name in unlocated(account.place_names, located))
    return Signal(
        key=(account.document, account.event),
        account=account,
        claims=tuple(claims),
        when=extent(edtf),
        spots=spots,
        countries=countries,
        names=_one(names),
        place_words=_one(located | names | frozenset(fold(name) for name in account.place_names)),
        targets=account.targets,
        causes=account.causes,
        parties=parties,
        figures=_once(frozenset(_figures(alleging, _DEAD))),
        hurt=_once(frozenset(_figures(alleging, (Outcome.INJURED,)))),
        founds=any(alleges_harm(claim, rejected) for claim in claims),
        family=family,
        edtf=edtf,
        lent=lent,
        posted=_day(posted),
        alone=alone,
        weekday=_weekday(account, extent(edtf)),
        bones=_one(frozenset(key for key in map(bones, names) if len(key) >= _TELLING)),
        source=source,
        clashes=_clashes(account, extent(edtf)),
    )


def _weekday(account: Account, when: Extent | None) -> int | None:
    return _falls_on(when) if account.weekday is None else account.weekday


def _clashes(account: Account, when: Extent | None) -> bool:
    told, falls_on = account.weekday, _falls_on(when)
    return told is not None and falls_on is not None and told != falls_on


def _falls_on(when: Extent | None) -> int | None:
    """Return the day of the week (0 Monday) of a time that is one day of a known year."""
    return (when.first - 1) % 7 if when is not None and when.year_known and when.days == 1 else None


_TELLING = 4
"""Consonants that a name must have to be known again in another script by them."""


def _day(edtf: str | None) -> int | None:
    """Return the day number of a text that is one full day."""
    if edtf is None or len(edtf) != 10:
        return None
    found = extent(edtf)
    return found.first if found is not None and found.year_known and found.days == 1 else None


@lru_cache(maxsize=65_536)
def _located(places: tuple[Place, ...]) -> tuple[frozenset[str], tuple[Spot, ...], frozenset[str]]:
    """Return the folded names of places, their spots, finest first, and their countries; accounts share them."""
    names = _one(frozenset(fold(place.name) for place in places))
    finer = tuple(place for place in places if place.tier is not Tier.COUNTRY)
    places = finer or places  # a country beside a town is where it lies, or who struck it: the town says where
    spots = tuple(sorted(_spots(places), key=lambda s: (s.rank, s.radius_m, s.name)))
    return names, spots, _one(frozenset(p.country for p in places if p.country is not None))


@lru_cache(maxsize=65_536)
def _once(figures: frozenset[int]) -> frozenset[int]:
    return figures


@lru_cache(maxsize=65_536)
def _one(words: frozenset[str]) -> frozenset[str]:
    """Return a set that equal ones share: a case has some hundred thousand accounts of a few thousand places."""
    return words


def _spots(places: Iterable[Place]) -> Iterable[Spot]:
    for place in places:
        if place.latitude is None or place.longitude is None:
            continue
        tier = place.tier if place.tier is not None else Tier.CITY
        radius = place.radius_m if place.radius_m is not None else tier.radius_m
        if radius is None:
            radius = 100_000 if tier is Tier.PROVINCE else 800_000
        wide = max(radius, _PROVINCE_M) if _may_be_province(place, tier) else radius
        name = fold(place.name)
        yield Spot(place.latitude, place.longitude, float(radius), tier.rank, place.country, name, float(wide))


_PROVINCE_M = 60_000
"""How far from its capital a place in a province lies at most, as a rule: half of the width of an ordinary one."""


def _may_be_province(place: Place, tier: Tier) -> bool:
    """Tell whether a place is a town, or a part or the surroundings of one, that bears the name of its province."""
    fits = place.gazetteer == "geonames" and Tier.TOWN.rank <= tier.rank < Tier.PROVINCE.rank
    return fits and place.country is not None and bears_name(place.name, place.country)


def unlocated(names: Iterable[str], located: frozenset[str]) -> list[str]:
    """Return the folded names that no gazetteer located, without mere directions of a located place.

    >>> unlocated(["western Mosul", "Dock Street"], frozenset({"mosul"}))
    ['dock street']
    """
    known = {word for name in located for word in name.split()}
    kept = []
    for name in names:
        folded = fold(name)
        words = set(folded.split())
        if not words or folded in located or words <= (known | _DIRECTIONS) or _is_country(folded):
            continue
        kept.append(folded)
    return kept


@lru_cache(maxsize=65_536)
def _name_key(name: str) -> str:
    """Return what spellings of one name share; Arabic is written with and without spaces."""
    key = place_key(name) or name
    if key.isascii():
        return key
    words = key.split()
    while len(words) > 1 and words[0] in _AROUND:  # "the surroundings of the town of X" is X
        words = words[1:]
    return "".join(words)


_AROUND = frozenset(
    (
        *(*arabic.OUTSKIRTS, *arabic.CENTRE, *arabic.DIRECTIONS, *arabic.COUNTRYSIDE, *arabic.SETTLEMENT_NOUNS),
        *(*arabic.NEIGHBOURHOOD_NOUNS, *arabic.DISTRICT_NOUNS, *arabic.PROVINCE_NOUNS),
        *("قرب", "بلدات", "قري", "مزارع", "باديه"),
    )
)


@lru_cache(maxsize=65_536)
def _is_country(name: str) -> bool:
    return country_code(name) is not None


def _figures(claims: Iterable[Casualty], outcomes: tuple[Outcome, ...]) -> Iterable[int]:
    for claim in claims:
        if claim.outcome in outcomes and claim.unit is not Unit.FAMILIES and claim.count.vague is None:
            for bound in (claim.count.low, claim.count.high):
                if bound is not None and bound > 1:
                    yield bound
