"""A Lunr index, cut by term into small static files of which a browser loads the few that a query touches.

As a Pelican plugin (``PLUGINS = ["lunr_shards"]``) it indexes the articles of a site; ``write_index`` takes documents
of any kind. ``README.md`` says how to search them and specifies the files.
"""

from lunr_shards.builder import ref_order
from lunr_shards.write import Document, Options, Sizes, write_index

__all__ = ["Document", "Options", "Sizes", "ref_order", "register", "write_index"]


def register() -> None:
    """Let Pelican write the index after the articles of a site."""
    from pelican import signals  # noqa: PLC0415  # only a site of Pelican has it

    from lunr_shards.articles import write_articles  # noqa: PLC0415

    signals.article_writer_finalized.connect(write_articles)
