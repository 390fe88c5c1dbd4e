"""Build the site into a fresh folder and put it in place whole, or not at all."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path
from typing import Any

import jinja2
import pelican
import pelican.settings

from mvo_catalogue.wiring.compress import compress_files
from mvo_catalogue.wiring.generator import REFUSALS


class BuildFailed(Exception):
    """The site was not built; the message says why, in Dutch, and the folder that was to be replaced is untouched."""


def build_site(settings_file: Path, output: Path, *, compress: bool = False) -> int:
    """Build with Pelican and replace ``output``; return the number of pages.

    With ``compress`` every text file gets a ``.br`` and a ``.gz`` beside it.

    Raises:
        BuildFailed: anything at all went wrong; ``output`` is as it was.
    """
    staging = output.with_name(f".{output.name}.new")
    _recover(output)
    shutil.rmtree(staging, ignore_errors=True)
    try:
        count = _run_pelican(settings_file, staging)
        if compress:
            compress_files(staging)
        replace_folder(staging, output)
    except OSError as error:
        raise BuildFailed(f"De site kon niet worden gemaakt: {error}") from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return count


def replace_folder(new: Path, target: Path) -> None:
    """Put ``new`` in the place of ``target``; when that fails, ``target`` is put back."""
    old = _old(target)
    if target.exists() or target.is_symlink():
        target.rename(old)
    try:
        new.rename(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise
    _remove(old)


def _old(target: Path) -> Path:
    return target.with_name(f".{target.name}.old")


def _remove(folder: Path) -> None:
    if folder.is_symlink():
        folder.unlink()
    else:
        shutil.rmtree(folder, ignore_errors=True)


def _recover(target: Path) -> None:
    """Put back a folder that was left aside by a build that was killed between two renames."""
    if target.exists():
        _remove(_old(target))
    elif _old(target).exists():
        _old(target).rename(target)


class _ErrorCollector(logging.Handler):
    """Keeps what Pelican logs as an error, since Pelican itself would build on."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def _run_pelican(settings_file: Path, staging: Path) -> int:
    collector = _ErrorCollector()
    logger = logging.getLogger("pelican")
    logger.addHandler(collector)
    was_quiet, pelican.console.quiet = pelican.console.quiet, True
    try:
        settings = read_settings(settings_file, staging)
        pelican.Pelican(settings).run()
    except REFUSALS as error:
        raise BuildFailed(str(error)) from error
    except jinja2.TemplateSyntaxError as error:
        raise BuildFailed(f"{error.filename}:{error.lineno}:1: fout [template] {error.message}") from error
    except jinja2.TemplateError as error:
        raise BuildFailed(f"Een sjabloon in theme/templates klopt niet: {error}") from error
    except SystemExit as error:
        raise BuildFailed(f"De site kon niet worden gemaakt: {error}") from error
    finally:
        pelican.console.quiet = was_quiet
        logger.removeHandler(collector)
    if "CATALOGUE_RESULT" not in settings:
        raise BuildFailed("Pelican heeft de catalogus niet gemaakt. Staat “mvo_catalogue.wiring” bij PLUGINS?")
    if collector.messages:
        raise BuildFailed("Pelican meldt:\n" + "\n".join(collector.messages))
    return int(settings["CATALOGUE_RESULT"])


def read_settings(settings_file: Path, output: Path) -> dict[str, Any]:
    """Return the settings of Pelican that are in effect for a build into ``output``.

    Raises:
        BuildFailed: the file is no settings file.
    """
    try:
        settings: dict[str, Any] = pelican.settings.read_settings(
            str(settings_file), override={"OUTPUT_PATH": str(output)}
        )
    except (SyntaxError, NameError, ValueError) as error:
        raise BuildFailed(f"De instellingen in {settings_file} kloppen niet: {error}") from error
    return settings
