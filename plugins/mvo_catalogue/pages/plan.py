"""Say which pages there are: the address, the template and what the template gets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.page import Page
from mvo_catalogue.domain.partner import Partner
from mvo_catalogue.domain.practice import Practice, newest_first, strongest_first
from mvo_catalogue.domain.topic import Topic
from mvo_catalogue.pages.alphabet import group_by_letter
from mvo_catalogue.pages.views import PartnerCard, Views
from mvo_catalogue.site import urls
from mvo_catalogue.site.facts import practice_facts
from mvo_catalogue.site.site import Site
from mvo_catalogue.site.words import count_words

PAGE_SIZE = 30
"""How many practices one part of a list shows."""

_HOME_CARDS = 6
_ACTIVE_PARTNERS = 12
_ENTRY_PAGES = ("een-bedrijf-benaderen", "samen-in-de-keten")
_APPROACH_PAGE = "een-bedrijf-benaderen"


@dataclass(frozen=True, slots=True)
class Pagination:
    """Where in a list that is cut into parts a page stands."""

    number: int
    paths: tuple[str, ...]

    @property
    def last(self) -> int:
        """Return the number of the last part."""
        return len(self.paths)

    @property
    def previous_path(self) -> str:
        """Return the path of the part before, ``""`` at the first."""
        return self.paths[self.number - 2] if self.number > 1 else ""

    @property
    def next_path(self) -> str:
        """Return the path of the part after, ``""`` at the last."""
        return self.paths[self.number] if self.number < self.last else ""


@dataclass(frozen=True)
class PagePlan:
    """One page to be written; ``context`` is called when it is, so that a plan stays small."""

    path: str
    template: str
    kind: str
    title: str
    description: str
    context: Callable[[], dict[str, Any]]
    breadcrumbs: tuple[tuple[str, str], ...] = ()
    feed: str = ""
    index: bool = True

    @property
    def file(self) -> str:
        """Return the file that a server shows at this path, relative to the root of the site."""
        return self.path[1:] + ("index.html" if self.path.endswith("/") else "")


_HOME_CRUMB = ("Home", urls.HOME)
_PRACTICES_CRUMB = ("Praktijken", urls.PRACTICE_LIST)
_TOPICS_CRUMB = ("Thema's", urls.TOPIC_LIST)
_PARTNERS_CRUMB = ("Partners", urls.PARTNER_LIST)
_ASSOCIATIONS_CRUMB = ("Corporaties", urls.ASSOCIATION_LIST)


def plan_pages(catalogue: Catalogue, site: Site) -> list[PagePlan]:
    """Return every page of the site except exports, in a fixed order; the catalogue holds no drafts."""
    planner = _Planner(catalogue, site)
    return [
        planner.home(),
        *planner.practice_lists(),
        *map(planner.practice, catalogue.practices.values()),
        planner.topic_list(),
        *(plan for topic in catalogue.topics.values() for plan in planner.topic(topic)),
        planner.partner_list(),
        planner.association_list(),
        *(plan for partner in catalogue.partners.values() for plan in planner.partner(partner)),
        *map(planner.text, catalogue.pages.values()),
        planner.search(),
        planner.not_found(),
        planner.offline(),
    ]


class _Planner:
    """Knows the catalogue and its cards while the pages are planned."""

    def __init__(self, catalogue: Catalogue, site: Site) -> None:
        self.catalogue = catalogue
        self.site = site
        self.views = Views(catalogue)
        self.practice_words = count_words(site.practice_count, "praktijk", "praktijken")

    def home(self) -> PagePlan:
        practices = self.catalogue.practices.values()
        pages = self.catalogue.pages

        def context() -> dict[str, Any]:
            return {
                "pillars": self.views.pillars,
                "best_supported": self.views.cards(sorted(practices, key=strongest_first)[:_HOME_CARDS]),
                "newest": self.views.cards(sorted(practices, key=newest_first)[:_HOME_CARDS]),
                "entry_pages": [
                    (pages[slug].title, pages[slug].summary, urls.text_path(slug))
                    for slug in _ENTRY_PAGES
                    if slug in pages
                ],
            }

        return PagePlan(
            urls.HOME,
            "home.html",
            "home",
            self.site.name,
            self.site.tagline,
            context,
            feed=urls.PRACTICE_FEED,
        )

    def practice_lists(self) -> Iterator[PagePlan]:
        ordered = sorted(self.catalogue.practices.values(), key=newest_first)
        title = "Alle praktijken"
        description = f"{self.practice_words} van woningcorporaties en hun partners, de nieuwste eerst."
        whole = PagePlan(
            urls.PRACTICE_LIST, "practice_list.html", "practices", title, description, dict, (_HOME_CRUMB,)
        )
        yield from self.parts(whole, ordered)

        def context() -> dict[str, Any]:
            return {"letters": group_by_letter(self.views.cards(ordered), lambda card: card.title)}

        yield PagePlan(
            urls.PRACTICE_INDEX,
            "practice_index.html",
            "practices-a-z",
            "Praktijken van A tot Z",
            f"Alle {self.practice_words} op alfabet.",
            context,
            (_HOME_CRUMB, _PRACTICES_CRUMB),
        )

    def practice(self, practice: Practice) -> PagePlan:
        views = self.views

        def context() -> dict[str, Any]:
            partners = self.catalogue.partners
            return {
                "practice": practice,
                "topics": [views.topic_card(slug) for slug in practice.topics],
                "associations": [views.partner_card(slug) for slug in practice.associations],
                "partners": [views.partner_card(slug) for slug in practice.partners],
                "facts": practice_facts(practice, self.catalogue.vocabularies),
                "lead": practice.body.lead,
                "sections": practice.body.sections,
                "related": views.related(practice),
                "adoptions": [
                    (
                        views.partner_card(adoption.association) if adoption.association in partners else None,
                        adoption,
                    )
                    for adoption in practice.adoptions
                ],
                "review_age_months": practice.months_since_review(self.site.today),
                "source_file": practice.path,
            }

        return PagePlan(
            urls.practice_path(practice.slug),
            "practice.html",
            "practice",
            practice.title,
            practice.summary,
            context,
            (_HOME_CRUMB, _PRACTICES_CRUMB),
        )

    def topic_list(self) -> PagePlan:
        description = "De vragen van corporaties, met de praktijken die er een antwoord op geven."
        return PagePlan(
            urls.TOPIC_LIST,
            "topic_list.html",
            "topics",
            "Thema's",
            description,
            lambda: {"pillars": self.views.pillars},
            (_HOME_CRUMB,),
        )

    def topic(self, topic: Topic) -> Iterator[PagePlan]:
        practices = sorted(self.catalogue.practices_by_topic.get(topic.slug, ()), key=strongest_first)
        partners = self.views.most_active_partners(practices, _ACTIVE_PARTNERS)

        def context() -> dict[str, Any]:
            return {
                "topic": topic,
                "body": topic.body,
                "partners": partners,
                "other_topics": self.views.neighbours(topic),
                "practice_total": len(practices),
            }

        description = (
            f"{topic.question} {count_words(len(practices), 'praktijk', 'praktijken')} bij het thema {topic.name}."
        )
        whole = PagePlan(
            urls.topic_path(topic.slug),
            "topic.html",
            "topic",
            topic.name,
            description,
            context,
            (_HOME_CRUMB, _TOPICS_CRUMB),
            urls.topic_feed(topic.slug) if practices else "",
        )
        yield from self.parts(whole, practices)

    def partner_list(self) -> PagePlan:
        return self.organisations(
            urls.PARTNER_LIST,
            "partners",
            "Partners van A tot Z",
            "De bedrijven, gemeenten, scholen en andere organisaties die met corporaties samenwerken.",
            [partner for partner in self.catalogue.partners.values() if not partner.is_association],
        )

    def association_list(self) -> PagePlan:
        return self.organisations(
            urls.ASSOCIATION_LIST,
            "associations",
            "Corporaties van A tot Z",
            "De woningcorporaties in deze catalogus, met wat zij deden.",
            [partner for partner in self.catalogue.partners.values() if partner.is_association],
        )

    def organisations(
        self, path: str, kind: str, title: str, description: str, partners: Sequence[Partner]
    ) -> PagePlan:
        def context() -> dict[str, Any]:
            cards = [self.views.partner_card(partner.slug) for partner in partners]
            kinds = Counter(card.kind_label for card in cards)
            return {"letters": group_by_letter(cards, _partner_name), "kind_counts": sorted(kinds.items())}

        return PagePlan(path, "partner_list.html", kind, title, description, context, (_HOME_CRUMB,))

    def partner(self, partner: Partner) -> Iterator[PagePlan]:
        practices = sorted(self.catalogue.practices_by_partner.get(partner.slug, ()), key=strongest_first)
        fellows = self.views.most_active_partners(practices, _ACTIVE_PARTNERS, without=partner.slug)
        has_approach_page = _APPROACH_PAGE in self.catalogue.pages and not partner.is_association

        def context() -> dict[str, Any]:
            return {
                "partner": partner,
                "body": partner.body,
                "fellow_partners": fellows,
                "successor": self.views.successor(partner),
                "predecessors": self.views.predecessors.get(partner.slug, []),
                "approach_page": urls.text_path(_APPROACH_PAGE) if has_approach_page else "",
                "practice_total": len(practices),
            }

        words = count_words(len(practices), "praktijk", "praktijken")
        core_business = f" {partner.core_business.rstrip('.')}." if partner.core_business else ""
        whole = PagePlan(
            urls.partner_path(partner.slug),
            "partner.html",
            "partner",
            partner.name,
            f"{partner.name}: {words} in deze catalogus.{core_business}",
            context,
            (_HOME_CRUMB, _ASSOCIATIONS_CRUMB if partner.is_association else _PARTNERS_CRUMB),
        )
        yield from self.parts(whole, practices)

    def text(self, page: Page) -> PagePlan:
        def context() -> dict[str, Any]:
            return {"text": page, "body": page.body, "source_file": page.path}

        return PagePlan(
            urls.text_path(page.slug), "page.html", "text", page.title, page.summary, context, (_HOME_CRUMB,)
        )

    def search(self) -> PagePlan:
        return PagePlan(
            urls.SEARCH,
            "search.html",
            "search",
            "Zoeken",
            f"Zoek in {self.practice_words} op woorden, thema's, partners en plaatsen.",
            dict,
            (_HOME_CRUMB,),
            index=False,
        )

    def not_found(self) -> PagePlan:
        description = "Deze pagina is er niet (meer)."
        return PagePlan(
            urls.NOT_FOUND,
            "not_found.html",
            "not-found",
            "Pagina niet gevonden",
            description,
            dict,
            index=False,
        )

    def offline(self) -> PagePlan:
        description = "Deze pagina is nog niet op dit apparaat bewaard."
        return PagePlan(
            urls.OFFLINE,
            "offline.html",
            "offline",
            "U hebt geen verbinding",
            description,
            dict,
            index=False,
        )

    def parts(self, whole: PagePlan, practices: Sequence[Practice]) -> Iterator[PagePlan]:
        """Yield a page that lists practices in parts, at least one; each part gets its cards and where it stands."""
        count = max(1, -(-len(practices) // PAGE_SIZE))
        paths = tuple(urls.numbered(whole.path, number) for number in range(1, count + 1))
        for number, path in enumerate(paths, 1):
            part = practices[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
            pagination = Pagination(number, paths)

            def context(part: Sequence[Practice] = part, pagination: Pagination = pagination) -> dict[str, Any]:
                return {**whole.context(), "cards": self.views.cards(part), "pagination": pagination}

            title = whole.title if number == 1 else f"{whole.title}, deel {number}"
            yield replace(whole, path=path, title=title, context=context, index=number == 1)


def _partner_name(card: PartnerCard) -> str:
    return card.name
