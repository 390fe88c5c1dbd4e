"""Let Pelican read the site as for a build, and write each file on request."""

from __future__ import annotations

import datetime
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, ClassVar

import jinja2
import pelican
from pelican.readers import MarkdownReader
from pelican.writers import Writer

from mvo_catalogue.build_cache import BuildCache, digest_of
from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.model import Entry
from mvo_catalogue.pages.plan import plan_pages
from mvo_catalogue.refused import Refused
from mvo_catalogue.site import urls
from mvo_catalogue.validation.cache import Cache
from mvo_catalogue.validation.context import WholeCatalogue
from mvo_catalogue.validation.load import check_content
from mvo_catalogue.validation.report import Report
from mvo_catalogue.wiring.building import explain_template, run_pelican
from mvo_catalogue.wiring.generator import CatalogueGenerator
from mvo_catalogue.wiring.outputs import Output, list_attached
from mvo_catalogue.wiring.preview.stand_ins import complete_catalogue, list_sound
from mvo_catalogue.wiring.project import shown_path
from mvo_catalogue.wiring.settings import cache_folder

_SETTING = "CATALOGUE_PREVIEW"
"""The setting in which what Pelican makes finds what is known from before, and leaves what it came to."""


class Shown:
    """One state of the site, drafts and errors included; a page or file is made on its first request.

    ``old`` are the paths of entries that cannot be read now and are shown as they were before.
    """

    def __init__(self, generator: _Generator, late: dict[str, Callable[[], object]], files: Iterator[Output]) -> None:
        """Remember what can be made."""
        self.site, self.report, self.catalogue = generator.site, generator.report, generator.catalogue
        self.old = generator.old
        self.entries: dict[str, Entry] = {}
        for entry in (entry for entries in self.catalogue.entries.values() for entry in entries.values()):
            self.entries[self.site.path_of(entry)] = entry
        for slug, practice in self.catalogue.practices.items():
            self.entries[urls.board_note_path(slug)] = practice
        self._generator, self._late, self._files = generator, late, files
        self._folder = Path(generator.output_path)
        self._folders: list[str] = []
        self._made = {static.save_as for static in generator.context["staticfiles"]}

    def make(self, file: str) -> bytes | None:
        """Return the bytes of a file of the site by its name from the root; ``None`` when there is none.

        Whatever a template can raise is raised.
        """
        name = self._find(file)
        if name is None or ".." in file.split("/"):
            return None
        if name not in self._made:
            self._late[name]()
            self._made.add(name)
        target = self._folder / file
        return target.read_bytes() if target.is_file() else None

    def _next_file(self) -> Output | None:
        """Return what else there is; nothing once a build would fail."""
        try:
            return next(self._files, None)
        except Exception:  # noqa: BLE001  # whatever a build never meets
            return None

    def _find(self, file: str) -> str | None:
        """Return under which name a file is made, its own or that of the folder that it is in; ``None`` for none."""
        while file not in self._late and file not in self._made:
            folder = next(filter(file.startswith, self._folders), None)
            output = None if folder else self._next_file()
            if output is None:
                return folder
            self._late.setdefault(output.file, partial(self._generator.write_output, output))
            if output.file.endswith("/"):
                self._folders.append(output.file)
        return file


@dataclass(eq=False, repr=False)
class _Run:
    cache: Cache
    before: Catalogue
    shown: Shown | None = None


def read_site(settings: dict[str, Any], cache: Cache, before: Catalogue) -> tuple[Shown | None, str]:
    """Return the site as it is now, if it can be made at all, and what is wrong with it besides its content.

    Of an entry of ``before`` that cannot be read now the old one is shown. Pages are made below ``OUTPUT_PATH``.
    """
    run, wrong = _Run(cache, before), ""
    settings |= {_SETTING: run, "READERS": {"md": _Reader, **settings["READERS"]}}
    try:
        run_pelican(_Pelican, settings)
    except Refused as error:
        wrong = str(error)
    except Exception as error:  # noqa: BLE001  # a template or setting can raise whatever it likes
        wrong = explain(error)
    is_reported = (
        run.shown is not None and run.shown.report.has_errors
    )  # what Pelican says of a text that the check refuses
    return run.shown, "" if is_reported else wrong


def explain(error: Exception) -> str:
    """Return the place of an error in a template, or else in our code, and its message."""
    frames = traceback.extract_tb(error.__traceback__)
    templates = [frame for frame in frames if frame.filename.endswith((".html", ".jinja"))]
    if isinstance(error, jinja2.TemplateSyntaxError):
        return explain_template(error)
    frame, kind = (templates or frames)[-1], "template" if templates else "code"
    return f"{shown_path(frame.filename)}:{frame.lineno}:1: fout [{kind}] {type(error).__name__}: {error}"


class _Reader(MarkdownReader):  # type: ignore[misc]  # Pelican ships no types
    """Reads a text of Pelican once, for as long as the text and the settings are the same."""

    known: ClassVar[dict[str, tuple[bytes, tuple[str, dict[str, Any]]]]] = {}

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        key = digest_of(self.settings["CATALOGUE_SETTINGS"], Path(source_path))
        if self.known.get(source_path, (b"",))[0] != key:
            self.known[source_path] = key, super().read(source_path)
        text, metadata = self.known[source_path][1]
        return text, dict(metadata)


class _LateWriter(Writer):  # type: ignore[misc]  # Pelican ships no types
    """Notes what Pelican would write."""

    def __init__(self, output_path: str, settings: dict[str, Any]) -> None:
        super().__init__(output_path, settings)
        self.late: dict[str, Callable[[], object]] = {}

    def write_file(self, name: str, *arguments: Any, **options: Any) -> None:
        if name:  # Pelican also writes pages without a name, which a setting turned off
            self.late[name] = partial(super().write_file, name, *arguments, **options)

    def write_feed(self, elements: Any, context: Any, path: str, *arguments: Any, **options: Any) -> None:
        self.late[path] = partial(super().write_feed, elements, context, path, *arguments, **options)


class _Generator(CatalogueGenerator):
    report: Report
    old: frozenset[str]
    sound: Catalogue

    def read_catalogue(self, today: datetime.date) -> Catalogue:
        run: _Run = self.settings[_SETTING]
        found, self.report = check_content(Path(self.path), today, run.cache)
        catalogue = whole = self.sound = found.catalogue
        if not _is_complete(found):
            whole = complete_catalogue(catalogue, run.before, Path(self.path).parent)
            self.sound = list_sound(catalogue)
        self.old = _list_paths(run.before) & (_list_paths(whole) - _list_paths(catalogue))
        return whole

    def generate_output(self, writer: _LateWriter) -> None:
        self.compile_templates()
        plans = plan_pages(self.catalogue, self.site)
        plain = Writer(self.output_path, self.settings)
        writer.late |= {plan.file: partial(self.write_page, plain, plan) for plan in plans}
        self.settings["CATALOGUE_RESULT"] = len(plans), ()
        files = self.list_files([*plans, *self.texts()], self.sound)
        build_cache, project = BuildCache(cache_folder(self.settings)), Path(self.path).parent
        attached = list_attached(self.catalogue, build_cache=build_cache, project=project)
        self.settings[_SETTING].shown = Shown(self, writer.late, chain(attached, files))


def _is_complete(found: WholeCatalogue) -> bool:
    """Return whether everything could be read, and all that is named is there."""
    named = ((group, slug) for _, _, extract in found.holders for _, group, slug in extract.references)
    return not found.unsure and all(slug in found.extracts.get(group, ()) for group, slug in named)


def _list_paths(catalogue: Catalogue) -> frozenset[str]:
    return frozenset(entry.path for entries in catalogue.entries.values() for entry in entries.values())


class _Pelican(pelican.Pelican):  # type: ignore[misc]  # the same
    def _get_writer(self) -> Writer:
        return _LateWriter(self.output_path, self.settings)

    def _get_generator_classes(self) -> list[type]:
        classes = super()._get_generator_classes()
        return [_Generator if kind is CatalogueGenerator else kind for kind in classes]
