"""``.ci/import-issue`` on real git repositories; only GitHub itself, behind ``gh``, is a program that takes notes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.contributing.conftest import CONTENT, read_body

ROOT = Path(__file__).resolve().parents[2]
BRANCH = "praktijk/issue-12"
FILE = "content/practices/buren-helpen-elkaar-in-de-tuin.md"
GH = """#!{python}
import json, os, pathlib, sys
words = sys.argv[1:]
texts = {{word: pathlib.Path(word).read_text(encoding="utf-8") for word in words if word.endswith(".md")}}
with open({log!r}, "a", encoding="utf-8") as log:
    log.write(json.dumps([words, list(texts.values())]) + "\\n")
if words[:2] == ["pr", "create"]:
    if os.environ.get("GH_REFUSES"):
        sys.exit("pull request create failed")
    print("https://code.example.org/pull/34")
"""


@dataclass(frozen=True)
class Forge:
    """A clone of a bare repository, and what GitHub was asked."""

    clone: Path
    bare: Path
    log: Path

    def git(self, *words: str) -> str:
        """Return what git says about the bare repository."""
        done = subprocess.run(["git", "-C", str(self.bare), *words], capture_output=True, text=True, check=True)
        return done.stdout

    def branches(self) -> list[str]:
        """Return the branches of the bare repository."""
        return self.git("for-each-ref", "--format=%(refname:short)").split()

    def approve(self, body: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run the script as the workflow does on a fresh checkout of main."""
        for words in (["switch", "--quiet", "main"], ["clean", "-fdq"], ["branch", "-D", BRANCH]):
            subprocess.run(["git", *words], cwd=self.clone, capture_output=True, check=False)
        event = self.log.with_name("event.json")
        event.write_text(json.dumps({"issue": {"number": 12, "body": body}}), encoding="utf-8")
        return subprocess.run(
            [".ci/import-issue"],
            cwd=self.clone,
            env={
                **os.environ,
                "PATH": f"{self.log.parent}:{os.environ['PATH']}",
                "GITHUB_EVENT_PATH": str(event),
                "ISSUE_NUMBER": "12",
                "SOURCE_DATE_EPOCH": "1795219200",
                **environment,
            },
            capture_output=True,
            text=True,
            check=False,
        )

    def asked(self, *start: str) -> list[tuple[list[str], str]]:
        """Return the words and the text of every call of gh that starts so."""
        calls = [json.loads(line) for line in self.log.read_text(encoding="utf-8").splitlines()]
        return [(words, "".join(texts)) for words, texts in calls if words[: len(start)] == list(start)]


@pytest.fixture
def forge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Forge:
    """Return a clone with the small base of content and the script, from a bare repository."""
    for name in list(os.environ):
        if name.startswith("GIT_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    bare, clone, programs = tmp_path / "bare.git", tmp_path / "clone", tmp_path / "programs"
    shutil.copytree(CONTENT, clone / "content")
    (clone / ".ci").mkdir()
    shutil.copy(ROOT / ".ci" / "import-issue", clone / ".ci")
    (clone / ".gitignore").write_text("/.venv\n", encoding="utf-8")
    (clone / ".venv" / "bin").mkdir(parents=True)
    (clone / ".venv" / "bin" / "mvo").symlink_to(Path(sys.executable).with_name("mvo"))
    programs.mkdir()
    log = programs / "log"
    log.touch()
    (programs / "gh").write_text(GH.format(python=sys.executable, log=str(log)), encoding="utf-8")
    (programs / "gh").chmod(0o755)
    subprocess.run(["git", "init", "--quiet", "--bare", "--initial-branch=main", str(bare)], check=True)
    for words in (
        ["init", "--quiet", "--initial-branch=main"],
        ["add", "."],
        ["-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "--quiet", "--message", "Begin"],
        ["remote", "add", "origin", str(bare)],
        ["push", "--quiet", "origin", "main"],
    ):
        subprocess.run(["git", *words], cwd=clone, check=True)
    return Forge(clone, bare, log)


def test_a_good_issue_becomes_a_branch_a_pull_request_and_a_comment(forge):
    """One file is added on a branch of its own; main stays as it was."""
    done = forge.approve(read_body("kortst"))
    assert done.returncode == 0, done.stderr

    assert forge.branches() == ["main", BRANCH]
    assert forge.git("diff", "--name-status", "main", BRANCH) == f"A\t{FILE}\n"
    assert 'titel: "Buren helpen elkaar in de tuin"' in forge.git("show", f"{BRANCH}:{FILE}")
    ((words, text),) = forge.asked("pr", "create")
    assert words[words.index("--head") + 1] == BRANCH
    assert "--draft" not in words
    assert "closes #12" in text
    ((words, text),) = forge.asked("issue", "comment")
    assert words[2] == "12"
    assert "https://code.example.org/pull/34" in text


def test_an_issue_with_mistakes_becomes_a_draft_and_the_sender_reads_why(forge):
    """A maintainer can mend it on the branch; the comment holds the report."""
    assert forge.approve(read_body("script")).returncode == 0

    ((words, _),) = forge.asked("pr", "create")
    assert "--draft" in words
    ((_, text),) = forge.asked("issue", "comment")
    assert "De controle vond nog fouten" in text
    assert "`unsafe-link`" in text


def test_what_is_refused_is_only_a_comment(forge):
    """No branch, no pull request; the sender reads what to do."""
    assert forge.approve(read_body("zonder-akkoord")).returncode == 0

    assert forge.branches() == ["main"]
    assert forge.asked("pr") == []
    ((_, text),) = forge.asked("issue", "comment")
    assert "aangevinkt" in text


def test_a_proposal_that_is_there_stays_as_it_is(forge):
    """What a maintainer changed on the branch is not written over."""
    forge.approve(read_body("kortst"))
    before = forge.git("rev-parse", BRANCH)

    assert forge.approve(read_body("volledig")).returncode == 0
    assert forge.git("rev-parse", BRANCH) == before
    assert len(forge.asked("pr", "create")) == 1
    assert "al een voorstel" in forge.asked("issue", "comment")[1][1]


def test_a_pull_request_that_fails_leaves_no_branch(forge):
    """The label can be set again after the settings are mended; the sender knows that it is not their fault."""
    assert forge.approve(read_body("kortst"), GH_REFUSES="1").returncode == 1

    assert forge.branches() == ["main"]
    assert "fout bij ons" in forge.asked("issue", "comment")[0][1]
    assert forge.approve(read_body("kortst")).returncode == 0
    assert forge.branches() == ["main", BRANCH]


@pytest.mark.parametrize("number", ["", "0", "1; touch x", "-1", "12\n3"])
def test_only_a_number_is_taken_for_one(forge, number):
    """Nothing is done for anything else."""
    assert forge.approve(read_body("kortst"), ISSUE_NUMBER=number).returncode != 0
    assert forge.branches() == ["main"]
    assert forge.log.read_text(encoding="utf-8") == ""


def test_no_text_of_a_sender_becomes_a_command(forge):
    """Quotes, dollars and backticks end up in the file as they are."""
    title = "Tuin $(touch gevonden) `touch gevonden` \"; touch gevonden; '"
    assert forge.approve(read_body("kortst").replace("Buren helpen elkaar in de tuin", title)).returncode == 0

    assert not list(forge.clone.rglob("gevonden"))
    assert "$(touch gevonden) `touch gevonden`" in forge.git("log", "--patch", BRANCH)
