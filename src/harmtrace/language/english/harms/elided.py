"""Counts whose word of harm stands before them, in the clause or the sentence before: "the army, 2", "by noon 41"."""

import re
from dataclasses import replace

from harmtrace.language.english.harms.finder import Finder
from harmtrace.language.english.harms.records import Harm
from harmtrace.language.english.harms.things import of_things
from harmtrace.records.claim import Outcome, Step, Who

#: "…, 17 dead; the ELN, 8; the army, 2": an entry of a list whose first gave the word of harm.
_ENTRY = re.compile(r"(?<=;)[-xpV]{1,8}[,:]([mx])(?=[;.,]|-?$)|(?<=[;,])&?[-xpV]{1,8}([m])(?=[;.,&]|-?$)")
#: "the reeve told of nine dead; her clerk, of ten".
_OF_SO_MANY = re.compile(r"(?<=;)[-xps]{1,5},o([m])(?=[-;.,]|$)")
#: "A killed 201 and B 94": the verb is not said again.
_GAPPED = re.compile(r"[&;,]{1,2}[-xp]{1,6}([m])(?=[,;.]|-?$)")
#: "by noon 41", "the committee has 46 now", "which makes sixteen", "has arrived at 15,700".
_BY = re.compile(r"[,\"]{0,2}-[-xT]{0,3},?(m)-{0,2}$|[,\"]{0,2}T[-T]{0,2},?(m)-{0,2}$")
_HAS = re.compile(r"[-pxT,\"]{1,6}a{1,2}-{0,2}(m)[-T]{0,3}$")
_MAKES = re.compile(r"(?:^|[,&;])[w-]{0,2}-?2?([m])-{0,2}(?=[,;.]|$)")
_ARRIVED = re.compile(r"@(m)(?=[,;.]|-?$)")
_ARRIVING = frozenset("arrived arrives arrive stands stood stand remains remained is are was now".split())
_TIMES = frozenset("by as at until till around before after".split())
_NOW = frozenset("now already alone far today tonight".split())
_HOLDS = frozenset("has have had counts lists records holds is are was were".split())
_CORRECT = re.compile(r"\b(?:correct|corrected|true|right|real|actual|proper|revised|updated) (?:number|figure|toll|count|total|tally|one)\b")
_IS_RIGHT = re.compile(r"(?:^|; )\W{0,3}[\w-]{1,20} is (?:right|correct|the right one)\W{0,3}$")
_DEATH_TAGS = frozenset("eEtDd")


def find_gapped(finder: Finder) -> None:
    """Find counts that share the word of harm of a count before them in the sentence."""
    tags = finder.tags
    whole = _last_counted(finder)
    if whole is None or "m" not in tags[whole.at + 1 :]:
        return
    if ";" in tags:
        for pattern in (_ENTRY, _OF_SO_MANY):
            for m in pattern.finditer(tags, whole.trigger):
                at = next(k for k in (m.start(1), m.start(2) if m.lastindex == 2 else -1) if k >= 0)
                _take(finder, at, whole, "gapped/1")
    if whole.rule == "active/1":
        for m in _GAPPED.finditer(tags, whole.at + 1):
            if not set(tags[whole.at + 1 : m.start()]) & set("kKiIdD1"):
                _take(finder, m.start(1), whole, "gapped/1")


def _last_counted(finder: Finder) -> Harm | None:
    return next((h for _, h in sorted(finder.found.items()) if h.outcome in (Outcome.KILLED, Outcome.INJURED) and h.counted.number.low != 0), None)


def _take(finder: Finder, at: int, whole: Harm, rule: str) -> None:
    counted = finder.chunks.counts.get(at)
    if counted is None or at in finder.found or at < whole.at or counted.head not in ("", "#") or counted.part or counted.more:
        return
    if counted.kind == "x":
        if counted.head != "#" or whole.counted.number.low is None:
            return
        counted = replace(counted, kind="m", head="")
    finder.chunks.counts[at] = replace(counted, who=whole.counted.who if counted.who is Who.UNSPECIFIED else counted.who)
    finder.add(at, whole.outcome, at, rule)


def find_counted_on(finder: Finder) -> None:
    """Find the next state of a count that the sentence before gave: "by noon 41", "the committee has 46 now"."""
    if finder.found or finder.last not in (Outcome.KILLED, Outcome.INJURED):
        return
    tags, words = finder.tags, finder.tokens.words
    bare = [at for at, counted in finder.chunks.counts.items() if counted.kind == "m" and counted.number.plain and not counted.part]
    if len(bare) != 1 or any(c.kind not in "mx" for c in finder.chunks.counts.values()):
        return
    at = bare[0]
    end = finder.chunks.spans[at][1]
    low = " ".join(words)
    opens = next((k for k, word in enumerate(words[:4]) if word.isalpha()), 0)
    if (
        (_BY.match(tags, 0) is not None and words[opens] in _TIMES)
        or (_HAS.match(tags, 0) is not None and (_NOW & set(words[end:]) or words[max(0, finder.chunks.spans[at][0] - 1)] in ("now", "already")) and _HOLDS & set(words[:end]))
        or (("makes" in words or "make" in words) and words[max(0, finder.chunks.spans[at][0] - 1)] in ("makes", "make", "it", "us") and (end >= len(words) or not words[end].isalpha()))
        or _CORRECT.search(low) is not None
        or _IS_RIGHT.search(low) is not None
    ):
        finder.add(at, finder.last, at, "counted-on/1", step=Step.RUNNING)


_COUNTED_BY = re.compile(r"[-xop,]r(m)(?=wx|[T]|[;.,&]|-?$)")
_COUNTS = frozenset("counted counts tallied recorded".split())


def find_counted_by(finder: Finder) -> None:
    """Find what another counted of those told of right before: "The agency has put the dead at 19. The ministry counted 21 that day"."""
    if finder.last not in (Outcome.KILLED, Outcome.INJURED):
        return
    for m in _COUNTED_BY.finditer(finder.tags):
        counted = finder.chunks.counts.get(m.start(1))
        if counted is not None and finder.word(m.start(1) - 1) in _COUNTS and counted.number.plain and not counted.part and not counted.head and not any(at < m.start(1) for at in finder.found):
            finder.add(m.start(1), finder.last, m.start(1), "counted-by/1")


def find_arrived(finder: Finder) -> None:
    """Find "the project, which counts deaths, has arrived at 15,700"."""
    tags = finder.tags
    for m in _ARRIVED.finditer(tags):
        before = finder.tokens.words[max(0, finder.chunks.spans[m.start()][0] - 2) : finder.chunks.spans[m.start()][0]]
        if _ARRIVING & set(before) and (_DEATH_TAGS & set(tags[: m.start()]) or (before[-1:] in (["arrived"], ["arrives"]) and finder.last is Outcome.KILLED)) and not of_things(finder, finder.chunks.counts[m.start(1)]):
            finder.add(m.start(1), Outcome.KILLED, m.start(1), "arrived-at/1")


_CHANGED = re.compile(r"([eDcjikt])[^;smnkv]{0,12}?[RsV-]F([nmE])[Dkdi]?2([nmE])")
_CHANGES = frozenset("corrected revised amended adjusted changed lowered raised cut reduced increased downgraded upgraded updated went rose fell".split())
_INSTEAD = re.compile(r"([nmE])([kDdi]?)(?:-|N|&N)o?([mnE])")


def find_corrected(finder: Finder) -> None:
    """Find "deaths were corrected from 91 to 87", "1,689 dead instead of 1,702"."""
    tags = finder.tags
    for m in _CHANGED.finditer(tags) if "F" in tags else ():
        verb = finder.word(m.start(2) - 2)
        if verb not in _CHANGES:
            continue
        outcome = Outcome.INJURED if m[1] in "ji" else Outcome.KILLED_OR_INJURED if m[1] == "c" else Outcome.KILLED
        civilian = not {"civilian", "civilians"}.isdisjoint(finder.text(max(0, m.start() - 1), m.start(2)))
        for at, step in ((m.start(3), Step.RUNNING), (m.start(2), Step.REPLACED)):
            counted = finder.chunks.counts.get(at)
            if counted is not None and counted.kind in "mE" and counted.head in ("", "deaths"):
                if civilian:
                    finder.chunks.counts[at] = replace(counted, who=Who.CIVILIAN)
                finder.add(at, outcome, m.start(1), "corrected/1", step=step)
    for m in _INSTEAD.finditer(tags):
        first = finder.found.get(m.start(1))
        if first is None and m[2] != "" and m.start(1) in finder.chunks.counts:
            continue
        if first is not None and {"instead", "rather"} & set(finder.text(m.end(1), m.start(3))):
            finder.add(m.start(3), first.outcome, m.start(3), "instead-of/1", step=Step.REPLACED)


def lowered(finder: Finder) -> None:
    """Take a count that its own sentence lowers ("cut the toll to 105 from 122") as corrected: the old one is denied."""
    for at, old in list(finder.found.items()):
        if old.step is not Step.REPLACED or old.denied or old.counted.number.low is None:
            continue
        new = next((h for h in finder.found.values() if h.outcome is old.outcome and h.step is not Step.REPLACED and h.counted.number.low is not None), None)
        if new is not None and new.counted.number.low is not None and new.counted.number.low < old.counted.number.low:
            finder.found[at] = replace(old, denied=True)


#: Verbs of those who check what they were told.
CHECKS = frozenset("verify confirm corroborate substantiate establish authenticate verifying confirming corroborating substantiating".split())
_NOT_YET = frozenset("not n't cannot unable couldn't can't never neither yet without still".split())
_ABOUT = frozenset("a an the at least about some around up to another further other additional reports report claims claim allegations accounts of that deaths death killings fate possible alleged reported another".split())
_MORE = frozenset("more others other deaths killings people civilians reported".split())


def find_unchecked(finder: Finder) -> None:
    """Find those whom nobody could vouch for beside those whom somebody did: "verified that nine people were killed and could not verify 20 more"."""
    words = finder.tokens.words
    for at, counted in list(finder.chunks.counts.items()):
        if counted.kind not in "mnE" or at in finder.found or not (counted.more or counted.kind == "E" or not _MORE.isdisjoint(words[counted.number.end : counted.end + 1])):
            continue
        k = counted.start - 1
        while k > 0 and words[k] in _ABOUT:
            k -= 1
        if k < 1 or words[k] not in CHECKS or _NOT_YET.isdisjoint(words[max(0, k - 5) : k]):
            continue
        whole = next((h for _, h in sorted(finder.found.items(), reverse=True) if h.counted.end <= k and h.counted.number.low != 0), None)
        if whole is None:
            continue
        who = whole.counted.who if counted.who is Who.UNSPECIFIED and counted.head in ("", "others", "other", "deaths") else counted.who
        finder.chunks.counts[at] = replace(counted, who=who, number=replace(counted.number, maybe=True))
        finder.breakdown.discard(at)
        finder.add(at, whole.outcome, at, "unchecked/1", step=Step.INCREMENT)
