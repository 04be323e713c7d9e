"""A sentence -> the day or time that it gives to what it tells."""

import re

from harmtrace.claims.drafts import Sentence
from harmtrace.claims.events import event_time
from harmtrace.claims.grounds import Grounds
from harmtrace.language.dates import Anchor, DateKind, DateMention
from harmtrace.language.grammar import SentenceMentions
from harmtrace.records.entry import Issue
from harmtrace.records.text import ZoneKind

#: The label of a list's item: a bullet or number, a name, and in brackets what and when.
_ITEM_LABEL = re.compile(r"(?:[•●▪◾📌🔴🔶🔸🔹🔻👈*·‣–—-]|\d{1,2}[.)]) ?[^\n:.;]{3,60}\([^()\n]{3,60}\) ?:")
_HEAD = 200  # characters in which a text says what day it is of
_LINE = 90  # characters of a line that says of which place and time a text reports
_WOUNDS_REACH = 24
_POSSESSIVE = re.compile("['’]s")
_CLAUSE = re.compile(r"[.;؛\n]|, (?:and|while|but) ")  # where the clause of a day is over
_ENTRY, _BULLET = 30, 5  # characters at the head of a line in which an entry gives its day, and of a bullet before it


class Days(Grounds):
    """Finds when things happened."""

    def _doubt_dates(self, m: SentenceMentions) -> None:
        """Note days of the Islamic calendar: the sighted day may lie one off the computed one."""
        for date in (*m.fresh_dates, *m.said_dates):
            if "hijri" in date.rule:
                found = f"{self.document.id}: a Hijri date at character {date.start} was " + ("left unknown" if date.edtf is None else f"read as {date.edtf}; the day may lie one off")
                self.issues.append(Issue(code="hijri-date", message=found, document=self.document.id, start=date.start, end=date.end))

    def _reports_on(self, sentence: Sentence) -> bool:
        """Tell whether a sentence says which time a text reports on: "in the reporting period", or a heading "Weekly summary, 1-7 May"."""
        if self.cues.reporting.search(self.text, sentence.start, sentence.end) is not None:
            return True
        if sentence.index < 2 and sentence.end - sentence.start < _LINE and not self.text.startswith(('"', "“"), sentence.start) and self.cues.area_line.match(self.text, sentence.start, sentence.end) is not None:
            return True  # "Orsk territory, 6 to 12 November."
        return sentence.index < 3 and self.text[sentence.end - 1] not in ".!?" and self.cues.report_head.search(self.text, sentence.start, sentence.end) is not None

    def _time(self, dates: "tuple[DateMention, ...] | list[DateMention]", m: SentenceMentions | None = None) -> tuple[str, str] | None:
        for mention in dates:
            anchor = self.current.when if self.current is not None else None
            if mention.kind is DateKind.RELATIVE:
                if mention.edtf is not None and anchor is not None and m is not None and any(d.edtf == mention.edtf for d in m.said_dates) and self.cues.that_time.match(self.text, mention.start) is not None:
                    return anchor, "the time told before"
                if mention.shift_days and self.main is not None and self.main.when is not None and self.cues.before_first.match(self.text, mention.end) is not None:
                    anchor = self.main.when.split("/")[0]
                if mention.shift_days == 0 and self.main is not None and self.main.when is not None and (self.current is None or self.current.claims or self.current.when is None):
                    anchor = self.day_lines[-1][1][0] if self.day_lines else self.main.when  # "that day" behind a heading of its own is the day of the heading
                for other in (*m.said_dates, *m.fresh_dates) if m is not None else ():
                    near = mention.shift_days or (other.start < mention.start and self.cues.that_time.match(self.text, mention.start) is not None)
                    if other is not mention and other.kind is DateKind.POINT and other.edtf is not None and near:
                        anchor = other.edtf
            edtf = event_time(mention, anchor)
            if edtf is not None:
                return edtf, mention.why
        return None

    def _heading_day(self, sentence: Sentence, when: tuple[str, str] | None) -> tuple[str, str] | None:
        """Return the one full day that a heading names, whatever else it says of it ("list of 3 May, received at noon")."""
        if when is not None:
            return when if len(when[0]) == 10 else None
        days = self.grammar.dates(self.text, sentence.start, sentence.end, self.ref)
        full = [d for d in days if d.kind is DateKind.POINT and d.edtf is not None and len(d.edtf) == 10 and d.anchor is Anchor.EXPLICIT]
        if len(full) != 1 or len(days) != 1 or full[0].edtf is None or (full[0].edtf == self.ref.day and self.cues.list_of_day.search(self.text, sentence.start, sentence.end) is None):
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

    def _of_event(self, dates: list[DateMention], a: int, b: int) -> list[DateMention]:
        """Return the dates of a clause without the day on which somebody died of wounds: it is not the event's.

        The day that the strike itself is called by ("Thursday's air strike") is the event's, whatever else the clause dates.
        """
        called = self.cues.strike_of_day.search(self.text, a, b) if len(dates) > 1 else None
        if called is not None and (own := [d for d in dates if called.start() <= d.start < called.end()]):
            return own
        wounds = self.cues.of_wounds.search(self.text, a, b) if len(dates) > 1 else None
        if wounds is None:
            return dates
        return [d for d in dates if not 0 <= d.start - wounds.end() <= _WOUNDS_REACH] or dates

    def _of_blow(self, m: SentenceMentions) -> "tuple[DateMention, ...]":
        """Return the days of a sentence without those of a later death in hospital, a burial, a list put out, where another is known for the blow."""
        if not m.fresh_dates or (after := list(self.cues.afterwards.finditer(self.text, m.start, m.end))) == []:
            return m.fresh_dates
        kept = tuple([d for d in m.fresh_dates if d.kind is not DateKind.POINT or not any(self._day_after(each, d, m.end) for each in after)])
        known = self.pending_when is not None or (self.current is not None and self.current.when is not None)
        return kept if known or any(d.kind is DateKind.POINT for d in kept) else m.fresh_dates

    def _day_after(self, after: re.Match[str], day: DateMention, end: int) -> bool:
        """Tell whether a day belongs to what was done afterwards: right behind it, and neither "Sunday's raid" nor "on Sunday after a raid"."""
        if not after.start() <= day.start < after.end() or _POSSESSIVE.search(self.text, day.start, day.end + 2) is not None:
            return False
        over = _CLAUSE.search(self.text, day.end, end)
        return self.cues.harm_behind.search(self.text, after.start(after.lastindex or 0), over.start() if over is not None else end) is None

    def _dated_entry(self, sentence: Sentence) -> bool:
        """Tell whether the line of a sentence opens with its own day: "Thu. Shells on the mill" in a bulletin of a week."""
        first = self._line_start(sentence.start)
        dates = self.grammar.dates(self.text, first, min(first + _ENTRY, self._line_end(first)), self.ref)
        return bool(dates) and dates[0].kind is DateKind.POINT and dates[0].start - first < _BULLET

    def _label_day(self, sentence: Sentence, m: SentenceMentions) -> tuple[str, str] | None:
        """Return the day in the label of a list's item, before its colon: "* Ostrel (shells, Sunday): one of the injured died"."""
        if self.text[sentence.start - 1 : sentence.start] not in ("", "\n") or not m.fresh_dates or m.fresh_dates[0].start - sentence.start > _LINE:
            return None
        label = _ITEM_LABEL.match(self.text, sentence.start, sentence.end)
        return self._time([d for d in m.fresh_dates if d.end <= label.end()], m) if label is not None else None

    def _day_of_several(self, sentence: Sentence) -> tuple[str, str] | None:
        """Return the day given for all of "two raids on 3 May", where a sentence goes on to the second of them."""
        if self.main is None or self.main.when is None or self.cues.ordinal.match(self.text, sentence.start) is None:
            return None
        several = self.cues.several.search(self.text, max(0, sentence.start - 600), sentence.start)
        return (self.main.when, self.main.when_why) if several is not None else None
