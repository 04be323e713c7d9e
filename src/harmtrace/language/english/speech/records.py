"""An attribution of an English sentence: who says what, who carried it, how firmly."""

from dataclasses import dataclass

from harmtrace.language.grammar import Manner


@dataclass(slots=True)
class Speech:
    """An attribution in one sentence.

    Attributes:
        np_start, np_end: tokens of the speaker's name, end exclusive; equal where there is none.
        verb: token of the verb or cue.
        scope_start, scope_end: tokens of what is said.
        pronoun: the speaker is "he", "she", "they", "it": someone named before.
        own: the outlet itself speaks ("we", "this newspaper").
        media: token range of the outlet told, or None.
    """

    np_start: int
    np_end: int
    verb: int
    scope_start: int
    scope_end: int
    manner: Manner
    pronoun: bool = False
    own: bool = False
    media: tuple[int, int] | None = None
    trailing: bool = False
