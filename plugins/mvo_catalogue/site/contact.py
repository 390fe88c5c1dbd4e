"""Whom to ask about a practice: its contact, the websites of its organisations, and others with a similar practice."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

from mvo_catalogue.domain.catalogue import Catalogue, group_by
from mvo_catalogue.domain.entries import Partner, Practice
from mvo_catalogue.domain.model import PARTNER_KINDS
from mvo_catalogue.reads import shared_property
from mvo_catalogue.site.related import build_lineage
from mvo_catalogue.site.words import fold, without_capital
from mvo_catalogue.texts import Words, load_texts

MOST_CALLED = 3
"""How many contacts, and how many others, a page names at most."""
_MOST_COMPARED = 60
"""The most practices with the same instrument or target group that are compared with a practice."""

_LEAST_ALIKE = 3
"""The least themes, instruments and target groups in common."""


class Contact(NamedTuple):
    """A contact: the name of its owner, a label, the address as text and as link; ``""`` for what is unknown.

    The label is "Contact" only for an organisation that did it; a supplier can tell more, but does not answer for it.
    """

    name: str
    label: str
    words: str
    link: str

    @property
    def is_own(self) -> bool:
        """Return whether it is the address of a participant, not of a publisher."""
        return self.label == load_texts("contact", _ContactWords).own


class Peer(NamedTuple):
    """An association that did something similar, and the practice."""

    partner: Partner
    practice: Practice


class Call(NamedTuple):
    """Whom to call about a practice: ``contacts``, ``peers``, and ``missing``, who did it without a known address."""

    contacts: list[Contact]
    peers: list[Peer]
    missing: str


class Calls:
    """Whom to call about each practice of a catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    @shared_property
    def alike(self) -> Mapping[str, list[Practice]]:
        """Return the practices with each instrument and each target group."""
        return group_by(
            self._catalogue.practices.values(), lambda practice: (*practice.instruments, *practice.target_groups)
        )

    @shared_property
    def lineage(self) -> Mapping[str, Mapping[str, str]]:
        """Return the practices that are named as related to each practice."""
        return build_lineage(self._catalogue.practices)

    def about(self, practice: Practice) -> Call:
        """Return whom to call, housing associations first."""
        partners = self._catalogue.partners
        doers = [partners[slug] for slug in practice.associations or practice.partners]
        contacts = [contact for contact in contacts_of(practice, self._catalogue) if contact.link]
        known = {contact.name for contact in contacts}
        others = [_contact(one.website, practice, self._catalogue) for one in doers if one.website]
        contacts += [contact for contact in others if contact.name not in known]
        contacts.sort(key=lambda contact: not contact.is_own)
        is_missing = bool(doers) and not any(contact.is_own for contact in contacts)
        return Call(contacts[:MOST_CALLED], self._peers(practice), doers[0].name if is_missing else "")

    def _peers(self, practice: Practice) -> list[Peer]:
        """Return associations with a practice like this one, the most alike first.

        Those that an editor called related, or else with the first theme in common, and an instrument; without such, a
        target group.
        """
        related = [self._catalogue.practices[slug] for slug in self.lineage[practice.slug]]
        return (
            self._doers(practice, related)
            or self._sharing(practice, practice.instruments)
            or self._sharing(practice, practice.target_groups)
        )

    def _sharing(self, practice: Practice, values: Sequence[str]) -> list[Peer]:
        traits = _traits(practice)
        alike = {one.slug: one for value in values for one in self.alike[value][:_MOST_COMPARED]}
        ordered = sorted(alike.values(), key=lambda one: (-len(traits & _traits(one)), -one.evidence.rank, one.slug))
        enough = [one for one in ordered if len(traits & _traits(one)) >= _LEAST_ALIKE]
        return self._doers(practice, [one for one in enough if one.topics[0] == practice.topics[0]])

    def _doers(self, practice: Practice, others: Iterable[Practice]) -> list[Peer]:
        """Return the first association of each of these practices, unless it did this one too or is no longer there."""
        partners, found = self._catalogue.partners, dict[str, Peer]()
        for one in others:
            for slug in one.associations[:1]:
                if slug not in practice.actors and not partners[slug].succeeded_by:
                    found.setdefault(slug, Peer(partners[slug], one))
        return list(found.values())[:MOST_CALLED]


def _traits(practice: Practice) -> set[str]:
    return {*practice.topics, *practice.instruments, *practice.target_groups}


class _ContactWords(Words):
    own: str
    other: str
    unknown: str
    kind: str
    no_kind: str


def contacts_of(practice: Practice, catalogue: Catalogue) -> list[Contact]:
    """Return whom to ask about a practice, first who did it, housing associations first; at least one.

    An address of its own comes before a website. If that belongs to another organisation, both are returned.
    """
    partners = catalogue.partners
    everybody = [partners[slug] for slug in practice.actors]
    doers = [partners[slug] for slug in practice.associations or practice.partners]
    sites = [one.website for one in everybody if one.website]
    first = _contact(practice.contact or next(iter(sites), ""), practice, catalogue)
    own = next((one.website for one in doers if one.website), "")
    if first.name in {one.name for one in doers} or not practice.contact or "://" not in practice.contact or not own:
        return [first]
    return [_contact(own, practice, catalogue), first]


def contact_of(practice: Practice, catalogue: Catalogue) -> Contact:
    """Return the first of whom to ask about a practice."""
    return contacts_of(practice, catalogue)[0]


def _contact(address: str, practice: Practice, catalogue: Catalogue) -> Contact:
    texts, partners = load_texts("contact", _ContactWords), catalogue.partners
    everybody = [partners[slug] for slug in practice.actors]
    doers = [partners[slug].name for slug in practice.associations or practice.partners[:1]]
    link = f"mailto:{address}" if address and "://" not in address else address
    owner, publisher = _owner(address, everybody), _publisher(address, practice)
    name = owner.name if owner else publisher
    if not address or name in doers or (not name and "://" not in address):
        label = texts.own
    elif name:
        kind = catalogue.value_name(PARTNER_KINDS, owner.kind) if owner else ""
        says_nothing = not kind or kind.startswith(texts.no_kind)
        label = texts.other.format(name=name) + ("" if says_nothing else texts.kind.format(kind=without_capital(kind)))
    else:
        label = texts.unknown
    return Contact(name, label, short_address(address), link)


def _owner(address: str, organisations: Sequence[Partner]) -> Partner | None:
    """Return the organisation whose website has this host, or whose name is the host name."""
    host = _host(address)
    by_site = (one for one in organisations if host and one.website and _host(one.website) == host)
    called = "".join(filter(str.isalnum, host.rpartition(".")[0]))
    by_name = (one for one in organisations if called and called == "".join(filter(str.isalnum, fold(one.name))))
    return next(by_site, None) or next(by_name, None)


def _publisher(address: str, practice: Practice) -> str:
    """Return the publisher of the source with the same host as an address, or ``""``."""
    host = _host(address)
    return next((one.publisher for one in practice.sources if host and one.url and _host(one.url) == host), "")


def _host(address: str) -> str:
    host = urlsplit(address).hostname if "://" in address else address.rpartition("@")[2]
    return (host or "").removeprefix("www.")


def short_address(address: str) -> str:
    """Return the address of a site without protocol: ``brug.nl`` for ``https://www.brug.nl/``."""
    return address.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
