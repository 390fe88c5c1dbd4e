"""Every file of the project that is made from the models and the vocabularies, by its path."""

from __future__ import annotations

import json

from mvo_catalogue.derived.json_schema import Node, build_json_schema, build_messages, build_vocabulary_schema
from mvo_catalogue.derived.reference import build_reference
from mvo_catalogue.derived.rules_page import render_rules
from mvo_catalogue.derived.scaffold import build_scaffold
from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.vocabulary import CompoundSplit, Instrument, Request, Role, SynonymGroup, VocabularyValue
from mvo_catalogue.schema.tree import KINDS_BY_NAME, build_schema

VOCABULARY_SCHEMAS: dict[str, type[VocabularyValue]] = {
    "waardelijst": VocabularyValue,
    "instrumenten": Instrument,
    "rollen": Role,
    "verzoeken": Request,
    "synoniemen": SynonymGroup,
    "samenstellingen": CompoundSplit,
}
"""The name of the schema of each kind of vocabulary; ``waardelijst`` serves all that readers can choose from."""


def build_derived_files(catalogue: Catalogue) -> dict[str, str]:
    """Return the text of every derived file, by its path in the project; of the catalogue, topics and vocabularies."""
    schemas = [build_schema(kind, catalogue) for kind in KINDS_BY_NAME.values()]
    files = {f"schema/{schema.name}.schema.json": _json(build_json_schema(schema)) for schema in schemas}
    files |= {f"schema/{schema.name}.sjabloon.md": build_scaffold(schema) for schema in schemas[:2]}
    files |= {
        f"schema/{name}.schema.json": _json(build_vocabulary_schema(model))
        for name, model in VOCABULARY_SCHEMAS.items()
    }
    return files | {
        "schema/meldingen.json": _json(build_messages()),
        "docs/velden.md": build_reference(schemas),
        "docs/regels.md": render_rules(),
    }


def _json(node: Node) -> str:
    return json.dumps(node, ensure_ascii=False, indent=2) + "\n"
