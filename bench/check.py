"""How long does ``mvo check`` take, and ``mvo check --fix --proef``, for the real catalogue and for generated ones?

``make bench NAME=check [SIZES=1000,10000] [JSON=figures.json]``: whole processes, with the start of Python.
"""

from __future__ import annotations

import sys

from bench.harness import compare_sizes

_CODE = "import sys; from mvo_catalogue.wiring.command_line import main; sys.exit(0 if main() in (0, 1) else 2)"
"""The command, but a mistake in the content is no failure of the measurement."""

if __name__ == "__main__":
    start = [sys.executable, "-c", _CODE, "check"]
    compare_sizes(__doc__, "check", {"mvo check": start, "mvo check --fix --proef": [*start, "--fix", "--proef"]})
