"""Pages of topics and partners, and the first letter to a partner, as readers use them."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from zipfile import ZipFile

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.fixtures import WIDE, OpenPage, Serve, find_barriers, note_requests, section_of
from tests.site.fixtures import BuildOnce, build, make_project

HOSTILE = '<img src=x onerror=alert(1)> (uw corporatie) & "Zo"'
PARTNER = f"""---
naam: '{HOSTILE}'
soort: landelijk-bedrijf
kernactiviteit: "Supermarktketen <b>vet</b>"
biedt: [werkplekken, uren]
gecontroleerd: 2026-11-01
---
"""
OTHER = """---
naam: Zorghuis
soort: zorg
gecontroleerd: 2026-11-01
---
"""
SMALLEST = 320
"""How wide a page is at 400 % zoom on a laptop."""

Visit = Callable[..., Page]


def write_organisations(folder: Path) -> None:
    """Build the small catalogue with a partner whose name wants to be markup."""
    root = make_project(folder / "project")
    content = root / "content"
    (content / "partners" / "hostiel.md").write_text(PARTNER, encoding="utf-8")
    (content / "partners" / "zorghuis.md").write_text(OTHER, encoding="utf-8")
    newer = (content / "practices" / "nieuwer.md").read_text(encoding="utf-8")
    newer = newer.replace("partners: [partner-een]", "partners: [hostiel, zorghuis]\nprovincies: [drenthe]")
    for number in range(4):
        (content / "practices" / f"voorbeeld-{number}.md").write_text(
            newer.replace("Praktijk nieuwer zonder extra velden", f"Voorbeeld {number} met een eigen titel"),
            encoding="utf-8",
        )
    build(root / "site", root)


@pytest.fixture(scope="session")
def organisations(build_once: BuildOnce, serve: Serve) -> str:
    """Return the address of that catalogue."""
    return serve(build_once("organisations", write_organisations) / "project" / "site")


@pytest.fixture
def visit(open_page: OpenPage, organisations: str) -> Visit:
    """Return ``visit(path, width, **context_options)``: a page of the small catalogue."""

    def visit(path: str, width: int = WIDE, **options: object) -> Page:
        page = open_page(width, **options)
        page.goto(organisations + path)
        return page

    return visit


def open_letter(page: Page) -> Locator:
    """Open the part with the letter, wait until it can be filled in, and return the letter."""
    page.locator("summary", has_text="Maak een eerste brief").click()
    expect(page.locator("[data-letter-form]")).to_be_visible()
    return page.get_by_role("group", name="De brief", exact=True)


def is_wider_than_the_screen(page: Page) -> bool:
    """Return whether one has to scroll sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth > innerWidth"))


def test_pages_of_organisations_are_accessible(page: Page, organisations: str) -> None:
    """Those without a like in test_accessibility.py: an empty theme, a name with markup, a group."""
    for path in ("themas/leeg/", "partners/hostiel/", "partners/soort/zorg/", "partners/provincie/drenthe/"):
        page.goto(organisations + path)
        assert find_barriers(page) == [], path


def test_the_letter_is_accessible(visit: Visit) -> None:
    """Opened and filled in too, on the narrowest screen."""
    page = visit("partners/hostiel/")
    open_letter(page)
    page.get_by_label("Naam van uw corporatie").fill("De Brug" * 12)
    assert find_barriers(page, "main") == []

    page.set_viewport_size({"width": SMALLEST, "height": 740})
    assert not is_wider_than_the_screen(page)
    for way in page.locator("[data-letter-ways] > .nl-button").all():
        box = way.bounding_box()
        assert box
        assert box["height"] >= 40


def test_a_gap_shows_what_is_filled_in_everywhere(visit: Visit) -> None:
    """It returns when the text is deleted."""
    page = visit("partners/hostiel/")
    letter = open_letter(page)
    page.get_by_label("Naam van uw corporatie").fill("De Brug <b>")
    page.get_by_label("Uw functie").fill("wijkbeheerder")
    page.get_by_label("Wijk of buurt").fill("Veenstad")

    expect(letter).to_contain_text("Een vraag van De Brug <b> voor Veenstad")
    expect(letter).to_contain_text(
        "Ik ben wijkbeheerder bij woningcorporatie De Brug <b>. Wij verhuren woningen in Veenstad."
    )
    page.get_by_label("Naam van uw corporatie").fill(" ")
    expect(letter).to_contain_text("bij woningcorporatie [uw corporatie].")


def test_a_name_with_markup_is_text(visit: Visit) -> None:
    """On the page and in the letter; square brackets in it are no gap."""
    page = visit("partners/hostiel/")
    letter = open_letter(page)
    page.get_by_label("Naam van uw corporatie").fill("De Brug")

    expect(letter).to_contain_text(f"Beste mensen van {HOSTILE},")
    assert page.locator("main img, main b").count() == 0


def test_the_letter_has_one_request_that_can_be_changed(visit: Visit) -> None:
    """The first fits the core business; another has other gaps and examples, and what was filled in stays."""
    page = visit("partners/hostiel/")
    letter = open_letter(page)
    expect(letter).to_contain_text("Mijn vraag: Kunt u [hoeveel bewoners] werkervaring laten opdoen op [welke plek]?")
    page.get_by_label("Welke plek").fill("de vulploeg")
    expect(letter).to_contain_text("werkervaring laten opdoen op de vulploeg?")

    page.get_by_label("Uw vraag gaat over").select_option(label="Uren van medewerkers")
    asked = letter.locator("[data-letter-question]").filter(visible=True)
    expect(asked).to_have_count(1)
    expect(asked).to_contain_text("Mijn vraag: Kunnen [hoeveel medewerkers] van u op [dag en tijd] meedoen")
    expect(page.get_by_label("Hoeveel bewoners")).to_have_count(0)
    expect(page.get_by_label("Welke plek")).to_have_value("de vulploeg")


def test_the_letter_can_be_copied_mailed_and_saved(visit: Visit) -> None:
    """The same text, with three examples at most."""
    page = visit("partners/hostiel/", permissions=["clipboard-read", "clipboard-write"])
    open_letter(page)
    page.get_by_label("Naam van uw corporatie").fill("De Brug")
    page.get_by_role("button", name="Kopieer", exact=True).click()
    expect(page.get_by_text("De brief is gekopieerd.")).to_be_visible()
    text = str(page.evaluate("navigator.clipboard.readText()"))

    assert text.startswith("Onderwerp: Een vraag van De Brug voor [wijk of buurt]\n\nBeste mensen van ")
    assert text.endswith("Met vriendelijke groet,\n[uw naam]\n[uw functie]\nDe Brug")
    assert text.count("\n- Voorbeeld ") == 3
    assert "(bron: Een uitgever). http" in text

    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download voor Word").click()
    assert waiting.value.suggested_filename == "brief-hostiel.docx"
    with ZipFile(waiting.value.path()) as file:
        words = file.read("word/document.xml").decode()
    assert words.count("Voorbeeld ") == text.count("Voorbeeld ")
    assert all(part in words for part in ("Een vraag van ", "Mijn vraag: ", ">De Brug<"))

    address = urlsplit(page.get_by_role("link", name="Open in uw mail").get_attribute("href") or "")
    mail = parse_qs(address.query)
    assert (address.scheme, address.path) == ("mailto", "")
    assert mail["subject"] == ["Een vraag van De Brug voor [wijk of buurt]"]
    assert mail["body"][0].replace("\r\n", "\n").startswith("Beste mensen van ")
    assert len(address.geturl()) <= 1900


def test_a_letter_too_long_for_a_mail_link_is_copied(visit: Visit) -> None:
    page = visit("partners/hostiel/", permissions=["clipboard-read", "clipboard-write"])
    open_letter(page)
    page.get_by_label("Hoe lang").evaluate("field => field.removeAttribute('maxlength')")
    page.get_by_label("Hoe lang").fill("lang " * 300)
    link = page.get_by_role("link", name="Open in uw mail")
    link.evaluate("link => link.addEventListener('click', event => event.preventDefault())")
    link.click()

    expect(page.get_by_text("plak hem in de mail")).to_be_visible()
    assert "body" not in parse_qs(urlsplit(link.get_attribute("href") or "").query)
    assert "lang lang" in str(page.evaluate("navigator.clipboard.readText()"))


def test_nothing_that_is_filled_in_is_stored(visit: Visit) -> None:
    """No storage, no cookie, and no requests except its styles and script, when the letter is opened."""
    page = visit("partners/hostiel/")
    asked = note_requests(page)
    assert page.locator("script[src*=approach], link[href*=fields]").count() == 0
    open_letter(page)
    page.get_by_label("Naam van uw corporatie").fill("De Brug")
    page.get_by_role("button", name="Kopieer", exact=True).click()

    assert [urlsplit(url).path.split(".")[0] for url in asked] == ["/assets/fields", "/assets/approach"]
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_the_letter_works_with_the_keyboard(visit: Visit) -> None:
    """Open it, fill in its fields in order, choose a request, and copy."""
    page = visit("partners/hostiel/", permissions=["clipboard-read", "clipboard-write"])
    page.locator(".mvo-approach summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-letter-form]")).to_be_visible()
    for text in ("de winkel", "De Brug", "wijkbeheerder", "Veenstad", "u dichtbij zit", "er ligt afval"):
        page.keyboard.press("Tab")
        page.keyboard.type(text)
    page.keyboard.press("Tab")
    expect(page.get_by_label("Uw vraag gaat over")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Hoeveel medewerkers")).to_be_focused()
    copy = page.get_by_role("button", name="Kopieer", exact=True)
    for _ in range(10):
        page.keyboard.press("Tab")
        if copy.evaluate("button => button === document.activeElement"):
            break
    page.keyboard.press("Enter")
    expect(page.get_by_text("De brief is gekopieerd.")).to_be_visible()
    text = str(page.evaluate("navigator.clipboard.readText()"))
    assert "Beste mensen van de winkel,\n" in text
    assert "Kunnen [hoeveel medewerkers] van u" in text


def test_the_letter_is_readable_without_script(visit: Visit) -> None:
    """With all requests, gaps in brackets, and no controls that need a script."""
    page = visit("partners/hostiel/", java_script_enabled=False)
    page.locator("summary", has_text="Maak een eerste brief").click()
    letter = page.get_by_role("group", name="De brief", exact=True)

    expect(letter).to_contain_text("Mijn vraag: Kunt u [hoeveel bewoners]")
    expect(letter).to_contain_text("Of: Kunnen [hoeveel medewerkers] van u")
    expect(page.locator("[data-letter-form]")).to_be_hidden()
    expect(page.locator("[data-letter-ways]")).to_be_hidden()


def test_the_address_of_an_association_can_be_copied(visit: Visit) -> None:
    """Its card says what it did and who copied that; readable without script."""
    page = visit("partners/corporatie-een/", permissions=["clipboard-read", "clipboard-write"])
    card = section_of(page, "Wat deelt Corporatie een?")
    expect(card).to_contain_text("2015–2018")
    expect(section_of(page, "Wat namen anderen over?")).to_contain_text("Overgenomen door Corporatie twee in 2019")

    page.get_by_role("button", name="Kopieer adres").click()
    expect(page.get_by_text("Gekopieerd.")).to_be_visible()
    address = str(page.evaluate("navigator.clipboard.readText()"))
    assert urlsplit(address).path == "/partners/corporatie-een/"
    mail = parse_qs(urlsplit(page.get_by_role("link", name="Mail deze pagina").get_attribute("href") or "").query)
    assert mail == {"subject": ["Corporatie een"], "body": [f"Corporatie een\r\n\r\n{address}"]}

    plain = visit("partners/corporatie-een/", java_script_enabled=False)
    expect(plain.get_by_text(address)).to_be_visible()
    expect(plain.get_by_role("button", name="Kopieer adres")).to_be_hidden()


def test_a_list_of_partners_is_filtered_without_script(visit: Visit) -> None:
    page = visit("partners/", java_script_enabled=False)
    page.get_by_text("Kies een soort organisatie").click()
    page.get_by_role("link", name="Zorg (1)").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Partners: zorg")
    expect(page.locator(".mvo-alphabet__item")).to_have_count(1)
    expect(page.get_by_role("link", name="Zorg (1)")).to_have_attribute("aria-current", "page")
    page.get_by_role("link", name="Toon ze allemaal").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Partners van A tot Z")
