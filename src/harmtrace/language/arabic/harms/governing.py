"""Words that are no count, and what they make of the counts behind them: verbs and nouns of harm, tolls, labels, brackets."""

from typing import Final

from harmtrace.language.arabic.counts.records import Counted
from harmtrace.language.arabic.harms.breakdowns import mostly
from harmtrace.language.arabic.harms.records import Governor, Harm
from harmtrace.language.arabic.harms.spoken import goes_somewhere, struck_before
from harmtrace.language.arabic.harms.words import (
    BOATS,
    BODIES,
    BURNT,
    ENDS,
    FELL,
    GONE,
    GOVERNS,
    ILLNESS,
    LEFT,
    LIMBS_OWN,
    LOST_OWN,
    MET_DEATH,
    MOURNS,
    NEEDS,
    OF_ITS_OWN,
    ONE_OF_THEM,
    STRIKES_ONE,
    THEIR_LIVES,
    TOOK,
)
from harmtrace.language.arabic.tokens import Tokens
from harmtrace.language.arabic.words import (
    AMONG,
    BREAK,
    DEATH,
    FALL,
    INJURY,
    LOSS,
    MOSTLY,
    MOVES,
    NOT,
    PERSON,
    RECOVERY,
    SAY,
    STATE,
    THAT,
    TOLL,
)
from harmtrace.records.claim import Outcome, Step, Who


def take_word(t: Tokens, counts: dict[int, Counted], s: Governor, i: int, kind: str, out: list[Harm]) -> None:
    """Take in a word that is no count: what it makes of the counts to come."""
    if t.stems[i] in ("هم", "هن"):
        if t.conjunctions[i] and out and i + 1 in counts:
            s.among, s.outcome = out[-1], None  # "and they are three men and six children"
        elif out and i + 1 in counts and i - out[-1].end <= 1 and (out[-1].counted.low or 0) > 1 and counts[i + 1].single:
            s.among, s.outcome = out[-1], None  # "four civilians, they are a father, his wife and their two daughters"
        elif out and i + 1 in counts and i - out[-1].end <= _OF_THEM and s.outcome is out[-1].outcome:
            s.at, s.used = i, 0
    elif kind in GOVERNS or (kind == STATE and t.stems[i] == "اصابه"):
        _govern(t, counts, s, i, kind)
    elif kind == SAY and t.stems[i] == "تابع" and i + 1 < t.size and t.prepositions[i + 1] == "ل":
        return
    elif t.stems[i] in ENDS and t.stem(i + 1) == "علي" and _count_within(counts, i + 2, 1):
        s.outcome, s.at, s.noun, s.fell, s.used, s.of, s.among = Outcome.KILLED, i + 1, True, False, 0, False, None
    elif t.stems[i] in BURNT and i + 1 in counts and counts[i + 1].kind in "PZ" and not t.conjunctions[i + 1] and not t.prepositions[i + 1]:
        s.outcome, s.at, s.noun, s.fell, s.used, s.of, s.among = Outcome.KILLED, i, t.stems[i] == "احتراق", False, 0, False, None
    elif t.stems[i] in MOURNS:
        s.outcome, s.at, s.noun, s.fell, s.used, s.of, s.among, s.mourned = Outcome.KILLED, i, False, False, 0, False, None, True
    elif kind in (BREAK, SAY):
        s.outcome, s.fell, s.toll, s.toll_at, s.among, s.moved = None, False, None, -1, None, False
    elif kind == TOLL and t.stem(i - 1) == "اصل":
        return  # "of the toll, 62 were killed by"
    elif kind == TOLL:
        s.rises = s.rises and i - s.last < 3
        s.passed = t.stem(i - 1) in _PASSED
        s.toll_at, s.toll, s.outcome, s.moved, s.among, s.last = i, None, None, s.moved and i - s.moved_at < 3, None, i
        s.toll_who = Who.UNSPECIFIED
    elif kind == MOVES:
        word = t.words[i]
        s.moved, s.moved_at = True, i
        if word is not None and word.note == "rise":
            s.rises, s.last = True, i
    elif kind == STATE:
        _state_noun(t, counts, s, i)
    elif kind == AMONG and out and t.stems[i] in ONE_OF_THEM and t.kind(i - 1) == DEATH and i + 1 not in counts:
        one = Counted(i, i + 1, i, i + 1, 1, 1, "P", head=i, single=True, part=True)
        out.append(Harm(counted=one, start=i - 1, end=i + 1, outcome=Outcome.KILLED, step=Step.PART, rule="part/1", who=out[-1].who))  # "where one of them died"
    elif kind == AMONG and out and not t.stems[i].startswith("احد"):
        s.among = out[-1] if s.toll_at < 0 or out[-1].start >= s.toll_at else None
        s.outcome = None
    elif kind in "()":
        _bracket(t, s, i, kind, out)
    elif kind == MOSTLY and out:
        mostly(t, out[-1], i)
    elif kind == THAT and t.stems[i] != "ان":
        s.among = None
    if t.stems[i] in {"رصاص", "نيران", "يد", "ايدي", "رصاصه"} or (t.stems[i] == "قبل" and t.stem(i - 1) == "من"):
        s.agent = i


#: Words from a count to "they are", which tells who they were: "six civilians of one family, they are two men and".
_OF_THEM: Final = 5


def _bracket(t: Tokens, s: Governor, i: int, kind: str, out: list[Harm]) -> None:
    """Let a count in brackets break down the count right before them: "nine civilians (five children and a woman)"."""
    if kind == "(" and out and 0 <= i - out[-1].end <= 3 and "," not in t.kinds[out[-1].end : i]:
        s.among, s.bracket = out[-1], i
    elif kind == ")" and s.bracket >= 0:
        s.among, s.bracket = None, -1


#: A sentence, the verbs of who hands it down or asks for it, and who hands it down.
_SENTENCE: Final = frozenset("حكم حكما حكمان حكمين حكمي احكام احكاما عقوبه عقوبات".split())
_RULES: Final = frozenset("حكم حكمت حكموا يحكم تحكم قضي قضت قضوا يقضي تقضي".split())
_ASKS: Final = frozenset("طالب طالبت طالبوا يطالب تطالب يطالبون مطالبه مطالبات".split())
_COURT: Final = ("محكم", "محاكم", "قضا", "قاضي", "قضاه", "جنايات", "هييه")
_DONE: Final = ("نفذ", "ينفذ", "تنفذ", "تنفيذ", "منفذ", "ميداني", "تطبيق")
#: Behind these another thing is told than what was ruled: "after", "went on to", "accused of".
_ELSE: Final = frozenset("بعد بعدما قبل منذ عقب اثر حين عندما بينما فيما كما ثم قام قامت قاموا قيام قيامه اقدم اقدمت اقدموا اتهم اتهمت متهم متهمه متهمين مدان مدانه مدانين ادين ادينوا ادان ادانت متورط متورطين تورط تورطه ضلوع مسوول مسوولين ندد نددت تنديد الذي التي الذين ان انه انها انهم".split())
_JAIL: Final = frozenset("سجن بسجن حبس بحبس اشغال".split())
_BEFORE: Final = 7


def _only_ordered(t: Tokens, i: int) -> bool:
    """Tell "sentenced eleven to death", "the death sentence against nine" from an execution that was carried out: a court rules so, or is asked to."""
    if any(t.stem(k).startswith(_DONE) for k in (*range(max(0, i - _BEFORE), i), *range(i + 1, min(t.size, i + _BEFORE)))):
        return False
    jailed = False
    for k in range(i - 1, max(-1, i - 1 - _BEFORE), -1):
        stem = t.stems[k]
        near = all(t.stems[j].startswith("علي") for j in range(k + 1, i))
        if stem in _SENTENCE and (k == i - 1 or (k == i - 2 and t.prepositions[i] == "ب" and t.kinds[i - 1] in ("x", "v") and not t.definite[i - 1])):
            return True
        if (t.prepositions[i] == "ب" or jailed) and (stem in _ASKS or (stem in _RULES and (near or any(t.stem(j).startswith(_COURT) for j in (k - 1, *range(k + 1, i)))))):
            return True
        jailed = jailed or (stem in _JAIL and t.conjunctions[i])
        if t.kinds[k] in (".", ",", ":", "-", "|", "(", ")", SAY, THAT, DEATH) or stem in _ELSE or t.conjunctions[k] or (t.prepositions[k] == "ب" and stem not in _JAIL):
            return False
    return False


def _govern(t: Tokens, counts: dict[int, Counted], s: Governor, i: int, kind: str) -> None:
    """Let a verb or noun of harm govern the counts behind it."""
    stem, word = t.stems[i], t.words[i]
    if stem == "فقد" and (t.kind(i + 1) in (*GOVERNS, BREAK, SAY, MOVES, NOT) or not (_count_within(counts, i + 1, 2) or i - 1 in _ends(counts))):
        return
    if stem in GONE and _gone(t, counts, i):
        s.outcome, s.at, s.noun, s.fell, s.used, s.of, s.among, s.mourned = Outcome.KILLED, i, False, False, 0, False, None, False
        return
    needs = NEEDS.get(stem)
    if stem in GONE and t.stem(i + 1) in _IN_IT and _count_within(counts, i + 2, 0):
        s.outcome, s.at, s.noun, s.fell, s.used, s.of, s.among, s.mourned = Outcome.KILLED, i + 1, False, False, 0, False, None, False
        return  # "five women went in it", in spoken Arabic
    if needs is not None and not any(t.stem(k) in needs for k in range(i + 1, i + _BEHIND_IT.get(stem, 13 if stem in TOOK else 4))) and not (stem in TOOK and i + 1 < t.size and t.prepositions[i + 1] == "ب" and _count_within(counts, i + 1, 1)):
        return
    if stem in {"لقي", "لقيت", "لقوا", "لقيا", "يلقي"} and not any(t.stem(k) in MET_DEATH for k in range(i + 1, i + 14)):
        return
    if stem in ("فقد", "فقدت") and t.stem(i + 1) in LOST_OWN:
        return
    if kind == LOSS and (lost := next((counts[k] for k in (i + 1, i + 2) if k in counts), None)) is not None and t.stem(lost.end) in LOST_OWN:
        if lost.single and t.stem(lost.end) in LIMBS_OWN:
            s.outcome, s.at, s.noun, s.fell, s.used, s.of, s.among = Outcome.INJURED, i, False, False, 0, False, None
        return  # "a woman lost her arm"
    if kind == LOSS and t.stem(i + 1) in THEIR_LIVES:
        return  # "eighteen people lost their lives": said of those before
    if stem == "غرق" and t.stem(i + 1) in BOATS:
        return  # "a boat sank": how many drowned is said elsewhere
    if kind == DEATH and stem == "اعدام" and _only_ordered(t, i):
        s.outcome = None
        return  # "sentenced 11 people to death"
    if stem in LEFT and "E" not in t.kinds:
        return
    if kind == INJURY and any(t.stem(k) in ILLNESS for k in range(i + 1, i + 6)):
        return
    if stem in STRIKES_ONE and not (i + 1 in counts and counts[i + 1].kind in "PvZ" and not t.prepositions[i + 1]):
        return
    if stem in STRIKES_ONE:
        s.agent = -1
    if stem == "سجل" and t.definite[i]:
        return  # "the register"
    if stem in ("محيت", "مسحت") and not any(t.stem(k) in ("سجل", "سجلات") for k in range(i + 1, i + 5)):
        return
    if stem in ("قضي", "قضت") and not (_count_within(counts, i + 1, 3) or t.stem(i + 1) in MET_DEATH):
        return
    s.among = None
    if kind == LOSS and stem.startswith(("فقد", "خسر")) and any(t.stem(k) in OF_ITS_OWN for c in counts.values() if i < c.start <= i + 10 for k in range(c.start, c.end + 3)):
        s.outcome, s.at, s.noun, s.fell, s.used, s.of = Outcome.KILLED, i, False, False, 0, False  # "the village has lost nine of its sons"
        return
    lost = next((counts[k] for k in range(i + 1, i + 4) if k in counts), None)
    if kind == LOSS and stem.startswith("فقد") and lost is not None and lost.single and not t.prepositions[lost.start] and (kin := t.word(lost.start)) is not None and kin.note == "kin":
        s.outcome, s.at, s.noun, s.fell, s.used, s.of = Outcome.KILLED, i, False, False, 0, False  # "she lost her brother"
        return
    if kind == LOSS and any(t.stem(k) in THEIR_LIVES for k in range(i + 2, i + 8)):
        s.outcome, s.at, s.noun, s.fell, s.used, s.of = Outcome.KILLED, i, True, False, 0, False  # "the loss by five people of their lives"
        return
    first = max(0, i - 2)
    s.negated = NOT in t.kinds[first:i] or "لا" in t.stems[first:i]
    if kind == FALL and stem in FELL and s.toll_at >= 0 and i - s.toll_at <= 2 and t.stem(i - 1) in _RELATIVE:
        s.toll = Outcome.KILLED  # "the number of those who fell in the district"
        return
    if kind == FALL:
        s.fell = stem in FELL
        s.outcome = Outcome.KILLED if needs is not None and stem not in ("ادي", "ادت") else None
        s.at, s.noun, s.used = i, False, 0
        return
    outcome = Outcome.INJURED if kind == STATE else word.outcome if word is not None else None
    if s.negated and kind == RECOVERY and not any(t.stem(k) in BODIES for k in range(i + 1, i + 5)):
        outcome, s.negated = Outcome.MISSING, False  # "four have not been found"
    if outcome is Outcome.INJURED and s.outcome is Outcome.KILLED and not s.used and i - s.at == 1 and t.conjunctions[i] and s.at - 1 not in _ends(counts):
        outcome = Outcome.KILLED_OR_INJURED  # "killed and wounded a number of civilians"
    s.outcome, s.at, s.fell, s.used, s.of, s.mourned = outcome, i, False, 0, False, False
    s.noun = kind == STATE or (word is not None and word.value == 1)
    if s.toll_at >= 0 and i - s.toll_at <= 2:
        s.toll = outcome
    elif s.toll_at >= 0 and i - s.toll_at <= _WHO_WERE and s.toll is None and not s.noun and t.stem(i - 1) in _RELATIVE:
        s.toll = outcome  # "the number of the civilians who were killed"
        whose = next((word for k in range(s.toll_at + 1, i) if (word := t.words[k]) is not None and word.kind == PERSON), None)
        s.toll_who = whose.who if whose is not None else s.toll_who


_RELATIVE: Final = frozenset("الذين اللذين الذي اللي من ممن مما".split())
_WHO_WERE: Final = 6  # words from a toll to the verb that says of whom it is


_IN_IT: Final = frozenset("فيها فيه بيها بيه".split())
#: How far behind these verbs "their last breath", "life" may stand: those who gave it are told between.
_BEHIND_IT: Final = dict.fromkeys("لفظ لفظت لفظوا لفظا فارق فارقت فارقوا اسلم اسلمت اسلموا".split(), 7)


def _gone(t: Tokens, counts: dict[int, Counted], i: int) -> bool:
    """Tell "my daughter is gone", in spoken Arabic of the dead: somebody's own, where a strike was told of, and nowhere that she went."""
    lost = counts.get(i + 1) or (counts.get(i + 2) if t.kind(i + 1) == "x" and not t.definite[i + 1] else None)
    if lost is None or not lost.single or lost.kind != "P" or t.prepositions[lost.start] or (word := t.words[lost.start]) is None or word.note != "kin":
        return False
    return not goes_somewhere(t, lost.end) and struck_before(t, i)


def _count_within(counts: dict[int, Counted], start: int, reach: int) -> bool:
    return any(k in counts for k in range(start, start + reach + 1))


def _ends(counts: dict[int, Counted]) -> set[int]:
    return {c.end - 1 for c in counts.values()}


def _state_noun(t: Tokens, counts: dict[int, Counted], s: Governor, i: int) -> None:
    """Take "the dead", "the wounded": whose toll is told, or a label before its number; "the remains of"."""
    word = t.words[i]
    if word is None:
        return
    if t.stems[i] == "رفات" and not t.definite[i]:
        s.outcome, s.at, s.noun, s.used = Outcome.BODIES_RECOVERED, i, True, 0
        return
    if word.value == 3 and t.definite[i] and t.stem(i - 1) in ("بين", "ضمن", "عداد") and _count_within(counts, i + 1, 1):
        s.outcome, s.at, s.noun, s.used, s.of = word.outcome, i, True, 0, True
        return
    if word.value == 3 and s.moved and s.rises and i - s.moved_at <= 2 and (to := next((k for k in range(i + 1, i + 9) if t.stem(k) == "الي"), None)) is not None and to + 1 in counts:
        s.toll, s.toll_at = word.outcome, to  # "brings the dead of mines in the district to thirty"
        return
    if s.toll_at >= 0 and i - s.toll_at <= 4 and (s.toll is None or not s.moved) and t.kind(i - 1) != NOT:
        s.toll = Outcome.KILLED if word.outcome is Outcome.KILLED_OR_INJURED else word.outcome
        after = t.word(i + 1)
        if s.toll is Outcome.KILLED and after is not None and after.outcome is Outcome.INJURED and after.value == 3 and t.conjunctions[i + 1] and t.definite[i + 1] and t.definite[i] and i + 2 not in counts:
            s.toll = Outcome.KILLED_OR_INJURED  # "the number of the dead and wounded"
        if after is not None and after.kind == PERSON and not t.conjunctions[i + 1]:
            s.toll_who = after.who
        return
    if word.value == 3 and not t.definite[i] and t.kind(i + 1) in ("x", "X", PERSON, "E") and i + 2 < t.size and t.definite[i + 1] and i + 2 in counts and counts[i + 2].kind == "v" and not t.definite[i + 2] and not t.conjunctions[i + 2] and not t.prepositions[i + 1] and t.kind(counts[i + 2].end) in (".", ",", "p", "A"):
        s.toll, s.toll_at, s.moved = word.outcome, i + 1, True  # "the dead of the restaurant are 23"
        return
    if word.value != 3 and not t.definite[i]:
        return
    if word.outcome is Outcome.BODIES_RECOVERED and word.value == 3 and i + 1 in counts and not t.definite[i]:
        s.outcome, s.at, s.noun, s.used = Outcome.BODIES_RECOVERED, i, True, 0
        return
    reached = next((k for k in range(i + 1, min(t.size, i + 14)) if t.stems[k] in _REACHED or t.kinds[k] in (".", ",", SAY)), t.size)
    if word.value == 3 and reached - i > 1 and t.stem(reached) in _REACHED and reached + 1 in counts and t.kind(i + 1) == PERSON:
        s.toll, s.toll_at, s.moved = word.outcome, reached, True  # "the dead among civilians by raids in ... have reached 85"
        whose = t.words[i + 1]
        s.toll_who = whose.who if whose is not None else Who.UNSPECIFIED
        return
    own = t.definite[i] or word.note == "kin"
    k = i + 1
    while t.kind(k) in ("p", ":", MOVES, TOLL, PERSON, "x") and k - i < 6 and k not in counts:
        k += 1
    if own and t.stem(i + 1) in _PASSED and i + 2 in counts and counts[i + 2].kind == "v" and counts[i + 2].low == counts[i + 2].high:
        counts[i + 2].low, counts[i + 2].high = (counts[i + 2].low or 0) + 1, None  # "the wounded have passed 25"
        s.toll, s.toll_at, s.moved = word.outcome, i, True
        return
    if own and i + 1 in counts and counts[i + 1].vague is not None and t.prepositions[i + 1] == "ب":
        s.toll, s.toll_at, s.moved = word.outcome, i, True  # "the wounded are in their tens"
        return
    passed = t.stem(i - 1) in _PASSED
    if k == i + 1 and own and k in counts and passed and counts[k].kind == "v" and counts[k].high is not None:
        counts[k].low, counts[k].high = (counts[k].low or 0) + 1, None  # "the wounded have passed 25"
        s.toll, s.toll_at, s.moved = word.outcome, i, True
        return
    there = i + 1
    while t.stem(there) in _THERE and there - i < 3:
        there += 1
    if own and there > i + 1 and word.value == 3 and there in counts and counts[there].kind == "v" and not t.definite[there]:
        s.toll, s.toll_at, s.moved = word.outcome, i, True  # "the wounded there are three"
        return
    if k == i + 1 and own and k in counts and (counts[k].kind == "v" or (counts[k].kind == "P" and not counts[k].single and _opens_clause(t, i))) and not counts[k].definite and not t.definite[k]:
        s.toll, s.toll_at, s.moved = word.outcome, i, True
        return
    if "x" in t.kinds[i + 1 : k] and t.kind(k - 1) != ":":
        return
    if k > i + 1 and k in counts and counts[k].kind in "vPSu" and any(t.kind(j) in (":", MOVES, TOLL) or t.stem(j) in ("الي", "عددهم") for j in range(i + 1, k)):
        s.toll, s.toll_at, s.moved = word.outcome, i, True


_THERE: Final = frozenset("هناك هنا فيها فيه حاليا الان بينهم هم هن صاروا صارو اصبحوا باتوا كانوا".split())
_REACHED: Final = frozenset("بلغوا بلغ بلغت وصل وصلوا".split())
_PASSED: Final = frozenset("تجاوز تجاوزت تجاوزوا يتجاوز تتجاوز تخطي تخطت فاق فاقت فاقوا يزيد تزيد زاد يربو يفوق".split())


def _opens_clause(t: Tokens, i: int) -> bool:
    return i == 0 or t.conjunctions[i] or t.kind(i - 1) in (".", ",", ":", "-", THAT, '"')
