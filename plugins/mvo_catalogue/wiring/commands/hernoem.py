"""``mvo hernoem``: give a practice, partner or theme another slug, with every reference; the old address leads on."""

from __future__ import annotations

import argparse

from mvo_catalogue.fixing.verbs import rename_entry
from mvo_catalogue.wiring.changing import carry_out
from mvo_catalogue.wiring.project import CONTENT, read_today


def run(options: argparse.Namespace) -> int:
    """Show the changes, ask, and write them; 1 with the reason when nothing is written."""
    return carry_out(lambda: rename_entry(CONTENT, read_today(), options.oud, options.nieuw), is_sure=options.ja)
