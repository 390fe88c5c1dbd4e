"""unknown-topic, unknown-partner, unknown-practice, unknown-value, ambiguous-reference: a name points to one thing.

Wrong: ``themas: [gezondheit]``    Right: ``themas: [gezondheid]``
"""

from __future__ import annotations

from collections.abc import Iterator

from mvo_catalogue.domain.model import PARTNERS, PRACTICES, TOPICS, VOCABULARIES, Reference
from mvo_catalogue.reading.markdown import make_anchor
from mvo_catalogue.reading.nearest import suggest_nearest
from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.known import KnownSlugs
from mvo_catalogue.validation.references import find_references
from mvo_catalogue.validation.review import CatalogueReview

_WORDS = {
    TOPICS: ("unknown-topic", "geen bekend thema"),
    PARTNERS: ("unknown-partner", "geen bekende corporatie of partner"),
    PRACTICES: ("unknown-practice", "geen bekende praktijk"),
}
_SHORT_LIST = 30


def check(review: CatalogueReview) -> Iterator[tuple[str, Finding]]:
    """Yield a finding for every reference that points to nothing, or to more than one thing."""
    for entries in (review.catalogue.practices, review.catalogue.partners):
        for entry in entries.values():
            for path, reference, slug in find_references(entry):
                if not review.known.has(reference, slug):
                    yield entry.path, explain(path, reference, slug, review.known)


def explain(path: tuple[str | int, ...], reference: Reference, word: str, known: KnownSlugs) -> Finding:
    """Return what to say about a word that is no slug: what was meant, or what there is to choose from."""
    rule, what = _WORDS.get(reference.kind, ("unknown-value", f"geen bekende waarde van “{reference.vocabulary}”"))
    targets = known.targets(reference)
    meant = find_meant(reference, word, known)
    if len(meant) > 1:
        choices = " of ".join(f"“{slug}”" for slug in meant)
        return Finding("ambiguous-reference", f"“{word}” kan meer dan één ding zijn. Kies {choices}.", path)
    if meant:
        hint = f" Bedoelde u “{meant[0]}”?"
    elif 0 < len(targets) <= _SHORT_LIST:
        hint = f" Kies uit: {', '.join(sorted(targets))}."
    elif reference.kind in _WORDS:
        hint = f" Maak eerst het bestand content/{reference.kind}/{make_anchor(word)}.md."
    else:
        hint = f" Alle waarden staan in content/{VOCABULARIES}/{reference.vocabulary}.yaml."
    return Finding(rule, f"“{word}” is {what}.{hint}", path)


def find_meant(reference: Reference, word: str, known: KnownSlugs) -> list[str]:
    """Return the slugs that a word which is none may stand for: those with that name, or else the one most like it."""
    named = known.by_name(reference, word.replace("-", " ")) or known.by_name(reference, word)
    near = suggest_nearest(word, known.targets(reference))
    return sorted(named) or ([near] if near else [])
