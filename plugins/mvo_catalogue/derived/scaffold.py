"""The text of a new entry: the required fields, hints as comments, and texts to replace.

Nothing of it can be published by accident: an empty field is an error, and so is a placeholder that was left.
"""

from __future__ import annotations

import datetime

from mvo_catalogue.derived.templates import quote, render_template
from mvo_catalogue.domain.model import PLACEHOLDER
from mvo_catalogue.schema.tree import EntrySchema, FieldType

_ALSO_ASKED = {"corporaties", "partners"}
"""Not required, since one of the two is enough; a new practice asks for both."""


def build_scaffold(schema: EntrySchema, title: str = "", today: datetime.date | None = None) -> str:
    """Return the file of a new entry with this title; without ``today`` its days are left for the editor to fill in."""
    asked = [field for field in schema.fields if field.is_required or field.key in _ALSO_ASKED]
    filled = {schema.title_key: quote(title.strip())} if title.strip() else {}
    if today is not None:
        filled |= {field.key: today.isoformat() for field in asked if field.type is FieldType.DAY}
    return render_template("nieuw.md", schema=schema, asked=asked, filled=filled, placeholder=PLACEHOLDER)
