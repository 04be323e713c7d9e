"""Counts as the subject of a verb of harm: "12 people were killed", "nine died", "30 dead", "killed or wounded"."""

import re
from dataclasses import replace

from harmtrace.language.english.counts.ages import is_young
from harmtrace.language.english.counts.words import STOP_HEAD, who_of
from harmtrace.language.english.harms.finder import (
    BE,
    HAD_WOUNDS,
    OUTCOME,
    PUTS,
    THE,
    Finder,
    definite_person,
    is_kin,
    one_person,
)
from harmtrace.language.english.words import SINGULARS, THING_WORDS
from harmtrace.records.claim import Outcome, Step, Who

_GAP = r"[-oTxp@F,\"()wf]"
_CLOSE = r"[-oTx@F\"]"
_UNION_PASSIVE = re.compile(rf"([nvmzyf]){_GAP}{{0,8}}?a*[-]?([k])&-?([iBg])")
_UNION_PASSIVE2 = re.compile(rf"([nvmzyf]){_GAP}{{0,8}}?a*(i)&-?(k)")
_UNION_ACTIVE = re.compile(r"([k1K])&([iI3])\"?([nvmzy])")
_UNION_ACTIVE2 = re.compile(r"([iI3])&([k1K])\"?([nvmzy])")
_WHO = r"w[-aVRpr][^kKdDiIgjsSw,;:nmvzyfe1l]{0,11}(?=a)"
_INSET = rf"(?:{_WHO}|wV[-xT@]{{0,5}}|s?2a[-poxTv]{{1,10}}|,?q[nvmpyofxTwa,&\"\-]{{1,26}}?,?|,m[vnp\-]{{1,4}},|,[nvp][nvp,&]{{0,8}},|,S[-xpfoT]{{1,5}},|,-[-x,&]{{1,12}},)?"
_PASSIVE = re.compile(rf"(?<![kK1iI3])([nvfzy])({_GAP}{{0,9}}?){_INSET}(a{{0,20}})[N2]?(a{{0,20}})-?\"?([kdiDg])")
_PASSIVE_AFTER_VERB = re.compile(r"(?<=[kK1iI3])([nvfy])([-]?w)(a*)()([kdiDg])")
_PASSIVE_BARE = re.compile(rf"(?:(?<![kK1iI3@F])|(?<=R@))(m)({_CLOSE}{{0,4}}?)(a{{0,20}})N?(a{{0,20}})-?([kdiDg])")
_PERSONS = frozenset("nvfzy")
#: Each with classes of which it needs one.
_PASSIVES = ((_PASSIVE, _PERSONS), (_PASSIVE_AFTER_VERB, frozenset("w")), (_PASSIVE_BARE, frozenset("m")))
_PASSIVE_LIST = re.compile(r"((?:[nvmpy][,&\"]{1,2}-?){1,60}[nvmyp])(?:o[-x]{1,4})?[,\"]?(?:w?a{1,20})([kdiDg])")
_ADJECTIVE_LIST = re.compile(r"((?:[nvmp][,&]{1,2}){1,60}[nvmp])(?:o[-x]{1,4})?([dkD])")
_SUBJECT_ONE = re.compile(rf"(?<![nvmykK1iI3])(?<![nvmpy,]&)(p)({_CLOSE}{{0,3}}?(?:,[-vTxp]{{1,4}},|{_WHO})?)(a{{0,20}})N?(a{{0,20}})([kdigD])")
_AMONG = re.compile(r"(D|W)[-T@x]{0,5}a[-]{0,3},?((?:[vn](?:[-xT@()w]{1,12}(?=[,&]{1,2}[vn]))?[,&]{0,2})+)?")
_AMONG_SUBJECT = re.compile(r"((?:[nvmyz][,&]{0,2}){1,60})[^s;]{0,4}?a{0,20}(D|W)(&i)?")
_RESPECTIVE = re.compile(r"D&i[-,:\"]{0,3}([nm])&([nm])")
_BUT_DIED = re.compile(r"([vn])[^nvmykKiI;]{2,14}?(d)")
_TRANSITIVE_DIED = re.compile(r"(d)-?([nvmy])")
_DEAD_ARE = re.compile(r"(D)[-xTF@o]{0,8}?(?:-|a)((?:[nvm][,&\"]{0,2})+(?:(?<=&)p)?)")
_APPOSED = re.compile(r"(n),(m),a*[kdi]")
_PUT_DEAD_AT = re.compile(r"([De])[^,;:knmvi]{0,10}@\"?([nm])")
_DEAD_NUMBER = re.compile(r"([DekiW])[^nmvskKdi;,]{0,10}?[-t]([mn])")
_AND_HURT = re.compile(r"(?:(?<=^)|(?<=[-,;:&\"T]))([vnp])[^nmvykKiIdDgjesS;:,zp]{1,14}&-?([id])")
_WOUNDED_DIED = re.compile(r"([nvm])(i)[-xTpo,@\"]{0,14}?(a)a?(d)")
_NONE_OF = re.compile(r"(z)o[nv]a*([kdig])")
_OUT_OF = frozenset("from of across spanning".split())
_CONSISTS = frozenset("comprise comprised include included includes are were".split())
_COLLECTIVE = frozenset("family household group team crew party couple total".split())
_SINGULAR_AUX = frozenset("was is has".split())


def find_unions(finder: Finder) -> None:
    """Find "killed or wounded", "killed or buried"."""
    for pattern in (_UNION_PASSIVE, _UNION_PASSIVE2):
        for m in pattern.finditer(finder.tags):
            letter = m[3] if m[3] != "k" else m[2]
            outcome = Outcome.KILLED_OR_INJURED if letter == "i" else Outcome.KILLED_OR_MISSING
            finder.add(m.start(1), outcome, m.start(3), "union/1")
    for pattern in (_UNION_ACTIVE, _UNION_ACTIVE2):
        for m in pattern.finditer(finder.tags):
            finder.add(m.start(3), Outcome.KILLED_OR_INJURED, m.start(1), "union/1")


def find_passives(finder: Finder, has: set[str]) -> None:
    """Find "N people were killed", "N died", "N dead", with lists before the verb."""
    if "&" in has:
        _list_subjects(finder)
    if "m" in has and "," in has:
        _apposed(finder)
    if "D" in has and "i" in has:
        _respectively(finder)
    if "N" in has:
        _correct(finder)
    if "d" in has and "i" in has:
        _died_of_wounds(finder)
    if "z" in has:
        for m in _NONE_OF.finditer(finder.tags):
            finder.add(m.start(1), OUTCOME[m[2]], m.start(2), "none-of/1")
    for pattern, needs in _PASSIVES:
        for m in () if needs.isdisjoint(has) else pattern.finditer(finder.tags):
            _passive(finder, m)
    if "c" in has:
        _among_both(finder)
    if not has.isdisjoint("DWet"):
        _among(finder)
    for m in _SUBJECT_ONE.finditer(finder.tags) if "p" in has else ():
        _one_subject(finder, m)
    if "d" in has:
        _died(finder)
    if "V" in has and not has.isdisjoint("iD"):
        _brought_out(finder)
    if "&" in has and "p" in has:
        _were_and(finder)
    if "&" in has and ("i" in has or "d" in has):
        _and_hurt(finder)


def _list_subjects(finder: Finder) -> None:
    """Find "a farmer, his wife and two sons were killed"."""
    tags = finder.tags
    for pattern in (_PASSIVE_LIST, _ADJECTIVE_LIST):
        for m in pattern.finditer(tags):
            if m.start(1) and tags[m.start(1) - 1] in "kK1iI3" and ",&" in m[1]:
                continue  # "injured twelve people, and the owner's daughter died": the list of the injured has ended
            if "&" in m[1] and (tags[m.end(1) - 1] != "p" or is_kin(finder, m.end(1) - 1) or definite_person(finder, m.end(1) - 1)):
                members = [at for at in range(m.start(1), m.end(1)) if tags[at] in "nvmy" or (tags[at] == "p" and (is_kin(finder, at) or is_kin(finder, at, owned=THE)))]
                for at in members:
                    finder.add(at, OUTCOME[m[2]], m.start(2), "list-subject/1")
                _share_verb(finder, members)


def _apposed(finder: Finder) -> None:
    """Take "civilians, 14 of them, were killed": the number stands behind what it counts."""
    for m in _APPOSED.finditer(finder.tags):
        general = finder.chunks.counts[m.start(1)]
        if general.number.vague is not None:
            finder.chunks.counts[m.start(2)] = replace(finder.chunks.counts[m.start(2)], who=general.who, head=general.head)
            finder.breakdown.add(m.start(1))


def _respectively(finder: Finder) -> None:
    """Find "the dead and the wounded were 12 and 30"."""
    for m in _RESPECTIVE.finditer(finder.tags):
        first, second = finder.chunks.counts[m.start(1)], finder.chunks.counts[m.start(2)]
        if first.number.high is None and second.number.plain:
            finder.chunks.counts[m.start(2)] = replace(second, number=replace(second.number, high=None))
        finder.add(m.start(1), Outcome.KILLED, m.start(0), "respectively/1")
        finder.add(m.start(2), Outcome.INJURED, m.start(0) + 2, "respectively/1")


def _died_of_wounds(finder: Finder) -> None:
    """Find "two of the wounded have since died"."""
    for m in _WOUNDED_DIED.finditer(finder.tags):
        if finder.word(m.start(3)) in ("have", "has", "had", "later"):
            finder.add(m.start(1), Outcome.KILLED, m.start(4), "wounded-died/1", step=Step.PART)


def _among_both(finder: Finder) -> None:
    """Find "three children were among the casualties"."""
    for m in re.finditer(r"([nvm])[^s;]{0,3}?a*(c)", finder.tags):
        if finder.word(m.start(2)) == "among":
            finder.add(m.start(1), Outcome.KILLED_OR_INJURED, m.start(2), "among/1", step=Step.PART)


def _among(finder: Finder) -> None:
    """Find "two women were among the dead", "among the wounded were three boys", "the dead are ..."."""
    tags = finder.tags
    for m in _AMONG_SUBJECT.finditer(tags):
        if finder.word(m.start(2)) in ("among", "added"):
            for at in range(m.start(1), m.end(1)):
                outcome = Outcome.KILLED_OR_INJURED if m[3] else Outcome.KILLED if m[2] == "D" else Outcome.INJURED
                finder.add(at, outcome, m.start(2), "among/1", step=Step.PART if tags[at] != "z" else Step.TOTAL)
    for m in _AMONG.finditer(tags):
        if finder.tokens.words[finder.chunks.spans[m.start(1)][0]] == "among" and m[2]:
            for at in range(m.start(2), m.end(2)):
                if tags[at] in "vn":
                    finder.add(at, Outcome.KILLED if m[1] == "D" else Outcome.INJURED, m.start(1), "among/1", step=Step.PART)
    for m in _DEAD_ARE.finditer(tags):
        if finder.word(m.start(2) - 1) in _CONSISTS and (m.start(2) - m.start(1) == 2 or finder.word(m.start(2) - 1) not in BE):
            for at in range(m.start(2), m.end(2)):
                if tags[at] != "p" or is_kin(finder, at) or definite_person(finder, at):
                    finder.add(at, Outcome.KILLED, m.start(1), "the-dead-are/1", step=Step.PART)
    for m in _DEAD_NUMBER.finditer(tags):
        behind = finder.tokens.words[finder.chunks.spans[m.start(1)][1]]
        if finder.word(m.start(2) - 1) in ("number", "numbered", "numbers") and (behind in STOP_HEAD or behind.startswith("number")):
            finder.add(m.start(2), OUTCOME[m[1]], m.start(1), "dead-number/1")
    for m in _PUT_DEAD_AT.finditer(tags):
        span = finder.chunks.spans[m.start(1)][0]
        if finder.word(tags.rindex("@", m.start(1), m.start(2))) == "at" and PUTS & set(finder.tokens.words[max(0, span - 3) : span]):
            finder.add(m.start(2), Outcome.KILLED, m.start(1), "put-dead-at/1")


#: "20 people had been taken away hurt", "an immediate five carried off wounded".
_BROUGHT_OUT = re.compile(r"([nvm])[-T]{0,2}(a{0,3})(V)-?([iD])(?![nvmyzp])")
_BROUGHT = frozenset("taken brought carried driven led pulled dragged helped flown evacuated ferried sent rushed borne".split())
#: "All sixteen men on board were fighters and were killed".
_WERE_AND = re.compile(r"([nvm])[-xT@oF]{0,6}a{1,2}-{0,2}(p)(?:o[-xp]{1,3})?,?&a{0,3}-?([kdDi])(?![nvmyzp])")


def _brought_out(finder: Finder) -> None:
    """Find people told of as hurt when they were taken away."""
    for m in _BROUGHT_OUT.finditer(finder.tags):
        if finder.word(m.start(3)) in _BROUGHT and m.start(1) not in finder.found and (m[2] or finder.tags[m.end() : m.end() + 1] != "&"):
            finder.add(m.start(1), OUTCOME[m[4]], m.start(4), "brought-out/1")


def _were_and(finder: Finder) -> None:
    """Find people of whom it is said what they were, and with the same verb that they were killed."""
    for m in _WERE_AND.finditer(finder.tags):
        at = m.start(1)
        counted = finder.chunks.counts.get(at)
        if at in finder.found or counted is None or counted.number.high == 1:
            continue
        who = who_of(finder.word(m.start(2)))
        if counted.who is Who.UNSPECIFIED and who is not Who.UNSPECIFIED:
            finder.chunks.counts[at] = replace(counted, who=who)
        finder.add(at, OUTCOME[m[3]], m.start(3), "were-and/1")


def _died(finder: Finder) -> None:
    """Find "a woman was pulled out but died", "drowned three people"."""
    tags = finder.tags
    for m in _BUT_DIED.finditer(tags):
        span = finder.chunks.spans[m.start(2)][0]
        if m.start(1) not in finder.found and span and finder.tokens.words[span - 1] in ("but", "and", "later", "then"):
            finder.add(m.start(1), Outcome.KILLED, m.start(2), "but-died/1")
    for m in _TRANSITIVE_DIED.finditer(tags):
        if finder.word(m.start(1)) in ("drowned", "starved", "suffocated", "drowning"):
            finder.add(m.start(2), Outcome.KILLED, m.start(1), "active/1")


def _and_hurt(finder: Finder) -> None:
    """Find "a sergeant stepped on a mine and lost a foot": a second verb with the same subject."""
    for m in _AND_HURT.finditer(finder.tags):
        trigger = m.start(2)
        span = finder.chunks.spans[trigger]
        if span[1] - span[0] < 2 or (m[2] == "i" and finder.word(trigger) not in HAD_WOUNDS):
            continue
        if finder.tags[m.start(1)] == "p" and not definite_person(finder, m.start(1)):
            continue
        finder.add(m.start(1), OUTCOME[m[2]], trigger, "and-hurt/1")


def _share_verb(finder: Finder, members: list[int]) -> None:
    """Give the last of a list the words of the whole, and the others their own: the verb is shared."""
    found = [finder.found[at] for at in members if at in finder.found and finder.found[at].rule == "list-subject/1"]
    for one in found[:-1]:
        one.end = one.counted.end
    if found:
        found[-1].start = found[0].counted.start


def _correct(finder: Finder) -> None:
    """Find "the number hurt is 14, not 17": the second is denied."""
    for m in re.finditer(r"([iDk])a(m),?N(m)", finder.tags):
        finder.add(m.start(2), OUTCOME[m[1]], m.start(1), "not-but/1")
        finder.add(m.start(3), OUTCOME[m[1]], m.start(1), "not-but/1", denied=True)


def _passive(finder: Finder, m: "re.Match[str]") -> None:
    at, gap, letter = m.start(1), m[2], m[5]
    trigger = m.start(5)
    aux = bool(m[3] or m[4])
    counted = finder.chunks.counts.get(at)
    if counted is None:
        return
    if at > 1 and finder.tags[at - 2] == "n" and finder.word(at - 1) in _OUT_OF and at - 1 not in finder.chunks.counts:
        finder.breakdown.add(at)  # "seven people from three generations were killed": the seven were
        at, counted = at - 2, finder.chunks.counts[at - 2]
    if aux and counted.kind in "ny" and counted.number.low not in (0, 1) and counted.head not in _COLLECTIVE and _SINGULAR_AUX & set(finder.text(at + 1, trigger)) and not {"were", "are", "have"} & set(
        finder.text(at + 1, trigger)
    ):
        return  # "three generations of children, was killed": somebody else was
    single = finder.chunks.spans[trigger][1] - finder.chunks.spans[trigger][0] == 1
    if aux and single and letter in "ki" and finder.word(trigger - 1) not in BE and finder.tags[trigger - 1] == "a" and m[0][-2:-1] == "a":
        return
    end = finder.chunks.spans[trigger][1]
    if not aux and finder.tokens.words[end - 1] != "in" and letter in "ki" and finder.tokens.words[end : end + 1] in (["a"], ["an"], ["the"]) and not THING_WORDS.isdisjoint(finder.tokens.words[end + 1 : end + 2]):
        return  # "an officer shot and killed a dog"
    if gap and not aux and letter in "kiD" and gap.strip('-o"') != "" and not _headline_gap(finder, at, gap):
        return
    if gap and not aux and letter in "ki" and len(gap) > 2 and not _headline_gap(finder, at, gap):
        return
    if letter == "i" and not aux and finder.word(trigger) in ("hurt", "burned", "burnt") and gap:
        return
    if letter in "dk" and gap.endswith("p") and finder.tags[trigger - 1] == "p" and "w" in gap and _definite(finder, trigger - 1):
        return  # "dragged two men from the bus but that the driver died": the driver did
    if counted.kind == "m" and finder.tags[max(0, at - 2) : at] == "x&" and finder.word(trigger) in _BURNT:
        return  # "60 houses and 14 were burnt"
    if counted.kind in ("m", "y") and gap.count("x") > (0 if counted.kind == "m" else 1):
        return
    if letter == "D" and finder.tokens.words[finder.chunks.spans[trigger][0]] == "among":
        return
    if letter in "ki" and aux is False and trigger + 1 < len(finder.tags) and finder.tags[trigger + 1] in "nvm" and not gap and (counted.kind == "n" or (counted.kind == "v" and single)):
        # "militants killed 30 villagers": active, the count before is who did it
        finder.add(trigger + 1, OUTCOME[letter], trigger, "active/1")
        return
    finder.add(at, OUTCOME[letter], trigger, "passive/1" if aux else "adjective/1")


_BURNT = frozenset("burned burnt scorched singed damaged hit".split())


def _definite(finder: Finder, at: int) -> bool:
    start = finder.chunks.spans[at][0]
    return start > 0 and finder.tokens.words[start - 1] in ("the", "his", "her", "their", "its") and finder.tokens.words[max(0, start - 2)] != "of"


def _headline_gap(finder: Finder, at: int, gap: str) -> bool:
    """Tell a headline's "Nine bakers in Kessary port killed": a place stands between, no verb."""
    span = finder.chunks.spans[at]
    following = finder.tokens.words[span[1]] if span[1] < len(finder.tokens) else ""
    return at == 0 and len(gap) <= 4 and following in ("in", "at", "near", "across") and set(gap) <= set("-xpT@")


def _one_subject(finder: Finder, m: "re.Match[str]") -> None:
    """Take "the driver died", "his mother was killed" as one person."""
    at, trigger = m.start(1), m.start(5)
    aux = bool(m[3] or m[4])
    if m[5] in "kgD" and not aux:
        return
    if m[5] == "i" and not aux and finder.word(trigger) not in HAD_WOUNDS:
        return
    if m[5] == "D" and finder.word(trigger) == "among":
        return
    span = finder.chunks.spans[at]
    head = finder.tokens.words[span[1] - 1]
    if head not in SINGULARS or at in finder.found:
        return
    before = finder.tokens.words[span[0] - 1] if span[0] else ""
    if before in ("any", "every", "each", "no") or (before[:1].isdigit() and "-" not in before):
        return
    young = "-year" in before and is_young(before)
    one_person(finder, at, head, young=young)
    for inner in range(at + 1, trigger):
        finder.found.pop(inner, None)
        finder.breakdown.add(inner)
    finder.add(at, OUTCOME[m[5]], trigger, "one-subject/1")
