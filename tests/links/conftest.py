"""A site on this machine that behaves as badly as sites do, and a small catalogue that links to it."""

import contextlib
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.validation.conftest import CASES

ROOT = Path(__file__).resolve().parents[2]


class Site(ThreadingHTTPServer):
    """A real HTTP server; ``pages`` maps a path to its handler, ``requests`` lists (path, moment)."""

    daemon_threads = True

    def __init__(self, host: str = "127.0.0.1") -> None:
        super().__init__((host, 0), Handler)
        self.pages: dict[str, Callable[[Handler], None]] = {}
        self.requests: list[tuple[str, float]] = []
        self.headers: list[dict[str, str]] = []

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        """Return the address of a path."""
        return f"http://{host}:{self.server_port}{path}"

    @property
    def paths(self) -> list[str]:
        """Return the requested paths, without robots.txt."""
        return [path for path, _ in self.requests if path != "/robots.txt"]

    def handle_error(self, request: object, client_address: object) -> None:
        """Ignore clients that disconnect."""


class Handler(BaseHTTPRequestHandler):
    """Calls the handler of a page; 404 for an unknown one."""

    protocol_version = "HTTP/1.1"
    server: Site

    def do_GET(self) -> None:
        """Answer, and record path and moment."""
        self.server.requests.append((self.path, time.monotonic()))
        self.server.headers.append(dict(self.headers))
        self.server.pages.get(self.path, status(404))(self)
        self.close_connection = True

    def log_message(self, *parts: object) -> None:
        """Stay quiet."""


def status(code: int, body: bytes = b"", **headers: str) -> Callable[[Handler], None]:
    """Return a page with this status, body and headers (``retry_after`` is ``Retry-After``)."""

    def answer(handler: Handler) -> None:
        handler.send_response(code)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def raw(start: bytes, *, then: bytes = b"", times: int = 0, pause: float = 0) -> Callable[[Handler], None]:
    """Return a page that sends these bytes and then others, a number of times with a pause (seconds) between."""

    def answer(handler: Handler) -> None:
        with contextlib.suppress(OSError):
            handler.wfile.write(start)
            for _ in range(times):
                handler.wfile.write(then)
                time.sleep(pause)

    return answer


def in_turn(*pages: Callable[[Handler], None]) -> Callable[[Handler], None]:
    """Return a page that does one thing after the other, and then the last for ever."""
    left = list(pages)

    def answer(handler: Handler) -> None:
        page = left.pop(0) if len(left) > 1 else left[0]
        page(handler)

    return answer


@contextlib.contextmanager
def running() -> Iterator[Site]:
    """Run a site with one good page, ``/goed``, until the end of the block."""
    site = Site()
    site.pages["/goed"] = status(200)
    thread = threading.Thread(target=site.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield site
    finally:
        site.shutdown()
        thread.join()
        site.server_close()


@pytest.fixture
def site() -> Iterator[Site]:
    """Return a running site."""
    with running() as site:
        yield site


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a catalogue without links to elsewhere, as the current folder."""
    shutil.copytree(CASES / "base" / "content", tmp_path / "content")
    for file in (tmp_path / "content").rglob("*.md"):
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        file.write_text("".join(line for line in lines if "http" not in line), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for name in ("SITEURL", "CATALOGUE_REPOSITORY", "CATALOGUE_MAIL", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path
