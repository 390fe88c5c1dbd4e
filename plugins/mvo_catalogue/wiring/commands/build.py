"""``mvo build``: build the site and put it in the place of the old one."""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from mvo_catalogue.keeper import Keeper, digest_of

NAME = "build"
HELP = "bouw de site"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("--settings", type=Path, default=Path("pelicanconf.py"), help="instellingen van Pelican")
    parser.add_argument("--output", type=Path, default=Path("output"), help="map die wordt vervangen")
    parser.add_argument("--compress", action="store_true", help="zet .br en .gz naast elk tekstbestand")
    parser.add_argument("--if-changed", action="store_true", help="doe niets als er niets is veranderd")


def run(options: argparse.Namespace) -> int:
    """Build the site; 1 with the reason when that fails."""
    from mvo_catalogue.wiring.build import BuildFailed, build_site, read_settings  # noqa: PLC0415
    from mvo_catalogue.wiring.inputs import digest_inputs, digest_settings  # noqa: PLC0415

    if not options.settings.is_file():
        print(f"Hier is geen {options.settings}. Draai dit in de map van de catalogus.")
        return 1
    start = time.monotonic()
    try:
        settings = read_settings(options.settings, options.output)
        made_of = digest_of(digest_inputs(settings, digest_settings(settings)), str(options.compress))
        keeper, stamp = Keeper(Path(settings["CATALOGUE_ASSETS"]).parent), f"{options.output.name}.stamp"
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
