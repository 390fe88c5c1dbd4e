"""The catalogues of the benchmark and their indexes, kept in ``.build/bench`` until what they are made from changes.

``python -m bench.search_speed.indexes CONTENT OUTPUT [--peers] [--full]`` writes those of one catalogue, in a process
of its own: it may need much memory, and its peak is measured.
"""

from __future__ import annotations

import argparse
import datetime
import hashlib
import html
import json
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bench.corpus import Corpus
from bench.harness import Run, measure
from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.search.analysis import analyse
from mvo_catalogue.search.documents import build_fields
from mvo_catalogue.search.write import write_search
from mvo_catalogue.validation.load import load_catalogue
from tools import node

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
WORK = ROOT / ".build/bench/search_speed"
PEERS = ROOT / ".build/bench-peers"

REAL = 165
"""This size stands for the real catalogue, however many entries it has by now."""

LARGEST = {"pagefind": 30_000, "lunr": 10_000, "minisearch": 10_000}
"""Up to how many entries an engine takes part: above it needs too much memory to build, or to load."""

CLASSES = {"common": (0.05, 0.5), "medium": (0.005, 0.05), "rare": (0.0005, 0.005)}
"""Frequency classes: in which part of the entries a word stands."""

_DAY = datetime.date(2026, 11, 21)
_SAMPLE = 3_000
_SHORTEST_WORD = 4
_DOCUMENTS_PER_FILE = 32


def prepare(corpus: Corpus, size: int) -> Path:
    """Return the folder with the indexes of a catalogue of this size; make what is not there or no longer right."""
    folder = WORK / str(size)
    practices = [ROOT / "content/practices", ROOT / "content/partners"]
    peers_digest = _digest([ROOT / "bench/corpus.py", *practices])
    own_digest = _digest(
        [
            ROOT / "content",
            ROOT / "plugins/lunr_shards",
            ROOT / "plugins/mvo_catalogue/search",
            ROOT / "bench/corpus.py",
        ]
    )
    with_peers = size <= max(LARGEST.values())
    command = [sys.executable, "-m", "bench.search_speed.indexes", str(_content(corpus, folder, size)), str(folder)]
    if not _is_made(folder / "own.digest", own_digest):
        whole = ["--full"] if size <= LARGEST["lunr"] else []
        subprocess.run([*command, *whole], cwd=ROOT, env=_environment(), check=True)
        (folder / "own.digest").write_text(own_digest)
    if with_peers and not _is_made(folder / "peers.digest", peers_digest):
        subprocess.run([*command, "--peers"], cwd=ROOT, env=_environment(), check=True)
        index_peers(folder, size)
        (folder / "peers.digest").write_text(peers_digest)
    return folder


def index_peers(folder: Path, size: int) -> None:
    """Let Pagefind and MiniSearch make their indexes; keep what Pagefind's took."""
    if size <= LARGEST["pagefind"]:
        (folder / "build-pagefind.json").write_text(json.dumps(asdict(build_pagefind(folder / "site"))))
    if size <= LARGEST["minisearch"]:
        command = [*node.command("node"), "--max-old-space-size=6000", str(HERE / "minisearch.mjs"), str(PEERS)]
        subprocess.run([*command, folder / "documents.json", folder / "minisearch/index.json"], check=True)


def build_own(folder: Path, size: int) -> Run:
    """Make our index once more, and return what it took: seconds of the index alone, memory of the whole process."""
    content = ROOT / "content" if size == REAL else folder / "content"
    with tempfile.TemporaryDirectory() as temporary:
        command = ["taskset", "--cpu-list", "0", sys.executable, "-m", "bench.search_speed.indexes"]
        run = measure([*command, str(content), temporary], ROOT, _environment())
        took = json.loads(Path(temporary, "build.json").read_text())
    return Run(took["seconds"], took["cpu_seconds"], run.memory_mb)


def build_pagefind(site: Path) -> Run:
    """Let Pagefind index the pages, and return what that took."""
    shutil.rmtree(site / "pagefind", ignore_errors=True)
    return measure([str(PEERS / "node_modules/.bin/pagefind"), "--quiet", "--site", str(site)], ROOT)


def _content(corpus: Corpus, folder: Path, size: int) -> Path:
    if size == REAL:
        folder.mkdir(parents=True, exist_ok=True)
        return ROOT / "content"
    content = folder / "content"
    digest = _digest([ROOT / "content/practices", ROOT / "content/partners", ROOT / "bench/corpus.py"])
    if not _is_made(folder / "content.digest", digest):
        print(f"  {size:,} entries …", file=sys.stderr)
        corpus.write(content, size)
        (folder / "content.digest").write_text(digest)
    shutil.copytree(ROOT / "content/vocabularies", content / "vocabularies", dirs_exist_ok=True)
    return content


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT / "plugins")}


def _is_made(stamp: Path, digest: str) -> bool:
    return stamp.is_file() and stamp.read_text() == digest


def _digest(places: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for place in places:
        for file in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if file.suffix in (".md", ".py", ".yaml"):
                digest.update(f"{file.relative_to(ROOT)}\n".encode() + file.read_bytes())
    return digest.hexdigest()


def main() -> None:
    """Write the indexes of one catalogue."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("content", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--full", action="store_true", help="the whole Lunr index too")
    parser.add_argument("--peers", action="store_true", help="not ours, but what the others index")
    options = parser.parse_args()
    catalogue = load_catalogue(options.content, _DAY)[0].published()
    if options.peers:
        write_peers(catalogue, options.output)
    else:
        write_own(catalogue, options.output, whole_index=options.full)


def write_own(catalogue: Catalogue, output: Path, *, whole_index: bool) -> None:
    """Write our index, the words to search for, and what the index took."""
    shutil.rmtree(output / "ours", ignore_errors=True)
    before = _peak_mb()
    start, cpu_start = time.perf_counter(), time.process_time()
    write_search(catalogue, output / "ours", whole_index=whole_index)
    took = {
        "seconds": time.perf_counter() - start,
        "cpu_seconds": time.process_time() - cpu_start,
        "memory_mb": _peak_mb(),
        "memory_before_mb": before,
    }
    (output / "build.json").write_text(json.dumps(took))
    if whole_index:
        shutil.rmtree(output / "lunr", ignore_errors=True)
        (output / "lunr").mkdir()
        (output / "ours/lunr.json").rename(output / "lunr/index.json")
    (output / "words.json").write_text(json.dumps(draw_words(catalogue)))


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def draw_words(catalogue: Catalogue) -> dict[str, list[str]]:
    """Return words of the catalogue per frequency class, in an order that is the same each time."""
    practices = list(catalogue.practices.values())
    sample = practices[:: max(1, len(practices) // _SAMPLE)]
    counts: Counter[str] = Counter()
    for practice in sample:
        document = build_fields(practice, catalogue)
        counts.update(
            {term for name, text in document.items() if name not in ("ref", "delen") for term in analyse(text)}
        )
    words = [word for word in sorted(counts) if word.isascii() and word.isalpha() and len(word) >= _SHORTEST_WORD]
    drawn = {}
    for name, (least, most) in CLASSES.items():
        # In a small catalogue the rarest words stand in one entry, which is more than the least part.
        low, high = max(1, least * len(sample)), max(1, most * len(sample))
        drawn[name] = [word for word in words if low <= counts[word] <= high]
        random.Random(name).shuffle(drawn[name])
        drawn[name] = drawn[name][:40]
    return drawn


def write_peers(catalogue: Catalogue, output: Path) -> None:
    """Write a page per entry for Pagefind, and for the others the texts of the entries."""
    documents = [{"ref": slug, **build_fields(practice, catalogue)} for slug, practice in catalogue.practices.items()]
    if len(documents) <= LARGEST["pagefind"]:
        shutil.rmtree(output / "site", ignore_errors=True)
        for document in documents:
            write_page(document, output / "site" / document["ref"])
    if len(documents) <= LARGEST["minisearch"]:
        shutil.rmtree(output / "minisearch", ignore_errors=True)
        (output / "minisearch").mkdir()
        texts = [{name: text for name, text in document.items() if name != "delen"} for document in documents]
        (output / "documents.json").write_text(json.dumps(texts))
    if len(documents) <= LARGEST["lunr"]:
        write_shown(documents, output / "shown")


def write_page(document: dict[str, str], folder: Path) -> None:
    """Write the text of an entry as a small page."""
    texts = {name: html.escape(text) for name, text in document.items() if name not in ("ref", "delen")}
    title, summary = texts.pop("titel"), texts["samenvatting"]
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(
        f'<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>{title}</title></head><body>'
        f'<main data-pagefind-body data-pagefind-meta="summary:{summary}"><h1>{title}</h1>'
        f"{''.join(f'<p>{text}</p>' for text in texts.values())}</main></body></html>"
    )


def write_shown(documents: Sequence[dict[str, Any]], folder: Path) -> None:
    """Write what stock Lunr has no place for, title and summary, in files of a few entries; ``refs`` says which."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for start in range(0, len(documents), _DOCUMENTS_PER_FILE):
        few = {
            document["ref"]: [document["titel"], document["samenvatting"]]
            for document in documents[start : start + _DOCUMENTS_PER_FILE]
        }
        (folder / f"{start // _DOCUMENTS_PER_FILE}.json").write_text(json.dumps(few, ensure_ascii=False))
    refs = [document["ref"] for document in documents]
    (folder / "refs.json").write_text(json.dumps(refs[::_DOCUMENTS_PER_FILE]))


if __name__ == "__main__":
    main()
