"""Nobody harmed: "no civilian was hit", "without a single casualty", "and no civilians were"."""

from dataclasses import replace

from harmtrace.language.english.counts.records import Counted
from harmtrace.language.english.counts.words import CASUALTY_HEADS, DEATH_HEADS, INJURY_HEADS
from harmtrace.language.english.harms.finder import BE, Finder
from harmtrace.language.english.numbers import Number
from harmtrace.language.english.words import CIVILIAN_ADJECTIVES, NOUNS
from harmtrace.records.claim import Outcome, Who

#: What befalls nobody where nobody is hurt, though it is no word of harm by itself.
_STRUCK = frozenset("hit touched struck scratched grazed scathed affected".split())
_CAME = frozenset("came comes come".split())
_TO_HARM = frozenset("harm grief".split())
_HELPING = frozenset("has had have been being".split())
_ENDS = frozenset(". ! ? ; , ) \" ”".split())
_WITHOUT_HEADS = {**dict.fromkeys(DEATH_HEADS, "E"), **dict.fromkeys(CASUALTY_HEADS, "C"), **dict.fromkeys(INJURY_HEADS, "J")}
_OUTCOMES = {"E": Outcome.KILLED, "C": Outcome.KILLED_OR_INJURED, "J": Outcome.INJURED}
_ANY = frozenset("a an any one single causing further more loss of life serious human known reported confirmed other".split())
_ANYBODY = frozenset("anybody anyone somebody someone".split())
_DOING = {**dict.fromkeys("killing".split(), Outcome.KILLED), **dict.fromkeys("injuring wounding".split(), Outcome.INJURED), **dict.fromkeys("hurting harming hitting touching".split(), Outcome.KILLED_OR_INJURED)}
_NOT_SO = frozenset("not never cannot could would should can may might must impossible hardly rarely seldom won't can't hope hopes hoped wanted want tried try trying aim aims how".split())
#: What is played or told, in which nobody comes to harm.
_PLAYED = frozenset("drill drills exercise exercises rehearsal rehearsals simulation film films movie movies novel novels comedy cartoon".split())
_MAKERS = frozenset("crew crews maker makers team teams set sets festival".split())
_FAR = 7
#: What strikes or concerns nobody, though no attack is told of: "no one was struck by lightning", "nobody was affected by the closure".
_NO_ATTACK = frozenset("lightning thunder hail power outage outages blackout cut cuts closure closures delay delays change changes measure measures decision ruling law ban tax taxes rise price prices sanctions news story gesture speech words disease virus flu measles cholera outbreak train tram ball puck coconut bug idea thought".split())
_AN = frozenset("a an the any this that these those falling new".split())


def find_nobody(finder: Finder) -> None:
    """Find who came to no harm, and what passed without any."""
    words = finder.tokens.words
    if "z" in finder.tags:
        for at, counted in list(finder.chunks.counts.items()):
            if counted.kind == "z" and at not in finder.found and counted.end < len(words):
                _nobody(finder, at, counted)
    if "without" in words and not any(w in _PLAYED and _MAKERS.isdisjoint(words[k + 1 : k + 2]) for k, w in enumerate(words)):
        for k, word in enumerate(words):
            if word == "without" and _NOT_SO.isdisjoint(words[max(0, k - _FAR) : k]):
                _without(finder, k)


def _nobody(finder: Finder, at: int, counted: Counted) -> None:
    words = finder.tokens.words
    k = counted.end
    if words[k : k + 1] == ["of"]:
        k = next((j for j in range(k + 1, min(len(words), k + 4)) if words[j] in NOUNS), k) + 1
    first = k
    while k < len(words) and (words[k] in BE or words[k] in _HELPING):
        k += 1
    behind = words[k] if k < len(words) else ""
    if behind in _STRUCK or (behind in _CAME and words[k + 1 : k + 2] == ["to"] and not _TO_HARM.isdisjoint(words[k + 2 : k + 4])):
        if not _by_no_attack(words, k + 1):
            finder.breakdown.discard(at)
            finder.add(at, Outcome.KILLED_OR_INJURED, _chunk_of(finder, k, at), "nobody/1")
    elif k == first + 1 and words[first] in ("was", "were") and (not behind or behind in _ENDS):
        whole = next((h for h in finder.found.values() if h.at < at and h.counted.number.low != 0), None)
        if whole is not None:
            finder.add(at, whole.outcome, at, "nobody/2")


def _by_no_attack(words: list[str], k: int) -> bool:
    """Tell "struck by lightning", "affected by the power cut" from "hit by the shells"."""
    if words[k : k + 1] != ["by"]:
        return False
    k += 1
    while k < len(words) and words[k] in _AN:
        k += 1
    return k < len(words) and words[k] in _NO_ATTACK


def _without(finder: Finder, k: int) -> None:
    words = finder.tokens.words
    j = k + 1
    outcome = _DOING.get(words[j]) if j < len(words) else None
    start = j
    if outcome is not None:
        j += 1
    who, explicit = Who.UNSPECIFIED, False
    while j < len(words) and (words[j] in _ANY or words[j] in CIVILIAN_ADJECTIVES):
        if words[j] in CIVILIAN_ADJECTIVES:
            who, explicit = Who.CIVILIAN, True
        if outcome is not None and words[j] in NOUNS:
            break
        j += 1
    if j >= len(words):
        return
    kind = _WITHOUT_HEADS.get(words[j])
    if outcome is not None:
        kind = "z" if words[j] in _ANYBODY or words[j] in NOUNS else None
    elif kind is not None:
        outcome = _OUTCOMES[kind]
    if kind is None or outcome is None or j - start > _FAR:
        return
    at = _chunk_of(finder, j, -1)
    if at < 0 or at in finder.breakdown:
        return
    old = finder.chunks.counts.get(at)
    first = min(old.start, start) if old is not None else start
    nought = Number(first, j, first, 0, 0)
    finder.found.pop(at, None)
    finder.chunks.counts[at] = replace(old, number=nought) if old is not None else Counted(start, j + 1, nought, words[j], kind, who, explicit=explicit)
    finder.add(at, outcome, at, "without/1")


def _chunk_of(finder: Finder, token: int, default: int) -> int:
    return next((k for k, (start, end) in enumerate(finder.chunks.spans) if start <= token < end), default)
