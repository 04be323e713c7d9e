"""English attribution: who says what in a sentence, who carried it, how firmly."""

import re
from dataclasses import dataclass
from functools import lru_cache

from harmtrace.language.english.chunks import Chunks
from harmtrace.language.english.words import LEX, NOT_NAMES, NOUNS, SAY_WORDS
from harmtrace.language.grammar import Manner
from harmtrace.language.tokens import Tokens
from harmtrace.records.claim import VoiceKind


@dataclass(slots=True)
class Speech:
    """An attribution in one sentence.

    Attributes:
        np_start, np_end: tokens of the speaker's name, end exclusive; equal where there is none.
        verb: token of the verb or cue.
        scope_start, scope_end: tokens of what is said.
        pronoun: the speaker is "he", "she", "they", "it": someone named before.
        own: the outlet itself speaks ("we", "this newspaper").
        media: token range of the outlet told, or None.
    """

    np_start: int
    np_end: int
    verb: int
    scope_start: int
    scope_end: int
    manner: Manner
    pronoun: bool = False
    own: bool = False
    media: tuple[int, int] | None = None
    trailing: bool = False


_CLAIM_VERBS = frozenset("claimed claims claim alleged alleges allege claiming".split())
_DENY_VERBS = frozenset("denied denies deny rejected rejects dismissed denying rejecting".split())
_PRONOUNS = frozenset("he she they it".split())
_OWN = frozenset("we i our us".split())
_NEVER_SPEAK = frozenset(
    "inquiry investigation assessment report reports figures figure numbers number accounts account toll count statements which that who there this these those nobody one rumour rumours incident incidents".split()
)
_LINKS = frozenset("while but although though whereas and as because when where that if after before since whom who which whose so yet".split())
_AUX = frozenset("has have had also always since earlier addition later then now still initially yesterday today previously first would will could did does is was were are be been being already once itself themselves himself herself".split())
_BREAK = frozenset(",;:()\"“”—–[]!?…")
_MEDIA_WORDS = frozenset("reuters afp ap dpa bbc cnn rt ruptly aljazeera npr sana tass interfax xinhua upi anadolu efe telegram twitter facebook state radio television tv newspaper agency channel news herald post times press".split())
_TELLING = frozenset("told tells telling".split())
_NOT_MEDIA = frozenset("us me reporters journalists him her them this our the parliament residents you".split())
_TITLE_CASE = re.compile(r"[A-ZÀ-Þ]")
#: The classes that may open an attribution.
_TELLS = frozenset("srSt:RV")
#: Who "raised the number of dead to 41" vouches for it.
_RAISES = dict.fromkeys("raised raises lowered lowers cut cuts revised revises updated updates corrected corrects".split(), True)


def speeches(tokens: Tokens, chunks: Chunks) -> list[Speech]:
    """Return the attributions of a sentence, in order."""
    words = tokens.words
    found: list[Speech] = []
    if _TELLS.isdisjoint(chunks.tags) and _RECKONINGS.isdisjoint(words):
        return found
    for at, tag in enumerate(chunks.tags):
        if tag not in _TELLS:
            continue
        if tag == "s":
            token = chunks.spans[at][0]
            if token and tokens.raw[token][:1].isupper():
                continue
            speech = _verb_speech(tokens, token, chunks)
        elif tag == "r" and _counts_follow(chunks.tags, at) and tokens.words[chunks.spans[at][0]] in _FINDERS:
            speech = _finder(tokens, chunks, chunks.spans[at][0])
        elif (tag == "r" and words[chunks.spans[at][0]] == "found" and words[chunks.spans[at][1] : chunks.spans[at][1] + 1] == ["that"]) or (tag in "VR" and _RAISES.get(words[chunks.spans[at][0]]) and "t" in chunks.tags[at + 1 : at + 4]):
            speech = _verb_speech(tokens, chunks.spans[at][0], chunks)
        elif tag == "S":
            speech = _according(tokens, chunks.spans[at])
        elif tag == "t" and chunks.spans[at][0] and tokens.words[chunks.spans[at][0] - 1].endswith("'s"):
            speech = _owned_toll(tokens, chunks.spans[at][0])
        elif tag == ":" and at and not found:
            speech = _label(tokens, chunks.spans[at][0])
        else:
            continue
        if speech is not None:
            found.append(speech)
    if not _RECKONINGS.isdisjoint(words):
        account = _by_account(tokens)
        if account is not None:
            found.append(account)
    if not found:
        return found
    if len(found) > 1 and found[-1].trailing:  # "rescuers pulled 19 bodies out, the fire brigade said": the last vouches
        found = [one for one in found if one.trailing or words[one.verb] not in _FINDERS]
    return _scoped(found, words)


_RECKONINGS = frozenset("account count reckoning tally telling estimate version books supplied provided compiled".split())


def _by_account(tokens: Tokens) -> Speech | None:
    """Return whose account it is: "hurt, by the ministry's account", "the figure, supplied by the education office, is 38"."""
    words = tokens.words
    n = len(words)
    for k, word in enumerate(words):
        if word in ("supplied", "provided", "compiled") and words[k + 1 : k + 2] == ["by"] and not {"figure", "figures", "number", "count", "toll", "list"}.isdisjoint(words[max(0, k - 4) : k]):
            end = k + 2
            while end < n and end < k + 9 and words[end] not in _BREAK and words[end] not in _NP_STOP and words[end] != ".":
                end += 1
            return Speech(k + 2, end, k, k, n, Manner.SAYS) if end > k + 2 else None
        if word in ("by", "on", "in") and k:
            end = k + 1
            while end < n and end < k + 7 and words[end] not in _BREAK and words[end] not in _NP_STOP and not words[end].endswith("'s"):
                end += 1
            if end + 1 < n and words[end].endswith(("'s", "s'")) and words[end + 1] in _RECKONINGS:
                return Speech(k + 1, end + 1, k, 0, 0, Manner.SAYS, trailing=True)
    return None


def _owned_toll(tokens: Tokens, t: int) -> Speech | None:
    """Return "the health office's figure is 15": whose figure it is."""
    words = tokens.words
    start = t - 1
    while start > 0 and t - start < 7 and (words[start - 1] not in _BREAK and words[start - 1] not in _NP_STOP and words[start - 1] != "."):
        start -= 1
        if words[start] in _DETERMINERS:
            break
    name = words[start:t]
    if not (_FINDS | _ORG_NOUNS) & {piece.removesuffix("'s") for piece in name}:
        return None
    return Speech(start, t, t, 0, 0, Manner.SAYS)


_FINDERS = frozenset("counted counts pulled recovered brought received retrieved".split())
_FINDS = frozenset("divers firefighters firemen paramedics coastguard volunteers defence defense crescent crews rescuers rescue hospital clinic workers volunteers commission committee team teams officials office doctors medics residents nurse doctor group network ministry agency helmets observatory league".split())


def _counts_follow(tags: str, at: int) -> bool:
    return bool(set(tags[at + 1 : at + 4]) & set("nbmE"))


def _finder(tokens: Tokens, chunks: Chunks, v: int) -> Speech | None:
    """Return who counted or recovered the dead: "the Red Crescent had brought out 37 bodies"."""
    if v and tokens.words[v - 1] in _BE_FORMS:
        return None
    speech = _verb_speech(tokens, v, chunks)
    if speech is None:
        return None
    name = set(tokens.words[speech.np_start : speech.np_end])
    if speech.pronoun or speech.own or name & _FINDS or tokens.words[v] in ("counted", "counts"):
        return speech
    return None


def _verb_speech(tokens: Tokens, v: int, chunks: Chunks) -> Speech | None:
    """Return the attribution of a speech verb at token ``v``, its scope still open."""
    words, raw = tokens.words, tokens.raw
    word = words[v]
    n = len(words)
    if word == "saying" and v > 3 and words[v - 1] == "as" and words[v - 2] == "quoted":
        quoted = _subject(tokens, v - 3)
        if quoted is None:
            return None
        before = words[quoted[0] - 1] if quoted[0] else ""
        return Speech(quoted[0], quoted[1], v, 0, 0, Manner.SAYS, trailing=before in (",", '"', "”"))
    if v and words[v - 1] in _BE_FORMS and word.endswith(("ed", "id", "wn", "rd", "en", "ut", "nd", "ad")):
        return None
    if word in ("reports", "report") and v + 1 < n and words[v + 1] in ("that", "of", "by", "from") and not (v and (_TITLE_CASE.match(raw[v - 1]) or words[v - 1] == ",")):
        return None
    if word == "alleged" and words[v + 1 : v + 2] == ["to"]:
        return None
    if word in ("show", "shows", "showed", "names", "lists", "gives") and (owned := _own_record(words, v)) is not None:
        return Speech(owned, owned + 1, v, 0, 0, Manner.SAYS, pronoun=True)
    if word in ("show", "shows", "showed", "shown") and not _PICTURES & set(words[max(0, v - 10) : v]):
        return None
    if word in ("state", "states") and words[v + 1 : v + 2] != ["that"]:
        return None  # "Benue and Kaduna states in the first three months"
    if word in ("claimed", "claims", "claim", "claiming") and _claims_lives(words, v):
        return None
    if word in ("put", "puts", "gave", "give", "gives", "given") and not _figure_follows(words, chunks, v):
        return None
    if word in ("alleged", "report", "reports", "estimate", "claim", "claims", "blame", "post", "read", "saying", "counts", "found", "names", "named", "list", "lists", "lays", "stated"):
        before = words[v - 1] if v else ""
        if before in ("the", "a", "an", "of", "no", "that", "their", "its", "such", "these", "those", "any", "to", "as", "his", "her", "initial", "unconfirmed", "immediate", "monthly", "media", "news", "military", "press") or not v:
            return None
    if word in ("citing", "quoting", "cited") or (word == "quoted" and v and words[v - 1] == "who"):
        return _citing(tokens, v)
    if word.endswith("ing") and v > 1 and (words[v - 1] == "," or (words[v - 2] == "," and words[v - 1].endswith("ly"))):
        opening = _opening_subject(tokens, v)
        if opening is None:
            return None
        manner = Manner.CLAIMS if word in _CLAIM_VERBS else Manner.DENIES if word in _DENY_VERBS else Manner.SAYS
        pronoun = opening[1] - opening[0] == 1 and words[opening[0]] in _PRONOUNS
        return Speech(opening[0], opening[1], v, 0, 0, manner, pronoun=pronoun)
    inverted = _inverted(tokens, v)
    if inverted is not None:
        return inverted
    subject = _subject(tokens, v)
    if subject is None:
        return None
    a, b, _ = subject
    further = _whole_subject(tokens, a)
    if further is not None:
        a, b = further
    head = words[b - 1] if b > a else ""
    if head in _NEVER_SPEAK or words[a] in ("which", "who", "that", "there"):
        if words[a] == "who" and a >= 1:
            relative = _noun_before(tokens, a)
            if relative is None:
                return None
            a, b = relative
        else:
            return None
    cited = _cited_within(words, v)
    if cited is not None and cited[0] > b:
        return Speech(*cited, v, 0, 0, Manner.CLAIMS if word in _CLAIM_VERBS else Manner.SAYS, media=(a, b))
    if _own_edition(words, a, b):
        return Speech(a, b, v, v + 1, n, Manner.SAYS, own=True)
    source = _of_account(words, a, b)
    if source is not None:
        a, b = source
    if 1 < b - a < 5 and words[b - 1] in _PRONOUNS and words[b - 2] in ("later", "earlier", "then", "afterwards", "before", "after"):
        a = b - 1  # "Hours later it published"
    if not any(word[0].isalpha() for word in words[a:b]):
        return None  # a bare number speaks for nobody
    pronoun = b - a == 1 and words[a] in _PRONOUNS
    own = (words[a] in _OWN and raw[a] != "US") or (words[b - 1] in ("we", "i") and raw[b - 1] != "US") or (words[a] in ("this", "our") and words[b - 1] in ("newspaper", "agency", "office", "network", "reporter", "correspondent", "team"))
    media = _told(tokens, v)
    manner = Manner.CLAIMS if word in _CLAIM_VERBS else Manner.DENIES if word in _DENY_VERBS else Manner.SAYS
    ends = v + 1
    while ends < n and ((words[ends] in _AUX) or (_is_date_like(words[ends]) and (words[ends] != "on" or _is_day(words, ends + 1)))):
        ends += 1
    if media is not None and (word in _TELLING):
        ends = max(ends, media[1])
    after = words[ends] if ends < n else "."
    trailing = (after in (".", ",", ";", "!", "?") or (after in ("of", "about") and a > 1 and words[a - 1] in _QUOTES and words[a - 2] == ",")) and (a == 0 or words[a - 1] in (",", '"', "”", "“", "—", "–", "-") or _TITLE_CASE.match(raw[a]) is not None) and (a > 0)
    if word in _TELLING and v + 1 < n and words[v + 1] in _NOT_MEDIA:
        tail = v + 2
        while tail < n and words[tail] not in _BREAK and words[tail] not in ("that", "."):
            tail += 1
        after = words[tail] if tail < n else "."
        trailing = a > 0 and after in (".", ",", ";") and words[a - 1] in (",", '"', "”")
    elif a > 0 and words[a - 1] in (",", '"', "”", "'", "’") and not trailing:
        trailing = _tail(words, ends) is not None
    return Speech(a, b, v, 0, 0, manner, pronoun=pronoun, own=own, media=media, trailing=trailing)


def _cited_within(words: list[str], v: int) -> tuple[int, int] | None:
    """Return whom the words between commas before a verb name: "State radio, citing the ministry, said"."""
    if v < 4 or words[v - 1] != ",":
        return None
    for k in range(v - 2, max(0, v - 14), -1):
        if words[k] in ("citing", "quoting") and words[k - 1] == ",":
            return k + 1, v - 1
        if words[k] in (",", ".", ";"):
            return None
    return None


_EDITIONS = frozenset("bulletin edition version release update entry article story note briefing".split())


def _own_edition(words: list[str], a: int, b: int) -> bool:
    """Tell the outlet's own earlier words: "Thursday's bulletin", "Release 15/2018", "an earlier version"."""
    if words[b - 1] in _EDITIONS:
        return b - a > 1 and (words[b - 2].removesuffix("'s") in _DAYS or words[b - 2] in ("earlier", "first", "previous", "original", "our", "morning", "last"))
    return words[a] in _EDITIONS and b - a > 1 and words[a + 1][0].isdigit()


_ACCOUNTS = frozenset("alert account report message call word news count list tally post".split())


def _of_account(words: list[str], a: int, b: int) -> tuple[int, int] | None:
    """Return whose account it is that speaks: "the first alert, from a local radio station, mentioned"."""
    for k in range(a + 1, min(len(words) - 1, b + 2)):
        if words[k] in ("from", "by") and _ACCOUNTS & set(words[max(0, a - 4) : k]):
            end = k + 1
            while end < len(words) and end < k + 8 and words[end] not in _BREAK and words[end] not in SAY_WORDS and words[end] != ".":
                end += 1
            return (k + 1, end) if end > k + 1 else None
    return None


_PICTURES = frozenset("video videos footage images image photos photographs pictures records data".split())
_OWN_RECORDS = frozenset("ledger register list lists tally count log book books database figures records file files paper map".split())


def _own_record(words: list[str], v: int) -> int | None:
    """Return the token of whose record speaks: "Its own ledger shows 214 killed"."""
    for k in range(v - 2, max(-1, v - 5), -1):
        if words[k] in ("its", "their", "his", "her") and words[v - 1] in _OWN_RECORDS and (k == 0 or words[k - 1] in _BREAK):
            return k
    return None


_BE_FORMS = frozenset("is was were are been be being to".split())


def _opening_subject(tokens: Tokens, v: int) -> tuple[int, int] | None:
    """Return the subject a sentence opens with: who is "asserting" after a comma."""
    words = tokens.words
    for k in range(1, min(v, 18)):
        if LEX.get(words[k], "") in ("a", "s", "V", "R", "k", "d") and not _TITLE_CASE.match(tokens.raw[k]):
            start = 0
            while start < k and words[start] in _LEADING:
                start += 1
            return (start, k) if start < k else None
    return None


def _claims_lives(words: list[str], v: int) -> bool:
    """Tell "claimed 28 lives" from a claim that someone makes."""
    return bool({"lives", "life", "responsibility"} & set(words[v + 1 : v + 6]))


def _figure_follows(words: list[str], chunks: Chunks, v: int) -> bool:
    """Tell "put the toll at 41" from any other putting and giving."""
    for at, span in enumerate(chunks.spans):
        if span[0] > v:
            if words[v + 1 : v + 2] in (["it"], ["that"], ["them"]) or {"dead", "killed", "wounded"} & set(words[v + 1 : v + 4]):
                return bool({"m", "n"} & set(chunks.tags[at : at + 8]))
            return "t" in chunks.tags[at : at + 4] or "m" in chunks.tags[at : at + 2] or "losses" in words[v + 1 : v + 5]
    return False


def _tail(words: list[str], i: int) -> int | None:
    """Return where a short tail after the verb ends ("said in a statement on Friday."), None where words follow."""
    n = len(words)
    j = i
    if j < n and words[j] in ("in", "on", "at", "by", "to", "during", "from", "after", "told", "late", "early", "via", "without", "speaking", "through"):
        while j < n and j < i + 14 and words[j] not in _BREAK and words[j] not in (".", "that"):
            if words[j] in ("was", "were", "had", "killed", "died") :
                return None
            j += 1
        if j >= n or words[j] in (".", ",", ";", '"', "“", "”", "!", ")"):
            return j
    return None


def _is_day(words: list[str], i: int) -> bool:
    return i < len(words) and (words[i] in _DAYS or words[i] in _MONTHS or words[i][0].isdigit() or words[i] in ("late", "early"))


def _is_date_like(word: str) -> bool:
    return word in _DAYS or word in ("on", "late", "early", "night", "evening", "morning")


_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday yesterday today".split())


def _subject(tokens: Tokens, v: int) -> tuple[int, int, bool] | None:
    """Return the tokens of the speaker before a verb: its name, or the noun it is."""
    words, raw = tokens.words, tokens.raw
    if v > 1 and words[v - 1] == "who":
        relative = _noun_before(tokens, v - 1)
        return (*relative, False) if relative is not None else None
    j = v - 1
    if v > 2 and words[j] == "to" and words[j - 1] in ("likes", "liked", "used", "continues", "went"):
        j -= 2
    while j >= 0 and (words[j] in _AUX or _is_date_like(words[j]) or (words[j].endswith("ly") and len(words[j]) > 4) or words[j] in ("and", "never")):
        if words[j] == "and":
            prior = _coordinated(tokens, j)
            if prior is not None:
                return prior
        j -= 1
    if j < 0:
        return None
    if words[j] in _HARMED and (treated := _treating(tokens, j)) is not None:
        return (*treated, False)
    apposed: tuple[int, int] | None = None
    if words[j] == ",":
        k = _np_left(tokens, j)
        if k is None:
            return None
        if k > 0 and words[k - 1] == ",":
            apposed = (k, j)
            j = k - 1
            back = k
        else:
            back = j - 12
            k2 = _comma_back(words, j - 1, max(0, back))
            if k2 is None or k2 == 0:
                return (k, j, True) if _speaker_like(tokens, k, j) else None
            apposed = (k2 + 1, j)
            j = k2
    elif words[j] == ")":
        while j > 0 and words[j] != "(":
            j -= 1
    end = j if words[j] in (",", "(") else j + 1
    start = _np_left(tokens, end)
    if start is None or start >= end:
        return (*apposed, True) if apposed is not None else None
    if apposed is not None and words[apposed[0]].isdigit():
        apposed = None
    if apposed is not None and words[apposed[0]] in ("which", "who", "whose", "where"):
        apposed = None
    if apposed is not None and _named(raw, *apposed) and not _named(raw, start, end):
        return (*apposed, True)
    if apposed is not None and end - start == 1 and words[start] in ("it", "he", "she", "they"):
        return (*apposed, True)
    return start, end, apposed is not None


_HARMED = frozenset("injured wounded killed dead dying".split())


def _treating(tokens: Tokens, j: int) -> tuple[int, int] | None:
    """Return the subject whose relative clause ends with people harmed: "a doctor who received the injured"."""
    words = tokens.words
    for k in range(j - 1, max(0, j - 8), -1):
        if words[k] in _BREAK or words[k] == ".":
            return None
        if words[k] == "who":
            noun = _noun_before(tokens, k)
            return (noun[0], j + 1) if noun is not None else None
    return None


def opening(tokens: Tokens) -> tuple[int, int] | None:
    """Return the tokens of the person or body that a sentence opens with: "The director, Doctor Osman Yare, took us in"."""
    words, raw = tokens.words, tokens.raw
    n = len(words)
    i = 0
    while i < n and (words[i] in _QUOTES or words[i] in _LEADING):
        i += 1
    start = i
    for k in range(i, min(n, i + 5)):
        word = words[k]
        if word in _BREAK or word in _NP_STOP or word in _LINKERS - {"of"}:
            break
        if words[k + 1 : k + 2] == ["'"]:
            continue  # "A farmers' league"
        if word in NOUNS or word in _LABEL_NOUNS or word in _PERSONAL:
            if k + 2 < n and words[k + 1] == "," and _TITLE_CASE.match(raw[k + 2]):
                end = k + 2
                while end < n and end < k + 7 and (_TITLE_CASE.match(raw[end]) or words[end] in _TITLES or (words[end] == "." and words[end - 1] in _TITLES)):
                    end += 1
                if end < n and words[end] == ",":
                    return k + 2, end
            end = k + 1
            while end < n and end < k + 4 and _TITLE_CASE.match(raw[end]):
                end += 1
            return start, end
    end = i
    while end < n and end < i + 4 and _TITLE_CASE.match(raw[end]) and words[end] not in NOT_NAMES:
        end += 1
    return (i, end) if end - i >= 2 else None


_REACHED = frozenset("who reached contacted interviewed speaking quoted that".split())


def _whole_subject(tokens: Tokens, a: int) -> tuple[int, int] | None:
    """Return the subject before a relative clause: "Elders who carried the bodies to the gate said"."""
    words = tokens.words
    if a == 0 or words[a] in _PRONOUNS or words[a - 1] in _BREAK or words[a - 1] in (".", "and", "but", "while", "that", "when", "as"):
        return None
    for k in range(a - 1, max(0, a - 16), -1):
        if words[k] in _BREAK or words[k] == ".":
            return None
        if words[k] in _REACHED and words[k - 1] in ("who", "that"):
            continue
        if k > 0 and (words[k] in _REACHED or (words[k].endswith("ing") and (words[k - 1] in NOUNS or words[k - 1] in _ORG_NOUNS))):
            start = _np_left(tokens, k)
            if start is not None and start < k and words[k - 1] not in ("said", "says"):
                end = a
                while end < len(words) and end < a + 8 and words[end] not in _AUX and words[end] not in SAY_WORDS and words[end] not in _BREAK:
                    end += 1
                return start, end
            return None
    return None


def _comma_back(words: list[str], j: int, limit: int) -> int | None:
    while j > limit:
        if words[j] == ",":
            return j
        if words[j] in (";", '"', "”", "“", ":", "."):
            return None
        j -= 1
    return None


def _coordinated(tokens: Tokens, j: int) -> tuple[int, int, bool] | None:
    """Return the subject of a first verb for a second: "X denied it and accused Y"."""
    words = tokens.words
    for k in range(j - 1, max(-1, j - 16), -1):
        if words[k] in SAY_WORDS and k > 0:
            return _subject(tokens, k)
        if words[k] in (";", ":", "."):
            return None
    return None


_ARTICLES = frozenset("the a an its his her their our my".split())


def _named(raw: list[str], a: int, b: int) -> bool:
    return any(_TITLE_CASE.match(piece) for piece in raw[a:b] if len(piece) > 1 and piece.lower() not in _ARTICLES)


def _speaker_like(tokens: Tokens, a: int, b: int) -> bool:
    return _named(tokens.raw, a, b) or bool(NOUNS & set(tokens.words[a:b]))


_NP_STOP = frozenset(
    "said says is are was were be been being killed died wounded injured to by that if when where while because but although since until than told and or so yet do does did not "
    "would will could may might can should what how why as which who whom whose like reached".split()
)


def _np_left(tokens: Tokens, end: int) -> int | None:
    """Return where the noun phrase that ends before token ``end`` starts, None where there is none."""
    words, raw = tokens.words, tokens.raw
    j = end - 1
    if j < 0:
        return None
    steps = 0
    while j >= 0 and steps < 12:
        w = words[j]
        if w in _BREAK or (w in _NP_STOP and not (w == "and" and _joins_names(tokens, j))) or (w in SAY_WORDS and w not in _SAY_NOUNS and not _TITLE_CASE.match(raw[j])):
            break
        if w == "-" and j and words[j - 1][:1].isdigit():
            break  # "TIKRIT, 8 May 2018 - Police said": a dateline stands before
        if (w == "." and not (j and words[j - 1] in _TITLES)) or w == "…":
            break
        if w in ("in", "on", "at", "from", "with", "near", "for", "after", "inside", "during", "before", "into", "who", "about", "against", "over") and steps:
            inner = j - 1
            someone = w == "from" and inner > 0 and words[inner - 1] in _DETERMINERS  # "a schoolteacher from X"
            if inner < 0 or not (words[inner] in NOUNS or _TITLE_CASE.match(raw[inner]) or words[inner] in _ORG_NOUNS or someone):
                break
            if w in ("after", "during", "before", "into", "over", "about"):
                break
        if w in _DETERMINERS and j and words[j - 1] not in _LINKERS:
            j -= 1
            break
        j -= 1
        steps += 1
    start = j + 1
    while start < end and (words[start] in _LEADING or (words[start][0].isdigit() and _CLOCK.fullmatch(words[start]) is not None)):
        start += 1
    if start + 1 < end and words[start][0].isdigit() and words[start + 1] in ("/", ".", ")"):
        start += 2
    if start < end and words[start][0].isdigit() and words[start + 1 : start + 2] and words[start + 1] in _MONTHS and start + 2 < end:
        start += 2
    if start >= end:
        return None
    return start


_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?::\d\d)?h?")
_DETERMINERS = frozenset("the a an his her its their our my this another one some several two three four five six seven eight".split())
_LINKERS = frozenset("of for at in on to from with near by inside and".split())
_LEADING = frozenset("that then but also in on at of from with for near later today yesterday meanwhile and earlier now however".split()) | _DAYS
_MONTHS = frozenset("january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec".split())


_SAY_NOUNS = frozenset("state states report reports claim claims estimate count counts lists names post".split())
_TITLES = frozenset("maj gen col dr mr mrs ms brig lt capt sgt st prof rev gov sen".split())
_ORG_NOUNS = frozenset(
    "ministry hospital office committee agency network group team league commission observatory department service centre center spokesman spokeswoman spokesperson chief head director "
    "source sources authorities police army military government coalition workers statement clinic command council administration station council page pages doctors medics directorate bureau brigade association institute union authority corps board municipality chamber court tribunal prosecutors syndicate federation secretariat".split()
)


def _joins_names(tokens: Tokens, j: int) -> bool:
    """Tell whether "and" at ``j`` joins two speakers ("rescue workers and residents")."""
    words, raw = tokens.words, tokens.raw
    if j == 0 or j + 1 >= len(words):
        return False
    left, right = words[j - 1], words[j + 1]
    people = left in NOUNS or left in _ORG_NOUNS or bool(_TITLE_CASE.match(raw[j - 1]))
    return people and (right in NOUNS or right in _ORG_NOUNS or right in ("a", "an", "the", "rescue", "local", "medical") or bool(_TITLE_CASE.match(raw[j + 1])))


def _inverted(tokens: Tokens, v: int) -> Speech | None:
    """Return "…," said Haji Karim: the verb after a quotation or comma, the speaker behind it."""
    words, raw = tokens.words, tokens.raw
    n = len(words)
    if v + 1 >= n or not v or words[v - 1] not in (",", '"', "”", "?", "!", "’", "'") or words[v] not in _INVERTS:
        return None
    j = v + 1
    first = words[j]
    if not _QUOTES & set(words[max(0, v - 3) : v]) and (
        (words[:v].count(",") > 1 and not _name_alone(tokens, j) and not _ends_there(tokens, j)) or (first in ("his", "her", "its", "their", "one", "another") and not _ends_there(tokens, j))
    ):
        return None
    if not (_TITLE_CASE.match(raw[j]) or first in ("a", "an", "the", "one", "his", "her", "its", "their", "another", "residents", "local") or first in NOUNS or first in _ORG_NOUNS):
        return None
    if first in ("that", "it") or first in _DAYS:
        return None
    end = j
    while end < n and end < j + 10 and words[end] not in _BREAK and not (words[end] == "." and words[end - 1] not in _TITLES) and words[end] not in ("who", "that", "when", "as", "while", "by", "on", "in", "after", "at", "told"):
        end += 1
    called = _asked_to_be_called(words, end)
    if called is not None:
        end = called
    elif end + 1 < n and words[end] == "," and not _named(raw, j, end) and _TITLE_CASE.match(raw[end + 1]) and words[end + 1] not in NOT_NAMES:
        name = end + 1  # "said the fire chief, Said Dirie"
        while name < n and name < end + 6 and _TITLE_CASE.match(raw[name]):
            name += 1
        if name > end + 1 and words[name : name + 1] in ([","], ["."], []):
            return Speech(end + 1, name, v, 0, 0, Manner.SAYS, trailing=True)
    return Speech(j, end, v, 0, 0, Manner.SAYS, trailing=True, pronoun=end - j == 1 and first in _PRONOUNS)


def _ends_there(tokens: Tokens, j: int) -> bool:
    """Tell whether the words behind a verb of speech are a speaker and no clause: they end at once, or go on with a name or "who"."""
    words, raw = tokens.words, tokens.raw
    end = j
    while end < len(words) and end < j + 9 and words[end] not in _BREAK and not (words[end] == "." and words[end - 1] not in _TITLES):
        if end > j and (LEX.get(words[end], "") in "akdisVR1" and LEX.get(words[end], "") and not _TITLE_CASE.match(raw[end])):
            return words[end] in ("who", "whose")
        if words[end] in ("who", "whose"):
            return True
        end += 1
    if words[end : end + 1] in ([], ["."], [";"]):
        return True
    return words[end] == "," and end + 1 < len(words) and (words[end + 1] in ("who", "which", "whose", "adding", "citing") or bool(_TITLE_CASE.match(raw[end + 1])))


def _name_alone(tokens: Tokens, j: int) -> bool:
    """Tell whether a name of two words and then a comma or the end stand there: "…, up from 17, said Una Fell."."""
    end = j
    while end < len(tokens.raw) and end - j < 4 and _TITLE_CASE.match(tokens.raw[end]) is not None:
        end += 1
    return end - j >= 2 and tokens.words[end : end + 1] in ([","], ["."])


def _asked_to_be_called(words: list[str], i: int) -> int | None:
    """Return the token after the name that a speaker goes by: "a man of 45 who asked to be called Boura"."""
    for t in range(i, min(len(words), i + 9)):
        if words[t] in ("called", "named", "identified") and words[t - 1] in ("be", "is", "only"):
            after = t + 1 + (words[t + 1 : t + 2] == ["as"])
            while after < len(words) and words[after] in ("only", "by"):
                after += 1
            return min(after + 1, len(words)) if words[t - 1] != "is" else None
        if words[t] in _BREAK or words[t] == ".":
            return None
    return None


_QUOTES = frozenset("\"“”")
_INVERTS = frozenset("said says added wrote recalled warned explained replied reads read insisted reported stated declared joked".split())


def _citing(tokens: Tokens, v: int) -> Speech | None:
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
        while end < n and end < told + 11 and words[end] not in _BREAK and words[end] != ".":
            end += 1
    carrier: tuple[int, int] | None = None
    for k in range(v - 1, max(-1, v - 12), -1):
        if words[k] in SAY_WORDS and words[k] not in ("citing",):
            subject = _subject(tokens, k)
            if subject is not None:
                carrier = subject[0], subject[1]
            break
    if carrier is None and v and words[v - 1] == ",":
        start = _np_left(tokens, v - 1)
        if start is not None:
            carrier = start, v - 1
    return Speech(first, end, v, 0, 0, Manner.CARRIES, media=carrier, trailing=True)


def _according(tokens: Tokens, span: tuple[int, int]) -> Speech | None:
    words = tokens.words
    n = len(words)
    a = span[1]
    end = a
    while end < n and end < a + 14 and words[end] not in (".", ",", ";", ":", '"', "“", "who", "that", "which", "while", "as", "read", "made", "but", "seen"):
        end += 1
    if end == a:
        return None
    own = words[a] in _OWN and tokens.raw[a] != "US"
    return Speech(a, end, span[0], 0, 0, Manner.SAYS, own=own, trailing=span[0] > 0, pronoun=end - a == 1 and words[a] in ("him", "her", "them"))


_LABEL_NOUNS = _ORG_NOUNS | frozenset("mayor governor company minister president ministry army reporter presenter newsreader witness resident doctor nurse official officials mp coroner".split())


#: Lines of a dialogue that are the outlet's own: who asks, and its reporters.
_ASKERS = frozenset("host presenter newsreader anchor interviewer moderator reporter correspondent question q narrator studio announcer editor update breaking urgent note photo photos video watch caption image images picture pictures live graphic map audio file correction read listen".split())


_NOTES = frozenset("update latest news report message word figures statement numbers note reports count toll tally figure alert bulletin".split())
_NOTE_LINKS = frozenset(("from", "by"))


def _label(tokens: Tokens, colon: int) -> Speech | None:
    """Return "Regional governor: 27 dead": a speaker named before a colon."""
    words, raw = tokens.words, tokens.raw
    start = 0
    if words and words[0][0].isdigit():
        start = 1
        if len(words) > 1 and words[1] in (".", "/", ")"):
            start = 2
    piece = words[start:colon]
    link = next((k for k in range(1, min(len(piece) - 1, 5)) if piece[k] in _NOTE_LINKS), None)
    if link is not None and not _NOTES.isdisjoint(piece[:link]):
        named = start + link + 1
        name = words[named:colon]
        bodily = bool((_LABEL_NOUNS | _MEDIA_WORDS | _FINDS) & set(name)) or voice(" ".join(name)) is not VoiceKind.PEOPLE
        return Speech(named, colon, colon, 0, 0, Manner.SAYS) if bodily and len(name) < 7 else None
    raised = next((k for k, word in enumerate(piece) if word in _RAISES), None)
    if raised:  # "The health directorate raises its figures: six dead"
        return Speech(start, start + raised, colon, 0, 0, Manner.SAYS)
    if not piece or len(piece) > 6 or not _TITLE_CASE.match(raw[start]):
        return None
    if all(word.isupper() for word in raw[start:colon] if word.isalpha()) and len(piece[0]) > 1 and not {"mp"} & set(piece):
        return Speech(start, colon, colon, 0, 0, Manner.SAYS, own=len(piece) > 2 or bool(_ASKERS & set(piece)))
    if not _LABEL_NOUNS & set(piece) or any(LEX.get(word, "") in ("V", "a", "k", "i", "s") and word not in _SAY_NOUNS for word in piece[1:]):
        return None
    return Speech(start, colon, colon, 0, 0, Manner.SAYS)


_ON_AIR_VERBS = frozenset("said says wrote announced posted claimed reported".split())
_ON_AIR = frozenset("telegram whatsapp facebook twitter x instagram radio television tv".split())


def _told(tokens: Tokens, v: int) -> tuple[int, int] | None:
    """Return the outlet that was told: "told Reuters", "told state radio"."""
    words, raw = tokens.words, tokens.raw
    n = len(words)
    if words[v] in _ON_AIR_VERBS and v + 2 < n and words[v + 1] == "on":
        j = v + 2
        while j < n and words[j] in ("the", "state", "local", "national", "its", "their", "his", "her"):
            j += 1
        if j < n and words[j] in _ON_AIR:
            return v + 2 if words[v + 2] not in ("the", "its", "their", "his", "her") else v + 3, j + 1
    if words[v] not in _TELLING:
        return None
    j = v + 1
    if j >= n or words[j] in _NOT_MEDIA - {"the"}:
        return None
    end = j
    while end < n and end < j + 6 and (raw[end][:1].isupper() or words[end] in _MEDIA_WORDS or words[end] in ("the", "'s", "local", "agency", "news")):
        end += 1
    if end == j or not (_MEDIA_WORDS & {w.removesuffix("'s") for w in words[j:end]} or raw[j].isupper() or raw[j][:1].isupper()):
        return None
    return (j + 1 if words[j] == "the" else j), end


def _noun_before(tokens: Tokens, who: int) -> tuple[int, int] | None:
    end = who
    if end and tokens.words[end - 1] == ",":
        end -= 1
    start = _np_left(tokens, end)
    return (start, end) if start is not None and start < end else None


def _scoped(found: list[Speech], words: list[str]) -> list[Speech]:
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
                if not prior.trailing:
                    cut = _cut(words, prior.scope_start, left)
                    floor = left if cut is None else cut
            for t in range(left - 1, floor, -1):
                if words[t] == ";" and not (len(found) == 1 and words[speech.verb] == "according"):
                    floor = t
                    break
            ends = left
            ended = _tail(words, right) if k + 1 == len(found) else None
            if ended is not None and ended < n and words[ended] == ";":
                ends = n  # "…, the administration said on Telegram; fifteen more were cut"
            if (k + 1 == len(found) and (_goes_on(words, right) or (right < n and words[right] in (",", ";") and words[right - 1] not in _BREAK))) or (k + 1 == len(found) and speech.np_start > speech.verb and right < n and words[right] == ","):
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
        if words[t] in _BREAK or words[t] == ".":
            return words[t] == "," and words[t + 1 : t + 2] == ["and"]
    return False


_CONFIRMS = frozenset("confirmed confirms acknowledged acknowledges admitted admits".split())


def _cut(words: list[str], a: int, b: int) -> int | None:
    """Return where a new main clause starts between two attributions, None where none does."""
    for t in range(b - 1, a, -1):
        if words[t] in (";",) or (words[t] in ("while", "but", "whereas", "where") and words[t - 1] == ","):
            return t
    return None


_VOICES: tuple[tuple[VoiceKind, frozenset[str]], ...] = (
    (VoiceKind.HEARSAY, frozenset("reports rumours rumors rumour accounts unconfirmed".split())),
    (VoiceKind.CIVIL_DEFENCE, frozenset("civil-defence defence_ helmets".split())),
    (VoiceKind.MONITOR, frozenset("observatory monitor monitors monitoring airwars watchdog committee network league rights watch un nations commission ngo archive activists group charity partners".split())),
    (VoiceKind.HEALTH, frozenset("hospital clinic health morgue forensic".split())),
    (VoiceKind.MILITARY, frozenset("force defence defense idf navy marines general staff army military coalition forces centcom command pentagon militia rebels separatists houthis sdf taliban al-shabaab isis hamas rsf guerrillas insurgents air-force navy brigade troops command joint militants".split())),
    (VoiceKind.GOVERNMENT, frozenset("government ministry minister president authorities prosecutor office administration governor mayor kremlin embassy junta police parliament council moscow kyiv".split())),
    (VoiceKind.MEDIA, frozenset("reuters afp ap bbc cnn agency newspaper tv television radio channel station pages page outlets media outlet".split())),
)  # fmt: skip
_PERSONAL = frozenset(
    "resident residents witness witnesses eyewitness eyewitnesses survivor survivors relative relatives neighbour neighbours neighbor neighbors doctor doctors medic medics nurse villager villagers "
    "worker workers volunteers volunteer official officials officer rescuer rescuers elders elder teacher farmer man woman people locals paramedic paramedics source sources mother father cousin "
    "aunt uncle shopkeeper trader driver priest survivors everyone".split()
)


@lru_cache(maxsize=65_536)
def voice(name: str) -> VoiceKind:
    """Return what sort of voice a speaker is, from the words that name it.

    >>> voice("the health ministry").value, voice("residents").value
    ('health', 'people')
    """
    words = {piece.strip(".,'’").removesuffix("'s").removesuffix("’s") for piece in re.split(r"[\s/]+", name.lower())}
    if {"civil", "defence"} <= words or {"civil", "defense"} <= words or "helmets" in words or {"emergency", "service"} <= words or {"red", "crescent"} <= words:
        return VoiceKind.CIVIL_DEFENCE
    if words & _PERSONAL and not words & {"spokesman", "spokeswoman", "spokesperson", "ministry", "reports"}:
        return VoiceKind.PEOPLE
    for kind, markers in _VOICES:
        if words & markers:
            return kind
    return VoiceKind.PEOPLE
