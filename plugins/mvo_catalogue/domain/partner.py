"""A partner: an organisation that takes part in practices, a housing association among them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from mvo_catalogue.domain.model import (
    HOUSING_ASSOCIATION,
    Day,
    Entry,
    LongText,
    OfferSlug,
    PartnerKindSlug,
    PartnerSlug,
    SecureWebAddress,
    Text,
    TextPart,
)
from mvo_catalogue.domain.practice import Source
from mvo_catalogue.domain.values import WorkingArea

PARTNER_TEXT = (TextPart(""),)
"""The text of a partner: a few sentences, without headings."""


class Partner(Entry):
    """One entry of ``content/partners/``."""

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
