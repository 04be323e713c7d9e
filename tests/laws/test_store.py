"""Laws of the store: what goes in comes back equal."""

import tempfile
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harmtrace.errors import RecordError
from harmtrace.records import claim, incident, judgement, measure, month, text
from harmtrace.records.entry import Issue
from harmtrace.store import create_case, rows
from harmtrace.store.acts import ACTS
from harmtrace.store.codec import KINDS, dump, dump_whole, load, shape
from harmtrace.store.columns import dump_claims, dump_records, load_claims, load_records

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
st.register_type_strategy(str, words)
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
bound = st.none() | st.integers(0, 50)
counts = st.builds(
    lambda low, more, vague, approx: measure.Count(
        low=low, high=None if more is None else (low or 0) + more, vague=vague, approx=approx
    ),
    bound,
    bound,
    st.none() | words,
    st.booleans(),
)
st.register_type_strategy(measure.Count, counts)
st.register_type_strategy(date, st.dates())
claims: st.SearchStrategy[claim.Claim] = st.one_of(
    st.builds(claim.Casualty), st.builds(claim.Position), st.builds(claim.Blame), st.builds(claim.Exposure)
)
st.register_type_strategy(claim.Claim, claims)

RECORDS = [
    text.Document,
    text.Relation,
    text.Family,
    claim.Reading,
    claim.Account,
    claim.SetAside,
    incident.Incident,
    incident.LeftOut,
    judgement.Judgement,
    measure.Period,
    Issue,
    *ACTS.values(),
    month.Opening,
    month.Figure,
    month.Freezing,
    month.Line,
]


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
def test_a_record_written_and_read_is_the_same_record(kind: type[object]) -> None:
    @settings(max_examples=60, deadline=None)
    @given(st.from_type(kind))
    def law(record: object) -> None:
        assert load(kind, dump(kind, record)) == record

    law()


@settings(max_examples=60, deadline=None)
@given(st.builds(incident.Incident), st.floats(allow_nan=False) | st.just(float("-inf")))
def test_an_incident_written_at_once_is_the_same_incident(one: incident.Incident, weight: float) -> None:
    feature = incident.Feature(name="place", finding="elsewhere", weight=weight)
    pairing = incident.Pairing(a=("a", 0), b=("b", 0), score=0.5, features=(feature,), verdict="different")
    whole = replace(one, grouped=replace(one.grouped, pairings=(pairing,)))
    assert load(incident.Incident, dump_whole(incident.Incident, whole)) == whole


@settings(max_examples=40, deadline=None)
@given(st.lists(claims, max_size=4).map(tuple))
def test_claims_come_back_as_the_kind_that_they_are(several: tuple[claim.Claim, ...]) -> None:
    back = load(tuple[claim.Claim, ...], dump(tuple[claim.Claim, ...], several))
    assert back == several
    assert [type(one) for one in back] == [type(one) for one in several]


@settings(max_examples=80, deadline=None)
@given(st.lists(claims, max_size=6))
def test_claims_of_a_document_come_back_from_columns_in_their_order(several: list[claim.Claim]) -> None:
    ours = tuple(replace(one, document="d") for one in several)
    assert load_claims(dump_claims(ours), document="d") == ours
    assert load_claims(dump(tuple[claim.Claim, ...], ours), document="d") == ours, "as earlier versions wrote them"


@settings(max_examples=40, deadline=None)
@given(st.lists(st.builds(claim.Account), max_size=4), st.lists(st.builds(claim.SetAside), max_size=4))
def test_other_records_of_a_document_come_back_from_columns(
    accounts: list[claim.Account], aside: list[claim.SetAside]
) -> None:
    ours = tuple(replace(one, document="d") for one in accounts)
    theirs = tuple(replace(one, document="d") for one in aside)
    assert load_records(claim.Account, dump_records(claim.Account, ours), document="d") == ours
    assert load_records(claim.SetAside, dump_records(claim.SetAside, theirs), document="d") == theirs


def test_no_check_is_passed_over_where_records_are_filled_from_columns() -> None:
    for kind in (*KINDS.values(), claim.Account, claim.SetAside):
        assert not hasattr(kind, "__post_init__"), f"{kind.__name__} is filled without its constructor"


@settings(max_examples=15, deadline=None)
@given(st.lists(st.builds(text.Document), min_size=1, max_size=5, unique_by=lambda one: one.id), st.data())
def test_a_case_gives_back_documents_and_readings_as_they_went_in(
    documents: list[text.Document], data: st.DataObject
) -> None:
    documents = [_with_hash(one) for one in documents]
    readings = [
        claim.Reading(
            document=one.id,
            claims=tuple(_numbered(one.id, data.draw(st.lists(claims, max_size=2)))),
            accounts=tuple(
                replace(account, document=one.id)
                for account in data.draw(st.lists(st.builds(claim.Account), max_size=2))
            ),
            set_aside=(),
            issues=tuple(data.draw(st.lists(st.builds(Issue), max_size=2))),
            reference=None,
            reference_why="",
        )
        for one in documents
    ]
    with tempfile.TemporaryDirectory() as folder:
        case = create_case(Path(folder) / "case")
        with case.writing() as connection:
            run = rows.begin_run(connection, _run())
            rows.keep_originals(connection, run, [(one.sha256, 1, "n") for one in documents])
            rows.keep_documents(connection, run, documents)
            rows.keep_readings(connection, readings, rules="1", inputs="i")
        with case.reading() as connection:
            assert list(rows.documents(connection)) == documents
            assert list(rows.readings(connection)) == readings
            assert rows.unread(connection, rules="1", inputs="i") == ()
            assert rows.unread(connection, rules="2", inputs="i") == tuple(documents)
        case.engine.dispose()


def test_the_form_of_a_record_has_a_hash_of_its_own() -> None:
    assert shape(claim.Claim) != shape(claim.Account)
    assert shape(claim.Claim) == shape(claim.Claim)


def test_an_impossible_record_is_not_read_back() -> None:
    with pytest.raises(RecordError):
        load(measure.Count, '{"low":3,"high":2}')


def _with_hash(document: text.Document) -> text.Document:
    return replace(document, sha256=text.Sha256(sha256(document.id.encode()).hexdigest()))


def _numbered(document: str, several: list[claim.Claim]) -> list[claim.Claim]:
    return [
        replace(one, id=claim.ClaimId(f"{document}/{number}"), document=document) for number, one in enumerate(several)
    ]


def _run() -> rows.Run:
    return rows.Run(
        id=rows.RunId(0), command="run", inputs=("a",), rules=(("claims", "1"),), settings="s", started="2020-01-01"
    )
