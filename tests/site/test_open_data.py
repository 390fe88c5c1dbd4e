"""The open data on a site: every file exists, and every reference to it is right."""

import json
import re
from pathlib import Path

import jsonschema

from tests.site.fixtures import SAMPLE

SITE = "http://127.0.0.1:8000"


def find_file(site: Path, address: str) -> Path:
    """Return the file behind an address of the site."""
    path = site / address.removeprefix(SITE).lstrip("/")
    return path / "index.html" if path.is_dir() else path


def alternates(page: str) -> list[tuple[str, str]]:
    """Return (type, address) of the other forms that a page names, feeds left out."""
    found = re.findall(r'<link rel="alternate" href="([^"]+)" type="([^"]+)"', page)
    return [(kind, address) for address, kind in found if "atom" not in kind]


def test_a_practice_links_to_its_data_and_its_text(sample_site):
    """In two link elements; the data are not on the page."""
    page = (sample_site / "praktijken/alles-ingevuld/index.html").read_text()

    assert alternates(page) == [
        ("application/json", "/praktijken/alles-ingevuld/gegevens.json"),
        ("text/markdown", "/praktijken/alles-ingevuld/bron.md"),
    ]
    assert len(re.findall(r"\bhref=\"/data/\w", page)) == 0
    assert all(find_file(sample_site, address).is_file() for _, address in alternates(page))


def test_the_data_page_has_every_file(sample_site):
    """In a list, as link elements, and for search engines."""
    page = (sample_site / "data/index.html").read_text()
    files = {path.name for path in (sample_site / "data").iterdir()} - {"index.html"}
    shown = {Path(address).name for address in re.findall(r'<a href="(/data/[^"]+)"', page)}
    graph = json.loads(re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)[0])["@graph"]
    kinds = {thing["@type"]: thing for thing in graph}
    downloads = [download["contentUrl"] for download in kinds["Dataset"]["distribution"]]

    assert {Path(address).name for _, address in alternates(page)} == shown == files
    assert kinds["DataCatalog"]["dataset"]["@id"] == kinds["Dataset"]["@id"]
    assert all(find_file(sample_site, address).is_file() for address in downloads)
    assert {Path(address).name for address in downloads} < files
    assert (sample_site / "zoekindex/lunr.json").is_file()
    assert 'href="/zoekindex/lunr.json"' in page


def test_the_published_data_are_valid_by_the_published_schema(sample_site):
    data, schema = (json.loads((sample_site / f"data/{name}.json").read_text()) for name in ("catalogus", "schema"))

    jsonschema.Draft7Validator.check_schema(schema)
    jsonschema.Draft7Validator(schema).validate(data)
    assert data["$schema"] == schema["$id"] == f"{SITE}/data/schema.json"
    for practice in data["praktijken"]:
        one = json.loads((sample_site / f"praktijken/{practice['slug']}/gegevens.json").read_text())
        assert one["inhoud"] == practice


def test_the_markdown_of_every_page_is_published(sample_site):
    """``llms.txt`` lists each, unchanged."""
    text = (sample_site / "llms.txt").read_text()
    listed = {find_file(sample_site, address) for address in re.findall(rf"\]\(({SITE}/[^)]+/bron\.md)\)", text)}
    written = {path.read_bytes() for path in SAMPLE.glob("*/*.md") if "\nconcept: true" not in path.read_text()}

    assert {file.read_bytes() for file in listed} == written
    assert {path.read_bytes() for path in sample_site.rglob("bron.md")} == written
