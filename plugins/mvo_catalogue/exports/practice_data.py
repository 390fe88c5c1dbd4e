"""The data of one practice as JSON, as readers see it: for the comparison, the plan and other programs."""

import json
from typing import Any

from mvo_catalogue.domain.body import Block, BlockKind, Section
from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.entries import Adoption, Practice, Source
from mvo_catalogue.domain.model import OFFERS, PARTNER_KINDS
from mvo_catalogue.domain.values import EvidenceLevel
from mvo_catalogue.domain.vocabulary import PartnerKind
from mvo_catalogue.exports.entries import Data
from mvo_catalogue.site import urls
from mvo_catalogue.site.attached import MaterialView, list_materials
from mvo_catalogue.site.contact import Call, Calls, contact_of
from mvo_catalogue.site.facts import known_outcome, practice_facts
from mvo_catalogue.site.requests import Requests
from mvo_catalogue.site.risks import list_risks
from mvo_catalogue.site.site import Site
from mvo_catalogue.site.words import join_words, period_words

_TEXTS = ("slug", "adres", "titel", "samenvatting", "uitkomst", "gepubliceerd", "fase", "rol_corporatie")
_PLACES = ("ook_betrokken", "plaatsen", "provincies", "gebied", "procesfase")
_ADVICE = ("werkzaam", "aanpasbaar", "voorwaarden", "niet_geschikt")
"""The keys that are copied from the entry: values, and lists."""


def build_practice_data(
    practice: Practice, catalogue: Catalogue, site: Site, requests: Requests, calls: Calls, data: Data
) -> str:
    """Return everything that is known of a practice as JSON (docs/open-data.md).

    What is unknown is ``null``, ``""`` or an empty list. Texts have no markup. ``inhoud`` is the entry as in its file,
    from ``data``.
    """
    vocabularies = catalogue.vocabularies
    lead = [practice.body.lead] if practice.body.lead.html else []
    entry = data["praktijken"][practice.slug]
    contact, call = contact_of(practice, catalogue), calls.about(practice)
    learner = catalogue.partners[practice.actors[0]].name if practice.actors else join_words(practice.also_involved)
    known = {
        **{key: entry.get(key) for key in _TEXTS},
        **{key: entry.get(key, []) for key in (*_PLACES, *_ADVICE)},
        "wat_het_opleverde": known_outcome(practice),
        "gecontroleerd": practice.reviewed_on.isoformat(),
        "inzet": practice.effort.step if practice.effort else None,
        "doorlooptijd": practice.lead_time.step if practice.lead_time else None,
        "moeilijkheid": practice.difficulty.step if practice.difficulty else None,
        "themas": [
            {"slug": slug, "naam": catalogue.topics[slug].name, "adres": site.absolute(urls.topic_path(slug))}
            for slug in practice.topics
        ],
        "corporaties": [_partner(slug, practice, catalogue, site, requests) for slug in practice.associations],
        "partners": [_partner(slug, practice, catalogue, site, requests) for slug in practice.partners],
        "contact": {"naam": contact.name, "kop": contact.label, "woorden": contact.words, "adres": contact.link},
        **_call(call, site),
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
        "periode": period_words(practice.period),
        "kosten": entry.get("kosten", {}).get("klasse"),
        "tekst": [_section(section) for section in (*lead, *practice.body.sections)],
        "risicos": [{"tekst": risk.text, "soort": risk.kind} for risk in list_risks(practice, learner)],
        "overgenomen": [_adoption(adoption, catalogue) for adoption in practice.adoptions],
        "materialen": [_material(view, site) for view in list_materials(practice, catalogue)],
        "bronnen": [_source(source) for source in practice.sources],
        "licentie": practice.licence.label,
        "inhoud": entry,
    }
    return json.dumps(known, ensure_ascii=False, separators=(",", ":")) + "\n"


def _call(call: Call, site: Site) -> dict[str, Any]:
    return {
        "bellen": [{"naam": one.name or one.label, "woorden": one.words, "adres": one.link} for one in call.contacts],
        "zoiets": [
            {
                "corporatie": peer.partner.name,
                "praktijk": peer.practice.title,
                "adres": site.absolute(urls.practice_path(peer.practice.slug)),
            }
            for peer in call.peers
        ],
    }


def _material(view: MaterialView, site: Site) -> dict[str, Any]:
    return {
        "titel": view.title,
        "adres": site.absolute(view.path) if view.path else view.address,
        "soort": view.kind,
        "licentie": view.licence,
    }


def _partner(slug: str, practice: Practice, catalogue: Catalogue, site: Site, requests: Requests) -> dict[str, Any]:
    partner = catalogue.partners[slug]
    return {
        "slug": slug,
        "naam": partner.name,
        "adres": site.absolute(urls.partner_path(slug)),
        "soort": _kind(partner.kind, catalogue),
        "kernactiviteit": partner.core_business or "",
        "biedt": [{"sleutel": offer, "naam": name} for offer, name in catalogue.names(OFFERS, partner.offers)],
        "vraag": requests.for_partner(partner, [practice])[0].text,
    }


def _kind(slug: str, catalogue: Catalogue) -> dict[str, str]:
    value = catalogue.vocabularies.get(PARTNER_KINDS, {}).get(slug)
    name = catalogue.value_name(PARTNER_KINDS, slug)
    noun = value.noun if isinstance(value, PartnerKind) else None
    return {"sleutel": slug, "naam": name, "heet": noun or name.lower()}


def _section(section: Section) -> dict[str, Any]:
    return {"kop": section.heading, "blokken": [_block(block) for block in section.blocks]}


def _block(block: Block) -> dict[str, Any]:
    first = {"vanaf": block.start} if block.kind is BlockKind.STEPS else {}
    return {"soort": block.kind.value, "punten": block.items, **first}


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
