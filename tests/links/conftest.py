"""A site on this machine that behaves as badly as sites do, and a small catalogue that links to it."""

from __future__ import annotations

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
    """A real HTTP server; ``pages`` maps a path to what is done with a request, ``requests`` lists what was asked."""

    daemon_threads = True

    def __init__(self, host: str = "127.0.0.1") -> None:
        super().__init__((host, 0), Handler)
        self.server_name = host
        self.pages: dict[str, Callable[[Handler], None]] = {}
        self.requests: list[tuple[str, str]] = []
        self.headers: list[dict[str, str]] = []
        self.starts: list[float] = []

    def url(self, path: str = "/", host: str = "") -> str:
        """Return the address of a path."""
        return f"http://{host or self.server_name}:{self.server_port}{path}"

    def asked(self, path: str) -> list[str]:
        """Return the methods with which a path was asked."""
        return [method for method, asked in self.requests if asked == path]

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of clients that hang up."""


class Handler(BaseHTTPRequestHandler):
    """Does what the page says; 404 for a page that is not there."""

    protocol_version = "HTTP/1.1"
    server: Site

    def do_GET(self) -> None:
        """Answer, and keep what was asked and when."""
        self.server.starts.append(time.monotonic())
        self.server.requests.append((self.command, self.path))
        self.server.headers.append(dict(self.headers))
        self.server.pages.get(self.path, status(404))(self)
        self.close_connection = True

    do_HEAD = do_GET  # noqa: N815  # the name that http.server looks for

    def log_message(self, *parts: object) -> None:
        """Keep quiet."""


def status(code: int, **headers: str) -> Callable[[Handler], None]:
    """Return a page with this status and these headers (``retry_after`` is ``Retry-After``)."""

    def answer(handler: Handler) -> None:
        handler.send_response(code)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    return answer


def by_method(**pages: Callable[[Handler], None]) -> Callable[[Handler], None]:
    """Return a page that differs by method."""
    return lambda handler: pages[handler.command](handler)


def in_turn(*pages: Callable[[Handler], None]) -> Callable[[Handler], None]:
    """Return a page that does one thing after the other, and then the last for ever."""
    left = list(pages)

    def answer(handler: Handler) -> None:
        page = left.pop(0) if len(left) > 1 else left[0]
        page(handler)

    return answer


def text(body: bytes) -> Callable[[Handler], None]:
    """Return a page with this text."""

    def answer(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        if handler.command == "GET":
            handler.wfile.write(body)

    return answer


@contextlib.contextmanager
def running(host: str = "127.0.0.1") -> Iterator[Site]:
    """Run a site until the end of the block."""
    site = Site(host)
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
    """Return a running site with one good page, ``/goed``."""
    with running() as site:
        site.pages["/goed"] = status(200)
        yield site


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a catalogue without links to elsewhere, as the current folder."""
    shutil.copytree(CASES / "base" / "content", tmp_path / "content")
    shutil.copy(ROOT / "pelicanconf.py", tmp_path)
    for file in (tmp_path / "content").rglob("*.md"):
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        file.write_text("".join(line for line in lines if "http" not in line), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for name in ("SITEURL", "CATALOGUE_REPOSITORY", "CATALOGUE_MAIL", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path
