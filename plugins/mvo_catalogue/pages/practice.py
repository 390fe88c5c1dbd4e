"""What the page of a practice shows around its text, and what it says to search engines.

A reader sees key facts, who did it, advice and the parts below the text. A search engine gets an Article of schema.org
with what it cites, and where it stands.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.practice import ONGOING, Period, Practice, Source
from mvo_catalogue.domain.values import Licence
from mvo_catalogue.site import urls
from mvo_catalogue.site.facts import JUDGED, SITUATION, TRAITS, Fact, practice_facts
from mvo_catalogue.site.site import Site
from mvo_catalogue.site.words import list_mark

_LINE = 48
"""How many characters of names stand on a line of the key facts; with more, only the first names are there."""
_LINE_OF_TWO = 40
"""How many characters two names may have that stand there with the number of the others."""
_WIDE_NAMES, _WIDE_LABEL, _WIDE_WORDS = 60, 16, 36
"""From how many characters on a fact has the whole width on a phone: of names, of its label or of its words."""

_LICENCES = {
    Licence.CC_BY: "https://creativecommons.org/licenses/by/4.0/",
    Licence.CC0: "https://creativecommons.org/publicdomain/zero/1.0/",
}
_ESCAPES = str.maketrans({character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"})


class ShownFact(NamedTuple):
    """A known fact as a page shows it: its words begin with a capital, and a long one ``is_wide``."""

    label: str
    words: str
    explanation: str
    is_wide: bool


class NameLink(NamedTuple):
    """An organisation: its name, and the path of its page or ``""``."""

    name: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class Names:
    """Organisations under a label, with ``mark`` between them; ``left_out`` counts those that stand elsewhere."""

    label: str
    shown: tuple[NameLink, ...]
    mark: str
    left_out: int
    is_wide: bool


@dataclass(frozen=True, slots=True)
class PracticeView:
    """The facts and parts of the page of a practice; a label in ``unknown…`` is of something that nobody knows.

    ``parts`` are the headings of the parts that are there, in order, by their anchor; no heading of an editor gets an
    anchor with an underscore. ``more_people`` are those of whom the key facts name only the first. ``advice`` is what
    whoever copies it must know: (heading, items).
    """

    judged: tuple[ShownFact, ...]
    situation: tuple[ShownFact, ...]
    people: tuple[Names, ...]
    unknown: tuple[str, ...]
    traits: tuple[ShownFact, ...]
    more_people: tuple[Names, ...]
    unknown_traits: tuple[str, ...]
    advice: tuple[tuple[str, tuple[str, ...]], ...]
    unknown_advice: tuple[str, ...]
    parts: dict[str, str]


def build_practice_view(
    practice: Practice, catalogue: Catalogue, *, has_lineage: bool, has_alike: bool
) -> PracticeView:
    """Return what the page of a practice shows around its text."""
    facts = practice_facts(practice, catalogue.vocabularies)
    judged, situation, traits = ([facts[key] for key in keys if key in facts] for keys in (JUDGED, SITUATION, TRAITS))
    doers = [NameLink(catalogue.partners[slug].name, urls.partner_path(slug)) for slug in practice.associations]
    company = [
        *(NameLink(catalogue.partners[slug].name, urls.partner_path(slug)) for slug in practice.partners),
        *map(NameLink, practice.also_involved),
    ]
    people = [(label, names) for label, names in (("Door", doers), ("Met" if doers else "Door", company)) if names]
    advice = (
        ("Wat moet blijven", practice.core_elements),
        ("Wat mag anders", practice.adaptable_elements),
        ("Past wel", practice.conditions),
        ("Past niet", practice.unsuitable),
    )
    parts = (
        ("zelf_doen", "Zelf doen", True),
        ("overgenomen_door", "Overgenomen door", True),
        ("materiaal", "Materiaal", practice.materials),
        ("kenmerken", "Kenmerken", True),
        ("bij_de_bronnen", "Bronnen", True),
        ("stamboom", "Waar dit bij hoort", has_lineage),
        ("verder_kijken", "Lijkt hierop", has_alike),
    )
    first = [_first_names(label, names) for label, names in people]
    return PracticeView(
        judged=_known(judged),
        situation=_known(situation),
        people=tuple(first),
        unknown=_join_labels([*_unknown(judged), *_unknown(situation), *([] if company else ["Met"])]),
        traits=_known(traits),
        more_people=tuple(
            replace(shown, shown=tuple(names), left_out=0, is_wide=True)
            for shown, (_, names) in zip(first, people, strict=True)
            if shown.left_out
        ),
        unknown_traits=_join_labels(_unknown(traits)),
        advice=tuple((heading, items) for heading, items in advice if items),
        unknown_advice=_join_labels([heading for heading, items in advice if not items]),
        parts={anchor: heading for anchor, heading, is_there in parts if is_there},
    )


def _known(facts: Iterable[Fact]) -> tuple[ShownFact, ...]:
    return tuple(
        ShownFact(
            fact.label,
            fact.words[0].replace("é", "e").upper() + fact.words[1:],
            fact.explanation,
            len(fact.label) > _WIDE_LABEL or len(fact.words) > _WIDE_WORDS,
        )
        for fact in facts
        if fact.words
    )


def _unknown(facts: Iterable[Fact]) -> list[str]:
    return [fact.label for fact in facts if not fact.words]


def _join_labels(labels: Sequence[str]) -> tuple[str, ...]:
    """Return the labels of what is not known, as they stand in one sentence."""
    return (*labels[:1], *(label.lower() for label in labels[1:]))


def _first_names(label: str, names: Sequence[NameLink]) -> Names:
    """Return as many names as stand on a line, or else the first two, or else the first."""

    def width(count: int) -> int:
        return len(", ".join(name.name for name in names[:count]))

    mark = list_mark(name.name for name in names)
    most = len(names) if width(len(names)) <= _LINE else 2 if width(2) <= _LINE_OF_TWO else 1
    return Names(label, tuple(names[:most]), mark, len(names) - most, is_wide=width(most) > _WIDE_NAMES)


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
