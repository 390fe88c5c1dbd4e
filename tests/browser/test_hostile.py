"""Hostile entries, addresses and stored values in a browser without the Content-Security-Policy of the page.

The policy stops what gets through; here nothing may get through. ``open_page`` fails on a message in the console or a
request to another host, and `unguarded` on a dialog of an injected script.
"""

import json
import re
import shutil
from collections.abc import Iterator
from itertools import filterfalse
from pathlib import Path
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Dialog, Page, Request, expect

from mvo_catalogue.domain.model import PARTNERS, PRACTICES, TOPICS, FieldType
from mvo_catalogue.schema.tree import Field, build_schema
from tests.browser.fixtures import OpenPage, Serve
from tests.schema.conftest import SAMPLE, read_front_matter
from tests.site.fixtures import PUBLIC, SUBFOLDER, BuildOnce, build, make_project
from tests.site.html import is_redirect, read_page

ATTACKS = (
    "\"'><img src=x onerror=alert(1)><svg/onload=alert(1)>&lt;img src=x onerror=alert(1)&gt;",
    "]]></script></title></textarea><script>alert(1)</script><!--<script> {{7*7}}${alert(1)}`{% x %}",
    "javascript:alert()//\"autofocus onfocus=\"alert()<a href='javascript:alert()'>[x](javascript:alert())",
)
"""Each has several attacks at once, since each costs a page of every kind."""
TEXTS = (FieldType.TEXT, FieldType.LONG_TEXT)
FORM = "meedoen/praktijk/"
PAGES = ("zoeken/", "praktijken/h0/", "vergelijken/", FORM)
"""Pages whose scripts read the address or the storage."""

FAULTS = """() => {
  const isStrange = ({ name, value }) =>
    /^on|^srcdoc$/i.test(name) ||
    (/^(xlink:)?href$|^src$|action$/i.test(name) && /^[\\s\\0-\\x1f]*(javascript|data|vbscript):/i.test(value));
  const elements = [...document.querySelectorAll("*:not(link[rel=icon])")];
  const nobodys = "base, iframe, object, embed, math, script:not([src], [type='application/ld+json'])";
  return [
    ...Object.keys(Object.prototype),
    ...elements.filter((element) => element.matches(nobodys)).map((element) => element.outerHTML),
    ...elements.flatMap((element) => [...element.attributes].filter(isStrange).map(() => element.outerHTML)),
  ];
}"""
"""Return active or foreign elements; empty for a good page."""
TURN = "new Promise((done) => setTimeout(done))"
"""A turn of the page, in which it does all that it has to do."""


def spoil(value: Any, field: Field, attack: str) -> Any:
    """Return a value with the attack for every text in it that is in the words of an editor."""
    if isinstance(value, dict):
        inner = {found.key: found for found in field.inner}
        return {key: spoil(item, inner[key], attack) for key, item in value.items()}
    if isinstance(value, list):
        items = [spoil(item, field.item or field, attack) for item in value]
        return [item for at, item in enumerate(items) if item not in items[:at]]
    return attack if field.type in TEXTS or any(form.type in TEXTS for form in field.forms) else value


def write_entries(content: Path) -> None:
    """Write for each attack a practice, a partner and a topic in which every text is that attack."""
    schemas = {kind: build_schema(kind) for kind in (PRACTICES, PARTNERS, TOPICS)}
    sources = ((PRACTICES, "alles-ingevuld", "h"), (PARTNERS, "partner-een", "b"), (TOPICS, "wonen", "t"))
    for number, attack in enumerate(ATTACKS):
        for kind, model, letter in sources:
            values = read_front_matter((SAMPLE / kind / f"{model}.md").read_text(encoding="utf-8"))
            values = {key: spoil(value, schemas[kind].field(key), attack) for key, value in values.items()}
            values.pop("vroeger", None)  # holds names of files
            values[schemas[kind].title_key] = f"{attack} nummer {number}{letter}"
            if kind == PRACTICES:
                values["samenvatting"] = f"{attack} zo zeiden wie dit samen deden op straat"
                values["uitkomst"] = f"{attack} en 12 banen"
                shutil.copytree(SAMPLE / kind / model, content / kind / f"{letter}{number}")  # what it brings along
                values |= {"themas": [f"t{number}"], "partners": [f"b{number}"], "instrumenten": [f"i{number}"]}
            front_matter = "".join(f"{key}: {json.dumps(value)}\n" for key, value in values.items())
            code = attack.replace("`", "")
            steps = f"## Aanpak\n\n1. `{code}`\n2. Twee.\n3. Drie.\n\n## Resultaten\n\n12 banen.\n"
            body = f"`{code}`\n\n    {attack}\n\n{steps}"
            (content / kind / f"{letter}{number}.md").write_text(f"---\n{front_matter}---\n\n{body}", encoding="utf-8")
    with (content / "vocabularies" / "instrumenten.yaml").open("a", encoding="utf-8") as file:
        file.writelines(f"i{at}:\n  naam: {json.dumps(attack)}\n" for at, attack in enumerate(ATTACKS))
    for kind, more in (("pages", ""), ("nieuws", "datum: 2026-11-20\n")):
        for number, attack in enumerate(ATTACKS):
            words = json.dumps(f"{attack} {kind[0]}{number}")
            text = f"---\ntitel: {words}\nsamenvatting: {words}\n{more}---\n\n    {attack}\n"
            (content / kind / f"x{number}.md").write_text(text, encoding="utf-8")


@pytest.fixture(scope="session")
def hostile_site(build_once: BuildOnce) -> Path:
    """Return a site of entries that the check accepts and that consist of attacks."""

    def make(folder: Path) -> None:
        root = make_project(folder / "project")
        write_entries(root / "content")
        build(root / "site", root, **PUBLIC, CATALOGUE_MAIL="mvo@voorbeeld.nl")

    return build_once("hostile", make) / "project" / "site"


@pytest.fixture(scope="session")
def address(hostile_site: Path, serve: Serve) -> str:
    """Return where that site is served."""
    return serve(hostile_site, f"{SUBFOLDER}/")


class Unguarded:
    """A page without its policy, which knows what it is still waiting for."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.opened: list[str] = []
        self._awaited: set[Request] = set()
        page.on("dialog", self._refuse)
        page.on("request", self._ask)
        page.on("requestfinished", self._get)
        page.on("requestfailed", self._get)

    def _ask(self, request: Request) -> None:
        self._awaited.add(request)

    def _get(self, request: Request) -> None:
        self._awaited.discard(request)

    def _refuse(self, dialog: Dialog) -> None:
        self.opened.append(f"{self.page.url}: {dialog.message}")
        dialog.dismiss()

    def visit(self, url: str) -> None:
        """Open an address, let the scripts of the page read their input, and check the page."""
        self.page.goto(url)
        for _ in range(2):  # what came last may ask for more
            self.page.evaluate(TURN)
            while self._awaited:
                self.page.evaluate(TURN)
        expect(self.page.locator("h1").first).to_be_visible()
        self.look()

    def look(self) -> None:
        """Look for what an attack left in the page as it is now."""
        assert self.page.evaluate(FAULTS) == [], self.page.url


@pytest.fixture
def unguarded(open_page: OpenPage) -> Iterator[Unguarded]:
    """Return a page without its policy; the test fails when a script opens a dialog."""
    unguarded = Unguarded(open_page(bypass_csp=True, expected=["404"], reduced_motion="reduce"))
    yield unguarded
    assert unguarded.opened == []


def test_hostile_entries_run_nothing_on_any_page(unguarded: Unguarded, hostile_site: Path, address: str) -> None:
    good = {path.stem for path in SAMPLE.rglob("*.md")}
    for file in filterfalse(is_redirect, sorted(hostile_site.rglob("*.html"))):
        if good.isdisjoint(file.relative_to(hostile_site).parts):
            unguarded.page.goto(f"{address}{file.relative_to(hostile_site).as_posix().removesuffix('index.html')}")
            unguarded.look()


def test_hostile_entries_break_no_data_file(hostile_site: Path) -> None:
    for file in hostile_site.rglob("*.xml"):
        ElementTree.parse(file)
    for file in hostile_site.rglob("*.json"):
        json.loads(file.read_text(encoding="utf-8"))
    for number, attack in enumerate(ATTACKS):
        page = read_page(hostile_site / "praktijken" / f"h{number}" / "index.html")
        (data,) = [
            script.text for script in page.all("script") if script.attributes.get("type") == "application/ld+json"
        ]
        assert json.loads(data)["@graph"][0]["headline"] == f"{attack} nummer {number}h"


def test_using_hostile_entries_runs_nothing(unguarded: Unguarded, address: str) -> None:
    """Search, suggestions, comparison, plan, and the form with its preview."""
    page = unguarded.page
    unguarded.visit(f"{address}zoeken/?q=nummer")
    expect(page.locator("#resultaten article")).to_have_count(len(ATTACKS))
    page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })")
    unguarded.look()
    unguarded.visit(f"{address}praktijken/h0/")
    page.get_by_label("Zoek een praktijk").first.press_sequentially("nummer")
    expect(page.get_by_role("option").first).to_be_visible(timeout=20_000)
    unguarded.look()
    unguarded.visit(f"{address}vergelijken/?p={','.join(f'h{number}' for number in range(len(ATTACKS)))}")
    expect(page.locator("[data-column]")).to_have_count(len(ATTACKS))
    unguarded.look()
    for number, attack in enumerate(ATTACKS):
        unguarded.visit(f"{address}praktijken/h{number}/")
        page.get_by_role("button", name="Maak uw plan van aanpak").click()
        page.locator("input[name=association]").fill(attack)
        unguarded.look()
        unguarded.visit(f"{address}meedoen/praktijk/?verbeter=h{number}")
        page.locator(".mvo-steps__link").last.click()
        expect(page.locator("[data-preview]")).to_contain_text(f"nummer {number}h")
        unguarded.look()


ADDRESSES = (
    *(f"?q={text}&p={text}&thema={text}&verbeter={text}#{text}" for text in map(quote, ATTACKS[:2])),
    "?q=%00%FF%E2%80%AE&p=%00,%FF&thema=%00&jaar=%FF#%E0%A4%A",
    f"?q={'a' * 3000}&p={',' * 3000}&thema={'t0&thema=' * 300}#stap-{'9' * 30}",
    "?q=*:*%20title:x^9%20-x%20~9%20%5C&volgorde=__proto__&p=__proto__,constructor&thema=constructor&__proto__[x]=1",
    "?p=../h0,/h0,h0/,H0,//elders.nl/h0,h0?x&verbeter=../h0&overgenomen=%3Cb%3E&terug=javascript:x#javascript:x",
)
IMPROVED = (
    "?verbeter=//elders.nl/x",
    "?verbeter=h0&overgenomen=1#corporatie=%3Cimg%20src=x%20onerror=alert(1)%3E&jaar=%3Cb%3E",
)
"""Only the form reads which entry is improved."""


@pytest.mark.parametrize("path", PAGES)
def test_hostile_addresses_run_nothing_and_redirect_nowhere(unguarded: Unguarded, address: str, path: str) -> None:
    """Whatever follows "?" and "#"."""
    for asked in (*ADDRESSES, *(IMPROVED if path == FORM else ())):
        unguarded.visit(f"{address}{path}{asked}")
        assert unguarded.page.url.startswith(f"{address}{path}"), asked


def draft(content: Any) -> str:
    """Return a draft as the form stores it, with this content."""
    return json.dumps({"form": 1, "saved": "2026-11-20T10:00:00.000Z", "source": "", "content": content})


STORED_VALUES = (
    *("", "null", "1e999", "[" * 5000, '"' + "a" * 100_000 + '"'),
    '{"__proto__": {"x": 1}, "constructor": {"prototype": {"x": 1}}, "length": 1e9}',
    '[null, 1, {}, [], "../x", "javascript:alert(1)", "<img src=x onerror=alert(1)>", "h0", "h0", "__proto__"]',
)
DRAFTS = (
    draft({"values": {"titel": {"a": 1}, "bronnen": [1, None]}, "parts": [None], "organisations": {"a": 1}}),
    draft({"values": {"__proto__": {"x": 1}, "plaatsen": ["a"] * 3000}, "parts": [], "organisations": []}),
    draft(
        {
            "values": {"titel": ATTACKS[0], "bronnen": [{"titel": ATTACKS[1], "url": "javascript:alert(1)"}]},
            "parts": [{"heading": "Aanpak", "text": f"1. {ATTACKS[-1]}"}],
            "organisations": [{"slug": "../x", "naam": ATTACKS[0]}],
        }
    ),
)
NAMES = ("selectie", "sneltoets", "praktijk:", "opzij:", "praktijk:h0")


@pytest.mark.parametrize("path", PAGES[1:])
def test_hostile_stored_values_run_nothing_and_lock_no_page(unguarded: Unguarded, address: str, path: str) -> None:
    """Only the form reads drafts; the list and the pages of practices read the same keys."""
    page = unguarded.page
    page.goto(f"{address}robots.txt")
    for value in (*STORED_VALUES, *(DRAFTS if path == FORM else ())):
        page.evaluate(
            "([names, value]) => names.forEach((name) => localStorage.setItem(name, value))",
            [[f"{SUBFOLDER[1:]}/{name}" for name in NAMES], value],
        )
        unguarded.visit(f"{address}{path}")
        if path == "praktijken/h0/":
            keep = page.locator("main [aria-pressed]").first
            expect(keep).to_have_attribute("aria-pressed", re.compile("true|false"))
        elif path == FORM:
            expect(page.locator("form[data-form]")).to_be_visible()
