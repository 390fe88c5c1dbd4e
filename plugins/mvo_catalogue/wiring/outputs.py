"""The one list of what a build writes beside pages: exports, search, social images, assets."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import ParamSpec

from mvo_catalogue.build_cache import BuildCache
from mvo_catalogue.derived.templates import build_scaffold
from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.model import PRACTICES
from mvo_catalogue.exports.dcat import build_data_description
from mvo_catalogue.exports.entries import Data, build_catalogue_data, build_data_schema, collect_data
from mvo_catalogue.exports.feeds import build_feeds
from mvo_catalogue.exports.form_data import build_form_data
from mvo_catalogue.exports.form_names import build_form_names
from mvo_catalogue.exports.host_rules import build_host_headers, build_nginx_map, build_redirects
from mvo_catalogue.exports.practice_data import build_practice_data
from mvo_catalogue.exports.site_files import (
    build_llms,
    build_opensearch,
    build_record,
    build_robots,
    build_security_txt,
    build_service_worker,
    build_sitemaps,
)
from mvo_catalogue.exports.tables import build_csv, build_tables, build_workbook
from mvo_catalogue.pages.assets import Asset
from mvo_catalogue.pages.plan import PagePlan
from mvo_catalogue.pages.social_image import Fonts, make_social_image
from mvo_catalogue.schema.tree import build_schema
from mvo_catalogue.search.index import make_search
from mvo_catalogue.site import urls
from mvo_catalogue.site.attached import list_attached_files, make_picture
from mvo_catalogue.site.contact import Calls
from mvo_catalogue.site.former import former_paths, list_former, list_removed
from mvo_catalogue.site.requests import Requests
from mvo_catalogue.site.site import Site

P = ParamSpec("P")

_FONTS = ("font-regular.ttf", "font-bold.ttf")
_NOT_PUBLISHED = ("provinces.json", "service-worker.js", *_FONTS)
_OFFLINE_ASSETS = ("site.css", "site.js", "favicon.svg")


@dataclass(frozen=True, slots=True)
class Output:
    """What is no page: its path from the root of the site, and what makes its bytes.

    A path that ends in a slash is that of a folder: of each of its files there is the rest of the name and the bytes.
    """

    path: str
    make: Callable[[], Iterable[tuple[str, bytes]]]

    @property
    def file(self) -> str:
        """Return the file or folder, relative to the root of the site."""
        return self.path[1:]


def list_files(
    catalogue: Catalogue,
    site: Site,
    pages: Sequence[PagePlan],
    assets: Mapping[str, Asset],
    *,
    build_cache: BuildCache,
    project: Path,
    has_whole_index: bool,
) -> Iterator[Output]:
    """Yield every file of the site that is no page, each once, at its own address.

    ``pages`` are all there are, Pelican's own too; ``project`` is the folder that the paths of entries start from.
    """
    yield from _images(pages, assets, build_cache)
    yield from _assets(site, assets)
    yield from (_text(path, str, feed) for path, feed in build_feeds(catalogue, site))
    found = [(page.path, page.changed) for page in pages if page.index]
    yield from (_text(path, str, sitemap) for path, sitemap in build_sitemaps(found, site))
    yield _text(urls.ROBOTS, build_robots, site)
    if build_security_txt(site):
        yield _text(urls.SECURITY_TXT, build_security_txt, site)
    yield _text(urls.HOST_HEADERS, build_host_headers, [page.path for page in pages], site)
    yield _text(urls.BUILD_RECORD, build_record, catalogue, site, len(pages))
    yield _text(urls.FORM_DATA, build_form_data, catalogue)
    yield Output(urls.FORM_NAMES, partial(build_form_names, catalogue))
    yield _text(urls.PRACTICE_TEMPLATE, build_scaffold, build_schema(PRACTICES, catalogue), "", site.today)
    asking, data = (Requests(catalogue), Calls(catalogue)), collect_data(catalogue, site, project)
    for slug, practice in catalogue.practices.items():
        yield _text(urls.practice_data_path(slug), build_practice_data, practice, catalogue, site, *asking, data)
    yield from list_attached(catalogue, build_cache=build_cache, project=project)
    for entry in chain.from_iterable(entries.values() for entries in catalogue.entries.values()):
        yield _bytes(urls.source_path(site.path_of(entry)), _read, project / entry.path)
    yield _text(urls.LLMS, build_llms, catalogue, site)
    yield from list_data_files(data, catalogue, site)
    yield Output(
        urls.SEARCH_INDEX,
        partial(make_search, catalogue, build_cache=build_cache, whole_index=has_whole_index, text_path=site.text_path),
    )


def with_former(
    files: Iterable[Output],
    catalogue: Catalogue,
    site: Site,
    pages: Sequence[PagePlan],
    *,
    forces_redirects: bool = False,
) -> Iterator[Output]:
    """Yield the files, then their copies at former addresses, and what leads from those of ``pages``.

    For ``forces_redirects`` see `build_redirects`.
    """
    former, copies = list_former(catalogue, site), list[tuple[str, Output]]()
    for file in files:
        yield file  # a preview only makes what it needs
        copies += [(old, file) for old in former_paths(file.path, former)]
    yield from (replace(file, path=old) for old, file in copies)
    moves = [(old, page.path) for page in pages for old in former_paths(page.path, former)]
    moves += [(old, file.path) for old, file in copies]
    removed = list(list_removed(catalogue, site))
    if moves or removed:
        yield _text(urls.REDIRECTS, build_redirects, moves, removed, site, is_forced=forces_redirects)
        yield _text(urls.NGINX_MAP, build_nginx_map, former, removed, site)


def _text(path: str, build: Callable[P, str], *arguments: P.args, **named: P.kwargs) -> Output:
    """Return the file with what ``build`` makes of the arguments, the same bytes on every system."""
    return _bytes(path, lambda: build(*arguments, **named).encode("utf-8"))


def _bytes(path: str, build: Callable[P, bytes], *arguments: P.args, **named: P.kwargs) -> Output:
    return Output(path, lambda: [("", build(*arguments, **named))])


def _read(source: Path) -> bytes:
    with open(os.open(source, os.O_RDONLY | os.O_NOFOLLOW), "rb") as stream:  # noqa: PTH123  # never through a link
        return stream.read()


def _images(pages: Sequence[PagePlan], assets: Mapping[str, Asset], build_cache: BuildCache) -> Iterator[Output]:
    fonts = Fonts(*(assets[name].location for name in _FONTS))
    images = {page.image.path: page.image for page in pages if page.image}
    for path, image in images.items():
        yield _bytes(path, make_social_image, image, fonts, build_cache)


def _assets(site: Site, assets: Mapping[str, Asset]) -> Iterator[Output]:
    for name, asset in assets.items():
        if name not in _NOT_PUBLISHED:
            yield _bytes(urls.ASSETS + asset.file, _read, asset.location)
    yield _text(urls.OPENSEARCH, build_opensearch, site, urls.ASSETS + assets["favicon.svg"].file)
    script = assets["service-worker.js"].location.read_text(encoding="utf-8")
    first = [urls.OFFLINE, *(urls.ASSETS + assets[name].file for name in _OFFLINE_ASSETS)]
    yield _text(urls.SERVICE_WORKER, build_service_worker, script, first)


def list_attached(catalogue: Catalogue, *, build_cache: BuildCache, project: Path) -> Iterator[Output]:
    """Yield every file that comes with a practice, pictures in each of their sizes."""
    for path, source, size in list_attached_files(catalogue, project):
        yield _bytes(path, make_picture, source, size, build_cache) if size else _bytes(path, _read, source)


def list_data_files(data: Data, catalogue: Catalogue, site: Site) -> Iterator[Output]:
    """Yield every file of ``/data/``; ``data`` is that of the catalogue."""
    yield _text(urls.DATA_CATALOGUE, build_catalogue_data, data, catalogue, site)
    yield _text(urls.DATA_SCHEMA, build_data_schema, site)
    yield _text(urls.DATA_DESCRIPTION, build_data_description, catalogue, site)
    tables = build_tables(data, catalogue)
    yield from (_text(urls.data_table_path(table.name), build_csv, table) for table in tables)
    yield _bytes(urls.DATA_WORKBOOK, build_workbook, tables, site)
