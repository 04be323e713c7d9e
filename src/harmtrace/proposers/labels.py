"""Labels of entity recognisers -> proposals: words under a label of harm, with the speaker and place beside them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from harmtrace.language.sentences import split
from harmtrace.records.claim import Outcome
from harmtrace.records.proposal import Proposal

_SPEAKER, _PLACE = "speaker", "place"

#: What a label may be called, folded: lower case, spaces for underscores and hyphens.
LABELS: Mapping[str, str] = {
    **{outcome.value.replace("_", " "): outcome.value for outcome in Outcome},
    "people killed": Outcome.KILLED.value,
    "people injured": Outcome.INJURED.value,
    "people missing": Outcome.MISSING.value,
    "bodies": Outcome.BODIES_RECOVERED.value,
    "speaker": _SPEAKER,
    "source of the number": _SPEAKER,
    "place": _PLACE,
    "place of the attack": _PLACE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """Words of a text under a label, as an entity recogniser gives them."""

    start: int
    end: int
    label: str


def meaning(label: str) -> str | None:
    """Return an outcome, ``speaker`` or ``place``; None for a label that means nothing here.

    >>> meaning("BODIES_RECOVERED"), meaning("People killed"), meaning("ORG")
    ('bodies_recovered', 'killed', None)
    """
    return LABELS.get(label.casefold().replace("_", " ").replace("-", " ").strip())


def proposals(text: str, found: Iterable[Labelled]) -> Sequence[Proposal]:
    """Return a proposal for all words under a label of harm; the number is left for the grounder to parse.

    Speaker and place are those labelled in the same sentence, the nearest.
    """
    meant = [(one, word) for one in found if (word := meaning(one.label)) is not None and 0 <= one.start < one.end]
    sentences = split(text)
    made = []
    for one, word in meant:
        if word in (_SPEAKER, _PLACE):
            continue
        first, last = next(((a, b) for a, b in sentences if a <= one.start < b), (one.start, one.end))
        beside = [(abs(other.start - one.start), other, kind) for other, kind in meant if first <= other.start < last]
        nearest = {
            kind: min(((d, o.start, o.end) for d, o, k in beside if k == kind), default=None)
            for kind in (_SPEAKER, _PLACE)
        }
        speaker, place = (
            None if spot is None else text[spot[1] : spot[2]] for spot in (nearest[_SPEAKER], nearest[_PLACE])
        )
        made.append(
            Proposal(quote=text[one.start : one.end], start=one.start, outcome=word, speaker=speaker, where=place)
        )
    return made
