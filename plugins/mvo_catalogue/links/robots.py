"""What a site asks of programs: its robots.txt, read once per run."""

from __future__ import annotations

import asyncio
from collections import defaultdict

from protego import Protego
from yarl import URL

from mvo_catalogue.links.client import Client, NoReply
from mvo_catalogue.links.turns import Turns

PROGRAM = "MVO-praktijkcatalogus"
"""Our name in a robots.txt, and the first word of our User-Agent."""

_MAX_BYTES = 500_000
_MAX_DELAY = 10.0
_MAX_HOPS = 3


class Robots:
    """Knows the rules of each site that was asked; a site without rules, or that does not give them, allows all."""

    def __init__(self, client: Client, turns: Turns) -> None:
        """Start without rules."""
        self._client = client
        self._turns = turns
        self._rules: dict[URL, Protego] = {}
        self._locks: defaultdict[URL, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def allow(self, address: URL) -> bool:
        """Return whether programs like ours may look at an address; a delay that the site asks for is kept."""
        origin = address.origin()
        async with self._locks[origin]:
            if origin not in self._rules:
                rules = Protego.parse(await self._read(origin / "robots.txt"))
                self._rules[origin] = rules
                delay = rules.crawl_delay(PROGRAM)
                if delay and address.host:
                    self._turns.slow_down(address.host, min(delay, _MAX_DELAY))
        return bool(self._rules[origin].can_fetch(str(address), PROGRAM))

    async def _read(self, address: URL) -> str:
        for _ in range(_MAX_HOPS):
            try:
                async with self._turns.turn(address.host or ""):
                    reply = await self._client.ask("GET", address, read=_MAX_BYTES)
                if reply.status == 200:
                    return reply.start.decode("utf-8", "replace")
                if not (300 <= reply.status < 400 and reply.location):
                    return ""
                address = address.join(URL(reply.location))
            except (NoReply, ValueError):
                return ""
        return ""
