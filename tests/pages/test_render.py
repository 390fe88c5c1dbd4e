"""Rendering: what templates can use, and escaping."""

from pathlib import Path

import jinja2
import pytest

from mvo_catalogue.pages.assets import Asset
from mvo_catalogue.pages.plan import PagePlan
from mvo_catalogue.site.headers import CONTENT_SECURITY_POLICY
from mvo_catalogue.site.site import Site
from tests.factories import make_environment, make_site

ASSETS = {"site.css": Asset("site.ab12.css", "sha384-x", Path("site.ab12.css"))}


@pytest.fixture
def render(tmp_path):
    """Return ``render(source, site, **context)``: a page from this template, which is cached."""

    def render(source: str, site: Site | None = None, **context: object) -> str:
        kept = jinja2.FileSystemBytecodeCache(str(tmp_path))
        environment = make_environment({"t.html": source}, site, ASSETS, bytecode_cache=kept)
        plan = PagePlan("/x/", "t.html", "text", "Titel & meer", "Uitleg.", dict)
        return environment.get_template("t.html").render(page=plan, **context)

    return render


@pytest.mark.parametrize(
    ("source", "output"),
    [
        ("{{ url('/zoeken/') }}", "/catalogus/zoeken/"),
        ("{{ absolute('/zoeken/') }}", "https://mvo.example.nl/catalogus/zoeken/"),
        ("{{ asset('site.css') }}", "/catalogus/assets/site.ab12.css"),
        ("{{ integrity('site.css') }}", "sha384-x"),
        ("{{ url(practice_path('a')) }}", "/catalogus/praktijken/a/"),
        ("{{ url(topic_path('a')) }}", "/catalogus/themas/a/"),
        ("{{ url(partner_path('a')) }}", "/catalogus/partners/a/"),
        ("{{ '2018-03'|long_date }}", "maart 2018"),
        ("{{ 1|count('praktijk', 'praktijken') }}", "1 praktijk"),
        (
            "{{ ('<a title=\"[x]\">Beste [naam]</a> [',)|body_html|mark_gaps }}",
            '<a title="[x]">Beste <mark>[naam]</mark></a> [',
        ),
        ("{{ page.title }} {{ page.path }}", "Titel &amp; meer /x/"),
        ("{{ site.name }} {{ site.language }}", "MVO-praktijkcatalogus nl"),
        ("{{ csp|safe }}", CONTENT_SECURITY_POLICY),
    ],
)
def test_templates_have_the_documented_functions(render, source, output):
    assert render(source) == output


def test_what_editors_write_is_escaped(render):
    """Only a rendered body is HTML, with its links resolved."""
    assert render("{{ x }}", x='<b>"') == "&lt;b&gt;&#34;"
    assert (
        render("{{ x|body_html }}", x=('<a href="', "partners/a", '">b</a>'))
        == '<a href="/catalogus/partners/a/">b</a>'
    )


def test_compiled_templates_do_not_depend_on_the_site(render):
    """Filters of constants are evaluated at run time."""
    source = """{{ ('<a href="', 'partners/a', '">b</a>')|body_html }}"""

    assert render(source) == '<a href="/catalogus/partners/a/">b</a>'
    assert render(source, make_site(url="https://mvo.example.nl")) == '<a href="/partners/a/">b</a>'


@pytest.mark.parametrize("source", ["{{ niets }}", "{{ page.niets }}", "{% for %}", "{% include 'weg.html' %}"])
def test_a_broken_template_is_an_error(render, source):
    with pytest.raises(jinja2.TemplateError):
        render(source)


def test_an_unknown_asset_is_an_error(render):
    with pytest.raises(KeyError):
        render("{{ asset('weg.css') }}")


def test_the_policy_allows_nothing_inline():
    assert "unsafe" not in CONTENT_SECURITY_POLICY
    assert CONTENT_SECURITY_POLICY.startswith("default-src 'none'; ")
    assert "*" not in CONTENT_SECURITY_POLICY
