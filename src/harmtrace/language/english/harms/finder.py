"""What the rules of harm share: the counts taken so far, the words of a chunk, people counted without a number."""

from dataclasses import replace

from harmtrace.language.english.chunks import Chunks
from harmtrace.language.english.counts.records import Counted
from harmtrace.language.english.counts.words import STOP_HEAD
from harmtrace.language.english.harms.records import Harm
from harmtrace.language.english.names import POSSESSIVES
from harmtrace.language.english.numbers import Number
from harmtrace.language.english.words import (
    CHILD_WORDS,
    SINGULARS,
    WHO_CIVILIAN,
    WHO_COMBATANT,
    WOMAN_WORDS,
    YOUNG_ONLY,
)
from harmtrace.language.tokens import Tokens
from harmtrace.records.claim import Outcome, Step, Unit, Who

THE = frozenset(("the",))
BE = frozenset("is are was were be been being got get gets getting".split())
#: Verbs by which one has wounds: "lost a leg", "suffered burns".
HAD_WOUNDS = frozenset("lost suffered sustained received escaped survived incurred took caught broke underwent needed".split())
PUTS = frozenset("put puts putting gave gives corrected revised raised cut lowered brings bringing brought raising".split())
OUTCOME = {
    "c": Outcome.KILLED_OR_INJURED,
    "k": Outcome.KILLED, "1": Outcome.KILLED, "K": Outcome.KILLED, "d": Outcome.KILLED, "D": Outcome.KILLED, "e": Outcome.KILLED, "t": Outcome.KILLED,
    "i": Outcome.INJURED, "3": Outcome.INJURED, "I": Outcome.INJURED, "j": Outcome.INJURED, "W": Outcome.INJURED, "g": Outcome.MISSING,
}  # fmt: skip


class Finder:
    """The counts of harm of a sentence while its rules are applied in order: the first that takes a count keeps it.

    Attributes:
        tags: the class string of the sentence.
        found: the counts of harm so far, by their index in it.
        breakdown: indices of counts that break another down.
        split_up: for a count that is split up behind its verb, the indices of its parts.
        deaths_before: an earlier sentence counted the dead.
        last: what the last count before the sentence was of, None where none was.
    """

    __slots__ = ("breakdown", "chunks", "deaths_before", "found", "last", "split_up", "tags", "tokens")

    def __init__(self, tokens: Tokens, chunks: Chunks, *, deaths_before: bool, last: Outcome | None = None) -> None:
        self.tokens = tokens
        self.deaths_before = deaths_before
        self.last = last
        self.chunks = chunks
        self.tags = chunks.tags
        self.found: dict[int, Harm] = {}
        self.breakdown: set[int] = set()
        self.split_up: dict[int, tuple[int, ...]] = {}

    def add(self, at: int, outcome: Outcome, trigger: int, rule: str, *, step: Step = Step.TOTAL, denied: bool = False) -> None:
        """Keep a count as harm, unless a rule before took it or it breaks another count down."""
        if at in self.found or at in self.breakdown:
            return
        counted = self.chunks.counts.get(at)
        if counted is None or counted.kind == "x":
            return
        if counted.kind == "z" and outcome is Outcome.INJURED and self.word(trigger) in ("hurt", "harmed"):
            outcome = Outcome.KILLED_OR_INJURED
        spans = self.chunks.spans
        start = min(counted.start, spans[trigger][0])
        end = max(counted.end, spans[trigger][1])
        unit = Unit.FAMILIES if counted.kind == "f" else Unit.PEOPLE
        if counted.kind == "b" or outcome is Outcome.BODIES_RECOVERED:
            unit = Unit.BODIES
            outcome = Outcome.BODIES_RECOVERED if outcome in (Outcome.KILLED, Outcome.BODIES_RECOVERED) else outcome
        if counted.more and step is Step.TOTAL and counted.kind != "z" and counted.head not in ("others",):
            step = Step.INCREMENT
        if counted.part and counted.of == "them" and outcome is Outcome.INJURED and self.word(trigger) == "in" and set(self.tags[:at]) & set("dk"):
            return  # "six people died, one of them in hospital"
        if counted.part and step is Step.TOTAL and not rule.startswith("active"):
            step = Step.PART
        self.found[at] = Harm(at, counted, outcome, trigger, start, end, rule, step=step, unit=unit, denied=denied, groups_at=self.split_up.get(at, ()))

    def word(self, at: int) -> str:
        """Return the first word of a chunk."""
        return self.tokens.words[self.chunks.spans[at][0]]

    def text(self, a: int, b: int) -> list[str]:
        """Return the words of chunks ``a`` to ``b``, both taken in."""
        return self.tokens.words[self.chunks.spans[a][0] : self.chunks.spans[b][1]]


#: Wounds that "dead" or "to death" behind them makes deaths.
_DEADLY = frozenset("shot burned burnt stabbed knifed battered hurt wounded scalded hit cut speared gored".split())


def fatal(finder: Finder) -> None:
    """Take wounds of which one dies as deaths: "shot ten of them dead", "burned four drivers to death", "was shot in the neck and killed"."""
    words = finder.tokens.words
    for at, harm in finder.found.items():
        if harm.outcome is not Outcome.INJURED or _DEADLY.isdisjoint(finder.text(harm.trigger, harm.trigger)):
            continue
        k = max(harm.counted.end, finder.chunks.spans[harm.trigger][1])
        if words[k : k + 1] == ["dead"] or words[k : k + 2] == ["to", "death"]:
            end = k + 1 if words[k] == "dead" else k + 2
        else:
            end = next((j + 2 for j in range(k, min(len(words) - 1, k + 6)) if words[j] == "and" and words[j + 1] == "killed"), 0)
            if not end or any(k <= c.start < end + 2 for c in finder.chunks.counts.values()) or (end < len(words) and words[end].isalpha() and words[end] not in ("in", "on", "at", "by", "near", "when", "as", "while", "after")):
                continue
        finder.found[at] = replace(harm, outcome=Outcome.KILLED, end=max(harm.end, end))


def is_kin(finder: Finder, at: int, *, owned: frozenset[str] = POSSESSIVES) -> bool:
    """Take "his wife" in a list of victims as one person; ``owned`` are the words that may stand before."""
    span = finder.chunks.spans[at]
    head = finder.tokens.words[span[1] - 1]
    before = finder.tokens.words[span[0] - 1] if span[0] else ""
    if head not in SINGULARS or not (before in owned or (owned is POSSESSIVES and before.endswith(("'s", "’s")))):
        return False
    one_person(finder, at, head)
    return True


def definite_person(finder: Finder, at: int) -> bool:
    """Take "the night watchman" as one person: an article and words that belong to the noun stand before it."""
    span = finder.chunks.spans[at]
    words = finder.tokens.words
    head = words[span[1] - 1]
    if head not in SINGULARS:
        return False
    k = span[0] - 1
    while k >= 0 and k > span[0] - 4 and words[k] not in THE and words[k] not in POSSESSIVES and words[k].replace("-", "").isalpha() and words[k] not in STOP_HEAD and words[k] != "of":
        k -= 1
    if k < 0 or (words[k] not in THE and words[k] not in POSSESSIVES):
        return False
    one_person(finder, at, head)
    return True


def one_person(finder: Finder, at: int, head: str, *, young: bool = False) -> None:
    """Count one person named by a noun without a number: "his wife", "the driver"."""
    span = finder.chunks.spans[at]
    who = Who.CIVILIAN if young or head in WHO_CIVILIAN else Who.COMBATANT if head in WHO_COMBATANT else Who.UNSPECIFIED
    finder.chunks.counts[at] = Counted(
        span[0], span[1], Number(span[0], span[1], span[0], 1, 1), head, "v", who, child=young or (head in CHILD_WORDS and head not in YOUNG_ONLY),
        woman=head in WOMAN_WORDS, article=True,
    )  # fmt: skip
