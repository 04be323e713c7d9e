"""The day of a count: which of the words of time of a text dates it, weighed by one table."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from harmtrace.claims import dating_weights, dating_weights_arabic
from harmtrace.claims.drafts import Sentence
from harmtrace.claims.moments import Told, otherwise, read
from harmtrace.language.dates import Anchor, DateKind, DateMention, Reference, shift, shift_months
from harmtrace.language.grammar import DAY, EVENT, HARM, Cues, Moments, SentenceMentions
from harmtrace.language.weighing import Table, apart, weighed
from harmtrace.records.text import ZoneKind

#: The name of the rule that a claim dated by the table carries.
RULE = "day-in-focus/1"
#: The name of the rule by which a count is of a time because what it tells of lasted for months.
RULE_OF_MONTHS = "over-months/1"
_DAY, _MONTH, _YEAR = 10, 7, 4  # characters of a day, a month, a year in EDTF
_NEAR, _FAR = 30, 100  # characters between a count and a day in its sentence
_SHORT = 90  # characters of a heading
_OPENS = 14  # characters before a day that opens its sentence
_MOST_BETWEEN = 3
_WEIGHED, _FIRST, _BACK, _AHEAD = 64, 8, 36, 16  # times that are weighed for one count, where a text names more
_LAST = 6  # times read last that words may stand among
_COUNTS_BETWEEN = ("no count between", "a count between", "counts between")
_SAID = "of what was said"
_OF_TEXT = "relative, of the text's day"
_MONTH_RULES = re.compile(r"relative:(?:that|same|previous|before|next|after)\b")
_WORD_BEFORE = re.compile(r"([^\W\d_]{1,12})[\s(]{0,2}$")
_WORD_BEHIND = re.compile(r"[\s,،]{0,2}('s|’s|[^\W\d_]{1,12}|[^\w\s])")
_FAR_OFF = re.compile(r":(-?\d+)$")
_KNOWN = re.compile(r"\d{4}(?:-\d\d){0,2}")
_BESIDE = 40  # characters before and behind a day in which the words stand that say what befell then
#: Grammar -> its table. The days of a language without one are not weighed.
TABLES: Final = {"english": Table(dating_weights.WEIGHTS, dating_weights.MARGIN), "arabic": Table(dating_weights_arabic.WEIGHTS, dating_weights_arabic.MARGIN)}


@dataclass(slots=True, kw_only=True)
class Candidate:
    """Words of time that may say when a count was.

    Attributes:
        when: the time that they give, in EDTF.
        index, paragraph: of their sentence and its paragraph.
        said: they tell when something was said.
        ahead: they begin behind the day of the text.
        hangs: what they hang on, where that tells a total from an event.
        line: the line that they stand in.
        own, own_score: what they say of themselves wherever the count stands: rows of the table, and their sum.
        aside: the day on which a war, an offensive, a truce began or ended: no day of a blow.
    """

    when: str
    why: str
    start: int
    end: int
    index: int
    paragraph: int
    kind: str
    heading: bool
    hangs: str
    said: bool
    ahead: bool
    line: str
    own: list[str]
    own_score: float = 0.0
    aside: bool = False


@dataclass(slots=True, kw_only=True)
class Count:
    """A count that is dated: where it stands, what was taken for its day and its place so far, and where other counts begin."""

    start: int
    end: int
    period: bool
    when: str | None
    stated: bool
    where: str | None
    others: Sequence[int] = ()


def candidates(
    text: str, sentences: Sequence[Sentence], stories: Mapping[int, SentenceMentions], ref: Reference, taken: Sequence[str | None], table: Table
) -> list[Candidate]:
    """Return the words of time of a text that may date a count, in order."""
    out: list[Candidate] = []
    point: str | None = None  # the day told last
    spell: str | None = None  # the day, month or year told last
    known = Told()
    for sentence in sentences:
        story = stories.get(sentence.index)
        if story is not None and not story.silent:
            said = frozenset(d.start for d in story.said_dates)
            dates: Sequence[DateMention] = sorted((*story.fresh_dates, *story.said_dates, *story.other_dates))
        else:
            said = frozenset()
            dated = sentence.bits & DAY or sentence.grammar.cues.dated.search(text, sentence.start, sentence.end) is not None
            dates = sentence.grammar.dates(text, sentence.start, sentence.end, ref) if dated else ()
        moments = sentence.grammar.cues.moments
        unread = [] if moments is None else list(moments.more.finditer(text, sentence.start, sentence.end))
        for date in dates:
            while moments is not None and unread and unread[0].start() < date.start:
                _widen(out, text, unread.pop(0), sentence, story, ref=ref, known=known, moments=moments)
            times = list(_times(text, date, ref, (point, spell), taken, sentence.grammar.cues))
            if moments is not None:
                turns = list(dict.fromkeys(otherwise(text, date, ref, known, moments)))
                known.hear(text, date, turns)
                times += [(turn.when, turn.how) for turn in turns]
            out += [_candidate(text, date, sentence, story, when=when, how=how, said=date.start in said, ref=ref) for when, how in times]
            if date.edtf is not None and date.kind in (DateKind.POINT, DateKind.SPAN):
                point, spell = (date.edtf if date.kind is DateKind.POINT else point), date.edtf.split("/")[0]
        for match in unread:
            if moments is not None:
                _widen(out, text, match, sentence, story, ref=ref, known=known, moments=moments)
    if ref.day is not None and sentences:
        own = ["the day of its head" if ref.dateline == ref.day else "the day it was put out"]
        out.append(Candidate(when=ref.day, why=ref.why, start=sentences[0].start, end=sentences[0].start, index=-1, paragraph=-1, kind="text", heading=False, hangs="", said=False, ahead=False, line="", own=own))
    _relate(out, taken, table)
    return out


def _widen(
    out: list[Candidate], text: str, match: re.Match[str], sentence: Sentence, story: SentenceMentions | None, *, ref: Reference, known: Told, moments: Moments
) -> None:
    """Add the times of words that the date grammar does not read, but what it has read there already."""
    for each in read(match, ref, known, moments):
        if any(one.start < each.end and each.start < one.end and one.when == each.when for one in out[-_LAST:]):
            continue
        date = DateMention(each.start, each.end, None, DateKind.VAGUE, f"moment:{match.lastgroup}", Anchor.NONE)
        out.append(_candidate(text, date, sentence, story, when=each.when, how=each.how, said=False, ref=ref))
    known.mark(match)


def _times(text: str, date: DateMention, ref: Reference, told: tuple[str | None, str | None], taken: Sequence[str | None], cues: Cues) -> Iterator[tuple[str, str]]:
    """Yield the times that words may give, and what each hangs on."""
    if date.edtf is not None:
        compared = date.rule.endswith(":compared")
        if date.kind is DateKind.SINCE:
            yield date.edtf.split("/")[0], "compared with" if compared else "the time since which"
        if not compared:
            yield date.edtf, "relative, beside a day" if date.kind is DateKind.RELATIVE else ""
        return
    if date.kind is not DateKind.RELATIVE:
        return
    main = next((day for day in taken if day is not None), None)
    anchors: dict[str, str] = {}
    spell = cues.month_or_year.search(text, date.start, date.end)
    for anchor, how in ((told[0] if spell is None else told[1], "relative, of the day before"), (main, "relative, of the main day"), (ref.day, _OF_TEXT)):
        if anchor is not None:
            anchors.setdefault(anchor, how)
    far = _FAR_OFF.search(date.rule)
    for anchor, how in anchors.items():
        if how == _OF_TEXT and not _goes_back(date, far):
            continue  # "two weeks later" than something, not than the day of the text
        if date.shift_days is not None or far is not None:
            moved = shift(anchor, date.shift_days if date.shift_days is not None else int(far[1]) if far is not None else 0)
        elif spell is not None and len(anchor) in (_DAY, _MONTH, _YEAR) and _MONTH_RULES.match(date.rule) is not None:
            back = -1 if date.rule in ("relative:previous", "relative:before") else 1 if date.rule in ("relative:next", "relative:after") else 0
            if spell[1] == "month":
                moved = shift_months(anchor, back) if len(anchor) >= _MONTH else None
            else:
                moved = f"{int(anchor[:4]) + back:04d}" if anchor[:4].isdigit() else None
        else:
            moved = None
        if moved is not None:
            yield moved, how


def _goes_back(date: DateMention, far: re.Match[str] | None) -> bool:
    """Tell whether words of time lie before what they are counted from."""
    if date.shift_days is not None:
        return date.shift_days <= 0
    return int(far[1]) <= 0 if far is not None else not date.rule.startswith(("relative:next", "relative:after"))


def _kind(date: DateMention, when: str) -> str:
    """Return how fine a time is: a day, a night, days, a month, months, a year, since."""
    if date.kind is DateKind.SINCE and "/" in when:
        return "since"
    if date.time_of_day == "overnight" and "/" in when:
        return "night"
    if "/" in when:
        first, last = when.split("/")
        return "days" if len(first) == len(last) == _DAY else "spell"
    return "day" if len(when) == _DAY else "month" if len(when) == _MONTH else "year"


def _candidate(
    text: str, date: DateMention, sentence: Sentence, story: SentenceMentions | None, *, when: str, how: str, said: bool, ref: Reference
) -> Candidate:
    """Return words of time with what they say of themselves."""
    cues = sentence.grammar.cues
    own: list[str] = []
    hangs = how if cues.moments is not None else ""
    if date.kind is DateKind.SINCE and cues.moments is not None and cues.moments.one_blow.search(text, date.start, date.end) is not None:
        hangs = "since a blow" if "/" in when else "the blow since which"
        own.append(hangs)
    if how:
        own.append(how)
    elif date.kind is DateKind.WINDOW:
        own.append("window")
    if said:
        own.append(_SAID)
    if story is None or story.silent:
        own.append("no harm beside")
    else:
        if story.background:
            own.append("told for comparison")
        if story.harms:
            own.append("told with a count")
        if story.speeches:
            own.append("told with speech")
        if story.period:
            own.append("told with a total")
    if date.time_of_day is not None and date.time_of_day != "overnight":
        own.append("with its hour")
    if date.anchor is Anchor.EXPLICIT:
        own.append("with its year")
    if when == ref.day:
        own.append("the text's day")
    ahead = ref.day is not None and when.split("/")[0] > ref.day
    if ahead:
        own.append("ahead")
    if sentence.zone is ZoneKind.TITLE:
        own.append("title")
    if sentence.bits & HARM:
        own.append("told with harm")
    elif sentence.bits & EVENT:
        own.append("told with a blow")
    if date.start - sentence.start < _OPENS:
        own.append("opens its sentence")
    if sentence.index == 0:
        own.append("top")
    before = _WORD_BEFORE.search(text, max(sentence.start, date.start - 16), date.start)
    own.append(f"{cues.before_time.get(before[1].lower(), 'other') if before is not None else 'other'} _")
    behind = _WORD_BEHIND.match(text, date.end)
    if behind is not None and (word := cues.behind_time.get(behind[1].lower())) is not None:
        own.append(f"_ {word}")
    for row, words in cues.beside_time:
        if words.search(text, max(sentence.start, date.start - _BESIDE), date.start) is not None:
            own.append(f"{row} before it")
        elif words.search(text, date.end, min(sentence.end, date.end + _BESIDE)) is not None:
            own.append(f"{row} behind it")
    if cues.aftermath.search(text, sentence.start, sentence.end) is not None:
        own.append("told with what came after")
    a, b = text.rfind("\n", 0, date.start) + 1, text.find("\n", date.end)
    return Candidate(
        said=said, ahead=ahead, hangs=hangs, line=text[a : b if b != -1 else None],
        when=when, why=f"{date.rule} ({how or date.anchor.value})", start=date.start, end=date.end, index=sentence.index, paragraph=sentence.paragraph, own=own,
        kind=_kind(date, when), heading=sentence.end - sentence.start < _SHORT and text[sentence.end - 1] not in ".!?؟",
    )  # fmt: skip


def _relate(out: list[Candidate], taken: Sequence[str | None], table: Table) -> None:
    """Note what the times of a text say of one another, and sum what each says of itself."""
    counted = Counter(each.when for each in out)
    told = Counter(day for day in taken if day is not None)
    first = next((each.when for each in out if each.kind in ("day", "night") and not each.said), None)
    main = told.most_common(1)[0][0] if told else None
    only = len({each.when for each in out}) == 1
    for each in out:
        own = each.own
        if counted[each.when] > 1:
            own.append("named again")
        if only:
            own.append("the only one")
        if each.when == first:
            own.append("the first day")
        if each.when == main:
            own.append("the main day")
        elif each.when in told:
            own.append("the day of another count")
        each.own_score = weighed(own, table.weights)


def bearing(text: str, count: Count, sentence: Sentence, each: Candidate, among: Sequence[Candidate]) -> list[str]:
    """Return how a time stands to a count: rows of the table."""
    if each.kind == "text":
        return [f"its day: {'total' if count.period else 'event'}", *_against(count, each)]
    gap = each.index - sentence.index
    beside = each.paragraph == sentence.paragraph
    out: list[str] = []
    of = "total" if count.period else "event"
    if gap == 0:
        before = each.start < count.start
        if text.find(";", min(each.start, count.start), max(each.end, count.end)) != -1:
            place = "same sentence, another clause"
        else:
            place = "within the count" if count.start <= each.start < count.end else "same clause, before" if before else "same clause, behind"
        space = count.start - each.end if before else each.start - count.end
        if space < _NEAR:
            out.append("close")
        elif space > _FAR:
            out.append("far")
    else:
        place = apart(gap, each.paragraph - sentence.paragraph)
    out += (place, f"{of}: {place}", f"{of}: {each.kind}", f"{each.kind}: {'here' if gap == 0 else 'beside' if beside else 'elsewhere'}")
    if each.hangs:
        out.append(f"{of}: {each.hangs}")
    if each.heading and gap < 0:
        out.append("its heading" if each.paragraph >= sentence.paragraph - 1 else "a heading before")
        out.append(f"heading: {each.kind}")
    if each.said:
        out.append("said: here" if gap == 0 else "said: elsewhere")
    if each.start < count.start:
        out.append(f"{_between(each, each.end, count.start, among)} told since")
    elif gap == 0:
        out.append(f"{_between(each, count.end, each.start, among)} told between")
    if count.where is not None:
        out.append("its place beside" if count.where in each.line else "not its place beside")
    if gap == 0:
        out.append(_COUNTS_BETWEEN[_counts_between(count, each)])
    return out + _against(count, each)


def _counts_between(count: Count, each: Candidate) -> int:
    """Return how many other counts stand between a count and a time, no more than two."""
    a, b = (each.end, count.start) if each.start < count.start else (count.end, each.start)
    return min(2, max(0, bisect_left(count.others, b) - bisect_left(count.others, a)))


def _between(each: Candidate, start: int, end: int, among: Sequence[Candidate]) -> int:
    """Return how many other times are told in a stretch of text, as far as they are told apart."""
    found: set[str] = set()
    for other in among:
        if start <= other.start < end and other.when != each.when:
            found.add(other.when)
            if len(found) == _MOST_BETWEEN:
                break
    return len(found)


def nearest(count: Count, among: Sequence[Candidate]) -> Sequence[Candidate]:
    """Return the times of a text that are weighed for a count: in a text that names very many the first and those round it."""
    if len(among) <= _WEIGHED:
        return among
    at = bisect_left(among, count.start, hi=len(among) - 1, key=lambda each: each.start)
    first, last = max(at - _BACK, _FIRST), min(at + _AHEAD, len(among) - 1)
    return [*among[:_FIRST], *among[first:last], among[-1]]


def _against(count: Count, each: Candidate) -> list[str]:
    """Return how a time stands to what was taken: rows of the table."""
    if each.when == count.when:
        return ["was taken", "was taken from its words" if count.stated else "was taken from the event"]
    if count.when is None:
        return ["none was taken"]
    kind = each.kind if each.kind in ("month", "year", "text") else "days"
    out = ["another was taken from its words" if count.stated else "another was taken from the event"]
    relation = _relation(count.when, each.when)
    return out if relation is None else [*out, f"{kind}: {relation}"]


@lru_cache(maxsize=4096)
def _relation(of_taken: str, of_found: str) -> str | None:
    """Return how two times lie to one another, None where that cannot be told."""
    taken, found = _bounds(of_taken), _bounds(of_found)
    if taken is None or found is None:
        return None
    if found[0] <= taken[0] and taken[1] <= found[1]:
        return "holds what was taken"
    if taken[0] <= found[0] and found[1] <= taken[1]:
        return "lies within what was taken"
    return "before what was taken" if found[1] < taken[0] else "after what was taken"


def _bounds(when: str) -> tuple[str, str] | None:
    """Return the first and the last day of a time, None where its year is unknown or it is open."""
    first, _, last = when.partition("/")
    last = last or first
    if not _KNOWN.fullmatch(first) or not _KNOWN.fullmatch(last):
        return None
    return first + "-01-01"[len(first) - _YEAR :], last + "-12-31"[len(last) - _YEAR :]


def only_taken(count: Count) -> list[str]:
    """Return what speaks for what was taken without a time of the text that says so, or for no day where none was: rows of the table."""
    of = "a total" if count.period else "an event"
    if count.when is None:
        return ["no day", f"no day: of {of}"]
    kind = "day" if len(count.when) == _DAY else "spell" if "/" in count.when else "month or year"
    stated = "only taken from its words" if count.stated else "only taken from the event"
    return ["only taken", f"only taken: {kind} of {of}", stated]


def best(text: str, count: Count, sentence: Sentence, among: Sequence[Candidate], table: Table) -> Candidate | None:
    """Return the words of time that outweigh what was taken for the day of a count, None where that stands.

    The day on which somebody spoke is nobody's death, a day to come neither, and the day of the text stands for none that was told.
    """
    among = nearest(count, among)
    others = [each for each in among if each.when != count.when and not _same_but_its_end(each.when, count.when) and not each.said and not each.ahead and not (each.aside and not count.period) and (each.kind != "text" or count.when is None)]
    if not others or (count.stated and all(each.when != count.when for each in among)):
        return None  # its own words gave a time that stands in no words of time ("a 2015 raid"), or there is no other
    kept = weighed(only_taken(count), table.weights)
    for each in among:
        if each.when == count.when or _same_but_its_end(each.when, count.when):
            kept = max(kept, each.own_score + weighed(bearing(text, count, sentence, each, among), table.weights))
    scores = [each.own_score + weighed(bearing(text, count, sentence, each, among), table.weights) for each in others]
    most = max(scores)
    return others[scores.index(most)] if most > kept + table.margin else None


def _same_but_its_end(one: str, other: str | None) -> bool:
    """Tell whether two times are days from the same first day on that end on different days: the same words, read with what else is known."""
    return other is not None and "/" in one and "/" in other and one.split("/")[0] == other.split("/")[0]


def over_months(when: str | None, why: str) -> bool:
    """Tell whether a time is one from a month or a year to another, and not since then: nothing that happens once lasts so long.

    >>> over_months("2021-01/2021-03", "months"), over_months("2021-03-01/2021-03-03", "days"), over_months("2021-01/2021-06", "since-month")
    (True, False, False)
    """
    first, _, last = (when or "").partition("/")
    return not why.startswith("since") and all(len(end) in (_MONTH, _YEAR) and end[:_YEAR].isdigit() for end in (first, last))
