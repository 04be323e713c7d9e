"""Counts that are of things, of points, or of people who care for the dead: what the table of ``weighed`` may not take."""

import re

from harmtrace.language.english.counts.records import Counted
from harmtrace.language.english.harms.finder import Finder
from harmtrace.language.english.names import POSSESSIVES
from harmtrace.language.english.words import LEX, NOUNS, NUMBER_WORDS, THING_WORDS

#: Classes of words of harm to people, as the class string has them.
_HARM = frozenset("kK1dDei3IjWgucb")
_HARM_WORDS = frozenset("dead deaths death died dying killed slain murdered executed fallen martyrs martyred martyr victims victim bodies body corpses corpse remains graves grave funerals burials buried lost losses loss casualties casualty fatalities wounded injured hurt missing toll names".split())
_TALLIES = frozenset("number numbers total totals tally count counts figure figures list lists register roll sum score".split())
_CLAUSE = frozenset(". ; : ! ? , ( ) \" “ ” - – —".split())
_MOVES = frozenset("rose rises risen climbed climbs grew grows went goes fell falls dropped drops stood stands jumped soared increased doubled came comes".split())
_REACHES = frozenset("reached reaches hit passed topped exceeded totalled totaled numbered".split())
_TO = frozenset("to at".split())
_NAMES_NOTHING = frozenset("it its that this they them their we he she which who i you those these one".split())
_LOSES = frozenset("lost lose loses losing".split())
_CONTESTS = frozenset(
    "won win wins winning winner votes vote voted voters ballot ballots poll polls election elections elected electoral seats seat party parties mayor mayoral candidate candidates council league cup match matches game games set sets frames goals goal points tournament season final finals "
    "assembly parliament team teams club clubs played playing players drew lawsuit lawsuits bet bets".split()
)
_NOT_NOUNS = frozenset("is was has does its this his hers theirs yes as us plus perhaps besides always sometimes thus across towards unless afterwards overseas upstairs downstairs indoors outdoors says tells dies".split())
_UNITS = frozenset("day week month year hour minute second days weeks months years hours minutes seconds percent per % km kg metre metres meters miles tonnes tons litres dollars euros pounds degrees times".split())
_CARES = frozenset("wash washed washing carry carried carrying wrap wrapped wrapping dig dug digging bury buried burying treat treated treating tend tended tending bathe bathed bathing shroud shrouded mourn mourned mourning nurse nursed lift lifted lifting lower lowered lowering sew sewed stitched bandaged comforted prepared".split())
_MAY_STAND = frozenset("who have had has then also together quickly later helped help helping to were are was is came come and".split())
_CARED_FOR = frozenset("the a an each every all both him her them bodies body graves grave shrouds coffins coffin corpses dead wounded injured victims patients casualties remains".split())
_APPEARS = frozenset("turned showed turn came got found are were is was reappeared returned walked emerged made".split())
_ENDS = frozenset("; : . ! ?".split())
WELL = frozenset("alive safe safely unharmed unhurt unscathed well".split())
_NOT = frozenset("not never nor no hardly".split())
_FAR = 4


def is_no_harm(finder: Finder, counted: Counted) -> bool:
    """Tell whether a count that no rule took is plainly one of things, of points, or of people to whom no harm came."""
    at = next((k for k, span in enumerate(finder.chunks.spans) if span[0] == counted.start), -1)
    if at > 0 and finder.tags[at - 1] == "o" and whole_of_others(finder, at, len(finder.tags)):
        return True
    if counted.kind == "m" and ("ox" in finder.tags and part_of_things(finder, at)):
        return True
    if counted.kind == "m" and finder.tags[max(0, at - 2) : at] == "x&" and finder.tokens.words[counted.start - 2] in THING_WORDS:
        return True  # "60 houses and 14 were burnt down"
    if counted.kind == "m" and not counted.part and (_of_a_unit(finder, counted) or of_things(finder, counted) or _of_points(finder, counted)):
        return True
    return counted.kind in "nvm" and (_is_there(finder, counted) or _cares(finder, counted) or _is_well(finder, counted))


def _of_a_unit(finder: Finder, counted: Counted) -> bool:
    """Tell "three million days later", "14 windows"."""
    words = finder.tokens.words
    if counted.start > 2 and words[counted.start - 1] == ":" and words[counted.start - 3] in THING_WORDS and LEX.get(words[counted.start - 2], "") in ("k", "i"):
        return True  # "Houses burnt: 23"
    if counted.start > 1 and words[counted.start - 1] == ":" and (label := words[counted.start - 2]).isalpha() and (label in THING_WORDS or (label.endswith("s") and label not in NOUNS and not LEX.get(label) and label not in _HARM_WORDS)):
        return True  # "Photographs: 14"
    if counted.end >= len(words):
        return False
    word = words[counted.end]
    if word in THING_WORDS or word in _UNITS or (word in _SCALES and counted.end + 1 < len(words) and words[counted.end + 1] in _UNITS):
        return True
    return word.endswith("s") and not word.endswith("ss") and len(word) > 3 and word.isalpha() and word not in _NOT_NOUNS and word not in NOUNS and not LEX.get(word) and finder.tokens.raw[counted.end].islower()


_SCALES = frozenset("hundred thousand million billion".split())


def of_things(finder: Finder, counted: Counted) -> bool:
    """Tell "the number of houses destroyed rose to 14", "schools closed reached 31": what has a number is no harm."""
    words = finder.tokens.words
    at = counted.start
    start = next((k + 1 for k in range(at - 1, -1, -1) if words[k] in _CLAUSE), 0)
    tally = next((k for k in range(at - 2, start - 1, -1) if words[k] in _TALLIES and words[k + 1] == "of"), None)
    if tally is not None:
        return not _tells_harm(finder, start, at)
    toll = next((k for k in range(at - 2, start - 1, -1) if words[k] == "toll" and words[k + 1] == "on"), None)
    if toll is not None and words[toll + 2] in _THE:
        return not _tells_harm(finder, start, toll)
    verb = next((k for k in range(at - 1, max(start, at - _FAR) - 1, -1) if words[k] in _REACHES or (words[k] in _MOVES and words[k + 1] in _TO)), None)
    if verb is None or verb == start:
        return False
    told = words[start:verb]
    return _NAMES_NOTHING.isdisjoint(told) and _TALLIES.isdisjoint(told) and not _tells_harm(finder, start, verb)


_THE = frozenset("the a an this that each".split())


def _tells_harm(finder: Finder, start: int, end: int) -> bool:
    return any(word in _HARM_WORDS or (LEX.get(word, "") in _HARM and word not in _BURNT) for word in finder.tokens.words[start:end])


_BURNT = frozenset("burnt burned burning".split())


def _of_points(finder: Finder, counted: Counted) -> bool:
    """Tell "won two", "lost nine to four", and "lost four" of windows, or where no harm has been told."""
    words = finder.tokens.words
    at = counted.start
    before = words[at - 1] if at else ""
    if before in _WINS:
        return True
    if before not in _LOSES:
        return False
    if not _CONTESTS.isdisjoint(words):
        return True
    behind = words[counted.end : counted.end + 2]
    if len(behind) > 1 and behind[0] in _AGAINST and (behind[1] in NUMBER_WORDS or behind[1][0].isdigit()):
        return True
    if any(words[k] in _LOSES and _loses_things(finder, k) for k in range(at - 1)):
        return True
    return finder.last is None and not finder.deaths_before and not finder.found and _HARM.isdisjoint(finder.tags)


_WINS = frozenset("won win wins winning drew".split())
_AGAINST = frozenset("to - – against".split())


def _loses_things(finder: Finder, verb: int) -> bool:
    """Tell "lost two windows" and "lost its roof" from "lost two sons" and "lost two"."""
    words = finder.tokens.words
    k = verb + 1
    if k >= len(words) or not (words[k] in NUMBER_WORDS or words[k][0].isdigit() or words[k] in _THE or words[k] in POSSESSIVES):
        return False
    k += 1
    return k < len(words) and words[k].isalpha() and (words[k] in THING_WORDS or (words[k] not in NOUNS and words[k].endswith("s") and words[k] not in _NOT_NOUNS and not LEX.get(words[k])))


_THERE = frozenset("inside present asleep sleeping sheltering aboard praying shopping queueing queuing waiting sitting staying".split())
_ARE = frozenset("were was are is been being".split())


def _is_there(finder: Finder, counted: Counted) -> bool:
    """Tell "60 people had been inside", "46 were asleep": who was there, of whom no harm is told."""
    words = finder.tokens.words[counted.end : counted.end + _FAR]
    k = next((k for k, word in enumerate(words) if word in _ARE), None)
    if k is None or _THERE.isdisjoint(words[k + 1 : k + 3]):
        return False
    end = next((j for j in range(counted.end, len(finder.tokens.words)) if finder.tokens.words[j] in _ENDS), len(finder.tokens.words))
    return not any(LEX.get(word, "") in _HARM for word in finder.tokens.words[counted.end : end])


def _cares(finder: Finder, counted: Counted) -> bool:
    """Tell "two hundred people washed the shrouds": those who bury and nurse are no victims."""
    words = finder.tokens.words
    k = counted.end
    while k < min(len(words), counted.end + _FAR) and (words[k] in _MAY_STAND or words[k] == ","):
        k += 1
    if k >= len(words) - 1 or words[k] not in _CARES:
        return False
    if _PASSIVE.intersection(words[counted.end : k]) and not words[k].endswith("ing"):
        return False  # "four people were buried the next day"
    behind = words[k + 1]
    return behind in _CARED_FOR or behind in POSSESSIVES or behind in NUMBER_WORDS or behind[0].isdigit()


_PASSIVE = frozenset("were are was is".split())


_OF_SO_MANY_THINGS = re.compile(r'(?:^|[;:]"?)ox[^nvpfb;:]{0,14}?m')


def part_of_things(finder: Finder, at: int) -> bool:
    """Tell "of 1,200 trees planted in March, 300 died": the bare number is one of the things that the sentence opens with."""
    m = _OF_SO_MANY_THINGS.search(finder.tags)
    if m is None or m.end() - 1 != at:
        return False
    things = finder.chunks.counts.get(finder.tags.index("x", m.start()))
    return things is not None and things.head in THING_WORDS


_OF_SO_MANY = re.compile(r'(?:^|[;:]"?)o([nm])[^nmvkidKD;:]{0,14}?,[nm]')


def whole_of_others(finder: Finder, at: int, trigger: int) -> bool:
    """Tell "of 40 people in the hall, three died": the forty are those of whom three died."""
    m = _OF_SO_MANY.search(finder.tags)
    return m is not None and m.start(1) == at and trigger >= m.end()


def came_back(finder: Finder, counted: Counted) -> bool:
    """Tell those of whom the sentence fears the worst and then says that they are well."""
    words = finder.tokens.words
    return not _FEARED.isdisjoint(words[max(0, counted.start - _FAR) : counted.end + _FAR]) and _is_well(finder, counted)


_FEARED = frozenset("feared thought believed presumed reported supposed rumoured rumored said missing assumed".split())


def _is_well(finder: Finder, counted: Counted) -> bool:
    """Tell "twenty were feared lost but turned up alive"."""
    words = finder.tokens.words
    end = next((k for k in range(counted.end, len(words)) if words[k] in _ENDS), len(words))
    for k in range(counted.end, end):
        if words[k] in WELL and words[k - 1] != "as" and _NOT.isdisjoint(words[max(counted.end, k - _FAR) : k]) and not _APPEARS.isdisjoint(words[max(counted.end, k - 3) : k]):
            return not any(counted.end < other.start < k for other in finder.chunks.counts.values())
    return False
