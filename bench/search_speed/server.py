"""A server on this machine that sends the files of a folder with brotli, and counts the bytes that it sends."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import brotli

EMPTY_PAGE = b'<!doctype html><html lang="nl"><title>Meting</title><link rel="icon" href="data:,">'
ENCODED = (".js", ".json")
"""Pagefind's own files are compressed as they are."""


@contextmanager
def serve(folder: Path) -> Iterator[tuple[str, list[int]]]:
    """Serve a folder; yield the address, and the size of each answer since the list was emptied last."""
    sent: list[int] = []

    @cache
    def read(path: str) -> bytes:
        data = (folder / path).read_bytes()
        return brotli.compress(data) if path.endswith(ENCODED) else data

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = self.path[1:].split("?")[0]
            body = read(path) if path else EMPTY_PAGE
            self.send_response(200)
            self.send_header("Content-Type", mimetypes.guess_type(path or "x.html")[0] or "application/wasm")
            if path.endswith(ENCODED):
                self.send_header("Content-Encoding", "br")
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "max-age=600")
            self.end_headers()
            self.wfile.write(body)
            sent.append(len(body))

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", sent
    server.shutdown()
