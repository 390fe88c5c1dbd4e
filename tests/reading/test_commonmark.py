"""The parser that leaves rules out of texts in which they find nothing: it reads everything the same."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from mvo_catalogue.reading.commonmark import parse, render

BITS = [
    "a", "b c", " ", "    ", "\t", "\n", "\n\n", "- ", "* ", "1. ", "2) ", "> ", "# ", "## ", "-", "---", "- - -",
    "***", "_", "=", "===", "```", "~~~", "`", "**", "|", "|-|", "[a]", "[a]:", ":", "(b)", "](", "![", "<b>", "<!--",
    "-->", "<https://a.nl>", "&amp;", "&", "\\", "\\*", "\\\n", "  \n", "!", "~",
]  # fmt: skip
COMPLETE = MarkdownIt("commonmark", {"html": True}).enable("table")
COMPLETE.validateLink = lambda url: True  # type: ignore[method-assign]


@given(st.lists(st.sampled_from(BITS), max_size=25).map("".join))
@settings(max_examples=300, deadline=None)
def test_a_text_gets_the_tokens_that_all_rules_give(text):
    """Whatever is written."""
    assert parse(text) == COMPLETE.parse(text)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Een zin.", "<p>Een zin.</p>"),
        ("Kop\n---\n\n***", "<h2>Kop</h2>\n<hr />"),
        ("> Een citaat", "<blockquote>\n<p>Een citaat</p>\n</blockquote>"),
        ("~~~\ncode\n~~~", "<pre><code>code\n</code></pre>"),
        ("[tekst]\n\n[tekst]: https://a.nl", '<p><a href="https://a.nl">tekst</a></p>'),
        ("Jansen &amp; \\*", "<p>Jansen &amp; *</p>"),
        ("<b>x</b> en ![y](z)", "<p>&lt;b&gt;x&lt;/b&gt; en y</p>"),
    ],
)
def test_writes_html(text, html):
    """Of all that the language has; raw HTML and images become text."""
    assert render(parse(text)) == html
