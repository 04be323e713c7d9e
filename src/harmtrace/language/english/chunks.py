"""An English sentence as a string of classes, one character a chunk, for the rules to read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from harmtrace.language.english.counts.ages import stated_age
from harmtrace.language.english.counts.heads import GOES_ON
from harmtrace.language.english.counts.reading import count_phrase
from harmtrace.language.english.counts.records import Counted
from harmtrace.language.english.counts.words import BE
from harmtrace.language.english.numbers import STARTERS
from harmtrace.language.english.phrases import PHRASES
from harmtrace.language.english.words import LEX, NUMBER_WORDS, SINGULARS
from harmtrace.language.tokens import Tokens

# words that carry no structure: they stand in no rule
SKIP = frozenset(
    "allegedly reportedly apparently also later then already now still so far alone together too even all each only just currently "
    "subsequently unintentionally instantly immediately severely seriously critically slightly badly lightly mortally fatally "
    "mistakenly accidentally deliberately eventually recently yet once there here initially tragically sadly simply nearby "
    "both the these those this its his her their our my your some any further another additional total since meanwhile "
    "either themselves himself confirmed_ very believed feared presumed thought known said_ unlawfully brutally inadvertently overnight "
    "today yesterday tonight again however thus therefore out up down off away back".split()
)
HEDGED = frozenset("reported said alleged believed feared thought presumed confirmed rumoured estimated known suspected claimed".split())


@dataclass(slots=True)
class Chunks:
    """A sentence's class string with what each character stands for."""

    tags: str
    spans: list[tuple[int, int]]
    counts: dict[int, Counted] = field(default_factory=dict)


_ENDINGS = frozenset("killed dead wounded injured missing hurt slain".split())
#: Longer phrases by their second word, and the phrase of one word alone, "" where there is none.
_Phrases = tuple[dict[str, list[tuple[tuple[str, ...], str]]], str]
_Known = tuple[str, bool, _Phrases | None, int]


_NONE_ASIDE: Mapping[int, int] = {}


def _table() -> dict[str, _Known]:
    """Return what every known word may be: class, whether a count may start there, phrases, whether it is skipped."""
    words = {*LEX, *PHRASES, *STARTERS, *SKIP, *HEDGED, "some", "any", "anyone", "anybody", "no", "not", "nobody", "none", "another", "twin", "twins"}
    return {
        word: (
            LEX.get(word, "-"),
            word in STARTERS or word[0].isdigit() or "-" in word or word in ("some", "any", "anyone", "anybody", "no", "not", "nobody", "none", "another", "twin", "twins"),
            _phrases(PHRASES[word]) if word in PHRASES else None,
            1 if word in SKIP else 2 if word in HEDGED else 0,
        )
        for word in words
    }


def _phrases(options: list[tuple[tuple[str, ...], str]]) -> _Phrases:
    longer: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for rest, symbol in options:
        if rest:
            longer.setdefault(rest[0], []).append((rest, symbol))
    return longer, next((symbol for rest, symbol in options if not rest), "")


_INFO = _table()
#: What words outside the table may be: they start a count, they are skipped, or neither.
_COUNT: _Known = ("-", True, None, 0)
_ADVERB: _Known = ("-", False, None, 1)
_OTHER: _Known = ("-", False, None, 0)


@lru_cache(maxsize=32_768)
def _unknown(word: str) -> _Known:
    if word[0].isdigit() or "-" in word:
        return _COUNT
    return _ADVERB if word.endswith("ly") and len(word) > 4 else _OTHER


def chunk(tokens: Tokens, masked: dict[int, int], aside: Mapping[int, int] = _NONE_ASIDE) -> Chunks:
    """Return the class string of a sentence.

    ``masked`` maps the first token of a date to the token after it: dates hold no counts. ``aside`` does so for what the
    class string leaves out, as if it were not there.
    """
    words = tokens.words
    n = len(words)
    tags: list[str] = []
    spans: list[tuple[int, int]] = []
    counts: dict[int, Counted] = {}
    i = _list_marker(words)
    info = _INFO.get
    while i < n:
        if aside and i in aside:
            i = aside[i]
            continue
        if masked and (stop := masked.get(i)) is not None:
            tags.append("T")
            spans.append((i, stop))
            i = stop
            continue
        word = words[i]
        known = info(word) or _unknown(word)
        if known is _OTHER:
            tags.append("-")
            spans.append((i, i + 1))
            i += 1
            continue
        symbol, counts_from, options, skipped = known
        if options is not None and (options[1] or (i + 1 < n and words[i + 1] in options[0])):
            hit = _match_phrase(words, i, options)
            if hit is not None and hit[0] == 2 and word in _KILLS and words[i + 1] == "the" and (not SINGULARS.isdisjoint(words[i + 2 : i + 5]) or (words[i + 2 : i + 3] and (words[i + 2] in STARTERS or words[i + 2][0].isdigit()))):
                hit = None  # "killed the contest" kills nobody, "killed the night watchman" does
            if hit is not None:
                length, symbol = hit
                tags.append(symbol)
                spans.append((i, i + length))
                i += length
                continue
        if counts_from:
            counted = count_phrase(tokens, i, masked)
            if counted is not None:
                while spans and spans[-1][0] >= counted.start:
                    spans.pop()
                    tags.pop()
                if counted.kind == "x" and len(tags) > 1 and tags[-1] == "," and tags[-2] in "nvpm" and stated_age(words, i):
                    tags.pop()  # "a boy, 8, died" is "a boy died": the age stands apart, and takes its commas along
                    spans.pop()
                    i = counted.end + (words[counted.end : counted.end + 1] == [","] and _goes_on(words, counted.end + 1))
                    continue
                if counted.kind == "x" and len(tags) > 2 and words[i - 1] == "aged" and tags[-2] == "," and tags[-3] in "nvpm":
                    del tags[-2:], spans[-2:]  # "her girls, aged five, died": so does an age with its word
                    end = counted.end
                    while end + 1 < n and words[end] in (",", "and", "to") and (words[end + 1].isdigit() or words[end + 1] in NUMBER_WORDS):
                        end += 2
                    i = end + (words[end : end + 1] == [","] and _goes_on(words, end + 1))
                    continue
                if counted.kind == "x" and counted.head == "#" and len(tags) > 1 and tags[-1] == "o" and tags[-2] == "v":
                    tags.pop()  # "a boy of fifteen" is "a boy"
                    spans.pop()
                    i = counted.end
                    continue
                counts[len(tags)] = counted
                tags.append(counted.kind)
                spans.append((counted.start, counted.end))
                i = counted.end
                continue
        if word == "named" and tags and tags[-1] in "vnp" and i + 1 < n and tokens.raw[i + 1][:1].isupper():
            symbol = "-"  # "a cook named Maryan"
        if word == "tell" and tokens.raw[i] == "Tell" and i + 1 < n and tokens.raw[i + 1][:1].isupper():
            symbol = "-"  # "in Tell Marun": a mound in the name of a town
        if word in _SINGULAR_TURNS:
            if word == "other" and i and words[i - 1] == "the" and i + 1 < n and (words[i + 1] in NUMBER_WORDS or words[i + 1].isdigit()):
                i += 1  # "the deaths of the other four"
                continue
            if word in _BENEATH and i and words[i - 1] in _LIES and i + 2 < n and words[i + 1] in _DETERMINED and _ABOVE.isdisjoint(words[i + 2 : i + 5]):
                tags.append("u")  # "five people are still under the stage"
                spans.append((i, i + 3))
                i += 3
                continue
            if word in _ALIVE and words[i + 1 : i + 2] == ["with"] and not _HURTS.isdisjoint(words[i + 2 : i + 7]):
                symbol = "i"  # "a boy survived with a bullet wound"
        if word in _CARES and _for_wounds(words, i):
            symbol = "I"  # "is treating 31 people for burns"
        if word == "shot":
            symbol = _shot(words, i)
        elif word in _STRIKES and i + 2 < n and words[i + 1] in _ARTICLES_ALL and not SINGULARS.isdisjoint(words[i + 2 : i + 4]) and not _BODY.isdisjoint(words[i + 3 : i + 9]):
            symbol = "i"  # "struck a girl in the neck"
        if skipped == 1 or (skipped == 2 and ((i and words[i - 1] in BE) or (i + 1 < n and symbol == "s" and words[i + 1] in _ENDINGS))):
            i += 1
            continue
        tags.append(symbol)
        spans.append((i, i + 1))
        i += 1
    return Chunks("".join(tags), spans, counts)


_SINGULAR_TURNS = frozenset("other under beneath underneath survived survives survive lived escaped".split())
_BENEATH = frozenset("under beneath underneath".split())
_LIES = frozenset("still remain remains remained lie lies lay be somewhere trapped buried people men women children workers villagers students pupils bodies".split())
_DETERMINED = frozenset("the a an what its their our".split())
#: What people are under who are not missing: the fire of guns, a roof that stands.
_ABOVE = frozenset("siege fire shelling bombardment attack attacks bombs control treatment arrest pressure guard observation age care occupation blockade threat law rule command protection supervision curfew influence sun rain sky stars trees tree canvas tarpaulin tarpaulins plastic tents tent bridge influence heading flag same".split())
_ALIVE = frozenset("survived survives survive lived escaped".split())
_HURTS = frozenset("wound wounds burns burn cuts injuries injury fracture fractures broken shrapnel bullet splinters bruises scars scratches missing".split())
_STRIKES = frozenset("struck hit grazed pierced".split())
_KILLS = frozenset("kill kills killed killing".split())


def _goes_on(words: list[str], k: int) -> bool:
    """Tell whether what an aside broke off goes on: with a verb, not with the next of a list."""
    return k < len(words) and (words[k] in BE or words[k] in GOES_ON or LEX.get(words[k], "") in ("k", "d", "a", "i", "D"))


_CARES = frozenset("treat treats treated treating admit admits admitted admitting receive receives received receiving tended tending tends".split())
_FOR = frozenset(("for", "with"))
_SORE = frozenset("wound wounds burns burn cuts injuries injury fracture fractures shrapnel bullet bullets splinters bruises gunshot lacerations concussion smoke".split())
_CARED, _SORE_REACH = 9, 4  # words behind the verb in which "for" stands, and behind that in which a wound does


def _for_wounds(words: list[str], i: int) -> bool:
    """Tell whether a verb of care names people and what for: "admitted 58 patients with war wounds"."""
    for k in range(i + 2, min(len(words) - 1, i + _CARED)):
        if words[k] in _FOR:
            return not _SORE.isdisjoint(words[k + 1 : k + _SORE_REACH])
        if words[k] in _STOPS:
            return False
    return False


_STOPS = frozenset(". ; : , ( )".split())


def _shot(words: list[str], i: int) -> str:
    """Return what "shot" is: being hit ("was shot", "shot two men"), or a noun."""
    before = words[i - 1] if i else ""
    after = words[i + 1] if i + 1 < len(words) else ""
    if after == "at" and before in BE and words[i + 2 : i + 3] and words[i + 2] in _ARTICLES_ALL:
        return "i"  # "was shot at the gate", not "was shot at"
    if after in ("down", "to", "at", "up", "into", "off", "over"):
        return "-"
    if before in BE or before in ("got", "found", "fatally") or (before.endswith("ly") and i > 1 and words[i - 2] in BE):
        return "i"
    if after in _ARTICLES and before not in _BEFORE_A_NOUN and not SINGULARS.isdisjoint(words[i + 2 : i + 5]) and not {"dead", "killing", "killed"} & set(words[i + 2 :]):
        return "i"
    if before not in _BEFORE_A_NOUN and (after in STARTERS or after[:1].isdigit()) and after not in ("a", "an"):
        return "i"
    return "-"


_ARTICLES_ALL = frozenset("a an the his her their our my".split())
_BODY = frozenset("head neck chest leg legs arm arms back stomach face shoulder hand hands foot knee thigh abdomen eye eyes throat hip groin side".split())
_ARTICLES = frozenset("a an his her their our my".split())
_BEFORE_A_NOUN = frozenset("a an the one first second single each every no warning gun another last long by of".split())


def _list_marker(words: list[str]) -> int:
    """Return the token after a list number ("3.", "4/", "(2)") that opens a sentence."""
    if len(words) > 2 and words[0].isdigit() and words[1] in (".", "/", ")") and len(words[0]) < 4:
        return 2
    if len(words) > 3 and words[0] == "(" and words[1].isdigit() and words[2] == ")":
        return 3
    return 0


def _match_phrase(words: list[str], i: int, options: _Phrases) -> tuple[int, str] | None:
    longer, alone = options
    for rest, symbol in longer.get(words[i + 1], ()) if i + 1 < len(words) else ():
        length = len(rest)
        if tuple(words[i + 1 : i + 1 + length]) == rest:
            return length + 1, symbol
    return (1, alone) if alone else None
