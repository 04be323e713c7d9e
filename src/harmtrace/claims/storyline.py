"""Sentences -> the events that a document tells of: opened, learnt of, returned to."""

import re
from dataclasses import replace
from itertools import pairwise

from harmtrace.claims.blows import another_blow
from harmtrace.claims.days import Days
from harmtrace.claims.drafts import Sentence
from harmtrace.claims.events import Event, Spot, conflict, days_apart, finer, overlaps
from harmtrace.claims.sentences import OPENING
from harmtrace.claims.voices import Named
from harmtrace.language.dates import DateKind
from harmtrace.language.grammar import EVENT, HARM, SentenceMentions
from harmtrace.language.parties import canonical
from harmtrace.records.claim import Casualty
from harmtrace.records.measure import Tier
from harmtrace.records.text import ZoneKind

_DAY = 10  # characters of a day: what is shorter is a month or a year
_DAY_LINE = 40  # characters of a line that is a day and nothing else
_UNKNOWN_PLACE = 7.0  # a city or finer
#: An entry of a list: it opens with a bullet or a dash, or with a place before a colon.
_LISTED = re.compile(r"\s{0,20}(?:[•●▪◾📌🔴🔻👈*·‣–—-]\s|\d{1,2}[.)-]\s|#[^\s:#]{2,40}\s?:)")
_ONE_MENTION = 80  # characters within which two places are said of one thing
_LABELLED = re.compile(r"\s{0,20}[^\s:.,][^\n:.,]{1,40}:\s{0,20}[~+≥>]?\s{0,20}\d")
_FEW_WORDS = 40
_PLAIN_WORD = re.compile(r"\b[a-z]{2}")
_FEW_PLAIN = 4  # words in lower case with which a line is names and a day alone
_NEXT = 12  # characters from a sentence to the one that goes on with it, a speaker's title at most between
_MONTH = 7  # characters of a month in EDTF
_CAPTION = re.compile(r"\s{0,5}\d{1,3} ?[—–.)-]")


class Storyline(Days):
    """Keeps the events of a document apart and learns of each where and when it was."""

    def _context(self, sentence: Sentence, m: SentenceMentions, spots: list[Spot]) -> None:
        """Take time and place from a sentence that makes no claim itself."""
        when = None if self.drafts and not self._of_another(spots) and self._long_matter(m) else self._time(m.fresh_dates, m)
        if self.cues.framed and self.current is None and self._lives_there(sentence, m, spots, when):
            return
        self._set_scene(sentence, m, spots, when)
        if self.listed_day is None and sentence.index < 3 and self.text[sentence.end - 1] not in ".!?؟":
            self.listed_day = self._heading_day(sentence, when)
        if self._is_day_line(sentence, when, spots) and when is not None:
            self.day_lines.append((sentence.start, when))
            if self.current is not None and self.current.claims:
                self._open(sentence, when, [], separate=False, background=False)
                return
        dateline = sentence.index == 0 and when is not None and when[0] == self.ref.day  # "STATEMENT ON X, 5 September": the day of the statement
        heading = sentence.end - sentence.start < 90 and when is not None and bool(spots) and not dateline and self._is_heading(sentence, m) and not self._of_a_time(sentence, m)
        if heading and when is not None and sentence.zone is not ZoneKind.TITLE and (self.current is None or self.current.when is None or not overlaps(self.current.when, when[0]) or self._elsewhere(self.current, spots) or self._next_entry(spots)):
            found = self._dated(when[0], spots)
            if found is not None and self._next_entry(spots, found):
                found = None
            if found is not None and (len(when[0]) >= _DAY or found.when == when[0]):
                self.current = found
            else:  # "March, day unknown: X district" is none of those that have their day
                found = self._open(sentence, when, spots, separate=False, background=False)
            found.heading = True
            self._learn(found, when, spots, m)
            return
        caption = _CAPTION.match(self.text, sentence.start) is not None and sentence.first_of_paragraph and sentence.end - sentence.start < _FEW_WORDS
        if caption and spots and when is None and self.current is not None and self.current.claims and spots[0].name not in {s.name for s in self.current.spots}:
            self._open(sentence, None, spots[:1], separate=False, background=False).heading = True
            return
        if sentence.index in self.headings and spots and when is None and self.current is not None and self.current.heading and self._elsewhere(self.current, spots):
            self._open(sentence, None, spots, separate=False, background=False).heading = True  # "March, day unknown: X district", after "20 March: Y"
            return
        eventful = bool(m.causes)
        for date in m.fresh_dates:
            if (date.kind in (DateKind.RANGE, DateKind.SPAN) or date.rule == "part of a year") and date.edtf is not None and self.reporting is None and self._reports_on(sentence):
                self.reporting = date.edtf, "the period reported on"
        if m.separate is not None and (when is not None or spots):
            self._learn(self._open(sentence, when, spots, separate=True, background=m.background), None, [], m)
            return
        if self.current is None and not self.events and (sentence.bits & (HARM | EVENT) or self.told is not None):
            self._tell(sentence, when, spots, m)
        if self.current is None:
            own_day = when is not None and when[0] == self.ref.day and not eventful and not (self.cues.daytime_tells and any(d.time_of_day is not None for d in m.fresh_dates))
            if eventful and spots:
                # The town of a letterhead gives way to the place of which the letter tells.
                self.pending_spots = [s for s in self.pending_spots if s not in self.head_spots or not any(conflict(s, other) for other in spots)]
            if eventful or sentence.index == 0:
                self.pending_spots += spots
            if not eventful:
                self.head_spots += spots
            own_day = own_day or m.background
            if when is not None and self.pending_when is None and not own_day and self.cues.sets_time.match(self.text, sentence.start) is not None:
                self.pending_when = when  # "It was the first week of October."
            if when is not None and (self.pending_when is None or (len(self.pending_when[0]) != 10 and len(when[0]) == 10)) and not own_day and (eventful or len(when[0]) == 10):
                self.pending_when = when
            if eventful or sentence.index == 0:
                pass
            else:
                self.weak_spots += spots
            return
        if eventful and when is not None and not spots:
            self.blow_day = sentence.paragraph, when
        if eventful and self._tells_another(sentence, m, spots):
            known = self._dated(when[0], spots) if when is not None else None
            if when is None and self.blow_day is not None and self.blow_day[0] == sentence.paragraph:
                when = self.blow_day[1]  # "Few noticed Friday's raid. A jet bombed a pump in X."
            self.current = known or self._open(sentence, when, spots, separate=False, background=False)
            self.current.causes |= m.causes
            self.current.targets |= m.targets
            return
        if when is not None and self.current.when is not None and overlaps(self.current.when, when[0]) and not self._elsewhere(self.current, spots):
            whole = {d.edtf for d in m.fresh_dates}.issuperset(self.current.when.split("/"))  # "from Saturday until Sunday" is all of the weekend
            if finer(self.current.when, when[0]) != self.current.when and not whole:
                self.current.when, self.current.when_why = when
            eventful = eventful or bool(spots)
        if spots and not self.current.spots:
            self.weak_spots += spots
        full_day = when is not None and len(when[0]) == 10 and not m.speeches and when[0] != self.ref.day
        if full_day and self.cues.scenes and not eventful and self.current.claims and sentence.paragraph not in (self.current.paragraph, self.current.last_paragraph):
            return  # "Ministers meet on Friday." dates nothing that was counted before
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

    def _long_matter(self, m: SentenceMentions) -> bool:
        """Tell whether a sentence tells when a war, an offensive, a truce began, in a paragraph without a count: "The army opened an offensive on 3 May"."""
        if m.harms or not m.fresh_dates or any(d.time_of_day is not None for d in m.fresh_dates) or self.cues.long_matter.search(self.text, m.start, m.end) is None:
            return False
        first, last = self._line_start(m.start), self._line_end(m.start)
        return not any(first <= draft.claim.start < last for draft in self.drafts)

    def _is_day_line(self, sentence: Sentence, when: tuple[str, str] | None, spots: list[Spot]) -> bool:
        """Tell whether a line is a full day and nothing else, as it stands over the events of that day: "Tuesday, 11 August"."""
        if not self.cues.framed or when is None or spots or len(when[0]) != _DAY or not sentence.first_of_paragraph or sentence.end - sentence.start > _DAY_LINE:
            return False
        days = self.grammar.dates(self.text, sentence.start, sentence.end, self.ref)
        rest = self.text[sentence.start : days[0].start] + self.text[days[0].end : sentence.end] if len(days) == 1 else "more"
        return not any(letter.isalnum() for letter in rest)

    def _next_entry(self, spots: list[Spot], event: Event | None = None) -> bool:
        """Tell whether a heading names another place than the event told of (by default the last): the next entry of a list."""
        event = event or self.current
        if event is None or not (event.heading or event.in_body):
            return False
        names = {each.name.casefold() for each in event.spots}
        return all(each.name.casefold() not in names for each in spots)

    def _lives_there(self, sentence: Sentence, m: SentenceMentions, spots: list[Spot], when: tuple[str, str] | None) -> bool:
        """Learn from the opening of a report from the ground who tells, and where that is: there nothing happened."""
        lives = self.cues.lives_there.search(self.text, sentence.start, sentence.end)
        if lives is None or self.voices.quote_at(sentence.start) is not None:
            return False
        self._meet(sentence, m)
        told = self.cues.what_happened.search(self.text, lives.start(), sentence.end)
        if told is not None:  # "sits in the camp X and tells what happened in her village, Y, in 2014"
            self.told_spots += [each for each in spots if each.start < told.end()]
            self.pending_spots += [each for each in spots if each.start > told.end()]
            self.pending_when = self.pending_when or when
            return True
        if spots and not m.causes:
            self.told_spots += spots
            return True
        return False

    def _meet(self, sentence: Sentence, m: SentenceMentions) -> None:
        """Remember the person whom a report from the ground opens with, where nobody spoke yet."""
        if m.speeches or self.voices.met is not None or sentence.index > 2:
            return
        found = self.grammar.subject(self.text, sentence.start, sentence.end)
        if found is not None:
            self.voices.met = Named(self.text[found[0] : found[1]], found[0])
            self.voices.turn_to(self.voices.met, sentence.index)

    def _set_scene(self, sentence: Sentence, m: SentenceMentions, spots: list[Spot], when: tuple[str, str] | None) -> None:
        """Keep where a sentence that counts nobody stands, for what the rest of its paragraph counts."""
        if m.background or sentence.zone is not ZoneKind.BODY:
            return
        if spots and self.cues.lives_there.search(self.text, sentence.start, sentence.end) is None:
            self.ahead = sentence, spots, when if m.causes or self.current is not None else None
        elif when is not None and len(when[0]) == _DAY and not spots and sentence.bits & (HARM | EVENT) and self.ahead is not None and self.ahead[0].paragraph == sentence.paragraph:
            self.ahead = sentence, self.ahead[1], when

    def _tells_another(self, sentence: Sentence, m: SentenceMentions, spots: list[Spot]) -> bool:
        """Tell whether a sentence that counts nobody tells of a blow elsewhere, which what follows speaks of: "A jet bombed a pump in X."."""
        current = self.current
        if current is None or not current.claims or current.paragraph == sentence.paragraph or not spots:
            return False
        if m.background or m.speeches or sentence.zone is not ZoneKind.BODY:
            return False
        if self._elsewhere(current, spots):
            return True
        item = _LISTED.match(self.text, self._line_start(sentence.start)) is not None
        known = {each.name.casefold() for each in current.spots}
        return item and all(each.name.casefold() not in known for each in spots)

    def _tell(self, sentence: Sentence, when: tuple[str, str] | None, spots: list[Spot], m: SentenceMentions) -> None:
        """Keep what a text tells of an event of which it makes no claim: the first that it names, and what follows at once."""
        told = self.told
        if told is None:
            told = self.told = Event(ordinal=0, paragraph=sentence.paragraph, start=sentence.start, end=sentence.end, background=m.background)
            spots = [*self.weak_spots, *spots] if sentence.index < OPENING else spots
        elif sentence.index >= OPENING and not m.causes:
            return
        if when is not None and told.when is None and not m.background:
            told.when, told.when_why = when
        for each in spots:
            if not any(conflict(each, known) for known in told.spots):
                told.takes(each)
        told.targets |= m.targets
        told.causes |= m.causes
        told.parties |= {canonical(name) for _, _, name in m.parties}

    def _of_a_time(self, sentence: Sentence, m: SentenceMentions) -> bool:
        """Tell the head of a bulletin over a time ("Bulletin of February 2021 – Syria"): it opens no event."""
        if not self.cues.framed or not any(date.kind is DateKind.SPAN and date.edtf is not None and len(date.edtf) == _MONTH for date in m.fresh_dates):
            return False
        return self._reports_on(sentence)

    def _is_heading(self, sentence: Sentence, m: SentenceMentions) -> bool:
        """Tell a heading or list entry ("1. Aug. 3, 2017, near X.") from a plain sentence."""
        if sentence.first_of_paragraph and sentence.end - sentence.start < _FEW_WORDS and not m.causes and self.text[sentence.end : sentence.end + 1] != "\n":
            return True
        if self.text[sentence.end - 1] not in ".!?":
            return True
        if m.places and m.places[0].start - sentence.start < 4 and not m.causes and len(_PLAIN_WORD.findall(self.text, sentence.start, sentence.end)) < _FEW_PLAIN:
            return True  # "Marl Bay, Orla province, 14 May 2021, about 00:40."
        return any(any(c.isdigit() for c in self.text[d.start : d.end]) and d.start - sentence.start <= 24 for d in m.fresh_dates)

    def _open(self, sentence: Sentence, when: tuple[str, str] | None, spots: list[Spot], *, separate: bool, background: bool) -> Event:
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
                elif self.cues.framed and each.rank <= Tier.NEIGHBOURHOOD.rank:
                    event.takes(replace(each, places=()))  # a quarter of the town that the text is of, known only far away
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
        chain = all(self.text[a.start + len(a.name) : b.start] == ", " for a, b in pairwise(told))
        # "Orla Sand, Butan, Lesser Sand" goes from the finest on; else what was named last is nearest.
        return [min(told, key=lambda each: (each.rank, each.start if chain else -each.start))] if told else []

    def _dated(self, when: str, spots: list[Spot]) -> Event | None:
        """Return an event of that time whose places do not speak against it."""
        for event in self.events:
            if event.when is not None and overlaps(event.when, when) and not self._elsewhere(event, spots):
                return event
        return None

    def _of_another(self, spots: list[Spot]) -> bool:
        """Tell whether a sentence names a place other than that of the event told of, or any where none is known."""
        known = self.current.narrowest() if self.current is not None else None
        return any(known is None or (each.name != known.name and (not each.places or not known.places or conflict(each, known))) for each in spots)

    def _elsewhere(self, event: Event, spots: list[Spot]) -> bool:
        known = event.narrowest()
        if known is not None and not known.places:  # nobody knows the finest one: those about it tell
            known = min((s for s in event.spots if s.places), key=lambda s: s.rank, default=known)
        return bool(spots) and known is not None and conflict(min(spots, key=lambda s: s.rank), known)

    def _not_homes(self, m: SentenceMentions, local: list[Spot]) -> list[Spot]:
        """Return the places of a count without those that its people are from, where it goes on with an event at another place."""
        current = self.current
        if current is None or not current.claims or not current.spots or not local or m.fresh_dates or not self._elsewhere(current, local):
            return local
        homes = self._homes(local)
        return [each for each in local if each not in homes]

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

    def _event(self, sentence: Sentence, m: SentenceMentions, when: tuple[str, str] | None, spots: list[Spot]) -> Event:
        """Return the event that a claim with this time and these places speaks of."""
        if sentence.zone is ZoneKind.TITLE and self.main is not None:
            return self.main
        if when is None and not spots:
            self._back_to_main(sentence)
        found = self._found(sentence, m, when, spots)
        found.last_paragraph = sentence.paragraph
        return found

    def _led_to(self, sentence: Sentence, m: SentenceMentions, when: tuple[str, str] | None) -> tuple[list[Spot], tuple[str, str] | None]:
        """Return the places of the sentence right before, and its day, where it led to what this one counts: "A ferry sank at X. Twelve died."."""
        if self.ahead is None or not self._ahead_of(sentence, self.ahead[0]):
            return [], when
        if self.ahead[0].paragraph != sentence.paragraph and not self.text.startswith("?", self.ahead[0].end - 1):
            return [], when
        if any(speech.pronoun for speech in m.speeches) and self.cues.there.search(self.text, sentence.start, sentence.end) is None:
            return [], when  # the sentence before says who speaks
        _, spots, day = self.ahead
        current = self.current
        known = set() if current is None else {each.name.casefold() for each in current.spots}
        if current is not None and any(each.name.casefold() in known for each in spots):
            narrow = current.narrowest()
            wider = narrow is not None and current.heading and narrow.rank < min(each.rank for each in spots)
            return ([], when) if wider else (spots, when)  # what stands under a heading is where the heading says
        if current is not None and current.claims and not current.heading:
            names = {each.name.casefold() for each in spots}
            named = [e for e in self.events if when is None and day is None and e is not current and any(k.name.casefold() in names for k in e.spots)]
            if len(named) == 1:
                self.current = named[0]  # "On X, is nine final?": what it told before of X
            else:
                self._open(sentence, when or day, spots, separate=False, background=m.background)
        return spots, when or day

    def _ahead_of(self, sentence: Sentence, ahead: Sentence) -> bool:
        """Tell whether a sentence that told where something was sets the scene of one that counts: nothing was counted between them."""
        if 0 <= sentence.start - ahead.end < _NEXT:
            return True
        return ahead.paragraph == sentence.paragraph and not any(isinstance(draft.claim, Casualty) and ahead.start < draft.claim.start < sentence.start for draft in self.drafts[-6:])

    def _back_to_main(self, sentence: Sentence) -> None:
        """Return to the event that the text is about, where a new paragraph names neither day nor place."""
        current = self.current
        if current is None or self.main is None or current is self.main or current.heading or current.last_paragraph in (-1, sentence.paragraph):
            return
        self.current = self.main

    def _found(self, sentence: Sentence, m: SentenceMentions, when: tuple[str, str] | None, spots: list[Spot]) -> Event:
        current = self.current
        if current is not None and (current.background or current.separate) and self.main is not None and when is None:
            leaves = sentence.paragraph not in (current.paragraph, current.last_paragraph) or (current.background and not self._goes_on_quoting(sentence, current)) or m.returns
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
        if another_blow(self.text, self.cues, sentence, m, current):
            kept = (current.when, current.when_why) if current.when is not None else None
            return self._open(sentence, when or kept, spots or current.spots, separate=True, background=False)
        if when is not None:
            return self._at_time(sentence, m, when, spots, current)
        if spots:
            return self._at_place(sentence, m, spots, current)
        return current

    def _goes_on_quoting(self, sentence: Sentence, current: Event) -> bool:
        """Tell whether a quotation follows in the paragraph of an event of long ago: whoever speaks was there."""
        return sentence.paragraph == current.last_paragraph and self.text.startswith(('"', "“"), sentence.start)

    def _at_time(self, sentence: Sentence, m: SentenceMentions, when: tuple[str, str], spots: list[Spot], current: Event) -> Event:
        if current.when is None and not self._elsewhere(current, spots) and (current.claims == 0 or not (m.background or self._other_place(sentence, current, spots) or self._too_late(sentence, current, when))):
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

    def _other_place(self, sentence: Sentence, current: Event, spots: list[Spot]) -> bool:
        """Tell whether a later sentence names a place of its own and none of an event's: its day is not that event's."""
        if not (self.cues.scenes and current.in_body and spots and current.spots and sentence.start > current.end):
            return False
        told = set(re.findall(r"\w{3,}", self.text[sentence.start : sentence.end].casefold()))
        return told.isdisjoint(word for each in current.spots for word in each.name.casefold().split())  # "Orla's old town" is in Orla

    def _too_late(self, sentence: Sentence, current: Event, when: tuple[str, str]) -> bool:
        """Tell whether a mere month comes too late to be that of counts paragraphs before."""
        return self.cues.scenes and len(when[0]) < _DAY and sentence.paragraph not in (current.paragraph, current.last_paragraph)

    def _leads_elsewhere(self, sentence: Sentence, spots: list[Spot], current: Event) -> bool:
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

    def _at_place(self, sentence: Sentence, m: SentenceMentions, spots: list[Spot], current: Event) -> Event:
        first = spots[0]
        leads = self.text[sentence.start : first.start].strip().lower() in self.cues.place_leads or first.start - sentence.start < 4
        if not current.spots:
            self._learn(current, None, spots, m)
            return current
        names = {s.name.casefold() for s in spots}
        if current is not self.main and names.isdisjoint(k.name.casefold() for k in current.spots):
            named = [e for e in self.events if (narrow := e.narrowest()) is not None and narrow.name.casefold() in names] or [e for e in self.events if any(s.name.casefold() in names for s in e.spots)]
            if len(named) > 1:
                named = [e for e in named if e is self.main] or [e for e in named if not e.background]
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
                told = self.voices.quote_at(first.start) is not None or (self.cues.framed and _LISTED.match(self.text, self._line_start(sentence.start)) is not None)
                if event is not self.main and self.main is not None and ((unknown_lead and not far) or (self.cues.scenes and not m.background)) and current.when is not None and not sentence.first_of_paragraph and not told:
                    event.when, event.when_why = current.when, "the sentence before"
                return event
        self._learn(current, None, [s for s in spots if not conflict(s, current.spots[0])], m)
        return current

    def _own_ground(self, sentence: Sentence, local: list[Spot]) -> bool:
        """Tell whether fighters killed at another place, in another paragraph, are another event of the same release."""
        current = self.current
        if current is None or not local or not current.spots or not current.claims or sentence.paragraph == current.paragraph:
            return False
        names = {each.name.casefold() for each in current.spots}
        return all(each.name.casefold() not in names for each in local) and local[0].rank <= _UNKNOWN_PLACE
