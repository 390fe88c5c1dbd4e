"""The entries around the practices: who takes part in them, the topics they are about, and texts of the catalogue."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from mvo_catalogue.domain.model import (
    HOUSING_ASSOCIATION,
    ContentModel,
    Day,
    Entry,
    LongText,
    OfferSlug,
    PartnerKindSlug,
    PartnerSlug,
    PillarSlug,
    SecureWebAddress,
    Sentence,
    TargetGroupSlug,
    Text,
    TextPart,
)
from mvo_catalogue.domain.practice import Source
from mvo_catalogue.domain.values import WorkingArea

PARTNER_TEXT = (TextPart(""),)
"""The text of a partner: a few sentences, without headings."""
TOPIC_TEXT = (TextPart(""),)
"""The text of a topic: an introduction, without headings."""


class Partner(Entry):
    """One entry of ``content/partners/``: an organisation that takes part, a housing association among them."""

    name: Text = Field(alias="naam")
    kind: PartnerKindSlug = Field(alias="soort")
    working_area: WorkingArea | None = Field(None, alias="werkgebied")
    core_business: Annotated[str, Field(min_length=1, max_length=300), LongText()] | None = Field(
        None, alias="kernactiviteit"
    )
    offers: tuple[OfferSlug, ...] = Field((), alias="biedt")
    website: SecureWebAddress | None = None
    other_names: tuple[Text, ...] = Field((), alias="andere_namen")
    succeeded_by: PartnerSlug | None = Field(None, alias="opgevolgd_door")
    sources: tuple[Source, ...] = Field((), alias="bronnen")
    reviewed_on: Day = Field(alias="gecontroleerd")

    @property
    def is_association(self) -> bool:
        """Return whether this is a housing association."""
        return self.kind == HOUSING_ASSOCIATION


class SubjectOfGroup(ContentModel):
    """What practices of a topic are about when they are for this target group."""

    target_group: TargetGroupSlug = Field(alias="doelgroep")
    subject: Text = Field(alias="onderwerp")


class Topic(Entry):
    """One entry of ``content/themes/``: a question that readers have, with the practices that answer it."""

    name: Text = Field(alias="naam")
    question: Sentence = Field(alias="vraag")
    pillar: PillarSlug = Field(alias="pijler")
    order: Annotated[int, Field(ge=0)] = Field(1000, alias="volgorde")
    keywords: tuple[Text, ...] = Field((), alias="zoekwoorden")
    subject: Text | None = Field(None, alias="onderwerp")
    subjects_of_groups: tuple[SubjectOfGroup, ...] = Field((), alias="onderwerp_per_doelgroep")


class Page(Entry):
    """One entry of ``content/pages/``."""

    title: Annotated[str, Field(min_length=3, max_length=110)] = Field(alias="titel")
    summary: Annotated[str, Field(min_length=40, max_length=300)] = Field(alias="samenvatting")
    order: Annotated[int, Field(ge=0)] = Field(1000, alias="volgorde")


class News(Entry):
    """One entry of ``content/nieuws/``."""

    title: Annotated[str, Field(min_length=3, max_length=110)] = Field(alias="titel")
    summary: Annotated[str, Field(min_length=40, max_length=300)] = Field(alias="samenvatting")
    date: Day = Field(alias="datum")
