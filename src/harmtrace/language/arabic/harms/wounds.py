"""Who died of wounds, in an Arabic sentence that says so with any verb or none: "left us ... of his wounds"."""

from typing import Final

from harmtrace.language.arabic.counts.records import Counted
from harmtrace.language.arabic.harms.records import Harm
from harmtrace.language.arabic.tokens import Tokens
from harmtrace.language.arabic.words import DEATH, NUMBER, PERSON, STATE, VAGUE
from harmtrace.records.claim import Outcome, Who

OF: Final = frozenset("متاثرا متاثره".split())
_WOUNDS: Final = ("باصابت", "بجراح", "بجروح", "بحروق", "بنزيف", "لجراح")
_ENDS: Final = frozenset((".", '"', ":", DEATH, NUMBER, VAGUE))
_REACH: Final = 10  # words from who died to "of his wounds"
_SAID_OF: Final = (Outcome.INJURED, Outcome.KILLED)


def dead_of_wounds(t: Tokens, found: list[Harm]) -> list[Harm]:
    """Return the counts with the one person said to be "of his wounds", where nothing counts that death yet."""
    for i, stem in enumerate(t.stems):
        if stem not in OF or not t.stem(i + 1).startswith(_WOUNDS):
            continue
        first = max(0, i - _REACH)
        if any(h.outcome in (Outcome.KILLED, Outcome.BODIES_RECOVERED, Outcome.KILLED_OR_INJURED) and h.end > first and h.start <= i for h in found):
            continue
        person = _person(t, first, i)
        if person is None:
            continue
        word = t.words[person]
        who = word.who if word is not None else Who.UNSPECIFIED
        c = Counted(person, i + 2, person, person + 1, 1, 1, "P", who=who, group=word.group if word is not None else "", head=person, single=True)
        harm = Harm(counted=c, start=person, end=i + 2, outcome=Outcome.KILLED, rule="wounds/1", who=who)
        if c.group:
            harm.groups[c.group] = (1, 1)
        return [*(h for h in found if h.end <= person or h.start >= i + 2), harm]
    return found


def _person(t: Tokens, first: int, i: int) -> int | None:
    """Return the first word for one person of the clause that ends at a token."""
    clause = next((k + 1 for k in range(i - 1, first - 1, -1) if t.kinds[k] in _ENDS), first)
    for k in range(clause, i):
        word = t.words[k]
        if word is None or word.value != 1 or t.prepositions[k] or word.kind not in (PERSON, STATE):
            continue
        if (word.kind == PERSON and (t.definite[k] or word.note == "kin")) or (word.kind == STATE and t.definite[k] and word.outcome in _SAID_OF):
            return k
    return None
