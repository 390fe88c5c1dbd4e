"""Run a command a few times, measure it from outside, print medians with their spread and keep the figures."""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

_SECONDS_BETWEEN_SAMPLES = 0.02


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a command: seconds on the clock, CPU seconds, and the peak of memory in MB.

    ``memory_mb`` is the sum over the command and all its children at one moment (proportional set size: memory
    that processes share counts once), sampled every 20 ms.
    """

    seconds: float
    cpu_seconds: float
    memory_mb: float


def measure(command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None) -> Run:
    """Run a command in ``folder`` and return what it took.

    Raises:
        RuntimeError: the command failed; its output is the message.
    """
    before = os.times()
    start = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, **(environment or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    peak = [0.0]
    sampler = threading.Thread(target=_sample_memory, args=(process, peak), daemon=True)
    sampler.start()
    output, _ = process.communicate()
    seconds = time.perf_counter() - start
    sampler.join()
    after = os.times()
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)}\n{output}")
    cpu_seconds = after.children_user + after.children_system - before.children_user - before.children_system
    return Run(seconds, cpu_seconds, peak[0])


def _sample_memory(process: subprocess.Popen[str], peak: list[float]) -> None:
    while process.poll() is None:
        peak[0] = max(peak[0], sum(map(_proportional_set_size, _family(process.pid))))
        time.sleep(_SECONDS_BETWEEN_SAMPLES)


def _family(pid: int) -> list[int]:
    family, todo = [], [pid]
    while todo:
        member = todo.pop()
        family.append(member)
        try:
            tasks = list(Path(f"/proc/{member}/task").iterdir())
            todo += [int(child) for task in tasks for child in (task / "children").read_text().split()]
        except OSError:
            continue
    return family


def _proportional_set_size(pid: int) -> float:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)


def repeat(times: int, run: Callable[[], Run]) -> list[Run]:
    """Run once to warm up and then ``times`` times; return the counted runs."""
    run()
    return [run() for _ in range(times)]


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


def machine() -> dict[str, Any]:
    """Return what the figures were measured on."""
    packages = ("pelican", "pydantic", "markdown-it-py", "lunr", "Jinja2")
    model = next(
        (line.split(":", 1)[1].strip() for line in _read_lines("/proc/cpuinfo") if line.startswith("model name")), ""
    )
    return {
        "cpu": model or platform.processor(),
        "cores": len(os.sched_getaffinity(0)),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "packages": {name: version(name) for name in packages},
    }


def _read_lines(path: str) -> list[str]:
    try:
        return Path(path).read_text(encoding="utf-8").splitlines()
    except OSError:
        return []


def keep(file: Path | None, name: str, figures: Mapping[str, Sequence[Run]]) -> None:
    """Write the figures of a benchmark with the machine to a JSON file, when one is asked for."""
    if file is not None:
        runs = {label: [asdict(run) for run in runs] for label, runs in figures.items()}
        file.write_text(json.dumps({"name": name, "machine": machine(), "runs": runs}, indent=1) + "\n")


def parse_arguments(description: str | None, sizes: str, runs: int = 5) -> argparse.Namespace:
    """Return the arguments that every benchmark takes: ``sizes`` (list of int), ``runs`` and ``json``."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--sizes", default=sizes, help="numbers of generated entries, separated by commas")
    parser.add_argument("--runs", type=int, default=runs, help="counted runs per figure")
    parser.add_argument("--json", type=Path, help="file for the figures")
    options = parser.parse_args()
    options.sizes = [int(size) for size in options.sizes.split(",") if size]
    return options
