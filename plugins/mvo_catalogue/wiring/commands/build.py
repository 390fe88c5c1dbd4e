"""``mvo build``: build the site and put it in the place of the old one."""

from __future__ import annotations

import argparse
import time

from mvo_catalogue.wiring.build import BuildFailed, build_site


def run(options: argparse.Namespace) -> int:
    """Build the site; 1 with the reason when that fails."""
    if not options.settings.is_file():
        print(f"Hier is geen {options.settings}. Draai dit in de map van de catalogus.")
        return 1
    start = time.monotonic()
    try:
        count = build_site(options.settings, options.output, compress=options.compress, if_changed=options.if_changed)
    except BuildFailed as error:
        print(error)
        return 1
    if count is None:
        print(f"De site in {options.output}/ is al bijgewerkt.")
    else:
        print(f"{count} pagina's in {options.output}/ ({time.monotonic() - start:.1f} s).")
    return 0
