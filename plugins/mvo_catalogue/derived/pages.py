"""The pages for editors that follow from the software alone; each is a template in ``texts/``."""

from __future__ import annotations

from collections.abc import Sequence

from mvo_catalogue.derived.templates import render_template
from mvo_catalogue.domain.diagnostic import load_rules
from mvo_catalogue.schema.tree import EntrySchema


def build_reference(schemas: Sequence[EntrySchema]) -> str:
    """Return ``docs/velden.md``: every field with its meaning, what fits in it, and why it is asked.

    The schemas are those without a catalogue, so that the page does not depend on the content.
    """
    return render_template("velden.md", schemas=schemas)


def build_rules_page() -> str:
    """Return ``docs/regels.md``: the rules by severity, then each with its reason and its two examples."""
    return render_template("regels.md", rules=load_rules())
