"""How long does the search index take to make, how much memory, and how large are its files?

``make bench NAME=search_index [SIZES=1000,10000] [JSON=figures.json]``: one process per run, on one core. It reads the
content too, as the memory of the catalogue is there all the while; the seconds are those of the index alone. Pagefind
makes its own from a small page per entry, on all cores, in turns with ours: what else the machine does slows both.
"""

from __future__ import annotations

import re
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

import brotli

from bench.corpus import Corpus
from bench.harness import ROOT, Run, describe_runs, keep, measure, parse_arguments, print_table
from bench.search_common import build_pagefind, install_peers, load, texts_of, write_pages
from mvo_catalogue.search.write import build_documents, write_search

SAMPLE = 400
"""How many files of a kind are compressed to estimate all of them."""


def main() -> None:
    """Measure and print."""
    if sys.argv[1:2] == ["write"]:
        write_index(Path(sys.argv[2]), Path(sys.argv[3]))
        return
    options = parse_arguments(__doc__, "1000,10000", runs=3)
    install_peers()
    corpus = Corpus(ROOT / "content")
    figures: defaultdict[str, list[Run]] = defaultdict(list)
    sizes: dict[str, list[dict[str, str]]] = {}
    for size in [0, *options.sizes]:
        with tempfile.TemporaryDirectory() as temporary:
            label, content = corpus.catalogue(size, Path(temporary))
            print(f"{label} …", file=sys.stderr)
            site = write_pages(map(texts_of, build_documents(load(content))), Path(temporary, "site"))
            for _ in range(options.runs):
                figures[label].append(measure_own(content, Path(temporary, "index")))
                figures[f"{label}, Pagefind"].append(build_pagefind(site))
            sizes[label] = measure_files(Path(temporary, "index"))
    print_table(
        [
            {
                "practices": label,
                **describe_runs(runs),
            }
            for label, runs in figures.items()
        ]
    )
    for label, rows in sizes.items():
        print(f"\n{label}\n")
        print_table(rows)
    keep(options.json, "search_index", figures)


def measure_own(content: Path, output: Path) -> Run:
    """Write the index in a process of its own on one core; return the seconds of the index, the memory of all."""
    program = [sys.executable, "-m", "bench.search_index", "write", str(content), str(output)]
    run = measure(["taskset", "--cpu-list", "0", *program], ROOT)
    seconds, cpu_seconds = map(float, (output / "seconds").read_text().split())
    return Run(seconds, cpu_seconds, run.memory_mb)


def write_index(content: Path, output: Path) -> None:
    """Write the index of a content folder without the whole one, and what it took in ``seconds`` beside it."""
    catalogue = load(content)
    start, cpu_start = time.perf_counter(), time.process_time()
    write_search(catalogue, output, whole_index=False)
    took = time.perf_counter() - start, time.process_time() - cpu_start
    (output / "seconds").write_text(" ".join(map(str, took)))


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
