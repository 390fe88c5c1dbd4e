"""The fixed choices of the schema: each a key that editors type, with the words that readers see.

Their texts are in ``texts/choices.yaml``; lists that editors may add to are vocabularies in ``content/``.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache, cached_property

from mvo_catalogue.texts import Words, load_words


class ChoiceWords(Words):
    """What readers see of a choice and, where it helps, what it means; and what else people call it."""

    label: str
    meaning: str = ""
    also: tuple[str, ...] = ()


class LabelledValue(StrEnum):
    """A key from content that carries its Dutch label and, where it helps, its meaning."""

    @property
    def label(self) -> str:
        """Return what readers see."""
        return _words()[type(self).__name__][self.value].label

    @property
    def meaning(self) -> str:
        """Return what the choice means, ``""`` when its label says so."""
        return _words()[type(self).__name__][self.value].meaning

    @property
    def also(self) -> tuple[str, ...]:
        """Return what else people call the choice, surely; of that, its name in English."""
        return (self.name, *_words()[type(self).__name__][self.value].also)


@cache
def _words() -> Mapping[str, Mapping[str, ChoiceWords]]:
    choices = {kind.__name__: [member.value for member in kind] for kind in _kinds(LabelledValue)}
    return load_words("choices", ChoiceWords, choices)


def _kinds(base: type[LabelledValue]) -> Iterator[type[LabelledValue]]:
    for kind in base.__subclasses__():
        yield from (kind,) if list(kind) else _kinds(kind)


class EvidenceLevel(LabelledValue):
    """How much is known about what an approach yields (``onderbouwing``), least first; not whether it works."""

    DESCRIBED = "beschreven"
    MEASURED = "gemeten"
    COMPARED = "vergeleken"
    REPEATED = "herhaald"
    STUDIED = "onderzocht"

    @cached_property
    def rank(self) -> int:
        """Return the step of the evidence, from 1 (described) to 5 (studied)."""
        return list(EvidenceLevel).index(self) + 1


class StudyDesign(LabelledValue):
    """How a practice was studied (``opzet`` of ``onderzoek``)."""

    BEFORE_AND_AFTER = "voor-en-na"
    CONTROL_GROUP = "controlegroep"
    RANDOMISED = "loting"
    COST_BENEFIT = "mkba"
    EVALUATION = "evaluatie"
    SURVEY = "enquete"


class Evaluator(LabelledValue):
    """Who studied a practice (``door`` of ``onderzoek``)."""

    ITSELF = "zelf"
    OTHERS = "anderen"


class ReviewKind(LabelledValue):
    """What was checked (``wat`` of ``gecontroleerd``)."""

    READ = "bron-gelezen"
    READ_BEGINNING = "begin-gelezen"
    LINK_WORKS = "link-werkt"
    ASKED = "nagevraagd"


class Payer(LabelledValue):
    """Whose money a source speaks of (``van`` of ``kosten``)."""

    ASSOCIATION = "corporatie"
    TENANT = "huurder"
    SUBSIDY = "subsidie"
    PARTNER = "partner"


class Phase(LabelledValue):
    """How far a practice is (``fase``)."""

    IDEA = "idee"
    PILOT = "proef"
    RUNNING = "lopend"
    FINISHED = "afgerond"
    STOPPED = "gestopt"


class Province(LabelledValue):
    """The twelve provinces, and ``landelijk`` for a practice that runs everywhere (``provincies``)."""

    DRENTHE = "drenthe"
    FLEVOLAND = "flevoland"
    FRIESLAND = "friesland"
    GELDERLAND = "gelderland"
    GRONINGEN = "groningen"
    LIMBURG = "limburg"
    NOORD_BRABANT = "noord-brabant"
    NOORD_HOLLAND = "noord-holland"
    OVERIJSSEL = "overijssel"
    UTRECHT = "utrecht"
    ZEELAND = "zeeland"
    ZUID_HOLLAND = "zuid-holland"
    NATIONWIDE = "landelijk"


PROVINCES = tuple(province for province in Province if province is not Province.NATIONWIDE)
"""The provinces that are on a map."""


class WorkingArea(LabelledValue):
    """How wide a partner works (``werkgebied``)."""

    NATIONAL = "landelijk"
    REGIONAL = "regionaal"
    LOCAL = "lokaal"


class SourceKind(LabelledValue):
    """What sort of publication a source is (``soort`` of a source)."""

    STUDY = "onderzoek"
    NEWS = "nieuws"
    OWN_PUBLICATION = "eigen-publicatie"
    OTHER = "overig"


class MaterialKind(LabelledValue):
    """What sort of document can be taken over (``soort`` of a material)."""

    LETTER = "brief"
    CONTRACT = "contract"
    CHECKLIST = "checklist"
    MANUAL = "handleiding"
    VIDEO = "video"
    SAMPLE_TEXT = "voorbeeldtekst"
    QUESTIONNAIRE = "vragenlijst"
    FLYER = "flyer"
    REPORT = "rapport"
    PUBLICATION = "publicatie"
    WEB_PAGE = "webpagina"
    OTHER = "overig"


class PictureLicence(LabelledValue):
    """Under which licence a picture may be used (``licentie`` of a picture)."""

    CC0 = "CC0-1.0"
    CC_BY = "CC-BY-4.0"
    CC_BY_SA = "CC-BY-SA-4.0"
    PERMISSION = "toestemming"


class MenuPlace(LabelledValue):
    """In which menu of the site a page about the catalogue is (``menu``)."""

    TOP = "boven"
    BOTTOM = "onder"
    NONE = "geen"


class Licence(LabelledValue):
    """Under which licence the text of an entry may be used (``licentie``)."""

    CC_BY = "CC-BY-4.0"
    CC0 = "CC0-1.0"


class Scale(LabelledValue):
    """A step on a scale; the key is the number that editors type."""

    @property
    def step(self) -> int:
        """Return the number of the step."""
        return int(self.value)


class CostClass(Scale):
    """Cash of the housing association in year 1 (``kosten: klasse``)."""

    NONE = "0"
    UP_TO_5K = "1"
    UP_TO_25K = "2"
    UP_TO_100K = "3"
    UP_TO_500K = "4"
    MORE = "5"


class Effort(Scale):
    """Own hours of the housing association in year 1 (``inzet``)."""

    UP_TO_40 = "1"
    UP_TO_160 = "2"
    UP_TO_400 = "3"
    UP_TO_1400 = "4"
    MORE = "5"


class LeadTime(Scale):
    """Time from the decision to the first result (``doorlooptijd``)."""

    ONE_MONTH = "1"
    THREE_MONTHS = "2"
    SIX_MONTHS = "3"
    A_YEAR = "4"
    LONGER = "5"


class Difficulty(Scale):
    """How many have to agree before it can start (``moeilijkheid``)."""

    ONE_TEAM = "1"
    ONE_PARTNER = "2"
    SEVERAL_PARTNERS = "3"
    BOARD = "4"
