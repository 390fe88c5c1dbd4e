"""Does the sharded index rank as the whole index in stock lunr.js does, and what would lunr.js itself take?

``make bench NAME=search_exactness [SIZES=1000]``, or ``python -m bench.search_exactness --queries 3000``: random
queries of every kind, on the real catalogue and on generated ones. Stock lunr.js needs minutes for thousands at 10,000.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.corpus import Corpus
from bench.harness import machine, print_table
from bench.search_index import ROOT, write_index
from tools import node


def main() -> None:
    """Build, ask and print; exit 1 when one answer differs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="1000", help="numbers of generated entries, separated by commas")
    parser.add_argument("--queries", type=int, default=3000, help="how many queries on each catalogue")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", type=Path, help="file for the figures")
    options = parser.parse_args()
    corpus = Corpus(ROOT / "content")
    results: dict[str, Any] = {}
    for size in [0, *(int(size) for size in options.sizes.split(",") if size)]:
        with tempfile.TemporaryDirectory() as temporary:
            label, content = corpus.catalogue(size, Path(temporary))
            print(f"{label} …", file=sys.stderr)
            index = Path(temporary, "index")
            write_index(content, index, whole_index=True)
            results[label] = ask(index, options.queries, options.seed)
    print_results(results)
    if options.json:
        figures = {"name": "search_exactness", "machine": machine(), "results": results}
        options.json.write_text(json.dumps(figures, indent=1) + "\n")
    if any(row["exact"] != row["queries"] for result in results.values() for row in result["kinds"].values()):
        raise SystemExit(1)


def ask(index: Path, queries: int, seed: int) -> dict[str, Any]:
    """Ask both and return what ``bench/search_exactness.mjs`` says."""
    script = ROOT / "bench/search_exactness.mjs"
    done = subprocess.run(
        [*node.command("node"), "--max-old-space-size=8000", str(script), str(index), str(queries), str(seed)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def print_results(results: dict[str, Any]) -> None:
    """Print what was exact per kind of query, and what ranking took."""
    rows = [
        {"kind": kind} | {label: _exact(result["kinds"][kind]) for label, result in results.items()}
        for kind in next(iter(results.values()))["kinds"]
    ]
    totals = {label: _exact(_total(result["kinds"].values())) for label, result in results.items()}
    print_table([*rows, {"kind": "all"} | totals])
    print()
    print_table(
        [
            {"ranking, ms": name}
            | {f"{label}, p50 / p95": _percentiles(result["milliseconds"][name]) for label, result in results.items()}
            for name in next(iter(results.values()))["milliseconds"]
        ]
    )


def _total(rows: Any) -> dict[str, int]:
    listed = list(rows)
    return {key: sum(row[key] for row in listed) for key in listed[0]}


def _exact(row: dict[str, int]) -> str:
    return f"{row['exact']} of {row['queries']} ({row['results']:,} results)"


def _percentiles(values: Sequence[float]) -> str:
    ordered = sorted(values)
    return " / ".join(f"{ordered[min(len(ordered) - 1, int(len(ordered) * part))]:.2f}" for part in (0.5, 0.95))


if __name__ == "__main__":
    main()
