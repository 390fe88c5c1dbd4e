"""The entries: practices, who takes part in them, the topics they are about, and texts about the catalogue."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Discriminator, Field, Tag

from mvo_catalogue.domain.dates import KnownYears, read_period_text
from mvo_catalogue.domain.model import (
    HOUSING_ASSOCIATION,
    AreaSlug,
    AssociationSlug,
    Boolean,
    Contact,
    ContentModel,
    Day,
    Entry,
    FieldType,
    FormerSlug,
    InstrumentSlug,
    LegalBasisSlug,
    OfferSlug,
    OtherPartnerSlug,
    PartialDate,
    PartnerKindSlug,
    PartnerSlug,
    PillarSlug,
    PracticeSlug,
    ProcessPhaseSlug,
    SecureWebAddress,
    Sentence,
    TargetGroupSlug,
    Text,
    TextPart,
    TopicSlug,
    WebAddress,
    Year,
)
from mvo_catalogue.domain.patterns import counts_something
from mvo_catalogue.domain.values import (
    CostClass,
    Difficulty,
    Effort,
    EvidenceLevel,
    LeadTime,
    Licence,
    MaterialKind,
    MenuPlace,
    Phase,
    Province,
    SourceKind,
    WorkingArea,
)

PROBLEM, APPROACH, RESULTS, LESSONS = "Aanleiding", "Aanpak", "Resultaten", "Lessen"
LEAST_STEPS = 3
PRACTICE_TEXT = (
    TextPart(PROBLEM),
    TextPart(APPROACH, is_required=True, is_list=True, least_items=LEAST_STEPS),
    TextPart(RESULTS, is_list=True),
    TextPart(LESSONS, is_list=True),
)
"""The text of a practice, heading by heading, in the order in which readers get it."""

SECTION_ORDER = tuple(part.heading for part in PRACTICE_TEXT)
ONGOING = "lopend"


class Source(ContentModel):
    """A publication that carries the statements of an entry."""

    title: Text = Field(alias="titel")
    publisher: Text = Field(alias="uitgever")
    url: WebAddress | None = None
    date: PartialDate | None = Field(None, alias="datum")
    archive: WebAddress | None = Field(None, alias="archief")
    kind: SourceKind | None = Field(None, alias="soort")
    remark: Sentence | None = Field(None, alias="opmerking")


def read_period_end(value: Any) -> Any:
    """Return a year as a number and ``lopend`` as it is; everything else is refused in one message."""
    if value in (None, ONGOING):
        return value
    if isinstance(value, str | int) and re.fullmatch(r"(19|20)[0-9]{2}", str(value)):
        return int(value)
    raise ValueError("period_end")


def period_form(value: Any) -> str:
    """Return which of the two forms of ``periode`` an editor chose: years in a mapping, or free text."""
    return "mapping" if isinstance(value, dict | Period) else "text"


class Period(ContentModel):
    """The years in which a practice ran."""

    start: Year
    end: Annotated[Year | Literal["lopend"] | None, BeforeValidator(read_period_end)] = Field(None, alias="eind")


PeriodForm = Annotated[Annotated[Period, Tag("mapping")] | Annotated[Text, Tag("text")], Discriminator(period_form)]


class Costs(ContentModel):
    """What it cost the housing association in year 1."""

    cost_class: CostClass | None = Field(None, alias="klasse")
    explanation: Sentence | None = Field(None, alias="toelichting")
    price_level: Year | None = Field(None, alias="prijspeil")


class Adoption(ContentModel):
    """Somebody who copied the practice, and how that went."""

    association: PartnerSlug = Field(alias="corporatie")
    year: Year = Field(alias="jaar")
    adapted: Sentence | None = Field(None, alias="aangepast")
    result: Sentence | None = Field(None, alias="resultaat")
    again: Boolean | None = Field(None, alias="opnieuw")


class Material(ContentModel):
    """A document that others may use."""

    title: Text = Field(alias="titel")
    url: WebAddress
    kind: MaterialKind = Field(alias="soort")
    licence: Text | None = Field(None, alias="licentie")


class LegalFrame(ContentModel):
    """The law that a practice rests on, with the date of that remark."""

    basis: LegalBasisSlug = Field(alias="grondslag")
    reviewed_on: Day = Field(alias="gecontroleerd")


class Practice(Entry):
    """One entry of ``content/practices/``; the fields in the order in which editors write them."""

    title: Annotated[str, Field(min_length=5, max_length=110)] = Field(alias="titel")
    summary: Annotated[str, Field(min_length=40, max_length=300), FieldType.LONG_TEXT] = Field(alias="samenvatting")
    topics: Annotated[tuple[TopicSlug, ...], Field(min_length=1, max_length=5)] = Field(alias="themas")
    associations: tuple[AssociationSlug, ...] = Field((), alias="corporaties")
    partners: tuple[OtherPartnerSlug, ...] = ()
    also_involved: tuple[Text, ...] = Field((), alias="ook_betrokken")
    evidence: EvidenceLevel = Field(alias="onderbouwing")
    target_groups: tuple[TargetGroupSlug, ...] = Field((), alias="doelgroepen")
    places: tuple[Text, ...] = Field((), alias="plaatsen")
    provinces: tuple[Province, ...] = Field((), alias="provincies")
    areas: tuple[AreaSlug, ...] = Field((), alias="gebied")
    period: PeriodForm | None = Field(None, alias="periode")
    phase: Phase | None = Field(None, alias="fase")
    process_phases: tuple[ProcessPhaseSlug, ...] = Field((), alias="procesfase")
    instruments: tuple[InstrumentSlug, ...] = Field((), alias="instrumenten")
    costs: Costs | None = Field(None, alias="kosten")
    effort: Effort | None = Field(None, alias="inzet")
    lead_time: LeadTime | None = Field(None, alias="doorlooptijd")
    difficulty: Difficulty | None = Field(None, alias="moeilijkheid")
    core_elements: tuple[Text, ...] = Field((), alias="werkzaam")
    adaptable_elements: tuple[Text, ...] = Field((), alias="aanpasbaar")
    conditions: tuple[Text, ...] = Field((), alias="voorwaarden")
    unsuitable: tuple[Text, ...] = Field((), alias="niet_geschikt")
    adoptions: tuple[Adoption, ...] = Field((), alias="overgenomen")
    based_on: tuple[PracticeSlug, ...] = Field((), alias="gebaseerd_op")
    related: tuple[PracticeSlug, ...] = Field((), alias="verwant")
    succeeded_by: tuple[PracticeSlug, ...] = Field((), alias="opgevolgd_door")
    materials: tuple[Material, ...] = Field((), alias="materialen")
    legal_frame: LegalFrame | None = Field(None, alias="kader")
    contact: Contact | None = None
    keywords: Annotated[tuple[Text, ...], Field(max_length=12)] = Field((), alias="zoekwoorden")
    sources: Annotated[tuple[Source, ...], Field(min_length=1)] = Field(alias="bronnen")
    published_on: Day = Field(alias="gepubliceerd")
    reviewed_on: Day = Field(alias="gecontroleerd")
    licence: Licence = Field(Licence.CC_BY, alias="licentie")
    is_draft: Boolean = Field(False, alias="concept")
    former: tuple[FormerSlug, ...] = Field((), alias="vroeger")

    @property
    def actors(self) -> tuple[str, ...]:
        """Return the slugs of everybody with a page of their own who took part, associations first."""
        return self.associations + self.partners

    @property
    def known_years(self) -> KnownYears | None:
        """Return the years in which it surely ran, ``None`` when the entry does not say so in a form that we know.

        Without an end that is the first year alone; what still runs did so when somebody last checked it.
        """
        if self.period is None or isinstance(self.period, str):
            return read_period_text(self.period or "")
        start, end = self.period.start, self.period.end
        last = max(start, self.reviewed_on.year) if end == ONGOING else end if isinstance(end, int) else start
        return KnownYears(start, last, is_start_known=True, is_end_known=end is not None)

    @property
    def years(self) -> range:
        """Return the years in which it surely ran, none when nobody said so."""
        known = self.known_years
        return range(known.first, known.last + 1) if known else range(0)

    @cached_property
    def counted_results(self) -> int:
        """Return how many points and paragraphs of the results hold a figure that is more than a year."""
        results = self.body.section(RESULTS)
        return sum(map(counts_something, results.points)) if results else 0


class Partner(Entry):
    """One entry of ``content/partners/``: an organisation that takes part, a housing association among them."""

    name: Text = Field(alias="naam")
    kind: PartnerKindSlug = Field(alias="soort")
    working_area: WorkingArea | None = Field(None, alias="werkgebied")
    core_business: Annotated[str, Field(min_length=1, max_length=300), FieldType.LONG_TEXT] | None = Field(
        None, alias="kernactiviteit"
    )
    offers: tuple[OfferSlug, ...] = Field((), alias="biedt")
    website: SecureWebAddress | None = None
    other_names: tuple[Text, ...] = Field((), alias="andere_namen")
    succeeded_by: PartnerSlug | None = Field(None, alias="opgevolgd_door")
    sources: tuple[Source, ...] = Field((), alias="bronnen")
    reviewed_on: Day = Field(alias="gecontroleerd")
    former: tuple[FormerSlug, ...] = Field((), alias="vroeger")

    @property
    def is_association(self) -> bool:
        """Return whether this is a housing association."""
        return self.kind == HOUSING_ASSOCIATION


class SubjectOfGroup(ContentModel):
    """What practices of a topic are about when they are for this target group."""

    target_group: TargetGroupSlug = Field(alias="doelgroep")
    subject: Text = Field(alias="onderwerp")


class Topic(Entry):
    """One entry of ``content/themes/``: a question that readers have, with the practices that answer it."""

    name: Text = Field(alias="naam")
    question: Sentence = Field(alias="vraag")
    pillar: PillarSlug = Field(alias="pijler")
    order: Annotated[int, Field(ge=0)] = Field(1000, alias="volgorde")
    keywords: tuple[Text, ...] = Field((), alias="zoekwoorden")
    subject: Text | None = Field(None, alias="onderwerp")
    subjects_of_groups: tuple[SubjectOfGroup, ...] = Field((), alias="onderwerp_per_doelgroep")
    former: tuple[FormerSlug, ...] = Field((), alias="vroeger")


class Page(Entry):
    """One entry of ``content/pages/``."""

    title: Annotated[str, Field(min_length=3, max_length=110)] = Field(alias="titel")
    summary: Annotated[str, Field(min_length=40, max_length=300)] = Field(alias="samenvatting")
    order: Annotated[int, Field(ge=0)] = Field(1000, alias="volgorde")
    menu: MenuPlace = Field(MenuPlace.BOTTOM)
    menu_name: Annotated[str, Field(min_length=2, max_length=30)] | None = Field(None, alias="menunaam")


NEEDED_PAGES = ("contact", "meedoen", "over", "privacy", "toegankelijkheid")
"""Pages that other pages of the site link to."""


class News(Entry):
    """One entry of ``content/nieuws/``."""

    title: Annotated[str, Field(min_length=3, max_length=110)] = Field(alias="titel")
    summary: Annotated[str, Field(min_length=40, max_length=300)] = Field(alias="samenvatting")
    date: Day = Field(alias="datum")


def best_known_first(practice: Practice) -> tuple[int, int, int, int, int, str]:
    """Sort key: of which practice most is known about what it yielded; it says nothing about how well it works.

    The level of evidence decides. Among equals the most results with a figure come first, then the most different
    publishers among the sources (who says it), then the latest year of a source that has a date, then the last
    published. The slug only settles what is equal in all of these.
    """
    publishers = {source.publisher for source in practice.sources}
    latest = max((int(source.date[:4]) for source in practice.sources if source.date), default=0)
    published = practice.published_on.toordinal()
    return -practice.evidence.rank, -practice.counted_results, -len(publishers), -latest, -published, practice.slug


def newest_first(practice: Practice) -> tuple[int, str]:
    """Sort key: last published first, then by slug."""
    return -practice.published_on.toordinal(), practice.slug
