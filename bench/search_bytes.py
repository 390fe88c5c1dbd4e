"""How many bytes does a first search cost? ``make bench NAME=search_bytes``.

For each judged query of ``search_quality/queries.json``, in a browser without any files of the search: the script of
the page, the manifest, and all files that the query and its first ten hits need, with brotli. Excerpts in some hits
are loaded later and not counted. ``python -m bench.search_bytes over`` lists the queries that cost more than the
budget.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict

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
    totals = {query: sum(size for _, size in kinds.values()) for query, kinds in costs}
    requests = sorted(sum(files for files, _ in kinds.values()) for _, kinds in costs)
    over = [query for query, total in totals.items() if total > BUDGET]
    found: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
    for _, kinds in costs:
        for kind, figures in kinds.items():
            found[kind] = [sum(pair) for pair in zip(found[kind], figures, strict=True)]
    print_table(
        [
            {"kind": kind, "files, mean": f"{files / len(costs):.1f}", "bytes, mean": f"{size / len(costs):,.0f}"}
            for kind, (files, size) in found.items()
        ]
    )
    sizes = sorted(totals.values())
    print(f"\nof {len(sizes)} queries")
    print(f"bytes: half up to {_at(sizes, 50):,}, 95% up to {_at(sizes, 95):,}, all {sizes[-1]:,}")
    print(f"requests: half up to {_at(requests, 50)}, 95% up to {_at(requests, 95)}, all {requests[-1]}")
    print(f"over {BUDGET:,} bytes: {len(over)} ({len(over) / len(sizes):.1%})")
    if sys.argv[1:] == ["over"]:
        print("\n".join(f"{totals[query]:,} {query}" for query in over))


def _at(ordered: list[int], percent: int) -> int:
    return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)]


if __name__ == "__main__":
    main()
