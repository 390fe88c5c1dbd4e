"""What a reference can point to: the slugs of all files, and the names by which people know the entries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.model import PARTNERS, TOPICS, VOCABULARIES, Reference


@dataclass(frozen=True)
class KnownSlugs:
    """Slugs per kind (``practices`` …) and per vocabulary (``vocabularies/doelgroepen``); broken files count too.

    ``unreadable`` holds the vocabularies of which the slugs are not known for certain.
    """

    slugs: dict[str, frozenset[str]]
    names: dict[str, dict[str, list[str]]]
    unreadable: frozenset[str] = frozenset()

    @staticmethod
    def group(reference: Reference) -> str:
        """Return under which key the targets of a reference are kept."""
        return f"{reference.kind}/{reference.vocabulary}" if reference.vocabulary else reference.kind

    def targets(self, reference: Reference) -> frozenset[str]:
        """Return every slug that a reference may name."""
        return self.slugs.get(self.group(reference), frozenset())

    def has(self, reference: Reference, slug: str) -> bool:
        """Return whether a reference may name this slug; what cannot be known is not held against an editor."""
        return slug in self.targets(reference) or self.group(reference) in self.unreadable

    def by_name(self, reference: Reference, name: str) -> list[str]:
        """Return the slugs of all entries that are known under this name, ignoring case."""
        return self.names.get(self.group(reference), {}).get(name.casefold(), [])


def collect_known(
    catalogue: Catalogue, file_slugs: dict[str, frozenset[str]], unreadable_vocabularies: Iterable[str] = ()
) -> KnownSlugs:
    """Return what references may point to; ``file_slugs`` holds the slugs of all files per kind."""
    slugs = dict(file_slugs)
    names: dict[str, dict[str, list[str]]] = {PARTNERS: {}, TOPICS: {}}
    for partner in catalogue.partners.values():
        for name in (partner.name, *partner.other_names):
            names[PARTNERS].setdefault(name.casefold(), []).append(partner.slug)
    for topic in catalogue.topics.values():
        names[TOPICS].setdefault(topic.name.casefold(), []).append(topic.slug)
    for vocabulary, values in catalogue.vocabularies.items():
        group = f"{VOCABULARIES}/{vocabulary}"
        slugs[group] = frozenset(values)
        names[group] = {}
        for slug, value in values.items():
            names[group].setdefault(value.name.casefold(), []).append(slug)
    return KnownSlugs(slugs, names, frozenset(f"{VOCABULARIES}/{name}" for name in unreadable_vocabularies))
