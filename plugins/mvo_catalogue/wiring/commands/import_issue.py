"""``mvo import-issue``: make the file of a practice from an issue that was written with the form."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from mvo_catalogue.contributing.issue import MAX_EVENT, decode_body, read_event
from mvo_catalogue.contributing.new_file import write_new_file
from mvo_catalogue.contributing.note import Refused
from mvo_catalogue.contributing.summary import build_refusal, build_summary, note_lines
from mvo_catalogue.domain.model import PRACTICES
from mvo_catalogue.reading.text import explain
from mvo_catalogue.reports.characters import show_hidden
from mvo_catalogue.reports.text import text_lines
from mvo_catalogue.validation.load import load_catalogue
from mvo_catalogue.wiring.reporting import CONTENT, print_lines, refuse, wants_colour
from mvo_catalogue.wiring.today import read_today

NAME = "import-issue"
HELP = "maak een praktijk van een ingevuld issueformulier"

_EPILOG = """\
De uitkomst (exit code): 0 als het bestand er staat en klopt, 1 als er nog fouten in zitten of als er geen bestand is
gemaakt (de reden staat erbij), 2 als de opdracht niet klopt. Een bestand dat er al is, verandert nooit.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.epilog = _EPILOG
    parser.add_argument(
        "bestand", nargs="?", default="-", help="bestand met de tekst van het issue (zonder: de standaardinvoer)"
    )
    parser.add_argument("--event", action="store_true", help="het bestand is de JSON van een gebeurtenis van GitHub")
    parser.add_argument(
        "--samenvatting",
        type=Path,
        metavar="BESTAND",
        help="schrijf hierin wat er voor het voorstel te lezen moet zijn",
    )


def run(options: argparse.Namespace) -> int:
    """Write the file of a new practice, and say what is to be looked at; 1 when it is not there or has errors."""
    if options.samenvatting and options.samenvatting.resolve().is_relative_to(CONTENT.resolve()):
        return refuse(f"In de map “{CONTENT}” hoort alleen inhoud. Kies bij --samenvatting een andere plek.")
    try:
        data = _read(options.bestand)
    except OSError as error:
        return refuse(f"“{options.bestand}” kan niet worden gelezen ({explain(error)}).")
    try:
        summary, fails = _import(read_event(data) if options.event else decode_body(data))
    except Refused as refusal:
        print_lines([show_hidden(str(refusal))])
        summary, fails = build_refusal(str(refusal)), True
    if options.samenvatting:
        try:
            options.samenvatting.write_text(summary, encoding="utf-8", newline="\n")
        except OSError as error:
            return refuse(f"“{options.samenvatting}” kan niet worden geschreven ({explain(error)}).")
    return int(fails)


def _read(name: str) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read(MAX_EVENT + 1)
    with Path(name).open("rb") as file:
        return file.read(MAX_EVENT + 1)


def _import(body: str) -> tuple[str, bool]:
    """Write and check the practice; return what to read about it, and whether it has errors."""
    from mvo_catalogue.contributing.proposal import build_proposal  # noqa: PLC0415  # `mvo check` starts without Babel

    if not CONTENT.is_dir():
        raise Refused("Hier is geen map “content”. Draai dit in de map van de catalogus.")
    catalogue, _ = load_catalogue(CONTENT, read_today())
    proposal = build_proposal(body, catalogue, read_today())
    path = write_new_file(CONTENT, PRACTICES, proposal.slug, proposal.text).as_posix()
    _, report = load_catalogue(CONTENT, read_today())
    report = replace(report.about(lambda checked: checked == path), elsewhere=())
    print_lines([f"Gemaakt: {path}", *(f"- {line}" for line in note_lines(proposal.notes))])
    print_lines(text_lines(report, colour=wants_colour()))
    return build_summary(proposal, path, report), report.fails
