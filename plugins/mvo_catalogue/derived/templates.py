"""Texts in Markdown from the Jinja templates in ``texts/``: pages for editors, and the file of a new entry."""

import datetime
import json
import re
from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateSyntaxError
from yaml import Mark

from mvo_catalogue.domain.diagnostic import load_rules
from mvo_catalogue.domain.model import PLACEHOLDER
from mvo_catalogue.schema.tree import KINDS_BY_NAME, EntrySchema, build_schema, walk_fields
from mvo_catalogue.texts import FOLDER, BrokenTexts

_NOT_IN_YAML = re.compile("[\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_ALSO_ASKED = {"corporaties", "partners"}
"""Not required, since one of the two is enough; a new practice asks for both."""


def build_pages() -> dict[str, str]:
    """Return the text of each page that follows from the software alone, by its path in the project.

    One says what can be written in each field, the other what each rule is for, with its two examples.
    """
    schemas = [build_schema(kind) for kind in KINDS_BY_NAME.values()]
    return {
        "docs/velden.md": _render("velden.md", schemas=schemas),
        "docs/regels.md": _render("regels.md", rules=load_rules()),
    }


def build_scaffold(schema: EntrySchema, title: str = "", today: datetime.date | None = None) -> str:
    """Return the file of a new entry with this title; without ``today`` its days are left for the editor to fill in.

    Nothing of it can be published by accident: an empty field is an error, and so is a placeholder that was left.
    """
    asked = [field for field in schema.fields if field.is_required or field.key in _ALSO_ASKED]
    filled = {schema.title_key: quote(title.strip())} if title.strip() else {}
    if today is not None:
        filled |= {field.key: today.isoformat() for field in asked if field.is_day}
    return _render("nieuw.md", schema=schema, asked=asked, filled=filled, placeholder=PLACEHOLDER)


def quote(text: str) -> str:
    """Return the text between double quotes, on one line, as YAML reads it back."""
    return _NOT_IN_YAML.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))


def _render(name: str, **values: Any) -> str:
    """Return what ``texts/<name>.jinja`` makes of these values, without empty lines around it."""
    try:
        text = _make_environment().get_template(f"{name}.jinja").render(values)
    except TemplateSyntaxError as error:
        file = FOLDER / str(error.name)
        mark = Mark(file.name, 0, error.lineno - 1, 0, None, 0)
        raise BrokenTexts(file, mark, f"Dit is geen goed sjabloon ({error.message}).") from error
    return text.strip("\n") + "\n"


@cache
def _make_environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701  # the output is Markdown, from our own texts
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"quote": quote, "walk_fields": walk_fields}
    return environment
