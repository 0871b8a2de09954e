"""Pages that a CRM might have, served from this machine under an address of their own."""

import functools
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

PAGES = Path(__file__).parents[1] / "fixtures" / "pages"
MODULES = Path(__file__).parent / "node_modules"
STRICT = (
    "default-src 'none'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'; "
    "base-uri 'none'; form-action 'none'"
)


class Pages(SimpleHTTPRequestHandler):
    """Serves the pages; under ``/strict/`` with the strictest policy that still lets them run."""

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix("/strict"))

    def end_headers(self) -> None:
        if self.path.startswith("/strict"):
            self.send_header("Content-Security-Policy", STRICT)
        super().end_headers()

    def log_message(self, *_: object, **__: object) -> None:
        """Say nothing."""


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Serve a folder and yield its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Pages, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def bundle(source: Path, target: Path) -> None:
    """Bundle a page's script with the packages it uses."""
    esbuild = MODULES / ".bin" / "esbuild"
    words = ["--bundle", "--format=esm", "--jsx=automatic", "--log-level=error", "--define:process.env.NODE_ENV='production'"]
    node_path = {"NODE_PATH": str(MODULES)}
    subprocess.run([esbuild, source, f"--outfile={target}", *words], check=True, env=node_path)
