"""Mentions of positions, blame and people at risk -> claims."""

import re
from dataclasses import replace

from harmtrace.claims.casualties import Casualties
from harmtrace.claims.drafts import Draft, Sentence
from harmtrace.claims.events import Event, Spot
from harmtrace.claims.voices import Named
from harmtrace.language.dates import DateKind
from harmtrace.language.grammar import BlameMention, ExposureMention, PositionMention, SentenceMentions
from harmtrace.language.parties import canonical
from harmtrace.records.claim import Blame, Casualty, Exposure, Position, Stated, VoiceKind
from harmtrace.records.text import ZoneKind

#: Rules whose words put the blame in so many words: harm counted right behind them is another claim.
_SAID_OUTRIGHT = ("blame/hold-responsible", "blame/is-responsible", "blame/accuse", "blame/attribute")
#: Rules of what a body itself did or did not do.
_OWN_ACT = (
    *("position/were-behind", "position/not-behind", "position/own-", "position/no-hand", "position/nothing-to-do"),
    *("position/no-own", "position/denies-thing", "position/bears", "position/claims-attack", "position/turn-own-"),
)
#: Rules whose words say too little unless a body says them.
_BODIES_ONLY = tuple(
    f"position/{rule}"
    for rule in ("heard-nothing", "of-it-knew", "news-to", "denies-everything", "told-of-untrue", "no-truth", "not-a-word", "spoke-of-untrue", "never-happened", "is-checking", "promises-", "but-did-not", "says-untrue", "says-the-same", "own-had-no-event", "turn-")
)
_OF_THINGS = (Stated.CREDIBLE, Stated.NON_CREDIBLE)
_RIGHT_BEFORE = 24
_SHORT_NAME = re.compile(r"\b[A-Z]{2,6}\b")
_LOOKED_INTO = (Stated.UNDER_REVIEW, Stated.ASSESSMENT_OPENED, Stated.INVESTIGATION_OPENED)
_AT_ONCE = 120  # characters from what is done about an allegation to a courtesy that goes with it
_COURTESIES = ("position/takes-seriously", "position/is-aware")
_BESIDE = 24  # characters between a count and the words of a witness within which it is the count's clause
_BEHIND = 16  # characters behind words of blame in which harm is what they tell of: "a strike which killed six"
_OTHER_CLAUSE = re.compile(r"[\"”]?(?:\.|,? (?:and|but) that\b)")
_INTRODUCTION = 90  # characters before a name in which it is said for whom he speaks


class Statements(Casualties):
    """Makes the claims that count nobody: positions, blame, exposure."""

    def _about(self, sentence: Sentence, m: SentenceMentions, spots: list[Spot], start: int) -> Event | None:
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

    def _position(self, sentence: Sentence, m: SentenceMentions, mention: PositionMention, spots: list[Spot], sentences: list[Sentence]) -> None:
        if self.cues.nobody.search(self.text, max(sentence.start, mention.start - _RIGHT_BEFORE), mention.start) is not None:
            return  # "nobody disputes that"
        named, via = self._attributed(sentence, m, mention.start, mention.end, sentences, subject=mention.subject)
        if not self._answers(mention, named) and (found := self._meant(sentence, m, mention, named, sentences)) is not None:
            named, via = found[0], None
        if self.recorder is not None and self.recorder[1].scope_end <= self.recorder[1].scope_start and (named is None or not self._answers(mention, named)):
            named = self.recorder[0]  # what "the assessment" found is the finding of the body that published it
        meant = mention.body if not self._answers(mention, named) else None
        if meant is not None:
            named, via = Named(self.text[meant[0] : meant[1]], meant[0]), None
        elif not self._answers(mention, named):
            return
        if mention.rule.startswith("position/rejects-") and named is not None and self.cues.reviewers.search(named.name) is not None:
            mention = replace(mention, stated=Stated.NON_CREDIBLE)  # "The panel rejects the allegation": what it found
        if mention.rule.startswith(_COURTESIES) and any(isinstance(d.claim, Position) and d.claim.position in _LOOKED_INTO and sentence.start - d.claim.end < _AT_ONCE for d in self.drafts):
            return  # who has opened an inquiry "takes all reports seriously"
        if mention.rule.startswith("position/said-strike") and not any(isinstance(d.claim, (Casualty, Blame)) for d in self.drafts):
            return  # a belligerent that announces its strike answers nobody
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
        self.drafts.append(Draft(claim, event, mention.start, None, where, self.cluster))

    def _answers(self, mention: PositionMention, named: Named | None) -> bool:
        """Tell whether the speaker is a body that can state this position."""
        official = self._official()
        if named is None:
            if mention.rule.startswith("position/is-under-review"):
                return True
            if mention.rule.startswith(("position/no-evidence", "position/insufficient")):
                return official
            return official or mention.stated in (Stated.CREDIBLE, Stated.NON_CREDIBLE, Stated.INVESTIGATION_OPENED, Stated.ASSESSMENT_OPENED)
        if official and self.cues.own_body.fullmatch(named.name) is not None:
            return True
        kind = self.grammar.voice(named.name)
        if mention.rule.startswith(_BODIES_ONLY) and not (kind in (VoiceKind.MILITARY, VoiceKind.GOVERNMENT) or (kind is VoiceKind.MONITOR and mention.rule.startswith(_OWN_ACT)) or self._introduced(named) or self._for_a_body(named)):
            return False
        if mention.stated is Stated.INVESTIGATION_OPENED and kind is VoiceKind.MONITOR and self.cues.inquirers.search(named.name) is not None:
            return True
        if mention.rule.startswith("position/said-strike"):
            return kind is VoiceKind.MILITARY or self.cues.spokesman.search(named.name) is not None
        if mention.stated is Stated.STRIKE_ACKNOWLEDGED:
            return (kind in (VoiceKind.MILITARY, VoiceKind.GOVERNMENT) or self._introduced(named) or self._for_a_body(named) or named.name.strip() in self.cues.states) and self.cues.onlookers.search(named.name) is None
        if kind is VoiceKind.MONITOR and mention.rule.startswith(_OWN_ACT):
            return True  # "the group said it was behind the attack": no group of observers says so
        if kind in (VoiceKind.MONITOR, VoiceKind.HEALTH, VoiceKind.MEDIA, VoiceKind.CIVIL_DEFENCE, VoiceKind.HEARSAY):
            return False
        if mention.rule.startswith("position/is-ours") and kind is VoiceKind.PEOPLE and " " in named.name:
            return self._introduced(named) or self.cues.officials.search(named.name) is not None  # "The shell was ours," says a farmer of their side
        return kind is not VoiceKind.PEOPLE or self._introduced(named) or self._for_a_body(named) or (named.name[:1].isupper() and self.cues.onlookers.search(named.name) is None)

    def _opening(self, sentence: Sentence, mention: PositionMention) -> Named | None:
        """Return the body that a sentence opens with: "The minister, in a message on Monday, condemned it and promised …"."""
        found = self.grammar.subject(self.text, sentence.start, mention.start)
        if found is None:
            return None
        named = Named(self.text[found[0] : found[1]], found[0])
        return None if self.cues.onlookers.search(named.name) is not None or not self._answers(mention, named) else named

    def _for_a_body(self, named: Named) -> bool:
        """Tell whether a speaker's name holds a body, or the office of one who speaks for it."""
        name = named.name
        return self.cues.officials.search(name) is not None or ((self.cues.answering.search(name) is not None or _SHORT_NAME.search(name) is not None) and self.cues.onlookers.search(name) is None)

    def _meant(self, sentence: Sentence, m: SentenceMentions, mention: PositionMention, named: Named | None, sentences: list[Sentence]) -> tuple[Named | None] | None:
        """Return whose position it is where the words before it name nobody who can answer: one in a tuple, None where nobody is found.

        That is who speaks in this line, the body that the sentence or the one before opens with, or, where what was
        alleged stands before the verb, nobody ("The report was found to be without basis").
        """
        speech, _ = self._subject(sentence, m, mention.start, mention.end)
        if speech is not None and not (speech.own or speech.pronoun or mention.start <= speech.name_start < mention.end):
            return None
        if mention.rule.startswith(("position/is-ours", "position/own-never-there", "position/not-there")):
            return None
        voices = self.voices
        if voices.label is not None and voices.label_until >= mention.start and self._answers(mention, voices.label):
            return (voices.label,)
        if named is None and (opening := self._opening(sentence, mention)) is not None:
            return (opening,)
        if voices.quote_at(mention.start) is None:
            before = sentences[sentence.index - 1] if sentence.index and self.cues.points_back.match(self.text, sentence.start) is not None else None
            for start, end in ((sentence.start, mention.start), *(((before.start, before.end),) if before is not None and before.paragraph == sentence.paragraph else ())):
                found = self.cues.answering.search(self.text, start, end)
                body = None if found is None else Named(self.text[found.end() - len(found[1]) : found.end()], found.end() - len(found[1]))
                if body is not None and self.cues.onlookers.search(body.name) is None and self._answers(mention, body):
                    return (body,)
        return (None,) if named is not None and mention.stated in _OF_THINGS and self.cues.things.search(named.name) is not None else None

    def _introduced(self, named: Named) -> bool:
        """Tell whether a person was introduced before as one who speaks for a body."""
        if not self.cues.introduces_officials or self.grammar.voice(named.name) is not VoiceKind.PEOPLE:
            return False
        at = self.text.find(named.name.rsplit(" ", 1)[-1])
        return 0 <= at < named.start and self.cues.officials.search(self.text, max(0, at - _INTRODUCTION), at) is not None

    def _blame(self, sentence: Sentence, m: SentenceMentions, mention: BlameMention, spots: list[Spot], sentences: list[Sentence], harm_spans: list[tuple[int, int]]) -> None:
        beside = 0 if mention.rule.startswith(_SAID_OUTRIGHT) or _OTHER_CLAUSE.match(self.text, mention.end) is not None else _BEHIND
        if any(a < mention.end + beside and mention.start < b for a, b in harm_spans):
            return
        named, via = self._attributed(sentence, m, mention.start, mention.end, sentences, subject=mention.subject)
        if mention.rule.startswith("blame/means-"):
            if any(a < mention.end + _BESIDE and mention.start < b + _BESIDE for a, b in harm_spans) or not self._eyewitness(named, mention):
                return  # who saw it lays blame; the outlet, and the army that struck, tell of the strike
        elif mention.rule.startswith("blame/side-saw") and m.harms:
            return  # what a shot did is told with it
        elif mention.rule.startswith("blame/means") and (m.harms or named is None or self._voice(named) is not VoiceKind.PEOPLE):
            return  # who saw it lays blame; the outlet tells of the strike
        if mention.rule.startswith("blame/bears") and any(isinstance(d.claim, Position) and d.claim.position is Stated.RESPONSIBILITY_ACCEPTED and d.claim.start < mention.end and mention.start < d.claim.end for d in self.drafts):
            return  # a body's own "we bear the responsibility"
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
        self.drafts.append(Draft(claim, event, mention.start, None, where, self.cluster))

    def _eyewitness(self, named: Named | None, mention: BlameMention) -> bool:
        """Tell whether somebody other than the side that struck tells of it."""
        if named is None:
            return self.voices.quote_at(mention.start) is not None
        return self._voice(named) is VoiceKind.PEOPLE and self.cues.officials.search(named.name) is None

    def _exposure(self, sentence: Sentence, m: SentenceMentions, mention: ExposureMention, spots: list[Spot], sentences: list[Sentence]) -> None:
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
        self.drafts.append(Draft(claim, event, mention.start, None, where, self.cluster))
