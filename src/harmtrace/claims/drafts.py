"""Draft, sentence: what the reader works on before claims are handed out."""

from dataclasses import dataclass

from harmtrace.claims.events import Event, Spot
from harmtrace.language.grammar import Grammar
from harmtrace.records.claim import Claim
from harmtrace.records.text import ZoneKind

#: Sets a field of a claim that is still the reader's own: nobody has seen it before the reading is handed out.
put = object.__setattr__


@dataclass(slots=True)
class Draft:
    """A claim before its event's time and place are settled."""

    claim: Claim
    event: Event | None
    at: int
    own_when: str | None = None
    own_where: Spot | None = None
    cluster: int = 0
    early: bool = False
    wrong: bool = False
    kin: bool = False
    pictured: bool = False
    near: bool = False  # only near the place that its words name


@dataclass(slots=True)
class Sentence:
    """A sentence with its place in the document."""

    index: int
    start: int
    end: int
    zone: ZoneKind
    paragraph: int
    first_of_paragraph: bool
    bits: int
    grammar: Grammar
