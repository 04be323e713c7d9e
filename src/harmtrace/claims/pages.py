"""Pages with a frame of their own: reports over a time, live pages and bulletins whose head says where."""

import re

from harmtrace.claims.attribution import Attribution
from harmtrace.claims.drafts import Sentence
from harmtrace.claims.events import COUNTRY_RANK, UNKNOWN_RANK, Spot, spot
from harmtrace.claims.state import NO_BEFORE
from harmtrace.language.grammar import HarmMention, SentenceMentions
from harmtrace.records.measure import Period, Tier
from harmtrace.records.text import ZoneKind

_ITEM = re.compile(r"[^\w\n]{0,8}(?:\d{1,2}[:.]\d\d(?!\d)|[•●▪◾🔴🔻👈*·–—-])")
_ITEMS = 3  # lines that are items, from which a text is a page of them
_LONG = 7  # days from which the time that a report covers is no event's
_NOT_ASKED = -2
_HEAD = 200  # characters in which a text says where it is of


class Pages(Attribution):
    """Reads counts in the frame of their page."""

    _first_item: int = _NOT_ASKED  # where the first item of a page of items stands; -1 where the text is none

    def _items_from(self) -> int:
        """Return where the items of a live page or bulletin begin, -1 where the text is neither."""
        if self._first_item == _NOT_ASKED:
            at, starts = 0, []
            for line in self.text.split("\n"):
                if _ITEM.match(line) is not None:
                    starts.append(at)
                at += len(line) + 1
            self._first_item = starts[0] if len(starts) >= _ITEMS else -1
        return self._first_item

    def _page_place(self, sentence: Sentence) -> Spot | None:
        """Return the narrowest place that the head of a page names, for an item of it that names none."""
        first = self._items_from()
        if not self.cues.framed or first <= 0 or sentence.start < first:
            return None
        line = self._line_start(sentence.start)
        if _ITEM.match(self.text, line) is None:
            return None
        heads = [p for m in self.stories.values() if m.start < first for p in m.places if p.start < first and not p.told and not p.weak and p.tier is not None and p.tier.rank <= Tier.TOWN.rank]
        named = [spot(p, self.text, self.gazetteer, self.near) for p in heads]
        return min(named, key=lambda s: s.rank) if named else None

    def _widest(self) -> Spot | None:
        """Return the widest place named so far, the head of the page and the towns of hospitals among them."""
        widest = super()._widest()
        if not self.cues.framed:
            return widest
        named = [each for each in (widest, *self.told_spots, *self._head_spots()) if each is not None and each.rank < COUNTRY_RANK]
        return max(named, key=lambda each: each.rank) if named else widest

    def _head_spots(self) -> list[Spot]:
        """Return the places in the line of day and place at the head of the text, which is no sentence of it."""
        out: list[Spot] = []
        for zone in self.zones[:2]:
            if zone.kind is ZoneKind.BYLINE and zone.start < _HEAD:
                m = self.main_grammar.read(self.text, zone.start, zone.end, dates=(), known=self.gazetteer.find(self.text, zone.start, zone.end), before=NO_BEFORE)
                out += [spot(p, self.text, self.gazetteer, self.near) for p in m.places if not p.weak]
        return out

    def _inner(self, sentence: Sentence, local: list[Spot]) -> Spot:
        """Return the narrowest of the places of a count; what opens an item of a list is no narrower than what stands in it."""
        own = min(local, key=lambda each: each.rank)
        opening = self.text[sentence.start : own.start]
        if self.cues.framed and len(local) > 1 and not any(letter.isalnum() for letter in opening) and _ITEM.match(self.text, self._line_start(own.start)) is not None:
            others = [each for each in local if each is not own and each.rank <= own.rank + 1 and each.rank != UNKNOWN_RANK]
            return min(others, key=lambda each: each.rank) if others else own
        return own

    def _over_report(self, sentence: Sentence, m: SentenceMentions, mention: HarmMention) -> bool:
        """Tell whether a count without a day is of the whole time that a body's report covers."""
        if not self.cues.framed or self.reporting is None or self.recorder is None or self.voices.record is None:
            return False
        if self.cues.whether.search(self.text, sentence.start, mention.at) is not None:
            return False
        gap = Period.of(self.reporting[0]).days
        if gap is None or gap < _LONG or self._one_or_two(mention):
            return False
        return self.cues.one_strike.search(self.text, sentence.start, mention.end) is None

    def _one_or_two(self, mention: HarmMention) -> bool:
        """Tell whether so few are counted that a report tells of one event: "a man was killed in X"."""
        return self.cues.framed and mention.count.low == mention.count.high and mention.count.low in (1, 2)

    def _of_several(self, m: SentenceMentions, a: int, b: int) -> bool:
        """Tell whether a count is of all attacks of a day, of which the text has told several: "in Thursday's attacks"."""
        return self.cues.framed and len(self.events) > 1 and not m.places and self.cues.attacks_of_day.search(self.text, a, b) is not None
