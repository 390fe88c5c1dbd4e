"""``mvo links``: ask whether the links to other sites still work."""

import argparse
import datetime
import os
import sys
from pathlib import Path

from pydantic import TypeAdapter

from mvo_catalogue.links.check import PROGRAM, ask_all
from mvo_catalogue.links.client import Answer, RequestSettings
from mvo_catalogue.links.content import build_diagnostics, read_web_links
from mvo_catalogue.reading.files import find_content_files
from mvo_catalogue.texts import count_words
from mvo_catalogue.validation.report import Report
from mvo_catalogue.wiring.project import CONTENT, choose_files, read_today
from mvo_catalogue.wiring.reporting import give_report

_CACHE = Path(".build/links.json")
_CACHED = TypeAdapter(dict[str, tuple[datetime.date, Answer]])
"""Addresses with the date and result of their request; only good answers are cached."""


def run(options: argparse.Namespace) -> int:
    """Print the problems of links; 1 when one is broken, or when no request was possible."""
    links = {file.path: read_web_links(file) for file in find_content_files(CONTENT)}
    chosen = list(filter(choose_files(options.paths), links))
    asked = {link.address for path in chosen for link in links[path]}
    today = options.today or read_today()
    cache = _read_cache()
    answers = {
        address: answer
        for address, (day, answer) in cache.items()
        if address in asked and 0 <= (today - day).days < options.max_age
    }
    unknown = asked.difference(answers)
    amount = count_words(len(unknown), "adres wordt", "adressen worden")
    print(f"{amount} gevraagd, {len(answers)} al bekend …", file=sys.stderr, flush=True)
    settings = RequestSettings(_user_agent(), options.pause, options.deadline, options.own_network)
    new: dict[str, Answer] = {}
    try:
        new.update(ask_all(unknown, settings, options.limit))  # one by one, so that Ctrl-C costs no answer
    except KeyboardInterrupt as stop:
        stop.args = ("Wat een goed antwoord gaf, wordt de volgende keer niet opnieuw gevraagd.",)
        raise
    finally:
        wanted = {link.address for found in links.values() for link in found}.difference(new)
        old = {address: known for address, known in cache.items() if address in wanted}
        _write_cache(old | {address: (today, answer) for address, answer in new.items() if answer.is_good})
    if len(new) > 1 and all(answer.is_offline for answer in new.values()):
        print("Geen enkele site is te vinden. Hebt u verbinding met internet?")
        return 1
    if late := len(unknown) - len(new):
        amount = count_words(late, "adres is", "adressen zijn")
        print(f"De tijd is op: {amount} nog niet gevraagd. Draai dit later nog eens.", file=sys.stderr)
    found = build_diagnostics([link for path in chosen for link in links[path]], answers | new)
    report = Report(tuple(found), len(chosen), is_strict=options.streng)
    return give_report(report, options) or int(report.fails)


def _read_cache() -> dict[str, tuple[datetime.date, Answer]]:
    """Return the cached answers; none if the file is missing or not ours."""
    try:
        return _CACHED.validate_json(_CACHE.read_bytes())
    except (OSError, ValueError):
        return {}


def _write_cache(cache: dict[str, tuple[datetime.date, Answer]]) -> None:
    """Write the file, whole or not at all."""
    _CACHE.parent.mkdir(parents=True, exist_ok=True)
    fresh = _CACHE.with_name(f".{_CACHE.name}.new")
    fresh.write_bytes(_CACHED.dump_json(dict(sorted(cache.items())), indent=1))
    fresh.replace(_CACHE)


def _user_agent() -> str:
    """Return the name under which we ask, with where to find us: the project, the mailbox or the site."""
    where = next(filter(None, map(os.environ.get, ("CATALOGUE_REPOSITORY", "CATALOGUE_MAIL", "SITEURL"))), "")
    return f"{PROGRAM} (+{where})" if where and where.isascii() and where.isprintable() else PROGRAM
