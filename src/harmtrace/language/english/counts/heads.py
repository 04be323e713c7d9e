"""The head of a count phrase: the noun behind the number, with the words that say who is counted."""

from dataclasses import dataclass

from harmtrace.language.english.counts.ages import is_young
from harmtrace.language.english.counts.records import Counted
from harmtrace.language.english.counts.words import BE, CASUALTY_HEADS, DEATH_HEADS, INJURY_HEADS, STOP_HEAD, who_of
from harmtrace.language.english.numbers import Number, parse
from harmtrace.language.english.words import (
    CHILD_WORDS,
    CIVIC_ADJECTIVES,
    CIVIC_HEADS,
    CIVILIAN_ADJECTIVES,
    COMBATANT_ADJECTIVES,
    EX,
    LEX,
    MAN_WORDS,
    NOUNS,
    NUMBER_WORDS,
    THING_WORDS,
    UNITS_AFTER,
    WHO_CIVILIAN,
    WHO_COMBATANT,
    WOMAN_WORDS,
    YOUNG_ONLY,
)
from harmtrace.language.tokens import Tokens
from harmtrace.records.claim import Who

#: Armed groups whose name alone says who is counted: "ten Seleka were killed".
_ARMED_GROUPS = frozenset("taliban taleban talib talibs mujahideen mujahidin haram seleka anti-balaka al-shabaab shabaab m23 janjaweed houthi houthis isis isil daesh hamas hezbollah".split())
_TOLLS = frozenset("number total toll count tally figure".split())
_QUOTED = frozenset("'‘\"“")
_WOUNDING = frozenset("gunshot bullet stab shrapnel knife".split())
_ALLEGED_ADJECTIVES = frozenset("alleged suspected reported named unnamed identified unidentified known presumed confirmed burned wounded injured".split())
#: "five road menders": a trade behind the thing that it is about.
_MENDERS = ("menders", "keepers", "makers", "sellers", "builders", "cleaners", "sweepers", "diggers", "pickers", "cutters", "breakers", "loaders", "guards", "hands")
_TRADE_ENDINGS = ("ers", "ors", "ists", "ians", "men", "women", "keepers", "smen", "eers", "ees", "ants", "folk")


def headed(tokens: Tokens, number: Number, masked: dict[int, int]) -> Counted | None:
    """Return the count phrase of a number: the noun after it, or a bare number."""
    words, raw = tokens.words, tokens.raw
    n = len(words)
    start, j = number.start, number.end
    side = 0
    civilian = combatant = child = former = False
    more = start > 0 and words[start - 1] in ("another", "further")
    part, of = False, ""
    unknown: list[int] = []
    k = j
    limit = min(n, j + 8)
    while k < limit:
        if k in masked:
            break
        w = words[k]
        if k == j and w in _QUOTED and k + 1 < n:
            k += 1
            continue
        thing = _thing(words, number, k) if w != "like" or number.low == 1 else None  # "80 like the page wrote"
        if thing is not None:
            return thing
        if w in THING_WORDS:
            if w == "like":
                break
            k += 1
            continue
        if w == "civilian" and k + 1 < n and LEX.get(words[k + 1], "") in ("e", "c", "j", "l", "D", "b"):
            civilian = True
            if k == j and words[k + 1] == "dead" and not (k + 2 < n and (words[k + 2] in NOUNS or LEX.get(words[k + 2], "") == "b")):
                return Counted(start, k + 1, number, "", "m", Who.CIVILIAN, more=more, explicit=True)  # "54 civilian dead"
            k += 1
            continue
        if w in NOUNS and not (w == "official" and k + 1 < n and words[k + 1] not in STOP_HEAD and words[k + 1] not in LEX):
            if w in ("others", "other") or (w == "more" and k + 1 >= n):
                if w == "other" and k + 1 < n and (words[k + 1] in NOUNS or words[k + 1].isalpha()):
                    more = True
                    k += 1
                    continue
                return Counted(start, k + 1, number, w, "n", Who.UNSPECIFIED, more=True)
            if k + 1 < n and words[k + 1] in NOUNS and (k + 1) not in masked and words[k + 1] not in ("others", "other", "member"):
                child |= w in CHILD_WORDS and w not in YOUNG_ONLY
                civilian |= w in WHO_CIVILIAN or w in ("family", "school")
                combatant |= w in WHO_COMBATANT
                former |= w in EX
                k += 1
                continue
            return _people(words, start, k + 1, number, w, _Seen(civilian, combatant, child, more, former, part, of))
        if w in ("family", "families", "household", "households"):
            if k + 1 < n and words[k + 1] in NOUNS:
                civilian = True
                k += 1
                continue
            return Counted(start, k + 1, number, w, "f", Who.CIVILIAN)
        symbol = LEX.get(w, "")
        if w == "missing" and is_thing(words, raw, k + 1):
            return Counted(start, k + 2, number, words[k + 1], "x", Who.UNSPECIFIED)
        if w in ("casualty", "victim") and number.low != 1 and k + 1 < n and words[k + 1].isalpha() and words[k + 1] not in STOP_HEAD:
            k += 1
            continue
        counted = _counted_harm(number, k, w, symbol, civilian=civilian, combatant=combatant, child=child, more=more)
        if counted is not None:
            return counted
        if w in ("more", "additional", "further"):
            more = True
        elif w == "of":
            found = _part_of(words, k)
            if found is not None:
                end, of = found
                noun = words[end - 1]
                return Counted(start, end, number, "", "m", who_of(noun) if noun in NOUNS and noun != "victims" else Who.UNSPECIFIED, part=True, of=of, more=more)
            if number.vague is None and k != j:
                break
            if number.vague is None and (k + 1 >= n or words[k + 1] not in ("the", "his", "her", "its", "their", "our", "my", "those", "these", "your")):
                break
            part = number.vague is None and words[k + 1 : k + 2] not in (["his"], ["her"], ["my"])
        elif w in CIVILIAN_ADJECTIVES:
            civilian = True
        elif w in EX or w.startswith("ex-"):
            former = True
        elif w in COMBATANT_ADJECTIVES:
            combatant, side = True, k + 1
        elif w == "the" and words[k + 1 : k + 2] and words[k + 1] in _TOLLS:
            break  # "bringing to 18 the number of those killed"
        elif w in ("his", "her", "its", "their", "our", "my", "your", "the", "those", "these", "own", "young", "small", "little", "baby", "newborn", "male", "female", "unnamed", "unidentified", "'s", "dead", "wounded", "-"):
            child |= w in ("small", "little", "baby", "newborn")
            if w in ("dead", "wounded") and (k + 1 >= n or (words[k + 1] not in NOUNS and LEX.get(words[k + 1], "") != "b")):
                break
        elif w in ("other",):
            more = True
        elif w in _ALLEGED_ADJECTIVES and k + 1 < n and (words[k + 1].isalpha() or "-" in words[k + 1]) and LEX.get(words[k + 1], "p") in ("p", "-", "x", "b"):
            pass
        elif w in STOP_HEAD or symbol or not (w[0].isalnum()):
            break
        elif w[0].isdigit():
            if "year" in w and w.split("-")[0].isdecimal():
                child |= is_young(w)
            else:
                break
        elif unknown and w.endswith(("ing", "ed")) and words[unknown[-1]].endswith("s") and not words[unknown[-1]].endswith(("ss", "us", "is")):
            break  # "three farm hands riding on the load"
        elif w in NUMBER_WORDS or (w.endswith("ed") and words[k + 1 : k + 2] and words[k + 1] in ("the", "a", "an", "his", "her", "their", "its")):
            break
        else:
            unknown.append(k)
            if len(unknown) > 3:
                break
        k += 1
    if side and not unknown and words[side - 1] in _ARMED_GROUPS:
        return Counted(start, side, number, words[side - 1], "n", Who.COMBATANT, more=more)
    return _headless(words, raw, number, unknown, _Seen(civilian, combatant, child, more, former, part, of))


def is_thing(words: list[str], raw: list[str], k: int) -> bool:
    """Tell a noun of things behind "missing" or "executed": a word of things, or a plural that is no word for people and no trade."""
    if k >= len(words):
        return False
    w = words[k]
    if w in _TIMES or w in NOUNS or raw[k][:1].isupper():
        return False
    if w in THING_WORDS:
        return True
    return len(w) > 3 and w.isalpha() and w.endswith("s") and not w.endswith(("ss", "us", "is")) and w not in STOP_HEAD and w not in LEX and not w.endswith(_OF_PERSONS)


#: "Nine missing days after the flood": no days are missing.
_TIMES = frozenset("day days week weeks month months year years hour hours night nights minute minutes morning mornings case cases point as across always perhaps besides".split())
#: How words for people end, in the plural: a trade, an origin, a conviction.
_OF_PERSONS = (*_TRADE_ENDINGS, "ents", "ates", "ives", "kids", "girls", "boys", "folks", "mates", "herds", "smiths", "wives", "goers", "spies", "rivals", "serfs", "nobles", "foes", "slaves", "rebels", "elders", "criminals", "individuals", "infidels", "apostates", "heretics", "allies", "aides", "chiefs", "clerics", "critics", "patriots", "scouts", "twins", "pilots", "cooks", "nuns", "monks")


def _thing(words: list[str], number: Number, k: int) -> Counted | None:
    """Return the count of what is no person, where token ``k`` names it: wounds, a share, hours, houses."""
    w = words[k]
    if w in _WOUNDING and words[k + 1 : k + 2] in (["wound"], ["wounds"], ["injuries"]) and k < number.end + 3:
        return Counted(number.start, k + 2, number, "wounds", "x", Who.UNSPECIFIED)
    if w == "per" and words[k + 1 : k + 2] == ["cent"]:
        return Counted(number.start, k + 2, number, "per cent", "x", Who.UNSPECIFIED)
    if w == "head" and words[k + 1 : k + 2] == ["of"] and words[k + 2 : k + 3] and words[k + 2] in THING_WORDS:
        return Counted(number.start, k + 3, number, words[k + 2], "x", Who.UNSPECIFIED)
    trade = k + 1 < len(words) and (words[k + 1] in NOUNS or (words[k + 1].endswith(_MENDERS) and words[k + 1] not in LEX))
    if w in UNITS_AFTER or (w in THING_WORDS and not trade):
        return Counted(number.start, k + 1, number, w, "x", Who.UNSPECIFIED)
    return None


def _counted_harm(number: Number, k: int, w: str, symbol: str, *, civilian: bool, combatant: bool, child: bool, more: bool) -> Counted | None:
    """Return the count of a noun that is the harm itself, where token ``k`` is one: bodies, deaths, casualties, injuries, lives."""
    who = Who.CIVILIAN if civilian else Who.COMBATANT if combatant else Who.UNSPECIFIED
    if symbol == "b":
        return Counted(number.start, k + 1, number, w, "b", who, child=child)
    if w in DEATH_HEADS:
        return Counted(number.start, k + 1, number, w, "E", who, more=more, explicit=civilian)
    if w in CASUALTY_HEADS:
        return Counted(number.start, k + 1, number, w, "C", who, more=more, explicit=civilian)
    if w in INJURY_HEADS and w != "wounds":
        return Counted(number.start, k + 1, number, w, "J", Who.CIVILIAN if civilian else Who.UNSPECIFIED, more=more)
    if w == "lives" and k <= number.end + 2:
        return Counted(number.start, k + 1, number, w, "l", Who.CIVILIAN if civilian else Who.UNSPECIFIED, more=more)
    return None


@dataclass(slots=True)
class _Seen:
    """What stood between a number and its noun."""

    civilian: bool
    combatant: bool
    child: bool
    more: bool
    former: bool
    part: bool
    of: str


def _people(words: list[str], start: int, end: int, number: Number, head: str, seen: _Seen) -> Counted:
    who = who_of(head)
    if head in ("members", "relatives") and words[end : end + 1] == ["of"] and {"family", "household"} & set(words[end : end + 7]):
        who = Who.CIVILIAN
    if seen.former and head not in WHO_CIVILIAN:
        who = Who.UNSPECIFIED
    elif seen.civilian or (head in CIVIC_HEADS and words[end - 2] in CIVIC_ADJECTIVES) or (seen.child and who is not Who.COMBATANT):
        who = Who.CIVILIAN
    elif seen.combatant and (who is not Who.CIVILIAN or head in ("volunteer", "volunteers")):
        who = Who.COMBATANT
    child = seen.child or (head in CHILD_WORDS and head not in YOUNG_ONLY)
    both = words[end : end + 3]
    if len(both) == 3 and both[0] == "and" and both[1] in NOUNS and both[1].endswith(("s", "men", "children")) and both[2] not in NOUNS and number.low != 1:
        end, child = end + 2, child and both[1] in CHILD_WORDS  # "117 men and boys": one number counts them all
        who = who if who is who_of(both[1]) else Who.UNSPECIFIED
    return Counted(
        start, end, number, head, "n", who, child=child, woman=head in WOMAN_WORDS, man=head in MAN_WORDS,
        more=seen.more, part=seen.part, explicit=seen.civilian or head in ("civilian", "civilians"),
    )  # fmt: skip


def _part_of(words: list[str], k: int) -> tuple[int, str] | None:
    """Return what "of them", "of whom", "of the dead", "of those killed", "of the 34 dead" refers to."""
    n = len(words)
    j = k + 1
    if j < n and words[j] in ("them", "whom", "these", "which", "us"):
        return j + 1, "them"
    if words[j : j + 2] == ["those", "who"]:
        told = next((m for m in range(j + 2, min(n, j + 6)) if LEX.get(words[m], "") in ("d", "k", "i") or words[m] not in _HELPING), n)
        symbol = LEX.get(words[told], "") if told < n else ""
        if symbol in ("d", "k", "i"):
            return told + 1, "injured" if symbol == "i" else "dead"  # "nine of those who died"
    if j < n and words[j] in ("the", "those", "its", "all"):
        m = j + 1
        if m < n and words[m] in ("the",):
            m += 1
        while m < n and (words[m][0].isdigit() or words[m] in ("many", "latest") or parse(words, m) is not None) and m < j + 4:
            m += 1
        if m < n:
            if m > j + 1 and words[m] in BE and words[j] == "those":
                return m, "them"
            symbol = LEX.get(words[m], "")
            nxt = words[m + 1] if m + 1 < n else ""
            if nxt in NOUNS and symbol in ("i", "D", "k"):
                return m + 2, "injured" if symbol == "i" else "dead"
            if symbol in ("D", "k") or words[m] in ("victims", "fatalities", "deaths"):
                return m + 1, "dead"
            if symbol == "i":
                return m + 1, "injured"
            if symbol == "g":
                return m + 1, "missing"
            if m > j + 1 and parse(words, m - 1) is not None and words[m] in GOES_ON:
                return m, "them"
    return None


_HELPING = frozenset("had have has were was been then later also".split())
#: What follows "one of the seven" where the seven are people told of before.
GOES_ON = frozenset("died was were had has have later did would could is are who".split())


def _headless(words: list[str], raw: list[str], number: Number, unknown: list[int], seen: _Seen) -> Counted | None:
    """Return a count of an unknown noun where it looks like people, else a bare number."""
    start = number.start
    if unknown:
        last = unknown[-1]
        w = words[last]
        if w.endswith(_TRADE_ENDINGS) and not raw[last][:1].isupper():
            who = Who.COMBATANT if seen.combatant else Who.CIVILIAN
            return Counted(start, last + 1, number, w, "n", who, more=seen.more)
        if w.endswith("s") and not w.endswith(("ss", "us", "is")):
            if raw[last][:1].isupper():
                return Counted(start, last + 1, number, w, "n", Who.CIVILIAN if seen.civilian else Who.UNSPECIFIED, more=seen.more)
            return Counted(start, last + 1, number, w, "y", Who.UNSPECIFIED, more=seen.more)
    word = words[number.core]
    if number.plain and len(word) == 4 and word.isdigit() and 1900 <= int(word) < 2100:
        return Counted(start, number.end, number, "year", "x", Who.UNSPECIFIED)
    if number.vague in ("many", "a number", "several", "a few", "both") or number.vague is None or not unknown:
        end = number.end
        while end < len(words) and words[end] in ("more", "other", "others"):
            end += 1
        who = Who.COMBATANT if seen.combatant else Who.CIVILIAN if seen.civilian else Who.UNSPECIFIED
        return Counted(start, end, number, "", "m", who, more=seen.more, part=seen.part)
    return Counted(start, number.end, number, "", "m", Who.UNSPECIFIED, more=seen.more)
