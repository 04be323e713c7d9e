"""Claims of one document -> the same, counts doubted or denied where the words beside them or behind them do so."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from harmtrace.claims.wording import Wording, token
from harmtrace.language.grammar import Beside
from harmtrace.records.claim import Casualty, Claim, Modality

RULE = "doubt/1"


def doubted(wording: Wording, claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims, in order, as the words beside them hold them."""
    out = list(claims)
    counts = [(k, claim, wording.at(claim.start)) for k, claim in enumerate(claims) if isinstance(claim, Casualty)]
    told: dict[int, list[Casualty]] = {}
    for _, claim, number in counts:
        told.setdefault(number, []).append(claim)
    for k, claim, number in counts:
        if claim.modality is not Modality.ASSERTED or any(rule.startswith("table/") for rule in claim.rules):
            continue
        if not wording.sentences[number].grammar.cues.doubts_beside:
            continue
        made = wording.sentences[number].grammar.doubted(_beside(wording, claim, number, told))
        if made is not None:
            out[k] = replace(claim, modality=made, rules=(*claim.rules, RULE))
    return out


def _beside(wording: Wording, claim: Casualty, number: int, told: Mapping[int, Sequence[Casualty]]) -> Beside:
    """Return the words beside a count; those behind it are read only where they are asked for."""
    tokens = wording.tokens(number)
    others = [other.start for other in told[number] if other is not claim]
    after = min((start for start in others if start >= claim.end), default=None)
    end = token(tokens, max(claim.end, claim.number_end))
    behind = wording.behind(number)
    beyond = None if behind is None else wording.behind(behind)
    return Beside(
        words=tokens.words, number=token(tokens, claim.number_start), first=token(tokens, min(claim.start, claim.number_start)), end=end, until=len(tokens.words) if after is None else max(end, token(tokens, after)),
        opens="" if behind is None else wording.text[wording.sentences[behind].start : wording.sentences[behind].start + _OPENS], behind=lambda far: [] if (there := beyond if far else behind) is None else wording.tokens(there).words,
        heads=lambda: [wording.tokens(there).words for there in dict.fromkeys((0, wording.opening(number)))],
        last=after is None, counted=bool(others), counts_on=behind in told,
    )  # fmt: skip


_OPENS = 12  # characters that show with which word a sentence opens
