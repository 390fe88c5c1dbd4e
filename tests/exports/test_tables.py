"""The catalogue as tables for a spreadsheet."""

import csv
import io
import shutil
import zipfile

import pytest

from mvo_catalogue.exports.entries import collect_data
from mvo_catalogue.exports.tables import Table, build_csv, build_tables, build_workbook
from mvo_catalogue.validation.load import load_catalogue
from tests.factories import TODAY, make_site
from tests.site.fixtures import SAMPLE


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """Return the folder of a small catalogue in which every field is used."""
    root = tmp_path_factory.mktemp("tables")
    shutil.copytree(SAMPLE, root / "content")
    return root


@pytest.fixture(scope="module")
def catalogue(project):
    """Return that catalogue."""
    return load_catalogue(project / "content", TODAY)[0].published()


@pytest.fixture(scope="module")
def tables(catalogue, project):
    """Return its tables."""
    return build_tables(collect_data(catalogue, make_site(catalogue), project), catalogue)


def read_csv(table: Table) -> list[dict[str, str]]:
    """Return the rows of a table as a spreadsheet reads them, by column."""
    return list(csv.DictReader(io.StringIO(build_csv(table).removeprefix("\ufeff"), newline=""), delimiter=";"))


def make_table(*cells: str | int) -> Table:
    """Return a table of one row."""
    return Table("proef", [f"kolom {number}" for number in range(len(cells))], lambda: iter([list(cells)]))


def test_every_entry_and_every_source_has_a_row(catalogue, tables):
    practices, partners, sources = map(read_csv, tables)
    count = sum(len(entry.sources) for entry in (*catalogue.practices.values(), *catalogue.partners.values()))

    assert [table.name for table in tables] == ["praktijken", "partners", "bronnen"]
    assert [row["slug"] for row in practices] == list(catalogue.practices)
    assert [row["slug"] for row in partners] == list(catalogue.partners)
    assert len(sources) == count
    assert {row["van"] for row in sources} == {"praktijk", "partner"}
    assert all(len(set(table.columns)) == len(table.columns) for table in tables)


def test_cells_have_names_instead_of_slugs(tables):
    """Parts of a field have their own columns; a list is one cell."""
    full = next(row for row in read_csv(tables[0]) if row["slug"] == "alles-ingevuld")

    assert full["titel"] == "Alles ingevuld: <b>één</b> & “twee”"
    assert full["provincies"].split(" | ")[0] == "Noord-Brabant"
    assert (full["periode"], full["periode_start"], full["periode_eind"]) == ("", "2015", "2018")
    assert full["kosten_klasse"] == "€ 5.000 tot € 25.000"
    assert full["kader_grondslag"] == "Participatiewet"
    assert full["overgenomen"].startswith("Corporatie twee, 2019, Kleinere groep, Vier banen, ja | ")
    assert full["tekst"].startswith("Een inleiding")


def test_csv_opens_in_a_dutch_spreadsheet():
    """With a byte order mark, semicolons and quotes."""
    text = build_csv(make_table("a;b", 'zeg "ja"', "twee\nregels", 5, ""))

    assert text == '\ufeffkolom 0;kolom 1;kolom 2;kolom 3;kolom 4\r\n"a;b";"zeg ""ja""";"twee\nregels";5;\r\n'


@pytest.mark.parametrize("start", [*"=+-@\t\r\n", *"＝＋－＠"])
def test_nothing_in_csv_is_a_formula(start):
    """Text that only contains such a character is unchanged."""
    row = next(iter(read_csv(make_table(f"{start}HYPERLINK(1)", f"a{start}b"))))

    assert list(row.values()) == [f"'{start}HYPERLINK(1)", f"a{start}b"]


def test_a_workbook_has_a_sheet_for_each_table(catalogue, tables, tmp_path):
    """Its cells are text or numbers, without formulas and links."""
    odd = make_table("=1+1", "https://example.nl", "a" * 40_000, 5, "\x01<b>")
    (tmp_path / "a.xlsx").write_bytes(build_workbook([*tables, odd], make_site(catalogue)))
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        assert archive.testzip() is None
        book = archive.read("xl/workbook.xml").decode()
        sheets = [archive.read(f"xl/worksheets/sheet{number}.xml").decode() for number in range(1, 5)]

    assert [f'name="{name}"' in book for name in ("praktijken", "partners", "bronnen")] == [True] * 3
    assert not any("<f>" in sheet or "<hyperlink" in sheet for sheet in sheets)
    assert "<t>=1+1</t>" in sheets[3]
    assert "<v>5</v>" in sheets[3]
    assert "a" * 32_767 in sheets[3]
    assert "a" * 32_768 not in sheets[3]
    assert "_x0001_&lt;b&gt;" in sheets[3]


def test_the_same_catalogue_gives_the_same_workbook(catalogue, tables, tmp_path, monkeypatch):
    for name, zone in (("a", "Europe/Amsterdam"), ("b", "Asia/Tokyo")):
        monkeypatch.setenv("TZ", zone)
        (tmp_path / name).write_bytes(build_workbook(tables, make_site(catalogue)))

    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
