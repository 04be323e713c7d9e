"""Document -> its sentences, and what each of them holds."""

import re
from bisect import bisect_right

from harmtrace.claims.drafts import Sentence
from harmtrace.claims.state import State
from harmtrace.language.dates import DateMention
from harmtrace.language.grammar import (
    COUNT,
    DAY,
    EVENT,
    EVERYTHING,
    HARM,
    PRETENCE,
    RISK,
    STANCE,
    Cues,
    SentenceMentions,
)
from harmtrace.records.text import ZoneKind

_SILENT = {ZoneKind.MENU, ZoneKind.BOILERPLATE, ZoneKind.COMMENT, ZoneKind.REPEAT, ZoneKind.BYLINE}
_SILENT_MENTIONS = SentenceMentions(start=0, end=0, silent=True)
#: What a sentence must hold to be read in full: words of harm, of a position, of people at risk, or a count.
LOUD = HARM | STANCE | RISK | COUNT
#: So many sentences from the top are read whatever they hold: they say where and when.
OPENING = 4
_PLACE_LINE = re.compile(r"[^\n(]{2,50}\([^)\n]{3,24}\)\s*$")
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")


class Sentences(State):
    """Divides a document into sentences and reads each of them once."""

    def sentences(self) -> list[Sentence]:
        """Return the sentences outside menus, boilerplate and comments, the loud ones marked."""
        out: list[Sentence] = []
        text = self.text
        paragraph = -1
        last_line, line, next_line = -2, -1, text.find("\n")
        triggers, k, count = self.triggers, 0, len(self.triggers)
        zone_starts = [z.start for z in self.zones]
        sole = self.tongues.sole
        for a, b in self.grammar.sentences(text, 0, len(text)):
            kind = self._zone(a, zone_starts) if zone_starts else ZoneKind.BODY
            while -1 < next_line < a:
                line, next_line = next_line, text.find("\n", next_line + 1)
            first = line != last_line
            if first:
                paragraph += 1
                last_line = line
            if kind in _SILENT and not (kind is ZoneKind.BYLINE and _PLACE_LINE.match(text, a, b) is not None):
                continue
            while k < count and triggers[k][0] < a:
                k += 1
            bits = 0
            while k < count and triggers[k][0] < b:
                bits |= triggers[k][1]
                k += 1
            if zone_starts:
                b = self._until_silent(a, b, zone_starts)
            grammar = self.main_grammar if sole else self.tongues.of(text, a, b)
            if grammar is not None:
                if bits & STANCE:
                    bits = grammar.meaning(bits)
                elif bits and grammar.lays(text, a, b, bits):
                    bits |= STANCE
                out.append(Sentence(len(out), a, b, kind, paragraph, first, bits, grammar))
        return out

    def _until_silent(self, a: int, b: int, starts: list[int]) -> int:
        """Return where a sentence ends that runs into what is no text: reactions glued to a post."""
        k = bisect_right(starts, a)
        if k < len(starts) and starts[k] < b and self.zones[k].kind in _SILENT:
            return starts[k]
        return b

    def _zone(self, at: int, starts: list[int]) -> ZoneKind:
        k = bisect_right(starts, at) - 1
        if k >= 0 and at < self.zones[k].end:
            return self.zones[k].kind
        return ZoneKind.BODY

    def _registers(self, sentences: list[Sentence]) -> set[int]:
        """Keep what lists of people by name say of each, and return their lines."""
        found = self.main_grammar.registers(self.text, [(s.start, s.end) for s in sentences])
        for index, (mention, size) in found.items():
            self.stories[index] = SentenceMentions(start=sentences[index].start, end=sentences[index].end, harms=(mention,))
            self.listed_by_name[index] = size
        return set(found)

    def _mentions(self, sentence: Sentence, *, wanted: bool = False) -> SentenceMentions:
        """Return what a sentence holds; one ``wanted`` for its speaker is read whatever its words."""
        found = self.stories.get(sentence.index)
        if found is not None and not (wanted and found.silent):
            return found
        referred = wanted or sentence.index in self.referred
        always = referred or sentence.index < OPENING
        if not (always or sentence.bits & EVERYTHING & ~PRETENCE):
            return _SILENT_MENTIONS
        grammar = sentence.grammar
        dated = sentence.bits & DAY or grammar.cues.dated.search(self.text, sentence.start, sentence.end) is not None
        dates = grammar.dates(self.text, sentence.start, sentence.end, self.ref) if dated else ()
        if dates:
            dates = self._of_that_year(grammar.cues, dates)
        if always or dates or sentence.bits & (LOUD | EVENT):
            known = self.gazetteer.find(self.text, sentence.start, sentence.end)
            if dates and known:  # a place may be named after the day of its market: "Sunday Market"
                dates = tuple(d for d in dates if not any(p.start <= d.start and d.end <= p.end and d.end - d.start < p.end - p.start for p in known))
            bits = sentence.bits | COUNT if referred else sentence.bits
            found = grammar.read(self.text, sentence.start, sentence.end, dates=dates, known=known, before=self.before, bits=bits)
        else:
            found = _SILENT_MENTIONS
        self.stories[sentence.index] = found
        return found

    def _of_that_year(self, cues: Cues, dates: "tuple[DateMention, ...]") -> "tuple[DateMention, ...]":
        """Return the dates, "14 July of that year" in the year named before it."""
        out: list[DateMention] = []
        for date in dates:
            if date.edtf is not None and self.year is not None and cues.that_year.match(self.text, date.end) is not None:
                date = date._replace(edtf="/".join(self.year + end[4:] for end in date.edtf.split("/")))
            elif date.edtf is not None and (named := _YEAR.search(self.text, date.start, date.end)) is not None:
                self.year = named[0]
            out.append(date)
        return tuple(out)
