"""Run a command a few times, measure it from outside and print medians with their spread."""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.corpus import Corpus
from tools import node

ROOT = Path(__file__).resolve().parent.parent
_LARGE = 5000
"""From this many entries on, one run without a warm-up is enough, as it takes minutes."""

_LINKED = ("theme", "plugins", "requirements", ".build/assets")


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a command: seconds on the clock, CPU seconds of it and its children, peak memory in MB.

    ``memory_mb`` is the resident set of the largest of its processes.
    """

    seconds: float
    cpu_seconds: float
    memory_mb: float


def measure(command: Sequence[str], folder: Path) -> Run:
    """Run a command in ``folder`` and return its time and memory.

    Raises:
        RuntimeError: the command failed; its output is the message.
    """
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdout=output, stderr=output)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            raise RuntimeError(f"{' '.join(command)}\n{output.read().decode('utf-8', 'replace')}")
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def install_package(name: str, version: str) -> Path:
    """Return the folder below ``.build`` in which this version of a Python package is; install it if needed."""
    folder = ROOT / ".build" / "bench" / f"{name}-{version}"
    if not folder.is_dir():
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--target", str(folder), f"{name}=={version}"]
        subprocess.run(pip, check=True)
    return folder


def install_node_packages() -> Path:
    """Install the locked packages of ``bench/package.json``, unless they are installed; return their folder."""
    folder = ROOT / "bench"
    lock, stamp = (folder / "package-lock.json").read_text(), folder / "node_modules" / ".installed"
    if not stamp.is_file() or stamp.read_text() != lock:
        npm = [*node.command("npm"), "ci", "--ignore-scripts", "--loglevel=error"]
        subprocess.run(npm, cwd=folder, env=node.environment(), check=True, stdout=subprocess.DEVNULL)
        stamp.write_text(lock)
    return folder / "node_modules"


def make_projects(sizes: Sequence[int]) -> Iterator[tuple[int, str, Path]]:
    """Yield the size, a label and the folder of a project with the real catalogue, then of generated ones.

    Content and settings are copies that may be changed; each project is removed before the next is yielded.
    """
    corpus = Corpus(ROOT / "content")
    for size in [0, *sizes]:
        with tempfile.TemporaryDirectory() as temporary:
            project = Path(temporary)
            label = corpus.write(project / "content", size)
            add_build_files(project)
            print(f"{label} …", file=sys.stderr)
            yield size, label, project


def add_build_files(project: Path) -> None:
    """Add the files that a build needs, besides the content, to a project."""
    shutil.copy(ROOT / "pelicanconf.py", project)
    for path in _LINKED:
        (project / path).parent.mkdir(exist_ok=True)
        (project / path).symlink_to(ROOT / path)


CHANGE_AN_ENTRY = """
import time
from pathlib import Path
entry = min(Path("content", "practices").glob("*.md"))
entry.write_text(f"{entry.read_text(encoding='utf-8')}\\nZin {time.time_ns()}.\\n", encoding="utf-8")
"""
"""Python that a command to measure can begin with."""


def compare_sizes(
    description: str | None,
    commands: Mapping[str, Sequence[str]],
    prepare: Callable[[Path], object] = lambda project: None,
) -> None:
    """Measure commands in turn on the real catalogue and on generated ones of the given ``--sizes``; print a table.

    ``prepare`` gets the folder of each project before anything is measured.
    """
    options = parse_arguments(description, "1000,10000")
    figures: dict[str, list[Run]] = {}
    for size, label, project in make_projects(options.sizes):
        prepare(project)
        warm_up = 0 if size >= _LARGE else 1
        rounds = [
            {title: measure(command, project) for title, command in commands.items()}
            for _ in range(warm_up + (options.runs if warm_up else 1))
        ]
        for title in commands:
            figures[f"{label}: {title}"] = [runs[title] for runs in rounds[warm_up:]]
    print_table(
        [
            {
                "what": name,
                "seconds, median (min-max)": spread([run.seconds for run in runs]),
                "CPU seconds": spread([run.cpu_seconds for run in runs]),
                "peak memory, MB": spread([run.memory_mb for run in runs]),
            }
            for name, runs in figures.items()
        ]
    )


def spread(values: Sequence[float]) -> str:
    """Return the median with the smallest and largest value: ``1.20 (1.15-1.31)``."""
    digits = 0 if statistics.median(values) >= 100 else 2
    return f"{statistics.median(values):.{digits}f} ({min(values):.{digits}f}-{max(values):.{digits}f})"


def print_table(rows: Sequence[Mapping[str, str]]) -> None:
    """Print rows that have the same keys as a Markdown table."""
    header = list(rows[0])
    widths = [max(len(name), *(len(row[name]) for row in rows)) for name in header]
    for cells in (header, ["-" * width for width in widths], *([row[name] for name in header] for row in rows)):
        print("| " + " | ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)) + " |")


def parse_arguments(description: str | None, sizes: str, runs: int = 5) -> argparse.Namespace:
    """Return the arguments that all benchmarks have: ``sizes`` (list of int) and ``runs``."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--sizes", default=sizes, help="numbers of generated entries, separated by commas")
    parser.add_argument("--runs", type=int, default=runs, help="counted runs per figure")
    options = parser.parse_args()
    options.sizes = [int(size) for size in options.sizes.split(",") if size]
    return options
