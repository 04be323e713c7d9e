"""People told of one by one, without a number: in apposition, by a pronoun, as the rest of those harmed."""

import re
from dataclasses import replace

from harmtrace.language.english.counts.ages import is_young
from harmtrace.language.english.counts.records import Counted
from harmtrace.language.english.harms.finder import BE, OUTCOME, Finder, definite_person, is_kin
from harmtrace.language.english.numbers import Number
from harmtrace.language.english.words import CHILD_WORDS, SINGULARS, WHO_CIVILIAN, WHO_COMBATANT, WOMAN_WORDS
from harmtrace.records.claim import Outcome, Step, Who

#: "Neska, our cleaner, was killed", "a fifth, his brother, drowned".
_APPOSED = re.compile(r"[-p],([pv])[-xop]{0,4},(a{0,4})-?([kdigD])")
#: "One, a barber, died"; "two, a cook and a clerk, were killed".
_NUMBER_APPOSED = re.compile(r"([mn]),-?([vnp](?:[,&-]{0,2}[vnpxo-]){0,6}),(a{0,4})-?([kdigD])")
_AMONG = re.compile(r"(p)-{0,3}(?:,[-pvx]{1,4},)?a(D|W)")
_REST = re.compile(r"-{0,2}(?:[pcD]?)a((?:[-x]?[vnp][-x]{0,2}(?:w[^,;&s]{1,10})?[,&]{0,2}){1,12})")
_RESTS = frozenset("rest others remainder remaining".split())
_FELL = re.compile(r"([nm])\"?([RV])")
_FELL_WHERE = frozenset("in during at on defending for while when under \" ” .".split())
_DESTROYED = frozenset("destroyed liquidated".split())
_WERE_DESTROYED = re.compile(r"([nm])\"?a{1,2}\"?([Vk])")  # "were destroyed"
_LOSS = re.compile(r"@\"?((?:[nvm][,&\"]{0,2})+)")
_LOSSES = frozenset("loss losses dead deaths".split())
_PUT = frozenset("put puts gave gives placed places set sets estimated estimates reckoned".split())


def find_persons(finder: Finder) -> None:
    """Find people told of without a number, each as one."""
    tags = finder.tags
    if "," in tags:
        for m in _NUMBER_APPOSED.finditer(tags):
            _number_apposed(finder, m)
        for m in _APPOSED.finditer(tags):
            _apposed(finder, m)
    if "p" in tags and ("D" in tags or "W" in tags):
        for m in _AMONG.finditer(tags):
            if finder.word(m.start(2)) == "among" and (is_kin(finder, m.start(1)) or definite_person(finder, m.start(1))):
                finder.add(m.start(1), Outcome.KILLED if m[2] == "D" else Outcome.INJURED, m.start(2), "among/1", step=Step.PART)
    if (finder.deaths_before or finder.last is not None) and "a" in tags:
        _the_rest(finder)
    if "R" in tags or "V" in tags:
        _fell(finder)
    if "@" in tags and not _LOSSES.isdisjoint(finder.tokens.words):
        _put_loss(finder)


def _number_apposed(finder: Finder, m: "re.Match[str]") -> None:
    at, trigger = m.start(1), m.start(4)
    counted = finder.chunks.counts[at]
    if counted.head or counted.part or (m[4] in "kig" and not m[3]):
        return
    inner = [finder.chunks.counts[k] for k in range(m.start(2), m.end(2)) if k in finder.chunks.counts]
    known = [one.number.low for one in inner if one.number.low is not None] + [1] * finder.tags.count("p", m.start(2), m.end(2))
    if sum(known) != counted.number.low:
        return  # "the fourth of them, a cooper, died"
    whose = {one.who for one in inner}
    if len(whose) == 1 and counted.who is Who.UNSPECIFIED:
        finder.chunks.counts[at] = replace(counted, who=whose.pop(), child=all(one.child for one in inner))
    for k in range(m.start(2), m.end(2)):
        finder.found.pop(k, None)
        finder.breakdown.add(k)
    finder.add(at, OUTCOME[m[4]], trigger, "number-apposed/1")


def _apposed(finder: Finder, m: "re.Match[str]") -> None:
    at, trigger = m.start(1), m.start(3)
    if at in finder.found or at in finder.breakdown or (m[3] in "kig" and not m[2]) or finder.word(trigger) == "among":
        return
    before = finder.tokens.words[finder.chunks.spans[m.start()][0]]
    if finder.tags[m.start()] == "p" and m.start() in finder.found:
        return
    if finder.tags[at] == "p" and not (is_kin(finder, at) or definite_person(finder, at)):
        return
    if not before[:1].isalpha() or any(k in finder.found for k in range(m.start(), trigger)):
        return
    finder.add(at, OUTCOME[m[3]], trigger, "apposed/1")


def _the_rest(finder: Finder) -> None:
    """Find "the rest were a trader, his two wives and a boy" after a count of harm."""
    words = finder.tokens.words
    if not _RESTS & set(words[:3]):
        return
    m = _REST.match(finder.tags)
    if m is None:
        return
    outcome = finder.last if finder.last in (Outcome.KILLED, Outcome.INJURED) else Outcome.KILLED
    for at in range(m.start(1), m.end(1)):
        if finder.tags[at] in "vn" or (finder.tags[at] == "p" and is_kin(finder, at)):
            finder.add(at, outcome, at, "the-rest/1", step=Step.PART)


def _fell(finder: Finder) -> None:
    """Find soldiers who "fell" in a battle, fighters who "were destroyed"."""
    words = finder.tokens.words
    for m in _FELL.finditer(finder.tags):
        counted = finder.chunks.counts[m.start(1)]
        verb = finder.chunks.spans[m.start(2)]
        if finder.word(m.start(2)) == "fell" and counted.who is Who.COMBATANT and words[verb[1] : verb[1] + 1] and words[verb[1]] in _FELL_WHERE:
            finder.add(m.start(1), Outcome.KILLED, m.start(2), "fell/1")
    if not _DESTROYED.isdisjoint(words):
        for m in _WERE_DESTROYED.finditer(finder.tags):
            counted = finder.chunks.counts[m.start(1)]
            fighters = not WHO_COMBATANT.isdisjoint(words[: counted.start])
            if finder.word(m.start(2)) in _DESTROYED and (counted.who is Who.COMBATANT or (fighters and finder.tags[m.start(1)] == "m")):
                finder.breakdown.discard(m.start(1))
                finder.chunks.counts[m.start(1)] = replace(counted, who=Who.COMBATANT)
                finder.add(m.start(1), Outcome.KILLED, m.start(2), "fell/1")


def _put_loss(finder: Finder) -> None:
    """Find "put the loss at seven farmers and a mullah", "gave the dead at Marl as 27"."""
    words = finder.tokens.words
    for m in _LOSS.finditer(finder.tags):
        first = finder.chunks.spans[m.start()][0]
        before = words[max(0, first - 12) : first]
        if _LOSSES & set(before) and _PUT & set(before) and words[first] in ("at", "as"):
            for at in range(m.start(1), m.end(1)):
                if finder.tags[at] in "nv" or (finder.tags[at] == "m" and finder.chunks.counts[at].number.vague is None):
                    finder.add(at, Outcome.KILLED, m.start(), "put-loss/1")


_PREDICATE = re.compile(r"-(a{0,4})N?(a{0,4})-?([kdigD])")
_HE = frozenset(("he", "she"))
_BEFORE_DEAD = re.compile(r"\b(?:killed|dead|died|dies|death|slain|murdered|shot dead|beheaded|executed|perished|drowned)\b", re.IGNORECASE)
_BEFORE_HURT = re.compile(r"\b(?:wounded|injured|hurt|burned|burnt|hospital)\b", re.IGNORECASE)
_LAST_PERSON = re.compile(r"\b(?i:a|an|the|his|her|my|our|their|one|another)\s((?:[\w’'-]{1,30}\s){0,3}?)([a-z][\w-]{1,30})\b(?:\s(?:of|aged)\s(\w{1,10}))?")


def find_pronoun(finder: Finder, before: str) -> None:
    """Find "He died on the way": one person, told of in the words ``before`` the sentence, who were not harmed there."""
    words = finder.tokens.words
    start = next((k for k, word in enumerate(words[:5]) if word in _HE), None)
    if start is None or any(word[:1].isalpha() for word in words[:start]):
        start = next((k for k, word in enumerate(words) if word in _HE and k > 2 and (words[k - 1] in (";", ",", ".") or (words[k - 1] in ("and", "but") and words[k + 1 : k + 2] and words[k + 1] in BE))), None)
        if start is None:
            return
        before = " ".join(words[:start])  # "struck a girl in the neck; she died an hour later"
    at = next((k for k, span in enumerate(finder.chunks.spans) if span[0] == start), None)
    if at is None or at in finder.found:
        return
    m = _PREDICATE.match(finder.tags, at)
    if m is None or (m[3] in "kgD" and not (m[1] or m[2])) or finder.word(m.start(3)) == "among" or "not" in words[start : finder.chunks.spans[m.start(3)][0]]:
        return
    outcome = OUTCOME[m[3]]
    span = finder.chunks.spans[m.start(3)]
    if m[3] == "i" and not (m[1] or m[2]) and span[1] - span[0] < 2:
        return
    already = _BEFORE_DEAD if outcome is Outcome.KILLED else _BEFORE_HURT
    if already.search(before) is not None:
        return
    told = [one for one in _LAST_PERSON.finditer(before) if one[2] in SINGULARS]
    if not told:
        return
    head, age = told[-1][2], told[-1][3]
    young = head in CHILD_WORDS or (age is not None and is_young(age + "-"))
    who = Who.CIVILIAN if young or head in WHO_CIVILIAN else Who.COMBATANT if head in WHO_COMBATANT else Who.UNSPECIFIED
    finder.chunks.counts[at] = Counted(
        start, start + 1, Number(start, start + 1, start, 1, 1), "", "v", who, child=young, woman=head in WOMAN_WORDS, article=True
    )  # fmt: skip
    finder.add(at, outcome, m.start(3), "pronoun/1")
