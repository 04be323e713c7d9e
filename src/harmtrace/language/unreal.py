"""Harm that nobody alleges: made up in a novel or a game, played in an exercise, or the loss of a team."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

_NEVER: Final = re.compile(r"(?!)")


class Unreal(StrEnum):
    """Why a count of harm is no claim; the text is the reason that is shown."""

    FICTION = "told of in a work of fiction or a game, not alleged"
    EXERCISE = "played or assumed in an exercise, not alleged"
    SPORT = "a loss or an injury of sport, not an alleged harm"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pretence:
    """How a language tells of harm that nobody alleges; asked of sentences with a trigger of pretence alone.

    Attributes:
        fiction: a sentence that says what a novel, film, play or game tells.
        exercise: a sentence that says what an exercise assumes or plays.
        drill: names an exercise; with ``quoted`` harm it is played.
        quoted: words of harm between quotation marks.
        documentary: the work tells of what happened: nothing is set aside.
        accident: harm was done in earnest during an exercise.
        now: a count told in the present tense, as plots are.
        players: who plays a sport.
        lost: lost, as a team loses; ``lost_to``: to what a team loses somebody.
        sport: words of sport; ``violence``: with one of these near by, nobody speaks of sport.
    """

    fiction: re.Pattern[str] = _NEVER
    exercise: re.Pattern[str] = _NEVER
    drill: re.Pattern[str] = _NEVER
    quoted: re.Pattern[str] = _NEVER
    documentary: re.Pattern[str] = _NEVER
    accident: re.Pattern[str] = _NEVER
    now: re.Pattern[str] = _NEVER
    players: re.Pattern[str] = _NEVER
    lost: re.Pattern[str] = _NEVER
    lost_to: re.Pattern[str] = _NEVER
    sport: re.Pattern[str] = _NEVER
    violence: re.Pattern[str] = _NEVER

    def frame(self, text: str, start: int, end: int) -> Unreal | None:
        """Return what a sentence says that it tells of, None where it tells of the world."""
        if self.documentary.search(text, start, end) is not None:
            return None
        if self.exercise.search(text, start, end) is not None or (
            self.drill.search(text, start, end) is not None and self.quoted.search(text, start, end) is not None
        ):
            return None if self.accident.search(text, start, end) is not None else Unreal.EXERCISE
        return Unreal.FICTION if self.fiction.search(text, start, end) is not None else None

    def of_sport(self, text: str, start: int, end: int, quote: str, *, injured: bool) -> bool:
        """Tell whether a count is the loss of a team: "lost three players", "two defenders were injured in the match"."""
        if self.violence.search(text, start, end) is not None:
            return False
        if self.players.search(quote) is None:
            return self.lost.search(quote) is not None and self.lost_to.search(text, start, end) is not None
        return self.lost.search(quote) is not None or (injured and self.sport.search(text, start, end) is not None)


#: For languages without such rules.
NO_PRETENCE: Final = Pretence()
