"""``mvo links``: ask whether the links to other sites still work."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from mvo_catalogue.reading.files import find_content_files
from mvo_catalogue.validation.report import Report, count_words
from mvo_catalogue.wiring import reporting
from mvo_catalogue.wiring.selection import UnusablePath, read_selection
from mvo_catalogue.wiring.today import read_today

if TYPE_CHECKING:
    from mvo_catalogue.links.answer import Answer
    from mvo_catalogue.links.check import Manners

NAME = "links"
HELP = "vraag andere sites of onze links nog werken"

_CONTENT = Path("content")
_MEMORY = Path(".build/links.json")
_LONGEST = 600.0
_EPILOG = """\
Elke site krijgt één vraag tegelijk, met een pauze ertussen. Een goed antwoord wordt bewaard in .build/links.json.
De uitkomst (exit code): 0 als elke link werkt of als dat niet zeker is, 1 als er een link stuk is of als er geen
verbinding is, 2 als de opdracht niet klopt.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.epilog = _EPILOG
    parser.add_argument("paths", nargs="*", metavar="pad", help="kijk alleen in deze bestanden of mappen in content/")
    parser.add_argument("--max-age", type=_days, default=14, metavar="DAGEN", help="zo lang geldt een goed antwoord")
    parser.add_argument("--pause", type=_seconds, default=1.0, metavar="TIJD", help="seconden tussen twee vragen")
    parser.add_argument("--deadline", type=_seconds, default=20.0, metavar="TIJD", help="seconden wachten op antwoord")
    parser.add_argument("--own-network", action="store_true", help="vraag ook adressen binnen het eigen netwerk")
    parser.add_argument("--settings", type=Path, default=Path("pelicanconf.py"), help="instellingen van Pelican")
    reporting.add_report_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Print what is the matter with links; 1 when one is broken, or when nothing could be asked."""
    from mvo_catalogue.links.check import Manners, Offline  # noqa: PLC0415  # aiohttp takes long to import
    from mvo_catalogue.links.find import find_web_links  # noqa: PLC0415
    from mvo_catalogue.links.report import build_diagnostics  # noqa: PLC0415

    if not _CONTENT.is_dir() or not options.settings.is_file():
        print("Hier is geen map “content” met instellingen. Draai dit in de map van de catalogus.")
        return 1
    try:
        selection = read_selection(_CONTENT, options.paths)
    except UnusablePath as error:
        return reporting.refuse(str(error))
    files = list(find_content_files(_CONTENT))
    chosen = [file for file in files if selection.has(file.path)]
    links = [link for file in chosen for link in find_web_links(file)]
    try:
        user_agent = _user_agent(options.settings)
    except (SyntaxError, NameError, ValueError, SystemExit) as error:
        return reporting.refuse(f"De instellingen in {options.settings} kloppen niet: {error}")
    manners = Manners(user_agent, options.pause, options.deadline, options.own_network)
    addresses = {link.address for link in links}
    try:
        answers = _ask(addresses, manners, options, has_all=len(chosen) == len(files))
    except Offline:
        print("Geen enkele site is te vinden. Hebt u verbinding met internet?")
        return 1
    except KeyboardInterrupt:
        print("Gestopt. Wat een goed antwoord gaf, wordt de volgende keer niet opnieuw gevraagd.")
        return 1
    report = Report(tuple(build_diagnostics(links, answers)), len(chosen), is_strict=options.streng)
    return reporting.give_report(report, options) or int(report.fails)


def _ask(addresses: set[str], manners: Manners, options: argparse.Namespace, *, has_all: bool) -> dict[str, Answer]:
    """Return the answer for every address, from memory or from the site itself.

    With ``has_all`` these are all addresses there are, so that others can be forgotten.
    """
    from mvo_catalogue.links.check import ask_all  # noqa: PLC0415
    from mvo_catalogue.links.memory import read_memory, remember, still_known, write_memory  # noqa: PLC0415

    today = options.today or read_today()
    memory = read_memory(_MEMORY)
    known = {
        address: answer
        for address, answer in still_known(memory, today, options.max_age).items()
        if address in addresses
    }
    unknown = addresses.difference(known)
    amount = count_words(len(unknown), "adres wordt", "adressen worden")
    print(f"{amount} gevraagd, {len(known)} al bekend …", file=sys.stderr, flush=True)
    new: dict[str, Answer] = {}
    try:
        ask_all(unknown, manners, new)
    finally:
        write_memory(_MEMORY, remember(memory, new, today, addresses if has_all else {*memory, *addresses}))
    return known | new


def _user_agent(settings_file: Path) -> str:
    """Return the name under which we ask, with where to find us: the project, the mailbox or the site."""
    from pelican.settings import get_settings_from_file  # noqa: PLC0415  # takes a third of a second

    from mvo_catalogue.links.robots import PROGRAM  # noqa: PLC0415

    settings = get_settings_from_file(str(settings_file))
    where = str(settings.get("CATALOGUE_REPOSITORY") or settings.get("CATALOGUE_MAIL") or settings.get("SITEURL"))
    return f"{PROGRAM} (+{where})" if where.isascii() and where.isprintable() else PROGRAM


def _days(text: str) -> int:
    if (number := int(text)) < 0:
        raise ValueError
    return number


def _seconds(text: str) -> float:
    if not 0 <= (number := float(text)) <= _LONGEST:
        raise ValueError
    return number
