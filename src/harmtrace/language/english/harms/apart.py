"""Counts that stand apart from their verb of harm: "three drivers who left a week ago are missing"."""

import re
from dataclasses import replace

from harmtrace.language.english.harms.finder import HAD_WOUNDS, OUTCOME, Finder, definite_person, is_kin, one_person
from harmtrace.language.english.words import SINGULARS
from harmtrace.records.claim import Outcome, Step, Who

#: A count that opens its clause, words that are no clause of their own, and the verb of harm of the count.
_FAR = re.compile(r"(?<![^,;:&\"(Tw-])([nvfyz])([-xTV@oF2wu\"IBiX]{1,16}?)(?<![pnmvyfz])(a{1,3})[N]?-?\"?([kdig])(?!-?[nm])")
_FAR_DIED = re.compile(r"(?<![^,;:&\"(T-])([nvfy])([-xTV@oF2w\"Iu]{1,14}?)(?<![pnmvyfza])(d|i)(?!-?[nm])")
_INSET_FAR = re.compile(r"(?<![^,;:&\"(Twsp-])([nvfym]),?(w[-xpTVa@oF2rIsD]{1,12},)(&w[-xTVa@oF2r]{1,12},)?(a{0,3})-?([kdig])")
#: "some 150 people were lost off the point".
_WERE_LOST = re.compile(r"([nf])a{1,2}(L)(?=[-@T.;,x]|$)")
#: "seven fighters had been asleep in the store and were killed".
_AND_WERE = re.compile(r"(?<![^,;:&\"(Tw-])([nvf])a{1,3}[-xTV@o2r]{1,12}&(a{1,3})-?([kdi])")
_THEM = frozenset("them him her".split())
_SHOT_THEM = frozenset("shot killed beheaded executed hanged strangled stabbed murdered burned drowned slaughtered lynched stoned hacked".split())
_UNDER = frozenset("under beneath underneath below".split())
_LIE = frozenset("is are was were be lie lies lying remain remains remained still trapped stuck buried caught have has had r feared".split())
_LIE_PASSES = frozenset("may might could thought believed feared to said also now the ' \" “ ” , more others other people".split())
_UNSURE = frozenset("may might could thought believed feared".split())
_WEIGHTS = frozenset("it them wall walls roof roofs house houses home building buildings stair stairs staircase ceiling floor floors slab slabs brick bricks concrete mosque church school hall bridge beam beams collapsed rubble ruins earth mud sand snow landslide hotel block sheets tin zinc roofing tiles timber timbers planks girders boulders stones shop bakery clinic shelter minaret tower dome".split())
_SEARCH = frozenset("looking searching search searched hunting digging hunt".split())
_GROUND = (["into", "the", "ground"], ["in", "the", "ground"], ["in", "the", "earth"], ["under", "the", "ground"])
_DOWN = (["out", "of", "action"], ["to", "death"], ["to", "the", "sword"])


def find_apart(finder: Finder) -> None:
    """Find counts whose verb of harm is not beside them."""
    tags, words = finder.tags, finder.tokens.words
    if not _FAR_ENDS.isdisjoint(tags):
        for m in _FAR.finditer(tags):
            _far(finder, m.start(1), m.start(4), m[4])
        for m in _FAR_DIED.finditer(tags):
            if m[3] == "d" or finder.word(m.start(3)) in HAD_WOUNDS:
                _far(finder, m.start(1), m.start(3), m[3])
        for m in _AND_WERE.finditer(tags) if "&" in tags else ():
            _far(finder, m.start(1), m.start(3), m[3])
        for m in _INSET_FAR.finditer(tags) if "w" in tags else ():
            _far(finder, m.start(1), m.start(5), m[5])
    if "lost" in words:
        for m in _WERE_LOST.finditer(tags):
            if finder.word(m.start(2)) == "lost":
                _far(finder, m.start(1), m.start(2), "k")
    if not _THEM.isdisjoint(words):
        _shot_them(finder)
    if not _UNDER.isdisjoint(words):
        _under(finder)
    if not _SEARCH.isdisjoint(words):
        _looked_for(finder)
    if "put" in words or "laid" in words:
        _put(finder)


_FAR_ENDS = frozenset("kdig")


def _far(finder: Finder, at: int, trigger: int, letter: str) -> None:
    counted = finder.chunks.counts.get(at)
    if counted is None or at in finder.found or counted.kind == "y":
        return
    start = counted.start
    if (counted.part and counted.of) or (counted.kind == "m" and not counted.part and finder.tokens.words[max(0, start - 2) : start] not in (["the", "other"], ["the", "remaining"])):
        return
    if any(at < k <= trigger and h.trigger == trigger for k, h in finder.found.items()):
        return
    if finder.word(trigger) == "among":
        return
    finder.add(at, OUTCOME[letter], trigger, "far/1")


def _shot_them(finder: Finder) -> None:
    """Find "lined up 17 policemen and beheaded them": the count before is whom the pronoun stands for."""
    words = finder.tokens.words
    for k in range(2, len(words)):
        if words[k] not in _THEM or words[k - 1] not in _SHOT_THEM or words[k - 2] not in ("and", "then", ",", "they", "soldiers", "he", "had"):
            continue
        many = words[k] == "them"
        for at in sorted(finder.chunks.counts, reverse=True):
            counted = finder.chunks.counts[at]
            if counted.end >= k or counted.kind not in "nv" or at in finder.found:
                continue
            if (counted.number.low != 1) is not many:
                continue
            trigger = next((t for t, span in enumerate(finder.chunks.spans) if span[0] <= k - 1 < span[1]), at)
            finder.add(at, Outcome.KILLED, trigger, "pronoun-object/1")
            break


def _under(finder: Finder) -> None:
    """Find people under what fell on them: "six people under it", "four are thought to lie under the wall"."""
    words = finder.tokens.words
    for k, word in enumerate(words):
        if word not in _UNDER or _WEIGHTS.isdisjoint(words[k + 1 : k + 5]):
            continue
        at = max((a for a, c in finder.chunks.counts.items() if c.end <= k and c.kind in "nvmf"), default=None)
        person = next((t for t in range(len(finder.tags) - 1, -1, -1) if finder.chunks.spans[t][1] <= k and finder.tags[t] == "p"), None)
        if person is not None and (at is None or person > at) and (is_kin(finder, person) or definite_person(finder, person)):
            at = person
        if at is None or at in finder.found or k - finder.chunks.counts[at].end > 8:
            continue
        between = words[finder.chunks.counts[at].end : k]
        raw = finder.tokens.raw[finder.chunks.counts[at].end : k]
        if (any(w in _LIE for w in between) and all(w in _LIE or w in _LIE_PASSES or (finder.tags[at] == "p" and one[:1].isupper()) for w, one in zip(between, raw, strict=True))) or (finder.tags[at] != "p" and not [w for w in between if w not in _LIE_PASSES]):
            trigger = next((t for t, span in enumerate(finder.chunks.spans) if span[0] <= k < span[1]), at)
            if not _UNSURE.isdisjoint(between) and at in finder.chunks.counts:
                counted = finder.chunks.counts[at]
                finder.chunks.counts[at] = replace(counted, number=replace(counted.number, maybe=True))
            finder.add(at, Outcome.MISSING, trigger, "under-it/1")


def _looked_for(finder: Finder) -> None:
    """Find those whom rescuers look for: "divers are looking for five people"."""
    words = finder.tokens.words
    for at, counted in finder.chunks.counts.items():
        s = counted.start
        if at not in finder.found and counted.kind in "nvf" and not counted.part and s > 1 and words[s - 1] == "for" and words[s - 2] in _SEARCH and counted.who is not Who.COMBATANT:
            behind = words[counted.end : counted.end + 6]
            if not {"suspected", "wanted", "who", "gunmen", "attackers", "suspects"}.isdisjoint(behind) or not {"police", "soldiers", "troops"}.isdisjoint(words[:s]):
                continue
            finder.add(at, Outcome.MISSING, at, "looked-for/1")


def _put(finder: Finder) -> None:
    """Find "put nine rebels out of action", "put 140 into the ground"."""
    words = finder.tokens.words
    for at, counted in finder.chunks.counts.items():
        if at in finder.found or counted.kind not in "nmv":
            continue
        before = [w for w in words[max(0, counted.start - 3) : counted.start] if w not in "\"“”'"]
        behind = [w for w in words[counted.end : counted.end + 5] if w not in "\"“”'"][:3]
        if before[-1:] not in (["put"], ["laid"]):
            if before[-2:] != ["put", "down"] or not (counted.part or counted.who is Who.COMBATANT):
                continue
            finder.add(at, Outcome.KILLED, at, "put-down/1", step=Step.TOTAL)
        elif behind in _GROUND or behind in _DOWN:
            finder.add(at, Outcome.KILLED, at, "put-down/1")


def lost_of(finder: Finder) -> None:
    """Find people whose limb is hurt: "her grandson's arm was broken", "a woman with her leg torn off"."""
    words = finder.tokens.words
    for k, word in enumerate(words):
        if word not in LIMBS or k < 2:
            continue
        behind = words[k + 1 : k + 4]
        hurt = not _HURT.isdisjoint(behind[:1]) or (behind[:1] in (["was"], ["were"], ["is"], ["has"], ["cannot"], ["had"]) and not _HURT.isdisjoint(behind[1:]))
        if not hurt:
            continue
        whose = words[k - 1]
        at = None
        if whose.endswith("'s") or words[k - 2].endswith("'s"):
            owner = k - 1 if whose.endswith("'s") else k - 2
            at = next((a for a, span in enumerate(finder.chunks.spans) if span[0] <= owner < span[1]), None)
            head = words[owner].removesuffix("'s")
            if at is not None and finder.tags[at] == "-" and head in SINGULARS:
                one_person(finder, at, head)
        elif whose in ("her", "his", "their") and words[k - 2] in ("with", "w", "had", "/"):
            at = max((a for a, c in finder.chunks.counts.items() if c.end <= k - 2 and c.kind in "nv"), default=None)
        if at is not None and at not in finder.found and at in finder.chunks.counts and finder.chunks.counts[at].kind in "nv":
            finder.chunks.counts[at] = replace(finder.chunks.counts[at], end=max(finder.chunks.counts[at].end, k))
            finder.add(at, Outcome.INJURED, at, "limb/1")


LIMBS = frozenset("leg legs arm arms hand hands foot feet eye eyes sight finger fingers skull jaw back spine hip ribs shoulder knee nose face".split())
_HURT = frozenset("broken torn blown off severed shattered crushed amputated saved burned burnt gone mangled smashed fractured missing pierced".split())
