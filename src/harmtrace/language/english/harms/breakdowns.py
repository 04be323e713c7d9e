"""Counts that break another down: "including two women", "two people, a farmer and his son"."""

import re

from harmtrace.language.english.harms.finder import Finder, is_kin

_APPOSED_LIST = re.compile(r"([nm]),((?:[vnpm][,&]{0,2}){1,6})(?![kdiDgc])")
_SPLIT_UP = re.compile(r"([nm])[^nmvq;:s]{1,16}[:,(]((?:[nv][,&]{1,2}){1,5}[nv])(?=[;)]|-?$)")
_APPOSED_PART = re.compile(r"([nvm]),(m)-{0,2}([vnp])?,a*[kdi]")
_OWN_END = re.compile(r"a{0,20}[kdiD]")


def mark_breakdowns(finder: Finder) -> None:
    """Mark the counts that break another count down: they add nothing to it."""
    if "q" in finder.tags:
        for at, tag in enumerate(finder.tags):
            if tag == "q":
                _mark_behind(finder, at)
    if "," in finder.tags or ":" in finder.tags or "(" in finder.tags:
        for m in _APPOSED_LIST.finditer(finder.tags):
            _mark_apposed(finder, m)
        for m in _SPLIT_UP.finditer(finder.tags) if sum(map(finder.tags.count, "nv")) > 2 else ():
            _mark_split(finder, m)
        for m in _APPOSED_PART.finditer(finder.tags) if "m" in finder.tags else ():
            if finder.chunks.counts[m.start(2)].part:
                finder.breakdown.update((m.start(2), m.start(3)) if m[3] else (m.start(2),))


def _mark_apposed(finder: Finder, m: "re.Match[str]") -> None:
    """Mark the people of "two people, a farmer and his son": they are the two, they do not add to them."""
    whole = finder.chunks.counts[m.start(1)]
    low = whole.number.low
    if low is None or low != whole.number.high or whole.number.vague is not None or whole.more or (whole.part and whole.of) or (low > 1) != ("&" in m[2]):
        return
    members: list[int] = []
    total = 0
    for at in range(m.start(2), m.end(2)):
        tag = finder.tags[at]
        if tag == "p" and not is_kin(finder, at):
            return
        if tag in "vnpm":
            one = finder.chunks.counts[at]
            if one.number.low is None or one.number.low != one.number.high or one.more or one.part or (whole.child and not one.child) or (whole.woman and not one.woman) or (whole.man and (one.woman or one.child)):
                return
            members.append(at)
            total += one.number.low
    if total == low:
        finder.breakdown.update(members)


def _mark_split(finder: Finder, m: "re.Match[str]") -> None:
    """Mark what a count is split up into behind its verb: "Six people died in the hall: two women and four men"."""
    whole = finder.chunks.counts[m.start(1)].number
    inner = [at for at in range(m.start(2), m.end(2)) if finder.tags[at] in "nv"]
    parts = [finder.chunks.counts[at].number for at in inner]
    known = [part.low for part in parts if part.low is not None and part.low == part.high]
    if whole.low is not None and len(known) == len(parts) and sum(known) == whole.low:
        finder.breakdown.update(inner)
        finder.split_up[m.start(1)] = tuple(inner)


def _mark_behind(finder: Finder, at: int) -> None:
    """Mark the counts after "including", "among them": they break a count down."""
    k = at + 1
    tags, n = finder.tags, len(finder.tags)
    plain = 0
    while k < n:
        tag = tags[k]
        if tag in "nvm" and k in finder.chunks.counts:
            if _OWN_END.match(tags, k + 1) and (tag == "m" or at == 0):
                return
            finder.breakdown.add(k)
            plain = 0
        elif tag == "-" and plain < 4:
            plain += 1
        elif tag not in ',&"':
            return
        k += 1
