"""Claims of one document -> the same, counts given to those whom the words round them or before them show them to be of."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from harmtrace.claims.wording import Wording, token
from harmtrace.language.grammar import Pointing, PointsBack
from harmtrace.records.claim import Casualty, Claim, VoiceKind, Who

RULE = "whom/1"
_NEAR = 1  # sentences between a count and that of the others


def pointed(wording: Wording, claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims, in order, each count of those whom it is shown to be of."""
    out: list[Claim] = []
    last: list[tuple[Casualty, int]] = []
    for claim in claims:
        if isinstance(claim, Casualty) and not any(rule.startswith("table/") for rule in claim.rules):
            number = wording.at(claim.start)
            who = _who(wording, claim, number, last)
            if who is not None and who is not claim.who:
                claim = replace(claim, who=who, rules=(*claim.rules, RULE))
            last.append((claim, number))
        out.append(claim)
    return out


def _who(wording: Wording, claim: Casualty, number: int, last: Sequence[tuple[Casualty, int]]) -> Who | None:
    """Return whom a count is of, None where nothing but its own noun says so."""
    sentences = wording.sentences
    cues = sentences[number].grammar.cues
    if not cues.tells_whom or (claim.who is not Who.UNSPECIFIED and not cues.tells_whom_else):
        return None
    tokens = wording.tokens(number)
    first = token(tokens, claim.number_start)
    after = token(tokens, claim.number_end)
    before = number - 1 if number and sentences[number - 1].paragraph == sentences[number].paragraph else None
    found: PointsBack | None = sentences[number].grammar.pointed(
        Pointing(
            words=tokens.words, number=first, after=after, end=max(after, token(tokens, claim.end)), opens=claim.number_start <= sentences[number].start + 2,
            named=claim.who is not Who.UNSPECIFIED, military=claim.voice is VoiceKind.MILITARY, before=lambda: [] if before is None else wording.tokens(before).words,
        )
    )  # fmt: skip
    if found is None:
        return None
    if found.others:
        if not last or number - last[-1][1] > _NEAR or sentences[last[-1][1]].paragraph != sentences[number].paragraph:
            return None
        other, there = last[-1]
        beside = takewhile(lambda each: each[1] == there, reversed(last))
        if any(one.who is not other.who for one, _ in beside):
            return Who.UNSPECIFIED
        here = there == number
        if other.who is Who.COMBATANT and not ((here and found.one) or (found.alone and (here or found.one or other.outcome is claim.outcome))):
            return None  # nine others hurt where soldiers died may be anyone
        return other.who
    return found.who
