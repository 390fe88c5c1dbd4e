"""The generator that Pelican runs: read and check first, then write pages, search index and exports."""

from __future__ import annotations

import datetime
import gc
import multiprocessing
import os
import shutil
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader
from pelican.generators import Generator

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.model import PRACTICES
from mvo_catalogue.exports.feeds import build_feeds
from mvo_catalogue.exports.form_data import build_form_data
from mvo_catalogue.exports.opensearch import build_opensearch
from mvo_catalogue.exports.practice_data import build_practice_data
from mvo_catalogue.exports.service_worker import build_service_worker
from mvo_catalogue.exports.sitemap import build_robots, build_sitemap
from mvo_catalogue.pages.assets import read_assets
from mvo_catalogue.pages.pictures import Letters, forget_pictures, write_pictures
from mvo_catalogue.pages.plan import PagePlan, plan_pages
from mvo_catalogue.pages.render import make_environment, render_page, write_pages, write_text
from mvo_catalogue.reports.text import text_lines
from mvo_catalogue.schema.fields import build_schema
from mvo_catalogue.schema.scaffold import build_scaffold
from mvo_catalogue.search.write import write_search
from mvo_catalogue.site import urls
from mvo_catalogue.site.requests import Requests
from mvo_catalogue.site.site import Site
from mvo_catalogue.validation.load import load_catalogue
from mvo_catalogue.validation.report import Report
from mvo_catalogue.wiring.inputs import inputs_digest
from mvo_catalogue.wiring.today import read_today

_PARALLEL_FROM = 400
_FONTS = ("font-regular.ttf", "font-bold.ttf")
_NO_ASSETS = ("provinces.json", "service-worker.js", *_FONTS)
_OFFLINE_ASSETS = ("site.css", "site.js", "favicon.svg")


class InvalidCatalogue(Exception):
    """The content has errors; the message is the whole report."""

    def __init__(self, report: Report) -> None:
        """Keep the report."""
        super().__init__("\n".join(text_lines(report.without_tips())))
        self.report = report


class CatalogueGenerator(Generator):  # type: ignore[misc]  # Pelican ships no types
    """Makes the catalogue: all its pages, its search index, its feeds."""

    catalogue: Catalogue
    site: Site

    def generate_context(self) -> None:
        """Read and check all content.

        Raises:
            InvalidCatalogue: there is an error; nothing has been written yet.
        """
        today = read_today(self.settings["TIMEZONE"])
        catalogue, report = load_catalogue(Path(self.path), today)
        if report.has_errors:
            raise InvalidCatalogue(report)
        for line in text_lines(report.without_tips()):
            print(line)  # the report is what the person at the keyboard waits for
        self.catalogue = catalogue.published()
        self.site = make_site(self.settings, self.catalogue, today, self._build_name())

    def generate_output(self, writer: Any) -> None:
        """Write the site below Pelican's output path, with all cores from a few hundred pages on."""
        output = Path(self.output_path)
        assets = read_assets(Path(self.settings["CATALOGUE_ASSETS"]))
        kept = Path(self.settings["CATALOGUE_ASSETS"]).parent
        loader = FileSystemLoader(Path(self.theme) / "templates")
        environment = make_environment(loader, kept / "templates", self.site, assets)
        plans = plan_pages(self.catalogue, self.site)
        (output / urls.ASSETS.strip("/")).mkdir(parents=True)
        for name, asset in assets.items():
            if name not in _NO_ASSETS:
                shutil.copyfile(asset.location, output / urls.ASSETS.strip("/") / asset.file)

        def render(plan: PagePlan) -> str:
            return render_page(environment, plan)

        def write_exports() -> None:
            for path, feed in build_feeds(self.catalogue, self.site):
                write_text(output / path[1:], feed)
            write_text(output / urls.SITEMAP[1:], build_sitemap(self._indexed(plans), self.site))
            write_text(output / urls.ROBOTS[1:], build_robots(self.site))
            write_text(
                output / urls.OPENSEARCH[1:], build_opensearch(self.site, urls.ASSETS + assets["favicon.svg"].file)
            )
            first = [urls.OFFLINE, *(urls.ASSETS + assets[name].file for name in _OFFLINE_ASSETS)]
            script = assets["service-worker.js"].location.read_text(encoding="utf-8")
            write_text(output / urls.SERVICE_WORKER[1:], build_service_worker(script, self.site, first))

            write_text(output / urls.FORM_DATA[1:], build_form_data(self.catalogue, self.site))
            template = build_scaffold(build_schema(PRACTICES, self.catalogue), "", self.site.today)
            write_text(output / urls.PRACTICE_TEMPLATE[1:], template)

        pictures = list({plan.picture.path: plan.picture for plan in plans if plan.picture}.values())
        letters = Letters(*(assets[name].location for name in _FONTS))

        practices = list(self.catalogue.practices.values())
        root = Path(self.path).parent
        requests = Requests(self.catalogue)

        def write_data(part: slice) -> None:
            for practice in practices[part]:
                data = build_practice_data(practice, self.catalogue, self.site, requests)
                write_text(output / urls.practice_data_path(practice.slug)[1:], data)
                source = output / urls.practice_source_path(practice.slug)[1:]
                shutil.copyfile(root / practice.path, source, follow_symlinks=False)

        cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
        parts = 1 if len(plans) < _PARALLEL_FROM else cores * 4
        run_all(
            [
                lambda: write_search(
                    self.catalogue,
                    output / Path(urls.SEARCH_MANIFEST[1:]).parent,
                    whole_index=self.settings.get("CATALOGUE_WHOLE_INDEX", True),
                    kept=kept / "compounds.json",
                ),
                write_exports,
                *(
                    lambda part=part: write_pages(plans, render, output, slice(part, None, parts))
                    for part in range(parts)
                ),
                *(lambda part=part: write_data(slice(part, None, parts)) for part in range(parts)),
                *(
                    lambda part=part: write_pictures(pictures[part::parts], letters, output, kept / "pictures")
                    for part in range(parts)
                ),
            ],
            cores if parts > 1 else 1,
        )
        forget_pictures(pictures, letters, kept / "pictures")
        self.settings["CATALOGUE_RESULT"] = len(plans)

    def _build_name(self) -> str:
        """Return a short digest of all that the site is made from; a page and its index know each other by it."""
        return inputs_digest(Path(self.path).parent, Path(), compress=False)[:10]

    def _indexed(self, plans: list[PagePlan]) -> list[tuple[str, datetime.date | None]]:
        practices = {urls.practice_path(slug): practice for slug, practice in self.catalogue.practices.items()}
        return [
            (plan.path, practices[plan.path].reviewed_on if plan.path in practices else None)
            for plan in plans
            if plan.index
        ]


def make_site(settings: dict[str, Any], catalogue: Catalogue, today: datetime.date, build: str = "") -> Site:
    """Return the site that Pelican's settings describe.

    Raises:
        InvalidSiteUrl: ``SITEURL`` is no full web address.
    """
    return Site(
        name=settings["SITENAME"],
        tagline=settings["SITESUBTITLE"],
        url=settings["SITEURL"],
        repository=settings.get("CATALOGUE_REPOSITORY", ""),
        branch=settings.get("CATALOGUE_BRANCH", "main"),
        practice_count=len(catalogue.practices),
        partner_count=len(catalogue.partners),
        last_changed=catalogue.last_changed,
        today=today,
        mail=settings.get("CATALOGUE_MAIL", ""),
        build=build,
        has_pictures=settings.get("CATALOGUE_PICTURES", True),
    )


_tasks: list[Callable[[], Any]] = []
_fork = multiprocessing.get_context("fork") if "fork" in multiprocessing.get_all_start_methods() else None
_next_task = _fork.Value("i", 0) if _fork else None


def run_all(tasks: list[Callable[[], Any]], cores: int) -> None:
    """Run tasks that only write files, side by side on all cores.

    Forked processes already have the catalogue in memory and take the number of the next task until there is none;
    this process does the same instead of waiting, since every process costs a copy of what it touches. For that
    reason the collector of cyclic garbage leaves alone what is there already: it would touch all of it.
    """
    gc.freeze()
    try:
        _share_out(tasks, cores)
    finally:
        gc.unfreeze()


def _share_out(tasks: list[Callable[[], Any]], cores: int) -> None:
    if cores < 2 or _fork is None or _next_task is None:
        for task in tasks:
            task()
        return
    _tasks[:] = tasks
    _next_task.value = 0
    try:
        with ProcessPoolExecutor(cores - 1, _fork) as pool:
            others = [pool.submit(_take_tasks) for _ in range(cores - 1)]
            _take_tasks()
            for other in others:
                other.result()
    finally:
        _tasks.clear()


def _take_tasks() -> None:
    assert _next_task is not None
    while True:
        with _next_task.get_lock():
            number = _next_task.value
            _next_task.value += 1
        if number >= len(_tasks):
            return
        _tasks[number]()
