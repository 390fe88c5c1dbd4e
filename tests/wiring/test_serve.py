"""Serving while writing: pages, the page for what is not there, and news of a rebuild."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.client import HTTPConnection
from http.server import SimpleHTTPRequestHandler

import pytest

from mvo_catalogue.wiring.commands.serve import Reload, SiteHandler, SiteServer

PATIENCE = 10
KEPT = """async () => [await caches.keys(), (await navigator.serviceWorker.getRegistrations()).length]"""
"""What a browser keeps of a site: the names of its caches, and how many workers."""


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves a folder as a plain web server does, without a word."""

    def log_message(self, *arguments: object) -> None:
        """Keep the report free of access lines."""


@pytest.fixture
def site(tmp_path):
    """Return a small built site."""
    (tmp_path / "site" / "praktijken").mkdir(parents=True)
    (tmp_path / "site" / "index.html").write_text("<head></head><p>Begin é</p>", encoding="utf-8")
    (tmp_path / "site" / "praktijken" / "index.html").write_text("<head></head><p>Lijst</p>")
    (tmp_path / "site" / "404.html").write_text("<head></head><p>Niet gevonden</p>")
    (tmp_path / "site" / "stijl.css").write_text("a{}")
    (tmp_path / "site" / "assets").mkdir()
    (tmp_path / "geheim.html").write_text("geheim")
    return tmp_path / "site"


@pytest.fixture
def reload():
    """Return the bell that tells browsers of a rebuild."""
    return Reload()


@pytest.fixture
def server(site, reload):
    """Return a running server of the site on a free port."""
    handler = partial(SiteHandler, directory=str(site), reload=reload)
    with SiteServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join(PATIENCE)


@pytest.fixture
def get(server):
    """Return ``get(path)``: status, type and text of an answer."""

    def get(path: str) -> tuple[int, str, str]:
        connection = HTTPConnection("127.0.0.1", server.server_address[1], timeout=PATIENCE)
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            return answer.status, answer.headers["Content-Type"], answer.read().decode()
        finally:
            connection.close()

    return get


@contextmanager
def repeat(action: Callable[[], object]) -> Iterator[None]:
    """Do something again and again in the background: nobody knows when the other side has begun to listen."""
    stop = threading.Event()

    def run() -> None:
        while not stop.wait(0.1):
            action()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(PATIENCE)


@pytest.mark.parametrize(
    ("path", "words"),
    [("/", "Begin é"), ("/?q=x", "Begin é"), ("/index.html", "Begin é"), ("/praktijken/", "Lijst")],
)
def test_pages_come_with_the_reload_script(get, path, words):
    """A page is served as it is, plus one script in its head."""
    status, content_type, text = get(path)

    assert (status, content_type) == (200, "text/html; charset=utf-8")
    assert words in text
    assert text.count('<script src="/__herladen.js" defer></script></head>') == 1


@pytest.mark.parametrize(
    "path",
    [
        *("/weg/", "/weg.html", "/weg.css", "/praktijken/weg", "/../geheim.html", "/%2e%2e/geheim.html"),
        *("/..%2fgeheim.html", "/..%5cgeheim.html", "//geheim.html", "/a%2f..%2f..%2fgeheim.html"),
        *("/%00", "/a%00.css", "/%00/", "/assets/#", "/assets/?#", "/%ff", "/" + "a" * 5000),
    ],
)
def test_what_is_not_there_gets_the_page_of_the_site(get, path):
    """Pages, files and attempts to get outside the site all end at the site's own page."""
    status, content_type, text = get(path)

    assert (status, content_type) == (404, "text/html; charset=utf-8")
    assert "Niet gevonden" in text


def test_files_are_served_as_they_are(get):
    """A style gets no script."""
    assert get("/stijl.css") == (200, "text/css", "a{}")


def test_a_worker_of_the_published_site_is_replaced_by_one_that_keeps_nothing(server, site, open_page):
    """Who saw a built site at this address sees every change: what was kept then is gone, and so is the worker."""
    (site / "service-worker.js").write_text("self.addEventListener('fetch', () => {})")
    page = open_page(service_workers="allow")
    address = f"http://127.0.0.1:{server.server_address[1]}/"
    editing = server.RequestHandlerClass
    server.RequestHandlerClass = partial(QuietHandler, directory=str(site))
    page.goto(f"{address}index.html")
    page.evaluate(
        """async () => {
          await (await caches.open("catalogus / een")).put("index.html", new Response("oud"));
          await navigator.serviceWorker.register("/service-worker.js");
          await navigator.serviceWorker.ready;
        }"""
    )
    server.RequestHandlerClass = editing
    assert page.evaluate(KEPT) == [["catalogus / een"], 1]
    page.evaluate("navigator.serviceWorker.getRegistration().then((worker) => worker.update()).then(() => {})")
    # Asked again and again from here: `wait_for_function` takes the promise of an asynchronous function for a yes.
    for _ in range(100):
        if page.evaluate(KEPT) == [[], 0]:
            break
        page.wait_for_timeout(50)
    assert page.evaluate(KEPT) == [[], 0]


def test_the_script_listens_for_news(get):
    """What reloads the page is a file of this server, since pages allow no inline script."""
    status, content_type, text = get("/__herladen.js")

    assert (status, content_type) == (200, "text/javascript")
    assert '"/__herladen"' in text


def test_before_the_first_build_there_is_a_sentence(get, site):
    """Without a site a browser shows what to do instead of an error."""
    for page in ("index.html", "404.html"):
        (site / page).unlink()
    status, _, text = get("/")

    assert status == 503
    assert "make" in text


def test_a_waiting_browser_hears_of_a_rebuild(server, reload):
    """The event comes when a build is announced, again and again."""
    address = f"http://127.0.0.1:{server.server_address[1]}/__herladen"
    with repeat(reload.announce), urllib.request.urlopen(address, timeout=PATIENCE) as answer:
        assert answer.headers["Content-Type"] == "text/event-stream"
        assert [answer.readline() for _ in range(4)] == [b"data: nieuw\n", b"\n"] * 2


def test_the_bell_wakes_who_waits_and_only_then(reload):
    """Who waits in vain is told so; who waits when it rings wakes up at once."""
    assert reload.wait(0.01) is False

    woken = []
    waiter = threading.Thread(target=lambda: woken.append(reload.wait(PATIENCE)))
    waiter.start()
    while waiter.is_alive():
        reload.announce()
        waiter.join(0.01)

    assert woken == [True]


def test_a_taken_port_is_told(server):
    """Two servers cannot share a port."""
    with pytest.raises(OSError, match="in use"):
        SiteServer(("127.0.0.1", server.server_address[1]), partial(SiteHandler, reload=Reload()))


def test_writing_is_followed_by_a_rebuild_and_a_reload(project):
    """``mvo serve`` builds, shows the site, rebuilds on a change, rings the bell, and stops at Ctrl-C."""
    (project / "Makefile").write_text("site:\n\t@touch herbouwd\n")
    command = [sys.executable, "-m", "mvo_catalogue", "serve", "--port", "0"]
    with subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout
        try:
            lines = iter(process.stdout.readline, "")
            address = next(found[0] for line in lines if (found := re.search(r"http://127\.0\.0\.1:[1-9]\d*/", line)))
            with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
                assert b"MVO-praktijkcatalogus" in answer.read()
            page = project / "content" / "pages" / "over.md"
            with (
                repeat(lambda: page.write_text(str(time.monotonic()))),
                urllib.request.urlopen(f"{address}__herladen", timeout=3 * PATIENCE) as answer,
            ):
                assert answer.readline() == b"data: nieuw\n"
            assert (project / "herbouwd").is_file()
        finally:
            process.send_signal(signal.SIGINT)
            said = process.communicate()[1]

    assert (process.returncode, said) == (0, "")
