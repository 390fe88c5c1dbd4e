"""Atom feeds of the newest practices: one of all, one per topic."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence

from feedgenerator import Atom1Feed

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.practice import Practice, newest_first
from mvo_catalogue.site import urls
from mvo_catalogue.site.site import Site

FEED_SIZE = 50


def build_feeds(catalogue: Catalogue, site: Site) -> Iterator[tuple[str, str]]:
    """Yield (path, XML) of every feed that has at least one practice."""
    everything = list(catalogue.practices.values())
    if everything:
        yield (
            urls.PRACTICE_FEED,
            _build_feed(site.name, urls.PRACTICE_FEED, urls.PRACTICE_LIST, everything, catalogue, site),
        )
    for topic in catalogue.topics.values():
        if practices := catalogue.practices_by_topic.get(topic.slug):
            path = urls.topic_feed(topic.slug)
            title = f"{site.name}: {topic.name}"
            yield path, _build_feed(title, path, urls.topic_path(topic.slug), practices, catalogue, site)


def _build_feed(  # one call per kind of feed, side by side
    title: str, path: str, page: str, practices: Iterable[Practice], catalogue: Catalogue, site: Site
) -> str:
    feed = Atom1Feed(
        title=title,
        link=site.absolute(page),
        description=site.tagline,
        language=site.language,
        feed_url=site.absolute(path),
    )
    newest: Sequence[Practice] = sorted(practices, key=newest_first)[:FEED_SIZE]
    for practice in newest:
        address = site.absolute(urls.practice_path(practice.slug))
        feed.add_item(
            title=practice.title,
            link=address,
            unique_id=address,
            description=practice.summary,
            categories=[catalogue.topics[slug].name for slug in practice.topics],
            pubdate=_midnight(practice.published_on),
            updateddate=_midnight(practice.reviewed_on),
        )
    return str(feed.writeString("utf-8"))


def _midnight(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(), datetime.UTC)
