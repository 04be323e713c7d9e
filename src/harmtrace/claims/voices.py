"""Who speaks: quotations, pronouns and lines of a dialogue followed from sentence to sentence."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from harmtrace.language.grammar import Cues, SentenceMentions, SpeechMention

_QUOTE = re.compile(r"[\"“”«»]")


def quotations(text: str) -> list[tuple[int, int]]:
    """Return the stretches between quotation marks, paragraph by paragraph.

    A mark left open runs to the end of its paragraph; a closing mark without an opening one covers the
    paragraph from its start.
    """
    out: list[tuple[int, int]] = []
    opened: int | None = None
    paragraph = done = 0
    any_in_paragraph = False
    for at in _marks(text):
        mark, line = text[at], text.rfind("\n", done, at)
        if line >= 0:
            if opened is not None:
                out.append((opened, text.find("\n", done, at)))
            opened, paragraph, any_in_paragraph = None, line + 1, False
        done = at + 1
        if mark in "“«" or (mark == '"' and opened is None):
            if opened is None:
                opened = at
            any_in_paragraph = True
        elif opened is not None:
            out.append((opened, at + 1))
            opened = None
        elif not any_in_paragraph:
            out.append((paragraph, at + 1))
            any_in_paragraph = True
    if opened is not None:
        line = text.find("\n", done)
        out.append((opened, len(text) if line < 0 else line))
    return out


def _marks(text: str) -> list[int]:
    """Return where quotation marks stand; plain text knows one kind only."""
    if not text.isascii():
        return [m.start() for m in _QUOTE.finditer(text)]
    out: list[int] = []
    at = text.find('"')
    while at >= 0:
        out.append(at)
        at = text.find('"', at + 1)
    return out


@dataclass(slots=True)
class Named:
    """A speaker as the text names it."""

    name: str
    start: int
    carrier: str | None = None


@dataclass(slots=True)
class Voices:
    """The speakers of a document while it is being read."""

    text: str
    cues: Cues
    quotes: list[tuple[int, int]] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    last: Named | None = None
    last_sentence: int = -10
    #: The last speaker that is not one of a number: whom "they" stands for after "one of them said".
    many: Named | None = None
    #: Who told the whole of a post to the one who posts it: whom "he" and "she" stand for.
    teller: Named | None = None
    #: The body whose report the text gives: whom "the report" stands for.
    record: Named | None = None
    label: Named | None = None
    #: The person whom a report from the ground opens with: whom "the woman" stands for.
    met: Named | None = None
    label_until: int = -1
    #: The last speaker that is a person, and the last that is a body: whom "she" and "it" stand for.
    person: Named | None = None
    body: Named | None = None
    #: Speakers in a dialogue who pass on what others told them: the outlet's reporters.
    relays: frozenset[str] = frozenset()
    heard: list[Named] = field(default_factory=list)
    by_quote: dict[int, tuple[Named | None, SpeechMention]] = field(default_factory=dict)
    _persons: dict[tuple[int, str], bool] = field(default_factory=dict)

    @classmethod
    def of(cls, text: str, cues: Cues) -> "Voices":
        """Return the voices of a text, none heard yet."""
        quotes = quotations(text)
        return cls(text=text, cues=cues, quotes=quotes, starts=[a for a, _ in quotes])

    def quote_at(self, at: int) -> int | None:
        """Return the index of the quotation that holds a position, None where none does."""
        k = bisect_right(self.starts, at) - 1
        if k >= 0 and self.quotes[k][0] <= at < self.quotes[k][1]:
            return k
        return None

    def named(self, speech: SpeechMention) -> Named | None:
        """Return the speaker of an attribution, pronouns resolved to the last one named; None for the outlet."""
        if speech.own:
            return None
        carrier = self.text[speech.carrier[0] : speech.carrier[1]] if speech.carrier is not None else None
        if carrier is not None and carrier.lower() in self.cues.pronouns:
            word = carrier.lower()  # "It also quoted medics as saying"
            meant = next((told for told in reversed(self.heard) if told.start != speech.name_start and self.fits(word, told)), None)
            carrier = None if meant is None else meant.name
        if speech.pronoun:
            word = self.text[speech.name_start : speech.name_end].lower()
            who = self._stands_for(word)
            if who is None:
                return None
            if self.many is not None and self.cues.one_of.match(who.name) is not None and word in self.cues.plural_pronouns:
                who = self.many
            return Named(who.name, who.start, carrier or who.carrier)
        if speech.name_end <= speech.name_start:
            return None
        name = self.text[speech.name_start : speech.name_end]
        if speech.label and name in self.relays:
            return None
        if self.record is not None and self.cues.own_record.fullmatch(name) is not None and not self.text.startswith("في ", max(0, speech.name_start - 3)):
            return Named(self.record.name, self.record.start, carrier)
        if self.met is not None and self.cues.told_of.fullmatch(name) is not None:
            return Named(self.met.name, self.met.start, carrier)
        again = self.cues.same.match(name)
        if again is not None or name.casefold() in self.cues.carriers:
            told = self._told_before(again[1] if again is not None else name.rsplit(" ", 1)[-1], name)
            if told is not None:
                return Named(*told, carrier)
        return Named(name, speech.name_start, carrier)

    def _told_before(self, kind: str, name: str) -> tuple[str, int] | None:
        """Return whom "the same agency", "the agency" stands for: the one of that kind heard last, or whoever carried a voice."""
        kind, name = kind.casefold(), name.casefold()
        for earlier in reversed(self.heard):
            for told in (earlier.name, earlier.carrier):
                words = [] if told is None or told.casefold() == name else told.casefold().split()
                if told is not None and kind in words and words[0] != "same" and len(words) > 1 + (words[0] == "the"):
                    return told, earlier.start
        if kind in self.cues.anyones:
            return None
        carried = next((earlier for earlier in reversed(self.heard) if earlier.carrier is not None and earlier.carrier.casefold() != name), None)
        return None if carried is None or carried.carrier is None else (carried.carrier, carried.start)

    def _stands_for(self, word: str) -> Named | None:
        """Return whom a pronoun stands for: a person for "she", a body for "it", where the text named one."""
        if self.last is None:
            return None
        if word in self.cues.thing_pronouns:
            return self.body if self.body is not None and self._is_person(self.last) else self.last
        if word in self.cues.plural_pronouns:
            return self.last
        if self.teller is not None:
            return self.teller
        return self.last if self._is_person(self.last) or self.person is None else self.person

    def fits(self, word: str, named: Named) -> bool:
        """Tell whether a pronoun may stand for somebody: "it" for no person, "she" for no body and no number of people."""
        if word in self.cues.person_pronouns:
            return self._is_person(named) and self.cues.several_people.match(named.name) is None
        return word not in self.cues.thing_pronouns or not self.cues.person_pronouns or not self._is_person(named)

    def _is_person(self, named: Named) -> bool:
        asked = id(self.cues), named.name  # a document may go on in another language
        found = self._persons.get(asked)
        if found is None:
            found = self.cues.bodies.search(named.name) is None or self.cues.persons.search(named.name) is not None
            self._persons[asked] = found
        return found

    def turn_to(self, named: Named, index: int) -> None:
        """Remember who is spoken of now."""
        self.last, self.last_sentence = named, index
        if self._is_person(named):
            self.person = named
        else:
            self.body = named
        self.heard.append(named)
        if self.cues.one_of.match(named.name) is None:
            self.many = named

    def hear(self, mentions: SentenceMentions, index: int) -> None:
        """Remember who speaks in a sentence, and which quotations are theirs."""
        for speech in mentions.speeches:
            named = self.named(speech)
            if speech.label:
                line_end = self.text.find("\n", mentions.start)
                self.label, self.label_until = named, len(self.text) if line_end == -1 else line_end
                if named is not None:
                    self.turn_to(named, index)
                continue
            quote = self._beside(speech)
            if quote is not None and quote not in self.by_quote and not (speech.own and speech.name_start < self.quotes[quote][1] and self.quote_at(speech.verb) is not None):
                self.by_quote[quote] = (named, speech)
            if named is not None:
                self.turn_to(named, index)

    def _beside(self, speech: SpeechMention) -> int | None:
        """Return the quotation that an attribution stands right before or right behind."""
        first = min(speech.name_start, speech.verb)
        last = max(speech.name_end, speech.verb_end)
        for k in range(max(0, bisect_right(self.starts, first) - 3), len(self.quotes)):
            a, b = self.quotes[k]
            if 0 <= first - b <= 4 and speech.trailing:
                return k
            if -2 <= a - last <= 60 and "\n" not in self.text[last:a] and "." not in self.text[last:a] and not speech.trailing and a >= last:
                return k
            if a > last + 60:
                break
        return None
