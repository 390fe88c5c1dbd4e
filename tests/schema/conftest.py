"""The schemas as editors get them, with the topics, vocabularies and partners of a small catalogue."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.schema.tree import KINDS_BY_NAME, EntrySchema, Field, build_schema
from mvo_catalogue.validation.load import load_catalogue
from tests.factories import TODAY
from tests.validation.conftest import CASES, check

__all__ = ["CONTENT", "ROOT", "SAMPLE", "EditorLoader", "catalogue", "check", "inside", "read_front_matter", "schemas"]

ROOT = Path(__file__).resolve().parents[2]
CONTENT = CASES / "base" / "content"
SAMPLE = ROOT / "tests" / "site" / "sample"


class EditorLoader(yaml.SafeLoader):
    """YAML as the tools of editors read it: a number is a number, a day is text."""


EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read_front_matter(text: str) -> Any:
    """Return the front matter of a file as the tools of editors see it."""
    return yaml.load(text.split("---\n")[1], EditorLoader)


def inside(field: Field, key: str) -> Field:
    """Return the field with this key inside another."""
    return next(found for found in field.inner if found.key == key)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """Return the small base of content, checked."""
    return load_catalogue(CONTENT, TODAY)[0]


@pytest.fixture(scope="session")
def schemas(catalogue: Catalogue) -> dict[str, EntrySchema]:
    """Return the schema of each kind, with choices."""
    return {kind: build_schema(kind, catalogue) for kind in KINDS_BY_NAME.values()}
