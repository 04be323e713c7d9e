"""The Ukrainian grammar: one sentence in, its mentions out."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from harmtrace.language.dates import DateKind, DateMention, Reference
from harmtrace.language.grammar import (
    COUNT,
    DAY,
    EVENT,
    EVERYTHING,
    HARM,
    RISK,
    STANCE,
    Before,
    BlameMention,
    Cues,
    ExposureMention,
    HarmMention,
    Manner,
    NumberMention,
    PositionMention,
    SentenceMentions,
    SpeechMention,
    Unweighed,
)
from harmtrace.language.places import PlaceMention
from harmtrace.language.sentences import split
from harmtrace.language.triggers import Triggers
from harmtrace.language.ukrainian import dates as ukrainian_dates
from harmtrace.language.ukrainian.counted import Counted, counted
from harmtrace.language.ukrainian.cues import CUES
from harmtrace.language.ukrainian.harms import Harm, harms
from harmtrace.language.ukrainian.speech import speeches, voice
from harmtrace.language.ukrainian.wheres import places
from harmtrace.language.ukrainian.words import folded
from harmtrace.records.claim import Modality, Stated, VoiceKind
from harmtrace.records.measure import Count

_TRIGGERS: Final[dict[int, tuple[str, ...]]] = {
    HARM: ("загин", "загиб", "вбит", "убит", "вбив", "вбил", "убил", "помер", "жертв", "життя", "поран", "травм", "постражд", "госпіталіз", "контуж", "зник", "завал", "тіл", "останк", "смерт", "розстріл"),
    STANCE: ("запереч", "спросту", "звинувач", "відповідальн", "визнал", "розслід", "причетн", "провадженн"),
    RISK: ("заблокован", "в оточенні", "під завалами", "залишаються"),
    EVENT: ("удар", "обстріл", "атак", "вибух", "влучан", "авіа", "ракет", "дрон", "безпілотник", "шахед", "мін", "бомб"),
    COUNT: ("кількість", "число"),
    DAY: ("сьогодні", "чора", "січн", "лют", "берез", "квіт", "трав", "черв", "лип", "серп", "верес", "жовт", "листоп", "груд", "понеділ", "вівтор", "серед", "четвер", "п'ятн", "субот", "неділ", "почат", "добу", "тиж", "рок"),
}  # fmt: skip


class Ukrainian(Unweighed):
    """Ukrainian, as rules over clauses: the casualty claims of official bulletins and news."""

    name = "ukrainian"
    cues: Cues = CUES

    def __init__(self) -> None:
        self._triggers = Triggers(_TRIGGERS)

    def triggers(self, text: str) -> list[tuple[int, int]]:
        """Return where words stand that may matter and what they may mean, in order; empty for no use."""
        low = _low(text)
        return self._triggers.find(low) if self._triggers.opens(low) else []

    def meaning(self, bits: int) -> int:
        """Return the bits of a sentence as they are."""
        return bits

    def lays(self, text: str, start: int, end: int, bits: int) -> bool:
        """Tell of no more sentences that they lay blame: their words are all asked for."""
        return False

    def answers(self, text: str, start: int, end: int, bits: int) -> bool:
        """Tell whether a sentence may state a position or lay blame."""
        return bool(bits & STANCE)

    def sentences(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """Return the sentences of ``text[start:end]``."""
        return split(text, start, end)

    def dates(self, text: str, start: int, end: int, reference: Reference) -> tuple[DateMention, ...]:
        """Return the words of time in ``text[start:end]``."""
        return ukrainian_dates.find(_low(text), start, end, reference)

    def reference(self, text: str, known: Reference) -> Reference:
        """Return the day that the text is read from: the known one."""
        return known

    def read(
        self, text: str, start: int, end: int, *, dates: Sequence[DateMention], known: Sequence[PlaceMention], before: Before, bits: int = EVERYTHING
    ) -> SentenceMentions:
        """Return what one sentence holds; ``bits`` say what its words may mean."""
        low = _low(text)
        numbers = [one for one in counted(low, start, end) if not any(d.start <= one.number_start < d.end for d in dates)]
        found = harms(low, start, end, numbers) if bits & (HARM | COUNT) else []
        said = speeches(text, low, start, end)
        where = [p for p in places(text, start, end, known) if not any(s.name_start <= p.start < s.name_end for s in said)]
        fresh = tuple(d for d in dates if not _is_said(d, said))
        taken = {id(h.counted) for h in found}
        return SentenceMentions(
            start=start,
            end=end,
            harms=tuple(_harm(harm) for harm in found),
            speeches=tuple(said),
            places=tuple(where),
            positions=tuple(_positions(low, start, end)) if bits & STANCE else (),
            blames=tuple(_blames(text, low, start, end)),
            exposures=tuple(_exposures(low, end, numbers, taken)) if bits & RISK else (),
            numbers=tuple(_numbers(numbers, taken)),
            fresh_dates=fresh,
            said_dates=tuple(d for d in dates if d not in fresh),
            rate=any(d.kind is DateKind.RATE for d in dates),
            separate=None,
            background=_BACKGROUND.search(low, start, end) is not None,
            period=_PERIOD.search(low, start, end) is not None,
            causes=frozenset(name for name, pattern in _CAUSES if pattern.search(low, start, end) is not None),
            targets=frozenset(name for name, pattern in _TARGETS if pattern.search(low, start, end) is not None),
            doubtful=_DOUBT.search(low, start, end) is not None,
            parties=tuple((m.start(), m.end(), text[m.start() : m.end()]) for m in _PARTY.finditer(low, start, end)),
        )

    def modality(self, text: str, mention: HarmMention, speech: SpeechMention | None, *, start: int, end: int) -> Modality:
        """Return how firmly a number is vouched for, from the words round it."""
        low = _low(text)
        if mention.denied or (speech is not None and speech.manner is Manner.DENIES) or _WRONG.search(low, mention.end, end) is not None:
            return Modality.DENIED
        if _IF.search(low, start, mention.start) is not None:
            return Modality.CONDITIONAL
        if mention.unsure or _UNSURE.search(low, start, end) is not None:
            return Modality.UNCONFIRMED
        if (speech is not None and speech.manner is Manner.CLAIMS) or _ALLEGED.search(low, start, end) is not None:
            return Modality.ALLEGED
        return Modality.ASSERTED

    def voice(self, name: str) -> VoiceKind:
        """Return what sort of voice a speaker is, from the words that name it."""
        return voice(name)

    def registers(self, text: str, lines: Sequence[tuple[int, int]]) -> dict[int, tuple[HarmMention, int]]:
        """Return what lists of people by name say of each; this pack reads none."""
        return {}

    def subject(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """Return the person or body that a sentence opens with; this pack looks for none."""
        return None


@lru_cache(maxsize=4)
def _low(text: str) -> str:
    return folded(text)


_DOUBT: Final = re.compile(r"запереч|спросту|нібито|начебто|стверджу|твердить|ймовірно|імовірно|можливо|якщо|непідтвердж|не підтвердж|неправд|фейк|чутк")
_WRONG: Final = re.compile(r"(?:є |це |виявил\w+ )?(?:неправд\w+|фейк\w*|не відповіда\w+ дійсності)")
_IF: Final = re.compile(r"(?<![\w'])якщо(?![\w'])")
_UNSURE: Final = re.compile(r"ймовірно|імовірно|можливо|непідтвердж|не підтвердж|за чутками")
_ALLEGED: Final = re.compile(r"нібито|начебто")
_BACKGROUND: Final = re.compile(r"нагадаємо|раніше,|минулого року")
_PERIOD: Final = re.compile(r"з початку (?:року|війни|вторгнення|місяця|повномасштабн\w+)|за (?:минул\w+ |останн\w+ )?(?:добу|тиждень|місяць|рік)|загалом по|усього за|всього за")
_CAUSES: Final = (
    ("airstrike", re.compile(r"авіаудар|авіабомб|каб(?![\w'])|бомбардув")), ("rocket", re.compile(r"ракет")), ("drone", re.compile(r"дрон|безпілотник|шахед")),
    ("shelling", re.compile(r"обстріл|артилер|снаряд|мінометн")), ("explosion", re.compile(r"вибух|підірв|підрив")), ("attack", re.compile(r"удар|атак|влучан")),
)  # fmt: skip
_TARGETS: Final = (
    ("house", re.compile(r"будин\w+|квартир|оселі|багатоповерх")), ("hospital", re.compile(r"лікарн")), ("school", re.compile(r"школ|гімназі|садоч|садк")),
    ("market", re.compile(r"рин(?:ок|ку)|магазин|супермаркет")), ("vehicle", re.compile(r"автомобіл|автобус|маршрутк|трамва")),
)  # fmt: skip
_PARTY: Final = re.compile(r"(?<![\w'])(?:російськ\w+ (?:арм\w+|військ\w*|сил\w*|окупант\w*)|росіян\w*|окупант\w*|війська рф|армія рф|збройні сили рф)(?![\w'])")
_BLAME: Final = re.compile(r"(?:звинувати(?:в|ла|ли|вши)|звинувачу(?:є|ють)) (?:у цьому |в ударі |в обстрілі )?(?P<who>[^\s,.;]+(?: [^\s,.;]+)?)")
_DENIES: Final = re.compile(r"(?:запереч(?:ив|ила|или|ує|ують)) (?:свою )?(?:причетність|відповідальність|удар\w*)")
_OPENED: Final = re.compile(r"(?:розпочато|відкрито|відкрила|розпочала) (?:досудове )?(?:розслідування|провадження)")
_ACCEPTS: Final = re.compile(r"(?:визна(?:в|ла|ли)|взяли на себе) (?:свою )?відповідальність")
_AT_RISK: Final = re.compile(r"[^,.;]{0,40}(?:заблоковані|в оточенні|під завалами|залишаються (?:в|у) (?:місті|селі|підвал\w+))")


def _positions(low: str, start: int, end: int) -> list[PositionMention]:
    found = []
    for pattern, stated, rule in ((_DENIES, Stated.RESPONSIBILITY_DENIED, "denies"), (_ACCEPTS, Stated.RESPONSIBILITY_ACCEPTED, "accepts"), (_OPENED, Stated.INVESTIGATION_OPENED, "investigation-opened")):
        found += [PositionMention(start=m.start(), end=m.end(), stated=stated, rule=f"position/{rule}/1") for m in pattern.finditer(low, start, end)]
    return found


def _blames(text: str, low: str, start: int, end: int) -> list[BlameMention]:
    return [
        BlameMention(start=m.start(), end=m.end(), blamed=text[m.start("who") : m.end("who")], cause=None, stance="alleges", rule="blame/accuse/1")
        for m in _BLAME.finditer(low, start, end)
    ]


def _exposures(low: str, end: int, numbers: Sequence[Counted], taken: set[int]) -> list[ExposureMention]:
    found = []
    for one in numbers:
        match = _AT_RISK.match(low, one.end, end) if id(one) not in taken and one.noun and (one.low or one.high or 0) >= 5 else None
        if match is not None:
            count = Count(low=one.low, high=one.high, vague=one.vague, approx=one.approx)
            found.append(ExposureMention(start=one.start, end=match.end(), count=count, what=low[one.end : match.end()].strip()))
    return found


def _numbers(numbers: Sequence[Counted], taken: set[int]) -> list[NumberMention]:
    return [
        NumberMention(start=one.start, end=one.end, reason="counts no people" if one.thing else "no word of harm is tied to it")
        for one in numbers
        if id(one) not in taken
    ]


def _is_said(mention: DateMention, said: Sequence[SpeechMention]) -> bool:
    """Tell whether a day stands right at a verb of speech, so that it is the day of the saying."""
    return any(0 <= mention.start - s.verb_end <= 2 or 0 <= s.verb - mention.end <= 2 for s in said)


def _harm(harm: Harm) -> HarmMention:
    one = harm.counted
    return HarmMention(
        start=harm.start, end=harm.end, number_start=one.number_start, number_end=one.number_end, at=one.number_start,
        count=Count(low=one.low, high=one.high, vague=one.vague, approx=one.approx), outcome=harm.outcome, who=one.who, unit=one.unit,
        groups=harm.groups, step=harm.step, rule=f"ukrainian/{harm.rule}",
        more=one.more, unsure=one.maybe,
    )  # fmt: skip
