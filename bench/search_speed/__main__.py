"""How fast is the search, and how many bytes does it load, compared with Pagefind, which needs no server either?

``make bench NAME=search_speed [SIZES=1000,10000]``: on the real catalogue and generated ones, in headless
Chromium on a slow line, against nginx on this machine with our configuration and brotli; median (min-max). A first
query is run in a new browser, a new query in the same session. Our manifest is loaded in parallel with our script, as
the pages of the site do; Pagefind's script loads its own first files.
"""

from __future__ import annotations

import random
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import brotli
from playwright.sync_api import Browser, Page, Request

from bench.harness import ROOT, install_node_packages, make_projects, parse_arguments, print_table, spread
from bench.search_common import index_pages, load, texts_of, write_pages
from lunr_shards.write import write_files
from mvo_catalogue.search.analysis import analyse
from mvo_catalogue.search.index import build_documents, make_search, read_terms
from tools import node
from tools.browser import open_browser
from tools.nginx import open_nginx

MOST_FOR_PAGEFIND = 30_000
"""The largest number of entries for Pagefind: beyond it building takes too much memory."""

WORDS = 5
"""The number of queried words per frequency class."""

CLASSES = {"common": (0.05, 0.5), "medium": (0.005, 0.05), "rare": (0.0005, 0.005)}
"""Frequency classes of words: in which share of the entries they occur."""

# “Slow 4G” of Chromium's developer tools: 1.6 Mbit/s down, 150 ms round trip.
SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}

# From the query, with nothing of the search loaded, to ten titles with their summaries.
ASK = """async ([engine, query]) => {
  const start = performance.now();
  if (engine === "ours" && !window.searching) {
    const link = document.createElement("link");
    Object.assign(link, { rel: "preload", as: "fetch", crossOrigin: "anonymous", href: "/ours/manifest.json" });
    document.head.append(link);
  }
  window.searching ??= import(`/engines/${engine}.js`).then((module) => module.open());
  const search = await window.searching;
  const shown = await (await search(query))();
  if (shown.some(({ title, summary }) => !title || !summary)) throw new Error(`no title or summary for ${query}`);
  return performance.now() - start;
}"""

ENGINES = Path(__file__).resolve().parent / "engines"
BUNDLING = ("--bundle", "--charset=utf8", "--external:/pagefind/*", "--format=esm", "--minify", "--log-level=warning")
EMPTY_PAGE = '<!doctype html><html lang="nl"><title>Meting</title><link rel="icon" href="data:,">'

Figures = dict[str, list[float]]
"""Milliseconds, kB and numbers of requests of an engine, by measurement."""


def main() -> None:
    """Measure and print."""
    options = parse_arguments(__doc__, "1000,10000")
    install_node_packages()
    rows = []
    for size, label, project in make_projects(options.sizes):
        engines = ["ours", "pagefind"] if size <= MOST_FOR_PAGEFIND else ["ours"]
        words = prepare(project, engines)
        (home := project / "nginx").mkdir()
        with open_nginx(project, home) as address, open_browser() as browser:
            for engine in engines:
                print(f"{label}, {engine} …", file=sys.stderr)
                found = measure(browser, address, engine, words[:WORDS])
                rows.append({"entries": label, "engine": engine, **{name: spread(found[name]) for name in found}})
    print_table(rows)


def prepare(folder: Path, engines: Sequence[str]) -> list[list[str]]:
    """Write the indexes of the engines for the content in a folder; return words to query, of each class in turn."""
    catalogue = load(folder / "content")
    write_files(make_search(catalogue, whole_index=False), folder / "ours")
    texts = list(map(texts_of, build_documents(catalogue, read_terms(catalogue))))
    bundle = [*node.command("node"), "node_modules/esbuild/bin/esbuild", *BUNDLING, f"--outdir={folder / 'engines'}"]
    subprocess.run([*bundle, *ENGINES.glob("*.js")], cwd=ROOT, check=True)
    if "pagefind" in engines:
        index_pages(write_pages(texts, folder / "site"))
        (folder / "site/pagefind").rename(folder / "pagefind")
    (folder / "index.html").write_text(EMPTY_PAGE)
    for file in [*folder.glob("ours/*.json"), *folder.glob("engines/*.js"), *folder.glob("pagefind/*.js")]:
        Path(f"{file}.br").write_bytes(brotli.compress(file.read_bytes()))
    counts = Counter(term for text in texts for term in set(analyse(" ".join(list(text.values())[1:]))))
    drawn: list[list[str]] = []
    for least, most in CLASSES.values():
        # In a small catalogue even the rarest words, in one entry, are above the lowest share.
        low, high = max(1, least * len(texts)), max(1, most * len(texts))
        words = [word for word in sorted(counts) if low <= counts[word] <= high and word.isascii() and len(word) > 3]
        drawn.append(random.Random(len(drawn)).sample(words, 40))
    return list(map(list, zip(*drawn, strict=True)))


def measure(browser: Browser, address: str, engine: str, words: Sequence[Sequence[str]]) -> Figures:
    """Query each word with nothing loaded, then all of them in one session, then some letter by letter."""
    figures: Figures = {
        name: [] for name in ("kB", "requests", "first shown, ms", "new query, warm, ms", "key stroke, ms")
    }
    asked = [word for few in words for word in few]
    for word in asked:
        for name, value in zip(figures, ask_first(browser, address, engine, word), strict=False):
            figures[name].append(value)
    page = open_page(browser, address)
    figures["new query, warm, ms"] = [page.evaluate(ASK, [engine, word]) for word in asked][1:]
    for word in words[-1]:
        strokes = (word[:length] for length in range(1, len(word) + 1))
        figures["key stroke, ms"] += [page.evaluate(ASK, [engine, stroke]) for stroke in strokes]
    page.context.close()
    return figures


def ask_first(browser: Browser, address: str, engine: str, word: str) -> tuple[float, float, float]:
    """Query a word with nothing loaded; return the kB, requests and milliseconds."""
    page, sent = open_page(browser, address), list[Request]()
    page.on("requestfinished", lambda request: sent.append(request))  # noqa: PLW0108  # Playwright marks its handlers
    shown = page.evaluate(ASK, [engine, word])
    size = sum(request.sizes()["responseBodySize"] for request in sent) / 1000
    page.context.close()
    return size, len(sent), shown


def open_page(browser: Browser, address: str) -> Page:
    """Open an empty page in a browser with an empty cache, on a slow line."""
    context = browser.new_context(bypass_csp=True)  # Pagefind uses WebAssembly, which our pages do not allow
    context.set_default_timeout(300_000)
    page = context.new_page()
    page.goto(address)
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW_4G)
    return page


if __name__ == "__main__":
    main()
