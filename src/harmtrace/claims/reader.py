"""One document read: sentences that matter, their mentions linked into claims and accounts."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from harmtrace.claims import respelt
from harmtrace.claims.drafts import Sentence, put
from harmtrace.claims.lists import longer_than_told
from harmtrace.claims.sentences import LOUD, OPENING
from harmtrace.claims.settling import Settling
from harmtrace.claims.state import NO_BEFORE
from harmtrace.claims.weeks import week_reported
from harmtrace.language import languages
from harmtrace.language.dates import reference
from harmtrace.language.grammar import COUNT, EVENT, HARM, RISK, STANCE, Before, Grammar, SentenceMentions
from harmtrace.language.places import Gazetteer
from harmtrace.language.weekdays import weekday_named
from harmtrace.records.claim import Casualty, Modality, Outcome, Reading, Scope, Step
from harmtrace.records.text import Document

RULES_VERSION = "english/13 arabic/11"

_OPENS = 6  # characters that may stand before a pronoun which opens its sentence
_HEADING_LINE = 60  # characters of a heading over a paragraph
_SHORT = 160  # characters of a sentence that says a count again
_BLOWS = 6  # sentences in which a blow is looked for before those hurt by it
_ELSE = 8  # characters behind a count of nobody in which "else" may stand
_Triggered = tuple[languages.Reader, Grammar, list[tuple[int, int]]]
_TITLE = 6  # characters of a title that is cut off as a sentence


def read(document: Document, *, gazetteer: Gazetteer, on: str | None = None, tags: Sequence[str] = languages.DEFAULT) -> Reading:
    """Return what one document says, claim by claim; nothing outside the document is looked at.

    ``on`` is the reference day (EDTF) for a document that has none of its own; ``tags`` are the languages that are read.
    """
    found = None
    if not languages.unseen(document.text):  # then words are as they are written, and most texts end here
        found = _triggered(document, tags)
        if found is None:
            return _nothing(document)
    if changes := respelt.edits(document.text):
        shown = respelt.Respelt(document, changes)
        return shown.restored(_read(shown.document, gazetteer, on, _triggered(shown.document, tags)))
    return _read(document, gazetteer, on, found or _triggered(document, tags))


def _nothing(document: Document) -> Reading:
    return Reading(document=document.id, claims=(), accounts=(), set_aside=(), issues=(), reference=None, reference_why="")


def _triggered(document: Document, tags: Sequence[str]) -> _Triggered | None:
    """Return the languages of a text and its words that may matter, None where it holds none."""
    tongues = languages.reader(document.text, tags=tags, language=document.language)
    triggers = tongues.triggers(document.text)
    return (tongues, tongues.main, triggers) if triggers and tongues.main is not None else None


def _read(document: Document, gazetteer: Gazetteer, on: str | None, found: _Triggered | None) -> Reading:
    if found is None:
        return _nothing(document)
    tongues, main, triggers = found
    text = document.text
    ref = reference(text, published=document.published, on=on)
    for language in tongues.languages:
        ref = language.grammar.reference(text, ref)
    ref = week_reported(text, main, ref)
    return _Reader(document, gazetteer, tongues, main, ref, triggers).read()


def _same_body(name: str, whole: str) -> bool:
    """Tell whether a body is named again by its kind alone: "the observatory" after "the Observatory of Mines"."""
    return whole.split()[0].removeprefix("ال") == name.removeprefix("ال")


class _Reader(Settling):
    """Reads one document from its first sentence to its last, keeping events and voices."""

    def read(self) -> Reading:
        """Return the reading of the whole document."""
        sentences = self.whole = self.sentences()
        self._follow(sentences)
        if not any(s.bits & (HARM | RISK) for s in sentences):
            self._hush(sentences)
        loud = [s.index for s in sentences if s.bits & LOUD]
        wanted: set[int] = set(range(OPENING))
        for index in loud:
            wanted.update((index - 1, index, index + 1))
            if self.cues.framed and (heading := self._over(sentences, index)) is not None:
                wanted.add(heading)
            wanted.update(self._blows(sentences, index))
            first = self._leader(sentences, index)
            if first is not None:
                self.referred.add(first)
                wanted.add(first)
            if index and self._heads(sentences[index - 1], sentences[index]):
                self.referred.add(index - 1)
                self.headings.add(index - 1)
            if self.cues.opens_pronoun.match(self.text, sentences[index].start) is not None:
                self.referred.update((index - 2, index - 1))
                wanted.add(index - 2)
            elif index and not sentences[index - 1].bits & LOUD and self.cues.says_pronoun.search(self.text, sentences[index].start, sentences[index].end) is not None:
                self.referred.add(index - 1)  # ", he said": who he is stands in the sentence before
            elif index and not sentences[index - 1].bits & LOUD and self.cues.introduces.search(self.text, sentences[index - 1].start, sentences[index - 1].end) is not None:
                self.referred.add(index - 1)
            quote = self.voices.quote_at(sentences[index].start)
            if quote is not None:  # who speaks may stand in the sentence before the quotation, or before what it goes on with
                first = index
                while first and sentences[first].start > self.voices.quotes[quote][0]:
                    first -= 1
                self.referred.update(range(first - 1, index))
                wanted.update(range(max(first - 1, 0), index))
        wanted.update(self._registers(sentences))
        self.weak_spots += self._opening_place()
        self._hear_teller()
        self._hear_lines()
        for sentence in sentences:
            if sentence.index in wanted:
                if sentence.index and self.drafts:
                    self._taken_back(sentence, sentences[sentence.index - 1])
                self._sentence(sentence, sentences)
        self._tables(sentences)
        return self._finish()

    def _hush(self, sentences: list[Sentence]) -> None:
        """Leave of a text without a word of harm only what states a position, lays blame or tells of an event: its numbers count nobody."""
        for sentence in sentences:
            sentence.bits &= ~COUNT
            if sentence.bits & STANCE and not sentence.bits & EVENT and not sentence.grammar.answers(self.text, sentence.start, sentence.end, sentence.bits):
                sentence.bits &= ~STANCE

    def _heads(self, before: Sentence, sentence: Sentence) -> bool:
        """Tell whether a line without a verdict of its own stands over a paragraph as its heading: "March, day unknown: X district"."""
        short = before.end - before.start < _HEADING_LINE and before.paragraph == sentence.paragraph - 1 and before.first_of_paragraph
        return short and sentence.first_of_paragraph and not before.bits & LOUD and self.text[before.end - 1] not in ".!?:؟" and ":" in self.text[before.start : before.end]

    def _over(self, sentences: list[Sentence], index: int) -> int | None:
        """Return the short line that stands over the paragraph of a sentence as its heading, however far behind it the sentence stands: "Tuesday, 11 August"."""
        first = index
        while first and not sentences[first].first_of_paragraph:
            first -= 1
        line = sentences[first - 1] if first else None
        if line is None or not line.first_of_paragraph or line.end - line.start >= _HEADING_LINE or self.text[line.end - 1] in ".!?؟":
            return None
        return first - 1

    def _follow(self, sentences: list[Sentence]) -> None:
        """Mark the sentences behind those with harm that may go on from their count: "Not 52", "My friend says nine"."""
        near = 0
        for sentence in sentences:
            if sentence.bits & LOUD:
                if near and not sentence.bits & (HARM | COUNT) and sentence.grammar.cues.numbered.search(self.text, sentence.start, sentence.end) is not None:
                    sentence.bits |= COUNT
                near = 2 if sentence.bits & (HARM | COUNT) else max(near - 1, 0)
            elif near:
                near -= 1
                if sentence.end - sentence.start < _SHORT and sentence.grammar.cues.follows.match(self.text, sentence.start, sentence.end) is not None:
                    sentence.bits |= COUNT
                    near = 2
                elif sentence.grammar.cues.numbered.search(self.text, sentence.start, sentence.end) is not None:
                    sentence.bits |= COUNT

    def _blows(self, sentences: list[Sentence], index: int) -> Iterator[int]:
        """Yield the sentences before in the paragraph that tell of a blow and may say where it fell."""
        for k in range(index - 2, max(index - _BLOWS, 0), -1):
            if sentences[k].paragraph != sentences[index].paragraph:
                return
            if sentences[k].bits & EVENT:
                yield k

    def _leader(self, sentences: list[Sentence], index: int) -> int | None:
        """Return the sentence before, with no word of harm, that may say where this one's harm was: "A ferry sank at X."."""
        k = index - 1
        while k > 0 and sentences[k].end - sentences[k].start < _TITLE:
            k -= 1  # "GEN." before a name
        if k < OPENING:
            return None
        before = sentences[k]
        if sentences[index].paragraph != before.paragraph and not self.text.startswith("?", before.end - 1):
            return None
        return k if not before.bits & (LOUD | EVENT) and before.grammar.cues.names_place.match(self.text, before.start, before.end) is not None else None

    def _taken_back(self, sentence: Sentence, before: Sentence) -> None:
        """Doubt or deny the claims of the sentence before where this one does ("That was untrue")."""
        if sentence.grammar.cues.takes_back.match(self.text, sentence.start, sentence.end) is not None:
            modality = Modality.DENIED
        elif sentence.grammar.cues.unchecked.match(self.text, sentence.start, sentence.end) is not None:
            modality = Modality.UNCONFIRMED
        else:
            return
        for draft in reversed(self.drafts):
            if draft.claim.start < before.start:
                return
            if isinstance(draft.claim, Casualty) and draft.claim.modality is Modality.ASSERTED:
                put(draft.claim, "modality", modality)

    def _counted_already(self, sentence: Sentence, m: SentenceMentions) -> bool:
        """Tell whether a person of a list is one of a number that the text gave before: then the number is the claim."""
        size = self.listed_by_name.get(sentence.index, 0)
        if not size:
            return False
        outcome = m.harms[0].outcome
        whole = (d.claim for d in self.drafts if isinstance(d.claim, Casualty) and d.claim.outcome is outcome and d.claim.scope is Scope.EVENT)
        return any((claim.count.low or 0) >= max(size, 2) for claim in whole)

    def _of_a_whole(self, sentence: Sentence, m: SentenceMentions) -> SentenceMentions:
        """Return the mentions, a death of some of those counted before made a part: "Of the nine, two died"."""
        opens = self.cues.out_of.match(self.text, sentence.start, sentence.end) is not None
        for k, harm in enumerate(m.harms):
            if harm.outcome is Outcome.KILLED and harm.step is Step.TOTAL and harm.count.low:
                if opens or self.cues.of_the_hurt.search(self.text, harm.start, harm.end) is not None:
                    return replace(m, harms=(*m.harms[:k], replace(harm, step=Step.PART), *m.harms[k + 1 :]))
                break
        return m

    def _nobody_else(self, m: SentenceMentions) -> SentenceMentions:
        """Return the mentions without "nobody else was hurt": it counts nobody but those told of, and denies none of them."""
        beside = [h for h in m.harms if h.count.high == 0 and self.cues.nobody_else.search(self.text, h.start, h.end + _ELSE) is not None]
        if not beside:
            return m
        for h in beside:
            self._set_aside(h.start, h.end, "says that nobody else came to harm")
        return replace(m, harms=tuple(h for h in m.harms if h not in beside))

    def _sentence(self, sentence: Sentence, sentences: list[Sentence]) -> None:
        if sentence.grammar is not self.grammar:
            self._speak(sentence.grammar)
        m = self._mentions(sentence)
        if self.pretences is not None:
            self.pretences.hear(sentence)
        self._in_line(sentence, sentences)
        if m.silent or self._counted_already(sentence, m):
            self.before = Before(deaths=self.before.deaths, last=self.before.last, whole=self.before.whole, since=self.before.since + 1, counts=self.before.counts) if self.before.last is not None else NO_BEFORE
            return
        if self.pretences is not None and (unreal := self.pretences.reasons(sentence, m)):
            for k, why in sorted(unreal.items()):
                self._set_aside(m.harms[k].start, m.harms[k].end, why.value)
            self.pretences.apart.add(sentence.index)
            if len(unreal) == len(m.harms):
                self.before = NO_BEFORE
                return
            m = replace(m, harms=tuple(h for k, h in enumerate(m.harms) if k not in unreal))
        if m.harms and self.before.last is not None:
            m = self._of_a_whole(sentence, m)
        if any(h.count.high == 0 for h in m.harms):
            m = self._nobody_else(m)
        if sentence.first_of_paragraph and self.voices.label_until < sentence.start:
            self.voices.label = None
            if self.voices.heard:
                self._hear_label(sentence)
        if sentence.index and (pronoun := next((s for s in m.speeches if s.pronoun), None)) is not None:
            self._antecedent(sentence, sentences, self.text[pronoun.name_start : pronoun.name_end].lower())
        for speech in m.speeches:
            if speech.pronoun and speech.name_start > sentence.start + _OPENS:
                self._own_subject(sentence, speech)
        self.voices.hear(m, sentence.index)
        self._introduce(sentence, m)
        for speech in m.speeches:
            if speech.record and (named := self.voices.named(speech)) is not None:
                if speech.scope_end <= speech.scope_start and speech.name_end > speech.name_start:
                    self.voices.record = named
                elif self.recorder is not None and self.voices.record is not None and named.name == self.voices.record.name:
                    continue  # "the report counted": the body that put it out
                again = self.recorder is not None and self.voices.record is not None and _same_body(named.name, self.voices.record.name)
                self.recorder = named, self.recorder[1] if again and self.recorder is not None else speech
        row = self._row(sentence.start, sentence.end) if m.harms or (m.fresh_dates and sentence.first_of_paragraph and m.causes) else None
        spots = self._spots(m, row)
        if sentence.first_of_paragraph and (spots or m.fresh_dates) and (row is None or self.reporting is None):
            head = self.cues.dateline.match(self.text, sentence.start)
            if head is not None and not any(d.start < head.end(1) and head.start(1) < d.end for d in m.fresh_dates):
                spots = [s for s in spots if s.start >= head.end()]
                if ":" not in head[0] or "(" in head[0]:
                    m.fresh_dates = tuple([d for d in m.fresh_dates if d.start >= head.end() - 1])
        m.fresh_dates = m.fresh_dates if self._of_another(spots) else self._of_blow(m)
        self._doubt_dates(m)
        for date in m.fresh_dates:
            if (weekday := weekday_named(self.text[date.start : date.end])) is not None:
                self.weekdays.append((date.start, date.edtf, weekday))
        if m.fresh_dates and self.cues.series.search(self.text, m.start, m.end) is not None:
            self.series = self._time(m.fresh_dates, m) or self.series
        self.sides += [(a, name) for a, _, name in m.parties]
        for number in m.numbers:
            self._set_aside(number.start, number.end, number.reason)
        if not (m.harms or m.positions or m.blames or m.exposures):
            self._context(sentence, m, spots)
        else:
            made = len(self.drafts)
            if m.harms:
                self.cluster += 1
                if self.text.find(":", m.harms[0].end, m.end) != -1:
                    self.issues += longer_than_told(self.text, m, self.document.id)
            for mention in m.harms:
                self._harm(sentence, m, mention, spots, sentences)
            harm_spans = [(h.start, h.end) for h in m.harms]
            for position in m.positions:
                self._position(sentence, m, position, spots, sentences)
            for blame in m.blames:
                self._blame(sentence, m, blame, spots, sentences, harm_spans)
            if m.exposures and not m.harms and self.current is None:
                self.weak_spots += spots
            if m.exposures and not m.harms:
                self._set_scene(sentence, m, spots, None)
            for exposure in m.exposures:
                self._exposure(sentence, m, exposure, spots, sentences)
            if len(self.drafts) == made and not m.harms:
                self._context(sentence, m, spots)  # nobody who could states a position: the words tell of the event
        outcomes = {h.outcome for h in m.harms}
        bodies = Outcome.BODIES_RECOVERED in outcomes
        deaths = self.before.deaths or bodies or Outcome.KILLED in outcomes
        last = m.harms[-1].outcome if m.harms else self.before.last
        whole = m.harms[0].outcome if m.harms else self.before.whole
        counts = {**self.before.counts, **{told: h.outcome for h in m.harms if (told := h.count.low or h.count.high)}} if m.harms else self.before.counts
        self.before = Before(bodies=bodies, deaths=deaths, last=last, whole=whole, since=0 if m.harms else self.before.since + 1, counts=counts) if last is not None else NO_BEFORE
