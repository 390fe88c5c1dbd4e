"""``mvo build``: build the site into a fresh folder and put it in place whole, or not at all."""

from __future__ import annotations

import argparse
import logging
import platform
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jinja2
import pelican
import pelican.settings

import mvo_catalogue
from mvo_catalogue.domain.patterns import printable
from mvo_catalogue.keeper import Keeper, digest_of
from mvo_catalogue.texts import Refused
from mvo_catalogue.wiring.compress import compress_files
from mvo_catalogue.wiring.inputs import MADE, digest_inputs, digest_settings
from mvo_catalogue.wiring.made import Made
from mvo_catalogue.wiring.output_folder import keep_previous, refuse_unusable, staging_folder, take_turn
from mvo_catalogue.wiring.project import explain_failure, shown_path
from mvo_catalogue.wiring.settings import cache_folder


def run(options: argparse.Namespace) -> int:
    """Build the site, and say how many pages it has."""
    if not options.settings.is_file():
        print(f"Hier is geen {printable(str(options.settings))}. Draai dit in de map van de catalogus.")
        return 1
    start = time.monotonic()
    count = build_site(options.settings, options.output, compress=options.compress, if_changed=options.if_changed)
    if count is None:
        print(f"De site in {options.output}/ is al bijgewerkt.")
    else:
        print(f"{count} pagina's in {options.output}/ ({time.monotonic() - start:.1f} s).")
    return 0


def build_site(settings_file: Path, output: Path, *, compress: bool = False, if_changed: bool = False) -> int | None:
    """Build with Pelican and replace ``output``; return the number of pages.

    The hashed files of the site that it replaces stay for one build. With ``compress`` every text file gets a ``.br``
    and a ``.gz`` beside it. With ``if_changed`` nothing is done, and None returned, when ``output`` is what this build
    would make.

    Raises:
        Refused: anything at all went wrong; ``output`` is as it was.
    """
    output = output.resolve()
    try:
        settings = read_settings(settings_file, output)
        refuse_unusable(output, _inputs(settings, settings_file))
        with take_turn(output):
            inputs = digest_inputs(settings, digest_settings(settings))
            made_of = digest_of(inputs, f"{compress} {platform.python_version()}").hex()
            made = Made(Keeper(cache_folder(settings)), output)
            if if_changed and made.is_made_of(made_of):
                return None
            print("De site wordt gebouwd …", flush=True)
            with staging_folder(output) as staging:
                count = _run_pelican(settings_file, staging, made)
                if compress:
                    compress_files(staging, made)
                keep_previous(output, staging)
                made.write(staging, made_of)
    except OSError as error:
        raise Refused(f"De site is niet gemaakt. {explain_failure(error)}") from error
    return count


def _inputs(settings: dict[str, Any], settings_file: Path) -> Iterator[Path]:
    yield settings_file.resolve()
    for name in ("PATH", "THEME", "CATALOGUE_ASSETS"):
        yield Path(settings[name]).resolve()
    yield Path(mvo_catalogue.__file__).parent


class _ErrorCollector(logging.Handler):
    """Keeps what Pelican logs as an error, since Pelican itself would build on."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def _run_pelican(settings_file: Path, staging: Path, made: Made) -> int:
    settings = read_settings(settings_file, staging) | {MADE: made}
    run_pelican(pelican.Pelican, settings)
    pages, files = settings["CATALOGUE_RESULT"]
    missing = [file for file in files if not (staging / file).is_file()]
    if missing:
        raise Refused(f"De site is niet compleet: {len(missing)} bestanden ontbreken, zoals {missing[0]}.")
    return int(pages)


def run_pelican(kind: type[pelican.Pelican], settings: dict[str, Any]) -> None:
    """Let Pelican, or what was made of it, do its work in silence.

    Raises:
        Refused: something went wrong, also what Pelican would merely log.
    """
    collector = _ErrorCollector()
    logger = logging.getLogger("pelican")
    logger.addHandler(collector)
    was_quiet, pelican.console.quiet = pelican.console.quiet, True
    try:
        kind(settings).run()
    except jinja2.TemplateSyntaxError as error:
        raise Refused(explain_template(error)) from error
    except jinja2.TemplateError as error:
        raise Refused(f"Een sjabloon in theme/templates klopt niet: {error}") from error
    except SystemExit as error:
        raise Refused(f"De site kon niet worden gemaakt: {error}") from error
    finally:
        pelican.console.quiet = was_quiet
        logger.removeHandler(collector)
    if "CATALOGUE_RESULT" not in settings:
        raise Refused("Pelican heeft de catalogus niet gemaakt. Staat “mvo_catalogue.wiring” bij PLUGINS?")
    if collector.messages:
        raise Refused("Pelican meldt:\n" + "\n".join(collector.messages))


def explain_template(error: jinja2.TemplateSyntaxError) -> str:
    """Return where a template cannot be read, and why."""
    return f"{shown_path(error.filename or '')}:{error.lineno}:1: fout [template] {error.message}"


def read_settings(settings_file: Path, output: Path) -> dict[str, Any]:
    """Return the settings of Pelican that are in effect for a build into ``output``.

    Raises:
        Refused: the file is no settings file.
    """
    try:
        settings: dict[str, Any] = pelican.settings.read_settings(
            str(settings_file), override={"OUTPUT_PATH": str(output)}
        )
    except (SyntaxError, NameError, ValueError) as error:
        raise Refused(f"De instellingen in {settings_file} kloppen niet: {error}") from error
    return settings
