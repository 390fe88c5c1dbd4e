"""The tree of fields, with their texts."""

import pytest

from mvo_catalogue.domain.entries import SECTION_ORDER
from mvo_catalogue.domain.model import PARTNERS, PRACTICES, TOPICS, FieldType
from mvo_catalogue.schema.tree import KINDS_BY_NAME, build_schema, walk_fields
from tests.schema.conftest import inside

EVERY_FIELD = {
    ".".join((kind, *path)): field
    for kind in KINDS_BY_NAME.values()
    for path, field in walk_fields(build_schema(kind).fields)
}


def test_every_field_is_explained():
    """Label, meaning, reason, and an example unless it only holds others."""
    for name, field in EVERY_FIELD.items():
        assert field.label, name
        assert field.meaning.endswith((".", "?")), name
        assert field.why.endswith("."), name
        assert not field.hint or field.hint.endswith("."), name
        assert field.examples or field.fields or (field.item and field.item.fields), name


def test_a_field_has_its_limits(schemas):
    practice = schemas[PRACTICES]
    title, topics, keywords = map(practice.field, ("titel", "themas", "zoekwoorden"))
    year = inside(practice.field("overgenomen"), "jaar")

    assert (title.type, title.least, title.most) == (FieldType.TEXT, 5, 110)
    assert (topics.type, topics.least, topics.most) == (FieldType.LIST, 1, 5)
    assert (keywords.least, keywords.most) == (None, 12)
    assert (year.type, year.least, year.most) == (FieldType.NUMBER, 1900, 2100)
    assert [field.default for field in map(practice.field, ("licentie", "concept", "fase"))] == [
        "CC-BY-4.0",
        "false",
        None,
    ]
    assert schemas[TOPICS].field("volgorde").default == "1000"


def test_each_kind_of_value_is_recognised(schemas):
    practice, partner = schemas[PRACTICES], schemas[PARTNERS]
    source = practice.field("bronnen")
    types = [practice.field(key).type for key in ("samenvatting", "gepubliceerd", "concept", "contact", "licentie")]

    assert types == [FieldType.LONG_TEXT, FieldType.DAY, FieldType.BOOLEAN, FieldType.CONTACT, FieldType.CHOICE]
    assert [form.type for form in practice.field("inzet").forms] == [FieldType.OBJECT, FieldType.CHOICE]
    assert practice.field("inzet").forms[1].is_scale
    assert practice.field("gecontroleerd").is_day
    assert not practice.field("inzet").is_day
    assert [inside(source, key).type for key in ("url", "datum")] == [FieldType.URL, FieldType.PARTIAL_DATE]
    assert partner.field("website").type is FieldType.SECURE_URL
    assert [form.type for form in practice.field("periode").forms] == [FieldType.OBJECT, FieldType.TEXT]
    assert [form.type for form in inside(practice.field("periode"), "eind").forms] == [
        FieldType.NUMBER,
        FieldType.CHOICE,
    ]


def test_references_have_their_choices(schemas, catalogue):
    """Associations and other partners are separate; a topic has its question."""
    practice = schemas[PRACTICES]
    associations, others, adopters = (
        {choice.value for choice in field.choices}
        for field in (
            practice.field("corporaties").item,
            practice.field("partners").item,
            inside(practice.field("overgenomen"), "corporatie"),
        )
    )
    topics = practice.field("themas").item

    assert associations == {slug for slug, partner in catalogue.partners.items() if partner.is_association}
    assert associations | others == adopters == set(catalogue.partners)
    assert not associations & others
    assert {choice.value: choice.meaning for choice in topics.choices} == {
        slug: topic.question for slug, topic in catalogue.topics.items()
    }
    assert inside(practice.field("kader"), "grondslag").choices[0].label == "Woningwet"


def test_without_a_catalogue_a_reference_has_no_choices():
    item = build_schema(PRACTICES).field("themas").item

    assert item is not None
    assert item.choices == ()


def test_the_text_is_part_of_the_schema(schemas):
    parts = schemas[PRACTICES].text

    assert tuple(part.heading for part in parts) == SECTION_ORDER
    assert [part.heading for part in parts if part.is_required] == ["Aanpak"]
    assert all(part.meaning and part.why and part.hint and part.example for part in parts)


def test_an_unknown_key_is_an_error(schemas):
    with pytest.raises(KeyError):
        schemas[PRACTICES].field("titels")
