"""The noun that an Arabic number counts, and the words that say who they are."""

from typing import Final

from harmtrace.language.arabic.counts.numerals import value_at
from harmtrace.language.arabic.counts.records import Counted
from harmtrace.language.arabic.tokens import Tokens
from harmtrace.language.arabic.words import AMONG, EVENT, FAMILY, NUMBER, OTHER, PARTY, PERSON, STATE, THING, Word
from harmtrace.records.claim import Outcome, Who

#: Relatives that another relative may follow: "the son of his uncle".
_RELATED: Final = frozenset("ابن ابنه ابنت زوجه زوج شقيق شقيقه اخ اخت والد والده ام اب بنت عم خال جد".split())
AGE = frozenset("عمره عمرها عمر العمر البالغ البالغه بالغ بالغه يبلغ تبلغ سن بعمر عمرهما".split())


def find_noun(t: Tokens, c: Counted, i: int) -> None:
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
    if stem in _BIERS and not t.definite[i]:
        c.kind, c.outcome, c.head, c.end = "S", Outcome.KILLED, i, i + 1  # "thirteen funerals went out"
        return
    if stem in _DEATHS_COUNTED and not t.definite[i] and not t.conjunctions[i]:
        c.kind, c.outcome, c.head, c.end = "S", Outcome.KILLED, i, i + 1  # "twelve deaths"
        return
    if stem == "من" and t.kind(i) == "p":
        _of(t, c, i)
        return
    if stem in ("واحد", "نفر") and t.kind(i) == NUMBER and not t.conjunctions[i] and (c.low or c.high or 0) > 2 and t.kind(i + 1) != NUMBER:
        c.kind, c.head, c.end = "P", i, i + 1  # "twelve of them", in spoken Arabic
        return
    if kind == AMONG and stem in ("منهم", "منهن", "منها", "منن", "منون"):
        c.part = True
        return
    if kind == '"' and t.kind(i + 1) in (PERSON, STATE) and not t.definite[i + 1] and any(t.kind(k) == '"' for k in range(i + 2, i + 5)):
        _head(t, c, i + 1)  # "forty «terrorists»"
        return
    word = t.word(i)
    if kind == OTHER:
        c.more, c.end = True, i + 1
        c.added = t.stem(i) == "اخري"
        return
    if stem == "راس" and not t.definite[i] and not t.conjunctions[i] and (t.kind(i + 1) == THING or (t.stem(i + 1) == "من" and t.kind(i + 2) == THING) or t.stem(i + 1) in _WARHEADS):
        c.kind, c.head, c.end = "X", i, i + 2  # "400 head of sheep"
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


_WARHEADS: Final = frozenset("حربي حربيا حربيه نووي نوويا نوويه".split())
_BIERS: Final = frozenset("جنازه جنازات جنايز نعش نعشا نعوش".split())
_DEATHS_COUNTED: Final = frozenset("وفاه وفيات".split())


def _of(t: Tokens, c: Counted, i: int) -> None:
    """Read "five of the wounded", "fifty of the fighters", "tens of civilians"."""
    k = i + 1
    word = t.word(k)
    if t.kind(k) == PARTY and (t.raw[k].startswith("ال") or t.stems[k] in _FORCES):
        c.kind, c.head, c.end, c.who = "P", k, k + 1, Who.COMBATANT  # "22 of the militia"
        return
    if word is None and _trade(t, k):
        c.kind, c.head, c.end, c.who = "P", k, k + 2, Who.CIVILIAN  # "seven of the truffle gatherers"
        return
    if word is None or t.kind(k) not in (PERSON, STATE, FAMILY, OTHER) or word.value == 1:
        return
    if t.kind(k) == STATE:
        c.kind, c.outcome, c.head, c.end = "S", word.outcome, k, k + 1
        c.part = c.vague is None and t.definite[k] and word.outcome is not Outcome.BODIES_RECOVERED
        take_adjectives(t, c, k + 1)
        return
    c.kind, c.head, c.end, c.who, c.group = "P", k, k + 1, word.who, word.group
    if c.who is Who.UNSPECIFIED and t.stems[k] in _MEMBERS and (t.kind(k + 1) == PARTY or (t.stem(k + 1), t.stem(k + 2)) == ("دعم", "سريع")):
        c.who = Who.COMBATANT  # "thirty of the army's men"
    elif c.who is Who.UNSPECIFIED and t.stems[k].startswith("افراد") and (t.kind(k + 1) == FAMILY or (t.stems[k] != "افراد" and FAMILY in t.kinds[: c.start])):
        c.who = Who.CIVILIAN  # "nine of the members of the family"
    take_adjectives(t, c, k + 1)


#: Whose men a number "of" them counts.
_FORCES: Final = frozenset("قوات ميليشيا ميليشيات مليشيا مليشيات فصايل جيش تنظيم حرس داعش قسد".split())
#: Who stands by somebody, and has no trade.
_FOLLOWERS: Final = frozenset("مويدي موالي مناصري مرافقي معارضي مقربي معتقلي موقوفي محتجزي مفقودي مصابي مجهولي".split())


def _trade(t: Tokens, k: int) -> bool:
    """Tell "the gatherers of truffles", "the keepers of bees": an unknown participle in the plural and what they work with."""
    stem = t.stem(k)
    return (
        t.kind(k) == "x" and len(stem) > 3 and stem[-1] == "ي" and (stem[0] == "م" or stem[1] == "ا") and stem not in _FOLLOWERS
        and not t.definite[k] and t.kind(k + 1) in ("x", "X") and t.definite[k + 1] and not t.conjunctions[k + 1] and not t.prepositions[k + 1]
    )  # fmt: skip


_MEMBERS: Final = frozenset("افراد ابنا رجال منتسبي اعضا مرتبات شباب".split())


def _head(t: Tokens, c: Counted, i: int) -> None:
    word = t.words[i]
    if word is None:
        return
    c.kind, c.head, c.end, c.who, c.group, c.outcome = word.kind, i, i + 1, word.who, word.group, word.outcome
    if word.kind == STATE and word.outcome is Outcome.BODIES_RECOVERED and t.kind(i + 1) == STATE and not t.conjunctions[i + 1]:
        c.end = i + 2
    if word.kind == FAMILY:
        take_members(t, c, i + 1)
    take_adjectives(t, c, c.end)
    whose = t.word(c.end)
    if word.outcome is Outcome.BODIES_RECOVERED and whose is not None and whose.kind == PERSON and t.prepositions[c.end] == "ل":
        c.who, c.group, c.end = whose.who, whose.group, c.end + 1  # "four bodies of children"


def take_members(t: Tokens, c: Counted, i: int) -> None:
    """Read "a family of seven people": the members are what is counted."""
    k = i
    if t.kind(k) == PERSON and not t.definite[k] and not t.conjunctions[k] and t.stem(k)[-1] == "ه" and (t.stem(k + 1) in ("مولفه", "مكونه", "كامله") or (t.stem(k + 1) == "من" and t.kind(k + 2) == NUMBER)):
        k += 1  # "a displaced family of seven"
    while t.stem(k) in {"كامله", "مولفه", "مكونه", "باكملها", "واحده", "كلها"} or (t.stem(k) in ("من", "عدد") and k > i - 1 and t.kind(k + 1) == NUMBER):
        k += 1
    if k > i and t.kind(k) == NUMBER and (value := value_at(t, k)) is not None and (t.stem(k - 1) in ("من", "عدد") or k > i):
        c.number, c.number_end = k, value.end
        c.low, c.high, c.kind, c.end, c.who, c.single = value.value, value.value, "P", value.end, Who.CIVILIAN, False
        if t.kind(value.end) == PERSON:
            c.end = value.end + 1


def _plural(word: Word | None) -> bool:
    return word is not None and word.value == 3


def take_adjectives(t: Tokens, c: Counted, i: int) -> None:
    """Take words that say more of the same people: "young civilian", "other", "additional"."""
    if t.stem(i) == "من" and c.kind == "S" and (of := t.word(i + 1)) is not None and of.kind == PERSON and of.value == 3 and (t.definite[i + 1] or of.note == "kin" or (i + 2 < t.size and t.definite[i + 2])) and not t.prepositions[i + 1]:
        c.who, c.group, c.end = of.who, c.group or of.group, i + 2  # "two hundred dead of the civilians"
        return
    if c.who is Who.UNSPECIFIED and (among := in_ranks(t, i)) is not None:
        c.who, c.end = among
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
        elif t.kind(i) == NUMBER and t.stem(i) in {"واحد", "واحدا", "واحده", "اثنان", "اثنين"} and not t.definite[i] and t.stem(i + 1) not in ("منهم", "منهن"):
            pass
        elif word.kind == "x" and word.note in {"اضافي", "اضافيه", "جديد", "جديده", "اضافيين"}:
            c.added = True
        else:
            return
        c.end = i = i + 1
        if t.kind(i - 1) == NUMBER and t.stem(i) == "من":
            take_adjectives(t, c, i)  # "one wounded of the farm workers"
            return


_RANKS: Final = frozenset("صفوف اوساط ضمن".split())


def in_ranks(t: Tokens, i: int) -> tuple[Who, int] | None:
    """Return who "among civilians", "in the ranks of the militia" behind a count says that they are, and where it ends."""
    k = i
    if t.stem(k) not in ("بين", "من", "في", "ضمن"):
        return None
    k += 1
    ranks = t.stem(k) in _RANKS
    k += ranks
    if t.stem(k).startswith("مدني") and k < t.size and t.definite[k]:
        return Who.CIVILIAN, k + 1
    if ranks and (t.kind(k) == PARTY or t.stem(k) in ("عدو", "اعدا") or ((word := t.word(k)) is not None and word.who is Who.COMBATANT)):
        return Who.COMBATANT, k + 1
    return None


#: What a noun behind a noun of people can say of them.
_SAID_OF: Final = frozenset((Outcome.KILLED, Outcome.INJURED, Outcome.MISSING, Outcome.KILLED_OR_INJURED))
_SHOPS: Final = frozenset("محل متجر دكان فرن مخبز مطعم مقهي بقاله ورشه مزرعه بسطه كشك صيدليه معمل بستان".split())
_SERVICES: Final = frozenset("اطفا انقاذ اسعاف دفاع اغاثه اعلام صحافه دين قضا اعمال".split())


def settle_service(t: Tokens, c: Counted) -> None:
    """Take who they are from the service that they are men of ("men of the fire brigade"), or from the age of one."""
    if c.who is not Who.UNSPECIFIED or c.head < 0:
        return
    if c.low == c.high == 1 and t.stem(c.end) in ("صغير", "صغيره") and t.definite[c.end]:
        c.who = Who.CIVILIAN  # "her little son"
    elif t.stem(c.head) in ("صاحب", "صاحبه") and t.stem(c.head + 1) in _SHOPS and c.low == c.high == 1:
        c.who = Who.CIVILIAN  # "the owner of a shop"
    elif t.stem(c.head) == "رجال" and t.stem(c.head + 1) in _SERVICES and t.definite[c.head + 1]:
        c.who, c.group = Who.CIVILIAN, ""
    elif c.low == c.high == 1 and any(t.stem(k) in AGE and (age := value_at(t, k + 1)) is not None and age.value < 18 and t.stem(age.end) in YEARS for k in range(c.end, min(t.size - 1, c.end + (4 if t.stem(c.end + 1) == "من" else 2)))):
        c.who = Who.CIVILIAN


YEARS: Final = frozenset("سنه سنوات سنين عاما عام اعوام شهرا شهور اشهر".split())


def take_predicate(t: Tokens, c: Counted) -> None:
    """Take who they are from what is said of them right behind: "one of the wounded is a pupil", "the three dead are workers"."""
    word = t.word(c.end)
    if c.kind != "S" or word is None or word.kind != PERSON or t.definite[c.end] or t.conjunctions[c.end] or t.prepositions[c.end] or word.note == "kin":
        return
    c.who, c.end = word.who, c.end + 1
    c.group = c.group or word.group
