"""Settings of hosts: ``_headers``, ``_redirects``, and a map for nginx."""

import re
from collections.abc import Iterable

from mvo_catalogue.site import urls
from mvo_catalogue.site.former import Former, RemovedEntry
from mvo_catalogue.site.headers import CACHE_FOREVER, HEADERS, SLUG
from mvo_catalogue.site.site import Site

_REST = r"(?<mvo_rest>[\w./-]*)"

Move = tuple[str, str]
"""A former path and the current one."""


def build_host_headers(paths: Iterable[str], site: Site) -> str:
    """Return the file ``_headers`` for a site with pages at these paths, as ``deploy/nginx.conf`` does for nginx.

    Of two rules for a path, some hosts take the more specific one and others join their values. So a header with
    several values is repeated for each top-level folder and file, and the rule for everything has its least value.
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
    """Return the pattern of the rule for a path: its top-level folder, or the path itself."""
    _, folder, *rest = path.split("/")
    return f"/{folder}/*" if rest and SLUG not in path else path


def build_redirects(moves: Iterable[Move], removed: Iterable[RemovedEntry], site: Site, *, is_forced: bool) -> str:
    """Return the file ``_redirects``: a line for each former path.

    There is a page at each former path too, and some hosts show that instead. With ``is_forced`` the lines have the
    syntax of Netlify to redirect all the same, and to answer 410 for what was removed; other hosts know neither.
    """
    force = "!" if is_forced else ""
    lines = [f"{site.base}{old} {site.base}{new} 301{force}" for old, new in moves]
    for one in removed if is_forced else ():
        lines += [f"{site.base}{path} {site.base}{one.paths[0]}index.html 410!" for path in (*one.paths, *one.files)]
    return "".join(f"{line}\n" for line in lines)


def build_nginx_map(former: Former, removed: Iterable[RemovedEntry], site: Site) -> str:
    """Return the lines of an nginx map from each former path to the current one, or to 410 for what was removed.

    Paths are patterns, since the hash table of nginx holds only short keys; the pattern for the rest of a path has no
    characters that could inject a header.
    """
    lines = []
    for new, olds in former.items():
        rest, tail = (_REST, "$mvo_rest") if new.endswith("/") else ("", "")
        lines += [f'"~^{re.escape(site.base + old)}{rest}$" "{site.base}{new}{tail}";' for old in olds]
    for one in removed:
        lines += [f'"~^{re.escape(site.base + path)}" 410;' for path in (*one.paths, *one.files)]
    return "".join(f"{line}\n" for line in lines)
