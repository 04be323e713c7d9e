"""Names in an English text -> how far the words round each speak for a place, by one table of weights."""

import re
from collections.abc import Iterator

from harmtrace.language.english.dates import MONTH_ABBREVIATIONS, MONTHS, WEEKDAYS, WORDS
from harmtrace.language.english.events import MEANS
from harmtrace.language.english.sites import AWAY, DEEDS, NO_PLACE, SITES, away, cared_for
from harmtrace.language.english.speech.voices import voice
from harmtrace.language.english.standing_weights import BIAS, WEIGHTS
from harmtrace.language.english.wheres import NOT_PLACES, only_a_word
from harmtrace.language.english.words import LEX, NOT_NAMES, SAY_WORDS
from harmtrace.language.grammar import NameMention
from harmtrace.language.tokens import Tokens, tokenise
from harmtrace.language.weighing import weighed
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


# The last words of names that are no place's, though beside one they tell nothing.
_OFFICES = frozenset("department directorate secretariat administration battalion regiment squadron corps unit agency institute foundation charity company corporation ltd inc".split())


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


# What a word some way before a name says of it, as one letter a class: a ward (c), a way taken (t), a voice (v), a life led (l), a death (d), a part of a place (f).
_ROLE_WORDS = {
    "c": "hospital hospitals clinic clinics ward wards morgue morgues mortuary mortuaries infirmary infirmaries dispensary casualty unit units theatre theatres",
    "t": "take takes taken taking took rush rushed rushing evacuate evacuated evacuating transfer transferred transferring move moved moving carry carried carrying drive driven driving drove fly flew flown flying airlift airlifted ferry "
    "ferried bring brings bringing brought send sent sending refer referred admit admitted deliver delivered conveyed reach reached arrive arrived arriving",
    "v": "said says say saying told tells tell spoke speaks speaking reached contacted interviewed met heard phoned phone telephone telephoned call called calling rang report reports reported reporting reporter reporters write writes writing written wrote "
    "brief briefed briefing conference statement journalists announced denied testified testifying hearing court tribunal ministry embassy office offices headquarters spokesman spokeswoman spokesperson monitor monitors monitoring based bureau desk "
    "talks summit parliament capital",
    "l": "born lives live lived living raised married studied studying settled exile exiled refugee refugees displaced relative relatives family cousin brother sister mother father son daughter buried burial funeral cemetery grew",
    "d": "killed killing kills kill died dies die dead death deaths wounded wounds injured injuring hurt bodies casualties victims toll slain murdered shot executed lost fatalities",
    "f": "city town village district neighbourhood neighborhood quarter suburb area camp township hamlet island valley commune settlement port market street road square crossing checkpoint bridge junction front outskirts edge centre center side site "
    "school hotel mosque church base barracks well wells mine prison stadium park beach hill hills forest region province state governorate county "
    "cities towns villages districts neighbourhoods quarters suburbs areas camps townships hamlets islands valleys settlements ports markets streets roads schools hotels mosques churches bases mines prisons regions provinces states counties",
}
_ROLES: dict[str, str] = {}
for _letter, _words in _ROLE_WORDS.items():
    for _word in _words.split():
        _ROLES[_word] = _ROLES.get(_word, "") + _letter
# Words between a place and its preposition that say no more of it.
_PASSED = frozenset("the a an its their his nearby neighbouring neighboring same besieged small northern southern eastern western central border coastal mountain rural remote regional main old new".split())
_WITHIN = frozenset("in at on near outside inside around across off of over into within along between to from".split())
_INNER_OF = frozenset("of in at on".split())
#: Role -> its letter, the prepositions before the name, how many words may stand between.
_BEFORE_ROLES = (
    ("a ward of it", "c", frozenset("in at on near outside inside of within".split()), 2),
    ("taken to it", "t", frozenset("to at in".split()), 6),
    ("told from it", "v", frozenset("in at from near outside".split()), 2),
    ("lived at it", "l", frozenset("in at from near of".split()), 3),
    ("died at it", "d", _WITHIN - {"to", "from"}, 4),
)
_ITS_PEOPLE = frozenset(
    "resident residents villager villagers elder elders people families locals council councillor mayor governor official officials authorities police administration administrator radio court men women activist activists network committee health".split()
)
_SPEAKS = SAY_WORDS | frozenset("said says told added announced claimed denied insists insisted confirmed reported admitted acknowledged wrote".split())
_BLOWS = DEEDS | MEANS.keys() | frozenset("hit struck bombed shelled attacked raided stormed pounded targeted burned burnt torched overran assaulted ambushed collapsed clashes fighting battle assault incident".split())
_AUXILIARIES = frozenset("was were is are came has had been under".split())
_STOPS = frozenset(". , ; : ( ) ! ? \" “ ” - – —".split())


def _roles(tokens: Tokens, k: int, j: int) -> list[str]:
    """Return what the words some way before and right behind the name of tokens ``k`` to ``j`` make of it."""
    words = tokens.words
    n = len(words)
    out: list[str] = []
    i = k - 1
    while i >= 0 and words[i] in _PASSED:
        i -= 1
    if i >= 0 and words[i] in _WITHIN:
        inner = words[i] in _INNER_OF and i > 0 and "f" in _ROLES.get(words[i - 1], "")
        if inner:
            out.append("a fine place of it")
        far = _prepositions(words, i, inner)
        for role, letter, before, reach in _BEFORE_ROLES:
            if any(words[at] in before and _reaches(words, at, letter, reach) for at in far):
                out.append(role)
    if "by" in words[max(0, i - 2) : i + 1] and _STOPS.isdisjoint(words[max(0, i - 2) : k]):
        out.append("by someone of it")
    if j >= n:
        return out
    behind = words[j]
    if behind == "(":
        out.append("in brackets")
    elif behind in _DASHES_BEHIND:
        out.append("a label")
    elif behind == ".":
        if j + 1 == n:
            out.append("a stop")
    elif behind in _WIDE:
        out.append("its region")
    elif "f" in _ROLES.get(behind, ""):
        out.append("its site")
    elif behind in _ITS_PEOPLE:
        out.append("its people")
    at = j + (behind == "," or behind == "(")
    if at < n:
        if words[at].isdigit() and at > j and at + 1 < n and words[at + 1] in (",", ")"):
            out.append("a name of one")
        elif behind != "(" and words[at] in _SPEAKS:
            out.append("who speaks")
        while behind != "(" and at < n and words[at] in _AUXILIARIES:
            at += 1
        if behind != "(" and at < n and words[at] in _BLOWS:
            out.append("struck behind")
    return out


_WIDE = frozenset("district region province state governorate county territory oblast canton department zone".split())
_DASHES_BEHIND = frozenset(": — –".split())


def _prepositions(words: list[str], i: int, inner: bool) -> list[int]:
    """Return the prepositions that may govern a name: the one before it, and the one before the part of it that is named."""
    if not inner:
        return [i]
    at = i - 2
    while at >= 0 and words[at] in _PASSED:
        at -= 1
    return [i, at] if at >= 0 and words[at] in _WITHIN else [i]


def _reaches(words: list[str], at: int, letter: str, reach: int) -> bool:
    """Tell whether a word of a class stands at most ``reach`` words before a preposition, in its clause."""
    for back in range(at - 1, max(at - 2 - reach, -1), -1):
        word = words[back]
        if word in _STOPS:
            return back == at - 1 and word == "," and back > 0 and letter in _ROLES.get(words[back - 1], "")
        if letter in _ROLES.get(word, ""):
            return True
    return False


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
    if k and words[k - 1] == "#" and (j >= len(words) or words[j] == "#"):
        out.append("a tag at the end")
    out += _roles(tokens, k, j)
    if top:
        out.append("dateline" if k == 0 and raw[k].isupper() and behind in _DATELINE else "top")
    return out


# What bears the name of a saint: "the chapel of Saint Anna".
_HALLOWED = frozenset("church chapel cathedral convent monastery abbey priory basilica shrine parish school hospital college seminary feast".split())


def _no_name(tokens: Tokens, k: int, j: int, *, top: bool) -> bool:
    """Tell a number that opens a sentence, an office, a part of a paper ("Item 4"), a family ("the Orlas") and what stands at a dateline from a name: "HALVIN (Meridian) -"."""
    words = tokens.words
    if words[k].split("-")[0] in _NUMBERS or (j - k == 1 and only_a_word(tokens, k)):
        return True
    if words[j - 1] in _OFFICES and j - k > 1 + (words[j - 1] == "department"):
        return True  # "Velm Department" is a part of a country
    if words[k] in ("saint", "st") and k > 1 and words[k - 1] == "of" and words[k - 2] in _HALLOWED:
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
    goes = not AWAY.isdisjoint(tokens.words)
    for k, j in _runs(tokens):
        if _no_name(tokens, k, j, top=top) or (goes and away(tokens.words, k)):
            continue
        signs = _signs(tokens, k, j, top=top)
        a, b = tokens.starts[k], tokens.ends[j - 1]
        if tokens.words[j - 1].endswith("'s"):
            b -= 2
        if b > a:
            odds = BIAS + weighed(signs, WEIGHTS)
            out.append(NameMention(start=a, end=b, name=text[a:b], odds=odds, signs=frozenset(signs)))
    return out
