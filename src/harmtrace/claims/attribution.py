"""A count, a position, a blame -> who vouches for it, and who carried that voice."""


import re
from bisect import bisect_right

from harmtrace.claims.drafts import Sentence
from harmtrace.claims.storyline import Storyline
from harmtrace.claims.voices import Named
from harmtrace.language.grammar import HarmMention, SentenceMentions, SpeechMention
from harmtrace.language.parties import canonical, settle_in
from harmtrace.records.claim import Casualty, Scope, Step, VoiceKind
from harmtrace.records.text import SourceKind

_DIALOGUE = 2  # lines that open with who speaks, from which a text is a dialogue
_ASKED = 120  # characters before an answer in which the question names whom it asks about
_BETWEEN_QUOTES = 90  # characters between two quotations of one speaker
_BACK = 3  # sentences in which the person stands whom a quotation or a pronoun goes back to
#: An item of a list below the line that introduces it.
_ITEM = re.compile(r"\n{1,2} {0,4}(?:[•●▪◾*·‣–—-]|\d{1,2}[.)-]|[^\n:.]{2,40}: ?\d)[^\n]{1,400}")
_LABEL = 40  # characters in which a line names its speaker
_HEADING = 240  # characters in which a post says who told it


class Attribution(Storyline):
    """Finds who speaks."""

    def _speech(self, m: SentenceMentions, at: int) -> SpeechMention | None:
        """Return the attribution whose words hold a position; the narrowest wins."""
        best: SpeechMention | None = None
        for speech in m.speeches:
            if speech.scope_start <= at < speech.scope_end and (best is None or speech.scope_end - speech.scope_start <= best.scope_end - best.scope_start):
                best = speech
        return best

    def _speaker(
        self, sentence: Sentence, m: SentenceMentions, at: int, speech: SpeechMention | None, sentences: list[Sentence], harm: HarmMention | None = None
    ) -> tuple[Named | None, str | None, SpeechMention | None]:
        """Return who vouches for the words at a position, and who carried them."""
        voices = self.voices
        quote = voices.quote_at(at)
        named = None if speech is None else voices.named(speech)
        own = speech is not None and (speech.own or (self.cues.one_day and named is not None and self._is_outlet(named)))
        if speech is not None and not (own and quote is not None):
            if named is not None and self._is_outlet(named):
                return None, None, speech
            if speech.own and self.lines and voices.label is not None and voices.label_until >= at:
                return voices.label, None, speech
            return named, self._via(m, speech, named), speech
        if quote is not None:
            found = voices.by_quote.get(quote)
            if found is None:
                found = self._later(sentence, quote, sentences)
            if found is not None:
                return found[0], self._via(m, found[1], found[0]), found[1]
            a, b = voices.quotes[quote]
            before = self._quoted_before(quote) or self._quoted_on(sentence, quote, sentences)
            if before is not None:
                return before[0], self._via(m, before[1], before[0]), before[1]
            since = sentence.index - voices.last_sentence
            if voices.last is not None and ((since <= 2 and b - a > 60) or (since <= 1 and b - a > 25 and not sentence.first_of_paragraph)):
                return voices.last, voices.last.carrier, None
            holder = self.grammar.subject(self.text, sentence.start, a) if a > sentence.start and b - a > 12 else None
            if holder is not None and not m.speeches:
                return Named(self.text[holder[0] : holder[1]], holder[0]), None, None
            if b - a > 12 and not m.speeches and sentence.grammar.cues.one_day and (spoken_of := self._spoken_of(sentence, sentences)) is not None:
                return spoken_of, None, None
            if b - a > 12 and not m.speeches and (beside := self._beat(quote, sentences, sentence.index)) is not None:
                return beside, None, None
        if voices.label_until >= at and voices.label is not None and not (harm is not None and not self.lines and self.cues.we.match(self.text, sentence.start) is not None):
            return None if self._is_outlet(voices.label) else voices.label, None, None
        if voices.label_until >= at:
            return None, None, None
        if self.recorder is not None and speech is None and quote is None and harm is not None and self._recorded(sentence):
            return self.recorder[0], None, None
        if harm is not None and (counted := self._of_a_count(harm)) is not None:
            return counted, None, None
        if harm is not None and self._continues(sentence, harm):
            return voices.last, voices.last.carrier if voices.last is not None else None, None
        if harm is not None and self.teller is not None and speech is None and quote is None and self.cues.aside_post.search(self.text, sentence.start, sentence.end) is None:
            return self.teller, None, None
        return None, None, None

    def _quoted_before(self, quote: int) -> tuple[Named | None, SpeechMention] | None:
        """Return who spoke the quotation right before one, in the same paragraph."""
        found = self.voices.by_quote.get(quote - 1) if quote else None
        if found is None:
            return None
        a, b = self.voices.quotes[quote - 1][1], self.voices.quotes[quote][0]
        return found if b - a < _BETWEEN_QUOTES and "\n" not in self.text[a:b] else None

    def _quoted_on(self, sentence: Sentence, quote: int, sentences: list[Sentence]) -> tuple[Named | None, SpeechMention] | None:
        """Return who speaks a quotation that runs over paragraphs, each opened anew and only the last one closed."""
        quotes, found = self.voices.quotes, self.voices.by_quote
        first = last = quote
        while first and self._goes_over(first - 1):
            first -= 1
            if first in found:
                return found[first]
        while last + 1 < len(quotes) and self._goes_over(last):
            last += 1
            if last in found:
                return found[last]
        return self._later(sentence, last, sentences) if last > quote and self.text[quotes[last][1] : quotes[last][1] + 1] != "\n" else None

    def _goes_over(self, quote: int) -> bool:
        """Tell whether a quotation is left open at the end of its paragraph and the next one opens there."""
        (_, end), (start, _) = self.voices.quotes[quote], self.voices.quotes[quote + 1]
        return self.text[end : end + 1] == "\n" and self.text[end - 1] not in "\"”»" and not self.text[end:start].strip()

    def _beat(self, quote: int, sentences: list[Sentence], index: int) -> Named | None:
        """Return the person whom the sentence right behind a quotation tells of: "“…” Maren Rowe wipes her hands."."""
        end = self.voices.quotes[quote][1]
        for after in sentences[index : index + 5]:
            if not end - 1 <= after.start <= end + 2:
                continue
            found = self.grammar.subject(self.text, after.start, after.end)
            if found is not None and "\n" not in self.text[end : after.start] and found[0] == after.start:
                named = Named(self.text[found[0] : found[1]], found[0])
                return named if " " in named.name and all(word[:1].isupper() for word in named.name.split()) and self.grammar.cues.bodies.search(named.name) is None else None
        return None

    def _spoken_of(self, sentence: Sentence, sentences: list[Sentence]) -> Named | None:
        """Return the person that the paragraph spoke of last before a quotation that nobody is said to speak."""
        for before in reversed(sentences[max(0, sentence.index - _BACK) : sentence.index]):
            if before.paragraph != sentence.paragraph:
                return None
            found = self.grammar.subject(self.text, before.start, before.end)
            if found is not None:
                named = Named(self.text[found[0] : found[1]], found[0])
                if self.grammar.cues.owned_name.match(named.name) is not None:
                    continue  # "His boys": whose they are stands before
                return named if self.grammar.cues.bodies.search(named.name) is None else None
        return None

    def _hear_teller(self) -> None:
        """Remember who told the whole of a post to the one who posts it: "all of it from my brother"."""
        told = self.cues.told_by.search(self.text, 0, _HEADING)
        if told is not None:
            self.teller = Named(told[1], told.start(1))
            self.voices.teller = self.teller
            self.voices.turn_to(self.teller, -2)

    def _hear_lines(self) -> None:
        """Remember who speaks in each line of a dialogue, where a text is one: "GEN. X: …"."""
        found = list(self.cues.dialogue.finditer(self.text))
        if len(found) < _DIALOGUE:
            return
        ends = [self._line_end(line.end()) for line in found]
        self.voices.relays = frozenset(line[1] for line, end in zip(found, ends, strict=True) if self.cues.relays.search(self.text, line.end(), end) is not None)
        for line, end in zip(found, ends, strict=True):
            own = line[1] in self.voices.relays or self.cues.askers.search(line[1]) is not None
            self.lines.append((line.start(), end, None if own else Named(line[1], line.start(1))))

    def _in_line(self, sentence: Sentence, sentences: list[Sentence]) -> None:
        """Take up the line of a dialogue that a sentence stands in, even where its first words were not read."""
        if not self.lines or self.voices.label_until >= sentence.start:
            return
        k = bisect_right(self.lines, sentence.start, key=lambda line: line[0]) - 1
        if k < 0 or sentence.start >= self.lines[k][1]:
            return
        _, until, named = self.lines[k]
        self.voices.label, self.voices.label_until = named, until
        if named is not None:
            self.voices.turn_to(named, sentence.index)
        asked = self.cues.asks_of.search(self.text, max(0, self.lines[k][0] - _ASKED), self.lines[k][0]) if k else None
        if asked is not None:
            self.voices.turn_to(Named(asked[1], asked.start(1)), sentence.index)

    def _introduce(self, sentence: Sentence, m: SentenceMentions) -> None:
        """Let who gives out a list speak for its items: "as the ministry announced:" over "- Dead: 140"."""
        if not (self.cues.framed and m.speeches and self.text[sentence.end - 1] == ":"):
            return
        end = sentence.end
        while (item := _ITEM.match(self.text, end)) is not None:
            end = item.end()
        named = self.voices.named(m.speeches[-1])
        if end > sentence.end and named is not None:
            self.voices.label, self.voices.label_until = named, end
    def _hear_label(self, sentence: Sentence) -> None:
        """Take up who speaks in a line that opens with the name of one heard before: "17:30 Moroz: the dead are now 14"."""
        head = self.cues.heard_label.match(self.text, sentence.start, min(sentence.end, sentence.start + _LABEL))
        if head is None:
            return
        last = head[1].rsplit(" ", 1)[-1]
        known = next((one for one in reversed(self.voices.heard) if last in one.name.split()), None)
        if known is not None:
            self.voices.label, self.voices.label_until = Named(known.name, known.start, None), self._line_end(sentence.start)
            self.voices.turn_to(self.voices.label, sentence.index)

    def _is_outlet(self, named: Named) -> bool:
        """Tell whether "the agency", "our correspondent" is the one that publishes the text."""
        if self.cues.own_staff.search(named.name) is not None:
            return True
        source = self.document.source
        return source is not None and named.name in self.cues.carriers and source.startswith(named.name.removeprefix("ال") + " ")

    def _antecedent(self, sentence: Sentence, sentences: list[Sentence], word: str) -> None:
        """Remember whom the sentences before speak of, where the one who spoke last cannot be "he", "it", or spoke long before."""
        last = self.voices.last
        if last is not None and self.voices.last_sentence >= sentence.index - 1 and self.voices.fits(word, last):
            return
        for before in reversed(sentences[max(0, sentence.index - _BACK) : sentence.index]):
            if before.index < sentence.index - 1 and (before.paragraph != sentence.paragraph or before.index <= self.voices.last_sentence):
                return
            if self.pretences is not None and before.index in self.pretences.apart:
                return
            found = self.grammar.subject(self.text, before.start, before.end)
            if found is None:
                continue
            named = Named(self.text[found[0] : found[1]], found[0])
            stands = word in self.cues.thing_pronouns and self.cues.takes_stand.match(self.text, found[1]) is not None
            if stands or self.voices.fits(word, named):
                self.voices.turn_to(named, before.index)
                if stands:
                    self.voices.body = named  # "Halvin called this a lie. … it said": a state by its name
                return

    def _own_subject(self, sentence: Sentence, speech: SpeechMention) -> None:
        """Remember the person that a sentence opens with by name as the one who "she said" behind it stands for."""
        found = self.grammar.subject(self.text, sentence.start, speech.name_start)
        word = self.text[speech.name_start : speech.name_end].lower()
        if found is not None and word in self.cues.thing_pronouns and self.cues.takes_stand.match(self.text, found[1]) is not None:
            self.voices.turn_to(Named(self.text[found[0] : found[1]], found[0]), sentence.index)  # "The army called this a lie: …, it said"
        if found is not None and word in ("he", "she"):
            name = self.text[found[0] : found[1]]
            alone = self.text.startswith(",", found[1]) and name[:1].isupper() and " " not in name
            if alone or (" " in name and all(word[:1].isupper() for word in name.split())):
                self.voices.turn_to(Named(name, found[0]), sentence.index)

    def _recorded(self, sentence: Sentence) -> bool:
        """Tell whether a count still stands in the record that a body was said to keep or to publish."""
        if self.recorder is None:
            return False
        whole = self.recorder[1].scope_end <= self.recorder[1].scope_start
        return whole or (self.last_claim is not None and self.last_claim[1] is Scope.PERIOD)

    def _of_a_count(self, harm: HarmMention) -> Named | None:
        """Return who gave the count that a part of it names: "263 of the 604 deaths"."""
        whole = self.cues.of_a_count.search(self.text, harm.start, harm.end)
        if whole is None:
            return None
        size = int(whole[1].replace(",", ""))
        for draft in reversed(self.drafts):
            claim = draft.claim
            if isinstance(claim, Casualty) and claim.count.low == size:
                return Named(claim.speaker, claim.start) if claim.speaker is not None else None
        return None

    def _continues(self, sentence: Sentence, harm: HarmMention) -> bool:
        """Tell whether a sentence goes on with what the last speaker said: it opens with a part or with more."""
        voices = self.voices
        if voices.last is None or sentence.index - voices.last_sentence != 1 or sentence.first_of_paragraph:
            return False
        opens = harm.number_start - sentence.start <= 12
        before = self.stories.get(sentence.index - 1)
        if before is not None and before.speeches and not before.harms and self.cues.introduces.search(self.text, before.speeches[-1].verb, before.end) is not None:
            return True
        return opens and (harm.step in (Step.PART, Step.INCREMENT) or harm.more)

    def _later(self, sentence: Sentence, quote: int, sentences: list[Sentence]) -> tuple[Named | None, SpeechMention] | None:
        """Look ahead for the attribution of a quotation that began before it."""
        end = self.voices.quotes[quote][1]
        if self.text.startswith((".\n", "؟\n"), end):
            return None  # the sentence ends with the quotation: who speaks next speaks of something else
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
            if carrier.lower() in self.cues.pronouns:
                carrier = named.carrier if named is not None and named.carrier is not None else ""
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
        if not carrier or self.cues.own_staff.search(carrier) is not None:
            return None
        self.media = carrier
        for ending in self.cues.possessives:
            carrier = carrier.removesuffix(ending)
        carrier = carrier.strip()
        source = self.document.source
        if source is not None and (carrier.casefold() in source.casefold() or source.casefold() in carrier.casefold()):
            return None
        return carrier

    def _subject(self, sentence: Sentence, m: SentenceMentions, start: int, end: int) -> tuple[SpeechMention | None, Named | None]:
        """Return the attribution, or the noun before the verb, that a position or blame belongs to."""
        for speech in m.speeches:
            if start - 3 <= speech.verb < end:
                return speech, self.voices.named(speech)
        holding = self._speech(m, start)
        return (holding, self.voices.named(holding)) if holding is not None else (None, None)

    def _noun_before(self, sentence: Sentence, start: int) -> Named | None:
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
            body = self.grammar.subject(self.text, sentence.start, start)
            if body is not None and self.cues.bodies.search(self.text, *body) is not None:
                return Named(self.text[body[0] : body[1]], body[0])  # "The army, which holds the ridge, said it was aware …"
            return self.voices.last  # "Once the list was in, it opened an inquiry"
        return Named(name, sentence.start + match.start(1))

    def _attributed(
        self, sentence: Sentence, m: SentenceMentions, start: int, end: int, sentences: list[Sentence], *, subject: tuple[int, int] | None = None
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

    def _body(self, named: Named | None, at: int) -> str | None:
        """Return the belligerent that a speaker stands for: its own name, or the party spoken of just before."""
        name = "" if named is None else named.name.partition(", ")[0]  # "The army's spokesman, X" speaks for the army
        if named is not None and (behind := self.cues.speaks_for.match(self.text, named.start + len(named.name))) is not None:
            return settle_in(behind[1], self.text)  # "Colonel Rool, a spokesman for the Alliance"
        if named is not None and (office := self.cues.office_of.match(name)) is not None:
            return settle_in(office[1], self.text)  # "An army spokesman in the capital"
        if named is None or (self._official() and self.cues.own_body.fullmatch(name) is not None and self.cues.sides.search(name) is None):
            return canonical(self.document.source) if self.document.source is not None else None
        if self.cues.unnamed_speaker.search(name) is None or self.cues.sides.search(name) is not None:
            return settle_in(name, self.text)
        before = [name for start, name in self.sides if start < at + 200]
        return settle_in(before[-1], self.text) if before and any(at - 400 < start for start, _ in self.sides if start < at + 200) else canonical(name)

    def _official(self) -> bool:
        """Tell whether the text is published by a body of the state or of its forces."""
        return self.document.source_kind in (SourceKind.OFFICIAL_MILITARY, SourceKind.OFFICIAL_GOVERNMENT) or (
            self.document.source is not None and self.cues.sides.search(self.document.source) is not None
        )
