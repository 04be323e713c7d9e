"""Which counts of a text nobody alleges: those of plots, games, exercises and sport, set aside with their reason."""

from dataclasses import dataclass, field

from harmtrace.claims.drafts import Sentence
from harmtrace.language.dates import DateKind
from harmtrace.language.grammar import PRETENCE, HarmMention, SentenceMentions
from harmtrace.language.unreal import Unreal
from harmtrace.records.claim import Outcome

_CARRIES = 3  # paragraphs behind a sentence of a plot in which counts in the present tense are of that plot


@dataclass(slots=True)
class Pretences:
    """What a text says it only tells, followed from sentence to sentence.

    Attributes:
        apart: sentences with a count that nobody alleges, by their index: their people speak in no other.
    """

    text: str
    last: tuple[Unreal, int] | None = None

    frame: Unreal | None = None
    apart: set[int] = field(default_factory=set)

    def hear(self, sentence: Sentence) -> None:
        """Keep what a sentence says that it tells of."""
        self.frame = sentence.grammar.cues.pretence.frame(self.text, sentence.start, sentence.end) if sentence.bits & PRETENCE else None
        if self.frame is not None:
            self.last = self.frame, sentence.paragraph

    def reasons(self, sentence: Sentence, m: SentenceMentions) -> dict[int, Unreal]:
        """Return why counts of a sentence are no claims, by their index among its harms."""
        if not m.harms:
            return {}
        frame, pretence = self.frame, sentence.grammar.cues.pretence
        if frame is Unreal.EXERCISE or (frame is not None and not _dated(m)):
            return dict.fromkeys(range(len(m.harms)), frame)
        out: dict[int, Unreal] = {}
        for k, harm in enumerate(m.harms):
            quote = self.text[harm.start : harm.end]
            if self.last is not None and frame is None and sentence.paragraph - self.last[1] <= _CARRIES and not _dated(m) and not m.speeches and pretence.now.search(quote) is not None:
                out[k] = self.last[0]
            elif sentence.bits & PRETENCE and pretence.of_sport(self.text, sentence.start, sentence.end, quote, injured=_hurt(harm)):
                out[k] = Unreal.SPORT
        return out


def _dated(m: SentenceMentions) -> bool:
    """Tell whether a sentence names a day: what happened on a day happened in the world."""
    return any(d.kind is DateKind.POINT and d.edtf is not None and len(d.edtf) >= len("2017-03") for d in m.fresh_dates)


def _hurt(harm: HarmMention) -> bool:
    return harm.outcome is Outcome.INJURED
