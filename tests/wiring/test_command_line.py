"""The command: what it prints and how it ends."""

import re

import pytest

from mvo_catalogue.schema.tree import KINDS_BY_NAME
from mvo_catalogue.wiring.command_line import KINDS, main
from tests.validation.conftest import CASES
from tests.wiring.test_build import break_content


def test_check_prints_the_report_and_ends_well(project, capsys):
    """Without mistakes the exit code is 0."""
    assert main(["check"]) == 0
    assert capsys.readouterr().out == "Gecontroleerd: 21 bestanden. Alles is in orde.\n"


def test_check_prints_every_mistake_and_ends_badly(project, capsys):
    """The report of a case is what the command prints, and the exit code is 1."""
    case = CASES / "invalid" / "many-mistakes"
    for file in (case / "content").rglob("*.md"):
        (project / "content" / file.relative_to(case / "content")).write_bytes(file.read_bytes())

    assert main(["check", "--today", "2026-11-21"]) == 1
    assert capsys.readouterr().out == (case / "report.txt").read_text(encoding="utf-8")


def test_warnings_do_not_end_badly(project, capsys):
    """On a later day reviews are stale; that is reported and no more."""
    assert main(["check", "--today", "2028-11-21"]) == 0
    assert "waarschuwing [stale-review]" in capsys.readouterr().out


def test_the_day_comes_from_the_environment(project, capsys, monkeypatch):
    """Without --today the day of the build counts."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")

    assert main(["check"]) == 1
    assert "2026-11-20 ligt in de toekomst" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["check"], ["build"]])
def test_outside_a_project_says_where_to_go(tmp_path, monkeypatch, capsys, arguments):
    """In another folder there is a sentence and no traceback."""
    monkeypatch.chdir(tmp_path)

    assert main(arguments) == 1
    assert "Draai dit in de map van de catalogus." in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [[], ["bouw"]])
def test_other_words_are_refused(arguments, capsys):
    """A wrong argument shows how it is used and ends with 2."""
    with pytest.raises(SystemExit) as caught:
        main(arguments)

    assert caught.value.code == 2
    assert "gebruik: mvo" in capsys.readouterr().err


def test_build_makes_the_site_and_says_how_many_pages(project, capsys):
    """The last line tells what came of it."""
    assert main(["build"]) == 0
    assert re.search(r"\d+ pagina's in output/", capsys.readouterr().out)
    assert (project / "output" / "index.html").is_file()


def test_build_does_nothing_twice(project, capsys):
    """With --if-changed a second build is skipped, until something changes."""
    assert main(["build", "--if-changed"]) == 0
    capsys.readouterr()

    assert main(["build", "--if-changed"]) == 0
    assert capsys.readouterr().out == "De site in output/ is al bijgewerkt.\n"

    page = project / "content" / "pages" / "over.md"
    page.write_text(page.read_text() + "\nEen zin erbij.\n")

    assert main(["build", "--if-changed"]) == 0
    assert "pagina's in output/" in capsys.readouterr().out


def test_build_reports_and_ends_badly(project, capsys):
    """A mistake in the content is reported with its place; there is no site, and the next build tries again."""
    break_content(project)

    assert main(["build", "--if-changed"]) == 1
    assert "content/practices/portieken.md:5:5: fout [unknown-topic]" in capsys.readouterr().out
    assert not (project / "output").exists()
    assert main(["build", "--if-changed"]) == 1


def test_build_takes_settings_and_output(project):
    """Another file of settings and another folder can be named."""
    (project / "anders.py").write_text(
        (project / "pelicanconf.py").read_text().replace("MVO-praktijkcatalogus", "Anders")
    )

    assert main(["build", "--settings", "anders.py", "--output", "elders"]) == 0
    assert "<title>Anders</title>" in (project / "elders" / "index.html").read_text()
    assert not (project / "output").exists()


def test_every_kind_that_can_be_begun_can_be_asked_for():
    """The command line has the words itself, to start without the schema."""
    assert tuple(KINDS_BY_NAME) == KINDS
