"""Rules with which a host leads former addresses on itself: ``_redirects``, and a map for nginx."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mvo_catalogue.site.former import Former, Gone
from mvo_catalogue.site.site import Site

_REST = r"(?<mvo_rest>[\w./-]*)"

Move = tuple[str, str]
"""A former path, and the path of now."""


def build_redirects(moves: Iterable[Move], gone: Iterable[Gone], site: Site, *, is_forced: bool) -> str:
    """Return the file ``_redirects``: a line for each address.

    Where a page of ours stands at that address too, some hosts follow the rule and others show the page. With
    ``is_forced`` the lines are as Netlify wants them to follow the rule, and say 410 of what is gone; other hosts
    know neither.
    """
    force = "!" if is_forced else ""
    lines = [f"{site.base}{old} {site.base}{new} 301{force}" for old, new in moves]
    if is_forced:
        lines += [
            f"{site.base}{path} {site.base}{one.paths[0]}index.html 410!"
            for one in gone
            for path in (*one.paths, *one.files)
        ]
    return "".join(f"{line}\n" for line in lines)


def build_nginx_map(former: Former, gone: Iterable[Gone], site: Site) -> str:
    """Return the lines of a map of nginx from each address to the one of now, or to 410 for what is gone.

    Addresses are patterns, since nginx keeps only short words in a table; what follows one has no sign that could
    become a line of its own in an answer.
    """
    lines = []
    for new, olds in former.items():
        rest, tail = (_REST, "$mvo_rest") if new.endswith("/") else ("", "")
        lines += [f'"~^{re.escape(site.base + old)}{rest}$" "{site.base}{new}{tail}";' for old in olds]
    for one in gone:
        lines += [f'"~^{re.escape(site.base + path)}" 410;' for path in (*one.paths, *one.files)]
    return "".join(f"{line}\n" for line in lines)
