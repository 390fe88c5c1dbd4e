"""The pipelines: what GitHub does GitLab does too, and a proposal of a stranger gets no secret."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
_COMMAND = re.compile(r"(?:\.ci/run|make) (?:--since|[a-z][a-z ]*)|tools\.smoke")


def commands(*files):
    """Return what is asked of this project, comments left out."""
    text = re.sub(r"#.*", "", "\n".join(file.read_text() for file in files))
    return {command.strip() for command in _COMMAND.findall(text)}


def test_both_do_the_same():
    """Each target that one runs, the other runs."""
    assert commands(*WORKFLOWS) == commands(ROOT / ".gitlab-ci.yml")


def test_every_target_is_there():
    """A pipeline that runs once a week must not find out then."""
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = {word for command in commands(*WORKFLOWS) for word in command.split()[1:] if not word.startswith("-")}
    assert named
    assert named <= targets


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_a_workflow_may_little(file):
    """Nothing by default; each job what it needs, within a time; no secret, and no code of a stranger with rights."""
    workflow = yaml.safe_load(file.read_text())
    assert workflow["permissions"] == {}
    assert "pull_request_target" not in file.read_text()
    assert "secrets." not in file.read_text()
    for job in workflow["jobs"].values():
        assert job["permissions"]
        assert job["timeout-minutes"] <= 60
    if "pull_request" in workflow[True]:  # YAML 1.1 reads "on" so
        assert [job["permissions"] for job in workflow["jobs"].values()] == [{"contents": "read"}]
