"""``mvo waarde``: give a value of a vocabulary, or a theme, another key, with every reference."""

from __future__ import annotations

import argparse

from mvo_catalogue.fixing.verbs import rename_value
from mvo_catalogue.wiring.changing import carry_out
from mvo_catalogue.wiring.project import CONTENT, read_today


def run(options: argparse.Namespace) -> int:
    """Show the changes, ask, and write them; 1 with the reason when nothing is written."""
    return carry_out(
        lambda: rename_value(CONTENT, read_today(), options.lijst, options.oud, options.nieuw, options.naam),
        is_sure=options.ja,
    )
