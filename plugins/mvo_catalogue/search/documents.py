"""What is searched of a practice, by which values it is filtered, and what a hit shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.entries import APPROACH, LESSONS, PROBLEM, RESULTS, SECTION_ORDER, Practice
from mvo_catalogue.domain.model import AREAS, PARTNER_KINDS, PROCESS_PHASES, TARGET_GROUPS
from mvo_catalogue.domain.values import LabelledValue
from mvo_catalogue.search.compounds import compound_parts, read_corrections

Choices = Iterable[tuple[str, str]]
"""Values with the words for them."""

FIELD_BOOSTS = {
    "titel": 4,
    "samenvatting": 2,
    "aanpak": 1,
    "resultaten": 1,
    "lessen": 1,
    "aanleiding": 1,
    "zoekwoorden": 4,
    "themas": 1,
    "partners": 3,
    "plaatsen": 4,
    "delen": 2,
}
"""The fields of the index, each with how much a word in it weighs."""

LENGTH_WEIGHT = 0
"""Lunr's ``b``: how much less a word weighs in a text longer than others.

Entries are of much the same length: 0 answers as well as Lunr's own 0.75, and makes the files of terms 40 % smaller.
"""

RUNNING_TEXTS = ("aanpak", "resultaten", "lessen", "aanleiding")
"""The fields from which a hit shows the piece where the words were found."""

_FIELDS_OF_NAMES = ("partners", "plaatsen")
"""Names are not split: Woonbedrijf is no bedrijf, Zeeland no land."""


def build_fields(practice: Practice, catalogue: Catalogue) -> dict[str, str]:
    """Return the searchable text of a practice per field of the index.

    What stands before the first heading or under a heading of the editor's own belongs to the approach.
    """
    sections = {section.heading: section.text for section in practice.body.sections if section.heading in SECTION_ORDER}
    others = [section for section in practice.body.sections if section.heading not in SECTION_ORDER]
    around = [practice.body.lead.text, *(f"{section.heading} {section.text}" for section in others)]
    vocabularies = catalogue.vocabularies
    topics = [catalogue.topics[slug] for slug in practice.topics]
    partners = [catalogue.partners[slug] for slug in practice.actors]
    groups = [vocabularies["doelgroepen"][slug].name for slug in practice.target_groups]
    instruments = [vocabularies["instrumenten"][slug].name for slug in practice.instruments]
    document = {
        "titel": practice.title,
        "samenvatting": practice.summary,
        "aanpak": " ".join(filter(None, [sections.get(APPROACH, ""), *around])),
        "resultaten": sections.get(RESULTS, ""),
        "lessen": sections.get(LESSONS, ""),
        "aanleiding": sections.get(PROBLEM, ""),
        "zoekwoorden": " ".join([*practice.keywords, *groups, *instruments]),
        "themas": " ".join(topic.name for topic in topics),
        "partners": " ".join(
            [name for partner in partners for name in (partner.name, *partner.other_names)]
            + list(practice.also_involved)
        ),
        "plaatsen": " ".join([*practice.places, *(province.label for province in practice.provinces)]),
    }
    words = [text for name, text in document.items() if name not in _FIELDS_OF_NAMES]
    corrections = read_corrections(vocabularies.get("samenstellingen", {}))
    return {**document, "delen": " ".join(compound_parts(words, corrections))}


def build_hit(practice: Practice, catalogue: Catalogue) -> list[Any]:
    """Return what the list of hits shows of a practice, in the order that ``docs/search.md`` gives."""
    return [
        practice.slug,
        practice.title,
        practice.summary,
        [catalogue.topics[slug].name for slug in practice.topics],
        [catalogue.partners[slug].name for slug in practice.associations],
        [catalogue.partners[slug].name for slug in practice.partners],
        list(practice.places),
        practice.evidence.label,
        practice.evidence.rank,
        practice.published_on.isoformat(),
        practice.reviewed_on.isoformat(),
    ]


def _named(slugs: Iterable[str], entries: Mapping[str, Any]) -> Choices:
    return ((slug, entries[slug].name) for slug in slugs)


def _labelled(*values: LabelledValue | None) -> Choices:
    return ((value.value, value.label) for value in values if value)


FACETS: dict[str, Callable[[Practice, Catalogue], Choices]] = {
    "thema": lambda practice, catalogue: _named(practice.topics, catalogue.topics),
    "soort": lambda practice, catalogue: catalogue.names(
        PARTNER_KINDS, (catalogue.partners[slug].kind for slug in practice.partners)
    ),
    "partner": lambda practice, catalogue: _named(practice.partners, catalogue.partners),
    "corporatie": lambda practice, catalogue: _named(practice.associations, catalogue.partners),
    "doelgroep": lambda practice, catalogue: catalogue.names(TARGET_GROUPS, practice.target_groups),
    "onderbouwing": lambda practice, _: _labelled(practice.evidence),
    "provincie": lambda practice, _: _labelled(*practice.provinces),
    "procesfase": lambda practice, catalogue: catalogue.names(PROCESS_PHASES, practice.process_phases),
    "gebied": lambda practice, catalogue: catalogue.names(AREAS, practice.areas),
    "kosten": lambda practice, _: _labelled(practice.costs.cost_class if practice.costs else None),
    "inzet": lambda practice, _: _labelled(practice.effort),
    "doorlooptijd": lambda practice, _: _labelled(practice.lead_time),
    "moeilijkheid": lambda practice, _: _labelled(practice.difficulty),
    "jaar": lambda practice, _: ((str(year), str(year)) for year in practice.years),
}
"""The facets by their name in an address."""


def collect_values(practice: Practice, catalogue: Catalogue) -> dict[str, Choices]:
    """Return the values of a practice, with the words for them, per facet."""
    return {facet: choose(practice, catalogue) for facet, choose in FACETS.items()}
