"""Claims of one document -> the same, counts given to those whom the words round them or before them show them to be of."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from harmtrace.claims.drafts import Sentence
from harmtrace.language.grammar import Grammar, Pointing, PointsBack
from harmtrace.records.claim import Casualty, Claim, VoiceKind, Who

RULE = "whom/1"
_NEAR = 1  # sentences between a count and that of the others


def pointed(text: str, claims: Sequence[Claim], *, at: Callable[[int], int], sentences: Sequence[Sentence]) -> list[Claim]:
    """Return the claims; ``at`` gives the number of the sentence in which a position stands."""
    out: list[Claim] = []
    last: list[tuple[Casualty, int]] = []
    for claim in claims:
        if isinstance(claim, Casualty) and not any(rule.startswith("table/") for rule in claim.rules):
            number = at(claim.start)
            who = _who(text, claim, number, sentences, last)
            if who is not None and who is not claim.who:
                claim = replace(claim, who=who, rules=(*claim.rules, RULE))
            last.append((claim, number))
        out.append(claim)
    return out


def _who(text: str, claim: Casualty, number: int, sentences: Sequence[Sentence], last: Sequence[tuple[Casualty, int]]) -> Who | None:
    """Return whom a count is of, None where nothing but its own noun says so."""
    sentence = sentences[number]
    grammar: Grammar = sentence.grammar
    before = sentences[number - 1] if number and sentences[number - 1].paragraph == sentence.paragraph else sentence
    found: PointsBack | None = grammar.pointed(
        text,
        Pointing(
            first=before.start, sentence=sentence.start, last=max(sentence.end, claim.end), end=claim.end, number_start=claim.number_start, number_end=claim.number_end,
            named=claim.who is not Who.UNSPECIFIED, military=claim.voice is VoiceKind.MILITARY,
        ),
    )  # fmt: skip
    if found is None:
        return None
    if found.others:
        if not last or number - last[-1][1] > _NEAR or sentences[last[-1][1]].paragraph != sentence.paragraph:
            return None
        return last[-1][0].who if all(other.who is last[-1][0].who for other, there in last if there == last[-1][1]) else Who.UNSPECIFIED
    return found.who
