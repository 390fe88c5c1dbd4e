"""The list of pages, and the context of each."""

import datetime
import re
from collections import Counter
from dataclasses import fields, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from mvo_catalogue.build_cache import BuildCache
from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.model import PAGES, REMOVED
from mvo_catalogue.domain.names import RESERVED_SLUGS
from mvo_catalogue.domain.vocabulary import Removal
from mvo_catalogue.pages import plan as plan_module
from mvo_catalogue.pages.cards import Cards
from mvo_catalogue.pages.organisation import Adoptions, build_record
from mvo_catalogue.pages.plan import PAGE_SIZE, TABLE_SIZE, plan_pages
from mvo_catalogue.reads import Read, recording
from mvo_catalogue.site import urls
from mvo_catalogue.site.contact import Calls
from mvo_catalogue.site.related import RelatedPractices
from mvo_catalogue.site.requests import Requests
from mvo_catalogue.site.site import Site
from mvo_catalogue.texts import load_texts
from mvo_catalogue.validation.cache import Cache
from mvo_catalogue.validation.load import load_catalogue
from mvo_catalogue.wiring.page_keys import NOT_READ
from mvo_catalogue.wiring.project import read_today
from tests.factories import make_catalogue, make_page, make_partner, make_practice, make_site, make_topic
from tests.site.fixtures import SAMPLE

ROOT = Path(__file__).resolve().parents[2]


def plan(catalogue):
    """Return the planned pages of a catalogue by path."""
    return {page.path: page for page in plan_pages(catalogue, make_site(catalogue))}


@pytest.fixture(scope="module")
def real():
    """Return the real catalogue."""
    catalogue, report = load_catalogue(ROOT / "content", read_today(), Cache(BuildCache(ROOT / ".build")))
    assert not report.has_errors
    return catalogue.published()


@pytest.fixture
def small():
    """Return a catalogue with every kind of page."""
    catalogue = make_catalogue(
        [
            make_practice("a", partners=["wijkwerk"], vroeger=["oud"]),
            make_practice("b", onderbouwing="gemeten", themas=["werken"]),
        ],
        [
            make_partner("de-brug"),
            make_partner("wijkwerk", soort="welzijn", kernactiviteit="Helpt.", opgevolgd_door=["nieuw"]),
            make_partner("nieuw", soort="welzijn"),
        ],
        [make_topic("wonen"), make_topic("werken"), make_topic("leeg")],
        [make_page("over"), make_page("een-bedrijf-benaderen")],
    )
    gone = Removal.model_validate({"reden": "Dubbel.", "sinds": "2026-11-01"})
    return replace(catalogue, vocabularies={**catalogue.vocabularies, REMOVED: {"practices/weg": gone}})


def test_paths_and_files_are_unique(real):
    """In the real catalogue."""
    pages = plan_pages(real, make_site(real))
    files = Counter(page.file.lower() for page in pages)

    assert [file for file, count in files.items() if count > 1] == []
    assert len(pages) > len(real.practices) + len(real.partners) + len(real.topics)
    assert all(page.path.startswith("/") and page.title and page.description for page in pages)


@pytest.fixture(scope="module")
def sample():
    """Return the catalogue of the sample."""
    return load_catalogue(SAMPLE, read_today())[0].published()


@pytest.mark.parametrize("name", ["small", "sample"])
def test_a_page_reads_the_same_whichever_page_came_before(name, request):
    """What is made once for all pages counts for each of them."""
    catalogue, read = request.getfixturevalue(name), []
    for order in (1, -1):
        pages = [page for page in plan_pages(replace(catalogue), make_site(catalogue))[::order] if page.reads]
        found = {}
        for page in pages:
            with recording() as reads:
                page.context()
            found[page.path] = reads.union(page.reads or ())
        read.append(found)
    assert read[0] == read[1]
    assert {page.template for page in pages} == {"practice.html", "board_note.html", "partner.html"}


def test_what_is_made_of_all_entries_is_recorded(small):
    """Not hidden in a property that is made once, by whichever page comes first."""
    planner = plan_module._Planner(small, make_site(small))
    makers = {type(one) for one in vars(planner).values()} - {Site}  # the key of a page has the whole site
    assert makers >= {Catalogue, Cards, Adoptions, RelatedPractices, Calls, Requests}
    hidden = [(kind.__name__, name) for kind in makers for name, one in vars(kind).items() if is_cached(one)]
    assert hidden == []


def is_cached(attribute: Any) -> bool:
    """Return whether an attribute of a class is made once and not recorded."""
    return isinstance(attribute, cached_property) or hasattr(attribute, "cache_info")


def test_what_differs_with_any_entry_is_in_no_recorded_page(small):
    """So that a practice that is added or checked does not change what is shown of others."""
    site = make_site(small)
    other = replace(site, commit="abc", practice_count=99, partner_count=99, last_changed=datetime.date(2030, 1, 1))
    assert {field.name for field in fields(site) if getattr(site, field.name) != getattr(other, field.name)} == {
        *NOT_READ
    }
    one, two = (
        {page.path: (page.title, page.context()) for page in plan_pages(small, each) if page.reads}
        for each in (site, other)
    )
    assert one == two


def test_what_a_plan_begins_with_counts_for_every_page(small):
    """Such as the images of themes, which show a number of practices."""
    pages = [page for page in plan_pages(small, make_site(small)) if page.reads]
    assert all(Read("Cards.topics", "wonen") in (page.reads or ()) for page in pages)


def test_a_page_reads_what_it_shows_of_others(small):
    """The names of partners, and what counts its practices; not other entries."""
    page = plan(small)["/praktijken/a/"]
    with recording() as reads:
        page.context()
    assert Read("Catalogue.partners", "wijkwerk") in reads
    assert Read("Catalogue.partners", "nieuw") not in reads
    assert {read.key for read in reads if read.name == "Catalogue.practices"} <= {"a"}
    assert "" not in {read.key for read in reads}


OF_PELICAN = {"article.html", "page.html"}
"""Templates of the pages that Pelican plans itself."""


def test_every_page_of_the_real_catalogue_has_a_context(real):
    templates = {page.template for page in plan_pages(real, make_site(real)) if page.context() is not None}

    made = {path.name for path in (ROOT / "theme" / "templates").glob("*.html")} - {"base.html", *OF_PELICAN}
    assert templates | {"moved.html", "removed.html", "material.html"} == made


def test_the_small_plan_has_every_kind_of_page(small):
    assert {path: page.kind for path, page in plan(small).items()} == {
        "/": "home",
        "/praktijken/": "search",
        "/praktijken/tabel/": "practice_table",
        "/praktijken/a-z/": "moved",
        "/praktijken/a/": "practice",
        "/praktijken/b/": "practice",
        "/praktijken/a/notitie/": "board_note",
        "/praktijken/b/notitie/": "board_note",
        "/praktijken/oud/": "moved",
        "/praktijken/oud/notitie/": "moved",
        "/praktijken/weg/": "removed",
        "/praktijken/weg/notitie/": "removed",
        "/themas/": "topic_list",
        "/themas/leeg/": "topic",
        "/themas/werken/": "topic",
        "/themas/wonen/": "topic",
        "/partners/": "partners",
        "/corporaties/": "associations",
        "/partners/de-brug/": "partner",
        "/partners/nieuw/": "partner",
        "/partners/wijkwerk/": "partner",
        "/nieuws/": "news",
        "/meedoen/praktijk/": "contribute",
        "/melden/": "feedback",
        "/overzicht/": "overview",
        "/data/": "data",
        "/embed/": "embed",
        "/embed/werken/": "embed",
        "/embed/wonen/": "embed",
        "/zoeken/": "search",
        "/vergelijken/": "compare",
        "/past-dit-bij-ons/": "fit",
        "/404.html": "not_found",
        "/offline.html": "offline",
    }


def test_every_title_and_description_belongs_to_a_page(small):
    texts = load_texts("pages", dict[str, dict[str, str]])

    unplanned = {"soort", "provincie", "material", "former_search"}
    assert set(texts) == {page.kind for page in plan(small).values()} | unplanned


def test_a_path_with_a_slash_is_a_folder_with_an_index(small):
    """The 404 page is a file."""
    pages = plan(small)

    assert pages["/"].file == "index.html"
    assert pages["/praktijken/a/"].file == "praktijken/a/index.html"
    assert pages["/404.html"].file == "404.html"


def test_pages_without_content_are_not_indexed(small):
    assert {
        path
        for path, page in plan(small).items()
        if not page.index and page.kind not in {"board_note", "embed", "moved", "removed"}
    } == {
        "/vergelijken/",
        "/zoeken/",
        "/404.html",
        "/offline.html",
    }
    assert not any(page.index for page in plan(small).values() if page.kind == "board_note")


@pytest.mark.parametrize(("count", "parts"), [(0, 1), (1, 1), (PAGE_SIZE, 1), (PAGE_SIZE + 1, 2), (3 * PAGE_SIZE, 3)])
def test_a_long_list_is_paginated(count, parts):
    """Each practice is on one page, and an empty list has a page."""
    catalogue = make_catalogue([make_practice(f"p{number:03}") for number in range(count)])
    pages = plan(catalogue)
    paths = ["/praktijken/", *(f"/praktijken/pagina/{number}/" for number in range(2, parts + 1))]
    shown = [card.practice.slug for path in paths for card in pages[path].context()["cards"]]

    assert [path for path, page in pages.items() if page.kind == "search"] == [paths[0], "/zoeken/", *paths[1:]]
    assert shown == [f"p{number:03}" for number in range(count)]
    assert all(len(pages[path].context()["cards"]) <= PAGE_SIZE for path in paths)


def test_a_long_table_is_paginated():
    """A script can only sort a table of one page."""
    catalogue = make_catalogue([make_practice(f"p{number:03}") for number in range(TABLE_SIZE + 1)])
    pages = [page for page in plan(catalogue).values() if page.kind == "practice_table"]

    assert [len(page.context()["cards"]) for page in pages] == [TABLE_SIZE, 1]


def test_pages_of_a_list_link_to_each_other():
    """Search engines only index the first."""
    pages = plan(make_catalogue([make_practice(f"p{number:03}") for number in range(2 * PAGE_SIZE + 1)]))
    first, second, third = (pages[f"/praktijken/{part}"] for part in ("", "pagina/2/", "pagina/3/"))

    assert [page.context()["pagination"].number for page in (first, second, third)] == [1, 2, 3]
    assert [page.index for page in (first, second, third)] == [True, False, False]
    assert (first.title, second.title) == ("Praktijken", "Praktijken, deel 2")
    assert {page.context()["pagination"].paths for page in (first, second, third)} == {
        (first.path, second.path, third.path)
    }


def test_lists_are_ordered_by_best_known():
    """The home page also has the newest, and what did not work."""
    catalogue = make_catalogue(
        [
            *(make_practice(f"zeer-sterk-{number}", onderbouwing="onderzocht") for number in "123"),
            make_practice("mislukt", fase="gestopt", gepubliceerd="2025-01-01"),
            make_practice("oud-sterk", onderbouwing="gemeten", gepubliceerd="2026-01-01"),
            make_practice("nieuw", gepubliceerd="2026-11-20"),
            make_practice("oud", gepubliceerd="2026-01-02"),
        ]
    )
    pages = plan(catalogue)

    def slugs(path, name="cards"):
        return [card.practice.slug for card in pages[path].context()[name]]

    best = ["zeer-sterk-1", "zeer-sterk-2", "zeer-sterk-3"]
    assert slugs("/praktijken/") == slugs("/partners/de-brug/") == [*best, "oud-sterk", "nieuw", "oud", "mislukt"]
    assert slugs("/themas/wonen/") == slugs("/praktijken/")
    assert slugs("/", "best_known") == best
    assert slugs("/", "newest") == ["nieuw", "oud", "oud-sterk"]
    assert slugs("/", "failed") == ["mislukt"]


def test_the_home_page_has_the_best_the_newest_and_every_province(real):
    context = plan(real)["/"].context()

    assert (len(context["best_known"]), len(context["newest"])) == (3, 6)
    assert len(context["provinces"].provinces) == 12


def test_the_home_page_links_to_pages_in_no_menu():
    """Which may not exist."""
    pages = [make_page("over"), make_page("daarna", menu="geen"), make_page("eerst", menu="geen")]
    some, none = (plan(make_catalogue([make_practice()], pages=these))["/"].context() for these in (pages, ()))

    assert [path for _, _, path in some["entry_pages"]] == ["/daarna/", "/eerst/"]
    assert none["entry_pages"] == []


def test_the_context_of_a_practice_page(small):
    """Topics and organisations as cards, adoptions with their page, and the age."""
    practice = make_practice(
        "c",
        partners=["wijkwerk"],
        overgenomen=[{"corporatie": "de-brug", "jaar": "2020"}],
        gepubliceerd="2023-01-01",
        gecontroleerd="2023-10-21",
    )
    catalogue = Catalogue({"c": practice}, small.partners, small.topics, small.pages, small.vocabularies)
    page = plan(catalogue)["/praktijken/c/"]
    context = page.context()

    assert (page.title, page.description) == (practice.title, practice.summary)
    assert [[link.name for link in names.names] for names in context["view"].people] == [["De Brug"], ["Wijkwerk"]]
    assert [(card.slug, adoption.year) for card, adoption in context["adoptions"]] == [("de-brug", 2020)]
    assert context["review_age_months"] == 37


def test_the_context_of_a_partner_page(small):
    """Fellow partners, successor and predecessors as cards; only an existing partner gets a letter."""
    pages = plan(small)
    context = pages["/partners/wijkwerk/"].context()

    assert [card.practice.slug for card in context["cards"]] == ["a"]
    assert [(card.slug, card.count) for card in context["fellow_partners"]] == [("de-brug", 1)]
    assert [card.slug for card in context["successors"]] == ["nieuw"]
    assert context["approach_page"] == "/een-bedrijf-benaderen/"
    assert context["letter"] is None
    assert [card.slug for card in pages["/partners/nieuw/"].context()["predecessors"]] == ["wijkwerk"]
    assert pages["/partners/nieuw/"].context()["letter"].requests
    assert pages["/partners/de-brug/"].context()["letter"] is None
    assert pages["/partners/wijkwerk/"].description == "Wijkwerk: 1 praktijk in deze catalogus. Helpt."


def test_associations_and_partners_have_separate_lists(small):
    pages = plan(small)

    def names(path):
        return [card.name for _, cards in pages[path].context()["initials"] for card in cards]

    assert names("/corporaties/") == ["De Brug"]
    assert names("/partners/") == ["Nieuw", "Wijkwerk"]
    assert pages["/partners/"].context()["kinds"] == []


def test_each_kind_and_province_of_organisations_has_a_page():
    """With a link to the whole list."""
    catalogue = make_catalogue(
        [
            make_practice("a", partners=["wijkwerk", "zorghuis"], provincies=["drenthe"]),
            make_practice("b", provincies=["landelijk"]),
        ],
        [make_partner("de-brug"), make_partner("wijkwerk", soort="welzijn"), make_partner("zorghuis", soort="zorg")],
    )
    pages = plan(catalogue)
    part = pages["/partners/soort/zorg/"]
    context = part.context()

    assert {path for path in pages if "/soort/" in path or "/provincie/" in path} == {
        "/partners/soort/welzijn/",
        "/partners/soort/zorg/",
        "/partners/provincie/drenthe/",
        "/corporaties/provincie/drenthe/",
        "/corporaties/provincie/landelijk/",
    }
    assert pages["/partners/provincie/drenthe/"].title == "Partners in Drenthe"
    assert pages["/corporaties/provincie/landelijk/"].title == "Corporaties in heel Nederland"
    assert (part.title, part.breadcrumbs[-1]) == ("Partners: zorg", ("Partners", "/partners/"))
    assert [card.slug for _, cards in context["initials"] for card in cards] == ["zorghuis"]
    assert [choice.path for choice in context["kinds"]] == ["/partners/soort/welzijn/", part.path]
    assert (context["shown"], context["whole"]) == (1, ("/partners/", 2))
    assert context["search_path"] == "/praktijken/?soort=zorg"


def test_a_long_list_of_organisations_has_a_page_for_each_initial(monkeypatch):
    """Each links to all; the first has the address of the list."""
    monkeypatch.setattr(plan_module, "LONGEST_LIST", 2)
    pages = plan(
        make_catalogue([], [make_partner(slug, naam=slug.title(), soort="zorg") for slug in ("aa", "ab", "ca")])
    )
    lists = {path: page for path, page in pages.items() if page.kind == "partners"}
    contexts = {path: page.context() for path, page in lists.items()}

    assert list(lists) == ["/partners/", "/partners/letter/c/"]
    assert lists["/partners/letter/c/"].title == f"{lists['/partners/'].title}: C"
    assert [card.slug for _, cards in contexts["/partners/"]["initials"] for card in cards] == ["aa", "ab"]
    assert contexts["/partners/letter/c/"]["places"] == [("A", "/partners/"), ("C", "/partners/letter/c/")]


def test_shared_values_of_a_paginated_list_are_computed_once(monkeypatch):
    """So the cost of a page does not depend on the number of practices."""
    calls = []

    def count(*arguments):
        calls.append(arguments)
        return build_record(*arguments)

    monkeypatch.setattr("mvo_catalogue.pages.plan.build_record", count)
    pages = plan(
        make_catalogue([make_practice(f"p{number}") for number in range(4 * PAGE_SIZE)], [make_partner("de-brug")])
    )
    contexts = [page.context() for page in pages.values() if page.kind == "partner"]

    assert [len(context["cards"]) for context in contexts] == [PAGE_SIZE] * 4
    assert len(calls) == 1


def test_a_topic_without_practices_has_no_feed(small):
    pages = plan(small)

    assert pages["/themas/wonen/"].feed == "/feeds/themas/wonen.atom.xml"
    assert pages["/themas/leeg/"].feed == ""
    assert pages["/"].feed == "/feeds/praktijken.atom.xml"


def test_text_pages_cannot_take_an_address_of_the_site(small):
    """Every folder that the site makes is a reserved name; below `meedoen` pages are allowed.

    No name of an entry begins with a dot.
    """
    fixed = {path for name, path in vars(urls).items() if name.isupper() and isinstance(path, str)}
    folders = {path.split("/")[1] for path in (*fixed, *plan(small)) if path.count("/") > 1}

    assert folders - {"meedoen", ".well-known", ".nginx"} | {"404"} == RESERVED_SLUGS[PAGES]


def test_templates_have_no_literal_addresses():
    """They use `paths` and `text_path`; addresses are in `site/urls.py`."""
    for file in (ROOT / "theme" / "templates").rglob("*.html"):
        assert re.findall(r"""url\(["']/[^"']|absolute\(["']/|["']/[a-z-]+/["']""", file.read_text()) == [], file.name


def test_breadcrumbs_start_at_home(small):
    """Over existing pages, on every page except home and 404."""
    pages = plan(small)

    for path, page in pages.items():
        assert all(target in pages for _, target in page.breadcrumbs)
        assert not page.breadcrumbs or page.breadcrumbs[0] == ("Home", "/")
        assert page.breadcrumbs or page.kind == "moved" or path in {"/", "/404.html", "/offline.html"}


def test_a_board_note_names_a_related_practice_with_an_outcome_as_alternative():
    shared: dict[str, Any] = {"doelgroepen": ["jongeren"]}
    others = [
        make_practice("b", uitkomst="Bereik: 40 huurders.", **shared),
        make_practice("c", titel="Lang " * 20, uitkomst="De helft is tevreden.", **shared),
        make_practice("f", titel="Ander thema", uitkomst="De helft is tevreden.", **shared | {"themas": ["werken"]}),
        make_practice("g", titel="Andere huurders", uitkomst="De helft is tevreden."),
        make_practice("d", titel="Samen koken", uitkomst="De helft is tevreden.", **shared),
        make_practice("e"),
    ]
    practices = [make_practice("a", verwant=["e", "b", "c", "f", "g", "d"], **shared), *others]
    notes = plan(make_catalogue(practices, [make_partner("de-brug")], [make_topic("wonen"), make_topic("werken")]))

    assert notes["/praktijken/a/notitie/"].context()["note"].alternative == "Samen koken"
    assert notes["/praktijken/d/notitie/"].context()["note"].alternative == ""
