"""Normalising dates, addresses, numbers and booleans: text with one meaning, or nothing."""

import json
from pathlib import Path

import pytest

from mvo_catalogue.domain.model import FieldType
from mvo_catalogue.domain.normalise import normalise

VECTORS: dict[str, dict[str, str | None]] = json.loads(
    (Path(__file__).parent.parent / "spelling_vectors.json").read_text(encoding="utf-8")
)
"""What people write, by type of field, and what it means; the form is tested with the same file."""


@pytest.mark.parametrize("kind", VECTORS)
def test_text_with_one_meaning_is_normalised(kind):
    """Ambiguous or correct text is unchanged, and the result is valid."""
    meant = {written: normalise(FieldType(kind), written) for written in VECTORS[kind]}

    assert meant == VECTORS[kind]
    assert [found for found in meant.values() if found and normalise(FieldType(kind), found)] == []
