"""A figure down to the words that state it: every step, and the original's hash checked."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from harmtrace import settings
from harmtrace.errors import UsageError
from harmtrace.language import sentences
from harmtrace.pipeline.standing import Overlay, Standing, claim_in
from harmtrace.pipeline.suggesting import suggestion_in
from harmtrace.records.claim import ClaimId
from harmtrace.records.incident import Incident, LeftOut, Range, TallyLine
from harmtrace.records.text import Document, Relation, Sha256
from harmtrace.store import Case, open_case, rows

# A sentence longer than this is shown from this many characters before its words on.
_SHOWN = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A claim's words in their sentence: characters ``[start, end)`` of the document, marked in the sentence."""

    start: int
    end: int
    before: str
    marked: str
    after: str
    agree: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """The file that a document was taken from, and whether it still is what was taken in."""

    sha256: Sha256
    path: Path
    bytes: int | None
    intact: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One claim behind a figure, down to its original.

    Attributes:
        line: its line in the tally, None where it has none.
        relations: how its document stands to others (the versions and copies that are one voice with it).
    """

    claim: Standing
    line: TallyLine | None
    document: Document
    relations: tuple[Relation, ...]
    words: Words
    original: Original


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """A figure of an incident, and each claim that sets it.

    Attributes:
        asked: the code asked for; another than the incident's after a merge.
        left_out: claims that did not count under the rule, with the reason.
    """

    asked: str
    incident: Incident
    rule: Range
    steps: tuple[Step, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def intact(self) -> bool:
        """Tell whether every original has its hash and every claim its words."""
        return all(step.original.intact and step.words.agree for step in self.steps)


def trace(root: Path, code: str, *, rule: str | None = None) -> Trace:
    """Return the way from a figure of an incident to the originals.

    ``rule`` names the range; the one of the settings where it is None.

    Raises:
        UsageError: no such incident, or no such rule.
    """
    case = open_case(root)
    wanted = settings.read(root).range_rule if rule is None else rule
    with case.reading() as connection:
        incident = rows.incident(connection, code)
    if incident is None:
        raise UsageError(f"{root}: no incident {code} in this case; `harmtrace incidents` lists them")
    found = next((one for one in incident.tally.ranges if one.rule == wanted), None)
    if found is None:
        known = ", ".join(one.rule for one in incident.tally.ranges)
        raise UsageError(f"{code}: no range by the rule {wanted!r}; known: {known}")
    return Trace(
        asked=code, incident=incident, rule=found, steps=_steps(case, incident, found.claims), left_out=found.left_out
    )


def _steps(case: Case, incident: Incident, claims: tuple[ClaimId, ...]) -> tuple[Step, ...]:
    lines = {line.claim: line for line in incident.tally.lines}
    steps = []
    with case.reading() as connection:
        overlay = Overlay(rows.judgements(connection))
        relations = rows.relations(connection)
        for id in claims:
            name = rows.document_of(connection, id)
            document = None if name is None else rows.document(connection, name)
            reading = None if name is None else rows.reading(connection, name)
            claim = None if reading is None else claim_in(reading, id)
            if claim is None and name is not None:
                suggested = suggestion_in(rows.proposed_of(connection, name), id)
                claim = None if suggested is None else suggested.claim
            if document is None or claim is None:
                raise UsageError(f"claim {id} has been read anew since the last run; run the case again")
            steps.append(
                Step(
                    claim=overlay.standing(claim),
                    line=lines.get(id),
                    document=document,
                    relations=tuple(one for one in relations if document.id in (one.a, one.b)),
                    words=words(document.text, claim.start, claim.end, quote=claim.quote),
                    original=_original(case, document.sha256),
                )
            )
    return tuple(steps)


def words(text: str, start: int, end: int, *, quote: str) -> Words:
    """Return words in their sentence; ``agree`` tells whether they are the quote.

    >>> words("Rain fell. Nine people died there.", 11, 27, quote="Nine people died").after
    ' there.'
    """
    first, last = start, end
    for one_start, one_end in sentences.split(text):
        if one_start < end and one_end > start:
            first, last = min(first, one_start), max(last, one_end)
    first, last = max(first, start - _SHOWN), min(last, end + _SHOWN)
    return Words(
        start=start,
        end=end,
        before=text[first:start],
        marked=text[start:end],
        after=text[end:last],
        agree=text[start:end] == quote,
    )


def _original(case: Case, digest: Sha256) -> Original:
    """Return the original with the state of its file: a trace shows damage, it does not stop at it."""
    path = case.vault.path(digest)
    body = path.read_bytes() if path.is_file() else None
    intact = body is not None and sha256(body).hexdigest() == digest
    return Original(sha256=digest, path=path, bytes=None if body is None else len(body), intact=intact)
