"""Built styles and scripts with hashed names."""

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
    """The hashed name and the digest come from the manifest."""
    asset = read_assets(folder)["site.css"]

    assert (asset.file, asset.integrity, asset.location) == ("site.ab12.css", INTEGRITY, folder / "site.ab12.css")


def test_without_a_manifest_a_build_fails(tmp_path):
    with pytest.raises(MissingAssets):
        read_assets(tmp_path)


@pytest.mark.parametrize("damage", [None, b"", STYLE[:-1], b"b" + STYLE[1:], STYLE + b" "])
def test_a_damaged_asset_is_not_published(folder, damage):
    """Missing, truncated or changed: browsers would refuse it."""
    file = folder / "site.ab12.css"
    file.unlink() if damage is None else file.write_bytes(damage)
    with pytest.raises(MissingAssets, match="make assets"):
        read_assets(folder)


@pytest.mark.parametrize("manifest", ["", "{", "[]", "null", '{"site.css": {}}', '{"site.css": 1}'])
def test_an_invalid_manifest_counts_as_missing(folder, manifest):
    (folder / "manifest.json").write_text(manifest)
    with pytest.raises(MissingAssets, match="make assets"):
        read_assets(folder)


def test_an_unknown_asset_asks_for_make_assets(tmp_path):
    """Also after a change of the theme."""
    (tmp_path / "manifest.json").write_text("{}", encoding="utf-8")

    with pytest.raises(MissingAssets, match="make assets"):
        _ = read_assets(tmp_path)["form.js"]
