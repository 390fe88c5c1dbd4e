"""Text pages and news: Pelican's reader produces nothing unsafe, and reads what the check has read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mvo_catalogue.reading.markdown import read_markdown
from mvo_catalogue.reading.pelican_markdown import check_dialect, make_parser
from tests.html_parts import list_tags

TAGS = {"a", "blockquote", "br", "code", "div", "em", "hr", "li", "ol", "p", "pre", "s", "section", "strong", "ul"} | {
    *("h1", "h2", "h3", "h4", "h5", "h6", "table", "tbody", "td", "th", "thead", "tr")
}
PATH = "content/pages/over.md"
KNOWN = frozenset({"content/practices/tuin.md"})


def convert(body: str) -> str:
    """Return the HTML that Pelican's reader makes of a body."""
    return str(make_parser().convert(f"---\ntitel: Over\n---\n{body}"))


def test_front_matter_is_read_as_yaml():
    """With quotes, colons and continued lines."""
    parser = make_parser()
    html = parser.convert(
        '---\ntitel: "Over: ons"\nsamenvatting: een\n  twee\nvolgorde: 3\nsave_as: ../x\n---\nTip: lees.'
    )

    assert parser.Meta == {"title": ["Over: ons"], "summary": ["een twee"], "order": ["3"], "parts": [()]}
    assert "<p>Tip: lees.</p>" in html


def test_sections_and_anchors_are_like_those_of_entries():
    body = "Vooraf.\n\n## Wat & hoe\n\n- een\n\n## Wat & hoe\n\n### Dieper\n\nTekst."
    parser = make_parser()
    html = parser.convert(f"---\n---\n{body}")

    assert html.startswith('<div class="mvo-prose"><p>Vooraf.</p>')
    assert '<section class="mvo-prose">' in html
    assert '<h2 class="nl-heading nl-heading--level-2" id="wat-hoe-2">Wat &amp; hoe</h2>' in html
    assert parser.Meta["parts"] == [(("wat-hoe", "Wat & hoe"), ("wat-hoe-2", "Wat & hoe"))]
    assert {f'id="{anchor}"' in html for anchor in read_markdown(body, PATH, 1, KNOWN).anchors} == {True}


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("[a]({filename}../practices/tuin.md)", "{filename}../practices/tuin.md"),
        ("[a]({filename}../practices/tuin.md#aanpak)", "{filename}../practices/tuin.md#aanpak"),
        ("[a](https://voorbeeld.nl/x_y?a=1&b=2)", "https://voorbeeld.nl/x_y?a=1&b=2"),
        ("<https://voorbeeld.nl/>", "https://voorbeeld.nl/"),
        ("[a](mailto:info@voorbeeld.nl)", "mailto:info@voorbeeld.nl"),
        ("[a](#kop)", "#kop"),
        ("[a](javascript:alert(1))", None),
        ("[a](java&#115;cript:alert&#40;1&#41;)", None),
        ("[a]( JavaScript:alert)", None),
        ("[a](data:text/html,x)", None),
        ("[a](//elders.nl)", None),
        ("[a](/pad)", None),
        ("[a](over.md)", None),
        ("[a]({static}../x.js)", None),
        ("[a]({attach}x.js)", None),
        ('[a]({filename}x.md" onclick="y)', None),
        ("[a][b]\n\n[b]: javascript:alert(1) 'titel'", None),
        ("<javascript:alert(1)>", None),
    ],
)
def test_a_link_has_an_allowed_address_or_none(link, address):
    """And never a title."""
    links = [attributes for tag, attributes in list_tags(convert(link)) if tag == "a"]

    assert links == ([] if address is None and not links else [{"href": address} if address else {}])


HOSTILE = (
    *("<script>", "</p>", "<b onclick=x>", "<!--", "-->", "<?php", "<![CDATA[", "<a@b.nl>", "&lt;", "&#60;", '"', "'"),
    *("[a](", "![", "]", "[x]: ", "javascript:", "https://a.nl", "{filename}", ")", "{: onclick=x }", "`", "*", "_"),
    *("```", "~~~ { .x #y onclick=z }", "\n\n", "\n", "# ", "- ", "1. ", "|", "---", "    ", "> ", "\\"),
    *("~~", " www.a.nl/", "x@a.nl", "• ", "##Kop", "\x02", "\x03", "wzxhzdk:0", "klzzwxh:0000"),
)


@given(st.lists(st.sampled_from(HOSTILE), max_size=14).map("".join))
def test_nothing_unsafe_comes_out_of_any_text(text):
    """Only tags of Markdown with harmless attributes."""
    for tag, attributes in list_tags(convert(text)):
        assert tag in TAGS
        assert set(attributes) <= {"id", "class", "href", "start"}
        assert attributes.get("href", "#").startswith(("#", "https://", "mailto:", "{filename}"))


@pytest.mark.parametrize(
    "body",
    [
        "Een zin.\n\n- een\n- twee\n    - drie",
        "1. een\n2. twee",
        "> citaat",
        "| a | b |\n|---|--:|\n| 1 | 2 |",
        "```yaml\na: <b>\n```\n\nna",
        "**vet** en *schuin*, `code <b>` &amp; meer\\*",
        "## Kop\n\n[a](https://voorbeeld.nl/x_y)",
        "Zie https://a.nl/x_y?b=1&c=(2)), www.a.nl. Vraag `www.b.nl` of (info_a@a.nl)",
        "~~weg~~ en <!-- stil --> meer\n\n<!-- een\n\n- blok -->\n\nna",
        "##Kop\n\n• een\n• twee\n\n1.\xa0een\n2.twee",
    ],
)
def test_a_text_that_both_dialects_read_alike_is_accepted(body):
    assert list(check_dialect(body, PATH, 5)) == []


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("Een zin:\n- een\n- twee", 5),
        ("Vooraf.\n\n- een\n  - twee", 7),
        ("Vooraf.\n\n1) een", 7),
        ("regel\\\ntwee", 5),
        ("<info@voorbeeld.nl>", 5),
        ("> een\n\n> twee", 5),
    ],
)
def test_a_text_that_the_dialects_read_differently_is_refused_at_its_line(body, line):
    """The first block that differs, once."""
    assert [(found.rule, found.line, found.column) for found in check_dialect(body, PATH, 5)] == [
        ("markdown-dialect", line, 1)
    ]


@pytest.mark.parametrize(
    ("body", "line", "message"),
    [
        ("Tekst.\n\n" + "[" * 10_000, 12, "Dit stuk tekst is te groot."),
        ("Tekst.\n\n" + "a\n-\n" * 3_000, 72, "Dit stuk tekst is te groot."),
        (f"|{'a|' * 99}\n|{'-|' * 99}\n" + "a\n\n" + "b\n" * 50, 10, None),
        (f"|{'a|' * 99}\n|{'-|' * 99}\n" + "a\n" * 50, 30, "Dit stuk tekst is te groot."),
        ("1. " * 4_000, 10, "Dit stuk tekst is te groot."),
        ("*" * 3_000 + "a" + "*" * 3_000, 10, "Dit stuk tekst is te groot."),
        ("woord\n\n" * 3_000, 4295, "De tekst is hier te lang geworden: hoogstens 15000 tekens."),
    ],
)
def test_a_text_that_takes_minutes_to_parse_is_refused_unread(body, line, message):
    """Pelican reads before our check, and gets an empty text."""
    found = list(check_dialect(body, "content/pages/x.md", 10))

    assert [(item.line, item.message[: len(message or "")]) for item in found] == ([(line, message)] if message else [])
    if line > 10 or message is None:  # Pelican itself reports what is nested too deeply
        assert bool(convert(body)) is (message is None)
