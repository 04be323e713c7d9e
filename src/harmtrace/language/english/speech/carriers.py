"""Who carried a voice to the outlet: "told Radio Halvin", "quoted by state media", "wrote on Telegram"."""

from harmtrace.language.english.speech.noun_phrases import phrase_start
from harmtrace.language.english.speech.records import Speech
from harmtrace.language.english.speech.words import BREAK, DAYS, MONTHS, OUTLETS, TITLE_CASE
from harmtrace.language.english.words import SAY_WORDS
from harmtrace.language.grammar import Manner
from harmtrace.language.tokens import Tokens

_PLATFORMS = frozenset("telegram whatsapp facebook twitter instagram tiktok vk weibo youtube x radio television tv".split())
#: Words before an outlet that was told: what stands behind them is one by its kind, or by its name alone.
_BY_NAME = (
    ("told",), ("tells",), ("telling",), ("speaking", "to"), ("spoke", "to"), ("speaking", "with"), ("interviewed", "by"), ("reached", "by"), ("contacted", "by"), ("quoted", "by"), ("cited", "by"),
    ("seen", "by"), ("reviewed", "by"), ("obtained", "by"), ("interview", "with"), ("interview", "to"), ("statement", "to"), ("remarks", "to"), ("comments", "to"), ("shared", "with"), ("confirmed", "to"), ("explained", "to"), ("said", "to"),
)
#: Words before what is an outlet by its kind only.
_BY_KIND = (
    ("carried", "by"), ("published", "by"), ("broadcast", "by"), ("aired", "by"), ("read", "out", "by"), ("read", "on"), ("broadcast", "on"), ("aired", "on"), ("quoted", "in"), ("reported", "by"),
    ("said", "on"), ("says", "on"), ("wrote", "on"), ("writes", "on"), ("writing", "on"), ("write", "on"), ("posted", "on"), ("posting", "on"), ("announced", "on"), ("claimed", "on"), ("speaking", "on"), ("appearing", "on"), ("spoke", "on"),
    ("statement", "on"), ("message", "on"), ("post", "on"), ("gave",), ("gives",),
)
_NAMED_ALONE, _KIND_ALONE = ({cue[0] for cue in cues if len(cue) == 1} for cues in (_BY_NAME, _BY_KIND))
_NAMED, _KIND = ({cue[-2:] for cue in cues if len(cue) > 1} for cues in (_BY_NAME, _BY_KIND))
_CUES = {*(cue[-1] for cue in _BY_NAME), *(cue[-1] for cue in _BY_KIND), "on", "carried", "aired", "broadcast"}
_ARTICLES = frozenset("the a an its their his her this our".split())
_NOBODY = frozenset("us me reporters journalists him her them you parliament residents correspondents it i he she they we".split())
_ENDS = frozenset("writing showing saying adding via that who which by from at in on after before as when while since about of to for had has have was were is are and".split())
#: Verbs of putting out: "Radio Halvin carried a statement by the mayor".
_AIRS = frozenset("carried aired broadcast ran published".split())


def carried(tokens: Tokens, found: list[Speech]) -> list[Speech]:
    """Return the attributions, each with the outlet that carried it where its own words name one."""
    words = tokens.words
    if _CUES.isdisjoint(words):
        return found
    for number, one in enumerate(found):
        if one.media is not None or one.manner is Manner.CARRIES or one.own:
            continue
        first = max(found[number - 1].verb + 1 if number else 0, min(one.np_start, one.verb) - 12)
        last = found[number + 1].np_start if number + 1 < len(found) and found[number + 1].np_start > one.verb else len(words)
        one.media = _medium(tokens, first, min(last, max(one.verb, one.np_end) + 14), one)
    return found


def _medium(tokens: Tokens, first: int, last: int, one: Speech) -> tuple[int, int] | None:
    """Return the outlet named between two tokens as who was told or who aired it."""
    words = tokens.words
    for k in range(first, last):
        if words[k] not in _CUES or (one.np_start <= k < one.np_end - 1 and words[k] != "by"):
            continue
        pair = words[max(0, k - 1)], words[k]
        by_name = words[k] in _NAMED_ALONE or pair in _NAMED
        by_kind = by_name or words[k] in _KIND_ALONE or pair in _KIND
        if not by_kind and words[k] == "on" and _on_air(words, k + 1):
            by_kind = True
        if words[k] in _AIRS and words[k + 1 : k + 2] != ["by"]:
            start = phrase_start(tokens, k)
            if start is not None and start < k and not OUTLETS.isdisjoint(words[start:k]) and "statement" in words[k : k + 6]:
                return start, k
        if not by_kind:
            continue
        start = k + 1 + (words[k + 1 : k + 2] != [] and words[k + 1] in _ARTICLES)
        end = start
        while end < len(words) and end < start + 7 and words[end] not in BREAK and words[end] not in (".", *_ENDS) and not (end > start and words[end] in _ARTICLES) and words[end] not in DAYS and words[end] not in MONTHS and not (end > start and words[end] in SAY_WORDS and not TITLE_CASE.match(tokens.raw[end])):
            end += 1
        if end == start or words[start] in _NOBODY:
            continue
        if start < one.np_end and one.np_start < end and not one.np_start < k < one.np_end:
            continue  # who speaks carries nobody
        named = by_name and all(TITLE_CASE.match(tokens.raw[t]) for t in range(start, end))
        if named or not OUTLETS.isdisjoint(words[start:end]) or (by_name and tokens.raw[start].isupper() and len(words[start]) > 1):
            return start, end
    return None


def _on_air(words: list[str], k: int) -> bool:
    """Tell a platform or the air behind "on": "on Telegram", "on its Facebook page", "on state television"."""
    while k < len(words) and words[k] in (*_ARTICLES, "state", "local", "national", "public", "official"):
        k += 1
    return words[k : k + 1] != [] and words[k] in _PLATFORMS


def quoted(tokens: Tokens) -> Speech | None:
    """Return who is quoted and by whom: "X was quoted by Y as saying", "Y quoted X as saying", "Quoting X, Y said"."""
    words = tokens.words
    n = len(words)
    if words[0] in ("quoting", "citing"):
        return _opened(tokens)
    for v in range(1, n - 2):
        if words[v] not in ("quoted", "quotes", "cited", "cites"):
            continue
        by = v + 1 + (words[v + 1] in DAYS)
        if words[by] == "by":
            end = next((k for k in range(by + 1, min(n, by + 9)) if words[k] in ("as", ",", ";", ".")), n)
            if words[end : end + 2] not in (["as", "saying"], ["as", "telling"], ["as", "reporting"], ["as", "putting"]):
                continue
            at = v
            while at and words[at - 1] in ("was", "were", "is", "are", "been", "has", "have", "also", "later"):
                at -= 1
            start = phrase_start(tokens, at)
            if start is not None and start < at < v:
                return Speech(start, at, v, end, n, Manner.SAYS, media=_bare(words, by + 1, end))
            continue
        end = next((k for k in range(v + 1, min(n, v + 11)) if words[k] in (",", ";", ".") or words[k : k + 2] in (["as", "saying"], ["as", "telling"], ["as", "reporting"], ["as", "putting"])), n)
        if words[end : end + 1] == ["as"] and words[v - 1] not in ("was", "were", "is", "are", "been"):
            at = v - (words[v - 1] in ("has", "had", "have", "also", "later"))
            start = phrase_start(tokens, at)
            if start is not None and start < at:
                return Speech(v + 1, end, v, end, n, Manner.SAYS, media=_bare(words, start, at))
    return None


def _bare(words: list[str], a: int, b: int) -> tuple[int, int]:
    """Return an outlet's tokens without the article."""
    return (a + 1, b) if b - a > 1 and words[a] in _ARTICLES else (a, b)


def _opened(tokens: Tokens) -> Speech | None:
    """Return whom a sentence opens with as its source: "Citing medics, Radio Halvin put the number of dead at nine"."""
    words = tokens.words
    n = len(words)
    comma = next((k for k in range(2, min(n, 14)) if words[k] == ","), None)
    if comma is None:
        return None
    verb = next((k for k in range(comma + 2, min(n, comma + 10)) if words[k] in SAY_WORDS and not TITLE_CASE.match(tokens.raw[k])), None)
    if verb is None or any(word in BREAK for word in words[comma + 1 : verb]):
        return None
    return Speech(1, comma, verb, verb + 1, n, Manner.SAYS, media=_bare(words, comma + 1, verb))
