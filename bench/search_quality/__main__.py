"""How good are the answers? ``make bench NAME=search_quality``, or ``python -m bench.search_quality [--misses]``.

``queries.json`` holds queries in the words of people at housing associations with the entries that belong on top,
graded 2 (what they look for) or 1 (useful too). The part that is set apart (``apart``) was not looked at, query by
query, while the search was made. An entry that is gone by now judges nothing, nor does a query without any entry left.
``pairs.json`` holds pairs of a word in a document and a query that must find it; each word has a page of its own among
a hundred entries.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.harness import ROOT, keep, print_table
from bench.search_common import PEERS, build_pagefind, install_peers, load, run_node, texts_of, write_pages
from lunr_shards.builder import ref_order
from lunr_shards.write import Document, write_index
from mvo_catalogue.search.compounds import compound_parts, read_corrections
from mvo_catalogue.search.documents import FIELD_BOOSTS
from mvo_catalogue.search.write import build_documents, build_options

HERE = Path(__file__).resolve().parent
MEASURES = ("recall@10", "MRR", "nDCG@10", "hits")
BACKGROUND = 100


def main() -> None:
    """Prepare the indexes, ask everything and print what came out."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="list what ours missed, of the part to develop with")
    parser.add_argument("--json", type=Path, help="file for the figures")
    options = parser.parse_args()
    install_peers()
    work = ROOT / ".build/search_quality"
    catalogue = load(ROOT / "content")
    documents = list(build_documents(catalogue))
    pairs = json.loads((HERE / "pairs.json").read_text())
    refs = {pair["woord"]: f"woord-{number}" for number, pair in enumerate(pairs)}
    corrections = read_corrections(catalogue.vocabularies["samenstellingen"])
    pages = [write_page(ref, word, corrections) for word, ref in refs.items()]
    for name, corpus in (("queries", documents), ("pairs", [*pages, *documents[:BACKGROUND]])):
        write_index(sorted(corpus, key=lambda document: ref_order(document.ref)), work / name, build_options(catalogue))
        texts = [texts_of(document) for document in corpus]
        (work / name / "documents.json").write_text(json.dumps(texts))
        build_pagefind(write_pages(texts, work / name / "site"))
    known = {document.ref for document in documents}
    queries = json.loads((HERE / "queries.json").read_text())
    for query in queries:
        query["goed"] = {ref: grade for ref, grade in query["goed"].items() if ref in known}
    task = {
        "peers": str(PEERS),
        "boosts": FIELD_BOOSTS,
        "queries": [query for query in queries if query["goed"]],
        "pairs": [{**pair, "ref": refs[pair["woord"]]} for pair in pairs],
    }
    (work / "task.json").write_text(json.dumps(task))
    results = json.loads(run_node("search_quality/run.mjs", work))
    print_results(results)
    print("\n".join([*results["missed pairs"], *(results["misses"] if options.misses else [])]))
    keep(options.json, "search_quality", results)


def write_page(ref: str, word: str, corrections: Mapping[str, tuple[str, ...]]) -> Document:
    """Return a document that holds one word among some that no pair has."""
    text = f"Hier staat vandaag {word} op deze bladzijde."
    parts = " ".join(compound_parts([text], corrections))
    fields = {**dict.fromkeys(FIELD_BOOSTS, ""), "titel": f"Pagina {ref}", "aanpak": text, "delen": parts}
    return Document(ref, fields, [ref])


def print_results(results: Mapping[str, Any]) -> None:
    """Print a table per part of the queries, one per kind of query for ours, and one for the pairs."""
    for part, engines in results["queries"].items():
        print(f"\nQueries, {part} ({results['counts'][part]})\n")
        print_table([{"engine": name, **measures(row)} for name, row in engines.items()])
    print("\nOurs, per kind of query\n")
    kinds = results["kinds"].items()
    print_table([{"kind": kind, "queries": str(count), **measures(row)} for kind, (count, row) in kinds])
    print("\nPairs: found of all, and hits per query\n")
    rows = []
    for name, found in results["pairs"].items():
        hits = sum(row[2] for row in found.values()) / sum(row[1] for row in found.values())
        rows.append({"engine": name, **{kind: f"{row[0]}/{row[1]}" for kind, row in found.items()}, "hits": show(hits)})
    print_table(rows)


def measures(row: Sequence[float]) -> dict[str, str]:
    """Return the measures of some queries, by name."""
    return dict(zip(MEASURES, map(show, row), strict=True))


def show(value: float) -> str:
    """Return a measure with three digits, a number of hits with one."""
    return f"{value:.3f}" if value <= 1 else f"{value:.1f}"


if __name__ == "__main__":
    main()
