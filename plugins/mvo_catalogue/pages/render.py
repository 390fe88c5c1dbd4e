"""Render planned pages with the templates of the theme."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from mvo_catalogue.pages.assets import Asset
from mvo_catalogue.pages.pictures import HEIGHT, WIDTH
from mvo_catalogue.pages.plan import PagePlan
from mvo_catalogue.site import urls
from mvo_catalogue.site.site import Site
from mvo_catalogue.site.words import count_words, long_date

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'"
)
"""What a page may load: files of the site itself, and nothing inline."""


def prepare_environment(environment: Environment, site: Site, assets: Mapping[str, Asset]) -> None:
    """Give the templates their functions, filters and shared values; see the template contract in ``docs/theme.md``."""

    def body_html(markup: str) -> Markup:
        return Markup(site.resolve_entry_links(markup))  # noqa: S704  # rendered and escaped by reading/markdown.py

    @cache
    def drawing(name: str) -> Any:
        return json.loads(assets[name].location.read_text(encoding="utf-8"))

    environment.undefined = StrictUndefined  # a template that asks for what is not there is broken
    environment.auto_reload = False  # a template does not change during a build
    environment.filters.update(long_date=long_date, count=count_words, body_html=body_html)
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
