"""How long does the search index take to make, how much memory, and how large are its files?

``make bench NAME=search_index [SIZES=1000,10000] [JSON=figures.json]``: one process per run, on one core. It reads the
content too, as the memory of the catalogue is there all the while; the seconds are those of the index alone. Pagefind
makes its own from a small page per entry, on all cores, in turns with ours: what else the machine does slows both.
"""

from __future__ import annotations

import datetime
import re
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

import brotli

from bench.corpus import Corpus
from bench.harness import Run, keep, measure, parse_arguments, print_table, spread
from bench.search_quality.peers import install_peers
from bench.search_speed.indexes import PEERS, build_pagefind, write_page
from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.reports.text import text_lines
from mvo_catalogue.search.documents import build_fields
from mvo_catalogue.search.write import write_search
from mvo_catalogue.validation.load import load_catalogue

ROOT = Path(__file__).resolve().parent.parent
_DAY = datetime.date(2026, 11, 21)
_SAMPLE = 400
"""How many files of a kind are compressed to estimate all of them."""


def main() -> None:
    """Measure and print."""
    if sys.argv[1:2] == ["write"]:
        print(write_index(Path(sys.argv[2]), Path(sys.argv[3])))
        return
    options = parse_arguments(__doc__, "1000,10000")
    install_peers(PEERS)
    corpus = Corpus(ROOT / "content")
    figures: dict[str, list[Run]] = {}
    sizes: dict[str, list[dict[str, str]]] = {}
    for size in [0, *options.sizes]:
        with tempfile.TemporaryDirectory() as temporary:
            label, content = corpus.catalogue(size, Path(temporary))
            print(f"{label} …", file=sys.stderr)
            site = write_site(content, Path(temporary, "site"))
            for number in range(min(options.runs, 3)):
                figures.setdefault(label, []).append(_measure(content, Path(temporary, f"index-{number}")))
                figures.setdefault(f"{label}, Pagefind", []).append(build_pagefind(site))
            sizes[label] = list(measure_files(Path(temporary, "index-0")))
    print_table(
        [
            {
                "practices": label,
                "seconds, median (min-max)": spread([run.seconds for run in runs]),
                "CPU seconds": spread([run.cpu_seconds for run in runs]),
                "peak memory with the catalogue, MB": spread([run.memory_mb for run in runs]),
            }
            for label, runs in figures.items()
        ]
    )
    for label, rows in sizes.items():
        print(f"\n{label}\n")
        print_table(rows)
    keep(options.json, "search_index", figures)


def _measure(content: Path, output: Path) -> Run:
    """Write the index in a process of its own on one core; return the seconds of the index, the memory of all."""
    program = [sys.executable, "-m", "bench.search_index", "write", str(content), str(output)]
    run = measure(["taskset", "--cpu-list", "0", *program], ROOT)
    seconds, cpu_seconds = map(float, (output / "seconds").read_text().split())
    return Run(seconds, cpu_seconds, run.memory_mb)


def write_index(content: Path, output: Path, *, whole_index: bool = False) -> float:
    """Write the index of a content folder; return the seconds that it took, which ``seconds`` beside it has too."""
    catalogue = load(content)
    start, cpu_start = time.perf_counter(), time.process_time()
    write_search(catalogue, output, whole_index=whole_index)
    seconds, cpu_seconds = time.perf_counter() - start, time.process_time() - cpu_start
    (output / "seconds").write_text(f"{seconds} {cpu_seconds}")
    return seconds


def write_site(content: Path, site: Path) -> Path:
    """Write a page per entry for Pagefind, and return the folder."""
    catalogue = load(content)
    for practice in catalogue.practices.values():
        write_page(build_fields(practice, catalogue), site / practice.slug)
    return site


def load(content: Path) -> Catalogue:
    """Return what is published of a content folder.

    Raises:
        SystemExit: it has mistakes.
    """
    catalogue, report = load_catalogue(content, _DAY)
    if report.has_errors:
        raise SystemExit("\n".join(text_lines(report)))
    return catalogue.published()


def measure_files(index: Path) -> list[dict[str, str]]:
    """Return how many files of each kind there are, and their sizes: raw, with brotli, and of one file with brotli."""
    kinds: dict[str, list[Path]] = defaultdict(list)
    for file in sorted(index.glob("*.json")):
        kinds[_kind(file.name)].append(file)
    rows = []
    for kind, files in kinds.items():
        sample = files[:: max(1, len(files) // _SAMPLE)]
        packed = sorted(len(brotli.compress(file.read_bytes())) for file in sample)
        rows.append(
            {
                "kind": kind,
                "files": f"{len(files):,}",
                "raw, kB": f"{sum(file.stat().st_size for file in files) / 1000:,.1f}",
                "brotli, kB": f"{sum(packed) / len(packed) * len(files) / 1000:,.1f}",
                "one, brotli, bytes: p50": f"{packed[len(packed) // 2]:,}",
                "p95": f"{packed[min(len(packed) - 1, int(len(packed) * 0.95))]:,}",
                "largest": f"{packed[-1]:,}",
            }
        )
    return rows


def _kind(name: str) -> str:
    return re.split(r"-(?=\d)|\.", name)[0] if not name.startswith("texts-") else "texts"


if __name__ == "__main__":
    main()
