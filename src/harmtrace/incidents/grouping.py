"""Accounts of many documents -> incidents: candidates, explained scores, constrained clustering, people's decisions."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from harmtrace.incidents import decisions, filling
from harmtrace.incidents.blocks import pairs
from harmtrace.incidents.clusters import Clusters, attach
from harmtrace.incidents.scores import Shared, forbidden, metres, parts
from harmtrace.incidents.signals import Key, Signal, signal
from harmtrace.language.parties import fold
from harmtrace.records.claim import Account, Blame, Casualty, Claim, ClaimId, Exposure, Position, Reading, Scope, Who
from harmtrace.records.entry import Issue
from harmtrace.records.head import DocumentHead
from harmtrace.records.incident import Feature, Grouped, Pairing
from harmtrace.records.judgement import Judgement
from harmtrace.records.measure import Tier
from harmtrace.records.text import Family, Relation, RelationKind

_NEAR = -0.7
_CLEAR = 1.0
"""How low a score may be for accounts without a place, and how far behind the next incident of that day must lie."""

_COPIES = (RelationKind.IDENTICAL, RelationKind.REVISION_OF, RelationKind.COPY_OF, RelationKind.EXCERPT_OF)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unplaced:
    """A claim that is in no incident, and why."""

    claim: ClaimId
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """What grouping leaves: incidents, totals over a time or an area, claims in neither, and what was odd.

    Attributes:
        incidents: in order of time (unknown last), then of their first account.
        periods: period totals, in order of document and position; in no incident's range.
    """

    incidents: tuple[Grouped, ...]
    periods: tuple[Casualty, ...]
    unplaced: tuple[Unplaced, ...]
    issues: tuple[Issue, ...]


def group(
    documents: Iterable[DocumentHead],
    readings: Iterable[Reading],
    *,
    relations: Iterable[Relation] = (),
    families: Iterable[Family] = (),
    judgements: Iterable[Judgement] = (),
) -> Grouping:
    """Return the incidents that the readings speak of; the order of documents and readings does not matter.

    Give readings whose claims hold what people set (``decided``). A person's ``same`` and ``different`` always win;
    of two that contradict each other the later wins, and the other is an issue.
    """
    heads = {head.id: head for head in documents}
    ordered = sorted(readings, key=lambda reading: reading.document)
    first_of = {member: family.first for family in families for member in family.members}
    judged = tuple(judgements)
    links = decisions.links(judged)
    work = _Work(first_of=first_of, rejected=frozenset(decisions.rejected(judged)))
    for reading in ordered:
        work.take(reading, links)
    shared = _shared_words(work.signals, relations)
    groups, issues = _solve(work.signals, shared, links)
    lent = filling.lend_years(groups, work.signals, heads)
    if lent:
        work.signals = [_dated(one, lent, work) for one in work.signals]
        groups, issues = _solve(work.signals, shared, links)
    return _result(work, groups, shared, issues)


class _Work:
    """The claims of a case on their way into incidents."""

    def __init__(self, *, first_of: Mapping[str, str], rejected: frozenset[ClaimId]) -> None:
        self.first_of = first_of
        self.rejected = rejected
        self.signals: list[Signal] = []
        self.periods: list[Casualty] = []
        self.loose: list[Claim] = []
        self.exposures: dict[str, list[Exposure]] = defaultdict(list)

    def take(self, reading: Reading, links: Sequence[decisions.Link]) -> None:
        """Take one document's accounts and claims in, accounts split where a person said so."""
        named = {claim for link in links for claim in (*link.a, *link.b)}
        by_event: dict[int, list[Claim]] = defaultdict(list)
        accounts = {account.event: account for account in reading.accounts}
        for claim in reading.claims:
            if isinstance(claim, Casualty) and claim.scope is Scope.PERIOD:
                self.periods.append(claim)
            elif isinstance(claim, Exposure):
                self.exposures[claim.document].append(claim)
            elif claim.event is not None and claim.event in accounts:
                by_event[claim.event].append(claim)
            elif claim.id in named:
                fresh = _account_of(claim, max((*accounts, -1)) + 1)
                accounts[fresh.event] = fresh
                by_event[fresh.event].append(claim)
            else:
                self.loose.append(claim)
        _split(accounts, by_event, links)
        for event in sorted(accounts):
            if by_event[event]:
                self.signals.append(self.signal(accounts[event], by_event[event]))

    def signal(self, account: Account, claims: Sequence[Claim], *, when: str | None = None, lent: str = "") -> Signal:
        """Return the signal of an account of this case."""
        family = self.first_of.get(account.document, account.document)
        return signal(account, claims, family=family, rejected=self.rejected, when=when, lent=lent)


def _account_of(claim: Claim, event: int) -> Account:
    return Account(
        document=claim.document,
        event=event,
        when=claim.when if not isinstance(claim, Position) else None,
        when_why=claim.when_why,
        places=claim.places,
        place_names=(claim.where,) if claim.where is not None else (),
        targets=frozenset(),
        causes=frozenset(),
        parties=frozenset(),
        separate=False,
        background=False,
        quote_start=claim.start,
        quote_end=claim.end,
    )


def _split(accounts: dict[int, Account], by_event: dict[int, list[Claim]], links: Sequence[decisions.Link]) -> None:
    """Give the claims that a person set apart from others of their account an account of their own."""
    for link in links:
        if link.same:
            continue
        for event in sorted(by_event):
            claims = by_event[event]
            a = [claim for claim in claims if claim.id in link.a]
            b = [claim for claim in claims if claim.id in link.b and claim.id not in link.a]
            if a and b:
                fresh = max(accounts) + 1
                accounts[fresh] = replace(accounts[event], event=fresh, quote_start=b[0].start, quote_end=b[0].end)
                by_event[fresh] = b
                by_event[event] = [claim for claim in claims if claim not in b]


def _dated(one: Signal, lent: Mapping[Key, tuple[str, str]], work: _Work) -> Signal:
    if one.key not in lent:
        return one
    when, why = lent[one.key]
    return work.signal(one.account, one.claims, when=when, lent=why)


def _shared_words(signals: Sequence[Signal], relations: Iterable[Relation]) -> dict[tuple[Key, Key], Shared]:
    """Return the pairs of accounts whose claims lie in one shared passage."""
    by_document: dict[str, list[Signal]] = defaultdict(list)
    for one in signals:
        by_document[one.key[0]].append(one)
    found: dict[tuple[Key, Key], Shared] = {}
    for relation in relations:
        for a in by_document.get(relation.a, ()):
            for b in by_document.get(relation.b, ()):
                copied = _share(a, b, relation)
                if copied is not None:
                    key = (a.key, b.key) if a.key < b.key else (b.key, a.key)
                    if key not in found or copied:
                        found[key] = Shared(copied)
    return found


def _share(a: Signal, b: Signal, relation: Relation) -> bool | None:
    """Return whether two accounts share copied text (True), a quoted statement (False), or neither (None)."""
    result: bool | None = None
    for passage in relation.passages:
        in_a = any(start < passage.a_end and passage.a_start < end for start, end in a.spans)
        in_b = any(start < passage.b_end and passage.b_start < end for start, end in b.spans)
        if in_a and in_b:
            if relation.kind in _COPIES and not passage.quoted:
                return True
            result = False
    return result


def _solve(
    signals: Sequence[Signal], shared: Mapping[tuple[Key, Key], Shared], links: Sequence[decisions.Link]
) -> tuple[list[list[Signal]], list[Issue]]:
    """Return the groups of accounts, first those that found an incident, with the rest attached to them."""
    seeds, apart, issues = _seeds(signals, links)
    candidates, crowded = pairs(signals, shared)
    scores: dict[tuple[int, int], float] = {}
    for a, b in candidates:
        x, y = signals[a], signals[b]
        if x.founds or y.founds:
            words = shared.get((x.key, y.key) if x.key < y.key else (y.key, x.key))
            scores[(a, b)] = sum(part.weight for part in parts(x, y, words))

    def forbids(a: int, b: int) -> bool:
        if ((a, b) if a < b else (b, a)) in apart:
            return True
        return forbidden(signals[a], signals[b], shared) is not None

    seeds = _in_context(signals, seeds, shared, forbids)
    founding = [seed for seed in seeds if any(signals[position].founds for position in seed)]
    inside = {position for seed in founding for position in seed}
    among = {pair: score for pair, score in scores.items() if pair[0] in inside and pair[1] in inside}
    merged = Clusters(founding, among, crowded=frozenset(crowded)).merge(forbids)
    merged = _without_place(signals, merged, among, forbids)
    loose = [position for position in range(len(signals)) if position not in inside]
    homes = attach(merged, loose, scores, forbids)
    for position, number in sorted(homes.items()):
        if not any(forbids(position, member) for member in merged[number]):
            merged[number].append(position)
    return [[signals[position] for position in sorted(members)] for members in merged], issues


def _without_place(
    signals: Sequence[Signal],
    groups: list[list[int]],
    scores: Mapping[tuple[int, int], float],
    forbids: Callable[[int, int], bool],
) -> list[list[int]]:
    """Join accounts of a known day that name no place to the one incident of that day, where no other comes near."""
    home = {member: number for number, group in enumerate(groups) for member in group}
    nowhere = {
        number: defaultdict[int, list[float]](list)
        for number, group in enumerate(groups)
        if all(not signals[m].spots and not signals[m].place_words and signals[m].when is not None for m in group)
    }
    for (a, b), score in sorted(scores.items()) if nowhere else ():
        for x, y in ((home[a], home[b]), (home[b], home[a])):
            if x in nowhere and x != y:
                nowhere[x][y].append(score)
    for number, found in nowhere.items():
        ranked = sorted((-sum(values) / len(values), other) for other, values in found.items() if other not in nowhere)
        alone = len(ranked) == 1 or (len(ranked) > 1 and ranked[1][0] - ranked[0][0] >= _CLEAR)
        if (
            alone
            and -ranked[0][0] > _NEAR
            and not any(forbids(a, b) for a in groups[number] for b in groups[ranked[0][1]])
        ):
            groups[ranked[0][1]] = sorted([*groups[ranked[0][1]], *groups[number]])
            groups[number] = []
    return [group for group in groups if group]


def _in_context(
    signals: Sequence[Signal],
    seeds: list[list[int]],
    shared: Mapping[tuple[Key, Key], Shared],
    forbids: Callable[[int, int], bool],
) -> list[list[int]]:
    """Join an account that has no time of its own to the dated one of its document that it fits best, if one does."""
    by_document: dict[str, list[int]] = defaultdict(list)
    for position, one in enumerate(signals):
        by_document[one.key[0]].append(position)
    home = {member: seed for seed in seeds for member in seed}
    for positions in by_document.values():
        for loose in [p for p in positions if signals[p].when is None and len(positions) > 1]:
            options = [(explain(signals[loose], signals[p], shared).score, -p) for p in positions if signals[p].when]
            best, negative = max(options, default=(0.0, 0))
            mine, other = home[loose], home[-negative]
            if best <= 0 or mine is other or any(forbids(a, b) for a in mine for b in other):
                continue
            other[:] = sorted([*mine, *other])
            home.update(dict.fromkeys(mine, other))
            mine.clear()
    return [seed for seed in seeds if seed]


def _seeds(
    signals: Sequence[Signal], links: Sequence[decisions.Link]
) -> tuple[list[list[int]], set[tuple[int, int]], list[Issue]]:
    """Return groups joined by people, pairs that people set apart, and decisions that later ones overrule."""
    home = {claim.id: position for position, one in enumerate(signals) for claim in one.claims}
    group_of = list(range(len(signals)))
    members: dict[int, list[int]] = {position: [position] for position in group_of}
    apart: set[tuple[int, int]] = set()
    issues = []
    for link in links:
        a = sorted({home[claim] for claim in link.a if claim in home})
        b = sorted({home[claim] for claim in link.b if claim in home})
        if not a or not b:
            continue
        if not link.same:
            taken = [(x, y) for x in a for y in b if x != y and group_of[x] == group_of[y]]
            apart |= {(min(x, y), max(x, y)) for x in a for y in b if x != y and group_of[x] != group_of[y]}
            clash = bool(taken)
        else:
            clash = not _joined([*a, *b], group_of, members, apart)
        if clash:
            message = f"judgement {link.id} contradicts a later one, which holds"
            issues.append(Issue(code="judgement-conflict", message=message))
    return [members[g] for g in sorted(members)], apart, issues


def _joined(
    positions: Sequence[int], group_of: list[int], members: dict[int, list[int]], apart: set[tuple[int, int]]
) -> bool:
    """Join the groups of the positions into one, unless a later decision set two of their members apart."""
    groups = sorted({group_of[position] for position in positions})
    every = sorted(member for g in groups for member in members[g])
    inside = set(every)
    if any(x in inside and y in inside for x, y in apart):
        return False
    for g in groups[1:]:
        del members[g]
    members[groups[0]] = every
    for member in every:
        group_of[member] = groups[0]
    return True


def _result(
    work: _Work, groups: Sequence[Sequence[Signal]], shared: Mapping[tuple[Key, Key], Shared], issues: Sequence[Issue]
) -> Grouping:
    placed: set[Key] = set()
    taken: set[ClaimId] = set()
    incidents = []
    for members in groups:
        if not any(_tells_time_or_place(one) for one in members):
            continue
        placed.update(one.key for one in members)
        exposed = [claim for document in sorted({one.key[0] for one in members})
                   for claim in work.exposures.get(document, ()) if _at(claim, members)]  # fmt: skip
        taken.update(claim.id for claim in exposed)
        incidents.append(_grouped(members, exposed, shared))
    incidents.sort(key=lambda g: (g.when is None, (g.when or "").replace("X", "~"), g.accounts))
    unplaced = [Unplaced(claim=claim.id, why="its words tie it to no one event") for claim in work.loose]
    for one in work.signals:
        if one.key not in placed:
            unplaced += [Unplaced(claim=claim.id, why=_why_unplaced(one, claim, work.rejected)) for claim in one.claims]
    for document in sorted(work.exposures):
        for claim in work.exposures[document]:
            if claim.id not in taken:
                unplaced.append(Unplaced(claim=claim.id, why="people at risk where its document places no incident"))
    return Grouping(
        incidents=tuple(incidents), periods=tuple(work.periods), unplaced=tuple(unplaced), issues=tuple(issues)
    )


def _tells_time_or_place(one: Signal) -> bool:
    """Tell whether an account gives a time, or a place finer than a province: less is no event that one can name."""
    return one.when is not None or bool(one.names) or any(spot.rank < Tier.PROVINCE.rank for spot in one.spots)


def _why_unplaced(one: Signal, claim: Claim, rejected: frozenset[ClaimId]) -> str:
    if claim.id in rejected:
        return "rejected by a person"
    if one.founds:
        return "its document gives the event no time, and no place finer than a province"
    if isinstance(claim, Position):
        return "a position that matches no incident"
    if isinstance(claim, Blame):
        return "words on blame that match no incident"
    if isinstance(claim, Casualty) and claim.who is Who.COMBATANT:
        return "counts combatants only and matches no incident"
    return "alleges no harm to civilians and matches no incident"


def _at(claim: Exposure, members: Sequence[Signal]) -> bool:
    """Tell whether people at risk are where an incident happened, by its own document."""
    own = [one for one in members if one.key[0] == claim.document]
    if claim.event is not None and any(one.key[1] == claim.event for one in own):
        return True
    where = fold(claim.where) if claim.where is not None else None
    for one in own:
        if where is not None and where in one.place_words:
            return True
        spots = [(s, p) for s in one.spots for p in claim.places if p.latitude is not None and p.longitude is not None]
        for spot, place in spots:
            here = replace(spot, latitude=place.latitude or 0.0, longitude=place.longitude or 0.0)
            if metres(spot, here) <= spot.radius_m + (place.radius_m or 0):
                return True
    return False


def _grouped(
    members: Sequence[Signal], exposed: Sequence[Exposure], shared: Mapping[tuple[Key, Key], Shared]
) -> Grouped:
    when = filling.when_of(members)
    claims = sorted((c for one in members for c in (*one.claims,)), key=lambda c: (c.document, c.start, c.end, c.id))
    known = {claim.id for claim in claims}
    every = [*claims, *(claim for claim in exposed if claim.id not in known)]
    every.sort(key=lambda c: (c.document, c.start, c.end, c.id))
    return Grouped(
        when=when.edtf,
        when_why=when.why,
        hypotheses=filling.hypotheses_of(members),
        documents=tuple(sorted({one.key[0] for one in members})),
        accounts=tuple(one.key for one in members),
        claims=tuple(claim.id for claim in every),
        inferred=filling.inferred(members, when),
        pairings=_pairings(members, shared),
    )


_EXPLAINED = 12


def _pairings(members: Sequence[Signal], shared: Mapping[tuple[Key, Key], Shared]) -> tuple[Pairing, ...]:
    """Return for each account its best pairing with another of the incident, among the first 12."""
    best: dict[tuple[Key, Key], Pairing] = {}
    for a in members:
        options = [explain(a, b, shared) for b in members[:_EXPLAINED] if b.key != a.key]
        if options:
            top = max(options, key=lambda p: (p.score, (-1 if p.a == a.key else 1)))
            best[(top.a, top.b)] = top
    return tuple(best[key] for key in sorted(best))


def explain(a: Signal, b: Signal, shared: Mapping[tuple[Key, Key], Shared]) -> Pairing:
    """Return the explained score of two accounts, with what forbids to join them where something does."""
    if b.key < a.key:
        a, b = b, a
    lines = parts(a, b, shared.get((a.key, b.key)))
    why = forbidden(a, b, shared)
    total = sum(line.weight for line in lines)
    features = tuple(Feature(name=line.name, finding=line.finding, weight=line.weight) for line in lines)
    if why is not None:
        features = (*features, Feature(name="cannot be one", finding=why, weight=float("-inf")))
    verdict = "different" if why is not None else "same" if total > 0 else "below"
    return Pairing(a=a.key, b=b.key, score=round(total, 3), features=features, verdict=verdict)
