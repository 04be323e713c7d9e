"""English place phrases: names after in, at, near, of; nested names, finest first."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from harmtrace.language.english.ordinary import ordinary
from harmtrace.language.english.rows import row_places
from harmtrace.language.english.sites import (
    AWAY,
    CARED,
    DEEDS,
    JOINING,
    NO_PLACE,
    SITES,
    away,
    cared_for,
    entry_head,
    joined_names,
    named_sites,
    taken_to,
)
from harmtrace.language.english.speech.voices import voice
from harmtrace.language.english.words import LEX, SAY_WORDS
from harmtrace.language.places import PlaceMention
from harmtrace.language.tokens import Tokens
from harmtrace.records.claim import VoiceKind
from harmtrace.records.measure import Tier

_PREPOSITIONS = frozenset("in into at near on outside inside around across off within throughout opposite beside below behind above beyond along over".split())
_GENERIC = frozenset(
    "city town village district neighbourhood neighborhood quarter suburb province governorate region area camp street road square market township territory state county municipality "
    "capital port hamlet settlement island valley roundabout checkpoint junction crossing front side district's township suburbs outskirts countryside pocket sub-district subdistrict".split()
)
_TRAILING = frozenset(
    "district quarter neighbourhood neighborhood governorate province street road square region city town village camp area township territory state county market roundabout gate crossing "
    "valley mountains island river bridge suburb suburbs site".split()
)
_DIRECTIONS = frozenset(
    "western eastern northern southern central west east north south northwestern northeastern southwestern southeastern north-western north-eastern south-western south-eastern "
    "north-east north-west south-east south-west downtown old upper lower mid greater".split()
)
_PARTICLES = frozenset("al el ad ar as at az an ash ez de la las los del di da al- el- of and the bin abu".split())
NOT_PLACES = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday telegram facebook twitter instagram whatsapp youtube "
    "i he she they it we the a an islam ramadan eid christmas easter english arabic french isis isil daesh taliban hamas hezbollah houthi houthis i'm general colonel captain major president prime minister "
    "mr mrs dr reuters afp ap bbc cnn rt un unicef nato u.n. u.s. us usa american americans statement article route phase chapter section operation congress parliament navy army coalition pentagon centcom "
    "iraqi syrian yemeni afghan ukrainian russian israeli palestinian lebanese libyan somali sudanese turkish iranian saudi british german islamist muslim christian kurdish arab sunni shia shiite "
    # What heads a line of a form or opens a sentence, and is in no name of a place.
    "date dates time context background note notes summary overview introduction conclusion conclusions findings assessment methodology method methods source sources reference references status update updates correction corrections "
    "erratum clarification total totals subtotal figures casualties fatalities injuries survivors victims damage displacement responsibility recommendations recommendation response responses comment comments reaction reactions subscribe "
    "newsletter cookies accept refuse share print caption question answer host interviewer judgment judgement verdict transcript excerpt annex subject regards sincerely perpetrators perpetrator combatants "
    "please thanks thank sorry hello breaking urgent confirmed unconfirmed unverified meanwhile separately elsewhere initially finally eventually overall altogether similarly likewise otherwise instead "
    "running factbox explainer timeline chronology lt sgt cpl brig factbox bulletin digest".split()
)
_OF_GENERIC = frozenset((*_GENERIC, "part", "parts", "south", "north", "east", "west", "centre", "center", "heart", "outskirts", "edge", "rest", "vicinity", "environs", "mouth", "banks", "shore", "foot", "bombardment", "shelling", "bombing", "siege", "storming", "village", "attack", "camps", "villages", "towns", "districts", "quarters", "suburbs", "streets", "hamlets", "ruins", "fields", "gates", "hills", "slums", "schools", "markets"))
_PERSON_BEFORE = frozenset("ministry university bank head chief king president minister governor battle league house front party union army".split())
_MEASURES = frozenset("km kilometres kilometers kilometre kilometer miles mile metres meters km2".split())
_OPENERS = _PREPOSITIONS | {"of", ",", "#"}
_STRIKERS = frozenset("it shelling bombardment artillery rockets airstrike airstrikes strikes raids jets warplanes aircraft missiles drones bombs mortars tanks gunmen bombing fire".split())
_WORD_FROM = frozenset("numbers figures news reports pictures video footage toll dead update word latest casualties wounded".split())
_RECOVERING = frozenset("lives life care condition surgery wards ward coma".split())
_TELLING = _OPENERS | _GENERIC | {"from"}
_STRUCK = frozenset("hit struck bombed shelled attacked targeted bombarded".split())
#: What one does to a place that stands right behind: "stormed Marl Bay on Sunday".
_STRIKING = _STRUCK | frozenset("stormed raided pounded overran invaded besieged strafed torched looted captured retook reached visited entered shelling bombing attacking storming raiding pounding bombarding striking hitting".split())
#: What may follow the place there: a people or a body goes on with a noun of its own.
_BEHIND_STRUCK = frozenset(", . ; : and on in with where at from again before after overnight early late yesterday today killing wounding injuring leaving ! ?".split())
_ROADS = frozenset("road highway track path motorway trail been gone".split())
_TRACKS = _ROADS - {"been", "gone"}
_WRITING = frozenset("writing live reporting broadcasting calling called rang phoned texted texting".split())
_CAPITAL = re.compile(r"[A-ZÀ-ÞŠŽĀĪŪ]|al-|ad-|ar-|as-|el-|ez-")


def place_phrases(tokens: Tokens, masked: dict[int, int], known: "Sequence[PlaceMention]") -> list[PlaceMention]:
    """Return the places named in a sentence, as written without generic words, in order."""
    words, raw = tokens.words, tokens.raw
    n = len(words)
    out: list[PlaceMention] = []
    taken_until = -1
    struck = not _STRUCK.isdisjoint(words)
    heads = entry_head(tokens, masked) if masked or (len(words) < 14 and "," in words) else []
    head = None if heads else _head_place(tokens, masked)
    if head is not None:
        heads = [head]
    for a, b in heads:
        out.append(_mention(tokens, a, b))
        taken_until = b - 1
    for i, word in enumerate(words):
        if word == ":" and i and words[i - 1] in _WHERE_ASKED and i + 1 < n and raw[i + 1][:1].isupper() and (found := _name(tokens, i + 1, masked)) is not None:
            out.append(_mention(tokens, *found))  # "Location: Marl Bay"
            taken_until = found[1] - 1
            continue
        if word not in _TELLING and not (word == "for" and i and words[i - 1] in _FOUGHT) and not (struck and i + 1 < n and words[i + 1] in _STRUCK) and not (word in _STRIKING or (word == "to" and i and words[i - 1] in _ROADS) or (word == "from" and i and words[i - 1] in _WRITING) or (word == "between" and i and words[i - 1] in _ROADS)):
            continue
        if i <= taken_until or (word == "," and not out):
            continue
        found = _opened(tokens, i, masked, out)
        if found is None:
            continue
        a, b = found
        out.append(_mention(tokens, a, b))
        taken_until = b - 1
    if (";" in words or words.count(",") > 0 or "before" in words) and not heads:
        for a, b in row_places(tokens, masked):
            row = _mention(tokens, a, b)
            out = [p for p in out if p.end <= row.start or row.end <= p.start]
            out.append(row)
    if not JOINING.isdisjoint(words):
        for a, b in joined_names(tokens):
            several = _mention(tokens, a, b)
            out = [p for p in out if p.end <= several.start or several.end <= p.start]
            out.append(several)
    if not SITES.isdisjoint(words):
        for a, b in named_sites(tokens, masked):
            site = _mention(tokens, a, b)
            before_head = bool(heads) and b <= heads[0][0]  # "Petrol station, Marl Bay, 18 October": what stands there
            if not before_head and not any(site.start < p.end and p.start < site.end for p in out):
                out.append(site)
    for mention in known:
        if not any(mention.start < p.end and p.start < mention.end for p in out) and not _within_name(tokens, mention):
            out.append(_directed(tokens, mention))
    if not out:
        out.extend(_offset_places(tokens, masked))
    if out and not CARED.isdisjoint(words):
        starts = {start: k for k, start in enumerate(tokens.starts)}
        out = [replace(p, told=True) if p.start in starts and cared_for(words, starts[p.start]) else p for p in out]
    if out and not _BODIES.isdisjoint(words):
        out = [replace(p, told=True) if _of_a_body(tokens, p) else p for p in out]
    if out and not AWAY.isdisjoint(words):
        out = [replace(p, told=True) if _origin(tokens, p) or _away(tokens, p) else p for p in out]
    if out and not SAY_WORDS.isdisjoint(words):
        out = [replace(p, told=True) if _said_at(tokens, p) else p for p in out]
    out = [_kind(tokens, p) for p in out if not _only_a_word(tokens, p)]
    out.sort(key=lambda p: (p.start, -p.end))
    return out


#: What a form asks for when it asks where: "Location: Marl Bay".
_WHERE_ASKED = frozenset("location locality place site where area village town city district neighbourhood neighborhood municipality governorate province region".split())


def _only_a_word(tokens: Tokens, mention: PlaceMention) -> bool:
    """Tell whether what was taken for a place is an ordinary word with the capital of its line: "Date: 3 May", "Rescuers on Tuesday"."""
    k = bisect_left(tokens.starts, mention.start)
    return k < len(tokens.words) and tokens.starts[k] == mention.start and tokens.ends[k] == mention.end and only_a_word(tokens, k)


def only_a_word(tokens: Tokens, k: int) -> bool:
    """Tell whether a word with a capital opens its sentence or stands behind a mark, and is an ordinary word of the language."""
    words = tokens.words
    before = words[k - 1] if k else "."
    joined = before == "-" and tokens.ends[k - 1] == tokens.starts[k]
    if before[0].isalpha() or before in (",", "#") or joined or not ordinary(words[k]):
        return False
    return not (tokens.raw[k].isupper() and k + 1 < len(words) and words[k + 1] == ",")  # "HIT, Iraq"


#: How fine the noun behind a name says that it is: "the Hendo camp", "Orla province".
_KINDS = {
    **dict.fromkeys("camp quarter neighbourhood neighborhood".split(), Tier.NEIGHBOURHOOD),
    **dict.fromkeys("village hamlet".split(), Tier.VILLAGE),
    **dict.fromkeys("province governorate oblast territory region state county canton".split(), Tier.PROVINCE),
    **dict.fromkeys("road highway motorway".split(), Tier.CITY),  # it leads through many places: a settlement is narrower
}


#: The same within a name: "Damascus road".
_LAST = dict.fromkeys("road highway motorway".split(), Tier.CITY)


def _kind(tokens: Tokens, mention: PlaceMention) -> PlaceMention:
    """Return a place with how fine the noun behind its name says that it is."""
    at = bisect_left(tokens.starts, mention.end)
    tier = _KINDS.get(tokens.words[at]) if at < len(tokens.words) else None
    if tier is None and at:
        tier = _LAST.get(tokens.words[at - 1])
    return mention if tier is None else replace(mention, tier=tier, wide=tier.rank >= Tier.CITY.rank)


_PARTS = frozenset("western eastern northern southern central northwestern northeastern southwestern southeastern north-western north-eastern south-western south-eastern".split())


def _directed(tokens: Tokens, mention: PlaceMention) -> PlaceMention:
    """Return a known place with the word before it that says which part of it is meant: "eastern Arland"."""
    k = bisect_left(tokens.starts, mention.start)
    if not 0 < k < len(tokens.words) or tokens.starts[k] != mention.start or tokens.words[k - 1] not in _PARTS:
        return mention
    return _mention(tokens, k - 1, bisect_left(tokens.starts, mention.end))


#: Whose home a place behind "from" is: "three of them from Niger".
_ORIGINATING = frozenset(
    "them whom those workers labourers laborers miners migrants men women people family families traders refugees students nationals citizens villagers passengers fishermen herders "
    "pilgrims fighters soldiers militants mercenaries volunteers recruits journalists colleagues relatives brothers sisters children boys girls".split()
)


def _origin(tokens: Tokens, mention: PlaceMention) -> bool:
    """Tell whether people come from a place: it is where they live, not where they came to harm."""
    for k, start in enumerate(tokens.starts):
        if start >= mention.start:
            return start == mention.start and k > 1 and tokens.words[k - 1] == "from" and tokens.words[k - 2] in _ORIGINATING
    return False


def _away(tokens: Tokens, mention: PlaceMention) -> bool:
    """Tell whether a place is whence fire came, whither people were taken, or where the wounded lie."""
    k = bisect_left(tokens.starts, mention.start)
    return tokens.starts[k : k + 1] == [mention.start] and (away(tokens.words, k) or taken_to(tokens.words, k))


#: What bears the name of the place that it is of, and only counts: "the Orla resistance committee", "(Orla doctors' union)".
_BODIES = frozenset("committee committees council union unions society association syndicate network observatory".split())
_HOUSED = frozenset("building buildings headquarters office offices hall house compound centre center member members meeting".split())
_BODY_REACH = 3


def _of_a_body(tokens: Tokens, mention: PlaceMention) -> bool:
    """Tell whether a place only names the body that counts: "high figure, Orla resistance committee"."""
    words, raw = tokens.words, tokens.raw
    k = bisect_left(tokens.starts, mention.end)
    for j in range(k, min(len(words), k + _BODY_REACH)):
        if words[j] in _BODIES:
            return words[j + 1 : j + 2] == [] or words[j + 1] not in _HOUSED
        if not words[j][0].isalpha() or words[j] in _PREPOSITIONS or words[j] in SAY_WORDS or raw[j][:1].isupper() != raw[k][:1].isupper():
            return False
    return False


_HEARERS = frozenset("reporters journalists".split())


def _said_at(tokens: Tokens, mention: PlaceMention) -> bool:
    """Tell whether a place is where somebody spoke: "a spokesman said in Kabul on Monday that", "told reporters in Kabul"."""
    words = tokens.words
    k = bisect_left(tokens.starts, mention.start)
    if k < 2 or words[k - 1] not in ("in", "at", "from") or tokens.starts[k : k + 1] != [mention.start]:
        return False
    end = bisect_left(tokens.starts, mention.end)
    return words[k - 2] in _HEARERS or (words[k - 2] in SAY_WORDS and (end >= len(words) or words[end] in ("on", "that", ",", ".", "late", "early", "after")))


_FIELDS = frozenset("place location where site town village locality".split())
_HEADED = frozenset("district province governorate county locality camp town village city subdistrict township".split())


def _head_place(tokens: Tokens, masked: dict[int, int]) -> tuple[int, int] | None:
    """Return the place at the head of an entry: "Place: Marl Bay", "02 - Marl Bay, Friday.", "Update - Marl Bay district"."""
    words, raw = tokens.words, tokens.raw
    n = len(words)
    if n > 3 and words[0] in _FIELDS and words[1] == ":":
        start = 2
    elif n > 3 and words[0].isdigit() and len(words[0]) < 4 and words[1] in _DASHES:
        start = 2
        if words[2] in _NEVER_HEAD:
            return None
    elif n > 3 and _CLOCK.fullmatch(words[0]) is not None:
        return _place_label(tokens, 1 + (words[1] in _DASHES or words[1] == ","))
    elif n < 16:
        k = next((k for k in range(1, n) if words[k] in _HEADED and _CAPITAL.match(raw[k - 1]) and words[k - 1] not in NO_PLACE and words[k - 1] not in NOT_PLACES and words[k - 1] not in _ORGANISATION), None)
        if k is None or (k > 1 and words[k - 2] not in _DASHES and words[k - 2] not in (":", ",")):
            return None
        return k - 1, k
    else:
        return None
    end = start
    while end < n and end < start + 4 and end not in masked and _CAPITAL.match(raw[end]) and words[end] not in NOT_PLACES:
        end += 1
    behind = end < n and (words[end] in (",", "(", ".", ":") or end in masked)
    return (start, end) if end > start and behind and (words[0] in _FIELDS or end in masked or (end + 1) in masked) else None


_CLOCK = re.compile(r"\d{1,2}[:.h]\d\d")


def _place_label(tokens: Tokens, start: int) -> tuple[int, int] | None:
    """Return the place before the colon of a line of a live page: "12:15 Marl Bay: four missing"."""
    words, raw = tokens.words, tokens.raw
    end = start
    while end < len(words) and end < start + 4 and _CAPITAL.match(raw[end]) and words[end] not in NOT_PLACES and words[end] not in _ORGANISATION:
        end += 1
    named = end > start and words[end : end + 1] == [":"]
    return (start, end) if named and voice(" ".join(words[start:end])) is VoiceKind.PEOPLE and not words[start].endswith("ing") and words[start] not in _NO_LABELS else None


_NO_LABELS = frozenset("update updated breaking urgent correction clarification note summary residents witnesses survivors medics doctors doctor officials official rescuers photo video report elsewhere meanwhile".split())
_NEVER_HEAD = _PREPOSITIONS | frozenset("the a an this that two three four five six seven by for from to after before when while he she they it we".split())
_DASHES = frozenset("-–—.)|·")


def _offset_places(tokens: Tokens, masked: dict[int, int]) -> list[PlaceMention]:
    """Return "12 km east of X" as a place of its own, for a sentence that names no other."""
    words = tokens.words
    if _MEASURES.isdisjoint(words):
        return []
    for i in range(3, len(words)):
        if words[i] == "of" and words[i - 1] in _DIRECTIONS and words[i - 2] in _MEASURES:
            found = _name(tokens, i + 1, masked)
            if found is not None:
                return [_mention(tokens, i - 3, found[1])]
    return []


_MOVED = frozenset("took taken take takes brought bring rushed evacuated moved transferred carried driven flown sent ferried airlifted fled flee ambulances".split())

_ON_THE_WAY = frozenset("way route journey transit".split())


def _within_name(tokens: Tokens, mention: PlaceMention) -> bool:
    """Tell whether a known name is no place of the event: part of a longer one ("Halvin General Hospital"), or where people were taken."""
    words = tokens.words
    for k, start in enumerate(tokens.starts):
        if start == mention.start and k > 1 and (words[k - 1] == "to" or (words[k - 1] == "in" and words[k - 2] in _HOSPITALS)) and not _MOVED.isdisjoint(words[max(0, k - 12) : k]):
            return True  # "took the wounded to X", "taken to hospitals in X"
        if start == mention.start and k > 2 and words[k - 1] == "to" and words[k - 2] in _ON_THE_WAY:
            return True  # "died on the way to X"
        if start == mention.start and k > 1 and words[k - 1] == "in" and words[k - 2] in _RECOVERING:
            return True
        if start == mention.start and k > 2 and words[k - 1] == "of" and words[k - 2] in _DIRECTIONS and words[k - 3] in _MEASURES:
            return True  # "26 km east of X" is not at X
        if start >= mention.end:
            return (
                start - mention.end == 1 and tokens.raw[k][:1].isupper() and tokens.words[k] not in _TRAILING and tokens.words[k] not in _OPENERS and tokens.words[k] not in _PARTICLES
            )
    return False


def _mention(tokens: Tokens, a: int, b: int) -> PlaceMention:
    """Return the place of tokens ``a`` to ``b``, named as written."""
    pieces = [tokens.raw[a]]
    for k in range(a + 1, b):
        if tokens.starts[k] > tokens.ends[k - 1]:
            pieces.append(" ")
        pieces.append(tokens.raw[k])
    return PlaceMention(start=tokens.starts[a], end=tokens.ends[b - 1], name="".join(pieces))


#: What is waged for a place: "the fighting for Marl Bay".
_FOUGHT = frozenset("fighting battle battles fight clashes struggle siege".split())

#: What a statement does on its source.
_RESTING = frozenset("rests rest rested resting based relies rely relied relying draws drew drawn drawing depends depend depended hinges builds leans calls called".split())
#: What one does into a matter and not into a place.
_LOOKING = ("look", "inquir", "enquir", "investigat", "prob", "review", "delv", "insight", "research")


def _opened(tokens: Tokens, i: int, masked: dict[int, int], before: list[PlaceMention]) -> tuple[int, int] | None:
    """Return the tokens of the place that the word at ``i`` opens, None where it opens none."""
    words, raw = tokens.words, tokens.raw
    n = len(words)
    word = words[i]
    if i + 1 < n and words[i + 1] in _STRUCK and raw[i][:1].isupper() and (i == 0 or words[i - 1] == ":") and word not in NOT_PLACES and word not in _ORGANISATION and word not in LEX and word not in _STRIKERS:
        return i, i + 1
    if word == "#":
        if i + 1 < n and raw[i + 1][:1].isupper() and tokens.starts[i + 1] == tokens.ends[i] and not re.search(r"[a-z][A-Z]", raw[i + 1]) and words[i + 1] not in NOT_PLACES:
            return i + 1, i + 2
        return None
    if word == "in" and i > 1 and words[i - 1] in _HOSPITALS and not _MOVED.isdisjoint(words[max(0, i - 10) : i]):
        return None  # "taken to hospitals in X": not where it happened
    if word == "across" and i and words[i - 1] == "from":
        return None  # "shelled from across the Line of Hosk": whence it came
    if word == "into" and i and words[i - 1].startswith(_LOOKING):
        return None  # "Army Looks Into Scores of Deaths"
    if word == "on" and i and words[i - 1] in _RESTING:
        return None  # "the range rests on the Gazette": what it is drawn from
    if word == "in" and i > 1 and words[i - 1] in _RECOVERING:
        return None  # "fighting for their lives in X"
    if word in _STRIKING:
        struck = _name(tokens, i + 1, masked) if i + 1 < n and raw[i + 1][:1].isupper() else None
        if struck is None or struck[0] != i + 1 or any(w in LEX for w in words[i + 1 : struck[1]]) or voice(" ".join(words[i + 1 : struck[1]])) is not VoiceKind.PEOPLE:
            return None
        return struck if struck[1] >= n or struck[1] in masked or words[struck[1]] in _BEHIND_STRUCK else None
    opens = word == "to" or (word == "from" and i > 0 and words[i - 1] in _WRITING) or word in _PREPOSITIONS or (word == "of" and i and words[i - 1] in _HELD_OF and _determined(words, i - 1)) or (word == "from" and i and (words[i - 1] in _WORD_FROM or words[i - 1] in _TRACKS)) or (word == "between" and i and words[i - 1] in _TRACKS) or (word == "of" and i and words[i - 1] in _OF_GENERIC) or (word == "for" and i and words[i - 1] in _FOUGHT) or (word in _GENERIC and raw[i].islower() and i + 1 < n and raw[i + 1][:1].isupper() and _plain_before(words, i))
    if opens and word == "of" and i > 1 and words[i - 1] in _DIRECTIONS and words[i - 2] in _MEASURES:
        return None  # "26 km east of X" is not at X
    of_quarter = word == "of" and i + 2 < n and words[i + 1] == "the" and raw[i + 2][:1].isupper()
    if not opens and not of_quarter and not (word == "," and before and tokens.starts[i] == before[-1].end and i + 1 < n and raw[i + 1][:1].isupper() and (i + 1) not in masked):
        return None
    if word == "of" and not opens and i + 2 < n and words[i + 1] == "the":
        found = _name(tokens, i + 1, masked)
        return found if found is not None and found[1] < n and words[found[1]] in _TRAILING else None
    found = _name(tokens, i + 1, masked)
    if found is None:
        return None
    a, b = found
    if word == "," and ((words[b : b + 1] == [","] and b + 1 < n and words[b + 1].isdigit()) or (b < n and words[b] in SAY_WORDS)):
        return None  # "in X, Una Fell, 44, said": a person
    if word == "on" and words[i + 1] == "the" and a == i + 2 and b - a == 1 and (b >= n or words[b] not in _TRAILING) and not _struck_there(tokens, i, b):
        return None  # "on the Euphrates": a river, a border
    return a, b


#: What bears a name that is no place's: "the raid on the Varo network".
_WHOSE = frozenset(
    "family families clan tribe house home network group groups front convoy column patrol position positions headquarters hq base bases commander leader leaders leadership fighters militants gunmen troops soldiers forces "
    "regime government army militia militias brigade brigades battalion movement party people side border frontier ranks crew team staff minister president general issue crisis question media office officials police and or".split()
)


def _struck_there(tokens: Tokens, i: int, b: int) -> bool:
    """Tell whether what was struck bears the name of its place: "the strike on the Marl bread queue"."""
    words = tokens.words
    return i > 0 and words[i - 1] in DEEDS and b < len(words) and tokens.raw[b].islower() and words[b].isalpha() and _WHOSE.isdisjoint(words[b : b + 2]) and words[b] not in LEX and words[b - 1] not in NO_PLACE and not tokens.raw[b - 1].isupper()


#: What a town has: "the bus station of Bure", "a village school of Anka".
_HELD_OF = frozenset("station school market bazaar clinic dam mill prison airport airfield barracks orphanage madrasa stadium hospital harbour harbor orchards fields farmlands".split())


def _determined(words: list[str], k: int) -> bool:
    """Tell whether the noun at ``k`` has an article of its own, a few words before: "the old bus station"."""
    return not {"the", "a", "an", "its", "this", "that"}.isdisjoint(words[max(0, k - 4) : k])


def _plain_before(words: list[str], i: int) -> bool:
    return i > 0 and words[i - 1] in ("the", "its", "a", "this", "that", "northern", "southern", "eastern", "western", "densely-packed")


def _name(tokens: Tokens, i: int, masked: dict[int, int]) -> tuple[int, int] | None:
    """Return the tokens of a place name that starts at or just after token ``i``."""
    words, raw = tokens.words, tokens.raw
    n = len(words)
    j = i
    start: int | None = None
    steps = 0
    while j < n and steps < 6 and words[j] in ("and", "or", "the", "a", "an", "its", "densely", "packed", "besieged", "nearby", "neighbouring", "neighboring", "adjacent", "adjoining", "remote", "coastal", "rural", "distant", "iraqi", "syrian", "his", "their", "town", "city", "village", "neighbourhood", "neighborhood", "district", "quarter", "province", "camp", "of", "what", "around", "suburb"):
        j += 1
        steps += 1
    if j < n and words[j] in _DIRECTIONS and j + 1 < n and (raw[j + 1][:1].isupper() or raw[j][:1].isupper() or words[j + 1] in ("of",)):
        if words[j + 1] == "of":
            k = j + 2 + (j + 2 < n and words[j + 2] == "the")
            if k < n and raw[k][:1].isupper() and words[k] not in NOT_PLACES:
                return (j, k + 1)
            return None
        start = j
        j += 1
        if raw[start][:1].isupper() and j < n and words[j] in ("region", "province", "district", "governorate", "zone", "state", "county"):
            return start, j  # "in the North-West region"
    if j >= n or j in masked:
        return None
    if not _CAPITAL.match(raw[j]) or (words[j] in NOT_PLACES and not (words[j] == "old" or start is not None)) or words[j].endswith(("'s", "’s")):
        if words[j].endswith("'s") and j + 2 < n and words[j + 1] == "old" and words[j + 2] == "city" and raw[j][:1].isupper():
            return (start if start is not None else j), j + 3
        if j < n and words[j].endswith("'s") and raw[j][:1].isupper() and j + 1 < n:
            for k in range(j + 1, min(n, j + 5)):
                if words[k] == "of" and words[k - 1] in _GENERIC and k + 1 < n and raw[k + 1][:1].isupper():
                    return _name(tokens, k + 1, masked)
        return None
    if raw[j].endswith(("-led", "-backed", "-held", "-controlled", "-linked")):
        return _name(tokens, j + 1, masked) if raw[j].endswith(("-held", "-controlled")) else None
    first = start if start is not None else j
    k = j + 1
    while k < n and k < j + 5 and k not in masked:
        w = words[k]
        if w == "of" and words[k - 1] in _LANDFORMS and k + 1 < n and raw[k + 1][:1].isupper():
            k += 2
        elif (raw[k][:1].isupper() and w not in NOT_PLACES and not w.endswith("'s")) or (w in _PARTICLES and w not in ("and", "of", "the", "as", "at", "an", "in") and k + 1 < n and raw[k + 1][:1].isupper() and w not in ("and",)) or w.startswith(("al-", "el-", "ad-", "ar-", "as-", "ez-", "an-", "ash-")):
            k += 1
        elif w == "-" and k + 1 < n and raw[k + 1][:1].isupper() and tokens.starts[k] == tokens.ends[k - 1]:
            k += 2
        elif w in _TRAILING and w in ("street", "road", "roundabout", "square", "gate", "bridge", "crossing"):
            k += 1
            break
        else:
            break
    following = words[k] if k < n else ""
    if following in _HOSPITAL_SORTS and k + 1 < n and words[k + 1] in _HOSPITALS:
        following = words[k + 1]  # "at Marl General Hospital"
    if _is_speaker(words, raw, j, k, following):
        return None
    return first, k


#: What has its name behind it: "the Line of Control", "the Gulf of Arl".
_LANDFORMS = frozenset("line gulf horn bay cape strait straits sea isle bank".split())
_HOSPITALS = frozenset("hospital hospitals clinic clinics".split())
_HOSPITAL_SORTS = frozenset("general central teaching university district provincial national military children's".split())
_ORGANISATION = frozenset("forces army police government coalition officials authorities ministry committee agency league network group observatory times herald post news radio service state militants fighters rebels republic troops jets warplanes military spokesman".split())


def _is_speaker(words: list[str], raw: list[str], j: int, k: int, following: str) -> bool:
    """Tell a person or an organisation from a place: "at the Turkish Hospital said", "to Ali Hassan"."""
    last = words[k - 1]
    if following in ("hospital", "clinic", "morgue", "hospital's", "university", "airport", "prison"):
        return True
    if (last in _ORGANISATION and not (last == "state" and k - j > 1 and following not in ("television", "tv", "media", "radio", "news"))) or following in ("forces", "army", "government", "officials", "police", "spokesman", "authorities", "fighters", "militants", "troops", "military"):
        return True
    return j >= 1 and words[j - 1] in ("to", "from", "over") and following in ("said", "says", "told")
