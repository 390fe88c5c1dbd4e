"""A partner: an organisation that takes part in practices, a housing association among them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from mvo_catalogue.domain.model import (
    Day,
    Entry,
    LongText,
    PartnerSlug,
    SecureWebAddress,
    Text,
    TextPart,
    asked,
)
from mvo_catalogue.domain.practice import Source
from mvo_catalogue.domain.values import Offer, PartnerKind, WorkingArea

PARTNER_TEXT = (
    TextPart(
        "",
        "Wat de organisatie doet voor mens en omgeving, in een paar zinnen.",
        "Zo ziet een lezer wat hij aan deze partner kan hebben.",
        "Schrijf twee tot vier korte zinnen. Weet u niets? Laat het leeg.",
        "Irado haalt afval op in Schiedam en geeft mensen zonder baan er een werkplek.",
    ),
)
"""The text of a partner: a few sentences, without headings."""


class Partner(Entry):
    """One entry of ``content/partners/``."""

    name: Text = Field(
        alias="naam",
        title="Naam",
        description="De naam zoals de organisatie die gebruikt.",
        examples=["Irado"],
        json_schema_extra=asked("Onder deze naam staat de organisatie op de site.", "Laat B.V. of stichting weg."),
    )
    kind: PartnerKind = Field(
        alias="soort",
        title="Soort organisatie",
        description="Wat voor organisatie het is.",
        examples=["toeleverancier"],
        json_schema_extra=asked(
            "Lezers zoeken een soort partner. Corporaties krijgen een eigen lijst.",
            "Past er niets? Kies ‘overig’.",
        ),
    )
    working_area: WorkingArea | None = Field(
        None,
        alias="werkgebied",
        title="Werkgebied",
        description="Waar de organisatie werkt.",
        examples=["lokaal"],
        json_schema_extra=asked("Zo ziet een lezer of de partner ook bij hem kan werken."),
    )
    core_business: Annotated[str, Field(min_length=1, max_length=300), LongText()] | None = Field(
        None,
        alias="kernactiviteit",
        title="Kernactiviteit",
        description="Wat de organisatie vooral doet.",
        examples=["Afval ophalen en straten schoonmaken"],
        json_schema_extra=asked("Een bedrijf helpt het liefst met wat het goed kan. Vraag dus daarnaar."),
    )
    offers: tuple[Offer, ...] = Field(
        (),
        alias="biedt",
        title="Biedt",
        description="Wat de organisatie kan inbrengen.",
        examples=["werkplekken"],
        json_schema_extra=asked("Zo weet een lezer waar hij om kan vragen."),
    )
    website: SecureWebAddress | None = Field(
        None,
        title="Website",
        description="Webadres dat met https begint.",
        examples=["https://example.org"],
        json_schema_extra=asked("Een lezer kan daar verder lezen en contact zoeken."),
    )
    other_names: tuple[Text, ...] = Field(
        (),
        alias="andere_namen",
        title="Andere namen",
        description="Afkortingen en oude namen.",
        examples=["CCV"],
        json_schema_extra=asked("Zo is de organisatie ook onder die namen te vinden."),
    )
    succeeded_by: PartnerSlug | None = Field(
        None,
        alias="opgevolgd_door",
        title="Opgevolgd door",
        description="Wie het werk voortzet.",
        examples=["nationale-nederlanden"],
        json_schema_extra=asked("Bestaat de organisatie niet meer? Dan weet een lezer waar hij nu moet zijn."),
    )
    sources: tuple[Source, ...] = Field(
        (),
        alias="bronnen",
        title="Bronnen",
        description="Waar elke uitspraak op steunt.",
        json_schema_extra=asked("Zo kan een lezer nagaan of het klopt."),
    )
    reviewed_on: Day = Field(
        alias="gecontroleerd",
        title="Nagekeken op",
        description="Wanneer iemand het voor het laatst nakeek.",
        examples=["2026-11-21"],
        json_schema_extra=asked(
            "Zo ziet een lezer of de tekst nog kan kloppen.", "Verandert u de tekst? Vul dan de dag van vandaag in."
        ),
    )

    @property
    def is_association(self) -> bool:
        """Return whether this is a housing association."""
        return self.kind is PartnerKind.HOUSING_ASSOCIATION
