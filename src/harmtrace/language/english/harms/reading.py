"""The counts of harm of an English sentence: the rules, in their order."""

from harmtrace.language.english.chunks import Chunks
from harmtrace.language.english.harms.actives import find_actives, find_lost, find_lost_limbs, find_shot_dead
from harmtrace.language.english.harms.apart import LIMBS, find_apart, lost_of
from harmtrace.language.english.harms.breakdowns import mark_breakdowns
from harmtrace.language.english.harms.carried_out import NOUNS as PUT_TO_DEATH
from harmtrace.language.english.harms.carried_out import WORDS as CARRIED_OUT
from harmtrace.language.english.harms.carried_out import leave_what_is_carried_out, leave_what_is_only_asked_for
from harmtrace.language.english.harms.elided import (
    CHECKS,
    find_arrived,
    find_corrected,
    find_counted_by,
    find_counted_on,
    find_gapped,
    find_unchecked,
    lowered,
)
from harmtrace.language.english.harms.finder import Finder, fatal
from harmtrace.language.english.harms.followed import find_followed
from harmtrace.language.english.harms.labels import find_labels
from harmtrace.language.english.harms.missing import find_missing
from harmtrace.language.english.harms.named import find_named
from harmtrace.language.english.harms.nobody import find_nobody
from harmtrace.language.english.harms.nominals import find_names_of_dead, find_nominals
from harmtrace.language.english.harms.none_of import WORDS as OF_NOBODY
from harmtrace.language.english.harms.none_of import find_none_of
from harmtrace.language.english.harms.otherwise import find_before_and, find_otherwise, open_upwards
from harmtrace.language.english.harms.parts import find_parts
from harmtrace.language.english.harms.passives import find_passives, find_unions
from harmtrace.language.english.harms.persons import find_persons, find_pronoun
from harmtrace.language.english.harms.records import Harm
from harmtrace.language.english.harms.revised import find_number_first, find_revised
from harmtrace.language.english.harms.singles import find_singles
from harmtrace.language.english.harms.survivors import find_from_survivors
from harmtrace.language.english.harms.things import WELL, came_back, part_of_things, whole_of_others
from harmtrace.language.english.harms.tolls import (
    CHANGERS,
    ITSELF,
    find_elided,
    find_put_at,
    find_told_anew,
    find_tolls,
    find_tolls_behind,
)
from harmtrace.language.english.harms.weighed import Told, find_weighed
from harmtrace.language.english.harms.within import find_within
from harmtrace.language.grammar import Before
from harmtrace.language.tokens import Tokens
from harmtrace.records.claim import Outcome

_NOTHING = Before()
#: Words by which a wound is one that killed.
_FATAL = frozenset("dead death killed".split())
_TALLIES = frozenset("number toll total tally count figure".split())
_GOAL = frozenset("goal goals aim aims objective target strive strives pledge".split())
_HE = frozenset(("he", "she"))
_LIMB_WORDS = frozenset("leg legs arm arms hand hands foot feet eye eyes sight limb limbs fingers".split())
_PUT = frozenset("D@")
_PUT_IT_AT = frozenset("s@")
_NAMES = frozenset("soD")
_NAMES_OF_KILLED = frozenset("sopk")
_GIVEN_AS = frozenset("t@")
_UNIONS = frozenset("kiIK13")
_ENDERS = frozenset("kdiDgWcet")
_ACTIVES = frozenset("kK1iI3Bd")
_RUBBLE = frozenset("uB")


def harms(tokens: Tokens, chunks: Chunks, *, bodies_before: bool = False, deaths_before: bool = False, last: Outcome | None = None, whole: Outcome | None = None, before: str = "", told: Before = _NOTHING, opens: bool = False) -> list[Harm]:
    """Return the counts of harm in a sentence, in order of their counts.

    ``bodies_before`` tells that the sentence before counted bodies ("two more were found"),
    ``deaths_before`` that an earlier one counted the dead ("another put the figure at 80"); ``last`` is what the last
    count before was of, ``whole`` the first of its sentence; ``before`` are the words right before the sentence, for whom a pronoun stands for.
    """
    finder = Finder(tokens, chunks, deaths_before=deaths_before, last=last)
    if not CARRIED_OUT.isdisjoint(tokens.words):
        leave_what_is_carried_out(finder)
    mark_breakdowns(finder)
    has = set(chunks.tags)
    find_labels(finder, has)
    if has & CHANGERS or has >= _PUT:
        find_tolls(finder, has)
    if "n" in has or "v" in has:
        find_within(finder)
    if has & _UNIONS and "&" in has:
        find_unions(finder)
    if "D" in has:
        find_shot_dead(finder)
    if has >= _PUT_IT_AT:
        find_put_at(finder)
    if has >= _NAMES or has >= _NAMES_OF_KILLED:
        find_names_of_dead(finder)
    if "cost" in tokens.words or not _LIMB_WORDS.isdisjoint(tokens.words):
        find_lost_limbs(finder)
    if has >= _GIVEN_AS or ("t" in has and "ma" in chunks.tags):
        find_tolls_behind(finder)
    if has & _ENDERS:
        find_passives(finder, has)
    if has & _ACTIVES:
        find_actives(finder, has)
    find_nominals(finder, has)
    if has & _RUBBLE:
        find_missing(finder)
    if "L" in has:
        find_lost(finder)
    find_parts(finder, bodies_before=bodies_before)
    find_elided(finder)
    find_persons(finder)
    find_apart(finder)
    find_otherwise(finder, before)
    if not LIMBS.isdisjoint(tokens.words):
        lost_of(finder)
    if not _HE.isdisjoint(tokens.words):
        find_pronoun(finder, before)
    if finder.found and "m" in has:
        find_gapped(finder)
    if last is not None and "m" in has:
        find_counted_on(finder)
        if "r" in has:
            find_counted_by(finder)
    if "2" in has and "m" in has and (finder.found or last is not None) and not ITSELF.isdisjoint(tokens.words):
        find_told_anew(finder)
    if "m" in has and (last is not None or finder.found):
        find_followed(finder, whole)
    if "F" in has or finder.found:
        find_corrected(finder)
    if "@" in has and "m" in has:
        find_arrived(finder)
    lowered(finder)
    if finder.found and not CHECKS.isdisjoint(tokens.words):
        find_unchecked(finder)
    if not _TALLIES.isdisjoint(tokens.words) and ("m" in has or "n" in has):
        find_number_first(finder)
    if "not" in tokens.words and (finder.found or last is not None or has & _ENDERS):
        find_revised(finder, last, told.counts, told.since)
    if "z" in has or "without" in tokens.words:
        find_nobody(finder)
    if not OF_NOBODY.isdisjoint(tokens.words) and "of" in tokens.words:
        find_none_of(finder)
    find_named(finder)
    find_singles(finder, has)
    find_from_survivors(finder)
    if finder.found and not WELL.isdisjoint(tokens.words):
        finder.found = {at: h for at, h in finder.found.items() if h.counted.kind not in "nvm" or h.counted.number.high == 0 or not came_back(finder, h.counted)}
    if finder.found and "ox" in finder.tags:
        finder.found = {at: h for at, h in finder.found.items() if h.counted.kind != "m" or not part_of_things(finder, at)}
    if finder.found and ("on" in finder.tags or "om" in finder.tags):
        finder.found = {at: h for at, h in finder.found.items() if h.rule.startswith("derived-from-survivors") or not whole_of_others(finder, at, h.trigger)}
    find_weighed(finder, Told(last=last, whole=whole, deaths=deaths_before, before=before, since=told.since, counts=told.counts, opens=opens))
    if finder.found and not PUT_TO_DEATH.isdisjoint(tokens.words):
        leave_what_is_only_asked_for(finder)
    if finder.found and not _FATAL.isdisjoint(tokens.words):
        fatal(finder)
    if finder.found:
        if "p" in has and "&" in has:
            find_before_and(finder)
        open_upwards(finder)
    if finder.found and not _GOAL.isdisjoint(tokens.words):
        finder.found = {at: h for at, h in finder.found.items() if h.counted.number.high != 0}
    return sorted(finder.found.values(), key=lambda h: (h.start, h.at))
