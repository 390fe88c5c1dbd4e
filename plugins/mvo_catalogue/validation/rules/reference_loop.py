"""reference-loop: what builds on something else cannot, along the way, build on itself.

Wrong: a has ``opgevolgd_door: [b]`` and b has ``opgevolgd_door: [a]``    Right: only a has it
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.review import CatalogueReview

_CHAINS = (("gebaseerd_op", "based_on"), ("opgevolgd_door", "succeeded_by"))


def check(review: CatalogueReview) -> Iterator[tuple[str, Finding]]:
    """Yield one finding for every loop, at the entry that comes first in the alphabet."""
    catalogue = review.catalogue
    for key, name in _CHAINS:
        practices = {slug: getattr(practice, name) for slug, practice in catalogue.practices.items()}
        yield from _loops(catalogue.practices, practices, key)
    partners = {slug: (partner.succeeded_by,) for slug, partner in catalogue.partners.items() if partner.succeeded_by}
    yield from _loops(catalogue.partners, partners, "opgevolgd_door")
    for practice in catalogue.practices.values():
        if practice.slug in practice.related:
            message = "“verwant” noemt deze praktijk zelf. Haal de regel weg."
            yield (
                practice.path,
                Finding("reference-loop", message, ("verwant", practice.related.index(practice.slug))),
            )


def _loops(
    entries: Mapping[str, object], links: Mapping[str, tuple[str, ...]], key: str
) -> Iterator[tuple[str, Finding]]:
    done: set[str] = set()
    for start in sorted(links):
        trail: list[str] = []
        pending = [(start, 0)]
        while pending:
            slug, depth = pending.pop()
            del trail[depth:]
            if slug in trail:
                loop = trail[trail.index(slug) :]
                first = min(loop)
                place = loop.index(first)
                names = " → ".join([*loop[place:], *loop[:place], first])
                entry = entries[first]
                message = f"“{key}” loopt in een kring: {names}. Haal één van deze verwijzingen weg."
                yield getattr(entry, "path", ""), Finding("reference-loop", message, (key,))
            elif slug not in done:
                done.add(slug)
                trail.append(slug)
                pending.extend((target, depth + 1) for target in links.get(slug, ()))
