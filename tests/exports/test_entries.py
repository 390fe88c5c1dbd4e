"""The catalogue as data: nothing is lost, and what version 1 promised is there."""

import json
import shutil
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.exports.entries import build_catalogue_data, build_data_schema, collect_data
from mvo_catalogue.validation.load import load_catalogue
from tests.factories import BASE, TODAY, make_site
from tests.site.fixtures import COLLECTION, SAMPLE, copy_content

CASES = sorted((BASE.parents[1] / "valid").iterdir())
FOLDERS = {
    "praktijken": "practices",
    "partners": "partners",
    "themas": "themes",
    "paginas": "pages",
    "nieuws": "nieuws",
}
ADDED = ("slug", "adres", "tekst")
KEYS = Path(__file__).with_name("keys-of-version-1.json")


def make_data(catalogue: Catalogue, project: Path) -> dict[str, Any]:
    """Return the data of a catalogue, read back."""
    site = make_site(catalogue)
    data: dict[str, Any] = json.loads(build_catalogue_data(collect_data(catalogue, site, project), catalogue, site))
    return data


def write_content(data: dict[str, Any], content: Path) -> None:
    """Make the files of the content from the data."""
    for name, folder in FOLDERS.items():
        (content / folder).mkdir()
        for entry in data[name]:
            values = dump({key: value for key, value in entry.items() if key not in ADDED})
            text = f"---\n{values}---\n\n{entry['tekst']}\n"
            (content / folder / f"{entry['slug']}.md").write_text(text, encoding="utf-8")
    (content / "vocabularies").mkdir()
    for name, values in data["waardelijsten"].items():
        (content / "vocabularies" / f"{name}.yaml").write_text(dump(values), encoding="utf-8")


def dump(values: dict[str, Any]) -> str:
    """Return values as YAML, in their own order and without folding."""
    return str(yaml.dump(values, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=100_000))


def lay_out(source: Path, project: Path) -> Path:
    """Copy content, or a case over the base of all cases, and return the folder."""
    content = copy_content(BASE if source in CASES else source, project)
    if source in CASES:
        shutil.copytree(source, project, dirs_exist_ok=True)
    return content


@pytest.mark.parametrize("source", [BASE, SAMPLE, COLLECTION, *CASES], ids=lambda path: path.name)
def test_the_data_convert_back_to_the_same_content(source, tmp_path):
    """Every value, list and text, of text pages too."""
    before, report = load_catalogue(lay_out(source, tmp_path / "before"), TODAY)
    assert not report.has_errors
    before = before.published()
    data = make_data(before, tmp_path / "before")
    after = tmp_path / "after" / "content"
    after.mkdir(parents=True)
    write_content(data, after)
    for attached in filter(Path.is_dir, (tmp_path / "before" / "content" / "practices").iterdir()):
        shutil.copytree(attached, after / "practices" / attached.name)  # files of an entry are not in the data

    again, _ = load_catalogue(after, TODAY)
    for kind, entries in before.entries.items():
        assert again.entries[kind] == entries, kind
    assert again.vocabularies == before.vocabularies
    assert all(list(again.vocabularies[name]) == list(values) for name, values in before.vocabularies.items())
    jsonschema.Draft7Validator(json.loads(build_data_schema(make_site()))).validate(data)


def test_an_entry_has_the_keys_and_values_of_its_editors(tmp_path):
    """In types of JSON: numbers for years and scales, dates as text, booleans."""
    catalogue, _ = load_catalogue(lay_out(SAMPLE, tmp_path), TODAY)
    data = make_data(catalogue.published(), tmp_path)
    full = next(entry for entry in data["praktijken"] if entry["slug"] == "alles-ingevuld")
    keys = {line.partition(":")[0] for line in (SAMPLE / "practices/alles-ingevuld.md").read_text().splitlines()}

    assert {"zoekwoorden", "verwant", "kader", "contact", "gebaseerd_op"} <= full.keys() & keys
    assert full["adres"] == "https://mvo.example.nl/catalogus/praktijken/alles-ingevuld/"
    assert (full["inzet"], full["periode"]["start"], full["overgenomen"][0]["opnieuw"]) == (2, 2015, True)
    assert full["tekst"].startswith("Een inleiding met een [link](../partners/partner-een.md).\n\n## Aanleiding\n")


def test_drafts_are_not_in_the_data(tmp_path):
    case = BASE.parents[1] / "valid" / "draft"
    catalogue, _ = load_catalogue(lay_out(case, tmp_path), TODAY)
    drafts = catalogue.practices.keys() - catalogue.published().practices.keys()
    data = make_data(catalogue.published(), tmp_path)

    assert drafts
    assert not drafts & {entry["slug"] for entry in data["praktijken"]}


def list_keys(node: Any, path: str = "") -> set[str]:
    """Return the path of every key that a schema knows."""
    if not isinstance(node, dict):
        return set()
    found = {f"{path}.{key}" for key in node.get("properties", {})}
    inner = {**node.get("properties", {}), **node.get("definitions", {}), "[]": node.get("items")}
    inner |= {str(number): form for number, form in enumerate(node.get("anyOf", []))}
    return found.union(*(list_keys(child, f"{path}.{key}") for key, child in inner.items()))


def test_the_keys_of_version_1_are_there():
    """A new key is added to the list; removing one makes it version 2."""
    known = list_keys(json.loads(build_data_schema(make_site())))

    assert sorted(known) == json.loads(KEYS.read_text(encoding="utf-8"))
