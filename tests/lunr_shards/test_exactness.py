"""Documents, order and scores of any query equal those of stock lunr.js with the whole index.

``python -m bench.search_exactness`` does this for thousands of queries on the real catalogue and on large ones.
"""

import json
import os
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from lunr_shards.write import Options, Sizes, write_index
from tests.lunr_shards.corpus import FACETS, FIELDS, ODD_REFS, ODD_WORDS, make_documents
from tools import node

ROOT = Path(__file__).resolve().parents[2]
TESTS = "tests/js/lunr-shards/exactness.mjs"
SMALL = Sizes(terms=300, values=300, words=200, most_hits=500, most_separators=20, separators_per_file=7)
LISTED = {key: [key] for key in ("huur", "é", "😀x", "toString")}
OPTIONS = Options(FIELDS, FACETS, str.split, lists={"woord": LISTED})


def differences(index: Path, count: int, only: str = ".") -> str:
    """Run the same random queries on lunr.js and our engine in Node; return the differences, or ``""``.

    ``only`` is a pattern of names of tests in Node, for an index of other documents than those of this file.
    """
    done = subprocess.run(
        [*node.command("node"), "--test", "--test-reporter=spec", f"--test-name-pattern={only}", TESTS],
        cwd=ROOT,
        env={**os.environ, "INDEX": str(index), "COUNT": str(count), "SEED": "7"},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr if done.returncode else ""


@pytest.mark.parametrize("length_weight", [0, 0.75])
def test_results_equal_those_of_lunr(tmp_path, length_weight):
    """With any weight of the length."""
    write_index(make_documents(), tmp_path, replace(OPTIONS, length_weight=length_weight))
    assert differences(tmp_path, 300) == ""


def test_small_files_give_the_same_results(tmp_path):
    """Terms larger than a file, files of separators, and many stored weights."""
    write_index(make_documents(), tmp_path, replace(OPTIONS, sizes=SMALL, tie_margin=0.1))
    manifest = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["terms"][1] == 7
    assert any(len(json.loads(file.read_text(encoding="utf-8"))) == 7 for file in tmp_path.glob("terms-[0-9]*.json"))
    assert differences(tmp_path, 200) == ""


def test_any_characters_give_the_same_results(tmp_path):
    """In UTF-16 order; integer names too."""
    sizes = replace(SMALL, terms=120)
    write_index(make_documents(words=ODD_WORDS, refs=ODD_REFS), tmp_path, replace(OPTIONS, sizes=sizes))
    assert differences(tmp_path, 400) == ""
