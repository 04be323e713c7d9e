"""The subject of an English verb of speech: before it, before a relative clause, at the opening of its sentence."""

from harmtrace.language.english.speech.noun_phrases import (
    ENVOYS,
    comma_back,
    has_name,
    noun_before,
    phrase_start,
    speaker_like,
)
from harmtrace.language.english.speech.voices import PERSONAL
from harmtrace.language.english.speech.words import (
    AUX,
    BREAK,
    DETERMINERS,
    LABEL_NOUNS,
    LEADING,
    LINKERS,
    NP_STOP,
    ORG_NOUNS,
    PRONOUNS,
    QUOTES,
    TITLE_CASE,
    TITLES,
    is_date_like,
)
from harmtrace.language.english.words import LEX, NOT_NAMES, NOUNS, SAY_WORDS
from harmtrace.language.tokens import Tokens


def opening_subject(tokens: Tokens, v: int) -> tuple[int, int] | None:
    """Return the subject a sentence opens with: who is "asserting" after a comma."""
    words = tokens.words
    for k in range(1, min(v, 18)):
        if LEX.get(words[k], "") in ("a", "s", "V", "R", "k", "d") and not TITLE_CASE.match(tokens.raw[k]):
            start = 0
            while start < k and words[start] in LEADING:
                start += 1
            return (start, k) if start < k else None
    return None


_GOVERNING = frozenset("in at near from of to on inside outside".split())
_LONGEST_SUBJECT = 7  # tokens


def subject_of(tokens: Tokens, v: int) -> tuple[int, int, bool] | None:
    """Return the tokens of the speaker before a verb: its name, or the noun it is."""
    found = _nearest_subject(tokens, v)
    if found is None or _inside_another(tokens, found[0], v):
        opened = clause_subject(tokens, v)
        if opened is not None:
            return (*opened, False)
    return found


#: What may stand between a noun and a verb of speech and belong to the noun: "appointed by", "displaced from", "pinned to".
_OWN_TO = frozenset("by to in with from at near for inside on who which that whose where".split())
_MODIFIES = frozenset("living calling speaking working standing claiming representing acting loyal close known born based who which whose".split())


def _modifier(words: list[str], raw: list[str], k: int) -> bool:
    """Tell whether a word opens what is told of the noun before it: "installed by", "living near", "who"."""
    word = words[k]
    if word in _MODIFIES:
        return True
    return word.endswith(("ed", "wn", "en", "nt")) and len(word) > 4 and raw[k][0].islower() and words[k + 1 : k + 2] != [] and words[k + 1] in _OWN_TO and word not in SAY_WORDS


def _inside_another(tokens: Tokens, start: int, v: int) -> bool:
    """Tell whether a noun before a verb belongs to another noun before it: "an official installed by (the junta) wrote"."""
    words = tokens.words
    before = start - 1
    if before < 1:
        return False
    if not words[start][0].isalpha():
        return True  # "Una Fell, 44, a teacher, said"
    return words[before] in _OWN_TO and before > 1 and (words[before] in ("who", "which", "whose") or _modifier(words, tokens.raw, before - 1))


def clause_subject(tokens: Tokens, v: int) -> tuple[int, int] | None:
    """Return the noun that opens the clause of a verb, what is told of it between left out: "a farmer living there, who …, said"."""
    words, raw = tokens.words, tokens.raw
    first = 0
    for t in range(v - 1, 0, -1):
        if words[t] in QUOTES or words[t] in (";", ":", ".") or (words[t] in ("but", "while", "whereas", "that") and t + 1 < v and words[t - 1] != "so"):
            first = t + 1
            break
    if v - first > 40:
        return None
    while first < v and (words[first] in LEADING or words[first] in ("after", "inside", "across", "outside", "around", "during", "before")) and words[first] != "that":
        comma = next((t for t in range(first + 1, min(v, first + 14)) if words[t] == ","), None)
        if comma is None or words[first] in AUX:
            first += 1
            continue
        first = comma + 1  # "In the lower town, Una Fell said"
    end = first
    while end < v and end - first < 9 and words[end] not in BREAK and words[end] not in AUX and words[end] != "." and not (end > first and _modifier(words, raw, end)) and words[end] not in ("who", "which", "whose", "that"):
        if words[end] in NP_STOP and words[end] != "and":
            return None
        if LEX.get(words[end], "") in ("s", "k", "d", "i", "V", "R") and raw[end][0].islower() and words[end] not in SAY_WORDS & LABEL_NOUNS:
            return None
        end += 1
    if end == first or end >= v or not (words[end] in (",", "(") or _modifier(words, raw, end)):
        return None
    if not _fit(tokens, first, end) or not _only_told_of(tokens, end, v):
        return None
    return first, v if words[end] not in (*_MODIFIES, ",", "(") and v - first < 9 and BREAK.isdisjoint(words[end:v]) else end


def _fit(tokens: Tokens, a: int, b: int) -> bool:
    """Tell whether a noun phrase can speak: a name, a person or a body."""
    words = tokens.words[a:b]
    if words[0][0].isdigit() or words[0] in PRONOUNS or words[0] in ("there", "this", "these", "those", "nobody", "no", "what", "when", "if"):
        return False
    bare = {word.removesuffix("'s") for word in words}
    if not bare.isdisjoint(NOUNS | LABEL_NOUNS | PERSONAL | _RECORDS):
        return True
    return all(TITLE_CASE.match(tokens.raw[k]) or tokens.words[k] in LINKERS for k in range(a, b)) and words[0] not in NOT_NAMES


_RECORDS = frozenset("list register survey report document letter memo note post leaflet notice records".split())


def _only_told_of(tokens: Tokens, a: int, v: int) -> bool:
    """Tell whether what stands between a noun and its verb tells of that noun alone: an age, an office, a relative clause."""
    words = tokens.words
    if any(word in QUOTES or word in (";", ":", ".") for word in words[a:v]):
        return False
    if any(words[t] in (",",) and words[t + 1] in ("and", "but", "while", "as", "when", "after") for t in range(a, v - 1)):
        return False
    if words[a] == ",":
        return words[v - 1] == "," or words[v - 1] in AUX  # what is set between commas ends before the verb
    return not any(words[t] in SAY_WORDS and words[t - 1] not in ("to", "not", "who", "be", "was", "were") for t in range(a + 1, v))


def _nearest_subject(tokens: Tokens, v: int) -> tuple[int, int, bool] | None:
    """Return the speaker right before a verb, or before the insets that stand between."""
    words, raw = tokens.words, tokens.raw
    if v > 1 and (words[v - 1] == "who" or (words[v - 1] == "which" and words[v - 2] == ",")):
        relative = noun_before(tokens, v - 1)
        return (*relative, False) if relative is not None else None
    j = v - 1
    listed = words[j] == "and" and words[j - 1] == ","
    if v > 2 and words[j] == "to" and words[j - 1] in ("likes", "liked", "used", "continues", "went"):
        j -= 2
    while j >= 0 and (words[j] in AUX or (words[j] in _THERE and j > 0 and words[j - 1][0].isalpha()) or is_date_like(words[j]) or (words[j].endswith("ly") and len(words[j]) > 4) or words[j] in ("and", "n", "never")):
        if words[j] in ("and", "n"):
            prior = _coordinated(tokens, j)
            if prior is not None:
                return prior
            shared = opening_subject(tokens, j)
            if shared is not None and shared[1] - shared[0] < _LONGEST_SUBJECT and BREAK.isdisjoint(words[shared[0] : j]) and shared[1] < j - 1 and words[shared[0]] not in LINKERS:
                return (*shared, False)  # "a minister came in a helicopter and spoke of 15"
        j -= 1
    if j < 0:
        return None
    if words[j] in _HARMED and (treated := _treating(tokens, j)) is not None:
        return (*treated, False)
    apposed: tuple[int, int] | None = None
    j = _before_insets(words, j)
    if words[j] == ",":
        k = phrase_start(tokens, j)
        if k is None or (listed and k and words[k - 1] in _GOVERNING):
            return None  # "it raised its count, as a boy had died in X, and gave …": it gave
        if k > 0 and words[k - 1] == ",":
            apposed = (k, j)
            j = k - 1
            back = k
        else:
            back = j - 12
            k2 = comma_back(words, j - 1, max(0, back))
            if k2 is None or k2 == 0:
                return (k, j, True) if speaker_like(tokens, k, j) else None
            apposed = (k2 + 1, j)
            j = k2
    elif words[j] == ")":
        while j > 0 and words[j] != "(":
            j -= 1
    end = j if words[j] in (",", "(") else j + 1
    start = phrase_start(tokens, end)
    if start is None or start >= end:
        return (*apposed, True) if apposed is not None else None
    if apposed is not None and words[apposed[0]].isdigit():
        apposed = None
    if apposed is not None and words[apposed[0]] in ("which", "who", "whose", "where"):
        apposed = None
    if apposed is not None and has_name(raw, *apposed) and has_name(raw, start, end) and _is_office(tokens, start, end, apposed):
        return start, apposed[1], True
    if apposed is not None and has_name(raw, *apposed) and not has_name(raw, start, end):
        return (*apposed, True)
    if apposed is not None and end - start == 1 and words[start] in ("it", "he", "she", "they"):
        return (*apposed, True)
    return start, end, apposed is not None


#: What opens an inset between a speaker and the verb: ", who asked not to be named,", ", in a statement on Tuesday,".
_INSETS = frozenset("who whose which of dated issued in on by at after before during from through via speaking talking reached interviewed asked contacted standing sitting himself herself itself themselves too however though meanwhile also again likewise moreover".split())
_INSET = 16


def _before_insets(words: list[str], j: int) -> int:
    """Return the token before the insets that end with the comma at ``j``; ``j`` itself where none does."""
    while j > 1 and words[j] == ",":
        opens = next((k for k in range(j - 1, max(0, j - _INSET), -1) if words[k] in (",", ";", ".", ":", '"', "“", "”")), 0)
        if not opens or words[opens] != "," or words[opens + 1] not in _INSETS:
            return j
        if words[opens + 1] in ("who", "whose", "which"):
            return opens
        if words[opens - 1][:1].isdigit():
            return j  # "on 3 May, in X, the mayor said"
        j = opens - 1
    return j


#: Where a speaker is, between it and its verb: "police there said".
_THERE = frozenset("there here locally alone".split())
_HARMED = frozenset("injured wounded killed dead dying".split())


def _is_office(tokens: Tokens, a: int, b: int, apposed: tuple[int, int]) -> bool:
    """Tell an office before the name of who holds it: "The governor of Cauca, Elías Mosquera", "Macomia's administrator, Tomás Badae"."""
    words, raw = tokens.words, tokens.raw
    named = all(TITLE_CASE.match(raw[t]) or words[t] in ("de", "al", "bin", "van", "von", "el", "da") for t in range(*apposed))
    office = any(raw[t][0].islower() and words[t] not in DETERMINERS and words[t] not in LINKERS for t in range(a, b))
    return named and 1 < apposed[1] - apposed[0] < 5 and office and (words[a] in DETERMINERS or words[a].endswith("'s"))


def _treating(tokens: Tokens, j: int) -> tuple[int, int] | None:
    """Return the subject whose relative clause ends with people harmed: "a doctor who received the injured"."""
    words = tokens.words
    for k in range(j - 1, max(0, j - 8), -1):
        if words[k] in BREAK or words[k] == ".":
            return None
        if words[k] == "who":
            noun = noun_before(tokens, k)
            return (noun[0], j + 1) if noun is not None else None
    return None


def opening(tokens: Tokens) -> tuple[int, int] | None:
    """Return the tokens of the person or body that a sentence opens with: "The warden, Doctor Maren Rowe, led us round"."""
    words, raw = tokens.words, tokens.raw
    n = len(words)
    i = 0
    while i < n and (words[i] in QUOTES or words[i] in LEADING or (i == 0 and words[i][0].isdigit() and not words[i].isdigit())):
        i += 1
    if ":" in words[i + 1 : i + 4] and i + 5 < n:
        i = words.index(":", i + 1) + 1  # "HOST: The minister was here": who is spoken of, not who speaks
        while i < n and (words[i] in QUOTES or words[i] in LEADING):
            i += 1
    if words[i : i + 2] in (["he", "is"], ["she", "is"], ["this", "is"], ["it", "is"]) and i + 2 < n and TITLE_CASE.match(raw[i + 2]):
        i += 2  # "He is Una Fell, a tailor"
        end = i
        while end < n and end < i + 4 and TITLE_CASE.match(raw[end]):
            end += 1
        return i, end
    sent = next((k for k in range(i, min(n - 2, i + 7)) if words[k] in ("statement", "letter", "message", "note", "communiqué", "word", "report") and words[k + 1 : k + 2] and words[k + 1] in ("here", "from", "by")), None)
    if sent is not None and words[i] in ("we", "there", "i"):
        first = sent + 2 + (words[sent + 1] == "here")
        end = first
        while end < n and end < first + 7 and words[end] not in BREAK and words[end] not in (".", "on", "in", "that", "which"):
            end += 1
        if first < end:
            return first, end  # "We have a statement here from the communication service"
    start = i
    for k in range(i, min(n, i + 5)):
        word = words[k]
        if word in BREAK or word in NP_STOP or word in LINKERS - {"of"}:
            break
        if words[k + 1 : k + 2] == ["'"]:
            continue  # "A farmers' league"
        if k > i and (LEX.get(word, "") in ("L", "B") or (word.endswith("ed") and TITLE_CASE.match(raw[k - 1]) and not TITLE_CASE.match(raw[k]))):
            break  # "Sela Marn buried her cousin"
        if word in NOUNS or word in LABEL_NOUNS or word in PERSONAL:
            if k + 2 < n and words[k + 1] == "," and TITLE_CASE.match(raw[k + 2]):
                end = k + 2
                while end < n and end < k + 7 and (TITLE_CASE.match(raw[end]) or words[end] in TITLES or (words[end] == "." and words[end - 1] in TITLES)):
                    end += 1
                if end < n and words[end] == ",":
                    return k + 2, end
            end = k + 1
            if word in ENVOYS and words[end : end + 1] == ["to"]:
                end += 1 + (words[end + 1 : end + 2] == ["the"])
            while end < n and end < k + 6 and TITLE_CASE.match(raw[end]):
                end += 1
            while words[end : end + 1] == ["of"] and end + 1 < n and end < k + 9:  # "The Ministry of Defence", "The mayor of the port of Orla"
                beyond = end + 1 + (words[end + 1] in DETERMINERS)
                last = beyond
                while last < n and last < beyond + 4 and (TITLE_CASE.match(raw[last]) or words[last] in _CHARGES or words[last] in LABEL_NOUNS):
                    last += 1
                if last == beyond and words[last + 1 : last + 2] != ["of"]:
                    break
                last = max(last, beyond + 1)
                end = last
            return start, end
    end = i
    while end < n and end < i + 4 and TITLE_CASE.match(raw[end]) and words[end] not in NOT_NAMES:
        end += 1
    if end - i == 1 and words[end : end + 1] and words[end] in _STANDS and words[i] not in LEX:
        return i, end  # "Halvin called this a lie"
    if end - i == 1 and words[end : end + 1] == [","] and words[i] not in LEX and not NOUNS.isdisjoint(words[end + 1 : end + 6]) and words[end + 1] in (*DETERMINERS, "who"):
        return i, end  # "Ramla, the baker's niece, lost her husband"
    return (i, end) if end - i >= 2 else None


#: What a ministry has charge of, a directorate, an office.
_CHARGES = frozenset("defence defense interior health justice information education finance agriculture migration security state war energy transport labour labor culture women planning statistics intelligence emergencies".split())
_STANDS = frozenset("called calls rejected rejects denied denies dismissed dismisses disputed disputes contested contests".split())
_REACHED = frozenset("who met seen heard traced questioned found reached contacted interviewed speaking quoted that".split())


def whole_subject(tokens: Tokens, a: int) -> tuple[int, int] | None:
    """Return the subject before a relative clause: "Ferrymen who swam ashore said"."""
    words = tokens.words
    if a == 0 or words[a] in PRONOUNS or words[a - 1] in BREAK or words[a - 1] in (".", "and", "but", "while", "that", "when", "as"):
        return None
    for k in range(a - 1, max(0, a - 16), -1):
        if words[k] in BREAK or words[k] == ".":
            return None
        if words[k] in _REACHED and words[k - 1] in ("who", "that"):
            continue
        if k > 0 and (words[k] in _REACHED or (words[k].endswith("ing") and (words[k - 1] in NOUNS or words[k - 1] in ORG_NOUNS))):
            start = phrase_start(tokens, k)
            if start is not None and start < k and words[k - 1] not in ("said", "says"):
                end = a
                while end < len(words) and end < a + 8 and words[end] not in AUX and words[end] not in SAY_WORDS and words[end] not in BREAK:
                    end += 1
                return start, end
            return None
    return None


def _coordinated(tokens: Tokens, j: int) -> tuple[int, int, bool] | None:
    """Return the subject of a first verb for a second: "X denied it and accused Y"."""
    words = tokens.words
    for k in range(j - 1, max(-1, j - 16), -1):
        if words[k] in SAY_WORDS and k > 0:
            return subject_of(tokens, k)
        if words[k] in (";", ":", "."):
            return None
    return None
