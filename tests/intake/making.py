"""Small files of every kind, made from words of our own: what the tests of intake read."""

import gzip
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from email.message import EmailMessage

ONE = "Four people were killed on Monday when shells hit the school in Qarya, the mayor said."
TWO = "Nine others were hurt, two of them badly, and the roof had come down on a class, a nurse added."
CAPTURED = "2021-05-04T08:00:00Z"


def pdf(pages: Sequence[Sequence[str]], about: Mapping[str, str] | None = None) -> bytes:
    """Return a PDF with lines of text on each page."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    info = "".join(f"/{key} ({value})" for key, value in (about or {}).items())
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, lines in enumerate(pages):
        shown = "".join(f"({line}) Tj 0 -14 Td " for line in lines)
        stream = f"BT /F1 11 Tf 72 720 Td {shown}ET"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    objects.append(f"<< {info} >>")
    body, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{one}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n"
    last = f"<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    return body + end.encode() + last.encode()


def zipped(entries: Mapping[str, bytes | str], *, level: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a ZIP of some entries."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", level) as pack:
        for name, data in entries.items():
            pack.writestr(name, data)
    return file.getvalue()


_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
    "<dc:title>Note on Qarya</dc:title><dc:creator>Nadia Ferrow</dc:creator>"
    "<dcterms:created>2021-05-04T09:00:00Z</dcterms:created></cp:coreProperties>"
)


def docx(body: str) -> bytes:
    """Return a DOCX around the XML of a body; ``paragraph`` makes its parts."""
    document = f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
    return zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": document, "docProps/core.xml": _CORE})


def paragraph(*runs: str) -> str:
    """Return a paragraph of a DOCX from runs of text."""
    return "<w:p>" + "".join(f'<w:r><w:t xml:space="preserve">{run}</w:t></w:r>' for run in runs) + "</w:p>"


def mail(body: str, attachments: Mapping[str, bytes] | None = None, *, html: str | None = None) -> bytes:
    """Return an e-mail with attachments."""
    message = EmailMessage()
    message["From"] = "Valley Desk <desk@valley.example>"
    message["To"] = "list@valley.example"
    message["Subject"] = "Shells hit a school"
    message["Date"] = "Tue, 04 May 2021 23:30:00 +0300"
    message.set_content(body)
    if html is not None:
        message.add_alternative(html, subtype="html")
    for name, data in (attachments or {}).items():
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def page(*paragraphs: str, title: str = "Shells hit a school", head: str = "") -> str:
    """Return a saved page with an article."""
    body = "".join(f"<p>{one}</p>" for one in paragraphs)
    return (
        f'<!doctype html><html lang="en"><head><title>{title} | Valley Post</title>{head}</head>'
        f"<body><nav><a href=/>Home</a></nav><article><h1>{title}</h1>{body}</article></body></html>"
    )


def response(
    content: bytes, *, number: int = 1, url: str = "https://post.example/1", media: str = "text/html; charset=utf-8",
    status: int = 200, headers: str = "",
) -> bytes:  # fmt: skip
    """Return a WARC record of a response."""
    http = f"HTTP/1.1 {status} OK\r\nContent-Type: {media}\r\n{headers}Content-Length: {len(content)}\r\n\r\n"
    block = http.encode() + content
    head = (
        "WARC/1.1\r\nWARC-Type: response\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012}>\r\n"
        f"WARC-Target-URI: {url}\r\nWARC-Date: {CAPTURED}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def warc_gz(*records: bytes) -> bytes:
    """Return records as a compressed WARC: one member of gzip each."""
    return b"".join(gzip.compress(record) for record in records)


def wacz(*records: bytes, pages: Sequence[str] = ()) -> bytes:
    """Return a WACZ of some records, which lists some pages."""
    listed = "\n".join(json.dumps({"url": url}) for url in pages)
    lines = json.dumps({"format": "json-pages-1.0"}) + "\n" + listed
    entries: dict[str, bytes | str] = {"archive/data.warc.gz": warc_gz(*records), "datapackage.json": "{}"}
    if pages:
        entries["pages/pages.jsonl"] = lines
    return zipped(entries, level=zipfile.ZIP_STORED)
