"""The data of one practice as JSON: what a comparison or a plan is made from, in the words that readers see."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from mvo_catalogue.domain.body import Section
from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.entries import Adoption, Practice, Source
from mvo_catalogue.domain.model import OFFERS, PARTNER_KINDS
from mvo_catalogue.domain.values import EvidenceLevel, Scale
from mvo_catalogue.exports.entries import entry_data
from mvo_catalogue.site import urls
from mvo_catalogue.site.facts import practice_facts
from mvo_catalogue.site.requests import Requests
from mvo_catalogue.site.site import Site
from mvo_catalogue.site.words import period_words


def build_practice_data(practice: Practice, catalogue: Catalogue, site: Site, requests: Requests, project: Path) -> str:
    """Return everything that is known of a practice as JSON (docs/practice-data.md); its keys are those of the content.

    What is not known is ``null``, ``""`` or an empty list. Texts are plain: no markup, so that nothing in them can act.
    ``inhoud`` is the entry as its editors wrote it; ``project`` is the folder that the paths of entries start from.
    """
    vocabularies = catalogue.vocabularies
    lead = [practice.body.lead] if practice.body.lead.html else []
    data = {
        "slug": practice.slug,
        "adres": site.absolute(urls.practice_path(practice.slug)),
        "titel": practice.title,
        "samenvatting": practice.summary,
        "themas": [
            {"slug": slug, "naam": catalogue.topics[slug].name, "adres": site.absolute(urls.topic_path(slug))}
            for slug in practice.topics
        ],
        "corporaties": [_partner(slug, practice, catalogue, site, requests) for slug in practice.associations],
        "partners": [_partner(slug, practice, catalogue, site, requests) for slug in practice.partners],
        "ook_betrokken": list(practice.also_involved),
        "onderbouwing": {
            "sleutel": practice.evidence.value,
            "naam": practice.evidence.label,
            "stap": practice.evidence.rank,
            "van": len(EvidenceLevel),
            "betekenis": practice.evidence.meaning,
        },
        "feiten": [
            {"naam": fact.label, "waarde": fact.words, "uitleg": fact.explanation}
            for fact in practice_facts(practice, vocabularies).values()
        ],
        "doelgroepen": [vocabularies["doelgroepen"][slug].name for slug in practice.target_groups],
        "instrumenten": [vocabularies["instrumenten"][slug].name for slug in practice.instruments],
        "plaatsen": list(practice.places),
        "provincies": [province.value for province in practice.provinces],
        "gebied": list(practice.areas),
        "procesfase": list(practice.process_phases),
        "periode": period_words(practice.period),
        "fase": practice.phase.value if practice.phase else None,
        "kosten": _step(practice.costs.cost_class if practice.costs else None),
        "inzet": _step(practice.effort),
        "doorlooptijd": _step(practice.lead_time),
        "moeilijkheid": _step(practice.difficulty),
        "tekst": [_section(section) for section in (*lead, *practice.body.sections)],
        "werkzaam": list(practice.core_elements),
        "aanpasbaar": list(practice.adaptable_elements),
        "voorwaarden": list(practice.conditions),
        "niet_geschikt": list(practice.unsuitable),
        "overgenomen": [_adoption(adoption, catalogue) for adoption in practice.adoptions],
        "materialen": [
            {"titel": material.title, "adres": material.url, "soort": material.kind.label, "licentie": material.licence}
            for material in practice.materials
        ],
        "bronnen": [_source(source) for source in practice.sources],
        "gepubliceerd": practice.published_on.isoformat(),
        "gecontroleerd": practice.reviewed_on.isoformat(),
        "licentie": practice.licence.label,
        "inhoud": entry_data(practice, site, project),
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def _partner(slug: str, practice: Practice, catalogue: Catalogue, site: Site, requests: Requests) -> dict[str, Any]:
    partner = catalogue.partners[slug]
    return {
        "slug": slug,
        "naam": partner.name,
        "adres": site.absolute(urls.partner_path(slug)),
        "soort": {"sleutel": partner.kind, "naam": catalogue.value_name(PARTNER_KINDS, partner.kind)},
        "kernactiviteit": partner.core_business or "",
        "biedt": [{"sleutel": offer, "naam": name} for offer, name in catalogue.names(OFFERS, partner.offers)],
        "vraag": requests.for_partner(partner, [practice])[0].text,
    }


def _section(section: Section) -> dict[str, Any]:
    blocks = [{"soort": block.kind.value, "punten": block.items} for block in section.blocks]
    return {"kop": section.heading, "blokken": blocks}


def _adoption(adoption: Adoption, catalogue: Catalogue) -> dict[str, Any]:
    return {
        "corporatie": catalogue.partners[adoption.association].name,
        "jaar": adoption.year,
        "aangepast": adoption.adapted,
        "resultaat": adoption.result,
        "opnieuw": adoption.again,
    }


def _source(source: Source) -> dict[str, Any]:
    return {
        "titel": source.title,
        "uitgever": source.publisher,
        "adres": source.url,
        "datum": source.date,
        "archief": source.archive,
        "soort": source.kind.label if source.kind else None,
    }


def _step(value: Scale | None) -> int | None:
    return None if value is None else value.step
