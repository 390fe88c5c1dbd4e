"""The record of a build: what is on the site, and the mark of a folder that a build made."""

from __future__ import annotations

import json

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.site.site import Site


def build_record(catalogue: Catalogue, site: Site, pages: int) -> str:
    """Return the record as JSON: name, address, build, commit (if known), day and counts."""
    record = {
        "naam": site.name,
        "adres": site.url,
        "build": site.build,
        "commit": site.commit,
        "dag": site.today.isoformat(),
        "praktijken": site.practice_count,
        "organisaties": site.partner_count,
        "themas": len(catalogue.topics),
        "paginas": pages,
    }
    known = {name: value for name, value in record.items() if value != ""}
    return json.dumps(known, ensure_ascii=False, indent=2) + "\n"
