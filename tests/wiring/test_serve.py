"""The preview: every page as it is now, its problems above it, and a reload after a change."""

import re
import shutil
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
from mvo_catalogue.site import related
from mvo_catalogue.site.attached import list_attached_files
from mvo_catalogue.validation.cache import Cache
from mvo_catalogue.wiring.commands.build import build_site
from mvo_catalogue.wiring.commands.serve import SiteHandler, SiteServer
from mvo_catalogue.wiring.preview.site import Preview
from tests.site.fixtures import make_project, pelican_alone

PATIENCE = 20
KEPT = """async () => [await caches.keys(), (await navigator.serviceWorker.getRegistrations()).length]"""
"""The names of the caches of a site in a browser, and its number of service workers."""
PRACTICE, PAGE = Path("content/practices/portieken.md"), "/praktijken/portieken/"
PICTURE = Path(__file__).parents[1] / "content_cases/valid/every-field/content/practices/alles/dozen.png"


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves a folder as a plain web server does, without a word."""

    def log_message(self, *arguments: object) -> None:
        """Log no requests."""


@pytest.fixture
def site(project, tmp_path):
    """Return the preview of a small project, ready to be looked at."""
    site = Preview(project / "pelicanconf.py", tmp_path / "made", Cache())
    site.refresh()
    return site


@pytest.fixture
def show(site):
    """Return ``show(path)``: the text above a page, and the page, after all saves."""

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
    """Wait for the server to announce a change of a page."""
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


def test_one_save_reads_one_file_and_renders_one_page(site, tmp_path, monkeypatch):
    """Only the saved file is read and the requested page rendered.

    Pelican's texts are not read again, and only the changed practice is searched for keywords.
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


def test_an_entry_with_errors_is_shown_with_its_messages(show):
    """Those of the check."""
    change("  - wonen\n", "  - weet-niet\n")
    change("onderbouwing:", "onderbouwd:")
    change("titel: ", "titel: Half af, ")
    bars, text = show()

    assert "content/practices/portieken.md:6:5  fout: “weet-niet” is geen bekend thema." in bars
    assert "Bedoelde u “onderbouwing”?" in bars
    assert "<title>Half af, " in text
    assert "Verbeter dit in andere bestanden: content/practices/portieken.md:6:5" in re.sub(" +", " ", show("/")[0])


@pytest.mark.parametrize("error", ["  - weet-niet\n", "  - wonen: [\n"], ids=["unknown value", "unreadable"])
def test_the_pictures_of_an_entry_with_errors_are_shown(site, show, error):
    folder = PRACTICE.with_suffix("")
    folder.mkdir(exist_ok=True)
    shutil.copy(PICTURE, folder)
    shown = f"beeld:\n  - bestand: {PICTURE.name}\n    alt: Een stapel dozen.\n    licentie: CC0-1.0\n"
    change("onderbouwing:", f"{shown}onderbouwing:")
    site.refresh()
    pictures = [path[1:] for path, _, _ in list_attached_files(site._shown.catalogue, Path.cwd())]
    change("  - wonen\n", error)
    bars, _ = show()

    assert bars
    assert pictures
    assert all(map(site.file, pictures))


@pytest.mark.parametrize(
    ("file", "page"),
    [
        (PRACTICE, PAGE),
        (Path("content/pages/over.md"), "/over/"),
        (Path("content/partners/de-brug.md"), "/partners/de-brug/"),
    ],
)
def test_an_unreadable_file_is_shown_as_before(show, file, page):
    """A half-written file or a merge conflict, until it is readable again."""
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


def test_added_and_removed_files_are_followed(show, site):
    """A new file has a page with its messages; a removed or renamed one has none."""
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
    change("---\n", "---\nconcept: true\n")
    bars, text = show()

    assert "Dit is een concept." in bars
    assert "<title>" in text


@pytest.mark.parametrize(
    ("broken", "place"),
    [("een\n{% if %}", "theme/templates/practice.html:2:"), ("een\n\n{{ weg.x }}", "theme/templates/practice.html:3:")],
)
def test_an_error_in_a_template_is_shown_with_its_place(show, broken, place):
    """The page stays as it was until the template is right."""
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


def test_changed_settings_take_effect_and_broken_ones_are_reported(show):
    """The last good settings remain."""
    change("MVO-praktijkcatalogus", "Mijn", Path("pelicanconf.py"))
    Path("theme/templates/practice.html").write_text("{{ site.name }}")
    assert "Mijn" in show()[1]
    change("DEFAULT_LANG", "(", Path("pelicanconf.py"))
    bars, text = show()
    assert "pelicanconf.py" in bars
    assert "Mijn" in text


def test_an_error_at_the_start_gives_a_page_with_advice(project, tmp_path):
    Path("theme/templates/practice.html").write_text("{% if %}")
    site = Preview(project / "pelicanconf.py", tmp_path / "made", Cache())
    assert b"kan nog niet worden gemaakt" in site.page("/")[1]
    site.refresh()
    assert b"theme/templates/practice.html:1:" in site.page("/")[1]


def test_a_message_that_quotes_a_value_is_escaped(show):
    change("onderbouwing: ", "onderbouwing: <script>alert(1)</script>")
    bars = site_text = show()[1]
    assert "&lt;script&gt;alert" in bars
    assert "<script>alert" not in site_text


def test_nothing_of_the_preview_is_in_a_build(project, site, tmp_path):
    site.page("/")
    output = tmp_path / "output"
    build_site(project / "pelicanconf.py", output)
    assert not [file for file in output.rglob("*") if file.is_file() and b"voorbeeld.js" in file.read_bytes()]


def test_pages_get_the_script_and_style_of_the_preview(get):
    for path in ("/", "/?q=x", "/index.html", "/praktijken/", PAGE):
        status, content_type, text = get(path)

        assert (status, content_type) == (200, "text/html; charset=utf-8"), path
        assert text.count('<script src="/__voorbeeld.js"') == text.count('href="/__voorbeeld.css"') == 1, path
    assert get("/__voorbeeld.css")[:2] == (200, "text/css")
    assert get("/__voorbeeld.js")[:2] == (200, "text/javascript")


def test_an_address_without_final_slash_redirects(get):
    assert get("/praktijken?x=1")[0] == 301


def test_unknown_addresses_give_the_404_page(get, tmp_path):
    """Also paths outside the site."""
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


def test_files_are_made_on_request(get):
    """Data, the search index and styles, without the script of the preview."""
    assert get("/assets/site.ab12.css")[:2] == (200, "text/css")
    assert get("/praktijken/portieken/gegevens.json")[:2] == (200, "application/json")
    assert get("/zoekindex/manifest.json")[:2] == (200, "application/json")
    assert get("/sitemap.xml")[0] == get("/feeds/nieuws.atom.xml")[0] == 200


def test_the_service_worker_is_replaced_by_one_that_deletes_caches(server, tmp_path, open_page):
    """For those who had a built site at this address."""
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
    # Polled from Python: `wait_for_function` takes the promise of an asynchronous function for true.
    for _ in range(400):
        if page.evaluate(KEPT) == [[], 0]:
            break
        page.wait_for_timeout(50)
    assert page.evaluate(KEPT) == [[], 0]


def test_only_a_change_of_the_open_page_is_announced(server, site):
    """Also a change between two requests."""
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
    with pytest.raises(OSError, match="in use"):
        SiteServer(("127.0.0.1", server.server_address[1]), partial(SiteHandler, site=site))


def test_an_open_page_reloads_at_the_same_place(tmp_path, monkeypatch, open_page):
    """In a browser, under the real policy."""
    root = make_project(tmp_path / "project")
    monkeypatch.chdir(root)
    site = Preview(root / "pelicanconf.py", tmp_path / "made", Cache())
    site.refresh()
    with pelican_alone(), serve(site) as server:
        file = Path("content/practices/eerder.md")  # without pictures, which may still be loading when it changes
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


def test_saving_a_file_triggers_a_reload(project):
    """Also if it is replaced by another, and for settings; Ctrl-C stops the server."""
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


def test_build_and_preview_share_their_cache(project, tmp_path):
    """At whatever address."""
    cache = Path(".build")
    (cache / "checked.jsonl").unlink()
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
