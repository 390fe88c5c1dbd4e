"""Ask one address one thing: a single request with a deadline, to the public internet alone.

Of the reply as little as possible is read.
"""

from __future__ import annotations

import socket
from dataclasses import dataclass
from ipaddress import ip_address
from types import TracebackType
from typing import Self

import aiohttp
from yarl import URL

from mvo_catalogue.links.answer import Answer, Outcome
from mvo_catalogue.links.guard import PrivateAddress, PublicResolver, is_public

_NO_SUCH_NAME = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}


@dataclass(frozen=True, slots=True)
class Reply:
    """What a site says: the status, two headers (``""`` when absent), and the first bytes if they were asked for."""

    status: int
    location: str = ""
    retry_after: str = ""
    start: bytes = b""


class NoReply(Exception):
    """There was no reply; ``answer`` says why, ``may_pass`` whether it is worth another try."""

    def __init__(self, answer: Answer, *, may_pass: bool = False) -> None:
        """Keep both."""
        super().__init__(answer.reason)
        self.answer = answer
        self.may_pass = may_pass


class Client:
    """Sends requests under one name; no cookies, no credentials, no proxy, no redirect is followed by itself.

    ``deadline`` is in seconds and counts for all of a request. ``allow_private`` lets it into the own network.
    """

    def __init__(self, user_agent: str, deadline: float, *, allow_private: bool = False) -> None:
        """Remember how to ask; sessions start in ``async with``."""
        self._user_agent = user_agent
        self._deadline = deadline
        self._allow_private = allow_private

    async def __aenter__(self) -> Self:
        """Open the session."""
        resolver = aiohttp.ThreadedResolver() if self._allow_private else PublicResolver()
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(resolver=resolver, use_dns_cache=False, force_close=True, limit=0),
            headers={"User-Agent": self._user_agent, "Accept": "*/*"},
            timeout=aiohttp.ClientTimeout(total=self._deadline),
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
            trust_env=False,
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the session."""
        await self._session.close()

    async def ask(self, method: str, address: URL, read: int = 0) -> Reply:
        """Return the reply to a request; of a body at most ``read`` bytes are looked at.

        Raises:
            NoReply: there was none.
        """
        self._check(address)
        headers = {"Range": "bytes=0-0"} if method == "GET" and not read else {}
        try:
            async with self._session.request(method, address, headers=headers, allow_redirects=False) as response:
                start = b""
                while read > len(start) and (part := await response.content.read(read - len(start))):
                    start += part
                location, retry_after = (response.headers.get(name, "") for name in ("Location", "Retry-After"))
                response.close()  # whatever else it wants to send
                return Reply(response.status, location, retry_after, start)
        except TimeoutError as error:
            reason = f"de site antwoordt niet binnen {self._deadline:g} seconden"
            raise NoReply(Answer(Outcome.UNSURE, reason), may_pass=True) from error
        except aiohttp.ClientConnectorDNSError as error:
            raise explain_name_error(error.os_error) from error
        except (aiohttp.ClientConnectorCertificateError, aiohttp.ClientSSLError) as error:
            reason = "de beveiligde verbinding van de site klopt niet (certificaat)"
            raise NoReply(Answer(Outcome.UNSURE, reason)) from error
        except (aiohttp.ClientError, OSError, ValueError) as error:
            raise NoReply(Answer(Outcome.UNSURE, "de verbinding met de site lukt niet"), may_pass=True) from error

    def _check(self, address: URL) -> None:
        """Refuse what no link of a catalogue can be, before anything is sent."""
        if address.scheme not in ("http", "https") or not address.host or address.user or address.password:
            raise NoReply(Answer(Outcome.UNSURE, "het adres stuurt door naar iets dat geen gewone webpagina is"))
        try:
            is_private = not is_public(str(ip_address(address.host.partition("%")[0])))
        except ValueError:
            return  # a name: judged when it is resolved
        if is_private and not self._allow_private:
            raise explain_name_error(PrivateAddress(address.host))


def explain_name_error(error: OSError) -> NoReply:
    """Return what a failure to find a host means for the link."""
    if isinstance(error, PrivateAddress):
        return NoReply(Answer(Outcome.PRIVATE, "dit adres werkt alleen binnen een eigen netwerk"))
    if isinstance(error, socket.gaierror) and error.errno in _NO_SUCH_NAME:
        return NoReply(Answer(Outcome.GONE, "de site bestaat niet (meer)", is_offline=True))
    reason = "de naam van de site kan nu niet worden opgezocht"
    return NoReply(Answer(Outcome.UNSURE, reason, is_offline=True), may_pass=True)
