"""source-without-archive: a source can still be read when its page is gone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mvo_catalogue.domain.partner import Partner
from mvo_catalogue.domain.practice import Practice
from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.review import FileReview

_LASTING = re.compile(
    r"https?://(?:[^/]+\.)?(?:archive\.(?:org|is|ph|today)|doi\.org|hdl\.handle\.net|archiefweb\.eu)/", re.IGNORECASE
)
"""Addresses of archives, and addresses that are promised to stay."""


def check(review: FileReview) -> Iterator[Finding]:
    """Yield one tip for an entry with such sources, at the first of them."""
    entry = review.entry
    if not isinstance(entry, Practice | Partner):
        return
    online = [(index, source) for index, source in enumerate(entry.sources) if source.url]
    without = [index for index, source in online if not source.archive and not _LASTING.match(source.url or "")]
    if without:
        which = "de bron" if len(online) == 1 else f"{len(without)} van de {len(online)} bronnen"
        message = (
            f"Van {which} op internet is nog geen kopie bewaard. Bewaar de pagina op web.archive.org/save en zet het "
            "adres van de kopie onder “archief”."
        )
        yield Finding("source-without-archive", message, ("bronnen", without[0], "url"))
