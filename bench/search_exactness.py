"""Does the index in small files rank as the whole index in stock lunr.js does, and how fast are both?

``make bench NAME=search_exactness [SIZES=1000]``: random queries of every kind, on the real catalogue and on generated
ones. Stock lunr.js needs an hour for them at 10,000.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from bench.corpus import Corpus
from bench.harness import ROOT, keep, parse_arguments, print_table
from bench.search_common import load, percentiles, run_node
from mvo_catalogue.search.write import write_search

QUERIES = 3000


def main() -> None:
    """Build, ask and print; exit 1 when one answer differs."""
    options = parse_arguments(__doc__, "1000")
    corpus = Corpus(ROOT / "content")
    results: dict[str, Any] = {}
    for size in [0, *options.sizes]:
        with tempfile.TemporaryDirectory() as temporary:
            label, content = corpus.catalogue(size, Path(temporary))
            print(f"{label} …", file=sys.stderr)
            write_search(load(content), Path(temporary, "index"))
            said = run_node("search_exactness.mjs", Path(temporary, "index"), QUERIES)
            results[label] = json.loads(said)
    for result in results.values():
        rows = result["kinds"].values()
        result["kinds"]["all"] = {key: sum(row[key] for row in rows) for key in ("queries", "exact", "results")}
    first = next(iter(results.values()))
    columns = {label: result["kinds"] for label, result in results.items()}
    kinds = [{"kind": kind} | {label: exact(rows[kind]) for label, rows in columns.items()} for kind in first["kinds"]]
    print_table(kinds)
    print("\nMilliseconds per query once its files are there, p50 / p95\n")
    times = {label: result["milliseconds"] for label, result in results.items()}
    names = first["milliseconds"]
    print_table(
        [{"ranking": name} | {label: percentiles(rows[name]) for label, rows in times.items()} for name in names]
    )
    keep(options.json, "search_exactness", results)
    if any(row["exact"] != row["queries"] for rows in columns.values() for row in rows.values()):
        raise SystemExit(1)


def exact(row: dict[str, int]) -> str:
    """Return how many queries were exact."""
    return f"{row['exact']} of {row['queries']} ({row['results']:,} results)"


if __name__ == "__main__":
    main()
