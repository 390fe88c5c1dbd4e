"""Every command of docs/maintaining.md does what it says, in a real repository with a remote."""

import io
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from mvo_catalogue.reading.package import Package, PackedFile
from mvo_catalogue.wiring.command_line import main
from tests.git import GIT_IDENTITY
from tests.package import write_package
from tests.site.fixtures import DAY
from tests.validation.conftest import CASES

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docs" / "maintaining.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```sh\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)
SENTENCES = re.sub(r"^```sh\n.*?^```", "", TEXT, flags=re.MULTILINE | re.DOTALL)
INLINE = sorted(set(re.findall(r"`((?:mvo|make|git) [^`]+)`", SENTENCES)))
PRACTICE = "content/practices/portieken.md"
WORD = "Achttien leerlingen"
PARTNER = '---\nnaam: "Tuinhulp"\nsoort: onderaannemer\ngecontroleerd: 2026-11-20\n---\n'
PACKAGE = write_package(Package((PackedFile("content/partners/tuinhulp.md", PARTNER),)))
TEMPLATES = (".github/ISSUE_TEMPLATE", ".gitlab/issue_templates")
ENVIRONMENT = {
    **os.environ,
    "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
    "SOURCE_DATE_EPOCH": DAY,
    "GIT_CONFIG_GLOBAL": os.devnull,
    **GIT_IDENTITY,
}


def run(command: str, cwd: Path) -> str:
    """Run lines of a shell, answer yes to questions, and return the output."""
    done = subprocess.run(
        ["bash", "-euc", command],
        cwd=cwd,
        env=ENVIRONMENT,
        input="ja\n" * command.count("mvo "),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


CLOSER = (
    "git fetch origin pull",
    "mvo verwijder",
    "git filter-branch",
    "git reflog",
    "git revert",
    'git clone "',
    "mvo import",
)
"""The starts of lines in blocks that have a test of their own below."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a bare remote and a clone of a small catalogue: two commits, a tag, and the proposal 12."""
    clone = tmp_path_factory.mktemp("made") / "kloon"
    shutil.copytree(CASES / "base" / "content", clone / "content")
    for file in ("pelicanconf.py", ".gitignore"):
        shutil.copy(ROOT / file, clone)
    for folder in TEMPLATES:
        shutil.copytree(ROOT / folder, clone / folder)
    run(
        """
        git init --quiet --bare --initial-branch main ../afstand.git
        git init --quiet --initial-branch main
        git add . && git commit --quiet --message Eerst && git tag v1.0.0
        echo Later. >>content/pages/over.md
        git commit --quiet --all --message Later
        git remote add origin "$PWD/../afstand.git" && git push --quiet --tags --set-upstream origin main
        git switch --quiet --create voorstel
        sed 's/^titel: .*/titel: Bewoners vegen de trap/' content/practices/warm-welkom.md >content/practices/vegen.md
        sed -i 's/nieuwe huurder\\b/buurman/; s/kenden niemand/veegden nooit/' content/practices/vegen.md
        git add . && git commit --quiet --message Voorstel && git push --quiet origin voorstel:refs/pull/12/head
        git switch --quiet main && git branch --quiet -D voorstel
        """,
        clone,
    )
    (clone.parent / "brief.eml").write_text(f"From: els@example.org\nSubject: Nieuw\n\n{PACKAGE}", encoding="utf-8")
    return clone.parent


@pytest.fixture
def clone(made: Path, tmp_path: Path) -> Path:
    """Return a copy of the clone, with a copy of the remote."""
    shutil.copytree(made, tmp_path, symlinks=True, dirs_exist_ok=True)
    run('git remote set-url origin "$PWD/../afstand.git"', tmp_path / "kloon")
    return tmp_path / "kloon"


def block(start: str) -> str:
    """Return the one block of the document with a command that starts so."""
    found: str
    (found,) = (block for block in BLOCKS if re.search(rf"^{re.escape(start)}", block, re.MULTILINE))
    return found


def versions_with(clone: Path, text: str) -> str:
    """Return the commits of the remote, on any branch or tag, that add or remove a text."""
    return run(f"git -C ../afstand.git log --branches --tags --format=%s -S{shlex.quote(text)}", clone)


@pytest.mark.parametrize(
    "commands", [found for found in BLOCKS if not any(f"\n{start}" in f"\n{found}" for start in CLOSER)]
)
def test_every_block_of_commands_runs(clone: Path, commands: str) -> None:
    """And leaves no operation of git unfinished."""
    run(commands, clone)
    assert "rebase" not in run("git status", clone)


@pytest.mark.parametrize("command", [command for command in INLINE if command.startswith("mvo ")])
def test_every_mvo_command_in_a_sentence_runs(clone: Path, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Except `mvo links`, which makes requests and has its own tests."""
    monkeypatch.chdir(clone)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", ENVIRONMENT["SOURCE_DATE_EPOCH"])
    monkeypatch.setattr("sys.stdin", io.StringIO("ja\n"))
    assert command == "mvo links" or main(shlex.split(command)[1:]) == 0


def test_every_make_command_in_a_sentence_is_a_target() -> None:
    others = [command for command in INLINE if not command.startswith("mvo ")]
    assert all(command.startswith("make ") for command in others)
    run("\n".join(f"{command} --dry-run >/dev/null" for command in others).replace("…", "x"), ROOT)


def test_a_proposal_is_reviewed_without_its_code(clone: Path) -> None:
    """Its texts are restored, and removed afterwards."""
    lines = block("git fetch origin pull/12/head").splitlines()
    run("\n".join(lines[:-1]), clone)
    assert (clone / "content/practices/vegen.md").is_file()
    run(lines[-1], clone)
    assert run("git status --porcelain", clone) == ""


def test_a_removed_practice_is_gone_from_every_version(clone: Path) -> None:
    """First from main, then from the remote and its tags, and from a cleaned clone; the reason stays."""
    run(block("mvo verwijder"), clone)
    assert PRACTICE not in run("git ls-tree -r --name-only origin/main", clone)
    assert "vroeg ons" in run("git show origin/main:content/vocabularies/vervallen.yaml", clone)
    assert WORD in run(f"git show v1.0.0:{PRACTICE}", clone)

    run(block("git filter-branch"), clone)
    assert versions_with(clone, WORD) == ""
    assert versions_with(clone, "Leerlingen schilderen portieken") == ""
    assert "vroeg ons" in run("git -C ../afstand.git show main:content/vocabularies/vervallen.yaml", clone)
    run(block("git reflog expire"), clone)
    assert run(f"git log --all --format=%s -S{shlex.quote(WORD)}", clone) == ""
    assert run("git status --porcelain", clone) == ""


def test_a_mail_becomes_a_branch_on_the_remote(clone: Path) -> None:
    """With the file of its package, and nothing else."""
    run(block("mvo import"), clone)
    changed = run("git diff --name-status main origin/voorstel-de-brug", clone)
    assert changed.split() == ["A", "content/partners/tuinhulp.md"]


def test_a_change_is_reverted_on_the_remote(clone: Path) -> None:
    run(block("git revert"), clone)
    assert "Later." not in run("git show origin/main:content/pages/over.md", clone)
    assert run("git rev-list --count origin/main", clone).strip() == "3"


def test_another_catalogue_has_its_own_name_and_no_entries(clone: Path) -> None:
    """Nor their history."""
    run(block('git clone "'), clone)
    other = clone.parent / "mijn-catalogus"
    assert 'SITENAME = "Zwembadcatalogus"' in (other / "pelicanconf.py").read_text(encoding="utf-8")
    assert 'CATALOGUE_IDENTITY = "zwembadcatalogus"' in (other / "pelicanconf.py").read_text(encoding="utf-8")
    assert "example.nl/catalogus" not in "".join(
        file.read_text(encoding="utf-8") for folder in TEMPLATES for file in (other / folder).glob("*.md")
    )
    assert run("git log --all --format=%s", other) == "Begin een catalogus over zwembaden\n"
    assert not run(f"git log --all --format=%s -S{shlex.quote(WORD)}", other)
