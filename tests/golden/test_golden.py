"""The bundled case, from documents to claims, copies and incidents, reviewed as text diffs."""

import difflib
import json

import pytest

from tests.golden.build import STORED, results


@pytest.fixture(scope="module")
def found() -> dict[str, str]:
    return results()


@pytest.mark.parametrize("name", ["claims.jsonl", "copies.json", "dismissals.json", "incidents.json", "strikes.json"])
def test_the_bundled_case_gives_the_stored_results(found: dict[str, str], name: str) -> None:
    stored = (STORED / name).read_text(encoding="utf-8")
    if found[name] != stored:
        difference = difflib.unified_diff(
            stored.splitlines(), found[name].splitlines(), "stored", "found", lineterm="", n=2
        )
        pytest.fail(f"{name} differs; if that is meant, run `make golden` and review:\n" + "\n".join(difference))


def test_every_claim_quotes_its_document_exactly(found: dict[str, str]) -> None:
    claims = [json.loads(line) for line in found["claims.jsonl"].splitlines()]
    assert claims
    assert all(len(claim["quote"]) == claim["end"] - claim["start"] for claim in claims)
    assert len({claim["id"] for claim in claims}) == len(claims)


def test_every_sentence_of_a_brief_cites_claims_of_its_incident(found: dict[str, str]) -> None:
    for incident in json.loads(found["incidents.json"])["incidents"]:
        assert incident["brief"]
        for line in incident["brief"]:
            assert line["claims"], line["sentence"]


def test_no_period_total_sets_an_incidents_range(found: dict[str, str]) -> None:
    answer = json.loads(found["incidents.json"])
    totals = {period["claim"] for period in answer["periods"]}
    assert totals
    for incident in answer["incidents"]:
        assert totals.isdisjoint(incident["claims"])
