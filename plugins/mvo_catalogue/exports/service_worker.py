"""The service worker of a build: the script of the theme with what only a build knows above it."""

from __future__ import annotations

import json
from collections.abc import Iterable

from mvo_catalogue.site.site import Site


def build_service_worker(script: str, site: Site, first: Iterable[str]) -> str:
    """Return the script that keeps pages for later; ``first`` are paths that it fetches at once, for no connection."""
    relative = [path.removeprefix("/") for path in first]
    return f"self.BUILD={json.dumps(site.build)};self.FIRST={json.dumps(relative)};\n{script}"
