"""Names in an English text -> how far the words round each speak for a place, by one table of weights."""

import math
import re
from collections.abc import Iterator

from harmtrace.language.english.dates import MONTH_ABBREVIATIONS, MONTHS, WEEKDAYS, WORDS
from harmtrace.language.english.events import MEANS
from harmtrace.language.english.sites import DEEDS, NO_PLACE, SITES, cared_for
from harmtrace.language.english.speech.voices import voice
from harmtrace.language.english.standing_weights import BIAS, WEIGHTS
from harmtrace.language.english.wheres import NOT_PLACES, only_a_word
from harmtrace.language.english.words import LEX, NOT_NAMES, SAY_WORDS
from harmtrace.language.grammar import NameMention
from harmtrace.language.tokens import Tokens, tokenise
from harmtrace.records.claim import VoiceKind

_CAPITAL = re.compile(r"[A-ZÀ-ÞŠŽĀĪŪ]|(?:al|ad|ar|as|el|ez|ash|an)-[A-ZÀ-Þ]")
_INNER = frozenset("al el ad ar as ez de la las los del di da do du bin of abu".split())
_BODIES = frozenset(
    "forces army police government coalition officials authorities ministry committee agency league network group observatory times herald post news radio service council centre center front movement party brigade division "
    "command office bureau union society association court university hospital clinic fund watch monitor desk project church mosque".split()
)
#: The classes of the words beside a name, the first that holds a word; words of no class are ``oth``.
_KINDS = (
    ("SAY", SAY_WORDS),
    ("BE", "is are was were be been has had have"),
    ("WIDE", "province governorate region state county oblast territory country"),
    ("FINE", "city town village district neighbourhood neighborhood quarter suburb area camp municipality township hamlet settlement island valley commune site locality sector parish"),
    ("FINES", "cities towns villages districts neighbourhoods neighborhoods quarters suburbs areas camps municipalities townships hamlets settlements islands valleys provinces governorates regions states counties localities"),
    ("DEED", DEEDS | MEANS.keys()),
    ("SITE", SITES),
    ("ROAD", "road track highway way route path trail line motorway bus train convoy"),
    ("BODY", _BODIES),
    (
        "PERSON",
        "mr mrs ms dr general colonel major captain president minister spokesman spokeswoman spokesperson mayor governor sheikh imam sister brother father mother uncle aunt commander chief head director doctor nurse teacher farmer driver "
        "neighbour neighbor cousin son daughter wife husband named called lieutenant sergeant sgt col gen capt lt sir lady little young baby nephew niece grandson granddaughter grandmother grandfather sons daughters wives widow bride "
        "friend colleague fisherman shopkeeper baker herder trader student pupil engineer lawyer journalist photographer cameraman reporter medic surgeon paramedic volunteer deacon priest resident elder activist analyst cook pastor bishop "
        "reverend rev",
    ),
    ("PEOPLE", "people men women families villagers residents refugees traders workers farmers civilians children soldiers fighters man woman boy girl family"),
    ("WENT", "went go goes going gone come came comes coming home back return returned returning fled flee arrived reach reached walk walked drove driven travel travelled live lived lives living born moved leaving left visited entered sent writing write"),
    ("ART", "the a an"),
    ("AND", "and or &"),
    (",", ", ;"),
    (".", ". ! ?"),
    ("DAY", {*MONTHS, *WEEKDAYS, *MONTH_ABBREVIATIONS, "today", "yesterday"}),
)
_PREPOSITIONS = frozenset(
    "in at near on outside inside around across off within throughout opposite beside below behind above beyond along over into between towards toward through past from to of for by against".split()
)
_MARKS = frozenset(": ( ) # \" “ ” - – —".split())
_CLASS: dict[str, str] = {word: word for word in (*_PREPOSITIONS, *_MARKS)}
for _kind, _words in _KINDS:
    for _word in _words.split() if isinstance(_words, str) else sorted(_words):
        _CLASS.setdefault(_word, _kind)


def _class(tokens: Tokens, k: int) -> str:
    """Return the class of a token beside a name, ``edge`` before and behind the sentence."""
    if not 0 <= k < len(tokens.words):
        return "edge"
    word = tokens.words[k]
    found = _CLASS.get(word)
    if found is not None:
        return found
    if word[0].isdigit():
        return "NUM"
    if _CAPITAL.match(tokens.raw[k]) is not None:
        return "CAP"
    lex = LEX.get(word, "")
    if lex:
        return "lex" + lex[0]
    return "ED" if word.endswith("ed") else "oth"


_NEVER = NO_PLACE | NOT_PLACES | frozenset("you there yes no thank hello please however meanwhile elsewhere".split())


#: Words that a name may open with and that are none alone: "Old City", "White Nile".
_FIRST_OF_NAMES = frozenset("old new upper lower red white blue black high grand great greater little north south east west northern southern eastern western central".split())


def _runs(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Yield the runs of words with a capital letter, first token to one past the last."""
    words, raw = tokens.words, tokens.raw
    n, k = len(words), 0
    while k < n:
        if _CAPITAL.match(raw[k]) is None or (words[k] in _NEVER and not (words[k] in _FIRST_OF_NAMES and k + 1 < n and _CAPITAL.match(raw[k + 1]) is not None and words[k + 1] not in _NEVER)):
            k += 1
            continue
        j = k + 1
        while j < n and not words[j - 1].endswith("'s"):
            if _CAPITAL.match(raw[j]) is not None and words[j] not in _NEVER:
                j += 1
            elif j + 1 < n and _CAPITAL.match(raw[j + 1]) is not None and words[j + 1] not in NO_PLACE and (words[j] in _INNER or (words[j] == "-" and tokens.starts[j] == tokens.ends[j - 1])):
                j += 2
            else:
                break
        yield k, j
        k = j


_NUMBERS = frozenset(str(word) for word in WORDS["card"]) | {"sixty", "seventy", "eighty", "ninety", "dozens", "scores", "hundreds"}
_DATELINE = frozenset("( , - – —".split())
_VERBS = frozenset("aLXV")


#: Words before a name whose own neighbour tells as well: "a school of X", "lives in X".
_LINKS = frozenset("of to from for on between into by over at in ART AND , FINE WIDE".split())


def _signs(tokens: Tokens, k: int, j: int, *, top: bool) -> list[str]:
    """Return what stands round the name of tokens ``k`` to ``j``: the names of the rows of the table of weights."""
    words, raw = tokens.words, tokens.raw
    before, beyond = _class(tokens, k - 1), _class(tokens, k - 2)
    behind = _class(tokens, j)
    last = words[j - 1]
    out = [f"{before} _"]
    if before in _LINKS:
        out.append(f"{beyond} {before} _")
    if last.endswith("'s"):
        out.append(f"_'s {behind}")
        last = last[:-2]
    else:
        out.append(f"_ {behind}")
        if before == "ART" and last.endswith("s") and behind not in ("FINE", "SITE", "DEED", "ROAD", "WIDE"):
            out.append("the many of a name")
        if behind == ",":
            out.append(f"_ , {_class(tokens, j + 1)}")
        if before == "ART":
            out.append(f"ART _ {behind}")
        if k == 0:
            out.append(f"edge _ {behind}")
    out.append(("one word", "two words", "many words")[min(j - k, 3) - 1])
    if len(raw[k]) > 1 and raw[k].isupper():
        out.append("in capitals")
    if last in _BODIES:
        out.append("a body")
    if _CLASS.get(words[k]) == "PERSON":
        out.append("opens with a title")
    if words[k] in LEX or words[k] in NOT_NAMES:
        out.append("a common word")
    if words[k].endswith(("ing", "tion", "ed", "ly")):
        out.append("like a word")
    if words[k].endswith(("ian", "ish", "ese", "ean")):
        out.append("like a people")
    if voice(" ".join(words[k:j])) is not VoiceKind.PEOPLE:
        out.append("speaks for itself")
    if cared_for(words, k):
        out.append("cared for")
    if top:
        out.append("dateline" if k == 0 and raw[k].isupper() and behind in _DATELINE else "top")
    return out


def _no_name(tokens: Tokens, k: int, j: int, *, top: bool) -> bool:
    """Tell a number that opens a sentence, a part of a paper ("Item 4"), a family ("the Orlas") and what stands at a dateline from a name: "HALVIN (Meridian) -"."""
    words = tokens.words
    if words[k].split("-")[0] in _NUMBERS or (j - k == 1 and only_a_word(tokens, k)):
        return True
    beside = words[j] if j < len(words) else ""
    if j - k == 1 and beside[:1].isdigit() and words[k] in _NUMBERED:
        return True
    if k and words[k - 1] == "the" and j - k == 1 and words[k].endswith("s") and (beside in SAY_WORDS or _CLASS.get(beside) == "BE" or LEX.get(beside, "")[:1] in _VERBS):
        return True
    return top and k > 0 and words[k - 1] == "(" and beside == ")"


# Papers and their parts, which have numbers.
_NUMBERED = frozenset("item section article annex appendix page paragraph para chapter table figure exhibit resolution bulletin statement report decree law act version part volume issue edition point question clause agenda".split())
_MAY_BE = re.compile(r"[^\W\d_a-z][^\W_]*")


def names(text: str, start: int, end: int, *, top: bool = False) -> list[NameMention]:
    """Return the names of a sentence, with the odds that each is a place's (``top``: of one of a text's first two)."""
    out: list[NameMention] = []
    if all(word.lower() in _NEVER for word in _MAY_BE.findall(text, start, end)):
        return out  # most sentences: only their first word has a capital
    tokens = tokenise(text, start, end)
    for k, j in _runs(tokens):
        if _no_name(tokens, k, j, top=top):
            continue
        signs = _signs(tokens, k, j, top=top)
        a, b = tokens.starts[k], tokens.ends[j - 1]
        if tokens.words[j - 1].endswith("'s"):
            b -= 2
        if b > a:
            odds = BIAS + math.fsum([WEIGHTS.get(sign, 0.0) for sign in signs])
            out.append(NameMention(start=a, end=b, name=text[a:b], odds=odds, signs=frozenset(signs)))
    return out
