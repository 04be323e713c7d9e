"""Who vouches for an Arabic count: of all in its text who may, and the outlet itself, weighed by one table."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from harmtrace.claims.alike import telling
from harmtrace.claims.drafts import Sentence
from harmtrace.claims.hearing import Heard
from harmtrace.claims.vouching_weights_arabic import MARGIN, WEIGHTS
from harmtrace.claims.weighing import weighed
from harmtrace.language.grammar import SentenceMentions

BACK, TOP = 5, 2  # sentences before a count, and at the head of its text, in which who vouches is looked for
_MEANT = 4  # of how many named before a verb may tell that names nobody
_NEAR, _FAR, _BESIDE = 40, 120, 60  # characters
_MOST = 3  # what is counted no further
_FORMS: Final = {"HE": "he", "SHE": "she", "MANY": "many"}
_FEW = 4  # voices that a text gives the word to one after the other
_THAT = re.compile(r"[\s،]و?[بلك]?[أإا]ن(?:ه|ها|هم|هما|هن|نا)?\s")
_OF = re.compile(r"\W{0,3}(?:عن |ب\w)")
_STOPPED = re.compile(r"[:؛]|، ?و")
_ANEW = re.compile(r"[؛.]|، ?(?:في حين|فيما|بينما|لكن)")
_WOMEN, _MANY = ("ت",), ("وا", "ون")


@dataclass(slots=True, kw_only=True)
class Talk:
    """Who speaks in a text.

    Attributes:
        heard: everyone to whom a frame of speech gives the word, in order, with where they are named.
        most, share: who was taken for the speaker of most counts, and of how many.
    """

    heard: list[tuple[str, int]]
    most: str | None
    share: str
    known: dict[str, list[int]] = field(default_factory=dict)

    def of(self, name: str) -> list[int]:
        """Return where somebody is named among those heard."""
        found = self.known.get(name)
        if found is None:
            found = self.known[name] = [at for other, at in self.heard if same(other, name)]
        return found


@dataclass(slots=True, kw_only=True)
class Asked:
    """A count whose speaker is looked for: where it stands, who was taken for its speaker, who vouches for the count before and how far back it stands."""

    start: int
    end: int
    at: int
    speaker: str | None
    doubted: bool
    period: bool
    quotation: tuple[int, int] | None
    before: tuple[str | None, str] | None


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


def talk(heard: Sequence[tuple[str, int]], taken: Sequence[str | None]) -> Talk:
    """Return who speaks in a text, from who was heard in it and who was taken for the speaker of each of its counts."""
    told = Counter([name for name in taken if name is not None]).most_common()
    share = f"{'alone' if len(told) == 1 else 'of several'}, {'half' if told and told[0][1] * 2 >= len(taken) else 'few'}"
    return Talk(heard=sorted(set(heard), key=lambda one: (one[1], one[0])), most=told[0][0] if told else None, share=share)


#: One of these must be true of somebody in another sentence.
_IDLE: Final = frozenset(("spoke", "edge _", "as for _", "NAME"))


def options(text: str, asked: Asked, sentence: Sentence, near: Sequence[Heard], m: SentenceMentions, *, said: Talk, source: str | None, turns: re.Pattern[str]) -> list[Option]:
    """Return who may vouch for a count, each with the rows that speak for and against it."""
    out = [Option(heard=None, rows=_outlet(text, asked, sentence, near, m))]
    form = _by_verb(text, asked, m)
    for each in near:
        mention = each.mention
        if mention.kind == "WE" or "ours" in mention.signs or sentence.grammar.cues.own_staff.search(mention.name) is not None:
            if each.sentence is sentence:
                out[0].rows.append(f"outlet: {'we tell' if mention.kind == 'WE' else 'ours'} {'before' if mention.start < asked.at else 'behind'}")
            continue
        if each.sentence is not sentence and each.speech is None and _IDLE.isdisjoint(mention.signs):
            continue  # who only stands in another sentence
        rows = [*_bearing(text, asked, sentence, each, near, turns), *_placed(text, asked, sentence, each, near)]
        if mention.kind in _FORMS:
            if each.sentence is sentence:
                for meant, more in _meant(asked, each, near):
                    out.append(Option(heard=meant, rows=[*rows, *more, *_in_talk(text, asked, said, sentence, meant), *_known(asked, meant, source)]))
        elif each.speech is not None or not _comes_to_harm(asked, each):
            out.append(Option(heard=each, rows=[*rows, *_in_talk(text, asked, said, sentence, each), *_known(asked, each, source), *_by_form(asked, sentence, each, near, form)]))
    how = _how_taken(asked, m)
    stood = False
    for option in out:
        if option.name == asked.speaker or (option.name is not None and asked.speaker is not None and same(option.name, asked.speaker)):
            option.rows.append(f"taken: {how}")
            stood = True
    if not stood:
        out.append(Option(heard=None, taken=asked.speaker, rows=["only taken", f"taken: {how}"]))
    return out


def stands(text: str, asked: Asked, m: SentenceMentions, source: str | None) -> bool:
    """Tell whether what was taken is not weighed: a frame of speech that holds the count names who vouches, or they give out the list that it is of."""
    if asked.speaker is None:
        return False
    how = _how_taken(asked, m)
    if how != "carried":
        return how == "framed"
    at = text.rfind(asked.speaker, 0, asked.at)
    end = text.find("\n", at)
    return at != -1 and at < end < asked.at and text[end - 1] == ":" and not (source is not None and same(source, asked.speaker))


def chosen(found: Sequence[Option], speaker: str | None) -> Option | None:
    """Return the answer that outweighs who was taken for the speaker of a count, None where that stands."""
    kept, most, best = -99.0, -99.0, None
    for option in found:
        score = weighed(option.rows, WEIGHTS)
        if (option.name is None and speaker is None) or (option.name is not None and speaker is not None and same(option.name, speaker)):
            kept = max(kept, score)
        elif score > most and option.name is not None:
            best, most = option, score
    return best if most > kept + MARGIN else None


@lru_cache(maxsize=16_384)
def same(a: str, b: str) -> bool:
    """Tell whether two names are one speaker's: one holds at least half of the other's words that tell."""
    one, two = _told(a), _told(b)
    return bool(one and two) and len(one & two) * 2 >= min(len(one), len(two))


@lru_cache(maxsize=4_096)
def _told(name: str) -> frozenset[str]:
    """Return the words of a name that tell, without their article."""
    return frozenset([word.removeprefix("ال") for word in telling(name)])


def _how_taken(asked: Asked, m: SentenceMentions) -> str:
    """Return how sure it is who was taken for the speaker of a count: by a frame that names them, by a verb alone, carried over."""
    held = [s for s in m.speeches if s.scope_start <= asked.at < s.scope_end]
    if asked.speaker is None:
        return "nobody, of one in doubt" if asked.doubted else "nobody, though framed" if any(not s.own and not s.pronoun and s.name_end > s.name_start for s in held) else "none"
    if any(not s.pronoun and not s.own for s in held):
        return "framed"
    if any(s.pronoun for s in held):
        return "pronoun"
    return "quoted" if asked.quotation is not None else "carried"


def _known(asked: Asked, each: Heard, source: str | None) -> Iterator[str]:
    if asked.before is not None and asked.before[0] is not None and same(each.mention.name, asked.before[0]):
        yield f"of the count before: {asked.before[1]}"
    if source is not None and same(source, each.mention.name):
        yield "is the source"


_HARMED: Final = frozenset(("PERSON", "PEOPLE", "FIGHTERS", "NAME"))


def _comes_to_harm(asked: Asked, each: Heard) -> bool:
    """Tell whether somebody is of those counted: they vouch for nothing."""
    mention = each.mention
    return mention.kind in _HARMED and (mention.start < asked.end and asked.at < mention.end)


def _meant(asked: Asked, verb: Heard, near: Sequence[Heard]) -> Iterator[tuple[Heard, list[str]]]:
    """Yield who may be meant by a verb of telling that names nobody, the nearest first, with what speaks for each."""
    kind, form = verb.mention.kind, _FORMS[verb.mention.kind]
    names: list[str] = []
    for each in reversed(near):
        mention = each.mention
        if mention.start >= verb.mention.start or mention.kind in _FORMS or mention.kind == "WE" or (form not in mention.signs and mention.kind not in ("NAME", "FRAME")):
            continue
        if (each.speech is None and mention.signs.isdisjoint(("spoke", "edge _", "as for _"))) or _comes_to_harm(asked, each) or any(same(mention.name, name) for name in names):
            continue
        names.append(mention.name)
        rows = [f"meant: {len(names)} back", f"{kind}: {mention.kind}"]
        if not mention.signs.isdisjoint(("edge _", "that _")):
            rows.append("meant: a subject")
        if "spoke" in mention.signs or each.speech is not None:
            rows.append("meant: spoke")
        gap = verb.sentence.index - each.sentence.index
        rows.append("meant: same sentence" if gap == 0 else "meant: sentence before" if gap == 1 else "meant: further back")
        yield each, rows
        if len(names) == _MEANT:
            return


def _spoke(each: Heard) -> bool:
    return "spoke" in each.mention.signs or each.speech is not None


def _bearing(text: str, asked: Asked, sentence: Sentence, each: Heard, near: Sequence[Heard], turns: re.Pattern[str]) -> Iterator[str]:
    """Yield what one says of itself and how it stands to a count: rows of the table."""
    mention, speech = each.mention, each.speech
    signs = sorted(mention.signs)
    yield from signs
    gap = each.sentence.index - sentence.index
    at, end = mention.start, mention.end
    behind = next((sign for sign in signs if sign.startswith("_")), "_")
    if gap == 0:
        before = at < asked.at
        where = "within" if asked.start <= at < asked.end else "before" if before else "behind"
        yield f"here: {where}"
        yield f"{where}: {behind}"
        a, b = (end, asked.at) if before else (asked.at, at)
        if text.find("؛", a, b) != -1:
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
            yield f"{min(sum([1 for other in near if end <= other.mention.start < asked.at and _spoke(other)]), _MOST)} spoke since"
    else:
        where = ("sentence before" if gap == -1 else "earlier") + ("" if each.sentence.paragraph == sentence.paragraph else ", another paragraph")
        yield where
        if _spoke(each):
            yield f"{where}: spoke"
            yield f"{min(sum([1 for other in near if end <= other.mention.start < sentence.start and _spoke(other)]), _MOST)} spoke since"
    if at < asked.at and mention.verb >= 0 and text.startswith(":", mention.verb):
        yield "label: this line" if text.find("\n", end, asked.at) == -1 else "label: another line"
        if text.count(f"{mention.name}:") > 1:
            yield "label again"
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
            if _spoke(each):
                yield "quotation: spoke beside"
        else:
            yield "quotation: elsewhere"


def _where(sentence: Sentence, each: Heard) -> str:
    gap = sentence.index - each.sentence.index
    return "here" if gap == 0 else "sentence before" if gap == 1 else "earlier"


def _ahead(each: Heard) -> str:
    """Return the sign of what stands before the words that name somebody."""
    return next((sign for sign in sorted(each.mention.signs) if sign.endswith(" _")), "_")


def _placed(text: str, asked: Asked, sentence: Sentence, each: Heard, near: Sequence[Heard]) -> Iterator[str]:
    """Yield by what words somebody tells a count: rows of the table."""
    mention = each.mention
    ahead, where = _ahead(each), _where(sentence, each)
    yield f"{where}: {ahead}"
    yield f"{where}: {mention.kind}"
    if each.sentence.index <= 1:
        yield "at the top"
        if mention.kind in ("BODY", "RECORD"):
            yield f"at the top: {mention.kind}"
    if where != "here" or "spoke" not in mention.signs:
        return
    if mention.end <= asked.at:
        between = text[max(mention.end, mention.verb) : asked.start]
        since = any(mention.end <= other.mention.start < asked.at and "spoke" in other.mention.signs for other in near)
        how = "another spoke" if since else "that" if _THAT.search(between) is not None else "of" if _OF.match(between) is not None else "stop" if _STOPPED.search(between) is not None else "plain"
        yield f"tells: {how}"
        yield f"tells: {how}, {_size(between)}"
        yield f"tells: {how}, {ahead}"
    elif mention.start >= asked.end:
        between = text[asked.end : mention.start]
        since = any(asked.at <= other.mention.start < mention.start and "spoke" in other.mention.signs for other in near)
        how = "another spoke" if since else "turned" if _ANEW.search(between) is not None else "plain"
        yield f"told: {how}, {ahead}"
        yield f"told: {how}, {_size(between)}"


def _size(between: str) -> str:
    return "beside" if len(between) * 5 < _NEAR * 2 else "near" if len(between) < 2 * _NEAR else "far"


def _in_talk(text: str, asked: Asked, said: Talk, sentence: Sentence, each: Heard) -> Iterator[str]:
    """Yield what the talk of the whole text says of somebody: rows of the table."""
    mention = each.mention
    mine = said.of(mention.name)
    before = next(((name, at) for name, at in reversed(said.heard) if at < asked.at), None)
    behind = next((name for name, at in said.heard if at >= asked.end), None)
    round_it = behind is not None and same(behind, mention.name)
    if mine:
        yield "heard" if len(mine) == 1 else "heard again"
        if same(said.heard[0][0], mention.name):
            yield "first heard"
            if len(mine) == len(said.heard):
                yield "alone heard"
        if before is not None and same(before[0], mention.name):
            yield "last heard"
            lines = text.count("\n", before[1], asked.at)
            yield f"last heard: {min(lines, _MOST)} lines back"
            if round_it:
                yield "heard round"
            if asked.period:
                yield "last heard, of a time"
    if round_it:
        yield "next heard"
    if said.most is not None and same(said.most, mention.name):
        yield "vouches for most"
        yield f"vouches for most: {said.share}"
    if asked.speaker is None:
        if not said.heard:
            yield "nobody heard"
        elif mine and len(mine) == len(said.heard):
            yield f"alone heard, {_where(sentence, each)}"
        few = len({name for name, _ in said.heard})
        if few < _FEW and mine and said.heard[0][1] == mine[0]:
            yield f"first of {few} heard, {_ahead(each)}"


def _by_verb(text: str, asked: Asked, m: SentenceMentions) -> str | None:
    """Return "she", "many" or "he" where a verb alone tells whose words a count is of: "and she added that"."""
    held = [s for s in m.speeches if s.pronoun and s.scope_start <= asked.at < s.scope_end]
    if not held:
        return None
    word = "".join([letter for letter in text[held[-1].verb : held[-1].verb_end] if letter.isalpha()]).lstrip("وف")
    return "many" if word.endswith(_MANY) else "she" if word.endswith(_WOMEN) or word.startswith(_WOMEN) else "he"


def _by_form(asked: Asked, sentence: Sentence, each: Heard, near: Sequence[Heard], form: str | None) -> Iterator[str]:
    """Yield whether somebody is of the kind that such a verb tells, and how near: rows of the table."""
    mention = each.mention
    if form is None or mention.start >= asked.at:
        return
    fits = form in mention.signs or (form == "he" and mention.kind == "NAME")
    yield f"pronoun: {'fits' if fits else 'another'}"
    yield f"pronoun: {_where(sentence, each)}"
    if fits:
        yield f"pronoun: {min(sum([1 for other in near if mention.end <= other.mention.start < asked.at and form in other.mention.signs and _spoke(other)]), _MOST)} nearer"


def _outlet(text: str, asked: Asked, sentence: Sentence, near: Sequence[Heard], m: SentenceMentions) -> list[str]:
    """Return what speaks for the outlet itself: rows of the table."""
    out = ["outlet"]
    if asked.before is not None and asked.before[0] is None:
        out.append(f"outlet: of the count before, {asked.before[1]}")
    if asked.quotation is not None:
        out.append("outlet: quotation")
    if sentence.first_of_paragraph:
        out.append("outlet: opens a paragraph")
    if any(s.scope_start <= asked.at < s.scope_end for s in m.speeches):
        out.append("outlet: own words" if any(s.own and s.scope_start <= asked.at < s.scope_end for s in m.speeches) else "outlet: someone is heard")
    elif m.speeches:
        out.append("outlet: someone else is heard")
    if any(each.sentence.index == sentence.index and _spoke(each) for each in near):
        out.append("outlet: one speaks here")
    if any(each.sentence.index == sentence.index - 1 and each.sentence.paragraph == sentence.paragraph and _spoke(each) for each in near):
        out.append("outlet: one spoke before")
    if sentence.zone.value == "title":
        out.append("outlet: title")
    if sentence.grammar.cues.we.match(text, sentence.start) is not None:
        out.append("outlet: we")
    if asked.period:
        out.append("outlet: of a time")
    return out
