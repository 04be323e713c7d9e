"""Files of every kind become documents: text, day, address, author, and what they were derived with."""

import json
from pathlib import Path

import pytest

from harmtrace.intake import Original, Taken, extract, read
from harmtrace.records.entry import Issue
from harmtrace.records.text import Document, ZoneKind
from tests.intake.making import (
    CAPTURED,
    ONE,
    TWO,
    docx,
    mail,
    page,
    paragraph,
    pdf,
    response,
    wacz,
    warc_gz,
    zipped,
)

_WIDE = [
    "Four people were killed on Monday when shells hit the school in",
    "Qarya, the mayor said. Nine others were hurt, two of them badly,",
    "and the roof had come down on a class.",
    "The shelling went on for an hour, people who live near by said,",
    "and nobody could leave.",
]


def _one(data: bytes, name: str) -> Document:
    (document,), issues = extract(data, name)
    assert issues == ()
    return document


# ---- PDF


def test_the_lines_of_a_pdf_become_paragraphs() -> None:
    document = _one(pdf([_WIDE], {"Title": "Note on Qarya", "Author": "Nadia Ferrow"}), "note.pdf")
    assert document.text == " ".join(_WIDE[:3]) + "\n\n" + " ".join(_WIDE[3:])
    assert (document.title, document.author, document.media) == ("Note on Qarya", "Nadia Ferrow", "application/pdf")
    assert document.derived is not None
    assert document.derived.tool == "pypdfium2"
    assert document.derived.version


def test_the_day_a_pdf_was_made_is_no_day_of_publication() -> None:
    document = _one(pdf([_WIDE], {"CreationDate": "D:20210504120000Z"}), "note.pdf")
    assert document.published is None
    assert [(one.day, one.found) for one in document.dates] == [("2021-05-04", "file: pdf CreationDate")]


def test_heads_and_feet_that_the_pages_of_a_pdf_share_are_no_text() -> None:
    pages = [["Lantern Network - Monthly note", *_WIDE, f"Page {number} of 3"] for number in (1, 2, 3)]
    document = _one(pdf(pages), "note.pdf")
    marked = [document.text[zone.start : zone.end] for zone in document.zones if zone.kind is ZoneKind.BOILERPLATE]
    assert marked.count("Lantern Network - Monthly note") == 3
    assert "Page 2 of 3" in marked


def test_a_page_of_a_pdf_without_text_is_named() -> None:
    (document,), (issue,) = extract(pdf([_WIDE, []]), "note.pdf")
    assert document.text.startswith("Four people")
    assert issue.code == "no-text-layer"
    assert "page 2" in issue.message


def test_a_pdf_of_pictures_alone_gives_no_document() -> None:
    documents, (issue,) = extract(pdf([[], []]), "scan.pdf")
    assert documents == ()
    assert issue.code == "no-text-layer"


# ---- DOCX


def test_the_paragraphs_and_tables_of_a_docx_are_read_as_they_stand_after_changes() -> None:
    changed = (
        "<w:p><w:r><w:t>At least </w:t></w:r><w:del><w:r><w:delText>nine</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>four died.</w:t></w:r></w:ins></w:p>"
    )
    cells = "".join(f"<w:tc>{paragraph(words)}</w:tc>" for words in ("Killed", "7"))
    document = _one(docx(paragraph(ONE[:20], ONE[20:]) + changed + f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"), "n.docx")
    assert document.text == f"{ONE}\n\nAt least four died.\n\nKilled; 7"
    assert (document.title, document.author, document.published) == ("Note on Qarya", "Nadia Ferrow", None)


# ---- e-mail


def test_a_message_and_its_attachments_are_documents_of_their_own() -> None:
    attached = {"report.txt": ONE.encode(), "note.pdf": pdf([_WIDE]), "photo.jpg": b"\xff\xd8\xff"}
    documents, issues = extract(mail(TWO, attached), "box/one.eml")
    assert [one.id for one in documents] == ["box/one.eml", "box/one.eml/report.txt", "box/one.eml/note.pdf"]
    first = documents[0]
    assert first.text.strip() == TWO
    assert (first.title, first.source, first.published) == ("Shells hit a school", "Valley Desk", "2021-05-04")
    assert documents[1].text == ONE
    assert [issue.code for issue in issues] == ["unknown-format"]


def test_a_message_in_html_is_read_as_a_page() -> None:
    message = b"From: a@b.example\nSubject: Toll\nContent-Type: text/html\n\n" + page(ONE, TWO).encode()
    assert ONE in _one(message, "a.eml").text


def test_a_forwarded_message_is_a_document_of_its_own() -> None:
    inner = mail(ONE)
    outer = (
        b'From: a@b.example\nSubject: Fwd\nContent-Type: multipart/mixed; boundary="x"\n\n--x\n'
        b"Content-Type: text/plain\n\nSee below.\n--x\nContent-Type: message/rfc822\n\n" + inner + b"\n--x--\n"
    )
    documents, issues = extract(outer, "a.eml")
    assert issues == ()
    assert [one.id for one in documents] == ["a.eml", "a.eml/message-1.eml"]
    assert documents[1].text.strip() == ONE


def test_a_page_saved_as_mhtml_keeps_its_address() -> None:
    saved = (
        b"From: <Saved by a browser>\nSnapshot-Content-Location: https://post.example/1\nMIME-Version: 1.0\n"
        b'Content-Type: multipart/related; boundary="x"\n\n--x\nContent-Type: text/html\n\n'
        + page(ONE, TWO).encode()
        + b"\n--x--\n"
    )
    document = _one(saved, "a.mhtml")
    assert (document.url, document.title) == ("https://post.example/1", "Shells hit a school")


# ---- feeds


def test_each_entry_of_an_rss_feed_is_a_document() -> None:
    feed = (
        '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        "<title>Valley Post</title><language>en</language>"
        "<item><title>Shells hit a school</title><link>https://post.example/1</link>"
        "<guid>https://post.example/?p=1</guid><pubDate>Tue, 04 May 2021 23:30:00 +0300</pubDate>"
        f"<description>short</description><content:encoded><![CDATA[<p>{ONE}</p><p>{TWO}</p>]]></content:encoded>"
        "</item><item><title>Two</title><guid>17</guid><description>&lt;p&gt;Nobody was hurt.&lt;/p&gt;</description>"
        "</item></channel></rss>"
    )
    documents, issues = extract(feed.encode(), "feeds/post.xml")
    assert issues == ()
    first, second = documents
    assert (first.id, first.text) == ("https://post.example/?p=1", f"Shells hit a school\n\n{ONE}\n\n{TWO}")
    assert (first.published, first.published_why) == ("2021-05-04", "feed pubDate")
    assert (first.url, first.source, first.language) == ("https://post.example/1", "Valley Post", "en")
    assert (second.id, second.text) == ("feeds/post.xml/17", "Two\n\nNobody was hurt.")


def test_each_entry_of_an_atom_feed_is_a_document() -> None:
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Valley Post</title><entry>'
        "<title>Shells hit a school</title><id>tag:post.example,2021:1</id><updated>2021-05-05T00:00:00Z</updated>"
        '<published>2021-05-04T23:30:00+03:00</published><link href="https://post.example/1"/>'
        f"<author><name>Nadia Ferrow</name></author><summary>{ONE}</summary></entry></feed>"
    )
    document = _one(feed.encode(), "post.atom")
    assert (document.id, document.published, document.author) == (
        "tag:post.example,2021:1",
        "2021-05-04",
        "Nadia Ferrow",
    )
    assert document.url == "https://post.example/1"
    assert ONE in document.text


# ---- web archives


def test_the_responses_of_a_warc_that_hold_text_are_documents() -> None:
    records = (
        response(page(ONE, TWO).encode()),
        response(b"\x89PNG", number=2, media="image/png"),
        response(page("gone").encode(), number=3, status=404),
        response(ONE.encode(), number=4, url="https://post.example/4", media="text/plain"),
    )
    for data, name in ((b"".join(records), "a.warc"), (warc_gz(*records), "a.warc.gz")):
        documents, issues = extract(data, name)
        assert issues == ()
        first, second = documents
        assert first.id == "urn:uuid:00000000-0000-4000-8000-000000000001"
        assert (first.url, first.captured, first.media) == ("https://post.example/1", CAPTURED, "text/html")
        assert ONE in first.text
        assert (second.url, second.text) == ("https://post.example/4", ONE)


def test_of_a_wacz_the_pages_that_it_lists_are_documents() -> None:
    records = (
        response(page(ONE, TWO).encode()),
        response(page("An advertisement in a frame.").encode(), number=2, url="https://ads.example/frame"),
    )
    (document,), issues = extract(wacz(*records, pages=["https://post.example/1"]), "crawl.wacz")
    assert issues == ()
    assert document.url == "https://post.example/1"
    documents, _ = extract(wacz(*records), "crawl.wacz")
    assert len(documents) == 2


# ---- tables of other programs


def test_a_table_of_our_own_columns_is_read_row_by_row() -> None:
    table = f'id,text,source,published\na,"{ONE}\n\n{TWO}",Valley Post,2021-05-04\nb,,Valley Post,\n'
    (document,), (issue,) = extract(table.encode(), "documents-of-may.csv")
    assert (document.id, document.text, document.source) == ("a", f"{ONE}\n\n{TWO}", "Valley Post")
    assert issue.code == "empty"
    assert issue.start == 5 or "line" in issue.message


def test_the_table_of_auto_archiver_is_read_with_its_dictionaries() -> None:
    about = (
        "{'_processed_at': datetime.datetime(2021, 5, 4, 8, 0, tzinfo=datetime.timezone.utc), "
        "'url': 'https://social.example/1', 'title': 'Qarya', 'content': 'Four people were killed, a doctor''s note', "
        "'timestamp': datetime.datetime(2021, 5, 3, 21, 0, tzinfo=datetime.timezone.utc)}"
    ).replace("doctor''s", "doctor\\'s")
    media = "[{'filename': 'a.mp4', 'urls': [], 'properties': {}}]"
    rows = (
        f'status,metadata,media\ntelegram: success,"{about}","{media}"\nfailed,"{{\'url\': __import__(\'os\')}}",[]\n'
    )
    (document,), (issue,) = extract(rows.encode(), "archive/db.csv")
    assert document.id == "archive/db.csv/https://social.example/1"
    assert document.text == "Qarya\n\nFour people were killed, a doctor's note"
    assert (document.published, document.captured) == ("2021-05-03", "2021-05-04T08:00:00+00:00")
    assert (issue.code, issue.start) == ("table-cell", 3)


def test_the_json_of_auto_archiver_is_read() -> None:
    record = {
        "status": "wayback: success",
        "metadata": {"url": "https://social.example/1", "content": ONE, "timestamp": "2021-05-03T21:00:00+00:00"},
        "media": [],
    }
    document = _one(json.dumps(record).encode(), "one.json")
    assert (document.id, document.text) == ("one.json/https://social.example/1", ONE)
    assert document.published == "2021-05-03"


def test_the_same_page_archived_twice_is_two_documents() -> None:
    row = "success,\"{'url': 'https://social.example/1', 'content': 'Four died.'}\",[]\n"
    documents, issues = extract(f"status,metadata,media\n{row}{row}".encode(), "db.csv")
    assert issues == ()
    assert [one.id for one in documents] == ["db.csv/https://social.example/1", "db.csv/https://social.example/1 (2)"]


def test_a_sheet_of_auto_archiver_is_read() -> None:
    table = (
        "Link,Archive status,Archive location,Archive date,Upload timestamp,Upload title,Text content,Hash\n"
        f'https://social.example/1,success,https://s.example/a,2021-05-04T08:00:00,2021-05-03T21:00:00,Qarya,"{ONE}",x\n'
    )
    document = _one(table.encode(), "sheet.csv")
    assert (document.url, document.published) == ("https://social.example/1", "2021-05-03")
    assert document.text == f"Qarya\n\n{ONE}"


def test_the_bulletins_of_bayanat_are_read() -> None:
    table = (
        ",id,title,title_ar,origin_id,source_link,description,publish_date,sources.source-1\n"
        f'0,17,Shells hit a school,,A-1,https://post.example/1,"{ONE}",2021-05-04T00:00,3-Valley Post\n'
    )
    document = _one(table.encode(), "bulletins.csv")
    assert (document.id, document.source, document.published) == ("bulletins.csv/17", "Valley Post", "2021-05-04")
    assert (document.url, document.text) == ("https://post.example/1", f"Shells hit a school\n\n{ONE}")


def test_the_entities_of_uwazi_are_read() -> None:
    header = "Title,Date added,Template,Summary,Cause,Published"
    table = f'{header}\nQarya,2021-05-04,Event,"{TWO} {ONE} {TWO}",Shelling,Published\n'
    document = _one(table.encode(), "uwazi.csv")
    assert document.id == "uwazi.csv/row-1"
    assert document.text == f"Qarya\n\n{TWO} {ONE} {TWO}\n\nCause: Shelling"


def test_a_table_of_no_known_kind_is_named() -> None:
    documents, (issue,) = extract(b"name,latitude,longitude\nQarya,34.1,40.2\n", "places.csv")
    assert documents == ()
    assert issue.code == "table-unknown"
    assert "name, latitude, longitude" in issue.message


# ---- archives


def test_what_lies_in_a_zip_is_read_as_if_it_lay_in_a_folder() -> None:
    inner = zipped({"deep.txt": TWO})
    data = zipped(
        {
            "b/page.html": page(ONE, TWO),
            "a.txt": ONE,
            "documents.csv": "file,source,published\na.txt,Valley Post,2021-05-04\n",
            "more.zip": inner,
            "photo.jpg": b"x",
            "__MACOSX/a.txt": b"x",
        }
    )
    documents, issues = extract(data, "in/box.zip")
    assert [one.id for one in documents] == [
        "in/box.zip/a.txt",
        "in/box.zip/b/page.html",
        "in/box.zip/more.zip/deep.txt",
    ]
    assert (documents[0].source, documents[0].published) == ("Valley Post", "2021-05-04")
    assert [issue.code for issue in issues] == ["unknown-format"]
    assert len({one.sha256 for one in documents}) == 1


@pytest.mark.parametrize("name", ["a.txt.gz", "a.html.gz", "a.jsonl.gz"])
def test_a_gzipped_file_keeps_the_name_of_the_whole(name: str) -> None:
    import gzip

    bodies = {"a.txt.gz": ONE, "a.html.gz": page(ONE, TWO), "a.jsonl.gz": json.dumps({"id": "r", "text": ONE})}
    document = _one(gzip.compress(bodies[name].encode()), name)
    assert document.id == ("r" if "jsonl" in name else name)
    assert ONE in document.text


# ---- through the sandbox


def test_every_kind_goes_through_the_sandbox_and_each_original_stands_before_its_documents(tmp_path: Path) -> None:
    files = {
        "a.pdf": pdf([_WIDE]),
        "b.docx": docx(paragraph(ONE)),
        "c.eml": mail(ONE, {"x.txt": TWO.encode()}),
        "d.warc.gz": warc_gz(response(page(ONE, TWO).encode())),
        "e.zip": zipped({"x.html": page(ONE, TWO)}),
        "f.html": page(ONE, TWO).encode(),
        "g.csv": b"status,metadata,media\nok,\"{'url': 'https://s.example/1', 'content': 'Four died.'}\",[]\n",
        "h.txt": ONE.encode(),
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    items = list(read([tmp_path]))
    assert [item for item in items if isinstance(item, Issue)] == []
    taken = [item for item in items if isinstance(item, Taken)]
    here = {}
    for name, data in files.items():
        for document in extract(data, name)[0]:
            here[document.id] = document
    assert {item.document.id: item.document for item in taken} == here
    seen: set[str] = set()
    for item in items:
        if isinstance(item, Original):
            seen.add(item.sha256)
        elif isinstance(item, Taken):
            assert item.document.sha256 == item.original
            assert item.original in seen
