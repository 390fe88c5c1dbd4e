"""Text without markup, block by block."""

from __future__ import annotations

import pytest

from mvo_catalogue.reading.markdown import read_markdown
from mvo_catalogue.site.blocks import BlockKind, read_blocks


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("Eén *zin* met [een link](https://a.nl)\nen meer.", [("alinea", ["Eén zin met een link en meer."])]),
        ("1. Bel aan.\n2. Luister.", [("stappen", ["Bel aan.", "Luister."])]),
        ("- Kort.\n\n- Lang.\n\n  Met meer.", [("lijst", ["Kort.", "Lang.", "Met meer."])]),
        ("- Eén\n  - binnen\n- Twee", [("lijst", ["Eén", "binnen", "Twee"])]),
        (
            "### Kop\n\nTekst.\n\n- Punt\n\nSlot.",
            [
                ("kop", ["Kop"]),
                ("alinea", ["Tekst."]),
                ("lijst", ["Punt"]),
                ("alinea", ["Slot."]),
            ],
        ),
        ("Meer dan < 5 &amp; `code`", [("alinea", ["Meer dan < 5 & code"])]),
        ("[a > b](https://a.nl/?x=>y) of `a < b`, &amp;lt;", [("alinea", ["a > b of a < b, &lt;"])]),
        ("Wie | Wat\n-|-\nWij | Dit", [("alinea", [cell]) for cell in ("Wie", "Wat", "Wij", "Dit")]),
        ("", []),
    ],
)
def test_blocks_hold_the_text_in_its_order(markdown, expected):
    """Markup is gone, every word is there, and steps are told from points."""
    html = read_markdown(f"## Aanpak\n\n{markdown}\n", "content/practices/x.md", 1, ()).body.sections[0].html

    assert [(block.kind, block.items) for block in read_blocks(html)] == [
        (BlockKind(kind), items) for kind, items in expected
    ]
