"""Does the index in small files rank as the whole index in stock lunr.js does?

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
from bench.search_common import load, run_node
from mvo_catalogue.search.index import write_search

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
    for kinds in results.values():
        rows = list(kinds.values())
        kinds["all"] = {key: sum(row[key] for row in rows) for key in rows[0]}
    names = next(iter(results.values()))
    said = "{exact} of {queries} ({results:,} results)"
    columns = results.items()
    print_table([{"kind": name} | {label: said.format(**kinds[name]) for label, kinds in columns} for name in names])
    keep(options.json, "search_exactness", results)
    if any(row["exact"] != row["queries"] for kinds in results.values() for row in kinds.values()):
        raise SystemExit(1)


if __name__ == "__main__":
    main()
