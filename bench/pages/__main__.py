"""What does Lighthouse make of our pages on a phone, and what do they cost on the wire?

``make bench NAME=pages [JSON=figures.json]``: the real catalogue as `make publish` makes it, behind nginx with
`deploy/nginx.conf` over HTTP/2 with TLS and brotli, on Lighthouse's own settings for a phone (a slow line and a slow
processor, both calculated). Each page is judged three times by a browser that has seen nothing; medians. What is sent
before anybody does anything, the work of the service worker included, is counted by nginx. Lighthouse is installed for
this only.
"""

from __future__ import annotations

import hashlib
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from bench.harness import machine, parse_arguments, print_table
from tools import node
from tools.browser import ARGUMENTS, find_browser, open_browser
from tools.nginx import ACCESS_LOG, find_free_port, open_nginx, trusting

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PAGES = {
    "home": "",
    "list": "praktijken/",
    "practice": "praktijken/talis-budgetcoaching-huurachterstand/",
    "practice, the fullest": "praktijken/heemwonen-superlocal-kerkrade/",
    "theme": "themas/leefbaarheid/",
    "partner": "partners/albert-heijn/",
    "search": "zoeken/",
    "search, with hits": "zoeken/?q=huurachterstand",
    "overview": "overzicht/",
    "form": "meedoen/praktijk/",
    "compare": "vergelijken/?p=talis-budgetcoaching-huurachterstand,heemwonen-superlocal-kerkrade",
}
SCORES = {"performance": 0.98, "accessibility": 1.0, "best-practices": 1.0, "seo": 1.0}
NOT_FOR_SEARCH_ENGINES = {"form", "compare"}
"""Pages that ask to stay out of search engines, which costs them most of their mark for SEO, as it should."""

IN_ALL, FIRST_PAINT = 60.0, 14.0
"""Aims in kB: a practice page with everything it asks for, and HTML with styles, for any page."""

SECONDS_AT_REST = 3
"""How long a page is left alone before its requests are counted."""


@dataclass
class Judged:
    """What was found of a page: judgements as judge.mjs prints them, and (bytes, address) of each request."""

    runs: list[dict[str, Any]] = field(default_factory=list)
    sent: list[tuple[int, str]] = field(default_factory=list)

    def median(self, group: str, name: str) -> float:
        """Return the middle of the runs."""
        return float(statistics.median(run[group][name] for run in self.runs))

    @property
    def first_paint_kb(self) -> float:
        """Return HTML and styles as they were sent, in kB."""
        kinds = ("Document", "Stylesheet")
        sizes = [int(request["bytes"]) for request in self.runs[0]["requests"] if request["kind"] in kinds]
        return sum(sizes) / 1000

    @property
    def in_all_kb(self) -> float:
        """Return everything as it was sent, in kB."""
        return sum(count for count, _ in self.sent) / 1000


def main() -> None:
    """Measure and print."""
    options = parse_arguments(__doc__, "", runs=3)
    install_lighthouse()
    judged: dict[str, Judged] = {}
    with tempfile.TemporaryDirectory() as temporary:
        folder, home = Path(temporary, "public"), Path(temporary, "nginx")
        home.mkdir()
        port = find_free_port()
        print("publish …", file=sys.stderr)
        publish(folder, f"https://127.0.0.1:{port}")
        with (
            open_nginx(folder, home, is_secure=True, port=port) as address,
            open_browser([trusting(home)]) as browser,
        ):
            for name, path in PAGES.items():
                print(f"{name} …", file=sys.stderr)
                sent = list_sent(browser, address + path, home / ACCESS_LOG)
                judged[name] = Judged(judge(address + path, options.runs, trusting(home)), sent)
    print_judgements(judged)
    print_requests(judged)
    print_aims(judged)
    if options.json:
        figures = {name: asdict(found) for name, found in judged.items()}
        options.json.write_text(
            json.dumps({"name": "pages", "machine": machine(), "figures": figures}, indent=1) + "\n"
        )


def install_lighthouse() -> None:
    """Install the locked packages, unless they are there."""
    lock = hashlib.sha256((HERE / "package-lock.json").read_bytes()).hexdigest()
    stamp = HERE / "node_modules" / ".installed"
    if stamp.is_file() and stamp.read_text() == lock:
        return
    print("Lighthouse …", file=sys.stderr)
    npm = [*node.command("npm"), "ci", "--ignore-scripts", "--loglevel=error"]
    subprocess.run(npm, cwd=HERE, env=node.environment(), check=True, stdout=subprocess.DEVNULL)
    stamp.write_text(lock)


def publish(folder: Path, address: str) -> None:
    """Make the site as `make publish` does."""
    command = [sys.executable, "-m", "mvo_catalogue", "build", "--settings", "publishconf.py", "--compress"]
    subprocess.run(
        [*command, "--output", str(folder)],
        cwd=ROOT,
        env={**os.environ, "SITEURL": address},
        check=True,
        stdout=subprocess.DEVNULL,
    )


def judge(address: str, runs: int, flag: str) -> list[dict[str, Any]]:
    """Return what Lighthouse found, a number of times."""
    found = find_browser()
    task = {
        "address": address,
        "runs": runs,
        "flags": [*ARGUMENTS, flag],
        "executable": str(found.executable),
        "environment": found.environment,
    }
    command = [*node.command("node"), str(HERE / "judge.mjs"), json.dumps(task)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    judgements: list[dict[str, Any]] = json.loads(done.stdout)
    return judgements


def list_sent(browser: Browser, address: str, log: Path) -> list[tuple[int, str]]:
    """Open a page as a phone and do nothing; return (bytes, address) of all that nginx sent meanwhile."""
    before = len(log.read_text().splitlines())
    context = browser.new_context(viewport={"width": 412, "height": 823}, is_mobile=True, has_touch=True)
    page = context.new_page()
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(SECONDS_AT_REST * 1000)
    context.close()
    lines = [line.split(" ", 1) for line in log.read_text().splitlines()[before:]]
    return [(int(count), path) for count, path in lines]


def print_judgements(judged: dict[str, Judged]) -> None:
    """Print a row per page, and what cost points."""
    print_table(
        [
            {
                "page": name,
                **{kind: show_score(name, kind, found.median("scores", kind)) for kind in SCORES},
                "first paint, ms": f"{found.median('times', 'fcp'):.0f}",
                "largest paint, ms": f"{found.median('times', 'lcp'):.0f}",
                "blocked, ms": f"{found.median('times', 'tbt'):.0f}",
                "layout shift": f"{found.median('times', 'cls'):.3f}",
                "HTML + styles, kB": f"{found.first_paint_kb:.1f}",
                "in all, kB": f"{found.in_all_kb:.1f}",
                "requests": str(len(found.sent)),
            }
            for name, found in judged.items()
        ]
    )
    faults = sorted({f"{name}: {fault}" for name, found in judged.items() for fault in found.runs[0]["faults"]})
    if faults:
        print("\nWhat cost points in the first run\n")
        print("\n".join(f"- {fault}" for fault in faults))


def show_score(page: str, kind: str, score: float) -> str:
    """Return a score, and why it is not a fault where that is so."""
    return f"{score:.2f} (noindex)" if kind == "seo" and page in NOT_FOR_SEARCH_ENGINES else f"{score:.2f}"


def print_requests(judged: dict[str, Judged]) -> None:
    """Print what each page has asked for before anybody did anything."""
    print("\nRequests before anything is done (bytes)\n")
    for name, found in judged.items():
        print(f"- {name}: " + ", ".join(f"{path} ({count:,})" for count, path in found.sent))


def print_aims(judged: dict[str, Judged]) -> None:
    """Print what was missed, or that nothing was."""
    missed: list[str] = []

    def expect(name: str, what: str, found: float, aim: float, holds: Callable[[float, float], bool]) -> None:
        if not holds(found, aim):
            missed.append(f"- {name}: {what} {found:.3g}, aim {aim:.3g}")

    for name, found in judged.items():
        for kind, aim in SCORES.items():
            if not (kind == "seo" and name in NOT_FOR_SEARCH_ENGINES):
                expect(name, kind, found.median("scores", kind), aim, float.__ge__)
        expect(name, "layout shift", found.median("times", "cls"), 0.0005, float.__lt__)
        expect(name, "HTML + styles, kB", found.first_paint_kb, FIRST_PAINT, float.__le__)
        if name.startswith("practice"):
            expect(name, "in all, kB", found.in_all_kb, IN_ALL, float.__le__)
    print("\nAims missed\n\n" + "\n".join(missed) if missed else "\nAll aims reached.")


if __name__ == "__main__":
    main()
