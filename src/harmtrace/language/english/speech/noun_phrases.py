"""Where the noun phrase that names a speaker begins and ends."""

import re

from harmtrace.language.english.speech.words import (
    BREAK,
    DAYS,
    DETERMINERS,
    LEADING,
    LINKERS,
    MONTHS,
    NP_STOP,
    ORG_NOUNS,
    SAY_NOUNS,
    TITLE_CASE,
    TITLES,
)
from harmtrace.language.english.words import NOUNS, SAY_WORDS
from harmtrace.language.tokens import Tokens


def comma_back(words: list[str], j: int, limit: int) -> int | None:
    """Return the token of the comma before token ``j``, None where a quotation or another clause ends before."""
    while j > limit:
        if words[j] == ",":
            return j
        if words[j] in (";", '"', "”", "“", ":", "."):
            return None
        j -= 1
    return None


_ARTICLES = frozenset("the a an its his her their our my".split())


def has_name(raw: list[str], a: int, b: int) -> bool:
    """Tell whether a word with a capital stands in a range of tokens."""
    return any(TITLE_CASE.match(piece) for piece in raw[a:b] if len(piece) > 1 and piece.lower() not in _ARTICLES)


def speaker_like(tokens: Tokens, a: int, b: int) -> bool:
    """Tell whether a range of tokens can be who speaks: a name, or a noun for people."""
    return has_name(tokens.raw, a, b) or bool(NOUNS & set(tokens.words[a:b]))


_NEAR_TO = frozenset("close loyal linked allied belonging affiliated tied sympathetic".split())
ENVOYS = frozenset("adviser advisor advisers advisors envoy ambassador aide deputy assistant secretary liaison".split())


def phrase_start(tokens: Tokens, end: int) -> int | None:
    """Return where the noun phrase that ends before token ``end`` starts, None where there is none."""
    words, raw = tokens.words, tokens.raw
    j = end - 1
    if j < 0:
        return None
    steps = 0
    while j >= 0 and steps < 12:
        w = words[j]
        if w in BREAK or (w in NP_STOP and not (w == "and" and _joins_names(tokens, j)) and not (w == "to" and steps and j and (words[j - 1] in ENVOYS or words[j - 1] in _NEAR_TO))) or (w in SAY_WORDS and w not in SAY_NOUNS and not TITLE_CASE.match(raw[j])):
            break
        if w == "-" and j and words[j - 1][:1].isdigit():
            break  # "TIKRIT, 8 May 2018 - Police said": a dateline stands before
        if (w == "." and not (j and (words[j - 1] in TITLES or (words[j - 1] in _NUMBERED and steps)))) or w == "…":
            break
        if w in ("in", "on", "at", "from", "with", "near", "for", "after", "inside", "during", "before", "into", "who", "about", "against", "over") and steps:
            inner = j - 1
            someone = w == "from" and inner > 0 and words[inner - 1] in DETERMINERS  # "a schoolteacher from X"
            office = inner > 1 and words[inner - 1] == "of" and words[inner - 2] in ORG_NOUNS  # "the ministry of health in X"
            if inner < 0 or not (words[inner] in NOUNS or TITLE_CASE.match(raw[inner]) or words[inner] in ORG_NOUNS or someone or office):
                break
            if w in ("after", "during", "before", "into", "over", "about"):
                break
        if w in DETERMINERS and j and words[j - 1] not in LINKERS:
            j -= 1
            break
        j -= 1
        steps += 1
    start = j + 1
    while start < end and (words[start] in LEADING or (words[start][0].isdigit() and _CLOCK.fullmatch(words[start]) is not None)):
        start += 1
    if start and start + 1 < end and words[start] in _DAYTIMES and words[start - 1] in DAYS:
        start += 1  # "On Sunday night officials said"
    if start + 1 < end and words[start][0].isdigit() and words[start + 1] in ("/", ".", ")"):
        start += 2
    if start < end and words[start][0].isdigit() and words[start + 1 : start + 2] and words[start + 1] in MONTHS and start + 2 < end:
        start += 2
    if start >= end:
        return None
    return start


_NUMBERED = frozenset("no nos".split())  # "Hospital No. 3"
_DAYTIMES = frozenset("night morning evening afternoon".split())
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?::\d\d)?h?")


def _joins_names(tokens: Tokens, j: int) -> bool:
    """Tell whether "and" at ``j`` joins two speakers ("rescue workers and residents")."""
    words, raw = tokens.words, tokens.raw
    if j == 0 or j + 1 >= len(words):
        return False
    left, right = words[j - 1], words[j + 1]
    people = left in NOUNS or left in ORG_NOUNS or bool(TITLE_CASE.match(raw[j - 1]))
    return people and (right in NOUNS or right in ORG_NOUNS or right in ("a", "an", "the", "rescue", "local", "medical") or bool(TITLE_CASE.match(raw[j + 1])))


def noun_before(tokens: Tokens, who: int) -> tuple[int, int] | None:
    """Return the noun phrase that a relative clause is about: "a doctor who"."""
    end = who
    if end and tokens.words[end - 1] == ",":
        end -= 1
    start = phrase_start(tokens, end)
    return (start, end) if start is not None and start < end else None
