"""What is searched of a practice, and what a hit shows."""

from __future__ import annotations

from typing import Any

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.practice import APPROACH, LESSONS, PROBLEM, RESULTS, Practice
from mvo_catalogue.site.urls import practice_path

FIELD_BOOSTS = {
    "titel": 10,
    "samenvatting": 4,
    "aanpak": 1,
    "resultaten": 1,
    "lessen": 1,
    "aanleiding": 1,
    "zoekwoorden": 6,
    "themas": 4,
    "partners": 5,
    "plaatsen": 5,
}
"""The fields of the index, each with how much a word in it weighs."""


def build_search_document(practice: Practice, catalogue: Catalogue) -> dict[str, str]:
    """Return the searchable text of a practice per field, with its slug as ``ref``."""
    sections = {section.heading: section.text for section in practice.body.sections}
    vocabularies = catalogue.vocabularies
    topics = [catalogue.topics[slug] for slug in practice.topics]
    partners = [catalogue.partners[slug] for slug in practice.actors]
    groups = [vocabularies["doelgroepen"][slug].name for slug in practice.target_groups]
    instruments = [vocabularies["instrumenten"][slug].name for slug in practice.instruments]
    return {
        "ref": practice.slug,
        "titel": practice.title,
        "samenvatting": practice.summary,
        "aanpak": sections.get(APPROACH, ""),
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


def build_hit(practice: Practice, catalogue: Catalogue) -> dict[str, Any]:
    """Return what the list of hits shows of a practice."""
    return {
        "titel": practice.title,
        "samenvatting": practice.summary,
        "pad": practice_path(practice.slug),
        "themas": [catalogue.topics[slug].name for slug in practice.topics],
        "corporaties": [catalogue.partners[slug].name for slug in practice.associations],
        "partners": [catalogue.partners[slug].name for slug in practice.partners],
        "onderbouwing": practice.evidence.label,
    }
