"""Engines other than the rules: asked, grounded, kept apart; a person's acceptance alone makes theirs a claim."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from sqlalchemy import Connection

import harmtrace
from harmtrace import claims as stage
from harmtrace import settings
from harmtrace.errors import EngineError, SettingsError
from harmtrace.intake.sandbox import Sandbox
from harmtrace.language.places.gazetteer import Gazetteer
from harmtrace.pipeline import claiming
from harmtrace.pipeline.claiming import case_gazetteer, inputs_of
from harmtrace.pipeline.progress import Progress
from harmtrace.proposers import Answers, Gliner, Llm, Memory, Proposer, Spacy
from harmtrace.records.claim import Account, Claim, ClaimId, Reading, Scope
from harmtrace.records.entry import Issue
from harmtrace.records.judgement import Judgement, accepted
from harmtrace.records.proposal import Difference, Proposed, Suggestion
from harmtrace.records.text import Document
from harmtrace.settings import Settings
from harmtrace.store import Case, rows

#: After so many failures in a row an engine is not asked any more in this run.
_PATIENCE = 5


def proposers(held: Settings, *, answers: Answers, environment: Mapping[str, str] = os.environ) -> tuple[Proposer, ...]:
    """Return the engines of the settings other than the rules, in order; models are not loaded yet.

    Raises:
        SettingsError: an engine is named and not configured.
    """
    makers: Mapping[str, Callable[[], Proposer]] = {
        "llm": lambda: Llm.of(dict(held.llm), answers=answers, environment=environment),
        "spacy": lambda: Spacy.of(dict(held.spacy)),
        "gliner": lambda: Gliner.of(dict(held.gliner)),
    }
    options = {"llm": held.llm, "spacy": held.spacy, "gliner": held.gliner}
    made = []
    for name in held.engines:
        if name == "rules":
            continue
        if not options[name]:
            raise SettingsError(f"engine {name!r}: expected a table [{name}] in the settings, found none")
        made.append(makers[name]())
    return tuple(made)


def asked(one: Proposer, document: Document, reading: Reading, gazetteer: Gazetteer) -> Proposed:
    """Return what an engine says of a document, grounded; a failure is a result too."""
    try:
        version = one.version
        found = one.propose(document)
    except EngineError as error:
        return Proposed(document=document.id, engine=one.name, version="", failed=str(error))
    return stage.ground(document, found, engine=one.name, version=version, reading=reading, gazetteer=gazetteer)


def claims(
    paths: Sequence[Path],
    *,
    gazetteer: Sequence[Path] = (),
    on: str | None = None,
    engines: str | None = None,
    config: Path | None = None,
    sandbox: Sandbox | None = None,
) -> Iterator[Reading | Proposed | Difference | Issue]:
    """Yield what each document says by the rules, and after it what other engines say; without a case.

    ``engines`` is a comma list in place of that of the settings in ``config``; answers are kept for this call only.

    Raises:
        SettingsError: an engine is named and not configured, or cannot be used here.
    """
    held = Settings() if config is None else settings.read(config.parent, config=config)
    if engines is not None:
        held = settings.with_engines(held, engines, origin="--engine")
    ones = ready(held, answers=Memory())

    def beside(document: Document, reading: Reading, places: Gazetteer) -> Iterator[Proposed | Difference]:
        said = [asked(one, document, reading, places) for one in ones]
        yield from said
        yield from stage.differences(reading, [one for one in said if not one.failed])

    yield from claiming.claims(paths, gazetteer=gazetteer, on=on, sandbox=sandbox, beside=beside if ones else None)


class StoredAnswers:
    """Answers of models, kept in a case."""

    def __init__(self, case: Case) -> None:
        self._case = case

    def get(self, key: str) -> str | None:
        """Return the answer kept under a key, None where there is none."""
        with self._case.reading() as connection:
            return rows.answer(connection, key)

    def put(self, key: str, answer: str) -> None:
        """Keep an answer; one that is there already stays."""
        with self._case.writing() as connection:
            rows.keep_answer(connection, key, answer)


def ready(held: Settings, *, answers: Answers) -> tuple[Proposer, ...]:
    """Return the engines of the settings other than the rules, loaded: nothing is asked of a document yet.

    Raises:
        SettingsError: an engine is named and not configured, or cannot be used here.
    """
    engines = proposers(held, answers=answers)
    for one in engines:
        try:
            _ = one.version
        except EngineError as error:
            raise SettingsError(f"engine {one.name!r}: {error}") from error
    return engines


def propose_anew(case: Case, held: Settings, engines: Sequence[Proposer], *, progress: Progress) -> None:
    """Ask each engine about every document that it has not answered on.

    What a person accepted stays, also where the engine says it no more.
    """
    if not engines:
        return
    with case.reading() as connection:
        kept = frozenset(accepted(rows.judgements(connection)))
    with case_gazetteer(case) as (gazetteer, mark):
        for engine in engines:
            _ask_all(case, engine, gazetteer, kept=kept, mark=inputs_of(held, mark), progress=progress)


def _ask_all(
    case: Case, engine: Proposer, gazetteer: Gazetteer, *, kept: frozenset[ClaimId], mark: str, progress: Progress
) -> None:
    parts = (
        engine.version,
        mark,
        stage.RULES_VERSION,
        stage.GROUNDER_VERSION,
        rows.PROPOSAL_SHAPE,
        harmtrace.__version__,
    )
    inputs = sha256(repr(parts).encode()).hexdigest()[:16]
    after = failures = done = 0
    progress(f"asking {engine.name}", 0)
    while True:
        with case.reading() as connection:
            page = rows.unproposed(connection, engine.name, inputs=inputs, after=after)
        if not page:
            return
        after = page[-1][0]
        for _, document in page:
            with case.reading() as connection:
                reading = rows.reading(connection, document.id)
                before = rows.proposed_of(connection, document.id)
            if reading is None:
                continue
            said = asked(engine, document, reading, gazetteer)
            failures = failures + 1 if said.failed else 0
            with case.writing() as connection:
                rows.keep_proposed(connection, _with_kept(said, before, kept), inputs=inputs)
            done += 1
            progress(f"asking {engine.name}", done)
            if failures >= _PATIENCE:
                return


def _with_kept(said: Proposed, before: Iterable[Proposed], kept: frozenset[ClaimId]) -> Proposed:
    """Return what an engine says with what it suggested before and a person accepted."""
    now = {one.claim.id for one in said.suggestions}
    stay = [
        one
        for old in before
        if old.engine == said.engine
        for one in old.suggestions
        if one.claim.id in kept and one.claim.id not in now
    ]
    return replace(said, suggestions=(*said.suggestions, *stay)) if stay else said


def engine_issues(connection: Connection) -> Iterator[Issue]:
    """Yield what went wrong when engines were asked, and how many documents one was not asked about."""
    failed: dict[str, int] = {}
    answered: dict[str, int] = {}
    for one in rows.proposed(connection):
        answered[one.engine] = answered.get(one.engine, 0) + 1
        if one.failed:
            failed[one.engine] = failed.get(one.engine, 0) + 1
            message = f"{one.document}: expected an answer of the engine {one.engine!r}, found none: {one.failed}"
            yield Issue(code="engine-failed", message=message, document=one.document)
    for name in failed:
        left = rows.count_readings(connection) - answered[name]
        if left:
            message = f"the engine {name!r} failed {_PATIENCE} times in a row; {left} documents were not asked about"
            yield Issue(code="engine-stopped", message=message)


def with_accepted(reading: Reading, proposed: Iterable[Proposed], judgements: Mapping[ClaimId, Judgement]) -> Reading:
    """Return what a document says with the suggestions that a person accepted, each on the account it speaks of."""
    known = {one.id for one in reading.claims}
    claims, accounts = list(reading.claims), list(reading.accounts)
    for suggestion in (one for each in proposed for one in each.suggestions):
        if suggestion.claim.id in known or suggestion.claim.id not in judgements:
            continue
        known.add(suggestion.claim.id)
        claims.append(_on_account(suggestion, accounts))
    if len(claims) == len(reading.claims):
        return reading
    claims.sort(key=lambda one: (one.start, one.end, one.id))
    return replace(reading, claims=tuple(claims), accounts=tuple(accounts))


def _on_account(suggestion: Suggestion, accounts: list[Account]) -> Claim:
    """Return an accepted claim on its account; one that the reading has no more is added to ``accounts``."""
    claim, own = suggestion.claim, suggestion.account
    if claim.scope is Scope.PERIOD or own in accounts:
        return claim
    event = own.event
    if any(one.event == event for one in accounts):
        event = 1 + max(one.event for one in accounts)
    accounts.append(replace(own, event=event))
    return replace(claim, event=event)


def suggestion_in(proposed: Sequence[Proposed], id: ClaimId) -> Suggestion | None:
    """Return a suggestion by the id of its claim, None where there is none."""
    return next((one for each in proposed for one in each.suggestions if one.claim.id == id), None)
