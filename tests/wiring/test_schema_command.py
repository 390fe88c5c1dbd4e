"""``mvo schema`` writes what is out of date; ``--check`` only says so."""

from mvo_catalogue.wiring.command_line import main
from tests.wiring.conftest import read_tree


def test_writes_and_then_agrees(project, capsys):
    """The second time there is nothing to do."""
    assert main(["schema"]) == 0
    assert "Geschreven: docs/velden.md" in capsys.readouterr().out
    before = read_tree(project)

    assert main(["schema"]) == 0
    assert main(["schema", "--check"]) == 0
    assert "kloppen met de modellen" in capsys.readouterr().out
    assert read_tree(project) == before


def test_names_what_is_out_of_date_and_the_way_out(project, capsys):
    """A page that does not say what the models say; a theme more changes nothing that is committed."""
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


def test_the_schemas_know_a_new_theme(project):
    """The tools of editors offer what there is."""
    topic = (project / "content" / "themes" / "wonen.md").read_text(encoding="utf-8")
    (project / "content" / "themes" / "fietsen.md").write_text(topic.replace("Wonen", "Fietsen"), encoding="utf-8")

    assert main(["schema"]) == 0
    assert '"fietsen"' in (project / ".build" / "schema" / "praktijk.schema.json").read_text(encoding="utf-8")


def test_does_not_use_a_broken_vocabulary(project, capsys):
    """A value that cannot be read would vanish from every list."""
    main(["schema"])
    before = read_tree(project)
    (project / "content" / "vocabularies" / "doelgroepen.yaml").write_text("jongeren: [\n", encoding="utf-8")
    capsys.readouterr()

    assert main(["schema"]) == 1
    assert "content/vocabularies/doelgroepen.yaml" in capsys.readouterr().out
    assert {path: text for path, text in read_tree(project).items() if "content" not in str(path)} == {
        path: text for path, text in before.items() if "content" not in str(path)
    }


def test_elsewhere_it_says_where_to_go(tmp_path, monkeypatch, capsys):
    """Outside the project there is nothing to derive from."""
    monkeypatch.chdir(tmp_path)

    assert main(["schema", "--check"]) == 1
    assert "Draai dit in de map van de catalogus." in capsys.readouterr().out
