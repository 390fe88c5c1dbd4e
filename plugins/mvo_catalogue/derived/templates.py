"""Texts in Markdown from the Jinja templates in ``texts/``: pages for editors, and the file of a new entry."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from yaml import Mark

from mvo_catalogue.schema.tree import walk_fields
from mvo_catalogue.texts import FOLDER, BrokenTexts

if TYPE_CHECKING:
    from jinja2 import Environment

_ESCAPED = re.compile('["\\\\\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]')


def render_template(name: str, **values: Any) -> str:
    """Return what the template ``texts/<name>.jinja`` makes of these values, without empty lines around it.

    Raises:
        BrokenTexts: it is no template of Jinja.
    """
    from jinja2 import TemplateSyntaxError  # noqa: PLC0415  # a check starts without it

    try:
        text = _make_environment().get_template(f"{name}.jinja").render(values)
    except TemplateSyntaxError as error:
        file = FOLDER / str(error.name)
        mark = Mark(file.name, 0, error.lineno - 1, 0, None, 0)
        raise BrokenTexts(file, mark, f"Dit is geen goed sjabloon ({error.message}).") from error
    return text.strip("\n") + "\n"


@cache
def _make_environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415  # the same

    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701  # it makes Markdown, of words of the software
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"quote": quote, "walk_fields": walk_fields}
    return environment


def quote(text: str) -> str:
    """Return the text between double quotes, on one line, as YAML reads it back."""
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    named = {"\n": "\\n", "\t": "\\t", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
    return named.get(character) or (f"\\x{ord(character):02x}" if ord(character) < 256 else f"\\u{ord(character):04x}")
