"""Where the claims of a bundle come from, as W3C PROV (PROV-JSON): originals, documents, claims, the incident, runs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from harmtrace.records.claim import Claim
from harmtrace.records.entry import Json
from harmtrace.records.incident import Incident
from harmtrace.records.text import Document

_PREFIX = "h"


@dataclass(frozen=True, slots=True, kw_only=True)
class RunFacts:
    """A run as provenance shows it: its number, command, times (UTC) and the versions of its rules."""

    id: int
    command: str
    started: str
    finished: str | None
    rules: tuple[tuple[str, str], ...]


def provenance(
    incident: Incident,
    *,
    claims: Sequence[Claim],
    documents: Sequence[tuple[Document, int]],
    runs: Sequence[RunFacts],
    version: str,
) -> Mapping[str, Json]:
    """Return the way from the originals to an incident; each document comes with the run that took it in."""
    ids = {one.id: number for number, (one, _) in enumerate(documents, 1)}
    entity: dict[str, Json] = {_name("incident", incident.code): {"prov:label": incident.code}}
    derived: list[tuple[str, str]] = []
    made: list[tuple[str, str]] = []
    for document, run in documents:
        original, text = _name("original", document.sha256), _name("document", ids[document.id])
        entity[original] = {"h:sha256": document.sha256, "h:media": document.media}
        entity[text] = {"prov:label": document.id, **({} if document.url is None else {"h:url": document.url})}
        derived.append((text, original))
        made += [(original, _name("run", run)), (text, _name("run", run))]
    for claim in claims:
        name = _name("claim", claim.id)
        entity[name] = {"h:start": claim.start, "h:end": claim.end, "h:engine": claim.engine}
        derived += [(name, _name("document", ids[claim.document])), (_name("incident", incident.code), name)]
    last = max((one.id for one in runs), default=0)
    made.append((_name("incident", incident.code), _name("run", last)))
    activity: dict[str, Json] = {
        _name("run", one.id): {
            "prov:startTime": one.started,
            **({} if one.finished is None else {"prov:endTime": one.finished}),
            "h:command": one.command,
            "h:rules": ", ".join(f"{stage} {version}" for stage, version in one.rules),
        }
        for one in runs
    }
    software = _name("software", "harmtrace")
    return {
        "prefix": {_PREFIX: "urn:harmtrace:", "prov": "http://www.w3.org/ns/prov#"},
        "entity": entity,
        "activity": activity,
        "agent": {software: {"prov:type": "prov:SoftwareAgent", "h:version": version}},
        "wasDerivedFrom": {
            f"_:d{number}": {"prov:generatedEntity": to, "prov:usedEntity": source}
            for number, (to, source) in enumerate(derived)
        },
        "wasGeneratedBy": {
            f"_:g{number}": {"prov:entity": one, "prov:activity": run} for number, (one, run) in enumerate(made)
        },
        "wasAssociatedWith": {
            f"_:a{one.id}": {"prov:activity": _name("run", one.id), "prov:agent": software} for one in runs
        },
    }


def _name(kind: str, key: object) -> str:
    return f"{_PREFIX}:{kind}/{key}"
