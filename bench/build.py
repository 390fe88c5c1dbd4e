"""How long does a whole build take, and how much memory: ours, and in turn Hugo's of the same entries?

``make bench NAME=build [SIZES=1000,10000]``: whole processes, from reading to the site on disk, for
the real catalogue and for generated ones. The first build starts from nothing; the others reuse the cache in
``.build/`` and the previous site. Hugo has no cache and makes everything each time, but makes less: see
``bench/hugo_site.py``.
"""

from __future__ import annotations

import sys

from bench import hugo_site
from bench.harness import CHANGE_AN_ENTRY, compare_sizes

_RUN = "import sys; from mvo_catalogue.__main__ import main; sys.exit(main())"
_FORGET = """
import shutil
from pathlib import Path
shutil.rmtree("output", ignore_errors=True)
for kept in Path(".build").iterdir():
    if kept.name != "assets":
        shutil.rmtree(kept) if kept.is_dir() else kept.unlink()
"""

if __name__ == "__main__":
    commands = {
        "mvo build, first build": [sys.executable, "-c", _FORGET + _RUN, "build"],
        "mvo build, one entry changed": [sys.executable, "-c", CHANGE_AN_ENTRY + _RUN, "build", "--if-changed"],
        "mvo build, nothing changed": [sys.executable, "-c", _RUN, "build", "--if-changed"],
        "Hugo": hugo_site.command(),
    }
    compare_sizes(__doc__, commands, hugo_site.write_site)
