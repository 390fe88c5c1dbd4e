"""A practice: what a housing association or its partners did, with whom, how it went and who says so."""

from __future__ import annotations

import datetime
import re
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Discriminator, Field, Tag
from pydantic_core import PydanticCustomError

from mvo_catalogue.domain.figures import counts_something
from mvo_catalogue.domain.known_years import KnownYears, read_period_text
from mvo_catalogue.domain.model import (
    AssociationSlug,
    Boolean,
    Contact,
    ContentModel,
    Day,
    Entry,
    InstrumentSlug,
    LegalBasisSlug,
    LongText,
    OtherPartnerSlug,
    PartialDate,
    PartnerSlug,
    PracticeSlug,
    Sentence,
    TargetGroupSlug,
    Text,
    TextPart,
    TopicSlug,
    WebAddress,
    Year,
    asked,
)
from mvo_catalogue.domain.values import (
    AreaKind,
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
LEAST_STEPS = 3
PRACTICE_TEXT = (
    TextPart(
        PROBLEM,
        "Wat er aan de hand was: het probleem, en voor wie.",
        "Zo ziet een lezer of zijn situatie erop lijkt.",
        "Schrijf twee tot vijf korte zinnen. Noem feiten uit de bron.",
        "Huurders gooien afval over balkons en galerijen op het speelveld. Schoonmaken hielp maar kort.",
    ),
    TextPart(
        APPROACH,
        "Wat er is gedaan, stap voor stap.",
        "Zo kan iemand anders het nadoen.",
        "Schrijf minstens drie stappen. Zeg bij elke stap wie iets doet.",
        "1. Vijftien bewoners melden zwerfafval in een groepsapp.\n"
        "2. De corporatie ruimt het afval zo snel mogelijk op.\n"
        "3. Eens in de zes weken is er overleg met de bewonersgroep.",
        is_required=True,
        is_list=True,
        least_items=LEAST_STEPS,
    ),
    TextPart(
        RESULTS,
        "Wat het heeft opgeleverd.",
        "Zo weet een lezer wat hij mag verwachten.",
        "Zet de belangrijkste uitkomst bovenaan, en alleen wat echt is bereikt. Een doel of plan hoort bij de aanpak."
        " Neem cijfers precies over uit de bron. Vanaf de onderbouwing ‘gemeten’ is dit deel verplicht, met minstens"
        " één getal.",
        "- Zes kandidaten vonden werk.\n- 69 mensen meldden zich aan.",
        is_list=True,
    ),
    TextPart(
        LESSONS,
        "Wat de mensen die het deden ervan leerden.",
        "Van wat tegenviel leren anderen het meest.",
        "Ook wat niet lukte mag erin staan. Bij de fase ‘gestopt’ is dit deel verplicht.",
        "- Begin met één straat. Een hele wijk bleek te groot.",
        is_list=True,
    ),
)
"""The text of a practice, heading by heading, in the order in which readers get it."""

SECTION_ORDER = tuple(part.heading for part in PRACTICE_TEXT)
ONGOING = "lopend"


class Source(ContentModel):
    """A publication that carries the statements of an entry."""

    title: Text = Field(
        alias="titel",
        title="Titel",
        description="Titel van het artikel, rapport of bericht.",
        examples=["Bewoners melden zwerfafval in een groepsapp"],
        json_schema_extra=asked("Met de titel kan een lezer de bron terugvinden, ook als het adres niet meer werkt."),
    )
    publisher: Text = Field(
        alias="uitgever",
        title="Uitgever",
        description="Wie het heeft uitgegeven.",
        examples=["Aedes"],
        json_schema_extra=asked(
            "Een lezer wil weten wie het zegt.", "Dat is de krant, de website of de organisatie. Niet de schrijver."
        ),
    )
    url: WebAddress | None = Field(
        None,
        title="Webadres",
        description="Volledig webadres.",
        examples=["https://example.org/nieuws/groepsapp"],
        json_schema_extra=asked(
            "Zo kan een lezer de bron zelf lezen.", "Staat de bron niet op internet? Laat dit dan leeg."
        ),
    )
    date: PartialDate | None = Field(
        None,
        alias="datum",
        title="Datum",
        description="Dag, maand of alleen het jaar.",
        examples=["2018-08-10", "2018-08", "2018"],
        json_schema_extra=asked(
            "Een lezer wil weten hoe oud het nieuws is.", "Weet u de dag niet? Schrijf dan het jaar en de maand."
        ),
    )
    archive: WebAddress | None = Field(
        None,
        alias="archief",
        title="Bewaarde kopie",
        description="Adres van een bewaarde kopie.",
        examples=["https://web.archive.org/web/2018/https://example.org/nieuws/groepsapp"],
        json_schema_extra=asked(
            "Webpagina's verdwijnen. Met een kopie blijft de bron te lezen.",
            "U kunt zelf een kopie maken op web.archive.org.",
        ),
    )
    kind: SourceKind | None = Field(
        None,
        alias="soort",
        title="Soort bron",
        description="Soort bron; een studie is ‘onderzoek’.",
        examples=["onderzoek"],
        json_schema_extra=asked("Bij de onderbouwing ‘onderzocht’ moet duidelijk zijn welke bron het onderzoek is."),
    )
    remark: Sentence | None = Field(
        None,
        alias="opmerking",
        title="Opmerking",
        description="Wat een lezer over deze bron moet weten.",
        examples=["De cijfers staan in de bijlage."],
        json_schema_extra=asked("Soms is een bron oud, van een betrokkene zelf, of moeilijk te vinden."),
    )


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

    start: Year = Field(
        title="Begin",
        description="Eerste jaar.",
        examples=["2018"],
        json_schema_extra=asked("Zo ziet een lezer hoe lang de aanpak al bestaat."),
    )
    end: Annotated[Year | Literal["lopend"] | None, BeforeValidator(read_period_end)] = Field(
        None,
        alias="eind",
        title="Eind",
        description="Laatste jaar, of ‘lopend’.",
        examples=["2021", ONGOING],
        json_schema_extra=asked(
            "Zo ziet een lezer of de aanpak nog loopt.", "Weet u niet of het nog loopt? Laat dit dan leeg."
        ),
    )


class Costs(ContentModel):
    """What it cost the housing association in year 1."""

    cost_class: CostClass | None = Field(
        None,
        alias="klasse",
        title="Hoogte van de kosten",
        description="Kosten in jaar 1, van 0 tot 5.",
        examples=["2"],
        json_schema_extra=asked(
            "Hiermee kan een lezer kiezen op kosten.",
            "Het gaat om geld dat de corporatie uitgaf. Eigen uren tellen niet mee.",
        ),
    )
    explanation: Sentence | None = Field(
        None,
        alias="toelichting",
        title="Toelichting op de kosten",
        description="Bedragen zoals de bron ze noemt.",
        examples=["€ 1.200 per jaar, vooral voor materiaal."],
        json_schema_extra=asked("Een klasse zegt niet wie wat betaalde en waarvoor."),
    )
    price_level: Year | None = Field(
        None,
        alias="prijspeil",
        title="Jaar van de bedragen",
        description="Jaar van de bedragen.",
        examples=["2024"],
        json_schema_extra=asked("Een bedrag van tien jaar geleden is nu niet meer hetzelfde waard."),
    )


class Adoption(ContentModel):
    """Somebody who copied the practice, and how that went."""

    association: PartnerSlug = Field(
        alias="corporatie",
        title="Overgenomen door",
        description="Wie de aanpak overnam.",
        examples=["habion"],
        json_schema_extra=asked("Een lezer kan daar vragen hoe het ging."),
    )
    year: Year = Field(
        alias="jaar",
        title="Jaar",
        description="Het jaar van de start.",
        examples=["2021"],
        json_schema_extra=asked("Zo ziet een lezer of de aanpak ook later nog werkte."),
    )
    adapted: Sentence | None = Field(
        None,
        alias="aangepast",
        title="Wat er anders is gedaan",
        description="Wat er anders is gedaan.",
        examples=["Een bakfiets in plaats van een bus."],
        json_schema_extra=asked("Zo ziet een lezer wat hij zelf kan veranderen."),
    )
    result: Sentence | None = Field(
        None,
        alias="resultaat",
        title="Resultaat",
        description="Wat het opleverde.",
        examples=["300 dozen in een jaar."],
        json_schema_extra=asked("Werkt een aanpak op meer plekken? Dan is zekerder dat hij goed is."),
    )
    again: Boolean | None = Field(
        None,
        alias="opnieuw",
        title="Zou deze corporatie het opnieuw doen?",
        description="Zou deze corporatie het opnieuw doen?",
        examples=["true"],
        json_schema_extra=asked("Dat is het eerlijkste oordeel dat er is.", "Schrijf true voor ja en false voor nee."),
    )


class Material(ContentModel):
    """A document that others may use."""

    title: Text = Field(
        alias="titel",
        title="Titel",
        description="Naam van het document.",
        examples=["Brief aan huurders"],
        json_schema_extra=asked("Zo weet een lezer wat hij opent."),
    )
    url: WebAddress = Field(
        title="Webadres",
        description="Volledig webadres.",
        examples=["https://example.org/brief.pdf"],
        json_schema_extra=asked("De catalogus bewaart zelf geen documenten. Zij verwijst ernaar."),
    )
    kind: MaterialKind = Field(
        alias="soort",
        title="Soort document",
        description="Soort document.",
        examples=["brief"],
        json_schema_extra=asked("Wie een brief zoekt, wil geen video openen."),
    )
    licence: Text | None = Field(
        None,
        alias="licentie",
        title="Licentie",
        description="Onder welke licentie.",
        examples=["CC BY 4.0"],
        json_schema_extra=asked("Zo weet een lezer of hij het mag gebruiken en veranderen."),
    )


class LegalFrame(ContentModel):
    """The law that a practice rests on, with the date of that remark."""

    basis: LegalBasisSlug = Field(
        alias="grondslag",
        title="Wet of regeling",
        description="De wet of regeling.",
        examples=["woningwet"],
        json_schema_extra=asked("Een lezer wil weten of het mag, en waar dat staat."),
    )
    reviewed_on: Day = Field(
        alias="gecontroleerd",
        title="Nagekeken op",
        description="Wanneer dit is nagekeken.",
        examples=["2026-11-21"],
        json_schema_extra=asked("Wetten veranderen. Met de dag ziet een lezer of dit nog kan kloppen."),
    )


class Practice(Entry):
    """One entry of ``content/practices/``; the fields in the order in which editors write them."""

    title: Annotated[str, Field(min_length=5, max_length=110)] = Field(
        alias="titel",
        title="Titel",
        description="Zegt wat er gedaan is.",
        examples=["Groepsapp met bewoners tegen zwerfafval"],
        json_schema_extra=asked(
            "De titel is het eerste dat een lezer ziet, ook bij het zoeken.",
            "Noem wat er gebeurt en voor wie. Een naam van een project zegt een lezer weinig.",
        ),
    )
    summary: Annotated[str, Field(min_length=40, max_length=300), LongText()] = Field(
        alias="samenvatting",
        title="Samenvatting",
        description="Het probleem en de aanpak in twee zinnen.",
        examples=["Huurders gooien afval over het balkon. Bewoners melden zwerfafval daarom in een groepsapp."],
        json_schema_extra=asked(
            "In lijsten staat alleen de titel met deze tekst. Daarmee kiest een lezer of hij verder leest.",
            "De eerste zin noemt het probleem, de tweede de aanpak.",
        ),
    )
    topics: Annotated[tuple[TopicSlug, ...], Field(min_length=1, max_length=5)] = Field(
        alias="themas",
        title="Thema's",
        description="Eén tot vijf thema's, het belangrijkste eerst.",
        examples=["schoon-heel-veilig"],
        json_schema_extra=asked("De praktijk komt op de pagina van elk thema dat u kiest."),
    )
    associations: tuple[AssociationSlug, ...] = Field(
        (),
        alias="corporaties",
        title="Corporaties",
        description="Welke corporaties het deden.",
        examples=["habion"],
        json_schema_extra=asked(
            "Zo weet een lezer bij wie hij terechtkan.", "Vul een corporatie in, of een partner, of allebei."
        ),
    )
    partners: tuple[OtherPartnerSlug, ...] = Field(
        (),
        title="Partners",
        description="Met wie; een partner mag ook de initiatiefnemer zijn.",
        examples=["irado"],
        json_schema_extra=asked(
            "Zo ziet een lezer welke partijen nodig zijn.", "Vul een corporatie in, of een partner, of allebei."
        ),
    )
    also_involved: tuple[Text, ...] = Field(
        (),
        alias="ook_betrokken",
        title="Ook betrokken",
        description="Groepen zonder eigen pagina, zoals ‘lokale bedrijven’.",
        examples=["lokale bedrijven"],
        json_schema_extra=asked("Niet elke groep heeft een eigen pagina nodig.", "Schrijf geen namen van personen op."),
    )
    evidence: EvidenceLevel = Field(
        alias="onderbouwing",
        title="Onderbouwing",
        description="Hoeveel er bekend is over wat de aanpak opleverde.",
        examples=["beschreven"],
        json_schema_extra=asked(
            "Een lezer wil weten of er cijfers of onderzoek zijn, of alleen een verhaal.",
            "Hoeveel mensen meededen of hoeveel contracten er zijn, is geen uitkomst. Twijfelt u? Kies ‘beschreven’."
            " Dat is bijna altijd goed.",
        ),
    )
    target_groups: tuple[TargetGroupSlug, ...] = Field(
        (),
        alias="doelgroepen",
        title="Doelgroepen",
        description="Voor wie.",
        examples=["huurders"],
        json_schema_extra=asked("Lezers zoeken vaak op de mensen om wie het gaat."),
    )
    places: tuple[Text, ...] = Field(
        (),
        alias="plaatsen",
        title="Plaatsen",
        description="Gemeente, wijk of regio.",
        examples=["Schiedam"],
        json_schema_extra=asked("Lezers zoeken een voorbeeld in de buurt."),
    )
    provinces: tuple[Province, ...] = Field(
        (),
        alias="provincies",
        title="Provincies",
        description="Provincies, of ‘landelijk’.",
        examples=["zuid-holland"],
        json_schema_extra=asked("Hiermee kan een lezer kiezen op provincie."),
    )
    areas: tuple[AreaKind, ...] = Field(
        (),
        alias="gebied",
        title="Soort gebied",
        description="In wat voor gebied het is gedaan.",
        examples=["krimpgebied"],
        json_schema_extra=asked(
            "Wat in een grote stad werkt, past niet altijd in een dorp.",
            "Vul dit alleen in als een bron het zegt.",
        ),
    )
    period: (
        Annotated[
            Annotated[Period, Tag("mapping")] | Annotated[Text, Tag("text")],
            Discriminator(period_form),
        ]
        | None
    ) = Field(
        None,
        alias="periode",
        title="Periode",
        description="Wanneer het liep.",
        examples=["voorjaar 2018, proef van twee jaar"],
        json_schema_extra=asked(
            "Zo ziet een lezer hoe lang het liep en of het nog loopt.",
            "Vul het jaar van begin en eind in. Past dat niet? Schrijf dan in woorden wanneer het was.",
        ),
    )
    phase: Phase | None = Field(
        None,
        alias="fase",
        title="Fase",
        description="Hoe ver het is.",
        examples=["lopend"],
        json_schema_extra=asked("Een proef leest u anders dan iets wat al jaren loopt."),
    )
    process_phases: tuple[ProcessPhase, ...] = Field(
        (),
        alias="procesfase",
        title="Moment in het werk",
        description="Waar het past in het werk van een corporatie.",
        examples=["bewonerswisseling"],
        json_schema_extra=asked("Wie een woning sloopt of opknapt, zoekt wat daar nu bij past."),
    )
    instruments: tuple[InstrumentSlug, ...] = Field(
        (),
        alias="instrumenten",
        title="Middelen",
        description="Met welk middel.",
        examples=["opleiding"],
        json_schema_extra=asked("Lezers zoeken voorbeelden van een middel dat zij zelf overwegen."),
    )
    costs: Costs | None = Field(
        None,
        alias="kosten",
        title="Kosten",
        description="Wat het de corporatie in jaar 1 kostte.",
        json_schema_extra=asked(
            "Of iets te betalen is, is vaak de eerste vraag.", "Weet u het niet? Laat het weg. Schat niet."
        ),
    )
    effort: Effort | None = Field(
        None,
        alias="inzet",
        title="Eigen uren",
        description="Eigen uren in jaar 1, van 1 tot 5.",
        examples=["2"],
        json_schema_extra=asked("Een aanpak kan goedkoop zijn en toch veel tijd vragen."),
    )
    lead_time: LeadTime | None = Field(
        None,
        alias="doorlooptijd",
        title="Doorlooptijd",
        description="Van besluit tot eerste resultaat, van 1 tot 5.",
        examples=["3"],
        json_schema_extra=asked("Zo kan een lezer plannen."),
    )
    difficulty: Difficulty | None = Field(
        None,
        alias="moeilijkheid",
        title="Moeilijkheid",
        description="Hoeveel partijen nodig zijn, 1 tot 4.",
        examples=["2"],
        json_schema_extra=asked("Hoe meer partijen moeten instemmen, hoe lastiger het is om te beginnen."),
    )
    core_elements: tuple[Text, ...] = Field(
        (),
        alias="werkzaam",
        title="Wat moet blijven",
        description="Wat moet blijven bij overnemen.",
        examples=["De mentor is de hele periode dezelfde persoon."],
        json_schema_extra=asked("Laat een lezer dit weg, dan werkt de aanpak waarschijnlijk niet."),
    )
    adaptable_elements: tuple[Text, ...] = Field(
        (),
        alias="aanpasbaar",
        title="Wat anders mag",
        description="Wat anders mag.",
        examples=["De dag in de week."],
        json_schema_extra=asked("Zo durft een lezer de aanpak passend te maken voor zijn eigen wijk."),
    )
    conditions: tuple[Text, ...] = Field(
        (),
        alias="voorwaarden",
        title="Past als",
        description="Wanneer het past.",
        examples=["Er is een droge berging."],
        json_schema_extra=asked("Zo ziet een lezer snel of hij kan beginnen."),
    )
    unsuitable: tuple[Text, ...] = Field(
        (),
        alias="niet_geschikt",
        title="Past niet als",
        description="Wanneer het niet past.",
        examples=["Er wordt weinig verhuisd."],
        json_schema_extra=asked("Dit bespaart een lezer een aanpak die bij hem niet werkt."),
    )
    adoptions: tuple[Adoption, ...] = Field(
        (),
        alias="overgenomen",
        title="Overgenomen",
        description="Wie de aanpak overnam.",
        json_schema_extra=asked(
            "Een aanpak die ook elders werkte, is beter te vertrouwen.",
            "Bij de onderbouwing ‘herhaald’ zijn er minstens twee nodig.",
        ),
    )
    based_on: tuple[PracticeSlug, ...] = Field(
        (),
        alias="gebaseerd_op",
        title="Bouwt voort op",
        description="Waar deze aanpak op voortbouwt.",
        examples=["woonplus-schiedam-groepsapp-zwerfafval"],
        json_schema_extra=asked("Zo vindt een lezer het voorbeeld waar het mee begon."),
    )
    related: tuple[PracticeSlug, ...] = Field(
        (),
        alias="verwant",
        title="Lijkt op",
        description="Praktijken die erop lijken.",
        examples=["woonplus-schiedam-groepsapp-zwerfafval"],
        json_schema_extra=asked("Een lezer wil kunnen vergelijken."),
    )
    succeeded_by: tuple[PracticeSlug, ...] = Field(
        (),
        alias="opgevolgd_door",
        title="Opgevolgd door",
        description="Wat erna kwam.",
        examples=["woonplus-schiedam-groepsapp-zwerfafval"],
        json_schema_extra=asked("Is er een nieuwere aanpak? Dan begint een lezer beter daar."),
    )
    materials: tuple[Material, ...] = Field(
        (),
        alias="materialen",
        title="Materialen",
        description="Brieven, contracten, checklists.",
        json_schema_extra=asked("Wie een brief of contract kan overnemen, begint sneller."),
    )
    legal_frame: LegalFrame | None = Field(
        None,
        alias="kader",
        title="Wet of regeling",
        description="De wet of regeling erachter.",
        json_schema_extra=asked("Een lezer wil weten waarop de aanpak rust."),
    )
    contact: Contact | None = Field(
        None,
        title="Contact",
        description="Algemeen e-mailadres of webadres, niet van een persoon.",
        examples=["info@example.org", "https://example.org/contact"],
        json_schema_extra=asked(
            "Een lezer kan daar verder vragen.", "Personen wisselen van baan. Een algemeen adres blijft werken."
        ),
    )
    keywords: Annotated[tuple[Text, ...], Field(max_length=12)] = Field(
        (),
        alias="zoekwoorden",
        title="Zoekwoorden",
        description="Woorden die mensen echt intypen.",
        examples=["afvaldump"],
        json_schema_extra=asked(
            "Zo wordt de praktijk gevonden met woorden die niet in de tekst staan.",
            "Denk aan andere namen voor hetzelfde.",
        ),
    )
    sources: Annotated[tuple[Source, ...], Field(min_length=1)] = Field(
        alias="bronnen",
        title="Bronnen",
        description="Waar elke uitspraak op steunt.",
        json_schema_extra=asked(
            "Zo kan een lezer nagaan of het klopt.", "Eén bron is genoeg. Dat kan ook een jaarverslag zijn."
        ),
    )
    published_on: Day = Field(
        alias="gepubliceerd",
        title="Toegevoegd op",
        description="Wanneer het in de catalogus kwam.",
        examples=["2026-11-21"],
        json_schema_extra=asked("Hiermee staan nieuwe praktijken bovenaan."),
    )
    reviewed_on: Day = Field(
        alias="gecontroleerd",
        title="Nagekeken op",
        description="Wanneer iemand het voor het laatst nakeek.",
        examples=["2026-11-21"],
        json_schema_extra=asked(
            "Zo ziet een lezer of de tekst nog kan kloppen.", "Verandert u de tekst? Vul dan de dag van vandaag in."
        ),
    )
    licence: Licence = Field(
        Licence.CC_BY,
        alias="licentie",
        title="Licentie",
        description="Licentie van de tekst.",
        examples=["CC-BY-4.0"],
        json_schema_extra=asked("Zo weet een ander wat hij met de tekst mag doen."),
    )
    is_draft: Boolean = Field(
        False,
        alias="concept",
        title="Concept",
        description="Een concept komt niet op de site.",
        examples=["true"],
        json_schema_extra=asked(
            "Zo kunt u iets bewaren dat nog niet af is.", "Schrijf true voor ja en false voor nee."
        ),
    )

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

    def months_since_review(self, today: datetime.date) -> int:
        """Return how many whole months ago somebody last checked the entry."""
        months = (today.year - self.reviewed_on.year) * 12 + today.month - self.reviewed_on.month
        return months - (today.day < self.reviewed_on.day)


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
