"""Fetching: nothing that is not public is ever connected to; what comes back is kept whole and can be read again."""

import io
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fastwarc.warc import ArchiveIterator, WarcRecordType

from harmtrace import pipeline
from harmtrace.intake.addresses import Target
from harmtrace.intake.fetching import Connection, Fetched, fetch
from harmtrace.records.entry import Issue
from harmtrace.store import open_case, rows
from tests.intake.making import ONE, TWO, page

_PUBLIC = "93.184.216.34"
# Written into the address itself: refused before any name is looked up.
_HOSTS = """
127.0.0.1 127.1 127.0.1 127.255.255.254 0 0.0.0.0 0.0.0.1 0.1.2.3 00.0.0.0 2130706433 0x7f000001 0x7F.1 0x7f.0.0.1
0177.0.0.1 017700000001 0177.1 127.0.0.0x1 0x7f.0x0.0x0.0x1 127.0.0.1. 10.0.0.1 10.255.255.255 167772161 0xa000001
012.0.0.1 172.16.0.1 172.31.255.255 192.168.0.1 192.168.1.254 3232235521 0xc0a80001 0300.0250.0.1 169.254.169.254
169.254.0.1 2852039166 0xa9fea9fe 0xA9.0xFE.0xA9.0xFE 0251.0376.0251.0376 169.254.43518 100.64.0.1 100.100.100.200
100.127.255.255 168.63.129.16 192.0.0.1 192.0.0.192 192.0.2.1 192.88.99.1 198.18.0.1 198.19.255.255 198.51.100.1
203.0.113.1 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255 4294967295 256.256.256.256 1.2.3.4.5 9.9.9.09 0x
[::1] [::] [0:0:0:0:0:0:0:1] [::ffff:127.0.0.1] [::ffff:7f00:1] [::ffff:a9fe:a9fe] [::ffff:10.0.0.1] [::127.0.0.1]
[::ffff:0:127.0.0.1] [64:ff9b::127.0.0.1] [64:ff9b::a9fe:a9fe] [64:ff9b::9.9.9.9] [64:ff9b:1::1] [2002:7f00:1::]
[2002:a9fe:a9fe::1] [2002:c0a8:1::1] [2001:0:7f00:1::] [2001::1] [2001:db8::1] [3fff::1] [fe80::1] [fe80::1%25eth0]
[fe80::1%eth0] [febf::1] [fec0::1] [fc00::1] [fd00::1] [fd00:ec2::254] [fd12:3456:789a::1] [ff02::1] [ff0e::1]
[100::1] [5f00::1] [2606:4700::5efe:127.0.0.1] [2606:4700::200:5efe:10.0.0.1] [4000::1] [::1%lo] [1::2::3]
localhost LOCALHOST localhost. a.localhost printer.local router.lan metadata.google.internal metadata kubernetes
ip6-localhost host.docker.internal a.onion wiki.intranet db.corp nas.home a.home.arpa a.test a.invalid
1.0.0.127.in-addr.arpa
１２７.０.０.１ ⑯⑨.②⑤④.⑯⑨.②⑤④ 127。0。0。1 %31%32%37.0.0.1 127.0.0.1%00.post.example
""".split()
_URLS = """
file:///etc/passwd ftp://post.example/ gopher://127.0.0.1:25/ dict://127.0.0.1:11211/ data:text/html,x
javascript:alert(1) unix:///run/docker.sock ws://post.example/ //post.example/ post.example http:///path http://post.example:22/
http://post.example:8080/ https://post.example:80/ http://post.example:0/ http://post.example:/
http://post.example:99999/ http://post.example@127.0.0.1/ http://127.0.0.1@post.example/ http://user:word@post.example/ http://post.example\\@127.0.0.1/
http:\\\\127.0.0.1/ http://127.0.0.1#@post.example/ http://127.0.0.1?@post.example/ http://[::1]:80/ http://[::1
""".split()
# What a public name may turn out to stand for.
_RESOLVED = """
127.0.0.1 10.1.2.3 172.20.0.5 192.168.0.10 169.254.169.254 100.100.100.200 168.63.129.16 0.0.0.0 224.0.0.1 ::1
::ffff:169.254.169.254 64:ff9b::a9fe:a9fe 2002:a9fe:a9fe:: fe80::1 fd00:ec2::254 fec0::1 ff02::1
""".split()
_FORMS = [
    *(f"http://{host}/" for host in _HOSTS),
    *_URLS,
    "http://127.0.0.1\t/",
    "http://post.example/\r\nHost: 127.0.0.1",
]


class _Canned:
    """A connection that answers with some bytes, however it is asked."""

    def __init__(self, answer: bytes) -> None:
        self._left = io.BytesIO(answer)
        self.asked = b""
        self.closed = False

    def sendall(self, data: bytes, /) -> None:
        self.asked += data

    def recv(self, size: int, /) -> bytes:
        return self._left.read(min(size, 1_000))

    def settimeout(self, seconds: float | None, /) -> None:
        assert seconds is not None

    def close(self) -> None:
        self.closed = True


class _Recorder:
    """A connector that only records: names stand for what the test says, connections answer what it says."""

    def __init__(self, names: Mapping[str, Sequence[str]] | None = None, answers: Sequence[bytes] = ()) -> None:
        self.names = names or {}
        self._answers = list(answers)
        self.resolved: list[str] = []
        self.connected: list[tuple[str, str, int]] = []
        self.opened: list[_Canned] = []

    def resolve(self, host: str, port: int) -> Sequence[str]:
        self.resolved.append(host)
        return self.names.get(host, [host] if host == _PUBLIC else [_PUBLIC])

    def connect(self, address: str, asked: Target, seconds: float) -> Connection:
        assert 0 < seconds <= 60
        self.connected.append((address, asked.host, asked.port))
        self.opened.append(_Canned(self._answers.pop(0)))
        return self.opened[-1]


def _answer(content: bytes, *, status: str = "200 OK", headers: str = "Content-Type: text/html\r\n") -> bytes:
    return f"HTTP/1.1 {status}\r\n{headers}Content-Length: {len(content)}\r\n\r\n".encode() + content


def _moved(to: str) -> bytes:
    return _answer(b"", status="302 Found", headers=f"Location: {to}\r\n")


def test_there_are_at_least_120_forms() -> None:
    assert len(set(_FORMS)) + len(_RESOLVED) >= 120


@pytest.mark.parametrize("url", _FORMS)
def test_a_forbidden_address_is_refused_before_any_name_is_looked_up(url: str) -> None:
    recorder = _Recorder()
    issue = fetch(url, connector=recorder)
    assert isinstance(issue, Issue)
    assert issue.code == "fetch-refused"
    assert "expected" in issue.message
    assert "found" in issue.message
    assert recorder.resolved == []
    assert recorder.connected == []


@pytest.mark.parametrize("address", _RESOLVED)
def test_a_name_that_stands_for_a_forbidden_address_is_never_connected_to(address: str) -> None:
    for found in ([address], [_PUBLIC, address], [address, _PUBLIC]):
        recorder = _Recorder({"rebind.example.org": found})
        issue = fetch("https://rebind.example.org/", connector=recorder)
        assert isinstance(issue, Issue)
        assert issue.code == "fetch-refused"
        assert recorder.connected == []


@pytest.mark.parametrize("url", _FORMS)
def test_a_redirect_to_a_forbidden_address_is_not_followed(url: str) -> None:
    if "\r" in url or "\t" in url or url.startswith(("//", "post.example", "http:///", "http:\\")):
        pytest.skip("as a redirect this is another address")
    recorder = _Recorder(answers=[_moved(url)])
    issue = fetch("http://post.example.org/", connector=recorder)
    assert isinstance(issue, Issue)
    assert issue.code in ("fetch-refused", "fetch-failed")
    assert recorder.connected == [(_PUBLIC, "post.example.org", 80)]


def test_the_connection_goes_to_the_address_that_was_checked_whatever_the_name_says_next() -> None:
    recorder = _Recorder({"post.example.org": [_PUBLIC]}, [_answer(page(ONE).encode())])
    assert isinstance(fetch("https://post.example.org/a?b=c#d", connector=recorder), Fetched)
    assert recorder.resolved == ["post.example.org"]
    assert recorder.connected == [(_PUBLIC, "post.example.org", 443)]
    asked = recorder.opened[0].asked
    assert asked.startswith(b"GET /a?b=c HTTP/1.1\r\nHost: post.example.org\r\n")
    assert recorder.opened[0].closed


def test_what_came_back_is_kept_whole_with_each_redirect() -> None:
    body = page(ONE, TWO).encode()
    recorder = _Recorder(answers=[_moved("/new"), _answer(body)])
    when = datetime(2021, 5, 4, 8, tzinfo=UTC)
    fetched = fetch("https://post.example.org/old", connector=recorder, now=lambda: when)
    assert isinstance(fetched, Fetched)
    records = ArchiveIterator(io.BytesIO(fetched.data), parse_http=False)
    kinds = []
    for record in records:
        kinds.append(record.record_type)
        assert record.verify_block_digest(consume=False)
        if record.record_type == WarcRecordType.response:
            block = record.reader.read()
            assert record.headers["WARC-IP-Address"] == _PUBLIC
            assert record.headers["WARC-Date"] == "2021-05-04T08:00:00Z"
    assert kinds.count(WarcRecordType.response) == 2
    assert kinds.count(WarcRecordType.request) == 2
    assert block == _answer(body)
    assert fetched.name.startswith("fetched-20210504T080000Z-")


def test_redirects_end() -> None:
    issue = fetch("http://a.example.org/", connector=_Recorder(answers=[_moved("/again")] * 10))
    assert isinstance(issue, Issue)
    assert "redirects" in issue.message


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        (_answer(b"x" * 5_000), "more than 2,000 bytes"),
        (b"HTTP/1.1 200 OK\r\nA: " + b"b" * 5_000, "more than 2,000 bytes"),
        (b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 1_000, ""),
        (_answer(b"short").replace(b"Length: 5", b"Length: 500"), "breaks off"),
        (_answer(b"gone", status="404 Not Found"), "status 404"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFF\r\nx", ""),
        (b"SSH-2.0-server\r\n", ""),
        (b"", ""),
        (_answer(b"", status="302 Found"), "leads nowhere"),
    ],
)
def test_an_answer_that_is_no_page_is_named(answer: bytes, found: str) -> None:
    recorder = _Recorder(answers=[answer])
    issue = fetch("http://a.example.org/", connector=recorder, most_bytes=2_000)
    assert isinstance(issue, Issue)
    assert issue.code == "fetch-failed"
    assert found in issue.message
    assert recorder.opened[0].closed


def test_a_server_that_gives_a_byte_at_a_time_is_left_when_time_is_up() -> None:
    issue = fetch("http://a.example.org/", connector=_Recorder(answers=[_answer(b"x")]), seconds=0.0)
    assert isinstance(issue, Issue)
    assert "longer than allowed" in issue.message


def test_a_page_fetched_on_demand_is_a_document_of_the_case_and_its_warc_the_original(tmp_path: Path) -> None:
    case = pipeline.init(tmp_path / "case")
    recorder = _Recorder(answers=[_answer(page(ONE, TWO).encode())])
    urls = ["https://post.example.org/1", "http://127.0.0.1/"]
    taking = pipeline.add(case.root, [], urls=urls, connector=recorder)
    assert taking.new == 1
    assert [issue.code for issue in taking.issues] == ["fetch-refused"]
    with open_case(case.root).reading() as connection:
        (document,) = rows.documents(connection)
    assert document.url == "https://post.example.org/1"
    assert document.id.startswith("urn:uuid:")
    assert ONE in document.text
    assert page(ONE, TWO).encode() in case.vault.get(document.sha256)
