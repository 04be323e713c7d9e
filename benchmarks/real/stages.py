"""The product's own stages on texts in memory: claims, incidents, tallies; no case is made."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from harmtrace import claims, copies, incidents, intake, tallies
from harmtrace.intake.given import Given
from harmtrace.language.places import Gazetteer
from harmtrace.records.claim import Account, Casualty, Claim, ClaimId, Reading
from harmtrace.records.head import DocumentHead
from harmtrace.records.incident import Grouped, Range, Tally
from harmtrace.records.text import Document, SourceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What the product says of one text: its leading incident and that incident's numbers."""

    reading: Reading
    claims: Mapping[ClaimId, Claim]
    incidents: tuple[Grouped, ...]
    leading: Grouped | None
    tally: Tally | None

    def range(self, rule: str) -> Range | None:
        """Return the leading incident's range by a named rule."""
        if self.tally is None:
            return None
        return next((one for one in self.tally.ranges if one.rule == rule), None)


def document(
    name: str,
    text: str,
    *,
    language: str,
    published: str | None = None,
    source: str | None = None,
    kind: SourceKind | None = None,
) -> Document:
    """Return a text as intake makes it: zones marked, day of publication as given."""
    given = Given(language=language, published=published, source=source, source_kind=kind)
    (made,), _ = intake.extract(text.encode("utf-8", "surrogatepass"), f"{name}.txt", given=given)
    return made


def outcome(one: Document, gazetteer: Gazetteer) -> Outcome:
    """Return what the stages make of one text alone.

    The incident that leads is the one with the most casualty claims, the earliest in the text on a tie. Where
    grouping founds none (only fighters are counted, or neither time nor place is told), the text's leading
    account takes its place: each text of these sets is known to speak of one event.
    """
    reading = claims.read(one, gazetteer=gazetteer)
    head = DocumentHead.of(one)
    grouping = incidents.group([head], [reading])
    known = {claim.id: claim for claim in reading.claims}
    claimed = {claim.event for claim in reading.claims}
    candidates = grouping.incidents or tuple(
        _alone(account, reading) for account in reading.accounts if account.event in claimed
    )
    best = max(candidates, key=lambda g: (_casualties(g, known), -_first(g, known)), default=None)
    tally = None if best is None else tallies.tally(best, known, {one.id: head})
    return Outcome(reading=reading, claims=known, incidents=grouping.incidents, leading=best, tally=tally)


def _alone(account: Account, reading: Reading) -> Grouped:
    """Return an incident made of one account alone."""
    return Grouped(
        when=account.when, when_why=account.when_why, hypotheses=(), documents=(reading.document,),
        accounts=((account.document, account.event),), inferred=(), pairings=(),
        claims=tuple(claim.id for claim in reading.claims if claim.event == account.event),
    )  # fmt: skip


def _casualties(one: Grouped, known: Mapping[ClaimId, Claim]) -> int:
    return sum(isinstance(known[claim], Casualty) for claim in one.claims)


def _first(one: Grouped, known: Mapping[ClaimId, Claim]) -> int:
    return min((known[claim].start for claim in one.claims), default=0)


def grouped(texts: Iterable[Document], gazetteer: Gazetteer) -> dict[str, list[str]]:
    """Return for each text the incident, or event that nobody counts, it leads with; copies folded as in a case."""
    documents = list(texts)
    readings = [claims.read(one, gazetteer=gazetteer) for one in documents]
    index = copies.Index()
    for one in documents:
        index.add(one)
    by_id = {one.id: one.text for one in documents}
    relations, families, _ = index.relate(by_id.__getitem__)
    heads = [DocumentHead.of(one) for one in documents]
    grouping = incidents.group(
        heads, readings, relations=relations, families=families, alike=index.alike(), lookup=gazetteer.lookup
    )
    found: dict[str, list[str]] = {one.id: [] for one in documents}
    leading = {one.document: _leading(one.accounts) for one in readings}
    for number, incident in enumerate(grouping.incidents):
        for name, event in incident.accounts:
            if event == leading[name] or not found[name]:
                found[name] = [f"i{number}"]
    for number, told in enumerate(grouping.uncounted):
        for name in told.documents:
            found[name] = found[name] or [f"u{number}"]
    return found


def _leading(accounts: Iterable[Account]) -> int | None:
    """Return the event that a text is about: the first that it tells of and names neither apart nor for comparison."""
    first = min(accounts, key=lambda one: (one.background or one.separate, one.quote_start), default=None)
    return None if first is None else first.event
