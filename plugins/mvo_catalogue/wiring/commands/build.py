"""``mvo build``: build the site and put it in the place of the old one."""

from __future__ import annotations

import argparse
import time

from mvo_catalogue.keeper import Keeper, digest_of
from mvo_catalogue.wiring.build import BuildFailed, build_site, read_settings
from mvo_catalogue.wiring.inputs import digest_inputs, digest_settings
from mvo_catalogue.wiring.settings import kept_folder


def run(options: argparse.Namespace) -> int:
    """Build the site; 1 with the reason when that fails."""
    if not options.settings.is_file():
        print(f"Hier is geen {options.settings}. Draai dit in de map van de catalogus.")
        return 1
    start = time.monotonic()
    try:
        settings = read_settings(options.settings, options.output)
        made_of = digest_of(digest_inputs(settings, digest_settings(settings)), str(options.compress))
        keeper, stamp = Keeper(kept_folder(settings)), f"{options.output.name}.stamp"
        if options.if_changed and options.output.is_dir() and keeper.read(stamp, made_of) is not None:
            print(f"De site in {options.output}/ is al bijgewerkt.")
            return 0
        print("De site wordt gebouwd …", flush=True)
        count = build_site(options.settings, options.output, compress=options.compress)
    except BuildFailed as error:
        print(error)
        return 1
    keeper.write(stamp, made_of, b"")
    print(f"{count} pagina's in {options.output}/ ({time.monotonic() - start:.1f} s).")
    return 0
