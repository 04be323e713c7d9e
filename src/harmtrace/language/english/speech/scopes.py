"""The words that an English attribution covers."""

from harmtrace.language.english.speech.records import Speech
from harmtrace.language.english.speech.words import BREAK, TELLING
from harmtrace.language.grammar import Manner


def tail_end(words: list[str], i: int) -> int | None:
    """Return where a short tail after the verb ends ("said in a statement on Friday."), None where words follow."""
    n = len(words)
    j = i
    if j < n and words[j] in ("in", "on", "at", "by", "to", "during", "from", "after", "told", "late", "early", "via", "without", "speaking", "through"):
        while j < n and j < i + 14 and words[j] not in BREAK and words[j] not in (".", "that"):
            if words[j] in ("was", "were", "had", "killed", "died") :
                return None
            j += 1
        if j >= n or words[j] in (".", ",", ";", '"', "“", "”", "!", ")"):
            return j
    return None


def scoped(found: list[Speech], words: list[str]) -> list[Speech]:
    """Return the attributions, each now with the words it covers: behind it, or before it where it trails."""
    n = len(words)
    out: list[Speech] = []
    for k, speech in enumerate(found):
        if speech.manner is Manner.CARRIES and out:
            speech.scope_start, speech.scope_end = out[-1].scope_start, out[-1].scope_end
            out.append(speech)
            continue
        left = min(speech.np_start, speech.verb)
        right = max(speech.np_end, speech.verb + 1)
        if speech.trailing:
            floor = 0
            if out:
                prior = out[-1]
                floor = max(prior.np_end, prior.verb + 1) if prior.trailing else prior.scope_start
                if words[prior.verb] == ":":
                    floor = prior.verb + 1
                elif words[prior.verb] in TELLING and words[prior.verb + 1 : prior.verb + 2] and words[prior.verb + 1] in _HEARERS:
                    prior.scope_start, prior.scope_end = prior.verb + 2, left  # "My neighbour told me nine died," said Maren Rowe
                    floor = 0
                elif not prior.trailing:
                    cut = _cut(words, prior.scope_start, left)
                    floor = left if cut is None else cut
            for t in range(left - 1, floor, -1):
                if words[t] == ";" and not (len(found) == 1 and words[speech.verb] == "according"):
                    floor = t
                    break
            ends = left
            told = right
            if words[speech.verb] in TELLING:
                while told < n and told < right + 7 and words[told] not in BREAK and words[told] != ".":
                    told += 1  # "A shell, the mayor told us on the phone, killed nine"
            ended = tail_end(words, right) if k + 1 == len(found) else None
            if k + 1 == len(found) and words[right : right + 2] in (["us", ";"], ["me", ";"], ["reporters", ";"]):
                ended = right + 1
            if ended is not None and ended < n and words[ended] == ";":
                ends = n  # "…, the administration said on Telegram; fifteen more were cut"
            if (k + 1 == len(found) and (_goes_on(words, right) or (told < n and words[told] in (",", ";") and words[told - 1] not in BREAK))) or (k + 1 == len(found) and speech.np_start > speech.verb and right < n and words[right] == ","):
                ends = n
            scope = (floor, ends)
        else:
            stop = n
            if k + 1 < len(found):
                following = found[k + 1]
                if not following.trailing:
                    stop = following.verb if following.np_start <= speech.verb else min(following.np_start, following.verb)
            confirms = words[speech.verb] in _CONFIRMS
            accuses = words[speech.verb] in ("accused", "accuses", "blamed", "blames") and "that" not in words[right : right + 3]
            for t in range(right, stop):
                if accuses and words[t] in ("after", "following"):
                    stop = t
                    break
                if confirms and words[t] == "where":
                    stop = t
                    break
                if words[t] == ";" and k + 1 < len(found):
                    stop = t
                    break
            scope = (right, stop)
        speech.scope_start, speech.scope_end = scope
        out.append(speech)
    return out


def _goes_on(words: list[str], i: int) -> bool:
    """Tell whether what is said goes on after an attribution in its midst: "the mayor said on Sunday, and 68 were hurt"."""
    for t in range(i, min(len(words), i + 9)):
        if words[t] in BREAK or words[t] == ".":
            return words[t] == "," and words[t + 1 : t + 2] == ["and"]
    return False


_HEARERS = frozenset("me him her us them".split())
_CONFIRMS = frozenset("confirmed confirms acknowledged acknowledges admitted admits".split())


def _cut(words: list[str], a: int, b: int) -> int | None:
    """Return where a new main clause starts between two attributions, None where none does."""
    for t in range(b - 1, a, -1):
        if words[t] in (";",) or (words[t] in ("while", "but", "whereas", "where") and words[t - 1] == ","):
            return t
    return None
