"""What a screen reader says in the search, the form, the dialog and a comparison.

The reader is a virtual one (Guidepup): it walks the accessibility tree and says what the standards require. It tests
names, roles, states, messages and their order, not how NVDA or VoiceOver pronounce them.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.fixtures import ROOT, WIDE, OpenPage, Serve
from tests.site.fixtures import SUBFOLDER

READER = ROOT / "node_modules" / "@guidepup" / "virtual-screen-reader" / "lib" / "esm" / "index.browser.js"
START = """async (source) => {
  const { virtual } = await import(URL.createObjectURL(new Blob([source], { type: "text/javascript" })));
  globalThis.reader = virtual;
  await virtual.start({ container: document.body });
}"""
READ = """async ([move, times]) => {
  const before = (await reader.spokenPhraseLog()).length;
  for (let done = 0; done < times; done += 1) {
    await (move === "next" ? reader.next() : reader.perform(reader.commands[move]));
  }
  return (await reader.spokenPhraseLog()).slice(before);
}"""
FIRST, SECOND = "talis-budgetcoaching-huurachterstand", "heemwonen-superlocal-kerkrade"
TITLE = "Budgetcoaching thuis voor huurders met een betaalachterstand"


class Listener:
    """A page with a virtual screen reader."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def listen(self) -> None:
        """Start the reader at the top of the page as it is now."""
        self.page.evaluate(START, READER.read_text(encoding="utf-8"))

    def read(self, times: int, move: str = "next") -> list[str]:
        """Return the spoken phrase of each of the next items, or headings (``moveToNextHeading``)."""
        said: list[str] = self.page.evaluate(READ, [move, times])
        return said

    def hear(self, words: str) -> None:
        """Wait until the reader has spoken this phrase, also for a live region."""
        self.page.wait_for_function(
            "async (words) => (await reader.spokenPhraseLog()).some((said) => said.includes(words))", arg=words
        )


@pytest.fixture
def visit(open_page: OpenPage, collection_site: Path, serve: Serve):
    """Return ``visit(path)``: a page of a catalogue of some fifty practices, to listen to."""
    address = serve(collection_site, f"{SUBFOLDER}/")

    def visit(path: str) -> Listener:
        page = open_page(WIDE, bypass_csp=True)  # the reader is no script of the page
        page.goto(address + path)
        return Listener(page)

    return visit


def test_the_search_announces_suggestions_and_results(visit) -> None:
    """Results are headings to jump to."""
    listener = visit("zoeken/?q=huurachterstand")
    expect(listener.page.locator("#resultaten h2").first).to_be_visible()
    listener.listen()
    assert f"heading, {TITLE}, level 2" in listener.read(6, "moveToNextHeading")

    listener.page.get_by_label("Zoek een praktijk").fill("eenzaamheid")
    listener.hear("combobox, Zoek een praktijk")
    listener.hear("praktijken gevonden voor “eenzaamheid”")

    listener = visit("over/")
    listener.listen()
    listener.page.keyboard.press("/")
    listener.page.keyboard.type("leefb")
    listener.hear("suggesties")


def test_the_form_announces_errors(visit) -> None:
    """The summary reads each error as a link; the field that it leads to says the same."""
    listener = visit("meedoen/praktijk/")
    button = listener.page.get_by_role("button", name="Volgende")
    expect(button).to_be_visible()
    listener.listen()
    button.press("Enter")
    listener.hear("region, Controleer deze velden")
    said = listener.read(4)
    assert said[0] == "heading, Controleer deze velden, level 2"
    assert said[-1].startswith("link, Vul “Titel” in")

    listener.page.get_by_role("link", name="Vul “Titel” in").press("Enter")
    listener.hear("textbox, Titel, Vul “Titel” in.")
    assert listener.read(0) == []
    assert "invalid" in listener.page.evaluate("reader.lastSpokenPhrase()")


def test_the_dialog_announces_its_title_and_labels(visit) -> None:
    """The rest of the page cannot be reached."""
    listener = visit(f"praktijken/{FIRST}/")
    listener.listen()
    listener.page.get_by_role("button", name="Maak uw plan van aanpak").press("Enter")
    listener.hear("dialog, Maak uw plan van aanpak")
    listener.hear("heading, Maak uw plan van aanpak, level 2")
    expect(listener.page.get_by_role("dialog").get_by_label("Naam van uw corporatie")).to_be_visible()
    said = listener.read(35)
    assert "textbox, Naam van uw corporatie" in said
    assert any(words.startswith("group, Welke stappen") for words in said)
    assert any(words.startswith("checkbox, 1.") and words.endswith(", checked") for words in said)
    assert not [words for words in said if words.startswith(("banner", "main", "contentinfo"))]


def test_a_comparison_announces_its_row_and_column_headers(visit) -> None:
    listener = visit(f"vergelijken/?p={FIRST},{SECOND}")
    expect(listener.page.get_by_role("table")).to_be_visible()
    listener.listen()
    listener.page.get_by_label("Toon alleen verschillen").check()
    listener.hear("verborgen")
    said = listener.read(120)
    assert "table, 2 praktijken naast elkaar" in said
    assert f"columnheader, {TITLE}" in said
    assert "rowheader, Resultaten" in said
