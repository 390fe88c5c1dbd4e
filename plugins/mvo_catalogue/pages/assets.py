"""The built styles and scripts of the theme, by name; their files have a hash in their name."""

import base64
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from mvo_catalogue.refused import Refused


class MissingAssets(Refused):
    """The styles and scripts have not been built yet, or were changed since."""

    def __init__(self) -> None:
        """Say how to build them."""
        super().__init__("De vormgeving is nog niet klaargezet. Draai eerst “make assets”.")


@dataclass(frozen=True, slots=True)
class Asset:
    """A built file of the theme: its name, its digest for ``integrity`` and its path."""

    file: str
    integrity: str
    location: Path

    def is_whole(self) -> bool:
        """Return whether the file matches its digest; browsers refuse a file that does not."""
        try:
            digest = hashlib.sha256(self.location.read_bytes()).digest()
        except OSError:
            return False
        return self.integrity == f"sha256-{base64.b64encode(digest).decode()}"


class Assets(dict[str, Asset]):
    """The assets by logical name; an unknown name means that they were built from an older theme."""

    def __missing__(self, name: str) -> Asset:
        """Say that the assets have to be built again."""
        raise MissingAssets


def read_assets(folder: Path) -> Assets:
    """Return the assets that ``theme/build.mjs`` left in ``folder``, by logical name (``site.css``).

    Raises:
        MissingAssets: there is no manifest, or a file in it is missing or changed.
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
