"""The one place that knows Pelican and the command line.

Pelican loads this package as its plugin: ``PLUGINS = ["mvo_catalogue.wiring"]``.
"""

from __future__ import annotations

from typing import Any


def register() -> None:
    """Let Pelican know the generator of the catalogue."""
    from pelican import signals  # noqa: PLC0415  # `mvo check` starts without Pelican

    from mvo_catalogue.wiring.generator import CatalogueGenerator  # noqa: PLC0415

    def give_generator(pelican: Any) -> type[CatalogueGenerator]:
        return CatalogueGenerator

    signals.get_generators.connect(give_generator, weak=False)
