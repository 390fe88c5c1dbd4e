"""The styles and scripts of the theme: which file holds which, under its hashed name."""

import base64
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from mvo_catalogue.refused import Refused


class MissingAssets(Refused):
    """The styles and scripts have not been made yet, or are not as they were made."""

    def __init__(self) -> None:
        """Say how to make them."""
        super().__init__("De vormgeving is nog niet klaargezet. Draai eerst “make assets”.")


@dataclass(frozen=True, slots=True)
class Asset:
    """A built file of the theme: its hashed name, its digest for ``integrity`` and where it lies."""

    file: str
    integrity: str
    location: Path

    def is_whole(self) -> bool:
        """Return whether the file has the bytes that its digest says: browsers refuse others."""
        try:
            digest = hashlib.sha256(self.location.read_bytes()).digest()
        except OSError:
            return False
        return self.integrity == f"sha256-{base64.b64encode(digest).decode()}"


class Assets(dict[str, Asset]):
    """The assets by logical name; a theme that asks for one that was never made is newer than they are."""

    def __missing__(self, name: str) -> Asset:
        """Say that the assets have to be made again."""
        raise MissingAssets


def read_assets(folder: Path) -> Assets:
    """Return the assets that ``theme/build.mjs`` left in ``folder``, by logical name (``site.css``).

    Raises:
        MissingAssets: there is no manifest, or a file that it names is not there or not as it was made.
    """
    try:
        manifest = json.loads((folder / "manifest.json").read_bytes())
        assets = Assets(
            (name, Asset(item["file"], item["integrity"], folder / item["file"])) for name, item in manifest.items()
        )
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise MissingAssets from error
    if not all(asset.is_whole() for asset in assets.values()):
        raise MissingAssets
    return assets
