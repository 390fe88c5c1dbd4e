"""How long do the files in ``/data/`` take to make, and how large are they?

``make bench NAME=open_data [SIZES=1000,10000] [JSON=figures.json]``: whole processes; what they do beside the files is
a row of its own.
"""

from __future__ import annotations

import sys
from pathlib import Path

from bench.harness import ROOT, compare_sizes
from bench.search_common import load
from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.exports.entries import collect_data
from mvo_catalogue.site.site import Site
from mvo_catalogue.wiring.outputs import list_data_files
from mvo_catalogue.wiring.project import read_today


def main() -> None:
    """Measure and print, or do what is measured."""
    program = ["env", f"PYTHONPATH={ROOT}", sys.executable, "-m", "bench.open_data"]
    match sys.argv[1:]:
        case ["read"]:
            load(Path("content"))
        case ["files"]:
            write_files(load(Path("content")), Path("data"))
        case _:
            compare_sizes(__doc__, "open_data", {"reading": [*program, "read"], "reading, data": [*program, "files"]})


def write_files(catalogue: Catalogue, folder: Path) -> None:
    """Write every file of ``/data/`` into a folder."""
    site = Site("Proef", "", "https://mvo.example.nl", "", "main", 0, 0, catalogue.last_changed, read_today())
    folder.mkdir(exist_ok=True)
    for output in list_data_files(collect_data(catalogue, site, Path()), catalogue, site):
        output.write(folder / Path(output.path).name)


if __name__ == "__main__":
    main()
