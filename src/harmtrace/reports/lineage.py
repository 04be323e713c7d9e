"""The drawing of a family: which texts are versions, copies and excerpts of which."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from harmtrace.records.text import Family, Relation
from harmtrace.reports import phrase
from harmtrace.reports.book import Head
from harmtrace.reports.svg import arrowhead, drawing, element, isolated, label

_ROW = 30.0
_SPINE = 92.0
_MOST = 12
_LEAST = 520.0
_LETTER = 7.6  # width of a letter of a label at most, on average


def lineage(
    family: Family, relations: Sequence[Relation], *, heads: Mapping[str, Head], name: str, hrefs: Mapping[str, str]
) -> Markup:
    """Return the drawing of a family: its texts by day of publication, arcs from the older to the later.

    Empty for a family of one, or of more than twelve (the table names them all).
    """
    members = sorted(family.members, key=lambda member: _order(member, family, heads))
    if not 1 < len(members) <= _MOST:
        return Markup("")
    rows = {member: 20.0 + _ROW * order for order, member in enumerate(members)}
    parts = [_arrow(name)]
    for relation in relations:
        if relation.a in rows and relation.b in rows:
            parts.append(_arc(rows[relation.b], rows[relation.a], relation, name))
    width = _LEAST
    for member, y in rows.items():
        words = _words(member, heads.get(member), first=member == family.first)
        width = max(width, _SPINE + 24 + _LETTER * len(words))
        parts.append(_text(words, y, href=hrefs.get(member, "")))
    return drawing(width, 20 + _ROW * len(members), parts, title=f"Versions and copies of {family.first}", name=name)


def _order(member: str, family: Family, heads: Mapping[str, Head]) -> tuple[bool, str, str]:
    published = heads[member].published if member in heads else None
    return member != family.first, published or "~", member


def _arrow(name: str) -> str:
    return element("defs", arrowhead(f"{name}-tip", "step"))


def _arc(older: float, later: float, relation: Relation, name: str) -> str:
    reach = min(14 + abs(later - older) * 0.55, _SPINE - 10)
    x = _SPINE - 7
    path = f"M{x:.1f} {older:.1f} C{x - reach:.1f} {older:.1f} {x - reach:.1f} {later:.1f} {x:.1f} {later:.1f}"
    title = element("title", isolated(f"{relation.a} {phrase.relation(relation.kind)} {relation.b}"))
    return element("path", title, d=path, class_=f"arc {relation.kind.value}", marker_end=f"url(#{name}-tip)")


def _words(member: str, head: Head | None, *, first: bool) -> str:
    published = "day not known" if head is None or head.published is None else phrase.day(head.published)
    publisher = "" if head is None or head.source is None else f"{head.source}, "
    return f"{_short(member)} · {publisher}{published}" + (" · earliest known" if first else "")


def _text(words: str, y: float, *, href: str) -> str:
    mark = element("circle", cx=_SPINE, cy=y, r=4.5, class_="dot")
    written = label(words, _SPINE + 12, y + 4, kind="place")
    return element("a", mark + written, href=href) if href else mark + written


def _short(member: str) -> str:
    return member if len(member) <= 32 else "…" + member[-31:]
