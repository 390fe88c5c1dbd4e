"""The styles and scripts of the theme: which file holds which, under its hashed name."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path


class MissingAssets(Exception):
    """The styles and scripts have not been made yet."""

    def __init__(self) -> None:
        """Say how to make them."""
        super().__init__("De vormgeving is nog niet klaargezet. Draai eerst “make assets”.")


@dataclass(frozen=True, slots=True)
class Asset:
    """A built file of the theme: its hashed name, its digest for ``integrity`` and where it lies."""

    file: str
    integrity: str
    location: Path


class Assets(dict[str, Asset]):
    """The assets by logical name; a theme that asks for one that was never made is newer than they are."""

    def __missing__(self, name: str) -> Asset:
        """Say that the assets have to be made again."""
        raise MissingAssets


def read_assets(folder: Path) -> Assets:
    """Return the assets that ``theme/build.mjs`` left in ``folder``, by logical name (``site.css``).

    Raises:
        MissingAssets: there is no manifest, or it names a file that is not there.
    """
    try:
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    except OSError as error:
        raise MissingAssets from error
    assets = Assets(
        (name, Asset(item["file"], item["integrity"], folder / item["file"])) for name, item in manifest.items()
    )
    if any(not asset.location.is_file() for asset in assets.values()):
        raise MissingAssets
    return assets
