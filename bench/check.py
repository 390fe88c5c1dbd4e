"""How long does ``mvo check`` take, and ``mvo check --fix --proef``, for the real catalogue and for generated ones?

``make bench NAME=check [SIZES=1000,10000] [JSON=figures.json]``: whole processes, with the start of Python.
"""

from __future__ import annotations

import sys
import tempfile
from functools import partial
from pathlib import Path

from bench.corpus import Corpus
from bench.harness import Run, keep, measure, parse_arguments, print_table, repeat, spread

ROOT = Path(__file__).resolve().parent.parent
COMMANDS = {"check": ("check",), "check --fix --proef": ("check", "--fix", "--proef")}


def main() -> None:
    """Measure and print."""
    options = parse_arguments(__doc__, "1000,10000")
    figures: dict[str, list[Run]] = {}
    rows = []
    with tempfile.TemporaryDirectory() as temporary:
        corpus = Corpus(ROOT / "content")
        for size in [0, *options.sizes]:
            label, content = corpus.catalogue(size, Path(temporary))
            for name, arguments in COMMANDS.items():
                print(f"{label}: {name} …", file=sys.stderr)
                command = [str(ROOT / ".venv/bin/python"), "-c", _CODE, *arguments]
                count = options.runs if size < 5000 else min(3, options.runs)
                runs = repeat(count, partial(measure, command, content.parent))
                figures[f"{label}: {name}"] = runs
                rows.append(
                    {
                        "practices": label,
                        "command": f"`mvo {name}`",
                        "seconds, median (min-max)": spread([run.seconds for run in runs]),
                        "CPU seconds": spread([run.cpu_seconds for run in runs]),
                        "peak memory, MB": spread([run.memory_mb for run in runs]),
                    }
                )
    print_table(rows)
    keep(options.json, "check", figures)


_CODE = "import sys; from mvo_catalogue.wiring.command_line import main; sys.exit(0 if main() in (0, 1) else 2)"
"""The command, but a mistake in the content is no failure of the measurement."""


if __name__ == "__main__":
    main()
