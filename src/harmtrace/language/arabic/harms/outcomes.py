"""What befell the people of an Arabic count, by what governs it, the verb behind it, and the words round it."""

from typing import Final

from harmtrace.language.arabic.counts.heads import AGE, YEARS, in_ranks
from harmtrace.language.arabic.counts.numerals import value_at
from harmtrace.language.arabic.counts.records import Counted
from harmtrace.language.arabic.harms.records import Governor, Harm
from harmtrace.language.arabic.harms.spoken import struck_before
from harmtrace.language.arabic.harms.words import (
    BEFELL,
    BODIES,
    CARRIES_OFF,
    COST,
    DIED,
    FATES,
    HOSPITAL,
    LIMBS,
    LIVES,
    LOST_OWN,
    MET_DEATH,
    MISSING,
    MOURNS,
    NEEDS,
    NEVER_BACK,
    NO_SINGLE_AFTER,
    RUBBLE,
    STRIKES_ONE,
    THEIR_LIVES,
    TOOK,
    TORN,
    TRAPPED,
    UPON,
    WENT,
    WOUNDS,
)
from harmtrace.language.arabic.tokens import DATE, Tokens
from harmtrace.language.arabic.words import (
    AMONG,
    BREAK,
    DEATH,
    EVENT,
    FALL,
    FAMILY,
    INJURY,
    LOSS,
    MOVES,
    NOT,
    NUMBER,
    PERSON,
    RECOVERY,
    SAY,
    STATE,
    THAT,
    TOLL,
    VAGUE,
)
from harmtrace.records.claim import Outcome, Who


def outcome_of(t: Tokens, counts: dict[int, Counted], s: Governor, c: Counted, out: list[Harm], *, item: bool) -> Outcome | None:
    """Return what a count says happened, None where it is no harm."""
    i = c.start
    before = t.stem(i - 1) if i else ""
    if c.kind == "S":
        if c.single and c.outcome is Outcome.MISSING and out and out[-1].outcome is Outcome.MISSING and out[-1].counted.single and out[-1].counted.low == 1 and i - out[-1].end < 5 and not t.conjunctions[i]:
            return None  # "a greengrocer is still missing": counted with who it is
        if c.single and not (before == "علي" and s.used == 0 and t.stem(s.at) in UPON and i - s.at < 4) and not _single_stands(t, s, c, before, item=item):
            return None
        if c.part and s.outcome is Outcome.KILLED and i - s.at <= 4:
            c.part = False
            return Outcome.KILLED
        if c.outcome is Outcome.INJURED and not c.single and t.kind(c.end) == DEATH and _verb_after(t, counts, c) is Outcome.KILLED:
            c.part = True
            return Outcome.KILLED  # "three of the wounded departed this life"
        if c.outcome is Outcome.INJURED and s.outcome is Outcome.KILLED and not s.used and i - s.at == 1 and t.stems[s.at] in DIED:
            return Outcome.KILLED  # "the death of four wounded"
        if s.outcome is Outcome.BODIES_RECOVERED and c.outcome in (Outcome.KILLED, Outcome.BODIES_RECOVERED, None):
            return Outcome.BODIES_RECOVERED
        if c.outcome is Outcome.BODIES_RECOVERED and not c.single and s.outcome is Outcome.KILLED and s.at == i - 1:
            return Outcome.KILLED
        if c.outcome is Outcome.KILLED_OR_INJURED and s.toll is not None:
            return s.toll
        return missing_tail(t, c) if c.outcome is Outcome.KILLED_OR_INJURED and missing_tail(t, c) else c.outcome
    if c.kind in "Pv" and not c.single and (before in LIVES or _paid(t, c)):
        return Outcome.KILLED
    if c.single and before in ("روح", "حياه") and not s.used and s.outcome is Outcome.KILLED and i - s.at < 6 and t.stem(s.at) in CARRIES_OFF:
        return Outcome.KILLED  # "the shell carried off the soul of a child"
    if c.kind in "PSv" and not c.part and (lost := _lost_from_sight(t, c, before)) is not None:
        return lost
    if not c.single and before == "الي" and s.moved and t.kind(c.end) == TOLL and (whom := _of_whom(t, c)) is not None:
        return whom
    if c.kind == "v" and not t.definite[i] and not c.part and t.kind(c.end) == TOLL and not t.conjunctions[c.end] and t.kind(c.end + 1) == PERSON and (whom := _of_whom(t, c)) is not None:
        return whom  # "291 is the number of the civilians who were killed"
    if not c.single and before == "الي" and s.moved and t.kind(c.end) == TOLL and (dead := t.word(c.end + 1)) is not None and dead.kind == STATE:
        return Outcome.KILLED if dead.outcome is Outcome.KILLED_OR_INJURED else dead.outcome  # "to 12 rose the number of the dead"
    if c.kind == "v" and t.stem(c.end) in ("هو", "هي", "كان") and t.kind(c.end + 1) == TOLL and (told := t.word(c.end + 2)) is not None and told.kind == STATE:
        return Outcome.KILLED if told.outcome is Outcome.KILLED_OR_INJURED else told.outcome  # "fifteen is the number of the wounded"
    if c.kind == "u" and s.outcome is None and not (s.toll is not None and s.moved):
        return None
    if not c.single and t.stem(c.end) in _TAKEN_AS and (as_what := t.word(c.end + 1)) is not None and as_what.kind == STATE and as_what.value == 3 and not t.definite[c.end + 1] and not t.conjunctions[c.end + 1] and not t.prepositions[c.end + 1]:
        return as_what.outcome  # "24 others were taken away wounded"
    after = _verb_after(t, counts, c)
    missing = missing_tail(t, c)
    if missing is not None and (s.outcome is not Outcome.KILLED or i - s.at > 6 or (s.used and "," in t.kinds[s.at : i])) and after is None:
        return missing
    if after is None and c.kind != "v" and not TRAPPED.isdisjoint(t.stems[c.start : c.end + 3]):
        return None
    if c.kind == "v" and not c.part and s.toll_at == i - 1 and s.toll is None and not s.moved and t.definite[s.toll_at] and not t.definite[i] and t.kind(c.end) in (".", ",", "A", "p"):
        return _default_toll(t, s, out)  # "says that the number is 18"
    if c.kind == "v" and 0 <= s.toll_at < i - 1 and s.toll is None and not s.moved and t.kind(c.end) in (".", ",") and all(t.kinds[k] == DATE for k in range(s.toll_at + 1, i)):
        return _default_toll(t, s, out)  # "the toll of October was 249"
    if s.toll_at >= 0 and (s.toll is not None or s.moved):
        if c.single and s.toll is not None and t.kind(i - 1) == ":" and s.toll_at >= i - 3 and not t.definite[i]:
            return s.toll  # "Dead: two children"
        if c.single and (s.at < s.toll_at or s.used or s.outcome is not Outcome.KILLED or i - s.at > 2):
            return None
        if c.single:
            return s.outcome  # "the toll rose to 12 with the death of a woman"
        if c.kind == "v" and i - s.toll_at <= 9 and s.toll is not None and all(t.kinds[k] in ("x", "p", PERSON, STATE, DATE, "T", "E", "X") for k in range(s.toll_at + 1, i)) and t.kind(c.end) in (".", "p", "A", ",", "x"):
            return s.toll  # "all dead of the valley from Monday to today: 32"
        if s.moved or t.kind(i - 1) in (":", DATE) or i - s.toll_at < 4 or before in ("الي",):
            return s.toll or _default_toll(t, s, out)
    if c.kind == "v" and s.used and s.outcome is Outcome.KILLED and t.stem(c.end) == "في" and t.stem(c.end + 1) in HOSPITAL:
        return Outcome.INJURED  # "and more than 40 in hospital"
    if after is not None and after is not s.outcome and (c.single or t.kind(c.end) in (INJURY, DEATH)) and THAT in t.kinds[max(s.at, 0) : i]:
        return after  # "killed a child, and that his grandmother was hurt"
    if after is not None and after is not s.outcome and c.single and t.conjunctions[i] and any(told.end == s.at for told in counts.values()):
        return after  # "my wife died at once and my son was hurt"
    if s.outcome is not None and _governed(t, s, c, before):
        if s.outcome is Outcome.BODIES_RECOVERED and c.kind in "vPu":
            found = not c.single and (_dead_near(t, c) or c.kind == "v" or t.stem(i - 1) in BODIES)
            return Outcome.BODIES_RECOVERED if found else None
        return s.outcome
    if after is not None:
        return after
    if s.fell and c.kind in "PZv" and i - s.at <= 4 and not c.single:
        return Outcome.KILLED
    return None


_WHO: Final = frozenset("الذين اللواتي ممن اللي".split())


def _of_whom(t: Tokens, c: Counted) -> Outcome | None:
    """Return what befell those whom "the number of" behind a number tells: "the number of the medics who were killed"."""
    whom = t.word(c.end + 1)
    if whom is None or whom.kind != PERSON or t.stem(c.end + 2) not in _WHO or t.kind(c.end + 3) not in (DEATH, INJURY):
        return None
    verb = t.words[c.end + 3]
    c.who, c.group, c.kind = whom.who, whom.group, "P"
    return verb.outcome if verb is not None else None


_TAKEN_AS: Final = frozenset("نقلوا نقل نقلت وصلوا خرجوا سقطوا وقعوا اصبحوا اخرجوا".split())


def _lost_from_sight(t: Tokens, c: Counted, before: str) -> Outcome | None:
    """Read what befell people told by a phrase: their fate is unknown, nobody reaches them, they never came back, wounds befell them."""
    i = c.start
    if before == "مصير" and not t.prepositions[i] and (any(t.stem(k) in _KNOWN or t.stem(k) in ("غامض", "غامضا", "غير") for k in range(c.end, c.end + 4)) or any(t.stem(k) in _KNOWN for k in range(max(0, i - 4), i - 1))):
        return Outcome.MISSING  # "the fate of eleven nurses is unknown"
    searched = i - 2 if before == '"' else i - 1
    if not c.single and t.stem(searched) == "عن" and any(t.stem(k) in _SEARCHES for k in range(max(0, searched - 5), searched)) and not any(t.kinds[k] in (".", NUMBER, DEATH) for k in range(max(0, searched - 5), searched)) and _lost_people(t, c):
        return Outcome.MISSING  # "the crews look for seven workers"
    if before == "اتصال" and t.prepositions[i] == "ب" and any(t.stem(k).startswith(("انقطع", "انقطاع", "فقد")) for k in range(max(0, i - 4), i - 1)):
        return Outcome.MISSING
    if not c.single and "تحت" in t.stems and _under_rubble(t, i):
        return Outcome.MISSING
    if before in BEFELL or t.stem(i - 2) in BEFELL or t.stem(c.end) in BEFELL:
        return Outcome.INJURED if any(t.stem(k) in WOUNDS and t.prepositions[k] == "ل" for k in range(c.end, min(t.size, c.end + 3))) else None
    if before in WENT or t.stem(c.end) in WENT:
        for k in range(c.end, min(t.size, c.end + 7)):
            if t.kinds[k] == NOT and t.stem(k + 1) in NEVER_BACK and (t.kind(k + 2) in (".", ",", DATE, "p", '"') or t.stem(k + 2) in _TILL):
                return Outcome.MISSING  # "my brother went out for bread and has not come back"
            if t.kinds[k] in (".", ","):
                break
    return None


_SEARCHES: Final = frozenset("بحث يبحث تبحث يبحثون نبحث ابحث تفتيش يفتش تفتش يفتشون فتش بحثا".split())
_WANTED: Final = frozenset("مطلوب مطلوبين مشتبه مشتبها متهم متهمين فار فارين هارب هاربين منفذ منفذي مهاجم مهاجمين شهود شاهد عمل وظايف ناجين ناجي".split())


def _lost_people(t: Tokens, c: Counted) -> bool:
    """Tell those whom rescuers or kin look for from suspects, and from who are sought alive."""
    return c.who is not Who.COMBATANT and c.kind in "PvZ" and _WANTED.isdisjoint(t.stems[c.start : c.end + 2])


def _under_rubble(t: Tokens, i: int) -> bool:
    """Tell people told of behind where they lie: "they look under the rubble for five", "under the roof there may be five"."""
    for k in range(i - 2, max(-1, i - 5), -1):
        if t.stems[k] == "تحت" and t.stems[k + 1] in RUBBLE:
            told = t.kinds[max(0, k - 4) : k]
            between = t.kinds[k + 2 : i]
            return t.stem(k - 1) != "من" and not any(kind in _TOLD_OF for kind in (*told, *between)) and "," not in between
    return False


_TOLD_OF: Final = frozenset((DEATH, INJURY, RECOVERY, STATE, NUMBER))
_TILL: Final = frozenset("حتي منذ الي بعد قط ابدا لليوم للان".split())


def _paid(t: Tokens, c: Counted) -> bool:
    """Tell "the raid cost 33 people their lives"."""
    return not THEIR_LIVES.isdisjoint(t.stems[c.end : c.end + 3]) and any(t.stem(k) in COST for k in range(max(0, c.start - 16), c.start))


def _default_toll(t: Tokens, s: Governor, out: list[Harm]) -> Outcome | None:
    """Return what a toll counts that names nobody: the dead, where it is called a toll at all; else "the number" is that of those told of before."""
    stem = t.stem(s.toll_at)
    if stem.startswith(("حصيل", "محصل")):
        return Outcome.KILLED
    if stem not in _NUMBERS or not t.definite[s.toll_at] or not (s.toll_at + 1 < t.size and _alone(t, s.toll_at + 1)):
        return None
    return next((harm.outcome for harm in out if harm.outcome in _DEAD), None) or (out[-1].outcome if out else s.told)


_NUMBERS: Final = frozenset("عدد مجموع اجمالي".split())
_DEAD: Final = (Outcome.KILLED, Outcome.BODIES_RECOVERED)


def _alone(t: Tokens, k: int) -> bool:
    """Tell "the number" from "the number of" those whom an adjective or noun behind it tells."""
    return not (t.definite[k] and t.kinds[k] in ("x", PERSON, "X")) or t.stems[k] in ("كلي", "اجمالي", "نهايي", "حقيقي", "صحيح", "هناك")


def _dead_near(t: Tokens, c: Counted) -> bool:
    return any(t.stem(k) in ("رفات", "ميتا", "متوفين") for k in range(max(0, c.start - 4), min(t.size, c.end + 5)))


def _single_stands(t: Tokens, s: Governor, c: Counted, before: str, *, item: bool) -> bool:
    """Tell whether a bare "martyr" or "wounded man" counts one."""
    i = c.start
    if before in ("راح", "راحت") and s.last == i - 1:
        return False  # "the porter fell victim": counted already
    if c.definite and c.low == 2 and t.stem(c.end) in ("هما", "وهما"):
        return True
    if c.definite and c.low == 1 and before in MOURNS:
        return True  # "we mourn the martyr ..."
    if c.definite:
        direct = s.outcome is not None and 0 <= i - s.at <= 2
        return direct or (item and c.low == 1 and i <= 5)
    men = t.word(i - 1)
    if men is not None and men.kind == PERSON and men.note == "kin" and t.stem(i - 2) == "من" and s.outcome is not None and 0 <= i - s.at <= 3:
        c.who = men.who if c.who is Who.UNSPECIFIED else c.who
        return True  # "of our men fell one martyr"
    if men is not None and s.outcome is Outcome.BODIES_RECOVERED and c.outcome is Outcome.BODIES_RECOVERED and i - s.at == 2 and (t.definite[i - 1] or men.note == "kin"):
        return True  # "the people of the place recovered two bodies"
    if c.low == 2 and s.moved and s.toll_at >= 0 and (before == "الي" or t.prepositions[i] == "ل"):
        return True  # "the toll rose to two dead"
    if before in NO_SINGLE_AFTER or t.prepositions[i] or before in {"اي", "كل", "ابن", "ام", "عايله", "منزل", "لا", "بين"} or t.kind(i - 1) in (FAMILY, PERSON, NOT):
        return False
    return not (t.conjunctions[i] and t.stem(i - 2) == "بين")


def _governed(t: Tokens, s: Governor, c: Counted, before: str) -> bool:
    """Tell whether a count belongs to the verb or noun of harm that governs."""
    i = c.start
    gap = i - max(s.at, s.last if s.used else s.at)
    if s.negated and not c.vague and c.single:
        return False
    if c.kind in "Pu" and c.single:
        if s.agent >= 0 and 0 < i - s.agent <= 2:
            return False
        taken = t.prepositions[i] == "ب" and t.stem(s.at) in TOOK  # "took a suckling with it"
        if before == "علي" and s.used == 0 and t.stem(s.at) in UPON:
            return i - s.at < 9
        if s.used == 0 and t.kind(s.at + 1) == "," and s.noun:
            return False  # "the annihilation, and the reckoning"
        if before == "من" and t.stem(i - 2) == "كل" and c.head < 0:
            return True  # "killed were both X Y and Z"
        if before in NO_SINGLE_AFTER or (t.prepositions[i] and not taken) or (before in {"اي", "كل", "مقر", "منزل", "سياره", "برتبه", "رتبه", "بيت", "اسم", "عمليه"} and not (t.conjunctions[i] and t.definite[i - 1])):
            return False
        word = t.words[i]
        if c.definite and c.low == 1 and word is not None and word.note != "kin" and i - s.at - t.kinds[s.at + 1 : i].count(DATE) > (5 if s.mourned else 2) and not (s.used and t.conjunctions[i]):
            return False
        if s.used == 0:
            return gap <= 7 and not _is_agent(t, s, c)
        return (t.conjunctions[i] or t.kind(i - 1) == ",") and gap <= 7
    if s.used == 0:
        return gap <= 14
    if t.conjunctions[i] or t.conjunctions[c.number] or (t.stem(i - 2), before) in _AS_WELL_AS:
        return gap <= 7
    return t.kind(i - 1) == "," and gap <= 3


_AS_WELL_AS: Final = frozenset((("اضافه", "الي"), ("بالاضافه", "الي"), ("فضلا", "عن"), ("علاوه", "علي"), ("جانب", "الي")))


def _is_agent(t: Tokens, s: Governor, c: Counted) -> bool:
    """Tell a killer from the killed: "a sniper ... killed a youth"."""
    if s.noun or t.stem(s.at) not in {"قتل", "قتلت", "يقتل", "تقتل", "اعدم", "اعدمت", "جرح", "جرحت", "اغتال"}:
        return False
    if t.stem(c.start) in {"قناص", "قناصه", "مسلحون", "انتحاري", "حرس", "حارس", "جندي", "مسلح", "عنصر", "عناصر", "قايد"}:
        for k in range(c.end, min(t.size, c.end + 8)):
            if t.kind(k) in (".", DEATH, INJURY, BREAK, ",") or (t.kind(k) == SAY and t.stem(k) != "تابع"):
                return False
            word = t.word(k)
            if word is not None and t.kind(k) == PERSON and t.letters.text[t.ends[k] - 1] == "ا" and not t.prepositions[k] and t.kind(k - 1) != "p":
                return True
            if t.kind(k) == NUMBER and t.kind(k + 1) == PERSON:
                return True
    return False


_ENDS_CLAUSE: Final = frozenset((".", ",", ":", BREAK, SAY, FALL, EVENT, TOLL, THAT))
_PARTS: Final = frozenset((".", ",", DEATH, INJURY, BREAK, RECOVERY))


def _verb_after(t: Tokens, counts: dict[int, Counted], c: Counted) -> Outcome | None:
    """Return what a verb behind a count says of them: "571 civilians were killed", "a family ... died"."""
    first = c.end
    if t.kind(first) == "," and (t.kind(first + 1) == AMONG or t.stem(first + 2) == "بينهم" or t.stem(first + 1) == "بينهم"):
        first = next((k + 1 for k in range(first + 1, min(t.size, first + 14)) if t.kinds[k] == ","), first)
    past = first
    while (beside := counts.get(past)) is not None and c.kind == "P" and beside.kind == "P" and t.conjunctions[past] and (c.single or beside.single):
        past = beside.end  # "his wife and two children were killed"
    if past == first:
        first = past = _past_age(t, first)
    reach = past + 2 if past > first else first + 6
    for k in range(past, min(t.size, reach)):
        kind = t.kinds[k]
        if kind in _ENDS_CLAUSE or k in counts:
            return None
        if t.stems[k] in TORN and t.stem(k + 1).startswith(LIMBS) and c.kind in "PZ":
            return Outcome.INJURED  # "three old women whose legs were torn off"
        if kind == LOSS and t.stem(k + 1) in THEIR_LIVES:
            return Outcome.KILLED
        if kind in (DEATH, INJURY, LOSS):
            word = t.words[k]
            if word is None or t.stem(k + 1) in LOST_OWN or word.value == 1 or t.conjunctions[k] or t.prepositions[k] or t.definite[k]:
                return None
            if word.note in ("لقي", "لقوا", "لقيا") and not any(t.stem(j) in MET_DEATH for j in range(k, k + 4)):
                return None
            if word.note in ("قتل", "جرح", "قتلت") and c.low not in (1, None) and c.single is False and k > c.end:
                return None
            if word.note in STRIKES_ONE:
                return None
            if word.note in ("راح", "راحت") and c.single and c.kind == "P" and c.definite and k == c.end and t.kind(k + 1) in (".", ",", '"') and struck_before(t, k):
                return Outcome.KILLED  # "and the porter is gone"
            if word.note in NEEDS or word.note in ("راح", "راحت"):
                needs = NEEDS.get(word.note, ())
                return Outcome.KILLED if k <= c.end + 2 and any(t.stem(j) in needs for j in (k + 1, k + 2)) and word.note not in TOOK else None
            return word.outcome
    return None


def _past_age(t: Tokens, k: int) -> int:
    """Return the token behind an age that is told of a person: "a child who is eleven years old", "a boy (9 years)"."""
    opened = next((j for j in range(k, min(t.size, k + 4)) if t.kinds[j] != "x"), k)  # behind the name
    if t.kind(opened) == "(":
        closed = next((j for j in range(opened + 1, min(t.size, opened + 6)) if t.kinds[j] == ")"), None)
        return k if closed is None else closed + 1
    j = k
    while t.stem(j) in AGE or (j > k and t.stem(j) == "من"):
        j += 1
    if j == k or t.kind(j) != NUMBER or (age := value_at(t, j)) is None:
        return k
    return age.end + (t.stem(age.end) in YEARS)


_KNOWN: Final = frozenset("نعرف يعرف تعرف يعلم نعلم تعلم معروف معلوم مجهول مجهولا يزال".split())


_STILL: Final = frozenset("لسا لسه لساتهن لساتهم لسع لسه مازال مازالوا مازالت زالوا زالت زال لازالوا لازال لايزالون".split())


def missing_tail(t: Tokens, c: Counted) -> Outcome | None:
    """Return "missing" where the words behind a count say so: under rubble, unaccounted for."""
    kinds, end = t.kinds, c.end
    for k, stem in enumerate(t.stems[c.start : end + (12 if not c.single and not FATES.isdisjoint(t.stems[end : end + 12]) else 6)], c.start):
        if k >= end and kinds[k] == "," and t.stem(k + 1) in _STILL:
            continue  # "the family, five souls, are still under the rubble"
        if k >= end and (kinds[k] in _PARTS or (c.single and kinds[k] in (NUMBER, VAGUE, SAY))):
            return None
        if (stem in MISSING or stem.startswith("مفقود")) and k > c.number:
            return Outcome.MISSING
        if stem == "تحت" and (t.stem(k - 1) != "من" or NOT in kinds[end:k]) and any(t.stem(j) in RUBBLE for j in (k + 1, k + 2)):
            return Outcome.MISSING
        if stem in FATES and k > c.number and any(t.stem(j) in _KNOWN for j in range(max(c.number, k - 3), k)):
            return Outcome.MISSING  # "we do not know their fate"
        if (stem == "عداد" and t.stem(k + 1) in MISSING) or (stem in ("مجهولي", "مجهولو", "مجهولا", "مجهول") and "مصير" in (t.stem(k + 1), t.stem(k - 1), t.stem(k - 1)[:4])):
            return Outcome.MISSING
    return None


def both_outcomes(t: Tokens, c: Counted) -> Outcome | None:
    """Return the outcome of "between killed and wounded", "dead and wounded"."""
    k = c.end
    if t.stem(k) == "ما" and t.stem(k + 1) == "بين":
        k += 1
    if t.stem(k) == "بين" and t.kind(k + 1) in (STATE, DEATH) and (t.kind(k + 2) in (STATE, PERSON) or t.stem(k + 2) in TRAPPED):
        second = t.words[k + 2]
        stem = t.stem(k + 2)
        c.end = k + 3
        if second is not None and second.outcome is Outcome.INJURED:
            return Outcome.KILLED_OR_INJURED
        if stem in MISSING or stem in TRAPPED or (second is not None and second.outcome is Outcome.MISSING):
            return Outcome.KILLED_OR_MISSING
        return Outcome.KILLED_OR_INJURED
    if c.kind == "S" and c.outcome is Outcome.KILLED and t.kind(k) == STATE and t.conjunctions[k] and not c.single:
        second = t.words[k]
        if second is not None and second.outcome is Outcome.INJURED and second.value == 3 and t.definite[k] == t.definite[c.head] and t.kind(k + 1) not in (NUMBER, VAGUE, ":", MOVES, TOLL):
            c.end = k + 1
            if c.who is Who.UNSPECIFIED and (ranks := in_ranks(t, k + 1)) is not None:
                c.who, c.end = ranks
            return Outcome.KILLED_OR_INJURED
    return None
