"""The plan of approach, as a reader makes it: with the keyboard, on a phone, and when something fails."""

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
    count_pages,
    find_barriers,
    note_requests,
    tab_to,
)
from tests.browser.ooxml import W, find_order_errors, find_reference_errors
from tests.site.fixtures import BuildOnce, build, make_project

SLUG = "rijke-praktijk"
NAME = f"plan-van-aanpak-{SLUG}"
WORD, LIBREOFFICE = "Download voor Word", "Download voor LibreOffice"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
APPROACH = """---
titel: "Een bedrijf benaderen"
samenvatting: "Drie tips om als corporatie een bedrijf te vragen mee te doen."
---

Stel een concrete vraag.
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
materialen:
  - titel: "Brief aan de straat"
    bestand: brief.md
    soort: brief
    licentie: CC0-1.0
  - titel: "Regel voor een contract"
    bestand: regel.md
    soort: voorbeeldtekst
    licentie: CC0-1.0
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
LETTER = """Vul in wat tussen haken staat.

## De brief

Beste [naam], kom op **zaterdag** mee [opruimen].

1. Neem iets mee.

## Denk ook aan

- Vraag het eerst aan de buurt.
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


def write_plan(folder: Path) -> None:
    """Build the small catalogue with a practice that has everything that a plan can hold."""
    root = make_project(folder / "project")
    content = root / "content"
    for path, text in {
        f"practices/{SLUG}.md": PRACTICE,
        f"practices/{SLUG}/brief.md": LETTER,
        f"practices/{SLUG}/regel.md": LETTER,
        "partners/winkel.md": PARTNER,
        "pages/een-bedrijf-benaderen.md": APPROACH,
    }.items():
        (content / path).parent.mkdir(exist_ok=True)
        (content / path).write_text(text, encoding="utf-8")
    build(root / "site", root)


@pytest.fixture(scope="module")
def address(build_once: BuildOnce, serve: Serve) -> str:
    """Return the address of that practice."""
    return f"{serve(build_once('plan', write_plan) / 'project' / 'site')}praktijken/{SLUG}/"


def opener(page: Page) -> Locator:
    """Return the button on the page."""
    return page.get_by_role("button", name="Maak uw plan van aanpak")


def open_dialog(page: Page, address: str) -> Locator:
    """Go to the practice, press the button, and return the dialog with its questions."""
    page.goto(address)
    opener(page).click()
    dialog = page.get_by_role("dialog", name="Maak uw plan van aanpak")
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


def take(place: Locator | Page, button: str) -> Download:
    """Press a button that gives a file."""
    page = place if isinstance(place, Page) else place.page
    with page.expect_download() as download:
        place.get_by_role("button", name=button).click()
    return download.value


def read_clipboard(page: Page) -> tuple[str, str]:
    """Return the clipboard as plain text and as HTML."""
    text, html = page.evaluate(
        """async () => {
          const [item] = await navigator.clipboard.read();
          return Promise.all(["text/plain", "text/html"].map(async (type) => (await item.getType(type)).text()));
        }"""
    )
    return text, html


def test_a_saved_letter_has_only_what_is_meant_for_others(open_page: OpenPage, address: str) -> None:
    """With a letterhead, without title, advice and footer; blanks are marked on the screen and in the file."""
    page = open_page(WIDE, permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"{address}brief/")
    expect(page.locator("mark")).to_have_text(["[naam]", "[opruimen]"])
    page.get_by_role("button", name="Kopieer de brief").click()
    expect(page.get_by_role("status").filter(has_text="Gekopieerd.")).to_be_visible()
    text, html = read_clipboard(page)
    assert text == "Beste [naam], kom op zaterdag mee [opruimen].\n\n1. Neem iets mee.\n"
    assert "<strong>zaterdag</strong>" in html

    download = take(page, WORD)
    assert download.suggested_filename == "brief-aan-de-straat.docx"
    parts = read_parts(download)
    assert words_of(parts["word/document.xml"]) == (
        "[naam van wie u schrijft][straat en huisnummer][postcode en plaats][plaats], [datum]"
        "Beste [naam], kom op zaterdag mee [opruimen].Neem iets mee."
    )
    assert words_of(parts["word/footer1.xml"]) == ""


def test_a_saved_text_for_a_contract_has_its_advice_too(open_page: OpenPage, address: str) -> None:
    """Only the text for the contract is copied; the page of the practice links to all material at the top."""
    page = open_page(WIDE, permissions=["clipboard-read", "clipboard-write"])
    page.goto(address)
    page.locator("p", has_text="Materiaal:").get_by_role("link", name="Regel voor een contract").click()
    page.get_by_role("button", name="Kopieer de tekst").click()
    expect(page.get_by_role("status").filter(has_text="Gekopieerd.")).to_be_visible()
    assert read_clipboard(page)[0] == "Beste [naam], kom op zaterdag mee [opruimen].\n\n1. Neem iets mee.\n"

    words = words_of(read_parts(take(page, WORD))["word/document.xml"])
    assert words.startswith("VoorbeeldtekstRegel voor een contract")
    assert words.endswith("Denk ook aanVraag het eerst aan de buurt.")


def test_a_plan_is_made_with_the_keyboard_alone(open_page: OpenPage, address: str) -> None:
    """Open, answer, drop a step, save both files, copy the text, close, and open again."""
    page = open_page(WIDE, permissions=["clipboard-read", "clipboard-write"])
    page.goto(address)
    opener(page).focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Maak uw plan van aanpak")
    expect(dialog.get_by_role("heading", name="Maak uw plan van aanpak")).to_be_focused()
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
    tab_to(dialog.get_by_label("Uw eigen stappen"))
    page.keyboard.type("Iemand van [ons] belt aan.")

    tab_to(dialog.get_by_role("button", name=WORD))
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename == f"{NAME}.docx"
    expect(dialog.get_by_role("status")).to_contain_text(f"{NAME}.docx")
    tab_to(dialog.get_by_role("button", name=LIBREOFFICE))
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename == f"{NAME}.odt"
    tab_to(dialog.get_by_role("button", name="Kopieer als tekst"))
    page.keyboard.press("Enter")
    expect(dialog.get_by_role("status")).to_contain_text("Gekopieerd")
    text, html = read_clipboard(page)
    assert "\n2\tEens per maand is er overleg.\tWijkconsulent\t\tDoorlopend\n" in text
    assert "\n3\tIemand van [ons] belt aan.\tWijkconsulent\t5\t29 mrt 2027 (wk 13)\n" in text
    assert "Wij kijken terug op 26 april 2027." in text
    assert "Woonstichting <De Brug> & co" in text
    assert (html.count("<h1"), html.count("<table"), html.count("<ol")) == (1, 7, 1)

    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(opener(page)).to_be_focused()
    page.keyboard.press("Enter")
    expect(dialog.get_by_label("Naam van uw corporatie")).to_have_value("Woonstichting <De Brug> & co")
    tab_to(dialog.get_by_role("button", name="Sluiten"))
    page.keyboard.press("Enter")
    expect(opener(page)).to_be_focused()


def test_the_word_document_is_valid_and_accessible(page: Page, address: str) -> None:
    """Its references exist; it has a title, a language, header rows, page numbers and A4."""
    dialog = open_dialog(page, address)
    dialog.get_by_label("Naam van uw corporatie").fill("De Brug </w:t>\u0001")
    parts = read_parts(take(dialog, WORD))
    assert find_reference_errors(parts) == []
    wordy = [root for name, root in parts.items() if name.startswith("word/") and not name.endswith(".rels")]
    assert [fault for root in wordy for fault in find_order_errors(root)] == []
    document, styles = parts["word/document.xml"], parts["word/styles.xml"]
    used = {element.get(f"{W}val") for tag in ("pStyle", "rStyle") for element in document.iter(f"{W}{tag}")}
    assert {"Title", "Heading1", "ListBullet", "TableHead", "Blank"} <= used
    tables = list(document.iter(f"{W}tbl"))
    assert len(tables) == 7
    for table in tables:
        assert table.find(f"{W}tblPr/{W}tblCaption") is not None
        assert table.find(f".//{W}tblHeader") is not None or table in (tables[0], tables[6])
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
        "werkervaring laten opdoen op [welke plek]",
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
def test_an_invalid_word_document_is_noticed(fault: str) -> None:
    """The validator checks order and presence of elements."""
    space = W.strip("{}")
    root = ET.fromstring(f'<w:document xmlns:w="{space}"><w:body>{WRONG[fault]}</w:body></w:document>')
    assert find_order_errors(root) == [fault]


def test_the_opendocument_file_is_valid_and_accessible(page: Page, address: str) -> None:
    """Its type is readable without unzipping."""
    download = take(open_dialog(page, address), LIBREOFFICE)
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
    assert len(tables) == 7
    assert len(list(content.iter(f"{TABLE}table-header-rows"))) == 5
    for table in tables:
        columns = len(list(table.iter(f"{TABLE}table-column")))
        assert all(len(row) == columns for row in table.iter(f"{TABLE}table-row"))
    assert "Pagina 1 van 1" in words_of(parts["styles.xml"])
    about = parts["meta.xml"]
    assert about.findtext(".//{http://purl.org/dc/elements/1.1/}language") == "nl-NL"
    assert about.findtext(".//{http://purl.org/dc/elements/1.1/}creator") == "MVO-praktijkcatalogus"
    assert about.findtext(".//{http://purl.org/dc/elements/1.1/}title") == f"Plan van aanpak: {TITLE}"


def fill_in_note(page: Page, address: str) -> None:
    """Open the note for the board, and type in what a reader would."""
    page.goto(f"{address}notitie/")
    page.get_by_label("Datum:").fill("2 maart 2027")
    page.get_by_label("Aan:").fill("Het bestuur </w:t> & co")
    page.get_by_label("Voorstel: het bestuur besluit om").fill("te beginnen.\n\nIn twee straten.")


@pytest.mark.parametrize(("button", "part"), [(WORD, "word/document.xml"), (LIBREOFFICE, "content.xml")])
def test_the_saved_board_note_has_what_was_typed(page: Page, address: str, button: str, part: str) -> None:
    """Addressee and subject, what was typed, and the text of the page, in that order."""
    fill_in_note(page, address)
    expect(page.get_by_label("Onderwerp:")).to_have_value(TITLE)
    parts = read_parts(take(page, button))
    if button == WORD:
        assert [*find_reference_errors(parts), *find_order_errors(parts[part])] == []
    for space in parts[part].iter(f"{TEXT}s"):
        space.text = " "
    blocks = {f"{W}p", f"{TEXT}p", f"{TEXT}h"}
    lines = [" ".join(words_of(one).split()) for one in parts[part].iter() if one.tag in blocks]
    assert lines[:9] == [
        "Bestuursnotitie",
        *("Aan:", "Het bestuur </w:t> & co", "Van:", "[vul in]", "Datum:", "2 maart 2027", "Onderwerp:", TITLE),
    ]
    place = lines.index("Gevraagd besluit")
    assert lines[place + 1 : place + 6] == [
        "Voorstel: het bestuur besluit om te beginnen.",
        "In twee straten.",
        "Alternatieven: het eerst klein proberen bij [wie of waar], of het niet doen, omdat [reden].",
        "Wie, waar en vanaf wanneer: [vul in]",
        "Waarom nu",
    ]
    assert {"12 meldingen per week.", "Bewoners maken een groep.", "Door: Corporatie een"} <= set(lines)
    assert "Vul de open vakken in" not in " ".join(lines)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed here")
@pytest.mark.parametrize("button", [WORD, LIBREOFFICE])
def test_libreoffice_converts_the_plan_and_the_note_to_pdf(
    page: Page, address: str, tmp_path: Path, button: str
) -> None:
    """The note is one page."""
    taken = [take(open_dialog(page, address), button)]
    fill_in_note(page, address)
    taken.append(take(page, button))
    files = [tmp_path / one.suggested_filename for one in taken]
    for one, file in zip(taken, files, strict=True):
        one.save_as(file)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    done = subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *map(str, files)],
        capture_output=True,
        text=True,
        check=False,
        timeout=180,
    )
    assert "error" not in done.stderr.lower(), done.stderr
    plan, note = (file.with_suffix(".pdf").read_bytes() for file in files)
    assert plan.startswith(b"%PDF-")
    assert (count_pages(plan) > 1, count_pages(note)) == (True, 1)
    if shutil.which("pdftotext"):
        pdf = files[0].with_suffix(".pdf")
        text = subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
        for words in ("Rijke praktijk met <b> & “aanhaling”", "Zo deed een ander het", "Een bericht"):
            assert words in text


def test_the_dialog_is_accessible_when_done(open_page: OpenPage, address: str) -> None:
    """Nothing is cut off or scrolls sideways; other states are in test_accessibility.py."""
    page = open_page(WIDE)
    dialog = open_dialog(page, address)
    dialog.get_by_label("Looptijd in weken").fill("drie")
    dialog.get_by_role("button", name=WORD).click()
    weeks = dialog.get_by_label("Looptijd in weken")
    expect(weeks).to_be_focused()
    expect(weeks).to_have_attribute("aria-invalid", "true")
    expect(dialog.get_by_text("Vul een heel getal in van 1 tot en met 520")).to_be_in_viewport()
    weeks.fill("")
    take(dialog, WORD)
    assert find_barriers(page, "dialog") == []
    page.set_viewport_size({"width": ZOOMED, "height": 740})
    assert not dialog.evaluate("element => element.scrollWidth > element.clientWidth")


def test_nothing_is_loaded_and_nothing_moves_before_the_click(page: Page, address: str) -> None:
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


@pytest.mark.parametrize("what", ["gegevens.json", "assets/copy-plan."])
def test_a_failed_download_can_be_retried(open_page: OpenPage, address: str, what: str) -> None:
    """Of the data or the script: a message with a button."""
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


def test_without_clipboard_access_the_text_is_shown(page: Page, address: str) -> None:
    page.add_init_script(
        "navigator.clipboard.write = navigator.clipboard.writeText ="
        " () => Promise.reject(new DOMException('', 'NotAllowedError'))"
    )
    dialog = open_dialog(page, address)
    dialog.get_by_role("button", name="Kopieer als tekst").click()
    text = dialog.get_by_label("De tekst van uw plan")
    expect(text).to_be_focused()
    assert text.input_value().startswith(f"Plan van aanpak\n\n{TITLE}\n")
    assert text.evaluate("area => area.selectionEnd - area.selectionStart") == len(text.input_value())
    expect(dialog.get_by_role("status")).to_contain_text("selecteer en kopieer die zelf")
    assert axe_violations(page, within="dialog") == []


@pytest.mark.parametrize(
    ("association", "start", "chosen", "typed", "year"),
    [
        ("", "", [], "", ""),
        ("corporatie Een", "2021-03-01", ["Corporatie een"], "", "2021"),
        ("Woonstichting <b> & co", "2099-03-01", [], "Woonstichting <b> & co", ""),
    ],
)
def test_the_dialog_leads_to_the_adoption_form(
    page: Page, address: str, association: str, start: str, chosen: list[str], typed: str, year: str
) -> None:
    """With what was filled in already; it is not sent to a server."""
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


def test_without_script_the_button_is_a_link_to_the_note(open_page: OpenPage, address: str) -> None:
    page = open_page(WIDE, java_script_enabled=False)
    page.goto(address)
    expect(opener(page)).to_have_count(0)
    page.get_by_role("link", name="Maak uw plan van aanpak").click()
    expect(page).to_have_url(f"{address}notitie/")
    assert page.get_by_role("heading", level=1).inner_text()


def test_a_low_window_scrolls_inside_the_dialog(open_page: OpenPage, address: str) -> None:
    """Everything is reachable on a laptop at 400 %."""
    page = open_page(320)
    page.set_viewport_size({"width": 320, "height": HEIGHTS[WIDE] // 4})  # 400 % zoom
    dialog = open_dialog(page, address)
    dialog.get_by_role("button", name="Kopieer als tekst").scroll_into_view_if_needed()
    expect(dialog.get_by_role("button", name="Kopieer als tekst")).to_be_in_viewport()
    box = dialog.bounding_box()
    assert box is not None
    assert box["height"] <= HEIGHTS[WIDE] // 4
