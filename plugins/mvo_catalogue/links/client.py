"""Request one address: on the public internet only, within a deadline, and without reading the page."""

import contextlib
import ipaddress
import socket
import ssl
import time
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from threading import Timer
from urllib.parse import quote, urlsplit

_SAFE = "/%:@!$&'()*+,;=~?"
_MOST_TRIED = 3
"""At most so many IP addresses of a host are tried."""

_NO_SUCH_NAME = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_GLOBAL_UNICAST = ipaddress.ip_network("2000::/3")
_SPECIAL = tuple(
    ipaddress.ip_network(network)
    for network in (
        *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24"),
        *("192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24"),
        *("224.0.0.0/3", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"),
    )
)
"""Special-purpose networks of IANA; each version of Python knows another part of them."""
_TLS = ssl.create_default_context()


@dataclass(frozen=True, slots=True)
class RequestSettings:
    """How we send requests; times in seconds, and ``patience`` is for an address with all its retries."""

    user_agent: str
    pause: float = 1.0
    deadline: float = 20.0
    own_network: bool = False
    patience: float = 300.0


@dataclass(frozen=True, slots=True)
class Reply:
    """The reply of a site: status, two headers (``""`` when absent), and the first bytes if they were asked for."""

    status: int
    location: str = ""
    retry_after: str = ""
    start: bytes = b""


@dataclass(frozen=True, slots=True)
class Answer:
    """The rule that an address breaks (``""`` when it works), and by ``matter`` which of its messages.

    ``about`` is the status or the number of seconds in that sentence, ``moved_to`` the new address of what moved for
    good. ``is_offline`` says that the host could not be found, which may be the fault of our own network.
    """

    rule: str = ""
    matter: str = ""
    about: str = ""
    moved_to: str = ""
    is_offline: bool = False

    @property
    def is_good(self) -> bool:
        """Return whether the address works, so that it need not be checked again soon."""
        return self.rule in ("", "link-moved")


class NoReply(Exception):
    """There was no reply; ``answer`` is the result for the link, unless a retry helps (``may_pass``)."""

    def __init__(self, answer: Answer, *, may_pass: bool = False) -> None:
        super().__init__(answer)
        self.answer = answer
        self.may_pass = may_pass


class PrivateAddress(OSError):
    """A host that is not on the public internet."""


def fetch(address: str, settings: RequestSettings, read: int = 0) -> Reply:
    """Return the reply to a GET; of a page at most ``read`` bytes are looked at, and no redirect is followed.

    Raises:
        NoReply: there was none.
        ValueError: this is no address.
    """
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username is not None:
        raise NoReply(Answer("link-unsure", "no-web-page"))
    usual_port = 443 if parts.scheme == "https" else 80
    connection = HTTPConnection(parts.hostname.encode("idna").decode(), parts.port or usual_port)
    connection.default_port = usual_port
    target = quote(parts.path or "/", _SAFE) + (f"?{quote(parts.query, _SAFE)}" if parts.query else "")
    end = time.monotonic() + settings.deadline
    try:
        with _open(connection.host, connection.port, end, settings.own_network) as plain:
            line = plain
            if parts.scheme == "https":
                line = _TLS.wrap_socket(plain, server_hostname=connection.host, do_handshake_on_connect=False)
            connection.sock = line
            return _exchange(connection, target, settings.user_agent, read, end)
    except (HTTPException, OSError) as error:
        raise _explain(error, settings.deadline, is_late=time.monotonic() >= end) from error


def _open(host: str, port: int, end: float, own_network: bool) -> socket.socket:
    """Return a connection to an IP address that was found public: names are resolved here and nowhere else."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    judged = [entry for entry in found if own_network or is_public(str(entry[4][0]))]
    failure: OSError = PrivateAddress(host)
    for family, kind, protocol, _, where in judged[:_MOST_TRIED]:
        line = socket.socket(family, kind, protocol)
        line.settimeout(max(0.01, end - time.monotonic()))
        try:
            line.connect(where)
        except OSError as error:
            line.close()
            failure = error
        else:
            return line
    raise failure


def _exchange(connection: HTTPConnection, target: str, user_agent: str, read: int, end: float) -> Reply:
    """Send the request and return the reply; the connection is shut at ``end``, even if data still trickles in."""
    line = connection.sock
    hang_up = Timer(end - time.monotonic(), _shut, (line,))
    hang_up.start()
    try:
        if isinstance(line, ssl.SSLSocket):
            line.do_handshake()
        headers = {"User-Agent": user_agent, "Accept": "*/*", "Connection": "close"}
        connection.request("GET", target, headers=headers)
        with connection.getresponse() as response:
            start = response.read(read) if read else b""
            location, retry_after = (response.headers.get(name, "") for name in ("Location", "Retry-After"))
        if time.monotonic() >= end:  # a truncated reply looks complete
            raise TimeoutError
        return Reply(response.status, location, retry_after, start)
    finally:
        hang_up.cancel()
        connection.close()


def _shut(line: socket.socket) -> None:
    with contextlib.suppress(OSError):
        socket.socket.shutdown(line, socket.SHUT_RDWR)  # not the TLS layer, from which another thread reads


def _explain(error: Exception, deadline: float, *, is_late: bool) -> NoReply:
    if isinstance(error, PrivateAddress):
        return NoReply(Answer("link-private"))
    if isinstance(error, socket.gaierror):
        if error.errno in _NO_SUCH_NAME:
            return NoReply(Answer("link-gone", "no-site", is_offline=True))
        return NoReply(Answer("link-unsure", "no-name", is_offline=True), may_pass=True)
    if is_late or isinstance(error, TimeoutError):
        return NoReply(Answer("link-unsure", "late", f"{deadline:g}"), may_pass=True)
    if isinstance(error, ssl.SSLError):
        return NoReply(Answer("link-unsure", "certificate"))
    return NoReply(Answer("link-unsure", "no-connection"), may_pass=True)


def is_public(address: str) -> bool:
    """Return whether an IP address is public; for an IPv6 address with an IPv4 address inside, the latter counts."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        if inner := ip.ipv4_mapped or (ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF) if ip in _NAT64 else None):
            return is_public(str(inner))
        if ip not in _GLOBAL_UNICAST:
            return False
    return ip.is_global and not any(ip in network for network in _SPECIAL if network.version == ip.version)
