"""``mvo overzicht``."""

from mvo_catalogue.wiring.command_line import main


def test_it_lists_what_is_due_on_a_date(project, capsys):
    assert main(["overzicht", "--alles", "--today", "2031-01-01"]) == 0
    due, _, _ = capsys.readouterr().out.partition("\n\n")
    assert {line.split()[1] for line in due.splitlines()[1:]} == {
        path.relative_to(project).as_posix()
        for kind in ("practices", "partners")
        for path in (project / "content" / kind).glob("*.md")
    }


def test_a_file_with_an_error_is_reported_and_the_others_counted(project, capsys):
    (project / "content/practices/portieken.md").write_text("geen streepjes\n")
    assert main(["overzicht"]) == 0
    printed = capsys.readouterr()
    assert "mvo check" in printed.err
    assert "Praktijken per onderbouwing:" in printed.out
