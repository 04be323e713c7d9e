"""Edge: fetches one page that a person asked for, from public addresses alone, and keeps what came back whole."""

import io
import socket
import ssl
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from http.client import HTTPException, HTTPResponse
from typing import Protocol
from urllib.parse import urljoin
from uuid import uuid4

import harmtrace
from harmtrace.errors import InputError
from harmtrace.intake.addresses import AddressError, Target, check, target
from harmtrace.intake.captures import Exchange, warc
from harmtrace.records.entry import Issue
from harmtrace.records.text import Sha256

MOST_BYTES = 20_000_000
MOST_SECONDS = 60.0
MOST_HOPS = 5
_MOVED = (301, 302, 303, 307, 308)
_BLOCK = 1 << 16


class FetchError(InputError):
    """Says why what was asked for did not come."""


class Connection(Protocol):
    """An open connection."""

    def sendall(self, data: bytes, /) -> None:
        """Send all of some bytes."""
        ...

    def recv(self, size: int, /) -> bytes:
        """Return the next bytes; none at the end."""
        ...

    def settimeout(self, seconds: float | None, /) -> None:
        """Wait no longer than so many seconds for each of the two."""
        ...

    def close(self) -> None:
        """Let the connection go."""
        ...


class Connector(Protocol):
    """What reaches the network: nothing else in this module does."""

    def resolve(self, host: str, port: int) -> Sequence[str]:
        """Return every address that a name stands for."""
        ...

    def connect(self, address: str, asked: Target, seconds: float) -> Connection:
        """Return a connection to that very address, for the host that was asked for."""
        ...


class Network:
    """The connector of this machine: no proxy, certificates checked against the host's name."""

    def resolve(self, host: str, port: int) -> Sequence[str]:
        """Return every address that a name stands for."""
        return [str(one[4][0]) for one in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]

    def connect(self, address: str, asked: Target, seconds: float) -> Connection:
        """Return a connection to that very address, for the host that was asked for."""
        plain = socket.create_connection((address, asked.port), timeout=seconds)
        if asked.scheme == "http":
            return plain
        try:
            return ssl.create_default_context().wrap_socket(plain, server_hostname=asked.host)
        except OSError:
            plain.close()
            raise


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A page that was fetched, as the WARC that is the original from now on.

    Attributes:
        name: of the file that the case keeps.
    """

    name: str
    data: bytes
    sha256: Sha256


def _now() -> datetime:
    return datetime.now(UTC)


def fetch(
    url: str,
    *,
    connector: Connector | None = None,
    most_bytes: int = MOST_BYTES,
    seconds: float = MOST_SECONDS,
    now: Callable[[], datetime] = _now,
) -> Fetched | Issue:
    """Return the page at an address with every redirect on the way, or why it was not fetched.

    Each hop's name is looked up once; all its addresses must be public; the connection goes to the first
    of them, whatever the name stands for by then. Size and time hold for all hops together.
    """
    network = connector or Network()
    until = time.monotonic() + seconds
    exchanges: list[Exchange] = []
    at = url
    try:
        for _ in range(MOST_HOPS + 1):
            exchange, further = _hop(target(at), network, until, most_bytes - _size(exchanges), now)
            exchanges.append(exchange)
            if further is None:
                break
            at = urljoin(at, further)
        else:
            raise FetchError(f"more than {MOST_HOPS} redirects")
    except AddressError as error:
        return _issue("fetch-refused", url, at, "a public http or https address", str(error))
    except FetchError as error:
        return _issue("fetch-failed", url, at, "a page", str(error))
    except (OSError, HTTPException, ValueError) as error:
        return _issue("fetch-failed", url, at, "a page", str(error)[:120] or type(error).__name__)
    ids = [uuid4() for _ in range(1 + 2 * len(exchanges))]
    data = warc(exchanges, software=f"harmtrace {harmtrace.__version__}", ids=ids)
    stamp = exchanges[-1].when.replace("-", "").replace(":", "")
    name = f"fetched-{stamp}-{sha256(url.encode()).hexdigest()[:8]}.warc"
    return Fetched(name=name, data=data, sha256=Sha256(sha256(data).hexdigest()))


def _size(exchanges: Sequence[Exchange]) -> int:
    return sum(len(one.response) for one in exchanges)


def _hop(
    asked: Target, network: Connector, until: float, most: int, now: Callable[[], datetime]
) -> tuple[Exchange, str | None]:
    """Return one exchange, and where it leads on to; None where it is the end."""
    address = _address(asked, network)
    host = f"[{asked.host}]" if ":" in asked.host else asked.host
    request = (
        f"GET {asked.path} HTTP/1.1\r\nHost: {host}\r\nUser-Agent: harmtrace/{harmtrace.__version__} (on demand)\r\n"
        "Accept: text/html,application/xhtml+xml,text/plain,application/pdf;q=0.9,*/*;q=0.5\r\n"
        "Accept-Encoding: identity\r\nConnection: close\r\n\r\n"
    ).encode("ascii")
    when = now().strftime("%Y-%m-%dT%H:%M:%SZ")
    connection = network.connect(address, asked, _left(until))
    try:
        connection.settimeout(_left(until))
        connection.sendall(request)
        tee = _Tee(connection, until, most)
        response = HTTPResponse(tee)  # type: ignore[arg-type]
        response.begin()
        body = tee.position
        while response.read(_BLOCK):
            pass
        if response.length:
            raise FetchError(f"a response that breaks off {response.length:,} bytes before its end")
    finally:
        connection.close()
    raw = bytes(tee.raw)
    exchange = Exchange(url=asked.url, address=address, when=when, request=request, response=raw, body=body)
    if response.status in _MOVED:
        further = response.getheader("Location")
        if not further:
            raise FetchError(f"status {response.status} that leads nowhere")
        return exchange, further
    if response.status != 200:
        raise FetchError(f"status {response.status}")
    return exchange, None


def _address(asked: Target, network: Connector) -> str:
    """Return the address to connect to: the first of the host's, all of which are public."""
    found = list(dict.fromkeys(network.resolve(asked.host, asked.port)))
    if not found:
        raise FetchError("a name without an address")
    for one in found:
        check(one)
    return found[0]


def _left(until: float) -> float:
    left = until - time.monotonic()
    if left <= 0:
        raise FetchError("that it takes longer than allowed")
    return left


class _Tee(io.RawIOBase):
    """Reads a connection within what is left of bytes and time, and keeps all that came."""

    def __init__(self, connection: Connection, until: float, most: int) -> None:
        super().__init__()
        self._connection, self._until, self._most = connection, until, most
        self.raw = bytearray()
        self._buffer = b""

    @property
    def position(self) -> int:
        """Return how much was handed on."""
        return len(self.raw) - len(self._buffer)

    def makefile(self, _mode: str) -> "_Tee":
        """Return itself: what ``http.client`` reads from."""
        return self

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def _more(self) -> bool:
        self._connection.settimeout(_left(self._until))
        try:
            block = self._connection.recv(_BLOCK)
        except TimeoutError as error:
            raise FetchError("that it takes longer than allowed") from error
        self.raw += block
        if len(self.raw) > self._most:
            raise FetchError(f"more than {self._most:,} bytes")
        self._buffer += block
        return bool(block)

    def readline(self, size: int | None = -1, /) -> bytes:
        """Return the next line, or what there is of it."""
        most = -1 if size is None else size
        while b"\n" not in self._buffer and (most < 0 or len(self._buffer) < most) and self._more():
            pass
        end = self._buffer.find(b"\n") + 1 or len(self._buffer)
        return self._taken(end if most < 0 else min(end, most))

    def read(self, size: int | None = -1, /) -> bytes:
        """Return so many bytes, fewer at the end only; all that comes where no number is given."""
        most = -1 if size is None else size
        while (most < 0 or len(self._buffer) < most) and self._more():
            pass
        return self._taken(len(self._buffer) if most < 0 else most)

    def readinto(self, room: "memoryview") -> int:  # type: ignore[override]
        """Fill some room with what comes next; return how much that was."""
        if not self._buffer:
            self._more()
        taken = self._taken(len(room))
        room[: len(taken)] = taken
        return len(taken)

    def _taken(self, size: int) -> bytes:
        taken, self._buffer = self._buffer[:size], self._buffer[size:]
        return taken


def _issue(code: str, url: str, at: str, expected: str, found: str) -> Issue:
    where = url if at == url else f"{url} (redirected to {at[:200]})"
    return Issue(code=code, message=f"{where[:500]}: expected {expected}, found {found}; not taken", document=url[:500])
