"""Whether a sentence that gives no place or day of its own tells of another blow than the one told before it."""

from harmtrace.claims.drafts import Sentence
from harmtrace.claims.events import Event
from harmtrace.language.grammar import Cues, SentenceMentions
from harmtrace.records.text import ZoneKind


def another_blow(text: str, cues: Cues, sentence: Sentence, m: SentenceMentions, event: Event) -> bool:
    """Tell whether a sentence opens at another hour than an event with a blow that is not the event's.

    "At 15:40 a second drone hit a taxi" behind a strike of the morning; "Earlier that day a drone fired on a car" behind
    one on a bakery. A second blow at no hour of its own ("a second missile hit the rescuers") is the event's.
    """
    if event.start >= sentence.start or not event.claims or not event.in_body:
        return False
    if not m.causes or m.background or sentence.zone is not ZoneKind.BODY:
        return False
    if cues.another_hour.match(text, sentence.start) is None:
        return False
    if cues.second_blow.search(text, sentence.start, sentence.end) is not None:
        return True
    other = bool(m.targets) and bool(event.targets) and m.targets.isdisjoint(event.targets)
    return other and cues.new_blow.search(text, sentence.start, sentence.end) is not None
