"""``mvo serve``: show the site on this machine as it is at this moment, with what is wrong above each page."""

import argparse
import contextlib
import http.server
import mimetypes
import os
import sys
import tempfile
import threading
from functools import partial
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, unquote, urlsplit

from mvo_catalogue.build_cache import BuildCache
from mvo_catalogue.site import urls
from mvo_catalogue.validation.cache import Cache
from mvo_catalogue.wiring import preview
from mvo_catalogue.wiring.preview.site import NEWS, SCRIPT, STYLE, Preview
from mvo_catalogue.wiring.preview.watch import SETTINGS, is_code, make_assets, try_code, watch_project
from mvo_catalogue.wiring.project import CACHE

_OWN_FILES = {
    SCRIPT: ("text/javascript", Path(preview.__file__).with_name("preview.js")),
    STYLE: ("text/css", Path(preview.__file__).with_name("preview.css")),
}
_SECONDS_BETWEEN_SIGNS = 15
_FORGET_EVERYTHING = """\
// On the machine of an editor nothing is cached: what was cached before would hide a change.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) await caches.delete(name);
  await self.registration.unregister();
})()));
"""


class SiteHandler(http.server.BaseHTTPRequestHandler):
    """Answers from a preview: its pages, its files, and news of a page that changed."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: Any, site: Preview, **kwargs: Any) -> None:
        """Keep the site; the rest is the standard library's."""
        self.site = site
        super().__init__(*args, **kwargs)

    def do_HEAD(self) -> None:
        """Answer as to a GET, without the bytes."""
        self.do_GET()

    def do_GET(self) -> None:
        """Answer a request for a page, a file, or news."""
        address = urlsplit(self.path.replace("//", "/"))
        path = unquote(address.path)
        if path == NEWS:
            self._send_news(**{name: values[0] for name, values in parse_qs(address.query).items()})
        elif path in _OWN_FILES:
            content_type, file = _OWN_FILES[path]
            self._send(HTTPStatus.OK, content_type, file.read_bytes())
        elif path.removeprefix(self.site.base) == urls.SERVICE_WORKER:
            self._send(HTTPStatus.OK, "text/javascript", _FORGET_EVERYTHING.encode())
        else:
            self._send_from_site(path)

    def _send_from_site(self, path: str) -> None:
        inside = path.removeprefix(self.site.base)
        if not inside.endswith(("/", ".html")):
            data = self.site.file(inside[1:])
            if data is not None:
                self._send(HTTPStatus.OK, mimetypes.guess_type(inside)[0] or "application/octet-stream", data)
                return
            if self.site.page(f"{inside}/")[0]:
                self._send(HTTPStatus.MOVED_PERMANENTLY, "text/plain", b"", Location=quote(f"{path}/"))
                return
        found, page = self.site.page(inside)
        self._send(HTTPStatus.OK if found else HTTPStatus.NOT_FOUND, "text/html; charset=utf-8", page)

    def _send(self, status: HTTPStatus, content_type: str, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _send_news(self, page: str = "/", seen: str = "") -> None:
        """Announce, once, that the page has changed; the browser then requests it again."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        with contextlib.suppress(OSError):
            self.wfile.write(b"retry: 500\n\n")
            while True:
                count = self.site.count
                if seen.encode() not in self.site.page(page.removeprefix(self.site.base))[1]:
                    self.wfile.write(b"data: nieuw\n\n")
                    return
                self.wfile.flush()
                if not self.site.wait(count, _SECONDS_BETWEEN_SIGNS):
                    self.wfile.write(b": nog niets\n\n")

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # the name is the standard library's
        """Keep the terminal for messages to the editor."""


class SiteServer(http.server.ThreadingHTTPServer):
    """A server on this machine only; a browser that waits does not keep it from stopping."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that hangs up."""


def run(options: argparse.Namespace) -> int:
    """Serve the site until Ctrl-C; errors are reported and can be corrected meanwhile."""
    if not SETTINGS.is_file():
        print(f"Hier is geen {SETTINGS}. Draai dit in de map van de catalogus.")
        return 1
    is_other_code = False
    with tempfile.TemporaryDirectory(prefix="mvo-") as folder:
        site = Preview(SETTINGS, Path(folder), Cache(BuildCache(CACHE)))
        try:
            server = SiteServer(("127.0.0.1", options.port), partial(SiteHandler, site=site))
        except OSError as error:
            print(f"Poort {options.port} is niet vrij ({error.strerror}). Kies een andere: make PORT=8001.")
            return 1
        port = server.server_address[1]
        os.environ.setdefault("SITEURL", f"http://127.0.0.1:{port}")  # for feeds and canonical addresses
        with server, contextlib.suppress(KeyboardInterrupt):
            site.refresh()
            threading.Thread(target=server.serve_forever, daemon=True).start()
            print(f"\nDe catalogus staat op http://127.0.0.1:{port}/  (stoppen: Ctrl-C)", flush=True)
            is_other_code = _follow(site)
            server.shutdown()
    if is_other_code:
        again = [sys.executable, "-m", "mvo_catalogue", "serve", "--port", str(port)]
        os.execv(sys.executable, again)  # noqa: S606  # our own words; the terminal stays with this process
    return 0


def _follow(site: Preview) -> bool:
    """Show every change, until our own code is another: then return ``True``."""
    for changed in watch_project():
        print("Er is iets veranderd …", flush=True)
        is_other_code = is_code(changed)
        wrong = try_code() if is_other_code else make_assets(changed)
        if wrong:
            site.tell(wrong)
        elif is_other_code:
            return True
        else:
            site.refresh()
    return False
