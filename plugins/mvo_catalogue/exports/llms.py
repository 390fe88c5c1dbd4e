"""The file ``llms.txt``: what there is, with the Markdown of each page, for programs that read texts."""

from __future__ import annotations

import re

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.model import Entry
from mvo_catalogue.site import urls
from mvo_catalogue.site.site import Site
from mvo_catalogue.texts import Words, load_texts


class _Words(Words):
    intro: str
    pages: str
    topics: str
    practices: str
    news: str
    partners: str


def build_llms(catalogue: Catalogue, site: Site) -> str:
    """Return the file as llmstxt.org describes it: title, what it is, and per kind a link to each text."""
    words = load_texts("llms", _Words)
    intro = words.intro.format(data=site.absolute(urls.DATA_CATALOGUE), page=site.absolute(urls.DATA))
    sections: list[tuple[str, list[tuple[Entry, str, str | None]]]] = [
        (words.pages, [(page, page.title, page.summary) for page in catalogue.pages.values()]),
        (words.topics, [(topic, topic.name, topic.question) for topic in catalogue.topics.values()]),
        (words.practices, [(practice, practice.title, practice.summary) for practice in catalogue.practices.values()]),
        (words.news, [(item, item.title, item.summary) for item in catalogue.news.values()]),
        (words.partners, [(partner, partner.name, partner.core_business) for partner in catalogue.partners.values()]),
    ]
    parts = [f"# {_line(site.name)}", f"> {_line(site.tagline)}", intro.strip()]
    for heading, entries in sections:
        if entries:
            parts += [f"## {heading}", "\n".join(_link(*entry, site) for entry in entries)]
    return "\n\n".join(parts) + "\n"


def _link(entry: Entry, title: str, meaning: str | None, site: Site) -> str:
    address = site.absolute(urls.source_path(site.path_of(entry)))
    return f"- [{_line(title)}]({address})" + (f": {_line(meaning)}" if meaning else "")


def _line(text: str) -> str:
    """Return a text on one line, in which nothing is Markdown."""
    return re.sub(r"([\\`*_\[\]<>#])", r"\\\1", " ".join(text.split()))
