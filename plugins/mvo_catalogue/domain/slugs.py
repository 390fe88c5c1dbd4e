"""Slugs: the names of files, addresses and fragments, made from what people write."""

from __future__ import annotations

import re
import unicodedata

from mvo_catalogue.domain.model import PAGES, PRACTICES

MAX_NAME_LENGTH = 120
"""How many characters the name of a file may have."""

LONGEST_SLUG = 80
"""How long a name is that is made from a title."""

RESERVED_SLUGS = {
    PRACTICES: frozenset({"a-z", "pagina"}),
    PAGES: frozenset(
        {
            "404",
            "assets",
            "corporaties",
            "feeds",
            "nieuws",
            "overzicht",
            "partners",
            "past-dit-bij-ons",
            "praktijken",
            "themas",
            "vergelijken",
            "zoeken",
            "zoekindex",
        }
    ),
}
"""Names that an entry cannot have, since the site itself uses that address."""


def make_slug(text: str) -> str:
    """Return the text as it fits in an address: ``Wat mag anders?`` is ``wat-mag-anders``; ``""`` without letters."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def make_anchor(heading: str) -> str:
    """Return the fragment of a heading: ``Wat mag anders`` is ``wat-mag-anders``."""
    return make_slug(heading) or "kop"


def shorten_slug(title: str) -> str:
    """Return the slug of a title, cut off after a whole word; ``""`` without a letter that fits in an address."""
    slug = make_slug(title)
    if len(slug) > LONGEST_SLUG:
        slug = slug[: LONGEST_SLUG + 1].rpartition("-")[0] or slug[:LONGEST_SLUG]
    return slug
