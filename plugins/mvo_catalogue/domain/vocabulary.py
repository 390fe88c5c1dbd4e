"""Vocabularies: lists of values with a name and an explanation, maintained by editors."""

import re
from collections.abc import Sequence
from typing import Annotated

from pydantic import AfterValidator, Field

from mvo_catalogue.domain.model import (
    REMOVED,
    VOCABULARIES,
    ContentModel,
    Day,
    FormerSlug,
    InstrumentSlug,
    OfferSlug,
    PartnerKindSlug,
    Reference,
    Sentence,
    TargetGroupSlug,
    Text,
    TopicSlug,
)


class VocabularyValue(ContentModel):
    """One value of a vocabulary that says no more about its values than what readers see."""

    name: Text = Field(alias="naam")
    explanation: Text | None = Field(None, alias="uitleg")
    former: tuple[FormerSlug, ...] = Field((), alias="vroeger")


SUBJECT = "{onderwerp}"
"""In a request: the place of what a practice is about."""


def validate_request(text: str) -> str:
    """Return the words of a request when its brackets are whole and it has no other braces than `SUBJECT`."""
    rest = re.sub(r"\[[^\[\]]+\]", "", text.replace(SUBJECT, ""))
    if set("[]{}") & set(rest):
        raise ValueError("request_text")
    return text


RequestText = Annotated[Text, AfterValidator(validate_request)]


class Instrument(VocabularyValue):
    """One value of ``instrumenten``, with what a practice that uses it is about, where the instrument says that."""

    subject: Text | None = Field(None, alias="onderwerp")
    main_topics: tuple[TopicSlug, ...] = Field((), alias="hoofdzaak_bij")

    def is_main_for(self, topics: Sequence[str]) -> bool:
        """Return whether this is what a practice with these themes, the main one first, is about, and no side of it."""
        return not self.main_topics or topics[0] in self.main_topics


class PartnerKind(VocabularyValue):
    """One value of ``partnersoorten``, with what such an organisation is called in a sentence if not by its name."""

    noun: Text | None = Field(None, alias="heet")


RequestSlug = Annotated[Text, Reference(VOCABULARIES, "verzoeken")]


class Request(VocabularyValue):
    """One value of ``verzoeken``: what an organisation can be asked, in a few words (``name``) and in full.

    A piece between square brackets is for the reader to fill in; `SUBJECT` is what a practice is about. ``own`` is what
    an association can bring along itself.
    """

    name: RequestText = Field(alias="naam")
    text: RequestText = Field(alias="tekst")
    own: Text | None = Field(None, alias="zelf")
    offer: OfferSlug | None = Field(None, alias="biedt")
    instruments: tuple[InstrumentSlug, ...] = Field((), alias="instrumenten")


class Sign(ContentModel):
    """How a role is recognised: by the kind of organisation, and by words of its name and work or by what it offers."""

    kinds: tuple[PartnerKindSlug, ...] = Field(alias="soorten", min_length=1)
    words: tuple[Text, ...] = Field((), alias="woorden")
    offer: OfferSlug | None = Field(None, alias="biedt")


class RoleRequest(ContentModel):
    """What a role is asked about practices with one of these instruments or topics.

    With ``also_topics`` or ``also_target_groups`` the practice must have one of those too.
    """

    request: RequestSlug = Field(alias="verzoek")
    instruments: tuple[InstrumentSlug, ...] = Field((), alias="instrumenten")
    topics: tuple[TopicSlug, ...] = Field((), alias="themas")
    also_topics: tuple[TopicSlug, ...] = Field((), alias="en_themas")
    also_target_groups: tuple[TargetGroupSlug, ...] = Field((), alias="en_doelgroepen")


class Role(VocabularyValue):
    """One value of ``rollen``: what a partner does, as far as that decides what it can be asked."""

    signs: tuple[Sign, ...] = Field((), alias="herkennen")
    general: RequestSlug = Field(alias="anders")
    about: RequestSlug | None = Field(None, alias="over")
    requests: tuple[RoleRequest, ...] = Field((), alias="verzoeken")
    always: tuple[RequestSlug, ...] = Field((), alias="altijd")
    daily: tuple[RequestSlug, ...] = Field((), alias="dagelijks")
    covered_offer: OfferSlug | None = Field(None, alias="vraagt_al")


class SynonymGroup(VocabularyValue):
    """One group of ``synoniemen``: words that mean the same in this catalogue."""

    words: tuple[Text, ...] = Field(alias="woorden", min_length=2)


class CompoundSplit(VocabularyValue):
    """One word of ``samenstellingen``: how search cuts a compound that it would cut wrongly by itself."""

    parts: tuple[Text, ...] = Field((), alias="delen")


class Removal(VocabularyValue):
    """One value of ``vervallen``: why an entry was taken down, under the name of its file (``practices/portieken``).

    ``instead`` is the name of a file that readers are led to; ``former`` are other slugs that the entry had.
    """

    name: Sentence = Field(alias="reden")
    since: Day = Field(alias="sinds")
    instead: Text | None = Field(None, alias="in_plaats_van")


VOCABULARY_VALUES: dict[str, type[VocabularyValue]] = {
    "doelgroepen": VocabularyValue,
    "instrumenten": Instrument,
    "grondslagen": VocabularyValue,
    "pijlers": VocabularyValue,
    "partnersoorten": PartnerKind,
    "aanbod": VocabularyValue,
    "procesfasen": VocabularyValue,
    "gebieden": VocabularyValue,
    "rollen": Role,
    "verzoeken": Request,
    "synoniemen": SynonymGroup,
    "samenstellingen": CompoundSplit,
    REMOVED: Removal,
}
"""The vocabularies of the schema, by file name, with the model of their values."""

Vocabulary = dict[str, VocabularyValue]
