"""reference-loop: what builds on something else cannot, along the way, build on itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mvo_catalogue.validation.finding import Finding, Path
from mvo_catalogue.validation.review import CatalogueReview

_CHAINS = (("gebaseerd_op", "based_on"), ("opgevolgd_door", "succeeded_by"))


def check(review: CatalogueReview) -> Iterator[tuple[str, Finding]]:
    """Yield one finding for every loop, at the entry that comes first in the alphabet."""
    catalogue = review.catalogue
    for key, name in _CHAINS:
        practices = {slug: getattr(practice, name) for slug, practice in catalogue.practices.items()}
        for loop, index in _loops(practices):
            yield catalogue.practices[loop[0]].path, _finding(key, loop, (key, index))
    partners = {slug: (partner.succeeded_by,) for slug, partner in catalogue.partners.items() if partner.succeeded_by}
    for loop, _ in _loops(partners):
        yield catalogue.partners[loop[0]].path, _finding("opgevolgd_door", loop, ("opgevolgd_door",))
    for practice in catalogue.practices.values():
        if practice.slug in practice.related:
            message = "“verwant” noemt deze praktijk zelf. Haal de regel weg."
            yield (
                practice.path,
                Finding("reference-loop", message, ("verwant", practice.related.index(practice.slug))),
            )


def _finding(key: str, loop: list[str], path: Path) -> Finding:
    names = " → ".join([*loop, loop[0]])
    return Finding("reference-loop", f"“{key}” loopt in een kring: {names}. Haal één van deze verwijzingen weg.", path)


def _loops(links: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[list[str], int]]:
    """Yield every loop from its first slug in the alphabet on, with the number of the link that leads into it."""
    done: set[str] = set()
    for start in sorted(links):
        trail: list[str] = []
        pending = [(start, 0)]
        while pending:
            slug, depth = pending.pop()
            del trail[depth:]
            if slug in trail:
                loop = trail[trail.index(slug) :]
                place = loop.index(min(loop))
                loop = [*loop[place:], *loop[:place]]
                yield loop, links[loop[0]].index(loop[1 % len(loop)])
            elif slug not in done:
                done.add(slug)
                trail.append(slug)
                pending.extend((target, depth + 1) for target in reversed(links.get(slug, ())))
