"""The field reference names everything that an editor can write."""

import re
from itertools import pairwise

from mvo_catalogue.derived.templates import build_pages
from mvo_catalogue.reading.markdown import read_markdown
from mvo_catalogue.schema.tree import KINDS_BY_NAME, build_schema
from tests.schema.conftest import inside
from tests.schema.test_fields import EVERY_FIELD

SCHEMAS = [build_schema(kind) for kind in KINDS_BY_NAME.values()]
TEXT = build_pages()["docs/velden.md"]


def test_every_field_has_its_place():
    """Also the fields inside others; each link of the overviews has a target."""
    anchors = re.findall(r'<a id="([^"]+)">', TEXT)
    links = {link for link in re.findall(r"\]\(#([^)]+)\)", TEXT) if not link.startswith("een-")}

    assert len(anchors) == len(set(anchors)) == len(EVERY_FIELD)
    assert links <= set(anchors)
    assert len(links) == sum(len(schema.fields) for schema in SCHEMAS)


def test_every_field_says_what_and_why():
    """Meaning, what fits, an example, and the reason."""
    assert [name for name, field in EVERY_FIELD.items() if field.meaning not in TEXT or field.why not in TEXT] == []
    assert TEXT.count("**Wat u schrijft:**") >= len(EVERY_FIELD)


def test_allowed_values_are_listed_or_have_a_link():
    """The fixed choices stand here with their meaning; what editors may add to stands in its own file."""
    scale = inside(SCHEMAS[0].field("kosten"), "klasse")

    assert all(f"| `{choice.value}` | {choice.label} |" in TEXT for choice in scale.choices)
    assert "[`doelgroepen.yaml`](../content/vocabularies/doelgroepen.yaml)" in TEXT
    assert "[`content/themes/`](../content/themes/)" in TEXT


def test_it_is_sound_markdown():
    """No heading skips a level."""
    levels = [heading.level for heading in read_markdown(TEXT, "x.md", 1, ()).headings]

    assert all(after <= before + 1 for before, after in pairwise(levels))
