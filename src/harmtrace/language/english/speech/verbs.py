"""The attribution that an English verb of speech makes, with the speaker before it."""

from harmtrace.language.english.chunks import Chunks
from harmtrace.language.english.speech.inversion import speech_behind
from harmtrace.language.english.speech.noun_phrases import noun_before
from harmtrace.language.english.speech.records import Speech
from harmtrace.language.english.speech.scopes import tail_end
from harmtrace.language.english.speech.sources import cited_between, citing, of_account, outlet_told
from harmtrace.language.english.speech.subjects import opening_subject, subject_of, whole_subject
from harmtrace.language.english.speech.words import (
    AUX,
    BREAK,
    CLAIM_VERBS,
    DAYS,
    DENY_VERBS,
    NOT_MEDIA,
    OWN,
    PRONOUNS,
    QUOTES,
    TELLING,
    TITLE_CASE,
    is_date_like,
    is_day,
)
from harmtrace.language.english.words import NUMBER_WORDS
from harmtrace.language.grammar import Manner
from harmtrace.language.tokens import Tokens

_NEVER_SPEAK = frozenset(
    "inquiry investigation assessment report reports figures figure numbers number accounts account toll count statements which that who there this these those nobody one rumour rumours incident incidents".split()
)


def verb_speech(tokens: Tokens, v: int, chunks: Chunks) -> Speech | None:
    """Return the attribution of a speech verb at token ``v``, its scope still open."""
    words = tokens.words
    word = words[v]
    if word == "saying" and v > 3 and words[v - 1] == "as" and words[v - 2] == "quoted":
        quoted = subject_of(tokens, v - 3)
        if quoted is None:
            return None
        before = words[quoted[0] - 1] if quoted[0] else ""
        return Speech(quoted[0], quoted[1], v, 0, 0, Manner.SAYS, trailing=before in (",", '"', "”"))
    if word in ("show", "shows", "showed", "names", "lists", "gives") and (owned := _own_record(words, v)) is not None:
        return Speech(owned, owned + 1, v, 0, 0, Manner.SAYS, pronoun=True)
    if _tells_nothing(tokens, v, chunks):
        return None
    if word in ("citing", "quoting", "cited") or (word == "quoted" and v and words[v - 1] == "who"):
        return citing(tokens, v)
    if word.endswith("ing") and v > 1 and (words[v - 1] == "," or (words[v - 2] == "," and words[v - 1].endswith("ly"))):
        return _participle(tokens, v)
    inverted = speech_behind(tokens, v)
    if inverted is not None:
        return inverted
    speaker = _speaker(tokens, v)
    return None if speaker is None else _said_by(tokens, v, *speaker)


_NO_SPEAKERS = frozenset("let only just not never please nor".split())


def _said_by(tokens: Tokens, v: int, a: int, b: int) -> Speech | None:
    """Return the attribution whose verb stands at ``v`` behind the speaker at ``a`` to ``b``."""
    words, raw = tokens.words, tokens.raw
    word = words[v]
    cited = cited_between(words, v)
    if cited is not None and cited[0] > b:
        return Speech(*cited, v, 0, 0, Manner.CLAIMS if word in CLAIM_VERBS else Manner.SAYS, media=(a, b))
    if _own_edition(words, a, b):
        return Speech(a, b, v, v + 1, len(words), Manner.SAYS, own=True)
    source = of_account(words, a, b)
    if source is not None:
        a, b = source
    if 1 < b - a < 8 and words[b - 1] in PRONOUNS:
        if any(word.endswith("'s") for word in words[a : b - 1]):
            b -= 1  # "in the Forum's paper it said"
        else:
            a = b - 1  # "Hours later it published", "By the next morning it had raised"
    while b - a > 1 and words[b - 1] in ("with", "of", "in", "at", "to", "for"):
        b -= 1
    if words[a] in _NO_SPEAKERS:
        return None  # "let me read it", "I can only tell you"
    if not any(word[0].isalpha() for word in words[a:b]):
        return None  # a bare number speaks for nobody
    pronoun = b - a == 1 and words[a] in PRONOUNS
    own = (words[a] in OWN and raw[a] != "US") or (words[b - 1] in ("we", "i") and raw[b - 1] != "US") or (words[a] in ("this", "our") and words[b - 1] in ("newspaper", "agency", "office", "network", "reporter", "correspondent", "team"))
    media = outlet_told(tokens, v)
    return Speech(a, b, v, 0, 0, _manner(word), pronoun=pronoun, own=own, media=media, trailing=_trails(tokens, v, a, media))


def _manner(word: str) -> Manner:
    return Manner.CLAIMS if word in CLAIM_VERBS else Manner.DENIES if word in DENY_VERBS else Manner.SAYS


def _tells_nothing(tokens: Tokens, v: int, chunks: Chunks) -> bool:
    """Tell a word that looks like a verb of speech and is none: "was told", "the claim", "two states"."""
    words, raw = tokens.words, tokens.raw
    word = words[v]
    n = len(words)
    if v and words[v - 1] in BE_FORMS and word.endswith(("ed", "id", "wn", "rd", "en", "ut", "nd", "ad")):
        return True
    if word in ("names", "lists", "reports", "claims", "counts", "posts") and v and (words[v - 1][0].isdigit() or words[v - 1] in NUMBER_WORDS):
        return True  # "17 names of dead"
    if word in ("remembers", "remember") and words[v + 1 : v + 2] != ["that"] and any(TITLE_CASE.match(one) for one in raw[v + 1 : v + 3]):
        return True  # "The choir remembers alto Nena Bruss"
    if word == "reports" and v and words[v - 1] == "," and words[v + 1 : v + 2] == ["of"] and words[0] in ("in", "at", "near", "from", "on"):
        return True  # "In X, reports of the execution of six"
    if word in ("reports", "report") and v + 1 < n and words[v + 1] in ("that", "of", "by", "from") and not (v and (TITLE_CASE.match(raw[v - 1]) or words[v - 1] == ",")):
        return True
    if word in ("named", "identified") and v + 1 < n and TITLE_CASE.match(raw[v + 1]) and words[v + 1] not in ("the", "a", "an"):
        return True  # "a cook named Maryan"
    if word in ("alleged", "said", "reported", "known") and words[v + 1 : v + 2] == ["to"] and words[v + 2 : v + 3] and words[v + 2] in ("show", "have", "be", "number", "depict", "include"):
        return True  # "a photo said to show nine bodies"
    if word in ("show", "shows", "showed", "shown") and not _PICTURES & set(words[max(0, v - 10) : v]):
        return True
    if word in ("state", "states") and words[v + 1 : v + 2] != ["that"]:
        return True  # "Benue and Kaduna states in the first three months"
    if word in ("claimed", "claims", "claim", "claiming") and _claims_lives(words, v):
        return True
    if word in _ANSWERS and words[v + 1 : v + 2] and words[v + 1] not in _ANSWERED:
        return True  # "its guns answered fire with fire"
    if word in ("put", "puts", "gave", "give", "gives", "given") and not _figure_follows(words, chunks, v):
        return True
    if word in ("alleged", "report", "reports", "estimate", "claim", "claims", "blame", "post", "read", "saying", "counts", "found", "names", "named", "list", "lists", "lays", "stated"):
        before = words[v - 1] if v else ""
        if before in _WHICH_REPORT and v > 1 and words[v - 2] in ("a", "an", "the", "its", "their", "that", "this", "his", "her", "one", "another"):
            return True  # "A first report spoke of two dead"
        if before in ("the", "a", "an", "of", "no", "that", "their", "its", "such", "these", "those", "any", "to", "as", "his", "her", "initial", "unconfirmed", "immediate", "monthly", "media", "news", "military", "press") or not v:
            return True
    return False


_WHICH_REPORT = frozenset("first second third early earlier initial later latest new final preliminary previous single official full written brief recent".split())
_ANSWERS = frozenset("answered replied".split())
_ANSWERED = frozenset("that : , . ; \" “ ” us me reporters journalists by on in".split())


def _participle(tokens: Tokens, v: int) -> Speech | None:
    """Return the attribution of a participle behind a comma: "The office rejected it, asserting ...", said of the subject."""
    words = tokens.words
    opening = opening_subject(tokens, v)
    if opening is None:
        return None
    pronoun = opening[1] - opening[0] == 1 and words[opening[0]] in PRONOUNS
    return Speech(opening[0], opening[1], v, 0, 0, _manner(words[v]), pronoun=pronoun)


def _speaker(tokens: Tokens, v: int) -> tuple[int, int] | None:
    """Return the speaker before a verb, with its relative clause left out; None where what stands there cannot speak."""
    words = tokens.words
    subject = subject_of(tokens, v)
    if subject is None:
        return None
    a, b, _ = subject
    further = whole_subject(tokens, a)
    if further is not None:
        a, b = further
    head = words[b - 1] if b > a else ""
    if head in _NEVER_SPEAK or words[a] in ("which", "who", "that", "there"):
        if words[a] == "who" and a >= 1:
            relative = noun_before(tokens, a)
            if relative is None:
                return None
            a, b = relative
        else:
            return None
    return a, b


def _trails(tokens: Tokens, v: int, a: int, media: tuple[int, int] | None) -> bool:
    """Tell whether what is said stands before its speaker at ``a``: "…, the mayor said on Sunday."."""
    words, raw = tokens.words, tokens.raw
    word = words[v]
    n = len(words)
    ends = v + 1
    while ends < n and ((words[ends] in AUX) or (is_date_like(words[ends]) and (words[ends] != "on" or is_day(words, ends + 1)))):
        ends += 1
    if media is not None and (word in TELLING):
        ends = max(ends, media[1])
    after = words[ends] if ends < n else "."
    trailing = (after in (".", ",", ";", "!", "?") or (after in ("of", "about") and a > 1 and words[a - 1] in QUOTES and words[a - 2] == ",")) and (a == 0 or words[a - 1] in (",", '"', "”", "“", "—", "–", "-") or TITLE_CASE.match(raw[a]) is not None) and (a > 0)
    if word in TELLING and v + 1 < n and words[v + 1] in NOT_MEDIA:
        tail = v + 2
        while tail < n and words[tail] not in BREAK and words[tail] not in ("that", "."):
            tail += 1
        after = words[tail] if tail < n else "."
        trailing = a > 0 and after in (".", ",", ";") and words[a - 1] in (",", '"', "”")
    elif a > 0 and words[a - 1] in (",", '"', "”", "'", "’") and not trailing:
        trailing = tail_end(words, ends) is not None
    return trailing


_EDITIONS = frozenset("bulletin edition version release update entry article story note briefing".split())


def _own_edition(words: list[str], a: int, b: int) -> bool:
    """Tell the outlet's own earlier words: "Thursday's bulletin", "Release 15/2018", "an earlier version"."""
    if words[b - 1] in ("item", "headline", "caption", "column", "graphic"):
        return True
    if words[b - 1] in _EDITIONS:
        return b - a > 1 and (words[b - 2].removesuffix("'s") in DAYS or words[b - 2] in ("earlier", "first", "previous", "original", "our", "morning", "last"))
    return words[a] in _EDITIONS and b - a > 1 and words[a + 1][0].isdigit()


_PICTURES = frozenset("video videos footage images image photos photographs pictures records data".split())
_OWN_RECORDS = frozenset("ledger register list lists tally count log book books database figures records file files paper map".split())


def _own_record(words: list[str], v: int) -> int | None:
    """Return the token of whose record speaks: "Its own ledger shows 214 killed"."""
    for k in range(v - 2, max(-1, v - 5), -1):
        if words[k] in ("its", "their", "his", "her") and words[v - 1] in _OWN_RECORDS and (k == 0 or words[k - 1] in BREAK):
            return k
    return None


BE_FORMS = frozenset("is was were are been be being to".split())


def _claims_lives(words: list[str], v: int) -> bool:
    """Tell "claimed 28 lives" from a claim that someone makes."""
    return bool({"lives", "life", "responsibility"} & set(words[v + 1 : v + 6]))


def _figure_follows(words: list[str], chunks: Chunks, v: int) -> bool:
    """Tell "put the toll at 41" from any other putting and giving."""
    for at, span in enumerate(chunks.spans):
        if span[0] > v:
            if words[v + 1 : v + 2] in (["it"], ["that"], ["them"]) or {"dead", "killed", "wounded", "deaths", "fatalities", "injured", "victims", "loss", "losses"} & set(words[v + 1 : v + 6]):
                return bool({"m", "n"} & set(chunks.tags[at : at + 8]))
            return "t" in chunks.tags[at : at + 4] or "m" in chunks.tags[at : at + 2] or "losses" in words[v + 1 : v + 5]
    return False
