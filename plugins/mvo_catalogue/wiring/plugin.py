"""What the catalogue does at each signal of Pelican."""

import logging
import time
from itertools import chain
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.generators import Generator

from mvo_catalogue.exports.feeds import complete_feed
from mvo_catalogue.refused import Refused
from mvo_catalogue.wiring.generator import CatalogueGenerator
from mvo_catalogue.wiring.page_keys import digest_settings
from mvo_catalogue.wiring.settings import complete_settings, refuse_unsupported

_SECONDS_BETWEEN_LOOKS = 0.5


def connect() -> None:
    """Let Pelican call the functions below."""
    for signal, receiver in RECEIVERS:
        signal.connect(receiver)
    logging.getLogger("pelican").addFilter(without_traceback)


def _start(pelican: Any) -> None:
    refuse_unsupported(pelican.settings)
    pelican.settings["CATALOGUE_SETTINGS"] = digest_settings(pelican.settings)
    complete_settings(pelican.settings)


def _give_generator(pelican: Any) -> type[Generator]:
    """Hand over the generator; a run after one that failed waits until there is something else to try.

    Pelican's autoreload tries again at once after an error, a hundred times a minute.
    """
    while getattr(pelican, "catalogue_failed_on", None) == (state := _read_state(pelican.settings)):
        time.sleep(_SECONDS_BETWEEN_LOOKS)
    pelican.catalogue_failed_on = state
    return CatalogueGenerator


def _share(generators: list[Generator]) -> None:
    for catalogue in generators:
        if isinstance(catalogue, CatalogueGenerator):
            catalogue.share(generators)


def _complete_feed(context: dict[str, Any], feed: Any) -> None:
    complete_feed(feed, context["catalogue_site"])


def _finish(pelican: Any) -> None:
    pelican.catalogue_failed_on = None


def _read_state(settings: dict[str, Any]) -> dict[str, int]:
    """Return when each file was last changed that Pelican's autoreload looks at, and the settings."""
    content, theme = Path(settings["PATH"]), Path(settings["THEME"])
    files = chain(content.rglob("*"), theme.rglob("*"), content.parent.glob("*.py"))
    return {str(file): file.lstat().st_mtime_ns for file in files}


def without_traceback(record: logging.LogRecord) -> bool:
    """Leave out the place in the code of a message for the person who builds the site."""
    if record.exc_info and isinstance(record.exc_info[1], Refused):
        record.exc_info = None
    return True


RECEIVERS = (
    (signals.initialized, _start),
    (signals.get_generators, _give_generator),
    (signals.all_generators_finalized, _share),
    (signals.feed_generated, _complete_feed),
    (signals.finalized, _finish),
)
