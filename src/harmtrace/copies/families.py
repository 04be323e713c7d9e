"""Relations -> families: texts that are one voice, and the first of each."""

from collections.abc import Iterable, Mapping, Sequence

from harmtrace.copies.order import Card, days
from harmtrace.records.text import BINDING, Family, Relation


def families(relations: Iterable[Relation], cards: Mapping[str, Card]) -> tuple[Family, ...]:
    """Return the families of at least two members, in order of their first ids."""
    binding = [r for r in relations if r.kind in BINDING]
    parent: dict[str, str] = {}
    for relation in binding:
        one, two = root(parent, relation.a), root(parent, relation.b)
        if one != two:
            parent[max(one, two)] = min(one, two)
    members: dict[str, set[str]] = {}
    for relation in binding:
        members.setdefault(root(parent, relation.a), set()).update((relation.a, relation.b))
    later = _later(binding)
    made = [
        Family(first=_first(sorted(group), cards, later), members=tuple(sorted(group))) for group in members.values()
    ]
    return tuple(sorted(made, key=lambda f: f.first))


def root(parent: dict[str, str], member: str) -> str:
    """Return the member that stands for a group, and shorten the way to it."""
    parent.setdefault(member, member)
    while parent[member] != member:
        parent[member] = parent[parent[member]]
        member = parent[member]
    return member


def _later(relations: Sequence[Relation]) -> dict[str, int]:
    """Return how often each text is the later or lesser one, less how often it is the other."""
    balance: dict[str, int] = {}
    for relation in relations:
        balance[relation.a] = balance.get(relation.a, 0) + 1
        balance[relation.b] = balance.get(relation.b, 0) - 1
    return balance


def _first(members: Sequence[str], cards: Mapping[str, Card], later: Mapping[str, int]) -> str:
    """Return the earliest member: by date of publication, then by the relations, then by id."""
    dated = [m for m in members if days(cards[m])]
    return min(dated or members, key=lambda m: (days(cards[m]), later.get(m, 0), m))
