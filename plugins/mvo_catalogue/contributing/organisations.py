"""Which organisations of the catalogue somebody named."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.reading.nearest import suggest_nearest


@dataclass(frozen=True)
class Organisations:
    """The slugs under every name by which an organisation is known, and which are housing associations."""

    slugs: dict[str, list[str]]
    associations: frozenset[str]
    names: tuple[str, ...]

    def find(self, name: str, *, associations: bool | None) -> str | None:
        """Return the slug of the organisation with this name.

        When several have it, the one in the role that is asked for (``associations``); still several is none.
        """
        slugs = self.slugs.get(_key(name), [])
        if len(slugs) > 1:
            slugs = [slug for slug in slugs if associations in (None, slug in self.associations)]
        return slugs[0] if len(slugs) == 1 else None

    def suggest(self, name: str) -> str | None:
        """Return the known name that is most like this one. Only a person can say whether it is the same."""
        return suggest_nearest(name, self.names)


def collect_organisations(catalogue: Catalogue) -> Organisations:
    """Return the organisations of a catalogue."""
    slugs: dict[str, list[str]] = defaultdict(list)
    names = set()
    for partner in catalogue.partners.values():
        names |= {partner.name, *partner.other_names}
        for key in {_key(name) for name in (partner.slug, partner.name, *partner.other_names)}:
            slugs[key].append(partner.slug)
    associations = frozenset(slug for slug, partner in catalogue.partners.items() if partner.is_association)
    return Organisations(dict(slugs), associations, tuple(sorted(names)))


def _key(name: str) -> str:
    return " ".join(name.casefold().split())
