"""What was meant with a date, an address, a number or a yes: one thing, or nothing is said of it."""

import json
from pathlib import Path

import pytest

from mvo_catalogue.domain.model import FieldType
from mvo_catalogue.domain.normalise import normalise

VECTORS: dict[str, dict[str, str | None]] = json.loads(
    (Path(__file__).parent.parent / "spelling_vectors.json").read_text(encoding="utf-8")
)
"""What was written, by the type of its field, and what is meant; the form is held to the same."""


@pytest.mark.parametrize("kind", VECTORS)
def test_what_can_mean_one_thing_is_understood(kind):
    """What may be two things, or is right already, is left to the writer; what was understood is right."""
    meant = {written: normalise(FieldType(kind), written) for written in VECTORS[kind]}

    assert meant == VECTORS[kind]
    assert [found for found in meant.values() if found and normalise(FieldType(kind), found)] == []
