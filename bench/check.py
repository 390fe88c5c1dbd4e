"""How long does ``mvo check`` take, of everything, of one file, and with ``--fix --proef``?

``make bench NAME=check [SIZES=1000,10000]``: whole processes, including the start of Python, for the real catalogue and
for generated ones. The first has no cache, the others have that of the previous check in ``.build/``.
"""

import sys

from bench.harness import CHANGE_AN_ENTRY, compare_sizes

_CODE = "import sys; from mvo_catalogue.wiring.command_line import main; sys.exit(0 if main() in (0, 1) else 2)"
"""The command, but a mistake in the content is no failure of the measurement."""
_FIRST = "import shutil; shutil.rmtree('.build', ignore_errors=True); "
_ONE = f"{CHANGE_AN_ENTRY}import sys; sys.argv.append(str(entry)); "

if __name__ == "__main__":
    start = [sys.executable, "-c", _CODE, "check"]
    commands = {
        "mvo check, for the first time": [sys.executable, "-c", f"{_FIRST}{_CODE}", "check"],
        "mvo check": start,
        "mvo check FILE, after a change": [
            sys.executable,
            "-c",
            f"{_ONE}{_CODE}",
            "check",
        ],
        "mvo check --fix --proef": [*start, "--fix", "--proef"],
    }
    compare_sizes(__doc__, commands)
