"""A practice: what a housing association or its partners did, with whom, how it went and who says so."""

from __future__ import annotations

import datetime
import re
from typing import Annotated, Any

from pydantic import BeforeValidator, Discriminator, Field, Tag
from pydantic_core import PydanticCustomError

from mvo_catalogue.domain.model import (
    Boolean,
    Contact,
    ContentModel,
    Day,
    Entry,
    InstrumentSlug,
    LegalBasisSlug,
    PartialDate,
    PartnerSlug,
    PracticeSlug,
    TargetGroupSlug,
    Text,
    TopicSlug,
    WebAddress,
    Year,
)
from mvo_catalogue.domain.values import (
    CostClass,
    Difficulty,
    Effort,
    EvidenceLevel,
    LeadTime,
    Licence,
    MaterialKind,
    Phase,
    ProcessPhase,
    Province,
    SourceKind,
)

PROBLEM, APPROACH, RESULTS, LESSONS = "Aanleiding", "Aanpak", "Resultaten", "Lessen"
SECTION_ORDER = (PROBLEM, APPROACH, RESULTS, LESSONS)
ONGOING = "lopend"


class Source(ContentModel):
    """A publication that carries the statements of an entry."""

    title: Text = Field(alias="titel", description="Titel van het artikel, rapport of bericht.")
    publisher: Text = Field(alias="uitgever", description="Wie het heeft uitgegeven.")
    url: WebAddress | None = Field(None, description="Volledig webadres.")
    date: PartialDate | None = Field(None, alias="datum", description="Dag, maand of alleen het jaar.")
    archive: WebAddress | None = Field(None, alias="archief", description="Adres van een bewaarde kopie.")
    kind: SourceKind | None = Field(None, alias="soort", description="Soort bron; een studie is 'onderzoek'.")
    remark: Text | None = Field(None, alias="opmerking", description="Wat een lezer over deze bron moet weten.")


def read_period_end(value: Any) -> Any:
    """Return a year as a number and ``lopend`` as it is; everything else is refused in one message."""
    if value in (None, ONGOING):
        return value
    if isinstance(value, str) and re.fullmatch(r"(19|20)[0-9]{2}", value):
        return int(value)
    raise PydanticCustomError("period_end", "period end")


def period_form(value: Any) -> str:
    """Return which of the two forms of ``periode`` an editor chose: years in a mapping, or free text."""
    return "mapping" if isinstance(value, dict | Period) else "text"


class Period(ContentModel):
    """The years in which a practice ran."""

    start: Year = Field(description="Eerste jaar.")
    end: Annotated[int | str | None, BeforeValidator(read_period_end)] = Field(
        None, alias="eind", description="Laatste jaar, of 'lopend'."
    )


class Costs(ContentModel):
    """What it cost the housing association in year 1."""

    cost_class: CostClass | None = Field(None, alias="klasse", description="Kosten in jaar 1, van 0 tot 5.")
    explanation: Text | None = Field(None, alias="toelichting", description="Bedragen zoals de bron ze noemt.")
    price_level: Year | None = Field(None, alias="prijspeil", description="Jaar van de bedragen.")


class Adoption(ContentModel):
    """Somebody who copied the practice, and how that went."""

    association: PartnerSlug = Field(alias="corporatie", description="Wie de aanpak overnam.")
    year: Year = Field(alias="jaar", description="Het jaar van de start.")
    adapted: Text | None = Field(None, alias="aangepast", description="Wat er anders is gedaan.")
    result: Text | None = Field(None, alias="resultaat", description="Wat het opleverde.")
    again: Boolean | None = Field(None, alias="opnieuw", description="Zou deze corporatie het opnieuw doen?")


class Material(ContentModel):
    """A document that others may use."""

    title: Text = Field(alias="titel", description="Naam van het document.")
    url: WebAddress = Field(description="Volledig webadres.")
    kind: MaterialKind = Field(alias="soort", description="Soort document.")
    licence: Text | None = Field(None, alias="licentie", description="Onder welke licentie.")


class LegalFrame(ContentModel):
    """The law that a practice rests on, with the date of that remark."""

    basis: LegalBasisSlug = Field(alias="grondslag", description="De wet of regeling.")
    reviewed_on: Day = Field(alias="gecontroleerd", description="Wanneer dit is nagekeken.")


class Practice(Entry):
    """One entry of ``content/practices/``; the fields in the order in which editors write them."""

    title: Annotated[str, Field(min_length=5, max_length=110)] = Field(
        alias="titel", description="Zegt wat er gedaan is."
    )
    summary: Annotated[str, Field(min_length=40, max_length=300)] = Field(
        alias="samenvatting", description="Het probleem en de aanpak in twee zinnen."
    )
    topics: Annotated[tuple[TopicSlug, ...], Field(min_length=1, max_length=5)] = Field(
        alias="themas", description="Eén tot vijf thema's, het belangrijkste eerst."
    )
    associations: tuple[PartnerSlug, ...] = Field((), alias="corporaties", description="Welke corporaties het deden.")
    partners: tuple[PartnerSlug, ...] = Field((), description="Met wie; een partner mag ook de initiatiefnemer zijn.")
    also_involved: tuple[Text, ...] = Field(
        (), alias="ook_betrokken", description="Groepen zonder eigen pagina, zoals 'lokale bedrijven'."
    )
    evidence: EvidenceLevel = Field(alias="onderbouwing", description="Hoe zeker het is dat de aanpak werkt.")
    target_groups: tuple[TargetGroupSlug, ...] = Field((), alias="doelgroepen", description="Voor wie.")
    places: tuple[Text, ...] = Field((), alias="plaatsen", description="Gemeente, wijk of regio.")
    provinces: tuple[Province, ...] = Field((), alias="provincies", description="Provincies, of 'landelijk'.")
    period: (
        Annotated[
            Annotated[Period, Tag("mapping")] | Annotated[Text, Tag("text")],
            Discriminator(period_form),
        ]
        | None
    ) = Field(None, alias="periode", description="Wanneer het liep.")
    phase: Phase | None = Field(None, alias="fase", description="Hoe ver het is.")
    process_phases: tuple[ProcessPhase, ...] = Field(
        (), alias="procesfase", description="Waar het past in het werk van een corporatie."
    )
    instruments: tuple[InstrumentSlug, ...] = Field((), alias="instrumenten", description="Met welk middel.")
    costs: Costs | None = Field(None, alias="kosten", description="Wat het de corporatie in jaar 1 kostte.")
    effort: Effort | None = Field(None, alias="inzet", description="Eigen uren in jaar 1, van 1 tot 5.")
    lead_time: LeadTime | None = Field(
        None, alias="doorlooptijd", description="Van besluit tot eerste resultaat, van 1 tot 5."
    )
    difficulty: Difficulty | None = Field(
        None, alias="moeilijkheid", description="Hoeveel partijen nodig zijn, 1 tot 4."
    )
    core_elements: tuple[Text, ...] = Field((), alias="werkzaam", description="Wat moet blijven bij overnemen.")
    adaptable_elements: tuple[Text, ...] = Field((), alias="aanpasbaar", description="Wat anders mag.")
    conditions: tuple[Text, ...] = Field((), alias="voorwaarden", description="Wanneer het past.")
    unsuitable: tuple[Text, ...] = Field((), alias="niet_geschikt", description="Wanneer het niet past.")
    adoptions: tuple[Adoption, ...] = Field((), alias="overgenomen", description="Wie de aanpak overnam.")
    based_on: tuple[PracticeSlug, ...] = Field((), alias="gebaseerd_op", description="Waar deze aanpak op voortbouwt.")
    related: tuple[PracticeSlug, ...] = Field((), alias="verwant", description="Praktijken die erop lijken.")
    succeeded_by: tuple[PracticeSlug, ...] = Field((), alias="opgevolgd_door", description="Wat erna kwam.")
    materials: tuple[Material, ...] = Field((), alias="materialen", description="Brieven, contracten, checklists.")
    legal_frame: LegalFrame | None = Field(None, alias="kader", description="De wet of regeling erachter.")
    contact: Contact | None = Field(None, description="Algemeen e-mailadres of webadres, niet van een persoon.")
    keywords: Annotated[tuple[Text, ...], Field(max_length=12)] = Field(
        (), alias="zoekwoorden", description="Woorden die mensen echt intypen."
    )
    sources: Annotated[tuple[Source, ...], Field(min_length=1)] = Field(
        alias="bronnen", description="Waar elke uitspraak op steunt."
    )
    published_on: Day = Field(alias="gepubliceerd", description="Wanneer het in de catalogus kwam.")
    reviewed_on: Day = Field(alias="gecontroleerd", description="Wanneer iemand het voor het laatst nakeek.")
    licence: Licence = Field(Licence.CC_BY, alias="licentie", description="Licentie van de tekst.")
    is_draft: Boolean = Field(False, alias="concept", description="Een concept komt niet op de site.")

    @property
    def actors(self) -> tuple[str, ...]:
        """Return the slugs of everybody with a page of their own who took part, associations first."""
        return self.associations + self.partners

    def months_since_review(self, today: datetime.date) -> int:
        """Return how many whole months ago somebody last checked the entry."""
        months = (today.year - self.reviewed_on.year) * 12 + today.month - self.reviewed_on.month
        return months - (today.day < self.reviewed_on.day)


def strongest_first(practice: Practice) -> tuple[int, int, str]:
    """Sort key: strongest evidence first, then last published, then by slug."""
    return -practice.evidence.rank, -practice.published_on.toordinal(), practice.slug


def newest_first(practice: Practice) -> tuple[int, str]:
    """Sort key: last published first, then by slug."""
    return -practice.published_on.toordinal(), practice.slug
