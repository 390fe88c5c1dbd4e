"""What CONTRIBUTING.md and docs/maintaining.md promise, is so."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
import yaml

from mvo_catalogue.schema.issue_form import FORM_LABEL
from mvo_catalogue.wiring.command_line import COMMANDS, main

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "CONTRIBUTING.md"
PAGES = [GUIDE, ROOT / "docs" / "maintaining.md"]


def test_the_example_of_the_guide_passes_the_check(tmp_path, monkeypatch, capsys):
    """Who takes it over begins without a mistake, a warning or a tip, among the real entries."""
    match = re.search(r"<!-- voorbeeld: (\S+) -->\n```markdown\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    assert match
    shutil.copytree(ROOT / "content", tmp_path / "content")
    file = tmp_path / match[1]
    assert not file.exists()
    file.write_text(match[2], encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")

    assert main(["check", "--streng", match[1]]) == 0
    assert "Gevonden" not in capsys.readouterr().out


def test_the_scaffold_of_the_guide_is_made_and_checked(tmp_path, monkeypatch, capsys):
    """The two commands of the guide belong together: the second checks the file that the first made."""
    new, check = re.findall(r"^\.venv/bin/mvo (.+?) +#", GUIDE.read_text(encoding="utf-8"), re.MULTILINE)
    shutil.copytree(ROOT / "content", tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")

    assert main(shlex.split(new)) == 0
    assert main(shlex.split(check)) == 1
    assert "[placeholder]" in capsys.readouterr().out


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_to_a_file_of_the_project(page):
    """No link is left of a page that has moved."""
    links = re.findall(r"\]\((?!https?://)([^)#]+)", page.read_text(encoding="utf-8"))
    assert links
    assert [link for link in links if not (page.parent / link).is_file()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_exists(page):
    """``mvo …`` and ``make …`` in the text are commands that can be given."""
    text = page.read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))

    assert set(re.findall(r"\bmvo ([a-z-]+)", text)) <= {command.NAME for command in COMMANDS}
    assert set(re.findall(r"`make ([a-z]+)", text)) <= targets


def test_the_workflow_asks_for_the_labels_that_the_form_and_the_maintainers_set():
    """A label with another name would make every approval fall silent."""
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "import-issue.yml").read_text(encoding="utf-8"))
    form = yaml.safe_load((ROOT / ".github" / "ISSUE_TEMPLATE" / "praktijk.yml").read_text(encoding="utf-8"))
    job = workflow["jobs"]["propose"]

    assert form["labels"] == [FORM_LABEL]
    assert f"issue.labels.*.name, '{FORM_LABEL}')" in job["if"]
    assert "label.name == 'goedgekeurd' &&" in job["if"]
    assert "`goedgekeurd`" in PAGES[1].read_text(encoding="utf-8")
    assert workflow["permissions"] == {}
    assert not [step for step in job["steps"] if "issue.body" in str(step) or "issue.title" in str(step)]


def test_both_forges_ask_the_same():
    """A change can be proposed on GitHub and on GitLab."""
    github = ROOT / ".github" / "PULL_REQUEST_TEMPLATE.md"
    gitlab = ROOT / ".gitlab" / "merge_request_templates" / "Default.md"
    assert github.read_bytes() == gitlab.read_bytes()
