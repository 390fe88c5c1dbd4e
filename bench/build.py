"""How long does a whole build take, and how much memory, for the real catalogue and for generated ones?

``make bench NAME=build [SIZES=1000,10000] [JSON=figures.json]``: whole processes, from reading to the site on disk.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from bench.corpus import Corpus
from bench.harness import Run, keep, measure, parse_arguments, print_table, repeat, spread

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Measure and print."""
    options = parse_arguments(__doc__, "1000,10000")
    figures: dict[str, list[Run]] = {}
    with tempfile.TemporaryDirectory() as temporary:
        project = Path(temporary)
        for name in ("plugins", "theme", "pelicanconf.py", "requirements"):
            (project / name).symlink_to(ROOT / name)
        (project / ".build").mkdir()
        (project / ".build/assets").symlink_to(ROOT / ".build/assets")
        command = [str(ROOT / ".venv/bin/mvo"), "build"]
        corpus = Corpus(ROOT / "content")
        for size in [0, *options.sizes]:
            content = project / "content"
            if content.is_symlink():
                content.unlink()
            if size:
                corpus.write(content, size)
            else:
                content.symlink_to(ROOT / "content")
            label = f"{size:,} generated" if size else f"{len(corpus.practices)} real"
            print(f"{label} …", file=sys.stderr)
            runs = options.runs if size < 5000 else min(3, options.runs)
            figures[label] = repeat(runs, lambda: measure(command, project))
    print_table(
        [
            {
                "practices": label,
                "seconds, median (min-max)": spread([run.seconds for run in runs]),
                "CPU seconds": spread([run.cpu_seconds for run in runs]),
                "peak memory, MB": spread([run.memory_mb for run in runs]),
            }
            for label, runs in figures.items()
        ]
    )
    keep(options.json, "build", figures)


if __name__ == "__main__":
    main()
