"""The fixed choices of the schema: each a key that editors type, with the words that readers see."""

from __future__ import annotations

from enum import StrEnum


class LabelledValue(StrEnum):
    """A key from content that carries its Dutch label and, where it helps, its meaning."""

    label: str
    meaning: str

    def __new__(cls, key: str, label: str, meaning: str = "") -> LabelledValue:
        """Make a member that equals its key and knows its words."""
        member = str.__new__(cls, key)
        member._value_ = key
        member.label = label
        member.meaning = meaning
        return member


class EvidenceLevel(LabelledValue):
    """How much is known about what an approach yields (``onderbouwing``), least first; not whether it works."""

    DESCRIBED = (
        "beschreven",
        "Beschreven",
        "Een bron beschrijft de aanpak. Wij kennen geen cijfers over wat die opleverde.",
    )
    MEASURED = (
        "gemeten",
        "Gemeten",
        "Minstens één uitkomst is geteld of gemeten. Er is niet vergeleken met een situatie zonder de aanpak.",
    )
    COMPARED = (
        "vergeleken",
        "Vergeleken",
        "Een uitkomst is vergeleken met een groep zonder de aanpak, of met de tijd ervoor.",
    )
    REPEATED = (
        "herhaald",
        "Herhaald",
        "Ten minste twee anderen hebben de aanpak overgenomen en melden hoe dat ging.",
    )
    STUDIED = (
        "onderzocht",
        "Onderzocht",
        "Bij de bronnen staat een onderzoek naar de aanpak. Dat zegt nog niet dat die werkt: lees de resultaten.",
    )

    @property
    def rank(self) -> int:
        """Return the step of the evidence, from 1 (described) to 5 (studied)."""
        return list(EvidenceLevel).index(self) + 1


class Phase(LabelledValue):
    """How far a practice is (``fase``)."""

    IDEA = ("idee", "Idee")
    PILOT = ("proef", "Proef")
    RUNNING = ("lopend", "Loopt nu")
    FINISHED = ("afgerond", "Afgerond")
    STOPPED = ("gestopt", "Gestopt")


class ProcessPhase(LabelledValue):
    """Where in the work of a housing association a practice fits (``procesfase``)."""

    PROCUREMENT = ("inkoop", "Inkoop")
    PREPARATION = ("voorbereiding", "Voorbereiding")
    EXECUTION = ("uitvoering", "Uitvoering")
    MANAGEMENT = ("beheer", "Beheer")
    TENANT_CHANGE = ("bewonerswisseling", "Bewonerswisseling")
    DEMOLITION = ("sloop", "Sloop")


class Province(LabelledValue):
    """The twelve provinces, and ``landelijk`` for a practice that runs everywhere (``provincies``)."""

    DRENTHE = ("drenthe", "Drenthe")
    FLEVOLAND = ("flevoland", "Flevoland")
    FRIESLAND = ("friesland", "Friesland")
    GELDERLAND = ("gelderland", "Gelderland")
    GRONINGEN = ("groningen", "Groningen")
    LIMBURG = ("limburg", "Limburg")
    NOORD_BRABANT = ("noord-brabant", "Noord-Brabant")
    NOORD_HOLLAND = ("noord-holland", "Noord-Holland")
    OVERIJSSEL = ("overijssel", "Overijssel")
    UTRECHT = ("utrecht", "Utrecht")
    ZEELAND = ("zeeland", "Zeeland")
    ZUID_HOLLAND = ("zuid-holland", "Zuid-Holland")
    NATIONWIDE = ("landelijk", "Heel Nederland")


class AreaKind(LabelledValue):
    """For what kind of area a practice was made (``gebied``)."""

    CITY = ("stad", "Stad")
    VILLAGE = ("dorp", "Dorp of platteland")
    SHRINKING = ("krimpgebied", "Krimpgebied")


class PartnerKind(LabelledValue):
    """What sort of organisation a partner is (``soort``)."""

    HOUSING_ASSOCIATION = ("woningcorporatie", "Woningcorporatie")
    BUILDER = ("bouwbedrijf", "Bouwbedrijf")
    SUBCONTRACTOR = ("onderaannemer", "Onderaannemer")
    SUPPLIER = ("toeleverancier", "Toeleverancier")
    ADVISER = ("adviseur", "Adviseur")
    SOCIAL_ENTERPRISE = ("sociaal-werkbedrijf", "Sociaal werkbedrijf")
    NATIONAL_COMPANY = ("landelijk-bedrijf", "Landelijk bedrijf")
    LOCAL_COMPANY = ("lokaal-bedrijf", "Lokaal bedrijf")
    MUNICIPALITY = ("gemeente", "Gemeente")
    GOVERNMENT = ("overheid", "Andere overheid")
    EDUCATION = ("onderwijs", "Onderwijs")
    WELFARE = ("welzijn", "Welzijn")
    CARE = ("zorg", "Zorg")
    FUND = ("fonds", "Fonds")
    KNOWLEDGE_INSTITUTE = ("kennisinstituut", "Kennisinstituut")
    RESIDENTS = ("bewonersorganisatie", "Bewonersorganisatie")
    NETWORK = ("netwerk", "Netwerk")
    OTHER = ("overig", "Andere organisatie")


class WorkingArea(LabelledValue):
    """How wide a partner works (``werkgebied``)."""

    NATIONAL = ("landelijk", "Heel Nederland")
    REGIONAL = ("regionaal", "Een regio")
    LOCAL = ("lokaal", "Een plaats of wijk")


class Offer(LabelledValue):
    """What a partner brings (``biedt``)."""

    JOBS = ("werkplekken", "Werkplekken")
    HOURS = ("uren", "Uren van medewerkers")
    MONEY = ("geld", "Geld")
    KNOWLEDGE = ("kennis", "Kennis")
    MATERIAL = ("materiaal", "Materiaal")
    NETWORK = ("netwerk", "Netwerk")


class Pillar(LabelledValue):
    """The five groups of topics (``pijler``), in the order of the site."""

    PEOPLE_AND_WORK = ("mensen-en-werk", "Mensen en werk")
    NEIGHBOURHOOD = ("wijk-en-samenleven", "Wijk en samenleven")
    MONEY_AND_HEALTH = ("geld-en-gezondheid", "Geld en gezondheid")
    ENVIRONMENT = ("milieu-en-materiaal", "Milieu en materiaal")
    ORGANISATION = ("organisatie-en-inkoop", "Organisatie en inkoop")


class SourceKind(LabelledValue):
    """What sort of publication a source is (``soort`` of a source)."""

    STUDY = ("onderzoek", "Onderzoek")
    NEWS = ("nieuws", "Nieuwsbericht")
    OWN_PUBLICATION = ("eigen-publicatie", "Eigen publicatie")
    OTHER = ("overig", "Andere bron")


class MaterialKind(LabelledValue):
    """What sort of document can be taken over (``soort`` of a material)."""

    LETTER = ("brief", "Brief")
    CONTRACT = ("contract", "Contract")
    CHECKLIST = ("checklist", "Checklist")
    MANUAL = ("handleiding", "Handleiding")
    VIDEO = ("video", "Video")
    OTHER = ("overig", "Ander materiaal")


class Licence(LabelledValue):
    """Under which licence the text of an entry may be used (``licentie``)."""

    CC_BY = ("CC-BY-4.0", "CC BY 4.0", "U mag de tekst gebruiken en veranderen als u de bron noemt.")
    CC0 = ("CC0-1.0", "CC0 1.0", "U mag de tekst vrij gebruiken.")


class Scale(LabelledValue):
    """A step on a scale; the key is the number that editors type."""

    @property
    def step(self) -> int:
        """Return the number of the step."""
        return int(self.value)


class CostClass(Scale):
    """Cash of the housing association in year 1 (``kosten: klasse``)."""

    NONE = ("0", "geen")
    UP_TO_5K = ("1", "tot € 5.000")
    UP_TO_25K = ("2", "€ 5.000 tot € 25.000")
    UP_TO_100K = ("3", "€ 25.000 tot € 100.000")
    UP_TO_500K = ("4", "€ 100.000 tot € 500.000")
    MORE = ("5", "meer dan € 500.000")


class Effort(Scale):
    """Own hours of the housing association in year 1 (``inzet``)."""

    UP_TO_40 = ("1", "tot 40 uur")
    UP_TO_160 = ("2", "40 tot 160 uur")
    UP_TO_400 = ("3", "160 tot 400 uur")
    UP_TO_1400 = ("4", "400 tot 1.400 uur")
    MORE = ("5", "meer dan 1.400 uur")


class LeadTime(Scale):
    """Time from the decision to the first result (``doorlooptijd``)."""

    ONE_MONTH = ("1", "tot 1 maand")
    THREE_MONTHS = ("2", "1 tot 3 maanden")
    SIX_MONTHS = ("3", "3 tot 6 maanden")
    A_YEAR = ("4", "6 tot 12 maanden")
    LONGER = ("5", "langer dan een jaar")


class Difficulty(Scale):
    """How many have to agree before it can start (``moeilijkheid``)."""

    ONE_TEAM = ("1", "één team kan het doen")
    ONE_PARTNER = ("2", "één partner nodig")
    SEVERAL_PARTNERS = ("3", "meer partners en een contract nodig")
    BOARD = ("4", "besluit van het bestuur of een aanbesteding nodig")
