"""What the page of a practice shows around its text: key facts and participants; and its JSON-LD for search engines."""

import json
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from mvo_catalogue.domain.body import Section
from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.entries import ONGOING, RESULTS, Period, Practice, Source
from mvo_catalogue.site import urls
from mvo_catalogue.site.contact import Contact, contact_of
from mvo_catalogue.site.data_files import LICENCE_ADDRESSES
from mvo_catalogue.site.facets import collect_values
from mvo_catalogue.site.facts import EFFORT, JUDGED, MONEY, SITUATION, TRAITS, Fact, known_outcome, practice_facts
from mvo_catalogue.site.site import Site
from mvo_catalogue.site.words import list_mark, without_capital
from mvo_catalogue.texts import load_texts

_LINE = 48
"""The most characters of names on a line of the key facts; of longer lists only the first names are shown."""
_LINE_OF_TWO = 40
"""The most characters of two names when a number of others follows."""
_WIDE = 60
"""Names with more characters take the full width on a phone."""

_ROLE = "rol_corporatie"
"""The only advice that is not listed as unknown when it is missing."""
_COPY = "bronnen.0.archief"
"""The field of the form for an archived copy of the first source."""

_FACETS = {
    "soort": "soort",
    "onderbouwing": "onderbouwing",
    "doelgroep": "doelgroepen",
    "provincie": "provincies",
    "gebied": "gebied",
    "fase": "fase",
    "aanpak": "instrumenten",
    "procesfase": "procesfase",
    "kosten": "kosten",
    "moeilijkheid": "moeilijkheid",
}
"""The fact that belongs to each facet."""
_NAMES = ("provincies",)
"""The facts that are proper names, and keep their capitals."""

_ESCAPES = str.maketrans({character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"})


class NameLink(NamedTuple):
    """An organisation: its name, and the path of its page or ``""``."""

    name: str
    path: str = ""


class Names(NamedTuple):
    """Organisations, separated by ``mark``; the key facts show only the first ``shown``."""

    names: Sequence[NameLink]
    mark: str
    shown: int
    is_wide: bool


class ShownFact(NamedTuple):
    """A key fact as a page shows it; ``links`` are its values, each with the path of the search for it.

    ``rest`` is the text after those.
    """

    label: str
    words: str
    explanation: str = ""
    links: Sequence[tuple[str, str]] = ()
    rest: str = ""


class Asked(NamedTuple):
    """Who can tell more, the link to their own address, or else an address of another: its link and words."""

    name: str
    link: str = ""
    via: str = ""
    via_words: str = ""


class PracticeView(NamedTuple):
    """The known facts of a practice in reading order; ``people`` are first who did it, then their partners.

    ``asked`` is whom to ask about the outcome, ``letter`` the first partner, to whom one can write, ``advice`` what to
    know before doing it too, ``unknown`` the label and form field of unknown facts.
    """

    sections: list[Section]
    asked: Asked
    letter: NameLink | None
    money: list[ShownFact]
    people: list[Names]
    situation: list[ShownFact]
    evidence: ShownFact
    effort: list[ShownFact]
    traits: list[ShownFact]
    advice: list[tuple[str, Sequence[str]]]
    unknown: list[tuple[str, str]]


def build_practice_view(practice: Practice, catalogue: Catalogue) -> PracticeView:
    """Return what the page of a practice shows around its text."""
    facts = practice_facts(practice, catalogue.vocabularies)
    labels = load_texts("practice", dict[str, str])

    def pages(slugs: Iterable[str]) -> list[NameLink]:
        return [NameLink(catalogue.partners[slug].name, urls.partner_path(slug)) for slug in slugs]

    doers, company = pages(practice.associations), [*pages(practice.partners), *map(NameLink, practice.also_involved)]
    advice = {
        "werkzaam": practice.core_elements,
        "aanpasbaar": practice.adaptable_elements,
        "voorwaarden": practice.conditions,
        "niet_geschikt": practice.unsuitable,
        _ROLE: (practice.role,) if practice.role else (),
    }
    known = {
        "uitkomst": known_outcome(practice),
        **{key: facts[key].words for key in (*JUDGED, *SITUATION) if key in facts},
        "partners": company,
        **{key: advice[key] for key in advice if key != _ROLE},
        **{key: facts[key].words for key in TRAITS if key in facts},
        _COPY: any(source.archive for source in practice.sources),
    }

    links = _fact_links(practice, catalogue)

    def known_facts(keys: Sequence[str]) -> list[ShownFact]:
        return [_show(facts[key], links.get(key, ())) for key in keys if key in facts and facts[key].words]

    traits = [_show(Fact(labels[key], ""), links[key]) for key in ("themas", "soort") if links[key]]

    return PracticeView(
        sections=_reading_order(practice.body.sections),
        asked=_asked(contact_of(practice, catalogue), [*doers, *company]),
        letter=next(iter(pages(practice.partners)), None),
        money=known_facts(MONEY),
        people=[_first_names(names) for names in (doers, company) if names],
        situation=known_facts(SITUATION),
        evidence=_show(facts["onderbouwing"], links["onderbouwing"]),
        effort=known_facts(EFFORT),
        traits=[*traits, *known_facts(TRAITS)],
        advice=[(labels[key], items) for key, items in advice.items() if items],
        unknown=[(labels.get(key) or facts[key].label, key) for key, found in known.items() if not found],
    )


def _asked(contact: Contact, actors: Sequence[NameLink]) -> Asked:
    """Return whom to ask: the first of those who did it, or else whose address is known."""
    first = next(iter(actors), NameLink(""))
    own = next((actor for actor in actors if actor.name == contact.name), first)
    is_own = contact.is_own and bool(contact.link)
    return Asked(own.name, contact.link) if is_own else Asked(first.name, "", contact.link, contact.words)


def _fact_links(practice: Practice, catalogue: Catalogue) -> dict[str, list[tuple[str, str]]]:
    """Return, for each fact that belongs to a facet, its values with the path of the search for each."""
    links = {}
    for facet, choices in collect_values(practice, catalogue).items():
        if fact := _FACETS.get(facet):
            found = [(label, urls.search_path((facet, value))) for value, label in dict.fromkeys(choices)]
            inside = found[1:] if fact in _NAMES else [(without_capital(label), path) for label, path in found[1:]]
            links[fact] = [*found[:1], *inside]
    links["themas"] = [(catalogue.topics[slug].name, urls.topic_path(slug)) for slug in practice.topics]
    links["moeilijkheid"] = links["moeilijkheid"][:1]  # the others demand more
    links["plaatsen"] = [(place, urls.search_path(("q", place))) for place in practice.shown_places] or links[
        "provincies"
    ]
    years = [("jaar", str(year)) for year in practice.years]
    links["periode"] = [("", urls.search_path(*years))] if years else []
    return links


def _show(fact: Fact, links: Sequence[tuple[str, str]]) -> ShownFact:
    """Return a fact with its links; a single link gets the text of the value, or all text when it has no label."""
    pieces, rest = links, ""
    if len(links) == 1:
        label, path = links[0]
        value, _, rest = fact.words.partition(". ") if label else (fact.words, "", "")
        pieces = [(value or label, path)]
    words = fact.words or ", ".join(label for label, _ in pieces)
    return ShownFact(fact.label, words, fact.explanation, pieces, rest)


def _reading_order(sections: Sequence[Section]) -> list[Section]:
    """Return the sections with the results second: readers look for them first."""
    results = [section for section in sections if section.heading == RESULTS]
    others = [section for section in sections if section.heading != RESULTS]
    return [*others[:1], *results, *others[1:]]


def _first_names(names: Sequence[NameLink]) -> Names:
    """Return the names; all, two or one of them are shown, whatever fits on a line."""

    def width(count: int) -> int:
        return len(", ".join(name.name for name in names[:count]))

    shown = len(names) if width(len(names)) <= _LINE else 2 if width(2) <= _LINE_OF_TWO else 1
    return Names(names, list_mark(name.name for name in names), shown, is_wide=width(shown) > _WIDE)


def build_linked_data(
    practice: Practice, catalogue: Catalogue, site: Site, breadcrumbs: Iterable[tuple[str, str]], image: str
) -> str:
    """Return JSON-LD for inside a ``<script>`` element, escaped so that it cannot end that element.

    ``breadcrumbs`` are (label, path) of the pages above; ``image`` is the path of the social image.
    """

    def thing(kind: str, name: str, path: str) -> dict[str, str]:
        return {"@type": kind, "name": name, "url": site.absolute(path)}

    topics, partners, path = catalogue.topics, catalogue.partners, urls.practice_path(practice.slug)
    address, publisher = site.absolute(path), thing("Organization", site.name, urls.HOME)
    article = {
        "@type": "Article",
        "@id": address,
        "url": address,
        "mainEntityOfPage": address,
        "headline": practice.title,
        "description": practice.summary,
        "inLanguage": site.language,
        "image": site.absolute(image),
        "author": publisher,
        "publisher": publisher,
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
    """Return what is known: schema.org has no value for unknown."""
    return {name: value for name, value in thing.items() if value not in (None, "", [])}


def _coverage(period: Period | str | None) -> str | None:
    """Return the years as an ISO 8601 interval, ``None`` for a period in words."""
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
