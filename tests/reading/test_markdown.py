"""Markdown of entries to checked HTML, with diagnostics."""

import re

from mvo_catalogue.domain.body import BlockKind, Section
from mvo_catalogue.domain.names import make_anchor
from mvo_catalogue.reading.markdown import MarkdownText, read_markdown
from tests.html_parts import list_tags

PATH = "content/practices/x.md"
KNOWN = {
    PATH,
    "content/practices/warm-welkom.md",
    "content/partners/de-brug.md",
    "content/partners/wonen.md",
    "content/themes/wonen.md",
    "content/vocabularies/doelgroepen.yaml",
}


def read(text: str, first_line: int = 1) -> MarkdownText:
    """Read a body of the practice ``x``."""
    return read_markdown(text, PATH, first_line, KNOWN)


def html_of(section: Section) -> str:
    """Return the HTML of a section, in which a link to another entry names that entry."""
    return "".join(section.html)


def found(text: str) -> list[tuple[str, int, int]]:
    """Return rule, line and column of every problem of a body."""
    return [(problem.rule, problem.line, problem.column) for problem in read(text).diagnostics]


def test_a_bare_address_is_a_checked_link():
    """Invalid ones stay text, and there is no link inside a link."""
    body = read(
        "Zie (https://a.nl/x_(y)), www.b.nl/y_z. Of [https://c.nl](https://d.nl), `www.e.nl`, info@f.nl!\n\nhttps://"
    )

    assert re.findall('href="([^"]+)"', body.body.lead.html[0]) == [
        "https://a.nl/x_(y)",
        "https://www.b.nl/y_z",
        "https://d.nl",
        "mailto:info@f.nl",
    ]
    assert body.web_links == [("https://a.nl/x_(y)", 1, 6), ("https://www.b.nl/y_z", 1, 27), ("https://d.nl", 1, 59)]
    assert body.diagnostics == []


def test_comments_are_removed():
    """A section with only a comment is empty."""
    body = read("Een <!-- a --> twee.\n\n<!-- b\n\nc -->\n\n## Kop\n\n<!-- d -->").body

    assert body.lead.html == ("<p>Een  twee.</p>",)
    assert body.text.strip() == "Een twee. Kop"
    assert body.sections[0].html == ()


def test_splits_the_body_at_level_two_headings():
    """The lead comes before the first one; lower headings stay in their section."""
    body = read("Vooraf.\n\n## Aanpak\n\nEerst.\n\n### Let op\n\nDan.\n\n## Lessen\n\nLaatst.\n").body

    assert html_of(body.lead) == "<p>Vooraf.</p>"
    assert [(section.heading, section.anchor) for section in body.sections] == [
        ("Aanpak", "aanpak"),
        ("Lessen", "lessen"),
    ]
    assert html_of(body.sections[0]) == '<p>Eerst.</p>\n<h3 id="let-op">Let op</h3>\n<p>Dan.</p>'


def test_headings_in_quotes_and_lists_do_not_split():
    body = read("## Aanpak\n\n> > ## Citaat\n\n- - ## Punt\n").body

    assert [section.heading for section in body.sections] == ["Aanpak"]


def test_an_anchor_is_the_slug_of_the_heading():
    """Never empty."""
    for heading, anchor in (
        ("Aanpak", "aanpak"),
        ("Wat mag anders?", "wat-mag-anders"),
        ("Één coöperatie, 's avonds", "een-cooperatie-s-avonds"),
        ("  CO₂ & energie  ", "co2-energie"),
        ("2e ronde", "2e-ronde"),
        ("住宅", "kop"),
        ("???", "kop"),
        ("", "kop"),
    ):
        assert make_anchor(heading) == anchor


def test_anchors_are_unique():
    """Equal headings get numbers, also if a heading ends in that number already."""
    text = read("## Kop\n\na\n\n## Kop\n\nb\n\n## Kop 2\n\nc\n\n### Kop\n\nd\n")
    anchors = [heading.anchor for heading in text.headings]

    assert anchors[0] == "kop"
    assert len(set(anchors)) == len(anchors) == 4
    assert list(text.anchors) == anchors
    assert [section.anchor for section in text.body.sections] == anchors[:3]


def test_headings_have_level_text_and_line():
    """Text without markup; lines count from the top of the file."""
    text = read("## Wat **werkt** en `wat` niet?\n\nEen\n===\n\n#### [Ver](warm-welkom.md) weg ####\n", first_line=10)

    assert [(heading.level, heading.text, heading.line) for heading in text.headings] == [
        (2, "Wat werkt en wat niet?", 10),
        (1, "Een", 12),
        (4, "Ver weg", 15),
    ]


def test_counts_the_longest_list_of_a_section():
    """Nested items do not count, and lists are not added up."""
    text = read("## Aanpak\n\n1. a\n   - aa\n   - ab\n   - ac\n2. b\n\nTekst\n\n- c\n- d\n- e\n\n## Lessen\n\nTekst\n")

    assert text.longest_list == {"Aanpak": 3, "Lessen": 0}


def test_ordinary_markdown_becomes_html():
    """Emphasis, lists, quotes, code and tables."""
    text = read("*a* **b** `c<d`\n\n> e\n\n```\n<script>\n```\n\n| f | g |\n|:--|--:|\n| 1 | 2 |\n\n---\n\n3. h\n")

    assert text.diagnostics == []
    assert html_of(text.body.lead) == (
        "<p><em>a</em> <strong>b</strong> <code>c&lt;d</code></p>\n"
        "<blockquote>\n<p>e</p>\n</blockquote>\n"
        "<pre><code>&lt;script&gt;\n</code></pre>\n"
        "<table>\n<thead>\n<tr>\n<th>f</th>\n<th>g</th>\n</tr>\n</thead>\n"
        "<tbody>\n<tr>\n<td>1</td>\n<td>2</td>\n</tr>\n</tbody>\n</table>\n"
        '<hr />\n<ol start="3">\n<li>h</li>\n</ol>'
    )


def test_html_is_reported_and_shown_as_text():
    text = read('Een <b onclick="x()">woord</b>.\n\n<script>alert(1)</script>\n')

    assert list_tags(html_of(text.body.lead)) == [("p", {})]
    assert html_of(text.body.lead) == (
        "<p>Een &lt;b onclick=&quot;x()&quot;&gt;woord&lt;/b&gt;.</p>\n&lt;script&gt;alert(1)&lt;/script&gt;"
    )
    assert [(problem.rule, problem.line, problem.column) for problem in text.diagnostics] == [
        ("raw-html", 1, 5),
        ("raw-html", 3, 1),
    ]


ATTACKS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<a href='javascript:alert(1)'>x</a>",
    "<style>*{display:none}</style>",
    "<iframe src=//example.org></iframe>",
    "<!--[if IE]><script>alert(1)</script><![endif]-->",
    "<?php echo 1 ?>",
    "<![CDATA[<script>]]>",
    "<!DOCTYPE html>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x]( javascript:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](java&#10;script:alert(1))",
    "[x](java&Tab;script:alert(1))",
    "[x](&#1;javascript:alert(1))",
    "[x](%6Aavascript:alert(1))",
    "[x](javascript%3Aalert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:msgbox(1))",
    "[x](file:///etc/passwd)",
    "[x](//example.org/)",
    "[x](\\\\example.org\\x)",
    "[x](/../../etc/passwd)",
    "[x](https://example.org\\@example.net)",
    "[x](https:alert(1))",
    "[x](http://a b.nl)",
    "<javascript:alert(1)>",
    "[x][r]\n\n[r]: javascript:alert(1)",
    "[x](https://user:pass@example.org/)",
    '[x](https://example.org/"onclick="alert(1))',
    "[x](entry:partners/de-brug)",
    '`href="partners/de-brug"` [x](entry:../../x)',
    "![x](javascript:alert(1))",
    '![x" onerror="alert(1)](x.png)',
    "[![x](y.png)](javascript:alert(1))",
    '``` "><script>alert(1)</script>\nx\n```',
    "## <script>alert(1)</script>\n\nx",
    '## x" onclick="alert(1)\n\nx',
    "| <b> | [x](javascript:a) |\n|---|---|\n| <img onerror=x> | y |",
    "mailto:x [x](mailto:a@example.org?body=%0Abcc:x)",
    "[x](mailto:a@example.org,b@example.org)",
    "[x](tel:112)",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "\\<script>alert(1)\\</script>",
)


def test_no_attack_survives():
    """Only allowed tags, attributes and addresses come out."""
    for attack in ATTACKS:
        body = read(attack).body
        markup = "".join(map(html_of, (body.lead, *body.sections)))

        for tag, attributes in list_tags(markup):
            assert tag in {"p", "a", "code", "pre", "h2", "table", "thead", "tbody", "tr", "th", "td"}
            assert set(attributes) <= {"href", "class", "id"}
            assert attributes.get("href", "https://example.org/").startswith("https://example.org/")


def test_a_reported_link_has_no_address():
    """It keeps its words."""
    assert html_of(read("[tekst](javascript:x) en [meer](weg.md)").body.lead) == "<p><a>tekst</a> en <a>meer</a></p>"


def test_valid_addresses_are_unchanged():
    for address in (
        "https://example.org/a?b=1%262&amp;c=d%20e#f",
        "https://example.org/%C3%A9?x=a%2Fb%25",
        "http://example.org/(a)",
        "mailto:mvo@example.org",
        "#kop",
    ):
        text = read(f"## Kop\n\n[x]({address})")

        assert text.diagnostics == []
        assert html_of(text.body.sections[0]) == f'<p><a href="{address}">x</a></p>'


def test_links_to_entries_stay_file_links():
    """They get their address when the page is rendered."""
    for target, link in (
        ("warm-welkom.md", "practices/warm-welkom"),
        ("./warm-welkom.md", "practices/warm-welkom"),
        ("../partners/de-brug.md", "partners/de-brug"),
        ("../../content/themes/wonen.md", "themes/wonen"),
        ("../partners/de-brug.md#aanbod", "partners/de-brug#aanbod"),
        ("../partners/de%2Dbrug.md", "partners/de-brug"),
        ("x.md", "practices/x"),
    ):
        text = read(f"Zie [dit]({target}).", first_line=7)
        entry, _, fragment = link.partition("#")

        assert text.diagnostics == []
        assert text.body.lead.html == ('<p>Zie <a href="', link, '">dit</a>.</p>')
        assert text.entry_links == [(f"content/{entry}.md", fragment, 7, 11)]


def test_titles_of_links_are_removed():
    """Touch screens and screen readers do not show them."""
    assert "title" not in html_of(read('[x](https://example.org "titel")').body.lead)


def test_invalid_links_are_reported_at_their_address():
    """Each with one message and a suggestion."""
    for target, rule, words in (
        ("weg.md", "broken-link", "er niet is"),
        ("warm-welkm.md", "broken-link", "Bedoelde u “warm-welkom.md”?"),
        ("warm-welkom", "broken-link", "schrijf hem zo: warm-welkom.md"),
        ("de-brug.md", "broken-link", "schrijf hem zo: ../partners/de-brug.md"),
        ("../themes/wone.md", "broken-link", "Bedoelde u “../themes/wonen.md”?"),
        ("../partners/wone.md", "broken-link", "Bedoelde u “../partners/wonen.md”?"),
        ("../vocabularies/doelgroepen.yaml", "broken-link", "zonder eigen pagina"),
        ("", "broken-link", "geen adres"),
        ("?q=x", "broken-link", "er niet is"),
        ("#weg", "broken-link", "geen kop “weg”"),
        ("../../README.md", "outside-link", "buiten de map content"),
        ("../../../../etc/passwd", "outside-link", "buiten de map content"),
        ("..", "outside-link", "buiten de map content"),
        ("../../contents/x.md", "outside-link", "buiten de map content"),
        ("/praktijken/", "unsafe-link", "https://"),
        ("javascript:x", "unsafe-link", "https://"),
        ("https://intern/x", "unsafe-link", "geen volledig webadres"),
        ("https://[x/", "unsafe-link", "geen volledig webadres"),
        ("mailto:iemand", "unsafe-link", "https://"),
        ("{filename}/x.md", "pelican-path", "accolades"),
        ("%7Bstatic%7D/x.md", "pelican-path", "accolades"),
        ("|filename|x.md", "pelican-path", "accolades"),
    ):
        text = read(f"Zie [dit]({target}).")

        assert [(problem.rule, problem.line, problem.column) for problem in text.diagnostics] == [(rule, 1, 11)]
        assert words in text.diagnostics[0].message
        assert "href" not in html_of(text.body.lead) or target == "#weg"


def test_an_address_with_a_space_is_reported():
    """The brackets would be shown."""
    assert found("Zie [dit](../partners/de brug.md).") == [("broken-link", 1, 9)]


def test_placeholders_of_pelican_are_refused():
    for word in (
        "filename",
        "static",
        "attach",
        "include",
        "author",
        "category",
        "tag",
        "index",
        "STATIC",
    ):
        assert found(f"a {{{word}}}/x |{word}|y") == [("pelican-path", 1, 3), ("pelican-path", 1, len(word) + 8)]


def test_other_braces_and_pipes_are_text():
    assert found("{dit} |dat| `{static}` en a < b & c") == []


def test_images_are_refused():
    """Each is reported once, and its description stays."""
    text = read("Een ![portiek & deur](x.png) hier")

    assert [(problem.rule, problem.line, problem.column) for problem in text.diagnostics] == [("image", 1, 5)]
    assert html_of(text.body.lead) == "<p>Een portiek &amp; deur hier</p>"


def test_hidden_characters_as_entities_are_reported():
    assert found("een &shy;twee\ndrie &#x202E;vier") == [("hidden-character", 1, 5), ("hidden-character", 2, 6)]


def test_places_are_exact_after_any_markup():
    """Code, emphasis, lists, quotes, tables and long lines."""
    for text, places in (
        ("[a](b) en [a](b)", [(1, 5), (1, 15)]),
        ("`[a](b)` en [a](b)", [(1, 17)]),
        ("``[a](b) ` `` en [a](b)", [(1, 22)]),
        ("`een\ntwee` [a](b)\n[a](b)", [(2, 11), (3, 5)]),
        ("[een\ntwee](b)\n[a](b)", [(2, 7), (3, 5)]),
        ("*een* **twee** &amp; \\* [a](b)", [(1, 29)]),
        ("- een\n  - [a](b)\n\n    [a](b)", [(2, 9), (4, 9)]),
        ("> [a](b)\n> [a](b)", [(1, 7), (2, 7)]),
        ("> lui\n[a](b)", [(2, 5)]),
        ("een  \n[a](b)\\\n[a](b)", [(2, 5), (3, 5)]),
        ("| x | y |\n|---|---|\n| [a](b) | [a](b) |\n| [a](b) | z |", [(3, 7), (3, 16), (4, 7)]),
        ("## Kop [a](b)\n\nEen\n[a](b)\n---", [(1, 12), (4, 5), (5, 1)]),
        ("[a](<b> 'titel') [a](<b>)", [(1, 6), (1, 23)]),
        ("[a](\n  b\n)\n[a](b)", [(1, 5), (4, 5)]),
        ("een [a][r] [r]\n\n[r]: b", [(1, 5), (1, 12)]),
        ("👩‍👧 é [a](b)", [(1, 11)]),
    ):
        assert [place for _, *place in found(text)] == [list(place) for place in places]


def test_a_pair_of_tags_is_reported_once():
    """A lone closing tag too."""
    assert found("<b>x</b> <i>\n<i>y</i></i> </u>") == [
        ("raw-html", 1, 1),
        ("raw-html", 1, 10),
        ("raw-html", 2, 1),
        ("raw-html", 2, 14),
    ]


def test_lines_count_from_the_top_of_the_file():
    text = read("een\n\n<b>\n", first_line=30)

    assert [(problem.line, problem.column) for problem in text.diagnostics] == [(32, 1)]


def test_blocks_have_the_text_in_order():
    """Without markup, and steps are separate from list items."""
    for markdown, expected in (
        ("Eén *zin* met [een link](https://a.nl)\nen meer.", [("alinea", ["Eén zin met een link en meer."])]),
        ("1. Bel aan.\n2. Luister.", [("stappen", ["Bel aan.", "Luister."])]),
        ("- Kort.\n\n- Lang.\n\n  Met meer.", [("lijst", ["Kort.", "Lang. Met meer."])]),
        ("1. Eén.\n  - rood\n  - blauw\n2. Twee", [("stappen", ["Eén. – rood – blauw", "Twee"])]),
        (
            "### Kop\n\nTekst.\n\n- Punt\n\nSlot.",
            [("kop", ["Kop"]), ("alinea", ["Tekst."]), ("lijst", ["Punt"]), ("alinea", ["Slot."])],
        ),
        ("Meer dan < 5 &amp; `code`  \nen", [("alinea", ["Meer dan < 5 & code en"])]),
        ("```\na  b\n```", [("alinea", ["a b"])]),
        ("[a > b](https://a.nl/?x=>y) of `a < b`, &amp;lt;", [("alinea", ["a > b of a < b, &lt;"])]),
        ("Wie | Wat\n-|-\nWij | Dit", [("alinea", [cell]) for cell in ("Wie", "Wat", "Wij", "Dit")]),
        ("", []),
    ):
        section = read(f"## Aanpak\n\n{markdown}\n").body.sections[0]

        assert [(block.kind, list(block.items)) for block in section.blocks] == [
            (BlockKind(kind), items) for kind, items in expected
        ]

        assert bool(section.html) is bool(expected)


def test_steps_keep_their_first_number():
    """Also after a paragraph between two steps."""
    section = read("## Aanpak\n\n1. Bel aan.\n\nDan:\n\n2. Luister.\n").body.sections[0]

    assert [block.start for block in section.blocks] == [1, 1, 2]
