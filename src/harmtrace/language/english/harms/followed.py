"""Counts without a word of harm that go on from one before them: "I counted nineteen", "not 52", "up from 35"."""

from dataclasses import replace

from harmtrace.language.english.chunks import SKIP
from harmtrace.language.english.counts.words import who_of
from harmtrace.language.english.harms.finder import Finder
from harmtrace.language.english.harms.records import Harm
from harmtrace.language.english.speech.holders import COUNTERS
from harmtrace.language.english.words import LEX
from harmtrace.language.tokens import Tokens
from harmtrace.records.claim import Outcome, Step, Who

#: Verbs whose object may be a bare count of those told of before.
_SAYING = frozenset("counted counts count counting say says said saw got reckons reckoned estimates estimated tallied claims claimed".split())
#: Verbs of having and listing: only where their subject is one that counts, or the count is said to be on a list.
_HOLDING = frozenset("has have had holds held carries carried lists listed gives gave shows showed reports reported registered recorded documented verified contains names named".split())
_SETS = frozenset("put puts carries carried gave gives set sets lists listed counted counts".split())
_MINE = frozenset("mine ours his hers theirs yours".split())
_ENDS = frozenset(". , ; ! ? \" ” ) — – -".split())
_BEHIND = _ENDS | frozenset("now today altogether overall himself herself themselves myself by until including among on in while and but like instead then too".split())
_MORE_OR_LESS = frozenset("up down".split())
_COMPARING = {"with": "compared", "to": "compared", "against": "", "than": "rather", "of": "instead"}
_TOTALS = frozenset("total totals figure figures number numbers count tally toll".split())
_WAS = frozenset("was were been is stood".split())
_OPENERS = SKIP | frozenset("so no yes not only just well but and or make that makes it \" “ , : - — – ” …".split())
_ALL = frozenset("all not none both most including among half mostly".split())
_OF_ALL = frozenset("we find found were are stood come came there".split())
_LISTS = frozenset("list lists register ledger book notebook file database roll records".split())
_DEAD_OF = frozenset("dead killed victims fallen martyrs deaths slain".split())


def find_followed(finder: Finder, first: Outcome | None) -> None:
    """Find bare counts that go on from a count before them; ``first`` is what the first of the sentence before was of."""
    words = finder.tokens.words
    bare = [
        at for at, counted in finder.chunks.counts.items()
        if at not in finder.found and counted.kind == "m" and not counted.head and not counted.part and not counted.more and counted.number.vague is None
    ]  # fmt: skip
    if not bare:
        return
    opens = finder.last is not None and _opening(finder, bare)
    for at in bare:
        if at in finder.found:
            continue
        counted = finder.chunks.counts[at]
        s, e = counted.start, counted.end
        whole = _whole(finder, at)
        outcome = whole.outcome if whole is not None else finder.last
        if outcome is None or outcome is Outcome.MISSING:
            continue
        behind = words[e] if e < len(words) else "."
        if whole is not None and behind == "of" and words[e + 1 : e + 2] and words[e + 1] in _MINE:
            finder.chunks.counts[at] = replace(counted, who=whole.counted.who)
            finder.add(at, outcome, at, "followed/1")
        elif whole is not None and s > 1 and words[s - 1] == "not" and words[s - 2] in (",", "and", "-", "–", "—") and behind in _ENDS and whole.rule != "not-but/1":
            finder.add(at, outcome, at, "followed/3", denied=True)
        elif whole is not None and s > 2 and words[s - 1] in ("at", "as") and whole.rule.startswith(("toll", "put", "followed")) and behind in _ENDS and {",", ";"} & set(words[max(0, s - 6) : s]):
            finder.add(at, outcome, at, "followed/1")
        elif whole is not None and words[s - 1] in _WAS and behind in _ENDS and _at_another_time(words, whole, s):
            finder.chunks.counts[at] = replace(counted, who=whole.counted.who)
            finder.add(at, outcome, at, "followed-change/1", step=Step.REPLACED)
        elif whole is not None and behind in _ENDS and words[s - 1] in ("makes", "make") and words[s - 2] in ("that", "this", "which", "it"):
            summed = Outcome.KILLED if outcome is Outcome.BODIES_RECOVERED and finder.deaths_before else outcome  # bodies found, added to the dead
            finder.add(at, summed, at, "followed/2", step=Step.RUNNING)
        elif whole is not None and s > 2 and words[s - 1] == "not" and behind in _ENDS and whole.at == at - 3 + (finder.tags[at - 1] != "N"):
            finder.add(at, outcome, at, "followed/3", denied=True)
        elif whole is not None and _told_apart(words, whole, s, behind):
            finder.chunks.counts[at] = replace(counted, who=whole.counted.who)
            finder.add(at, outcome, at, "followed/4")
        elif whole is not None and behind in _ENDS and _place_before(finder.tokens, s):
            finder.chunks.counts[at] = replace(counted, who=whole.counted.who)
            finder.add(at, outcome, at, "followed-row/1")
        elif whole is not None and _compared(words, s):
            finder.add(at, outcome, at, "followed-change/1", step=Step.REPLACED, denied=words[s - 1] in ("of", "than") and words[s - 2] in ("instead", "rather"))
        elif behind in _BEHIND and (_counted(finder.tokens, s, e) or _put(words, s)):
            finder.add(at, outcome, at, "followed/1")
        elif whole is None and not opens and behind in _ENDS and words[s - 1 : s] and words[s - 1] in _WAS and (not _TOTALS.isdisjoint(words[:s]) or "there" in words[:s]):
            finder.add(at, first or outcome, at, "followed/2", step=Step.RUNNING)


def _at_another_time(words: list[str], whole: Harm, s: int) -> bool:
    """Tell "…; the corresponding figure for 2021 was 451": a total of another time beside one."""
    between = words[whole.end : s]
    return not _TOTALS.isdisjoint(between) and (any(word.isdigit() and len(word) == 4 for word in between) or not {"previous", "last", "before", "earlier"}.isdisjoint(between))


def _told_apart(words: list[str], whole: Harm, s: int, behind: str) -> bool:
    """Tell another voice's count of the same: "…, the hospital of nine", "twelve according to the mayor, nine according to the clinic"."""
    if behind == "according":
        return words[s - 1] in (",", "and", "or", "but", ";") and "according" in words[:s]
    gap = words[s - 1] in ("of", "on", "to") and whole.counted.start > 0 and words[whole.counted.start - 1] == words[s - 1]
    return gap and behind in _ENDS and {",", ";"}.intersection(words[max(0, s - 8) : s]) != set() and words[s - 2] not in _TOTALS


def _whole(finder: Finder, at: int) -> Harm | None:
    return next((h for k, h in sorted(finder.found.items(), reverse=True) if k < at and h.counted.number.low != 0), None)


def _opening(finder: Finder, bare: list[int]) -> bool:
    """Take "Not 52.", "Two, not three", "So three", "Five, all of them militia", where a sentence is little else."""
    words, tags = finder.tokens.words, finder.tags
    at = bare[0]
    s, e = finder.chunks.counts[at].start, finder.chunks.counts[at].end
    k = s - 1
    raw = finder.tokens.raw
    while k >= 0 and (words[k] in _OPENERS or words[k][0].isdigit() or (raw[k].isupper() and ":" in words[k : s])):
        k -= 1
    if k >= 0 or finder.last is None or finder.last is Outcome.MISSING:
        return False
    rest = words[e : e + 3]
    closes = not rest or (rest[0] in ".!?\"”" and rest[0] != ",") or (rest[0] == "," and len(rest) > 1 and (rest[1] in _ALL or (rest[1] in ("says", "said", "say", "according") and e < 5) or (rest[1] in "\"”" and "not" in words[:s])))
    if not closes or (len(words) > 30 and rest[:1] != [","]) or (s and words[s - 1] in ("that", "it") and "make" not in words[:s] and "makes" not in words[:s]):
        return False
    refused = "not" in words[max(0, s - 2) : s]
    other = next((b for b in bare[1:2] if words[finder.chunks.counts[b].start - 1] == "not"), None)
    if any(finder.chunks.counts[k].kind != "m" and k > at for k in finder.chunks.counts) and rest[1:2] != ["all"]:
        return False
    finder.add(at, finder.last, at, "followed-short/1", denied=refused)
    who = _all_are(finder, e)
    if at in finder.found and who is not Who.UNSPECIFIED:
        finder.found[at].counted = replace(finder.found[at].counted, who=who)
    if other is not None:
        finder.add(other, finder.last, other, "followed-short/1", denied=True)
    return bool(tags)


def _all_are(finder: Finder, e: int) -> Who:
    """Return what "all of them militia" says of a count before it."""
    words = finder.tokens.words
    if words[e : e + 2] != [",", "all"]:
        return Who.UNSPECIFIED
    return next((who for word in words[e + 2 : e + 6] if (who := who_of(word)) is not Who.UNSPECIFIED), Who.UNSPECIFIED)


def _place_before(tokens: Tokens, s: int) -> bool:
    """Tell "…, Halvin 98", "… before Halvin with 97": a name of its own stands before the count."""
    words, raw = tokens.words, tokens.raw
    k = s - 1 - (words[s - 1] == "with")
    first = k
    while first > 0 and first > k - 3 and raw[first][:1].isupper():
        first -= 1
    return first < k and words[first] in (",", ";", "before", "and", "then") and all(word not in LEX for word in words[first + 1 : k + 1]) and words[k][0].isalpha()


def _compared(words: list[str], s: int) -> bool:
    """Tell whether a count stands beside the one before it: "up from 35", "compared with 307", "against 118"."""
    if s < 2:
        return False
    before, first = words[s - 1], words[s - 2]
    if before == "from":
        return first in _MORE_OR_LESS
    return before in _COMPARING and (not _COMPARING[before] or first == _COMPARING[before])


def _counted(tokens: Tokens, s: int, e: int) -> bool:
    """Tell whether a count is the object of a verb by which somebody counts: "I counted nineteen", "the clinic has 46"."""
    words = tokens.words
    k = s - 1
    while k > 0 and words[k] in ("of", "only", "just", "now", "myself", "to", "it", "already", "even", "was", "\"", "“"):
        k -= 1
    if k < 0:
        return False
    if words[k] in _SAYING:
        return k > 0 and words[k - 1] not in ("is", "was", "be", "the", "a")
    if words[k] in _HOLDING:
        on_list = words[e : e + 1] == ["on"] and not _LISTS.isdisjoint(words[e : e + 4])
        start = next((t + 1 for t in range(k - 1, -1, -1) if words[t] in (";", ",", ":")), 0)
        return on_list or not COUNTERS.isdisjoint(word.removesuffix("'s") for word in words[start:k])
    return words[k] in ("spoke", "speaks", "speak", "spoken", "talked", "talks", "talk", "told") and "of" in words[k:s]


def _put(words: list[str], s: int) -> bool:
    """Tell whether a count is where something before is put: "puts it at nine", "carries the number as 13"."""
    if s < 3 or words[s - 1] not in ("at", "as"):
        return False
    return words[s - 2] in ("it", "them", *_TOTALS) and not _SETS.isdisjoint(words[max(0, s - 6) : s - 1])
