"""What was fetched, written as WARC 1.1 (ISO 28500): the record that can be verified later."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One request and the bytes that came back, as they came.

    Attributes:
        address: the IP address that was asked; when: UTC, ISO 8601 with ``Z``.
        request, response: whole HTTP messages, headers and all.
        body: where the response's body starts.
    """

    url: str
    address: str
    when: str
    request: bytes
    response: bytes
    body: int


def warc(exchanges: Sequence[Exchange], *, software: str, ids: Sequence[UUID]) -> bytes:
    """Return a WARC of some exchanges in order: a line about the file, then request and response of each.

    ``ids`` names the records: one for the first, two for each exchange.
    """
    about = f"software: {software}\r\nformat: WARC File Format 1.1\r\n".encode()
    names = [f"<{one.urn}>" for one in ids]
    when = exchanges[0].when if exchanges else "1970-01-01T00:00:00Z"
    whole = _record("warcinfo", names[0], when, about, {"Content-Type": "application/warc-fields"})
    for number, one in enumerate(exchanges):
        asked, answered = names[1 + 2 * number], names[2 + 2 * number]
        shared = {"WARC-Target-URI": one.url, "WARC-IP-Address": one.address, "WARC-Warcinfo-ID": names[0]}
        whole += _record(
            "response",
            answered,
            one.when,
            one.response,
            {
                **shared,
                "Content-Type": "application/http;msgtype=response",
                "WARC-Payload-Digest": _digest(one.response[one.body :]),
            },
        )
        whole += _record(
            "request",
            asked,
            one.when,
            one.request,
            {**shared, "Content-Type": "application/http;msgtype=request", "WARC-Concurrent-To": answered},
        )
    return whole


def _record(kind: str, name: str, when: str, block: bytes, headers: dict[str, str]) -> bytes:
    fields = {
        "WARC-Type": kind,
        "WARC-Record-ID": name,
        "WARC-Date": when,
        **headers,
        "WARC-Block-Digest": _digest(block),
        "Content-Length": str(len(block)),
    }
    head = "".join(f"{key}: {value}\r\n" for key, value in fields.items())
    return b"WARC/1.1\r\n" + head.encode() + b"\r\n" + block + b"\r\n\r\n"


def _digest(data: bytes) -> str:
    return f"sha256:{sha256(data).hexdigest()}"
