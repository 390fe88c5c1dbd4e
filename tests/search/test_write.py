"""The files of the search: an index, the hits, and a manifest that names both."""

from __future__ import annotations

import hashlib
import json

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.search.write import write_search
from tests.factories import make_catalogue, make_practice


def test_the_manifest_names_files_by_their_content(tmp_path):
    """A name changes with its content, so that a browser may keep the file for ever."""
    write_search(make_catalogue([make_practice("a"), make_practice("b")]), tmp_path / "zoekindex")
    folder = tmp_path / "zoekindex"
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))

    assert {file.name for file in folder.iterdir()} == {"manifest.json", *manifest.values()}
    for name, file in manifest.items():
        digest = hashlib.sha256((folder / file).read_bytes()).hexdigest()
        assert file == f"{name}.{digest[:10]}.json"
    assert list(json.loads((folder / manifest["documents"]).read_text(encoding="utf-8"))) == ["a", "b"]
    assert json.loads((folder / manifest["index"]).read_text(encoding="utf-8"))["fields"][0] == "titel"


def test_the_same_catalogue_gives_the_same_files(tmp_path):
    """Two builds of one catalogue are equal; another practice changes both names."""

    def write(name, *slugs):
        write_search(make_catalogue(map(make_practice, slugs)), tmp_path / name)
        return {file.name: file.read_bytes() for file in (tmp_path / name).iterdir()}

    first, again, other = write("1", "a", "b"), write("2", "b", "a"), write("3", "a")

    assert first == again
    assert set(first) & set(other) == {"manifest.json"}


def test_an_empty_catalogue_can_be_searched_in_vain(tmp_path):
    """Without practices the files are there, and empty."""
    write_search(Catalogue(), tmp_path)
    manifest = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))

    assert json.loads((tmp_path / manifest["documents"]).read_text(encoding="utf-8")) == {}
