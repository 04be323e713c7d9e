"""What is executed and is nobody: "executed 12 barrages", "forty manoeuvres were executed"."""

from dataclasses import replace

from harmtrace.language.english.counts.heads import is_thing
from harmtrace.language.english.counts.records import Counted
from harmtrace.language.english.harms.finder import BE, Finder

#: Verbs that kill people and carry out plans.
WORDS = frozenset("execute executes executed executing".split())
#: Plans by their words: any other noun may be people.
_PLANS = frozenset("barrage barrages sortie sorties raids strikes airstrikes attacks drills dives turns jumps moves steps tasks jobs trades deals wills deeds plans projects programmes programs contracts queries scripts commands tests dances routines passes shots tackles swaps loans leases bonds policies strategies tricks stunts flips saves works designs ideas schemes procedures measures exercises phases patrols landings crossings writs decrees dinners dishes transfer transfers manoeuvre manoeuvres maneuver maneuvers order orders warrant warrants contract contracts agreement agreements payment payments search searches patent patents movement movements judgment judgments judgement judgements sentence sentences assignment assignments instrument instruments document documents amendment amendments".split())
_PASSIVE = frozenset((*BE, "have", "has", "had", "to", "not", "all", "both", "successfully", "then", "also", "jointly", "precisely"))
_REACH = 4
_LIST = frozenset((",", "and", "or"))


def leave_what_is_carried_out(finder: Finder) -> None:
    """Mark counts of plans that are executed, so that no rule takes them for people."""
    words = finder.tokens.words
    listed = -1  # where the plans of a list end so far
    for at, counted in sorted(finder.chunks.counts.items()):
        goes_on = listed >= 0 and counted.start - listed in (1, 2) and not _LIST.isdisjoint(words[listed : counted.start])
        if counted.kind in "yn" and counted.head and _is_plan(finder, counted) and (goes_on or _object(words, counted) or _subject(words, counted)):
            finder.chunks.counts[at] = replace(counted, kind="x")
            listed = counted.end
        elif counted.kind == "x" and (goes_on or _object(words, counted)):
            listed = counted.end


def leave_what_is_only_asked_for(finder: Finder) -> None:
    """Drop those whom somebody wants put to death: "asked for the execution of nine men"."""
    words = finder.tokens.words
    for at, harm in list(finder.found.items()):
        told = finder.chunks.spans[harm.trigger][0]
        if words[told] in NOUNS and _asked_for(words, told):
            del finder.found[at]


#: The deed as a noun, and verbs of those who want it or keep it from being done.
NOUNS = frozenset("execution executions hanging beheading".split())
_ASKED_FOR = frozenset("demand demands demanded demanding seek seeks sought seeking want wants wanted threaten threatens threatened threatening await awaits awaiting face faces faced facing halt halted stay stayed postpone postponed commute commuted oppose opposed".split())
_ASKS_FOR = frozenset("ask asks asked asking call calls called calling".split())
_BEFORE_NOUN = frozenset("the a an their his her its public mass summary immediate swift".split())
_ASKED = frozenset("a an the court courts judge judges king queen president government parliament tribunal jury state again publicly repeatedly also".split())


def _asked_for(words: list[str], told: int) -> bool:
    """Tell "demanded the execution", "asked the court for the execution"; not "demanding justice for the execution", "called the execution a crime"."""
    at = told - 1
    while at >= 0 and words[at] in _BEFORE_NOUN:
        at -= 1
    if at < 0 or words[at] != "for":
        return at >= 0 and words[at] in _ASKED_FOR
    at -= 1
    while at >= 0 and words[at] in _ASKED:
        at -= 1
    return at >= 0 and words[at] in _ASKS_FOR


def _is_plan(finder: Finder, counted: Counted) -> bool:
    return counted.head in _PLANS or (counted.kind == "y" and counted.head.endswith(("ments", "tions", "sions")) and is_thing(finder.tokens.words, finder.tokens.raw, counted.end - 1))


def _object(words: list[str], counted: Counted) -> bool:
    """Tell "executed 12 barrages", "executed some 12 barrages"."""
    return not WORDS.isdisjoint(words[max(0, counted.start - 2) : counted.start])


def _subject(words: list[str], counted: Counted) -> bool:
    """Tell "12 barrages were executed", "12 barrages had all been executed"."""
    for k in range(counted.end, min(len(words), counted.end + _REACH + 1)):
        if words[k] in WORDS:
            return True
        if words[k] not in _PASSIVE:
            return False
    return False
