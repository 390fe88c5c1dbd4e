"""The form asks for everything that an editor can write, once."""

from collections import Counter
from dataclasses import replace

from mvo_catalogue.domain.model import PARTNERS, PRACTICES, FieldType
from mvo_catalogue.pages.contribute import build_form_steps, build_organisation_field
from mvo_catalogue.schema.tree import Field, build_schema


def test_every_field_and_part_stands_in_one_step() -> None:
    """Nothing of the schema is left out but the names of before and what needs a file, and nothing is asked twice."""
    schema = build_schema(PRACTICES)
    steps = build_form_steps(schema)
    asked = Counter(field.key for step in steps for field in (*step.fields, *step.more))
    assert asked == Counter(field.key for field in schema.fields if field.key not in ("vroeger", "beeld"))
    assert [part for step in steps for part in step.parts] == list(schema.text)
    required = {field.key for field in schema.fields if field.is_required} - {"gepubliceerd"}  # filled in already
    assert required.isdisjoint(field.key for step in steps for field in step.more)


def test_a_field_that_no_step_names_is_asked_too() -> None:
    """A new key of the schema stands folded away beside the sources."""
    schema = build_schema(PRACTICES)
    new = Field(key="nieuw_veld", type=FieldType.TEXT)
    steps = build_form_steps(replace(schema, fields=(*schema.fields, new)))
    assert [step.title for step in steps if new in step.more] == ["Bronnen"]


def test_an_organisation_is_asked_for_what_its_file_requires() -> None:
    """Only the day of the check is filled in by the form."""
    partners = build_schema(PARTNERS)
    item = build_organisation_field(partners).item
    assert item is not None
    required = {field.key for field in partners.fields if field.is_required}
    assert required - {field.key for field in item.fields} == {"gecontroleerd"}
