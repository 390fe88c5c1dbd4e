"""The functions, filters and values that templates can use."""

import json
import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from jinja2 import Environment, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from mvo_catalogue.domain.body import Html
from mvo_catalogue.pages.assets import Asset
from mvo_catalogue.pages.social_image import HEIGHT, WIDTH
from mvo_catalogue.site import urls
from mvo_catalogue.site.contact import short_address
from mvo_catalogue.site.facts import known_outcome
from mvo_catalogue.site.headers import CONTENT_SECURITY_POLICY
from mvo_catalogue.site.site import Site
from mvo_catalogue.site.words import list_mark, long_date, period_words, with_article
from mvo_catalogue.texts import count_words

_GAP = re.compile(r"\[([^\[\]]+)\]")
_GAP_OF_HTML = re.compile(r"<[^>]*>|(\[[^\[\]<>]+\])")
"""A tag, which is left as it is, or a gap in the text between tags."""

PATHS = {name.lower(): path for name, path in vars(urls).items() if name.isupper() and isinstance(path, str)}
"""The fixed paths of the site, by name."""

JINJA_OPTIONS: Mapping[str, Any] = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "auto_reload": False,
}
"""Everything is escaped, an undefined name is an error, and templates do not change during a build."""


def add_functions(environment: Environment, site: Site, assets: Mapping[str, Asset]) -> None:
    """Give templates their functions, filters and shared values; see ``docs/theme.md``."""

    def body_html(html: Html) -> Markup:
        return Markup(site.join_html(html))  # noqa: S704  # rendered and escaped by reading/markdown.py

    def mark_gaps(html: Markup) -> Markup:
        marked = _GAP_OF_HTML.sub(lambda found: f"<mark>{found[1]}</mark>" if found[1] else found[0], html)
        return Markup(marked)  # noqa: S704  # checked HTML, with only this element added

    @cache
    def drawing(name: str) -> Any:
        return json.loads(assets[name].location.read_text(encoding="utf-8"))

    environment.filters.update(
        long_date=when_rendered(long_date),
        count=when_rendered(count_words),
        list_mark=when_rendered(list_mark),
        period_words=when_rendered(period_words),
        known_outcome=when_rendered(known_outcome),
        with_article=when_rendered(with_article),
        split_gaps=when_rendered(_GAP.split),
        body_html=when_rendered(body_html),
        mark_gaps=when_rendered(mark_gaps),
        short_address=when_rendered(short_address),
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
        embed_path=urls.embed_path,
        partner_path=urls.partner_path,
        practice_data_path=urls.practice_data_path,
        board_note_path=urls.board_note_path,
        practice_source_path=urls.practice_source_path,
        text_path=site.text_path,
        social_image_size=(WIDTH, HEIGHT),
        paths=PATHS,
    )
    # Jinja compares the globals at each import of a macro; of a ChainMap, its default, that was a twentieth of a build.
    environment.make_globals = lambda d: {**environment.globals, **(d or {})}  # type: ignore[method-assign]


def when_rendered(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return a filter or test that Jinja does not evaluate at compile time, since compiled templates are cached."""
    if hasattr(function, "jinja_pass_arg"):
        return function  # it already needs the context of a page

    @pass_context
    def apply(context: Context, *arguments: Any, **options: Any) -> Any:
        return function(*arguments, **options)

    return apply
