"""How long does a whole build take, and how much memory, for the real catalogue and for generated ones?

``make bench NAME=build [SIZES=1000,10000] [JSON=figures.json]``: whole processes, from reading to the site on disk. The
first knows nothing of a site before it; the others find what the build before left, in ``.build/`` and in the site.
"""

from __future__ import annotations

import sys

from bench.harness import compare_sizes

_RUN = "import sys; from mvo_catalogue.wiring.command_line import main; sys.exit(main())"
_FORGET = "from pathlib import Path; Path('.build/output.made').unlink(missing_ok=True); "
_SAY_MORE = """
import time
from pathlib import Path
entry = min(Path("content", "practices").glob("*.md"))
entry.write_text(f"{entry.read_text(encoding='utf-8')}\\nZin {time.time_ns()}.\\n", encoding="utf-8")
"""

if __name__ == "__main__":
    commands = {
        "mvo build, nothing known": [sys.executable, "-c", _FORGET + _RUN, "build"],
        "mvo build, one entry changed": [sys.executable, "-c", _SAY_MORE + _RUN, "build"],
        "mvo build --if-changed": [sys.executable, "-c", _RUN, "build", "--if-changed"],
        "mvo build --compress, nothing known": [sys.executable, "-c", _FORGET + _RUN, "build", "--compress"],
        "mvo build --compress, one entry changed": [sys.executable, "-c", _SAY_MORE + _RUN, "build", "--compress"],
    }
    compare_sizes(__doc__, "build", commands)
