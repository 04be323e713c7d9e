"""Reading a text in a test: one document in, its claims as plain fields out."""

from functools import cache
from pathlib import Path

from harmtrace import intake
from harmtrace.claims import read
from harmtrace.intake import gazetteers
from harmtrace.intake.given import Given
from harmtrace.language.places import Gazetteer
from harmtrace.records.claim import Blame, Casualty, Claim, Exposure, Position, Reading
from tests.fields import Fields

GAZETTEER = Path(__file__).parent.parent / "examples" / "halvin" / "gazetteer.csv"
TEST_PLACES = Path(__file__).parent / "places.csv"


def read_text(text: str, *, published: str | None, source: str | None = None, language: str = "en") -> Reading:
    """Return what a document of this text says, read with the example's gazetteer."""
    given = Given(language=language, published=published, source=source)
    (document,), _ = intake.extract(text.encode(), "text.txt", given=given)
    return read(document, gazetteer=gazetteer(), on=None)


@cache
def gazetteer() -> Gazetteer:
    """Return GeoNames with the example's places and the few more that tests need."""
    return gazetteers.load([GAZETTEER, TEST_PLACES])[0]


def flat(claim: Claim) -> Fields:
    """Return a claim's fields by name; ``children="9-9"`` for a group, ``place`` and ``latitude`` of the best place."""
    fields: Fields = {
        "start": claim.start,
        "end": claim.end,
        "quote": claim.quote,
        "speaker": claim.speaker,
        "via": claim.via,
        "when": claim.when,
        "where": claim.where,
        "place": claim.places[0].name if claim.places else None,
        "latitude": _degrees(claim),
    }
    match claim:
        case Casualty():
            fields |= _casualty(claim)
        case Position():
            fields |= {"kind": "position", "position": claim.position.value}
        case Blame():
            fields |= {"kind": "blame", "blamed": claim.blamed, "cause": claim.cause, "stance": claim.stance}
        case Exposure():
            fields |= {"kind": "exposure", "low": claim.count.low, "high": claim.count.high, "what": claim.what}
        case _:
            raise TypeError(f"{type(claim).__name__} is no kind of claim")
    return fields


def _degrees(claim: Claim) -> str | None:
    if not claim.places or claim.places[0].latitude is None:
        return None
    return f"{claim.places[0].latitude:.2f}"


def _casualty(claim: Casualty) -> Fields:
    fields: Fields = {
        "kind": "casualty",
        "outcome": claim.outcome.value,
        "who": claim.who.value,
        "unit": claim.unit.value,
        "low": claim.count.low,
        "high": claim.count.high,
        "vague": claim.count.vague,
        "approx": claim.count.approx,
        "scope": claim.scope.value,
        "modality": claim.modality.value,
        "blamed": claim.blamed,
        "headline": claim.headline,
    }
    return fields | {group.name: f"{group.low}-{group.high}" for group in claim.groups}
