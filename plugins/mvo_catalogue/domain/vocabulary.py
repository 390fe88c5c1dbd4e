"""Vocabularies: lists of values with a name and an explanation, kept by editors."""

from __future__ import annotations

from pydantic import Field

from mvo_catalogue.domain.model import ContentModel, Text


class VocabularyValue(ContentModel):
    """One value of ``doelgroepen``, ``instrumenten`` or ``grondslagen``."""

    name: Text = Field(alias="naam", title="Naam", description="Zoals lezers het zien.")
    explanation: Text | None = Field(None, alias="uitleg", title="Uitleg", description="Wat eronder valt.")


class SynonymGroup(VocabularyValue):
    """One group of ``synoniemen``: words that mean the same in this catalogue."""

    words: tuple[Text, ...] = Field(
        alias="woorden", title="Woorden", min_length=2, description="Woorden met dezelfde betekenis."
    )


class CompoundSplit(VocabularyValue):
    """One word of ``samenstellingen``: how search cuts a compound that it would cut wrongly by itself."""

    parts: tuple[Text, ...] = Field(
        (),
        alias="delen",
        title="Delen",
        description="De woorden waaruit het bestaat; zonder delen blijft het woord heel.",
    )


VOCABULARY_VALUES: dict[str, type[VocabularyValue]] = {
    "doelgroepen": VocabularyValue,
    "instrumenten": VocabularyValue,
    "grondslagen": VocabularyValue,
    "synoniemen": SynonymGroup,
    "samenstellingen": CompoundSplit,
}
"""The vocabularies of the schema, by file name, with the model of their values."""

Vocabulary = dict[str, VocabularyValue]
