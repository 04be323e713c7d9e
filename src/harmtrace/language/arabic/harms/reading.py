"""Arabic casualty counts: which counts of a sentence are of people harmed, and how, by what governs them."""

from typing import Final

from harmtrace.language.arabic.counts.records import Counted
from harmtrace.language.arabic.harms.breakdowns import break_down, make, part_of
from harmtrace.language.arabic.harms.governing import take_word
from harmtrace.language.arabic.harms.maimed import maimed
from harmtrace.language.arabic.harms.nobody import none_harmed
from harmtrace.language.arabic.harms.outcomes import both_outcomes, missing_tail, outcome_of
from harmtrace.language.arabic.harms.records import Governor, Harm
from harmtrace.language.arabic.harms.words import BURNT, ENDS, GOVERNS, MOURNS, ONE_OF_THEM
from harmtrace.language.arabic.harms.wounds import OF, dead_of_wounds
from harmtrace.language.arabic.tokens import DATE, Memo, Tokens, info
from harmtrace.language.arabic.words import AMONG, BREAK, MOSTLY, MOVES, NOT, NUMBER, SAY, STATE, THAT, TOLL
from harmtrace.records.claim import Outcome, Step, Who


def harms(t: Tokens, counts: dict[int, Counted], *, item: bool = False, told: Outcome | None = None) -> list[Harm]:
    """Return the counts of harm of a sentence, in order.

    ``item``: it is one entry of a list of names; ``told``: what the sentences before counted, which "the number" goes on with.
    """
    out: list[Harm] = []
    s = Governor(told=told)
    after = 0
    for i, matters in enumerate(map(_MATTERS.__getitem__, t.raw)):
        if i < after or not (matters or i in counts):
            continue
        c = counts.get(i)
        kind = t.kinds[i]
        if kind == ".":
            s = Governor(told=told)
        elif c is not None:
            _count(t, counts, s, c, out, item=item)
            after = c.end
        elif kind != DATE:
            take_word(t, counts, s, i, kind, out)
    if NOT in t.kinds or SAY in t.kinds or "لا" in t.stems or "ما" in t.stems:
        out += none_harmed(t, out)
    out += maimed(t, out)
    if len(counts) > 1 and BREAK in t.kinds and not _SURVIVED.isdisjoint(t.stems):
        out += _all_but(t, counts)
    out += _zero_labels(t, out)
    if not OF.isdisjoint(t.stems):
        out = dead_of_wounds(t, out)
    if len(counts) > 1 and out and not _RATHER.isdisjoint(t.stems):
        out += _not_so_many(t, counts, out)
    _victims(out)
    if out and "كبد" in t.letters.text[t.starts[0] : t.ends[-1]]:
        _inflicted(t, out)
    return out


def _inflicted(t: Tokens, out: list[Harm]) -> None:
    """Take the losses inflicted "on them" for fighters': "our forces cost them fifteen dead"."""
    for harm in out:
        before = t.stems[max(0, harm.start - 8) : harm.counted.start]
        if harm.who is Who.UNSPECIFIED and any(stem[:4].find("كبد") >= 0 and (stem.endswith("هم") or not _FOES.isdisjoint(before[k + 1 : k + 3]) or "T" in t.kinds[max(0, harm.start - 8) + k + 1 : max(0, harm.start - 8) + k + 4]) for k, stem in enumerate(before)):
            harm.who = Who.COMBATANT


_FOES: Final = frozenset("عدو مليشيا ميليشيا مليشيات ميليشيات تنظيم ارهابيين مسلحين داعش متمردين حوثيين".split())
_RATHER: Final = frozenset(("ليس", "لا", "ليست", "ليسوا"))


def _not_so_many(t: Tokens, counts: dict[int, Counted], found: list[Harm]) -> list[Harm]:
    """Return the figures taken back behind the right ones: "21 wounded and not 24"."""
    out: list[Harm] = []
    for harm in found:
        k = harm.counted.end
        wrong = counts.get(k + 1)
        if wrong is not None and t.stem(k) in _RATHER and t.kind(k + 1) == NUMBER and harm.counted.low and not any(h.counted is wrong for h in found):
            out.append(Harm(counted=wrong, start=harm.start, end=wrong.end, outcome=harm.outcome, rule="denied/1", who=harm.who, unit=harm.unit, denied=True, step=Step.REPLACED))
    return out


_SURVIVED: Final = frozenset("نجا نجت نجوا ينج تنج ينجو تنجو نجاه".split())
_THE_REST: Final = 14  # words in which those stand who survived, and of how many


def _all_but(t: Tokens, counts: dict[int, Counted]) -> list[Harm]:
    """Return those who died where survivors of a number are told: "two of the twelve in the cellar survived"."""
    k = next(i for i, stem in enumerate(t.stems) if stem in _SURVIVED)
    few = next((c for at, c in sorted(counts.items()) if k < at <= k + 3 and c.kind in "vPu"), None)
    if few is None or few.low is None or few.low != few.high:
        return []
    whole = next((c for at, c in sorted(counts.items()) if few.end <= at <= k + _THE_REST and c.kind in "vPu" and t.stem(at - 1) in ("من", "اصل", "بين")), None)
    if whole is None or whole.low is None or whole.low != whole.high or whole.low <= few.low or "." in t.kinds[k : whole.start] or "," in t.kinds[k : whole.start]:
        return []
    rest = whole.low - few.low
    c = Counted(k, whole.end, whole.number, whole.number_end, rest, rest, "v", who=whole.who)
    return [Harm(counted=c, start=k, end=whole.end, outcome=Outcome.KILLED, rule="survived/1", who=whole.who)]


def _zero_labels(t: Tokens, found: list[Harm]) -> list[Harm]:
    """Return labels with a nought behind them: "Dead: none"."""
    out: list[Harm] = []
    for i, kind in enumerate(t.kinds):
        word = t.words[i]
        if kind != STATE or word is None or word.outcome is None or word.value != 3 or t.kind(i + 1) not in (":", "-"):
            continue
        if (t.stem(i + 2) in _NOUGHT or (t.stem(i + 2) == "لا" and t.stem(i + 3) in ("يوجد", "توجد", "احد", "شي"))) and not any(h.start <= i < h.end for h in found):
            c = Counted(i, i + 3, i + 2, i + 3, 0, 0, "S", head=i)
            out.append(Harm(counted=c, start=i, end=i + 3, outcome=word.outcome, rule="none/1"))
    return out


_NOUGHT: Final = frozenset(("صفر", "0", "لايوجد"))
_TELLING: Final = frozenset((*GOVERNS, STATE, BREAK, SAY, TOLL, MOVES, AMONG, MOSTLY, THAT, ".", "(", ")"))
_WIELDED: Final = frozenset("رصاص نيران يد ايدي رصاصه قبل هم هن".split())


def _matters(form: str) -> bool:
    """Tell whether a form by itself can change what governs the counts to come."""
    kind, stem, *_ = info(form)
    return kind in _TELLING or stem in _WIELDED or stem in MOURNS or stem in ENDS or stem in BURNT


_MATTERS: Final = Memo(_matters)


def _count(t: Tokens, counts: dict[int, Counted], s: Governor, c: Counted, out: list[Harm], *, item: bool) -> None:
    """Make a claim of a count, or let it pass."""
    if c.kind == "X":
        s.fell = False
        return
    if out and (whole := _compared(t, c, out)) is not None:
        out.append(Harm(counted=c, start=c.start, end=c.number_end, outcome=whole.outcome, step=Step.REPLACED, rule="toll/1", who=whole.who, unit=whole.unit))
        return
    if s.among is not None and not c.single and not c.group and s.bracket < 0 and missing_tail(t, c) is not None:
        s.among = None  # "among them two children, and six are missing"
    if s.among is not None and s.bracket < 0 and _turned(t, s.among.end, c.start):
        s.among = None  # "among them 51 children, while the ministry spoke of 203 dead"
    if s.among is not None and break_down(t, s, c, out):
        return
    if out and c.single and not c.group and c.kind == "P" and t.stem(c.start - 1) in ONE_OF_THEM and not t.definite[c.start]:
        out.append(Harm(counted=c, start=c.start - 1, end=c.end, outcome=out[-1].outcome, step=Step.PART, rule="part/1", who=c.who))
        return  # "five people, one of them a doctor"
    if c.part and c.kind == "v" and out and not (s.outcome is not None and s.outcome is not out[-1].outcome and not s.used and 0 < c.start - s.at <= 2):
        part_of(t, c, out)
        return
    union = both_outcomes(t, c)
    if union is not None:
        out.append(make(t, s, c, union, "union/1"))
        s.outcome = None
        return
    if s.of and out and out[-1].outcome is s.outcome and t.kind(s.at - 2) in (",", "p") and c.group and out[-1].counted.high != 1:
        s.among = out[-1]
        break_down(t, s, c, out)
        return
    outcome = outcome_of(t, counts, s, c, out, item=item) or _otherwise(t, c, out) or _mended(t, s, c, out)
    if outcome is None:
        return
    c.part = c.part or (s.of and not s.used)
    if s.passed and s.toll_at >= 0 and (c.kind == "v" or t.stem(c.start - 1) in ("علي", "عن")) and not c.single and c.low == c.high and c.low:
        c.low, c.high, s.passed = c.low + 1, None, False  # "the toll of the dead has passed 2,400"
    rule = "own/1" if c.outcome is not None else "toll/1" if s.toll is not None and outcome is s.toll else "governed/1"
    harm = make(t, s, c, outcome, rule)
    out.append(harm)
    s.used += 1
    s.last = c.end
    if s.toll_at >= 0:
        s.toll = s.toll or outcome
        if not _more_toll(t, c):
            s.toll, s.toll_at, s.rises = None, -1, False


_TURNS: Final = frozenset("فيما بينما حين لكن غير".split())


def _turned(t: Tokens, first: int, last: int) -> bool:
    """Tell whether another clause began between two places, which contrasts with the one before."""
    return any(t.stems[k] in _TURNS and (t.kind(k - 1) in (",", "p") or t.conjunctions[k]) for k in range(first, last))


def _compared(t: Tokens, c: Counted, out: list[Harm]) -> Harm | None:
    """Return the toll that an earlier figure is held against: "38, among them nine women, compared with 27 before"."""
    if c.single or c.kind not in ("v", "u"):
        return None
    before = t.stem(c.start - 1)
    instead = before == "من" and t.stem(c.start - 2) in _INSTEAD
    if not (instead or (before == "مقارنه" and t.prepositions[c.start]) or (before == "مقابل" and TOLL in t.kinds[: c.start])):
        return None
    return next((harm for harm in reversed(out) if harm.step is not Step.PART), None)


_INSTEAD: Final = frozenset("بدلا بدل عوضا عوض".split())
_SPEAKS_OF: Final = frozenset("تحدث تحدثت يتحدث تتحدث تحدثوا يتحدثون".split())
_AGAINST: Final = frozenset("بينما فيما حين لكن غير".split())


def _otherwise(t: Tokens, c: Counted, out: list[Harm]) -> Outcome | None:
    """Return what another source's bare number counts: "recovered 52 bodies, while the police speaks of 44"."""
    if c.kind != "v" or c.part or not out or t.stem(c.start - 1) != "عن" or t.kind(c.end) not in (".", ","):
        return None
    first = max(out[-1].end, c.start - 9)
    speaks = next((k for k in range(c.start - 2, first - 1, -1) if t.stems[k] in _SPEAKS_OF), None)
    if speaks is None or not (_AGAINST.intersection(t.stems[max(out[-1].end, speaks - 3) : speaks]) or t.conjunctions[speaks]):
        return None
    return out[-1].outcome


_RIGHT: Final = frozenset("صواب صحيح اصح صحيحه".split())


def _mended(t: Tokens, s: Governor, c: Counted, out: list[Harm]) -> Outcome | None:
    """Return what the right figure counts, behind the wrong one: "left nine dead, and the right figure is six"."""
    if c.kind != "v" or c.single or not (out or s.told is not None) or t.kind(c.end) not in (".", ",", "p", DATE, "A"):
        return None
    before = [t.stem(k) for k in range(max(0, c.start - 4), c.start)]
    if _RIGHT.isdisjoint(before) or not all(stem in _RIGHT or stem in _IS for stem in before[next(k for k, stem in enumerate(before) if stem in _RIGHT) :]):
        return None
    return out[-1].outcome if out else s.told


_IS: Final = frozenset("هو هي ان عدد العدد رقم عددهم عددها انهم انها كان كانوا حصيله".split())


def _more_toll(t: Tokens, c: Counted) -> bool:
    """Tell whether another number of the same toll follows: "from 61 to 83", "to 14 from 11"."""
    return any(t.stem(k) in {"الي", "من", "كانت", "كان", "مقارنه", "بدلا"} for k in range(c.end, c.end + 3))


def _victims(out: list[Harm]) -> None:
    """Read "victims" beside a number of injured as the dead, unless those are counted among them."""
    if not any(harm.outcome is Outcome.INJURED for harm in out):
        return
    for k, harm in enumerate(out):
        if harm.outcome is Outcome.KILLED_OR_INJURED and harm.rule == "own/1":
            parts = [h for h in out[k + 1 : k + 3] if h.outcome in (Outcome.KILLED, Outcome.INJURED)]
            if len(parts) == 2 and harm.counted.low and sum(h.counted.low or 0 for h in parts) == harm.counted.low:
                for part in parts:
                    part.who = harm.who if part.who is Who.UNSPECIFIED else part.who
            else:
                harm.outcome = Outcome.KILLED
