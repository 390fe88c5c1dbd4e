"""``mvo check``: print everything that is wrong with the content."""

from __future__ import annotations

import argparse
import datetime
from pathlib import Path

from mvo_catalogue.validation.load import load_catalogue
from mvo_catalogue.wiring.today import read_today

NAME = "check"
HELP = "controleer alle inhoud"

_CONTENT = Path("content")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("--today", type=datetime.date.fromisoformat, help="dag waarmee datums worden vergeleken")
    parser.add_argument("--format", choices=("text", "github"), default="text", help="vorm van de meldingen")


def run(options: argparse.Namespace) -> int:
    """Print the report on all content; 1 when there is an error."""
    try:
        _, report = load_catalogue(_CONTENT, options.today or read_today())
    except FileNotFoundError:
        print("Hier is geen map “content”. Draai dit in de map van de catalogus.")
        return 1
    for line in report.lines(options.format):
        print(line)
    return int(report.has_errors)
