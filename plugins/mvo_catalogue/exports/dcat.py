"""The description of the open data for data portals: DCAT-AP-NL 3.0, as self-contained JSON-LD."""

import json
from typing import Any

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.exports.entries import VERSION
from mvo_catalogue.site import urls
from mvo_catalogue.site.data_files import LICENCE_ADDRESSES, DataFile, data_files, data_words
from mvo_catalogue.site.site import Site

_CONTACT_PAGE = "contact"
_EU = "http://publications.europa.eu/resource/authority"
_NAMESPACES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

Node = dict[str, Any]


def build_data_description(catalogue: Catalogue, site: Site) -> str:
    """Return the catalogue with its dataset and a distribution per file.

    References have their class, so that a validator needs no other files.
    """
    words, page, home = data_words(), site.absolute(urls.DATA), site.absolute(urls.HOME)
    title, description = words.title.format(name=site.name), words.description
    publisher: Node = {
        "@id": f"{home}#uitgever",
        "@type": "foaf:Agent",
        "foaf:name": _text(site.name, site),
        "foaf:homepage": _typed(home, "foaf:Document"),
    }
    shared = {
        "dct:publisher": publisher,
        "dct:creator": {"@id": publisher["@id"]},
        "dcat:contactPoint": _contact(catalogue, site),
        "dct:language": _typed(f"{_EU}/language/NLD", "dct:LinguisticSystem"),
        "dct:license": _typed(LICENCE_ADDRESSES[data_files()[0].licence], "dct:LicenseDocument"),
        **({"dct:modified": _day(site.last_changed.isoformat())} if site.last_changed else {}),
    }
    dataset = {
        "@id": f"{page}#gegevens",
        "@type": "dcat:Dataset",
        "dct:title": _text(title, site),
        "dct:description": _text(description, site),
        "dct:identifier": site.identify(urls.DATA),
        **shared,
        "dct:accessRights": _typed(f"{_EU}/access-right/PUBLIC", "dct:RightsStatement"),
        "dct:accrualPeriodicity": _typed(f"{_EU}/frequency/IRREG", "dct:Frequency"),
        "dct:spatial": _typed(f"{_EU}/country/NLD", "dct:Location"),
        "dct:conformsTo": _typed(site.absolute(urls.DATA_SCHEMA), "dct:Standard"),
        "dcat:theme": _typed(f"{_EU}/data-theme/SOCI", "skos:Concept"),
        "dcat:keyword": [_text(word, site) for word in words.keywords],
        "dcat:version": VERSION,
        "dcat:landingPage": _typed(page, "foaf:Document"),
        "foaf:page": {"@id": page},
        "dcat:distribution": [_distribution(file, site) for file in data_files() if file.has_data],
    }
    whole = {
        "@context": _NAMESPACES,
        "@id": f"{page}#catalogus",
        "@type": "dcat:Catalog",
        "dct:title": _text(site.name, site),
        "dct:description": _text(site.tagline, site),
        **shared,
        "foaf:homepage": {"@id": home},
        "dcat:dataset": dataset,
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _distribution(file: DataFile, site: Site) -> Node:
    address = site.absolute(file.path)
    return {
        "@id": f"{site.absolute(urls.DATA)}#{file.name}",
        "@type": "dcat:Distribution",
        "dct:title": _text(file.title, site),
        "dct:description": _text(file.meaning, site),
        "dct:license": _typed(LICENCE_ADDRESSES[file.licence], "dct:LicenseDocument"),
        "dct:language": {"@id": f"{_EU}/language/NLD"},
        "dct:format": _typed(f"{_EU}/file-type/{file.format}", "dct:MediaTypeOrExtent"),
        "dcat:mediaType": _typed(f"http://www.iana.org/assignments/media-types/{file.media_type}", "dct:MediaType"),
        "dcat:accessURL": {"@id": address},
        "dcat:downloadURL": {"@id": address},
    }


def _contact(catalogue: Catalogue, site: Site) -> Node:
    path = site.text_path(_CONTACT_PAGE) if _CONTACT_PAGE in catalogue.pages else urls.HOME
    mail = {"vcard:hasEmail": {"@id": f"mailto:{site.mail}"}} if site.mail else {}
    return {
        "@id": f"{site.absolute(urls.HOME)}#contact",
        "@type": "vcard:Kind",
        "vcard:fn": _text(site.name, site),
        "vcard:hasURL": {"@id": site.absolute(path)},
        **mail,
    }


def _text(text: str, site: Site) -> Node:
    return {"@value": text, "@language": site.language}


def _typed(address: str, kind: str) -> Node:
    return {"@id": address, "@type": kind}


def _day(day: str) -> Node:
    return {"@value": day, "@type": "xsd:date"}
