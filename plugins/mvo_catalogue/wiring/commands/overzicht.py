"""``mvo overzicht``: what maintainers should look at."""

import argparse
import sys

from mvo_catalogue.reports.upkeep import build_upkeep, upkeep_lines
from mvo_catalogue.validation.load import load_catalogue
from mvo_catalogue.wiring.project import CONTENT, read_today
from mvo_catalogue.wiring.reporting import print_lines


def run(options: argparse.Namespace) -> int:
    """Print what is due, what is missing and how much there is; a file that cannot be read does not count."""
    today = options.today or read_today()
    catalogue, report = load_catalogue(CONTENT, today)
    if report.has_errors:
        print(
            "Let op: niet elk bestand is in orde, en wat niet te lezen is, telt niet mee. Zie: mvo check",
            file=sys.stderr,
        )
    print_lines(upkeep_lines(build_upkeep(catalogue, today), shows_all=options.alles))
    return 0
