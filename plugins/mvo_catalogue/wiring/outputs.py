"""The one list of what a build writes: every page and every file of the site, with what makes it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from mvo_catalogue.derived.scaffold import build_scaffold
from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.model import PRACTICES
from mvo_catalogue.exports.feeds import build_feeds
from mvo_catalogue.exports.form_data import build_form_data
from mvo_catalogue.exports.opensearch import build_opensearch
from mvo_catalogue.exports.practice_data import build_practice_data
from mvo_catalogue.exports.service_worker import build_service_worker
from mvo_catalogue.exports.sitemap import build_robots, build_sitemap
from mvo_catalogue.pages.assets import Asset
from mvo_catalogue.schema.tree import build_schema
from mvo_catalogue.site import urls
from mvo_catalogue.site.requests import Requests
from mvo_catalogue.site.site import Site

FONTS = ("font-regular.ttf", "font-bold.ttf")
_NOT_PUBLISHED = ("provinces.json", "service-worker.js", *FONTS)
_OFFLINE_ASSETS = ("site.css", "site.js", "favicon.svg")


@dataclass(frozen=True, slots=True)
class Output:
    """A file that is no page: its path from the root of the site, and what makes its text or says what to copy."""

    path: str
    make: Callable[[], str | Path]


def list_files(
    catalogue: Catalogue,
    site: Site,
    assets: Mapping[str, Asset],
    indexed: list[tuple[str, datetime.date | None]],
    project: Path,
) -> Iterator[Output]:
    """Yield every file of the site but its pages, its search index and its pictures.

    ``indexed`` are the pages for search engines with the day they were changed; ``project`` is the folder that the
    paths of entries start from.
    """
    for name, asset in assets.items():
        if name not in _NOT_PUBLISHED:
            yield Output(urls.ASSETS + asset.file, partial(_same, asset.location))
    for path, feed in build_feeds(catalogue, site):
        yield Output(path, partial(_same, feed))
    yield Output(urls.SITEMAP, partial(build_sitemap, indexed, site))
    yield Output(urls.ROBOTS, partial(build_robots, site))
    icon = urls.ASSETS + assets["favicon.svg"].file
    yield Output(urls.OPENSEARCH, partial(build_opensearch, site, icon))
    script = assets["service-worker.js"].location.read_text(encoding="utf-8")
    first = [urls.OFFLINE, *(urls.ASSETS + assets[name].file for name in _OFFLINE_ASSETS)]
    yield Output(urls.SERVICE_WORKER, partial(build_service_worker, script, site, first))
    yield Output(urls.FORM_DATA, partial(build_form_data, catalogue, site))
    schema = build_schema(PRACTICES, catalogue)
    yield Output(urls.PRACTICE_TEMPLATE, partial(build_scaffold, schema, "", site.today))
    requests = Requests(catalogue)
    for slug, practice in catalogue.practices.items():
        yield Output(urls.practice_data_path(slug), partial(build_practice_data, practice, catalogue, site, requests))
        yield Output(urls.practice_source_path(slug), partial(_same, project / practice.path))


def _same(made: str | Path) -> str | Path:
    return made
