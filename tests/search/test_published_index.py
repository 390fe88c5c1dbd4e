"""``zoekindex/lunr.json`` is the index that readers search, for any client of Lunr 2."""

import json
import subprocess
from pathlib import Path
from typing import Any

from lunr.index import Index
from lunr.query import Query

from tests.site.fixtures import ROOT
from tools import node

EVERY = 61
"""The share of terms and prefixes that are searched."""


def test_stock_lunr_js_and_lunr_py_find_what_readers_find(collection_site: Path) -> None:
    """The same documents and scores, for terms and prefixes."""
    folder = collection_site / "zoekindex"
    whole = json.loads((folder / "lunr.json").read_text(encoding="utf-8"))
    terms = [term for term, _ in whole["invertedIndex"]][::EVERY]
    queries = [*([{"term": term}] for term in terms), *([{"term": term[:3] + "*"}] for term in terms)]
    queries += [[{"term": one}, {"term": other, "boost": 3}] for one, other in zip(terms, reversed(terms), strict=True)]
    done = subprocess.run(
        [*node.command("node"), "tests/js/lunr-shards/ask-both.mjs", str(folder)],
        cwd=ROOT,
        input=json.dumps(queries),
        capture_output=True,
        text=True,
        check=True,
    )
    answers = json.loads(done.stdout)
    index = Index.load(whole)

    assert len(answers) == len(queries) > 100
    for clauses, (from_lunr, from_engine) in zip(queries, answers, strict=True):
        assert from_lunr == from_engine, clauses
        assert ask(index, clauses) == {ref: round(score, 9) for ref, score in zip(*from_lunr, strict=True)}, clauses
    assert sum(len(refs) > 1 for (refs, _), _ in answers) > len(queries) / 2


def test_existing_words_and_names_are_not_corrected(collection_site: Path) -> None:
    """They are ignored, and named as such."""
    command = [*node.command("node"), "tests/js/search/corrected.mjs", str(collection_site / "zoekindex")]
    words = (ROOT / "bench/search_quality/unknown_words.txt").read_text(encoding="utf-8")
    done = subprocess.run(
        command, cwd=ROOT, input=f"energiearmoedde\n{words}", capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout) == ["energiearmoedde"]


def ask(index: Index, clauses: list[dict[str, Any]]) -> dict[str, float]:
    """Return the score of each document that lunr.py finds; it lists those with equal scores in another order."""
    query = Query(index.fields)
    for clause in clauses:
        query.term(clause["term"], boost=clause.get("boost", 1), use_pipeline=False)
    return {hit["ref"]: round(hit["score"], 9) for hit in index.query(query)}
