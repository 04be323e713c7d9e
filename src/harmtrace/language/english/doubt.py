"""English words round a count and in the sentences behind it -> whether it is taken back, refuted or unchecked there."""

from collections.abc import Sequence
from typing import Final

from harmtrace.language.grammar import Beside
from harmtrace.records.claim import Modality

_FALSE: Final = frozenset(
    "false untrue wrong fabrication fabricated fabrications lie lies fake fakes invented invention inventions fiction fictitious hoax baseless unfounded groundless "
    "unsubstantiated nonsense mistaken falsehood falsehoods myth incorrect inaccurate erroneous slander disinformation non-credible untruth".split()
)
_DISMISSED: Final = frozenset("dismissed rejected refuted contradicted debunked disproved disowned discounted denied disproven".split())
_WITHDRAWN: Final = frozenset("withdrawn retracted removed deleted struck taken rescinded annulled corrected dropped".split())
_DISMISS: Final = frozenset("dismiss dismisses dismissed reject rejects rejected refute refutes refuted deny denies denied rubbish rubbishes rubbished dispute disputes disputed".split())
_BE: Final = frozenset("is are was were be been being proved proves turned thats that's it's".split())
_THIS: Final = frozenset("this that it thats that's its it's these none neither which".split())
_THE: Final = frozenset("the this that his her their its our such".split())
_ACCOUNT: Final = frozenset("claim claims allegation allegations story stories figure figures count number numbers report reports toll talk word rumour rumours rumor rumors statement total post posts entry assertion accusation sum tally account".split())
_BASIS: Final = frozenset("basis foundation substance merit truth".split())
_NOT: Final = frozenset("not no never nothing nobody cannot can't cant unable nor neither without dont don't isn't wasn't none couldn't impossible".split())
_CREDIBLE: Final = frozenset("credible true so supported borne substantiated accurate correct".split())
_CHECK: Final = frozenset("confirm confirms confirmed confirming confirmation verify verified verifying verification check checked checking corroborate corroborated corroboration authenticate".split())
_BEAR: Final = frozenset("support supports bear bears back backs corroborate corroborates confirm confirms".split())
_OBJECT: Final = frozenset("it this that these them any either figure figures claim claims number numbers toll count report reports account accounts , . ; ! ) of independently from for".split())
_SPREAD: Final = frozenset("posting post sharing share repost reposting spread spreading repeat repeating circulating circulate".split())
_HEAR: Final = frozenset("heard hear".split())
_THINK: Final = frozenset("believes believe believed thinks think thought reckons suspects guesses supposes".split())
_WROTE: Final = frozenset("wrote written reported listed printed published put gave given stated spoke spoken quoted posted announced listing carried recorded entered said had".split())
_WE: Final = frozenset("we our i my".split())
_PAPER: Final = frozenset("bulletin entry sheet sitrep post posts article edition paper version note newsletter issue coverage update dispatch caption headline page".split())
_MEND: Final = frozenset("correction corrections erratum errata corrigendum clarification amendment amended editor's corrected record".split())
_FIXED: Final = frozenset("now error errors mistake twice alive instead apologise apologize apologies regret misread misheard mistaken correct corrected actually misreading misprint since unhurt".split())
_MODIFIERS: Final = frozenset("that there were was about some around at least over more than perhaps nearly up to as many the \" “ ( , ~".split())
_SAID: Final = frozenset("told said says tells that which adds added".split())
_ABOUT: Final = frozenset("of to by about on for over concerning regarding against from that".split())
_DEATHS: Final = frozenset("dead death deaths died killed killing killings casualties casualty fatalities victims toll tolls number numbers figure figures wounded injured injuries massacre losses".split())
_ASIDE: Final = frozenset(
    "name names identity identities cause causes who whom whose how why what where when denial denials responsibility circumstances age ages nationality nationalities affiliation affiliations motive motives perpetrator perpetrators origin among gender rank ranks weapon weapons location".split()
)
_MODAL: Final = frozenset("has have had could can cannot can't couldn't should would will may might must also later soon then since now not never already still yet both all , ( ; .".split())
_KINDS: Final = frozenset("same first initial early earlier latest original above whole entire viral online higher lower death official given stated widespread such very previous alleged reported total overall false fake".split())
_PRONOUNS: Final = frozenset("it this that these those which they none neither either both all nothing".split())
_BOUNDS: Final = frozenset(", ; : . ! ? ( ) but and though although while whereas – —".split())
_WHEN: Final = frozenset("after before when because since until whose where whom despite amid".split())
_YET: Final = frozenset("but though although yet however while whereas".split())
_STANDS: Final = frozenset("bear bears bore support supports supported back backs backed confirm confirms confirmed corroborate corroborates corroborated verify verifies verified show shows showed prove proves stands stood true upheld".split())
_NEXT: Final = 16  # tokens of the sentence behind in which it speaks of the count
_BEHIND: Final = 22  # tokens behind a count
_FAR: Final = 7  # tokens behind "confirm" that say what
_HEAD: Final = 6  # tokens at the head of a paragraph

#: Words of which one stands in a sentence that itself takes a count back or leaves it unchecked.
_TELLING: Final = _FALSE | _DISMISSED | _WITHDRAWN | _DISMISS | _BASIS | _CHECK | _SPREAD | _HEAR | _THINK | frozenset("not nothing read reads credible".split())
#: Words that open a sentence which speaks of the count before it, and one that says that nobody could check it.
_SPEAKS: Final = _THIS | _THE | frozenset("forget not there there's".split())
_LEAVES: Final = frozenset("we i the it this that nobody no none cannot cant can't there".split())


def doubted(asked: Beside) -> Modality | None:
    """Return what the words beside a count make of it, None where they leave it as it is."""
    words = asked.words
    told = not _TELLING.isdisjoint(words)
    before, behind = words[: asked.first], words[asked.end : asked.until]
    if told:
        stop = behind.index(";") if ";" in behind else len(behind)
        clause = before[len(before) - before[::-1].index(";") :] if ";" in before else before
        if _put_right(before) or _stopped(clause) or _not_so_many(words, asked) or _refuted(_own(before, behind[:stop][:_BEHIND])) or _read_for(clause, behind) or _story(clause):
            return Modality.DENIED
    opens = asked.opens.lower().lstrip("\"“'").split(" ", 1)[0] if asked.last else ""
    if opens in _SPEAKS and _speaks_of_it(asked.behind(False)):
        return Modality.DENIED
    if not _WROTE.isdisjoint(words) and _our_words(before if ";" not in before else before[len(before) - before[::-1].index(";") :], behind) and _mended(asked):
        return Modality.DENIED
    if told and ((not _vouched(before) and _unchecked(behind, cut=asked.until < len(words))) or _heard(behind) or _thinks(before)):
        return Modality.UNCONFIRMED
    if opens in _LEAVES and not asked.counts_on and _unchecked_next(asked.behind(False)):
        return Modality.UNCONFIRMED
    return None


def _own(before: Sequence[str], behind: Sequence[str]) -> Sequence[str]:
    """Return the words behind a count that still speak of it: not "killed nine after an appeal was rejected"."""
    if not _ACCOUNT.isdisjoint(before):
        return behind
    return behind[: next((k for k, w in enumerate(behind) if w in _WHEN), len(behind))]


def _put_right(before: Sequence[str]) -> bool:
    """Tell "was corrected from" right before a count: the old one."""
    return len(before) > 1 and before[-1] == "from" and before[-2] == "corrected"


def _vouched(before: Sequence[str]) -> bool:
    """Tell "the mission verified that" before a count."""
    return any(w in ("verified", "confirmed", "corroborated") and not _negated(before, k) and before[k - 1 : k] not in (["been"], ["be"]) for k, w in enumerate(before))


def _of_another(words: Sequence[str]) -> bool:
    """Tell what is no count: names, a cause, who fired; a claim of, by or to something else than deaths."""
    if not _ASIDE.isdisjoint(words):
        return True
    noun = next((k for k, w in enumerate(words) if w in _ACCOUNT), -1)
    behind = words[noun + 1 :]
    return noun >= 0 and not _ABOUT.isdisjoint(behind) and _DEATHS.isdisjoint(behind)


def _is_subject(words: Sequence[str]) -> bool:
    """Tell whether a sentence opens with the count before it: "This is", "That figure was", "The claim of nine dead has"."""
    if words[0] in ("thats", "that's", "it's"):
        return True
    if words[0] in _THIS and words[0] not in ("its", "it's") and (words[1:2] == [] or words[1] in _BE or words[1] in _MODAL or words[1].endswith("ly")):
        return True
    noun = next((k for k in range(1, min(4, len(words))) if words[k] in _ACCOUNT), 0)
    if not noun or any(w not in _KINDS and not w.endswith(("'s", "s'", "’s")) and w not in ("'s", "’s") for w in words[1:noun]):
        return False
    verb = next((k for k in range(noun + 1, len(words)) if words[k] in _BE or words[k] in _MODAL), len(words))
    if verb > noun + 1 and words[noun + 1] not in _ABOUT and not words[noun + 1].endswith("ly"):
        return False
    last = next((k for k in range(len(words) - 1, noun, -1) if words[k] in _FALSE or words[k] in _DISMISSED or words[k] in _WITHDRAWN or words[k] in _BE), verb)
    return not _of_another(words[noun : max(verb, last) if words[noun + 1 : noun + 2] == ["that"] else verb])


def _upheld(words: Sequence[str]) -> bool:
    """Tell ", but hospital records bear it out"."""
    turn = next((k for k, w in enumerate(words) if w in _YET), len(words))
    return any(w in _STANDS and _NOT.isdisjoint(words[max(turn, k - 4) : k]) for k, w in enumerate(words) if k > turn)


def _refuted(words: Sequence[str]) -> bool:
    """Tell "is pure invention", "proved to be untrue", "is assessed as not credible", "…, was dismissed"."""
    for k, w in enumerate(words):
        if w in (".", "!", "?", "but", "while", "and") and k:
            return False
        if w in _FALSE and any(words[m] in _BE for m in range(max(0, k - 4), k)) and _NOT.isdisjoint(words[max(0, k - 2) : k]):
            return True
        if (w in _DISMISSED or (w in _WITHDRAWN and w not in ("taken", "struck"))) and k and (words[k - 1] in _BE or (k > 1 and words[k - 2] in _BE)):
            return _NOT.isdisjoint(words[max(0, k - 2) : k]) and not (w == "corrected" and words[k + 1 : k + 2] == ["from"])
        if w in _CREDIBLE and k and words[k - 1] == "not" and any(words[m] in ("is", "was", "as", "be", "were", "found") for m in range(max(0, k - 3), k)):
            return True
        if w in _BASIS and k and (words[k - 1] in ("without", "no") or (k > 1 and words[k - 2] in ("without", "no"))):
            return True
    return False


def _speaks_of_it(words: Sequence[str]) -> bool:
    """Tell a sentence that takes back or refutes what stands before it: "This is a fabrication", "The claim was found to be baseless"."""
    whole = words
    words = [w for w in words[:_NEXT] if w not in ("\"", "“", "”", "'")]
    if words[:2] in (["forget", "it"], ["forget", "that"], ["not", "true"]) or words[:4] in (["there", "is", "no", "such"], ["there", "was", "no", "such"]):
        return True
    words = words[: next((k for k, w in enumerate(words) if w == ";"), len(words))]
    if not words or words[0] not in (_THIS | _THE) or not _is_subject(words) or _upheld(whole):
        return False
    if words[1:3] == ["should", "have"] or words[1:3] == ["should", "read"]:
        return True
    words = words[: next((k for k, w in enumerate(words) if k and w in _SAID), len(words))]
    if _refuted(words):
        return True
    return any(w in ("taken", "struck") and words[k - 1] in _BE and words[k + 1 : k + 2] and words[k + 1] in ("off", "down", "back", "from", "out") for k, w in enumerate(words) if k)


def _stopped(before: Sequence[str]) -> bool:
    """Tell "stop posting", "don't repost" right before a count."""
    near = before[-9:]
    return any(w in _SPREAD and k and (near[k - 1] in ("stop", "dont", "don't", "not", "never")) for k, w in enumerate(near))


def _not_so_many(words: Sequence[str], asked: Beside) -> bool:
    """Tell "five killed, not eight"."""
    k = asked.number - 1
    while k > 0 and words[k] in ("\"", "“", "'", "‘", "the"):
        k -= 1
    if k < 1 or words[k] != "not" or asked.number >= len(words) or words[asked.number] in ("one", "a", "an", "1"):
        return False
    return asked.counted and (words[k - 1] in (",", "and", "(", "\"", "“", "–", "—", "-") or words[k - 1][0].isdigit())


def _read_for(before: Sequence[str], behind: Sequence[str]) -> bool:
    """Tell "for nine wounded read three"."""
    return bool(before) and before[-1] == "for" and not {"read", "reads"}.isdisjoint(behind[:8])


def _story(before: Sequence[str]) -> bool:
    """Tell "we reject as fiction the story that": what is said behind is refused."""
    that = next((k for k in range(len(before) - 1, 0, -1) if before[k] in ("that", "of") and before[k - 1] in _ACCOUNT), -1)
    if that < 1 or {"but", "saying", "insisting"} & set(before[that:]):
        return False
    lead = before[max(0, that - 9) : that]
    return any(w in _DISMISS and "as" in lead[k + 1 :] for k, w in enumerate(lead))


def _our_words(before: Sequence[str], behind: Sequence[str]) -> bool:
    """Tell a count that the outlet itself gave before: "on Tuesday we wrote that", "bulletin 52 put", "printed in our edition"."""
    near = before[-22:]
    for k, w in enumerate(near):
        if w in _WROTE:
            lead = near[max(0, k - 4) : k]
            if (not _WE.isdisjoint(lead) and (w != "had" or not _PAPER.isdisjoint(lead))) or (w != "had" and not _PAPER.isdisjoint(lead)):
                return True
        elif w == "article" and "same" in near[max(0, k - 1) : k]:
            return True
    near = behind[:_BEHIND]
    return any(w in _WROTE and near[k + 1 : k + 2] == ["in"] and near[k + 2 : k + 3] == ["our"] for k, w in enumerate(near))


def _mended(asked: Beside) -> bool:
    """Tell whether the head of a count's paragraph or the sentences behind it put right what it said."""
    if any(not _MEND.isdisjoint(head[:_HEAD]) for head in asked.heads()):
        return True
    rest = asked.words[asked.end :]
    return any(("should" in words and ("read" in words or "been" in words)) or not _FIXED.isdisjoint(words) for words in (rest, asked.behind(False)[:24], asked.behind(True)[:24]))


def _unchecked(words: Sequence[str], *, cut: bool = False, opens: bool = False) -> bool:
    """Tell "has not been verified", "; no doctor would confirm it", "no way to check that", behind a count (``cut``: to the next one; ``opens``: a sentence)."""
    for k, w in enumerate(words[:_BEHIND]):
        if w in (".", "!", "?") and words[k + 1 : k + 2] and k > 1:
            return False
        if w in _CHECK and _negated(words, k) and (words[k - 1] in ("been", "be") or (k + 1 >= len(words) and not cut) or (k + 1 < len(words) and words[k + 1] in _OBJECT)) and _is_of_it(words, k, opens=opens):
            return True
        if w in _BEAR and k > 1 and words[k - 1] == "to" and "nothing" in words[max(0, k - 3) : k]:
            return True
    return False


def _is_of_it(words: Sequence[str], k: int, *, opens: bool) -> bool:
    """Tell whether what nobody could check is the count, not names, a cause, or who fired."""
    start = next((j + 1 for j in range(k - 1, -1, -1) if words[j] in _BOUNDS), 0)
    subject = words[start:k]
    end = next((j for j in range(k + 1, len(words)) if words[j] in _BOUNDS), len(words))
    thing = words[k + 1 : end]
    if _of_another(subject) or _of_another(thing[:_FAR]):
        return False
    if thing[:1] and thing[0] in ("this", "that", "these", "any", "either") and len(thing) > 1 and thing[1] not in _ACCOUNT and thing[1] not in _DEATHS and thing[1] not in ("of", "independently", "at", "yet", "so", "in", "for", "by", "from", "with", "because"):
        return False
    if words[k - 1] not in _BE or not (start or opens):
        return True
    return not (_ACCOUNT | _DEATHS | _PRONOUNS).isdisjoint(subject) or all(w in _MODAL or w in _BE or w in _NOT or w.endswith("ly") for w in subject)


def _negated(words: Sequence[str], k: int) -> bool:
    return not _NOT.isdisjoint(words[max(0, k - 6) : k])


def _unchecked_next(words: Sequence[str]) -> bool:
    """Tell a sentence that says that nobody could check what stands before it."""
    near = words[:_NEXT]
    if near[:2] == ["there", "is"] and near[2:3] == ["no"] and {"source", "confirmation", "proof", "evidence"} & set(near[3:7]):
        return True
    if near[:1] and near[0] in _LEAVES:
        reach = next((k for k, w in enumerate(near) if w in (".", ";", "but")), len(near))
        if "rely" in near[:reach] and "on" in near[:reach] and _negated(near, near.index("rely")):
            return True
        return _unchecked(near[:reach], opens=True)
    return False


def _heard(behind: Sequence[str]) -> bool:
    """Tell "12 dead I heard"."""
    return any(w == "i" and behind[k + 1 : k + 2] and behind[k + 1] in _HEAR for k, w in enumerate(behind[:6]))


def _thinks(before: Sequence[str]) -> bool:
    """Tell "believes that over 120" right before a count."""
    for k in range(len(before) - 1, max(-1, len(before) - 7), -1):
        if before[k] in _THINK:
            return k > 0 and before[k - 1] not in ("are", "is", "were", "was", "been", "not")
        if before[k] not in _MODIFIERS:
            return False
    return False
