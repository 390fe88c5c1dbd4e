"""The issue form is one that GitHub takes, and what comes back can be told apart."""

from __future__ import annotations

import subprocess
import sys

import pytest
import yaml

from mvo_catalogue.domain.model import PRACTICES
from mvo_catalogue.schema.issue_form import CONSENT, build_issue_config, build_issue_form, build_questions


@pytest.fixture
def form(schemas):
    """Return the form as GitHub reads it."""
    return yaml.safe_load(build_issue_form(schemas[PRACTICES]))


@pytest.mark.parametrize(("name", "schema"), [("praktijk", "forms"), ("config", "config")])
def test_github_takes_it(name, schema, schemas, tmp_path):
    """It follows the published schema of such files."""
    file = tmp_path / f"{name}.yml"
    file.write_text(build_issue_form(schemas[PRACTICES]) if name == "praktijk" else build_issue_config())
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.github-issue-{schema}", str(file)]

    assert subprocess.run(command, capture_output=True, check=False).returncode == 0


def test_it_asks_what_is_required(form, schemas):
    """Every required field but the two days, which are those of the import, and the approach."""
    required = {item["id"] for item in form["body"] if item.get("validations", {}).get("required")}
    asked = {field.key for field in schemas[PRACTICES].fields if field.is_required}

    assert required == (asked - {"gepubliceerd", "gecontroleerd"}) | {"aanpak"}


def test_labels_and_names_are_unique(form, schemas):
    """The text of an issue has the labels only, so that each must stand for one question."""
    items = [item for item in form["body"] if item["type"] != "markdown"]
    labels = [item["attributes"]["label"] for item in items]
    names = [item["id"] for item in items]

    assert len(set(labels)) == len(labels)
    assert len(set(names)) == len(names)
    assert labels == [*(question.label for question in build_questions(schemas[PRACTICES])), "Akkoord"]


def test_options_are_unique_text(form, schemas):
    """GitHub refuses an option that is there twice or that is not text; a label stands for one value."""
    for question in build_questions(schemas[PRACTICES]):
        labels = [choice.label for choice in question.choices]
        assert len(set(labels)) == len(labels)
    for item in form["body"]:
        options = item["attributes"].get("options", [])
        assert all(isinstance(option, str | dict) and option != "None" for option in options)


def test_a_source_has_its_parts_on_one_line(form):
    """The example shows as many parts as there are columns."""
    sources = next(item for item in form["body"] if item.get("id") == "bronnen")

    assert sources["attributes"]["placeholder"].count("|") == 3
    assert "titel | uitgever | webadres | datum" in sources["attributes"]["description"]


def test_somebody_agrees_before_sending(form):
    """Both promises are required."""
    options = form["body"][-1]["attributes"]["options"]

    assert [(option["label"], option["required"]) for option in options] == [(sentence, True) for sentence in CONSENT]
