from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from harmtrace.records.claim import ClaimId, Outcome, Reading
from harmtrace.records.measure import Place
from harmtrace.reports.book import Head, ReportCase
from harmtrace.reports.pages import pages
from tests.reports.page_checks import Page
from tests.reports.report_case import DOCUMENTS, GROUPED_2, casualty, incidents

_PIECES = [
    "<script>",
    "</td>",
    '"',
    "'",
    "&amp;",
    "]]>",
    "<!--",
    "{{ 7*7 }}",
    "{% raw %}",
    "\u202e",
    "\u2067",
    "\x00",
    "\ud800",
    "\r\n",
    "شبكة 137",
    "javascript:alert(1)",
    "../..",
    "</svg>",
    "\ufffe",
]
_TEXT = st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=8)), min_size=1, max_size=6).map(
    lambda pieces: "".join(pieces) or "x"
)


@settings(max_examples=60, deadline=None)
@given(_TEXT, _TEXT, _TEXT, st.data())
def test_whatever_the_texts_hold_the_pages_stay_whole(text: str, name: str, speaker: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    claim = casualty("w4", "wire-0506.txt", "killed 6 people", Outcome.KILLED, 6, 6, speaker=speaker, where=speaker)
    claim = replace(claim, document=name, start=start, end=start + 1, quote=text[start : start + 1])
    document = replace(
        DOCUMENTS["wire-0506.txt"], id=name, text=text, title=text, source=speaker, url=text, language=name
    )
    reading = Reading(
        document=name, claims=(claim,), accounts=(), set_aside=(), issues=(), reference=None, reference_why=text
    )
    place = replace(GROUPED_2.hypotheses[0], place=Place(name=speaker, latitude=1.0, longitude=1.0), claims=(claim.id,))
    grouped = replace(GROUPED_2, documents=(name,), hypotheses=(place,), claims=(claim.id,), when_why=text)
    tally = replace(incidents()[1].tally, lines=incidents()[1].tally.lines[:1])
    incident = replace(incidents()[1], grouped=grouped, tally=tally, brief=())
    case = ReportCase(
        title=text,
        incidents=(incident,),
        heads={name: Head.of(document, claims=1)},
        unplaced=((ClaimId("w4"), speaker),),
    )
    every = pages(
        case,
        readings={name: reading},
        document_of={name: document}.__getitem__,
        claim_of={ClaimId("w4"): claim}.__getitem__,
    )
    made = {page.path: page.make() for page in every}
    for path, content in made.items():
        content.encode("utf-8")
        if path.endswith(".html"):
            page = Page(content)
            assert page.faults == [], path
            assert {tag for tag, _ in page.tags}.isdisjoint({"script", "img", "iframe", "style"})
            assert all(not link.startswith(("javascript:", "//", "http")) for link in page.links)
            assert "\u202e" not in content
            assert "\x00" not in content
