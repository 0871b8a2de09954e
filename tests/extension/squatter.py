"""Programs that sit on a port where somebody expects a helper; each keeps all that was sent to it."""

import hashlib
import hmac
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.request import Request, urlopen

Answer = tuple[str, bytes, dict[str, str]]
Answerer = Callable[[BaseHTTPRequestHandler], Answer]
HEALTH = b'{"name": "linkwell", "version": "0.1.0", "api": "v1"}'


@dataclass
class Squatter:
    """One of them."""

    port: int
    received: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def everything(self) -> str:
        """All that it was sent: request lines, headers, bodies."""
        return "\n".join(self.received)


def another_program(_: BaseHTTPRequestHandler) -> Answer:
    """Answer everything with a page of its own."""
    return "text/html", b"<h1>Printer settings</h1>", {}


def impostor(_: BaseHTTPRequestHandler) -> Answer:
    """Say that it is Linkwell, with a proof that it made up."""
    return "application/json", HEALTH, {"Linkwell-Proof": "0" * 64}


def relay_to(address: str) -> Answerer:
    """Have the real helper answer for it."""

    def relay(asked: BaseHTTPRequestHandler) -> Answer:
        headers = {name: value for name, value in asked.headers.items() if name.startswith("Linkwell-")}
        with urlopen(Request(address + asked.path, headers=headers), timeout=10) as answer:
            return "application/json", answer.read(), {"Linkwell-Proof": answer.headers.get("Linkwell-Proof", "")}

    return relay


def hanging(token: str) -> Answerer:
    """Prove to be the helper, for it is made with the token, and then leave every question open."""

    def hang(asked: BaseHTTPRequestHandler) -> Answer:
        if asked.path == "/v1/health":
            said = f"{asked.headers['Linkwell-Nonce']}|{asked.headers['Host'].rpartition(':')[2]}"
            proof = hmac.new(hashlib.sha256(token.encode()).digest(), said.encode(), "sha256").hexdigest()
            return "application/json", HEALTH, {"Linkwell-Proof": proof}
        threading.Event().wait(12)
        return "application/json", b"{}", {}

    return hang


@contextmanager
def squat(answer: Answerer, port: int = 0) -> Iterator[Squatter]:
    """Sit on a port for the time of the block."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            squatter.received.append(f"{self.requestline}\n{self.headers}\n{body.decode()}")
            kind, content, headers = answer(self)
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(content)))
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            with suppress(ConnectionError):
                self.wfile.write(content)

        def do_POST(self) -> None:
            self.do_GET()

        def do_PUT(self) -> None:
            self.do_GET()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
    squatter = Squatter(server.server_port)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield squatter
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
