"""Which kind of file a name stands for, by its ending; what each kind needs to be opened."""

from pathlib import PurePosixPath

TEXT = "text/plain"
HTML = "text/html"
JSON = "application/json"
RECORDS = "application/jsonl"
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MAIL = "message/rfc822"
MHTML = "multipart/related"
XML = "application/xml"
CSV = "text/csv"
WARC = "application/warc"
WACZ = "application/wacz"
ZIP = "application/zip"
GZIP = "application/gzip"

MEDIA = {
    ".txt": TEXT,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".json": JSON,
    ".jsonl": RECORDS,
    ".ndjson": RECORDS,
    ".pdf": PDF,
    ".docx": DOCX,
    ".eml": MAIL,
    ".mhtml": MHTML,
    ".mht": MHTML,
    ".rss": XML,
    ".atom": XML,
    ".xml": XML,
    ".csv": CSV,
    ".warc": WARC,
    ".warc.gz": WARC,
    ".wacz": WACZ,
    ".zip": ZIP,
    ".gz": GZIP,
}
# Nothing is unpacked or run to read these, so they need no process of their own.
PLAIN = frozenset((TEXT, JSON, RECORDS))
# Read from an open file, a part at a time, so they may be larger than memory.
STREAMED = frozenset((WARC, WACZ, ZIP, GZIP))

# Recordings that a folder of documents may hold beside them; the pictures of saved pages are none.
RECORDED = frozenset(
    (
        *(".mp4", ".m4v", ".mov", ".3gp", ".ts", ".m2ts", ".mts", ".mpg", ".mpeg", ".mkv", ".webm", ".avi", ".wmv"),
        *(".mxf", ".klv"),
    )
)

_TYPES = {
    "text/html": HTML,
    "application/xhtml+xml": HTML,
    "text/plain": TEXT,
    "application/pdf": PDF,
    DOCX: DOCX,
    "application/rss+xml": XML,
    "application/atom+xml": XML,
    "message/rfc822": MAIL,
}


def media_of(name: str) -> str | None:
    """Return the media type that a file's name stands for; None where it is of no kind that is read.

    >>> media_of("a/Report.PDF"), media_of("crawl.warc.gz"), media_of("photo.jpg")
    ('application/pdf', 'application/warc', None)
    """
    lower = name.lower()
    if lower.endswith(".warc.gz"):
        return WARC
    return MEDIA.get(PurePosixPath(lower).suffix)


def media_of_type(stated: str) -> str | None:
    """Return the kind that a Content-Type states; None where none is read.

    >>> media_of_type("text/html; charset=utf-8"), media_of_type("image/png")
    ('text/html', None)
    """
    return _TYPES.get(stated.partition(";")[0].strip().lower())
