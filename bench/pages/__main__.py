"""What are the Lighthouse scores of our pages on a phone, and how many bytes do they transfer?

``make bench NAME=pages``: the real catalogue as `make publish` makes it, behind nginx with
`deploy/nginx.conf` over HTTP/2 with TLS and brotli, with Lighthouse's default settings for a phone (a slow line and a
slow processor, both simulated). Each page is run three times with an empty cache; the median of each figure counts.
Bytes are those of the page before any interaction, without those that the service worker loads. Lighthouse is installed
for this only.
"""

from __future__ import annotations

import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.harness import ROOT, install_node_packages, parse_arguments, print_table
from tools import node
from tools.browser import ARGUMENTS, find_browser
from tools.nginx import find_free_port, open_nginx, trusting

LIGHTHOUSE = "lighthouse/cli/index.js"
SCORES = ("performance", "accessibility", "best-practices", "seo")
TIMES = {
    "first paint, ms": "first-contentful-paint",
    "largest paint, ms": "largest-contentful-paint",
    "blocked, ms": "total-blocking-time",
}
BLOCKING = {"Document", "Stylesheet"}
"""What the first paint waits for."""
DIGITS = {**dict.fromkeys(SCORES, 2), **dict.fromkeys(TIMES, 0), "layout shift": 3, "requests": 0}
"""The decimals of a figure, if not one."""


def main() -> None:
    """Measure and print."""
    options = parse_arguments(__doc__, "", runs=3)
    packages = install_node_packages()
    rows, faults = [], []
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
                runs = [judge(packages / LIGHTHOUSE, address + path, trusting(home)) for _ in range(options.runs)]
                faults += [f"- {name}: {fault}" for fault in sorted({fault for _, found in runs for fault in found})]
                medians = {key: statistics.median(figures[key] for figures, _ in runs) for key in runs[0][0]}
                rows.append({"page": name} | {key: f"{value:.{DIGITS.get(key, 1)}f}" for key, value in medians.items()})
    print_table(rows)
    print("\n".join(["\nWhat cost points\n", *faults]))


def choose_pages(folder: Path) -> dict[str, str]:
    """Return the pages to test, by name: one of each template; for entries the one of median size, and the largest."""

    def by_size(kind: str, below: str) -> list[str]:
        slugs = [file.stem for file in (ROOT / "content" / kind).glob("*.md")]
        pages = [page for slug in slugs if (page := folder / below / slug / "index.html").is_file()]
        return [page.parent.name for page in sorted(pages, key=lambda page: (page.stat().st_size, page))]

    practices = by_size("practices", "praktijken")
    topics, partners = by_size("themes", "themas"), by_size("partners", "partners")
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


def judge(lighthouse: Path, address: str, flag: str) -> tuple[dict[str, float], list[str]]:
    """Let Lighthouse load a page in a browser without a cache; return the figures, and which audits cost points."""
    browser = find_browser()
    flags = ["--headless", "--no-sandbox", *ARGUMENTS, flag]  # root and containers have no sandbox; the pages are ours
    quoted = " ".join(re.sub("=(.+)", r'="\1"', flag) for flag in flags)
    command = [
        *node.command("node"),
        str(lighthouse),
        address,
        "--output=json",
        "--quiet",
    ]
    command += [f"--only-categories={','.join(SCORES)}", "--no-enable-error-reporting", f"--chrome-flags={quoted}"]
    environment = {**os.environ, **browser.environment, "CHROME_PATH": str(browser.executable)}
    report = json.loads(subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True).stdout)
    audits, categories = report["audits"], report["categories"]
    requests = audits["network-requests"]["details"]["items"]
    figures = {
        **{name: categories[name]["score"] for name in SCORES},
        **{title: audits[name]["numericValue"] for title, name in TIMES.items()},
        "layout shift": audits["cumulative-layout-shift"]["numericValue"],
        "HTML + styles, kB": sum(row["transferSize"] for row in requests if row["resourceType"] in BLOCKING) / 1000,
        "in all, kB": sum(row["transferSize"] for row in requests) / 1000,
        "requests": len(requests),
    }
    weighed = {part["id"] for name in SCORES for part in categories[name]["auditRefs"] if part["weight"]}
    lost = [audits[name] for name in weighed if (audits[name]["score"] or 0) < 1 and audits[name]["score"] is not None]
    return figures, [f"{audit['title']} ({audit.get('displayValue', audit['score'])})" for audit in lost]


if __name__ == "__main__":
    main()
