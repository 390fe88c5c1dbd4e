"""The pipelines of GitHub and GitLab do the same, and a proposal of a stranger gets no secret."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
_OF_A_PROPOSAL = {"contents", "pull-requests"}
"""Rights that only a label of a maintainer gives."""
_COMMAND = re.compile(r"(?:\.ci/run|make) (?:--since|[a-z][a-z ]*)|tools\.smoke")


def commands(*files):
    """Return the file without comments."""
    text = re.sub(r"#.*", "", "\n".join(file.read_text() for file in files))
    return {command.strip() for command in _COMMAND.findall(text)}


def test_github_and_gitlab_run_the_same_targets():
    assert commands(*WORKFLOWS) == commands(ROOT / ".gitlab-ci.yml")


def test_every_target_of_a_pipeline_exists():
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = {word for command in commands(*WORKFLOWS) for word in command.split()[1:] if not word.startswith("-")}
    assert named
    assert named <= targets


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_workflows_have_minimal_permissions(file):
    """A time limit, no secrets, and no code of a stranger with write access."""
    workflow = read(file)
    assert workflow["permissions"] == {}
    assert set(workflow["on"]) <= {"issues", "pull_request", "push", "schedule", "workflow_dispatch"}
    assert "secrets." not in file.read_text()
    for job in workflow["jobs"].values():
        assert int(job["timeout-minutes"]) <= 60
        writes = {right for right, level in job["permissions"].items() if level == "write"}
        assert writes <= {"pages", "id-token", "issues", *_OF_A_PROPOSAL}
        assert not writes & _OF_A_PROPOSAL or workflow["on"] == {"issues": {"types": ["labeled"]}}
        assert not writes or len(job["steps"]) == 1  # a job with write access runs nothing from the repository
    if "pull_request" in workflow["on"]:
        (job,) = workflow["jobs"].values()
        assert job["permissions"] == {"contents": "read"}
        assert "environment" not in job


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_actions_are_pinned_and_input_is_never_part_of_a_script(file):
    for step in (step for job in read(file)["jobs"].values() for step in job["steps"]):
        assert "${{" not in step.get("run", "")
        action = step.get("uses")
        assert action is None or re.fullmatch(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}", action), action
        if action and action.startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false"


def test_only_main_writes_caches_and_publishes():
    for workflow in map(read, WORKFLOWS):
        if "pull_request" in workflow["on"]:
            actions = [step.get("uses", "") for job in workflow["jobs"].values() for step in job["steps"]]
            assert all(name.startswith("actions/cache/restore@") for name in actions if "/cache" in name)
    gitlab = read(ROOT / ".gitlab-ci.yml")
    assert re.search(r"@sha256:[0-9a-f]{64}$", gitlab["image"])
    assert gitlab["default"]["cache"]["policy"] == "pull"
    for_proposals = [job for job in gitlab.values() if "script" in job and "merge_request_event" in str(job["rules"])]
    assert for_proposals
    assert not any(job.keys() & {"cache", "secrets", "id_tokens"} for job in for_proposals)
    published = [rule["if"] for rule in gitlab["pages"]["rules"] if rule.get("when") != "never"]
    assert published == ["$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"]


def read(file: Path) -> Any:
    """Return a file of YAML in which every value is text."""
    return yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
