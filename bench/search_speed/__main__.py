"""How fast is the search, and how many bytes does it take, beside other engines that need no server?

``make bench NAME=search_speed [SIZES=165,1000,10000,30000,100000] [JSON=figures.json]``: in headless Chromium against a
server on this machine that sends brotli. 165 is the real catalogue, the others are generated. Cold is a browser that
has seen nothing; warm a session that goes on. Our manifest is loaded beside our script, as the pages of the site do;
Pagefind's script asks for its own first files. The other engines are installed for this only, below ``.build``.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bench.corpus import Corpus
from bench.harness import Run, machine, print_table, spread
from bench.search_quality.peers import install_peers
from bench.search_speed.browsing import SLOW_4G, Bench, Figures, open_server
from bench.search_speed.indexes import (
    CLASSES,
    HERE,
    LARGEST,
    PEERS,
    ROOT,
    WORK,
    build_own,
    build_pagefind,
    prepare,
)
from tools import node
from tools.browser import open_browser

ENGINES = {"ours": "ours", "lunr": "whole Lunr", "pagefind": "Pagefind", "minisearch": "MiniSearch"}
LINES = {"no throttle": None, "slow 4G": SLOW_4G}
WORDS = {"no throttle": 5, "slow 4G": 3}
"""How many words per frequency class are asked."""

BUILT = 10_000
"""The size at which making the index is measured."""

AIMS = {
    "bytes / Pagefind": {1_000: 0.25, 10_000: 0.20, 30_000: 0.12},
    "kB": {100_000: 70.0},
    "ranking p95, ms": {10_000: 10.0},
}
SHOWN_AIM = 0.5
"""First shown result, as a part of Pagefind's time, at each size and on each line."""

Results = dict[int, dict[str, dict[str, Figures]]]
"""Figures per size, line and engine."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--sizes", default="165,1000,10000,30000,100000", help="numbers of entries, separated by commas"
    )
    parser.add_argument("--engines", default=",".join(ENGINES), help="names of engines, separated by commas")
    parser.add_argument("--json", type=Path, help="file for the figures")
    options = parser.parse_args()
    sizes = [int(size) for size in options.sizes.split(",")]
    install_peers(PEERS)
    bundle = [*node.command("node"), str(HERE / "bundle.mjs"), str(PEERS), str(WORK / "engines")]
    subprocess.run(bundle, cwd=ROOT, check=True)
    corpus = Corpus(ROOT / "content")
    results: Results = {}
    builds: dict[str, list[Run]] = {}
    for size in sizes:
        print(f"{size:,} …", file=sys.stderr)
        folder = prepare(corpus, size)
        engines = [name for name in options.engines.split(",") if size <= LARGEST.get(name, size)]
        results[size] = measure_size(folder, engines)
        if size == BUILT:
            builds["ours"] = [build_own(folder, size) for _ in range(3)]
            builds["Pagefind"] = [build_pagefind(folder / "site") for _ in range(2)]
        if options.json:
            options.json.write_text(json.dumps(as_json(results, builds), indent=1) + "\n")
    print_results(results)
    if builds:
        print_builds(builds)
    print_aims(results, builds)


def measure_size(folder: Path, engines: Sequence[str]) -> dict[str, dict[str, Figures]]:
    """Measure the engines on one catalogue, on each line."""
    drawn = json.loads((folder / "words.json").read_text())
    folders = {
        "/engines/": WORK / "engines",
        "/ours/": folder / "ours",
        "/lunr/": folder / "lunr",
        "/shown/": folder / "shown",
        "/minisearch/": folder / "minisearch",
        "/pagefind/": folder / "site/pagefind",
    }
    figures: dict[str, dict[str, Figures]] = {}
    with open_server(folders) as address, open_browser() as browser:
        for line, network in LINES.items():
            bench = Bench(browser, address, network)
            figures[line] = {}
            for engine in engines:
                print(f"  {ENGINES[engine]}, {line}", file=sys.stderr)
                cold, warm, typed = choose_words(drawn, WORDS[line])
                if network is None:
                    bench.warm_up(engine, [*cold, *warm], typed)
                elif engine in ("lunr", "minisearch"):
                    cold = cold[:: WORDS[line]]  # the same file for every word, and a large one
                figures[line][engine] = Figures()
                bench.cold(engine, cold, figures[line][engine])
                bench.session(engine, warm, typed, figures[line][engine])
    return figures


def choose_words(drawn: Mapping[str, Sequence[str]], count: int) -> tuple[list[str], list[str], list[str]]:
    """Return words of each class: to ask cold, to ask in a session, and to type; no word is in two of them."""
    cold = [word for name in CLASSES for word in drawn[name][:count]]
    warm = [word for name in CLASSES for word in drawn[name][10 : 10 + count]]
    typed = [word for name in CLASSES for word in drawn[name][20:22]]
    return cold, warm, typed


def as_json(results: Results, builds: Mapping[str, Sequence[Run]]) -> dict[str, Any]:
    """Return all figures."""
    return {
        "name": "search_speed",
        "machine": machine(),
        "figures": {
            size: {
                line: {engine: asdict(figures) for engine, figures in engines.items()}
                for line, engines in lines.items()
            }
            for size, lines in results.items()
        },
        "builds": {engine: [asdict(run) for run in runs] for engine, runs in builds.items()},
    }


def print_results(results: Results) -> None:
    """Print a table per line."""
    for line in LINES:
        print(f"\n{line}: cold, median (min-max); the others p50 / p95\n")
        print_table(
            [
                {
                    "entries": f"{size:,}",
                    "engine": ENGINES[engine],
                    "kB": spread([count / 1000 for count in found.bytes]),
                    "requests": f"{statistics.median(found.requests):.0f}",
                    "first ranked, ms": spread(found.ranked),
                    "first shown, ms": spread(found.shown),
                    "new query, warm, ms": percentiles(found.warm),
                    "key stroke, ms": percentiles(found.stroke),
                    "ranking, loaded, ms": percentiles(found.ranking),
                    "heap, MB": f"{found.heap_mb:.1f}",
                }
                for size, lines in results.items()
                for engine, found in lines.get(line, {}).items()
            ]
        )


def print_builds(builds: Mapping[str, Sequence[Run]]) -> None:
    """Print what making the index took."""
    print(f"\nMaking the index of {BUILT:,} entries\n")
    print_table(
        [
            {
                "engine": engine,
                "seconds": spread([run.seconds for run in runs]),
                "CPU seconds": spread([run.cpu_seconds for run in runs]),
                "peak memory, MB": spread([run.memory_mb for run in runs]),
            }
            for engine, runs in builds.items()
        ]
    )


def print_aims(results: Results, builds: Mapping[str, Sequence[Run]]) -> None:
    """Print what was aimed at beside what came out."""
    rows = []
    for size, lines in results.items():
        for line, engines in lines.items():
            rows += [compare(size, line, *row) for row in aims_of(size, line, engines)]
    if builds:
        ours, pagefind = builds["ours"], builds["Pagefind"]
        ratio = statistics.median(run.seconds for run in ours) / statistics.median(run.seconds for run in pagefind)
        rows.append(compare(BUILT, "", "making the index / Pagefind", ratio, 0.5))
        rows.append(
            compare(BUILT, "", "memory to make the index, MB", statistics.median(run.memory_mb for run in ours), 300)
        )
    if rows:
        print("\nAims\n")
        print_table(rows)


def aims_of(size: int, line: str, engines: Mapping[str, Figures]) -> list[tuple[str, float, float]]:
    """Return what there is an aim for: its name, what came out and the aim."""
    ours, pagefind = engines.get("ours"), engines.get("pagefind")
    rows: list[tuple[str, float, float]] = []
    if ours is None:
        return rows
    if line == "no throttle":
        if aim := AIMS["kB"].get(size):
            rows.append(("kB", statistics.median(ours.bytes) / 1000, aim))
        if aim := AIMS["ranking p95, ms"].get(size):
            rows.append(("ranking p95, ms", percentile(ours.ranking, 0.95), aim))
        if pagefind and (aim := AIMS["bytes / Pagefind"].get(size)):
            rows.append(("kB / Pagefind", statistics.median(ours.bytes) / statistics.median(pagefind.bytes), aim))
    if pagefind:
        rows.append(
            ("first shown / Pagefind", statistics.median(ours.shown) / statistics.median(pagefind.shown), SHOWN_AIM)
        )
        rows.append(("new query, warm / Pagefind", statistics.median(ours.warm) / statistics.median(pagefind.warm), 1))
    return rows


def compare(size: int, line: str, what: str, found: float, aim: float) -> dict[str, str]:
    """Return a row of the table of aims."""
    digits = 2 if aim <= 1 else 1
    verdict = "yes" if found <= aim else "no"
    return {
        "entries": f"{size:,}",
        "line": line,
        "figure": what,
        "found": f"{found:.{digits}f}",
        "aim, at most": f"{aim:.{digits}f}",
        "reached": verdict,
    }


def percentiles(values: Sequence[float]) -> str:
    """Return the middle and the 95th percentile."""
    return f"{percentile(values, 0.5):.1f} / {percentile(values, 0.95):.1f}"


def percentile(values: Sequence[float], part: float) -> float:
    """Return the value below which that part of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]


if __name__ == "__main__":
    main()
