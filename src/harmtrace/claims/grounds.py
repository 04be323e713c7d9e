"""A sentence -> the places that it names, and which of them a count belongs to."""

import re
from dataclasses import replace

from harmtrace.claims.events import COUNTRY_RANK, REGION_RANK, Spot, spot
from harmtrace.claims.sentences import Sentences
from harmtrace.language.grammar import HarmMention, SentenceMentions
from harmtrace.language.places import PlaceMention, coordinates
from harmtrace.records.claim import VoiceKind
from harmtrace.records.measure import Tier

#: "33.31", "°", "38S LC 1"; what each begins with stands first, so that the search can leap to it.
_COORDINATES = re.compile(r"[\d°](?:(?<=°)|\.\d\d|(?<!\w\d)\d?[A-Z]\s?[A-Z]{2}\s?\d)")
_LINK = 24  # characters before a count in which what links it to the one before stands
_ITS_COUNT = 8  # characters from a place to the count that it stands before
_FROM = 40  # characters before a place in which "from the village of" stands
_NEXT_PLAIN = re.compile(r"(?<=[a-z]) ([a-z]{3,12})(?!\w)")
_NEXT_ARABIC = re.compile(r"(?<=[\u0621-\u064a]) ([\u0621-\u064a]{2,20})(?!\w)")
#: A name between the marks of a line: "Day 61, Marl Bay."
_PARTS_OF_LINE = re.compile(r"(?:^|[,:—–|] ?)([A-Z][\w’'-]{2,24}(?: [A-Z][\w’'-]{1,24}){0,2})(?=[.,:—–|\n]| [—–|])")
#: Hashtags that are calls and headings, not places.
_NO_PLACE_TAG = re.compile(r"خبار|عاجل|مباشر|متابع|تقرير|صور|فيديو|ال[اآ]ن$|نداء|نقذوا|تضامن|تحديث|شهداء|مجزرة|الخوذ|خوذ|اعلام|إعلام|مراسل|بيان|news|break|pray|save|stop|justice|live|update", re.IGNORECASE)


class Grounds(Sentences):
    """Finds where things happened."""

    def _spots(self, m: SentenceMentions, label: "re.Match[str] | None") -> list[Spot]:
        """Return the places that a sentence names; ``label`` is the one that its line opens with."""
        out: list[Spot] = []
        if _COORDINATES.search(self.text, m.start, m.end) is not None:
            for a, b, place in coordinates(self.text, m.start, m.end):
                out.append(Spot(self.text[a:b], a, (place,), 0.0))
        places = m.places
        if label is not None and not any(p.start < label.end(1) for p in places) and not any(s.label for s in m.speeches):
            named = PlaceMention(start=label.start(1), end=label.end(1), name=label[1])
            if label.start(1) > m.start + 4 or self.reporting is not None or spot(named, self.text, self.gazetteer, self.near).places:
                places = (named, *places)  # "Ostrel: nine killed"; "(a) 9 January, Ostrel: a shell came down"
        for mention in places:
            if self.text.startswith(":", mention.end) and self.cues.one_day and self._of_a_person(mention.name, mention.start):
                continue
            each = spot(mention, self.text, self.gazetteer, self.near)
            if each.rank >= REGION_RANK or mention.tier is Tier.PROVINCE:
                self.regions.append(replace(each, rank=max(each.rank, REGION_RANK)))
            if mention.told:
                if each.rank < REGION_RANK and not self.text.startswith(self.cues.possessives, mention.end):
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
                elif m.harms and mention.start and (mention.tier is not None or (self.text[mention.start - 1] == " " and not each.name.startswith("ال"))) and self.grammar.voice(each.name) is VoiceKind.PEOPLE:
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
        if label is not None and self.cues.one_day and self._of_a_person(label[1], start):
            return None
        return label if label is not None and label.end() <= end else None

    def _of_a_person(self, name: str, before: int) -> bool:
        """Tell whether a name was the last of a longer one before: "Regional head Vitalii Moroz ... Moroz: the dead are now 14"."""
        at = self.text.find(name, 0, before)
        if at < 2 or self.text[at - 1] != " ":
            return False
        first = self.text[self.text.rfind(" ", 0, at - 1) + 1 : at - 1]
        return first[:1].isupper() and first.isalpha() and first.lower() not in self.cues.place_openers

    def _longer(self, mention: PlaceMention) -> PlaceMention | None:
        """Return a place in Arabic with the word behind it, where a gazetteer knows both together and not the first alone."""
        word = _NEXT_ARABIC.match(self.text, mention.end)
        if word is None:
            return None
        name = f"{mention.name} {word[1]}"
        return replace(mention, end=word.end(), name=name) if self.gazetteer.lookup(name, near=self.near) else None

    def _points_back(self, mention: HarmMention, spots: list[Spot]) -> bool:
        """Tell whether "there" stands right behind a count: its place was named before."""
        return self.cues.there.match(self.text, mention.end) is not None and all(each.start > mention.end for each in spots)

    def _area(self, a: int, b: int) -> Spot | None:
        """Return the area of a total that names none itself: that of the total before it, or a region named before."""
        widest = self._widest()
        here = self.cues.here.search(self.text, a, b)
        if here is not None:
            if self.cues.one_day and self.cues.wide_area.match(self.text, here.start()) is not None:
                return self._region()
            if self.cues.one_day and self.area is not None and self.last_claim is not None and self.cues.there.match(self.text, here.start() - 1) is not None:
                return self.area
            return widest
        if self.area is None and not self.events and (self.pending_spots or self.weak_spots):
            return (self.pending_spots or self.weak_spots)[0]
        return self.area or (widest if widest is not None and widest.rank >= REGION_RANK else None)

    def _region(self) -> Spot | None:
        """Return the region named last ("in the province"), None where the text names none: an unnamed region is no place."""
        named = [*(s for e in self.events for s in e.spots), *self.pending_spots, *self.weak_spots, *self.regions, *([self.area] if self.area is not None else [])]
        return max((s for s in named if REGION_RANK <= s.rank < COUNTRY_RANK), key=lambda s: s.start, default=None)

    def _widest(self) -> Spot | None:
        """Return the widest place named so far: what "in the region" points to."""
        named = [s for e in self.events for s in e.spots] or self.pending_spots or self.weak_spots
        within = [s for s in named if s.rank < 11]
        return max(within or named, key=lambda s: s.rank) if named else None

    def _nearest_places(self, m: SentenceMentions, spots: list[Spot], mention: HarmMention, a: int, b: int) -> list[Spot]:
        """Return the places of the clause that belong to a count: all, or the chain nearest to it."""
        inside = [s for s in spots if a <= s.start < b]
        if not inside:
            return spots if len(m.harms) == 1 or len(spots) == 1 or len(self._chains(spots)) == 1 else []
        if len(inside) == 1 or len(m.harms) == 1:
            return inside
        chains = self._chains(inside)
        if self.cues.shares_places and len(chains) > 1 and (shared := self._shared(m, chains)) is not None:
            return shared
        if not self.cues.shares_places and len(chains) > 1 and (own := self._in_conjunct(m, mention, chains)):
            return min(own, key=lambda c: min(abs(s.start - mention.at) for s in c))
        others = [h.at for h in m.harms if h.at > mention.at]
        free = [c for c in chains if not (not self.cues.shares_places and c[0].start > mention.at and any(0 < at - c[-1].start - len(c[-1].name) <= _ITS_COUNT for at in others))]
        return min(free or chains, key=lambda c: min(abs(s.start - mention.at) for s in c))  # "122 dead, before Dale with 97": Dale has its own

    def _in_conjunct(self, m: SentenceMentions, mention: HarmMention, chains: list[list[Spot]]) -> list[list[Spot]]:
        """Return the places that stand with a count in one part of its clause: "nine were killed in X, and four others died at Y"."""
        begins = [h.number_start for h in m.harms if self.cues.next_count.search(self.text, max(m.start, h.number_start - _LINK), h.number_start) is not None]
        first = max((at for at in begins if at <= mention.number_start), default=m.start)
        end = min((at for at in begins if at > mention.number_start), default=m.end)
        return [chain for chain in chains if first <= chain[0].start < end] if begins else []

    def _shared(self, m: SentenceMentions, chains: list[list[Spot]]) -> list[Spot] | None:
        """Return where all counts of a clause were: its narrowest place; None where places stand between the counts."""
        ats = sorted(h.at for h in m.harms)
        if any(ats[0] < chain[0].start < ats[-1] for chain in chains):
            return None
        narrow, *rest = sorted(chains, key=lambda chain: min(s.rank for s in chain))
        return narrow if min(s.rank for s in narrow) < min(s.rank for chain in rest for s in chain) else None

    def _names_speaker(self, m: SentenceMentions, each: Spot) -> bool:
        return any(s.name_start <= each.start < s.name_end for s in m.speeches)

    def _homes(self, spots: list[Spot]) -> list[Spot]:
        """Return the places that somebody is said to be from: "a trader from X"."""
        return [s for s in spots if any(found.end() == s.start for found in self.cues.comes_from.finditer(self.text, max(0, s.start - _FROM), s.start))]

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

    def _opening_place(self) -> list[Spot]:
        """Return the place that a text opens with in a few words ("Marl Bay again."), for one that names no other."""
        match = self.cues.opens_with_place.match(self.text)
        if match is None:
            return self._head_line()
        return [Spot(match[1], match.start(1), self.gazetteer.lookup(match[1]), 9.0)]

    def _head_line(self) -> list[Spot]:
        """Return the known place in a short line at the top of a text that is no sentence: "Day 61, Marl Bay."."""
        line = self.cues.head_line.match(self.text)
        if line is None:
            return []
        for part in _PARTS_OF_LINE.finditer(line[0]):
            places = self.gazetteer.lookup(part[1])
            if places and places[0].tier is not None:
                return [Spot(part[1], line.start() + part.start(1), places, float(places[0].tier.rank))]
        return []

    def _dateline(self) -> list[Spot]:
        """Return the town of the dateline, for a text that names no other place."""
        match = self.cues.dateline.match(self.text)
        if match is None:
            return []
        if "(" in match[0]:
            return []  # an agency's dateline is where the reporter sits
        name = match[1].strip()
        places = self.gazetteer.lookup(name)
        label = match[0].rstrip().endswith(":")  # "HOST: …": who speaks in a transcript
        return [Spot(name, match.start(1), places, 9.0)] if places or (name.isupper() and len(name) > 3 and not label) else []
