"""The sitemap and robots.txt: which pages a search engine may show."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from xml.sax.saxutils import escape

from mvo_catalogue.site import urls
from mvo_catalogue.site.site import Site


def build_sitemap(paths: Iterable[tuple[str, datetime.date | None]], site: Site) -> str:
    """Return a sitemap of (path, last change) pairs, as sitemaps.org describes it."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ]
    for path, changed in paths:
        last_change = f"<lastmod>{changed.isoformat()}</lastmod>" if changed else ""
        lines.append(f"<url><loc>{escape(site.absolute(path))}</loc>{last_change}</url>")
    return "\n".join([*lines, "</urlset>", ""])


def build_robots(site: Site) -> str:
    """Return robots.txt: everything may be read, and the sitemap is there."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {site.absolute(urls.SITEMAP)}\n"
