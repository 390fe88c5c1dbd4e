"""``mvo verwijder``: take an entry down; why, and what instead, stays at its address."""

from __future__ import annotations

import argparse

from mvo_catalogue.fixing.verbs import remove_entry
from mvo_catalogue.wiring.changing import carry_out
from mvo_catalogue.wiring.project import CONTENT, read_today


def run(options: argparse.Namespace) -> int:
    """Show the changes, ask, and write them; 1 with the reason when nothing is written."""
    return carry_out(
        lambda: remove_entry(CONTENT, read_today(), options.naam, options.reden, options.in_plaats_van),
        is_sure=options.ja,
    )
