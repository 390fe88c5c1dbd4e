"""What a program writes is what an editor would have written, and reads back as the same values."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mvo_catalogue.derived.entry_text import build_body, build_entry_text, quote
from mvo_catalogue.domain.model import PARTNERS, PRACTICES, TOPICS
from mvo_catalogue.domain.printable import HIDDEN
from mvo_catalogue.reading.front_matter import split_front_matter
from mvo_catalogue.schema.tree import KINDS_BY_NAME, Field, FieldType, build_schema
from tests.schema.conftest import SAMPLE

SCHEMAS = {kind: build_schema(kind) for kind in KINDS_BY_NAME.values()}


def read_back(text: str) -> tuple[Any, str]:
    """Return the values and the body of a file that has nothing wrong with its form."""
    front_matter = split_front_matter(text)
    assert front_matter.values.diagnostics == []
    return front_matter.values.data, front_matter.body


@pytest.mark.parametrize("kind", KINDS_BY_NAME.values())
def test_every_entry_survives(kind):
    """Written anew, each entry of the sample has the same values and the same text."""
    for file in sorted((SAMPLE / kind).glob("*.md")):
        values, body = read_back(file.read_text(encoding="utf-8"))
        assert read_back(build_entry_text(SCHEMAS[kind], values, body)) == (
            values,
            body.rstrip("\n") + "\n" * bool(body),
        )


def test_the_style_is_that_of_the_catalogue():
    """Keys in order, free text quoted, everything else plain, one line per value of a list."""
    values = {
        "gecontroleerd": datetime.date(2026, 11, 21),
        "titel": 'Bewoners zeggen: "ja"',
        "themas": ["wonen"],
        "concept": False,
        "periode": {"start": 2019, "eind": "lopend"},
        "bronnen": [{"url": "https://example.org/a#b", "titel": "Bericht", "uitgever": "De Brug"}],
        "kosten": {"klasse": 0, "toelichting": ""},
        "doelgroepen": [],
    }

    assert build_entry_text(SCHEMAS[PRACTICES], values, "\n## Aanpak\n\n1. Bel aan.\n\n") == (
        "---\n"
        'titel: "Bewoners zeggen: \\"ja\\""\n'
        "themas:\n"
        "  - wonen\n"
        "periode:\n"
        "  start: 2019\n"
        "  eind: lopend\n"
        "kosten:\n"
        "  klasse: 0\n"
        "bronnen:\n"
        '  - titel: "Bericht"\n'
        '    uitgever: "De Brug"\n'
        "    url: https://example.org/a#b\n"
        "gecontroleerd: 2026-11-21\n"
        "concept: false\n"
        "---\n"
        "\n"
        "## Aanpak\n"
        "\n"
        "1. Bel aan.\n"
    )


def test_an_entry_without_text_ends_after_its_values():
    """As the partners of the catalogue do."""
    assert build_entry_text(SCHEMAS[PARTNERS], {"naam": "ABU"}) == '---\nnaam: "ABU"\n---\n'


def test_a_period_in_words_is_quoted():
    """The other form of a field is written in its own way."""
    text = build_entry_text(SCHEMAS[PRACTICES], {"periode": "proef: 2 jaar"})

    assert text == '---\nperiode: "proef: 2 jaar"\n---\n'


@pytest.mark.parametrize(
    "values",
    [
        {"titels": "x"},
        {"titel": ["x"]},
        {"titel": {"x": "y"}},
        {"themas": "wonen"},
        {"kosten": "veel"},
        {"kosten": ["veel"]},
        {"bronnen": ["x"]},
        {"bronnen": [{"naam": "x"}]},
        {"periode": ["2019"]},
        {"themas": [["x"]]},
    ],
)
def test_a_value_without_a_place_is_refused(values):
    """Nothing is dropped or written in a form that means something else."""
    with pytest.raises(ValueError, match=r".+"):
        build_entry_text(SCHEMAS[PRACTICES], values)


def test_the_body_has_its_headings_in_order():
    """What comes first is what a reader gets first; empty parts are left out."""
    parts = {"Cijfers": "Veel.", "Lessen": "- Een.\n", "Aanpak": "1. Twee.", "": "Vooraf.", "Resultaten": " "}

    assert build_body(SCHEMAS[PRACTICES], parts) == (
        "Vooraf.\n\n## Aanpak\n\n1. Twee.\n\n## Lessen\n\n- Een.\n\n## Cijfers\n\nVeel."
    )


LETTERS = st.characters(codec="utf-8").filter(lambda character: not HIDDEN.match(character))
TEXTS = st.builds(
    str.__add__, st.text(LETTERS, max_size=20), st.sampled_from(["x", "#", ": ", "'", '"', "---", "~", "null"])
)


def values_of(fields: tuple[Field, ...], required: int = 0) -> st.SearchStrategy[dict[str, Any]]:
    """Return mappings with any of the fields, at least the first ones, and any text where a value stands."""
    strategies = {field.key: value_of(field) for field in fields}
    first = {field.key: strategies.pop(field.key) for field in fields[:required]}
    return st.fixed_dictionaries(first, optional=strategies)


def value_of(field: Field) -> st.SearchStrategy[Any]:
    """Return values that have the form of a field, sensible or not."""
    if field.type is FieldType.OBJECT:
        return values_of(field.fields, required=1)
    if field.item is not None:
        return st.lists(value_of(field.item), min_size=1, max_size=3)
    if field.forms:
        return st.one_of(*map(value_of, field.forms))
    return TEXTS


@pytest.mark.parametrize("kind", KINDS_BY_NAME.values())
@settings(max_examples=50)
@given(data=st.data())
def test_whatever_is_written_reads_back(kind, data):
    """No value, however odd, can change its neighbours, or itself beyond the white space around it."""
    values = data.draw(values_of(SCHEMAS[kind].fields))

    assert read_back(build_entry_text(SCHEMAS[kind], values))[0] == stripped(values)


def stripped(value: Any) -> Any:
    """Return the values as the schema takes them: without white space around them."""
    if isinstance(value, dict):
        return {key: stripped(inner) for key, inner in value.items()}
    return [stripped(inner) for inner in value] if isinstance(value, list) else value.strip()


@given(TEXTS)
def test_a_quoted_text_is_one_line(text):
    """A line of three dashes inside a value never ends the front matter."""
    assert len(quote(text).splitlines()) == 1


def test_a_slug_that_yaml_would_not_take_as_text_is_quoted():
    """``null`` is a good name for a file and no value at all in YAML."""
    text = build_entry_text(SCHEMAS[TOPICS], {"naam": "x", "zoekwoorden": ["null"]})
    reference = build_entry_text(SCHEMAS[PARTNERS], {"opgevolgd_door": "null"})

    assert read_back(text)[0]["zoekwoorden"] == ["null"]
    assert read_back(reference)[0] == {"opgevolgd_door": "null"}
