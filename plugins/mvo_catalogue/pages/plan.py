"""Say which pages there are: the address, the template and what the template gets."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from markupsafe import Markup

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.entries import Partner, Topic
from mvo_catalogue.domain.model import PARTNER_KINDS, PARTNERS, PRACTICES
from mvo_catalogue.domain.practice import Practice, best_known_first, newest_first
from mvo_catalogue.domain.values import EvidenceLevel
from mvo_catalogue.pages.board_note import build_board_note
from mvo_catalogue.pages.cards import PartnerCard, Views, group_by_initial
from mvo_catalogue.pages.contribute import build_form_steps, build_organisation_field, form_texts
from mvo_catalogue.pages.fit import build_fit_facts, build_fit_kinds, build_fit_partners, build_fit_questions
from mvo_catalogue.pages.organisation import (
    Adoptions,
    Part,
    build_part_links,
    build_parts,
    build_record,
    shown_offers,
    shown_website,
)
from mvo_catalogue.pages.overview import (
    build_evidence_matrix,
    build_kind_matrix,
    build_province_map,
    build_timeline,
)
from mvo_catalogue.pages.practice import build_linked_data, build_practice_view
from mvo_catalogue.pages.related import Alike, Lineage
from mvo_catalogue.pages.social_image import SocialImage
from mvo_catalogue.pages.topic import build_topic_view
from mvo_catalogue.schema.tree import build_schema
from mvo_catalogue.site import urls
from mvo_catalogue.site.requests import Letter, Requests, build_letter
from mvo_catalogue.site.site import Site
from mvo_catalogue.site.words import count_words

PAGE_SIZE = 20
"""How many practices one part of a list shows."""

_HOME_BEST = 3
_HOME_NEWEST = 6
_ACTIVE_PARTNERS = 12
_TOPIC_PARTNERS = 8
_ENTRY_PAGES = ("een-bedrijf-benaderen", "samen-in-de-keten")
_APPROACH_PAGE = "een-bedrijf-benaderen"
CONTRIBUTE_PAGE = "meedoen"


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
    """One page to be written; ``context`` is called when it is, so that a plan stays small.

    ``changed`` is the day on which what it says was last checked, when that is known.
    """

    path: str
    template: str
    kind: str
    title: str
    description: str
    context: Callable[[], dict[str, Any]]
    breadcrumbs: tuple[tuple[str, str], ...] = ()
    feed: str = ""
    index: bool = True
    image: SocialImage | None = None
    changed: datetime.date | None = None

    @property
    def file(self) -> str:
        """Return the file that a server shows at this path, relative to the root of the site."""
        return self.path[1:] + ("index.html" if self.path.endswith("/") else "")

    @property
    def url(self) -> str:
        """Return the path as Pelican writes it; this and the rest is what its plugins ask of a page."""
        return self.path[1:]

    @property
    def status(self) -> str:
        """Return ``hidden`` for a page that search engines leave out."""
        return "published" if self.index else "hidden"

    @property
    def modified(self) -> datetime.datetime | None:
        """Return when the page was last changed, if it says so."""
        return datetime.datetime.combine(self.changed, datetime.time(), datetime.UTC) if self.changed else None

    @property
    def translations(self) -> tuple[()]:
        """Return the same page in other languages: there are none."""
        return ()


HOME_CRUMB = ("Home", urls.HOME)
_PRACTICES_CRUMB = ("Praktijken", urls.PRACTICE_LIST)
_TOPICS_CRUMB = ("Thema’s", urls.TOPIC_LIST)
_PARTNERS_CRUMB = ("Partners", urls.PARTNER_LIST)
_ASSOCIATIONS_CRUMB = ("Corporaties", urls.ASSOCIATION_LIST)


def plan_pages(catalogue: Catalogue, site: Site) -> list[PagePlan]:
    """Return every page of the site except exports, in a fixed order; the catalogue holds no drafts."""
    planner = _Planner(catalogue, site)
    plans = [
        planner.home(),
        *planner.practice_lists(),
        *map(planner.practice, catalogue.practices.values()),
        *map(planner.board_note, catalogue.practices.values()),
        planner.topic_list(),
        *(plan for topic in catalogue.topics.values() for plan in planner.topic(topic)),
        *planner.partner_lists(),
        *planner.association_lists(),
        *(plan for partner in catalogue.partners.values() for plan in planner.partner(partner)),
        planner.contribute(),
        planner.overview(),
        planner.fit(),
        *planner.plain_pages(),
    ]
    return [plan if plan.image else replace(plan, image=planner.image) for plan in plans]


def site_image(site: Site) -> SocialImage:
    """Return the image of pages that have none of their own."""
    return SocialImage(urls.image_path(urls.HOME), site.name, site.tagline)


def topic_image(topic: Topic, count: int, site: Site) -> SocialImage:
    """Return the image of a theme with so many practices, and of each practice of which it is the first theme."""
    path, words = urls.image_path(urls.topic_path(topic.slug)), count_words(count, "praktijk", "praktijken")
    return SocialImage(path, site.name, topic.question, topic.name, words)


class _Planner:
    """Knows the catalogue and its cards while the pages are planned."""

    def __init__(self, catalogue: Catalogue, site: Site) -> None:
        self.catalogue = catalogue
        self.site = site
        self.views = Views(catalogue)
        self.adoptions = Adoptions(catalogue, self.views)
        self.alike = Alike(catalogue)
        self.lineage = Lineage(catalogue)
        self.requests = Requests(catalogue)
        self.image = site_image(site)
        self.topic_images = {
            slug: topic_image(topic, len(catalogue.practices_by_topic.get(slug, ())), site)
            for slug, topic in catalogue.topics.items()
        }
        self.practice_words = count_words(site.practice_count, "praktijk", "praktijken")

    def home(self) -> PagePlan:
        practices = self.catalogue.practices.values()
        pages = self.catalogue.pages

        def context() -> dict[str, Any]:
            return {
                "pillars": self.views.pillars,
                "best_known": self.views.cards(sorted(practices, key=best_known_first)[:_HOME_BEST]),
                "newest": self.views.cards(sorted(practices, key=newest_first)[:_HOME_NEWEST]),
                "provinces": build_province_map(practices),
                "entry_pages": [
                    (pages[slug].title, pages[slug].summary, self.site.text_path(slug))
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
        whole = PagePlan(urls.PRACTICE_LIST, "practice_list.html", "practices", title, description, dict, (HOME_CRUMB,))
        yield from self.parts(whole, ordered)

        def context() -> dict[str, Any]:
            return {"initials": group_by_initial(self.views.cards(ordered), lambda card: card.practice.title)}

        yield PagePlan(
            urls.PRACTICE_INDEX,
            "practice_index.html",
            "practices-a-z",
            "Praktijken van A tot Z",
            f"Alle {self.practice_words} op alfabet.",
            context,
            (HOME_CRUMB, _PRACTICES_CRUMB),
        )

    def practice(self, practice: Practice) -> PagePlan:
        views, catalogue = self.views, self.catalogue
        breadcrumbs = (HOME_CRUMB, _PRACTICES_CRUMB)
        image = self.topic_images[practice.topics[0]]

        def context() -> dict[str, Any]:
            partners = catalogue.partners
            lineage = self.lineage.of(practice)
            alike = self.alike.similar_to(practice, {other.slug for _, other in lineage})
            linked_data = build_linked_data(practice, catalogue, self.site, breadcrumbs, image.path)
            return {
                "practice": practice,
                "fit": build_fit_facts(practice, self.catalogue),
                "topics": [views.topic_card(slug) for slug in practice.topics],
                "view": build_practice_view(practice, catalogue, has_lineage=bool(lineage), has_alike=bool(alike)),
                "lead": practice.body.lead,
                "sections": practice.body.sections,
                "participant_names": catalogue.participant_names(practice),
                "lineage": [(reason, views.practice_card(other)) for reason, other in lineage],
                "alike": [(reason, views.practice_card(other)) for reason, other in alike],
                "adoptions": [
                    (
                        views.partner_card(adoption.association) if adoption.association in partners else None,
                        adoption,
                    )
                    for adoption in practice.adoptions
                ],
                "review_age_months": practice.months_since_review(self.site.today),
                "source_file": practice.path,
                "note_path": urls.board_note_path(practice.slug),
                "approach_page": self.site.text_path(_APPROACH_PAGE) if _APPROACH_PAGE in catalogue.pages else "",
                "linked_data": Markup(linked_data),  # noqa: S704  # has no < or & left in it
            }

        return PagePlan(
            urls.practice_path(practice.slug),
            "practice.html",
            "practice",
            practice.title,
            practice.summary,
            context,
            breadcrumbs,
            image=image,
            changed=practice.reviewed_on,
        )

    def board_note(self, practice: Practice) -> PagePlan:
        """Plan the page of a practice that a board gets on paper; search engines get the practice itself."""
        path = urls.practice_path(practice.slug)
        return PagePlan(
            urls.board_note_path(practice.slug),
            "board_note.html",
            "board-note",
            f"Bestuursnotitie: {practice.title}",
            practice.summary,
            lambda: {"practice": practice, "note": build_board_note(practice, self.catalogue), "practice_page": path},
            (HOME_CRUMB, _PRACTICES_CRUMB, ("Deze praktijk", path)),
            index=False,
            image=self.topic_images[practice.topics[0]],
        )

    def topic_list(self) -> PagePlan:
        description = "De vragen van corporaties, met de praktijken die er een antwoord op geven."
        return PagePlan(
            urls.TOPIC_LIST,
            "topic_list.html",
            "topics",
            "Thema’s",
            description,
            lambda: {"pillars": self.views.pillars},
            (HOME_CRUMB,),
        )

    def topic(self, topic: Topic) -> Iterator[PagePlan]:
        practices = sorted(self.catalogue.practices_by_topic.get(topic.slug, ()), key=best_known_first)
        view = build_topic_view(topic, practices, self.catalogue, self.views)

        def context() -> dict[str, Any]:
            most_active = self.views.most_active
            return {
                "topic": topic,
                "body": topic.body,
                "view": view,
                "partners": most_active((practice.partners for practice in practices), _TOPIC_PARTNERS),
                "associations": most_active((practice.associations for practice in practices), _TOPIC_PARTNERS),
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
            (HOME_CRUMB, _TOPICS_CRUMB),
            urls.topic_feed(topic.slug) if practices else "",
            image=self.topic_images[topic.slug],
        )
        yield from self.parts(whole, view.rest)

    def partner_lists(self) -> Iterator[PagePlan]:
        return self.organisations(
            urls.PARTNER_LIST,
            "partners",
            "Partners",
            "De bedrijven, gemeenten, scholen en andere organisaties die met corporaties samenwerken.",
            [partner for partner in self.catalogue.partners.values() if not partner.is_association],
        )

    def association_lists(self) -> Iterator[PagePlan]:
        return self.organisations(
            urls.ASSOCIATION_LIST,
            "associations",
            "Corporaties",
            "De woningcorporaties in deze catalogus, met wat zij deden.",
            [partner for partner in self.catalogue.partners.values() if partner.is_association],
        )

    def organisations(
        self, path: str, kind: str, title: str, description: str, partners: Sequence[Partner]
    ) -> Iterator[PagePlan]:
        """Plan a list from A to Z, and beside it one for each kind and each province, so that nobody needs a script."""
        parts = build_parts(partners, self.catalogue)

        def context(shown: Sequence[Partner], chosen: Part | None) -> dict[str, Any]:
            return {
                "initials": group_by_initial(
                    (self.views.partner_card(partner.slug) for partner in shown), _partner_name
                ),
                "kinds": build_part_links(path, parts, "soort", chosen),
                "provinces": build_part_links(path, parts, "provincie", chosen),
                "shown": len(shown),
                "whole": (path, len(partners)),
                "search_path": urls.search_path((chosen.name, chosen.value)) if chosen else "",
            }

        whole = partial(context, partners, None)
        yield PagePlan(path, "partner_list.html", kind, f"{title} van A tot Z", description, whole, (HOME_CRUMB,))
        for part in parts:
            yield PagePlan(
                urls.organisations_path(path, part.name, part.value),
                "partner_list.html",
                kind,
                part.title(title),
                part.description(title),
                partial(context, part.partners, part),
                (HOME_CRUMB, (title, path)),
            )

    def partner(self, partner: Partner) -> Iterator[PagePlan]:
        practices = sorted(self.catalogue.practices_by_partner.get(partner.slug, ()), key=best_known_first)
        fellows = self.views.most_active((one.actors for one in practices), _ACTIVE_PARTNERS, without=partner.slug)
        can_be_asked = not partner.is_association and not partner.succeeded_by

        def context() -> dict[str, Any]:
            return {
                "partner": partner,
                "body": partner.body,
                "offers": shown_offers(partner, self.catalogue),
                "website": shown_website(partner),
                "record": build_record(partner, practices, self.views, _ACTIVE_PARTNERS),
                "letter": self.letter(partner, practices) if can_be_asked else None,
                "taken_over": self.adoptions.from_(partner.slug),
                "kind": self.catalogue.value_name(PARTNER_KINDS, partner.kind),
                "took_over": self.adoptions.by(partner.slug),
                "fellow_partners": fellows,
                "successor": self.views.successor(partner),
                "predecessors": self.views.predecessors.get(partner.slug, []),
                "approach_page": self.site.text_path(_APPROACH_PAGE) if _APPROACH_PAGE in self.catalogue.pages else "",
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
            (HOME_CRUMB, _ASSOCIATIONS_CRUMB if partner.is_association else _PARTNERS_CRUMB),
        )
        yield from self.parts(whole, practices)

    def letter(self, partner: Partner, practices: Sequence[Practice]) -> Letter:
        return build_letter(partner, practices, self.requests.for_partner(partner, practices), self.site)

    def contribute(self) -> PagePlan:
        def context() -> dict[str, Any]:
            return {
                "steps": build_form_steps(build_schema(PRACTICES, self.catalogue)),
                "new_organisation": build_organisation_field(build_schema(PARTNERS, self.catalogue)),
                "item_names": form_texts().items,
                "data_path": urls.FORM_DATA,
                "template_path": urls.PRACTICE_TEMPLATE,
                "source_pattern": urls.practice_source_path("*"),
            }

        parent = ("Meedoen", self.site.text_path(CONTRIBUTE_PAGE))
        breadcrumbs = (HOME_CRUMB, parent) if CONTRIBUTE_PAGE in self.catalogue.pages else (HOME_CRUMB,)
        return PagePlan(
            urls.CONTRIBUTE,
            "contribute.html",
            "contribute",
            "Voeg een praktijk toe",
            "Vul stap voor stap in wat er is gedaan, door wie en waar dat staat. Zonder account.",
            context,
            breadcrumbs,
        )

    def overview(self) -> PagePlan:
        practices = self.catalogue.practices.values()
        topics = [card for _, cards in self.views.pillars for card in cards]

        def context() -> dict[str, Any]:
            return {
                "levels": list(EvidenceLevel),
                "by_evidence": build_evidence_matrix(self.catalogue, topics),
                "by_kind": build_kind_matrix(self.catalogue, topics),
                "provinces": build_province_map(practices),
                "timeline": build_timeline(practices, self.site.today.year),
            }

        return PagePlan(
            urls.OVERVIEW,
            "overview.html",
            "overview",
            "De catalogus in beeld",
            f"Waar gaan de {self.practice_words} over, met wie, waar en wanneer? Kies een vakje, provincie of jaar.",
            context,
            (HOME_CRUMB,),
        )

    def fit(self) -> PagePlan:
        def context() -> dict[str, Any]:
            return {
                "questions": build_fit_questions(self.catalogue),
                "kinds": build_fit_kinds(self.catalogue),
                "known_partners": build_fit_partners(self.catalogue),
            }

        return PagePlan(
            urls.FIT,
            "fit.html",
            "fit",
            "Past dit bij ons?",
            "Zeg wat uw corporatie heeft, en zie bij elke praktijk wat past, wat niet past en wat u nog nodig hebt.",
            context,
            (HOME_CRUMB,),
        )

    def plain_pages(self) -> Iterator[PagePlan]:
        """Plan the pages whose template needs nothing; the list of news has the articles of Pelican in its context."""
        home, words = (HOME_CRUMB,), f"Zoek in {self.practice_words} op woorden, thema's, partners en plaatsen."
        news = "Wat er veranderde in de catalogus, het nieuwste eerst."
        compare = "Leg praktijken naast elkaar en zie waarin ze verschillen."
        gone, offline = "Deze pagina is er niet (meer).", "Deze pagina is nog niet op dit apparaat bewaard."
        yield PagePlan(urls.NEWS_LIST, "news.html", "news", "Nieuws", news, dict, home)
        yield PagePlan(urls.SEARCH, "search.html", "search", "Zoeken", words, dict, home)
        yield PagePlan(
            urls.COMPARE, "compare.html", "compare", "Praktijken vergelijken", compare, dict, home, index=False
        )
        yield PagePlan(urls.NOT_FOUND, "not_found.html", "not-found", "Pagina niet gevonden", gone, dict, index=False)
        yield PagePlan(urls.OFFLINE, "offline.html", "offline", "U hebt geen verbinding", offline, dict, index=False)

    def parts(self, whole: PagePlan, practices: Sequence[Practice]) -> Iterator[PagePlan]:
        """Yield a page that lists practices in parts, at least one; each part gets its cards and where it stands."""
        count = max(1, -(-len(practices) // PAGE_SIZE))
        paths = tuple(urls.numbered(whole.path, number) for number in range(1, count + 1))
        for number, path in enumerate(paths, 1):
            part = practices[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
            context = partial(self.part_context, whole, part, Pagination(number, paths))
            title = whole.title if number == 1 else f"{whole.title}, deel {number}"
            yield replace(whole, path=path, title=title, context=context, index=number == 1)

    def part_context(self, whole: PagePlan, part: Sequence[Practice], pagination: Pagination) -> dict[str, Any]:
        return {**whole.context(), "cards": self.views.cards(part), "pagination": pagination}


def _partner_name(card: PartnerCard) -> str:
    return card.name
