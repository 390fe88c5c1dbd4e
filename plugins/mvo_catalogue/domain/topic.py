"""A topic (``thema``): a question that readers have, with the practices that answer it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from mvo_catalogue.domain.model import Entry, Text
from mvo_catalogue.domain.values import Pillar


class Topic(Entry):
    """One entry of ``content/themes/``."""

    name: Text = Field(alias="naam", description="Naam van het thema.")
    question: Text = Field(alias="vraag", description="De vraag in de woorden van een lezer.")
    pillar: Pillar = Field(alias="pijler", description="De groep waar het thema bij hoort.")
    order: Annotated[int, Field(ge=0)] = Field(1000, alias="volgorde", description="Plaats in de lijst, laag eerst.")
    keywords: tuple[Text, ...] = Field((), alias="zoekwoorden", description="Woorden die mensen echt intypen.")
