"""Atom feeds (RFC 4287) of the newest practices, in all and per topic, and fixes for the feeds of Pelican."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from feedgenerator import Atom1Feed

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.entries import Practice, newest_first
from mvo_catalogue.site import urls
from mvo_catalogue.site.site import Site

FEED_SIZE = 50


class Feed(Atom1Feed):  # type: ignore[misc]  # the library ships no types
    """An Atom feed with summaries as plain text instead of HTML."""

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        """Write an entry like the library, except for its summary (``description``)."""
        super().add_item_elements(handler, {**item, "description": None})
        if item["description"] is not None:
            handler.addQuickElement("summary", item["description"], {"type": "text"})


def build_feeds(catalogue: Catalogue, site: Site) -> Iterator[tuple[str, str]]:
    """Yield (path, XML) of every feed that has at least one practice."""
    everything = list(catalogue.practices.values())
    if everything:
        path, guid = urls.PRACTICE_FEED, site.identify(urls.PRACTICE_FEED)
        yield path, _build_feed(site.name, path, guid, urls.PRACTICE_LIST, everything, catalogue, site)
    for topic in catalogue.topics.values():
        if practices := catalogue.practices_by_topic.get(topic.slug):
            path = urls.topic_feed(topic.slug)
            title, guid = f"{site.name}: {topic.name}", site.identify(urls.topic_feed(topic.first_slug))
            yield path, _build_feed(title, path, guid, urls.topic_path(topic.slug), practices, catalogue, site)


def complete_feed(feed: Any, site: Site) -> None:
    """Make a feed of Pelican valid: with an author, summaries as text, and identifiers that survive a move of the site.

    A feed without items gets the epoch as its date instead of now, so that builds are reproducible.
    """
    feed.feed["id"] = site.identify(feed.feed["feed_url"].removeprefix(site.url))
    feed.feed["author_name"] = site.name
    feed.feed["language"] = site.language
    for item in feed.items:
        item |= {
            "unique_id": site.identify(item["link"].removeprefix(site.url)),
            "unique_id_is_permalink": False,  # RSS asks
        }
    if isinstance(feed, Atom1Feed):
        feed.__class__ = Feed
    if not feed.num_items():
        feed.latest_post_date = lambda: datetime.datetime.fromtimestamp(0, datetime.UTC)


def _build_feed(  # two calls, one per kind of feed
    title: str, path: str, guid: str, page: str, practices: Iterable[Practice], catalogue: Catalogue, site: Site
) -> str:
    feed = Feed(
        title=title,
        link=site.absolute(page),
        description=site.tagline,
        language=site.language,
        author_name=site.name,
        feed_url=site.absolute(path),
        feed_guid=guid,
    )
    newest: Sequence[Practice] = sorted(practices, key=newest_first)[:FEED_SIZE]
    for practice in newest:
        address = urls.practice_path(practice.slug)
        feed.add_item(
            title=practice.title,
            link=site.absolute(address),
            unique_id=site.identify(urls.practice_path(practice.first_slug)),
            description=practice.summary,
            categories=[catalogue.topics[slug].name for slug in practice.topics],
            pubdate=_midnight(practice.published_on),
            updateddate=_midnight(practice.reviewed_on),
        )
    return str(feed.writeString("utf-8"))


def _midnight(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(), datetime.UTC)
