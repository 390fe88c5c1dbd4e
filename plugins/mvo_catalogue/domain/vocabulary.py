"""Vocabularies: lists of values with a name and an explanation, kept by editors."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from mvo_catalogue.domain.model import (
    VOCABULARIES,
    ContentModel,
    InstrumentSlug,
    Reference,
    TargetGroupSlug,
    Text,
    TopicSlug,
)
from mvo_catalogue.domain.values import Offer, PartnerKind


class VocabularyValue(ContentModel):
    """One value of ``doelgroepen`` or ``grondslagen``."""

    name: Text = Field(alias="naam", title="Naam", description="Zoals lezers het zien.")
    explanation: Text | None = Field(None, alias="uitleg", title="Uitleg", description="Wat eronder valt.")


class Instrument(VocabularyValue):
    """One value of ``instrumenten``, with what a practice that uses it is about, where the instrument says that."""

    subject: Text | None = Field(
        None,
        alias="onderwerp",
        title="Onderwerp",
        description="Waar een praktijk ermee over gaat, zoals het past na “over”. Leeg: dat is niet te zeggen.",
    )
    main_topics: tuple[TopicSlug, ...] = Field(
        (),
        alias="hoofdzaak_bij",
        title="Hoofdzaak bij",
        description="Staat een ander thema voorop dan deze, dan is het instrument bijzaak. Leeg: het is nooit bijzaak.",
    )


SUBJECT = "{onderwerp}"
"""In a request: the place of what a practice is about."""


def check_request(text: str) -> str:
    """Return the words of a request when its brackets are whole and it has no other braces than `SUBJECT`."""
    rest = re.sub(r"\[[^\[\]]+\]", "", text.replace(SUBJECT, ""))
    if set("[]{}") & set(rest):
        raise PydanticCustomError("request_text", "request text")
    return text


RequestText = Annotated[Text, AfterValidator(check_request)]
RequestSlug = Annotated[Text, Reference(VOCABULARIES, "verzoeken")]


class Request(VocabularyValue):
    """One value of ``verzoeken``: what an organisation can be asked, in a few words (``name``) and in full.

    A piece between square brackets is for the reader to fill in; `SUBJECT` is what a practice is about.
    """

    name: RequestText = Field(alias="naam", title="Naam", description="Het verzoek in een paar woorden.")
    text: RequestText = Field(
        alias="tekst",
        title="Tekst",
        description="Het hele verzoek. Wat de lezer invult, staat tussen [vierkante haken].",
    )
    offer: Offer | None = Field(
        None, alias="biedt", title="Biedt", description="Dit vragen wij ook aan elke organisatie die dit biedt."
    )
    instruments: tuple[InstrumentSlug, ...] = Field(
        (),
        alias="instrumenten",
        title="Instrumenten",
        description="Bij een praktijk met een van deze instrumenten vragen wij dit aan iedereen.",
    )


class Sign(ContentModel):
    """How a role is recognised: by the kind of organisation, and by words of its name and work or by what it offers."""

    kinds: tuple[PartnerKind, ...] = Field(
        alias="soorten", title="Soorten", min_length=1, description="De soorten organisatie waarvoor dit geldt."
    )
    words: tuple[Text, ...] = Field(
        (),
        alias="woorden",
        title="Woorden",
        description="Een van deze woorden staat in de naam of de kernactiviteit; * is nul of meer letters.",
    )
    offer: Offer | None = Field(None, alias="biedt", title="Biedt", description="De organisatie biedt dit.")


class RoleRequest(ContentModel):
    """What a role is asked about practices with one of these instruments or topics.

    With ``also_topics`` or ``also_target_groups`` the practice must have one of those too.
    """

    request: RequestSlug = Field(alias="verzoek", title="Verzoek", description="De sleutel van het verzoek.")
    instruments: tuple[InstrumentSlug, ...] = Field(
        (), alias="instrumenten", title="Instrumenten", description="Bij een praktijk met een van deze instrumenten."
    )
    topics: tuple[TopicSlug, ...] = Field(
        (), alias="themas", title="Thema's", description="Bij een praktijk met een van deze thema's."
    )
    also_topics: tuple[TopicSlug, ...] = Field(
        (), alias="en_themas", title="En thema's", description="Alleen als de praktijk ook een van deze thema's heeft."
    )
    also_target_groups: tuple[TargetGroupSlug, ...] = Field(
        (),
        alias="en_doelgroepen",
        title="En doelgroepen",
        description="Alleen als de praktijk ook een van deze doelgroepen heeft.",
    )


class Role(VocabularyValue):
    """One value of ``rollen``: what a partner does, as far as that decides what it can be asked."""

    signs: tuple[Sign, ...] = Field((), alias="herkennen", title="Herkennen", description="Waaraan wij de rol zien.")
    general: RequestSlug = Field(
        alias="anders", title="Anders", description="Het verzoek als geen ander verzoek past, of zonder praktijk."
    )
    about: RequestSlug | None = Field(
        None, alias="over", title="Over", description="Het verzoek over het onderwerp van een praktijk."
    )
    requests: tuple[RoleRequest, ...] = Field(
        (), alias="verzoeken", title="Verzoeken", description="Verzoeken bij bepaalde instrumenten en thema's."
    )
    daily: tuple[RequestSlug, ...] = Field(
        (),
        alias="dagelijks",
        title="Dagelijks",
        description="De verzoeken die passen bij wat de organisatie elke dag doet.",
    )
    covered_offer: Offer | None = Field(
        None, alias="vraagt_al", title="Vraagt al", description="Aanbod waar een verzoek van deze rol al om vraagt."
    )


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
    "instrumenten": Instrument,
    "grondslagen": VocabularyValue,
    "rollen": Role,
    "verzoeken": Request,
    "synoniemen": SynonymGroup,
    "samenstellingen": CompoundSplit,
}
"""The vocabularies of the schema, by file name, with the model of their values."""

Vocabulary = dict[str, VocabularyValue]
