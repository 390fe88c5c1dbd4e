"""The search index of the articles of a Pelican site."""

from pathlib import Path
from typing import Any

from markupsafe import Markup

from lunr_shards.builder import ref_order
from lunr_shards.write import Document, Options, write_index

FIELDS = {"title": 10, "tags": 5, "text": 1}
FACETS = ("category", "tag", "author")


def write_articles(generator: Any, writer: Any = None) -> None:
    """Write the index of a Pelican ``ArticlesGenerator`` below the output, in the folder ``LUNR_SHARDS_PATH``."""
    folder = Path(generator.settings["OUTPUT_PATH"], generator.settings.get("LUNR_SHARDS_PATH", "search"))
    articles = sorted(generator.articles, key=lambda article: ref_order(article.url))
    write_index(map(build_document, articles), folder, Options(FIELDS, FACETS))


def build_document(article: Any) -> Document:
    """Return what is searched of a Pelican ``Article``; a result shows its title, address, summary and date."""
    tags = list(getattr(article, "tags", ()))
    facets = {"category": [article.category], "tag": tags, "author": getattr(article, "authors", [])}
    day = article.date.date()
    title = strip_tags(article.title)
    return Document(
        ref=article.url,
        fields={"title": title, "tags": " ".join(map(str, tags)), "text": strip_tags(article.content)},
        stored=[title, article.url, strip_tags(article.summary), day.isoformat()],
        values={name: [(value.slug, str(value)) for value in values] for name, values in facets.items()},
        orders={"newest": -day.toordinal()},
    )


def strip_tags(html: str) -> str:
    """Return the text of HTML, with a space between the texts of different elements."""
    return str(Markup(html.replace("<", " <")).striptags())  # noqa: S704  # nobody shows it as HTML
