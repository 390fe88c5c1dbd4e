"""Refs, order and scores of any query are those of stock lunr.js with the whole index."""

from __future__ import annotations

import datetime
import json
import os
import random
import subprocess
from pathlib import Path

import pytest

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.search import documents, lunr_index, shards, write
from mvo_catalogue.validation.load import load_catalogue
from tests.factories import make_catalogue, make_practice
from tests.site.fixtures import ROOT, build
from tools import node


def differences(index: Path, count: int, seed: int = 20261121) -> str:
    """Let Node ask lunr.js and our engine the same random queries; return its report, ``""`` when all are equal."""
    done = subprocess.run(
        [*node.command("node"), "--test", "--test-reporter=spec", "tests/js/search/exactness.mjs"],
        cwd=ROOT,
        env={**os.environ, "INDEX": str(index), "COUNT": str(count), "SEED": str(seed)},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr if done.returncode else ""


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """Return the real catalogue."""
    found, report = load_catalogue(ROOT / "content", datetime.date(2026, 11, 21))
    assert not report.has_errors
    return found.published()


def test_the_index_of_a_site_answers_as_lunr_does(tmp_path: Path) -> None:
    """A site that was built with FULL_INDEX=1, with the files as they are published."""
    build(tmp_path / "site", FULL_INDEX="1")
    assert differences(tmp_path / "site" / "zoekindex", 500) == ""


def test_a_site_has_no_whole_index_unless_asked(built_site: Path) -> None:
    """It is large, and nobody's browser needs it."""
    assert not (built_site / "zoekindex" / write.FULL_INDEX).exists()


def test_small_files_answer_the_same(catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Terms larger than a file, separators in files of their own, many weights stored, and no weight for length."""
    monkeypatch.setattr(documents, "LENGTH_WEIGHT", 0)
    monkeypatch.setattr(write, "SHARD_SIZE", 500)
    monkeypatch.setattr(write, "MOST_HITS_SIZE", 500)
    monkeypatch.setattr(write, "MOST_SEPARATORS", 20)
    monkeypatch.setattr(write, "SEPARATORS_PER_FILE", 7)
    monkeypatch.setattr(shards, "_TIE_MARGIN", 0.1)
    write.write_search(catalogue, tmp_path, full_index=True)
    manifest = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["terms"][1] == 7
    assert any(len(json.loads(file.read_text(encoding="utf-8"))) == 7 for file in tmp_path.glob("terms-[0-9]*.json"))
    assert differences(tmp_path, 200) == ""


_WORDS = [
    *(
        "😀",
        "😀😀",
        "z😀",
        "ﬁ",
        "ﬀ",
        "ﬁz",
        "zﬁ",
        "𠀀",
        "𠀁𠀂",
        "﨎",
        "中",
        "中文",
        "文字",
        "한국",
        "ｶ",
        "é",
        "ø",
        "straße",
    ),
    *("a", "aa", "ab", "a++", "2", "10", "2e", "y", "constructor", "__proto__", "length"),
]


def test_any_characters_answer_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Emoji beside ligatures, Chinese and halves of characters, in the order of UTF-16; names that are numbers."""
    monkeypatch.setattr(lunr_index, "analyse", str.split)
    monkeypatch.setattr(write, "SHARD_SIZE", 120)
    choose = random.Random(7)

    def text(least: int) -> str:
        return " ".join(choose.choices(_WORDS, k=least))

    slugs = [*(f"naam-{number}" for number in range(20)), "9", "10", "2024", "007", "4294967294", "4294967295"]
    practices = [
        make_practice(slug, titel=text(6), samenvatting=text(22), partners=["de-brug"], zoekwoorden=[text(1)])
        for slug in slugs
    ]
    write.write_search(make_catalogue(practices), tmp_path, full_index=True)
    assert differences(tmp_path, 600) == ""
