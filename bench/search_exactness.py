"""Does the index in small files rank as the whole index in stock lunr.js does?

``make bench NAME=search_exactness [SIZES=300]``: random queries of every kind, on the real catalogue and on generated
ones, in about a minute. Stock lunr.js takes most of the time, and much more in a large catalogue.
"""

from __future__ import annotations

import json
from typing import Any

from bench.harness import make_projects, parse_arguments, print_table, write_figures
from bench.search_common import load, run_node
from lunr_shards.write import write_files
from mvo_catalogue.search.index import make_search

QUERIES = 600


def main() -> None:
    """Build, query and print; exit with 1 when a result differs."""
    options = parse_arguments(__doc__, "300")
    results: dict[str, Any] = {}
    for _, label, project in make_projects(options.sizes):
        write_files(make_search(load(project / "content")), project / "index")
        results[label] = json.loads(run_node("search_exactness.mjs", project / "index", QUERIES))
    for kinds in results.values():
        rows = list(kinds.values())
        kinds["all"] = {key: sum(row[key] for row in rows) for key in rows[0]}
    names = next(iter(results.values()))
    said = "{exact} of {queries} ({results:,} results)"
    columns = results.items()
    print_table([{"kind": name} | {label: said.format(**kinds[name]) for label, kinds in columns} for name in names])
    write_figures(options.json, "search_exactness", results)
    if any(row["exact"] != row["queries"] for kinds in results.values() for row in kinds.values()):
        raise SystemExit(1)


if __name__ == "__main__":
    main()
