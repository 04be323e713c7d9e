"""Sources without a verb of their own: "according to", "citing", "by the ministry's account", "told Reuters"."""

from harmtrace.language.english.speech.noun_phrases import phrase_start
from harmtrace.language.english.speech.records import Speech
from harmtrace.language.english.speech.subjects import subject_of
from harmtrace.language.english.speech.voices import PERSONAL
from harmtrace.language.english.speech.words import (
    BREAK,
    DAYS,
    DETERMINERS,
    FINDS,
    LABEL_NOUNS,
    MONTHS,
    NOT_MEDIA,
    NP_STOP,
    ORG_NOUNS,
    OUTLETS,
    OWN,
    TELLING,
    TITLE_CASE,
    TITLES,
)
from harmtrace.language.english.words import NOT_NAMES, NOUNS, SAY_WORDS
from harmtrace.language.grammar import Manner
from harmtrace.language.tokens import Tokens

RECKONINGS = frozenset("given told offered related account count reckoning tally telling estimate version books supplied provided compiled".split())


def by_account(tokens: Tokens) -> Speech | None:
    """Return whose account it is: "hurt, by the ministry's account", "the figure, supplied by the education office, is 38"."""
    words = tokens.words
    n = len(words)
    for k, word in enumerate(words):
        if word in ("supplied", "provided", "compiled") and words[k + 1 : k + 2] == ["by"] and not {"figure", "figures", "number", "count", "toll", "list"}.isdisjoint(words[max(0, k - 4) : k]):
            end = k + 2
            while end < n and end < k + 9 and words[end] not in BREAK and words[end] not in NP_STOP and words[end] not in SAY_WORDS and words[end] != ".":
                end += 1
            return Speech(k + 2, end, k, k, n, Manner.SAYS) if end > k + 2 else None
        if word == "by" and k + 2 < n and words[k + 1] in ("his", "her", "their", "its") and words[k + 2] in RECKONINGS:
            return Speech(k + 1, k + 2, k, 0, 0, Manner.SAYS, pronoun=True, trailing=k > 0)
        if word == "by" and 1 < k < 9 and words[k - 1] in ("given", "told", "offered", "related") and words[k - 2] == ",":
            end = k + 1
            while end < n and end < k + 10 and words[end] not in BREAK and words[end] != ".":
                end += 1
            return Speech(k + 1, end, k, 0, 0, Manner.SAYS) if words[end : end + 1] == [","] and end > k + 1 else None
        if word == "by" and k and k + 4 < n and words[k + 1] in ("the", "an", "a") and words[k + 2] in RECKONINGS and words[k + 3] == "of":
            end = k + 4
            while end < n and end < k + 13 and words[end] not in BREAK and words[end] not in NP_STOP and words[end] != ".":
                end += 1
            if end > k + 4:
                trailing = end >= n or words[end] == "."
                return Speech(k + 4, end, k, 0, 0, Manner.SAYS, own=words[k + 4] in ("this", "our"), trailing=trailing)
        if word in ("by", "on", "in") and k:
            end = k + 1
            while end < n and end < k + 7 and words[end] not in BREAK and words[end] not in NP_STOP and not words[end].endswith("'s"):
                end += 1
            if end + 1 < n and words[end].endswith(("'s", "s'")) and words[end + 1] in RECKONINGS:
                return Speech(k + 1, end + 1, k, 0, 0, Manner.SAYS, trailing=True)
    return None


def owned_toll(tokens: Tokens, t: int) -> Speech | None:
    """Return "the health office's figure is 15": whose figure it is."""
    words = tokens.words
    start = t - 1
    while start > 0 and t - start < 7 and (words[start - 1] not in BREAK and words[start - 1] not in NP_STOP and words[start - 1] != "."):
        start -= 1
        if words[start] in DETERMINERS:
            break
    if start and words[start - 1] == "by":
        return None  # "killed, by the ministry's count"
    name = words[start:t]
    owners = {piece.removesuffix("'s") for piece in name}
    if not (FINDS | ORG_NOUNS) & owners and not (words[t + 1 : t + 2] == ["of"] and not (NOUNS | LABEL_NOUNS).isdisjoint(owners)):
        return None
    return Speech(start, t, t, 0, 0, Manner.SAYS)


def cited_between(words: list[str], v: int) -> tuple[int, int] | None:
    """Return whom the words between commas before a verb name: "State radio, citing the ministry, said"."""
    if v < 4 or words[v - 1] != ",":
        return None
    for k in range(v - 2, max(0, v - 14), -1):
        if words[k] in ("citing", "quoting") and words[k - 1] == ",":
            return k + 1, v - 1
        if words[k] in (",", ".", ";"):
            return None
    return None


_ACCOUNTS = frozenset("alert account report message call word news count list tally post".split())


def of_account(words: list[str], a: int, b: int) -> tuple[int, int] | None:
    """Return whose account it is that speaks: "a later note, from the harbour master, told of"."""
    for k in range(a + 1, min(len(words) - 1, b + 2)):
        if words[k] in ("from", "by") and _ACCOUNTS & set(words[max(0, a - 4) : k]):
            end = k + 1
            while end < len(words) and end < k + 8 and words[end] not in BREAK and words[end] not in SAY_WORDS and words[end] != ".":
                end += 1
            return (k + 1, end) if end > k + 1 else None
    return None


def citing(tokens: Tokens, v: int) -> Speech | None:
    """Return "Reuters reported, citing X": X vouches, the subject before carries."""
    words = tokens.words
    n = len(words)
    end = v + 1
    while end < n and end < v + 16 and words[end] not in (";", ".", ",", ":", '"', "who", "that", "saying", "in", "on"):
        end += 1
    if end == v + 1 or (words[end : end + 1] == [","] and end + 1 < n and words[end + 1] in SAY_WORDS and v and words[v - 1] == ","):
        return None  # nobody, or one whom the verb behind names as its speaker
    first = v + 1
    told = next((k for k in range(end, min(n - 5, end + 3)) if words[k] == "who" and words[k + 1] in ("had", "heard", "got", "learned", "learnt") and words[k + 2] in ("it", "this", "that") and words[k + 3] == "from"), None)
    if told is not None:
        first, end = told + 4, told + 5
        while end < n and end < told + 11 and words[end] not in BREAK and words[end] != ".":
            end += 1
    carrier: tuple[int, int] | None = None
    for k in range(v - 1, max(-1, v - 12), -1):
        if words[k] in SAY_WORDS and words[k] not in ("citing",):
            subject = subject_of(tokens, k)
            if subject is not None:
                carrier = subject[0], subject[1]
            break
    if carrier is None and v > 1 and words[v - 1] in ("which", "who") and words[v - 2] == ",":
        start = phrase_start(tokens, v - 2)
        carrier = (start, v - 2) if start is not None else None
    if carrier is None and v and words[v - 1] == ",":
        start = phrase_start(tokens, v - 1)
        if start is not None:
            carrier = start, v - 1
    return Speech(first, end, v, 0, 0, Manner.CARRIES, media=carrier, trailing=True)


def according(tokens: Tokens, span: tuple[int, int]) -> Speech | None:
    """Return the attribution of "according to the mayor"."""
    words = tokens.words
    n = len(words)
    a = span[1]
    end = a
    while end < n and end < a + 14 and not (end > a and words[end][0].isdigit() and words[end + 1 : end + 2] and words[end + 1] in NOUNS) and words[end] not in (".", ",", ";", ":", '"', "“", "who", "that", "which", "while", "as", "read", "made", "but", "seen"):
        end += 1
    if end == a:
        return None
    own = words[a] in OWN and tokens.raw[a] != "US"
    end = _named_behind(tokens, a, end)
    return Speech(a, end, span[0], 0, 0, Manner.SAYS, own=own, trailing=span[0] > 0, pronoun=end - a == 1 and words[a] in ("him", "her", "them"))


def _named_behind(tokens: Tokens, a: int, end: int) -> int:
    """Return where a speaker ends with the name that stands behind the office: "the governor of Orla, Ann Bell"."""
    words, raw = tokens.words, tokens.raw
    last = end + 1
    while last < len(words) and last < end + 6 and (TITLE_CASE.match(raw[last]) or words[last] in TITLES or (words[last] == "." and words[last - 1] in TITLES)):
        last += 1
    named = words[end : end + 1] == [","] and last > end + 2 and words[last : last + 1] in ([], ["."], [","], [";"], ["who"])
    office = words[a] in DETERMINERS and not (NOUNS | LABEL_NOUNS | PERSONAL).isdisjoint(words[a:end])
    return last if named and office and not (DAYS | MONTHS | NOT_NAMES).intersection(words[end + 1 : last]) else end


_OF_OUTLETS = frozenset("the a an 's local agency news private national regional independent public weekly daily community opposition pro-government state state-run foreign".split())
_ON_AIR_VERBS = frozenset("said says wrote announced posted claimed reported".split())
_ON_AIR = frozenset("telegram whatsapp facebook twitter x instagram radio television tv".split())


def outlet_told(tokens: Tokens, v: int) -> tuple[int, int] | None:
    """Return the outlet that was told: "told Reuters", "told state radio"."""
    words, raw = tokens.words, tokens.raw
    n = len(words)
    if words[v] in _ON_AIR_VERBS and v + 2 < n and words[v + 1] == "on":
        j = v + 2
        while j < n and words[j] in ("the", "state", "local", "national", "its", "their", "his", "her"):
            j += 1
        if j < n and words[j] in _ON_AIR:
            return v + 2 if words[v + 2] not in ("the", "its", "their", "his", "her") else v + 3, j + 1
    if words[v] not in TELLING:
        return None
    j = v + 1
    if j >= n or words[j] in NOT_MEDIA - {"the"}:
        return None
    end = j
    while end < n and end < j + 6 and (raw[end][:1].isupper() or words[end] in OUTLETS or words[end] in _OF_OUTLETS):
        end += 1
    if end == j or not (OUTLETS & {w.removesuffix("'s") for w in words[j:end]} or raw[j].isupper() or raw[j][:1].isupper()):
        return None
    return (j + 1 if words[j] in ("the", "a", "an") and end > j + 1 else j), end
