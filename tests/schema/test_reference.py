"""The field reference."""

import re
from itertools import pairwise

from mvo_catalogue.derived.templates import build_pages
from mvo_catalogue.reading.markdown import read_markdown
from mvo_catalogue.schema.tree import KINDS_BY_NAME, build_schema
from tests.schema.conftest import inside
from tests.schema.test_fields import EVERY_FIELD

SCHEMAS = [build_schema(kind) for kind in KINDS_BY_NAME.values()]
TEXT = build_pages()["docs/velden.md"]


def test_every_field_has_a_section():
    """Nested ones too; each link has a target."""
    anchors = re.findall(r'<a id="([^"]+)">', TEXT)
    links = {link for link in re.findall(r"\]\(#([^)]+)\)", TEXT) if not link.startswith("een-")}

    assert len(anchors) == len(set(anchors)) == len(EVERY_FIELD)
    assert links <= set(anchors)
    assert len(links) == sum(len(schema.fields) for schema in SCHEMAS)


def test_every_field_has_meaning_example_and_reason():
    assert [name for name, field in EVERY_FIELD.items() if field.meaning not in TEXT or field.why not in TEXT] == []
    assert TEXT.count("**Wat u schrijft:**") >= len(EVERY_FIELD)


def test_allowed_values_are_listed_or_have_a_link():
    scale = inside(SCHEMAS[0].field("kosten"), "klasse")

    assert all(f"| `{choice.value}` | {choice.label} |" in TEXT for choice in scale.choices)
    assert "[`doelgroepen.yaml`](../content/vocabularies/doelgroepen.yaml)" in TEXT
    assert "[`content/themes/`](../content/themes/)" in TEXT


def test_no_heading_skips_a_level():
    levels = [heading.level for heading in read_markdown(TEXT, "x.md", 1, ()).headings]

    assert all(after <= before + 1 for before, after in pairwise(levels))
