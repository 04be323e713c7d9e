"""All sentences read -> the reading: events numbered, gaps filled from the event and the head of the document."""

import re
from dataclasses import replace

from harmtrace.claims import asking, dating, doubting, focus, hearing, vouching, whom
from harmtrace.claims.alike import telling
from harmtrace.claims.drafts import Draft, Sentence, put
from harmtrace.claims.events import Event, Spot, days_apart, overlaps, rank_of
from harmtrace.claims.parts import among_the_total, in_the_new_total, itemised, replaced, restated, that_fit, with_parts
from harmtrace.claims.tables import Tables
from harmtrace.claims.voices import Named
from harmtrace.claims.wording import Wording
from harmtrace.language.dates import DateKind
from harmtrace.records.claim import Account, Blame, Casualty, Claim, Modality, Reading, Scope, Step
from harmtrace.records.measure import Place

_BESIDE = 600  # characters within which a day of the week may belong to an event
_ENDED = re.compile(r"[.!?؟]\s|\n")  # between a count and a place that another sentence names
_OWN_DEAD = 40  # characters before a count in which a town counts its dead
_BULLET = 16  # characters of a bullet or of "Place: " before the place that heads a line
_HEAD_GOES_ON = re.compile(r" ?[,:(—–\n-]|$")
_TURNS = re.compile(r"[;:\n]|, (?!which|who|that)")  # between a blow and a count that is not its own
_CLOCK_LINE = re.compile(r"\n\s{0,20}\d{1,2}[:.]\d\d\b")


class Settling(Tables):
    """Ends a reading."""

    def _finish(self) -> Reading:
        """Return the reading: events numbered, times and places filled from the event."""
        self._speak(self.main_grammar)
        self._headline_restates()
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
        claims = self._vouched(self._over_months(self._dated_by_table(self._in_focus(claims))))
        claims = itemised(claims, self.drafts, self.text, self.cues.itemises)
        claims = among_the_total(claims, self.drafts)
        claims = [
            replace(claim, modality=Modality.DENIED) if draft.wrong and isinstance(claim, Casualty) else claim
            for claim, draft in zip(claims, self.drafts, strict=True)
        ]
        claims, odd = that_fit(with_parts(in_the_new_total(replaced(restated(claims, self.drafts), self.drafts), self.drafts, self.text)))
        self.issues += odd
        wording = Wording(self.text, self.whole)
        claims = whom.pointed(wording, doubting.doubted(wording, claims))
        order = sorted(range(len(claims)), key=lambda k: (claims[k].start, claims[k].end, type(claims[k]).__name__, claims[k].id))
        accounts = tuple(self._account(e, number[id(e)]) for e in used)
        return Reading(
            document=self.document.id, claims=tuple(claims[k] for k in order), accounts=accounts, set_aside=tuple(self.aside), issues=tuple(self.issues),
            reference=self.ref.day, reference_why=self.ref.why,
        )  # fmt: skip

    def _headline_restates(self) -> None:
        """Give a headline's count to the event of the body that has the same count: "Halfaya checkpoint" shortens "the Halfaya Bridge checkpoint"."""
        heads = [d for d in self.drafts if isinstance(d.claim, Casualty) and d.claim.headline and d.event is not None]
        for head in heads:
            own, event = head.claim, head.event
            if event is None or not isinstance(own, Casualty) or own.scope is not Scope.EVENT or own.step is not Step.TOTAL:
                continue
            same: list[Draft] = []
            for draft in self.drafts:
                body = draft.claim
                if isinstance(body, Casualty) and not body.headline and body.scope is Scope.EVENT and draft.event is not None and body.outcome is own.outcome and (body.count.low or body.count.high) == (own.count.low or own.count.high):
                    same.append(draft)
            found = {id(d.event) for d in same}
            if len(found) != 1 or same[0].event is event or same[0].event is None:
                continue
            kept = same[0]
            shared = own.where is not None and kept.claim.where is not None and not telling(own.where).isdisjoint(telling(kept.claim.where))
            if event.in_body and not shared:
                continue
            short = own.where
            for draft in self.drafts if shared else [head]:  # what the text goes back to by the short name is there too
                if draft.event is event and (draft is head or draft.claim.where == short):
                    draft.event, draft.own_where = kept.event, kept.own_where
                    put(draft.claim, "where", kept.claim.where)
                    put(draft.claim, "places", kept.claim.places)
            if self.main is event:
                self.main = kept.event

    def _fill(self, used: list[Event]) -> None:
        """Fill what no sentence of an event gives from the head of the document: a live page's day, a dateline's town."""
        if all(event.when is not None and event.spots for event in used):
            return
        live = len(_CLOCK_LINE.findall("\n" + self.text)) >= 3
        day = self.document.published
        urgent = day is not None and len(day) == 10 and self.cues.urgent.search(self.text) is not None
        for event in used:
            if event.when is None and len(self.day_lines) > 1 and (over := [day for start, day in self.day_lines if start <= event.start]):
                event.when, event.when_why = over[-1]
            if event.when is None and live and self.ref.day is not None:
                event.when, event.when_why = self._live_day() or self.ref.day, "the day of the live page"
            if event.when is None and event is self.main and self.last_window is not None and (days_apart(*self.last_window[0].split("/")[::-1]) if self.last_window[0].count("/") == 1 else None) == -1:
                event.when, event.when_why = self.last_window
            if event.when is None and urgent and event is self.main and day is not None:
                event.when, event.when_why = day, "posted as urgent on that day"
            if event.when is None and self.cues.one_day and not event.background and not (self.cues.day_of_place and self._apart(event)) and (found := self._one_day()) is not None:
                event.when, event.when_why = found
            if event.when is None and self.voices.record is not None and self.reporting is not None and not event.background:
                event.when, event.when_why = self.reporting
            if not event.spots and (event is self.main or len(used) == 1):
                for each in self.weak_spots[:1] or self._dateline() or self.told_spots[:1] or (self.tags[:1] or self.maybe[:1] if len(used) == 1 else []) or self._seat():
                    event.takes(each)

    def _seat(self) -> list[Spot]:
        """Return the town of the first body that speaks by it ("The Marlby town council"), or that counts its own dead ("Marlby counted its dead"), for a text that names no place at all."""
        if any(e.spots for e in self.events) or self.weak_spots or self.pending_spots or self.told_spots or self.tags:
            return []
        for draft in self.drafts:
            seat = self.cues.seat.match(draft.claim.speaker) if draft.claim.speaker is not None else None
            if seat is None and draft.claim.speaker is not None:
                seat = self.cues.own_dead.search(self.text, max(0, draft.claim.start - _OWN_DEAD), draft.claim.end)
                seat = seat if seat is not None and seat[1] == draft.claim.speaker else None
            if seat is not None:
                return [Spot(seat[1], draft.claim.start, self.gazetteer.lookup(seat[1]), 9.0)]
        return []

    def _apart(self, event: Event) -> bool:
        """Tell whether an event was elsewhere than the one that the text is about: it shares no place with it."""
        if event is self.main or self.main is None or not event.spots or not self.main.spots:
            return False
        names = {each.name.casefold() for each in self.main.spots}
        return self._elsewhere(self.main, event.spots) or all(each.name.casefold() not in names for each in event.spots)

    def _live_day(self) -> str | None:
        """Return the one full day that the head of a live page names, where it is not the day of publication."""
        days = {d.edtf for k in (0, 1) if k in self.stories for d in (*self.stories[k].fresh_dates, *self.stories[k].said_dates) if d.kind is DateKind.POINT and d.edtf is not None and len(d.edtf) == 10}
        return days.pop() if len(days) == 1 else None

    def _one_day(self) -> tuple[str, str] | None:
        """Return the one day that the text names for what it tells, None where it names several or none."""
        days = {d.edtf: d.why for m in self.stories.values() if not m.background and (m.places or not self._long_matter(m)) for d in m.fresh_dates if d.edtf is not None and d.kind is DateKind.POINT}
        (day, why), *rest = days.items() or ((None, ""),)
        return (day, f"the one day of the text: {why}") if day is not None and not rest and len(day) == 10 else None

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
                        put(draft.claim, "places", better)

    def _settled(self, draft: Draft, number: dict[int, int]) -> Claim:
        claim, event = draft.claim, draft.event
        if event is None:
            if claim.where is None and not any(e.spots for e in self.events):
                for named in (self.weak_spots or (self.pending_spots if self.cues.one_day else []) or self._dateline() or self.maybe or self.told_spots)[:1]:
                    return replace(claim, where=named.name, places=named.places)
            return claim
        where, places = claim.where, claim.places
        if where is None:
            narrow = event.narrowest(claim.start)
            if narrow is not None and _ENDED.search(self.text, claim.end, max(narrow.start, claim.end)) is not None:
                narrow = self._told_before(claim.start) or narrow
            if narrow is None:
                narrow = self._told_before(claim.start)
            if narrow is None and self.main is not None:
                narrow = self.main.narrowest()
            if narrow is not None:
                where, places = narrow.name, narrow.places
        if isinstance(claim, (Casualty, Blame)) and (claim.when is None or (event.when is not None and overlaps(claim.when, event.when))):
            if claim.when is None:
                put(claim, "when_why", event.when_why)
            put(claim, "when", event.when)
        put(claim, "event", number[id(event)])
        put(claim, "where", where)
        put(claim, "places", places)
        return claim

    def _in_focus(self, claims: list[Claim]) -> list[Claim]:
        """Return the claims, the counts at the name that the table of ``focus`` finds the likeliest, or nowhere."""
        table = focus.TABLES.get(self.main_grammar.name)
        if table is None:
            return claims
        of: focus.Field | None = None
        for k, claim in enumerate(claims):
            if not isinstance(claim, Casualty) or self.drafts[k].near or any(rule.startswith("table/") for rule in claim.rules):
                continue
            if claim.where is not None and not table.moves:
                continue
            if of is None:
                of = focus.field(self.text, focus.stretches(self.text, self.whole, self.zones, self.main_grammar), self.gazetteer, self.near, frozenset([each.speaker for each in claims if each.speaker is not None]), frozenset([named.name for _, _, named in self.lines if named is not None]), table=table, told=[each.where for each in claims if isinstance(each, Casualty) and each.where is not None])
            if not of.among:
                return claims  # a language that weighs no names
            event = self.drafts[k].event
            known = frozenset(each.name.casefold() for each in event.spots) if event is not None else frozenset[str]()
            headed = "" if claim.where is None else "taken from a heading" if event is not None and event.heading else "taken from the head of a line" if self._heads_line(claim.where, claim.start) else ""
            found = focus.best(of, focus.Count(start=claim.start, end=claim.end, period=claim.scope is Scope.PERIOD, where=claim.where, known=known, headed=headed))
            if found.stays:
                continue
            if found.name is None:
                claims[k] = replace(claim, where=None, places=(), rules=(*claim.rules, focus.RULE))
                continue
            mention, places = found.name.mention, found.name.places
            claims[k] = replace(claim, where=mention.name, places=places, rules=(*claim.rules, focus.RULE))
            if event is not None and not event.spots:
                event.takes(Spot(mention.name, mention.start, places, rank_of(places)))
        return claims

    def _vouched(self, claims: list[Claim]) -> list[Claim]:
        """Return the claims, those vouched for by another than was taken whom the table of ``vouching`` finds the likelier."""
        table = vouching.TABLES.get(self.main_grammar.name)
        counts = [(k, claim) for k, claim in enumerate(claims) if isinstance(claim, Casualty)]
        if table is None or not counts or (self.lines and not table.in_lines):
            return claims  # in a dialogue its lines may say who speaks
        talk = asking.Talk(self.text, self.document.source, [(named.name, named.start) for named in self.voices.heard], [claim.speaker for _, claim in counts], lambda: self._place_words(claims))
        heard: dict[int, list[hearing.Heard]] = {}
        made_up = self.pretences.apart if self.pretences is not None else set()
        last: tuple[int, Casualty, int] | None = None
        for k, claim in counts:
            sentence = self.whole[focus.sentence_at(self.whole, claim.start)]
            before, last = last, (k, claim, sentence.index)
            m = self.stories.get(sentence.index)
            if m is None:
                continue
            gap = 0 if before is None else sentence.index - before[2]
            beside = None if before is None else asking.Before((claims[before[0]] if table.goes_on else before[1]).speaker, "here" if not gap else "sentence before" if gap == 1 else "earlier")
            quote, doubted = self.voices.quote_at(self.drafts[k].at), claim.modality in (Modality.ALLEGED, Modality.UNCONFIRMED)
            asked = asking.Asked(start=claim.start, end=claim.end, at=self.drafts[k].at, speaker=claim.speaker, via=claim.via, doubted=doubted, period=claim.scope is Scope.PERIOD, quotation=None if quote is None else self.voices.quotes[quote], before=beside)
            how = asking.how_taken(asked, m)
            if how in table.standing:
                continue
            if how == "framed" and table.whole_names:
                if (whole := hearing.whole_of(self.text, claim.speaker, self._hear(sentence, heard))) is not None:
                    claims[k] = replace(claim, speaker=whole)
                continue
            count = table(talk, asked, sentence, m, how)
            if count.stands() or not count.told(self._hear(sentence, heard)):
                continue
            first = max(0, sentence.index - table.back)
            near: list[hearing.Heard] = []
            for each in (*self.whole[: min(table.top, first)], *self.whole[first : sentence.index + 1]):
                story = self.stories.get(each.index)
                if each.index not in made_up and (each.index in heard or each.index >= sentence.index - table.close or each.index < table.top or (story is not None and story.speeches)):
                    near += self._hear(each, heard)  # where somebody speaks
            best = count.chosen(count.options(near))
            if best is not None:
                claims[k] = self._told_by(claim, best.heard)
        return claims

    def _hear(self, sentence: Sentence, heard: dict[int, list[hearing.Heard]]) -> list[hearing.Heard]:
        """Return everyone in a sentence who may vouch for a count, each sentence heard once."""
        found = heard.get(sentence.index)
        if found is None:
            found = heard[sentence.index] = hearing.hear(self.text, sentence, self.stories.get(sentence.index))
        return found

    def _place_words(self, claims: list[Claim]) -> frozenset[str]:
        """Return the words in the names of all places that the text tells of."""
        named = [self.text[place.start : place.end] for story in self.stories.values() for place in story.places]
        return frozenset(word for name in (*named, *[claim.where for claim in claims if claim.where is not None]) for word in telling(name))

    def _told_by(self, claim: Casualty, heard: hearing.Heard | None) -> Casualty:
        """Return a count vouched for by another than the frames of speech gave, None for the outlet itself."""
        named = None if heard is None else Named(heard.mention.name, heard.mention.start)
        if named is not None and self._is_outlet(named):
            named = None
        carrier = heard.speech.carrier if heard is not None and heard.speech is not None else None
        via = None if named is None or carrier is None else self.text[carrier[0] : carrier[1]]
        return replace(claim, speaker=None if named is None else named.name, via=via, voice=self._voice(named), rules=(*claim.rules, vouching.RULE))

    def _dated_by_table(self, claims: list[Claim]) -> list[Claim]:
        """Return the claims, each count of the day that the table of ``dating`` finds the likelier."""
        table = dating.TABLES.get(self.main_grammar.name)
        if table is None:
            return claims
        taken = [claim.when for claim in claims if isinstance(claim, Casualty)]
        if not taken:
            return claims
        among = dating.candidates(self.text, self.whole, self.stories, self.ref, taken, table)
        for each in among:
            each.aside = each.kind == "day" and each.index in self.stories and not self.stories[each.index].places and self._long_matter(self.stories[each.index])
        begins = sorted(claim.start for claim in claims if isinstance(claim, Casualty))
        whole: tuple[str | None, Casualty] | None = None  # the day that the rules gave the count before, and that count
        for k, claim in enumerate(claims):
            if not isinstance(claim, Casualty):
                continue
            if claim.step is Step.PART and whole is not None and claim.when is not None:
                if whole[0] == claim.when != whole[1].when:  # a part is of the day of its whole
                    claims[k] = replace(claim, when=whole[1].when, when_why=whole[1].when_why, rules=(*claim.rules, *[rule for rule in whole[1].rules if rule == dating.RULE]))
                continue
            taken_before = claim.when
            sentence = self.whole[focus.sentence_at(self.whole, claim.start)]
            story = self.stories.get(sentence.index)
            if claim.when is not None and story is not None and story.returns:
                whole = taken_before, claim
                continue  # "in the latest raid" points back
            count = dating.Count(start=claim.start, end=claim.end, period=claim.scope is Scope.PERIOD, when=claim.when, stated=self.drafts[k].own_when is not None, where=claim.where, others=begins)
            found = dating.best(self.text, count, sentence, among, table)
            if found is not None:
                claims[k] = claim = replace(claim, when=found.when, when_why=found.why, rules=(*claim.rules, dating.RULE))
            whole = taken_before, claim
        return claims

    def _over_months(self, claims: list[Claim]) -> list[Claim]:
        """Return the claims, the counts that are of months or of years of a time, whatever their words made of them."""
        return [
            replace(claim, scope=Scope.PERIOD, event=None, rules=(*claim.rules, dating.RULE_OF_MONTHS)) if isinstance(claim, Casualty) and claim.scope is Scope.EVENT and dating.over_months(claim.when, claim.when_why) and not self._once(claim) else claim
            for claim in claims
        ]

    def _once(self, claim: Casualty) -> bool:
        """Tell whether the words right round a count say that its harm was done once: a period may be all that is known of its day."""
        sentence = self.whole[focus.sentence_at(self.whole, claim.start)]
        moments = sentence.grammar.cues.moments
        if moments is None:
            return False
        found = (*moments.once.finditer(self.text, sentence.start, sentence.end),)
        return any(_TURNS.search(self.text, *((each.end(), claim.start) if each.end() <= claim.start else (claim.end, max(claim.end, each.start())))) is None for each in found)

    def _heads_line(self, name: str, before: int) -> bool:
        """Tell whether a place was named last at the head of a line: a heading, a label, an entry says of what stands below it where it was."""
        at = self.text.rfind(name, 0, before)
        return at != -1 and at - self._line_start(at) < _BULLET and _HEAD_GOES_ON.match(self.text, at + len(name)) is not None

    def _told_before(self, at: int) -> Spot | None:
        """Return the place that was in the reader's mind at a position: the last event's before it, else the last that was named at all."""
        for draft in reversed(self.drafts):
            if draft.claim.start < at and isinstance(draft.claim, Casualty) and (draft.event is None or not draft.event.background):
                where = draft.own_where or (draft.event.narrowest() if draft.event is not None else None)
                if where is not None and where.start < at:
                    return where
        named = [each for each in (*self.weak_spots, *self.told_spots, *self.tags) if each.start < at]
        return max(named, key=lambda each: each.start) if named else None

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
