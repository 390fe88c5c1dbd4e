"""How much time and memory does making the search index take?

``make bench NAME=search_index [SIZES=1000,10000]``: whole processes; their other work is a row of
its own. Pagefind makes its index from a small page per entry.
"""

from __future__ import annotations

import sys
from pathlib import Path

from bench.harness import ROOT, compare_sizes, install_node_packages
from bench.search_common import PAGEFIND, load, texts_of, write_pages
from lunr_shards.write import write_files
from mvo_catalogue.search.index import build_documents, make_search, read_terms


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
        case _:
            install_node_packages()
            rows = {"reading": "read", "reading, index": "index", "reading, pages for Pagefind": "pages"}
            commands = {title: [*program, name] for title, name in rows.items()}
            compare_sizes(__doc__, {**commands, "Pagefind": [*PAGEFIND, "site"]})


if __name__ == "__main__":
    main()
