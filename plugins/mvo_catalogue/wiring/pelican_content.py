"""Text pages and news, which are pages and articles of Pelican: what our templates and links need to know of them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from pelican.contents import Article, Content, Page

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.model import PARTNERS, PRACTICES, TOPICS
from mvo_catalogue.pages.plan import CONTRIBUTE_PAGE, HOME_CRUMB, site_image
from mvo_catalogue.site import urls
from mvo_catalogue.site.site import Site

_LISTS = ("pages", "hidden_pages", "articles", "hidden_articles")
_DRAFTS = ("draft_pages", "drafts")


@dataclass(frozen=True, slots=True)
class EntryLink:
    """What Pelican must know of an entry of ours for ``{filename}`` to link to it."""

    url: str


def link_entries(catalogue: Catalogue) -> dict[str, EntryLink]:
    """Return every practice, partner and theme by its path below the content folder."""
    kinds = {PRACTICES: catalogue.practices, PARTNERS: catalogue.partners, TOPICS: catalogue.topics}
    return {
        f"{kind}/{slug}.md": EntryLink(urls.entry_path(kind, slug)[1:])
        for kind, entries in kinds.items()
        for slug in entries
    }


def find_texts(context: dict[str, Any]) -> list[Content]:
    """Return every text that Pelican writes, drafts included."""
    return list(chain.from_iterable(context[name] for name in (*_LISTS, *_DRAFTS)))


def text_addresses(context: dict[str, Any]) -> dict[str, str]:
    """Return the path in the site of every text by its path below the content folder, without ``.md``."""
    return {str(Path(text.relative_source_path).with_suffix("")): f"/{text.url}" for text in find_texts(context)}


def describe(text: Content, site: Site) -> None:
    """Give a page or article of Pelican what the templates ask of every page (``pages.plan.PagePlan``)."""
    text.path = f"/{text.url}"
    text.description = text.summary
    text.index = text.status == "published"
    text.image = site_image(site)
    text.feed = ""
    text.source_file = f"{Path(text.settings['PATH']).name}/{text.relative_source_path}"
    if isinstance(text, Article):
        text.kind = "news"
        text.changed = text.date.date()
        text.feed = f"/{text.settings['FEED_ALL_ATOM']}" if text.settings["FEED_ALL_ATOM"] else ""
        text.breadcrumbs = (HOME_CRUMB, ("Nieuws", urls.NEWS_LIST))
    elif isinstance(text, Page):
        text.kind = "text"
        text.changed = None
        text.breadcrumbs = (HOME_CRUMB,)
        text.form_path = urls.CONTRIBUTE if text.slug == CONTRIBUTE_PAGE else ""
