"""``mvo nieuw`` makes a file, and never overwrites one."""

import pytest

from mvo_catalogue.schema.tree import KINDS_BY_NAME
from mvo_catalogue.wiring.command_line import main
from tests.wiring.conftest import read_tree


def new(kind, title, *options):
    """Run ``mvo nieuw`` and return its exit code."""
    return main(["nieuw", kind, title, *options])


@pytest.mark.parametrize(("kind", "folder"), KINDS_BY_NAME.items())
def test_it_makes_a_file_and_says_what_to_do(kind, folder, project, capsys):
    """With a name from the title and today's date."""
    assert new(kind, "Fietsen máken, samen!") == 0

    text = (project / "content" / folder / "fietsen-maken-samen.md").read_text(encoding="utf-8")
    said = capsys.readouterr().out
    assert '"Fietsen máken, samen!"' in text
    assert ("gecontroleerd: 2026-11-21" in text) is (kind != "thema")
    assert f"Gemaakt: content/{folder}/fietsen-maken-samen.md" in said
    assert f"mvo check content/{folder}/fietsen-maken-samen.md" in said


def test_an_unfinished_entry_fails_the_check(project, capsys):
    new("praktijk", "Fietsen maken")
    capsys.readouterr()

    assert main(["check"]) == 1
    said = capsys.readouterr().out
    assert "fietsen-maken.md:10:1: fout [empty-value] Het veld “samenvatting” is leeg" in said
    assert "[placeholder]" in said


@pytest.mark.parametrize(
    ("kind", "title", "named"),
    [
        ("praktijk", "Leerlingen schilderen portieken", "content/practices/portieken.md"),
        ("praktijk", "Leerlingen schilderen de portieken!", "content/practices/portieken.md"),
        ("partner", "wijkwerk", "content/partners/wijkwerk.md"),
        ("partner", "De brug.", "content/partners/de-brug.md"),
        ("thema", "Wonen", "content/themes/wonen.md"),
    ],
)
def test_a_duplicate_is_refused(kind, title, named, project, capsys):
    """By file name, or by an almost equal title."""
    before = read_tree(project / "content")

    assert new(kind, title) == 1
    assert named in capsys.readouterr().out
    assert read_tree(project / "content") == before


def test_a_broken_file_counts_as_a_duplicate(project, capsys):
    (project / "content" / "practices" / "kapot.md").write_text("---\ntitel: Vroeg eropaf gaan\nthemas: [\n---\n")

    assert new("praktijk", "Vroeg eropaf gaan") == 1
    assert "content/practices/kapot.md" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("kind", "title", "options", "said"),
    [
        ("praktijk", "Kort", (), "Kies er een van 5 tot 110 tekens."),
        ("praktijk", "x" * 111, (), "heeft 111 tekens"),
        ("partner", "  ", (), "heeft 0 tekens"),
        ("praktijk", "Rood \x1b[31m en \u202e om", (), "onzichtbaar teken"),
        ("praktijk", "kapot \udc80 teken", (), "onzichtbaar teken"),
        ("praktijk", "!!! ??? !!!", (), "Kies er een met --bestand."),
        ("praktijk", "A - z!!", (), "Kies er een met --bestand."),
        ("praktijk", "Fietsen maken", ("--bestand", "../../pyproject"), "Een bestandsnaam heeft alleen"),
        ("praktijk", "Fietsen maken", ("--bestand", "Fietsen"), "Een bestandsnaam heeft alleen"),
        ("praktijk", "Fietsen maken", ("--bestand", "a" * 121), "Een bestandsnaam heeft alleen"),
        ("praktijk", "Fietsen maken", ("--bestand", "portieken"), "content/practices/portieken.md bestaat al."),
    ],
)
def test_an_invalid_title_or_name_is_refused(kind, title, options, said, project, capsys):
    """Without repeating control characters."""
    before = read_tree(project)

    assert new(kind, title, *options) == 1
    out = capsys.readouterr().out
    assert said in out
    assert "\x1b" not in out
    assert read_tree(project) == before


def test_the_file_name_can_be_chosen(project):
    assert new("praktijk", "Huurders maken samen hun fietsen", "--bestand", "fietsen.md") == 0
    assert (project / "content" / "practices" / "fietsen.md").is_file()


def test_reserved_names_of_windows_get_a_suffix(project, capsys):
    """If chosen explicitly they are refused."""
    assert new("partner", "Aux") == 0
    assert (project / "content" / "partners" / "aux-partner.md").is_file()
    assert new("partner", "Nul op de meter", "--bestand", "nul") == 1
    assert "Windows" in capsys.readouterr().out


def test_a_long_title_gives_a_name_of_whole_words(project):
    assert new("praktijk", "Bewoners en leerlingen schilderen " * 3) == 0
    (made,) = (project / "content" / "practices").glob("bewoners-*.md")
    assert len(made.stem) <= 80
    assert made.stem.endswith(("bewoners", "en", "leerlingen", "schilderen"))


def test_nothing_is_written_through_a_linked_folder(project, tmp_path, capsys):
    elsewhere = tmp_path / "elders"
    (project / "content" / "practices").rename(elsewhere)
    (project / "content" / "practices").symlink_to(elsewhere)
    before = read_tree(elsewhere)

    assert new("praktijk", "Fietsen maken") == 1
    assert "geen gewone map" in capsys.readouterr().out
    assert read_tree(elsewhere) == before


def test_a_link_with_that_name_is_not_followed(project, tmp_path, capsys):
    """Not even a broken one."""
    target = tmp_path / "elders.md"
    (project / "content" / "practices" / "fietsen-maken.md").symlink_to(target)

    assert new("praktijk", "Fietsen maken") == 1
    assert "bestaat al" in capsys.readouterr().out
    assert not target.exists()


def test_outside_a_project_there_is_a_message(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)

    assert new("praktijk", "Fietsen maken") == 1
    assert "Draai dit in de map van de catalogus." in capsys.readouterr().out
