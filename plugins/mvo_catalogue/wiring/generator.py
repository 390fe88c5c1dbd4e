"""The generator that Pelican runs: read and check first, then write pages, search index and exports."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import pelican
from jinja2 import Environment, FileSystemLoader
from pelican import signals
from pelican.generators import Generator

from mvo_catalogue.derived.json_schema import build_tool_schemas
from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.keeper import Keeper
from mvo_catalogue.pages.assets import read_assets
from mvo_catalogue.pages.plan import PagePlan
from mvo_catalogue.pages.render import add_functions, when_rendered
from mvo_catalogue.parallel import map_items
from mvo_catalogue.reports.text import text_lines
from mvo_catalogue.site.site import Site
from mvo_catalogue.site.words import count_words
from mvo_catalogue.validation.load import load_catalogue
from mvo_catalogue.wiring.commands.schema import write_outdated
from mvo_catalogue.wiring.inputs import digest_inputs
from mvo_catalogue.wiring.outputs import Output, Sources, outputs
from mvo_catalogue.wiring.pelican_content import describe, find_texts, link_entries, text_addresses
from mvo_catalogue.wiring.project import read_today
from mvo_catalogue.wiring.refusals import InvalidCatalogue, UnsupportedSetting
from mvo_catalogue.wiring.settings import kept_folder, make_site

_PARALLEL_FROM = 2_000
"""How many pages make it worth while to start processes: those of some eight hundred practices."""


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
        self.assets = read_assets(Path(self.settings["CATALOGUE_ASSETS"]))
        addresses = text_addresses(self.context)
        self.site = make_site(self.settings, self.catalogue, today, addresses, self._build_name())
        self.context["localsiteurl"] = self.site.base
        self.context["catalogue_site"] = self.site
        self.context["generated_content"].update(link_entries(self.catalogue))

    def share(self, generators: list[Generator]) -> None:
        """Give the other generators what our templates use, now that everything has been read."""
        for generator in generators:
            self._equip(generator.env)
        for text in find_texts(self.context):
            describe(text, self.site)

    def _equip(self, environment: Environment) -> None:
        """Give an environment what our templates use; what the settings give it goes before that."""
        add_functions(environment, self.site, self.assets)
        for name, own in self.settings["JINJA_FILTERS"].items():
            environment.filters[name] = when_rendered(own)
        for name, own in self.settings["JINJA_TESTS"].items():
            environment.tests[name] = when_rendered(own)
        environment.globals.update(self.settings["JINJA_GLOBALS"])

    def generate_output(self, writer: Any) -> None:
        """Write the site below Pelican's output path."""
        self._compile_templates()
        texts = find_texts(self.context)
        sources = Sources(
            self.assets,
            Path(self.path).parent,
            Keeper(kept_folder(self.settings)),
            [(text.path, text.changed) for text in texts if text.index],
            len(texts),
            self.settings.get("CATALOGUE_WHOLE_INDEX", True),
        )
        everything = list(outputs(self.catalogue, self.site, sources))
        self._refuse_overwriting(
            {output.file if isinstance(output, PagePlan) else output.path[1:] for output in everything}
        )
        plans = [output for output in everything if isinstance(output, PagePlan)]
        self._write_pages(plans, writer)
        for output in everything:
            if isinstance(output, Output):
                self._write_file(output)
        write_outdated(kept_folder(self.settings) / "schema", build_tool_schemas(self.catalogue))
        pages = len(plans) + len(texts)
        self.settings["CATALOGUE_RESULT"] = pages
        counts = (
            count_words(self.site.practice_count, "praktijk", "praktijken"),
            count_words(self.site.partner_count, "organisatie", "organisaties"),
            count_words(len(self.catalogue.topics), "thema", "thema’s"),
        )
        pelican.console.print(f"De catalogus: {', '.join(counts)}, op {count_words(pages, 'pagina', 'pagina’s')}.")

    def _compile_templates(self) -> None:
        """Find a template that is broken before any page is written, also one that no page asks for."""
        folders = FileSystemLoader([*self.settings["THEME_TEMPLATES_OVERRIDES"], Path(self.theme) / "templates"])
        for name in folders.list_templates():
            if name.endswith(".html"):
                self.env.get_template(name)

    def _refuse_overwriting(self, files: set[str]) -> None:
        """Refuse a static file that Pelican would copy over one of ours without a word.

        Raises:
            UnsupportedSetting: there is one.
        """
        for static in self.context["staticfiles"]:
            if static.save_as in files:
                raise UnsupportedSetting(
                    f"{static.source_path} (uit STATIC_PATHS) zou {static.save_as} van de site zelf vervangen."
                    " Geef het in EXTRA_PATH_METADATA een andere plek."
                )

    def _write_pages(self, plans: list[PagePlan], writer: Any) -> None:
        """Write pages, in one process when another plugin follows what is written: it would hear nothing of others."""
        least = len(plans) + 1 if signals.content_written.receivers else _PARALLEL_FROM
        for _ in map_items(partial(self._write_page, writer), plans, least=least):
            pass

    def _write_page(self, writer: Any, plan: PagePlan) -> None:
        template = self.env.get_template(plan.template)
        writer.write_file(plan.file, template, self.context, url=plan.url, page=plan, **plan.context())

    def _write_file(self, output: Output) -> None:
        target = Path(self.output_path, output.file)
        target.parent.mkdir(parents=True, exist_ok=True)
        output.write(target)

    def _build_name(self) -> str:
        """Return a short digest of all that the site is made from; a page and its index know each other by it."""
        return digest_inputs(self.settings, self.settings["CATALOGUE_SETTINGS"])[:10]
