"""English casualty rules: patterns over a sentence's class string, each with a name."""

import re
from dataclasses import dataclass, replace

from harmtrace.language.english.chunks import Chunks, Counted, is_young
from harmtrace.language.english.names import POSSESSIVES, is_name, name_list, named_cue, names_before
from harmtrace.language.english.numbers import Number
from harmtrace.language.english.words import (
    CHILD_WORDS,
    SINGULARS,
    THING_WORDS,
    WHO_CIVILIAN,
    WHO_COMBATANT,
    WOMAN_WORDS,
    YOUNG_ONLY,
)
from harmtrace.language.tokens import Tokens
from harmtrace.records.claim import Outcome, Step, Unit, Who


@dataclass(slots=True)
class Harm:
    """A count tied to harm: what a rule found in one sentence.

    Attributes:
        at: index of the count in the class string; trigger: index of the word of harm.
        start, end: tokens of the words that make the claim, end exclusive.
        step: how the number stands to others of its voice.
        groups_at: indices in the class string of the counts that break this one down.
    """

    at: int
    counted: Counted
    outcome: Outcome
    trigger: int
    start: int
    end: int
    rule: str
    step: Step = Step.TOTAL
    unit: Unit = Unit.PEOPLE
    denied: bool = False
    groups_at: tuple[int, ...] = ()


_GAP = r"[-oTxp@F,\"()wf]"
_CLOSE = r"[-oTx@F\"]"
_PAIR = re.compile(r"([nmvy])([kD])[,&\"]{0,2}([nmvy])(i)")
_UNION_PASSIVE = re.compile(rf"([nvmzyf]){_GAP}{{0,8}}?a*[-]?([k])&-?([iBg])")
_UNION_PASSIVE2 = re.compile(rf"([nvmzyf]){_GAP}{{0,8}}?a*(i)&-?(k)")
_UNION_ACTIVE = re.compile(r"([k1K])&([iI3])\"?([nvmzy])")
_UNION_ACTIVE2 = re.compile(r"([iI3])&([k1K])\"?([nvmzy])")
_INSET = r"(?:w[-VR][-xT@VRF]{0,6}(?=a)|wV[-xT@]{0,5}|s?2a[-poxTv]{1,10}|,?q[nvmpyofxTwa,&\"\-]{1,26}?,?|,m[vnp\-]{1,4},|,[nvp][nvp,&]{0,8},|,-[-x,&]{1,12},)?"
_PASSIVE = re.compile(rf"(?<![kK1iI3])([nvfzy])({_GAP}{{0,9}}?){_INSET}(a{{0,20}})[N2]?(a{{0,20}})-?([kdiDg])")
_PASSIVE_AFTER_VERB = re.compile(r"(?<=[kK1iI3])([nvfy])([-]?w)(a*)()([kdiDg])")
_PASSIVE_BARE = re.compile(rf"(?<![kK1iI3@F])(m)({_CLOSE}{{0,4}}?)(a{{0,20}})N?(a{{0,20}})-?([kdiDg])")
_PERSONS = frozenset("nvfzy")
#: Each with classes of which it needs one.
_PASSIVES = ((_PASSIVE, _PERSONS), (_PASSIVE_AFTER_VERB, frozenset("w")), (_PASSIVE_BARE, frozenset("m")))
_PASSIVE_LIST = re.compile(r"((?:[nvmpy][,&\"]{1,2}){1,60}[nvmyp])(?:ox)?[,\"]?(?:w?a{1,20})([kdiDg])")
_ADJECTIVE_LIST = re.compile(r"((?:[nvm][,&]{1,2}){1,60}[nvmp])(?:ox)?([dkD])")
_ACTIVE = re.compile(r"([kK1iI3])(?:2|-|T|@|\"|,(?=\")){0,2}((?:[nvmyzfp]-?[,&\"]{0,3})(?:[nvmyzfp][,&\"]{0,3})*)")
_NOMINAL = re.compile(r"([eKjb1])(?:,?-?)o[-\"]{0,2}((?:[nvmyfz][,&\"]{0,2})+)")
_LIVES_OF = re.compile(r"(l)o[-\"]{0,2}((?:[nvmyf][,&\"]{0,2})+)")
_TOLL_CHANGE = re.compile(r"t[^nms;E]{0,14}?F[-\"]?([nmE])T?2([nmE])")
_TOLL_CHANGE_BACK = re.compile(r"t[^nms;E]{0,14}?[2R]\"?([nmE])[T-]?F([nm])")
_BARE_CHANGE = re.compile(r"R[-T]{0,2}2\"?([nmE])[T-]?F([nm])|R[-T,]{0,3}F([nm])2([nmE])")
_TOLL = re.compile(r"(t)[^nmvs;E]{0,16}?[R2@:as,\"]{1,3}[-]?\"?([nmE])")
_TOLL_FAR = re.compile(r"(t)[^nmvs;E]{0,30}?R2?\"?([nmE])")
_UP_FROM = re.compile(r"F([nm])")
_TOLL_BARE = re.compile(r"(t)([m])")
_BRINGS_TO = re.compile(r"R2?\"?([m])-?(t)")
_OLD_TOLL = re.compile(r"(t)o\"?([nmE])")
_LOST = re.compile(r"(L)[-\"]{0,1}((?:[nvmfzp][,&]{0,2})+)")
_UNDER = re.compile(r"([nvm])[-a2,xV]{0,6}(?:B[-]{0,2}|[-]{0,2})(u)")
_BURIED = re.compile(r"([nvm])[-a2,]{0,5}(B)")
_LABEL = re.compile(r"(p?)([kiDgWjedtc])[-xT@,rF]{0,7}:\"?([mnv])")
_SUBJECT_ONE = re.compile(rf"(?<![nvmykK1iI3])(?<![nvmpy,]&)(p)({_CLOSE}{{0,3}}?(?:,[-vTxp]{{1,4}},)?)(a*)([kdi])")
_AMONG = re.compile(r"(D|W)a[-]{0,3},?((?:[vn][,&]{0,2})+)?")
_AMONG_SUBJECT = re.compile(r"((?:[nvmyz][,&]{0,2}){1,60})[^s;]{0,4}?a{0,20}(D|W)(&i)?")
_RESPECTIVE = re.compile(r"D&i[-,:\"]{0,3}([nm])&([nm])")
_BUT_DIED = re.compile(r"([vn])[^nvmykKiI;]{2,14}?(d)")
_TRANSITIVE_DIED = re.compile(r"(d)-?([nvmy])")
_DEAD_ARE = re.compile(r"(D)(?:-|a)((?:[nvm][,&\"]{0,2})+)")
_APPOSED = re.compile(r"(n),(m),a*[kdi]")
_APPOSED_LIST = re.compile(r"([nm]),((?:[vnpm][,&]{0,2}){1,6})(?![kdiDgc])")
_SPLIT_UP = re.compile(r"([nm])[^nmvq;:s]{1,16}[:,(]((?:[nv][,&]{1,2}){1,5}[nv])(?=[;)]|-?$)")
_LABEL_LIST = re.compile(r"[kiDdg]:((?:[nv][,&]{1,2}){1,5}[nv])(?=[;)]|-?$)")
_VERBLESS = re.compile(r"[-x]?((?:[nv][,&]{1,2}){1,5}[nv])-?$")
_APPOSED_PART = re.compile(r"([nvm]),(m)-{0,2}([vnp])?,a*[kdi]")
_PUT_DEAD_AT = re.compile(r"(D)[^,;:knmvi]{0,10}@\"?([nm])")
_WOUNDED_DIED = re.compile(r"([nvm])(i)[-xTpo,@\"]{0,14}?(a)a?(d)")
_NONE_OF = re.compile(r"(z)o[nv]a*([kdig])")
_ALONE = re.compile(r"(p)(D)")
_ALONG_WITH = re.compile(r"([kd])(?:&|-&|-)([nm])")
_PUTS_BODIES = re.compile(r"(B)((?:[nvm][,&\"]{0,2})+)")
_RECOVERED_MORE = re.compile(r"([mn])a*(r)")

_THE = frozenset(("the",))


def harms(tokens: Tokens, chunks: Chunks, *, bodies_before: bool = False, deaths_before: bool = False) -> list[Harm]:
    """Return the counts of harm in a sentence, in order of their counts.

    ``bodies_before`` tells that the sentence before counted bodies ("two more were found"),
    ``deaths_before`` that an earlier one counted the dead ("another put the figure at 80").
    """
    finder = _Finder(tokens, chunks, deaths_before=deaths_before)
    tags = chunks.tags
    has = set(tags)
    finder.special(has)
    if has & _CHANGERS or has >= _PUT:
        finder.tolls(has)
    if has & _UNIONS and "&" in has:
        finder.unions()
    finder.shot_dead(has)
    if has & _ENDERS:
        finder.passives(has)
    if has & _ACTIVES:
        finder.actives(has)
    finder.nominals(has)
    if has & _RUBBLE:
        finder.missing()
    if "L" in has:
        finder.lost()
    finder.parts(bodies_before=bodies_before)
    finder.ellipsis()
    finder.names()
    finder.survivors()
    if finder.found and not _GOAL.isdisjoint(tokens.words):
        finder.found = {at: h for at, h in finder.found.items() if h.counted.number.high != 0}
    return sorted(finder.found.values(), key=lambda h: (h.start, h.at))


_OWN_END = re.compile(r"a{0,20}[kdiD]")
_BE = frozenset("is are was were be been being got get gets getting".split())
_GOAL = frozenset("goal goals aim aims objective target strive strives pledge".split())
_CHANGERS = frozenset("tR")
_PUT = frozenset("D@")
_UNIONS = frozenset("kiIK13")
_ENDERS = frozenset("kdiDgWc")
_ACTIVES = frozenset("kK1iI3Bd")
_RUBBLE = frozenset("uB")


class _Finder:
    """Applies the rules in order; the first that takes a count keeps it."""

    def __init__(self, tokens: Tokens, chunks: Chunks, *, deaths_before: bool) -> None:
        self.tokens = tokens
        self.deaths_before = deaths_before
        self.chunks = chunks
        self.tags = chunks.tags
        self.found: dict[int, Harm] = {}
        self.breakdown: set[int] = set()
        if "q" in self.tags:
            for at, tag in enumerate(self.tags):
                if tag == "q":
                    self._mark_breakdown(at)
        self.split_up: dict[int, tuple[int, ...]] = {}
        if "," in self.tags or ":" in self.tags or "(" in self.tags:
            for m in _APPOSED_LIST.finditer(self.tags):
                self._mark_apposed(m)
            for m in _SPLIT_UP.finditer(self.tags) if sum(map(self.tags.count, "nv")) > 2 else ():
                self._mark_split(m)
            for m in _APPOSED_PART.finditer(self.tags) if "m" in self.tags else ():
                if self.chunks.counts[m.start(2)].part:
                    self.breakdown.update((m.start(2), m.start(3)) if m[3] else (m.start(2),))

    def _mark_apposed(self, m: "re.Match[str]") -> None:
        """Mark the people of "two people, a farmer and his son": they are the two, they do not add to them."""
        whole = self.chunks.counts[m.start(1)]
        low = whole.number.low
        if low is None or low != whole.number.high or whole.number.vague is not None or whole.more or (whole.part and whole.of) or (low > 1) != ("&" in m[2]):
            return
        members: list[int] = []
        total = 0
        for at in range(m.start(2), m.end(2)):
            tag = self.tags[at]
            if tag == "p" and not self._kin(at):
                return
            if tag in "vnpm":
                one = self.chunks.counts[at]
                if one.number.low is None or one.number.low != one.number.high or one.more or one.part or (whole.child and not one.child) or (whole.woman and not one.woman) or (whole.man and (one.woman or one.child)):
                    return
                members.append(at)
                total += one.number.low
        if total == low:
            self.breakdown.update(members)

    def _mark_split(self, m: "re.Match[str]") -> None:
        """Mark what a count is split up into behind its verb: "Six people died in the hall: two women and four men"."""
        whole = self.chunks.counts[m.start(1)].number
        inner = [at for at in range(m.start(2), m.end(2)) if self.tags[at] in "nv"]
        parts = [self.chunks.counts[at].number for at in inner]
        known = [part.low for part in parts if part.low is not None and part.low == part.high]
        if whole.low is not None and len(known) == len(parts) and sum(known) == whole.low:
            self.breakdown.update(inner)
            self.split_up[m.start(1)] = tuple(inner)

    def _mark_breakdown(self, at: int) -> None:
        """Mark the counts after "including", "among them": they break a count down."""
        k = at + 1
        tags, n = self.tags, len(self.tags)
        plain = 0
        while k < n:
            tag = tags[k]
            if tag in "nvm" and k in self.chunks.counts:
                if _OWN_END.match(tags, k + 1) and (tag == "m" or at == 0):
                    return
                self.breakdown.add(k)
                plain = 0
            elif tag == "-" and plain < 4:
                plain += 1
            elif tag not in ',&"':
                return
            k += 1

    def add(self, at: int, outcome: Outcome, trigger: int, rule: str, *, step: Step = Step.TOTAL, denied: bool = False) -> None:
        """Keep a count as harm, unless a rule before took it or it breaks another count down."""
        if at in self.found or at in self.breakdown:
            return
        counted = self.chunks.counts.get(at)
        if counted is None or counted.kind == "x":
            return
        if counted.kind == "z" and outcome is Outcome.INJURED and self.word(trigger) in ("hurt", "harmed"):
            outcome = Outcome.KILLED_OR_INJURED
        spans = self.chunks.spans
        start = min(counted.start, spans[trigger][0])
        end = max(counted.end, spans[trigger][1])
        unit = Unit.FAMILIES if counted.kind == "f" else Unit.PEOPLE
        if counted.kind == "b" or outcome is Outcome.BODIES_RECOVERED:
            unit = Unit.BODIES
            outcome = Outcome.BODIES_RECOVERED if outcome in (Outcome.KILLED, Outcome.BODIES_RECOVERED) else outcome
        if counted.more and step is Step.TOTAL and counted.kind != "z" and counted.head not in ("others",):
            step = Step.INCREMENT
        if counted.part and counted.of == "them" and outcome is Outcome.INJURED and self.word(trigger) == "in" and set(self.tags[:at]) & set("dk"):
            return  # "six people died, one of them in hospital"
        if counted.part and step is Step.TOTAL and not rule.startswith("active"):
            step = Step.PART
        self.found[at] = Harm(at, counted, outcome, trigger, start, end, rule, step=step, unit=unit, denied=denied, groups_at=self.split_up.get(at, ()))

    def word(self, at: int) -> str:
        """Return the first word of a chunk."""
        return self.tokens.words[self.chunks.spans[at][0]]

    def text(self, a: int, b: int) -> list[str]:
        """Return the words of chunks ``a`` to ``b``, both taken in."""
        return self.tokens.words[self.chunks.spans[a][0] : self.chunks.spans[b][1]]

    # ---- the rules ----

    def special(self, has: set[str]) -> None:
        """Find counts whose own noun is the harm: "36 deaths", "14 casualties", labels, pairs."""
        if ":" in has:
            for m in _LABEL.finditer(self.tags):
                word = m[2]
                if word == "t" or self.word(m.start(2)) in ("shooting", "execution", "slaughter"):
                    continue
                self.add(m.start(3), _OUTCOME[word], m.start(2), "label/1")
                if m[1] and m.start(3) in self.found:
                    self._labelled(m.start(3), self.word(m.start(1)))
            for m in _LABEL_LIST.finditer(self.tags):
                for at in range(m.start(1), m.end(1)):
                    self.add(at, _OUTCOME[self.tags[m.start()]], m.start(), "label/1")
        for m in _PAIR.finditer(self.tags) if {"i"} <= has else ():
            self.add(m.start(1), Outcome.KILLED, m.start(2), "pair/1")
            self.add(m.start(3), Outcome.INJURED, m.start(4), "pair/1")

    def _labelled(self, at: int, head: str) -> None:
        """Take who is counted from the label: "Civilians killed: 9", "Children injured: 3"."""
        counted = self.chunks.counts[at]
        if counted.head == "":
            who = Who.CIVILIAN if head in WHO_CIVILIAN else Who.COMBATANT if head in WHO_COMBATANT else Who.UNSPECIFIED
            self.chunks.counts[at] = replace(counted, who=who, child=head in CHILD_WORDS, woman=head in WOMAN_WORDS)
            self.found[at] = replace(self.found[at], counted=self.chunks.counts[at])

    def unions(self) -> None:
        """Find "killed or wounded", "killed or buried"."""
        for pattern in (_UNION_PASSIVE, _UNION_PASSIVE2):
            for m in pattern.finditer(self.tags):
                letter = m[3] if m[3] != "k" else m[2]
                outcome = Outcome.KILLED_OR_INJURED if letter == "i" else Outcome.KILLED_OR_MISSING
                self.add(m.start(1), outcome, m.start(3), "union/1")
        for pattern in (_UNION_ACTIVE, _UNION_ACTIVE2):
            for m in pattern.finditer(self.tags):
                self.add(m.start(3), Outcome.KILLED_OR_INJURED, m.start(1), "union/1")

    def passives(self, has: set[str]) -> None:
        """Find "N people were killed", "N died", "N dead", with lists before the verb."""
        tags = self.tags
        for pattern in (_PASSIVE_LIST, _ADJECTIVE_LIST) if "&" in has else ():
            for m in pattern.finditer(tags):
                if "&" in m[1] and (tags[m.end(1) - 1] != "p" or self._kin(m.end(1) - 1)):
                    members = [at for at in range(m.start(1), m.end(1)) if tags[at] in "nvmy" or (tags[at] == "p" and (self._kin(at) or self._kin(at, owned=_THE)))]
                    for at in members:
                        self.add(at, _OUTCOME[m[2]], m.start(2), "list-subject/1")
                    self._share_verb(members)
        for m in _APPOSED.finditer(tags) if "m" in has and "," in has else ():
            general = self.chunks.counts[m.start(1)]
            if general.number.vague is not None:
                self.chunks.counts[m.start(2)] = replace(self.chunks.counts[m.start(2)], who=general.who, head=general.head)
                self.breakdown.add(m.start(1))
        if "D" in has and "i" in has:
            for m in _RESPECTIVE.finditer(tags):
                first, second = self.chunks.counts[m.start(1)], self.chunks.counts[m.start(2)]
                if first.number.high is None and second.number.plain:
                    self.chunks.counts[m.start(2)] = replace(second, number=replace(second.number, high=None))
                self.add(m.start(1), Outcome.KILLED, m.start(0), "respectively/1")
                self.add(m.start(2), Outcome.INJURED, m.start(0) + 2, "respectively/1")
        if "N" in has:
            self._corrections()
        if "d" in has and "i" in has:
            for m in _WOUNDED_DIED.finditer(tags):
                if self.word(m.start(3)) in ("have", "has", "had", "later"):
                    self.add(m.start(1), Outcome.KILLED, m.start(4), "wounded-died/1", step=Step.PART)
        if "z" in has:
            for m in _NONE_OF.finditer(tags):
                self.add(m.start(1), _OUTCOME[m[2]], m.start(2), "none-of/1")
        for pattern, needs in _PASSIVES:
            for m in () if needs.isdisjoint(has) else pattern.finditer(tags):
                self._passive(m)
        if "c" in has:
            for m in re.finditer(r"([nvm])[^s;]{0,3}?a*(c)", tags):
                if self.word(m.start(2)) == "among":
                    self.add(m.start(1), Outcome.KILLED_OR_INJURED, m.start(2), "among/1", step=Step.PART)
        if "D" in has or "W" in has:
            for m in _AMONG_SUBJECT.finditer(tags):
                if self.word(m.start(2)) in ("among", "added"):
                    for at in range(m.start(1), m.end(1)):
                        outcome = Outcome.KILLED_OR_INJURED if m[3] else Outcome.KILLED if m[2] == "D" else Outcome.INJURED
                        self.add(at, outcome, m.start(2), "among/1", step=Step.PART if tags[at] != "z" else Step.TOTAL)
            for m in _AMONG.finditer(tags):
                if self.tokens.words[self.chunks.spans[m.start(1)][0]] == "among" and m[2]:
                    for at in range(m.start(2), m.end(2)):
                        self.add(at, Outcome.KILLED if m[1] == "D" else Outcome.INJURED, m.start(1), "among/1", step=Step.PART)
            for m in _DEAD_ARE.finditer(tags):
                if self.word(m.start(1) + 1) in _CONSISTS:
                    for at in range(m.start(2), m.end(2)):
                        self.add(at, Outcome.KILLED, m.start(1), "the-dead-are/1", step=Step.PART)
            for m in _PUT_DEAD_AT.finditer(tags):
                span = self.chunks.spans[m.start(1)][0]
                if self.word(tags.rindex("@", m.start(1), m.start(2))) == "at" and _PUTS & set(self.tokens.words[max(0, span - 3) : span]):
                    self.add(m.start(2), Outcome.KILLED, m.start(1), "put-dead-at/1")
        for m in _SUBJECT_ONE.finditer(tags) if "p" in has else ():
            self._one_subject(m)
        if "d" in has:
            for m in _BUT_DIED.finditer(tags):
                span = self.chunks.spans[m.start(2)][0]
                if m.start(1) not in self.found and span and self.tokens.words[span - 1] in ("but", "and", "later", "then"):
                    self.add(m.start(1), Outcome.KILLED, m.start(2), "but-died/1")
            for m in _TRANSITIVE_DIED.finditer(tags):
                if self.word(m.start(1)) in ("drowned", "starved", "suffocated", "drowning"):
                    self.add(m.start(2), Outcome.KILLED, m.start(1), "active/1")

    def _share_verb(self, members: list[int]) -> None:
        """Give the last of a list the words of the whole, and the others their own: the verb is shared."""
        found = [self.found[at] for at in members if at in self.found and self.found[at].rule == "list-subject/1"]
        for one in found[:-1]:
            one.end = one.counted.end
        if found:
            found[-1].start = found[0].counted.start

    def _corrections(self) -> None:
        """Find "the number hurt is 14, not 17": the second is denied."""
        for m in re.finditer(r"([iDk])a(m),?N(m)", self.tags):
            self.add(m.start(2), _OUTCOME[m[1]], m.start(1), "not-but/1")
            self.add(m.start(3), _OUTCOME[m[1]], m.start(1), "not-but/1", denied=True)

    def _passive(self, m: "re.Match[str]") -> None:
        at, gap, letter = m.start(1), m[2], m[5]
        trigger = m.start(5)
        aux = bool(m[3] or m[4])
        counted = self.chunks.counts.get(at)
        if counted is None:
            return
        if aux and counted.kind in "ny" and counted.number.low not in (0, 1) and counted.head not in _COLLECTIVE and _SINGULAR_AUX & set(self.text(at + 1, trigger)) and not {"were", "are", "have"} & set(
            self.text(at + 1, trigger)
        ):
            return  # "three generations of children, was killed": somebody else was
        single = self.chunks.spans[trigger][1] - self.chunks.spans[trigger][0] == 1
        if aux and single and letter in "ki" and self.word(trigger - 1) not in _BE and self.tags[trigger - 1] == "a" and m[0][-2:-1] == "a":
            return
        end = self.chunks.spans[trigger][1]
        if not aux and letter in "ki" and self.tokens.words[end : end + 1] in (["a"], ["an"], ["the"]) and not THING_WORDS.isdisjoint(self.tokens.words[end + 1 : end + 2]):
            return  # "an officer shot and killed a dog"
        if gap and not aux and letter in "kiD" and gap.strip('-o"') != "" and not self._headline_gap(at, gap):
            return
        if gap and not aux and letter in "ki" and len(gap) > 2 and not self._headline_gap(at, gap):
            return
        if letter == "i" and not aux and self.word(trigger) in ("hurt", "burned", "burnt") and gap:
            return
        if counted.kind in ("m", "y") and gap.count("x") > (0 if counted.kind == "m" else 1):
            return
        if letter == "D" and self.tokens.words[self.chunks.spans[trigger][0]] == "among":
            return
        if letter in "ki" and aux is False and trigger + 1 < len(self.tags) and self.tags[trigger + 1] in "nvm" and not gap and (counted.kind == "n" or (counted.kind == "v" and self.word(trigger) == "shot")):
            # "militants killed 30 villagers": active, the count before is who did it
            self.add(trigger + 1, _OUTCOME[letter], trigger, "active/1")
            return
        self.add(at, _OUTCOME[letter], trigger, "passive/1" if aux else "adjective/1")

    def _headline_gap(self, at: int, gap: str) -> bool:
        """Tell a headline's "120 people in Iraqi city killed": a place stands between, no verb."""
        span = self.chunks.spans[at]
        following = self.tokens.words[span[1]] if span[1] < len(self.tokens) else ""
        return at == 0 and len(gap) <= 4 and following in ("in", "at", "near", "across") and set(gap) <= set("-xpT@")

    def _one_subject(self, m: "re.Match[str]") -> None:
        """Take "the driver died", "his mother was killed" as one person."""
        at, trigger = m.start(1), m.start(4)
        if m[4] in "ki" and not m[3]:
            return
        span = self.chunks.spans[at]
        head = self.tokens.words[span[1] - 1]
        if head not in SINGULARS or at in self.found:
            return
        before = self.tokens.words[span[0] - 1] if span[0] else ""
        if before in ("any", "every", "each", "no") or (before[:1].isdigit() and "-" not in before):
            return
        young = "-year" in before and is_young(before)
        self._one(at, head, young=young)
        for inner in range(at + 1, trigger):
            self.found.pop(inner, None)
            self.breakdown.add(inner)
        self.add(at, _OUTCOME[m[4]], trigger, "one-subject/1")

    def actives(self, has: set[str]) -> None:
        """Find "killed N people", "killing four men, three women and two children", "buried 19 neighbours"."""
        tags = self.tags
        for m in _ACTIVE.finditer(tags):
            letter = m[1]
            trigger = m.start(1)
            if letter == "1" and self.word(trigger) in ("claims",) and tags[m.start(2)] not in "l":
                continue
            if letter == "3" and self.word(trigger) == "wounds":
                continue
            if trigger and tags[trigger - 1] == "a" and letter in "ki" and self.word(trigger - 1) in _BE:
                continue
            outcome = _OUTCOME[letter]
            for at in self._listed(m.start(2), m.end(2)):
                self.add(at, outcome, trigger, "active/1")
        for m in _ALONG_WITH.finditer(tags):
            span = self.chunks.spans[m.start(2)][0]
            if span and self.tokens.words[span - 1] == "with":
                self.add(m.start(2), Outcome.KILLED, m.start(1), "along-with/1")
        if "B" in has:
            for m in _PUTS_BODIES.finditer(tags):
                if self.word(m.start(1)) in ("buried", "bury") and not (m.start(1) and tags[m.start(1) - 1] == "a"):
                    for at in range(m.start(2), m.end(2)):
                        self.add(at, Outcome.KILLED, m.start(1), "buried/1")

    def _listed(self, start: int, end: int) -> list[int]:
        """Return the counts of a list: all up to one with a verb of its own; a list ends with "and"."""
        tags = self.tags
        out: list[int] = []
        last_and = tags.rfind("&", start, end)
        for at in range(start, end):
            tag = tags[at]
            if tag == "p" and not self._kin(at) and not (last_and > at and tags[last_and + 1 : last_and + 2] in ("n", "v") and self._kin(at, owned=_THE)):
                break
            if tag in "nvmyzfp":
                if out and (self._own_verb(at) or at in self.breakdown or (at > last_and and tags[at - 1] != "&")):
                    break
                out.append(at)
        return out

    def _kin(self, at: int, *, owned: frozenset[str] = POSSESSIVES) -> bool:
        """Take "his wife" in a list of victims as one person; ``owned`` are the words that may stand before."""
        span = self.chunks.spans[at]
        head = self.tokens.words[span[1] - 1]
        before = self.tokens.words[span[0] - 1] if span[0] else ""
        if head not in SINGULARS or before not in owned:
            return False
        self._one(at, head)
        return True

    def _one(self, at: int, head: str, *, young: bool = False) -> None:
        span = self.chunks.spans[at]
        who = Who.CIVILIAN if young or head in WHO_CIVILIAN else Who.COMBATANT if head in WHO_COMBATANT else Who.UNSPECIFIED
        self.chunks.counts[at] = Counted(
            span[0], span[1], Number(span[0], span[1], span[0], 1, 1), head, "v", who, child=young or (head in CHILD_WORDS and head not in YOUNG_ONLY),
            woman=head in WOMAN_WORDS, article=True,
        )  # fmt: skip

    def _own_verb(self, at: int) -> bool:
        tags = self.tags
        return at + 1 < len(tags) and tags[at + 1] in "kidDagV"

    def nominals(self, has: set[str]) -> None:
        """Find "the deaths of 38 guests", "36 deaths", "the lives of 16 people", "83 bodies"."""
        tags = self.tags
        if has & _NOMINAL_TAGS:
            for m in _NOMINAL.finditer(tags):
                if m[1] == "1" and self.word(m.start(1)) not in ("murder", "murders", "massacre"):
                    continue
                outcome = {"e": Outcome.KILLED, "1": Outcome.KILLED, "K": Outcome.KILLED, "j": Outcome.INJURED, "b": Outcome.BODIES_RECOVERED}[m[1]]
                step = Step.PART if m[1] == "b" and m.start(1) in self.chunks.counts else Step.TOTAL
                for at in range(m.start(2), m.end(2)):
                    if tags[at] in "nvmyfz":
                        self.add(at, outcome, m.start(1), "nominal/1", step=step)
        if "l" in has:
            for m in _LIVES_OF.finditer(tags):
                for at in range(m.start(2), m.end(2)):
                    self.add(at, Outcome.KILLED, m.start(1), "lives/1")
        for at, counted in self.chunks.counts.items():
            match counted.kind:
                case "E":
                    self.add(at, Outcome.KILLED, at, "deaths/1")
                case "C":
                    self.add(at, Outcome.KILLED_OR_INJURED, at, "casualties/1")
                case "J":
                    self.add(at, Outcome.INJURED, at, "injuries/1")
                case "b":
                    self.add(at, Outcome.BODIES_RECOVERED, at, "bodies/1")
                case "n" if counted.head in ("martyr", "martyrs"):
                    self.add(at, Outcome.KILLED, at, "martyrs/1")
                case "l":
                    before = self.text(max(0, at - 4), at)
                    if _LIVES_VERBS & set(before):
                        self.add(at, Outcome.KILLED, max(0, at - 1), "lives/1")
                case _:
                    pass

    def tolls(self, has: set[str]) -> None:
        """Find "the toll rose to 31 from 24", "put the number of dead at 60", "an earlier toll of 18"."""
        tags = self.tags
        if has & _CHANGERS:
            for m in _TOLL_CHANGE.finditer(tags):
                self._toll(m.start(0), m.start(2), Step.RUNNING)
                self._toll(m.start(0), m.start(1), Step.REPLACED)
            for m in _TOLL_CHANGE_BACK.finditer(tags):
                self._toll(m.start(0), m.start(1), Step.RUNNING)
                self._toll(m.start(0), m.start(2), Step.REPLACED)
            for m in _TOLL.finditer(tags):
                self._toll(m.start(1), m.start(2), Step.RUNNING if "R" in m[0] else Step.TOTAL)
            for m in _TOLL_BARE.finditer(tags):
                if self.word(m.start(1)) in ("death", "toll"):
                    self._toll(m.start(1), m.start(2), Step.RUNNING)
            for m in _BRINGS_TO.finditer(tags):
                words = set(self.text(m.start(2), min(len(tags) - 1, m.start(2) + 6)))
                outcome = Outcome.INJURED if words & _INJURED_WORDS and not words & _DEAD_WORDS else Outcome.KILLED
                if words & (_DEAD_WORDS | _INJURED_WORDS):
                    counted = self.chunks.counts.get(m.start(1))
                    if counted is not None and "civilians" in words:
                        self.chunks.counts[m.start(1)] = replace(counted, who=Who.CIVILIAN)
                    self.add(m.start(1), outcome, m.start(2), "toll/1", step=Step.RUNNING)
            for m in _TOLL_FAR.finditer(tags):
                self._toll(m.start(1), m.start(2), Step.RUNNING)
            for m in _UP_FROM.finditer(tags):
                span = self.chunks.spans[m.start()][0]
                new = next((h for h in self.found.values() if h.step is Step.RUNNING), None)
                if new is not None and span and self.tokens.words[span - 1] in ("up", "down"):
                    self.add(m.start(1), new.outcome, m.start(), "toll-change/1", step=Step.REPLACED)
            for m in _BARE_CHANGE.finditer(tags):
                now, before = (m.start(1), m.start(2)) if m[1] else (m.start(4), m.start(3))
                if self.chunks.counts[now].kind == "E":
                    self.add(now, Outcome.KILLED, now, "change/1", step=Step.RUNNING)
                    self.add(before, Outcome.KILLED, now, "change/1", step=Step.REPLACED)
            for m in _OLD_TOLL.finditer(tags):
                old = bool(_OLD & set(self.text(max(0, m.start(1) - 3), m.start(1))))
                self._toll(m.start(1), m.start(2), Step.REPLACED if old else Step.TOTAL)

    def _toll(self, toll: int, at: int, step: Step) -> None:
        words = set(self.text(toll, at))
        following = self.chunks.spans[at][1]
        words |= set(self.tokens.words[following : following + 2])
        lead = self.word(toll)
        if step is Step.TOTAL and _OLD & set(self.text(max(0, toll - 3), toll)):
            step = Step.REPLACED
        if words & _INJURED_WORDS and not words & _DEAD_WORDS:
            outcome = Outcome.INJURED
        elif "bodies" in words:
            outcome = Outcome.BODIES_RECOVERED
        elif words & _DEAD_WORDS or lead in ("death", "body") or (lead == "toll" and not words & {"road", "bridge", "fee"}) or (
            (self.deaths_before or "k" in self.tags[:toll] or "d" in self.tags[:toll])
            and (_INSERTED.fullmatch(self.tags, toll + 1, at) is not None or _PUTS & set(self.text(max(0, toll - 2), toll)) or _OLD & set(self.text(max(0, toll - 2), toll)) or set(self.tags[toll + 1 : at]) <= {"a", "-", "R", "2", "T"})
            and not words & _MEASURES
        ):
            outcome = Outcome.KILLED
        else:
            return
        counted = self.chunks.counts.get(at)
        if counted is not None and "civilians" in words and counted.who is Who.UNSPECIFIED:
            self.chunks.counts[at] = replace(counted, who=Who.CIVILIAN)
        self.add(at, outcome, toll, "toll/1", step=step)

    def missing(self) -> None:
        """Find "15 people are under the concrete", "many are feared buried"."""
        for m in _UNDER.finditer(self.tags):
            verbs = [self.word(k) for k in range(m.start(1), m.start(2)) if self.tags[k] == "V"]
            if any(verb not in ("remain", "remains", "remained", "remaining") for verb in verbs):
                continue
            if self.word(m.start(2)) == "beneath" or self._under(m.start(2)):
                self.add(m.start(1), Outcome.MISSING, m.start(2), "under-rubble/1")
        for m in _BURIED.finditer(self.tags):
            words = self.text(m.start(1), min(len(self.tags) - 1, m.end(2) + 3))
            if _RUBBLE_WORDS & set(words) or (self.word(m.start(2)) == "buried" and not {"under", "beneath"} & set(words) and _FEARED & set(self.tokens.words)):
                self.add(m.start(1), Outcome.MISSING, m.start(2), "under-rubble/1")
            elif self.word(m.start(2)) == "buried" and not {"under", "beneath"} & set(words):
                self.add(m.start(1), Outcome.KILLED, m.start(2), "buried/1")

    def _under(self, at: int) -> bool:
        start = self.chunks.spans[at][0]
        return bool({"under", "beneath", "in", "underneath"} & set(self.tokens.words[max(0, start - 3) : start]))

    def lost(self) -> None:
        """Find "lost nine relatives", "lost six of his own soldiers"."""
        for m in _LOST.finditer(self.tags):
            for at in range(m.start(2), m.end(2)):
                if self.tags[at] == "p" and not self._kin(at):
                    break
                counted = self.chunks.counts.get(at)
                if counted is None:
                    continue
                if counted.head in ("men", "man") and counted.who is Who.UNSPECIFIED:
                    self.chunks.counts[at] = replace(counted, who=Who.COMBATANT)
                if counted.head or counted.kind == "f":
                    self.add(at, Outcome.KILLED, m.start(1), "lost/1")
                elif counted.part or self.tags[at] == "m":
                    span = self.chunks.spans[at]
                    following = set(self.tokens.words[span[1] : span[1] + 4])
                    if _MEMBERS & following:
                        if {"members", "family", "household"} & following:
                            self.chunks.counts[at] = replace(counted, who=Who.CIVILIAN)
                        self.add(at, Outcome.KILLED, m.start(1), "lost/1")

    def ellipsis(self) -> None:
        """Find "police said ten" after "medics said 13 people were killed"."""
        if self.deaths_before and not self.found and (m := _COUNTED_BARE.search(self.tags)) is not None:
            counted = self.chunks.counts.get(m.start(1))
            if counted is not None and counted.head == "" and self.word(m.start()) in ("counted", "counts") and m.start():
                self.add(m.start(1), Outcome.KILLED, m.start(), "ellipsis/2")
        if ";" not in self.tags and "," not in self.tags:
            return
        whole = next((h for h in self.found.values() if h.outcome in (Outcome.KILLED, Outcome.INJURED) and h.counted.number.low != 0), None)
        if whole is None:
            return
        for m in _SAID_NUMBER.finditer(self.tags):
            at = m.start(1)
            counted = self.chunks.counts.get(at)
            if counted is not None and at not in self.found and counted.head == "" and at > whole.at:
                self.add(at, whole.outcome, at, "ellipsis/1")

    def survivors(self) -> None:
        """Derive the dead from "of the nine people in the house, two survived"; flagged by its rule's name."""
        words = self.tokens.words
        if "survived" not in words:
            return
        for m in _SURVIVED.finditer(self.tags):
            whole, left = self.chunks.counts.get(m.start(1)), self.chunks.counts.get(m.start(2))
            if whole is None or left is None or self.word(m.end(2)) != "survived" or m.start(1) in self.found:
                continue
            a, b = whole.number.low, left.number.low
            if a is None or b is None or whole.number.high != a or left.number.high != b or a <= b:
                continue
            self.chunks.counts[m.start(1)] = replace(whole, number=replace(whole.number, low=a - b, high=a - b))
            self.add(m.start(1), Outcome.KILLED, m.end(2), "derived-from-survivors/1")

    def names(self) -> None:
        """Find victims given by name: "Killed were A B and C D", "A B, 71, and C D, 66, were killed"."""
        words, raw = self.tokens.words, self.tokens.raw
        cue = named_cue(words)
        if cue is None and ":" in words and words.count("(") > 1 and _LIST_CUES & set(words):
            cue = words.index(":") + 1
        if cue is not None:
            for first, last in name_list(words, raw, cue):
                self._named(first, last, "named/1")
            return
        for m in _KILLS.finditer(self.tags):
            if m.end() < len(self.tags) and self.tags[m.end()] == "-" and m.start() not in {h.trigger for h in self.found.values()}:
                self._killed_by_name(m.start())
        for m in _PRONOUN_AMONG.finditer(self.tags) if "D" in self.tags else ():
            if self.word(m.start(2)) == "among" and self.word(m.start(1)) in ("he", "she"):
                at = m.start(1)
                span = self.chunks.spans[at]
                self.chunks.counts[at] = Counted(
                    span[0], span[1], Number(span[0], span[1], span[0], 1, 1), "", "v", Who.CIVILIAN if self.word(at) == "she" else Who.UNSPECIFIED, woman=self.word(at) == "she"
                )  # fmt: skip
                self.add(at, Outcome.KILLED, m.start(2), "among/1", step=Step.PART)
        for m in _NAMED_END.finditer(self.tags):
            trigger = m.start(2)
            if m[2] == "k" and (not m[1] or self.word(m.end(1) - 1) not in _BE):
                continue
            at = m.start(1) if m[1] else trigger
            if at == 0:
                continue
            end = self.chunks.spans[at][0]
            taken = [h for h in self.found.values() if h.trigger == trigger]
            if taken:
                first_token = min(h.counted.start for h in taken)
                end = first_token - 1 if words[first_token - 1 : first_token] in (["his"], ["her"]) else first_token
                if end < 2 or words[end - 1] != "and":
                    continue  # only "Saleh Vell and his son were killed" names one beside the counted
                end -= 1
            for first, last in names_before(words, raw, end):
                self._named(first, last, "named-subject/1", trigger=trigger)

    def _killed_by_name(self, trigger: int) -> None:
        """Take "killing Moav Dessim and Ali Tarn" as one person each: names of two words or more."""
        words, raw = self.tokens.words, self.tokens.raw
        i, n = self.chunks.spans[trigger][1], len(words)
        if trigger and self.tags[trigger - 1] == "a":
            return
        names: list[tuple[int, int]] = []
        while i < n:
            k = i
            while k < n and k < i + 5 and (is_name(words[k], raw[k]) or words[k] in ("al", "bin", "abu") or words[k].startswith(("al-", "el-"))):
                k += 1
            if k - i < 2 or (k < n and words[k] not in (",", ".", ";", "and", "in", "at", "on", "near", "(")):
                break
            names.append((i, k))
            if k < n and words[k] in (",", "and") and k + 1 < n and raw[k + 1][:1].isupper():
                i = k + 1
                continue
            break
        for first, last in names:
            self._named(first, last, "named-object/1", trigger=trigger)

    def _named(self, first: int, last: int, rule: str, *, trigger: int | None = None) -> None:
        """Keep one person named at tokens ``first`` to ``last``."""
        at = next((k for k, span in enumerate(self.chunks.spans) if span[0] >= first), None)
        if at is None or at in self.found or at in self.breakdown:
            return
        item = self.tokens.words[first:last]
        little = item[0] in ("little", "baby")
        civilian = little or any(word in WHO_CIVILIAN for word in item)
        who = Who.CIVILIAN if civilian else Who.COMBATANT if any(word in WHO_COMBATANT for word in item) else Who.UNSPECIFIED
        self.chunks.counts[at] = Counted(
            first, last, Number(first, last, first, 1, 1), "", "v", who, child=little or any(word in CHILD_WORDS for word in item), woman=any(word in WOMAN_WORDS for word in item), article=True
        )  # fmt: skip
        self.add(at, Outcome.KILLED, at if trigger is None else trigger, rule)

    def _split(self, at: int) -> None:
        """Take "six of them fighters" as a claim of its own: a split into civilians and combatants."""
        head = self.tokens.words[self.chunks.spans[at + 1][1] - 1]
        if head not in WHO_COMBATANT and head not in ("civilian", "civilians"):
            return
        counted = self.chunks.counts[at]
        self.chunks.counts[at] = replace(counted, who=Who.COMBATANT if head in WHO_COMBATANT else Who.CIVILIAN, head=head)
        self.breakdown.discard(at)
        killed = any(h.outcome is Outcome.KILLED for h in self.found.values())
        self.add(at, Outcome.KILLED if killed or self.deaths_before else Outcome.INJURED, at + 1, "split/1", step=Step.PART)

    def _share(self, m: "re.Match[str]") -> None:
        """Take "nine were children", "one was a boy of nine" after a count of the dead as a part of it."""
        at = m.start(1)
        counted = self.chunks.counts.get(at)
        if counted is None or at in self.found or counted.number.vague is not None:
            return
        before = self.tags[at - 1] if at else ""
        if before and before not in ",;&qs" and not counted.part:
            return
        span = self.chunks.spans[m.start(2)]
        head = self.tokens.words[span[1] - 1] if m[2] == "p" else self.chunks.counts[m.start(2)].head
        if head not in WHO_CIVILIAN and head not in WHO_COMBATANT and head not in ("women", "men", "police", "policemen", "officers", "nationals", "members", "relatives"):
            return
        if m[2] == "p" and m.end(2) < len(self.tags) and self.tags[m.end(2)] == "s":
            return
        who = Who.CIVILIAN if head in WHO_CIVILIAN else Who.COMBATANT if head in WHO_COMBATANT else Who.UNSPECIFIED
        self.chunks.counts[at] = replace(counted, who=who, head=head, child=head in CHILD_WORDS, woman=head in WOMAN_WORDS)
        self.breakdown.discard(at)
        self.breakdown.add(m.start(2))
        self.found.pop(m.start(2), None)
        self.add(at, Outcome.KILLED, m.start(2), "share/1", step=Step.PART)

    def parts(self, *, bodies_before: bool) -> None:
        """Find parts that need no verb of harm: "Ten of the 34 dead were ...", "two more were found"."""
        for at, counted in list(self.chunks.counts.items()):
            if counted.part and counted.of in ("dead", "injured", "missing"):
                outcome = {"dead": Outcome.KILLED, "injured": Outcome.INJURED, "missing": Outcome.MISSING}[counted.of]
                if self.tokens.words[counted.end - 1] == "victims" and "i" in self.tags[at:] and not set(self.tags[at:]) & set("kd"):
                    outcome = Outcome.INJURED  # "three of the victims are in critical condition"
                self.add(at, outcome, at, "part-of/1", step=Step.PART)
            elif counted.part and counted.of == "them" and self.tags[at + 1 : at + 2] == "p":
                self._split(at)
            elif counted.kind in ("n", "v") and at not in self.found and counted.number.end < counted.end - 1:
                between = set(self.tokens.words[counted.number.end : counted.end - 1])
                if between & {"wounded", "injured"} and "civilians" not in between and self.tags[at + 1 : at + 2] == "a":
                    self.add(at, Outcome.INJURED, at, "hurt-people/1")
                elif "dead" in between and self.tokens.words[counted.end - 2] == "dead":
                    self.add(at, Outcome.KILLED, at, "dead-people/1")
        self._elided_parts()
        if "unharmed" in self.tokens.words or "unhurt" in self.tokens.words:
            self._unharmed()
        if self.deaths_before or not _DEADLY.isdisjoint(self.tags):
            for m in _OF_THEM.finditer(self.tags) if "m" in self.tags else ():
                self._share(m)
        verbless = _VERBLESS.match(self.tags) if self.deaths_before and not self.found else None
        for at in range(verbless.start(1), verbless.end(1)) if verbless is not None else ():
            self.add(at, Outcome.KILLED, at, "verbless/1", step=Step.PART)
        if bodies_before:
            for m in _RECOVERED_MORE.finditer(self.tags):
                found = self.chunks.counts.get(m.start(1))
                if found is not None and found.more:
                    self.add(m.start(1), Outcome.BODIES_RECOVERED, m.start(2), "more-bodies/1", step=Step.INCREMENT)


    def _elided_parts(self) -> None:
        """Find parts whose verb stands before: "31 people were killed, nine of them on Thursday in a clinic"."""
        tags, words, counts = self.tags, self.tokens.words, self.chunks.counts
        for at, counted in counts.items():
            if counted.part and counted.of == "them" and at not in self.found and counted.end < len(words) and words[counted.end] in _PART_WHERE:
                whole = next((h for k, h in reversed(self.found.items()) if k < at and h.outcome in (Outcome.KILLED, Outcome.INJURED) and h.counted.number.low != 0), None)
                if whole is not None:
                    self.breakdown.discard(at)
                    self.add(at, whole.outcome, at, "elided-part/1", step=Step.PART)
        if words[:1] == ["of"] and self.deaths_before and (m := _OF_THE.match(tags)) is not None:
            span = self.chunks.spans[m.start(2)]
            if counts[m.start(2)].number.plain and not _SAVED & set(words[span[1] : span[1] + 4]):
                young = {"under", "minors", "children", "minor"} & set(words[span[1] : span[1] + 3])
                if young:
                    counts[m.start(2)] = replace(counts[m.start(2)], who=Who.CIVILIAN, child=True)
                self.add(m.start(2), Outcome.INJURED if "i" in tags[: m.start(2)] else Outcome.KILLED, m.start(2), "of-the/1", step=Step.PART)
        for m in _ALL_WERE.finditer(tags) if "all" in words else ():
            self._all_were(m.start(1))
        if "b" in tags and "m" in tags:
            for m in _MORE_OF_THEM.finditer(tags):
                if counts[m.start(1)].more:
                    self.add(m.start(1), Outcome.BODIES_RECOVERED, m.start(1), "more-bodies/1", step=Step.INCREMENT)

    def _all_were(self, at: int) -> None:
        """Take "all 14 were farmers" as the same dead, told otherwise, where that number was counted before."""
        span = self.chunks.spans[at]
        counted, words = self.chunks.counts[at], self.tokens.words
        if not span[0] or words[span[0] - 1] != "all" or at in self.found:
            return
        same = any(h.outcome is Outcome.KILLED and h.counted.number.low == counted.number.low for h in self.found.values())
        if not same and not self.deaths_before:
            return
        noun = next((k for k in range(span[1] + 1, min(span[1] + 5, len(words))) if words[k] in WHO_CIVILIAN or words[k] in WHO_COMBATANT or words[k].endswith(_TRADE_ENDINGS)), None)
        if noun is None:
            return
        who = Who.COMBATANT if words[noun] in WHO_COMBATANT else Who.CIVILIAN
        self.chunks.counts[at] = replace(counted, who=who, head=words[noun], end=noun + 1)
        self.add(at, Outcome.KILLED, at, "all-were/1", step=Step.PART)

    def _unharmed(self) -> None:
        """Take "civilians near by were unharmed", with a number or without, as nobody harmed."""
        words = self.tokens.words
        for k, word in enumerate(words):
            if word not in ("unharmed", "unhurt"):
                continue
            at = next((at for at in range(len(self.tags) - 1, -1, -1) if self.chunks.spans[at][0] < k and self.tags[at] in "npvmz"), None)
            if at is None or at in self.found:
                continue
            span = self.chunks.spans[at]
            head = words[span[1] - 1]
            who = Who.CIVILIAN if head in WHO_CIVILIAN else Who.COMBATANT if head in WHO_COMBATANT else Who.UNSPECIFIED
            last = next(one for one, s in enumerate(self.chunks.spans) if s[0] <= k < s[1]) if any(s[0] <= k < s[1] for s in self.chunks.spans) else at
            self.chunks.counts[at] = Counted(span[0], span[1], Number(span[0], span[1], span[0], 0, 0), head, "z", who)
            self.add(at, Outcome.KILLED_OR_INJURED, last, "unharmed/1")

    def shot_dead(self, has: set[str]) -> None:
        """Find "shot my uncle dead", "put it at 36 killed", "14 names of the dead"."""
        tags = self.tags
        for m in _SHOT_DEAD.finditer(tags) if "D" in has else ():
            if self.word(m.start()) in ("shot", "shoot", "left") and (tags[m.start(1)] != "p" or self._kin(m.start(1))):
                self.add(m.start(1), Outcome.KILLED, m.start(2), "shot-dead/1")
        for m in _PUT_AT.finditer(tags) if {"s", "@"} <= has else ():
            if self.word(m.start()) in _PUTS and (m[2] or self.deaths_before or "k" in tags[: m.start()] or "d" in tags[: m.start()]):
                self.add(m.start(1), Outcome.INJURED if m[2] == "i" else Outcome.KILLED, m.start(2) if m[2] else m.start(1), "put-at/1")
        for m in _NAMES_OF.finditer(tags) if {"s", "o", "D"} <= has else ():
            if self.word(m.start(1) + 1) == "names":
                self.add(m.start(1), Outcome.KILLED, m.start(2), "names-of/1")
        for m in _COST.finditer(tags) if "cost" in self.tokens.words else ():
            end = self.chunks.spans[m.start(1)][1]
            if self.word(m.start()) == "cost" and self.tokens.words[end : end + 1] in (["his"], ["her"], ["their"]) and not _LIMBS.isdisjoint(self.tokens.words[end + 1 : end + 3]):
                self.add(m.start(1), Outcome.INJURED, m.start(1), "lost-limb/1")
        for m in _AS_TOLL.finditer(tags) if {"t", "@"} <= has else ():
            self._toll_behind(m.start(1), m.start(2))

    def _toll_behind(self, at: int, toll: int) -> None:
        """Take "gave 60 as the number of people killed": the count before the words for the toll."""
        words = set(self.text(toll, min(len(self.tags) - 1, toll + 3)))
        if words & (_DEAD_WORDS | _INJURED_WORDS) or self.deaths_before:
            self.add(at, Outcome.INJURED if words & _INJURED_WORDS and not words & _DEAD_WORDS else Outcome.KILLED, toll, "toll/1")


_INSERTED = re.compile(r"(?:,[^,;]{1,9},)?[-aR2T]{0,4}")
_COST = re.compile(r".([vn])")
_LIMBS = frozenset("leg legs arm arms hand hands foot feet eye eyes sight limb limbs fingers".split())
_PART_WHERE = frozenset("in at near on during from".split())
_SAVED = frozenset("saved rescued released discharged freed found pulled alive".split())
_OF_THE = re.compile(r"o[-]?([mn])[^m;]{0,12}([mn])a")
_ALL_WERE = re.compile(r"([m])a")
_MORE_OF_THEM = re.compile(r"b[^bms;:]{0,8}&([m])(?![kidD])")
_SHOT_DEAD = re.compile(r"[-iX]([pvn])-?(D)")
_PUT_AT = re.compile(r"s[-,]{1,5}@\"?([mn])([kDi]?)")
_NAMES_OF = re.compile(r"([m])so-?(D)")
_AS_TOLL = re.compile(r"([mn])@-?(t)")
_TRADE_ENDINGS = ("ers", "ors", "ists", "ians", "men", "smiths", "herds", "folk")
_CONSISTS = frozenset("comprise comprised include included includes are were".split())
_COLLECTIVE = frozenset("family household group team crew party couple total".split())
_SINGULAR_AUX = frozenset("was is has".split())
_PUTS = frozenset("put puts putting gave gives corrected revised raised cut lowered brings bringing brought raising".split())
_MEASURES = frozenset("percent per % dollars euros cost price damage houses homes displaced".split())
_COUNTED_BARE = re.compile(r"[sr](m)(?=-?$)")
_SAID_NUMBER = re.compile(r"s(?:[-To]{0,2})(m)(?=[.;,-]|$)")
_SURVIVED = re.compile(r"([nm])[^nm;s]{0,10},?([m])(?=V)")
_PRONOUN_AMONG = re.compile(r"(-)a(D)")
_KILLS = re.compile(r"[Kk]")
_NAMED_END = re.compile(r"(a{0,20})([kd])")
_LIST_CUES = frozenset("killed died dead victims bomb bombing taken perished murdered martyrs".split())
_DEADLY = frozenset("kdDeE")
_OF_THEM = re.compile(r"([m])a(?:[-]{0,2})(v|p)")
_NOMINAL_TAGS = frozenset("eKjb1")
_LIVES_VERBS = frozenset("claimed claims claiming took takes taking taken cost costs costing lost loss lose claim".split())
_OLD = frozenset("previously initially earlier previous initial original first former".split())
_INJURED_WORDS = frozenset("injured wounded wounds injuries injury hurt".split())
_DEAD_WORDS = frozenset("dead killed death deaths fatalities died dying killing slain fatality bodies martyrs".split())
_RUBBLE_WORDS = frozenset("rubble debris ruins concrete wreckage collapsed stairwell slab slabs masonry bricks earth mud".split())
_FEARED = frozenset("feared believed still remain remains remained alive rubble debris ruins thought may trapped many".split())
_MEMBERS = frozenset("members soldiers men fighters relatives family household brothers children".split())
_OUTCOME = {
    "c": Outcome.KILLED_OR_INJURED,
    "k": Outcome.KILLED, "1": Outcome.KILLED, "K": Outcome.KILLED, "d": Outcome.KILLED, "D": Outcome.KILLED, "e": Outcome.KILLED, "t": Outcome.KILLED,
    "i": Outcome.INJURED, "3": Outcome.INJURED, "I": Outcome.INJURED, "j": Outcome.INJURED, "W": Outcome.INJURED, "g": Outcome.MISSING,
}  # fmt: skip
