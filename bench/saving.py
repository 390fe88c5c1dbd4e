"""How long after saving an entry does the open page show it?

``make bench NAME=saving [SIZES=1000]``: a real ``mvo serve``, polled as a browser does,
until it has the page with the change. The entry changes each time.
"""

from __future__ import annotations

import re
import subprocess
import threading
import time
import urllib.request
from pathlib import Path
from urllib.parse import urlencode

from bench.harness import ROOT, make_projects, parse_arguments, print_table, spread

_PATIENCE = 300


def save(file: Path, number: int) -> None:
    """Save the entry with another sentence at its end."""
    text = file.read_text(encoding="utf-8").partition("\n\nZin ")[0]
    file.write_text(f"{text.rstrip()}\n\nZin {number}.\n", encoding="utf-8")


def read(address: str) -> str:
    """Return the content at an address."""
    with urllib.request.urlopen(address, timeout=_PATIENCE) as answer:
        return str(answer.read().decode())


def see(root: Path, file: Path, times: int) -> list[float]:
    """Return the seconds from saving until the page had the change, of each run."""
    command, found = [str(ROOT / ".venv/bin/mvo"), "serve", "--port", "0"], []
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        try:
            lines = iter(process.stdout.readline, "")
            address = next(match[0] for line in lines if (match := re.search(r"http://[\d.:]+", line)))
            threading.Thread(target=process.stdout.read, daemon=True).start()  # a full pipe would hold it up
            path = f"/praktijken/{file.stem}/"
            for number in range(times + 1):  # the first warms up
                seen = re.findall(r'data-seen="(\w+)"', read(address + path))[0]
                time.sleep(0.5)
                start = time.perf_counter()
                save(file, number)
                read(f"{address}/__voorbeeld?{urlencode({'page': path, 'seen': seen})}")
                assert f"Zin {number}." in read(address + path)
                found.append(time.perf_counter() - start)
        finally:
            process.terminate()
    return found[1:]


if __name__ == "__main__":
    options, rows = parse_arguments(__doc__, "1000"), []
    for _, label, root in make_projects(options.sizes):
        entry = min((root / "content" / "practices").glob("*.md"))
        rows.append({"what": label, "seconds, median (min-max)": spread(see(root, entry, options.runs))})
    print_table(rows)
