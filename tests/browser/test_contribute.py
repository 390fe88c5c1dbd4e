"""The form for a practice, as editors use it: fill in, preview, send, and improve an existing entry."""

import io
import json
import re
from contextlib import redirect_stdout
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from mvo_catalogue.reading.mails import read_package
from mvo_catalogue.reading.package import read_packages
from mvo_catalogue.wiring.command_line import main
from tests.browser.fixtures import (
    NARROW,
    WIDE,
    OpenPage,
    Serve,
    axe_violations,
    find_barriers,
    section_of,
    tab_to,
)
from tests.site.fixtures import make_project

DRAFT = "praktijk:"
GOOD = {
    "Titel": "Leerlingen schilderen portieken",
    "Samenvatting": "De portieken zagen er slecht uit. Nu schilderen leerlingen ze samen met bewoners.",
}


@pytest.fixture(scope="module")
def project(form_project: Path) -> Path:
    """Return a project with the small catalogue, built with a forge and a mailbox."""
    return form_project


@pytest.fixture(scope="module")
def form(project: Path, serve: Serve) -> str:
    """Return the address of the form."""
    return f"{serve(project / 'site')}meedoen/praktijk/"


def check(project: Path, files: dict[str, str], tmp_path: Path) -> str:
    """Return the report of ``mvo check`` with these files added; "" if it has no message and no repair for them."""
    root = make_project(tmp_path / "checked", project / "content")
    for path, text in files.items():
        (root / path).write_text(text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(io.StringIO()) as out:
        patch.chdir(root)
        patch.delenv("SOURCE_DATE_EPOCH", raising=False)  # on the day that the browser has, too
        code = main(["check", "--fix", "--proef", *files])
    lines = [line for line in out.getvalue().splitlines() if re.search(r": (fout|waarschuwing) \[|^[-+@]", line)]
    return "\n".join([*lines, *([] if code == 0 else [out.getvalue()])])


def field(page: Page, key: str) -> Locator:
    """Return the field at the top of the form with this key."""
    return page.locator(f"[data-step] > [data-field={key}], [data-more] > [data-field={key}]")


def part(page: Page, heading: str) -> Locator:
    """Return a part of the text."""
    return page.locator(f"[data-part={heading}]")


def go_to_step(page: Page, number: int) -> None:
    """Go to a step by its link, and unfold all that is in it."""
    page.locator(f".mvo-steps__link[href='#stap-{number}']").click()
    expect(page.locator(f"#stap-{number}")).to_be_visible()
    for more in page.locator(f"#stap-{number} > [data-more]:not([open]) > summary").all():
        more.click()


def choose(holder: Locator, *names: str) -> None:
    """Choose by typing."""
    for name in names:
        box = holder.locator("input[role=combobox]")
        box.fill(name)
        holder.get_by_role("option").filter(has_text=name).first.click()
        expect(holder.locator("[data-chosen]")).to_contain_text(name)


def write_list(holder: Locator, *texts: str) -> None:
    """Fill a list with a field for each line."""
    for text in texts:
        holder.get_by_role("button", name=re.compile("toevoegen$")).click()
        holder.locator("[data-items] > li").last.locator("[data-control]").fill(text)


def add_group(holder: Locator, values: dict[str, str]) -> Locator:
    """Fill in one more item of a repeated group, or an existing empty one."""
    items = holder.locator("[data-items] > li")
    if items.count() == 0 or any(control.input_value() for control in items.last.locator("[data-control]").all()):
        holder.locator("> p > button[data-add]").click()
    fill_group(items.last, values)
    return items.last


def fill_group(holder: Locator, values: dict[str, str]) -> None:
    """Fill fields by key."""
    for key, value in values.items():
        inner = holder.locator(f"[data-field={key}]")
        if inner.get_attribute("data-kind") == "reference":
            choose(inner, value)
        elif inner.locator("select").count():
            inner.locator("select").select_option(value)
        else:
            inner.locator("[data-control]").fill(value)


def fill_required(page: Page) -> None:
    """Fill what a practice needs, and no more: `FILLED`."""
    for name, text in GOOD.items():
        page.get_by_role("textbox", name=name, exact=True).fill(text)
    choose(field(page, "themas"), "Wonen")
    go_to_step(page, 2)
    choose(field(page, "corporaties"), "Corporatie een")
    go_to_step(page, 3)
    for number, text in enumerate(("Een.", "Twee.", "Drie."), 1):
        page.get_by_label(f"Stap {number}", exact=True).fill(text)
    go_to_step(page, 4)
    page.get_by_label("Beschreven").check()
    go_to_step(page, 5)
    add_group(field(page, "bronnen"), {"titel": "Een bericht", "uitgever": "De Brug"})
    go_to_step(page, 6)
    field(page, "gecontroleerd").locator("[data-control]").first.fill("2026-11-20")
    field(page, "gepubliceerd").locator("[data-control]").fill("2026-11-01")


FILLED = {
    "values": {
        "titel": GOOD["Titel"],
        "samenvatting": GOOD["Samenvatting"],
        "themas": ["wonen"],
        "corporaties": ["corporatie-een"],
        "onderbouwing": "beschreven",
        "bronnen": [{"titel": "Een bericht", "uitgever": "De Brug"}],
        "gecontroleerd": "2026-11-20",
        "gepubliceerd": "2026-11-01",
    },
    "parts": [{"heading": "Aanpak", "text": "1. Een.\n2. Twee.\n3. Drie."}],
    "organisations": [],
}
"""What a practice needs, as the form stores it."""


def open_filled(page: Page, form: str) -> None:
    """Open the form at its last step with what a practice needs, as after a reload: in a third of the time."""
    page.goto(form)
    draft = {"form": 1, "saved": "2026-11-20T10:00:00.000Z", "source": "", "content": FILLED}
    page.evaluate("([key, draft]) => localStorage.setItem(key, draft)", [DRAFT, json.dumps(draft)])
    page.reload()
    go_to_step(page, 6)


def made_files(page: Page) -> dict[str, str]:
    """Return the files in the package that the form made: text by path."""
    page.locator(".mvo-file > details:not([open]) > summary").click()
    (package,) = read_packages(page.locator("code[data-slot=text]").text_content() or "")
    assert package.damage == ()
    return {file.path: file.text for file in package.files}


def fill_everything(page: Page) -> None:
    """Fill every field that there is."""
    fill_required(page)
    go_to_step(page, 1)
    choose(field(page, "themas"), "Werken")
    write_list(field(page, "zoekwoorden"), "verfdag", "SROI: ja")
    write_list(field(page, "zoekvragen"), "wie maakt het vieze trappenhuis schoon")
    go_to_step(page, 2)
    choose(field(page, "corporaties"), "'thuis")
    choose(field(page, "partners"), "Partner twee")
    write_list(field(page, "ook_betrokken"), "lokale bedrijven")
    choose(field(page, "doelgroepen"), "Huurders", "Ouderen")
    write_list(field(page, "plaatsen"), "'s-Hertogenbosch", "Assen")
    for name in ("Drenthe", "Noord-Brabant"):
        page.get_by_label(name, exact=True).check()
    fill_group(field(page, "periode"), {"start": "2015", "eind": "2018"})
    page.get_by_label("Krimpgebied", exact=True).check()
    go_to_step(page, 3)
    part(page, "Aanleiding").locator("textarea").fill("Tekst met **nadruk** en een [link](../partners/partner-een.md).")
    part(page, "Resultaten").locator("textarea").fill("- 12 leerlingen haalden hun diploma.")
    part(page, "Lessen").locator("textarea").fill("- Begin klein.")
    go_to_step(page, 4)
    page.get_by_label("Herhaald").check()
    field(page, "uitkomst").locator("[data-control]").fill("12 leerlingen haalden hun diploma.")
    page.get_by_label("Voor en na gemeten").check()
    field(page, "rol_corporatie").locator("[data-control]").fill("De corporatie geeft verf en een ruimte.")
    field(page, "fase").locator("select").select_option("afgerond")
    fill_group(field(page, "kosten"), {"klasse": "2", "toelichting": "20.000 euro: ruim.", "prijspeil": "2018"})
    for key, value in {"inzet": "2", "doorlooptijd": "3", "moeilijkheid": "1"}.items():
        field(page, key).locator("select").select_option(value)
    page.get_by_label("Inkoop", exact=True).check()
    choose(field(page, "instrumenten"), "PSO")
    field(page, "eis").locator("[data-control]").fill("Minimaal 5 procent van de opdrachtsom in werkplekken.")
    field(page, "voorstel").locator("[data-control]").fill("in [wijk] leerlingen portieken te laten schilderen")
    for key in ("werkzaam", "aanpasbaar", "voorwaarden", "niet_geschikt"):
        write_list(field(page, key), f"Zin bij {key}.")
    for name, year, again in (("Corporatie twee", "2019", "true"), ("Corporatie drie", "2020", "false")):
        values = {"corporatie": name, "jaar": year, "aangepast": "Kleiner", "resultaat": "Vier", "opnieuw": again}
        add_group(field(page, "overgenomen"), values)
    go_to_step(page, 5)
    first = {
        "url": "https://voorbeeld.nl/a?b=1&c=2",
        "datum": "januari 2018",
        "archief": "https://archief.voorbeeld.nl/a",
    }
    rest = {"soort": "onderzoek", "opmerking": "Alleen deel 2."}
    fill_group(field(page, "bronnen").locator("[data-items] > li").first, first | rest)
    add_group(field(page, "bronnen"), {"titel": "Nog een", "uitgever": "Een krant"})
    material = {"titel": "Brief", "url": "https://voorbeeld.nl/brief", "soort": "brief", "licentie": "CC0"}
    add_group(field(page, "materialen"), material)
    choose(field(page, "gebaseerd_op"), "Praktijk eerder")
    choose(field(page, "verwant"), "Praktijk nieuwer")
    choose(field(page, "opgevolgd_door"), "Praktijk nieuwer")
    field(page, "kader").locator("[data-field=grondslag] select").select_option("participatiewet")
    field(page, "kader").locator("[data-field=gecontroleerd] [data-control]").fill("1-1-2026")
    field(page, "contact").locator("[data-control]").fill("info@voorbeeld.nl")
    go_to_step(page, 6)
    field(page, "licentie").locator("select").select_option("CC0-1.0")
    field(page, "concept").locator("select").select_option("false")


def test_an_entry_with_every_field_passes_the_check(
    open_page: OpenPage, form: str, project: Path, tmp_path: Path
) -> None:
    """The check has no message and nothing to repair; the form fits on a phone."""
    page = open_page(NARROW)
    page.goto(form)
    fill_everything(page)
    keys = {
        item.get_attribute("data-field")
        for item in page.locator("[data-step] > [data-field], [data-more] > [data-field]").all()
    }
    expect(page.locator("[data-ready]")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert axe_violations(page) == []
    files = made_files(page)
    (path,) = files
    assert path == "content/practices/leerlingen-schilderen-portieken.md"
    written = set(re.findall(r"^(\w+):", files[path], re.MULTILINE))
    assert keys - written == {"concept", "tegengevallen"}, "false is what holds anyway"
    assert check(project, files, tmp_path) == ""


def test_an_entry_with_only_required_fields_passes_the_check(
    page: Page, form: str, project: Path, tmp_path: Path
) -> None:
    """It can be mailed, downloaded and copied."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_filled(page, form)
    files = made_files(page)
    (text,) = files.values()
    assert check(project, files, tmp_path) == ""
    (path,) = files
    with page.expect_download() as download:
        page.get_by_role("link", name="Download het voorstel").click()
    assert download.value.suggested_filename == "voorstel-leerlingen-schilderen-portieken.txt"
    package = download.value.path().read_text(encoding="utf-8")
    issue = parse_qs(urlsplit(page.get_by_role("link", name="Stel voor op GitHub").get_attribute("href") or "").query)
    assert issue == {"title": [f"Nieuw voor de catalogus: {GOOD['Titel']}"], "body": [package]}
    page.get_by_role("button", name="Kopieer het voorstel").click()
    expect(page.get_by_role("status").filter(has_text="Plak het in een mail aan mvo@voorbeeld.nl")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == package
    pasted = page.evaluate(
        "navigator.clipboard.read().then(([item]) => item.getType('text/html')).then((blob) => blob.text())"
    )
    assert [(file.path, file.text) for file in read_package(pasted.encode()).files] == [(path, text)]


def test_a_mail_opens_with_the_package_on_the_clipboard(page: Page, form: str) -> None:
    """The page says what to do next."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_filled(page, form)
    link = page.get_by_role("link", name="Kopieer en open uw mail")
    mail = urlsplit(link.get_attribute("href") or "")
    assert (mail.scheme, mail.path) == ("mailto", "mvo@voorbeeld.nl")
    assert "[plak hier (Ctrl+V)]" in parse_qs(mail.query)["body"][0]
    link.click()
    expect(page.get_by_role("status").filter(has_text="Plak het nu in de mail (Ctrl+V)")).to_be_visible()
    (text,) = made_files(page).values()
    assert text in page.evaluate("navigator.clipboard.readText()")


def test_a_phone_shares_the_file(open_page: OpenPage, form: str) -> None:
    """A browser that cannot share offers the other ways."""
    page = open_page(NARROW, has_touch=True)
    page.add_init_script(
        """
        navigator.canShare = ({ files }) => files.every(({ type }) => type === "text/plain");
        navigator.share = async ({ files: [file] }) => { window.shared = [file.name, await file.text()]; };
        """
    )
    open_filled(page, form)
    page.get_by_role("button", name="Deel het voorstel").click()
    expect(page.get_by_role("status").filter(has_text="Gedeeld.")).to_be_visible()
    name, package = page.evaluate("window.shared")
    assert name == "voorstel-leerlingen-schilderen-portieken.txt"
    assert package == page.locator("code[data-slot=text]").text_content()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_new_organisation_gets_its_own_file(page: Page, form: str, project: Path, tmp_path: Path) -> None:
    """The practice names it, and both files together pass the check."""
    open_filled(page, form)
    go_to_step(page, 2)
    partners = field(page, "partners")
    partners.locator("input[role=combobox]").fill("Schilders & Zn.")
    partners.get_by_role("option", name="“Schilders & Zn.” toevoegen").click()
    new = page.locator("[data-organisations]")
    expect(new.get_by_label("Naam")).to_have_value("Schilders & Zn.")
    fill_group(new.locator("[data-items] > li"), {"soort": "onderaannemer"})
    partners.locator("input[role=combobox]").fill("de buren")
    partners.get_by_role("option", name="“de buren” noemen").click()
    expect(field(page, "ook_betrokken").locator("[data-control]")).to_have_value("de buren")
    go_to_step(page, 6)
    files = made_files(page)
    assert list(files) == ["content/partners/schilders-zn.md", "content/practices/leerlingen-schilderen-portieken.md"]
    assert "partners:\n  - schilders-zn\n" in list(files.values())[1]
    assert check(project, files, tmp_path) == ""


def test_errors_are_shown_at_the_field_and_in_a_summary(page: Page, form: str) -> None:
    """The summary gets the focus and links to the field; a corrected error disappears."""
    page.goto(form)
    page.get_by_role("textbox", name="Titel", exact=True).fill("Kort")
    page.get_by_role("textbox", name="Samenvatting", exact=True).focus()
    error = field(page, "titel").locator("[data-error]")
    expect(error).to_have_text("De tekst bij “Titel” is te kort: 4 tekens, minstens 5.")
    expect(field(page, "samenvatting").locator("[data-error]")).to_be_hidden()
    page.get_by_role("button", name="Volgende").click()
    summary = page.get_by_role("region", name="Controleer deze velden")
    expect(summary).to_be_focused()
    expect(summary.get_by_role("link")).to_have_count(3)
    summary.get_by_role("link", name="Titel").click()
    title = page.get_by_role("textbox", name="Titel", exact=True)
    expect(title).to_be_focused()
    expect(title).to_have_attribute("aria-invalid", "true")
    described = (title.get_attribute("aria-describedby") or "").split()
    assert error.get_attribute("id") in described
    title.fill("Lang genoeg")
    expect(error).to_be_hidden()
    expect(title).not_to_have_attribute("aria-invalid", "true")


def test_the_last_step_links_to_what_is_missing(page: Page, form: str) -> None:
    """Nothing can be sent before that."""
    page.goto(f"{form}#stap-6")
    expect(page.locator("[data-ready]")).to_be_hidden()
    page.get_by_role("button", name="Laat zien wat er mist").click()
    summary = page.get_by_role("region", name="Controleer deze velden")
    expect(summary).to_be_focused()
    summary.get_by_role("link", name=re.compile("Aanpak")).click()
    expect(page.locator("#stap-3")).to_be_visible()
    expect(page.get_by_label("Stap 1", exact=True)).to_be_focused()


def test_a_draft_is_restored(open_page: OpenPage, form: str) -> None:
    """After a reload and Back at once, later on request; erasing it leaves nothing."""
    page = open_page()
    page.goto(form)
    page.get_by_role("textbox", name="Titel", exact=True).fill("Nog niet af")
    choose(field(page, "themas"), "Wonen")
    expect(page.get_by_text("Bewaard op dit apparaat.")).to_be_visible()
    page.reload()
    expect(page.get_by_role("textbox", name="Titel", exact=True)).to_have_value("Nog niet af")
    expect(page.locator("[data-aside]")).to_be_hidden()
    go_to_step(page, 2)
    page.go_back()
    expect(page.locator("#stap-1")).to_be_visible()
    page.goto(form.replace("praktijk/", ""))
    page.go_back()
    expect(page.get_by_role("textbox", name="Titel", exact=True)).to_have_value("Nog niet af")
    expect(field(page, "themas").locator("[data-chosen]")).to_contain_text("Wonen")

    page.goto("about:blank")
    page.goto(form)
    expect(page.get_by_role("textbox", name="Titel", exact=True)).to_have_value("")
    assert axe_violations(page, within="[data-draft]") == []
    page.get_by_role("button", name="Ga verder met die tekst").click()
    expect(page.get_by_role("textbox", name="Titel", exact=True)).to_have_value("Nog niet af")
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Wis alles en begin opnieuw").click()
    expect(page.get_by_role("textbox", name="Titel", exact=True)).to_have_value("")
    assert page.evaluate("key => localStorage.getItem(key)", DRAFT) is None


DEEP = "[" * 30_000 + '"Verloren"' + "]" * 30_000
"""A list in a list and so on: more than a script can look into."""


@pytest.mark.parametrize(
    "content",
    [
        "{}",
        '{"values": {"titel": "Over", "weg": "Verloren"}, "parts": [], "organisations": []}',
        f'{{"values": {{"zoekwoorden": {DEEP}}}, "parts": [], "organisations": []}}',
    ],
)
def test_a_draft_of_another_version_never_locks_the_form(open_page: OpenPage, form: str, content: str) -> None:
    """The form opens, and the text that does not fit can be saved as a file and erased."""
    page = open_page()
    page.goto(form)
    page.evaluate(
        "draft => localStorage.setItem('praktijk:', draft)", f'{{"form":1,"saved":"","source":"","content":{content}}}'
    )
    page.reload()
    title = page.get_by_role("textbox", name="Titel", exact=True)
    expect(title).to_have_value("Over" if "Over" in content else "")
    aside = section_of(page, "Een eerdere tekst van u")
    expect(aside).to_be_visible(visible="Verloren" in content)
    if "Verloren" not in content:
        return
    with page.expect_download() as saved:
        aside.get_by_role("link").click()
    assert "Verloren" in Path(saved.value.path()).read_text(encoding="utf-8")
    title.fill("Opnieuw begonnen")
    expect(page.get_by_text("Bewaard op dit apparaat.")).to_be_visible()
    page.reload()
    expect(title).to_have_value("Opnieuw begonnen")
    page.on("dialog", lambda dialog: dialog.accept())
    aside.get_by_role("button").click()
    expect(aside).to_be_hidden()


def sources(project: Path) -> list[str]:
    """Return the names of the practices that have a page."""
    names = {file.stem for file in (project / "content" / "practices").glob("*.md")}  # others are former names
    found = [file.parent.name for file in (project / "site" / "praktijken").glob("*/bron.md")]
    return sorted(names.intersection(found))


def test_the_source_of_every_practice_is_published(project: Path) -> None:
    """Except that of a draft."""
    names = sources(project)
    assert "alles-ingevuld" in names
    assert "concept" not in names
    for name in names:
        published = (project / "site" / "praktijken" / name / "bron.md").read_bytes()
        assert published == (project / "content" / "practices" / f"{name}.md").read_bytes()


def test_nothing_that_was_typed_is_dropped(page: Page, form: str) -> None:
    """Text that matches no option is an error, an exact name is chosen, a pasted list becomes steps."""
    page.goto(form)
    themes = field(page, "themas")
    box = themes.locator("input[role=combobox]")
    box.fill("xqz")
    expect(themes.get_by_role("option", name="Niets gevonden")).to_be_visible()
    box.press("Tab")
    expect(themes.locator("[data-error]")).to_have_text(re.compile("U typte “xqz”, maar koos niets"))
    page.locator("#stap-1").get_by_role("button", name="Volgende").click()
    expect(page.get_by_role("region", name="Controleer deze velden")).to_contain_text("U typte “xqz”")
    box.fill("werken")
    box.press("Enter")
    expect(themes.locator("[data-chosen]")).to_contain_text("Werken")
    box.fill("wonen")
    box.press("Tab")
    expect(themes.locator("[data-chosen]")).to_contain_text("Wonen")
    go_to_step(page, 3)
    page.get_by_label("Stap 1", exact=True).fill("1. Een.\n2. Twee.\n• Drie.\n4. Vier.")
    for number, text in enumerate(("Een.", "Twee. • Drie.", "Vier."), 1):
        expect(page.get_by_label(f"Stap {number}", exact=True)).to_have_value(text)


def test_names_are_loaded_by_what_is_typed(page: Page, form: str) -> None:
    """Nothing before that; the organisations of a practice to improve are known from its own data."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/namen/")[2]))

    def loaded() -> set[str]:
        return {name for name in asked if "/" not in name}

    page.goto(form)
    expect(page.locator("form[data-form]")).to_be_visible()
    assert loaded() == set()
    go_to_step(page, 2)
    associations = field(page, "corporaties")
    associations.locator("input[role=combobox]").click()
    expect(associations.get_by_role("option", name="Typ de eerste letters")).to_be_visible()
    choose(associations, "Corporatie een")
    assert loaded() == {"begin.json", "corporaties-.json"}
    asked.clear()
    page.goto(f"{form}?verbeter=eerder")
    go_to_step(page, 2)
    expect(field(page, "partners").locator("[data-chosen]")).to_contain_text("Partner ")
    go_to_step(page, 6)
    expect(page.locator("[data-preview]")).to_contain_text("Partner ")
    assert loaded() == set()
    page.goto(f"{form}?verbeter=alles-ingevuld")
    go_to_step(page, 5)
    expect(field(page, "verwant").locator("[data-chosen]")).to_contain_text("Praktijk")


def test_without_the_names_nothing_is_lost(open_page: OpenPage, form: str) -> None:
    """The list says so, what was typed stays, and it is chosen as soon as the names are there."""
    page = open_page(expected=["Failed to load resource"])
    page.goto(form)
    go_to_step(page, 2)
    associations = field(page, "corporaties")
    box = associations.locator("input[role=combobox]")
    page.route("**/namen/**", lambda route: route.abort())
    box.fill("Corporatie een")
    expect(associations.get_by_role("option")).to_have_text(re.compile("^De namen konden niet worden geladen"))
    box.press("Tab")
    expect(associations.locator("[data-error]")).to_have_text(re.compile("U typte “Corporatie een”, maar koos niets"))
    page.unroute("**/namen/**")
    box.focus()
    box.press("Enter")
    expect(associations.locator("[data-chosen]")).to_contain_text("Corporatie een")
    expect(associations.locator("[data-error]")).to_be_hidden()


def test_improving_opens_at_a_field_and_asks_for_notes(page: Page, form: str) -> None:
    """Who, what and why are in the package, and one button sets the date of review to today."""
    page.goto(f"{form}?verbeter=eerder&veld=voorwaarden")
    expect(field(page, "voorwaarden").locator("input")).to_be_focused()
    page.keyboard.type("Er is een berging.")
    go_to_step(page, 6)
    page.get_by_role("button", name="Ik heb het vandaag nagekeken").click()
    expect(page.get_by_role("button", name="Ik heb het vandaag nagekeken")).to_be_hidden()
    for name, text in (("Wat hebt u veranderd?", "Een voorwaarde."), ("Waarom?", "Vergeten."), ("Wie bent u?", "Jo")):
        page.get_by_label(name).fill(text)
    shown = page.locator("[data-package] [data-slot=text]")
    for piece in (
        "Wat er verandert\n~~~~\nEen voorwaarde.",
        "Waarom\n~~~~\nVergeten.",
        "Van\n~~~~\nJo",
        "Er is een berging.",
    ):
        expect(shown).to_contain_text(piece)


def test_improving_only_changes_the_edited_lines(page: Page, form: str, project: Path, tmp_path: Path) -> None:
    """Without a change there is nothing to send."""
    source = (project / "content" / "practices" / "alles-ingevuld.md").read_text(encoding="utf-8")
    page.goto(f"{form.removesuffix('meedoen/praktijk/')}praktijken/alles-ingevuld/")
    page.get_by_role("link", name="Verbeter deze pagina").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Alles ingevuld: <b>één</b>")
    go_to_step(page, 6)
    expect(page.get_by_text("U hebt nog niets veranderd.")).to_be_visible()
    go_to_step(page, 1)
    page.get_by_role("textbox", name="Titel", exact=True).fill("Een andere titel")
    go_to_step(page, 6)
    (text,) = made_files(page).values()
    old = source.splitlines()[1]
    assert text == source.replace(old, 'titel: "Een andere titel"')
    package = page.locator("code[data-slot=text]").text_content() or ""
    assert "\nVerbetering van: content/practices/alles-ingevuld.md\n" in package
    assert ": fout [" not in check(project, {"content/practices/alles-ingevuld.md": text}, tmp_path)


def test_an_adoption_opens_the_form_at_an_empty_record(page: Page, form: str) -> None:
    """Also by a former name of the practice."""
    page.goto(f"{form}?verbeter=nog-eerder&overgenomen=1")
    expect(page.locator("#stap-4")).to_be_visible()
    record = field(page, "overgenomen").locator("[data-items] > li").last
    expect(record.get_by_role("combobox", name="Overgenomen door")).to_be_focused()
    fill_group(record, {"corporatie": "Corporatie twee", "jaar": "2021"})
    go_to_step(page, 6)
    expect(page.locator("code[data-slot=text]")).to_contain_text(
        "overgenomen:\n  - corporatie: corporatie-twee\n    jaar: 2021"
    )
    expect(page.locator("code[data-slot=text]")).to_contain_text("\nVerbetering van: content/practices/eerder.md\n")
    expect(page.locator("code[data-slot=text]")).to_contain_text("vroeger:")


def test_an_unknown_practice_gives_a_message(open_page: OpenPage, form: str) -> None:
    """Also a name with odd characters."""
    page = open_page(expected=["404"])
    page.goto(f"{form}?verbeter=../../%3Cscript%3E")
    expect(page.get_by_role("alert")).to_contain_text("Deze praktijk staat niet in de catalogus.")
    expect(page.locator("form[data-form]")).to_be_hidden()


def test_the_preview_runs_no_script(page: Page, form: str) -> None:
    """Markup and unsafe addresses are text."""
    page.goto(form)
    page.get_by_role("textbox", name="Titel", exact=True).fill("<img src=x onerror=alert(1)>")
    go_to_step(page, 3)
    hostile = "<script>alert(1)</script> [a](javascript:alert(1)) <b onclick=x>"
    part(page, "Aanleiding").locator("textarea").fill(hostile)
    go_to_step(page, 6)
    preview = page.locator("[data-preview]")
    expect(preview).to_contain_text(hostile)
    assert preview.locator("script, img, b, [onclick], a").count() == 0


def choose_by_keys(page: Page, name: str, letters: str) -> None:
    """Type in a chooser, and choose its first suggestion."""
    tab_to(page.get_by_role("combobox", name=name, exact=True))
    page.keyboard.type(letters)
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")


def go_on_by_keys(page: Page, heading: str) -> None:
    """Go to the next step, where the heading gets the focus."""
    tab_to(page.get_by_role("button", name="Volgende"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=heading)).to_be_focused()


def fill_by_keys(page: Page) -> None:
    """Fill every step up to the last, and make a mistake on the way."""
    keys = page.keyboard
    for name, text in GOOD.items():
        tab_to(page.get_by_role("textbox", name=name, exact=True))
        keys.type(text)
    choose_by_keys(page, "Thema’s", "Won")
    go_on_by_keys(page, "Wie en waar")
    choose_by_keys(page, "Corporaties (niet verplicht)", "Corporatie een")
    box = page.locator("#veld-provincies").get_by_role("checkbox", name="Drenthe")
    tab_to(box)
    keys.press("Space")
    expect(box).to_be_checked()
    go_on_by_keys(page, "Het verhaal")

    tab_to(page.get_by_role("button", name="Volgende"))
    keys.press("Enter")
    summary = page.get_by_role("region", name="Controleer deze velden")
    expect(summary).to_be_focused()
    keys.press("Tab")
    keys.press("Enter")
    expect(page.get_by_label("Stap 1", exact=True)).to_be_focused()
    for number, text in enumerate(("Een.", "Twee.", "Drie."), 1):
        tab_to(page.get_by_label(f"Stap {number}", exact=True))
        keys.type(text)
    go_on_by_keys(page, "Resultaat en kosten")

    radios = field(page, "onderbouwing").get_by_role("radio")
    tab_to(radios.first)
    keys.press("Space")
    keys.press("ArrowDown")
    keys.press("ArrowUp")
    expect(page.get_by_label("Beschreven")).to_be_checked()
    more = page.locator("#stap-4 > [data-more] > summary")
    tab_to(more)
    keys.press("Enter")
    expect(field(page, "moeilijkheid")).to_be_visible()
    go_on_by_keys(page, "Bronnen")
    source = field(page, "bronnen").locator("[data-items] > li").first
    for key in ("titel", "uitgever"):
        tab_to(source.locator(f"[data-field={key}] [data-control]"))
        keys.type("De Brug")
    go_on_by_keys(page, "Nakijken en versturen")


def test_the_form_works_with_the_keyboard_alone(page: Page, form: str, project: Path, tmp_path: Path) -> None:
    """Every step and every way to send, with Tab, Enter, Space, arrows and letters."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(form)
    fill_by_keys(page)
    tab_to(page.get_by_role("region", name="Voorbeeld van de pagina"))
    assert check(project, made_files(page), tmp_path) == ""
    tab_to(page.get_by_role("link", name="Kopieer en open uw mail"))
    tab_to(page.get_by_role("link", name="Stel voor op GitHub"))
    tab_to(page.get_by_role("button", name="Kopieer het voorstel"))
    page.keyboard.press("Enter")
    expect(page.get_by_text("Gekopieerd.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("code[data-slot=text]").text_content()
    tab_to(page.get_by_role("link", name="Download het voorstel"))
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename == "voorstel-leerlingen-schilderen-portieken.txt"


def test_adding_and_removing_items_moves_the_focus_to_the_next(page: Page, form: str) -> None:
    """A screen reader hears what was added or removed."""
    page.goto(form)
    page.get_by_role("textbox", name="Titel", exact=True).focus()
    keys = page.keyboard
    keys.type(GOOD["Titel"])
    keys.press("Tab")
    keys.type(GOOD["Samenvatting"])
    keys.press("Tab")
    expect(page.get_by_role("combobox", name="Thema’s")).to_be_focused()
    keys.type("Won")
    expect(field(page, "themas").get_by_role("option").first).to_be_visible()
    keys.press("ArrowDown")
    keys.press("Enter")
    expect(field(page, "themas").locator("[data-chosen]")).to_contain_text("Wonen")
    keys.press("Tab")
    expect(page.get_by_role("button", name="Haal weg Wonen")).to_be_focused()
    keys.press("Enter")
    expect(page.get_by_role("combobox", name="Thema’s")).to_be_focused()
    keys.press("ArrowDown")
    expect(field(page, "themas").get_by_role("option").first).to_be_visible()
    keys.press("Enter")
    page.get_by_role("button", name="Volgende").focus()
    keys.press("Enter")
    expect(page.get_by_role("heading", name="Wie en waar")).to_be_focused()

    places = field(page, "plaatsen")
    places.get_by_role("button", name="Plaats toevoegen").focus()
    keys.press("Enter")
    expect(places.get_by_label("Plaats 1")).to_be_focused()
    expect(page.locator("[data-announcement]")).to_have_text("Plaats 1 toegevoegd")
    keys.type("Assen")
    keys.press("Enter")
    expect(places.get_by_label("Plaats 2")).to_be_focused()
    keys.press("Tab")
    keys.press("Enter")
    expect(places.get_by_label("Plaats 1")).to_be_focused()
    expect(page.locator("[data-announcement]")).to_have_text("Plaats 2 weggehaald")


def test_personal_data_are_reported(page: Page, form: str) -> None:
    """A citizen number is an error, a mobile number a warning."""
    open_filled(page, form)
    go_to_step(page, 3)
    story = part(page, "Aanleiding")
    story.locator("textarea").fill("Bel Anna op 06-12345678, bsn 123456782.")
    page.get_by_label("Stap 1", exact=True).focus()
    expect(story.locator("[data-error]")).to_contain_text("burgerservicenummer")
    go_to_step(page, 6)
    expect(page.locator("[data-ready]")).to_be_hidden()
    go_to_step(page, 3)
    story.locator("textarea").fill("Bel Anna op 06-12345678.")
    go_to_step(page, 6)
    expect(page.locator("[data-ready]")).to_be_visible()
    assert axe_violations(page, within="#stap-6") == []
    page.locator("[data-warnings]").get_by_role("link", name=re.compile("mobiel nummer")).click()
    expect(story.locator("textarea")).to_be_focused()
    expect(story.locator("[data-error]")).to_contain_text("mobiel nummer")


def test_a_duplicate_title_is_reported(page: Page, form: str) -> None:
    """The practice can be sent all the same, under another file name."""
    open_filled(page, form)
    go_to_step(page, 1)
    page.get_by_role("textbox", name="Titel", exact=True).fill("praktijk Eerder: zonder extra velden!")
    page.get_by_role("textbox", name="Samenvatting", exact=True).focus()
    expect(field(page, "titel").locator("[data-error]")).to_contain_text("Er is al een praktijk met deze titel.")
    go_to_step(page, 6)
    (path,) = made_files(page)
    assert path == "content/practices/praktijk-eerder-zonder-extra-velden.md"


def test_a_draft_of_a_changed_practice_is_only_restored_on_request(open_page: OpenPage, form: str) -> None:
    """Also after a reload, with a warning."""
    page = open_page()
    page.goto(f"{form}?verbeter=eerder")
    title = page.get_by_role("textbox", name="Titel", exact=True)
    written = title.input_value()
    title.fill("Mijn titel")
    expect(page.get_by_text("Bewaard op dit apparaat.")).to_be_visible()
    page.reload()
    expect(title).to_have_value("Mijn titel")

    def changed(route: Route) -> None:
        text = route.fetch().text()
        route.fulfill(body=text.replace("## Aanpak", "## Aanpak\n\nNieuw."), content_type="text/markdown")

    page.route("**/eerder/bron.md", changed)
    page.reload()
    expect(title).to_have_value(written)
    expect(page.get_by_text("deze praktijk is intussen veranderd")).to_be_visible()
    assert axe_violations(page, within="[data-draft]") == []
    page.get_by_role("button", name="Ga verder met die tekst").click()
    expect(title).to_have_value("Mijn titel")


def test_without_the_preview_the_text_can_still_be_sent(open_page: OpenPage, form: str) -> None:
    """The script that renders Markdown may fail to load."""
    page = open_page(expected=["Failed to load resource"])
    page.route("**/contribute-markdown*.js", lambda route: route.abort())
    open_filled(page, form)
    expect(page.locator("[data-preview]")).to_have_text("Het voorbeeld kon niet worden geladen. Versturen kan wel.")
    expect(page.locator("[data-ready]")).to_be_visible()


def test_every_step_is_accessible(open_page: OpenPage, form: str) -> None:
    """With errors too; the first step is in test_accessibility.py."""
    page = open_page(WIDE)
    page.goto(form)
    for number in range(2, 7):
        go_to_step(page, number)
        page.locator(f"#stap-{number} button[type=submit]").last.click()
        assert find_barriers(page, f"#stap-{number}") == [], number


def test_without_script_there_is_a_template_and_a_mail_address(open_page: OpenPage, form: str, project: Path) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(form)
    expect(page.get_by_text("Dan staat JavaScript uit in uw browser.")).to_be_visible()
    expect(page.locator("form[data-form]")).to_be_hidden()
    expect(page.get_by_role("link", name="mvo@voorbeeld.nl")).to_have_attribute("href", "mailto:mvo@voorbeeld.nl")
    address = page.get_by_role("link", name="Download het sjabloon").get_attribute("href") or ""
    template = (project / "site" / address.lstrip("/")).read_text(encoding="utf-8")
    assert template.startswith("---\n")
    assert "## Aanpak" in template
