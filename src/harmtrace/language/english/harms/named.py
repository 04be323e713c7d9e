"""Victims given by name: "Killed were A B and C D", "A B, 71, was killed". They are counted, not kept."""

import re
from dataclasses import replace

from harmtrace.language.english.counts.records import Counted
from harmtrace.language.english.harms.finder import BE, HAD_WOUNDS, OUTCOME, Finder
from harmtrace.language.english.names import (
    MOURNS,
    is_name,
    list_of_victims,
    mourned,
    name_list,
    named_cue,
    names_before,
    victims,
)
from harmtrace.language.english.numbers import Number
from harmtrace.language.english.words import CHILD_WORDS, WHO_CIVILIAN, WHO_COMBATANT, WOMAN_WORDS
from harmtrace.records.claim import Outcome, Step, Who

_PRONOUN_AMONG = re.compile(r"(-)a(D)")
_KILLS = re.compile(r"[Kk]")
_NAMED_END = re.compile(r"(a{0,20})-?([kdig])")
_OPENS = frozenset("killed dead murdered slain".split())
_ARE = frozenset("were was are is".split())
_NAMERS = frozenset("named identified listed names naming identifies lists".split())
_GROWN = 18
_LIST_CUES = frozenset("killed died dead victims bomb bombing taken perished murdered martyrs".split())


def find_named(finder: Finder) -> None:
    """Find victims given by name: "Killed were A B and C D", "A B, 71, and C D, 66, were killed"."""
    words, raw = finder.tokens.words, finder.tokens.raw
    if (":" in words and ";" in words and _NAMERS.isdisjoint(words)) or not MOURNS.isdisjoint(words[:12]):
        people = mourned(words, raw)
        if people and not any(h.counted.number.low != 1 and h.counted.start < people[0][0] for h in finder.found.values()):
            _mourned(finder, people)
            return
    cue = named_cue(words)
    if cue is None and ":" in words and words.count("(") > 1 and _LIST_CUES & set(words):
        cue = words.index(":") + 1
    if cue is not None:
        for first, last in name_list(words, raw, cue):
            _named(finder, first, last, "named/1")
        return
    opens = not _OPENS.isdisjoint(words[:12]) and not _ARE.isdisjoint(words)
    listed = list_of_victims(words, raw) if opens or not _NAMERS.isdisjoint(words) else None
    if listed is not None and not any(c.number.low != 1 and c.kind != "x" and c.start < listed[0] for c in finder.chunks.counts.values()):
        people = victims(words, raw, *listed)
        for first, last, end in people if len(people) > 1 else ():
            _named(finder, first, last, "named/2", told=words[first:end])
        if len(people) > 1:
            return
    for m in _KILLS.finditer(finder.tags):
        if m.end() < len(finder.tags) and finder.tags[m.end()] == "-" and m.start() not in {h.trigger for h in finder.found.values()}:
            _killed_by_name(finder, m.start())
    for m in _PRONOUN_AMONG.finditer(finder.tags) if "D" in finder.tags else ():
        if finder.word(m.start(2)) == "among" and finder.word(m.start(1)) in ("he", "she"):
            at = m.start(1)
            span = finder.chunks.spans[at]
            finder.chunks.counts[at] = Counted(
                span[0], span[1], Number(span[0], span[1], span[0], 1, 1), "", "v", Who.CIVILIAN if finder.word(at) == "she" else Who.UNSPECIFIED, woman=finder.word(at) == "she"
            )  # fmt: skip
            finder.add(at, Outcome.KILLED, m.start(2), "among/1", step=Step.PART)
    for m in _NAMED_END.finditer(finder.tags):
        trigger = m.start(2)
        if m[2] == "k" and (not m[1] or finder.word(m.end(1) - 1) not in BE):
            continue
        if m[2] == "g" and not m[1]:
            continue
        if m[2] == "i" and not (finder.word(trigger) in HAD_WOUNDS or (m[1] and finder.word(m.end(1) - 1) in BE)):
            continue
        at = m.start(1) if m[1] else trigger
        if at == 0:
            continue
        end = finder.chunks.spans[at][0]
        taken = [h for h in finder.found.values() if h.trigger == trigger]
        if taken:
            first_token = min(h.counted.start for h in taken)
            end = first_token - 1 if words[first_token - 1 : first_token] in (["his"], ["her"]) else first_token
            if end < 2 or words[end - 1] != "and":
                continue  # only "Saleh Vell and his son were killed" names one beside the counted
            end -= 1
        for first, last in names_before(words, raw, end):
            _named(finder, first, last, "named-subject/1", trigger=trigger, outcome=OUTCOME[m[2]])


def _mourned(finder: Finder, people: list[tuple[int, int, int]]) -> None:
    """Keep each of a list of the mourned; where some are civilians and none is a fighter, all are."""
    words = finder.tokens.words
    for first, last, end in people:
        for at, span in enumerate(finder.chunks.spans):
            if first <= span[0] < end:
                finder.found.pop(at, None)
                finder.breakdown.discard(at)
        _named(finder, first, last, "named/3", told=words[first:end])
    mine = [h for h in finder.found.values() if h.rule == "named/3"]
    whose = {h.counted.who for h in mine}
    if Who.COMBATANT not in whose and not (_FELLOWS.isdisjoint(words) and MOURNS.isdisjoint(words)):
        for h in mine:
            h.counted = replace(h.counted, who=Who.CIVILIAN)


_FELLOWS = frozenset("parishioners pupils students colleagues class batch league union club college school parish choir members congregation teachers staff alumni".split())


def _killed_by_name(finder: Finder, trigger: int) -> None:
    """Take "killing Moav Dessim and Ali Tarn" as one person each: names of two words or more."""
    words, raw = finder.tokens.words, finder.tokens.raw
    i, n = finder.chunks.spans[trigger][1], len(words)
    if trigger and finder.tags[trigger - 1] == "a":
        return
    names: list[tuple[int, int]] = []
    while i < n:
        k = i
        while k < n and k < i + 5 and (is_name(words[k], raw[k]) or words[k] in ("al", "bin", "abu") or words[k].startswith(("al-", "el-"))):
            k += 1
        if k - i < 2 or (k < n and words[k] not in (",", ".", ";", "and", "in", "at", "on", "near", "(")):
            break
        names.append((i, k))
        if k < n and words[k] in (",", "and") and k + 1 < n and raw[k + 1][:1].isupper():
            i = k + 1
            continue
        break
    for first, last in names:
        _named(finder, first, last, "named-object/1", trigger=trigger)


def _named(finder: Finder, first: int, last: int, rule: str, *, trigger: int | None = None, outcome: Outcome = Outcome.KILLED, told: list[str] | None = None) -> None:
    """Keep one person named at tokens ``first`` to ``last``."""
    at = next((k for k, span in enumerate(finder.chunks.spans) if span[0] >= first), None)
    if at is None or at in finder.found or at in finder.breakdown:
        return
    item = told or finder.tokens.words[first:last]
    little = item[0] in ("little", "baby") or any(word.isdecimal() and int(word) < _GROWN for word in item[1:] if told is not None)
    civilian = little or any(word in WHO_CIVILIAN for word in item)
    who = Who.CIVILIAN if civilian else Who.COMBATANT if any(word in WHO_COMBATANT for word in item) else Who.UNSPECIFIED
    finder.chunks.counts[at] = Counted(
        first, last, Number(first, last, first, 1, 1), "", "v", who, child=little or any(word in CHILD_WORDS for word in item), woman=any(word in WOMAN_WORDS for word in item), article=True
    )  # fmt: skip
    finder.add(at, outcome, at if trigger is None else trigger, rule)
