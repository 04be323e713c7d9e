"""Counts as the object of a verb of harm: "killed 12 people", "shot my uncle dead", "lost nine relatives"."""

import re
from dataclasses import replace

from harmtrace.language.english.harms.finder import BE, OUTCOME, Finder, definite_person, is_kin, one_person
from harmtrace.language.english.whom import bears_no_arms
from harmtrace.records.claim import Outcome, Who

_ACTIVE = re.compile(r"([kK1iI3])(?:2|-|x(?=p)|T|@|\"|,(?=\")){0,2}((?:[nvmyzfp]-?[,&\"]{0,3})(?:[nvmyzfp][,&\"]{0,3})*)")
_LOST = re.compile(r"(L)[-\"]{0,1}((?:[nvmfzp][,&]{0,2})+)")
_ALONG_WITH = re.compile(r"([kd])(?:&|-&|-)([nm])")
#: "killing him and two shopkeepers": he is one more.
_HIM_AND = re.compile(r"([kK1])(-)&([nvm])")
_HIM = frozenset(("him", "her"))
_PUTS_BODIES = re.compile(r"(B)((?:[nvm][,&\"]{0,2})+)")
_COST = re.compile(r".([vnm])")
_LIMB_OF = re.compile(r"(V|-|a)x[o](v|n|p)")
_TAKE = frozenset("took takes taking cost severed shattered tore crushed smashed broke mangled destroyed off".split())
_LIMBS = frozenset("leg legs arm arms hand hands foot feet eye eyes sight limb limbs fingers".split())
_SHOT_DEAD = re.compile(r"[-iX]([pvn])-?(D)")
_DEAD_BY = frozenset("shot shoot left pronounced declared found certified".split())
_WHERE = frozenset("in inside aboard on at near from outside beside behind under within across along between".split())
_MEMBERS = frozenset("members soldiers men fighters relatives family household brothers children".split())


def find_actives(finder: Finder, has: set[str]) -> None:
    """Find "killed N people", "killing four men, three women and two children", "buried 19 neighbours"."""
    tags = finder.tags
    for m in _ACTIVE.finditer(tags):
        letter = m[1]
        trigger = m.start(1)
        if letter == "1" and finder.word(trigger) in ("claims",) and tags[m.start(2)] not in "l":
            continue
        if letter == "3" and finder.word(trigger) == "wounds" and not _wounds_so_many(finder, trigger, m.start(2)):
            continue
        if trigger and tags[trigger - 1] == "a" and letter in "ki" and finder.word(trigger - 1) in BE:
            continue
        if tags[m.start(2)] not in "p" and tags[m.start(2) - 1] == "-" and finder.word(m.start(2) - 1) in _WHERE:
            continue  # "four injured in two canoes"
        outcome = OUTCOME[letter]
        for at in _listed(finder, m.start(2), m.end(2)):
            finder.add(at, outcome, trigger, "active/1")
    for m in _ALONG_WITH.finditer(tags):
        span = finder.chunks.spans[m.start(2)][0]
        if span and finder.tokens.words[span - 1] == "with":
            finder.add(m.start(2), Outcome.KILLED, m.start(1), "along-with/1")
    for m in _HIM_AND.finditer(tags) if "&" in has else ():
        if finder.word(m.start(2)) in _HIM:
            one_person(finder, m.start(2), finder.word(m.start(2)))
            finder.add(m.start(2), Outcome.KILLED, m.start(1), "active/1")
            finder.add(m.start(3), Outcome.KILLED, m.start(1), "active/1")
    if "B" in has:
        for m in _PUTS_BODIES.finditer(tags):
            if finder.word(m.start(1)) in ("buried", "bury") and not (m.start(1) and tags[m.start(1) - 1] == "a" and finder.word(m.start(1) - 1) not in ("have", "has", "had")):
                for at in range(m.start(2), m.end(2)):
                    finder.add(at, Outcome.KILLED, m.start(1), "buried/1")


def _wounds_so_many(finder: Finder, trigger: int, at: int) -> bool:
    """Tell a headline's "Grenade wounds 15 at bus stand": a verb, with its number right behind."""
    words = finder.tokens.words
    start, end = finder.chunks.spans[trigger]
    opens = 0 < start < 5 or (words[start - 1] in (",", "and", ";") and not {"kills", "kill"}.isdisjoint(words[:start]))
    return opens and words[start - 1] not in _WOUNDS_OF and finder.chunks.spans[at][0] == end and finder.tags[at] in "nm"


_WOUNDS_OF = frozenset("his her their its the of with from or bullet shrapnel gunshot stab flesh burn head leg no many suffered treated".split())


def _listed(finder: Finder, start: int, end: int) -> list[int]:
    """Return the counts of a list: all up to one with a verb of its own; a list ends with "and"."""
    tags = finder.tags
    out: list[int] = []
    last_and = tags.rfind("&", start, end)
    for at in range(start, end):
        tag = tags[at]
        if tag == '"' and out and tags[at + 1 : at + 2] == ",":
            break  # `"killing 11", and a spokesman said`: the quotation is over
        if tag == "p" and tags[at + 1 : at + 2] == "p" and at + 1 < end:
            continue  # "the elderly priest"
        if tag == "p" and not is_kin(finder, at) and not (_may_be_definite(finder, start) and definite_person(finder, at)):
            break
        if tag in "nvmyzfp":
            if out and (_own_verb(finder, at) or at in finder.breakdown or (at > last_and and tags[at - 1] != "&")):
                break
            out.append(at)
    return out


def _may_be_definite(finder: Finder, start: int) -> bool:
    """Tell "killed the watchman" from "the blast that killed the watchman", which speaks of one told of before."""
    k = start - 1
    while k >= 0 and finder.tags[k] not in "kK1iI3":
        k -= 1
    while k > 0 and finder.tags[k - 1] == "a":
        k -= 1
    return k <= 0 or finder.tags[k - 1] != "w"


def _own_verb(finder: Finder, at: int) -> bool:
    tags = finder.tags
    return at + 1 < len(tags) and tags[at + 1] in "kidDagV"


def find_lost(finder: Finder) -> None:
    """Find "lost nine relatives", "lost four of its guards"."""
    for m in _LOST.finditer(finder.tags):
        for at in range(m.start(2), m.end(2)):
            if finder.tags[at] == "p" and not is_kin(finder, at):
                break
            counted = finder.chunks.counts.get(at)
            if counted is None:
                continue
            if counted.head in ("men", "man") and counted.who is Who.UNSPECIFIED and not _of_civil_life(finder, m.start(1)):
                finder.chunks.counts[at] = replace(counted, who=Who.COMBATANT)
            if counted.head or counted.kind == "f":
                finder.add(at, Outcome.KILLED, m.start(1), "lost/1")
            elif counted.part or finder.tags[at] == "m":
                span = finder.chunks.spans[at]
                following = set(finder.tokens.words[span[1] : span[1] + 4])
                if _MEMBERS & following:
                    if {"members", "family", "household"} & following:
                        finder.chunks.counts[at] = replace(counted, who=Who.CIVILIAN)
                    finder.add(at, Outcome.KILLED, m.start(1), "lost/1")


def _of_civil_life(finder: Finder, lost: int) -> bool:
    """Tell "the fire brigade lost two men", "our village lost twelve men" from what a force or a front lost."""
    words = finder.tokens.words
    k = finder.chunks.spans[lost][0] - 1
    while k > 0 and (words[k] in _HAVE or words[k].endswith("ly")):
        k -= 1
    return k >= 0 and (words[k] in _CIVIL_LIFE or bears_no_arms(words, k))


_HAVE = frozenset("has have had also alone already".split())
_CIVIL_LIFE = frozenset("family household village town hamlet neighbourhood neighborhood street school mine quarry mill factory farm crew trawler boat ship club congregation parish church mosque choir hospital clinic fishery island community".split())


def find_shot_dead(finder: Finder) -> None:
    """Find "shot my uncle dead"."""
    tags = finder.tags
    for m in _SHOT_DEAD.finditer(tags):
        if finder.word(m.start()) in _DEAD_BY and (tags[m.start(1)] != "p" or is_kin(finder, m.start(1)) or definite_person(finder, m.start(1))):
            finder.add(m.start(1), Outcome.KILLED, m.start(2), "shot-dead/1")


def find_lost_limbs(finder: Finder) -> None:
    """Find "cost a boy his leg", "took both legs of a farmer"."""
    for m in _LIMB_OF.finditer(finder.tags):
        taken = finder.word(m.start(1)) in _TAKE or not _TAKE.isdisjoint(finder.tokens.words[max(0, finder.chunks.spans[m.start(1)][0] - 1) : finder.chunks.spans[m.start(1)][1]])
        limb = finder.tokens.words[finder.chunks.spans[m.start(1) + 1][1] - 1]
        if taken and limb in _LIMBS and (finder.tags[m.start(2)] != "p" or definite_person(finder, m.start(2))):
            finder.add(m.start(2), Outcome.INJURED, m.start(1), "lost-limb/1")
    for m in _COST.finditer(finder.tags):
        end = finder.chunks.spans[m.start(1)][1]
        if finder.word(m.start()) == "cost" and finder.tokens.words[end : end + 2] in (["their", "lives"], ["his", "life"], ["her", "life"]):
            finder.add(m.start(1), Outcome.KILLED, m.start(1), "cost-lives/1")
        if finder.word(m.start()) == "cost" and finder.tokens.words[end : end + 1] in (["his"], ["her"], ["their"]) and not _LIMBS.isdisjoint(finder.tokens.words[end + 1 : end + 3]):
            finder.add(m.start(1), Outcome.INJURED, m.start(1), "lost-limb/1")
