"""The field reference names everything that an editor can write."""

from __future__ import annotations

import re
from itertools import pairwise

from mvo_catalogue.derived.reference import build_reference
from mvo_catalogue.domain.model import PRACTICES
from mvo_catalogue.reading.markdown import read_markdown
from tests.schema.test_fields import EVERY_FIELD, walk


def test_every_field_has_its_place(schemas):
    """Also the fields inside others; each link of the overviews has a target."""
    text = build_reference(list(schemas.values()))
    anchors = re.findall(r'<a id="([^"]+)">', text)
    links = {link for link in re.findall(r"\]\(#([^)]+)\)", text) if not link.startswith("een-")}

    assert len(anchors) == len(set(anchors)) == len(EVERY_FIELD)
    assert links <= set(anchors)
    assert len(links) == sum(len(schema.fields) for schema in schemas.values())


def test_every_field_says_what_and_why(schemas):
    """Meaning, what fits, an example, and the reason."""
    text = build_reference(list(schemas.values()))
    for schema in schemas.values():
        for top in schema.fields:
            for _, field in walk(top):
                assert field.meaning in text
                assert field.why in text
    assert text.count("**Wat u schrijft:**") >= len(EVERY_FIELD)


def test_allowed_values_are_listed(schemas):
    """Topics and vocabularies with their meaning; not the partners, which change with every contribution."""
    text = build_reference(list(schemas.values()))
    practice = schemas[PRACTICES]

    for key in ("themas", "doelgroepen", "instrumenten"):
        assert all(f"| `{choice.value}` | {choice.label} |" in text for choice in practice.field(key).item.choices)
    assert all(f"| `{choice.value}` |" in text for choice in practice.field("kosten").field("klasse").choices)
    assert "| `habion` |" not in text


def test_it_is_sound_markdown(schemas):
    """No heading skips a level."""
    levels = [
        heading.level for heading in read_markdown(build_reference(list(schemas.values())), "x.md", 1, ()).headings
    ]

    assert all(after <= before + 1 for before, after in pairwise(levels))
