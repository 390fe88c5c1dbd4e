"""How good are the answers? ``make bench NAME=search_quality``.

``queries.json`` has queries in the words of people at housing associations, with the relevant entries graded 2 (what
they look for) or 1 (useful too). The held-out part (``apart``) was not looked at, query by query, during development.
``sentences.json`` has whole sentences (``zinnen``) and ``readers.json`` more of the same (``lezers``), both written and
judged without seeing any search results; those of the readers are never looked at. Entries that no longer exist are
skipped, and so are queries without any entry left. ``unknown_words.txt`` has real words and names, one per line, that
are in no entry and must not be corrected into one. ``pairs.json`` has pairs of a word in a document and a query that
must find it; each word is in a document of its own among a hundred entries.
"""

from __future__ import annotations

import json
from pathlib import Path

from bench.harness import ROOT, install_node_packages, print_table
from bench.search_common import load, run_node, texts_of
from lunr_shards.builder import ref_order
from lunr_shards.write import Document, write_index
from mvo_catalogue.search.compounds import Terms
from mvo_catalogue.search.index import FIELD_BOOSTS, build_documents, build_options, read_terms

HERE = Path(__file__).resolve().parent
BACKGROUND = 100


def main() -> None:
    """Prepare the indexes, run all queries and print the scores."""
    install_node_packages()
    work = ROOT / ".build/search_quality"
    catalogue = load(ROOT / "content")
    terms = read_terms(catalogue)
    documents = list(build_documents(catalogue, terms))
    pairs = json.loads((HERE / "pairs.json").read_text())
    refs = {pair["woord"]: f"woord-{number}" for number, pair in enumerate(pairs)}
    options = build_options(catalogue, terms)
    pages = [write_page(ref, word, terms) for word, ref in refs.items()]
    for name, corpus in (("queries", documents), ("pairs", [*pages, *documents[:BACKGROUND]])):
        write_index(sorted(corpus, key=lambda document: ref_order(document.ref)), work / name, options)
        (work / name / "documents.json").write_text(json.dumps(list(map(texts_of, corpus))))
    known = {document.ref for document in documents}
    judged = (json.loads((HERE / f"{name}.json").read_text()) for name in ("queries", "sentences", "readers"))
    queries = [query for part in judged for query in part]
    for query in queries:
        query["goed"] = {ref: grade for ref, grade in query["goed"].items() if ref in known}
    task = {
        "boosts": FIELD_BOOSTS,
        "queries": [query for query in queries if query["goed"]],
        "pairs": [{**pair, "ref": refs[pair["woord"]]} for pair in pairs],
    }
    (work / "task.json").write_text(json.dumps(task))
    results = json.loads(run_node("search_quality/run.mjs", work))
    for title, rows in results["tables"].items():
        print(f"\n{title}\n")
        print_table(rows)
    print("\n".join(["\nmissed by ours: pairs, and queries for development\n", *results["misses"]]))


def write_page(ref: str, word: str, terms: Terms) -> Document:
    """Return a document with one word, among some that are in no pair."""
    text = f"Hier staat vandaag {word} op deze bladzijde."
    fields = {**dict.fromkeys(FIELD_BOOSTS, ""), "titel": f"Pagina {ref}", "aanpak": text, "delen": terms.parts([text])}
    return Document(ref, fields, [ref])


if __name__ == "__main__":
    main()
