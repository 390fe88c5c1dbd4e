"""The file ``_headers``, with which Netlify and Cloudflare Pages say what ``deploy/nginx.conf`` says elsewhere."""

from __future__ import annotations

from collections.abc import Iterable

from mvo_catalogue.site import urls
from mvo_catalogue.site.headers import CACHE_FOREVER, HEADERS, SLUG
from mvo_catalogue.site.site import Site


def build_host_headers(paths: Iterable[str], site: Site) -> str:
    """Return the file for a site with pages at these paths.

    Of two rules for one path, one host takes the more specific, the other joins their values: so a header of which the
    value differs stands with each folder and file at the top of the site; the rule for everything has the least of it.
    """
    varying = [header for header in HEADERS if header.elsewhere]
    everywhere = [(header.name, header.least if header.elsewhere else header.value) for header in HEADERS]
    rules = {"/*": [f"{name}: {value}" for name, value in everywhere if value]}
    special = [start for header in varying for start in header.elsewhere]
    for top in sorted({_top(path) for path in [*paths, urls.SERVICE_WORKER, urls.ASSETS, *special]}):
        meant = [header for header in varying if SLUG not in top or top in header.elsewhere]  # its folder has the rest
        rules[top] = [f"{header.name}: {header.at(top)}" for header in meant if header.at(top)]
    rules[f"{urls.ASSETS}*"].append(f"Cache-Control: {CACHE_FOREVER}")
    return "".join(
        f"{site.base}{path}\n" + "".join(f"  {line}\n" for line in lines) for path, lines in rules.items() if lines
    )


def _top(path: str) -> str:
    """Return the rule for a path: its folder at the top of the site, or the path itself."""
    _, folder, *rest = path.split("/")
    return f"/{folder}/*" if rest and SLUG not in path else path
