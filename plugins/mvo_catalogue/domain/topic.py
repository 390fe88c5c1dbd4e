"""A topic (``thema``): a question that readers have, with the practices that answer it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from mvo_catalogue.domain.model import ContentModel, Entry, Sentence, TargetGroupSlug, Text, TextPart, asked
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


class SubjectOfGroup(ContentModel):
    """What practices of a topic are about when they are for this target group."""

    target_group: TargetGroupSlug = Field(
        alias="doelgroep",
        title="Doelgroep",
        description="De doelgroep van de praktijk.",
        examples=["laaggeletterden"],
        json_schema_extra=asked("Alleen praktijken voor deze doelgroep krijgen het onderwerp."),
    )
    subject: Text = Field(
        alias="onderwerp",
        title="Onderwerp",
        description="Waar zo'n praktijk over gaat, zoals het past na “over”.",
        examples=["hulp bij lezen en schrijven"],
        json_schema_extra=asked("Zo is een vraag aan een partner preciezer."),
    )


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
    subject: Text | None = Field(
        None,
        alias="onderwerp",
        title="Onderwerp",
        description="Waar een praktijk met dit thema over gaat, zoals het past na “over”.",
        examples=["werk voor bewoners die moeilijk aan een baan komen"],
        json_schema_extra=asked(
            "Deze woorden staan in een vraag aan een partner.", "Laat het leeg als de naam van het thema past."
        ),
    )
    subjects_of_groups: tuple[SubjectOfGroup, ...] = Field(
        (),
        alias="onderwerp_per_doelgroep",
        title="Onderwerp per doelgroep",
        description="Een ander onderwerp voor praktijken met een bepaalde doelgroep.",
        json_schema_extra=asked("Een praktijk voor ouderen gaat vaak ergens anders over dan een voor kinderen."),
    )
