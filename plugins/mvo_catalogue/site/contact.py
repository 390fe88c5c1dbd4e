"""Whom to ask about a practice, and where: its own contact, or else the website of the organisation that did it."""

from collections.abc import Mapping
from typing import NamedTuple

from mvo_catalogue.domain.entries import Partner, Practice
from mvo_catalogue.site.words import join_words


class Contact(NamedTuple):
    """Whom to ask, where in words, and the link to that; ``""`` for what is not known."""

    name: str
    words: str
    link: str


def contact_of(practice: Practice, partners: Mapping[str, Partner]) -> Contact:
    """Return whom to ask about a practice: one that did it, the first with a website if it has no contact."""
    doers = [partners[slug] for slug in (*practice.associations, *practice.partners)]
    known = [one for one in doers if one.website and not practice.contact] or doers
    name = known[0].name if known else join_words(practice.also_involved)
    address = practice.contact or (known[0].website if known else None) or ""
    return Contact(name, short_address(address), f"mailto:{address}" if address and "://" not in address else address)


def short_address(address: str) -> str:
    """Return the address of a site as people say it: ``brug.nl`` for ``https://www.brug.nl/``."""
    return address.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
