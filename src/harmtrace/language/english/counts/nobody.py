"""Counts of nobody: "no civilians", "not one", "none of them"."""

from harmtrace.language.english.counts.records import Counted
from harmtrace.language.english.counts.words import CASUALTY_HEADS, DEATH_HEADS, INJURY_HEADS, STOP_HEAD, who_of
from harmtrace.language.english.numbers import Number
from harmtrace.language.english.words import CIVILIAN_ADJECTIVES, NOUNS, THING_WORDS
from harmtrace.records.claim import Who

#: What may stand right behind "no civilian" where that is the noun.
_VERBS = [[verb] for verb in "was is has were had died dies perished came comes got hit touched hurt harmed killed injured wounded could will would should".split()]


def nobody_counted(words: list[str], i: int) -> Counted | None:
    """Return "no civilians", "not one civilian", "nobody", "none of them" as zero."""
    n = len(words)
    word = words[i]
    j = i + 1
    if word == "no" and j < n and words[j] in ("one", "-one"):
        j += 1
    elif word == "not":
        if j + 1 < n and words[j] == "a" and words[j + 1] == "single":
            j += 2
        elif j < n and words[j] == "one":
            j += 1
        else:
            return None
    elif word == "no" and j < n and (words[j] in ("fewer", "less", "more", ".") or words[j][0].isdigit()):
        return None
    zero = Number(i, j, i, 0, 0)
    if word in ("nobody", "none") or (word == "no" and j == i + 2):
        return Counted(i, j, zero, "people", "z", Who.UNSPECIFIED)
    who: Who | None = None
    explicit = False
    for k in range(j, min(j + 5, n)):
        w = words[k]
        if w in CIVILIAN_ADJECTIVES and (w not in NOUNS or words[k + 1 : k + 2] not in ([], *_VERBS)):
            who, explicit = Who.CIVILIAN, True
        elif w in NOUNS:
            if w in ("number", "name", "names") or (k + 1 < n and words[k + 1] in NOUNS):
                continue
            return Counted(i, k + 1, zero, w, "z", who or who_of(w), explicit=explicit)
        elif w in DEATH_HEADS or w in ("dead",):
            return Counted(i, k + 1, zero, "deaths", "E", who or Who.UNSPECIFIED, explicit=explicit)
        elif w in INJURY_HEADS or w in ("wounded", "injured"):
            return Counted(i, k + 1, zero, "injuries", "J", who or Who.UNSPECIFIED, explicit=explicit)
        elif w in CASUALTY_HEADS:
            return Counted(i, k + 1, zero, "casualties", "C", who or Who.UNSPECIFIED, explicit=explicit)
        elif w in STOP_HEAD or w in THING_WORDS or not w[0].isalpha() or w in ("reports", "report", "indication", "evidence", "information", "claim"):
            if w in ("or", "and"):
                continue
            return None
    return None
