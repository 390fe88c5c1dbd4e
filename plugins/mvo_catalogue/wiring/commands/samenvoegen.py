"""``mvo samenvoegen``: let one partner go up in another."""

from __future__ import annotations

import argparse

from mvo_catalogue.fixing.verbs import merge_partners
from mvo_catalogue.wiring.changing import carry_out
from mvo_catalogue.wiring.project import CONTENT, read_today


def run(options: argparse.Namespace) -> int:
    """Show the changes, ask, and write them; 1 with the reason when nothing is written."""
    return carry_out(
        lambda: merge_partners(CONTENT, read_today(), options.verdwijnt, options.blijft), is_sure=options.ja
    )
