"""The page of a practice in a built site: parts, data and image."""

import json
import re
from pathlib import Path

import pytest
from PIL import Image

from mvo_catalogue.build_cache import BuildCache
from mvo_catalogue.wiring.compress import compress_files
from mvo_catalogue.wiring.output_cache import OutputCache
from tests.site.html import PageView, read_page

BASE = "https://mvo.example.nl/catalogus"
PARTS = {"kenmerken", "bij_de_bronnen", "verder_kijken", "nog_niet_bekend"}
LABELS = {"Uitkomst", "Door", "Onderbouwing"}
ASKED = ("uitkomst", "kosten", "inzet", "doorlooptijd", "moeilijkheid", "fase")
MOST_ON_THE_WIRE = 30_000
MOST_BEFORE_PAINT = 20_000


@pytest.fixture(scope="module")
def pages(collection_site: Path) -> dict[str, PageView]:
    """Return the page of every practice by slug."""
    return {
        file.parent.name: read_page(file)
        for file in sorted(collection_site.glob("praktijken/*/index.html"))
        if is_entry(file)
    }


def is_entry(file: Path) -> bool:
    """Return whether a page is that of a practice, not a list or former address."""
    return (file.parent / "gegevens.json").is_file() and "<article" in file.read_text(encoding="utf-8")


def notes_in(site: Path) -> list[Path]:
    """Return the board notes of a site, without redirects."""
    notes = site.glob("praktijken/*/notitie/index.html")
    return [note for note in notes if is_entry(note.parents[1] / "index.html")]


def meta(page: PageView, name: str) -> str:
    """Return the content of a meta element."""
    found = [m.attributes for m in page.all("meta") if name in (m.attributes.get("property"), m.attributes.get("name"))]
    assert len(found) == 1, name
    return found[0]["content"]


def test_every_practice_page_has_its_parts(pages: dict[str, PageView]) -> None:
    """Known and unknown facts are all key facts."""
    assert pages
    for slug, page in pages.items():
        labels = {term.text.strip().capitalize() for term in page.all("dt")}
        assert labels >= LABELS, (slug, LABELS - labels)
        assert page.anchors >= PARTS, (slug, PARTS - page.anchors)
        links = [link.attributes.get("href", "") for link in page.all("a")]
        form = f"/catalogus/meedoen/praktijk/?verbeter={slug}"
        asked = {field for field in ASKED if f"{form}&veld={field}" in links}
        assert len(labels & set(map(str.capitalize, ASKED)) - {"Uitkomst"}) + len(asked - {"uitkomst"}) == 5, slug
        assert {form, f"{form}&overgenomen=1", f"/catalogus/praktijken/{slug}/notitie/"} <= set(links), slug


def test_every_fragment_on_a_practice_page_has_its_target(pages: dict[str, PageView]) -> None:
    for slug, page in pages.items():
        inner = {
            link.attributes["href"][1:] for link in page.all("a") if link.attributes.get("href", "").startswith("#")
        }
        assert inner <= page.anchors, (slug, inner - page.anchors)


def test_every_practice_page_has_json_ld(pages: dict[str, PageView]) -> None:
    """With the address of the canonical link."""
    for slug, page in pages.items():
        (data,) = [
            script.text for script in page.all("script") if script.attributes.get("type") == "application/ld+json"
        ]
        article, trail = json.loads(data)["@graph"]
        (canonical,) = [
            link.attributes["href"] for link in page.all("link") if link.attributes.get("rel") == "canonical"
        ]
        assert article["@id"] == canonical == f"{BASE}/praktijken/{slug}/"
        assert article["citation"]
        assert trail["itemListElement"][-1]["item"] == canonical


def test_hostile_text_is_escaped_in_json_ld(sample_site: Path) -> None:
    page = read_page(sample_site / "praktijken/alles-ingevuld/index.html")
    (data,) = [script.text for script in page.all("script") if script.attributes.get("type") == "application/ld+json"]
    assert json.loads(data)["@graph"][0]["headline"] == "Alles ingevuld: <b>één</b> & “twee”"
    assert "<" not in data


def test_every_page_has_the_social_image_of_its_first_theme_or_the_site(
    collection_site: Path, pages: dict[str, PageView]
) -> None:
    """With its real size, small, and with an alternative text."""
    themes = [read_page(file) for file in collection_site.glob("themas/*/index.html")]
    shown = {}
    for page in [
        *pages.values(),
        *themes,
        read_page(collection_site / "index.html"),
        read_page(collection_site / "over/index.html"),
    ]:
        address = meta(page, "og:image")
        assert address.startswith(BASE)
        assert meta(page, "og:image:alt")
        shown[address.removeprefix(BASE)] = (int(meta(page, "og:image:width")), int(meta(page, "og:image:height")))
    assert set(shown) == {
        "/" + file.relative_to(collection_site).as_posix() for file in collection_site.rglob("beeld.png")
    }
    assert len(shown) == len(themes) + 1
    for path, size in shown.items():
        file = collection_site / path[1:]
        with Image.open(file) as image:
            assert image.size == size == (1200, 630), path
        assert file.stat().st_size <= 25_000, path


def test_a_board_note_leaves_the_decision_to_the_board(collection_site: Path) -> None:
    """What others did is attributed to them, and decisions are to be filled in."""
    for note in notes_in(collection_site):
        text = note.read_text(encoding="utf-8")
        headings = re.findall(r"<h2 id[^>]*>([^<]+)</h2>", text)
        order = [
            "Gevraagd besluit",
            "Waarom nu",
            "Uitkomst bij anderen",
            "Kosten en inzet",
            "Wie dit deden",
            "Risico’s",
        ]
        assert headings[: len(order)] == order, note
        assert "Voorstel: het bestuur besluit om<" in text, note
        assert 'name="risico"' in text, note
        assert len(re.findall("niet bekend", text.split("<article")[1], re.IGNORECASE)) <= 2, note
        assert "hierboven" not in text.split("<article")[1], note


def test_board_notes_are_not_indexed(collection_site: Path, pages: dict[str, PageView]) -> None:
    """Every practice has one."""
    notes = {note.parents[1].name: note for note in notes_in(collection_site)}
    assert notes.keys() == pages.keys()
    assert {meta(read_page(note), "robots") for note in notes.values()} == {"noindex"}
    assert "/notitie/" not in (collection_site / "sitemap.xml").read_text(encoding="utf-8")


def test_a_practice_page_is_within_its_budget(collection_site: Path, tmp_path: Path) -> None:
    """The largest page with styles and script, and what the first paint waits for."""
    sizes = {}
    largest_first = sorted(collection_site.glob("praktijken/*/index.html"), key=lambda file: -file.stat().st_size)
    for file in [*largest_first[:8], *collection_site.glob("assets/site.*")]:
        target = tmp_path / file.relative_to(collection_site)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.read_bytes())
    compress_files(tmp_path, OutputCache(BuildCache(tmp_path), tmp_path / "none"))
    for file in tmp_path.rglob("*.br"):
        sizes[str(file.relative_to(tmp_path))] = file.stat().st_size
    assets = {Path(name).suffixes[-2]: size for name, size in sizes.items() if name.startswith("assets/")}
    largest = max(size for name, size in sizes.items() if name.startswith("praktijken/"))
    assert largest + assets[".css"] <= MOST_BEFORE_PAINT
    assert largest + sum(assets.values()) <= MOST_ON_THE_WIRE


def test_attachments_are_on_the_page_of_a_practice(sample_site: Path) -> None:
    """A text has a page, a document a download, a picture two widths, upright and without metadata."""
    folder = sample_site / "praktijken" / "alles-ingevuld"
    page = read_page(folder / "index.html")
    links = {link.attributes.get("href", "").rpartition("alles-ingevuld/")[2] for link in page.all("a")}
    assert {"checklist/", "brief.odt"} <= links
    assert (folder / "brief.odt").is_file()
    assert "Kies wie er belt." in (folder / "checklist" / "index.html").read_text(encoding="utf-8")

    (image,) = (image.attributes for image in page.all("img"))
    assert (image["width"], image["height"], image["alt"]) == ("600", "1000", "Een gevel met een plantenbak ernaast.")
    files = re.findall(r"(tuin-jpg-\d+\.webp) (\d+)w", image["srcset"])
    assert [width for _, width in files] == ["480", "600"]
    for name, width in files:
        with Image.open(folder / name) as picture:
            assert picture.width == int(width)
            assert not picture.getexif()
    assert not (folder / "tuin.jpg").exists()
