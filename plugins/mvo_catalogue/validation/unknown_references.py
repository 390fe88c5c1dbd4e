"""References that point to nothing, or to more than one thing, and what was probably meant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import BaseModel

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.model import VOCABULARIES, Reference
from mvo_catalogue.reading.markdown import make_anchor
from mvo_catalogue.reading.nearest import suggest_nearest
from mvo_catalogue.validation.known import KnownSlugs
from mvo_catalogue.validation.references import find_references

Path = tuple[str | int, ...]

_SHORT_LIST = 30


@dataclass(frozen=True, slots=True)
class UnknownReference:
    """A word at a path in an entry that is no slug; ``meant`` holds the slugs that it may stand for."""

    path: Path
    reference: Reference
    word: str
    meant: tuple[str, ...]
    targets: frozenset[str]

    @property
    def is_ambiguous(self) -> bool:
        """Return whether the word is the name of several things."""
        return len(self.meant) > 1

    def explain(self, what: str) -> str:
        """Return the sentence that the word is ``what``, and what was meant, or what there is to choose from."""
        kind, vocabulary = self.reference.kind, self.reference.vocabulary
        if self.meant:
            hint = f"Bedoelde u “{self.meant[0]}”?"
        elif 0 < len(self.targets) <= _SHORT_LIST:
            hint = f"Kies uit: {', '.join(sorted(self.targets))}."
        elif kind != VOCABULARIES:
            hint = f"Maak eerst het bestand content/{kind}/{make_anchor(self.word)}.md."
        else:
            hint = f"Alle waarden staan in content/{VOCABULARIES}/{vocabulary}.yaml."
        return f"“{self.word}” is {what}. {hint}"


def find_unknown_references(
    catalogue: Catalogue, known: KnownSlugs, vocabulary_paths: Mapping[str, str]
) -> Iterator[tuple[str, UnknownReference]]:
    """Yield (path of the file, reference) for every reference of an entry or vocabulary that names no slug."""
    holders: list[tuple[str, Path, BaseModel]] = [
        (entry.path, (), entry)
        for entries in (catalogue.practices, catalogue.partners, catalogue.topics)
        for entry in entries.values()
    ]
    for name, file in vocabulary_paths.items():
        holders += ((file, (key,), value) for key, value in catalogue.vocabularies.get(name, {}).items())
    for file, start, holder in holders:
        for path, reference, word in find_references(holder):
            if not known.has(reference, word):
                meant = find_meant(reference, word, known)
                yield file, UnknownReference((*start, *path), reference, word, meant, known.targets(reference))


def find_meant(reference: Reference, word: str, known: KnownSlugs) -> tuple[str, ...]:
    """Return the slugs that a word which is none may stand for: those with that name, or else the one most like it."""
    named = known.by_name(reference, word.replace("-", " ")) or known.by_name(reference, word)
    near = suggest_nearest(word, known.targets(reference))
    return tuple(sorted(named)) or ((near,) if near else ())
