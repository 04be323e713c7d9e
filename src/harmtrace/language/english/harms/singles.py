"""One person told of without a number, by an inset, an ordinal, a list or a note: "a third, 28, lost his sight"."""

import re

from harmtrace.language.english.harms.finder import BE, HAD_WOUNDS, OUTCOME, Finder, definite_person, is_kin, one_person
from harmtrace.language.english.harms.records import Harm
from harmtrace.language.english.names import POSSESSIVES
from harmtrace.language.english.words import NOUNS, NUMBER_WORDS, SAY_WORDS, SINGULARS, THING_WORDS
from harmtrace.records.claim import Outcome

#: "the trader's mother, who was asleep, lost an eye", "our goalkeeper has lost a leg".
_SUBJECT = re.compile(r"([pv])(?:,(?:[-pxTo]{1,5}|w[-apxTVroi@F]{1,9}),|,|[-xToF@r]{1,7}(?=d))?(a{0,3})-?([id])")
#: "A fifth, Marwa, lost her right hand", "a third, 28, lost his sight".
_ORDINAL = re.compile(r"(m)(?:,[-pvmx]{1,4},|,)?(a{0,3})-?([id])")
#: "left an orchard worker, 43, in serious condition".
_LEFT = re.compile(r"X([pv])(?:,)?(i)")
#: "Watchman killed, his two children burnt", "Baker and his apprentice dead, neighbours say": notes, not the headlines of other pages.
_HEADLINE = re.compile(r"(?:^|(?<=[-:;\"]))(p)(?:&(p))?([kD])(?=,)")
_DID = frozenset("did was were".split())
_ORDINALS = frozenset("second third fourth fifth sixth seventh eighth ninth tenth".split())
_ALONG = (("together", "with"), ("along", "with"), ("alongside",))
_ALONG_FAR = 12
#: What may stand between a harm and "together with" or "so was": an age, a day, a home, a place; no other verb, no other person.
_BETWEEN = frozenset(", on in at near outside inside his her their its home house monday tuesday wednesday thursday friday saturday sunday yesterday morning afternoon evening night last this".split())
_BEFORE_NAMES = frozenset("in at near of".split())
#: What may stand behind a person whose clause ends there, so that no verb of his own follows.
_CLAUSE_ENDS = frozenset('. ; of in on at when while by near inside outside aged " ”'.split())
#: What makes a harm unsure or another's: "may have been killed", "who was killed".
_UNSURE = frozenset("may might could would if unless not never feared fears who whose that which".split())
_PAST = frozenset("was were been is are".split())
_OF_ITSELF = frozenset("died drowned perished suffocated starved".split())
#: Deaths that nobody dealt.
_ILLNESS = frozenset("heart cancer stroke illness disease covid covid-19 pneumonia natural naturally age diabetes leukaemia leukemia overdose".split())
_SURVIVED_WHAT = frozenset("attack blast strike airstrike raid shelling explosion crash fire bombing bombardment night surgery operation journey fall wounds injuries".split())
_PARTS = frozenset("leg legs arm arms head chest back neck spine shoulder thigh knee foot hand stomach abdomen lung lungs skull brain hip jaw face eye body calf".split())
_FURTHER = frozenset(". , ; : ! ? and but in on at when while after during to from as because before since by that yesterday".split())
_DID_THEN = frozenset("ate took fled ran hid shot burnt sold cut hung threw left buried stole".split())
_UNSURVIVED = (("did", "not", "survive"), ("did", "n't", "survive"), ("didn't", "survive"), ("did", "not", "make", "it"), ("didn't", "make", "it"), ("not", "survive"))
_HAS = frozenset(("has", "had"))
_NO_ONE = frozenset("any every each no".split())
#: Of whom a headline tells that they did it.
_DID_IT = frozenset("killer gunman attacker bomber assailant robber terrorist".split())


def find_singles(finder: Finder, has: set[str]) -> None:
    """Find single persons that no rule before took."""
    if "i" in has or "d" in has:
        if "p" in has or "v" in has:
            for m in _SUBJECT.finditer(finder.tags):
                _subject(finder, m)
            if "X" in has:
                for m in _LEFT.finditer(finder.tags):
                    if _person(finder, m.start(1)):
                        finder.add(m.start(1), OUTCOME[m[2]], m.start(2), "single/1")
        if "m" in has and not _ORDINALS.isdisjoint(finder.tokens.words):
            for m in _ORDINAL.finditer(finder.tags):
                _ordinal(finder, m)
    if "p" in has and ("k" in has or "D" in has):
        for m in _HEADLINE.finditer(finder.tags):
            _headline(finder, m)
    if "e" in has and "v" in has and "w" in has:
        _death_of(finder)
    if finder.found and not {"so", "together", "along", "alongside"}.isdisjoint(finder.tokens.words):
        _so_was(finder)
        _along_with(finder)


def _person(finder: Finder, at: int) -> bool:
    """Count one person named by a noun, where it is one and no rule has taken it."""
    if at in finder.found or at in finder.breakdown:
        return False
    if finder.tags[at] == "v":
        return finder.chunks.counts[at].number.low == 1 and finder.chunks.counts[at].number.high == 1
    return is_kin(finder, at) or definite_person(finder, at)


def _wounded(finder: Finder, trigger: int, letter: str, *, aux: bool) -> bool:
    """Tell a wound that one has ("lost an eye") from a participle that says who one is ("the wounded boy")."""
    words = finder.text(trigger, trigger)
    return letter == "d" or len(words) > 1 or (not aux and words[0] in HAD_WOUNDS)


def _subject(finder: Finder, m: "re.Match[str]") -> None:
    at, trigger = m.start(1), m.start(3)
    inset = finder.tags[at + 1 : m.start(2)]
    if (inset == "" and finder.word(trigger) not in _HAS) or any(k in finder.found for k in range(at, trigger + 1)) or any(h.trigger == trigger for h in finder.found.values()):
        return
    if not _wounded(finder, trigger, m[3], aux=bool(m[2])) or not SAY_WORDS.isdisjoint(finder.text(at, trigger - 1)):
        return
    if inset and "," not in inset and not _is_unsurvived(finder, trigger):
        return
    if m[2] and finder.word(m.end(2) - 1) in BE and m[3] == "d":
        return
    if _is_of_peace(finder, trigger):
        return
    if _person(finder, at):
        finder.add(at, OUTCOME[m[3]], trigger, "single/1")


def _is_of_peace(finder: Finder, trigger: int) -> bool:
    """Tell an illness, a scandal that one did not survive, soldiers whom one lost and a bullet in one's pocket from harm."""
    words = finder.tokens.words
    start, end = finder.chunks.spans[trigger]
    told, behind = words[start:end], words[end : end + 9]
    stop = next((k for k, word in enumerate(behind) if word in ".;!?"), len(behind))
    behind = behind[:stop]
    if not _ILLNESS.isdisjoint(behind):
        return True
    if "survive" in words[start : end + 3]:
        rest = words[words.index("survive", start) + 1 :][:5]
        return bool(rest) and rest[0] in ("the", "a", "an", "his", "her", "their", "this", "that") and _SURVIVED_WHAT.isdisjoint(rest[1:])
    if told[-1] == "in":
        return _PARTS.isdisjoint(words[start : end + 4])
    return told[0] in ("lost", "losing") and bool(behind) and behind[0] not in _FURTHER


def _is_unsurvived(finder: Finder, trigger: int) -> bool:
    words = finder.tokens.words[finder.chunks.spans[trigger][0] :]
    return any(tuple(words[: len(one)]) == one for one in _UNSURVIVED)


def _ordinal(finder: Finder, m: "re.Match[str]") -> None:
    at, trigger = m.start(1), m.start(3)
    counted, words = finder.chunks.counts[at], finder.tokens.words
    if counted.head or words[counted.start] != "a" or words[counted.end - 1] not in _ORDINALS or any(h.trigger == trigger and h.rule != "weighed/1" for h in finder.found.values()):
        return
    if not _wounded(finder, trigger, m[3], aux=bool(m[2])) or _is_of_peace(finder, trigger) or _is_of_things(words, counted.start):
        return
    for k in range(at + 1, trigger):
        if k in finder.chunks.counts:
            finder.breakdown.add(k)  # the age between commas
            finder.found.pop(k, None)
    finder.found.pop(at, None)
    finder.breakdown.discard(at)
    finder.add(at, OUTCOME[m[3]], trigger, "single/1")


def _is_of_things(words: list[str], start: int) -> bool:
    """Tell "two drones were lost; a third" from a third person: the last plural before it is one of things."""
    for word in reversed(words[max(0, start - _ALONG_FAR) : start]):
        if word in THING_WORDS and word.endswith("s"):
            return True
        if word in NOUNS:
            return False
    return False


def _headline(finder: Finder, m: "re.Match[str]") -> None:
    """Take a note's "Watchman killed,": a bare singular that opens it, and nobody behind the verb."""
    words, spans = finder.tokens.words, finder.chunks.spans
    trigger = m.start(3)
    end = spans[trigger][1]
    if any(h.trigger == trigger for h in finder.found.values()) or (end < len(words) and words[end] in ("by", "a", "an", "the", "his", "her", "some", *NUMBER_WORDS)):
        return
    then = words[end + 1 : end + 2]
    if then and (then[0] in _DID_THEN or then[0].endswith("ed") or (m[3] == "D" and (then[0] == "of" or then[0][:1].isdigit()))):
        return  # "Policeman killed, skinned and ate the deer", "Actor dead, 79, of cancer"
    for at in (m.start(1), m.start(2)):
        if at < 0 or at in finder.found or at in finder.breakdown:
            continue
        head = words[spans[at][1] - 1]
        before = words[spans[at][0] - 1] if spans[at][0] else ""
        if head in SINGULARS and head not in THING_WORDS and head not in _DID_IT and before not in _NO_ONE and (at != m.start(1) or before in ("", ":", ";", ".", '"', "“")):
            one_person(finder, at, head)
            finder.add(at, Outcome.KILLED, trigger, "single/2")


def _death_of(finder: Finder) -> None:
    """Take "the death of an aid worker, who was shot at his gate" for the death of one."""
    words = finder.tokens.words
    for harm in finder.found.values():
        start = harm.counted.start
        if harm.outcome is Outcome.INJURED and harm.counted.kind == "v" and words[max(0, start - 2) : start] in (["death", "of"], ["killing", "of"], ["murder", "of"]) and words[harm.counted.end : harm.counted.end + 1] == [","]:
            harm.outcome = Outcome.KILLED


def _is_beside(finder: Finder, harm: Harm, k: int) -> str:
    """Return how a harm was told that nothing but an age, a day or a place parts from token ``k``: "was", "did", or nothing."""
    words, raw = finder.tokens.words, finder.tokens.raw
    start, end = finder.chunks.spans[harm.trigger]
    if harm.end > end or start <= harm.counted.start or k - end > _ALONG_FAR:
        return ""
    for j in range(end, k):
        if words[j] not in _BETWEEN and not words[j].isdigit() and not (raw[j][:1].isupper() and words[j - 1] in _BEFORE_NAMES):
            return ""
    if not _UNSURE.isdisjoint(words[max(0, start - _ALONG_FAR) : start]) or not SAY_WORDS.isdisjoint(words[max(0, start - _ALONG_FAR) : start]):
        return ""
    if words[start] in _PAST or words[start - 1] in _PAST:
        return "was"
    return "did" if words[start] in _OF_ITSELF else ""


def _ends_clause(finder: Finder, at: int) -> bool:
    """Tell a person behind whom no verb of his own can follow."""
    words = finder.tokens.words
    end = finder.chunks.spans[at][1]
    if end >= len(words) or words[end] in _CLAUSE_ENDS:
        return True
    return words[end] == "," and end + 1 < len(words) and words[end + 1].isdigit() and words[end + 2 : end + 3] in ([], ["."], [";"])


def _so_was(finder: Finder) -> None:
    """Take "so did a baby", "so was her husband" right behind a harm told in the same way for one more of it."""
    words = finder.tokens.words
    for k, word in enumerate(words[:-2]):
        if word != "so" or words[k + 1] not in _DID:
            continue
        behind = k
        while behind and words[behind - 1] in (",", ";", "and", "."):
            behind -= 1
        whole = next((h for _, h in sorted(finder.found.items(), reverse=True) if h.end <= k and h.counted.number.low != 0 and finder.chunks.spans[h.trigger][1] <= k), None)
        at = next((at for at, (a, _) in enumerate(finder.chunks.spans) if a >= k + 2), None)
        if whole is None or at is None or _is_beside(finder, whole, behind) != ("did" if words[k + 1] == "did" else "was"):
            continue
        while at < len(finder.tags) and finder.tags[at] == "-" and finder.chunks.spans[at][0] < k + 4:
            at += 1
        if at < len(finder.tags) and finder.tags[at] in "pvn" and _ends_clause(finder, at) and (finder.tags[at] == "n" or _person(finder, at)):
            finder.add(at, whole.outcome, at, "single/1")


def _along_with(finder: Finder) -> None:
    """Take "was killed outside his home, together with his son" for the death of both, where no other verb stands between."""
    words = finder.tokens.words
    for at, harm in list(finder.found.items()):
        if harm.outcome is not Outcome.KILLED or harm.counted.number.low == 0:
            continue
        end = finder.chunks.spans[harm.trigger][1]
        for k in range(end, min(len(words) - 2, end + _ALONG_FAR)):
            along = next((one for one in _ALONG if tuple(words[k : k + len(one)]) == one), None)
            if along is None:
                continue
            other = next((one for one, (a, _) in enumerate(finder.chunks.spans) if a >= k + len(along)), None)
            if other is None or other == at or finder.chunks.spans[other][0] != k + len(along) + 1:
                break
            if _is_beside(finder, harm, k) and finder.tags[other] == "p" and words[k + len(along)] in (*POSSESSIVES, "the") and _ends_clause(finder, other) and _person(finder, other):
                finder.add(other, Outcome.KILLED, other, "single/1")
            break
