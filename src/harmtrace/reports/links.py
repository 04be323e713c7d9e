"""File names and anchors of the report: safe, stable, never a way out of the folder."""

import re
from functools import lru_cache
from hashlib import sha256

_UNSAFE = re.compile(r"[^A-Za-z0-9-]+")
_ANCHOR = re.compile(r"[A-Za-z0-9_-]{1,80}")
_CODE = re.compile(r"[A-Z0-9][A-Z0-9-]{0,60}")


@lru_cache(maxsize=8_192)
def document_name(document: str) -> str:
    """Return the page's file name for a document's id: readable start, then 12 hex digits of its hash.

    >>> document_name("../../etc/passwd")
    'etc-passwd-3754d6cb3a38.html'
    """
    readable = _UNSAFE.sub("-", document).strip("-")[:40]
    return f"{readable or 'document'}-{_digest(document)}.html"


@lru_cache(maxsize=8_192)
def incident_name(code: str) -> str:
    """Return the page's file name for an incident's code.

    >>> incident_name("XXX-20310504-001")
    'XXX-20310504-001.html'
    """
    if _CODE.fullmatch(code):
        return f"{code}.html"
    return document_name(code)


def anchor(claim: str) -> str:
    """Return the anchor of a claim, the same on its incident's and its document's page.

    >>> anchor("9f2c"), anchor('a"b')
    ('c-9f2c', 'c-a-b-39a012772dd5')
    """
    if _ANCHOR.fullmatch(claim):
        return f"c-{claim}"
    return f"c-{_UNSAFE.sub('-', claim).strip('-')[:40]}-{_digest(claim)}"


def page_name(stem: str, number: int) -> str:
    """Return the file name of page ``number`` (from 1) of a list.

    >>> page_name("index", 1), page_name("index", 2)
    ('index.html', 'index-2.html')
    """
    return f"{stem}.html" if number == 1 else f"{stem}-{number}.html"


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
