"""The OpenSearch description: with it a browser can search the catalogue from its address bar."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from mvo_catalogue.site import urls
from mvo_catalogue.site.site import Site

_SHORT_NAME = "MVO-praktijken"
"""What a browser shows in its list; sixteen characters at most."""


def build_opensearch(site: Site, icon: str) -> str:
    """Return the description, as OpenSearch 1.1 has it; ``icon`` is the path of the icon."""
    return "\n".join(
        [
            '<?xml version="1.0" encoding="utf-8"?>',
            '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
            f"<ShortName>{escape(_SHORT_NAME)}</ShortName>",
            f"<LongName>{escape(site.name)}</LongName>",
            f"<Description>{escape(site.tagline)}</Description>",
            f"<Language>{site.language}</Language>",
            "<InputEncoding>UTF-8</InputEncoding>",
            f'<Image type="image/svg+xml">{escape(site.absolute(icon))}</Image>',
            f'<Url type="text/html" template={quoteattr(site.absolute(urls.SEARCH) + "?q={searchTerms}")}/>',
            "</OpenSearchDescription>",
            "",
        ]
    )
