"""Can a third-party engine read the entries, on as many machines as it has, with the same site as a result?

``make bench NAME=dask_cluster [SIZES=1000]``: entries are read as a build reads
them, and by Dask's LocalCluster, which differs from a cluster of many machines only in its address. Both must leave the
same cache for a build, which then reads no entries.
"""

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from unittest.mock import patch

from bench.harness import ROOT, compare_sizes, install_package
from mvo_catalogue.build_cache import BuildCache
from mvo_catalogue.parallel import map_items
from mvo_catalogue.validation import load
from mvo_catalogue.validation.cache import Cache
from mvo_catalogue.wiring.project import CONTENT, read_today

_PACKAGE = ("distributed", "2026.8.0")
_OURS, _DASK = "ours", "Dask"


def map_with_dask(function: Any, items: Sequence[Any], **_: Any) -> Iterator[Any]:
    """Yield the result for each item, as `parallel.map_items` does."""
    sys.path.append(str(install_package(*_PACKAGE)))  # after our own packages, which take precedence
    from distributed import Client, LocalCluster  # type: ignore[import-not-found]  # noqa: PLC0415  # see above

    size = {"n_workers": os.cpu_count(), "threads_per_worker": 1, "dashboard_address": None}
    with LocalCluster(**size) as cluster, Client(cluster) as client:
        common = {name: client.scatter(value, broadcast=True) for name, value in function.keywords.items()}
        yield from client.gather(client.map(function.func, items, **common))


def read(kind: str) -> None:
    """Read and check the content here, and store the results in the folder of this kind."""
    folder, name = Path(kind), "checked.jsonl"
    (folder / name).unlink(missing_ok=True)
    with patch.object(load, "map_items", map_with_dask if kind == _DASK else map_items):
        load.check_content(CONTENT, read_today(), Cache(BuildCache(folder)))
    assert (folder / name).read_bytes() == Path(_OURS, name).read_bytes(), "a build would find something else"


def main() -> None:
    """Measure and print, or run the measured work."""
    if sys.argv[1:2] == ["read"]:
        read(sys.argv[2])
        return
    install_package(*_PACKAGE)
    program = ["env", f"PYTHONPATH={ROOT}", sys.executable, "-m", "bench.dask_cluster", "read"]
    compare_sizes(__doc__, {kind: [*program, kind] for kind in (_OURS, _DASK)})


if __name__ == "__main__":
    main()
