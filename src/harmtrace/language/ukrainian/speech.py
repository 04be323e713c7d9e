"""Ukrainian attribution: who says what in a sentence."""

import re
from functools import lru_cache
from typing import Final

from harmtrace.language.grammar import Manner, SpeechMention
from harmtrace.records.claim import VoiceKind

_SAY: Final = r"повідомив|повідомила|повідомили|повідомляє|повідомляють|заявив|заявила|заявили|сказав|сказала|сказали|розповів|розповіла|розповіли|зазначив|зазначила|уточнив|уточнила|уточнили|написав|написала|додав|додала|наголосив|підтвердив|підтвердила|підтвердили"
_CLAIM: Final = r"стверджує|стверджують|стверджував|твердить"
_DENY: Final = r"заперечив|заперечила|заперечили|заперечує|спростував|спростувала|спростували"
_VERB: Final = re.compile(rf"(?<![\w'])(?:(?P<say>{_SAY})|(?P<claim>{_CLAIM})|(?P<deny>{_DENY}))(?![\w'])")
_CUE: Final = re.compile(r"(?<![\w'])(?:за словами|за даними|за інформацією|зі слів|за повідомленням|як повідомля(?:є|ють)|з посиланням на) ")
_PRONOUN: Final = re.compile(r"(?:він|вона|вони)(?![\w'])")
_STOP: Final = re.compile(r"[,.;:!?—–\"«»()]|\s(?:що|про|у своєму|в ефірі|в коментарі|у коментарі|який|яка|які|у телеграм|в телеграм)(?![\w'])")
_NP_BEFORE: Final = re.compile(r"(?:^|[,;:—–\"«»]\s*|(?<![\w'])(?:що|але|а)\s)(?P<name>[^,;:—–\"«»]{2,90}?)\s*$")
_NOT_AFTER: Final = re.compile(r"\s{0,20}(?:що|про|у|в|на|,|:|\.|й|і|та)(?![\w'])|\s{0,20}[,:.]")
_LEAD: Final = re.compile(r"(?:у|в|на|за|також|раніше|пізніше|згодом|сьогодні|вчора)\s+")


def speeches(text: str, low: str, start: int, end: int) -> list[SpeechMention]:
    """Return the attributions of a sentence, in order."""
    found: list[SpeechMention] = []
    for match in _CUE.finditer(low, start, end):
        stop = _stop(low, match.end(), end)
        if stop > match.end():
            found.append(_made(match.end(), stop, match.start(), match.end(), start, end, Manner.SAYS, trailing=match.start() > start + 3))
    for match in _VERB.finditer(low, start, end):
        if any(s.verb <= match.start() < max(s.verb_end, s.name_end) for s in found):
            continue
        manner = Manner.SAYS if match["say"] else Manner.CLAIMS if match["claim"] else Manner.DENIES
        one = _after(text, low, match, start, end, manner) or _before(low, match, start, end, manner)
        if one is not None:
            found.append(one)
    return sorted(found, key=lambda s: s.verb)


def _stop(low: str, at: int, end: int) -> int:
    match = _STOP.search(low, at, end)
    stop = match.start() if match is not None else end
    return len(low[:stop].rstrip())


def _after(text: str, low: str, verb: "re.Match[str]", start: int, end: int, manner: Manner) -> SpeechMention | None:
    """Return "…, повідомив мер міста": the speaker behind the verb, what is said before it."""
    if _NOT_AFTER.match(low, verb.end(), end) is not None or verb.end() + 1 >= end:
        return None
    before = low[start : verb.start()].rstrip()
    if before and before[-1] not in ",–—\"»" and not before.endswith("як"):
        return None
    name = verb.end() + 1
    stop = _stop(low, name, end)
    if stop - name < 3:
        return None
    told = low.find(" що ", stop, min(end, stop + 8))
    if not before and told != -1:
        return _made(name, stop, verb.start(), verb.end(), told, end, manner, trailing=False)
    return _made(name, stop, verb.start(), verb.end(), start, verb.start(), manner, trailing=True)


def _before(low: str, verb: "re.Match[str]", start: int, end: int, manner: Manner) -> SpeechMention | None:
    """Return "мер міста повідомив, що …": the speaker before the verb, what is said behind it."""
    match = _NP_BEFORE.search(low[start : verb.start()])
    if match is None:
        return None
    a, b = start + match.start("name"), start + match.end("name")
    while (lead := _LEAD.match(low, a, b)) is not None:
        a = lead.end()
    if b - a < 2:
        return None
    pronoun = _PRONOUN.fullmatch(low, a, b) is not None
    trailing = low[verb.end() : verb.end() + 1] in (".", "") and a > start
    scope = (start, a) if trailing else (verb.end(), end)
    return _made(a, b, verb.start(), verb.end(), *scope, manner, trailing=trailing, pronoun=pronoun)


def _made(a: int, b: int, verb: int, verb_end: int, scope: int, scope_end: int, manner: Manner, *, trailing: bool, pronoun: bool = False) -> SpeechMention:
    return SpeechMention(
        name_start=a, name_end=b, verb=verb, verb_end=verb_end, scope_start=scope, scope_end=scope_end, manner=manner, trailing=trailing, pronoun=pronoun
    )  # fmt: skip


_VOICES: Final = (
    (VoiceKind.CIVIL_DEFENCE, re.compile(r"дснс|рятувальник|надзвичайних ситуацій")),
    (VoiceKind.HEALTH, re.compile(r"лікарн|госпітал|моз|охорони здоров")),
    (VoiceKind.MONITOR, re.compile(r"оон|моніторинг|правозахис|спостерігач|комітет")),
    (VoiceKind.MILITARY, re.compile(r"генштаб|зсу|військов|оборони|командуванн|бригад|сил оборони|повітряних сил")),
    (VoiceKind.GOVERNMENT, re.compile(r"ова|адміністрац|мер |міськ\w+ голов|прокуратур|поліці|міністерств|міністр|президент|влад|ради|сбу|губернатор")),
    (VoiceKind.MEDIA, re.compile(r"агентств|укрінформ|суспільн|телеграм|канал|видання|газет|журналіст")),
)  # fmt: skip
_PEOPLE: Final = re.compile(r"мешкан|жител|свід(?:ок|ки)|очевид|лікар(?!н)|сусід|родич|волонтер")


@lru_cache(maxsize=16_384)
def voice(name: str) -> VoiceKind:
    """Return what sort of voice a speaker is, from the words that name it.

    >>> voice("у ДСНС").value
    'civil_defence'
    """
    low = name.lower() + " "
    if _PEOPLE.search(low) is not None:
        return VoiceKind.PEOPLE
    return next((kind for kind, words in _VOICES if words.search(low) is not None), VoiceKind.PEOPLE)
