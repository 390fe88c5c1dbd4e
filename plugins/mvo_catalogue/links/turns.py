"""Turns: one request at a time per host, a pause between two, and not too many hosts at once."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class Turns:
    """Gives out turns; ``pause`` is in seconds, ``places`` is how many requests may run at the same time."""

    def __init__(self, pause: float, places: int) -> None:
        """Start with every host free."""
        self._pause = pause
        self._places = asyncio.Semaphore(places)
        self._locks: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._free_at: defaultdict[str, float] = defaultdict(float)
        self._pauses: dict[str, float] = {}

    def slow_down(self, host: str, pause: float) -> None:
        """Pause longer between two requests to this host, because it asks for that."""
        self._pauses[host] = max(pause, self._pause)

    def postpone(self, host: str, seconds: float) -> None:
        """Leave this host alone for a while."""
        self._free_at[host] = max(self._free_at[host], _now() + seconds)

    @asynccontextmanager
    async def turn(self, host: str) -> AsyncIterator[None]:
        """Wait for a turn at this host and hold it."""
        async with self._locks[host]:
            while (wait := self._free_at[host] - _now()) > 0:
                await asyncio.sleep(wait)
            async with self._places:
                try:
                    yield
                finally:
                    self.postpone(host, self._pauses.get(host, self._pause))


def _now() -> float:
    return asyncio.get_running_loop().time()
