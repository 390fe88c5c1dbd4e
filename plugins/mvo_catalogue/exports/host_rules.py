"""What a host has to do besides sending files: ``_headers``, ``_redirects``, and a map for nginx."""

import re
from collections.abc import Iterable

from mvo_catalogue.site import urls
from mvo_catalogue.site.former import Former, RemovedEntry
from mvo_catalogue.site.headers import CACHE_FOREVER, HEADERS, SLUG
from mvo_catalogue.site.site import Site

_REST = r"(?<mvo_rest>[\w./-]*)"

Move = tuple[str, str]
"""A former path, and the path of now."""


def build_host_headers(paths: Iterable[str], site: Site) -> str:
    """Return ``_headers`` for a site with pages at these paths: what ``deploy/nginx.conf`` says elsewhere.

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


def build_redirects(moves: Iterable[Move], removed: Iterable[RemovedEntry], site: Site, *, is_forced: bool) -> str:
    """Return the file ``_redirects``: a line for each address.

    Where a page of ours stands at that address too, some hosts follow the rule and others show the page. With
    ``is_forced`` the lines are as Netlify wants them to follow the rule, and say 410 of what is gone; other hosts
    know neither.
    """
    force = "!" if is_forced else ""
    lines = [f"{site.base}{old} {site.base}{new} 301{force}" for old, new in moves]
    for one in removed if is_forced else ():
        lines += [f"{site.base}{path} {site.base}{one.paths[0]}index.html 410!" for path in (*one.paths, *one.files)]
    return "".join(f"{line}\n" for line in lines)


def build_nginx_map(former: Former, removed: Iterable[RemovedEntry], site: Site) -> str:
    """Return the lines of a map of nginx from each address to the one of now, or to 410 for what is gone.

    Addresses are patterns, since nginx keeps only short words in a table; what follows one has no sign that could
    become a line of its own in an answer.
    """
    lines = []
    for new, olds in former.items():
        rest, tail = (_REST, "$mvo_rest") if new.endswith("/") else ("", "")
        lines += [f'"~^{re.escape(site.base + old)}{rest}$" "{site.base}{new}{tail}";' for old in olds]
    for one in removed:
        lines += [f'"~^{re.escape(site.base + path)}" 410;' for path in (*one.paths, *one.files)]
    return "".join(f"{line}\n" for line in lines)
