"""One person counted by an article: "a child", "another passenger", "a goatherd"."""

from harmtrace.language.english.counts.ages import is_young
from harmtrace.language.english.counts.records import Counted
from harmtrace.language.english.counts.words import STOP_HEAD, who_of
from harmtrace.language.english.numbers import Number
from harmtrace.language.english.words import (
    CHILD_WORDS,
    CIVIC_ADJECTIVES,
    CIVIC_HEADS,
    CIVILIAN_ADJECTIVES,
    COMBATANT_ADJECTIVES,
    LEX,
    MAN_WORDS,
    NOUNS,
    SINGULARS,
    THING_WORDS,
    WHO_COMBATANT,
    WOMAN_WORDS,
    YOUNG_ONLY,
)
from harmtrace.language.tokens import Tokens
from harmtrace.records.claim import Who

_SINGLE_ADJECTIVES = 4
#: How words for people of a trade end, where the word itself is in no list: "a goatherd", "a watchmaker".
_TRADES = ("-seller", "-vendor", "-driver", "-worker", "-owner", "-farmer", "-trader", "-collector", "-cleaner", "-guard", "-mender", "-breaker", "-builder", "-player", "-teacher", "herd", "maker", "keeper", "smith", "wright", "monger", "ologist", "ographer", "stress", "binder", "cutter", "grower", "picker", "digger", "catcher", "dealer", "singer", "dancer", "porter", "painter", "plumber", "roofer", "mason", "boatman", "woman", "tician", "hawker", "tutor", "curator", "producer", "watchman", "handler", "operator", "attendant", "assistant", "apprentice", "courier")
_NO_TRADES = frozenset("peacemaker troublemaker newsmaker hammersmith shepherd reporter supporter pacemaker cutter digger importer exporter transporter herd stress distress mistress".split())


#: Trades in no other list, taken for a person only where what befalls them is said right behind: an ending would take a beaver and a thriller too.
_AGENTS = frozenset(
    """
    accompanist adjuster animator anthologist appraiser archer assayer auditor balladeer banjoist baritone bassist bassoonist beautician bellringer bibliographer bicyclist
    boatswain bodybuilder caddie calligrapher campanologist canoeist canvasser caricaturist cartoonist chandler chiropractor chronicler clarinetist clarinettist collector
    cosmetologist couturier criminologist demographer diarist dietician dietitian dispatcher ethnographer ethnologist fabulist
    folklorist forecaster geneticist gynecologist harpist hatmaker herpetologist hospitaller humorist
    hydrologist illustrator immunologist impresario interviewer kayaker keyboardist kickboxer lepidopterist letter-carrier librettist lithographer lobbyist mandolinist
    marathoner masseur masseuse metallurgist microbiologist mineralogist miniaturist naturalist neurosurgeon nutritionist oboist ornithologist orthodontist
    osteopath palaeontologist pamphleteer papyrologist pharmacologist philatelist phlebotomist physiologist printmaker psychotherapist
    realtor recruiter retoucher sailmaker satirist screenwriter seismologist sign-painter silkweaver skateboarder snowboarder soprano
    speechwriter stonedresser storeowner subeditor surfer taxidermist theologian toxicologist trombonist typographer ventriloquist vibraphonist violist virologist
    volcanologist wainwright woodturner woodworker xylophonist
    """.split()
)
_HAVE = frozenset("was were had has have been".split())
_PASSIVE = frozenset("was were been".split())
_DIED = frozenset("died drowned perished".split())
_FILMS = frozenset("photo photograph photographs film films video videos studio documentary portrait".split())
_BEFALLS = frozenset("shot murdered knifed stabbed beheaded".split())


def _suffers(words: list[str], k: int) -> bool:
    """Tell whether a noun is said right behind it to have been killed or hurt: "a tax collector was shot dead", "a sorter and a woman were killed"."""
    if words[k : k + 1] == [","] and words[k + 1 : k + 2] and words[k + 1].isdigit() and words[k + 2 : k + 3] == [","]:
        k += 3
    if words[k : k + 1] == ["and"] and words[k + 1 : k + 2] and words[k + 1] in ("a", "an", "his", "her", "the"):
        k = next((j for j in range(k + 2, min(len(words), k + 14)) if words[j] == "were"), len(words))
    start = k
    while k < len(words) and words[k] in _HAVE:
        k += 1
    if k >= len(words):
        return False
    if words[k - 1] not in _PASSIVE or k == start:
        return words[k] in _DIED  # "had hurt feelings"
    return (LEX.get(words[k], "") in ("k", "i") or words[k] in _BEFALLS) and words[k + 1 : k + 2] != ["off"] and _FILMS.isdisjoint(words[k + 1 : k + 5])


_FAR = 7
_FORCES = frozenset("army armed police military navy naval force forces militia security soldier soldiers brigade battalion troops".split())
#: Who belongs to a force's house, crew or kin is not of the force.
_HOUSE = frozenset("staff crew team family household band choir orchestra board faculty ambulance hospital clinic school at in for from near who".split())


def _member_suffers(words: list[str], k: int) -> bool:
    """Tell "a member of the X family died", "a member of the council was shot" from a member who says something."""
    verb = next((j for j in range(k + 1, min(len(words), k + _FAR)) if words[j] in _HAVE or words[j] in ("died", "drowned", "perished")), None)
    if verb is not None and not _HOUSE.isdisjoint(words[k:verb]) and not _FORCES.isdisjoint(word.removesuffix("'s").removesuffix("’s") for word in words[k:verb]):
        return False
    return verb is not None and not any(word in (",", ".", ";", "and", "who", "said") for word in words[k:verb]) and _suffers(words, verb)


def single_person(tokens: Tokens, i: int) -> Counted | None:
    """Return "a child", "another passenger", "one woman" as one person."""
    words = tokens.words
    n = len(words)
    word = words[i]
    more = word == "another"
    number = Number(i, i + 1, i, 1, 1, plain=word == "one")
    j = i + 1
    if word == "one" and j < n and words[j] in ("more", "other"):
        more, j = True, j + 1
    civilian = combatant = child = False
    limit = min(n, j + _SINGLE_ADJECTIVES + 1)
    while j < limit:
        w = words[j]
        if w in CIVIC_HEADS and j > i + 1 and words[j - 1] in CIVIC_ADJECTIVES and not (j + 1 < n and words[j + 1] in NOUNS):
            return _person(i, j + 1, number, w, civilian=True, combatant=combatant, child=child, more=more)
        if w in SINGULARS and w not in ("other",):
            if j + 1 < n and (words[j + 1] in SINGULARS or words[j + 1] in NOUNS) and not (words[j + 1] in WHO_COMBATANT and w not in COMBATANT_ADJECTIVES):
                child |= w in CHILD_WORDS
                j += 1
                continue
            if j + 1 < n and words[j + 1] in THING_WORDS and words[j + 1] not in ("floor",):
                return None
            if words[j + 1 : j + 2] == ["'s"] or (j + 1 < n and words[j + 1] in ("source", "group", "bomber", "office", "organisation", "organization")):
                return None
            return _person(i, j + 1, number, w, civilian=civilian, combatant=combatant, child=child, more=more)
        if w == "member" and words[j + 1 : j + 2] == ["of"] and _member_suffers(words, j + 2):
            return _person(i, j + 1, number, w, civilian=civilian, combatant=combatant or words[j - 1] == "service", child=child, more=more)
        if w.endswith(_TRADES) and w not in _NO_TRADES and w not in LEX and w not in THING_WORDS and (j + 1 >= n or words[j + 1] in STOP_HEAD or words[j + 1] in (".", ",", ";")):
            return _person(i, j + 1, number, w, civilian=civilian or not combatant, combatant=combatant, child=child, more=more)
        if w in _AGENTS and _suffers(words, j + 1):
            return _person(i, j + 1, number, w, civilian=civilian or not combatant, combatant=combatant, child=child, more=more)
        if w in CIVILIAN_ADJECTIVES:
            civilian = True
        elif w in COMBATANT_ADJECTIVES:
            combatant = True
        elif w in STOP_HEAD or w in THING_WORDS or w == "of" or not (w[0].isalnum()) or w in NOUNS or w in LEX:
            if w in ("member", "young", "elderly", "adult", "official", "local", "displaced") or (w in THING_WORDS and j + 1 < n and (words[j + 1] in SINGULARS or words[j + 1] in CIVIC_HEADS)) or (w in CIVIC_ADJECTIVES and j + 1 < n and words[j + 1] in CIVIC_HEADS):
                j += 1
                continue
            return None
        if w[0].isdigit() and "year" in w:
            child |= is_young(w)
        j += 1
    return None


def _person(start: int, end: int, number: Number, head: str, *, civilian: bool, combatant: bool, child: bool, more: bool) -> Counted:
    who = Who.CIVILIAN if civilian or child else Who.COMBATANT if combatant else who_of(head)
    child = child or (head in CHILD_WORDS and head not in YOUNG_ONLY)
    return Counted(
        start, end, number, head, "v", who, child=child, woman=head in WOMAN_WORDS and not child, man=head in MAN_WORDS, more=more,
        article=True,
    )  # fmt: skip


def one_body(words: list[str], i: int) -> Counted | None:
    """Return "a woman's body" as one body, None where nobody's stands there."""
    if i + 2 >= len(words) or words[i + 2] not in ("body", "corpse"):
        return None
    owner = words[i + 1].removesuffix("'s").removesuffix("’s")
    if owner == words[i + 1] or owner not in SINGULARS:
        return None
    return Counted(i, i + 3, Number(i, i + 1, i, 1, 1), words[i + 2], "b", who_of(owner), article=True)
