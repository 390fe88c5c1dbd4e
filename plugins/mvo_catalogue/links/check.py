"""Ask all addresses side by side and say what came of each."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, MutableMapping
from dataclasses import dataclass

from mvo_catalogue.links.answer import Answer
from mvo_catalogue.links.ask import Asker
from mvo_catalogue.links.client import Client
from mvo_catalogue.links.turns import Turns

PLACES = 8
"""How many requests run at the same time, each at another host."""


@dataclass(frozen=True, slots=True)
class Manners:
    """How we ask: under which name, with which pause per host and deadline per request (seconds), and where."""

    user_agent: str
    pause: float = 1.0
    deadline: float = 20.0
    allow_private: bool = False


class Offline(Exception):
    """Not one site could be found: the fault is here, not there."""


def ask_all(addresses: Iterable[str], manners: Manners, answers: MutableMapping[str, Answer]) -> None:
    """Put the answer for every address in ``answers``, each as soon as it is there.

    Raises:
        Offline: there were several addresses and no host of them could be found.
    """
    asked = sorted(set(addresses))
    asyncio.run(_ask_all(asked, manners, answers))
    if len(asked) > 1 and all(answers[address].is_offline for address in asked):
        raise Offline


async def _ask_all(addresses: list[str], manners: Manners, answers: MutableMapping[str, Answer]) -> None:
    async with Client(manners.user_agent, manners.deadline, allow_private=manners.allow_private) as client:
        asker = Asker(client, Turns(manners.pause, PLACES), back_off=2 * manners.pause)

        async def ask(address: str) -> None:
            answers[address] = await asker.ask(address)

        async with asyncio.TaskGroup() as tasks:
            for address in addresses:
                tasks.create_task(ask(address))
