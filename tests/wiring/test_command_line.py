"""The commands: output and exit codes."""

import re

import pytest

from mvo_catalogue.schema.tree import KINDS_BY_NAME
from mvo_catalogue.wiring.command_line import KINDS, main
from tests.validation.conftest import CASES
from tests.wiring.test_build import break_content


def test_check_without_errors_ends_with_0(project, capsys):
    assert main(["check"]) == 0
    assert capsys.readouterr().out == "Gecontroleerd: 21 bestanden. Alles is in orde.\n"


def test_check_with_errors_prints_them_and_ends_with_1(project, capsys):
    case = CASES / "invalid" / "many-mistakes"
    for file in (case / "content").rglob("*.md"):
        (project / "content" / file.relative_to(case / "content")).write_bytes(file.read_bytes())

    assert main(["check", "--today", "2026-11-21"]) == 1
    assert capsys.readouterr().out == (case / "report.txt").read_text(encoding="utf-8")


def test_check_with_warnings_ends_with_0(project, capsys):
    assert main(["check", "--today", "2028-11-21"]) == 0
    assert "waarschuwing [stale-review]" in capsys.readouterr().out


def test_the_date_comes_from_source_date_epoch(project, capsys, monkeypatch):
    """Without --today."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")

    assert main(["check"]) == 1
    assert "2026-11-20 ligt in de toekomst" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["check"], ["build"]])
def test_outside_a_project_there_is_a_message(tmp_path, monkeypatch, capsys, arguments):
    """No traceback."""
    monkeypatch.chdir(tmp_path)

    assert main(arguments) == 1
    assert "Draai dit in de map van de catalogus." in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [[], ["bouw"]])
def test_unknown_arguments_end_with_2(arguments, capsys):
    with pytest.raises(SystemExit) as caught:
        main(arguments)

    assert caught.value.code == 2
    assert "gebruik: mvo" in capsys.readouterr().err


def test_build_makes_the_site_and_counts_pages(project, capsys):
    assert main(["build"]) == 0
    assert re.search(r"\d+ pagina's in output/", capsys.readouterr().out)
    assert (project / "output" / "index.html").is_file()


def test_if_changed_skips_a_build_without_changes(project, capsys):
    assert main(["build", "--if-changed"]) == 0
    capsys.readouterr()

    assert main(["build", "--if-changed"]) == 0
    assert capsys.readouterr().out == "De site in output/ is al bijgewerkt.\n"

    page = project / "content" / "pages" / "over.md"
    page.write_text(page.read_text() + "\nEen zin erbij.\n")

    assert main(["build", "--if-changed"]) == 0
    assert "pagina's in output/" in capsys.readouterr().out


def test_build_with_errors_in_the_content_makes_no_site(project, capsys):
    """They are reported with their place."""
    break_content(project)

    assert main(["build", "--if-changed"]) == 1
    assert "content/practices/portieken.md:5:5: fout [unknown-topic]" in capsys.readouterr().out
    assert not (project / "output").exists()
    assert main(["build", "--if-changed"]) == 1


def test_build_accepts_settings_and_output(project):
    (project / "anders.py").write_text(
        (project / "pelicanconf.py").read_text().replace("MVO-praktijkcatalogus", "Anders")
    )

    assert main(["build", "--settings", "anders.py", "--output", "elders"]) == 0
    assert "<title>Anders</title>" in (project / "elders" / "index.html").read_text()
    assert not (project / "output").exists()


def test_nieuw_accepts_every_kind_with_a_scaffold():
    """The command line has the names itself, to start without the schema."""
    assert tuple(KINDS_BY_NAME) == KINDS
