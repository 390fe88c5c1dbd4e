"""``mvo links``: ask whether the links to other sites still work."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from mvo_catalogue.reading.files import find_content_files
from mvo_catalogue.validation.report import Report, count_words
from mvo_catalogue.wiring import reporting
from mvo_catalogue.wiring.selection import read_selection
from mvo_catalogue.wiring.today import read_today

if TYPE_CHECKING:
    from mvo_catalogue.links.check import Answer

NAME = "links"
HELP = "vraag andere sites of onze links nog werken"

_CACHE = Path(".build/links.json")
_LONGEST = 86_400.0
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
    parser.add_argument("--limit", type=_seconds, default=2700.0, metavar="TIJD", help="seconden voor alles samen")
    parser.add_argument("--own-network", action="store_true", help="vraag ook adressen binnen het eigen netwerk")
    reporting.add_report_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Print what is the matter with links; 1 when one is broken, or when nothing could be asked."""
    from mvo_catalogue.links.content import build_diagnostics, read_web_links  # noqa: PLC0415  # ssl takes long

    files = find_content_files(reporting.CONTENT)
    selection = read_selection(reporting.CONTENT, options.paths)
    links = {file.path: read_web_links(file) for file in files}
    chosen = [path for path in links if selection.has(path)]
    asked = {link.address for path in chosen for link in links[path]}
    try:
        answers = _ask(asked, options, {link.address for found in links.values() for link in found})
    except _Offline:
        print("Geen enkele site is te vinden. Hebt u verbinding met internet?")
        return 1
    except KeyboardInterrupt:
        print("Gestopt. Wat een goed antwoord gaf, wordt de volgende keer niet opnieuw gevraagd.")
        return 1
    if late := len(asked) - len(answers):
        amount = count_words(late, "adres is", "adressen zijn")
        print(f"De tijd is op: {amount} nog niet gevraagd. Draai dit later nog eens.", file=sys.stderr)
    found = build_diagnostics([link for path in chosen for link in links[path]], answers)
    report = Report(tuple(found), len(chosen), is_strict=options.streng)
    return reporting.give_report(report, options) or int(report.fails)


class _Offline(Exception):
    """Not one site could be found: the fault is here, not there."""


def _ask(asked: set[str], options: argparse.Namespace, wanted: set[str]) -> dict[str, Answer]:
    """Return the answers for addresses, from the cache or from the sites; what is ``wanted`` no more is forgotten."""
    from mvo_catalogue.links.cache import read_cache, write_cache  # noqa: PLC0415
    from mvo_catalogue.links.check import PROGRAM, ask_all  # noqa: PLC0415
    from mvo_catalogue.links.client import Manners  # noqa: PLC0415

    today = options.today or read_today()
    cache = {address: known for address, known in read_cache(_CACHE).items() if address in wanted}
    answers = {
        address: answer
        for address, (day, answer) in cache.items()
        if address in asked and 0 <= (today - day).days < options.max_age
    }
    unknown = asked.difference(answers)
    amount = count_words(len(unknown), "adres wordt", "adressen worden")
    print(f"{amount} gevraagd, {len(answers)} al bekend …", file=sys.stderr, flush=True)
    manners = Manners(_user_agent(PROGRAM), options.pause, options.deadline, options.own_network)
    try:
        for address, answer in ask_all(unknown, manners, options.limit):
            answers[address] = answer
            cache.pop(address, None)
            if answer.is_good:
                cache[address] = (today, answer)
    finally:
        write_cache(_CACHE, cache)
    new = [answers[address] for address in unknown if address in answers]
    if len(new) > 1 and all(answer.is_offline for answer in new):
        raise _Offline
    return answers


def _user_agent(program: str) -> str:
    """Return the name under which we ask, with where to find us: the project, the mailbox or the site."""
    where = next(filter(None, map(os.environ.get, ("CATALOGUE_REPOSITORY", "CATALOGUE_MAIL", "SITEURL"))), "")
    return f"{program} (+{where})" if where and where.isascii() and where.isprintable() else program


def _days(text: str) -> int:
    if (number := int(text)) < 0:
        raise ValueError
    return number


def _seconds(text: str) -> float:
    if not 0 <= (number := float(text)) <= _LONGEST:
        raise ValueError
    return number
