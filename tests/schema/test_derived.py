"""Generated files are up to date, and the settings of VS Code point to them."""

import json
import re

import pytest
import yaml
from jsonschema import Draft7Validator

from mvo_catalogue.derived.json_schema import build_tool_schemas
from mvo_catalogue.derived.templates import build_pages
from mvo_catalogue.domain.diagnostic import Diagnostic, Severity
from mvo_catalogue.domain.vocabulary import VOCABULARY_VALUES
from mvo_catalogue.reports.text import text_lines
from mvo_catalogue.validation.report import Report
from mvo_catalogue.wiring.commands.schema import list_outdated, write_outdated
from tests.schema.conftest import ROOT, SAMPLE, EditorLoader

VSCODE = ROOT / ".vscode"


def test_every_committed_page_is_up_to_date():
    """After a change of the models, not of the content; ``make schema`` writes them."""
    assert list_outdated(ROOT, build_pages()) == [], "Draai “make schema” en neem de bestanden mee in uw wijziging."


def test_unchanged_files_are_not_written(tmp_path):
    """Tools that watch them are not triggered by every build."""
    assert write_outdated(tmp_path, {"a/b.json": "1", "c.json": "2"}) == ["a/b.json", "c.json"]
    (tmp_path / "c.json").write_bytes(b"\xff")
    assert write_outdated(tmp_path, {"a/b.json": "1", "c.json": "2"}) == ["c.json"]
    assert (tmp_path / "c.json").read_text() == "2"


@pytest.mark.parametrize("name", ["extensions", "settings", "tasks"])
def test_the_settings_of_vs_code_are_strict_json(name):
    assert json.loads((VSCODE / f"{name}.json").read_text(encoding="utf-8"))


def test_the_settings_point_to_the_schemas_that_a_build_makes(catalogue):
    """Each vocabulary is valid, and a misspelt field is not."""
    schemas = json.loads((VSCODE / "settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    made = build_tool_schemas(catalogue)
    assert all(path.removeprefix("./.build/schema/") in made for path in schemas)
    for name in VOCABULARY_VALUES:
        path = f"content/vocabularies/{name}.yaml"
        (schema,) = (schema for schema, files in schemas.items() if path in files)
        validator = Draft7Validator(json.loads(made[schema.rpartition("/")[2]]))
        file = SAMPLE / "vocabularies" / f"{name}.yaml"
        values = yaml.load(file.read_text(encoding="utf-8"), EditorLoader) if file.is_file() else {}

        validator.validate(values)
        assert not validator.is_valid(values | {"nieuw": {"name": "Nieuw"}}), name


@pytest.mark.parametrize(
    ("severity", "shown"), [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.TIP, "info")]
)
def test_the_task_recognises_a_message(severity, shown):
    task = json.loads((VSCODE / "tasks.json").read_text(encoding="utf-8"))["tasks"][0]
    diagnostic = Diagnostic("content/practices/een naam.md", 4, 5, "wrong-date", "Dat kan niet: x.", severity)
    line = next(text_lines(Report((diagnostic,), 1)))
    found = {
        matcher["severity"]: match
        for matcher in task["problemMatcher"]
        if (match := re.search(matcher["pattern"]["regexp"], line))
    }

    assert list(found) == [shown]
    assert found[shown].groups() == ("content/practices/een naam.md", "4", "5", "wrong-date", "Dat kan niet: x.")
