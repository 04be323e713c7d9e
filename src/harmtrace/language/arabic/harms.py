"""Arabic casualty counts: which counts of a sentence are of people harmed, and how, by what governs them."""

from dataclasses import dataclass
from typing import Final

from harmtrace.language.arabic.counted import Counted
from harmtrace.language.arabic.maimed import maimed
from harmtrace.language.arabic.nobody import Harm, none_harmed
from harmtrace.language.arabic.tokens import DATE, Memo, Tokens, info
from harmtrace.language.arabic.words import (
    AMONG,
    BREAK,
    DEATH,
    EVENT,
    FALL,
    FAMILY,
    INJURY,
    LOSS,
    MOSTLY,
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
)  # fmt: skip
from harmtrace.records.claim import Outcome, Step, Unit, Who

_GOVERNS: Final = frozenset((DEATH, INJURY, LOSS, RECOVERY, FALL))
_FELL: Final = frozenset("سقط سقطت سقوط يسقط تسقط سقطوا راح راحت".split())
_NEEDS: Final = {
    **dict.fromkeys(("اودي", "اودت", "تودي", "يودي", "ادي", "ادت"), ("حياه", "حياته", "حياتها", "ارواح")),
    **dict.fromkeys(("حصد", "حصدت", "حصدا", "تحصد", "ازهق", "ازهقت"), ("ارواح", "حياه", "روح")),
    **dict.fromkeys(("فارق", "فارقت", "فارقوا"), ("حياه",)),
    **dict.fromkeys(("راح", "راحت"), ("ضحيته", "ضحيتها", "ضحيتهما", "ضحيتهم", "ضحيه")),
}  # fmt: skip
#: "took eleven workers with it": without the word for life.
_TOOK: Final = frozenset("اودي اودت تودي يودي".split())
#: "a bullet hit a woman": the hurt stand right behind.
_STRIKES_ONE: Final = frozenset("اصاب اصابت يصيب تصيب".split())
_LIVES: Final = frozenset("ارواح".split())
_THEIR_LIVES: Final = frozenset("حياتهم حياته حياتها ارواحهم حياتهما".split())
_COST: Final = frozenset("كلف كلفت يكلف تكلف خسر خسرت خسروا دفع دفعوا فقد فقدت فقدوا".split())
_OF_ITS_OWN: Final = frozenset("عايلتي عايلته عايلتها عايلتهم اسرتي اسرته اسرتها اقاربي اقاربه اقاربها اهلي ابنايي اولادي اطفالي اخوتي اخوته اخوتها جيراني ابنايها ابنايه ابناها ابناه ابنايهم ابنا افرادها افراده اهلها اهله اهاليها سكانها سكانه كوادرها كوادره عناصره عناصرها مقاتليه مقاتليها جنوده جنودها رجاله رجالها اعضايه اعضايها".split())
_MOURNS: Final = frozenset("نحتسب احتسبت احتسبنا ننعي نعت نعي تنعي ينعي نزف تزف يزف شيعت شيع شيعنا تشييع نودع ودعت ودع".split())
_MET_DEATH: Final = frozenset("مصرعهم مصرعه مصرعها حتفهم حتفه حتفها مصرعهما حتفهما مصرع حتف ربهم ربه ربها نحبهم نحبه".split())
_DIED: Final = frozenset("وفاه توفي توفيت مات استشهاد استشهد موت".split())
_HOSPITAL: Final = frozenset("مستشفي مشفي مستشفيات مشافي عنايه".split())
#: What one loses and lives on, and what strikes one down without an attack.
_BODIES: Final = frozenset("جثه جثث جثمان جثامين رفات جثته جثتها جثتي جثثهم".split())
_LOST_OWN: Final = frozenset("رجله رجلها يديه يديها سمعه سمعها ذراعيه كفه ساقه ساقها قدمه قدمها يده يدها ذراعه ذراعها عينه عينها بصره بصرها اطرافه طرفه منزله منزلها بيته عمله وعيه وعيها ساقيه قدميه عينيه".split())
_ILLNESS: Final = frozenset("بسكته سكته بنوبه نوبه بوعكه وعكه بازمه بجلطه جلطه بفيروس فيروس كورونا بكورونا بمرض مرض بالكوليرا كوليرا حصبه بالحصبه انفلونزا".split())
_RUBBLE: Final = frozenset("ردم انقاض ركام حطام سقف تراب منازلهم بيوتهم منزلهم رماد".split())
_MISSING: Final = frozenset("مفقود مفقودا مفقودين مفقودون مفقودان مفقودات مطمور مطمورين مطمورون مدفونين".split())
_TRAPPED: Final = frozenset("محاصر محاصرين محاصرون محاصره عالق عالقين عالقون عالقه عالقا محاصرا مهدد مهددين مهددون مهدده".split())
_NO_SINGLE_AFTER: Final = frozenset("من علي في الي ضد مع لدي بين منذ عبر داخل خارج قرب ضمن تحت فوق امام خلف".split())


@dataclass(slots=True)
class _State:
    """What governs the counts to come while a sentence is read."""

    outcome: Outcome | None = None
    at: int = -1
    noun: bool = False
    fell: bool = False
    toll: Outcome | None = None
    toll_at: int = -1
    rises: bool = False
    moved: bool = False
    moved_at: int = -9
    toll_who: Who = Who.UNSPECIFIED
    among: Harm | None = None
    last: int = -1
    agent: int = -1
    negated: bool = False
    used: int = 0
    bracket: int = -1
    of: bool = False
    mourned: bool = False


def harms(t: Tokens, counts: dict[int, Counted], *, item: bool = False) -> list[Harm]:
    """Return the counts of harm of a sentence, in order; ``item`` where it is one entry of a list of names."""
    out: list[Harm] = []
    s = _State()
    after = 0
    for i, matters in enumerate(map(_MATTERS.__getitem__, t.raw)):
        if i < after or not (matters or i in counts):
            continue
        c = counts.get(i)
        kind = t.kinds[i]
        if kind == ".":
            s = _State()
        elif c is not None:
            _count(t, counts, s, c, out, item=item)
            after = c.end
        elif kind != DATE:
            _word(t, counts, s, i, kind, out)
    if NOT in t.kinds or SAY in t.kinds or "لا" in t.stems or "ما" in t.stems:
        out += none_harmed(t, out)
    out += maimed(t, out)
    out += _zero_labels(t, out)
    _victims(out)
    return out


def _zero_labels(t: Tokens, found: list[Harm]) -> list[Harm]:
    """Return labels with a nought behind them: "Dead: none"."""
    out: list[Harm] = []
    for i, kind in enumerate(t.kinds):
        word = t.words[i]
        if kind != STATE or word is None or word.outcome is None or word.value != 3 or t.kind(i + 1) not in (":", "-"):
            continue
        if t.stem(i + 2) in _NOUGHT and not any(h.start <= i < h.end for h in found):
            c = Counted(i, i + 3, i + 2, i + 3, 0, 0, "S", head=i)
            out.append(Harm(counted=c, start=i, end=i + 3, outcome=word.outcome, rule="none/1"))
    return out


_NOUGHT: Final = frozenset(("صفر", "0", "لايوجد"))
_TELLING: Final = frozenset((*_GOVERNS, STATE, BREAK, SAY, TOLL, MOVES, AMONG, MOSTLY, THAT, ".", "(", ")"))
_WIELDED: Final = frozenset("رصاص نيران يد ايدي رصاصه قبل هم هن".split())


def _matters(form: str) -> bool:
    """Tell whether a form by itself can change what governs the counts to come."""
    kind, stem, *_ = info(form)
    return kind in _TELLING or stem in _WIELDED or stem in _MOURNS


_MATTERS: Final = Memo(_matters)


def _word(t: Tokens, counts: dict[int, Counted], s: _State, i: int, kind: str, out: list[Harm]) -> None:
    """Take in a word that is no count: what it makes of the counts to come."""
    if t.stems[i] in ("هم", "هن"):
        if t.conjunctions[i] and out and i + 1 in counts:
            s.among, s.outcome = out[-1], None  # "and they are three men and six children"
    elif kind in _GOVERNS or (kind == STATE and t.stems[i] == "اصابه"):
        _govern(t, counts, s, i, kind)
    elif kind == SAY and t.stems[i] == "تابع" and i + 1 < t.size and t.prepositions[i + 1] == "ل":
        return
    elif t.stems[i] in _MOURNS:
        s.outcome, s.at, s.noun, s.fell, s.used, s.of, s.among, s.mourned = Outcome.KILLED, i, False, False, 0, False, None, True
    elif kind in (BREAK, SAY):
        s.outcome, s.fell, s.toll, s.toll_at, s.among, s.moved = None, False, None, -1, None, False
    elif kind == TOLL and t.stem(i - 1) == "اصل":
        return  # "of the toll, 62 were killed by"
    elif kind == TOLL:
        s.rises = s.rises and i - s.last < 3
        s.toll_at, s.toll, s.outcome, s.moved, s.among, s.last = i, None, None, s.moved and i - s.moved_at < 3, None, i
        s.toll_who = Who.UNSPECIFIED
    elif kind == MOVES:
        word = t.words[i]
        s.moved, s.moved_at = True, i
        if word is not None and word.note == "rise":
            s.rises, s.last = True, i
    elif kind == STATE:
        _state_noun(t, counts, s, i)
    elif kind == AMONG and out and not t.stems[i].startswith("احد"):
        s.among = out[-1] if s.toll_at < 0 or out[-1].start >= s.toll_at else None
        s.outcome = None
    elif kind in "()":
        _bracket(t, s, i, kind, out)
    elif kind == MOSTLY and out:
        _mostly(t, out[-1], i)
    elif kind == THAT and t.stems[i] != "ان":
        s.among = None
    if t.stems[i] in {"رصاص", "نيران", "يد", "ايدي", "رصاصه"} or (t.stems[i] == "قبل" and t.stem(i - 1) == "من"):
        s.agent = i


def _bracket(t: Tokens, s: _State, i: int, kind: str, out: list[Harm]) -> None:
    """Let a count in brackets break down the count right before them: "nine civilians (five children and a woman)"."""
    if kind == "(" and out and 0 <= i - out[-1].end <= 3 and "," not in t.kinds[out[-1].end : i]:
        s.among, s.bracket = out[-1], i
    elif kind == ")" and s.bracket >= 0:
        s.among, s.bracket = None, -1


def _govern(t: Tokens, counts: dict[int, Counted], s: _State, i: int, kind: str) -> None:
    """Let a verb or noun of harm govern the counts behind it."""
    stem, word = t.stems[i], t.words[i]
    if stem == "فقد" and (t.kind(i + 1) in (*_GOVERNS, BREAK, SAY, MOVES, NOT) or not (_count_within(counts, i + 1, 2) or i - 1 in _ends(counts))):
        return
    needs = _NEEDS.get(stem)
    if needs is not None and not any(t.stem(k) in needs for k in range(i + 1, i + 4)) and not (stem in _TOOK and i + 1 < t.size and t.prepositions[i + 1] == "ب" and _count_within(counts, i + 1, 1)):
        return
    if stem in {"لقي", "لقيت", "لقوا", "لقيا", "يلقي"} and not any(t.stem(k) in _MET_DEATH for k in range(i + 1, i + 14)):
        return
    if stem in ("فقد", "فقدت") and t.stem(i + 1) in _LOST_OWN:
        return
    if kind == INJURY and any(t.stem(k) in _ILLNESS for k in range(i + 1, i + 6)):
        return
    if stem in _STRIKES_ONE and not (i + 1 in counts and counts[i + 1].kind in "PvZ" and not t.prepositions[i + 1]):
        return
    if stem in _STRIKES_ONE:
        s.agent = -1
    if stem == "سجل" and t.definite[i]:
        return  # "the register"
    if stem in ("محيت", "مسحت") and not any(t.stem(k) in ("سجل", "سجلات") for k in range(i + 1, i + 5)):
        return
    if stem in ("قضي", "قضت") and not (_count_within(counts, i + 1, 3) or t.stem(i + 1) in _MET_DEATH):
        return
    s.among = None
    if kind == LOSS and stem.startswith(("فقد", "خسر")) and any(t.stem(k) in _OF_ITS_OWN for c in counts.values() if i < c.start <= i + 10 for k in range(c.start, c.end + 3)):
        s.outcome, s.at, s.noun, s.fell, s.used, s.of = Outcome.KILLED, i, False, False, 0, False  # "the village has lost nine of its sons"
        return
    s.negated = any(t.kind(k) == NOT or t.stem(k) == "لا" for k in range(max(0, i - 2), i))
    if kind == FALL:
        s.fell = stem in _FELL
        s.outcome = Outcome.KILLED if needs is not None and stem not in ("ادي", "ادت") else None
        s.at, s.noun, s.used = i, False, 0
        return
    outcome = Outcome.INJURED if kind == STATE else word.outcome if word is not None else None
    if s.negated and kind == RECOVERY and not any(t.stem(k) in _BODIES for k in range(i + 1, i + 5)):
        outcome, s.negated = Outcome.MISSING, False  # "four have not been found"
    if outcome is Outcome.INJURED and s.outcome is Outcome.KILLED and not s.used and i - s.at == 1 and t.conjunctions[i] and s.at - 1 not in _ends(counts):
        outcome = Outcome.KILLED_OR_INJURED  # "killed and wounded a number of civilians"
    s.outcome, s.at, s.fell, s.used, s.of, s.mourned = outcome, i, False, 0, False, False
    s.noun = kind == STATE or (word is not None and word.value == 1)
    if s.toll_at >= 0 and i - s.toll_at <= 2:
        s.toll = outcome


def _count_within(counts: dict[int, Counted], start: int, reach: int) -> bool:
    return any(k in counts for k in range(start, start + reach + 1))


def _ends(counts: dict[int, Counted]) -> set[int]:
    return {c.end - 1 for c in counts.values()}


def _state_noun(t: Tokens, counts: dict[int, Counted], s: _State, i: int) -> None:
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
        if after is not None and after.kind == PERSON and not t.conjunctions[i + 1]:
            s.toll_who = after.who
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
    k = i + 1
    while t.kind(k) in ("p", ":", MOVES, TOLL, PERSON, "x") and k - i < 6 and k not in counts:
        k += 1
    passed = t.stem(i - 1) in _PASSED
    own = t.definite[i] or word.note == "kin"
    if k == i + 1 and own and k in counts and passed and counts[k].kind == "v" and counts[k].high is not None:
        counts[k].low, counts[k].high = (counts[k].low or 0) + 1, None  # "the wounded have passed 25"
        s.toll, s.toll_at, s.moved = word.outcome, i, True
        return
    if k == i + 1 and own and k in counts and (counts[k].kind == "v" or (counts[k].kind == "P" and not counts[k].single and _opens_clause(t, i))) and not counts[k].definite and not t.definite[k]:
        s.toll, s.toll_at, s.moved = word.outcome, i, True
        return
    if "x" in t.kinds[i + 1 : k] and t.kind(k - 1) != ":":
        return
    if k > i + 1 and k in counts and counts[k].kind in "vPSu" and any(t.kind(j) in (":", MOVES, TOLL) or t.stem(j) in ("الي", "عددهم") for j in range(i + 1, k)):
        s.toll, s.toll_at, s.moved = word.outcome, i, True


_REACHED: Final = frozenset("بلغوا بلغ بلغت وصل وصلوا".split())
_PASSED: Final = frozenset("تجاوز تجاوزت تجاوزوا يتجاوز تتجاوز تخطي تخطت فاق فاقت فاقوا".split())


def _opens_clause(t: Tokens, i: int) -> bool:
    return i == 0 or t.conjunctions[i] or t.kind(i - 1) in (".", ",", ":", "-", THAT, '"')


def _count(t: Tokens, counts: dict[int, Counted], s: _State, c: Counted, out: list[Harm], *, item: bool) -> None:
    """Make a claim of a count, or let it pass."""
    if c.kind == "X":
        s.fell = False
        return
    if s.among is not None and _breakdown(t, s, c, out):
        return
    if c.part and c.kind == "v" and out and not (s.outcome is not None and s.outcome is not out[-1].outcome and not s.used and 0 < c.start - s.at <= 2):
        _part_of(t, c, out)
        return
    union = _union(t, c)
    if union is not None:
        out.append(_make(t, s, c, union, "union/1"))
        s.outcome = None
        return
    if s.of and out and out[-1].outcome is s.outcome and t.kind(s.at - 2) in (",", "p") and c.group:
        s.among = out[-1]
        _breakdown(t, s, c, out)
        return
    outcome = _outcome(t, counts, s, c, out, item=item)
    if outcome is None:
        return
    c.part = c.part or (s.of and not s.used)
    rule = "own/1" if c.outcome is not None else "toll/1" if s.toll is not None and outcome is s.toll else "governed/1"
    harm = _make(t, s, c, outcome, rule)
    out.append(harm)
    s.used += 1
    s.last = c.end
    if s.toll_at >= 0:
        s.toll = s.toll or outcome
        if not _more_toll(t, c):
            s.toll, s.toll_at, s.rises = None, -1, False


def _more_toll(t: Tokens, c: Counted) -> bool:
    """Tell whether another number of the same toll follows: "from 61 to 83", "to 14 from 11"."""
    return any(t.stem(k) in {"الي", "من", "كانت", "كان", "مقارنه", "بدلا"} for k in range(c.end, c.end + 3))


def _outcome(t: Tokens, counts: dict[int, Counted], s: _State, c: Counted, out: list[Harm], *, item: bool) -> Outcome | None:
    """Return what a count says happened, None where it is no harm."""
    i = c.start
    before = t.stem(i - 1) if i else ""
    if c.kind == "S":
        if c.single and not _single_stands(t, s, c, before, item=item):
            return None
        if c.part and s.outcome is Outcome.KILLED and i - s.at <= 4:
            c.part = False
            return Outcome.KILLED
        if c.outcome is Outcome.INJURED and not c.single and s.outcome is Outcome.KILLED and not s.used and i - s.at == 1 and t.stems[s.at] in _DIED:
            return Outcome.KILLED  # "the death of four wounded"
        if s.outcome is Outcome.BODIES_RECOVERED and c.outcome in (Outcome.KILLED, Outcome.BODIES_RECOVERED, None):
            return Outcome.BODIES_RECOVERED
        if c.outcome is Outcome.BODIES_RECOVERED and not c.single and s.outcome is Outcome.KILLED and s.at == i - 1:
            return Outcome.KILLED
        if c.outcome is Outcome.KILLED_OR_INJURED and s.toll is not None:
            return s.toll
        return _missing_tail(t, c) if c.outcome is Outcome.KILLED_OR_INJURED and _missing_tail(t, c) else c.outcome
    if c.kind in "Pv" and not c.single and (before in _LIVES or _paid(t, c)):
        return Outcome.KILLED
    if c.kind == "u" and s.outcome is None and not (s.toll is not None and s.moved):
        return None
    after = _verb_after(t, counts, c)
    missing = _missing_tail(t, c)
    if missing is not None and (s.outcome is not Outcome.KILLED or i - s.at > 6 or (s.used and "," in t.kinds[s.at : i])) and after is None:
        return missing
    if after is None and c.kind != "v" and not _TRAPPED.isdisjoint(t.stems[c.start : c.end + 3]):
        return None
    if s.toll_at >= 0 and (s.toll is not None or s.moved):
        if c.single:
            return None
        if c.kind == "v" and i - s.toll_at <= 9 and s.toll is not None and all(t.kinds[k] in ("x", "p", PERSON, STATE, DATE, "T", "E", "X") for k in range(s.toll_at + 1, i)) and t.kind(c.end) in (".", "p", "A", ",", "x"):
            return s.toll  # "all dead of the valley from Monday to today: 32"
        if s.moved or t.kind(i - 1) in (":", DATE) or i - s.toll_at < 4 or before in ("الي",):
            return s.toll or _default_toll(t, s)
    if c.kind == "v" and s.used and s.outcome is Outcome.KILLED and t.stem(c.end) == "في" and t.stem(c.end + 1) in _HOSPITAL:
        return Outcome.INJURED  # "and more than 40 in hospital"
    if after is not None and after is not s.outcome and c.single and THAT in t.kinds[max(s.at, 0) : i]:
        return after  # "killed a child, and that his grandmother was hurt"
    if s.outcome is not None and _governed(t, s, c, before):
        if s.outcome is Outcome.BODIES_RECOVERED and c.kind in "vPu":
            dead = not c.single and (_dead_near(t, c) or c.kind == "v" or t.stem(i - 1) in _BODIES)
            return Outcome.BODIES_RECOVERED if dead else None
        return s.outcome
    if after is not None:
        return after
    if s.fell and c.kind in "PZv" and i - s.at <= 4 and not c.single:
        return Outcome.KILLED
    return None


def _paid(t: Tokens, c: Counted) -> bool:
    """Tell "the raid cost 33 people their lives"."""
    return any(t.stem(k) in _THEIR_LIVES for k in range(c.end, c.end + 3)) and any(t.stem(k) in _COST for k in range(max(0, c.start - 16), c.start))


def _default_toll(t: Tokens, s: _State) -> Outcome | None:
    """Return what a toll counts that names nobody: the dead, where it is called a toll at all."""
    stem = t.stem(s.toll_at)
    return Outcome.KILLED if stem.startswith(("حصيل", "محصل")) else None


def _dead_near(t: Tokens, c: Counted) -> bool:
    return any(t.stem(k) in ("رفات", "ميتا", "متوفين") for k in range(max(0, c.start - 4), min(t.size, c.end + 5)))


def _single_stands(t: Tokens, s: _State, c: Counted, before: str, *, item: bool) -> bool:
    """Tell whether a bare "martyr" or "wounded man" counts one."""
    i = c.start
    if before in ("راح", "راحت") and s.last == i - 1:
        return False  # "the porter fell victim": counted already
    if c.definite and c.low == 2 and t.stem(c.end) in ("هما", "وهما"):
        return True
    if c.definite and c.low == 1 and before in _MOURNS:
        return True  # "we mourn the martyr ..."
    if c.definite:
        direct = s.outcome is not None and 0 <= i - s.at <= 2
        return direct or (item and c.low == 1 and i <= 5)
    if before in _NO_SINGLE_AFTER or t.prepositions[i] or before in {"اي", "كل", "ابن", "ام", "عايله", "منزل", "لا", "بين"} or t.kind(i - 1) in (FAMILY, PERSON, NOT):
        return False
    return not (t.conjunctions[i] and t.stem(i - 2) == "بين")


def _governed(t: Tokens, s: _State, c: Counted, before: str) -> bool:
    """Tell whether a count belongs to the verb or noun of harm that governs."""
    i = c.start
    gap = i - max(s.at, s.last if s.used else s.at)
    if s.negated and not c.vague and c.single:
        return False
    if c.kind in "Pu" and c.single:
        if s.agent >= 0 and 0 < i - s.agent <= 2:
            return False
        taken = t.prepositions[i] == "ب" and t.stem(s.at) in _TOOK  # "took a suckling with it"
        if before in _NO_SINGLE_AFTER or (t.prepositions[i] and not taken) or before in {"اي", "كل", "مقر", "منزل", "سياره", "برتبه", "رتبه", "بيت", "اسم", "عمليه"}:
            return False
        word = t.words[i]
        if c.definite and c.low == 1 and word is not None and word.note != "kin" and i - s.at > (5 if s.mourned else 2) and not (s.used and t.conjunctions[i]):
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


def _is_agent(t: Tokens, s: _State, c: Counted) -> bool:
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


_ENDS_CLAUSE: Final = frozenset((".", ",", ":", BREAK, SAY, FALL, EVENT, TOLL))
_PARTS: Final = frozenset((".", ",", DEATH, INJURY, BREAK, RECOVERY))


def _verb_after(t: Tokens, counts: dict[int, Counted], c: Counted) -> Outcome | None:
    """Return what a verb behind a count says of them: "571 civilians were killed", "a family ... died"."""
    first = c.end
    if t.kind(first) == "," and (t.kind(first + 1) == AMONG or t.stem(first + 2) == "بينهم" or t.stem(first + 1) == "بينهم"):
        first = next((k + 1 for k in range(first + 1, min(t.size, first + 14)) if t.kinds[k] == ","), first)
    for k in range(first, min(t.size, first + 6)):
        kind = t.kinds[k]
        if kind in _ENDS_CLAUSE or k in counts:
            return None
        if kind in (DEATH, INJURY, LOSS):
            word = t.words[k]
            if word is None or t.stem(k + 1) in _LOST_OWN or word.value == 1 or t.conjunctions[k] or t.prepositions[k] or t.definite[k]:
                return None
            if word.note in ("لقي", "لقوا", "لقيا") and not any(t.stem(j) in _MET_DEATH for j in range(k, k + 4)):
                return None
            if word.note in ("قتل", "جرح", "قتلت") and c.low not in (1, None) and c.single is False and k > c.end:
                return None
            if word.note in _STRIKES_ONE:
                return None
            if word.note in _NEEDS or word.note in ("راح", "راحت"):
                needs = _NEEDS.get(word.note, ())
                return Outcome.KILLED if k <= c.end + 2 and any(t.stem(j) in needs for j in (k + 1, k + 2)) and word.note not in _TOOK else None
            return word.outcome
    return None


def _missing_tail(t: Tokens, c: Counted) -> Outcome | None:
    """Return "missing" where the words behind a count say so: under rubble, unaccounted for."""
    kinds, end = t.kinds, c.end
    for k, stem in enumerate(t.stems[c.start : end + 6], c.start):
        if k >= end and kinds[k] in _PARTS:
            return None
        if (stem in _MISSING or stem.startswith("مفقود")) and k > c.number:
            return Outcome.MISSING
        if stem == "تحت" and (t.stem(k - 1) != "من" or NOT in kinds[end:k]) and any(t.stem(j) in _RUBBLE for j in (k + 1, k + 2)):
            return Outcome.MISSING
        if (stem == "عداد" and t.stem(k + 1) in _MISSING) or (stem in ("مجهولي", "مجهولو", "مجهولا", "مجهول") and "مصير" in (t.stem(k + 1), t.stem(k - 1), t.stem(k - 1)[:4])):
            return Outcome.MISSING
    return None


def _union(t: Tokens, c: Counted) -> Outcome | None:
    """Return the outcome of "between killed and wounded", "dead and wounded"."""
    k = c.end
    if t.stem(k) == "ما" and t.stem(k + 1) == "بين":
        k += 1
    if t.stem(k) == "بين" and t.kind(k + 1) in (STATE, DEATH) and (t.kind(k + 2) in (STATE, PERSON) or t.stem(k + 2) in _TRAPPED):
        second = t.words[k + 2]
        stem = t.stem(k + 2)
        c.end = k + 3
        if second is not None and second.outcome is Outcome.INJURED:
            return Outcome.KILLED_OR_INJURED
        if stem in _MISSING or stem in _TRAPPED or (second is not None and second.outcome is Outcome.MISSING):
            return Outcome.KILLED_OR_MISSING
        return Outcome.KILLED_OR_INJURED
    if c.kind == "S" and c.outcome is Outcome.KILLED and t.kind(k) == STATE and t.conjunctions[k] and not c.single:
        second = t.words[k]
        if second is not None and second.outcome is Outcome.INJURED and second.value == 3 and t.definite[k] == t.definite[c.head] and t.kind(k + 1) not in (NUMBER, VAGUE, ":", MOVES, TOLL):
            c.end = k + 1
            return Outcome.KILLED_OR_INJURED
    return None


def _make(t: Tokens, s: _State, c: Counted, outcome: Outcome, rule: str) -> Harm:
    start = c.start
    governor = s.at if s.outcome is not None or s.fell else -1
    if rule.startswith("toll") and 0 <= s.toll_at < start and start - s.toll_at <= 14:
        start = s.toll_at
    elif 0 <= governor < start and start - governor <= 9 and rule != "union/1" and (c.outcome is None or s.outcome is Outcome.BODIES_RECOVERED) and s.used == 0:
        start = governor
    end = c.end
    if rule == "governed/1" and governor < c.start:
        after = next((k for k in range(c.end, min(t.size, c.end + 2)) if t.stem(k) in _MET_DEATH), None)
        end = c.end if after is None else after + 1
    unit = Unit.FAMILIES if c.kind == "Z" else Unit.BODIES if outcome is Outcome.BODIES_RECOVERED else Unit.PEOPLE
    harm = Harm(counted=c, start=start, end=max(end, c.end), outcome=outcome, rule=rule, who=c.who, unit=unit, governor=governor)
    harm.step = _step(t, s, c, rule)
    if rule.startswith("toll") and harm.who is Who.UNSPECIFIED:
        harm.who = s.toll_who
    if harm.who is Who.UNSPECIFIED and c.kind == "P" and not c.group and (any(k == FAMILY for k in t.kinds[max(0, c.start - 4) : c.start]) or (t.stem(c.end) == "من" and t.kind(c.end + 1) == FAMILY)):
        harm.who = Who.CIVILIAN
    if c.group:
        harm.groups[c.group] = (c.low, c.high)
    return harm


def _step(t: Tokens, s: _State, c: Counted, rule: str) -> Step:
    if c.part:
        return Step.PART
    before = list(t.stems[max(0, c.start - 3) : c.start])
    if rule.startswith("toll") or s.rises:
        if any(word in ("كانت", "كان") for word in before) and any(word in {"ان", "بعد", "بعدما", "حيث"} for word in [t.stem(k) for k in range(max(0, c.start - 5), c.start)]):
            return Step.REPLACED
        if before[-1:] == ["من"] and any(t.stem(k) == "الي" for k in range(c.end, c.end + 3)):
            return Step.REPLACED
        if before[-1:] == ["من"] and s.used:
            return Step.REPLACED
        if s.rises:
            return Step.RUNNING
    if any(word in ("كانت", "كان") for word in before[-2:]) and t.stem(c.start - 3) == "بعد":
        return Step.REPLACED
    if c.added and (c.outcome is Outcome.BODIES_RECOVERED or s.outcome in (Outcome.KILLED, Outcome.BODIES_RECOVERED)):
        return Step.INCREMENT
    return Step.TOTAL


def _breakdown(t: Tokens, s: _State, c: Counted, out: list[Harm]) -> bool:
    """Take a count behind "among them" into its whole; a split into fighters and civilians is a claim of its own."""
    whole = s.among
    if whole is None:
        return False
    if c.kind == "S" and c.outcome is not None and c.outcome is not whole.outcome and not c.group:
        s.among = None
        return False
    if c.kind in "vu" and not c.group:
        return c.kind == "v" or c.single
    word = t.words[c.head] if c.head >= 0 else None
    split = c.who is Who.COMBATANT or (c.who is Who.CIVILIAN and not c.group and word is not None and t.stem(c.head).startswith("مدني"))
    if split and whole.who is not c.who:
        harm = _make(t, _State(), c, whole.outcome, "part/1")
        harm.step = Step.PART
        out.append(harm)
        s.among = whole
        return True
    if c.group:
        whole.groups[c.group] = (c.low, c.high)
    whole.end = max(whole.end, c.end) if c.end - whole.end <= 8 else whole.end
    return True


def _part_of(t: Tokens, c: Counted, out: list[Harm]) -> None:
    """Read "eight of them fighters": a part of the count before, as what they were."""
    whole = out[-1]
    k = c.end + 1
    word = t.word(k)
    if word is None or t.kind(k) not in (PERSON, STATE):
        return
    if word.kind == PERSON and word.group and word.who is not Who.COMBATANT:
        whole.groups[word.group] = (c.low, c.high)
        whole.end = k + 1
        return
    harm = Harm(counted=c, start=c.start, end=k + 1, outcome=word.outcome or whole.outcome, step=Step.PART, rule="part/1", who=word.who)
    out.append(harm)


def _mostly(t: Tokens, whole: Harm, i: int) -> None:
    """Read "most of them women and children": groups named without numbers; "all of them fighters" says who."""
    k = i + 1
    everyone = t.stems[i] in {"كلهم", "جميعهم", "جميعها", "كلها"}
    while t.kind(k) == PERSON or (t.stem(k) == "من" and t.kind(k + 1) == PERSON):
        word = t.word(k)
        if word is not None and word.group:
            whole.groups.setdefault(word.group, (None, None))
        if word is not None and everyone and whole.who is Who.UNSPECIFIED:
            whole.who = word.who
        k += 1
    if k > i + 1:
        whole.end = max(whole.end, k)


def _victims(out: list[Harm]) -> None:
    """Read "victims" beside a number of injured as the dead."""
    if any(harm.outcome is Outcome.INJURED for harm in out):
        for harm in out:
            if harm.outcome is Outcome.KILLED_OR_INJURED and harm.rule == "own/1":
                harm.outcome = Outcome.KILLED
