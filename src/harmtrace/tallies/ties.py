"""Relations and families by document, so that each incident of a large case looks at its own alone."""

from collections import defaultdict
from collections.abc import Iterable

from harmtrace.records.text import Family, Relation


class Ties:
    """Relations and families of a case, found by document."""

    def __init__(self, relations: Iterable[Relation], families: Iterable[Family]) -> None:
        """Index every relation under both its documents, every family under its members."""
        self._relations: dict[str, list[Relation]] = defaultdict(list)
        for relation in relations:
            self._relations[relation.a].append(relation)
            self._relations[relation.b].append(relation)
        self._family = {member: family for family in families for member in family.members}

    def near(self, documents: Iterable[str]) -> tuple[tuple[Relation, ...], tuple[Family, ...]]:
        """Return the relations and families of some documents and of the families that these belong to."""
        families: dict[str, Family] = {}
        reached: dict[str, None] = {}
        for document in documents:
            reached[document] = None
            family = self._family.get(document)
            if family is not None:
                families[family.first] = family
                reached.update(dict.fromkeys(family.members))
        found: dict[int, Relation] = {}
        for document in reached:
            for relation in self._relations.get(document, ()):
                found[id(relation)] = relation
        return tuple(found.values()), tuple(families[first] for first in sorted(families))
