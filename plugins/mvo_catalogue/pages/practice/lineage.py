"""Where a practice comes from and what came of it, on the pages of both."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from mvo_catalogue.domain.catalogue import Catalogue, group_by
from mvo_catalogue.domain.practice import Practice


class Lineage:
    """Which practices name each other, and as what.

    An editor writes a relation in one of two entries; both pages show it.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        """Turn the relations round; a practice that is not published is in none."""
        self._practices = catalogue.practices
        practices = catalogue.practices.values()

        def named_by(slugs: Callable[[Practice], Iterable[str]]) -> dict[str, list[Practice]]:
            return group_by(practices, slugs)

        self._followers = named_by(lambda practice: practice.based_on)
        self._predecessors = named_by(lambda practice: practice.succeeded_by)
        self._relatives = named_by(lambda practice: practice.related)

    def of(self, practice: Practice) -> list[tuple[str, Practice]]:
        """Return the practices that belong to this one, each once, with what it is to this one in words."""
        slug = practice.slug
        relations = (
            ("Hierop bouwt deze praktijk voort", self._known(practice.based_on)),
            ("Bouwt voort op deze praktijk", self._followers.get(slug, [])),
            ("Opvolger van deze praktijk", self._known(practice.succeeded_by)),
            ("Voorloper van deze praktijk", self._predecessors.get(slug, [])),
            ("Verwant", [*self._known(practice.related), *self._relatives.get(slug, [])]),
        )
        found: dict[str, tuple[str, Practice]] = {}
        for reason, others in relations:
            for other in others:
                if other.slug != slug:
                    found.setdefault(other.slug, (reason, other))
        return list(found.values())

    def _known(self, slugs: Iterable[str]) -> list[Practice]:
        return [self._practices[slug] for slug in slugs if slug in self._practices]
