"""Check addresses: one request at a time per host, redirects followed and checked, retries for busy sites."""

import contextlib
import queue
import re
import time
from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from threading import Event, Lock, Thread
from urllib.parse import urldefrag, urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from mvo_catalogue.links.client import Answer, NoReply, Reply, RequestSettings, fetch

PROGRAM = "MVO-praktijkcatalogus"
"""Our name in a robots.txt, and the first word of our User-Agent."""

_HOSTS_AT_ONCE = 8
_MAX_HOPS = 10
_TRIES = 3
_LONGEST_WAIT = 60.0
_MAX_ROBOTS_BYTES, _MAX_ROBOTS_HOPS, _MAX_ROBOTS_PAUSE = 500_000, 3, 10.0

_PERMANENT, _REDIRECT = {301, 308}, {301, 302, 303, 307, 308}
_GONE = {404: "no-page", 410: "withdrawn"}
_WALL, _BUSY = {401, 403, 405, 406, 429, 451, 999}, {429, 500, 502, 503, 504}
_FRONT_PAGE = re.compile(r"/?(?:(?:nl|home|nl/home)/?)?(?:index\.\w+)?")
_ERROR_PAGE = re.compile(r"(?i)/(?:404|not-?found|page-not-found|error|niet-gevonden|pagina-niet-gevonden)(?:[./]|$)")


class RateLimiter:
    """Allows one request at a time to a host, with a pause (seconds) between requests."""

    def __init__(self, pause: float) -> None:
        self._pause = pause
        self._pauses: dict[str, float] = {}
        self._locks: dict[str, Lock] = {}
        self._free_at: dict[str, float] = {}

    def slow_down(self, host: str, pause: float) -> None:
        """Use a longer pause for this host, because it asks for that."""
        self._pauses[host] = max(pause, self._pause)
        self.postpone(host, pause)

    def postpone(self, host: str, seconds: float) -> None:
        """Send this host no request for a while."""
        self._free_at[host] = max(self._free_at.get(host, 0.0), time.monotonic() + seconds)

    @contextlib.contextmanager
    def turn(self, host: str) -> Iterator[None]:
        """Wait for a turn at this host and hold it."""
        with self._locks.setdefault(host, Lock()):
            while (wait := self._free_at.get(host, 0.0) - time.monotonic()) > 0:
                time.sleep(wait)
            try:
                yield
            finally:
                self.postpone(host, self._pauses.get(host, self._pause))


class Checker:
    """Requests addresses; may be used from several threads."""

    def __init__(self, settings: RequestSettings) -> None:
        self._settings = settings
        self._limiter = RateLimiter(settings.pause)
        self._robots: dict[str, RobotFileParser] = {}

    def check(self, address: str, end: float) -> Answer:
        """Return the answer for an address; never fails, and never takes much longer than ``end``."""
        try:
            return self._follow(address, min(end, time.monotonic() + self._settings.patience))
        except NoReply as error:
            return error.answer
        except ValueError:  # an invalid host or redirect
            return Answer("link-unsure", "misspelt")
        except Exception:  # noqa: BLE001  # one odd site must not stop the check of all others
            return Answer("link-unsure", "nonsense")

    def _follow(self, first: str, end: float) -> Answer:
        address, moved_to, only_permanent = urldefrag(first).url, first, True
        seen: set[str] = set()
        while address not in seen and len(seen) <= _MAX_HOPS:
            seen.add(address)
            if not self._may_ask(address, end):
                return Answer("link-unsure", "robots")
            reply = self._ask_patiently(address, end)
            if reply.status not in _REDIRECT or not reply.location:
                answer = judge(reply.status)
                return judge_redirect(first, moved_to, address) if answer.is_good else answer
            target = _join(address, reply.location)
            only_permanent = only_permanent and reply.status in _PERMANENT
            moved_to = target if only_permanent else moved_to
            address = urldefrag(target).url
        return Answer("link-unsure", "endless")

    def _ask_patiently(self, address: str, end: float, tries: int = _TRIES) -> Reply:
        """Return a reply, after waiting and retrying when the site is busy."""
        asked = 0.0
        try:
            reply = self._ask(address, end)
            asked = read_wait(reply.retry_after)
            if reply.status not in _BUSY or tries == 1 or asked > min(_LONGEST_WAIT, end - time.monotonic()):
                return reply
        except NoReply as error:
            if not error.may_pass or tries == 1:
                raise
        self._limiter.postpone(_host(address), max(asked, 2 * self._settings.pause * 4 ** (_TRIES - tries)))
        return self._ask_patiently(address, end, tries - 1)

    def _ask(self, address: str, end: float, read: int = 0) -> Reply:
        if time.monotonic() > end:
            raise NoReply(Answer("link-unsure", "slow"))
        with self._limiter.turn(_host(address)):
            return fetch(address, self._settings, read)

    def _may_ask(self, address: str, end: float) -> bool:
        """Return whether robots.txt allows a request; without one everything is allowed."""
        where = urljoin(address, "/robots.txt")
        if where not in self._robots:
            self._robots[where] = rules = RobotFileParser()
            rules.modified()  # without a date it disallows everything
            with contextlib.suppress(NoReply, ValueError):  # its numbers may be invalid
                rules.parse(self._read_robots(where, end).splitlines())
            if delay := rules.crawl_delay(PROGRAM):
                self._limiter.slow_down(_host(address), min(int(delay), _MAX_ROBOTS_PAUSE))
        return self._robots[where].can_fetch(PROGRAM, address)

    def _read_robots(self, address: str, end: float) -> str:
        for _ in range(_MAX_ROBOTS_HOPS):
            reply = self._ask(address, end, _MAX_ROBOTS_BYTES)
            if reply.status not in _REDIRECT:
                return reply.start.decode("utf-8", "replace") if reply.status == 200 else ""
            address = _join(address, reply.location)
        return ""


def judge(status: int) -> Answer:
    """Return the answer for a status that is no redirect."""
    if status < 300:
        return Answer()
    if status in _GONE:
        return Answer("link-gone", _GONE[status])
    matter = "wall" if status in _WALL else "failing" if status >= 500 else "strange"
    return Answer("link-unsure", matter, str(status))


def judge_redirect(first: str, moved_to: str, last: str) -> Answer:
    """Return the answer for a page that was found, perhaps after redirects: moved, or replaced by a general page."""
    start, end, new = urlsplit(first), urlsplit(last), urldefrag(moved_to)
    if not _FRONT_PAGE.fullmatch(start.path) and _FRONT_PAGE.fullmatch(end.path) and not end.query:
        return Answer("link-unsure", "front-page")
    if _ERROR_PAGE.search(end.path) and not _ERROR_PAGE.search(start.path):
        return Answer("link-unsure", "error-page")
    if new.url == urldefrag(first).url:
        return Answer()
    fragment = new.fragment or start.fragment
    return Answer("link-moved", moved_to=f"{new.url}#{fragment}" if fragment else new.url)


def read_wait(retry_after: str) -> float:
    """Return the seconds of a ``Retry-After``, which is a number or a date; 0 when it is missing or invalid."""
    if re.fullmatch(r"\d{1,9}", retry_after.strip(), re.ASCII):
        return float(retry_after)
    try:
        when = parsedate_to_datetime(retry_after)
        return max(0.0, (when.replace(tzinfo=when.tzinfo or UTC) - datetime.now(UTC)).total_seconds())
    except (ValueError, OverflowError):
        return 0.0


def _join(address: str, location: str) -> str:
    """Return where a ``Location`` points; http.client reads headers as Latin-1, sites write UTF-8."""
    return urljoin(address, location.encode("latin-1", "replace").decode("utf-8", "replace"))


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def ask_all(addresses: Collection[str], settings: RequestSettings, limit: float) -> Iterator[tuple[str, Answer]]:
    """Yield (address, answer) as soon as each is known, for at most ``limit`` seconds.

    A host gets a third of that, so that a few slow hosts cannot use up all time.
    """
    groups: dict[str, list[str]] = defaultdict(list)
    for address in sorted(addresses):
        groups[_host(address)].append(address)
    waiting: queue.SimpleQueue[list[str]] = queue.SimpleQueue()
    for group in sorted(groups.values(), key=len, reverse=True):
        waiting.put(group)
    answers: queue.SimpleQueue[tuple[str, Answer]] = queue.SimpleQueue()
    checker, is_over, end = Checker(settings), Event(), time.monotonic() + limit

    def work() -> None:
        with contextlib.suppress(queue.Empty):
            while not is_over.is_set():
                group, share = waiting.get_nowait(), time.monotonic() + limit / 3
                for address in group:
                    if not is_over.is_set():
                        answers.put((address, checker.check(address, share)))

    try:
        for _ in range(min(_HOSTS_AT_ONCE, len(groups))):
            Thread(target=work, daemon=True).start()
        with contextlib.suppress(queue.Empty):
            for _ in range(sum(map(len, groups.values()))):
                yield answers.get(timeout=max(0.0, end - time.monotonic()))
    finally:
        is_over.set()
