"""The command ``mvo``: check the content, build the site, serve it while writing."""

from __future__ import annotations

import argparse
import datetime
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from mvo_catalogue.validation.load import load_catalogue
from mvo_catalogue.wiring.today import read_today

_CONTENT = Path("content")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with these arguments (those of the process by default); return its exit code."""
    parser = argparse.ArgumentParser(prog="mvo", description="Controleer, bouw en bekijk de MVO-praktijkcatalogus.")
    commands = parser.add_subparsers(dest="command", required=True)

    check = commands.add_parser("check", help="controleer alle inhoud")
    check.add_argument("--today", type=datetime.date.fromisoformat, help="dag waarmee datums worden vergeleken")
    check.add_argument("--format", choices=("text", "github"), default="text", help="vorm van de meldingen")

    build = commands.add_parser("build", help="bouw de site")
    build.add_argument("--settings", type=Path, default=Path("pelicanconf.py"), help="instellingen van Pelican")
    build.add_argument("--output", type=Path, default=Path("output"), help="map die wordt vervangen")
    build.add_argument("--compress", action="store_true", help="zet .br en .gz naast elk tekstbestand")
    build.add_argument("--if-changed", action="store_true", help="doe niets als er niets is veranderd")

    serve = commands.add_parser("serve", help="bouw, toon en herbouw bij elke wijziging")
    serve.add_argument("--output", type=Path, default=Path("output"), help="map met de site")
    serve.add_argument("--port", type=int, default=8000, help="poort op 127.0.0.1")

    options = parser.parse_args(arguments)
    return {"check": run_check, "build": run_build, "serve": run_serve}[options.command](options)


def run_check(options: argparse.Namespace) -> int:
    """Print the report on all content; 1 when there is an error."""
    try:
        _, report = load_catalogue(_CONTENT, options.today or read_today())
    except FileNotFoundError:
        print("Hier is geen map “content”. Draai dit in de map van de catalogus.")
        return 1
    for line in report.lines(options.format):
        print(line)
    return int(report.has_errors)


def run_build(options: argparse.Namespace) -> int:
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


def run_serve(options: argparse.Namespace) -> int:
    """Build, then serve until Ctrl-C; a build that fails is reported and can be mended while serving."""
    from mvo_catalogue.wiring.serve import serve  # noqa: PLC0415

    os.environ.setdefault("SITEURL", f"http://127.0.0.1:{options.port}")  # for feeds and canonical addresses
    build = argparse.Namespace(settings=Path("pelicanconf.py"), output=options.output, compress=False, if_changed=True)
    run_build(build)
    try:
        serve(options.output, options.port, Path.cwd())
    except OSError as error:
        print(f"Poort {options.port} is niet vrij ({error.strerror}). Kies een andere: make PORT=8001.")
        return 1
    except KeyboardInterrupt:
        pass
    return 0


if __name__ == "__main__":
    sys.exit(main())
