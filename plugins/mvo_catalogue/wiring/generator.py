"""The generator that Pelican runs: read and check first, then write pages, search index and exports.

Text pages and news are pages and articles of Pelican itself; here they get what our templates and links need.
"""

import datetime
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import chain
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pelican
from jinja2 import Environment, FileSystemLoader, Template
from pelican import signals
from pelican.contents import Article, Content
from pelican.generators import Generator

from mvo_catalogue.build_cache import BuildCache
from mvo_catalogue.derived.json_schema import build_tool_schemas
from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.model import EXTRA, PARTNERS, PRACTICES, TOPICS
from mvo_catalogue.pages.assets import read_assets
from mvo_catalogue.pages.plan import CONTRIBUTE_PAGE, HOME_CRUMB, PagePlan, plan_pages, site_image
from mvo_catalogue.pages.render import add_functions, when_rendered
from mvo_catalogue.parallel import map_items
from mvo_catalogue.reads import recording
from mvo_catalogue.refused import Refused
from mvo_catalogue.reports.text import text_lines
from mvo_catalogue.site import urls
from mvo_catalogue.site.site import Site
from mvo_catalogue.texts import count_words
from mvo_catalogue.validation.cache import Cache
from mvo_catalogue.validation.load import load_catalogue
from mvo_catalogue.wiring.commands.schema import write_outdated
from mvo_catalogue.wiring.output_cache import OUTPUT_CACHE, OutputCache, Record
from mvo_catalogue.wiring.outputs import Output, list_files, with_former
from mvo_catalogue.wiring.page_keys import PageKeys, are_pages_ours
from mvo_catalogue.wiring.project import read_today
from mvo_catalogue.wiring.settings import UnsupportedSetting, cache_folder, make_site

_PARALLEL_FROM = 2_000
"""How many pages make it worth while to start processes: those of some eight hundred practices."""

_TEXT_LISTS = ("pages", "hidden_pages", "articles", "hidden_articles", "draft_pages", "drafts")


class InvalidCatalogue(Refused):
    """The content has errors; the message is the whole report."""


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
        self.catalogue = self.read_catalogue(today)
        self.assets = read_assets(Path(self.settings["CATALOGUE_ASSETS"]))
        addresses = {str(Path(text.relative_source_path).with_suffix("")): f"/{text.url}" for text in self.texts()}
        self.site = make_site(self.settings, self.catalogue, today, addresses)
        self.outputs: OutputCache = self.settings.get(OUTPUT_CACHE) or OutputCache()
        self.reuses_pages = OUTPUT_CACHE in self.settings and are_pages_ours(self.settings)
        self.context["localsiteurl"] = self.site.base
        self.context["catalogue_site"] = self.site
        self.context["generated_content"].update(_link_entries(self.catalogue))

    @cached_property
    def page_keys(self) -> PageKeys:
        """Return what gives pages their keys; used only by a build that reuses pages."""
        return PageKeys(self.settings, self.site, self.catalogue)

    def read_catalogue(self, today: datetime.date) -> Catalogue:
        """Return what is published.

        Raises:
            InvalidCatalogue: there is an error.
        """
        cache = Cache(BuildCache(cache_folder(self.settings)))
        catalogue, report = load_catalogue(Path(self.path), today, cache)
        said = "\n".join(text_lines(report.without_tips()))
        if report.has_errors:
            raise InvalidCatalogue(said)
        print(said)  # the report is what the person at the keyboard waits for
        return catalogue.published()

    def texts(self) -> list[Content]:
        """Return every text that Pelican writes, drafts included."""
        return list(chain.from_iterable(self.context[name] for name in _TEXT_LISTS))

    def share(self, generators: list[Generator]) -> None:
        """Give the other generators what our templates use, now that everything has been read."""
        for generator in generators:
            self._equip(generator.env)
        for text in self.texts():
            _describe(text, self.site)

    def _equip(self, environment: Environment) -> None:
        """Add what our templates use to an environment; the settings take precedence."""
        add_functions(environment, self.site, self.assets)
        for name, own in self.settings["JINJA_FILTERS"].items():
            environment.filters[name] = when_rendered(own)
        for name, own in self.settings["JINJA_TESTS"].items():
            environment.tests[name] = when_rendered(own)
        environment.globals.update(self.settings["JINJA_GLOBALS"])

    def generate_output(self, writer: Any) -> None:
        """Write the site below Pelican's output path."""
        self.compile_templates()
        plans = plan_pages(self.catalogue, self.site)
        pages = [*plans, *self.texts()]
        everything = self.list_files(pages, self.catalogue)
        statics = self.context["staticfiles"]
        extra = {static.save_as for static in statics if static.relative_source_path.startswith(f"{EXTRA}/")}
        files = [output for output in everything if output.file not in extra]
        self._refuse_overwriting({plan.file for plan in plans} | {output.file for output in files})
        self._write_pages(plans, writer)
        written = [page.file for page in plans] + [text.save_as for text in pages[len(plans) :]]
        for output in files:
            written += self.write_output(output)
        write_outdated(cache_folder(self.settings) / "schema", build_tool_schemas(self.catalogue))
        self.settings["CATALOGUE_RESULT"] = len(pages), written
        counts = (
            count_words(self.site.practice_count, "praktijk", "praktijken"),
            count_words(self.site.partner_count, "organisatie", "organisaties"),
            count_words(len(self.catalogue.topics), "thema", "thema’s"),
        )
        page_count = count_words(len(pages), "pagina", "pagina’s")
        pelican.console.print(f"De catalogus: {', '.join(counts)}, op {page_count}.")

    def list_files(self, pages: list[PagePlan], catalogue: Catalogue) -> Iterator[Output]:
        """Yield what is no page; ``pages`` are all there are, ``catalogue`` is what data are made of."""
        files = list_files(
            catalogue,
            self.site,
            pages,
            self.assets,
            build_cache=BuildCache(cache_folder(self.settings)),
            project=Path(self.path).parent,
            has_whole_index=self.settings.get("CATALOGUE_WHOLE_INDEX", True),
        )
        is_forced = self.settings.get("CATALOGUE_FORCES_REDIRECTS", False)
        return with_former(files, catalogue, self.site, pages, forces_redirects=is_forced)

    def compile_templates(self) -> None:
        """Find broken templates before any page is written, also unused ones."""
        folders = FileSystemLoader([*self.settings["THEME_TEMPLATES_OVERRIDES"], Path(self.theme) / "templates"])
        for name in folders.list_templates():
            if name.endswith(".html"):
                self.env.get_template(name)

    def _refuse_overwriting(self, files: set[str]) -> None:
        """Refuse a static file, or a text of Pelican, in the place of one of ours.

        Raises:
            UnsupportedSetting: there is one.
        """
        for static in self.context["staticfiles"]:
            if static.save_as in files:
                raise UnsupportedSetting(
                    f"{static.source_path} (uit STATIC_PATHS) zou {static.save_as} van de site zelf vervangen."
                    " Geef het in EXTRA_PATH_METADATA een andere plek."
                )
        for text in self.texts():
            if text.save_as in files:
                raise UnsupportedSetting(
                    f"{text.source_path} zou {text.save_as} van de site zelf vervangen."
                    " Geef PAGE_SAVE_AS of ARTICLE_SAVE_AS een andere waarde."
                )

    def _write_pages(self, plans: list[PagePlan], writer: Any) -> None:
        """Write pages; in one process if another plugin connects to ``content_written``, which others do not send."""
        least = len(plans) + 1 if signals.content_written.receivers else _PARALLEL_FROM
        for records in map_items(partial(self.write_page, writer), plans, least=least):
            self.outputs.merge(records)

    def write_page(self, writer: Any, plan: PagePlan) -> dict[str, Record]:
        """Write a page of ours with a writer of Pelican, or reuse the page of the site before.

        Return its record, since this may be another process; nothing when pages are not reused.
        """
        template, new = self.env.get_template(plan.template), Path(self.output_path)
        if not self.reuses_pages:
            writer.write_file(plan.file, template, self.context, url=plan.url, page=plan, **plan.context())
            return {}
        before = self.outputs.before(plan.file)
        is_same = before and before.state and before.state == self.page_keys.state(plan, before.reads)
        if before and is_same and self.outputs.reuse(plan.file, bytes.fromhex(before.key), new):
            return {plan.file: before}
        with recording() as reads:
            context = plan.context()
        key = self.page_keys.key(plan, context)
        if not self.outputs.reuse(plan.file, key, new):
            recorded = _RecordedPage(template, partial(self.outputs.record, plan.file, key=key))
            writer.write_file(plan.file, recorded, self.context, url=plan.url, page=plan, **context)
        record = self.outputs.recorded(plan.file)
        state = self.page_keys.state(plan, reads)
        return {plan.file: record._replace(reads=sorted(reads), state=state) if state else record}

    def write_output(self, output: Output) -> list[str]:
        """Write a file or folder; return which files there are now, from the root of the site."""
        folder = Path(self.output_path)
        if output.file.endswith("/"):
            shutil.rmtree(folder / output.file, ignore_errors=True)  # in a preview, that of the state before
        files = []
        for rest, data in output.make():
            self.outputs.write(output.file + rest, data, folder)
            files.append(output.file + rest)
        return files


@dataclass
class _RecordedPage:
    """A template as Pelican's writer uses it; gives ``record`` the page that is rendered."""

    template: Template
    record: Callable[[bytes], object]

    def render(self, context: dict[str, Any]) -> str:
        page = self.template.render(context)
        self.record(page.encode())
        return page


def _link_entries(catalogue: Catalogue) -> dict[str, SimpleNamespace]:
    """Return what Pelican must know of each entry and text for ``{filename}`` to link to it, by its path."""
    attached = [(slug, file) for slug, files in catalogue.attachments.items() for file in files.values()]
    texts = [f"{slug}/{file.stem}" for slug, file in attached if file.is_text]
    kinds = {PRACTICES: [*catalogue.practices, *texts], PARTNERS: catalogue.partners, TOPICS: catalogue.topics}
    return {
        f"{kind}/{slug}.md": SimpleNamespace(url=urls.entry_path(kind, slug)[1:])
        for kind, entries in kinds.items()
        for slug in entries
    }


def _describe(text: Content, site: Site) -> None:
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
    else:
        text.kind = "text"
        text.changed = None
        text.breadcrumbs = (HOME_CRUMB,)
        text.form_path = urls.CONTRIBUTE if text.slug == CONTRIBUTE_PAGE else ""
