"""How many bytes does the form load? ``make bench NAME=form_bytes``.

With Brotli: the data that it always loads, and what it loads when a name is typed: which names are in which file, once,
and one or two files with names.
"""

from __future__ import annotations

import statistics

import brotli

from bench.harness import make_projects, parse_arguments, print_table
from bench.search_common import load
from mvo_catalogue.exports.form_data import build_form_data
from mvo_catalogue.exports.form_names import STARTS, build_form_names


def main() -> None:
    """Print a row for the real catalogue and for generated ones."""
    options = parse_arguments(__doc__, "1000,10000")
    rows = []
    for _, label, project in make_projects(options.sizes):
        catalogue = load(project / "content")
        sizes = {name: len(brotli.compress(data)) for name, data in build_form_names(catalogue)}
        figures = {
            "data": len(brotli.compress(build_form_data(catalogue).encode())),
            "which names where": sizes.pop(STARTS),
            "names in a file, median": statistics.median(sizes.values()),
            "largest": max(sizes.values()),
            "files": len(sizes),
        }
        rows.append({"entries": label} | {title: f"{figure:,.0f}" for title, figure in figures.items()})
    print_table(rows)


if __name__ == "__main__":
    main()
