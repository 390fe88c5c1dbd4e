"""What the page of a practice shows around its text, and what it says to search engines.

A reader sees key facts and who did it. A search engine gets an Article of schema.org
with what it cites, and where it stands.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.entries import ONGOING, Period, Practice, Source
from mvo_catalogue.site import urls
from mvo_catalogue.site.data_files import LICENCE_ADDRESSES
from mvo_catalogue.site.facts import JUDGED, SITUATION, TRAITS, Fact, practice_facts
from mvo_catalogue.site.site import Site
from mvo_catalogue.site.words import list_mark

_LINE = 48
"""How many characters of names stand on a line of the key facts; with more, only the first names are there."""
_LINE_OF_TWO = 40
"""How many characters two names may have that stand there with the number of the others."""
_WIDE = 60
"""From how many characters on names have the whole width on a phone."""

_ESCAPES = str.maketrans({character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"})


class NameLink(NamedTuple):
    """An organisation: its name, and the path of its page or ``""``."""

    name: str
    path: str = ""


class Names(NamedTuple):
    """Organisations with ``mark`` between them; only the first ``shown`` stand in the key facts."""

    names: Sequence[NameLink]
    mark: str
    shown: int
    is_wide: bool


class PracticeView(NamedTuple):
    """The facts of a practice, known or not, and who did it: first by whom, then with whom.

    ``fields`` says in which field of the form each fact is filled in, by its label.
    """

    judged: list[Fact]
    situation: list[Fact]
    traits: list[Fact]
    people: list[Names]
    has_company: bool
    fields: dict[str, str]


def build_practice_view(practice: Practice, catalogue: Catalogue) -> PracticeView:
    """Return what the page of a practice shows around its text."""
    facts = practice_facts(practice, catalogue.vocabularies)

    def pages(slugs: Iterable[str]) -> list[NameLink]:
        return [NameLink(catalogue.partners[slug].name, urls.partner_path(slug)) for slug in slugs]

    doers, company = pages(practice.associations), [*pages(practice.partners), *map(NameLink, practice.also_involved)]
    judged, situation, traits = ([facts[key] for key in keys if key in facts] for keys in (JUDGED, SITUATION, TRAITS))
    people = [_first_names(names) for names in (doers, company) if names]
    fields = {fact.label: key for key, fact in facts.items()}
    return PracticeView(judged, situation, traits, people, bool(company), fields)


def _first_names(names: Sequence[NameLink]) -> Names:
    """Return as many names as stand on a line, or else the first two, or else the first."""

    def width(count: int) -> int:
        return len(", ".join(name.name for name in names[:count]))

    shown = len(names) if width(len(names)) <= _LINE else 2 if width(2) <= _LINE_OF_TWO else 1
    return Names(names, list_mark(name.name for name in names), shown, is_wide=width(shown) > _WIDE)


def build_linked_data(
    practice: Practice, catalogue: Catalogue, site: Site, breadcrumbs: Iterable[tuple[str, str]], image: str
) -> str:
    """Return JSON-LD that can stand inside a ``<script>`` element: nothing in it can end that element.

    ``breadcrumbs`` are (label, path) of the pages above; ``image`` is the path of the social image, as any.
    """

    def thing(kind: str, name: str, path: str) -> dict[str, str]:
        return {"@type": kind, "name": name, "url": site.absolute(path)}

    topics, partners, path = catalogue.topics, catalogue.partners, urls.practice_path(practice.slug)
    address, house = site.absolute(path), thing("Organization", site.name, urls.HOME)
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
        "license": LICENCE_ADDRESSES[practice.licence],
        "isAccessibleForFree": True,
        "about": [thing("Thing", topics[slug].name, urls.topic_path(slug)) for slug in practice.topics],
        "mentions": [thing("Organization", partners[slug].name, urls.partner_path(slug)) for slug in practice.actors],
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
            for position, (label, path) in enumerate([*breadcrumbs, (practice.title, path)], 1)
        ],
    }
    graph = {"@context": "https://schema.org", "@graph": [_leave_out_unknown(article), trail]}
    return json.dumps(graph, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)


def _leave_out_unknown(thing: dict[str, Any]) -> dict[str, Any]:
    """Leave out what is not known: a search engine has no word for that."""
    return {name: value for name, value in thing.items() if value not in (None, "", [])}


def _coverage(period: Period | str | None) -> str | None:
    """Return the years as an ISO 8601 interval; a period in words only has none."""
    if not isinstance(period, Period):
        return None
    end = ".." if period.end in (None, ONGOING) else period.end
    return str(period.start) if period.end == period.start else f"{period.start}/{end}"


def _citation(source: Source) -> dict[str, Any]:
    return _leave_out_unknown(
        {
            "@type": "CreativeWork",
            "name": source.title,
            "publisher": {"@type": "Organization", "name": source.publisher},
            "url": source.url,
            "archivedAt": source.archive,
            "datePublished": source.date,
        }
    )
