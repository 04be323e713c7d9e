"""English words round a count -> whom it counts where its own noun does not say, or to whom it points back."""

from collections.abc import Sequence
from typing import Final

from harmtrace.language.english.words import (
    BODY_NOUNS,
    CIVILIAN_ADJECTIVES,
    COMBATANT_ADJECTIVES,
    NUMBER_WORDS,
    PEOPLE,
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
    "army armies military militia militias navy marines forces troops battalion battalions brigade brigades regiment regiments garrison platoon platoons company squad squadron "
    "division divisions insurgency insurgents resistance movement guerrillas rebels legion column air-force airforce commando commandos fighters group front coalition guards".split()
)
_THEIRS: Final = frozenset("its his their our her".split())
_OF_A_SIDE: Final = frozenset("men soldiers fighters troops members ranks own comrades officers number forces guards recruits guerrillas militants boys lads".split())
_LOSSES: Final = frozenset("losses dead casualties killed fallen martyrs".split())
_LOSE: Final = frozenset("lost loses lose losing".split())
_LOSERS: Final = frozenset("it they we he".split())
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
        who = _pair(words, j) if _HINTS.isdisjoint(words) else _family(words, i, j, end) or _all_of_them(words, i, j, end) or _headed(words, i) or _pair(words, j)
        if who is not None:
            return PointsBack(who=who)
    if _own_side(words, i, j, end) and (asked.military or any(w in _FORCES or w in WHO_COMBATANT for w in (*asked.before(), *words[:i])[-12:])):
        return PointsBack(who=Who.COMBATANT)
    if not bare and (asked.named or words[j : j + 1] != ["of"]):
        return None
    before = words[i - 1] if i else ""
    if words[j : j + 1] == ["than"] or not _SELF.isdisjoint(words[max(0, i - 6) : i]):
        return None  # "killed himself and 19 others"
    if before in ("further", "another") or words[i] == "another" or (words[i] in _ORDINALS and before == "a") or (words[j : j + 1] and words[j] in _OTHERS and words[j + 1 : j + 2] != ["than"]):
        return PointsBack(others=True)
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


def _headed(words: Sequence[str], i: int) -> Who | None:
    """Return who they are by the noun of a figure: "the number of farmers killed at X as 19"."""
    for k in range(i - 1, max(0, i - 16), -1):
        if words[k] in _STOPS:
            return None
        if words[k] in _FIGURES and words[k + 1 : k + 2] in (["of"], ["for"]):
            for m in range(k + 2, min(i, k + 6)):
                who = _class(words[m])
                if who is not None and words[m + 1 : m + 2] and words[m + 1] in _HARMED:
                    return who
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


def _own_side(words: Sequence[str], i: int, j: int, end: int) -> bool:
    """Tell whether a count is of a side's own: "three of his men", "its losses as 40", "it lost no one"."""
    after = words[j : j + 4]
    if after[:1] == ["of"] and after[1:2] and after[1] in _THEIRS:
        return len(after) > 2 and (after[2] in _OF_A_SIDE)
    for k in range(max(0, i - 8), i):
        if words[k] in _LOSSES and k and (words[k - 1] in _THEIRS or words[k - 1] == "own" or words[k - 1] == "'s" or words[k - 1].endswith("'s") or (words[k] == "losses" and (words[k - 1] in _FORCES or words[k - 1] in COMBATANT_ADJECTIVES))):
            return _NOT_OURS.isdisjoint(words[k + 1 : min(len(words), end + 4)])
    lost = i - 1
    if lost > 0 and words[lost] in ("at", "least", "some", "about", "only"):
        lost -= 2 if words[lost] == "least" else 1
    if lost > 0 and words[lost] in _LOSE and _bare(words, j, end):
        subject = words[lost - 2] if words[lost - 1] in ("has", "had", "have") else words[lost - 1]
        return subject in _LOSERS or subject in _FORCES
    return False


def _group(words: Sequence[str]) -> Who | None:
    """Return who the people named last before a count were: a plural noun, or people of whom the words leave it open."""
    for k in range(len(words) - 1, max(-1, len(words) - _SCARCE), -1):
        w = words[k]
        who = _class(w)
        if (who is not None or w in _NOUNS) and not _AMONG.isdisjoint(words[max(0, k - 4) : k]):
            continue  # "26 wounded, among them five girls. Two of them": of the whole
        if who is not None and (w.endswith("s") or w in _PLURALS):
            return who
        if (w in _NOUNS and (w in _PLURALS or w.endswith("s"))) or (w in _HURT and k and (words[k - 1][0].isdigit() or words[k - 1] in NUMBER_WORDS or words[k - 1] in _THE)):
            if k and words[k - 1] in COMBATANT_ADJECTIVES:
                return Who.COMBATANT
            if k and words[k - 1] in CIVILIAN_ADJECTIVES:
                return Who.CIVILIAN
            return Who.UNSPECIFIED
    return None
