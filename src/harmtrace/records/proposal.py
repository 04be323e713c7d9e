"""Proposal, suggestion, refusal, difference: what engines other than the rules say of a text, before people do."""

from dataclasses import dataclass
from enum import StrEnum

from harmtrace.records.claim import Account, Casualty, ClaimId


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What an engine says that a text claims, in the engine's own words and unchecked.

    Attributes:
        quote: the words that are said to make the claim.
        start: where the engine says they stand, None where it does not; never believed without looking.
        outcome, who, scope, modality: as said; they may be no words of ours.
        low, high: the number as said; both None where the engine gives words only and the words are to be parsed.
        speaker, where: as said, None where none is named.
    """

    quote: str
    start: int | None = None
    outcome: str
    low: int | None = None
    high: int | None = None
    who: str = "unspecified"
    scope: str = "event"
    modality: str = "asserted"
    speaker: str | None = None
    where: str | None = None


class Ground(StrEnum):
    """Why a proposal was refused."""

    QUOTE_ELSEWHERE = "quote-not-in-text"
    QUOTE_SIZE = "quote-size"
    NO_WORD_OF_HARM = "no-word-of-harm"
    NO_NUMBER = "no-number-in-quote"
    OTHER_NUMBER = "another-number"
    SEVERAL_NUMBERS = "several-numbers"
    NEGATION = "negation-beside"
    NO_DENIAL = "no-denial-there"
    SPEAKER_ELSEWHERE = "speaker-not-beside"
    PLACE_ELSEWHERE = "place-not-in-text"
    UNKNOWN_WORD = "unknown-word"
    NOT_BODY = "not-body-text"
    NO_GRAMMAR = "no-number-grammar"


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A proposal that did not stand up to its text, kept with the reason.

    Attributes:
        quote: the engine's words, cut to 300 characters.
        start, end: where they stand, None where they stand nowhere.
        message: what was expected and found.
    """

    document: str
    engine: str
    version: str
    quote: str
    start: int | None
    end: int | None
    outcome: str
    low: int | None
    high: int | None
    ground: Ground
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A proposal that its text bears out: a machine's, until a person accepts it.

    Attributes:
        claim: with ``engine`` and, in ``rules``, the engine's version; its time is that of its account.
        account: what the claim speaks of: an account that the rules found in the text, or one of its own.
        agrees: the claim of the rules that says the same in the same words, None where there is none.
    """

    claim: Casualty
    account: Account
    agrees: ClaimId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """What one engine said of one document, checked.

    Attributes:
        failed: why it gave no usable answer, empty where it gave one; it is asked again in the next run.
    """

    document: str
    engine: str
    version: str
    suggestions: tuple[Suggestion, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    failed: str = ""


class Apart(StrEnum):
    """In what two engines differ over the same words."""

    NUMBER = "number"
    OUTCOME = "outcome"
    MODALITY = "modality"
    ALONE = "alone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Two engines that read the same words unlike, or one that reads where the other reads nothing.

    Attributes:
        engine, claim, says: the one side; ``other`` likewise, ``other_claim`` None where it reads nothing.
    """

    document: str
    start: int
    end: int
    quote: str
    apart: Apart
    engine: str
    claim: ClaimId
    says: str
    other: str
    other_claim: ClaimId | None = None
    other_says: str = ""
