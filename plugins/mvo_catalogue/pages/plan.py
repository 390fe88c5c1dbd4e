"""Plan the pages of the site: their path, template and context."""

import datetime
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import Any, TypeVar

from markupsafe import Markup

from mvo_catalogue.domain.attachments import Attachment
from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.entries import Material, News, Page, Partner, Practice, Topic, best_known_first, newest_first
from mvo_catalogue.domain.model import OFFERS, PARTNER_KINDS, PARTNERS, PRACTICES
from mvo_catalogue.domain.reviews import months_between
from mvo_catalogue.domain.values import EvidenceLevel, MenuPlace, Province
from mvo_catalogue.pages.board_note import build_board_note
from mvo_catalogue.pages.cards import Cards, group_by_initial
from mvo_catalogue.pages.contribute import build_form_steps, build_organisation_field, feedback_kinds, form_texts
from mvo_catalogue.pages.fit import build_fit_questions
from mvo_catalogue.pages.organisation import Adoptions, build_letter, build_parts, build_record
from mvo_catalogue.pages.overview import build_evidence_matrix, build_kind_matrix, build_province_map, build_timeline
from mvo_catalogue.pages.practice import build_linked_data, build_practice_view
from mvo_catalogue.pages.social_image import SocialImage
from mvo_catalogue.pages.topic import build_topic_view
from mvo_catalogue.reads import Read, recording
from mvo_catalogue.schema.tree import build_schema
from mvo_catalogue.site import urls
from mvo_catalogue.site.attached import licence_words, list_materials, list_pictures, list_texts
from mvo_catalogue.site.contact import Calls
from mvo_catalogue.site.data_files import build_dataset, data_files
from mvo_catalogue.site.facts import is_reach
from mvo_catalogue.site.former import build_former_values, former_paths, list_former, list_removed
from mvo_catalogue.site.headers import EMBED_POLICY
from mvo_catalogue.site.related import RelatedPractices
from mvo_catalogue.site.requests import Requests
from mvo_catalogue.site.site import Site
from mvo_catalogue.site.words import with_capital, without_capital
from mvo_catalogue.texts import Words, count_words, load_texts

Item = TypeVar("Item")

PAGE_SIZE = 20
"""The number of practices in one part of a list."""

TABLE_SIZE = 500
"""The number of practices in one part of the table, in which a reader sorts and searches; docs/adr/0020."""

LONGEST_LIST = 1_000
"""The most organisations on one page; with more, each initial has a page of its own."""

_HOME_BEST = 3
_HOME_FAILED = 3
_HOME_NEWEST = 6
_ACTIVE_PARTNERS = 12
_EMBEDDED = 5
_TOPIC_PARTNERS = 8
_LONGEST_ALTERNATIVE = 80
"""Characters of the title of another practice in a board note, so that its alternatives are two lines."""

_APPROACH_PAGE = "een-bedrijf-benaderen"
CONTRIBUTE_PAGE = "meedoen"

Context = Callable[[], dict[str, Any]]
Crumb = tuple[str, str]
Trail = tuple[Crumb, ...]
"""The (label, path) of the pages above a page, the first page first."""


@dataclass(frozen=True, slots=True)
class Pagination:
    """The position of a page in a list of parts; numbers begin at 1."""

    number: int
    paths: tuple[str, ...]

    @property
    def last(self) -> int:
        """Return the number of the last part."""
        return len(self.paths)


@dataclass(frozen=True)
class PagePlan:
    """One page to write; ``context`` is only called then, so that a plan stays small.

    ``changed`` is the day of the last review of its content, if known. ``reads`` is what was read to plan it, when
    the same and what ``context`` reads give the same page; ``find_shared`` finds mappings by their names in those.
    """

    path: str
    template: str
    kind: str
    title: str
    description: str
    context: Context
    breadcrumbs: Trail = ()
    feed: str = ""
    index: bool = True
    image: SocialImage | None = None
    changed: datetime.date | None = None
    reads: Collection[Read] | None = None
    find_shared: Callable[[str], Mapping[str, Any]] | None = None

    @property
    def file(self) -> str:
        """Return the file at this path, relative to the root of the site."""
        return self.path[1:] + ("index.html" if self.path.endswith("/") else "")

    @property
    def url(self) -> str:
        """Return the path as Pelican writes it; this and the next properties are what its plugins expect of a page."""
        return self.path[1:]

    @property
    def status(self) -> str:
        """Return ``hidden`` for a page that search engines leave out."""
        return "published" if self.index else "hidden"

    @property
    def modified(self) -> datetime.datetime | None:
        """Return when the page was last changed, if known."""
        return datetime.datetime.combine(self.changed, datetime.time(), datetime.UTC) if self.changed else None

    @property
    def translations(self) -> tuple[()]:
        """Return the translations of the page: there are none."""
        return ()


HOME_CRUMB = ("Home", urls.HOME)
_PRACTICES_CRUMB = ("Praktijken", urls.PRACTICE_LIST)
_TOPICS_CRUMB = ("Thema’s", urls.TOPIC_LIST)
_PARTNERS_CRUMB = ("Partners", urls.PARTNER_LIST)
_ASSOCIATIONS_CRUMB = ("Corporaties", urls.ASSOCIATION_LIST)
_PRACTICE_TRAIL = (HOME_CRUMB, _PRACTICES_CRUMB)


def plan_pages(catalogue: Catalogue, site: Site) -> list[PagePlan]:
    """Return every page of the site in a fixed order; the catalogue has no drafts."""
    with recording() as reads:
        planner = _Planner(catalogue, site)
    planner.first_reads = reads
    pages = [
        planner.home(),
        *planner.practice_lists(),
        *planner.recorded(lambda practice: [planner.practice(practice)], catalogue.practices),
        *planner.recorded(lambda practice: [planner.board_note(practice)], catalogue.practices),
        *(plan for practice in catalogue.practices.values() for plan in planner.materials(practice)),
        planner.page("topic_list", urls.TOPIC_LIST, lambda: {"pillars": [*planner.cards.pillars.items()]}),
        *(plan for topic in catalogue.topics.values() for plan in planner.topic(topic)),
        *planner.organisations("partners", _PARTNERS_CRUMB, is_association=False),
        *planner.organisations("associations", _ASSOCIATIONS_CRUMB, is_association=True),
        *planner.recorded(lambda partner: [*planner.partner(partner)], catalogue.partners),
        planner.contribute(),
        planner.page("feedback", urls.FEEDBACK, lambda: {"kinds": feedback_kinds()}),
        planner.overview(),
        planner.fit(),
        planner.data(),
        *planner.embeds(),
        *planner.plain_pages(),
    ]
    return [*pages, *planner.moved(pages), *planner.removed()]


def site_image(site: Site) -> SocialImage:
    """Return the image of pages without one of their own."""
    return SocialImage(urls.image_path(urls.HOME), site.name, site.tagline)


class _PageWords(Words):
    title: str
    description: str


class _Planner:
    """Plans the pages of one catalogue."""

    def __init__(self, catalogue: Catalogue, site: Site) -> None:
        self.first_reads: Collection[Read] = ()
        self.catalogue = catalogue
        self.site = site
        self.words = load_texts("pages", dict[str, _PageWords])
        self.cards = Cards(catalogue)
        self.adoptions = Adoptions(catalogue, self.cards)
        self.requests = Requests(catalogue)
        self.calls = Calls(catalogue)
        self.related = RelatedPractices(catalogue)
        self.image = site_image(site)
        self.topic_images = {slug: self.topic_image(topic) for slug, topic in catalogue.topics.items()}
        self.approach_page = site.text_path(_APPROACH_PAGE) if _APPROACH_PAGE in catalogue.pages else ""

    def find_shared(self, name: str) -> Mapping[str, Any]:
        """Return the mapping with this name in a `Read`.

        Raises:
            LookupError: there is none.
        """
        owner, _, attribute = name.partition(".")
        owners = {type(one).__name__: one for one in vars(self).values()}
        found = getattr(owners[owner], attribute, None)
        if not isinstance(found, Mapping):
            raise LookupError(name)
        return found

    def recorded(self, plan: Callable[[Item], list[PagePlan]], entries: Mapping[str, Item]) -> Iterator[PagePlan]:
        """Yield the pages of entries, each with what planning it reads if it is the only one of its entry."""
        for slug in entries:
            with recording() as reads:
                pages = plan(entries[slug])
            reads.update(self.first_reads)
            is_only = len(pages) == 1  # parts share a frame, which only the first of them reads
            yield from (replace(page, reads=reads, find_shared=self.find_shared) if is_only else page for page in pages)

    def topic_image(self, topic: Topic) -> SocialImage:
        """Return the image of a theme, which practices with that theme first have too."""
        path, count = urls.image_path(urls.topic_path(topic.slug)), self.cards.topics[topic.slug].count
        return SocialImage(path, self.site.name, topic.question, topic.name, _count_practices(count))

    def page(
        self, kind: str, path: str, context: Context = dict, above: Trail = (HOME_CRUMB,), **values: str
    ) -> PagePlan:
        """Return a page with the title, description and template of its kind; ``values`` fill in the first two."""
        words, gaps = self.words[kind], {"practices": _count_practices(self.site.practice_count), **values}
        title, description = words.title.format(**gaps), words.description.format(**gaps)
        return PagePlan(path, f"{kind}.html", kind, title, description, context, above, image=self.image)

    def home(self) -> PagePlan:
        practices = self.catalogue.practices.values()
        best = sorted(practices, key=best_known_first)[:_HOME_BEST]
        by_day = sorted(practices, key=newest_first)
        failed = [practice for practice in by_day if practice.failed][:_HOME_FAILED]
        entry_pages = [page for page in self.site.pages if page.menu == MenuPlace.NONE]
        page = self.page(
            "home",
            urls.HOME,
            lambda: {
                "practice_total": self.site.practice_count,
                "partner_total": self.site.partner_count,
                "changed_on": self.site.last_changed,
                "pillars": [*self.cards.pillars.items()],
                "best_known": self.cards.of(best),
                "failed": self.cards.of(failed),
                "failed_path": urls.search_path(urls.FAILED),
                "newest": self.cards.of([one for one in by_day if one not in (*best, *failed)][:_HOME_NEWEST]),
                "provinces": build_province_map(practices),
                "entry_pages": [(page.title, page.summary, self.site.text_path(page.slug)) for page in entry_pages],
            },
            above=(),
            name=self.site.name,
            tagline=self.site.tagline,
        )
        return replace(page, feed=urls.PRACTICE_FEED)

    def practice_lists(self) -> Iterator[PagePlan]:
        """Plan the list of practices, where one searches and filters, also at its former address, and the table."""
        ordered = sorted(self.catalogue.practices.values(), key=best_known_first)
        search = self.page(
            "search",
            urls.PRACTICE_LIST,
            lambda: {"practice_total": len(ordered), "former": build_former_values(self.catalogue)},
        )
        first, *others = self.parts(search, ordered)
        title, path = self.words["former_search"].title, urls.FORMER_SEARCH
        former = replace(first, path=path, title=title, breadcrumbs=_PRACTICE_TRAIL, index=False)
        yield from (first, former, *others)
        table = self.page("practice_table", urls.PRACTICE_TABLE, above=_PRACTICE_TRAIL)
        yield from self.parts(table, ordered, TABLE_SIZE)

    def practice(self, practice: Practice) -> PagePlan:
        path, context = urls.practice_path(practice.slug), partial(self.practice_context, practice)
        page = self.page("practice", path, context, _PRACTICE_TRAIL, title=practice.title, summary=practice.summary)
        return replace(page, image=self.topic_images[practice.topics[0]], changed=practice.reviewed_on)

    def practice_context(self, practice: Practice) -> dict[str, Any]:
        cards, catalogue = self.cards, self.catalogue
        image = self.topic_images[practice.topics[0]].path
        linked_data = build_linked_data(practice, catalogue, self.site, _PRACTICE_TRAIL, image)
        return {
            "practice": practice,
            "view": build_practice_view(practice, catalogue),
            "who": self.calls.about(practice),
            "participant_names": sorted(catalogue.participant_names(practice)),
            "related": [(reason, cards.practices[slug]) for reason, slug in self.related.found[practice.slug]],
            "adoptions": [(cards.partners[adoption.association], adoption) for adoption in practice.adoptions],
            "review_age_months": months_between(practice.reviewed_on, self.site.today),
            "old_state": practice.old_state(self.site.today),
            "note_path": urls.board_note_path(practice.slug),
            "approach_page": self.approach_page,
            "materials": list_materials(practice, catalogue),
            "pictures": list_pictures(practice, catalogue),
            "linked_data": Markup(linked_data),  # noqa: S704  # has no < or & left in it
        }

    def board_note(self, practice: Practice) -> PagePlan:
        """Plan the board note of a practice; search engines should show the practice itself."""
        path = urls.practice_path(practice.slug)

        def context() -> dict[str, Any]:
            call = self.calls.about(practice)
            note = build_board_note(practice, self.catalogue, self.alternative(practice), call)
            return {"practice": practice, "note": note, "who": call, "practice_page": path}

        page = self.page(
            "board_note",
            urls.board_note_path(practice.slug),
            context,
            (*_PRACTICE_TRAIL, ("Deze praktijk", path)),
            title=practice.title,
            summary=practice.summary,
        )
        return replace(page, image=self.topic_images[practice.topics[0]], index=False)

    def alternative(self, practice: Practice) -> str:
        """Return the title of a related practice that the board could choose instead, or ``""``.

        It has the same first topic and a target group or instrument in common, and its outcome is known.
        """
        related = (self.catalogue.practices[slug] for _, slug in self.related.found[practice.slug])
        own = {*practice.target_groups, *practice.instruments}
        alike = (one for one in related if one.topics[0] == practice.topics[0])
        alike = (one for one in alike if not own.isdisjoint((*one.target_groups, *one.instruments)))
        known = (one.title for one in alike if one.outcome and not is_reach(one))
        return next((title for title in known if len(title) <= _LONGEST_ALTERNATIVE), "")

    def materials(self, practice: Practice) -> Iterator[PagePlan]:
        """Plan the page of each text that comes with a practice, such as a checklist or a letter."""
        for material, file in list_texts(practice, self.catalogue):
            page = self.page(
                "material",
                urls.material_path(practice.slug, file.stem),
                partial(self.material_context, practice, material, file),
                (*_PRACTICE_TRAIL, (practice.title, urls.practice_path(practice.slug))),
                title=material.title,
                practice=practice.title,
            )
            yield replace(page, image=self.topic_images[practice.topics[0]])

    def material_context(self, practice: Practice, material: Material, file: Attachment) -> dict[str, Any]:
        source = urls.attached_path(practice.slug, file.name)
        terms = with_capital(licence_words(material.licence))
        return {
            "practice": practice,
            "who": self.calls.about(practice),
            "material": material,
            "body": file.body,
            "source": source,
            "terms": terms,
        }

    def topic(self, topic: Topic) -> Iterator[PagePlan]:
        practices = sorted(self.catalogue.practices_by_topic.get(topic.slug, ()), key=best_known_first)
        view, most_active = build_topic_view(topic, practices, self.catalogue, self.cards), self.cards.most_active
        page = self.page(
            "topic",
            urls.topic_path(topic.slug),
            lambda: {
                "topic": topic,
                "view": view,
                "partners": most_active((practice.partners for practice in practices), _TOPIC_PARTNERS),
                "associations": most_active((practice.associations for practice in practices), _TOPIC_PARTNERS),
                "other_topics": self.cards.neighbours(topic),
                "practice_total": len(practices),
            },
            (HOME_CRUMB, _TOPICS_CRUMB),
            name=topic.name,
            question=topic.question,
            practices=_count_practices(len(practices)),
        )
        feed = urls.topic_feed(topic.slug) if practices else ""
        yield from self.parts(replace(page, feed=feed, image=self.topic_images[topic.slug]), view.rest)

    def organisations(self, kind: str, crumb: Crumb, *, is_association: bool) -> Iterator[PagePlan]:
        """Plan a list from A to Z, and one for each kind and each province, so that filtering needs no script."""
        everybody, path = crumb
        partners = [one for one in self.catalogue.partners.values() if one.is_association == is_association]
        parts = build_parts(path, partners, self.catalogue)

        def context(shown: Sequence[Partner], search_path: str) -> dict[str, Any]:
            return {
                "kinds": [part.link for part in parts if part.name == urls.KIND],
                "provinces": [part.link for part in parts if part.name == urls.PROVINCE],
                "shown": len(shown),
                "whole": (path, len(partners)),
                "search_path": search_path,
            }

        pages = [*self.by_initial(self.page(kind, path, partial(context, partners, "")), partners)]
        for part in parts:
            label, is_province = part.link.label, part.name == urls.PROVINCE and part.value != Province.NATIONWIDE
            inside = label if is_province else without_capital(label)
            shown = partial(context, part.partners, urls.search_path((part.name, part.value)))
            names = {"everybody": everybody, "label": label, "inside": inside}
            page = self.page(part.name, part.link.path, shown, (HOME_CRUMB, crumb), **names)
            pages += self.by_initial(page, part.partners)
        return (replace(page, kind=kind, template="partner_list.html") for page in pages)

    def by_initial(self, whole: PagePlan, partners: Sequence[Partner]) -> Iterator[PagePlan]:
        """Yield a page that lists organisations by initial; a long list in parts, the first at the path of it all."""
        groups = group_by_initial(partners, lambda partner: partner.name)
        parts = [[group] for group in groups] if len(partners) > LONGEST_LIST else [groups]
        paths = [urls.initial_path(whole.path, part[0][0]) if at else whole.path for at, part in enumerate(parts)]
        places = [(part[0][0], path) for part, path in zip(parts, paths, strict=True)] if len(parts) > 1 else []

        def context(part: Sequence[tuple[str, Sequence[Partner]]]) -> dict[str, Any]:
            cards = [(initial, [self.cards.partners[one.slug] for one in found]) for initial, found in part]
            return {**whole.context(), "initials": cards, "places": places}

        for at, part in enumerate(parts):
            title = f"{whole.title}: {part[0][0]}" if at else whole.title
            yield replace(whole, path=paths[at], title=title, context=partial(context, part))

    def partner(self, partner: Partner) -> Iterator[PagePlan]:
        practices = sorted(self.catalogue.practices_by_partner.get(partner.slug, ()), key=best_known_first)
        practices.sort(key=lambda practice: partner.slug not in (*practice.associations, *practice.partners[:1]))
        most_active = partial(self.cards.most_active, limit=_ACTIVE_PARTNERS, without=partner.slug)
        page = self.page(
            "partner",
            urls.partner_path(partner.slug),
            lambda: {
                "partner": partner,
                "offers": [name for _, name in self.catalogue.names(OFFERS, partner.offers)],
                "record": build_record(partner, practices, self.cards, _ACTIVE_PARTNERS),
                "letter": build_letter(partner, practices, self.requests, self.site.today.year),
                "taken_over": self.adoptions.given.get(partner.slug),
                "kind": self.catalogue.value_name(PARTNER_KINDS, partner.kind),
                "took_over": self.adoptions.taken.get(partner.slug),
                "fellow_partners": most_active(one.actors for one in practices),
                "successors": [self.cards.partners[slug] for slug in partner.succeeded_by],
                "predecessors": self.cards.predecessors.get(partner.slug),
                "approach_page": self.approach_page,
            },
            (HOME_CRUMB, _ASSOCIATIONS_CRUMB if partner.is_association else _PARTNERS_CRUMB),
            name=partner.name,
            practices=_count_practices(len(practices)),
            core_business=f" {partner.core_business.rstrip('.')}." if partner.core_business else "",
        )
        yield from self.parts(page, practices)

    def contribute(self) -> PagePlan:
        parent = ("Meedoen", self.site.text_path(CONTRIBUTE_PAGE))
        return self.page(
            "contribute",
            urls.CONTRIBUTE,
            lambda: {
                "steps": build_form_steps(build_schema(PRACTICES, self.catalogue)),
                "new_organisation": build_organisation_field(build_schema(PARTNERS, self.catalogue)),
                "item_names": form_texts().items,
            },
            (HOME_CRUMB, parent) if CONTRIBUTE_PAGE in self.catalogue.pages else (HOME_CRUMB,),
        )

    def overview(self) -> PagePlan:
        practices = self.catalogue.practices.values()
        topics = [card for cards in self.cards.pillars.values() for card in cards]
        return self.page(
            "overview",
            urls.OVERVIEW,
            lambda: {
                "practice_total": self.site.practice_count,
                "levels": list(EvidenceLevel),
                "by_evidence": build_evidence_matrix(self.catalogue, topics),
                "by_kind": build_kind_matrix(self.catalogue, topics),
                "provinces": build_province_map(practices),
                "timeline": build_timeline(practices, self.site.today.year),
            },
        )

    def fit(self) -> PagePlan:
        return self.page(
            "fit",
            urls.FIT,
            lambda: {"practice_total": self.site.practice_count, "questions": build_fit_questions(self.catalogue)},
        )

    def data(self) -> PagePlan:
        with_practices = self.catalogue.practices_by_topic
        return self.page(
            "data",
            urls.DATA,
            lambda: {
                "files": data_files(),
                "dataset": build_dataset(self.site),
                "example": next(iter(self.catalogue.practices), ""),
                "topics": [topic for slug, topic in self.catalogue.topics.items() if slug in with_practices],
            },
        )

    def embeds(self) -> Iterator[PagePlan]:
        """Plan the lists that other sites can embed: the newest practices, of all and of each topic."""
        catalogue = self.catalogue
        themes = [slug for slug in catalogue.topics if slug in catalogue.practices_by_topic]
        everything = list(catalogue.practices.values())
        yield self.embed(urls.EMBED, urls.PRACTICE_LIST, "Nieuwe praktijken", everything, themes)
        for slug in themes:
            heading, practices = f"Praktijken: {catalogue.topics[slug].name}", catalogue.practices_by_topic[slug]
            yield self.embed(urls.embed_path(slug), urls.topic_path(slug), heading, practices)

    def embed(
        self, path: str, whole: str, heading: str, practices: Sequence[Practice], themes: Sequence[str] = ()
    ) -> PagePlan:
        def context() -> dict[str, Any]:
            partners, newest = self.catalogue.partners, sorted(practices, key=newest_first)[:_EMBEDDED]
            shown = [(practice, [partners[slug].name for slug in practice.associations[:2]]) for practice in newest]
            return {
                "practices": shown,
                "total": len(practices),
                "whole": whole,
                "themes": themes,
                "policy": EMBED_POLICY,
            }

        return replace(self.page("embed", path, context, heading=heading), index=False)

    def plain_pages(self) -> Iterator[PagePlan]:
        """Plan the pages without a context of their own; Pelican gives the list of news its articles."""
        yield self.page("news", urls.NEWS_LIST)
        yield replace(self.page("compare", urls.COMPARE), index=False)
        yield replace(self.page("not_found", urls.NOT_FOUND, above=()), index=False)
        yield replace(self.page("offline", urls.OFFLINE, above=()), index=False)

    def moved(self, pages: Sequence[PagePlan]) -> Iterator[PagePlan]:
        """Plan a page at each former address of these pages and of texts that Pelican writes."""
        former = list_former(self.catalogue, self.site)
        texts: tuple[Page | News, ...] = (*self.catalogue.pages.values(), *self.catalogue.news.values())
        places = [(page.path, page.title) for page in pages] + [(self.site.path_of(text), text.title) for text in texts]
        for path, title in places:
            for old in former_paths(path, former):
                context = partial(dict[str, Any], to=path, heading=title)
                yield replace(self.page("moved", old, context, ()), index=False, image=None)

    def removed(self) -> Iterator[PagePlan]:
        """Plan the pages at the addresses of entries that were removed."""
        for removed in list_removed(self.catalogue, self.site):
            for path in removed.paths:
                yield replace(self.page("removed", path, partial(dict[str, Any], removed=removed)), index=False)

    def parts(self, whole: PagePlan, practices: Sequence[Practice], size: int = PAGE_SIZE) -> Iterator[PagePlan]:
        """Yield the parts of a page that lists practices, at least one; each gets its cards and its pagination."""
        count = max(1, -(-len(practices) // size))
        paths = tuple(urls.numbered(whole.path, number) for number in range(1, count + 1))

        frame = cache(whole.context) if count > 1 else whole.context  # all parts share it

        def context(number: int) -> dict[str, Any]:
            cards = self.cards.of(practices[(number - 1) * size : number * size])
            return {**frame(), "cards": cards, "pagination": Pagination(number, paths)}

        for number, path in enumerate(paths, 1):
            title = whole.title if number == 1 else f"{whole.title}, deel {number}"
            yield replace(whole, path=path, title=title, context=partial(context, number), index=number == 1)


def _count_practices(count: int) -> str:
    return count_words(count, "praktijk", "praktijken")
