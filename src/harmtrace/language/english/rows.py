"""English places of a list, each with its count: "Ostrel, 12 dead; Halvin, 7", "Ostrel saw 14 deaths"."""

import re

from harmtrace.language.english.chunks import SKIP
from harmtrace.language.english.numbers import STARTERS
from harmtrace.language.english.sites import KINDS, NO_PLACE, SIDES
from harmtrace.language.english.speech.voices import voice
from harmtrace.language.english.words import LEX
from harmtrace.language.tokens import Tokens
from harmtrace.records.claim import VoiceKind

_CAPITAL = re.compile(r"[A-ZÀ-ÞŠŽĀĪŪ]|al-[A-Z]|el-[A-Z]")
_OPENS = frozenset(": ; , and before then while".split())
_LINKS = frozenset(", : – — - with had saw has at".split())
_SUFFERED = frozenset("had saw suffered recorded counted lost bore took".split())
_LONGEST = 4


def row_places(tokens: Tokens, masked: dict[int, int]) -> list[tuple[int, int]]:
    """Return the names of a list in which two places or more have a count each, none where it is no such list."""
    words, raw = tokens.words, tokens.raw
    n = len(words)
    out: list[tuple[int, int]] = []
    k = 0
    while k < n:
        opens = k == 0 or words[k - 1] in _OPENS
        if not opens or not _CAPITAL.match(raw[k]):
            k += 1
            continue
        end = k
        while end < n and end - k < _LONGEST and (_CAPITAL.match(raw[end]) or (end > k and words[end] in ("al", "el", "de", "of"))) and (words[end] not in NO_PLACE or words[end] in SIDES):
            end += 1
        at = end
        while at < n and words[at] in KINDS:
            at += 1
        if at < n and words[at] in _LINKS and (words[at] != "at" or k == 0):
            at += 1
        if end > k and at < n and at not in masked and (words[at] in STARTERS or words[at][0].isdigit()) and words[at] not in ("a", "an", "one") and not _age(words, at) and _is_place(words[k:end]):
            out.append((k, end))
        k = max(end, k + 1)
    if len(out) == 1 and out[0][0] > 0 and words[0] not in LEX and _CAPITAL.match(raw[0]):
        end = next((t for t in range(1, min(n, _LONGEST)) if not _CAPITAL.match(raw[t])), 0)
        if end and words[end] in _SUFFERED and _is_place(words[:end]):
            out.insert(0, (0, end))  # "Ostrel had the heaviest losses, with 122 dead, before Halvin with 97"
    return out if len(out) > 1 else []


def _age(words: list[str], at: int) -> bool:
    """Tell "Una Fell, 71, Petro Varn, 66": a name and an age between commas."""
    return words[at - 1] == "," and words[at + 1 : at + 2] in ([","], ["and"], ["."], [")"])


def _is_place(name: list[str]) -> bool:
    return not any(word in LEX or word in SKIP or word.endswith("ly") for word in name) and voice(" ".join(name)) is VoiceKind.PEOPLE
