"""What a language's grammar gives the claims stage of one sentence: mentions with offsets."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from harmtrace.language.dates import DateMention, Reference
from harmtrace.language.gated import Gated
from harmtrace.language.places import Gazetteer, PlaceMention
from harmtrace.language.unreal import NO_PRETENCE, Pretence
from harmtrace.records.claim import Group, Modality, Outcome, Scope, Stated, Step, Unit, VoiceKind, Who
from harmtrace.records.measure import Count, Tier

#: What the words of a sentence may mean, as bits: harm, a position or blame, people at risk, an event, a day, a count.
HARM, STANCE, RISK, EVENT, DAY, COUNT, PRETENCE = 1, 2, 4, 8, 16, 32, 64
EVERYTHING = HARM | STANCE | RISK | EVENT | DAY | COUNT | PRETENCE
_NEVER = re.compile(r"(?!)")


class Manner(StrEnum):
    """What a verb of speech does to what is said."""

    SAYS = "says"
    CLAIMS = "claims"
    DENIES = "denies"
    CARRIES = "carries"


@dataclass(slots=True, kw_only=True)
class HarmMention:
    """A count tied to harm. All positions are code points of the whole text, ends exclusive.

    Attributes:
        at: where the count stands; scope, time and speaker are looked up from here.
        more: "others", "two more": what is counted is inherited from the claim before.
        nounless: no noun says who is counted: "17 dead", "44", "121 deaths".
        old: it is named as an old figure of the same voice.
        parted: it is one of several counts listed together under one verb, none of them a total.
        scope: whether it is a total over a time, where the words beside it tell; None leaves it to the stage.
        window: the time of such a total, and how that is known.
        blamed: where the party stands that the clause names as the one who did it.
    """

    start: int
    end: int
    number_start: int
    number_end: int
    at: int
    count: Count
    outcome: Outcome
    who: Who
    unit: Unit
    groups: tuple[Group, ...]
    step: Step
    rule: str
    more: bool = False
    unsure: bool = False
    denied: bool = False
    civilian_noun: bool = False
    nounless: bool = False
    scope: Scope | None = None
    window: tuple[str, str] | None = None
    blamed: tuple[int, int] | None = None


@dataclass(slots=True, kw_only=True)
class SpeechMention:
    """An attribution: the speaker's name, what is said, and who was told.

    Attributes:
        name_start, name_end: the speaker's words; equal where there is none.
        scope_start, scope_end: what is said.
        pronoun: "he", "they", "it": someone named before.
        own: the outlet itself ("we").
        label: it stands before a colon and covers the rest of the line.
        record: it keeps a record ("documented", "issued its monthly report"): the totals that follow are its own too.
    """

    name_start: int
    name_end: int
    verb: int
    verb_end: int
    scope_start: int
    scope_end: int
    manner: Manner
    pronoun: bool = False
    own: bool = False
    label: bool = False
    record: bool = False
    trailing: bool = False
    carrier: tuple[int, int] | None = None


@dataclass(slots=True, kw_only=True)
class PositionMention:
    """Words in which a body states a position; ``body`` is who else it may be, where its speaker cannot state one."""

    start: int
    end: int
    stated: Stated
    rule: str
    subject: tuple[int, int] | None = None
    body: tuple[int, int] | None = None


@dataclass(slots=True, kw_only=True)
class BlameMention:
    """Words that say who or what did it."""

    start: int
    end: int
    blamed: str | None
    cause: str | None
    stance: str
    rule: str
    subject: tuple[int, int] | None = None


@dataclass(slots=True, kw_only=True)
class ExposureMention:
    """People at risk, not harmed."""

    start: int
    end: int
    count: Count
    what: str


@dataclass(slots=True, kw_only=True)
class NumberMention:
    """A number that makes no claim, and why."""

    start: int
    end: int
    reason: str
    people: int | None = None


@dataclass(slots=True, kw_only=True)
class SentenceMentions:
    """All that a grammar finds in one sentence.

    Attributes:
        separate: where the words stand that say that another event begins, None where they do not.
        background: the event is named for comparison only.
        returns: the words point back to the main event ("the latest attack").
        silent: nothing at all was found.
        rate: numbers are so many a day or a week.
        doubtful: some word may make a number less than asserted; without one it need not be asked.
        period: words that make a number a total over a time or an area.
        fresh_dates: date mentions that may tell when the harm happened (not when it was said).
        said_dates: date mentions that tell when something was said.
        other_dates: date mentions that tell neither, such as those of a comparison ("the worst since May").
    """

    start: int
    end: int
    harms: tuple[HarmMention, ...] = ()
    speeches: tuple[SpeechMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    positions: tuple[PositionMention, ...] = ()
    blames: tuple[BlameMention, ...] = ()
    exposures: tuple[ExposureMention, ...] = ()
    numbers: tuple[NumberMention, ...] = ()
    fresh_dates: tuple[DateMention, ...] = ()
    said_dates: tuple[DateMention, ...] = ()
    other_dates: tuple[DateMention, ...] = ()
    separate: int | None = None
    background: bool = False
    returns: bool = False
    period: bool = False
    doubtful: bool = True
    silent: bool = False
    rate: bool = False
    targets: frozenset[str] = frozenset()
    causes: frozenset[str] = frozenset()
    parties: tuple[tuple[int, int, str], ...] = ()


@dataclass(slots=True, kw_only=True)
class Before:
    """What the grammar may know of the sentences before.

    Attributes:
        bodies: the sentence before counted bodies.
        deaths: some sentence before counted the dead.
        last: what the last count of harm was of, None where none was given yet.
        whole: what the first count of the last sentence with any was of, mostly the one that the others are parts of.
        since: how many sentences with words of any matter stand between.
        counts: the numbers of harm told so far, each with what it was of.
    """

    bodies: bool = False
    deaths: bool = False
    last: Outcome | None = None
    whole: Outcome | None = None
    since: int = 0
    counts: Mapping[int, Outcome] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class Pointing:
    """A count of which it is asked whom it counts.

    Attributes:
        words: those of its sentence, lower-cased.
        number, after: which of them is the first of its number, and the first behind it.
        end: the first behind its claim.
        opens: it opens its sentence.
        named: it is known whom it counts, by its own noun or by what it was taken to go on from.
        military: an armed body vouches for it.
        before: gives the words of the sentence before, in its paragraph.
    """

    words: list[str]
    number: int
    after: int
    end: int
    opens: bool
    named: bool
    military: bool
    before: Callable[[], list[str]]


@dataclass(slots=True, kw_only=True)
class PointsBack:
    """Whom the words round a count say that it counts.

    Attributes:
        who: who they are, None where the words do not say.
        others: they are of the kind counted right before: "a further 15".
        alone: nobody who does not fight, and no place of theirs, is told of round it.
        one: the noun is left out: "another was wounded".
    """

    who: Who | None = None
    others: bool = False
    alone: bool = False
    one: bool = False


@dataclass(slots=True, kw_only=True)
class Beside:
    """The words round a count, lower-cased, of which it is asked whether they take it back.

    Attributes:
        words: those of its sentence.
        number: which of them is its number.
        first, end: which of them its claim holds, end exclusive.
        until: where the next count begins.
        opens: the first letters of the sentence behind it in its paragraph.
        behind: gives the words of that sentence, and of the one further on.
        heads: gives the words of the first sentences of the text and of its paragraph.
        last: no other count stands behind it in its sentence.
        counted: its sentence has other counts.
        counts_on: the sentence behind it has counts of its own.
    """

    words: Sequence[str]
    number: int
    first: int
    end: int
    until: int
    opens: str
    behind: Callable[[bool], Sequence[str]]
    heads: Callable[[], Sequence[Sequence[str]]]
    last: bool
    counted: bool
    counts_on: bool


#: The sign of a name that is one only where the gazetteer knows it.
ONLY_KNOWN = "only if known"


@dataclass(slots=True, kw_only=True)
class NameMention:
    """A name that may be a place's, with what stands round it.

    Attributes:
        odds: the logarithm of the odds that it is a place's: above 0 it is rather one.
        signs: what of its words and of those beside it counted, by the rows of the language's table.
        tier: how fine the place is by the word before it, where one says so.
    """

    start: int
    end: int
    name: str
    odds: float
    signs: frozenset[str]
    tier: Tier | None = None


@dataclass(slots=True, kw_only=True)
class VoucherMention:
    """One who may vouch for a count: a person, a body, a record, a name or a pronoun, with what stands round it.

    Attributes:
        kind: what sort it is; "he", "they" and "it" stand for one named before.
        verb: where the verb stands of which it may be the subject, -1 where there is none.
        signs: what of its words and of those beside it counted, by the rows of the table of ``claims/vouching``.
    """

    start: int
    end: int
    name: str
    kind: str
    verb: int
    signs: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moments:
    """Words of time by which a table of days widens what it weighs.

    Attributes:
        values: words of numbers and of places in a row -> their number.
        weekdays: the first three letters of a day of the week -> Monday 0.
        weekday, month: the name of a day of the week, group 1; of a month.
        one_blow: a single blow, by which a time that lasts since then is named: "since the raid of 3 May".
        once: what is told to have happened once, though on an uncertain day: "a mine", "a single strike", "some time between".
        joins: what stands between the first and the last day of what lasted: "until".
        more: words of time that the date grammar does not read; the last group says of which kind they are.
    """

    values: Mapping[str, int]
    weekdays: Mapping[str, int]
    weekday: re.Pattern[str]
    month: re.Pattern[str]
    one_blow: re.Pattern[str]
    once: re.Pattern[str]
    joins: re.Pattern[str]
    more: Gated

    def number(self, word: str | None) -> int | None:
        """Return the number of a word or of digits, an ending behind them or not."""
        if word is None:
            return None
        digits = word.rstrip("stndrh")
        return int(digits) if digits.isdigit() else self.values.get(word.lower())


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """Turns of phrase that the claims stage looks for between and round the mentions of a sentence.

    Attributes:
        pronouns: words that stand for someone named before, lower case.
        single_event: one event is named: "a strike", "the second raid".
        of_wounds: death came later: "died of their wounds".
        superlative: a comparison with other times: "the deadliest".
        here: the place spoken of before: "there", "in the city".
        wide_area: such words for a region, which is no town: "in the province".
        dateline: the head of a wire story; group 1 is its town.
        reporting: the time that a list or tally covers: "reporting period".
        whether: what is only asked: "whether the reports".
        unnamed_speaker: a speaker named by office only: "a spokesman", "the statement".
        sides: words in the names of belligerents and states.
        spokesman: a speaker who speaks for another: "spokesman", "statement".
        dated: figures that may be a date without a word of time.
        urgent: a post about what happens at this moment.
        since_event: "since the strike": an event, not a period.
        since_daytime: a time of day from which something goes on: "since dawn".
        toll_of_time: a toll over a time: "this year", "to date".
        ordinal: a sentence that goes on to the second of several events.
        another_hour: a sentence opens with an hour or a shift of time: "At 15:40", "Later that day".
        new_blow: a blow that is told as new: "a drone hit"; ``second_blow``: one that is counted on: "a second drone hit".
        speaks_for: behind a person, whose voice that is: ", a spokesman for the army"; group 1 is the body.
        office_of: a speaker named by office and body: "an army spokesman in the capital"; group 1 is the body.
        series: a series of events named as one, whose day is that of each told after it.
        several: several events named at once: "two raids".
        opens_pronoun: a sentence whose first word stands for someone before.
        no_subject: what cannot end a subject: an article, a preposition.
        any_event: any word for an event of harm.
        cut: what parts two places: a stop, another verb of harm.
        striking: after a party's name: its strike, its jets.
        states: states and alliances as speakers, as written.
        officials: words for those who speak for a belligerent.
        noun_before: the noun phrase that ends a stretch; group 1.
        participle: a mention that opens with its verb ("killing nine"): the event stands before it.
        one_of: a speaker who is one of a number: "one of them", "another".
        several_people: a speaker who is more than one: "two of her colleagues", "residents".
        heard_label: a line that opens with a name before a colon, a time before it; group 1 is the name.
        takes_stand: right behind a body: it answers an account: "called this a lie".
        of_a_count: a count named as a part of one given before, in figures; group 1: "of the 604 deaths".
        anyones: kinds of speakers that carry nobody's voice: "the same source".
        person_pronouns: pronouns for one person, lower case; none where a body may have the same.
        plural_pronouns: pronouns for several people, lower case.
        thing_pronouns: pronouns for a body, never for a person, lower case.
        bodies: words in the names of bodies: offices, outlets, armies.
        persons: words that make a name one of a person even where it names a body: "army spokesman".
        same: a body named again by its kind: "the same agency"; group 1 is the kind.
        owned_before, owned_after: relatives of a victim: "his four children", "four of her nephews".
        early: a figure called early: "initial reports said".
        goes_on: a clause of its own begins, with its own day: ", and on".
        corrected: who gave an early figure has taken it back: "has corrected itself".
        turns: what follows is another's figure: "but", "while".
        pictured: bodies that a picture shows, which may be some of many: "a photograph of".
        later: a figure that came later: "was later updated to".
        introduces: a sentence that announces what a speaker tells next: "described a second raid".
        onlookers: speakers who are no body, whatever else their name holds.
        clauses: marks that open a clause with a place or a contrast of its own.
        place_openers: words that may stand before a place that opens a sentence, lower case.
        place_leads: all that may stand before a place for it to open the sentence, lower case.
        carriers: words for the outlet named before: "the agency", case-folded.
        possessives: endings to take off a name.
        agents: what stands right before a party that did it: "by the ", lower case.
        own_body: a body named by what it does only, whose findings are those of the text's publisher: "the panel".
        answering: a noun of a body, or of one who speaks or acts for it, that an allegation may be put to; group 1 is its name.
        nobody: right before a verb, that no one in particular does it: "nobody (disputes that)".
        points_back: a sentence that opens with who was spoken of before: "It denies".
        things: what is no speaker, though it stands before the verb: "the report", "14 civilians were killed".
        inquirers: a body whose work are inquiries, whatever else its name says: "the Investigative Committee".
        reviewers: a body that looks into allegations against another: "the review board".
        relative: a noun and the "which has" behind it; group 1 is the noun.
        says_pronoun: someone named before speaks: "he said".
        report_head: what a heading calls a list of harm over a time: "weekly summary".
        place_label: the head of a line that may name a place; group 1 is the place: "(a) 9 January, X:".
        corrects: a figure is said to be the right one: "the correct number was four".
        pronoun_revises: a pronoun right before ``revises``: "it has since (lowered that to)".
        revises: who gave the figure before it gives another: "corrected itself to".
        out_of: a sentence opens with the whole of which it tells a part: "Of the nine".
        of_the_hurt: in the words of a count of the dead: they are some of the wounded counted before.
        nobody_else: with the words of a count of nobody: it counts nobody but those told of before.
        tells_on: a clause that tells more of a party than what is said of it: ", which had dug".
        takes_back: a sentence that calls what stands before it untrue: "That was untrue".
        unchecked: a sentence that doubts it: "Her count could not be verified".
        area_line: a line of a place and its kind, and days: "Orsk territory, 6 to 12 November."
        many_events: words of harm done more than once, or of records kept: "raids", "fighting", "recorded".
        seat: a body named by its town; group 1 is the town: "The Marlby town council".
        guesses: a verb by which a speaker thinks and does not know: "the fishermen think".
        same_time: words for the time of a total told before: "in the same period".
        broken_down: the head of a list that breaks a total down: "By region:".
        own_words: the outlet's own earlier words: "on Tuesday we wrote that".
        mended: words that say of such that they were wrong: "CORRECTION".
        of_victim: words right behind a name by which it is a person's who was harmed: ", 41, was killed".
        victim_next: words right before such a name: "the death of".
        subject_next: what stands before a name that begins its clause.
        own_dead: a town that counts its own dead.
        next_count: what links a count to the one before it: ", and at least".
        owned_name: people named by whose they are: "his boys".
        numbered: a number of up to four digits, or in words, that may be one of people.
        follows: a sentence with a bare number that may go on from the count before it: "Not 52", "My friend says nine".
        there: right behind a count: its place was named before.
        that_time: a time told before: "that night".
        before_first: behind a span of time: "before the first attack", counted from the main event.
        that_year: behind a day without a year: it is of the year named before: "of that year".
        itemises: what leads from a total to its items: a colon, "namely".
        sets_time: a sentence that says only when it was: "It was the first week of May."
        of_them: a sentence that goes on with some of those counted before: "One of them".
        own_record: what a body put out, as a speaker: "the report".
        one_strike: one attack is named, as no plural is: "a strike".
        attacks_of_day: all attacks of a day at once: "in Thursday's attacks".
        strike_of_day: an attack by its day: "Sunday's shelling".
        we: a sentence in which the text itself speaks: "We hold".
        and_then: inside two weekdays: one and the other, two events ("on Monday and Tuesday").
        daytime_tells: a part of the day ("at dawn today") says when something happened, where a bare day may be that of the text.
        framed: counts are read in the frame of their page: a report over a time, the head of a page of items.
        scenes: a paragraph sets a scene for its counts, and a hashtag names only what a post is about.
        one_day: the one day that a text names is that of what it tells, where nothing nearer says when.
        afterwards: a stretch whose day is that of a later death in hospital, of a burial, of a list put out: not of the blow.
        harm_behind: a word of harm or of a blow, which makes a day beside it that of the blow after all.
        long_matter: a sentence that tells when a war, a campaign, a truce began or ended: not the day of a blow.
        day_of_place: that one day is not the day of what happened at another place.
        introduces_officials: a person speaks for the body that he was introduced with ("the spokesman of X, colonel Y").
        others_inherit: "64 others" in a sentence of its own are of the kind counted just before.
        wounds_reach: characters behind a count within which "of wounds" says how they died.
        list_of_day: a heading that names the day that its list is of, were it that of the text ("toll of Tuesday, 3 May").
        strikes_on: many strikes on a whole country: what they did is a total.
        what_happened: words that lead from who tells to what is told: "tells what happened in".
        told_of: whom a report calls by what they are, once they are named: "the woman".
        own_staff: those who gather for the one who publishes: "our correspondent"; nobody else speaks.
        anybody: speakers who are nobody in particular: "people", "some".
        tells_whom, tells_whom_else: the words round a count are asked whom it counts (``pointed``), and also where its own noun says so.
        doubts_beside: the words beside a count are asked whether they take it back (``doubted``).
        spoke: signs of those who may vouch (``vouchers``) that they say, count or deny; ``tells``: that they tell or may have it from elsewhere.
        parts: the mark that parts a sentence.
        tells_that, tells_of: words between who tells and a count: "that"; "of", right behind them.
        ends_telling, tells_anew: what ends what is told of one, and what begins what is told of another, between them and a count.
        of_many, of_woman: verbs that by themselves tell of many, of a woman.
        shares_places: the counts of a clause happened at its narrowest place, unless places stand between them.
        told_by: a post that says who told it; group 1 is who: "told us by a neighbour".
        pretence: harm that nobody alleges: plots, games, exercises, sport.
        aside_post: what the one who posts adds from elsewhere: "last year they", "whoever posted".
        dialogue: the head of a line of a dialogue; group 1 is who speaks: "GEN. X: ".
        askers: those in a dialogue who are the outlet's own: "HOST".
        relays: a speaker in a dialogue passes on what others said, as a reporter does: "told me".
        asks_of: a question that names whom it asks about; group 1 is who: "And the police?".
        names_place: a sentence that may name a place, by a cheap sign.
        one_target: two blows on one thing, which are one event: "the two raids on the market".
        comes_from: what stands right before the place that somebody is from: "a trader from".
        vicinity: what stands right before the place that something was only near: "in the vicinity of".
        lives_there: somebody heard of it, lives or came from somewhere: no place of harm.
        head_line: a short line at the top of a text, of names and numbers between commas or dashes: "Day 61, Marl Bay."
        aside: a sentence opens with words for something else than what was told: "Elsewhere", "Last year".
        body_before: before a place: who sits, speaks or treats there: "the court in".
        blow, hurt: words of a blow, of harm, beside a place.
        within_place: what stands between a place and the wider one that it is in: "quarter of".
        the_place: a place told before, by its kind: "in the town".
        place_field: the head of a line that gives a place: "Location:".
        aftermath: a sentence that tells of what came after: a court, a funeral, a report, an inquiry.
        moments: words of time by which a table of days widens what it weighs, None where a language has none.
        month_or_year: words of time that go on from a month or a year told before; group 1 is "month" or "year".
        before_time, behind_time: words right before and behind a time -> what they are called in the table of days.
        beside_time: what a table of days asks of the words near a time: names of rows and their words.
        report_week: words of a heading that says which days a text reports on.
        opens_with_place: the first words of a text where they are a place and little else; group 1 is the place.
    """

    pronouns: frozenset[str]
    single_event: re.Pattern[str] | Gated
    of_wounds: re.Pattern[str]
    superlative: re.Pattern[str]
    here: re.Pattern[str]
    dateline: re.Pattern[str]
    reporting: re.Pattern[str]
    whether: re.Pattern[str]
    unnamed_speaker: re.Pattern[str]
    sides: re.Pattern[str]
    spokesman: re.Pattern[str]
    dated: re.Pattern[str]
    urgent: re.Pattern[str]
    since_event: re.Pattern[str]
    since_daytime: re.Pattern[str]
    toll_of_time: re.Pattern[str]
    ordinal: re.Pattern[str]
    several: re.Pattern[str]
    series: re.Pattern[str]
    opens_pronoun: re.Pattern[str]
    no_subject: re.Pattern[str]
    any_event: re.Pattern[str]
    cut: re.Pattern[str]
    striking: re.Pattern[str]
    states: frozenset[str]
    officials: re.Pattern[str]
    noun_before: re.Pattern[str]
    participle: re.Pattern[str]
    one_of: re.Pattern[str]
    plural_pronouns: frozenset[str]
    thing_pronouns: frozenset[str]
    bodies: re.Pattern[str]
    persons: re.Pattern[str]
    same: re.Pattern[str]
    owned_before: re.Pattern[str]
    owned_after: re.Pattern[str]
    early: re.Pattern[str] | Gated
    turns: re.Pattern[str]
    corrected: re.Pattern[str]
    goes_on: re.Pattern[str]
    pictured: re.Pattern[str]
    later: re.Pattern[str]
    introduces: re.Pattern[str] | Gated
    onlookers: re.Pattern[str]
    clauses: tuple[str, ...]
    place_openers: tuple[str, ...]
    place_leads: frozenset[str]
    carriers: frozenset[str]
    possessives: tuple[str, ...]
    agents: tuple[str, ...]
    several_people: re.Pattern[str] = _NEVER
    person_pronouns: frozenset[str] = frozenset()
    anyones: frozenset[str] = frozenset()
    heard_label: re.Pattern[str] = _NEVER
    takes_stand: re.Pattern[str] = _NEVER
    of_a_count: re.Pattern[str] = _NEVER
    own_body: re.Pattern[str] = _NEVER
    answering: re.Pattern[str] = _NEVER
    things: re.Pattern[str] = _NEVER
    points_back: re.Pattern[str] = _NEVER
    nobody: re.Pattern[str] = _NEVER
    inquirers: re.Pattern[str] = _NEVER
    reviewers: re.Pattern[str] = _NEVER
    relative: re.Pattern[str] = _NEVER
    speaks_for: re.Pattern[str] = _NEVER
    office_of: re.Pattern[str] = _NEVER
    another_hour: re.Pattern[str] = _NEVER
    new_blow: re.Pattern[str] = _NEVER
    second_blow: re.Pattern[str] = _NEVER
    says_pronoun: re.Pattern[str] = _NEVER
    report_head: re.Pattern[str] = _NEVER
    place_label: re.Pattern[str] = _NEVER
    corrects: re.Pattern[str] = _NEVER
    tells_on: re.Pattern[str] = _NEVER
    takes_back: re.Pattern[str] = _NEVER
    unchecked: re.Pattern[str] = _NEVER
    follows: re.Pattern[str] = _NEVER
    numbered: re.Pattern[str] = _NEVER
    owned_name: re.Pattern[str] = _NEVER
    guesses: re.Pattern[str] = _NEVER
    seat: re.Pattern[str] = _NEVER
    many_events: re.Pattern[str] = _NEVER
    area_line: re.Pattern[str] = _NEVER
    aside: re.Pattern[str] = _NEVER
    body_before: re.Pattern[str] = _NEVER
    blow: re.Pattern[str] = _NEVER
    hurt: re.Pattern[str] = _NEVER
    within_place: re.Pattern[str] = _NEVER
    the_place: re.Pattern[str] = _NEVER
    place_field: re.Pattern[str] = _NEVER
    aftermath: re.Pattern[str] = _NEVER
    report_week: re.Pattern[str] = _NEVER
    month_or_year: re.Pattern[str] = _NEVER
    moments: Moments | None = None
    before_time: Mapping[str, str] = field(default_factory=dict)
    behind_time: Mapping[str, str] = field(default_factory=dict)
    beside_time: tuple[tuple[str, re.Pattern[str]], ...] = ()
    same_time: re.Pattern[str] = _NEVER
    broken_down: re.Pattern[str] = _NEVER
    own_words: re.Pattern[str] = _NEVER
    mended: "re.Pattern[str] | Gated" = _NEVER
    next_count: re.Pattern[str] = _NEVER
    own_dead: re.Pattern[str] = _NEVER
    of_victim: re.Pattern[str] = _NEVER
    victim_next: re.Pattern[str] = _NEVER
    subject_next: re.Pattern[str] = _NEVER
    there: re.Pattern[str] = _NEVER
    wide_area: re.Pattern[str] = _NEVER
    that_time: re.Pattern[str] = _NEVER
    before_first: re.Pattern[str] = _NEVER
    told_by: re.Pattern[str] = _NEVER
    aside_post: re.Pattern[str] = _NEVER
    pretence: Pretence = NO_PRETENCE
    pronoun_revises: re.Pattern[str] = _NEVER
    revises: re.Pattern[str] = _NEVER
    out_of: re.Pattern[str] = _NEVER
    nobody_else: re.Pattern[str] = _NEVER
    of_the_hurt: re.Pattern[str] = _NEVER
    dialogue: re.Pattern[str] = _NEVER
    askers: re.Pattern[str] = _NEVER
    relays: re.Pattern[str] = _NEVER
    asks_of: re.Pattern[str] = _NEVER
    names_place: re.Pattern[str] = _NEVER
    comes_from: re.Pattern[str] = _NEVER
    one_target: re.Pattern[str] = _NEVER
    vicinity: re.Pattern[str] = _NEVER
    lives_there: re.Pattern[str] = _NEVER
    opens_with_place: re.Pattern[str] = _NEVER
    head_line: re.Pattern[str] = _NEVER
    that_year: re.Pattern[str] = _NEVER
    itemises: re.Pattern[str] = _NEVER
    sets_time: re.Pattern[str] = _NEVER
    of_them: re.Pattern[str] = _NEVER
    own_record: re.Pattern[str] = _NEVER
    one_strike: re.Pattern[str] = _NEVER
    attacks_of_day: re.Pattern[str] = _NEVER
    strike_of_day: re.Pattern[str] = _NEVER
    harm_behind: re.Pattern[str] = _NEVER
    long_matter: re.Pattern[str] = _NEVER
    afterwards: re.Pattern[str] = _NEVER
    and_then: re.Pattern[str] = _NEVER
    we: re.Pattern[str] = _NEVER
    shares_places: bool = False
    daytime_tells: bool = False
    one_day: bool = False
    framed: bool = False
    scenes: bool = False
    day_of_place: bool = False
    others_inherit: bool = False
    introduces_officials: bool = False
    wounds_reach: int = 24
    list_of_day: re.Pattern[str] = _NEVER
    strikes_on: re.Pattern[str] = _NEVER
    what_happened: re.Pattern[str] = _NEVER
    told_of: re.Pattern[str] = _NEVER
    own_staff: re.Pattern[str] = _NEVER
    anybody: re.Pattern[str] = _NEVER
    tells_whom: bool = False
    tells_whom_else: bool = False
    doubts_beside: bool = False
    spoke: frozenset[str] = frozenset()
    tells: frozenset[str] = frozenset()
    parts: str = ";"
    tells_that: re.Pattern[str] = _NEVER
    tells_of: re.Pattern[str] = _NEVER
    ends_telling: re.Pattern[str] = _NEVER
    tells_anew: re.Pattern[str] = _NEVER
    of_many: re.Pattern[str] = _NEVER
    of_woman: re.Pattern[str] = _NEVER


class Grammar(Protocol):
    """A language: where sentences end, which hold something, and what they hold."""

    #: The name of its package, which the rules of its claims begin with.
    name: str
    cues: Cues

    def triggers(self, text: str) -> list[tuple[int, int]]:
        """Return where words stand that may matter, and bits for what they may mean, in order; empty for no use.

        Bits above those of `EVERYTHING` are the language's own.
        """

    def meaning(self, bits: int) -> int:
        """Return the bits of a sentence, those left out that its other bits do not bear out."""

    def lays(self, text: str, start: int, end: int, bits: int) -> bool:
        """Tell whether a sentence without a word of a position lays blame all the same, ``bits`` being what its words may mean."""

    def answers(self, text: str, start: int, end: int, bits: int) -> bool:
        """Tell whether a sentence may state a position or lay blame, ``bits`` being what its words may mean."""

    def sentences(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """Return the sentences of ``text[start:end]``."""

    def dates(self, text: str, start: int, end: int, reference: Reference) -> tuple[DateMention, ...]:
        """Return the words of time in ``text[start:end]``, read from the reference day."""

    def reference(self, text: str, known: Reference) -> Reference:
        """Return the day that a text is read from: the known one, or one that this language's words give."""

    def read(
        self,
        text: str,
        start: int,
        end: int,
        *,
        dates: Sequence[DateMention],
        known: Sequence[PlaceMention],
        before: Before,
        bits: int = EVERYTHING,
    ) -> SentenceMentions:
        """Return what one sentence holds; ``bits`` are those of its triggers."""

    def modality(
        self, text: str, mention: HarmMention, speech: SpeechMention | None, *, start: int, end: int
    ) -> Modality:
        """Return how firmly a number is vouched for, from the words round it."""

    def voice(self, name: str) -> VoiceKind:
        """Return what sort of voice a speaker is, from the words that name it."""

    def registers(self, text: str, lines: Sequence[tuple[int, int]]) -> dict[int, tuple[HarmMention, int]]:
        """Return for each line that names one person of a list what befell that person, and how many the list names."""

    def names(self, text: str, start: int, end: int, *, top: bool, gazetteer: Gazetteer) -> "list[NameMention]":
        """Return the names of a sentence that may be places', with what speaks for it; none where the language does not weigh them."""

    def spans(self, text: str, mention: HarmMention, a: int, b: int) -> list[str] | None:
        """Return what the words of a count's clause, ``text[a:b]``, say of whether it is of one event or of a time; None where the language does not weigh it."""

    def doubted(self, asked: Beside) -> Modality | None:
        """Return what the words beside a count make of it, None where they leave it as it is."""

    def pointed(self, asked: Pointing) -> PointsBack | None:
        """Return whom the words round a count say that it counts, or to whom they point back; None where they say nothing."""

    def vouchers(self, text: str, start: int, end: int) -> "list[VoucherMention]":
        """Return everyone in a sentence who may vouch for a count; none where the language does not weigh them."""

    def like(self, text: str, start: int, end: int, a: int, b: int) -> list[str]:
        """Return what the sentence of a count, ``text[a:b]``, is like that its speaker may stand outside of: by what it opens, its tense, who speaks; empty where who vouches is not weighed."""

    def subject(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """Return the person or body that a sentence opens with, None where it opens with something else."""


class Unweighed:
    """What a language gives for which no tables are fitted: nothing to weigh."""

    def names(self, text: str, start: int, end: int, *, top: bool, gazetteer: Gazetteer) -> list[NameMention]:
        """Return none: names are not weighed in this language."""
        return []

    def spans(self, text: str, mention: HarmMention, a: int, b: int) -> list[str] | None:
        """Return None: the span of a count is not weighed in this language."""
        return None

    def doubted(self, asked: Beside) -> Modality | None:
        """Return None: the words beside a count are not asked in this language."""
        return None

    def pointed(self, asked: Pointing) -> PointsBack | None:
        """Return None: whom a count points back to is not asked in this language."""
        return None

    def vouchers(self, text: str, start: int, end: int) -> list[VoucherMention]:
        """Return none: who vouches is not weighed in this language."""
        return []

    def like(self, text: str, start: int, end: int, a: int, b: int) -> list[str]:
        """Return nothing: who vouches is not weighed in this language."""
        return []
