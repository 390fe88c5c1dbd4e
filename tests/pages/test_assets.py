"""Assets: the built styles and scripts under their hashed names."""

from __future__ import annotations

import json

import pytest

from mvo_catalogue.pages.assets import MissingAssets, read_assets


@pytest.fixture
def folder(tmp_path):
    """Return a folder with one built style."""
    (tmp_path / "site.ab12.css").write_text("a{}")
    (tmp_path / "manifest.json").write_text(
        json.dumps({"site.css": {"file": "site.ab12.css", "integrity": "sha384-x"}})
    )
    return tmp_path


def test_an_asset_is_found_by_its_plain_name(folder):
    """Templates say ``site.css``; the hashed name and the digest come from the manifest."""
    asset = read_assets(folder)["site.css"]

    assert (asset.file, asset.integrity, asset.location) == ("site.ab12.css", "sha384-x", folder / "site.ab12.css")


def test_without_a_manifest_nothing_is_built(tmp_path):
    """Before ``make assets`` there are no styles to link to."""
    with pytest.raises(MissingAssets):
        read_assets(tmp_path)


def test_a_manifest_that_names_a_missing_file_is_refused(folder):
    """A page never links to a style that is not there."""
    (folder / "site.ab12.css").unlink()
    with pytest.raises(MissingAssets):
        read_assets(folder)


def test_an_asset_that_the_manifest_does_not_name_asks_for_make_assets(tmp_path):
    """A theme that was changed after its assets were made gets the same sentence."""
    (tmp_path / "manifest.json").write_text("{}", encoding="utf-8")

    with pytest.raises(MissingAssets, match="make assets"):
        _ = read_assets(tmp_path)["form.js"]
