"""Search in a browser as a reader does, and time it in the page: cold, warm and letter by letter."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page

from tools import node

HERE = Path(__file__).resolve().parent

# What Chromium's own developer tools call slow 4G: 1.6 Mbit/s down, 150 ms there and back.
SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}

PRELOADED = {"ours": "/ours/manifest.json"}
"""What the pages of the site have loaded beside the script of an engine."""

# From the moment that a reader asks, with nothing of the search loaded yet, to ten titles with their summaries.
_ASK = """async ([engine, preloaded, query, isTyping]) => {
  const start = performance.now();
  if (preloaded && !window.searching) {
    const link = document.createElement("link");
    Object.assign(link, { rel: "preload", as: "fetch", crossOrigin: "anonymous", href: preloaded });
    document.head.append(link);
  }
  window.searching ??= import(`/engines/${engine}.js`).then((module) => module.open());
  const search = await window.searching;
  const opened = performance.now();
  const found = await search(query, isTyping);
  const ranked = performance.now();
  const shown = await found.show();
  const end = performance.now();
  if (shown.some(({ title, summary }) => !title || !summary)) throw new Error(`no title or summary for ${query}`);
  return { ranked: ranked - start, shown: end - start, ranking: ranked - opened, count: found.count };
}"""


@dataclass
class Figures:
    """What an engine took on one catalogue and one line: milliseconds, bytes and numbers of requests."""

    bytes: list[float] = field(default_factory=list)
    requests: list[float] = field(default_factory=list)
    ranked: list[float] = field(default_factory=list)
    shown: list[float] = field(default_factory=list)
    warm: list[float] = field(default_factory=list)
    stroke: list[float] = field(default_factory=list)
    ranking: list[float] = field(default_factory=list)
    session_bytes: float = 0
    heap_mb: float = 0
    counts: dict[str, int] = field(default_factory=dict)


class Bench:
    """A browser, a server, and what to ask."""

    def __init__(self, browser: Browser, address: str, network: Mapping[str, Any] | None) -> None:
        """Keep them; ``network`` slows the line down."""
        self._browser = browser
        self._address = address
        self._network = network

    @contextmanager
    def _page(self) -> Iterator[tuple[Page, CDPSession]]:
        """Open an empty page in a browser that has seen nothing yet."""
        context = self._browser.new_context()
        context.set_default_timeout(300_000)
        page = context.new_page()
        page.goto(self._address)
        session = context.new_cdp_session(page)
        if self._network:
            session.send("Network.enable")
            session.send("Network.emulateNetworkConditions", dict(self._network))
        self._sent()
        try:
            yield page, session
        finally:
            context.close()

    def _sent(self) -> dict[str, Any]:
        answer: dict[str, Any] = self._browser.contexts[-1].request.get(f"{self._address}/sent").json()
        return answer

    def warm_up(self, engine: str, words: Sequence[str], typed: Sequence[str]) -> None:
        """Ask everything once, so that the server has compressed what it will send; nothing is counted."""
        self.session(engine, words, typed, Figures())

    def cold(self, engine: str, words: Sequence[str], figures: Figures) -> None:
        """Ask each word with nothing loaded."""
        for word in words:
            with self._page() as (page, _):
                took = _ask(page, engine, word)
                sent = self._sent()
            figures.bytes.append(sent["bytes"])
            figures.requests.append(sent["requests"])
            figures.ranked.append(took["ranked"])
            figures.shown.append(took["shown"])
            figures.counts[word] = took["count"]

    def session(self, engine: str, words: Sequence[str], typed: Sequence[str], figures: Figures) -> None:
        """Ask new words one after another, then the same again, then type others letter by letter."""
        with self._page() as (page, session):
            for place, word in enumerate(words):
                took = _ask(page, engine, word)
                if place:
                    figures.warm.append(took["shown"])
            for word in [*words, *words]:
                figures.ranking.append(_ask(page, engine, word)["ranking"])
            figures.session_bytes = self._sent()["bytes"]
            figures.heap_mb = _heap_mb(session)
            for word in typed:
                for length in range(1, len(word) + 1):
                    figures.stroke.append(_ask(page, engine, word[:length], is_typing=True)["shown"])


def _ask(page: Page, engine: str, query: str, *, is_typing: bool = False) -> dict[str, Any]:
    took: dict[str, Any] = page.evaluate(_ASK, [engine, PRELOADED.get(engine), query, is_typing])
    return took


def _heap_mb(session: CDPSession) -> float:
    session.send("HeapProfiler.collectGarbage")
    usage = session.send("Runtime.getHeapUsage")
    return float((usage["usedSize"] + usage.get("backingStorageSize", 0)) / 1e6)


@contextmanager
def open_server(folders: Mapping[str, Path]) -> Iterator[str]:
    """Serve folders from this machine; yield the address."""
    places = json.dumps({prefix: str(folder) for prefix, folder in folders.items()})
    process = subprocess.Popen(
        [*node.command("node"), str(HERE / "server.mjs"), places], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    try:
        yield f"http://127.0.0.1:{int(process.stdout.readline())}"
    finally:
        process.terminate()
        process.wait()
