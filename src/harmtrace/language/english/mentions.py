"""What was found in an English sentence, as mentions: counts of harm, attributions, other numbers."""

import re
from dataclasses import replace

from harmtrace.language.english.chunks import Chunks
from harmtrace.language.english.counts.records import Counted
from harmtrace.language.english.counts.words import STOP_HEAD, who_of
from harmtrace.language.english.harms.records import Harm
from harmtrace.language.english.speech.records import Speech
from harmtrace.language.english.whom import bears_no_arms
from harmtrace.language.english.words import COMBATANT_ADJECTIVES, SAY_WORDS, SINGULARS, WHO_COMBATANT
from harmtrace.language.grammar import HarmMention, NumberMention, SpeechMention
from harmtrace.language.tokens import Tokens
from harmtrace.records.claim import Group, Outcome, Step, Unit, Who
from harmtrace.records.measure import Count


def inherited(tokens: Tokens, found: list[Harm]) -> list[Who]:
    """Return who each count speaks of: "others" and "more" take it from the count before."""
    out: list[Who] = []
    last: Who | None = None
    last_head = ""
    trigger = -1
    for harm in found:
        who = harm.counted.who
        if last_head in _ATTACKERS:
            last = None
        if who is Who.UNSPECIFIED and (_own_losses(tokens, harm) or _in_action(tokens, harm)):
            who = Who.COMBATANT
        if who is Who.UNSPECIFIED:
            who = _told_of(tokens, harm)
        if harm.counted.more and harm.counted.head in ("", "others", "other") and last is not None and who is Who.UNSPECIFIED:
            who = last
        if who is Who.UNSPECIFIED and last is Who.COMBATANT and harm.counted.head in _COMPANY and harm.trigger == trigger:
            who = last  # "a unit's commander and two of his aides were killed"
        trigger = harm.trigger
        out.append(who)
        last, last_head = who, harm.counted.head
    return out


def first_of_its_kind(harm: Harm, found: list[Harm]) -> Harm:
    """Return "three more were wounded" after "eight were killed" as the first count of the wounded, not an increment."""
    if harm.step is not Step.INCREMENT or harm is found[0]:
        return harm
    before = [other for other in found if other.at < harm.at]
    if before and all(other.outcome is not harm.outcome for other in before):
        return replace(harm, step=Step.TOTAL)
    return harm


_NO_NOUN = frozenset(("", "deaths", "death", "killings", "fatalities", "injuries", "casualties", "dead"))
_ILLNESS = frozenset("cholera measles malaria ebola covid covid-19 typhoid diphtheria meningitis polio dengue hunger starvation malnutrition famine epidemic outbreak cold disease flu influenza".split())
_COMPANY = frozenset("aide aides bodyguard bodyguards companion companions men comrades deputy deputies escorts assistants".split())
_ATTACKERS = frozenset("bomber attacker assailant gunman shooter".split())


def _own_losses(tokens: Tokens, harm: Harm) -> bool:
    """Tell whether an army counts its own: "put its losses at three dead"."""
    before = tokens.words[max(0, harm.start - 8) : harm.start]
    return "losses" in before and not {"its", "their", "our", "own"}.isdisjoint(before)


_ARMED = frozenset("gang gangs militia militias brigade brigades battalion battalions cell cells army forces force unit units squad garrison regiment column faction factions corps patrol platoon".split())
_BELONG = frozenset("member members men element elements personnel affiliate affiliates people".split())
_WHOSE = frozenset("our its their his".split())
_SIDES = frozenset("forces troops ranks army units unit side men comrades crew crews losses".split())
_PARTITIVE, _REACH, _OF_ARMED = 7, 4, 5  # words behind a count in which its own noun, whose they are, and the body they belong to may stand
_RELATED = frozenset("children child wives wife daughters sisters daughter sister grandchildren".split())


def _told_of(tokens: Tokens, harm: Harm) -> Who:
    """Return who the words round a bare count say it counts: "none of our fighters", "members of the X gangs", "three of his five children", "the rebels hid, and three of them died"."""
    words, counted = tokens.words, harm.counted
    told = words[harm.start : harm.end + _REACH]
    for k, word in enumerate(told[:-1]):
        if word in ("our", "own") and not (_SIDES | WHO_COMBATANT).isdisjoint(told[k + 1 : k + 3]) and (counted.number.high == 0 or counted.head in ("", "injuries", "casualties", "deaths", "losses")):
            return Who.COMBATANT
    behind = words[counted.end : counted.end + _PARTITIVE]
    if counted.number.high == 0 and told[:4] == ["lost", "none", "of", "their"] and _of_forces(words[: harm.start]):
        return Who.COMBATANT
    if counted.head in _BELONG and behind[:1] == ["of"]:
        inner = behind[1 : 1 + _OF_ARMED]
        if not {",", ".", "were", "was", "and"}.isdisjoint(inner):
            inner = inner[: next(k for k, word in enumerate(inner) if word in (",", ".", "were", "was", "and"))]
        if not (_ARMED | COMBATANT_ADJECTIVES).isdisjoint(inner):
            return Who.COMBATANT
    if counted.head in ("", "members") and (counted.part or behind[:1] == ["of"]):
        noun = words[counted.start : counted.end + _PARTITIVE]
        whose = next((k for k, word in enumerate(noun) if word in _WHOSE and k and noun[k - 1] == "of"), None)
        if whose is not None:
            for word in noun[whose + 1 : whose + 4]:
                if word in _RELATED:
                    return Who.CIVILIAN
                if (found := who_of(word)) is not Who.UNSPECIFIED:
                    return found
        if counted.of == "them":
            return _antecedent(words, counted.start)
    return Who.UNSPECIFIED


def _antecedent(words: list[str], at: int) -> Who:
    """Return who "of them" stands for: the people named last before it in the sentence."""
    for k in range(at - 1, -1, -1):
        word = words[k]
        if word in ("people", "men", "bodies", ";", ":", "others"):
            return Who.UNSPECIFIED
        if word not in SINGULARS and (found := who_of(word)) is not Who.UNSPECIFIED and words[k - 1 : k] != ["by"]:
            return found
    return Who.UNSPECIFIED


_NEUTRALISED = frozenset("neutralised neutralized".split())


def _in_action(tokens: Tokens, harm: Harm) -> bool:
    """Tell fighters by how their harm is told: "one wounded in action", "five were neutralised", "five of the enemy", "its military dead at 16"."""
    words = tokens.words
    behind = words[harm.end : harm.end + 2]
    if behind == ["in", "action"] or harm.counted.head == "enemy":
        return True
    told = words[harm.start : harm.end]
    if not harm.counted.head and (not _NEUTRALISED.isdisjoint(told) or "enemy" in told):
        return True
    if _OURS & set(told) and "of" in told and (harm.counted.head in _RANKS or (harm.counted.number.high == 0 and _RANKS & set(told))):
        return _of_forces(_own_before(words, harm))
    if harm.counted.head in ("", "people", "deaths") and (_SUFFERS & set(told[:1]) or _SUFFERS & set(words[max(0, harm.start - 1) : harm.start])):
        first = harm.start - (told[0] not in _SUFFERS)
        return _of_forces(words[max(0, first - 4) : first]) and harm.outcome is not Outcome.MISSING
    return harm.rule.startswith("put") and "military" in words[max(0, harm.start - 4) : harm.end]


_OURS = frozenset("his its our their my".split())
_RANKS = frozenset("men members personnel boys comrades people".split())
_SUFFERS = frozenset("lost lose loses had has suffered".split())


def _of_forces(words: list[str]) -> bool:
    """Tell whether words name a force: "the army", "a Taliban spokesman", "the self-defence groups"."""
    armed = any(word in _FORCES and not bears_no_arms(words, k) for k, word in enumerate(words))
    return armed or not WHO_COMBATANT.isdisjoint(words) or not COMBATANT_ADJECTIVES.isdisjoint(words)


def _own_before(words: list[str], harm: Harm) -> list[str]:
    """Return the words before a count that may name whose people it counts: not those who killed them, "rebels … killed 12 of its members"."""
    before = words[: harm.start]
    if not harm.rule.startswith("active") or "own" in words[harm.start : harm.end + _REACH]:
        return before
    said = next((k for k in range(len(before) - 1, -1, -1) if before[k] in SAY_WORDS or before[k] in (";", "that")), -1)
    return before[: said + 1] if _of_forces(before[said + 1 :]) else before


_YOUNG_KIN = frozenset("son sons grandson grandsons brother brothers nephew nephews cousin cousins".split())
_GROWN = 18


def _young(tokens: Tokens, end: int) -> bool:
    """Tell a child by the age behind the noun: "her grandson, 8, was killed"."""
    age = tokens.words[end + 1 : end + 2]
    return tokens.words[end : end + 1] == [","] and bool(age) and age[0].isdigit() and int(age[0]) < _GROWN


_FORCES = frozenset("source military colonel general captain major commander lieutenant sergeant army force forces unit battalion brigade militia command division regiment troops guard guards rangers gendarmerie self-defence self-defense brigades separatists".split())


def harm_mention(tokens: Tokens, chunks: Chunks, harm: Harm, who: Who) -> HarmMention:
    """Return a count of harm as a mention; ``who`` is whom it speaks of, with what it inherits."""
    counted = harm.counted
    number = counted.number
    if who is Who.UNSPECIFIED and counted.head in _YOUNG_KIN and _young(tokens, counted.end):
        who = Who.CIVILIAN
    predicate = _predicate_who(tokens, chunks, harm) if who is Who.UNSPECIFIED and counted.head in _PLAIN_HEADS else None
    return HarmMention(
        start=tokens.starts[harm.start],
        end=tokens.ends[harm.end - 1],
        number_start=tokens.starts[number.start],
        number_end=tokens.ends[max(number.end, number.start + 1) - 1],
        at=tokens.starts[number.core],
        count=Count(low=number.low, high=number.high, vague=number.vague, approx=number.approx),
        outcome=harm.outcome,
        who=predicate or who,
        unit=harm.unit if counted.kind != "f" else Unit.FAMILIES,
        groups=_groups(chunks, harm),
        step=harm.step,
        rule=f"english/{harm.rule}",
        more=counted.more,
        unsure=number.maybe,
        denied=harm.denied,
        civilian_noun=counted.explicit,
        nounless=counted.head in _NO_NOUN and harm.step is not Step.REPLACED and _ILLNESS.isdisjoint(tokens.words) and "people" not in tokens.words[harm.start : harm.end],
    )


#: What was counted is said behind it, or behind the counts that go with it: "2 killed, 6 injured, all of them civilians".
_SAYS_WHAT_THEY_ARE = re.compile(r"(?:[,&]{1,2}[nm]-?a{0,3}[kidDg]){0,3}a?,?(?:o-)?@?[-x]?([p])")


#: "one dead, a corporal", "six dead, market porters all of them", "six dead, farmers from Marl".
_APPOSED_BEHIND = re.compile(r"\"?,[-x]{0,3}([pv])(?![-oxF@T]{0,8}[sSakdigrVRXLB])")
#: "the three men shot dead in the wood were militants".
_WERE = re.compile(r"[^skKdDignmvaS;:,]{0,12}(a{1,2})[-x]{0,2}(p)")
_PLAIN_HEADS = frozenset(("", "people", "men", "deaths", "persons", "others", "youths"))


def _apposed_who(tokens: Tokens, chunks: Chunks, harm: Harm) -> Who:
    """Return what words right behind a count say the counted were."""
    tags, words, at = chunks.tags, tokens.words, max(harm.trigger, harm.at)
    m = _APPOSED_BEHIND.match(tags, at + 1)
    if m is not None:
        head = words[chunks.spans[m.start(1)][1] - 1]
        if not STOP_HEAD.isdisjoint(words[chunks.spans[at][1] : chunks.spans[m.start(1)][0]]):
            return Who.UNSPECIFIED  # "17, after divers found five more"
        one = harm.counted.number.low == 1 == harm.counted.number.high
        if one if m[1] == "v" else (not one and head not in SINGULARS):
            return who_of(head)
    m = _WERE.match(tags, at + 1)
    if m is not None and words[chunks.spans[m.start(1)][0]] in ("is", "was", "were", "are"):
        head = words[chunks.spans[m.start(2)][1] - 1]
        if (head in SINGULARS) == (harm.counted.number.low == 1):
            return who_of(head)
    return Who.UNSPECIFIED


def _predicate_who(tokens: Tokens, chunks: Chunks, harm: Harm) -> Who | None:
    """Return what a predicate says the counted were: "those nine dead were ferrymen", "all civilians"."""
    at = harm.trigger
    tags = chunks.tags
    apposed = _apposed_who(tokens, chunks, harm)
    if apposed is not Who.UNSPECIFIED:
        return apposed
    m = _SAYS_WHAT_THEY_ARE.match(tags, at + 1)
    if m is None or "by" in tokens.words[chunks.spans[at][1] : chunks.spans[m.start(1)][0]]:
        return None  # "shot dead by soldiers"
    end = chunks.spans[m.start(1)][1]
    head = tokens.words[end - 1]
    span = tokens.words[harm.start : end]
    if "all" in span or "were" in span or (harm.start and tokens.words[harm.start - 1] == "all" and "as" in span):
        who = who_of(head)
        return who if who is not Who.UNSPECIFIED else None
    return None


def _groups(chunks: Chunks, harm: Harm) -> tuple[Group, ...]:
    """Return the breakdown that follows a count: "including 7 children", and what the noun itself says."""
    out: dict[str, Group] = {}
    own = harm.counted
    low, high = own.number.low, own.number.high
    name = _group_name(own)
    if name is not None and own.kind in "nv":
        out[name] = Group(name=name, low=low, high=high)
    for at in harm.groups_at:
        label = _group_name(chunks.counts[at])
        if label is not None:
            out[label] = Group(name=label, low=chunks.counts[at].number.low, high=chunks.counts[at].number.high)
    tags = chunks.tags
    k = max(harm.at, harm.trigger if harm.trigger > harm.at else harm.at) + 1
    inset = tags.find("q", harm.at, k)
    if inset != -1:
        k = inset  # "five people, including two women, were killed"
    limit = min(len(tags), harm.at + 22)
    opened = False
    while k < limit:
        tag = tags[k]
        if tag == "q":
            opened = True
        elif tag in "nvm" and k in chunks.counts:
            inner = chunks.counts[k]
            if not opened and not (inner.part and inner.of == "them"):
                break
            label = _group_name(inner)
            if label is not None:
                out[label] = Group(name=label, low=inner.number.low, high=inner.number.high)
            elif inner.part:
                opened = True
        elif tag == "p" and opened:
            pass
        elif tag in "s;.:" or (tag in "kidK" and k > harm.trigger):
            break
        k += 1
    return tuple(out.values())


def _group_name(counted: Counted) -> str | None:
    if counted.child:
        return "children"
    if counted.woman:
        return "women"
    if counted.man and counted.head == "men":
        return "men"
    return None


def speech_mentions(tokens: Tokens, said: list[Speech]) -> list[SpeechMention]:
    """Return the attributions of a sentence as mentions."""
    starts, ends = [*tokens.starts, tokens.ends[-1]], [tokens.starts[0], *tokens.ends]  # ends by the token after
    return [_speech(tokens, s, starts, ends) for s in said]


def _speech(tokens: Tokens, s: Speech, starts: list[int], ends: list[int]) -> SpeechMention:
    named = s.np_end > s.np_start
    return SpeechMention(
        name_start=starts[s.np_start],
        name_end=ends[s.np_end] if named else starts[s.np_start],
        verb=starts[s.verb],
        verb_end=ends[s.verb + 1],
        scope_start=starts[s.scope_start],
        scope_end=ends[s.scope_end],
        manner=s.manner,
        pronoun=s.pronoun,
        own=s.own,
        label=tokens.words[s.verb] == ":",
        trailing=s.trailing,
        carrier=(starts[s.media[0]], ends[s.media[1]]) if s.media is not None else None,
    )


_NO_COUNT = {"#": "an age, a label or money", "##": "more than people can be"}


def number_mentions(tokens: Tokens, chunks: Chunks, taken: set[int]) -> list[NumberMention]:
    """Return the counts that are no harm, with the reason."""
    out: list[NumberMention] = []
    for at, counted in chunks.counts.items():
        if at in taken or counted.article:
            continue
        if counted.kind == "x":
            reason = _NO_COUNT.get(counted.head) or f"counts {counted.head}"
        elif counted.head:
            reason = f"no word of harm is tied to these {counted.head}"
        else:
            reason = "no person is named and no word of harm is tied to it"
        people = counted.number.low if counted.kind in "nv" and counted.number.low == counted.number.high else None
        out.append(NumberMention(start=tokens.starts[counted.start], end=tokens.ends[counted.end - 1], reason=reason, people=people))
    return out
