"""Arabic counts: a number with its bounds and the noun it counts, duals and bare singulars included."""

from dataclasses import dataclass
from itertools import compress
from typing import Final

from harmtrace.language.arabic.numbers import NUMBER_WORDS, Value, plain
from harmtrace.language.arabic.tokens import DATE, Memo, Tokens, info
from harmtrace.language.arabic.words import (
    AMONG,
    DEATH,
    EVENT,
    FAMILY,
    INJURY,
    NUMBER,
    OTHER,
    PERSON,
    STATE,
    THING,
    TOLL,
    VAGUE,
    Word,
)
from harmtrace.records.claim import Outcome, Who

MIN, MORE, MAX, LESS, ABOUT, NEARLY = "min", "more", "max", "less", "about", "nearly"
_BEFORE: Final[dict[str, tuple[tuple[tuple[str, ...], str], ...]]] = {}


def _bounds() -> None:
    table: dict[str, str] = {
        MIN: "لم يقل عن|لم تقل عن|لا يقلون عن|ما لا يقل عن|ما لا تقل عن|لا يقل عن|لا تقل عن|علي الاقل|علي اقل تقدير|ما لايقل عن|لايقل عن|ما لا يقل|لا يقل عددهم عن|ع القليله|علي القليله|عالقليله",
        MORE: "اكثر من|ازيد من|ما يزيد عن|ما يزيد علي|يزيد عن|يزيد علي|تزيد عن|تزيد علي|ما يفوق|يفوق|تفوق|ما يتجاوز|يتجاوز|تتجاوز|تجاوز|تجاوزت|تخطي|تخطت|فوق|اكتر من|مازيد عن",
        MAX: "ما يصل الي|حتي|لا يتجاوز|لا يزيد عن|لا يزيد علي|لا يتعدي|ما لا يزيد عن|لا تتجاوز|لم يتجاوز|لم تتجاوز|لم يتعد|لم تتعد|لم يتعدوا|لم يتعدي|لم يتجاوزوا|لم يزد عن|لم يزد علي|لم يزيدوا عن|لا تتعدي|لا يتعدون|لا تزيد عن|لا تزيد علي|لم تزد عن|لم تزد علي",
        LESS: "اقل من|دون",
        ABOUT: "نحو|حوالي|زها|حدود|في حدود|ما قدره|تقريبا",
        NEARLY: "قرابه|ما يقارب|يقارب|ما يقرب من|يقرب من|يناهز|ما يناهز|تقارب|قارب|قاربت|قاربوا|ناهز|ناهزت|ناهزوا",
    }
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for bound, phrases in table.items():
        for phrase in phrases.split("|"):
            parts = tuple(phrase.split())
            found.setdefault(parts[0], []).append((parts, bound))
    for first, options in found.items():
        _BEFORE[first] = tuple(sorted(options, key=lambda one: -len(one[0])))


_bounds()
_AFTER: Final = (
    (("علي", "الاقل"), MIN), (("عالاقل",), MIN), (("ع", "الاقل"), MIN), (("علي", "اقل", "تقدير"), MIN), (("كحد", "ادني"), MIN), (("بحد", "ادني"), MIN), (("حد", "ادني"), MIN), (("فاكثر",), MIN), (("او", "اكثر"), MIN), (("+",), MIN),
    (("كحد", "اقصي"), MAX), (("علي", "الاكثر"), MAX), (("تقريبا",), ABOUT), (("علي", "التقريب"), ABOUT), (("نيف",), "odd"),
)  # fmt: skip
_AFTER_FIRST: Final = frozenset(parts[0] for parts, _ in _AFTER)
_VAGUE: Final = {"عشرات": ("tens", 20), "ميات": ("hundreds", 200), "بضع": ("several", 3), "بضعه": ("several", 3), "عده": ("several", 3), "عديد": ("many", None), "كثير": ("many", None), "كثيرون": ("many", None), "كثيرين": ("many", None)}  # fmt: skip
_PLACE_NOUNS: Final = frozenset("قريه بلده مدينه حي مخيم منطقه ناحيه قضاء شارع".split())
#: Relatives that another relative may follow: "the son of his uncle".
_RELATED: Final = frozenset("ابن ابنه ابنت زوجه زوج شقيق شقيقه اخ اخت والد والده ام اب بنت عم خال جد".split())
_AGE = frozenset("عمره عمرها عمر العمر البالغ البالغه بالغ بالغه يبلغ تبلغ سن بعمر عمرهما".split())


@dataclass(slots=True)
class Counted:
    """A count in a sentence; token numbers, ends exclusive.

    Attributes:
        start, end: bounds and noun included.
        number: the token where the number stands; ``number_end`` the one after it.
        kind: ``P`` people, ``S`` people by what happened to them, ``Z`` families, ``X`` things, ``v`` no noun, ``u`` an unknown noun.
        single: a bare singular or dual noun, no number word.
        more: "others", "more": who they are stands before.
        part: so many of those spoken of ("three of the wounded").
        added: "another six".
    """

    start: int
    end: int
    number: int
    number_end: int
    low: int | None
    high: int | None
    kind: str
    vague: str | None = None
    approx: bool = False
    who: Who = Who.UNSPECIFIED
    group: str = ""
    outcome: Outcome | None = None
    head: int = -1
    single: bool = False
    more: bool = False
    part: bool = False
    added: bool = False
    definite: bool = False


def counted(t: Tokens) -> dict[int, Counted]:
    """Return the counts of a sentence by their first token."""
    out: dict[int, Counted] = {}
    after = 0
    for i in compress(range(t.size), map(_COUNTS.__getitem__, t.raw)):
        kind = t.kinds[i]
        if i < after or kind == DATE:
            continue
        found = _numbered(t, i) if kind in _NUMERALS or t.stems[i] in _LEADS else None
        if found is None and kind in _HARMED:
            found = _named(t, i)
        if found is None and kind in _BARE:
            found = _unnumbered(t, i)
        if found is not None:
            _served(t, found)
            out[found.start] = found
            after = found.end
    return out


_NUMERALS: Final = frozenset((NUMBER, VAGUE))
_HARMED: Final = frozenset((DEATH, INJURY, STATE))
_BARE: Final = frozenset((PERSON, STATE, FAMILY, NUMBER, OTHER))
#: What may stand before a number and belongs to it.
_LEADS: Final = frozenset((*_BEFORE, "بين", "ما", "عدد", "+"))
_COUNTABLE: Final = frozenset((NUMBER, VAGUE, DEATH, INJURY, STATE, PERSON, FAMILY, OTHER))


def _counts(form: str) -> bool:
    """Tell whether a count may begin at a form, by the form alone."""
    kind, stem, *_ = info(form)
    return kind in _COUNTABLE or stem in _LEADS


_COUNTS: Final = Memo(_counts)


def _numbered(t: Tokens, i: int) -> Counted | None:
    """Return the count that a number, or what bounds one, begins at a token."""
    bound, at = _bound_before(t, i)
    if bound is None and t.kinds[i] not in _NUMERALS and t.stems[i] not in {"بين", "ما", "عدد", "+"}:
        return None
    if t.kind(at) == "+" and t.kind(at + 1) == NUMBER:
        bound, at = MIN, at + 1
    value = _value(t, at)
    found = _range(t, at, value) or _vague(t, at) or (None if value is None else (value.value, value.value, None, value.end))
    if found is None:
        return None
    low, high, vague, end = found
    if vague is None and at > 0 and ((t.stem(at - 1) in _AGE and not (t.stem(at - 1) in ("يبلغ", "تبلغ") and TOLL in t.kinds[max(0, at - 5) : at])) or t.stem(at - 1) in {"رقم", "تحديث", "عام", "سنه"}):
        return Counted(i, end, at, end, low, high, "X")
    if t.kind(end) == "%" or (t.stem(end) in ("ميه", "بالميه") and t.prepositions[end] == "ب") or (t.stem(end) == "في" and t.stem(end + 1) == "ميه"):
        return Counted(i, end + (2 if t.stem(end) == "في" else 1), at, end, low, high, "X")
    if end == at + 1 and t.stem(at) in ("واحد", "واحده") and t.stem(at - 1) in _AT_ONCE:
        return Counted(i, end, at, end, low, high, "X")  # "at one stroke"
    approx = False
    odd = False
    after = _bound_after(t, end)
    number_end = end
    if after is not None:
        kind, end = after
        bound = bound or kind
        odd = kind == "odd"
    if vague is None and bound is not None:
        low, high, approx = _bounded(bound, low, high)
    c = Counted(i, end, at, number_end, low, high, "v", vague=vague, approx=approx or odd)
    _noun(t, c, end)
    if c.kind in "vu" and (_foreign(t, at - 1) or _foreign(t, end) or (t.stem(at).isdigit() and 1900 <= (low or 0) <= 2100 and c.kind == "v" and low == high)):
        c.kind = "X"  # a clock, a day or a counter of the page; a year
    if after is None and c.end > end:
        later = _bound_after(t, c.end)
        if later is not None and vague is None and bound is None:
            c.low, c.high, c.approx = _bounded(later[0], low, high)
            c.end = later[1]
    return c


_AT_ONCE: Final = frozenset("دفعه مره ليله لحظه ضربه يد حين ان جمله وقت".split())


def _foreign(t: Tokens, i: int) -> bool:
    """Tell a word in Latin letters: what stands beside it counts no people."""
    stem = t.stem(i)
    return stem.isascii() and stem.isalpha()


def _bounded(bound: str, low: int | None, high: int | None) -> tuple[int | None, int | None, bool]:
    """Return the bounds and whether they are rough."""
    if bound == MIN:
        return low, None, False
    if bound == MORE:
        return (None if low is None else low + 1), None, False
    if bound == MAX:
        return None, high, False
    if bound == LESS:
        return None, (None if high is None else max(0, high - 1)), False
    if bound == "odd":
        return low, None, True
    if bound == NEARLY:
        return None, high, True
    return low, high, True


def _bound_before(t: Tokens, i: int) -> tuple[str | None, int]:
    stems = t.stems
    for parts, bound in _BEFORE.get(stems[i], ()):
        end = i + len(parts)
        if stems[i:end] == parts and (t.kind(end) in _NUMERALS or t.stem(end) == "+"):
            return bound, end
    return None, i


def _bound_after(t: Tokens, i: int) -> tuple[str, int] | None:
    if i >= t.size or (t.stems[i] not in _AFTER_FIRST and t.raw[i] not in _AFTER_FIRST):
        return None
    for parts, bound in _AFTER:
        if all(t.stem(i + k) == part or _whole(t, i + k) == part for k, part in enumerate(parts)):
            return bound, i + len(parts)
    return None


def _whole(t: Tokens, i: int) -> str:
    return t.raw[i] if 0 <= i < t.size else ""


def _value(t: Tokens, i: int) -> Value | None:
    if t.kind(i) != NUMBER:
        return None
    stop = i
    while stop < t.size and t.kinds[stop] in _NUMERALS:
        stop += 1
    stem = t.stems[i]
    if stem in ("احد", "احدي") and t.stem(i + 1) not in ("عشر", "عشره") and not (t.kind(i + 1) == NUMBER and t.conjunctions[i + 1]):
        return None
    if stem in {"اثنا", "اثني", "اثنتا", "اثنتي"} and t.stem(i + 1) not in ("عشر", "عشره"):
        return None  # "during", spelt alike once the hamza is dropped
    if t.definite[i] and not stem[:1].isdigit() and NUMBER_WORDS.get(stem, (0, ""))[1] == "unit" and t.kind(i - 1) not in (DEATH, INJURY):
        return None  # "the second", Sunday, Monday: a bare definite unit counts only behind its noun
    if stem == "الاف":
        return None
    value = plain(t.stems, t.conjunctions, i, stop)
    if value is not None and value.end == i + 1 and stem == "الفا" and "ً" not in _written(t, i):
        return Value(2000, i + 1, True)
    return value


def _written(t: Tokens, i: int) -> str:
    a, b = t.letters.starts[t.starts[i]], t.letters.starts[t.ends[i]]
    return "ً" if b - a > t.ends[i] - t.starts[i] else ""


def _range(t: Tokens, i: int, value: Value | None) -> tuple[int | None, int | None, str | None, int] | None:
    """Return "between 15 and 20", "15-20", "15 to 20", "15 or 20"; ``value`` is what stands at the token."""
    at = i + 1 if t.stem(i) == "ما" and t.stem(i + 1) == "بين" else i
    between = t.stem(at) == "بين"
    first = _value(t, at + 1) if between else value
    if first is None:
        return None
    j = first.end
    joined = (between and j < t.size and t.conjunctions[j]) or t.kind(j) == "-" or t.stem(j) in ("او", "الي")
    if not joined:
        return None
    k = j if between and t.conjunctions[j] else j + 1
    second = _value(t, k)
    if second is None or second.value <= first.value:
        return None
    if t.stem(j) == "الي" and not between and t.stem(i - 1) == "من":
        return None  # "rose from 61 to 83"
    if not between and t.kind(j) == "-" and (t.kind(i - 1) == "-" or t.kind(second.end) == "-"):
        return None
    return first.value, second.value, None, second.end


def _vague(t: Tokens, i: int) -> tuple[int | None, int | None, str | None, int] | None:
    stem = t.stem(i)
    if stem in ("بضع", "بضعه") and t.stem(i + 1) in ("عشر", "عشره"):
        return 13, 19, None, i + 2
    if stem in ("بضع", "بضعه") and t.kind(i + 1) == NUMBER and t.conjunctions[i + 1]:
        tens = NUMBER_WORDS[t.stem(i + 1)][0] if t.stem(i + 1) in NUMBER_WORDS else 0
        return tens + 3, tens + 9, None, i + 2
    if t.kind(i) == VAGUE and stem in _VAGUE:
        name, low = _VAGUE[stem]
        if stem == "عشرات" and t.stem(i + 1) in ("الاف", "الالاف", "الف"):
            return 20_000, None, "tens of thousands", i + 2
        if stem == "ميات" and t.stem(i + 1) in ("الاف", "الالاف"):
            return 200_000, None, "hundreds of thousands", i + 2
        return low, None, name, i + 1
    if stem == "الاف" and t.kind(i) == NUMBER:
        return 2_000, None, "thousands", i + 1
    if stem == "عدد" and t.stem(i + 1) == "من" and not t.definite[i] and t.kind(i + 2) in (PERSON, STATE) and t.kind(i - 1) not in ("V",):
        word = t.word(i + 2)
        if word is not None and word.value == 3:
            return 3, None, "several", i + 1
    if stem == "عدد" and t.stem(i + 1) in ("كبير", "كبيرا") and t.stem(i + 2) == "من" and not t.definite[i] and t.kind(i + 3) in (PERSON, STATE):
        return None, None, "many", i + 2
    return None


def _noun(t: Tokens, c: Counted, i: int) -> None:
    """Find what a number counts and take it into the count."""
    stem, kind = t.stem(i), t.kind(i)
    if stem in ("حاله", "حالات"):
        after = t.stem(i + 1)
        if after in {"وفاه", "استشهاد", "موت", "قتل"}:
            c.kind, c.outcome, c.head, c.end = "S", Outcome.KILLED, i + 1, i + 2
            return
        if after in {"اصابه", "اختناق", "تسمم", "جرح", "بتر"}:
            c.kind, c.outcome, c.head, c.end = "S", Outcome.INJURED, i + 1, i + 2
            return
    if stem == "من" and t.kind(i) == "p":
        _of(t, c, i)
        return
    if kind == AMONG and stem in ("منهم", "منهن", "منها"):
        c.part = True
        return
    word = t.word(i)
    if kind == OTHER:
        c.more, c.end = True, i + 1
        c.added = t.stem(i) == "اخري"
        return
    if kind in (EVENT, THING) and not t.prepositions[i] and not t.conjunctions[i]:
        c.kind, c.head, c.end = "X", i, i + 1
        return
    if word is not None and kind in (PERSON, STATE, FAMILY) and not t.conjunctions[i] and not t.prepositions[i]:
        if t.definite[i] and c.vague is None:
            return
        _head(t, c, i)
        return
    if stem in {"جديد", "جديده", "اضافي", "اضافيه", "اضافيين"}:
        c.added, c.end = True, i + 1
        return
    if kind == "x" and t.stem(i)[:1].isalpha() and not t.definite[i] and len(stem) > 2:
        c.kind, c.head, c.end = "u", i, i + 1


def _of(t: Tokens, c: Counted, i: int) -> None:
    """Read "five of the wounded", "fifty of the fighters", "tens of civilians"."""
    k = i + 1
    word = t.word(k)
    if word is None or t.kind(k) not in (PERSON, STATE, FAMILY, OTHER) or word.value == 1:
        return
    if t.kind(k) == STATE:
        c.kind, c.outcome, c.head, c.end = "S", word.outcome, k, k + 1
        c.part = c.vague is None and t.definite[k] and word.outcome is not Outcome.BODIES_RECOVERED
        _adjectives(t, c, k + 1)
        return
    c.kind, c.head, c.end, c.who, c.group = "P", k, k + 1, word.who, word.group
    _adjectives(t, c, k + 1)


def _head(t: Tokens, c: Counted, i: int) -> None:
    word = t.words[i]
    if word is None:
        return
    c.kind, c.head, c.end, c.who, c.group, c.outcome = word.kind, i, i + 1, word.who, word.group, word.outcome
    if word.kind == STATE and word.outcome is Outcome.BODIES_RECOVERED and t.kind(i + 1) == STATE and not t.conjunctions[i + 1]:
        c.end = i + 2
    if word.kind == FAMILY:
        _members(t, c, i + 1)
    _adjectives(t, c, c.end)
    whose = t.word(c.end)
    if word.outcome is Outcome.BODIES_RECOVERED and whose is not None and whose.kind == PERSON and t.prepositions[c.end] == "ل":
        c.who, c.group, c.end = whose.who, whose.group, c.end + 1  # "four bodies of children"


def _members(t: Tokens, c: Counted, i: int) -> None:
    """Read "a family of seven people": the members are what is counted."""
    k = i
    while t.stem(k) in {"كامله", "مولفه", "مكونه", "باكملها", "واحده", "كلها"} or (t.stem(k) in ("من", "عدد") and k > i - 1 and t.kind(k + 1) == NUMBER):
        k += 1
    if k > i and t.kind(k) == NUMBER and (value := _value(t, k)) is not None and (t.stem(k - 1) in ("من", "عدد") or k > i):
        c.number, c.number_end = k, value.end
        c.low, c.high, c.kind, c.end, c.who, c.single = value.value, value.value, "P", value.end, Who.CIVILIAN, False
        if t.kind(value.end) == PERSON:
            c.end = value.end + 1


def _plural(word: Word | None) -> bool:
    return word is not None and word.value == 3


def _adjectives(t: Tokens, c: Counted, i: int) -> None:
    """Take words that say more of the same people: "young civilian", "other", "additional"."""
    if t.stem(i) == "من" and c.kind == "S" and (of := t.word(i + 1)) is not None and of.kind == PERSON and of.value == 3 and (t.definite[i + 1] or of.note == "kin" or (i + 2 < t.size and t.definite[i + 2])) and not t.prepositions[i + 1]:
        c.who, c.group, c.end = of.who, c.group or of.group, i + 2  # "two hundred dead of the civilians"
        return
    for _ in range(3):
        word = t.word(i)
        if word is not None and c.kind == "P" and word.kind == STATE and not t.definite[i] and not t.conjunctions[i] and not t.prepositions[i] and word.outcome in _SAID_OF and (word.value == 3 or c.single):
            c.kind, c.outcome, c.end = "S", word.outcome, i + 1  # "three soldiers hurt"
            c.single = False
            return
        if word is None or t.conjunctions[i] or t.prepositions[i]:
            if t.stem(i) in ("اضافيين", "جدد"):
                c.added = True
                c.end = i = i + 1
                continue
            return
        if t.kind(i) == OTHER:
            c.more = True
            c.added = word.note == "اخري"
        elif t.kind(i) == PERSON and word.note == "kin":
            if c.head < 0 or t.stem(c.head) not in _RELATED or not c.single:
                return
        elif t.kind(i) == PERSON and (word.value == 3) == _plural(t.word(c.head)):
            if c.who is Who.UNSPECIFIED:
                c.who = word.who
            c.group = c.group or word.group
        elif t.kind(i) == NUMBER and t.stem(i) in {"واحد", "واحده", "اثنان", "اثنين"} and not t.definite[i]:
            pass
        elif word.kind == "x" and word.note in {"اضافي", "اضافيه", "جديد", "جديده", "اضافيين"}:
            c.added = True
        else:
            return
        c.end = i = i + 1
        if t.kind(i - 1) == NUMBER and t.stem(i) == "من":
            _adjectives(t, c, i)  # "one wounded of the farm workers"
            return


#: What a noun behind a noun of people can say of them.
_SAID_OF: Final = frozenset((Outcome.KILLED, Outcome.INJURED, Outcome.MISSING))
#: What may stand behind "the killing of" and is no name.
_NO_NAMES: Final = frozenset("دفعه واحده مره ذلك مباشره بالغه خطيره خطره عدد كامل جميع كل بعض احد اي مزيد نحو اكثر عموم سبعه كثير كثيره اخرين اخري جديده بجروح تعرض تعرضت له لها لهم بها به طفيفه حرجه متفاوته مدني مدنيه جراء رميا ذبحا غدرا دهسا خنقا حرقا اثر خلال نتيجه عن من في علي هذا هذه ذلك تلك منفذ مطلوب".split())


def _named(t: Tokens, i: int) -> Counted | None:
    """Return the one person that two unknown words behind "the killing of" name; they are counted, not kept."""
    word = t.words[i]
    if word is None or (word.kind == STATE and t.stems[i] != "اصابه") or (word.kind != STATE and word.value != 1):
        return None
    k = i + 1
    if t.kind(k) != "x" or t.kind(k + 1) != "x" or t.definite[k] or t.prepositions[k] or t.conjunctions[k] or t.conjunctions[k + 1] or t.prepositions[k + 1]:
        return None
    if t.stems[k] in _NO_NAMES or t.stems[k + 1] in _NO_NAMES or not t.stems[k].isalpha() or t.stems[k].isascii() or t.stems[k].endswith(("ه", "ات")) or len(t.stems[k]) < 3:
        return None
    return Counted(k, k + 2, k, k + 1, 1, 1, "P", head=-1, single=True)


_SERVICES: Final = frozenset("اطفا انقاذ اسعاف دفاع اغاثه اعلام صحافه دين قضا اعمال".split())


def _served(t: Tokens, c: Counted) -> None:
    """Take who they are from the service that they are men of ("men of the fire brigade"), or from the age of one."""
    if c.who is not Who.UNSPECIFIED or c.head < 0:
        return
    if t.stem(c.head) == "رجال" and t.stem(c.head + 1) in _SERVICES and t.definite[c.head + 1]:
        c.who, c.group = Who.CIVILIAN, ""
    elif c.low == c.high == 1 and any(t.stem(k) in _AGE and (age := _value(t, k + 1)) is not None and age.value < 18 and t.stem(age.end) in _YEARS for k in range(c.end, min(t.size - 1, c.end + 2))):
        c.who = Who.CIVILIAN


_YEARS: Final = frozenset("سنه سنوات سنين عاما عام اعوام شهرا شهور اشهر".split())


def _predicate(t: Tokens, c: Counted) -> None:
    """Take who they are from what is said of them right behind: "one of the wounded is a pupil", "the three dead are workers"."""
    word = t.word(c.end)
    if c.kind != "S" or word is None or word.kind != PERSON or t.definite[c.end] or t.conjunctions[c.end] or t.prepositions[c.end] or word.note == "kin":
        return
    c.who, c.end = word.who, c.end + 1
    c.group = c.group or word.group


def _unnumbered(t: Tokens, i: int) -> Counted | None:
    """Return the count of a dual, a bare singular, a noun with its number behind it, or "one of the"."""
    word = t.words[i]
    if t.kinds[i] == OTHER:
        if word is not None and word.value == 1 and not t.definite[i] and t.kind(i - 1) in (DEATH, INJURY):
            return Counted(i, i + 1, i, i + 1, 1, 1, "P", head=i, single=True, more=True)
        return None
    if t.kinds[i] == NUMBER:
        if t.stems[i] in ("احد", "احدي") and (after := t.word(i + 1)) is not None and t.kind(i + 1) in (PERSON, STATE) and after.value > 1 and (t.definite[i + 1] or after.note == "kin"):
            one = Counted(i, i + 2, i, i + 1, 1, 1, after.kind, who=after.who, group=after.group, outcome=after.outcome, head=i + 1, single=True)
            _predicate(t, one)
            return one
        return None
    if word is None or (t.stems[i] == "ابنا" and i + 1 < t.size and t.definite[i + 1]):
        return None  # "the sons of the village" are many
    if word.value == 3 and t.kind(i + 1) == NUMBER and t.stem(i + 1) in ("اثنين", "اثنان") and not t.definite[i + 1] and not t.conjunctions[i + 1]:
        return Counted(i, i + 2, i + 1, i + 2, 2, 2, word.kind, who=word.who, group=word.group, outcome=word.outcome, head=i)  # a dual that is spelt as the plural
    if t.kinds[i] == PERSON and t.stem(i - 1) in _PLACE_NOUNS:
        return None  # "the village of Umm ..."
    behind = t.definite[i + 1] if i + 1 < t.size else False
    if behind and t.kind(i + 1) == NUMBER and NUMBER_WORDS.get(t.stem(i + 1), (0, ""))[1] == "unit" and word.value == 3:
        value = NUMBER_WORDS[t.stem(i + 1)][0]
        c = Counted(i, i + 2, i + 1, i + 2, value, value, word.kind, who=word.who, group=word.group, outcome=word.outcome, head=i)
        c.definite = t.definite[i]
        _predicate(t, c)
        return c
    if word.kind == FAMILY:
        c = Counted(i, i + 1, i, i + 1, 1, 1, "Z", who=Who.CIVILIAN, head=i, single=True)
        _members(t, c, i + 1)
        if c.kind == "Z" and word.value == 2:
            c.low = c.high = 2
        return c if c.kind == "P" or word.value == 2 else None
    if word.value == 1 and t.kinds[i] == PERSON and t.kind(i - 1) == EVENT and not t.definite[i] and not t.conjunctions[i] and t.stems[i].endswith("ي") and not word.group and word.who is Who.UNSPECIFIED:
        return None  # "an American raid"
    if word.value == 1 and t.definite[i] and t.kind(i - 1) == "T" and t.raw[i - 1].startswith("ال") and not t.conjunctions[i] and t.stems[i].endswith("ي"):
        return None  # "the Syrian regime"
    if word.value > 2 or (word.kind == STATE and ((word.note == "ه" and word.value == 1) or t.stems[i] == "رفات")):
        return None
    if word.value == 2 and t.stem(i) in ("والدين",):
        return None
    c = Counted(i, i + 1, i, i + 1, word.value, word.value, word.kind, who=word.who, group=word.group, outcome=word.outcome, head=i, single=True)
    c.definite = t.definite[i] or word.note == "kin"
    if word.value == 1 and t.raw[i].endswith("ا") and not t.stems[i].endswith("رجلا") and any(t.stem(k) in ("حتفهما", "مصرعهما") for k in range(i + 1, i + 5)):
        c.low = c.high = 2  # "two sellers of vegetables met their death": a dual that has lost its ending
    if word.kind == STATE and word.outcome is Outcome.BODIES_RECOVERED and t.kind(i + 1) == STATE and not t.conjunctions[i + 1]:
        c.end = i + 2
        inner = t.words[i + 1]
        if inner is not None and word.value == 1:
            c.low = c.high = min(inner.value, 2)
    _adjectives(t, c, c.end)
    later = _bound_after(t, c.end) if t.kind(c.end - 1) == NUMBER else None
    if later is not None and later[0] == MIN:
        c.high, c.end, c.single = None, later[1], False  # "one dead at least"
    return c
