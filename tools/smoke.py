"""Does a published site work? ``python -m tools.smoke https://mvo.example.nl [commit]`` makes a few requests.

Only the standard library, and few requests, so that it can run after every publication.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

_PATIENCE = 300  # seconds until a network of servers shows what was published
_PAUSE = 10
_LINKED = re.compile(r'(?:href|src)="([^"]+)" integrity="sha(\d+)-([^"]+)"')
_ADDRESS = re.compile(r"<loc>([^<]+)</loc>")


@dataclass(frozen=True)
class Answer:
    """The response of a server, decompressed; status 0 without a response."""

    status: int
    content: bytes = b""

    @property
    def text(self) -> str:
        """Return the content as text."""
        return self.content.decode("utf-8", "replace")


def check_site(address: str) -> list[str]:
    """Return the problems of the site at an address that ends in a slash, one sentence each."""
    pages = [
        urljoin(address, path) for path in ("", "service-worker.js", "zoekindex/manifest.json", *_some_pages(address))
    ]
    faults = [f"{page}: status {status}" for page in pages if (status := _ask(page).status) != 200]
    home = _ask(address).text
    linked = _LINKED.findall(home)
    if not linked:
        faults.append(f"{address}: noemt geen stijl en geen script")
    for link, bits, digest in linked:
        content = _ask(urljoin(address, link)).content
        if base64.b64encode(hashlib.new(f"sha{bits}", content).digest()).decode() != digest:
            faults.append(f"{urljoin(address, link)}: is niet wat de pagina noemt")
    missing = _ask(urljoin(address, "bestaat-niet/echt-niet/"))
    if missing.status != 404 or not {link for link, *_ in linked} & {
        link for link, *_ in _LINKED.findall(missing.text)
    }:
        faults.append("Wat er niet is geeft niet de eigen pagina met status 404")
    return faults


def _some_pages(address: str) -> list[str]:
    """Return the paths of the first and the last page of the sitemap."""
    found = _ADDRESS.findall(_ask(urljoin(address, "sitemap.xml")).text)
    return [urlsplit(page).path for page in found[:1] + found[-1:]] or ["sitemap.xml"]


def _ask(address: str) -> Answer:
    request = urllib.request.Request(address, headers={"Cache-Control": "no-cache", "Accept-Encoding": "gzip"})  # noqa: S310 - given by the maintainer
    try:
        with urllib.request.urlopen(request, timeout=30) as reply:  # noqa: S310 - the same
            return _read(reply.status, reply.headers["Content-Encoding"], reply.read())
    except urllib.error.HTTPError as error:
        return _read(error.code, error.headers["Content-Encoding"], error.read())
    except OSError:
        return Answer(0)


def _read(status: int, encoding: str | None, content: bytes) -> Answer:
    return Answer(status, gzip.decompress(content) if encoding == "gzip" else content)


def wait_for_commit(address: str, commit: str, patience: float = _PATIENCE) -> str:
    """Wait until the site was built from this commit, or it takes too long; return the commit of the site."""
    deadline = time.monotonic() + patience
    while (live := _commit(address)) != commit and time.monotonic() < deadline:
        time.sleep(_PAUSE)
    return live


def _commit(address: str) -> str:
    try:
        return str(json.loads(_ask(urljoin(address, "build.json")).text).get("commit", ""))
    except ValueError:
        return ""


def main() -> int:
    """Check the given site, and its commit if one is given; return 1 when there is a problem."""
    address, commit = sys.argv[1].rstrip("/") + "/", " ".join(sys.argv[2:])
    faults = []
    if commit and (live := wait_for_commit(address, commit)) != commit:
        faults.append(f"De site is van {live or 'onbekend'}, niet van {commit}")
    faults += check_site(address)
    print("\n".join(faults) or f"De site op {address} werkt.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
