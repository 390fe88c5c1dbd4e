"""``mvo serve``: build, show the site on this machine, build again on a change and let the browser reload."""

from __future__ import annotations

import argparse
import contextlib
import http.server
import os
import subprocess
import threading
from functools import partial
from http import HTTPStatus
from pathlib import Path
from typing import Any

import watchfiles

from mvo_catalogue.site import urls
from mvo_catalogue.wiring.commands import build

_WATCHED = ("content", "theme", "plugins", "pelicanconf.py")
_RELOAD_SCRIPT_PATH = "/__herladen.js"
_RELOAD_EVENTS_PATH = "/__herladen"
_RELOAD_TAG = b'<script src="/__herladen.js" defer></script></head>'
_RELOAD_SCRIPT = f"""new EventSource("{_RELOAD_EVENTS_PATH}").onmessage = () => location.reload();\n"""
_SECONDS_BETWEEN_SIGNS = 15
_FORGET_EVERYTHING = """\
// On the machine of an editor nothing is kept: what was kept before would hide a change.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) await caches.delete(name);
  await self.registration.unregister();
})()));
"""


class Reload:
    """Tells waiting browsers that there is a new build."""

    def __init__(self) -> None:
        """Start with the first build."""
        self._changed = threading.Condition()
        self._build = 0

    def announce(self) -> None:
        """Wake every waiting browser."""
        with self._changed:
            self._build += 1
            self._changed.notify_all()

    def wait(self, seconds: float) -> bool:
        """Wait for the next build; return whether there was one within the time."""
        with self._changed:
            seen = self._build
            return self._changed.wait_for(lambda: self._build != seen, seconds)


class SiteHandler(http.server.SimpleHTTPRequestHandler):
    """Serves a built site: pages with a reload script, and the site's own page for what is not there."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: Any, reload: Reload, **kwargs: Any) -> None:
        """Keep the reload bell; the rest is the standard library's."""
        self.reload = reload
        super().__init__(*args, **kwargs)

    def do_GET(self) -> None:
        """Answer a request for a page, a file, or news of a rebuild."""
        path = self.path.partition("?")[0]
        if path == _RELOAD_EVENTS_PATH:
            self._send_events()
        elif path == _RELOAD_SCRIPT_PATH:
            self._send(HTTPStatus.OK, "text/javascript", _RELOAD_SCRIPT.encode())
        elif path == urls.SERVICE_WORKER:
            self._send(HTTPStatus.OK, "text/javascript", _FORGET_EVERYTHING.encode())
        elif path.endswith((".html", "/")) or "%00" in path:  # no name of a file holds a NUL; open() raises for it
            self._send_page(Path(self.translate_path(path)))
        else:
            super().do_GET()

    def _send_page(self, file: Path) -> None:
        file = file / "index.html" if file.is_dir() else file
        status = HTTPStatus.OK
        if not file.is_file():
            file, status = Path(self.directory) / "404.html", HTTPStatus.NOT_FOUND
        try:
            page = file.read_bytes()
        except OSError:
            page = (
                "<!doctype html><title>…</title><p>De site is er nog niet. Kijk in het venster van make.</p>".encode()
            )
            status = HTTPStatus.SERVICE_UNAVAILABLE
        self._send(status, "text/html; charset=utf-8", page.replace(b"</head>", _RELOAD_TAG, 1))

    def list_directory(self, path: Any) -> None:
        """Show no folder, whatever way leads to it."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Show the site's own page for what is not there."""
        if code == HTTPStatus.NOT_FOUND:
            self._send_page(Path(self.directory) / "404.html.missing")
        else:
            super().send_error(code, message, explain)

    def _send(self, status: HTTPStatus, content_type: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def _send_events(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        try:
            while True:
                news = self.reload.wait(_SECONDS_BETWEEN_SIGNS)
                self.wfile.write(b"data: nieuw\n\n" if news else b": nog niets\n\n")
                self.wfile.flush()
        except OSError:
            return

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # the name is the standard library's
        """Keep the terminal for messages to the editor."""


class SiteServer(http.server.ThreadingHTTPServer):
    """A server on this machine only; a browser that waits does not keep it from stopping."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that hangs up."""


def run(options: argparse.Namespace) -> int:
    """Build, then serve until Ctrl-C; a build that fails is reported and can be mended while serving."""
    os.environ.setdefault("SITEURL", f"http://127.0.0.1:{options.port}")  # for feeds and canonical addresses
    settings = Path("pelicanconf.py")
    build.run(argparse.Namespace(settings=settings, output=options.output, compress=False, if_changed=True))
    reload = Reload()
    handler = partial(SiteHandler, directory=str(options.output), reload=reload)
    try:
        server = SiteServer(("127.0.0.1", options.port), handler)
    except OSError as error:
        print(f"Poort {options.port} is niet vrij ({error.strerror}). Kies een andere: make PORT=8001.")
        return 1
    with server, contextlib.suppress(KeyboardInterrupt):
        _show(server, reload)
    return 0


def _show(server: SiteServer, reload: Reload) -> None:
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"\nDe catalogus staat op http://127.0.0.1:{server.server_address[1]}/  (stoppen: Ctrl-C)", flush=True)
    watched = [name for name in _WATCHED if Path(name).exists()]
    for _ in watchfiles.watch(*watched):
        print("Er is iets veranderd; de site wordt opnieuw gebouwd …", flush=True)
        if subprocess.run(["make", "--no-print-directory", "site"], check=False).returncode == 0:
            reload.announce()
    server.shutdown()
