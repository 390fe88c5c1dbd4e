"""A partner: an organisation that takes part in practices, a housing association among them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from mvo_catalogue.domain.model import Day, Entry, PartnerSlug, SecureWebAddress, Text
from mvo_catalogue.domain.practice import Source
from mvo_catalogue.domain.values import Offer, PartnerKind, WorkingArea


class Partner(Entry):
    """One entry of ``content/partners/``."""

    name: Text = Field(alias="naam", description="De naam zoals de organisatie die gebruikt.")
    kind: PartnerKind = Field(alias="soort", description="Wat voor organisatie het is.")
    working_area: WorkingArea | None = Field(None, alias="werkgebied", description="Waar de organisatie werkt.")
    core_business: Annotated[str, Field(min_length=1, max_length=300)] | None = Field(
        None, alias="kernactiviteit", description="Wat de organisatie vooral doet."
    )
    offers: tuple[Offer, ...] = Field((), alias="biedt", description="Wat de organisatie kan inbrengen.")
    website: SecureWebAddress | None = Field(None, description="Webadres dat met https begint.")
    other_names: tuple[Text, ...] = Field((), alias="andere_namen", description="Afkortingen en oude namen.")
    succeeded_by: PartnerSlug | None = Field(None, alias="opgevolgd_door", description="Wie het werk voortzet.")
    sources: tuple[Source, ...] = Field((), alias="bronnen", description="Waar elke uitspraak op steunt.")
    reviewed_on: Day = Field(alias="gecontroleerd", description="Wanneer iemand het voor het laatst nakeek.")

    @property
    def is_association(self) -> bool:
        """Return whether this is a housing association."""
        return self.kind is PartnerKind.HOUSING_ASSOCIATION
