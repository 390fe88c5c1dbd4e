"""The entries: practices, who takes part in them, the topics they are about, and texts about the catalogue."""

import datetime
import re
from functools import cached_property
from typing import Annotated, Any, Literal, TypeVar

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
    FileName,
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
    ValuePath,
    WebAddress,
    Year,
)
from mvo_catalogue.domain.patterns import counts_something
from mvo_catalogue.domain.values import (
    CostClass,
    Difficulty,
    Effort,
    Evaluator,
    EvidenceLevel,
    LeadTime,
    Licence,
    MaterialKind,
    MenuPlace,
    Payer,
    Phase,
    PictureLicence,
    Province,
    ReviewKind,
    Scale,
    SourceKind,
    StudyDesign,
    WorkingArea,
)

PROBLEM, APPROACH, COURSE, RESULTS, LESSONS = "Aanleiding", "Aanpak", "Verloop", "Resultaten", "Lessen"
LEAST_STEPS = 3
LONGEST_OUTCOME = 140
PRACTICE_TEXT = (
    TextPart(PROBLEM),
    TextPart(APPROACH, is_required=True, is_list=True, least_items=LEAST_STEPS),
    TextPart(COURSE),
    TextPart(RESULTS, is_list=True),
    TextPart(LESSONS, is_list=True),
)
"""The text of a practice, heading by heading, in the order in which readers get it."""

SECTION_ORDER = tuple(part.heading for part in PRACTICE_TEXT)
ONGOING = "lopend"
PART_OF = re.compile(r"[^()]+ \(([^()]+)\)")
"""A place with, between brackets, what it is a part of."""
_YEARS_OF_STATE = 3
"""The number of years after which the newest source is called old."""


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


def form_of(value: Any) -> str:
    """Return the form in which a field was written: ``mapping``, or ``plain`` for one value."""
    return "mapping" if isinstance(value, dict | ContentModel) else "plain"


Mapped = TypeVar("Mapped")
Plain = TypeVar("Plain")
Form = Annotated[Annotated[Mapped, Tag("mapping")] | Annotated[Plain, Tag("plain")], Discriminator(form_of)]
"""A field that is written as a mapping or as one value."""


class Period(ContentModel):
    """The years in which a practice ran."""

    start: Year
    end: Annotated[Year | Literal["lopend"] | None, BeforeValidator(read_period_end)] = Field(None, alias="eind")


class ReviewRecord(ContentModel):
    """The last review of an entry: when, and what was checked."""

    day: Day = Field(alias="op")
    kind: ReviewKind = Field(alias="wat")


def review_day(review: ReviewRecord | datetime.date) -> datetime.date:
    """Return the day of either form of ``gecontroleerd``."""
    return review.day if isinstance(review, ReviewRecord) else review


def review_path(review: ReviewRecord | datetime.date) -> ValuePath:
    """Return the path of the date in the front matter."""
    return ("gecontroleerd", "op") if isinstance(review, ReviewRecord) else ("gecontroleerd",)


def review_kind(review: ReviewRecord | datetime.date) -> ReviewKind:
    """Return what was checked; a plain day means that the source was read."""
    return review.kind if isinstance(review, ReviewRecord) else ReviewKind.READ


class EffortEstimate(ContentModel):
    """Own hours of the housing association in year 1: a step, the words of a source, or both."""

    step: Effort | None = Field(None, alias="klasse")
    explanation: Sentence | None = Field(None, alias="toelichting")


class LeadTimeEstimate(ContentModel):
    """Time from the decision to the first result: a step, the words of a source, or both."""

    step: LeadTime | None = Field(None, alias="klasse")
    explanation: Sentence | None = Field(None, alias="toelichting")


class DifficultyEstimate(ContentModel):
    """How many have to agree: a step, the words of a source, or both."""

    step: Difficulty | None = Field(None, alias="klasse")
    explanation: Sentence | None = Field(None, alias="toelichting")


Estimate = EffortEstimate | LeadTimeEstimate | DifficultyEstimate | Scale | None


class Study(ContentModel):
    """How the approach was studied, by whom, and over how many."""

    design: StudyDesign = Field(alias="opzet")
    by: Evaluator | None = Field(None, alias="door")
    size: Text | None = Field(None, alias="aantal")


class Costs(ContentModel):
    """What it cost in year 1: a class for the housing association, and what a source says, of whose money."""

    cost_class: CostClass | None = Field(None, alias="klasse")
    payer: Payer | None = Field(None, alias="van")
    unit: Text | None = Field(None, alias="per")
    explanation: Sentence | None = Field(None, alias="toelichting")
    price_level: Year | None = Field(None, alias="prijspeil")


class Adoption(ContentModel):
    """An organisation that copied the practice, and the result."""

    association: PartnerSlug = Field(alias="corporatie")
    year: Year | None = Field(None, alias="jaar")
    adapted: Sentence | None = Field(None, alias="aangepast")
    result: Sentence | None = Field(None, alias="resultaat")
    again: Boolean | None = Field(None, alias="opnieuw")


class Material(ContentModel):
    """A document that others may use."""

    title: Text = Field(alias="titel")
    url: WebAddress | None = None
    file: FileName | None = Field(None, alias="bestand")
    kind: MaterialKind = Field(alias="soort")
    maker: Text | None = None
    licence: Text | None = Field(None, alias="licentie")
    instruments: tuple[InstrumentSlug, ...] = Field((), alias="instrumenten")


class Picture(ContentModel):
    """A picture in the folder beside the practice."""

    file: FileName = Field(alias="bestand")
    alt: Annotated[str, Field(min_length=10, max_length=250)]
    maker: Text | None = None
    licence: PictureLicence = Field(alias="licentie")


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
    outcome: Annotated[str, Field(min_length=10, max_length=LONGEST_OUTCOME)] | None = Field(None, alias="uitkomst")
    study: Study | None = Field(None, alias="onderzoek")
    target_groups: tuple[TargetGroupSlug, ...] = Field((), alias="doelgroepen")
    places: tuple[Text, ...] = Field((), alias="plaatsen")
    provinces: tuple[Province, ...] = Field((), alias="provincies")
    areas: tuple[AreaSlug, ...] = Field((), alias="gebied")
    period: Form[Period, Text] | None = Field(None, alias="periode")
    phase: Phase | None = Field(None, alias="fase")
    disappointed: Boolean = Field(False, alias="tegengevallen")
    process_phases: tuple[ProcessPhaseSlug, ...] = Field((), alias="procesfase")
    instruments: tuple[InstrumentSlug, ...] = Field((), alias="instrumenten")
    proposal: Annotated[str, Field(min_length=10, max_length=250)] | None = Field(None, alias="voorstel")
    demand: Annotated[str, Field(min_length=5, max_length=LONGEST_OUTCOME)] | None = Field(None, alias="eis")
    costs: Costs | None = Field(None, alias="kosten")
    effort_estimate: Form[EffortEstimate, Effort] | None = Field(None, alias="inzet")
    lead_time_estimate: Form[LeadTimeEstimate, LeadTime] | None = Field(None, alias="doorlooptijd")
    difficulty_estimate: Form[DifficultyEstimate, Difficulty] | None = Field(None, alias="moeilijkheid")
    core_elements: tuple[Text, ...] = Field((), alias="werkzaam")
    adaptable_elements: tuple[Text, ...] = Field((), alias="aanpasbaar")
    conditions: tuple[Text, ...] = Field((), alias="voorwaarden")
    unsuitable: tuple[Text, ...] = Field((), alias="niet_geschikt")
    role: Sentence | None = Field(None, alias="rol_corporatie")
    adoptions: tuple[Adoption, ...] = Field((), alias="overgenomen")
    based_on: tuple[PracticeSlug, ...] = Field((), alias="gebaseerd_op")
    related: tuple[PracticeSlug, ...] = Field((), alias="verwant")
    succeeded_by: tuple[PracticeSlug, ...] = Field((), alias="opgevolgd_door")
    materials: tuple[Material, ...] = Field((), alias="materialen")
    pictures: Annotated[tuple[Picture, ...], Field(max_length=4)] = Field((), alias="beeld")
    legal_frame: LegalFrame | None = Field(None, alias="kader")
    contact: Contact | None = None
    keywords: Annotated[tuple[Text, ...], Field(max_length=12)] = Field((), alias="zoekwoorden")
    queries: Annotated[tuple[Text, ...], Field(max_length=20)] = Field((), alias="zoekvragen")
    sources: Annotated[tuple[Source, ...], Field(min_length=1)] = Field(alias="bronnen")
    published_on: Day = Field(alias="gepubliceerd")
    review: Form[ReviewRecord, Day] = Field(alias="gecontroleerd")
    licence: Licence = Field(Licence.CC_BY, alias="licentie")
    is_draft: Boolean = Field(False, alias="concept")
    former: tuple[FormerSlug, ...] = Field((), alias="vroeger")

    @property
    def cost_class(self) -> CostClass | None:
        """Return the step of ``kosten``, if the entry has one."""
        return self.costs.cost_class if self.costs else None

    @property
    def effort(self) -> Effort | None:
        """Return the step of ``inzet``, if the entry has one."""
        return self.effort_estimate.step if isinstance(self.effort_estimate, EffortEstimate) else self.effort_estimate

    @property
    def lead_time(self) -> LeadTime | None:
        """Return the step of ``doorlooptijd``, if the entry has one."""
        given = self.lead_time_estimate
        return given.step if isinstance(given, LeadTimeEstimate) else given

    @property
    def difficulty(self) -> Difficulty | None:
        """Return the step of ``moeilijkheid``, if the entry has one."""
        given = self.difficulty_estimate
        return given.step if isinstance(given, DifficultyEstimate) else given

    @property
    def reviewed_on(self) -> datetime.date:
        """Return the date of the last review."""
        return review_day(self.review)

    @property
    def review_kind(self) -> ReviewKind:
        """Return what was checked then."""
        return review_kind(self.review)

    @property
    def failed(self) -> bool:
        """Return whether it was stopped, or disappointing."""
        return self.disappointed or self.phase is Phase.STOPPED

    @property
    def latest_source_year(self) -> int | None:
        """Return the year of the newest source with a date, ``None`` when no source has one."""
        return max((int(source.date[:4]) for source in self.sources if source.date), default=None)

    @property
    def shown_places(self) -> tuple[str, ...]:
        """Return the places without one that another names as its whole: ``Gerretsonlaan (Eindhoven)``."""
        wholes = {PART_OF.sub(r"\1", place) for place in self.places if PART_OF.fullmatch(place)}
        return tuple(place for place in self.places if place not in wholes)

    @property
    def actors(self) -> tuple[str, ...]:
        """Return the slugs of all associations and partners that took part."""
        return self.associations + self.partners

    @property
    def named_files(self) -> list[tuple[ValuePath, str]]:
        """Return (path in the front matter, name) for every file beside the practice that it names."""
        named: dict[str, list[str | None]] = {
            "materialen": [material.file for material in self.materials],
            "beeld": [picture.file for picture in self.pictures],
        }
        held = [((key, index, "bestand"), name) for key, names in named.items() for index, name in enumerate(names)]
        return [(path, name) for path, name in held if name]

    @property
    def known_years(self) -> KnownYears | None:
        """Return the years in which it surely ran, ``None`` when the entry does not say so in a form that we know.

        Without an end that is the first year alone; a running practice ran until its last review.
        """
        if self.period is None or isinstance(self.period, str):
            return read_period_text(self.period or "")
        start, end = self.period.start, self.period.end
        last = max(start, self.reviewed_on.year) if end == ONGOING else end if isinstance(end, int) else start
        return KnownYears(start, last, is_start_known=True, is_end_known=end is not None)

    @property
    def years(self) -> range:
        """Return the years in which it certainly ran, if known."""
        known = self.known_years
        return range(known.first, known.last + 1) if known else range(0)

    @cached_property
    def counted_results(self) -> int:
        """Return how many items and paragraphs of the results hold a figure that is not merely a year."""
        results = self.body.section(RESULTS)
        return sum(map(counts_something, results.points)) if results else 0

    def old_state(self, today: datetime.date) -> int | None:
        """Return the year of the newest source when that is longer than three years ago, else ``None``."""
        year = self.latest_source_year
        return year if year and today.year - year > _YEARS_OF_STATE else None


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
    succeeded_by: tuple[PartnerSlug, ...] = Field((), alias="opgevolgd_door")
    sources: tuple[Source, ...] = Field((), alias="bronnen")
    review: Form[ReviewRecord, Day] = Field(alias="gecontroleerd")
    former: tuple[FormerSlug, ...] = Field((), alias="vroeger")

    @property
    def reviewed_on(self) -> datetime.date:
        """Return the date of the last review."""
        return review_day(self.review)

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
    former: tuple[FormerSlug, ...] = Field((), alias="vroeger")


NEEDED_PAGES = ("contact", "meedoen", "over", "privacy", "toegankelijkheid")
"""Pages that other pages of the site link to."""


class News(Entry):
    """One entry of ``content/nieuws/``."""

    title: Annotated[str, Field(min_length=3, max_length=110)] = Field(alias="titel")
    summary: Annotated[str, Field(min_length=40, max_length=300)] = Field(alias="samenvatting")
    date: Day = Field(alias="datum")
    former: tuple[FormerSlug, ...] = Field((), alias="vroeger")


def best_known_first(practice: Practice) -> tuple[int, int, int, int, int, str]:
    """Sort key: of which practice most is known about what it yielded; it says nothing about how well it works.

    The level of evidence decides. Among equals the most results with a figure come first, then the most different
    publishers among the sources (who says it), then the latest year of a source that has a date, then the last
    published. The slug only settles what is equal in all of these.
    """
    publishers = {source.publisher for source in practice.sources}
    latest = practice.latest_source_year or 0
    published = practice.published_on.toordinal()
    return -practice.evidence.rank, -practice.counted_results, -len(publishers), -latest, -published, practice.slug


def newest_first(practice: Practice) -> tuple[int, tuple[int, int, int, int, int, str]]:
    """Sort key: last published first; of one day the best known first."""
    return -practice.published_on.toordinal(), best_known_first(practice)


def latest_year_first(practice: Practice) -> tuple[int, tuple[int, int, int, int, int, str]]:
    """Sort key: what began last first, and what does not say when last of all; of one year the best known first."""
    known = practice.known_years
    return -known.first if known else 0, best_known_first(practice)
