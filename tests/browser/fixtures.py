"""A real browser, a server for a built folder, and pages that fail on errors."""

import functools
import re
import socket
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Literal, cast
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Locator,
    Page,
    Request,
    ViewportSize,
    WebError,
    expect,
)
from playwright.sync_api import Error as PlaywrightError

from tests.browser.old_browser import make_old_browser
from tests.site.fixtures import SUBFOLDER, BuildOnce
from tools.browser import open_browser

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
REACH = (Path(__file__).parent / "reach.js").read_text(encoding="utf-8")
"""Functions for what axe cannot check, to evaluate in a page."""

AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE_LOOKS = ["link-in-text-block", "scrollable-region-focusable", "target-size"]
"""The rules whose result can depend on colours or width.

Contrast is the dearest of all: axe judges it once, in light colours, and `reach.js` the other colours.
"""
FRAME = [".mvo-site-header", ".mvo-site-footer"]
"""The parts that every page has."""
WIDE, NARROW, ZOOMED = 1280, 360, 320  # a laptop, a small phone, a laptop at 400 %
HEIGHTS = {WIDE: 900, NARROW: 740}
PATIENCE = 20_000  # milliseconds until something that should appear is given up
expect.set_options(timeout=PATIENCE)

Serve = Callable[..., str]
OpenPage = Callable[..., Page]


class SiteHandler(SimpleHTTPRequestHandler):
    """Serve a built site below a path, with its own page for what does not exist."""

    def __init__(self, *arguments: Any, base: str, **options: Any) -> None:
        self.base = base
        super().__init__(*arguments, **options)

    def translate_path(self, path: str) -> str:
        """Map an address below the base to a file; nothing exists outside the base."""
        if not path.startswith(self.base):
            return str(Path(self.directory) / ".outside-the-base")
        return super().translate_path(path.removeprefix(self.base.rstrip("/")))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's 404.html, as the real servers do."""
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, *arguments: Any) -> None:
        """Log no requests."""


class SiteServer(ThreadingHTTPServer):
    """A server that ends with every connection to it, as a browser opens some before it has a question."""

    def __init__(self, handler: Callable[..., SiteHandler]) -> None:
        super().__init__(("127.0.0.1", 0), handler)
        self._connections: list[socket.socket] = []

    def process_request(self, request: Any, client_address: Any) -> None:
        """Answer a connection, and remember it."""
        self._connections.append(request)
        super().process_request(request, client_address)

    def server_close(self) -> None:
        """Close the port and all connections."""
        super().server_close()
        for connection in self._connections:
            with suppress(OSError):  # it was closed before
                connection.shutdown(socket.SHUT_RDWR)


@contextmanager
def serving(directory: Path, base: str = "/", handler: type[SiteHandler] = SiteHandler) -> Iterator[str]:
    """Serve a folder on a free port of 127.0.0.1 until the end of the block; yield its address."""
    server = SiteServer(functools.partial(handler, directory=str(directory), base=base))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{base}"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def serve() -> Iterator[Serve]:
    """Return ``serve(directory, base="/")``: the address of that folder until the end of the run."""
    with ExitStack() as stack:
        yield functools.cache(lambda directory, base="/": stack.enter_context(serving(directory, base)))


@pytest.fixture(scope="session")
def address(collection_site: Path, serve: Serve) -> str:
    """Return where a catalogue of some fifty practices is served."""
    return serve(collection_site, f"{SUBFOLDER}/")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return one headless Chromium for the whole run."""
    with open_browser() as browser:
        yield browser


@pytest.fixture(scope="session")
def old_browser(build_once: BuildOnce) -> Path:
    """Return the script of `make_old_browser` as a file: the data of MDN take a second to read."""

    def make(folder: Path) -> None:
        (folder / "old.js").write_text(make_old_browser(), encoding="utf-8")

    return build_once("old-browser", make) / "old.js"


@pytest.fixture
def open_page(browser: Browser, old_browser: Path) -> Iterator[OpenPage]:
    """Return ``open_page(width=1280, expected=(), **context_options)``: an empty page in a fresh context.

    What the oldest browsers of theme/build.mjs cannot do, it cannot either. The test fails when the page logs an error,
    throws, or asks another host for something. A message that the test is about is let through when it contains one of
    the texts in ``expected``.
    """
    with ExitStack() as stack:

        def new_page(width: int = WIDE, expected: Iterable[str] = (), **options: Any) -> Page:
            viewport: ViewportSize = {"width": width, "height": HEIGHTS.get(width, HEIGHTS[WIDE])}
            options.setdefault("service_workers", "block")  # it would answer before page.route does
            context = browser.new_context(viewport=viewport, locale="nl-NL", **options)
            stack.callback(context.close)
            context.set_default_timeout(PATIENCE)
            context.add_init_script(path=old_browser)
            stack.enter_context(fail_on_console_errors(context, expected))
            return context.new_page()

        yield new_page


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """Return a page as wide as a laptop."""
    return open_page(WIDE)


@pytest.fixture
def phone_page(open_page: OpenPage) -> Page:
    """Return a page as narrow as a small phone, that is touched and not pointed at."""
    return open_page(NARROW, has_touch=True, is_mobile=True)


@contextmanager
def fail_on_console_errors(context: BrowserContext, expected: Iterable[str] = ()) -> Iterator[None]:
    """Fail at the end when a page of this context logged an error, threw, or turned to another host."""
    problems: list[str] = []
    allowed = (*expected, "Service Worker registration blocked by Playwright")

    def note(problem: str) -> None:
        if not any(text in problem for text in allowed):
            problems.append(problem)

    def on_console(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and not _is_icon(message.location["url"]):
            note(f"console {message.type}: {message.text} ({message.location['url']})")

    def on_error(error: WebError) -> None:
        note(f"exception: {error.error}")

    def on_request(request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in {"about", "blob", "data", "mailto"} and address.hostname not in {
            "127.0.0.1",
            "localhost",
        }:
            note(f"request to another host: {request.url}")

    context.on("console", on_console)
    context.on("weberror", on_error)
    context.on("request", on_request)
    yield
    assert not problems, "\n".join(problems)


def note_requests(page: Page) -> list[str]:
    """Return a list that collects the addresses that the page requests from now on."""
    asked: list[str] = []

    def note(request: Request) -> None:
        if not _is_icon(request.url):
            asked.append(request.url)

    page.on("request", note)
    return asked


def _is_icon(address: str) -> bool:
    """Return whether an address is that of the icon, which some builds of Chromium request at any moment."""
    return "/favicon." in urlsplit(address).path


def axe_violations(
    page: Page, *, only_looks: bool = False, with_frame: bool = False, within: str = "html"
) -> list[str]:
    """Return a line for every element of the current page for which axe has a violation.

    With ``only_looks`` what does not depend on colours or width is not judged once more. The head and the
    foot that every page has are judged with ``with_frame``, as test_accessibility.py asks for some pages; ``within`` is
    the selector of a part, where the rest was judged already.
    """
    if not page.evaluate("'axe' in globalThis"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    result = page.evaluate(
        "([include, exclude, runOnly]) => axe.run({ include, exclude }, { runOnly, resultTypes: ['violations'] })",
        [within, [] if with_frame else FRAME, AXE_LOOKS if only_looks else AXE_TAGS],
    )
    return [
        f"{violation['id']}: {violation['help']} — {' '.join(map(str, node['target']))}: {node['html'][:120]}"
        for violation in result["violations"]
        for node in violation["nodes"]
    ]


def find_barriers(page: Page, within: str = "html") -> list[str]:
    """Return what axe finds on the page as it is, wide and light; its looks at 400 % and dark; and what sticks out.

    Axe judges what is ``within`` an element with this selector.

    What a page looks like for those who force their own colours is judged in test_accessibility.py.
    """
    size, found = page.viewport_size, []
    for width, scheme in ((WIDE, "light"), (ZOOMED, "dark")):  # a colour does not depend on the width
        page.set_viewport_size({"width": width, "height": HEIGHTS[WIDE]})
        page.emulate_media(color_scheme=cast('Literal["light", "dark"]', scheme), reduced_motion="reduce")
        page.evaluate(REACH)
        lines = axe_violations(page, only_looks=width == ZOOMED, within=within) + page.evaluate("reach.faint()")
        found += [f"{width} {scheme}: {line}" for line in lines]
        if (wide := page.evaluate("document.documentElement.scrollWidth")) > width:
            found.append(f"{width}: the page is {wide} wide")
    page.emulate_media(color_scheme="null", reduced_motion="null")
    if size:
        page.set_viewport_size(size)
    return found


def section_of(page: Page, heading: str) -> Locator:
    """Return the part of a page under a heading, which is no landmark."""
    return page.get_by_role("heading", name=heading).locator("xpath=ancestor::section[1]")


def tab_to(target: Locator, *, most: int = 150) -> None:
    """Press Tab until the target has the focus; fail if it never gets it."""
    element = target.element_handle()
    for _ in range(most):
        # To ask the element itself takes a sixth of the time that it takes to find it again.
        is_there, is_focused = element.evaluate("element => [element.isConnected, element === document.activeElement]")
        if is_focused:
            return
        if not is_there:
            element = target.element_handle()
        target.page.keyboard.press("Tab")
    pytest.fail(f"Tab does not come to {target}")


def print_page(page: Page, *, tries: int = 3) -> bytes:
    """Return the page as PDF on A4; printing sometimes fails when Chromium is busy, so it is retried."""
    try:
        return page.pdf(format="A4", prefer_css_page_size=True)
    except PlaywrightError:
        if tries == 1:
            raise
        return print_page(page, tries=tries - 1)


def count_pages(pdf: bytes) -> int:
    """Return how many sheets a PDF has."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))
