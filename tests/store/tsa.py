"""A time stamping authority and an OpenTimestamps calendar on this machine alone, for tests."""

import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

_CONFIG = """
[req]
distinguished_name = dn
prompt = no
[dn]
CN = {name}
[ca]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign
[stamp]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
[tsa]
default_tsa = one
[one]
serial = {folder}/serial
crypto_device = builtin
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ordering = no
tsa_name = no
ess_cert_id_chain = no
ess_cert_id_alg = sha256
"""


def make_authority(folder: Path) -> Path:
    """Make keys and certificates of an authority; return the PEM file with both certificates."""
    folder.mkdir(exist_ok=True)
    (folder / "serial").write_text("01\n")

    def openssl(*words: str) -> None:
        subprocess.run(["openssl", *words], cwd=folder, check=True, capture_output=True)

    for name in ("root", "tsa"):
        (folder / f"{name}.cnf").write_text(_CONFIG.format(name=f"Invented {name}", folder=folder))
        openssl("genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048", "-out", f"{name}.key")
    openssl(
        "req",
        "-x509",
        "-new",
        "-key",
        "root.key",
        "-config",
        "root.cnf",
        "-extensions",
        "ca",
        "-days",
        "3650",
        "-out",
        "root.pem",
    )
    openssl("req", "-new", "-key", "tsa.key", "-config", "tsa.cnf", "-out", "tsa.csr")
    sign = (
        "x509",
        "-req",
        "-in",
        "tsa.csr",
        "-CA",
        "root.pem",
        "-CAkey",
        "root.key",
        "-CAcreateserial",
        "-days",
        "3650",
    )
    openssl(*sign, "-extfile", "tsa.cnf", "-extensions", "stamp", "-out", "tsa.pem")
    both = folder / "both.pem"
    both.write_text((folder / "tsa.pem").read_text() + (folder / "root.pem").read_text())
    return both


def stamp(folder: Path, query: bytes) -> bytes:
    """Return the authority's answer to a query."""
    (folder / "query").write_bytes(query)
    words = ["ts", "-reply", "-queryfile", "query", "-config", "tsa.cnf", "-section", "one"]
    words += ["-signer", "tsa.pem", "-inkey", "tsa.key", "-out", "answer"]
    subprocess.run(["openssl", *words], cwd=folder, check=True, capture_output=True)
    return (folder / "answer").read_bytes()


@contextmanager
def served(answer: Callable[[bytes], bytes]) -> Iterator[str]:
    """Serve answers to what is posted, and give the address."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = answer(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
