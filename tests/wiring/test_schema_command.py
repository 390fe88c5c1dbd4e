"""``mvo schema`` writes what is out of date, and ``--check`` reports it."""

from mvo_catalogue.wiring.command_line import main
from tests.wiring.conftest import read_tree


def test_after_writing_the_check_passes(project, capsys):
    assert main(["schema"]) == 0
    assert "Geschreven: docs/velden.md" in capsys.readouterr().out
    before = read_tree(project)

    assert main(["schema"]) == 0
    assert main(["schema", "--check"]) == 0
    assert "kloppen met de modellen" in capsys.readouterr().out
    assert read_tree(project) == before


def test_outdated_files_are_named(project, capsys):
    """A new theme changes no committed file."""
    main(["schema"])
    topic = (project / "content" / "themes" / "wonen.md").read_text(encoding="utf-8")
    (project / "content" / "themes" / "fietsen.md").write_text(topic.replace("Wonen", "Fietsen"), encoding="utf-8")
    assert main(["schema", "--check"]) == 0
    (project / "docs" / "velden.md").write_text("Oud.\n", encoding="utf-8")
    before = read_tree(project)
    capsys.readouterr()

    assert main(["schema", "--check"]) == 1
    said = capsys.readouterr().out
    assert "docs/velden.md klopt niet meer met de modellen." in said
    assert "docs/regels.md" not in said
    assert "make schema" in said
    assert read_tree(project) == before


def test_the_schemas_have_a_new_theme(project):
    topic = (project / "content" / "themes" / "wonen.md").read_text(encoding="utf-8")
    (project / "content" / "themes" / "fietsen.md").write_text(topic.replace("Wonen", "Fietsen"), encoding="utf-8")

    assert main(["schema"]) == 0
    assert '"fietsen"' in (project / ".build" / "schema" / "praktijk.schema.json").read_text(encoding="utf-8")


def test_a_broken_vocabulary_is_refused(project, capsys):
    main(["schema"])
    before = read_tree(project)
    (project / "content" / "vocabularies" / "doelgroepen.yaml").write_text("jongeren: [\n", encoding="utf-8")
    capsys.readouterr()

    assert main(["schema"]) == 1
    assert "content/vocabularies/doelgroepen.yaml" in capsys.readouterr().out
    assert {path: text for path, text in read_tree(project).items() if "content" not in str(path)} == {
        path: text for path, text in before.items() if "content" not in str(path)
    }


def test_outside_a_project_there_is_a_message(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)

    assert main(["schema", "--check"]) == 1
    assert "Draai dit in de map van de catalogus." in capsys.readouterr().out
