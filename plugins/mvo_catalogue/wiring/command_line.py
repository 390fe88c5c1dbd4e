"""The command ``mvo``: which commands there are, and which one was asked for."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from typing import Protocol

from mvo_catalogue.reading.files import NoContent
from mvo_catalogue.texts import BrokenTexts
from mvo_catalogue.wiring.arguments import DutchParser
from mvo_catalogue.wiring.commands import build, check, links, nieuw, regels, schema, serve
from mvo_catalogue.wiring.reporting import refuse
from mvo_catalogue.wiring.selection import UnusablePath


class Command(Protocol):
    """A module that is one command."""

    NAME: str
    HELP: str

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare what the command takes."""

    def run(self, options: argparse.Namespace) -> int:
        """Do it and return the exit code."""


COMMANDS: tuple[Command, ...] = (check, links, regels, nieuw, schema, build, serve)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with these arguments (those of the process by default); return its exit code."""
    parser = DutchParser(prog="mvo", description="Controleer, bouw en bekijk de MVO-praktijkcatalogus.")
    commands = parser.add_subparsers(dest="command", metavar="opdracht", required=True)
    for command in COMMANDS:
        command.add_arguments(commands.add_parser(command.NAME, help=command.HELP))
    options = parser.parse_args(arguments)
    try:
        code = {command.NAME: command for command in COMMANDS}[options.command].run(options)
        sys.stdout.flush()
    except BrokenPipeError:  # who reads along has seen enough, as with `mvo regels | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except NoContent:
        print("Hier is geen map “content”. Draai dit in de map van de catalogus.")
        return 1
    except (BrokenTexts, UnusablePath) as error:
        return refuse(str(error))
    return code


if __name__ == "__main__":
    sys.exit(main())
