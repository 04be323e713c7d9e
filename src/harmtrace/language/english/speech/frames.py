"""Who vouches by a frame and no verb of speech: "the figure comes from the mayor", "we were told at the clinic"."""

import re
from dataclasses import dataclass

from harmtrace.language.english.chunks import Chunks
from harmtrace.language.english.counts.words import BE as BE_FORMS
from harmtrace.language.english.speech.noun_phrases import phrase_start
from harmtrace.language.english.speech.records import Speech
from harmtrace.language.english.speech.voices import PERSONAL, voice
from harmtrace.language.english.speech.words import (
    BREAK,
    DAYS,
    FINDS,
    LABEL_NOUNS,
    MEDIA_WORDS,
    MONTHS,
    NP_STOP,
    PRONOUNS,
    TITLE_CASE,
)
from harmtrace.language.english.words import NOUNS, SAY_WORDS
from harmtrace.language.grammar import Manner
from harmtrace.language.late import late
from harmtrace.language.tokens import Tokens
from harmtrace.records.claim import VoiceKind

_FIGURE = r"(?:figures?|numbers?|toll|tally|count|total|estimates?|claims?|versions?|accounts?|lists?|data|statistics|database|register|reports?|bulletin|survey|word|news|log)"
_COMPILED = r"(?:given|made|supplied|provided|issued|released|announced|published|compiled|collected|gathered|circulated|offered|kept|maintained|prepared|drawn up|put forward|put out|put about|sent|obtained)"
_BE = r"(?:is|are|was|were|has been|have been|had been)"
_TOLD = r"(?:we|i|this newspaper|our reporter) (?:was|were|am|are|have been|has been|had been) (?:also |later )?(?:told|informed|assured|given to understand)"


@dataclass(frozen=True, slots=True)
class _Frame:
    """A turn of phrase with a place for who vouches: behind it, before it, or inside it up to the words that close it."""

    needs: frozenset[str]  # words by one of which a sentence may hold it
    opens: re.Pattern[str]
    before: bool = False
    closes: re.Pattern[str] | None = None


#: Frames that outweigh any verb of speech beside them.
_OUTWEIGH = (
    _Frame(frozenset("told informed assured given".split()), late(rf"\b{_TOLD}(?: that)?(?: ,)? (?:by|at|in)(?= )")),
    _Frame(frozenset("told informed assured given".split()), late(r"(?:^|\. |\" )(?:at|in|by)(?= )"), closes=late(rf"(?: ,)? {_TOLD}\b")),
    _Frame(frozenset("from".split()), late(r" (?:has|have|had|having) (?:heard|learned|learnt|been told|it|this|that|gathered) from(?= )")),
    _Frame(frozenset("spoke spoken talked".split()), late(r"\b(?:we|i) (?:just |have |had |'ve ){0,2}(?:spoke|spoken|talked) (?:to|with|w /)(?= )"), closes=late(r" :")),
    _Frame(frozenset("from".split()), late(r"\b(?:we|i) (?:understand|learned|learnt|hear|heard|know|gather|have it) from(?= )")),
)
#: Frames of a sentence in which nobody speaks.
_UNSAID = (
    _Frame(frozenset("from by".split()), late(rf"\b{_FIGURE} (?:\S{{1,20}} ){{0,8}}?(?:(?:comes|came|is|was|stems|stemmed|originated|originates|originate|come) from|(?:{_BE} )?{_COMPILED} (?:\S{{1,20}} )?(?:by|from))(?= )")),
    _Frame(frozenset("by from".split()), late(rf"^(?:according |the |a |an |its |in |last |latest |new |first ){{0,3}}{_FIGURE} (?:\S{{1,20}} ){{0,2}}?(?:by|from)(?= )")),
    _Frame(frozenset("words telling version view estimation count reckoning estimate".split()), late(r"\b(?:in|by|on) the (?:words|telling|version|view|estimation|count|reckoning|estimate) of(?= )")),
    _Frame(frozenset("believed trusted".split()), late(r"(?:^|, )if(?= )"), closes=late(r" (?:is|are) to be (?:believed|trusted)\b")),
    _Frame(frozenset("doubt question".split()), late(r"^(?:for|to)(?= )"), closes=late(r" there (?:is|was|can be) (?:no|little) (?:doubt|question)\b")),
    _Frame(frozenset("it".split()), late(r"(?:^|[,\"] )(?:the way|as)(?= )"), closes=late(r" (?:tells|told|tell|puts|put|remembers|remember|recalls|recall|has|have|describes|describe|counts|count) it\b")),
    _Frame(frozenset("hear".split()), late(r"\bto hear(?= )"), closes=late(r" tell it\b")),
    _Frame(frozenset("what".split()), late(r"\bwhat(?= )"), closes=late(r" (?:say|says|said|print|prints|printed|call|calls|called|publish|publishes|published|claim|claims|claimed|put out|puts out)(?= [:.,]|$)")),
    _Frame(frozenset("from".split()), late(r"(?:^|, )from(?= )"), closes=late(r" (?:comes|came) (?:\S{1,12} ){0,2}?(?:word|news|reports?|a figure|a count)\b")),
    _Frame(frozenset("doubt that".split()), late(r" (?:has|have|had) (?:no doubt|it that|heard that)\b"), before=True),
    _Frame(frozenset("convinced certain sure adamant positive confident".split()), late(r" (?:is|are|was|were|remains|remain) (?:convinced|certain|sure|adamant|positive|confident)\b"), before=True),
    _Frame(frozenset("bragging boasting claiming saying reporting insisting writing posting sticking speaking talking telling".split()), late(r" (?:is|are|was|were|keeps|keep|been|has been|have been) (?:now |still |also )?(?:bragging|boasting|claiming|saying|reporting|insisting|writing|posting|sticking|speaking|talking|telling)\b"), before=True),
    _Frame(frozenset("further on".split()), late(r" (?:went|goes|go) (?:further|even further|on) :"), before=True),
    _Frame(frozenset("us me".split()), late(r" (?:has |have |had )?(?:sent|forwarded|shown|passed|showed|handed) (?:us|me)\b"), before=True),
    _Frame(frozenset("stands stand stood".split()), late(r" (?:stands?|stood) by\b"), before=True),
    _Frame(frozenset("sticks stick stuck holds hold held keeps keep kept".split()), late(r" (?:sticks?|stuck|holds?|held|keeps?|kept) (?:to|with|that)\b"), before=True),
    _Frame(frozenset("refers refer referred points point pointed".split()), late(r" (?:refers?|referred|points?|pointed) to\b"), before=True),
    _Frame(frozenset("came come comes arrived arrives settled settles settle".split()), late(r" (?:came|comes?) up with\b| (?:settled|settles?) (?:at|on)\b| (?:arrived|arrives?) at (?:an? |the |its |their |his |her )?(?:figure|count|total|toll|number|tally)\b"), before=True),
    _Frame(frozenset("eyes".split()), late(r" (?:counted|saw|seen) (?:with (?:his|her|their|my) own eyes)\b"), before=True),
)
#: Words by one of which a sentence may hold a frame.
FRAMING = frozenset(
    "told informed assured understand learned learnt hear heard gather comes came from by of believed trusted question doubt tells tell puts put remembers remember recalls recall it describes "
    "print prints printed publish publishes published call calls called say says said claim claims claimed convinced certain sure adamant positive confident bragging boasting claiming saying reporting "
    "insisting writing posting sticking speaking talking telling further on stands stand stood sticks stick stuck holds hold held keeps keep kept refers refer referred points point pointed arrived arrives settled settles eyes saw sent forwarded shown passed showed handed".split()
)
_ONLOOKERS = PERSONAL | frozenset("inhabitants bystanders passengers fishermen herders farmers ferrymen families".split())
_SKIPPED = frozenset("yesterday today later also had has have still now then himself herself themselves itself".split())


def outweighing(tokens: Tokens, chunks: Chunks) -> Speech | None:
    """Return who told the outlet: "Nine were killed, we were told at the clinic"."""
    return _framed(tokens, chunks, _OUTWEIGH)


def framed(tokens: Tokens, chunks: Chunks) -> Speech | None:
    """Return who vouches for the count of a sentence in which nobody is said to speak."""
    if FRAMING.isdisjoint(tokens.words):
        return None
    return _framed(tokens, chunks, _UNSAID) or _saw(tokens, chunks)


def _framed(tokens: Tokens, chunks: Chunks, frames: tuple[_Frame, ...]) -> Speech | None:
    line, held = "", set(tokens.words)
    for frame in frames:
        if frame.needs.isdisjoint(held):
            continue
        line = line or " ".join(tokens.words)
        for cue in frame.opens.finditer(line):
            found = _held(tokens, frame, line, cue)
            if found is None:
                continue
            start, end, verb = found
            if not vouches(tokens, start, end):
                continue
            if words_are(tokens, start, end, "it") and tokens.words[verb : verb + 1] and tokens.words[verb] in BE_FORMS:
                continue  # "It is certain that nine people were killed"
            if frame.before and not any(counted.number.start > verb for counted in chunks.counts.values()):
                continue
            a, b = clause(tokens.words, verb)
            pronoun = end - start == 1 and tokens.words[start] in PRONOUNS
            return Speech(start, end, verb, a, b, Manner.SAYS, pronoun=pronoun)
    return None


def words_are(tokens: Tokens, start: int, end: int, word: str) -> bool:
    """Tell whether a range of tokens is one word alone."""
    return end - start == 1 and tokens.words[start] == word


def _held(tokens: Tokens, frame: _Frame, line: str, cue: re.Match[str]) -> tuple[int, int, int] | None:
    """Return the tokens of who stands in a frame, and a token of the frame."""
    if frame.before:
        verb = line.count(" ", 0, cue.start()) + 1
        end = verb
        while end > 1 and tokens.words[end - 1] in _SKIPPED:
            end -= 1
        start = phrase_start(tokens, end)
        return (start, end, verb) if start is not None and start < end else None
    first = line.count(" ", 0, cue.end()) + 1
    if frame.closes is None:
        end = phrase_end(tokens, first)
        return (first, end, max(first - 1, 0)) if first < end else None
    close = frame.closes.search(line, cue.end(), cue.end() + 80)
    if close is None or any(mark in line[cue.end() : close.start()] for mark in ",;:\""):
        return None
    end = line.count(" ", 0, close.start()) + 1
    return (first, end, end) if first < end else None


def phrase_end(tokens: Tokens, first: int, longest: int = 10) -> int:
    """Return the token after the noun phrase that starts at ``first``."""
    words = tokens.words
    end = first
    while end < len(words) and end < first + longest:
        word = words[end]
        if word in BREAK or word == "." or (word in NP_STOP and word != "and") or word in DAYS or word in MONTHS:
            break
        if end > first and (word in _LINKS or (word in SAY_WORDS and not TITLE_CASE.match(tokens.raw[end]))):
            break
        if word == "and" and not TITLE_CASE.match(tokens.raw[end + 1] if end + 1 < len(words) else "") and words[end + 1 : end + 2] and words[end + 1] not in NOUNS and words[end + 1] not in LABEL_NOUNS:
            break
        end += 1
    return end


_LINKS = frozenset("documents document details detailing with on after before who whose which late early during since as has have had".split())


def vouches(tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether a noun phrase can vouch: a pronoun, a person or body by noun or by name."""
    words = tokens.words[start:end]
    if not words or words[0] in ("we", "i",  "us", "you", "that", "this", "there", "which", "what", "who") or not any(word[0].isalpha() for word in words):
        return False
    if len(words) == 1 and words[0] in PRONOUNS:
        return True
    bare = {word.removesuffix("'s") for word in words}
    if not bare.isdisjoint(NOUNS | LABEL_NOUNS | FINDS | PERSONAL | MEDIA_WORDS):
        return True
    if voice(" ".join(words)) is not VoiceKind.PEOPLE:
        return True
    return start > 0 and all(TITLE_CASE.match(tokens.raw[k]) or tokens.words[k] in ("of", "the", "de", "al") for k in range(start, end)) and words[-1] not in DAYS | MONTHS


_GAPS = frozenset("at of on as to".split())


def gapped(tokens: Tokens, chunks: Chunks, out: list[Speech]) -> list[Speech]:
    """Return the attributions, with those that leave out the verb of the one before: "The mayor put it at twelve, the clinic at nine"."""
    words = tokens.words
    starts = {counted.number.start for counted in chunks.counts.values()}
    for t in range(4, len(words) - 1):
        if words[t] not in _GAPS or not (t + 1 in starts or t + 2 in starts):
            continue
        comma = next((k for k in range(t - 1, max(0, t - 9), -1) if words[k] in BREAK), None)
        if comma is None or words[comma] not in (",", ";"):
            continue
        first = comma + 1 + (words[comma + 1] in ("and", "while", "but", "whereas"))
        prior = next((one for one in out if not one.trailing and one.verb < comma and words[t] in words[one.verb : comma]), None)
        if prior is None or first >= t or not SAY_WORDS.isdisjoint(words[first:t]) or not NP_STOP.isdisjoint(words[first:t]) or not vouches(tokens, first, t):
            continue
        end = next((k for k in range(t + 1, len(words)) if words[k] in (",", ";", ".")), len(words))
        out = [*out, Speech(first, t, t, t, end, prior.manner)]
    return out


_TURNS = frozenset("but while whereas although".split())


def clause(words: list[str], at: int) -> tuple[int, int]:
    """Return the clause round a token: between semicolons, and where another view is set against it."""
    a, b = 0, len(words)
    for t in range(1, len(words)):
        cuts = words[t] == ";" or (words[t] in _TURNS and words[t - 1] == ",")
        if cuts and t < at:
            a = t + 1
        elif cuts and t > at:
            return a, t
    return a, b


def _saw(tokens: Tokens, chunks: Chunks) -> Speech | None:
    """Return who saw it happen: "Witnesses saw nine people shot dead at the gate"."""
    words = tokens.words
    for v in range(1, len(words)):
        if words[v] not in ("saw", "seen", "watched", "witnessed"):
            continue
        at = v
        while at and words[at - 1] in _SKIPPED:
            at -= 1
        start = phrase_start(tokens, at)
        if start is None or start >= at or _ONLOOKERS.isdisjoint(words[start:at]):
            continue
        if any(v < counted.number.start <= v + 4 for counted in chunks.counts.values()):
            a, b = clause(words, v)
            return Speech(start, at, v, a, b, Manner.SAYS)
    return None


_SEPARATORS = frozenset(":-–—|")
_SOURCED = frozenset("source sources via per".split())


def noted(tokens: Tokens) -> Speech | None:
    """Return a source noted behind what it says: "nine killed (source: civil defence)", "Nine killed in Ostrel: army"."""
    words = tokens.words
    n = len(words)
    last = n - 1
    if n < 5:
        return None
    if words[last] in (".", "!") and last:
        last -= 1
    if words[last] in (")", "]"):
        opens = next((k for k in range(last - 1, max(0, last - 9), -1) if words[k] in ("(", "[")), None)
        if opens is None or opens < 3:
            return None
        first = opens + 1
        sourced = words[first] in _SOURCED
        if sourced:
            first += 1 + (words[first + 1 : first + 2] == [":"])
        if first < last and not any(word in BREAK or word[0].isdigit() for word in words[first:last]) and (sourced or _bodily(tokens, first, last)):
            return Speech(first, last, opens, 0, n, Manner.SAYS, trailing=True)
        return None
    if words[n - 1] in (".", "!", "?", '"', "”"):
        return None
    mark = next((k for k in range(n - 2, max(2, n - 7), -1) if words[k] in _SEPARATORS), None)
    if mark is None or any(word in BREAK or word[0].isdigit() for word in words[mark + 1 :]) or not _bodily(tokens, mark + 1, n):
        return None
    return Speech(mark + 1, n, mark, 0, mark, Manner.SAYS, trailing=True)


def _bodily(tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether words name a body, or those who may speak of harm, and nothing else."""
    words = tokens.words[first:last]
    if not 0 < len(words) < 7 or not SAY_WORDS.isdisjoint(words) or not NP_STOP.isdisjoint(words):
        return False
    return bool((LABEL_NOUNS | FINDS) & set(words)) or voice(" ".join(words)) is not VoiceKind.PEOPLE or words[-1] in PERSONAL
