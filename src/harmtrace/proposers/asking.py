"""One request to one address: https or this machine alone, no redirects, bounded in time, size and tries."""

import http.client
import ipaddress
import json
import socket
import ssl
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from harmtrace.errors import EngineError, SettingsError

LARGEST_ANSWER = 1 << 20
TRIES = 3
_PATH = "/chat/completions"
_AGAIN = frozenset((408, 409, 425, 429, 500, 502, 503, 504))


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where a model is asked: host, port and path, and whether the way there is encrypted."""

    host: str
    port: int
    path: str
    secure: bool


def checked_address(url: str) -> Address:
    """Return where to ask; ``/chat/completions`` is added to an address that ends before it.

    Raises:
        SettingsError: neither https nor plain http to this machine, or credentials in the address.

    >>> checked_address("http://127.0.0.1:8000/v1").path
    '/v1/chat/completions'
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise SettingsError("[llm]: url: expected an address such as https://host/v1, found none") from error
    host = parts.hostname
    if host is None or parts.username is not None or parts.query or parts.fragment:
        raise SettingsError("[llm]: url: expected https://host/path without user, query or fragment, found another")
    if parts.scheme != "https" and not (parts.scheme == "http" and _is_here(host)):
        raise SettingsError("[llm]: url: expected https, or http to this machine (127.0.0.1, ::1, localhost)")
    secure = parts.scheme == "https"
    path = parts.path.rstrip("/")
    path = path if path.endswith(_PATH) else path + _PATH
    return Address(host=host, port=port or (443 if secure else 80), path=path, secure=secure)


def _is_here(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


class _Again(Exception):  # noqa: N818 - says that another try may help, and leaves this module never
    """Carries why a try failed that may be repeated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """How a model is asked.

    Attributes:
        key: sent as a bearer token, and only to this address; None for none.
        timeout_s: what one try may take as a whole, from connecting to the last byte.
        pause: called with seconds between tries.
    """

    address: Address
    key: str | None = field(default=None, repr=False)
    timeout_s: float = 60.0
    pause: Callable[[float], None] = time.sleep

    def post(self, body: bytes) -> bytes:
        """Return the answer to a JSON body.

        Raises:
            EngineError: refused, redirected, too large, too slow, or failing at each of three tries.
        """
        why = ""
        for number in range(TRIES):
            if number:
                self.pause(float(2 ** (number - 1)))
            try:
                return self._tried(body)
            except _Again as again:
                why = str(again)
        raise EngineError(f"no usable answer after {TRIES} tries: {why}")

    def _tried(self, body: bytes) -> bytes:
        connection = self._connection()
        try:
            connection.connect()
            # A socket's timeout starts anew with every byte; this one does not.
            end = threading.Timer(self.timeout_s, _shut, (connection.sock,))
            end.daemon = True
            end.start()
            try:
                return self._answered(connection, body)
            finally:
                end.cancel()
        except (OSError, http.client.HTTPException) as error:
            raise _Again(f"{type(error).__name__} at {self.address.host}") from error
        finally:
            connection.close()

    def _connection(self) -> http.client.HTTPConnection:
        host, port = self.address.host, self.address.port
        if self.address.secure:
            context = ssl.create_default_context()
            return http.client.HTTPSConnection(host, port, timeout=self.timeout_s, context=context)
        return http.client.HTTPConnection(host, port, timeout=self.timeout_s)

    def _answered(self, connection: http.client.HTTPConnection, body: bytes) -> bytes:
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        if self.key is not None:
            headers["Authorization"] = f"Bearer {self.key}"
        connection.request("POST", self.address.path, body=body, headers=headers)
        with connection.getresponse() as response:
            return _read(response)


def _read(response: http.client.HTTPResponse) -> bytes:
    if response.status in _AGAIN:
        raise _Again(f"status {response.status}")
    if response.status != http.client.OK:
        moved = " (redirects are not followed)" if 300 <= response.status < 400 else ""
        raise EngineError(f"expected status 200, found {response.status}{moved}")
    parts, size = [], 0
    while part := response.read1(1 << 16):
        size += len(part)
        if size > LARGEST_ANSWER:
            raise EngineError(f"expected an answer of at most {LARGEST_ANSWER} bytes, found a larger one")
        parts.append(part)
    if response.length:
        raise _Again("an answer that broke off")
    return _whole(b"".join(parts))


def _whole(answer: bytes) -> bytes:
    """Return an answer that is JSON; half an answer may come whole at the next try."""
    try:
        json.loads(answer)
    except (ValueError, RecursionError) as error:
        raise _Again("an answer that is no JSON") from error
    return answer


def _shut(sock: socket.socket | None) -> None:
    if sock is not None:
        try:
            sock.shutdown(socket.SHUT_RDWR)
        except OSError:
            return
