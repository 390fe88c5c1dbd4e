"""Journeys of readers in the engines of Firefox and Safari; for Chromium each has more tests elsewhere."""

import json
import time
import zipfile
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.browser.engines import PATIENCE, EnginePage, open_engine
from tests.browser.fixtures import serving
from tests.site.fixtures import SUBFOLDER

FIRST, SECOND = "praktijken/talis-budgetcoaching-huurachterstand/", "praktijken/heemwonen-superlocal-kerkrade/"
TITLE = "Budgetcoaching thuis voor huurders met een betaalachterstand"
SAID = "document.querySelector('[data-search-status]').innerText"
"""Return the status of the search."""

IS_DARK = """
matchMedia("(prefers-color-scheme: dark)").matches
  && getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).every((part) => part < 70)
"""
PRINTED = """
[...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
  .filter((rule) => rule.media?.mediaText === "print").forEach((rule) => { rule.media.mediaText = "all" })
"""


@dataclass(frozen=True)
class Place:
    """A browser on a site: its page, the address of the site, the downloads, and a function to stop the server."""

    page: EnginePage
    address: str
    downloads: Path
    end: Callable[[], None]

    def goto(self, path: str) -> None:
        """Open a page of the site."""
        self.page.goto(self.address + path)

    def downloaded(self, suffix: str) -> Path:
        """Wait for a whole file with this suffix."""
        end = time.monotonic() + PATIENCE
        while not (files := [file for file in self.downloads.glob(f"*{suffix}") if zipfile.is_zipfile(file)]):
            assert time.monotonic() < end, f"no {suffix} in {[file.name for file in self.downloads.iterdir()]}"
            self.page.wait("true")  # also lets what was downloaded be handed over
            time.sleep(0.05)
        return files[0]


def search(place: Place) -> None:
    """A word gives hits with the word marked, and a hit leads to its practice."""
    page = place.page
    place.goto("")
    page.type("Zoek een praktijk", "budgetcoach")
    page.press("Enter")
    page.wait("location.search === '?q=budgetcoach'")
    page.wait("document.querySelector('#resultaten mark')")
    page.click("link", TITLE)
    page.see("heading", TITLE)


def choose_suggestion(place: Place) -> None:
    """While one types there are suggestions, which the keyboard reaches and opens."""
    page = place.page
    place.goto("")
    page.type("Zoek een praktijk", "leefb")
    page.see("option", "Leefbaarheid")
    page.press("ArrowDown")
    page.wait("document.activeElement.getAttribute('aria-activedescendant')")
    page.press("Enter")
    page.wait("location.pathname.endsWith('/themas/leefbaarheid/')")


def filter_hits(place: Place) -> None:
    """A filter leaves other hits, and the button to go back brings the first again."""
    page = place.page
    place.goto("zoeken/?q=huurders")
    before = page.wait(f"{SAID}.includes('huurders') && {SAID}")
    page.click("button", "Provincie")
    page.click("checkbox", "Limburg")
    page.wait("location.search.includes('provincie=limburg')")
    page.wait(f"{SAID} !== {json.dumps(before)}")
    page.back()
    page.wait(f"{SAID} === {json.dumps(before)}")


def save_plan(place: Place) -> None:
    """The dialog gives the plan as DOCX and as ODT; Escape closes it, and gives the focus back."""
    page = place.page
    place.goto(FIRST)
    page.click("button", "Maak uw plan van aanpak")
    for button, suffix, part in (("Word", ".docx", "word/document.xml"), ("LibreOffice", ".odt", "content.xml")):
        page.click("button", button)
        with zipfile.ZipFile(place.downloaded(suffix)) as file:
            assert TITLE in file.read(part).decode()
    page.press("Escape")
    page.wait("!document.querySelector('dialog[open]')")
    page.wait("document.activeElement.innerText.includes('Maak uw plan van aanpak')")


def compare(place: Place) -> None:
    """Two selected practices are compared."""
    page = place.page
    for path in (FIRST, SECOND):
        place.goto(path)
        page.click("button", "Bewaar in selectie")
    page.click("link", "Selectie (2)")
    page.see("status", "2 praktijken naast elkaar")
    page.click("checkbox", "Toon alleen verschillen")
    page.wait("[...document.querySelectorAll('[data-table] tbody tr')].some((row) => !row.getClientRects().length)")


def fill_in_the_form(place: Place) -> None:
    """A missing value is reported and gets the focus; a draft survives closing the page."""
    page = place.page
    place.goto("meedoen/praktijk/")
    page.click("button", "Volgende")
    page.see("heading", "Controleer deze velden")
    page.wait("document.activeElement.matches('[data-error-summary]')")
    page.type("Titel", "Leerlingen schilderen portieken")
    page.wait("JSON.stringify(localStorage).includes('Leerlingen schilderen')")
    place.goto("meedoen/praktijk/")
    page.click("button", "Ga verder met die tekst")
    page.wait(
        "[...document.querySelectorAll('input')].some((input) => input.value === 'Leerlingen schilderen portieken')"
    )


def look_at_it_in_the_dark(place: Place) -> None:
    """Dark mode is used if the reader prefers it."""
    place.goto(FIRST)
    place.page.wait(IS_DARK)


def print_a_practice(place: Place) -> None:
    """On paper there is no menu; where the engine prints to a file, it does."""
    place.goto(FIRST)
    assert (pdf := place.page.pdf()) is None or pdf.startswith(b"%PDF")
    place.page.wait(f"({PRINTED}, !document.querySelector('header nav').getClientRects().length)")
    place.page.see("heading", TITLE)


def read_without_a_connection(place: Place) -> None:
    """Visited pages work offline; for other pages there is a message of the site."""
    place.goto(FIRST)
    place.page.wait("navigator.serviceWorker.ready.then(({ active }) => active.state === 'activated')")
    place.goto(SECOND)
    place.page.wait("!!navigator.serviceWorker.controller")
    title = place.page.see("heading", "")
    place.end()
    place.goto("")
    place.goto(SECOND)
    place.page.see("heading", title)
    place.goto("praktijken/niet-eerder-gelezen/")
    place.page.see("heading", "U hebt geen verbinding")


JOURNEYS = (
    search,
    choose_suggestion,
    filter_hits,
    save_plan,
    compare,
    fill_in_the_form,
    look_at_it_in_the_dark,
    print_a_practice,
    read_without_a_connection,  # the last: then there is no server
)


@pytest.mark.parametrize("name", ["firefox", "webkit"])
def test_every_journey_works_in_every_engine(collection_site: Path, tmp_path: Path, name: str) -> None:
    """Each engine is started once, and continues where the previous journey ended."""
    site = ExitStack()
    address = site.enter_context(serving(collection_site, f"{SUBFOLDER}/"))
    with site, open_engine(name, tmp_path) as page:
        place = Place(page, address, tmp_path, site.close)
        for journey in JOURNEYS:
            journey(place)
