"""Assets: the built styles and scripts under their hashed names."""

import base64
import hashlib
import json

import pytest

from mvo_catalogue.pages.assets import MissingAssets, read_assets

STYLE = b"a{color:red}"
INTEGRITY = f"sha256-{base64.b64encode(hashlib.sha256(STYLE).digest()).decode()}"


@pytest.fixture
def folder(tmp_path):
    """Return a folder with one built style."""
    (tmp_path / "site.ab12.css").write_bytes(STYLE)
    (tmp_path / "manifest.json").write_text(json.dumps({"site.css": {"file": "site.ab12.css", "integrity": INTEGRITY}}))
    return tmp_path


def test_an_asset_is_found_by_its_plain_name(folder):
    """Templates say ``site.css``; the hashed name and the digest come from the manifest."""
    asset = read_assets(folder)["site.css"]

    assert (asset.file, asset.integrity, asset.location) == ("site.ab12.css", INTEGRITY, folder / "site.ab12.css")


def test_without_a_manifest_nothing_is_built(tmp_path):
    """Before ``make assets`` there are no styles to link to."""
    with pytest.raises(MissingAssets):
        read_assets(tmp_path)


@pytest.mark.parametrize("damage", [None, b"", STYLE[:-1], b"b" + STYLE[1:], STYLE + b" "])
def test_a_file_that_is_not_as_it_was_made_is_not_published(folder, damage):
    """Gone, cut short, changed: browsers would refuse it, on every page."""
    file = folder / "site.ab12.css"
    file.unlink() if damage is None else file.write_bytes(damage)
    with pytest.raises(MissingAssets, match="make assets"):
        read_assets(folder)


@pytest.mark.parametrize("manifest", ["", "{", "[]", "null", '{"site.css": {}}', '{"site.css": 1}'])
def test_a_manifest_that_is_none_is_as_good_as_none(folder, manifest):
    """Whatever happened to it, making the assets again is the way out."""
    (folder / "manifest.json").write_text(manifest)
    with pytest.raises(MissingAssets, match="make assets"):
        read_assets(folder)


def test_an_asset_that_the_manifest_does_not_name_asks_for_make_assets(tmp_path):
    """A theme that was changed after its assets were made gets the same sentence."""
    (tmp_path / "manifest.json").write_text("{}", encoding="utf-8")

    with pytest.raises(MissingAssets, match="make assets"):
        _ = read_assets(tmp_path)["form.js"]
