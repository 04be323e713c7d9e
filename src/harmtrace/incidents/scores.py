"""Two accounts -> an explained score (log-odds), and what forbids to put them together.

The weights are stated here and nowhere else. They belong to the rule ``grouping@5`` (as in 4, since when days of
copies are their sources'). Those of rare words, of days of the
week and of publication, of shared names of places, of one publisher, of places within reach and of equal numbers were
fitted (logistic regression on two halves of a set of posts that others filed, by incident; those on which both
halves agree); the rest were reasoned about (docs/quality.md).
"""

from collections.abc import Mapping
from math import cos, hypot, log, radians
from typing import NamedTuple

from harmtrace.incidents.signals import Key, Signal, Spot, pair
from harmtrace.incidents.times import gap_days
from harmtrace.records.measure import Tier
from harmtrace.records.text import Likeness

RULE = "grouping@5"
PRIOR = -3.85
NOT_COMPARED = -2.0
"""What a pair that never met in a block counts in an average: far in time or place, so likely different."""

_DEGREE_M = 111_195.0
_FAR_M = 15_000.0
_CITY = Tier.CITY.rank
_TOWN = Tier.TOWN.rank
_PROVINCE = Tier.PROVINCE.rank
_COUNTRY = Tier.COUNTRY.rank
_LIKE = (
    frozenset({"house", "building", "residential building", "apartment", "apartment building", "home", "shelter"}),
    frozenset({"market", "shop", "shops", "bazaar", "street"}),
    frozenset({"vehicle", "car", "bus", "truck", "convoy", "street"}),
)


_LIKENESS = ((0.2, 3.2, 0.8), (0.15, 2.7, 0.8), (0.1, 2.0, 1.7), (0.06, 1.7, 1.6), (0.03, 0.9, 1.0))
"""Likeness from which on, its weight between texts of one event each, and where either tells of several."""


_RARE = log(60)

_SIDE, _NAMESAKE = 0.3, -0.8
"""What it weighs that one lies in the province whose name the other's town bears: where a side or the surroundings of
that town are named (so the province is likely meant), and where the bare name is."""


class Part(NamedTuple):
    """One compared thing, what was found, what it weighs."""

    name: str
    finding: str
    weight: float


class Shared(NamedTuple):
    """Words that two accounts share.

    ``copied``: True for the same text, False for a shared statement, None for neither. ``like``: rare words of
    their documents.
    """

    copied: bool | None = None
    like: Likeness | None = None


def metres(a: Spot, b: Spot) -> float:
    """Return the distance between two spots, good to one in a thousand up to some hundred kilometres."""
    north = (a.latitude - b.latitude) * _DEGREE_M
    east = (a.longitude - b.longitude) * _DEGREE_M * cos(radians((a.latitude + b.latitude) / 2))
    return hypot(north, east)


def parts(a: Signal, b: Signal, shared: Shared | None = None) -> list[Part]:
    """Return the lines of the score of two accounts; their weights add up to the log-odds."""
    found = [Part("prior", "two accounts that met in a block", PRIOR), _time(a, b), _place(a, b)]
    found += _weekday(a, b)
    found += _things(a, b)
    if a.founds and b.founds:
        found += _counts(a, b)
    elif found[2].weight < 0.5 and shared is None and a.key[0] != b.key[0]:
        found.append(Part("position", "words on no place in particular", -1.5))
    if shared is not None and shared.like is not None and shared.copied is None:
        found += _rare_words(a, b, shared.like, found[2])
    if shared is not None and shared.copied is not None:
        found.append(
            Part("words", "the same words", 6.0) if shared.copied else Part("words", "one statement quoted", 3.0)
        )
    elif a.family == b.family and a.key[0] != b.key[0]:
        found.append(Part("family", "texts of one family", 0.5))
    if a.key[0] != b.key[0] and a.source is not None and a.source == b.source:
        found.append(Part("publisher", "one publisher, who tells of many events", _ONE_PUBLISHER))
    if a.key[0] == b.key[0]:
        undated = (a.when is None) != (b.when is None)
        found.append(
            Part("document", "one has no time of its own in its document", 1.5)
            if undated
            else Part("document", "two accounts of one document", -1.5)
        )
    return found


def _rare_words(a: Signal, b: Signal, like: Likeness, place: Part) -> list[Part]:
    """Return what rare words weigh that two documents share: little where either tells of several events.

    What one publisher always writes (its frame, its turns of phrase) is in its own texts alone, so it looks rare.
    """
    lines = []
    if like.cosine >= _LEAST:
        single, several = next(weights for least, *weights in _LIKENESS if like.cosine >= least)
        bits = single if a.alone and b.alone else several
        if a.source is not None and a.source == b.source:
            bits += _OWN_WORDS
        found = f"{like.words} words that at most a few of {like.of} texts have (one in {like.rarest})"
        known = min(1.0, log(like.of / like.rarest) / _RARE)  # in a few texts nobody can tell which words are rare
        lines.append(Part("rare words", found, round(bits * known, 2)))
    if like.place and like.of / like.place >= _FEW_HAVE:
        known = min(1.0, log(like.of / like.place) / _RARE)
        bits = (_NAME_NEAR if place.weight >= _NEAR else _NAME) if a.alone and b.alone else _NAME_SEVERAL
        found = f"the name of a place that {like.place} of {like.of} texts have"
        lines.append(Part("name", found, round(bits * known, 2)))
    return lines


_LEAST = 0.03
_OWN_WORDS = -0.9
_ONE_PUBLISHER = -0.7
"""What rare words lose between texts of one publisher, and what one publisher weighs at all."""

_NAME, _NAME_NEAR, _NAME_SEVERAL = 2.5, 2.0, 1.0
_NEAR = 1.7
_FEW_HAVE = 16
"""What a shared name of a place weighs: between texts of one event each whose read places do not meet, or do (from
``_NEAR`` on), and where either tells of several; at most one text in ``_FEW_HAVE`` may have it."""


def score(a: Signal, b: Signal, shared: Shared | None = None) -> float:
    """Return the log-odds that two accounts speak of one event."""
    return sum(part.weight for part in parts(a, b, shared))


def _time(a: Signal, b: Signal) -> Part:
    if a.when is None or b.when is None:
        return _posted(a, b)
    gap = gap_days(a.when, b.when)
    if gap > 0 and (a.clashes or b.clashes):
        return Part("time", "days apart, one no such day of the week as its document names", 0.0)
    if gap > 0:
        return Part("time", "days apart", -3.0)
    span = max(a.when.days, b.when.days)
    less = 0.0 if a.when.year_known and b.when.year_known else -0.3
    if span == 1:
        return Part("time", "same day" if less == 0.0 else "same day, year unknown", 3.5 + less)
    if span <= 3:
        return Part("time", "days overlap", 3.0 + less)
    if span <= 8:
        return Part("time", "weeks overlap", 1.2 + less)
    return Part("time", "months overlap", 0.3 + less) if span <= 31 else Part("time", "long spans overlap", 0.0)


def _weekday(a: Signal, b: Signal) -> list[Part]:
    """Return what the days of the week say of two accounts that do not both give a full day."""
    if a.weekday is None or b.weekday is None:
        return []
    if a.when is not None and b.when is not None and a.when.year_known and b.when.year_known:
        return []
    apart = min((a.weekday - b.weekday) % 7, (b.weekday - a.weekday) % 7)
    if apart == 0:
        return [Part("weekday", "one day of the week", 1.2)]
    return [
        Part(
            "weekday",
            "days of the week apart" if apart > 1 else "neighbouring days of the week",
            -1.6 if apart > 1 else -0.6,
        )
    ]


def _posted(a: Signal, b: Signal) -> Part:
    """Return what the day of publication of an account without a day of its own says; it never becomes that day."""
    if a.when is None and b.when is None:
        if a.posted is None or b.posted is None:
            return Part("time", "one gives none", 0.0)
        gap = abs(a.posted - b.posted)
        weight = 2.5 if gap <= 1 else 0.5 if gap <= 3 else -1.0 if gap <= 10 else -2.5
        return Part("time", "posted on one day" if gap == 0 else f"posted {gap} days apart", weight)
    dated, other = (a, b) if a.when is not None else (b, a)
    if dated.when is None or other.posted is None or dated.when.days > 3 or not dated.when.year_known:
        return Part("time", "one gives none", 0.0)
    if other.posted < dated.when.first - 1:
        return Part("time", "one was posted before the day of the other", -4.0)
    gap = max(0, other.posted - dated.when.last)
    weight = 2.8 if gap <= 1 else 1.0 if gap <= 3 else -0.5 if gap <= 10 else -2.0
    later = "on the day or the next" if gap <= 1 else f"{gap} days later"
    return Part("time", f"one was posted {later}", weight)


def _place(a: Signal, b: Signal) -> Part:
    if a.names & b.names:
        return Part("place", "same name, in no gazetteer", 2.2)
    if a.bones & b.bones:
        return Part("place", "one name spelt twice, in no gazetteer", 1.8)
    if not a.spots or not b.spots:
        return _coarse_place(a, b)
    near, x, y = _closest(a, b)
    if _quarters_apart(a, b, max(x.rank, y.rank)):
        return Part("place", "same city, other quarters", -0.9)
    fine = max(x.rank, y.rank) <= _TOWN
    reach = x.radius_m + y.radius_m
    province = reach < near <= max(x.wide_m, y.wide_m)
    if fine and not province:
        return _fine_place(near, reach, x.name == y.name)
    if max(x.rank, y.rank) >= _COUNTRY:
        return Part("place", "same country", -0.9) if near <= reach else Part("place", "elsewhere", -0.9)
    if max(x.rank, y.rank) >= _PROVINCE:
        return Part("place", "in one province", 0.3) if near <= reach else Part("place", "elsewhere", -0.9)
    if province and not near <= max(x.radius_m, y.radius_m):
        side = any(one.wide_m > one.radius_m and one.rank != _CITY for one in (x, y))
        return Part("place", "one within the province that bears the other's name", _SIDE if side else _NAMESAKE)
    inside = near <= max(x.radius_m, y.radius_m)
    other_names = bool(a.names) and bool(b.names)
    if max(x.rank, y.rank) > _CITY:
        return Part("place", "one within the other's district", 0.6) if inside else Part("place", "elsewhere", -1.4)
    if not inside:
        return Part("place", "two cities", -2.7)
    if x.rank == y.rank:
        return Part("place", "same city, other names in it", 0.5) if other_names else Part("place", "same city", 1.1)
    return Part("place", "one within the other's city", 1.1)


def _fine_place(near: float, reach: float, same_name: bool) -> Part:
    if same_name and near <= reach:
        return Part("place", "same place", 2.9)
    if near <= max(reach / 2, 1_000.0):
        return Part("place", "within each other's reach", 2.5)
    if near <= 2 * reach:
        return Part("place", "near by, other names", -0.3)
    return Part("place", "different places", -2.2)


def _coarse_place(a: Signal, b: Signal) -> Part:
    if a.place_words & b.place_words:
        return Part("place", "same name", 0.4)
    if a.countries and a.countries & b.countries:
        return Part("place", "same country", -0.9)
    if a.countries and b.countries:
        return Part("place", "one names another country and no place in it", -1.4)
    return Part("place", "one gives none that can be compared", -0.7)


def _closest(a: Signal, b: Signal) -> tuple[float, Spot, Spot]:
    """Return the finest pair of spots that lie together, else the finest pair."""
    best: tuple[float, Spot, Spot] | None = None
    for x in a.spots:
        for y in b.spots:
            near = metres(x, y)
            if near <= x.radius_m + y.radius_m:
                fineness = max(x.rank, y.rank)
                if best is None or fineness < max(best[1].rank, best[2].rank):
                    best = (near, x, y)
    if best is not None:
        return best
    x, y = a.spots[0], b.spots[0]
    return metres(x, y), x, y


def _quarters_apart(a: Signal, b: Signal, shared_rank: int) -> bool:
    """Tell whether both name finer places that lie apart, so that sharing a wider one says little."""
    x, y = a.spots[0], b.spots[0]
    if not (x.rank < shared_rank and y.rank < shared_rank and max(x.rank, y.rank) <= _TOWN):
        return False
    return metres(x, y) > max(1_000.0, x.radius_m + y.radius_m)


def _things(a: Signal, b: Signal) -> list[Part]:
    found = []
    if a.targets and b.targets:
        if a.targets & b.targets:
            found.append(Part("target", "same kind of target", 1.0))
        elif any(like & a.targets and like & b.targets for like in _LIKE):
            found.append(Part("target", "like kinds of target", 0.3))
        else:
            found.append(Part("target", "other target", -1.2))
    if a.causes and b.causes:
        found.append(Part("cause", "same cause", 0.5) if a.causes & b.causes else Part("cause", "other cause", -0.3))
    if a.parties and b.parties:
        found.append(Part("party", "same party", 0.4) if a.parties & b.parties else Part("party", "other party", -0.3))
    return found


def _counts(a: Signal, b: Signal) -> list[Part]:
    found = []
    if a.figures and b.figures:
        same = a.figures & b.figures
        if same:
            found.append(_same_figure(max(same)))
        else:
            found.append(_ratio(a.figures, b.figures))
    hurt = a.hurt & b.hurt
    if hurt and max(hurt) >= 5:
        found.append(Part("injured", f"{max(hurt)} injured in both", 1.4))
    return found


def _same_figure(figure: int) -> Part:
    weight = 2.0 if figure >= 10 else 1.0 if figure >= 5 else 0.5
    return Part("count", f"{figure} in both", weight)


def _ratio(a: frozenset[int], b: frozenset[int]) -> Part:
    closest = min(max(x, y) / min(x, y) for x in a for y in b)
    if closest <= 1.6:
        large = min(max(a), max(b)) >= 50
        return Part("count", "large figures of one size", 1.0) if large else Part("count", "figures of one size", 0.3)
    if closest <= 4:
        return Part("count", "figures differ", -0.6)
    return Part("count", "figures far apart", -0.6) if closest <= 10 else Part("count", "figures far apart", -1.6)


def forbidden(a: Signal, b: Signal, shared: Mapping[tuple[Key, Key], Shared]) -> str | None:
    """Return why two accounts cannot be one event, None where nothing forbids it."""
    if a.key[0] == b.key[0]:
        return _forbidden_within(a, b)
    if a.when is None and b.when is None and not a.spots and not b.spots:
        return None
    words = shared.get(pair(a, b))
    if words is not None and words.copied:
        return None
    if a.when is not None and b.when is not None and not (a.clashes or b.clashes):
        gap = gap_days(a.when, b.when)
        if gap >= 2:
            return "days apart"
        if gap == 1 and not _same_fine_place(a, b):
            return "on different days"
    return "in different places" if apart(a, b) else None


def _forbidden_within(a: Signal, b: Signal) -> str | None:
    if a.account.separate or b.account.separate:
        return "the document says that it is a separate event"
    if a.account.background or b.account.background:
        return "the document names one for comparison"
    if a.when is not None and b.when is not None and gap_days(a.when, b.when) > 0:
        return "the document dates them apart"
    if a.when is not None and b.when is not None and (a.when.days <= 3) != (b.when.days <= 3) and a.founds and b.founds:
        return "the document dates one and leaves the other open"
    if a.spots and b.spots and max(a.spots[0].rank, b.spots[0].rank) <= _TOWN:
        x, y = a.spots[0], b.spots[0]
        if x.name != y.name and metres(x, y) > max(x.radius_m, y.radius_m):
            return "the document places them apart"
    if a.founds and b.founds and a.names and b.names and not a.names & b.names:
        return "the document names different places"
    return "in different places" if apart(a, b) else None


def _same_fine_place(a: Signal, b: Signal) -> bool:
    return any(
        x.name == y.name and x.rank <= _TOWN and y.rank <= _TOWN and metres(x, y) <= x.radius_m + y.radius_m
        for x in a.spots
        for y in b.spots
    )


def apart(a: Signal, b: Signal) -> bool:
    """Tell whether no hypothesis of the one can lie where any of the other lies."""
    if not a.spots or not b.spots:
        return False  # a country alone may be that of the attacker
    if a.countries and b.countries and not a.countries & b.countries:
        return True
    for x in a.spots:
        for y in b.spots:
            slack = _FAR_M if max(x.rank, y.rank) <= _CITY else 3 * _FAR_M
            reach = max(x.radius_m + y.radius_m + slack, x.wide_m, y.wide_m)
            if abs(x.latitude - y.latitude) * _DEGREE_M > reach:
                continue
            if metres(x, y) <= reach:
                return False
    return True
