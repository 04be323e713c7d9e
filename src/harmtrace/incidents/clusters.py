"""Constrained clustering by the better part of the links: pairs with scores -> groups that nothing forbids."""

import heapq
from collections.abc import Callable, Mapping, Sequence
from math import ceil

from harmtrace.incidents.scores import NOT_COMPARED

BETTER = 0.34
"""Share of the pairs between two groups, the best first, over which they are judged: a post of three words that fits
one text of an incident well says next to nothing of the others, and that nothing is no sign against it."""

NEARLY, CLEAR, PRIOR_GAP = -1.0, 1.5, 4.0

_NEVER = float("inf")

Forbids = Callable[[int, int], bool]


class Clusters:
    """Groups of positions, each two judged by the mean of the better part of their pairs; merges the closest allowed.

    A pair that was never compared counts ``NOT_COMPARED``, and nothing where both are crowded.
    """

    def __init__(
        self, seeds: Sequence[Sequence[int]], scores: Mapping[tuple[int, int], float], *, crowded: frozenset[int]
    ) -> None:
        """Take the groups to begin with (people's decisions already joined) and the scores of pairs."""
        self.members: dict[int, list[int]] = {min(seed): sorted(seed) for seed in seeds}
        self._crowd: dict[int, int] = {c: sum(m in crowded for m in members) for c, members in self.members.items()}
        self._home = {m: c for c, members in self.members.items() for m in members}
        self._links: dict[int, dict[int, tuple[float, ...]]] = {c: {} for c in self.members}
        self._heap: list[tuple[float, int, int, int, int]] = []
        self._age = dict.fromkeys(self.members, 0)
        # Most groups meet in one pair: a tuple takes half the room of a list, and a case has a million pairs.
        for (a, b), score in scores.items():
            x, y = self._home[a], self._home[b]
            if x != y:
                self._links[x][y] = self._links[y][x] = (*self._links[x].get(y, ()), -score)
        for x, others in self._links.items():
            for y, links in others.items():
                if x < y and len(links) > 1:
                    others[y] = self._links[y][x] = tuple(sorted(links))

    def merge(self, forbids: Forbids) -> list[list[int]]:
        """Merge until no two groups score above 0 that nothing forbids; return the groups, sorted."""
        for x in sorted(self._links):
            for y in self._links[x]:
                if x < y:
                    self._push(x, y)
        while self._heap:
            _, x, y, age_x, age_y = heapq.heappop(self._heap)
            if self._age.get(x) != age_x or self._age.get(y) != age_y or y not in self._links[x]:
                continue
            if any(forbids(a, b) for a in self.members[x] for b in self.members[y]):
                self._links[x][y] = self._links[y][x] = (_NEVER,)
                continue
            self._join(x, y)
        return sorted(self.members.values())

    def _mean(self, x: int, y: int) -> float:
        """Return the mean over the better part of two groups' pairs; the links are scores turned round, sorted."""
        links = self._links[x][y]
        if links[0] == _NEVER:
            return -_NEVER
        size = len(self.members[x]) * len(self.members[y])
        counted = size - min(size - len(links), self._crowd[x] * self._crowd[y])
        judged = ceil(counted * BETTER)
        best = links[:judged]
        return round((NOT_COMPARED * (judged - len(best)) - sum(best)) / judged, 9)

    def _push(self, x: int, y: int) -> None:
        mean = self._mean(x, y)
        if mean > 0:
            a, b = (x, y) if x < y else (y, x)
            heapq.heappush(self._heap, (-mean, a, b, self._age[a], self._age[b]))

    def _join(self, x: int, y: int) -> None:
        """Put group ``y`` into group ``x``, the one with the smaller first position."""
        links_y = self._links.pop(y)
        self.members[x] = sorted(self.members[x] + self.members.pop(y))
        self._crowd[x] += self._crowd.pop(y)
        self._age[x] += 1
        del self._age[y]
        links_x = self._links[x]
        links_x.pop(y, None)
        for z, links in links_y.items():
            if z == x:
                continue
            del self._links[z][y]
            old = links_x.get(z)
            both = links if old is None else tuple(sorted((*old, *links)))
            links_x[z] = self._links[z][x] = (_NEVER,) if _NEVER in (links[0], both[-1]) else both
        for z in sorted(links_x):
            self._push(x, z)


def attach(
    groups: Sequence[Sequence[int]],
    loose: Sequence[int],
    scores: Mapping[tuple[int, int], float],
    forbids: Forbids,
) -> dict[int, int]:
    """Return for each loose position the number of the group that it fits best, above 0 and not forbidden.

    The average is over the compared pairs. On a tie the group that comes first wins. A score somewhat below 0 is
    enough where no other group that is not forbidden comes near it.
    """
    home = {member: number for number, group in enumerate(groups) for member in group}
    found: dict[int, dict[int, list[float]]] = {position: {} for position in loose}
    for (a, b), score in sorted(item for item in scores.items() if item[0][0] in found or item[0][1] in found):
        for position, other in ((a, b), (b, a)):
            if position in found and other in home:
                found[position].setdefault(home[other], []).append(score)
    result = {}
    for position in loose:
        ranked = sorted((-sum(values) / len(values), number) for number, values in found[position].items())
        allowed = (
            (-negative, number)
            for negative, number in ranked
            if not any(forbids(position, member) for member in groups[number])
        )
        best, second = next(allowed, None), next(allowed, None)
        if best is None:
            continue
        ahead = best[0] - (second[0] if second is not None else NOT_COMPARED - PRIOR_GAP)
        if best[0] > 0 or (best[0] > NEARLY and ahead >= CLEAR):
            result[position] = best[1]
    return result
