"""A mention of harm -> a casualty claim, of one event or of a period."""

import re
from collections.abc import Iterator, Sequence

from harmtrace.claims import spans
from harmtrace.claims.drafts import Draft, Sentence, put
from harmtrace.claims.events import COUNTRY_RANK, REGION_RANK, Event, Spot, event_time
from harmtrace.claims.pages import Pages
from harmtrace.language.dates import DateKind, DateMention
from harmtrace.language.grammar import HarmMention, Manner, SentenceMentions
from harmtrace.language.parties import canonical
from harmtrace.records.claim import Casualty, Modality, Outcome, Scope, Step, VoiceKind, Who
from harmtrace.records.measure import Count
from harmtrace.records.text import ZoneKind

_TOP = 120  # characters in which a text says that it mends others
_OTHERS_REACH = 250  # characters behind a count in which "others" are of its kind

_BEFORE_DATE = 40  # characters before a month in which the one event stands: "one evening in March"
_FIRST = 2  # sentences at the top of a text
_VICINITY = 40  # characters before a place in which something is said to have been near it
_THERE = 8  # characters behind a count in which "there" is said of it


class Casualties(Pages):
    """Makes casualty claims."""

    def _harm(
        self,
        sentence: Sentence,
        m: SentenceMentions,
        mention: HarmMention,
        spots: list[Spot],
        sentences: list[Sentence],
    ) -> None:
        if m.rate:
            self.weak_spots += spots
            self._set_aside(mention.start, mention.end, "a rate, not a count")
            return
        a, b = self._clause(sentence, mention.at, m)
        if m.separate is not None and m.separate < mention.at and (not self.cues.framed or any(h.at < m.separate for h in m.harms)):
            a = max(a, m.separate)
            spots = [s for s in spots if s.start >= m.separate]
        clause_dates = self._of_event([d for d in m.fresh_dates if a <= d.start < b and not self._of_the_next(d, mention, m)], a, b)
        behind = [d for d in clause_dates if d.start > mention.at] if mention.rule.endswith("/elided-part/1") else []
        if behind and behind[0].kind is DateKind.POINT:
            clause_dates, scope, window = behind[:1], Scope.EVENT, None
        else:
            scope, window = self._scope(sentence, m, mention, clause_dates, a, b)
        if scope is Scope.PERIOD and self.cues.framed:
            window = self._until_listed(window)
        self.last_scope[mention.outcome] = scope, window
        self.told_counts.add(mention, scope, sentence.paragraph)
        paragraph = sentence.paragraph - self.last_claim[0] if self.last_claim is not None else 0
        self.last_claim = sentence.paragraph, scope, sentence.zone is ZoneKind.TITLE
        compared = "/followed" in mention.rule
        if scope is Scope.PERIOD and not compared:
            self.last_window = window
        if (
            scope is Scope.PERIOD
            and window is not None
            and len(window[0]) == 10
            and self.main is None
            and self.pending_when is None
            and not compared
        ):
            self.pending_when = window
        speech = self._speech(m, mention.at)
        named, via, known_speaker = self._speaker(sentence, m, mention.at, speech, sentences, harm=mention)
        plain = (
            not m.doubtful
            and not mention.denied
            and not mention.unsure
            and (speech is None or speech.manner is Manner.SAYS)
        )
        modality = (
            Modality.ASSERTED
            if plain
            else self.grammar.modality(self.text, mention, speech, start=sentence.start, end=sentence.end)
        )
        if (
            modality is Modality.ASSERTED
            and speech is not None
            and speech.pronoun
            and named is None
            and self.text[speech.name_start : speech.name_end].lower() in self.cues.plural_pronouns
        ):
            modality = Modality.UNCONFIRMED  # "they say": nobody in particular
        if modality is Modality.ASSERTED and speech is not None and self.cues.guesses.match(self.text, speech.verb) is not None:
            modality = Modality.UNCONFIRMED  # "the fishermen think"
        if modality is Modality.ASSERTED and self._taken_as_wrong(sentence, mention):
            modality = Modality.DENIED
        if modality is Modality.ASSERTED and named is not None and self.cues.anybody.fullmatch(named.name) is not None:
            modality = Modality.UNCONFIRMED  # "people say"
        if (
            modality is Modality.ASSERTED
            and speech is None
            and known_speaker is not None
            and known_speaker.manner is Manner.CLAIMS
        ):
            modality = Modality.ALLEGED
        if speech is not None and speech.manner is not Manner.DENIES and self.cues.whether.search(self.text, speech.scope_start, mention.start) is not None:
            named, via = None, None
        local = [] if spots and self._points_back(mention, spots) else self._nearest_places(m, spots, mention, a, b)
        if local and self.cues.scenes and all(self.text.startswith("#", each.start - 1) for each in local):
            self.tags += local  # "nine dead #Orla": what a post is about, where no word of it says more
            local = []
        if self.current is not None and self.current.spots and all(self._names_speaker(m, each) for each in local) and self.cues.here.search(self.text, mention.start, mention.end + _THERE) is None and self.cues.there.search(self.text, mention.start, mention.end) is None:
            local = []  # "the director of the X hospital said": no other place, where one is known
        local = self._not_homes(m, local)
        near = False
        if local and mention.who is Who.COMBATANT and m.separate is None and self._in_its_vicinity(sentence, local):
            near, local = True, []  # "destroyed a team in the vicinity of X, killing all 11 fighters": the raid told of, from the other side
        if (
            self.main is None
            and scope is Scope.EVENT
            and local
            and min(s.rank for s in local) >= COUNTRY_RANK
            and self.cues.strikes_on.search(self.text, a, local[0].start) is not None
        ):
            scope, window = Scope.PERIOD, self._time(clause_dates, m)  # "the raids on Lebanon on Monday": many events
            self.last_scope[mention.outcome], self.last_window = (scope, window), window
            self.last_claim = sentence.paragraph, scope, sentence.zone is ZoneKind.TITLE
        quote = self.text[mention.start : mention.end]
        when: tuple[str, str] | None = None
        event: Event | None = None
        own_where: Spot | None = None
        if scope is Scope.EVENT:
            when = self._time(sorted(clause_dates, key=lambda d: abs(d.start - mention.at)), m)
            if (
                when is None
                and len(clause_dates) == 0
                and (
                    len(m.harms) == 1
                    or not any(self._in_clause(sentence, h.at, d.start, m) for h in m.harms for d in m.fresh_dates)
                )
            ):
                when = self._time(m.fresh_dates, m)
            if (
                mention.outcome is Outcome.KILLED
                and self.cues.of_wounds.search(
                    self.text, mention.start, min(sentence.end, mention.end + self.cues.wounds_reach)
                )
                is not None
                and self.current is not None
                and self.cues.strike_of_day.search(self.text, a, b) is None
            ):
                when = None
            if (
                mention.outcome is Outcome.BODIES_RECOVERED
                and self.current is not None
                and self.current.when is not None
            ):
                when = None
            if mention.rule.endswith("/weighed-bare/1") and self.current is not None:
                when = None  # "when I met him last month it had 164": the day of the count, not of the harm
            if (
                mention.outcome is Outcome.KILLED
                and self.current is not None
                and self._of_the_hurt()
                and (mention.step is Step.PART or self.cues.of_them.match(self.text, sentence.start) is not None)
            ):
                when = None  # "seven were wounded; one of them died on 6 June": the event's day is another
            if labelled := self._label_day(sentence, m):
                when = labelled
                if mention.step in (Step.PART, Step.INCREMENT) and mention.outcome is Outcome.KILLED:
                    local = [s for s in spots if s.start < mention.start] or local  # where they died is not where it was
            if when is None:
                for date in clause_dates:
                    if (
                        date.kind is DateKind.SINCE
                        and date.edtf is not None
                        and self.cues.since_event.search(self.text, date.start, date.end + 24) is not None
                    ):
                        when = date.edtf.split("/")[0], date.why
            if when is None and (m.separate is not None or self._single_event(mention, sentence.start, b)):
                month = next(
                    (d for d in clause_dates or m.fresh_dates if d.kind is DateKind.WINDOW and d.edtf is not None and "/" not in d.edtf),
                    None,
                )
                when = (month.edtf, month.why) if month is not None and month.edtf is not None else None
            if mention.who is Who.COMBATANT and self._own_ground(sentence, local):
                self._open(sentence, when, local, separate=False, background=False)
            if not local:
                local, when = self._led_to(sentence, m, when)
            event = self._event(sentence, m, when, local)
            event.claims += 1
            event.in_body |= sentence.zone is not ZoneKind.TITLE
            event.targets |= m.targets
            event.causes |= m.causes
            own_where = self._own_where(sentence, event, local, mention)
        else:
            when = window
            own_where = self._inner(sentence, local) if local else self._area(a, b)
            if own_where is None and self.cues.framed and self.told_spots and self.told_spots[-1].start >= sentence.start:
                own_where = self.told_spots[-1]  # the wounded of a day, at the hospital of a town
            kept = self.cues.framed and self.area is not None and self.cues.same_time.search(self.text, a, b) is not None  # "in the province alone"
            if self.cues.scenes and local and own_where is not None and self.area is not None:
                kept = own_where.rank < self.area.rank  # a row of a table is within the area of the whole
            if mention.step is not Step.PART and not kept:
                self.area = own_where
        blamed = self._blamed_in(m, mention, a, b)
        who = (
            self._whose(mention)
            if mention.more and mention.who is Who.UNSPECIFIED and self.cues.others_inherit
            else mention.who
        )
        voice = self._voice(named)
        if (
            named is not None
            and voice is VoiceKind.PEOPLE
            and self.cues.spokesman.search(named.name) is not None
            and self._body(named, mention.start) != canonical(named.name)
        ):
            voice = VoiceKind.MILITARY
        if (
            who is Who.UNSPECIFIED
            and (mention.nounless or "/followed-change/" in mention.rule)
            and scope is Scope.PERIOD
            and self._counts_civilians(mention, paragraph)
        ):
            who = Who.CIVILIAN
        claim = Casualty(
            id=self.ids.give("casualty", quote, mention.count, f"{mention.outcome}:{who}"), document=self.document.id,
            start=mention.start, end=mention.end, quote=quote, speaker=named.name if named is not None else None, via=via,
            voice=voice, when=when[0] if when is not None else None, when_why=when[1] if when is not None else "",
            where=own_where.name if own_where is not None else None, places=own_where.places if own_where is not None else (),
            event=None, zone=sentence.zone, rules=(mention.rule,), outcome=mention.outcome, who=who, count=mention.count,
            unit=mention.unit, groups=mention.groups, scope=scope, modality=modality, step=mention.step, blamed=blamed,
            headline=sentence.zone is ZoneKind.TITLE, number_start=mention.number_start, number_end=mention.number_end,
        )  # fmt: skip
        if event is not None and blamed is not None and modality is not Modality.DENIED:
            event.parties.add(canonical(blamed))
        draft = Draft(claim, event, mention.at, when[0] if when is not None else None, own_where, self.cluster)
        draft.near = near
        self._mark(draft, claim, sentence, mention)
        self.drafts.append(draft)

    def _in_its_vicinity(self, sentence: Sentence, local: list[Spot]) -> bool:
        """Tell whether fighters are said to have been killed only near a place by which the text said before where its event was."""
        current = self.current
        if current is None or not current.in_body or not current.claims or not current.spots or len(local) != 1 or not self._elsewhere(current, local):
            return False
        spot = local[0]
        near = self.cues.vicinity.search(self.text, max(sentence.start, spot.start - _VICINITY), spot.start) is not None
        return near and re.compile(rf"(?<!\w){re.escape(spot.name)}(?!\w)").search(self.text, 0, sentence.start) is not None

    def _until_listed(self, window: tuple[str, str] | None) -> tuple[str, str] | None:
        """Return the time of a total, up to the day that the list is of where it was put out later: "since the beginning of May"."""
        day, listed = self.ref.day, self.listed_day
        if window is None or day is None or listed is None or not window[0].endswith(f"/{day}") or len(listed[0]) != len(day) or not window[0].split("/")[0] <= listed[0] < day:
            return window
        return window[0].removesuffix(day) + listed[0], f"{window[1]}; up to the day of the list"

    def _taken_as_wrong(self, sentence: Sentence, mention: HarmMention) -> bool:
        """Tell whether a count is what the outlet wrote before, in a paragraph that mends it: "CORRECTION: On Tuesday we wrote that"."""
        if mention.step is Step.REPLACED or not self.cues.one_day:
            return False
        clause = max(sentence.start, self.text.rfind(";", sentence.start, mention.at))
        if self.cues.own_words.search(self.text, clause, mention.at) is None:
            return False  # asked first: it stands in the clause, and the words that mend may stand anywhere in a long paragraph
        return self.cues.mended.search(self.text, self._line_start(sentence.start), self._line_end(sentence.end)) is not None or self.cues.mended.search(self.text, 0, _TOP) is not None

    def _of_the_next(self, date: DateMention, mention: HarmMention, m: SentenceMentions) -> bool:
        """Tell whether a day behind a count opens the clause of the next one: "…, and on Sunday a helicopter wounded …"."""
        if date.start < mention.end or not any(date.start < other.at for other in m.harms):
            return False
        return self.cues.goes_on.search(self.text, max(mention.end, date.start - 24), date.start) is not None

    def _mark(self, draft: Draft, new: Casualty, sentence: Sentence, mention: HarmMention) -> None:
        """Note of a count what its sentence says of it: somebody's kin, an early figure, one taken back, a picture's."""
        text, cues, before = self.text, self.cues, mention.number_start
        kin = cues.owned_before.search(text, max(sentence.start, before - 16), before)
        draft.kin = kin is not None or cues.owned_after.match(text, mention.number_end) is not None
        early = cues.early.search(text, sentence.start, mention.at)
        if early is not None and mention.step is not Step.RUNNING:
            told = early.end(), mention.at
            draft.early = cues.later.search(text, *told) is None and cues.turns.search(text, *told) is None
        if early is not None and cues.corrected.search(text, mention.at, sentence.end) is not None:
            put(new, "step", Step.REPLACED)  # "which at first wrote of eleven dead, has corrected itself"
        bodies = mention.outcome is Outcome.BODIES_RECOVERED
        draft.pictured = bodies and cues.pictured.search(text, sentence.start, mention.at) is not None
        if mention.step is Step.RUNNING and cues.later.search(text, sentence.start, mention.end) is not None:
            self._outdate(draft, new)
        if mention.denied:
            return  # "the right number is 13, not 12": the twelve corrects nothing
        if cues.corrects.search(text, sentence.start, mention.end) is not None:
            story = self.stories.get(sentence.index)
            self._correct(draft, new, [h.count for h in story.harms if h.denied and h.outcome is mention.outcome] if story is not None else [])
        elif (revises := cues.revises.search(text, sentence.start, mention.end)) is not None:
            self._revise(draft, new, own=cues.pronoun_revises.search(text, sentence.start, revises.start()) is not None)

    def _own_where(self, sentence: Sentence, event: Event, local: list[Spot], mention: HarmMention) -> Spot | None:
        """Return the narrowest place of a count: its own, the one named last for its event in the paragraph, or the event's."""
        if local:
            own = self._inner(sentence, local)
            narrow = event.narrowest(mention.start)
            first = not any(draft.event is event and draft.claim.start >= self._line_start(sentence.start) for draft in self.drafts[-8:])
            if narrow is None or own.rank <= narrow.rank or (first and own.rank < REGION_RANK):  # where the wounded were taken is no finer than where it happened
                self.here = sentence.paragraph, event, own
            return own
        if self.here is not None and self.here[0] == sentence.paragraph and self.here[1] is event:
            return self.here[2]
        page = self._page_place(sentence)
        if page is not None:
            return page
        return event.narrowest(mention.start)

    def _whose(self, mention: HarmMention) -> Who:
        """Return who "64 others" are where their own sentence does not tell: those counted just before."""
        for draft in reversed(self.drafts[-4:]):
            last = draft.claim
            if isinstance(last, Casualty) and last.scope is Scope.EVENT and (last.count.low or 0) > 1:
                return last.who if 0 < mention.start - last.end < _OTHERS_REACH else mention.who
        return mention.who

    def _counts_civilians(self, mention: HarmMention, paragraphs: int) -> bool:
        """Tell whether the totals right before, of a time too, were of civilians: their parts are as well."""
        before = [d.claim for d in self.drafts if isinstance(d.claim, Casualty) and d.claim.scope is Scope.PERIOD]
        alike = [claim for claim in before if claim.outcome is mention.outcome] or before
        if paragraphs > 1 or not before or before[0].who is not Who.CIVILIAN or alike[-1].who is not Who.CIVILIAN:
            return False
        return mention.outcome is Outcome.KILLED or any(claim.outcome is Outcome.KILLED_OR_INJURED for claim in before)

    def _of_the_hurt(self) -> bool:
        last = self.drafts[-1].claim if self.drafts else None
        return isinstance(last, Casualty) and last.outcome is Outcome.INJURED and last.scope is Scope.EVENT

    def _counted_before(self, new: Casualty) -> Iterator[tuple[Draft, Casualty]]:
        """Yield the counts of the same outcome before this one, the nearest first."""
        for earlier in reversed(self.drafts):
            old = earlier.claim
            if isinstance(old, Casualty) and old.outcome is new.outcome:
                yield earlier, old

    def _outdate(self, draft: Draft, new: Casualty) -> None:
        """Mark the figure before as an early one: "the toll was later updated to three"."""
        for earlier, old in self._counted_before(new):
            if old.scope is new.scope:
                outgrown = (new.count.low or 0) > (old.count.low or old.count.high or 0)
                earlier.early |= earlier.event is draft.event and outgrown
                return

    def _correct(self, draft: Draft, new: Casualty, denied: Sequence[Count]) -> None:
        """Mark the figure before as wrong: "the correct number was four"; where the sentence says which is, that one alone."""
        for earlier, old in self._counted_before(new):
            if earlier.event is draft.event:
                earlier.wrong |= old.count in denied if denied else old.count != new.count
                return

    def _revise(self, draft: Draft, new: Casualty, *, own: bool) -> None:
        """Mark a speaker's own figure before as wrong where the speaker goes down to a lower one: "corrected itself to 8".

        ``own``: who does so is named by a pronoun, and is whoever gave that figure.
        """
        for earlier, old in self._counted_before(new):
            if own and new.speaker is None and earlier.event is draft.event:
                put(new, "speaker", old.speaker)
                put(new, "voice", old.voice)
            if earlier.event is draft.event and old.speaker == new.speaker:
                earlier.wrong |= (new.count.low or 0) < (old.count.low or 0)
                return

    def _scope(
        self, sentence: Sentence, m: SentenceMentions, mention: HarmMention, dates: list[DateMention], a: int, b: int
    ) -> tuple[Scope, tuple[str, str] | None]:
        """Return whether a number is a total over a time or an area, and which time."""
        ruled = self._ruled_scope(sentence, m, mention, dates, a, b)
        signs = self.grammar.spans(self.text, mention, a, b)
        if signs is None or (ruled[0] is Scope.PERIOD and ruled[1] is not None and ruled[1] == self.reporting and self._row(sentence.start, sentence.end) is not None):
            return ruled  # a row of a table is of the time at its head
        known = [
            name
            for name, holds in (
                ("a time reported on", self.reporting is not None), ("a record", self.recorder is not None), ("an event open", self.main is not None),
                ("in the title", sentence.zone is ZoneKind.TITLE), ("at the top", sentence.index < _FIRST), ("one event", self._single_event(mention, a, b)),
            )
            if holds
        ]  # fmt: skip
        count = spans.Counted(mention=mention, paragraph=sentence.paragraph, ruled=ruled[0], signs=signs, dates=dates, known=known)
        weighed = spans.weigh(spans.rows(count, m, self.told_counts), ruled[0])
        if weighed is ruled[0]:
            return ruled
        return weighed, self._window(m, mention, dates) if weighed is Scope.PERIOD else None

    def _window(self, m: SentenceMentions, mention: HarmMention, dates: list[DateMention]) -> tuple[str, str] | None:
        """Return the time of a total that only its words as a whole show to be one."""
        near = sorted(dates, key=lambda d: abs(d.start - mention.at))
        for date in (*near, *m.fresh_dates):
            if date.edtf is not None:
                return date.edtf, date.why
        if self.last_claim is not None and self.last_claim[1] is Scope.PERIOD:
            return self.last_window
        return self.reporting

    def _ruled_scope(
        self, sentence: Sentence, m: SentenceMentions, mention: HarmMention, dates: list[DateMention], a: int, b: int
    ) -> tuple[Scope, tuple[str, str] | None]:
        """Return what the rules alone say of it."""
        if "/followed" in mention.rule and self.last_claim is not None and self.last_claim[1] is Scope.PERIOD:
            dated = [d for d in dates if d.edtf is not None]
            dated = [d for d in dated if d.start > mention.end] or dated
            return Scope.PERIOD, (dated[0].edtf or "", dated[0].why) if dated else self.last_window
        if self._of_several(m, a, b):
            return Scope.PERIOD, self._time(dates, m)
        if self.cues.one_day and self.last_window is not None and not (dates and self.cues.framed) and self.cues.same_time.search(self.text, a, b) is not None:
            return Scope.PERIOD, self.last_window
        ranged = next((d for d in dates if d.kind is DateKind.RANGE and d.edtf is not None), None) if self.cues.one_day else None
        if ranged is not None and self.cues.many_events.search(self.text, a, b) is not None and not self._single_event(mention, a, b):
            return Scope.PERIOD, (ranged.edtf or "", ranged.why)  # "raids between 8 and 12 April left 30 dead"
        if self.cues.one_day and not dates and (self.last_window or self.reporting) is not None and self.cues.broken_down.match(self.text, sentence.start, sentence.end) is not None:
            return Scope.PERIOD, self.last_window or self.reporting
        if mention.scope is not None:
            goes_on = self.cues.framed and self.last_claim is not None and self.last_claim[1] is Scope.PERIOD
            return mention.scope, mention.window or ((self.reporting or (self.last_window if goes_on else None)) if mention.scope is Scope.PERIOD else None)
        if (
            m.period
            and "/toll" in mention.rule
            and self.cues.toll_of_time.search(self.text, mention.start, mention.end) is not None
        ):
            windows = [d for d in m.fresh_dates if mention.start <= d.start < mention.end and d.edtf is not None]
            return Scope.PERIOD, (windows[0].edtf or "", windows[0].why) if windows else self.reporting
        if not dates and self._over_report(sentence, m, mention):
            return Scope.PERIOD, self.reporting
        near = sorted(dates, key=lambda d: abs(d.start - mention.at))
        for date in near:
            if (
                date.kind in (DateKind.POINT, DateKind.RELATIVE)
                and date is near[0]
                and abs(date.start - mention.at) < 80
                and not m.period
            ):
                break
            if (
                date.kind is DateKind.SINCE
                and self.cues.since_event.search(self.text, date.start, min(date.end + 24, b)) is not None
            ):
                continue
            if date.kind is DateKind.SINCE and self.cues.one_day and mention.count.low == mention.count.high == 1:
                continue  # "a driver was killed, which brings the dead since July to 61"
            if (
                date.kind is DateKind.SINCE
                and (self.current is not None or self.pending_spots)
                and self.cues.since_daytime.match(self.text, date.start, date.end) is not None
            ):
                continue  # "since dawn", of an event told before
            if (
                date.kind in (DateKind.SINCE, DateKind.WINDOW)
                and self.cues.superlative.search(self.text, a, date.start) is not None
                and date.start > mention.end
            ):
                continue
            if (
                date.kind is DateKind.WINDOW
                and (date.edtf is None or event_time(date, None) is not None)
                and not m.period
            ):
                continue
            if date.kind is DateKind.SINCE or date.kind is DateKind.WINDOW:
                if m.separate is not None and date.kind is DateKind.WINDOW:
                    continue
                if date.kind is DateKind.WINDOW and self._single_event(mention, min(a, max(sentence.start, date.start - _BEFORE_DATE)), b):
                    continue
                return Scope.PERIOD, (date.edtf, date.why) if date.edtf is not None else None
            if (
                date.rule == "weekdays"
                and self.cues.and_then.search(self.text, date.start, date.end) is not None
                and not self._single_event(mention, a, b)
            ):
                return Scope.PERIOD, (date.edtf or "", date.why)
            if date.kind is DateKind.RANGE and (date.edtf is None or event_time(date, None) is None):
                return Scope.PERIOD, (date.edtf, date.why) if date.edtf is not None else None
            if (
                date.kind is DateKind.SPAN
                and date.edtf is not None
                and len(date.edtf) in (4, 7)
                and (mention.count.low or mention.count.high or 0) > 1
            ):
                single = self._single_event(mention, min(a, max(sentence.start, date.start - _BEFORE_DATE)), b)
                if m.period and not single:
                    return Scope.PERIOD, (date.edtf, date.why)
                told = single or self.cues.participle.match(self.text, mention.start, mention.end) is not None
                if not told and self.cues.any_event.search(self.text, a, b) is None and not self.current_names(mention):
                    return Scope.PERIOD, (date.edtf, date.why)
        twice = m.period and len({d.edtf for d in near}) == 1 and near[0].kind is DateKind.POINT
        twice = twice and self.cues.one_target.search(self.text, a, b) is not None
        single = twice or self._single_event(mention, a, b)
        if m.period and not single and (mention.count.low is None or mention.count.low != 1):
            for date in near:
                if date.edtf is not None:
                    return Scope.PERIOD, (date.edtf, date.why)
            for date in m.fresh_dates:
                if date.edtf is not None:
                    return Scope.PERIOD, (date.edtf, date.why)
            return Scope.PERIOD, self.reporting
        row = bool(m.places) and self._row(sentence.start, sentence.end) is not None
        placed = bool(m.places) and not (self.main is None and self.cues.one_day and all(p.weak for p in m.places))
        listed = self.reporting is not None and self.main is None and not dates and (not placed or row)
        if listed and not self._dated_entry(sentence) and (
            (self.cues.one_day and mention.count.low != 1 and not placed) or not self._single_event(mention, a, b)
        ):
            return Scope.PERIOD, self.reporting
        goes_on = (
            self.last_claim is not None
            and self.last_claim[1] is Scope.PERIOD
            and self.last_claim[2] == (sentence.zone is ZoneKind.TITLE)
        )
        if (
            goes_on
            and self.recorder is not None
            and not dates
            and self.main is None
            and self.cues.any_event.search(self.text, a, mention.end) is None
            and not (placed and self._one_or_two(mention))
        ):
            return Scope.PERIOD, self.last_window
        if goes_on and not dates and not placed and self.main is None and mention.count.low != 1:
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
        """Tell whether the clause names one event: "another raid that day is said to have killed", "one evening in March"."""
        return "/list-subject/" in mention.rule or self.cues.single_event.search(self.text, a, mention.end) is not None

    def _blamed_in(self, m: SentenceMentions, mention: HarmMention, a: int, b: int) -> str | None:
        """Return the party that the casualty clause itself names as the one who did it."""
        if mention.blamed is not None:
            return self.text[mention.blamed[0] : mention.blamed[1]]
        for blame in m.blames:
            if (
                blame.blamed is not None
                and blame.stance == "alleges"
                and a <= blame.start < mention.start
                and mention.start - blame.end <= 16
            ):
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
