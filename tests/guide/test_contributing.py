"""The commands and the example in CONTRIBUTING.md and docs/maintaining.md work."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from mvo_catalogue.reading.front_matter import split_front_matter
from mvo_catalogue.wiring.command_line import main
from mvo_catalogue.wiring.help import load_help
from tests.validation.conftest import CASES

ROOT = Path(__file__).resolve().parents[2]
CONTENT = CASES / "base" / "content"
GUIDE = ROOT / "CONTRIBUTING.md"
PAGES = [GUIDE, ROOT / "docs" / "maintaining.md"]


@pytest.fixture
def project(tmp_path, monkeypatch):
    """Return a project with the small base of content, as the current folder, on 21 November 2026."""
    shutil.copytree(CONTENT, tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")
    return tmp_path


def test_the_example_of_the_guide_passes_the_check(project, capsys):
    """Without errors, warnings and tips, once the entries that it names exist."""
    match = re.search(r"<!-- voorbeeld: (\S+) -->\n```markdown\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    assert match
    path, text = match.groups()
    (project / path).write_text(text, encoding="utf-8")
    named = split_front_matter(text).values.data
    for folder, key, like in (("themes", "themas", "wonen"), ("partners", "corporaties", "het-anker")):
        known = (project / "content" / folder / f"{like}.md").read_text(encoding="utf-8")
        for slug in named[key]:
            entry = re.sub(r"(?m)^(titel|naam): .+$", rf"\1: {slug.title()}", known, count=1)
            (project / "content" / folder / f"{slug}.md").write_text(entry, encoding="utf-8")
    values = project / "content" / "vocabularies" / "doelgroepen.yaml"
    with values.open("a", encoding="utf-8") as file:
        file.writelines(f"{slug}:\n  naam: {slug.title()}\n" for slug in named["doelgroepen"])

    assert main(["check", "--streng", path]) == 0
    assert "Gevonden" not in capsys.readouterr().out


def test_the_commands_of_the_guide_make_and_check_a_scaffold(project, capsys):
    """The second checks the file that the first makes."""
    new, check = re.findall(r"^\.venv/bin/mvo (.+?) +#", GUIDE.read_text(encoding="utf-8"), re.MULTILINE)

    assert main(shlex.split(new)) == 0
    assert main(shlex.split(check)) == 1
    assert "[placeholder]" in capsys.readouterr().out


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_exists(page):
    text = page.read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))

    assert set(re.findall(r"\bmvo ([a-z-]+)", text)) <= set(load_help())
    assert set(re.findall(r"`make ([a-z]+)", text)) <= targets


def test_both_forges_have_the_same_template():
    github = ROOT / ".github" / "PULL_REQUEST_TEMPLATE.md"
    gitlab = ROOT / ".gitlab" / "merge_request_templates" / "Default.md"
    assert github.read_bytes() == gitlab.read_bytes()
