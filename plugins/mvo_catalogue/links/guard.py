"""Keep requests on the public internet: content is untrusted, and the machine that asks may stand in an own network."""

from __future__ import annotations

import ipaddress
import socket

from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver

_NAT64 = ipaddress.ip_network("64:ff9b::/96")


class PrivateAddress(OSError):
    """A host that is not on the public internet."""


def is_public(address: str) -> bool:
    """Return whether an IP address can be reached by everybody; one that holds another is judged by that one too."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = [ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())]
        if ip in _NAT64:
            inner.append(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF))
        if not all(is_public(str(other)) for other in inner if other):
            return False
        if ip.ipv4_mapped or ip in _NAT64:
            return True
    return ip.is_global and not ip.is_multicast


class PublicResolver(AbstractResolver):
    """Resolves a name to its public IP addresses only; the connection is made to exactly what was judged here."""

    def __init__(self) -> None:
        """Resolve as the system does."""
        self._system = ThreadedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """Return the public addresses of a host.

        Raises:
            PrivateAddress: it has none that is public.
            OSError: it has none at all.
        """
        found = await self._system.resolve(host, port, family)
        public = [result for result in found if is_public(result["host"])]
        if not public:
            raise PrivateAddress(host)
        return public

    async def close(self) -> None:
        """Release what the system's resolver holds."""
        await self._system.close()
