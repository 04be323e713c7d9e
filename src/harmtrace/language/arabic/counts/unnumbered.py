"""Counts without a number word: duals, bare singulars, "one of the", a person given by name."""

from typing import Final

from harmtrace.language.arabic.counts.bounds import MIN, bound_after
from harmtrace.language.arabic.counts.heads import take_adjectives, take_members, take_predicate
from harmtrace.language.arabic.counts.records import Counted
from harmtrace.language.arabic.numbers import NUMBER_WORDS
from harmtrace.language.arabic.placewords import DROPPED, KEPT
from harmtrace.language.arabic.tokens import Tokens
from harmtrace.language.arabic.words import DEATH, EVENT, FAMILY, INJURY, LOSS, NUMBER, OTHER, PERSON, STATE, THING
from harmtrace.records.claim import Outcome, Who

#: "the seventh", before the noun.
_NTH: Final = dict(zip("ثاني ثالث رابع خامس سادس سابع ثامن تاسع عاشر".split(), range(2, 11), strict=True))
_TIMES: Final = frozenset("شهر عام سنه اسبوع يوم موسم حرب مطلع بدايه بد اندلاع انطلاق عدوان".split())
_NTH_REACH: Final = 6


def _of_a_time(t: Tokens, k: int) -> bool:
    """Tell "to be killed this month", "that we have lost since": a death and, behind it, the time in which so many died."""
    died = next((j for j in range(k, min(t.size, k + 3)) if t.kinds[j] in (DEATH, INJURY) or t.stems[j] in ("نفقده", "نفقدها", "فقدناه", "يقضي", "تقضي")), None)
    if died is None:
        return False
    for j in range(died + 1, min(t.size, died + _NTH_REACH)):
        if t.kinds[j] in (".", ","):
            return False
        if t.stems[j] in ("هذا", "هذه", "منذ", "خلال"):
            return any(t.stem(n) in _TIMES for n in (j + 1, j + 2))
    return False


#: Told of two: "on their way", of the two of them.
_OF_TWO: Final = ("هما", "تهما")


def _two(t: Tokens, i: int) -> bool:
    """Tell a dual from the plural that is spelt alike ("two medics"): by its vowel, or by what is said of the two behind it."""
    if not t.raw[i].endswith("ين") or t.definite[i]:
        return False
    if not t.letters.same:
        a, b = t.letters.original(t.starts[i], t.ends[i])
        if "\u064e\u064a\u0646" in t.letters.source[a:b].replace("\u0651", ""):
            return True
    for k in range(i + 1, min(t.size, i + 7)):
        if t.kinds[k] in (".", ",", NUMBER, DEATH, INJURY) or (t.kinds[k] in (PERSON, STATE) and t.conjunctions[k]):
            return False
        if t.stems[k].endswith(_OF_TWO) and t.stems[k] not in ("بينهما", "منهما"):
            return True
    return False


#: Words from a verb to "both X and Y", who were killed.
_EACH_WITHIN: Final = 6
_PLACE_NOUNS: Final = frozenset("قريه بلده مدينه حي مخيم منطقه ناحيه قضاء شارع".split())
#: What may stand behind "the killing of" and is no name.
_NO_NAMES: Final = frozenset("دفعه واحده مره ذلك مباشره بالغه خطيره خطره عدد كامل جميع كل بعض احد اي مزيد نحو اكثر عموم سبعه كثير كثيره اخرين اخري جديده بجروح تعرض تعرضت له لها لهم بها به طفيفه حرجه متفاوته مدني مدنيه جراء رميا ذبحا غدرا دهسا خنقا حرقا اثر خلال نتيجه عن من في علي هذا هذه ذلك تلك منفذ مطلوب".split())


def named(t: Tokens, i: int) -> Counted | None:
    """Return the one person that two unknown words behind "the killing of" name; they are counted, not kept."""
    word = t.words[i]
    if word is None:
        return None
    each = next((j for j in range(i + 1, min(t.size - 2, i + 1 + _EACH_WITHIN)) if t.stems[j] == "كل" and t.stems[j + 1] == "من"), None) if "كل" in t.stems else None
    if (word.kind == STATE and t.stems[i] != "اصابه") or (word.kind != STATE and word.value != 1 and each is None):
        return None
    k = i + 1
    if t.definite[i]:
        return None  # "the infection with ...", "the death": of nobody who stands behind it
    if each is not None and not any(t.kinds[j] in (DEATH, INJURY, NUMBER, PERSON, STATE, ".", ",") for j in range(k, each)):
        k = each + 2  # "killed in the raid were both X Y and Z"
    if t.kind(k) != "x" or t.kind(k + 1) != "x" or t.definite[k] or t.prepositions[k] or t.conjunctions[k] or t.conjunctions[k + 1] or t.prepositions[k + 1]:
        return None
    if t.stems[k] in _NO_NAMES or t.stems[k + 1] in _NO_NAMES or not t.stems[k].isalpha() or t.stems[k].isascii() or t.stems[k].endswith(("ه", "ات")) or len(t.stems[k]) < 3 or t.stems[k] in DROPPED or t.stems[k] in KEPT:
        return None
    return Counted(k, k + 2, k, k + 1, 1, 1, "P", head=-1, single=True)


def unnumbered(t: Tokens, i: int) -> Counted | None:
    """Return the count of a dual, a bare singular, a noun with its number behind it, or "one of the"."""
    word = t.words[i]
    if t.kinds[i] == OTHER:
        ordinal = word is not None and word.note == "ordinal"
        if word is not None and word.value < 3 and not t.definite[i] and (t.kind(i - 1) in (DEATH, INJURY, *((LOSS,) if ordinal else ())) or (ordinal and t.stem(i - 1) == "اصابه" and not t.definite[i - 1])) and not (ordinal and t.kind(i + 1) in (PERSON, STATE, EVENT)):
            return Counted(i, i + 1, i, i + 1, word.value, word.value, "P", head=i, single=True, more=True)
        return None
    if t.kinds[i] == NUMBER:
        if t.stems[i] in ("احد", "احدي") and (after := t.word(i + 1)) is not None and t.kind(i + 1) in (PERSON, STATE) and after.value > 1 and (t.definite[i + 1] or after.note == "kin" or (after.kind == STATE and after.value == 3 and t.stems[i + 1].endswith("ي"))):
            one = Counted(i, i + 2, i, i + 1, 1, 1, after.kind, who=after.who, group=after.group, outcome=after.outcome, head=i + 1, single=True)
            one.part = after.kind == STATE
            take_predicate(t, one)
            return one
        return None
    if word is None or (t.stems[i] == "ابنا" and i + 1 < t.size and t.definite[i + 1]):
        return None  # "the sons of the village" are many
    if word.value == 3 and t.kind(i + 1) == NUMBER and t.stem(i + 1) in ("اثنين", "اثنان") and not t.definite[i + 1] and not t.conjunctions[i + 1]:
        return Counted(i, i + 2, i + 1, i + 2, 2, 2, word.kind, who=word.who, group=word.group, outcome=word.outcome, head=i)  # a dual that is spelt as the plural
    if t.kinds[i] == PERSON and (t.stem(i - 1) in _PLACE_NOUNS or (t.stem(i - 1) == "دفاع" and t.definite[i])):
        return None  # "the village of Umm ...", "the civil defence"
    behind = t.definite[i + 1] if i + 1 < t.size else False
    if behind and t.kind(i + 1) == NUMBER and NUMBER_WORDS.get(t.stem(i + 1), (0, ""))[1] == "unit" and word.value == 3:
        value = NUMBER_WORDS[t.stem(i + 1)][0]
        c = Counted(i, i + 2, i + 1, i + 2, value, value, word.kind, who=word.who, group=word.group, outcome=word.outcome, head=i)
        c.definite = t.definite[i]
        take_predicate(t, c)
        return c
    if word.kind == FAMILY:
        c = Counted(i, i + 1, i, i + 1, 1, 1, "Z", who=Who.CIVILIAN, head=i, single=True)
        take_members(t, c, i + 1)
        if c.kind == "Z" and word.value == 2:
            c.low = c.high = 2
        return c if c.kind == "P" or word.value == 2 else None
    if word.value == 1 and t.kinds[i] == PERSON and word.who is Who.COMBATANT and t.kind(i - 1) in (THING, EVENT) and t.prepositions[i - 1] and not t.definite[i] and not t.conjunctions[i] and t.stems[i].endswith("ي"):
        return None  # "by a Houthi missile"
    if word.value == 1 and t.kinds[i] == PERSON and t.kind(i - 1) == EVENT and not t.definite[i] and not t.conjunctions[i] and t.stems[i].endswith("ي") and not word.group and word.who is Who.UNSPECIFIED:
        return None  # "an American raid"
    if word.value == 1 and t.definite[i] and t.kind(i - 1) == "T" and t.raw[i - 1].startswith("ال") and not t.conjunctions[i] and t.stems[i].endswith("ي"):
        return None  # "the Syrian regime"
    if word.value == 3 and word.kind == PERSON and _two(t, i):
        return Counted(i, i + 1, i, i + 1, 2, 2, word.kind, who=word.who, group=word.group, outcome=word.outcome, head=i, single=True)
    if word.value > 2 or (word.kind == STATE and ((word.note == "ه" and word.value == 1) or t.stems[i] == "رفات")):
        return None
    if word.value == 2 and t.stem(i) in ("والدين",):
        return None
    c = Counted(i, i + 1, i, i + 1, word.value, word.value, word.kind, who=word.who, group=word.group, outcome=word.outcome, head=i, single=True)
    c.definite = t.definite[i] or word.note == "kin"
    if word.value == 1 and word.note != "kin" and t.raw[i].endswith("ا") and not t.stems[i].endswith("رجلا") and any(t.stem(k) in ("حتفهما", "مصرعهما") for k in range(i + 1, i + 5)):
        c.low = c.high = 2  # "two sellers of vegetables met their death": a dual that has lost its ending
    if word.kind == STATE and word.outcome is Outcome.BODIES_RECOVERED and t.kind(i + 1) == STATE and not t.conjunctions[i + 1]:
        c.end = i + 2
        inner = t.words[i + 1]
        if inner is not None and word.value == 1:
            c.low = c.high = min(inner.value, 2)
    take_adjectives(t, c, c.end)
    if word.kind == PERSON and word.value == 1 and i and (nth := _NTH.get(t.stems[i - 1])) is not None and not t.definite[i] and not t.definite[i - 1] and _of_a_time(t, c.end):
        return Counted(i - 1, c.end, i - 1, i, nth, nth, "P", who=c.who, group=c.group, head=i)  # "the seventh baby to die this month"
    later = bound_after(t, c.end) if t.kind(c.end - 1) == NUMBER else None
    if later is not None and later[0] == MIN:
        c.high, c.end, c.single = None, later[1], False  # "one dead at least"
    return c
