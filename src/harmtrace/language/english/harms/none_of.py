"""What is said of nobody among people: none of the 12 killed was armed, none of the 12 was killed."""

from collections.abc import Iterator
from dataclasses import replace

from harmtrace.language.english.counts.records import Counted
from harmtrace.language.english.counts.words import CASUALTY_HEADS
from harmtrace.language.english.harms.finder import OUTCOME, Finder
from harmtrace.language.english.numbers import Number, parse
from harmtrace.language.english.words import LEX, NOUNS, SINGULARS, THING_WORDS, WHO_CIVILIAN, WHO_COMBATANT
from harmtrace.records.claim import Outcome, Who

#: Words beside which nobody is spoken of.
WORDS = frozenset("none neither nobody no not".split())
_THEIR = frozenset("the those these its his her their our all".split())
_IS = frozenset("is are was were be been being has have had did does do could can would will should might may".split())
_ENDS = frozenset(". ! ? ; :".split())
_HARMED = frozenset("kidDg")
_OF_THE_HARMED = frozenset("killed dead wounded injured hurt missing slain murdered drowned deceased victims fatalities casualties".split())
_UNHURT = frozenset("hurt harmed hit touched struck".split())
_BE = frozenset("is are was were been being".split())
_DIED = frozenset("died drowned perished".split())
#: What may stand behind the word of harm: never whom they harmed.
_BEHIND = frozenset(", in on at by during near when while since and or last this that inside outside so there".split())
#: A house is hit, touched and struck too.
_HIT = frozenset("hit touched struck".split())
_REACH, _INSET, _GROUP = 14, 9, 8


def find_none_of(finder: Finder) -> None:
    """Set right what was counted where nobody of some people is spoken of: who they were, and what none of them suffered."""
    words = finder.tokens.words
    for start, group in _openings(words):
        number, at = _group(finder, group)
        noun = finder.chunks.counts[at].end if at is not None else next((k + 1 for k in range(group, min(len(words), group + _GROUP)) if words[k] in NOUNS or words[k] in _OF_THE_HARMED), None)
        if noun is None or (at is None and number):
            continue
        harmed, behind = _who_were_harmed(words, group, noun)
        verb = _verb(words, behind)
        if verb is None:
            continue
        suffered, told = _predicate(words, verb)
        if suffered is not None and not _are_people(words, noun, told):
            continue
        if harmed is not None or suffered is not None:
            _who(finder, start, noun, at, harmed)
        if suffered is not None:
            _nobody(finder, start, noun, at, suffered, told)


def _openings(words: list[str]) -> Iterator[tuple[int, int]]:
    """Yield where "none of", "neither of", "not one of" and "no one" begin, and where the people begin of whom none is spoken of."""
    for k, word in enumerate(words):
        if word in ("none", "neither") and words[k + 1 : k + 2] == ["of"]:
            yield k, k + 2
        elif word == "not" and words[k + 1 : k + 3] in (["one", "of"], ["any", "of"]):
            yield k, k + 3
        elif word == "not" and words[k + 1 : k + 5] == ["a", "single", "one", "of"]:
            yield k, k + 5
        elif word == "no" and words[k + 1 : k + 2] and words[k + 1] in ("one", "-one") and words[k + 2 : k + 3] == ["of"]:
            yield k, k + 3


def _group(finder: Finder, k: int) -> tuple[bool, int | None]:
    """Return whether a number stands before those people, and which count it is."""
    words = finder.tokens.words
    while k < len(words) and words[k] in _THEIR:
        k += 1
    if k >= len(words) or (number := parse(words, k)) is None:
        return False, None
    for at, counted in finder.chunks.counts.items():
        if counted.number.core == number.core:
            return True, at
        if counted.part and counted.start <= number.core < counted.end:  # "one of the 30 wounded" was taken for one
            finder.chunks.counts[at] = replace(counted, start=number.start, number=number, part=False, of="")
            return True, at
    return True, None


def _who_were_harmed(words: list[str], group: int, noun: int) -> tuple[str | None, int]:
    """Return the word by which those people are themselves the harmed, None where they are not, and where what is said of them may begin."""
    told = next((k for k in range(group, noun) if words[k] in _OF_THE_HARMED), None)
    if told is not None:
        return words[told], noun
    k = noun
    who = words[k : k + 1] == ["who"]
    if who:
        k += 1
        while k < len(words) and words[k] in _IS:
            k += 1
    if k + 1 >= len(words) or not (words[k] in _OF_THE_HARMED or LEX.get(words[k], "") in _HARMED):
        return None, noun
    if (who and words[k - 1] not in _BE and words[k] not in _DIED) or (words[k + 1] not in _BEHIND and words[k + 1] not in _IS and words[k + 1] not in _FINITE):
        return None, noun  # "who killed the trader", "who injured protesters"
    return words[k], k + 1


def _are_people(words: list[str], noun: int, told: int) -> bool:
    """Tell people, of whom none was killed, from houses, sheep and names on a list."""
    if words[told + 1 : told + 2] == ["off"]:
        return False
    head = words[noun - 1]
    if head in NOUNS or head in SINGULARS or head in _OF_THE_HARMED:
        return head not in THING_WORDS
    return words[told] not in _HIT and parse(words, noun - 1) is not None


def _verb(words: list[str], k: int) -> int | None:
    """Return where the verb of the sentence stands behind its subject, an inset between commas passed over."""
    comma = None
    for j in range(k, min(len(words), k + _REACH)):
        if words[j] in _ENDS:
            return None
        if words[j] == ",":
            if comma is None:
                comma = j
            elif j - comma > _INSET:
                return None
            continue
        if words[j] in _IS and words[j - 1] not in ("who", "which", "that", "when", "as", "it", "he", "she", "they") and (comma is None or words[j - 1] == ","):
            return j
        if comma is None and j > k and words[j] in _FINITE:
            return j
    return None


_FINITE = frozenset("carried took belonged wore held lived worked spoke served survived died reached returned came".split())


def _predicate(words: list[str], verb: int) -> tuple[Outcome | None, int]:
    """Return what none of them suffered, None where nothing of the kind is said, and which word says so."""
    k = verb
    while k < len(words) and (words[k] in _IS or words[k].endswith("ly") or words[k] in ("so", "far", "known", "reported", "said", "believed", "to", "ever", "since", "later")):
        k += 1
    if k >= len(words):
        return None, k
    harm = OUTCOME.get(LEX.get(words[k], "")) if LEX.get(words[k], "") in _HARMED else None
    if words[k] in _UNHURT:
        return Outcome.KILLED_OR_INJURED, k
    if harm in (Outcome.KILLED, Outcome.INJURED) and words[k + 1 : k + 2] and words[k + 1] in ("or", "nor", "and"):
        other = OUTCOME.get(LEX.get(words[k + 2], "")) if k + 2 < len(words) else None
        if other is not None and other is not harm:
            return Outcome.KILLED_OR_INJURED, k + 2
    return harm, k


def _who(finder: Finder, start: int, noun: int, at: int | None, harmed: str | None) -> None:
    """Count those of whom none is spoken of where they are the harmed, and not where they are only who they are."""
    chunks, words = finder.chunks, finder.tokens.words
    for k in [k for k, counted in chunks.counts.items() if start <= counted.start < noun and k != at]:
        finder.found.pop(k, None)
        finder.breakdown.add(k)
    if at is None:
        return
    finder.found.pop(at, None)
    if harmed is None:
        finder.breakdown.add(at)
        return
    counted = chunks.counts[at]
    end = next((k + 1 for k in range(counted.end, min(len(words), counted.end + _GROUP)) if words[k] == harmed), counted.end)
    chunks.counts[at] = replace(counted, part=False, end=end)
    finder.breakdown.discard(at)
    finder.add(at, _outcome_of(harmed), at, "none-of/2")


def _nobody(finder: Finder, start: int, noun: int, at: int | None, suffered: Outcome, told: int) -> None:
    """Count nobody as having suffered what is said of none of them."""
    chunks = finder.chunks
    nobody, trigger = (next((k for k, (a, b) in enumerate(chunks.spans) if a <= token < b), None) for token in (start, told))
    if nobody is None or nobody == at:
        return
    who = chunks.counts[at].who if at is not None else Who.CIVILIAN if finder.tokens.words[noun - 1] in WHO_CIVILIAN else Who.COMBATANT if finder.tokens.words[noun - 1] in WHO_COMBATANT else Who.UNSPECIFIED
    chunks.counts[nobody] = Counted(start, start + 1, Number(start, start + 1, start, 0, 0), "people", "z", who)
    finder.breakdown.discard(nobody)
    finder.found.pop(nobody, None)
    finder.add(nobody, suffered, nobody if trigger is None else trigger, "none-of/1")


def _outcome_of(word: str) -> Outcome:
    if word in CASUALTY_HEADS:
        return Outcome.KILLED_OR_INJURED
    return OUTCOME.get(LEX.get(word, ""), Outcome.KILLED)
