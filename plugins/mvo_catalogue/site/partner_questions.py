"""A first concrete question for a partner: what one can ask it, close to what it does every day.

The letter on the page of a partner and the plan of approach use the same questions. A piece between square brackets is
for the reader to fill in. Nothing here says anything about an organisation; it asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from mvo_catalogue.domain.partner import Partner
from mvo_catalogue.domain.values import Offer, PartnerKind


class Question(NamedTuple):
    """What is asked for in a few words (``label``), and the whole question with its gaps in brackets (``text``)."""

    label: str
    text: str


_CORE_BUSINESS: tuple[tuple[str, Question], ...] = (
    (
        r"supermarkt|winkel|groothandel|restaurant|horeca",
        Question(
            "Werkervaring voor bewoners",
            "Kunt u [hoeveel bewoners] werkervaring laten opdoen op [welke plek]? Het gaat om [hoeveel dagdelen] per"
            " week, [hoe lang].",
        ),
    ),
    (
        r"uitzend|personeelsdienst|werving",
        Question(
            "Begeleiding naar werk",
            "Kunt u [hoeveel bewoners] uit [wijk of buurt] helpen bij het zoeken naar werk? Wij denken aan"
            " [hoeveel gesprekken of trainingen], vanaf [datum].",
        ),
    ),
    (
        r"zorgverzekeraar|ziekenhuis",
        Question(
            "Een activiteit voor gezond leven",
            "Wilt u met ons één activiteit over gezond leven houden in [wijk of buurt]? Het is voor [welke bewoners],"
            " op [datum].",
        ),
    ),
    (
        r"\bbank\b|verzekeraar|\bfinancie|\bfinanciële|budget|schuld|administratie",
        Question(
            "Hulp bij geldzaken",
            "Kunt u [hoeveel medewerkers of vrijwilligers] vragen om bewoners te helpen met hun geldzaken? Het gaat om"
            " [hoeveel middagen] op [welke plek].",
        ),
    ),
    (
        r"sloop|slopen|recycling|gebruikte bouwmaterialen",
        Question(
            "Materiaal een tweede leven geven",
            "Wij slopen of renoveren [welke woningen] vanaf [datum]. Wilt u met ons bekijken wat daaruit opnieuw"
            " gebruikt kan worden?",
        ),
    ),
    (
        r"schoonmaak|groenonderhoud|tuinonderhoud|\bafval|opruimen|opschoon",
        Question(
            "Samen werken aan een schone buurt",
            "Wilt u één keer met bewoners en met ons aan de slag in [wijk of buurt]? Wij denken aan [datum], met"
            " [hoeveel bewoners].",
        ),
    ),
    (
        r"schilder|isolatie|isoleren|onderhoud|renov|\bbouw|nieuwbouw|aannemer",
        Question(
            "Leerplekken op het werk",
            "Kunt u bij [welk werk] plek maken voor [hoeveel bewoners of leerlingen] die het vak willen leren? Het werk"
            " begint op [datum].",
        ),
    ),
    (
        r"energie|installaties|dakramen|kozijnen|keukens",
        Question(
            "Kennis over de woning",
            "Wilt u [hoeveel bewoners] van [wijk of buurt] uitleggen hoe zij goed en zuinig met hun woning omgaan?"
            " Wij denken aan één bijeenkomst, op [datum].",
        ),
    ),
)
"""What one can read in a core business, most particular first, with what to ask who does that."""

_BY_OFFER = {
    Offer.JOBS: Question(
        "Werkplekken",
        "Hebt u plek voor [hoeveel bewoners] die werk of werkervaring zoeken? Het gaat om [welk werk],"
        " [hoeveel dagdelen] per week, [hoe lang].",
    ),
    Offer.HOURS: Question(
        "Uren van medewerkers",
        "Kunnen [hoeveel medewerkers] van u op [dag en tijd] meedoen aan [welke activiteit] op [welke plek]?",
    ),
    Offer.MONEY: Question(
        "Geld",
        "Wilt u [welk bedrag] bijdragen aan [welke activiteit]? Daarmee betalen wij [wat u ervan betaalt].",
    ),
    Offer.KNOWLEDGE: Question(
        "Kennis",
        "Kan iemand van u ons in [hoeveel gesprekken] helpen met [welke vraag]? Het eerste gesprek kan op [datum].",
    ),
    Offer.MATERIAL: Question(
        "Materiaal",
        "Kunt u ons helpen aan [welk materiaal en hoeveel]? Wij halen het op en gebruiken het voor [welk doel].",
    ),
    Offer.NETWORK: Question(
        "Netwerk",
        "Kunt u ons in contact brengen met [hoeveel organisaties] die willen meedoen aan [welke activiteit]?",
    ),
}

_TOGETHER = Question(
    "Samen klein beginnen",
    "Wilt u met ons iets kleins doen voor [welke bewoners] in [wijk of buurt]? Wij denken aan [welke activiteit],"
    " op [datum].",
)

_BY_KIND = {
    PartnerKind.HOUSING_ASSOCIATION: Question(
        "Horen hoe het ging",
        "Mogen wij op [datum] een uur langskomen om te horen hoe u dit aanpakte, en wat u nu anders zou doen?",
    ),
    PartnerKind.BUILDER: Question(
        "Leerplekken op het werk",
        "Kunt u bij [welk werk] plek maken voor [hoeveel bewoners of leerlingen]? Het werk begint op [datum].",
    ),
    PartnerKind.SUBCONTRACTOR: Question(
        "Leerplekken op het werk",
        "Kan één bewoner of leerling bij [welk werk] met uw mensen meewerken? Het gaat om [hoeveel dagdelen] per week.",
    ),
    PartnerKind.SUPPLIER: Question(
        "Anders leveren",
        "Wilt u met ons bekijken hoe [welk product] met minder afval of met hergebruik geleverd kan worden? Wij kunnen"
        " beginnen met [hoeveel woningen].",
    ),
    PartnerKind.ADVISER: Question(
        "Advies bij één vraag",
        "Wilt u met ons meedenken over [welke vraag]? Wij denken aan [hoeveel gesprekken], vanaf [datum].",
    ),
    PartnerKind.SOCIAL_ENTERPRISE: Question(
        "Werk voor kandidaten",
        "Wij hebben [welk werk] in [wijk of buurt]. Kunnen [hoeveel kandidaten] dat bij ons doen, vanaf [datum]?",
    ),
    PartnerKind.MUNICIPALITY: Question(
        "Eén afspraak voor één buurt",
        "Wilt u met ons een afspraak maken over [welk onderwerp] in [wijk of buurt]? Wie kan namens u aanschuiven op"
        " [datum]?",
    ),
    PartnerKind.GOVERNMENT: Question(
        "Eén afspraak",
        "Wilt u met ons een afspraak maken over [welk onderwerp]? Wie kan namens u aanschuiven op [datum]?",
    ),
    PartnerKind.EDUCATION: Question(
        "Leren in de wijk",
        "Kunnen [hoeveel leerlingen of studenten] bij ons in [wijk of buurt] leren in de praktijk? Het werk is"
        " [welk werk], in [welke periode].",
    ),
    PartnerKind.WELFARE: Question(
        "Iets doen met bewoners",
        "Wilt u met ons iets opzetten voor [welke bewoners] in [wijk of buurt]? Wij willen beginnen met"
        " [hoeveel bewoners], op [datum].",
    ),
    PartnerKind.CARE: Question(
        "Afspraken over zorg in de buurt",
        "Wilt u met ons afspreken hoe wij elkaar bereiken als het niet goed gaat met een bewoner? Wij willen"
        " beginnen in [wijk of buurt].",
    ),
    PartnerKind.FUND: Question(
        "Geld",
        "Past onze aanvraag bij u? Wij zoeken [welk bedrag] voor [welke activiteit], van [begin] tot [eind].",
    ),
    PartnerKind.KNOWLEDGE_INSTITUTE: Question(
        "Meten of het werkt",
        "Kan een onderzoeker of student met ons meten wat [welke aanpak] oplevert? Wij denken aan [hoeveel bewoners],"
        " vanaf [datum].",
    ),
    PartnerKind.RESIDENTS: Question(
        "Meedenken",
        "Willen [hoeveel bewoners] met ons meedenken over [welk onderwerp]? Wij denken aan één avond, op [datum].",
    ),
    PartnerKind.NETWORK: _BY_OFFER[Offer.NETWORK],
}


_TELLING_KINDS = frozenset(
    {
        PartnerKind.HOUSING_ASSOCIATION,
        PartnerKind.ADVISER,
        PartnerKind.SOCIAL_ENTERPRISE,
        PartnerKind.MUNICIPALITY,
        PartnerKind.GOVERNMENT,
        PartnerKind.EDUCATION,
        PartnerKind.FUND,
        PartnerKind.KNOWLEDGE_INSTITUTE,
        PartnerKind.RESIDENTS,
        PartnerKind.NETWORK,
    }
)
"""Kinds that say more about what one can ask than the words of a core business do."""


def partner_questions(partner: Partner) -> tuple[Question, ...]:
    """Return what one can ask a partner, at least one question; the first fits what it does every day best."""
    found: dict[str, Question] = {}
    for question in _questions(partner):
        found.setdefault(question.label, question)
    return tuple(found.values())


def _questions(partner: Partner) -> Iterator[Question]:
    if partner.kind in _TELLING_KINDS:
        yield _BY_KIND[partner.kind]
    else:
        work = (partner.core_business or "").lower()
        yield from [question for words, question in _CORE_BUSINESS if re.search(words, work)][:1]
    yield from (_BY_OFFER[offer] for offer in partner.offers)
    yield _BY_KIND.get(partner.kind, _TOGETHER)
