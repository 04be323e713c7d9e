"""Claims of one incident -> numbers over time, ranges by named rules, voices, blame, positions, grade."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from harmtrace.records.claim import Casualty, Claim, ClaimId, Exposure, Modality, Position, Scope, Step, VoiceKind, Who
from harmtrace.records.head import DocumentHead
from harmtrace.records.incident import AtRisk, BodyPosition, Grouped, Tally, TallyLine, Voice
from harmtrace.records.judgement import Decision, Judgement
from harmtrace.records.text import Family, Relation
from harmtrace.tallies.blame import blamed_parties, grade, in_time, positions, strike_status
from harmtrace.tallies.figures import Book
from harmtrace.tallies.ranges import Ranges, why_left_out
from harmtrace.tallies.states import State
from harmtrace.tallies.voices import Voices


def tally(
    grouped: Grouped,
    claims: Mapping[ClaimId, Claim],
    documents: Mapping[str, DocumentHead],
    *,
    relations: Iterable[Relation] = (),
    families: Iterable[Family] = (),
    judgements: Iterable[Judgement] = (),
    vague_table: str = "literal",
    strike: str | None = None,
    recorded: Sequence[BodyPosition] = (),
) -> Tally:
    """Return the tally of one incident.

    Where a case is large, give only the relations and families near the incident (``Ties.near``).

    Args:
        grouped: the incident; its claims are looked up in ``claims``.
        claims: at least the incident's claims, as people set them (``incidents.decided``).
        documents: heads of the incident's documents and of the texts that they copy.
        relations: how those texts stand to each other.
        families: which of them are one voice.
        judgements: a rejected claim does not count.
        vague_table: ``literal`` (dozens 24) or ``acled`` (dozens 12).
        strike: words on a matched strike, None where none is known.
        recorded: positions that no claim carries: those that people recorded, or that statements and assessments hold.
    """
    mine = [claims[claim] for claim in grouped.claims if claim in claims]
    judged = tuple(judgements)
    refused = _refused(judged)
    voices = Voices(mine, documents, relations=relations, families=families)
    book = Book([claim for claim in mine if isinstance(claim, Casualty)], voices, judgements=judged)
    stated = [claim for claim in mine if isinstance(claim, Position)]
    ranges = Ranges(book, voices, table=vague_table, positions=stated)
    origins = _origins(book, voices, mine)
    blame = blamed_parties(mine, refused)
    stands = in_time((*positions(mine, _published(grouped, documents), refused), *recorded))
    suggested, why = grade(origins=len(origins), blame=blame, stands=stands, claims=mine, voices=voices, strike=strike)
    status, status_why = strike_status(
        origins=len(origins), blame=blame, stands=stands, claims=mine, voices=voices, strike=strike
    )
    return Tally(
        lines=_lines(book, voices, numbers=ranges.numbers),
        ranges=ranges.all(),
        voices=origins,
        sources=_sources(grouped, documents),
        blamed=blame,
        positions=stands,
        at_risk=_at_risk(mine, refused),
        grade_suggested=suggested,
        grade_why=why,
        strike_status=status,
        strike_why=status_why,
    )


def blamed(claims: Sequence[Claim], judgements: Iterable[Judgement]) -> tuple[str, ...]:
    """Return the parties that claims blame, in canonical form; rejected claims blame nobody."""
    found = blamed_parties(claims, _refused(tuple(judgements)))
    return tuple(one.party for one in found if one.stance == "alleges")


def _refused(judgements: Sequence[Judgement]) -> frozenset[ClaimId]:
    held: set[ClaimId] = set()
    for judgement in sorted(judgements, key=lambda j: j.id):
        if judgement.decision is Decision.REJECT:
            held.add(ClaimId(judgement.subject))
        elif judgement.decision is Decision.ACCEPT:
            held.discard(ClaimId(judgement.subject))
    return frozenset(held)


def _published(grouped: Grouped, documents: Mapping[str, DocumentHead]) -> dict[str, str | None]:
    return {d: documents[d].published for d in grouped.documents if d in documents}


def _sources(grouped: Grouped, documents: Mapping[str, DocumentHead]) -> int:
    names = set()
    for document in grouped.documents:
        if document in grouped.told:
            continue
        head = documents.get(document)
        names.add(head.source if head is not None and head.source is not None else f"document {document}")
    return len(names)


def _at_risk(claims: Sequence[Claim], refused: frozenset[ClaimId]) -> tuple[AtRisk, ...]:
    return tuple(
        AtRisk(claim=claim.id, low=claim.count.low, high=claim.count.high, what=claim.what)
        for claim in claims
        if isinstance(claim, Exposure) and claim.id not in refused
    )


def _vouches(state: State) -> bool:
    """Tell whether a claim says that civilians, or people of unnamed status, came to harm."""
    claim = state.claim
    refused = state.out.startswith(("rejected", "sums up")) or claim.scope is Scope.PERIOD
    if refused or claim.modality in (Modality.DENIED, Modality.CONDITIONAL) or claim.who is Who.COMBATANT:
        return False
    return claim.count.high != 0


def _origins(book: Book, voices: Voices, claims: Sequence[Claim]) -> tuple[Voice, ...]:
    """Return the independent voices that vouch for harm (VOCABULARY, Origins), by name."""
    by_voice: dict[str, list[State]] = defaultdict(list)
    for state in book.states:
        if _vouches(state):
            by_voice[state.voice].append(state)
    firm = {key: states for key, states in by_voice.items() if any(_firm(s) for s in states)}
    for key in [k for k, states in firm.items() if _round_up(k, states, firm)]:
        del firm[key]
    chosen = firm or by_voice
    found = []
    for key, states in chosen.items():
        ids = tuple(state.claim.id for state in states)
        documents = tuple(sorted({state.claim.document for state in states}))
        found.append(Voice(name=voices.name(key), documents=documents, claims=ids, why=_why(states, voices)))
    return tuple(sorted(found, key=lambda voice: (voice.name, voice.documents)))


def _firm(state: State) -> bool:
    """Tell whether a claim makes a voice: not mere hearsay, not only a title, not an old figure named as old."""
    hearsay = state.claim.voice is VoiceKind.HEARSAY
    return not hearsay and not state.claim.headline and state.claim.step is not Step.REPLACED


def _round_up(key: str, states: Sequence[State], every: Mapping[str, Sequence[State]]) -> bool:
    """Tell whether a voice only puts the figures of two or more others into one range of its own."""
    if any(s.claim.voice is not VoiceKind.OUTLET for s in states):
        return False
    ranges = [s.claim for s in states if s.claim.count.low is not None and s.claim.count.low != s.claim.count.high]
    if not ranges or any(c.count.high is None for c in ranges):
        return False
    others = {
        (s.claim.outcome, bound)
        for other, theirs in every.items() if other != key
        for s in theirs for bound in (s.claim.count.low, s.claim.count.high) if bound is not None
    }  # fmt: skip
    bounds = {(c.outcome, bound) for s in states for c in (s.claim,) for bound in (c.count.low, c.count.high)}
    return all(bound in others for bound in bounds)


def _why(states: Sequence[State], voices: Voices) -> str:
    own = [s for s in states if voices.own(s.claim)]
    if not own:
        return "carried by others: its own text is not among the documents, its voice counts once"
    people = sorted({s.claim.speaker for s in own if s.claim.speaker is not None and s.claim.voice is VoiceKind.PEOPLE})
    if people:
        return f"gathered from {len(people)} speaker{'s' if len(people) > 1 else ''} of its own: one voice however many"
    return "its own count or words"


def _lines(book: Book, voices: Voices, *, numbers: bool) -> tuple[TallyLine, ...]:
    lines = []
    for state in book.states:
        head = voices.heads.get(state.version)
        claim = state.claim
        lines.append(
            TallyLine(
                claim=claim.id,
                said=head.published if head is not None else None,
                voice=voices.name(state.voice),
                outcome=claim.outcome,
                low=claim.count.low,
                high=claim.count.high,
                current=state.current,
                superseded_by=state.superseded_by,
                why=_line_why(state, numbers=numbers),
            )
        )
    return tuple(sorted(lines, key=lambda line: (line.said is None, line.said or "")))


def _line_why(state: State, *, numbers: bool) -> str:
    why = why_left_out(state, numbers=numbers)
    if state.current:
        counts = why == "gives no number" or (not numbers and why.startswith("a vague word"))
        why = "current" if counts else f"current; {why}"
    told = [why]
    if state.version != state.claim.document:
        told.append(f"repeats {state.version}")
    return "; ".join([*told, *state.notes])
