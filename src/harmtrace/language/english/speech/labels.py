"""A speaker before a colon: "Regional governor: 27 dead"."""

from harmtrace.language.english.speech.records import Speech
from harmtrace.language.english.speech.voices import PERSONAL, voice
from harmtrace.language.english.speech.words import (
    DAYS,
    FINDS,
    LABEL_NOUNS,
    MEDIA_WORDS,
    PRONOUNS,
    QUOTES,
    RAISES,
    SAY_NOUNS,
    TITLE_CASE,
)
from harmtrace.language.english.words import LEX
from harmtrace.language.grammar import Manner
from harmtrace.language.tokens import Tokens
from harmtrace.records.claim import VoiceKind

#: Lines of a dialogue that are the outlet's own: who asks, and its reporters.
_ASKERS = frozenset("host presenter newsreader anchor interviewer moderator reporter correspondent question q narrator studio announcer editor update breaking urgent note photo photos video watch caption image images picture pictures live graphic map audio file correction clarification erratum retraction apology notice alert flash summary transcript statement read listen".split())
_NOTES = frozenset("update latest news report message word figures statement numbers note reports count toll tally figure alert bulletin".split())
_NOTE_LINKS = frozenset(("from", "by"))


def labelled(tokens: Tokens, colon: int) -> Speech | None:
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
        bodily = bool((LABEL_NOUNS | MEDIA_WORDS | FINDS) & set(name)) or voice(" ".join(name)) is not VoiceKind.PEOPLE
        return Speech(named, colon, colon, 0, 0, Manner.SAYS) if bodily and len(name) < 7 else None
    raised = next((k for k, word in enumerate(piece) if word in RAISES), None)
    if raised:  # "The health directorate raises its figures: six dead"
        return Speech(start, start + raised, colon, 0, 0, Manner.SAYS)
    if words[colon + 1 : colon + 2] and words[colon + 1] in QUOTES and (quoted := _before_quotation(words, start, colon)) is not None:
        return quoted
    if "," in piece and not _NOTES.isdisjoint(piece[piece.index(",") :]):  # "Civil defence, first count: four dead"
        piece = piece[: piece.index(",")]
        colon_of_name = start + len(piece)
        bodily = bool(LABEL_NOUNS & set(piece)) or voice(" ".join(piece)) is not VoiceKind.PEOPLE
        return Speech(start, colon_of_name, colon, 0, 0, Manner.SAYS) if 0 < len(piece) < 6 and bodily and TITLE_CASE.match(raw[start]) else None
    if piece.count(",") == 1 and len(piece) < 10:  # "Ann Bell, health director: two more"
        name, office = piece[: piece.index(",")], piece[piece.index(",") + 1 :]
        if 1 < len(name) < 5 and all(TITLE_CASE.match(word) for word in raw[start : start + len(name)]) and not DAYS.intersection(name) and not (LABEL_NOUNS | PERSONAL).isdisjoint(office) and not office[-1][0].isdigit():
            return Speech(start, start + len(name), colon, 0, 0, Manner.SAYS)
    about = next((k for k in range(1, len(piece) - 1) if piece[k] in _ABOUT), None)
    if about is not None and about > 2 and piece[about - 2] == "," and piece[about - 1] in _ASKED:
        piece = [*piece[: about - 2], *piece[about:]]  # "The governor, asked about the fire:"
        about -= 2
    if about is not None and TITLE_CASE.match(raw[start]) and piece[0] not in _ACCOUNTS and _bodily([word for word in piece[:about] if word != "("]):
        return None if not _names_one(piece[:about], raw[start : start + about]) else Speech(start, start + about - (piece[about - 1] == "("), colon, 0, 0, Manner.SAYS)  # "Red Crescent on the mill fire: seven bodies", "Director Ann Bell to Radio Orla: two more"
    if not piece or piece[0] in _ACCOUNTS or piece[-1] in _AGREE or len(piece) > 6 or not TITLE_CASE.match(raw[start]):
        return None
    if len(piece) > 1 and voice(" ".join(piece)) not in (VoiceKind.PEOPLE, VoiceKind.MEDIA) and not any(LEX.get(word, "") in ("V", "a", "k", "i", "s", "n") for word in piece):
        return Speech(start, colon, colon, 0, 0, Manner.SAYS)
    if all(word.isupper() for word in raw[start:colon] if word.isalpha()) and len(piece[0]) > 1 and not {"mp"} & set(piece):
        return Speech(start, colon, colon, 0, 0, Manner.SAYS, own=len(piece) > 2 or bool(_ASKERS & set(piece)))
    clocked = start > 0 or (words[0][0].isdigit() and ":" in words[0])
    nouns = LABEL_NOUNS | FINDS | _EYES if clocked else LABEL_NOUNS
    if not nouns & set(piece) or any(LEX.get(word, "") in ("V", "a", "k", "i", "s") and word not in SAY_NOUNS for word in piece[1:]):
        return None
    return Speech(start, colon, colon, 0, 0, Manner.SAYS)


_EYES = frozenset("rescuers medics witnesses residents eyewitnesses locals neighbours neighbors".split())
_ABOUT = frozenset("on about to regarding".split())
_ACCOUNTS = frozenset("accounts account versions reports figures numbers estimates tolls counts claims statements".split())


def _names_one(name: list[str], raw: list[str]) -> bool:
    """Tell who is named before "on" from the clause of a headline: "Red Crescent on the fire:", not "FLASH - Guards open fire on bus:"."""
    of = next((k for k, word in enumerate(name) if k and (word in _OF or word == "(")), len(name))
    last = name[of - 1]
    return "-" not in name and (TITLE_CASE.match(raw[of - 1]) is not None or last in LABEL_NOUNS | MEDIA_WORDS | FINDS | PERSONAL | _NOTES)


_OF = frozenset("of for in from at near with".split())
_ASKED = frozenset("asked questioned pressed quizzed".split())
_AGREE = frozenset("agree agrees agreed differ differs differed match matches matched tally tallied vary varies varied diverge diverged conflict conflicted coincide coincided concur concurred overlap".split())


def behind_headline(tokens: Tokens) -> Speech | None:
    """Return who is named at the end of a headline: "Bus fired on in Marl Bay, at least two killed: passenger"."""
    words = tokens.words
    n = len(words)
    colon = next((k for k in range(n - 2, max(1, n - 7), -1) if words[k] == ":"), None)
    if colon is None:
        return None
    name = words[colon + 1 :]
    if any(not (word[0].isalpha() or word in (",", "'s")) for word in name) or any(LEX.get(word, "") in ("V", "a", "k", "i", "d", "D", "n", "R") and word not in SAY_NOUNS for word in name):
        return None
    if DAYS.intersection(name) or name[-1] not in LABEL_NOUNS | FINDS | PERSONAL | MEDIA_WORDS | _AT_END:
        return None
    return Speech(colon + 1, n, colon, 0, colon, Manner.SAYS, trailing=True)


_AT_END = frozenset("passenger passengers driver survivor survivors neighbour neighbours neighbor neighbors villager villagers medic medics volunteer volunteers resident residents witness witnesses monitor monitors army police official officials ministry governor mayor doctors relatives".split())


def _bodily(name: list[str]) -> bool:
    """Tell whether words name a body, or someone who speaks for one."""
    return len(name) < 7 and not any(LEX.get(word, "") in ("V", "a", "k", "i", "s", "n", "d") and word not in SAY_NOUNS for word in name) and (
        bool((LABEL_NOUNS | MEDIA_WORDS | FINDS) & set(name)) or voice(" ".join(name)) is not VoiceKind.PEOPLE
    )


_WHEN = DAYS | frozenset("this last morning afternoon evening night tonight now again just later earlier at on".split())


def _before_quotation(words: list[str], start: int, colon: int) -> Speech | None:
    """Return who is quoted behind a colon, whatever the speaker is called: "govt radio this morning", "ambulance guy"."""
    first, end = start, colon
    while first < end and not words[first][0].isalpha():
        first += 1
    while end > first and (words[end - 1] in _WHEN or words[end - 1][0].isdigit()):
        end -= 1
    name = words[first:end]
    if not 0 < len(name) < 6 or any(LEX.get(word, "") in ("V", "a", "k", "i", "s", "d", "D", "n") and word not in SAY_NOUNS for word in name) or not _ASKERS.isdisjoint(name) or not PRONOUNS.isdisjoint(name):
        return None
    return Speech(first, end, colon, 0, 0, Manner.SAYS) if all(word[0].isalpha() for word in name) else None
