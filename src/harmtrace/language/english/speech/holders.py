"""Who holds a count without a verb of speech: "the clinic admitted 37 wounded", "the mayor's list has 24 dead"."""

from harmtrace.language.english.chunks import Chunks
from harmtrace.language.english.names import is_name
from harmtrace.language.english.speech.records import Speech
from harmtrace.language.english.speech.words import (
    AUX,
    BREAK,
    DETERMINERS,
    FINDS,
    LEADING,
    MONTHS,
    NP_STOP,
    ORG_NOUNS,
    TITLE_CASE,
)
from harmtrace.language.grammar import Manner
from harmtrace.language.tokens import Tokens

#: What those do who handle the harmed or write them down.
_HANDLES = frozenset(
    "counted counts registered registers documented documents verified listed lists noted tallied logged logs mentioned mentions written wrote signed arrived admitted admits treated treats received receives stitched "
    "bandaged operated flew flown carried brought pulled dug lifted found recovered retrieved buried collected gathered had has have holds held hold gives gave puts put reckons carries publishes published releases released issues issued posts posted".split()
)
HOLDING = _HANDLES | frozenset("there spoke count lost right correct true holds hold came comes was from by".split())
_BARE = frozenset("publishes published releases released issues issued posts posted had has have holds held hold arrived wrote written signed gives gave".split())
#: Who counts, treats, buries or writes down.
COUNTERS = FINDS | ORG_NOUNS | frozenset(
    "mayor priest imam pastor bishop monk nun sister teacher headmaster headmistress midwife surgeon surgeons judge justice elder elders governor coroner mission patrol project register ledger archive cross morgue mortuary "
    "gravedigger gravediggers undertaker undertakers registrar villagers neighbours neighbors parish monitors monitor administrator prefect sheikh chief chiefs list book books record bulletin firefighter soldiers_ guards_ "
    "matron paramedic registry survey census researchers observers inspectors foundation trust charity initiative campaign society consortium staff ward wards brigade lawyers lawyer union unions delegation".split()
)
_RECORDS = frozenset("list lists ledger register tally count book books notebook log table bulletin database record records register report".split())
_DEAD = frozenset("dead bodies body wounded injured killed corpses martyrs victims patients names casualties remains missing burned hurt deaths fatalities injuries people".split())
_PUBLISHES = frozenset("publishes published releases released issues issued posts posted".split())
_KIN = frozenset("husband wife brother brothers sister sisters son sons daughter daughters child children mother father parents cousin cousins aunt uncle uncles nephew nephews niece nieces grandson granddaughter grandmother grandfather family relatives brother-in-law sister-in-law".split())
_SKIPS = LEADING | MONTHS | frozenset("by noon midnight dawn dusk nightfall evening morning afternoon night late early , a.m p.m o'clock hours days weeks day week same the_".split())


def holder(tokens: Tokens, chunks: Chunks) -> Speech | None:
    """Return who handled or wrote down the harmed that a sentence counts, None where nobody did."""
    words = tokens.words
    n = len(words)
    for v in range(1, n):
        word = words[v]
        if word == "lost":
            found = _bereaved(tokens, v)
        elif (word in _HANDLES or (word == "count" and words[v - 1].endswith("s"))) and _counted_behind(words, chunks, v):
            found = _clause_subject(tokens, v)
        else:
            continue
        if found is not None:
            return Speech(*found, v, 0, 0, Manner.SAYS)
    return None


def beside_speech(tokens: Tokens, chunks: Chunks, spoken: list[Speech]) -> Speech | None:
    """Return who holds a count in a clause in which nobody speaks: "…, the mayor said; the clinic had 14 bodies"."""
    words = tokens.words
    n = len(words)
    found = holder(tokens, chunks)
    if found is None:
        return None
    cuts = [0, *[t for t in range(1, n) if words[t] == ";" or (words[t] == "while" and words[t - 1] == ",")], n]
    a = max(t for t in cuts if t <= found.verb)
    b = min(t for t in cuts if t > found.verb)
    if any(a <= one.verb < b for one in spoken):
        return None
    found.scope_start, found.scope_end = found.verb + 1, b
    return found


def _counted_behind(words: list[str], chunks: Chunks, v: int) -> bool:
    """Tell whether a count of the harmed is what the verb at ``v`` handles: "stitched up nine people"."""
    starts = [counted.number.start for counted in chunks.counts.values()]
    near = [at for at in starts if v < at <= v + 4]
    if not near:
        return False
    at = min(near)
    if any(word in (",", ";", "that", "who", "and") for word in words[v + 1 : at]):
        return False
    return words[v] not in _BARE or not _DEAD.isdisjoint(words[at : at + 5]) or words[v : v + 2] == ["arrived", "at"]


def _clause_subject(tokens: Tokens, v: int) -> tuple[int, int] | None:
    """Return the subject of the verb at ``v`` where it opens its clause and is one that counts or treats."""
    words = tokens.words
    k = 0
    for t in range(v - 1, 0, -1):
        if words[t] == ";" or (words[t] in ("while", "but", "and") and words[t - 1] == ","):
            k = t + 1
            break
    while k < v and (words[k] in _SKIPS or words[k][0].isdigit() or not words[k][0].isalnum()):
        k += 1
    end = k
    while end < v and end < k + 10 and words[end] not in BREAK and words[end] not in AUX and words[end] not in NP_STOP and words[end] not in _HANDLES:
        end += 1
    if end == k or end > v or not _reaches(words, end, v):
        return None
    for t in range(k, end - 1):
        if words[t].endswith(("'s", "s'")) and not _RECORDS.isdisjoint(words[t + 1 : end]):
            return k, t + 1
    if words[v] in _PUBLISHES and end - k < 4 and all(TITLE_CASE.match(tokens.raw[t]) for t in range(k, end)):
        return k, end  # "Orla publishes nine more names of the fallen"
    held = [t for t in range(k, end) if words[t].removesuffix("'s") in COUNTERS or words[t].removesuffix("s") in COUNTERS]
    if not held:
        return None
    last = held[-1] + 1
    if last < end and words[last] not in ("of", "at", "in", "for", "from") and not TITLE_CASE.match(tokens.raw[last]):
        end = last  # "Firefighters forced a door and found two bodies"
    return k, end


def _reaches(words: list[str], end: int, v: int) -> bool:
    """Tell whether only helping words, or what is told of the subject between commas, stand before the verb at ``v``."""
    between = words[end:v]
    if not between or all(word in AUX or word.endswith("ly") for word in between):
        return True
    if between[-1] == "and":
        return ";" not in between and "that" not in between
    last = max((t for t, word in enumerate(between) if word == ","), default=-1)
    return between[0] == "," and last > 0 and between[1] in ("who", "whose", "which") and all(word in AUX for word in between[last + 1 :])


def _bereaved(tokens: Tokens, v: int) -> tuple[int, int] | None:
    """Return who lost relatives, where a person is named: "Ramla has lost two sisters"; it is that person's loss to tell."""
    words, raw = tokens.words, tokens.raw
    if _KIN.isdisjoint(words[v + 1 : v + 7]):
        return None
    end = v
    while end and words[end - 1] in AUX:
        end -= 1
    first = end
    while first and end - first < 3 and is_name(words[first - 1], raw[first - 1]):
        first -= 1
    return (first, end) if first < end and (first == 0 or words[first - 1] in (",", ".", '"', "”")) else None


_TRENDS = frozenset("pace trend trends rate truce ceasefire weather calm".split())
_IF = frozenset("if should were".split())
_HOLDS = frozenset("right correct true holds hold proves proven confirmed accurate reliable".split())


def supposed(tokens: Tokens) -> Speech | None:
    """Return whose count a sentence supposes to be right: "If the ferrymen's list is right, the drowning of nine"."""
    words = tokens.words
    n = len(words)
    if n < 6 or words[0] not in _IF or not _TRENDS.isdisjoint(words[:6]):
        return None
    comma = next((t for t in range(2, min(n, 14)) if words[t] == ","), None)
    if comma is None or words[comma - 1] not in _HOLDS:
        return None
    end = 1
    while end < comma and words[end] not in _HOLDS and words[end] not in ("is", "are", "be", "was", "were", "turns", "turn"):
        end += 1
        if words[end - 1].endswith(("'s", "s'")) or words[end] == "'":
            break
    return Speech(1, end, comma - 1, 1, n, Manner.SAYS) if end > 1 else None


_COUNTS = frozenset("count tally list figure figures number toll word report account estimate total".split())
_CAME = frozenset("came comes was is were stood stands ran runs spoke speaks gave gives put reached said".split())


def sent_count(tokens: Tokens) -> Speech | None:
    """Return from whom a count came: "The first number, from the mayor, was seven", "A count by the hospital came to ten"."""
    words, raw = tokens.words, tokens.raw
    n = len(words)
    for k in range(1, min(n - 3, 14)):
        if words[k] not in ("from", "by") or _COUNTS.isdisjoint(words[max(0, k - 2) : k]):
            continue
        if words[k + 1] not in DETERMINERS and not TITLE_CASE.match(raw[k + 1]):
            continue
        end = k + 1
        while end < n and end < k + 9 and words[end] not in BREAK and words[end] not in NP_STOP and words[end] not in _CAME and words[end] != "next" and not (end > k + 1 and words[end] == "the"):
            end += 1
        came = next((t for t in range(end, min(n, end + 6)) if words[t] in _CAME), None)
        if came is not None:
            return Speech(k + 1, end, came, came, n, Manner.SAYS)
    return None
