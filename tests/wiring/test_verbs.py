"""Rename, merge and remove, in a real repository: every reference follows, nothing else changes."""

import io
import subprocess
from pathlib import Path

import pytest

from mvo_catalogue.fixing.writing import write_whole
from mvo_catalogue.wiring.command_line import main
from tests.validation.conftest import CASES
from tests.wiring.conftest import read_tree

PICTURE = (CASES / "valid/every-field/content/practices/alles/dozen.png").read_bytes()
NEW_PARTNER = """\
---
naam: "Werkplaats"   # zo noemt men het
soort: sociaal-werkbedrijf
website: https://werkplaats.example.nl
andere_namen: [WP]
biedt: [werkplekken]
gecontroleerd: 2026-11-19
vroeger:
  - de-werkplaats
---

Een werkplaats.
"""
NEWS = """\
---
titel: Nieuw bij Wijkwerk
samenvatting: Wijkwerk heeft een nieuwe plek gevonden, midden in de wijk.
datum: 2026-11-20
---

[Wijkwerk]({filename}../partners/wijkwerk.md#aanbod) verhuist.
"""


def git(*arguments, cwd="."):
    """Run git and return its output."""
    name = ["-c", "user.name=Test", "-c", "user.email=test@example.nl", "-c", "init.defaultBranch=main"]
    return subprocess.run(["git", *name, *arguments], cwd=cwd, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def repository(project, tmp_path):
    """The project with more references, committed in git, with a bare remote."""
    content = project / "content"
    (content / "nieuws").mkdir()
    (content / "nieuws" / "verhuisd.md").write_text(NEWS)
    (content / "partners" / "werkplaats.md").write_text(NEW_PARTNER)
    welcome = content / "practices" / "warm-welkom.md"
    text = welcome.read_text().replace("corporaties:", "partners: [werkplaats, wijkwerk]  # allebei\ncorporaties:")
    text = text.replace("onderbouwing:", "verwant:\n  # lijkt erop\n  - portieken   # ook portieken\nonderbouwing:")
    text = text.replace("- Spreek", "- Lees [over [x] portieken](portieken.md), of [dit][p].\n- Spreek")
    text = text.replace("over [x] portieken", "over portieken")
    welcome.write_text(text + "\n[p]: <portieken.md>\n", newline="\r\n")
    git("init", "--bare", "remote.git", cwd=tmp_path)
    git("init")
    git("remote", "add", "origin", str(tmp_path / "remote.git"))
    git("add", "content")
    git("commit", "-m", "Begin")
    git("push", "-u", "origin", "main")
    assert main(["check", "content"]) == 0
    return project


def read(name):
    """Return the text of a file of the content."""
    return (Path("content") / name).read_bytes().decode()


def test_renaming_a_practice_updates_all_references(repository, tmp_path, capsys):
    """Git recognises the rename, and a clone passes the check."""
    welcome, stairs = read("practices/warm-welkom.md"), read("practices/portieken.md")

    assert main(["hernoem", "portieken", "trappenhuizen", "--ja"]) == 0
    assert "+vroeger:" in capsys.readouterr().out
    git("commit", "-am", "Hernoem")
    git("push")

    assert read("practices/warm-welkom.md") == welcome.replace("- portieken  ", "- trappenhuizen  ").replace(
        "(portieken.md)", "(trappenhuizen.md)"
    ).replace("<portieken.md>", "<trappenhuizen.md>")
    assert read("practices/trappenhuizen.md") == stairs.replace("-20\n---", "-20\nvroeger:\n  - portieken\n---")
    assert "R" in git("log", "-1", "--format=", "--name-status", "-M")
    git("clone", str(tmp_path / "remote.git"), str(tmp_path / "clone"))
    assert read_tree(tmp_path / "clone" / "content") == read_tree(Path("content"))
    assert main(["check"]) == 0
    assert main(["nieuw", "praktijk", "Portieken"]) == 1  # the name is not free

    assert main(["hernoem", "practices/trappenhuizen.md", "portieken", "--ja"]) == 0
    assert "vroeger:\n  - trappenhuizen\n---" in read("practices/portieken.md")


def test_merging_partners_updates_all_references(repository, capsys):
    """A list names the partner once, and differences are reported."""
    news = Path("content/nieuws/verhuisd.md")
    assert main(["samenvoegen", "wijkwerk", "werkplaats", "--ja"]) == 1
    assert "geen kop “aanbod”" in capsys.readouterr().out  # the partner that stays does not have it
    news.write_text(NEWS.replace("#aanbod", ""))
    assert main(["samenvoegen", "wijkwerk", "werkplaats", "--ja"]) == 0

    said = capsys.readouterr().out
    assert "gecontroleerd: “2026-11-19” blijft; “2026-11-20” vervalt." in said
    assert "De tekst van content/partners/werkplaats.md blijft" in said
    assert "-Wijkwerk leidt leerlingen op." in said
    assert not Path("content/partners/wijkwerk.md").exists()
    merged = NEW_PARTNER.replace("[WP]", "[WP, Wijkwerk]").replace("de-werkplaats\n", "de-werkplaats\n  - wijkwerk\n")
    assert read("partners/werkplaats.md") == merged
    assert "partners: [werkplaats]  # allebei\r\n" in read("practices/warm-welkom.md")
    assert "partners:\n  - werkplaats\n" in read("practices/portieken.md")
    assert "](../partners/werkplaats.md)" in read("practices/portieken.md")
    assert "{filename}../partners/werkplaats.md)" in read("nieuws/verhuisd.md")


def test_a_merge_takes_missing_values_from_the_other_partner(repository, capsys):
    """Fields with their notation, and the text."""
    assert main(["samenvoegen", "werkplaats", "wijkwerk", "--ja"]) == 0

    assert "website: overgenomen uit content/partners/werkplaats.md." in capsys.readouterr().out
    text = read("partners/wijkwerk.md")
    assert "website: https://werkplaats.example.nl\nbiedt: [werkplekken]\n" in text
    assert "andere_namen:\n  - Werkplaats\n  - WP\nvroeger:\n  - de-werkplaats\n  - werkplaats\n---" in text
    assert main(["check"]) == 0


def test_removing_a_practice_keeps_only_the_reason(repository, capsys):
    """And the replacement."""
    assert main(["verwijder", "portieken", "--reden", "De Brug: “liever niet”.", "--ja"]) == 1
    assert "Doe het zelf eerst" in capsys.readouterr().out  # a link written in two pieces

    assert main(["verwijder", "portieken", "--reden", "Weg.", "--in-plaats-van", "warm-welkom", "--ja"]) == 0
    said = capsys.readouterr().out
    assert "“portieken” gaat weg uit “verwant”" in said
    assert "unused-partner" in said
    assert read("vocabularies/vervallen.yaml") == (
        'practices/portieken:\n  reden: "Weg."\n  sinds: 2026-11-21\n  in_plaats_van: practices/warm-welkom\n'
    )
    assert "verwant" not in read("practices/warm-welkom.md")
    assert "[over portieken](warm-welkom.md)" in read("practices/warm-welkom.md")
    assert main(["hernoem", "warm-welkom", "welkom", "--ja"]) == 0
    assert "in_plaats_van: practices/welkom\n" in read("vocabularies/vervallen.yaml")


def test_links_to_a_removed_entry_become_text(repository, capsys):
    assert main(["verwijder", "partners/wijkwerk", "--reden", "Bestaat niet meer.", "--ja"]) == 0

    assert "wordt gewone tekst" in capsys.readouterr().out
    assert "Leerlingen van Wijkwerk schilderen." in read("practices/portieken.md")
    assert "\nWijkwerk verhuist.\n" in read("nieuws/verhuisd.md")
    assert "partners:" not in read("practices/portieken.md")


def test_renaming_a_value_or_theme_updates_entries_and_vocabularies(repository):
    """The label only changes on request."""
    Path("content/vocabularies/instrumenten.yaml").write_text("stage: {naam: Stage, hoofdzaak_bij: [wonen]}\n")

    assert main(["waarde", "hernoem", "doelgroepen", "jongeren", "jeugd", "--ja"]) == 0
    assert main(["waarde", "hernoem", "themas", "wonen", "huisvesting", "--naam", "Huisvesting", "--ja"]) == 0
    assert "jeugd:\n  naam: Jongeren\n  uitleg: Ongeveer 12 tot 27 jaar.\n  vroeger:\n    - jongeren\n" in read(
        "vocabularies/doelgroepen.yaml"
    )
    assert "naam: Huisvesting\n" in read("themes/huisvesting.md")
    assert "  - huisvesting\n" in read("practices/portieken.md")
    assert read("vocabularies/instrumenten.yaml") == "stage: {naam: Stage, hoofdzaak_bij: [huisvesting]}\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["hernoem", "portieken", "warm-welkom"], "bestaat al"),
        (["hernoem", "portieken", "../x"], "Bedoelde u “x”?"),
        (["hernoem", "portieken", "a-z"], "[file-name]"),
        (["hernoem", "portiek", "x"], "is er niet"),
        (["hernoem", "wijkwerk", "de-werkplaats"], "used-address"),
        (["samenvoegen", "de-brug", "wijkwerk"], "wrong-role"),
        (["samenvoegen", "wijkwerk", "partners/wijkwerk"], "twee verschillende"),
        (["verwijder", "themes/wonen", "--reden", "x"], "missing-key"),
        (["verwijder", "portieken", "--reden", "x", "--in-plaats-van", "portieken"], "zichzelf"),
        (["waarde", "hernoem", "partnersoorten", "overig", "x"], "kent de software zelf"),
        (["waarde", "hernoem", "kleuren", "rood", "x"], "Kies uit: themes, "),
    ],
)
def test_a_change_that_causes_errors_is_not_made(arguments, said, repository, capsys):
    before = read_tree(Path("content"))

    assert main([*arguments, "--ja"]) == 1
    assert said in capsys.readouterr().out
    assert read_tree(Path("content")) == before


def test_nothing_is_written_without_confirmation(repository, monkeypatch, capsys):
    """Nor without a terminal, nor while there are errors."""
    before = read_tree(Path("content"))
    for answer, code in (("n\n", 1), ("", 1), ("j\n", 0)):
        assert read_tree(Path("content")) == before
        monkeypatch.setattr("sys.stdin", io.StringIO(answer))
        assert main(["hernoem", "wijkwerk", "werkgoed"]) == code
    Path("content/practices/stuk.md").write_text("stuk")
    assert main(["hernoem", "werkgoed", "wijkwerk", "--ja"]) == 1
    assert "Verbeter die eerst" in capsys.readouterr().out


def test_all_files_are_written_or_none(repository, monkeypatch, capsys):
    """A full disk leaves everything, the git index too, as it was."""
    before, status = read_tree(Path("content")), git("status", "--porcelain")
    written = []

    def fill_the_disk(location, data, write=write_whole):
        if location.parts[0] == "content":  # and not the copy on which the change is tried
            written.append(location)
        if len(written) == 3:
            raise OSError(28, "No space left on device")
        write(location, data)

    monkeypatch.setattr("mvo_catalogue.fixing.writing.write_whole", fill_the_disk)
    assert main(["hernoem", "wijkwerk", "werkgoed", "--ja"]) == 1
    assert "Er is niets geschreven" in capsys.readouterr().out
    assert (read_tree(Path("content")), git("status", "--porcelain")) == (before, status)
    assert len(written) > 3


def test_attachments_follow_their_practice(repository):
    """Renamed or removed with it."""
    folder = Path("content/practices/portieken")
    folder.mkdir()
    (folder / "kleuren.png").write_bytes(PICTURE)
    (folder / "lijst.md").write_text("- Lees [over portieken](../portieken.md) en [over welkom](../warm-welkom.md).\n")
    practice = folder.with_suffix(".md")
    named = (
        "materialen:\n  - {titel: Wat u nodig hebt, bestand: lijst.md, soort: checklist}\n"
        "beeld:\n  - {bestand: kleuren.png, alt: Vier kleuren verf op een rij., licentie: CC0-1.0}\nbronnen:"
    )
    practice.write_text(practice.read_text().replace("bronnen:", named))
    git("add", "content")
    git("commit", "-m", "Beeld")

    assert main(["hernoem", "portieken", "trappenhuizen", "--ja"]) == 0
    assert Path("content/practices/trappenhuizen/kleuren.png").read_bytes() == PICTURE
    assert not (folder / "kleuren.png").exists()
    assert main(["hernoem", "warm-welkom", "welkom", "--ja"]) == 0
    moved = Path("content/practices/trappenhuizen/lijst.md").read_text()
    assert moved == "- Lees [over portieken](../trappenhuizen.md) en [over welkom](../welkom.md).\n"
    assert main(["check", "content"]) == 0

    assert main(["verwijder", "trappenhuizen", "--reden", "Weg.", "--in-plaats-van", "welkom", "--ja"]) == 0
    assert not Path("content/practices/trappenhuizen/kleuren.png").exists()
    assert main(["check", "content"]) == 0
