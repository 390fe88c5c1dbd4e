"""``mvo import`` writes the files of a package and checks them, or says what is wrong with it."""

import io
import os
import sys

import pytest

from mvo_catalogue.reading.package import Package, PackedFile, sum_of
from mvo_catalogue.wiring.command_line import main
from tests.package import write_package
from tests.wiring.conftest import read_tree

PARTNER = PackedFile(
    "content/partners/tuinhulp.md", '---\nnaam: "Tuinhulp"\nsoort: onderaannemer\ngecontroleerd: 2026-11-20\n---\n'
)


def practice(project) -> PackedFile:
    """Return a new practice that the new partner takes part in."""
    text = (project / "content" / "practices" / "portieken.md").read_text(encoding="utf-8")
    words = {
        "Leerlingen": "Buren",
        "schilderen": "versieren",
        "portieken": "binnentuinen",
        "  - wijkwerk": "  - tuinhulp",
    }
    for old, new in words.items():
        text = text.replace(old, new)
    return PackedFile("content/practices/binnentuinen.md", text)


def give(project, monkeypatch, *files: PackedFile, options: tuple[str, ...] = (), **notes: str) -> int:
    """Paste a package and return the exit code."""
    return paste(monkeypatch, write_package(Package(files, notes)), *options)


def paste(monkeypatch, text: str, *options: str) -> int:
    """Paste a text and return the exit code."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode("utf-8", "surrogatepass"))))
    return main(["import", *options])


def test_a_practice_and_its_new_organisation_are_imported_together(project, monkeypatch, capsys):
    """Sender and reason are shown."""
    new = practice(project)
    assert "tuinhulp" in new.text

    assert give(project, monkeypatch, PARTNER, new, Van="Els\nDe Brug") == 0
    said = capsys.readouterr().out
    assert said.startswith("Van: Els\n  De Brug\n")
    assert "Geschreven: content/partners/tuinhulp.md\nGeschreven: content/practices/binnentuinen.md\n" in said
    assert "fout" not in said
    for file in (PARTNER, new):
        assert (project / file.path).read_bytes() == file.text.encode()


def test_a_practice_without_its_organisation_is_written_and_reported(project, monkeypatch, capsys):
    assert give(project, monkeypatch, practice(project)) == 1
    assert "fout [unknown-partner]" in capsys.readouterr().out
    assert (project / "content" / "practices" / "binnentuinen.md").is_file()


def test_a_saved_file_is_read(project, capsys):
    """A missing one is reported."""
    (project / "brief.eml").write_text(f"From: a@example.org\nSubject: x\n\n{write_package(Package((PARTNER,)))}")
    assert main(["import", "brief.eml"]) == 0
    assert (project / PARTNER.path).is_file()
    assert main(["import", "weg.eml"]) == 2
    assert "“weg.eml” is hier geen bestand" in capsys.readouterr().err


def test_an_improvement_is_shown_as_a_difference_and_written(project, monkeypatch, capsys):
    path = "content/partners/wijkwerk.md"
    text = (project / path).read_text(encoding="utf-8")
    better = PackedFile(path, text.replace("Wijkwerk", "Wijkwerk Veenstad"), is_new=False)

    assert give(project, monkeypatch, better, options=("--proef",)) == 0
    assert (project / path).read_text(encoding="utf-8") == text
    assert give(project, monkeypatch, better) == 0
    said = capsys.readouterr().out
    assert said.count("+naam: Wijkwerk Veenstad") == 2
    assert (project / path).read_text(encoding="utf-8") == better.text
    assert give(project, monkeypatch, better) == 0
    assert "Er verandert niets" in capsys.readouterr().out


def test_an_existing_file_is_not_replaced(project, monkeypatch, capsys):
    """The difference is shown, and no file of the package is written."""
    before = read_tree(project / "content")
    clash = PackedFile("content/practices/portieken.md", practice(project).text)

    assert give(project, monkeypatch, PARTNER, clash) == 2
    out, err = capsys.readouterr()
    assert "+  - tuinhulp" in out
    assert "content/practices/portieken.md is er al, met een andere tekst" in err
    assert read_tree(project / "content") == before
    assert give(project, monkeypatch, PARTNER, clash, options=("--vervang",)) == 0


def test_an_improvement_of_an_older_text_is_not_written(project, monkeypatch, capsys):
    """It would undo changes by others."""
    path = "content/partners/wijkwerk.md"
    text = (project / path).read_text(encoding="utf-8")
    better = PackedFile(path, text.replace("Wijkwerk", "Wijkwerk Veenstad"), is_new=False, base=sum_of(text))
    (project / path).write_text(text + "\nMeer.\n", encoding="utf-8")

    assert give(project, monkeypatch, better) == 2
    out, err = capsys.readouterr()
    assert "-Meer." in out
    assert "is veranderd nadat deze verbetering is gemaakt" in err
    (project / path).write_text(text, encoding="utf-8")
    assert give(project, monkeypatch, better) == 0


def test_an_improvement_of_a_missing_file_is_refused(project, monkeypatch, capsys):
    assert give(project, monkeypatch, PackedFile("content/partners/weg.md", PARTNER.text, is_new=False)) == 2
    assert "content/partners/weg.md is er niet" in capsys.readouterr().err


IN = "content/practices"
HOSTILE = {
    "outside": ["content/../x.md", "pelicanconf.py", ".github/workflows/x.yml", "content/x.md", f"{IN}/a/b.md"],
    "absolute": ["/etc/passwd", "C:\\x.md", "\\\\server\\x.md", "~/x.md", f"{IN}//etc/passwd"],
    "upwards": [f"{IN}/..", f"{IN}/../../x.md", f"{IN}/..\\x.md"],
    "hidden": [f"{IN}/.x.md", f"{IN}/.git", "content/.x/y.md", f"{IN}/x.md~"],
    "unknown kind": ["content/vocabularies/fasen.yaml", "content/extra/CNAME", f"{IN}/x.html", f"{IN}/x"],
    "letters": [f"{IN}/Tuin.md", f"{IN}/é.md", f"{IN}/a b.md", "content/Practices/x.md"],
    "reserved": [f"{IN}/aux.md", f"{IN}/a-z.md", "content/pages/zoeken.md", f"{IN}/{'a' * 200}.md"],
    "unseen": [f"{IN}/a\u202eb.md", f"{IN}/a\u200b.md", f"{IN}/a\x07.md", f"{IN}/\uff41.md"],
}


@pytest.mark.parametrize("path", [path for paths in HOSTILE.values() for path in paths])
def test_a_hostile_path_is_refused(path, project, monkeypatch, capsys):
    """With its line."""
    before = read_tree(project)

    assert give(project, monkeypatch, PARTNER, PackedFile(path, PARTNER.text)) == 2
    err = capsys.readouterr().err
    assert "Regel 14: " in err
    assert err.endswith("Er is niets geschreven.\n")
    assert read_tree(project) == before


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("content\\practices\\Nieuw Plein.md", "schrijf de naam zo: content/practices/nieuw-plein.md"),
        (f"{IN}/plein/tuin.jpg", "Stuur een foto of document als bijlage"),
    ],
)
def test_a_wrong_path_gets_a_suggestion(path, said, project, monkeypatch, capsys):
    """Or a message that the file is no text."""
    assert give(project, monkeypatch, PackedFile(path, PARTNER.text)) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            PARTNER.text + "a\u202eb\n",
            "Regel 14: content/partners/x.md: op regel 21 staat een onzichtbaar teken (U+202E)",
        ),
        (PARTNER.text + "a\x1b[31mb\n", "onzichtbaar teken (U+001B)"),
        (PARTNER.text + "a\0b\n", "onzichtbaar teken (U+0000)"),
        (PARTNER.text + "a" * 200_000, "te groot"),
        (" \n", "Dit bestand is leeg"),
        (PARTNER.text + "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x\n", "twee versies"),
    ],
)
def test_a_hostile_text_is_refused(text, said, project, monkeypatch, capsys):
    """Invisible characters, a flood, no text."""
    before = read_tree(project)
    assert give(project, monkeypatch, PARTNER, PackedFile("content/partners/x.md", text)) == 2
    assert said in capsys.readouterr().err
    assert read_tree(project) == before


def test_duplicate_and_too_many_files_are_refused(project, monkeypatch, capsys):
    """Also names that only differ in case."""
    for twin in (PARTNER.path, "content/partners/Tuinhulp.md"):
        assert give(project, monkeypatch, PARTNER, PackedFile(twin, PARTNER.text)) == 2
        assert "deze naam staat er twee keer" in capsys.readouterr().err
    many = [PackedFile(f"content/partners/p{number}.md", PARTNER.text) for number in range(21)]
    assert give(project, monkeypatch, *many) == 2
    assert "21 bestanden; 20 is het meeste" in capsys.readouterr().err
    assert not (project / PARTNER.path).exists()


@pytest.mark.parametrize("which", ["content", "content/partners", "content/partners/tuinhulp.md"])
def test_nothing_is_written_through_a_link(which, project, monkeypatch, tmp_path):
    elsewhere = tmp_path / "elders"
    if which.endswith(".md"):
        elsewhere.write_text("van een ander")
    else:
        (project / which).rename(elsewhere)
    (project / which).symlink_to(elsewhere)
    before = read_tree(tmp_path)

    assert give(project, monkeypatch, PARTNER, options=("--vervang",)) == 2
    assert read_tree(tmp_path) == before


def test_all_files_of_a_package_are_written_or_none(project, monkeypatch, capsys):
    """If the second fails, the first is restored."""
    path = "content/partners/wijkwerk.md"
    better = PackedFile(path, (project / path).read_text(encoding="utf-8") + "\nMeer.\n", is_new=False)
    before = read_tree(project / "content")
    new = PackedFile("content/themes/nieuw.md", "---\nnaam: x\n---\n")
    real = os.replace

    def full(source, target, **options):
        if str(target).endswith("nieuw.md"):
            raise OSError(28, "No space left on device", str(target))
        return real(source, target, **options)

    monkeypatch.setattr(os, "replace", full)
    assert give(project, monkeypatch, PARTNER, better, new) == 2
    assert "De schijf is vol" in capsys.readouterr().err
    assert read_tree(project / "content") == before


def test_a_changed_package_is_written_and_reported(project, monkeypatch, capsys):
    text = write_package(Package((PARTNER,))).replace("Tuinhulp", "Tuinhulp & Zn.")
    assert paste(monkeypatch, text) == 0
    assert (
        "Let op: “Nieuw bestand: content/partners/tuinhulp.md”: de tekst is niet meer precies"
        in capsys.readouterr().out
    )


def test_no_text_of_a_package_is_a_workflow_command(project, monkeypatch, capsys):
    bad = PackedFile("content/partners/##[error]x.md", PARTNER.text)
    assert give(project, monkeypatch, bad, Van="::error::x\n##[add-mask]e\x1b[31m") == 2
    out, err = capsys.readouterr()
    assert not {"::error", "##[", "\x1b"} & {sign for sign in ("::error", "##[", "\x1b") if sign in out + err}
