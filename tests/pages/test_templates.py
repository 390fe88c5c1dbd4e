"""Compiled templates that are kept: used when nothing changed, never when something did."""

from __future__ import annotations

import jinja2
import pytest

from mvo_catalogue.pages.templates import KeptCode, PageEnvironment


@pytest.fixture
def compiled(monkeypatch):
    """Return the names of the templates that were compiled, in order, as a list that grows."""
    names: list[str | None] = []
    compile_ = jinja2.Environment.compile

    def count(self, source, name=None, *rest, **more):
        names.append(name)
        return compile_(self, source, name, *rest, **more)

    monkeypatch.setattr(jinja2.Environment, "compile", count)
    return names


def load(folder, templates, made_with=b"1"):
    """Return an environment with all templates loaded, as a build does."""
    kept = KeptCode(folder, made_with)
    environment = PageEnvironment(jinja2.DictLoader(templates), kept)
    environment.compile_all()
    kept.forget_others()
    return environment


def test_a_template_is_compiled_once(tmp_path, compiled):
    """The next build reads the code, and gives the same page."""
    templates = {"a.html": "<p>{{ x }}</p>", "b.html": "b", "a.html~": "{% if %}"}
    pages = [load(tmp_path, templates).get_template("a.html").render(x="<") for _ in range(2)]

    assert pages == ["<p>&lt;</p>"] * 2
    assert compiled == ["a.html", "b.html"]


def test_a_template_that_changed_is_compiled_anew(tmp_path, compiled):
    """Only that one; the code of what it was is gone, and what it was may come back."""
    load(tmp_path, {"a.html": "oud", "b.html": "b"})
    changed = load(tmp_path, {"a.html": "nieuw", "b.html": "b"})

    assert changed.get_template("a.html").render() == "nieuw"
    assert compiled == ["a.html", "b.html", "a.html"]
    assert len(list(tmp_path.iterdir())) == 2
    assert load(tmp_path, {"a.html": "oud", "b.html": "b"}).get_template("a.html").render() == "oud"


def test_code_made_with_something_else_is_not_used(tmp_path, compiled):
    """Another Jinja or another set of filters may want other code for the same text."""
    load(tmp_path, {"a.html": "a"}, b"1")
    load(tmp_path, {"a.html": "a"}, b"2")

    assert compiled == ["a.html", "a.html"]


@pytest.mark.parametrize("damage", [b"", b"geen code", b"\xe3"])
def test_code_that_was_damaged_is_made_anew(tmp_path, compiled, damage):
    """A file that was cut short is no reason for a build to fail."""
    load(tmp_path, {"a.html": "a"})
    for file in tmp_path.iterdir():
        file.write_bytes(damage)

    assert load(tmp_path, {"a.html": "a"}).get_template("a.html").render() == "a"
    assert compiled == ["a.html", "a.html"]


def test_a_broken_template_is_told_before_any_page_is_made(tmp_path):
    """Also one that no page asks for."""
    with pytest.raises(jinja2.TemplateSyntaxError):
        load(tmp_path, {"a.html": "a", "z.html": "{% if %}"})


def test_macros_that_are_imported_see_what_all_templates_share(tmp_path):
    """Templates share one dict; what one page gets never reaches another."""
    templates = {
        "m.html": "{% macro m() %}{{ shared }}{{ own|default('-') }}{% endmacro %}",
        "a.html": "{% from 'm.html' import m %}{{ m() }}{{ own|default('-') }}",
    }
    environment = load(tmp_path, templates)
    environment.globals["shared"] = "s"
    page = environment.get_template("a.html")

    assert [page.render(own="x"), page.render()] == ["s-x", "s--"]
