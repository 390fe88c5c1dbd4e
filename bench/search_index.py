"""How much time and memory does making the search index take, and how large are its files?

``make bench NAME=search_index [SIZES=1000,10000] [JSON=figures.json]``: whole processes; their other work is a row of
its own. Pagefind makes its index from a small page per entry. ``python -m bench.search_index files FOLDER`` prints the
sizes of the files of an index, such as that in ``output/zoekindex``.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from pathlib import Path

import brotli

from bench.harness import ROOT, compare_sizes, print_table
from bench.search_common import PAGEFIND, install_peers, load, texts_of, write_pages
from lunr_shards.write import write_files
from mvo_catalogue.search.index import build_documents, make_search, read_terms

SAMPLE = 400
"""The number of files of a kind that are compressed to estimate the size of all."""


def main() -> None:
    """Measure and print, or run the measured work."""
    program = ["env", f"PYTHONPATH={ROOT}", sys.executable, "-m", "bench.search_index"]
    match sys.argv[1:]:
        case ["read"]:
            load(Path("content"))
        case ["index"]:
            write_files(make_search(load(Path("content")), whole_index=False), Path("index"))
        case ["pages"]:
            catalogue = load(Path("content"))
            write_pages(map(texts_of, build_documents(catalogue, read_terms(catalogue))), Path("site"))
        case ["files", folder]:
            print_table(measure_files(Path(folder)))
        case _:
            install_peers()
            rows = {"reading": "read", "reading, index": "index", "reading, pages for Pagefind": "pages"}
            commands = {title: [*program, name] for title, name in rows.items()}
            compare_sizes(__doc__, "search_index", {**commands, "Pagefind": [*PAGEFIND, "site"]})


def measure_files(index: Path) -> list[dict[str, str]]:
    """Return how many files of each kind there are, and their sizes: raw, with brotli, and of one file with brotli."""
    kinds: defaultdict[str, list[Path]] = defaultdict(list)
    for file in sorted(index.glob("*.json")):
        kinds[re.split(r"[-.]", file.name)[0]].append(file)
    rows = []
    for kind, files in kinds.items():
        sample = files[:: max(1, len(files) // SAMPLE)]
        packed = sorted(len(brotli.compress(file.read_bytes())) for file in sample)
        rows.append(
            {
                "kind": kind,
                "files": f"{len(files):,}",
                "raw, kB": f"{sum(file.stat().st_size for file in files) / 1000:,.1f}",
                "brotli, kB": f"{sum(packed) / len(packed) * len(files) / 1000:,.1f}",
                "one, brotli, bytes: p50": f"{packed[len(packed) // 2]:,}",
                "largest": f"{packed[-1]:,}",
            }
        )
    return rows


if __name__ == "__main__":
    main()
