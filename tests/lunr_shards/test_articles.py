"""The index of an ordinary Pelican site."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tools import node

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = f"""
SITENAME = "Buurtblad"
TIMEZONE = "Europe/Amsterdam"
PATH = "content"
PLUGIN_PATHS = [{str(ROOT / "plugins")!r}]
PLUGINS = ["lunr_shards"]
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
"""
ARTICLE = """<html><head><title>{title}</title>
<meta name="date" content="{date}"><meta name="category" content="{category}"><meta name="tags" content="{tags}">
</head><body><p>{text}</p><p>Tot ziens.</p></body></html>
"""
ARTICLES = [
    ("Klusbus rijdt uit", "2026-01-03", "Wonen", "klussen, buurt", "De bus helpt bewoners met <em>klussen</em>."),
    ("Straatfeest", "2026-01-01", "Buurt", "buurt", "Bewoners &amp; ondernemers vieren feest."),
    ("Tweedehands", "2026-01-02", "Buurt", "", "De kringloop ruilt spullen voor klussen."),
]
ASK = """
import { openIndex } from "./theme/js/lunr-shards/open-index.js";
import { splitWords } from "./theme/js/lunr-shards/split-words.js";
import { readFileSync } from "node:fs";

const read = async (address) => JSON.parse(readFileSync(address));
const engine = await openIndex(`${process.argv[1]}/manifest.json`, read);
const ask = async (text) => engine.stored((await engine.search(splitWords(text).map((term) => ({ term })))).documents);
const everything = [0, 1, 2];
console.log(JSON.stringify({
  answers: [await ask("Klussen!"), await ask("feest"), await ask("ondernemers ziens"), await ask("em")],
  newest: await engine.stored(await engine.ordered("newest", everything, 2)),
  facets: Object.fromEntries(await engine.facets(everything)),
}));
"""


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with the index of a built site of three articles."""
    site = tmp_path_factory.mktemp("buurtblad")
    (site / "content").mkdir()
    for number, (title, date, category, tags, text) in enumerate(ARTICLES):
        article = ARTICLE.format(title=title, date=date, category=category, tags=tags, text=text)
        (site / "content" / f"{number}.html").write_text(article, encoding="utf-8")
    (site / "pelicanconf.py").write_text(SETTINGS, encoding="utf-8")
    command = [sys.executable, "-m", "pelican", "--settings", "pelicanconf.py", "--fatal", "errors"]
    done = subprocess.run(command, cwd=site, env=dict(os.environ), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return site / "output" / "search"


def test_articles_are_found_by_words_date_category_and_tag(search: Path) -> None:
    command = [*node.command("node"), "--input-type=module", "--eval", ASK, str(search)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)

    titles = [[title for title, *_ in answer] for answer in found["answers"]]
    assert titles == [["Klusbus rijdt uit", "Tweedehands"], ["Straatfeest"], ["Straatfeest", *titles[2][1:]], []]
    assert len(titles[2]) == 3
    assert found["newest"] == [
        ["Klusbus rijdt uit", "klusbus-rijdt-uit.html", "De bus helpt bewoners met klussen . Tot ziens.", "2026-01-03"],
        ["Tweedehands", "tweedehands.html", "De kringloop ruilt spullen voor klussen. Tot ziens.", "2026-01-02"],
    ]
    assert [(choice["label"], choice["count"]) for choice in found["facets"]["category"]] == [
        ("Buurt", 2),
        ("Wonen", 1),
    ]
    assert {choice["value"] for choice in found["facets"]["tag"]} == {"klussen", "buurt"}


def test_any_client_of_lunr_can_load_the_index(search: Path) -> None:
    """As one file."""
    whole = json.loads((search / "lunr.json").read_text(encoding="utf-8"))
    assert whole["fields"] == ["title", "tags", "text"]
    assert "klusbus" in dict(whole["invertedIndex"])
