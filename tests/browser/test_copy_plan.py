"""A plan of one's own, as a reader makes it: by keyboard, on a phone, and when something fails."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Download, Locator, Page, Route, expect

from tests.browser.fixtures import (
    HEIGHTS,
    WIDE,
    ZOOMED,
    OpenPage,
    Serve,
    axe_violations,
    find_barriers,
    note_requests,
    tab_to,
)
from tests.browser.ooxml import W, faults_of_names, faults_of_order
from tests.site.fixtures import build, make_project

SLUG = "rijke-praktijk"
NAME = f"plan-van-aanpak-{SLUG}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TIPS = """---
titel: "Een bedrijf benaderen"
samenvatting: "Drie tips om als corporatie een bedrijf te vragen mee te doen."
---

Vooraf.

## Tip 1: stel een concrete vraag

Zeg wat u \\*zoekt\\* & wanneer.

Meer uitleg.

## Tip 2: sluit aan bij de kern

Vraag wat past.

## Tip 3: begin klein

Eén plek is genoeg.

## Bron

Geen tip.
"""
TITLE = "Rijke praktijk met <b> & “aanhaling”"
PRACTICE = f"""---
titel: "{TITLE}"
samenvatting: "Er lag afval in de straat. Bewoners melden het nu samen in een groep."
themas:
  - wonen
corporaties:
  - corporatie-een
partners:
  - winkel
onderbouwing: gemeten
doorlooptijd: 2
kosten:
  klasse: 1
  prijspeil: 2019
werkzaam:
  - "Snel zijn."
voorwaarden:
  - "Iemand die het doet."
bronnen:
  - titel: "Een bericht"
    uitgever: "De Brug"
    url: https://example.org/a?b=1&c=2
    datum: 2018-08-10
gepubliceerd: 2026-11-21
gecontroleerd: 2026-11-21
---

## Aanleiding

Er was iets.

## Aanpak

1. Bewoners maken een groep.
2. De corporatie ruimt op.
3. Eens per maand is er overleg.

## Resultaten

- 12 meldingen per week.

## Lessen

- Begin met één straat.
"""
PARTNER = """---
naam: "De Winkel"
soort: landelijk-bedrijf
kernactiviteit: "Supermarktketen"
biedt:
  - werkplekken
gecontroleerd: 2026-11-21
---
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, serve: Serve) -> str:
    """Return the address of a practice with everything that a plan can hold."""
    root = make_project(tmp_path_factory.mktemp("copy"))
    content = root / "content"
    for path, text in {
        f"practices/{SLUG}.md": PRACTICE,
        "partners/winkel.md": PARTNER,
        "pages/een-bedrijf-benaderen.md": TIPS,
    }.items():
        (content / path).parent.mkdir(exist_ok=True)
        (content / path).write_text(text, encoding="utf-8")
    build(root / "site", root)
    return f"{serve(root / 'site')}praktijken/{SLUG}/"


def opener(page: Page) -> Locator:
    """Return the button on the page."""
    return page.get_by_role("button", name="Kopieer deze aanpak")


def open_dialog(page: Page, address: str) -> Locator:
    """Go to the practice, press the button, and return the dialog with its questions."""
    page.goto(address)
    opener(page).click()
    dialog = page.get_by_role("dialog", name="Kopieer deze aanpak")
    expect(dialog.get_by_role("checkbox")).to_have_count(3)
    return dialog


def read_parts(download: Download) -> dict[str, ET.Element]:
    """Return every part of a document that is XML, read; a part that is not well-formed fails."""
    with zipfile.ZipFile(download.path()) as archive:
        assert archive.testzip() is None
        return {name: ET.fromstring(archive.read(name)) for name in archive.namelist() if name != "mimetype"}


def words_of(root: ET.Element) -> str:
    """Return all text of a part."""
    return "".join(root.itertext())


def take_plan(dialog: Locator, button: str) -> Download:
    """Press a button that gives a file."""
    with dialog.page.expect_download() as download:
        dialog.get_by_role("button", name=button).click()
    return download.value


def test_a_plan_is_made_by_keyboard_alone(open_page: OpenPage, address: str) -> None:
    """Open, answer, drop a step, take both files and the text, close, and open again: without a mouse."""
    page = open_page(WIDE, permissions=["clipboard-read", "clipboard-write"])
    page.goto(address)
    opener(page).focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Kopieer deze aanpak")
    expect(dialog.get_by_role("heading", name="Kopieer deze aanpak")).to_be_focused()
    expect(dialog.get_by_role("checkbox")).to_have_count(3)

    tab_to(dialog.get_by_label("Naam van uw corporatie"))
    page.keyboard.type("Woonstichting <De Brug> & co")
    tab_to(dialog.get_by_label("Functie van de projectleider"))
    page.keyboard.type("Wijkconsulent")
    tab_to(dialog.get_by_label("Startdatum"))
    dialog.get_by_label("Startdatum").fill("2027-03-01")  # the order of its parts is that of the system
    tab_to(dialog.get_by_label("Looptijd in weken"))
    expect(dialog.get_by_label("Looptijd in weken")).to_have_value("13")
    page.keyboard.press("Control+A")
    page.keyboard.type("8")
    tab_to(dialog.get_by_role("checkbox", name="2. De corporatie ruimt op."))
    page.keyboard.press("Space")

    tab_to(dialog.get_by_role("button", name="Download voor Word"))
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename == f"{NAME}.docx"
    expect(dialog.get_by_role("status")).to_contain_text(f"{NAME}.docx")
    tab_to(dialog.get_by_role("button", name="Download voor LibreOffice"))
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename == f"{NAME}.odt"
    tab_to(dialog.get_by_role("button", name="Kopieer als tekst"))
    page.keyboard.press("Enter")
    expect(dialog.get_by_role("status")).to_contain_text("Gekopieerd")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert (
        "| 2 | Eens per maand is er overleg. | [wat wij doen] | Wijkconsulent | 5 | 29 mrt 2027 (week 13) |" in copied
    )
    assert "Wij kijken terug op 26 april 2027." in copied
    assert "Dit nemen wij niet over:\n\n- De corporatie ruimt op." in copied
    assert "**Tip 1: stel een concrete vraag.** Zeg wat u \\*zoekt\\* & wanneer." in copied
    assert "Meer uitleg" not in copied

    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(opener(page)).to_be_focused()
    page.keyboard.press("Enter")
    expect(dialog.get_by_label("Naam van uw corporatie")).to_have_value("Woonstichting <De Brug> & co")
    tab_to(dialog.get_by_role("button", name="Sluiten"))
    page.keyboard.press("Enter")
    expect(opener(page)).to_be_focused()


def test_the_word_document_is_whole_and_accessible(page: Page, address: str) -> None:
    """Its parts refer to parts that exist; it has a title, a language, header rows, page numbers and A4."""
    dialog = open_dialog(page, address)
    dialog.get_by_label("Naam van uw corporatie").fill("De Brug </w:t>\u0001")
    parts = read_parts(take_plan(dialog, "Download voor Word"))
    assert faults_of_names(parts) == []
    wordy = [root for name, root in parts.items() if name.startswith("word/") and not name.endswith(".rels")]
    assert [fault for root in wordy for fault in faults_of_order(root)] == []
    document, styles = parts["word/document.xml"], parts["word/styles.xml"]
    used = {element.get(f"{W}val") for tag in ("pStyle", "rStyle") for element in document.iter(f"{W}{tag}")}
    assert {"Title", "Heading1", "ListBullet", "TableHead", "Blank"} <= used
    tables = list(document.iter(f"{W}tbl"))
    assert len(tables) == 6
    for table in tables:
        assert table.find(f"{W}tblPr/{W}tblCaption") is not None
        assert table.find(f".//{W}tblHeader") is not None or table is tables[0]
        columns = len(list(table.iter(f"{W}gridCol")))
        assert all(len(row.findall(f"{W}tc")) == columns for row in table.iter(f"{W}tr"))
    assert {language.get(f"{W}val") for language in styles.iter(f"{W}lang")} == {"nl-NL"}
    size = document.find(f".//{W}pgSz")
    assert size is not None
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("11906", "16838")
    fields = [field.get(f"{W}instr", "").strip() for field in parts["word/footer1.xml"].iter(f"{W}fldSimple")]
    assert fields == ["PAGE", "NUMPAGES"]
    about = parts["docProps/core.xml"]
    assert "Plan van aanpak van De Brug </w:t>: Rijke praktijk" in words_of(about)
    assert about.findtext("{http://purl.org/dc/elements/1.1/}creator") == "De Brug </w:t>"
    for text in (
        "Tip 3: begin klein",
        "werkervaring laten opdoen op [welke plek]",
        "Kern: Supermarktketen.",
        "prijspeil 2019",
        "Snel zijn.",
    ):
        assert text.casefold() in words_of(document).casefold(), text


WRONG = {
    "shd does not belong in p": "<w:p><w:shd/></w:p>",
    "rStyle comes too late in rPr": "<w:p><w:r><w:rPr><w:b/><w:rStyle/></w:rPr></w:r></w:p>",
    "b stands twice in rPr": "<w:p><w:r><w:rPr><w:b/><w:b/></w:rPr></w:r></w:p>",
    "tc has no p": "<w:tbl><w:tblGrid/><w:tr><w:tc/></w:tr></w:tbl>",
}


@pytest.mark.parametrize("fault", WRONG)
def test_what_word_calls_damaged_is_found(fault: str) -> None:
    """The order of elements is judged, and what must be there."""
    space = W.strip("{}")
    root = ET.fromstring(f'<w:document xmlns:w="{space}"><w:body>{WRONG[fault]}</w:body></w:document>')
    assert faults_of_order(root) == [fault]


def test_the_open_document_is_whole_and_accessible(page: Page, address: str) -> None:
    """The same of the OpenDocument file, whose type can be read without unpacking."""
    download = take_plan(open_dialog(page, address), "Download voor LibreOffice")
    with zipfile.ZipFile(download.path()) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert archive.read("mimetype") == b"application/vnd.oasis.opendocument.text"
    parts = read_parts(download)
    path = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}full-path"
    assert {entry.get(path) for entry in parts["META-INF/manifest.xml"]} == {"/", *parts} - {"META-INF/manifest.xml"}
    content = parts["content.xml"]
    name = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}name"
    known = {element.get(name) for part in ("content.xml", "styles.xml") for element in parts[part].iter()}
    used = {value for element in content.iter() for key, value in element.items() if key.endswith("}style-name")}
    assert used <= known
    assert [heading.get(f"{TEXT}outline-level") for heading in content.iter(f"{TEXT}h")][:3] == ["1", "1", "1"]
    tables = list(content.iter(f"{TABLE}table"))
    assert len(tables) == 6
    assert len(list(content.iter(f"{TABLE}table-header-rows"))) == 5
    for table in tables:
        columns = len(list(table.iter(f"{TABLE}table-column")))
        assert all(len(row) == columns for row in table.iter(f"{TABLE}table-row"))
    assert "Pagina 1 van 1" in words_of(parts["styles.xml"])
    about = parts["meta.xml"]
    assert about.findtext(".//{http://purl.org/dc/elements/1.1/}language") == "nl-NL"
    assert about.findtext(".//{http://purl.org/dc/elements/1.1/}creator") == "MVO-praktijkcatalogus"
    assert about.findtext(".//{http://purl.org/dc/elements/1.1/}title") == f"Plan van aanpak: {TITLE}"


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed here")
@pytest.mark.parametrize("button", ["Download voor Word", "Download voor LibreOffice"])
def test_libreoffice_opens_the_document(page: Page, address: str, tmp_path: Path, button: str) -> None:
    """The real program reads it and makes a PDF of it."""
    download = take_plan(open_dialog(page, address), button)
    file = tmp_path / download.suggested_filename
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    download.save_as(file)
    done = subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(file)],
        capture_output=True,
        text=True,
        check=False,
        timeout=180,
    )
    pdf = file.with_suffix(".pdf")
    assert pdf.is_file(), done.stdout + done.stderr
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert "error" not in done.stderr.lower(), done.stderr
    if shutil.which("pdftotext"):
        text = subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
        for words in ("Rijke praktijk met <b> & “aanhaling”", "Partners benaderen", "Een bericht"):
            assert words in text


def test_the_dialog_is_accessible_when_done(open_page: OpenPage, address: str) -> None:
    """Nothing is cut off or scrolls sideways; how it begins and errs is judged in test_accessibility.py."""
    page = open_page(WIDE)
    dialog = open_dialog(page, address)
    dialog.get_by_label("Looptijd in weken").fill("drie")
    dialog.get_by_role("button", name="Download voor Word").click()
    weeks = dialog.get_by_label("Looptijd in weken")
    expect(weeks).to_be_focused()
    expect(weeks).to_have_attribute("aria-invalid", "true")
    expect(dialog.get_by_text("Vul een heel getal in van 1 tot en met 520")).to_be_in_viewport()
    weeks.fill("")
    take_plan(dialog, "Download voor Word")
    assert find_barriers(page) == []
    page.set_viewport_size({"width": ZOOMED, "height": 740})
    assert not dialog.evaluate("element => element.scrollWidth > element.clientWidth")


def test_nothing_is_asked_for_before_the_click_and_nothing_moves(page: Page, address: str) -> None:
    """The page is as light as before, and stays where it was."""
    asked = note_requests(page)
    page.goto(address, wait_until="networkidle")
    before = len(asked)
    assert not [url for url in asked if "copy-plan." in url or url.endswith("gegevens.json")]
    place = opener(page).bounding_box()
    shift = page.evaluate(
        """() => new Promise((done) => {
          let sum = 0;
          new PerformanceObserver((list) => { for (const entry of list.getEntries()) sum += entry.value; })
            .observe({ type: "layout-shift", buffered: true });
          setTimeout(() => done(sum), 200);
        })"""
    )
    assert shift == 0
    opener(page).click()
    expect(page.get_by_role("checkbox", name="1. Bewoners maken een groep.")).to_be_visible()
    assert any(url.endswith("gegevens.json") for url in asked[before:])
    page.keyboard.press("Escape")
    assert opener(page).bounding_box() == place


@pytest.mark.parametrize("what", ["gegevens.json", "een-bedrijf-benaderen/", "assets/copy-plan."])
def test_what_cannot_be_loaded_can_be_tried_again(open_page: OpenPage, address: str, what: str) -> None:
    """The data, the tips or the script itself: a sentence, and a button until it works."""
    page = open_page(WIDE, expected=["Failed to load resource"])
    failures = [1, 1]

    def answer(route: Route) -> None:
        if failures:
            failures.pop()
            route.fulfill(status=503)
        else:
            route.continue_()

    page.route(lambda url: what in url, answer)
    page.goto(address)
    opener(page).click()
    dialog = page.get_by_role("dialog")
    retry = dialog.get_by_role("button", name="Probeer het opnieuw")
    expect(dialog.get_by_role("alert")).to_contain_text("konden niet worden opgehaald")
    retry.click()
    expect(dialog.get_by_role("heading")).to_be_focused()
    expect(retry).to_be_visible()
    retry.click()
    expect(dialog.get_by_role("checkbox")).to_have_count(3)
    expect(dialog.get_by_role("alert")).to_be_hidden()


def test_a_refused_clipboard_leaves_the_text_in_sight(page: Page, address: str) -> None:
    """Who cannot copy by the button does so by hand."""
    page.add_init_script(
        "navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'))"
    )
    dialog = open_dialog(page, address)
    dialog.get_by_role("button", name="Kopieer als tekst").click()
    text = dialog.get_by_label("De tekst van uw plan")
    expect(text).to_be_focused()
    assert text.input_value().startswith("# Rijke praktijk met \\<b\\> & “aanhaling”")
    assert text.evaluate("area => area.selectionEnd - area.selectionStart") == len(text.input_value())
    expect(dialog.get_by_role("status")).to_contain_text("selecteer en kopieer die zelf")
    assert axe_violations(page) == []


@pytest.mark.parametrize(
    ("association", "start", "chosen", "typed", "year"),
    [
        ("", "", [], "", ""),
        ("corporatie Een", "2021-03-01", ["Corporatie een"], "", "2021"),
        ("Woonstichting <b> & co", "2099-03-01", [], "Woonstichting <b> & co", ""),
    ],
)
def test_who_copied_it_can_tell(
    page: Page, address: str, association: str, start: str, chosen: list[str], typed: str, year: str
) -> None:
    """The form opens at a record of an adoption, with what was told already; nobody else is told."""
    asked = note_requests(page)
    dialog = open_dialog(page, address)
    dialog.get_by_label("Naam van uw corporatie").fill(association)
    dialog.get_by_label("Startdatum").fill(start)
    dialog.get_by_role("link", name="Ik heb dit overgenomen").click()
    expect(page).to_have_url(re.compile(rf"/meedoen/praktijk/\?verbeter={SLUG}&overgenomen(#|$)"))
    record = page.locator("[data-field=overgenomen] [data-items] > li")
    expect(record).to_have_count(1)
    expect(record).to_be_visible()
    assert "Rijke praktijk" in page.get_by_role("heading", level=1).inner_text()
    who = record.get_by_role("combobox", name="Overgenomen door")
    expect(who).to_be_focused()
    expect(who).to_have_value(typed)
    expect(record.locator("[data-chosen] [data-slot=name]")).to_have_text(chosen)
    expect(record.get_by_label("Jaar")).to_have_value(year)
    expect(record.get_by_role("listbox").get_by_role("option")).to_have_count(1 if typed else 0)
    assert not [url for url in asked if "orporatie" in url.partition("?")[2] or "oonstichting" in url]


def test_without_script_the_button_leads_to_the_note(open_page: OpenPage, address: str) -> None:
    """It is a link then."""
    page = open_page(WIDE, java_script_enabled=False)
    page.goto(address)
    expect(opener(page)).to_have_count(0)
    page.get_by_role("link", name="Kopieer deze aanpak").click()
    expect(page).to_have_url(f"{address}notitie/")
    assert page.get_by_role("heading", level=1).inner_text()


def test_a_low_window_scrolls_inside_the_dialog(open_page: OpenPage, address: str) -> None:
    """Everything can be reached when a laptop zooms in to 400 %."""
    page = open_page(320)
    page.set_viewport_size({"width": 320, "height": HEIGHTS[WIDE] // 4})  # 400 % zoom
    dialog = open_dialog(page, address)
    dialog.get_by_role("button", name="Kopieer als tekst").scroll_into_view_if_needed()
    expect(dialog.get_by_role("button", name="Kopieer als tekst")).to_be_in_viewport()
    box = dialog.bounding_box()
    assert box is not None
    assert box["height"] <= HEIGHTS[WIDE] // 4
