"""English words round a count -> whom it counts where its own noun does not say, or to whom it points back."""

from collections.abc import Sequence
from typing import Final

from harmtrace.language.english.words import (
    BODY_NOUNS,
    CIVILIAN_ADJECTIVES,
    COMBATANT_ADJECTIVES,
    NUMBER_WORDS,
    PEOPLE,
    SAY_WORDS,
    UNARMED,
    WHO_CIVILIAN,
    WHO_COMBATANT,
)
from harmtrace.language.grammar import Pointing, PointsBack
from harmtrace.records.claim import Who

_FAMILY: Final = frozenset("family families household households clan".split())
_ONE: Final = frozenset("one same single".split())
_MEMBERS: Final = frozenset("member members relative relatives".split())
#: Bodies that fight; a civil defence, a police or an aid corps is none.
_FORCES: Final = frozenset(
    "army armies military militia militias navy marines troops battalion battalions brigade brigades regiment regiments garrison platoon platoons "
    "insurgency insurgents guerrillas rebels air-force airforce commando commandos fighters taliban isis".split()
)
#: Bodies that fight where a word of arms stands beside them: an infantry company, a trading company.
_MAYBE_FORCES: Final = frozenset("forces company squad squadron division resistance movement legion column group front coalition guards force unit units".split())
_ARMS: Final = frozenset("infantry tank armoured armored artillery airborne combat military army rebel armed insurgent guerrilla liberation parachute mechanised mechanized special ground naval jihadist paramilitary militant soldiers".split())
_THEIRS: Final = frozenset("its his their our her".split())
_OF_A_SIDE: Final = frozenset("men soldiers fighters troops members ranks own comrades officers number forces guards recruits guerrillas militants boys lads".split())
_LOSSES: Final = frozenset("losses dead casualties killed fallen martyrs".split())
_LOSE: Final = frozenset("lost loses lose losing".split())
_LOSERS: Final = frozenset("it they we he".split())
_OURS: Final = frozenset("our my".split())
#: Words that may stand between a side and its own: what it says, gives or has.
_SAYING: Final = (SAY_WORDS | frozenset("that it they he she we has had have have been also only just at least about some around over more than up to and its their his own \" “ ‘ ' , : concede concedes admit one no nobody".split()) | _LOSE | frozenset(NUMBER_WORDS)) - frozenset("found claims".split())
_LEADERS: Final = frozenset("spokesman spokeswoman spokesperson commander commanders leader leaders chief headquarters command captain colonel brigadier major general".split())
_BEFORE_OTHERS: Final = frozenset("by from against on of at to with after before when as while near behind under because for".split())
_FILLERS: Final = frozenset("at least about some around only over more than up to nearly almost exactly just".split())
_LINKS: Final = frozenset("as at to was is were are stands stood : of reached".split())
_MOVES: Final = frozenset("rose rises grew grows climbed fell mounted rising mounting jumped swelled doubled increased dropped".split())
_OWN_CLAUSE: Final = frozenset("was were had has have died are is did".split())
_APART: Final = frozenset(", ; and or as while when after before but plus with including".split())
_NOT_OURS: Final = frozenset("civilian civilians".split())
#: People by nouns of two words: the first is any of these, the second the noun.
_PAIRS: Final[dict[str, tuple[frozenset[str], Who]]] = {
    noun: (frozenset(firsts.split()), who)
    for nouns, firsts, who in (
        ("hand hands", "farm field ranch dock mill factory stable kitchen hired market shop estate", Who.CIVILIAN),
        ("people person persons couple couples adults folk", "elderly old aged", Who.CIVILIAN),
        ("staff", "un u.n. hospital school university medical clinic aid health local kitchen hotel ngo", Who.CIVILIAN),
        ("member members", "gang cartel", Who.COMBATANT),
    )
    for noun in nouns.split()
}  # fmt: skip
_HARMED: Final = frozenset("killed dead wounded injured slain missing hurt lost murdered shot who".split())
_FIGURES: Final = frozenset("number figure toll total count tally numbers figures".split())
_OTHERS: Final = frozenset("others other more further additional".split())
_ORDINALS: Final = frozenset("second third fourth fifth sixth seventh eighth ninth tenth".split())
_THEM: Final = frozenset("them whom these those".split())
_GO_ON: Final = frozenset("died has had have was were did lay later of".split())
_NOUNS: Final = frozenset((*PEOPLE, *BODY_NOUNS, *"victims casualties deaths fatalities".split())) - _OTHERS
_HURT: Final = frozenset("wounded injured dead missing".split())
_SELF: Final = frozenset("himself herself itself themselves".split())
_AMONG: Final = frozenset("including include included includes among".split())
_THE: Final = frozenset("the of those these dozens scores".split())
_BE: Final = frozenset("was were are being".split())
_PLURALS: Final = frozenset("men women people children police militia fishermen gunmen staff crew militiamen policemen servicemen herdsmen boatmen clergy".split())
_STOPS: Final = frozenset(". ; ! ?".split())
#: Places and gatherings of people who do not fight; where one is told of, those hurt may be of it.
_CIVIL: Final = frozenset(
    "hospital hospitals clinic clinics ward wards school schools kindergarten university college market markets marketplace bazaar mosque church temple monastery bakery hotel restaurant cafe café shop shops mall bus buses minibus "
    "taxi train ferry home homes wedding funeral party feast crowd crowds procession ceremony congregation village villages hamlet shelter orphanage playground stadium theatre theater cinema apartment apartments flat flats "
    "mourners shoppers worshippers guests passengers bystanders onlookers commuters customers family families household households protest demonstration rally queue".split()
)
#: Deeds; who does them is not told to be hurt by them.
_DEEDS: Final = frozenset(
    "shelled shelling shot shooting fired firing raided raiding attacked attacking bombed bombing stormed storming hit struck opened killed killing wounded wounding injured injuring executed burned burnt burning torched "
    "abducted seized ambushed bombarded pounded targeted targeting massacred murdered beat entered overran looted hurled threw launched detonated razed destroyed".split()
)
#: Verbs right before people who are hurt, seen or called something by it.
_TAKES: Final = frozenset("killed wounded injured captured hit struck shot saw seen spotted named called was were is are carried carrying ferried lost including targeted".split())
_COMMAS: Final = frozenset(", \" “ ‘ ' ( : — –".split())
_SCARCE: Final = 40  # tokens looked back for those pointed to

#: Words of which one stands wherever what is said of all, a family or a figure's noun shows whom a count is of.
_HINTS: Final = _FAMILY | _FIGURES | frozenset("all both each every none under below".split())


def pointed(asked: Pointing) -> PointsBack | None:
    """Return whom the words round a count say that it counts, or to whom they point; None where they say nothing."""
    words, i, j, end = asked.words, asked.number, asked.after, asked.end
    if i >= len(words):
        return None
    bare = _bare(words, j, end)
    if not asked.named or bare:
        who = _pair(words, j) if _HINTS.isdisjoint(words) else _family(words, i, j, end) or _all_of_them(words, i, j, end) or _headed(words, i, j) or _pair(words, j)
        if who is not None:
            return PointsBack(who=who)
    if _own_side(asked):
        return PointsBack(who=Who.COMBATANT)
    if not bare and (asked.named or words[j : j + 1] != ["of"]):
        return None
    before = words[i - 1] if i else ""
    if words[j : j + 1] == ["than"] or not _SELF.isdisjoint(words[max(0, i - 6) : i]):
        return None  # "killed himself and 19 others"
    if before in ("further", "another") or words[i] == "another" or (words[i] in _ORDINALS and before == "a") or (words[j : j + 1] and words[j] in _OTHERS and words[j + 1 : j + 2] != ["than"]):
        return PointsBack(others=True, alone=_alone(asked), one=words[i] == "another" and words[j : j + 1] != [] and words[j] in _BE | _HURT)
    partly = words[j : j + 1] == ["of"] and bool(words[j + 1 : j + 2]) and words[j + 1] in _THEM
    opens = ((asked.opens and words[i] == "one") or before == "all" or words[i] == "both") and bool(words[j : j + 1]) and words[j] in _GO_ON
    if partly or opens:
        return PointsBack(who=_group([*asked.before(), *words[:i]]))
    return None


def _bare(words: Sequence[str], j: int, end: int) -> bool:
    """Tell whether no noun for people follows a number within its claim."""
    if any(w in WHO_CIVILIAN or w in WHO_COMBATANT or w in _NOUNS for w in words[j : min(end, j + 4)]):
        return False
    return not any(words[k] in _BE and _class(words[k + 1]) is not None for k in range(j, min(len(words) - 1, j + 4)))  # "12 of whom were soldiers"


def _family(words: Sequence[str], i: int, j: int, end: int) -> Who | None:
    """Return civilians for "22 members of two families", "five dead, all one family", "one family, all six members"."""
    if i > 1 and words[i - 1] == "all" and words[j : j + 1] == ["members"] and not _FAMILY.isdisjoint(words[max(0, i - 6) : i]):
        return Who.CIVILIAN
    for k in range(j, min(len(words), end + 8)):
        if words[k] in _STOPS:
            return None
        if words[k] in _FAMILY:
            between = words[max(0, j - 1) : k]
            whole = "all" in between and not _ONE.isdisjoint(between)
            return Who.CIVILIAN if whole or ("of" in between and not _MEMBERS.isdisjoint(between)) else None
    return None


def _all_of_them(words: Sequence[str], i: int, j: int, end: int) -> Who | None:
    """Return who they are by what is said of all of them: "six dead, all of them rebels", "three, 'rebels, every one'"."""
    for k in range(j, min(len(words), end + 5)):
        w = words[k]
        if w in _STOPS:
            return None
        if w in ("all", "both", "each") and words[k - 1] in _COMMAS:
            for m in range(k + 1, min(len(words), k + 8)):
                if words[m] in WHO_COMBATANT or words[m] in COMBATANT_ADJECTIVES:
                    return Who.COMBATANT
                if words[m] in WHO_CIVILIAN or words[m] in CIVILIAN_ADJECTIVES:
                    return Who.CIVILIAN
                if words[m] in _STOPS or words[m] in (",", "in", "by", "at", "from", "on", "to"):
                    break
        if words[k + 1 : k + 2] == [","] and (words[k + 2 : k + 4] == ["every", "one"] or words[k + 2 : k + 4] == ["all", "of"]):
            who = _class(w)
            if who is not None:
                return who
        if w in ("under", "below") and words[k - 1] in ("are", "were", "all") and words[k + 1 : k + 2] and words[k + 1] in _YOUNG:
            return Who.CIVILIAN
        if w == "none" and words[k + 1 : k + 3] in (["older", "than"], ["of", "them"], ["over", "the"]) and not _YOUNG.isdisjoint(words[k + 2 : k + 6]):
            return Who.CIVILIAN
    return None


_YOUNG: Final = frozenset((*map(str, range(2, 19)), *"ten twelve thirteen fourteen fifteen sixteen eighteen".split()))


def _class(word: str) -> Who | None:
    return Who.COMBATANT if word in WHO_COMBATANT else Who.CIVILIAN if word in WHO_CIVILIAN else None


def _link(words: Sequence[str], i: int, j: int) -> int | None:
    """Return which word hands a number to the noun of a figure: "killed **as** 19"; None where none does, or another clause begins ("rose as 12 died")."""
    k = i - 1
    while k > 0 and words[k] in _FILLERS and not (words[k] in _LINKS and words[k - 1] not in _FILLERS | _LINKS):
        k -= 1
    if k < 1 or words[k] not in _LINKS:
        return None
    if words[k] == "as" and (words[k - 1] in _MOVES or (words[j : j + 1] and words[j] in _OWN_CLAUSE)):
        return None
    return k


def _headed(words: Sequence[str], i: int, j: int) -> Who | None:
    """Return who they are by the noun of a figure: "the number of farmers killed at X as 19", in one clause."""
    link = _link(words, i, j)
    if link is None or (words[j : j + 1] and (words[j] in _NOUNS or _class(words[j]) is not None)):
        return None
    for k in range(i - 1, max(0, i - 16), -1):
        if words[k] in _STOPS:
            return None
        if words[k] in _FIGURES and words[k + 1 : k + 2] in (["of"], ["for"]):
            for m in range(k + 2, min(i, k + 6)):
                who = _class(words[m])
                if who is not None:
                    alone = words[m + 1] in _HARMED and _APART.isdisjoint(words[k + 1 : link]) and all(_class(word) in (None, who) for word in words[k + 1 : link])
                    return who if alone else None
            return None
    return None


def _pair(words: Sequence[str], j: int) -> Who | None:
    """Return who they are by a noun of two words: "nine farm hands", "two gang members", or behind "for": "37 for civilians killed"."""
    if words[j : j + 1] == ["for"] and words[j + 1 : j + 2] and words[j + 2 : j + 3] and words[j + 2] in _HARMED:
        return _class(words[j + 1])
    for k in range(j + 1, min(len(words), j + 4)):
        pair = _PAIRS.get(words[k])
        if pair is not None and words[k - 1] in pair[0]:
            return pair[1]
        if not words[k].isalpha():
            return None
    return None


def _force(words: Sequence[str], k: int) -> bool:
    """Tell whether a word names a body that fights."""
    if words[k] in _FORCES:
        return not bears_no_arms(words, k)
    return words[k] in _MAYBE_FORCES and (not _ARMS.isdisjoint(words[max(0, k - 2) : k]) or words[k + 1 : k + 3] == ["of", "fighters"] or not _INFANTRY.isdisjoint(words[max(0, k - 6) : k]))


def bears_no_arms(words: Sequence[str], k: int) -> bool:
    """Tell "the fire brigade", "a civil defence unit" from a body that fights by what stands before its word."""
    return k > 0 and (words[k - 1] in UNARMED or (k > 1 and words[k - 1] in _SERVICE and words[k - 2] in UNARMED))


_SERVICE: Final = frozenset("defence defense service services protection aid".split())
_INFANTRY: Final = frozenset("infantry paratrooper paratroopers conscript conscripts".split())


def _owner(asked: Pointing, at: int) -> bool:
    """Tell whether the subject of the clause in which "its", "their" or "it" stands is a body that fights: the nearest that may own."""
    words = asked.words
    k = at - 1
    while k >= 0 and words[k] in _SAYING and not _force(words, k):
        k -= 1
    if k < 0:
        before = asked.before()
        if SAY_WORDS.isdisjoint(words[:at]) or not (_harmless(before) or (asked.military and "own" in words[at : asked.after + 3])):
            return False
        return asked.military or any(_force(before, m) for m in range(min(len(before), 5)))
    if words[k] in _LEADERS:
        return asked.military or _class(words[k]) is Who.COMBATANT or any(_force(words, m) for m in range(max(0, k - 3), k))
    if _force(words, k) or _class(words[k]) is Who.COMBATANT:
        head = next((m for m in range(k - 1, max(-1, k - 4), -1) if words[m] in _BEFORE_OTHERS), None)
        return head is None or (head > 0 and words[head] in ("of", "for") and words[head - 1] in _LEADERS)
    if asked.military and k + 1 < len(words) and words[k + 1] in SAY_WORDS:
        return True
    return asked.military and _harmless(words[:at])


def _harmless(words: Sequence[str]) -> bool:
    """Tell whether words tell of no deed and of nobody who does not fight."""
    return not any(word in _DEEDS or word in _CIVIL or word in WHO_CIVILIAN or word in _NOUNS for word in words)


def _own_side(asked: Pointing) -> bool:
    """Tell whether a count is of a fighting side's own: "three of his men", "its losses as 40", "it lost no one"."""
    words, i, j, end = asked.words, asked.number, asked.after, asked.end
    after = words[j : j + 4]
    if after[:1] == ["of"] and after[1:2] and after[1] in _THEIRS:
        if len(after) < 3 or after[2] not in _OF_A_SIDE:
            return False
        beside = i > 1 and words[i - 1] == "and" and _class(words[i - 2]) is Who.COMBATANT  # "a commander and four of his guards"
        return beside or (asked.military and after[1] in _OURS) or _owner(asked, i)
    for k in range(max(0, i - 8), i):
        if words[k] in _LOSSES and k:
            if not _bare(words, j, end) or _link(words, i, j) is None or not _NOT_OURS.isdisjoint(words[k + 1 : min(len(words), end + 4)]):
                continue
            whose = k - 1 if words[k - 1] != "own" else k - 2
            if whose < 0:
                continue
            if words[whose] == "'s" or words[whose].endswith(("'s", "’s")):
                at = whose - 1 if words[whose] == "'s" else whose
                name = [*words[:at], words[at].removesuffix("'s").removesuffix("’s")]
                if _force(name, at) or (at and words[at - 1] in _THEIRS and name[at] in _MAYBE_FORCES and _owner(asked, at - 1)):
                    return True
            elif words[whose] in _THEIRS:
                return (asked.military and words[whose] in _OURS) or _owner(asked, whose)
            elif words[k] == "losses" and (_force(words, whose) or words[whose] in COMBATANT_ADJECTIVES):
                return True
    lost = i - 1
    if lost > 0 and words[lost] in ("at", "least", "some", "about", "only"):
        lost -= 2 if words[lost] == "least" else 1
    if lost > 0 and words[lost] in _LOSE and _bare(words, j, end):
        at = lost - 2 if words[lost - 1] in ("has", "had", "have") else lost - 1
        return at >= 0 and (_force(words, at) or (words[at] in _LOSERS and ((asked.military and words[at] == "we") or _owner(asked, at))))
    return False


def _alone(asked: Pointing) -> bool:
    """Tell whether a sentence, and the one before it, tell of nobody who does not fight and of no place of theirs, so that "others" may be of those who do."""
    words = asked.words
    here = any(w in _CIVIL or w in WHO_CIVILIAN or (w in _NOUNS and words[k + 1 : k + 2] and words[k + 1] not in SAY_WORDS and k >= asked.number) for k, w in enumerate(words))
    return not here and _CIVIL.isdisjoint(asked.before())


def _group(words: Sequence[str]) -> Who | None:
    """Return who the people named last before a count were: a plural noun, or people of whom the words leave it open."""
    near = words[-_SCARCE:]
    for k in range(len(near) - 1, -1, -1):
        w = near[k]
        who = _class(w)
        if (who is not None or w in _NOUNS) and not _AMONG.isdisjoint(near[max(0, k - 4) : k]):
            continue  # "26 wounded, among them five girls. Two of them": of the whole
        if who is not None and (w.endswith("s") or w in _PLURALS):
            return who if who is Who.CIVILIAN or _hurt(near, k) else None
        if (w in _NOUNS and (w in _PLURALS or w.endswith("s"))) or (w in _HURT and k and (near[k - 1][0].isdigit() or near[k - 1] in NUMBER_WORDS or near[k - 1] in _THE)):
            if k and near[k - 1] in COMBATANT_ADJECTIVES:
                return Who.COMBATANT if _hurt(near, k) else None
            if k and near[k - 1] in CIVILIAN_ADJECTIVES:
                return Who.CIVILIAN
            return Who.UNSPECIFIED
    return None


def _hurt(words: Sequence[str], k: int) -> bool:
    """Tell whether fighters are those told of, not those who did it: nobody else is named, and they were hurt, seen or called so, or did nothing."""
    if any(w in _CIVIL or w in WHO_CIVILIAN or (w in PEOPLE and w not in _MEN) for w in words):
        return False
    behind = words[k + 1 : k + 3]
    if behind and ((behind[0] in _BE and len(behind) > 1 and behind[1] in _SUFFERED) or behind[0] in ("died", "fell")):
        return True
    if behind[:1] == ["who"]:
        return _DEEDS.isdisjoint(words)
    m = k - 1
    while m >= 0 and (words[m] in COMBATANT_ADJECTIVES or words[m] in NUMBER_WORDS or words[m][0].isdigit() or words[m] in ("the", "some", "at", "least", "about", "he", "they")):
        m -= 1
    return m >= 0 and words[m] in _TAKES and (not behind or behind[0] not in _DEEDS) and "by" not in words[k:]


_MEN: Final = frozenset("men man members member guard guards commander others other".split())
_SUFFERED: Final = frozenset("killed wounded injured captured hit struck shot hurt taken found buried treated".split())
