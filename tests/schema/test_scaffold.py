"""The scaffold of a new entry."""

import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from mvo_catalogue.derived.templates import build_scaffold, quote
from mvo_catalogue.domain.model import PARTNERS, PLACEHOLDER, PRACTICES
from mvo_catalogue.schema.tree import KINDS_BY_NAME
from tests.factories import TODAY

FILLED = {
    "samenvatting:": "samenvatting: Fietsen stonden kapot in de berging. Huurders maken ze nu samen.",
    "themas:\n  -": "themas:\n  - wonen",
    "corporaties:\n  -": "corporaties:\n  - de-brug",
    "partners:\n  -": "partners:\n  - wijkwerk",
    "onderbouwing:": "onderbouwing: beschreven",
    "  - titel:": "  - titel: Bericht",
    "    uitgever:": "    uitgever: De Brug",
    "soort:": "soort: overig",
    "vraag:": "vraag: Hoe gaat het?",
    "pijler:": "pijler: mensen-en-werk",
}


def fill_in(scaffold: str) -> str:
    """Return the scaffold after an editor filled it in and removed unknown parts."""
    for empty, filled in FILLED.items():
        scaffold = scaffold.replace(f"\n{empty}\n", f"\n{filled}\n")
    for number, step in enumerate(("Huurders bellen aan.", "Zij maken fietsen.", "Iemand zet koffie."), 1):
        scaffold = scaffold.replace(f"{PLACEHOLDER}stap {number}]", step)
    return re.sub(rf"(## \w+\n\n)?(- )?{re.escape(PLACEHOLDER)}.*\n", "", scaffold)


@pytest.mark.parametrize("kind", KINDS_BY_NAME.values())
def test_an_unfilled_scaffold_is_refused(kind, schemas, check):
    """Every empty field and placeholder is an error at its line."""
    schema = schemas[kind]
    text = build_scaffold(schema, "Fietsen maken", TODAY)
    found = [item for item in check(text, kind).diagnostics if item.severity == "fout"]
    open_lines = {number for number, line in enumerate(text.split("\n"), 1) if PLACEHOLDER in line}

    assert {item.rule for item in found} == {"empty-value", "placeholder"}
    assert {item.line for item in found if item.rule == "placeholder"} == open_lines
    assert open_lines


@pytest.mark.parametrize("kind", KINDS_BY_NAME.values())
def test_a_filled_in_scaffold_is_valid(kind, schemas, check):
    """The comments may stay."""
    checked = check(fill_in(build_scaffold(schemas[kind], "Fietsen maken", TODAY)), kind)

    assert [str(item) for item in checked.diagnostics if item.severity == "fout"] == []
    assert checked.value is not None


def test_every_optional_field_is_in_a_comment(schemas):
    for kind in KINDS_BY_NAME.values():
        text = build_scaffold(schemas[kind])
        assert all(f"{field.key}:" in text for field in schemas[kind].fields)


def test_the_choices_are_beside_the_field(schemas):
    """Unless there are too many."""
    text = build_scaffold(schemas[PRACTICES]).replace("\n# ", " ")

    assert "Kies uit: beschreven, gemeten, vergeleken, herhaald, onderzocht." in text
    assert "Kies uit: werken, wonen." in text
    assert "content/partners/, zonder .md" in text


def test_a_title_never_breaks_the_file(schemas, check):
    title = 'Een "nieuwe" aanpak: --- # en \\ meer'
    checked = check(build_scaffold(schemas[PARTNERS], title, TODAY), PARTNERS)

    assert checked.value.name == title
    assert "yaml-syntax" not in {item.rule for item in checked.diagnostics}


def test_the_template_has_no_date(schemas):
    """So it is the same every day."""
    text = build_scaffold(schemas[PRACTICES])

    assert "\ngepubliceerd:\n" in text
    assert "\ntitel:\n" in text


@given(st.text(max_size=20))
def test_a_quoted_text_is_one_line_that_reads_back(text):
    assert len(quote(text).splitlines()) == 1
    assert yaml.safe_load(quote(text)) == text
