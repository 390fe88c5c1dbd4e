"""``mvo build``: build the site and put it in the place of the old one."""

from __future__ import annotations

import argparse
import time
from pathlib import Path

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
    from mvo_catalogue.wiring.build import BuildFailed, build_site  # noqa: PLC0415
    from mvo_catalogue.wiring.inputs import inputs_digest  # noqa: PLC0415

    if not options.settings.is_file():
        print(f"Hier is geen {options.settings}. Draai dit in de map van de catalogus.")
        return 1
    stamp = Path(".build") / f"{options.output.name}.sha256"
    digest = inputs_digest(Path.cwd(), options.settings, compress=options.compress)
    if options.if_changed and options.output.is_dir() and stamp.is_file() and stamp.read_text() == digest:
        print(f"De site in {options.output}/ is al bijgewerkt.")
        return 0
    print("De site wordt gebouwd …", flush=True)
    start = time.monotonic()
    try:
        count = build_site(options.settings, options.output, compress=options.compress)
    except BuildFailed as error:
        print(error)
        return 1
    stamp.parent.mkdir(exist_ok=True)
    stamp.write_text(digest)
    print(f"{count} pagina's in {options.output}/ ({time.monotonic() - start:.1f} s).")
    return 0
