"""Entries made of plain values, for tests that are about something else than reading files."""

import datetime
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, DictLoader, Environment

from mvo_catalogue.domain.body import Body
from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.entries import Page, Partner, Practice, Topic
from mvo_catalogue.domain.model import VOCABULARIES
from mvo_catalogue.domain.vocabulary import VOCABULARY_VALUES, Vocabulary
from mvo_catalogue.pages.assets import Asset
from mvo_catalogue.pages.render import JINJA_OPTIONS, add_functions
from mvo_catalogue.reading.files import ContentFile
from mvo_catalogue.reading.markdown import read_markdown
from mvo_catalogue.site.site import Site
from mvo_catalogue.validation.entries import load_vocabulary

BASE = Path(__file__).parent / "content_cases" / "base" / "content"
FULL_VOCABULARIES = ("pijlers", "partnersoorten", "aanbod", "procesfasen", "gebieden")
TODAY = datetime.date(2026, 11, 21)
APPROACH = "## Aanpak\n\n1. Bel aan.\n"


def make_body(markdown: str = "") -> Body:
    """Return the body as it is read from Markdown."""
    return read_markdown(markdown, "content/practices/portieken.md", 1, ()).body


def make_practice(slug: str = "portieken", body: Body | None = None, **values: Any) -> Practice:
    """Return a practice; ``values`` are the Dutch keys of the front matter."""
    known = {
        "titel": f"Praktijk {slug}",
        "samenvatting": f"Er was een probleem met {slug}. Dit is wat eraan is gedaan.",
        "themas": ["wonen"],
        "corporaties": ["de-brug"],
        "onderbouwing": "beschreven",
        "bronnen": [{"titel": "Een bericht", "uitgever": "De Brug"}],
        "gepubliceerd": "2026-11-01",
        "gecontroleerd": "2026-11-20",
    }
    file = {"slug": slug, "path": f"content/practices/{slug}.md", "body": body or make_body(APPROACH)}
    return Practice.model_validate(known | values | file)


def make_partner(slug: str = "de-brug", body: Body | None = None, **values: Any) -> Partner:
    """Return a partner, a housing association by default (``soort``)."""
    known = {"naam": slug.replace("-", " ").title(), "soort": "woningcorporatie", "gecontroleerd": "2026-11-20"}
    file = {"slug": slug, "path": f"content/partners/{slug}.md", "body": body or Body()}
    return Partner.model_validate(known | values | file)


def make_topic(slug: str = "wonen", **values: Any) -> Topic:
    """Return a topic."""
    known = {"naam": slug.capitalize(), "vraag": f"Hoe gaat {slug}?", "pijler": "wijk-en-samenleven"}
    return Topic.model_validate(
        known | values | {"slug": slug, "path": f"content/themes/{slug}.md", "body": make_body("Een inleiding.")}
    )


def make_page(slug: str = "over", body: Body | None = None, **values: Any) -> Page:
    """Return a page about the catalogue."""
    known = {"titel": slug.capitalize(), "samenvatting": f"Deze pagina vertelt wat u moet weten over {slug}."}
    return Page.model_validate(
        known | values | {"slug": slug, "path": f"content/pages/{slug}.md", "body": body or make_body("Tekst.")}
    )


def read_vocabulary(name: str) -> Vocabulary:
    """Return the values of a vocabulary of the small base of content."""
    file = BASE / "vocabularies" / f"{name}.yaml"
    found = load_vocabulary(ContentFile(file, f"content/vocabularies/{name}.yaml", VOCABULARIES, name))
    values: Vocabulary = found.value
    return values


def make_catalogue(
    practices: Iterable[Practice] = (),
    partners: Iterable[Partner] = (),
    topics: Iterable[Topic] = (),
    pages: Iterable[Page] = (),
) -> Catalogue:
    """Return a catalogue of these entries, sorted by slug, with values in each vocabulary."""

    def by_slug(entries: Iterable[Any]) -> dict[str, Any]:
        return {entry.slug: entry for entry in sorted(entries, key=lambda entry: entry.slug)}

    names = {"doelgroepen": "Jongeren", "instrumenten": "Stage", "grondslagen": "Woningwet"}
    vocabularies: dict[str, Vocabulary] = {
        vocabulary: {name.lower(): VOCABULARY_VALUES[vocabulary].model_validate({"naam": name})}
        for vocabulary, name in names.items()
    }
    vocabularies |= {name: read_vocabulary(name) for name in FULL_VOCABULARIES}
    return Catalogue(
        by_slug(practices),
        by_slug(partners or [make_partner()]),
        by_slug(topics or [make_topic()]),
        by_slug(pages),
        vocabularies,
    )


def make_site(catalogue: Catalogue | None = None, url: str = "https://mvo.example.nl/catalogus") -> Site:
    """Return the site of a catalogue."""
    catalogue = catalogue or make_catalogue()
    return Site(
        name="MVO-praktijkcatalogus",
        tagline="Goede praktijken van woningcorporaties.",
        url=url,
        repository="https://code.example.nl/catalogus",
        branch="main",
        practice_count=len(catalogue.practices),
        partner_count=len(catalogue.partners),
        last_changed=catalogue.last_changed,
        today=TODAY,
        pages=tuple(catalogue.pages.values()),
    )


def make_environment(
    templates: Mapping[str, str] | BaseLoader,
    site: Site | None = None,
    assets: Mapping[str, Asset] | None = None,
    **options: Any,
) -> Environment:
    """Return these templates, by name, with what every template of the site can use."""
    loader = templates if isinstance(templates, BaseLoader) else DictLoader(dict(templates))
    environment = Environment(loader=loader, **JINJA_OPTIONS, **options)  # escaping is one of the options
    add_functions(environment, site or make_site(), assets or {})
    return environment
