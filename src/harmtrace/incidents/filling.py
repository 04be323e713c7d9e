"""When and where an incident happened, filled from all its accounts, with what was filled and from where."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from harmtrace.incidents.scores import Shared, metres
from harmtrace.incidents.signals import Key, Signal, Spot, pair, unlocated
from harmtrace.incidents.times import Extent, extent, gap_days, in_year, same_when_year_known
from harmtrace.language.parties import fold
from harmtrace.records.claim import Casualty, ClaimId, Position
from harmtrace.records.head import DocumentHead
from harmtrace.records.incident import Hypothesis
from harmtrace.records.measure import Period, Place, Tier
from harmtrace.records.text import BINDING, Relation, RelationKind

_SHOWN = 6
_TOWN = Tier.TOWN.rank


@dataclass(frozen=True, slots=True)
class When:
    """An incident's time, and which documents give it."""

    edtf: str | None
    why: str


def when_of(accounts: Sequence[Signal]) -> When:
    """Return the most precise time that the accounts give, its year filled from another of them where needed.

    Among equally precise times the one of most families wins, then the earlier.
    """
    dated = [(a, a.when, a.edtf) for a in accounts if a.when is not None and a.edtf is not None]
    if not dated:
        return When(None, "no document gives a time")
    families: dict[tuple[int, int, bool], set[str]] = {}
    for a, when, _ in dated:
        families.setdefault((when.first, when.last, when.year_known), set()).add(a.family)

    def rank(entry: tuple[Signal, Extent, str]) -> tuple[int, int, bool, int, str, Key]:
        a, when, edtf = entry
        votes = sum(len(f) for (first, last, known), f in families.items() if _alike(when, Extent(first, last, known)))
        return when.days, -votes, not when.year_known, when.first, edtf, a.key

    _, best, edtf = min(dated, key=rank)
    if not best.year_known:
        filled = _year_from(edtf, best, [w for _, w, _ in dated if w.year_known])
        if filled is not None:
            edtf = filled
    return When(edtf, _why(best, dated))


def _alike(a: Extent, b: Extent) -> bool:
    return same_when_year_known(a, b)


def _year_from(edtf: str, best: Extent, known: Iterable[Extent]) -> str | None:
    for other in sorted(known, key=lambda w: (w.days, w.first)):
        for year in range(date.fromordinal(max(other.first, 1)).year, date.fromordinal(max(other.last, 1)).year + 1):
            laid = in_year(edtf, year)
            if laid is not None and gap_days(laid, other) == 0:
                return Period.of(edtf).in_year(year).edtf
    return None


def _why(best: Extent, dated: Sequence[tuple[Signal, Extent, str]]) -> str:
    unit = "day" if best.days == 1 else "days" if best.days <= 8 else "month" if best.days <= 31 else "span"
    given = [a for a, when, _ in dated if _alike(when, best)]
    own_year = [a for a, when, _ in dated if when.year_known and not a.lent]
    lent = sorted({a.lent for a in given if a.lent})
    text = f"{unit} in {_list(given)}"
    if own_year and not all(a in own_year for a in given):
        text += f"; year in {_list(own_year)}"
    elif not own_year and lent:
        text += f"; {lent[0]}"
    elif not own_year:
        text += "; year in no document"
    return text


def _list(accounts: Iterable[Signal]) -> str:
    names = sorted({a.key[0] for a in accounts})
    if len(names) > _SHOWN:
        return ", ".join(names[:_SHOWN]) + f" and {len(names) - _SHOWN} more"
    return ", ".join(names)


def inferred(accounts: Sequence[Signal], when: When) -> tuple[tuple[ClaimId, str, str], ...]:
    """Return the claims whose own words give no year, no time or another's, with the time that the incident gives."""
    if when.edtf is None or "XXXX" in when.edtf:
        return ()
    found = []
    for account in accounts:
        for claim in account.claims:
            if isinstance(claim, Position):
                continue
            if account.copied and account.edtf is not None:
                found.append((claim.id, account.edtf, account.lent))
            elif claim.when is None:
                found.append((claim.id, when.edtf, f"no time in its words; {when.why}"))
            elif "XXXX" in claim.when and (laid := _laid(claim.when, when.edtf)) is not None:
                found.append((claim.id, laid, f"no year in its text; {when.why}"))
    return tuple(found)


def _laid(edtf: str, known: str) -> str | None:
    base = extent(known)
    return None if base is None else lent_year(edtf, base.first, None)


def lent_year(edtf: str, anchor: int, published: str | None) -> str | None:
    """Return a text without a year in the year nearest to a day (ordinal), not after the day of publication.

    >>> from datetime import date
    >>> lent_year("XXXX-01", date(2017, 3, 17).toordinal(), None)
    '2017-01'
    >>> lent_year("XXXX-12", date(2017, 3, 17).toordinal(), None)
    '2016-12'
    """
    limit = extent(published)
    year = date.fromordinal(anchor).year
    best: tuple[int, int] | None = None
    day = Extent(anchor, anchor, True)
    for candidate in (year - 1, year, year + 1):
        laid = in_year(edtf, candidate)
        if laid is None or (limit is not None and limit.year_known and laid.first > limit.last):
            continue
        distance = (gap_days(laid, day), candidate)
        if best is None or distance < best:
            best = distance
    return None if best is None else Period.of(edtf).in_year(best[1]).edtf


def lend_years(
    groups: Iterable[Sequence[Signal]], every: Iterable[Signal], heads: Mapping[str, DocumentHead]
) -> dict[Key, tuple[str, str]]:
    """Return for accounts without a year the time with the year that their document proves to be of, and why.

    A document proves its year by an account of it that joined an incident whose year another document gives.
    """
    anchors: dict[str, list[tuple[int, str]]] = {}
    filled: dict[Key, tuple[str, str]] = {}
    for group in groups:
        if all(a.when is not None and a.when.year_known for a in group):
            continue
        when = when_of(group)
        base = extent(when.edtf)
        if base is None or not base.year_known or when.edtf is None:
            continue
        givers = _list(a for a in group if a.when is not None and a.when.year_known)
        for a in group:
            if a.when is not None and a.when.year_known:
                continue
            anchors.setdefault(a.key[0], []).append((base.first, when.edtf))
            year = lent_year(a.edtf, base.first, None) if a.when is not None and a.edtf is not None else None
            if year is not None:
                filled[a.key] = (year, f"year from {givers}, inferred")
    for a in every:
        if a.key in filled or a.edtf is None or "XXXX" not in a.edtf or a.key[0] not in anchors:
            continue
        anchor, day = min(anchors[a.key[0]])
        head = heads.get(a.key[0])
        year = lent_year(a.edtf, anchor, head.published if head is not None else None)
        if year is not None:
            filled[a.key] = (year, f"year from its document's account of {day}, inferred")
    return filled


def copied_days(
    signals: Sequence[Signal], relations: Iterable[Relation], shared: Mapping[tuple[Key, Key], Shared]
) -> dict[Key, tuple[str, str]]:
    """Return for accounts whose words stand in an earlier text too, and are dated otherwise here, its time, and why.

    The same words tell of one event: only their frame differs, and "today" in a copy printed later is still the day of
    the text that it was taken from. A revision keeps a day of its own unless that is the day on which it was put out.
    """
    by_document: dict[str, list[Signal]] = defaultdict(list)
    for one in signals:
        by_document[one.key[0]].append(one)
    sources: dict[Key, list[tuple[bool, int, Key, bool]]] = defaultdict(list)
    for relation in relations:
        if relation.by_id_alone:
            continue
        for a in by_document.get(relation.a, ()):
            for b in by_document.get(relation.b, ()):
                words = shared.get(pair(a, b))
                if words is None or words.copied is None:
                    continue
                later, earlier = (a, b) if relation.kind in BINDING else _by_day(a, b)
                if earlier is not None:
                    held = (not words.copied, earlier.posted or _FAR_OFF, earlier.key)
                    sources[later.key].append((*held, relation.kind is RelationKind.REVISION_OF))
    at = {one.key: one for one in signals}
    found = {}
    for key in sources:
        one, first = at[key], _first_told(key, sources)
        own, other = one.when, at[first].when
        if own is None or other is None or not other.year_known or other.days > _DAYS or gap_days(own, other) == 0:
            continue
        revised = all(of for *_, of in sources[key])
        if not revised or not own.year_known or (one.posted is not None and own.last in (one.posted, one.posted - 1)):
            found[key] = (at[first].edtf or "", f"the same words are in {first[0]}, whose day it is")
    return found


_FAR_OFF = 10_000_000
_DAYS = 3


def _by_day(a: Signal, b: Signal) -> tuple[Signal, Signal | None]:
    """Return two accounts that quote one statement, the later text's first; no second where none is earlier."""
    if a.posted is None or b.posted is None or a.posted == b.posted:
        return a, None
    return (a, b) if a.posted > b.posted else (b, a)


def _first_told(key: Key, sources: Mapping[Key, Sequence[tuple[bool, int, Key, bool]]]) -> Key:
    """Return where the words of an account stand first: in the text that its own was taken from, and so on."""
    seen = {key}
    while key in sources:
        _, _, before, _ = min(sources[key])
        if before in seen:
            break
        seen.add(before)
        key = before
    return key


def hypotheses_of(accounts: Sequence[Signal]) -> tuple[Hypothesis, ...]:
    """Return where the incident may have happened, best first, with the claims that name each place.

    Best is a fine place that most families' places agree with, then the finer. A wider place that holds a finer one is
    left out. A name that no gazetteer located is kept with the reach of the place that holds it.
    """
    places: dict[tuple[str, float | None, float | None], tuple[Place, dict[ClaimId, None]]] = {}
    for account in accounts:
        for place in (*account.account.places, *_in_words_only(account)):
            key = (fold(place.name), place.latitude, place.longitude)
            _, claims = places.setdefault(key, (place, {}))
            claims.update(dict.fromkeys(_naming(account, place)))
    every = [place for place, _ in places.values()]
    kept = [(p, ids) for p, ids in places.values() if not any(_holds(p, q) for q in every if q is not p)]
    kept.sort(key=lambda entry: _rank(entry[0], accounts))
    return tuple(Hypothesis(place=_as_written(place, accounts), claims=tuple(ids)) for place, ids in kept)


def _as_written(place: Place, accounts: Sequence[Signal]) -> Place:
    """Return the place by the name that most claims give it, in the script of the gazetteer's name."""
    written: Counter[str] = Counter()
    for account in accounts:
        for claim in account.claims:
            if claim.where is None or not claim.places or claim.places[0] != place:
                continue
            if (claim.where[:1] < "\u0370") == (place.name[:1] < "\u0370"):
                written[claim.where] += 1
    if not written:
        return place
    return replace(place, name=min(written, key=lambda name: (-written[name], name)))


def _in_words_only(account: Signal) -> Iterable[Place]:
    """Yield a place for each name that no gazetteer located, as far as the account's located place reaches."""
    if account.spots and account.spots[0].rank <= _TOWN:
        return
    located = frozenset(fold(place.name) for place in account.account.places)
    names = {fold(name): name for name in account.account.place_names}
    holder = min(account.account.places, key=_fineness, default=None)
    for name in unlocated(account.account.place_names, located):
        if holder is None:
            yield Place(name=names[name])
        else:
            yield replace(holder, name=names[name], tier=None, within=(holder.name, *holder.within), gazetteer="text")


def _fineness(place: Place) -> tuple[int, str]:
    return (place.tier.rank if place.tier is not None else 99, place.name)


def _naming(account: Signal, place: Place) -> list[ClaimId]:
    name = fold(place.name)
    direct = [c.id for c in account.claims if place in c.places or (c.where is not None and fold(c.where) == name)]
    return direct or [c.id for c in account.claims if isinstance(c, Casualty)] or [c.id for c in account.claims]


def _holds(wide: Place, fine: Place) -> bool:
    """Tell whether a place of city size or more merely holds a finer located one."""
    if wide.tier is None or fine.tier is None or wide.tier.rank <= _TOWN or fine.tier.rank >= wide.tier.rank:
        return False
    if fold(wide.name) in (fold(name) for name in fine.within):
        return True
    a, b = _spot(wide), _spot(fine)
    if a is None or b is None:
        return wide.country is not None and wide.country == fine.country and wide.tier.rank >= Tier.PROVINCE.rank
    return metres(a, b) <= a.radius_m


def _spot(place: Place) -> Spot | None:
    if place.latitude is None or place.longitude is None or place.tier is None:
        return None
    radius = place.radius_m if place.radius_m is not None else place.tier.radius_m
    if radius is None:
        radius = 100_000 if place.tier is Tier.PROVINCE else 800_000
    return Spot(place.latitude, place.longitude, float(radius), place.tier.rank, place.country, fold(place.name))


def _rank(place: Place, accounts: Sequence[Signal]) -> tuple[int, int, int, int, str, float]:
    """Return the sort key of a hypothesis: located and fine first, then by the families that agree."""
    spot = _spot(place)
    if spot is None:
        return (2, 0, 0, 0, place.name, 0.0)
    agreeing, first = set(), 99
    for account in accounts:
        if any(s.rank <= _TOWN and metres(s, spot) <= s.radius_m + spot.radius_m for s in account.spots):
            agreeing.add(account.family)
        for number, own in enumerate(account.account.places):
            if own.name == place.name and own.latitude == place.latitude:
                first = min(first, number)
    fine = 0 if spot.rank <= _TOWN else 1
    return (fine, -len(agreeing) if fine == 0 else spot.rank, spot.rank, first, place.name, spot.latitude)
