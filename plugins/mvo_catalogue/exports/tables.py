"""The catalogue as tables, with values as readers see them: practices, partners and sources, as CSV and XLSX."""

import csv
import datetime
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from xlsxwriter import Workbook

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.model import PARTNERS, PRACTICES, FieldType
from mvo_catalogue.exports.entries import Data
from mvo_catalogue.schema.tree import Field, build_schema
from mvo_catalogue.site.site import Site

Cell = str | int

_SOURCES = "bronnen"
_BETWEEN_VALUES, _BETWEEN_PARTS = " | ", ", "
_FORMULA = (*"=+-@\t\r\n", *"\uff1d\uff0b\uff0d\uff20")
"""The first characters of text that a spreadsheet treats as a formula, also full-width ones."""

_LONGEST_CELL = 32_767
"""The most characters in a cell of Excel."""

_WIDTH = 24


@dataclass(frozen=True)
class Table:
    """A table: its name, its columns, and ``rows()``, which returns a new iterator."""

    name: str
    columns: Sequence[str]
    rows: Callable[[], Iterator[list[Cell]]]


Words = Callable[[Any], Cell]
"""Returns the value of a field as readers see it."""


@dataclass(frozen=True)
class _Column:
    """A column: its name, the keys of its value in the data of an entry, and how to show that value."""

    name: str
    path: tuple[str, ...]
    words: Words

    def cell(self, data: Mapping[str, Any]) -> Cell:
        """Return the cell of an entry in this column; ``""`` for an unknown value."""
        value: Any = data
        for key in self.path:
            value = value.get(key) if isinstance(value, Mapping) else None
        return "" if value is None or isinstance(value, Mapping) else self.words(value)


def build_tables(data: Data, catalogue: Catalogue) -> list[Table]:
    """Return practices, partners, and the sources of both, in the order of the catalogue."""
    schemas = {"praktijken": build_schema(PRACTICES, catalogue), "partners": build_schema(PARTNERS, catalogue)}
    of_source = _columns(schemas["praktijken"].field(_SOURCES).inner)

    def rows(name: str, columns: Sequence[_Column]) -> Iterator[list[Cell]]:
        for entry in data[name].values():
            yield [column.cell(entry) for column in columns]

    def sources() -> Iterator[list[Cell]]:
        for name, schema in schemas.items():
            for slug, entry in data[name].items():
                for source in entry.get(_SOURCES, ()):
                    yield [schema.name, slug, *(column.cell(source) for column in of_source)]

    tables = []
    for name, schema in schemas.items():
        own = (field for field in schema.fields if field.key != _SOURCES)
        columns = [*map(_text, ("slug", "adres")), *_columns(own), _text("tekst")]
        tables.append(Table(name, [column.name for column in columns], partial(rows, name, columns)))
    return [*tables, Table(_SOURCES, ["van", "slug", *(column.name for column in of_source)], sources)]


def _text(name: str) -> _Column:
    return _Column(name, (name,), str)


def _columns(fields: Iterable[Field]) -> list[_Column]:
    """Return a column for each field, and for each part of a field."""
    columns = []
    for field in fields:
        if field.type is not FieldType.OBJECT:
            columns.append(_Column(field.key, (field.key,), _make_words(field)))
        if field.type is not FieldType.LIST:
            columns += (
                _Column(f"{field.key}_{part.key}", (field.key, part.key), _make_words(part)) for part in field.inner
            )
    return columns


def _make_words(field: Field) -> Words:
    """Return the function that shows a value of this field; choices are looked up in a dictionary."""
    if field.item:
        one = _make_words(field.item)
        return lambda values: _BETWEEN_VALUES.join(str(one(value)) for value in values)
    if field.type is FieldType.OBJECT:
        parts = [(part.key, _make_words(part)) for part in field.fields]
        return lambda value: _BETWEEN_PARTS.join(str(words(value[key])) for key, words in parts if key in value)
    if field.type is FieldType.BOOLEAN:
        return lambda value: "ja" if value else "nee"
    names = {choice.value: choice.label for form in field.every_form for choice in form.choices}
    return lambda value: names.get(str(value)) or value


def build_csv(table: Table) -> str:
    """Return a table as CSV that opens in a Dutch spreadsheet without import settings.

    It has a byte order mark and semicolons. Text that would be a formula gets an apostrophe.
    """
    text = io.StringIO("\ufeff", newline="")
    text.seek(0, io.SEEK_END)
    writer = csv.writer(text, delimiter=";")
    writer.writerow(table.columns)
    writer.writerows([_defuse(cell) for cell in row] for row in table.rows())
    return text.getvalue()


def _defuse(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def build_workbook(tables: Iterable[Table], site: Site) -> bytes:
    """Return the tables as sheets of a workbook, without formulas and active links.

    Longer texts than fit in a cell are cut off.
    """
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    file = io.BytesIO()
    with Workbook(file, options) as workbook:
        made = site.last_changed or datetime.date(2000, 1, 1)
        workbook.set_properties(
            {"title": site.name, "comments": "CC BY 4.0", "created": datetime.datetime.combine(made, datetime.time())}
        )
        bold = workbook.add_format({"bold": True})
        for table in tables:
            sheet = workbook.add_worksheet(table.name)
            sheet.freeze_panes(1, 1)
            sheet.set_column(0, len(table.columns) - 1, _WIDTH)
            sheet.write_row(0, 0, table.columns, bold)
            last = 0
            for last, row in enumerate(table.rows(), 1):
                for column, cell in enumerate(row):
                    if isinstance(cell, int):
                        sheet.write_number(last, column, cell)
                    elif cell:
                        sheet.write_string(last, column, cell[:_LONGEST_CELL])
            sheet.autofilter(0, 0, last, len(table.columns) - 1)
    return file.getvalue()
