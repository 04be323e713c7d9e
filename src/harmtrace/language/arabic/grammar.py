"""The Arabic grammar: one sentence in, its mentions out."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from harmtrace.language.arabic import pieces, stances, standing, whom
from harmtrace.language.arabic.counts.reading import counted
from harmtrace.language.arabic.cues import CUES
from harmtrace.language.arabic.dates.datelines import reference as dateline
from harmtrace.language.arabic.dates.reading import find
from harmtrace.language.arabic.events import BACKGROUND, RETURNS, TARGETS, another
from harmtrace.language.arabic.harms.reading import harms
from harmtrace.language.arabic.letters import letters
from harmtrace.language.arabic.mentions import harm_mentions, number_mentions, without_rates
from harmtrace.language.arabic.modality import SAID, modality
from harmtrace.language.arabic.parties import parties_named
from harmtrace.language.arabic.registers import registers
from harmtrace.language.arabic.sources import TESTIMONIES
from harmtrace.language.arabic.speakers import subject, voice
from harmtrace.language.arabic.speech import ISSUES, speeches
from harmtrace.language.arabic.tokens import Tokens, tokenise
from harmtrace.language.arabic.vouchers import candidates
from harmtrace.language.arabic.whens import mask, split_dates
from harmtrace.language.arabic.wheres import places
from harmtrace.language.dates import DateKind, DateMention, Reference
from harmtrace.language.grammar import (
    COUNT,
    EVENT,
    EVERYTHING,
    HARM,
    RISK,
    STANCE,
    Before,
    Cues,
    HarmMention,
    NameMention,
    Pointing,
    PointsBack,
    SentenceMentions,
    SpeechMention,
    Unweighed,
    VoucherMention,
)
from harmtrace.language.places import Gazetteer, PlaceMention
from harmtrace.language.sentences import split
from harmtrace.records.claim import Modality, VoiceKind


class Arabic(Unweighed):
    """Arabic, as rules over word classes."""

    name = "arabic"
    cues: Cues = CUES

    def triggers(self, text: str) -> list[tuple[int, int]]:
        """Return where words stand that may matter and what they may mean, in order; empty for no use."""
        return pieces.triggers(letters(text))

    def meaning(self, bits: int) -> int:
        """Return the bits of a sentence, that of a position or blame only where all stands in it that one of them needs.

        It stays where the sentence may tell a day, an event or who speaks: what others are filled from.
        """
        keeps = EVENT | pieces.DATE | pieces.SAYING
        return bits if not bits & STANCE or bits & keeps or stances.opened(bits) else bits & ~STANCE

    def lays(self, text: str, start: int, end: int, bits: int) -> bool:
        """Tell of no more sentences that they lay blame: their words are all asked for."""
        return False

    def answers(self, text: str, start: int, end: int, bits: int) -> bool:
        """Tell whether a sentence may state a position or lay blame."""
        return stances.opened(bits)

    def sentences(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """Return the sentences of ``text[start:end]``."""
        return split(text, start, end)

    def dates(self, text: str, start: int, end: int, reference: Reference) -> tuple[DateMention, ...]:
        """Return the words of time in ``text[start:end]``."""
        found = letters(text)
        dates = find(found, found.folded(start), found.folded(end), reference)
        return tuple(d for d in dates if d.rule != "weekday" or not found.text.startswith(_MARKET, found.folded(d.start) - len(_MARKET)))

    def reference(self, text: str, known: Reference) -> Reference:
        """Return the day that the text is read from, where nothing else has given one."""
        return dateline(letters(text), known)

    def read(
        self, text: str, start: int, end: int, *, dates: Sequence[DateMention], known: Sequence[PlaceMention], before: Before, bits: int = EVERYTHING
    ) -> SentenceMentions:
        """Return what one sentence holds; ``bits`` say what its words may mean."""
        found = letters(text)
        first, last = found.folded(start), found.folded(end)
        t = tokenise(found, first, last)
        if not t.size:
            return SentenceMentions(start=start, end=end, silent=True)
        if not _RECORDING.isdisjoint(t.stems):
            _name_offices(t)
        held = pieces.held(found, first, last)
        mask(t, dates)
        line = found.text[t.starts[0] : t.ends[-1]]
        loud = bool(bits & (HARM | RISK | COUNT))
        counts = counted(t) if loud else {}
        entry = _ENTRY.match(text, start, end) is not None
        harmed = harms(t, counts, item=entry, told=before.whole) if bits & (HARM | COUNT) else []
        stands = tuple(stances.positions(t, held)) if bits & (STANCE | EVENT) and held & pieces.POSITION else ()
        blamed = tuple(stances.blames(t, held)) if bits & (STANCE | EVENT) and held & pieces.BLAME else ()
        spoken = speeches(t) if loud or bits & STANCE or stands or blamed or not ISSUES.isdisjoint(t.stems) or not TESTIMONIES.isdisjoint(t.stems[:3]) else []
        where = places(t, known, head=entry, line=_opens_line(text, start))
        if spoken and where:
            outside = [p for p in where if not any(s.name_start <= p.start and p.end <= s.name_end for s in spoken)]
            where = outside if outside or not harmed else [replace(p, told=True) for p in where if not p.weak]  # the seat of who speaks
        fresh, said = split_dates(t, dates, spoken, harmed)
        rates = [d for d in dates if d.kind is DateKind.RATE]
        harmed, rated = without_rates(t, counts, harmed, rates) if rates else (harmed, [])
        taken = {h.counted.start for h in harmed}
        named = parties_named(t) if "T" in t.kinds else []
        return SentenceMentions(
            start=start,
            end=end,
            harms=harm_mentions(t, harmed, fresh, line, named, held) if harmed else (),
            speeches=tuple(spoken),
            places=tuple(where),
            positions=stands,
            blames=blamed,
            exposures=tuple(stances.exposures(t, counts, taken)) if bits & RISK else (),
            numbers=(*rated, *number_mentions(t, counts, taken)),
            fresh_dates=fresh,
            said_dates=said,
            rate=False,
            separate=another(t, line) if held & pieces.SEPARATE else None,
            background=bool(held & pieces.BACKGROUND) and BACKGROUND.search(line) is not None,
            returns=bool(held & pieces.RETURNS) and RETURNS.search(line) is not None,
            period=False,
            targets=_NONE if _AIMED_AT.isdisjoint(t.stems) else frozenset([TARGETS[s] for s in t.stems if s in TARGETS]),
            causes=frozenset([w.note for w, k in zip(t.words, t.kinds, strict=True) if k == "E" and w is not None]) if "E" in t.kinds else _SHOTS if "نار" in t.stems and _shots(t) else _NONE,
            doubtful=bool(held & pieces.DOUBT) or (bool(held & pieces.SAID) and SAID.search(line) is not None),
            parties=tuple((*t.span(a, b, core=True), text[slice(*t.span(a, b, core=True))]) for a, b in named),
        )

    def pointed(self, asked: Pointing) -> PointsBack | None:
        """Return whom the words round a count say that it counts, or to whom they point back."""
        return whom.pointed(asked)

    def modality(self, text: str, mention: HarmMention, speech: SpeechMention | None, *, start: int, end: int) -> Modality:
        """Return how firmly a number is vouched for, from the words round it."""
        return modality(letters(text), mention, speech, start, end)

    def voice(self, name: str) -> VoiceKind:
        """Return what sort of voice a speaker is, from the words that name it."""
        return voice(name)

    def names(self, text: str, start: int, end: int, *, top: bool, gazetteer: Gazetteer) -> list[NameMention]:
        """Return the names of a sentence, with the odds that each is a place's."""
        return standing.names(text, start, end, top=top, gazetteer=gazetteer)

    def vouchers(self, text: str, start: int, end: int) -> list[VoucherMention]:
        """Return everyone in a sentence who may vouch for a count."""
        found = letters(text)
        return candidates(tokenise(found, found.folded(start), found.folded(end)))

    def registers(self, text: str, lines: Sequence[tuple[int, int]]) -> dict[int, tuple[HarmMention, int]]:
        """Return for each line that names one person of a list what befell that person, and how many the list names."""
        return registers(letters(text), lines) if _LISTED.search(text) is not None else {}

    def subject(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """Return the person that a sentence opens with, behind its verb; None where it opens with something else."""
        found = letters(text)
        t = tokenise(found, found.folded(start), found.folded(end))
        named = subject(t)
        return None if named is None else t.span(named[0], named[1], core=True)


#: Two entries of a list below each other.
# A market or a town is named after the day that follows; "the market on Sunday" says "the".
_MARKET: Final = " سوق "
_LISTED: Final = re.compile(r"\n[-•*·–—▪◾●0-9٠-٩][^\n]{1,110}\n[-•*·–—▪◾●0-9٠-٩]")
_OFFICES: Final = frozenset("مركز شبكه مكتب فريق وحده لجنه منظمه مرصد مشروع هييه مجموعه جمعيه موقع".split())
_RECORDING: Final = frozenset("توثيق رصد تسجيل".split())


def _name_offices(t: Tokens) -> None:
    """Take "record" for part of a name in "the Centre for Recording Violations": there it records nothing."""
    for k in range(1, t.size):
        if t.stems[k] in _RECORDING and (t.stems[k - 1] in _OFFICES or (t.stems[k] == "رصد" and t.kinds[k - 1] in ("Y", "A"))):
            t.kinds[k] = "x"


_SHOTS: Final = frozenset(("gunfire",))


def _shots(t: Tokens) -> bool:
    """Tell shooting from a ceasefire."""
    k = t.stems.index("نار")
    return t.stem(k - 1) == "اطلاق" and t.stem(k - 2) not in ("وقف", "لوقف", "هدنه")


_NONE: Final[frozenset[str]] = frozenset()
_AIMED_AT: Final = frozenset(TARGETS)
#: An entry of a list: it opens with a bullet, a dash or a numeral.
_ENTRY: Final = re.compile(r"\s{0,20}(?:[•●▪◾📌🔴🔻👈*·‣–—-]|\d{1,2}\s{0,20}[-).])\s{0,20}")


def _opens_line(text: str, start: int) -> bool:
    return start == 0 or text[max(0, start - 2) : start].find("\n") >= 0
