"""Render planned pages with the templates of the theme."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, Environment, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from mvo_catalogue.domain.body import Html
from mvo_catalogue.pages.assets import Asset
from mvo_catalogue.pages.pictures import HEIGHT, WIDTH
from mvo_catalogue.pages.plan import PagePlan
from mvo_catalogue.pages.templates import KeptCode, PageEnvironment
from mvo_catalogue.site import urls
from mvo_catalogue.site.site import Site
from mvo_catalogue.site.words import count_words, list_mark, long_date

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'"
)
"""What a page may load: files of the site itself, and nothing inline."""


def make_environment(loader: BaseLoader, kept: Path, site: Site, assets: Mapping[str, Asset]) -> Environment:
    """Return all templates, compiled, with their functions, filters and shared values; see ``docs/theme.md``.

    Their code is kept in the folder ``kept``.

    Raises:
        jinja2.TemplateSyntaxError: a template is broken.
    """
    code = KeptCode(kept, version("jinja2").encode() + Path(__file__).read_bytes())
    environment = PageEnvironment(loader, code)

    def body_html(html: Html) -> Markup:
        return Markup(site.join_html(html))  # noqa: S704  # rendered and escaped by reading/markdown.py

    @cache
    def drawing(name: str) -> Any:
        return json.loads(assets[name].location.read_text(encoding="utf-8"))

    environment.filters.update(
        long_date=_when_rendered(long_date),
        count=_when_rendered(count_words),
        list_mark=_when_rendered(list_mark),
        body_html=_when_rendered(body_html),
    )
    environment.globals.update(
        site=site,
        csp=CONTENT_SECURITY_POLICY,
        url=site.link,
        absolute=site.absolute,
        asset=lambda name: site.link(urls.ASSETS + assets[name].file),
        integrity=lambda name: assets[name].integrity,
        drawing=drawing,
        practice_path=urls.practice_path,
        topic_path=urls.topic_path,
        partner_path=urls.partner_path,
        practice_data_path=urls.practice_data_path,
        practice_source_path=urls.practice_source_path,
        contribute_path=urls.CONTRIBUTE,
        picture_size=(WIDTH, HEIGHT),
        search_manifest=urls.SEARCH_MANIFEST,
    )
    environment.compile_all()
    code.forget_others()
    return environment


def _when_rendered(words: Callable[..., Any]) -> Callable[..., Any]:
    """Return a filter that Jinja never works out while it compiles: the code is kept for builds of another site."""

    @pass_context
    def apply(context: Context, *arguments: Any) -> Any:
        return words(*arguments)

    return apply


def render_page(environment: Environment, plan: PagePlan) -> str:
    """Return the HTML of a planned page.

    Raises:
        jinja2.TemplateError: the template is broken or asks for something that it does not get.
    """
    return environment.get_template(plan.template).render(page=plan, **plan.context())


def write_pages(
    plans: list[PagePlan], render: Callable[[PagePlan], str], output: Path, chosen: slice = slice(None)
) -> int:
    """Write the chosen pages below ``output`` and return how many there were."""
    count = 0
    for plan in plans[chosen]:
        write_text(output / plan.file, render(plan))
        count += 1
    return count


def write_text(file: Path, text: str) -> None:
    """Write a text file with its folders, the same bytes on every system."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode("utf-8"))
