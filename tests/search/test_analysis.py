"""Analysis: text to terms, the same here and in the browser."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mvo_catalogue.search.analysis import analyse

VECTORS = json.loads((Path(__file__).resolve().parent.parent / "analysis_vectors.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: ascii(vector["text"]))
def test_text_becomes_the_terms_that_the_browser_makes(vector):
    """``tests/js/analysis.test.mjs`` holds the JavaScript to the same file."""
    assert analyse(vector["text"]) == vector["terms"]


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: ascii(vector["text"]))
def test_terms_are_themselves(vector):
    """Analysing a term again changes nothing, so that what a reader copies from a page is found."""
    assert [analyse(term) for term in vector["terms"]] == [[term] for term in vector["terms"]]
