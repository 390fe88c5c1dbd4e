"""The whole catalogue: every entry by slug, and how entries belong together."""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from mvo_catalogue.domain.attachments import Attachment
from mvo_catalogue.domain.entries import Material, News, Page, Partner, Practice, Topic
from mvo_catalogue.domain.model import (
    INSTRUMENTS,
    NEWS,
    PAGES,
    PARTNERS,
    PRACTICES,
    REMOVED,
    TOPICS,
    VOCABULARIES,
    Entry,
)
from mvo_catalogue.domain.vocabulary import Instrument, Removal, Vocabulary
from mvo_catalogue.reads import Shared, shared_property

Item = TypeVar("Item")

RECORDED = ("practices", "partners")
"""The kinds of entries of which it is recorded which ones a page reads; there are few others."""


def find_former_owner(catalogue: Catalogue, kind: str, slug: str) -> str:
    """Return the path of the file that has this as a former slug, or that of the removed entries; ``""`` for none."""
    for entry in catalogue.entries[kind].values():
        if slug in entry.former_slugs:
            return entry.path
    removed = catalogue.vocabularies.get(REMOVED, {})
    return f"content/{VOCABULARIES}/{REMOVED}.yaml" if find_removal(removed, kind, slug) else ""


def find_removal(removed: Vocabulary, kind: str, slug: str) -> Removal | None:
    """Return the removal of an entry, by any slug that it had, or ``None``."""
    for key, value in removed.items():
        folder, _, name = key.rpartition("/")
        if folder == kind and slug in (name, *value.former) and isinstance(value, Removal):
            return value
    return None


def group_by(items: Iterable[Item], keys: Callable[[Item], Iterable[str]]) -> dict[str, list[Item]]:
    """Return the items under each of their keys, in the order given; an item is listed once per key."""
    groups: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        for key in dict.fromkeys(keys(item)):
            groups[key].append(item)
    return dict(groups)


def count_values(practices: Iterable[Practice], values: Callable[[Practice], Iterable[Item]]) -> Counter[Item]:
    """Return the number of practices that have each value."""
    return Counter(value for practice in practices for value in set(values(practice)))


@dataclass(frozen=True)
class Catalogue:
    """Every valid entry, keyed by slug and sorted by slug; drafts are among them until ``published``."""

    practices: Mapping[str, Practice] = field(default_factory=dict)
    partners: Mapping[str, Partner] = field(default_factory=dict)
    topics: Mapping[str, Topic] = field(default_factory=dict)
    pages: Mapping[str, Page] = field(default_factory=dict)
    vocabularies: Mapping[str, Vocabulary] = field(default_factory=dict)
    news: Mapping[str, News] = field(default_factory=dict)
    attachments: Mapping[str, Mapping[str, Attachment]] = field(default_factory=dict)
    """The files beside practices: by slug, then by name."""

    def __post_init__(self) -> None:
        """Let it be recorded which practices and partners are read."""
        for name in RECORDED:
            object.__setattr__(self, name, Shared(f"Catalogue.{name}", getattr(self, name)))

    def published(self) -> Catalogue:
        """Return the catalogue without drafts."""
        practices = {slug: practice for slug, practice in self.practices.items() if not practice.is_draft}
        return replace(self, practices=practices)

    @property
    def entries(self) -> dict[str, Mapping[str, Entry]]:
        """Return the entries of each kind by the name of its folder."""
        return {
            PRACTICES: self.practices,
            PARTNERS: self.partners,
            TOPICS: self.topics,
            PAGES: self.pages,
            NEWS: self.news,
        }

    @shared_property
    def practices_by_topic(self) -> Mapping[str, list[Practice]]:
        """Return the practices of each topic, sorted by slug."""
        return group_by(self.practices.values(), lambda practice: practice.topics)

    @shared_property
    def practices_by_partner(self) -> Mapping[str, list[Practice]]:
        """Return the practices in which each partner or housing association took part, sorted by slug."""
        return group_by(self.practices.values(), lambda practice: practice.actors)

    @shared_property
    def materials_by_instrument(self) -> Mapping[str, list[tuple[Practice, Material]]]:
        """Return the materials for each instrument, with the practice of each."""
        found = [(practice, material) for practice in self.practices.values() for material in practice.materials]
        return group_by(found, lambda one: one[1].instruments)

    def materials_of(self, practice: Practice) -> list[tuple[Practice, Material]]:
        """Return (practice, material) for those of a practice, then for those of others for its main instruments."""
        found = [(practice, material) for material in practice.materials]
        known = self.vocabularies.get(INSTRUMENTS, {})
        for slug in practice.instruments:
            instrument = known.get(slug)
            if not isinstance(instrument, Instrument) or instrument.is_main_for(practice.topics):
                found += self.materials_by_instrument.get(slug, ())
        return [one for at, one in enumerate(found) if one not in found[:at]]

    def value_name(self, vocabulary: str, slug: str) -> str:
        """Return the name of a value of a vocabulary, or the value itself when it is not in there."""
        value = self.vocabularies.get(vocabulary, {}).get(slug)
        return value.name if value else slug

    def names(self, vocabulary: str, slugs: Iterable[str]) -> list[tuple[str, str]]:
        """Return (slug, name) for values of a vocabulary."""
        return [(slug, self.value_name(vocabulary, slug)) for slug in slugs]

    def participant_names(self, practice: Practice) -> frozenset[str]:
        """Return every name of the participants of a practice, by which a source of their own is recognised."""
        known = (self.partners[slug] for slug in practice.actors if slug in self.partners)
        return frozenset(name for partner in known for name in (partner.name, *partner.other_names))

    @property
    def last_changed(self) -> datetime.date | None:
        """Return the latest day on which an entry was published or checked."""
        days = (day for practice in self.practices.values() for day in (practice.published_on, practice.reviewed_on))
        return max(days, default=None)
