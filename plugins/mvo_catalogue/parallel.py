"""Work side by side on all cores, for work of which a measurement says that it pays."""

import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

_MOST_PER_TURN = 64
"""How many items a process takes at once."""

_work: tuple[Callable[[Any], Any], Sequence[Any]] | None = None
"""What forked processes find in their memory, so that neither the function nor an item has to be sent to them."""


def map_items(function: Callable[[Item], Result], items: Sequence[Item], *, least: int) -> Iterator[Result]:
    """Yield the result for each item, in order; from ``least`` items on all cores take part.

    Results are sent between processes; what the function changes in memory is not.
    """
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if len(items) < least or cores < 2:
        yield from map(function, items)
        return
    import multiprocessing  # noqa: PLC0415  # most commands start without
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  # the same

    if "fork" not in multiprocessing.get_all_start_methods():
        yield from map(function, items)
        return
    global _work  # noqa: PLW0603  # see above
    _work = function, items
    per_turn = max(1, min(_MOST_PER_TURN, len(items) // (4 * cores)))
    life = os.pipe()
    try:
        with ProcessPoolExecutor(cores, multiprocessing.get_context("fork"), _end_with_parent, life) as pool:
            yield from pool.map(_do, range(len(items)), chunksize=per_turn)
    finally:
        _work = None
        for end in life:
            os.close(end)


def _end_with_parent(reading: int, writing: int) -> None:
    """Leave signals to the parent process, and end when that ends: the other end of its pipe closes then."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    os.close(writing)

    def wait() -> None:
        os.read(reading, 1)
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()


def _do(index: int) -> Any:
    assert _work is not None
    function, items = _work
    return function(items[index])
