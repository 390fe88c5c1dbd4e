"""How many bytes does a first search cost? ``make bench NAME=search_bytes``.

For each judged query of ``search_quality/queries.json``, in a browser without any files of the search: the script of
the page, the manifest, and all files that the query and its first ten hits need, with brotli. Excerpts in some hits
are loaded later and not counted.
"""

import json

from bench.harness import ROOT, print_table
from bench.search_common import load, run_node
from lunr_shards.write import write_files
from mvo_catalogue.search.index import make_search

BUDGET = 50_000
"""Bytes that a first search may cost."""


def main() -> None:
    """Write the index of the catalogue, run all queries and print their costs."""
    folder, assets = ROOT / ".build/search_bytes", ROOT / ".build/assets"
    write_files(make_search(load(ROOT / "content"), whole_index=False), folder)
    script = assets / json.loads((assets / "manifest.json").read_text())["search.js"]["file"]
    costs = json.loads(run_node("search_bytes.mjs", folder, script))
    _, requests, sizes = (sorted(column) for column in zip(*costs, strict=True))
    half, most = len(costs) // 2, len(costs) * 95 // 100
    print_table(
        [
            {"": name, "median": f"{values[half]:,}", "95%": f"{values[most]:,}", "maximum": f"{values[-1]:,}"}
            for name, values in (("bytes", sizes), ("requests", requests))
        ]
    )
    print(f"\nof {len(costs)} queries; over {BUDGET:,} bytes:")
    print("\n".join(f"{size:,} {query}" for query, _, size in costs if size > BUDGET))


if __name__ == "__main__":
    main()
