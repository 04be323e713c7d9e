"""The English grammar: one sentence in, its mentions out."""

import re
from collections.abc import Sequence
from dataclasses import replace

from harmtrace.language.dates import DateKind, DateMention, Reference, find
from harmtrace.language.english import doubt, events, spans, stances, standing, whom
from harmtrace.language.english.chunks import Chunks, chunk
from harmtrace.language.english.cues import CUES
from harmtrace.language.english.harms.reading import harms
from harmtrace.language.english.harms.records import Harm
from harmtrace.language.english.mentions import (
    first_of_its_kind,
    harm_mention,
    inherited,
    number_mentions,
    speech_mentions,
)
from harmtrace.language.english.modality import DOUBT_WORDS, modality
from harmtrace.language.english.registers import registers
from harmtrace.language.english.sites import TOP
from harmtrace.language.english.speech import likeness
from harmtrace.language.english.speech.candidates import candidates
from harmtrace.language.english.speech.insets import insets
from harmtrace.language.english.speech.reading import speeches
from harmtrace.language.english.speech.records import Speech
from harmtrace.language.english.speech.subjects import opening
from harmtrace.language.english.speech.voices import voice
from harmtrace.language.english.triggers import TRIGGERS, told
from harmtrace.language.english.whens import dated_tokens, split_dates
from harmtrace.language.english.wheres import place_phrases
from harmtrace.language.grammar import (
    COUNT,
    HARM,
    RISK,
    STANCE,
    Before,
    Beside,
    HarmMention,
    NameMention,
    Pointing,
    PointsBack,
    SentenceMentions,
    SpeechMention,
    VoucherMention,
)
from harmtrace.language.places import Gazetteer, PlaceMention
from harmtrace.language.sentences import split
from harmtrace.language.tokens import Tokens, tokenise
from harmtrace.language.triggers import Triggers
from harmtrace.language.western import western
from harmtrace.records.claim import Modality, VoiceKind


class English:
    """English, as rules over word classes."""

    name = "english"
    cues = CUES

    def __init__(self) -> None:
        self._triggers = Triggers(TRIGGERS, told)

    def triggers(self, text: str) -> list[tuple[int, int]]:
        """Return where words stand that may matter and what they may mean, in order.

        Empty for a text with no word of harm, strike or siege: it can make no claim.
        """
        plain = western(text)
        if not self._triggers.opens(text.lower() if plain is None else plain):
            return []
        return sorted(self._triggers.find(text.lower()) + stances.find(text))

    def meaning(self, bits: int) -> int:
        """Return the bits of a sentence as they are."""
        return bits

    def lays(self, text: str, start: int, end: int, bits: int) -> bool:
        """Tell whether a sentence without a word of a position lays blame all the same."""
        return stances.lays(bits) and any(True for _ in stances.blames(text, start, end, bits))

    def answers(self, text: str, start: int, end: int, bits: int) -> bool:
        """Tell whether a sentence may state a position or lay blame."""
        stands = stances.positions(text, start, end, bits)
        return any(True for _ in stands) or any(True for _ in stances.blames(text, start, end, bits))

    def sentences(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """Return the sentences of ``text[start:end]``."""
        return split(text, start, end)

    def dates(self, text: str, start: int, end: int, reference: Reference) -> tuple[DateMention, ...]:
        """Return the words of time in ``text[start:end]``."""
        return find(text, start, end, reference)

    def reference(self, text: str, known: Reference) -> Reference:
        """Return the known day: the words of English were asked for it."""
        return known

    def read(
        self, text: str, start: int, end: int, *, dates: Sequence[DateMention], known: Sequence[PlaceMention], before: Before, bits: int = -1
    ) -> SentenceMentions:
        """Return what one sentence holds; ``bits`` say what its words may mean."""
        stands = tuple(stances.positions(text, start, end, bits)) if bits & STANCE else ()
        blamed = tuple(stances.blames(text, start, end, bits)) if bits & STANCE else ()
        full = bool(bits & (HARM | RISK | COUNT) or stands or blamed)
        if not full and not dates and not known and _PLACE_GATE.search(text, start, end) is None and not (start < TOP and _PLACES_ALONE.fullmatch(text, start, end)):
            return SentenceMentions(start=start, end=end, silent=True)
        tokens = tokenise(text, start, end)
        if not tokens.words:
            return SentenceMentions(start=start, end=end)
        if full and _GLUED.search(text, start, end) is not None:
            _unglue(tokens)
        masked = dated_tokens(tokens, dates)
        telling = events.TELLING.intersection(tokens.words)
        said: list[Speech] = []
        found: list[Harm] = []
        chunks = _NO_CHUNKS
        if full:
            whole = chunks = chunk(tokens, masked)
            if chunks.counts and (aside := insets(tokens, chunks.tags)):
                chunks = chunk(tokens, masked, aside)  # "Nine people, says the mayor, were killed" is "nine people were killed"
            found = harms(tokens, chunks, bodies_before=before.bodies, deaths_before=before.deaths, last=before.last, whole=before.whole, before=_words_before(text, start), told=before, opens=not start or text[start - 1] == "\n") if bits & (HARM | COUNT) else []
            said = speeches(tokens, whole)
        places = place_phrases(tokens, masked, known)
        if places and said:
            names = [_around_name(tokens, s) for s in said if s.np_end > s.np_start]
            places = [replace(p, told=True) if any(a <= p.start and p.end <= b for a, b in names) else p for p in places]
        fresh, spoken = split_dates(tokens, dates, said, found) if dates else ((), ())
        taken = {harm.at for harm in found}
        low = text[start:end].lower()
        apart = events.another(telling, low)
        return SentenceMentions(
            start=start,
            end=end,
            harms=tuple([harm_mention(tokens, chunks, first_of_its_kind(harm, found), who) for harm, who in zip(found, inherited(tokens, found), strict=True)]) if found else (),
            speeches=tuple(speech_mentions(tokens, said)) if said else (),
            places=tuple(places),
            positions=stands,
            blames=blamed,
            exposures=tuple(stances.exposures(text, tokens, chunks, taken)) if bits & RISK and chunks.counts else (),
            numbers=tuple(number_mentions(tokens, chunks, taken)) if chunks.counts else (),
            fresh_dates=fresh,
            said_dates=spoken,
            other_dates=tuple([d for d in dates if d not in fresh and d not in spoken]),
            rate=any(d.kind is DateKind.RATE and not low.startswith(" old", d.end - start) for d in dates),  # "less than a year old"
            separate=None if apart is None else start + apart,
            background=events.in_background(telling, low),
            returns=events.returns(telling, low),
            period=events.over_period(telling, low, text, start, end),
            targets=events.targets(telling),
            causes=events.means(telling),
            doubtful=not telling.isdisjoint(DOUBT_WORDS),
            parties=events.parties(telling, text, start, end),
        )

    def modality(self, text: str, mention: HarmMention, speech: SpeechMention | None, *, start: int, end: int) -> Modality:
        """Return how firmly a number is vouched for, from the words round it."""
        return modality(text, mention, speech, start, end)

    def voice(self, name: str) -> VoiceKind:
        """Return what sort of voice a speaker is, from the words that name it."""
        return voice(name)

    def registers(self, text: str, lines: Sequence[tuple[int, int]]) -> dict[int, tuple[HarmMention, int]]:
        """Return for each line that names one person of a list what befell that person, and how many the list names."""
        return registers(text, lines)

    def names(self, text: str, start: int, end: int, *, top: bool, gazetteer: Gazetteer) -> list[NameMention]:
        """Return the names of a sentence, with the odds that each is a place's."""
        return standing.names(text, start, end, top=top)

    def spans(self, text: str, mention: HarmMention, a: int, b: int) -> list[str] | None:
        """Return what the words of a count's clause say of whether it is of one event or of a time."""
        return spans.signs(text, mention.at, mention.start, mention.end, a, b)

    def doubted(self, asked: Beside) -> Modality | None:
        """Return what the words beside a count make of it."""
        return doubt.doubted(asked)

    def pointed(self, asked: Pointing) -> PointsBack | None:
        """Return whom the words round a count say that it counts, or to whom they point back."""
        return whom.pointed(asked)

    def vouchers(self, text: str, start: int, end: int) -> list[VoucherMention]:
        """Return everyone in a sentence who may vouch for a count."""
        return candidates(text, start, end)

    def like(self, text: str, start: int, end: int, a: int, b: int) -> list[str]:
        """Return what the sentence of a count is like that its speaker may stand outside of."""
        return likeness.like(text, start, end, a, b)

    def subject(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """Return the person or body that a sentence opens with, None where it opens with something else."""
        tokens = tokenise(text, start, end)
        found = opening(tokens)
        return None if found is None else (tokens.starts[found[0]], tokens.ends[found[1] - 1])


#: A word and the number that lost its blank: "and15 people", "killed12".
_GLUED = re.compile(r"\b(?:and|of|with|to|least|than|over|some|about|killed|killing|wounded|wounding|injured|injuring)(?=\d)", re.IGNORECASE)
_PARTED = re.compile(r"([a-z]{2,9})(\d{1,12})([a-z]{4,20})?", re.IGNORECASE)


def _unglue(tokens: Tokens) -> None:
    """Part words from the numbers that are glued to them, in place: "killed12", "killed12people"."""
    for k in range(len(tokens.words) - 1, -1, -1):
        if _GLUED.match(tokens.words[k]) is None or (m := _PARTED.fullmatch(tokens.words[k])) is None:
            continue
        spans = [m.span(n) for n in (1, 2, 3) if m[n]]
        at = tokens.starts[k]
        tokens.words[k : k + 1] = [tokens.words[k][a:b] for a, b in spans]
        tokens.raw[k : k + 1] = [tokens.raw[k][a:b] for a, b in spans]
        tokens.starts[k : k + 1] = [at + a for a, _ in spans]
        tokens.ends[k : k + 1] = [at + b for _, b in spans]


def _around_name(tokens: Tokens, s: Speech) -> tuple[int, int]:
    """Return where a speaker is named, with what is told of the speaker before the verb: "the mayor, who was in Juba, says"."""
    last = s.np_end - 1
    if last - s.np_start > 2 and "there" in tokens.words[s.verb :] and _SEATED.isdisjoint(tokens.words[s.np_start : s.np_end]):
        return 0, -1  # "workers who reached X said that two of the wounded there had died"
    if not s.own and s.np_end < s.verb < len(tokens.words) and "there" not in tokens.words[s.verb :]:
        last = s.verb
    return tokens.starts[s.np_start], tokens.ends[last]


#: Bodies that speak from their seat, of what happened elsewhere.
_SEATED = frozenset("ministry ministries government cabinet parliament army military command headquarters embassy presidency coalition agency commission mission".split())
_REACH = 260  # characters in which the person stands whom a pronoun means


def _words_before(text: str, start: int) -> str:
    """Return the end of the sentence before, of the same paragraph."""
    piece = text[max(0, start - _REACH) : start].rstrip()
    cut = max(piece.rfind("\n"), piece.rfind(". ", 0, len(piece) - 1))
    return piece[cut + 1 :]


#: A line of names and commas alone: "Barangay Orla, Butan, Lesser Sand."
_PLACES_ALONE = re.compile(r"[A-ZÀ-Þ][\w’'-]{1,20}(?: [A-Za-zÀ-Þ][\w’'-]{0,20}){0,3}(?:, [A-ZÀ-Þ][\w’'-]{1,20}(?: [A-Za-zÀ-Þ][\w’'-]{0,20}){0,3}){1,3}\.?")
_PLACE_GATE = re.compile(r"\b(?:in|into|at|near|on|of|off|over|to|writing from|reporting from|outside|inside|around|across|within|throughout|opposite|beside)\s{1,20}(?:the\s+|and\s+around\s+)?(?:[\w-]+\s+)?[A-ZÀ-Þ#]|\b(?i:location|locality|place|site|where|area|village|town|city|district|neighbou?rhood|municipality|governorate|province|region)\s?:\s{1,3}[A-ZÀ-Þ]")
_NO_CHUNKS = Chunks("", [])
