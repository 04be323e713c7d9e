import posixpath
from dataclasses import replace
from urllib.parse import urldefrag

import pytest

from harmtrace.records.claim import ClaimId, Stated
from harmtrace.records.entry import Issue
from harmtrace.records.incident import PositionStatus, Uncounted
from harmtrace.reports import links, phrase
from harmtrace.reports.book import Outline, ReportCase
from harmtrace.reports.pages import INCIDENTS_A_PAGE, Seen
from tests.reports.page_checks import Page
from tests.reports.report_case import CLAIMS, HOSTILE, case, incidents, made, written


@pytest.fixture(scope="module")
def report() -> dict[str, str]:
    return written(case())


@pytest.fixture(scope="module")
def parsed(report: dict[str, str]) -> dict[str, Page]:
    return {path: Page(content) for path, content in report.items() if path.endswith(".html")}


def test_every_page_is_balanced_and_has_each_id_once(parsed: dict[str, Page]) -> None:
    for path, page in parsed.items():
        assert page.faults == [], path
        assert len(page.ids) == len(set(page.ids)), path


def test_every_link_leads_to_a_page_and_an_anchor_that_exist(parsed: dict[str, Page]) -> None:
    for path, page in parsed.items():
        for link in page.links:
            target, anchor = urldefrag(link)
            where = posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path
            assert where in parsed, (path, link)
            assert not anchor or anchor in parsed[where].ids, (path, link)


def test_no_page_runs_a_script_or_loads_anything_from_outside(parsed: dict[str, Page]) -> None:
    for path, page in parsed.items():
        assert {tag for tag, _ in page.tags}.isdisjoint({"script", "img", "iframe", "object", "style", "form"}), path
        assert all(load in ("data:,", "report.css", "../report.css") for load in page.loads), path
        assert all(not name.startswith("on") and name != "style" for _, found in page.tags for name in found), path


def test_every_page_forbids_what_it_does_not_need(parsed: dict[str, Page]) -> None:
    for path, page in parsed.items():
        (policy,) = page.having("meta", **{"http-equiv": "Content-Security-Policy"})
        assert policy["content"].startswith("default-src 'none';"), path
        assert "http" not in policy["content"], path
        assert "unsafe" not in policy["content"], path


def test_every_page_has_a_language_a_title_one_heading_and_a_way_past_the_menu(parsed: dict[str, Page]) -> None:
    for path, page in parsed.items():
        names = [tag for tag, _ in page.tags]
        assert page.having("html", lang="en"), path
        assert names.count("h1") == 1, path
        assert names.count("main") == 1, path
        assert page.links[0] == "#main", path
        assert names.count("title") >= 1, path
        assert all("scope" in found for tag, found in page.tags if tag == "th"), path
        assert all("aria-labelledby" in found or "aria-hidden" in found for tag, found in page.tags if tag == "svg"), (
            path
        )


def test_hostile_words_are_shown_and_never_obeyed(report: dict[str, str], parsed: dict[str, Page]) -> None:
    path = f"document/{links.document_name(HOSTILE)}"
    words = "".join(parsed[path].words)
    assert '<script>alert("title")</script> & "more"' in words
    assert "[U+202E]" in words
    assert "␀" in words
    assert all(
        "<script" not in content and "\x00" not in content and "\u202e" not in content for content in report.values()
    )


def test_no_file_name_leaves_the_folder_or_depends_on_case_or_signs(report: dict[str, str]) -> None:
    for name in ("../../x", "a/b", "A.txt", "a.txt", "con", "\x00", "", "\ud800", "٣" * 400):
        made = links.document_name(name)
        assert "/" not in made
        assert ".." not in made
        assert made.isascii()
        assert len(made) < 80
    assert links.document_name("A.txt").lower() != links.document_name("a.txt").lower()
    assert all(path.count("/") <= 1 and not path.startswith(".") for path in report)


def test_the_same_records_give_the_same_bytes(report: dict[str, str]) -> None:
    assert written(case()) == report


def test_a_document_without_claims_gets_no_page_and_no_link(report: dict[str, str]) -> None:
    assert not any("silent" in path for path in report)
    row = report["documents.html"].partition("silent.txt")[2].partition("</tr>")[0]
    assert "href" not in row


def test_every_claim_of_an_incident_has_its_row_and_its_words_in_its_document(parsed: dict[str, Page]) -> None:
    for incident in incidents():
        page = parsed[f"incident/{incident.code}.html"]
        for known in incident.grouped.claims:
            claim = CLAIMS[known]
            assert links.anchor(known) in page.ids
            where = f"document/{links.document_name(claim.document)}"
            assert f"../{where}#{links.anchor(known)}" in page.links
            assert links.anchor(known) in parsed[where].ids


def test_a_superseded_number_says_what_replaced_it(report: dict[str, str]) -> None:
    page = report["incident/XXX-20310504-001.html"]
    row = page[page.index('id="c-f1"') :].partition("</tr>")[0]
    assert "superseded" in row
    assert 'href="#c-w2"' in row
    assert "an earlier step of one running count" in row


def test_a_claim_left_out_says_why(report: dict[str, str]) -> None:
    page = report["incident/XXX-20310504-001.html"]
    row = page[page.index('id="c-f3"') :].partition("</tr>")[0]
    assert "not counted" in row
    assert "a vague word, and another claim has a number" in row


def test_a_time_filled_in_from_another_text_is_said_to_be_so(report: dict[str, str]) -> None:
    assert "time filled in: 4 May 2031 (year filled from lantern/first.txt)" in report["incident/XXX-20310504-001.html"]


def test_non_credible_is_never_shown_as_no_harm(report: dict[str, str]) -> None:
    page = report["incident/XXX-20310504-001.html"]
    assert "found too little, at that time" in page
    assert "It does not say that nobody was harmed." in page
    assert "no harm" not in page.lower()


def test_a_suggested_grade_is_marked_and_a_signed_one_too(report: dict[str, str]) -> None:
    index = report["index.html"]
    assert '<em>Contested</em> <span class="tag suggest">suggested</span>' in index
    assert '<strong>Weak</strong> <span class="tag">signed</span>' in index


def test_arabic_words_in_an_english_sentence_cannot_turn_numbers_round(report: dict[str, str]) -> None:
    assert "101 civilians, according to <bdi>شبكة النور</bdi>" in report["incident/XXX-20310504-001.html"]


def test_period_totals_stand_apart_and_lead_to_their_words(parsed: dict[str, Page], report: dict[str, str]) -> None:
    assert "none is in any incident" in report["index.html"]
    assert f"document/{links.document_name('roundup.txt')}#c-r1" in parsed["index.html"].links


def test_many_incidents_are_listed_page_by_page() -> None:
    first = incidents()[0]
    many = tuple(replace(first, code=f"XXX-20310504-{number:03d}") for number in range(INCIDENTS_A_PAGE + 1))
    shown = written(replace(case(), incidents=many))
    assert "index-2.html" in shown
    assert "index-3.html" not in shown
    assert 'href="index-2.html"' in shown["index.html"]
    assert shown["index-2.html"].count('class="code" href="incident/') == 1


def test_a_long_list_of_issues_gets_pages_of_its_own() -> None:
    issues = tuple(Issue(code="row", message=f"line {number}") for number in range(1_500))
    shown = written(replace(case(), issues=issues))
    assert {"issues.html", "issues-2.html"} <= shown.keys()
    assert 'href="issues.html"' in shown["index.html"]
    assert "line 1499" not in shown["index.html"]
    for path in ("index.html", "issues.html", "issues-2.html"):
        assert Page(shown[path]).faults == []


def test_an_empty_case_says_so() -> None:
    shown = written(ReportCase(title="Nothing yet"))
    assert "No incident was found" in shown["index.html"]
    assert set(shown) == {"report.css", "index.html", "assessments.html"}


def test_texts_and_incidents_are_gone_through_once() -> None:
    outlines = [Outline.of(one) for one in incidents()]
    shown = replace(case(), incidents=iter(incidents()), outlines=outlines)
    assert written(shown) == written(case())


def marks(shown: ReportCase, *, readings: dict[str, bytes] | None = None, code: str = "") -> dict[str, str]:
    seen = Seen(
        case="c",
        reading=lambda id: (readings or {}).get(id, id.encode()),
        incident=lambda one: b"changed" if one == code else one.encode(),
    )
    return {page.path: page.mark for page in made(shown, seen=seen)}


def changed(before: dict[str, str], after: dict[str, str]) -> set[str]:
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


def test_a_page_keeps_its_mark_while_nothing_on_it_changes() -> None:
    before = marks(case())
    assert changed(before, marks(case())) == set()
    assert changed(before, marks(replace(case(), on="2031-12-31"))) == set()
    assert all(bool(mark) == path.startswith(("document/", "incident/")) for path, mark in before.items())


def test_a_changed_incident_changes_the_mark_of_its_page_alone() -> None:
    code = incidents()[0].code
    assert changed(marks(case()), marks(case(), code=code)) == {f"incident/{links.incident_name(code)}"}


def test_what_a_document_says_changes_its_page_and_those_of_its_incidents() -> None:
    one = incidents()[0]
    document = one.grouped.documents[0]
    found = changed(marks(case()), marks(case(), readings={document: b"anew"}))
    assert f"document/{links.document_name(document)}" in found
    assert f"incident/{links.incident_name(one.code)}" in found
    assert not any(f"document/{links.document_name(other)}" in found for other in one.grouped.documents[1:])


def test_a_relation_or_a_decision_changes_the_marks_of_the_pages_that_show_it() -> None:
    shown = case()
    relation = shown.relations[0]
    other = replace(shown, relations=[replace(relation, why="another reason"), *shown.relations[1:]])
    ends = {f"document/{links.document_name(id)}" for id in (relation.a, relation.b)}
    assert changed(marks(shown), marks(other)) == ends & marks(shown).keys()
    judged = next(one for one in shown.judgements if one.subject in CLAIMS)
    undone = replace(shown, judgements=[one for one in shown.judgements if one is not judged])
    document = CLAIMS[ClaimId(judged.subject)].document
    assert f"document/{links.document_name(document)}" in changed(marks(shown), marks(undone))


def test_a_denial_of_responsibility_is_not_told_as_a_finding() -> None:
    denied = phrase.status(PositionStatus.NON_CREDIBLE_UNSUBSTANTIATED, Stated.RESPONSIBILITY_DENIED)
    assert denied == "responsibility denied"
    assert "at that time" in phrase.status(PositionStatus.NON_CREDIBLE_UNSUBSTANTIATED, Stated.NON_CREDIBLE)


def test_an_event_that_nobody_counts_is_listed_apart_and_is_no_incident() -> None:
    shown = case()
    ids = tuple(sorted(head for head in shown.heads))[:2]
    told = Uncounted(when="2030-05-04", places=("Brae <Velm>",), documents=ids, why=("same place",))
    index = written(replace(shown, uncounted=(told,)))["index.html"]
    assert Page(index).faults == []
    assert 'id="uncounted">Told of without a number' in index
    assert "Brae &lt;Velm&gt;" in index
    assert written(shown)["index.html"].count("Told of without a number") == 0
