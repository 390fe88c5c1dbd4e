"""Showing the site while writing: every page as it is now, what is wrong above it, and news of a change."""

import re
import signal
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.client import HTTPConnection
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from urllib.parse import urlencode

import pytest
from markdown import Markdown

from mvo_catalogue.build_cache import BuildCache
from mvo_catalogue.pages import related
from mvo_catalogue.validation.cache import Cache
from mvo_catalogue.wiring.commands.build import build_site
from mvo_catalogue.wiring.commands.serve import SiteHandler, SiteServer
from mvo_catalogue.wiring.preview.site import Preview
from tests.site.fixtures import make_project, pelican_alone

PATIENCE = 20
KEPT = """async () => [await caches.keys(), (await navigator.serviceWorker.getRegistrations()).length]"""
"""What a browser keeps of a site: the names of its caches, and how many workers."""
PRACTICE, PAGE = Path("content/practices/portieken.md"), "/praktijken/portieken/"


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves a folder as a plain web server does, without a word."""

    def log_message(self, *arguments: object) -> None:
        """Keep the report free of access lines."""


@pytest.fixture
def site(project, tmp_path):
    """Return the preview of a small project, ready to be looked at."""
    site = Preview(project / "pelicanconf.py", tmp_path / "made", Cache())
    site.refresh()
    return site


@pytest.fixture
def show(site):
    """Return ``show(path)``: what is above a page, as words, and the page; after everything that was saved."""

    def show(path: str = PAGE) -> tuple[str, str]:
        site.refresh()
        text = site.page(path)[1].decode()
        bars = "".join(re.findall(r'<div class="voorbeeld.*?</div>', text, re.DOTALL))
        return re.sub(r"<[^>]*>", " ", bars), text

    return show


@contextmanager
def serve(site: Preview) -> Iterator[SiteServer]:
    """Run a server of a preview on a free port."""
    with SiteServer(("127.0.0.1", 0), partial(SiteHandler, site=site)) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join(PATIENCE)


@pytest.fixture
def server(site):
    """Return a running server of the small project."""
    with serve(site) as server:
        yield server


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


def change(old: str, new: str, file: Path = PRACTICE) -> None:
    """Save a file with something else in it."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def ask_news(address: str, page: str = PAGE) -> str:
    """Ask a server to say when a page is no longer what it is now."""
    with urllib.request.urlopen(f"{address}{page[1:]}", timeout=PATIENCE) as answer:
        seen = re.search(r'data-seen="(\w+)"', answer.read().decode())
    assert seen
    return f"{address}__voorbeeld?{urlencode({'page': page, 'seen': seen[1]})}"


def count_calls(monkeypatch, owner, name) -> list[tuple[object, ...]]:
    """Return the arguments of each call from now on."""
    calls, function = list[tuple[object, ...]](), getattr(owner, name)

    def call(*arguments: object) -> object:
        calls.append(arguments)
        return function(*arguments)

    monkeypatch.setattr(owner, name, call)
    return calls


def test_one_save_reads_one_file_and_makes_one_page(site, tmp_path, monkeypatch):
    """Of all files only the saved one is read again, and of all pages only the one that is asked for is made.

    The texts of Pelican stay as they were read, and only the practice that is another is gone through for keywords.
    """
    made, before = tmp_path / "made", site._cache.read_count
    site.page(PAGE)
    for file in made.rglob("*.html"):
        file.unlink()
    converted = count_calls(monkeypatch, Markdown, "convert")
    gone_through = count_calls(monkeypatch, related, "_phrases")
    assert before > 10
    assert not list(made.rglob("*.html"))
    change("titel: ", "titel: Nieuw, ")
    site.refresh()
    assert site._cache.read_count == before + 1
    assert b"Nieuw, " in site.page(PAGE)[1]
    assert converted == []
    assert len(gone_through) == 1
    assert [file.relative_to(made).as_posix() for file in made.rglob("*") if file.is_file()] == [
        "praktijken/portieken/index.html"
    ]


def test_an_entry_with_mistakes_is_shown_as_far_as_it_goes(show):
    """The page is there, and above it the same words as those of the check, at the same places."""
    change("  - wonen\n", "  - weet-niet\n")
    change("onderbouwing:", "onderbouwd:")
    change("titel: ", "titel: Half af, ")
    bars, text = show()

    assert "content/practices/portieken.md:6:5  fout: “weet-niet” is geen bekend thema." in bars
    assert "Bedoelde u “onderbouwing”?" in bars
    assert "<title>Half af, " in text
    assert "Verbeter dit in andere bestanden: content/practices/portieken.md:6:5" in re.sub(" +", " ", show("/")[0])


@pytest.mark.parametrize(
    ("file", "page"),
    [
        (PRACTICE, PAGE),
        (Path("content/pages/over.md"), "/over/"),
        (Path("content/partners/de-brug.md"), "/partners/de-brug/"),
    ],
)
def test_a_file_that_cannot_be_read_is_shown_as_it_was(show, file, page):
    """So a file that is half written, or in the middle of a merge, does no harm; once it can be read all is well."""
    before, title = file.read_bytes(), re.search(r"<title>.*?</title>", show(page)[1])
    assert title
    for text in (b"", b"\xff\xfe", b"<<<<<<< HEAD\n=======\n>>>>>>> x\n", b"Geen velden"):
        file.write_bytes(text)
        bars, shown = show(page)
        assert f"{file}:" in bars
        assert "zoals ze hiervoor was" in bars
        assert title[0] in shown
        file.write_bytes(before)
        assert show(page)[0] == ""


def test_files_come_and_go(show, site):
    """A new file has a page at once, with what it still lacks; one that is gone has none, nor has its old name."""
    Path("content/practices/nieuw.md").write_text("---\ntitel: Heel nieuw\n---\n")
    bars, text = show("/praktijken/nieuw/")
    assert "Het veld “bronnen” ontbreekt." in bars
    assert "<title>Heel nieuw" in text
    Path("content/practices/nieuw.md").rename("content/practices/anders.md")
    assert "Heel nieuw" in show("/praktijken/anders/")[1]
    assert site.page("/praktijken/nieuw/")[0] is False
    Path("content/practices/anders.md").unlink()
    show()
    assert site.page("/praktijken/anders/")[0] is False


def test_a_draft_has_a_banner_and_may_be_unfinished(show):
    """Who writes sees it; `mvo build` leaves it out."""
    change("---\n", "---\nconcept: true\n")
    bars, text = show()

    assert "Dit is een concept." in bars
    assert "<title>" in text


@pytest.mark.parametrize(
    ("broken", "place"),
    [("een\n{% if %}", "theme/templates/practice.html:2:"), ("een\n\n{{ weg.x }}", "theme/templates/practice.html:3:")],
)
def test_a_mistake_in_a_template_has_its_place_above_the_page(show, broken, place):
    """The page is as it was; the file and the line are reported, and once it is right so is the page."""
    template = Path("theme/templates/practice.html")
    good = template.read_text()
    show()
    template.write_text(broken)
    bars, text = show()
    assert place in bars
    assert "van voor uw laatste wijziging" in bars
    assert "<title>" in text
    template.write_text(f"{good}anders")
    bars, text = show()
    assert bars == ""
    assert "anders" in text


def test_other_settings_are_shown_and_broken_ones_reported(show):
    """A site keeps its last good settings."""
    change("MVO-praktijkcatalogus", "Mijn", Path("pelicanconf.py"))
    Path("theme/templates/practice.html").write_text("{{ site.name }}")
    assert "Mijn" in show()[1]
    change("DEFAULT_LANG", "(", Path("pelicanconf.py"))
    bars, text = show()
    assert "pelicanconf.py" in bars
    assert "Mijn" in text


def test_from_the_first_moment_a_mistake_is_reported(project, tmp_path):
    """With nothing to show from before there is a page that says what to do."""
    Path("theme/templates/practice.html").write_text("{% if %}")
    site = Preview(project / "pelicanconf.py", tmp_path / "made", Cache())
    assert b"kan nog niet worden gemaakt" in site.page("/")[1]
    site.refresh()
    assert b"theme/templates/practice.html:1:" in site.page("/")[1]


def test_what_somebody_typed_is_never_markup(show):
    """A message that quotes a value shows it."""
    change("onderbouwing: ", "onderbouwing: <script>alert(1)</script>")
    bars = site_text = show()[1]
    assert "&lt;script&gt;alert" in bars
    assert "<script>alert" not in site_text


def test_nothing_of_this_is_published(project, site, tmp_path):
    """A build has no script, no style and no words of the preview."""
    site.page("/")
    output = tmp_path / "output"
    build_site(project / "pelicanconf.py", output)
    assert not [file for file in output.rglob("*") if file.is_file() and b"voorbeeld.js" in file.read_bytes()]


def test_pages_come_with_the_script(get):
    """A page is served as it is, plus one script and one style."""
    for path in ("/", "/?q=x", "/index.html", "/praktijken/", PAGE):
        status, content_type, text = get(path)

        assert (status, content_type) == (200, "text/html; charset=utf-8"), path
        assert text.count('<script src="/__voorbeeld.js"') == text.count('href="/__voorbeeld.css"') == 1, path
    assert get("/__voorbeeld.css")[:2] == (200, "text/css")
    assert get("/__voorbeeld.js")[:2] == (200, "text/javascript")


def test_the_last_slash_may_be_left_out(get):
    """As on a real server."""
    assert get("/praktijken?x=1")[0] == 301


def test_what_is_not_there_gets_the_page_of_the_site(get, tmp_path):
    """Pages, files and attempts to get outside the site all end at the site's own page."""
    (tmp_path / "geheim.html").write_text("geheim")
    for path in (
        *("/weg/", "/weg.html", "/weg.css", "/praktijken/weg", "/../geheim.html", "/%2e%2e/geheim.html"),
        *("/..%2fgeheim.html", "/..%5cgeheim.html", "//geheim.html", "/a%2f..%2f..%2fgeheim.html"),
        *("/zoekindex/../../geheim.html", "/zoekindex/%00", "/zoekindex/weg.json", "/zoekindex/"),
        *("/%00", "/a%00.css", "/%00/", "/assets/#", "/assets/?#", "/%ff", "/" + "a" * 5000),
    ):
        status, content_type, text = get(path)

        assert (status, content_type) == (404, "text/html; charset=utf-8"), path
        assert "geheim" not in text, path


def test_files_are_made_when_asked_for(get):
    """A style gets no script; data and the search index are there too, and only then."""
    assert get("/assets/site.ab12.css")[:2] == (200, "text/css")
    assert get("/praktijken/portieken/gegevens.json")[:2] == (200, "application/json")
    assert get("/zoekindex/manifest.json")[:2] == (200, "application/json")
    assert get("/sitemap.xml")[0] == get("/feeds/nieuws.atom.xml")[0] == 200


def test_a_worker_of_the_published_site_is_replaced_by_one_that_keeps_nothing(server, tmp_path, open_page):
    """Who saw a built site at this address sees every change: what was kept then is gone, and so is the worker."""
    (tmp_path / "service-worker.js").write_text("self.addEventListener('fetch', () => {})")
    (tmp_path / "index.html").write_text("<p>Begin</p>")
    page = open_page(service_workers="allow")
    address = f"http://127.0.0.1:{server.server_address[1]}/"
    editing = server.RequestHandlerClass
    server.RequestHandlerClass = partial(QuietHandler, directory=str(tmp_path))
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
    for _ in range(400):
        if page.evaluate(KEPT) == [[], 0]:
            break
        page.wait_for_timeout(50)
    assert page.evaluate(KEPT) == [[], 0]


def test_who_waits_hears_of_a_change_of_that_page_alone(server, site):
    """Another page that changed is no news; this one is, also when it changed while nobody listened."""
    address = ask_news(f"http://127.0.0.1:{server.server_address[1]}/")
    change("titel: ", "titel: Ander ", Path("content/practices/warm-welkom.md"))
    site.refresh()
    with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
        assert answer.headers["Content-Type"] == "text/event-stream"
        assert [answer.readline() for _ in range(2)] == [b"retry: 500\n", b"\n"]
        change("titel: ", "titel: Ander ")
        site.refresh()
        assert answer.readline() == b"data: nieuw\n"
    with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
        assert b"data: nieuw\n" in answer.read()


def test_a_taken_port_is_reported(server, site):
    """Two servers cannot share a port."""
    with pytest.raises(OSError, match="in use"):
        SiteServer(("127.0.0.1", server.server_address[1]), partial(SiteHandler, site=site))


def test_an_open_page_shows_what_was_saved_at_the_same_place(tmp_path, monkeypatch, open_page):
    """In a browser, with the policy of the real theme: new words and messages come by themselves; nothing jumps."""
    root = make_project(tmp_path / "project")
    monkeypatch.chdir(root)
    site = Preview(root / "pelicanconf.py", tmp_path / "made", Cache())
    site.refresh()
    with pelican_alone(), serve(site) as server:
        file = next(file for file in sorted(Path("content/practices").glob("*.md")))
        page = open_page()
        page.goto(f"http://127.0.0.1:{server.server_address[1]}/praktijken/{file.stem}/")
        page.evaluate("scrollTo(0, 900)")
        change("## Aanpak\n", "## Aanpak\n\nZojuist geschreven.\n", file)
        change("gecontroleerd:", "gekeken:", file)
        site.refresh()
        page.get_by_text("Zojuist geschreven.").wait_for()
        page.wait_for_function("scrollY > 800")
        bar = page.locator(".voorbeeld--fout")
        assert "gekeken" in bar.inner_text()
        assert bar.evaluate("(bar) => getComputedStyle(bar).borderBottomWidth") == "4px"
        page.goto("about:blank")


def test_saving_is_followed_by_news(project):
    """``mvo serve`` notices a file that another takes the place of, and the settings, and stops at Ctrl-C."""
    Path("theme/templates/practice.html").write_text("{{ site.name }} {{ page.title }}")
    command = [sys.executable, "-m", "mvo_catalogue", "serve", "--port", "0"]
    with subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout
        try:
            lines = iter(process.stdout.readline, "")
            address = next(found[0] for line in lines if (found := re.search(r"http://127\.0\.0\.1:[1-9]\d*/", line)))
            for saved, old, new in (
                (PRACTICE, "titel: ", "titel: Nieuw, "),
                (Path("pelicanconf.py"), "MVO-praktijkcatalogus", "Mijn catalogus"),
            ):
                news, fresh = ask_news(address), saved.with_suffix(".tmp")
                fresh.write_text(saved.read_text().replace(old, new))
                fresh.rename(saved)
                with urllib.request.urlopen(news, timeout=PATIENCE) as answer:
                    assert b"data: nieuw\n" in answer.read()
        finally:
            process.send_signal(signal.SIGINT)
            said = process.communicate()[1]

    assert (process.returncode, said) == (0, "")


def test_what_a_build_read_is_known_to_a_preview_and_the_other_way_round(project, tmp_path):
    """At whatever address each shows the site: an entry says nothing else there."""
    cache = Path(".build")
    preview = Preview(project / "pelicanconf.py", tmp_path / "made", Cache(BuildCache(cache)))
    preview.refresh()
    assert preview._cache.read_count > 10
    known = (cache / "checked.jsonl").read_bytes()
    with pytest.MonkeyPatch.context() as elsewhere:
        elsewhere.setenv("SITEURL", "https://mvo.example.nl")
        build_site(project / "pelicanconf.py", project / "output")
    assert (cache / "checked.jsonl").read_bytes() == known
    again = Preview(project / "pelicanconf.py", tmp_path / "again", Cache(BuildCache(cache)))
    again.refresh()
    assert again._cache.read_count == 0
