"""Strike logs into a case, and what they and the positions of bodies mean for each incident."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from harmtrace import assessments
from harmtrace import strikes as stage
from harmtrace.errors import PeriodError, UsageError
from harmtrace.intake import strike_logs
from harmtrace.intake.zones import Zones
from harmtrace.language.places import Gazetteer, country_code
from harmtrace.pipeline import stating
from harmtrace.pipeline.stating import Said
from harmtrace.records.assessment import Assessment
from harmtrace.records.claim import Blame, Casualty, Claim, ClaimId
from harmtrace.records.entry import Issue
from harmtrace.records.footage import Coverage
from harmtrace.records.incident import BodyPosition, Grouped, Tally
from harmtrace.records.judgement import STRIKE, Decision, Judgement
from harmtrace.records.measure import Period, Place, Tier
from harmtrace.records.position import RecordedPosition
from harmtrace.records.strike import DismissalCheck, Match, Strike
from harmtrace.records.text import Sha256
from harmtrace.settings import Settings
from harmtrace.store import Case, rows, striking
from harmtrace.store.rows import Code, RunId
from harmtrace.strikes.hours import hours
from harmtrace.strikes.matching import Asked, Log, Logged

_ZONES = Zones()
_TABLE = "strikes"
#: From a code and the claims that its incident had: the code that it has now, None where it has gone.
CodeOf = Callable[[str, Iterable[str]], str | None]


def keep_logs(case: Case, run: RunId, paths: Sequence[Path], held: Settings, gazetteer: Gazetteer) -> tuple[Issue, ...]:
    """Take strike logs into a case, where they hold for every later run too; return what is wrong with their rows.

    Raises:
        UsageError: two of them have one name.
        StrikeLogError: a file holds nothing that can be a strike log.
    """
    names = [path.name for path in paths]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise UsageError(f"{twice}: two strike logs have this name; strikes carry it, so each needs its own")
    bodies = [(path.name, strike_logs.load(path)) for path in paths]
    found = [issue for name, body in bodies for issue in _read(name, body, held, gazetteer)[1]]
    for name, body in bodies:
        digest = Sha256(sha256(body).hexdigest())
        case.vault.put({digest: body})
        with case.writing() as connection:
            rows.keep_originals(connection, run, [(digest, len(body), name)])
            striking.keep_log(connection, run, name, digest)
    if found:
        with case.writing() as connection:
            rows.keep_intake_issues(connection, run, found)
    return tuple(found)


def case_log(case: Case, held: Settings, gazetteer: Gazetteer) -> Log:
    """Return every strike that the logs of a case hold, read anew from the originals."""
    with case.reading() as connection:
        logs = striking.logs(connection)
    # What is wrong with their rows was recorded when they were taken in.
    found = [strike for name, digest in logs for strike in _read(name, case.vault.get(digest), held, gazetteer)[0]]
    return Log(_named_apart(found), zone=held.timezone, zone_of=_ZONES.of)


def asked_of(one: Grouped, claims: Sequence[Claim], held: Settings) -> Asked:
    """Return when and where an incident is looked for, without any log: its days, hours that claims name, its place."""
    asked = _asked(one, Log((), zone=held.timezone, zone_of=_ZONES.of))
    return replace(asked, spells=hours(claim.quote for claim in claims))


def _named_apart(found: Sequence[Strike]) -> list[Strike]:
    """Return the strikes of several logs, those whose id stands in two of them named with their log."""
    many = Counter(one.id for one in found)
    return [one if many[one.id] == 1 else replace(one, id=f"{one.log}:{one.id}") for one in found]


def _read(name: str, body: bytes, held: Settings, gazetteer: Gazetteer) -> tuple[tuple[Strike, ...], tuple[Issue, ...]]:
    columns = {ours: theirs for table, ours, theirs in held.columns if table == _TABLE}
    context = stage.Context(log=name, zone=held.timezone, zone_of=_ZONES.of, lookup=place_lookup(gazetteer))
    return strike_logs.read(body, name, context=context, columns=columns)


def place_lookup(gazetteer: Gazetteer) -> Callable[[str, str | None], Place | None]:
    """Return what finds the likeliest place of a name in a country."""

    def look(name: str, country: str | None) -> Place | None:
        code = None if country is None else country_code(country)
        near = gazetteer.lookup(country) if country is not None else ()
        found = [one for one in gazetteer.lookup(name, near=near) if one.tier is not Tier.COUNTRY]
        same = [one for one in found if code is None or one.country in (code, None)]
        return next(iter(same), None)

    return look


@dataclass(frozen=True, slots=True, kw_only=True)
class Struck:
    """What logs and bodies say of the incidents of a case.

    Attributes:
        log: every strike.
        places: number of each incident by its accounts, as ``candidates`` and ``asked`` count them.
        positions: by incident code; ``assessed`` are those that come from assessments.
        standing: where every code stands now.
        corrected: codes of incidents with a corrected line in the ledger.
        decided: by incident code and strike, what a person decided last.
    """

    log: Log
    asked: Sequence[Asked] = ()
    candidates: Mapping[int, tuple[tuple[Logged, float | None], ...]] = field(default_factory=dict)
    positions: Mapping[str, Sequence[BodyPosition]] = field(default_factory=dict)
    standing: Mapping[str, str | None] = field(default_factory=dict)
    corrected: frozenset[str] = frozenset()
    decided: Mapping[str, Mapping[str, Judgement]] = field(default_factory=dict)

    def matches(
        self, at: int, code: str, claims: Sequence[Claim], blamed: Iterable[str]
    ) -> tuple[tuple[Match, ...], tuple[Match, ...]]:
        """Return the strikes that fit an incident (its number), best first, and those that a person set aside.

        Strikes that a person took for the incident's come first.
        """
        near = self.candidates.get(at, ())
        found = stage.matches(self.full(at, claims, blamed), near) if near else ()
        judged = self.decided.get(code, {})
        told = [replace(one, decided=_told_by(judged[one.strike.id])) for one in found if one.strike.id in judged]
        aside = {id for id, one in judged.items() if one.decision is Decision.DIFFERENT}
        taken = [one for one in told if one.strike.id not in aside]
        rest = [one for one in found if one.strike.id not in judged]
        return (*taken, *rest), tuple(one for one in told if one.strike.id in aside)

    def checks(
        self,
        at: int,
        code: str,
        claims: Sequence[Claim],
        tally: Tally,
        *,
        seen: Coverage | None = None,
        unseen: str | None = None,
    ) -> tuple[DismissalCheck, ...]:
        """Return the check of every closing with a reason, by position; ``seen``: what footage could see."""
        closings = [one for one in tally.positions if one.reason is not None]
        if not closings:
            return ()
        asked = self.full(at, claims, ())
        told = _told(tally, {claim.id: claim for claim in claims})
        return tuple(
            stage.check(
                stage.Incoming(
                    incident=code,
                    body=one.body,
                    reason=one.reason,
                    on=one.on,
                    asked=asked,
                    origins=tally.origins,
                    told=told,
                    earlier=None if one.earlier is None else self.standing.get(one.earlier),
                    corrected=code in self.corrected,
                    footage=seen,
                    unseen=unseen or "no footage in the case",
                ),
                self.log,
            )
            for one in closings
            if one.reason is not None
        )

    def full(self, at: int, claims: Sequence[Claim], blamed: Iterable[str]) -> Asked:
        """Return all that is known of an incident (its number) when a strike, or footage, is looked for."""
        causes = [claim.quote for claim in claims if isinstance(claim, Casualty)]
        causes += [f"{claim.cause or ''} {claim.quote}" for claim in claims if isinstance(claim, Blame)]
        quotes = [claim.quote for claim in claims]
        return replace(self.asked[at], spells=hours(quotes), blamed=tuple(blamed), causes=tuple(causes))


def _told_by(one: Judgement) -> str:
    what = "set aside" if one.decision is Decision.DIFFERENT else "taken for this incident's"
    return f"{what} by {one.by}, {one.at[:10]}: {one.why}"


def _decided(judgements: Iterable[Judgement], code_of: CodeOf) -> dict[str, dict[str, Judgement]]:
    """Return what people decided on matches, by the code that the incident has now and the strike; the latest holds."""
    found: dict[str, dict[str, Judgement]] = {}
    for one in sorted(judgements, key=lambda judgement: judgement.id):
        strike = dict(one.values).get(STRIKE)
        if strike is None:
            continue
        code = code_of(one.subject, one.subject_claims)
        if code is None:
            continue
        if one.decision is Decision.UNSURE:
            found.get(code, {}).pop(strike, None)
        else:
            found.setdefault(code, {})[strike] = one
    return found


def _told(tally: Tally, claims: Mapping[ClaimId, Claim]) -> tuple[tuple[tuple[str, ...], bool, Tier | None], ...]:
    """Return for each voice: its claims, whether one gives the day, and the finest tier that one gives."""
    found = []
    for voice in tally.voices:
        own = [claims[id] for id in voice.claims if id in claims]
        tiers = [one.places[0].tier for one in own if one.places]
        known = [tier for tier in tiers if tier is not None]
        finest = min(known, key=lambda tier: tier.rank) if known else None
        found.append((tuple(one.id for one in own), any(_one_day(one.when) for one in own), finest))
    return tuple(found)


def _one_day(when: str | None) -> bool:
    if when is None:
        return False
    days = Period.of(when).days
    return days is not None and days <= 1


def struck(
    log: Log,
    groups: Sequence[Grouped],
    codes: Sequence[str],
    *,
    standing: Iterable[Code],
    recorded: Iterable[RecordedPosition],
    handled: Sequence[Assessment] = (),
    said: Iterable[Said] = (),
    judgements: Iterable[Judgement] = (),
) -> tuple[Struck, tuple[Issue, ...]]:
    """Return what logs, recorded positions, assessments and statements say, and an issue for each without incident."""
    asked = tuple(_asked(one, log) for one in groups)
    now = {one.code: one.now for one in standing}
    code_of = _code_now(groups, codes, now)
    positions, lost = _placed(recorded, code_of)
    without = _assessed(handled, positions, now)
    stated, unsure = stating.positions(said, asked, codes)
    for code, several in stated.items():
        positions.setdefault(code, []).extend(several)
    found = Struck(
        log=log,
        asked=asked,
        candidates=log.candidates(asked),
        positions=positions,
        standing=now,
        corrected=assessments.corrected(handled),
        decided=_decided(judgements, code_of),
    )
    return found, (*lost, *without, *unsure)


def _assessed(
    handled: Sequence[Assessment], positions: dict[str, list[BodyPosition]], standing: Mapping[str, str | None]
) -> list[Issue]:
    """Add what bodies' own handling says to the positions; return an issue for each allegation without its incident."""
    lost = dict[str, Issue]()
    for code, position in assessments.positions(handled):
        now = standing.get(code)
        if now is not None:
            positions.setdefault(now, []).append(position)
            continue
        message = f"allegation {position.reference}: expected an incident for {code}, found none; kept, not shown"
        lost[position.reference or ""] = Issue(code="position-unplaced", message=message)
    return list(lost.values())


def _asked(one: Grouped, log: Log) -> Asked:
    place = one.hypotheses[0].place if one.hypotheses else None
    zone = log.zone_at(None if place is None else place.latitude, None if place is None else place.longitude)
    try:
        days = None if one.when is None else Period.of(one.when)
    except PeriodError:
        days = None
    first, last = (None, None) if days is None or days.first is None else (days.first, days.last)
    return Asked(first=first, last=last, place=place, zone=zone)


def _code_now(groups: Sequence[Grouped], codes: Sequence[str], standing: Mapping[str, str | None]) -> CodeOf:
    """Return what finds the code of an incident now: where it stands, else that of most of the claims it had."""
    held_by = {claim: code for one, code in zip(groups, codes, strict=True) for claim in one.claims}

    def find(code: str, claims: Iterable[str]) -> str | None:
        now = standing.get(code)
        if now is not None:
            return now
        held = Counter(held_by[ClaimId(claim)] for claim in claims if claim in held_by)
        return min(held, key=lambda name: (-held[name], name)) if held else None

    return find


def _placed(
    recorded: Iterable[RecordedPosition], code_of: CodeOf
) -> tuple[dict[str, list[BodyPosition]], tuple[Issue, ...]]:
    """Return recorded positions by the code that their incident has now, and an issue for each that has none."""
    found: dict[str, list[BodyPosition]] = {}
    lost = []
    for one in recorded:
        now = code_of(one.incident, one.claims)
        if now is None:
            message = f"position {one.id}: expected an incident for {one.incident}, found none; kept, not shown"
            lost.append(Issue(code="position-unplaced", message=message))
            continue
        found.setdefault(now, []).append(_shown(one))
    return found, tuple(lost)


def _shown(one: RecordedPosition) -> BodyPosition:
    return BodyPosition(
        body=one.body,
        status=one.status,
        stated=one.stated,
        on=one.on,
        claims=(),
        reason=one.reason,
        killed=one.killed,
        injured=one.injured,
        earlier=one.earlier,
        basis="recorded",
        reference=str(one.id),
        by=one.by,
    )
