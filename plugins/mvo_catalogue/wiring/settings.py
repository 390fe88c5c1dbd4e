"""Pelican's settings: what a site of ours adds to them, and what it refuses because nothing would come of it."""

import datetime
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

from jinja2.bccache import Bucket, BytecodeCache
from pelican.settings import DEFAULT_CONFIG

from mvo_catalogue.build_cache import BuildCache, digest_of
from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.model import EXTRA, is_mailbox, is_url
from mvo_catalogue.pages.render import JINJA_OPTIONS
from mvo_catalogue.reading.pelican_markdown import EXTENSIONS, TextMarkdown
from mvo_catalogue.refused import Refused
from mvo_catalogue.site.site import Site
from mvo_catalogue.site.urls import SECURITY_TXT

_NOT_SHOWN = ("ANALYTICS", "DISQUS_SITENAME", "GITHUB_URL", "LINKS", "MENUITEMS", "SOCIAL", "STYLESHEET_URL")
"""What other themes show."""

_READING = {
    "MARKDOWN": "teksten worden gelezen zoals “mvo check” ze leest",
    "FORMATTED_FIELDS": "een samenvatting is gewone tekst",
    "TYPOGRIFY": "teksten worden gelezen zoals “mvo check” ze leest",
}
"""Settings that would let Pelican make something else of a text than the check has seen."""

_TEMPLATES = {
    "AUTHOR_SAVE_AS": "author",
    "CATEGORY_SAVE_AS": "category",
    "TAG_SAVE_AS": "tag",
    "YEAR_ARCHIVE_SAVE_AS": "period_archives",
    "MONTH_ARCHIVE_SAVE_AS": "period_archives",
    "DAY_ARCHIVE_SAVE_AS": "period_archives",
}
"""Settings for pages that have no template in our theme; another theme may have one."""


class UnsupportedSetting(Refused):
    """A setting of Pelican that this site cannot do anything with."""


_EXTRA_PLACES = {"security.txt": SECURITY_TXT[1:]}
"""The paths of files of ``content/extra/`` that do not belong at the root of a site."""


def cache_folder(settings: dict[str, Any]) -> Path:
    """Return the folder of the cache between builds."""
    return Path(settings["CATALOGUE_ASSETS"]).parent


def complete_settings(settings: dict[str, Any]) -> None:
    """Let Pelican read Markdown as the check does, and give its Jinja environments the options of our templates.

    Options in the settings go before ours. Compiled templates are cached for the next build.
    """
    settings["MARKDOWN"] = {"extensions": [*EXTENSIONS, TextMarkdown()], "output_format": "html"}
    settings["FORMATTED_FIELDS"] = []
    if EXTRA in settings["STATIC_PATHS"]:
        settings["EXTRA_PATH_METADATA"] = _place_extra(Path(settings["PATH"])) | settings["EXTRA_PATH_METADATA"]
    options = JINJA_OPTIONS | settings["JINJA_ENVIRONMENT"]
    versions = f"{version('jinja2')} {sorted((name, repr(value)) for name, value in options.items())}"
    cache = TemplateCache(BuildCache(cache_folder(settings) / "templates"), versions)
    settings["JINJA_ENVIRONMENT"] = {"bytecode_cache": cache, **options}


def _place_extra(content: Path) -> dict[str, dict[str, str]]:
    """Return where the files of ``content/extra/`` go, as Pelican wants it."""
    try:
        names = [file.name for file in (content / EXTRA).iterdir()]
    except OSError:  # there are none, or the check says what is wrong
        return {}
    return {f"{EXTRA}/{name}": {"path": _EXTRA_PLACES.get(name, name)} for name in names}


class TemplateCache(BytecodeCache):
    """Compiled templates in ``build_cache``: Jinja's own cache runs any file in its folder.

    ``versions`` says which version and options the code depends on.
    """

    def __init__(self, build_cache: BuildCache, versions: str) -> None:
        self._build_cache, self._versions = build_cache, versions

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Name a template independently of the folder of the project: in a copy its code is the same."""
        return super().get_cache_key(name)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Load the code of a template, unless there is none that was made of the same."""
        code = self._build_cache.read(bucket.key, self._key(bucket))
        if code is not None:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        self._build_cache.write(bucket.key, self._key(bucket), bucket.bytecode_to_string())

    def _key(self, bucket: Bucket) -> bytes:
        return digest_of(self._versions, bucket.checksum)


def refuse_unsupported(settings: dict[str, Any]) -> None:
    """Refuse a setting that would be ignored, or that would break a promise of the site.

    Raises:
        UnsupportedSetting: there is one.
    """
    if settings["RELATIVE_URLS"]:
        raise UnsupportedSetting("RELATIVE_URLS kan hier niet: elke link begint bij het adres in SITEURL.")
    if not settings["JINJA_ENVIRONMENT"].get("autoescape", True):
        raise UnsupportedSetting(
            "“autoescape” kan niet uit in JINJA_ENVIRONMENT: de inhoud komt van anderen en mag geen HTML worden."
        )
    for name in _NOT_SHOWN:
        if settings.get(name):
            raise UnsupportedSetting(f"{name} doet hier niets: het thema toont het niet. Haal de instelling weg.")
    for name, why in _READING.items():
        if settings[name] not in (DEFAULT_CONFIG[name], [], {}):
            raise UnsupportedSetting(f"{name} kan hier niet: {why}.")
    if settings["SLUGIFY_SOURCE"] != "basename":
        raise UnsupportedSetting("SLUGIFY_SOURCE kan alleen “basename” zijn: de bestandsnaam is het adres.")
    _refuse_unreachable(settings)
    _refuse_missing_templates(settings)


def _refuse_unreachable(settings: dict[str, Any]) -> None:
    """Refuse addresses that cannot work: links to them would be broken."""
    for name in ("CATALOGUE_MAIL", "CATALOGUE_PRIVATE_MAIL"):
        if (mail := settings.get(name)) and not is_mailbox(mail):
            raise UnsupportedSetting(f"{name} is “{mail}”. Geef één mailadres, zoals mvo@example.nl.")
    if (repository := settings.get("CATALOGUE_REPOSITORY")) and not is_url(repository):
        raise UnsupportedSetting(
            f"CATALOGUE_REPOSITORY is “{repository}”. Geef het hele adres van het project, met https:// ervoor."
        )


def _refuse_missing_templates(settings: dict[str, Any]) -> None:
    """Refuse pages for which neither the theme nor an override has a template."""
    folders = [*settings["THEME_TEMPLATES_OVERRIDES"], Path(settings["THEME"]) / "templates"]
    wanted = {name: [template] for name, template in _TEMPLATES.items() if settings[name]}
    for name, templates in {**wanted, "DIRECT_TEMPLATES": settings["DIRECT_TEMPLATES"]}.items():
        for template in templates:
            if not any((Path(folder) / f"{template}.html").is_file() for folder in folders):
                raise UnsupportedSetting(
                    f"{name} vraagt om pagina’s met het sjabloon {template}.html, en dat heeft het thema niet."
                    " Zet het in een map van THEME_TEMPLATES_OVERRIDES, of haal de instelling weg."
                )


def make_site(
    settings: dict[str, Any], catalogue: Catalogue, today: datetime.date, addresses: Mapping[str, str]
) -> Site:
    """Return the site that Pelican's settings describe; ``addresses`` as in ``Site``.

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
        private_mail=settings.get("CATALOGUE_PRIVATE_MAIL", ""),
        commit=settings.get("CATALOGUE_COMMIT", ""),
        language=settings["DEFAULT_LANG"],
        addresses=addresses,
        identity=settings.get("CATALOGUE_IDENTITY", Site.identity),
        pages=sorted(catalogue.pages.values(), key=lambda page: (page.order, page.title)),
    )
