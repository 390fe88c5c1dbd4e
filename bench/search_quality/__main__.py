"""How good are the answers? ``make bench NAME=search_quality``, or ``python -m bench.search_quality [--misses]``.

``queries.json`` holds queries in the words of people at housing associations with the entries that belong on top,
graded 2 (what they look for) or 1 (useful too). The part that is set apart (``apart``) was not looked at, query by
query, while the search was made. ``pairs.json`` holds pairs of a word in a document and a query that must find it; each
word has a page of its own among a hundred entries.
"""

from __future__ import annotations

import argparse
import datetime
import json
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.harness import machine, print_table
from bench.search_quality.peers import install_peers, write_pagefind_site, write_stems
from lunr_shards.builder import CompactBuilder, ref_order
from mvo_catalogue.search.analysis import STOP_WORDS, analyse
from mvo_catalogue.search.compounds import compound_parts, read_corrections
from mvo_catalogue.search.documents import FIELD_BOOSTS, LENGTH_WEIGHT, build_fields
from mvo_catalogue.search.synonyms import build_synonyms
from mvo_catalogue.validation.load import load_catalogue

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
MEASURES = ("recall@10", "MRR", "nDCG@10", "hits")
BACKGROUND = 100


def main() -> None:
    """Prepare the indexes, ask everything and print what came out."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="list what ours missed, of the part to develop with")
    parser.add_argument("--json", type=Path, help="file for the figures")
    options = parser.parse_args()
    peers, work = ROOT / ".build/bench-peers", ROOT / ".build/search_quality"
    install_peers(peers)
    catalogue, _ = load_catalogue(ROOT / "content", datetime.date(2026, 11, 21))
    catalogue = catalogue.published()
    documents = [{"ref": slug, **build_fields(practice, catalogue)} for slug, practice in catalogue.practices.items()]
    pairs = json.loads((HERE / "pairs.json").read_text())
    words = list(dict.fromkeys(pair["woord"] for pair in pairs))
    corrections = read_corrections(catalogue.vocabularies["samenstellingen"])
    pages = [write_page(number, word, corrections) for number, word in enumerate(words)] + documents[:BACKGROUND]
    queries = json.loads((HERE / "queries.json").read_text())
    synonyms = build_synonyms(catalogue.vocabularies["synoniemen"])
    for name, corpus in (("queries", documents), ("pairs", pages)):
        folder = work / name
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "documents.json").write_text(json.dumps(corpus))
        (folder / "index.json").write_text(build_index(corpus))
        write_pagefind_site(peers, corpus, folder / "site")
    asked = [query["vraag"] for query in queries]
    texts = [text for document in [*documents, *pages] for text in document.values()]
    terms = {term for text in [*texts, *asked, *(" ".join(group) for group in synonyms)] for term in analyse(text)}
    write_stems(peers, sorted(terms), work / "stems.json")
    task = {
        "peers": str(peers),
        "boosts": FIELD_BOOSTS,
        "synonyms": synonyms,
        "stopWords": sorted(STOP_WORDS),
        "queries": queries,
        "pairs": [{**pair, "ref": f"woord-{words.index(pair['woord'])}"} for pair in pairs],
    }
    (work / "task.json").write_text(json.dumps(task))
    subprocess.run(["node", HERE / "run.mjs", work], check=True)
    results = json.loads((work / "results.json").read_text())
    print_results(results)
    if options.misses:
        print("\n".join(results["misses"]))
    if options.json:
        figures = {"name": "search_quality", "machine": machine(), **results}
        options.json.write_text(json.dumps(figures, indent=1) + "\n")


def write_page(number: int, word: str, corrections: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Return a document that holds one word among some that no pair has."""
    text = f"Hier staat vandaag {word} op deze bladzijde."
    return {
        "ref": f"woord-{number}",
        **dict.fromkeys(FIELD_BOOSTS, ""),
        "titel": f"Pagina nummer {number}",
        "aanpak": text,
        "delen": " ".join(compound_parts([text], corrections)),
    }


def build_index(documents: Sequence[Mapping[str, str]]) -> str:
    """Return the whole index in Lunr's serialised form."""
    builder = CompactBuilder(analyse)
    builder.b(LENGTH_WEIGHT)
    for name, boost in FIELD_BOOSTS.items():
        builder.field(name, boost)
    for document in sorted(documents, key=lambda document: ref_order(document["ref"])):
        builder.add(document)
    builder.finish()
    return "".join(builder.serialise())


def print_results(results: Mapping[str, Any]) -> None:
    """Print a table per part of the queries, one per kind of query for ours, and one for the pairs."""
    for part, engines in results["queries"].items():
        print(f"\nQueries, {part} ({results['counts'][part]})\n")
        print_table([{"engine": name, **measures(row)} for name, row in engines.items()])
    print("\nOurs, per kind of query\n")
    print_table(
        [{"kind": kind, "queries": str(count), **measures(row)} for kind, (count, row) in results["kinds"].items()]
    )
    print("\nPairs: found of all, and hits per query\n")
    print_table(
        [
            {
                "engine": name,
                **{kind: f"{found}/{count} ({hits / count:.1f})" for kind, (found, count, hits) in kinds.items()},
                "hits per query": show(sum(row[2] for row in kinds.values()) / sum(row[1] for row in kinds.values())),
            }
            for name, kinds in results["pairs"].items()
        ]
    )
    print("\n".join(["", *results["missed pairs"]]))


def measures(row: Sequence[float]) -> dict[str, str]:
    """Return the measures of some queries, by name."""
    return dict(zip(MEASURES, map(show, row), strict=True))


def show(value: float) -> str:
    """Return a measure with three digits, a number of hits with one."""
    return f"{value:.3f}" if value <= 1 else f"{value:.1f}"


if __name__ == "__main__":
    main()
