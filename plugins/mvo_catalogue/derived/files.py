"""The files that are made from the schema: pages for editors, which are committed, and schemas for their tools."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from mvo_catalogue.derived.json_schema import build_json_schema, build_messages, build_vocabulary_schema
from mvo_catalogue.derived.templates import render_template
from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.diagnostic import load_rules
from mvo_catalogue.domain.vocabulary import VOCABULARY_VALUES, VocabularyValue
from mvo_catalogue.schema.tree import KINDS_BY_NAME, build_schema

_OWN_VALUES = {name: model for name, model in VOCABULARY_VALUES.items() if model is not VocabularyValue}
VOCABULARY_SCHEMAS: dict[str, type[VocabularyValue]] = {"waardelijst": VocabularyValue, **_OWN_VALUES}
"""The model of each schema of a vocabulary; ``waardelijst`` serves all whose values have no fields of their own."""


def build_pages() -> dict[str, str]:
    """Return the text of each page that follows from the software alone, by its path in the project."""
    return {"docs/velden.md": build_reference(), "docs/regels.md": build_rules_page()}


def build_reference() -> str:
    """Return the page about the fields: each with its meaning, what fits in it, and why it is asked."""
    return render_template("velden.md", schemas=[build_schema(kind) for kind in KINDS_BY_NAME.values()])


def build_rules_page() -> str:
    """Return the page about the rules: by severity, then each with its reason and its two examples."""
    return render_template("regels.md", rules=load_rules())


def build_tool_schemas(catalogue: Catalogue) -> dict[str, str]:
    """Return the JSON Schema of each kind of file in ``content/``, by file name, with the values of the catalogue."""
    schemas = [build_schema(kind, catalogue) for kind in KINDS_BY_NAME.values()]
    nodes = {schema.name: build_json_schema(schema) for schema in schemas}
    nodes |= {name: build_vocabulary_schema(model) for name, model in VOCABULARY_SCHEMAS.items()}
    texts = {f"{name}.schema.json": node for name, node in nodes.items()} | {"meldingen.json": build_messages()}
    return {name: json.dumps(node, ensure_ascii=False, indent=2) + "\n" for name, node in texts.items()}


def write_outdated(folder: Path, files: Mapping[str, str]) -> list[str]:
    """Write each file below the folder that does not have this text yet, and return the paths of those."""
    outdated = list_outdated(folder, files)
    for path in outdated:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(files[path], encoding="utf-8", newline="\n")
    return outdated


def list_outdated(folder: Path, files: Mapping[str, str]) -> list[str]:
    """Return the paths of the files below the folder that do not have this text."""
    return [path for path, text in files.items() if not _holds(folder / path, text)]


def _holds(file: Path, text: str) -> bool:
    return file.is_file() and file.read_bytes() == text.encode("utf-8")
