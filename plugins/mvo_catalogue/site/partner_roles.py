"""What a partner can be asked at all: its role, read from its kind and from the words of its name and core business."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import NamedTuple

from mvo_catalogue.domain.partner import Partner
from mvo_catalogue.domain.values import Offer, PartnerKind


class Role(Enum):
    """What a partner does, as far as that decides what one can ask it."""

    ASSOCIATION = auto()
    BUILDER = auto()
    DEVELOPER = auto()
    SALVAGER = auto()
    CLEANER = auto()
    SUPPLIER = auto()
    SUPERMARKET = auto()
    EMPLOYER = auto()
    STAFFING = auto()
    HEALTH_INSURER = auto()
    HEALTH_PROMOTER = auto()
    FINANCE = auto()
    ENERGY_HELP = auto()
    SOCIAL_ENTERPRISE = auto()
    MUNICIPALITY = auto()
    POLICE = auto()
    FIRE_BRIGADE = auto()
    WORK_AGENCY = auto()
    SUBSIDISER = auto()
    GOVERNMENT = auto()
    SCHOOL = auto()
    LANGUAGE = auto()
    YOUTH = auto()
    WELFARE = auto()
    MONEY_HELP = auto()
    MEDIATION = auto()
    STUDENTS = auto()
    VOLUNTEERS = auto()
    MEALS = auto()
    FOOD_BANK = auto()
    SHELTER = auto()
    SPORT = auto()
    GARDENING = auto()
    ELDERLY = auto()
    CARE = auto()
    HOSPITAL = auto()
    DEMENTIA = auto()
    FUND = auto()
    RESEARCHER = auto()
    CERTIFIER = auto()
    RESIDENTS = auto()
    NETWORK = auto()
    ADVISER = auto()
    OTHER = auto()


class _Sign(NamedTuple):
    """A role that some words give away, for partners of these kinds, and with this offer where one is named."""

    role: Role
    kinds: frozenset[PartnerKind]
    words: str
    offer: Offer | None = None


def _kinds(*kinds: PartnerKind) -> frozenset[PartnerKind]:
    return frozenset(kinds)


_TRADES = _kinds(
    PartnerKind.BUILDER,
    PartnerKind.SUBCONTRACTOR,
    PartnerKind.SUPPLIER,
    PartnerKind.NATIONAL_COMPANY,
    PartnerKind.LOCAL_COMPANY,
    PartnerKind.OTHER,
)
_COMPANIES = _kinds(PartnerKind.NATIONAL_COMPANY, PartnerKind.LOCAL_COMPANY, PartnerKind.OTHER)
_HELPERS = _kinds(PartnerKind.WELFARE, PartnerKind.CARE, PartnerKind.NETWORK, PartnerKind.OTHER)
_EXPERTS = _kinds(PartnerKind.KNOWLEDGE_INSTITUTE, PartnerKind.ADVISER, PartnerKind.OTHER)

_SIGNS = (
    _Sign(Role.SUPERMARKET, _COMPANIES, r"supermarkt"),
    _Sign(Role.STAFFING, _COMPANIES | {PartnerKind.ADVISER}, r"uitzend|personeelsdienst|werving|personeelsvra"),
    _Sign(Role.HEALTH_INSURER, _COMPANIES, r"zorgverzekeraar"),
    _Sign(Role.FINANCE, _COMPANIES, r"\bbank\b|verzekeraar|\bfinanci"),
    _Sign(Role.SALVAGER, _TRADES, r"sloop|slopen|recycling|gebruikte bouwmaterialen"),
    _Sign(Role.CLEANER, _TRADES, r"schoonmaak|groenonderhoud|\bafval|zwerfafval|opruimen|opschoon"),
    _Sign(Role.ENERGY_HELP, _COMPANIES | {PartnerKind.WELFARE}, r"energiebesparing|energiecoach"),
    _Sign(Role.EMPLOYER, _COMPANIES, r"winkel|groothandel|restaurant|horeca"),
    _Sign(Role.DEVELOPER, _kinds(PartnerKind.BUILDER), r"gebiedsontwikkel"),
    _Sign(Role.BUILDER, _COMPANIES, r"schilder|isolatie|isoleren|renov|\bbouw|aannemer"),
    _Sign(Role.POLICE, _kinds(PartnerKind.GOVERNMENT), r"\bpolitie\b"),
    _Sign(Role.FIRE_BRIGADE, _kinds(PartnerKind.GOVERNMENT), r"\bbrandweer"),
    _Sign(Role.WORK_AGENCY, _kinds(PartnerKind.GOVERNMENT), r"\buwv\b|\bwerkplein|werk en uitkeringen"),
    _Sign(Role.SUBSIDISER, _kinds(PartnerKind.GOVERNMENT), r"", Offer.MONEY),
    _Sign(Role.LANGUAGE, _kinds(PartnerKind.EDUCATION, PartnerKind.WELFARE), r"\btaalhuis|lezen of schrijven"),
    _Sign(Role.YOUTH, _kinds(PartnerKind.EDUCATION), r"\bkinder|\bscholieren|\bjongeren"),
    _Sign(Role.CERTIFIER, _EXPERTS | {PartnerKind.NETWORK}, r"\bcertific|prestatieladder"),
    _Sign(Role.RESEARCHER, _kinds(PartnerKind.KNOWLEDGE_INSTITUTE), r"onderzoek|universi|hogeschool|\bresearch"),
    _Sign(Role.HEALTH_PROMOTER, _HELPERS, r"\bgezond (?:te )?(?:eten|leven)|\bggd\b"),
    _Sign(Role.ADVISER, _kinds(PartnerKind.CARE), r"\bhousing first"),
    _Sign(Role.ADVISER, _kinds(PartnerKind.RESIDENTS), r"\bbelangenorganisatie"),
    _Sign(Role.VOLUNTEERS, _kinds(PartnerKind.NETWORK), r"", Offer.HOURS),
    _Sign(Role.FOOD_BANK, _HELPERS, r"voedselbank"),
    _Sign(Role.MEDIATION, _HELPERS, r"^(?!.*\bbenchmark).*buurtbemiddeling"),
    _Sign(Role.MEALS, _HELPERS, r"\bsamen eten|restaurant"),
    _Sign(Role.DEMENTIA, _HELPERS, r"\bdementie"),
    _Sign(Role.MONEY_HELP, _HELPERS, r"budget|geldzaken|\bschuld"),
    _Sign(Role.SHELTER, _HELPERS, r"\bopvang|\bbeschermd wonen|\bdakloz|vluchteling"),
    _Sign(Role.SPORT, _HELPERS, r"sport"),
    _Sign(Role.STUDENTS, _HELPERS, r"\bstudenten"),
    _Sign(Role.GARDENING, _HELPERS, r"\btuin"),
    _Sign(Role.ELDERLY, _HELPERS, r"\bouderen|eenzaamheid"),
    _Sign(Role.VOLUNTEERS, _HELPERS, r"\bvrijwilligers"),
    _Sign(Role.HOSPITAL, _kinds(PartnerKind.CARE), r"ziekenhuis|medisch centrum"),
)
"""Most particular first."""

_BY_KIND = {
    PartnerKind.HOUSING_ASSOCIATION: Role.ASSOCIATION,
    PartnerKind.BUILDER: Role.BUILDER,
    PartnerKind.SUBCONTRACTOR: Role.BUILDER,
    PartnerKind.SUPPLIER: Role.SUPPLIER,
    PartnerKind.ADVISER: Role.ADVISER,
    PartnerKind.SOCIAL_ENTERPRISE: Role.SOCIAL_ENTERPRISE,
    PartnerKind.MUNICIPALITY: Role.MUNICIPALITY,
    PartnerKind.GOVERNMENT: Role.GOVERNMENT,
    PartnerKind.EDUCATION: Role.SCHOOL,
    PartnerKind.WELFARE: Role.WELFARE,
    PartnerKind.CARE: Role.CARE,
    PartnerKind.FUND: Role.FUND,
    PartnerKind.KNOWLEDGE_INSTITUTE: Role.ADVISER,
    PartnerKind.RESIDENTS: Role.RESIDENTS,
    PartnerKind.NETWORK: Role.NETWORK,
}


def find_role(partner: Partner) -> Role:
    """Return the role of a partner: what its words say, or else what its kind says."""
    words = f"{partner.name}. {partner.core_business or ''}".lower()
    for sign in _SIGNS:
        if (
            partner.kind in sign.kinds
            and (sign.offer is None or sign.offer in partner.offers)
            and re.search(sign.words, words)
        ):
            return sign.role
    return _BY_KIND.get(partner.kind, Role.OTHER)
