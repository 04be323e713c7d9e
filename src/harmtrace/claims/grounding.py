"""The one grounder: proposals of any engine held against their text; what the words do not bear out is refused."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from harmtrace.claims import saying
from harmtrace.claims.ids import Ids
from harmtrace.language.normalise import Normalised, normalise
from harmtrace.language.places import Gazetteer
from harmtrace.language.sentences import split
from harmtrace.records.claim import Account, Casualty, Claim, Modality, Outcome, Reading, Scope, VoiceKind, Who
from harmtrace.records.measure import Count
from harmtrace.records.proposal import Ground, Proposal, Proposed, Refusal, Suggestion
from harmtrace.records.text import Document, ZoneKind

#: The grounder's own version; part of what a stored suggestion follows from.
VERSION = "grounder/1"

LONGEST_QUOTE = 400
_SHOWN = 300
_NOT_BODY = frozenset((ZoneKind.MENU, ZoneKind.BOILERPLATE, ZoneKind.COMMENT, ZoneKind.REPEAT))
_Word = TypeVar("_Word", bound=StrEnum)


class _Refused(Exception):  # noqa: N818 - leaves this module never, and says a finding, not an error
    """Carries the reason for which one proposal is refused."""

    def __init__(self, ground: Ground, message: str) -> None:
        super().__init__(message)
        self.ground = ground


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a quote stands: its words, and its sentence with those beside it."""

    start: int
    end: int
    first: int
    last: int
    around: tuple[int, int]


def ground(
    document: Document,
    proposals: Iterable[Proposal],
    *,
    engine: str,
    version: str,
    reading: Reading,
    gazetteer: Gazetteer,
) -> Proposed:
    """Return which of an engine's proposals a document bears out, and why the others are refused.

    A quote must stand in the text word for word after a normalisation that can be undone; its number is parsed
    again from its own words and must come out the same; a negation or a speaker must stand inside the quote or
    beside it. The time of a suggestion is never the engine's: it is that of the account of the rules near by.
    """
    ids = Ids(document.id)
    body = _Body(document)
    suggestions: list[Suggestion] = []
    refusals: list[Refusal] = []
    seen: set[tuple[object, ...]] = set()
    for proposal in proposals:
        place: _Place | None = None
        try:
            place = body.place(proposal)
            claim = _claim(body, proposal, place, engine=engine, version=version)
        except _Refused as refused:
            refusals.append(_refusal(document.id, proposal, place, refused, engine=engine, version=version))
            continue
        said = (claim.start, claim.end, claim.outcome, claim.count)
        if said in seen:
            continue  # the same words twice are one suggestion
        seen.add(said)
        mark = f"{claim.outcome}:{claim.who}"
        claim = replace(claim, id=ids.give("casualty", claim.quote, claim.count, mark))
        if claim.where is not None:
            claim = replace(claim, places=gazetteer.lookup(claim.where))
        suggestions.append(_suggestion(claim, reading))
    return Proposed(
        document=document.id, engine=engine, version=version,
        suggestions=tuple(sorted(suggestions, key=lambda one: (one.claim.start, one.claim.end, one.claim.id))),
        refusals=tuple(refusals),
    )  # fmt: skip


class _Body:
    """A document ready to be searched: normalised once, its sentences known."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        self.plain: Normalised = normalise(document.text)
        self.sentences = split(document.text)

    def place(self, proposal: Proposal) -> _Place:
        """Return where a proposal's quote stands: at the place nearest to where the engine says."""
        words = normalise(proposal.quote.strip()).text
        if not words or len(words) > LONGEST_QUOTE:
            raise _Refused(Ground.QUOTE_SIZE, f"expected 1 to {LONGEST_QUOTE} characters, found {len(words)}")
        spots = self._spots(words)
        if not spots:
            raise _Refused(Ground.QUOTE_ELSEWHERE, "expected the quote in the text, character by character; found it nowhere")
        hint = proposal.start if proposal.start is not None else spots[0][0]
        start, end = min(spots, key=lambda spot: (abs(spot[0] - hint), spot[0]))
        if any(zone.start < end and start < zone.end and zone.kind in _NOT_BODY for zone in self.document.zones):
            raise _Refused(Ground.NOT_BODY, "expected body text; the words stand in a menu, boilerplate or a comment")
        return self._around(start, end)

    def _spots(self, words: str) -> list[tuple[int, int]]:
        """Return where words stand as whole words."""
        spots, at = [], self.plain.text.find(words)
        while at != -1:
            stop = at + len(words)
            if _edge(self.plain.text, at) and _edge(self.plain.text, stop):
                spots.append(self.plain.original(at, stop))
            at = self.plain.text.find(words, at + 1)
        return spots

    def _around(self, start: int, end: int) -> _Place:
        inside = [k for k, (a, b) in enumerate(self.sentences) if a < end and start < b]
        if not inside:
            return _Place(start, end, start, end, (start, end))
        before, after = max(inside[0] - 1, 0), min(inside[-1] + 1, len(self.sentences) - 1)
        return _Place(
            start, end, self.sentences[inside[0]][0], self.sentences[inside[-1]][1],
            (self.sentences[before][0], self.sentences[after][1]),
        )  # fmt: skip

    def holds(self, words: str, start: int, end: int) -> bool:
        """Tell whether a stretch of the text holds words exactly, after normalisation, as whole words."""
        a, b = self.plain.normalised(start, end)
        wanted, at = normalise(words.strip()).text, -1
        if not wanted:
            return False
        while (at := self.plain.text.find(wanted, at + 1 if at >= 0 else a, b)) != -1:
            if _edge(self.plain.text, at) and _edge(self.plain.text, at + len(wanted)):
                return True
        return False


def _edge(text: str, at: int) -> bool:
    """Tell whether no word runs over a position."""
    return not (0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum())


def _claim(body: _Body, proposal: Proposal, place: _Place, *, engine: str, version: str) -> Casualty:
    text = body.text
    outcome = _word(Outcome, proposal.outcome, "outcome")
    who = _word(Who, proposal.who, "who")
    scope = _word(Scope, proposal.scope, "scope")
    modality = _word(Modality, proposal.modality, "modality")
    if not saying.has_grammar(text, place.first, place.last):
        raise _Refused(Ground.NO_GRAMMAR, "no number grammar for this script yet: the number cannot be checked")
    if not saying.has_harm(text, place.first, place.last):
        raise _Refused(Ground.NO_WORD_OF_HARM, "expected a word of harm in the sentence, found none")
    said = _number(body, proposal, place)
    _check_negation(body, place, said.count, modality)
    speaker = _given(proposal.speaker)
    if speaker is not None and not body.holds(speaker, *place.around):
        raise _Refused(Ground.SPEAKER_ELSEWHERE, "expected the speaker in the quote's sentence or beside it, found them nowhere there")
    where = _given(proposal.where)
    if where is not None and not body.holds(where, 0, len(text)):
        raise _Refused(Ground.PLACE_ELSEWHERE, "expected the place in the text, found it nowhere")
    return Casualty(
        id=Ids("").give("", "", None), document=body.document.id, start=place.start, end=place.end, quote=text[place.start : place.end],
        speaker=speaker, voice=VoiceKind.OUTLET if speaker is None else saying.voice(speaker), where=where, engine=engine, rules=(version, VERSION),
        outcome=outcome, who=who, count=said.count, scope=scope, modality=modality, number_start=said.start, number_end=said.end,
    )  # fmt: skip


def _word(vocabulary: type[_Word], given: str, field: str) -> _Word:
    try:
        return vocabulary(given)
    except ValueError:
        known = ", ".join(member.value for member in vocabulary)
        raise _Refused(Ground.UNKNOWN_WORD, f"expected {field} to be one of {known}; found {given[:40]!r}") from None


def _given(words: str | None) -> str | None:
    return None if words is None or not words.strip() else words.strip()


def _number(body: _Body, proposal: Proposal, place: _Place) -> saying.Said:
    """Return the number that the quote's own words give, where it is the one that the engine said.

    It is parsed within its sentence, so that "at least" just before the quote counts.
    """
    found = [one for one in saying.numbers(body.text, place.first, place.last) if place.start < one.end and one.start < place.end]
    if not found:
        raise _Refused(Ground.NO_NUMBER, "expected a number in the quote, found none")
    if proposal.low is None and proposal.high is None:
        if len(found) > 1:
            raise _Refused(Ground.SEVERAL_NUMBERS, f"expected one number in the quote, found {len(found)}, and the engine named none")
        return found[0]
    same = [one for one in found if (one.count.low, one.count.high) == (proposal.low, proposal.high)]
    if not same:
        theirs = "; ".join(_bounds(one.count) for one in found)
        raise _Refused(Ground.OTHER_NUMBER, f"expected {_bounds_of(proposal.low, proposal.high)} as the engine said; the words say {theirs}")
    return same[0]


def _check_negation(body: _Body, place: _Place, count: Count, modality: Modality) -> None:
    negated = saying.negated(body.text, place.start, place.end, first=place.first, last=place.last)
    if negated and modality is not Modality.DENIED:
        raise _Refused(Ground.NEGATION, "a negation stands in or beside the words, and the engine does not say denied")
    if not negated and modality is Modality.DENIED and count.high != 0:
        raise _Refused(Ground.NO_DENIAL, "the engine says denied, and no negation stands in or beside the words")


def _bounds(count: Count) -> str:
    return _bounds_of(count.low, count.high)


def _bounds_of(low: int | None, high: int | None) -> str:
    return f"{'…' if low is None else low} to {'…' if high is None else high}"


def _refusal(document: str, proposal: Proposal, place: _Place | None, refused: _Refused, *, engine: str, version: str) -> Refusal:
    return Refusal(
        document=document, engine=engine, version=version, quote=proposal.quote[:_SHOWN],
        start=None if place is None else place.start, end=None if place is None else place.end,
        outcome=proposal.outcome[:40], low=proposal.low, high=proposal.high, ground=refused.ground, message=str(refused),
    )  # fmt: skip


def _suggestion(claim: Casualty, reading: Reading) -> Suggestion:
    """Return a grounded claim with the account that it speaks of: that of the rules' nearest claim, else one of its own."""
    near = min(
        (one for one in reading.claims if one.event is not None),
        key=lambda one: (max(one.start - claim.end, claim.start - one.end, 0), one.start), default=None,
    )  # fmt: skip
    agrees = next((one.id for one in reading.claims if isinstance(one, Casualty) and same(one, claim)), None)
    account = next((one for one in reading.accounts if near is not None and one.event == near.event), None)
    if account is None or claim.scope is Scope.PERIOD:
        fresh = 1 + max((one.event for one in reading.accounts), default=-1)
        account = Account.of(claim, fresh)
    event = None if claim.scope is Scope.PERIOD else account.event
    where, places = (claim.where, claim.places) if claim.where is not None else (_name(account), account.places)
    claim = replace(claim, event=event, when=account.when, when_why=account.when_why, where=where, places=places)
    return Suggestion(claim=claim, account=account, agrees=agrees)


def _name(account: Account) -> str | None:
    return account.place_names[0] if account.place_names else None


def overlap(a: Claim, b: Claim) -> bool:
    """Tell whether two claims rest on the same words: for casualties those of their numbers."""
    if isinstance(a, Casualty) and isinstance(b, Casualty):
        return a.number_start < b.number_end and b.number_start < a.number_end
    return a.start < b.end and b.start < a.end


def same(a: Casualty, b: Casualty) -> bool:
    """Tell whether two claims say the same of the same words: number, outcome, modality."""
    return overlap(a, b) and _ends(a) == _ends(b) and a.outcome is b.outcome and a.modality is b.modality


def _ends(claim: Casualty) -> Sequence[int | None]:
    return claim.count.low, claim.count.high
