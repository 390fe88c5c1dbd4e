"""A practice as data for search engines: an Article of schema.org with what it cites, and where it stands."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.practice import ONGOING, Period, Practice, Source
from mvo_catalogue.domain.values import Licence
from mvo_catalogue.site import urls
from mvo_catalogue.site.site import Site

_LICENCES = {
    Licence.CC_BY: "https://creativecommons.org/licenses/by/4.0/",
    Licence.CC0: "https://creativecommons.org/publicdomain/zero/1.0/",
}
_ESCAPES = str.maketrans({character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"})


def build_linked_data(
    practice: Practice, catalogue: Catalogue, site: Site, breadcrumbs: Iterable[tuple[str, str]], image: str
) -> str:
    """Return JSON-LD that can stand inside a ``<script>`` element: nothing in it can end that element.

    ``breadcrumbs`` are (label, path) of the pages above; ``image`` is the path of the social image, as any.
    """
    address = site.absolute(urls.practice_path(practice.slug))
    house = {"@type": "Organization", "name": site.name, "url": site.absolute(urls.HOME)}
    article = {
        "@type": "Article",
        "@id": address,
        "url": address,
        "mainEntityOfPage": address,
        "headline": practice.title,
        "description": practice.summary,
        "inLanguage": site.language,
        "image": site.absolute(image),
        "author": house,
        "publisher": house,
        "datePublished": practice.published_on.isoformat(),
        "dateModified": max(practice.published_on, practice.reviewed_on).isoformat(),
        "license": _LICENCES[practice.licence],
        "isAccessibleForFree": True,
        "about": [
            {"@type": "Thing", "name": catalogue.topics[slug].name, "url": site.absolute(urls.topic_path(slug))}
            for slug in practice.topics
        ],
        "mentions": [
            {
                "@type": "Organization",
                "name": catalogue.partners[slug].name,
                "url": site.absolute(urls.partner_path(slug)),
            }
            for slug in practice.actors
        ],
        "contentLocation": [{"@type": "Place", "name": place} for place in practice.places],
        "temporalCoverage": _coverage(practice.period),
        "keywords": list(practice.keywords),
        "isBasedOn": [
            site.absolute(urls.practice_path(slug)) for slug in practice.based_on if slug in catalogue.practices
        ],
        "citation": [_citation(source) for source in practice.sources],
    }
    trail = {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": label, "item": site.absolute(path)}
            for position, (label, path) in enumerate(
                [*breadcrumbs, (practice.title, urls.practice_path(practice.slug))], 1
            )
        ],
    }
    graph = {"@context": "https://schema.org", "@graph": [_known(article), trail]}
    return json.dumps(graph, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)


def _known(thing: dict[str, Any]) -> dict[str, Any]:
    """Leave out what is not known: a search engine has no word for that."""
    return {name: value for name, value in thing.items() if value not in (None, "", [])}


def _coverage(period: Period | str | None) -> str | None:
    """Return the years as an ISO 8601 interval; a period in words only has none."""
    if not isinstance(period, Period):
        return None
    end = ".." if period.end in (None, ONGOING) else period.end
    return str(period.start) if period.end == period.start else f"{period.start}/{end}"


def _citation(source: Source) -> dict[str, Any]:
    return _known(
        {
            "@type": "CreativeWork",
            "name": source.title,
            "publisher": {"@type": "Organization", "name": source.publisher},
            "url": source.url,
            "archivedAt": source.archive,
            "datePublished": source.date,
        }
    )
