"""Edge: somebody else's word on when a seal was there: RFC 3161 time stamps and OpenTimestamps calendars."""

import secrets
import urllib.error
import urllib.request
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from harmtrace.errors import LedgerError, UsageError
from harmtrace.ledger import ots

RFC3161, OTS = "rfc3161", "opentimestamps"
_SECONDS, _LARGEST = 30, 1_000_000


def need(kind: str) -> None:
    """Say what is missing before anything is asked of a network.

    Raises:
        UsageError: the extra is not installed.
    """
    if kind == RFC3161:
        try:
            import rfc3161_client  # noqa: F401
        except ImportError as error:
            raise UsageError("RFC 3161 time stamps need the extra `seal`: pip install 'harmtrace[seal]'") from error


def time_stamp(address: str, text: bytes) -> bytes:
    """Return the answer of a time stamping authority on a text (DER, RFC 3161), checked to be on that text.

    Raises:
        UsageError: the address is none of http or https, or cannot be asked.
        LedgerError: its answer is no time stamp of the text.
    """
    need(RFC3161)
    from rfc3161_client import HashAlgorithm, TimestampRequestBuilder

    request = TimestampRequestBuilder().data(text).hash_algorithm(HashAlgorithm.SHA256).build()
    answer = _asked(address, request.as_bytes(), "application/timestamp-query")
    stamped(answer, text, roots=(), name=address)
    return answer


def stamped(answer: bytes, text: bytes, *, roots: Sequence[Path], name: str) -> str:
    """Return what a stored time stamp says of a text, in a line.

    ``roots`` are PEM files of authorities whose signature counts; without any, only that
    the stamp is on this text is checked, and the line says so.

    Raises:
        LedgerError: it is no time stamp, is on another text, or is signed by none of the roots.
    """
    need(RFC3161)
    from cryptography import x509
    from rfc3161_client import VerificationError, VerifierBuilder, decode_timestamp_response

    try:
        response = decode_timestamp_response(answer)
        when = response.tst_info.gen_time.strftime("%Y-%m-%dT%H:%M:%SZ")
        imprint = response.tst_info.message_imprint.message
    except ValueError as error:
        raise LedgerError(f"{name}: expected an RFC 3161 time stamp, found something else") from error
    if imprint != sha256(text).digest():
        raise LedgerError(f"{name}: the time stamp is on another text")
    if not roots:
        return f"{name}: stamped {when}; whose signature it is was not checked (give --tsa-root)"
    known = [one for path in roots for one in x509.load_pem_x509_certificates(path.read_bytes())]
    authorities = [one for one in known if one.issuer == one.subject]
    builder = VerifierBuilder(roots=authorities)
    others = [one for one in known if one.issuer != one.subject]
    if others and not response.signed_data.certificates:
        builder = builder.tsa_certificate(others[0])
    try:
        builder.build().verify_message(response, text)
    except (VerificationError, ValueError) as error:
        raise LedgerError(f"{name}: the time stamp is not signed by an authority that was given: {error}") from error
    return f"{name}: stamped {when}, signed by an authority that was given"


def promised(calendar: str, text: bytes) -> bytes:
    """Return an OpenTimestamps proof file for a text, as far as a calendar goes at once: its promise.

    Only a salted hash is sent, so that the calendar does not learn the hash of the text.

    Raises:
        UsageError: the calendar cannot be asked.
        LedgerError: its answer is no timestamp.
    """
    digest, salt = sha256(text).digest(), secrets.token_bytes(16)
    answer = _asked(f"{calendar.rstrip('/')}/digest", sha256(digest + salt).digest(), "application/octet-stream")
    return ots.detached(digest, b"\xf0" + bytes([len(salt)]) + salt + b"\x08" + answer)


def _asked(address: str, body: bytes, media: str) -> bytes:
    if not address.startswith(("http://", "https://")):
        raise UsageError(f"{address}: expected an address that begins with http:// or https://")
    headers = {"Content-Type": media, "Accept": "*/*", "User-Agent": "harmtrace"}
    request = urllib.request.Request(address, data=body, headers=headers, method="POST")
    try:
        with urllib.request.urlopen(request, timeout=_SECONDS) as answer:
            found = answer.read(_LARGEST + 1)
    except (urllib.error.URLError, OSError) as error:
        raise UsageError(f"{address}: expected an answer, found: {error}") from error
    if not isinstance(found, bytes) or len(found) > _LARGEST:
        raise UsageError(f"{address}: expected a short answer, found more than {_LARGEST:,} bytes")
    return found
