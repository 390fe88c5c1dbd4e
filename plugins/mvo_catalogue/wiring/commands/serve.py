"""``mvo serve``: build, then show the site and build again whenever something changes."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from mvo_catalogue.wiring.commands import build

NAME = "serve"
HELP = "bouw, toon en herbouw bij elke wijziging"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("--output", type=Path, default=Path("output"), help="map met de site")
    parser.add_argument("--port", type=int, default=8000, help="poort op 127.0.0.1")


def run(options: argparse.Namespace) -> int:
    """Build, then serve until Ctrl-C; a build that fails is reported and can be mended while serving."""
    from mvo_catalogue.wiring.serve import serve  # noqa: PLC0415

    os.environ.setdefault("SITEURL", f"http://127.0.0.1:{options.port}")  # for feeds and canonical addresses
    settings = Path("pelicanconf.py")
    build.run(argparse.Namespace(settings=settings, output=options.output, compress=False, if_changed=True))
    try:
        serve(options.output, options.port, Path.cwd())
    except OSError as error:
        print(f"Poort {options.port} is niet vrij ({error.strerror}). Kies een andere: make PORT=8001.")
        return 1
    except KeyboardInterrupt:
        pass
    return 0
