"""The practices as a search index: what is searched, by which values it is filtered, and what a hit shows."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from lunr_shards.builder import ref_order
from lunr_shards.write import Document, Files, Options, make_index
from mvo_catalogue.build_cache import BuildCache
from mvo_catalogue.domain.body import Body
from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.entries import (
    APPROACH,
    COURSE,
    LESSONS,
    PROBLEM,
    RESULTS,
    SECTION_ORDER,
    Practice,
    best_known_first,
    latest_year_first,
    newest_first,
)
from mvo_catalogue.domain.model import INSTRUMENTS, TARGET_GROUPS
from mvo_catalogue.domain.names import make_slug
from mvo_catalogue.domain.vocabulary import SynonymGroup, Vocabulary
from mvo_catalogue.search.analysis import analyse, word_list
from mvo_catalogue.search.compounds import Terms, read_corrections
from mvo_catalogue.site.attached import list_texts
from mvo_catalogue.site.facets import FACETS, collect_values
from mvo_catalogue.site.facts import is_reach, known_outcome, material_words, outcome_words, year_words
from mvo_catalogue.site.related import RelatedPractices
from mvo_catalogue.site.urls import material_path, practice_path, text_path
from mvo_catalogue.site.words import short_cost_words

FIELD_BOOSTS = {
    "titel": 4,
    "samenvatting": 2,
    "aanpak": 1,
    "resultaten": 1,
    "lessen": 1,
    "aanleiding": 1,
    "zoekwoorden": 4,
    "zoekvragen": 1,
    "themas": 1,
    "partners": 3,
    "plaatsen": 4,
    "delen": 2,
}
"""The fields of the index, each with how much a word in it weighs."""

LENGTH_WEIGHT = 0
"""Lunr's ``b``: how much less a word weighs in a text longer than others.

Entries are of much the same length: 0 answers as well as Lunr's own 0.75, and makes the files of terms 40 % smaller.
"""

KEYWORD = "zoekwoord"
"""The facet that is never chosen from, only completed: what is typed in a search field becomes one of its values."""
OUTCOME = "uitkomst"
"""The facet by which entries whose outcome has figures rank higher in a search for figures."""
_FIGURE = re.compile(r"\d|\b(?:helft|kwart|driekwart|derde|procent)\b")

RUNNING_TEXTS = ("aanpak", "resultaten", "lessen", "aanleiding")
"""The fields from which a hit shows the piece where the words were found."""

_START = 3
"""By how many letters of a word synonyms and names are found, as ``listed.js`` does."""

_FACETS_WITH_PAGES = ("thema", "corporatie", "partner")

_FIELDS_OF_NAMES = ("partners", "plaatsen")
"""Names are not split: Woonbedrijf is no bedrijf, Zeeland no land."""


def build_fields(practice: Practice, catalogue: Catalogue, terms: Terms) -> dict[str, str]:
    """Return the searchable text of a practice per field of the index.

    Text before the first heading or under a heading of the editor's own belongs to the approach, as do the
    course of it, the role of a housing association and what can be taken over; the outcome belongs to the results.
    """
    sections = {section.heading: section.text for section in practice.body.sections if section.heading in SECTION_ORDER}
    others = [section for section in practice.body.sections if section.heading not in SECTION_ORDER]
    around = [practice.body.lead.text, *(f"{section.heading} {section.text}" for section in others)]
    vocabularies = catalogue.vocabularies
    topics = [catalogue.topics[slug] for slug in practice.topics]
    partners = [catalogue.partners[slug] for slug in practice.actors]
    materials = [f"{material.kind.label}: {material.title}." for material in practice.materials]
    groups = [vocabularies["doelgroepen"][slug].name for slug in practice.target_groups]
    instruments = [vocabularies["instrumenten"][slug].name for slug in practice.instruments]
    document = {
        "titel": practice.title,
        "samenvatting": practice.summary,
        "aanpak": " ".join(
            filter(None, [sections.get(APPROACH), sections.get(COURSE), *around, practice.role, *materials])
        ),
        "resultaten": " ".join(filter(None, [practice.outcome, sections.get(RESULTS)])),
        "lessen": sections.get(LESSONS, ""),
        "aanleiding": sections.get(PROBLEM, ""),
        "zoekwoorden": " ".join([*practice.keywords, *groups, *instruments]),
        "zoekvragen": " ".join(practice.queries),
        "themas": " ".join(topic.name for topic in topics),
        "partners": " ".join(
            [name for partner in partners for name in (partner.name, *partner.other_names)]
            + list(practice.also_involved)
        ),
        "plaatsen": " ".join([*practice.places, *(province.label for province in practice.provinces)]),
    }
    words = [text for name, text in document.items() if name not in _FIELDS_OF_NAMES]
    return {**document, "delen": terms.parts(words)}


def build_hit(practice: Practice, catalogue: Catalogue, related: Iterable[int] = ()) -> list[Any]:
    """Return what the list of hits needs of a practice, in the order that ``docs/search.md`` gives.

    ``related`` are the numbers of the documents that it leads to, the closest first.
    """
    return [
        practice.slug,
        practice.title,
        practice.summary,
        [catalogue.topics[slug].name for slug in practice.topics],
        [catalogue.partners[slug].name for slug in practice.associations],
        [catalogue.partners[slug].name for slug in practice.partners],
        list(practice.places),
        outcome_words(practice, next((catalogue.partners[slug].name for slug in practice.actors), "")),
        short_cost_words(practice.costs),
        year_words(practice),
        material_words(one for _, one in catalogue.materials_of(practice)),
        practice.evidence.label,
        practice.evidence.rank,
        practice.published_on.isoformat(),
        practice.reviewed_on.isoformat(),
        list(related),
    ]


ORDERS: dict[str, Callable[[Practice], Any]] = {
    "bekend": best_known_first,
    "jaar": latest_year_first,
    "nieuwste": newest_first,
}
"""By its name in an address what practices are sorted by, the smallest first."""


def make_search(
    catalogue: Catalogue,
    *,
    build_cache: BuildCache | None = None,
    whole_index: bool = True,
    text_path: Callable[[str], str] = text_path,
) -> Files:
    """Yield the files of the index; with ``whole_index`` also ``lunr.json``, as stock Lunr loads it.

    ``text_path`` gives the path of a page about the catalogue, ``build_cache`` stores the terms of texts.

    Raises:
        MissingDictionary: the word list that compounds are split by has not been installed.
    """
    pages = [[text_path(page.slug), page.title, _words_of(page.title, page.body)] for page in catalogue.pages.values()]
    for practice in catalogue.practices.values():
        for material, file in list_texts(practice, catalogue):
            path = material_path(practice.slug, file.stem)
            pages.append([path, material.title, _words_of(f"{material.title} {material.kind.label}", file.body)])
    terms = read_terms(catalogue, build_cache)
    options = build_options(catalogue, terms, pages, whole_index=whole_index)
    yield from make_index(build_documents(catalogue, terms), options)
    terms.write()


def read_terms(catalogue: Catalogue, build_cache: BuildCache | None = None) -> Terms:
    """Return the terms of texts; words are split as the editors of the catalogue say."""
    return Terms(read_corrections(catalogue.vocabularies.get("samenstellingen", {})), build_cache)


def _words_of(title: str, body: Body | None) -> str:
    """Return what a page is found by: the terms of its title and headings, each once."""
    headings = " ".join([title, *(section.heading for section in (body.sections if body else ()))])
    return " ".join(dict.fromkeys(analyse(headings)))


def build_options(
    catalogue: Catalogue, terms: Terms, pages: Sequence[Sequence[str]] = (), *, whole_index: bool = True
) -> Options:
    """Return how practices are indexed; ``pages`` are path, title and words of the pages about the catalogue."""
    manifest = {
        "pages": pages,
        "path": practice_path("*"),
        "stopWords": sorted(word_list("stop_words")),
        "fillerWords": sorted(word_list("filler_words")),
        "figureWords": sorted(word_list("figure_words")),
    }
    listed = list_beginnings(build_synonyms(catalogue.vocabularies.get("synoniemen", {})), _names(catalogue))
    lists = terms.real_words() | {"begin": listed}
    return Options(FIELD_BOOSTS, list(FACETS), terms.of, LENGTH_WEIGHT, manifest, whole_index, lists=lists)


def build_documents(catalogue: Catalogue, terms: Terms) -> Iterator[Document]:
    """Yield the practices as documents, in the order that the index needs."""
    related, slugs = RelatedPractices(catalogue), sorted(catalogue.practices, key=ref_order)
    numbers = {slug: number for number, slug in enumerate(slugs)}
    for slug in slugs:
        practice = catalogue.practices[slug]
        fields = build_fields(practice, catalogue, terms)
        yield Document(
            ref=slug,
            fields=fields,
            stored=build_hit(practice, catalogue, (numbers[other] for _, other in related.found[slug])),
            values=collect_values(practice, catalogue)
            | {KEYWORD: _keywords(practice, catalogue), OUTCOME: _figures(practice)},
            orders={name: key(practice) for name, key in ORDERS.items()},
            texts=[fields[name] for name in RUNNING_TEXTS if fields[name]],
        )


def _figures(practice: Practice) -> list[tuple[str, str]]:
    """Return the one value of an entry whose outcome has figures; how many people it reached is no outcome."""
    has_figures = not is_reach(practice) and _FIGURE.search(known_outcome(practice))
    return [("cijfers", "Cijfers")] if has_figures else []


def _keywords(practice: Practice, catalogue: Catalogue) -> list[tuple[str, str]]:
    """Return what a search is finished with, as editors write it: keywords, kinds of approach, groups and places."""
    names = [
        catalogue.vocabularies[name][slug].name
        for name, slugs in ((TARGET_GROUPS, practice.target_groups), (INSTRUMENTS, practice.instruments))
        for slug in slugs
    ]
    provinces = [province.label for province in practice.provinces]
    return [(make_slug(word), word) for word in (*practice.keywords, *names, *practice.places, *provinces)]


def list_beginnings(synonyms: Sequence[Sequence[str]], names: Iterable[tuple[str, str, str]]) -> dict[str, Any]:
    """Return by their first three letters the groups of synonyms and the names with a word that begins so.

    A group has its phrases between commas and is listed under the start of each.
    A name is its facet, its value and its spelling, and is listed under the start of each of its words.
    """
    starts: defaultdict[str, tuple[list[str], list[tuple[str, str, str]]]] = defaultdict(lambda: ([], []))
    for group in synonyms:
        for start in sorted({phrase.split()[0][:_START] for phrase in group}):
            starts[start][0].append(",".join(group))
    for name in names:
        for start in sorted({term[:_START] for term in analyse(name[-1])}):
            starts[start][1].append(name)
    return starts


def _names(catalogue: Catalogue) -> Iterator[tuple[str, str, str]]:
    """Yield the themes and organisations that practices have, each once."""
    seen: set[tuple[str, str]] = set()
    for facet in _FACETS_WITH_PAGES:
        for practice in catalogue.practices.values():
            for value, label in FACETS[facet](practice, catalogue):
                if (facet, value) not in seen:
                    seen.add((facet, value))
                    yield facet, value, label


def build_synonyms(vocabulary: Vocabulary) -> list[list[str]]:
    """Return the groups of ``synoniemen``: phrases that mean the same, each as its terms with spaces between them.

    A word with hyphens is the whole without them. Phrases of which stop words leave one word ("naar werk") are left
    out: that word means much more. Not so in a name ("Den Bosch"), where each word begins with a capital.
    """
    return [
        list(dict.fromkeys(phrase for phrase in map(_as_terms, group.words) if phrase))
        for group in vocabulary.values()
        if isinstance(group, SynonymGroup)
    ]


def _as_terms(phrase: str) -> str:
    words = phrase.split()
    terms = [analyse(word)[-1] for word in words if not word_list("stop_words").issuperset(analyse(word))]
    return " ".join(terms) if len(terms) > 1 or len(words) == 1 or phrase.istitle() else ""
