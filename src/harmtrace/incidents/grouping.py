"""Accounts of many documents -> incidents: candidates, explained scores, constrained clustering, people's decisions."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from harmtrace.incidents import decisions, filling
from harmtrace.incidents.scores import Shared, metres
from harmtrace.incidents.settling import Lookup, Settling
from harmtrace.incidents.signals import Key, Signal, signal
from harmtrace.incidents.solving import Solved, explain, shared_words, solve
from harmtrace.incidents.times import extent
from harmtrace.language.bones import bones
from harmtrace.language.parties import fold
from harmtrace.records.claim import Account, Blame, Casualty, Claim, ClaimId, Exposure, Position, Reading, Scope, Who
from harmtrace.records.entry import Issue
from harmtrace.records.head import DocumentHead
from harmtrace.records.incident import Grouped, LeftOut, Pairing, Uncounted
from harmtrace.records.judgement import Judgement, rejected
from harmtrace.records.measure import Tier
from harmtrace.records.text import Family, Likeness, Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """What grouping leaves: incidents, totals over a time or an area, claims in neither, and what was odd.

    Attributes:
        incidents: in order of time (unknown last), then of their first account.
        uncounted: events that two documents or more tell of and none counts, in the same order.
        periods: period totals, in order of document and position; in no incident's range.
    """

    incidents: tuple[Grouped, ...]
    periods: tuple[Casualty, ...]
    unplaced: tuple[LeftOut, ...]
    issues: tuple[Issue, ...]
    uncounted: tuple[Uncounted, ...] = ()


def group(
    documents: Iterable[DocumentHead],
    readings: Iterable[Reading],
    *,
    relations: Iterable[Relation] = (),
    families: Iterable[Family] = (),
    alike: Iterable[Likeness] = (),
    judgements: Iterable[Judgement] = (),
    lookup: Lookup | None = None,
) -> Grouping:
    """Return the incidents that the readings speak of; the order of documents and readings does not matter.

    ``lookup`` is the gazetteer's: with it a name that one text leaves in doubt is read where the case is.

    Give readings whose claims hold what people set (``decided``). A person's ``same`` and ``different`` always win;
    of two that contradict each other the later wins, and the other is an issue.
    """
    heads = {head.id: head for head in documents}
    ordered = sorted(readings, key=lambda reading: reading.document)
    first_of = {member: family.first for family in families for member in family.members}
    judged = tuple(judgements)
    links = decisions.links(judged)
    settle = Settling.of(ordered, lookup)
    publishers = {name: head.source for name, head in heads.items()}
    work = _Work(first_of=first_of, rejected=frozenset(rejected(judged)), settle=settle, publishers=publishers)
    for reading in ordered:
        work.take(reading, links)
    _set_common_names_aside(work.signals)
    related = tuple(relations)
    shared = shared_words(work.signals, related, alike)
    told = filling.copied_days(work.signals, related, shared)
    work.signals = [replace(_dated(one, told), copied=True) if one.key in told else one for one in work.signals]
    solved = solve(work.signals, shared, links)
    lent = filling.lend_years(solved.founded, work.signals, heads)
    if lent:
        work.signals = [_dated(one, lent) for one in work.signals]
        solved = solve(work.signals, shared, links)
    return _result(work, solved, shared)


_COMMON = 15
_COMMON_SHARE = 0.03
"""A name that no gazetteer knows tells little where more documents than these, and more than this share, have it."""


def _set_common_names_aside(signals: Sequence[Signal]) -> None:
    """Leave names that very many documents of the case have out of what tells places apart or together."""
    documents: dict[str, set[str]] = defaultdict(set)
    for one in signals:
        for name in one.names:
            documents[name].add(one.key[0])
    most = max(_COMMON, _COMMON_SHARE * len({one.key[0] for one in signals}))
    common = frozenset(name for name, having in documents.items() if len(having) > most)
    for one in signals:
        if common & one.names:
            one.names -= common
            one.bones = frozenset(bones(name) for name in one.names) & one.bones


class _Work:
    """The claims of a case on their way into incidents."""

    def __init__(
        self,
        *,
        first_of: Mapping[str, str],
        rejected: frozenset[ClaimId],
        settle: Settling | None = None,
        publishers: Mapping[str, str | None],
    ) -> None:
        self.first_of = first_of
        self.publishers = publishers
        self.settle = settle
        self.rejected = rejected
        self.signals: list[Signal] = []
        self.periods: list[Casualty] = []
        self.loose: list[Claim] = []
        self.exposures: dict[str, list[Exposure]] = defaultdict(list)

    def take(self, reading: Reading, links: Sequence[decisions.Link]) -> None:
        """Take one document's accounts and claims in, accounts split where a person said so."""
        named = {claim for link in links for claim in (*link.a, *link.b)}
        claimed = {claim.event for claim in reading.claims}
        by_event: dict[int, list[Claim]] = defaultdict(list)
        read, doubted = reading.accounts, frozenset[str]()
        if self.settle is not None:
            read, doubted = self.settle.settled(read)
        accounts = {account.event: account for account in read}
        for claim in reading.claims:
            if isinstance(claim, Casualty) and claim.scope is Scope.PERIOD:
                self.periods.append(claim)
            elif isinstance(claim, Exposure):
                self.exposures[claim.document].append(claim)
            elif claim.event is not None and claim.event in accounts:
                by_event[claim.event].append(claim)
            elif claim.id in named:
                fresh = Account.of(claim, max((*accounts, -1)) + 1)
                accounts[fresh.event] = fresh
                by_event[fresh.event].append(claim)
            else:
                self.loose.append(claim)
        _split(accounts, by_event, links)
        held = [event for event in sorted(accounts) if by_event[event] or event not in claimed]
        for event in held:
            account = accounts[event]
            one = signal(
                account, by_event[event], family=self.first_of.get(account.document, account.document),
                rejected=self.rejected, posted=reading.reference, alone=len(held) == 1, doubted=doubted,
                source=self.publishers.get(account.document),
            )  # fmt: skip
            self.signals.append(one)


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


def _dated(one: Signal, lent: Mapping[Key, tuple[str, str]]) -> Signal:
    if one.key not in lent:
        return one
    when, why = lent[one.key]
    return replace(one, when=extent(when), edtf=when, lent=why)


def _result(work: _Work, solved: Solved, shared: Mapping[tuple[Key, Key], Shared]) -> Grouping:
    placed: set[Key] = set()
    taken: set[ClaimId] = set()
    incidents = []
    for members in solved.founded:
        if not any(_tells_time_or_place(one) for one in members):
            continue
        placed.update(one.key for one in members)
        exposed = [claim for document in sorted({one.key[0] for one in members})
                   for claim in work.exposures.get(document, ()) if _at(claim, members)]  # fmt: skip
        taken.update(claim.id for claim in exposed)
        incidents.append(_grouped(members, exposed, shared))
    incidents.sort(key=lambda g: (g.when is None, (g.when or "").replace("X", "~"), g.accounts))
    unplaced = [LeftOut(claim=claim.id, why="its words tie it to no one event") for claim in work.loose]
    for one in work.signals:
        if one.key not in placed:
            unplaced += [LeftOut(claim=claim.id, why=_why_unplaced(one, claim, work.rejected)) for claim in one.claims]
    for document in sorted(work.exposures):
        for claim in work.exposures[document]:
            if claim.id not in taken:
                unplaced.append(LeftOut(claim=claim.id, why="people at risk where its document places no incident"))
    found = [_uncounted(members, shared) for members in solved.uncounted if len({one.key[0] for one in members}) > 1]
    return Grouping(
        incidents=tuple(incidents),
        periods=tuple(work.periods),
        unplaced=tuple(unplaced),
        issues=tuple(solved.issues),
        uncounted=tuple(sorted(found, key=lambda g: (g.when is None, (g.when or "").replace("X", "~"), g.documents))),
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
    every = members
    members = [one for one in every if one.claims]
    when = filling.when_of(members)
    claims = sorted((c for one in members for c in (*one.claims,)), key=lambda c: (c.document, c.start, c.end, c.id))
    known = {claim.id for claim in claims}
    held = [*claims, *(claim for claim in exposed if claim.id not in known)]
    held.sort(key=lambda c: (c.document, c.start, c.end, c.id))
    claiming = {one.key[0] for one in members}
    return Grouped(
        when=when.edtf,
        when_why=when.why,
        hypotheses=filling.hypotheses_of(members),
        documents=tuple(sorted({one.key[0] for one in every})),
        accounts=tuple(one.key for one in every),
        claims=tuple(claim.id for claim in held),
        inferred=filling.inferred(members, when),
        pairings=_pairings(every, shared),
        told=tuple(sorted({one.key[0] for one in every} - claiming)),
    )


_NAMED = 4


def _uncounted(members: Sequence[Signal], shared: Mapping[tuple[Key, Key], Shared]) -> Uncounted:
    """Return an event that its documents tell of and do not count."""
    written: dict[str, dict[str, str]] = defaultdict(dict)
    for one in members:
        for name in one.account.place_names:
            written[fold(name)][one.key[0]] = name.lstrip("#")
    names = sorted(written, key=lambda name: (-len(written[name]), name))
    lines = [max(one.features, key=lambda f: (f.weight, f.name)) for one in _pairings(members, shared)]
    return Uncounted(
        when=filling.when_of(members).edtf,
        places=tuple(min(written[name].values()) for name in names[:_NAMED]),
        documents=tuple(sorted({one.key[0] for one in members})),
        why=tuple(dict.fromkeys(line.finding for line in lines)),
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
