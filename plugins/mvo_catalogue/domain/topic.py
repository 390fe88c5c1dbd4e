"""A topic (``thema``): a question that readers have, with the practices that answer it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from mvo_catalogue.domain.model import Entry, Sentence, Text, TextPart, asked
from mvo_catalogue.domain.values import Pillar

TOPIC_TEXT = (
    TextPart(
        "",
        "Een inleiding in gewoon Nederlands.",
        "Zo weet een lezer wat hij bij dit thema vindt, en wat bij een ander.",
        "Schrijf drie of vier korte alinea's. Eindig met een tip.",
        "Dit thema gaat over mensen die moeilijk aan werk komen.",
    ),
)
"""The text of a topic: an introduction, without headings."""


class Topic(Entry):
    """One entry of ``content/themes/``."""

    name: Text = Field(
        alias="naam",
        title="Naam",
        description="Naam van het thema.",
        examples=["Arbeidsparticipatie"],
        json_schema_extra=asked("Onder deze naam staat het thema in menu's en lijsten."),
    )
    question: Sentence = Field(
        alias="vraag",
        title="Vraag",
        description="De vraag in de woorden van een lezer.",
        examples=["Hoe helpen we mensen aan werk die moeilijk een baan vinden?"],
        json_schema_extra=asked("Een lezer herkent zijn eigen vraag sneller dan een vakterm."),
    )
    pillar: Pillar = Field(
        alias="pijler",
        title="Pijler",
        description="De groep waar het thema bij hoort.",
        examples=["mensen-en-werk"],
        json_schema_extra=asked("De site toont de thema's per groep."),
    )
    order: Annotated[int, Field(ge=0)] = Field(
        1000,
        alias="volgorde",
        title="Volgorde",
        description="Plaats in de lijst, laag eerst.",
        examples=["2"],
        json_schema_extra=asked("Zo komen de thema's in een vaste, handige volgorde."),
    )
    keywords: tuple[Text, ...] = Field(
        (),
        alias="zoekwoorden",
        title="Zoekwoorden",
        description="Woorden die mensen echt intypen.",
        examples=["re-integratie"],
        json_schema_extra=asked("Zo wordt het thema gevonden met woorden die niet in de tekst staan."),
    )
