"""Open pages during a publication, with and without a service worker."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from mvo_catalogue.wiring.output_folder import keep_previous
from tests.browser.fixtures import OpenPage, SiteHandler, serving
from tests.site.fixtures import COLLECTION, PUBLIC, ROOT, STORED, SUBFOLDER, BuildOnce, build, make_project

BASE = f"{SUBFOLDER}/"
PRACTICE = "talis-budgetcoaching-huurachterstand"
FAILED = ("Failed to load resource", "Failed to fetch", "ERR_CONNECTION_REFUSED", "cross-world service worker")


@pytest.fixture(scope="session")
def second_build(build_once: BuildOnce) -> Path:
    """Return the catalogue of `collection_site` with another text, and with scripts that all have another name."""

    def make(folder: Path) -> None:
        root = make_project(folder / "project", COLLECTION)
        page = root / "content" / "pages" / "over.md"
        page.write_text(page.read_text(encoding="utf-8") + "\nNu ook met schaapskooien.\n", encoding="utf-8")
        practice = next(iter(sorted(root.glob("content/practices/*.md"))))
        practice.write_text(practice.read_text(encoding="utf-8") + "\nMet schaapskooien.\n", encoding="utf-8")
        (root / "theme").unlink()
        shutil.copytree(ROOT / "theme", root / "theme")
        for script in root.glob("theme/js/**/*.js"):
            script.write_text(script.read_text(encoding="utf-8") + "\nglobalThis.another = 1;\n", encoding="utf-8")
        (root / ".build" / "assets").unlink()
        (root / "node_modules").symlink_to(ROOT / "node_modules")
        shutil.copy(ROOT / "package-lock.json", root)
        node = [sys.executable, "-m", "tools.node", "node", "theme/build.mjs"]
        subprocess.run(node, cwd=root, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=True)
        build(root / "site", root, **PUBLIC)

    return build_once("second", make) / "project" / "site"


class Host:
    """A server whose folder can be replaced by another, as a publication does."""

    def __init__(self, live: Path, first: Path) -> None:
        self.live = live
        self.publish(first)

    def publish(self, folder: Path) -> None:
        """Serve this folder from now on."""
        fresh = self.live.with_name("fresh")
        fresh.symlink_to(folder)
        fresh.replace(self.live)


class _Redirecting(SiteHandler):
    """A host that redirects ``/offline.html`` to ``/offline``, as several do."""

    def do_GET(self) -> None:  # noqa: N802  # the name that the server calls
        path = self.path.partition("?")[0]
        if path.endswith("/offline.html"):
            self.send_response(308)
            self.send_header("Location", path.removesuffix(".html"))
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        if path.endswith("/offline"):
            self.path += ".html"
        super().do_GET()


def wait_for_worker(page: Page) -> None:
    """Wait until a service worker answers for this page."""
    page.evaluate(
        "new Promise((done) => navigator.serviceWorker.controller ? done()"
        " : navigator.serviceWorker.addEventListener('controllerchange', () => done()))"
    )


def test_an_open_search_page_uses_the_index_of_the_next_build(
    collection_site: Path, second_build: Path, open_page: OpenPage, tmp_path: Path
) -> None:
    """Also when a service worker has the old one in its cache."""
    host = Host(tmp_path / "live", collection_site)
    page = open_page(expected=FAILED, service_workers="allow")
    with serving(host.live, BASE) as address:
        page.goto(f"{address}over/")
        wait_for_worker(page)
        page.goto(f"{address}zoeken/?q=huurachterstand")
        status = page.locator("[data-ready] [data-search-status]")
        expect(status).to_contain_text(re.compile(r"\d+ praktijk"))
        host.publish(second_build)
        for word in ("zonnepanelen", "stage", "schaapskooien"):
            page.get_by_label("Zoek een praktijk").fill(word)
            expect(status).to_contain_text(f"gevonden voor “{word}”")


def copy_plan(page: Page) -> None:
    """Open the plan of approach."""
    page.get_by_role("button", name="Maak uw plan van aanpak").click()


def letter(page: Page) -> None:
    """Open the letter."""
    page.locator("details[data-letter-maker] summary").click()


def preview(page: Page) -> None:
    """Open the form while the script that reads Markdown cannot be had, and go to its end."""
    page.reload()
    page.locator("a[href='#stap-6']").click()


def form_data(page: Page) -> None:
    """Open the form while its data cannot be had."""
    page.reload()


def comparison(page: Page) -> None:
    """Go on comparing while data cannot be had."""
    page.evaluate(
        "history.pushState(null, '', '?p=matchbeurs-leusden,platform31-klushuur'); history.pushState(null, '', '?')"
    )
    page.go_back()


def suggestions(page: Page) -> None:
    """Go to the search form in the head of the page."""
    page.keyboard.press("/")


def search(page: Page) -> None:
    """Search while the index cannot be loaded."""
    page.get_by_label("Zoek een praktijk").fill("schuur")


@pytest.mark.parametrize(
    ("path", "act", "blocked"),
    [
        (f"praktijken/{PRACTICE}/", copy_plan, ""),
        ("partners/irado/", letter, ""),
        ("over/", suggestions, ""),
        ("meedoen/praktijk/", preview, "**/contribute-markdown.*.js"),
        (f"meedoen/praktijk/?verbeter={PRACTICE}", form_data, "**/meedoen/praktijk/gegevens.json*"),
        ("vergelijken/", comparison, "**/gegevens.json"),
        ("zoeken/", search, "**/zoekindex/**"),
    ],
)
def test_a_missing_file_of_an_old_build_offers_a_reload(
    collection_site: Path,
    second_build: Path,
    open_page: OpenPage,
    tmp_path: Path,
    path: str,
    act: Callable[[Page], None],
    blocked: str,
) -> None:
    host = Host(tmp_path / "live", collection_site)
    page = open_page(expected=(*FAILED, "404", "ERR_FAILED", "Importing"), reduced_motion="reduce")
    with serving(host.live, BASE) as address:
        page.goto(f"{address}{path}", wait_until="networkidle")

        def publish(route: Route) -> None:
            host.publish(second_build)
            route.abort()

        if blocked:
            page.route(blocked, publish)
        else:
            host.publish(second_build)
        act(page)
        expect(page.get_by_role("alert").filter(visible=True)).to_have_text(
            "De site is vernieuwd. Laad de pagina opnieuw."
        )
        assert (
            not page.get_by_text("internet hebt").or_(page.get_by_text("verbinding hebt")).filter(visible=True).count()
        )
        page.unroute_all()
        page.get_by_role("button", name="Laad de pagina opnieuw").click()
        [script] = (second_build / "assets").glob("site.*.js")
        expect(page.locator(f"script[src$='/{script.name}']")).to_be_attached()


def test_an_open_page_loads_files_of_its_own_build(
    collection_site: Path, second_build: Path, open_page: OpenPage, tmp_path: Path
) -> None:
    """They stay for one more build."""
    shutil.copytree(second_build, tmp_path / "next")
    keep_previous(collection_site, tmp_path / "next")
    host = Host(tmp_path / "live", collection_site)
    page = open_page()
    with serving(host.live, BASE) as address:
        page.goto(f"{address}praktijken/{PRACTICE}/", wait_until="networkidle")
        host.publish(tmp_path / "next")
        copy_plan(page)
        expect(page.get_by_label("Naam van uw corporatie")).to_be_visible()


def test_the_offline_page_works_on_a_host_that_redirects_it(collection_site: Path, open_page: OpenPage) -> None:
    """Browsers accept no redirected response for a page."""
    page = open_page(expected=FAILED, service_workers="allow")
    with serving(collection_site, BASE, _Redirecting) as address:
        page.goto(f"{address}over/")
        wait_for_worker(page)
    page.goto(f"{address}themas/leefbaarheid/")
    expect(page.get_by_role("heading", level=1)).to_have_text("U hebt geen verbinding")


def test_catalogues_on_one_host_have_separate_storage(
    collection_site: Path, sample_site: Path, open_page: OpenPage, tmp_path: Path
) -> None:
    root = tmp_path / "root"
    shutil.copytree(sample_site, root)
    (root / SUBFOLDER[1:]).symlink_to(collection_site)
    page = open_page(reduced_motion="reduce")
    with serving(root) as address:
        page.goto(f"{address}praktijken/")
        page.get_by_role("button", name="Bewaar in selectie").first.click()
        page.goto(f"{address}meedoen/praktijk/")
        page.locator("#veld-titel").fill("Geheim")
        expect(page.get_by_text("Bewaard op dit apparaat.")).to_be_visible()
        for site, chosen in ((address, 1), (address + STORED, 0)):
            page.goto(f"{site}meedoen/praktijk/")
            expect(page.locator("a[data-selection]")).to_contain_text(f"({chosen})")
            expect(page.locator("[data-form]").first).to_be_visible()
            expect(page.locator("[data-draft]")).to_be_visible(visible=chosen > 0)


def test_a_selection_is_available_offline(collection_site: Path, open_page: OpenPage) -> None:
    """The page, note, plan and comparison of a practice that was never opened."""
    page = open_page(expected=FAILED, service_workers="allow")
    with serving(collection_site, BASE) as address:
        page.goto(f"{address}praktijken/")
        wait_for_worker(page)
        buttons = page.get_by_role("button", name="Bewaar in selectie")
        for number in range(2):
            buttons.nth(number).click()
        slugs = [buttons.nth(number).get_attribute("data-select") for number in range(2)]
        needed = [f"/{slug}/{part}" for slug in slugs for part in ("", "notitie/", "gegevens.json")]
        needed += ["/vergelijken/", "/compare.", "/board-note.", "/copy-plan.", "/fields."]
        page.evaluate(
            """async (needed) => {
              for (let kept = ""; needed.some((one) => !kept.includes(one)); ) {
                await new Promise((go) => setTimeout(go, 50));
                const opened = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
                const keys = await Promise.all(opened.map((cache) => cache.keys()));
                kept = keys.flat().map(({ url }) => `${url} `).join("");
              }
            }""",
            needed,
        )
    page.goto(f"{address}vergelijken/")
    expect(page.locator(".mvo-compare__practice")).to_have_count(2)
    page.goto(f"{address}praktijken/{slugs[0]}/notitie/")
    expect(page.get_by_role("button", name="Download voor Word")).to_be_visible()
    page.goto(f"{address}praktijken/{slugs[1]}/")
    copy_plan(page)
    expect(page.get_by_label("Naam van uw corporatie")).to_be_visible()
