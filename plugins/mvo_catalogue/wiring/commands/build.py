"""``mvo build``: build the site, unless it is what a build would make."""

import argparse
import time
from pathlib import Path

from mvo_catalogue.refused import Refused
from mvo_catalogue.wiring.input_tracker import InputTracker, is_up_to_date


def run(options: argparse.Namespace) -> int:
    """Build the site, and say how many pages it has."""
    if not options.settings.is_file():
        raise Refused(f"Hier is geen {options.settings}. Draai dit in de map van de catalogus.")
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
    would make: then nothing is loaded for it either.

    Raises:
        Refused: anything at all went wrong; ``output`` is as it was.
    """
    output = output.resolve()
    request = f"{settings_file.resolve()} {compress}"
    if if_changed and is_up_to_date(output, request):
        return None
    with InputTracker() as inputs:
        from mvo_catalogue.wiring.building import build  # noqa: PLC0415  # its modules are read for the site too

        return build(settings_file, output, inputs, request, compress=compress, if_changed=if_changed)
