"""One document read: sentences that matter, their mentions linked into claims and accounts."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from harmtrace.claims import hidden
from harmtrace.claims.events import Event, Spot, conflict, days_apart, event_time, finer, overlaps, spot
from harmtrace.claims.ids import Ids
from harmtrace.claims.voices import Named, Voices
from harmtrace.language import languages
from harmtrace.language.dates import Anchor, DateKind, DateMention, Reference, reference
from harmtrace.language.grammar import (
    COUNT,
    DAY,
    EVENT,
    HARM,
    RISK,
    STANCE,
    Before,
    BlameMention,
    Cues,
    ExposureMention,
    Grammar,
    HarmMention,
    Manner,
    PositionMention,
    SentenceMentions,
    SpeechMention,
)
from harmtrace.language.parties import canonical, settle_in
from harmtrace.language.places import Gazetteer, PlaceMention, coordinates
from harmtrace.language.weekdays import weekday_named
from harmtrace.records.claim import (
    Account,
    Blame,
    Casualty,
    Claim,
    ClaimId,
    Exposure,
    Modality,
    Outcome,
    Position,
    Reading,
    Scope,
    SetAside,
    Stated,
    Step,
    VoiceKind,
    Who,
)
from harmtrace.records.entry import Issue
from harmtrace.records.measure import Place
from harmtrace.records.text import Document, SourceKind, ZoneKind

RULES_VERSION = "english/4 arabic/3"

_SILENT = {ZoneKind.MENU, ZoneKind.BOILERPLATE, ZoneKind.COMMENT, ZoneKind.REPEAT, ZoneKind.BYLINE}
_NO_BEFORE = Before()
_DEATHS = Before(deaths=True)
_BODIES = Before(bodies=True, deaths=True)
_SILENT_MENTIONS = SentenceMentions(start=0, end=0, silent=True)
#: What a sentence must hold to be read in full: words of harm, of a position, of people at risk, or a count.
_LOUD = HARM | STANCE | RISK | COUNT
#: So many sentences from the top are read whatever they hold: they say where and when.
_OPENING = 4
_PLACE_LINE = re.compile(r"[^\n(]{2,50}\([^)\n]{3,24}\)\s*$")
#: "33.31", "°", "38S LC 1"; what each begins with stands first, so that the search can leap to it.
_COORDINATES = re.compile(r"[\d°](?:(?<=°)|\.\d\d|(?<!\w\d)\d?[A-Z]\s?[A-Z]{2}\s?\d)")
_HEAD = 200  # characters in which a text says what day it is of
_UNKNOWN_PLACE = 7.0  # a city or finer
_REGION = 8.0  # a subdistrict or wider
#: An entry of a list: it opens with a bullet or a dash, or with a place before a colon.
_LISTED = re.compile(r"\s{0,20}(?:[•●▪◾📌🔴🔻👈*·‣–—-]\s|\d{1,2}[.)-]\s|#[^\s:#]{2,40}\s?:)")
_ONE_MENTION = 80  # characters within which two places are said of one thing
_NEXT_PLAIN = re.compile(r"(?<=[a-z]) ([a-z]{3,12})(?!\w)")
_NEXT_ARABIC = re.compile(r"(?<=[\u0621-\u064a]) ([\u0621-\u064a]{2,20})(?!\w)")
#: Hashtags that are calls and headings, not places.
_NO_PLACE_TAG = re.compile(r"خبار|عاجل|مباشر|متابع|تقرير|صور|فيديو|ال[اآ]ن$|نداء|نقذوا|تضامن|تحديث|شهداء|مجزرة|الخوذ|خوذ|اعلام|إعلام|مراسل|بيان|news|break|pray|save|stop|justice|live|update", re.IGNORECASE)
_LABELLED = re.compile(r"\s{0,20}[^\s:.,][^\n:.,]{1,40}:\s{0,20}[~+≥>]?\s{0,20}\d")
_WOUNDS_REACH = 24
_BESIDE = 600  # characters within which a day of the week may belong to an event
_FEW_WORDS = 40
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_CAPTION = re.compile(r"\s{0,5}\d{1,3} ?[—–.)-]")
_CLOCK_LINE = re.compile(r"\n\s{0,20}\d{1,2}[:.]\d\d\b")


def read(document: Document, *, gazetteer: Gazetteer, on: str | None = None, tags: Sequence[str] = languages.DEFAULT) -> Reading:
    """Return what one document says, claim by claim; nothing outside the document is looked at.

    ``on`` is the reference day (EDTF) for a document that has none of its own; ``tags`` are the languages that are read.
    """
    if hidden.SOFT_HYPHEN in document.text:
        shown = hidden.without(document)
        return hidden.restored(read(shown, gazetteer=gazetteer, on=on, tags=tags), document)
    text = document.text
    tongues = languages.reader(text, tags=tags, language=document.language)
    triggers = tongues.triggers(text)
    if not triggers or tongues.main is None:
        return Reading(document=document.id, claims=(), accounts=(), set_aside=(), issues=(), reference=None, reference_why="")
    ref = reference(text, published=document.published, on=on)
    for language in tongues.languages:
        ref = language.grammar.reference(text, ref)
    return _Reader(document, gazetteer, tongues, tongues.main, ref, triggers).read()


@dataclass(slots=True)
class _Draft:
    """A claim before its event's time and place are settled."""

    claim: Claim
    event: Event | None
    at: int
    own_when: str | None = None
    own_where: Spot | None = None
    cluster: int = 0
    early: bool = False
    wrong: bool = False
    kin: bool = False


@dataclass(slots=True)
class _Sentence:
    """A sentence with its place in the document."""

    index: int
    start: int
    end: int
    zone: ZoneKind
    paragraph: int
    first_of_paragraph: bool
    bits: int
    grammar: Grammar


class _Reader:
    """Reads one document from its first sentence to its last, keeping events and voices."""

    def __init__(self, document: Document, gazetteer: Gazetteer, tongues: languages.Reader, grammar: Grammar, ref: Reference, triggers: list[tuple[int, int]]) -> None:
        self.document = document
        self.text = document.text
        self.gazetteer = gazetteer
        self.tongues = tongues
        self.grammar = self.main_grammar = grammar
        self.cues = grammar.cues
        self.ref = ref
        self.triggers = triggers
        self.voices = Voices.of(document.text, grammar.cues)
        self.events: list[Event] = []
        self.current: Event | None = None
        self.main: Event | None = None
        self.near: tuple[Place, ...] = ()
        self.drafts: list[_Draft] = []
        self.aside: list[SetAside] = []
        self.ids = Ids(document.id)
        self.before = _NO_BEFORE
        self.pending_spots: list[Spot] = []
        self.pending_when: tuple[str, str] | None = None
        self.stories: dict[int, SentenceMentions] = {}
        self.listed_by_name: dict[int, int] = {}
        self.referred: set[int] = set()
        self.zones = list(document.zones)
        self.cluster = 0
        self.reporting: tuple[str, str] | None = None
        self.last_scope: dict[Outcome, tuple[Scope, tuple[str, str] | None]] = {}
        self.weak_spots: list[Spot] = []
        self.last_claim: tuple[int, Scope, bool] | None = None
        self.last_window: tuple[str, str] | None = None
        self.media: str | None = None
        self.area: Spot | None = None
        self.issues: list[Issue] = []
        self.listed_day: tuple[str, str] | None = None
        self.recorder: tuple[Named, SpeechMention] | None = None
        self.sides: list[tuple[int, str]] = []
        self.told: Event | None = None
        self.tags: list[Spot] = []
        self.weekdays: list[tuple[int, str | None, int]] = []
        self.maybe: list[Spot] = []
        self.series: tuple[str, str] | None = None
        self.told_spots: list[Spot] = []
        self.year: str | None = None

    # ---- sentences ----

    def sentences(self) -> list[_Sentence]:
        """Return the sentences outside menus, boilerplate and comments, the loud ones marked."""
        out: list[_Sentence] = []
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
                out.append(_Sentence(len(out), a, b, kind, paragraph, first, bits, grammar))
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

    def read(self) -> Reading:
        """Return the reading of the whole document."""
        sentences = self.sentences()
        loud = [s.index for s in sentences if s.bits & _LOUD]
        wanted: set[int] = set(range(_OPENING))
        for index in loud:
            wanted.update((index - 1, index, index + 1))
            if self.cues.opens_pronoun.match(self.text, sentences[index].start) is not None:
                self.referred.update((index - 2, index - 1))
                wanted.add(index - 2)
            elif index and not sentences[index - 1].bits & _LOUD and self.cues.says_pronoun.search(self.text, sentences[index].start, sentences[index].end) is not None:
                self.referred.add(index - 1)  # ", he said": who he is stands in the sentence before
            elif index and not sentences[index - 1].bits & _LOUD and self.cues.introduces.search(self.text, sentences[index - 1].start, sentences[index - 1].end) is not None:
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
        for sentence in sentences:
            if sentence.index in wanted:
                if sentence.index and self.drafts:
                    self._taken_back(sentence, sentences[sentence.index - 1])
                self._sentence(sentence, sentences)
        return self._finish()

    def _taken_back(self, sentence: _Sentence, before: _Sentence) -> None:
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
                _put(draft.claim, "modality", modality)

    def _registers(self, sentences: list[_Sentence]) -> set[int]:
        """Keep what lists of people by name say of each, and return their lines."""
        found = self.main_grammar.registers(self.text, [(s.start, s.end) for s in sentences])
        for index, (mention, size) in found.items():
            self.stories[index] = SentenceMentions(start=sentences[index].start, end=sentences[index].end, harms=(mention,))
            self.listed_by_name[index] = size
        return set(found)

    def _counted_already(self, sentence: _Sentence, m: SentenceMentions) -> bool:
        """Tell whether a person of a list is one of a number that the text gave before: then the number is the claim."""
        size = self.listed_by_name.get(sentence.index, 0)
        if not size:
            return False
        outcome = m.harms[0].outcome
        whole = (d.claim for d in self.drafts if isinstance(d.claim, Casualty) and d.claim.outcome is outcome and d.claim.scope is Scope.EVENT)
        return any((claim.count.low or 0) >= max(size, 2) for claim in whole)

    def _mentions(self, sentence: _Sentence, *, wanted: bool = False) -> SentenceMentions:
        """Return what a sentence holds; one ``wanted`` for its speaker is read whatever its words."""
        found = self.stories.get(sentence.index)
        if found is not None and not (wanted and found.silent):
            return found
        referred = wanted or sentence.index in self.referred
        always = referred or sentence.index < _OPENING
        if not (always or sentence.bits):
            return _SILENT_MENTIONS
        grammar = sentence.grammar
        dated = sentence.bits & DAY or grammar.cues.dated.search(self.text, sentence.start, sentence.end) is not None
        dates = grammar.dates(self.text, sentence.start, sentence.end, self.ref) if dated else ()
        if dates:
            dates = self._of_that_year(grammar.cues, dates)
        if always or dates or sentence.bits & (_LOUD | EVENT):
            known = self.gazetteer.find(self.text, sentence.start, sentence.end)
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

    def _speak(self, grammar: Grammar) -> None:
        """Read on in a language."""
        self.grammar, self.cues, self.voices.cues = grammar, grammar.cues, grammar.cues

    def _sentence(self, sentence: _Sentence, sentences: list[_Sentence]) -> None:
        if sentence.grammar is not self.grammar:
            self._speak(sentence.grammar)
        m = self._mentions(sentence)
        if m.silent or self._counted_already(sentence, m):
            self.before = _DEATHS if self.before.deaths else _NO_BEFORE
            return
        if sentence.first_of_paragraph and self.voices.label_until < sentence.start:
            self.voices.label = None
        if sentence.index and self.voices.last_sentence < sentence.index - 1 and any(s.pronoun for s in m.speeches):
            self._antecedent(sentences[sentence.index - 1])
        for speech in m.speeches:
            if speech.pronoun and speech.trailing and speech.name_start > sentence.start:
                self._own_subject(sentence, speech)
        self.voices.hear(m, sentence.index)
        for speech in m.speeches:
            if speech.record and (named := self.voices.named(speech)) is not None:
                self.recorder = named, speech
        spots = self._spots(m)
        row = self.reporting is not None and bool(m.harms) and self._row(sentence.start, sentence.end) is not None
        if sentence.first_of_paragraph and (spots or m.fresh_dates) and not row:
            head = self.cues.dateline.match(self.text, sentence.start)
            if head is not None and not any(d.start < head.end(1) and head.start(1) < d.end for d in m.fresh_dates):
                spots = [s for s in spots if s.start >= head.end()]
                if ":" not in head[0] or "(" in head[0]:
                    m.fresh_dates = tuple([d for d in m.fresh_dates if d.start >= head.end() - 1])
        self._doubt_dates(m)
        for date in m.fresh_dates:
            if (weekday := weekday_named(self.text[date.start : date.end])) is not None:
                self.weekdays.append((date.start, date.edtf, weekday))
        if m.fresh_dates and self.cues.series.search(self.text, m.start, m.end) is not None:
            self.series = self._time(m.fresh_dates, m) or self.series
        self.sides += [(a, name) for a, _, name in m.parties]
        for number in m.numbers:
            self.aside.append(SetAside(document=self.document.id, start=number.start, end=number.end, quote=self.text[number.start : number.end], reason=number.reason))
        if not (m.harms or m.positions or m.blames or m.exposures):
            self._context(sentence, m, spots)
        else:
            made = len(self.drafts)
            if m.harms:
                self.cluster += 1
            for mention in m.harms:
                self._harm(sentence, m, mention, spots, sentences)
            harm_spans = [(h.start, h.end) for h in m.harms]
            for position in m.positions:
                self._position(sentence, m, position, spots, sentences)
            for blame in m.blames:
                self._blame(sentence, m, blame, spots, sentences, harm_spans)
            if m.exposures and not m.harms and self.current is None:
                self.weak_spots += spots
            for exposure in m.exposures:
                self._exposure(sentence, m, exposure, spots, sentences)
            if len(self.drafts) == made and not m.harms:
                self._context(sentence, m, spots)  # nobody who could states a position: the words tell of the event
        outcomes = {h.outcome for h in m.harms}
        bodies = Outcome.BODIES_RECOVERED in outcomes
        deaths = self.before.deaths or bodies or Outcome.KILLED in outcomes
        self.before = _BODIES if bodies else _DEATHS if deaths else _NO_BEFORE

    def _doubt_dates(self, m: SentenceMentions) -> None:
        """Note days of the Islamic calendar: the sighted day may lie one off the computed one."""
        for date in (*m.fresh_dates, *m.said_dates):
            if "hijri" in date.rule:
                found = f"{self.document.id}: a Hijri date at character {date.start} was " + ("left unknown" if date.edtf is None else f"read as {date.edtf}; the day may lie one off")
                self.issues.append(Issue(code="hijri-date", message=found, document=self.document.id, start=date.start, end=date.end))

    def _spots(self, m: SentenceMentions) -> list[Spot]:
        out: list[Spot] = []
        if _COORDINATES.search(self.text, m.start, m.end) is not None:
            for a, b, place in coordinates(self.text, m.start, m.end):
                out.append(Spot(self.text[a:b], a, (place,), 0.0))
        places = m.places
        label = self._row(m.start, m.end) if m.harms else None
        if label is not None and not any(p.start < label.end(1) for p in places) and not any(s.label for s in m.speeches):
            named = PlaceMention(start=label.start(1), end=label.end(1), name=label[1])
            if label.start(1) > m.start + 4 or self.reporting is not None or spot(named, self.text, self.gazetteer, self.near).places:
                places = (named, *places)  # "Ostrel: nine killed"; "(a) 9 January, Ostrel: a shell came down"
        for mention in places:
            each = spot(mention, self.text, self.gazetteer, self.near)
            if mention.told:
                if each.rank < _REGION and not self.text.startswith(self.cues.possessives, mention.end):
                    self.told_spots.append(each)
                continue
            if not each.places and (longer := self._longer(mention)) is not None:
                each = spot(longer, self.text, self.gazetteer, self.near)
            elif not each.places and (plain := _NEXT_PLAIN.match(self.text, mention.end)) is not None:
                both = spot(replace(mention, end=plain.end(), name=f"{mention.name} {plain[1]}"), self.text, self.gazetteer, self.near)
                if both.places:  # "Tollhouse market", where a gazetteer knows it by both words
                    each = replace(both, name=each.name)
            if mention.weak and not each.places:
                if "#" in self.text[max(0, mention.start - 1) : mention.start + 1] and _NO_PLACE_TAG.search(each.name) is None and self.grammar.voice(each.name) is VoiceKind.PEOPLE:
                    self.tags.append(each)
                elif m.harms and mention.start and self.text[mention.start - 1] == " " and not each.name.startswith("ال") and self.grammar.voice(each.name) is VoiceKind.PEOPLE:
                    self.maybe.append(each)
                continue
            out.append(each)
            if each.places and each.places[0] not in self.near:
                self.near = (*self.near, each.places[0])[:6]
        return out

    def _row(self, start: int, end: int) -> "re.Match[str] | None":
        """Return the place that a line opens with, for what it counts: "Ostrel: nine killed"."""
        if self.text[start - 1 : start] not in ("", "\n"):
            return None
        label = self.cues.place_label.match(self.text, start)
        return label if label is not None and label.end() <= end else None

    def _longer(self, mention: PlaceMention) -> PlaceMention | None:
        """Return a place in Arabic with the word behind it, where a gazetteer knows both together and not the first alone."""
        word = _NEXT_ARABIC.match(self.text, mention.end)
        if word is None:
            return None
        name = f"{mention.name} {word[1]}"
        return replace(mention, end=word.end(), name=name) if self.gazetteer.lookup(name, near=self.near) else None

    # ---- events ----

    def _context(self, sentence: _Sentence, m: SentenceMentions, spots: list[Spot]) -> None:
        """Take time and place from a sentence that makes no claim itself."""
        when = self._time(m.fresh_dates, m)
        if self.listed_day is None and sentence.index < 3 and self.text[sentence.end - 1] not in ".!?؟":
            self.listed_day = self._heading_day(sentence, when)
        dateline = sentence.index == 0 and when is not None and when[0] == self.ref.day  # "STATEMENT ON X, 5 September": the day of the statement
        heading = sentence.end - sentence.start < 90 and when is not None and bool(spots) and not dateline and self._is_heading(sentence, m)
        if heading and when is not None and sentence.zone is not ZoneKind.TITLE and (self.current is None or self.current.when is None or not overlaps(self.current.when, when[0]) or self._elsewhere(self.current, spots)):
            found = self._dated(when[0], spots)
            if found is not None:
                self.current = found
            else:
                found = self._open(sentence, when, spots, separate=False, background=False)
            self._learn(found, when, spots, m)
            return
        caption = _CAPTION.match(self.text, sentence.start) is not None and sentence.first_of_paragraph and sentence.end - sentence.start < _FEW_WORDS
        if caption and spots and when is None and self.current is not None and self.current.claims and spots[0].name not in {s.name for s in self.current.spots}:
            self._open(sentence, None, spots[:1], separate=False, background=False)
            return
        eventful = bool(m.causes)
        for date in m.fresh_dates:
            if date.kind in (DateKind.RANGE, DateKind.SPAN) and date.edtf is not None and self.reporting is None and self._reports_on(sentence):
                self.reporting = date.edtf, "the period reported on"
        if m.separate is not None and (when is not None or spots):
            self._learn(self._open(sentence, when, spots, separate=True, background=m.background), None, [], m)
            return
        if self.current is None and not self.events and (sentence.bits & (HARM | EVENT) or self.told is not None):
            self._tell(sentence, when, spots, m)
        if self.current is None:
            own_day = when is not None and when[0] == self.ref.day and not eventful
            if eventful or sentence.index == 0:
                self.pending_spots += spots
            if when is not None and (self.pending_when is None or (len(self.pending_when[0]) != 10 and len(when[0]) == 10)) and not own_day and (eventful or len(when[0]) == 10):
                self.pending_when = when
            if eventful or sentence.index == 0:
                pass
            else:
                self.weak_spots += spots
            return
        if when is not None and self.current.when is not None and overlaps(self.current.when, when[0]) and not self._elsewhere(self.current, spots):
            if finer(self.current.when, when[0]) != self.current.when:
                self.current.when, self.current.when_why = when
            eventful = eventful or bool(spots)
        if spots and not self.current.spots:
            self.weak_spots += spots
        full_day = when is not None and len(when[0]) == 10 and not m.speeches and when[0] != self.ref.day
        if spots and not self.current.spots and self.text[spots[0].start - 1 : spots[0].start] == "#":
            self.current.takes(spots[0])
        if not (eventful or full_day) or m.background or sentence.zone in (ZoneKind.TITLE, ZoneKind.CAPTION):
            return
        if when is not None and self.current.when is None and (not m.period or len(when[0]) == 10):
            self.current.when, self.current.when_why = when
        elif when is not None and self.current.when is not None and not overlaps(self.current.when, when[0]):
            return
        for each in spots:
            if not any(conflict(each, known) for known in self.current.spots):
                self.current.takes(each)
        self.current.targets |= m.targets
        self.current.causes |= m.causes

    def _reports_on(self, sentence: _Sentence) -> bool:
        """Tell whether a sentence says which time a text reports on: "in the reporting period", or a heading "Weekly summary, 1-7 May"."""
        if self.cues.reporting.search(self.text, sentence.start, sentence.end) is not None:
            return True
        return sentence.index < 3 and self.text[sentence.end - 1] not in ".!?" and self.cues.report_head.search(self.text, sentence.start, sentence.end) is not None

    def _tell(self, sentence: _Sentence, when: tuple[str, str] | None, spots: list[Spot], m: SentenceMentions) -> None:
        """Keep what a text tells of an event of which it makes no claim: the first that it names, and what follows at once."""
        told = self.told
        if told is None:
            told = self.told = Event(ordinal=0, paragraph=sentence.paragraph, start=sentence.start, end=sentence.end, background=m.background)
            spots = [*self.weak_spots, *spots] if sentence.index < _OPENING else spots
        elif sentence.index >= _OPENING and not m.causes:
            return
        if when is not None and told.when is None and not m.background:
            told.when, told.when_why = when
        for each in spots:
            if not any(conflict(each, known) for known in told.spots):
                told.takes(each)
        told.targets |= m.targets
        told.causes |= m.causes
        told.parties |= {canonical(name) for _, _, name in m.parties}

    def _is_heading(self, sentence: _Sentence, m: SentenceMentions) -> bool:
        """Tell a heading or list entry ("1. Aug. 3, 2017, near X.") from a plain sentence."""
        if sentence.first_of_paragraph and sentence.end - sentence.start < _FEW_WORDS and not m.causes and self.text[sentence.end : sentence.end + 1] != "\n":
            return True
        if self.text[sentence.end - 1] not in ".!?":
            return True
        return any(any(c.isdigit() for c in self.text[d.start : d.end]) and d.start - sentence.start <= 24 for d in m.fresh_dates)

    def _time(self, dates: "tuple[DateMention, ...] | list[DateMention]", m: SentenceMentions | None = None) -> tuple[str, str] | None:
        for mention in dates:
            anchor = self.current.when if self.current is not None else None
            if mention.kind is DateKind.RELATIVE:
                if mention.edtf is not None and anchor is not None and m is not None and any(d.edtf == mention.edtf for d in m.said_dates) and self.cues.that_time.match(self.text, mention.start) is not None:
                    return anchor, "the time told before"
                if mention.shift_days and self.main is not None and self.main.when is not None and self.cues.before_first.match(self.text, mention.end) is not None:
                    anchor = self.main.when.split("/")[0]
                if mention.shift_days == 0 and self.main is not None and self.main.when is not None and (self.current is None or self.current.claims or self.current.when is None):
                    anchor = self.main.when  # "that day" behind a heading of its own is the day of the heading
                for other in (*m.said_dates, *m.fresh_dates) if m is not None else ():
                    if other is not mention and other.kind is DateKind.POINT and other.edtf is not None and mention.shift_days:
                        anchor = other.edtf
            edtf = event_time(mention, anchor)
            if edtf is not None:
                return edtf, mention.why
        return None

    def _open(self, sentence: _Sentence, when: tuple[str, str] | None, spots: list[Spot], *, separate: bool, background: bool) -> Event:
        """Open an event; what follows speaks of it until another is found."""
        event = self.current = Event(
            ordinal=len(self.events), paragraph=sentence.paragraph, start=sentence.start, end=sentence.end, separate=separate,
            background=background, when=when[0] if when is not None else None, when_why=when[1] if when is not None else "",
        )  # fmt: skip
        for each in spots:
            event.takes(each)
        self.events.append(event)
        if self.main is None and not separate and not background:
            self.main = event
            if event.when is None and self.pending_when is not None:
                event.when, event.when_why = self.pending_when
            for each in self.pending_spots or (() if event.spots else self._last_told()):
                if not any(conflict(each, known) for known in event.spots):
                    event.takes(each)
            self.pending_spots = []
        if event.when is None and self.listed_day is not None and self.listed_day[0] != self.ref.day and _LABELLED.match(self.text, sentence.start) is not None:
            event.when, event.when_why = self.listed_day[0], "the day of the list"
        if event.when is None and self.series is not None and event is not self.main:
            event.when, event.when_why = self.series[0], "the day of a series told before"
        if event.when is None and _LISTED.match(self.text, sentence.start) is not None:
            listed = self.listed_day = self.listed_day or self._day_line()
            if listed is not None:
                event.when, event.when_why = listed[0], "the day of the list"
        return event

    def _last_told(self) -> list[Spot]:
        """Return the narrowest of the places named last before an event: "at Hesa, a town in Leni province" is Hesa."""
        told = [each for each in self.weak_spots if self.weak_spots[-1].start - each.start < _ONE_MENTION]
        return [min(told, key=lambda each: (each.rank, -each.start))] if told else []

    def _heading_day(self, sentence: _Sentence, when: tuple[str, str] | None) -> tuple[str, str] | None:
        """Return the one full day that a heading names, whatever else it says of it ("list of 3 May, received at noon")."""
        if when is not None:
            return when if len(when[0]) == 10 else None
        days = self.grammar.dates(self.text, sentence.start, sentence.end, self.ref)
        full = [d for d in days if d.kind is DateKind.POINT and d.edtf is not None and len(d.edtf) == 10 and d.anchor is Anchor.EXPLICIT]
        if len(full) != 1 or len(days) != 1 or full[0].edtf is None or full[0].edtf == self.ref.day:
            return None  # the day of publication is no day of what is listed
        return full[0].edtf, full[0].why

    def _day_line(self) -> tuple[str, str] | None:
        """Return the day of a line at the head of the text that is a day and little else: that of a list below it."""
        for zone in self.zones[:2]:
            if zone.kind is ZoneKind.BYLINE and zone.start < _HEAD:
                days = self.main_grammar.dates(self.text, zone.start, zone.end, self.ref)
                if len(days) == 1 and days[0].kind is DateKind.POINT and days[0].edtf is not None and len(days[0].edtf) == 10:
                    return days[0].edtf, days[0].why
        return None

    def _dated(self, when: str, spots: list[Spot]) -> Event | None:
        """Return an event of that time whose places do not speak against it."""
        for event in self.events:
            if event.when is not None and overlaps(event.when, when) and not self._elsewhere(event, spots):
                return event
        return None

    def _elsewhere(self, event: Event, spots: list[Spot]) -> bool:
        known = event.narrowest()
        if known is not None and not known.places:  # nobody knows the finest one: those about it tell
            known = min((s for s in event.spots if s.places), key=lambda s: s.rank, default=known)
        return bool(spots) and known is not None and conflict(min(spots, key=lambda s: s.rank), known)

    def _learn(self, event: Event, when: tuple[str, str] | None, spots: list[Spot], m: SentenceMentions) -> None:
        if when is not None:
            if event.when is None:
                event.when, event.when_why = when
            elif overlaps(event.when, when[0]):
                better = finer(event.when, when[0])
                if better != event.when:
                    event.when, event.when_why = when
        for each in spots:
            event.takes(each)
        event.targets |= m.targets
        event.causes |= m.causes

    def _event(self, sentence: _Sentence, m: SentenceMentions, when: tuple[str, str] | None, spots: list[Spot]) -> Event:
        """Return the event that a claim with this time and these places speaks of."""
        if sentence.zone is ZoneKind.TITLE and self.main is not None:
            return self.main
        current = self.current
        if current is not None and (current.background or current.separate) and self.main is not None and when is None:
            leaves = sentence.paragraph != current.paragraph or current.background or m.returns
            if (leaves and not spots and sentence.start > current.end) or (leaves and spots and sentence.start > current.end and not self._elsewhere(self.main, spots) and any(s.name == k.name for s in spots for k in self.main.spots)):
                current = self.current = self.main
        if current is None:
            return self._open(sentence, when, spots, separate=False, background=m.background and when is not None)
        fresh_separate = m.separate is not None and current.start < sentence.start and (current.in_body or self._elsewhere(current, spots))
        if fresh_separate and (when is not None or spots):
            known = self._dated(when[0], spots) if when is not None else None
            if known is not None and known is not self.main and known is not current:
                self.current = known
                return known
            return self._open(sentence, when or self._day_of_several(sentence), spots, separate=True, background=False)
        if when is not None:
            return self._at_time(sentence, m, when, spots, current)
        if spots:
            return self._at_place(sentence, m, spots, current)
        return current

    def _day_of_several(self, sentence: _Sentence) -> tuple[str, str] | None:
        """Return the day given for all of "two raids on 3 May", where a sentence goes on to the second of them."""
        if self.main is None or self.main.when is None or self.cues.ordinal.match(self.text, sentence.start) is None:
            return None
        several = self.cues.several.search(self.text, max(0, sentence.start - 600), sentence.start)
        return (self.main.when, self.main.when_why) if several is not None else None

    def _at_time(self, sentence: _Sentence, m: SentenceMentions, when: tuple[str, str], spots: list[Spot], current: Event) -> Event:
        if current.when is None and not self._elsewhere(current, spots) and (current.claims == 0 or not m.background):
            self._learn(current, when, spots, m)
            return current
        if self._leads_elsewhere(sentence, spots, current):
            return self._open(sentence, when, spots, separate=False, background=m.background)
        if current.when is not None and overlaps(current.when, when[0]) and not self._elsewhere(current, spots):
            self._learn(current, when, spots, m)
            return current
        known = self._dated(when[0], spots)
        if known is not None:
            self._learn(known, when, spots, m)
            self.current = known
            return known
        gap = days_apart(when[0], current.when) if current.when is not None else None
        background = m.background or (gap is not None and gap > 10)
        return self._open(sentence, when, spots, separate=False, background=background)

    def _leads_elsewhere(self, sentence: _Sentence, spots: list[Spot], current: Event) -> bool:
        """Tell whether a sentence opens with another place of the same fineness ("In the village of X, ... the same day")."""
        known = current.narrowest()
        if not spots or known is None or not current.claims:
            return False
        first = spots[0]
        opening = self.text[sentence.start : first.start].strip().lower()
        if first.start - sentence.start > 24 or not opening.startswith(self.cues.place_openers):
            return False
        names = {each.name.casefold() for each in current.spots}
        return first.name.casefold() not in names and first.rank <= known.rank + 0.5 and not any(
            each.places and first.places and each.places[0] == first.places[0] for each in current.spots
        )

    def _at_place(self, sentence: _Sentence, m: SentenceMentions, spots: list[Spot], current: Event) -> Event:
        first = spots[0]
        leads = self.text[sentence.start : first.start].strip().lower() in self.cues.place_leads or first.start - sentence.start < 4
        if not current.spots:
            self._learn(current, None, spots, m)
            return current
        names = {s.name.casefold() for s in spots}
        if current is not self.main and names.isdisjoint(k.name.casefold() for k in current.spots):
            named = [e for e in self.events if (narrow := e.narrowest()) is not None and narrow.name.casefold() in names]
            if len(named) == 1:
                self.current = named[0]
                return named[0]
        far = all(conflict(s, current.spots[0]) for s in spots)
        unknown_lead = leads and not first.places and all(s.name.casefold() != k.name.casefold() for s in spots for k in current.spots)
        if far or unknown_lead:
            for event in self.events:
                if any(s.name.casefold() == k.name.casefold() for s in spots for k in event.spots) and event is not current:
                    self.current = event
                    return event
            if far or (unknown_lead and current.claims):
                event = self._open(sentence, None, spots, separate=False, background=False)
                told = self.voices.quote_at(first.start) is not None
                if event is not self.main and self.main is not None and unknown_lead and not far and current.when is not None and not sentence.first_of_paragraph and not told:
                    event.when, event.when_why = current.when, "the sentence before"
                return event
        self._learn(current, None, [s for s in spots if not conflict(s, current.spots[0])], m)
        return current

    # ---- claims ----

    def _clause(self, sentence: _Sentence, at: int, m: SentenceMentions) -> tuple[int, int]:
        """Return the clause round a position: between semicolons, and where a new place or day opens one."""
        a = self.text.rfind(";", sentence.start, at) + 1
        b = self.text.find(";", at, sentence.end)
        start = max(a, sentence.start)
        end = b if b != -1 else sentence.end
        for mark in self.cues.clauses:
            k = self.text.rfind(mark, start, at)
            if k != -1:
                start = k + len(mark) - 3
            k = self.text.find(mark, at, end)
            if k != -1:
                end = k
        return start, end

    def _in_clause(self, sentence: _Sentence, at: int, other: int, m: SentenceMentions) -> bool:
        a, b = self._clause(sentence, at, m)
        return a <= other < b

    def _harm(self, sentence: _Sentence, m: SentenceMentions, mention: HarmMention, spots: list[Spot], sentences: list[_Sentence]) -> None:
        if m.rate:
            self.weak_spots += spots
            self.aside.append(
                SetAside(document=self.document.id, start=mention.start, end=mention.end, quote=self.text[mention.start : mention.end], reason="a rate, not a count")
            )
            return
        a, b = self._clause(sentence, mention.at, m)
        if m.separate is not None and m.separate < mention.at:
            a = max(a, m.separate)
            spots = [s for s in spots if s.start >= m.separate]
        clause_dates = self._of_event([d for d in m.fresh_dates if a <= d.start < b], a, b)
        behind = [d for d in clause_dates if d.start > mention.at] if mention.rule.endswith("/elided-part/1") else []
        if behind and behind[0].kind is DateKind.POINT:
            clause_dates, scope, window = behind[:1], Scope.EVENT, None
        else:
            scope, window = self._scope(sentence, m, mention, clause_dates, a, b)
        self.last_scope[mention.outcome] = scope, window
        self.last_claim = sentence.paragraph, scope, sentence.zone is ZoneKind.TITLE
        if scope is Scope.PERIOD:
            self.last_window = window
        if scope is Scope.PERIOD and window is not None and len(window[0]) == 10 and self.main is None and self.pending_when is None:
            self.pending_when = window
        speech = self._speech(m, mention.at)
        named, via, known_speaker = self._speaker(sentence, m, mention.at, speech, sentences, harm=mention)
        plain = not m.doubtful and not mention.denied and not mention.unsure and (speech is None or speech.manner is Manner.SAYS)
        modality = Modality.ASSERTED if plain else self.grammar.modality(self.text, mention, speech, start=sentence.start, end=sentence.end)
        if modality is Modality.ASSERTED and speech is not None and speech.pronoun and named is None and self.text[speech.name_start : speech.name_end].lower() in self.cues.plural_pronouns:
            modality = Modality.UNCONFIRMED  # "they say": nobody in particular
        if modality is Modality.ASSERTED and speech is None and known_speaker is not None and known_speaker.manner is Manner.CLAIMS:
            modality = Modality.ALLEGED
        if speech is not None and self.cues.whether.search(self.text, speech.scope_start, mention.start) is not None:
            named, via = None, None
        local = [] if spots and self._points_back(mention, spots) else self._nearest_places(m, spots, mention, a, b)
        if self.current is not None and self.current.spots and all(self._names_speaker(m, each) for each in local):
            local = []  # "the director of the X hospital said": no other place, where one is known
        quote = self.text[mention.start : mention.end]
        when: tuple[str, str] | None = None
        event: Event | None = None
        own_where: Spot | None = None
        if scope is Scope.EVENT:
            when = self._time(sorted(clause_dates, key=lambda d: abs(d.start - mention.at)), m)
            if when is None and len(clause_dates) == 0 and (len(m.harms) == 1 or not any(self._in_clause(sentence, h.at, d.start, m) for h in m.harms for d in m.fresh_dates)):
                when = self._time(m.fresh_dates, m)
            if mention.outcome is Outcome.KILLED and self.cues.of_wounds.search(self.text, mention.start, min(sentence.end, mention.end + 24)) is not None and self.current is not None:
                when = None
            if mention.outcome is Outcome.BODIES_RECOVERED and self.current is not None and self.current.when is not None:
                when = None
            if mention.outcome is Outcome.KILLED and self.current is not None and self._of_the_hurt() and (mention.step is Step.PART or self.cues.of_them.match(self.text, sentence.start) is not None):
                when = None  # "seven were wounded; one of them died on 6 June": the event's day is another
            if when is None:
                for date in clause_dates:
                    if date.kind is DateKind.SINCE and date.edtf is not None and self.cues.since_event.search(self.text, date.start, date.end + 24) is not None:
                        when = date.edtf.split("/")[0], date.why
            if when is None and (m.separate is not None or self._single_event(mention, a, b)):
                month = next((d for d in clause_dates if d.kind is DateKind.WINDOW and d.edtf is not None and "/" not in d.edtf), None)
                when = (month.edtf, month.why) if month is not None and month.edtf is not None else None
            if mention.who is Who.COMBATANT and self._own_ground(sentence, local):
                self._open(sentence, when, local, separate=False, background=False)
            event = self._event(sentence, m, when, local)
            event.claims += 1
            event.in_body |= sentence.zone is not ZoneKind.TITLE
            event.targets |= m.targets
            event.causes |= m.causes
            own_where = min(local, key=lambda s: s.rank) if local else event.narrowest(mention.start)
        else:
            when = window
            own_where = min(local, key=lambda s: s.rank) if local else self._area(a, b)
            if mention.step is not Step.PART:
                self.area = own_where
        blamed = self._blamed_in(m, mention, a, b)
        voice = self._voice(named)
        if named is not None and voice is VoiceKind.PEOPLE and self.cues.spokesman.search(named.name) is not None and self._body(named, mention.start) != canonical(named.name):
            voice = VoiceKind.MILITARY
        claim = Casualty(
            id=self.ids.give("casualty", quote, mention.count, f"{mention.outcome}:{mention.who}"), document=self.document.id,
            start=mention.start, end=mention.end, quote=quote, speaker=named.name if named is not None else None, via=via,
            voice=voice, when=when[0] if when is not None else None, when_why=when[1] if when is not None else "",
            where=own_where.name if own_where is not None else None, places=own_where.places if own_where is not None else (),
            event=None, zone=sentence.zone, rules=(mention.rule,), outcome=mention.outcome, who=mention.who, count=mention.count,
            unit=mention.unit, groups=mention.groups, scope=scope, modality=modality, step=mention.step, blamed=blamed,
            headline=sentence.zone is ZoneKind.TITLE, number_start=mention.number_start, number_end=mention.number_end,
        )  # fmt: skip
        if event is not None and blamed is not None and modality is not Modality.DENIED:
            event.parties.add(canonical(blamed))
        draft = _Draft(claim, event, mention.at, when[0] if when is not None else None, own_where, self.cluster)
        early = self.cues.early.search(self.text, sentence.start, mention.at)
        before = mention.number_start
        draft.kin = self.cues.owned_before.search(self.text, max(sentence.start, before - 16), before) is not None or self.cues.owned_after.match(self.text, mention.number_end) is not None
        draft.early = mention.step is not Step.RUNNING and early is not None and self.cues.later.search(self.text, early.end(), mention.at) is None
        if mention.step is Step.RUNNING and self.cues.later.search(self.text, sentence.start, mention.end) is not None:
            self._outdate(draft)
        if self.cues.corrects.search(self.text, sentence.start, mention.end) is not None:
            self._correct(draft)
        self.drafts.append(draft)

    def _of_the_hurt(self) -> bool:
        last = self.drafts[-1].claim if self.drafts else None
        return isinstance(last, Casualty) and last.outcome is Outcome.INJURED and last.scope is Scope.EVENT

    def _points_back(self, mention: HarmMention, spots: list[Spot]) -> bool:
        """Tell whether "there" stands right behind a count: its place was named before."""
        return self.cues.there.match(self.text, mention.end) is not None and all(each.start > mention.end for each in spots)

    def _of_event(self, dates: list[DateMention], a: int, b: int) -> list[DateMention]:
        """Return the dates of a clause without the day on which somebody died of wounds: it is not the event's."""
        wounds = self.cues.of_wounds.search(self.text, a, b) if len(dates) > 1 else None
        if wounds is None:
            return dates
        return [d for d in dates if not 0 <= d.start - wounds.end() <= _WOUNDS_REACH] or dates

    def _outdate(self, draft: _Draft) -> None:
        """Mark the figure before as an early one: "the toll was later updated to three"."""
        new = draft.claim
        for earlier in reversed(self.drafts):
            old = earlier.claim
            if isinstance(old, Casualty) and isinstance(new, Casualty) and old.outcome is new.outcome and old.scope is new.scope:
                earlier.early |= earlier.event is draft.event
                return

    def _correct(self, draft: _Draft) -> None:
        """Mark the figure before as wrong: "the correct number was four"."""
        new = draft.claim
        for earlier in reversed(self.drafts):
            old = earlier.claim
            if isinstance(old, Casualty) and isinstance(new, Casualty) and old.outcome is new.outcome and earlier.event is draft.event:
                earlier.wrong |= old.count != new.count
                return

    def _own_ground(self, sentence: _Sentence, local: list[Spot]) -> bool:
        """Tell whether fighters killed at another place, in another paragraph, are another event of the same release."""
        current = self.current
        if current is None or not local or not current.spots or not current.claims or sentence.paragraph == current.paragraph:
            return False
        names = {each.name.casefold() for each in current.spots}
        return all(each.name.casefold() not in names for each in local) and local[0].rank <= _UNKNOWN_PLACE

    def _area(self, a: int, b: int) -> Spot | None:
        """Return the area of a total that names none itself: that of the total before it, or a region named before."""
        widest = self._widest()
        if self.cues.here.search(self.text, a, b) is not None:
            return widest
        return self.area or (widest if widest is not None and widest.rank >= _REGION else None)

    def _widest(self) -> Spot | None:
        """Return the widest place named so far: what "in the region" points to."""
        named = [s for e in self.events for s in e.spots] or self.pending_spots or self.weak_spots
        within = [s for s in named if s.rank < 11]
        return max(within or named, key=lambda s: s.rank) if named else None

    def _scope(self, sentence: _Sentence, m: SentenceMentions, mention: HarmMention, dates: list[DateMention], a: int, b: int) -> tuple[Scope, tuple[str, str] | None]:
        """Return whether a number is a total over a time or an area, and which time."""
        if mention.scope is not None:
            return mention.scope, mention.window or (self.reporting if mention.scope is Scope.PERIOD else None)
        if m.period and "/toll" in mention.rule and self.cues.toll_of_time.search(self.text, mention.start, mention.end) is not None:
            windows = [d for d in m.fresh_dates if mention.start <= d.start < mention.end and d.edtf is not None]
            return Scope.PERIOD, (windows[0].edtf or "", windows[0].why) if windows else self.reporting
        near = sorted(dates, key=lambda d: abs(d.start - mention.at))
        for date in near:
            if date.kind in (DateKind.POINT, DateKind.RELATIVE) and date is near[0] and abs(date.start - mention.at) < 80 and not m.period:
                break
            if date.kind is DateKind.SINCE and self.cues.since_event.search(self.text, date.start, min(date.end + 24, b)) is not None:
                continue
            if date.kind is DateKind.SINCE and (self.current is not None or self.pending_spots) and self.cues.since_daytime.match(self.text, date.start, date.end) is not None:
                continue  # "since dawn", of an event told before
            if date.kind in (DateKind.SINCE, DateKind.WINDOW) and self.cues.superlative.search(self.text, a, date.start) is not None and date.start > mention.end:
                continue
            if date.kind is DateKind.WINDOW and (date.edtf is None or event_time(date, None) is not None) and not m.period:
                continue
            if date.kind is DateKind.SINCE or date.kind is DateKind.WINDOW:
                if m.separate is not None and date.kind is DateKind.WINDOW:
                    continue
                if self._single_event(mention, a, b) and date.kind is DateKind.WINDOW:
                    continue
                return Scope.PERIOD, (date.edtf, date.why) if date.edtf is not None else None
            if date.rule == "weekdays" and self.cues.and_then.search(self.text, date.start, date.end) is not None and not self._single_event(mention, a, b):
                return Scope.PERIOD, (date.edtf or "", date.why)
            if date.kind is DateKind.RANGE and (date.edtf is None or event_time(date, None) is None):
                return Scope.PERIOD, (date.edtf, date.why) if date.edtf is not None else None
            if date.kind is DateKind.SPAN and date.edtf is not None and len(date.edtf) in (4, 7) and (mention.count.low or mention.count.high or 0) > 1:
                if m.period and not self._single_event(mention, a, b):
                    return Scope.PERIOD, (date.edtf, date.why)
                told = self.cues.participle.match(self.text, mention.start, mention.end) is not None
                if not told and self.cues.any_event.search(self.text, a, b) is None and not self.current_names(mention):
                    return Scope.PERIOD, (date.edtf, date.why)
        if m.period and not self._single_event(mention, a, b) and (mention.count.low is None or mention.count.low != 1):
            for date in near:
                if date.edtf is not None:
                    return Scope.PERIOD, (date.edtf, date.why)
            for date in m.fresh_dates:
                if date.edtf is not None:
                    return Scope.PERIOD, (date.edtf, date.why)
            return Scope.PERIOD, self.reporting
        row = bool(m.places) and self._row(sentence.start, sentence.end) is not None
        listed = self.reporting is not None and self.main is None and not dates and (not m.places or row)
        if listed and not self._single_event(mention, a, b):
            return Scope.PERIOD, self.reporting
        goes_on = self.last_claim is not None and self.last_claim[1] is Scope.PERIOD and self.last_claim[2] == (sentence.zone is ZoneKind.TITLE)
        if goes_on and self.recorder is not None and not dates and self.main is None and self.cues.any_event.search(self.text, a, mention.end) is None:
            return Scope.PERIOD, self.last_window
        if goes_on and not dates and not m.places and self.main is None and mention.count.low != 1:
            return Scope.PERIOD, self.last_window
        if mention.step is Step.PART and not dates and self.last_scope.get(mention.outcome) is not None:
            scope, window = self.last_scope[mention.outcome]
            if scope is Scope.PERIOD:
                return scope, window
        return Scope.EVENT, None

    def current_names(self, mention: HarmMention) -> bool:
        """Tell whether a count is a step of the event being told ("six bodies", "the toll")."""
        return mention.outcome is Outcome.BODIES_RECOVERED or mention.step in (Step.RUNNING, Step.REPLACED, Step.PART)

    def _single_event(self, mention: HarmMention, a: int, b: int) -> bool:
        """Tell whether the clause names one event: "a separate attack this month alleged to have killed"."""
        return self.cues.single_event.search(self.text, a, mention.end) is not None

    def _nearest_places(self, m: SentenceMentions, spots: list[Spot], mention: HarmMention, a: int, b: int) -> list[Spot]:
        """Return the places of the clause that belong to a count: all, or the chain nearest to it."""
        inside = [s for s in spots if a <= s.start < b]
        if not inside:
            return spots if len(m.harms) == 1 or len(spots) == 1 or len(self._chains(spots)) == 1 else []
        if len(inside) == 1 or len(m.harms) == 1:
            return inside
        return min(self._chains(inside), key=lambda c: min(abs(s.start - mention.at) for s in c))

    def _names_speaker(self, m: SentenceMentions, each: Spot) -> bool:
        return any(s.name_start <= each.start < s.name_end for s in m.speeches)

    def _chains(self, spots: list[Spot]) -> list[list[Spot]]:
        """Return places in groups that are named as one: "in X, near Y"."""
        chains: list[list[Spot]] = [[spots[0]]] if spots else []
        for each in spots[1:]:
            previous = chains[-1][-1]
            if each.start - (previous.start + len(previous.name)) <= 24 and not self.cues.cut.search(self.text, previous.start + len(previous.name), each.start):
                chains[-1].append(each)
            else:
                chains.append([each])
        return chains

    # ---- speakers ----

    def _speech(self, m: SentenceMentions, at: int) -> SpeechMention | None:
        """Return the attribution whose words hold a position; the narrowest wins."""
        best: SpeechMention | None = None
        for speech in m.speeches:
            if speech.scope_start <= at < speech.scope_end and (best is None or speech.scope_end - speech.scope_start <= best.scope_end - best.scope_start):
                best = speech
        return best

    def _speaker(
        self, sentence: _Sentence, m: SentenceMentions, at: int, speech: SpeechMention | None, sentences: list[_Sentence], harm: HarmMention | None = None
    ) -> tuple[Named | None, str | None, SpeechMention | None]:
        """Return who vouches for the words at a position, and who carried them."""
        voices = self.voices
        quote = voices.quote_at(at)
        if speech is not None and not (speech.own and quote is not None):
            named = voices.named(speech)
            if named is not None and self._is_outlet(named):
                return None, None, speech
            return named, self._via(m, speech, named), speech
        if quote is not None:
            found = voices.by_quote.get(quote)
            if found is None:
                found = self._later(sentence, quote, sentences)
            if found is not None:
                return found[0], self._via(m, found[1], found[0]), found[1]
            a, b = voices.quotes[quote]
            since = sentence.index - voices.last_sentence
            if voices.last is not None and ((since <= 2 and b - a > 60) or (since <= 1 and b - a > 25 and not sentence.first_of_paragraph)):
                return voices.last, voices.last.carrier, None
            holder = self.grammar.subject(self.text, sentence.start, a) if a > sentence.start and b - a > 12 else None
            if holder is not None and not m.speeches:
                return Named(self.text[holder[0] : holder[1]], holder[0]), None, None
        if voices.label_until >= at and voices.label is not None and not (harm is not None and self.cues.we.match(self.text, sentence.start) is not None):
            return voices.label, None, None
        if voices.label_until >= at:
            return None, None, None
        if self.recorder is not None and speech is None and quote is None and harm is not None and self._recorded(sentence):
            return self.recorder[0], None, None
        if harm is not None and self._continues(sentence, harm):
            return voices.last, voices.last.carrier if voices.last is not None else None, None
        return None, None, None

    def _is_outlet(self, named: Named) -> bool:
        """Tell whether "the agency" is the one that publishes the text."""
        source = self.document.source
        return source is not None and named.name in self.cues.carriers and source.startswith(named.name.removeprefix("ال") + " ")

    def _antecedent(self, before: _Sentence) -> None:
        """Remember whom the sentence before speaks of, where it names a person or a body: "he" may be that one."""
        found = self.grammar.subject(self.text, before.start, before.end)
        if found is not None:
            self.voices.turn_to(Named(self.text[found[0] : found[1]], found[0]), before.index)

    def _own_subject(self, sentence: _Sentence, speech: SpeechMention) -> None:
        """Remember the person that a sentence opens with by name as the one who "she said" behind it stands for."""
        found = self.grammar.subject(self.text, sentence.start, speech.name_start)
        if found is not None and self.text[speech.name_start : speech.name_end].lower() in ("he", "she"):
            name = self.text[found[0] : found[1]]
            if " " in name and all(word[:1].isupper() for word in name.split()):
                self.voices.turn_to(Named(name, found[0]), sentence.index)

    def _recorded(self, sentence: _Sentence) -> bool:
        """Tell whether a count still stands in the record that a body was said to keep or to publish."""
        if self.recorder is None:
            return False
        whole = self.recorder[1].scope_end <= self.recorder[1].scope_start
        return whole or (self.last_claim is not None and self.last_claim[1] is Scope.PERIOD)

    def _continues(self, sentence: _Sentence, harm: HarmMention) -> bool:
        """Tell whether a sentence goes on with what the last speaker said: it opens with a part or with more."""
        voices = self.voices
        if voices.last is None or sentence.index - voices.last_sentence != 1 or sentence.first_of_paragraph:
            return False
        opens = harm.number_start - sentence.start <= 12
        before = self.stories.get(sentence.index - 1)
        if before is not None and before.speeches and not before.harms and self.cues.introduces.search(self.text, before.speeches[-1].verb, before.end) is not None:
            return True
        return opens and (harm.step in (Step.PART, Step.INCREMENT) or harm.more)

    def _later(self, sentence: _Sentence, quote: int, sentences: list[_Sentence]) -> tuple[Named | None, SpeechMention] | None:
        """Look ahead for the attribution of a quotation that began before it."""
        end = self.voices.quotes[quote][1]
        if self.text[end - 2 : end - 1] == "." and self.voices.last is not None and sentence.index - self.voices.last_sentence <= 1:
            return None  # a full stop: what follows is a sentence of its own, and someone spoke just before
        for following in sentences[sentence.index + 1 : sentence.index + 6]:
            if following.start > end + 60:
                break
            if following.end >= end - 2:
                ahead = self._mentions(following, wanted=True)
                for speech in ahead.speeches:
                    first = min(speech.name_start, speech.verb)
                    if 0 <= first - end <= 4:
                        named = self.voices.named(speech)
                        self.voices.by_quote[quote] = (named, speech)
                        return named, speech
        return None

    def _via(self, m: SentenceMentions, speech: SpeechMention, named: Named | None) -> str | None:
        """Return the outlet or agency that carried a voice, None where it is the document's own source."""
        carrier: str | None = None
        if speech.carrier is not None:
            carrier = self.text[speech.carrier[0] : speech.carrier[1]]
            if carrier.casefold() in self.cues.carriers and self.media is not None:
                carrier = self.media
        elif named is not None and named.carrier is not None and speech.pronoun:
            carrier = named.carrier
        else:
            for outer in m.speeches:
                if outer is not speech and outer.scope_start <= speech.verb < outer.scope_end and outer.name_end > outer.name_start and not outer.pronoun:
                    name = self.text[outer.name_start : outer.name_end]
                    if self.grammar.voice(name) is VoiceKind.MEDIA:
                        carrier = name
        if carrier is None:
            return None
        self.media = carrier
        for ending in self.cues.possessives:
            carrier = carrier.removesuffix(ending)
        carrier = carrier.strip()
        source = self.document.source
        if source is not None and (carrier.casefold() in source.casefold() or source.casefold() in carrier.casefold()):
            return None
        return carrier

    def _voice(self, named: Named | None) -> VoiceKind:
        return VoiceKind.OUTLET if named is None else self.grammar.voice(named.name)

    def _blamed_in(self, m: SentenceMentions, mention: HarmMention, a: int, b: int) -> str | None:
        """Return the party that the casualty clause itself names as the one who did it."""
        if mention.blamed is not None:
            return self.text[mention.blamed[0] : mention.blamed[1]]
        for blame in m.blames:
            if blame.blamed is not None and blame.stance == "alleges" and a <= blame.start < mention.start and mention.start - blame.end <= 16:
                return blame.blamed
        for start, end, name in m.parties:
            if mention.who is Who.COMBATANT and mention.start <= start < mention.end:
                continue  # "killed 11 fighters of X": those killed are no party to blame
            if a <= start < b:
                tail = self.text[end : end + 40].lower()
                head = self.text[max(a, start - 12) : start].lower()
                if self.cues.striking.match(tail) and start < mention.end + 60:
                    return name
                if head.endswith(self.cues.agents) and start >= mention.start:
                    return name
        return None

    # ---- positions, blame, exposure ----

    def _subject(self, sentence: _Sentence, m: SentenceMentions, start: int, end: int) -> tuple[SpeechMention | None, Named | None]:
        """Return the attribution, or the noun before the verb, that a position or blame belongs to."""
        for speech in m.speeches:
            if start - 3 <= speech.verb < end:
                return speech, self.voices.named(speech)
        holding = self._speech(m, start)
        return (holding, self.voices.named(holding)) if holding is not None else (None, None)

    def _noun_before(self, sentence: _Sentence, start: int) -> Named | None:
        piece = self.text[sentence.start : start]
        match = self.cues.noun_before.search(piece)
        if match is None:
            return None
        name = match[1].strip(" ,“\"")
        if name.lower() in self.cues.pronouns:
            return self.voices.last
        if not any(letter.isalpha() for letter in name) or self.cues.no_subject.search(name) is not None:
            return None
        if name.rsplit(" ", 1)[-1].lower() in self.cues.thing_pronouns:
            return self.voices.last  # "Once the list was in, it opened an inquiry"
        return Named(name, sentence.start + match.start(1))

    def _attributed(
        self, sentence: _Sentence, m: SentenceMentions, start: int, end: int, sentences: list[_Sentence], *, subject: tuple[int, int] | None = None
    ) -> tuple[Named | None, str | None]:
        if subject is not None:
            return Named(self.text[subject[0] : subject[1]], subject[0]), None
        relative = self.cues.relative.search(self.text, sentence.start, start)
        if relative is not None:
            return Named(relative[1], relative.start(1)), None
        quote = self.voices.quote_at(start)
        speech, named = self._subject(sentence, m, start, end)
        if speech is not None and not (speech.own and quote is not None):
            return named, self._via(m, speech, named)
        if quote is not None:
            spoken, via, _ = self._speaker(sentence, m, start, None, sentences)
            if spoken is not None:
                return spoken, via
        return self._noun_before(sentence, start), None

    def _about(self, sentence: _Sentence, m: SentenceMentions, spots: list[Spot], start: int) -> Event | None:
        """Return the event that a position or blame speaks of."""
        if sentence.zone is ZoneKind.TITLE and self.main is not None:
            return self.main
        aside = self.cues.tells_on.search(self.text, start, sentence.end)
        told = sentence.end if aside is None else aside.start()
        when = self._time([d for d in m.fresh_dates if d.kind in (DateKind.POINT, DateKind.SPAN, DateKind.RELATIVE) and d.start < told])
        local = list(spots)
        if m.harms:
            return self.current
        if self.current is None and when is None and not local:
            return self._open(sentence, None, [], separate=False, background=False)
        return self._event(sentence, m, when, local)

    def _position(self, sentence: _Sentence, m: SentenceMentions, mention: PositionMention, spots: list[Spot], sentences: list[_Sentence]) -> None:
        named, via = self._attributed(sentence, m, mention.start, mention.end, sentences, subject=mention.subject)
        if self.recorder is not None and self.recorder[1].scope_end <= self.recorder[1].scope_start and (named is None or not self._answers(mention, named)):
            named = self.recorder[0]  # what "the assessment" found is the finding of the body that published it
        if not self._answers(mention, named):
            return
        event = self._about(sentence, m, spots, mention.start)
        said = next((d.edtf for d in m.said_dates if d.edtf is not None), None)
        quote = self.text[mention.start : mention.end]
        where = event.narrowest(mention.start) if event is not None else None
        body = self._body(named, mention.start)
        claim = Position(
            id=self.ids.give("position", quote, None, mention.stated), document=self.document.id, start=mention.start, end=mention.end, quote=quote,
            speaker=named.name if named is not None else None, via=via, voice=self._voice(named), when=said or self.ref.day,
            when_why="in the sentence" if said else "day of the text" if self.ref.day else "", where=where.name if where is not None else None,
            places=where.places if where is not None else (), zone=sentence.zone, rules=(f"{self.grammar.name}/{mention.rule}",), position=mention.stated, body=body,
        )  # fmt: skip
        if event is not None:
            event.claims += 1
        self.drafts.append(_Draft(claim, event, mention.start, None, where, self.cluster))

    def _body(self, named: Named | None, at: int) -> str | None:
        """Return the belligerent that a speaker stands for: its own name, or the party spoken of just before."""
        if named is None or (self._official() and self.cues.own_body.fullmatch(named.name) is not None and self.cues.sides.search(named.name) is None):
            return canonical(self.document.source) if self.document.source is not None else None
        if self.cues.unnamed_speaker.search(named.name) is None or self.cues.sides.search(named.name) is not None:
            return settle_in(named.name, self.text)
        before = [name for start, name in self.sides if start < at + 200]
        return settle_in(before[-1], self.text) if before and any(at - 400 < start for start, _ in self.sides if start < at + 200) else canonical(named.name)

    def _official(self) -> bool:
        """Tell whether the text is published by a body of the state or of its forces."""
        return self.document.source_kind in (SourceKind.OFFICIAL_MILITARY, SourceKind.OFFICIAL_GOVERNMENT) or (
            self.document.source is not None and self.cues.sides.search(self.document.source) is not None
        )

    def _answers(self, mention: PositionMention, named: Named | None) -> bool:
        """Tell whether the speaker is a body that can state this position."""
        official = self._official()
        if named is None:
            if mention.rule.startswith(("position/no-evidence", "position/insufficient")):
                return official
            return official or mention.stated in (Stated.CREDIBLE, Stated.NON_CREDIBLE, Stated.INVESTIGATION_OPENED, Stated.ASSESSMENT_OPENED)
        if official and self.cues.own_body.fullmatch(named.name) is not None:
            return True
        kind = self.grammar.voice(named.name)
        if mention.stated is Stated.STRIKE_ACKNOWLEDGED:
            return (kind in (VoiceKind.MILITARY, VoiceKind.GOVERNMENT) or self.cues.officials.search(named.name) is not None or named.name.strip() in self.cues.states) and self.cues.onlookers.search(named.name) is None
        if kind in (VoiceKind.MONITOR, VoiceKind.HEALTH, VoiceKind.MEDIA, VoiceKind.CIVIL_DEFENCE, VoiceKind.HEARSAY):
            return False
        return kind is not VoiceKind.PEOPLE or self.cues.officials.search(named.name) is not None or named.name[:1].isupper()

    def _blame(self, sentence: _Sentence, m: SentenceMentions, mention: BlameMention, spots: list[Spot], sentences: list[_Sentence], harm_spans: list[tuple[int, int]]) -> None:
        if any(a < mention.end + 16 and mention.start < b for a, b in harm_spans):
            return
        named, via = self._attributed(sentence, m, mention.start, mention.end, sentences, subject=mention.subject)
        event = self._about(sentence, m, spots, mention.start)
        quote = self.text[mention.start : mention.end]
        where = event.narrowest(mention.start) if event is not None else None
        claim = Blame(
            id=self.ids.give("blame", quote, None), document=self.document.id, start=mention.start, end=mention.end, quote=quote,
            speaker=named.name if named is not None else None, via=via, voice=self._voice(named), when=None, where=where.name if where is not None else None,
            places=where.places if where is not None else (), zone=sentence.zone, rules=(f"{self.grammar.name}/{mention.rule}",),
            blamed=mention.blamed, cause=mention.cause, stance=mention.stance,
        )  # fmt: skip
        if event is not None:
            event.claims += 1
            if mention.blamed is not None:
                event.parties.add(canonical(mention.blamed))
        self.drafts.append(_Draft(claim, event, mention.start, None, where, self.cluster))

    def _exposure(self, sentence: _Sentence, m: SentenceMentions, mention: ExposureMention, spots: list[Spot], sentences: list[_Sentence]) -> None:
        speech = self._speech(m, mention.start)
        named, via, _ = self._speaker(sentence, m, mention.start, speech, sentences)
        event = self.current
        where = min(spots, key=lambda s: s.rank) if spots else (event.narrowest(mention.start) if event is not None else None)
        quote = self.text[mention.start : mention.end]
        claim = Exposure(
            id=self.ids.give("exposure", quote, mention.count), document=self.document.id, start=mention.start, end=mention.end, quote=quote,
            speaker=named.name if named is not None else None, via=via, voice=self._voice(named), when=None, where=where.name if where is not None else None,
            places=where.places if where is not None else (), zone=sentence.zone, rules=(f"{self.grammar.name}/exposure/1",), count=mention.count, what=mention.what,
        )  # fmt: skip
        self.drafts.append(_Draft(claim, event, mention.start, None, where, self.cluster))

    # ---- the end ----

    def _finish(self) -> Reading:
        """Return the reading: events numbered, times and places filled from the event."""
        self._speak(self.main_grammar)
        told = {id(d.event) for d in self.drafts}
        used = [e for e in self.events if id(e) in told]
        if not used and not self.drafts and self.told is not None:
            used = [self.told]
        self._fill(used)
        self._look_again(used)
        number = {id(e): k for k, e in enumerate(used)}
        claims: list[Claim] = []
        for draft in self.drafts:
            claims.append(self._settled(draft, number))
        claims = _among_the_total(claims, self.drafts)
        claims = [
            replace(claim, modality=Modality.DENIED) if draft.wrong and isinstance(claim, Casualty) else claim
            for claim, draft in zip(claims, self.drafts, strict=True)
        ]
        claims = _with_parts(_replaced(_restated(claims, self.drafts), self.drafts))
        order = sorted(range(len(claims)), key=lambda k: (claims[k].start, claims[k].end, type(claims[k]).__name__, claims[k].id))
        accounts = tuple(self._account(e, number[id(e)]) for e in used)
        return Reading(
            document=self.document.id, claims=tuple(claims[k] for k in order), accounts=accounts, set_aside=tuple(self.aside), issues=tuple(self.issues),
            reference=self.ref.day, reference_why=self.ref.why,
        )  # fmt: skip

    def _fill(self, used: list[Event]) -> None:
        """Fill what no sentence of an event gives from the head of the document: a live page's day, a dateline's town."""
        if all(event.when is not None and event.spots for event in used):
            return
        live = len(_CLOCK_LINE.findall("\n" + self.text)) >= 3
        day = self.document.published
        urgent = day is not None and len(day) == 10 and self.cues.urgent.search(self.text) is not None
        for event in used:
            if event.when is None and live and self.ref.day is not None:
                event.when, event.when_why = self.ref.day, "the day of the live page"
            if event.when is None and urgent and event is self.main and day is not None:
                event.when, event.when_why = day, "posted as urgent on that day"
            if not event.spots and (event is self.main or len(used) == 1):
                for each in self.weak_spots[:1] or self._dateline() or self.told_spots[:1] or (self.tags[:1] or self.maybe[:1] if len(used) == 1 else []):
                    event.takes(each)

    def _look_again(self, used: list[Event]) -> None:
        """Choose again what a name means that was read before the other places of its text were known."""
        everywhere = list(dict.fromkeys(s.places[0] for e in used for s in e.spots if s.places))
        if len(everywhere) < 2:
            return
        for each in {id(s): s for e in used for s in e.spots if s.places}.values():
            near = tuple(place for place in everywhere if place != each.places[0])
            better = self.gazetteer.lookup(each.name, near=near)
            if better and better[0].country != each.places[0].country and sum(p.country == better[0].country for p in near) > sum(p.country == each.places[0].country for p in near):
                old, each.places = each.places, better
                for draft in self.drafts:
                    if draft.claim.places == old:
                        _put(draft.claim, "places", better)

    def _opening_place(self) -> list[Spot]:
        """Return the place that a text opens with in a few words ("Marl Bay again."), for one that names no other."""
        match = self.cues.opens_with_place.match(self.text)
        if match is None:
            return []
        return [Spot(match[1], match.start(1), self.gazetteer.lookup(match[1]), 9.0)]

    def _dateline(self) -> list[Spot]:
        """Return the town of the dateline, for a text that names no other place."""
        match = self.cues.dateline.match(self.text)
        if match is None:
            return []
        if "(" in match[0]:
            return []  # an agency's dateline is where the reporter sits
        name = match[1].strip()
        places = self.gazetteer.lookup(name)
        return [Spot(name, match.start(1), places, 9.0)] if places or (name.isupper() and len(name) > 3) else []

    def _settled(self, draft: _Draft, number: dict[int, int]) -> Claim:
        claim, event = draft.claim, draft.event
        if event is None:
            if claim.where is None and not any(e.spots for e in self.events):
                for named in (self.weak_spots or self._dateline())[:1]:
                    return replace(claim, where=named.name, places=named.places)
            return claim
        where, places = claim.where, claim.places
        if where is None:
            narrow = event.narrowest()
            if narrow is None and self.main is not None:
                narrow = self.main.narrowest()
            if narrow is not None:
                where, places = narrow.name, narrow.places
        if isinstance(claim, (Casualty, Blame)) and (claim.when is None or (event.when is not None and overlaps(claim.when, event.when))):
            if claim.when is None:
                _put(claim, "when_why", event.when_why)
            _put(claim, "when", event.when)
        _put(claim, "event", number[id(event)])
        _put(claim, "where", where)
        _put(claim, "places", places)
        return claim

    def _weekday(self, event: Event) -> int | None:
        """Return the day of the week that is named nearest to an event's first words, where it may be the event's."""
        near = [
            (max(event.start - at, at - event.end, 0), at, weekday)
            for at, edtf, weekday in self.weekdays
            if edtf is None or event.when is None or overlaps(edtf, event.when)
        ]
        gap, _, weekday = min(near, default=(_BESIDE, 0, None))
        return weekday if gap < _BESIDE else None

    def _account(self, event: Event, ordinal: int) -> Account:
        ranked = sorted(event.spots, key=lambda s: (s.rank, s.start))
        places: list[Place] = []
        for each in ranked:
            for place in each.places[:1]:
                if place not in places:
                    places.append(place)
        return Account(
            document=self.document.id, event=ordinal, when=event.when, when_why=event.when_why, places=tuple(places),
            place_names=tuple(s.name for s in sorted(event.spots, key=lambda s: s.start)), targets=frozenset(event.targets), causes=frozenset(event.causes),
            parties=frozenset(event.parties), separate=event.separate, background=event.background, quote_start=event.start, quote_end=event.end,
            weekday=self._weekday(event) if self.weekdays else None,
        )  # fmt: skip


#: Sets a field of a claim that is still the reader's own: nobody has seen it before the reading is handed out.
_put = object.__setattr__


def _among_the_total(claims: list[Claim], drafts: list[_Draft]) -> list[Claim]:
    """Return the claims, relatives of a victim ("his four children") made a part of the larger count of the same event."""
    out: list[Claim] = []
    for claim, draft in zip(claims, drafts, strict=True):
        if draft.kin and isinstance(claim, Casualty) and claim.step is Step.TOTAL and claim.scope is Scope.EVENT:
            wholes = [
                c
                for c, d in zip(claims, drafts, strict=True)
                if isinstance(c, Casualty) and not d.kin and c.outcome is claim.outcome and c.event == claim.event and c.step in (Step.TOTAL, Step.RUNNING) and _outgrows(c, claim)
            ]
            if wholes:
                out.append(replace(claim, step=Step.PART, part_of=max(wholes, key=lambda c: c.count.low or 0).id))
                continue
        out.append(claim)
    return out


def _replaced(claims: list[Claim], drafts: list[_Draft]) -> list[Claim]:
    """Return the claims, a figure that the text itself calls early replaced by a later one of the same event."""
    if not any(draft.early for draft in drafts):
        return claims
    out: list[Claim] = []
    for k, (claim, draft) in enumerate(zip(claims, drafts, strict=True)):
        if draft.early and isinstance(claim, Casualty) and claim.step in (Step.TOTAL, Step.RUNNING) and claim.scope is Scope.EVENT:
            later = (c for c, d in zip(claims[k + 1 :], drafts[k + 1 :], strict=True) if isinstance(c, Casualty) and not d.early)
            if any(c.outcome is claim.outcome and c.event == claim.event and c.step in (Step.TOTAL, Step.RUNNING) and _outgrows(c, claim) for c in later):
                out.append(replace(claim, step=Step.REPLACED))
                continue
        out.append(claim)
    return out


def _outgrows(later: Casualty, earlier: Casualty) -> bool:
    a, b = later.count.low, earlier.count.low if earlier.count.low is not None else earlier.count.high
    return a is not None and b is not None and a > b


def _restated(claims: list[Claim], drafts: list[_Draft]) -> list[Claim]:
    """Return the claims, a number without a day of its own that repeats a period total made one too."""
    totals = {
        (c.count.low, c.count.high, c.outcome): c
        for c in claims
        if isinstance(c, Casualty) and c.scope is Scope.PERIOD and (c.count.low or c.count.high or 0) > 20
    }
    out: list[Claim] = []
    for claim, draft in zip(claims, drafts, strict=True):
        if isinstance(claim, Casualty) and claim.scope is Scope.EVENT and draft.own_when is None:
            total = totals.get((claim.count.low, claim.count.high, claim.outcome))
            if total is not None:
                out.append(replace(claim, scope=Scope.PERIOD, event=None, when=total.when, when_why="the same total elsewhere in the text"))
                continue
        out.append(claim)
    return out


def _with_parts(claims: list[Claim]) -> list[Claim]:
    """Give every part the id of the claim it is a part of: the last whole count of the same event and outcome."""
    out: list[Claim] = []
    last: dict[tuple[int | None, Outcome], ClaimId] = {}
    civilians: set[ClaimId] = set()
    sizes: dict[ClaimId, tuple[int | None, int | None]] = {}
    for claim in claims:
        if isinstance(claim, Casualty):
            family = Outcome.KILLED if claim.outcome is Outcome.BODIES_RECOVERED else claim.outcome
            key = (claim.event, family)
            if claim.step is Step.PART and claim.part_of is None:
                whole = last.get(key) or last.get((claim.event, Outcome.KILLED_OR_INJURED))
                if whole is not None and claim.count.low is not None and (sizes[whole][1] or claim.count.low) < claim.count.low:
                    # "Two daughters … All three were civilians": what is more than the whole is the whole, and sums it up.
                    out = [replace(c, step=Step.PART, part_of=claim.id) if c.id == whole and isinstance(c, Casualty) else c for c in out]
                    claim = replace(claim, step=Step.TOTAL)
                    last[key], sizes[claim.id] = claim.id, (claim.count.low, claim.count.high)
                    out.append(claim)
                    continue
                if whole is not None and sizes[whole] == (claim.count.low, claim.count.high):
                    out.append(replace(claim, step=Step.TOTAL))  # "all four were fighters": the same dead, told otherwise
                    continue
                civilian = whole is not None and claim.who is Who.UNSPECIFIED and whole in civilians
                out.append(replace(claim, part_of=whole, who=Who.CIVILIAN if civilian else claim.who))
                continue
            if claim.step is not Step.REPLACED and claim.modality is not Modality.DENIED:
                last[key] = claim.id
                sizes[claim.id] = claim.count.low, claim.count.high
                if claim.who is Who.CIVILIAN:
                    civilians.add(claim.id)
        out.append(claim)
    return out
