"""Constrained average-link clustering: pairs with scores -> groups that nothing forbids."""

import heapq
from collections.abc import Callable, Mapping, Sequence

from harmtrace.incidents.scores import NOT_COMPARED

NEARLY, CLEAR, PRIOR_GAP = -1.0, 1.5, 4.0

Forbids = Callable[[int, int], bool]


class Clusters:
    """Groups of positions under average linkage; merges the closest pair of groups that may be merged.

    A pair that was never compared counts ``NOT_COMPARED`` in an average, and nothing where both are crowded.
    """

    def __init__(
        self, seeds: Sequence[Sequence[int]], scores: Mapping[tuple[int, int], float], *, crowded: frozenset[int]
    ) -> None:
        """Take the groups to begin with (people's decisions already joined) and the scores of pairs."""
        self.members: dict[int, list[int]] = {min(seed): sorted(seed) for seed in seeds}
        self._crowd: dict[int, int] = {c: sum(m in crowded for m in members) for c, members in self.members.items()}
        self._home = {m: c for c, members in self.members.items() for m in members}
        self._links: dict[int, dict[int, tuple[float, int]]] = {c: {} for c in self.members}
        self._heap: list[tuple[float, int, int, int, int]] = []
        self._age = dict.fromkeys(self.members, 0)
        for (a, b), score in sorted(scores.items()):
            x, y = self._home[a], self._home[b]
            if x != y:
                total, known = self._links[x].get(y, (0.0, 0))
                self._links[x][y] = self._links[y][x] = (total + score, known + 1)

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
                del self._links[x][y]
                del self._links[y][x]
                self._links[x][y] = self._links[y][x] = (float("-inf"), 1)
                continue
            self._join(x, y)
        return sorted(self.members.values())

    def _average(self, x: int, y: int) -> float:
        total, known = self._links[x][y]
        size = len(self.members[x]) * len(self.members[y])
        ignored = min(size - known, self._crowd[x] * self._crowd[y])
        missing = size - known - ignored
        return round((total + NOT_COMPARED * missing) / (known + missing), 9)

    def _push(self, x: int, y: int) -> None:
        average = self._average(x, y)
        if average > 0:
            a, b = (x, y) if x < y else (y, x)
            heapq.heappush(self._heap, (-average, a, b, self._age[a], self._age[b]))

    def _join(self, x: int, y: int) -> None:
        """Put group ``y`` into group ``x``, the one with the smaller first position."""
        links_y = self._links.pop(y)
        self.members[x] = sorted(self.members[x] + self.members.pop(y))
        self._crowd[x] += self._crowd.pop(y)
        self._age[x] += 1
        del self._age[y]
        links_x = self._links[x]
        links_x.pop(y, None)
        for z, (total, known) in links_y.items():
            if z == x:
                continue
            del self._links[z][y]
            old_total, old_known = links_x.get(z, (0.0, 0))
            links_x[z] = self._links[z][x] = (old_total + total, old_known + known)
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
    for (a, b), score in sorted(scores.items()):
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
