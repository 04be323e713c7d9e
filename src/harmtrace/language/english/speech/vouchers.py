"""Who vouches where no verb of speech says so: "asserted by one page", "at the clinic they told me"."""

from harmtrace.language.english.speech.noun_phrases import phrase_start
from harmtrace.language.english.speech.records import Speech
from harmtrace.language.english.speech.words import BREAK, DAYS, LEADING, MONTHS, NP_STOP, ORG_NOUNS, TITLE_CASE
from harmtrace.language.english.words import NOUNS
from harmtrace.language.grammar import Manner
from harmtrace.language.tokens import Tokens

_ASSERTED = frozenset("asserted claimed reported spread circulated cited published alleged quoted posted advanced mentioned announced stated aired issued kept compiled recorded registered".split())
_JUDGED = frozenset(
    "message letter note communique bulletin announcement briefing assessment view finding findings estimate version position belief understanding line communiqué communique statement list register ledger roll tally account figure figures count total report release bulletin record records notebook "
    "diary book books database file files spreadsheet".split()
)
_JUDGES = frozenset("there spoke speaks is was has have had gives gave shows showed holds held lists listed names named says said : mentions mentioned puts put contains runs ran comes came reads read counts counted".split())
_TELLING = frozenset("told tell tells say said says counted count spoke speak reported report gave give put had have".split())
_COUNTING = frozenset("counts mentioned mentions believed believes remembers".split())
_THEY = frozenset("they people staff we".split())
_THERE = frozenset("in at on inside across".split())
_TALK = frozenset("talk rumours rumors word reports mention".split())
_CONDEMNED = frozenset("condemned deplored mourned lamented denounced decried regretted".split())  # "condemns": in a statement of its own
_WIDE = frozenset("mentioned mentions believed believes counts counted put puts gave gives has had have knows knew remembers remembered heard lists listed reckons reckoned recalls recalled thinks thought fears feared saw sees".split())
#: Words by one of which a sentence may say who vouches.
VOUCHING = _ASSERTED | _CONDEMNED | _TALK | _JUDGED | frozenset("told say says mentioned believed counts went".split())


def vouched(tokens: Tokens) -> Speech | None:
    """Return who vouches for the count of a sentence in which no verb of speech was understood."""
    words = tokens.words
    if VOUCHING.isdisjoint(words):
        return None
    for rule in (_judged, _condemned, _went_on, _who_mentioned):
        found = rule(tokens)
        if found is not None:
            return found
    return None


def named_beside(tokens: Tokens) -> Speech | None:
    """Return who vouches by words that outweigh any verb of the sentence: "asserted by one page", "at the clinic they told me"."""
    words = tokens.words
    for rule, needs in ((_by_what, "what"), (_asserted_by, "by"), (_told_there, "")):
        if not needs or needs in words:
            found = rule(tokens)
            if found is not None:
                return found
    return None


def _noun_phrase(tokens: Tokens, start: int, longest: int = 9) -> int:
    """Return the token after the noun phrase that starts there."""
    words = tokens.words
    end = start
    while end < len(words) and end < start + longest and words[end] not in BREAK and words[end] not in NP_STOP and not (end > start and words[end] in _COUNTING) and words[end] not in (".", ",", ";", "has", "have", "had", "in", "on", "last", "say", "claim", "report", "know", "tell"):
        end += 1
    return end


def _by_what(tokens: Tokens) -> Speech | None:
    """Return who says in "killed: 77, by what the authorities say"."""
    words = tokens.words
    for k in range(1, len(words) - 3):
        if words[k] in ("by", "from", "to", "on") and words[k + 1] == "what":
            end = _noun_phrase(tokens, k + 2)
            if end > k + 2 and words[end : end + 1] and words[end] in ("say", "says", "said", "claim", "claims", "report", "know", "tell", "told"):
                return Speech(k + 2, end, k, 0, 0, Manner.SAYS, trailing=True)
    return None


def _asserted_by(tokens: Tokens) -> Speech | None:
    """Return by whom in "a figure of 60, spread by an anonymous account, is not confirmed"."""
    words = tokens.words
    for k in range(2, len(words) - 2):
        if words[k] in _ASSERTED and words[k + 1] == "by" and words[k - 1] in (",", "first", "and", "as", "also"):
            end = _noun_phrase(tokens, k + 2)
            if end > k + 2 and (end >= len(words) or words[end] in (",", ".", ";", ")", "in", "on", "last")):
                return Speech(k + 2, end, k, end, len(words), Manner.SAYS, trailing=True)
    return None


def _judged(tokens: Tokens) -> Speech | None:
    """Return whose finding it is: "The command's initial assessment is that", "The board's finding: six killed", "The mayor's list has"."""
    words = tokens.words
    n = len(words)
    first = 0
    while first < min(n, 4) and (words[first] in LEADING or not words[first][0].isalnum()):
        first += 1
    owner = next((k for k in range(first, min(n, first + 6)) if words[k].endswith(("'s", "s'", "’s"))), None)
    if owner is None or words[owner].removesuffix("'s") in (DAYS | MONTHS) or any(word in BREAK for word in words[first:owner]):
        return None
    head = next((k for k in range(owner + 1, min(n, owner + 4)) if words[k] in _JUDGED), None)
    if head is None:
        return None
    verb = head + 1
    if words[verb : verb + 1] == [","]:
        verb = next((k + 1 for k in range(verb + 1, min(n, verb + 8)) if words[k] == ","), n)
    if words[verb : verb + 1] and words[verb] in ("of", "on", "about"):
        verb = next((k for k in range(verb + 1, min(n, verb + 7)) if words[k] in _JUDGES), n)  # "The town's list of the fallen now has"
    if verb >= n or words[verb] not in _JUDGES:
        return None
    kept = head + 1 if words[head] in ("list", "register", "ledger", "roll", "notebook", "diary", "book", "books", "database", "file", "files") else owner + 1
    return Speech(first, kept, verb, 0, 0, Manner.SAYS)


def _told_there(tokens: Tokens) -> Speech | None:
    """Return where one was told: "At the hospital they told me", "On the social networks there is talk of"."""
    words = tokens.words
    n = len(words)
    first = 0
    while first < min(n, 4) and not words[first][0].isalnum():
        first += 1
    if first >= n or words[first] not in _THERE:
        if words[first : first + 3] in (["i", "was", "told"], ["we", "were", "told"]) and words[first + 3 : first + 4] and words[first + 3] in ("at", "in", "by"):
            end = _noun_phrase(tokens, first + 4)
            end = min((k for k in range(first + 4, end) if words[k] == "of"), default=end)
            return Speech(first + 4, end, first + 2, 0, 0, Manner.SAYS) if end > first + 4 else None
        return None
    end = first + 1
    while end < n and end < first + 8 and words[end] not in BREAK and words[end] not in NP_STOP and words[end] not in _THEY and words[end] != "there":
        end += 1
    place = words[first + 1 : end]
    verb = end + (words[end : end + 1] == [","])
    if not place:
        return None
    if words[verb : verb + 1] == ["there"] and not _TALK.isdisjoint(words[verb : verb + 4]):
        return Speech(first + 1, end, verb, 0, 0, Manner.SAYS)
    if words[verb : verb + 1] and words[verb] in _THEY and words[verb] != "we" and words[verb + 1 : verb + 2] and words[verb + 1] in _TELLING and not ORG_NOUNS.isdisjoint(place):
        return Speech(first + 1, end, verb + 1, 0, 0, Manner.SAYS)
    return None


def _condemned(tokens: Tokens) -> Speech | None:
    """Return who condemned it: "The coordinator condemned the burning of a clinic, in which a nurse died"."""
    words = tokens.words
    for v in range(1, len(words) - 1):
        if words[v] in _CONDEMNED:
            start = phrase_start(tokens, v)
            return Speech(start, v, v, 0, 0, Manner.SAYS) if start is not None and start < v else None
    return None


def _went_on(tokens: Tokens) -> Speech | None:
    """Return who went on: "…, the minister, Ali Nura, went on."."""
    words = tokens.words
    n = len(words)
    for v in range(2, n - 1):
        if words[v] == "went" and words[v + 1] == "on" and (v + 2 >= n or words[v + 2] in (".", ";", ",")):
            end = v - 1 if words[v - 1] == "," else v
            start = phrase_start(tokens, end)
            return Speech(start, end, v, 0, 0, Manner.SAYS, trailing=True) if start is not None and start < end else None
    return None


def _who_mentioned(tokens: Tokens) -> Speech | None:
    """Return a person with a relative clause before the verb: "A doctor who asked not to be named mentioned about 40"."""
    words = tokens.words
    n = len(words)
    first = 0
    while first < min(n, 6) and (words[first] in LEADING or not words[first][0].isalnum() or words[first][0].isdigit()):
        first += 1
    end = _noun_phrase(tokens, first)
    if end == first or end >= n or (NOUNS | ORG_NOUNS).isdisjoint(words[first:end]):
        return None
    if words[end] in ("who", "with", "whom", "in", "on") or (words[end] == "," and words[end + 1 : end + 2] and words[end + 1] in ("who", "whom", "whose", "dated")):
        verb = next((v for v in range(end + 2, min(n, end + 16)) if words[v] in _WIDE and not TITLE_CASE.match(tokens.raw[v])), None)
    else:
        verb = end if words[end] in _WIDE and words[end] not in ("has", "had", "have", "put", "puts", "saw", "sees") else None
    if verb is None or any(word in (";", ".", '"') for word in words[end:verb]):
        return None
    return Speech(first, end, verb, 0, 0, Manner.SAYS)
