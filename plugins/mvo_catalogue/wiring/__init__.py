"""The one place that knows Pelican and the command line.

Pelican loads this package as its plugin: ``PLUGINS = ["mvo_catalogue.wiring"]``.
"""

from __future__ import annotations

from typing import Any


def register() -> None:
    """Let Pelican know the generator of the catalogue, once however often a site is built."""
    from pelican import signals  # noqa: PLC0415  # `mvo check` starts without Pelican

    signals.get_generators.connect(_give_generator)


def _give_generator(pelican: Any) -> Any:
    from mvo_catalogue.wiring.generator import CatalogueGenerator  # noqa: PLC0415  # the same

    return CatalogueGenerator
