"""Find out how an address does: HEAD, GET where that is refused, each redirect, and again when the site is busy."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from yarl import URL

from mvo_catalogue.links.answer import Answer, Outcome
from mvo_catalogue.links.client import Client, NoReply, Reply
from mvo_catalogue.links.robots import Robots
from mvo_catalogue.links.turns import Turns

MAX_HOPS = 10
_PERMANENT, _REDIRECT = {301, 308}, {301, 302, 303, 307, 308}
_GONE = {404: "de pagina bestaat niet (404)", 410: "de pagina is voorgoed weg (410)"}
_BUSY = {429, 500, 502, 503, 504}
_RANGE_REFUSED = 416
_LONGEST_WAIT = 60.0
_FRONT_PAGE = re.compile(r"/?(?:(?:nl|home|nl/home)/?)?(?:index\.\w+)?")
_ERROR_PAGE = re.compile(r"(?i)/(?:404|not-?found|page-not-found|error|niet-gevonden|pagina-niet-gevonden)(?:[./]|$)")


class Asker:
    """Asks addresses; ``tries`` is how often a busy site is asked, ``back_off`` the seconds before the second try."""

    def __init__(self, client: Client, turns: Turns, *, tries: int = 3, back_off: float = 2.0) -> None:
        """Start with no robots.txt read."""
        self._client = client
        self._turns = turns
        self._robots = Robots(client, turns)
        self._tries = tries
        self._back_off = back_off

    async def ask(self, address: str) -> Answer:
        """Return how an address does; nothing that a site does makes this fail."""
        try:
            return await self._follow(URL(address))
        except NoReply as error:
            return error.answer
        except (ValueError, UnicodeError):  # a host or a redirect that is no address
            return Answer(Outcome.UNSURE, "dit adres, of waar het naar doorstuurt, is niet goed geschreven")

    async def _follow(self, first: URL) -> Answer:
        address, moved_to, only_permanent = first.with_fragment(None), first, True
        seen: set[URL] = set()
        while address not in seen and len(seen) <= MAX_HOPS:
            seen.add(address)
            if not await self._robots.allow(address):
                return Answer(Outcome.UNSURE, "de site vraagt programma's om hier niet te kijken (robots.txt)")
            reply = await self._patiently(address)
            if reply.status not in _REDIRECT or not reply.location:
                answer = judge(reply)
                return _moved(answer, first, moved_to, address) if answer.is_good else answer
            target = address.join(URL(reply.location))
            only_permanent = only_permanent and reply.status in _PERMANENT
            moved_to = target if only_permanent else moved_to
            address = target.with_fragment(None)
        return Answer(Outcome.UNSURE, "het adres stuurt steeds weer door")

    async def _patiently(self, address: URL) -> Reply:
        """Return a reply, after waiting and asking again if the site is busy."""
        host = address.host or ""
        for number in range(1, self._tries + 1):
            wait = self._back_off * 4 ** (number - 1)
            try:
                reply = await self._once(address)
            except NoReply as error:
                if not error.may_pass or number == self._tries:
                    raise
            else:
                asked = read_wait(reply.retry_after)
                if reply.status not in _BUSY or number == self._tries or asked > _LONGEST_WAIT:
                    return reply
                wait = max(wait, asked) if asked else wait
            self._turns.postpone(host, wait)
        raise AssertionError("the last try returns or raises")  # pragma: no cover

    async def _once(self, address: URL) -> Reply:
        host = address.host or ""
        try:
            async with self._turns.turn(host):
                reply = await self._client.ask("HEAD", address)
        except NoReply as error:
            if not error.may_pass or error.answer.is_offline:
                raise
        else:
            if reply.status < 400 or reply.status == 429:
                return reply
        async with self._turns.turn(host):  # some sites do not know HEAD, and say so in many ways
            return await self._client.ask("GET", address)


def judge(reply: Reply) -> Answer:
    """Return what a reply without redirect means for a reader."""
    if reply.status < 300 or reply.status == _RANGE_REFUSED:
        return Answer(Outcome.GOOD)
    if reply.status in _GONE:
        return Answer(Outcome.GONE, _GONE[reply.status])
    if reply.status in (401, 403, 405, 406, 429, 451, 999):
        return Answer(Outcome.UNSURE, f"de site laat programma's niet binnen ({reply.status})")
    if reply.status >= 500:
        return Answer(Outcome.UNSURE, f"de site heeft een storing ({reply.status})")
    return Answer(Outcome.UNSURE, f"de site geeft een antwoord dat wij niet begrijpen ({reply.status})")


def read_wait(retry_after: str) -> float:
    """Return how many seconds a ``Retry-After`` asks for, as a number or as a date; 0 for none or nonsense."""
    if re.fullmatch(r"\d{1,9}", retry_after.strip(), re.ASCII):
        return float(retry_after)
    try:
        when = parsedate_to_datetime(retry_after)
    except ValueError:
        return 0.0
    return max(0.0, (when.replace(tzinfo=when.tzinfo or UTC) - datetime.now(UTC)).total_seconds())


def _moved(answer: Answer, first: URL, moved_to: URL, last: URL) -> Answer:
    """Return the answer for a page that is there, after redirects: moved, or a page that stands in for a lost one."""
    if not _FRONT_PAGE.fullmatch(first.path) and _FRONT_PAGE.fullmatch(last.path) and not last.query_string:
        return Answer(Outcome.UNSURE, "het adres stuurt door naar de voorpagina; de pagina zelf is waarschijnlijk weg")
    if _ERROR_PAGE.search(last.path) and not _ERROR_PAGE.search(first.path):
        return Answer(Outcome.UNSURE, "het adres stuurt door naar een foutpagina; de pagina is waarschijnlijk weg")
    if moved_to.with_fragment(None) == first.with_fragment(None):
        return answer
    if first.fragment and not moved_to.fragment:
        moved_to = moved_to.with_fragment(first.fragment)
    return replace(answer, outcome=Outcome.MOVED, moved_to=str(moved_to))
