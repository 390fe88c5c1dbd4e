"""Complete a catalogue with errors, so that its pages can be shown as far as possible."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.entries import Partner, Practice, Topic
from mvo_catalogue.domain.model import (
    HOUSING_ASSOCIATION,
    OTHER_ORGANISATION,
    PARTNERS,
    TOPICS,
    VOCABULARIES,
    Entry,
    Reference,
)
from mvo_catalogue.domain.vocabulary import VOCABULARY_VALUES, Vocabulary
from mvo_catalogue.schema.references import list_references

Item = TypeVar("Item", bound=Entry)


def complete_catalogue(catalogue: Catalogue, before: Catalogue, project: Path) -> Catalogue:
    """Return the catalogue with the entries of ``before`` that cannot be read now, and whatever is named and not there.

    What is named gets its own word for a name. The paths of entries start from ``project``.
    """
    practices = _with_unreadable(catalogue.practices, before.practices, project)
    partners = _with_unreadable(catalogue.partners, before.partners, project)
    topics = _with_unreadable(catalogue.topics, before.topics, project)
    vocabularies = {name: dict(values) for name, values in catalogue.vocabularies.items()}
    for entry in [*practices.values(), *partners.values(), *topics.values()]:
        for _, reference, word in list_references(entry):
            if reference.kind == TOPICS and word not in topics:
                topics[word] = _topic(word)
            elif reference.kind == PARTNERS and word not in partners:
                partners[word] = _partner(reference, word)
    for entry in [*practices.values(), *partners.values(), *topics.values()]:
        for _, reference, word in list_references(entry):
            if reference.kind == VOCABULARIES:
                values: Vocabulary = vocabularies.setdefault(reference.vocabulary, {})
                values.setdefault(word, VOCABULARY_VALUES[reference.vocabulary].model_validate({"naam": word}))
    return replace(catalogue, practices=practices, partners=partners, topics=topics, vocabularies=vocabularies)


def list_sound(catalogue: Catalogue) -> Catalogue:
    """Return the catalogue without practices that name a missing theme or organisation: they have no data."""
    groups = {TOPICS: catalogue.topics, PARTNERS: catalogue.partners}

    def is_sound(practice: Practice) -> bool:
        named = ((reference.kind, word) for _, reference, word in list_references(practice))
        return all(word in groups[kind] for kind, word in named if kind in groups)

    practices = {slug: practice for slug, practice in catalogue.practices.items() if is_sound(practice)}
    return replace(catalogue, practices=practices)


def _with_unreadable(now: Mapping[str, Item], before: Mapping[str, Item], project: Path) -> dict[str, Item]:
    old = {slug: entry for slug, entry in before.items() if slug not in now and (project / entry.path).is_file()}
    return dict(sorted((old | dict(now)).items()))


def _topic(word: str) -> Topic:
    given = {"slug": word, "path": f"content/{TOPICS}/{word}.md", "body": {}}
    return Topic.model_validate({**given, "naam": word, "vraag": word, "pijler": word})


def _partner(reference: Reference, word: str) -> Partner:
    given = {"slug": word, "path": f"content/{PARTNERS}/{word}.md", "body": {}}
    kind = HOUSING_ASSOCIATION if reference.associations else OTHER_ORGANISATION
    return Partner.model_validate({**given, "naam": word, "soort": kind, "gecontroleerd": "2000-01-01"})
