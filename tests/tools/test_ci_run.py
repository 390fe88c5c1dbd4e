"""``.ci/run``: which targets a proposed change has to pass."""

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GIT = ["git", "-c", "user.name=Test", "-c", "user.email=test@example.nl"]
TEXT, CODE = "content/practices/een.md", "plugins/code.py"


@pytest.fixture
def project(tmp_path):
    """Return a repository with a Makefile that prints the requested target."""
    (tmp_path / ".ci").mkdir()
    script = (ROOT / ".ci" / "run").read_text()
    (tmp_path / ".ci" / "run").write_text(script.replace("command -v apt-get", "false"))  # a test installs nothing
    (tmp_path / ".ci" / "run").chmod(0o755)
    (tmp_path / "Makefile").write_text(".PHONY: content test links\ncontent test links:\n\t@echo doel: $@\n")
    for name in (TEXT, CODE):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text("begin\n")
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    commit(tmp_path)
    return tmp_path


def commit(project: Path) -> None:
    """Commit the state of a project."""
    subprocess.run(["git", "add", "-A"], cwd=project, check=True)
    subprocess.run([*GIT, "commit", "-qm", "x", "--no-gpg-sign", "--no-verify"], cwd=project, check=True)


def ask(project: Path, *words: str) -> list[str]:
    """Return the targets that were made."""
    environment = {"PATH": "/usr/local/bin:/usr/bin:/bin"}
    done = subprocess.run([".ci/run", *words], cwd=project, env=environment, capture_output=True, text=True, check=True)
    return [line.removeprefix("doel: ") for line in done.stdout.splitlines() if line.startswith("doel: ")]


def test_it_makes_the_named_targets(project):
    """`test` by default."""
    assert ask(project) == ["test"]
    assert ask(project, "links") == ["links"]
    assert ask(project, "test", "links") == ["test", "links"]


@pytest.mark.parametrize(
    ("changed", "gate"),
    [([TEXT], "content"), ([CODE], "test"), ([TEXT, CODE], "test"), (["content/nieuw/één.md"], "test")],
)
def test_a_change_of_only_the_content_runs_make_content(project, changed, gate):
    """Anything else runs `make test`, and so does a name that Git quotes."""
    for name in changed:
        (project / name).parent.mkdir(exist_ok=True)
        (project / name).write_text("nieuw\n")
    commit(project)
    assert ask(project, "--since", "HEAD^1") == [gate]


def test_a_file_that_is_moved_into_the_content_is_a_change_of_the_code(project):
    """Git would only show the new name."""
    (project / CODE).rename(project / "content" / "code.py")
    commit(project)
    assert ask(project, "--since", "HEAD^1") == ["test"]


def test_without_a_known_commit_everything_is_tested(project):
    """Nor without a change."""
    assert ask(project, "--since", "0123456") == ["test"]
    assert ask(project, "--since", "HEAD") == ["test"]
