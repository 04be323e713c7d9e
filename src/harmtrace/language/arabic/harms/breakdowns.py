"""Counts made into harm, and those that break another down: "among them", "eight of them fighters", "most of them women"."""

from harmtrace.language.arabic.counts.records import Counted
from harmtrace.language.arabic.harms.records import Governor, Harm
from harmtrace.language.arabic.harms.words import MET_DEATH
from harmtrace.language.arabic.tokens import Tokens
from harmtrace.language.arabic.words import FAMILY, PERSON, STATE, THAT
from harmtrace.records.claim import Outcome, Step, Unit, Who

_OUR_RANKS = frozenset("صفوفنا صفوفهم صفوفه صفوفها".split())


def make(t: Tokens, s: Governor, c: Counted, outcome: Outcome, rule: str) -> Harm:
    """Return a count as harm, with the words that govern it."""
    start = c.start
    governor = s.at if s.outcome is not None or s.fell else -1
    if rule.startswith("toll") and 0 <= s.toll_at < start and start - s.toll_at <= 14:
        start = s.toll_at
    elif 0 <= governor < start and start - governor <= 9 and rule != "union/1" and (c.outcome is None or s.outcome is Outcome.BODIES_RECOVERED) and s.used == 0:
        start = governor
    end = c.end
    if rule == "governed/1" and governor < c.start:
        after = next((k for k in range(c.end, min(t.size, c.end + 2)) if t.stem(k) in MET_DEATH), None)
        end = c.end if after is None else after + 1
    unit = Unit.FAMILIES if c.kind == "Z" else Unit.BODIES if outcome is Outcome.BODIES_RECOVERED else Unit.PEOPLE
    harm = Harm(counted=c, start=start, end=max(end, c.end), outcome=outcome, rule=rule, who=c.who, unit=unit, governor=governor)
    harm.step = _step(t, s, c, rule)
    if rule.startswith("toll") and harm.who is Who.UNSPECIFIED:
        harm.who = s.toll_who
    if harm.who is Who.UNSPECIFIED and c.kind == "P" and not c.group and ((FAMILY in t.kinds[max(0, c.start - 4) : c.start] and THAT not in t.kinds[max(0, c.start - 4) : c.start]) or (t.stem(c.end) == "من" and t.kind(c.end + 1) == FAMILY)):
        harm.who = Who.CIVILIAN
    if harm.who is Who.UNSPECIFIED and c.kind == "S" and c.single and (told := t.word(c.start - 1)) is not None and told.kind == PERSON and told.value == 1 and t.definite[c.start - 1] and not t.definite[c.start]:
        harm.who = told.who  # "the grandmother is still missing"
    if harm.who is Who.UNSPECIFIED and c.kind in "vSP" and governor >= 0 and not c.group:
        for k in range(governor + 1, min(c.start, governor + 5)):
            whose = t.words[k]
            if t.stems[k - 1] == "من" and (t.stems[k] in _OUR_RANKS or (whose is not None and whose.kind == PERSON and t.definite[k] and whose.value == 3 and c.kind == "v")):
                harm.who = Who.COMBATANT if t.stems[k] in _OUR_RANKS or whose is None else whose.who
                break  # "of our ranks fell one martyr", "those killed of the civilians are 211"
    if c.group:
        harm.groups[c.group] = (c.low, c.high)
    return harm


def _step(t: Tokens, s: Governor, c: Counted, rule: str) -> Step:
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


def break_down(t: Tokens, s: Governor, c: Counted, out: list[Harm]) -> bool:
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
        harm = make(t, Governor(), c, whole.outcome, "part/1")
        harm.step = Step.PART
        out.append(harm)
        s.among = whole
        return True
    if c.group:
        whole.groups[c.group] = (c.low, c.high)
    whole.end = max(whole.end, c.end) if c.end - whole.end <= 8 else whole.end
    return True


def part_of(t: Tokens, c: Counted, out: list[Harm]) -> None:
    """Read "eight of them fighters": a part of the count before, as what they were."""
    whole = out[-1]
    k = c.end + 1
    word = t.word(k)
    if word is None or t.kind(k) not in (PERSON, STATE):
        return
    belongs = t.prepositions[k] == "ل" and whole.outcome is Outcome.BODIES_RECOVERED  # "eight of which are of children"
    if word.kind == PERSON and word.group and word.who is not Who.COMBATANT and not belongs:
        whole.groups[word.group] = (c.low, c.high)
        whole.end = k + 1
        return
    harm = Harm(counted=c, start=c.start, end=k + 1, outcome=word.outcome or whole.outcome, step=Step.PART, rule="part/1", who=word.who)
    harm.unit = whole.unit
    out.append(harm)


def mostly(t: Tokens, whole: Harm, i: int) -> None:
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
