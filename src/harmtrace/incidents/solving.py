"""Accounts -> groups: people's decisions first, then constrained clustering, then what needs its context."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from harmtrace.incidents import decisions
from harmtrace.incidents.blocks import pairs
from harmtrace.incidents.clusters import Clusters, attach
from harmtrace.incidents.scores import Part, Shared, forbidden, parts
from harmtrace.incidents.signals import Key, Signal, pair
from harmtrace.records.entry import Issue
from harmtrace.records.incident import Feature, Pairing
from harmtrace.records.text import BINDING, Likeness, Relation

_NEAR = -0.7
_CLEAR = 1.0
"""How low a score may be for accounts without a place, and how far behind the next incident of that day must lie."""

_SURER = 0.5
"""How much surer accounts that count nobody must be before they make a group of their own."""


class Solved(NamedTuple):
    """Groups of accounts: ``founded`` incidents, and events that are told of and nobody counted, in order."""

    founded: list[list[Signal]]
    uncounted: list[list[Signal]]
    issues: list[Issue]


def shared_words(
    signals: Sequence[Signal], relations: Iterable[Relation], alike: Iterable[Likeness] = ()
) -> dict[tuple[Key, Key], Shared]:
    """Return the pairs of accounts whose claims lie in one shared passage, or whose documents share rare words."""
    by_document: dict[str, list[Signal]] = defaultdict(list)
    for one in signals:
        by_document[one.key[0]].append(one)
    found: dict[tuple[Key, Key], Shared] = {}
    for relation in relations:
        for a in by_document.get(relation.a, ()):
            for b in by_document.get(relation.b, ()):
                copied = _share(a, b, relation)
                if copied is not None:
                    key = pair(a, b)
                    if key not in found or copied:
                        found[key] = Shared(copied)
    for like in alike:
        for a in by_document.get(like.a, ()):
            for b in by_document.get(like.b, ()):
                if a.alone or b.alone:
                    key = pair(a, b)
                    found[key] = found.get(key, Shared())._replace(like=like)
    return found


def _share(a: Signal, b: Signal, relation: Relation) -> bool | None:
    """Return whether two accounts share copied text (True), a quoted statement (False), or neither (None)."""
    result: bool | None = None
    spans_a, spans_b = a.spans(), b.spans()
    for passage in relation.passages:
        in_a = any(start < passage.a_end and passage.a_start < end for start, end in spans_a)
        in_b = any(start < passage.b_end and passage.b_start < end for start, end in spans_b)
        if in_a and in_b:
            if relation.kind in BINDING and not passage.quoted:
                return True
            result = False
    return result


def solve(
    signals: Sequence[Signal], shared: Mapping[tuple[Key, Key], Shared], links: Sequence[decisions.Link]
) -> Solved:
    """Return the groups of accounts that found an incident, with those attached to them; and the others' own groups."""
    seeds, apart, issues = _seeds(signals, links)
    candidates, crowded = pairs(signals, shared)
    scores: dict[tuple[int, int], float] = {}
    for a, b in candidates:
        x, y = signals[a], signals[b]
        words = shared.get(pair(x, y))
        scores[(a, b)] = sum(part.weight for part in parts(x, y, words))
    candidates.clear()  # as large as the scores, and no longer needed
    for a, b in _third_sides(scores, len(signals)):
        scores[(a, b)] = sum(
            part.weight for part in parts(signals[a], signals[b], shared.get(pair(signals[a], signals[b])))
        )

    def forbids(a: int, b: int) -> bool:
        if ((a, b) if a < b else (b, a)) in apart:
            return True
        return forbidden(signals[a], signals[b], shared) is not None

    seeds = _in_context(signals, seeds, shared, forbids)
    founding = [seed for seed in seeds if any(signals[position].founds for position in seed)]
    inside = {position for seed in founding for position in seed}
    among = scores
    if len(inside) < len(signals):
        among = {pair: score for pair, score in scores.items() if pair[0] in inside and pair[1] in inside}
    merged = Clusters(founding, among, crowded=frozenset(crowded)).merge(forbids)
    merged = _without_place(signals, merged, among, forbids)
    loose = [position for position in range(len(signals)) if position not in inside]
    homes = attach(merged, loose, scores, forbids)
    for position, number in sorted(homes.items()):
        if not any(forbids(position, member) for member in merged[number]):
            merged[number].append(position)
    left = [seed for seed in seeds if not any(position in inside or position in homes for position in seed)]
    uncounted = Clusters(left, _sure(scores, left), crowded=frozenset(crowded)).merge(forbids)
    return Solved(
        [[signals[position] for position in sorted(members)] for members in merged],
        [[signals[position] for position in members] for members in uncounted if len(members) > 1],
        issues,
    )


def _third_sides(scores: Mapping[tuple[int, int], float], many: int) -> set[tuple[int, int]]:
    """Return the pairs that never met in a block and that some account draws both of: each of them is compared, too.

    An account draws at most the 8 others that it scores best with, so that the work grows with the accounts alone.
    """
    drawn: list[list[tuple[float, int]]] = [[] for _ in range(many)]
    for (a, b), score in scores.items():
        if score > 0:
            drawn[a].append((-score, b))
            drawn[b].append((-score, a))
    found: set[tuple[int, int]] = set()
    for others in drawn:
        nearest = sorted(other for _, other in sorted(others)[:_DRAWN])
        found.update((x, y) for k, x in enumerate(nearest) for y in nearest[k + 1 :] if (x, y) not in scores)
    return found


_DRAWN = 8


def _sure(scores: Mapping[tuple[int, int], float], left: Sequence[Sequence[int]]) -> dict[tuple[int, int], float]:
    """Return the scores of pairs of accounts that found nothing, less what they must be surer by."""
    own = {position for one in left for position in one}
    return {pair: score - _SURER for pair, score in scores.items() if pair[0] in own and pair[1] in own}


def _without_place(
    signals: Sequence[Signal],
    groups: list[list[int]],
    scores: Mapping[tuple[int, int], float],
    forbids: Callable[[int, int], bool],
) -> list[list[int]]:
    """Join accounts of a known day that name no place to the one incident of that day, where no other comes near."""
    home = {member: number for number, group in enumerate(groups) for member in group}
    nowhere = {
        number: defaultdict[int, list[float]](list)
        for number, group in enumerate(groups)
        if all(not signals[m].spots and not signals[m].place_words and signals[m].when is not None for m in group)
    }
    for (a, b), score in sorted(scores.items()) if nowhere else ():
        for x, y in ((home[a], home[b]), (home[b], home[a])):
            if x in nowhere and x != y:
                nowhere[x][y].append(score)
    for number, found in nowhere.items():
        ranked = sorted((-sum(values) / len(values), other) for other, values in found.items() if other not in nowhere)
        alone = len(ranked) == 1 or (len(ranked) > 1 and ranked[1][0] - ranked[0][0] >= _CLEAR)
        if (
            alone
            and -ranked[0][0] > _NEAR
            and not any(forbids(a, b) for a in groups[number] for b in groups[ranked[0][1]])
        ):
            groups[ranked[0][1]] = sorted([*groups[ranked[0][1]], *groups[number]])
            groups[number] = []
    return [group for group in groups if group]


def _in_context(
    signals: Sequence[Signal],
    seeds: list[list[int]],
    shared: Mapping[tuple[Key, Key], Shared],
    forbids: Callable[[int, int], bool],
) -> list[list[int]]:
    """Join an account that has no time of its own to the dated one of its document that it fits best, if one does."""
    by_document: dict[str, list[int]] = defaultdict(list)
    for position, one in enumerate(signals):
        by_document[one.key[0]].append(position)
    home = {member: seed for seed in seeds for member in seed}
    for positions in by_document.values():
        for loose in [p for p in positions if signals[p].when is None and len(positions) > 1]:
            options = [(explain(signals[loose], signals[p], shared).score, -p) for p in positions if signals[p].when]
            best, negative = max(options, default=(0.0, 0))
            mine, other = home[loose], home[-negative]
            if best <= 0 or mine is other or any(forbids(a, b) for a in mine for b in other):
                continue
            other[:] = sorted([*mine, *other])
            home.update(dict.fromkeys(mine, other))
            mine.clear()
    return [seed for seed in seeds if seed]


def _seeds(
    signals: Sequence[Signal], links: Sequence[decisions.Link]
) -> tuple[list[list[int]], set[tuple[int, int]], list[Issue]]:
    """Return groups joined by people, pairs that people set apart, and decisions that later ones overrule."""
    home = {claim.id: position for position, one in enumerate(signals) for claim in one.claims}
    group_of = list(range(len(signals)))
    members: dict[int, list[int]] = {position: [position] for position in group_of}
    apart: set[tuple[int, int]] = set()
    issues = []
    for link in links:
        a = sorted({home[claim] for claim in link.a if claim in home})
        b = sorted({home[claim] for claim in link.b if claim in home})
        if not a or not b:
            continue
        if not link.same:
            taken = [(x, y) for x in a for y in b if x != y and group_of[x] == group_of[y]]
            apart |= {(min(x, y), max(x, y)) for x in a for y in b if x != y and group_of[x] != group_of[y]}
            clash = bool(taken)
        else:
            clash = not _joined([*a, *b], group_of, members, apart)
        if clash:
            message = f"judgement {link.id} contradicts a later one, which holds"
            issues.append(Issue(code="judgement-conflict", message=message))
    return [members[g] for g in sorted(members)], apart, issues


def _joined(
    positions: Sequence[int], group_of: list[int], members: dict[int, list[int]], apart: set[tuple[int, int]]
) -> bool:
    """Join the groups of the positions into one, unless a later decision set two of their members apart."""
    groups = sorted({group_of[position] for position in positions})
    every = sorted(member for g in groups for member in members[g])
    inside = set(every)
    if any(x in inside and y in inside for x, y in apart):
        return False
    for g in groups[1:]:
        del members[g]
    members[groups[0]] = every
    for member in every:
        group_of[member] = groups[0]
    return True


@lru_cache(maxsize=16_384)
def _feature(line: Part) -> Feature:
    return Feature(name=line.name, finding=line.finding, weight=line.weight)


def explain(a: Signal, b: Signal, shared: Mapping[tuple[Key, Key], Shared]) -> Pairing:
    """Return the explained score of two accounts, with what forbids to join them where something does."""
    if b.key < a.key:
        a, b = b, a
    lines = parts(a, b, shared.get((a.key, b.key)))
    why = forbidden(a, b, shared)
    total = sum(line.weight for line in lines)
    features = tuple(map(_feature, lines))
    if why is not None:
        features = (*features, Feature(name="cannot be one", finding=why, weight=float("-inf")))
    verdict = "different" if why is not None else "same" if total > 0 else "below"
    return Pairing(a=a.key, b=b.key, score=round(total, 3), features=features, verdict=verdict)
