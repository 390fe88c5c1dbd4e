"""``mvo schema``: write the files that are made from the models, or say which of them are out of date."""

from __future__ import annotations

import argparse
from pathlib import Path

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.domain.model import TOPICS, VOCABULARIES
from mvo_catalogue.validation.load import load_catalogue
from mvo_catalogue.wiring.today import read_today

NAME = "schema"
HELP = "maak de bestanden die uit de modellen komen"

_CONTENT = Path("content")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("--check", action="store_true", help="verander niets; zeg alleen wat niet meer klopt")


def run(options: argparse.Namespace) -> int:
    """Write every derived file that differs; with ``--check`` only name them, and return 1 when there is one."""
    from mvo_catalogue.derived.files import build_derived_files  # noqa: PLC0415 - no other command needs it

    try:
        catalogue, report = load_catalogue(_CONTENT, read_today())
    except FileNotFoundError:
        print("Hier is geen map “content”. Draai dit in de map van de catalogus.")
        return 1
    used = tuple(f"{_CONTENT.name}/{kind}/" for kind in (TOPICS, VOCABULARIES))
    errors = (item for item in report.diagnostics if item.severity is Severity.ERROR)
    if broken := [item for item in errors if item.path.startswith(used)]:
        print(*broken, "Verbeter deze fouten eerst: de lijsten met waarden komen uit deze bestanden.", sep="\n")
        return 1
    files = build_derived_files(catalogue)
    outdated = [path for path, text in files.items() if _read(Path(path)) != text]
    if options.check:
        for path in outdated:
            print(f"{path} klopt niet meer met de modellen.")
        print("Draai “make schema” en neem de bestanden mee in uw wijziging." if outdated else _in_order(files))
        return int(bool(outdated))
    for path in outdated:
        _write(Path(path), files[path])
        print(f"Geschreven: {path}")
    if not outdated:
        print(_in_order(files))
    return 0


def _in_order(files: dict[str, str]) -> str:
    return f"{len(files)} bestanden kloppen met de modellen."


def _read(path: Path) -> str | None:
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
