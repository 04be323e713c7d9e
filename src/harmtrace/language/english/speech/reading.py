"""The attributions of an English sentence, in order, each with the words that it covers."""

from harmtrace.language.english.chunks import Chunks
from harmtrace.language.english.speech.carriers import carried, quoted
from harmtrace.language.english.speech.frames import framed, gapped, noted, outweighing
from harmtrace.language.english.speech.holders import HOLDING, beside_speech, holder, sent_count, supposed
from harmtrace.language.english.speech.labels import behind_headline, labelled
from harmtrace.language.english.speech.records import Speech
from harmtrace.language.english.speech.scopes import scoped
from harmtrace.language.english.speech.sources import RECKONINGS, according, by_account, owned_toll
from harmtrace.language.english.speech.verbs import BE_FORMS, verb_speech
from harmtrace.language.english.speech.vouchers import VOUCHING, named_beside, vouched
from harmtrace.language.english.speech.words import FINDS, RAISES
from harmtrace.language.tokens import Tokens

#: The classes that may open an attribution.
_TELLS = frozenset("srSt:RV1")


_QUOTING = frozenset("quoted quotes cited cites quoting citing".split())


def speeches(tokens: Tokens, chunks: Chunks) -> list[Speech]:
    """Return the attributions of a sentence, in order, each with the outlet that carried it where one is named."""
    return carried(tokens, _speeches(tokens, chunks))


def _speeches(tokens: Tokens, chunks: Chunks) -> list[Speech]:
    words = tokens.words
    found: list[Speech] = []
    if chunks.counts and ":" in words and (told := behind_headline(tokens)) is not None:
        return [told]
    if chunks.counts:
        one = (None if _QUOTING.isdisjoint(words) else quoted(tokens)) or outweighing(tokens, chunks)
        if one is not None:
            return [one]
    if _TELLS.isdisjoint(chunks.tags) and RECKONINGS.isdisjoint(words):
        return _unsaid(tokens, chunks)
    if chunks.counts and not VOUCHING.isdisjoint(words) and (beside := named_beside(tokens)) is not None:
        beside.scope_start, beside.scope_end = 0, len(words)
        return [beside]
    for at, tag in enumerate(chunks.tags):
        if tag not in _TELLS:
            continue
        if tag == "s" or (tag == "1" and words[chunks.spans[at][0]] == "claims" and words[chunks.spans[at][1] : chunks.spans[at][1] + 1] in _CLAIMING):
            token = chunks.spans[at][0]
            if token and tokens.raw[token][:1].isupper() and not _headline(tokens.raw):
                continue
            speech = verb_speech(tokens, token, chunks)
        elif tag == "r" and _counts_follow(chunks.tags, at) and tokens.words[chunks.spans[at][0]] in _FINDERS:
            speech = _finder(tokens, chunks, chunks.spans[at][0])
        elif (tag == "r" and words[chunks.spans[at][0]] == "found" and words[chunks.spans[at][1] : chunks.spans[at][1] + 1] == ["that"]) or (tag in "VR" and RAISES.get(words[chunks.spans[at][0]]) and ("t" in chunks.tags[at + 1 : at + 4] or _that_to(words, chunks.spans[at][0]))):
            speech = verb_speech(tokens, chunks.spans[at][0], chunks)
        elif tag == "S":
            speech = according(tokens, chunks.spans[at])
        elif tag == "t" and chunks.spans[at][0] and tokens.words[chunks.spans[at][0] - 1].endswith("'s"):
            speech = owned_toll(tokens, chunks.spans[at][0])
        elif tag == ":" and at and not found:
            speech = labelled(tokens, chunks.spans[at][0])
        else:
            continue
        if speech is not None:
            found.append(speech)
    if not RECKONINGS.isdisjoint(words):
        account = by_account(tokens)
        if account is not None:
            found.append(account)
    if not found:
        return _unsaid(tokens, chunks)
    if len(found) > 1 and found[-1].trailing:  # "rescuers pulled 19 bodies out, the fire brigade said": the last vouches
        found = [one for one in found if one.trailing or words[one.verb] not in _FINDERS]
    found = [one for number, one in enumerate(found) if not (number and words[one.np_start] in _OWNED and words[one.verb] in _FINDERS)]
    out = scoped(found, words)
    if len(chunks.counts) > 1:
        out = gapped(tokens, chunks, out)
    starts = [counted.number.start for counted in chunks.counts.values()]
    if any(not any(one.scope_start <= start < one.scope_end for one in out) for start in starts):
        beyond = framed(tokens, chunks)  # what is said tells not of every count: "…, as Maren Rowe tells it"
        telling = [one for one in out if any(one.scope_start <= start < one.scope_end for start in starts)]
        if beyond is not None and not any(one.np_start < beyond.np_end and beyond.np_start < one.np_end for one in telling):
            beyond.scope_end = min([beyond.scope_end, *(one.np_start for one in telling if one.np_start > beyond.verb)])
            return [*out, beyond]
    if chunks.counts and (";" in words or "while" in words) and not HOLDING.isdisjoint(words):
        beside = beside_speech(tokens, chunks, out)
        if beside is not None:
            out.append(beside)
    return out


def _unsaid(tokens: Tokens, chunks: Chunks) -> list[Speech]:
    """Return who vouches for the count of a sentence in which nobody speaks."""
    words = tokens.words
    speech = None
    if words and words[0] in ("if", "should", "were"):
        speech = supposed(tokens)
        if speech is not None:
            return [speech]
    if chunks.counts and not HOLDING.isdisjoint(words):
        speech = sent_count(tokens)
        if speech is not None:
            return [speech]
        speech = holder(tokens, chunks)
    if speech is None and chunks.counts and not VOUCHING.isdisjoint(words) and (beside := named_beside(tokens)) is not None:
        beside.scope_start, beside.scope_end = 0, len(words)
        return [beside]
    if speech is None and chunks.counts:
        speech = vouched(tokens)
        if speech is not None and speech.scope_end:
            speech.scope_start = 0
            return [speech]
    if speech is None and chunks.counts and (one := framed(tokens, chunks) or noted(tokens)) is not None:
        return [one]
    return [] if speech is None else scoped([speech], words)



def _headline(raw: list[str]) -> bool:
    """Tell whether every longer word has a capital: "Army Says Nine Killed", "ARMY SAYS NINE KILLED"."""
    return all(word[0].isupper() or not word[0].isalpha() for word in raw if len(word) > 4)


#: What "claims" may stand before where it claims something, and no lives.
_CLAIMING = ([], ["."], [";"], *([word] for word in ("its", "his", "her", "their", "that", "it", "they", "he", "she", "to", "credit")))
_FINDERS = frozenset("counted counts pulled recovered brought received retrieved".split())

#: "The ambulance service said its crews had brought out seven bodies": the service vouches.
_OWNED = frozenset("its their his her".split())


def _that_to(words: list[str], v: int) -> bool:
    """Tell "raised that to": a figure told before."""
    return words[v + 1 : v + 2] != [] and words[v + 1] in ("that", "it", "this", "them") and words[v + 2 : v + 3] == ["to"]


def _counts_follow(tags: str, at: int) -> bool:
    return bool(set(tags[at + 1 : at + 4]) & set("nbmE"))


def _finder(tokens: Tokens, chunks: Chunks, v: int) -> Speech | None:
    """Return who counted or recovered the dead: "the rescue guild had lifted nine bodies"."""
    if v and tokens.words[v - 1] in BE_FORMS:
        return None
    speech = verb_speech(tokens, v, chunks)
    if speech is None:
        return None
    name = set(tokens.words[speech.np_start : speech.np_end])
    if speech.pronoun or speech.own or name & FINDS or tokens.words[v] in ("counted", "counts"):
        return speech
    return None
