"""A model's server on this machine that answers as it is told, well or badly; in a thread of the test's own."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answering = Callable[[BaseHTTPRequestHandler, dict[str, object]], None]


def claim(quote: str, low: int | None, high: int | None, **more: object) -> dict[str, object]:
    """Return a claim by the schema."""
    plain = {"outcome": "killed", "who": "unspecified", "scope": "event", "modality": "asserted"}
    return {"quote": quote, "low": low, "high": high, **plain, "speaker": None, "where": None, **more}


def said(*claims: dict[str, object]) -> Answering:
    """Answer with these claims, well formed."""
    return content(json.dumps({"claims": list(claims)}))


def content(text: object) -> Answering:
    """Answer with a completion of this content."""
    return raw(json.dumps({"choices": [{"message": {"role": "assistant", "content": text}}]}).encode())


def raw(body: bytes, *, status: int = 200, headers: tuple[tuple[str, str], ...] = ()) -> Answering:
    """Answer with these bytes."""

    def answer(handler: BaseHTTPRequestHandler, _: dict[str, object]) -> None:
        handler.send_response(status)
        for name, value in headers:
            handler.send_header(name, value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return answer


@dataclass
class Server:
    """What was asked, and the answers to give, the last of them for ever."""

    url: str
    answers: list[Answering]
    asked: list[dict[str, object]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    ended: threading.Event = field(default_factory=threading.Event)

    def next(self) -> Answering:
        return self.answers[min(len(self.asked), len(self.answers)) - 1]


@contextmanager
def serving(*answers: Answering) -> Iterator[Server]:
    """Serve on a port of this machine until the block ends."""
    server: Server

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            server.asked.append(body)
            server.headers.append(dict(self.headers))
            try:
                server.next()(self, body)
            except OSError:
                self.close_connection = True  # the client went away, as it may

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        server = Server(url=f"http://127.0.0.1:{http.server_address[1]}/v1", answers=list(answers))
        thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.005})
        thread.start()
        try:
            yield server
        finally:
            server.ended.set()
            http.shutdown()
            thread.join()
