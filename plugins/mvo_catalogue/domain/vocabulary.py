"""Vocabularies: lists of values with a name and an explanation, kept by editors."""

from __future__ import annotations

from pydantic import Field

from mvo_catalogue.domain.model import ContentModel, Text


class VocabularyValue(ContentModel):
    """One value of ``doelgroepen``, ``instrumenten`` or ``grondslagen``."""

    name: Text = Field(alias="naam", description="Zoals lezers het zien.")
    explanation: Text | None = Field(None, alias="uitleg", description="Wat eronder valt.")


class SynonymGroup(VocabularyValue):
    """One group of ``synoniemen``: words that mean the same in this catalogue."""

    words: tuple[Text, ...] = Field(alias="woorden", min_length=2, description="Woorden met dezelfde betekenis.")


VOCABULARY_VALUES: dict[str, type[VocabularyValue]] = {
    "doelgroepen": VocabularyValue,
    "instrumenten": VocabularyValue,
    "grondslagen": VocabularyValue,
    "synoniemen": SynonymGroup,
}
"""The vocabularies of the schema, by file name, with the model of their values."""

Vocabulary = dict[str, VocabularyValue]
