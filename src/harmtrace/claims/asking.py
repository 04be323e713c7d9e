"""A count of which is asked who vouches for it: all who may, and the outlet, with rows of a table."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import ClassVar, NamedTuple

from harmtrace.claims.alike import telling
from harmtrace.claims.drafts import Sentence
from harmtrace.claims.hearing import Heard, note
from harmtrace.language.grammar import SentenceMentions
from harmtrace.language.weighing import weighed

_MEANT = 4  # of how many named before, a pronoun or a verb that names nobody may mean one
NEAR, FAR = 40, 120  # characters
_BESIDE = 60  # characters between a quotation and who speaks it
MOST = 3  # what is counted no further
_ARTICLE = "ال"


class Before(NamedTuple):
    """The count before: who vouches for it, how far back it stands ("here", "sentence before", "earlier")."""

    speaker: str | None
    where: str


@dataclass(slots=True, kw_only=True)
class Asked:
    """A count whose speaker is looked for: where it stands, who was taken for its speaker so far, and the count before."""

    start: int
    end: int
    at: int
    speaker: str | None
    via: str | None
    doubted: bool
    period: bool
    quotation: tuple[int, int] | None
    before: Before | None


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

    def gives(self, speaker: str | None) -> bool:
        """Tell whether it answers with a speaker."""
        name = self.name
        if name is None or speaker is None:
            return name is speaker
        return name == speaker or same(name, speaker)


class Talk:
    """A text and who speaks in it, each of its parts made when it is first asked for."""

    def __init__(self, text: str, source: str | None, frames: Sequence[tuple[str, int]], taken: Sequence[str | None], places: Callable[[], frozenset[str]]) -> None:
        """Take a text, its source, whom its frames of speech name and where, who was taken for the speaker of each count, and the words of its places."""
        self.text = text
        self.source = source
        self._frames = frames
        self._taken = taken
        self._places = places
        self._known: dict[str, list[int]] = {}

    @cached_property
    def heard(self) -> list[tuple[str, int]]:
        """Return everyone to whom a frame of speech gives the word, in order, with where they are named."""
        return sorted(set(self._frames), key=lambda one: (one[1], one[0]))

    @cached_property
    def most(self) -> tuple[str | None, str]:
        """Return who was taken for the speaker of most counts, and of how many."""
        told = Counter([name for name in self._taken if name is not None]).most_common()
        share = f"{'alone' if len(told) == 1 else 'of several'}, {'half' if told and told[0][1] * 2 >= len(self._taken) else 'few'}"
        return (told[0][0] if told else None), share

    @cached_property
    def places(self) -> frozenset[str]:
        """Return the words in the names of the places that the text tells of."""
        return self._places()

    def of(self, name: str) -> list[int]:
        """Return where somebody is named among those heard."""
        found = self._known.get(name)
        if found is None:
            found = self._known[name] = [at for other, at in self.heard if same(other, name)]
        return found


class Asking:
    """One count of which it is asked who vouches for it; what a language asks on its own stands in a class below this one.

    Attributes:
        weights, margin: the table, and by how much somebody must outweigh who was taken.
        back, top: sentences before a count, and at the head of its text, in which who vouches is looked for.
        close: sentences before a count in which everyone is heard, even where no frame of speech stands.
        goes_on: the count before is of whom the table found for it, not of who was taken.
        in_lines: a dialogue is asked too, in which lines say who speaks.
        standing: how who was taken may be known so that it stands (see ``how_taken``).
        whole_names: whom a frame of speech names stands, by the whole of the name, of which the frame may hold the tail alone.
        pronouns: the kinds of those who stand for one named before.
        harmed, comes_to_harm: the kinds of those who may be counted, and the signs that they came to harm: they vouch for nothing.
        by_verb: who spoke before a count in its sentence did so by a verb.
        framed: whom a frame of speech names is among those who say something.
    """

    weights: ClassVar[Mapping[str, float]]
    margin: ClassVar[float]
    back: ClassVar[int] = 5
    top: ClassVar[int] = 0
    close: ClassVar[int] = 5
    goes_on: ClassVar[bool] = False
    in_lines: ClassVar[bool] = False
    standing: ClassVar[frozenset[str]]
    whole_names: ClassVar[bool] = False
    pronouns: ClassVar[frozenset[str]]
    harmed: ClassVar[frozenset[str]] = frozenset(("PERSON", "PEOPLE", "OTHERS", "FIGHTERS", "NAME"))
    comes_to_harm: ClassVar[frozenset[str]] = frozenset()
    by_verb: ClassVar[bool] = False
    framed: ClassVar[bool] = False

    def __init__(self, talk: Talk, asked: Asked, sentence: Sentence, m: SentenceMentions, how: str) -> None:
        """Take a text, a count in it, the sentence of the count with what is found there, and how sure it is who was taken."""
        self.talk = talk
        self.text = talk.text
        self.asked = asked
        self.sentence = sentence
        self.m = m
        self.near: Sequence[Heard] = ()
        self.how = how

    def stands(self) -> bool:
        """Tell whether who was taken is more than the table sees."""
        return False

    def told(self, here: Sequence[Heard]) -> bool:
        """Tell whether those heard in the count's own sentence leave it open who vouches."""
        return True

    def options(self, near: list[Heard]) -> list[Option]:
        """Return who may vouch for the count, of those heard near it, each with the rows that speak for and against it."""
        self.near = near
        note(near, framed=self.framed)
        self._said = [each.mention.start for each in near if each.says and (each.mention.verb >= 0 or not self.by_verb)]
        self._spoke = [each.mention.start for each in near if each.says or each.speech is not None]
        asked, out = self.asked, [Option(heard=None, rows=[*self._outlet(), *self.outlet()])]
        for each in self.among():
            if each.mention.kind in self.pronouns:
                if each.sentence is self.sentence and each.mention.verb >= 0:
                    rows = [*self._bearing(each), *self.beside(each)]
                    for meant, more in self._meant(each):
                        out.append(Option(heard=None if self.own(meant) else meant, rows=[*rows, *more, *self._known(meant), *self.voice(meant, meant=True)]))
            elif (each.speech is not None or not self.harms(each)) and (asked.via is None or not same(each.mention.name, asked.via)):
                out.append(Option(heard=each, rows=[*self._bearing(each), *self.beside(each), *self._known(each), *self.voice(each, meant=False)]))
        stood = False
        for option in out:
            if option.gives(asked.speaker):
                option.rows.append(f"taken: {self.how}")
                stood = True
        if not stood:
            out.append(Option(heard=None, taken=asked.speaker, rows=["only taken", self.only_taken()]))
        return out

    def only_taken(self) -> str:
        """Return the row of who was taken where nobody near the count is."""
        return f"taken: {self.how}"

    def outlet(self) -> Sequence[str]:
        """Return what speaks for the outlet by this language's rows."""
        return ()

    def among(self) -> Sequence[Heard]:
        """Return those of the ones heard near the count who may vouch for it."""
        return self.near

    def own(self, each: Heard) -> bool:
        """Tell whether somebody gathers for the outlet, which vouches then."""
        return False

    def beside(self, each: Heard) -> Sequence[str]:
        """Return how somebody stands to the count by this language's rows."""
        return ()

    def voice(self, each: Heard, *, meant: bool) -> Sequence[str]:
        """Return what the text says of somebody who may vouch, or may be ``meant`` by a pronoun, by this language's rows."""
        return ()

    def means(self, pronoun: Heard, each: Heard) -> bool:
        """Tell whether a pronoun may stand for somebody."""
        raise NotImplementedError

    def chosen(self, found: Sequence[Option]) -> Option | None:
        """Return the answer that outweighs who was taken for the speaker of the count, None where that stands."""
        kept, most, best = -99.0, -99.0, None
        for option in found:
            score = weighed(option.rows, self.weights)
            if option.gives(self.asked.speaker):
                kept = max(kept, score)
            elif score > most and option.name is not None:
                best, most = option, score
        return best if most > kept + self.margin else None

    def harms(self, each: Heard) -> bool:
        """Tell whether somebody is of those counted, is told to have come to harm, or is what another is called: they vouch for nothing."""
        mention = each.mention
        return mention.kind in self.harmed and ((mention.start < self.asked.end and self.asked.at < mention.end) or not mention.signs.isdisjoint(self.comes_to_harm))

    def _known(self, each: Heard) -> list[str]:
        before, source, out = self.asked.before, self.talk.source, list[str]()
        if before is not None and before.speaker is not None and same(each.mention.name, before.speaker):
            out.append(f"of the count before: {before.where}")
        if source is not None and same(source, each.mention.name):
            out.append("is the source")
        return out

    def _meant(self, pronoun: Heard) -> Iterator[tuple[Heard, list[str]]]:
        """Yield whom a pronoun, or a verb that names nobody, may mean, the nearest first, with what speaks for each."""
        names: list[str] = []
        for each in reversed(self.near):
            mention = each.mention
            if mention.start >= pronoun.mention.start or not self.means(pronoun, each) or self.harms(each) or any(same(mention.name, name) for name in names):
                continue
            names.append(mention.name)
            rows = [f"meant: {len(names)} back", f"{pronoun.mention.kind}: {mention.kind}"]
            if "edge _" in mention.signs or "that _" in mention.signs:
                rows.append("meant: a subject")
            if each.says or each.speech is not None:
                rows.append("meant: spoke")
            gap = pronoun.sentence.index - each.sentence.index
            rows.append("meant: same sentence" if gap == 0 else "meant: sentence before" if gap == 1 else "meant: further back")
            yield each, rows
            if len(names) == _MEANT:
                return

    def _bearing(self, each: Heard) -> list[str]:
        """Return what one says of itself and how it stands to the count: rows of the table."""
        asked, sentence, text = self.asked, self.sentence, self.text
        mention, speech = each.mention, each.speech
        out = [*mention.signs]
        here = each.sentence.index == sentence.index
        at, end = mention.start, mention.end
        if here:
            before = at < asked.at
            where = "within" if asked.start <= at < asked.end else "before" if before else "behind"
            out += (f"here: {where}", f"{where}: {each.behind}")
            a, b = (end, asked.at) if before else (asked.at, at)
            if text.find(sentence.grammar.cues.parts, a, b) != -1:
                out.append(f"{where}: parted")
            elif sentence.grammar.cues.turns.search(text, a, b) is not None:
                out.append(f"{where}: turned")
            if b - a < NEAR:
                out.append(f"{where}: close")
            elif b - a > FAR:
                out.append(f"{where}: far")
            if before and mention.verb >= 0:
                out.append("before: verb first" if mention.verb < asked.at else "before: verb behind")
            if before:
                out.append(f"{_between(self._said, end, asked.at)} spoke since")
        else:
            where = self.where(each)
            out.append(where)
            if each.says or speech is not None:
                out += (f"{where}: spoke", f"{_between(self._spoke, end, sentence.start)} spoke since")
        if at < asked.at and mention.verb >= 0 and text.startswith(":", mention.verb):
            out.append("label: this line" if text.find("\n", end, asked.at) == -1 else "label: another line")
            if text.count(f"{mention.name}:") > 1:
                out.append("label again")
        if speech is not None:
            if here:
                out.append("framed: covers" if speech.scope_start <= asked.at < speech.scope_end else "framed: elsewhere")
                if speech.trailing:
                    out.append("framed: trailing")
            if speech.label:
                out.append("framed: label")
            if speech.record:
                out.append("framed: record")
        if asked.quotation is not None:
            a, b = asked.quotation
            if a <= at < b:
                out.append("quotation: inside")
            elif 0 <= a - end <= _BESIDE or 0 <= at - b <= _BESIDE:
                out.append("quotation: beside")
                if each.says or speech is not None:
                    out.append("quotation: spoke beside")
            else:
                out.append("quotation: elsewhere")
        return out

    def where(self, each: Heard) -> str:
        """Return how far before the count's sentence somebody is named."""
        return ("sentence before" if each.sentence.index == self.sentence.index - 1 else "earlier") + ("" if each.sentence.paragraph == self.sentence.paragraph else ", another paragraph")

    def _outlet(self) -> list[str]:
        """Return what speaks for the outlet itself: rows of the table."""
        asked, sentence, m = self.asked, self.sentence, self.m
        out = ["outlet"]
        if asked.before is not None and asked.before.speaker is None:
            out.append(f"outlet: of the count before, {asked.before.where}")
        if asked.quotation is not None:
            out.append("outlet: quotation")
        if sentence.first_of_paragraph:
            out.append("outlet: opens a paragraph")
        over = [s.own for s in m.speeches if s.scope_start <= asked.at < s.scope_end]
        if over:
            out.append("outlet: own words" if True in over else "outlet: someone is heard")
        elif m.speeches:
            out.append("outlet: someone else is heard")
        told = [(each.sentence.index, each.sentence.paragraph) for each in self.near if each.says]
        if any(index == sentence.index for index, _ in told):
            out.append("outlet: one speaks here")
        if (sentence.index - 1, sentence.paragraph) in told:
            out.append("outlet: one spoke before")
        if sentence.zone.value == "title":
            out.append("outlet: title")
        if sentence.grammar.cues.we.match(self.text, sentence.start) is not None:
            out.append("outlet: we")
        if asked.period:
            out.append("outlet: of a time")
        return out


def how_taken(asked: Asked, m: SentenceMentions) -> str:
    """Return how sure it is who was taken for the speaker of a count: by a frame that names them, by a pronoun or a verb alone, carried over."""
    held = [s for s in m.speeches if s.scope_start <= asked.at < s.scope_end]
    if asked.speaker is None:
        return "nobody, of one in doubt" if asked.doubted else "nobody, though framed" if any(not s.own and not s.pronoun and s.name_end > s.name_start for s in held) else "none"
    if any(not s.pronoun and not s.own for s in held):
        return "framed"
    if any(s.pronoun for s in held):
        return "pronoun"
    return "quoted" if asked.quotation is not None else "carried"


def _between(starts: Sequence[int], first: int, end: int) -> int:
    """Return how many of some positions, in order, lie in a stretch, as far as they are told apart."""
    found = bisect_left(starts, end) - bisect_left(starts, first)
    return 0 if found < 0 else MOST if found > MOST else found


@lru_cache(maxsize=16_384)
def same(a: str, b: str) -> bool:
    """Tell whether two names are one speaker's: one holds at least half of the other's words that tell."""
    one, two = _told(a), _told(b)
    return bool(one and two) and len(one & two) * 2 >= min(len(one), len(two))


@lru_cache(maxsize=4_096)
def _told(name: str) -> frozenset[str]:
    """Return the words of a name that tell, without their article."""
    return frozenset([word.removeprefix(_ARTICLE) for word in telling(name)])
