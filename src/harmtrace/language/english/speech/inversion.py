"""The speaker behind the verb: "…," said Maren Rowe."""

from harmtrace.language.english.speech.noun_phrases import has_name
from harmtrace.language.english.speech.records import Speech
from harmtrace.language.english.speech.words import BREAK, DAYS, ORG_NOUNS, PRONOUNS, QUOTES, TITLE_CASE, TITLES
from harmtrace.language.english.words import LEX, NOT_NAMES, NOUNS
from harmtrace.language.grammar import Manner
from harmtrace.language.tokens import Tokens


def speech_behind(tokens: Tokens, v: int) -> Speech | None:
    """Return "…," said Maren Rowe: the verb after a quotation or comma, the speaker behind it."""
    words, raw = tokens.words, tokens.raw
    n = len(words)
    if v + 1 >= n or not v or words[v - 1] not in (",", '"', "”", "?", "!", "’", "'") or words[v] not in _INVERTS:
        return None
    j = v + 1
    first = words[j]
    if words[v] in _PLURALS and not (words[v - 1] == "," and (first in NOUNS or first in ORG_NOUNS or first in ("the", "two", "three", "four", "local", "his", "her", "their", "several", "both")) and _ends_there(tokens, j)):
        return None
    if not QUOTES & set(words[max(0, v - 3) : v]) and (
        (words[:v].count(",") > 1 and not _name_alone(tokens, j) and not _ends_there(tokens, j)) or (first in ("his", "her", "its", "their", "one", "another") and not _ends_there(tokens, j))
    ):
        return None
    if not (TITLE_CASE.match(raw[j]) or first in ("a", "an", "the", "one", "his", "her", "its", "their", "another", "residents", "local") or first in NOUNS or first in ORG_NOUNS):
        return None
    if first in ("that", "it") or first in DAYS:
        return None
    end = j
    while end < n and end < j + 10 and words[end] not in BREAK and not (words[end] == "." and words[end - 1] not in TITLES) and words[end] not in ("who", "that", "when", "as", "while", "by", "on", "in", "after", "at", "told"):
        end += 1
    called = _asked_to_be_called(words, end)
    if called is not None:
        end = called
    elif end + 1 < n and words[end] == "," and (not has_name(raw, j, end) or raw[end - 1][0].islower()) and TITLE_CASE.match(raw[end + 1]) and words[end + 1] not in NOT_NAMES:
        name = end + 1  # "said the fire chief, Said Dirie"
        while name < n and name < end + 6 and TITLE_CASE.match(raw[name]):
            name += 1
        if name > end + 1 and words[name : name + 1] in ([","], ["."], []):
            return Speech(j if has_name(raw, j, end) else end + 1, name, v, 0, 0, Manner.SAYS, trailing=True)
    return Speech(j, end, v, 0, 0, Manner.SAYS, trailing=True, pronoun=end - j == 1 and first in PRONOUNS)


def _ends_there(tokens: Tokens, j: int) -> bool:
    """Tell whether the words behind a verb of speech are a speaker and no clause: they end at once, or go on with a name or "who"."""
    words, raw = tokens.words, tokens.raw
    end = j
    while end < len(words) and end < j + 9 and words[end] not in BREAK and not (words[end] == "." and words[end - 1] not in TITLES):
        if end > j and (LEX.get(words[end], "") in "akdisVR1" and LEX.get(words[end], "") and not TITLE_CASE.match(raw[end])):
            return words[end] in ("who", "whose")
        if words[end] in ("who", "whose"):
            return True
        end += 1
    if words[end : end + 1] in ([], ["."], [";"]):
        return True
    return words[end] == "," and end + 1 < len(words) and (words[end + 1] in ("who", "which", "whose", "adding", "citing") or bool(TITLE_CASE.match(raw[end + 1])))


def _name_alone(tokens: Tokens, j: int) -> bool:
    """Tell whether a name of two words and then a comma or the end stand there: "…, up from 17, said Una Fell."."""
    end = j
    while end < len(tokens.raw) and end - j < 4 and TITLE_CASE.match(tokens.raw[end]) is not None:
        end += 1
    return end - j >= 2 and tokens.words[end : end + 1] in ([","], ["."])


def _asked_to_be_called(words: list[str], i: int) -> int | None:
    """Return the token after the name that a speaker goes by: "a cooper who would be called Mersad"."""
    for t in range(i, min(len(words), i + 9)):
        if words[t] in ("called", "named", "identified") and words[t - 1] in ("be", "is", "only"):
            after = t + 1 + (words[t + 1 : t + 2] == ["as"])
            while after < len(words) and words[after] in ("only", "by"):
                after += 1
            return min(after + 1, len(words)) if words[t - 1] != "is" else None
        if words[t] in BREAK or words[t] == ".":
            return None
    return None


_PLURALS = frozenset("say tell report write claim admit warn insist".split())
_INVERTS = frozenset("say tell report write claim admit warn insist said says added wrote recalled warned explained replied reads read insisted reported stated declared joked writes tells reports claims announces warns recalls explains declares insists notes noted concluded announced confirmed confirms replies jokes recounted recounts maintained maintains contended contends asserted asserts estimated claimed alleged testified remembered remembers stressed stresses revealed argued argues admitted admits acknowledged boasted vowed".split())
