"""Who vouches for a count: of all in a text who may, weighed by one table."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from harmtrace.claims.alike import telling
from harmtrace.claims.drafts import Sentence
from harmtrace.claims.hearing import Heard
from harmtrace.claims.vouching_weights import MARGIN, WEIGHTS
from harmtrace.claims.weighing import weighed
from harmtrace.language.grammar import SentenceMentions

#: The name of the rule that a claim carries whose speaker the table found.
RULE = "voice-in-charge/1"
BACK = 5  # sentences before a count in which who vouches is looked for
_MEANT = 4  # of how many named before a pronoun may be one
_NEAR, _FAR = 40, 120  # characters
_BESIDE = 60  # characters between a quotation and who speaks it
_STANDS_FOR = {
    "he": frozenset(("PERSON", "NAME", "OTHERS", "FIGHTERS")),
    "they": frozenset(("PEOPLE", "BODY", "OTHERS", "MEDIA", "NAME", "FIGHTERS")),
    "it": frozenset(("BODY", "RECORD", "MEDIA", "NAME")),
}
_PEOPLE = frozenset(("PERSON", "PEOPLE", "OTHERS", "FIGHTERS", "NAME"))
_SCARE = 40  # characters of a quotation up to which it is rather a phrase held at arm's length
_SAME = 3  # sentences of its own paragraph before a count in which who tells may tell on
_SPOKE = frozenset(("_ SAY", "_ CLAIM", "_ DENY", "_ ADMIT", "_ COUNT", "according to _", "SAY _"))
_MOST_BETWEEN = 3


@dataclass(slots=True, kw_only=True)
class Before:
    """The count before: who vouches for it, how far back it stands ("here", "sentence before", "earlier")."""

    speaker: str | None
    where: str


@dataclass(slots=True, kw_only=True)
class Asked:
    """A count whose speaker is looked for: where it stands and who was taken for its speaker so far."""

    start: int
    end: int
    at: int
    speaker: str | None
    via: str | None
    doubted: bool
    quotation: tuple[int, int] | None
    before: "Before | None"


@dataclass(slots=True, kw_only=True)
class Option:
    """One answer: who vouches (None for the outlet itself), by which rows of the table."""

    heard: Heard | None
    rows: list[str]
    taken: str | None = None

    @property
    def name(self) -> str | None:
        """Return the speaker as the text names it."""
        return self.taken if self.heard is None else self.heard.mention.name


#: One of these must stand in a count's own sentence, or nobody else is looked for.
_TELLS = frozenset(f"_ {kind}" for kind in "SAY SEE ADMIT CLAIM DENY COUNT CARE LOSE HAVE :".split()) | {"by _'s COUNT", "SAY _", "citing _", "according to _", "( _", "_ , :", "RECORD of _", "NUMBER by _", "NUMBER from _", "_'s COUNT"}


def tells(here: Sequence[Heard]) -> bool:
    """Tell whether anybody in a sentence does what those do who vouch for a count."""
    return any(not _TELLS.isdisjoint(each.mention.signs) for each in here)


def options(text: str, asked: Asked, sentence: Sentence, near: Sequence[Heard], m: SentenceMentions, *, source: str | None, turns: re.Pattern[str], places: frozenset[str]) -> list[Option]:
    """Return who may vouch for a count, each with the rows that speak for and against it; ``places`` are words of the text's places."""
    field = _field(text, asked, sentence, near, places)
    out = [Option(heard=None, rows=[*_outlet(text, asked, sentence, near, m), *field.outlet()])]
    for each in near:
        rows = [*_bearing(text, asked, sentence, each, near, turns), *field.bearing(asked, sentence, each)]
        if each.mention.kind in _STANDS_FOR:
            if each.sentence is sentence and each.mention.verb >= 0:
                for meant, more in _meant(asked, each, near):
                    out.append(Option(heard=meant, rows=[*rows, *more, *_known(asked, meant, source)]))
        elif (each.speech is not None or not _comes_to_harm(asked, each)) and (asked.via is None or not same(each.mention.name, asked.via)):
            out.append(Option(heard=each, rows=[*rows, *_known(asked, each, source)]))
    how = how_taken(asked, m)
    stood = False
    for option in out:
        if is_taken(option, asked.speaker):
            option.rows.append(f"taken: {how}")
            stood = True
    if not stood:
        far = how == "pronoun" and asked.speaker is not None and asked.speaker.lower() not in _STANDS_FOR
        out.append(Option(heard=None, taken=asked.speaker, rows=["only taken", _FAR_BACK if far else f"taken: {how}"]))
    return out


def how_taken(asked: Asked, m: SentenceMentions) -> str:
    """Return how sure it is who was taken for the speaker of a count: by a frame that names them, by a pronoun, carried over."""
    held = [s for s in m.speeches if s.scope_start <= asked.at < s.scope_end]
    if asked.speaker is None:
        return "nobody, of one in doubt" if asked.doubted else "nobody, though framed" if any(not s.own and not s.pronoun and s.name_end > s.name_start for s in held) else "none"
    if any(not s.pronoun and not s.own for s in held):
        return "framed"
    if any(s.pronoun for s in held):
        return "pronoun"
    return "quoted" if asked.quotation is not None else "carried"


def _known(asked: Asked, each: Heard, source: str | None) -> Iterator[str]:
    if asked.before is not None and asked.before.speaker is not None and same(each.mention.name, asked.before.speaker):
        yield f"of the count before: {asked.before.where}"
    if source is not None and same(source, each.mention.name):
        yield "is the source"


_PLACED = frozenset(("in _", "at _", "to _", "of _", "on _", "oth from _", "edge from _", "DO from _", "with a number"))


def _comes_to_harm(asked: Asked, each: Heard) -> bool:
    """Tell whether somebody is of those counted, is told to have come to harm, or is what another is called: they vouch for nothing."""
    mention = each.mention
    if mention.start < asked.end and asked.at < mention.end and mention.kind in _PEOPLE:
        return True
    return not mention.signs.isdisjoint(("_ HARM", "BE _")) and mention.kind in _PEOPLE


def _meant(asked: Asked, pronoun: Heard, near: Sequence[Heard]) -> Iterator[tuple[Heard, list[str]]]:
    """Yield whom a pronoun may mean, the nearest first, with what speaks for each."""
    fits = _STANDS_FOR[pronoun.mention.kind]
    names: list[str] = []
    for each in reversed(near):
        if each.mention.start >= pronoun.mention.start or each.mention.kind not in fits or (each.mention.kind == "NAME" and not _PLACED.isdisjoint(each.mention.signs)) or _comes_to_harm(asked, each) or any(same(each.mention.name, name) for name in names):
            continue
        names.append(each.mention.name)
        signs = each.mention.signs
        rows = [f"meant: {len(names)} back", f"{pronoun.mention.kind}: {each.mention.kind}"]
        if not signs.isdisjoint(("edge _", "that _")):
            rows.append("meant: a subject")
        if not _SPOKE.isdisjoint(signs) or each.speech is not None:
            rows.append("meant: spoke")
        gap = pronoun.sentence.index - each.sentence.index
        rows.append("meant: same sentence" if gap == 0 else "meant: sentence before" if gap == 1 else "meant: further back")
        yield each, rows
        if len(names) == _MEANT:
            return


def _bearing(text: str, asked: Asked, sentence: Sentence, each: Heard, near: Sequence[Heard], turns: re.Pattern[str]) -> Iterator[str]:
    """Yield what one says of itself and how it stands to a count: rows of the table."""
    mention, speech = each.mention, each.speech
    signs = sorted(mention.signs)
    yield from signs
    gap = each.sentence.index - sentence.index
    beside = each.sentence.paragraph == sentence.paragraph
    at, end = mention.start, mention.end
    behind = next((sign for sign in signs if sign.startswith("_")), "_")
    if gap == 0:
        before = at < asked.at
        where = "within" if asked.start <= at < asked.end else "before" if before else "behind"
        yield f"here: {where}"
        yield f"{where}: {behind}"
        a, b = (end, asked.at) if before else (asked.at, at)
        if text.find(";", a, b) != -1:
            yield f"{where}: parted"
        elif turns.search(text, a, b) is not None:
            yield f"{where}: turned"
        if b - a < _NEAR:
            yield f"{where}: close"
        elif b - a > _FAR:
            yield f"{where}: far"
        if before and mention.verb >= 0:
            yield "before: verb first" if mention.verb < asked.at else "before: verb behind"
        if before:
            between = sum([1 for other in near if other.mention.verb >= 0 and end <= other.mention.start < asked.at and not _SPOKE.isdisjoint(other.mention.signs)])
            yield f"{min(between, _MOST_BETWEEN)} spoke since"
    else:
        where = "sentence before" if gap == -1 else "earlier" if gap < 0 else "sentence behind" if gap == 1 else "later"
        where += "" if beside else ", another paragraph"
        yield where
        spoke = not _SPOKE.isdisjoint(mention.signs) or speech is not None
        if spoke:
            yield f"{where}: spoke"
            if gap < 0:
                since = sum([1 for other in near if end <= other.mention.start < sentence.start and (not _SPOKE.isdisjoint(other.mention.signs) or other.speech is not None)])
                yield f"{min(since, _MOST_BETWEEN)} spoke since"
        if gap == -1 and beside:
            yield f"{where}: {behind}"
    if at < asked.at and mention.verb >= 0 and text.startswith(":", mention.verb):
        yield "label: this line" if text.find("\n", end, asked.at) == -1 else "label: another line"
    if speech is not None:
        if gap == 0:
            yield "framed: covers" if speech.scope_start <= asked.at < speech.scope_end else "framed: elsewhere"
            if speech.trailing:
                yield "framed: trailing"
        if speech.label:
            yield "framed: label"
        if speech.record:
            yield "framed: record"
    if asked.quotation is not None:
        a, b = asked.quotation
        if a <= at < b:
            yield "quotation: inside"
        elif 0 <= a - end <= _BESIDE or 0 <= at - b <= _BESIDE:
            yield "quotation: beside"
            if speech is not None or not _SPOKE.isdisjoint(mention.signs):
                yield "quotation: spoke beside"
        else:
            yield "quotation: elsewhere"


@dataclass(slots=True, kw_only=True)
class _Field:
    """What a count's sentence is like, and who tells in it and before it.

    Attributes:
        like: what the sentence is like: the ends of rows.
        teller: whoever told last before the sentence.
        tells: whether anybody tells in the sentence; ``told``: in the one before, of its paragraph.
        places: words in the names of the text's places.
    """

    like: list[str]
    teller: Heard | None
    tells: bool
    told: bool
    places: frozenset[str]

    def outlet(self) -> Iterator[str]:
        """Yield what speaks for the outlet: rows of the table."""
        told = "outlet, one tells here" if self.tells else "outlet, one told before" if self.told else "outlet, nobody tells"
        yield told
        for each in self.like:
            yield f"{told} | {each}"

    def bearing(self, asked: Asked, sentence: Sentence, each: Heard) -> Iterator[str]:
        """Yield what the sort and the place of somebody say, and for one named before the sentence, what it is like: rows of the table."""
        mention = each.mention
        if mention.kind == "NAME":
            yield "NAME: no place" if telling(mention.name).isdisjoint(self.places) else "NAME: a place"
            yield "NAME: two words" if " " in mention.name else "NAME: capitals" if any(letter.isupper() for letter in mention.name[1:]) else "NAME: one word"
        gap = sentence.index - each.sentence.index
        yield f"{mention.kind}, {'here' if not gap else 'sentence before' if gap == 1 else 'earlier'}"
        beside = each.sentence.paragraph == sentence.paragraph
        if not gap or (gap > 1 and not (beside and gap <= _SAME)):
            return
        place = ("sentence before" if gap == 1 else "earlier") + ("" if beside else ", another paragraph")
        tells = each.speech is not None or any(f"_ {verb}" in mention.signs for verb in _TELLING)
        for like in self.like:
            yield f"{place}{' telling' if tells else ''} | {like}"
        if self.teller is each:
            yield f"{place}: last to tell"
        yield f"{place}: {'another tells here' if self.tells else 'nobody tells here'}"
        if each.sentence.first_of_paragraph and mention.start - each.sentence.start < _OPENS:
            yield f"{place}: opens its paragraph"


_TELLING = ("SAY", "CLAIM", "DENY", "ADMIT", "COUNT", "SEE", "HAVE", "LOSE", ":")
_OPENS = 6  # characters of an article before who opens a sentence


def _field(text: str, asked: Asked, sentence: Sentence, near: Sequence[Heard], places: frozenset[str]) -> _Field:
    like = sentence.grammar.like(text, sentence.start, sentence.end, asked.start, asked.end)
    if asked.quotation is not None:
        like.append("scare quote" if asked.quotation[1] - asked.quotation[0] < _SCARE else "long quote")
    teller: Heard | None = None
    here = told = False
    for each in near:
        spoke = not _SPOKE.isdisjoint(each.mention.signs)
        if each.sentence.index == sentence.index:
            here = here or not _TELLS.isdisjoint(each.mention.signs)
        elif spoke:
            teller = each
            told = told or (each.sentence.index == sentence.index - 1 and each.sentence.paragraph == sentence.paragraph)
    return _Field(like=like, teller=teller, tells=here, told=told, places=places)


def _outlet(text: str, asked: Asked, sentence: Sentence, near: Sequence[Heard], m: SentenceMentions) -> list[str]:
    """Return what speaks for the outlet itself: rows of the table."""
    out = ["outlet"]
    if asked.before is not None and asked.before.speaker is None:
        out.append(f"outlet: of the count before, {asked.before.where}")
    if asked.quotation is not None:
        out.append("outlet: quotation")
    if sentence.first_of_paragraph:
        out.append("outlet: opens a paragraph")
    if any(s.scope_start <= asked.at < s.scope_end for s in m.speeches):
        out.append("outlet: own words" if any(s.own and s.scope_start <= asked.at < s.scope_end for s in m.speeches) else "outlet: someone is heard")
    elif m.speeches:
        out.append("outlet: someone else is heard")
    spoke = [each for each in near if not _SPOKE.isdisjoint(each.mention.signs)]
    if any(each.sentence.index == sentence.index for each in spoke):
        out.append("outlet: one speaks here")
    if any(each.sentence.index == sentence.index - 1 and each.sentence.paragraph == sentence.paragraph for each in spoke):
        out.append("outlet: one spoke before")
    if sentence.zone.value == "title":
        out.append("outlet: title")
    if sentence.grammar.cues.we.match(text, sentence.start) is not None:
        out.append("outlet: we")
    return out


def same(a: str, b: str) -> bool:
    """Tell whether two names are one speaker's: one holds at least half of the other's words that tell."""
    one, two = telling(a), telling(b)
    return bool(one and two) and len(one & two) * 2 >= min(len(one), len(two))


#: Who was taken so stands: a frame names them, or what carries a voice on (a line's label, a record, who told it all) is more than the table sees; a doubt is the outlet's own.
STANDS = frozenset(("framed", "carried", "nobody, of one in doubt"))
_FAR_BACK = "taken: pronoun of one far back"


def is_taken(option: Option, speaker: str | None) -> bool:
    """Tell whether an answer is who was taken for the speaker of a count."""
    if option.name is None or speaker is None:
        return option.name is speaker
    return option.name == speaker or same(option.name, speaker)


def chosen(found: Sequence[Option], speaker: str | None) -> Option | None:
    """Return the answer that outweighs who was taken for the speaker of a count, None where that stands."""
    if any(_FAR_BACK in option.rows for option in found):
        return None
    kept, most, best = -99.0, -99.0, None
    for option in found:
        score = weighed(option.rows, WEIGHTS)
        if is_taken(option, speaker):
            kept = max(kept, score)
        elif score > most and option.name is not None:
            best, most = option, score
    return best if most > kept + MARGIN else None
