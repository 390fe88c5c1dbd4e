"""Loading the whole catalogue."""

import pytest

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.refused import NoContent
from mvo_catalogue.validation import entries, load
from mvo_catalogue.validation.load import load_catalogue
from tests.factories import TODAY
from tests.validation.conftest import CASES


def test_loads_every_kind(lay_over):
    """Entries by slug, vocabularies by file name."""
    catalogue, report = load_catalogue(lay_over(CASES / "valid" / "every-field"), TODAY)

    assert not report.diagnostics
    assert report.file_count == 23
    assert list(catalogue.practices) == ["alles", "portieken", "warm-welkom"]
    assert list(catalogue.partners) == ["de-brug", "de-kade", "het-anker", "wijkwerk"]
    assert list(catalogue.topics) == ["werken", "wonen"]
    assert list(catalogue.pages) == ["contact", "meedoen", "over", "privacy", "toegankelijkheid"]
    assert catalogue.vocabularies["doelgroepen"]["jongeren"].name == "Jongeren"


def test_a_text_of_a_field_is_one_line(check):
    """Line breaks and empty lines become a space."""
    fields = 'titel: |\n  Samen in\n  de wijk\n\nplaatsen:\n  - "Veen\\n  stad"\n  - >-\n    Aan\n\n    zee\n'
    entry = check(f"---\n{fields}---\n").value

    assert (entry.title, entry.places) == ("Samen in de wijk", ("Veen stad", "Aan zee"))


def test_one_process_and_several_give_the_same_result(lay_over, monkeypatch):
    content = lay_over(CASES / "invalid" / "many-mistakes")
    alone = load_catalogue(content, TODAY)
    monkeypatch.setattr(load, "_PARALLEL_FROM", 1)
    together = load_catalogue(content, TODAY)

    assert together == alone
    assert len(alone[1].diagnostics) > 20


def test_an_exception_is_reported_at_the_file(lay_over, monkeypatch):
    """The others are checked."""
    read_entry = entries.read_entry

    def fail(file, known_paths):
        if file.slug == "portieken":
            raise KeyError("x")
        return read_entry(file, known_paths)

    monkeypatch.setattr(entries, "read_entry", fail)
    catalogue, report = load_catalogue(lay_over(CASES / "valid" / "every-field"), TODAY)

    assert [(found.path, found.rule) for found in report.diagnostics] == [
        ("content/practices/portieken.md", "file-unreadable")
    ]
    assert list(catalogue.practices) == ["alles", "warm-welkom"]


@pytest.mark.parametrize("reader", ["load_vocabulary", "load_attachment"])
def test_an_exception_in_a_vocabulary_or_attachment_is_reported(lay_over, monkeypatch, reader):
    def fail(*_):
        raise KeyError("x")

    monkeypatch.setattr(entries, reader, fail)
    _, report = load_catalogue(lay_over(CASES / "valid" / "every-field"), TODAY)
    assert "file-unreadable" in {found.rule for found in report.diagnostics}


def test_a_missing_content_folder_raises(tmp_path):
    with pytest.raises(NoContent):
        load_catalogue(tmp_path / "content", TODAY)


def test_an_empty_folder_is_an_empty_catalogue(tmp_path):
    (tmp_path / "content").mkdir()
    catalogue, report = load_catalogue(tmp_path / "content", TODAY)

    assert (report.diagnostics, report.file_count) == ((), 0)
    assert catalogue.practices == {}


def test_a_symbolic_link_is_reported_and_not_read(lay_over, tmp_path):
    content = lay_over(CASES / "base")
    (tmp_path / "geheim.md").write_text("---\ntitel: Geheim\n---\n")
    (content / "practices" / "geheim.md").symlink_to(tmp_path / "geheim.md")
    catalogue, report = load_catalogue(content, TODAY)

    assert [(found.path, found.rule) for found in report.diagnostics] == [("content/practices/geheim.md", "file-link")]
    assert "Zet hier het bestand zelf neer." in report.diagnostics[0].message
    assert "geheim" not in catalogue.practices


@pytest.mark.parametrize("name", ["former-name-in-use", "removed-entry-leads-nowhere"])
def test_the_content_folder_may_have_another_name(lay_over, name):
    """Former names work in ``inhoud/`` too; only the paths in the report differ."""
    content = lay_over(CASES / "invalid" / name)
    (_, expected), other = load_catalogue(content, TODAY), content.rename(content.with_name("inhoud"))
    _, report = load_catalogue(other, TODAY)
    found, before = (
        sorted(item.message for item in one.diagnostics if item.rule in ("used-address", "removed-entry"))
        for one in (report, expected)
    )

    assert [message.replace("inhoud/", "content/") for message in found] == before != []


@pytest.mark.parametrize(
    ("kind", "name", "wrong"),
    [
        ("practices", "portieken", "practices/Portieken.md"),
        ("practices", "portieken", "practices/portieken.md.txt"),
        ("practices", "portieken", "practices/2024/portieken.md"),
        ("practices", "portieken", "praktijken/portieken.md"),
        ("practices", "portieken", "portieken.md"),
        ("partners", "wijkwerk", "practices/wijkwerk.md"),
        ("partners", "wijkwerk", "partners/Wijkwerk B.V..md"),
    ],
)
def test_a_reference_to_a_misplaced_file_is_no_error(lay_over, kind, name, wrong):
    """Only the file is reported, with the folder where it belongs."""
    content = lay_over(CASES / "base")
    other = content / "practices" / "tuin.md"
    text = (content / "practices" / "portieken.md").read_text(encoding="utf-8")
    title = next(line for line in text.split("\n") if line.startswith("titel:"))
    text = text.replace(title, "titel: Een heel andere praktijk over een tuin\nverwant:\n  - portieken")
    other.write_text(f"{text}\nZie [hier](../practices/portieken.md).\n", encoding="utf-8")
    (content / wrong).parent.mkdir(exist_ok=True)
    (content / kind / f"{name}.md").rename(content / wrong)

    _, report = load_catalogue(content, TODAY)

    assert {found.rule for found in report.diagnostics if found.severity is Severity.ERROR} == {"file-name"}
