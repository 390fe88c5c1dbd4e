"""The files of the index as a whole."""

from __future__ import annotations

import json
import re
from pathlib import Path

from mvo_catalogue.search import write
from mvo_catalogue.search.facets import DATE, FACETS
from mvo_catalogue.search.write import write_search
from tests.factories import make_catalogue, make_practice

CATALOGUE = make_catalogue([make_practice(slug) for slug in ("portieken", "tuinen", "daken")])


def names(folder: Path) -> list[str]:
    """Return the names of the files in a folder."""
    return sorted(file.name for file in folder.iterdir())


def test_every_name_but_that_of_the_manifest_carries_the_digest(tmp_path):
    """A server may tell browsers to keep such a file for ever."""
    write_search(CATALOGUE, tmp_path)
    digest = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))["digest"]
    others = [name for name in names(tmp_path) if name != "manifest.json"]
    assert re.fullmatch("[0-9a-f]{10}", digest)
    assert all(name.endswith(f".{digest}.json") for name in others)
    kinds = {re.split(r"-|\.", name)[0] for name in others}
    assert kinds == {"choices", "forward", "hits", "reversed", "terms", "texts", "values"}


def test_the_same_catalogue_gives_the_same_bytes(tmp_path):
    """Names too."""
    for folder in ("one", "other"):
        write_search(CATALOGUE, tmp_path / folder, full_index=True)
    assert names(tmp_path / "one") == names(tmp_path / "other")
    for name in names(tmp_path / "one"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "other" / name).read_bytes()


def test_a_changed_hit_changes_every_name(tmp_path):
    """A browser must not show what it kept of another build."""
    write_search(CATALOGUE, tmp_path / "one")
    changed = make_practice("daken", gecontroleerd="2026-11-21")
    write_search(
        make_catalogue([*(CATALOGUE.practices[slug] for slug in ("portieken", "tuinen")), changed]), tmp_path / "other"
    )
    assert set(names(tmp_path / "one")) & set(names(tmp_path / "other")) == {"manifest.json"}


def test_an_empty_catalogue_has_an_index(tmp_path):
    """In which nothing is found."""
    write_search(make_catalogue(), tmp_path, full_index=True)
    manifest = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["documents"] == 0
    assert manifest["terms"] == ["", 1]
    assert {name.split(".")[0] for name in names(tmp_path)} == {
        "forward-0",
        "manifest",
        "reversed-0",
        "terms-0",
        "values-0",
        "volledig",
        *(f"choices-{name}" for name in FACETS if name != DATE),
    }


def test_few_hits_are_one_file_and_many_are_not(tmp_path, monkeypatch):
    """In a small catalogue no query waits for what hits show; in a large one nobody loads what is not shown."""
    write_search(CATALOGUE, tmp_path / "small")
    monkeypatch.setattr(write, "MOST_HITS_SIZE", 100)
    write_search(CATALOGUE, tmp_path / "large")
    for folder, per_file, files in (("small", 3, 1), ("large", 2, 2)):
        assert json.loads((tmp_path / folder / "manifest.json").read_text(encoding="utf-8"))["hits"] == per_file
        assert len([name for name in names(tmp_path / folder) if name.startswith("hits-")]) == files
