"""How long does a whole build take, and how much memory, for the real catalogue and for generated ones?

``make bench NAME=build [SIZES=1000,10000] [JSON=figures.json]``: whole processes, from reading to the site on disk,
with what the build before left in ``.build/``.
"""

from __future__ import annotations

from bench.harness import ROOT, compare_sizes

if __name__ == "__main__":
    compare_sizes(__doc__, "build", {"mvo build": [str(ROOT / ".venv/bin/mvo"), "build"]})
