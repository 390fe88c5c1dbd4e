"""The command line in Dutch: what argparse says itself, in the words of the rest."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from typing import Any, NoReturn

from mvo_catalogue.domain.patterns import printable

_SENTENCES = (
    (r"the following arguments are required: (.+)", r"er ontbreekt iets: \1"),
    (r"unrecognized arguments: (.+)", r"dit ken ik niet: \1"),
    (r"argument (\S+): invalid choice: (.+?) \(choose from (.+)\)", r"\2 kan niet bij \1; kies uit: \3"),
    (r"argument (\S+): invalid \S+ value: (.+)", r"\2 kan niet bij \1"),
    (r"argument (\S+): expected (?:one|at least one) arguments?", r"bij \1 hoort een waarde"),
    (r"argument (\S+): ignored explicit argument (.+)", r"bij \1 hoort geen waarde"),
    (r"ambiguous option: (\S+) could match (.+)", r"\1 kan meer dan één ding zijn: \2"),
)
"""What argparse says about a wrong command, and how we say it."""


class _Help(argparse.RawDescriptionHelpFormatter):
    """Starts with the word for usage."""

    def add_usage(
        self, usage: str | None, actions: Iterable[argparse.Action], groups: Iterable[Any], prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, "gebruik: " if prefix is None else prefix)


class DutchParser(argparse.ArgumentParser):
    """An argument parser that speaks Dutch to whoever types a command."""

    def __init__(self, **options: Any) -> None:
        """Take what any argument parser takes."""
        super().__init__(**{"formatter_class": _Help, "add_help": False, "allow_abbrev": False, **options})
        self._positionals.title, self._optionals.title = "opdracht", "opties"
        self.add_argument("-h", "--help", action="help", help="toon deze uitleg")

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with a command, and end with 2."""
        for pattern, dutch in _SENTENCES:
            message = re.sub(pattern, dutch, message)
        self.exit(2, f"{self.format_usage()}{self.prog}: {printable(message)}\n")
