"""CommonMark with tables, to HTML."""

from mvo_catalogue.reading.commonmark import parse, render


def test_renders_html():
    """Every construct of CommonMark and tables; raw HTML and images become text."""
    for text, html in (
        ("Een zin.", "<p>Een zin.</p>"),
        ("Kop\n---\n\n***", "<h2>Kop</h2>\n<hr />"),
        ("> Een citaat", "<blockquote>\n<p>Een citaat</p>\n</blockquote>"),
        ("~~~\ncode\n~~~", "<pre><code>code\n</code></pre>"),
        ("[tekst]\n\n[tekst]: https://a.nl", '<p><a href="https://a.nl">tekst</a></p>'),
        ("Jansen &amp; \\*", "<p>Jansen &amp; *</p>"),
        ("<b>x</b> en ![y](z)", "<p>&lt;b&gt;x&lt;/b&gt; en y</p>"),
    ):
        assert render(parse(text)) == html
