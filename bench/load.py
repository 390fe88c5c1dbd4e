"""How many readers does nginx serve, with a catalogue of any size behind ``deploy/nginx.conf``?

``make bench NAME=load [SIZES=10000] [JSON=figures.json]``: ``wrk`` asks some two thousand files of a site on this
machine, packed by brotli, over fifty connections for ten seconds a run. It shares the cores with nginx.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import brotli

from bench.corpus import Corpus
from bench.harness import ROOT, keep, measure, parse_arguments, print_table, spread
from tools.nginx import open_nginx

SHARED = ("plugins", "theme", "pelicanconf.py", "requirements", ".build/assets")
ASKED = 2000
CONNECTIONS, THREADS, SECONDS = "50", "2", "10s"

# Each thread asks all paths in turn; at the end the figures are a line of JSON: microseconds, bytes and counts.
SCRIPT = """
local paths, turn = {}, 0
for path in io.lines(os.getenv("PATHS")) do paths[#paths + 1] = path end
function request()
  turn = turn % #paths + 1
  return wrk.format("GET", paths[turn], { ["Accept-Encoding"] = "br" })
end
function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '\\n{"requests": %d, "seconds": %f, "megabytes": %f, "median_ms": %f, "p99_ms": %f, "errors": %d}\\n',
    summary.requests, summary.duration / 1e6, summary.bytes / 1e6, latency:percentile(50) / 1000,
    latency:percentile(99) / 1000, errors.connect + errors.read + errors.write + errors.timeout + errors.status))
end
"""


@dataclass(frozen=True)
class Load:
    """What one run of wrk found."""

    requests: int
    seconds: float
    megabytes: float
    median_ms: float
    p99_ms: float
    errors: int


def main() -> None:
    """Build a site of each size, and ask nginx for it."""
    options = parse_arguments(__doc__, "10000", runs=3)
    corpus, figures = Corpus(ROOT / "content"), {}
    for size in [0, *options.sizes]:
        with tempfile.TemporaryDirectory() as temporary:
            project = Path(temporary)
            label, content = corpus.catalogue(size, project)
            site = _build(project, content)
            (project / "paths").write_text("\n".join(_pack_some(site)), encoding="utf-8")
            (project / "load.lua").write_text(SCRIPT, encoding="utf-8")
            (project / "nginx").mkdir()
            with open_nginx(site, project / "nginx") as address:
                _ask(address, project)  # to warm up
                figures[label] = [_ask(address, project) for _ in range(options.runs)]
    print_table(
        [
            {
                "practices": label,
                "requests/s, median (min-max)": spread([run.requests / run.seconds for run in runs]),
                "MB/s": spread([run.megabytes / run.seconds for run in runs]),
                "median, ms": spread([run.median_ms for run in runs]),
                "99 %, ms": spread([run.p99_ms for run in runs]),
                "errors": str(sum(run.errors for run in runs)),
            }
            for label, runs in figures.items()
        ]
    )
    keep(options.json, "load", figures)


def _build(project: Path, content: Path) -> Path:
    if content.parent != project:
        (project / "content").symlink_to(content)
    for path in SHARED:
        (project / path).parent.mkdir(exist_ok=True)
        (project / path).symlink_to(ROOT / path)
    measure([str(ROOT / ".venv/bin/mvo"), "build"], project)
    return project / "output"


def _pack_some(site: Path) -> list[str]:
    """Return the paths of some files of a site, the same every time; a text gets its .br."""
    files = sorted(file for file in site.rglob("*") if file.is_file() and not file.name.startswith("_"))
    asked = random.Random(1).sample(files, min(ASKED, len(files)))
    for file in asked:
        if file.suffix not in {".png", ".xlsx"}:
            file.with_name(f"{file.name}.br").write_bytes(brotli.compress(file.read_bytes(), quality=5))
    return ["/" + file.relative_to(site).as_posix() for file in asked if file.name != "404.html"]


def _ask(address: str, project: Path) -> Load:
    command = ["wrk", "-t", THREADS, "-c", CONNECTIONS, "-d", SECONDS, "-s", str(project / "load.lua"), address]
    environment = {**os.environ, "PATHS": str(project / "paths")}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return Load(**json.loads(done.stdout.strip().splitlines()[-1]))


if __name__ == "__main__":
    main()
