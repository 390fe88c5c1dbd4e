"""The practices of a catalogue as an index."""

from __future__ import annotations

import json

from mvo_catalogue.search.analysis import word_list
from mvo_catalogue.search.index import FACETS, build_documents, write_search
from tests.factories import make_catalogue, make_practice

CATALOGUE = make_catalogue([make_practice(slug) for slug in ("portieken", "tuinen", "10", "9")])


def test_the_manifest_says_what_the_browser_needs_of_dutch_and_of_the_site(tmp_path):
    """Besides what every index says."""
    write_search(CATALOGUE, tmp_path)
    manifest = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["documents"] == 4
    assert manifest["facets"] == list(FACETS)
    assert manifest["path"] == "/praktijken/*/"
    assert set(manifest["stopWords"]) == word_list("stop_words")
    assert manifest["synonyms"] == []
    assert (tmp_path / "lunr.json").is_file()


def test_practices_come_in_the_order_of_the_index():
    """Each with its day, and the texts under its headings."""
    documents = list(build_documents(CATALOGUE))
    assert [document.ref for document in documents] == ["9", "10", "portieken", "tuinen"]
    practice = CATALOGUE.practices["tuinen"]
    assert documents[-1].date == practice.published_on.isoformat()
    assert documents[-1].texts == [section.text for section in practice.body.sections if section.text]
