"""The catalogue as open data: every entry with everything in its file, under the same keys."""

import datetime
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from mvo_catalogue.derived.json_schema import DRAFT, build_json_schema, build_vocabulary_schema
from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.model import NEWS, PAGES, PARTNERS, PRACTICES, TOPICS, Entry
from mvo_catalogue.domain.values import Licence, Scale
from mvo_catalogue.domain.vocabulary import VOCABULARY_VALUES
from mvo_catalogue.reading.files import read_text
from mvo_catalogue.reading.front_matter import cut_body
from mvo_catalogue.schema.tree import EntrySchema, build_fields, entry_fields
from mvo_catalogue.site import urls
from mvo_catalogue.site.site import Site

VERSION = "1.2"
"""Of the data: the first number changes when a key is removed or changes meaning, the second when one is added."""

Data = dict[str, dict[str, dict[str, Any]]]
"""The data of entries by list (``praktijken``, ``partners`` …) and slug."""

_LISTS = {"praktijken": PRACTICES, "partners": PARTNERS, "themas": TOPICS, "paginas": PAGES, "nieuws": NEWS}
_FOR_EDITORS = {"additionalProperties", "x-melding", "patternErrorMessage"}
"""Keywords of the schema for editors only; readers of the data must accept keys that are added later."""


def collect_data(catalogue: Catalogue, site: Site, project: Path) -> Data:
    """Return the data of every entry: its address, its front matter, and its text in Markdown.

    ``project`` is the folder that the paths of entries are relative to.
    """
    return {
        name: {slug: _entry_data(entry, site, project) for slug, entry in catalogue.entries[kind].items()}
        for name, kind in _LISTS.items()
    }


def _entry_data(entry: Entry, site: Site, project: Path) -> dict[str, Any]:
    text, _ = read_text(project / entry.path, entry.path)
    address = site.absolute(site.path_of(entry))
    return {"slug": entry.slug, "adres": address, **content_values(entry), "tekst": cut_body(text).strip("\n")}


def build_catalogue_data(data: Data, catalogue: Catalogue, site: Site) -> str:
    """Return all published entries and the vocabularies as JSON."""
    whole = {
        "$schema": site.absolute(urls.DATA_SCHEMA),
        "versie": VERSION,
        "naam": site.name,
        "adres": site.absolute(urls.HOME),
        "licentie": Licence.CC_BY,
        **({"bijgewerkt": site.last_changed.isoformat()} if site.last_changed else {}),
        **{name: list(entries.values()) for name, entries in data.items()},
        "waardelijsten": {
            name: {key: content_values(value) for key, value in values.items()}
            for name, values in catalogue.vocabularies.items()
        },
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def content_values(model: BaseModel) -> dict[str, Any]:
    """Return the values of an entry by key, in order, as JSON values; unknown ones are left out."""
    written = ((field.key, getattr(model, field.name)) for field in build_fields(type(model)))
    return {key: _plain(value) for key, value in written if value not in (None, ())}


def _plain(value: Any) -> Any:
    match value:
        case BaseModel():
            return content_values(value)
        case tuple():
            return list(map(_plain, value))
        case Scale():
            return value.step
        case datetime.date():
            return value.isoformat()
        case _:
            return value


def build_data_schema(site: Site) -> str:
    """Return the JSON Schema of `build_catalogue_data`; each kind of entry is a definition in it."""
    entries = {name: _entry_schema(kind, name) for name, kind in _LISTS.items()}
    vocabularies = {name: build_vocabulary_schema(model) for name, model in VOCABULARY_VALUES.items()}
    text = {"type": "string"}
    own = {"versie": {"type": "string", "pattern": r"^1\.[0-9]+$"}, "naam": text, "adres": text, "licentie": text}
    lists = {name: {"type": "array", "items": {"$ref": f"#/definitions/{name}"}} for name in _LISTS}
    schema = {
        "$schema": DRAFT,
        "$id": site.absolute(urls.DATA_SCHEMA),
        "title": f"De gegevens van de {site.name}, versie {VERSION}",
        "type": "object",
        "properties": {
            "$schema": text,
            **own,
            "bijgewerkt": {"type": "string", "format": "date"},
            **lists,
            "waardelijsten": {"type": "object", "properties": _for_readers(vocabularies)},
        },
        "required": ["$schema", *own, *lists, "waardelijsten"],
        "definitions": _for_readers(entries),
    }
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _entry_schema(kind: str, name: str) -> dict[str, Any]:
    node = build_json_schema(EntrySchema(kind, name, "", entry_fields(kind), ()))
    text = {"type": "string"}
    markdown = {**text, "description": "De tekst in Markdown. Een link naar een andere tekst is die naar zijn bestand."}
    return {
        **{key: value for key, value in node.items() if key not in ("$schema", "title")},
        "properties": {"slug": text, "adres": text, **node["properties"], "tekst": markdown},
        "required": ["slug", "adres", *node["required"], "tekst"],
    }


def _for_readers(node: Any) -> Any:
    """Return the schema without keywords for editors."""
    if isinstance(node, list):
        return list(map(_for_readers, node))
    if not isinstance(node, dict):
        return node
    shown: Iterable[tuple[str, Any]] = (
        (key, value) for key, value in node.items() if key not in _FOR_EDITORS or isinstance(value, dict)
    )
    return {key: _for_readers(value) for key, value in shown}
