"""What is made from the models is up to date, and the settings of VS Code point to it."""

from __future__ import annotations

import json
import re

import pytest
import yaml
from jsonschema import Draft7Validator

from mvo_catalogue.derived.files import build_derived_files
from mvo_catalogue.domain.diagnostic import Diagnostic, Severity
from mvo_catalogue.domain.vocabulary import VOCABULARY_VALUES
from mvo_catalogue.reports.text import text_lines
from mvo_catalogue.validation.report import Report
from tests.schema.conftest import ROOT

VSCODE = ROOT / ".vscode"


def test_every_derived_file_is_up_to_date(catalogue):
    """Whoever changes a model, a topic or a vocabulary runs ``make schema``."""
    outdated = [path for path, text in build_derived_files(catalogue).items() if read(path) != text]

    assert outdated == [], "Draai “make schema” en neem de bestanden mee in uw wijziging."


def read(path):
    """Return what a file of the project holds, if it is there."""
    file = ROOT / path
    return file.read_text(encoding="utf-8") if file.is_file() else None


@pytest.mark.parametrize("name", ["extensions", "settings", "tasks"])
def test_the_settings_of_vs_code_are_json(name):
    """VS Code forgives a comment; other tools that read these files do not."""
    assert json.loads((VSCODE / f"{name}.json").read_text(encoding="utf-8"))


def test_the_settings_point_to_the_schemas():
    """Each schema exists and is meant for a folder that exists."""
    settings = json.loads((VSCODE / "settings.json").read_text(encoding="utf-8"))
    for schema, files in settings["yaml.schemas"].items():
        assert (ROOT / schema).is_file()
        assert all(list(ROOT.glob(name)) for name in ([files] if isinstance(files, str) else files))


@pytest.mark.parametrize("name", VOCABULARY_VALUES)
def test_every_vocabulary_follows_the_schema_that_vs_code_uses(name):
    """The right schema for the right file: each list is valid, and a misspelt field is not."""
    settings = json.loads((VSCODE / "settings.json").read_text(encoding="utf-8"))
    path = f"content/vocabularies/{name}.yaml"
    (schema,) = (schema for schema, files in settings["yaml.schemas"].items() if path in files)
    validator = Draft7Validator(json.loads((ROOT / schema).read_text(encoding="utf-8")))
    values = yaml.safe_load((ROOT / path).read_text(encoding="utf-8"))

    validator.validate(values)
    assert not validator.is_valid(values | {"nieuw": {"name": "Nieuw"}})


@pytest.mark.parametrize(
    ("severity", "shown"), [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.TIP, "info")]
)
def test_the_task_recognises_a_message(severity, shown):
    """What ``mvo check`` prints ends up at its line in the list of problems."""
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
