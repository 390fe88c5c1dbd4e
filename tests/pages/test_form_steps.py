"""The steps of the form have every field of the schema, once."""

from collections import Counter
from dataclasses import replace

from mvo_catalogue.domain.model import PARTNERS, PRACTICES, FieldType
from mvo_catalogue.pages.contribute import build_form_steps, build_organisation_field
from mvo_catalogue.schema.tree import Field, build_schema


def test_every_field_and_part_is_in_one_step() -> None:
    """Except former names and what needs a file."""
    schema = build_schema(PRACTICES)
    steps = build_form_steps(schema)
    asked = Counter(field.key for step in steps for field in (*step.fields, *step.more))
    assert asked == Counter(field.key for field in schema.fields if field.key not in ("vroeger", "beeld"))
    assert [part for step in steps for part in step.parts] == list(schema.text)
    required = {field.key for field in schema.fields if field.is_required} - {"gepubliceerd"}  # filled in already
    assert required.isdisjoint(field.key for step in steps for field in step.more)


def test_a_field_that_no_step_names_is_folded_in_the_last() -> None:
    schema = build_schema(PRACTICES)
    new = Field(key="nieuw_veld", type=FieldType.TEXT)
    steps = build_form_steps(replace(schema, fields=(*schema.fields, new)))
    assert [step.title for step in steps if new in step.more] == ["Bronnen"]


def test_a_new_organisation_has_its_required_fields() -> None:
    """Except the date of review, which the form fills in."""
    partners = build_schema(PARTNERS)
    item = build_organisation_field(partners).item
    assert item is not None
    required = {field.key for field in partners.fields if field.is_required}
    assert required - {field.key for field in item.fields} == {"gecontroleerd"}
