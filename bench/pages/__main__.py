"""What are the Lighthouse scores of our pages on a phone, and how many bytes do they transfer?

``make bench NAME=pages [JSON=figures.json]``: the real catalogue as `make publish` makes it, behind nginx with
`deploy/nginx.conf` over HTTP/2 with TLS and brotli, with Lighthouse's default settings for a phone (a slow line and a
slow processor, both simulated). Each page is run three times with an empty cache; the median counts. Bytes are those of
the page before any interaction, without those that the service worker loads. Lighthouse is installed for this only.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.harness import ROOT, parse_arguments, print_table, write_figures
from tools import node
from tools.browser import ARGUMENTS, find_browser
from tools.nginx import find_free_port, open_nginx, trusting

HERE = Path(__file__).resolve().parent
SCORES = {"performance": 0.98, "accessibility": 1.0, "best-practices": 1.0, "seo": 1.0}
TIMES = {"first paint, ms": "fcp", "largest paint, ms": "lcp", "blocked, ms": "tbt"}
NOT_FOR_SEARCH_ENGINES = {"form", "compare"}
"""Pages with `noindex`, which rightly costs them most of their SEO score."""

IN_ALL, FIRST_PAINT = 60.0, 14.0
"""Budgets in kB: a practice page with all its requests, and HTML with styles, for any page."""

Judged = dict[str, Any]
"""The output of judge.mjs for a page: scores, times, failed audits, bytes."""


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
        command = [sys.executable, "-m", "mvo_catalogue", "build", "--settings", "publishconf.py", "--compress"]
        environment = {**os.environ, "SITEURL": f"https://127.0.0.1:{port}", "CATALOGUE_MAIL": "mvo@example.nl"}
        subprocess.run([*command, "--output", folder], cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
        with open_nginx(folder, home, is_secure=True, port=port) as address:
            for name, path in choose_pages(folder).items():
                print(f"{name}: /{path} …", file=sys.stderr)
                judged[name] = judge(address + path, options.runs, trusting(home))
    print_judgements(judged)
    missed = list(list_missed(judged))
    print("\nAims missed\n\n" + "\n".join(missed) if missed else "\nAll aims reached.")
    write_figures(options.json, "pages", judged)


def choose_pages(folder: Path) -> dict[str, str]:
    """Return the pages to test, by name: one of each template; for entries the one of median size, and the largest."""

    def by_size(kind: str, below: str) -> list[str]:
        slugs = [file.stem for file in (ROOT / "content" / kind).glob("*.md")]
        pages = [page for slug in slugs if (page := folder / below / slug / "index.html").is_file()]
        return [page.parent.name for page in sorted(pages, key=lambda page: (page.stat().st_size, page))]

    practices, topics, partners = (
        by_size("practices", "praktijken"),
        by_size("themes", "themas"),
        by_size("partners", "partners"),
    )
    practice, fullest, topic = practices[len(practices) // 2], practices[-1], topics[len(topics) // 2]
    return {
        "home": "",
        "list": "praktijken/",
        "practice": f"praktijken/{practice}/",
        "practice, the fullest": f"praktijken/{fullest}/",
        "theme": f"themas/{topic}/",
        "partner": f"partners/{partners[len(partners) // 2]}/",
        "search, filtered": "praktijken/?fase=gestopt",
        "search, with hits": f"praktijken/?q={topic}",
        "overview": "overzicht/",
        "form": "meedoen/praktijk/",
        "compare": f"vergelijken/?p={practice},{fullest}",
    }


def install_lighthouse() -> None:
    """Install the locked packages, unless they are installed."""
    lock = hashlib.sha256((HERE / "package-lock.json").read_bytes()).hexdigest()
    stamp = HERE / "node_modules" / ".installed"
    if stamp.is_file() and stamp.read_text() == lock:
        return
    print("Lighthouse …", file=sys.stderr)
    npm = [*node.command("npm"), "ci", "--ignore-scripts", "--loglevel=error"]
    subprocess.run(npm, cwd=HERE, env=node.environment(), check=True, stdout=subprocess.DEVNULL)
    stamp.write_text(lock)


def judge(address: str, runs: int, flag: str) -> Judged:
    """Return the results of Lighthouse for the median of a number of runs."""
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
    judged: Judged = json.loads(done.stdout)
    return judged


def print_judgements(judged: dict[str, Judged]) -> None:
    """Print a row per page, and the failed audits."""
    print_table(
        [
            {
                "page": name,
                **{kind: f"{found['scores'][kind]:.2f}" for kind in SCORES},
                **{title: f"{found['times'][time]:.0f}" for title, time in TIMES.items()},
                "layout shift": f"{found['times']['cls']:.3f}",
                "HTML + styles, kB": f"{found['bytes']['firstPaint'] / 1000:.1f}",
                "in all, kB": f"{found['bytes']['all'] / 1000:.1f}",
                "requests": str(found["requests"]),
            }
            for name, found in judged.items()
        ]
    )
    if faults := sorted({f"- {name}: {fault}" for name, found in judged.items() for fault in found["faults"]}):
        print("\nWhat cost points\n\n" + "\n".join(faults))


def list_missed(judged: dict[str, Judged]) -> Iterator[str]:
    """Yield the budgets that were exceeded."""
    for name, found in judged.items():
        for kind, aim in SCORES.items():
            score = found["scores"][kind]
            if score < aim and not (kind == "seo" and name in NOT_FOR_SEARCH_ENGINES):
                yield f"- {name}: {kind} {score:.3g}, aim {aim:.3g}"
        if (shift := found["times"]["cls"]) >= 0.0005:
            yield f"- {name}: layout shift {shift:.3g}, aim 0"
        if found["bytes"]["firstPaint"] / 1000 > FIRST_PAINT:
            yield f"- {name}: HTML + styles {found['bytes']['firstPaint'] / 1000:.1f} kB, aim {FIRST_PAINT:.0f} kB"
        if name.startswith("practice") and found["bytes"]["all"] / 1000 > IN_ALL:
            yield f"- {name}: in all {found['bytes']['all'] / 1000:.1f} kB, aim {IN_ALL:.0f} kB"


if __name__ == "__main__":
    main()
