"""An issue with a package becomes one proposal: the steps of the workflow, with real git and a bare remote."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from mvo_catalogue.reading.package import Package, PackedFile
from tests.git import GIT_IDENTITY
from tests.package import write_package
from tests.site.fixtures import DAY
from tests.validation.conftest import CASES
from tests.wiring.test_import import PARTNER, practice

ROOT = Path(__file__).resolve().parents[2]
WORKFLOW = yaml.safe_load((ROOT / ".github" / "workflows" / "proposal.yml").read_text(encoding="utf-8"))
BRANCH = "voorstel/issue-12"
GH = """#!/bin/sh
[ "$1" = auth ] && exit
printf '%s\\n' "$*" >>"$GH_LOG"
for word; do last=$word; [ "$before" = --body-file ] && file=$word; before=$word; done
cat "$file" >>"$GH_LOG"
[ "$1" = pr ] && echo https://github.example/wie/wat/pull/13
exit 0
"""


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """Return a clone of the small base of content, with a bare remote at wie/wat."""
    clone = tmp_path / "kloon"
    shutil.copytree(CASES / "base" / "content", clone / "content")
    (clone / ".gitignore").write_text(".venv\n")
    (clone / ".venv" / "bin").mkdir(parents=True)
    (clone / ".venv" / "bin" / "mvo").symlink_to(Path(sys.executable).parent / "mvo")
    git(clone, "init", "--quiet", "--initial-branch", "main")
    git(clone, "add", ".")
    git(clone, "commit", "--quiet", "--message", "Eerst")
    git(clone, "clone", "--quiet", "--bare", ".", str(tmp_path / "wie" / "wat"))
    program = tmp_path / "bin" / "gh"
    program.parent.mkdir()
    program.write_text(GH)
    program.chmod(0o755)
    return clone


def environment(clone: Path, **more: str) -> dict[str, str]:
    """Return the variables that GitHub sets, and those that isolate git."""
    return {
        "PATH": f"{clone.parent / 'bin'}:{os.environ['PATH']}",
        "HOME": str(clone.parent),
        "SOURCE_DATE_EPOCH": DAY,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GITHUB_SERVER_URL": f"file://{clone.parent}",
        "GITHUB_EVENT_PATH": str(clone.parent / "event.json"),
        "GITHUB_OUTPUT": str(clone.parent / "output"),
        "GH_LOG": str(clone.parent / "gh.log"),
        "RUNNER_TEMP": str(clone.parent),
        "LC_ALL": "C.UTF-8",
        **GIT_IDENTITY,
        **more,
    }


def run(command: list[str], cwd: Path, env: dict[str, str]) -> str:
    """Run a command that must succeed, and return its output."""
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def git(folder: Path, *words: str) -> str:
    """Run git and return its output."""
    return run(["git", *words], folder, environment(folder))


def step(job: str, cwd: Path, clone: Path, **more: str) -> str:
    """Run the last step of a job as GitHub does."""
    return run(["bash", "-e", "-c", WORKFLOW["jobs"][job]["steps"][-1]["run"]], cwd, environment(clone, **more))


def label(clone: Path, body: str) -> str:
    """Label an issue with this body; return the calls of gh, with the texts it was given."""
    event = {"action": "labeled", "label": {"name": "overnemen"}, "issue": {"number": 12, "title": "x", "body": body}}
    (clone.parent / "event.json").write_text(json.dumps(event))
    output = clone.parent / "output"
    output.write_text("")
    step("read", clone, clone)
    git(clone, "reset", "--quiet", "--hard")
    made = dict(line.split("=", 1) for line in output.read_text().splitlines())
    away = clone.parent / "werk"
    shutil.rmtree(away, ignore_errors=True)
    away.mkdir()
    given = {name.upper(): made[name] for name in ("said", "changes", "fails")}
    step("propose", away, clone, NUMBER="12", GH_REPO="wie/wat", GH_TOKEN="x", **given)
    return (clone.parent / "gh.log").read_text()


def test_a_package_in_an_issue_becomes_one_proposal(clone):
    """A branch with the practice and its organisation, which passes the check, and nothing else."""
    new = practice(clone)
    body = write_package(Package((PARTNER, new), {"Van": "@iemand van De Brug", "Waarom": "closes #3"}))

    asked = label(clone, body.replace("\n", "\r\n"))
    remote = clone.parent / "wie" / "wat"
    changed = git(remote, "diff", "--name-status", "main", BRANCH).split()
    assert changed == ["A", PARTNER.path, "A", new.path]
    assert git(remote, "show", f"{BRANCH}:{new.path}") == new.text
    assert git(remote, "log", "--format=%s", f"main..{BRANCH}") == "Voorstel uit issue #12\n"
    assert f"pr create --head {BRANCH} --title Voorstel uit issue #12 --body-file ../voorstel.md\n" in asked
    assert "    Van: @iemand van De Brug\n" in asked
    assert "    Waarom: closes #3\n" in asked
    assert "issue comment 12" in asked
    git(clone, "fetch", "--quiet", str(remote), BRANCH)
    git(clone, "switch", "--quiet", "--detach", "FETCH_HEAD")
    run([sys.executable, "-m", "mvo_catalogue", "check"], clone, environment(clone))

    again = label(clone, body.replace("Buren", "Buurtgenoten"))
    assert "Er is al een voorstel bij dit issue" in again
    assert git(remote, "log", "--format=%s", f"main..{BRANCH}") == "Voorstel uit issue #12\n"


def test_a_package_with_errors_becomes_a_draft(clone):
    """Here its organisation is missing."""
    asked = label(clone, write_package(Package((practice(clone),))))
    assert "--body-file ../voorstel.md --draft\n" in asked
    assert "unknown-partner" in asked


@pytest.mark.parametrize(
    "body",
    [
        "Hallo, mag dit erin?",
        write_package(Package((PackedFile(".github/workflows/x.yml", "on: push\n"),))),
        write_package(Package((PackedFile("content/practices/../../x.md", "x\n"),))),
        "$(touch gehackt) `touch gehackt` ##[error]x\n::set-output name=a::b",
    ],
)
def test_an_unreadable_package_gives_a_comment(clone, body):
    """No branch, no proposal, and nothing of the text is run."""
    asked = label(clone, body)
    assert "issue comment 12" in asked
    assert "    Er is niets geschreven." in asked
    assert "pr create" not in asked
    assert git(clone.parent / "wie" / "wat", "branch", "--format=%(refname:short)") == "main\n"
    assert not list(clone.parent.rglob("gehackt"))
