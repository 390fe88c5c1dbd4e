"""A topic (``thema``): a question that readers have, with the practices that answer it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from mvo_catalogue.domain.model import ContentModel, Entry, PillarSlug, Sentence, TargetGroupSlug, Text, TextPart

TOPIC_TEXT = (TextPart(""),)
"""The text of a topic: an introduction, without headings."""


class SubjectOfGroup(ContentModel):
    """What practices of a topic are about when they are for this target group."""

    target_group: TargetGroupSlug = Field(alias="doelgroep")
    subject: Text = Field(alias="onderwerp")


class Topic(Entry):
    """One entry of ``content/themes/``."""

    name: Text = Field(alias="naam")
    question: Sentence = Field(alias="vraag")
    pillar: PillarSlug = Field(alias="pijler")
    order: Annotated[int, Field(ge=0)] = Field(1000, alias="volgorde")
    keywords: tuple[Text, ...] = Field((), alias="zoekwoorden")
    subject: Text | None = Field(None, alias="onderwerp")
    subjects_of_groups: tuple[SubjectOfGroup, ...] = Field((), alias="onderwerp_per_doelgroep")
