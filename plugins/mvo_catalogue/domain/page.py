"""A page: a text about the catalogue itself, such as its accessibility statement."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from mvo_catalogue.domain.model import Entry


class Page(Entry):
    """One entry of ``content/pages/``."""

    title: Annotated[str, Field(min_length=3, max_length=110)] = Field(alias="titel")
    summary: Annotated[str, Field(min_length=40, max_length=300)] = Field(alias="samenvatting")
    order: Annotated[int, Field(ge=0)] = Field(1000, alias="volgorde")
