"""What one can ask of each role: requests for what a practice is about, and one for when nothing more is known.

A piece between square brackets is for the reader to fill in; ``{subject}`` is what a practice is about.
"""

from __future__ import annotations

from typing import NamedTuple

from mvo_catalogue.site.partner_roles import Role


class Request(NamedTuple):
    """What is asked in a few words (``label``) and in full (``text``); ``is_core``: it is what that role does daily."""

    label: str
    text: str
    is_core: bool = False


class Rule(NamedTuple):
    """A request for practices with one of these instruments or themes, and one of ``also`` where it names some."""

    signs: frozenset[str]
    request: Request
    also: frozenset[str] = frozenset()
    """Instruments, themes or target groups."""


def _rule(signs: str, request: Request, also: str = "") -> Rule:
    return Rule(frozenset(signs.split()), request, frozenset(also.split()))


_WORK = "arbeidsparticipatie werken werkervaringsplaats social-return"
_TRADE = "leerlingbouwplaats stage"
_REUSE = "circulair-slopen circulaire-materialen materialenpaspoort circulariteit"
_HOMES = "gemengd-wonen housing-first skaeve-huse woningtoewijzing"
_DEBTS = "vroegsignalering budgetcoaching financiele-zelfredzaamheid"

_EXCHANGE_HELP = Request(
    "Meedoen aan een beursvloer",
    "Wilt u op [datum] meedoen aan een beursvloer in [plaats]? Bedrijven en organisaties ruilen daar hulp, zonder"
    " geld.",
)
_JOBS_ON_SITE = Request(
    "Werkervaring op het werk",
    "Kunt u bij [welk werk] plek maken voor [hoeveel bewoners] die werk of werkervaring zoeken? Het werk begint op"
    " [datum].",
)
_TRAINEES_ON_SITE = Request(
    "Leerplekken op het werk",
    "Kunt u bij [welk werk] plek maken voor [hoeveel bewoners of leerlingen] die het vak willen leren? Het werk begint"
    " op [datum].",
    is_core=True,
)
_VISIT_SITE = Request(
    "Komen kijken op de bouwplaats",
    "Kunnen [hoeveel bewoners of leerlingen] op [datum] bij [welk werk] komen kijken, met iemand van u die uitlegt wat"
    " er gebeurt?",
)
_OTHER_MATERIAL = Request(
    "Bouwen met ander materiaal",
    "Wilt u bij [welk werk] met ons bekijken wat er opnieuw te gebruiken is, en met welk materiaal het anders kan? Wij"
    " beginnen met [hoeveel woningen], vanaf [datum].",
    is_core=True,
)
_READING = Request(
    "Hulp bij lezen en schrijven",
    "Wilt u met ons in één gesprek bekijken hoe uw medewerkers hulp bij lezen en schrijven kunnen vinden? Dat gesprek"
    " kan op [datum].",
)
_SECOND_LIFE = Request(
    "Materiaal een tweede leven geven",
    "Wij slopen of renoveren [welke woningen] vanaf [datum]. Wilt u met ons bekijken wat daaruit opnieuw gebruikt kan"
    " worden?",
    is_core=True,
)
_CLEAN_UP = Request(
    "Samen opruimen",
    "Wilt u één keer met bewoners en met ons opruimen in [wijk of buurt]? Wij denken aan [datum], met"
    " [hoeveel bewoners].",
    is_core=True,
)
_HEALTHY_LIVING = Request(
    "Een activiteit voor gezond leven",
    "Wilt u met ons één activiteit over gezond leven houden in [wijk of buurt]? Het is voor [wie], op [datum].",
)
_HELP_WITH_MONEY = Request(
    "Hulp bij geldzaken",
    "Kunt u [hoeveel medewerkers of vrijwilligers] vragen om bewoners te helpen met hun geldzaken? Het gaat om"
    " [hoeveel middagen] op [welke plek].",
    is_core=True,
)
_EARLY_CONTACT = Request(
    "Vroeg contact bij een achterstand",
    "Wilt u met ons afspreken wie een huurder belt of bezoekt die de huur niet betaalde, en hoe snel? Wij willen"
    " beginnen in [wijk of buurt], op [datum].",
)
_WORRIES = Request(
    "Wie wij bellen bij zorgen",
    "Wilt u met ons afspreken wie wij bellen als het niet goed gaat met een bewoner? Wij willen beginnen in"
    " [wijk of buurt], op [datum].",
)
_GUIDANCE = Request(
    "Begeleiding van nieuwe bewoners",
    "Wilt u met ons afspreken wie [hoeveel nieuwe bewoners] begeleidt in [welk gebouw of welke buurt]? Zij kunnen er"
    " wonen vanaf [datum].",
    is_core=True,
)
_JOB_SEEKERS = Request(
    "Mensen die werk zoeken",
    "Kent u [hoeveel mensen] die [welk werk] willen doen of leren? Bij ons is plek vanaf [datum].",
)
_LEARN_WITH_YOU = Request(
    "Leren in de praktijk",
    "Kunnen [hoeveel leerlingen] bij u leren door bewoners te helpen met [welk werk]? Wij denken aan [welke periode].",
)
_OLDER_PEOPLE = Request(
    "Iets doen voor oudere bewoners",
    "Wilt u één keer met ons iets doen voor oudere of eenzame bewoners van [wijk of buurt]? Wij denken aan"
    " [welke activiteit], op [datum].",
)
_THINK_ALONG = Request(
    "Meedenken over {subject}",
    "Kan iemand van u op [datum] een uur met ons meedenken over {subject}? Wij willen klein beginnen, met"
    " [waarmee u begint].",
)

RULES_FOR_ALL = (_rule("beursvloer", _EXCHANGE_HELP),)
"""Whatever a partner does, this is what such a practice asks of it."""

RULES: dict[Role, tuple[Rule, ...]] = {
    Role.BUILDER: (
        _rule(_TRADE, _TRAINEES_ON_SITE),
        _rule(_WORK, _JOBS_ON_SITE),
        _rule(_REUSE, _OTHER_MATERIAL),
        _rule(
            "gemengd-wonen ontmoetingsplek",
            Request(
                "Een plek om elkaar te ontmoeten",
                "Wilt u bij [welk gebouw] met ons bekijken hoe er een ruimte kan komen waar bewoners elkaar ontmoeten?"
                " Een eerste gesprek kan op [datum].",
            ),
        ),
        _rule("leren", _READING, "laaggeletterden"),
        _rule("leren participatie", _VISIT_SITE),
    ),
    Role.DEVELOPER: (
        _rule(
            f"{_TRADE} {_WORK}",
            Request(
                "Ruimte voor leerplekken",
                "Wilt u in [welk gebied] ruimte maken voor een plek waar [hoeveel leerlingen] het vak leren? Wij kunnen"
                " beginnen op [datum].",
            ),
        ),
    ),
    Role.SALVAGER: (_rule(_REUSE, _SECOND_LIFE), _rule(_WORK, _JOBS_ON_SITE)),
    Role.CLEANER: (_rule("schoon-heel-veilig", _CLEAN_UP), _rule(_WORK, _JOBS_ON_SITE)),
    Role.SUPPLIER: (
        _rule(
            "circulair-slopen",
            Request(
                "Producten terugnemen",
                "Wilt u met ons bekijken welke van uw producten uit onze woningen u kunt terugnemen of opnieuw"
                " gebruiken? Wij beginnen met [hoeveel woningen], vanaf [datum].",
            ),
        ),
        _rule(
            "circulaire-materialen",
            Request(
                "Een voorbeeld zien",
                "Kunt u ons op [datum] een gebouw laten zien dat met uw materiaal is gemaakt? Wij denken aan een begin"
                " met [hoeveel woningen].",
            ),
        ),
    ),
    Role.SUPERMARKET: (
        _rule("schoon-heel-veilig", _CLEAN_UP._replace(is_core=False)),
        _rule("gezondheid leefbaarheid", _OLDER_PEOPLE, "ouderen mensen-die-eenzaam-zijn"),
        _rule("vroegsignalering", _OLDER_PEOPLE),
        _rule(
            "gezondheid opgroeien",
            Request(
                "Gezond eten",
                "Wilt u met uw winkel één les of proeverij over gezond eten houden voor [welke kinderen] uit"
                " [wijk of buurt]? Wij denken aan [datum].",
                is_core=True,
            ),
        ),
        _rule(
            _WORK,
            Request(
                "Werkervaring in de winkel",
                "Kunt u [hoeveel bewoners] werkervaring laten opdoen op [welke plek]? Het gaat om [hoeveel dagdelen]"
                " per week, [hoe lang].",
            ),
        ),
    ),
    Role.EMPLOYER: (_rule("gezondheid opgroeien", _HEALTHY_LIVING),),
    Role.STAFFING: (
        _rule(
            "social-return inkoopvoorwaarden",
            Request(
                "Kandidaten voor social return",
                "Kunt u voor [welk werk] zorgen voor [hoeveel kandidaten] en voor hun begeleiding? Het werk begint op"
                " [datum].",
                is_core=True,
            ),
        ),
    ),
    Role.HEALTH_INSURER: (
        _rule(
            _DEBTS,
            Request(
                "Sneller hulp bij een achterstand",
                "Wilt u met ons bekijken hoe iemand met een achterstand, bij u en bij ons, sneller hulp krijgt? Een"
                " eerste gesprek kan op [datum].",
            ),
        ),
        _rule(_HOMES, _THINK_ALONG),
    ),
    Role.FINANCE: (
        _rule("budgetcoaching vrijwilligerswerk", _HELP_WITH_MONEY),
        _rule(
            "fonds",
            Request(
                "Meedoen aan een fonds",
                "Wilt u met [welk bedrag] meedoen aan een fonds voor [welke bewoners]? Daarmee betalen wij"
                " [wat u ervan betaalt].",
            ),
        ),
        _rule(
            "opgroeien",
            Request(
                "Leren omgaan met geld",
                "Wilt u met ons één les over omgaan met geld houden voor [welke kinderen of jongeren]? Wij denken aan"
                " [datum], op [welke plek].",
                is_core=True,
            ),
        ),
        _rule(
            f"{_REUSE} energie-en-klimaat",
            Request(
                "Hoe het te betalen is",
                "Kan iemand van u in één gesprek met ons kijken hoe {subject} te betalen is? Wij beginnen met"
                " [hoeveel woningen]; het gesprek kan op [datum].",
                is_core=True,
            ),
        ),
    ),
    Role.SOCIAL_ENTERPRISE: (
        _rule(_DEBTS, _EARLY_CONTACT),
        _rule(
            "social-return inkoopvoorwaarden",
            Request(
                "Kandidaten zoeken en begeleiden",
                "Wij vragen bij [welk werk] om plek voor [hoeveel kandidaten]. Kunt u geschikte mensen zoeken en"
                " begeleiden, vanaf [datum]?",
                is_core=True,
            ),
        ),
        _rule("convenant", _JOB_SEEKERS),
        _rule(
            "leefbaarheid",
            Request(
                "Hulp aan bewoners",
                "Kunnen [hoeveel kandidaten] bewoners van [wijk of buurt] helpen bij [welk werk]? Wij denken aan"
                " [hoeveel woningen], vanaf [datum].",
                is_core=True,
            ),
        ),
    ),
    Role.MUNICIPALITY: (_rule("vroegsignalering", _EARLY_CONTACT, "financiele-zelfredzaamheid"),),
    Role.POLICE: (
        _rule("vroegsignalering", _WORRIES),
        _rule(
            "veilig-wonen veiligheid",
            Request(
                "Samen door de buurt lopen",
                "Kan iemand van u op [datum] met ons en met bewoners door [wijk of buurt] lopen, om te zien waar het"
                " veiliger kan?",
            ),
        ),
    ),
    Role.SCHOOL: (
        _rule(
            "circulair-slopen circulaire-materialen materialenpaspoort",
            Request(
                "Een vraag voor studenten",
                "Kunnen [hoeveel studenten] een vraag over {subject} voor ons uitzoeken? De vraag is [welke vraag], en"
                " zij kunnen beginnen op [datum].",
            ),
        ),
    ),
    Role.YOUTH: (
        _rule(
            "mentor",
            Request(
                "Mentoren voor scholieren",
                "Bij ons willen [hoeveel medewerkers] mentor zijn van scholieren uit [wijk of buurt]. Kunt u hen"
                " koppelen en begeleiden, vanaf [datum]?",
                is_core=True,
            ),
        ),
        _rule("gezondheid", _HEALTHY_LIVING),
    ),
    Role.WELFARE: (
        _rule(_DEBTS, _EARLY_CONTACT),
        _rule(
            "woningtoewijzing",
            Request(
                "Kennismaken met kandidaten",
                "Wilt u met ons [hoeveel kandidaten] spreken voordat zij een woning krijgen in [welk gebouw]? Wij"
                " willen beginnen op [datum].",
            ),
        ),
        _rule(
            "huisbezoek",
            Request(
                "Samen langsgaan bij bewoners",
                "Wilt u met ons langsgaan bij [hoeveel bewoners] van [wijk of buurt], om te vragen hoe het gaat? Wij"
                " willen beginnen op [datum].",
            ),
        ),
        _rule("opleiding stage", _LEARN_WITH_YOU),
        _rule(_WORK, _JOB_SEEKERS),
    ),
    Role.SHELTER: (
        _rule(_HOMES, _GUIDANCE),
        _rule(_WORK, _JOB_SEEKERS),
    ),
    Role.CARE: (
        _rule(_HOMES, _GUIDANCE),
        _rule("stage", _LEARN_WITH_YOU),
        _rule(
            "vrijwilligerswerk",
            Request(
                "Een dag meehelpen",
                "Kunnen [hoeveel medewerkers] van ons op [datum] bij u meehelpen? Wij denken aan [welke klus of"
                " activiteit].",
            ),
        ),
    ),
    Role.HOSPITAL: (
        _rule(
            _WORK,
            Request(
                "Werkervaring",
                "Hebt u plek voor [hoeveel bewoners] die werkervaring zoeken? Het gaat om [welk werk],"
                " [hoeveel dagdelen] per week.",
            ),
        ),
    ),
    Role.RESIDENTS: (
        _rule(
            "fonds",
            Request(
                "Een eigen budget van huurders",
                "Waaraan zouden huurders een eigen budget willen uitgeven? Mogen wij daar op [datum] een avond met"
                " [hoeveel leden] over praten?",
            ),
        ),
    ),
    Role.CERTIFIER: (
        _rule(
            "inkoopvoorwaarden",
            Request(
                "Een certificaat als eis bij inkoop",
                "Wilt u [hoeveel leveranciers] van ons uitleggen wat zij voor een certificaat moeten doen? Wij denken"
                " aan één bijeenkomst, op [datum].",
                is_core=True,
            ),
        ),
    ),
}
"""For each role the requests that belong to a practice; the first instrument or theme with a rule decides."""

ABOUT: dict[Role, Request] = {
    Role.ASSOCIATION: Request(
        "Horen over {subject}",
        "Mogen wij op [datum] een uur langskomen om te horen over uw ervaring met {subject}, en wat u nu anders zou"
        " doen?",
    ),
    Role.MUNICIPALITY: Request(
        "Een afspraak over {subject}",
        "Wie kan namens u op [datum] met ons praten over {subject}? Wij willen daarover één afspraak maken, voor"
        " [wijk of buurt].",
    ),
    Role.GOVERNMENT: Request(
        "Een gesprek over {subject}",
        "Wie kan namens u op [datum] met ons praten over {subject}? Onze vraag is [welke vraag].",
    ),
    Role.SUBSIDISER: Request(
        "Subsidie voor {subject}",
        "Past een plan over {subject} bij een van uw regelingen? Wij zoeken [welk bedrag] voor [welke activiteit], van"
        " [begin] tot [eind].",
    ),
    Role.FUND: Request(
        "Geld voor {subject}",
        "Past een aanvraag voor {subject} bij wat u steunt? Wij zoeken [welk bedrag] voor [welke activiteit], van"
        " [begin] tot [eind].",
    ),
    Role.RESEARCHER: Request(
        "Meten of het werkt: {subject}",
        "Kan een onderzoeker of student met ons kijken naar {subject}, en meten wat onze aanpak oplevert? Wij denken"
        " aan [hoeveel bewoners of woningen], vanaf [datum].",
        is_core=True,
    ),
    Role.RESIDENTS: Request(
        "Meedenken over {subject}",
        "Willen [hoeveel leden] op [datum] één avond met ons meedenken over {subject}?",
    ),
    Role.NETWORK: Request(
        "Ervaring met {subject}",
        "Kunt u ons vóór [datum] in contact brengen met [hoeveel organisaties] die ervaring hebben met {subject}?",
    ),
    Role.ADVISER: _THINK_ALONG,
    Role.DEVELOPER: _THINK_ALONG,
    Role.OTHER: _THINK_ALONG,
}
"""What to ask about the subject of a practice, for roles whose daily work says less than that subject does."""

GENERAL: dict[Role, Request] = {
    Role.ASSOCIATION: Request(
        "Horen hoe het ging",
        "Mogen wij op [datum] een uur langskomen om te horen hoe u [welke aanpak] deed, en wat u nu anders zou doen?",
    ),
    Role.BUILDER: _TRAINEES_ON_SITE,
    Role.SALVAGER: _SECOND_LIFE,
    Role.CLEANER: _CLEAN_UP,
    Role.SUPPLIER: Request(
        "Anders leveren",
        "Wilt u met ons bekijken hoe [welk product] met minder afval of met hergebruik geleverd kan worden? Wij kunnen"
        " beginnen met [hoeveel woningen].",
    ),
    Role.SUPERMARKET: RULES[Role.SUPERMARKET][-1].request,
    Role.EMPLOYER: Request(
        "Werkervaring voor bewoners",
        "Kunt u [hoeveel bewoners] werkervaring laten opdoen op [welke plek]? Het gaat om [hoeveel dagdelen] per week,"
        " [hoe lang].",
    ),
    Role.STAFFING: Request(
        "Begeleiding naar werk",
        "Kunt u [hoeveel bewoners] uit [wijk of buurt] helpen bij het zoeken naar werk? Wij denken aan"
        " [hoeveel gesprekken of trainingen], vanaf [datum].",
        is_core=True,
    ),
    Role.HEALTH_INSURER: _HEALTHY_LIVING,
    Role.FINANCE: _HELP_WITH_MONEY,
    Role.ENERGY_HELP: Request(
        "Hulp bij energie besparen",
        "Kunt u bij [hoeveel woningen] in [wijk of buurt] langsgaan om bewoners te helpen energie te besparen? Wij"
        " willen beginnen op [datum].",
        is_core=True,
    ),
    Role.SOCIAL_ENTERPRISE: Request(
        "Werk voor kandidaten",
        "Wij hebben [welk werk] in [wijk of buurt]. Kunnen [hoeveel kandidaten] dat bij ons doen, vanaf [datum]?",
        is_core=True,
    ),
    Role.MUNICIPALITY: Request(
        "Eén afspraak voor één buurt",
        "Wilt u met ons in gesprek over wat bewoners van [wijk of buurt] het meest nodig hebben? Een eerste gesprek kan"
        " op [datum].",
    ),
    Role.GOVERNMENT: Request("Een gesprek", "Wie kan namens u op [datum] met ons praten? Onze vraag is [welke vraag]."),
    Role.SUBSIDISER: Request(
        "Subsidie",
        "Past ons plan bij een van uw regelingen? Wij zoeken [welk bedrag] voor [welke activiteit], van [begin] tot"
        " [eind].",
    ),
    Role.POLICE: _WORRIES,
    Role.FIRE_BRIGADE: Request(
        "Veilig bij brand",
        "Kan iemand van u op [datum] met ons in [welk gebouw] kijken of bewoners er veilig zijn bij brand, en wat beter"
        " kan?",
    ),
    Role.WORK_AGENCY: _JOB_SEEKERS._replace(is_core=True),
    Role.SCHOOL: Request(
        "Leren in de wijk",
        "Kunnen [hoeveel leerlingen of studenten] bij ons in [wijk of buurt] leren in de praktijk? Het werk is"
        " [welk werk], in [welke periode].",
        is_core=True,
    ),
    Role.LANGUAGE: Request(
        "Taalproblemen herkennen",
        "Wilt u [hoeveel medewerkers] van ons leren hoe zij merken dat iemand moeite heeft met lezen of schrijven? Dat"
        " kan op [datum].",
        is_core=True,
    ),
    Role.YOUTH: Request(
        "Kinderen ontvangen",
        "Wij kunnen op [datum] [hoeveel kinderen of jongeren] ons werk laten zien. Wilt u daarvoor een groep uit"
        " [wijk of buurt] zoeken?",
        is_core=True,
    ),
    Role.HEALTH_PROMOTER: _HEALTHY_LIVING._replace(is_core=True),
    Role.WELFARE: Request(
        "Iets doen met bewoners",
        "Wilt u met ons iets opzetten voor [welke bewoners] in [wijk of buurt]? Wij willen beginnen met"
        " [hoeveel bewoners], op [datum].",
    ),
    Role.MONEY_HELP: Request(
        "Hulp bij geldzaken",
        "Kunt u [hoeveel huurders] helpen om weer grip te krijgen op hun geldzaken? Wij verwijzen hen naar u, vanaf"
        " [datum].",
        is_core=True,
    ),
    Role.MEDIATION: Request(
        "Bemiddelen tussen buren",
        "Wilt u in [wijk of buurt] bemiddelen als buren er samen niet uitkomen? Wij willen beginnen met"
        " [hoeveel meldingen], vanaf [datum].",
        is_core=True,
    ),
    Role.STUDENTS: Request(
        "Studenten in de wijk",
        "Kunnen [hoeveel studenten] in [wijk of buurt] helpen bij [welke activiteit]? Wij denken aan [hoeveel uur] per"
        " week, vanaf [datum].",
        is_core=True,
    ),
    Role.VOLUNTEERS: Request(
        "Vrijwilligers",
        "Kunnen [hoeveel vrijwilligers] op [datum] helpen bij [welke klus of activiteit] in [wijk of buurt]?",
        is_core=True,
    ),
    Role.MEALS: Request(
        "Samen eten",
        "Wilt u op [datum] een maaltijd houden voor [hoeveel bewoners] van [wijk of buurt]? Wij zorgen voor"
        " [welke ruimte].",
        is_core=True,
    ),
    Role.FOOD_BANK: Request(
        "Iets geven aan de voedselbank",
        "Hebt u op [datum] iets aan [welke producten, of de hulp van hoeveel medewerkers]? En hoe kunnen wij huurders"
        " op uw hulp wijzen?",
    ),
    Role.SHELTER: _GUIDANCE,
    Role.SPORT: Request(
        "Sport en spel",
        "Wilt u met ons sport en spel houden voor [welke kinderen] op [welke plek]? Wij willen beginnen met"
        " [hoeveel middagen], vanaf [datum].",
        is_core=True,
    ),
    Role.GARDENING: Request(
        "Hulp in tuinen",
        "Kunt u helpen bij [hoeveel tuinen] in [wijk of buurt] waar de bewoner het niet alleen kan? Wij willen beginnen"
        " op [datum].",
        is_core=True,
    ),
    Role.ELDERLY: _OLDER_PEOPLE._replace(is_core=True),
    Role.CARE: _WORRIES,
    Role.HOSPITAL: _HEALTHY_LIVING,
    Role.DEMENTIA: Request(
        "Dementie herkennen",
        "Wilt u [hoeveel medewerkers] van ons leren hoe zij dementie herkennen, en wat zij dan doen? Dat kan op"
        " [datum].",
    ),
    Role.FUND: Request(
        "Geld",
        "Past onze aanvraag bij u? Wij zoeken [welk bedrag] voor [welke activiteit], van [begin] tot [eind].",
    ),
    Role.RESEARCHER: Request(
        "Meten of het werkt",
        "Kan een onderzoeker of student met ons meten wat [welke aanpak] oplevert? Wij denken aan [hoeveel bewoners],"
        " vanaf [datum].",
        is_core=True,
    ),
    Role.CERTIFIER: Request(
        "Wat een certificaat vraagt",
        "Wilt u in één gesprek met ons doornemen wat wij voor een certificaat moeten doen? Wij willen beginnen met"
        " [welke afdeling], op [datum].",
        is_core=True,
    ),
    Role.RESIDENTS: Request(
        "Meedenken",
        "Willen [hoeveel leden] op [datum] één avond met ons meedenken over wat er beter kan in [wijk of buurt]?",
    ),
    Role.NETWORK: Request(
        "Netwerk",
        "Kunt u ons vóór [datum] in contact brengen met [hoeveel organisaties] die willen meedoen aan"
        " [welke activiteit]?",
    ),
    Role.ADVISER: Request(
        "Meedenken",
        "Kan iemand van u op [datum] één gesprek met ons voeren? Onze vraag is [welke vraag].",
    ),
    Role.OTHER: Request(
        "Samen klein beginnen",
        "Wilt u met ons iets kleins doen voor [welke bewoners] in [wijk of buurt]? Wij denken aan [welke activiteit],"
        " op [datum].",
    ),
    Role.DEVELOPER: Request(
        "Meedenken",
        "Kan iemand van u op [datum] één gesprek met ons voeren over [welk gebied]? Onze vraag is [welke vraag].",
    ),
}
"""What to ask when there is no practice, or when it says nothing that belongs to the role."""
