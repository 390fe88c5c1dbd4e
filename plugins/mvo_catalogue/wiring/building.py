"""Build the site into a fresh folder and put it in place whole, or not at all."""

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jinja2
import pelican
import pelican.settings

import mvo_catalogue
from mvo_catalogue.build_cache import BuildCache
from mvo_catalogue.refused import Refused
from mvo_catalogue.wiring.compress import compress_files
from mvo_catalogue.wiring.input_tracker import InputTracker, is_up_to_date
from mvo_catalogue.wiring.output_cache import OUTPUT_CACHE, OutputCache
from mvo_catalogue.wiring.output_folder import keep_previous, refuse_unusable, staging_folder, take_turn
from mvo_catalogue.wiring.project import explain_failure, shown_path
from mvo_catalogue.wiring.settings import cache_folder


def build(
    settings_file: Path, output: Path, inputs: InputTracker, request: str, *, compress: bool, if_changed: bool
) -> int | None:
    """Do what ``commands.build.build_site`` promises; ``inputs`` is recording, and stores what the site is built from.

    With ``if_changed`` nothing is done when another build of ``request`` did it in the meantime.

    Raises:
        Refused: anything at all went wrong; ``output`` is as it was.
    """
    try:
        settings = read_settings(settings_file, output)
        refuse_unusable(output, _inputs(settings, settings_file))
        with take_turn(output) as has_waited:
            if if_changed and has_waited and is_up_to_date(output, request):
                return None
            outputs = OutputCache(BuildCache(cache_folder(settings)), output)
            print("De site wordt gebouwd …", flush=True)
            with staging_folder(output) as staging:
                count = _run_pelican(settings_file, staging, outputs)
                if compress:
                    compress_files(staging, outputs)
                keep_previous(output, staging)
                outputs.save()
            ignored, assets = cache_folder(settings), Path(settings["CATALOGUE_ASSETS"])
            inputs.save(output, request, settings["TIMEZONE"], ignored, except_for=assets)
    except OSError as error:
        raise Refused(f"De site is niet gemaakt. {explain_failure(error)}") from error
    return count


def _inputs(settings: dict[str, Any], settings_file: Path) -> Iterator[Path]:
    yield settings_file.resolve()
    for name in ("PATH", "THEME", "CATALOGUE_ASSETS"):
        yield Path(settings[name]).resolve()
    yield Path(mvo_catalogue.__file__).parent


class _ErrorCollector(logging.Handler):
    """Collects the errors that Pelican logs, since Pelican itself would continue."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def _run_pelican(settings_file: Path, staging: Path, outputs: OutputCache) -> int:
    settings = read_settings(settings_file, staging) | {OUTPUT_CACHE: outputs}
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
