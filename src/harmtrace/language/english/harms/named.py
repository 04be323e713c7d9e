"""Victims given by name: "Killed were A B and C D", "A B, 71, was killed". They are counted, not kept."""

import re
from dataclasses import replace

from harmtrace.language.english.chunks import SKIP
from harmtrace.language.english.counts.records import Counted
from harmtrace.language.english.harms.finder import BE, HAD_WOUNDS, OUTCOME, Finder
from harmtrace.language.english.harms.subjects import Person, Subject
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
from harmtrace.language.english.words import CHILD_WORDS, COMBATANT_ADJECTIVES, WHO_CIVILIAN, WHO_COMBATANT, WOMAN_WORDS
from harmtrace.records.claim import Outcome, Step, Who

_PRONOUN_AMONG = re.compile(r"(-)a(D)")
_KILLS = re.compile(r"[KkiI]")
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
            if not m[1]:
                _headline(finder, trigger)
            continue
        if m[2] == "g" and not m[1]:
            continue
        if m[2] == "i" and not (finder.word(trigger) in HAD_WOUNDS or (m[1] and finder.word(m.end(1) - 1) in BE)):
            continue
        at = m.start(1) if m[1] else trigger
        if at == 0:
            continue
        end = finder.chunks.spans[at][0]
        if _subject(finder, at, trigger, OUTCOME[m[2]]):
            continue
        taken = [h for h in finder.found.values() if h.trigger == trigger]
        if taken:
            first_token = min(h.counted.start for h in taken)
            end = first_token - 1 if words[first_token - 1 : first_token] in (["his"], ["her"]) else first_token
            if end < 2 or words[end - 1] != "and":
                continue  # only "Saleh Vell and his son were killed" names one beside the counted
            end -= 1
        for first, last in names_before(words, raw, end):
            _named(finder, first, last, "named-subject/1", trigger=trigger, outcome=OUTCOME[m[2]])


_ONE = frozenset("was is has had".split())
_LATER = frozenset("later then subsequently also eventually".split())
_ALONG = (("along", "with"), ("together", "with"), ("alongside",), ("with",))


def _subject(finder: Finder, at: int, trigger: int, outcome: Outcome) -> bool:
    """Take the people told one by one before a verb of harm, and those told with them behind it; tell whether there are any before."""
    words = finder.tokens.words
    start, stop = finder.chunks.spans[at][0], finder.chunks.spans[trigger]
    end = start
    while end > 1 and words[end - 1] in SKIP:
        end -= 1
    if at == trigger and words[end - 1] in ("and", "but") and outcome is Outcome.KILLED:
        return _later_died(finder, at)
    subject = Subject(finder)
    people = subject.people(end, one=not _ONE.isdisjoint(words[end : stop[0]]))
    if people and any(h.trigger == trigger and h.counted.end <= people[0].first for h in finder.found.values()):
        return False  # "a man named A B was killed", "four people, including A B, were killed"
    for number, person in enumerate(people):
        _told_of(finder, person, trigger, outcome, last=number == len(people) - 1, start=people[0].first)
    along = next((one for one in _ALONG if tuple(words[stop[1] : stop[1] + len(one)]) == one), ())
    if along and (people or any(h.trigger == trigger for h in finder.found.values())):
        for person in subject.companions(stop[1] + len(along)):
            _told_of(finder, person, trigger, outcome, last=False, start=person.first)
    return bool(people)


def _later_died(finder: Finder, died: int) -> bool:
    """Take those who "were hurt, and later died" as dead."""
    hurt = [h for h in finder.found.values() if h.outcome is Outcome.INJURED and h.trigger < died and finder.tags[h.trigger - 1 : h.trigger] == "a"]
    last = max((h.trigger for h in hurt), default=None)
    for harm in hurt:
        if harm.trigger == last and not any(last < k < died for k in finder.found):
            harm.outcome, harm.trigger, harm.end = Outcome.KILLED, died, finder.chunks.spans[died][1]
    return last is not None


def _headline(finder: Finder, trigger: int) -> None:
    """Take a headline's "Named commander and 2 others killed in strike": a subject that opens it, and no object."""
    words = finder.tokens.words
    end = finder.chunks.spans[trigger]
    if end[0] < 2 or (end[1] < len(words) and words[end[1]] not in _BEHIND_HEADLINE):
        return
    subject = Subject(finder)
    people = subject.opening(end[0])
    along = next((one for one in _ALONG if tuple(words[end[1] : end[1] + len(one)]) == one), ())
    if len(people) < 2 and not along:
        return
    for number, person in enumerate(people):
        _told_of(finder, person, trigger, Outcome.KILLED, last=number == len(people) - 1, start=people[0].first)


_BEHIND_HEADLINE = frozenset("in by at near when as after with along alongside together on during while . , ;".split())


def _told_of(finder: Finder, person: Person, trigger: int, outcome: Outcome, *, last: bool, start: int) -> None:
    spans = finder.chunks.spans
    inside = [k for k, h in finder.found.items() if person.first <= h.counted.start < person.end]
    if person.counted is not None and person.end > person.last + 1 and person.counted not in inside:
        for k in inside:  # "three people – A, his wife and B – were killed": the count is of those told behind it
            del finder.found[k]
            finder.breakdown.add(k)
        inside = []
    if any(finder.found[k].trigger == trigger for k in inside):
        return
    for k in inside:  # "A driver, reported missing by some, was killed"
        if person.first <= spans[finder.found[k].trigger][0] < person.end:
            del finder.found[k]
    if person.counted is not None:
        finder.breakdown.discard(person.counted)
        finder.add(person.counted, outcome, trigger, "subject/1")
        harm = finder.found.get(person.counted)
    else:
        before = set(finder.found)
        _named(finder, person.first, person.last, "subject/1", trigger=trigger, outcome=outcome)
        harm = next((h for k, h in finder.found.items() if k not in before), None)
    if harm is not None and harm.rule == "subject/1":
        if last:
            harm.start = min(harm.start, start)
        else:
            harm.end = max(harm.counted.end, person.end)


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
    """Take "killing Moav Dessim and Ali Tarn" as one person each: names of two words or more, of one where an age or "who" stands behind."""
    words, raw = finder.tokens.words, finder.tokens.raw
    i, n = finder.chunks.spans[trigger][1], len(words)
    if trigger and finder.tags[trigger - 1] == "a":
        return
    outcome = Outcome.KILLED if finder.tags[trigger] in "Kk" else Outcome.INJURED
    names: list[tuple[int, int]] = []
    while i < n:
        k = i
        while k < n and k < i + 5 and (is_name(words[k], raw[k]) or words[k] in ("al", "bin", "abu") or words[k].startswith(("al-", "el-"))):
            k += 1
        alone = k - i == 1 and words[k : k + 1] == [","] and k + 2 < n and (words[k + 1] == "who" or (words[k + 1].isdigit() and words[k + 2] in (",", "and"))) and words[i] not in COMBATANT_ADJECTIVES
        if (k - i < 2 and not alone) or (k < n and words[k] not in (",", ".", ";", "and", "in", "at", "on", "near", "(")):
            break
        names.append((i, k))
        following = _next_name(words, raw, k)
        if following is None:
            break
        i = following
    for first, last in names:
        _named(finder, first, last, "named-object/1", trigger=trigger, outcome=outcome)


def _next_name(words: list[str], raw: list[str], k: int) -> int | None:
    """Return where the next name of a list starts, an age and an office of the one before passed over: "A B, 63, a cook, and C D"."""
    for _ in range(4):
        if words[k : k + 1] == ["and"]:
            return k + 1 if raw[k + 1 : k + 2] and raw[k + 1][0].isupper() else None
        if words[k : k + 1] != [","] or k + 1 >= len(words):
            return None
        if raw[k + 1][:1].isupper():
            return k + 1
        if words[k + 1] == "and":
            k += 1
            continue
        if not (words[k + 1].isdigit() or words[k + 1] in ("a", "an", "the", "our", "his", "her")):
            return None
        k = next((j for j in range(k + 2, min(len(words), k + 8)) if words[j] in (",", ".", ";", "and")), len(words))
    return None


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
