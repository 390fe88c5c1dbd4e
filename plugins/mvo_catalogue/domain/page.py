"""Texts about the catalogue itself: pages, such as its accessibility statement, and news."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from mvo_catalogue.domain.model import Day, Entry


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
