"""An English sentence as a string of classes, one character a chunk, for the rules to read."""

from dataclasses import dataclass, field, replace
from functools import lru_cache

from harmtrace.language.english.numbers import ARTICLE_COUNTS, STARTERS, Number, exact, parse
from harmtrace.language.english.words import (
    CHILD_WORDS,
    CIVILIAN_ADJECTIVES,
    COMBATANT_ADJECTIVES,
    EX,
    LABEL_BEFORE,
    LEX,
    MAN_WORDS,
    MONEY,
    NOUNS,
    NUMBER_WORDS,
    SINGULARS,
    THING_WORDS,
    UNITS_AFTER,
    WHO_CIVILIAN,
    WHO_COMBATANT,
    WOMAN_WORDS,
    YOUNG_ONLY,
)
from harmtrace.language.tokens import Tokens
from harmtrace.records.claim import Who

# words that carry no structure: they stand in no rule
SKIP = frozenset(
    "allegedly reportedly apparently also later then already now still so far alone together too even all each only just currently "
    "subsequently unintentionally instantly immediately severely seriously critically slightly badly lightly mortally fatally "
    "mistakenly accidentally deliberately eventually recently yet once there here initially tragically sadly simply nearby "
    "both the these those this its his her their our my your some any further another additional total since meanwhile "
    "either themselves himself confirmed_ very believed feared presumed thought known said_ unlawfully brutally inadvertently overnight "
    "today yesterday tonight again however thus therefore out up down off away back".split()
)

BE = frozenset("is are was were be been being feared".split())
HEDGED = frozenset("reported said alleged believed feared thought presumed confirmed rumoured estimated known suspected claimed".split())

# phrases of several words: what they mean to the rules
PHRASES: dict[str, list[tuple[tuple[str, ...], str]]] = {}


def _phrase(symbol: str, *texts: str) -> None:
    for text in texts:
        first, *rest = text.split()
        PHRASES.setdefault(first, []).append((tuple(rest), symbol))
        PHRASES[first].sort(key=lambda item: -len(item[0]))


_phrase("i", "fighting for their lives", "fighting for their life", "fighting for his life", "fighting for her life", "in a coma", "on life support", "cut by flying", "cut by glass", "cut by broken", "cut by shrapnel", "hit by shrapnel", "hit by flying", "hit by fragments", "hit by splinters", "struck by shrapnel", "struck by fragments",
        "with burns", "had burns", "have burns", "has burns", "with cuts", "had cuts", "have cuts", "has cuts", "with shrapnel wounds", "had wounds", "with wounds", "in its beds", "in its wards", "on its wards", "in the wards", "on the wards", "in hospital beds", "suffered cuts")  # fmt: skip
_phrase("k", "fatally shot", "fatally stabbed", "fatally wounded", "fatally injured", "shot dead", "shot to death", "hacked to death", "burned to death", "burnt to death", "beaten to death", "stabbed to death", "trampled to death",
        "crushed to death", "bludgeoned to death", "starved to death", "tortured to death", "burned alive", "burnt alive", "buried alive", "wiped out", "gunned down", "mowed down", "cut down", "blown up",
        "blown to pieces", "put to death", "put out of action", "put into the ground", "laid to rest", "taken out", "done to death", "choked to death", "clubbed to death", "knifed to death",
        "blown apart", "torn apart", "crushed under", "crushed beneath", "crushed when", "crushed by", "crushed in", "crushed as", "shot and killed", "stabbed and killed", "hit and killed", "struck and killed",
        "killed himself and", "killed herself and", "killed themselves and", "kills himself and")  # fmt: skip
_phrase("d", "bled to death", "passed away", "lost their lives", "lost his life", "lost her life", "lost its life", "lost life", "lost lives", "met their deaths", "met their death", "met his death", "met her death",
        "died of", "burned to death_", "froze to death", "lose their lives", "losing their lives", "gave their lives", "breathed their last", "had their throats cut", "had their throats slit", "had his throat cut", "never came home",
        "fell dead", "dropped dead")  # fmt: skip
_phrase("i", "lost a leg", "lost an arm", "lost an eye", "lost a limb", "lost a hand", "lost a foot", "lost his arm", "lost his leg", "lost her arm", "lost her leg", "lost both legs", "lost both arms", "lost their sight", "lost his sight", "lost her sight",
        "lost their legs", "lost limbs", "lost his legs", "lost her legs", "in intensive care", "in a critical condition", "in critical condition", "in a critical state", "in critical state", "treated for burns", "treated for wounds", "treated for injuries", "treated for shrapnel",
        "being treated", "bullet wounds", "gunshot wounds", "shrapnel wounds", "in hospital", "in surgery", "lost sight", "hit in the", "suffered injuries", "sustained injuries", "suffered wounds", "suffering injuries", "suffered burns", "in serious condition", "in the emergency room", "needed treatment",
        "received treatment", "receiving treatment", "sought treatment", "suffered shrapnel", "sustained wounds", "suffered minor injuries", "sustained shrapnel", "have wounds", "were treated", "was treated", "taken to hospital", "rushed to hospital", "flown to hospital", "airlifted to hospital", "struck by a bullet", "struck by bullets", "hit by a bullet", "hit by bullets", "hit by gunfire", "struck by gunfire",
        "suffering from gunshot wounds", "suffering gunshot wounds", "suffering from a gunshot wound", "with a gunshot wound", "with gunshot wounds", "with an apparent gunshot wound", "with apparent gunshot wounds", "with multiple gunshot wounds", "suffered a gunshot wound", "suffered gunshot wounds", "suffering from an apparent gunshot wound", "suffering from apparent gunshot wounds", "suffering from multiple gunshot wounds", "treated in hospital", "hurt in")  # fmt: skip
_phrase("D", "brought in dead", "found dead", "presumed dead", "feared dead", "believed dead", "confirmed dead", "pronounced dead", "declared dead", "dead on arrival", "dead bodies_", "among the dead", "among those killed", "among the victims_", "among the slain", "among the fatalities")  # fmt: skip
_phrase("c", "among the victims", "among the casualties")
_phrase("W", "added to the wounded", "added to the injured", "among the wounded", "among the injured", "among those wounded", "among those injured")
_phrase("q", "including", "among them", "among whom", "of whom", "of which", "amongst them", "inclusive of", "among those", "most of them", "mostly", "mainly", "comprising", "consisting of")
_phrase("S", "according to", "acc to", "as per", "per my", "per the", "per local", "per a", "in the words of")
_phrase("g", "unaccounted for", "not been found", "never found", "still missing", "not been accounted", "have not been found", "has not been found", "had not been found", "have not been accounted for", "not been seen", "never been seen again", "never been seen since", "not come back", "never came back", "not returned", "never returned", "not been heard from", "not been heard of", "unaccounted", "nowhere to be found")
_phrase("b", "body bags", "body bag", "dead bodies", "human remains")
_phrase("-", "civilian casualty", "civilian casualties_", "death penalty", "death toll_", "dead end", "dead sea", "killed the", "casualty of", "casualty to")
_phrase("t", "number of bodies recovered", "number of bodies", "death toll", "body count", "casualty count", "number of dead", "number killed", "number of killed", "number of deaths", "number of people killed", "number of fatalities", "number of victims", "number of civilians killed",
        "total killed", "total dead", "number of the dead", "number of those killed", "number of wounded", "number of injured", "figure for the dead", "total of deaths", "death count", "toll of dead", "fatality count", "number of civilian deaths", "number of casualties", "total of civilians killed")  # fmt: skip
_phrase("&", "as well as", "along with", "together with", "and also", "as well")
_phrase("N", "did not", "do not", "does not", "was not", "were not")


@dataclass(slots=True)
class Counted:
    """A count phrase: its number and the noun it counts.

    Attributes:
        start, end: tokens, end exclusive. ``number`` gives the number's own tokens.
        head: the noun, lower case; empty for a bare number.
        kind: the class character it has in the string.
        more: "others", "more", "another": what is counted is inherited from before.
        part: "of them", "of the dead": a part of another count.
        of: for a part, what it is a part of ("dead", "injured", "them").
    """

    start: int
    end: int
    number: Number
    head: str
    kind: str
    who: Who
    child: bool = False
    woman: bool = False
    man: bool = False
    more: bool = False
    part: bool = False
    of: str = ""
    article: bool = False
    explicit: bool = False


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


def _table() -> dict[str, _Known]:
    """Return what every known word may be: class, whether a count may start there, phrases, whether it is skipped."""
    words = {*LEX, *PHRASES, *STARTERS, *SKIP, *HEDGED, "some", "any", "anyone", "anybody", "no", "not", "nobody", "none", "another"}
    return {
        word: (
            LEX.get(word, "-"),
            word in STARTERS or word[0].isdigit() or "-" in word or word in ("some", "any", "anyone", "anybody", "no", "not", "nobody", "none", "another"),
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


def chunk(tokens: Tokens, masked: dict[int, int]) -> Chunks:
    """Return the class string of a sentence.

    ``masked`` maps the first token of a date to the token after it: dates hold no counts.
    """
    words = tokens.words
    n = len(words)
    tags: list[str] = []
    spans: list[tuple[int, int]] = []
    counts: dict[int, Counted] = {}
    i = _list_marker(words)
    info = _INFO.get
    while i < n:
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
            if hit is not None and hit[0] == 2 and word in _KILLS and words[i + 1] == "the" and not SINGULARS.isdisjoint(words[i + 2 : i + 4]):
                hit = None  # "killed the contest" kills nobody, "killed the night watchman" does
            if hit is not None:
                length, symbol = hit
                tags.append(symbol)
                spans.append((i, i + length))
                i += length
                continue
        if counts_from:
            counted = _counted(tokens, i, masked)
            if counted is not None:
                while spans and spans[-1][0] >= counted.start:
                    spans.pop()
                    tags.pop()
                if counted.kind == "x" and len(tags) > 1 and tags[-1] == "," and tags[-2] in "nvpm" and _stated_age(words, i):
                    tags.pop()  # "a boy, 8, died" is "a boy died": the age stands apart, and takes its commas along
                    spans.pop()
                    i = counted.end + (words[counted.end : counted.end + 1] == [","] and _goes_on(words, counted.end + 1))
                    continue
                counts[len(tags)] = counted
                tags.append(counted.kind)
                spans.append((counted.start, counted.end))
                i = counted.end
                continue
        if word == "shot":
            symbol = _shot(words, i)
        if skipped == 1 or (skipped == 2 and ((i and words[i - 1] in BE) or (i + 1 < n and symbol == "s" and words[i + 1] in _ENDINGS))):
            i += 1
            continue
        tags.append(symbol)
        spans.append((i, i + 1))
        i += 1
    return Chunks("".join(tags), spans, counts)


_KILLS = frozenset("kill kills killed killing".split())


def _goes_on(words: list[str], k: int) -> bool:
    """Tell whether what an aside broke off goes on: with a verb, not with the next of a list."""
    return k < len(words) and (words[k] in BE or words[k] in _GOES_ON or LEX.get(words[k], "") in ("k", "d", "a", "i", "D"))


def _shot(words: list[str], i: int) -> str:
    """Return what "shot" is: being hit ("was shot", "shot two men"), or a noun."""
    before = words[i - 1] if i else ""
    after = words[i + 1] if i + 1 < len(words) else ""
    if after in ("down", "to", "at", "up", "into", "off", "over"):
        return "-"
    if before in BE or before in ("got", "found", "fatally") or (before.endswith("ly") and i > 1 and words[i - 2] in BE):
        return "i"
    if before not in _BEFORE_A_NOUN and (after in STARTERS or after[:1].isdigit()) and after not in ("a", "an"):
        return "i"
    return "-"


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


_AGE_BEFORE = frozenset("aged age ages".split())
_DEATH_HEADS = frozenset("death deaths fatality fatalities killings".split())
_INJURY_HEADS = frozenset("injury injuries wounds".split())
_CASUALTY_HEADS = frozenset("casualty casualties victims victim".split())
_STOP_HEAD = frozenset(
    "in at on by from with for to into near after before when while who which that as during since until under over against between if but because than where "
    "is are was were be been being has have had do did will would could may might can and or nor".split()
)


_DENYING = frozenset("denied denies deny denying rejected rejects".split())
#: No count of people is larger: what is, is set aside with the reason.
_MOST_PEOPLE = 10_000_000_000
_LONGEST_DIGITS = 12


def _counted(tokens: Tokens, i: int, masked: dict[int, int]) -> Counted | None:
    """Return the count phrase whose number starts at token ``i``, or None where there is none."""
    words = tokens.words
    n = len(words)
    word = words[i]
    if word in ("no", "not", "nobody", "none"):
        return _none_counted(words, i)
    if word in ("any", "anyone", "anybody"):
        return _none_counted([*words[:i], "nobody" if word != "any" else "no", *words[i + 1 :]], i) if not _DENYING.isdisjoint(words[max(0, i - 4) : i]) else None
    if word in ("a", "an", "another", "one") and i + 3 < n and words[i + 2] == "of" and words[i + 1] in ("family", "household", "group", "team", "crew", "party"):
        sized = parse(words, i + 3)
        if sized is not None and sized.end < i + 7:
            who = Who.CIVILIAN if words[i + 1] in ("family", "household") else Who.UNSPECIFIED
            following = words[sized.end] if sized.end < n else ""
            if following in NOUNS:
                return Counted(i, sized.end + 1, replace(sized, start=i), following, "n", who if who is Who.CIVILIAN else who_of(following))
            return Counted(i, sized.end, replace(sized, start=i), words[i + 1], "n", who)
    if word == "another" and i + 1 < n and (words[i + 1] in BE or LEX.get(words[i + 1], "") in ("k", "i", "d")):
        return Counted(i, i + 1, Number(i, i + 1, i, 1, 1), "", "m", Who.UNSPECIFIED)
    if word in ("a", "an", "another") or (word == "one" and i + 1 < n):
        single = _singular(tokens, i)
        if single is not None:
            return single
        if word == "another" or (word != "one" and (i + 1 >= n or words[i + 1] not in ARTICLE_COUNTS)):
            return None
    number = parse(words, i)
    if number is None:
        huge = len(word) > _LONGEST_DIGITS and word.isascii() and word.replace(",", "").isdigit()
        return Counted(i, i + 1, Number(i, i + 1, i, None, None), "##", "x", Who.UNSPECIFIED) if huge else None
    if max(number.low or 0, number.high or 0) > _MOST_PEOPLE:
        return Counted(i, number.end, number, "##", "x", Who.UNSPECIFIED)
    if i and words[i - 1] in LABEL_BEFORE and number.plain and number.start == i and words[i][0].isdigit():
        return Counted(i, number.end, number, "#", "x", Who.UNSPECIFIED)
    if i > 1 and words[i - 1] in (",", "and") and number.plain and _ages_before(words, i):
        return Counted(i, number.end, number, "#", "x", Who.UNSPECIFIED)
    if i and words[i - 1] == "same" and (number.end >= n or not words[number.end][0].isalpha()):
        return Counted(i, number.end, number, "#", "x", Who.UNSPECIFIED)  # "say the same three"
    if i > 1 and words[i - 1] == "of" and words[i - 2] == "age":
        return Counted(i, number.end, number, "#", "x", Who.UNSPECIFIED)  # "under the age of ten"
    if i and (words[i - 1] in _AGE_BEFORE or words[i - 1] in MONEY or words[i - 1] == "#"):
        return Counted(i, number.end, number, "#", "x", Who.UNSPECIFIED)
    if i > 1 and words[i - 1] == "of" and words[i - 2] in ("family", "household"):
        following = words[number.end] if number.end < n else ""
        return Counted(i - 2, number.end + (following in NOUNS), replace(number, start=i - 2), "family", "n", Who.CIVILIAN)
    if "-" in word and word[0].isdigit() and not word.endswith("+"):
        return None
    if _is_age(tokens, i, number):
        end = number.end
        while end + 1 < n and words[end] in (",", "and") and _age(words[end + 1]) and words[end + 2 : end + 3] in ([","], ["and"], ["."]):
            end += 2  # "two sisters, 8 and 11, were": the ages are one aside
        return Counted(i, end, number, "#", "x", Who.UNSPECIFIED)
    return _headed(tokens, number, masked)


def is_young(word: str) -> bool:
    """Tell "9-year-old" from "30-year-old"."""
    years = word.split("-")[0]
    return len(years) <= 3 and years.isdecimal() and int(years) < 18


def _age(word: str) -> bool:
    """Tell a plain number of years; "²" is a digit to Python and no number."""
    return len(word) <= 3 and word.isdecimal() and int(word) <= _OLDEST


_OLDEST = 110  # years


def _ages_before(words: list[str], i: int) -> bool:
    """Tell whether a list of ages runs up to token ``i``: "aged 4, 7 and 12"."""
    for k in range(i - 1, max(-1, i - 8), -1):
        if words[k] in _AGE_BEFORE:
            return True
        if words[k] not in (",", "and") and not words[k][0].isdigit() and exact(words, k) is None:
            return False
    return False


def _is_age(tokens: Tokens, i: int, number: Number) -> bool:
    """Tell whether a bare number is an age: "Rami (24)", "Abu Yaser, 52,", "a woman of 70", "a boy of nine"."""
    words, raw = tokens.words, tokens.raw
    if not number.plain or number.low is None or number.low > _OLDEST or i == 0:
        return False
    before = words[i - 1]
    after = words[number.end] if number.end < len(words) else "."
    if before == "of" and i >= 2 and words[i - 2] in SINGULARS and after not in ("people", "them"):
        return True
    if words[i][0].isdigit() and before in (",", "and") and after in (",", ".", ";", "and") and _stated_age(words, i):
        return True
    if before == "(" and after == ")" and i >= 2 and raw[i - 2][:1].isupper():
        return True
    return before == "," and after in (",", ".", ";", ")") and i >= 2 and raw[i - 2][:1].isupper() and words[i][0].isdigit()


def _stated_age(words: list[str], i: int) -> bool:
    """Tell "two sisters, 8 and 11, were", "a girl, 12, has": people just told of, and their ages between commas."""
    k = i - 1
    while k > 0 and (words[k] in (",", "and") or words[k][0].isdigit()):
        k -= 1
    if words[k] not in NOUNS or "," not in words[k + 1 : i]:
        return False
    end = i + 1
    while end < len(words) and (words[end] == "and" or words[end][0].isdigit()):
        end += 1
    return end < len(words) and words[end] in (",", ".", ";")


def _none_counted(words: list[str], i: int) -> Counted | None:
    """Return "no civilians", "not one civilian", "nobody", "none of them" as zero."""
    n = len(words)
    word = words[i]
    j = i + 1
    if word == "no" and j < n and words[j] in ("one", "-one"):
        j += 1
    elif word == "not":
        if j + 1 < n and words[j] == "a" and words[j + 1] == "single":
            j += 2
        elif j < n and words[j] == "one":
            j += 1
        else:
            return None
    elif word == "no" and j < n and (words[j] in ("fewer", "less", "more", ".") or words[j][0].isdigit()):
        return None
    zero = Number(i, j, i, 0, 0)
    if word in ("nobody", "none") or (word == "no" and j == i + 2):
        return Counted(i, j, zero, "people", "z", Who.UNSPECIFIED)
    who: Who | None = None
    explicit = False
    for k in range(j, min(j + 5, n)):
        w = words[k]
        if w in CIVILIAN_ADJECTIVES and (w not in NOUNS or words[k + 1 : k + 2] not in ([], ["was"], ["is"], ["has"], ["were"], ["had"], ["died"], ["dies"], ["perished"])):
            who, explicit = Who.CIVILIAN, True
        elif w in NOUNS:
            if w in ("number", "name", "names") or (k + 1 < n and words[k + 1] in NOUNS):
                continue
            return Counted(i, k + 1, zero, w, "z", who or who_of(w), explicit=explicit)
        elif w in _DEATH_HEADS or w in ("dead",):
            return Counted(i, k + 1, zero, "deaths", "E", who or Who.UNSPECIFIED, explicit=explicit)
        elif w in _INJURY_HEADS or w in ("wounded", "injured"):
            return Counted(i, k + 1, zero, "injuries", "J", who or Who.UNSPECIFIED, explicit=explicit)
        elif w in _CASUALTY_HEADS:
            return Counted(i, k + 1, zero, "casualties", "C", who or Who.UNSPECIFIED, explicit=explicit)
        elif w in _STOP_HEAD or w in THING_WORDS or not w[0].isalpha() or w in ("reports", "report", "indication", "evidence", "information", "claim"):
            if w in ("or", "and"):
                continue
            return None
    return None


_SINGLE_ADJECTIVES = 4
#: How words for people of a trade end, where the word itself is in no list: "a goatherd", "a watchmaker".
_TRADES = ("herd", "maker", "keeper", "smith", "wright", "monger", "ologist", "ographer", "stress", "binder", "cutter", "grower", "picker", "digger", "catcher", "dealer", "singer", "dancer", "porter", "painter", "plumber", "roofer", "mason", "boatman", "woman", "tician", "hawker", "tutor", "curator", "producer", "watchman", "handler", "operator", "attendant", "assistant", "apprentice", "courier")
_NO_TRADES = frozenset("peacemaker troublemaker newsmaker hammersmith shepherd reporter supporter pacemaker cutter digger importer exporter".split())


def _singular(tokens: Tokens, i: int) -> Counted | None:
    """Return "a child", "another passenger", "one woman" as one person."""
    words = tokens.words
    n = len(words)
    word = words[i]
    more = word == "another"
    number = Number(i, i + 1, i, 1, 1, plain=word == "one")
    j = i + 1
    if word == "one" and j < n and words[j] in ("more", "other"):
        more, j = True, j + 1
    civilian = combatant = child = False
    limit = min(n, j + _SINGLE_ADJECTIVES + 1)
    while j < limit:
        w = words[j]
        if w in SINGULARS and w not in ("other",):
            if j + 1 < n and (words[j + 1] in SINGULARS or words[j + 1] in NOUNS) and not (words[j + 1] in WHO_COMBATANT and w not in COMBATANT_ADJECTIVES):
                child |= w in CHILD_WORDS
                j += 1
                continue
            if j + 1 < n and words[j + 1] in THING_WORDS and words[j + 1] not in ("floor",):
                return None
            if words[j + 1 : j + 2] == ["'s"] or (j + 1 < n and words[j + 1] in ("source", "group", "bomber", "office", "organisation", "organization")):
                return None
            return _person(i, j + 1, number, w, civilian=civilian, combatant=combatant, child=child, more=more)
        if w.endswith(_TRADES) and w not in _NO_TRADES and w not in LEX and w not in THING_WORDS and (j + 1 >= n or words[j + 1] in _STOP_HEAD or words[j + 1] in (".", ",", ";")):
            return _person(i, j + 1, number, w, civilian=civilian or not combatant, combatant=combatant, child=child, more=more)
        if w in CIVILIAN_ADJECTIVES:
            civilian = True
        elif w in COMBATANT_ADJECTIVES:
            combatant = True
        elif w in _STOP_HEAD or w in THING_WORDS or w == "of" or not (w[0].isalnum()) or w in NOUNS or w in LEX:
            if w in ("member", "young", "elderly", "adult", "official", "local", "displaced") or (w in THING_WORDS and j + 1 < n and words[j + 1] in SINGULARS):
                j += 1
                continue
            return None
        if w[0].isdigit() and "year" in w:
            child |= is_young(w)
        j += 1
    return None


def _person(start: int, end: int, number: Number, head: str, *, civilian: bool, combatant: bool, child: bool, more: bool) -> Counted:
    who = Who.CIVILIAN if civilian or child else Who.COMBATANT if combatant else who_of(head)
    child = child or (head in CHILD_WORDS and head not in YOUNG_ONLY)
    return Counted(
        start, end, number, head, "v", who, child=child, woman=head in WOMAN_WORDS and not child, man=head in MAN_WORDS, more=more,
        article=True,
    )  # fmt: skip


def who_of(head: str) -> Who:
    """Return what a noun says of those it names."""
    if head in WHO_CIVILIAN:
        return Who.CIVILIAN
    if head in WHO_COMBATANT:
        return Who.COMBATANT
    return Who.UNSPECIFIED


_QUOTED = frozenset("'‘\"“")
_WOUNDING = frozenset("gunshot bullet stab shrapnel knife".split())
_ALLEGED_ADJECTIVES = frozenset("alleged suspected reported named unnamed identified unidentified known presumed confirmed burned wounded injured".split())
_TRADE_ENDINGS = ("ers", "ors", "ists", "ians", "men", "women", "keepers", "smen", "eers", "ees", "ants", "folk")


def _headed(tokens: Tokens, number: Number, masked: dict[int, int]) -> Counted | None:
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
        if w in _WOUNDING and words[k + 1 : k + 2] in (["wound"], ["wounds"], ["injuries"]) and k < j + 3:
            return Counted(start, k + 2, number, "wounds", "x", Who.UNSPECIFIED)
        if w == "per" and words[k + 1 : k + 2] == ["cent"]:
            return Counted(start, k + 2, number, "per cent", "x", Who.UNSPECIFIED)
        if w in UNITS_AFTER or (w in THING_WORDS and not (k + 1 < n and words[k + 1] in NOUNS)):
            return Counted(start, k + 1, number, w, "x", Who.UNSPECIFIED)
        if w in THING_WORDS:
            k += 1
            continue
        if w == "civilian" and k + 1 < n and LEX.get(words[k + 1], "") in ("e", "c", "j", "l", "D", "b"):
            civilian = True
            k += 1
            continue
        if w in NOUNS and not (w == "official" and k + 1 < n and words[k + 1] not in _STOP_HEAD and words[k + 1] not in LEX):
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
        if symbol == "b":
            return Counted(start, k + 1, number, w, "b", Who.CIVILIAN if civilian else Who.COMBATANT if combatant else Who.UNSPECIFIED, child=child)
        if w in _DEATH_HEADS:
            return Counted(start, k + 1, number, w, "E", Who.CIVILIAN if civilian else Who.COMBATANT if combatant else Who.UNSPECIFIED, more=more, explicit=civilian)
        if w in ("casualty", "victim") and number.low != 1 and k + 1 < n and words[k + 1].isalpha() and words[k + 1] not in _STOP_HEAD:
            k += 1
            continue
        if w in _CASUALTY_HEADS:
            return Counted(start, k + 1, number, w, "C", Who.CIVILIAN if civilian else Who.COMBATANT if combatant else Who.UNSPECIFIED, more=more, explicit=civilian)
        if w in _INJURY_HEADS and w != "wounds":
            return Counted(start, k + 1, number, w, "J", Who.CIVILIAN if civilian else Who.UNSPECIFIED, more=more)
        if w == "lives" and k <= j + 2:
            return Counted(start, k + 1, number, w, "l", Who.CIVILIAN if civilian else Who.UNSPECIFIED, more=more)
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
        elif w in ("his", "her", "its", "their", "our", "my", "your", "the", "those", "these", "own", "young", "male", "female", "unnamed", "unidentified", "'s", "dead", "wounded", "-"):
            if w in ("dead", "wounded") and (k + 1 >= n or (words[k + 1] not in NOUNS and LEX.get(words[k + 1], "") != "b")):
                break
        elif w in ("other",):
            more = True
        elif w in _ALLEGED_ADJECTIVES and k + 1 < n and (words[k + 1].isalpha() or "-" in words[k + 1]) and LEX.get(words[k + 1], "p") in ("p", "-", "x", "b"):
            pass
        elif w in _STOP_HEAD or symbol or not (w[0].isalnum()):
            break
        elif w[0].isdigit():
            if "year" in w and w.split("-")[0].isdecimal():
                child |= is_young(w)
            else:
                break
        elif w in NUMBER_WORDS or (w.endswith("ed") and words[k + 1 : k + 2] and words[k + 1] in ("the", "a", "an", "his", "her", "their", "its")):
            break
        else:
            unknown.append(k)
            if len(unknown) > 3:
                break
        k += 1
    if side and not unknown and words[side - 1] in ("taliban", "isis", "isil", "daesh", "hamas", "hezbollah"):
        return Counted(start, side, number, words[side - 1], "n", Who.COMBATANT, more=more)
    return _headless(words, raw, number, unknown, _Seen(civilian, combatant, child, more, former, part, of))


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
    elif seen.civilian or (seen.child and who is not Who.COMBATANT):
        who = Who.CIVILIAN
    elif seen.combatant and who is not Who.CIVILIAN:
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
            if m > j + 1 and parse(words, m - 1) is not None and words[m] in _GOES_ON:
                return m, "them"
    return None


#: What follows "one of the seven" where the seven are people told of before.
_GOES_ON = frozenset("died was were had has have later did would could is are who".split())


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
