"""Numbers set against each other ("13, not 12", "not 80"), and before their noun: "put at 14 the number of dead"."""

import re
from collections.abc import Mapping
from dataclasses import replace

from harmtrace.language.english.counts.records import Counted
from harmtrace.language.english.counts.words import who_of
from harmtrace.language.english.harms.finder import OUTCOME, Finder
from harmtrace.language.english.harms.things import is_no_harm
from harmtrace.language.english.words import CHILD_WORDS, NOUNS, NUMBER_WORDS, THING_WORDS
from harmtrace.records.claim import Outcome, Step, Who

_CLOSING = frozenset(". ! ? , ; : ) ( \" ” - – —".split())
_MARKS = frozenset(", \" “ ” -".split())
_LIKE = frozenset("as like which people dead killed wounded injured victims the".split())
_TO = frozenset("to at".split())
_CHANGE = frozenset(
    "put puts putting set sets bring brings bringing brought take takes taking took taken raise raises raised raising carry carries carried push pushes pushed pushing lift lifts lifted lifting cut cuts cutting lower lowers lowered lowering reduce reduces reduced reducing revise revises revised estimate estimated estimates fix fixed".split()
)
_TALLY = frozenset("number toll total tally count figure".split())
_DEAD = frozenset("dead killed death deaths fatalities died dying slain fatality martyrs murdered drowned perished".split())
_HURT = frozenset("injured wounded wounds injuries injury hurt".split())
_LOST = frozenset("missing disappeared unaccounted".split())
_BODIES = frozenset("bodies corpses remains".split())
_TOLL = frozenset("toll tolls tally deaths casualties fatalities".split())
_FIGURE = frozenset("number figure count total".split())
_THE = frozenset("the that this correct right real true actual final new his her their its our official".split())
_IT = frozenset("it that this there they we i".split())
_WAS = frozenset("is are r was were be been has have had".split())
_SAYS = frozenset("said says say counted count counts told heard reported".split())
_ENDS = frozenset(". ! ? ; : \" “ ”".split())
_NEARLY = frozenset("so actually really in fact only now about around at least exactly".split())
_CLOCK = frozenset("o'clock am pm a.m a.m. p.m p.m. times percent % per degrees years aged when".split())
_NO_THINGS = frozenset("was is has as says this his hers its thus dies".split())
_HERDS = frozenset("cattle livestock sheep fish poultry game".split())
_INSET, _SAID = 8, 7
#: A noun and a verb of harm that two numbers share, behind the second.
_SHARED = re.compile(r"[,\"]{1,2}(?:-{0,2}(p))?(?:,?wa?)?(?:[-@T]{0,3}a{0,4}-?([kdDig]))?")


def find_revised(finder: Finder, last: Outcome | None, counts: Mapping[int, Outcome], since: int) -> None:
    """Find two numbers of which one is said to be wrong; what was counted, the one told before says."""
    words = finder.tokens.words
    for k, word in enumerate(words):
        if word != "not":
            continue
        wrong = _count_at(finder, k + 1)
        if wrong is None or not _is_plain(finder, wrong):
            continue
        right = _beside(finder, k, wrong)
        outcome = _suffered(finder, right, wrong) or _outcome(finder, right, wrong, last, counts)
        if not any(at in finder.found and not finder.found[at].rule.startswith(("followed", "list-subject")) for at in (wrong, right) if at is not None) and not _is_of_people(finder, k, wrong, right):
            _leave(finder, k, wrong, right)
            continue
        if right is None:
            if outcome is not None and since == 0 and not any(one[:1].isalnum() for one in words[:k]) and wrong not in finder.found:
                _set(finder, wrong, outcome, Step.REPLACED, denied=True)
            continue
        if outcome is None:
            continue
        if right not in finder.found:
            _set(finder, right, outcome, Step.RUNNING)
        kept = finder.found.get(right)
        if kept is not None:
            finder.chunks.counts[wrong] = replace(finder.chunks.counts[wrong], who=kept.counted.who)
        _set(finder, wrong, outcome, Step.REPLACED, denied=True)


def _suffered(finder: Finder, right: int | None, wrong: int) -> Outcome | None:
    """Return what is said behind two numbers that share a noun and a verb, the noun given to both: "five, not eight, people were killed"."""
    if right is None or right > wrong:
        return None
    m = _SHARED.match(finder.tags, wrong + 1)
    words, counts = finder.tokens.words, finder.chunks.counts
    if m is None:
        return None
    if m[1]:
        noun = words[finder.chunks.spans[m.start(1)][1] - 1]
        for at in (right, wrong):
            if counts[at].kind == "m":
                counts[at] = replace(counts[at], head=noun, who=who_of(noun), child=noun in CHILD_WORDS)
                if at in finder.found:
                    finder.found[at].counted = counts[at]
    if m[2] is None:
        return None
    return OUTCOME[m[2]]


def _set(finder: Finder, at: int, outcome: Outcome, step: Step, *, denied: bool = False) -> None:
    finder.found.pop(at, None)
    finder.breakdown.discard(at)
    finder.add(at, outcome, at, "revised/1", step=step, denied=denied)


def _is_of_people(finder: Finder, k: int, wrong: int, right: int | None) -> bool:
    """Tell numbers of the toll or of people, and such as are all their sentence says, from a line, an hour, an age."""
    words, counts = finder.tokens.words, finder.chunks.counts
    kept = [counts[at] for at in (right, wrong) if at is not None]
    behind = next((w for w in words[max(one.end for one in kept) :] if w not in _MARKS), "")
    if behind in _CLOCK or behind in THING_WORDS or (behind.endswith("s") and len(behind) > _SAID // 2 and behind not in NOUNS and behind not in _NO_THINGS and behind not in _DEAD | _HURT):
        return False
    if any(one.kind == "n" for one in kept):
        return True
    start = min(k, *(one.start for one in kept))
    opens = next((j + 1 for j in range(start - 1, -1, -1) if words[j] in _ENDS), 0)
    before = [w for w in words[opens:start] if w not in _MARKS]
    while before and before[-1] in _NEARLY:
        before.pop()
    if not before or not _TOLL.isdisjoint(before) or (before[-1] in _SAYS and len(before) > 1):
        return True
    if any(w in _FIGURE and ((j and before[j - 1] in _THE) or before[j + 1 : j + 2] == ["of"]) for j, w in enumerate(before)):
        return True
    return before[-1] in _WAS and len(before) > 1 and (before[-2] in _IT or before[-2] in NOUNS or (before[-2] in _DEAD | _HURT | _LOST and before[-3:-2] == ["the"]))


def _leave(finder: Finder, k: int, wrong: int, right: int | None) -> None:
    """Mark numbers that are set against each other and are of no people, so that no rule behind takes them."""
    words = finder.tokens.words
    told = next((w for w in reversed(words[:k]) if w not in _MARKS), "")
    if right is None and not (told[:1].isdigit() or told in NUMBER_WORDS):
        return
    for at in (wrong, right):
        if at is not None and finder.chunks.counts[at].kind == "m":
            finder.found.pop(at, None)
            finder.chunks.counts[at] = replace(finder.chunks.counts[at], kind="x")


def _of_things(told: list[str]) -> bool:
    """Tell "the number of dead animals", "the number of trees killed"."""
    return any((w in _HERDS or (w in THING_WORDS and w.endswith("s"))) and k and (told[k - 1] == "of" or told[k - 1] in _DEAD | _HURT | _LOST) for k, w in enumerate(told))


def _count_at(finder: Finder, token: int) -> int | None:
    return next((at for at, counted in finder.chunks.counts.items() if counted.start == token), None)


def _is_plain(finder: Finder, at: int) -> bool:
    """Tell a bare number behind "not" that closes what it says: "not 12", "not 80 as the page wrote"."""
    counted, words = finder.chunks.counts[at], finder.tokens.words
    if counted.kind not in "mn" or counted.part or (counted.kind == "m" and is_no_harm(finder, counted)) or counted.number.low != counted.number.high:
        return False
    return counted.end >= len(words) or words[counted.end] in _CLOSING or words[counted.end] in _LIKE or words[counted.end] == "but"


def _beside(finder: Finder, k: int, wrong: int) -> int | None:
    """Return the number that is set against the wrong one: before "not", or behind it with "but" or a comma."""
    words, counts = finder.tokens.words, finder.chunks.counts
    j = k
    while j and (words[j - 1] in _MARKS or (j == k and words[j - 1] in ("and", "but"))):
        j -= 1
    for at, counted in counts.items():
        if at != wrong and counted.kind in "mn" and not counted.part and (counted.end == j or (counted.end == j - 1 and words[j - 1] in (_DEAD | _HURT | _LOST))):
            return at
    end = counts[wrong].end
    while end < len(words) and (words[end] in _MARKS or words[end] in ("but", "rather")):
        end += 1
    if end == counts[wrong].end:
        return None
    other = _count_at(finder, end)
    return other if other is not None and counts[other].kind in "mn" and not counts[other].part and _closes(finder, counts[other]) else None


def _closes(finder: Finder, counted: Counted) -> bool:
    words = finder.tokens.words
    return counted.kind == "n" or counted.end >= len(words) or not words[counted.end].isalpha() or words[counted.end] in (_DEAD | _HURT | _LOST | {"were", "are", "have", "had", "was"})


def _outcome(finder: Finder, right: int | None, wrong: int, last: Outcome | None, counts: Mapping[int, Outcome]) -> Outcome | None:
    """Return what the numbers are of: what the sentence says of one of them, or what the text told with one of them before."""
    for at in (right, wrong):
        if at is not None and at in finder.found:
            return finder.found[at].outcome
    if last is None:
        return None
    known = [finder.chunks.counts[at].number.low for at in (wrong, right) if at is not None]
    told = next((counts[number] for number in known if number is not None and number in counts), None)
    if told is not None:
        return told
    return last if right is None or finder.chunks.counts[wrong].kind == "m" else None


def find_number_first(finder: Finder) -> None:
    """Find "put at 14 the number of people killed", "takes to 358, 91 of them children, the number of dead"."""
    words = finder.tokens.words
    for at, counted in list(finder.chunks.counts.items()):
        s, e = counted.start, counted.end
        if at in finder.found or counted.kind not in "mnE" or s < 2 or words[s - 1] not in _TO or _CHANGE.isdisjoint(words[max(0, s - 3) : s - 1]):
            continue
        tally = next((k for k in range(e, min(len(words) - 1, e + _INSET)) if words[k] in _TALLY and words[k - 1] in ("the", "its", "their", "confirmed", "known", "total", "overall", "death")), None)
        if tally is None:
            continue
        told = words[tally - 1 : tally + _SAID]
        outcome = next((what for known, what in ((_BODIES, Outcome.BODIES_RECOVERED), (_DEAD, Outcome.KILLED), (_HURT, Outcome.INJURED), (_LOST, Outcome.MISSING)) if not known.isdisjoint(told)), None)
        if outcome is None or _of_things(told):
            continue
        if counted.who is Who.UNSPECIFIED and not {"civilian", "civilians"}.isdisjoint(told):
            finder.chunks.counts[at] = replace(counted, who=Who.CIVILIAN)
        finder.breakdown.discard(at)
        finder.add(at, outcome, next((k for k, (a, b) in enumerate(finder.chunks.spans) if a <= tally < b), at), "toll/2", step=Step.RUNNING)
